//! `mismatched-front-matter-value`

use super::{Customs, Translated, translated};
use crate::check::DocsetCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::model::{DocsetView, Field, FieldForm};

declare_check! {
    /// A value of the front matter that is not for translation differs from that of the English page.
    ///
    /// Programs read these values: who answers for a page, how it is laid out, where it belongs. A translated one
    /// names nobody and nothing, and a word is neither a number nor `true` or `false`. Nothing is said where the two pages have different dates, because the translation
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
    /// ```fails page
    /// -- en/page.md
    /// ---
    /// title: Keep your data
    /// draft: false
    /// weight: 3
    /// ---
    /// -- nl/page.md
    /// ---
    /// title: Uw gegevens bewaren
    /// draft: onwaar
    ///        ^^^^^^
    /// weight: drie
    ///         ^^^^
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
    /// draft: true
    /// weight: 3
    /// ---
    /// -- nl/page.md
    /// ---
    /// title: Uw gegevens bewaren
    /// tags: [gegevens]
    /// layout: article
    /// ms.date: 03/14/2021
    /// author: "anna"
    /// draft: no
    /// weight: 10
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
            report_words(&pair, out);
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

/// Keys whose value is a number: those of Hugo, of Docusaurus, of themes of Jekyll and of `VuePress`.
const NUMBERS: [&str; 6] =
    ["nav_order", "order", "sidebar_position", "toc_max_heading_level", "toc_min_heading_level", "weight"];

/// What YAML reads as true or false or nothing (YAML 1.1, types `bool` and `null`).
const PLAIN: [&str; 9] = ["true", "false", "yes", "no", "on", "off", "y", "n", "null"];

/// Reports the values that are a number, true or false on the English page and a word here.
fn report_words(pair: &Translated<'_>, out: &mut Sink<'_>) {
    for field in pair.page.metadata().iter().filter(|field| field.form == FieldForm::Scalar) {
        let Some(source) = pair.source.iter().find(|source| source.key == field.key) else { continue };
        let is_number = !source.value.is_empty() && source.value.bytes().all(|byte| byte.is_ascii_digit());
        let is_checked = matches!(&*source.value, "true" | "false") || is_number && NUMBERS.contains(&&*field.key);
        let is_word = !field.value.is_empty() && field.value.chars().all(char::is_alphabetic);
        if is_checked && is_word && !PLAIN.iter().any(|plain| field.value.eq_ignore_ascii_case(plain)) {
            let message = format!("`{}` is `{}` on the English page, `{}` here", field.key, source.value, field.value);
            out.report(pair.page.at(field.span), message)
                .fix(&*source.value, Trust::Unsafe)
                .also(pair.page.at_source(source.span))
                .help("write it as the English page does");
        }
    }
}

/// Whether a value is written as it is in any front matter.
fn is_plain(value: &str) -> bool {
    value.starts_with(|c: char| c.is_ascii_alphabetic())
        && value.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.' | b'/'))
}
