//! `stale-ignore`

use crate::check::DocsetCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::DocsetView;

declare_check! {
    /// The configuration ignores what is not there to be ignored.
    ///
    /// The page it was written for has moved, or the fault is mended; left standing, it hides the next one, which nobody
    /// has seen. It is told when everything that the configuration names was linted, for a part proves nothing.
    ///
    /// ```fails page
    /// -- bilint.toml
    /// [[overrides]]
    /// paths = ["legal/**"]
    /// ignore = ["doubled-word"]
    ///           ^^^^^^^^^^^^^^
    /// -- nl/page.md
    /// <span data-ttu-id="a-1">De pagina</span><span class="sxs-lookup"><span data-stu-id="a-1">The page</span></span>
    /// ```
    ///
    /// ```passes page
    /// -- bilint.toml
    /// select = ["doubled-word"]
    ///
    /// [[overrides]]
    /// paths = ["nl/**"]
    /// ignore = ["doubled-word"]
    /// -- nl/page.md
    /// <span data-ttu-id="a-1">De de pagina</span><span class="sxs-lookup"><span data-stu-id="a-1">The page</span></span>
    /// ```
    pub static STALE_IGNORE: Docset<StaleIgnore> = {
        id: "stale-ignore",
        category: Format,
        severity: Info,
        confidence: High,
        mqm: "custom/directive",
        its: "non-conformance",
        since: "0.1.0",
    }
}

/// Options of `stale-ignore`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct StaleIgnore {}

impl DocsetCheck for StaleIgnore {
    /// Nothing: what was ignored is known only when all findings are, so `suppress` reports it.
    fn check(&self, _docset: &DocsetView<'_>, _out: &mut Sink<'_>) {}
}
