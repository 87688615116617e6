//! Words, by Unicode annex 29.
//!
//! `unicode-segmentation` is the referee; it runs at about 38 MB/s. Texts of Latin letters and common punctuation,
//! which is most of what is read, go through a table instead. `tests/facts.rs` proves the two equal.

use super::leading;
use crate::span::Span;
use unicode_segmentation::UnicodeSegmentation;

/// The words of `text` in order: runs between word boundaries that hold a letter or a digit.
///
/// ```
/// # use bilint::text::words::words;
/// let text = "L'API coûte 1,5 €.";
/// let found: Vec<_> = words(text).into_iter().map(|word| word.of(text)).collect();
/// assert_eq!(found, ["L'API", "coûte", "1,5"]);
/// ```
pub fn words(text: &str) -> Vec<Span> {
    latin(text).unwrap_or_else(|| annex(text))
}

/// The words of `text` by `unicode-segmentation`, whatever its script.
pub fn annex(text: &str) -> Vec<Span> {
    text.unicode_word_indices().map(|(start, word)| Span::new(start, start + word.len())).collect()
}

/// `words` of `text` with what an apostrophe joins to a word of more than three letters apart: `l'eau`, but not `qu'on`.
///
/// ```
/// # use bilint::text::words::{parted, words};
/// let text = "L'API qu'on lit, dell’offerta";
/// let found: Vec<_> = parted(text, &words(text)).into_iter().map(|word| word.of(text)).collect();
/// assert_eq!(found, ["L'API", "qu'on", "lit", "dell", "offerta"]);
/// ```
pub fn parted(text: &str, words: &[Span]) -> Vec<Span> {
    let mut found = Vec::with_capacity(words.len());
    let mut marks = memchr::memchr2_iter(MARKS[0], MARKS[1], text.as_bytes()).peekable();
    for &word in words {
        let own = word.of(text);
        while marks.next_if(|&mark| mark < word.range().start).is_some() {}
        let may_be_elided = marks.peek().is_some_and(|&mark| mark < word.range().end);
        let mark = may_be_elided.then(|| own.char_indices().rfind(|(_, c)| matches!(c, '\'' | '’'))).flatten();
        let parts = mark.map(|(at, mark)| (at, at + mark.len_utf8()));
        match parts.filter(|&(at, behind)| at > 0 && own[behind..].chars().nth(3).is_some()) {
            Some((at, behind)) => {
                let range = word.range();
                found.extend([Span::new(range.start, range.start + at), Span::new(range.start + behind, range.end)]);
            }
            None => found.push(word),
        }
    }
    found
}

/// Whether `text` may have an apostrophe within a word.
pub(crate) fn may_be_elided(text: &str) -> bool {
    memchr::memchr2(MARKS[0], MARKS[1], text.as_bytes()).is_some()
}

/// The first bytes of apostrophes.
const MARKS: [u8; 2] = [b'\'', 0xe2];

/// Word break classes, as far as Latin text knows them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Digit,
    /// `_`: joins, but makes no word alone.
    Connector,
    /// Between letters: `:`, `·`.
    MiddleLetter,
    /// Between digits: `,`, `;`.
    MiddleDigit,
    /// Between letters and between digits: `.`, `'`, `’`.
    Middle,
    Other,
    /// Left to the annex.
    Foreign,
}

/// The class of each character below U+0250.
static CLASSES: [Class; 0x250] = {
    let mut table = [Class::Other; 0x250];
    let mut at = 0;
    while at < 0x250 {
        table[at] = match at as u32 {
            0x30..=0x39 => Class::Digit,
            0x41..=0x5a | 0x61..=0x7a | 0xaa | 0xb5 | 0xba | 0xc0..=0xd6 | 0xd8..=0xf6 | 0xf8..=0x24f => Class::Letter,
            0x5f => Class::Connector,
            0x3a | 0xb7 => Class::MiddleLetter,
            0x2c | 0x3b => Class::MiddleDigit,
            0x2e | 0x27 => Class::Middle,
            // Soft hyphen extends; the cedilla alone is a letter that makes no word; superscripts and fractions are digits to `char` but not to the annex.
            0xad | 0xb2 | 0xb3 | 0xb8 | 0xb9 | 0xbc..=0xbe => Class::Foreign,
            _ => Class::Other,
        };
        at += 1;
    }
    table
};

fn class(character: char) -> Class {
    match character as u32 {
        code @ ..0x250 => CLASSES[code as usize],
        0x2018 | 0x2019 | 0x2024 => Class::Middle,
        0x2010..=0x2017 | 0x201a..=0x2023 | 0x2025 | 0x2026 | 0x2030..=0x203e | 0x20ac | 0x2122 => Class::Other,
        _ => Class::Foreign,
    }
}

/// The class of the character that begins at byte `at`, and its length in bytes.
#[inline]
fn class_at(text: &str, at: usize) -> (Class, usize) {
    let bytes = text.as_bytes();
    match bytes[at] {
        byte @ ..0x80 => (CLASSES[byte as usize], 1),
        lead @ 0xc2..=0xc8 => (CLASSES[(lead as usize & 0x1f) << 6 | bytes[at + 1] as usize & 0x3f], 2),
        _ => {
            text[at..].chars().next().map_or((Class::Foreign, 1), |character| (class(character), character.len_utf8()))
        }
    }
}

/// The words of a text of Latin letters, or `None` when something in it is left to the annex.
fn latin(text: &str) -> Option<Vec<Span>> {
    let bytes = text.as_bytes();
    let mut found = Vec::with_capacity(bytes.len() / 6 + 1);
    let mut at = 0;
    while at < bytes.len() {
        let (first, length) = match bytes[at] {
            b' ' => (Class::Other, 1),
            byte if byte.is_ascii_alphabetic() => (Class::Letter, 1),
            _ => class_at(text, at),
        };
        match first {
            Class::Letter | Class::Digit | Class::Connector => {
                let (end, wordy) = word_end(text, at + length, first)?;
                if wordy {
                    found.push(Span::new(at, end));
                }
                at = end;
            }
            Class::Foreign => return None,
            _ => at += length,
        }
    }
    Some(found)
}

/// The end of the run that goes on at `end` behind a character of class `before`, and whether it holds a letter or a
/// digit; `None` when something in it is left to the annex.
#[inline]
fn word_end(text: &str, mut end: usize, mut before: Class) -> Option<(usize, bool)> {
    let mut wordy = before != Class::Connector;
    let bytes = text.as_bytes();
    loop {
        // Most of every word: nothing to look up.
        if before == Class::Letter {
            end += leading::letters_run(&bytes[end..]);
        }
        if matches!(bytes.get(end), None | Some(b' ')) {
            break;
        }
        let (joined, length) = class_at(text, end);
        match joined {
            Class::Letter | Class::Digit | Class::Connector => {
                wordy |= joined != Class::Connector;
                before = joined;
                end += length;
            }
            Class::Middle | Class::MiddleLetter | Class::MiddleDigit => {
                let ahead = end + length;
                if ahead == text.len() {
                    break;
                }
                let (behind, _) = class_at(text, ahead);
                if behind == Class::Foreign {
                    return None;
                }
                let joins = behind == before
                    && match before {
                        Class::Letter => joined != Class::MiddleDigit,
                        Class::Digit => joined != Class::MiddleLetter,
                        _ => false,
                    };
                if !joins {
                    break;
                }
                end = ahead;
            }
            Class::Foreign => return None,
            Class::Other => break,
        }
    }
    Some((end, wordy))
}
