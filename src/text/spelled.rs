//! What English says around numbers and instead of them: number words, ordinals, hours before and after noon, days
//! of months.

use crate::locale::is_ordinal_ending_in;

/// The numbers that English `text` spells out (`twenty-four`, `fifth`, `twice`). What lies over ninety-nine is left
/// out.
///
/// ```
/// # use bilint::text::spelled::spelled;
/// assert_eq!(spelled("Twenty-four of the seven, for the 3rd time and the fifth"), [24, 7, 5]);
/// ```
pub fn spelled(text: &str) -> Vec<u32> {
    let mut found = Vec::new();
    let mut tens = 0;
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        let value = word_value(&word.to_ascii_lowercase());
        match value {
            Some(unit) if unit < 10 && tens > 0 => {
                found.pop();
                found.push(tens + unit);
            }
            Some(value) => found.push(value),
            None => {}
        }
        tens = value.filter(|value| *value >= 20).unwrap_or_default();
    }
    found
}

/// The amounts that English `text` tells otherwise than by their digits: a spelled amount (`half a million`), a
/// fraction as a percentage, a span of time in another unit (an hour and a half are 90 minutes, `per hour` is every
/// 60), the minutes of `half past`.
///
/// ```
/// # use bilint::text::spelled::implied;
/// assert!(implied("Half a million users").contains(&500_000.0));
/// assert!(implied("in two weeks").contains(&14.0) && implied("after an hour and a half").contains(&90.0));
/// assert!(implied("three quarters of the users").contains(&75.0) && implied("two-thirds").contains(&66.7));
/// assert!(!implied("half an hour").contains(&60.0));
/// ```
pub fn implied(text: &str) -> Vec<f64> {
    let text = text.to_ascii_lowercase();
    let parts = text.split(|c: char| !(c.is_alphanumeric() || c == '.'));
    let words: Vec<&str> = parts.map(|word| word.trim_end_matches('.')).filter(|word| !word.is_empty()).collect();
    let mut found = Vec::new();
    let mut rest = &words[..];
    while let Some((&word, behind)) = rest.split_first() {
        let Some((mut amount, length)) = count(rest) else {
            // A unit that nothing counts is one.
            found.extend(in_other_units(1.0, word).into_iter().filter(|_| !word.ends_with('s')));
            rest = behind;
            continue;
        };
        rest = &rest[length..];
        let unit = rest.first().copied().unwrap_or_default();
        rest = rest.get(1..).filter(|_| !in_other_units(1.0, unit).is_empty()).unwrap_or(rest);
        if let ["and", "a", "half", ..] = rest {
            amount += 0.5;
        }
        found.push(amount);
        found.extend(in_other_units(amount, unit));
        if amount < 1.0 {
            let percent = amount * 100.0;
            found.extend([percent.floor(), percent.round(), (percent * 10.0).round() / 10.0]);
            let minutes = amount * 60.0;
            found.extend([minutes, 60.0 - minutes].into_iter().filter(|_| matches!(unit, "past" | "to" | "after")));
        }
    }
    found
}

/// The amount that the English `words` begin with, and how many of them tell it.
fn count(words: &[&str]) -> Option<(f64, usize)> {
    let (mut amount, mut length) = match words {
        ["a" | "one", "half" | "quarter" | "couple" | "dozen", ..] => {
            return count(&words[1..]).map(|(amount, length)| (amount, length + 1));
        }
        ["half", ..] => (0.5, 1),
        ["quarter", ..] => (0.25, 1),
        ["three", "quarters", ..] => (0.75, 2),
        ["two", "thirds", ..] => (2.0 / 3.0, 2),
        ["a" | "one", "third", ..] => (1.0 / 3.0, 2),
        ["couple", "of", ..] | ["every", "other", ..] => (2.0, 2),
        ["couple" | "quarters" | "second", ..] | [] => return None,
        [first, ..] if first.starts_with(|c: char| c.is_ascii_digit()) => (first.parse().ok()?, 1),
        [first, next, ..] if word_value(first)? >= 20 && word_value(next).is_some_and(|unit| unit < 10) => {
            (f64::from(word_value(first)? + word_value(next)?), 2)
        }
        [first, ..] => (f64::from(word_value(first)?), 1),
    };
    match &words[length..] {
        ["and", "a", "half", ..] => (amount, length) = (amount + 0.5, length + 3),
        ["and", "a", "quarter", ..] => (amount, length) = (amount + 0.25, length + 3),
        ["of", "a" | "an" | "the", ..] if amount < 1.0 => length += 2,
        ["a" | "an" | "of", ..] if amount < 1.0 => length += 1,
        _ => {}
    }
    while let Some(scale) = words.get(length).and_then(|word| scale_value(word)) {
        (amount, length) = (amount * scale, length + 1);
    }
    Some((amount, length))
}

