//! Sentences within two blocks that say the same.

use super::features::{Comparison, Kindred};
use super::lattice::{Lattice, Move, Reading, Step};
use super::lists::ends_sentence;
use super::{AGREEING, ALONE, Alignment, Page, Pair};
use crate::model::{self, Block, Drift, DriftKind, Parts, SegmentKind};
use crate::span::{FileSpan, Span};
use crate::text::byte_set::ByteSet;
use crate::text::markup::{self, Markup};
use crate::text::spacing::{self, Tight};
use crate::text::{prose, punctuation, sentences};
use smallvec::{SmallVec, smallvec};
use std::borrow::Cow;
use std::ops::Range;

/// Aligns the sentences of the blocks `indices` (original, translation), which are a pair with `score`, into `found`.
pub(super) fn align(
    source: Page<'_>,
    target: Page<'_>,
    indices: [usize; 2],
    score: f32,
    comparison: &Comparison<'_>,
    found: &mut Alignment,
) {
    let blocks = [&source.blocks[indices[0]], &target.blocks[indices[1]]];
    if blocks[1].kind == SegmentKind::Code {
        return;
    }
    if let [Some(original), Some(marker)] = [blocks[0].marker, blocks[1].marker]
        && original.of(source.text) != marker.of(target.text)
    {
        let (source, target) = (smallvec![original], smallvec![marker]);
        found.pairs.push(Pair { kind: blocks[1].kind, source, target, block: Some(indices[0]), score });
    }
    let texts = [blocks[0].text(source.text), blocks[1].text(target.text)];
    let pieces = [split(&texts[0]), split(&texts[1])];
    let (groups, lacking) = group(&texts, &pieces, comparison);
    if let Some(row) = lacking {
        // It belongs before the translation of what stands behind it.
        let follows = |group: &&Group| group.taken[0].start >= row && group.taken.iter().all(|taken| !taken.is_empty());
        let next = groups.iter().find(follows).map(|group| pieces[1][group.taken[1].start].range().start);
        let drift = missing(blocks, pieces[0][row].range(), next.unwrap_or(texts[1].len()), 1);
        found.drift.push(Drift { within: Some(model::Group::Sentences), ..drift });
    }
    for group in groups {
        let [rows, columns] = &group.taken;
        let place = |side: usize, taken: &Range<usize>| {
            let first = pieces[side].get(taken.start).map_or(texts[side].len(), |piece| piece.range().start);
            let last = if taken.is_empty() { first } else { pieces[side][taken.end - 1].range().end };
            first..last
        };
        let [from, to] = [place(0, rows), place(1, columns)];
        if columns.is_empty() {
            if group.likelihood > ALONE {
                found.drift.push(missing(blocks, from, to.start, rows.len()));
            }
            continue;
        }
        let mut pair = Pair {
            kind: blocks[1].kind,
            source: blocks[0].parts(from.start, from.end),
            target: blocks[1].parts(to.start, to.end),
            block: Some(indices[0]),
            score: score * group.likelihood as f32,
        };
        if rows.is_empty() {
            pair.score = 0.0;
        } else if let (Some((a, one)), Some((b, other))) =
            (sole_link(&texts[0][from.clone()]), sole_link(&texts[1][to.clone()]))
            && one == other
        {
            pair.kind = SegmentKind::LinkText;
            pair.source = blocks[0].parts(from.start + a.start, from.start + a.end);
            pair.target = blocks[1].parts(to.start + b.start, to.start + b.end);
        }
        found.pairs.push(pair);
    }
}

/// The sentences of `page` in order, each with its place, as they are aligned; code is one piece.
pub fn sentences(page: Page<'_>) -> Vec<(FileSpan, String)> {
    let mut found = Vec::new();
    for block in page.blocks {
        if block.kind == SegmentKind::Code {
            found.push((block.span, block.span.of(page.text).to_owned()));
            continue;
        }
        let text = block.text(page.text);
        for piece in split(&text) {
            let parts = block.parts(piece.range().start, piece.range().end);
            found.extend(parts.into_iter().reduce(FileSpan::to).map(|span| (span, piece.of(&text).to_owned())));
        }
    }
    found
}

/// How many sentences `block` of `page` has.
pub(super) fn count(page: Page<'_>, block: &Block) -> usize {
    split(&block.text(page.text)).len()
}

