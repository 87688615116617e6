//! What tells that two words in a row are one word, written apart.

use crate::evidence::{Evidence, Known, Vocabulary, WordId};
use crate::locale::{Compounding, Language};
use crate::model::{SegmentView, Side};
use crate::text::caseless::Caseless;
use crate::text::dictionary::Dictionary;

/// Compounds that must begin with a form for it to be one that only stands before others.
const LEAST_COMPOUNDS: usize = 5;
/// How much more often such a form must stand in compounds than apart.
const BOUND: u32 = 4;
/// How much more often a compound must be written as one word than apart.
const JOINED: u32 = 2;
/// Compounds from which on a word is known to begin many.
const PRODUCTIVE: usize = 10;
/// How likely a word must be there because of a word of the source to be its translation.
const EXPLAINED: f64 = 0.1;
/// Segments from which on a compound is well known.
const FREQUENT: u32 = 10;

/// Why two words are one.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Why {
    /// The joined word, or another form of it, stands in that many segments.
    Written(String, u32),
    /// The first word stands before others only, in that many compounds.
    Bound(usize),
    /// The dictionary has the joined word, and not the first.
    Listed,
}

/// Asks of the words of one segment.
pub(super) struct Joints<'v, 'd> {
    segment: &'v SegmentView<'d>,
    compounding: &'static Compounding,
    language: &'static Language,
    evidence: Option<&'d Evidence>,
    dictionary: Option<&'v Dictionary>,
}

impl<'v, 'd> Joints<'v, 'd> {
    /// `None` where nothing is known, or the language leaves its compounds in several words.
    pub(super) fn new(segment: &'v SegmentView<'d>, dictionary: Option<&'v Dictionary>) -> Option<Self> {
        let language = segment.target().locale().language();
        let compounding = language.compounding()?;
        let evidence = segment.evidence();
        let known = evidence.is_some() || dictionary.is_some();
        known.then_some(Self { segment, compounding, language, evidence, dictionary })
    }

    /// Why `first` and `second`, both in small letters, are one word; `None` when they may be two. `before` is the word
    /// before them.
    pub(super) fn why(&self, before: Option<&str>, first: &str, second: &str) -> Option<Why> {
        let short = |word: &str| word.chars().nth(2).is_none();
        let small = |word: &str| short(word) || self.language.is_function_word(word);
        let owned = || before.is_some_and(|before| self.compounding.may_own(before, first));
        if small(first) || small(second) || owned() {
            return None;
        }
        let joined = format!("{first}{second}");
        let learned = self.evidence.and_then(|evidence| self.learned(evidence, first, second, &joined));
        learned.or_else(|| self.is_listed(first, second, &joined).then_some(Why::Listed))
    }

    fn is_listed(&self, first: &str, second: &str, joined: &str) -> bool {
        let lists = |dictionary: &Dictionary| {
            let titled = crate::text::casing::capitalized(joined, self.language);
            !dictionary.knows(first)
                && dictionary.knows(second)
                && (dictionary.knows(joined) || dictionary.knows(&titled))
        };
        self.dictionary.is_some_and(lists)
    }

    fn learned(&self, evidence: &Evidence, first: &str, second: &str, joined: &str) -> Option<Why> {
        let words = evidence.target();
        words.starting_with(first).find(|&word| words.text(word).len() > first.len())?;
        let bound = self.bound(words, first);
        let written = self.written(words, second, joined);
        match (written, bound) {
            (Some((word, segments)), bound) => {
                let apart = self.apart(evidence, first, second, segments);
                let often =
                    segments >= JOINED * apart.max(1) || segments > apart && beginnings(words, first) >= PRODUCTIVE;
                let is_one =
                    often && (bound.is_some() || self.is_one_in_source(evidence, (word, segments), first, second));
                is_one.then(|| Why::Written(words.text(word).to_owned(), segments))
            }
            (None, Some(compounds)) => Some(Why::Bound(compounds)),
            (None, None) => None,
        }
    }

    /// The joined word, or another form of it, or a longer word that begins with it; and in how many segments of other
    /// pages it stands.
    fn written(&self, words: &Vocabulary, second: &str, joined: &str) -> Option<(WordId, u32)> {
        let elsewhere = |word: WordId| {
            let own = self.segment.page().own(Side::Target, word);
            (word, words.counts(word).segments.saturating_sub(own.segments))
        };
        let exact = words.get(joined).map(elsewhere).filter(|(_, segments)| *segments > 0);
        exact.or_else(|| {
            let first = joined.len() - second.len();
            let stem =
                joined.char_indices().nth(joined[..first].chars().count() + 3).map_or(joined.len(), |(at, _)| at);
            // The first word is found at once, and few words begin with it.
            let forms = words.starting_with(&joined[..first]).filter(|&word| {
                let text = words.text(word);
                let is_form =
                    || self.compounding.inflects(&text[first..], second) && words.get(&text[first..]).is_some();
                text.starts_with(&joined[..stem]) && is_form()
            });
            forms.map(elsewhere).max_by_key(|(_, segments)| *segments).filter(|(_, segments)| *segments > 1)
        })
    }

    /// In how many segments of other pages the two words stand in a row; the page itself is counted with them where that
    /// changes nothing, since the word that they are stands in `segments`.
    fn apart(&self, evidence: &Evidence, first: &str, second: &str, segments: u32) -> u32 {
        let words = evidence.target();
        let (Some(one), Some(other)) = (words.get(first), words.get(second)) else { return 0 };
        let all = evidence.adjacent(one, other);
        if segments >= JOINED * all {
            return all;
        }
        let both = format!("{first} {second}");
        let here = |target: &str| {
            if both.is_ascii() { Caseless::new(&both).is_in(target) } else { target.to_lowercase().contains(&both) }
        };
        let own = self.segment.page().pairs().filter(|(_, target)| here(target)).count();
        all.saturating_sub(own as u32)
    }

