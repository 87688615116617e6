//! What a translation may say otherwise than its source, so that no number was lost and none gained: in another unit,
//! by another clock, in words, by the name of a month.

use super::Number;
use crate::locale::{
    Language, Script, has_number_words, is_beside_hour_mark, is_fraction_spelled_out, is_spelled_out,
    is_spelled_with_scale,
};
use crate::model::{SegmentView, SideView};
use crate::span::Span;
use crate::text::dates::{dates, is_time, is_year};
use crate::text::numbers::{amount, shows, value};
use crate::text::spelled::{implied, in_metric, in_other_units, is_half_day, is_ordinal, is_scale, months, spelled};
use std::cell::OnceCell;

/// Whether the one number that differs is the same amount in another unit: 90 minutes are 1.5 hours.
pub(super) fn is_converted(lost: &[Number], gained: &[Number]) -> bool {
    let ([lost], [gained]) = (lost, gained) else { return false };
    let ratio = (lost.amount / gained.amount).max(gained.amount / lost.amount);
    [7.0, 12.0, 24.0, 30.0, 60.0, 100.0, 1000.0, 1024.0].contains(&ratio)
}

/// Whether `lost` of the source stands in the target as `gained`: in another unit, or by the clock of 24 hours.
pub(super) fn is_the_same_otherwise(lost: &Number, gained: &Number, segment: &SegmentView<'_>) -> bool {
    let rest = &segment.source().text()[lost.span.range().end..];
    is_hour_after_noon(lost, gained, segment)
        || in_other_units(lost.amount, &unit(rest)).contains(&gained.amount)
        || in_metric(lost.amount, rest).is_some_and(|metric| is_about(gained.amount, metric))
}

/// Whether `gained` is the hour `lost` after noon, by the clock of 24 hours: a mark, a range, or minutes show it.
fn is_hour_after_noon(lost: &Number, gained: &Number, segment: &SegmentView<'_>) -> bool {
    let (source, target) = (segment.source().text(), segment.target().text());
    let (before, behind) = (&target[..gained.span.range().start], &target[gained.span.range().end..]);
    let written = gained.span.of(target);
    let later = (gained.amount.trunc() - lost.amount.trunc() - 12.0).abs() < 0.5 && lost.amount < 12.0;
    let ends_range = || {
        let from = before.strip_suffix(['-', '–', '—']);
        from.is_some_and(|from| from.ends_with(|c: char| c.is_ascii_digit()))
            || ends_falling_range(&source[..lost.span.range().start], lost.amount)
    };
    later && is_time(written) && (written.contains(':') || is_beside_hour_mark(before, behind) || ends_range())
}

/// Whether `before`, the English in front of a number, makes it the end of a range that begins higher: hours alone do
/// that (`from 9 to 5`).
fn ends_falling_range(before: &str, end: f64) -> bool {
    let before = before.trim_end_matches(' ');
    let joined = ["to", "until", "till", "and", "-", "–"].iter().find_map(|word| before.strip_suffix(word));
    let from = joined.unwrap_or_default().trim_end_matches(' ').rsplit(|c: char| !c.is_ascii_digit()).next();
    from.and_then(|digits| digits.parse().ok()).is_some_and(|begin: f64| (end + 1.0..=12.0).contains(&begin))
}

/// The English word behind a number, in small letters.
fn unit(rest: &str) -> String {
    let rest = rest.trim_start_matches([' ', '-', '\u{a0}']);
    rest.chars().take_while(char::is_ascii_alphabetic).map(|letter| letter.to_ascii_lowercase()).collect()
}

/// Whether two measures are the same but for rounding.
fn is_about(one: f64, other: f64) -> bool {
    (one - other).abs() <= other.abs() / 20.0
}