fn missing(blocks: [&Block; 2], from: Range<usize>, at: usize, count: usize) -> Drift {
    let whole = |parts: Parts| parts.into_iter().reduce(FileSpan::to);
    let before = blocks[1].parts(0, at);
    let at = before.last().map_or(blocks[1].span.start, |part| part.end);
    Drift {
        kind: DriftKind::MissingSentence,
        block: blocks[1].kind,
        count: count as u32,
        within: None,
        source: whole(blocks[0].parts(from.start, from.end)).unwrap_or(blocks[0].span),
        target: FileSpan { start: at, end: at },
    }
}

/// The sentences of a block: most have one.
type Pieces = SmallVec<[Span; 4]>;
/// Those of two blocks.
type Groups = SmallVec<[Group; 1]>;

/// Sentences of both sides that belong together; one of the two may be none.
struct Group {
    taken: [Range<usize>; 2],
    likelihood: f64,
}

/// Groups the sentences `pieces`: by steps that are more likely than not; what lies between them and cannot be told
/// apart stays together. With them, which sentence of the original is most likely the one that is [lacking].
fn group(texts: &[impl AsRef<str>; 2], pieces: &[Pieces; 2], comparison: &Comparison<'_>) -> (Groups, Option<usize>) {
    let [rows, columns] = [pieces[0].len(), pieces[1].len()];
    if rows == 1 && columns == 1 {
        return (smallvec![Group { taken: [0..1, 0..1], likelihood: 1.0 }], None);
    }
    let kindred = [0, 1].map(|side| -> Vec<Kindred<'_>> {
        pieces[side].iter().map(|piece| Kindred::of(piece.of(texts[side].as_ref()))).collect()
    });
    // Most translators keep sentences: as many that look alike in turn need no closer look.
    if rows == columns && kindred[0].iter().zip(&kindred[1]).all(|(one, other)| comparison.agree(one, other)) {
        let pair = |at| Group { taken: [at..at + 1, at..at + 1], likelihood: f64::from(AGREEING) };
        return ((0..rows).map(pair).collect(), None);
    }
    let lattice = Lattice::new(rows, columns, Reading::SENTENCES, |taken, row, column| {
        let [a, b] = [&kindred[0][row], &kindred[1][column]];
        match (taken.rows, taken.columns) {
            (2, _) => comparison.likelihood(&a.and(&kindred[0][row + 1]), b) * MERGED,
            (_, 2) => comparison.likelihood(a, &b.and(&kindred[1][column + 1])) * MERGED,
            _ => comparison.likelihood(a, b),
        }
    });
    let mut groups = Groups::with_capacity(columns);
    let mut from = [0, 0];
    let sure = lattice.steps().iter().filter(|step| step.likelihood > 0.5);
    let end = Step { row: rows, column: columns, taken: Move { rows: 0, columns: 0 }, likelihood: 0.0 };
    for step in sure.chain(std::iter::once(&end)) {
        let between = [from[0]..step.row, from[1]..step.column];
        if !(between[0].is_empty() && between[1].is_empty()) {
            let likelihood = alone(&lattice, &between);
            let stands = likelihood > ALONE;
            match groups.last_mut() {
                Some(Group { taken: before, .. }) if !stands => {
                    before[0].end = between[0].end;
                    before[1].end = between[1].end;
                }
                _ => groups.push(Group { taken: between, likelihood }),
            }
        }
        from = [step.row + step.taken.rows, step.column + step.taken.columns];
        if step.taken.rows > 0 {
            let taken = [step.row..from[0], step.column..from[1]];
            groups.push(Group { taken, likelihood: step.likelihood });
        }
    }
    let groups = join_long(groups, pieces, comparison.growth());
    let lacking = lacking(&lattice, &groups, pieces, comparison.growth());
    (groups, lacking.filter(|_| is_cut(texts[1].as_ref(), &pieces[1])))
}

/// Whether `pieces` are all sentences of `text`: each has a mark at its end, and at no mark two of them meet without the
/// blank that should part them.
fn is_cut(text: &str, pieces: &[Span]) -> bool {
    let is_marked = |piece: &Span| punctuation::end(piece.of(text)).is_some_and(|(end, _)| ends_sentence(end));
    pieces.iter().all(is_marked) && !spacing::tight_marks(text).iter().any(|tight| parts_sentences(text, tight))
}

/// Whether two sentences of `text` meet at the mark of `tight`, which a blank should part: they are taken for one.
fn parts_sentences(text: &str, tight: &Tight) -> bool {
    matches!(tight.mark.of(text), "." | "!" | "?") && tight.after.of(text).starts_with(char::is_uppercase)
}

