//! A term of the source that is not called by a name of the glossary, and what tells whether it should be.

use super::{counterpart, stand_in};
use crate::evidence::{Evidence, WordId};
use crate::model::{CaseRule, SegmentView, Term};
use crate::span::Span;
use crate::text::forms::{Closeness, Forms};
use crate::text::noun_phrases::{before, is_head};
use crate::text::similarity::are_akin;
use crate::text::terms::{is_whole, singular_and_plural};
use std::ops::Range;

/// Segments with a term from which on what they call it tells its name.
const TELLING: u32 = 8;
/// The least share of translations that call a word by a name if that is its name, and the greatest that call a larger
/// term so which has a name of its own.
const OWN_NAME: (f64, f64) = (0.25, 0.05);
/// The fewest segments with a word that tell that its name is refused, and the greatest share that may call it so.
const REFUSED: (u32, f64) = (40, 0.1);
/// The least share of translations that call a phrase by an allowed name if what is allowed is what is meant there.
const USUAL: f64 = 0.5;

/// How many segments with a word, or with some in a row, call it by a name.
#[derive(Clone, Copy, Default)]
pub(super) struct Calls {
    /// Segments that do, as far as it is known.
    pub called: u32,
    /// Segments that have it.
    pub all: u32,
}

impl Calls {
    fn share(self) -> f64 {
        f64::from(self.called) / f64::from(self.all.max(1))
    }
}

/// A term of the source of a segment, none of whose names stands in the target.
pub(super) struct Uncalled<'s, 'd> {
    segment: &'s SegmentView<'d>,
    span: Span,
    terms: &'s [&'s Term],
    /// Its words among the known ones of the source.
    known: Range<usize>,
    /// What it is called elsewhere, if it is a single word.
    calls: Option<Calls>,
}

