//! Inflected forms: whether and where a text has a term that the dictionary knows in one form only.
//!
//! Two ways, of which either will do: the stems of the words are equal (Snowball, for the languages that it knows), or
//! their beginnings are, as far as inflection leaves them. A form may be a part of a compound. What is found tells how
//! close it is, so that a check that accuses asks for more than one that excuses.

use super::inflection::{LEAST_ALIKE, Shape, fold, folded, spare};
use super::terms::{is_unspaced, run_at, runs};
use crate::locale::{Language, Morphology};
use crate::span::Span;
use snowball_stemmers_rs::{Algorithm, Stemmer};
use std::cell::OnceCell;
use std::ops::Range;

/// How sure it is that a word is a form of another. The surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Closeness {
    /// It is that word, capitals aside.
    Same,
    /// It is that word with a short ending, or has the same stem.
    Inflected,
    /// It begins with that word, and another is joined to it.
    Compound,
    /// It begins alike, or holds the word.
    Alike,
}

/// A form of a term in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormMatch {
    /// From the first of its words to the last.
    pub span: Span,
    /// How close the least close of its words is.
    pub closeness: Closeness,
}

/// The words of a text in one language, ready to be asked for forms.
#[derive(Clone, Debug)]
pub struct Forms<'t> {
    text: &'t str,
    language: &'static Language,
    morphology: &'static Morphology,
    words: Vec<Word>,
    /// The letters of all words, folded: one text is asked for many terms.
    letters: Vec<char>,
    /// Which pairs of letters stand in a row: of most terms, the first pair does not.
    pairs: Pairs,
}

/// Pairs of letters, by a hash: one that is not there was never added.
#[derive(Clone, Debug, Default)]
struct Pairs([u64; 16]);

impl Pairs {
    /// The word and the bit of a pair.
    fn place(one: char, other: char) -> (usize, u64) {
        let hash = (one as u32).wrapping_mul(31).wrapping_add(other as u32).wrapping_mul(0x9e37_79b1) >> 22;
        (hash as usize / 64, 1 << (hash % 64))
    }

    /// The pairs of `letters`.
    fn of(letters: &[char]) -> Self {
        let mut pairs = Self::default();
        for pair in letters.windows(2) {
            let (word, bit) = Self::place(pair[0], pair[1]);
            pairs.0[word] |= bit;
        }
        pairs
    }

    /// Whether the first pair of `letters` may be among them. A single letter always may.
    fn may_begin(&self, mut letters: impl Iterator<Item = char>) -> bool {
        let (Some(one), Some(other)) = (letters.next(), letters.next()) else { return true };
        let (word, bit) = Self::place(one, other);
        self.0[word] & bit != 0
    }
}

/// A word of a text.
#[derive(Clone, Copy, Debug)]
struct Word {
    span: Span,
    /// Where its letters begin and end among the folded ones.
    letters: [u32; 2],
}

impl<'t> Forms<'t> {
    /// The words of the parts `prose` of `text`.
    pub fn new(text: &'t str, prose: &[Span], language: &'static Language) -> Self {
        let mut letters = Vec::with_capacity(text.len());
        let mut words = Vec::with_capacity(text.len() / 6);
        for part in prose {
            for run in runs(part.of(text)) {
                let span = Span { start: run.start + part.start, end: run.end + part.start };
                let start = letters.len() as u32;
                fold(span.of(text), &mut letters);
                words.push(Word { span, letters: [start, letters.len() as u32] });
            }
        }
        let pairs = Pairs::of(&letters);
        Self { text, language, morphology: language.morphology(), words, letters, pairs }
    }

    /// The closest form of `term`, the first of equals.
    ///
    /// ```
    /// # use bilint::{locale::Locale, span::Span, text::forms::Forms};
    /// let holds = |code, text: &str, term| {
    ///     let locale = Locale::parse(code).unwrap();
    ///     Forms::new(text, &[Span::new(0, text.len())], locale.language()).find(term).is_some()
    /// };
    /// assert!(holds("de", "die Angebotsseiten der Häuser", "Angebot") && holds("de", "der Häuser", "Haus"));
    /// assert!(holds("pl", "w Centrum partnerskim", "Centrum partnerskie"));
    /// assert!(holds("it", "i clienti, anche finali", "cliente finale"));
    /// assert!(holds("ja", "パートナーセンターで", "パートナー センター"));
    /// assert!(!holds("de", "die Offerte", "Angebot") && !holds("pl", "to jest konieczne", "konto"));
    /// ```
    pub fn find(&self, term: &str) -> Option<FormMatch> {
        self.find_all(term, Closeness::Alike).into_iter().min_by_key(|found| (found.closeness, found.span))
    }

