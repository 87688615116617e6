//! `added-number`

use super::Difference;
use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::SegmentView;

declare_check! {
    /// The translation has a number that the source does not have.
    ///
    /// Nobody said it, and the reader will believe it. Numbers that the source spells out (`twenty-four`), abbreviates
    /// (`FY21`, `5K`) or tells by another clock (`6 PM`), in another unit (`half an hour`) or by the name of a month
    /// are exempt, and so are those up to twelve and round ones, which come with other words; see `suspicious-number`.
    /// One number that took the place of one other is a `missing-number`.
    ///
    /// ```fails
    /// en | Open port 443.
    /// de | Öffnen Sie Port 4433 oder 443.
    ///                      ^^^^
    /// ```
    ///
    /// ```passes
    /// en | The offer ends in FY21, at 6 PM on the fifteenth, after twenty-four months and 2 million orders.
    /// it | L'offerta termina nel 2021, alle 18:00 del 15, dopo 24 mesi e 2.000.000 di ordini.
    /// ```
    ///
    /// ```fails
    /// en | After half an hour, the session ends.
    /// de | Nach 35 Minuten endet die Sitzung.
    ///           ^^
    /// ```
    ///
    /// ```passes
    /// en | After half an hour, on March 5 at half past two, half a million users left within two days.
    /// de | Nach 30 Minuten, am 05.03. um 14:30 Uhr, verschwanden innerhalb von 48 Stunden 500.000 Benutzer.
    /// ```
    ///
    /// ```passes
    /// en | Windows10 costs 5 EUR.
    /// sv | Windows 10 kostar 5,00 EUR.
    /// ```
    pub static ADDED_NUMBER: Segment<AddedNumber> = {
        id: "added-number",
        category: Numbers,
        severity: Error,
        confidence: Medium,
        needs: [DIGIT],
        mqm: "accuracy/addition",
        its: "numbers",
        yields_to: ["mismatched-version", "mismatched-date", "missing-identifier", "missing-number"],
        since: "0.1.0",
    }
}

/// Options of `added-number`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct AddedNumber {}

impl SegmentCheck for AddedNumber {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let target = segment.target();
        if segment.is_one_sided() || target.numbers().is_empty() {
            return;
        }
        let difference = Difference::of(segment);
        if difference.replaced().is_some() {
            return;
        }
        for gained in difference.gained.iter().filter(|number| number.weighty) {
            let message = format!("the source has no number `{}`", gained.span.of(target.text()));
            out.report(target.at(gained.span), message);
        }
    }
}
