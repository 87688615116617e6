//! Which word of a translation is there because of which word of its source.
//!
//! For each word of the target, the words of the source that stand beside it more often than chance explains are its
//! candidates (log-likelihood ratio, Dunning 1993). How much each of them explains it is then estimated as in IBM model
//! 1 (Brown et al. 1993), with two changes: a source word may account for more than one target word, so that the
//! probabilities of its translations need not sum to one; and a few segments are added to those of each source word,
//! so that rare words do not explain whatever stands beside them. With both, each word of the target can be estimated
//! apart from all others: in any order, on any thread, with the same result.

use super::vocabulary::WordId;

/// Source words that a target word may have at most.
const CANDIDATES: usize = 12;
/// Rounds of estimation; the figures hardly move after the fourth.
const ROUNDS: usize = 5;
/// The log-likelihood ratio from which on two words are taken to go together: one chance pair in a thousand reaches it.
const LEAST_RATIO: f64 = 10.8;
/// Segments that are added to those of each source word.
const DAMPING: f64 = 2.0;
/// The weight of no source word at all, beside which a candidate must prove itself.
const NOTHING: f64 = 0.3;
/// Segments that a source word must account for to be remembered beside a target word.
const LEAST_WEIGHT: f64 = 0.5;
/// Parts of a segment that weights are rounded to: finer ones would say more than is known.
pub(super) const FRACTION: f32 = 16.0;
/// Words of a side beyond which a segment teaches nothing: any word stands beside any other.
const LONGEST: usize = 100;

/// A source word and a target word that go together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Entry {
    pub source: u32,
    pub target: u32,
    /// Segments in which the source word accounts for the target word, as estimated.
    pub weight: f32,
}

/// Segments as the words of their sides, each word once.
pub(super) struct Words {
    codes: [Vec<u32>; 2],
    ends: Vec<[u32; 2]>,
}

impl Words {
    pub(super) fn new<'w>(segments: impl Iterator<Item = [&'w [u32]; 2]>) -> Self {
        let mut words = Self { codes: Default::default(), ends: Vec::new() };
        for sides in segments.filter(|sides| sides.iter().all(|side| side.len() <= LONGEST)) {
            for (codes, side) in words.codes.iter_mut().zip(sides) {
                codes.extend_from_slice(side);
            }
            words.ends.push([words.codes[0].len() as u32, words.codes[1].len() as u32]);
        }
        words
    }

    fn side(&self, segment: usize, side: usize) -> &[u32] {
        let start = segment.checked_sub(1).map_or(0, |before| self.ends[before][side]);
        &self.codes[side][start as usize..self.ends[segment][side] as usize]
    }

    fn len(&self) -> usize {
        self.ends.len()
    }
}

/// The pairs of words that go together, by target word, then by source word. `sizes` are those of the vocabularies.
pub(super) fn associate(words: &Words, sizes: [usize; 2]) -> Vec<Entry> {
    let mut counts = vec![0_u32; sizes[0]];
    for &code in &words.codes[0] {
        counts[code as usize] += 1;
    }
    let (holders, terms) = (holders(words, sizes[1]), terms(words.len() as u32));
    let estimate = |range: std::ops::Range<usize>| {
        let mut estimator = Estimator::new(words, &counts, &terms);
        range.flat_map(|target| estimator.of(target as u32, holders.of(target))).collect::<Vec<_>>()
    };
    let chunks: Vec<_> = (0..sizes[1]).step_by(CHUNK).map(|start| start..(start + CHUNK).min(sizes[1])).collect();
    #[cfg(feature = "parallel")]
    let found: Vec<Vec<Entry>> = {
        use rayon::prelude::*;
        chunks.into_par_iter().map(estimate).collect()
    };
    #[cfg(not(feature = "parallel"))]
    let found: Vec<Vec<Entry>> = chunks.into_iter().map(estimate).collect();
    found.concat()
}

/// Target words that one task looks at.
const CHUNK: usize = 2048;

