//! What a translation left in English: whole sentences, phrases, single words.
//!
//! Evidence is an English word that the language of the translation neither has nor borrows and that stands in the
//! source too ([`english`](crate::locale::english)). Where there is none, nothing is compared; names, borrowed terms and
//! figures that a translation rightly keeps hold none.

use super::casing;
use super::markup::Markup;
use super::names::{is_mark_of_name, may_begin};
use super::similarity;
use super::terms::TermMatch;
use crate::locale::english::{BORROWED, is_borrowable, is_command, is_content_word, is_function_word, may_be_listed};
use crate::locale::{LANGUAGES, Language, Script};
use crate::span::Span;
use hashbrown::HashMap;
use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;

/// A side as it is compared.
#[derive(Clone, Copy)]
pub struct Words<'t> {
    /// The text.
    pub text: &'t str,
    /// The words of its prose.
    pub words: &'t [Span],
    /// Its sentences.
    pub sentences: &'t [Span],
    /// Its links and emphasis.
    pub markup: &'t Markup,
    /// Terms that are kept by decision.
    pub terms: &'t [TermMatch],
}

/// What was left in English.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Whether all of it was.
    pub whole: bool,
    /// Sentences beside translated ones.
    pub sentences: Vec<KeptRun>,
    /// Two or more words in a row within a translated sentence.
    pub phrases: Vec<KeptRun>,
    /// Single function words.
    pub words: Vec<KeptRun>,
    /// Verbs that the source begins a command with and the translation joined to a word of its own: `Compare-`.
    pub commands: Vec<KeptRun>,
    /// Words and phrases that a translation may borrow: left behind only if the same page translates them elsewhere.
    pub borrowable: Vec<KeptRun>,
}

/// A piece of the translation and where the source has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeptRun {
    /// In the translation.
    pub target: Span,
    /// In the source.
    pub source: Span,
}

/// Whether `text`, in `language`, may hold anything left in English: all that is asked of most texts.
///
/// Words count only where `is_of_source` says that the source may have them; those that a translation may borrow only
/// where `is_forgotten`, which is asked last, says that they were.
pub fn may_be_kept(
    text: &str,
    words: &[Span],
    language: &Language,
    is_of_source: impl Fn(&str) -> bool,
    is_forgotten: impl Fn(&str) -> bool,
) -> bool {
    let mut lower = String::new();
    let spaced = is_spaced(language);
    let mut listed = words.iter().filter(|word| !spaced || may_be_listed(&text.as_bytes()[word.range()]));
    listed.any(|word| {
        if proof(word.of(text), language, &mut lower) != Proof::None
            && !is_capital_within(text, *word)
            && is_of_source(word.of(text))
        {
            return true;
        }
        let rest = &text[word.range().end..];
        // A capital alone is that of a name or of a sentence.
        let capital = || word.of(text).starts_with(char::is_uppercase);
        let named = || capital() && !rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_uppercase));
        let joined = rest.starts_with('-') && is_command(&lower);
        joined || is_borrowable(&lower, language) && !named() && is_forgotten(word.of(text))
    })
}

/// Whether `span` of `target` belongs to something that is kept from `source` as a whole: a label or title that emphasis,
/// brackets or quotation marks set apart, a gloss in parentheses or what one explains.
pub fn is_set_apart(source: Words<'_>, target: Words<'_>, span: Span) -> bool {
    Comparison::new(source, target, vec![Proof::None; target.words.len()]).is_set_apart(span)
}

/// Whether `word` has a capital that no sentence gives it: a letter stands close before.
fn is_capital_within(text: &str, word: Span) -> bool {
    let before = text[..word.range().start].strip_suffix(' ');
    word.of(text).starts_with(char::is_uppercase)
        && before.is_some_and(|before| before.ends_with(char::is_alphanumeric))
}

/// What of `source` (English) stands untranslated in `target`, a text in `language`.
pub fn kept(source: Words<'_>, target: Words<'_>, language: &Language) -> Kept {
    let evidence = evidence(target, language);
    Comparison::new(source, target, evidence).kept(language)
}

