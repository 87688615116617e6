//! `mismatched-locale`

use crate::check::DocumentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::locale::Locale;
use crate::model::{DocumentView, Field};

declare_check! {
    /// The front matter names another locale than the path.
    ///
    /// The page is served, searched and read aloud in a language that it is not written in. Only what contradicts
    /// is told: `pt` and `pt-BR`, or `zh-TW` and `zh-Hant`, go together.
    ///
    /// ```fails page
    /// -- docs/nl-nl/page.md
    /// ---
    /// title: Gegevens
    /// ms.contentlocale: de-DE
    ///                   ^^^^^
    /// ---
    /// ```
    ///
    /// ```fails page
    /// -- docs/pt-br/page.md
    /// ---
    /// lang: pt-PT
    ///       ^^^^^
    /// ---
    /// ```
    ///
    /// ```fails page
    /// -- docs/en/page.md
    /// ---
    /// lang: en
    /// ---
    /// -- docs/de/page.md
    /// ---
    /// lang: en
    ///       ^^
    /// ---
    /// ```
    ///
    /// ```passes page
    /// -- docs/zh-tw/page.md
    /// ---
    /// lang: zh-Hant
    /// ---
    /// -- docs/nl-nl/reference/id/page.md
    /// ---
    /// lang: nl
    /// ---
    /// -- docs/de/samples.md
    /// ---
    /// language: csharp
    /// ---
    /// ```
    ///
    /// ```passes page
    /// -- docs/en/samples.md
    /// ---
    /// language: sv
    /// ---
    /// -- docs/de/samples.md
    /// ---
    /// language: sv
    /// ---
    /// ```
    pub static MISMATCHED_LOCALE: Document<MismatchedLocale> = {
        id: "mismatched-locale",
        category: Structure,
        severity: Warning,
        confidence: High,
        mqm: "locale-conventions/other",
        its: "locale-violation",
        since: "0.1.0",
    }
}

/// Options of `mismatched-locale`.
#[derive(Debug, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MismatchedLocale {
    /// Keys whose value is the locale of the page.
    pub keys: Vec<String>,
}

impl Default for MismatchedLocale {
    fn default() -> Self {
        Self { keys: ["ms.contentlocale", "lang", "locale", "language"].map(str::to_owned).into() }
    }
}

/// Folders that are English words or customary abbreviations as well as locales: `it/`, `id/`.
const WORDS: [&str; 4] = ["id", "is", "it", "ms"];

impl DocumentCheck for MismatchedLocale {
    fn check(&self, document: &DocumentView<'_>, out: &mut Sink<'_>) {
        let named = document.metadata().iter().filter(|field| self.keys.iter().any(|key| *key == field.key));
        for field in named {
            let Some(locale) = Locale::parse_strict(&field.value) else { continue };
            // What the English page says of itself, too, is a language of something else: of the code on the page.
            if is_of_both(field, document) && locale.language().code != document.source_locale().language().code {
                continue;
            }
            let english = locale.language().code == "en";
            let speaks = |of_path: &Locale| !(english && WORDS.contains(&of_path.tag()));
            let mut of_path = Locale::in_path(document.path()).filter(speaks).peekable();
            // One folder may be a locale only by its looks, so the page may be in any of them.
            let Some(innermost) = of_path.peek().map(|locale| locale.tag().to_owned()) else { continue };
            if of_path.all(|of_path| of_path.contradicts(&locale)) {
                let message = format!("the front matter says `{}`, the path `{innermost}`", field.value);
                out.report(document.at(field.span), message).help("correct the key, or move the page");
            }
        }
    }
}

/// Whether the original has the same field.
fn is_of_both(field: &Field<'_>, document: &DocumentView<'_>) -> bool {
    let source = document.source_metadata().unwrap_or_default();
    source.iter().any(|other| other.key == field.key && other.value == field.value)
}