/// Whether a number of the source may stand in the target in another form: an hour before or after noon, round the
/// clock, thousands and millions, a year of two digits or another era, a decade, ordinals (`1st`, `20th century`), a
/// span of time in words of another unit (`14 days`), a month by its name, Chinese numerals. `replaced` tells that the
/// target has a number of its own.
pub(super) fn is_said_otherwise(number: &Number, replaced: bool, segment: &SegmentView<'_>) -> bool {
    let (text, target) = (segment.source().text(), segment.target());
    let (before, rest) = (&text[..number.span.range().start], &text[number.span.range().end..]);
    let after = rest.trim_start_matches([' ', '-', '\u{a0}']);
    let before = before.trim_end_matches(' ');
    let times = |c: char| matches!(c, 'x' | 'X' | '×' | '/' | '*');
    let touches = after.starts_with(times) || before.ends_with(times);
    let clock = touches && matches!(number.digits.as_str(), "24" | "7" | "365");
    let short = (touches || before.ends_with(['\'', '’', '‘'])) && number.digits.len() == 2;
    let year = short && shows(target.text(), &format!("20{}", number.digits))
        || is_year(&number.digits) && target.locale().language().counts_years_otherwise();
    let decade = number.digits.ends_with('0') && rest.starts_with('s') && is_decade(&number.digits);
    let ordinal = is_ordinal(rest) && number.digits.parse::<u32>().is_ok_and(|value| value <= 21);
    let han = matches!(target.locale().language().script, Script::Han | Script::Hangul)
        && target.text().contains(['万', '萬', '億', '亿', '千', '百', '十', '만', '억', '천', '半', '令']);
    let tenths = after.starts_with('%') && has_tenths(target.text());
    let language = target.locale().language();
    let words = number.digits.parse().is_ok_and(|value| is_spelled_out(value, target.text(), language))
        || is_spelled_with_scale(number.amount, target.text(), language)
        || is_fraction_spelled_out(number.amount, target.text(), language);
    let span = is_spelled_in_another_unit(number, &unit(rest), target.text(), language)
        && (!replaced || has_number_words(language))
        // The next unit with an article: an hour.
        || !replaced && number.digits == "60" && matches!(&*unit(rest), "minutes" | "seconds" | "minute" | "second");
    let month = number.amount <= 12.0 && dates(text).iter().any(|date| date.span.contains(number.span));
    words
        || month
        || is_half_day(after)
        || is_scale(rest)
        || clock
        || year
        || decade
        || ordinal
        || span
        || han
        || tenths
}

/// Whether `text` tells `number` of an English unit of time in the words of another unit: 21 days as three weeks, 90
/// minutes as an hour and a half. A language whose number words are not known may always do.
fn is_spelled_in_another_unit(number: &Number, unit: &str, text: &str, language: &Language) -> bool {
    in_other_units(number.amount, unit).into_iter().any(|other| {
        !has_number_words(language)
            || other.to_string().parse().is_ok_and(|whole| is_spelled_out(whole, text, language))
            || is_fraction_spelled_out(other, text, language)
            // Romance languages count both days at the ends of two weeks.
            || number.digits == "14" && is_spelled_out(15, text, language)
    })
}

/// Whether `text` spells out tenths as Chinese and Japanese count them (`八成`), or has what they leave of a price
/// (`八折`, `8 折`).
fn has_tenths(text: &str) -> bool {
    let han = |c: char| matches!(c, '一' | '二' | '两' | '三' | '四' | '五' | '六' | '七' | '八' | '九');
    text.match_indices(['成', '割', '折']).any(|(at, tenth)| {
        let before = text[..at].trim_end_matches(' ');
        before.ends_with(han) || tenth == "折" && before.ends_with(char::is_numeric)
    })
}

/// Whether a number of the source may name a decade: `90s`, `1990s`.
fn is_decade(digits: &str) -> bool {
    is_year(digits) || digits.len() == 2
}

/// English words beside hours that no digits tell.
const CLOCK: &[&str] = &["noon", "midnight", "o'clock", "half past", "quarter past", "quarter to"];

