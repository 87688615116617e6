//! How likely two pieces of text are a translation of each other, by what translation leaves alone.
//!
//! The likelihood is that of what is seen in a translation, divided by that of what is seen in two pieces that have
//! nothing to do with each other: of lengths after Gale and Church (*A Program for Aligning Sentences in Bilingual
//! Corpora*, Computational Linguistics 19, 1993), of words, numbers and names by how many words the two pages share
//! and how rare each is there.

use super::Page;
use super::landmarks::heading_name;
use super::lexicon::Lexicon;
use crate::model::{Block, SegmentKind};
use crate::text::leading;
use hashbrown::HashSet;
use std::cell::{Cell, OnceCell};
use std::ops::Range;

/// What is looked for on the other side: the beginning of a word, a number, an acronym.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Token(u32);

impl Token {
    /// Set in tokens that hardly any translation changes: numbers, acronyms, code.
    const HARD: u32 = 1;

    fn is_hard(self) -> bool {
        self.0 & Self::HARD != 0
    }

    /// The token of a number or an acronym: all of it (FNV-1a).
    fn hard(word: &[u8]) -> Self {
        let mix = |hash: u32, byte: &u8| (hash ^ u32::from(*byte | 0x20)).wrapping_mul(0x0100_0193);
        Self(word.iter().fold(0x811c_9dc5, mix) | Self::HARD)
    }

    /// The token of another word: its beginning, because words of one origin differ in their endings.
    fn stem(letters: [u8; 4]) -> Self {
        let mixed = (u32::from_le_bytes(letters) | 0x2020_2020).wrapping_mul(0x9e37_79b1);
        Self((mixed ^ mixed >> 15) & !Self::HARD)
    }
}

/// What is known of a piece of text.
#[derive(Clone, Debug)]
pub(super) struct Kindred<'t> {
    text: &'t str,
    /// In order, each once; found when they are first asked for, because the lengths and the shapes tell enough of most.
    tokens: OnceCell<Vec<Token>>,
    /// What its tokens say against a pair, once that is known.
    lost: Cell<Option<f64>>,
    /// Bytes.
    length: f64,
    /// What its markup and its end are like.
    shape: [u8; SHAPES],
}

/// What is looked at of a shape: links, emphasis, code, brackets, the last mark.
const SHAPES: usize = 5;
/// Values of each.
const VALUES: usize = 5;

/// How many of each thing there are, up to the most that is told apart, and which mark ends the text.
fn shape(text: &str) -> [u8; SHAPES] {
    let bytes = text.as_bytes();
    let (mut links, mut stars, mut ticks) = (0_usize, 0_usize, 0_usize);
    for at in memchr::memchr3_iter(b'[', b'*', b'`', bytes) {
        match bytes[at] {
            b'[' => links += 1,
            b'`' => ticks += 1,
            _ => stars += usize::from(bytes.get(at + 1) != Some(&b'*')),
        }
    }
    // Bytes of a count each, so that many are counted at once.
    let opening = |part: &[u8]| part.iter().map(|byte| u8::from(*byte == b'(')).sum::<u8>();
    let brackets = bytes.chunks(u8::MAX.into()).map(|part| usize::from(opening(part))).sum();
    let end = match text.trim_end_matches(['*', '_', ' ', ')', '"']).chars().next_back() {
        Some('.' | '。') => 0,
        Some(':' | '：') => 1,
        Some('?' | '!' | '？' | '！' | ';') => 2,
        Some(_) => 3,
        None => 4,
    };
    [links, stars.div_ceil(2), ticks.div_ceil(2), brackets, end].map(|count| count.min(VALUES - 1) as u8)
}

impl<'t> Kindred<'t> {
    /// Looks at `text`.
    pub(super) fn of(text: &'t str) -> Self {
        let shape = shape(text);
        Self { text, tokens: OnceCell::new(), lost: Cell::default(), length: text.len() as f64, shape }
    }

    /// What is looked for on the other side.
    pub(super) fn tokens(&self) -> &[Token] {
        self.tokens.get_or_init(|| tokens(self.text))
    }

