//! Many terms in one pass: names that are not translated, the source side of glossaries.
//!
//! A term begins with a word, so that each word of a text asks once which terms begin with it, however many there are.
//! An automaton over fifty thousand terms takes longer to build than a thousand pages take to check; only terms in
//! scripts without spaces, whose words nobody marks, go into one.

use super::byte_set::ByteSet;
use super::fnv::Fnv;
use super::{casing, leading};
use crate::span::Span;
use aho_corasick::{AhoCorasick, MatchKind};
use hashbrown::HashTable;
use std::borrow::Cow;
use std::cmp::Reverse;

/// A set of terms that is looked for in one pass over a text, whole words only, longest match first.
#[derive(Clone, Debug, Default)]
pub struct TermSet {
    terms: Terms,
    exact: bool,
    /// How terms begin.
    heads: HashTable<Head>,
    /// Which heads there may be: of most words of a text, none.
    filter: Filter,
    /// Those of one head side by side, the longest first.
    candidates: Vec<Candidate>,
    /// Where the candidates of each head begin, by its number, and where the last ones end.
    starts: Vec<u32>,
    /// Terms in scripts without spaces, and which they are.
    unspaced: Option<(AhoCorasick, Vec<u32>)>,
}

/// Texts of terms, one behind the other: there may be many, and most are short.
#[derive(Clone, Debug, Default)]
struct Terms {
    text: String,
    ends: Vec<u32>,
}

impl Terms {
    fn push(&mut self, term: &str) {
        self.text.push_str(term);
        self.ends.push(self.text.len() as u32);
    }

    fn get(&self, index: usize) -> &str {
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start as usize..self.ends[index] as usize]
    }

    fn len(&self) -> usize {
        self.ends.len()
    }
}

/// A term that begins with a word.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    /// Its index in the set.
    term: u32,
    /// Where in the term the word stands.
    word: Span,
}

/// A word that terms begin with, and what is next behind it.
#[derive(Clone, Copy, Debug)]
struct Head {
    /// One of those terms.
    of: Candidate,
    next: Next,
    /// In the order in which they are first met.
    number: u32,
}

impl Head {
    /// Its word.
    fn word(self, terms: &Terms) -> &str {
        self.of.word.of(terms.get(self.of.term as usize))
    }

    fn key(self, terms: &Terms) -> u64 {
        key(hash(&small(self.word(terms))), self.next)
    }
}

/// `word` in letters whose ASCII capitals count for small ones: most words are all ASCII, and cost nothing.
fn small(word: &str) -> Cow<'_, str> {
    if word.is_ascii() { Cow::Borrowed(word) } else { casing::lower(word) }
}

/// A form of a word that terms may begin with: its [`small`] letters, and those behind them.
#[derive(Clone, Copy)]
struct Form<'w> {
    letters: &'w str,
    ending: &'static str,
    hash: u64,
}

impl<'w> Form<'w> {
    /// `word` as it is, and what it may be the English plural of.
    fn all(word: &'w str, ending: Ending) -> impl Iterator<Item = Self> {
        // What the letters up to the last ones give.
        let [three_before, two_before, one_before, whole] = hashes(word);
        let plural = |end: &str, hash: u64, ending: &'static str| {
            let (letters, behind) = word.split_at_checked(word.len().checked_sub(end.len())?)?;
            let is_one = letters.len() > 1 && behind.eq_ignore_ascii_case(end);
            is_one.then(|| Self { letters, ending, hash: ending.bytes().fold(hash, hashed) })
        };
        let is_plural = ending == Ending::English && word.ends_with(['s', 'S']);
        let plurals =
            move || [plural("s", one_before, ""), plural("es", two_before, ""), plural("ies", three_before, "y")];
        let own = Self { letters: word, ending: "", hash: whole };
        std::iter::once(own).chain(is_plural.then(plurals).into_iter().flatten().flatten())
    }

    /// Whether it is `word`, whatever the case.
    fn is(&self, word: &str) -> bool {
        let same = |word: &str| {
            let letters = word.len().checked_sub(self.ending.len()).filter(|at| word.is_char_boundary(*at));
            letters.is_some_and(|at| {
                word[..at].eq_ignore_ascii_case(self.letters) && word[at..].eq_ignore_ascii_case(self.ending)
            })
        };
        same(word) || !word.is_ascii() && same(&casing::lower(word))
    }
}

/// `hash` with one more byte, whatever its case.
fn hashed(hash: u64, byte: u8) -> u64 {
    let mut hash = Fnv(hash);
    hash.byte(byte.to_ascii_lowercase());
    hash.0
}

