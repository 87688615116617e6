//! Numbers, read by value with the separators of a language.

use crate::locale::Language;
use crate::span::Span;

/// The numbers of `text`: runs of digits with separators between digits (`1.250,00`, `12:30`, `2021-03-04`).
/// Digits inside a word (`B2B`, `x64`) are no numbers. Digits of any script count.
///
/// ```
/// # use bilint::text::numbers::numbers;
/// let text = "Port 8080 of B2B costs 1,250.00 (v2.1)";
/// let found: Vec<_> = numbers(text).into_iter().map(|number| number.of(text)).collect();
/// assert_eq!(found, ["8080", "1,250.00", "2.1"]);
/// ```
pub fn numbers(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut before = None;
    let mut chars = text.char_indices().peekable();
    while let Some((start, first)) = chars.next() {
        if !is_digit(first) {
            before = Some(first);
            continue;
        }
        let mut end = start + first.len_utf8();
        while let Some(&(at, next)) = chars.peek() {
            if is_digit(next) {
                end = at + next.len_utf8();
                chars.next();
            } else if is_separator(next) && text[at + next.len_utf8()..].starts_with(is_digit) {
                // A space parts groups of three only: `24 7` are two numbers.
                let spaced = next.is_whitespace();
                if spaced && !is_group_of_three(&text[at + next.len_utf8()..]) {
                    break;
                }
                chars.next();
            } else {
                break;
            }
        }
        let glued = before.is_some_and(|c: char| c.is_alphabetic() || c == '_') && !is_version_mark(text, start);
        let tail = text[end..].chars().next().is_some_and(|c| c.is_alphabetic() && !is_han(c) || c == '_');
        if !glued && !(tail && !is_unit(&text[end..])) && !is_in_code(text, start, end) {
            found.push(Span::new(start, end));
        }
        before = text[..end].chars().next_back();
    }
    found
}

/// The value of a number as digits with at most one `.`, read with the separators of `language`: `1.250,50` in
/// German and `1,250.50` in English are both `1250.5`. What does not follow the language's grouping (`2021-03-04`,
/// `1.2.3`, `12:30`) is returned as its digits joined by single dots.
///
/// ```
/// # use bilint::locale::Locale;
/// # use bilint::text::numbers::value;
/// let (de, en) = (Locale::parse("de").unwrap(), Locale::english());
/// assert_eq!(value("1.250,50", de.language()), value("1,250.50", en.language()));
/// ```
pub fn value(number: &str, language: &Language) -> String {
    let digits: String = number.chars().map(|c| ascii_digit(c).unwrap_or(c)).collect();
    grouped(&digits, language).unwrap_or_else(|| {
        let parts: Vec<_> = digits.split(|c: char| !c.is_ascii_digit()).map(strip_zeros).collect();
        parts.join(".")
    })
}

/// Whether `text` shows the number of `digits` (ASCII digits, no leading zeros) somewhere, whatever separators stand
/// in it: as a number, as a part of one (`2021-03-04` shows 2021, 3 and 4), or, from three digits on, within a longer
/// one. Digits inside words and codes count: what is asked is whether the number can have been lost.
///
/// ```
/// # use bilint::text::numbers::shows;
/// assert!(shows("10\u{a0}000 kr den 5/11", "10000"));
/// assert!(shows("10\u{a0}000 kr den 5/11", "11"));
/// assert!(!shows("10 000 kr", "1"));
/// ```
pub fn shows(text: &str, digits: &str) -> bool {
    let mut joined = String::new();
    let mut part = String::new();
    let mut chars = text.chars().peekable();
    while let Some(character) = chars.next() {
        if let Some(digit) = ascii_digit(character) {
            part.push(digit);
            if chars.peek().is_some_and(|&next| is_digit(next)) {
                continue;
            }
            if same_digits(&part, digits) {
                return true;
            }
            joined.push_str(&part);
            part.clear();
            let mut ahead = chars.clone();
            let goes_on = ahead.next().is_some_and(is_separator) && ahead.next().is_some_and(is_digit);
            if !goes_on {
                if same_digits(&joined, digits) || digits.len() >= 3 && joined.contains(digits) {
                    return true;
                }
                joined.clear();
            }
        }
    }
    false
}