    /// The forms of `term` that are as close as `least`, in order, without overlaps. Its words stand in the order of
    /// the term, with at most one more between two of them; what is as small as a preposition may be another or none.
    /// Where [alike](Closeness::Alike) will do and none stands so, one may that is cut or turned around: a verb whose
    /// first part stands elsewhere, a compound whose last part stands in the next, words in another order.
    pub fn find_all(&self, term: &str, least: Closeness) -> Vec<FormMatch> {
        self.search(term, least, usize::MAX)
    }

    /// Whether there is a form of `term` that is as close as `least`.
    pub fn has(&self, term: &str, least: Closeness) -> bool {
        !self.search(term, least, 1).is_empty()
    }

    /// The first `most` forms of `term`.
    fn search(&self, term: &str, least: Closeness, most: usize) -> Vec<FormMatch> {
        let term = term.trim();
        if !term.is_ascii() && term.contains(is_unspaced) {
            return self.find_unspaced(term);
        }
        if !self.may_have(term) {
            return Vec::new();
        }
        // Where any form will do, how close it is makes no difference.
        let any = least == Closeness::Alike && most == 1;
        let wanted: Vec<Wanted<'_>> = self.wanted(term);
        let Some(first) = wanted.first() else { return self.find_unspaced(term) };
        let mut found: Vec<FormMatch> = Vec::new();
        for start in 0..self.words.len() {
            if found.last().is_some_and(|last| last.span.overlaps(self.words[start].span)) {
                continue;
            }
            let Some(closeness) = self.closeness(start, first, any).filter(|it| *it <= least) else { continue };
            found.extend(self.rest(start, closeness, &wanted[1..], least));
            if found.len() == most {
                break;
            }
        }
        if found.is_empty() && least == Closeness::Alike {
            let other = self.joined(term, &wanted).or_else(|| self.completed(&wanted)).or_else(|| self.parted(&wanted));
            found.extend(other.or_else(|| self.scattered(&wanted)));
        }
        found
    }

    /// Whether a form of `term` may be there: forms of a word have its first two letters, at the beginning or within,
    /// unless it is so short that one of them may change, or leaves a first part behind. It may do without a small word.
    fn may_have(&self, term: &str) -> bool {
        let mut words = runs(term).map(|run| run.of(term));
        let Some(first) = words.next() else { return true };
        self.pairs.may_begin(folded(first))
            || words.next().is_some() && self.is_small(first)
            || self.morphology.changes_stems() && folded(first).nth(SHORT).is_none()
            || self.parts(first).any(|(_, verb)| self.pairs.may_begin(folded(verb)))
    }

