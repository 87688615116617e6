//! `inconsistent-number`

use super::{Counterparts, is_enough};
use crate::check::DocsetCheck;
use crate::checks::numbers::{Difference, Number, expected_place};
use crate::declare_check;
use crate::finding::Sink;
use crate::locale::{Script, has_number_words, is_spelled_out};
use crate::model::{DocsetView, SegmentView};
use crate::text::dates::is_year;
use crate::text::numbers::shows;
use crate::text::spelled::has_day_and_month;
use std::collections::HashSet;

declare_check! {
    /// A number is missing or added in one language alone.
    ///
    /// Small and round numbers may be put in words, so one page cannot tell that one was lost; where at least two other
    /// languages of the page, and three in four, have it in digits and this one has it neither in digits nor in words,
    /// it was. The same holds for a number that no other language has. Ordinals, halves and names of spans of time
    /// (`7 days`, `a week`) count as words; the year of a date may be added. What a page tells by itself is told by
    /// `missing-number` and `added-number`.
    ///
    /// ```fails page
    /// -- it/a.jsonl
    /// {"source": "Wait 5 minutes.", "target": "Attendere 5 minuti.", "target_locale": "it"}
    /// -- pl/a.jsonl
    /// {"source": "Wait 5 minutes.", "target": "Poczekaj 5 minut.", "target_locale": "pl"}
    /// -- sv/a.jsonl
    /// {"source": "Wait 5 minutes.", "target": "Vänta några minuter.", "target_locale": "sv"}
    ///                                                ^^^^^
    /// ```
    ///
    /// ```passes page
    /// -- it/a.jsonl
    /// {"source": "Wait 5 minutes.", "target": "Attendere 5 minuti.", "target_locale": "it"}
    /// -- pl/a.jsonl
    /// {"source": "Wait 5 minutes.", "target": "Poczekaj 5 minut.", "target_locale": "pl"}
    /// -- sv/a.jsonl
    /// {"source": "Wait 5 minutes.", "target": "Vänta fem minuter.", "target_locale": "sv"}
    /// ```
    ///
    /// ```fails page
    /// -- it/a.jsonl
    /// {"source": "a six-month trial", "target": "una prova di 6 mesi", "target_locale": "it"}
    /// -- pl/a.jsonl
    /// {"source": "a six-month trial", "target": "sześciomiesięczny okres próbny", "target_locale": "pl"}
    /// -- sv/a.jsonl
    /// {"source": "a six-month trial", "target": "en provperiod på 3 månader", "target_locale": "sv"}
    ///                                                             ^
    /// ```
    pub static INCONSISTENT_NUMBER: Docset<InconsistentNumber> = {
        id: "inconsistent-number",
        category: Consistency,
        severity: Warning,
        confidence: Medium,
        mqm: "accuracy/mistranslation",
        its: "numbers",
        yields_to: ["added-number", "mismatched-date", "mismatched-version", "missing-identifier", "missing-number"],
        since: "0.1.0",
    }
}

/// Options of `inconsistent-number`.
#[derive(Debug, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct InconsistentNumber {
    /// The fewest other languages that tell what is right.
    pub languages: usize,
    /// The share of the other languages, from 0 to 1, that must agree.
    pub share: f64,
}

impl Default for InconsistentNumber {
    fn default() -> Self {
        Self { languages: 2, share: 0.75 }
    }
}

impl DocsetCheck for InconsistentNumber {
    fn check(&self, docset: &DocsetView<'_>, out: &mut Sink<'_>) {
        let has_digit = |text: &str| text.bytes().any(|byte| byte.is_ascii_digit());
        for group in Counterparts::of(docset, self.languages, has_digit) {
            let texts = group.segments.iter().map(|&repeat| docset.segment(repeat));
            if texts.clone().all(|it| digits(it.target.as_str()).eq(digits(it.source.as_str()))) {
                continue;
            }
            let views: Vec<Compared<'_>> = group.segments.iter().map(|&it| Compared::of(docset.view(it))).collect();
            for own in &views {
                self.look(own, &views, group.languages - 1, out);
            }
        }
    }
}

