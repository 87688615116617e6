//! `missing-front-matter-key`

use super::{Customs, Translated, translated};
use crate::check::DocsetCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::model::{DocsetView, Field, Side};
use crate::span::FileSpan;
use crate::text::similarity;
use std::collections::BTreeSet;

declare_check! {
    /// A key of the English page's front matter is missing, or was translated.
    ///
    /// Keys are for programs: what stands under `titel:` is no title, and the page has none. Which keys a
    /// translation needs is learned from the others: one is missed that nearly all translations of the locale keep.
    /// The title always is, and so is a key that is only misspelt. Nothing is said where the two pages have
    /// different dates, because the translation is then of another version. Where the front matter is gone, that is said
    /// once.
    ///
    /// ```fails page
    /// -- en/page.md
    /// ---
    /// title: Keep your data
    /// description: How to keep data.
    /// ---
    /// -- nl/page.md
    /// ---
    /// titel: Uw gegevens bewaren
    /// ^^^^^
    /// description: Hoe u gegevens bewaart.
    /// ---
    /// ```
    ///
    /// ```fails page
    /// -- en/page.md
    /// ---
    /// title: Keep your data
    /// description: How to keep data.
    /// ---
    /// -- de/page.md
    /// ---
    /// description: So bewahren Sie Daten auf.
    /// ^^^^^^^^^^^
    /// ---
    /// ```
    ///
    /// ```fails page
    /// -- en/page.md
    /// ---
    /// title: Keep your data
    /// description: How to keep data.
    /// ---
    /// # Keep your data
    /// -- nl/page.md
    /// # Uw gegevens bewaren
    /// |
    /// ```
    ///
    /// ```fails page
    /// option | min-share = 0.5
    /// -- en/page.md
    /// ---
    /// title: Keep your data
    /// layout: article
    /// ---
    /// -- nl/page.md
    /// ---
    /// title: Uw gegevens bewaren
    /// ^^^^^
    /// ---
    /// -- en/start.md
    /// ---
    /// title: First steps
    /// layout: article
    /// ---
    /// -- nl/start.md
    /// ---
    /// title: Eerste stappen
    /// layout: article
    /// ---
    /// ```
    ///
    /// ```passes page
    /// -- en/page.md
    /// ---
    /// title: Keep your data
    /// reviewers: [anna]
    /// ---
    /// -- nl/page.md
    /// ---
    /// title: Uw gegevens bewaren
    /// translators: [bert]
    /// lang: nl
    /// ---
    /// -- en/start.md
    /// ---
    /// reviewers: [anna]
    /// ---
    /// # First steps
    /// -- nl/start.md
    /// # Eerste stappen
    /// ```
    pub static MISSING_FRONT_MATTER_KEY: Docset<MissingFrontMatterKey> = {
        id: "missing-front-matter-key",
        category: Structure,
        severity: Warning,
        confidence: High,
        fix: Unsafe,
        mqm: "accuracy/omission",
        its: "omission",
        since: "0.1.0",
    }
}

/// Options of `missing-front-matter-key`.
#[derive(Debug, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MissingFrontMatterKey {
    /// Keys that either page may have for itself; `l10n.*` stands for all that begin with `l10n.`.
    pub optional: Vec<String>,
    /// Keys that every translation has, whatever the others do.
    pub needed: Vec<String>,
    /// Share of a locale's pages, from 0 to 1, that keep a key which is needed.
    pub min_share: f64,
}

/// Keys that speak of one language's page alone: what localization writes into it (Microsoft Learn, MDN,
/// OpenTelemetry), its language, its people, its addresses.
const OPTIONAL: [&str; 25] = [
    "alias", "aliases", "approvers", "canonical", "canonical_url", "default_lang_commit", "i18nReady", "l10n.*",
    "lang", "language", "locale", "ms.contentlocale", "ms.lasthandoff", "ms.locfileid", "ms.openlocfilehash",
    "ms.sourcegitcommit", "ms.translationtype", "redirect_from", "redirect_url", "reviewers", "sourceCommit",
    "source_sha", "translator", "translators", "url",
];

impl Default for MissingFrontMatterKey {
    fn default() -> Self {
        Self { optional: OPTIONAL.map(str::to_owned).into(), needed: vec!["title".to_owned()], min_share: 0.8 }
    }
}

