//! What a body of translations teaches: which words of the source are kept as they are, what the others are called,
//! which words the language of the translation has, how long a translation is.
//!
//! Counts, no judgement: a check asks and decides. Everything is learned from the segments of one pair of languages
//! ([`Draft`], [`Learner`]) without a model, a network or a list: a word that translations nearly always keep is a name, a
//! word that they never keep and that is kept here was forgotten. What was learned can be written to a file and read
//! again ([`Evidence::to_bytes`], [`Evidence::from_bytes`]).
//!
//! Words are words in small letters, parted at apostrophes ([`parts`]). A segment counts once, however many documents
//! repeat it.

mod association;
mod contexts;
mod corpus;
mod count;
mod left;
mod passages;
mod renderings;
mod ties;
mod tokens;
mod vocabulary;
mod wire;

pub(crate) use contexts::Context;
pub use corpus::Draft;
pub(crate) use corpus::{worded, wording};
pub use left::Left;
pub(crate) use left::left;
pub use passages::{Passage, PassageKind};
pub use ties::{Tie, Ties};
pub use tokens::parts;
pub use vocabulary::{Vocabulary, WordCounts, WordId};
pub use wire::DamagedEvidence;

use crate::locale::Locale;
use crate::span::Span;
use crate::text::casing;
use association::Table;
use corpus::Corpus;
use passages::Passages;
use std::sync::{Arc, OnceLock};

/// What translations from one language into another teach.
#[derive(Clone, Debug)]
pub struct Evidence {
    locales: [Locale; 2],
    segments: u32,
    documents: u32,
    vocabularies: [Vocabulary; 2],
    /// For each word of the source, the word of the target with the same text.
    same: Vec<Option<WordId>>,
    /// For each word of the target, the word of the source with the same text.
    originals: Vec<Option<WordId>>,
    /// For each word of the source, how many translations keep it.
    kept: Vec<u32>,
    /// The same of its occurrences with a capital right behind another word.
    cased: Vec<Kept>,
    /// The same of terms of two and three words, by key.
    terms: Vec<(u64, Kept)>,
    from_source: Table,
    from_target: Table,
    /// Pairs of words of the target in a row, by key.
    adjacent: Vec<(u64, u32)>,
    /// What terms of the source are called, by key; found when it is first asked for, because few ask.
    renderings: OnceLock<Vec<(u64, renderings::Renderings)>>,
    passages: [(PassageKind, Passages); 3],
    repeated: Passages,
    lengths: Lengths,
    /// The texts, as they stand in a file.
    corpus: Vec<u8>,
}

/// How often something of the source is kept as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Different segments whose source has it.
    pub segments: u32,
    /// Those among them whose translation has it too, in any case.
    pub kept: u32,
}

impl Kept {
    /// The share that is kept, from 0 to 1; 0 where nothing was seen.
    pub fn share(self) -> f64 {
        f64::from(self.kept) / f64::from(self.segments.max(1))
    }

    /// The least share that may lie behind what was seen, and the greatest: the interval of Wilson (1927) at 95 %.
    /// What was seen rarely may be anything.
    ///
    /// ```
    /// # use bilint::evidence::Kept;
    /// let (least, most) = Kept { segments: 400, kept: 4 }.interval();
    /// assert!(least < 0.01 && 0.01 < most && most < 0.03);
    /// assert!(Kept { segments: 2, kept: 0 }.interval().1 > 0.6);
    /// ```
    pub fn interval(self) -> (f64, f64) {
        const Z: f64 = 1.96;
        if self.segments == 0 {
            return (0.0, 1.0);
        }
        let n = f64::from(self.segments);
        let middle = (self.share() + Z * Z / (2.0 * n)) / (1.0 + Z * Z / n);
        let spread = Z / (1.0 + Z * Z / n) * (self.share() * (1.0 - self.share()) / n + Z * Z / (4.0 * n * n)).sqrt();
        ((middle - spread).max(0.0), (middle + spread).min(1.0))
    }

    /// What was seen without `other`, which may have been counted among it.
    #[must_use]
    pub fn without(self, other: Self) -> Self {
        let segments = self.segments.saturating_sub(other.segments);
        Self { segments, kept: self.kept.saturating_sub(other.kept).min(segments) }
    }
}

/// Mean and spread of something, and how often it was seen.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Usage {
    /// How often it was seen.
    pub seen: u32,
    /// The mean.
    pub mean: f32,
    /// The standard deviation.
    pub deviation: f32,
}

