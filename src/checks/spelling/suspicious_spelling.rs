//! `suspicious-spelling`

use super::own_words;
use crate::check::{OptionsError, SegmentCheck, Setup};
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::model::{Dictionaries, SegmentView};
use crate::text::casing;
use crate::text::dictionary::Dictionary;
use crate::text::words::words;
use std::collections::HashSet;

declare_check! {
    /// A word is not in the dictionary.
    ///
    /// Only where the configuration names a dictionary (`[dictionaries]`) for the language: Hunspell's, or a list of
    /// words. A word that it lacks may still be right, hence the low severity; a list of the product's own words beside
    /// the dictionary keeps it quiet. Exempt are words of the source, with an ending or without, names, acronyms, code,
    /// terms of the glossary, parts of compounds with a hyphen, and what is of another script.
    ///
    /// ```fails page
    /// -- bilint.toml
    /// [dictionaries]
    /// nl = "dutch.txt"
    /// -- dutch.txt
    /// bewaar
    /// het
    /// bestand
    /// in
    /// de
    /// -- nl.tsv
    /// source	target
    /// Save the file in Trellis.	Bewaar het betsand in Trellis.
    ///                                      ^^^^^^^
    /// ```
    ///
    /// ```passes page
    /// -- bilint.toml
    /// do-not-translate = ["kube proxy"]
    /// dictionaries = {nl = ["dutch.txt", "product.txt"]}
    /// -- dutch.txt
    /// stuur
    /// de
    /// in
    /// -- product.txt
    /// uitrollijst # our word for a rollout plan
    /// -- nl.tsv
    /// source	target
    /// Send tenants the rollout plan in `plan.toml`.	Stuur de tenants in `plan.toml` de uitrollijst.
    /// The API starts kube proxy.	De API-sleutel in de kube proxy: Stuur IT'er de XLIFF.
    /// ```
    pub static SUSPICIOUS_SPELLING: Segment<SuspiciousSpelling> = {
        id: "suspicious-spelling",
        category: Spelling,
        severity: Info,
        confidence: Medium,
        fix: Shown,
        mqm: "linguistic-conventions/spelling",
        its: "misspelling",
        since: "0.1.0",
    }
}

/// Options of `suspicious-spelling`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct SuspiciousSpelling {
    #[serde(skip)]
    dictionaries: Dictionaries,
    /// Words of the glossary, in small letters.
    #[serde(skip)]
    terms: HashSet<String>,
}

impl SegmentCheck for SuspiciousSpelling {
    fn prepare(&mut self, setup: &Setup<'_>) -> Result<(), OptionsError> {
        self.dictionaries = setup.dictionaries.clone();
        if self.dictionaries.iter().next().is_none() {
            return Ok(());
        }
        let forms = setup.glossary.terms().iter().flat_map(|term| std::iter::once(&term.source).chain(&term.targets));
        self.terms = forms.flat_map(|form| words(form).into_iter().map(|word| word.of(form).to_lowercase())).collect();
        Ok(())
    }

    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let target = segment.target();
        let Some(dictionary) = self.dictionaries.get(target.locale()) else { return };
        for index in own_words(segment) {
            let word = target.words()[index];
            let form = word.of(target.text());
            if self.terms.contains(&*casing::lower(form)) || is_known(dictionary, form) {
                continue;
            }
            let near = dictionary.near(form);
            let finding = out.report(target.at(word), format!("`{form}` is not in the dictionary"));
            if let Some(first) = near.first() {
                let all: Vec<_> = near.iter().map(|word| format!("`{word}`")).collect();
                finding.help(format!("did you mean {}?", all.join(" or "))).fix(first.clone(), Trust::Shown);
            } else {
                finding.help("correct it, or add it to a list of words under `[dictionaries]`");
            }
        }
    }
}

/// Whether `dictionary` has `word`, or each part of it between apostrophes that is longer than an article (`l’accès`).
fn is_known(dictionary: &Dictionary, word: &str) -> bool {
    let parts = || word.split(['\'', '’']);
    dictionary.knows(word)
        || parts().count() > 1 && parts().all(|part| part.chars().count() < 3 || dictionary.knows(part))
}
