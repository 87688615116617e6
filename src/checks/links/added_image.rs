//! `added-image`

use super::counterparts;
use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::SegmentView;

declare_check! {
    /// An image of the translation has no counterpart in the source.
    ///
    /// It shows what the author never showed, and nobody will renew it with the source. An image that stands twice
    /// where the source has it once is let pass.
    ///
    /// ```fails
    /// en | Open the settings.
    /// fr | Ouvrez ![engrenage](gear.png) les paramètres.
    ///             ^^^^^^^^^^^^^^^^^^^^^^
    /// ```
    ///
    /// ```passes
    /// en | Open ![gear](gear.png) the settings.
    /// fr | Ouvrez les paramètres ![engrenage](gear.png).
    /// ```
    pub static ADDED_IMAGE: Segment<AddedImage> = {
        id: "added-image",
        category: Links,
        severity: Warning,
        confidence: High,
        needs: [BRACKET, ANGLE],
        mqm: "design/markup",
        its: "markup",
        since: "0.1.0",
    }
}

/// Options of `added-image`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct AddedImage {}

impl SegmentCheck for AddedImage {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let has_images = || segment.target().hyperlinks().iter().any(|link| link.form.is_image());
        if segment.is_one_sided() || !has_images() {
            return;
        }
        for image in counterparts::of(segment, true).added {
            let destination = image.destination.of(segment.target().text());
            let message = format!("the source has no image `{destination}`");
            out.report(segment.target().at(image.span), message).also(segment.source().whole());
        }
    }
}
