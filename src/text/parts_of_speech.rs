//! Parts of speech, as far as the words beside an English word tell them.
//!
//! Many nouns of English are verbs as well (`offer`, `order`, `plan`), and other languages have two words for the two.

use super::casing;
use super::idioms;
use super::terms::singular_and_plural;
use crate::locale::{LANGUAGES, Language};
use crate::span::Span;
use std::borrow::Cow;

/// What kind of word a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartOfSpeech {
    /// A noun, or a phrase that stands for one.
    Noun,
    /// A verb.
    Verb,
    /// An adjective.
    Adjective,
    /// Anything else.
    Other,
}

impl PartOfSpeech {
    /// The part of speech with that `name`, as glossaries call it: by a word or a phrase (`noun`, `common noun`), by its
    /// abbreviation (`n.`, `vb`, `adj.`), as the pick lists of TBX do (`properNoun`), or as Universal Dependencies do
    /// (`PROPN`). None where it says nothing.
    ///
    /// ```
    /// # use bilint::text::parts_of_speech::PartOfSpeech;
    /// for name in ["noun", "commonNoun", "Noun phrase", "n.", "n. pl.", "PROPN"] {
    ///     assert_eq!(PartOfSpeech::named(name), Some(PartOfSpeech::Noun), "{name}");
    /// }
    /// assert_eq!(PartOfSpeech::named("phrasal verb"), Some(PartOfSpeech::Verb));
    /// assert_eq!(PartOfSpeech::named("adj."), Some(PartOfSpeech::Adjective));
    /// assert_eq!(PartOfSpeech::named("adverb"), Some(PartOfSpeech::Other));
    /// assert_eq!(PartOfSpeech::named(" "), None);
    /// ```
    pub fn named(name: &str) -> Option<Self> {
        let mut words = name.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).peekable();
        words.peek()?;
        Some(words.find_map(Self::of_word).unwrap_or(Self::Other))
    }

    /// What `word` of a part of speech's name says.
    fn of_word(word: &str) -> Option<Self> {
        let is = |known: &[&str]| known.iter().any(|known| word.eq_ignore_ascii_case(known));
        // `properNoun`
        let ends = |end: &str| {
            word.len()
                .checked_sub(end.len())
                .and_then(|at| word.get(at..))
                .is_some_and(|it| it.eq_ignore_ascii_case(end))
        };
        if is(&["pronoun", "adverb"]) {
            Some(Self::Other)
        } else if ends("noun") || is(&["n", "nn", "nnp", "nns", "propn", "name", "substantive"]) {
            Some(Self::Noun)
        } else if ends("verb") || is(&["v", "vb", "vi", "vt"]) {
            Some(Self::Verb)
        } else if ends("adjective") || is(&["adj", "jj"]) {
            Some(Self::Adjective)
        } else {
            None
        }
    }
}

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

/// Nouns and verbs that are adjectives as well before a noun, sorted.
const ADJECTIVES_TOO: &[&str] = &[
    "average", "clean", "clear", "complete", "correct", "current", "direct", "duplicate", "empty", "free",
    "individual", "key", "lead", "live", "minor", "native", "objective", "official", "open", "original", "own",
    "potential", "primary", "principal", "professional", "representative", "secure", "separate", "standard", "total",
];

/// Verbs whose participle is like their plain form, of those that are nouns as well.
const LIKE_PARTICIPLES: &[&str] =
    &["bid", "broadcast", "cost", "cut", "input", "offset", "output", "read", "reset", "run", "set", "split", "spread"];

/// Words behind which a verb follows in its plain form.
const BEFORE_VERB: &[&str] = &[
    "can", "cannot", "could", "did", "do", "does", "help", "helps", "him", "i", "let", "let's", "lets", "longer",
    "may", "me", "might", "must", "not", "please", "shall", "should", "them", "they", "to", "us", "we", "who", "will",
    "would", "you",
];

