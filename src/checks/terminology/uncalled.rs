//! A term of the source that is not called by a name of the glossary, and what tells whether it should be.

use super::{counterpart, stand_in};
use crate::evidence::{Evidence, WordId};
use crate::model::{CaseRule, SegmentView, Term};
use crate::span::Span;
use crate::text::forms::{Closeness, Forms};
use crate::text::noun_phrases::{is_head, is_plain, modifiers};
use crate::text::similarity::are_akin;
use crate::text::terms::{is_whole, singular_and_plural};

/// Segments with a term from which on what they call it tells its name.
const TELLING: u32 = 8;
/// The least share of translations that call a word by a name if that is its name, and the greatest that call a larger
/// term so which has a name of its own.
const OWN_NAME: (f64, f64) = (0.25, 0.05);
/// The fewest segments with a word that tell that its name is refused, and the greatest share that may call it so.
const REFUSED: (u32, f64) = (40, 0.1);
/// The least share of translations that call a word by its only name, in whatever form: others leave it out.
const USUAL: f64 = 0.75;
/// The most words of a text that says nothing beside the point: what stands in it is left out of no translation.
const SHORT: usize = 10;

/// How many segments with a word, or with some in a row, call it by a name.
#[derive(Clone, Copy, Default)]
pub(super) struct Calls {
    /// Segments that do, as far as it is known.
    pub called: u32,
    /// Segments that have it.
    pub all: u32,
}

impl Calls {
    fn share(self) -> f64 {
        f64::from(self.called) / f64::from(self.all.max(1))
    }
}

/// A term of the source of a segment, none of whose names stands in the target.
pub(super) struct Uncalled<'s, 'd> {
    segment: &'s SegmentView<'d>,
    span: Span,
    terms: &'s [&'s Term],
    /// If it is a single word that is known: its index among the known ones, and what it is called elsewhere.
    known: Option<(usize, Calls)>,
}

