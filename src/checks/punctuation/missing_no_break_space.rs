//! `missing-no-break-space`

use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::model::SegmentView;
use crate::span::Span;

declare_check! {
    /// The no-break space that French sets before a mark is missing.
    ///
    /// The rules of the Imprimerie nationale ask for one before `:`, `;`, `!`, `?` and inside « ». Pedantic: many
    /// sites do without it, and Canadian French does so by rule before all but the colon. Times, addresses, ratios and
    /// code are exempt.
    ///
    /// ```fails
    /// en | What happens if no agent is available?
    /// fr | Que se passe-t-il si aucun agent n'est disponible?
    ///                                                       ^
    /// ```
    ///
    /// ```passes
    /// en | At 10:30: open https://example.com?a=b!
    /// fr | À 10:30 : ouvrez https://example.com?a=b !
    /// ```
    pub static MISSING_NO_BREAK_SPACE: Segment<MissingNoBreakSpace> = {
        id: "missing-no-break-space",
        category: Spacing,
        severity: Info,
        confidence: Medium,
        audience: Pedantic,
        fix: Safe,
        needs: [PUNCTUATION, NON_ASCII],
        one_sided: true,
        languages: ["fr"],
        mqm: "linguistic-conventions/punctuation",
        its: "whitespace",
        since: "0.1.0",
    }
}

/// Options of `missing-no-break-space`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MissingNoBreakSpace {}

impl SegmentCheck for MissingNoBreakSpace {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let target = segment.target();
        let text = target.text();
        let canadian = target.locale().region() == Some("CA");
        for (at, mark) in text.match_indices([':', ';', '!', '?', '»']) {
            let word = text[..at].trim_end_matches(['*', '_', ')']).ends_with(char::is_alphabetic);
            let behind = text[at + mark.len()..].chars().next();
            let ends = behind.is_none_or(|c| c.is_whitespace() || matches!(c, '*' | '_' | ')' | '»'));
            let closes = !text[..at].ends_with(char::is_whitespace);
            let asked = !canadian || matches!(mark, ":" | "»");
            let span = Span::new(at, at + mark.len());
            if word && ends && closes && asked && target.is_prose(span) {
                out.report(target.at(span), format!("no space stands before `{mark}`")).fix_at(
                    target.at(Span::empty(at)),
                    "\u{a0}",
                    Trust::Safe,
                );
            }
        }
    }
}