/// Words behind which a verb has an ending of its own, and no plural stands.
const SUBJECTS: &[&str] =
    &["everyone", "everything", "he", "it", "nobody", "nothing", "she", "someone", "something", "this", "what", "who"];

/// Words behind which a participle follows.
const BEFORE_PARTICIPLE: &[&str] =
    &["are", "be", "been", "being", "get", "gets", "had", "has", "have", "having", "is", "was", "were"];

/// Words behind which a thing that can be counted has an article.
const BE: &[&str] = &["are", "is", "was", "were"];

/// Words that say more of a participle behind a noun than of a noun that is like it.
const BEHIND_PARTICIPLE: &[&str] =
    &["as", "at", "daily", "for", "from", "hourly", "if", "in", "monthly", "on", "weekly", "when", "with", "yearly"];

/// Words that a question or a condition begins with, and that part its subject from its verb.
const AUXILIARIES: &[&str] = &["can", "could", "did", "do", "does", "may", "should", "will", "would"];

/// Words that stand between a verb and what tells that it is one; so do those in `-ly`.
const ADVERBS: &[&str] =
    &["also", "always", "best", "better", "even", "never", "now", "often", "only", "still", "then"];

/// Words in `-ly` that are no adverbs.
const NO_ADVERBS: &[&str] = &[
    "anomaly", "apply", "assembly", "costly", "daily", "early", "family", "friendly", "hourly", "likely", "monthly",
    "nightly", "only", "quarterly", "reply", "supply", "timely", "weekly", "yearly",
];

/// Words that stand before a noun, or tie it to the verb before.
const PREPOSITIONS: &[&str] =
    &["as", "at", "by", "for", "from", "in", "into", "of", "on", "per", "to", "with", "without"];

/// Words that make another verb of the one before them.
const PARTICLES: &[&str] = &["aside", "away", "back", "down", "forth", "off", "out", "through", "up"];

/// Verbs with a word that makes another verb of them and hardly ever follows them as nouns.
const PHRASAL: &[(&str, &str)] = &[
    ("check", "in"),
    ("fill", "in"),
    ("key", "in"),
    ("log", "in"),
    ("log", "on"),
    ("plug", "in"),
    ("sign", "in"),
    ("sign", "on"),
    ("trade", "in"),
];

/// Verbs with a word that follows them more often than as nouns.
const GOVERNED: &[(&str, &str)] = &[
    ("check", "for"),
    ("focus", "on"),
    ("lead", "to"),
    ("map", "to"),
    ("point", "to"),
    ("result", "in"),
    ("run", "from"),
    ("run", "on"),
    ("search", "for"),
    ("wait", "for"),
];

/// Words that the object of a verb begins with.
const DETERMINERS: &[&str] = &[
    "a", "all", "an", "another", "any", "both", "each", "every", "her", "his", "its", "many", "more", "my", "no",
    "our", "several", "some", "that", "the", "their", "these", "this", "those", "your",
];

/// Words that stand for an object, or that a clause begins with which is one.
const OBJECTS: &[&str] = &["everyone", "him", "how", "it", "me", "them", "us", "what", "whether", "you"];

