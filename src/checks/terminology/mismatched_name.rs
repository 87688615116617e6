//! `mismatched-name`

use super::counterpart;
use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::model::SegmentView;
use crate::span::Span;
use crate::text::terms::starts_word;

declare_check! {
    /// A name that is not to be translated is missing in the translation or stands there in another case.
    ///
    /// The names are those of `do-not-translate` in the configuration, as they are written there. The reader looks for the
    /// name that the product shows. A name with an ending is right (`Azures`, `Azure'un`), a name that is left out the
    /// second time is, too, and so is one in code or in a link.
    ///
    /// ```fails
    /// config | do-not-translate = ["Azure"]
    /// en | Sign in to Azure.
    /// de | Melden Sie sich bei azure an.
    ///                          ^^^^^
    /// ```
    ///
    /// ```fails
    /// config | do-not-translate = ["Teams"]
    /// en | Open the app in Teams now.
    /// de | Öffnen Sie die App in den Gruppen jetzt.
    ///                            |
    /// ```
    ///
    /// ```passes
    /// config | do-not-translate = ["Azure", "Teams"]
    /// en | Open Azure and Teams. Azure shows your teams.
    /// tr | Azure'u ve Teams'i açın. Ekiplerinizi gösterir.
    /// ```
    ///
    /// ```passes
    /// config | do-not-translate = ["Teams"]
    /// en | Both teams use Teams.
    /// nl | Beide teams gebruiken Teams.
    /// ```
    pub static MISMATCHED_NAME: Segment<MismatchedName> = {
        id: "mismatched-name",
        category: Terminology,
        severity: Warning,
        confidence: High,
        fix: Safe,
        mqm: "terminology/wrong-term",
        its: "terminology",
        since: "0.1.0",
    }
}

/// Options of `mismatched-name`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MismatchedName {}

impl SegmentCheck for MismatchedName {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source(), segment.target());
        if source.kept_term_set().is_empty() || segment.is_one_sided() {
            return;
        }
        // A heading in capitals shouts its names, too.
        if !target.text().contains(char::is_lowercase) && target.locale().language().has_case() {
            return;
        }
        let mut seen = Vec::new();
        for meant in source.kept_terms() {
            let name = source.kept_term_set().terms()[meant.term].as_str();
            // The source may use the word in its common sense.
            if meant.span.of(source.text()) != name || seen.contains(&meant.term) || target.text().contains(name) {
                continue;
            }
            seen.push(meant.term);
            if source.identifiers().iter().any(|it| it.span.overlaps(meant.span) && it.span != meant.span) {
                continue;
            }
            let common =
                source.kept_terms().iter().any(|it| it.term == meant.term && it.span.of(source.text()) != name);
            let trust = if common { Trust::Unsafe } else { Trust::Safe };
            let mut spans = in_any_case(target.text(), name).filter(|&span| target.is_prose(span)).peekable();
            if spans.peek().is_none() {
                out.report(target.at(counterpart(source, meant.span, target)), format!("the name `{name}` is missing"))
                    .help("names are not translated")
                    .also(source.at(meant.span));
            }
            for span in spans {
                let written = span.of(target.text());
                out.report(target.at(span), format!("`{written}` is the name `{name}` in another case"))
                    .also(source.at(meant.span))
                    .fix(name, trust);
            }
        }
    }
}

/// Where `name` stands in `text` at the beginning of a word, whatever the case of its ASCII letters.
fn in_any_case(text: &str, name: &str) -> impl Iterator<Item = Span> {
    let starts = text.char_indices().map(|(at, _)| at);
    starts.filter(|&at| starts_word(text, at)).filter_map(|at| {
        let found = text.get(at..at + name.len())?;
        found.eq_ignore_ascii_case(name).then(|| Span::new(at, at + name.len()))
    })
}
