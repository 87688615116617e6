//! `stale-baseline-entry`

use crate::check::DocsetCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::DocsetView;

declare_check! {
    /// An entry of the baseline accepts a finding that is not there, or has expired.
    ///
    /// The finding it stands for is mended; left standing, the entry accepts the next one of its kind, which nobody has
    /// seen. `bilint baseline --prune` takes such entries away. Entries of pages that were not linted are left alone.
    ///
    /// ```fails page
    /// -- bilint.toml
    /// select = ["doubled-word"]
    /// -- bilint-baseline.jsonl
    /// {"bilint-baseline":1}
    /// {"path":"nl/page.md","check":"doubled-word","fingerprint":"0123456789abcdef","count":1}
    /// ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    /// -- nl/page.md
    /// <span data-ttu-id="a-1">De pagina</span><span class="sxs-lookup"><span data-stu-id="a-1">The page</span></span>
    /// ```
    ///
    /// ```passes page
    /// -- bilint.toml
    /// select = ["doubled-word"]
    /// -- bilint-baseline.jsonl
    /// {"bilint-baseline":1}
    /// {"path":"nl/page.md","check":"doubled-word","fingerprint":"0e3e2302aaec0a67","count":1}
    /// -- nl/page.md
    /// <span data-ttu-id="a-1">De de pagina</span><span class="sxs-lookup"><span data-stu-id="a-1">The page</span></span>
    /// ```
    pub static STALE_BASELINE_ENTRY: Docset<StaleBaselineEntry> = {
        id: "stale-baseline-entry",
        category: Format,
        severity: Info,
        confidence: High,
        mqm: "custom/directive",
        its: "non-conformance",
        since: "0.1.0",
    }
}

/// Options of `stale-baseline-entry`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct StaleBaselineEntry {}

impl DocsetCheck for StaleBaselineEntry {
    /// Nothing: which entries were of use is known only when all findings are, so `suppress` reports it.
    fn check(&self, _docset: &DocsetView<'_>, _out: &mut Sink<'_>) {}
}
