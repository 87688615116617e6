//! What terms are called: the words of a translation, in a row, that the words of a term account for.

use super::association::Table;
use super::corpus::{Code, Corpus, FIRST_WORD, phrases};
use super::count::{LONGEST_TERM, Side, key, words};
use super::vocabulary::WordId;
use hashbrown::HashMap;
use std::ops::Range;

/// What a term is called: words with a space between them, as they are written, and how many segments have them; the
/// commonest first.
pub(super) type Renderings = Vec<(String, u32)>;

/// Segments that must hold a term for what it is called to be remembered.
const LEAST: u32 = 5;
/// Renderings of a term that are remembered: those that stand in two segments or more, and so many of them.
const MOST: usize = 8;
/// The share of the segments with a word in which it stands for the whole of a term, if it is a compound.
const COMPOUND: f64 = 0.5;
/// The share of the segments with a target word for which a source word must account to be why it is there.
const EXPLAINS: f32 = 0.15;
/// Words that no word of the term accounts for, which may part those that one does: `centro per i partner`.
const LONGEST_GAP: usize = 2;

/// The terms of the source, by key, that `counts` knows from enough segments, and what each is called.
pub(super) fn renderings(
    corpus: &Corpus<'_>,
    sides: &[Side; 2],
    originals: &[Option<WordId>],
    small: &[bool],
    from_target: &Table,
    counts: impl Fn(u64) -> u32,
) -> Vec<(u64, Renderings)> {
    let mut segment = Segment::new(sides, originals, from_target);
    let mut found: Vec<(u64, u32, Range<usize>)> = Vec::new();
    let (mut words, mut here) = (Vec::new(), Vec::new());
    for (index, pair) in corpus.pairs.iter().enumerate() {
        here.clear();
        for phrase in phrases(&pair.codes[0]) {
            words.clear();
            words.extend(phrase.iter().map(|&code| sides[0].word(code)));
            for length in 1..=LONGEST_TERM {
                let is_term = |it: &&[u32]| !small[it[0] as usize] && !small[it[length - 1] as usize];
                here.extend(words.windows(length).filter(is_term).filter_map(key));
            }
        }
        here.sort_unstable();
        here.dedup();
        here.retain(|&key| counts(key) >= LEAST);
        if !here.is_empty() {
            segment.read(index, &pair.codes[1]);
            let rendered = here.iter().filter_map(|&key| Some((key, index as u32, segment.rendering(key, small)?)));
            found.extend(rendered);
        }
    }
    // Segments stand in order already.
    found.sort_by_key(|(key, ..)| *key);
    let groups = found.chunk_by_mut(|one, other| one.0 == other.0);
    groups
        .map(|group| (group[0].0, counted(corpus, &sides[1], group)))
        .filter(|(_, renderings)| !renderings.is_empty())
        .collect()
}

/// What one term is called in the segments and ranges of `group`.
fn counted(corpus: &Corpus<'_>, target: &Side, group: &mut [(u64, u32, Range<usize>)]) -> Renderings {
    let is_term = words(group[0].0).len() > 1;
    // One word for several is a compound if it is hardly ever there for anything else, and half of the term if it is.
    let mut compounds: HashMap<u32, u32> = HashMap::new();
    let codes = |it: &(u64, u32, Range<usize>)| &corpus.pairs[it.1 as usize].codes[1][it.2.clone()];
    for one in group.iter().map(codes).filter(|codes| is_term && codes.len() == 1) {
        *compounds.entry(target.word(one[0])).or_default() += 1;
    }
    let is_whole = |codes: &[Code]| {
        codes.len() > 1 || !is_term || {
            let word = target.word(codes[0]);
            f64::from(compounds[&word]) >= COMPOUND * f64::from(target.vocabulary.counts(WordId(word)).segments)
        }
    };
    group.sort_unstable_by(|one, other| codes(one).cmp(codes(other)));
    let equal = group
        .chunk_by(|one, other| codes(one) == codes(other))
        .filter(|equal| equal.len() > 1 && is_whole(codes(&equal[0])));
    let mut counted: Renderings = equal.map(|it| (corpus.text(1, codes(&it[0])), it.len() as u32)).collect();
    // By text as well, because codes differ from corpus to corpus.
    counted.sort_unstable_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    counted.truncate(MOST);
    counted
}

