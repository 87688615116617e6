//! A text as two texts are compared when case, digits, markup and punctuation do not matter: whether they are one, and
//! whether the words that tell them apart are other words or forms of the same.

use super::markup::{DEEPEST, LONGEST};
use super::{leading, similarity};
use crate::locale::{Language, Script};
use std::hash::BuildHasher;
use unicode_normalization::char::is_combining_mark;

/// The words of `text` in small letters, one space between two. A number is `0`, whatever its value; markers of
/// emphasis and code, tags, entities and the destinations of links are left out.
///
/// ```
/// # use bilint::text::loose::folded;
/// assert_eq!(folded("**Open** the [guide](guide.md#a), page 1,250!"), "open the guide page 0");
/// assert_eq!(folded("設定を選択する"), "設定 を 選択 する");
/// ```
pub fn folded(text: &str) -> String {
    String::from_utf8_lossy(&fold(text)).into_owned()
}

/// A hash of [`folded`] `text`, the same in every run; the same for every text without a word.
///
/// ```
/// # use bilint::text::loose::key;
/// assert_eq!(key("Next steps"), key("**Next Steps**:"));
/// assert_ne!(key("Next steps"), key("Next step"));
/// ```
pub fn key(text: &str) -> u64 {
    foldhash::quality::FixedState::default().hash_one(fold(text))
}

/// The words of the [`folded`] text that say what it is about: no number, no function word of `language`, no scrap.
pub fn content_words<'t>(folded: &'t str, language: &Language) -> impl Iterator<Item = &'t str> {
    let least = if language.has_word_spaces() && language.script != Script::Hangul { 3 } else { 2 };
    folded.split(' ').filter(move |word| {
        word.chars().nth(least - 1).is_some()
            && !word.contains('0')
            && !word.chars().all(|c| class(c) == Class::Hiragana)
            && !language.is_function_word(word)
    })
}

/// Whether each of two [`folded`] texts has a content word of `language` that the other has in no form: order, function
/// words and endings make no difference, and neither does a word that was only added.
///
/// ```
/// # use bilint::locale::Locale;
/// # use bilint::text::loose::{differ, folded};
/// let differ = |one, other| differ(&folded(one), &folded(other), Locale::parse("it").unwrap().language());
/// assert!(differ("Controllare le opzioni", "Vedere le opzioni"));
/// assert!(!differ("Selezionare un'opzione", "Seleziona le opzioni"));
/// ```
pub fn differ(one: &str, other: &str, language: &Language) -> bool {
    /// Words that are compared with each other; more are another text.
    const MOST: usize = 40;
    let words = |text| {
        let mut words: Vec<&str> = content_words(text, language).collect();
        words.sort_unstable();
        words
    };
    let [mut ones, mut others] = unshared(&words(one), &words(other));
    ones.truncate(MOST);
    others.truncate(MOST);
    ones.retain(|one| {
        let same = others.iter().position(|other| is_form(one, other, language));
        same.map(|at| others.swap_remove(at)).is_none()
    });
    !ones.is_empty() && !others.is_empty()
}

/// What each of two sorted lists has that the other has not, as often as it has it more.
fn unshared<'t>(ones: &[&'t str], others: &[&'t str]) -> [Vec<&'t str>; 2] {
    let (mut left, mut right) = (Vec::new(), Vec::new());
    let (mut ones, mut others) = (ones.iter().peekable(), others.iter().peekable());
    while let (Some(one), Some(other)) = (ones.peek(), others.peek()) {
        match one.cmp(other) {
            std::cmp::Ordering::Less => left.extend(ones.next()),
            std::cmp::Ordering::Greater => right.extend(others.next()),
            std::cmp::Ordering::Equal => {
                ones.next();
                others.next();
            }
        }
    }
    left.extend(ones);
    right.extend(others);
    [left, right]
}

/// Whether two words may be forms of one, or made of one: they begin alike, one holds the other, or most letters agree.
fn is_form(one: &str, other: &str, language: &Language) -> bool {
    // A syllable of Korean is as much as two letters.
    let stem = if language.script == Script::Hangul { 2 } else { 4 };
    let begin = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    let shorter = one.chars().count().min(other.chars().count());
    begin >= stem
        || begin > 2 && begin * 2 >= shorter
        || shorter > 3 && (one.contains(other) || other.contains(one))
        || similarity::words(one, other) >= 0.6
}

/// What a character is to a fold. Words end where one kind of letter does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Hiragana,
    Katakana,
    Han,
    /// Belongs to whatever stands beside it.
    Digit,
    /// As if it were not there.
    Nothing,
    /// Ends a word.
    Outside,
}

fn class(character: char) -> Class {
    match character {
        'a'..='z' | 'A'..='Z' => Class::Letter,
        '0'..='9' => Class::Digit,
        '*' | '`' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => Class::Nothing,
        '\0'..='\u{7f}' => Class::Outside,
        '\u{3040}'..='\u{309f}' => Class::Hiragana,
        '\u{30a0}'..='\u{30ff}' => Class::Katakana,
        '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{323af}' => Class::Han,
        _ if character.is_alphabetic() => Class::Letter,
        _ if character.is_numeric() => Class::Digit,
        _ if is_combining_mark(character) => Class::Nothing,
        _ => Class::Outside,
    }
}

/// What has been read of a text.
struct Folding {
    /// The kind of letter that the last word ends with.
    word: Class,
    /// Whether it ends with a number.
    number: bool,
    /// Whether something stood behind it that ends a word.
    ended: bool,
    /// Whether there is a word.
    begun: bool,
}