/// Whether word `index` of the `words` of an English text, a form of `term`, is a `part` of speech, as far as the words
/// beside it tell. What is a noun, a verb or an adjective in turn is none of them where they do not tell, nor is a noun
/// that has another meaning in a phrase (`in order to`).
///
/// ```
/// # use bilint::text::{parts_of_speech::{PartOfSpeech, is_likely}, words::words};
/// let is_noun = |text: &str, index: usize, term| is_likely(text, &words(text), index, term, PartOfSpeech::Noun);
/// assert!(!is_noun("before you offer it", 2, "offer") && !is_noun("Offer your guests a seat", 0, "offer"));
/// assert!(!is_noun("The port offers berths", 2, "offer") && !is_noun("It offers a seat", 1, "offer"));
/// assert!(!is_noun("Partners report their sales", 1, "report") && !is_noun("In order to win", 1, "order"));
/// assert!(is_noun("The offer ends", 1, "offer") && is_noun("Your offers end", 1, "offer"));
/// let is_verb = |text: &str, index: usize, term| is_likely(text, &words(text), index, term, PartOfSpeech::Verb);
/// assert!(is_verb("You can offer seats", 2, "offer") && !is_verb("The trial offer ends", 2, "offer"));
/// ```
pub fn is_likely(text: &str, words: &[Span], index: usize, term: &str, part: PartOfSpeech) -> bool {
    let term = singular(term);
    if part == PartOfSpeech::Noun && idioms::is_in_idiom(text, words, index) {
        return false;
    }
    let [is_verb_too, is_adjective_too] = [VERBS_TOO, ADJECTIVES_TOO].map(|list| is_listed(list, &term));
    if part == PartOfSpeech::Other || !is_verb_too && !is_adjective_too {
        return true;
    }
    let context = Context::of(text, words, index);
    let is_attribute = is_content(context.behind.as_deref()) && !context.is_inflected(&term);
    match part {
        PartOfSpeech::Verb => context.is_verb(&term),
        PartOfSpeech::Adjective => is_attribute && !context.is_verb(&term),
        _ => !(is_verb_too && context.may_be_verb(&term) || is_adjective_too && is_attribute),
    }
}

/// Whether the English word `term` is a noun and a verb, or an adjective, in turn.
///
/// ```
/// # use bilint::text::parts_of_speech::is_ambiguous;
/// assert!(is_ambiguous("Offers") && is_ambiguous("key") && !is_ambiguous("invoice number"));
/// ```
pub fn is_ambiguous(term: &str) -> bool {
    let term = singular(term);
    [VERBS_TOO, ADJECTIVES_TOO].iter().any(|list| is_listed(list, &term))
}

fn is_listed(list: &[&str], word: &str) -> bool {
    list.binary_search(&word).is_ok()
}

/// `term` in small letters; in the singular if it is the plural of a noun that is a verb, or an adjective, in turn: both
/// end so.
fn singular(term: &str) -> Cow<'_, str> {
    let term = casing::lower(term);
    let is_turned = |form: &String| [VERBS_TOO, ADJECTIVES_TOO].iter().any(|list| is_listed(list, form));
    let forms = if term.ends_with('s') { singular_and_plural(&term) } else { Vec::new() };
    forms.into_iter().find(is_turned).map_or(term, Cow::Owned)
}

/// Whether a noun follows the English word `word`, in small letters, which is an article, a possessive or the like.
pub fn is_determiner(word: &str) -> bool {
    DETERMINERS.contains(&word)
}

/// A word and what stands beside it, in small letters with straight apostrophes; none behind what parts clauses.
struct Context {
    word: String,
    /// The first word of its clause, if others stand before it.
    first: Option<String>,
    /// The word before `before`.
    further: Option<String>,
    /// The word before it; adverbs are passed over.
    before: Option<String>,
    behind: Option<String>,
    /// The word behind `behind`.
    beyond: Option<String>,
    /// Whether an adverb in `-ly` was passed over.
    is_modified: bool,
    /// Whether it stands alone within emphasis, a link or quotes, with a capital: it may be what a button says.
    is_label: bool,
    /// Whether a question or a negation stands before it in its clause: `What does it`.
    is_asked: bool,
    /// What stands right behind it, but for a blank.
    mark: Option<char>,
}