/// One segment: which words of its source account for each word of its target.
struct Segment<'e> {
    sides: &'e [Side; 2],
    /// For each word of the target, the word of the source with the same text.
    originals: &'e [Option<WordId>],
    from_target: &'e Table,
    /// Whether the source at hand has each word.
    present: Vec<bool>,
    /// The words of the source at hand.
    source: Vec<u32>,
    /// The source words that account for tokens of the target, and how far: those of each token in a row, the surest
    /// first.
    origins: Vec<(u32, f32)>,
    /// Where those of each token of the target end.
    ends: Vec<usize>,
    /// The source word that accounts most for each token of the target.
    best: Vec<Option<WordId>>,
    /// Whether each token of the target is a word.
    wordy: Vec<bool>,
}

impl<'e> Segment<'e> {
    fn new(sides: &'e [Side; 2], originals: &'e [Option<WordId>], from_target: &'e Table) -> Self {
        Self {
            sides,
            originals,
            from_target,
            present: vec![false; sides[0].vocabulary.len()],
            source: Vec::new(),
            origins: Vec::new(),
            ends: Vec::new(),
            best: Vec::new(),
            wordy: Vec::new(),
        }
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
        self.ends.clear();
        self.best.clear();
        self.wordy.clear();
        for &code in target {
            let start = self.origins.len();
            if code >= FIRST_WORD {
                self.explain(self.sides[1].word(code));
                self.origins[start..].sort_by(|one, other| other.1.total_cmp(&one.1));
            }
            self.best.push(self.origins.get(start).map(|best| WordId(best.0)));
            self.ends.push(self.origins.len());
            self.wordy.push(code >= FIRST_WORD);
        }
    }

    /// Adds the source words that account for the `target` word.
    fn explain(&mut self, target: u32) {
        // A word that is kept is its own reason.
        if let Some(kept) = self.originals[target as usize].filter(|kept| self.present[kept.index()]) {
            self.origins.push((kept.0, 1.0));
            return;
        }
        let all = self.sides[1].vocabulary.counts(WordId(target)).segments as f32;
        let row = self.from_target.of(WordId(target)).iter().filter(|(source, _)| self.present[*source as usize]);
        self.origins.extend(row.map(|&(source, weight)| (source, weight / all)).filter(|it| it.1 >= EXPLAINS));
    }

    /// The source words that account for the tokens in `range`.
    fn origins(&self, range: Range<usize>) -> &[(u32, f32)] {
        let start = range.start.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.origins[start..self.ends[range.end - 1]]
    }

    /// The tokens of the target that stand for the term `key`: words in a row, such that the words of the term are why
    /// they are there, and every word of the term but `small` ones is why one is; or else a single word, which may be a
    /// compound of all.
    fn rendering(&self, key: u64, small: &[bool]) -> Option<Range<usize>> {
        let term = &*words(key);
        let gap = if term.len() > 1 { LONGEST_GAP } else { 0 };
        let covers = |range: &Range<usize>| {
            let reasons = self.origins(range.clone());
            let is_reason = |word: &WordId| reasons.iter().any(|(source, _)| *source == word.0);
            term.iter().all(|word| small[word.index()] || is_reason(word))
        };
        let mut runs: Vec<Range<usize>> = Vec::new();
        let is_of_term = |(_, best): &(usize, &Option<WordId>)| best.is_some_and(|word| term.contains(&word));
        for (at, _) in self.best.iter().enumerate().filter(is_of_term) {
            let joins =
                |run: &&mut Range<usize>| at - run.end <= gap && self.wordy[run.end..at].iter().all(|wordy| *wordy);
            match runs.last_mut().filter(joins) {
                Some(run) => run.end = at + 1,
                None => runs.push(at..at + 1),
            }
        }
        runs.into_iter().filter(|run| covers(run) || run.len() == 1).min_by_key(|run| (!covers(run), run.len()))
    }
}