    /// Looks for something else on the other side.
    pub(super) fn replace(&mut self, by: impl Fn(Token) -> Token) {
        self.tokens = OnceCell::from(in_order(self.tokens().iter().map(|&token| by(token)).collect()));
    }

    /// Both as one.
    pub(super) fn and(&self, other: &Self) -> Self {
        let tokens = OnceCell::from(in_order([self.tokens(), other.tokens()].concat()));
        let mut shape = other.shape;
        for (sum, own) in shape.iter_mut().zip(self.shape).take(SHAPES - 1) {
            *sum = (*sum + own).min(VALUES as u8 - 1);
        }
        let length = self.length + other.length + 1.0;
        Self { text: self.text, tokens, lost: Cell::default(), length, shape }
    }
}

/// `tokens` in order, each once.
fn in_order(mut tokens: Vec<Token>) -> Vec<Token> {
    tokens.sort_unstable();
    tokens.dedup();
    tokens
}

/// What a byte is to a word: 0 outside of words.
const BYTES: [u8; 256] = {
    let mut bytes = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        bytes[byte] = match byte as u8 {
            b'0'..=b'9' => IN_WORD | DIGIT,
            b'A'..=b'Z' => IN_WORD | CAPITAL,
            b'a'..=b'z' | 0x80.. => IN_WORD,
            _ => 0,
        };
        byte += 1;
    }
    bytes
};
const IN_WORD: u8 = 1;
const DIGIT: u8 = 2;
const CAPITAL: u8 = 4;

/// The tokens of `text`, in order, each once.
fn tokens(text: &str) -> Vec<Token> {
    let bytes = text.as_bytes();
    let mut found = Vec::with_capacity(bytes.len() / 6);
    let mut at = 0;
    while at < bytes.len() {
        let (start, mut some, mut every) = (at, 0, u8::MAX);
        while let Some(class) = bytes.get(at).map(|&byte| BYTES[usize::from(byte)]).filter(|class| *class > 0) {
            some |= class;
            every &= class;
            at += 1;
            // Most of every word: one is like the other.
            if class == IN_WORD {
                at += leading::small_letters(&bytes[at..]);
            }
        }
        let word = &bytes[start..at];
        if some & DIGIT != 0 || every & CAPITAL != 0 && word.len() > 1 {
            found.push(Token::hard(word));
        } else if let Some(stem) = word.first_chunk() {
            found.push(Token::stem(*stem));
        }
        at += 1;
    }
    in_order(found)
}