/// The hash of a [`small`] word, the same in every run.
fn hash(word: &str) -> u64 {
    word.bytes().fold(Fnv::default().0, hashed)
}

/// The hashes of a [`small`] word without its last three, two and one bytes, and of all of it.
fn hashes(word: &str) -> [u64; 4] {
    let first = Fnv::default().0;
    word.bytes().fold([first; 4], |[_, one, other, whole], byte| [one, other, whole, hashed(whole, byte)])
}

/// Hashes, by some of their bits: one that is not there was never added.
#[derive(Clone, Debug, Default)]
struct Filter(Vec<u64>);

impl Filter {
    /// Bits for each hash, so that one in eight is taken to be there that is not.
    const SHARE: usize = 8;

    /// Of at most `most` hashes.
    fn new(most: usize) -> Self {
        Self(vec![0; (most * Self::SHARE).next_power_of_two().div_ceil(64)])
    }

    fn place(&self, hash: u64) -> (usize, u64) {
        ((hash >> 6) as usize & (self.0.len() - 1), 1 << (hash & 63))
    }

    fn add(&mut self, hash: u64) {
        let (word, bit) = self.place(hash);
        self.0[word] |= bit;
    }

    fn may_have(&self, hash: u64) -> bool {
        let (word, bit) = self.place(hash);
        self.0[word] & bit != 0
    }
}

/// The key of a word by its hash.
fn key_of_word(hash: u64) -> u64 {
    mixed(!hash)
}

/// The key of a head by the hash of its word.
fn key(hash: u64, next: Next) -> u64 {
    let [first, second] = next.0.map(u64::from);
    mixed(hash ^ (first << 32 | second))
}

/// `hash` with all of its bits told by all.
fn mixed(hash: u64) -> u64 {
    let wide = u128::from(hash) * 0x9e37_79b9_7f4a_7c15;
    (wide >> 64) as u64 ^ wide as u64
}

/// What stands behind a word: the next two characters that are no blank, as small letters; `\0` for what is not there or
/// not known: another blank, or a letter that an ending may change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Next([char; 2]);

impl Next {
    fn of(text: &str) -> Self {
        // Nearly always a blank and a word.
        if let [b' ', first, second, ..] = text.as_bytes()
            && first.is_ascii_alphanumeric()
            && second.is_ascii_alphanumeric()
        {
            return Self([first, second].map(|byte| byte.to_ascii_lowercase().into()));
        }
        let mut small = text.trim_start().chars().flat_map(char::to_lowercase);
        let next = [small.next(), small.next().filter(|c| !c.is_whitespace())];
        Self(next.map(Option::unwrap_or_default))
    }

    /// Of the rest of a term: `key` becomes `keys`, and `my` might become `mies`.
    fn of_term(rest: &str) -> Self {
        let Self([first, second]) = Self::of(rest);
        Self([first, if second == 'y' { '\0' } else { second }])
    }

    /// What it may be as the next of a term: each once.
    fn in_terms(self) -> impl Iterator<Item = Self> {
        let Self([first, second]) = self;
        let known = [second != '\0', first != '\0', true];
        let forms = [[first, second], [first, '\0'], ['\0', '\0']];
        forms.into_iter().zip(known).filter(|(_, known)| *known).map(|(form, _)| Self(form))
    }
}

/// The English `word`, in small letters, and what it may be in the other number, as [`TermSet::find_english`] takes
/// plurals.
///
/// ```
/// # use bilint::text::terms::singular_and_plural;
/// assert!(singular_and_plural("policies").contains(&"policy".to_owned()));
/// assert!(singular_and_plural("policy").contains(&"policies".to_owned()));
/// ```
pub fn singular_and_plural(word: &str) -> Vec<String> {
    let other = |ending: &str, instead: &str| word.strip_suffix(ending).map(|letters| format!("{letters}{instead}"));
    let singulars = [other("s", ""), other("es", ""), other("ies", "y")];
    let plurals = [other("", "s"), other("", "es"), other("y", "ies")];
    std::iter::once(word.to_owned()).chain(singulars.into_iter().chain(plurals).flatten()).collect()
}

/// A term found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TermMatch {
    /// Where, with its ending.
    pub span: Span,
    /// Which: its index in the set.
    pub term: usize,
}

/// What may stand behind a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ending {
    None,
    English,
}

impl TermSet {
    /// A set of `terms`, found whatever their case. A blank in a term stands for any white space.
    ///
    /// # Errors
    /// When the terms in scripts without spaces are too many to be compiled (over 4 GiB of states).
    pub fn new<T: AsRef<str>>(terms: impl IntoIterator<Item = T>) -> Result<Self, aho_corasick::BuildError> {
        Self::build(terms, false)
    }

