//! What terms are called: the words of a translation, in a row, that the words of a term account for.

use super::association::Table;
use super::corpus::{Code, Corpus, FIRST_WORD};
use super::count::{LONGEST_TERM, Side, key};
use super::vocabulary::WordId;
use std::collections::BTreeMap;
use std::ops::Range;

/// What a term is called: words with a space between them, as they are written, and how many segments have them; the
/// commonest first.
pub(super) type Renderings = Vec<(String, u32)>;

/// Segments that must hold a term for what it is called to be remembered.
const LEAST: u32 = 5;
/// Renderings of a term that are remembered: those that stand in two segments or more, and so many of them.
const MOST: usize = 8;
/// The share of the segments with a target word for which a source word must account to be why it is there.
const EXPLAINS: f32 = 0.15;
/// Words that no word of the term accounts for, which may part those that one does: `centro per i partner`.
const LONGEST_GAP: usize = 2;

/// The terms of the source, by key, that `counts` knows from enough segments, and what each is called.
pub(super) fn renderings(
    corpus: &Corpus<'_>,
    sides: &[Side; 2],
    same: &[Option<WordId>],
    small: &[bool],
    from_target: &Table,
    counts: impl Fn(u64) -> u32,
) -> Vec<(u64, Renderings)> {
    let mut segment = Segment::new(sides, same, from_target);
    let mut found: Vec<(u64, u32, u32, u32)> = Vec::new();
    let mut here: Vec<(u64, Vec<u32>)> = Vec::new();
    for (index, pair) in corpus.pairs.iter().enumerate() {
        here.clear();
        for phrase in super::corpus::phrases(&pair.codes[0]) {
            let words: Vec<u32> = phrase.iter().map(|&code| sides[0].word(code)).collect();
            for length in 1..=LONGEST_TERM.min(words.len()) {
                let terms =
                    words.windows(length).filter(|it| !small[it[0] as usize] && !small[it[length - 1] as usize]);
                here.extend(terms.filter_map(|term| Some((key(term)?, term.to_vec()))));
            }
        }
        here.sort_unstable();
        here.dedup();
        here.retain(|(key, _)| counts(*key) >= LEAST);
        if here.is_empty() {
            continue;
        }
        segment.read(index, &pair.codes[1]);
        for (key, term) in &here {
            if let Some(range) = segment.rendering(term, small) {
                found.push((*key, index as u32, range.start as u32, range.end as u32));
            }
        }
    }
    found.sort_unstable();
    let groups = found.chunk_by(|one, other| one.0 == other.0).map(|group| {
        let mut counted: BTreeMap<Vec<Code>, u32> = BTreeMap::new();
        for &(_, index, start, end) in group {
            let codes = &corpus.pairs[index as usize].codes[1][start as usize..end as usize];
            let words = codes.iter().copied().filter(|code| *code >= FIRST_WORD);
            *counted.entry(words.collect()).or_default() += 1;
        }
        let text = |codes: Vec<Code>| codes.iter().map(|&code| corpus.form(1, code)).collect::<Vec<_>>().join(" ");
        let mut counted: Vec<_> = counted.into_iter().filter(|(_, count)| *count > 1).collect();
        counted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        counted.truncate(MOST);
        (group[0].0, counted.into_iter().map(|(codes, count)| (text(codes), count)).collect::<Renderings>())
    });
    groups.filter(|(_, renderings)| !renderings.is_empty()).collect()
}

/// One segment: which words of its source account for each word of its target.
struct Segment<'e> {
    sides: &'e [Side; 2],
    same: &'e [Option<WordId>],
    from_target: &'e Table,
    /// Whether the source at hand has each word.
    present: Vec<bool>,
    /// The words of the source at hand.
    source: Vec<u32>,
    /// For each token of the target, the source words that account for it, and how far; the surest first.
    origins: Vec<Vec<(u32, f32)>>,
}

impl<'e> Segment<'e> {
    fn new(sides: &'e [Side; 2], same: &'e [Option<WordId>], from_target: &'e Table) -> Self {
        Self { sides, same, from_target, present: vec![false; same.len()], source: Vec::new(), origins: Vec::new() }
    }

    fn read(&mut self, index: usize, target: &[Code]) {
        for &word in &self.source {
            self.present[word as usize] = false;
        }
        self.source.clear();
        self.source.extend_from_slice(self.sides[0].set(index));
        for &word in &self.source {
            self.present[word as usize] = true;
        }
        self.origins.clear();
        for &code in target {
            let mut origins = Vec::new();
            if code >= FIRST_WORD {
                let word = self.sides[1].word(code);
                let all = self.sides[1].vocabulary.counts(WordId(word)).segments as f32;
                let row = self.from_target.of(WordId(word)).iter().filter(|(source, _)| self.present[*source as usize]);
                origins.extend(row.map(|&(source, weight)| (source, weight / all)).filter(|it| it.1 >= EXPLAINS));
                origins.sort_by(|one, other| other.1.total_cmp(&one.1));
            }
            self.origins.push(origins);
        }
        // A word that is kept is its own reason.
        for &source in &self.source {
            let Some(same) = self.same[source as usize] else { continue };
            for (at, &code) in target.iter().enumerate() {
                if code >= FIRST_WORD && self.sides[1].word(code) == same.0 {
                    self.origins[at] = vec![(source, 1.0)];
                }
            }
        }
    }

    /// The tokens of the target that stand for `term`: a run in which the words of the term are why words are there, and
    /// every word of the term but `small` ones is why one is.
    fn rendering(&self, term: &[u32], small: &[bool]) -> Option<Range<usize>> {
        let is_of_term = |at: usize| self.origins[at].first().is_some_and(|(source, _)| term.contains(source));
        let covers = |range: &Range<usize>| {
            let is_reason = |word: &u32| self.origins[range.clone()].iter().flatten().any(|(source, _)| source == word);
            term.iter().all(|word| small[*word as usize] || is_reason(word))
        };
        let mut runs: Vec<Range<usize>> = Vec::new();
        for at in (0..self.origins.len()).filter(|&at| is_of_term(at)) {
            match runs.last_mut().filter(|run| at - run.end <= if term.len() > 1 { LONGEST_GAP } else { 0 }) {
                Some(run) => run.end = at + 1,
                None => runs.push(at..at + 1),
            }
        }
        runs.into_iter().filter(covers).min_by_key(Range::len)
    }
}
