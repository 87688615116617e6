//! What stands beside an hour of the day, so that a bare number is known for one.

/// Marks in front of an hour, in small letters: abbreviations and prepositions that stand before hours alone.
const BEFORE: &[&str] =
    &["kl.", "kl", "klo", "klokken", "klockan", "godz.", "godziny", "a las", "às", "alle", "saat", "pukul", "lúc"];

/// Marks behind an hour, in small letters: beginnings of words, behind `!` the word ends.
const BEHIND: &[&str] = &[
    "uhr", "h!", "hrs!", "uur", "u!", "heure", "hora", "ore!", "godz", "hod", "óra", "órá", "órai", "час", "ч!", "год",
    "giờ", "時", "时", "点", "點", "시", "น.", "wib",
];

/// Whether `before` and `behind`, the texts on either side of a number, make it an hour of the day.
///
/// ```
/// # use bilint::locale::is_beside_hour_mark;
/// assert!(is_beside_hour_mark("von 9 bis ", " Uhr") && is_beside_hour_mark("Mandag kl. ", ""));
/// assert!(!is_beside_hour_mark("von ", " Tagen"));
/// ```
pub fn is_beside_hour_mark(before: &str, behind: &str) -> bool {
    let spaces = [' ', '\u{a0}', '\u{202f}'];
    let head: String = behind.trim_start_matches(spaces).chars().take(8).flat_map(char::to_lowercase).collect();
    let begins = |mark: &str| match mark.strip_suffix('!') {
        Some(word) => head.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)),
        None => head.starts_with(mark),
    };
    let before = before.trim_end_matches(spaces).to_lowercase();
    let ends = |mark: &str| before.strip_suffix(mark).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric));
    BEHIND.iter().copied().any(begins) || BEFORE.iter().copied().any(ends)
}
