//! What stands beside the emphasised labels of a source, to tell what a marker of the target swallowed.

use super::emphasis::outermost;
use crate::locale::{Language, Row, is_english, is_form};
use crate::model::SideView;
use crate::span::Span;
use crate::text::markup::Emphasis;

/// What a source tells of its labels.
pub(super) struct Labels<'v> {
    /// Every emphasised word, in lower case.
    inside: Vec<&'v str>,
    /// Words close before and behind a label, in lower case.
    beside: Vec<&'v str>,
    /// Every word outside, in lower case.
    outside: Vec<&'v str>,
    /// Whether some label consists of small words only.
    pub(super) small: bool,
    /// Whether some label ends with a word that leans on the next.
    pub(super) open: bool,
    /// Whether some label is a single word.
    single: bool,
    /// The labels.
    texts: Vec<&'v str>,
}

impl<'v> Labels<'v> {
    /// Reads the labels of `source`.
    pub(super) fn of(source: &'v SideView<'_>) -> Self {
        let folded = source.folded();
        let mut labels = Self {
            inside: vec![],
            beside: vec![],
            outside: vec![],
            small: false,
            open: false,
            single: false,
            texts: vec![],
        };
        let mut covered = vec![false; folded.len()];
        for label in outermost(source) {
            let range = source.words_in(label.inner);
            covered[range.clone()].fill(true);
            let is_small = |index: usize| {
                let word = folded[index].as_ref();
                source.locale().language().is_function_word(word) || matches!(word, "yes" | "no" | "none" | "very")
            };
            labels.small |= range.clone().all(is_small);
            labels.single |= range.len() < 2;
            let leaning = source.locale().language().leaning_words();
            labels.open |= range.clone().next_back().is_some_and(|last| leaning.contains(&folded[last].as_ref()));
            labels.texts.push(label.inner.of(source.text()));
            labels.inside.extend(folded[range.clone()].iter().map(AsRef::as_ref));
            labels.beside.extend(neighbours(source, label, range));
        }
        labels.outside =
            folded.iter().zip(&covered).filter(|(_, covered)| !**covered).map(|(word, _)| word.as_ref()).collect();
        labels
    }

    /// Whether every label begins with a capital, and none has an article.
    fn are_bare(&self) -> bool {
        self.texts.iter().all(|text| text.starts_with(char::is_uppercase))
            && !self.inside.iter().any(|word| matches!(*word, "the" | "a" | "an"))
    }

    /// Whether some label holds a bracket or a quotation mark of its own.
    fn are_bracketed(&self) -> bool {
        self.texts.iter().any(|text| text.contains(['[', '(', '"', '“', '<']))
    }

    /// Whether a label of the source has one of the nouns that stand beside labels.
    fn has_noun(&self, language: &Language) -> bool {
        language.label_nouns().iter().any(|(key, _)| self.inside.iter().any(|word| is_english(word, key)))
    }

    /// Whether `word` is much like a word of a label: `stato`, which is a small word elsewhere, for `Status`.
    fn is_cognate(&self, word: &str) -> bool {
        let head = |word: &str| word.chars().take(3).collect::<String>();
        word.chars().count() > 3 && self.inside.iter().any(|it| head(it) == head(word))
    }

    /// Whether a word of the target, which `fits` knows, stands for a noun beside a label of the source or for a verb.
    pub(super) fn is_swallowed(&self, language: &Language, fits: impl Fn(&str) -> bool) -> bool {
        self.is_told(language.label_nouns(), &self.beside, &fits) || self.is_swallowed_verb(language, &fits)
    }

    /// Whether a word of the target, which `fits` knows, stands for a verb of the source outside its labels.
    fn is_swallowed_verb(&self, language: &Language, fits: impl Fn(&str) -> bool) -> bool {
        self.is_told(language.label_verbs(), &self.outside, &fits)
    }

    /// Whether one of `words` is what a word of the target stands for, and no label has what it may stand for.
    fn is_told(&self, rows: &[Row], words: &[&str], fits: impl Fn(&str) -> bool) -> bool {
        let has = |words: &[&str], key: &str| words.iter().any(|word| is_english(word, key));
        let keys: Vec<&str> =
            rows.iter().filter(|(_, forms)| forms.iter().any(|form| fits(form))).map(|(key, _)| *key).collect();
        keys.iter().any(|key| has(words, key)) && !keys.iter().any(|key| has(&self.inside, key))
    }
}

