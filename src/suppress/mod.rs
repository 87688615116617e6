//! Silence: what somebody decided not to hear, and why. A finding that was settled stays in the report, marked. What a
//! change did not cause is left out, where only that is asked for.

mod changed;
mod directives;
pub mod fingerprint;

pub use changed::Before;

use crate::config::Settings;
use crate::finding::Finding;
use crate::model::Docset;
use crate::registry::Registry;

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
}

impl Decision {
    /// The name in reports.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Directive { .. } => "directive",
        }
    }

    /// The reason that was given; `None` when there is none.
    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::Directive { reason } => Some(reason.as_str()).filter(|reason| !reason.is_empty()),
        }
    }
}

/// Splits `findings` into those that are open and those that somebody settled. Appends to the open ones the decisions
/// that settle nothing.
pub fn apply(
    docset: &Docset<'_>,
    registry: &Registry,
    settings: &Settings,
    findings: Vec<Finding>,
) -> (Vec<Finding>, Vec<Settled>) {
    directives::apply(docset, registry, settings, findings)
}
