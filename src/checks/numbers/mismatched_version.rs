//! `mismatched-version`

use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::model::SegmentView;
use crate::span::Span;
use crate::text::versions::versions;
use std::cell::OnceCell;

declare_check! {
    /// A version number was written as a decimal number, or changed.
    ///
    /// `NuGet 1,7` is no version of anything: a version is a name, and its stops are no decimal separators. What
    /// follows `version`, `firmware` or a name, stands before `or later`, or has three parts, is a version; an amount
    /// with a unit is none, and neither is a number behind a word that was translated.
    ///
    /// ```fails
    /// en | Requires NuGet 1.7 or later.
    /// pl | Wymaga NuGet 1,7 lub nowszej wersji.
    ///                   ^^^
    /// ```
    ///
    /// ```fails
    /// en | It runs on .NET Framework 4.6.1 and above.
    /// sv | Det körs på .NET Framework 4.6.2 och senare.
    ///                                 ^^^^^
    /// ```
    ///
    /// ```fails
    /// en | Version 4.10 is current. It must be 3.11 or later.
    /// es | La versión actual es la 4.1. Debe ser la 3,11 o una posterior.
    ///                              ^^^              ^^^^
    /// ```
    ///
    /// ```passes
    /// en | Each of the 2.5 GB files in EF Core 3.0 costs USD 1.25, on average 1.5 times as much.
    /// de | Jede der 2,5 GB großen Dateien in EF Core 3.0 kostet 1,25 USD, im Schnitt 1,5-mal so viel.
    /// ```
    ///
    /// ```passes
    /// en | A rating of 4.5 or higher is good; the new version is 2.5 times as fast.
    /// nl | Een waardering van 4,5 of hoger is goed; de nieuwe versie is 2,5 keer zo snel.
    /// ```
    ///
    /// ```passes
    /// en | Price 4.00
    /// nl | Prijs 4,00
    /// ```
    pub static MISMATCHED_VERSION: Segment<MismatchedVersion> = {
        id: "mismatched-version",
        category: Numbers,
        severity: Error,
        confidence: High,
        fix: Safe,
        needs: [DIGIT],
        mqm: "locale-conventions/number",
        its: "numbers",
        since: "0.1.0",
    }
}

/// Options of `mismatched-version`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MismatchedVersion {}

impl SegmentCheck for MismatchedVersion {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source(), segment.target());
        if segment.is_one_sided() || source.numbers().is_empty() {
            return;
        }
        let known = |number: &str| source.numbers().iter().any(|span| span.of(source.text()) == number);
        let strange: OnceCell<Vec<(Span, String)>> = OnceCell::new();
        for version in versions(source.text(), source.numbers(), source.locale().language()) {
            let original = version.span.of(source.text());
            if target.text().contains(original) {
                continue;
            }
            let strange = strange.get_or_init(|| {
                let strange = target.numbers().iter().filter(|span| !known(span.of(target.text())));
                strange.map(|&span| (span, span.of(target.text()).replace([',', '，', '．', '٫'], "."))).collect()
            });
            let mut numbers = strange.iter().filter(|(span, _)| version.fits(target.text(), *span));
            if let Some(&(span, _)) = numbers.clone().find(|(_, number)| number == original) {
                let message = format!("the version `{original}` is written as `{}`", span.of(target.text()));
                out.report(target.at(span), message).also(source.at(version.span)).fix(original, Trust::Safe);
            } else if let Some(&(span, _)) = numbers.find(|(_, number)| is_another(original, number)) {
                let message = format!("the version `{original}` became `{}`", span.of(target.text()));
                out.report(target.at(span), message).also(source.at(version.span)).fix(original, Trust::Unsafe);
            }
        }
    }
}

/// Whether `number` stands for the version `original` and is none that it could be: both have three parts or more, or
/// the zero of its tenth, twentieth and so on was taken for one behind a decimal separator.
fn is_another(original: &str, number: &str) -> bool {
    let is_long = |number: &str| number.matches('.').count() > 1;
    let tens = original.rsplit_once('.').is_some_and(|(_, last)| last.len() > 1);
    is_long(original) && is_long(number) || tens && original.strip_suffix('0') == Some(number)
}
