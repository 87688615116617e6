//! What is said of a marker over the wrong words, and what moves it to the right ones.

use super::half::Half;
use super::{Marker, Shift, UNTIED};
use crate::finding::{Confidence, Finding, Sink, Trust};
use crate::span::Span;
use crate::text::casing;
use std::ops::{Range, RangeInclusive};

/// Reports `shift` of `marker`: on the words at one edge that do not belong there, else on the whole marker.
pub(super) fn report(shift: &Shift<'_, '_>, marker: Marker, out: &mut Sink<'_>) {
    let (target, inside, kept) = (&shift.target, &shift.target.inside, &shift.kept);
    let place = match (kept.start > inside.start, kept.end < inside.end) {
        (true, false) => target.span(inside.start..=kept.start - 1),
        (false, true) => target.span(kept.end..=inside.end - 1),
        _ => marker.place,
    };
    let finding =
        out.report(target.side.at(place), message(shift, marker.name)).also(shift.source.side.at(marker.from));
    if shift.foreign.len() + shift.lost.len() > 1 {
        finding.confidence = Confidence::High;
    }
    mend(shift, marker, finding);
}

fn message(shift: &Shift<'_, '_>, name: &str) -> String {
    let is_lost = shift.foreign.is_empty();
    let words = if is_lost { &shift.lost } else { &shift.foreign };
    let (translation, several) = quoted(&shift.target, words.iter().map(|it| it.0));
    let (original, plural) = quoted(&shift.source, words.iter().map(|it| it.1));
    let translates = if several { "translate" } else { "translates" };
    let stands = if plural { "stand" } else { "stands" };
    let side = if is_lost { "inside" } else { "outside" };
    let rest = match (is_lost, several) {
        (false, _) => "",
        (true, false) => "; here it was left out",
        (true, true) => "; here they were left out",
    };
    format!("{translation} {translates} {original}, which {stands} {side} the {name}{rest}")
}

/// `words`, each once, in backticks, the first few of them; and whether they are several.
fn quoted(half: &Half<'_, '_>, words: impl Iterator<Item = usize>) -> (String, bool) {
    const MOST: usize = 4;
    let mut found: Vec<String> = Vec::new();
    for word in words.map(|word| format!("`{}`", half.text(word))) {
        if !found.contains(&word) {
            found.push(word);
        }
    }
    let more = if found.len() > MOST { ", …" } else { "" };
    (found[..found.len().min(MOST)].join(", ") + more, found.len() > 1)
}

/// Says which words belong under the marker, and offers to move it there where that is all that it takes.
fn mend(shift: &Shift<'_, '_>, marker: Marker, finding: &mut Finding) {
    let target = &shift.target;
    let wanted = belonging(shift);
    let wanted = wanted.filter(|words| is_whole(shift, words) && is_pure(shift, words) && is_cut_well(shift, words));
    let wanted = wanted.map(|words| target.span(words));
    if let Some(Moved { place, label, text }) = wanted.and_then(|it| Moved::of(target.side.text(), marker, it)) {
        finding.help(format!("set the markers around `{label}`"));
        finding.fix_at(target.side.at(place), text, Trust::Unsafe);
    } else {
        let source = marker.from.of(shift.source.side.text());
        finding.help(format!("set the markers around the words that translate `{source}`"));
    }
}

/// The words in a row that belong under the marker: first and last. `None` where they are none, or stand apart.
fn belonging(shift: &Shift<'_, '_>) -> Option<RangeInclusive<usize>> {
    let target = &shift.target;
    let is_lost = |word: usize| shift.lost.iter().any(|it| it.0 == word);
    let reach = |words: &mut dyn Iterator<Item = usize>| {
        let near = words.take_while(|&word| is_lost(word) || !target.is_content(word));
        near.filter(|&word| is_lost(word)).last()
    };
    let (inside, kept) = (&target.inside, kept_phrase(shift));
    let (first, last) = if kept.clone().any(|word| target.is_content(word)) {
        let before = if kept.start == inside.start { reach(&mut (0..kept.start).rev()) } else { None };
        let behind = if kept.end == inside.end { reach(&mut (kept.end..target.words.len())) } else { None };
        (before.unwrap_or(kept.start), behind.unwrap_or(kept.end - 1))
    } else {
        let (first, _) = *shift.lost.first()?;
        (first, reach(&mut (first..target.words.len()))?)
    };
    shift.lost.iter().all(|(word, _)| (first..=last).contains(word)).then_some(first..=last)
}

/// The words that may stay under the marker. The small words between a foreign one and the others go with it.
fn kept_phrase(shift: &Shift<'_, '_>) -> Range<usize> {
    let target = &shift.target;
    // The part of a word behind its apostrophe stays with the word.
    let is_part = |word: usize| target.text(word).chars().count() == 1;
    let goes = |word: usize| {
        is_part(word) || target.is_function_word(word) && target.text(word).starts_with(char::is_lowercase)
    };
    let (inside, mut kept) = (&target.inside, shift.kept.clone());
    while kept.start > inside.start && !kept.is_empty() && goes(kept.start) {
        kept.start += 1;
    }
    while kept.end < inside.end && !kept.is_empty() && goes(kept.end - 1) {
        kept.end -= 1;
    }
    kept
}

