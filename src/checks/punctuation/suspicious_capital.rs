//! `suspicious-capital`

use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::model::{SegmentView, SideView};
use crate::text::casing::is_capitalized;

declare_check! {
    /// A small joining word in mid-sentence has a capital.
    ///
    /// Nothing is called *Und* or *Of*: a conjunction or genitive with a capital, between small words, is what is left
    /// of a label that was cut in the wrong place, and a reader looks for a button of that name. Exempt are titles
    /// (a capital before or behind it), what follows a mark, a quote or a marker, and words that the source holds.
    ///
    /// ```fails
    /// en | On the **Plan details** page, choose a plan.
    /// nl | Kies op de pagina Met **abonnementsdetails** een plan.
    ///                        ^^^
    /// ```
    ///
    /// ```fails
    /// en | Select it on the cost analysis page.
    /// it | Selezionarlo nella pagina Di analisi dei costi.
    ///                                ^^
    /// ```
    ///
    /// ```fails
    /// en | You find help on the support site or on its page.
    /// cs | Pomoc najdete na webu podpory Nebo na jeho stránce.
    ///                                    ^^^^
    /// ```
    ///
    /// ```fails
    /// en | Select the users and groups.
    /// el | Επιλέξτε χρήστες Και ομάδες.
    ///                       ^^^
    /// ```
    ///
    /// ```passes
    /// en | Choose **And** or "Or". And save Lord Of War.
    /// nl | Kies **En** of "Of". En bewaar Lord Of War.
    /// ```
    pub static SUSPICIOUS_CAPITAL: Segment<SuspiciousCapital> = {
        id: "suspicious-capital",
        category: Casing,
        severity: Warning,
        confidence: High,
        fix: Unsafe,
        needs: [CAPITAL, NON_ASCII],
        one_sided: true,
        mqm: "linguistic-conventions/spelling",
        its: "misspelling",
        since: "0.1.0",
    }
}

/// Options of `suspicious-capital`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct SuspiciousCapital {}

impl SegmentCheck for SuspiciousCapital {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source(), segment.target());
        let language = target.locale().language();
        if language.linking_words.is_empty() {
            return;
        }
        let (text, words) = (target.text(), target.words());
        for &index in target.capitals().iter().filter(|&&index| index > 0) {
            let word = words[index];
            let form = word.of(text);
            if form.len() > 10 || !is_capitalized(form) || !is_within_small_words(target, index) {
                continue;
            }
            // Lower-casing maps the Turkish `İ` to two characters; the dot above goes.
            let small = form.to_lowercase().replace('\u{307}', "");
            let wrong_i = language.dotted_i && form.starts_with('I');
            let known = language.linking_words.contains(&small.as_str());
            if known && !super::holds(source, form) {
                let finding = out.report(target.at(word), format!("`{form}` has a capital in mid-sentence"));
                if !wrong_i {
                    finding.fix(small, Trust::Unsafe);
                }
            }
        }
    }
}

/// Whether a surname may begin with `word` and an article or the like: `Di La Salle`.
fn begins_surname(word: &str) -> bool {
    matches!(word, "Di" | "Del" | "Dello" | "Della" | "Dei" | "Degli" | "Delle")
}

/// Whether the word stands right behind a small word, and before another or before markup.
fn is_within_small_words(target: &SideView<'_>, index: usize) -> bool {
    let (text, words) = (target.text(), target.words());
    let small = |word: &str| word.starts_with(char::is_lowercase);
    let before = words[index - 1].of(text);
    if !super::is_spaced(target, index) || !small(before) || before.chars().count() < 2 {
        return false;
    }
    let behind = text[words[index].range().end..].trim_start_matches([' ', '\u{a0}']);
    let next = words.get(index + 1).map(|next| next.of(text)).unwrap_or_default();
    let article = begins_surname(words[index].of(text))
        && behind.starts_with(next)
        && target.locale().language().is_function_word(next);
    let touching = behind.len() == text.len() - words[index].range().end;
    !touching && !article && (behind.starts_with(['*', '[', '`']) || behind.starts_with(char::is_lowercase))
}
