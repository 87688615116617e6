//! Names, acronyms, terms, and what looks like code.

pub mod broken_acronym_inflection;
mod called;
pub mod forbidden_term;
pub mod inconsistent_name;
pub mod inconsistent_name_case;
pub mod inconsistent_term;
pub mod mismatched_acronym_case;
pub mod mismatched_dotted_i;
pub mod mismatched_name;
pub mod missing_acronym;
pub mod missing_term;
pub mod translated_name;
mod uncalled;

use crate::check::{CheckDef, OptionsError, Setup};
use crate::evidence::Evidence;
use crate::model::{CaseRule, Glossary, Meant, SegmentView, SideView, Term};
use crate::span::Span;
use crate::text::forms::{Closeness, begin_alike};
use crate::text::names::may_begin;
use crate::text::parts_of_speech::{PartOfSpeech, is_likely};
use crate::text::terms::is_whole;
use std::ops::Range;

/// The checks of this room, by id.
pub const ALL: &[&CheckDef] = &[
    &broken_acronym_inflection::BROKEN_ACRONYM_INFLECTION,
    &forbidden_term::FORBIDDEN_TERM,
    &inconsistent_name::INCONSISTENT_NAME,
    &inconsistent_name_case::INCONSISTENT_NAME_CASE,
    &inconsistent_term::INCONSISTENT_TERM,
    &mismatched_acronym_case::MISMATCHED_ACRONYM_CASE,
    &mismatched_dotted_i::MISMATCHED_DOTTED_I,
    &mismatched_name::MISMATCHED_NAME,
    &missing_acronym::MISSING_ACRONYM,
    &missing_term::MISSING_TERM,
    &translated_name::TRANSLATED_NAME,
];

/// A term that stands among a check's options rather than in a glossary file.
#[derive(Clone, Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct TermOption {
    /// The term in the source language.
    pub source: String,
    /// What it may be called, the preferred form first.
    pub targets: Vec<String>,
    /// What it must not be called.
    pub forbidden: Vec<String>,
    /// Whether its capitals count: `any` or `exact`.
    pub case: CaseRule,
    /// What kind of word it is.
    pub part_of_speech: String,
    /// The field that it belongs to.
    pub domain: String,
    /// A remark for the reader of a finding.
    pub note: String,
    /// The language or locale that it is for; all unless said.
    pub locale: Option<String>,
}

impl From<TermOption> for Term {
    fn from(option: TermOption) -> Self {
        let TermOption { source, targets, forbidden, case, part_of_speech, domain, note, locale } = option;
        let part_of_speech = PartOfSpeech::named(&part_of_speech);
        Self { source, targets, forbidden, case, part_of_speech, domain, note, locale }
    }
}

/// The glossary of `setup` with the terms of a check's own options behind it.
fn glossary(setup: &Setup<'_>, own: &[TermOption]) -> Result<Glossary, OptionsError> {
    if own.is_empty() {
        return Ok(setup.glossary.clone());
    }
    let terms = setup.glossary.terms().iter().cloned().chain(own.iter().cloned().map(Term::from));
    Glossary::new(terms.collect()).map_err(|error| OptionsError::new(error.to_string()))
}

/// The terms that the prose of the source of `segment` may mean, by their letters.
fn candidates<'g>(glossary: &'g Glossary, segment: &SegmentView<'_>) -> Vec<Meant<'g>> {
    let (source, target) = (segment.source(), segment.target());
    let mut found = glossary.find(source.text(), source.locale(), target.locale());
    found.retain(|it| source.is_prose(it.span));
    found
}

/// Those of the terms `written` in `source` that it does mean, by the kind of word that stands there.
fn meant<'g>(source: &SideView<'_>, mut written: Meant<'g>) -> Option<Meant<'g>> {
    if source.locale().language().code == "en" {
        // A name is one, whatever is joined to it.
        let is_compound = is_hyphenated(source.text(), written.span);
        let is_part = |term: &Term| is_compound && term.case == CaseRule::Any;
        written.terms.retain(|term| !is_part(term) && !is_other_word(source, written.span, term));
    }
    (!written.terms.is_empty()).then_some(written)
}

/// Whether a hyphen joins what stands at `span` of an English text to another word: both are a word of their own
/// (`set-up`, `self-service`, `value-added`), which other languages seldom make of the same two.
fn is_hyphenated(text: &str, span: Span) -> bool {
    let is_hyphen = |c: char| matches!(c, '-' | '\u{2010}' | '\u{2011}');
    let before = text[..span.range().start].strip_suffix(is_hyphen);
    let behind = text[span.range().end..].strip_prefix(is_hyphen);
    before.is_some_and(|it| it.ends_with(char::is_alphanumeric))
        || behind.is_some_and(|it| it.starts_with(char::is_alphanumeric))
}

/// Whether what stands at `span` of an English text may be a verb though `term` is a noun, or the reverse. A single
/// word of which the glossary says nothing is taken for a noun, which most terms are.
fn is_other_word(source: &SideView<'_>, span: Span, term: &Term) -> bool {
    let own = source.words_in(span);
    if own.len() != 1 || source.words()[own.start] != span {
        return false;
    }
    let part = term.part_of_speech.unwrap_or(PartOfSpeech::Noun);
    !is_likely(source.text(), source.words(), own.start, term.source.trim(), part)
}