/// The runs of digits of `text`, in order.
fn digits(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty())
}

/// A segment, and how its numbers differ from those of its source.
struct Compared<'d> {
    view: SegmentView<'d>,
    difference: Difference,
}

impl<'d> Compared<'d> {
    fn of(view: SegmentView<'d>) -> Self {
        Self { difference: Difference::of(&view), view }
    }
}

impl InconsistentNumber {
    /// Tells which numbers of `own` differ from those of most of `views` in the `others` other languages.
    fn look(&self, own: &Compared<'_>, views: &[Compared<'_>], others: usize, out: &mut Sink<'_>) {
        let (source, target) = (own.view.source(), own.view.target());
        let elsewhere = |shown: bool, digits: &str| {
            let locale = target.locale();
            let mut others: Vec<_> = views.iter().filter(|it| it.view.target().locale() != locale).collect();
            others.retain(|it| shows(it.view.target().text(), digits) == shown);
            others.dedup_by_key(|it| it.view.target().locale());
            others.len()
        };
        let [lost, gained] = own.difference.doubtful();
        for lost in lost.filter(|number| !may_be_said(number, &own.view)) {
            let having = elsewhere(true, &lost.digits);
            if is_enough(having, others, self.languages, self.share) {
                let message = format!("{having} other languages have the number `{}`", lost.span.of(source.text()));
                out.report(target.at(expected_place(&own.view, lost.span)), message).also(source.at(lost.span));
            }
        }
        let mut told = HashSet::new();
        for gained in gained.filter(|number| !may_be_added(number, &own.view) && told.insert(&number.digits)) {
            let lacking = elsewhere(false, &gained.digits);
            if is_enough(lacking, others, self.languages, self.share) {
                let message = format!("{lacking} other languages have no number `{}`", gained.span.of(target.text()));
                out.report(target.at(gained.span), message);
            }
        }
    }
}

/// Whether the target may have words for `number` of its source that are not known: names of spans of time.
fn may_be_said(number: &Number, segment: &SegmentView<'_>) -> bool {
    let (source, target) = (segment.source().text(), segment.target());
    let language = target.locale().language();
    let rest = source[number.span.range().end..].trim_start_matches([' ', '-', '\u{a0}']);
    let named: &[&str] = match &*number.digits {
        "7" => &["day"],
        "12" => &["month", "hour"],
        "100" => &["%", "percent"],
        _ => &[],
    };
    let spelled = number.digits.parse().is_ok_and(|value| is_spelled_out(value, target.text(), language));
    !has_number_words(language)
        || spelled
        || named.iter().any(|unit| rest.starts_with(unit))
        || is_loose(number, source)
}

/// Whether the target may say `number` where the source means it: the year of a date, an ordinal, and what Chinese,
/// Japanese and Korean write in digits though other languages have a word of its own for it.
fn may_be_added(number: &Number, segment: &SegmentView<'_>) -> bool {
    let target = segment.target();
    let counted = matches!(target.locale().language().script, Script::Han | Script::Hangul) && number.amount <= 16.0;
    let ordinal = target.text()[number.span.range().end..].starts_with(['º', 'ª', '°']);
    let year = is_year(&number.digits) && has_day_and_month(segment.source().text());
    counted || ordinal || year || is_loose(number, target.text())
}

/// Whether nobody counts with the number at `span` of `text`: one is an article; whole, half, and round the clock have
/// names everywhere; clocks and codes (`0100`, `printf(3)`) are told in ways of their own.
fn is_loose(number: &Number, text: &str) -> bool {
    let (written, before) = (number.span.of(text), &text[..number.span.range().start]);
    let round = matches!(&*number.digits, "24" | "25" | "50" | "360" | "365" | "1000000");
    let padded = written.strip_prefix('0').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let section = before.strip_suffix('(').is_some_and(|name| name.ends_with(char::is_alphabetic));
    number.amount == 1.0 || round || padded || section || written.contains(':')
}
