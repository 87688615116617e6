//! From a report to bytes. Every wire format lives here and nowhere below.

#[cfg(feature = "cli")]
pub mod checkstyle;
pub mod concise;
pub mod github;
pub mod gitlab;
#[cfg(feature = "cli")]
pub mod html;
pub mod json;
#[cfg(feature = "cli")]
pub mod junit;
#[cfg(feature = "cli")]
pub mod markdown;
pub mod pairs;
#[cfg(feature = "cli")]
pub mod pretty;
pub mod reference;
pub mod sarif;
pub mod statistics;
mod tally;
#[cfg(feature = "cli")]
mod xml;

use crate::engine::Report;
use crate::finding::{Finding, Fix};
use crate::formats;
use crate::model::{Docset, FileId, Place, Sources};
use crate::registry::Registry;
use crate::span::{FileSpan, LineColumn, LineIndex};
use crate::text::byte_set::ByteSet;
use hashbrown::HashMap;
use std::borrow::Cow;
use std::cell::RefCell;
use std::io;
use std::path::{Path, PathBuf};
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
    folder: Option<PathBuf>,
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
        Self { report, docset, sources, registry, folder: None, lines: RefCell::default() }
    }

    /// The same scene, told which folder the paths are relative to: a form that names files by URI can then name those
    /// outside of it.
    #[must_use]
    pub fn within(mut self, folder: impl Into<PathBuf>) -> Self {
        self.folder = Some(folder.into());
        self
    }

    /// The folder that paths are relative to, where it is known.
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
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

    /// The file that `finding` stands in.
    pub fn file(&self, finding: &Finding) -> FileId {
        self.docset.locate(finding.place).0
    }

    /// How many findings are settled, by whom, and when the first of them wakes, in words: `12 accepted by the baseline, 3
    /// by directives, the first until 2027-01-31`. `None` when there are none.
    pub fn settled(&self) -> Option<String> {
        let settled = &self.report.settled;
        let count = |name: &str| settled.iter().filter(|settled| settled.decision.name() == name).count();
        let by = [("baseline", "the baseline"), ("directive", "directives")];
        let by = by.map(|(name, shown)| (count(name), shown)).into_iter().filter(|(count, _)| *count > 0);
        let mut by: Vec<String> = by.map(|(count, shown)| format!("{count} by {shown}")).collect();
        let first = settled.iter().filter_map(|settled| settled.decision.expires()).min();
        by.extend(first.map(|day| format!("the first until {day}")));
        (!by.is_empty()).then(|| by.join(", ").replacen(" by ", " accepted by ", 1))
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

/// What is wrong and what to do, in one text, for forms that have room for one.
fn said(finding: &Finding) -> Cow<'_, str> {
    match &finding.help {
        Some(help) if finding.message.ends_with(['?', '.']) => Cow::Owned(format!("{} {help}", finding.message)),
        Some(help) => Cow::Owned(format!("{}; {help}", finding.message)),
        None => Cow::Borrowed(&finding.message),
    }
}

/// `text` on one line, without what a terminal would take for a command. Its bytes stay where they are.
pub(crate) fn tame(text: &str) -> Cow<'_, str> {
    /// The controls beyond ASCII, which some terminals obey, too, begin with the last one.
    static FIRST: ByteSet = ByteSet::of(b"\x7f\xc2").with(0, 0x1f);
    if FIRST.next(text.as_bytes(), 0).is_none() {
        return Cow::Borrowed(text);
    }
    let mut tamed = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            control if control.is_control() => tamed.extend(std::iter::repeat_n(' ', control.len_utf8())),
            other => tamed.push(other),
        }
    }
    Cow::Owned(tamed)
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_is_tamed_stays_where_it_is() {
        let text = "a\n\u{1b}[31mé\u{9b}31m\u{85}b";
        let tamed = super::tame(text);
        assert_eq!(tamed, "a  [31mé  31m  b");
        assert_eq!(tamed.len(), text.len());
    }
}
