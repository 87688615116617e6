//! Numbers, read by value with the separators of a language.

use super::byte_set::ByteSet;
use crate::locale::{Language, Script, scale};
use crate::span::Span;
use hashbrown::HashSet;
use std::ops::Range;

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
    let mut at = 0;
    let mut code = None;
    while let Some(start) = next_digit(text, at) {
        let before = text[..start].chars().next_back();
        let mut chars = text[start..].char_indices().map(|(offset, next)| (start + offset, next)).peekable();
        let mut end = start;
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
        if !glued && (!tail || is_unit(&text[end..])) && !is_in_code(text, start, end, &mut code) {
            found.push(Span::new(start, end));
        }
        at = end;
    }
    found
}

/// The byte from `from` on at which a digit begins. Digits above ASCII begin with one of five bytes.
fn next_digit(text: &str, from: usize) -> Option<usize> {
    static FIRST: ByteSet = ByteSet::of(b"0123456789\xd9\xdb\xe0\xe1\xef");
    FIRST.places(&text.as_bytes()[from..]).map(|at| from + at).find(|&at| text[at..].starts_with(is_digit))
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

/// What the number at `span` of `text` amounts to in `language`, with the scale words behind it: `10 mil` is ten
/// thousand. Not a number where it is a version, a date or a time.
///
/// ```
/// # use bilint::{locale::Locale, span::Span, text::numbers::amount};
/// let (pl, en) = (Locale::parse("pl").unwrap(), Locale::english());
/// assert_eq!(amount("1,5 mln zł", Span::new(0, 3), pl.language()), 1_500_000.0);
/// assert_eq!(amount("1,500,000", Span::new(0, 9), en.language()), 1_500_000.0);
/// ```
pub fn amount(text: &str, span: Span, language: &Language) -> f64 {
    let number = value(span.of(text), language).parse().unwrap_or(f64::NAN);
    number * scale(&text[span.range().end..], language)
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
    look_at_shown(
        text,
        |shown, whole| if whole { digits.len() >= 3 && shown.contains(digits) } else { shown == digits },
    )
}

/// The digits that a text shows, for who has many questions: each costs a look into a table.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    /// Those that may stand alone.
    all: HashSet<String>,
    /// Those of each number, blanks between.
    wholes: String,
}

impl Shown {
    /// Reads `text`.
    pub fn of(text: &str) -> Self {
        let mut found = Self::default();
        look_at_shown(text, |shown, whole| {
            if whole {
                found.wholes.push_str(shown);
                found.wholes.push(' ');
            } else if !found.all.contains(shown) {
                found.all.insert(shown.to_owned());
            }
            false
        });
        found
    }

    /// Whether the text [`shows`] `digits`.
    ///
    /// ```
    /// # use bilint::text::numbers::Shown;
    /// let shown = Shown::of("1.50 of 1,250");
    /// assert!(shown.has("15") && shown.has("1250") && shown.has("250") && !shown.has("12"));
    /// ```
    pub fn has(&self, digits: &str) -> bool {
        self.all.contains(digits) || digits.len() >= 3 && self.wholes.contains(digits)
    }
}

/// Shows `is_wanted` the digits that `text` shows until it wants some: the parts of each number, the number without
/// separators, and all its digits as they stand, of which any three or more in a row count.
fn look_at_shown(text: &str, mut is_wanted: impl FnMut(&str, bool) -> bool) -> bool {
    let mut joined = String::new();
    let mut part = String::new();
    let mut chars = text.chars().peekable();
    while let Some(character) = chars.next() {
        if let Some(digit) = ascii_digit(character) {
            part.push(digit);
            if chars.peek().is_some_and(|&next| is_digit(next)) {
                continue;
            }
            if is_wanted(strip_zeros(&part), false) {
                return true;
            }
            // The zeros at the end of a fraction say nothing: `1.50` shows 15.
            let fraction = !joined.is_empty() && part.len() < 3;
            joined.push_str(&part);
            part.clear();
            let mut ahead = chars.clone();
            let goes_on = ahead.next().is_some_and(is_separator) && ahead.next().is_some_and(is_digit);
            if !goes_on {
                let whole = strip_zeros(&joined);
                let brief = if fraction { whole.trim_end_matches('0') } else { whole };
                if is_wanted(whole, false) || is_wanted(brief, false) || is_wanted(&joined, true) {
                    return true;
                }
                joined.clear();
            }
        }
    }
    false
}

/// Reads `digits` as whole groups of three and a decimal part.
fn grouped(digits: &str, language: &Language) -> Option<String> {
    let (whole, fraction) = match digits.rsplit_once(language.decimal) {
        Some((whole, fraction)) if fraction.bytes().all(|b| b.is_ascii_digit()) => (whole, fraction),
        Some(_) => return None,
        None => (digits, ""),
    };
    let mut groups = whole.split(|c: char| !c.is_ascii_digit()).peekable();
    let head = groups.next().filter(|head| !head.is_empty())?;
    let mut value = head.to_owned();
    while let Some(group) = groups.next() {
        // India counts in lakhs and crores: 12,50,000.
        let lakhs = language.script == Script::Indic && group.len() == 2 && groups.peek().is_some();
        if !lakhs && group.len() != 3 || head.len() > 3 {
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
        '.' | ',' | '\'' | '’' | '\u{a0}' | '\u{202f}' | '\u{2009}' | ' ' | ':' | '∶' | '٫' | '٬' | '，' | '．'
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
/// letter that touches a digit, and no space. `last` is the run that was looked at last, which may hold many numbers.
fn is_in_code(text: &str, start: usize, end: usize, last: &mut Option<(Range<usize>, bool)>) -> bool {
    let inside = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_');
    let bytes = text.as_bytes();
    let is_whole = bytes[start..end].iter().all(inside);
    if let Some((run, verdict)) = last
        && is_whole
        && run.contains(&start)
    {
        return *verdict;
    }
    let from = start - bytes[..start].iter().rev().take_while(|b| inside(b)).count();
    let to = end + bytes[end..].iter().take_while(|b| inside(b)).count();
    let run = &bytes[from..to];
    let mixed = run.windows(2).any(|two| two[0].is_ascii_digit() && two[1].is_ascii_alphabetic());
    let verdict = mixed && run.split(|b| *b == b'-').count() > 2;
    *last = is_whole.then_some((from..to, verdict));
    verdict
}

/// `5GB`, `30s`, `100k`: one to three letters of a unit, then no letter. Italian writes its thousands so: `15mila`.
fn is_unit(rest: &str) -> bool {
    let letters = rest.chars().take_while(|c| c.is_alphabetic()).count();
    (letters <= 3 || letters == 4 && rest.starts_with("mila"))
        && !rest.chars().nth(letters).is_some_and(|c| c.is_alphanumeric() || c == '_')
}

fn is_han(character: char) -> bool {
    matches!(character as u32, 0x3040..=0x30ff | 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xac00..=0xd7a3)
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
    fn thousands_may_be_glued() {
        assert_eq!(found("15mila utenti, 5milan, 7zipper"), ["15"]);
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
        assert_eq!(value_in("12,50,000", "hi"), value_in("1,250,000", "en"));
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
