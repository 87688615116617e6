//! `invalid-front-matter-value`

use crate::check::{DocumentCheck, OptionsError, Setup};
use crate::declare_check;
use crate::finding::Sink;
use crate::locale::Locale;
use crate::model::{DocumentView, Field};
use crate::text::dates::{self, Day};
use std::borrow::Cow;

declare_check! {
    /// A value of the front matter cannot be what its key says.
    ///
    /// Programs that publish, sort and update translations read these values: dates, hashes of the source, the kind
    /// of translation. What they cannot read they refuse or pass over, and the page is never updated again. Nothing
    /// is said of a value that the English page has, too.
    ///
    /// ```fails page
    /// option | today = "2021-06-01"
    /// -- nl-nl/page.md
    /// ---
    /// title: Gegevens
    /// ms.date: 02/30/2021
    ///          ^^^^^^^^^^
    /// ms.openlocfilehash: ea6683c3033b2511
    ///                     ^^^^^^^^^^^^^^^^
    /// ms.translationtype: mens
    ///                     ^^^^
    /// ms.lasthandoff: 07/04/2021
    ///                 ^^^^^^^^^^
    /// ---
    /// ```
    ///
    /// ```fails page
    /// -- nl-nl/page.md
    /// ---
    /// ms.date: 03/14/2021
    /// ms.lasthandoff: 03/12/2021
    ///                 ^^^^^^^^^^
    /// l10n:
    ///   sourceCommit: main
    ///                 ^^^^
    /// ---
    /// ```
    ///
    /// ```passes page
    /// -- nl-nl/page.md
    /// ---
    /// date: 2021-02-28T10:00:00Z
    /// updated: 28.2.2021
    /// ms.date: 02/28/2021
    /// ms.openlocfilehash: ea6683c3033b25110784896eea0ac85083b8ed9e
    /// ms.translationtype: HT
    /// ms.contentlocale: nl-NL
    /// ms.lasthandoff: 03/12/2021
    /// ms.locfileid: "111390889"
    /// ---
    /// ```
    pub static INVALID_FRONT_MATTER_VALUE: Document<InvalidFrontMatterValue> = {
        id: "invalid-front-matter-value",
        category: Structure,
        severity: Warning,
        confidence: High,
        mqm: "design/markup",
        its: "non-conformance",
        since: "0.1.0",
    }
}

/// Options of `invalid-front-matter-value`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct InvalidFrontMatterValue {
    /// The day, as `2021-03-14`, that no hand-off lies behind; that of the run when nothing is said.
    pub today: Option<String>,
    #[serde(skip)]
    day: Option<Day>,
}

/// What the value of a key must be.
#[derive(Clone, Copy)]
enum Law {
    /// A hash in hexadecimal digits, of one of these lengths.
    Hash(&'static [usize]),
    /// A commit in hexadecimal digits, whole or abbreviated.
    Commit,
    /// One of these words.
    Word(&'static [&'static str]),
    /// Digits.
    Number,
    /// A locale.
    Locale,
    /// A day of our time, the month before the day.
    Handled,
    /// Any text, but if it is a date in digits, such a day.
    Date,
}

/// The laws of keys, from the documentation of those who read them: Microsoft Learn (`ms.`), MDN (`l10n.`),
/// OpenTelemetry (`default_lang_commit`), Hugo, Docusaurus and Jekyll (dates).
const LAWS: &[(&str, Law)] = &[
    ("ms.openlocfilehash", Law::Hash(&[40, 64])),
    ("ms.sourcegitcommit", Law::Commit),
    ("l10n.sourceCommit", Law::Commit),
    ("sourceCommit", Law::Commit),
    ("source_sha", Law::Commit),
    ("default_lang_commit", Law::Commit),
    ("ms.translationtype", Law::Word(&["MT", "HT"])),
    ("ms.locfileid", Law::Number),
    ("ms.contentlocale", Law::Locale),
    ("ms.date", Law::Handled),
    ("ms.lasthandoff", Law::Handled),
    ("date", Law::Date),
    ("lastmod", Law::Date),
    ("publishDate", Law::Date),
    ("expiryDate", Law::Date),
    ("last_update.date", Law::Date),
    ("last_updated", Law::Date),
    ("updated", Law::Date),
];

