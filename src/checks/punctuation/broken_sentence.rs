//! `broken-sentence`

use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::model::SegmentView;
use crate::span::Span;
use crate::text::casing::{capitalized, is_small};
use crate::text::spacing::is_blank;

declare_check! {
    /// A full stop cuts a sentence in two: what follows begins with a small letter.
    ///
    /// Engines cut long sentences at semicolons and conjunctions and forget the capital, or the stop should not be
    /// there. Either way the reader stumbles over half a sentence. Exempt are abbreviations (words of up to three
    /// letters, and longer ones that are known), names in small letters that the source holds, and what the source
    /// does as well.
    ///
    /// ```fails
    /// en | Lock the drawer, otherwise the till stays open.
    /// tr | Çekmeceyi kilitleyin. aksi takdirde kasa açık kalır.
    ///                            ^^^^
    /// ```
    ///
    /// ```fails
    /// en | Your export stays valid; no action is needed.
    /// sv | Exporten fortsätter att gälla. ingen åtgärd krävs.
    ///                                     ^^^^^
    /// ```
    ///
    /// ```passes
    /// en | Install the tool. npm shows the version, for example 2.
    /// nl | Installeer het hulpprogramma. npm toont de versie, bijv. versie 2.
    /// ```
    ///
    /// ```passes
    /// en | Enter the contract ID. see below
    /// it | Immettere il contratto. vedere sotto
    /// ```
    pub static BROKEN_SENTENCE: Segment<BrokenSentence> = {
        id: "broken-sentence",
        category: Punctuation,
        severity: Warning,
        confidence: High,
        fix: Unsafe,
        needs: [PUNCTUATION],
        mqm: "linguistic-conventions/punctuation",
        its: "typographical",
        since: "0.1.0",
    }
}

/// Options of `broken-sentence`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct BrokenSentence {}

/// Abbreviations of four letters and more that end in a full stop, lower case, of the languages with capitals.
const ABBREVIATIONS: &[&str] = &[
    "abschn", "allg", "approx", "ausschl", "bijv", "bspw", "bzgl", "dept", "einschl", "engl", "entspr", "esim", "evtl",
    "excl", "exkl", "ggfs", "godz", "incl", "inkl", "insb", "insbes", "mind", "napr", "např", "nast", "näml", "piem",
    "popř", "prev", "příp", "resp", "såk", "sogen", "ungef", "univ", "uppl", "urspr", "vergl", "wyd", "напр", "соотв",
];

impl SegmentCheck for BrokenSentence {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source(), segment.target());
        let language = target.locale().language();
        if !language.has_case() || segment.is_one_sided() {
            return;
        }
        for (stop, word) in halves(target.text(), |word| ends_sentence(word, language.capital_nouns)) {
            let form = word.of(target.text());
            let prose = target.is_prose(Span::new(stop, word.range().end));
            if prose && !super::holds(source, form) && halves(source.text(), may_end_sentence).next().is_none() {
                out.report(target.at(word), format!("`{form}` begins with a small letter behind a full stop"))
                    .help("a sentence was cut in two, or a capital is missing")
                    .fix(capitalized(form, language), Trust::Unsafe);
            }
        }
    }
}

/// Whether a full stop behind `word` is surely no part of it. In German a noun ends a sentence with its capital.
fn ends_sentence(word: &str, capital_nouns: bool) -> bool {
    let small = word.strip_prefix(|c: char| c.is_uppercase()).filter(|_| capital_nouns).unwrap_or(word);
    is_small(small) && word.chars().nth(3).is_some() && !ABBREVIATIONS.contains(&word.to_lowercase().as_str())
}

/// Whether a full stop behind `word` may end a sentence: what the source is given the benefit of the doubt for. Names
/// and acronyms do, a single letter does not.
fn may_end_sentence(word: &str) -> bool {
    ends_sentence(word, false) || word.contains(char::is_uppercase) && word.chars().nth(1).is_some()
}

/// The full stops of `text` behind a word that `ends` a sentence and before one in small letters, each with the other.
fn halves(text: &str, ends: impl Fn(&str) -> bool) -> impl Iterator<Item = (usize, Span)> {
    let small = |at: usize| text.as_bytes().get(at).is_some_and(|b| b.is_ascii_lowercase() || *b >= 0x80 || *b == b' ');
    let stops = memchr::memchr_iter(b'.', text.as_bytes());
    stops.filter(move |stop| text.as_bytes().get(stop + 1) == Some(&b' ') && small(stop + 2)).filter_map(move |stop| {
        let (head, tail) = (&text[..stop], &text[stop + 1..]);
        let last = &head[head.trim_end_matches(char::is_alphabetic).len()..];
        let stands = head[..head.len() - last.len()].chars().next_back().is_none_or(|c| is_blank(c) || c == '-');
        let rest = tail.trim_start_matches(is_blank);
        let next = &rest[..rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())];
        let follows = rest[next.len()..].chars().next().is_none_or(|c| is_blank(c) || matches!(c, ',' | '-' | '.'));
        let start = text.len() - rest.len();
        let begins = stands && ends(last) && follows && !next.is_empty() && is_small(next);
        begins.then(|| (stop, Span::new(start, start + next.len())))
    })
}
