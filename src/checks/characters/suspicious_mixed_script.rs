//! `suspicious-mixed-script`

use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::model::SegmentView;
use crate::text::characters;

declare_check! {
    /// A letter of another script stands in a word: a Cyrillic `о` among Latin letters.
    ///
    /// The two look alike on the screen, but search, spelling and sorting take the word for another. Reported are letters
    /// that have a look-alike in the script of the rest of the word, and acronyms of the source that stand there in letters
    /// of another script; units such as `kΩ`, and words that the source writes the same way, are let pass.
    ///
    /// ```fails
    /// en | Open the Fabrikam portal.
    /// fr | Ouvrez le pоrtail Fabrikam.
    ///                 ^
    /// ```
    ///
    /// ```fails
    /// en | The file is ready.
    /// ru | Файл готoв.
    ///              ^
    /// ```
    ///
    /// ```fails
    /// en | Use the API and the SDK.
    /// uk | Використовуйте АРІ та SDK.
    ///                     ^^^
    /// ```
    ///
    /// ```passes
    /// en | The API of the USA
    /// ru | API для США и ВОТ
    /// en | The IT team is OK.
    /// ru | ІТ-команда — ОК.
    /// ```
    ///
    /// ```passes
    /// en | A 10 kΩ resistor
    /// de | Ein 10-kΩ-Widerstand
    /// ```
    ///
    /// ```passes
    /// en | Open the API interface.
    /// ru | Откройте API-интерфейс.
    /// ```
    pub static SUSPICIOUS_MIXED_SCRIPT: Segment<SuspiciousMixedScript> = {
        id: "suspicious-mixed-script",
        category: Characters,
        severity: Warning,
        confidence: High,
        fix: Unsafe,
        needs: [GREEK_OR_CYRILLIC],
        one_sided: true,
        mqm: "design/character-formatting",
        its: "characters",
        yields_to: ["broken-encoding"],
        aliases: ["homoglyph"],
        since: "0.1.0",
    }
}

/// Options of `suspicious-mixed-script`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct SuspiciousMixedScript {}

impl SegmentCheck for SuspiciousMixedScript {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source().text(), segment.target());
        for word in target.words() {
            let text = word.of(target.text());
            let strange = characters::foreign_letters(text);
            let (Some(first), Some(last)) = (strange.first(), strange.last()) else {
                if let Some(acronym) = disguised(segment, text) {
                    let message = format!("`{text}` is the acronym `{acronym}` in letters of another script");
                    out.report(target.at(*word), message).fix(acronym, Trust::Unsafe);
                }
                continue;
            };
            let span = first.to(*last);
            let Some(meant) = characters::without_look_alikes(text, span) else { continue };
            if source.contains(text) {
                continue;
            }
            let letter = first.of(text);
            let message = format!("`{letter}` in `{text}` is a letter of another script than the rest");
            let place = target.at(span.shifted(word.range().start));
            out.report(place, message).fix(meant, Trust::Unsafe);
        }
    }
}

/// The acronym that `word`, all of another script, looks like: one of the source that the target lacks. Two letters may be
/// the language's own: the Ukrainian `ІТ`, the Russian `ОК`.
fn disguised(segment: &SegmentView<'_>, word: &str) -> Option<String> {
    let (source, target) = (segment.source(), segment.target());
    if word.is_ascii() || word.chars().nth(2).is_none() {
        return None;
    }
    let acronym = characters::as_latin(word)?;
    let is_acronym = source.acronyms().iter().any(|it| it.of(source.text()) == acronym);
    (is_acronym && !target.text().contains(&acronym)).then_some(acronym)
}