/// Where `form`, a translation of `term`, stands in `target`, at least as close as `least`. The capitals of a name are
/// a part of it.
fn places(target: &SideView<'_>, term: &Term, form: &str, least: Closeness) -> Vec<Span> {
    let found = target.forms().find_all(form, least).into_iter().map(|it| it.span);
    found.filter(|span| term.case == CaseRule::Any || keeps_capitals(span.of(target.text()), form)).collect()
}

/// Whether there is any of the [`places`] that are at least alike.
fn has(target: &SideView<'_>, term: &Term, form: &str) -> bool {
    let form = form.trim();
    // Most terms stand as they are, which is seen without a look at words; most others have another ending.
    if stands_as_is(target, form) {
        return true;
    }
    let ends_otherwise = || {
        let mut alike = begin_alike(target.text(), form, target.locale().language());
        alike.any(|span| target.is_prose(span))
    };
    match term.case {
        CaseRule::Any => ends_otherwise() || target.forms().has(form, Closeness::Alike),
        CaseRule::Exact => !places(target, term, form, Closeness::Alike).is_empty(),
    }
}

/// Whether the prose of `target` has `form` as it is.
fn stands_as_is(target: &SideView<'_>, form: &str) -> bool {
    let (text, Some(first)) = (target.text(), form.bytes().next()) else { return false };
    let stands = |at: usize| text.as_bytes()[at..].starts_with(form.as_bytes()) && is_whole(text, at, at + form.len());
    let mut places = memchr::memchr_iter(first, text.as_bytes());
    places.any(|at| stands(at) && target.is_prose(Span::new(at, at + form.len())))
}

/// Whether the words of `written`, a form of `form`, have a capital where those of `form` do.
fn keeps_capitals(written: &str, form: &str) -> bool {
    fn words(text: &str) -> impl Iterator<Item = bool> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(|word| word.starts_with(char::is_uppercase))
    }
    words(written).zip(words(form)).all(|(mine, theirs)| mine || !theirs)
}

/// Where in `target` the counterpart of `span` of `source` should stand: the beginning of the word that is as far into
/// its text. An empty span.
fn counterpart(source: &SideView<'_>, span: Span, target: &SideView<'_>) -> Span {
    let before = source.words().partition_point(|word| word.start < span.start);
    let index = before * target.words().len() / source.words().len().max(1);
    Span::empty(target.words().get(index).map_or(0, |word| word.range().start))
}

/// The runs of words of `side` with capitals, a space between them.
fn capital_runs(side: &SideView<'_>) -> Vec<Range<usize>> {
    let (text, known) = (side.text(), side.known());
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, word) in known.iter().enumerate() {
        if !word.span.of(text).starts_with(char::is_uppercase) {
            continue;
        }
        let joined = |run: &&mut Range<usize>| {
            run.end == at && &text[known[at - 1].span.range().end..word.span.range().start] == " "
        };
        match found.last_mut().filter(joined) {
            Some(run) => run.end = at + 1,
            None => found.push(at..at + 1),
        }
    }
    found
}

/// The share of translations that keep a word with a capital that may stand beside a name, at the lower end of what may
/// lie behind what was seen: less, and both are parts of another name.
const BESIDE: f64 = 0.5;

/// Whether the words beside `name`, part of a `run` of capitalised words of the source, are names of their own, or have
/// their capital from the beginning of a sentence.
fn stands_among_names(segment: &SegmentView<'_>, evidence: &Evidence, name: &Range<usize>, run: &Range<usize>) -> bool {
    let (text, known) = (segment.source().text(), segment.source().known());
    let is_name = |at: usize| known[at].word.is_some_and(|it| evidence.kept_capital(it).interval().0 >= BESIDE);
    let begins = || name.start == run.start + 1 && may_begin(text, known[run.start].span.range().start);
    (name.start == run.start || is_name(name.start - 1) || begins()) && (name.end == run.end || is_name(name.end))
}

/// How much a word must go with a name to stand for it.
const STANDS_FOR: f32 = 0.05;

/// The words of the target that stand for the words `meant` of the source, by their index among the known ones, and for
/// no other: the first of them, and those in a row behind it. Nothing where nobody knows.
fn stand_in(segment: &SegmentView<'_>, meant: &[usize]) -> Option<Span> {
    let (source, target, ties) = (segment.source(), segment.target(), segment.ties()?);
    let stands = |at: &usize| {
        let strength = |own: bool| {
            let ties = ties.origins(*at).iter().filter(|tie| meant.contains(&tie.source) == own);
            ties.map(|tie| tie.strength).fold(0.0, f32::max)
        };
        let word = target.known()[*at].span.of(target.text());
        let is_small = || target.locale().language().is_function_word(&word.to_lowercase());
        let is_kept = || source.known().iter().any(|it| it.span.of(source.text()).eq_ignore_ascii_case(word));
        strength(true) >= STANDS_FOR && strength(true) > strength(false) && !is_small() && !is_kept()
    };
    let first = (0..target.known().len()).find(stands)?;
    let last = (first + 1..target.known().len()).take_while(stands).last().unwrap_or(first);
    Some(target.known()[first].span.to(target.known()[last].span))
}

/// `note` as the end of a sentence of help.
fn with_note(help: String, note: &str) -> String {
    if note.is_empty() { help } else { format!("{help} ({note})") }
}
