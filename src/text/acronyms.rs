//! Acronyms: words of two or more capitals.

use crate::span::Span;

/// Which of `words` are acronyms, each without its ending: two to eight characters, capitals and digits, at least two
/// capitals and no more digits than capitals; a plural `s` (`ISVs`) and whatever stands behind an apostrophe, colon
/// or the like (`ISV'ler`, `ISV:er`) are no part of it.
///
/// ```
/// # use bilint::text::{acronyms::acronyms, words::words};
/// let text = "ISVs and the API's SKU in OneDrive";
/// let found: Vec<_> = acronyms(text, &words(text)).into_iter().map(|acronym| acronym.of(text)).collect();
/// assert_eq!(found, ["ISV", "API", "SKU"]);
/// ```
pub fn acronyms(text: &str, words: &[Span]) -> Vec<Span> {
    words
        .iter()
        .filter_map(|&word| {
            head(word.of(text)).map(|length| Span::new(word.range().start, word.range().start + length))
        })
        .collect()
}

/// The length of the acronym that `word` begins with.
fn head(word: &str) -> Option<usize> {
    let bytes = word.as_bytes();
    let length = bytes.iter().take_while(|b| b.is_ascii_uppercase() || b.is_ascii_digit()).count();
    let capitals = bytes[..length].iter().filter(|b| b.is_ascii_uppercase()).count();
    let rest = &word[length..];
    let ends = matches!(rest, "" | "s") || rest.starts_with(['\'', '’', ':', '-', '.', '_']);
    ((2..=8).contains(&length) && capitals >= 2 && capitals * 2 >= length && bytes[0].is_ascii_uppercase() && ends)
        .then_some(length)
}
