//! Characters that nobody typed on purpose: replacement characters, mojibake, invisible and bidi controls, words of
//! two scripts.

use super::byte_set::ByteSet;
use crate::span::Span;
use unicode_script::{Script, UnicodeScript};

/// Replacement characters (U+FFFD) and mojibake: UTF-8 that was read as Windows-1252 and saved (`Ã©` for `é`, `â€™`
/// for `’`). Each span covers one broken character.
///
/// ```
/// # use bilint::text::characters::broken;
/// let text = "cafÃ© â€“ prêt";
/// let found: Vec<_> = broken(text).into_iter().map(|span| span.of(text)).collect();
/// assert_eq!(found, ["Ã©", "â€“"]);
/// ```
pub fn broken(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = 0;
    // Every character that mojibake begins with is encoded from 0xC3 on, U+FFFD from 0xEF.
    while let Some(offset) = memchr::memchr2(0xc3, 0xef, &text.as_bytes()[at..]) {
        at += offset;
        let length = match text[at..].chars().next() {
            Some('\u{fffd}') => 3,
            Some('Â' | 'Ã' | 'Ä' | 'Å' | 'È' | 'Ð' | 'Ñ' | 'â') => {
                mojibake(text, at).map_or(0, |(length, _)| length)
            }
            _ => 0,
        };
        if length > 0 {
            found.push(Span::new(at, at + length));
        }
        at += length.max(text[at..].chars().next().map_or(1, char::len_utf8));
    }
    found
}

/// What one of the spans of [`broken`] was before it was broken; `None` for a replacement character.
///
/// ```
/// # use bilint::text::characters::repaired;
/// assert_eq!(repaired("Ã©"), Some("é".to_owned()));
/// ```
pub fn repaired(broken: &str) -> Option<String> {
    mojibake(broken, 0).map(|(_, meant)| meant.to_string())
}

/// The length of the mojibake that begins at `at`, and what it stands for: characters that, as Windows-1252 bytes, are
/// one character in UTF-8.
fn mojibake(text: &str, at: usize) -> Option<(usize, char)> {
    let mut bytes = Vec::with_capacity(4);
    let mut length = 0;
    for character in text[at..].chars().take(4) {
        bytes.push(windows_1252(character)?);
        length += character.len_utf8();
        if let Ok(decoded) = std::str::from_utf8(&bytes) {
            let decoded = decoded.chars().next()?;
            let common = matches!(decoded as u32, 0xa0..=0x17f | 0x218..=0x21b | 0x2010..=0x203a | 0x20ac | 0x2122 | 0x400..=0x45f);
            let before = text[..at].chars().next_back();
            // `PÄÄ…`, `«Å»`, `”Å…”`: a capital that ends a word, and a mark.
            let capital = !before.is_some_and(char::is_lowercase) && is_closing(character);
            return (bytes.len() > 2 || bytes.len() == 2 && !capital).then_some((length, decoded)).filter(|_| common);
        }
    }
    None
}

/// Marks of Windows-1252 that stand behind a word.
fn is_closing(character: char) -> bool {
    matches!(
        character,
        '’' | '‘'
            | '“'
            | '”'
            | '„'
            | '‚'
            | '…'
            | '–'
            | '—'
            | '»'
            | '›'
            | '™'
            | '•'
            | '®'
            | '\u{a0}'
            | '°'
            | '²'
            | '³'
            | '¹'
    )
}

/// The byte that stands for `character` in Windows-1252, above ASCII.
fn windows_1252(character: char) -> Option<u8> {
    const HIGH: [char; 27] = [
        '€', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 'Ž', '‘', '’', '“', '”', '•', '–', '—', '˜', '™',
        'š', '›', 'œ', 'ž', 'Ÿ',
    ];
    const BYTES: [u8; 27] = [
        0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94, 0x95,
        0x96, 0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f,
    ];
    match character as u32 {
        code @ 0x80..=0xff => Some(code as u8),
        _ => HIGH.iter().position(|&high| high == character).map(|index| BYTES[index]),
    }
}

/// Characters that do not show: zero-width spaces and joiners, bidi marks, embeddings, overrides and isolates, soft
/// hyphens, byte order marks, and control characters but tab and line ends (Unicode annex 9 and general category Cf).
pub fn invisible(text: &str) -> Vec<Span> {
    let hidden = |c: &char| {
        matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
            || c.is_control() && !matches!(c, '\t' | '\n' | '\r')
    };
    let characters =
        UNSEEN.places(text.as_bytes()).filter_map(|at| Some((at, text[at..].chars().next().filter(hidden)?)));
    characters.map(|(at, c)| Span::new(at, at + c.len_utf8())).collect()
}

/// Bytes that characters begin with that do not show.
const UNSEEN: ByteSet = ByteSet::of(b"\x7f\xc2\xd8\xe1\xe2\xef").with(0, 0x1f);