    /// A set of `terms`, found only as they are written.
    ///
    /// # Errors
    /// As for [`new`](Self::new).
    pub fn exact<T: AsRef<str>>(terms: impl IntoIterator<Item = T>) -> Result<Self, aho_corasick::BuildError> {
        Self::build(terms, true)
    }

    fn build<T: AsRef<str>>(
        written: impl IntoIterator<Item = T>,
        exact: bool,
    ) -> Result<Self, aho_corasick::BuildError> {
        let mut terms = Terms::default();
        written.into_iter().filter(|term| !term.as_ref().trim().is_empty()).for_each(|term| terms.push(term.as_ref()));
        let mut heads: HashTable<Head> = HashTable::with_capacity(terms.len());
        let mut filter = Filter::new(2 * terms.len());
        // Each behind the number of its head and the length of the term.
        let mut candidates: Vec<((u32, Reverse<usize>), Candidate)> = Vec::with_capacity(terms.len());
        let mut unspaced = Vec::new();
        for index in 0..terms.len() {
            let term = terms.get(index);
            let first = runs(term).next().filter(|first| !term[..first.range().start].contains(is_unspaced));
            let Some(word) = first else {
                unspaced.push(index as u32);
                continue;
            };
            let (candidate, next) = (Candidate { term: index as u32, word }, Next::of_term(&term[word.range().end..]));
            let new = Head { of: candidate, next, number: heads.len() as u32 };
            let letters = small(word.of(term));
            let form = Form { letters: &letters, ending: "", hash: hash(&letters) };
            let own = key(form.hash, next);
            filter.add(key_of_word(form.hash));
            filter.add(own);
            let is_same = |it: &Head| it.next == next && form.is(it.word(&terms));
            let head = heads.entry(own, is_same, |it| it.key(&terms)).or_insert(new);
            candidates.push(((head.get().number, Reverse(term.len())), candidate));
        }
        // Nearly in order: most heads are of one term.
        candidates.sort_by_key(|(place, _)| *place);
        let start = |number: u32| candidates.partition_point(|((head, _), _)| *head < number) as u32;
        let starts = (0..=heads.len() as u32).map(start).collect();
        let candidates = candidates.into_iter().map(|(_, candidate)| candidate).collect();
        let unspaced = if unspaced.is_empty() {
            None
        } else {
            let builder = AhoCorasick::builder()
                .ascii_case_insensitive(!exact)
                .match_kind(MatchKind::LeftmostLongest)
                .build(unspaced.iter().map(|&index| terms.get(index as usize)))?;
            Some((builder, unspaced))
        };
        Ok(Self { terms, exact, heads, filter, candidates, starts, unspaced })
    }

    /// Whether the set is empty.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many terms it has.
    pub fn len(&self) -> usize {
        self.terms.len()
    }

    /// The term of the index `term`.
    ///
    /// # Panics
    /// When the set has no such term.
    pub fn term(&self, term: usize) -> &str {
        self.terms.get(term)
    }

    /// Where terms stand in `text`, as whole words, in order.
    ///
    /// ```
    /// # use bilint::text::terms::TermSet;
    /// let set = TermSet::new(["Azure", "Azure Monitor"]).unwrap();
    /// let found = set.find("azure monitor, Azurewerk");
    /// assert_eq!(found.len(), 1);
    /// assert_eq!(found[0].term, 1);
    /// ```
    pub fn find(&self, text: &str) -> Vec<TermMatch> {
        self.find_with(text, Ending::None)
    }

    /// Where terms stand in `text`, an English one: their first or last word may be a plural.
    ///
    /// ```
    /// # use bilint::text::terms::TermSet;
    /// let set = TermSet::new(["offer", "policy", "point of sale"]).unwrap();
    /// assert_eq!(set.find_english("offers and offering, the policies' points of sale").len(), 3);
    /// ```
    pub fn find_english(&self, text: &str) -> Vec<TermMatch> {
        self.find_with(text, Ending::English)
    }

    fn find_with(&self, text: &str, ending: Ending) -> Vec<TermMatch> {
        let mut found = Vec::new();
        if !self.heads.is_empty() {
            let mut end = 0;
            for word in runs(text) {
                if word.start < end {
                    continue;
                }
                if let Some(it) = self.at_word(text, word, ending) {
                    end = it.span.end;
                    found.push(it);
                }
            }
        }
        if let Some((automaton, terms)) = &self.unspaced {
            let whole = automaton.find_iter(text).filter(|it| is_whole(text, it.start(), it.end()));
            let term = |index: usize| terms[index] as usize;
            found.extend(whole.map(|it| TermMatch { span: it.range().into(), term: term(it.pattern().as_usize()) }));
            found.sort_by_key(|it| it.span);
        }
        found
    }

