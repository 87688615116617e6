//! Decoded text that remembers where it came from.

use crate::span::{FileSpan, Span};

/// From byte `decoded` on, the text stands in the file from byte `file` on, until the next piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Offset in the decoded text, in bytes.
    pub decoded: u32,
    /// Offset in the file, in bytes.
    pub file: u32,
}

/// The text of one side of a segment: borrowed where it stands in the file as it is read, owned where a format decoded
/// it (JSON escapes, entities).
#[derive(Clone, Debug)]
pub struct Content<'t>(Form<'t>);

/// Small, because a run holds two for each segment.
#[derive(Clone, Debug)]
enum Form<'t> {
    Verbatim { text: &'t str, at: u32 },
    Decoded(Box<Decoded>),
}

#[derive(Clone, Debug)]
struct Decoded {
    text: String,
    file: FileSpan,
    pieces: Box<[Piece]>,
}

impl<'t> Content<'t> {
    /// Text that stands in the file at byte `at` as it is.
    pub fn verbatim(text: &'t str, at: usize) -> Self {
        Self(Form::Verbatim { text, at: at as u32 })
    }

    /// Text that was decoded from the bytes `file`. `pieces` are in order, the first at 0; between two of them the
    /// text runs as in the file, but for what was decoded, whose piece maps all of it to the escape's first byte.
    pub fn decoded(text: String, file: FileSpan, pieces: Vec<Piece>) -> Self {
        debug_assert!(pieces.first().is_some_and(|piece| piece.decoded == 0) || text.is_empty());
        Self(Form::Decoded(Box::new(Decoded { text, file, pieces: pieces.into() })))
    }

    /// The decoded text.
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Form::Verbatim { text, .. } => text,
            Form::Decoded(decoded) => &decoded.text,
        }
    }

    /// All its bytes in the file.
    pub fn file_span(&self) -> FileSpan {
        match &self.0 {
            Form::Verbatim { text, at } => FileSpan { start: *at, end: *at + text.len() as u32 },
            Form::Decoded(decoded) => decoded.file,
        }
    }

    /// Where `span` of the decoded text lies in the file. A span within something decoded covers all of it.
    pub fn locate(&self, span: Span) -> FileSpan {
        match &self.0 {
            Form::Verbatim { at, .. } => FileSpan { start: at + span.start, end: at + span.end },
            Form::Decoded(decoded) => decoded.locate(span),
        }
    }
}

impl Decoded {
    fn locate(&self, span: Span) -> FileSpan {
        let start = self.start_in_file(span.start);
        let end = if span.is_empty() { start } else { self.end_in_file(span.end) };
        FileSpan { start, end: end.max(start) }
    }

    fn start_in_file(&self, at: u32) -> u32 {
        let Some(index) = self.pieces.partition_point(|piece| piece.decoded <= at).checked_sub(1) else {
            return self.file.start;
        };
        let piece = self.pieces[index];
        let next = self.pieces.get(index + 1).map_or(self.file.end, |next| next.file);
        (piece.file + (at - piece.decoded)).min(next)
    }

    /// The byte of the file behind the decoded byte before `at`.
    fn end_in_file(&self, at: u32) -> u32 {
        let index = self.pieces.partition_point(|piece| piece.decoded < at).saturating_sub(1);
        match self.pieces.get(index + 1) {
            Some(next) if next.decoded == at => next.file,
            _ => (self.pieces[index].file + (at - self.pieces[index].decoded)).min(self.file.end),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decoded_escape_is_located_as_a_whole() {
        // `a\nb` in the file at byte 10, decoded to a line end between two letters.
        let pieces =
            vec![Piece { decoded: 0, file: 10 }, Piece { decoded: 1, file: 11 }, Piece { decoded: 2, file: 13 }];
        let content = Content::decoded("a\nb".to_owned(), FileSpan::new(10, 14), pieces);
        assert_eq!(content.locate(Span::new(1, 2)), FileSpan::new(11, 13));
        assert_eq!(content.locate(Span::new(0, 3)), FileSpan::new(10, 14));
        assert_eq!(content.locate(Span::new(2, 3)), FileSpan::new(13, 14));
        assert_eq!(content.locate(Span::empty(2)), FileSpan::new(13, 13));
    }
}