    /// In how many compounds `word` stands, when it stands in them alone: it ends in the s that joins (`fakturerings`), or
    /// has lost the e of its noun (`användar`), is hardly ever written apart, and never before a function word or a mark.
    fn bound(&self, words: &Vocabulary, word: &str) -> Option<usize> {
        let may_be = word.ends_with(['s', 'r']) && word.chars().nth(3).is_some();
        if !may_be || self.compounding.particles.contains(&word) {
            return None;
        }
        let segments = |id: WordId| words.counts(id).segments;
        let full = || words.get(&format!("{word}e")).map_or(0, segments);
        let mut within = 0;
        let compounds = compounds_of(words, word).map(|longer| within += segments(longer)).count();
        if compounds < 2 || !(word.ends_with('s') || word.ends_with('r') && full() > within / BOUND) {
            return None;
        }
        let own = |id: WordId| self.segment.page().own(Side::Target, id).segments;
        let apart = words.get(word).map_or(0, |id| segments(id).saturating_sub(own(id)));
        let is_bound = compounds >= LEAST_COMPOUNDS && within > apart * BOUND || apart == 0;
        (is_bound && !self.is_owner_in_source() && !self.ends_phrase(word)).then_some(compounds)
    }

    /// Whether the source says of something whose it is: a genitive is no part of a compound.
    fn is_owner_in_source(&self) -> bool {
        let text = self.segment.source().text();
        ["'s ", "’s ", "s' ", "s’ "].iter().any(|mark| text.contains(mark))
    }

    /// Whether `word` stands before a function word, a mark or nothing, on this page or elsewhere, as nouns do.
    fn ends_phrase(&self, word: &str) -> bool {
        let elsewhere = |evidence: &Evidence| {
            let words = evidence.target();
            let small = self.language.function_words.words().iter().filter_map(|small| words.get(small));
            words.get(word).is_some_and(|word| small.into_iter().any(|small| evidence.adjacent(word, small) > 0))
        };
        let ends = |target: &str| {
            let target = target.to_lowercase();
            let at = |at: usize| at == 0 || target[..at].ends_with(|c: char| !c.is_alphanumeric());
            let goes_on = |rest: &str| match rest.strip_prefix(' ') {
                Some(next) => {
                    let end = next.find(|c: char| !c.is_alphanumeric()).unwrap_or(next.len());
                    end > 0 && !self.language.is_function_word(&next[..end])
                }
                None => rest.starts_with(|c: char| c.is_alphanumeric() || c == '-'),
            };
            target.match_indices(word).any(|(start, _)| at(start) && !goes_on(&target[start + word.len()..]))
        };
        self.evidence.is_some_and(elsewhere) || self.segment.page().pairs().any(|(_, target)| ends(target))
    }

    /// Whether the source has one word, or one noun with another, where the translation has `first` and `second`;
    /// `joined` is the word that they are, which stands in `segments`. Where there is no source, nothing speaks against
    /// it.
    fn is_one_in_source(&self, evidence: &Evidence, joined: (WordId, u32), first: &str, second: &str) -> bool {
        let source = self.segment.source();
        if source.text().is_empty() {
            return beginnings(evidence.target(), first) > 1 || evidence.target().get(first).is_none();
        }
        let (joined, segments) = joined;
        let [first, second] = [first, second].map(|word| evidence.target().get(word));
        let explains = |it: &Known, target: Option<WordId>| {
            it.word.zip(target).is_some_and(|(source, target)| evidence.explains(source, target) >= EXPLAINED)
        };
        let known = source.known();
        let gap = |one: &Known, other: &Known| &source.text()[one.span.range().end..other.span.range().start];
        // `give customers data` has no compound where `customer data` has one.
        let begins = |it: &Known| {
            let word = it.span.of(source.text());
            let plural = word.ends_with('s') && !word.ends_with("ss");
            !plural && (explains(it, Some(joined)) || explains(it, first))
        };
        let ends = |it: &Known| explains(it, second) || explains(it, Some(joined));
        let whole = known.iter().any(|it| explains(it, Some(joined)) && !explains(it, first) && !explains(it, second));
        let pair =
            known.windows(2).any(|it| matches!(gap(&it[0], &it[1]), " " | "-") && begins(&it[0]) && ends(&it[1]));
        let owned = known.windows(3).any(|it| it[1].span.of(source.text()) == "of" && begins(&it[2]) && ends(&it[0]));
        // Which word the second translates is not known: the compound is known well, or the second hardly at all.
        let may_be =
            segments >= FREQUENT || second.is_none_or(|word| evidence.target().counts(word).segments < FREQUENT);
        let known_alone = may_be && known.iter().any(begins) && !known.iter().any(|it| explains(it, second));
        whole || pair || owned || known_alone
    }
}

/// The compounds of `words` that begin with `word`: the rest of each is a word of its own.
fn compounds_of<'w>(words: &'w Vocabulary, word: &'w str) -> impl Iterator<Item = WordId> + 'w {
    const LEAST: usize = 4;
    words.starting_with(word).filter(move |&longer| {
        let rest = &words.text(longer)[word.len()..];
        rest.len() >= LEAST && words.get(rest).is_some()
    })
}

/// How many compounds begin with `word`.
fn beginnings(words: &Vocabulary, word: &str) -> usize {
    compounds_of(words, word).count()
}