/// What two pages have in common, and what each of their blocks is like.
pub(super) struct Comparison<'p> {
    blocks: [&'p [Block]; 2],
    kindred: [Vec<Kindred<'p>>; 2],
    /// The names of headings.
    names: [Vec<Option<String>>; 2],
    /// What tokens say; known when it is first asked for, which pages that agree never do.
    words: OnceCell<Words>,
    /// What the same value of a shape says for a pair, and what another says against it.
    shapes: [Shape; SHAPES],
    /// Bytes of the translation for a byte of the original.
    growth: f64,
}

/// What one thing of a shape says.
#[derive(Clone, Copy, Debug)]
struct Shape {
    same: [f64; VALUES],
    other: f64,
}

impl Shape {
    /// From how often each value stands in the blocks of both pages.
    fn new(counts: [f64; VALUES]) -> Self {
        let all: f64 = counts.iter().sum();
        let chance = counts.map(|count| count / all);
        let agree: f64 = chance.iter().map(|chance| chance * chance).sum();
        let weighed = |kept: f64, chance: f64| SHAPED * (kept / chance.max(0.02)).ln();
        Self { same: chance.map(|chance| weighed(KEPT_SHAPE, chance)), other: weighed(1.0 - KEPT_SHAPE, 1.0 - agree) }
    }
}

/// How often a translation keeps each thing of a shape.
const KEPT_SHAPE: f64 = 0.94;
/// What a shape says is worth this much: it hangs together with others.
const SHAPED: f64 = 0.6;

/// What a token says.
#[derive(Clone, Copy, Debug)]
struct Word {
    kept: f64,
    lost: f64,
}

/// What the tokens of two pages say.
struct Words {
    /// How many blocks of both pages hold a token, by its slot.
    counts: Vec<u16>,
    /// What a token in as many blocks says for a pair that shares it, and against one that does not; for words and for
    /// hard tokens.
    weights: [Vec<Word>; 2],
}

impl Words {
    /// Counts the tokens of the blocks `open` of both pages.
    fn of(kindred: &[Vec<Kindred<'_>>; 2], open: &[[Range<usize>; 2]]) -> Self {
        let [mut counts, other] = [0, 1].map(|side| {
            let mut counts = vec![0_u16; SLOTS];
            let blocks = open.iter().flat_map(|ranges| &kindred[side][ranges[side].clone()]);
            for token in blocks.flat_map(Kindred::tokens) {
                counts[token.slot()] = counts[token.slot()].saturating_add(1);
            }
            counts
        });
        let shared = |hard: usize| {
            let slots = hard * SLOTS / 2..(hard + 1) * SLOTS / 2;
            let own = slots.clone().filter(|&slot| counts[slot] > 0).count();
            let both = slots.filter(|&slot| counts[slot] > 0 && other[slot] > 0).count();
            (both as f64 + 0.5) / (own as f64 + 1.0)
        };
        let kept = [shared(0).clamp(0.02, 0.9), shared(1).clamp(0.5, 0.95)];
        for (count, other) in counts.iter_mut().zip(other) {
            *count = count.saturating_add(other);
        }
        let all = (kindred[0].len() + kindred[1].len()) as f64 + 2.0;
        let most = counts.iter().copied().max().unwrap_or_default();
        let weights = [(kept[0], LOST_WORD), (kept[1], LOST_HARD)].map(|(kept, lost)| {
            let word = |count: u16| {
                let chance = ((f64::from(count) + 0.5) / all).min(0.9);
                let against = ((1.0 - kept) / (1.0 - chance)).ln().min(0.0);
                Word { kept: KEPT * (kept / chance).ln().max(0.0), lost: lost * against }
            };
            (0..=most).map(word).collect()
        });
        Self { counts, weights }
    }

    fn word(&self, token: Token) -> Word {
        self.weights[usize::from(token.is_hard())][usize::from(self.counts[token.slot()])]
    }

    /// What the tokens of a text say against a pair when none of them is kept.
    fn lost(&self, text: &Kindred<'_>) -> f64 {
        text.lost.get().unwrap_or_else(|| {
            let lost = text.tokens().iter().map(|&token| self.word(token).lost).sum();
            text.lost.set(Some(lost));
            lost
        })
    }
}

/// Slots for the counts of tokens; the upper half is that of hard ones.
const SLOTS: usize = 1 << 12;

impl Token {
    fn slot(self) -> usize {
        (self.0 >> 1) as usize % (SLOTS / 2) + if self.is_hard() { SLOTS / 2 } else { 0 }
    }
}

impl<'p> Comparison<'p> {
    /// Looks at two pages.
    pub(super) fn new(source: Page<'p>, target: Page<'p>) -> Self {
        let look = |page: Page<'p>| -> Vec<Kindred<'p>> {
            page.blocks.iter().map(|block| Kindred::of(block.span.of(page.text))).collect()
        };
        let name = |page, block: &Block| (block.kind == SegmentKind::Heading).then(|| heading_name(page, block));
        let names = [source, target].map(|page| page.blocks.iter().map(|block| name(page, block)).collect());
        Self::of([source.blocks, target.blocks], [look(source), look(target)], names)
    }

    /// How many blocks a side has.
    pub(super) fn count(&self, side: usize) -> usize {
        self.blocks[side].len()
    }

    /// Bytes of the translation for a byte of the original.
    pub(super) fn growth(&self) -> f64 {
        self.growth
    }

    /// What a block of either side is like.
    pub(super) fn kindred(&self, side: usize, block: usize) -> &Kindred<'p> {
        &self.kindred[side][block]
    }

    /// Which of the blocks `range` of a side say what one of them before says.
    pub(super) fn said_again(&self, side: usize, range: Range<usize>) -> Vec<bool> {
        let mut seen = HashSet::new();
        let kinds = self.blocks[side][range.clone()].iter().map(|block| block.kind);
        kinds.zip(&self.kindred[side][range]).map(|(kind, block)| !seen.insert((kind, block.text))).collect()
    }

    /// The same two pages, with the words of the original translated.
    pub(super) fn translated(mut self, lexicon: &Lexicon) -> Self {
        for block in &mut self.kindred[0] {
            lexicon.translate(block);
        }
        for block in self.kindred.iter_mut().flatten() {
            block.lost = Cell::default();
        }
        Self::of(self.blocks, self.kindred, self.names)
    }

    fn of(blocks: [&'p [Block]; 2], kindred: [Vec<Kindred<'p>>; 2], names: [Vec<Option<String>>; 2]) -> Self {
        let length = |side: usize| kindred[side].iter().map(|it: &Kindred<'_>| it.length).sum::<f64>() + 100.0;
        let growth = (length(1) / length(0)).clamp(0.25, 4.0);
        let mut shapes = [[1.0; VALUES]; SHAPES];
        for block in kindred.iter().flatten() {
            for (counts, value) in shapes.iter_mut().zip(block.shape) {
                counts[usize::from(value)] += 1.0;
            }
        }
        let shapes = shapes.map(Shape::new);
        Self { blocks, kindred, names, words: OnceCell::new(), shapes, growth }
    }

    /// How likely block `row` of the original and block `column` of the translation are one block.
    pub(super) fn blocks(&self, row: usize, column: usize) -> f64 {
        let kinds = kinds(&self.blocks[0][row], &self.blocks[1][column]) + self.names(row, column);
        let [source, target] = [&self.kindred[0][row], &self.kindred[1][column]];
        let lengths = self.lengths(source.length, target.length, ANY_LENGTH);
        (kinds + lengths + self.texts(source, target)).clamp(-LIMIT, LIMIT).exp()
    }

    /// The names of the headings among the blocks of both sides.
    pub(super) fn heading_names(&self) -> &[Vec<Option<String>>; 2] {
        &self.names
    }

    /// Learns what words say from the blocks `open` alone, those that the outlines do not settle.
    pub(super) fn look_at(&mut self, open: &[[Range<usize>; 2]]) {
        if !open.is_empty() {
            self.words = OnceCell::from(Words::of(&self.kindred, open));
        }
    }

    /// What the names of two headings say: that of the original and the one that the translation states.
    fn names(&self, row: usize, column: usize) -> f64 {
        let stated = self.names[1][column].as_ref().filter(|_| self.blocks[1][column].anchor.is_some());
        match (&self.names[0][row], stated) {
            (Some(source), Some(target)) if source == target => NAMED,
            (Some(_), Some(_)) => -NAMED,
            _ => 0.0,
        }
    }

    /// How likely two texts are a translation of each other.
    pub(super) fn likelihood(&self, source: &Kindred<'_>, target: &Kindred<'_>) -> f64 {
        (self.lengths(source.length, target.length, FEATURES) + self.texts(source, target)).clamp(-LIMIT, LIMIT).exp()
    }

    /// Whether block `row` of the original and block `column` of the translation look alike, by their outlines.
    pub(super) fn blocks_agree(&self, row: usize, column: usize) -> bool {
        let [one, other] = [&self.blocks[0][row], &self.blocks[1][column]];
        let same = one.kind == other.kind && one.level == other.level && self.names(row, column) >= 0.0;
        same && self.agree(&self.kindred[0][row], &self.kindred[1][column])
    }

    /// Whether two texts look alike, by their outlines.
    pub(super) fn agree(&self, source: &Kindred<'_>, target: &Kindred<'_>) -> bool {
        self.lengths(source.length, target.length, FEATURES) > ALIKE && self.shapes(source, target) > 0.0
    }

    /// Whether the blocks `halves` of `side` together are rather as long as block `whole` of the other side than the
    /// first of them alone.
    pub(super) fn is_divided(&self, side: usize, halves: [usize; 2], whole: usize) -> bool {
        let [own, other] = halves.map(|half| self.kindred[side][half].length);
        let length = |whole: f64| if side == 1 { whole * self.growth } else { whole / self.growth };
        let expected = length(self.kindred[1 - side][whole].length);
        (own + other - expected).abs() < (own - expected).abs()
    }

    fn texts(&self, source: &Kindred<'_>, target: &Kindred<'_>) -> f64 {
        self.shapes(source, target) + self.tokens(source, target)
    }

    fn shapes(&self, source: &Kindred<'_>, target: &Kindred<'_>) -> f64 {
        let pairs = source.shape.iter().zip(target.shape).zip(&self.shapes);
        pairs.map(|((one, other), shape)| if *one == other { shape.same[usize::from(*one)] } else { shape.other }).sum()
    }

    /// Gale and Church: the difference of lengths, in standard deviations, is normally distributed. It says
    /// `most` against a pair.
    fn lengths(&self, source: f64, target: f64, most: f64) -> f64 {
        let expected = source * self.growth;
        let deviation = (target - expected) / (VARIANCE * (expected + target) / 2.0 + 4.0).sqrt();
        0.7 - (deviation * deviation / 2.0).min(most)
    }

    /// What is kept speaks for a pair, the more the rarer it is; what is not kept speaks against it.
    fn tokens(&self, source: &Kindred<'_>, target: &Kindred<'_>) -> f64 {
        let words = self.words.get_or_init(|| Words::of(&self.kindred, &[[0..self.count(0), 0..self.count(1)]]));
        let mut found = words.lost(source) + words.lost(target);
        let (ones, others) = (source.tokens(), target.tokens());
        let (mut one, mut other) = (0, 0);
        while let (Some(a), Some(b)) = (ones.get(one), others.get(other)) {
            if a == b {
                let word = words.word(*a);
                found += word.kept - 2.0 * word.lost;
            }
            // Which is the smaller is hard to foretell: no branch.
            (one, other) = (one + usize::from(a <= b), other + usize::from(b <= a));
        }
        found.clamp(-FEATURES, FEATURES)
    }
}

/// What the lengths of two texts that look alike say at least: they lie within two standard deviations.
const ALIKE: f64 = 0.7 - 2.0;
/// What the name of a heading says for or against a pair.
const NAMED: f64 = 5.0;
/// The variance of a translation's length for each byte (Gale and Church found 6.8).
const VARIANCE: f64 = 6.8;
/// What is seen in one text is not independent of each other: one sentence holds many words of a common origin, the
/// next one none. Its sum is worth this much: of what is kept, and of words and hard tokens that are not.
const KEPT: f64 = 0.5;
const LOST_WORD: f64 = 0.15;
const LOST_HARD: f64 = 0.3;
/// No text speaks louder than this for or against a pair.
const FEATURES: f64 = 9.0;
/// What lengths say against a pair of blocks at most: where a sentence was dropped, any difference may be.
const ANY_LENGTH: f64 = 3.7;
/// Nothing does.
const LIMIT: f64 = 14.0;

/// How the kinds of two blocks speak for a pair: translators keep them.
fn kinds(source: &Block, target: &Block) -> f64 {
    use SegmentKind::{Code, Heading, ListItem, Paragraph, TableCell};
    if source.kind == target.kind {
        let apart = f64::from(source.level.abs_diff(target.level));
        return match source.kind {
            _ if apart == 0.0 => 0.5,
            Heading => -1.5 * apart,
            TableCell => -4.0,
            _ => -0.5,
        };
    }
    match (source.kind, target.kind) {
        (Code, _) | (_, Code) => -LIMIT,
        (Heading | TableCell, _) | (_, Heading | TableCell) => -6.0,
        (ListItem, Paragraph) | (Paragraph, ListItem) => -2.0,
        _ => -3.0,
    }
}