impl Usage {
    fn of(values: &[f64]) -> Self {
        let seen = values.len().max(1) as f64;
        let mean = values.iter().sum::<f64>() / seen;
        let variance = values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / seen;
        Self { seen: values.len() as u32, mean: mean as f32, deviation: variance.sqrt() as f32 }
    }
}

/// How long translations are: the natural logarithm of characters of the target by characters of the source, by the
/// length of the source. Short texts spread more than long ones (Gale and Church 1993).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lengths(Vec<Usage>);

impl Lengths {
    const BUCKETS: usize = 8;

    /// The class of a source of `characters`: up to 8, 16, 32, and so on.
    fn bucket(characters: usize) -> usize {
        (characters.max(1).ilog2() as usize).saturating_sub(2).min(Self::BUCKETS - 1)
    }

    /// What is known of the translations of sources of that many `characters`.
    pub fn of(&self, characters: usize) -> Usage {
        self.0.get(Self::bucket(characters)).copied().unwrap_or_default()
    }
}

impl Evidence {
    /// The locales: of the sources, of the targets.
    pub fn locales(&self) -> &[Locale; 2] {
        &self.locales
    }

    /// How many different segments it was learned from.
    pub fn segments(&self) -> u32 {
        self.segments
    }

    /// How many documents it was learned from.
    pub fn documents(&self) -> u32 {
        self.documents
    }

    /// The words of the sources.
    pub fn source(&self) -> &Vocabulary {
        &self.vocabularies[0]
    }

    /// The words of the targets.
    pub fn target(&self) -> &Vocabulary {
        &self.vocabularies[1]
    }

    /// The word of the target with the text of `source`, if it was seen there.
    pub fn same(&self, source: WordId) -> Option<WordId> {
        self.same[source.index()]
    }

    /// The word of the source with the text of `target`, if it was seen there.
    pub fn original(&self, target: WordId) -> Option<WordId> {
        self.originals[target.index()]
    }

    /// How often translations keep the word `source`, whatever its case.
    pub fn kept(&self, source: WordId) -> Kept {
        Kept { segments: self.source().counts(source).segments, kept: self.kept[source.index()] }
    }

    /// How often they keep it where it has a capital right behind another word.
    pub fn kept_capital(&self, source: WordId) -> Kept {
        self.cased[source.index()]
    }

    /// How often translations keep a term of the source, one to three words in a row; nothing where it is longer, or
    /// begins or ends with a function word, or was seen in one segment only.
    pub fn kept_term(&self, source: &[WordId]) -> Kept {
        if let [word] = source {
            return self.kept(*word);
        }
        let words: Vec<u32> = source.iter().map(|word| word.0).collect();
        let key = count::key(&words).filter(|_| words.len() > 1);
        let found = key.and_then(|key| self.terms.binary_search_by_key(&key, |term| term.0).ok());
        found.map_or(Kept::default(), |at| self.terms[at].1)
    }

    /// What a term of the source, one to three words in a row, is called: words of the target with a space between them,
    /// in their case, each with the segments that call it so; the commonest first, eight at most. Nothing where it was
    /// seen in fewer than five segments, or begins or ends with a function word. Other segments leave it out, or call it
    /// what no word of it accounts for; [`kept_term`](Self::kept_term) says how many there are in all.
    pub fn renderings(&self, source: &[WordId]) -> &[(String, u32)] {
        let words: Vec<u32> = source.iter().map(|word| word.0).collect();
        let all = self.all_renderings();
        let found = count::key(&words).and_then(|key| all.binary_search_by_key(&key, |term| term.0).ok());
        found.map_or(&[], |at| &all[at].1)
    }

    /// Every term of the source that [`renderings`](Self::renderings) knows, its words in a row.
    pub fn terms(&self) -> impl Iterator<Item = Vec<WordId>> {
        self.all_renderings().iter().map(|(key, _)| count::words(*key))
    }

    /// How each of `terms` of the source, one to three words in a row, stands in the texts that this was learned from: they
    /// are read once for all.
    pub(crate) fn contexts(&self, terms: &[Vec<WordId>]) -> Vec<Context> {
        contexts::contexts(self, terms)
    }

    /// For each term of the source and text of the target, words in small letters with a space between them, how many segments
    /// have the term and a translation that begins with the text: they are read once for all.
    pub(crate) fn beginnings(&self, renderings: &[(&[WordId], String)]) -> Vec<u32> {
        contexts::beginnings(self, renderings)
    }

