//! Silence: what somebody decided not to hear, and why. A finding that was settled stays in the report, marked; a
//! decision that silences nothing is reported where it stands. What a change did not cause is left out, where only that
//! is asked for.

pub mod baseline;
mod changed;
mod directives;
mod exceptions;
pub mod fingerprint;

pub use changed::Before;

use crate::check::CheckDef;
use crate::checks::format::missing_reason::MISSING_REASON;
use crate::config::Settings;
use crate::finding::{Finding, Sink};
use crate::model::{Docset, Place, Role, Side, Sources};
use crate::registry::Registry;
use crate::span::FileSpan;
use crate::text::dates::Day;
use baseline::Baseline;

/// A finding that somebody decided not to hear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// What was found.
    pub finding: Finding,
    /// Who decided, and why.
    pub decision: Decision,
}

/// Why a finding is not heard.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Decision {
    /// A directive beside it in its file asks for silence.
    Directive {
        /// What stands behind the names of the checks; may be empty.
        reason: String,
    },
    /// It was accepted earlier.
    Baseline {
        /// Why; may be empty.
        reason: String,
        /// The day from which on it is heard again.
        expires: Option<Day>,
    },
}

impl Decision {
    /// The name in reports.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Directive { .. } => "directive",
            Self::Baseline { .. } => "baseline",
        }
    }

    /// The reason that was given; `None` when there is none.
    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::Directive { reason } | Self::Baseline { reason, .. } => {
                Some(reason.as_str()).filter(|reason| !reason.is_empty())
            }
        }
    }

    /// Why, and until when, in words; `None` when nothing is said of either.
    pub(crate) fn terms(&self) -> Option<String> {
        let expiry = self.expires().map(|day| format!("expires on {day}"));
        match (self.reason(), expiry) {
            (Some(reason), Some(expiry)) => Some(format!("{reason} ({expiry})")),
            (reason, expiry) => reason.map(str::to_owned).or(expiry),
        }
    }

    /// The day from which on the finding is heard again; `None` when it is settled for good.
    pub fn expires(&self) -> Option<Day> {
        match self {
            Self::Directive { .. } => None,
            Self::Baseline { expires, .. } => *expires,
        }
    }
}

/// A run whose findings are to be judged.
#[derive(Clone, Copy)]
pub struct Run<'r> {
    /// The texts.
    pub sources: &'r Sources,
    /// The documents.
    pub docset: &'r Docset<'r>,
    /// The checks, by name.
    pub registry: &'r Registry,
    /// What holds.
    pub settings: &'r Settings,
}

/// What became of the findings of a run.
#[derive(Debug, Default)]
pub struct Verdict {
    /// What is reported: what nobody settled, and the decisions that settle nothing.
    pub open: Vec<Finding>,
    /// What somebody settled.
    pub settled: Vec<Settled>,
    /// Findings that the baseline accepts and that are not there any more.
    pub slack: usize,
}

/// Judges `findings`: drops what the configuration ignores for a path or locale; settles what a directive or
/// `baseline` speaks of; reports the decisions that are of no use.
pub fn apply(run: Run<'_>, baseline: Option<&Baseline>, findings: Vec<Finding>) -> Verdict {
    let (findings, needless) = exceptions::apply(run, findings);
    let (open, mut settled) = directives::apply(run, findings);
    let mut verdict = Verdict { open, ..Verdict::default() };
    if let Some(baseline) = baseline {
        verdict = baseline::apply(run, baseline, verdict.open);
    }
    settled.append(&mut verdict.settled);
    verdict.settled = settled;
    verdict.open.extend(needless);
    verdict.open.retain(|finding| finding.severity >= run.settings.lowest);
    verdict.settled.retain(|settled| settled.finding.severity >= run.settings.lowest);
    verdict
}

impl<'r> Run<'r> {
    /// Whether `check` is run, and what it finds is heard.
    fn hears(self, check: &CheckDef) -> bool {
        self.settings.choice(check.id).is_some_and(|choice| choice.severity >= self.settings.lowest)
    }

    /// Where `check`, which speaks of decisions, pours its findings; nowhere when it is not to run.
    fn sink<'o>(self, check: &CheckDef, out: &'o mut Vec<Finding>) -> Option<Sink<'o>> {
        let choice = self.settings.choice(check.id)?;
        Some(Sink::new(choice.check.id, choice.severity, choice.check.confidence, out))
    }

    /// Where decisions without a reason are reported; nowhere when none is asked for.
    fn sink_of_reasons(self, out: &mut Vec<Finding>) -> Option<Sink<'_>> {
        self.sink(&MISSING_REASON, out).filter(|_| self.settings.require_reasons)
    }

    /// The address of `span` in the file of settings at `path`; `None` when it is not among the sources.
    fn place_in_settings(self, path: &str, span: FileSpan) -> Option<Place> {
        let is = |file: crate::model::FileId| self.sources.file(file).path == path;
        let mut documents = self.docset.documents.iter();
        let number = documents.position(|it| it.role == Role::Settings && is(it.files[Side::Target as usize]))?;
        Some(Place::File { document: number as u32, side: Side::Target, span })
    }

    /// How the file of the translation of document `number` is shown.
    fn path(self, number: usize) -> &'r str {
        &self.sources.file(self.docset.documents[number].files[Side::Target as usize]).path
    }
}