/// Whether two runs of digits are equal but for zeros at the edges of the first.
fn same_digits(run: &str, digits: &str) -> bool {
    let run = strip_zeros(run);
    run == digits || run.strip_prefix(digits).is_some_and(|rest| run.len() > 2 && rest.bytes().all(|b| b == b'0'))
}

/// The numbers that English `text` spells out (`twenty-four`, `fifth`, `twice`) or implies (a week has seven days, a year
/// twelve months). What lies over ninety-nine is left out.
///
/// ```
/// # use bilint::text::numbers::spelled;
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

/// The value of an English number word in lower case.
fn word_value(word: &str) -> Option<u32> {
    const UNITS: [&[&str]; 20] = [
        &["zero", "no", "none"],
        &["one", "first", "once", "single", "a", "an"],
        &["two", "second", "twice", "both", "double", "half", "pair", "couple"],
        &["three", "third", "thirds", "triple"],
        &["four", "fourth", "quarter", "quarters"],
        &["five", "fifth"],
        &["six", "sixth"],
        &["seven", "seventh", "week", "weekly"],
        &["eight", "eighth"],
        &["nine", "ninth"],
        &["ten", "tenth", "tens"],
        &["eleven", "eleventh"],
        &["twelve", "twelfth", "dozen", "year", "yearly", "annual"],
        &["thirteen", "thirteenth"],
        &["fourteen", "fourteenth", "fortnight"],
        &["fifteen", "fifteenth"],
        &["sixteen", "sixteenth"],
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

/// Reads `digits` as whole groups of three and a decimal part.
fn grouped(digits: &str, language: &Language) -> Option<String> {
    let (whole, fraction) = match digits.rsplit_once(language.decimal) {
        Some((whole, fraction)) if fraction.bytes().all(|b| b.is_ascii_digit()) => (whole, fraction),
        Some(_) => return None,
        None => (digits, ""),
    };
    let mut groups = whole.split(|c: char| !c.is_ascii_digit());
    let head = groups.next().filter(|head| !head.is_empty())?;
    let mut value = head.to_owned();
    for group in groups {
        if group.len() != 3 || head.len() > 3 {
            return None;
        }
        value.push_str(group);
    }
    let separators: Vec<char> = whole.chars().filter(|c| !c.is_ascii_digit()).collect();
    if separators.iter().any(|c| !language.groups.contains(c)) || separators.windows(2).any(|two| two[0] != two[1]) {
        return None;
    }
    let value = strip_zeros(&value);
    let fraction = fraction.trim_end_matches('0');
    Some(if fraction.is_empty() { value.to_owned() } else { format!("{value}.{fraction}") })
}

fn strip_zeros(digits: &str) -> &str {
    let stripped = digits.trim_start_matches('0');
    if stripped.is_empty() && !digits.is_empty() { "0" } else { stripped }
}

/// The ASCII form of a decimal digit: full-width, Arabic-Indic, Persian, Devanagari, Thai and others whose blocks
/// run from zero to nine (Unicode general category Nd).
fn ascii_digit(character: char) -> Option<char> {
    const ZEROS: &[u32] =
        &[0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xbe6, 0xe50, 0xed0, 0x1040, 0x17e0, 0xff10];
    let code = character as u32;
    ZEROS.iter().find(|&&zero| (zero..zero + 10).contains(&code)).and_then(|zero| char::from_digit(code - zero, 10))
}

fn is_digit(character: char) -> bool {
    character.is_ascii_digit() || !character.is_ascii() && ascii_digit(character).is_some()
}

fn is_separator(character: char) -> bool {
    matches!(
        character,
        '.' | ',' | '\'' | '’' | '\u{a0}' | '\u{202f}' | '\u{2009}' | ' ' | ':' | '٫' | '٬' | '，' | '．'
    )
}

fn is_group_of_three(rest: &str) -> bool {
    let digits = rest.chars().take_while(|&c| is_digit(c)).count();
    digits == 3
}

/// `v2.1`, `V3`: a single `v` before the number that itself begins a word.
fn is_version_mark(text: &str, start: usize) -> bool {
    let mut before = text[..start].chars().rev();
    matches!(before.next(), Some('v' | 'V')) && !before.next().is_some_and(char::is_alphanumeric)
}

/// Whether the digits stand in a code such as a GUID: a run of letters, digits and hyphens with two hyphens, a
/// letter that touches a digit, and no space.
fn is_in_code(text: &str, start: usize, end: usize) -> bool {
    let inside = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_');
    let bytes = text.as_bytes();
    let from = start - bytes[..start].iter().rev().take_while(|b| inside(b)).count();
    let to = end + bytes[end..].iter().take_while(|b| inside(b)).count();
    let run = &bytes[from..to];
    let mixed = run.windows(2).any(|two| two[0].is_ascii_digit() && two[1].is_ascii_alphabetic());
    mixed && run.iter().filter(|b| **b == b'-').count() >= 2
}

/// `5GB`, `30s`, `100k`: one to three letters of a unit, then no letter.
fn is_unit(rest: &str) -> bool {
    let letters = rest.chars().take_while(|c| c.is_alphabetic()).count();
    letters <= 3 && !rest.chars().nth(letters).is_some_and(|c| c.is_alphanumeric() || c == '_')
}

fn is_han(character: char) -> bool {
    matches!(character as u32, 0x3040..=0x30ff | 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xac00..=0xd7a3)
}

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
/// # use bilint::text::numbers::dates;
/// let key = |text| dates(text).first().map(|date| date.key);
/// assert_eq!(key("on 3/14/2021"), key("am 14.03.2021"));
/// assert_eq!(key("2021-03-14"), key("14-3-21"));
/// assert_eq!(key("version 1.16.3"), None);
/// ```
pub fn dates(text: &str) -> Vec<Date> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(offset) = text[at..].find(|c: char| c.is_ascii_digit()) {
        at += offset;
        let (numbers, length) = triple(&text[at..]);
        let free = !text[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '.' | '$'));
        let rest = &text[at + length..];
        let ends = !rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '-'))
            && !rest.strip_prefix('.').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        if let Some(key) = numbers.filter(|_| free && ends).and_then(date_key) {
            found.push(Date { span: Span::new(at, at + length), key });
        }
        at += length.max(1);
    }
    found
}

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

