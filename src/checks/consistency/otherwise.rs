//! Numbers that a language may say otherwise than its source, so that nothing was lost and nothing added.

use crate::checks::numbers::Number;
use crate::locale::{Script, has_number_words, is_spelled_out};
use crate::model::{SegmentView, SideView};
use crate::text::dates::is_year;
use crate::text::spelled::has_day_and_month;

/// Whether `source` gives an example, whose numbers may be other ones in another country.
pub(super) fn has_example(source: &str) -> bool {
    ["e.g.", "for example", "For example", "such as", "Example:"].iter().any(|words| source.contains(words))
}

/// Whether the target may have words for `number` of its source that are not known: names of spans of time.
pub(super) fn may_be_said(number: &Number, segment: &SegmentView<'_>) -> bool {
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
pub(super) fn may_be_added(number: &Number, segment: &SegmentView<'_>) -> bool {
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

/// The runs of digits of `text`, in order.
fn digits(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty())
}
