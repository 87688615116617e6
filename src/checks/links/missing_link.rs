//! `missing-link`

use super::counterparts;
use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::SegmentView;

declare_check! {
    /// A link of the source is missing in the translation.
    ///
    /// The reader is told to see a page and cannot go there. Links are matched by destination, in any order: word
    /// order differs between languages. Two links to one page may become one. Reference links, `<https://…>` and
    /// bare addresses are links as well; a destination that was changed is `mismatched-link`.
    ///
    /// ```fails
    /// en | Read [the guide](guide.md) first.
    /// de | Zuerst das Handbuch lesen.
    ///             ^^^^^^^^^^^^
    /// ```
    ///
    /// ```fails
    /// en | Ask at <https://help.example.com> or [call us](phone.md).
    /// nl | Vraag het via of [bel ons](phone.md).
    ///                ^^^
    /// ```
    ///
    /// ```passes
    /// en | See [plans](plans.md) and [prices](prices.md).
    /// tr | [Fiyatlara](prices.md) ve [planlara](plans.md) bakın.
    /// ```
    ///
    /// ```passes
    /// en | [Open](start.md) the tool, then [close](start.md) it.
    /// it | [Aprire e chiudere](start.md) lo strumento.
    /// ```
    pub static MISSING_LINK: Segment<MissingLink> = {
        id: "missing-link",
        category: Links,
        severity: Warning,
        confidence: High,
        needs: [BRACKET, ANGLE, SLASH],
        mqm: "design/markup",
        its: "markup",
        since: "0.1.0",
    }
}

/// Options of `missing-link`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MissingLink {}

impl SegmentCheck for MissingLink {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        if segment.is_one_sided() || segment.source().hyperlinks().is_empty() {
            return;
        }
        for link in counterparts::of(segment, false).missing {
            let place = segment.target().at(counterparts::place_of_missing(segment, link));
            let destination = link.destination.of(segment.source().text());
            out.report(place, format!("the link to `{destination}` is missing"))
                .help("link the words that say what the linked words of the source say")
                .also(segment.source().at(link.span));
        }
    }
}