/// The words within three of a label, not past the end of a clause.
fn neighbours<'v>(source: &'v SideView<'_>, label: Emphasis, range: std::ops::Range<usize>) -> Vec<&'v str> {
    let (words, folded, text) = (source.words(), source.folded(), source.text());
    // An underscore that opens emphasis is part of the word behind it, so that the two may overlap.
    let ends = |from: usize, to: usize| {
        text.get(from..to).is_some_and(|gap| gap.contains(['.', ';', ':', '!', '?', '\n', '(', ')']))
    };
    let before = (range.start.saturating_sub(2)..range.start).rev();
    let before = before.take_while(|&index| !ends(words[index].range().end, label.span.range().start));
    let behind = (range.end..words.len().min(range.end + 3))
        .take_while(|&index| !ends(label.span.range().end, words[index].range().start));
    before.chain(behind).map(|index| folded[index].as_ref()).collect()
}

/// The words at the edges of `emphasis` that belong to the sentence and not to the label: how many at the front, and
/// how many at the back.
pub(super) fn swallowed(labels: &Labels<'_>, target: &SideView<'_>, emphasis: Emphasis) -> (usize, usize) {
    let language = target.locale().language();
    let range = target.words_in(emphasis.inner);
    let (folded, text, words) = (target.folded(), target.text(), target.words());
    let caseless = language.capital_nouns || !language.has_case();
    let is_low = |index: usize| caseless || words[index].of(text).starts_with(char::is_lowercase);
    let is_capital = |index: usize| words[index].of(text).starts_with(char::is_uppercase);
    let is_lead = |index: usize| index == range.start && index + 1 < range.end && is_capital(index + 1);
    // A verb that begins the sentence has its capital.
    let is_first_verb = |index: usize| {
        is_lead(index)
            && begins_sentence(target, emphasis)
            && labels.is_swallowed_verb(language, |form| is_form(&folded[index], form))
    };
    let is_article = |index: usize| {
        is_lead(index)
            && !caseless
            && labels.are_bare()
            && is_low(index)
            && language.articles.contains(&&*folded[index])
    };
    let is_told = |index: usize| {
        is_low(index) && labels.is_swallowed(language, |form| is_form(&folded[index], form))
            || is_first_verb(index)
            || is_article(index)
    };
    let is_small = |index: usize| is_low(index) && language.is_function_word(&folded[index]);
    // Small words come along on the side of the sentence, and between a noun and its verb.
    let front = range.clone().take_while(|&index| is_told(index) || is_small(index));
    let front = front.enumerate().filter(|(_, index)| is_told(*index)).map(|(count, _)| count + 1).last().unwrap_or(0);
    let back = range.clone().rev().take_while(|&index| is_told(index) || is_small(index));
    let back = back
        .filter(|_| !language.has_leading_nouns())
        .enumerate()
        .filter(|(_, index)| is_told(*index))
        .map(|(count, _)| count + 1)
        .last()
        .unwrap_or(0);
    if front + back >= range.len() { (0, 0) } else { (front, back) }
}

/// Whether the words of `emphasis` all belong to the sentence: articles, prepositions, verbs and nouns that stand
/// beside the labels of the source.
pub(super) fn is_beside(labels: &Labels<'_>, target: &SideView<'_>, emphasis: Emphasis) -> bool {
    let language = target.locale().language();
    target.words_in(emphasis.inner).all(|index| {
        let word = &target.folded()[index];
        language.is_function_word(word) && !labels.is_cognate(word)
            || labels.is_swallowed(language, |form| is_form(word, form))
    })
}

/// Whether `emphasis` stops half-way: the labels of the source have several words each, here one is a single word
/// that is no name of the source, and a genitive goes on behind it.
pub(super) fn is_half(labels: &Labels<'_>, target: &SideView<'_>, emphasis: Emphasis) -> bool {
    let genitive = target.locale().language().genitive_words();
    let range = target.words_in(emphasis.inner);
    let capital = |word: Span| word.of(target.text()).starts_with(char::is_uppercase);
    let is_kept = |word: Span| capital(word) && labels.inside.contains(&&*word.of(target.text()).to_lowercase());
    let adjoins = |next: Span| target.text()[emphasis.span.range().end..next.range().start].trim().is_empty();
    !labels.single
        && range.len() == 1
        && !is_kept(target.words()[range.start])
        && target.words().get(range.end).is_some_and(|&next| adjoins(next))
        && genitive.contains(&target.folded()[range.end].as_ref())
}

