//! Parts of speech, as far as the words beside an English word tell them.
//!
//! Many nouns of English are verbs as well (`offer`, `order`, `plan`), and other languages have two words for the two.

use super::casing;
use crate::locale::{LANGUAGES, Language};
use crate::span::Span;

/// Nouns of technical writing that are verbs as well, sorted.
const VERBS_TOO: &[&str] = &[
    "access", "address", "alert", "archive", "assist", "associate", "attempt", "audit", "backup", "balance", "benefit",
    "bid", "bill", "block", "book", "bookmark", "branch", "budget", "build", "bundle", "cache", "call", "campaign",
    "cancel", "catalog", "cause", "chain", "challenge", "change", "charge", "chart", "chat", "check", "claim", "click",
    "clone", "code", "combine", "comment", "commit", "compute", "condition", "conflict", "contact", "contract",
    "control", "copy", "cost", "count", "cover", "craft", "crash", "credit", "curve", "cycle", "damage", "date",
    "deal", "debug", "default", "delay", "demand", "demo", "deposit", "design", "detail", "discount", "display",
    "document", "download", "draft", "drop", "dump", "email", "end", "estimate", "event", "exchange", "experience",
    "exploit", "export", "factor", "feature", "feed", "fetch", "file", "filter", "finance", "finish", "fix", "flag",
    "flow", "focus", "force", "forecast", "fork", "form", "format", "forward", "function", "fund", "gain", "gate",
    "grade", "grant", "group", "guarantee", "guide", "handle", "hint", "hold", "honor", "host", "image", "impact",
    "import", "increase", "index", "influence", "input", "insert", "interest", "interface", "invoice", "issue",
    "journal", "jump", "key", "label", "labor", "lag", "launch", "lead", "lease", "level", "licence", "license",
    "lift", "limit", "line", "link", "list", "load", "lock", "log", "loop", "mail", "map", "mark", "market", "match",
    "measure", "mention", "merge", "message", "mirror", "model", "monitor", "mount", "move", "name", "need", "network",
    "note", "notice", "number", "object", "offer", "order", "outline", "output", "override", "package", "page", "pair",
    "partner", "patch", "pause", "permit", "pilot", "pin", "place", "plan", "plot", "plug", "point", "poll", "pool",
    "port", "position", "post", "power", "practice", "prefix", "press", "preview", "price", "print", "process",
    "profile", "profit", "program", "progress", "project", "promise", "prompt", "proxy", "pull", "purchase", "push",
    "query", "question", "queue", "quote", "range", "rank", "rate", "reason", "rebate", "recall", "record",
    "reference", "refresh", "refund", "regard", "register", "release", "remark", "rent", "repair", "repeat", "reply",
    "report", "request", "research", "reserve", "reset", "rest", "restart", "result", "resume", "retry", "return",
    "reuse", "review", "reward", "risk", "roll", "root", "route", "rule", "run", "sample", "save", "scan", "schedule",
    "scope", "score", "screen", "script", "scroll", "search", "segment", "sense", "sequence", "set", "shape", "share",
    "shelter", "shield", "shift", "ship", "shop", "show", "shuffle", "sign", "signal", "sink", "size", "skip", "sleep",
    "slot", "snapshot", "sort", "sound", "source", "space", "spend", "split", "sponsor", "stack", "staff", "stage",
    "stall", "stamp", "standard", "star", "start", "state", "step", "stock", "stop", "store", "stream", "stress",
    "string", "strip", "structure", "struggle", "study", "style", "subject", "sum", "supply", "support", "survey",
    "swap", "switch", "sync", "tab", "table", "tag", "tap", "target", "task", "tax", "template", "tender", "term",
    "test", "text", "thread", "ticket", "tie", "time", "tip", "title", "toggle", "touch", "tour", "trace", "track",
    "trade", "train", "transfer", "transform", "trap", "travel", "treat", "trend", "trial", "trick", "trigger", "trip",
    "trust", "try", "tune", "turn", "type", "update", "upgrade", "upload", "use", "value", "view", "visit", "vote",
    "wait", "waste", "watch", "wave", "weight", "work", "wrap", "yield", "zoom",
];

/// Words behind which a verb follows in its plain form.
const BEFORE_VERB: &[&str] = &[
    "can", "can't", "cannot", "could", "couldn't", "didn't", "doesn't", "don't", "i", "let's", "may", "might", "must",
    "not", "please", "shall", "should", "shouldn't", "they", "to", "we", "who", "will", "won't", "would", "wouldn't",
    "you",
];

/// Words that stand between a verb and what tells that it is one.
const ADVERBS: &[&str] = &["also", "always", "even", "never", "now", "often", "only", "still", "then"];

/// Words that the object of a verb begins with.
const DETERMINERS: &[&str] = &[
    "a", "all", "an", "another", "any", "both", "each", "every", "her", "his", "its", "many", "more", "my", "no",
    "our", "several", "some", "that", "the", "their", "these", "this", "those", "your",
];

