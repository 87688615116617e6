//! Numbers, versions, placeholders, code without code marks: what must keep its value.

pub mod added_number;
pub mod added_placeholder;
pub mod mismatched_date;
pub mod mismatched_version;
pub mod missing_identifier;
pub mod missing_number;
pub mod missing_placeholder;
pub mod suspicious_number;

use crate::check::CheckDef;
use crate::locale::{
    Language, Script, has_number_words, is_beside_hour_mark, is_fraction_spelled_out, is_spelled_out,
    is_spelled_with_scale,
};
use crate::model::{SegmentView, SideView};
use crate::span::Span;
use crate::text::dates::{dates, is_time, is_year};
use crate::text::identifiers::inner;
use crate::text::numbers::{amount, shows, value};
use crate::text::placeholders::{is_description, name};
use crate::text::spelled::{
    has_day_and_month, implied, in_metric, in_other_units, is_half_day, is_ordinal, is_scale, months, spelled,
};

/// The checks of this room, by id.
pub const ALL: &[&CheckDef] = &[
    &added_number::ADDED_NUMBER,
    &added_placeholder::ADDED_PLACEHOLDER,
    &mismatched_date::MISMATCHED_DATE,
    &mismatched_version::MISMATCHED_VERSION,
    &missing_identifier::MISSING_IDENTIFIER,
    &missing_number::MISSING_NUMBER,
    &missing_placeholder::MISSING_PLACEHOLDER,
    &suspicious_number::SUSPICIOUS_NUMBER,
];

/// A number of one side that the other does not show.
pub(in crate::checks) struct Number {
    pub(in crate::checks) span: Span,
    /// The digits that are not shown, without separators.
    pub(in crate::checks) digits: String,
    /// Its value; not a number for versions and times.
    pub(in crate::checks) amount: f64,
    /// Whether nobody would have put it in words.
    weighty: bool,
}

/// How the numbers of a segment differ.
pub(in crate::checks) struct Difference {
    /// Numbers of the source that the target does not show, without those that could stand there in other words.
    lost: Vec<Number>,
    /// The reverse.
    gained: Vec<Number>,
}

impl Difference {
    pub(in crate::checks) fn of(segment: &SegmentView<'_>) -> Self {
        let (source, target) = (segment.source(), segment.target());
        let mut lost = unmatched(source, target);
        let mut gained = unmatched(target, source);
        if is_converted(&lost, &gained) {
            return Self { lost: Vec::new(), gained: Vec::new() };
        }
        lost.retain(|number| {
            let otherwise = gained.iter().position(|other| is_the_same_otherwise(number, other, segment));
            otherwise.map(|at| gained.remove(at)).is_none()
        });
        let replaced = !gained.is_empty();
        lost.retain(|number| !is_said_otherwise(number, replaced, segment));
        gained.retain(|number| !is_said_in_english(number, segment));
        for number in gained.iter_mut().filter(|number| is_year(&number.digits)) {
            // A date of the source without its year: the translation may say which one is meant.
            number.weighty &= !has_day_and_month(source.text());
        }
        Self { lost, gained }
    }

    /// The one number that was replaced by one other: nothing else differs, or nothing else that nobody would have put
    /// in words.
    fn replaced(&self) -> Option<(&Number, &Number)> {
        let [lost, gained] = [&self.lost, &self.gained].map(|numbers| {
            let mut weighty = numbers.iter().filter(|number| number.weighty || numbers.len() == 1);
            weighty.next().filter(|_| weighty.next().is_none())
        });
        let alone = self.lost.len() == 1 && self.gained.len() == 1;
        lost.zip(gained)
            .filter(|(lost, gained)| alone || lost.weighty && gained.weighty)
            .filter(|(lost, gained)| lost.amount > 0.0 && gained.amount > 0.0)
    }

    /// What may be as it should be, for all that a segment can tell: small and round numbers of the source, and those of
    /// the target.
    pub(in crate::checks) fn doubtful(&self) -> [impl Iterator<Item = &Number>; 2] {
        let doubtful = self.replaced().is_none_or(|(lost, gained)| lost.weighty && gained.weighty);
        [&self.lost, &self.gained].map(|numbers| numbers.iter().filter(move |number| doubtful && !number.weighty))
    }
}

/// Whether the one number that differs is the same amount in another unit: 90 minutes are 1.5 hours.
fn is_converted(lost: &[Number], gained: &[Number]) -> bool {
    let ([lost], [gained]) = (lost, gained) else { return false };
    let ratio = (lost.amount / gained.amount).max(gained.amount / lost.amount);
    [7.0, 12.0, 24.0, 30.0, 60.0, 100.0, 1000.0, 1024.0].contains(&ratio)
}

