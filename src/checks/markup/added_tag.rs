//! `added-tag`

use super::tags;
use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::SegmentView;

declare_check! {
    /// An HTML tag of the translation is not in the source.
    ///
    /// A tag that nobody wrote comes from a tool and changes how the page looks. Tags are compared by name; what is
    /// written in angle brackets to be filled in is no tag. Endings of ordinals are raised as each language does it.
    ///
    /// ```fails
    /// en | Save your work.
    /// fr | Enregistrez <span class="notranslate">votre travail</span>.
    ///                  ^^^^^^^^^^^^^^^^^^^^^^^^^^
    /// ```
    ///
    /// ```passes
    /// en | Use the syntax name=value.
    /// de | Verwenden Sie die Syntax <Name>=<Wert>.
    /// ```
    ///
    /// ```passes
    /// en | The second visit is in May.
    /// fr | La 2<sup>e</sup> visite a lieu en mai.
    /// ```
    pub static ADDED_TAG: Segment<AddedTag> = {
        id: "added-tag",
        category: Markup,
        severity: Warning,
        confidence: High,
        needs: [ANGLE],
        mqm: "design/markup",
        its: "markup",
        since: "0.1.0",
    }
}

/// Options of `added-tag`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct AddedTag {}

impl SegmentCheck for AddedTag {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        if tags::is_plain(segment) {
            return;
        }
        let (source, target) = (tags::elements(segment.source()), tags::elements(segment.target()));
        // What the translation opens and does not close is told as such.
        let uneven = tags::unpaired(&target);
        for element in tags::lost(&target, &source) {
            if uneven.iter().all(|it| it.name != element.name) {
                let name = element.tag.span.of(segment.target().text());
                out.report(segment.target().at(element.tag.span), format!("the source has no tag `{name}`"));
            }
        }
    }
}
