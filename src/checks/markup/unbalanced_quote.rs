//! `unbalanced-quote`

use super::blanked;
use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::SegmentView;
use crate::span::Span;
use crate::text::traits::Traits;

declare_check! {
    /// A quotation mark of the translation has no partner, though those of the source have.
    ///
    /// A quotation that never ends makes the reader guess what is quoted. Only double marks count, of all shapes
    /// together, for many languages pair different ones (`„…”`, `»…«`); when the source has an odd number as well
    /// (inches, a quotation that runs on) nothing is said.
    ///
    /// ```fails
    /// en | Choose "Save as" or "Close".
    /// de | Wählen Sie „Speichern unter“ oder „Schließen.
    ///                                        ^
    /// ```
    ///
    /// ```passes
    /// en | A 5" screen.
    /// de | Ein 5"-Bildschirm.
    /// ```
    pub static UNBALANCED_QUOTE: Segment<UnbalancedQuote> = {
        id: "unbalanced-quote",
        category: Punctuation,
        severity: Warning,
        confidence: Medium,
        needs: [QUOTE, NON_ASCII],
        one_sided: true,
        mqm: "linguistic-conventions/punctuation",
        its: "typographical",
        since: "0.1.0",
    }
}

/// Options of `unbalanced-quote`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct UnbalancedQuote {}

const MARKS: [char; 8] = ['"', '“', '”', '„', '‟', '«', '»', '＂'];

impl SegmentCheck for UnbalancedQuote {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source(), segment.target());
        // Most of what lies above ASCII are letters; what could be a mark may also be one that does not show.
        if !target.traits().has(Traits::QUOTE.or(Traits::UNSEEN)) {
            return;
        }
        if target.text().matches(MARKS).count().is_multiple_of(2) {
            return;
        }
        let text = blanked(target);
        let marks = text.match_indices(MARKS).map(|(at, mark)| Span::new(at, at + mark.len()));
        let marks: Vec<Span> = marks.filter(|mark| !is_symbol(&text, *mark)).collect();
        if marks.len().is_multiple_of(2) || !blanked(source).matches(MARKS).count().is_multiple_of(2) {
            return;
        }
        let lonely = lonely(&text, &marks);
        out.report(target.at(lonely), format!("`{}` has no partner", lonely.of(&text)));
    }
}

/// Whether a mark stands alone between blanks: then it is shown, not used.
fn is_symbol(text: &str, mark: Span) -> bool {
    text[..mark.range().start].ends_with(' ') && text[mark.range().end..].starts_with(' ')
}

/// The mark that most likely has no partner: one that opens where nothing closes after it, else the last one.
fn lonely(text: &str, marks: &[Span]) -> Span {
    let mut open = None;
    for &mark in marks {
        let opens = text[mark.range().end..].starts_with(|c: char| !c.is_whitespace())
            && !text[..mark.range().start].ends_with(char::is_alphanumeric);
        match (open, opens) {
            (Some(waiting), true) => return waiting,
            (None, false) => return mark,
            (None, true) => open = Some(mark),
            (Some(_), false) => open = None,
        }
    }
    open.or(marks.last().copied()).unwrap_or_default()
}
