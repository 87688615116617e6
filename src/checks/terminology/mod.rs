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

use crate::check::{CheckDef, OptionsError, Setup};
use crate::evidence::Evidence;
use crate::locale::Locale;
use crate::model::{Glossary, SegmentView, SideView, Term};
use crate::span::Span;
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
    /// A remark for the reader of a finding.
    pub note: String,
    /// The language or locale that it is for; all unless said.
    pub locale: Option<String>,
}

/// The glossary of `setup` with the terms of a check's own options behind it.
fn glossary(setup: &Setup<'_>, own: &[TermOption]) -> Result<Glossary, OptionsError> {
    if own.is_empty() {
        return Ok(setup.glossary.clone());
    }
    let own = own.iter().cloned().map(|term| Term {
        source: term.source,
        targets: term.targets,
        forbidden: term.forbidden,
        note: term.note,
        locale: term.locale,
    });
    let terms = setup.glossary.terms().iter().cloned().chain(own).collect();
    Glossary::new(terms).map_err(|error| OptionsError::new(error.to_string()))
}

/// Whether `term` is for `locale`.
fn is_for(term: &Term, locale: &Locale) -> bool {
    term.locale
        .as_ref()
        .is_none_or(|tag| tag.eq_ignore_ascii_case(locale.tag()) || tag.eq_ignore_ascii_case(locale.language().code))
}

/// Where in `target` the counterpart of `span` of `source` should stand: the beginning of the word that is as far into
/// its text. An empty span.
fn counterpart(source: &SideView<'_>, span: Span, target: &SideView<'_>) -> Span {
    let before = source.words().iter().filter(|word| word.start < span.start).count();
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

/// Whether the words beside `name`, part of a `run` of capitalised words of the source, are names of their own.
fn stands_among_names(segment: &SegmentView<'_>, evidence: &Evidence, name: &Range<usize>, run: &Range<usize>) -> bool {
    let known = segment.source().known();
    let is_name = |at: usize| known[at].word.is_some_and(|it| evidence.kept_capital(it).interval().0 >= BESIDE);
    (name.start == run.start || is_name(name.start - 1)) && (name.end == run.end || is_name(name.end))
}

/// How much a word must go with a name to stand for it.
const STANDS_FOR: f32 = 0.05;

/// The words of the target that stand for the words `meant` of the source, by their index among the known ones, and for
/// no other: the first of them, and those in a row behind it. Nothing where nobody knows.
fn stand_in(segment: &SegmentView<'_>, meant: &[usize]) -> Option<Span> {
    let (target, alignment) = (segment.target(), segment.alignment()?);
    let stands = |at: &usize| {
        let strength = |own: bool| {
            let ties = alignment.origins(*at).iter().filter(|tie| meant.contains(&tie.source) == own);
            ties.map(|tie| tie.strength).fold(0.0, f32::max)
        };
        let kept = || segment.source().known().iter().any(|it| is_same(segment, it.span, target.known()[*at].span));
        strength(true) >= STANDS_FOR && strength(true) > strength(false) && !kept()
    };
    let first = (0..target.known().len()).find(stands)?;
    let last = (first + 1..target.known().len()).take_while(stands).last().unwrap_or(first);
    Some(target.known()[first].span.to(target.known()[last].span))
}

/// Whether the word `source` of the source is the word `target` of the target, whatever their case.
fn is_same(segment: &SegmentView<'_>, source: Span, target: Span) -> bool {
    let [source, target] = [source.of(segment.source().text()), target.of(segment.target().text())];
    source.eq_ignore_ascii_case(target)
}

/// `note` as the end of a sentence of help.
fn with_note(help: String, note: &str) -> String {
    if note.is_empty() { help } else { format!("{help} ({note})") }
}
