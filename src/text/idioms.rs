//! English phrases in which a noun is not what it is elsewhere: nobody takes anything into a customer's account by taking
//! it `into account`. Other languages have other words there.

use crate::span::Span;

/// A form of a noun, the words right before it and those right behind it, all in small letters.
struct Idiom(&'static str, &'static [&'static str], &'static [&'static str]);

/// Idioms that dictionaries of English list, by their nouns.
const IDIOMS: &[Idiom] = &[
    Idiom("account", &["into"], &[]),
    Idiom("account", &["on"], &["of"]),
    Idiom("account", &["to"], &["for"]),
    Idiom("account", &["take"], &["of"]),
    Idiom("accounts", &["it"], &["for"]),
    Idiom("accounts", &["that"], &["for"]),
    Idiom("accounts", &["this"], &["for"]),
    Idiom("accounts", &["which"], &["for"]),
    Idiom("board", &["on"], &[]),
    Idiom("case", &["in", "any"], &[]),
    Idiom("case", &["in"], &[]),
    Idiom("case", &["in", "the"], &["of"]),
    Idiom("charge", &["in"], &[]),
    Idiom("charge", &["no"], &[]),
    Idiom("charge", &["of"], &[]),
    Idiom("contact", &["in"], &[]),
    Idiom("contrast", &["in"], &[]),
    Idiom("date", &["to"], &[]),
    Idiom("date", &["up", "to"], &[]),
    Idiom("default", &["by"], &[]),
    Idiom("demand", &["on"], &[]),
    Idiom("detail", &["in"], &[]),
    Idiom("effect", &["in"], &[]),
    Idiom("effect", &["into"], &[]),
    Idiom("event", &["in", "the"], &["of"]),
    Idiom("event", &["in", "the"], &["that"]),
    Idiom("form", &["free"], &[]),
    Idiom("form", &["in", "the"], &["of"]),
    Idiom("hand", &["by"], &[]),
    Idiom("hand", &["on", "the", "one"], &[]),
    Idiom("hand", &["on", "the", "other"], &[]),
    Idiom("issue", &["at"], &[]),
    Idiom("order", &["alphabetical"], &[]),
    Idiom("order", &["ascending"], &[]),
    Idiom("order", &["chronological"], &[]),
    Idiom("order", &["decreasing"], &[]),
    Idiom("order", &["descending"], &[]),
    Idiom("order", &["increasing"], &[]),
    Idiom("order", &["logical"], &[]),
    Idiom("order", &["numerical"], &[]),
    Idiom("order", &["out", "of"], &[]),
    Idiom("order", &["random"], &[]),
    Idiom("order", &["reverse"], &[]),
    Idiom("order", &["sorted"], &[]),
    Idiom("order", &[], &["in", "which"]),
    Idiom("part", &["in"], &[]),
    Idiom("place", &["in"], &[]),
    Idiom("place", &["take"], &[]),
    Idiom("place", &["takes"], &[]),
    Idiom("place", &["took"], &[]),
    Idiom("plans", &["are", "no"], &["to"]),
    Idiom("plans", &["have", "no"], &["to"]),
    Idiom("point", &[], &["of", "view"]),
    Idiom("process", &["in", "the"], &["of"]),
    Idiom("question", &["in"], &[]),
    Idiom("record", &["of"], &[]),
    Idiom("record", &["on"], &[]),
    Idiom("result", &["as", "a"], &[]),
    Idiom("rule", &["as", "a"], &[]),
    Idiom("run", &["in", "the", "long"], &[]),
    Idiom("run", &["in", "the", "short"], &[]),
    Idiom("service", &["out", "of"], &[]),
    Idiom("states", &["united"], &[]),
    Idiom("time", &["at", "the", "same"], &[]),
    Idiom("time", &["in"], &[]),
    Idiom("time", &["on"], &[]),
    Idiom("turn", &["in"], &[]),
    Idiom("use", &["in"], &[]),
    Idiom("view", &["in"], &["of"]),
    Idiom("way", &["by", "the"], &[]),
];

/// Whether word `index` of the `words` of an English text is a noun of a phrase in which it means something else.
///
/// ```
/// # use bilint::text::{idioms::is_in_idiom, words::words};
/// let is_idiom = |text: &str, index: usize| is_in_idiom(text, &words(text), index);
/// assert!(is_idiom("In order to win", 1) && is_idiom("free of charge", 2) && is_idiom("take this into account", 3));
/// assert!(!is_idiom("Pay the order to win", 2) && !is_idiom("An extra charge", 2) && !is_idiom("a list of records", 3));
/// ```
pub fn is_in_idiom(text: &str, words: &[Span], index: usize) -> bool {
    let is = |at: usize, wanted: &str| words.get(at).is_some_and(|word| word.of(text).eq_ignore_ascii_case(wanted));
    let holds = |Idiom(noun, before, behind): &Idiom| {
        let start = index.checked_sub(before.len()).filter(|_| is(index, noun));
        start.is_some_and(|start| (start..).zip(*before).all(|(at, word)| is(at, word)))
            && (index + 1..).zip(*behind).all(|(at, word)| is(at, word))
    };
    // `in reverse chronological order`
    let is_in_order = || is(index, "order") && (index.saturating_sub(3)..index).any(|at| is(at, "in"));
    IDIOMS.iter().any(holds) || is_in_order()
}