/// The sentence of the original that is most likely missing, where it is certain that one is, and not quite which: all in
/// all one has no counterpart, and this one more likely than not.
fn lacking(lattice: &Lattice, groups: &[Group], pieces: &[Pieces; 2], growth: f64) -> Option<usize> {
    let is_told = groups.iter().any(|group| group.taken[1].is_empty() && group.likelihood > ALONE);
    if is_told || pieces[0].len() <= pieces[1].len() {
        return None;
    }
    let mut alone = vec![1.0; pieces[0].len()];
    for step in lattice.steps() {
        alone[step.row..step.row + step.taken.rows].iter_mut().for_each(|alone| *alone -= step.likelihood);
    }
    if alone.iter().sum::<f64>() <= ALONE {
        return None;
    }
    let row = alone.iter().position(|alone| *alone > 0.5)?;
    // What is long enough for it has it: a sentence was not cut.
    let whole = |side: usize| length(pieces, side, &(0..pieces[side].len()));
    let own = length(pieces, 0, &(row..row + 1));
    (!is_long_enough(whole(1), whole(0) - own, own, growth)).then_some(row)
}

/// Bytes of the sentences `taken` of a side.
fn length(pieces: &[Pieces; 2], side: usize, taken: &Range<usize>) -> f64 {
    match pieces[side].get(taken.clone()) {
        Some([first, .., last]) => f64::from(last.end - first.start),
        Some([only]) => f64::from(only.end - only.start),
        _ => 0.0,
    }
}

/// Whether `translation`, in bytes, is long enough for `rest` of the original and half of `other`.
fn is_long_enough(translation: f64, rest: f64, other: f64, growth: f64) -> bool {
    translation > growth.max(LEAST_GROWTH) * (rest + other / 2.0)
}

/// Gives a sentence that seems to be missing to the group beside it, where the translation is long enough for both: it
/// was not cut there, because a blank or a capital is lacking.
fn join_long(groups: Groups, pieces: &[Pieces; 2], growth: f64) -> Groups {
    let holds = |own: &Group, missing: &Group| {
        let lengths = [length(pieces, 0, &own.taken[0]), length(pieces, 1, &own.taken[1])];
        let other = length(pieces, 0, &missing.taken[0]);
        lengths[0] > 0.0 && is_long_enough(lengths[1], lengths[0], other, growth)
    };
    let mut found = Groups::with_capacity(groups.len());
    let mut rest = groups.into_iter().peekable();
    while let Some(group) = rest.next() {
        if group.taken[1].is_empty() {
            if let Some(before) = found.last_mut().filter(|before| holds(before, &group)) {
                before.taken[0].end = group.taken[0].end;
                before.likelihood = before.likelihood.min(TOGETHER);
                continue;
            }
            if let Some(next) = rest.peek_mut().filter(|next| holds(next, &group)) {
                next.taken[0].start = group.taken[0].start;
                next.likelihood = next.likelihood.min(TOGETHER);
                continue;
            }
        }
        found.push(group);
    }
    found
}

/// A translation is hardly ever shorter than this, however little of a page it holds.
const LEAST_GROWTH: f64 = 0.85;

/// Likelihood of a pair of one and two sentences, against that of one and one (Gale and Church: 0.089 to 0.89).
const MERGED: f64 = 0.05;

/// How likely the group of `taken` is one: that all of a side stand alone, or that both sides belong together, which
/// nothing contradicts.
fn alone(lattice: &Lattice, taken: &[Range<usize>; 2]) -> f64 {
    match (taken[0].is_empty(), taken[1].is_empty()) {
        (false, true) => 1.0 - paired(lattice, 0, &taken[0]),
        (true, false) => 1.0 - paired(lattice, 1, &taken[1]),
        _ => TOGETHER,
    }
}

/// How likely the sentences `taken` of a side have a counterpart.
fn paired(lattice: &Lattice, side: usize, taken: &Range<usize>) -> f64 {
    let holds = |step: &&Step| {
        let (start, length) = [(step.row, step.taken.rows), (step.column, step.taken.columns)][side];
        start < taken.end && start + length > taken.start
    };
    lattice.steps().iter().filter(holds).map(|step| step.likelihood).sum()
}

/// The score of sentences that belong together but cannot be told apart.
const TOGETHER: f64 = 0.9;

