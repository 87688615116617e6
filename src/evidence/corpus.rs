//! The texts that evidence is learned from, as numbers: words and marks of every segment.
//!
//! A corpus is kept beside the counts, so that what was learned in parts can be put together and be the same, byte for
//! byte, as what is learned at once. Its order is that of its contents: documents and segments have no names here.

use super::tokens::{Half, Mark, Token, is_apostrophe, parts, tokens};
use crate::span::Span;
use crate::text::markup::Markup;
use crate::text::{placeholders, prose, words};
use hashbrown::HashMap;
use std::borrow::Cow;
use std::ops::Range;

/// A word or a mark, as a number: marks first, then the forms in the order of their bytes.
pub(super) type Code = u32;

/// The first code that is a word.
pub(super) const FIRST_WORD: Code = Mark::ALL.len() as Code;

/// One segment.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Pair {
    /// Its tokens: source, target.
    pub codes: [Box<[Code]>; 2],
    /// Its lengths in characters: source, target.
    pub lengths: [u32; 2],
}

/// Texts of one pair of languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Corpus<'t> {
    /// Every form of a word as it was written: of the sources, of the targets. In order.
    pub forms: [Vec<Cow<'t, str>>; 2],
    /// Every segment once, in order.
    pub pairs: Vec<Pair>,
    /// Every document once, in order.
    pub documents: Vec<Document>,
}

/// One document: segments by index, each once, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Document {
    /// All of its segments.
    pub segments: Vec<u32>,
    /// Those of them that are titles there.
    pub titles: Vec<u32>,
}

/// Segments, as they are gathered.
#[derive(Debug, Default)]
pub struct Draft<'t> {
    corpus: Corpus<'t>,
    known: [HashMap<&'t str, Code>; 2],
    /// For each segment, whether it is a title.
    titles: Vec<bool>,
}

impl<'t> Draft<'t> {
    /// Adds a segment of Markdown.
    pub fn add(&mut self, source: &'t str, target: &'t str) {
        self.push([source, target], false);
    }

    /// Adds a segment that is a title: of a page, or of a part of one.
    pub fn add_title(&mut self, source: &'t str, target: &'t str) {
        self.push([source, target], true);
    }

    fn push(&mut self, texts: [&'t str; 2], is_title: bool) {
        self.titles.push(is_title);
        let codes = [0, 1].map(|side| read(texts[side]).into_iter().map(|it| self.code(side, it)).collect());
        let lengths = texts.map(|text| text.chars().count() as u32);
        self.corpus.pairs.push(Pair { codes, lengths });
    }

    /// How many segments were added.
    pub fn segments(&self) -> u32 {
        self.corpus.pairs.len() as u32
    }

    fn code(&mut self, side: usize, token: Token<'t>) -> Code {
        let word = match token {
            Token::Mark(mark) => return mark as Code,
            Token::Word(word) => word,
        };
        let forms = &mut self.corpus.forms[side];
        *self.known[side].entry(word).or_insert_with(|| {
            forms.push(Cow::Borrowed(word));
            FIRST_WORD + forms.len() as Code - 1
        })
    }
}

/// The tokens of a text of Markdown.
fn read(text: &str) -> Vec<Token<'_>> {
    let markup = Markup::of(text);
    tokens(Half { text, words: &words_of_prose(text, &markup), markup: &markup })
}

/// The words of a text of Markdown as evidence counts them: those of its prose, parted at apostrophes.
pub(crate) fn wording(text: &str) -> Vec<Span> {
    parts(text, &words_of_prose(text, &Markup::of(text)))
}

/// A text of Markdown as evidence keeps what a whole segment is called: its words, a space between them where no
/// apostrophe makes them one.
pub(crate) fn worded(text: &str) -> String {
    let (mut found, mut end) = (String::with_capacity(text.len()), None);
    for word in wording(text) {
        let range = word.range();
        if let Some(end) = end.replace(range.end) {
            found.push(if is_apostrophe(&text[end..range.start]) { '\'' } else { ' ' });
        }
        found.push_str(word.of(text));
    }
    found
}

fn words_of_prose(text: &str, markup: &Markup) -> Vec<Span> {
    let mut words = words::words(text);
    let masked = prose::masked(markup, &placeholders::placeholders(text));
    words.retain(|&word| !prose::hits(&masked, word));
    words
}

