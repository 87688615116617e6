//! A glossary: terms and what they are to be called.

use crate::locale::Locale;
use crate::span::Span;
use crate::text::casing;
use crate::text::parts_of_speech::PartOfSpeech;
use crate::text::terms::{TermMatch, TermSet};
use hashbrown::HashMap;
use std::borrow::Cow;
use std::sync::Arc;

/// Whether capitals and small letters tell a term from another word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CaseRule {
    /// They do not.
    #[default]
    Any,
    /// They do: names, which stand in the source and in the translation as the glossary writes them.
    Exact,
}

/// One term of a glossary.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Term {
    /// The term in the source language.
    pub source: String,
    /// What it may be called, the preferred form first.
    pub targets: Vec<String>,
    /// What it must not be called.
    pub forbidden: Vec<String>,
    /// Whether its capitals count.
    pub case: CaseRule,
    /// What kind of word it is, when somebody says.
    pub part_of_speech: Option<PartOfSpeech>,
    /// The field that it belongs to; empty when nobody says.
    pub domain: String,
    /// A remark for the reader of a finding.
    pub note: String,
    /// The target language's tag, if the term is for one only.
    pub locale: Option<String>,
}

impl Term {
    /// Whether the term is for translations into `locale`: those that name no region or script take the terms of all,
    /// and terms that name none are for all; `zh-Hans` is for `zh-CN`.
    pub fn is_for(&self, locale: &Locale) -> bool {
        self.locale.as_ref().is_none_or(|tag| locale.takes(tag))
    }
}

/// Terms and what they are to be called. A clone shares them.
#[derive(Clone, Debug, Default)]
pub struct Glossary(Arc<Parts>);

#[derive(Debug, Default)]
struct Parts {
    terms: Vec<Term>,
    /// Finds each source term once, whatever its case.
    sources: TermSet,
    /// The terms by source, and where those of each source begin.
    rows: Vec<u32>,
    starts: Vec<u32>,
    forbids: bool,
}

/// A source term in a text, and what the glossary says of it.
#[derive(Clone, Debug)]
pub struct Meant<'g> {
    /// Where, with its ending.
    pub span: Span,
    /// The terms that it may be, at least one.
    pub terms: Vec<&'g Term>,
}

impl Glossary {
    /// A glossary of `terms`. Those without a source are left out.
    ///
    /// # Errors
    /// When the terms are too many to be compiled.
    pub fn new(terms: Vec<Term>) -> Result<Self, aho_corasick::BuildError> {
        let mut terms = terms;
        terms.retain(|term| !term.source.trim().is_empty());
        let (sources, numbers) = sources(&terms);
        let mut rows: Vec<u32> = (0..terms.len() as u32).collect();
        // Nearly in order: few terms have several rows.
        rows.sort_by_key(|&row| numbers[row as usize]);
        let mut starts = vec![0; sources.len() + 1];
        for number in numbers {
            starts[number as usize + 1] += 1;
        }
        for number in 1..starts.len() {
            starts[number] += starts[number - 1];
        }
        let sources = TermSet::new(sources)?;
        let forbids = terms.iter().any(|term| !term.forbidden.is_empty());
        Ok(Self(Arc::new(Parts { terms, sources, rows, starts, forbids })))
    }

    /// Its terms, in the order of the files.
    pub fn terms(&self) -> &[Term] {
        &self.0.terms
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.0.terms.is_empty()
    }

    /// Whether any of its terms forbids a form.
    pub fn forbids(&self) -> bool {
        self.0.forbids
    }

    /// The source terms in `text`, which is in `source`, in order, with what is said of them for translations into
    /// `target`. Several rows may speak of one term, each with its own forms.
    pub fn find<'g>(&'g self, text: &str, source: &Locale, target: &Locale) -> Vec<Meant<'g>> {
        let english = source.language().code == "en";
        let found = if english { self.0.sources.find_english(text) } else { self.0.sources.find(text) };
        let meant = |it: TermMatch| {
            let written = it.span.of(text);
            let [start, end] = [it.term, it.term + 1].map(|at| self.0.starts[at] as usize);
            let rows = self.0.rows[start..end].iter().map(|&row| &self.0.terms[row as usize]);
            let holds = |term: &&Term| {
                term.is_for(target) && (term.case == CaseRule::Any || has_case_of(written, term.source.trim()))
            };
            let terms: Vec<_> = rows.filter(holds).collect();
            (!terms.is_empty()).then_some(Meant { span: it.span, terms })
        };
        found.into_iter().filter_map(meant).collect()
    }
}