impl DocsetCheck for MissingFrontMatterKey {
    fn check(&self, docset: &DocsetView<'_>, out: &mut Sink<'_>) {
        let pages = translated(docset);
        let (mut customs, mut known) = (Customs::default(), BTreeSet::new());
        for Translated { page, source } in &pages {
            for key in self.keys(source) {
                known.insert(key);
                customs.count(page.target_locale().tag(), key, has(page.metadata(), key));
            }
        }
        for pair in &pages {
            let own = self.own_keys(pair, &known);
            let is_needed = |key: &str| {
                let share = customs.of(pair.page.target_locale().tag(), key).1;
                share >= self.min_share || self.needed.iter().any(|needed| needed == key)
            };
            let mut missing = self.keys(pair.source);
            missing.retain(|key| !has(pair.page.metadata(), key));
            if pair.page.metadata().is_empty() {
                let is_empty = pair.page.text(Side::Target).trim().is_empty();
                if !is_empty && missing.iter().any(|key| is_needed(key)) {
                    report_all(pair, out);
                }
                continue;
            }
            for key in missing {
                let misspelt = misspelt(key, &own);
                if misspelt.is_some() || is_needed(key) {
                    report(pair, key, misspelt.or_else(|| in_place_of(pair, key, &own)), out);
                }
            }
        }
    }
}

impl MissingFrontMatterKey {
    /// The keys of `fields` that a translation may need, each once, in order.
    fn keys<'d>(&self, fields: &'d [Field<'_>]) -> Vec<&'d str> {
        let mut keys: Vec<&str> = Vec::new();
        for key in fields.iter().map(|field| &*field.key).filter(|key| !self.is_optional(key)) {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        keys
    }

    fn is_optional(&self, key: &str) -> bool {
        self.optional.iter().any(|optional| match optional.strip_suffix('*') {
            Some(prefix) => key.starts_with(prefix),
            None => optional == key,
        })
    }

    /// The keys of a page that no English page has: invented, or a key of the English page in other words.
    fn own_keys<'d>(&self, pair: &Translated<'d>, known: &BTreeSet<&str>) -> Vec<&'d str> {
        let mut keys = self.keys(pair.page.metadata());
        keys.retain(|key| !known.contains(key));
        keys
    }
}

/// The key of `own` that is `key` but for a letter or two.
fn misspelt<'d>(key: &str, own: &[&'d str]) -> Option<&'d str> {
    let likeness = |own: &&str| similarity::words(key, own);
    own.iter()
        .copied()
        .filter(|own| likeness(own) >= 0.66)
        .max_by(|one, other| likeness(one).total_cmp(&likeness(other)))
}

/// The key of `own` that stands where `key` stands on the English page: behind the same key, or first.
fn in_place_of<'d>(pair: &Translated<'d>, key: &str, own: &[&'d str]) -> Option<&'d str> {
    fn before<'f>(fields: &'f [Field<'_>], key: &str) -> Option<&'f str> {
        fields.iter().map(|field| &*field.key).take_while(|other| *other != key).last()
    }
    let expected = before(pair.source, key);
    let depth = |key: &str| key.matches('.').count();
    own.iter().copied().find(|own| depth(own) == depth(key) && before(pair.page.metadata(), own) == expected)
}

fn has(fields: &[Field<'_>], key: &str) -> bool {
    fields.iter().any(|field| field.key == key)
}

/// Reports that a page has no front matter at all.
fn report_all(pair: &Translated<'_>, out: &mut Sink<'_>) {
    let original = pair.source.first().map_or_else(FileSpan::default, |field| field.key_span);
    out.report(pair.page.at(FileSpan::empty(0)), "the front matter of the English page is missing")
        .help("add it, with its title translated")
        .also(pair.page.at_source(original));
}

/// Reports that `key` is missing; or is there in the words of the key `own`.
fn report(pair: &Translated<'_>, key: &str, own: Option<&str>, out: &mut Sink<'_>) {
    let original = pair.source.iter().find(|field| field.key == key).map_or_else(FileSpan::default, |it| it.key_span);
    let original = pair.page.at_source(original);
    if let Some(field) = pair.page.metadata().iter().find(|field| own == Some(&*field.key)) {
        let message = format!("the key `{key}` of the English page is `{}` here", field.key);
        let finding = out.report(pair.page.at(field.key_span), message).help("leave keys as they are");
        finding.also(original).fix(key.rsplit('.').next().unwrap_or(key), Trust::Unsafe);
        return;
    }
    let place = pair.page.at(behind(pair, key));
    out.report(place, format!("the key `{key}` of the English page is missing"))
        .help("add it, its value translated")
        .also(original);
}

/// The key that stands before `key` on the English page and is there in the translation, or its first.
fn behind(pair: &Translated<'_>, key: &str) -> FileSpan {
    let fields = pair.page.metadata();
    let before = pair.source.iter().take_while(|field| field.key != key);
    let there = before.filter_map(|field| fields.iter().find(|own| own.key == field.key)).last();
    there.or(fields.first()).map_or_else(FileSpan::default, |field| field.key_span)
}
