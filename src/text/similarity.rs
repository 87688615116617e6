//! How alike two texts are.

use crate::span::Span;
use std::ops::Range;

/// How alike two words are, from 0 (nothing in common) to 1 (equal), by normalised Damerau-Levenshtein distance.
pub fn words(one: &str, other: &str) -> f64 {
    strsim::normalized_damerau_levenshtein(one, other)
}

/// The name of `names` that was probably meant by `name`: at most a third of its letters differ, or it goes on where
/// `name` breaks off.
///
/// ```
/// # use bilint::text::similarity::near_miss;
/// assert_eq!(near_miss("mising-link", ["missing-link", "added-link"]), Some("missing-link"));
/// assert_eq!(near_miss("colour", ["missing-link"]), None);
/// ```
pub fn near_miss<'n>(name: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let begins = |candidate: &str| if name.len() >= 3 && candidate.starts_with(name) { 0.7 } else { 0.0 };
    let scored = names.into_iter().map(|candidate| (words(name, candidate).max(begins(candidate)), candidate));
    scored.filter(|(score, _)| *score >= 0.66).max_by(|one, other| one.0.total_cmp(&other.0)).map(|(_, name)| name)
}

/// Whether two words may be forms of one word, or relatives: the letters that both begin with are three or more, and half
/// of the longer one. Words compare as they are given; fold case before.
///
/// ```
/// # use bilint::text::similarity::are_akin;
/// assert!(are_akin("add", "adding") && are_akin("exception", "exceptions"));
/// assert!(!are_akin("add", "admin") && !are_akin("is", "isolated"));
/// ```
pub fn are_akin(one: &str, other: &str) -> bool {
    let shared = one.chars().zip(other.chars()).take_while(|(mine, theirs)| mine == theirs).count();
    shared > 2 && shared * 2 >= one.chars().count().max(other.chars().count())
}

/// The share of the words of `one` that occur in `other`, in order, from 0 to 1 (longest common subsequence over
/// the length of `one`). Words compare as they are given; fold case before.
pub fn shared_in_order<T: PartialEq>(one: &[T], other: &[T]) -> f64 {
    if one.is_empty() {
        return 0.0;
    }
    let mut row = vec![0_u32; other.len() + 1];
    for word in one {
        let mut diagonal = 0;
        for (column, candidate) in other.iter().enumerate() {
            let above = row[column + 1];
            row[column + 1] = if word == candidate { diagonal + 1 } else { above.max(row[column]) };
            diagonal = above;
        }
    }
    f64::from(row[other.len()]) / one.len() as f64
}

/// Where `one` and `other` differ: what lies between the words that both begin with and those that both end with.
///
/// ```
/// # use bilint::text::similarity::difference;
/// let (one, other) = ("Once a week, restart it.", "Once  a day, restart it.");
/// let [before, after] = difference(one, other);
/// assert_eq!((before.of(one), after.of(other)), ("week,", "day,"));
/// let [before, after] = difference("Restart it.", "Restart it now.");
/// assert_eq!((before.of("Restart it."), after.of("Restart it now.")), ("it.", "it now."));
/// let [before, after] = difference("Restart", "Restart now");
/// assert_eq!((before.is_empty(), after.of("Restart now")), (true, "now"));
/// ```
pub fn difference(one: &str, other: &str) -> [Span; 2] {
    let (ones, others) = (between_blanks(one), between_blanks(other));
    let mine: Vec<&str> = ones.iter().map(|word| word.of(one)).collect();
    let theirs: Vec<&str> = others.iter().map(|word| word.of(other)).collect();
    let [mine, theirs] = differing(&mine, &theirs);
    [(one, ones, mine), (other, others, theirs)].map(|(text, words, range)| spanned(text, &words, range))
}

/// What lies between the items that both begin with and those that both end with.
pub fn differing<T: PartialEq>(ones: &[T], others: &[T]) -> [Range<usize>; 2] {
    let first = ones.iter().zip(others).take_while(|(one, other)| one == other).count();
    let rest = ones[first..].iter().rev().zip(others[first..].iter().rev());
    let last = rest.take_while(|(one, other)| one == other).count();
    [first..ones.len() - last, first..others.len() - last]
}

/// The `range` of `words` of `text`; where it is empty, the place before the word behind it.
pub fn spanned(text: &str, words: &[Span], range: Range<usize>) -> Span {
    match &words[range.clone()] {
        [] => Span::empty(words.get(range.start).map_or(text.trim_end().len(), |word| word.range().start)),
        [word] => *word,
        [word, .., end] => word.to(*end),
    }
}

/// What stands between blanks.
fn between_blanks(text: &str) -> Vec<Span> {
    let mut at = 0;
    let pieces = text.split_inclusive(char::is_whitespace).map(|piece| {
        at += piece.len();
        Span::new(at - piece.len(), at - piece.len() + piece.trim_end().len())
    });
    pieces.filter(|word| !word.is_empty()).collect()
}

/// Makes serde's message about an unknown key or variant helpful: names the near miss instead of listing all.
/// Returns the message and the unknown key, if it is about one.
///
/// ```
/// # use bilint::text::similarity::explain_unknown_key;
/// let (message, key) = explain_unknown_key("unknown field `min-digit`, expected `min-digits` or `max`");
/// assert_eq!(message, "unknown key `min-digit`; did you mean `min-digits`?");
/// assert_eq!(key.as_deref(), Some("min-digit"));
/// ```
pub fn explain_unknown_key(message: &str) -> (String, Option<String>) {
    let what = [("unknown field", "key"), ("unknown variant", "value")]
        .into_iter()
        .find(|(said, _)| message.starts_with(said));
    let Some((_, noun)) = what else { return (message.to_owned(), None) };
    let mut quoted = message.split('`').skip(1).step_by(2);
    let Some(unknown) = quoted.next() else { return (message.to_owned(), None) };
    let known: Vec<&str> = quoted.collect();
    let hint = match near_miss(unknown, known.iter().copied()) {
        Some(near) => format!("; did you mean `{near}`?"),
        None if known.is_empty() => "; none are known here".to_owned(),
        None => format!("; known are {}", known.join(", ")),
    };
    (format!("unknown {noun} `{unknown}`{hint}"), Some(unknown.to_owned()))
}
