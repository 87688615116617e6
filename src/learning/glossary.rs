//! A glossary from evidence: what terms are usually called, the surest first, for a person to edit.

use crate::evidence::{Context, Evidence, Passage, PassageKind, WordId};
use crate::locale::Language;
use crate::locale::english::is_command;
use crate::span::Span;
use crate::text::forms::{Closeness, Forms};
use crate::text::loose;
use crate::text::similarity::are_akin;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

/// A term, and what it is usually called.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// The term in the source language, as it is most often written.
    pub source: String,
    /// What it is called: as labels and titles say it, else in the form that texts begin with, else in the commonest.
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
/// The share of its places in which one word may stand beside a term that is no part of a longer one.
const PART: f64 = 0.8;
/// The share of its places in which a noun is at least all that an article or a possessive holds; verbs and adjectives
/// hardly ever are.
const HELD: f64 = 0.03;
/// The share of the commonest form that a shorter one must have to be taken for it: in many languages the form without an
/// ending is the one that a glossary names.
const NEARLY: f64 = 0.25;
/// Texts that must begin with a form for that to tell anything.
const FIRST: u32 = 2;
/// The share of its places in which a form must be written with a small letter to be no name.
const SMALL: f64 = 0.1;

/// Adjectives that point at something in the text or say how it is at the moment, and name no kind of it.
const POINTING: &[&str] = &[
    "above", "appropriate", "certain", "current", "different", "existing", "following", "last", "latest", "next",
    "previous", "relevant", "same", "selected", "specific", "specified", "various",
];

/// The terms that `evidence` knows a settled translation of, the surest first: those that many segments have and nearly
/// all call the same, in any form; of several words rather than of one. Names that are kept, and phrases of a noun: no
/// parts of longer ones, no dates and amounts, no ordinary word that no label, link or title is made of.
pub fn propose(evidence: &Evidence) -> Vec<Proposal> {
    let settled: Vec<_> = evidence.terms().filter_map(|term| Settled::new(evidence, term)).collect();
    let heads = settled.iter().filter_map(|it| it.term.last()).map(|head| vec![*head]);
    let terms: Vec<_> = settled.iter().map(|it| it.term.clone()).chain(heads).collect();
    let contexts = evidence.contexts(&terms);
    let renderings = settled.iter().flat_map(|it| it.forms.iter().map(|form| (&*it.term, form.0.to_lowercase())));
    let renderings: Vec<_> = renderings.collect();
    let mut beginnings: HashMap<_, _> = renderings.iter().zip(evidence.beginnings(&renderings)).collect();
    beginnings.retain(|_, count| *count > 0);
    let mut found: Vec<(f64, Proposal)> = Vec::new();
    for (at, (it, context)) in settled.iter().zip(contexts.iter().cloned()).enumerate() {
        let is_noun = || it.is_noun(evidence, &context, &contexts[settled.len() + at]);
        if is_whole(&context) && is_noun() {
            let words = it.term.len() as f64;
            let target = it.target(evidence, &context, &beginnings);
            let proposal = Proposal { source: context.spelling, target, segments: it.segments, all: it.all };
            found.push((it.share() * f64::from(it.all).ln() * words, proposal));
        }
    }
    found.sort_by(|one, other| other.0.total_cmp(&one.0).then_with(|| one.1.source.cmp(&other.1.source)));
    let sources: HashSet<String> = found.iter().map(|(_, proposal)| proposal.source.to_lowercase()).collect();
    // A glossary finds plurals by themselves.
    let is_plural = |it: &Proposal| it.source.to_lowercase().strip_suffix('s').is_some_and(|one| sources.contains(one));
    found.into_iter().map(|(_, proposal)| proposal).filter(|it| !is_plural(it)).collect()
}