/// The sentences of `target`, a text in `language`, that are plain English whatever the source says. What is kept by
/// decision cannot be told from what was forgotten, so a name, a title or a quotation is no such sentence.
pub fn english(target: Words<'_>, language: &Language) -> Kept {
    let evidence = evidence(target, language);
    let words_of = |sentence: &Span| {
        let start = target.words.partition_point(|word| word.start < sentence.start);
        start..target.words.partition_point(|word| word.start < sentence.end)
    };
    let left = |sentence: &&Span| is_plain_english(target, &evidence, words_of(sentence), language);
    let sentences: Vec<Span> = target.sentences.iter().filter(left).copied().collect();
    let worded = target.sentences.iter().filter(|sentence| words_of(sentence).len() > 1).count();
    let whole = !sentences.is_empty() && sentences.len() == worded;
    let run = |target| KeptRun { target, source: Span::default() };
    let sentences = if whole { Vec::new() } else { sentences.into_iter().map(run).collect() };
    Kept { whole, sentences, ..Kept::default() }
}

/// Whether the words `range`, a sentence, are running English: two words in five prove it, one of them such as `your`
/// and one more that no name holds; none stands in markup or is a word of `language` alone.
fn is_plain_english(target: Words<'_>, evidence: &[Proof], range: Range<usize>, language: &Language) -> bool {
    const LEAST: usize = 5;
    let Some(last) = range.clone().next_back().filter(|_| range.len() >= LEAST) else { return false };
    let sentence = target.words[range.start].to(target.words[last]).of(target.text);
    if sentence.contains(QUOTES) || sentence.chars().any(|c| c.is_alphabetic() && !c.is_ascii()) {
        return false;
    }
    let labels =
        || target.markup.emphasis.iter().map(|it| it.inner).chain(target.markup.links.iter().map(|it| it.text));
    let counts = |index: usize| {
        let small = index == range.start || !is_capital(target, index);
        small && !labels().any(|label| label.contains(target.words[index]))
    };
    let proofs = || range.clone().filter(|&index| counts(index)).map(|index| evidence[index]);
    let at_least = |least: Proof| proofs().filter(|proof| *proof >= least).count();
    let foreign = |index: usize| {
        evidence[index] == Proof::None && language.is_function_word(&folded(target.words[index].of(target.text)))
    };
    at_least(Proof::Joiner) * 5 >= range.len() * 2
        && at_least(Proof::Common) >= 2
        && at_least(Proof::Function) >= 1
        && !range.clone().any(foreign)
}

/// Marks around what another says.
const QUOTES: &[char] = &['"', '“', '”', '„', '«', '»', '「', '」', '『', '』'];

/// What a word of the translation proves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Proof {
    None,
    /// A word that names hold as well: `for` in `Contoso 365 for Sales`.
    Joiner,
    /// A word such as `shows`.
    Common,
    /// A word such as `your`.
    Function,
}

