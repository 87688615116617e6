//! `missing-image`

use super::counterparts;
use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::SegmentView;

declare_check! {
    /// An image of the source is missing in the translation.
    ///
    /// The text goes on speaking of what the reader cannot see. An image may come from a folder for the language;
    /// one that was exchanged for another is `mismatched-link`.
    ///
    /// ```fails
    /// en | Select ![gear](img/gear.png) to begin.
    /// sv | Välj för att börja.
    ///           ^^^
    /// ```
    ///
    /// ```passes
    /// en | Select ![gear](img/gear.png) to begin.
    /// sv | Välj ![kugghjul](img/sv-se/gear.png) för att börja.
    /// ```
    pub static MISSING_IMAGE: Segment<MissingImage> = {
        id: "missing-image",
        category: Links,
        severity: Warning,
        confidence: High,
        needs: [BRACKET, ANGLE],
        mqm: "design/markup",
        its: "markup",
        since: "0.1.0",
    }
}

/// Options of `missing-image`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MissingImage {}

impl SegmentCheck for MissingImage {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let has_images = || segment.source().hyperlinks().iter().any(|link| link.form.is_image());
        if segment.is_one_sided() || !has_images() {
            return;
        }
        for image in counterparts::of(segment, true).missing {
            let place = segment.target().at(counterparts::place_of_missing(segment, image));
            let destination = image.destination.of(segment.source().text());
            out.report(place, format!("the image `{destination}` is missing"))
                .help("put the image where it stands in the source")
                .also(segment.source().at(image.span));
        }
    }
}
