//! From a corpus to counts.

use super::association::{self, Table};
use super::corpus::{Code, Corpus, FIRST_WORD, Pair, between, phrases};
use super::passages::Passages;
use super::renderings::{Renderings, renderings};
use super::tokens::Mark;
use super::vocabulary::{Vocabulary, WordCounts, WordId};
use super::{Evidence, Kept, Lengths, Passage, PassageKind, Usage, wire};
use crate::locale::Locale;
use crate::text::fnv::Fnv;
use crate::text::{casing, loose};
use hashbrown::HashMap;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Bits of a word in the key of a term: three words and what was seen of them are one number.
const BITS: u32 = 21;
/// Words that a term may have.
pub(super) const LONGEST_TERM: usize = 3;
/// Segments that must hold a term of two or three words, or a pair of words, for it to be remembered.
const LEAST: u32 = 2;

/// The key of one to three words in a row. Zero stands for no word.
pub(super) fn key(words: &[u32]) -> Option<u64> {
    let fits = words.len() <= LONGEST_TERM && words.iter().all(|&word| word + 1 < 1 << BITS);
    fits.then(|| words.iter().fold(0, |key, &word| key << BITS | u64::from(word + 1)))
}

/// The words that `key` stands for.
pub(super) fn words(key: u64) -> Vec<WordId> {
    let word = |place: u32| (key >> (place * BITS) & ((1 << BITS) - 1)) as u32;
    (0..LONGEST_TERM as u32).rev().filter_map(|place| word(place).checked_sub(1).map(WordId)).collect()
}

/// What `corpus` teaches.
pub(super) fn count(corpus: &Corpus<'_>, locales: [Locale; 2]) -> Evidence {
    let sides = Side::both(corpus);
    let [source, target] = &sides;
    let words_of = [source.vocabulary.len(), target.vocabulary.len()];
    let associate = || {
        let sets = (0..corpus.pairs.len()).map(|at| [source.set(at), target.set(at)]);
        let entries = association::associate(&association::Words::new(sets), words_of);
        both(
            || Table::new(entries.iter().map(|it| (it.source, it.target, it.weight)), words_of[0]),
            || Table::new(entries.iter().map(|it| (it.target, it.source, it.weight)), words_of[1]),
        )
    };
    let same = same(&source.vocabulary, &target.vocabulary);
    let small = small_words(&source.vocabulary, &locales[0]);
    // Each of these reads all texts, and none needs another.
    let (((from_source, from_target), (kept, cased)), (terms, adjacent)) = both(
        || both(associate, || kept(corpus, &sides, &same)),
        || both(|| terms(corpus, &sides, &same, &small), || adjacent(corpus, target)),
    );
    let (passages, (repeated, corpus_as_bytes)) = both(
        || {
            [
                (PassageKind::Label, passages(corpus, Mark::Emphasis, Mark::EmphasisEnd)),
                (PassageKind::Link, passages(corpus, Mark::Link, Mark::LinkEnd)),
                (PassageKind::Title, titles(corpus)),
            ]
        },
        || both(|| repeated(corpus, &corpus.repeats()), || wire::encode(corpus)),
    );
    Evidence {
        segments: corpus.pairs.len() as u32,
        documents: corpus.documents.len() as u32,
        lengths: lengths(&corpus.pairs),
        passages: passages.map(|(kind, passages)| (kind, Passages::new(passages))),
        repeated: Passages::new(repeated),
        from_source,
        from_target,
        renderings: OnceLock::new(),
        originals: originals(&same, words_of[1]),
        vocabularies: sides.map(|side| side.vocabulary),
        same,
        kept,
        cased,
        terms,
        adjacent,
        locales,
        corpus: corpus_as_bytes,
    }
}

/// What both do, at once where there are threads.
fn both<A: Send, B: Send>(one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B + Send) -> (A, B) {
    #[cfg(feature = "parallel")]
    return rayon::join(one, other);
    #[cfg(not(feature = "parallel"))]
    return (one(), other());
}

