//! Names, acronyms, terms, and what looks like code.

pub mod broken_acronym_inflection;
pub mod forbidden_term;
pub mod inconsistent_name_case;
pub mod mismatched_acronym_case;
pub mod mismatched_dotted_i;
pub mod mismatched_name;
pub mod missing_acronym;
pub mod missing_term;

use crate::check::{CheckDef, OptionsError, Setup};
use crate::locale::Locale;
use crate::model::{Glossary, SideView, Term};
use crate::span::Span;

/// The checks of this room, by id.
pub const ALL: &[&CheckDef] = &[
    &broken_acronym_inflection::BROKEN_ACRONYM_INFLECTION,
    &forbidden_term::FORBIDDEN_TERM,
    &inconsistent_name_case::INCONSISTENT_NAME_CASE,
    &mismatched_acronym_case::MISMATCHED_ACRONYM_CASE,
    &mismatched_dotted_i::MISMATCHED_DOTTED_I,
    &mismatched_name::MISMATCHED_NAME,
    &missing_acronym::MISSING_ACRONYM,
    &missing_term::MISSING_TERM,
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

/// `note` as the end of a sentence of help.
fn with_note(help: String, note: &str) -> String {
    if note.is_empty() { help } else { format!("{help} ({note})") }
}