    /// What `word`, if it is a verb, may be cut to: a first part that it leaves behind, and the rest.
    fn parts<'f>(&self, word: &'f str) -> impl Iterator<Item = (&'static str, &'f str)> + use<'f> {
        let separable = if word.ends_with(self.morphology.infinitive) { self.morphology.separable } else { &[] };
        separable.iter().filter_map(move |part| {
            let begins = word.get(..part.len()).is_some_and(|beginning| beginning.eq_ignore_ascii_case(part));
            begins.then(|| (*part, &word[part.len()..]))
        })
    }

    /// The words of `term` that count: all but the small ones, if others are left.
    fn wanted<'f>(&self, term: &'f str) -> Vec<Wanted<'f>> {
        let mut all = runs(term).map(|run| run.of(term));
        let (first, second) = (all.next(), all.next());
        // Most terms are a word, of which there is nothing to tell.
        let (Some(first), Some(second)) = (first, second) else {
            return first.map(|word| self.want(word, 1)).into_iter().collect();
        };
        let words = || [first, second].into_iter().chain(runs(term).skip(2).map(|run| run.of(term)));
        let (mut wanted, mut between) = (Vec::new(), 1);
        for word in words() {
            if self.is_small(word) {
                between += 1;
            } else {
                wanted.push(self.want(word, between));
                between = 1;
            }
        }
        if wanted.is_empty() { words().map(|word| self.want(word, 1)).collect() } else { wanted }
    }

    /// A word to look for, before which `between` others may stand.
    fn want<'f>(&self, word: &'f str, between: usize) -> Wanted<'f> {
        let (language, morphology) = (self.language, self.morphology);
        Wanted { word, letters: folded(word).collect(), between, language, morphology, stem: OnceCell::new() }
    }

    /// Whether `word` is as small as a preposition, and no number, name or acronym.
    fn is_small(&self, word: &str) -> bool {
        let is_plain = !word.chars().any(|c| c.is_numeric() || c.is_uppercase());
        is_plain && (word.chars().count() < 3 || self.language.is_function_word(word))
    }

    /// The match whose first word is number `start`, when the words `rest` follow.
    fn rest(&self, start: usize, first: Closeness, rest: &[Wanted<'_>], least: Closeness) -> Option<FormMatch> {
        let (mut at, mut closeness) = (start, first);
        for wanted in rest {
            let ahead = at + 1..self.words.len().min(at + 2 + wanted.between);
            let next = ahead.clone().find_map(|index| Some((index, self.closeness(index, wanted, false)?)));
            let (index, close) = next.filter(|(_, close)| *close <= least)?;
            if self.ends_between(at, index) {
                return None;
            }
            (at, closeness) = (index, closeness.max(close));
        }
        Some(FormMatch { span: self.words[start].span.to(self.words[at].span), closeness })
    }

    /// Word `index` as it is written.
    fn word(&self, index: usize) -> &'t str {
        self.words[index].span.of(self.text)
    }

    /// The folded letters of word `index`.
    fn letters(&self, index: usize) -> &[char] {
        let [start, end] = self.words[index].letters.map(|at| at as usize);
        &self.letters[start..end]
    }

    /// What stands between the words `one` and `other`, the words between them included.
    fn between(&self, one: usize, other: usize) -> &'t str {
        &self.text[self.words[one].span.range().end..self.words[other].span.range().start]
    }

    /// Whether a sentence ends between the words `one` and `other`.
    fn ends_between(&self, one: usize, other: usize) -> bool {
        self.between(one, other).contains(['.', '!', '?'])
    }

    /// How close word `index` is to the one that is wanted; at the least, if `any` will do.
    fn closeness(&self, index: usize, wanted: &Wanted<'_>, any: bool) -> Option<Closeness> {
        let letters = self.letters(index);
        let own = wanted.compare(self.word(index), letters, any);
        if own.is_some() || index + 1 == self.words.len() || !wanted.letters.starts_with(letters) {
            return own;
        }
        let next = index + 1;
        match self.between(index, next) {
            // `Kunden-Konto` is the compound `Kundenkonto`.
            "-" => {
                let both = format!("{}{}", self.word(index), self.word(next));
                wanted.compare(&both, &folded(&both).collect::<Vec<_>>(), any)
            }
            // `Kunden Konto` is as well, if spelt badly: English writes so.
            " " if self.morphology.compounds => {
                let both = format!("{}{}", self.word(index), self.word(next));
                let whole = wanted.compare(&both, &folded(&both).collect::<Vec<_>>(), false);
                whole.filter(|it| *it < Closeness::Compound).map(|_| Closeness::Alike)
            }
            gap if gap.starts_with(HYPHENS) => {
                let rest = wanted.shape(&wanted.letters[letters.len()..]);
                self.suspended(index).filter(|it| rest.ends_word(self.letters(*it))).map(|_| Closeness::Alike)
            }
            _ => None,
        }
    }

    /// The compound whose last part word `index`, which ends with a hyphen, goes without: `Partnerkonten` of `Kunden- und
    /// Partnerkonten`.
    fn suspended(&self, index: usize) -> Option<usize> {
        let mut at = index;
        while at + 1 < self.words.len() {
            match self.between(at, at + 1).strip_prefix(HYPHENS)?.trim() {
                "," => at += 1,
                "/" => return Some(at + 1),
                "" if self.is_joiner(at + 1) => return Some(at + 2).filter(|last| *last < self.words.len()),
                _ => return None,
            }
        }
        None
    }

    /// Whether word `index` joins what stands before and behind a suspended hyphen.
    fn is_joiner(&self, index: usize) -> bool {
        self.language.suspended_joiners.contains(&self.word(index))
    }

    /// The word that is all words of `term` in one: `Partnercenter` for `Partner Center`.
    fn joined(&self, term: &str, wanted: &[Wanted<'_>]) -> Option<FormMatch> {
        if wanted.len() < 2 || !self.morphology.compounds {
            return None;
        }
        let one: String = runs(term).map(|run| run.of(term)).collect();
        let wanted = self.want(&one, 1);
        let index = (0..self.words.len()).find(|&index| self.closeness(index, &wanted, true).is_some())?;
        Some(self.alike(index..index + 1))
    }

    /// A form of the only word that is wanted whose first part stands in the compound before: `Kundenkonten und
    /// -profile` for `Kundenprofil`.
    fn completed(&self, wanted: &[Wanted<'_>]) -> Option<FormMatch> {
        let [whole] = wanted else { return None };
        let index = (2..self.words.len()).find(|&index| {
            let is_suspended =
                self.between(index - 1, index).strip_suffix(HYPHENS).is_some_and(|gap| gap.trim().is_empty());
            is_suspended && self.is_joiner(index - 1) && {
                let first = whole.shape(&whole.letters).alike(self.letters(index - 2));
                (LEAST_ALIKE..=first).any(|at| whole.shape(&whole.letters[at..]).begins(self.letters(index)))
            }
        })?;
        Some(self.alike(index - 2..index + 1))
    }

    /// A form of the only word that is wanted, a verb that leaves its first part behind or takes something in: `Melden
    /// Sie sich an` and `anzumelden` for `anmelden`.
    fn parted(&self, wanted: &[Wanted<'_>]) -> Option<FormMatch> {
        let [whole] = wanted else { return None };
        self.parts(whole.word).find_map(|(part, verb)| {
            let verb = self.want(verb, 1);
            let (part, verb) = (folded(part).collect::<Vec<_>>(), verb.shape(&verb.letters));
            let takes_in = |index: &usize| {
                let behind = self.letters(*index).strip_prefix(&part[..]);
                behind.is_some_and(|behind| verb.begins_behind(behind, self.morphology.infixes))
            };
            if let Some(index) = (0..self.words.len()).find(takes_in) {
                return Some(self.alike(index..index + 1));
            }
            let leaves = |index: &usize| verb.begins(self.letters(*index));
            (0..self.words.len()).filter(leaves).find_map(|index| {
                let before = index.saturating_sub(BEFORE_VERB)..index;
                let other = (index + 1..self.words.len()).chain(before).find(|it| *self.letters(*it) == part)?;
                let (first, last) = (index.min(other), index.max(other));
                (!self.ends_between(first, last)).then(|| self.alike(first..last + 1))
            })
        })
    }

    /// The words that are wanted, in any order, each near those before it: `Końcowi klienci` for `klient końcowy`,
    /// `kontami partnerów i klientów` for `konto klienta`. A name keeps its order.
    fn scattered(&self, wanted: &[Wanted<'_>]) -> Option<FormMatch> {
        let (first, rest) = wanted.split_first().filter(|(_, rest)| !rest.is_empty())?;
        if wanted.iter().all(|it| it.word.starts_with(|c: char| c.is_uppercase() || c.is_numeric())) {
            return None;
        }
        let starts = (0..self.words.len()).filter(|&start| self.closeness(start, first, true).is_some());
        starts.into_iter().find_map(|start| {
            let mut all = start..start + 1;
            for wanted in rest {
                let index = self.near(&all).find(|&index| self.closeness(index, wanted, true).is_some())?;
                all = all.start.min(index)..all.end.max(index + 1);
            }
            Some(self.alike(all))
        })
    }

    /// The words of the sentence that are near the words `all`: behind them and before them, up to the second that is
    /// not small.
    fn near(&self, all: &Range<usize>) -> impl Iterator<Item = usize> {
        let (start, last) = (all.start, all.end - 1);
        let behind = (all.end..self.words.len()).take_while(move |&index| !self.ends_between(last, index));
        let before = (0..start).rev().take_while(move |&index| !self.ends_between(index, start));
        self.nearest(behind).chain(self.nearest(before))
    }

    /// The first of `words`, up to the second that is not small.
    fn nearest(&self, words: impl Iterator<Item = usize>) -> impl Iterator<Item = usize> {
        let mut passed = 0;
        words.take_while(move |&index| {
            let is_near = passed < 2;
            passed += usize::from(!self.is_small(self.word(index)));
            is_near
        })
    }

    /// The words `all` as a form that is alike.
    fn alike(&self, all: Range<usize>) -> FormMatch {
        let span = self.words[all.start].span.to(self.words[all.end - 1].span);
        FormMatch { span, closeness: Closeness::Alike }
    }

    /// Where `term` stands as it is, capitals and white space aside.
    fn find_unspaced(&self, term: &str) -> Vec<FormMatch> {
        let letters = |text: &'t str| text.char_indices().filter(|(_, c)| !c.is_whitespace());
        let wanted: Vec<char> = term.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
        let Some(&first) = wanted.first() else { return Vec::new() };
        let mut found: Vec<FormMatch> = Vec::new();
        for (start, character) in letters(self.text) {
            let begins = character == first || character.to_lowercase().next() == Some(first);
            if !begins || found.last().is_some_and(|last| (start as u32) < last.span.end) {
                continue;
            }
            let mut rest = letters(&self.text[start..]);
            let mut end = start;
            let mut missing = wanted.iter().copied().peekable();
            while missing.peek().is_some() {
                let Some((at, next)) = rest.next() else { break };
                if !next.to_lowercase().all(|letter| missing.next_if_eq(&letter).is_some()) {
                    break;
                }
                end = start + at + next.len_utf8();
            }
            if missing.peek().is_none() {
                found.push(FormMatch { span: Span::new(start, end), closeness: Closeness::Same });
            }
        }
        found
    }
}

/// Words of `text`, in `language`, that begin like `form` and end as its forms do: [alike](Closeness::Alike), which is seen
/// without a look at the other words. Only of a form of plain letters, and not all that are alike.
///
/// ```
/// # use bilint::{locale::Locale, text::forms::begin_alike};
/// let (text, italian) = ("Gli abbaini, l'abbonamento", Locale::parse("it").unwrap());
/// let found: Vec<_> = begin_alike(text, "abbonamenti", italian.language()).map(|span| span.of(text)).collect();
/// assert_eq!(found, ["abbonamento"]);
/// ```
pub fn begin_alike<'t>(text: &'t str, form: &'t str, language: &Language) -> impl Iterator<Item = Span> + use<'t> {
    let (stem, longest) = (lasting(form), language.morphology().longest_ending());
    stem.into_iter().flat_map(move |stem| {
        let first = stem.as_bytes()[0];
        let places = memchr::memchr2_iter(first.to_ascii_lowercase(), first.to_ascii_uppercase(), text.as_bytes());
        places.filter_map(move |at| {
            let beginning = text.as_bytes()[at..].get(..stem.len());
            let word = beginning.filter(|it| it.eq_ignore_ascii_case(stem.as_bytes())).and_then(|_| run_at(text, at));
            word.filter(|word| word.range().len() <= stem.len() + longest)
        })
    })
}

/// What of `form`, a word of plain letters, no ending of its forms takes away.
fn lasting(form: &str) -> Option<&str> {
    let letters = folded(form).count();
    let needed = (letters - spare(letters)).max(LEAST_ALIKE);
    let (mut count, mut before) = (0, 0);
    let end = form.bytes().position(|byte| {
        let plain = byte.to_ascii_lowercase();
        count += usize::from(plain != before);
        before = plain;
        count == needed
    })?;
    form.bytes().all(|byte| byte.is_ascii_alphabetic()).then(|| &form[..=end])
}

/// Of a word of as many letters, or fewer, the first or the second may change.
const SHORT: usize = 5;

/// How far before its verb a first part may stand: `aan te melden`.
const BEFORE_VERB: usize = 2;

/// Marks that join the parts of a compound.
const HYPHENS: [char; 3] = ['-', '\u{2010}', '\u{2011}'];

/// A word of a term.
struct Wanted<'f> {
    word: &'f str,
    letters: Vec<char>,
    /// How many other words may stand before it.
    between: usize,
    language: &'static Language,
    morphology: &'static Morphology,
    stem: OnceCell<Option<String>>,
}

impl Wanted<'_> {
    /// How close `word` with the folded `letters` is to this one; at the least, if `any` will do.
    fn compare(&self, word: &str, letters: &[char], any: bool) -> Option<Closeness> {
        let form = &self.letters[..];
        let shape = self.shape(form);
        let alike = shape.alike(letters);
        let (whole, rest) = (alike == form.len(), letters.len() - alike);
        if whole && rest == 0 {
            return Some(Closeness::Same);
        }
        // `IDs`: of two letters only an acronym takes an ending.
        let takes = || match form.len() {
            ..3 => rest == 1 && self.word.chars().all(char::is_uppercase),
            _ => shape.takes(&letters[alike..]),
        };
        // A stem is most of a word.
        let may_be_one = alike > 1 && alike * 2 >= form.len();
        // Letters tell sooner than stems.
        if any && shape.is_alike(alike, letters, word) {
            return Some(Closeness::Alike);
        }
        if whole && takes() || may_be_one && self.has_stem_of(word) {
            return Some(Closeness::Inflected);
        }
        if whole && self.morphology.compounds && form.len() > 4 && rest > 3 {
            return Some(Closeness::Compound);
        }
        (!any && shape.is_alike(alike, letters, word)).then_some(Closeness::Alike)
    }

    /// Some of its letters, or other letters that are looked for with it.
    fn shape<'l>(&self, form: &'l [char]) -> Shape<'l> {
        Shape { form, script: self.language.script, morphology: self.morphology }
    }

    /// Whether `word` has the same stem; `false` where no stemmer knows the language.
    fn has_stem_of(&self, word: &str) -> bool {
        let code = self.language.code;
        let own = self.stem.get_or_init(|| stem(self.word, code));
        own.as_ref().is_some_and(|own| own.chars().count() > 2 && stem(word, code).as_ref() == Some(own))
    }
}