/// What terms are called in the texts that `evidence` keeps.
pub(super) fn find_renderings(evidence: &Evidence) -> Vec<(u64, Renderings)> {
    let Some(corpus) = wire::decode(&evidence.corpus) else { return Vec::new() };
    let sides = Side::both(&corpus);
    let small = small_words(evidence.source(), &evidence.locales[0]);
    let term = |key| evidence.terms.binary_search_by_key(&key, |term: &(u64, Kept)| term.0);
    let segments_of = |key: u64| match key >> BITS {
        0 => evidence.source().counts(WordId(key as u32 - 1)).segments,
        _ => term(key).map_or(0, |at| evidence.terms[at].1.segments),
    };
    renderings(&corpus, &sides, &evidence.originals, &small, &evidence.from_target, segments_of)
}

/// For each word of `source`, whether it is a function word of the language.
fn small_words(source: &Vocabulary, locale: &Locale) -> Vec<bool> {
    source.words().map(|word| locale.language().is_function_word(source.text(word))).collect()
}

/// One side of a corpus in small letters.
pub(super) struct Side {
    pub vocabulary: Vocabulary,
    /// The word of each form.
    words: Vec<u32>,
    /// Whether each form begins with a capital.
    capitals: Vec<bool>,
    /// The words of each segment, each once, in order; all behind one another.
    sets: Vec<u32>,
    ends: Vec<u32>,
}

impl Side {
    /// Both sides of `corpus`: the sources, the targets.
    pub(super) fn both(corpus: &Corpus<'_>) -> [Self; 2] {
        both(|| Self::new(corpus, 0), || Self::new(corpus, 1)).into()
    }

    pub(super) fn new(corpus: &Corpus<'_>, side: usize) -> Self {
        let forms = &corpus.forms[side];
        let folded: Vec<Cow<'_, str>> = forms.iter().map(|form| casing::lower(form)).collect();
        let mut order: Vec<u32> = (0..forms.len() as u32).collect();
        order.sort_unstable_by_key(|&form| &folded[form as usize]);
        let (mut distinct, mut words) = (Vec::<&str>::new(), vec![0; forms.len()]);
        for form in order {
            let text = folded[form as usize].as_ref();
            if distinct.last() != Some(&text) {
                distinct.push(text);
            }
            words[form as usize] = distinct.len() as u32 - 1;
        }
        let mut found = Self {
            vocabulary: Vocabulary::default(),
            words,
            capitals: forms.iter().map(|form| form.starts_with(char::is_uppercase)).collect(),
            sets: Vec::new(),
            ends: Vec::with_capacity(corpus.pairs.len()),
        };
        let counts = found.read(corpus, side, distinct.len());
        found.vocabulary = Vocabulary::new(distinct.into_iter(), counts);
        found
    }

    /// Finds the words of each segment, and counts.
    fn read(&mut self, corpus: &Corpus<'_>, side: usize, distinct: usize) -> Vec<WordCounts> {
        let mut counts = vec![WordCounts::default(); distinct];
        for pair in &corpus.pairs {
            let start = self.sets.len();
            for phrase in phrases(&pair.codes[side]) {
                for (at, &code) in phrase.iter().enumerate() {
                    let word = self.word(code);
                    self.sets.push(word);
                    if at > 0 {
                        counts[word as usize].inside += 1;
                        counts[word as usize].capitals += u32::from(self.is_capital(code));
                    }
                }
            }
            self.sets[start..].sort_unstable();
            let length = dedup(&mut self.sets[start..]);
            self.sets.truncate(start + length);
            for &word in &self.sets[start..] {
                counts[word as usize].segments += 1;
            }
            self.ends.push(self.sets.len() as u32);
        }
        let mut last = vec![0; distinct];
        for (number, document) in (1..).zip(&corpus.documents) {
            for &segment in &document.segments {
                for &word in self.set(segment as usize) {
                    if last[word as usize] != number {
                        last[word as usize] = number;
                        counts[word as usize].documents += 1;
                    }
                }
            }
        }
        counts
    }

    /// The word of `code`, which is no mark.
    pub(super) fn word(&self, code: Code) -> u32 {
        self.words[(code - FIRST_WORD) as usize]
    }

    fn is_capital(&self, code: Code) -> bool {
        self.capitals[(code - FIRST_WORD) as usize]
    }

    /// The words of `segment`, each once, in order.
    pub(super) fn set(&self, segment: usize) -> &[u32] {
        let start = segment.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.sets[start as usize..self.ends[segment] as usize]
    }
}