    /// The longest term whose first word is `word` of `text`; as the word is written, of equals.
    fn at_word(&self, text: &str, word: Span, ending: Ending) -> Option<TermMatch> {
        let letters = small(word.of(text));
        let forms = Form::all(&letters, ending).filter(|form| self.filter.may_have(key_of_word(form.hash)));
        forms.filter_map(|form| self.among(text, word, form, ending)).fold(None, |longest, it| match longest {
            Some(longest) if longest.span.len() >= it.span.len() => Some(longest),
            _ => Some(it),
        })
    }

    /// The longest term that begins with `first`, a form of `word` of `text`.
    fn among(&self, text: &str, word: Span, first: Form<'_>, ending: Ending) -> Option<TermMatch> {
        let fits = |candidate: &Candidate| {
            let term = self.terms.get(candidate.term as usize);
            let own = candidate.word.range();
            let start = word.range().start.checked_sub(own.start)?;
            let is_other = self.exact && !word.of(text).starts_with(&term[own.clone()]);
            if is_other || own.start > 0 && text.get(start..word.range().start)? != &term[..own.start] {
                return None;
            }
            let end = self.rest_end(text, word.range().end, &term[own.end..], ending)?;
            Some(TermMatch { span: Span::new(start, end), term: candidate.term as usize })
        };
        let longest_with = |next: Next| {
            let key = key(first.hash, next);
            let is_own = |it: &Head| it.next == next && first.is(it.word(&self.terms));
            let head = self.filter.may_have(key).then(|| self.heads.find(key, is_own)).flatten()?;
            let [start, end] = [head.number, head.number + 1].map(|number| self.starts[number as usize] as usize);
            self.candidates[start..end].iter().find_map(fits)
        };
        let found = Next::of(&text[word.range().end..]).in_terms().filter_map(longest_with);
        found.max_by_key(|it| (self.terms.get(it.term).len(), Reverse(it.term)))
    }

    /// Where `rest` of a term, which begins at byte `at` of `text`, ends there.
    fn rest_end(&self, text: &str, at: usize, rest: &str, ending: Ending) -> Option<usize> {
        if rest.is_empty() {
            return Some(at);
        }
        let as_is = text
            .get(at..at + rest.len())
            .filter(|it| if self.exact { *it == rest } else { it.eq_ignore_ascii_case(rest) });
        if let Some(as_is) = as_is {
            return whole_end(text, at + as_is.len(), ending);
        }
        let mut found = text[at..].char_indices().peekable();
        let mut wanted = rest.chars().peekable();
        while let Some(letter) = wanted.next() {
            let (offset, next) = found.next()?;
            if letter.is_whitespace() {
                if !next.is_whitespace() {
                    return None;
                }
                while wanted.next_if(|c| c.is_whitespace()).is_some() {}
                while found.next_if(|(_, c)| c.is_whitespace()).is_some() {}
            } else if letter != next && (self.exact || !letter.to_lowercase().eq(next.to_lowercase())) {
                let last = letter == 'y' && wanted.peek().is_none() && ending == Ending::English;
                let behind = rest_of_word(text, at + offset);
                return (last && behind == "ies").then_some(at + offset + behind.len());
            }
        }
        whole_end(text, at + found.peek().map_or(text.len() - at, |(offset, _)| *offset), ending)
    }
}

/// Where a term ends, with its ending, whose letters end at byte `end` of `text`; `None` where a word goes on there.
fn whole_end(text: &str, end: usize, ending: Ending) -> Option<usize> {
    let wordy = text[..end].ends_with(char::is_alphanumeric);
    let behind = if wordy { rest_of_word(text, end) } else { "" };
    (behind.is_empty() || ending == Ending::English && matches!(behind, "s" | "es")).then_some(end + behind.len())
}

/// Whether `character` is of a script that puts no spaces between words, or joins to them what other languages put
/// beside: Han, kana, Hangul, Thai, Lao, Burmese, Khmer.
pub fn is_unspaced(character: char) -> bool {
    matches!(character as u32, 0x0e00..=0x0eff | 0x1000..=0x109f | 0x1780..=0x17ff | 0x2e80..)
}

/// Whether `character` goes on a word of a script with spaces.
fn is_wordy(character: char) -> bool {
    character.is_alphanumeric() && (character as u32) < 0x2e80
}

