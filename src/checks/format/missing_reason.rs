//! `missing-reason`

use crate::check::DocsetCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::DocsetView;

declare_check! {
    /// A directive or an entry of the baseline does not say why.
    ///
    /// Whoever comes next cannot tell a decision from an oversight, and dares not take it away. It is told where the
    /// configuration asks for reasons: `require-reasons = true`.
    ///
    /// ```fails page
    /// config | select = ["doubled-word"]
    /// config | require-reasons = true
    /// -- nl/page.md
    /// <!-- bilint: ignore[doubled-word] -->
    /// ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    /// <span data-ttu-id="a-1">De de pagina</span><span class="sxs-lookup"><span data-stu-id="a-1">The page</span></span>
    /// ```
    ///
    /// ```passes page
    /// config | select = ["doubled-word"]
    /// config | require-reasons = true
    /// -- nl/page.md
    /// <!-- bilint: ignore[doubled-word] it is a name -->
    /// <span data-ttu-id="a-1">De de pagina</span><span class="sxs-lookup"><span data-stu-id="a-1">The page</span></span>
    /// ```
    pub static MISSING_REASON: Docset<MissingReason> = {
        id: "missing-reason",
        category: Format,
        severity: Warning,
        confidence: High,
        mqm: "custom/directive",
        its: "non-conformance",
        since: "0.1.0",
    }
}

/// Options of `missing-reason`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MissingReason {}

impl DocsetCheck for MissingReason {
    /// Nothing: `suppress` reports it, which reads directives and the baseline.
    fn check(&self, _docset: &DocsetView<'_>, _out: &mut Sink<'_>) {}
}