/// English words that join the words of names and titles.
const JOINERS: &[&str] =
    &["a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "without"];

/// Those of the [`JOINERS`] that hardly any borrowed phrase begins with: `on demand`, `at rest`, `in app`.
const LEADING: &[&str] = &["and", "by", "for", "from", "of", "or", "to", "with", "without"];

fn evidence(target: Words<'_>, language: &Language) -> Vec<Proof> {
    let mut lower = String::new();
    let apart = |word: Span| is_joined(target.text, word) || target.terms.iter().any(|term| term.span.overlaps(word));
    let mut proof = |&word: &Span| match proof(word.of(target.text), language, &mut lower) {
        Proof::None => Proof::None,
        _ if apart(word) => Proof::None,
        proof => proof,
    };
    target.words.iter().map(&mut proof).collect()
}

fn is_english(lower: &str) -> bool {
    LANGUAGES.iter().find(|language| language.code == "en").is_some_and(|english| english.is_function_word(lower))
}

/// Whether a translation that is the same as its source may be told to be English: a word of it is listed, or they are
/// enough to say something.
pub fn may_be_english(text: &str, words: &[Span], language: &Language) -> bool {
    let is_listed = |word: &Span| may_be_listed(&text.as_bytes()[word.range()]);
    !is_spaced(language) || words.len() > FEW || words.iter().any(is_listed)
}

/// As many words, the first aside, say nothing that a name could not.
const FEW: usize = 4;

/// Whether words of English stand out by their letters among those of `language`.
fn is_spaced(language: &Language) -> bool {
    matches!(language.script, Script::Latin | Script::Other)
}

/// What `word` alone proves; `lower` is a place to work in.
fn proof(word: &str, language: &Language, lower: &mut String) -> Proof {
    let spaced = is_spaced(language);
    lower.clear();
    if spaced && !may_be_listed(word.as_bytes())
        || word.len() > 15
        || word.bytes().skip(1).any(|b| b.is_ascii_uppercase())
    {
        return Proof::None;
    }
    if word.is_ascii() {
        lower.push_str(word);
        lower.make_ascii_lowercase();
    } else {
        lower.extend(word.chars().map(|c| if c == '’' { '\'' } else { c.to_ascii_lowercase() }));
    }
    let function = is_function_word(lower, language) || !spaced && lower.len() > 1 && is_english(lower);
    match () {
        () if !function && !is_content_word(lower, language) => Proof::None,
        () if JOINERS.contains(&lower.as_str()) => Proof::Joiner,
        () if function => Proof::Function,
        () => Proof::Common,
    }
}

/// Whether a mark that is found in code and compounds joins `span` to something.
fn is_joined(text: &str, span: Span) -> bool {
    let joins = |c: char| matches!(c, '-' | '_' | '@' | '\\' | '#' | '=' | '{' | '}' | '$' | '\u{2011}' | '&');
    let (before, after) = (text[..span.range().start].chars().next_back(), &text[span.range().end..]);
    // Behind a slash stands a part of a path; before one may stand the first of two choices.
    before.is_some_and(|c| joins(c) || c == '/') || after.starts_with(joins) || after.starts_with("/{")
}

/// Share of the words of a sentence that the source has in the same order, at least, where it was left in English.
const LEAST_SHARE: f64 = 0.7;

struct Comparison<'t> {
    source: Words<'t>,
    target: Words<'t>,
    source_folded: Vec<Cow<'t, str>>,
    target_folded: Vec<Cow<'t, str>>,
    /// For each word of either side (source, target), which word it is, whatever its place; [`UNSHARED`] where the source
    /// has no such word.
    ids: [Vec<u32>; 2],
    evidence: Vec<Proof>,
    marks: OnceCell<Marks>,
}

/// Marks of the translation that may set something apart, outside destinations.
struct Marks {
    opening: Vec<Span>,
    closing: Vec<Span>,
}

impl Marks {
    fn of(target: Words<'_>) -> Self {
        let is_destination = |at: usize| {
            target.markup.links.iter().any(|link| link.text.range().end <= at && at < link.span.range().end)
        };
        let all = |kinds: &[char]| {
            let marks = target.text.match_indices(kinds).filter(|(at, _)| !is_destination(*at));
            marks.map(|(at, mark)| Span::new(at, at + mark.len())).collect()
        };
        Self { opening: all(OPENING), closing: all(CLOSING) }
    }
}

/// The id of a word that the source lacks.
const UNSHARED: u32 = u32::MAX;

/// What the places say where the source has a word.
#[derive(Clone, Copy, Default)]
struct Known {
    /// Equal for equal words: the index of the first.
    id: u32,
    /// It begins with a small letter at one of them.
    small: bool,
    /// It joins no name at one of them.
    joins: bool,
}

impl Known {
    /// By word, all that `source` has.
    fn of<'w>(source: Words<'_>, folded: &'w [Cow<'_, str>]) -> HashMap<&'w str, Self> {
        let mut all: HashMap<&str, Self> = HashMap::with_capacity(folded.len());
        for (index, word) in folded.iter().enumerate() {
            let known = all.entry(word).or_insert(Self { id: index as u32, ..Self::default() });
            known.small |= !is_capital(source, index);
            known.joins |= JOINERS.contains(&&**word) && !is_within_name(source, index);
        }
        all
    }
}

