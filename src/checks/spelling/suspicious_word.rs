//! `suspicious-word`

use super::own_words;
use crate::check::SegmentCheck;
use crate::declare_check;
use crate::evidence::{Evidence, WordId};
use crate::finding::{Sink, Trust};
use crate::model::{SegmentView, Side};

declare_check! {
    /// A word that no other page has is nearly one that the source asks for.
    ///
    /// Machine translation and hurried editing damage words: a letter is lost, two words run into one, one falls apart.
    /// Evidence decides: nobody else writes the word, and what is written instead translates a word of the source.
    /// Other forms of known words differ at their beginning or end, and are let pass. Even so a rare word may be right.
    ///
    /// ```fails
    /// learned 12 | Open the invoicing #. | Aprire la fatturazione #.
    /// learned 12 | Where is the invoicing #? | Dove si trova la fatturazione #?
    /// learned 12 | Open the order #. | Aprire l'ordine #.
    /// learned 12 | Where is the rule #? | Dove si trova la regola #?
    /// en | Use invoicing for this.
    /// it | Usare la fatturzione per questo.
    ///               ^^^^^^^^^^^
    /// ```
    ///
    /// ```fails
    /// learned 12 | Open the invoicing #. | Aprire la fatturazione #.
    /// learned 12 | Where is the invoicing #? | Dove si trova la fatturazione #?
    /// learned 12 | Open the order #. | Aprire l'ordine #.
    /// learned 12 | Where is the rule #? | Dove si trova la regola #?
    /// en | Use invoicing for this.
    /// it | Usare la fattu razione per questo.
    ///               ^^^^^^^^^^^^^
    /// ```
    ///
    /// ```passes
    /// learned 12 | Open the invoicing #. | Aprire la fatturazione #.
    /// learned 12 | Where is the invoicing #? | Dove si trova la fatturazione #?
    /// learned 12 | Open the order #. | Aprire l'ordine #.
    /// learned 12 | Where is the rule #? | Dove si trova la regola #?
    /// en | Use invoicing for this, and rare words.
    /// it | Usare la fatturazione per questo, e parole desuete.
    /// ```
    pub static SUSPICIOUS_WORD: Segment<SuspiciousWord> = {
        id: "suspicious-word",
        category: Spelling,
        severity: Warning,
        confidence: Medium,
        audience: Pedantic,
        fix: Shown,
        evidence: true,
        mqm: "linguistic-conventions/spelling",
        its: "misspelling",
        since: "0.1.0",
    }
}

/// Options of `suspicious-word`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct SuspiciousWord {}

/// Segments that must have the word that was likely meant.
const FREQUENT: u32 = 20;
/// How likely that word must be there because of a word of the source.
const EXPLAINED: f64 = 0.25;
/// Segments that must have two words in a row for them to be taken apart again.
const ADJACENT: u32 = 5;

impl SegmentCheck for SuspiciousWord {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let Some(evidence) = segment.evidence() else { return };
        let target = segment.target();
        let joins = target.locale().language().compounding().is_some();
        // Both halves of a word that fell apart lead to it.
        let mut told = None;
        for index in own_words(segment) {
            let word = target.words()[index];
            let form = &*target.folded()[index];
            if is_written(segment, evidence, form) {
                continue;
            }
            let torn = || if joins { None } else { torn(segment, evidence, index) };
            let glued = || glued(segment, evidence, form).map(|words| (word, words));
            let found =
                torn().or_else(glued).or_else(|| near(segment, evidence, form).map(|near| (word, near.to_owned())));
            let Some((span, meant)) = found.filter(|(span, _)| told.replace(*span) != Some(*span)) else { continue };
            let message =
                format!("no other page has `{}`, and `{meant}` translates the source", word.of(target.text()));
            let capital = word.of(target.text()).starts_with(char::is_uppercase);
            let language = target.locale().language();
            let fix = if capital { crate::text::casing::capitalized(&meant, language) } else { meant };
            out.report(target.at(span), message).help(format!("write `{fix}`")).fix(fix, Trust::Shown);
        }
    }
}

