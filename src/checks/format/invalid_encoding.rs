//! `invalid-encoding`

use crate::check::DocumentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::{DocumentView, ProblemKind};

declare_check! {
    /// A file is not UTF-8.
    ///
    /// What is no UTF-8 was replaced before it was read, so the page lacks characters, and no fix can be written to it.
    /// UTF-16 with a byte order mark is read as it is meant.
    ///
    /// ```fails page
    /// -- nl/page.md
    /// # Pr�fung
    /// ^^^^^^^^^
    /// ```
    ///
    /// ```passes page
    /// -- nl/page.md
    /// # Prüfung
    /// ```
    pub static INVALID_ENCODING: Document<InvalidEncoding> = {
        id: "invalid-encoding",
        category: Format,
        severity: Error,
        confidence: High,
        mqm: "design/markup",
        its: "non-conformance",
        since: "0.1.0",
    }
}

/// Options of `invalid-encoding`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct InvalidEncoding {}

impl DocumentCheck for InvalidEncoding {
    fn check(&self, document: &DocumentView<'_>, out: &mut Sink<'_>) {
        super::report(document, ProblemKind::Encoding, "save the file as UTF-8", out);
    }
}