/// Whether `words` say all that the marker has in the source: every word there has a counterpart among them, if only one
/// of which nothing is known.
fn is_whole(shift: &Shift<'_, '_>, words: &RangeInclusive<usize>) -> bool {
    let content = |half: &Half<'_, '_>, words: &mut dyn Iterator<Item = usize>| -> Vec<usize> {
        words.filter(|&word| half.is_content(word)).collect()
    };
    let told =
        |word: &usize| shift.ties.translations(*word).any(|tie| tie.strength >= UNTIED && words.contains(&tie.target));
    let telling = |word: &usize| {
        let inside = &shift.source.inside;
        shift.ties.origins(*word).iter().any(|tie| tie.strength >= UNTIED && inside.contains(&tie.source))
    };
    let untold =
        content(&shift.source, &mut shift.source.inside.clone()).into_iter().filter(|word| !told(word)).count();
    let unknown = content(&shift.target, &mut words.clone()).into_iter().filter(|word| !telling(word)).count();
    untold <= unknown
}

/// Whether no content word of `words` stands rather for a word of the source outside the marker than for one under it.
fn is_pure(shift: &Shift<'_, '_>, words: &RangeInclusive<usize>) -> bool {
    !words.clone().any(|word| shift.target.is_content(word) && stands_for(shift, word) == Some(false))
}

/// Whether `words` begin and end with words that stand for some under the marker in the source, small ones too (`till` in
/// `lägg till`), neither joins them to what stands beside them, as a preposition does, and what goes on beside them does
/// not: the next words on both sides may be the other half of the phrase.
fn is_cut_well(shift: &Shift<'_, '_>, words: &RangeInclusive<usize>) -> bool {
    let target = &shift.target;
    let (first, last) = (*words.start(), *words.end());
    let before = (0..first).rev().map(|word| (word, word + 1));
    let behind = (last + 1..target.words.len()).map(|word| (word, word - 1));
    let language = target.side.locale().language();
    let joins = |word: usize| language.dangling_words.contains(&&*casing::lower(target.text(word)));
    let dangles = last + 1 < target.words.len() && joins(last);
    let leads = first > 0 && joins(first) && shift.source.is_content(shift.source.inside.start);
    [first, last].iter().all(|&word| stands_for(shift, word) == Some(true))
        && !(dangles || leads)
        && ends_phrase(shift, before)
        && ends_phrase(shift, behind)
}

/// Whether a phrase ends before `words`, which go outwards from it, each with the one before it: up to the next content word
/// or mark, none stands for a word under the marker. A content word right beside the phrase is known to stand for another.
fn ends_phrase(shift: &Shift<'_, '_>, words: impl Iterator<Item = (usize, usize)>) -> bool {
    let target = &shift.target;
    let is_beside = |one: usize, other: usize| {
        let between = target.words[one.min(other)].span.range().end..target.words[one.max(other)].span.range().start;
        target.side.text()[between].chars().all(|c| matches!(c, ' ' | '*' | '_' | '[' | '-'))
    };
    for (count, (word, nearer)) in words.enumerate() {
        let stands = stands_for(shift, word);
        if !is_beside(word, nearer) {
            return true;
        }
        if stands == Some(true) || stands.is_none() && count == 0 && target.is_content(word) {
            return false;
        }
        if target.is_content(word) {
            return true;
        }
    }
    true
}

/// Whether `word` of the target stands rather for a word of the source under the marker than for one outside it. `None`
/// where it has to do with neither.
fn stands_for(shift: &Shift<'_, '_>, word: usize) -> Option<bool> {
    let strongest = |inside: bool| {
        let origins = shift.ties.origins(word).iter();
        let origins = origins.filter(|tie| shift.source.inside.contains(&tie.source) == inside);
        origins.map(|tie| tie.strength).fold(0.0, f32::max)
    };
    let (inside, outside) = (strongest(true), strongest(false));
    (inside.max(outside) >= UNTIED).then_some(inside >= outside)
}

/// A marker that was moved.
struct Moved {
    /// What changes.
    place: Span,
    /// The words that are marked then.
    label: String,
    /// The new text of the place.
    text: String,
}

impl Moved {
    /// Moves `marker` to `wanted`. `None` where anything but words and blanks would come apart.
    fn of(text: &str, marker: Marker, wanted: Span) -> Option<Self> {
        let place = marker.whole.to(wanted);
        let opening = Span { start: marker.whole.start, end: marker.to.start };
        let closing = Span { start: marker.to.end, end: marker.whole.end };
        // The text from `start` to `end` without the markers.
        let plain = |start: u32, end: u32| {
            let before = (start, end.min(opening.start));
            let between = (start.max(opening.end), end.min(closing.start));
            let parts = [before, between, (start.max(closing.end), end)].into_iter();
            let parts = parts.filter(|(start, end)| start < end);
            parts.map(|(start, end)| Span { start, end }.of(text)).collect::<String>()
        };
        let before = plain(place.start, wanted.start);
        let label = plain(wanted.start, wanted.end);
        let behind = plain(wanted.end, place.end);
        let is_simple = |part: &&String| {
            part.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | ',' | '.' | '\'' | '’' | '-'))
        };
        // Where a blank is lacking beside the marker, it would be lacking within the words.
        let is_glued = text[..marker.whole.range().start].ends_with(char::is_alphanumeric)
            || text[marker.whole.range().end..].starts_with(char::is_alphanumeric);
        let simple = [&before, &label, &behind].iter().all(is_simple) && !is_glued;
        let moved = format!("{before}{}{label}{}{behind}", opening.of(text), closing.of(text));
        simple.then_some(Self { place, label, text: moved })
    }
}
