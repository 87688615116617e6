//! `missing-term`

use super::{TermOption, counterpart, glossary, is_for, with_note};
use crate::check::{OptionsError, SegmentCheck, Setup};
use crate::declare_check;
use crate::finding::Sink;
use crate::model::{Glossary, SegmentView, SideView};
use crate::span::Span;
use crate::text::terms::{has_form, is_plural};

declare_check! {
    /// A term of the glossary stands in the source, and none of its translations in the target.
    ///
    /// A glossary is there so that one thing has one name. Inflected forms count: the last letters of a longer word may
    /// differ, vowels may have an umlaut, and a form may be part of a compound. What is forbidden, if it stands there, is
    /// marked; `forbidden-term` then says more. Terms in code, and in names that the target keeps, are left alone.
    ///
    /// ```fails
    /// option | terms = [{source = "offer", targets = ["Angebot"]}]
    /// en | Buy the offer.
    /// de | Kaufen Sie das Sortiment.
    ///                 |
    /// ```
    ///
    /// ```passes
    /// option | terms = [{source = "offer", targets = ["Angebot"]}, {source = "house", targets = ["Haus"]}]
    /// en | Buy the offers of these houses.
    /// de | Kaufen Sie die Sonderangebote dieser Häuser.
    /// ```
    ///
    /// ```passes
    /// option | terms = [{source = "Partner Center", targets = ["Centrum partnerskie"], locale = "pl"}]
    /// en | Sign in to Partner Center.
    /// pl | Zaloguj się w Centrum partnerskim.
    /// ```
    ///
    /// ```passes
    /// option | terms = [{source = "customer", targets = ["klient"]}]
    /// en | Start Customer Engagement with GET /v1/customers/list
    /// pl | Uruchom Customer Engagement za pomocą GET /v1/customers/list
    /// ```
    ///
    /// ```passes
    /// option | terms = [{source = "partner center", targets = ["パートナー センター"]}]
    /// en | Sign in to Partner Center.
    /// ja | パートナー センターにサインインします。
    /// ```
    pub static MISSING_TERM: Segment<MissingTerm> = {
        id: "missing-term",
        category: Terminology,
        severity: Warning,
        confidence: Medium,
        mqm: "terminology/wrong-term",
        its: "terminology",
        yields_to: ["forbidden-term"],
        since: "0.1.0",
    }
}

/// Options of `missing-term`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MissingTerm {
    /// Terms beside those of the glossary files.
    pub terms: Vec<TermOption>,
    #[serde(skip)]
    glossary: Glossary,
}

impl SegmentCheck for MissingTerm {
    fn prepare(&mut self, setup: &Setup<'_>) -> Result<(), OptionsError> {
        self.glossary = glossary(setup, &self.terms)?;
        Ok(())
    }

    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source(), segment.target());
        if self.glossary.matcher().is_empty() || segment.is_one_sided() {
            return;
        }
        let found = self.glossary.matcher().find_with(source.text(), is_plural);
        let mut text = None;
        let mut seen = Vec::new();
        for meant in found {
            let term = &self.glossary.terms()[meant.term];
            let preferred = term.targets.first().filter(|_| is_for(term, target.locale()));
            let Some(preferred) = preferred.filter(|_| source.is_prose(meant.span)) else { continue };
            // Several rows may speak of one term, each with its own forms.
            let rows = self.glossary.terms().iter();
            let mut rows =
                rows.filter(|row| row.source.eq_ignore_ascii_case(&term.source) && is_for(row, target.locale()));
            let text = text.get_or_insert_with(|| target.text().to_lowercase());
            let stands = rows.any(|row| row.targets.iter().any(|form| has_form(text, &form.to_lowercase())));
            if stands || seen.contains(&meant.term) || is_kept(source, meant.span, text) {
                continue;
            }
            seen.push(meant.term);
            let wrong = term
                .forbidden
                .iter()
                .find_map(|form| target.text().find(form.as_str()).map(|at| (at..at + form.len()).into()));
            let place = wrong.unwrap_or_else(|| counterpart(source, meant.span, target));
            out.report(target.at(place), format!("the term `{}` is not called `{preferred}` here", term.source))
                .help(with_note(format!("call it {}", list(&term.targets)), &term.note))
                .also(source.at(meant.span));
        }
    }
}

/// Whether the term at `span` of `source` is part of a name or of code that `target`, in small letters, keeps: a word
/// beside the term stands there beside it as well.
fn is_kept(source: &SideView<'_>, span: Span, target: &str) -> bool {
    if source.identifiers().iter().any(|it| it.span.overlaps(span)) {
        return true;
    }
    let words = source.words();
    let before = words.iter().rev().find(|word| word.end <= span.start);
    let behind = words.iter().find(|word| word.start >= span.end);
    let beside = [before.map(|word| word.to(span)), behind.map(|word| span.to(*word))];
    beside.into_iter().flatten().any(|both| target.contains(&both.of(source.text()).to_lowercase()))
}

/// `forms` as they stand in a sentence.
fn list(forms: &[String]) -> String {
    forms.iter().map(|form| format!("`{form}`")).collect::<Vec<_>>().join(" or ")
}