/// A version number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version<'t> {
    /// Where.
    pub span: Span,
    /// The name it follows, which a translation keeps; empty when its own look or a word like `version` makes it one.
    pub name: &'t str,
}

impl Version<'_> {
    /// Whether the number at `span` of a translation may be this version: it follows the same name, if any.
    pub fn fits(&self, text: &str, span: Span) -> bool {
        self.name.is_empty() || word_before(text, span).eq_ignore_ascii_case(self.name)
    }
}

/// Which of `numbers` in `text` (of the given language) are version numbers: three or more parts between stops that
/// are no date; two parts behind `version`, `release` or `v`; two parts behind a name, without a unit.
///
/// ```
/// # use bilint::{locale::Locale, text::numbers::{numbers, versions}};
/// let text = "NuGet 1.7 needs version 3.0 of 4.6.1, not 2.5 GB";
/// let found: Vec<_> = versions(text, &numbers(text), Locale::english().language())
///     .into_iter()
///     .map(|version| version.span.of(text))
///     .collect();
/// assert_eq!(found, ["1.7", "3.0", "4.6.1"]);
/// ```
pub fn versions<'t>(text: &'t str, numbers: &[Span], language: &Language) -> Vec<Version<'t>> {
    numbers.iter().filter_map(|&span| version(text, span, language)).collect()
}

