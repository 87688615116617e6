//! What English says around numbers and instead of them: number words, ordinals, hours before and after noon, days
//! of months.

/// The numbers that English `text` spells out (`twenty-four`, `fifth`, `twice`) or implies (a week has seven days,
/// a year twelve months, so that two weeks are fourteen days). What lies over ninety-nine is left out.
///
/// ```
/// # use bilint::text::spelled::spelled;
/// assert_eq!(spelled("Twenty-four of the seven, for the 3rd time and the fifth"), [24, 7, 5]);
/// assert_eq!(spelled("in two weeks"), [2, 14]);
/// ```
pub fn spelled(text: &str) -> Vec<u32> {
    let mut found = Vec::new();
    let (mut tens, mut before) = (0, None);
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        let word = word.to_ascii_lowercase();
        let value = word_value(&word);
        let units = match &*word {
            "week" | "weeks" => 7,
            "year" | "years" => 12,
            _ => 0,
        };
        found.extend(before.map(|count: u32| count * units).filter(|count| (13..100).contains(count)));
        before = value;
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
        &["two", "second", "twice", "both", "double", "half", "pair", "couple", "binary", "bimonthly", "biweekly"],
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

/// Whether `rest` is the ending of an English ordinal.
pub fn is_ordinal(rest: &str) -> bool {
    let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    matches!(&rest[..letters], "st" | "nd" | "rd" | "th")
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
    const MONTHS: [&str; 12] = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ];
    let slashed = |three: &[u8]| three[0].is_ascii_digit() && three[1] == b'/' && three[2].is_ascii_digit();
    MONTHS.iter().any(|month| text.contains(month)) || text.as_bytes().windows(3).any(slashed)
}
