//! Emphasis that failed to render, and what it is compared with; shared by the checks of emphasis.

use crate::checks::shift;
use crate::model::{SegmentView, SideView};
use crate::span::Span;
use crate::text::markup::{Emphasis, LinkKind, Stray, TagKind};

/// Whether there is nothing to compare.
pub(super) fn is_plain(segment: &SegmentView<'_>) -> bool {
    let empty = |side: &SideView<'_>| side.markup().emphasis.is_empty() && side.markup().strays.is_empty();
    segment.is_one_sided() || empty(segment.source()) && empty(segment.target())
}

/// The markers of the target that do not render and should: more of them than the source has. Two that belong
/// together, such as those of `** Save**`, are one span. A lone `*` is a footnote mark or a multiplication, unless the
/// source has emphasis that is missing.
pub(super) fn broken(segment: &SegmentView<'_>) -> Vec<Span> {
    let (source, target) = (segment.source(), segment.target());
    let strays = &target.markup().strays;
    if strays.is_empty() {
        return Vec::new();
    }
    let lost = source.markup().emphasis.len() > target.markup().emphasis.len();
    let counts = |stray: &Stray| stray.span.len() > 1 || lost;
    let of_source = source.markup().strays.len();
    let wanted: Vec<Span> = strays.iter().filter(|stray| counts(stray)).map(|stray| stray.span).collect();
    if strays.len() <= of_source || !lost && wanted.is_empty() {
        return Vec::new();
    }
    couples(target.text(), &wanted)
}

/// Puts two markers of the same kind together when one line of text stands between them.
fn couples(text: &str, markers: &[Span]) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut rest = markers;
    while let [first, others @ ..] = rest {
        let second = others.first().filter(|second| {
            second.of(text) == first.of(text) && !text[first.range().end..second.range().start].contains('\n')
        });
        found.push(second.map_or(*first, |second| first.to(*second)));
        rest = &others[usize::from(second.is_some())..];
    }
    found
}

/// The outermost pairs of `side`, in order.
pub(super) fn outermost(side: &SideView<'_>) -> impl Iterator<Item = Emphasis> {
    let mut last = Span::default();
    side.markup().emphasis.iter().copied().filter(move |emphasis| {
        let is_inside = last.contains(emphasis.span);
        if !is_inside {
            last = emphasis.span;
        }
        !is_inside
    })
}

/// The outermost pairs, where those that stand side by side, with nothing but blanks and punctuation between them,
/// count as one; a path of labels (`**File** > **New**`) is several.
pub(super) fn groups(side: &SideView<'_>) -> Vec<Emphasis> {
    let mut found: Vec<Emphasis> = Vec::new();
    for emphasis in outermost(side) {
        let parts = |c: char| c.is_alphanumeric() || matches!(c, '>' | '→' | '/' | '|');
        match found.last_mut() {
            Some(last) if !side.text()[last.span.range().end..emphasis.span.range().start].contains(parts) => {
                last.span = last.span.to(emphasis.span);
                last.inner = last.inner.to(emphasis.inner);
            }
            _ => found.push(emphasis),
        }
    }
    found
}

/// Which emphasis of the target is which of the source, by what translations teach of the words under it: the surest
/// first, those at like places before others. Where the sides have as many, each has its counterpart.
pub(super) fn counterparts(segment: &SegmentView<'_>) -> Vec<[Emphasis; 2]> {
    /// Markers of a side beyond which a segment is a list of labels, and all of them are alike.
    const MOST: usize = 32;
    /// The affinity of two that stand for each other, where not all do.
    const LEAST: f32 = 0.1;
    /// What a place is worth in affinity.
    const PLACE: f32 = 0.01;
    let sides = [segment.source(), segment.target()];
    let mut found = sides.map(|side| outermost(side).collect::<Vec<_>>());
    let as_many = found[0].len() == found[1].len();
    if !as_many {
        found = sides.map(groups);
    }
    let [theirs, ours] = found;
    if let ([from], [to]) = (theirs.as_slice(), ours.as_slice()) {
        return vec![[*from, *to]];
    }
    if segment.ties().is_none() || theirs.len().max(ours.len()) > MOST {
        return Vec::new();
    }
    let score = |(at, from): (usize, &Emphasis), (there, to): (usize, &Emphasis)| {
        (shift::affinity(segment, from.inner, to.inner) - PLACE * at.abs_diff(there) as f32, at, there)
    };
    let mut pairs: Vec<_> = theirs
        .iter()
        .enumerate()
        .flat_map(|from| ours.iter().enumerate().map(move |to| (from, to)))
        .map(|(from, to)| score(from, to))
        .filter(|(affinity, ..)| as_many || *affinity >= LEAST)
        .collect();
    pairs.sort_by(|one, other| other.0.total_cmp(&one.0));
    let mut matched: Vec<(usize, usize)> = Vec::new();
    for (_, from, to) in pairs {
        if matched.iter().all(|it| it.0 != from && it.1 != to) {
            matched.push((from, to));
        }
    }
    matched.sort_by_key(|it| it.1);
    matched.into_iter().map(|(from, to)| [theirs[from], ours[to]]).collect()
}

/// How many words or passages `side` sets off by quotation marks, or by brackets that are no links.
pub(super) fn quotations(side: &SideView<'_>) -> usize {
    const MARKS: &[char] = &['"', '“', '”', '„', '«', '»', '‘', '’'];
    const BRACKETS: &[char] = &['「', '『', '［', '【', '《', '〈', '['];
    let count = |set: &[char]| side.prose().iter().map(|span| span.of(side.text()).matches(set).count()).sum::<usize>();
    // Two labels side by side, `[File][New]`, read like a link by reference.
    let references = side.markup().links.iter().filter(|link| link.kind == LinkKind::Reference).count();
    let links = side.markup().links.len() - references;
    count(MARKS) / 2 + count(BRACKETS).saturating_sub(links) + references
}

/// How many passages `side` emphasises by tags.
pub(super) fn tagged(side: &SideView<'_>) -> usize {
    let emphasises =
        |name: &str| ["b", "strong", "em", "i", "u", "kbd", "code"].iter().any(|it| it.eq_ignore_ascii_case(name));
    side.markup().tags.iter().filter(|tag| tag.kind == TagKind::Open && emphasises(tag.name.of(side.text()))).count()
}
