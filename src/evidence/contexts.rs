//! How terms stand in the texts of the source: how they are written, and what stands beside them.

use super::corpus::{Code, phrases};
use super::count::{LONGEST_TERM, Side, key};
use super::{Evidence, WordId, wire};
use crate::text::parts_of_speech::is_determiner;
use hashbrown::HashMap;

/// How a term stands in the sources.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Context {
    /// How it is most often written: its words, a space between them.
    pub spelling: String,
    /// How often it stands anywhere.
    pub places: u32,
    /// How often the word stands right before it that most often does. Function words do not count.
    pub before: u32,
    /// The same of the words behind it; of a term with a capital, how often a capital or a number stands there.
    pub behind: u32,
    /// How often it stands behind an article or a possessive, and before another function word or a mark, as the whole of
    /// what they hold.
    pub held: u32,
}

/// What is counted of one term.
#[derive(Default)]
struct Counts<'c> {
    spellings: HashMap<&'c [Code], u32>,
    before: HashMap<u32, u32>,
    behind: HashMap<u32, u32>,
    /// Places behind which a capital or a number stands.
    named: u32,
    held: u32,
}

/// How each of `terms` stands in the texts that `evidence` keeps.
pub(super) fn contexts(evidence: &Evidence, terms: &[Vec<WordId>]) -> Vec<Context> {
    let Some(corpus) = wire::decode(&evidence.corpus) else { return vec![Context::default(); terms.len()] };
    let side = Side::new(&corpus, 0);
    let language = evidence.locales[0].language();
    let is_small = |word: u32| language.is_function_word(side.vocabulary.text(WordId(word)));
    let is_article = |word: u32| {
        let text = side.vocabulary.text(WordId(word));
        if language.code == "en" { is_determiner(text) } else { language.articles.contains(&text) }
    };
    let number = |term: &Vec<WordId>| key(&term.iter().map(|word| word.0).collect::<Vec<_>>());
    let mut keys: HashMap<u64, usize> = HashMap::new();
    for key in terms.iter().filter_map(number) {
        let next = keys.len();
        keys.entry(key).or_insert(next);
    }
    let mut counts: Vec<Counts<'_>> = (0..keys.len()).map(|_| Counts::default()).collect();
    let mut words = Vec::new();
    for phrase in corpus.pairs.iter().flat_map(|pair| phrases(&pair.codes[0])) {
        words.clear();
        words.extend(phrase.iter().map(|&code| side.word(code)));
        let starts = (1..=LONGEST_TERM)
            .flat_map(|length| (0..(words.len() + 1).saturating_sub(length)).map(move |at| (at, length)));
        for (start, length) in starts {
            let (end, term) = (start + length, &words[start..start + length]);
            let Some(&at) = key(term).and_then(|key| keys.get(&key)) else { continue };
            let here = &mut counts[at];
            *here.spellings.entry(&phrase[start..end]).or_default() += 1;
            let before = start.checked_sub(1).map(|at| words[at]);
            let behind = words.get(end).copied();
            for (beside, known) in [(before, &mut here.before), (behind, &mut here.behind)] {
                if let Some(word) = beside.filter(|word| !is_small(*word)) {
                    *known.entry(word).or_default() += 1;
                }
            }
            let names =
                |code: &&Code| corpus.form(0, **code).starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
            here.named += u32::from(phrase.get(end).as_ref().is_some_and(names));
            let ends = behind.is_none_or(|word| is_small(word) && !is_article(word));
            here.held += u32::from(ends && before.is_some_and(is_article));
        }
    }
    let most = |known: &HashMap<u32, u32>| known.values().copied().max().unwrap_or_default();
    let context = |it: Counts<'_>| {
        // By text as well, because codes differ from corpus to corpus.
        let spellings = it.spellings.iter().map(|(codes, count)| (*count, corpus.text(0, codes)));
        let spelling = spellings.max().map(|(_, text)| text).unwrap_or_default();
        let named = if spelling.starts_with(char::is_uppercase) { it.named } else { 0 };
        Context {
            spelling,
            places: it.spellings.values().sum(),
            before: most(&it.before),
            behind: most(&it.behind).max(named),
            held: it.held,
        }
    };
    let found: Vec<Context> = counts.into_iter().map(context).collect();
    let of_term = |term| number(term).and_then(|key| found.get(keys[&key]).cloned());
    terms.iter().map(|term| of_term(term).unwrap_or_default()).collect()
}

/// For each term of the source and text of the target, words in small letters with a space between them, how many segments
/// have the term and a translation that begins with the text.
pub(super) fn beginnings(evidence: &Evidence, renderings: &[(&[WordId], String)]) -> Vec<u32> {
    let mut counts = vec![0; renderings.len()];
    let Some(corpus) = wire::decode(&evidence.corpus) else { return counts };
    let sides = Side::both(&corpus);
    let mut known: HashMap<Vec<u32>, Vec<usize>> = HashMap::new();
    for (at, (_, text)) in renderings.iter().enumerate() {
        let words = text.split(' ').map(|word| sides[1].vocabulary.get(word).map(|word| word.0));
        if let Some(words) = words.collect() {
            known.entry(words).or_default().push(at);
        }
    }
    let longest = known.keys().map(Vec::len).max().unwrap_or_default();
    for pair in &corpus.pairs {
        let Some(first) = phrases(&pair.codes[1]).next() else { continue };
        let first: Vec<u32> = first.iter().take(longest).map(|&code| sides[1].word(code)).collect();
        let has = |term: &[WordId]| {
            let is_term = |codes: &[Code]| codes.iter().zip(term).all(|(&code, word)| sides[0].word(code) == word.0);
            phrases(&pair.codes[0]).any(|phrase| phrase.windows(term.len()).any(is_term))
        };
        for &at in (1..=first.len()).filter_map(|end| known.get(&first[..end])).flatten() {
            counts[at] += u32::from(has(renderings[at].0));
        }
    }
    counts
}