/// The sentences of a block; a line break of HTML parts them.
fn split(text: &str) -> Pieces {
    let mut found = Pieces::new();
    let mut start = 0;
    for (at, length) in breaks(text) {
        push(text, start..at, &mut found);
        start = at + length;
    }
    push(text, start..text.len(), &mut found);
    found
}

fn push(text: &str, range: Range<usize>, found: &mut Pieces) {
    let piece = &text[range.clone()];
    if let Some(whole) = sentences::single(piece) {
        if !whole.is_empty() {
            found.push(whole.shifted(range.start));
        }
        return;
    }
    // To the annex a marker of emphasis is a letter; a quotation mark may stand behind the end of a sentence.
    let is_marked = memchr::memchr(b'*', piece.as_bytes()).is_some();
    let quoted = if is_marked { Cow::Owned(piece.replace('*', "\"")) } else { Cow::Borrowed(piece) };
    let mut parts = sentences::cut(&quoted);
    if let [.., before, _] = parts.as_slice() {
        // Nothing else can hold the end of a sentence.
        if MARKUP.next(&piece.as_bytes()[..before.range().end], 0).is_some() {
            let markup = Markup::of(piece);
            sentences::join(&mut parts, &prose::masked(&markup, &[]));
            keep_whole(piece, &markup, &mut parts);
        }
        // `**Need help?** pane`: a question within a sentence.
        parts.dedup_by(|next, last| {
            let joined = next.of(piece).starts_with(|c: char| c.is_lowercase() || matches!(c, '.' | ','));
            if joined {
                *last = last.to(*next);
            }
            joined
        });
    }
    found.extend(parts.into_iter().map(|part| part.shifted(range.start)));
}

/// Bytes that markup and addresses begin with, or have before their end.
const MARKUP: ByteSet = ByteSet::of(b"[*_`</");

/// Undoes the cuts within a link or an emphasis. A cut before the closing marker stands behind it, unless the sentence
/// goes on there: `**Why?** Because`, but `**Why?**, and`.
fn keep_whole(text: &str, markup: &Markup, parts: &mut Vec<Span>) {
    let links = markup.links.iter().map(|link| link.span);
    let wholes: Vec<Span> = links.chain(markup.emphasis.iter().map(|emphasis| emphasis.span)).collect();
    let mut found: Vec<Span> = Vec::with_capacity(parts.len());
    for part in parts.drain(..) {
        let Some(last) = found.last_mut() else {
            found.push(part);
            continue;
        };
        let around = wholes.iter().filter(|whole| whole.start < last.end && last.end < whole.end);
        let Some(end) = around.map(|whole| whole.end).max() else {
            found.push(part);
            continue;
        };
        let rest = text[end as usize..part.range().end.max(end as usize)].trim_start();
        let closes = text[last.range().end..end as usize].chars().all(|c| matches!(c, '*' | '_' | '~'));
        if closes && !rest.is_empty() && !rest.starts_with([',', ';', ':', '.', ')', '/']) {
            let start = part.end - rest.len() as u32;
            last.end = end;
            found.push(Span { start, end: part.end });
        } else {
            *last = last.to(part);
        }
    }
    *parts = found;
}

/// The line breaks of HTML: where they stand and how long they are.
fn breaks(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut end = 0;
    for at in memchr::memchr_iter(b'<', text.as_bytes()) {
        // A tag that is not closed before the next one begins ends with that one's.
        if at < end {
            continue;
        }
        let rest = &text[at + 1..];
        let name = rest.strip_prefix('/').unwrap_or(rest);
        let is_break = name.get(..2).is_some_and(|name| name.eq_ignore_ascii_case("br"))
            && !name[2..].starts_with(|c: char| c.is_alphanumeric());
        if is_break {
            let Some(close) = rest.find('>') else { break };
            found.push((at, close + 2));
            end = at + close + 2;
        }
    }
    found
}

/// The text of the link that `text` is, if it is one and nothing else, and its destination.
fn sole_link(text: &str) -> Option<(Range<usize>, &str)> {
    if !text.starts_with('[') || !text.ends_with(')') {
        return None;
    }
    let mut depth = 0_usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'[' => depth += 1,
            b']' => depth = depth.checked_sub(1)?,
            _ => {}
        }
        if depth == 0 {
            let (end, destination) = markup::link_destination(text, at + 1)?;
            let is_whole = end == text.len() && at > 1 && !text[1..at].contains('[');
            return is_whole.then(|| (1..at, destination.of(text)));
        }
    }
    None
}
