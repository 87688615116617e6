//! Characters that nobody typed on purpose: replacement characters, mojibake, invisible and bidi controls, words of
//! two scripts.

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
    while let Some(character) = text[at..].chars().next() {
        let length = match character {
            '\u{fffd}' => 3,
            '\u{c2}'..='\u{f4}' => mojibake(&text[at..]).unwrap_or(0),
            _ => 0,
        };
        if length > 0 {
            found.push(Span::new(at, at + length));
        }
        at += length.max(character.len_utf8());
    }
    found
}

/// The length of the mojibake that `rest` begins with: characters that, as Windows-1252 bytes, are one UTF-8 character.
fn mojibake(rest: &str) -> Option<usize> {
    let mut bytes = Vec::with_capacity(4);
    let mut length = 0;
    for character in rest.chars().take(4) {
        bytes.push(windows_1252(character)?);
        length += character.len_utf8();
        if let Ok(decoded) = std::str::from_utf8(&bytes) {
            let decoded = decoded.chars().next()?;
            let common = matches!(decoded as u32, 0xa0..=0x24f | 0x2010..=0x203a | 0x20ac | 0x2122 | 0x400..=0x4ff);
            return (bytes.len() > 1 && common).then_some(length);
        }
    }
    None
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
    let hidden = |c: char| {
        matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
            || c.is_control() && !matches!(c, '\t' | '\n' | '\r')
    };
    text.char_indices().filter(|&(_, c)| hidden(c)).map(|(at, c)| Span::new(at, at + c.len_utf8())).collect()
}

/// The letters of `word` that belong to another script than most of it: a Cyrillic `а` in a Latin word. Only Latin,
/// Cyrillic and Greek are told apart, whose letters look alike. Empty when the word is of one script or when the
/// scripts meet at a hyphen or apostrophe (`API-интерфейс`).
pub fn foreign_letters(word: &str) -> Vec<Span> {
    if word.is_ascii() {
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

/// Whether most letters of `text` are of a script that does not set words apart by spaces.
pub fn is_unspaced(character: char) -> bool {
    matches!(character as u32, 0x2e80..=0x2fdf | 0x3005..=0x3007 | 0x3031..=0x30ff | 0x31f0..=0x31ff | 0x3400..=0x4dbf
        | 0x4e00..=0x9fff | 0xf900..=0xfaff | 0xff66..=0xff9d | 0xe00..=0xeff | 0x1000..=0x109f | 0x1780..=0x17ff
        | 0x20000..=0x3ffff)
}
