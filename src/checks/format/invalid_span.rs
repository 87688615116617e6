//! `invalid-span`

use crate::check::DocumentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::{DocumentView, ProblemKind};

declare_check! {
    /// A side-by-side span lacks its other half or its end.
    ///
    /// The page shows markup to its readers or drops a text, and what stands in the span is not checked.
    ///
    /// ```fails page
    /// -- nl/page.md
    /// <span data-ttu-id="a-1">De pagina
    /// ^^^^^^^^^^^^^^^^^^^^^^^^
    /// ```
    ///
    /// ```passes page
    /// -- nl/page.md
    /// <span data-ttu-id="a-1">De pagina</span><span class="sxs-lookup"><span data-stu-id="a-1">The page</span></span>
    /// ```
    pub static INVALID_SPAN: Document<InvalidSpan> = {
        id: "invalid-span",
        category: Format,
        severity: Error,
        confidence: High,
        mqm: "design/markup",
        its: "non-conformance",
        since: "0.1.0",
    }
}

/// Options of `invalid-span`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct InvalidSpan {}

impl DocumentCheck for InvalidSpan {
    fn check(&self, document: &DocumentView<'_>, out: &mut Sink<'_>) {
        super::report(document, ProblemKind::Span, "restore the span from the page it was made of", out);
    }
}
