//! What a finding is recognised by when the file around it changes.

use crate::finding::Finding;
use crate::model::{Docset, Place, Sources};
use std::fmt;
use std::ops::Range;

/// What a finding is recognised by: its check and the texts of its segment at and around its place. Neither the path
/// nor a line nor an id is part of it, and runs of blanks count as one space, so it survives edits elsewhere, moves
/// and new line breaks. Two findings of one text in two places have one fingerprint. 64 bits of FNV-1a, shown as
/// sixteen hexadecimal digits; the same on every machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(u64);

impl fmt::Display for Fingerprint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:016x}", self.0)
    }
}

/// Characters of a finding's segment that count on either side of its place.
const AROUND: usize = 20;

/// The fingerprint of `finding`.
pub fn fingerprint(sources: &Sources, docset: &Docset<'_>, finding: &Finding) -> Fingerprint {
    let document = &docset.documents[finding.place.document()];
    let mut hash = Fnv::default();
    hash.add(finding.check.chars());
    match finding.place {
        Place::Segment { segment, side, span, .. } => {
            let segment = &document.parts.segments[segment as usize];
            let text = segment.side(side).as_str();
            hash.add(collapsed(segment.source.as_str()));
            let Range { start, end } = span.range();
            let before: String = collapsed(&text[..start]).collect();
            hash.add(before.chars().rev().take(AROUND));
            hash.add(collapsed(&text[start..end]));
            hash.add(collapsed(&text[end..]).take(AROUND));
        }
        Place::File { .. } => {
            let (file, span) = docset.locate(finding.place);
            hash.add(collapsed(span.of(&sources.file(file).text)));
        }
    }
    Fingerprint(hash.0)
}

/// The characters of `text`, runs of white space as one space.
fn collapsed(text: &str) -> impl Iterator<Item = char> {
    let mut blank = false;
    text.chars().filter_map(move |character| {
        let again = blank && character.is_whitespace();
        blank = character.is_whitespace();
        match (blank, again) {
            (_, true) => None,
            (true, _) => Some(' '),
            _ => Some(character),
        }
    })
}

/// FNV-1a over texts: the same on every machine and in every version, unlike the standard library's hashers.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    /// Adds the characters of a text, and a byte that no text holds, so that two texts are not one.
    fn add(&mut self, text: impl Iterator<Item = char>) {
        let mut buffer = [0; 4];
        for character in text {
            character.encode_utf8(&mut buffer).bytes().for_each(|byte| self.byte(byte));
        }
        self.byte(0xff);
    }

    fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
}