impl Context {
    fn of(text: &str, words: &[Span], index: usize) -> Self {
        let gap = |before: usize| &text[words[before].range().end..words[before + 1].range().start];
        let is_mark = |c: char| matches!(c, '*' | '_' | '[' | ']' | '"' | '“' | '”');
        // What other marks part stands in another clause.
        let joined = |before: usize| gap(before).chars().all(|c| c.is_whitespace() || is_mark(c));
        let lower = |index: usize| words[index].of(text).to_lowercase().replace('’', "'");
        let opens = text[..words[index].range().start].ends_with(is_mark);
        let closes = text[words[index].range().end..].starts_with(is_mark);
        let follows = |at: usize| at.checked_sub(1).filter(|&before| joined(before));
        // A label of several words is a text of its own.
        let mut last = if opens && !closes { None } else { follows(index) };
        let mut is_modified = false;
        while let Some(before) = last.filter(|&before| is_adverb(&lower(before))) {
            is_modified |= lower(before).ends_with("ly") && lower(before) != "only";
            last = follows(before);
        }
        let mut first = last;
        let mut is_asked = false;
        while let Some(before) = first.and_then(follows) {
            first = Some(before);
            is_asked |= is_in(Some(&lower(before)), &["did", "do", "does"]);
        }
        // So is a label that ends here, unless it says what to do and the sentence goes on with the object.
        let has_behind =
            index + 1 < words.len() && joined(index) && (opens || !closes || is_determiner(&lower(index + 1)));
        let has_beyond = has_behind && index + 2 < words.len() && joined(index + 1);
        Self {
            word: lower(index),
            first: first.map(lower),
            further: last.and_then(follows).map(lower),
            before: last.map(lower),
            behind: has_behind.then(|| lower(index + 1)),
            beyond: has_beyond.then(|| lower(index + 2)),
            is_modified,
            is_label: opens && closes && words[index].of(text).starts_with(char::is_uppercase),
            is_asked,
            mark: text[words[index].range().end..].chars().next().filter(|mark| !mark.is_whitespace()),
        }
    }

    /// Whether it has an ending that `term` has not.
    fn is_inflected(&self, term: &str) -> bool {
        self.word != term
    }

    /// Whether nothing before it says what it is: it may begin a command, or go on a clause.
    fn is_loose(&self) -> bool {
        self.before.is_none() || is_in(self.before.as_deref(), &["and", "but", "or", "so"])
    }

    fn has_object(&self) -> bool {
        is_in(self.behind.as_deref(), DETERMINERS) || is_in(self.behind.as_deref(), OBJECTS)
    }

    /// Whether a noun follows the word before: `this` and `that` may as well be all that does something.
    fn is_determined(&self, inflected: bool) -> bool {
        let is_possessive = |word: &str| word.ends_with("'s") && !is_contracted(word);
        match self.before.as_deref() {
            Some("this") => !inflected,
            // `of that order`, but `a page that matches`.
            Some("that" | "which") => self.further.is_some() && !is_content(self.further.as_deref()),
            Some(word) => is_determiner(word) || is_possessive(word),
            None => false,
        }
    }

    /// Whether it is a verb, by what stands around it.
    fn is_verb(&self, term: &str) -> bool {
        let (before, inflected) = (self.before.as_deref(), self.is_inflected(term));
        if self.is_determined(inflected) || self.is_label {
            return false;
        }
        if inflected {
            return is_in(before, SUBJECTS) || self.has_object() && (self.is_loose() || is_content(before));
        }
        let is_auxiliary =
            |word: &str| is_in(Some(word), BEFORE_VERB) || word.ends_with("n't") || word.ends_with("'ll");
        before.is_some_and(is_auxiliary) || self.is_loose() && self.has_object()
    }

    /// Whether it may be a verb: where a noun is as likely, it may.
    fn may_be_verb(&self, term: &str) -> bool {
        let (before, behind, inflected) = (self.before.as_deref(), self.behind.as_deref(), self.is_inflected(term));
        let is_phrasal = || PHRASAL.iter().any(|(verb, word)| *verb == term && behind == Some(*word));
        if is_in(behind, PARTICLES) || is_phrasal() || !inflected && (self.is_label || self.is_participle(term)) {
            return true;
        }
        if self.is_determined(inflected) {
            return false;
        }
        let is_governor = || GOVERNED.iter().any(|(verb, word)| *verb == term && behind == Some(*word));
        let is_number = |word: &str| word == "one" || word.contains(char::is_numeric);
        let goes_on = self.has_object() || is_content(behind) || behind.is_some_and(is_number);
        let is_clause = || is_in(before, &["that", "which"]) && (goes_on || !inflected);
        let goes_on = goes_on || is_governor();
        self.is_verb(term)
            || is_clause()
            || if inflected { self.may_say_something(goes_on) } else { self.may_be_plain(goes_on) }
    }

