//! Acronyms: words of two or more capitals.

use crate::locale::{Inflection, Language};
use crate::span::Span;

/// Which of `words` are acronyms, each without its ending: two to eight characters, capitals and digits, at least two
/// capitals and no more digits than capitals; a plural `s` (`ISVs`) and whatever stands behind an apostrophe, colon
/// or the like (`ISV'ler`, `ISV:er`) are no part of it.
///
/// ```
/// # use bilint::text::{acronyms::acronyms, words::words};
/// let text = "ISVs and the API's SKU in OneDrive";
/// let found: Vec<_> = acronyms(text, &words(text)).into_iter().map(|acronym| acronym.of(text)).collect();
/// assert_eq!(found, ["ISV", "API", "SKU"]);
/// ```
pub fn acronyms(text: &str, words: &[Span]) -> Vec<Span> {
    words
        .iter()
        .filter_map(|&word| {
            head(word.of(text)).map(|length| Span::new(word.range().start, word.range().start + length))
        })
        .collect()
}

/// The length of the acronym that `word` begins with.
fn head(word: &str) -> Option<usize> {
    let bytes = word.as_bytes();
    if !bytes.first()?.is_ascii_uppercase() {
        return None;
    }
    let length = bytes.iter().take_while(|b| b.is_ascii_uppercase() || b.is_ascii_digit()).count();
    let capitals = bytes[..length].iter().filter(|b| b.is_ascii_uppercase()).count();
    let rest = &word[length..];
    let ends = matches!(rest, "" | "s") || rest.starts_with(['\'', '’', ':', '-', '.', '_']);
    ((2..=8).contains(&length) && capitals >= 2 && capitals * 2 >= length && ends).then_some(length)
}

/// The plain letters and digits that `word` begins with: `Isv` of `Isv's`, `api` of `api를`. Empty when a letter of the
/// same script goes on behind them, or a dot that joins (`isv.example`), so that `word` only begins like one.
pub fn stem(word: &str) -> &str {
    let length = word.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let mut rest = word[length..].chars();
    let joined = match rest.next() {
        Some('.' | '_') => true,
        Some(letter) => letter.is_alphabetic() && (letter as u32) < 0x1100,
        None => false,
    };
    if joined { "" } else { &word[..length] }
}

/// Whether `word`, of ASCII letters, can be spoken as a word: vowels and consonants take turns, with no more than one
/// pair of consonants.
///
/// ```
/// # use bilint::text::acronyms::is_pronounceable;
/// assert!(is_pronounceable("unesco") && is_pronounceable("pan"));
/// assert!(!is_pronounceable("mcsp") && !is_pronounceable("isv"));
/// ```
pub fn is_pronounceable(word: &str) -> bool {
    let vowel = |b: &u8| matches!(b.to_ascii_lowercase(), b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    let bytes = word.as_bytes();
    let edge = |pair: &[u8]| !pair.iter().any(vowel);
    bytes.iter().any(vowel)
        && bytes.iter().all(u8::is_ascii_alphabetic)
        && (bytes.len() < 3 || !edge(&bytes[..2]) && !edge(&bytes[bytes.len() - 2..]))
        && !bytes.windows(3).any(edge)
}

/// An acronym or name whose ending stands apart from it, or is written in capitals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrokenEnding {
    /// Where, from the acronym to the end of the ending; a name in markup is left out.
    pub span: Span,
    /// What is wrong in it: from the end of the acronym to the end of the ending.
    pub gap: Span,
    /// What should stand in place of the gap.
    pub right: String,
}

/// Endings of `text`, in a language that inflects acronyms as `inflection` says, that a space or a capital breaks:
/// `ISV: er`, `ISV 'Lerin`, `API -u`. A mark behind a space that may open a quotation is left alone.
///
/// ```
/// # use bilint::{locale::Locale, text::acronyms::broken_endings};
/// let swedish = Locale::parse("sv").unwrap();
/// let text = "Alla ISV: er och API:er";
/// let found = broken_endings(text, swedish.language());
/// assert_eq!((found.len(), found[0].span.of(text), &*found[0].right), (1, "ISV: er", ":er"));
/// ```
pub fn broken_endings(text: &str, language: &Language) -> Vec<BrokenEnding> {
    let Some(inflection) = language.inflection else { return Vec::new() };
    let mut found = Vec::new();
    // The curly apostrophe begins with the byte 0xe2.
    let begins = |byte: u8| char::from(byte) == inflection.mark || byte == 0xe2;
    for (at, _) in text.bytes().enumerate().filter(|&(_, byte)| begins(byte)) {
        let mark = text[at..].chars().next().filter(|&mark| is_mark(mark, inflection.mark));
        found.extend(mark.and_then(|mark| broken_ending(text, at, mark, language, &inflection)));
    }
    found
}

/// Whether `character` is `mark`; an apostrophe may be curly.
fn is_mark(character: char, mark: char) -> bool {
    character == mark || mark == '\'' && character == '’'
}