fn version<'t>(text: &'t str, span: Span, language: &Language) -> Option<Version<'t>> {
    let number = span.of(text);
    if !number.bytes().all(|b| b.is_ascii_digit() || b == b'.') || !number.contains('.') {
        return None;
    }
    if number.bytes().filter(|b| *b == b'.').count() >= 2 {
        return dates(number).is_empty().then_some(Version { span, name: "" });
    }
    let name = word_before(text, span);
    if ["version", "versions", "release", "v", "ver"].iter().any(|word| name.eq_ignore_ascii_case(word)) {
        return Some(Version { span, name: "" });
    }
    let named =
        name.starts_with(|c: char| c.is_ascii_uppercase()) || name.bytes().skip(1).any(|b| b.is_ascii_uppercase());
    let named = named && !name.ends_with('.');
    let lower = name.to_lowercase();
    let counted = [
        "total", "minimum", "maximum", "average", "price", "over", "under", "about", "up", "only", "usd", "eur", "gbp",
    ];
    (named
        && !language.is_function_word(&lower)
        && !counted.contains(&lower.as_str())
        && !has_unit(&text[span.range().end..]))
    .then_some(Version { span, name })
}

/// The word that stands before `span`, a space or nothing between them.
fn word_before(text: &str, span: Span) -> &str {
    let before = text[..span.range().start].trim_end_matches([' ', '\u{a0}']);
    let start = before
        .char_indices()
        .rev()
        .take_while(|(_, c)| c.is_alphanumeric() || matches!(c, '#' | '+' | '.'))
        .last()
        .map_or(before.len(), |(at, _)| at);
    &before[start..]
}

/// Whether what follows a number is the unit of an amount.
fn has_unit(rest: &str) -> bool {
    const UNITS: &[&str] = &[
        "b", "kb", "mb", "gb", "tb", "kib", "mib", "gib", "tib", "ms", "s", "hz", "mhz", "ghz", "x", "percent",
        "points", "point", "times", "hour", "hours", "day", "days", "minute", "minutes", "second", "seconds", "month",
        "months", "year", "years", "week", "weeks", "thousand", "million", "billion", "k", "m", "usd", "eur", "gbp",
        "dollars", "euros", "units", "unit", "inch", "inches", "km", "cm", "mm", "kg", "credits", "hrs", "vcpu",
        "cores",
    ];
    let rest = rest.trim_start_matches([' ', '\u{a0}', '-']);
    let length = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    rest.starts_with(['%', '€', '$', '£', '¥', '°', '×'])
        || UNITS.contains(&rest[..length].to_ascii_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        numbers(text).into_iter().map(|number| number.of(text)).collect()
    }

    #[test]
    fn separators_belong_to_a_number_only_between_digits() {
        assert_eq!(found("1 000 000 kr, 24 7, 12:30. 5."), ["1 000 000", "24", "7", "12:30", "5"]);
        assert_eq!(found("６４ GB、２．５"), ["６４", "２．５"]);
    }

    #[test]
    fn digits_in_words_and_codes_are_no_numbers() {
        assert_eq!(found("B2B x64 FY21 utf8mb4 1st 5GB"), ["1", "5"]);
        assert_eq!(found("eec685f4-5b3e-4a84-98aa-521559f890dc"), [""; 0]);
    }

    #[test]
    fn values_agree_across_languages() {
        let value_in = |number, code| value(number, crate::locale::Locale::parse(code).unwrap().language());
        assert_eq!(value_in("1 000", "pl"), value_in("1,000", "en"));
        assert_eq!(value_in("4.00", "en"), "4");
        assert_eq!(value_in("0.01", "en"), value_in("0,01", "nl"));
        assert_eq!(value_in("2021.03.04", "en"), "2021.3.4");
    }

    #[test]
    fn what_is_shown_is_shown_in_any_dress() {
        assert!(shows("13.01.2018 r.", "2018"));
        assert!(shows("1,000000 połączeń", "1"));
        assert!(shows("１２月", "12"));
        assert!(!shows("9 minuter", "90"));
        assert!(!shows("10 pkt", "1"));
    }
}
