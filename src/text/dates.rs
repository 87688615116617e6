//! Dates and times in digits.

use super::byte_set::ByteSet;
use crate::span::Span;
use std::fmt;
use std::str::FromStr;

/// A date in digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    /// Where.
    pub span: Span,
    /// Its three numbers in ascending order, the year by its last two digits: dates that say the same in another
    /// order have the same key.
    pub key: [u32; 3],
}

/// The dates of `text` that are written in digits alone with a year: `2021-03-04`, `3/4/2021`, `4. 3. 2021`.
///
/// ```
/// # use bilint::text::dates::dates;
/// let key = |text| dates(text).first().map(|date| date.key);
/// assert_eq!(key("on 3/14/2021"), key("am 14.03.2021"));
/// assert_eq!(key("2021-03-14"), key("14-3-21"));
/// assert_eq!(key("version 1.16.3"), None);
/// ```
pub fn dates(text: &str) -> Vec<Date> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(digit) = DIGITS.next(text.as_bytes(), at) {
        at = digit;
        let (numbers, length) = triple(&text[at..]);
        let free = || !text[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '.' | '$'));
        let ends = || {
            let rest = &text[at + length..];
            !rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '-'))
                && !rest.strip_prefix('.').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        };
        if let Some(key) = numbers.filter(|_| free() && ends()).and_then(date_key) {
            found.push(Date { span: Span::new(at, at + length), key });
        }
        at += length.max(1);
    }
    found
}

const DIGITS: ByteSet = ByteSet::of(b"0123456789");

/// Three numbers with one separator between them, and the length of what was read.
fn triple(rest: &str) -> (Option<[&str; 3]>, usize) {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let first = digits(rest);
    let separator = ["/", "-", ". ", "."].into_iter().find(|mark| rest[first..].starts_with(mark));
    let Some(separator) = separator else { return (None, first) };
    let middle = first + separator.len();
    let second = middle + digits(&rest[middle..]);
    if second == middle || !rest[second..].starts_with(separator) {
        return (None, first);
    }
    let last = second + separator.len();
    let end = last + digits(&rest[last..]);
    if end == last {
        return (None, first);
    }
    // `1.16.33` is a version: behind stops, the year must be whole.
    let whole = first == 4 || end - last == 4 || !separator.starts_with('.');
    (whole.then_some([&rest[..first], &rest[middle..second], &rest[last..end]]), end)
}

/// The key of a date, if the numbers may be one: the first or the last is a year, four digits long, or two behind
/// slashes and hyphens are left to guess.
fn date_key(numbers: [&str; 3]) -> Option<[u32; 3]> {
    let year = |number: &str| number.len() == 4 && matches!(&number[..2], "19" | "20");
    let short = |number: &str| matches!(number.len(), 1 | 2);
    let [first, middle, last] = numbers;
    let full = short(middle) && (year(first) && short(last) || year(last) && short(first));
    let brief = short(first) && short(middle) && last.len() == 2;
    let mut key = numbers.map(|number| number[number.len().saturating_sub(2)..].parse().unwrap_or_default());
    key.sort_unstable();
    (full || brief && key[0] > 0).then_some(key)
}

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// The year of our era.
    pub year: u32,
    /// The month, from 1.
    pub month: u32,
    /// The day of the month, from 1.
    pub day: u32,
}

impl Day {
    /// A day, if there is such a one.
    ///
    /// ```
    /// # use bilint::text::dates::Day;
    /// assert!(Day::new(2024, 2, 29).is_some());
    /// assert!(Day::new(2023, 2, 29).is_none());
    /// ```
    pub fn new(year: u32, month: u32, day: u32) -> Option<Self> {
        let exists = (1..=12).contains(&month) && (1..=days_of(year, month)).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// The day of an instant, in seconds since 1970 began, by universal time.
    ///
    /// ```
    /// # use bilint::text::dates::Day;
    /// assert_eq!(Some(Day::of_unix_time(951_782_400)), Day::new(2000, 2, 29));
    /// ```
    pub fn of_unix_time(seconds: u64) -> Self {
        // 400 years have 146,097 days; counted from March, the day that leap years add is the last of its year.
        let days = seconds / 86_400 + 719_468;
        let (era, day) = (days / 146_097, days % 146_097);
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day + 2) / 153;
        let (day, month) = (day - (153 * month + 2) / 5 + 1, if month < 10 { month + 3 } else { month - 9 });
        let year = era * 400 + year + u64::from(month <= 2);
        Self { year: year as u32, month: month as u32, day: day as u32 }
    }