impl<'t> Corpus<'t> {
    /// Puts texts together: `drafts`, whose segments, in order, are those that `documents` name, and `corpora`. The result
    /// depends on neither their order nor how they are divided.
    pub(super) fn gather(drafts: Vec<Draft<'t>>, documents: Vec<Vec<u32>>, corpora: Vec<Corpus<'t>>) -> Self {
        let titles: Vec<bool> = drafts.iter().flat_map(|draft| draft.titles.iter().copied()).collect();
        let document = |segments: Vec<u32>| {
            let titles = segments.iter().copied().filter(|&segment| titles[segment as usize]).collect();
            Document { segments, titles }
        };
        let mut documents: Vec<Document> = documents.into_iter().map(document).collect();
        let parts: Vec<_> = drafts.into_iter().map(|draft| draft.corpus).chain(corpora).collect();
        let mut known: [HashMap<Cow<'t, str>, Code>; 2] = Default::default();
        let (mut whole, mut pairs) = (Corpus::default(), Vec::new());
        for mut part in parts {
            let first = pairs.len() as u32;
            let forms = [0, 1].map(|side| merge(std::mem::take(&mut part.forms[side]), &mut known[side]));
            pairs.extend(part.pairs.into_iter().map(|pair| renumbered(pair, &forms)));
            documents
                .extend(part.documents.into_iter().map(|it| it.map(|all| all.iter().map(|at| at + first).collect())));
        }
        let orders = known.map(ordered);
        let mut ranks: [Vec<Code>; 2] = Default::default();
        for (side, (forms, rank)) in orders.into_iter().enumerate() {
            (whole.forms[side], ranks[side]) = (forms, rank);
        }
        // A segment without words on either side teaches nothing.
        let has_words = |pair: &Pair| pair.codes.iter().all(|codes| codes.iter().any(|&code| code >= FIRST_WORD));
        let mut places = vec![None; pairs.len()];
        let pairs = pairs.into_iter().zip(0..).filter(|(pair, _): &(Pair, u32)| has_words(pair));
        let mut numbered: Vec<(Pair, u32)> = pairs.map(|(pair, number)| (renumbered(pair, &ranks), number)).collect();
        numbered.sort_unstable();
        for (pair, number) in numbered {
            if whole.pairs.last() != Some(&pair) {
                whole.pairs.push(pair);
            }
            places[number as usize] = Some(whole.pairs.len() as u32 - 1);
        }
        whole.documents = documents.into_iter().map(|it| it.map(|all| placed(&all, &places))).collect();
        whole.documents.retain(|document| !document.segments.is_empty());
        whole.documents.sort_unstable();
        whole.documents.dedup();
        whole
    }

    /// The form that `code` stands for, on `side`.
    pub(super) fn form(&self, side: usize, code: Code) -> &str {
        &self.forms[side][(code - FIRST_WORD) as usize]
    }

    /// The words of `codes`, on `side`, with a space between them.
    pub(super) fn text(&self, side: usize, codes: &[Code]) -> String {
        let words = codes.iter().filter(|code| **code >= FIRST_WORD).map(|&code| self.form(side, code));
        words.collect::<Vec<_>>().join(" ")
    }

    /// The same, with an apostrophe between the parts of a word.
    pub(super) fn wording(&self, side: usize, codes: &[Code]) -> String {
        let (mut found, mut joint) = (String::new(), "");
        for &code in codes {
            if code >= FIRST_WORD {
                found.push_str(joint);
                found.push_str(self.form(side, code));
                joint = " ";
            } else if !found.is_empty() {
                joint = if code == Mark::Apostrophe as Code { "'" } else { " " };
            }
        }
        found
    }

    /// How many documents hold each segment.
    pub(super) fn repeats(&self) -> Vec<u32> {
        self.count(|document| &document.segments)
    }

    /// In how many documents each segment is a title.
    pub(super) fn titles(&self) -> Vec<u32> {
        self.count(|document| &document.titles)
    }

    fn count(&self, segments: impl Fn(&Document) -> &Vec<u32>) -> Vec<u32> {
        let mut found = vec![0; self.pairs.len()];
        for &pair in self.documents.iter().flat_map(segments) {
            found[pair as usize] += 1;
        }
        found
    }
}

impl Document {
    /// Changes both lists alike.
    fn map(self, change: impl Fn(Vec<u32>) -> Vec<u32>) -> Self {
        Self { segments: change(self.segments), titles: change(self.titles) }
    }
}

/// The codes of `forms` among the `known`, which learn those that are new.
fn merge<'t>(forms: Vec<Cow<'t, str>>, known: &mut HashMap<Cow<'t, str>, Code>) -> Vec<Code> {
    forms
        .into_iter()
        .map(|form| {
            let next = FIRST_WORD + known.len() as Code;
            *known.entry(form).or_insert(next)
        })
        .collect()
}

/// The `known` forms in order, and the code of each by the code that it had.
fn ordered(known: HashMap<Cow<'_, str>, Code>) -> (Vec<Cow<'_, str>>, Vec<Code>) {
    let mut forms: Vec<_> = known.into_iter().collect();
    forms.sort_unstable();
    let mut ranks = vec![0; forms.len()];
    for (rank, (_, code)) in forms.iter().enumerate() {
        ranks[(code - FIRST_WORD) as usize] = FIRST_WORD + rank as Code;
    }
    (forms.into_iter().map(|(form, _)| form).collect(), ranks)
}

/// `pair` with the code of each word taken from `codes`, by side and by the word's own code.
fn renumbered(mut pair: Pair, codes: &[Vec<Code>; 2]) -> Pair {
    for (side, known) in pair.codes.iter_mut().zip(codes) {
        for code in side.iter_mut().filter(|code| **code >= FIRST_WORD) {
            *code = known[(*code - FIRST_WORD) as usize];
        }
    }
    pair
}

/// The segments of a document by their new `places`, each once, in order.
fn placed(segments: &[u32], places: &[Option<u32>]) -> Vec<u32> {
    let mut found: Vec<u32> = segments.iter().filter_map(|&segment| places[segment as usize]).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// The runs of words of `codes` that no mark parts.
pub(super) fn phrases(codes: &[Code]) -> impl Iterator<Item = &[Code]> {
    codes.split(|&code| code < FIRST_WORD).filter(|phrase| !phrase.is_empty())
}

/// What stands between the marks `open` and `close` in `codes`.
pub(super) fn between(codes: &[Code], open: Mark, close: Mark) -> Vec<Range<usize>> {
    let (mut found, mut start) = (Vec::new(), None);
    for (at, &code) in codes.iter().enumerate() {
        if code == open as Code {
            start = Some(at + 1);
        } else if code == close as Code {
            found.extend(start.take().map(|start| start..at));
        }
    }
    found
}
