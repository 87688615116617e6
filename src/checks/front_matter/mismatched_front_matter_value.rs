//! `mismatched-front-matter-value`

use super::{Customs, translated};
use crate::check::DocsetCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::model::{DocsetView, Field, FieldForm};

declare_check! {
    /// A value of the front matter that is not for translation differs from that of the English page.
    ///
    /// Programs read these values: who answers for a page, how it is laid out, where it belongs. A translated one
    /// names nobody and nothing. Nothing is said where the two pages have different dates, because the translation
    /// is then of another version, nor where a site has values of its own for its translations.
    ///
    /// ```fails page
    /// -- en/page.md
    /// ---
    /// title: Keep your data
    /// layout: article
    /// ---
    /// -- nl/page.md
    /// ---
    /// title: Uw gegevens bewaren
    /// layout: artikel
    ///         ^^^^^^^
    /// ---
    /// ```
    ///
    /// ```passes page
    /// -- en/page.md
    /// ---
    /// title: Keep your data
    /// tags: [data]
    /// layout: article
    /// ms.date: 03/14/2021
    /// author: 'anna'
    /// ---
    /// -- nl/page.md
    /// ---
    /// title: Uw gegevens bewaren
    /// tags: [gegevens]
    /// layout: article
    /// ms.date: 03/14/2021
    /// author: "anna"
    /// ---
    /// -- de/page.md
    /// ---
    /// title: Daten aufbewahren
    /// ms.date: 11/02/2019
    /// author: bert
    /// ---
    /// ```
    pub static MISMATCHED_FRONT_MATTER_VALUE: Docset<MismatchedFrontMatterValue> = {
        id: "mismatched-front-matter-value",
        category: Structure,
        severity: Warning,
        confidence: High,
        fix: Unsafe,
        mqm: "accuracy/do-not-translate",
        its: "mistranslation",
        since: "0.1.0",
    }
}

/// Options of `mismatched-front-matter-value`.
#[derive(Debug, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MismatchedFrontMatterValue {
    /// Keys whose values are the same in every language.
    pub same: Vec<String>,
    /// Pages with such a key from which on a locale has customs of its own.
    pub min_pages: usize,
    /// Share of them, from 0 to 1, that must have the value of the English page; below it nothing is said.
    pub min_share: f64,
}

/// Keys whose values are names and settings, never prose: those of Microsoft Learn (`ms.`, `author`, `manager`,
/// `uid`), Hugo (`layout`, `translationKey`), the Kubernetes site (`content_type`), Docusaurus (`id`), Material for
/// `MkDocs` (`template`) and MDN (`page-type`). Weights and positions are left out, because they follow the English
/// menu late; types, drafts, addresses, aliases and tags, because each language may have its own.
const SAME: [&str; 18] = [
    "author", "content_type", "id", "layout", "manager", "ms.assetid", "ms.author", "ms.devlang", "ms.prod",
    "ms.reviewer", "ms.service", "ms.subservice", "ms.technology", "ms.topic", "page-type", "template",
    "translationKey", "uid",
];

impl Default for MismatchedFrontMatterValue {
    fn default() -> Self {
        Self { same: SAME.map(str::to_owned).into(), min_pages: 5, min_share: 0.8 }
    }
}

impl DocsetCheck for MismatchedFrontMatterValue {
    fn check(&self, docset: &DocsetView<'_>, out: &mut Sink<'_>) {
        let mut customs = Customs::default();
        let mut found = Vec::new();
        for pair in translated(docset) {
            let locale = pair.page.target_locale().tag();
            for key in &self.same {
                let of_key = |field: &&Field<'_>| field.key == *key;
                let source: Vec<&Field<'_>> = pair.source.iter().filter(of_key).collect();
                let target: Vec<&Field<'_>> = pair.page.metadata().iter().filter(of_key).collect();
                // A key that stands twice is told as that.
                let doubled = target.windows(2).any(|two| two[0].key_span != two[1].key_span);
                if source.is_empty() || target.is_empty() || doubled {
                    continue;
                }
                let same =
                    source.iter().map(|field| field.value.trim()).eq(target.iter().map(|field| field.value.trim()));
                customs.count(locale, key, same);
                if !same {
                    let places = [pair.page.at_source(source[0].span), pair.page.at(target[0].span)];
                    found.push((locale, key, places, source, target));
                }
            }
        }
        for (locale, key, [original, place], source, target) in found {
            let (pages, share) = customs.of(locale, key);
            if pages >= self.min_pages && share < self.min_share {
                continue;
            }
            let finding = match (&source[..], &target[..]) {
                ([source], [target]) => {
                    let message = format!("`{key}` is `{}` on the English page, `{}` here", source.value, target.value);
                    let finding = out.report(place, message);
                    if target.form == FieldForm::Scalar && is_plain(&source.value) && is_plain(&target.value) {
                        finding.fix(source.value.trim(), Trust::Unsafe);
                    }
                    finding
                }
                _ => out.report(place, format!("`{key}` has other values on the English page")),
            };
            finding.also(original).help("write it as the English page does");
        }
    }
}

/// Whether a value is written as it is in any front matter.
fn is_plain(value: &str) -> bool {
    value.starts_with(|c: char| c.is_ascii_alphabetic())
        && value.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.' | b'/'))
}
