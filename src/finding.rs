//! What a check has to say. Owned, addresses only: it outlives the text that it speaks of.

use crate::model::Place;
use std::borrow::Cow;

/// How bad it is if it is true.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// A reader might stumble.
    Info,
    /// A reader is misled or annoyed.
    Warning,
    /// The page is broken or not translated.
    Error,
}

/// How likely it is true.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// A hunch.
    Low,
    /// More likely than not.
    Medium,
    /// Almost certain.
    High,
}

/// How far a fix may be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trust {
    /// To be read by a person; never applied.
    Shown,
    /// Likely right; applied on request (`--unsafe-fixes`).
    Unsafe,
    /// Certain; applied by `--fix`.
    Safe,
}

/// Replacement text for a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What is replaced; on the target side.
    pub place: Place,
    /// By what, decoded; the format encodes it.
    pub text: String,
    /// How far to trust it.
    pub trust: Trust,
}

/// One thing that a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// Id of the check.
    pub check: &'static str,
    /// How bad if true, after configuration.
    pub severity: Severity,
    /// How likely true.
    pub confidence: Confidence,
    /// Where.
    pub place: Place,
    /// What is wrong, here.
    pub message: Cow<'static, str>,
    /// What to do.
    pub help: Option<Cow<'static, str>>,
    /// Other places that explain it, such as the counterpart in the source.
    pub related: Vec<Place>,
    /// What would mend it.
    pub fix: Option<Fix>,
}

impl Finding {
    /// Adds a place that explains it.
    pub fn also(&mut self, place: Place) -> &mut Self {
        self.related.push(place);
        self
    }

    /// Says what to do.
    pub fn help(&mut self, help: impl Into<Cow<'static, str>>) -> &mut Self {
        self.help = Some(help.into());
        self
    }

    /// Replaces the found place by `text`.
    pub fn fix(&mut self, text: impl Into<String>, trust: Trust) -> &mut Self {
        self.fix_at(self.place, text, trust)
    }

    /// Replaces `place` by `text`.
    pub fn fix_at(&mut self, place: Place, text: impl Into<String>, trust: Trust) -> &mut Self {
        self.fix = Some(Fix { place, text: text.into(), trust });
        self
    }
}

/// Where a check puts its findings; stamps them with the check's id, severity and confidence.
pub struct Sink<'o> {
    check: &'static str,
    severity: Severity,
    confidence: Confidence,
    out: &'o mut Vec<Finding>,
}

impl<'o> Sink<'o> {
    /// A sink for the check `check` that pours into `out`.
    pub fn new(check: &'static str, severity: Severity, confidence: Confidence, out: &'o mut Vec<Finding>) -> Self {
        Self { check, severity, confidence, out }
    }

    /// Reports `message` at `place`; what is returned can be refined in place.
    pub fn report(&mut self, place: Place, message: impl Into<Cow<'static, str>>) -> &mut Finding {
        self.out.push(Finding {
            check: self.check,
            severity: self.severity,
            confidence: self.confidence,
            place,
            message: message.into(),
            help: None,
            related: Vec::new(),
            fix: None,
        });
        let last = self.out.len() - 1;
        &mut self.out[last]
    }
}
