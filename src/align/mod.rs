//! Alignment: which part of a page says the same as which part of its English.
//!
//! Blocks first, then sentences within blocks. Both are answered in the same way. What translation leaves alone
//! (numbers, names, links, code, words of one origin) and the lengths of two pieces say how likely they are a
//! translation of each other; a sum over all ways to read the two pages side by side says how likely the pair is, all
//! in all. What is more likely than not becomes a pair, and its likelihood the score; what is likely alone on its side
//! is told as drift; what is neither is left alone.
//!
//! Headings with the same slug, equal code, and texts that are equal and stand once on either page are landmarks:
//! between two of them little is left to try, so that the time is linear in the size of pages that agree.

mod features;
mod landmarks;
mod lattice;
mod lexicon;
mod sentences;

use crate::model::{Block, Drift, DriftKind, SegmentKind};
use crate::span::FileSpan;
use features::Comparison;
use lattice::{Lattice, Move};
use lexicon::Lexicon;
use std::ops::Range;

/// A page of one language.
#[derive(Clone, Copy, Debug)]
pub struct Page<'p> {
    /// Its text.
    pub text: &'p str,
    /// Its blocks, in order.
    pub blocks: &'p [Block],
}

/// Two pieces of text that say the same, or a piece of the translation whose source is not known.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// What it is, on the side of the translation.
    pub kind: SegmentKind,
    /// Where the original stands, part by part; nothing when it is not known.
    pub source: Vec<FileSpan>,
    /// Where the translation stands, part by part.
    pub target: Vec<FileSpan>,
    /// The index of the block of the original, where it is known.
    pub block: Option<usize>,
    /// How likely it is, from 0 to 1.
    pub score: f32,
}

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Alignment {
    /// Everything that stands in the translation, in order.
    pub pairs: Vec<Pair>,
    /// What stands on one side only, in order.
    pub drift: Vec<Drift>,
}

/// Likelihood from which on a block or sentence that stands alone is told as drift.
const ALONE: f64 = 0.8;

/// Aligns the page `target` with its original `source`.
pub fn align(source: Page<'_>, target: Page<'_>) -> Alignment {
    let mut comparison = Comparison::new(source, target);
    let fixed = landmarks::landmarks(source, target);
    let mut matches = match_blocks(&fixed, &comparison);
    if !matches.is_whole() {
        let lexicon = Lexicon::learn(
            matches.sure().map(|(row, column)| [comparison.kindred(0, row), comparison.kindred(1, column)]),
        );
        comparison = comparison.translated(&lexicon);
        matches = match_blocks(&fixed, &comparison);
    }
    let mut found = Alignment::default();
    let mut missing: Vec<usize> = Vec::new();
    let mut next = 0;
    for (index, counterpart) in matches.targets.iter().enumerate() {
        if let Some((original, score)) = *counterpart {
            missing.extend((next..original).filter(|&at| matches.alone[0][at]));
            report_missing(source, target, index, &mut missing, &mut found.drift);
            next = original + 1;
            sentences::align(source, target, [original, index], score, &comparison, &mut found);
        } else {
            let block = &target.blocks[index];
            if block.kind != SegmentKind::Code {
                let target = block.parts(0, usize::MAX);
                found.pairs.push(Pair { kind: block.kind, source: Vec::new(), target, block: None, score: 0.0 });
            }
        }
    }
    missing.extend((next..source.blocks.len()).filter(|&at| matches.alone[0][at]));
    report_missing(source, target, target.blocks.len(), &mut missing, &mut found.drift);
    report_added(source, target, &matches, &mut found.drift);
    found.drift.sort_by_key(|drift| (drift.target, drift.source));
    found
}

/// The counterparts of blocks.
struct Matches {
    /// For each block of the translation, that of the original and how likely it is.
    targets: Vec<Option<(usize, f32)>>,
    /// For the blocks of either side, whether they most likely stand alone.
    alone: [Vec<bool>; 2],
}

impl Matches {
    /// Whether every block has its counterpart.
    fn is_whole(&self) -> bool {
        let paired = self.targets.iter().flatten().count();
        self.alone.iter().all(|alone| alone.len() == paired)
    }