/// The runs of letters and digits of `text`, in scripts with spaces.
pub(super) fn runs(text: &str) -> impl Iterator<Item = Span> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = next_run(text, at)?;
        at = run_end(text, start);
        Some(Span::new(start, at))
    })
}

/// The run of `text` that begins at byte `at`, if one does.
pub(super) fn run_at(text: &str, at: usize) -> Option<Span> {
    let goes_on_there = text[..at].chars().next_back().is_some_and(goes_on);
    (!goes_on_there).then(|| Span::new(at, run_end(text, at)))
}

/// Where the next run of `text` begins, at byte `at` or behind.
fn next_run(text: &str, mut at: usize) -> Option<usize> {
    /// What may begin one.
    static FIRST: ByteSet = ByteSet::of(b"").with(b'0', b'9').with(b'A', b'Z').with(b'a', b'z').with(0x80, 0xff);
    loop {
        // It is near: behind most words stands one blank.
        if !FIRST.has(*text.as_bytes().get(at)?) {
            at += 1;
            continue;
        }
        let character = text[at..].chars().next()?;
        if goes_on(character) {
            return Some(at);
        }
        at += character.len_utf8();
    }
}

/// Where the run ends that goes on at byte `at` of `text`.
fn run_end(text: &str, mut at: usize) -> usize {
    loop {
        at += leading::letters_run(&text.as_bytes()[at..]);
        match text[at..].chars().next() {
            Some(character) if goes_on(character) => at += character.len_utf8(),
            _ => return at,
        }
    }
}

/// Whether `character` belongs to a run.
fn goes_on(character: char) -> bool {
    if character.is_ascii() { character.is_ascii_alphanumeric() } else { is_wordy(character) || is_mark(character) }
}

/// Whether `character` is a mark on the letter before it.
fn is_mark(character: char) -> bool {
    !is_unspaced(character) && unicode_normalization::char::is_combining_mark(character)
}

/// Whether `start` is where a word begins.
pub fn starts_word(text: &str, start: usize) -> bool {
    !text[..start].chars().next_back().is_some_and(is_wordy)
}

/// The letters and digits from `at` to the end of the word.
pub fn rest_of_word(text: &str, at: usize) -> &str {
    let rest = &text[at..];
    &rest[..rest.find(|c: char| !is_wordy(c)).unwrap_or(rest.len())]
}

/// Whether no letter or digit continues `start..end` on either side. Scripts without spaces between words always do.
pub fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let wordy = |c: Option<char>| c.is_some_and(is_wordy);
    let inner = &text[start..end];
    let starts = wordy(text[..start].chars().next_back()) && wordy(inner.chars().next());
    let ends = wordy(text[end..].chars().next()) && wordy(inner.chars().next_back());
    !starts && !ends
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(terms: &[&str], text: &'t str) -> Vec<&'t str> {
        let set = TermSet::new(terms).unwrap();
        set.find_english(text).into_iter().map(|it| it.span.of(text)).collect()
    }

    #[test]
    fn the_longest_term_is_found_with_its_ending() {
        assert_eq!(found(&["Azure", "Azure plan"], "Azure plans and AzureAD"), ["Azure plans"]);
        assert_eq!(found(&["Azure", "Azure plan"], "Azure planning"), ["Azure"]);
        assert_eq!(
            found(&["policy", "privacy policy"], "Policies, privacy  policies"),
            ["Policies", "privacy  policies"]
        );
        assert_eq!(found(&["point of sale"], "two points of sale"), ["points of sale"]);
        assert_eq!(found(&["l'offre", "offer"], "L'offre, the offer's end"), ["L'offre", "offer"]);
        assert_eq!(found(&["class"], "classes, clas, classy"), ["classes"]);
    }

    #[test]
    fn terms_may_begin_with_marks_and_lack_words() {
        assert_eq!(
            found(&[".NET", "C#", "ÜBERBLICK"], "use .net, c# or überblick, not net"),
            [".net", "c#", "überblick"]
        );
        assert_eq!(found(&["++"], "a ++ b"), ["++"]);
        // A capital whose small letter is longer.
        assert_eq!(found(&["İş Bankası"], "İş Bankası, İŞ BANKASI"), ["İş Bankası"]);
        assert_eq!(found(&["パートナー"], "このパートナーに"), ["パートナー"]);
        assert!(found(&[" "], "a b").is_empty());
        let set = TermSet::exact(["Teams"]).unwrap();
        assert_eq!(set.find("teams use Teams").len(), 1);
    }
}