fn scale_value(word: &str) -> Option<f64> {
    match word {
        "hundred" => Some(1e2),
        "thousand" => Some(1e3),
        "million" => Some(1e6),
        "billion" => Some(1e9),
        "trillion" => Some(1e12),
        _ => None,
    }
}

/// So many English units of time (or of memory) in the units beside them, as far as those are wholes, halves or
/// quarters: 90 minutes are an hour and a half, a day and a half is 36 hours. What is over the wholes counts by itself
/// too (1 h 30). One of the next unit is left out: it is told by an article.
///
/// ```
/// # use bilint::text::spelled::in_other_units;
/// assert_eq!(in_other_units(14.0, "days"), [336.0, 2.0]);
/// assert_eq!(in_other_units(1.5, "hours"), [90.0, 30.0]);
/// assert!(in_other_units(14.0, "files").is_empty());
/// ```
pub fn in_other_units(amount: f64, unit: &str) -> Vec<f64> {
    let (parts, wholes): (&[f64], &[f64]) = match unit.strip_suffix('s').unwrap_or(unit) {
        "second" | "sec" => (&[1000.0], &[60.0]),
        "minute" | "min" => (&[60.0], &[60.0]),
        "hour" | "hourly" | "hr" => (&[60.0], &[24.0]),
        "day" | "daily" => (&[24.0], &[7.0, 30.0]),
        "week" | "weekly" => (&[7.0], &[4.0, 52.0]),
        "biweekly" => (&[14.0, 2.0], &[]),
        "month" | "monthly" => (&[30.0, 4.0], &[12.0]),
        "year" | "yearly" => (&[12.0, 52.0, 365.0], &[]),
        "decade" => (&[10.0], &[]),
        "terabyte" | "gigabyte" | "megabyte" => (&[1024.0, 1000.0], &[]),
        _ => return Vec::new(),
    };
    let over = amount.fract();
    let smaller = parts.iter().flat_map(|part| [amount * part, if amount > 1.0 { over * part } else { 0.0 }]);
    let all = smaller.chain(wholes.iter().map(|whole| amount / whole));
    all.filter(|amount| *amount > 0.0 && (*amount - 1.0).abs() > f64::EPSILON && (amount * 4.0).fract() == 0.0)
        .collect()
}

/// So many English units of length, weight, volume or temperature in the metric unit that translations put instead, by
/// the definitions of the international yard and pound: feet in metres, `°F` in degrees Celsius.
///
/// ```
/// # use bilint::text::spelled::in_metric;
/// assert_eq!(in_metric(68.0, " °F"), Some(20.0));
/// assert!(in_metric(10.0, "-mile race").is_some_and(|km| (km - 16.0).abs() < 0.1));
/// assert_eq!(in_metric(10.0, " files"), None);
/// ```
pub fn in_metric(amount: f64, rest: &str) -> Option<f64> {
    let rest = rest.trim_start_matches([' ', '-', '\u{a0}', '\u{202f}']);
    if rest.starts_with("°F") || rest.starts_with("degrees Fahrenheit") {
        return Some((amount - 32.0) / 1.8);
    }
    let factor = match rest.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default() {
        "mile" | "miles" | "mi" | "mph" => 1.609_344,
        "foot" | "feet" | "ft" => 0.3048,
        "yard" | "yards" | "yd" => 0.9144,
        "inch" | "inches" => 2.54,
        "pound" | "pounds" | "lb" | "lbs" => 0.453_592_37,
        "ounce" | "ounces" | "oz" => 28.349_523_125,
        "gallon" | "gallons" => 3.785_411_784,
        _ => return None,
    };
    Some(amount * factor)
}

