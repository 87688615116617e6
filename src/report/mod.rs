//! From a report to bytes. Every wire format lives here and nowhere below.

pub mod concise;
#[cfg(feature = "cli")]
pub mod html;
pub mod json;
pub mod pairs;
#[cfg(feature = "cli")]
pub mod pretty;
pub mod reference;
pub mod statistics;

use crate::engine::Report;
use crate::finding::Fix;
use crate::formats;
use crate::model::{Docset, FileId, Place, Sources};
use crate::registry::Registry;
use crate::span::{FileSpan, LineColumn, LineIndex};
use std::cell::RefCell;
use std::collections::HashMap;
use std::io;
use std::rc::Rc;

/// Everything a reporter may look at.
pub struct Scene<'a> {
    /// What was found.
    pub report: &'a Report,
    /// Where.
    pub docset: &'a Docset<'a>,
    /// The texts.
    pub sources: &'a Sources,
    /// The checks, for their categories and types.
    pub registry: &'a Registry,
    lines: RefCell<HashMap<FileId, Rc<LineIndex>>>,
}

/// Writes a report in one form.
pub trait Reporter {
    /// Writes `scene` to `out`.
    ///
    /// # Errors
    /// When `out` cannot be written.
    fn write(&self, scene: &Scene<'_>, out: &mut dyn io::Write) -> io::Result<()>;
}

/// A place as a person cites it.
#[derive(Clone, Debug)]
pub struct Located<'a> {
    /// The file.
    pub file: FileId,
    /// Its path.
    pub path: &'a str,
    /// The bytes of the text.
    pub span: FileSpan,
    /// Bytes that stand in the file before the text: those of a byte order mark.
    pub lead: u32,
    /// The first character.
    pub start: LineColumn,
    /// One past the last character.
    pub end: LineColumn,
}

impl<'a> Scene<'a> {
    /// A scene of a run.
    pub fn new(report: &'a Report, docset: &'a Docset<'a>, sources: &'a Sources, registry: &'a Registry) -> Self {
        Self { report, docset, sources, registry, lines: RefCell::default() }
    }

    /// Where `place` is.
    pub fn locate(&self, place: Place) -> Located<'a> {
        let (file, span) = self.docset.locate(place);
        self.locate_in(file, span)
    }

    /// Where `span` of `file` is.
    pub fn locate_in(&self, file: FileId, span: FileSpan) -> Located<'a> {
        let source = self.sources.file(file);
        let index =
            Rc::clone(self.lines.borrow_mut().entry(file).or_insert_with(|| Rc::new(LineIndex::new(&source.text))));
        let at = |byte: u32| index.line_column(&source.text, byte as usize);
        Located { file, path: &source.path, span, lead: source.origin.lead(), start: at(span.start), end: at(span.end) }
    }

    /// The replacement text of `fix`, as it would stand in the file.
    pub fn replacement(&self, fix: &Fix) -> String {
        formats::encode(self.docset.documents[fix.place.document()].format, &fix.text)
    }

    /// The text that `place` covers, as it stands in the file.
    pub fn text(&self, place: Place) -> &'a str {
        let (file, span) = self.docset.locate(place);
        span.of(&self.sources.file(file).text)
    }
}