/// How many segments begin with a form of what a term is called.
type Beginnings<'t> = HashMap<&'t (&'t [WordId], String), u32>;

/// A term that is called the same nearly everywhere.
struct Settled {
    term: Vec<WordId>,
    /// Its words in small letters, a space between them.
    source: String,
    /// The forms of what it is called, each with the segments that have it; the commonest first.
    forms: Vec<(String, u32)>,
    segments: u32,
    all: u32,
}

impl Settled {
    fn new(evidence: &Evidence, term: Vec<WordId>) -> Option<Self> {
        let [english, language] = [0, 1].map(|side: usize| evidence.locales()[side].language());
        let words: Vec<&str> = term.iter().map(|&word| evidence.source().text(word)).collect();
        let forms = forms(evidence.renderings(&term), language);
        let (best, _) = forms.first()?;
        let source = words.join(" ");
        let is_kept = best.to_lowercase() == source;
        let is_number = |word: &&str| !word.contains(char::is_alphabetic);
        // `Skype for Business`, `Windows 10` are names; `partners and customers`, `30 days` are not.
        let is_odd = |word: &&str| is_number(word) || *word != "of" && english.is_function_word(word);
        let is_term = source.chars().filter(|c| c.is_alphabetic()).count() > 2
            && !is_number(&words[0])
            && (is_kept || !words.iter().any(is_odd))
            && (is_kept || is_phrase(best, language) && !is_part(best, &words) && !POINTING.contains(&words[0]));
        let (all, segments) = (evidence.kept_term(&term).segments, forms.iter().map(|(_, count)| count).sum());
        let found = Self { term, source, forms, segments, all };
        (is_term && found.all >= LEAST && found.share() >= SHARE).then_some(found)
    }

    fn share(&self) -> f64 {
        f64::from(self.segments) / f64::from(self.all.max(1))
    }

    /// Whether it is kept, and written like a name.
    fn is_name(&self, context: &Context) -> bool {
        self.forms[0].0.to_lowercase() == self.source && context.spelling.contains(char::is_uppercase)
    }

    /// Whether it is a name, or a noun with what belongs to it, whose last word stands as `head` says; a single word that is no name is a term where something is
    /// called by it and nothing else.
    fn is_noun(&self, evidence: &Evidence, context: &Context, head: &Context) -> bool {
        // `This article explains …`: nothing is ever called `the explains`.
        let last = context.spelling.rsplit(' ').next().unwrap_or_default();
        let is_verb_behind =
            || last.starts_with(char::is_lowercase) && last.ends_with('s') && !last.ends_with("ss") && head.held == 0;
        let first = self.source.split(' ').next().unwrap_or_default();
        let is_held = || f64::from(context.held) >= HELD * f64::from(context.places);
        let is_called = || labels(evidence, &self.source).next().is_some();
        let is_verb = || self.term.len() > 1 && (is_command(first) || is_verb_behind());
        self.is_name(context)
            || !is_verb() && if self.term.len() > 1 { is_held() || is_called() } else { is_held() && is_called() }
    }

    /// What it is called: the form that labels and titles use; else the one that texts begin with, where a noun is a subject or
    /// a heading and has the case that a glossary names; else the commonest. A shorter one that is nearly as common is better.
    fn target(&self, evidence: &Evidence, context: &Context, beginnings: &Beginnings<'_>) -> String {
        let best = self.forms[0].0.to_lowercase();
        // The label of a program may be left in English where prose is not.
        let is_left = |text: &str| text.to_lowercase() == self.source && best != self.source;
        let called = labels(evidence, &self.source).flat_map(|passage| &passage.targets);
        let called = called.filter(|(text, _)| !is_left(text) && are_akin_by_word(&text.to_lowercase(), &best));
        let called: Vec<&(String, u32)> = called.collect();
        let forms: Vec<&(String, u32)> = self.forms.iter().collect();
        let all = by_form(&forms);
        let mut first: BTreeMap<String, u32> = BTreeMap::new();
        let of_form = |form: &String| Some((form.clone(), *beginnings.get(&(&*self.term, form.clone()))?));
        first.extend(all.keys().filter_map(of_form));
        let best = by_form(&called).into_iter().max_by_key(|(_, count)| *count).map(|(form, _)| form);
        let best = best.unwrap_or_else(|| match first.values().sum::<u32>() {
            FIRST.. => shortest(&first),
            _ => shortest(&all),
        });
        // The capital of a heading is nobody's name.
        let is_name = context.spelling.contains(char::is_uppercase);
        let written: Vec<_> = forms.iter().chain(&called).filter(|(form, _)| form.to_lowercase() == best).collect();
        let all: u32 = written.iter().map(|(_, count)| count).sum();
        let is_small = |(form, count): &(String, u32)| {
            !form.contains(char::is_uppercase) && f64::from(*count) >= SMALL * f64::from(all)
        };
        let small = written.iter().find(|it| !is_name && is_small(it));
        small.or(written.first()).map_or(best, |it| it.0.clone())
    }
}

/// Whether what stands so is no part of a longer term.
fn is_whole(context: &Context) -> bool {
    f64::from(context.before.max(context.behind)) < PART * f64::from(context.places)
}

/// How many segments have each form, whatever its case.
fn by_form(texts: &[&(String, u32)]) -> BTreeMap<String, u32> {
    let mut counts = BTreeMap::new();
    for (text, count) in texts {
        *counts.entry(text.to_lowercase()).or_default() += count;
    }
    counts
}

/// The shortest of the forms that are nearly as common as the commonest; of several, the commonest.
fn shortest(counts: &BTreeMap<String, u32>) -> String {
    let most = f64::from(counts.values().copied().max().unwrap_or_default());
    let common = counts.iter().filter(|(_, count)| f64::from(**count) >= NEARLY * most);
    let shortest = common.min_by_key(|(form, count)| (form.chars().count(), Reverse(**count)));
    shortest.map(|(form, _)| form.clone()).unwrap_or_default()
}

/// Whether the words of `one` and `other`, in small letters, may be forms of each other, one by one; numbers have none.
fn are_akin_by_word(one: &str, other: &str) -> bool {
    let is_akin =
        |(mine, theirs): (&str, &str)| mine == theirs || !mine.contains(char::is_numeric) && are_akin(mine, theirs);
    one.split(' ').count() == other.split(' ').count() && one.split(' ').zip(other.split(' ')).all(is_akin)
}

/// Labels, links and titles that say `source` and nothing more.
fn labels<'e>(evidence: &'e Evidence, source: &str) -> impl Iterator<Item = &'e Passage> {
    let key = loose::key(source);
    let kinds = [PassageKind::Label, PassageKind::Link, PassageKind::Title];
    kinds.into_iter().flat_map(move |kind| evidence.passages_like(kind, key))
}

