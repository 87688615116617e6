//! `invalid-front-matter`

use crate::check::DocumentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::{DocumentView, ProblemKind};

declare_check! {
    /// The front matter of a page never ends.
    ///
    /// Without its closing line the page's title and settings are read as text, and the text as settings.
    ///
    /// ```fails page
    /// -- nl/page.md
    /// ---
    /// ^^^
    /// title: Gegevens
    /// # Gegevens
    /// ```
    ///
    /// ```passes page
    /// -- nl/page.md
    /// ---
    /// title: Gegevens
    /// ---
    /// # Gegevens
    /// ```
    pub static INVALID_FRONT_MATTER: Document<InvalidFrontMatter> = {
        id: "invalid-front-matter",
        category: Format,
        severity: Error,
        confidence: High,
        mqm: "design/markup",
        its: "non-conformance",
        since: "0.1.0",
    }
}

/// Options of `invalid-front-matter`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct InvalidFrontMatter {}

impl DocumentCheck for InvalidFrontMatter {
    fn check(&self, document: &DocumentView<'_>, out: &mut Sink<'_>) {
        super::report(document, ProblemKind::FrontMatter, "close the front matter with a line `---`", out);
    }
}
