//! `mismatched-version`

use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::model::SegmentView;
use crate::text::versions::versions;

declare_check! {
    /// A version number was written as a decimal number, or changed.
    ///
    /// `NuGet 1,7` is no version of anything: a version is a name, and its stops are no decimal separators. What
    /// follows `version` or a name, or has three parts, is a version; an amount with a unit is none, and neither is a
    /// number behind a word that was translated.
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
    /// ```passes
    /// en | Each of the 2.5 GB files in EF Core 3.0 costs USD 1.25, on average 1.5 times as much.
    /// de | Jede der 2,5 GB großen Dateien in EF Core 3.0 kostet 1,25 USD, im Schnitt 1,5-mal so viel.
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
        let known = |number: &str| source.text().contains(number);
        for version in versions(source.text(), source.numbers(), source.locale().language()) {
            let original = version.span.of(source.text());
            if target.text().contains(original) {
                continue;
            }
            let numbers = target.numbers().iter().filter(|span| !known(span.of(target.text())));
            let mut numbers = numbers.filter(|span| version.fits(target.text(), **span));
            let stops = |number: &str| number.replace([',', '，', '．', '٫'], ".");
            if let Some(&span) = numbers.clone().find(|span| stops(span.of(target.text())) == original) {
                let message = format!("the version `{original}` is written as `{}`", span.of(target.text()));
                out.report(target.at(span), message).also(source.at(version.span)).fix(original, Trust::Safe);
            } else if let Some(&span) = numbers.find(|span| is_long(original) && is_long(span.of(target.text()))) {
                let message = format!("the version `{original}` became `{}`", span.of(target.text()));
                out.report(target.at(span), message).also(source.at(version.span)).fix(original, Trust::Unsafe);
            }
        }
    }
}

/// Whether a version has three parts or more.
fn is_long(number: &str) -> bool {
    number.matches('.').count() > 1
}