    /// The day after it.
    #[must_use]
    pub fn next(self) -> Self {
        let Self { year, month, day } = self;
        let next = Self::new(year, month, day + 1).or_else(|| Self::new(year, month + 1, 1));
        next.unwrap_or(Self { year: year + 1, month: 1, day: 1 })
    }
}

/// A text that names no day.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no day; write it as 2026-12-31")]
pub struct NoDay(String);

/// Reads a day as it is shown.
///
/// ```
/// # use bilint::text::dates::Day;
/// assert_eq!("2024-02-29".parse::<Day>().ok(), Day::new(2024, 2, 29));
/// assert!("2024-2-9".parse::<Day>().is_err() && "2023-02-29".parse::<Day>().is_err());
/// ```
impl FromStr for Day {
    type Err = NoDay;

    fn from_str(text: &str) -> Result<Self, NoDay> {
        let day = match written(text) {
            Some(([year, month, day], true)) => Self::new(year, month, day),
            _ => None,
        };
        day.filter(|day| day.to_string() == text).ok_or_else(|| NoDay(text.to_owned()))
    }
}

/// Year, month and day, joined by hyphens.
impl fmt::Display for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

fn days_of(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The three numbers of a text that begins with a date in digits, and whether the year comes first: `3/14/2021`,
/// `2021-03-14T10:00`. `None` for any other text; whether there is such a day is not asked.
pub fn written(text: &str) -> Option<([u32; 3], bool)> {
    let end = text.find(|c: char| !c.is_ascii_digit() && !matches!(c, '/' | '-' | '.')).unwrap_or(text.len());
    if !text[end..].is_empty() && !text[end..].starts_with(['T', 't', ' ']) {
        return None;
    }
    let mark = text.find(['/', '-', '.'])?;
    let mut parts = text[..end].split(&text[mark..=mark]);
    let parts = [parts.next()?, parts.next()?, parts.next().filter(|_| parts.next().is_none())?];
    let year_first = parts[0].len() == 4;
    let year = if year_first { 0 } else { 2 };
    let fits =
        |(index, part): (usize, &&str)| if index == year { part.len() == 4 } else { matches!(part.len(), 1 | 2) };
    if !parts.iter().enumerate().all(fits) {
        return None;
    }
    let number = |part: &str| part.parse().ok();
    Some(([number(parts[0])?, number(parts[1])?, number(parts[2])?], year_first))
}

/// Whether a number may be a year of our time.
pub fn is_year(digits: &str) -> bool {
    digits.len() == 4 && matches!(&digits[..2], "19" | "20")
}

/// Whether a number may be a time: an hour, with or without minutes.
pub fn is_time(number: &str) -> bool {
    let mut parts = number.split([':', '.', ',']).map(|part| (part.len(), part.parse::<u32>().unwrap_or(99)));
    let hour = matches!(parts.next(), Some((1 | 2, ..=24)));
    hour && parts.all(|(length, value)| length == 2 && value < 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_and_marks_do_not_matter() {
        let key = |text| dates(text).first().map(|date| date.key);
        assert_eq!(key("1/13/2018"), key("13. 1. 2018"));
        assert_ne!(key("1/13/2018"), key("13/13/2018"));
        assert_eq!(dates("from 2/11/17 – 2/10/18.").len(), 2);
    }

    #[test]
    fn versions_addresses_and_prices_are_no_dates() {
        for text in ["1.16.33", "10.0.0.1", "24/7/365", "4.6.1", "1/2", "39d77d0f-eb8f-4ebc", "a1/2/2021"] {
            assert_eq!(dates(text), [], "{text}");
        }
    }

    #[test]
    fn times_have_hours() {
        assert!(is_time("18.00") && is_time("9") && is_time("23:59"));
        assert!(!is_time("25:00") && !is_time("18.5") && !is_time("2018"));
    }
}
