//! `missing-tag`

use super::{about, tags};
use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::SegmentView;

declare_check! {
    /// An HTML tag of the source is missing in the translation.
    ///
    /// Without its tag a line break, an image or an anchor is gone, and what linked there leads nowhere. Tags are
    /// compared by name, `<br>` and `<br/>` are one; what is written in angle brackets to be filled in
    /// (`<your-name>`) is no tag. Endings of ordinals are raised as each language does it.
    ///
    /// ```fails
    /// en | First<br>Second
    /// nl | Eerste Tweede
    ///             ^^^^^^
    /// ```
    ///
    /// ```passes
    /// en | Replace <your-name> and press <kbd>Enter</kbd>.<br/>
    /// nl | Vervang <uw-naam> en druk op <kbd>Enter</kbd>.<br>
    /// ```
    ///
    /// ```fails
    /// en | The 2<sup>n</sup> entries of the table
    /// fr | Les 2n entrées de la table
    ///          ^^
    /// ```
    ///
    /// ```passes
    /// en | The 1<sup>st</sup> visit is in April.
    /// ru | Первый осмотр проводится в апреле.
    /// ```
    pub static MISSING_TAG: Segment<MissingTag> = {
        id: "missing-tag",
        category: Markup,
        severity: Warning,
        confidence: High,
        needs: [ANGLE],
        mqm: "design/markup",
        its: "markup",
        since: "0.1.0",
    }
}

/// Options of `missing-tag`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MissingTag {}

impl SegmentCheck for MissingTag {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        if tags::is_plain(segment) {
            return;
        }
        let (source, target) = (segment.source(), segment.target());
        for element in tags::lost(&tags::elements(source), &tags::elements(target)) {
            let place = target.at(about(source, element.tag.span, target));
            out.report(place, format!("the tag `{}` is missing", element.tag.span.of(source.text())))
                .also(source.at(element.tag.span));
        }
    }
}