    /// The pairs that can be learnt from.
    fn sure(&self) -> impl Iterator<Item = (usize, usize)> {
        let pairs = self.targets.iter().enumerate();
        pairs.filter_map(|(column, pair)| pair.filter(|&(_, score)| score > SURE).map(|(row, _)| (row, column)))
    }
}

/// The score from which on a pair is learnt from.
const SURE: f32 = 0.9;

/// Matches blocks: those of `fixed` are pairs, and what lies between them is weighed.
fn match_blocks(fixed: &[(usize, usize)], comparison: &Comparison) -> Matches {
    let (rows, columns) = (comparison.count(0), comparison.count(1));
    let mut found = Matches { targets: vec![None; columns], alone: [vec![false; rows], vec![false; columns]] };
    let mut from = (0, 0);
    for &(row, column) in fixed.iter().chain(std::iter::once(&(rows, columns))) {
        between(comparison, from.0..row, from.1..column, &mut found);
        if row < rows {
            found.targets[column] = Some((row, LANDMARK_SCORE));
        }
        from = (row + 1, column + 1);
    }
    found
}

/// The score of a landmark: two blocks that name each other.
const LANDMARK_SCORE: f32 = 0.99;

/// Matches the blocks between two landmarks.
fn between(comparison: &Comparison, rows: Range<usize>, columns: Range<usize>, found: &mut Matches) {
    let likelihood = |row: usize, column: usize| comparison.blocks(rows.start + row, columns.start + column);
    let lattice = Lattice::new(rows.len(), columns.len(), Move::BLOCKS, |_, row, column| likelihood(row, column));
    let mut paired = [vec![0.0; rows.len()], vec![0.0; columns.len()]];
    for step in lattice.steps() {
        paired[0][step.row] += step.likelihood;
        paired[1][step.column] += step.likelihood;
        if step.likelihood > 0.5 {
            found.targets[columns.start + step.column] = Some((rows.start + step.row, step.likelihood as f32));
        }
    }
    for (side, (paired, start)) in paired.iter().zip([rows.start, columns.start]).enumerate() {
        for (at, likelihood) in paired.iter().enumerate() {
            found.alone[side][start + at] = 1.0 - likelihood > ALONE;
        }
    }
}

/// Tells the blocks `missing` of the original, which should stand before block `before` of the translation.
fn report_missing(source: Page<'_>, target: Page<'_>, before: usize, missing: &mut Vec<usize>, drift: &mut Vec<Drift>) {
    let at = match before.checked_sub(1).and_then(|before| target.blocks.get(before)) {
        Some(block) => block.span.end,
        None => target.blocks.first().map_or(0, |block| block.span.start),
    };
    for run in runs(missing) {
        drift.push(Drift {
            kind: DriftKind::MissingBlock,
            block: source.blocks[run.start].kind,
            count: run.len() as u32,
            source: source.blocks[run.start].span.to(source.blocks[run.end - 1].span),
            target: FileSpan { start: at, end: at },
        });
    }
    missing.clear();
}

/// Tells the blocks that the translation has alone.
fn report_added(source: Page<'_>, target: Page<'_>, matches: &Matches, drift: &mut Vec<Drift>) {
    let added: Vec<usize> = (0..target.blocks.len()).filter(|&at| matches.alone[1][at]).collect();
    for run in runs(&added) {
        let before = matches.targets[..run.start].iter().rev().flatten().next();
        let at = before.map_or(0, |&(original, _)| source.blocks[original].span.end);
        drift.push(Drift {
            kind: DriftKind::AddedBlock,
            block: target.blocks[run.start].kind,
            count: run.len() as u32,
            source: FileSpan { start: at, end: at },
            target: target.blocks[run.start].span.to(target.blocks[run.end - 1].span),
        });
    }
}

/// The runs of neighbours in `numbers`, which are in order.
fn runs(numbers: &[usize]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for &number in numbers {
        match found.last_mut() {
            Some(run) if run.end == number => run.end += 1,
            _ => found.push(number..number + 1),
        }
    }
    found
}

#[cfg(test)]
mod tests;