/// What an English source says in words, each kind found when it is first asked for.
pub(super) struct English<'v, 'd> {
    source: &'v SideView<'d>,
    implied: OnceCell<Vec<f64>>,
    spelled: OnceCell<Vec<u32>>,
    months: OnceCell<Vec<u32>>,
    metrics: OnceCell<Vec<f64>>,
    clock: OnceCell<bool>,
}

impl<'v, 'd> English<'v, 'd> {
    pub(super) fn new(source: &'v SideView<'d>) -> Self {
        Self {
            source,
            implied: OnceCell::new(),
            spelled: OnceCell::new(),
            months: OnceCell::new(),
            metrics: OnceCell::new(),
            clock: OnceCell::new(),
        }
    }

    /// Whether it spells out `number`, or implies it.
    fn tells(&self, number: &Number, small: u32) -> bool {
        let text = self.source.text();
        self.implied.get_or_init(|| implied(text)).contains(&number.amount)
            || small < 100 && self.spelled.get_or_init(|| spelled(text)).contains(&small)
    }

    /// The months that it names.
    fn months(&self) -> &[u32] {
        self.months.get_or_init(|| months(self.source.text()))
    }

    /// Its measures in metric units.
    fn metrics(&self) -> &[f64] {
        self.metrics.get_or_init(|| {
            let (text, language) = (self.source.text(), self.source.locale().language());
            let metric = |span: &Span| in_metric(amount(text, *span, language), &text[span.range().end..]);
            self.source.numbers().iter().filter_map(metric).collect()
        })
    }

    /// Whether it tells hours in words.
    fn has_clock(&self) -> bool {
        *self.clock.get_or_init(|| {
            let text = self.source.text().to_lowercase();
            CLOCK.iter().any(|words| text.contains(words))
        })
    }
}

/// Whether the English source says the number in another form.
pub(super) fn is_said_in_english(number: &Number, english: &English<'_, '_>, segment: &SegmentView<'_>) -> bool {
    let (source, text) = (segment.source(), segment.source().text());
    let small = number.digits.parse::<u32>().unwrap_or(u32::MAX);
    let year = is_year(&number.digits) && shows(text, number.digits[2..].trim_start_matches('0'));
    let follows = |test: fn(&str) -> bool| source.numbers().iter().any(|span| test(&text[span.range().end..]));
    let hour = is_time(number.span.of(segment.target().text())) && (follows(is_half_day) || english.has_clock());
    let glued = |two: &[u8]| two[0].is_ascii_digit() && matches!(two[1], b'K' | b'M' | b'B');
    let scaled = ["hundred", "thousand"].iter().any(|word| text.contains(word))
        || follows(is_scale)
        || text.as_bytes().windows(2).any(glued);
    let era = number.digits.len() == 4 && segment.target().locale().language().counts_years_otherwise();
    let ending = |digits: &str| is_year(digits) && digits.ends_with(&number.digits);
    let short = number.digits.len() == 2 && source.numbers().iter().any(|span| ending(span.of(text)));
    // `20 万` is two hundred thousand, `20 世纪` a century that English may call by its years, `8 折` a price.
    let rest = segment.target().text()[number.span.range().end..].trim_start_matches([' ', '\u{a0}']);
    let han = rest.starts_with(['万', '萬', '億', '亿', '世', '千', '百', '折', '만', '억', '세', '천', '백']);
    let measured = || english.metrics().iter().any(|metric| is_about(number.amount, *metric));
    let is_date = || is_date(number, english.months(), segment);
    han || year || era || short || scaled || hour || is_date() || english.tells(number, small) || measured()
}

/// Whether every part of a number of the target stands in the source or is the number of a month that the source names:
/// `05.03.` for `March 5`.
fn is_date(number: &Number, named: &[u32], segment: &SegmentView<'_>) -> bool {
    let (source, target) = (segment.source().text(), segment.target());
    let value = value(number.span.of(target.text()), target.locale().language());
    let known = |part: &str| {
        part.parse().is_ok_and(|month: u32| named.contains(&month))
            || shows(source, part)
            || is_year(part) && shows(source, &part[2..])
    };
    !named.is_empty() && value.split('.').all(known)
}