impl<'s, 'd> Uncalled<'s, 'd> {
    /// What is at `span` of the source of `segment`, and is not called by a form that `terms` allow.
    pub(super) fn new(segment: &'s SegmentView<'d>, span: Span, terms: &'s [&'s Term]) -> Self {
        let mut new = Self { segment, span, terms, known: None };
        let at = segment.source().known().iter().position(|word| word.span == span);
        new.known = at.map(|at| (at, new.calls(&[at])));
        new
    }

    /// What the words `at` of the source, which stand in a row, are called elsewhere, in the singular and in the plural.
    fn calls(&self, at: &[usize]) -> Calls {
        let Some(evidence) = self.segment.evidence() else { return Calls::default() };
        let rows = at.iter().fold(vec![Vec::new()], |rows, at| {
            let longer = |word: WordId| rows.iter().map(move |row: &Vec<WordId>| [&row[..], &[word]].concat());
            self.numbers(evidence, *at).flat_map(longer).collect()
        });
        // What is seldom tells nothing, and costs nothing.
        let all = rows.iter().map(|words| evidence.kept_term(words).segments).sum();
        let called = || rows.iter().map(|words| self.times_called(evidence, words)).sum();
        Calls { called: if all < TELLING { 0 } else { called() }, all }
    }

    /// The known words that word `at` of the source may be in the singular or the plural.
    fn numbers<'e>(&self, evidence: &'e Evidence, at: usize) -> impl Iterator<Item = WordId> + use<'e> {
        let source = self.segment.source();
        let word = source.known()[at].span.of(source.text()).to_lowercase();
        let is_english = source.locale().language().code == "en";
        let forms = if is_english { singular_and_plural(&word) } else { vec![word] };
        forms.into_iter().filter_map(|form| evidence.source().get(&form))
    }

    /// How many segments call `words` in a row, as far as it is known, by a form that is allowed.
    fn times_called(&self, evidence: &Evidence, words: &[WordId]) -> u32 {
        let language = self.segment.target().locale().language();
        let is_allowed = |text: &str| {
            let forms = Forms::new(text, &[Span::new(0, text.len())], language);
            self.names().any(|form| forms.has(form, Closeness::Alike))
        };
        evidence.renderings(words).iter().filter(|(text, _)| is_allowed(text)).map(|(_, count)| count).sum()
    }

    /// What it may be called.
    fn names(&self) -> impl Iterator<Item = &'s str> {
        self.terms.iter().flat_map(|term| &term.targets).map(String::as_str)
    }

    /// What it is called elsewhere together with the word before it, and with the one behind it, if that is known.
    fn pairs(&self) -> impl Iterator<Item = Calls> {
        let (text, known) = (self.segment.source().text(), self.segment.source().known());
        let is_part = |at: usize| text[..known[at].span.range().start].ends_with('-');
        let follows = move |at: usize| {
            &text[known[at - 1].span.range().end..known[at].span.range().start] == " " && !is_part(at - 1)
        };
        let seconds = self.known.into_iter().flat_map(|(at, _)| [at, at + 1]);
        let pairs = seconds.filter(move |at| (1..known.len()).contains(at) && follows(*at));
        pairs.map(|at| self.calls(&[at - 1, at])).filter(|calls| calls.all >= TELLING)
    }

    /// Whether it is part of a larger term with a name of its own (`credit card`): one of two words that translations do
    /// not call by an allowed form, though they call the word so.
    pub(super) fn is_part_of_term(&self) -> bool {
        let has_name = self.known.is_some_and(|(_, own)| own.all >= TELLING && own.share() >= OWN_NAME.0);
        has_name && self.pairs().any(|pair| pair.share() <= OWN_NAME.1)
    }

    /// Whether it is what the glossary means: translations call it by one name, be it an allowed one or not, or call it by
    /// an allowed one beside the same word. A word with two names has two meanings as well.
    fn is_meant(&self) -> bool {
        let has_one_name = self.known.is_none_or(|(_, own)| own.all < TELLING || own.share() >= USUAL);
        has_one_name || self.refused().is_some() || self.pairs().any(|pair| pair.share() >= OWN_NAME.0)
    }

    /// What it is called elsewhere, if that is hardly ever what it should be.
    pub(super) fn refused(&self) -> Option<Calls> {
        self.known.map(|(_, calls)| calls).filter(|it| it.all >= REFUSED.0 && it.share() <= REFUSED.1)
    }

    /// Whether no segment before this one on its page has the word.
    pub(super) fn is_first_on_page(&self) -> bool {
        let word = self.span.of(self.segment.source().text()).to_lowercase();
        let has_word = |source: &str| {
            let lower = source.to_lowercase();
            lower.match_indices(&*word).any(|(at, _)| is_whole(&lower, at, at + word.len()))
        };
        let first = self.segment.page().pairs().find(|(source, _)| has_word(source));
        first.is_none_or(|(_, target)| std::ptr::eq(target, self.segment.target().text()))
    }

    /// Where the target calls it something else, or should have it.
    pub(super) fn place(&self) -> Span {
        self.stand_in().unwrap_or_else(|| counterpart(self.segment.source(), self.span, self.segment.target()))
    }

    /// Whether it should be called by its name, rather than worded freely or left out. A name and a term of several words
    /// should. A single word should if the target calls it something else, or keeps what belongs to it and goes without;
    /// where nobody knows what it is called, if it stands by itself in a short text.
    pub(super) fn is_sure(&self) -> bool {
        let source = self.segment.source();
        let own = source.words_in(self.span);
        let is_name = || self.terms.iter().any(|term| term.case == CaseRule::Exact);
        if own.len() != 1 || is_name() {
            return true;
        }
        if let Some(other) = self.stand_in() {
            let other = other.of(self.segment.target().text());
            let mut names = self.names();
            return match names.find(|name| name.contains(' ') && is_akin_to_part(other, name)) {
                Some(name) => !self.has_all_of(name),
                None => self.is_meant() && !self.is_relative(other),
            };
        }
        self.is_lost_head(own.start) || self.is_worded_anew() && self.is_by_itself(own.start)
    }

    /// Whether the target may call it something that nobody knows: where nobody knows what it is called, or a word of the
    /// target. What is akin to a name is free wording.
    fn is_worded_anew(&self) -> bool {
        let target = self.segment.target();
        let is_known = self.known.is_some_and(|(_, own)| own.all >= TELLING);
        (!is_known || target.known().iter().any(|it| it.word.is_none()))
            && !target.words().iter().any(|word| self.is_relative(word.of(target.text())))
    }

    /// What stands for it in the target, if that is known.
    fn stand_in(&self) -> Option<Span> {
        let source = self.segment.source();
        let known = source.known();
        let of_several = || {
            known.partition_point(|it| it.span.end <= self.span.start)
                ..known.partition_point(|it| it.span.start < self.span.end)
        };
        let own = self.known.map_or_else(of_several, |(at, _)| at..at + 1);
        stand_in(self.segment, &own.collect::<Vec<_>>())
    }

    /// Whether `other` has the root of a name that is a single word: `Rechner` for `Rechnung` is free wording.
    fn is_relative(&self, other: &str) -> bool {
        self.names().any(|name| !name.contains(' ') && is_akin_to_part(other, name))
    }

    /// Whether the target has words akin to all of those of `name`, wherever they stand.
    fn has_all_of(&self, name: &str) -> bool {
        let target = self.segment.target().text();
        name.split(' ').all(|part| is_akin_to_part(target, part))
    }

    /// Whether word `index` of the source, an English one, is what the words before it belong to, and the target keeps a
    /// name among them: `the Harbor Desk page`.
    fn is_lost_head(&self, index: usize) -> bool {
        let (source, target) = (self.segment.source(), self.segment.target().text());
        let (text, words) = (source.text(), source.words());
        let is_kept = |at: usize| {
            let word = words[at].of(text);
            // `Harbor-Desk-Seite` has the word.
            let is_there = |(found, _): (usize, &str)| {
                let end = found + word.len();
                is_whole(target, found, end) && !target[end..].starts_with(['-', '\u{2011}'])
            };
            // `Office` of `Office 365` may begin a sentence.
            let is_name = source.names()[at] || at + 1 < index && source.names()[at + 1];
            is_name && word.starts_with(char::is_uppercase) && target.match_indices(word).any(is_there)
        };
        source.locale().language().code == "en"
            && !source.names()[index]
            && is_head(text, words, index)
            && modifiers(text, words, index).any(is_kept)
    }

    /// Whether word `index` of the source is part of no term of several words, as far as that can be seen, and of a text
    /// so short that it is not left out.
    fn is_by_itself(&self, index: usize) -> bool {
        let source = self.segment.source();
        let (text, words) = (source.text(), source.words());
        words.len() <= SHORT && (source.locale().language().code != "en" || is_plain(text, words, index))
    }
}

/// Whether a word of `text` is akin to one of `name`.
fn is_akin_to_part(text: &str, name: &str) -> bool {
    let words =
        |text: &str| text.to_lowercase().split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect::<Vec<_>>();
    let (text, name) = (words(text), words(name));
    text.iter().any(|word| name.iter().any(|part| are_akin(word, part)))
}
