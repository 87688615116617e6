//! Sentences, by Unicode annex 29, mended where it is known to cut too much.

use super::byte_set::ByteSet;
use super::leading;
use crate::locale::leads_on;
use crate::span::Span;
use unicode_segmentation::UnicodeSegmentation;

/// The sentences of `text` in order, without the white space around them. A text without a terminator inside is
/// one sentence and never reaches the annex.
///
/// The annex cuts after every full stop before a capital; an abbreviation of one to three letters (`z. B. Azure`,
/// `bzw. Office`) is put back, and so is what stands behind a number alone (`1. Open`).
///
/// ```
/// # use bilint::text::sentences::sentences;
/// let text = "Öffnen Sie z. B. Azure. Fertig?";
/// let found: Vec<_> = sentences(text).into_iter().map(|sentence| sentence.of(text)).collect();
/// assert_eq!(found, ["Öffnen Sie z. B. Azure.", "Fertig?"]);
/// ```
pub fn sentences(text: &str) -> Vec<Span> {
    single(text).map_or_else(|| cut(text), |whole| if whole.is_empty() { Vec::new() } else { vec![whole] })
}

/// The one sentence that `text` is, empty where it is blank; `None` where a sentence may end before its end.
pub(crate) fn single(text: &str) -> Option<Span> {
    is_single(text).then(|| trimmed(text, 0, text.len()).unwrap_or_default())
}

/// The [`sentences`] of a text that may be more than one.
pub(crate) fn cut(text: &str) -> Vec<Span> {
    let cuts = western_cuts(text).unwrap_or_else(|| annex_cuts(text));
    let mut found: Vec<Span> = Vec::with_capacity(cuts.len() + 1);
    let mut start = 0;
    for end in cuts.into_iter().chain([text.len()]) {
        match (trimmed(text, start, end), found.last_mut()) {
            (None, _) => {}
            (Some(span), Some(last)) if goes_on(text, *last, span) => *last = last.to(span),
            (Some(span), _) => found.push(span),
        }
        start = end;
    }
    found
}

/// Where the annex cuts `text`, but for its end.
fn annex_cuts(text: &str) -> Vec<usize> {
    text.split_sentence_bound_indices().map(|(start, _)| start).skip(1).collect()
}

/// What the annex tells apart (Unicode annex 29, table 4), of the characters that Western texts are written in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Separator,
    Space,
    Lower,
    Upper,
    Digit,
    FullStop,
    Terminator,
    Close,
    Continue,
    Other,
}

/// The class of `character`; `None` for one that is rare in Western texts.
fn class(character: char) -> Option<Class> {
    Some(match character {
        '\n' | '\r' => Class::Separator,
        ' ' | '\t' | '\x0b' | '\x0c' | '\u{a0}' => Class::Space,
        'a'..='z' => Class::Lower,
        'A'..='Z' => Class::Upper,
        '0'..='9' => Class::Digit,
        '.' => Class::FullStop,
        '!' | '?' => Class::Terminator,
        '(' | ')' | '[' | ']' | '{' | '}' | '"' | '\'' | '«' | '»' | '\u{2018}'..='\u{201f}' => Class::Close,
        ',' | '-' | ':' | ';' | '–' | '—' => Class::Continue,
        '\0'..='\x7f' | '°' | '€' | '§' | '…' | '•' | '→' | '®' | '™' => Class::Other,
        // Letters of the Latin, Greek and Cyrillic scripts.
        '\u{c0}'..='\u{24f}' | '\u{386}'..='\u{3ff}' | '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}'
            if character.is_alphabetic() =>
        {
            match character {
                _ if character.is_lowercase() => Class::Lower,
                _ if character.is_uppercase() => Class::Upper,
                _ => return None,
            }
        }
        _ => return None,
    })
}

/// Where the annex cuts a text of Western letters, but for its end; `None` for another text. The same as the annex, and
/// ten times as fast; a test holds that.
fn western_cuts(text: &str) -> Option<Vec<usize>> {
    if beyond_ascii(text).any(|character| class(character).is_none()) {
        return None;
    }
    let (bytes, mut cuts) = (text.as_bytes(), Vec::new());
    let mut cut_at = |at: usize| {
        let cut = match bytes[at] {
            b'\n' => Some(at + 1),
            b'\r' => (bytes.get(at + 1) != Some(&b'\n')).then_some(at + 1),
            _ => cut_behind(text, at),
        };
        cuts.extend(cut.filter(|&cut| cut < text.len() && cuts.last().is_none_or(|&last| last < cut)));
    };
    if memchr::memchr2(b'\n', b'\r', bytes).is_none() {
        memchr::memchr3_iter(b'.', b'!', b'?', bytes).for_each(cut_at);
    } else {
        let ends = |byte: u8| matches!(byte, b'.' | b'!' | b'?' | b'\n' | b'\r');
        (0..bytes.len()).filter(|&at| ends(bytes[at])).for_each(&mut cut_at);
    }
    Some(cuts)
}

/// The characters of `text` that are no ASCII, in order.
fn beyond_ascii(text: &str) -> impl Iterator<Item = char> {
    let mut at = 0;
    std::iter::from_fn(move || {
        at += leading::ascii(&text.as_bytes()[at..]);
        let character = text[at..].chars().next()?;
        at += character.len_utf8();
        Some(character)
    })
}

