//! Markup over the wrong words, told by what translations teach of the words: what the checks of emphasis and of links
//! share.
//!
//! A word under the marker is foreign there when a word of the source that stands outside accounts for it, and none
//! inside does; a word beside the marker is lost when a word of the source inside accounts for it, and nothing under the
//! marker stands for that word. Function words prove nothing, nor does a foreign word between words that belong: another
//! word order may ask for it.

use crate::evidence::{Known, Tie, Ties};
use crate::finding::{Confidence, Finding, Sink, Trust};
use crate::model::{SegmentView, SideView};
use crate::span::Span;
use crate::text::{casing, similarity};
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
}

/// One side of a marker.
struct Half<'v, 'd> {
    side: &'v SideView<'d>,
    words: &'v [Known],
    /// The words under the marker.
    inside: Range<usize>,
}

impl<'v, 'd> Half<'v, 'd> {
    fn new(side: &'v SideView<'d>, marked: Span) -> Self {
        Self { side, words: side.known(), inside: words_in(side, marked) }
    }

    fn text(&self, word: usize) -> &'d str {
        self.words[word].span.of(self.side.text())
    }

    fn is_function_word(&self, word: usize) -> bool {
        self.side.locale().language().is_function_word(&casing::lower(self.text(word)))
    }

    /// Whether `word` means something by itself: no function word, and no ending behind an apostrophe.
    fn is_content(&self, word: usize) -> bool {
        let before = &self.side.text()[..self.words[word].span.range().start];
        let ends_name =
            self.side.locale().language().inflection.is_some_and(|it| it.names && before.ends_with([it.mark, '’']));
        !ends_name && self.text(word).len() > 1 && !self.is_function_word(word)
    }

    fn are_akin(&self, word: usize, other: &str) -> bool {
        similarity::are_akin(&casing::lower(self.text(word)), &casing::lower(other))
    }

    /// Whether `word` is a part of a word with a hyphen.
    fn is_joined(&self, word: usize) -> bool {
        let (text, span) = (self.side.text(), self.words[word].span.range());
        text[..span.start].ends_with('-') || text[span.end..].starts_with('-')
    }

    /// The words from `first` to `last`.
    fn span(&self, first: usize, last: usize) -> Span {
        self.words[first].span.to(self.words[last].span)
    }
}

/// The indices of the known words that share a byte with `span`.
fn words_in(side: &SideView<'_>, span: Span) -> Range<usize> {
    let words = side.known();
    let first = words.partition_point(|word| word.span.end <= span.start);
    let last = words.partition_point(|word| word.span.start < span.end);
    first..last.max(first)
}

/// How much of what `from` marks in the source and what `to` marks in the target goes together, from 0 to 1: the mean
/// over the words of both of the strongest tie of each.
pub(super) fn affinity(segment: &SegmentView<'_>, from: Span, to: Span) -> f32 {
    let Some(ties) = segment.ties() else { return 0.0 };
    let (from, to) = (words_in(segment.source(), from), words_in(segment.target(), to));
    let strongest = |ties: &[Tie], fits: &dyn Fn(&Tie) -> bool| {
        ties.iter().filter(|tie| fits(tie)).map(|tie| tie.strength).fold(0.0, f32::max)
    };
    let targets = to.clone().map(|word| strongest(ties.origins(word), &|tie| from.contains(&tie.source)));
    let sources = from.clone().map(|word| strongest(ties.translations(word), &|tie| to.contains(&tie.target)));
    targets.chain(sources).sum::<f32>() / (from.len() + to.len()).max(1) as f32
}

/// Reports on `marker`, if it stands over the wrong words; whether it does.
pub(super) fn report(segment: &SegmentView<'_>, marker: Marker, out: &mut Sink<'_>) -> bool {
    let shift = segment.ties().and_then(|ties| Shift::of(segment, ties, marker));
    if let Some(shift) = &shift {
        shift.report(marker, out);
    }
    shift.is_some()
}