/// Whether `lost` of the source stands in the target as `gained`: in another unit, or by the clock of 24 hours.
fn is_the_same_otherwise(lost: &Number, gained: &Number, segment: &SegmentView<'_>) -> bool {
    let (source, target) = (segment.source().text(), segment.target().text());
    let rest = &source[lost.span.range().end..];
    let (before, behind) = (&target[..gained.span.range().start], &target[gained.span.range().end..]);
    let later = gained.amount.trunc() == lost.amount.trunc() + 12.0 && lost.amount < 12.0;
    let dashes = ['-', '–', '—'];
    let hour = || {
        gained.span.of(target).contains(':')
            || is_beside_hour_mark(before, behind)
            || before.strip_suffix(dashes).is_some_and(|from| from.ends_with(|c: char| c.is_ascii_digit()))
            || ends_falling_range(&source[..lost.span.range().start], lost.amount)
    };
    later && is_time(gained.span.of(target)) && hour()
        || in_other_units(lost.amount, &unit(rest)).contains(&gained.amount)
        || in_metric(lost.amount, rest).is_some_and(|metric| is_about(gained.amount, metric))
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

/// The numbers of `one` that `other` does not show.
fn unmatched(one: &SideView<'_>, other: &SideView<'_>) -> Vec<Number> {
    let mut found = Vec::new();
    for &span in one.numbers() {
        let text = span.of(one.text());
        let as_is = other.numbers().iter().any(|number| number.of(other.text()) == text);
        if as_is || text.len() > 3 && other.text().contains(text) {
            continue;
        }
        let language = one.locale().language();
        let value = value(text, language);
        let digits = if value.matches('.').count() > 1 || text.contains(':') {
            match value.split('.').find(|part| *part != "0" && !shows(other.text(), part)) {
                Some(part) => part.to_owned(),
                None => continue,
            }
        } else {
            value.replace('.', "").trim_start_matches('0').to_owned()
        };
        // `March 31,2021` is two numbers that a space failed to part, `1 800 555` three that no hyphens hold together.
        let parts = text.split([',', '.', ' ', '\u{a0}', '\u{202f}']);
        let is_number = |part: &str| other.numbers().iter().any(|number| number.of(other.text()) == part);
        let apart = || {
            value.contains('.') && value.split('.').all(|part| shows(other.text(), part))
                || parts.clone().count() > 1 && parts.clone().all(is_number)
        };
        let scaled = || has_amount(other, amount(one.text(), span, language));
        // `.5` for `0,5`.
        let bare = || value.starts_with("0.") && has_bare_fraction(other, text);
        if !digits.is_empty() && !shows(other.text(), &digits) && !apart() && !bare() && !scaled() {
            let weighty = is_weighty(&digits, &one.text()[span.range().end..]);
            found.push(Number { span, digits, amount: value.parse().unwrap_or(f64::NAN), weighty });
        }
    }
    found
}

/// Whether a number of `side` comes to `whole`, with the scale words behind it.
fn has_amount(side: &SideView<'_>, whole: f64) -> bool {
    let language = side.locale().language();
    let same = |span: &Span| (amount(side.text(), *span, language) / whole - 1.0).abs() < 1e-9;
    side.numbers().iter().any(same)
}

/// Whether `side` has the fraction `number` without the zero before it.
fn has_bare_fraction(side: &SideView<'_>, number: &str) -> bool {
    let fraction = number.trim_start_matches(|c: char| c == '0' || !c.is_ascii_digit());
    let is_bare = |span: &Span| side.text()[..span.range().start].ends_with(['.', ',']);
    side.numbers().iter().any(|span| span.of(side.text()) == fraction && is_bare(span))
}

/// Numbers over twelve are written in digits, but for those that have words of their own (half, whole, hundred) and
/// ordinals.
fn is_weighty(digits: &str, rest: &str) -> bool {
    let round = matches!(digits, "24" | "25" | "50" | "100" | "360" | "365" | "1000" | "1000000");
    let percent = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']).starts_with('%')
        && !matches!(digits, "25" | "50" | "75" | "100");
    !(is_ordinal(rest) && digits.len() < 3)
        && (percent || !round && (digits.len() > 2 || digits.parse::<u32>().is_ok_and(|value| value > 12)))
}

/// Whether a number of the source may stand in the target in another form: an hour before or after noon, round the
/// clock, thousands and millions, a year of two digits or another era, a decade, ordinals (`1st`, `20th century`), a
/// span of time in words of another unit (`14 days`), a month by its name, Chinese numerals. `replaced` tells that the
/// target has a number of its own.
fn is_said_otherwise(number: &Number, replaced: bool, segment: &SegmentView<'_>) -> bool {
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
    let span = is_spelled_in_another_unit(number.amount, &unit(rest), target.text(), language)
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

/// Whether `text` tells so many English units of time in the words of another unit: 21 days as three weeks, 90 minutes as
/// an hour and a half. A language whose number words are not known may always do.
fn is_spelled_in_another_unit(amount: f64, unit: &str, text: &str, language: &Language) -> bool {
    in_other_units(amount, unit).into_iter().any(|other| {
        !has_number_words(language)
            || other.fract() == 0.0 && is_spelled_out(other as u32, text, language)
            || is_fraction_spelled_out(other, text, language)
            // Romance languages count both days at the ends of two weeks.
            || amount == 14.0 && is_spelled_out(15, text, language)
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

/// Whether the English source says the number in another form.
fn is_said_in_english(number: &Number, segment: &SegmentView<'_>) -> bool {
    let (source, text) = (segment.source(), segment.source().text());
    let small = number.digits.parse::<u32>().unwrap_or(u32::MAX);
    let year = is_year(&number.digits) && shows(text, number.digits[2..].trim_start_matches('0'));
    let follows = |test: fn(&str) -> bool| source.numbers().iter().any(|span| test(&text[span.range().end..]));
    let hour = is_time(number.span.of(segment.target().text()))
        && (follows(is_half_day) || {
            let text = text.to_lowercase();
            CLOCK.iter().any(|words| text.contains(words))
        });
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
    let metric = |span: &Span| {
        let number = amount(text, *span, source.locale().language());
        in_metric(number, &text[span.range().end..])
    };
    let measured = || source.numbers().iter().filter_map(metric).any(|metric| is_about(number.amount, metric));
    let told = || implied(text).contains(&number.amount) || small < 100 && spelled(text).contains(&small);
    han || year || era || short || scaled || hour || is_date(number, segment) || told() || measured()
}

/// Whether every part of a number of the target stands in the source or is the number of a month that the source names:
/// `05.03.` for `March 5`.
fn is_date(number: &Number, segment: &SegmentView<'_>) -> bool {
    let (source, target) = (segment.source().text(), segment.target());
    let named = months(source);
    let value = value(number.span.of(target.text()), target.locale().language());
    let known = |part: &str| {
        part.parse().is_ok_and(|month: u32| named.contains(&month))
            || shows(source, part)
            || is_year(part) && shows(source, &part[2..])
    };
    !named.is_empty() && value.split('.').all(known)
}

/// The placeholders of the source that the target lacks, and the reverse. Descriptions (`{your company name}`) are
/// translated: each excuses one of the target.
fn lonely_placeholders(segment: &SegmentView<'_>) -> (Vec<Span>, Vec<Span>) {
    let (source, target) = (segment.source(), segment.target());
    let mut missing = unmatched_placeholders(source, target);
    let mut added = unmatched_placeholders(target, source);
    let all = missing.len();
    missing.retain(|span| !is_description(span.of(source.text())));
    for _ in missing.len()..all {
        let described = added.iter().position(|span| is_description(span.of(target.text())));
        if !added.is_empty() {
            added.remove(described.unwrap_or_default());
        }
    }
    (missing, added)
}

/// The placeholders of `one` whose name does not stand in `other`, nor in its code or destinations.
fn unmatched_placeholders(one: &SideView<'_>, other: &SideView<'_>) -> Vec<Span> {
    let text = |span: Span| span.of(one.text());
    let named = |mark: &str| other.placeholders().iter().any(|hole| name(hole.of(other.text())) == mark);
    let missing = |span: &Span| !other.text().contains(text(*span)) && !named(name(text(*span)));
    one.placeholders().iter().copied().filter(missing).collect()
}

/// Where on the target side `span` of the source should stand: the whole of a target of few words, else the word at
/// the same share of the text.
pub(in crate::checks) fn expected_place(segment: &SegmentView<'_>, span: Span) -> Span {
    let (source, target) = (segment.source(), segment.target());
    let words = target.words();
    if words.len() <= 2 {
        return inner(target.text());
    }
    let before = source.words().iter().filter(|word| word.start < span.start).count();
    words[(before * words.len() / source.words().len().max(1)).min(words.len() - 1)]
}