/// Where a sentence ends whose terminator stands at byte `at`, if one ends there (rules SB6 to SB11).
fn cut_behind(text: &str, at: usize) -> Option<usize> {
    let is_stop = text.as_bytes()[at] == b'.';
    let rest = &text[at + 1..];
    let mut classes = rest.char_indices().map(|(offset, character)| (offset, class(character))).peekable();
    let next = |classes: &mut std::iter::Peekable<_>| -> Option<(usize, Class)> {
        classes.peek().map(|&(offset, class): &(usize, Option<Class>)| (offset, class.unwrap_or(Class::Other)))
    };
    let first = next(&mut classes).map(|(_, class)| class);
    let before = text[..at].chars().next_back().and_then(class);
    let in_word = matches!(before, Some(Class::Upper | Class::Lower)) && first == Some(Class::Upper);
    if is_stop && (first == Some(Class::Digit) || in_word) {
        return None;
    }
    for passed in [Class::Close, Class::Space] {
        while next(&mut classes).is_some_and(|(_, class)| class == passed) {
            classes.next();
        }
    }
    let (offset, follower) = next(&mut classes)?;
    match follower {
        Class::Separator => {
            let length = if rest[offset..].starts_with("\r\n") { 2 } else { 1 };
            return Some(at + 1 + offset + length);
        }
        Class::Continue | Class::FullStop | Class::Terminator => return None,
        _ => {}
    }
    if is_stop {
        let letter = classes.map(|(_, class)| class).find(|class| {
            !matches!(class, Some(Class::Space | Class::Digit | Class::Close | Class::Continue | Class::Other))
        });
        if letter.flatten() == Some(Class::Lower) {
            return None;
        }
    }
    Some(at + 1 + offset)
}

/// Puts back together what was cut within one of `masked`: what ends a sentence elsewhere is a letter like any other in
/// code and addresses.
pub fn join(sentences: &mut Vec<Span>, masked: &[Span]) {
    let inside = |at: u32| masked.iter().any(|mask| mask.start < at && at < mask.end);
    sentences.dedup_by(|later, earlier| {
        let joined = inside(earlier.end);
        if joined {
            *earlier = earlier.to(*later);
        }
        joined
    });
}

/// Whether no sentence can end before the end of the text.
fn is_single(text: &str) -> bool {
    let body = text.trim_end_matches(|c: char| matches!(c, '.' | '!' | '?' | ')' | '*' | '"') || c.is_whitespace());
    let mut characters = ENDS.places(body.as_bytes()).map(|at| body[at..].chars().next());
    characters
        .all(|character| character.is_some_and(|c| !c.is_ascii() && (c < '\u{85}' || c.is_alphabetic() || is_calm(c))))
}

/// Bytes that may end a sentence, and those that begin a character beyond ASCII.
const ENDS: ByteSet = ByteSet::of(b".!?\n\r").with(0xc0, 0xff);

/// Punctuation above ASCII that ends no sentence.
fn is_calm(character: char) -> bool {
    matches!(character, '\u{a0}'..='\u{bf}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{203a}' | '\u{300}'..='\u{36f}')
}

/// Whether the sentence `last` goes on with `next`, though the annex cut between them: behind an abbreviation, and where
/// no blank stands behind a mark of ASCII (`SDK .NET`, `[![image]`).
fn goes_on(text: &str, last: Span, next: Span) -> bool {
    let glued = last.end == next.start && text[..last.range().end].ends_with(['.', '!', '?']);
    glued || ends_in_abbreviation(last.of(text)) && !text[..next.range().start].ends_with('\n')
}

fn trimmed(text: &str, start: usize, end: usize) -> Option<Span> {
    let piece = &text[start..end];
    let lead = piece.len() - piece.trim_start().len();
    let body = piece.trim().len();
    (body > 0).then(|| Span::new(start + lead, start + lead + body))
}

fn ends_in_abbreviation(sentence: &str) -> bool {
    let Some(body) = sentence.strip_suffix('.') else { return false };
    let last = body.rsplit([' ', '\u{a0}', '(', '.', '*']).next().unwrap_or(body);
    let letters = last.chars().count();
    let decimal = body[..body.len() - last.len()].ends_with('.');
    let number = letters <= 3 && last.chars().all(|c| c.is_ascii_digit()) && !decimal;
    let short = last.chars().all(char::is_alphabetic) && letters <= 3 && !last.chars().skip(1).any(char::is_uppercase);
    letters > 0 && (number || short && (letters == 1 || leads_on(&last.to_lowercase())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn same(text: &str) {
        assert_eq!(western_cuts(text), Some(annex_cuts(text)), "{text:?}");
    }

    /// One character of each class, in every order.
    #[test]
    fn western_texts_are_cut_as_the_annex_cuts_them() {
        const ALPHABET: [char; 11] = ['a', 'É', '1', '.', '!', ' ', '»', ',', '…', '\n', '\r'];
        for length in 1..=5 {
            for mut number in 0..ALPHABET.len().pow(length) {
                let mut text = String::new();
                for _ in 0..length {
                    text.push(ALPHABET[number % ALPHABET.len()]);
                    number /= ALPHABET.len();
                }
                same(&text);
            }
        }
    }

    /// Every character that has a class, in the places that tell classes apart.
    #[test]
    fn every_character_is_of_its_class() {
        let known = ('\0'..='\u{52f}').chain('\u{2010}'..='\u{2300}').filter(|&character| class(character).is_some());
        for character in known {
            for before in ["", "a", "a.", "a. ", "a!", "A.", "1"] {
                for behind in ["", "a", "A", ".", ". A", " a", "!", "\n", ") A"] {
                    same(&format!("{before}{character}{behind}"));
                }
            }
        }
    }
}