    fn all_renderings(&self) -> &[(u64, renderings::Renderings)] {
        self.renderings.get_or_init(|| count::find_renderings(self))
    }

    /// How likely a translation has the word `target` because its source has `source`, from 0 to 1: the share of the
    /// segments with `source` in which it accounts for `target`.
    pub fn translates(&self, source: WordId, target: WordId) -> f64 {
        let weight = f64::from(self.from_source.weight(source, target));
        weight / f64::from(self.source().counts(source).segments.max(1))
    }

    /// How likely the word `target` is there because of `source`, from 0 to 1: the share of the segments with `target`
    /// in which `source` accounts for it. Each form of an inflected word has its own, so that this tells more of
    /// inflected languages than [`translates`](Self::translates).
    pub fn explains(&self, source: WordId, target: WordId) -> f64 {
        let weight = f64::from(self.from_target.weight(target, source));
        weight / f64::from(self.target().counts(target).segments.max(1))
    }

    /// The words that translate `source`, in the order of their texts, each with the segments in which `source`
    /// accounts for it, as estimated.
    pub fn translations(&self, source: WordId) -> impl Iterator<Item = (WordId, f32)> {
        self.from_source.of(source).iter().map(|&(word, weight)| (WordId(word), weight))
    }

    /// The words that `target` translates, in the order of their texts, each with the segments in which it accounts for
    /// `target`, as estimated.
    pub fn origins(&self, target: WordId) -> impl ExactSizeIterator<Item = (WordId, f32)> {
        self.from_target.of(target).iter().map(|&(word, weight)| (WordId(word), weight))
    }

    /// In how many segments the words `one` and `other` of the target stand in a row, with a space between them; 0 where
    /// it is one segment only.
    pub fn adjacent(&self, one: WordId, other: WordId) -> u32 {
        let key = count::key(&[one.0, other.0]);
        let found = key.and_then(|key| self.adjacent.binary_search_by_key(&key, |pair| pair.0).ok());
        found.map_or(0, |at| self.adjacent[at].1)
    }

    /// What the passage `source` of that kind is called elsewhere: the words of the source with a space between them, in
    /// their case. Nothing where it was seen in one segment only, unless it is a title.
    pub fn passage(&self, kind: PassageKind, source: &str) -> Option<&Passage> {
        self.passages_of(kind).and_then(|passages| passages.get(source))
    }

    /// The same of every passage of that kind whose words have the [loose key](crate::text::loose::key) `key`: their
    /// case, and the values of numbers, make no difference.
    pub fn passages_like(&self, kind: PassageKind, key: u64) -> impl Iterator<Item = &Passage> {
        self.passages_of(kind).into_iter().flat_map(move |passages| passages.like(key))
    }

    /// All passages of a kind, by source.
    pub fn passages(&self, kind: PassageKind) -> &[Passage] {
        self.passages_of(kind).map_or(&[], Passages::all)
    }

    fn passages_of(&self, kind: PassageKind) -> Option<&Passages> {
        self.passages.iter().find(|(known, _)| *known == kind).map(|(_, passages)| passages)
    }

    /// What a whole segment is called, a title or not, whose words are `source`, with a space between them, in their
    /// case. Nothing where one document alone has it, or what differs from it in case and the values of numbers, once.
    pub fn repeated(&self, source: &str) -> Option<&Passage> {
        self.repeated.get(source)
    }

    /// The same of every segment whose words have the [loose key](crate::text::loose::key) `key`.
    pub fn repeated_like(&self, key: u64) -> impl Iterator<Item = &Passage> {
        self.repeated.like(key)
    }

    /// How long translations are.
    pub fn lengths(&self) -> &Lengths {
        &self.lengths
    }

    /// The words of `half` as this evidence knows them; `side` 0 is the source, 1 the target.
    pub(crate) fn read(&self, side: usize, text: &str, words: &[Span]) -> Vec<Known> {
        let vocabulary = &self.vocabularies[side];
        let mut buffer = String::new();
        let known = |span: Span| Known { span, word: vocabulary.get(casing::lower_in(span.of(text), &mut buffer)) };
        parts(text, words).into_iter().map(known).collect()
    }
}

/// A word of a text, and the word of a vocabulary that it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// Where it stands.
    pub span: Span,
    /// The word; `None` when it was never seen.
    pub word: Option<WordId>,
}