/// Moves the first of equal neighbours to the front; how many there are.
fn dedup(sorted: &mut [u32]) -> usize {
    let mut kept = 0;
    for at in 0..sorted.len() {
        if at == 0 || sorted[at] != sorted[kept - 1] {
            sorted[kept] = sorted[at];
            kept += 1;
        }
    }
    kept
}

/// For each word of the source, the word of the target with the same text.
pub(super) fn same(source: &Vocabulary, target: &Vocabulary) -> Vec<Option<WordId>> {
    source.words().map(|word| target.get(source.text(word))).collect()
}

/// For each word of the target, of which there are `size`, the word of the source that is the `same`.
pub(super) fn originals(same: &[Option<WordId>], size: usize) -> Vec<Option<WordId>> {
    let mut found = vec![None; size];
    for (source, target) in same.iter().enumerate() {
        if let Some(target) = target {
            found[target.index()] = Some(WordId(source as u32));
        }
    }
    found
}

/// For each source word, how often the translation keeps it: of all segments that have it, and of those that write it
/// with a capital right behind another word.
fn kept(corpus: &Corpus<'_>, sides: &[Side; 2], same: &[Option<WordId>]) -> (Vec<u32>, Vec<Kept>) {
    let mut kept = vec![0; same.len()];
    let mut cased = vec![Kept::default(); same.len()];
    let mut capitals = Vec::new();
    for (segment, pair) in corpus.pairs.iter().enumerate() {
        let target = sides[1].set(segment);
        let is_kept = |word: u32| same[word as usize].is_some_and(|it| target.binary_search(&it.0).is_ok());
        for &word in sides[0].set(segment) {
            kept[word as usize] += u32::from(is_kept(word));
        }
        capitals.clear();
        for phrase in phrases(&pair.codes[0]) {
            let inside = phrase.iter().skip(1).filter(|&&code| sides[0].is_capital(code));
            capitals.extend(inside.map(|&code| sides[0].word(code)));
        }
        capitals.sort_unstable();
        capitals.dedup();
        for &word in &capitals {
            cased[word as usize].segments += 1;
            cased[word as usize].kept += u32::from(is_kept(word));
        }
    }
    (kept, cased)
}

/// The terms of two and three words of the source, by key: neither end is a small word. How many segments hold them, and
/// how many translations keep them.
fn terms(corpus: &Corpus<'_>, sides: &[Side; 2], same: &[Option<WordId>], small: &[bool]) -> Vec<(u64, Kept)> {
    let mut seen: HashMap<u64, Kept> = HashMap::new();
    let (mut source, mut target, mut here) = (Vec::new(), Vec::new(), Vec::new());
    for pair in &corpus.pairs {
        here.clear();
        for phrase in phrases(&pair.codes[0]) {
            source.clear();
            source.extend(phrase.iter().map(|&code| sides[0].word(code)));
            for length in 2..=LONGEST_TERM {
                let terms = source.windows(length);
                here.extend(
                    terms.filter(|it| !small[it[0] as usize] && !small[it[length - 1] as usize]).filter_map(key),
                );
            }
        }
        here.sort_unstable();
        here.dedup();
        if here.is_empty() {
            continue;
        }
        target.clear();
        target.extend(pair.codes[1].iter().map(|&code| (code >= FIRST_WORD).then(|| sides[1].word(code))));
        for &key in &here {
            let kept = seen.entry(key).or_default();
            kept.segments += 1;
            kept.kept += u32::from(is_kept(key, same, &target));
        }
    }
    let terms = seen.into_iter().filter(|(_, kept)| kept.segments >= LEAST);
    in_order(terms.collect())
}

/// `counted` in the order of the keys.
fn in_order<T>(mut counted: Vec<(u64, T)>) -> Vec<(u64, T)> {
    counted.sort_unstable_by_key(|(key, _)| *key);
    counted
}

/// Whether the words of the source that `key` stands for are in a row in `target`, whose marks are nothing.
fn is_kept(key: u64, same: &[Option<WordId>], target: &[Option<u32>]) -> bool {
    let Some(wanted) = words(key).into_iter().map(|word| same[word.index()]).collect::<Option<Vec<_>>>() else {
        return false;
    };
    let length = wanted.len();
    target.windows(length).any(|row| row.iter().zip(&wanted).all(|(word, wanted)| *word == Some(wanted.0)))
}