/// What proves that a marker stands over the wrong words.
struct Shift<'v, 'd> {
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
        if source.inside.is_empty() || kept.is_empty() || !target.side.locale().language().has_word_spaces() {
            return None;
        }
        let mut shift = Self { source, target, foreign: Vec::new(), lost: Vec::new(), kept };
        shift.find_foreign(segment, ties);
        shift.find_lost(segment, ties);
        if shift.foreign.is_empty() && shift.is_fair(ties) {
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
    fn origin(&self, ties: &Ties, word: usize, inside: bool) -> Option<usize> {
        let mut best: Option<&Tie> = None;
        for tie in ties.origins(word) {
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

    fn find_foreign(&mut self, segment: &SegmentView<'_>, ties: &Ties) {
        let is_foreign = |word: &usize| {
            let origin = self.origin(ties, *word, false).filter(|_| self.proves(segment, *word))?;
            let belongs = |other: usize| {
                self.source.are_akin(other, self.source.text(origin))
                    || self.source.are_akin(other, self.target.text(*word))
            };
            let belongs = self.source.inside.clone().any(belongs) || self.is_accounted_for(ties, origin);
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
    /// there.
    fn is_accounted_for(&self, ties: &Ties, origin: usize) -> bool {
        let word = self.source.words[origin].word;
        let outside = |index: &usize| !self.source.inside.contains(index);
        let times =
            (0..self.source.words.len()).filter(outside).filter(|&it| self.source.words[it].word == word).count();
        let stands_outside = |tie: &&Tie| tie.strength >= ACCOUNTS && !self.target.inside.contains(&tie.target);
        ties.translations(origin).iter().filter(stands_outside).count() >= times
    }

    fn find_lost(&mut self, segment: &SegmentView<'_>, ties: &Ties) {
        let lost = |word: usize| {
            let origin = self.origin(ties, word, true).filter(|_| self.proves(segment, word))?;
            let stands_inside = |tie: &Tie| tie.strength >= UNTIED && self.target.inside.contains(&tie.target);
            let (name, origin_name) = (self.target.text(word), self.source.text(origin));
            let is_told = |it: usize| self.target.are_akin(it, name) || self.target.are_akin(it, origin_name);
            let is_repeated = |it: usize| !self.source.inside.contains(&it) && self.source.are_akin(it, origin_name);
            let has_counterpart = ties.translations(origin).iter().any(stands_inside)
                || self.target.inside.clone().any(is_told)
                || (0..self.source.words.len()).any(is_repeated);
            (!has_counterpart).then_some((word, origin))
        };
        let outside = (0..self.target.words.len()).filter(|word| !self.target.inside.contains(word));
        self.lost = outside.filter_map(lost).collect();
    }

    /// Whether what is lost is lost in fair play: nothing, or one word before the marker, the verb of `[compare plans]` or
    /// the generic noun of `[Billing section]`, with a whole phrase left under it.
    fn is_fair(&self, ties: &Ties) -> bool {
        let &[(word, origin)] = self.lost.as_slice() else { return self.lost.is_empty() };
        let (from, to) = (self.source.inside.clone(), self.target.inside.clone());
        let is_low = |text: &str| text.starts_with(char::is_lowercase);
        let has_low_nouns = !self.target.side.locale().language().capital_nouns;
        let begins = self.target.text(to.start);
        let is_whole = |half: &Half<'_, '_>| {
            half.inside.clone().any(|it| {
                half.is_content(it)
                    && ties.origins(it).iter().any(|tie| tie.strength >= UNTIED && from.contains(&tie.source))
            })
        };
        is_low(self.source.text(origin))
            && (is_low(self.target.text(word)) || !has_low_nouns)
            && word < to.start
            && (word + 1..to.start).all(|it| !self.target.is_content(it))
            && (origin == from.start
                || origin + 1 == from.end && !is_low(begins) && !self.target.is_function_word(to.start))
            && is_whole(&self.target)
    }

    fn report(&self, marker: Marker, out: &mut Sink<'_>) {
        let target = self.target.side;
        let inside = &self.target.inside;
        let place = match (self.kept.start > inside.start, self.kept.end < inside.end) {
            (true, false) => self.target.span(inside.start, self.kept.start - 1),
            (false, true) => self.target.span(self.kept.end, inside.end - 1),
            _ => marker.place,
        };
        let finding = out.report(target.at(place), self.message(marker.name)).also(self.source.side.at(marker.from));
        if self.foreign.len() + self.lost.len() > 1 {
            finding.confidence = Confidence::High;
        }
        self.mend(marker, finding);
    }

    fn message(&self, name: &str) -> String {
        let (words, there) = if self.foreign.is_empty() { (&self.lost, "inside") } else { (&self.foreign, "outside") };
        let quoted = |half: &Half<'_, '_>, words: &mut dyn Iterator<Item = usize>| {
            let mut found: Vec<String> = Vec::new();
            words.map(|word| format!("`{}`", half.text(word))).for_each(|word| {
                if !found.contains(&word) {
                    found.push(word)
                }
            });
            found.join(", ")
        };
        let here = quoted(&self.target, &mut words.iter().map(|it| it.0));
        let origin = quoted(&self.source, &mut words.iter().map(|it| it.1));
        if self.foreign.is_empty() {
            format!("{here} stands beside the {name}, and {origin}, which it translates, {there}")
        } else {
            format!("{here} translates {origin}, which stands {there} the {name}")
        }
    }

    /// Says which words belong under the marker, and offers to move it there where that is all that it takes.
    fn mend(&self, marker: Marker, finding: &mut Finding) {
        let target = self.target.side;
        let moved = self.belonging().map(|(first, last)| self.target.span(first, last));
        let Some((wanted, (place, fixed))) =
            moved.and_then(|wanted| Some((wanted, moved_to(target.text(), marker, wanted)?)))
        else {
            let source = marker.from.of(self.source.side.text());
            finding.help(format!("set the markers around the words that translate `{source}`"));
            return;
        };
        finding.help(format!("set the markers around `{}`", wanted.of(target.text())));
        finding.fix_at(target.at(place), fixed, Trust::Unsafe);
    }

    /// The words in a row that belong under the marker: first and last. `None` where they are none, or stand apart.
    fn belonging(&self) -> Option<(usize, usize)> {
        let is_lost = |word: usize| self.lost.iter().any(|it| it.0 == word);
        let reach = |words: &mut dyn Iterator<Item = usize>| {
            let near = words.take_while(|&word| is_lost(word) || !self.target.is_content(word));
            near.filter(|&word| is_lost(word)).last()
        };
        let (inside, kept) = (&self.target.inside, self.kept_phrase());
        let found = if kept.clone().any(|word| self.target.is_content(word)) {
            let before = if kept.start == inside.start { reach(&mut (0..kept.start).rev()) } else { None };
            let behind = if kept.end == inside.end { reach(&mut (kept.end..self.target.words.len())) } else { None };
            (before.unwrap_or(kept.start), behind.unwrap_or(kept.end - 1))
        } else {
            let (first, _) = *self.lost.first()?;
            (first, reach(&mut (first..self.target.words.len()))?)
        };
        self.lost.iter().all(|(word, _)| (found.0..=found.1).contains(word)).then_some(found)
    }

    /// The words that may stay under the marker. The small words between a foreign one and the others go with it.
    fn kept_phrase(&self) -> Range<usize> {
        let goes =
            |word: usize| self.target.is_function_word(word) && self.target.text(word).starts_with(char::is_lowercase);
        let (inside, mut kept) = (&self.target.inside, self.kept.clone());
        while kept.start > inside.start && !kept.is_empty() && goes(kept.start) {
            kept.start += 1;
        }
        while kept.end < inside.end && !kept.is_empty() && goes(kept.end - 1) {
            kept.end -= 1;
        }
        kept
    }
}

/// What moves `marker` to `wanted`: a place and its new text. `None` where anything but words and blanks would come apart.
fn moved_to(text: &str, marker: Marker, wanted: Span) -> Option<(Span, String)> {
    let place = marker.whole.to(wanted);
    let opening = Span { start: marker.whole.start, end: marker.to.start };
    let closing = Span { start: marker.to.end, end: marker.whole.end };
    let plain = |start: u32, end: u32| {
        let parts = [
            (start, end.min(opening.start)),
            (start.max(opening.end), end.min(closing.start)),
            (start.max(closing.end), end),
        ];
        parts
            .into_iter()
            .filter(|(start, end)| start < end)
            .map(|(start, end)| Span { start, end }.of(text))
            .collect::<String>()
    };
    let [before, marked, behind] = [(place.start, wanted.start), (wanted.start, wanted.end), (wanted.end, place.end)]
        .map(|(start, end)| plain(start, end));
    let is_plain =
        |part: &String| part.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | ',' | '.' | '\'' | '’' | '-'));
    let simple = [&before, &marked, &behind].into_iter().all(is_plain);
    simple.then(|| (place, format!("{before}{}{marked}{}{behind}", opening.of(text), closing.of(text))))
}
