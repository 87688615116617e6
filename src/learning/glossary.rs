//! A glossary from evidence: what terms are usually called, the surest first, for a person to edit.

use crate::evidence::Evidence;
use crate::locale::Language;
use crate::span::Span;
use crate::text::forms::{Closeness, Forms};

/// A term, and what it is usually called.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// The term in the source language, in small letters; a name in its case.
    pub source: String,
    /// What it is called, in the form that is commonest.
    pub target: String,
    /// How many segments call it so, in any form.
    pub segments: u32,
    /// How many segments have the term.
    pub all: u32,
}

/// Segments that must have a term.
const LEAST: u32 = 10;
/// The share of them that must call it so: what is called one thing here and another there is no term, or no settled one.
const SHARE: f64 = 0.7;

/// The terms that `evidence` knows a settled translation of, the surest first: those that many segments have and nearly
/// all call the same, in any form; of several words rather than of one.
pub fn propose(evidence: &Evidence) -> Vec<Proposal> {
    let language = evidence.locales()[1].language();
    let mut found: Vec<(f64, Proposal)> = Vec::new();
    for term in evidence.terms() {
        let all = evidence.kept_term(&term).segments;
        let source = term.iter().map(|&word| evidence.source().text(word)).collect::<Vec<_>>().join(" ");
        let Some((target, segments)) = settled(evidence.renderings(&term), language) else { continue };
        let share = f64::from(segments) / f64::from(all.max(1));
        if all >= LEAST && share >= SHARE && is_term(&source) {
            let words = term.len() as f64;
            let proposal = Proposal { source: cased(source, &target), target, segments, all };
            found.push((share * f64::from(all).ln() * words, proposal));
        }
    }
    found.sort_by(|one, other| other.0.total_cmp(&one.0).then_with(|| one.1.source.cmp(&other.1.source)));
    found.into_iter().map(|(_, proposal)| proposal).collect()
}

/// The commonest of `renderings`, and how many segments have it in any form.
fn settled(renderings: &[(String, u32)], language: &'static Language) -> Option<(String, u32)> {
    let (best, _) = renderings.first()?;
    let is_form = |text: &str| {
        let forms = Forms::new(text, &[Span::new(0, text.len())], language);
        let words = |text: &str| text.split(' ').count();
        words(text) == words(best) && !forms.find_all(best, Closeness::Inflected).is_empty()
    };
    let same = renderings.iter().filter(|(text, _)| is_form(text)).map(|(_, count)| count).sum();
    Some((best.clone(), same))
}

/// Whether `source` could stand in a glossary: it has letters, and more than one.
fn is_term(source: &str) -> bool {
    source.chars().filter(|c| c.is_alphabetic()).count() > 2
}

/// `source` as `target` writes it, if it is kept.
fn cased(source: String, target: &str) -> String {
    if target.to_lowercase() == source { target.to_owned() } else { source }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::{Draft, Learner};
    use crate::locale::Locale;

    #[test]
    fn settled_terms_are_proposed() {
        let subjects = [("The customer", "Der Kunde"), ("The clerk", "Der Beamte"), ("Contoso", "Contoso")];
        let verbs = [("opens", "öffnet"), ("reads", "liest"), ("prints", "druckt"), ("sends", "sendet")];
        let objects = [("delivery notes", "Lieferscheine"), ("letters", "Briefe"), ("parcels", "Pakete")];
        let mut texts = Vec::new();
        for (subject, german) in subjects {
            for (verb, german_verb) in verbs {
                for (object, german_object) in objects {
                    let source = format!("{subject} {verb} {object}.");
                    texts.push((source, format!("{german} {german_verb} {german_object}.")));
                }
            }
        }
        let mut learner = Learner::new(Locale::english(), Locale::parse("de").unwrap());
        for (source, target) in &texts {
            let mut draft = Draft::default();
            draft.add(source, target);
            learner.add(draft);
        }
        let found = propose(&learner.learn());
        let term = |source: &str| found.iter().find(|proposal| proposal.source == source).map(|it| it.target.as_str());
        assert_eq!(term("delivery notes"), Some("Lieferscheine"));
        assert_eq!((term("Contoso"), term("customer")), (Some("Contoso"), Some("Kunde")));
        assert_eq!(found[0].source, "delivery notes");
    }
}