/// The pairs of words of the target that stand in a row, by key, and how many segments hold them.
fn adjacent(corpus: &Corpus<'_>, side: &Side) -> Vec<(u64, u32)> {
    let (mut seen, mut here) = (HashMap::<u64, u32>::new(), Vec::new());
    for pair in &corpus.pairs {
        here.clear();
        for phrase in phrases(&pair.codes[1]) {
            here.extend(phrase.windows(2).filter_map(|row| key(&[side.word(row[0]), side.word(row[1])])));
        }
        here.sort_unstable();
        here.dedup();
        for &key in &here {
            *seen.entry(key).or_default() += 1;
        }
    }
    in_order(seen.into_iter().filter(|(_, segments)| *segments >= LEAST).collect())
}

/// How long translations are, by the length of the source.
fn lengths(pairs: &[Pair]) -> Lengths {
    let mut logarithms: Vec<Vec<f64>> = vec![Vec::new(); Lengths::BUCKETS];
    for pair in pairs {
        let [source, target] = pair.lengths;
        logarithms[Lengths::bucket(source as usize)].push((f64::from(target.max(1)) / f64::from(source.max(1))).ln());
    }
    Lengths(logarithms.iter().map(|all| Usage::of(all)).collect())
}

/// What each passage between the marks is called where a segment has one on either side, the commonest first; only
/// passages that stand in two segments or more.
fn passages(corpus: &Corpus<'_>, open: Mark, close: Mark) -> Vec<Passage> {
    let mut found: BTreeMap<String, BTreeMap<String, u32>> = BTreeMap::new();
    for pair in &corpus.pairs {
        let [source, target] = [0, 1].map(|side| {
            let mut passages = between(&pair.codes[side], open, close);
            (passages.len() == 1).then(|| corpus.wording(side, &pair.codes[side][passages.remove(0)]))
        });
        if let (Some(source), Some(target)) = (source, target) {
            *found.entry(source).or_default().entry(target).or_default() += 1;
        }
    }
    found.retain(|source, targets| !source.is_empty() && targets.values().sum::<u32>() >= LEAST);
    found.into_iter().map(|(source, targets)| Passage::new(source, targets)).collect()
}

/// What titles are called.
fn titles(corpus: &Corpus<'_>) -> Vec<Passage> {
    let documents = corpus.titles();
    whole(corpus, (0..corpus.pairs.len()).filter(|&index| documents[index] > 0), &documents)
}

/// What segments are called whose words, loosely, stand in several places, the commonest first.
fn repeated(corpus: &Corpus<'_>, repeats: &[u32]) -> Vec<Passage> {
    let keys: Vec<u64> = corpus.forms[0].iter().map(|form| loose::key(form)).collect();
    let loosely = |pair: &Pair| {
        let words = pair.codes[0].iter().filter(|code| **code >= FIRST_WORD);
        let mut hash = Fnv::default();
        words.flat_map(|code| keys[(code - FIRST_WORD) as usize].to_le_bytes()).for_each(|byte| hash.byte(byte));
        hash.0
    };
    let keys: Vec<u64> = corpus.pairs.iter().map(loosely).collect();
    let mut places: HashMap<u64, u32> = HashMap::new();
    for (key, documents) in keys.iter().zip(repeats) {
        *places.entry(*key).or_default() += documents;
    }
    whole(corpus, (0..corpus.pairs.len()).filter(|&index| places[&keys[index]] >= LEAST), repeats)
}

/// What `segments` are called as a whole, and in how many of their `documents`.
fn whole(corpus: &Corpus<'_>, segments: impl Iterator<Item = usize>, documents: &[u32]) -> Vec<Passage> {
    let mut found: BTreeMap<String, BTreeMap<String, u32>> = BTreeMap::new();
    for index in segments {
        let [source, target] = [0, 1].map(|side| corpus.wording(side, &corpus.pairs[index].codes[side]));
        *found.entry(source).or_default().entry(target).or_default() += documents[index];
    }
    found.into_iter().map(|(source, targets)| Passage::new(source, targets)).collect()
}
