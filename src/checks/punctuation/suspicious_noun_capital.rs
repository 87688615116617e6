//! `suspicious-noun-capital`

use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::model::{SegmentView, SideView};
use crate::text::casing::is_capitalized;
use crate::text::names::is_mark_of_name;

declare_check! {
    /// A word in mid-sentence has a capital that nothing in the source calls for.
    ///
    /// Capitals inside a sentence say that a name begins. Where the source names nothing, the reader is sent to look
    /// for a button or a product that does not exist. Pedantic: names that are written small in English (`internet`,
    /// countries in adjectives, product levels) look the same. Languages with capital nouns, polite pronouns and
    /// whatever follows a mark are exempt.
    ///
    /// ```fails
    /// en | You can delete a vault after the last recovery point has expired.
    /// nl | U kunt een kluis verwijderen nadat het laatste Herstelpunt is verlopen.
    ///                                                     ^^^^^^^^^^^
    /// ```
    ///
    /// ```passes
    /// en | Only users with your role can approve it.
    /// de | Nur Benutzer mit Ihrer Rolle können es genehmigen.
    /// pl | Tylko użytkownicy z Twoją rolą mogą to zatwierdzić.
    /// ```
    pub static SUSPICIOUS_NOUN_CAPITAL: Segment<SuspiciousNounCapital> = {
        id: "suspicious-noun-capital",
        category: Casing,
        severity: Info,
        confidence: Low,
        audience: Pedantic,
        fix: Unsafe,
        needs: [CAPITAL, NON_ASCII],
        mqm: "linguistic-conventions/spelling",
        its: "misspelling",
        yields_to: ["suspicious-capital"],
        since: "0.1.0",
    }
}

/// Options of `suspicious-noun-capital`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct SuspiciousNounCapital {}

impl SegmentCheck for SuspiciousNounCapital {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source(), segment.target());
        let language = target.locale().language();
        if language.capital_nouns || !language.has_case() || segment.is_one_sided() || has_name(source) {
            return;
        }
        let (text, words) = (target.text(), target.words());
        for (index, word) in words.iter().enumerate().skip(1) {
            let form = word.of(text);
            if !is_capitalized(form) || !super::is_spaced(target, index) || super::holds(source, form) {
                continue;
            }
            let small = form.to_lowercase();
            // `'s Ochtends` begins a sentence.
            let before = words[index - 1].of(text);
            let short = text[..words[index - 1].range().start].ends_with(['\'', '’']);
            let title = before.starts_with(char::is_uppercase) || short;
            if !title && !language.polite_words.contains(&small.as_str()) {
                out.report(
                    target.at(*word),
                    format!("`{form}` has a capital in mid-sentence, the source names nothing"),
                )
                .fix(small, Trust::Unsafe);
            }
        }
    }
}

/// Whether a word of the side has a capital that no sentence's begin explains.
fn has_name(side: &SideView<'_>) -> bool {
    let text = side.text();
    side.words().iter().any(|word| {
        let form = word.of(text);
        let begins = text[..word.range().start].trim_end_matches([' ', '*', '_', '"', '[', '(']);
        let first = begins.is_empty() || begins.ends_with(['.', ':', '!', '?', '|']);
        is_mark_of_name(form) || !first && form.starts_with(char::is_uppercase)
    })
}
