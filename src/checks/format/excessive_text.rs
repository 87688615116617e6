//! `excessive-text`

use crate::check::DocumentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::{DocumentView, ProblemKind};

declare_check! {
    /// A text is so long that it was not checked.
    ///
    /// A paragraph of tens of thousands of bytes is no text that somebody wrote or will read: a picture in letters, a
    /// record of a machine, or a page that was made to keep a build waiting. What is longer on one of its sides than
    /// `longest-text` of the configuration says, in bytes, is looked at by no other check.
    ///
    /// ```fails page
    /// config | longest-text = 20
    /// -- a.tsv
    #[doc = " Keep all of your files\tAlle Dateien behalten"]
    ///                        ^^^^^^^^^^^^^^^^^^^^^
    /// ```
    ///
    /// ```passes page
    /// -- a.tsv
    #[doc = " Keep all of your files\tAlle Dateien behalten"]
    /// ```
    pub static EXCESSIVE_TEXT: Document<ExcessiveText> = {
        id: "excessive-text",
        category: Format,
        severity: Warning,
        confidence: High,
        mqm: "design/markup",
        its: "non-conformance",
        since: "0.1.0",
    }
}

/// Options of `excessive-text`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct ExcessiveText {}

impl DocumentCheck for ExcessiveText {
    fn check(&self, document: &DocumentView<'_>, out: &mut Sink<'_>) {
        let help = "part it into paragraphs, or raise `longest-text` in bilint.toml";
        super::report(document, ProblemKind::Length, help, out);
    }
}
