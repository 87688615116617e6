//! `broken-sentence`

use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::locale::Language;
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
    /// en | The package sections (e.g. headings and notes) are on pp. 3 to 5.
    /// cs | Oddíly balíčku (nadpisy, pozn. apod. viz odst. níže) jsou zejm. na stranách 3 až 5.
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

impl SegmentCheck for BrokenSentence {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source(), segment.target());
        let [original, language] = [source, target].map(|side| side.locale().language());
        if !language.has_case() || segment.is_one_sided() {
            return;
        }
        for (stop, word) in halves(target.text(), |word| ends_sentence(word, language)) {
            let form = word.of(target.text());
            let prose = target.is_prose(Span::new(stop, word.range().end));
            if prose
                && !super::holds(source, form)
                && halves(source.text(), |word| may_end_sentence(word, original)).next().is_none()
            {
                out.report(target.at(word), format!("`{form}` begins with a small letter behind a full stop"))
                    .help("a sentence was cut in two, or a capital is missing")
                    .fix(capitalized(form, language), Trust::Unsafe);
            }
        }
    }
}

/// Whether a full stop behind `word` is surely no part of it. In German a noun ends a sentence with its capital.
fn ends_sentence(word: &str, language: &Language) -> bool {
    let small = word.strip_prefix(|c: char| c.is_uppercase()).filter(|_| language.capital_nouns).unwrap_or(word);
    is_small(small) && word.chars().nth(3).is_some() && !language.is_abbreviation(&word.to_lowercase())
}

/// Whether a full stop behind `word` may end a sentence: what the source is given the benefit of the doubt for. Names
/// and acronyms do, a single letter does not.
fn may_end_sentence(word: &str, language: &Language) -> bool {
    ends_sentence(word, language) || word.contains(char::is_uppercase) && word.chars().nth(1).is_some()
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
