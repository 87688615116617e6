//! What a page of one language is made of, before its other half is known.

use super::{Content, FileId, Piece, SegmentKind};
use crate::span::FileSpan;
use smallvec::{SmallVec, smallvec};
use std::borrow::Cow;

/// A run of text that a page sets as one: a heading, a paragraph, an item, a cell, a block of code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: SegmentKind,
    /// The level of a heading from 1, the depth of a list from 1, the column of a cell from 0; otherwise 0.
    pub level: u8,
    /// Bytes of the page's text, inline markup included.
    pub span: FileSpan,
    /// Bytes within that belong to the page and not to the text: the `> ` and the indent of continued lines.
    pub gaps: Vec<FileSpan>,
    /// The name that the page gives a heading, explicitly.
    pub anchor: Option<FileSpan>,
    /// The marker of an alert or an extension before the text: `[!NOTE]`.
    pub marker: Option<FileSpan>,
}

/// Stretches of a page, in order: what a text is made of. Nearly always it is one.
pub type Parts = SmallVec<[FileSpan; 1]>;

/// The text of a page in one language: a file as it is, or what was recovered from the other half of a bilingual one.
#[derive(Clone, Debug)]
pub struct PageText<'t> {
    /// The file that it stands in.
    pub file: FileId,
    whole: &'t str,
    recovered: Option<(String, Vec<Piece>)>,
}

impl<'t> PageText<'t> {
    /// The text `whole` of `file`, as it is.
    pub fn verbatim(file: FileId, whole: &'t str) -> Self {
        Self { file, whole, recovered: None }
    }

    /// `text` that was put together from `whole`, the text of `file`. From each of `pieces` on, which are in order and
    /// begin at 0, the two run alike.
    pub fn recovered(file: FileId, whole: &'t str, text: String, pieces: Vec<Piece>) -> Self {
        Self { file, whole, recovered: Some((text, pieces)) }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        self.recovered.as_ref().map_or(self.whole, |(text, _)| text)
    }

    /// Where `span` of the text stands in the file.
    pub fn locate(&self, span: FileSpan) -> FileSpan {
        match &self.recovered {
            None => span,
            Some((_, pieces)) => {
                let start = pieces[piece_at(pieces, span.start)];
                if span.is_empty() {
                    return FileSpan::empty((start.file + span.start - start.decoded) as usize);
                }
                let end = pieces[piece_at(pieces, span.end - 1)];
                FileSpan { start: start.file + span.start - start.decoded, end: end.file + span.end - end.decoded }
            }
        }
    }

    /// The text of `parts`, one behind the other, as content of the file.
    ///
    /// # Panics
    /// When there is no part, or a part does not lie on character boundaries of the text.
    pub fn content(&self, parts: &[FileSpan]) -> Content<'t> {
        if let (&[part], None) = (parts, &self.recovered) {
            return Content::verbatim(part.of(self.whole), part.range().start);
        }
        let runs: Vec<FileSpan> = parts.iter().flat_map(|&part| self.runs(part)).collect();
        if let [run] = runs[..] {
            return Content::verbatim(run.of(self.whole), run.range().start);
        }
        let (mut text, mut pieces) = (String::new(), Vec::with_capacity(runs.len()));
        for run in &runs {
            pieces.push(Piece { decoded: text.len() as u32, file: run.start });
            text.push_str(run.of(self.whole));
        }
        let file = runs.iter().copied().reduce(FileSpan::to).expect("a part");
        Content::decoded(text, file, pieces)
    }

    /// The stretches of the file that `part` of the text is made of.
    fn runs(&self, part: FileSpan) -> Vec<FileSpan> {
        let Some((_, pieces)) = &self.recovered else { return vec![part] };
        let (first, last) = (piece_at(pieces, part.start), piece_at(pieces, part.end.max(part.start + 1) - 1));
        let run = |index: usize| {
            let piece = pieces[index];
            let end = if index == last { part.end } else { pieces[index + 1].decoded };
            let start = part.start.max(piece.decoded);
            FileSpan { start: piece.file + start - piece.decoded, end: piece.file + end - piece.decoded }
        };
        (first..=last).map(run).collect()
    }
}

/// The index of the piece that holds byte `at` of the decoded text.
fn piece_at(pieces: &[Piece], at: u32) -> usize {
    pieces.partition_point(|piece| piece.decoded <= at).saturating_sub(1)
}

impl Block {
    /// The text of the block within `page`, without its gaps, and as long as it is read: a line end within is a blank.
    /// Each byte stands where [`parts`](Self::parts) puts it.
    pub fn text<'p>(&self, page: &'p str) -> Cow<'p, str> {
        let text = self.span.of(page);
        if self.gaps.is_empty() && memchr::memchr(b'\n', text.as_bytes()).is_none() {
            return Cow::Borrowed(text);
        }
        let mut clean = String::with_capacity(text.len());
        for part in self.parts(0, usize::MAX) {
            clean.push_str(part.of(page));
        }
        Cow::Owned(clean.replace(['\n', '\r'], " "))
    }

    /// Where the bytes `start..end` of [`text`](Self::text) stand in the page.
    pub fn parts(&self, start: usize, end: usize) -> Parts {
        let whole = self.span.range();
        if self.gaps.is_empty() && start < end {
            let part = whole.start + start..whole.end.min(whole.start.saturating_add(end));
            return if part.is_empty() { Parts::new() } else { smallvec![part.into()] };
        }
        let (mut found, mut clean, mut at) = (Parts::new(), 0, self.span.range().start);
        let ends = self.gaps.iter().map(|gap| gap.range()).chain(std::iter::once(self.span.range().end..usize::MAX));
        for gap in ends {
            let length = gap.start - at;
            let (from, to) = (start.clamp(clean, clean + length), end.clamp(clean, clean + length));
            if from < to {
                found.push(FileSpan::new(at + from - clean, at + to - clean));
            }
            clean += length;
            at = gap.end;
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_left_out_and_found_again() {
        let page = "> one\n> two";
        let block = Block {
            kind: SegmentKind::Paragraph,
            level: 0,
            span: FileSpan::new(2, 11),
            gaps: vec![FileSpan::new(6, 8)],
            anchor: None,
            marker: None,
        };
        assert_eq!(block.text(page), "one two");
        assert_eq!(block.parts(0, 7)[..], [FileSpan::new(2, 6), FileSpan::new(8, 11)]);
        assert_eq!(block.parts(4, 7)[..], [FileSpan::new(8, 11)]);
        let content = PageText::verbatim(FileId(0), page).content(&block.parts(0, 7));
        assert_eq!((content.as_str(), content.file_span()), ("one\ntwo", FileSpan::new(2, 11)));
    }

    #[test]
    fn recovered_text_knows_its_file() {
        let (whole, text) = ("# <t>EINS</t><s>one</s>!", "# one!");
        let pieces =
            vec![Piece { decoded: 0, file: 0 }, Piece { decoded: 2, file: 16 }, Piece { decoded: 5, file: 23 }];
        let page = PageText::recovered(FileId(0), whole, text.to_owned(), pieces);
        assert_eq!(page.content(&[FileSpan::new(2, 5)]).file_span(), FileSpan::new(16, 19));
        assert_eq!(page.content(&[FileSpan::new(2, 6)]).as_str(), "one!");
        assert_eq!(page.locate(FileSpan::new(0, 6)).of(whole), whole);
    }
}