/// Whether another page has `word`.
fn is_written(segment: &SegmentView<'_>, evidence: &Evidence, word: &str) -> bool {
    let elsewhere = |id: WordId| evidence.target().counts(id).segments > segment.page().own(Side::Target, id).segments;
    word.contains(['\'', '’']) || evidence.target().get(word).is_some_and(elsewhere)
}

/// Whether a word of the source is likely translated by `word`.
fn is_asked_for(segment: &SegmentView<'_>, evidence: &Evidence, word: WordId) -> bool {
    let source = segment.source().known().iter().filter_map(|known| known.word);
    source.into_iter().any(|source| evidence.explains(source, word) >= EXPLAINED)
}

/// The known word that `form` was likely meant to be: one letter differs, far from both ends, where languages inflect.
fn near<'e>(segment: &SegmentView<'_>, evidence: &'e Evidence, form: &str) -> Option<&'e str> {
    const LEAST: usize = 8;
    const SAME_BEFORE: usize = 2;
    const SAME_BEHIND: usize = 4;
    // Where endings stand one behind another, a letter within the word may tell two of them apart.
    if form.chars().count() < LEAST || segment.target().locale().language().is_agglutinative() {
        return None;
    }
    let words = evidence.target();
    let is_meant = |word: WordId| {
        let text = words.text(word);
        let shared = |mine: &mut dyn Iterator<Item = char>, theirs: &mut dyn Iterator<Item = char>| {
            mine.zip(theirs).take_while(|(mine, theirs)| mine == theirs).count()
        };
        words.counts(word).segments >= FREQUENT
            && text.len().abs_diff(form.len()) <= 4
            && shared(&mut form.chars(), &mut text.chars()) >= SAME_BEFORE
            && shared(&mut form.chars().rev(), &mut text.chars().rev()) >= SAME_BEHIND
            && strsim::damerau_levenshtein(form, text) == 1
    };
    let sources = segment.source().known().iter().filter_map(|known| known.word);
    let mut meant = sources.flat_map(|source| evidence.translations(source).map(move |(word, _)| (source, word)));
    let found = meant.find(|&(source, word)| is_meant(word) && evidence.explains(source, word) >= EXPLAINED);
    found.map(|(_, word)| words.text(word))
}

/// The two words that ran into `form`: one is a function word of three letters or more, for shorter ones are prefixes. Not
/// where languages join words themselves.
fn glued(segment: &SegmentView<'_>, evidence: &Evidence, form: &str) -> Option<String> {
    let language = segment.target().locale().language();
    if language.compounding().is_some() {
        return None;
    }
    let words = evidence.target();
    let parts =
        form.char_indices().skip(3).map(|(at, _)| form.split_at(at)).filter(|(_, last)| last.chars().count() > 2);
    for (first, last) in parts {
        let small = [first, last].map(|part| language.is_function_word(part));
        let (Some(one), Some(other)) = (words.get(first), words.get(last)) else { continue };
        let content = if small[0] { other } else { one };
        let asked = || small[0] && small[1] || is_asked_for(segment, evidence, content);
        if (small[0] || small[1]) && evidence.adjacent(one, other) >= ADJACENT && asked() {
            return Some(format!("{first} {last}"));
        }
    }
    None
}

/// The word that fell apart into the word at `index` and one beside it, and where both stand.
fn torn(segment: &SegmentView<'_>, evidence: &Evidence, index: usize) -> Option<(crate::span::Span, String)> {
    let target = segment.target();
    let (text, folded, words) = (target.text(), target.folded(), target.words());
    let joined = |first: usize| -> Option<(crate::span::Span, String)> {
        let second = first + 1;
        let gap = &text[words.get(first)?.range().end..words.get(second)?.range().start];
        let whole = format!("{}{}", folded[first], folded[second]);
        let word = evidence.target().get(&whole)?;
        let elsewhere = evidence.target().counts(word).segments >= FREQUENT;
        (gap == " " && elsewhere && is_asked_for(segment, evidence, word))
            .then(|| (words[first].to(words[second]), whole))
    };
    joined(index).or_else(|| joined(index.checked_sub(1)?))
}
