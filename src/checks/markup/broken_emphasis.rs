//! `broken-emphasis`

use super::emphasis;
use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::model::SegmentView;
use crate::span::Span;
use crate::text::markup::Markup;

declare_check! {
    /// Markers of emphasis do not render: the reader sees asterisks.
    ///
    /// A blank within the marker, a marker that is never closed, or one that stands between a letter and a
    /// punctuation mark (the rule of `CommonMark`, which hits Chinese and Japanese) stays on the page as it is. A lone
    /// asterisk may be a footnote mark or a multiplication and passes, and so does what the source shows as well.
    ///
    /// ```fails
    /// en | Select **Save** and close.
    /// it | Selezionare ** Salva** e chiudere.
    ///                  ^^^^^^^^^^
    /// ```
    ///
    /// ```fails
    /// en | Select **Save** here.
    /// ja | ここで**「保存」**を選択します。
    ///         ^^^^^^^^
    /// ```
    ///
    /// ```passes
    /// en | The area is 2 * 3 * 4.*
    /// fr | La surface est 2 * 3 * 4.*
    /// ```
    ///
    /// ```passes
    /// en | Select **Save** here.
    /// ja | ここで **[保存]** を選択します。
    /// ```
    pub static BROKEN_EMPHASIS: Segment<BrokenEmphasis> = {
        id: "broken-emphasis",
        category: Markup,
        severity: Warning,
        confidence: High,
        fix: Safe,
        needs: [EMPHASIS],
        one_sided: true,
        mqm: "design/markup",
        its: "markup",
        since: "0.1.0",
    }
}

/// Options of `broken-emphasis`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct BrokenEmphasis {}

impl SegmentCheck for BrokenEmphasis {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let target = segment.target();
        for span in emphasis::broken(segment) {
            let finding =
                out.report(target.at(span), format!("`{}` does not render as emphasis", shown(span.of(target.text()))));
            if let Some((text, trust)) = mended(target.text(), span) {
                finding.fix(text, trust);
            } else {
                finding.help("set the markers close to a word, with a blank or punctuation on the other side");
            }
        }
        // Footnotes are marked with escaped asterisks, too: only the source can tell.
        if !segment.is_one_sided()
            && segment.source().markup().escapes.is_empty()
            && let Some(span) = escaped_pair(target.text(), &target.markup().escapes)
        {
            out.report(target.at(span), "an escaped marker of emphasis stays on the page");
        }
    }
}

/// A long passage cut down to its markers.
fn shown(text: &str) -> String {
    if text.chars().count() <= 60 {
        return text.to_owned();
    }
    text.chars().take(57).chain("…".chars()).collect()
}

/// What renders in place of `span` of `text`, if that is plain: the blank taken out, which is safe, or the brackets
/// of a label set outside the markers.
fn mended(text: &str, span: Span) -> Option<(String, Trust)> {
    let whole = span.of(text);
    let width = whole.bytes().take_while(|byte| *byte == b'*').count();
    let marker = &whole[..width];
    let inner = whole.strip_prefix(marker)?.strip_suffix(marker).filter(|inner| !inner.trim().is_empty())?;
    let (before, after) = (&text[..span.range().start], &text[span.range().end..]);
    let renders =
        |fixed: &str| Markup::of(&format!("{before}{fixed}{after}")).strays.len() < Markup::of(text).strays.len();
    let tight = format!("{marker}{}{marker}", inner.trim());
    if inner != inner.trim() && renders(&tight) {
        let glued = inner.starts_with(char::is_whitespace) && before.ends_with(char::is_alphanumeric)
            || inner.ends_with(char::is_whitespace) && after.starts_with(char::is_alphanumeric);
        return Some((tight, if glued { Trust::Unsafe } else { Trust::Safe }));
    }
    let (first, last) = (inner.chars().next()?, inner.chars().next_back()?);
    let label = inner.strip_prefix(first)?.strip_suffix(last)?;
    let paired =
        matches!((first, last), ('「', '」') | ('『', '』') | ('“', '”') | ('[', ']') | ('［', '］') | ('《', '》'));
    let outside = format!("{first}{marker}{label}{marker}{last}");
    (paired && renders(&outside)).then_some((outside, Trust::Unsafe))
}

/// Two escaped asterisks in a row (`\*\*`), as a tool leaves them.
fn escaped_pair(text: &str, escapes: &[Span]) -> Option<Span> {
    let star = |span: &Span| span.of(text) == r"\*";
    let pair = escapes.windows(2).find(|two| two.iter().all(star) && two[0].end == two[1].start)?;
    Some(pair[0].to(pair[1]))
}
