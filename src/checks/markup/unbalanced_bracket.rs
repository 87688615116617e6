//! `unbalanced-bracket`

use super::blanked;
use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::SegmentView;
use crate::text::punctuation::unpaired_brackets;

declare_check! {
    /// A bracket of the translation has no partner, though those of the source have.
    ///
    /// A bracket that never closes leaves the reader waiting, and often marks the place where words were lost.
    /// Brackets within code and destinations do not count, nor do list marks such as `a)`.
    ///
    /// ```fails
    /// en | Upload a file (up to 5 MB) here.
    /// pl | Prześlij tutaj plik (do 5 MB.
    ///                          ^
    /// ```
    ///
    /// ```passes
    /// en | Choose one: a) yes, b) no (see `f(`).
    /// nl | Kies: a) ja, b) nee (zie `f(`).
    /// ```
    ///
    /// ```passes
    /// en | Save (optional)
    /// ja | 保存（任意)
    /// ```
    pub static UNBALANCED_BRACKET: Segment<UnbalancedBracket> = {
        id: "unbalanced-bracket",
        category: Punctuation,
        severity: Warning,
        confidence: High,
        needs: [BRACKET, PARENTHESIS, PLACEHOLDER, WIDE],
        one_sided: true,
        mqm: "linguistic-conventions/punctuation",
        its: "typographical",
        since: "0.1.0",
    }
}

/// Options of `unbalanced-bracket`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct UnbalancedBracket {}

impl SegmentCheck for UnbalancedBracket {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source(), segment.target());
        if unpaired_brackets(target.text()).is_empty() {
            return;
        }
        let text = blanked(target);
        let lonely = unpaired_brackets(&text);
        if lonely.is_empty() || !unpaired_brackets(&blanked(source)).is_empty() {
            return;
        }
        for bracket in lonely {
            let mark = bracket.of(&text);
            out.report(target.at(bracket), format!("`{mark}` has no partner"));
        }
    }
}
