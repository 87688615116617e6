//! `invalid-json`

use crate::check::DocumentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::{DocumentView, ProblemKind};

declare_check! {
    /// A line of a file of JSON lines cannot be read.
    ///
    /// The line is no JSON, or it lacks `source` or `target`; its text is not checked.
    ///
    /// ```fails page
    /// -- a.jsonl
    /// {"source": "Archive"}
    /// ^^^^^^^^^^^^^^^^^^^^^
    /// ```
    ///
    /// ```passes page
    /// -- a.jsonl
    /// {"source": "Archive", "target": "Archiveren", "target_locale": "nl"}
    /// ```
    pub static INVALID_JSON: Document<InvalidJson> = {
        id: "invalid-json",
        category: Format,
        severity: Error,
        confidence: High,
        mqm: "design/markup",
        its: "non-conformance",
        since: "0.1.0",
    }
}

/// Options of `invalid-json`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct InvalidJson {}

impl DocumentCheck for InvalidJson {
    fn check(&self, document: &DocumentView<'_>, out: &mut Sink<'_>) {
        super::report(
            document,
            ProblemKind::Json,
            "write one object a line, with the texts `source` and `target`",
            out,
        );
    }
}
