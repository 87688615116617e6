//! `untranslated-segment`

use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::SegmentView;
use crate::span::Span;

declare_check! {
    /// The whole text is left in English.
    ///
    /// A reader who does not know English is left without it. Reported is what holds words that give English away, such as
    /// `your` or `shows`, and is all but equal to the source; names, titles, code and figures that both languages write
    /// alike hold none.
    ///
    /// ```fails
    /// en | Archived invoices are kept for you.
    /// nl | Archived invoices are kept for you.
    ///      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    /// ```
    ///
    /// ```passes
    /// en | Contoso Partner of the Year Award
    /// nl | Contoso Partner of the Year Award
    /// ```
    ///
    /// ```passes
    /// en | Open the dashboard in Power BI.
    /// it | Aprire il dashboard in Power BI.
    /// ```
    pub static UNTRANSLATED_SEGMENT: Segment<UntranslatedSegment> = {
        id: "untranslated-segment",
        category: Completeness,
        severity: Error,
        confidence: High,
        one_sided: true,
        mqm: "accuracy/untranslated",
        its: "untranslated",
        aliases: ["untranslated"],
        since: "0.1.0",
    }
}

/// Options of `untranslated-segment`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct UntranslatedSegment {}

impl SegmentCheck for UntranslatedSegment {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        if segment.kept().whole {
            let target = segment.target();
            let text = target.text();
            let start = text.len() - text.trim_start().len();
            let span = Span::new(start, start + text.trim().len());
            let found = out.report(target.at(span), "the text is left in English");
            if !segment.is_one_sided() {
                found.also(segment.source().whole());
            }
        }
    }
}