/// The source terms of `terms`, each once whatever its case, and for each of `terms` the number of its own.
fn sources(terms: &[Term]) -> (Vec<&str>, Vec<u32>) {
    let mut known: HashMap<Cow<'_, str>, u32> = HashMap::with_capacity(terms.len());
    let mut sources = Vec::with_capacity(terms.len());
    let numbers = terms.iter().map(|term| term.source.trim()).map(|source| {
        *known.entry(casing::lower(source)).or_insert_with(|| {
            sources.push(source);
            sources.len() as u32 - 1
        })
    });
    let numbers = numbers.collect();
    (sources, numbers)
}

/// Whether `written`, a form of `term`, has its capitals where `term` does, word by word.
fn has_case_of(written: &str, term: &str) -> bool {
    let capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let words = |text: &'_ str| -> Vec<bool> {
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(capital).collect()
    };
    // An ending may lie behind, an inflected name may have lost its last letters; the capitals stand before those.
    let (mine, theirs) = (words(written), words(term));
    mine.len() >= theirs.len() && mine.iter().zip(&theirs).all(|(mine, theirs)| mine == theirs)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(source: &str, locale: Option<&str>, case: CaseRule) -> Term {
        Term { source: source.to_owned(), locale: locale.map(str::to_owned), case, ..Term::default() }
    }

    #[test]
    fn rows_of_one_term_are_found_together() {
        let rows = vec![
            term("Offer", None, CaseRule::Any),
            term("offer", Some("de-DE"), CaseRule::Any),
            term("offer", Some("nl"), CaseRule::Any),
            term("Teams", None, CaseRule::Exact),
        ];
        let glossary = Glossary::new(rows).unwrap();
        let count = |text: &str, locale: &str| -> Vec<usize> {
            let found = glossary.find(text, &Locale::english(), &Locale::parse(locale).unwrap());
            found.iter().map(|it| it.terms.len()).collect()
        };
        assert_eq!(count("two offers", "de-DE"), [2]);
        assert_eq!(count("two offers", "de-CH"), [1]);
        assert_eq!(count("two offers", "de"), [2]);
        assert_eq!(count("two offers", "nl-BE"), [2]);
        assert_eq!(count("teams, Teams", "fr"), [1]);
    }

    #[test]
    fn rows_are_for_locales_that_say_the_same_in_other_words() {
        let is_for =
            |row: &str, locale: &str| term("a", Some(row), CaseRule::Any).is_for(&Locale::parse(locale).unwrap());
        for (row, locale) in [
            ("zh-Hans", "zh-CN"),
            ("zh-Hant", "zh-TW"),
            ("zh_hans_cn", "zh-CN"),
            ("sr-Latn", "sr-Latn-RS"),
            ("sr-Cyrl", "sr-RS"),
            ("no", "nb-NO"),
            ("iw", "he-IL"),
            ("es-419", "es-MX"),
            ("DE", "de-CH"),
        ] {
            assert!(is_for(row, locale), "{row} {locale}");
        }
        let apart = [("zh-Hans", "zh-TW"), ("sr-Latn", "sr-RS"), ("nb", "nn-NO"), ("es-419", "es-ES"), ("de", "nl")];
        for (row, locale) in apart {
            assert!(!is_for(row, locale), "{row} {locale}");
        }
    }

    #[test]
    fn a_clone_shares_its_terms() {
        let glossary = Glossary::new(vec![term("a", None, CaseRule::Any)]).unwrap();
        assert!(std::ptr::eq(glossary.terms(), glossary.clone().terms()));
    }
}
