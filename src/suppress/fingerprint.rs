//! What a finding is recognised by when the file around it changes.

use crate::finding::Finding;
use crate::model::{Docset, Document, Place, Side, Sources};
use crate::text::fnv::Fnv;
use std::fmt;
use std::ops::Range;
use std::str::FromStr;

/// What a finding is recognised by: its check and the texts that it speaks of.
///
/// In a segment these are the translation at the place, the letters and digits around it, and the parts of the original
/// that it misses; the rest of the original is not among them. Outside of segments it is the text of the file at the
/// place; where there is none, as for what is said of a page as a whole, the title of the page.
///
/// Neither the path nor a line nor an id is part of it, and runs of blanks count as one space, so it survives edits
/// elsewhere, another wording of the original, moves and new line breaks. Two findings of one text in two places have one fingerprint. 64 bits of
/// FNV-1a, shown as sixteen hexadecimal digits; the same on every machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(u64);

impl fmt::Display for Fingerprint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:016x}", self.0)
    }
}

/// A text that is no fingerprint.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no fingerprint, which is sixteen hexadecimal digits")]
pub struct NoFingerprint(String);

impl FromStr for Fingerprint {
    type Err = NoFingerprint;

    fn from_str(text: &str) -> Result<Self, NoFingerprint> {
        let digits = text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let number = digits.then(|| u64::from_str_radix(text, 16).ok()).flatten();
        number.map(Self).ok_or_else(|| NoFingerprint(text.to_owned()))
    }
}

/// Characters of a finding's segment that count on either side of its place.
const AROUND: usize = 20;

/// Characters that count at either end of a long text: of a paragraph that is missing, not every word.
const ENDS: usize = 40;

/// The fingerprint of `finding`.
pub fn fingerprint(sources: &Sources, docset: &Docset<'_>, finding: &Finding) -> Fingerprint {
    let document = &docset.documents[finding.place.document()];
    let mut hash = Fnv::default();
    hash.add(finding.check.chars());
    let lacks = lacks(sources, docset, finding);
    for text in &lacks {
        hash.add(ends(text));
    }
    match finding.place {
        Place::Segment { segment, side, span, .. } => {
            let segment = &document.parts.segments[segment as usize];
            // Where something is missing, the place is guessed: what is missing says more.
            if !span.is_empty() || lacks.is_empty() {
                let (before, within, after) = around(segment.side(side).as_str(), span.range());
                hash.add(within.chars());
                // Blanks and marks beside it may be mended.
                hash.add(before.chars().filter(|c| c.is_alphanumeric()));
                hash.add(after.chars().filter(|c| c.is_alphanumeric()));
            }
        }
        Place::File { .. } => match written(sources, docset, finding.place) {
            "" if lacks.is_empty() => hash.add(collapsed(title(document).unwrap_or_default().chars())),
            text => hash.add(ends(text)),
        },
    }
    Fingerprint(hash.0)
}

/// The parts of the original that `finding` misses: a number, a link, a block; not a segment as a whole, which only
/// stands beside it.
fn lacks<'s>(sources: &'s Sources, docset: &Docset<'_>, finding: &Finding) -> Vec<&'s str> {
    let is_part = |place: &Place| match *place {
        Place::Segment { document, segment, side: Side::Source, span } => {
            let segment = &docset.documents[document as usize].parts.segments[segment as usize];
            span.len() < segment.source.as_str().len()
        }
        Place::File { side, .. } => side == Side::Source,
        Place::Segment { .. } => false,
    };
    let parts = finding.related.iter().filter(|place| is_part(place));
    parts.map(|&place| written(sources, docset, place)).filter(|text| !text.is_empty()).collect()
}

/// The text that a person knows `finding` by, on one line: what its fingerprint is made of, without the original.
pub(super) fn excerpt(sources: &Sources, docset: &Docset<'_>, finding: &Finding) -> String {
    let document = &docset.documents[finding.place.document()];
    let text = match finding.place {
        Place::Segment { segment, side, span, .. } => {
            let text = document.parts.segments[segment as usize].side(side).as_str();
            let (before, within, after) = around(text, span.range());
            before + &within + &after
        }
        Place::File { .. } => ends(written(sources, docset, finding.place)).collect(),
    };
    let lacks = || finding.related.iter().find(|place| place.side() == Side::Source);
    let lacks = || lacks().map(|&place| ends(written(sources, docset, place)).collect());
    let title = || title(document).map(|title| collapsed(title.chars()).collect());
    let said = |text: &String| !text.trim().is_empty();
    let text = Some(text).filter(said).or_else(lacks).filter(said).or_else(title).unwrap_or_default();
    text.trim().to_owned()
}

/// The text of the file at `place`, without the blanks around it.
fn written<'s>(sources: &'s Sources, docset: &Docset<'_>, place: Place) -> &'s str {
    let (file, span) = docset.locate(place);
    span.of(&sources.file(file).text).trim()
}

/// What a page calls itself.
fn title<'d>(document: &'d Document<'_>) -> Option<&'d str> {
    let heading = document.parts.structure.headings.iter().find(|heading| heading.level == 1);
    heading.map(|heading| &*heading.text).or_else(|| document.field("title").map(|field| &*field.value))
}

/// The characters before, in and behind the bytes `at` of `text`.
fn around(text: &str, Range { start, end }: Range<usize>) -> (String, String, String) {
    let before: Vec<char> = collapsed(text[..start].chars().rev()).take(AROUND).collect();
    let before = before.into_iter().rev().collect();
    (before, ends(&text[start..end]).collect(), collapsed(text[end..].chars()).take(AROUND).collect())
}

/// The characters of `text`; of a long one those at its ends, with an ellipsis between them.
fn ends(text: &str) -> impl Iterator<Item = char> {
    let mut text: Vec<char> = collapsed(text.chars()).collect();
    if text.len() > 2 * ENDS {
        text.splice(ENDS..text.len() - ENDS, ['…']);
    }
    text.into_iter()
}

/// The `characters` of a text, runs of white space as one space.
fn collapsed(characters: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
    let mut blank = false;
    characters.filter_map(move |character| {
        let again = blank && character.is_whitespace();
        blank = character.is_whitespace();
        match (blank, again) {
            (_, true) => None,
            (true, _) => Some(' '),
            _ => Some(character),
        }
    })
}
