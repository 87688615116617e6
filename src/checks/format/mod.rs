//! What could not be read, and decisions that are of no use.

pub mod excessive_text;
pub mod invalid_encoding;
pub mod invalid_front_matter;
pub mod invalid_json;
pub mod invalid_row;
pub mod invalid_span;
pub mod missing_reason;
pub mod stale_baseline_entry;
pub mod stale_directive;
pub mod stale_ignore;

use crate::check::CheckDef;
use crate::finding::Sink;
use crate::model::{DocumentView, ProblemKind};

/// The checks of this room, by id.
pub const ALL: &[&CheckDef] = &[
    &excessive_text::EXCESSIVE_TEXT,
    &invalid_encoding::INVALID_ENCODING,
    &invalid_front_matter::INVALID_FRONT_MATTER,
    &invalid_json::INVALID_JSON,
    &invalid_row::INVALID_ROW,
    &invalid_span::INVALID_SPAN,
    &missing_reason::MISSING_REASON,
    &stale_baseline_entry::STALE_BASELINE_ENTRY,
    &stale_directive::STALE_DIRECTIVE,
    &stale_ignore::STALE_IGNORE,
];

/// Reports the problems of `document` that are of `kind`.
fn report(document: &DocumentView<'_>, kind: ProblemKind, help: &'static str, out: &mut Sink<'_>) {
    for problem in document.problems().iter().filter(|problem| problem.kind == kind) {
        out.report(document.at(problem.span), problem.message.clone()).help(help);
    }
}
