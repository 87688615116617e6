//! `missing-original`

use crate::check::DocsetCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::{DocsetView, DocumentView, Pairing};
use crate::span::FileSpan;
use std::collections::BTreeMap;

declare_check! {
    /// The page that a translation was made from is not known.
    ///
    /// Most checks compare, so they had nothing to say: a page without findings need not be a page without faults.
    /// Where none of a locale's pages has its original, that is said once, because one setting will mend it.
    ///
    /// ```fails page
    /// -- nl/start.md
    /// # Aan de slag
    /// |
    /// -- nl/tour.md
    /// # Rondleiding
    /// ```
    ///
    /// ```fails page
    /// -- en/start.md
    /// # Get started
    /// -- nl/start.md
    /// # Aan de slag
    /// -- nl/tour.md
    /// # Rondleiding
    /// |
    /// ```
    ///
    /// ```passes page
    /// -- en/start.md
    /// # Get started
    /// -- nl/start.md
    /// # Aan de slag
    /// -- start.md
    /// # Get started
    /// ```
    pub static MISSING_ORIGINAL: Docset<MissingOriginal> = {
        id: "missing-original",
        category: Structure,
        severity: Info,
        confidence: High,
        mqm: "design/markup",
        its: "other",
        since: "0.1.0",
    }
}

/// Options of `missing-original`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MissingOriginal {}

/// The pages of one locale that hold one language.
#[derive(Default)]
struct Plain<'d> {
    found: usize,
    alone: Vec<DocumentView<'d>>,
}

impl DocsetCheck for MissingOriginal {
    fn check(&self, docset: &DocsetView<'_>, out: &mut Sink<'_>) {
        let mut locales: BTreeMap<&str, Plain<'_>> = BTreeMap::new();
        for page in docset.documents() {
            let plain = locales.entry(page.target_locale().tag()).or_default();
            match page.pairing() {
                Pairing::Bilingual => {}
                Pairing::Unknown | Pairing::Names => plain.alone.push(page),
                _ => plain.found += 1,
            }
        }
        for (locale, Plain { found, alone }) in locales {
            let first = || FileSpan::empty(0);
            if let ([page, _, ..], 0) = (&alone[..], found) {
                let message = format!("the originals of all {} pages in {locale} are unknown", alone.len());
                out.report(page.at(first()), message).help(REMEDY);
                continue;
            }
            for page in alone {
                out.report(page.at(first()), "the original of this page is unknown").help(REMEDY);
            }
        }
    }
}

const REMEDY: &str = "name the folder of the originals with `--source DIR`, or both folders in a `[[docset]]`";
