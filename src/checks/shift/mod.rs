//! Markup over the wrong words, told by what translations teach of the words: what the checks of emphasis and of links
//! share.
//!
//! A word under the marker is foreign there when a word of the source that stands outside accounts for it, and none
//! inside does; a word beside the marker is lost when a word of the source inside accounts for it, and nothing under the
//! marker stands for that word. Function words prove nothing, nor does a foreign word between words that belong: another
//! word order may ask for it.

mod half;
mod mending;

use crate::evidence::{Tie, Ties};
use crate::finding::Sink;
use crate::locale::{is_english, is_form};
use crate::model::{SegmentView, SideView};
use crate::span::Span;
use half::{Half, words_in};
use std::ops::Range;

/// The share from which on a word accounts for another (see [`Tie::strength`]). Held against pages that people and
/// machines translated: with less, what machines shift is told from fair word order no better.
const ACCOUNTS: f32 = 0.3;
/// The share under which it has nothing to do with it.
const UNTIED: f32 = 0.02;
/// Segments that a word must have been seen in to prove something.
const LEAST_SEEN: u32 = 4;

/// A marker of the translation and its counterpart in the source.
#[derive(Clone, Copy)]
pub(super) struct Marker {
    /// What it marks in the source.
    pub from: Span,
    /// What it marks in the translation.
    pub to: Span,
    /// The same, with the marker.
    pub whole: Span,
    /// Where it is reported as a whole.
    pub place: Span,
    /// What a reader calls it: `link`, `emphasis`.
    pub name: &'static str,
    /// Whether it may take in the noun that says what it marks: `the [Billing] page`, `la [pagina Fatturazione]`.
    pub may_take_noun: bool,
}

/// How much of what `from` marks in the source and what `to` marks in the target goes together, from 0 to 1: the mean
/// over the words of both of the strongest tie of each.
pub(super) fn affinity(segment: &SegmentView<'_>, from: Span, to: Span) -> f32 {
    let Some(ties) = segment.ties() else { return 0.0 };
    let (from, to) = (words_in(segment.source(), from), words_in(segment.target(), to));
    let strongest = |ties: &mut dyn Iterator<Item = &Tie>| ties.map(|tie| tie.strength).fold(0.0, f32::max);
    let origins = |word| strongest(&mut ties.origins(word).iter().filter(|tie| from.contains(&tie.source)));
    let translations = |word| strongest(&mut ties.translations(word).filter(|tie| to.contains(&tie.target)));
    let (targets, sources) = (to.clone().map(origins), from.clone().map(translations));
    targets.chain(sources).sum::<f32>() / (from.len() + to.len()).max(1) as f32
}

/// Reports on `marker`, if it stands over the wrong words; whether it does.
pub(super) fn report(segment: &SegmentView<'_>, marker: Marker, out: &mut Sink<'_>) -> bool {
    let is_all = |side: &SideView<'_>, marked| side.words_in(marked).len() == side.words().len();
    let has_word_spaces = segment.target().locale().language().has_word_spaces();
    if !has_word_spaces || is_all(segment.source(), marker.from) && is_all(segment.target(), marker.to) {
        return false;
    }
    let shift = segment.ties().and_then(|ties| Shift::of(segment, ties, marker));
    if let Some(shift) = &shift {
        mending::report(shift, marker, out);
    }
    shift.is_some()
}

/// What proves that a marker stands over the wrong words.
struct Shift<'v, 'd> {
    ties: &'v Ties,
    source: Half<'v, 'd>,
    target: Half<'v, 'd>,
    /// Words of the target under the marker that do not belong there: each with the word of the source that it stands for.
    foreign: Vec<(usize, usize)>,
    /// Words of the target beside the marker that belong under it.
    lost: Vec<(usize, usize)>,
    /// The words under the marker without the foreign ones at its edges.
    kept: Range<usize>,
}

impl<'v, 'd> Shift<'v, 'd> {
    fn of(segment: &'v SegmentView<'d>, ties: &'v Ties, marker: Marker) -> Option<Self> {
        let source = Half::new(segment.source(), marker.from);
        let target = Half::new(segment.target(), marker.to);
        let kept = target.inside.clone();
        if source.inside.is_empty() || kept.is_empty() {
            return None;
        }
        let mut shift = Self { ties, source, target, foreign: Vec::new(), lost: Vec::new(), kept };
        shift.find_foreign(segment);
        shift.find_lost(segment);
        let is_noun = || marker.may_take_noun && shift.lost.is_empty() && shift.is_noun_taken_in();
        if shift.foreign.is_empty() && shift.is_fair() || is_noun() {
            return None;
        }
        Some(shift)
    }

    /// Whether the word of the target was seen often enough to prove something.
    fn proves(&self, segment: &SegmentView<'_>, word: usize) -> bool {
        let counts = segment.evidence().zip(self.target.words[word].word);
        counts.is_some_and(|(evidence, word)| evidence.target().counts(word).segments >= LEAST_SEEN)
            && self.target.is_content(word)
            && !self.target.is_joined(word)
    }

    /// The word of the source that accounts for `word` of the target, if it stands on the side that `inside` says and
    /// none on the other side has to do with it.
    fn origin(&self, word: usize, inside: bool) -> Option<usize> {
        let mut best: Option<&Tie> = None;
        for tie in self.ties.origins(word) {
            if self.source.inside.contains(&tie.source) != inside {
                if tie.strength >= UNTIED {
                    return None;
                }
            } else if best.is_none_or(|best| tie.strength > best.strength) {
                best = Some(tie);
            }
        }
        let best = best.filter(|best| best.strength >= ACCOUNTS)?.source;
        self.source.is_content(best).then_some(best)
    }

