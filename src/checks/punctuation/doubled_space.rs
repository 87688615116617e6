//! `doubled-space`

use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::model::{SegmentKind, SegmentView};
use crate::span::Span;
use crate::text::spacing::doubled;
use crate::text::traits::Traits;

declare_check! {
    /// Two or more spaces stand in a row.
    ///
    /// A renderer shows one, but search, comparison and translation memories see two; often a word was lost between
    /// them. Spaces that the source doubles as well, at the start or end of a line, beside the bars of a table and in
    /// code are exempt.
    ///
    /// ```fails
    /// en | Select the file.
    /// pl | Wybierz  plik.
    ///             ^^
    /// ```
    ///
    /// ```passes
    /// en | Name  | Size of `a  b`
    /// de | Name  | Größe von `a  b`
    /// ```
    ///
    /// ```fails page
    /// -- nl/backup.md
    /// De back-up begint  om 2 uur.  Daarna is het stil.
    ///                  ^^
    /// ```
    pub static DOUBLED_SPACE: Segment<DoubledSpace> = {
        id: "doubled-space",
        category: Spacing,
        severity: Info,
        confidence: High,
        fix: Safe,
        needs: [DOUBLED_BLANK],
        one_sided: true,
        mqm: "linguistic-conventions/punctuation",
        its: "whitespace",
        since: "0.1.0",
    }
}

/// Options of `doubled-space`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct DoubledSpace {}

impl SegmentCheck for DoubledSpace {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let target = segment.target();
        if !target.traits().has(Traits::DOUBLED_BLANK) {
            return;
        }
        let gaps = doubled(target.text());
        if gaps.is_empty() || !doubled(segment.source().text()).is_empty() {
            return;
        }
        // Where nobody can look what the source does, what stands between words is certain.
        let certain = |gap: &Span| !segment.is_one_sided() || is_between_words(segment, *gap);
        for gap in gaps.into_iter().filter(|&gap| target.is_prose(gap)).filter(certain) {
            let hard = gap.of(target.text()).chars().find(|space| !matches!(space, ' ' | '\t'));
            out.report(target.at(gap), "two or more spaces stand in a row")
                .fix(hard.unwrap_or(' ').to_string(), Trust::Safe);
        }
    }
}

/// Whether plain spaces stand between two words of running text: neither behind a sentence, where some set two, nor in
/// a table, where they align.
fn is_between_words(segment: &SegmentView<'_>, gap: Span) -> bool {
    let text = segment.target().text();
    let before = text[..gap.range().start].ends_with(|c: char| c.is_alphabetic() || c == ',');
    let behind = text[gap.range().end..].starts_with(char::is_alphabetic);
    let plain = gap.of(text).chars().all(|c| c == ' ');
    before && behind && plain && segment.kind() != SegmentKind::TableCell
}
