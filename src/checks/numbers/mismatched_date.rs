//! `mismatched-date`

use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::SegmentView;
use crate::text::dates::{Date, dates};

declare_check! {
    /// A date in digits is another date in the translation.
    ///
    /// Day and month trade places between languages, and in the course of it one of them gets lost or doubled.
    /// Dates agree when they hold the same three numbers, in whatever order and with whatever marks between them.
    /// Languages that count years otherwise are exempt, and so are dates with a month in words.
    ///
    /// ```fails
    /// en | The period begins on 1/13/2018.
    /// it | Il periodo inizia il 13/13/2018.
    ///                           ^^^^^^^^^^
    /// ```
    ///
    /// ```passes
    /// en | From 1/13/2018 to 2018-02-28, invoiced on 3/1/18
    /// pl | Od 13.01.2018 do 28.02.2018, faktura 2018-03-01
    /// ```
    ///
    /// ```passes
    /// en | Released on 2021-03-04
    /// de | Erschienen am 4. März 2021
    /// ```
    pub static MISMATCHED_DATE: Segment<MismatchedDate> = {
        id: "mismatched-date",
        category: Numbers,
        severity: Error,
        confidence: High,
        needs: [DIGIT],
        mqm: "accuracy/mistranslation",
        its: "numbers",
        since: "0.1.0",
    }
}

/// Options of `mismatched-date`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MismatchedDate {}

impl SegmentCheck for MismatchedDate {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source(), segment.target());
        let other_era = target.locale().language().counts_years_otherwise();
        if segment.is_one_sided() || other_era || source.numbers().is_empty() {
            return;
        }
        let (mut was, mut became) = (dates(source.text()), dates(target.text()));
        if was.is_empty() || was.len() != became.len() {
            return;
        }
        let known = |date: &Date, dates: &[Date]| dates.iter().any(|other| other.key == date.key);
        let originals = was.clone();
        was.retain(|date| source.is_prose(date.span) && !known(date, &became));
        became.retain(|date| target.is_prose(date.span) && !known(date, &originals));
        for (one, other) in was.iter().zip(&became).filter(|_| was.len() == became.len()) {
            let message = format!("`{}` became `{}`", one.span.of(source.text()), other.span.of(target.text()));
            out.report(target.at(other.span), message).also(source.at(one.span));
        }
    }
}