impl<'t> Comparison<'t> {
    fn new(source: Words<'t>, target: Words<'t>, mut evidence: Vec<Proof>) -> Self {
        let fold = |side: Words<'t>| side.words.iter().map(|word| folded(word.of(side.text))).collect::<Vec<_>>();
        let (source_folded, target_folded) = (fold(source), fold(target));
        let known = Known::of(source, &source_folded);
        let ids = [&source_folded, &target_folded]
            .map(|words| words.iter().map(|word| known.get(&**word).map_or(UNSHARED, |known| known.id)).collect());
        let mut sentences = target.sentences.iter().peekable();
        for (index, (proof, word)) in evidence.iter_mut().zip(&target_folded).enumerate() {
            let start = target.words[index].start;
            let first = sentences.next_if(|sentence| sentence.start <= start).is_some();
            while sentences.next_if(|sentence| sentence.start <= start).is_some() {}
            if is_capital(target, index) {
                *proof = match proof {
                    Proof::Function if first => Proof::Function,
                    Proof::Common | Proof::Joiner if first => Proof::Joiner,
                    _ => Proof::None,
                };
            }
            let holds = match (*proof, known.get(&**word)) {
                (Proof::None, _) | (_, None) => false,
                (Proof::Joiner, Some(known)) => known.joins,
                (_, Some(known)) => known.small || is_capital(target, index),
            };
            if !holds {
                *proof = Proof::None;
            }
        }
        drop(known);
        Self { source, target, source_folded, target_folded, ids, evidence, marks: OnceCell::new() }
    }

    /// Whether the source has the word `index` of the target.
    fn is_shared(&self, index: usize) -> bool {
        self.ids[1][index] != UNSHARED
    }

    fn kept(mut self, language: &Language) -> Kept {
        let mut found = Kept::default();
        for index in 0..self.evidence.len() {
            if self.evidence[index] != Proof::None && self.is_set_apart(self.target.words[index]) {
                self.evidence[index] = Proof::None;
            }
        }
        let ranges: Vec<_> = self.target.sentences.iter().map(|&sentence| self.words_in(sentence)).collect();
        let left: Vec<bool> = ranges.iter().map(|range| self.is_left(range.clone(), language)).collect();
        let worded = ranges.iter().zip(&left).filter(|(range, _)| range.len() > 1);
        found.whole = left.contains(&true) && worded.clone().all(|(_, left)| *left);
        if found.whole {
            return found;
        }
        for (sentence, range) in
            self.target.sentences.iter().zip(&ranges).zip(&left).filter(|(_, left)| **left).map(|(it, _)| it)
        {
            let source = self.source_of(range.clone());
            found.sentences.push(KeptRun { target: *sentence, source });
        }
        for (target, source) in self.runs() {
            let own = self.span(target.clone());
            if !found.sentences.iter().any(|sentence| sentence.target.overlaps(own)) {
                self.sort_borrowable(target.clone(), source.clone(), language, &mut found);
                self.sort_run(target, source, language, &mut found);
            }
        }
        found
    }