/// For each word, the segments that hold it.
struct Holders {
    starts: Vec<u32>,
    segments: Vec<u32>,
}

impl Holders {
    fn of(&self, word: usize) -> &[u32] {
        &self.segments[self.starts[word] as usize..self.starts[word + 1] as usize]
    }
}

fn holders(words: &Words, size: usize) -> Holders {
    let mut starts = vec![0_u32; size + 1];
    for &code in &words.codes[1] {
        starts[code as usize + 1] += 1;
    }
    for index in 0..size {
        starts[index + 1] += starts[index];
    }
    let (mut next, mut segments) = (starts.clone(), vec![0; words.codes[1].len()]);
    for segment in 0..words.len() {
        for &code in words.side(segment, 1) {
            segments[next[code as usize] as usize] = segment as u32;
            next[code as usize] += 1;
        }
    }
    Holders { starts, segments }
}

/// Estimates one target word after another.
struct Estimator<'w> {
    words: &'w Words,
    /// Segments that hold each source word.
    counts: &'w [u32],
    /// Segments that hold each source word and the target word at hand.
    together: Vec<u32>,
    /// The bit of each candidate.
    bits: Vec<u16>,
    /// Those of [`terms`].
    terms: &'w [f64],
}

impl<'w> Estimator<'w> {
    fn new(words: &'w Words, counts: &'w [u32], terms: &'w [f64]) -> Self {
        Self { words, counts, together: vec![0; counts.len()], bits: vec![0; counts.len()], terms }
    }

    /// What explains `target`, which the segments `holders` hold.
    fn of(&mut self, target: u32, holders: &[u32]) -> Vec<Entry> {
        if holders.len() < 2 {
            return Vec::new();
        }
        let candidates = self.candidates(holders);
        for (bit, &(source, _)) in candidates.iter().enumerate() {
            self.bits[source as usize] = 1 << bit;
        }
        let mut masks: Vec<u16> = holders.iter().map(|&segment| self.mask(segment)).collect();
        for &(source, _) in &candidates {
            self.bits[source as usize] = 0;
        }
        masks.sort_unstable();
        let weights = self.rounds(&candidates, &masks);
        let rounded = |weight: f64| (weight as f32 * FRACTION).round() / FRACTION;
        let entries = candidates.iter().zip(weights).filter(|(_, weight)| *weight >= LEAST_WEIGHT);
        let mut entries: Vec<_> =
            entries.map(|(&(source, _), weight)| Entry { source, target, weight: rounded(weight) }).collect();
        entries.sort_unstable_by_key(|entry| entry.source);
        entries
    }

    /// The source words that stand beside the target word more often than by chance, the surest first, and in how many
    /// of the segments.
    fn candidates(&mut self, holders: &[u32]) -> Vec<(u32, u32)> {
        let mut seen = Vec::new();
        for &segment in holders {
            for &source in self.words.side(segment as usize, 0) {
                let count = &mut self.together[source as usize];
                if *count == 0 {
                    seen.push(source);
                }
                *count += 1;
            }
        }
        let all = self.words.len() as u32;
        let mut found: Vec<(u32, u32, f64)> = Vec::new();
        for source in seen {
            let together = std::mem::take(&mut self.together[source as usize]);
            if together < 2 {
                continue;
            }
            let ratio = likelihood_ratio(self.terms, together, self.counts[source as usize], holders.len() as u32, all);
            if ratio >= LEAST_RATIO {
                found.push((source, together, ratio));
            }
        }
        found.sort_unstable_by(|one, other| other.2.total_cmp(&one.2).then(one.0.cmp(&other.0)));
        found.truncate(CANDIDATES);
        found.into_iter().map(|(source, together, _)| (source, together)).collect()
    }

    /// Which candidates the source of `segment` holds.
    fn mask(&self, segment: u32) -> u16 {
        self.words.side(segment as usize, 0).iter().fold(0, |mask, &source| mask | self.bits[source as usize])
    }

