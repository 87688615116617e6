//! Sentences, by Unicode annex 29, mended where it is known to cut too much.

use crate::span::Span;
use unicode_segmentation::UnicodeSegmentation;

/// The sentences of `text` in order, without the white space around them. A text without a terminator inside is
/// one sentence and never reaches the annex.
///
/// The annex cuts after every full stop before a capital; an abbreviation of one to three letters (`z. B. Azure`,
/// `bzw. Office`) is put back, and so is what stands behind a number alone (`1. Open`).
///
/// ```
/// # use bilint::text::sentences::sentences;
/// let text = "Öffnen Sie z. B. Azure. Fertig?";
/// let found: Vec<_> = sentences(text).into_iter().map(|sentence| sentence.of(text)).collect();
/// assert_eq!(found, ["Öffnen Sie z. B. Azure.", "Fertig?"]);
/// ```
pub fn sentences(text: &str) -> Vec<Span> {
    if is_single(text) {
        return trimmed(text, 0, text.len()).into_iter().collect();
    }
    let mut found: Vec<Span> = Vec::new();
    for (start, piece) in text.split_sentence_bound_indices() {
        let Some(span) = trimmed(text, start, start + piece.len()) else { continue };
        match found.last_mut() {
            Some(last) if goes_on(text, *last, span) => *last = last.to(span),
            _ => found.push(span),
        }
    }
    found
}

/// Puts back together what was cut within one of `masked`: what ends a sentence elsewhere is a letter like any other in
/// code and addresses.
pub fn join(sentences: &mut Vec<Span>, masked: &[Span]) {
    let inside = |at: u32| masked.iter().any(|mask| mask.start < at && at < mask.end);
    sentences.dedup_by(|later, earlier| {
        let joined = inside(earlier.end);
        if joined {
            *earlier = earlier.to(*later);
        }
        joined
    });
}

/// Whether no sentence can end before the end of the text.
fn is_single(text: &str) -> bool {
    let ends =
        |c: char| matches!(c, '.' | '!' | '?' | '\n' | '\r') || c >= '\u{85}' && !c.is_alphabetic() && !is_calm(c);
    !text.trim_end_matches(|c: char| matches!(c, '.' | '!' | '?' | ')' | '*' | '"') || c.is_whitespace()).contains(ends)
}

/// Punctuation above ASCII that ends no sentence.
fn is_calm(character: char) -> bool {
    matches!(character, '\u{a0}'..='\u{bf}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{203a}' | '\u{300}'..='\u{36f}')
}

/// Whether the sentence `last` goes on with `next`, though the annex cut between them: behind an abbreviation, and where
/// no blank stands behind a mark of ASCII (`SDK .NET`, `[![image]`).
fn goes_on(text: &str, last: Span, next: Span) -> bool {
    let glued = last.end == next.start && text[..last.range().end].ends_with(['.', '!', '?']);
    glued || ends_in_abbreviation(last.of(text)) && !text[..next.range().start].ends_with('\n')
}

fn trimmed(text: &str, start: usize, end: usize) -> Option<Span> {
    let piece = &text[start..end];
    let lead = piece.len() - piece.trim_start().len();
    let body = piece.trim().len();
    (body > 0).then(|| Span::new(start + lead, start + lead + body))
}

fn ends_in_abbreviation(sentence: &str) -> bool {
    let Some(body) = sentence.strip_suffix('.') else { return false };
    let last = body.rsplit([' ', '\u{a0}', '(', '.', '*']).next().unwrap_or(body);
    let letters = last.chars().count();
    let number = letters <= 3 && last.chars().all(|c| c.is_ascii_digit());
    let short = last.chars().all(char::is_alphabetic) && letters <= 3 && !last.chars().skip(1).any(char::is_uppercase);
    letters > 0 && (number || short && (letters == 1 || ABBREVIATIONS.contains(&last.to_lowercase().as_str())))
}

/// Abbreviations of two and three letters that stand before a capital, from the languages that bilint knows.
const ABBREVIATIONS: &[&str] = &[
    "abb", "abs", "art", "bl", "bsp", "bzw", "ca", "dr", "etc", "evt", "fig", "ggf", "inc", "jr", "max", "min", "mr",
    "mrs", "ms", "nr", "np", "num", "pag", "par", "pt", "resp", "sog", "sr", "st", "str", "tab", "tbv", "tj", "tzn",
    "usw", "vgl", "vs", "zgn",
];