/// The letters of `word` that belong to another script than most of it: a Cyrillic `а` in a Latin word. Only Latin,
/// Cyrillic and Greek are told apart, whose letters look alike. Empty when the word is of one script or when the
/// scripts meet at a hyphen or apostrophe (`API-интерфейс`).
pub fn foreign_letters(word: &str) -> Vec<Span> {
    // Below U+0340 all letters are Latin.
    if word.bytes().all(|b| b < 0xcd) {
        return Vec::new();
    }
    let alike = |c: char| matches!(c.script(), Script::Latin | Script::Cyrillic | Script::Greek);
    let mut found = Vec::new();
    let mut at = 0;
    for part in word.split_inclusive(|c: char| !c.is_alphabetic()) {
        let letters: Vec<(usize, char)> = part.char_indices().filter(|&(_, c)| alike(c)).collect();
        let of = |script| letters.iter().filter(|(_, c)| c.script() == script).count();
        let counts = [
            (Script::Latin, of(Script::Latin)),
            (Script::Cyrillic, of(Script::Cyrillic)),
            (Script::Greek, of(Script::Greek)),
        ];
        let most = counts.iter().max_by_key(|(_, count)| *count).map(|(script, _)| *script);
        if counts.iter().filter(|(_, count)| *count > 0).count() > 1 {
            let strange = letters.iter().filter(|(_, c)| Some(c.script()) != most);
            found.extend(strange.map(|&(offset, c)| Span::new(at + offset, at + offset + c.len_utf8())));
        }
        at += part.len();
    }
    found
}

/// The part `span` of `word`, its [foreign letters](foreign_letters) replaced by the letters that look like them in the
/// script of the rest; `None` when one of them looks like none (`kΩ`).
///
/// ```
/// # use bilint::text::characters::{foreign_letters, without_look_alikes};
/// let word = "p\u{43e}rtail";
/// assert_eq!(without_look_alikes(word, foreign_letters(word)[0]), Some("o".to_owned()));
/// ```
pub fn without_look_alikes(word: &str, span: Span) -> Option<String> {
    let strange = foreign_letters(word);
    let letter = word.char_indices().find(|&(at, c)| {
        let alike = matches!(c.script(), Script::Latin | Script::Cyrillic | Script::Greek);
        alike && !strange.iter().any(|strange| strange.range().start == at)
    });
    let script = letter?.1.script();
    let mend = |(at, c): (usize, char)| {
        let at = at + span.range().start;
        if strange.iter().any(|strange| strange.range().start == at) { look_alike(c, script) } else { Some(c) }
    };
    span.of(word).char_indices().map(mend).collect()
}

/// The letter of `script` that looks like `letter`.
/// The Latin letters that `word`, all of another script, looks like; `None` where one of them has no look-alike.
///
/// ```
/// # use bilint::text::characters::as_latin;
/// assert_eq!(as_latin("АРІ").as_deref(), Some("API"));
/// assert!(as_latin("США").is_none() && as_latin("API").is_none());
/// ```
pub fn as_latin(word: &str) -> Option<String> {
    word.chars().map(|letter| look_alike(letter, Script::Latin).filter(|it| *it != letter)).collect()
}

fn look_alike(letter: char, script: Script) -> Option<char> {
    /// Latin, Cyrillic, Greek; a blank where a script has none.
    const ROWS: [&str; 30] = [
        "AАΑ", "BВΒ", "CС ", "EЕΕ", "HНΗ", "IІΙ", "JЈ ", "KКΚ", "MМΜ", "N Ν", "OОΟ", "PРΡ", "SЅ ", "TТΤ", "XХΧ", "YҮΥ",
        "Z Ζ", "aаα", "cс ", "eе ", "iіι", "jј ", "oоο", "pрρ", "sѕ ", "v ν", "xхχ", "yу ", "hһ ", "dԁ ",
    ];
    let column = |script| match script {
        Script::Latin => Some(0),
        Script::Cyrillic => Some(1),
        Script::Greek => Some(2),
        _ => None,
    };
    let (from, to) = (column(letter.script())?, column(script)?);
    let row = ROWS.iter().find(|row| row.chars().nth(from) == Some(letter))?;
    row.chars().nth(to).filter(|c| *c != ' ')
}

/// Whether most letters of `text` are of a script that does not set words apart by spaces.
pub fn is_unspaced(character: char) -> bool {
    matches!(character as u32, 0x2e80..=0x2fdf | 0x3005..=0x3007 | 0x3031..=0x30ff | 0x31f0..=0x31ff | 0x3400..=0x4dbf
        | 0x4e00..=0x9fff | 0xf900..=0xfaff | 0xff66..=0xff9d | 0xe00..=0xeff | 0x1000..=0x109f | 0x1780..=0x17ff
        | 0x20000..=0x3ffff)
}