    /// Whether it may be a verb with an ending; whether it `goes_on` as one.
    fn may_say_something(&self, goes_on: bool) -> bool {
        let before = self.before.as_deref();
        // `what the gate supports and whether it is open`
        let is_clause = || self.beyond.as_deref().is_some_and(|it| ["how", "that", "whether", "why"].contains(&it));
        let goes_on = goes_on || is_in(self.behind.as_deref(), &["and", "or"]) && is_clause();
        goes_on && (self.is_loose() || is_content(before) || before == Some("which"))
    }

    /// Whether it may be a verb in its plain form, which `goes_on` as one.
    fn may_be_plain(&self, goes_on: bool) -> bool {
        let (before, behind) = (self.before.as_deref(), self.behind.as_deref());
        let is_other = || !is_in(before, PREPOSITIONS) && before.is_some();
        let is_object = || self.has_object() && behind != Some("that") && is_other();
        let is_plural = before.is_some_and(|it| it.ends_with('s') && !it.ends_with("ss")) && is_content(before);
        let is_question = || is_in(self.first.as_deref(), AUXILIARIES) && is_content(before);
        // What belongs to a noun begins with `of` or `for` most of all.
        let is_command =
            || is_in(behind, PREPOSITIONS) && !is_in(behind, &["for", "of"]) || behind.is_some_and(is_adverb);
        // `View or edit the page`, `Set, check or remove limits`
        let is_first_command = || before.is_none() && (is_in(behind, &["and", "or"]) || self.mark == Some(','));
        let ends_question = || self.is_asked && is_content(before) && behind.is_none();
        self.is_modified
            || is_object()
            || goes_on && (self.is_loose() || is_question() || is_in(before, BE))
            || is_plural && (goes_on || behind.is_none())
            || self.is_loose() && is_command()
            || is_first_command()
            || ends_question()
    }

    /// Whether it may be a participle of the verb `term`.
    fn is_participle(&self, term: &str) -> bool {
        let before = self.before.as_deref();
        let follows = is_in(before, BEFORE_PARTICIPLE)
            || before == Some("as")
            || before.is_some_and(|word| word.ends_with("'ve"));
        // `a limit set at ten`, `a flag set when it began`
        let says = || is_content(before) && is_in(self.behind.as_deref(), BEHIND_PARTICIPLE);
        LIKE_PARTICIPLES.contains(&term) && (follows || is_in(self.behind.as_deref(), &["by", "to"]) || says())
    }
}

/// Whether `word` is more than a function word, a number or a contraction.
fn is_content(word: Option<&str>) -> bool {
    let is_small = |word: &str| {
        english().is_some_and(|it| it.is_function_word(word)) || word.contains(|c: char| c.is_numeric() || c == '\'')
    };
    word.is_some_and(|word| !is_small(word))
}

fn is_in(word: Option<&str>, list: &[&str]) -> bool {
    word.is_some_and(|word| list.contains(&word))
}

fn is_adverb(word: &str) -> bool {
    ADVERBS.contains(&word) || word.len() > 4 && word.ends_with("ly") && !NO_ADVERBS.contains(&word)
}

/// Whether the `'s` of `word` is `is`, `has` or `us`.
fn is_contracted(word: &str) -> bool {
    let host = word.trim_end_matches("'s");
    ["he", "here", "it", "let", "she", "that", "there", "this", "what", "where", "who"].contains(&host)
}