/// The numbers of the months that English `text` names with a capital, in full or by their usual abbreviations.
///
/// ```
/// # use bilint::text::spelled::months;
/// assert_eq!(months("From March 5 to Sept. 7, it may rain"), [3, 9]);
/// ```
pub fn months(text: &str) -> Vec<u32> {
    let words = text.split(|c: char| !c.is_alphabetic());
    let month = |word: &str| {
        let named = MONTHS.iter().position(|name| *name == word);
        let brief =
            || MONTHS.iter().position(|name| name.get(..3) == Some(word) || *name == "September" && word == "Sept");
        named.or_else(brief).map(|at| at as u32 + 1)
    };
    words
        .filter(|word| word.len() >= 3 && word.starts_with(|c: char| c.is_ascii_uppercase()))
        .filter_map(month)
        .collect()
}

const MONTHS: [&str; 12] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
];

/// The value of an English number word in lower case.
fn word_value(word: &str) -> Option<u32> {
    const UNITS: [&[&str]; 20] = [
        &["zero", "no", "none"],
        &["one", "first", "once", "single", "a", "an"],
        &["two", "second", "twice", "both", "double", "half", "pair", "couple", "binary", "bimonthly"],
        &["three", "third", "thirds", "triple", "quarterly"],
        &["four", "fourth", "quarter", "quarters"],
        &["five", "fifth"],
        &["six", "sixth"],
        &["seven", "seventh", "week", "weekly"],
        &["eight", "eighth", "octal"],
        &["nine", "ninth"],
        &["ten", "tenth", "tens", "decade", "decimal"],
        &["eleven", "eleventh"],
        &["twelve", "twelfth", "dozen", "year", "yearly", "annual"],
        &["thirteen", "thirteenth"],
        &["fourteen", "fourteenth", "fortnight"],
        &["fifteen", "fifteenth"],
        &["sixteen", "sixteenth", "hexadecimal", "hex"],
        &["seventeen", "seventeenth"],
        &["eighteen", "eighteenth"],
        &["nineteen", "nineteenth"],
    ];
    const TENS: [&[&str]; 8] = [
        &["twenty", "twentieth", "twenties"],
        &["thirty", "thirtieth", "thirties"],
        &["forty", "fortieth", "forties"],
        &["fifty", "fiftieth", "fifties"],
        &["sixty", "sixtieth", "sixties"],
        &["seventy", "seventieth", "seventies"],
        &["eighty", "eightieth", "eighties"],
        &["ninety", "ninetieth", "nineties"],
    ];
    let within = |lists: &[&[&str]]| lists.iter().position(|list| list.contains(&word)).map(|at| at as u32);
    within(&UNITS).or_else(|| within(&TENS).map(|at| 20 + at * 10))
}

/// Whether `rest`, which stands behind a number, makes it thousands or more: `20 K`, `1.5 million`.
pub fn is_scale(rest: &str) -> bool {
    let rest = rest.trim_start_matches([' ', '-', '\u{a0}', '+']);
    let length = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    matches!(&rest[..length], "k" | "K" | "M" | "B" | "m" | "thousand" | "million" | "billion" | "trillion")
}

/// Whether `rest` is the ending of an English ordinal, raised or not.
pub fn is_ordinal(rest: &str) -> bool {
    let rest = rest.strip_prefix("<sup>").unwrap_or(rest);
    let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    is_ordinal_ending_in("en", &rest[..letters])
}

/// Whether `rest` begins with `am` or `pm`.
pub fn is_half_day(rest: &str) -> bool {
    let rest = rest.trim_start_matches([' ', '\u{a0}']);
    let mut letters = rest.chars().filter(|c| *c != '.').map(|c| c.to_ascii_lowercase());
    matches!(letters.next(), Some('a' | 'p'))
        && letters.next() == Some('m')
        && !letters.next().is_some_and(char::is_alphanumeric)
}

/// Whether English `text` has a day of a month: `June 17`, `12/8`.
pub fn has_day_and_month(text: &str) -> bool {
    let slashed = |three: &[u8]| three[0].is_ascii_digit() && three[1] == b'/' && three[2].is_ascii_digit();
    MONTHS.iter().any(|month| text.contains(month)) || text.as_bytes().windows(3).any(slashed)
}
