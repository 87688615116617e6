//! `invalid-row`

use crate::check::DocumentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::{DocumentView, ProblemKind};

declare_check! {
    /// A line of a table of pairs has no two columns.
    ///
    /// Without a tab there is no telling source from translation; the line is not checked.
    ///
    /// ```fails page
    /// -- a.tsv
    /// Archive Archiveren
    /// ^^^^^^^^^^^^^^^^^^
    /// ```
    ///
    /// ```passes page
    /// -- a.tsv
    #[doc = " Archive\tArchiveren"]
    /// ```
    pub static INVALID_ROW: Document<InvalidRow> = {
        id: "invalid-row",
        category: Format,
        severity: Error,
        confidence: High,
        mqm: "design/markup",
        its: "non-conformance",
        since: "0.1.0",
    }
}

/// Options of `invalid-row`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct InvalidRow {}

impl DocumentCheck for InvalidRow {
    fn check(&self, document: &DocumentView<'_>, out: &mut Sink<'_>) {
        super::report(document, ProblemKind::Row, "write the source, a tab, the translation", out);
    }
}
