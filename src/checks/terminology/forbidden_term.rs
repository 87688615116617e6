//! `forbidden-term`

use super::{TermOption, glossary, is_for, with_note};
use crate::check::{OptionsError, SegmentCheck, Setup};
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::model::{Glossary, SegmentView, Term};
use crate::span::Span;
use crate::text::terms::{TermMatch, TermSet, is_plural};

declare_check! {
    /// A term of the source is called by a name that the glossary forbids.
    ///
    /// Two names for one thing make the reader look for two things. A form is found as a whole word or with an ending of
    /// one or two letters, only where the source has the term, and not where it is part of a form that is allowed.
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
    /// Every forbidden form, and the term that forbids it.
    #[serde(skip)]
    forms: TermSet,
    #[serde(skip)]
    owners: Vec<usize>,
}

impl SegmentCheck for ForbiddenTerm {
    fn prepare(&mut self, setup: &Setup<'_>) -> Result<(), OptionsError> {
        self.glossary = glossary(setup, &self.terms)?;
        let all = self.glossary.terms().iter().enumerate();
        let forms = all.flat_map(|(owner, term)| term.forbidden.iter().map(move |form| (owner, form.clone())));
        let (owners, forms): (Vec<_>, Vec<_>) = forms.filter(|(_, form)| !form.trim().is_empty()).unzip();
        self.owners = owners;
        self.forms = TermSet::new(forms).map_err(|error| OptionsError::new(error.to_string()))?;
        Ok(())
    }

    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source(), segment.target());
        if self.forms.is_empty() || segment.is_one_sided() {
            return;
        }
        let found = self.forms.find_with(target.text(), |ending| ending.chars().count() <= 2);
        if found.is_empty() {
            return;
        }
        let meant = self.glossary.matcher().find_with(source.text(), is_plural);
        for form in found.iter().filter(|form| target.is_prose(form.span)) {
            // Two terms may forbid one form: any that the source has will do.
            let same = |owner: usize, it: &TermMatch| it.term == owner && source.is_prose(it.span);
            let text = &self.forms.terms()[form.term];
            let mut owners =
                (0..self.owners.len()).filter(|&index| self.forms.terms()[index].eq_ignore_ascii_case(text));
            let Some((term, place)) = owners.find_map(|index| {
                let term = &self.glossary.terms()[self.owners[index]];
                let said = meant.iter().find(|it| same(self.owners[index], it))?;
                is_for(term, target.locale()).then_some((term, said.span))
            }) else {
                continue;
            };
            if is_allowed(term, target.text(), form.span) {
                continue;
            }
            let ending = crate::text::terms::rest_of_word(target.text(), form.span.range().end);
            let span = Span::new(form.span.range().start, form.span.range().end + ending.len());
            let finding = out.report(target.at(span), format!("`{}` is not to be called `{text}`", term.source));
            finding.also(source.at(place));
            if let Some(preferred) = term.targets.first() {
                finding.help(with_note(format!("call it `{preferred}`"), &term.note));
                if ending.is_empty() {
                    finding.fix(preferred.clone(), Trust::Unsafe);
                }
            }
        }
    }
}

/// Whether the form at `span` is part of one that `term` allows.
fn is_allowed(term: &Term, text: &str, span: Span) -> bool {
    term.targets.iter().any(|allowed| {
        let mut found = text.match_indices(allowed.as_str());
        found.any(|(at, _)| Span::new(at, at + allowed.len()).contains(span))
    })
}
