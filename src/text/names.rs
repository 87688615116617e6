//! Names: words that a translation may keep.

use super::byte_set::ByteSet;
use super::casing::begins_with_capital;
use super::leading;
use super::terms::starts_word;
use crate::locale::Language;
use crate::span::Span;
use memchr::memmem::Finder;
use std::ops::Range;

/// Whether a word, by its letters alone, is likely a name, a code or an acronym: it holds a digit, a capital behind
/// its first letter, or an underscore.
pub fn is_mark_of_name(word: &str) -> bool {
    word.chars().skip(1).any(|c| c.is_uppercase() || c.is_ascii_digit() || c == '_')
        || word.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a single space parts the two words of `text`.
fn is_next(text: &str, word: Span, next: Span) -> bool {
    matches!(&text[word.range().end..next.range().start], " " | "\u{a0}")
}

/// Whether a sentence, a cell or a label may begin at `at` in `text`: a capital there says nothing.
pub fn may_begin(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end();
    let blank = before.len() < at;
    let last = before.chars().next_back();
    !blank || last.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, ',' | ')' | '\'' | '’'))
}

/// The runs of two or more words of `text` in a row that are all capitalised: `Azure Service Bus`.
///
/// ```
/// # use bilint::text::names::capital_runs;
/// let text = "In [Azure Service Bus](bus.md), Contoso Depot and Azure";
/// let found: Vec<_> = capital_runs(text).into_iter().map(|run| run.of(text)).collect();
/// assert_eq!(found, ["Azure Service Bus", "Contoso Depot"]);
/// ```
pub fn capital_runs(text: &str) -> Vec<Span> {
    let bytes = text.as_bytes();
    let mut found: Vec<Span> = Vec::new();
    let mut at = 0;
    while let Some(letter) = CAPITALS.next(bytes, at) {
        at = letter + 1;
        // Most capitals begin a text, or stand within a word.
        let Some(blank) = letter.checked_sub(1).filter(|&blank| bytes[blank] == b' ') else { continue };
        let end = memchr::memchr(b' ', &bytes[letter..]).map_or(text.len(), |length| letter + length);
        let Some(word) = capital_word(text, letter..end).filter(|word| word.range().start == letter) else { continue };
        if let Some(run) = found.last_mut().filter(|run| run.range().end == blank) {
            *run = run.to(word);
            continue;
        }
        let start = memchr::memrchr(b' ', &bytes[..blank]).map_or(0, |before| before + 1);
        let before = capital_word(text, start..blank).filter(|before| before.range().end == blank);
        found.extend(before.map(|before| before.to(word)));
    }
    found
}

/// What a capital may begin with.
static CAPITALS: ByteSet = ByteSet::of(b"").with(b'A', b'Z').with(0x80, 0xff);

/// The word that `token` of `text`, what stands between two blanks, begins with behind its marks, if it is capitalised.
fn capital_word(text: &str, token: Range<usize>) -> Option<Span> {
    let length = leading::letters_run(&text.as_bytes()[token.clone()]);
    // Most are nothing but letters of ASCII.
    if length == token.len() {
        return text[token.clone()].starts_with(|c: char| c.is_ascii_uppercase()).then(|| token.into());
    }
    let core = text[token.clone()].trim_start_matches(|c: char| !c.is_alphanumeric());
    let length = core.find(|c: char| !c.is_alphanumeric()).unwrap_or(core.len());
    core.starts_with(char::is_uppercase).then(|| Span::new(token.end - core.len(), token.end - core.len() + length))
}

/// The runs of `text` that begin with a small word and go on with capitalised ones, as far as those go: the rest of a
/// name of which the first word lost its capital (`contoso Depot`), or any word before a name. `capitals` are the
/// indices of the words with a capital.
pub fn torn_runs(text: &str, words: &[Span], capitals: &[usize]) -> impl Iterator<Item = Span> {
    let torn = |index: usize| is_next(text, words[index - 1], words[index]) && is_small(text, words[index - 1]);
    capitals.iter().copied().filter(move |&index| index > 0 && torn(index)).map(|first| {
        let mut last = first;
        while last + 1 < words.len()
            && begins_with_capital(text, words[last + 1])
            && is_next(text, words[last], words[last + 1])
        {
            last += 1;
        }
        words[first - 1].to(words[last])
    })
}