/// The stem of `word` in the language `code`, if it is a word and a stemmer knows the language.
fn stem(word: &str, code: &str) -> Option<String> {
    /// Longer than any word of a dictionary, in bytes.
    const LONGEST: usize = 60;
    let algorithm = algorithm(code)?;
    let is_word = word.len() <= LONGEST && word.chars().all(char::is_alphabetic);
    is_word.then(|| Stemmer::create(algorithm).stem(&word.to_lowercase()).into_owned())
}

/// The stemmer of the language `code`.
fn algorithm(code: &str) -> Option<Algorithm> {
    Some(match code {
        "ar" => Algorithm::Arabic,
        "ca" => Algorithm::Catalan,
        "cs" => Algorithm::Czech,
        "da" => Algorithm::Danish,
        "de" => Algorithm::German,
        "el" => Algorithm::Greek,
        "en" => Algorithm::English,
        "es" => Algorithm::Spanish,
        "et" => Algorithm::Estonian,
        "eu" => Algorithm::Basque,
        "fa" => Algorithm::Persian,
        "fi" => Algorithm::Finnish,
        "fr" => Algorithm::French,
        "ga" => Algorithm::Irish,
        "hi" => Algorithm::Hindi,
        "hu" => Algorithm::Hungarian,
        "hy" => Algorithm::Armenian,
        "id" => Algorithm::Indonesian,
        "it" => Algorithm::Italian,
        "lt" => Algorithm::Lithuanian,
        "nb" | "nn" | "no" => Algorithm::Norwegian,
        "nl" => Algorithm::Dutch,
        "pl" => Algorithm::Polish,
        "pt" => Algorithm::Portuguese,
        "ro" => Algorithm::Romanian,
        "ru" => Algorithm::Russian,
        "sr" => Algorithm::Serbian,
        "sv" => Algorithm::Swedish,
        "ta" => Algorithm::Tamil,
        "tr" => Algorithm::Turkish,
        "uk" => Algorithm::Ukrainian,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{LANGUAGES, Locale};
    use proptest::prelude::*;

    /// Whether `text` in the language `code` has a form of `term` that is as close as `least`.
    fn has(code: &str, term: &str, text: &str, least: Closeness) -> bool {
        let language = Locale::parse(code).unwrap().language();
        Forms::new(text, &[Span::new(0, text.len())], language).has(term, least)
    }

    /// Asserts that each text, behind the code of its language and a term, has a form of the term.
    fn assert_forms(cases: &[(&str, &str, &str)]) {
        for (code, term, text) in cases {
            assert!(has(code, term, text, Closeness::Alike), "{code}: {term} in {text}");
        }
    }

    /// Asserts that none has.
    fn assert_none(cases: &[(&str, &str, &str)]) {
        for (code, term, text) in cases {
            assert!(!has(code, term, text, Closeness::Alike), "{code}: {term} in {text}");
        }
    }

    #[test]
    fn verbs_leave_their_first_part_behind() {
        assert_forms(&[
            ("de", "anmelden", "Melden Sie sich beim Portal an."),
            ("de", "sich anmelden", "Melden Sie sich beim Portal an."),
            ("de", "anmelden", "Um sich anzumelden, öffnen Sie die Seite."),
            ("de", "anmelden", "Sie haben sich angemeldet."),
            ("de", "mitteilen", "Teilen Sie uns das Ergebnis mit."),
            ("de", "hinzufügen", "Fügen Sie einen Benutzer hinzu."),
            ("de", "löschen", "Gelöschte Dateien"),
            ("nl", "Selecteer", "De geselecteerde bestanden"),
            ("nl", "aanmelden", "Meld u aan bij de portal."),
            ("nl", "aanmelden", "Klik om u aan te melden."),
            ("nl", "aanmelden", "U bent aangemeld."),
            ("hu", "bejelentkezik", "Jelentkezzen be a portálra."),
            ("hu", "bejelentkezik", "A portálra be kell jelentkeznie."),
        ]);
        assert_none(&[
            ("de", "anmelden", "Das Portal meldet einen Fehler."),
            ("de", "anmelden", "Das Portal meldet. Klicken Sie an der Seite."),
            ("de", "auswählen", "Klicken Sie auf die Datei aus der Liste."),
            ("nl", "aanmelden", "De portal meldt een fout."),
            ("hu", "bejelentkezik", "A hiba jelentkezik."),
        ]);
    }

    #[test]
    fn verbs_are_bent_by_what_they_end_with() {
        assert_forms(&[
            ("es", "registrarse", "Regístrese en el portal."),
            ("it", "registrarsi", "Registrati al portale."),
            ("pl", "zalogować się", "Zaloguj się w portalu."),
            ("cs", "instalovat", "Instalujte aplikaci."),
            ("ru", "регистрироваться", "Регистрируйтесь на портале."),
            ("ru", "подключиться", "Подключитесь к серверу."),
            ("tr", "oturum açmak", "Portalda oturum açın."),
            ("tr", "seçmek", "Dosyayı seçin."),
        ]);
        assert_none(&[("tr", "oturum açmak", "Oturum süresi doldu."), ("pl", "zalogować się", "Zaloga się zmienia.")]);
    }

    #[test]
    fn a_hyphen_stands_for_the_rest_of_a_compound() {
        assert_forms(&[
            ("de", "Kundenkonto", "Verwalten Sie Kunden- und Partnerkonten."),
            ("de", "Kundenkonto", "Verwalten Sie Kunden-, Lieferanten- und Partnerkonten."),
            ("de", "Kreditkarte", "Zahlen Sie mit Kredit-/Debitkarte."),
            ("de", "Kundenprofil", "Kundenkonten und -profile"),
            ("nl", "klantaccount", "Beheer klant- en partneraccounts."),
            ("sv", "kundkonto", "Hantera kund- och partnerkonton."),
            ("fi", "asiakastili", "Hallinnoi asiakas- ja kumppanitilejä."),
        ]);
        // What accuses wants the word whole.
        assert!(!has("de", "Kundenkonto", "Kunden- und Partnerkonten", Closeness::Compound));
        assert_none(&[
            ("de", "Kundenkonto", "Verwalten Sie Kunden- und Partnerdaten."),
            ("de", "Kundenkonto", "Kunden und Partnerkonten"),
            ("de", "Kundenprofil", "Kundenkonten und Profile"),
            ("de", "Kundenkonto", "Kunden- und"),
        ]);
    }

    #[test]
    fn words_of_a_term_stand_in_any_order_and_near() {
        assert_forms(&[
            ("pl", "klient końcowy", "Końcowi klienci mogą kupować."),
            ("pl", "konto klienta", "Zarządzaj kontami partnerów i klientów."),
            ("fr", "compte client", "Ouvrez le compte de votre client."),
            ("it", "account del cliente", "Gestire gli account dei partner e dei clienti."),
        ]);
        assert_none(&[
            ("it", "account del cliente", "Gestire gli account. I clienti pagano."),
            ("pl", "klient końcowy", "Klient kupuje produkt, a potem płaci za etap końcowy."),
            ("de", "Harbor Desk", "Der Desk im Harbor"),
        ]);
        // What accuses keeps to the order.
        assert!(!has("pl", "klient końcowy", "Końcowi klienci", Closeness::Compound));
    }

    #[test]
    fn short_words_change_a_sound_or_lose_a_vowel() {
        assert_forms(&[
            ("pl", "pole", "Wypełnij tych pięć pól."),
            ("pl", "dzień", "w dniach"),
            ("cs", "okno", "pět oken"),
            ("cs", "účet", "pět účtů"),
            ("cs", "den", "pět dnů"),
            ("ru", "письмо", "пять писем"),
            ("ru", "день", "пять дней"),
            ("ru", "имя", "список имён"),
            ("fi", "luku", "luvun lopussa"),
            ("fi", "maa", "eri maissa"),
            ("nl", "stad", "Nederlandse steden"),
            ("nl", "lid", "alle leden"),
            ("sv", "bok", "böckerna"),
            ("sv", "fil", "alla prisfiler"),
            ("sv", "fil", "i samma filformat"),
            ("sv", "sida", "på söksidorna"),
            ("sv", "nyckel", "programvarunycklar"),
            ("sv", "nyckel", "alla nycklar"),
            ("sv", "förfrågan", "alla tjänstförfrågningar"),
            ("sv", "återförsäljare", "alla åter försäljare"),
            ("sv", "instrumentpanel", "den nya instrument panelen"),
            ("de", "Kundenkonto", "Öffnen Sie das Kunden Konto."),
            ("es", "luz", "las luces"),
            ("pt", "item", "cinco itens"),
            ("tr", "renk", "arka plan rengi"),
        ]);
        assert_none(&[
            ("pl", "pole", "Zasady polityki"),
            ("pl", "pole", "Język polski"),
            ("cs", "okno", "v okolí"),
            ("cs", "účet", "učit se"),
            ("ru", "имя", "имеется"),
            ("fi", "luku", "luvata"),
            ("nl", "stad", "De stand"),
            ("nl", "lid", "Het leder"),
            ("sv", "fil", "din profil"),
            ("sv", "återförsäljare", "åter till alla försäljare"),
        ]);
    }

    #[test]
    fn small_words_are_joined_to_the_word_behind_them() {
        assert_forms(&[
            ("ar", "صفحة", "افتح الصفحات"),
            ("ar", "صفحة", "بصفحته"),
            ("ar", "صفحة", "وللصفحة"),
            ("ar", "لغة", "اختر اللغة"),
            ("he", "דף", "פתח בדף"),
            ("he", "דף", "כל הדפים"),
            ("he", "הגדרה", "כל ההגדרות"),
            ("cs", "povolený", "Nepovolený formát"),
            ("es", "propietario", "El copropietario"),
        ]);
    }

    #[test]
    fn a_word_within_another_has_a_word_before_it() {
        assert_forms(&[
            ("de", "Angebot", "Sonderangeboten"),
            ("de", "Hafen", "Der Seehafen"),
            ("sv", "användare", "Alla appanvändare"),
            ("es", "cuenta", "Cree una subcuenta."),
            ("es", "llamada", "Inicie la videollamada."),
            ("ru", "файл", "Откройте аудиофайл."),
            ("fi", "palvelu", "asiakaspalvelussa"),
        ]);
        assert_none(&[
            ("it", "conto", "Chiudere dopo lo sconto."),
            ("it", "conto", "Chiudere il racconto."),
            ("pl", "stan", "Zostanie to pokazane."),
            ("ru", "порт", "Включите поддержку импорта."),
            ("fr", "port", "Ouvrez le rapport."),
            ("es", "parte", "Falta aparte."),
            ("de", "Teil", "Das Urteil"),
            ("nl", "order", "vorderen"),
        ]);
    }

    #[test]
    fn what_accuses_asks_for_an_ending() {
        assert!(has("it", "conto", "Chiudere i conti.", Closeness::Inflected));
        assert!(has("it", "deal", "Migrate deals", Closeness::Inflected));
        assert!(!has("it", "conto", "Contoso paga.", Closeness::Compound));
        assert!(!has("it", "porta", "Aprire il portale.", Closeness::Compound));
        assert!(!has("de", "Plan", "Der Planet", Closeness::Compound));
    }

    proptest! {
        #[test]
        fn what_begins_alike_is_alike(
            text in "[aeknz]{1,8}([ -][aeknz]{1,8}){0,2}",
            form in "[aeknz]{1,8}",
            index in 0..LANGUAGES.len(),
        ) {
            let language = LANGUAGES[index];
            let forms = Forms::new(&text, &[Span::new(0, text.len())], language);
            let has = forms.has(&form, Closeness::Alike);
            prop_assert!(has || begin_alike(&text, &form, language).next().is_none());
            prop_assert_eq!(has, forms.find(&form).is_some());
            prop_assert_eq!(has, !forms.find_all(&form, Closeness::Alike).is_empty());
        }
    }
}
