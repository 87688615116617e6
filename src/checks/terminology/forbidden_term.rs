//! `forbidden-term`

use super::uncalled::Uncalled;
use super::{STANDS_FOR, TermOption, candidates, glossary, meant, places, with_note};
use crate::check::{OptionsError, SegmentCheck, Setup};
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::model::{Glossary, Meant, SegmentView, SideView, Term};
use crate::span::Span;
use crate::text::casing;
use crate::text::forms::Closeness;
use crate::text::terms::is_unspaced;

declare_check! {
    /// A term of the source is called by a name that the glossary forbids.
    ///
    /// Two names for one thing make the reader look for two things. A form is found inflected and at the
    /// beginning of a compound, as often as the source has the term and the translation does not call it by an allowed
    /// name, and not where it is part of one, or is what another term or, as translations teach, another word of the
    /// source is called. The fix is only shown where a word stands before the form, which may have to change with it.
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
    /// ```fails
    /// option | terms = [{source = "offer", targets = ["Angebot"], forbidden = ["Offerte"]}]
    /// en | **Offer:** two boats
    /// de | **Offerte:** zwei Boote
    ///        ^^^^^^^
    /// ```
    ///
    /// ```fails
    /// option | terms = [{source = "file", targets = ["fichier"], forbidden = ["dossier"]}]
    /// en | The file is in the folder.
    /// fr | Le dossier est dans le dossier.
    ///         ^^^^^^^
    /// ```
    ///
    /// ```passes
    /// learned 60 | Open folder #. | Ouvrir le dossier #.
    /// learned 60 | Open file #. | Ouvrir le fichier #.
    /// option | terms = [{source = "file", targets = ["fichier"], forbidden = ["dossier"]}]
    /// en | Put the file into the folder.
    /// fr | Placez-le dans le dossier.
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
        let is_first = |at: usize| meant[..at].iter().all(|before| before.terms != meant[at].terms);
        for (_, it) in meant.iter().enumerate().filter(|(at, it)| forbids(it) && is_first(*at)) {
            let mut found = wrong(segment, it, &meant);
            found.retain(|(.., span)| !reported.iter().any(|known| known.overlaps(*span)));
            let room = room(target, it, &meant);
            // Which of several is meant, nobody knows.
            let is_sure = found.len() <= room;
            for (term, form, span) in found.into_iter().take(room) {
                reported.push(span);
                let message = format!("`{}` is not to be called `{form}`", term.source);
                let finding = out.report(target.at(span), message);
                finding.also(source.at(it.span));
                let Some(preferred) = it.terms.iter().find_map(|term| term.targets.first()) else { continue };
                finding.help(with_note(format!("call it `{preferred}`"), &term.note));
                if let Some(fix) = replacement(target, span, form, preferred) {
                    let trust = if is_sure && stands_alone(target, span) { Trust::Unsafe } else { Trust::Shown };
                    finding.fix(fix, trust);
                }
            }
        }
    }
}

/// Whether anything is forbidden of `it`.
fn forbids(it: &Meant<'_>) -> bool {
    it.terms.iter().any(|term| !term.forbidden.is_empty())
}

/// How often `target` may lack an allowed name of `it`, one of the terms that are `meant`: what is called by its name as
/// often as the source names it has another word for something else.
fn room(target: &SideView<'_>, it: &Meant<'_>, meant: &[Meant<'_>]) -> usize {
    let times = meant.iter().filter(|other| other.terms == it.terms).count();
    times.saturating_sub(allowed(target, &it.terms).len())
}

/// Where the target of `segment` calls `it`, one of the terms that are `meant`, by a forbidden form, in order.
fn wrong<'g>(segment: &SegmentView<'_>, it: &Meant<'g>, meant: &[Meant<'g>]) -> Vec<(&'g Term, &'g str, Span)> {
    let target = segment.target();
    if room(target, it, meant) == 0 || Uncalled::new(segment, it.span, &it.terms).is_part_of_term() {
        return Vec::new();
    }
    let is_allowed = |span: Span| {
        let mut covering = meant.iter().flat_map(|meant| allowed(target, &meant.terms));
        covering.any(|allowed| allowed.contains(span))
    };
    let mut found: Vec<(&Term, &str, Span)> = Vec::new();
    for &term in &it.terms {
        for form in &term.forbidden {
            let spans = places(target, term, form, Closeness::Compound).into_iter().filter(|span| !is_allowed(*span));
            let spans = spans.filter(|span| !stands_for_another(segment, it, *span));
            found.extend(spans.map(|span| (term, form.as_str(), span)));
        }
    }
    found.sort_by_key(|(.., span)| *span);
    let mut end = None;
    found.retain(|(.., span)| {
        let is_new = end.is_none_or(|end| span.range().start >= end);
        end = end.max(Some(span.range().end));
        is_new
    });
    found
}

/// Whether translations use what stands at `span` of the target of `segment` for another word of the source more than for
/// `it`.
fn stands_for_another(segment: &SegmentView<'_>, it: &Meant<'_>, span: Span) -> bool {
    let (source, target) = (segment.source(), segment.target());
    let Some(ties) = segment.ties() else { return false };
    let written = (0..target.known().len()).filter(|&at| span.contains(target.known()[at].span));
    let ties: Vec<_> = written.flat_map(|at| ties.origins(at)).collect();
    let is_term = |at: usize| source.known()[at].span.of(source.text()).eq_ignore_ascii_case(it.span.of(source.text()));
    let strongest = |own: bool| {
        let ties = ties.iter().filter(|tie| is_term(tie.source) == own);
        ties.map(|tie| tie.strength).fold(0.0, f32::max)
    };
    strongest(false) > strongest(true).max(STANDS_FOR)
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

/// Whether no word stands right before `span` of `target` that may have to change with what is written there, as an
/// article or an adjective has, and the text does not shout.
fn stands_alone(target: &SideView<'_>, span: Span) -> bool {
    let text = target.text();
    let before = text[..span.range().start].trim_end().chars().next_back();
    let is_word = |c: char| c.is_alphanumeric() && !is_unspaced(c) || matches!(c, '\'' | '’');
    !before.is_some_and(is_word) && text.contains(char::is_lowercase)
}