impl Law {
    /// What is wrong with `value`.
    fn broken_by(self, value: &str) -> Option<Cow<'static, str>> {
        let is_hex = value.bytes().all(|b| b.is_ascii_hexdigit());
        match self {
            Self::Hash(lengths) if !is_hex || !lengths.contains(&value.len()) => {
                let lengths: Vec<String> = lengths.iter().map(usize::to_string).collect();
                Some(format!("`{value}` is no hash: it has {} hexadecimal digits", lengths.join(" or ")).into())
            }
            Self::Commit if !is_hex || !(7..=64).contains(&value.len()) => {
                Some(format!("`{value}` is no commit: it has 7 to 64 hexadecimal digits").into())
            }
            Self::Word(words) if !words.contains(&value) => {
                Some(format!("`{value}` is not known here; known are {}", words.join(", ")).into())
            }
            Self::Number if !value.bytes().all(|b| b.is_ascii_digit()) => {
                Some(format!("`{value}` is no number").into())
            }
            Self::Locale if Locale::parse(value).is_none() => Some(format!("`{value}` is no locale").into()),
            Self::Handled => match handled(value) {
                None => Some(format!("`{value}` is no day, the month first: 03/24/2021").into()),
                Some(day) if !(1990..2100).contains(&day.year) => Some(format!("`{value}` is not of our time").into()),
                Some(_) => None,
            },
            Self::Date if dates::written(value).is_some() && any_day(value).is_none() => {
                Some(format!("there is no day `{value}`").into())
            }
            _ => None,
        }
    }
}

/// A date as Microsoft Learn writes it, the month first, or the year.
fn handled(value: &str) -> Option<Day> {
    match dates::written(value)? {
        ([year, month, day], true) | ([month, day, year], false) => Day::new(year, month, day),
    }
}

/// A date with month and day in either order.
fn any_day(value: &str) -> Option<Day> {
    let swapped = || match dates::written(value)? {
        ([day, month, year], false) => Day::new(year, month, day),
        _ => None,
    };
    handled(value).or_else(swapped)
}

impl DocumentCheck for InvalidFrontMatterValue {
    fn prepare(&mut self, setup: &Setup<'_>) -> Result<(), OptionsError> {
        self.day = match &self.today {
            None => setup.today,
            Some(said) => Some(handled(said).ok_or_else(|| OptionsError {
                message: format!("`today`: `{said}` is no day such as 2021-03-14"),
                key: Some("today".to_owned()),
            })?),
        };
        Ok(())
    }

    fn check(&self, document: &DocumentView<'_>, out: &mut Sink<'_>) {
        let source = document.source_metadata().unwrap_or_default();
        let inherited = |field: &Field<'_>| source.iter().any(|it| it.key == field.key && it.value == field.value);
        for field in document.metadata().iter().filter(|field| !field.value.is_empty()) {
            let law = LAWS.iter().find(|(key, _)| *key == field.key);
            if let Some(message) = law.and_then(|(_, law)| law.broken_by(&field.value))
                && !inherited(field)
            {
                out.report(document.at(field.span), message);
            }
        }
        self.check_handoff(document, out);
    }
}

impl InvalidFrontMatterValue {
    /// A page is handed off after it was written and before it is read.
    fn check_handoff(&self, document: &DocumentView<'_>, out: &mut Sink<'_>) {
        let day = |key: &str| {
            let field = document.metadata().iter().find(|field| field.key == key)?;
            Some((field, handled(&field.value)?))
        };
        let Some((handoff, handed)) = day("ms.lasthandoff") else { return };
        // It may be tomorrow already where the page was handed off.
        if self.day.is_some_and(|today| handed > today.next()) {
            out.report(document.at(handoff.span), format!("the hand-off `{}` lies in the future", handoff.value));
        }
        if let Some((written, _)) = day("ms.date").filter(|(_, written)| handed < *written) {
            let message = format!("the hand-off `{}` is before the page's own date `{}`", handoff.value, written.value);
            out.report(document.at(handoff.span), message).also(document.at(written.span));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_may_be_written_in_several_orders_but_must_exist() {
        assert!(any_day("2021-02-28T10:00:00Z").is_some() && any_day("28/02/2021").is_some());
        assert!(any_day("30.02.2021").is_none() && dates::written("30.02.2021").is_some());
        assert!(handled("28/02/2021").is_none() && handled("02/28/2021").is_some());
        for text in ["soon", "1.2.3", "2021", "2021-02", "10.0.0.1", "٠٣/٠٤/٢٠٢١", "v1/2/2021", "//", "1//2021"]
        {
            assert_eq!(dates::written(text), None, "{text}");
        }
    }
}