    fn find_foreign(&mut self, segment: &SegmentView<'_>) {
        let is_foreign = |word: &usize| {
            let origin = self.origin(*word, false).filter(|_| self.proves(segment, *word))?;
            let belongs = |other: usize| {
                self.source.are_akin(other, self.source.text(origin))
                    || self.source.are_akin(other, self.target.text(*word))
            };
            let belongs = self.source.inside.clone().any(belongs) || self.is_accounted_for(origin);
            (!belongs).then_some((*word, origin))
        };
        let inside = self.target.inside.clone();
        let found: Vec<_> = inside.clone().filter_map(|word| is_foreign(&word)).collect();
        let foreign = |word: usize| found.iter().find(|(it, _)| *it == word).copied();
        let ends = |word: &usize| foreign(*word).is_some() || !self.target.is_content(*word);
        let front: Vec<_> = inside.clone().take_while(ends).filter_map(foreign).collect();
        let back: Vec<_> = inside.clone().rev().take_while(ends).filter_map(foreign).collect();
        let start = front.last().map_or(inside.start, |(word, _)| word + 1);
        let end = back.last().map_or(inside.end, |(word, _)| *word);
        self.kept = start..end.max(start);
        self.foreign = found;
        self.foreign.retain(|it| front.contains(it) || back.contains(it));
    }

    /// Whether the word `origin` of the source, which stands outside, has words outside for every time that it stands
    /// there: words that it accounts for, and no other more than it.
    fn is_accounted_for(&self, origin: usize) -> bool {
        let word = |index: usize| self.source.words[index].word;
        let outside = |index: &usize| !self.source.inside.contains(index);
        let times = (0..self.source.words.len()).filter(outside).filter(|&it| word(it) == word(origin)).count();
        let is_weaker = |tie: &Tie, than: &Tie| word(tie.source) == word(origin) || tie.strength < than.strength;
        let stands_outside = |tie: &&Tie| {
            tie.strength >= ACCOUNTS
                && self.target.is_content(tie.target)
                && !self.target.inside.contains(&tie.target)
                && self.ties.origins(tie.target).iter().all(|other| is_weaker(other, tie))
        };
        self.ties.translations(origin).filter(stands_outside).count() >= times
    }

    fn find_lost(&mut self, segment: &SegmentView<'_>) {
        let lost = |word: usize| {
            let origin = self.origin(word, true).filter(|_| self.proves(segment, word))?;
            let stands_inside = |tie: &Tie| tie.strength >= UNTIED && self.target.inside.contains(&tie.target);
            let (name, origin_name) = (self.target.text(word), self.source.text(origin));
            let is_told = |it: usize| self.target.are_akin(it, name) || self.target.are_akin(it, origin_name);
            let is_repeated = |it: usize| !self.source.inside.contains(&it) && self.source.are_akin(it, origin_name);
            let has_counterpart = self.ties.translations(origin).any(stands_inside)
                || self.target.inside.clone().any(is_told)
                || (0..self.source.words.len()).any(is_repeated);
            (!has_counterpart).then_some((word, origin))
        };
        let outside = (0..self.target.words.len()).filter(|word| !self.target.inside.contains(word));
        self.lost = outside.filter_map(lost).collect();
    }

    /// Whether `word` of the target and `origin` of the source say what kind of thing a label is: `page`, `button`.
    fn is_label_noun(&self, word: usize, origin: usize) -> bool {
        let nouns = self.target.side.locale().language().label_nouns();
        nouns.iter().any(|(noun, forms)| {
            is_english(self.source.text(origin), noun) && forms.iter().any(|form| is_form(self.target.text(word), form))
        })
    }

    /// Whether what is foreign under the marker is the noun alone that says what it marks: it stands close behind the
    /// marker in the source, and before the rest of what is marked in the target, of which nothing stands behind it.
    fn is_noun_taken_in(&self) -> bool {
        let &[(word, origin)] = self.foreign.as_slice() else { return false };
        let is_outside = |tie: &Tie| tie.strength >= UNTIED && !self.source.inside.contains(&tie.source);
        let behind = self.target.inside.end;
        let ends = behind == self.target.words.len()
            || !self.target.is_content(behind)
            || self.ties.origins(behind).iter().any(is_outside);
        ends && word < self.kept.start
            && self.kept.clone().any(|it| self.target.is_content(it))
            && origin == self.source.inside.end
            && self.is_label_noun(word, origin)
    }

    /// Whether what is lost is lost in fair play: nothing, or one word before the marker, the verb of `[compare plans]` or
    /// the generic noun of `[Billing section]`, with a whole phrase left under it.
    fn is_fair(&self) -> bool {
        let &[(word, origin)] = self.lost.as_slice() else { return self.lost.is_empty() };
        let (from, to) = (self.source.inside.clone(), self.target.inside.clone());
        let is_low = |text: &str| text.starts_with(char::is_lowercase);
        let has_low_nouns = !self.target.side.locale().language().capital_nouns;
        let begins = self.target.text(to.start);
        let is_whole = |half: &Half<'_, '_>| {
            half.inside.clone().any(|it| {
                half.is_content(it)
                    && self.ties.origins(it).iter().any(|tie| tie.strength >= UNTIED && from.contains(&tie.source))
            })
        };
        let is_generic = origin + 1 == from.end && self.is_label_noun(word, origin);
        is_low(self.source.text(origin))
            && (is_low(self.target.text(word)) || !has_low_nouns)
            && word < to.start
            && (word + 1..to.start).all(|it| !self.target.is_content(it))
            && (is_generic
                || (origin == from.start
                    || origin + 1 == from.end && !is_low(begins) && !self.target.is_function_word(to.start))
                    && is_whole(&self.target))
    }
}