/// Those of `renderings` that are forms of the commonest.
fn forms(renderings: &[(String, u32)], language: &'static Language) -> Vec<(String, u32)> {
    let Some((best, _)) = renderings.first() else { return Vec::new() };
    let is_form = |text: &str| {
        let forms = Forms::new(text, &[Span::new(0, text.len())], language);
        let words = |text: &str| text.split(' ').count();
        words(text) == words(best) && !forms.find_all(best, Closeness::Inflected).is_empty()
    };
    renderings.iter().filter(|(text, _)| is_form(text)).cloned().collect()
}

/// Whether `text` is some of the `words` of a term, as they are.
fn is_part(text: &str, words: &[&str]) -> bool {
    text.to_lowercase().split(' ').all(|word| words.contains(&word))
}

/// Whether `text` may be the whole of what something is called: it ends with no small word, nor with a letter that is the
/// beginning of a word with a hyphen.
fn is_phrase(text: &str, language: &Language) -> bool {
    let is_edge = |word: &str| !language.is_function_word(&word.to_lowercase()) && word.chars().count() > 1;
    let mut words = text.split(' ');
    let (first, last) = (words.next(), words.next_back());
    last.is_none() || first.into_iter().chain(last).all(is_edge)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::{Draft, Learner};
    use crate::locale::Locale;

    /// What is proposed when a shop's texts are read, as source and target.
    fn proposed() -> Vec<(String, String)> {
        let subjects = [("The customer", "Der Kunde"), ("The clerk", "Der Beamte"), ("Contoso Depot", "Contoso Depot")];
        let verbs = [("opens", "öffnet"), ("reads", "liest"), ("prints", "druckt"), ("sends", "sendet")];
        let objects =
            [("the delivery note", "den Lieferschein"), ("the letter", "den Brief"), ("the customer", "den Kunden")];
        let times = [("within 30 days", "binnen 30 Tagen"), ("on land or sea", "zu Land oder See")];
        let labels = [("**Customer**", "**Kunde**"), ("See **Customer**.", "Siehe **Kunde**.")];
        let mut texts = labels.map(|(source, target)| (source.to_owned(), target.to_owned())).to_vec();
        for (subject, german) in subjects {
            for (verb, german_verb) in verbs {
                for (object, german_object) in objects {
                    for (time, german_time) in times {
                        let source = format!("{subject} {verb} {object} {time}.");
                        texts.push((source, format!("{german} {german_verb} {german_object} {german_time}.")));
                    }
                }
            }
        }
        let mut learner = Learner::new(Locale::english(), Locale::parse("de").unwrap());
        for (source, target) in &texts {
            let mut draft = Draft::default();
            draft.add(source, target);
            learner.add(draft);
        }
        propose(&learner.learn()).into_iter().map(|it| (it.source, it.target)).collect()
    }

    #[test]
    fn settled_terms_are_proposed() {
        let found = proposed();
        let term = |source: &str| found.iter().find(|it| it.0 == source).map(|it| it.1.as_str());
        assert_eq!(term("delivery note"), Some("Lieferschein"), "{found:?}");
        assert_eq!((term("Contoso Depot"), term("customer")), (Some("Contoso Depot"), Some("Kunde")), "{found:?}");
    }

    #[test]
    fn what_is_no_term_is_not_proposed() {
        let found = proposed();
        // Parts of names, verbs, amounts, lists, ordinary words that nothing is called by.
        for odd in ["contoso", "depot", "opens", "30 days", "land or sea", "letter", "delivery"] {
            assert!(!found.iter().any(|it| it.0.to_lowercase() == odd), "{odd}: {found:?}");
        }
    }
}