fn broken_ending(
    text: &str,
    at: usize,
    mark: char,
    language: &Language,
    inflection: &Inflection,
) -> Option<BrokenEnding> {
    let before = &text[..at];
    let behind = &text[at + mark.len_utf8()..];
    let body = before.trim_end_matches([' ', '\u{a0}']);
    let shift = behind.len() - behind.trim_start_matches([' ', '\u{a0}']).len();
    let spaces = (before.len() - body.len(), shift);
    let letters = behind[shift..].find(|c: char| !c.is_alphabetic()).unwrap_or(behind.len() - shift);
    let written = &behind[shift..shift + letters];
    let rest = &behind[shift + letters..];
    if written.is_empty() || rest.starts_with(|c: char| c.is_numeric() || matches!(c, '_' | '=' | '-' | '/')) {
        return None;
    }
    let ending = language.lower(written);
    let head = body.len() - head_length(body, inflection.names)?;
    let shouts = written != ending;
    let broken = match spaces {
        (0, 0) => shouts && inflection.names && written.chars().any(char::is_lowercase),
        (_, 0) => true,
        // A mark with a space behind it is also a colon, or a suspended hyphen before "and".
        (0, _) => inflection.mark == ':' && !shouts && !language.is_function_word(&ending),
        (_, _) => inflection.names && !language.is_function_word(&ending),
    };
    let unlike = inflection.mark != '\'' && shouts
        || spaces != (0, 0) && spaces.1 == 0 && inflection.mark == '\'' && may_quote(text, at, rest, inflection)
        || spaces.1 > 0 && inflection.mark == '\'' && before.matches([mark]).count() % 2 == 1 && !is_lone(before, mark)
        || inflection.before.contains(&rest.split_whitespace().next().unwrap_or_default());
    if !broken || unlike || !inflection.takes(&ending) {
        return None;
    }
    let end = at + mark.len_utf8() + shift + letters;
    Some(BrokenEnding { span: Span::new(head, end), gap: Span::new(body.len(), end), right: format!("{mark}{ending}") })
}

/// The bytes at the end of `body` that can take an ending: an acronym, or, where `names` do, any word; nothing behind
/// the close of markup or a bracket.
fn head_length(body: &str, names: bool) -> Option<usize> {
    let last = body.chars().next_back()?;
    if names && matches!(last, '*' | ')' | ']' | '`' | '"' | '”' | '>' | '%' | '+') {
        return Some(0);
    }
    let start = body
        .rfind(|c: char| !c.is_alphanumeric())
        .map_or(0, |at| at + body[at..].chars().next().map_or(1, char::len_utf8));
    let word = &body[start..];
    let acronym = word.len() >= 2
        && word.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
        && word.starts_with(|c: char| c.is_ascii_uppercase());
    (acronym || names && !word.is_empty()).then_some(word.len())
}

/// Whether the apostrophe at `at`, with a space before it, may open a quotation: one closes behind it.
fn may_quote(text: &str, at: usize, rest: &str, inflection: &Inflection) -> bool {
    let offset = text.len() - rest.len();
    rest.char_indices().any(|(index, c)| {
        is_mark(c, inflection.mark) && {
            let before = text[at..offset + index].chars().next_back();
            let behind = rest[index + c.len_utf8()..].chars().next();
            before.is_some_and(|c| !c.is_whitespace()) && !behind.is_some_and(char::is_alphanumeric)
        }
    })
}

/// Whether every apostrophe of `before` stands inside a word.
fn is_lone(before: &str, mark: char) -> bool {
    before.match_indices(mark).all(|(at, _)| {
        before[..at].ends_with(char::is_alphanumeric) && before[at + mark.len_utf8()..].starts_with(char::is_alphabetic)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    /// The broken endings of `text` and what stands for the gap.
    fn broken(language: &str, text: &str) -> Vec<(String, String)> {
        let locale = Locale::parse(language).unwrap();
        let found = broken_endings(text, locale.language());
        found.into_iter().map(|it| (it.span.of(text).to_owned(), it.right)).collect()
    }

    #[test]
    fn endings_are_found_by_the_mark_of_the_language() {
        let one = |written: &str, right: &str| vec![(written.to_owned(), right.to_owned())];
        assert_eq!(broken("sv", "De nya SKU: erna."), one("SKU: erna", ":erna"));
        assert_eq!(broken("fi", "API: n kautta"), one("API: n", ":n"));
        assert_eq!(broken("tr", "CSP 'Lerinden biri"), one("CSP 'Lerinden", "'lerinden"));
        assert_eq!(broken("tr", "**Sat** ' ı seçin"), one(" ' ı", "'ı"));
        assert_eq!(broken("tr", "ISV'Ler"), one("ISV'Ler", "'ler"));
        assert_eq!(broken("nb", "Alle API -er"), one("API -er", "-er"));
        assert_eq!(broken("nl", "Alle API ’s"), one("API ’s", "’s"));
        assert_eq!(broken("da", "Alle API 'er"), one("API 'er", "'er"));
    }

    #[test]
    fn marks_in_their_own_right_are_left_alone() {
        assert!(broken("sv", "Nytt API: en lista. Se: n är fem. API:er").is_empty());
        assert!(broken("tr", "'Dene' ve 'Yeni sayfa' ile MICROSOFT'UN, Azure'un").is_empty());
        assert!(broken("pl", "ISV- i CSP-, API - u nas, API-u, polecenie -u").is_empty());
        assert!(broken("nl", "om 8 PM 's avonds, 'SKU 's'").is_empty());
        assert!(broken("en", "the API 's").is_empty());
    }

    #[test]
    fn stems_end_where_the_word_does() {
        assert_eq!(["Isv's", "api를", "isv.example", "isvn", "isvä"].map(stem), ["Isv", "api", "", "isvn", ""]);
    }
}
