//! `inconsistent-number`

use super::{Counterparts, is_enough};
use crate::check::DocsetCheck;
use crate::checks::numbers::{Difference, Number, expected_place};
use crate::declare_check;
use crate::finding::Sink;
use crate::locale::{Script, has_number_words, is_spelled_out};
use crate::model::{DocsetView, SegmentView, SideView};
use crate::text::dates::is_year;
use crate::text::numbers::shows;
use crate::text::spelled::has_day_and_month;

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
        // What has no space is a setting, not a text.
        let concerns = |source: &str, target: &str| !figures(source).eq(figures(target)) && source.contains(' ');
        for group in Counterparts::of(docset, self.languages, concerns) {
            let views: Vec<Compared<'_>> = group.segments.iter().map(|&it| Compared::of(docset.view(it))).collect();
            for own in &views {
                self.look(own, &views, group.languages - 1, out);
            }
        }
    }
}

/// The digits of `text`, in order: enough to pass over most texts.
fn figures(text: &str) -> impl Iterator<Item = u8> {
    text.bytes().filter(u8::is_ascii_digit)
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
    /// Tells the first number of `own` that differs from most of `views` in the `others` other languages: what the
    /// target lacks before what it has too much.
    fn look(&self, own: &Compared<'_>, views: &[Compared<'_>], others: usize, out: &mut Sink<'_>) {
        let (source, target) = (own.view.source(), own.view.target());
        let elsewhere = |shown: bool, digits: &str| {
            let mut others: Vec<_> = views.iter().map(|it| it.view.target()).collect();
            others.retain(|it| it.locale() != target.locale() && shows(it.text(), digits) == shown);
            others.dedup_by_key(|it| it.locale());
            others.len()
        };
        let enough = |agreeing: &usize| is_enough(*agreeing, others, self.languages, self.share);
        let [lost, gained] = own.difference.doubtful();
        let mut gained = gained.peekable();
        if gained.peek().is_some() && has_example(source.text()) {
            return;
        }
        let lost = lost.filter(|number| !may_be_said(number, &own.view));
        for (number, having) in lost.map(|number| (number, elsewhere(true, &number.digits))) {
            if enough(&having) {
                let message = format!("{having} other languages have the number `{}`", number.span.of(source.text()));
                out.report(target.at(expected_place(&own.view, number.span)), message).also(source.at(number.span));
                return;
            }
        }
        let mut gained = gained.filter(|number| !may_be_added(number, &own.view));
        let found =
            gained.find_map(|number| Some((number, elsewhere(false, &number.digits))).filter(|it| enough(&it.1)));
        if let Some((number, lacking)) = found {
            let message = format!("{lacking} other languages have no number `{}`", number.span.of(target.text()));
            out.report(target.at(number.span), message);
        }
    }
}

/// Whether `source` gives an example, whose numbers may be other ones in another country.
fn has_example(source: &str) -> bool {
    ["e.g.", "for example", "For example", "such as", "Example:"].iter().any(|words| source.contains(words))
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
        "2" | "3" => &["D "],
        _ => &[],
    };
    let spelled = number.digits.parse().is_ok_and(|value| is_spelled_out(value, target.text(), language));
    let is_named = named.iter().any(|unit| rest.starts_with(unit));
    !has_number_words(language) || spelled || is_named || is_loose(number, segment.source(), segment)
}

/// Whether the target may say `number` where the source means it: the year of a date, a number within a range, a gloss,
/// an ordinal, a part of a name (`UTF-8`), and what Chinese, Japanese and Korean write in digits though other languages
/// have a word of its own for it.
fn may_be_added(number: &Number, segment: &SegmentView<'_>) -> bool {
    let (source, target) = (segment.source(), segment.target());
    let (before, after) = (&target.text()[..number.span.range().start], &target.text()[number.span.range().end..]);
    let counted = matches!(target.locale().language().script, Script::Han | Script::Hangul) && number.amount <= 16.0;
    let named = before.strip_suffix('-').is_some_and(|name| name.ends_with(char::is_alphanumeric));
    let opening = |text: &str| text.matches(['(', '（']).count();
    let gloss =
        opening(before) > before.matches([')', '）']).count() && opening(target.text()) > opening(source.text());
    let year = is_year(&number.digits) && has_day_and_month(source.text());
    let amounts: Vec<f64> = digits(source.text()).filter_map(|run| run.parse().ok()).collect();
    let within = amounts.windows(2).any(|two| two[0] < number.amount && number.amount < two[1]);
    let ordinal = after.starts_with(['º', 'ª', '°']);
    counted || named || gloss || year || within || ordinal || is_loose(number, target, segment)
}

/// Whether nobody counts with `number` of `side` of `segment`: one is an article; whole, half and round the clock have
/// names everywhere; clocks, days beside them and codes (`0100`, `printf(3)`, `%3d`) are told in ways of their own.
fn is_loose(number: &Number, side: &SideView<'_>, segment: &SegmentView<'_>) -> bool {
    let (written, before) = (number.span.of(side.text()), &side.text()[..number.span.range().start]);
    let round = matches!(&*number.digits, "24" | "25" | "50" | "360" | "365" | "1000000");
    let padded = written.strip_prefix('0').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let section = before.strip_suffix('(').is_some_and(|name| name.ends_with(char::is_alphabetic));
    let code = section || before.ends_with(['%', '$']);
    let has_clock = |side: &SideView<'_>| side.numbers().iter().any(|span| is_clock(span.of(side.text())));
    let day = number.amount <= 31.0 && (has_clock(segment.source()) || has_clock(segment.target()));
    let article = number.digits == "1" && number.amount >= 1.0;
    article || round || padded || code || day || is_clock(written)
}

/// Whether `number` has the marks of a clock: `14:30`.
fn is_clock(number: &str) -> bool {
    number.contains([':', '∶'])
}