/// Evidence for several pairs of languages.
#[derive(Clone, Debug, Default)]
pub struct Learned {
    /// Of what was learned before, from whatever pages.
    given: Vec<Arc<Evidence>>,
    /// Of what the run looks at, and of nothing else.
    own: Vec<Arc<Evidence>>,
}

impl Learned {
    /// What is known, and `evidence` behind it. What comes first is asked first.
    #[must_use]
    pub fn with(mut self, evidence: impl IntoIterator<Item = Evidence>) -> Self {
        self.given.extend(evidence.into_iter().map(Arc::new));
        self
    }

    /// What is known, and behind it `evidence` that was learned from what the run looks at: whoever counts there knows
    /// all that it teaches.
    #[must_use]
    pub(crate) fn with_own(mut self, evidence: impl IntoIterator<Item = Evidence>) -> Self {
        self.own.extend(evidence.into_iter().map(Arc::new));
        self
    }

    /// What is known of translations from `source` into `target`: of just these locales, else of such as do not
    /// contradict them (`it` and `it-IT`).
    pub fn of(&self, source: &Locale, target: &Locale) -> Option<&Evidence> {
        best(self.given.iter().chain(&self.own), source, target)
    }

    /// The same without what was learned from what the run looks at.
    pub(crate) fn given(&self, source: &Locale, target: &Locale) -> Option<&Evidence> {
        best(self.given.iter(), source, target)
    }

    /// Everything that is known, in the order in which it was added.
    pub fn all(&self) -> impl Iterator<Item = &Evidence> {
        self.given.iter().chain(&self.own).map(Arc::as_ref)
    }
}

/// The first of `all` for just these locales, else for such as do not contradict them.
fn best<'e>(
    mut all: impl Iterator<Item = &'e Arc<Evidence>> + Clone,
    source: &Locale,
    target: &Locale,
) -> Option<&'e Evidence> {
    let is_same = |it: &&Arc<Evidence>| it.locales[0].tag() == source.tag() && it.locales[1].tag() == target.tag();
    let fits = |it: &&Arc<Evidence>| !it.locales[0].contradicts(source) && !it.locales[1].contradicts(target);
    let found = all.clone().find(is_same).or_else(|| all.find(fits));
    found.map(Arc::as_ref)
}

/// Gathers texts of one pair of languages, and what was learned of others.
#[derive(Debug)]
pub struct Learner<'t> {
    locales: [Locale; 2],
    drafts: Vec<Draft<'t>>,
    documents: Vec<Vec<u32>>,
    segments: u32,
    corpora: Vec<Corpus<'t>>,
}

impl<'t> Learner<'t> {
    /// Learns translations from the first locale into the second.
    pub fn new(source: Locale, target: Locale) -> Self {
        Self { locales: [source, target], drafts: Vec::new(), documents: Vec::new(), segments: 0, corpora: Vec::new() }
    }

    /// Adds a document.
    pub fn add(&mut self, draft: Draft<'t>) {
        let segments = 0..draft.segments();
        self.add_all(vec![draft], vec![segments.collect()]);
    }

    /// Adds `documents`, which name their segments by their numbers among those of `drafts`, from 0. Documents that
    /// repeat each other may share segments.
    ///
    /// # Panics
    /// When a document names a segment that is not there.
    pub fn add_all(&mut self, drafts: Vec<Draft<'t>>, documents: Vec<Vec<u32>>) {
        let added: u32 = drafts.iter().map(Draft::segments).sum();
        for mut document in documents {
            assert!(document.iter().all(|&segment| segment < added), "a document names segments that are not there");
            for segment in &mut document {
                *segment += self.segments;
            }
            self.documents.push(document);
        }
        self.segments += added;
        self.drafts.extend(drafts);
    }

    /// The locales: of the sources, of the targets.
    pub fn locales(&self) -> &[Locale; 2] {
        &self.locales
    }

    /// Adds what `evidence` was learned from. A document that is there twice counts once.
    ///
    /// # Errors
    /// When the texts in its file are damaged.
    pub fn merge(&mut self, evidence: &Evidence) -> Result<(), DamagedEvidence> {
        self.corpora.push(wire::decode(&evidence.corpus).ok_or(DamagedEvidence::Texts)?);
        Ok(())
    }

    /// Learns. What comes of it depends neither on the order nor on the number of threads.
    pub fn learn(self) -> Evidence {
        count::count(&Corpus::gather(self.drafts, self.documents, self.corpora), self.locales)
    }
}
