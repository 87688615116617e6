//! A glossary: terms and what they are to be called.

use crate::text::terms::TermSet;

/// One term of a glossary.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Term {
    /// The term in the source language.
    pub source: String,
    /// What it may be called, the preferred form first.
    pub targets: Vec<String>,
    /// What it must not be called.
    pub forbidden: Vec<String>,
    /// A remark for the reader of a finding.
    pub note: String,
    /// The target language's tag, if the term is for one only.
    pub locale: Option<String>,
}

/// Terms and what they are to be called.
#[derive(Clone, Debug, Default)]
pub struct Glossary {
    terms: Vec<Term>,
    matcher: TermSet,
}

impl Glossary {
    /// A glossary of `terms`.
    ///
    /// # Errors
    /// When the terms are too many to be compiled.
    pub fn new(terms: Vec<Term>) -> Result<Self, aho_corasick::BuildError> {
        // The matcher drops empty terms; so that indexes agree, they are dropped here.
        let terms: Vec<Term> = terms.into_iter().filter(|term| !term.source.trim().is_empty()).collect();
        let matcher = TermSet::new(terms.iter().map(|term| term.source.clone()))?;
        Ok(Self { terms, matcher })
    }

    /// Its terms, by the index that [`matcher`](Self::matcher) reports.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// Finds source terms in a text.
    pub fn matcher(&self) -> &TermSet {
        &self.matcher
    }
}
