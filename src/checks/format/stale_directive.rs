//! `stale-directive`

use crate::check::DocumentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::DocumentView;

declare_check! {
    /// A directive silences nothing.
    ///
    /// The finding it was written for is gone, or its name is misspelt; left standing, it will silence the next
    /// one, which nobody has seen.
    ///
    /// ```fails page
    /// config | select = ["doubled-word"]
    /// -- nl/page.md
    /// <!-- bilint: ignore[doubled-word] it is a name -->
    /// ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    /// <span data-ttu-id="a-1">De pagina</span><span class="sxs-lookup"><span data-stu-id="a-1">The page</span></span>
    /// ```
    ///
    /// ```passes page
    /// -- nl/page.md
    /// <span data-ttu-id="a-1">De pagina</span><span class="sxs-lookup"><span data-stu-id="a-1">The page</span></span>
    /// ```
    pub static STALE_DIRECTIVE: Document<StaleDirective> = {
        id: "stale-directive",
        category: Format,
        severity: Warning,
        confidence: High,
        mqm: "custom/directive",
        its: "non-conformance",
        since: "0.1.0",
    }
}

/// Options of `stale-directive`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct StaleDirective {}

impl DocumentCheck for StaleDirective {
    /// Nothing: which directives were of use is known only when all findings are, so `suppress` reports it.
    fn check(&self, _document: &DocumentView<'_>, _out: &mut Sink<'_>) {}
}
