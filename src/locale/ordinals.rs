//! The endings of ordinals that are written in figures, raised or not: `4th`, `XX<sup>e</sup>`. Written for this project
//! from the grammars of the languages.

/// The endings by language, in small letters.
const ENDINGS: &[(&str, &[&str])] = &[
    ("en", &["st", "nd", "rd", "th"]),
    ("fr", &["er", "re", "ère", "e", "ème", "nd", "nde"]),
    ("es", &["a", "o", "as", "os", "er"]),
    ("it", &["a", "o"]),
    ("pt", &["a", "o", "as", "os"]),
];

/// Whether `ending` is one of an ordinal in any language: figures are cited as they stand.
///
/// ```
/// # use bilint::locale::is_ordinal_ending;
/// assert!(is_ordinal_ending("ème") && is_ordinal_ending("th") && !is_ordinal_ending("n"));
/// ```
pub fn is_ordinal_ending(ending: &str) -> bool {
    ENDINGS.iter().any(|(_, endings)| endings.contains(&ending))
}

/// Whether `ending` is one of an ordinal in the language of this `code`.
///
/// ```
/// # use bilint::locale::is_ordinal_ending_in;
/// assert!(is_ordinal_ending_in("en", "rd") && !is_ordinal_ending_in("en", "ème"));
/// ```
pub fn is_ordinal_ending_in(code: &str, ending: &str) -> bool {
    ENDINGS.iter().any(|(language, endings)| *language == code && endings.contains(&ending))
}