/// The bytes of the folded `text`.
fn fold(text: &str) -> Vec<u8> {
    let mut folded = Vec::with_capacity(text.len() + 8);
    let mut state = Folding { word: Class::Outside, number: false, ended: true, begun: false };
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        // Most of every text: nothing to look up.
        if bytes[at].is_ascii_alphabetic() {
            if state.begun && (state.ended || !matches!(state.word, Class::Letter | Class::Digit)) {
                folded.push(b' ');
            }
            at += leading::lower_letters(&bytes[at..], &mut folded);
            let plain = leading::plain_run(&bytes[at..]);
            folded.extend_from_slice(&bytes[at..at + plain]);
            at += plain;
            state = Folding { word: Class::Letter, number: false, ended: false, begun: true };
            continue;
        }
        if bytes[at] == b' ' {
            (state.ended, state.number) = (true, false);
            at += 1;
            continue;
        }
        let Some(character) = char_at(text, at) else { break };
        at += character.len_utf8();
        match class(character) {
            Class::Nothing => {}
            Class::Outside => {
                let grouped = state.number && matches!(character, '.' | ',' | '\'' | '’' | '\u{a0}' | '\u{202f}');
                state.ended |= !(grouped && char_at(text, at).is_some_and(|next| class(next) == Class::Digit));
                state.number &= !state.ended;
                at += markup(character, &bytes[at..]);
            }
            own => state.add(character, own, &mut folded),
        }
    }
    folded
}

impl Folding {
    /// Writes `character`, a letter or digit of the class `own`, behind `folded`.
    fn add(&mut self, character: char, own: Class, folded: &mut Vec<u8>) {
        let is_digit = own == Class::Digit;
        let other = !is_digit && self.word != Class::Digit && own != self.word;
        if self.begun && (self.ended || other) {
            folded.push(b' ');
        }
        if !is_digit {
            lower(character, folded);
        } else if self.ended || !self.number {
            folded.push(b'0');
        }
        if self.ended || !is_digit {
            self.word = own;
        }
        (self.number, self.ended, self.begun) = (is_digit, false, true);
    }
}

#[inline]
fn char_at(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at) {
        Some(&byte) if byte.is_ascii() => Some(char::from(byte)),
        Some(_) => text[at..].chars().next(),
        None => None,
    }
}

/// Writes the small letters of `character` behind `folded`; the two kinds of `i` that Turkish has are one.
#[inline]
fn lower(character: char, folded: &mut Vec<u8>) {
    match character {
        'ı' | 'İ' => folded.push(b'i'),
        _ => character
            .to_lowercase()
            .for_each(|small| folded.extend_from_slice(small.encode_utf8(&mut [0; 4]).as_bytes())),
    }
}

/// How many bytes of `rest` belong to the markup that `character` begins: a tag, an entity, a link's destination.
fn markup(character: char, rest: &[u8]) -> usize {
    /// Longer ones are no tags.
    const LONGEST: usize = 400;
    let near = &rest[..rest.len().min(LONGEST)];
    let until = |byte| memchr::memchr(byte, near).map_or(0, |end| end + 1);
    match (character, rest.first()) {
        (']', Some(b'(')) => destination(rest),
        ('<', Some(first)) if first.is_ascii_alphabetic() || matches!(first, b'/' | b'!') => until(b'>'),
        ('&', Some(_)) => {
            let name = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'#').count();
            if (2..10).contains(&name) && rest.get(name) == Some(&b';') { name + 1 } else { 0 }
        }
        _ => 0,
    }
}

/// The length of the destination that `rest` begins with, parentheses included; 0 when it never ends.
fn destination(rest: &[u8]) -> usize {
    let mut depth = 0_u32;
    for at in memchr::memchr2_iter(b'(', b')', &rest[..rest.len().min(LONGEST)]) {
        depth = if rest[at] == b'(' { depth + 1 } else { depth - 1 };
        match depth {
            0 => return at + 1,
            1..=DEEPEST => {}
            _ => break,
        }
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    #[test]
    fn what_is_no_word_is_left_out() {
        assert_eq!(folded("Press <kbd>Ctrl</kbd>&nbsp;+ `C`, R&D"), "press ctrl c r d");
        assert_eq!(folded("[A](b(c)d) [E](f"), "a e f");
        assert_eq!(folded("1 < 2 and 10.5 %, 3/4, E3"), "0 0 and 0 0 0 e0");
        assert_eq!(folded("İstanbul ISPARTA ısı cafe\u{301}"), "istanbul isparta isi cafe");
        assert_eq!(folded(" … "), "");
        assert_eq!(key(""), key("…"));
    }

    #[test]
    fn kinds_of_letters_part_words_where_no_space_does() {
        assert_eq!(folded("3か月のプラン"), "0か 月 の プラン");
        assert_eq!(folded("选择计划"), "选择计划");
    }

    #[test]
    fn forms_of_a_word_are_no_difference() {
        let differ = |one: &str, other: &str, tag: &str| {
            differ(&folded(one), &folded(other), Locale::parse(tag).unwrap().language())
        };
        assert!(!differ("Dostawcy pośredni", "Dostawców pośrednich", "pl"));
        assert!(!differ("Ny sida", "Den nya sidan", "sv"));
        assert!(!differ("faktureringspartner", "fakturerings partner", "sv"));
        assert!(!differ("Eski aboneliği iptal etme", "Eski aboneliği iptal et", "tr"));
        assert!(!differ("선택합니다", "선택하세요", "ko"));
        assert!(differ("Nästa steg", "Efterföljande moment", "sv"));
        assert!(differ("設定を選択する", "設定をクリックする", "ja"));
        assert!(!differ("設定を選択する", "設定を選択します", "ja"));
        assert!(!differ("Kiezen", "Kiezen en opslaan", "nl"));
    }
}
