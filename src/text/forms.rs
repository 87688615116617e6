//! Inflected forms: whether and where a text has a term that the dictionary knows in one form only.
//!
//! Two ways, of which either will do: the stems of the words are equal (Snowball, for the languages that it knows), or
//! their beginnings are, as far as inflection leaves them. A form may be a part of a compound. What is found tells how
//! close it is, so that a check that accuses asks for more than one that excuses.

use super::terms::{is_unspaced, run_at, runs};
use crate::locale::{Language, Script};
use crate::span::Span;
use snowball_stemmers_rs::{Algorithm, Stemmer};
use std::cell::OnceCell;

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

/// Languages that join words to new ones, by code.
const COMPOUNDING: &[&str] = &["de", "nl", "sv", "da", "nb", "nn", "no", "fi", "et", "hu", "is", "af", "lb", "fy"];
/// Languages that put ending behind ending, by code.
const STACKING: &[&str] = &["fi", "et", "hu", "tr", "az", "kk", "uz", "eu", "ka", "ta", "te", "ml", "kn", "sw"];

/// The letters that inflection may take from a word of `length` letters: few of a short one, or it is another word.
fn spare(length: usize) -> usize {
    match length {
        ..5 => 0,
        5..8 => 2,
        _ => 3,
    }
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
        Self { text, language, words, letters, pairs }
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
            found.extend(self.joined(term, &wanted));
        }
        found
    }

    /// Whether a form of `term` may be there: forms of a word have its first two letters, at the beginning or within. It
    /// may do without a small word.
    fn may_have(&self, term: &str) -> bool {
        let mut words = runs(term).map(|run| run.of(term));
        let Some(first) = words.next() else { return true };
        self.pairs.may_begin(folded(first)) || words.next().is_some() && self.is_small(first)
    }

    /// The words of `term` that count: all but the small ones, if others are left.
    fn wanted<'f>(&self, term: &'f str) -> Vec<Wanted<'f>> {
        let mut all = runs(term).map(|run| run.of(term));
        let (first, second) = (all.next(), all.next());
        // Most terms are a word, of which there is nothing to tell.
        let (Some(first), Some(second)) = (first, second) else {
            return first.map(|word| Wanted::new(word, 1)).into_iter().collect();
        };
        let words = || [first, second].into_iter().chain(runs(term).skip(2).map(|run| run.of(term)));
        let (mut wanted, mut between) = (Vec::new(), 1);
        for word in words() {
            if self.is_small(word) {
                between += 1;
            } else {
                wanted.push(Wanted::new(word, between));
                between = 1;
            }
        }
        if wanted.is_empty() { words().map(|word| Wanted::new(word, 1)).collect() } else { wanted }
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
            let gap = &self.text[self.words[at].span.range().end..self.words[index].span.range().start];
            if gap.contains(['.', '!', '?']) {
                return None;
            }
            (at, closeness) = (index, closeness.max(close));
        }
        Some(FormMatch { span: self.words[start].span.to(self.words[at].span), closeness })
    }

    /// How close word `index` is to the one that is wanted; at the least, if `any` will do.
    fn closeness(&self, index: usize, wanted: &Wanted<'_>, any: bool) -> Option<Closeness> {
        let word = self.words[index];
        let [start, end] = word.letters.map(|at| at as usize);
        let letters = &self.letters[start..end];
        let own = wanted.compare(word.span.of(self.text), letters, self.language, any);
        if own.is_some() || !wanted.letters.starts_with(letters) {
            return own;
        }
        // `Kunden-Konto` is the compound `Kundenkonto`.
        let next = self.words.get(index + 1)?;
        if &self.text[word.span.range().end..next.span.range().start] != "-" {
            return None;
        }
        let both = format!("{}{}", word.span.of(self.text), next.span.of(self.text));
        wanted.compare(&both, &folded(&both).collect::<Vec<_>>(), self.language, any)
    }

    /// The word that is all words of `term` in one: `Partnercenter` for `Partner Center`.
    fn joined(&self, term: &str, wanted: &[Wanted<'_>]) -> Option<FormMatch> {
        if wanted.len() < 2 || !COMPOUNDING.contains(&self.language.code) {
            return None;
        }
        let one: String = runs(term).map(|run| run.of(term)).collect();
        let wanted = Wanted::new(&one, 1);
        let index = (0..self.words.len()).find(|&index| self.closeness(index, &wanted, true).is_some())?;
        Some(FormMatch { span: self.words[index].span, closeness: Closeness::Alike })
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
    let (stem, longest) = (lasting(form), longest_ending(language));
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

/// The fewest letters that two words must begin with to be alike.
const LEAST_ALIKE: usize = 3;

/// The most letters that an ending may have.
pub fn longest_ending(language: &Language) -> usize {
    if STACKING.contains(&language.code) { 14 } else { 5 }
}

/// A word of a term.
struct Wanted<'f> {
    word: &'f str,
    letters: Vec<char>,
    /// How many other words may stand before it.
    between: usize,
    stem: OnceCell<Option<String>>,
}

impl<'f> Wanted<'f> {
    fn new(word: &'f str, between: usize) -> Self {
        Self { word, letters: folded(word).collect(), between, stem: OnceCell::new() }
    }

    /// How close `word` with the folded `letters` is to this one, both in `language`; at the least, if `any` will do.
    fn compare(&self, word: &str, letters: &[char], language: &Language, any: bool) -> Option<Closeness> {
        let form = &self.letters[..];
        let alike = form.iter().zip(letters).take_while(|(mine, theirs)| mine == theirs).count();
        let (whole, rest) = (alike == form.len(), letters.len() - alike);
        if whole && rest == 0 {
            return Some(Closeness::Same);
        }
        // `IDs`: of two letters only an acronym takes an ending.
        let ending = if form.len() > 2 { 2 } else { usize::from(self.word.chars().all(char::is_uppercase)) };
        // A stem is most of a word.
        let may_be_one = alike > 1 && alike * 2 >= form.len();
        // Letters tell sooner than stems.
        if any && self.is_alike(alike, letters, language) {
            return Some(Closeness::Alike);
        }
        if whole && rest <= ending || may_be_one && self.has_stem_of(word, language) {
            return Some(Closeness::Inflected);
        }
        if whole && COMPOUNDING.contains(&language.code) && form.len() > 4 && rest > 3 {
            return Some(Closeness::Compound);
        }
        (!any && self.is_alike(alike, letters, language)).then_some(Closeness::Alike)
    }

    /// Whether a word of `letters`, the first `alike` of which are the same, begins like this one or holds it.
    fn is_alike(&self, alike: usize, letters: &[char], language: &Language) -> bool {
        let form = &self.letters[..];
        let (rest, compounds) = (letters.len() - alike, COMPOUNDING.contains(&language.code));
        let long = longest_ending(language);
        // The vowel at the end of `rolü` is an ending itself.
        let is_ending = form.len() == 4 && long > 5 && form.last().is_some_and(|last| "aeiou".contains(*last));
        let spare = spare(form.len()).max(usize::from(is_ending));
        let ends_alike = form.len() - alike <= spare && alike >= LEAST_ALIKE && rest <= long;
        // So does a word that is derived from another: `licencja`, `licencyjny`.
        let derived = alike > 5 && alike + 2 >= form.len();
        // `Sidan` gives `sidupplevelse`: in a compound a word loses a vowel.
        let joins =
            alike > 3 || alike > 2 && form.len() == 4 && form.last().is_some_and(|last| "aeiou".contains(*last));
        let begins_compound = derived || compounds && joins && alike + 1 >= form.len();
        let least = if matches!(language.script, Script::Arabic | Script::Hebrew) { 3 } else { 4 };
        let holds = || {
            // The last letter of a long word may change within a compound as well.
            let needed = if compounds && form.len() > 4 { form.len() - 1 } else { form.len() };
            letters.len() > form.len() && letters.windows(needed).any(|window| *window == form[..needed])
        };
        ends_alike || begins_compound || form.len() >= least && holds()
    }

    /// Whether `word` has the same stem; `false` where no stemmer knows the language.
    fn has_stem_of(&self, word: &str, language: &Language) -> bool {
        let own = self.stem.get_or_init(|| stem(self.word, language.code));
        own.as_ref().is_some_and(|own| own.chars().count() > 2 && stem(word, language.code).as_ref() == Some(own))
    }
}

/// `word` as forms are compared: small letters without accents, of doubled ones the first. Umlauts, stød, double
/// consonants and the accents of the stem come and go with the ending.
fn folded(word: &str) -> impl Iterator<Item = char> {
    let mut before = None;
    word.chars().filter_map(move |character| {
        let plain = if character.is_ascii() { character.to_ascii_lowercase() } else { plain(character)? };
        let doubled = before == Some(plain) && !plain.is_numeric();
        before = Some(plain);
        (!doubled).then_some(plain)
    })
}

/// Writes the [`folded`] letters of `word` behind `letters`.
fn fold(word: &str, letters: &mut Vec<char>) {
    if !word.is_ascii() {
        return letters.extend(folded(word));
    }
    let mut before = 0;
    letters.extend(word.bytes().filter_map(|byte| {
        let plain = byte.to_ascii_lowercase();
        let doubled = before == plain && !plain.is_ascii_digit();
        before = plain;
        (!doubled).then_some(char::from(plain))
    }));
}

/// The small letter of `character` without its accent; none for a mark of its own.
fn plain(character: char) -> Option<char> {
    let small = character.to_lowercase().next().unwrap_or(character);
    match small {
        'ß' => Some('s'),
        'ı' => Some('i'),
        // `błąd`, `błędy`.
        'ą' => Some('e'),
        _ if unicode_normalization::char::is_combining_mark(small) => None,
        _ => {
            let mut base = None;
            unicode_normalization::char::decompose_canonical(small, |part| base = base.or(Some(part)));
            base
        }
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
