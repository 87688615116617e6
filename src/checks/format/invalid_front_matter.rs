//! `invalid-front-matter`

use crate::check::DocumentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::{DocumentView, ProblemKind};

declare_check! {
    /// The front matter of a page never ends or cannot be read.
    ///
    /// Without its closing line the page's title and settings are read as text, and the text as settings. Of what
    /// is no YAML (between lines `---`), TOML (between lines `+++`) or JSON (an object at the top), nothing counts: a colon
    /// in a title that stands without quotes loses the whole front matter. Templates, which something else reads first,
    /// are passed over.
    ///
    /// ```fails page
    /// -- nl/page.md
    /// ---
    /// ^^^
    /// title: Gegevens
    /// # Gegevens
    /// ```
    ///
    /// ```fails page
    /// -- nl/page.md
    /// ---
    /// title: Gegevens: een begin
    /// ^^^^^^^^^^^^^^^^^^^^^^^^^^
    /// ---
    /// -- nl/hugo.md
    /// +++
    /// title = Gegevens
    /// ^^^^^^^^^^^^^^^^
    /// +++
    /// -- nl/json.md
    /// {
    ///   "title": Gegevens
    ///   ^^^^^^^^^^^^^^^^^
    /// }
    /// ```
    ///
    /// ```passes page
    /// -- nl/page.md
    /// ---
    /// title: "Gegevens: een begin"
    /// tags: [gegevens, 'foto''s']
    /// ---
    /// # Gegevens
    /// -- nl/plain.md
    /// ---
    /// Een lijn boven een alinea.
    ///
    /// ---
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
        super::report(
            document,
            ProblemKind::FrontMatter,
            "close it with the line that opens it; put values that hold `: ` or begin with a sign in quotes",
            out,
        );
    }
}