    /// Puts a run where it belongs that proves nothing by itself: small letters in the source, so that it is no name
    /// there, and a word that has to be translated in most languages.
    fn sort_borrowable(&self, target: Range<usize>, source: Range<usize>, language: &Language, found: &mut Kept) {
        let run = KeptRun {
            target: self.span(target.clone()),
            source: self.source.words[source.start].to(self.source.words[source.end - 1]),
        };
        let text = self.target.text;
        if target.len() == 1
            && is_command(&self.target_folded[target.start])
            && self.is_joined_command(target.start, source.start)
        {
            found.commands.push(run);
            return;
        }
        let capitals = target.clone().filter(|&index| is_capital(self.target, index)).count();
        let listed =
            |index: usize| is_borrowable(&self.target_folded[index], language) || self.evidence[index] == Proof::Common;
        let is_word = |index: usize| self.target.words[index].of(text).bytes().all(|b| b.is_ascii_alphabetic());
        // Every word of a phrase with a capital it lacks in the source, or none.
        let cased = capitals == 0 || capitals == target.len() && capitals > 1 && !self.begins(target.start);
        let small = source
            .clone()
            .skip(usize::from(capitals == 0 && source.len() > 1))
            .all(|index| !is_capital(self.source, index));
        let plain = cased && small && target.clone().all(is_word) && target.clone().any(listed);
        let alone = target.len() > 1 || !self.is_within_kept_name(target.start) && !self.is_keyword(run.source);
        let edge = |index: usize| self.target_folded[index].len() > 2;
        if plain && alone && edge(target.start) && edge(target.end - 1) && !self.is_set_apart(run.target) {
            found.borrowable.push(run);
        }
    }

    /// Whether a sentence of the translation begins with the word `index`.
    fn begins(&self, index: usize) -> bool {
        let start = self.target.words[index].start;
        let before = index.checked_sub(1).map(|before| self.target.words[before].start);
        self.target
            .sentences
            .iter()
            .any(|sentence| sentence.start <= start && before.is_none_or(|it| it < sentence.start))
    }