    /// In how many of the segments each candidate accounts for the target word. `masks` say, in order, which candidates
    /// each segment has.
    fn rounds(&self, candidates: &[(u32, u32)], masks: &[u16]) -> Vec<f64> {
        let share = |source: u32, weight: f64| weight / (f64::from(self.counts[source as usize]) + DAMPING);
        let mut chances: Vec<f64> =
            candidates.iter().map(|&(source, together)| share(source, f64::from(together))).collect();
        let nothing = NOTHING * masks.len() as f64 / self.words.len() as f64;
        let mut weights = vec![0.0; candidates.len()];
        for _ in 0..ROUNDS {
            weights.fill(0.0);
            for same in masks.chunk_by(|one, other| one == other) {
                let sum = nothing + bits(same[0]).map(|bit| chances[bit]).sum::<f64>();
                for bit in bits(same[0]) {
                    weights[bit] += same.len() as f64 * chances[bit] / sum;
                }
            }
            for ((chance, weight), &(source, _)) in chances.iter_mut().zip(&weights).zip(candidates) {
                *chance = share(source, *weight);
            }
        }
        weights
    }
}

/// The bits that are set in `mask`, lowest first.
fn bits(mut mask: u16) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let bit = (mask != 0).then(|| mask.trailing_zeros() as usize)?;
        mask &= mask - 1;
        Some(bit)
    })
}

/// How much likelier it is that two words depend on each other than that they do not: twice the logarithm (Dunning
/// 1993), nothing when they shun each other. They stand `together` in that many of `all` segments, and each in `one` and
/// `other`. `terms` are those of [`terms`].
fn likelihood_ratio(terms: &[f64], together: u32, one: u32, other: u32, all: u32) -> f64 {
    if u64::from(together) * u64::from(all) <= u64::from(one) * u64::from(other) {
        return 0.0;
    }
    let term = |count: u32| terms[count as usize];
    let apart = [one - together, other - together, all + together - one - other];
    let seen = term(together) + apart.into_iter().map(term).sum::<f64>();
    2.0 * (seen + term(all) - term(one) - term(other) - term(all - one) - term(all - other))
}

/// `n * ln(n)` for each number up to `most`: what the ratio of likelihoods of counts is made of.
fn terms(most: u32) -> Vec<f64> {
    (0..=most).map(|count| f64::from(count) * f64::from(count.max(1)).ln()).collect()
}

/// Entries that can be asked from either side.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    /// Where the entries of each word begin.
    starts: Vec<u32>,
    /// The other word, in order, and the weight.
    pub entries: Vec<(u32, f32)>,
}

impl Table {
    /// A table of `entries` (word, other word, weight) for `size` words.
    pub(super) fn new(entries: impl Iterator<Item = (u32, u32, f32)> + Clone, size: usize) -> Self {
        let mut starts = vec![0_u32; size + 1];
        for (word, ..) in entries.clone() {
            starts[word as usize + 1] += 1;
        }
        for index in 0..size {
            starts[index + 1] += starts[index];
        }
        let mut next = starts.clone();
        let mut found = vec![(0, 0.0); starts[size] as usize];
        for (word, other, weight) in entries {
            found[next[word as usize] as usize] = (other, weight);
            next[word as usize] += 1;
        }
        for word in 0..size {
            found[starts[word] as usize..starts[word + 1] as usize].sort_unstable_by_key(|entry| entry.0);
        }
        Self { starts, entries: found }
    }

    /// The words that go with `word`, in order.
    pub(super) fn of(&self, word: WordId) -> &[(u32, f32)] {
        &self.entries[self.starts[word.index()] as usize..self.starts[word.index() + 1] as usize]
    }

    /// How much `word` and `other` go together.
    pub(super) fn weight(&self, word: WordId, other: WordId) -> f32 {
        let row = self.of(word);
        row.binary_search_by_key(&other.0, |entry| entry.0).map_or(0.0, |at| row[at].1)
    }
}
