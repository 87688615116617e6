//! The contract between the engine and a check: traits, nameplate, options.

mod declare;
mod options;

pub use declare::scope;
pub use options::{Options, OptionsError, Setup};

use crate::finding::{Confidence, Severity, Sink, Trust};
use crate::model::{DocsetView, DocumentView, SegmentView};
use crate::text::traits::Traits;

/// Looks at one segment. Its struct is its options.
pub trait SegmentCheck: Send + Sync {
    /// Compiles patterns and lists; once, before any segment.
    ///
    /// # Errors
    /// When an option makes no sense.
    fn prepare(&mut self, _setup: &Setup<'_>) -> Result<(), OptionsError> {
        Ok(())
    }

    /// Reports what is wrong with `segment`.
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>);
}

/// Looks at one document.
pub trait DocumentCheck: Send + Sync {
    /// Compiles patterns and lists; once, before any document.
    ///
    /// # Errors
    /// When an option makes no sense.
    fn prepare(&mut self, _setup: &Setup<'_>) -> Result<(), OptionsError> {
        Ok(())
    }

    /// Reports what is wrong with `document`.
    fn check(&self, document: &DocumentView<'_>, out: &mut Sink<'_>);
}

/// Looks at all documents.
pub trait DocsetCheck: Send + Sync {
    /// Compiles patterns and lists; once, before the docset.
    ///
    /// # Errors
    /// When an option makes no sense.
    fn prepare(&mut self, _setup: &Setup<'_>) -> Result<(), OptionsError> {
        Ok(())
    }

    /// Reports what is wrong across `docset`.
    fn check(&self, docset: &DocsetView<'_>, out: &mut Sink<'_>);
}

/// A configured check, by what it looks at.
pub enum Checker {
    /// One segment at a time.
    Segment(Box<dyn SegmentCheck>),
    /// One document at a time.
    Document(Box<dyn DocumentCheck>),
    /// All documents at once.
    Docset(Box<dyn DocsetCheck>),
}

/// What a finding is about; also a name to select checks by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// Left in the source language, empty, or half there.
    Completeness,
    /// Links, images, anchors.
    Links,
    /// Emphasis, code, tags, lists.
    Markup,
    /// What a program will replace.
    Placeholders,
    /// Names, acronyms, terms.
    Terminology,
    /// Numbers, versions, dates.
    Numbers,
    /// Punctuation marks.
    Punctuation,
    /// Spaces.
    Spacing,
    /// Capitals and small letters.
    Casing,
    /// Too long, too short.
    Length,
    /// One thing said in two ways.
    Consistency,
    /// Words that do not exist.
    Spelling,
    /// Characters that nobody typed on purpose.
    Characters,
    /// Drift, staleness, front matter.
    Structure,
    /// Plural forms.
    Plurals,
    /// Shortcut keys.
    Accelerators,
    /// What can do harm.
    Security,
    /// What could not be read.
    Format,
}

impl Category {
    /// Every category with its name.
    pub const ALL: [(Self, &'static str); 18] = [
        (Self::Completeness, "completeness"),
        (Self::Links, "links"),
        (Self::Markup, "markup"),
        (Self::Placeholders, "placeholders"),
        (Self::Terminology, "terminology"),
        (Self::Numbers, "numbers"),
        (Self::Punctuation, "punctuation"),
        (Self::Spacing, "spacing"),
        (Self::Casing, "casing"),
        (Self::Length, "length"),
        (Self::Consistency, "consistency"),
        (Self::Spelling, "spelling"),
        (Self::Characters, "characters"),
        (Self::Structure, "structure"),
        (Self::Plurals, "plurals"),
        (Self::Accelerators, "accelerators"),
        (Self::Security, "security"),
        (Self::Format, "format"),
    ];

    /// The name in reports and options.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(category, _)| *category == self).map_or("format", |(_, name)| name)
    }
}

/// Who wants to hear it. Each wants what those before it want.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Audience {
    /// Everybody: right at least nineteen times in twenty.
    #[default]
    Regular,
    /// Who would rather hear too much than too little.
    Pedantic,
    /// Who reads every line anyway and wants pointers.
    Auditor,
}

/// The nameplate of a check. A `static`, made by [`declare_check!`](crate::declare_check).
#[derive(Debug)]
#[non_exhaustive]
pub struct CheckDef {
    /// Kebab-case name of the fault.
    pub id: &'static str,
    /// Markdown: a summary of one sentence, why it matters, examples.
    pub docs: &'static str,
    /// What it is about.
    pub category: Category,
    /// How bad a finding is, if true.
    pub severity: Severity,
    /// How likely a finding is true.
    pub confidence: Confidence,
    /// Who wants to hear it.
    pub audience: Audience,
    /// The most trusted fix it can offer.
    pub fix: Option<Trust>,
    /// A segment that has none of these needs no look.
    pub needs: Traits,
    /// Looks at the translation alone where the original is not known or not sure. Only such checks see these
    /// segments.
    pub one_sided: bool,
    /// Asks what translations teach. Nothing is learned from the translations of a run in which no check does.
    pub evidence: bool,
    /// Language codes of the target that it understands; empty for all.
    pub languages: &'static [&'static str],
    /// Dimension and type in the MQM typology (2.0, core).
    pub mqm: &'static str,
    /// Type of localization quality issue in ITS 2.0.
    pub its: &'static str,
    /// Checks whose findings, where they overlap one of this check, make it moot.
    pub yields_to: &'static [&'static str],
    /// Earlier names.
    pub aliases: &'static [&'static str],
    /// Version that brought it.
    pub since: &'static str,
    /// File that declares it.
    pub file: &'static str,
    /// Line of the declaration.
    pub line: u32,
    /// From options to a running check.
    pub build: fn(&Options, &Setup<'_>) -> Result<Checker, OptionsError>,
}

impl CheckDef {
    /// The first sentence of the docs.
    pub fn summary(&self) -> &'static str {
        self.docs.lines().next().unwrap_or_default().trim()
    }

    /// The docs with the blank that `///` leaves before each line taken away.
    pub fn markdown(&self) -> String {
        let lines = self.docs.lines().map(|line| line.strip_prefix(' ').unwrap_or(line).trim_end());
        lines.collect::<Vec<_>>().join("\n").trim().to_owned()
    }

    /// Whether the check understands the language `code`.
    pub fn speaks(&self, code: &str) -> bool {
        self.languages.is_empty() || self.languages.contains(&code)
    }
}
