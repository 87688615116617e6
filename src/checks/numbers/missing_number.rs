//! `missing-number`

use super::{Difference, expected_place};
use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::SegmentView;

declare_check! {
    /// A number of the source is missing in the translation.
    ///
    /// Readers act on numbers: limits, prices, terms, dates. Numbers are compared by value, with the separators and
    /// scale words of either language and in any order, so `1,250.00` and `1.250,00` agree, `10,000` and `10 mil`, and
    /// so do dates. Numbers up to twelve, round ones and ordinals may be put in words and are left to
    /// `suspicious-number`, unless exactly one number was replaced by one other. Hours before and after noon, `24x7`,
    /// spans of time in another unit, and measures in metric units have other forms and are exempt.
    ///
    /// ```fails
    /// en | Files are kept for 45 days.
    /// nl | Bestanden worden dagen bewaard.
    ///                       ^^^^^
    /// ```
    ///
    /// ```fails
    /// en | Wait 2 minutes, then try up to 3 times.
    /// sv | Vänta 9 minuter och försök upp till 3 gånger.
    ///            ^
    /// ```
    ///
    /// ```fails
    /// en | The trial ends after 21 days, and 3 copies are kept.
    /// nl | De proefversie eindigt na 12 dagen, en er worden 3 kopieën bewaard.
    ///                                ^^
    /// ```
    ///
    /// ```passes
    /// en | It ends after 21 days or 90 minutes of use, and is open to 15,000 users from 9 to 5.
    /// nl | Het eindigt na drie weken of anderhalf uur en is er van 9 tot 17 uur voor 15 duizend gebruikers.
    /// ```
    ///
    /// ```passes
    /// en | You owe 1,250.00 USD, due on 3/14/2021.
    /// de | Sie schulden 1.250,00 USD, fällig am 14.03.2021.
    /// ```
    ///
    /// ```passes
    /// en | Support is there 24x7 and calls back from 2:00 PM on.
    /// it | L'assistenza è disponibile 24 ore su 24, 7 giorni su 7, e richiama dalle 14:00 in poi.
    /// ```
    ///
    /// ```passes
    /// en | At most 10,000 files in 5 of the seven folders
    /// pl | Najwyżej 10 000 plików w 5 z 7 folderów
    /// ```
    pub static MISSING_NUMBER: Segment<MissingNumber> = {
        id: "missing-number",
        category: Numbers,
        severity: Error,
        confidence: Medium,
        needs: [DIGIT],
        mqm: "accuracy/mistranslation",
        its: "numbers",
        yields_to: ["mismatched-version", "mismatched-date", "missing-identifier", "missing-placeholder"],
        since: "0.1.0",
    }
}

/// Options of `missing-number`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MissingNumber {}

impl SegmentCheck for MissingNumber {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source(), segment.target());
        if segment.is_one_sided() || source.numbers().is_empty() {
            return;
        }
        let difference = Difference::of(segment);
        if let Some((lost, gained)) = difference.replaced() {
            let (was, became) = (lost.span.of(source.text()), gained.span.of(target.text()));
            out.report(target.at(gained.span), format!("`{was}` became `{became}`")).also(source.at(lost.span));
            return;
        }
        for lost in difference.lost.iter().filter(|number| number.weighty) {
            let message = format!("the number `{}` is missing", lost.span.of(source.text()));
            out.report(target.at(expected_place(segment, lost.span)), message).also(source.at(lost.span));
        }
    }
}