/// What [`swallowed`] finds, for scripts without spaces: the part that belongs to the sentence, at the front or the back.
pub(super) fn swallowed_unspaced(labels: &Labels<'_>, target: &SideView<'_>, emphasis: Emphasis) -> Option<Span> {
    const BRACKETS: [char; 11] = ['[', ']', '「', '」', '『', '』', '“', '”', '，', '、', ' '];
    let language = target.locale().language();
    let whole = emphasis.inner.of(target.text());
    let body = whole.trim_matches(BRACKETS);
    let start = emphasis.inner.range().start + whole.find(body)?;
    if let Some(rest) = behind_bracket(whole).filter(|_| !labels.are_bracketed() && !labels.has_noun(language)) {
        let end = emphasis.inner.range().start + whole.trim_end().len();
        return Some(Span::new(end - rest.len(), end));
    }
    let told = |form: &str| labels.is_swallowed(language, |it| it == form);
    let forms = || language.label_nouns().iter().chain(language.label_verbs()).flat_map(|(_, forms)| forms.iter());
    for form in forms().filter(|form| form.len() < body.len() && told(form)) {
        if body.ends_with(form) && !language.has_leading_nouns() {
            let end = start + body.len();
            return Some(Span::new(end - form.len(), end));
        }
        if body.starts_with(form) {
            return Some(Span::new(start, start + form.len()));
        }
    }
    let particle = ["を", "は", "が", "で", "に", "の"].iter().find(|it| {
        let rest = body.strip_suffix(**it);
        language.code == "ja" && rest.is_some_and(|rest| rest.trim_end().ends_with([']', '」', '』']))
    })?;
    Some(Span::new(start + body.len() - particle.len(), start + body.len()))
}

/// What stands behind the closing bracket of a label that `whole` begins with, if words of the sentence alone do.
fn behind_bracket(whole: &str) -> Option<&str> {
    const LONGEST: usize = 12;
    let pairs = [('[', ']'), ('「', '」'), ('『', '』')];
    let (_, closer) = pairs.into_iter().find(|(opener, _)| whole.starts_with(*opener))?;
    let rest = whole.split_once(closer)?.1.trim();
    let words = |c: char| c.is_alphabetic() || c == ' ' || c == 'ー';
    (!rest.is_empty() && rest.chars().all(words) && rest.chars().count() <= LONGEST).then_some(rest)
}

/// Whether nothing stands before `emphasis` in its sentence.
fn begins_sentence(target: &SideView<'_>, emphasis: Emphasis) -> bool {
    let before = target.text()[..emphasis.span.range().start].trim_end();
    before.is_empty() || before.ends_with(['.', '!', '?', ':'])
}

/// Names that both sides share by letter, that are emphasised on one side only: a marker missed them, or took them
/// in. Returned as spans of the target, with whether they stand inside a marker there.
pub(super) fn strangers(source: &SideView<'_>, target: &SideView<'_>) -> Vec<(Span, bool)> {
    let labels: [Vec<Emphasis>; 2] = [outermost(source).collect(), outermost(target).collect()];
    let is_inside = |labels: &[Emphasis], word: &Span| labels.iter().any(|label| label.inner.contains(*word));
    // Whether the side has `name`, and that and whatever differs from it in case on one side of the markers alone.
    let only = |side: &SideView<'_>, labels: &[Emphasis], name: &str, inside: bool| {
        let mut same = side.words().iter().filter(|word| word.of(side.text()).eq_ignore_ascii_case(name));
        side.words().iter().any(|word| word.of(side.text()) == name)
            && same.all(|word| is_inside(labels, word) == inside)
    };
    let is_name = |word: &str| word.len() > 2 && word.chars().any(char::is_uppercase);
    let mut found: Vec<(Span, bool)> = Vec::new();
    for &span in target.words().iter().filter(|word| is_name(word.of(target.text()))) {
        let (name, inside) = (span.of(target.text()), is_inside(&labels[1], &span));
        // Few words stand on both sides: that is asked first.
        let is_stranger = only(source, &labels[0], name, !inside) && only(target, &labels[1], name, inside);
        if !is_stranger || !inside && is_gloss(target, span) {
            continue;
        }
        match found.last_mut() {
            // `Partner Center` is one name.
            Some((last, same)) if *same == inside && last.end + 1 == span.start => *last = last.to(span),
            _ => found.push((span, inside)),
        }
    }
    found
}

/// Whether `span` stands in parentheses, where a translation explains itself in the words of the source.
fn is_gloss(target: &SideView<'_>, span: Span) -> bool {
    let before = &target.text()[..span.range().start];
    before.matches('(').count() > before.matches(')').count()
}