/// What is known of English.
fn english() -> Option<&'static Language> {
    LANGUAGES.iter().copied().find(|language| language.code == "en")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted() {
        assert!([VERBS_TOO, ADJECTIVES_TOO].iter().all(|list| list.windows(2).all(|two| two[0] < two[1])));
    }

    #[test]
    fn a_verb_or_an_adjective_is_sure_or_silent() {
        let is = |text: &str, term: &str, part| {
            let words = crate::text::words::words(text);
            let index = words.iter().position(|word| word.of(text).to_lowercase().starts_with(term)).unwrap();
            is_likely(text, &words, index, term, part)
        };
        for verb in ["You can offer it", "Offer your guests tea", "It offers tea", "They offer tea"] {
            assert!(is(verb, "offer", PartOfSpeech::Verb), "{verb}");
        }
        for noun in ["The trial offer ends", "Pay the offer", "Offer details", "two offers", "Select **Offer**"] {
            assert!(!is(noun, "offer", PartOfSpeech::Verb), "{noun}");
        }
        assert!(is("Open the files", "open", PartOfSpeech::Verb) && !is("Open files", "open", PartOfSpeech::Verb));
        assert!(is("the key dates", "key", PartOfSpeech::Adjective) && !is("the key", "key", PartOfSpeech::Adjective));
        assert!(is("An offer ends", "offer", PartOfSpeech::Other));
    }

    #[test]
    fn what_stands_beside_a_word_tells_its_part_of_speech() {
        let is_noun = |text: &str, noun: &str| {
            let words = crate::text::words::words(text);
            let index = words.iter().position(|word| word.of(text).to_lowercase().starts_with(noun)).unwrap();
            is_likely(text, &words, index, noun, PartOfSpeech::Noun)
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
        for (verb, noun) in [
            ("The gate doesn’t support cards", "support"),
            ("You’ll plan ahead", "plan"),
            ("Limits set by the harbor apply", "set"),
            ("The limit is then set to ten", "set"),
            ("Boats that match are shown", "match"),
            ("A pier that charges guests is rare", "charge"),
            ("They privately share a berth", "share"),
            ("All crews share one shower", "share"),
            ("This leads to noise", "lead"),
            ("The harbor runs on trust", "run"),
            ("Does the gate support cards?", "support"),
            ("Select **Report a problem**", "report"),
            ("Select **Report**", "report"),
            ("**Review and record** your voyage", "record"),
            ("View or edit the list", "view"),
            ("Skippers sign in early", "sign"),
            ("They can no longer order ice", "order"),
            ("The key dates are known", "key"),
            ("free of charge", "charge"),
            ("The limit set at ten holds", "set"),
            ("flags set when it began", "set"),
            ("Set, check or remove limits", "set"),
            ("Share only files", "share"),
            ("It is early, so order ice", "order"),
            ("All they do is offer trial seats", "offer"),
            ("a limit as set by the harbor", "set"),
            ("the cards the gate supports and whether it is open", "support"),
            ("What cards does Harbor Pay support?", "support"),
        ] {
            assert!(!is_noun(verb, noun), "{verb}");
        }
        for (text, noun) in [
            ("Choose a plan that fits", "plan"),
            ("the skipper’s order arrives", "order"),
            ("Ask for that order", "order"),
            ("Your **order** ships", "order"),
            ("the monthly charge", "charge"),
            ("Upload the key", "key"),
            ("Delete the record of the set", "set"),
            ("There is a match for it", "match"),
            ("Count the cards of the set", "set"),
            ("The total cost is low", "cost"),
            ("Does it depend on the plan?", "plan"),
        ] {
            assert!(is_noun(text, noun), "{text}");
        }
        assert!(!is_noun("in this order", "order") && !is_noun("in ascending order", "order"));
        assert!(is_noun("to customers", "customer") && is_noun("pay the order", "order"));
    }
}
