//! Version numbers.

use super::dates::dates;
use crate::locale::Language;
use crate::span::Span;

/// A version number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version<'t> {
    /// Where.
    pub span: Span,
    /// The name it follows, which a translation keeps; empty when its own look or a word like `version` makes it one.
    pub name: &'t str,
}

impl Version<'_> {
    /// Whether the number at `span` of a translation may be this version: it follows the same name, if any.
    pub fn fits(&self, text: &str, span: Span) -> bool {
        self.name.is_empty() || word_before(text, span).eq_ignore_ascii_case(self.name)
    }
}

/// Which of `numbers` in `text` (of the given language) are version numbers: three or more parts between stops that
/// are no date; two parts behind `version`, `the version is` or what has versions (`firmware`), before `or later`, or
/// between `upgrade from` and `to`; two parts behind a name, without a unit.
///
/// ```
/// # use bilint::{locale::Locale, text::{numbers::numbers, versions::versions}};
/// let text = "NuGet 1.7 needs version 3.0 of 4.6.1, not 2.5 GB";
/// let found: Vec<_> = versions(text, &numbers(text), Locale::english().language())
///     .into_iter()
///     .map(|version| version.span.of(text))
///     .collect();
/// assert_eq!(found, ["1.7", "3.0", "4.6.1"]);
/// ```
pub fn versions<'t>(text: &'t str, numbers: &[Span], language: &Language) -> Vec<Version<'t>> {
    numbers.iter().filter_map(|&span| version(text, span, language)).collect()
}

fn version<'t>(text: &'t str, span: Span, language: &Language) -> Option<Version<'t>> {
    let number = span.of(text);
    if !number.bytes().all(|b| b.is_ascii_digit() || b == b'.') || !number.contains('.') {
        return None;
    }
    if number.bytes().filter(|b| *b == b'.').count() >= 2 {
        return dates(number).is_empty().then_some(Version { span, name: "" });
    }
    let name = word_before(text, span);
    let (before, rest) = (&text[..span.range().start], &text[span.range().end..]);
    let has_versions = VERSIONED.iter().any(|word| name.eq_ignore_ascii_case(word));
    let unit = has_unit(rest);
    if !unit && (has_versions || is_version_told(before) || is_followed_by_newer(rest) || is_moved(before)) {
        return Some(Version { span, name: "" });
    }
    let named =
        name.starts_with(|c: char| c.is_ascii_uppercase()) || name.bytes().skip(1).any(|b| b.is_ascii_uppercase());
    let named = named && !name.ends_with('.');
    let lower = name.to_lowercase();
    let counted = [
        "total", "minimum", "maximum", "average", "price", "over", "under", "about", "up", "only", "usd", "eur", "gbp",
    ];
    (named && !language.is_function_word(&lower) && !counted.contains(&lower.as_str()) && !unit)
        .then_some(Version { span, name })
}

/// English words that a version follows at once.
const VERSIONED: [&str; 9] = ["version", "versions", "release", "v", "ver", "firmware", "build", "kernel", "driver"];

/// Whether `before` ends in words that tell a version: `the current version is`, `version number must be at least`.
fn is_version_told(before: &str) -> bool {
    let joins = |word: &&str| {
        matches!(
            *word,
            "number" | "is" | "was" | "be" | "must" | "should" | "now" | "currently" | "at" | "least" | "to"
        )
    };
    let mut words = before.split([' ', '\u{a0}']).rev().filter(|word| !word.is_empty()).skip_while(joins);
    words.next().is_some_and(|word| word.eq_ignore_ascii_case("version"))
}

/// Whether `rest` goes on as behind a version alone: amounts are higher or more, not later.
fn is_followed_by_newer(rest: &str) -> bool {
    let word = rest.trim_start_matches([' ', '\u{a0}']).strip_prefix("or ").unwrap_or_default();
    ["later", "newer", "earlier", "older"].iter().any(|newer| word.starts_with(newer))
}

/// Whether `before` ends in `upgrade from`, or in the same with a number and `to`.
fn is_moved(before: &str) -> bool {
    const MOVES: [&str; 9] = [
        "upgrade", "upgrades", "upgraded", "upgrading", "downgrade", "downgrading", "migrate", "migrating", "migration",
    ];
    let mut words = before.split(' ').rev().filter(|word| !word.is_empty()).peekable();
    if words.peek() == Some(&"to") {
        words.next();
        let number = words.next().unwrap_or_default();
        if !number.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
            return false;
        }
    }
    words.next() == Some("from") && words.next().is_some_and(|word| MOVES.contains(&&*word.to_ascii_lowercase()))
}

/// The word that stands before `span`, a space or nothing between them.
fn word_before(text: &str, span: Span) -> &str {
    let before = text[..span.range().start].trim_end_matches([' ', '\u{a0}']);
    let start = before
        .char_indices()
        .rev()
        .take_while(|(_, c)| c.is_alphanumeric() || matches!(c, '#' | '+' | '.'))
        .last()
        .map_or(before.len(), |(at, _)| at);
    &before[start..]
}

/// Whether what follows a number is the unit of an amount.
fn has_unit(rest: &str) -> bool {
    const UNITS: &[&str] = &[
        "b", "kb", "mb", "gb", "tb", "kib", "mib", "gib", "tib", "ms", "s", "hz", "mhz", "ghz", "x", "percent",
        "points", "point", "times", "hour", "hours", "day", "days", "minute", "minutes", "second", "seconds", "month",
        "months", "year", "years", "week", "weeks", "thousand", "million", "billion", "k", "m", "usd", "eur", "gbp",
        "dollars", "euros", "units", "unit", "inch", "inches", "km", "cm", "mm", "kg", "credits", "hrs", "vcpu",
        "cores",
    ];
    let rest = rest.trim_start_matches([' ', '\u{a0}', '-']);
    let length = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    rest.starts_with(['%', '€', '$', '£', '¥', '°', '×'])
        || UNITS.contains(&rest[..length].to_ascii_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;
    use crate::text::numbers::numbers;

    fn found(text: &str) -> Vec<&str> {
        let versions = versions(text, &numbers(text), Locale::english().language());
        versions.into_iter().map(|version| version.span.of(text)).collect()
    }

    #[test]
    fn names_and_parts_make_versions() {
        assert_eq!(
            found("TLS 1.2, Node.js 20.4, .NET Core 2.0, C# 8.0, v2.1, 10.0.0.1"),
            ["1.2", "20.4", "2.0", "8.0", "2.1", "10.0.0.1"]
        );
    }

    #[test]
    fn words_around_make_versions() {
        assert_eq!(
            found("It must be 7.4 or later. The current version is 6.1. Upgrade from 2.5 to 3.0, with firmware 4.2."),
            ["7.4", "6.1", "2.5", "3.0", "4.2"]
        );
    }

    #[test]
    fn amounts_beside_such_words_are_no_versions() {
        assert_eq!(
            found("A rating of 4.5 or higher. The new version is 2.5 times as fast. The share rises from 2.5 to 3.0."),
            [""; 0]
        );
        assert_eq!(
            found("Wait 1.5 hours or later. Each version of 2.5 GB, we build 1.5 million, and later 2.5."),
            [""; 0]
        );
    }

    #[test]
    fn amounts_and_dates_are_no_versions() {
        assert_eq!(
            found("In 1.5 hours, Azure 2.5 GB, Total 4.50, USD 1.25, 3.5% of 14.03.2021, it costs 7.5."),
            [""; 0]
        );
    }
}