fn is_small(text: &str, word: Span) -> bool {
    word.of(text).chars().all(char::is_lowercase) && !text[..word.range().start].ends_with(['-', '\'', '’'])
}

/// Whether the name that `finder` looks for stands in `text` as words of its own, in mid-sentence.
pub fn holds_name(text: &str, finder: &Finder<'_>) -> bool {
    finder
        .find_iter(text.as_bytes())
        .any(|at| !text[at + finder.needle().len()..].starts_with(char::is_alphanumeric) && !may_begin(text, at))
}

/// Where `name` is spelt in `text`, in `language`, at the beginning of a word, whatever its case; what stands behind it is
/// for the caller to look at. A blank of the name may be another blank, the hyphen of a compound, or nothing where words
/// stand without blanks.
///
/// ```
/// # use bilint::{locale::Locale, text::names::spellings};
/// let spellings = |text, code| spellings(text, "Power BI", Locale::parse(code).unwrap().language()).len();
/// assert_eq!(spellings("Der Power-BI-Bericht zeigt power bi.", "de"), 2);
/// assert_eq!(spellings("PowerBI を開きます。", "ja"), 1);
/// assert_eq!(spellings("Apri PowerBI e Power-BI, non Superpower BI.", "it"), 0);
/// ```
pub fn spellings(text: &str, name: &str, language: &Language) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for (at, _) in text.char_indices() {
        if found.last().is_some_and(|last| at < last.range().end) || !starts_word(text, at) {
            continue;
        }
        found.extend(spelt_end(text, at, name, language).map(|end| Span::new(at, end)));
    }
    found
}

/// Where a spelling of `name` that begins at byte `at` of `text` ends.
fn spelt_end(text: &str, at: usize, name: &str, language: &Language) -> Option<usize> {
    let joins = |c: char| matches!(c, '-' | '\u{2011}') && language.compounding().is_some();
    let mut letters = text[at..].char_indices().peekable();
    for wanted in name.chars() {
        if !wanted.is_whitespace() {
            letters.next_if(|(_, c)| *c == wanted || c.to_lowercase().eq(wanted.to_lowercase()))?;
        } else if letters.next_if(|(_, c)| joins(*c)).is_none() {
            let mut blanks = std::iter::from_fn(|| letters.next_if(|(_, c)| c.is_whitespace()));
            let is_parted = blanks.by_ref().count() > 0;
            (is_parted || !language.has_word_spaces()).then_some(())?;
        }
    }
    Some(at + letters.peek().map_or(text.len() - at, |(length, _)| *length))
}

/// For each of `words` of `text`, whether it is likely part of a name: it [looks like one](is_mark_of_name), or it
/// begins with a capital and is not the first word of one of `sentences`. A first word counts when the next word is
/// capitalised as well (`Partner Center shows …`).
pub fn likely(text: &str, words: &[Span], sentences: &[Span]) -> Vec<bool> {
    let capital = |word: Span| word.of(text).starts_with(char::is_uppercase);
    let mut sentence = 0;
    let mut first_of = usize::MAX;
    let mut found = Vec::with_capacity(words.len());
    for (index, &word) in words.iter().enumerate() {
        while sentence + 1 < sentences.len() && sentences[sentence + 1].start <= word.start {
            sentence += 1;
        }
        let first = first_of != sentence;
        first_of = sentence;
        let next = words.get(index + 1).is_some_and(|&next| capital(next) && next.start <= word.end + 1);
        found.push(is_mark_of_name(word.of(text)) || capital(word) && (!first || next));
    }
    found
}
