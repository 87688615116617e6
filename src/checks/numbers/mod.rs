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
use crate::locale::{Script, is_spelled_out};
use crate::model::{SegmentView, SideView};
use crate::span::Span;
use crate::text::dates::{dates, is_time, is_year};
use crate::text::identifiers::inner;
use crate::text::numbers::{shows, value};
use crate::text::placeholders::{is_description, name};
use crate::text::spelled::{has_day_and_month, is_half_day, is_ordinal, is_scale, spelled};

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
        lost.retain(|number| !is_said_otherwise(number, segment));
        gained.retain(|number| !is_said_in_english(number, segment));
        for number in gained.iter_mut().filter(|number| is_year(&number.digits)) {
            // A date of the source without its year: the translation may say which one is meant.
            number.weighty &= !has_day_and_month(source.text());
        }
        Self { lost, gained }
    }

    /// The one number that was replaced by one other: nothing else differs.
    fn replaced(&self) -> Option<(&Number, &Number)> {
        let ([lost], [gained]) = (&self.lost[..], &self.gained[..]) else { return None };
        (lost.amount > 0.0 && gained.amount > 0.0).then_some((lost, gained))
    }

    /// What may be as it should be, for all that a segment can tell: small and round numbers of the source, and those of
    /// the target.
    pub(in crate::checks) fn doubtful(&self) -> [impl Iterator<Item = &Number>; 2] {
        let doubtful = self.replaced().is_none();
        [&self.lost, &self.gained].map(|numbers| numbers.iter().filter(move |number| doubtful && !number.weighty))
    }
}

/// Whether the one number that differs is the same amount in another unit: 90 minutes are 1.5 hours.
fn is_converted(lost: &[Number], gained: &[Number]) -> bool {
    let ([lost], [gained]) = (lost, gained) else { return false };
    let ratio = (lost.amount / gained.amount).max(gained.amount / lost.amount);
    [7.0, 12.0, 24.0, 30.0, 60.0, 100.0, 1000.0, 1024.0].contains(&ratio)
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
        let value = value(text, one.locale().language());
        let digits = if value.matches('.').count() > 1 || text.contains(':') {
            match value.split('.').find(|part| !shows(other.text(), part)) {
                Some(part) => part.to_owned(),
                None => continue,
            }
        } else {
            value.replace('.', "").trim_start_matches('0').to_owned()
        };
        // `March 31,2021` is two numbers that a space failed to part.
        let apart = || value.contains('.') && value.split('.').all(|part| shows(other.text(), part));
        // `.5` for `0,5`.
        let bare = || value.starts_with("0.") && has_bare_fraction(other, text);
        if !digits.is_empty() && !shows(other.text(), &digits) && !apart() && !bare() {
            let weighty = is_weighty(&digits, &one.text()[span.range().end..]);
            found.push(Number { span, digits, amount: value.parse().unwrap_or(f64::NAN), weighty });
        }
    }
    found
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
/// span of time that has a name in other units (`14 days`), a month by its name, Chinese numerals.
fn is_said_otherwise(number: &Number, segment: &SegmentView<'_>) -> bool {
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
    let span = match number.digits.as_str() {
        "14" | "21" | "28" => after.starts_with("day"),
        "18" => after.starts_with("month"),
        "90" => after.starts_with("minute") || after.starts_with("second"),
        _ => false,
    };
    let han = matches!(target.locale().language().script, Script::Han | Script::Hangul)
        && target.text().contains(['万', '萬', '億', '亿', '千', '百', '十', '만', '억', '천', '半', '令']);
    let words =
        number.digits.parse().is_ok_and(|value| is_spelled_out(value, target.text(), target.locale().language()));
    let month = number.amount <= 12.0 && dates(text).iter().any(|date| date.span.contains(number.span));
    words || month || is_half_day(after) || is_scale(rest) || clock || year || decade || ordinal || span || han
}

/// Whether a number of the source may name a decade: `90s`, `1990s`.
fn is_decade(digits: &str) -> bool {
    is_year(digits) || digits.len() == 2
}

/// Whether the English source says the number in another form.
fn is_said_in_english(number: &Number, segment: &SegmentView<'_>) -> bool {
    let (source, text) = (segment.source(), segment.source().text());
    let small = number.digits.parse::<u32>().unwrap_or(u32::MAX);
    let year = is_year(&number.digits) && shows(text, number.digits[2..].trim_start_matches('0'));
    let follows = |test: fn(&str) -> bool| source.numbers().iter().any(|span| test(&text[span.range().end..]));
    let hour = is_time(number.span.of(segment.target().text()))
        && (follows(is_half_day) || ["noon", "midnight", "o'clock"].iter().any(|word| text.contains(word)));
    let glued = |two: &[u8]| two[0].is_ascii_digit() && matches!(two[1], b'K' | b'M' | b'B');
    let scaled = ["hundred", "thousand"].iter().any(|word| text.contains(word))
        || follows(is_scale)
        || text.as_bytes().windows(2).any(glued);
    let era = number.digits.len() == 4 && segment.target().locale().language().counts_years_otherwise();
    let ending = |digits: &str| is_year(digits) && digits.ends_with(&number.digits);
    let short = number.digits.len() == 2 && source.numbers().iter().any(|span| ending(span.of(text)));
    let month = number.amount <= 12.0 && has_day_and_month(text) && {
        dates(segment.target().text()).iter().any(|date| date.span.contains(number.span))
    };
    // `20 万` is two hundred thousand, `20 世纪` a century that English may call by its years.
    let rest = segment.target().text()[number.span.range().end..].trim_start_matches([' ', '\u{a0}']);
    let han = rest.starts_with(['万', '萬', '億', '亿', '世', '千', '百', '만', '억', '세']);
    han || month || year || era || short || scaled || hour || small < 100 && spelled(text).contains(&small)
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