impl<'s, 'd> Uncalled<'s, 'd> {
    /// What is at `span` of the source of `segment`, and is not called by a form that `terms` allow.
    pub(super) fn new(segment: &'s SegmentView<'d>, span: Span, terms: &'s [&'s Term]) -> Self {
        let known = segment.source().known();
        let first = known.partition_point(|it| it.span.end <= span.start);
        let last = known.partition_point(|it| it.span.start < span.end);
        let mut new = Self { segment, span, terms, known: first..last.max(first), calls: None };
        let is_word = new.known.len() == 1 && known[first].span == span;
        new.calls = is_word.then(|| new.calls(new.known.clone()));
        new
    }

    /// What the known words `at` of the source are called elsewhere, in the singular and in the plural.
    fn calls(&self, at: Range<usize>) -> Calls {
        let Some(evidence) = self.segment.evidence() else { return Calls::default() };
        let rows = self.rows(evidence, at);
        // What is seldom tells nothing, and costs nothing.
        let all = rows.iter().map(|words| evidence.kept_term(words).segments).sum();
        let called = || rows.iter().map(|words| self.times_called(evidence, words)).sum();
        Calls { called: if all < TELLING { 0 } else { called() }, all }
    }

    /// The known words that the words `at` of the source, which stand in a row, may be in the singular or the plural.
    fn rows(&self, evidence: &Evidence, at: Range<usize>) -> Vec<Vec<WordId>> {
        at.fold(vec![Vec::new()], |rows, at| {
            let longer = |word: WordId| rows.iter().map(move |row: &Vec<WordId>| [&row[..], &[word]].concat());
            self.numbers(evidence, at).flat_map(longer).collect()
        })
    }

    /// The known words that word `at` of the source may be in the singular or the plural.
    fn numbers<'e>(&self, evidence: &'e Evidence, at: usize) -> impl Iterator<Item = WordId> + use<'e> {
        let source = self.segment.source();
        let word = source.known()[at].span.of(source.text()).to_lowercase();
        let is_english = source.locale().language().code == "en";
        let forms = if is_english { singular_and_plural(&word) } else { vec![word] };
        forms.into_iter().filter_map(|form| evidence.source().get(&form))
    }

    /// How many segments call `words` in a row, as far as it is known, by a form that is allowed.
    fn times_called(&self, evidence: &Evidence, words: &[WordId]) -> u32 {
        let language = self.segment.target().locale().language();
        let is_allowed = |text: &str| {
            let forms = Forms::new(text, &[Span::new(0, text.len())], language);
            self.names().any(|form| forms.has(form, Closeness::Alike))
        };
        evidence.renderings(words).iter().filter(|(text, _)| is_allowed(text)).map(|(_, count)| count).sum()
    }

    /// What it may be called.
    fn names(&self) -> impl Iterator<Item = &'s str> {
        self.terms.iter().flat_map(|term| &term.targets).map(String::as_str)
    }

    /// What it is called elsewhere together with the word before it, and with the one behind it, if that is known.
    fn larger(&self) -> impl Iterator<Item = Calls> {
        let (text, known) = (self.segment.source().text(), self.segment.source().known());
        let Range { start, end } = self.known;
        let is_part = |at: usize| text[..known[at].span.range().start].ends_with('-');
        let follows = |at: usize| {
            (1..known.len()).contains(&at)
                && &text[known[at - 1].span.range().end..known[at].span.range().start] == " "
                && !is_part(at - 1)
        };
        let before = (start < end && follows(start)).then(|| start - 1..end);
        let behind = (start < end && follows(end)).then(|| start..end + 1);
        let larger = [before, behind].into_iter().flatten();
        larger.map(|at| self.calls(at)).filter(|calls| calls.all >= TELLING)
    }

    /// Whether it is a word that is part of a larger term with a name of its own (`credit card`): one of two words that
    /// translations do not call by an allowed form, though they call the word so.
    pub(super) fn is_part_of_term(&self) -> bool {
        let has_name = self.calls.is_some_and(|own| own.all >= TELLING && own.share() >= OWN_NAME.0);
        has_name && self.larger().any(|larger| larger.share() <= OWN_NAME.1)
    }

    /// What it is called elsewhere, if that is hardly ever what it should be.
    pub(super) fn refused(&self) -> Option<Calls> {
        self.calls.filter(|it| it.all >= REFUSED.0 && it.share() <= REFUSED.1)
    }

    /// Whether no segment before this one on its page has the word.
    pub(super) fn is_first_on_page(&self) -> bool {
        let word = self.span.of(self.segment.source().text()).to_lowercase();
        let has_word = |source: &str| {
            let lower = source.to_lowercase();
            lower.match_indices(&*word).any(|(at, _)| is_whole(&lower, at, at + word.len()))
        };
        let first = self.segment.page().pairs().find(|(source, _)| has_word(source));
        first.is_none_or(|(_, target)| std::ptr::eq(target, self.segment.target().text()))
    }

    /// Where the target calls it something else, or should have it.
    pub(super) fn place(&self) -> Span {
        let known = self.renamed().or_else(|| self.stand_in());
        known.unwrap_or_else(|| counterpart(self.segment.source(), self.span, self.segment.target()))
    }

    /// What stands for it in the target, if that is known.
    fn stand_in(&self) -> Option<Span> {
        stand_in(self.segment, &self.known.clone().collect::<Vec<_>>())
    }

    /// Whether it should be called by its name, rather than worded freely or left out, and does not stand there in words
    /// that are parted or turned around. A name should. What else has several words should where the target calls it
    /// what translations call it by mistake; a single word where the target keeps the name that belongs to it and goes
    /// without.
    pub(super) fn is_sure(&self) -> bool {
        let is_proven = || {
            if self.is_word() {
                self.is_lost_head() && !self.is_borrowed() && self.stand_in().is_none()
            } else {
                self.stays() || self.renamed().is_some()
            }
        };
        self.has_capitals() && (self.is_exact() || is_proven()) && !self.names().any(|name| self.has_words_of(name))
    }

    /// Whether it is a name whose capitals count.
    fn is_exact(&self) -> bool {
        self.terms.iter().any(|term| term.case == CaseRule::Exact)
    }

    /// Whether it is a name that stays as it is.
    fn stays(&self) -> bool {
        let mut terms = self.terms.iter();
        terms.any(|term| term.targets.contains(&term.source) && term.source.contains(char::is_uppercase))
    }

    /// Whether it is a word that is called as in the source. A language may have a word of its own beside it, which is as
    /// good where it means something else: `conto` of a bank beside `account`.
    fn is_borrowed(&self) -> bool {
        let is_one = |term: &&Term| {
            let forms = singular_and_plural(&term.source.to_lowercase());
            term.targets.iter().any(|form| forms.contains(&form.to_lowercase()))
        };
        self.terms.iter().any(is_one)
    }

    /// Whether it has the capitals of one of the terms: `human resources` are no `Human Resources`.
    fn has_capitals(&self) -> bool {
        let written = self.span.of(self.segment.source().text());
        let has_those_of = |term: &str| {
            let mut letters = written.chars().zip(term.chars());
            letters.all(|(mine, theirs)| mine.is_uppercase() || !theirs.is_uppercase())
        };
        self.terms.iter().any(|term| has_those_of(term.source.trim()))
    }

    /// Where the target calls it something else that translations call it, with as many words as a name of it has, if no
    /// larger term that it is part of is called otherwise.
    fn renamed(&self) -> Option<Span> {
        let (target, evidence) = (self.segment.target(), self.segment.evidence()?);
        let count = |text: &str| text.split(' ').count();
        let is_as_long = |other: &str| self.names().any(|name| count(name) == count(other));
        // `CSP ortağı` is a form of `CSP ortakları`, whatever is known of forms.
        let is_form = |other: &str| {
            self.names().any(|name| words(name).zip(words(other)).all(|(one, other)| are_forms(&one, &other)))
        };
        let rows = self.rows(evidence, self.known.clone());
        let others = rows.iter().flat_map(|words| evidence.renderings(words));
        let mut others = others.filter(|(text, _)| is_as_long(text) && !is_form(text));
        let found = others.find_map(|(text, _)| target.forms().find_all(text, Closeness::Same).first().copied())?;
        self.larger().all(|larger| larger.share() >= USUAL).then_some(found.span)
    }

    /// Whether the target has all words of `name` but the small ones, wherever they stand, or words akin to them; those of
    /// a name that stays as they are. Of what is one word in the source, one is enough.
    fn has_words_of(&self, name: &str) -> bool {
        let target = self.segment.target();
        let is_small = |word: &&str| target.locale().language().is_function_word(&word.to_lowercase());
        let written: Vec<String> = words(target.text()).collect();
        let is_name = self.stays() || self.is_exact();
        let is_there = |part: String| written.iter().any(|word| *word == part || !is_name && are_akin(word, &part));
        let mut parts = name.split(' ').filter(|part| !is_small(part)).flat_map(words).map(is_there);
        if self.is_word() { parts.any(|it| it) } else { parts.all(|it| it) }
    }

    /// Whether it is a single word.
    fn is_word(&self) -> bool {
        self.segment.source().words_in(self.span).len() == 1
    }

    /// Whether it, an English word, is what a name right before it belongs to, and the target keeps the name: `the Harbor
    /// Desk page`. Other words between the two may have the word in them: a `trial version` is a trial offer.
    fn is_lost_head(&self) -> bool {
        let (source, target) = (self.segment.source(), self.segment.target().text());
        let (text, words) = (source.text(), source.words());
        let index = source.words_in(self.span).start;
        let is_kept = |at: usize| {
            let word = words[at].of(text);
            // `Harbor-Desk-Seite` has the word.
            let is_there = |(found, _): (usize, &str)| {
                let end = found + word.len();
                is_whole(target, found, end) && !target[end..].starts_with(['-', '\u{2011}'])
            };
            source.names()[at] && word.starts_with(char::is_uppercase) && target.match_indices(word).any(is_there)
        };
        source.locale().language().code == "en"
            && !source.names()[index]
            && is_head(text, words, index)
            && before(text, words, index).is_some_and(is_kept)
    }
}

/// Whether the letters that two words begin with are half of the shorter one, or all of it with those that both end with:
/// a compound may be joined in two ways.
fn are_forms(one: &str, other: &str) -> bool {
    let (one, other) = (one.chars().collect::<Vec<_>>(), other.chars().collect::<Vec<_>>());
    let shorter = one.len().min(other.len());
    let begins = one.iter().zip(&other).take_while(|(mine, theirs)| mine == theirs).count();
    let ends = one.iter().rev().zip(other.iter().rev()).take_while(|(mine, theirs)| mine == theirs).count();
    begins * 2 >= shorter || begins + ends >= shorter
}

/// The words of `text` in small letters.
fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_compound_may_be_joined_in_two_ways() {
        assert!(are_forms("klantondersteuning", "klantenondersteuning") && are_forms("ortağı", "ortakları"));
        assert!(!are_forms("affärsprofil", "företagsprofil") && !are_forms("primario", "principale"));
    }
}
