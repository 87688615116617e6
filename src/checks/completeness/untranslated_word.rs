//! `untranslated-word`

use crate::check::SegmentCheck;
use crate::declare_check;
use crate::evidence::{Kept, Left};
use crate::finding::Sink;
use crate::model::{SegmentKind, SegmentView};
use crate::text::casing::is_small;
use crate::text::kept::KeptRun;

declare_check! {
    /// An English word or term is left that is translated elsewhere.
    ///
    /// Whether a translation borrows `supplier` or `stock level` is its own choice; where a page translates
    /// the term twice or more and keeps it once, or where other translations hardly ever keep it, that once was
    /// forgotten. Reported is, too, an English verb that was taken for a name and joined to a word by a hyphen. Names,
    /// labels in emphasis or quotes, glosses in parentheses, and a table cell or heading that is kept as a whole, unless
    /// the same is translated elsewhere, are let pass.
    ///
    /// ```fails
    /// en | Call the supplier first.
    /// pl | Najpierw zadzwoń do dostawcy.
    /// en | The supplier checks the order.
    /// pl | Dostawca sprawdza zamówienie.
    /// en | The invoice comes from the supplier.
    /// pl | Faktura przychodzi od supplier.
    ///                            ^^^^^^^^
    /// ```
    ///
    /// ```fails
    /// en | To save money, read [Compare tariffs](tariffs.md).
    /// sv | Läs [Compare-taxor](tariffs.md) för att spara pengar.
    ///           ^^^^^^^
    /// ```
    ///
    /// ```fails
    /// learned 200 | The check arrives on day #. | Czek przychodzi dnia #.
    /// learned 200 | Send it by wire on day #. | Wyślij przelewem dnia #.
    /// en | Pay by wire or by check.
    /// pl | Zapłać przelewem lub check.
    ///                           ^^^^^
    /// ```
    ///
    /// ```fails page
    /// -- en/a.md
    /// The owner pays.
    ///
    /// Tell the owner.
    ///
    /// Ask the owner.
    /// -- fr/a.md
    /// Le propriétaire paie.
    ///
    /// Informez le propriétaire.
    ///
    /// Demandez à l'owner.
    ///              ^^^^^
    /// ```
    ///
    /// ```passes
    /// learned 200 | The check arrives on day #. | Czek przychodzi dnia #.
    /// en | Select **Check** to pay, and set `check`.
    /// pl | Wybierz **Check**, aby zapłacić, i ustaw `check`.
    /// ```
    ///
    /// ```passes
    /// en | The workload starts. The workload stops.
    /// nl | De workload start. De workload stopt.
    /// ```
    ///
    /// ```passes page
    /// -- en/a.md
    /// The publisher pays.
    ///
    /// The publisher is told.
    ///
    /// | Field | Meaning |
    /// |---|---|
    /// | publisher | Who sells |
    /// -- pl/a.md
    /// Wydawca płaci.
    ///
    /// Wydawca otrzymuje wiadomość.
    ///
    /// | Pole | Znaczenie |
    /// |---|---|
    /// | publisher | Kto sprzedaje |
    /// ```
    pub static UNTRANSLATED_WORD: Segment<UntranslatedWord> = {
        id: "untranslated-word",
        category: Completeness,
        severity: Error,
        confidence: Medium,
        evidence: true,
        mqm: "accuracy/untranslated",
        its: "untranslated",
        yields_to: ["untranslated-segment", "untranslated-sentence", "untranslated-fragment", "untranslated-function-word"],
        since: "0.1.0",
    }
}

/// Options of `untranslated-word`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct UntranslatedWord {}

impl SegmentCheck for UntranslatedWord {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let kept = segment.kept();
        let text = segment.target().text();
        // What is set to a value or one of two choices of a program is code: `auto renew = false`, `create/update`.
        let is_code = |run: &KeptRun| text[run.target.range().end..].trim_start().starts_with(['=', '/']);
        // `quantity` alone in a cell is the name of a field.
        let is_key = |run: &KeptRun| {
            let word = run.target.of(text);
            segment.kind() == SegmentKind::TableCell && text.trim() == word && is_small(word)
        };
        let is_translated_elsewhere =
            |run: &KeptRun| segment.is_translated_elsewhere(run.source.of(segment.source().text()));
        let left = kept.borrowable.iter().filter(|run| !is_code(run) && !is_key(run) && is_translated_elsewhere(run));
        for run in kept.commands.iter().chain(left) {
            let words = run.target.of(text);
            let message = format!("the English `{words}` is left in the translation");
            out.report(segment.target().at(run.target), message).also(segment.source().at(run.source));
        }
        for left in segment.left().iter().filter(|left| is_forgotten(segment, left)) {
            let words = left.target.of(text);
            let (Kept { segments, kept }, source) = (left.kept, left.source.of(segment.source().text()));
            let figures = match left.words {
                1 => format!("`{source}` is kept in {kept} of {segments} other translations"),
                _ => format!("none of these words is kept in more than {kept} of {segments} other translations"),
            };
            out.report(segment.target().at(left.target), format!("the English `{words}` is left in the translation"))
                .help(figures)
                .also(segment.source().at(left.source));
        }
    }
}

/// Words from which on nobody keeps a text as a label.
const SENTENCE: usize = 5;

/// Whether what is left was forgotten: a text as a whole may be a label that a program shows, so that the same label
/// elsewhere must tell, unless it is a sentence.
fn is_forgotten(segment: &SegmentView<'_>, left: &Left) -> bool {
    let label = left.source.of(segment.source().text());
    let told = segment.kept().borrowable.iter().any(|run| run.target.overlaps(left.target));
    let is_translated = || {
        let passage = segment.evidence().and_then(|evidence| evidence.repeated(label));
        let targets = passage.map(|passage| passage.targets.as_slice()).unwrap_or_default();
        let count = |kept: bool| targets.iter().filter(|it| (it.0 == label) == kept).map(|it| it.1).sum::<u32>();
        count(false) > 1 && count(false) > count(true)
    };
    !told && (!left.whole || left.words >= SENTENCE || is_translated())
}
