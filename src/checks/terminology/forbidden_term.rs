//! `forbidden-term`

use super::called::is_part_of_term;
use super::{TermOption, candidates, glossary, meant, places, with_note};
use crate::check::{OptionsError, SegmentCheck, Setup};
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::model::{Glossary, Meant, SegmentView, SideView, Term};
use crate::span::Span;
use crate::text::casing;
use crate::text::forms::Closeness;

declare_check! {
    /// A term of the source is called by a name that the glossary forbids.
    ///
    /// Two names for one thing make the reader look for two things. A form is found inflected and at the
    /// beginning of a compound, only where the source has the term more often than the translation calls it by an
    /// allowed name, and not where it is part of one, or is what another term of the source is called.
    ///
    /// ```fails
    /// option | terms = [{source = "offer", targets = ["Angebot"], forbidden = ["Offerte"]}]
    /// en | Buy two offers.
    /// de | Kaufen Sie zwei Offerten.
    ///                      ^^^^^^^^
    /// ```
    ///
    /// ```fails
    /// option | terms = [{source = "offer", targets = ["Angebot"], forbidden = ["Offerte"]}]
    /// en | The offer ends.
    /// de | Die Offerte endet.
    ///          ^^^^^^^
    /// ```
    ///
    /// ```passes
    /// option | terms = [{source = "offer", targets = ["Angebot"], forbidden = ["Offerte", "Gebot"]}]
    /// en | Open the quotation. This offer is a command.
    /// de | Öffnen Sie die Datei. Dieses Angebot ist ein Befehl.
    /// ```
    ///
    /// ```passes
    /// option | terms = [{source = "offer", targets = ["Angebot"], forbidden = ["Offerte"]}]
    /// en | The offer comes with a quotation.
    /// de | Das Angebot enthält eine Offerte.
    /// ```
    ///
    /// ```passes
    /// option | terms = [{source = "page", targets = ["home page"], forbidden = ["page"]}]
    /// en | The page
    /// nl | De home page
    /// ```
    pub static FORBIDDEN_TERM: Segment<ForbiddenTerm> = {
        id: "forbidden-term",
        category: Terminology,
        severity: Warning,
        confidence: High,
        fix: Unsafe,
        evidence: true,
        mqm: "terminology/wrong-term",
        its: "terminology",
        since: "0.1.0",
    }
}

/// Options of `forbidden-term`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct ForbiddenTerm {
    /// Terms beside those of the glossary files.
    pub terms: Vec<TermOption>,
    #[serde(skip)]
    glossary: Glossary,
}

impl SegmentCheck for ForbiddenTerm {
    fn prepare(&mut self, setup: &Setup<'_>) -> Result<(), OptionsError> {
        self.glossary = glossary(setup, &self.terms)?;
        Ok(())
    }

    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        if !self.glossary.forbids() {
            return;
        }
        let (source, target) = (segment.source(), segment.target());
        let candidates = candidates(&self.glossary, segment).into_iter();
        let meant: Vec<Meant<'_>> = candidates.filter_map(|written| meant(source, written)).collect();
        let mut reported: Vec<Span> = Vec::new();
        for it in meant.iter().filter(|it| it.terms.iter().any(|term| !term.forbidden.is_empty())) {
            for (term, form, span) in wrong(target, it, &meant) {
                if reported.iter().any(|known| known.overlaps(span)) || is_part_of_term(segment, it.span, &it.terms) {
                    continue;
                }
                reported.push(span);
                let message = format!("`{}` is not to be called `{form}`", term.source);
                let finding = out.report(target.at(span), message);
                finding.also(source.at(it.span));
                let Some(preferred) = it.terms.iter().find_map(|term| term.targets.first()) else { continue };
                finding.help(with_note(format!("call it `{preferred}`"), &term.note));
                if let Some(fix) = replacement(target, span, form, preferred) {
                    finding.fix(fix, Trust::Unsafe);
                }
            }
        }
    }
}

/// Where `target` calls `it`, one of the terms that are `meant`, by a forbidden form.
fn wrong<'g>(target: &SideView<'_>, it: &Meant<'g>, meant: &[Meant<'g>]) -> Vec<(&'g Term, &'g str, Span)> {
    // What is called by its name as often as the source names it has another word for something else.
    let times = meant.iter().filter(|other| other.terms == it.terms).count();
    if allowed(target, &it.terms).len() >= times {
        return Vec::new();
    }
    let is_allowed = |span: Span| {
        let mut covering = meant.iter().flat_map(|meant| allowed(target, &meant.terms));
        covering.any(|allowed| allowed.contains(span))
    };
    let mut found = Vec::new();
    for &term in &it.terms {
        for form in &term.forbidden {
            let spans = places(target, term, form, Closeness::Compound).into_iter().filter(|span| !is_allowed(*span));
            found.extend(spans.map(|span| (term, form.as_str(), span)));
        }
    }
    found
}

/// Where `target` has forms that `terms` allow.
fn allowed(target: &SideView<'_>, terms: &[&Term]) -> Vec<Span> {
    let forms = terms.iter().flat_map(|term| term.targets.iter().map(move |form| (term, form)));
    let mut found: Vec<Span> = forms.flat_map(|(term, form)| places(target, term, form, Closeness::Compound)).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// What may stand at `span` of `target` in the place of `form`: `preferred`, with the capital that `form` has there; none
/// where it is inflected.
fn replacement(target: &SideView<'_>, span: Span, form: &str, preferred: &str) -> Option<String> {
    let written = span.of(target.text());
    if written.to_lowercase() != form.to_lowercase() {
        return None;
    }
    let is_capital = written.starts_with(char::is_uppercase) && form.starts_with(char::is_lowercase);
    let language = target.locale().language();
    Some(if is_capital { casing::capitalized(preferred, language) } else { preferred.to_owned() })
}