    /// Whether the word `target` is joined by a hyphen to a small word that the source lacks, and the word `source`
    /// begins what a small word goes on with: a sentence, a link, a label.
    fn is_joined_command(&self, target: usize, source: usize) -> bool {
        let (text, original) = (self.target.text, self.source.text);
        let joined = text[self.target.words[target].range().end..]
            .strip_prefix('-')
            .is_some_and(|rest| rest.starts_with(char::is_lowercase));
        let lacks = self.ids[1].get(target + 1) == Some(&UNSHARED);
        let word = self.source.words[source].range();
        let goes_on = original[word.end..].strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_lowercase));
        joined && lacks && goes_on && is_capital(self.source, source) && may_begin(original, word.start)
    }

    /// The indices of the words of the translation within `sentence`.
    fn words_in(&self, sentence: Span) -> Range<usize> {
        let start = self.target.words.partition_point(|word| word.start < sentence.start);
        let end = self.target.words.partition_point(|word| word.start < sentence.end);
        start..end
    }

    /// Whether the words `range` of the translation, a sentence, are English: mostly words of the source in their
    /// order, with proof among them.
    fn is_left(&self, range: Range<usize>, language: &Language) -> bool {
        let words = &self.target_folded[range.clone()];
        let proof = &self.evidence[range.clone()];
        let proofs = proof.iter().filter(|proof| **proof >= Proof::Common).count();
        let foreign = |index: usize| {
            self.evidence[index] == Proof::None
                && !self.is_shared(index)
                && language.is_function_word(&self.target_folded[index])
        };
        // No order of the words makes up for those that the source lacks.
        let shared = range.clone().filter(|&index| self.is_shared(index)).count();
        if words.len() < 2 || (shared as f64) < LEAST_SHARE * words.len() as f64 || range.clone().any(foreign) {
            return false;
        }
        let share = similarity::shared_in_order(words, &self.source_folded);
        let capitals = range.clone().skip(1).filter(|&index| is_capital(self.target, index)).count();
        match proofs {
            0 => {
                // Names are joined by most small words, hardly any by an article: `Contoso Apps for business`.
                let article = words.iter().zip(proof).any(|(word, proof)| *proof == Proof::Joiner && word == "the");
                let joined =
                    proof.contains(&Proof::Joiner) && (capitals == 0 || article && capitals * 4 <= words.len());
                // No word of a name, and none that the other language needs to say anything.
                let says = |word: &&Cow<'_, str>| word.len() > 2 && !language.is_function_word(word);
                let worded = capitals == 0 && words.iter().skip(1).filter(says).count() >= FEW;
                share > 0.99 && is_capital(self.target, range.start) && words.len() > 2 && (joined || worded)
            }
            1 => {
                share > 0.99 && range.clone().filter(|&index| is_capital(self.target, index)).count() * 2 <= words.len()
            }
            _ => share > 0.99 || share >= LEAST_SHARE && words.len() >= 5,
        }
    }

    /// Where the source has the words `range` of the translation, as far as that is known.
    fn source_of(&self, range: Range<usize>) -> Span {
        let [source, target] = [&self.ids[0], &self.ids[1][range]];
        let first = target.windows(2).find_map(|two| source.windows(2).position(|other| other == two));
        let at = |word: &u32| source.iter().position(|other| other == word);
        let first = first.or_else(|| target.iter().find_map(at)).unwrap_or_default();
        let word = self.source.words.get(first).copied().unwrap_or_default();
        let holds = |sentence: &&Span| sentence.contains(word);
        self.source.sentences.iter().find(holds).copied().unwrap_or(word)
    }

    /// Runs of words that both sides have, the longest for each place, as indices of words.
    fn runs(&self) -> Vec<(Range<usize>, Range<usize>)> {
        let mut found = Vec::new();
        let gaps = [gaps(self.target), gaps(self.source)];
        let mut at = 0;
        while at < self.target_folded.len() {
            if !self.is_shared(at) {
                at += 1;
                continue;
            }
            let (mut length, mut start) = (0, 0);
            // No run is longer than to the next mark.
            let longest = gaps[0][at + 1..].iter().take_while(|gap| gap.is_some()).count() + 1;
            for next in 0..self.ids[0].len() {
                // Only what goes on where the longest one ends is longer.
                let other = self.ids[0].get(next + length);
                if length == longest || other.is_none() {
                    break;
                }
                if other == self.ids[1].get(at + length) {
                    let common = self.common(at, next, &gaps);
                    if common > length {
                        (length, start) = (common, next);
                    }
                }
            }
            if length > 0 {
                found.push((at..at + length, start..start + length));
            }
            at += length.max(1);
        }
        found
    }

    /// How many words from `target` on stand in the source from `source` on, parted by the same marks.
    fn common(&self, target: usize, source: usize, gaps: &[Vec<Option<&str>>; 2]) -> usize {
        let words = self.ids[1][target..].iter().zip(&self.ids[0][source..]);
        let gaps = gaps[0][target..].iter().zip(&gaps[1][source..]);
        let is_same =
            |index: usize, one: Option<&str>, other: Option<&str>| index == 0 || one.is_some() && one == other;
        let same = words
            .zip(gaps)
            .enumerate()
            .take_while(|(index, ((one, other), (mark, theirs)))| one == other && is_same(*index, **mark, **theirs));
        same.count()
    }

    /// Puts a run where it belongs, if it is not a name or a word of both languages.
    fn sort_run(&self, mut target: Range<usize>, mut source: Range<usize>, language: &Language, found: &mut Kept) {
        while target.start < target.end && self.is_edge(target.start, language) {
            target.start += 1;
            source.start += 1;
        }
        while target.start < target.end && self.is_edge(target.end - 1, language) {
            target.end -= 1;
            source.end -= 1;
        }
        let proof = target.clone().filter(|&index| !self.is_named(index)).map(|index| self.evidence[index]).max();
        if proof == Some(Proof::Joiner) && target.len() > 1 {
            if self.is_running(&target, &source, language) {
                // What a mark joins to the last word is no part of the run, nor is that word.
                while target.len() > 1 && is_joined(self.target.text, self.target.words[target.end - 1]) {
                    (target.end, source.end) = (target.end - 1, source.end - 1);
                }
            } else if self.evidence[target.end - 1] == Proof::Joiner && self.dangles(target.end - 1) {
                // `for business` may be the rest of a name; a joiner that joins nothing any more is certain.
                (target.start, source.start) = (target.end - 1, source.end - 1);
            } else {
                return;
            }
        }
        let Some(proof) = proof.filter(|proof| *proof != Proof::None) else { return };
        let span = self.span(target.clone());
        if self.is_set_apart(span) || BORROWED.contains(&self.target_folded[target.clone()].join(" ").as_str()) {
            return;
        }
        let words = &self.source.words[source];
        let run = KeptRun { target: span, source: words[0].to(words[words.len() - 1]) };
        if target.len() > 1 {
            found.phrases.push(run);
        } else if proof != Proof::Common && !self.is_within_kept_name(target.start) && !self.is_keyword(run.source) {
            found.words.push(run);
        }
    }

    /// Whether a run with joiners and without a word that proves more is running text, and not the rest of a name: an
    /// article stands before a small word; or, in a script that has no such letters, all of it is small, and a joiner
    /// begins it or it is long.
    fn is_running(&self, target: &Range<usize>, source: &Range<usize>, language: &Language) -> bool {
        let is_small = |offset: usize| {
            let (own, other) = (target.start + offset, source.start + offset);
            !is_capital(self.target, own) && !is_capital(self.source, other)
        };
        let joins = |offset: usize| self.evidence[target.start + offset] == Proof::Joiner;
        let word = |offset: usize| &*self.target_folded[target.start + offset];
        let is_article = |offset: usize| joins(offset) && word(offset) == "the" && is_small(offset + 1);
        let is_rest = self.is_behind_name(target.start, source.start);
        let is_led = || joins(0) && LEADING.contains(&word(0)) && !is_rest || target.len() >= FEW;
        let has_article = || !is_rest && (0..target.len() - 1).any(is_article);
        has_article() || !is_spaced(language) && (0..target.len()).all(is_small) && is_led()
    }

    /// Whether a name stands before the word `target`, and before the word `source`, so that both may be its rest:
    /// `Changes to the guides`.
    fn is_behind_name(&self, target: usize, source: usize) -> bool {
        let before = target.checked_sub(1).zip(source.checked_sub(1));
        before.is_some_and(|(target, source)| {
            let is_same = self.ids[1][target] == self.ids[0][source];
            is_same && self.is_likely_name(target) && !self.begins(target)
        })
    }

    /// Whether the word says nothing at the edge of a run: a name, a number, a word of the other language.
    fn is_edge(&self, index: usize, language: &Language) -> bool {
        let word = &self.target_folded[index];
        self.is_likely_name(index)
            || self.evidence[index] == Proof::None && (word.len() < 2 || language.is_function_word(word))
    }

    /// Whether the word is part of a name by its letters.
    fn is_likely_name(&self, index: usize) -> bool {
        self.is_named(index) || is_mark_of_name(self.target.words[index].of(self.target.text))
    }

    /// Whether a word that the source lacks follows the word `index`.
    fn dangles(&self, index: usize) -> bool {
        let spaced = |next: &&Span| next.start == self.target.words[index].end + 1;
        self.target.words.get(index + 1).as_ref().is_some_and(spaced) && !self.is_shared(index + 1)
    }

    /// Whether names, one of them known to the source, stand around the word.
    fn is_within_kept_name(&self, index: usize) -> bool {
        let known =
            |index: Option<usize>| index.is_some_and(|index| index < self.ids[1].len() && self.is_shared(index));
        is_within_name(self.target, index) && (known(index.checked_sub(1)) || known(Some(index + 1)))
    }

    /// Whether the source speaks of the word at `span` as one of a programming language (`the where clause`).
    fn is_keyword(&self, span: Span) -> bool {
        const KINDS: [&str; 10] = [
            "statement", "statements", "clause", "clauses", "loop", "loops", "keyword", "operator", "expression",
            "block",
        ];
        let next = self.source.words.partition_point(|word| word.start <= span.start);
        self.source_folded.get(next).is_some_and(|word| KINDS.contains(&&**word))
    }

    /// Whether the word is capitalised and not because a sentence begins there with an article.
    fn is_named(&self, index: usize) -> bool {
        is_capital(self.target, index) && self.target_folded[index] != "the"
    }

    /// Whether `span` belongs to something that is kept as a whole: a label or title that emphasis, brackets or
    /// quotation marks set apart, a gloss in parentheses or what a gloss in parentheses explains.
    fn is_set_apart(&self, span: Span) -> bool {
        let text = self.target.text;
        let markup = self.target.markup;
        let labels = markup.emphasis.iter().map(|it| it.inner).chain(markup.links.iter().map(|it| it.text));
        let kept = |label: Span| label.contains(span) && !self.is_everything(label) && self.is_of_source(label);
        if is_joined(text, span) || labels.into_iter().any(kept) {
            return true;
        }
        let (start, end) = (span.range().start, span.range().end);
        let Marks { opening, closing } = self.marks.get_or_init(|| Marks::of(self.target));
        let before = opening[..opening.partition_point(|mark| mark.start < span.start)].last();
        let before = before.map(|mark| mark.range().end);
        let opened = before.is_some_and(|at| self.is_of_source(Span::new(at, start)));
        let after = closing.get(closing.partition_point(|mark| mark.start < span.end));
        let after = after.map(|mark| mark.range().start);
        let closed = after.is_some_and(|at| self.is_of_source(Span::new(end, at)));
        if before.zip(after).is_some_and(|(before, after)| self.is_everything(Span::new(before, after))) {
            return false;
        }
        let glossed = after.is_some_and(|at| text[at..].starts_with(['(', '（']));
        closed && (opened || glossed)
    }

    /// Whether no word of the translation stands outside `span`.
    fn is_everything(&self, span: Span) -> bool {
        let words = self.target.words;
        words.first().into_iter().chain(words.last()).all(|word| span.contains(*word))
    }

    /// Whether all words of the translation within `span` are words of the source.
    fn is_of_source(&self, span: Span) -> bool {
        let first = self.target.words.partition_point(|word| word.start < span.start);
        let last = self.target.words.partition_point(|word| word.end <= span.end);
        self.ids[1].get(first..last).is_none_or(|words| !words.contains(&UNSHARED))
    }

    fn span(&self, range: Range<usize>) -> Span {
        self.target.words[range.start].to(self.target.words[range.end - 1])
    }
}