/// Words that stand for an object.
const PRONOUNS: &[&str] = &["everyone", "him", "it", "me", "them", "us", "you"];

/// Whether word `index` of the `words` of an English text, a form of the noun `noun`, is that noun, as far as the words
/// beside it tell; a verb is not, nor is a noun that has another meaning in a phrase (`in order to`).
///
/// ```
/// # use bilint::text::{parts_of_speech::is_likely_noun, words::words};
/// let is_noun = |text: &str, index: usize, noun| is_likely_noun(text, &words(text), index, noun);
/// assert!(!is_noun("before you offer it", 2, "offer") && !is_noun("Offer your guests a seat", 0, "offer"));
/// assert!(!is_noun("The port offers berths", 2, "offer") && !is_noun("It offers a seat", 1, "offer"));
/// assert!(!is_noun("Partners report their sales", 1, "report") && !is_noun("In order to win", 1, "order"));
/// assert!(is_noun("The offer ends", 1, "offer") && is_noun("Your offers end", 1, "offer"));
/// ```
pub fn is_likely_noun(text: &str, words: &[Span], index: usize, noun: &str) -> bool {
    let noun = casing::lower(noun);
    if VERBS_TOO.binary_search(&&*noun).is_err() {
        return true;
    }
    // What a mark parts stands in another clause.
    let joined = |one: usize, other: usize| {
        let gap = &text[words[one].range().end..words[other].range().start];
        gap.chars().all(|c| c.is_whitespace() || matches!(c, '*' | '_' | '[' | '"'))
    };
    let lower = |index: usize| words[index].of(text).to_lowercase();
    // `can also offer`: an adverb tells nothing.
    let mut last = index.checked_sub(1).filter(|&before| joined(before, index));
    while let Some(before) = last.filter(|&before| ADVERBS.contains(&&*lower(before))) {
        last = before.checked_sub(1).filter(|&further| joined(further, before));
    }
    let before = last.map(lower);
    let behind = Some(index + 1).filter(|&behind| behind < words.len() && joined(index, behind)).map(lower);
    if noun == "order" && (index.saturating_sub(3)..index).any(|before| lower(before) == "in") {
        return false;
    }
    !is_verb(before.as_deref(), behind.as_deref(), lower(index) != noun)
}

/// Whether a noun follows the English word `word`, in small letters, which is an article, a possessive or the like.
pub fn is_determiner(word: &str) -> bool {
    DETERMINERS.contains(&word)
}

/// Whether what stands between `before` and `behind` is a verb; `inflected` when it ends with an `s` of its own.
fn is_verb(before: Option<&str>, behind: Option<&str>, inflected: bool) -> bool {
    let is_in = |word: Option<&str>, list: &[&str]| word.is_some_and(|word| list.contains(&word));
    let is_small =
        |word: &str| english().is_some_and(|it| it.is_function_word(word)) || word.contains(char::is_numeric);
    let is_content = |word: Option<&str>| word.is_some_and(|word| !is_small(word));
    let is_plural =
        |word: Option<&str>| is_content(word) && word.is_some_and(|it| it.ends_with('s') && !it.ends_with("ss"));
    let has_object = is_in(behind, DETERMINERS) || is_in(behind, PRONOUNS);
    // Nothing before it says that it is a noun: it may begin a command, or go on a clause.
    let is_loose = before.is_none() || is_in(before, &["and", "but", "or"]);
    if inflected {
        return has_object || (is_content(before) || before == Some("but")) && is_content(behind);
    }
    is_in(before, BEFORE_VERB)
        || is_loose && (has_object || is_content(behind) || behind == Some("with"))
        || is_plural(before) && has_object
}

/// What is known of English.
fn english() -> Option<&'static Language> {
    LANGUAGES.iter().copied().find(|language| language.code == "en")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted() {
        assert!(VERBS_TOO.windows(2).all(|two| two[0] < two[1]));
    }

    #[test]
    fn what_stands_beside_a_word_tells_its_part_of_speech() {
        let is_noun = |text: &str, noun: &str| {
            let words = crate::text::words::words(text);
            let index = words.iter().position(|word| word.of(text).to_lowercase().starts_with(noun)).unwrap();
            is_likely_noun(text, &words, index, noun)
        };
        for verb in [
            "Partners can also offer seats",
            "It is small but offers richer menus",
            "Offer trial seats",
            "to offer guests a seat",
            "and offer a seat",
            "They only offer tea",
            "Offers a seat",
            "even offer seats",
        ] {
            assert!(!is_noun(verb, "offer"), "{verb}");
        }
        for noun in [
            "Open the offer", "Your offers, and more", "an offer for you", "The offers that expire",
            "a trial offer is there",
        ] {
            assert!(is_noun(noun, "offer"), "{noun}");
        }
        assert!(!is_noun("in this order", "order") && !is_noun("in ascending order", "order"));
        assert!(is_noun("to customers", "customer") && is_noun("pay the order", "order"));
    }
}