const OPENING: &[char] = &['(', '"', '“', '”', '„', '«', '»', '‘', '「', '『', '（', '《', '<'];
const CLOSING: &[char] = &['(', ')', '"', '“', '”', '»', '«', '」', '』', '（', '）', '》', '>'];

/// `word` in lower case, with a straight apostrophe; most words are, and cost nothing.
fn folded(word: &str) -> Cow<'_, str> {
    match casing::lower(word) {
        lower if !lower.is_ascii() && lower.contains('’') => Cow::Owned(lower.replace('’', "'")),
        lower => lower,
    }
}

fn is_capital(side: Words<'_>, index: usize) -> bool {
    side.words[index].of(side.text).starts_with(char::is_uppercase)
}

/// Whether the words around word `index`, joiners left out, are capitalised or figures (`Center of Excellence`).
fn is_within_name(side: Words<'_>, index: usize) -> bool {
    /// More joiners in a row join no name.
    const MOST: usize = 8;
    let joins = |index: &usize| JOINERS.contains(&side.words[*index].of(side.text));
    let named = |index: usize| {
        let word = side.words[index].of(side.text);
        word.starts_with(char::is_uppercase) || is_mark_of_name(word)
    };
    let before = (0..index).rev().take(MOST).find(|index| !joins(index)).is_some_and(named);
    let after = (index + 1..side.words.len()).take(MOST).find(|index| !joins(index)).is_some_and(named);
    before && after
}

/// What stands between each word of `side` and the one before it, without blanks; `None` when it is a mark that parts more
/// than words, and before the first.
fn gaps(side: Words<'_>) -> Vec<Option<&str>> {
    const PARTING: &[char] = &['/', '{', '}', '[', ']', '_', '=', '<', '>', '`', '(', ')', '|', '*'];
    let between = side.words.windows(2).map(|two| {
        let mark = Span { start: two[0].end, end: two[1].start }.of(side.text);
        // Most words are parted by a blank.
        if mark == " " {
            return Some("");
        }
        let mark = mark.trim();
        (!mark.contains(PARTING)).then_some(mark)
    });
    std::iter::once(None).chain(between).collect()
}
