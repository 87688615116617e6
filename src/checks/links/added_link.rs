//! `added-link`

use super::counterparts;
use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::SegmentView;

declare_check! {
    /// A link of the translation has no counterpart in the source.
    ///
    /// Nobody who keeps the source up to date knows of it; it may lead where the author does not want to send
    /// anybody. A link that was split in two leads where the source leads and is let pass, and so does one to an
    /// address that the source writes out.
    ///
    /// ```fails
    /// en | Ask the support team.
    /// de | Wenden Sie sich an das [Supportteam](https://forum.example.net).
    ///                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    /// ```
    ///
    /// ```passes
    /// en | [Set up the device](setup.md) first.
    /// de | [Richten](setup.md) Sie zuerst [das Gerät ein](setup.md).
    /// ```
    ///
    /// ```passes
    /// en | Write to help@example.com.
    /// fr | Écrivez à [help@example.com](mailto:help@example.com).
    /// ```
    ///
    /// ```passes
    /// en | Select File, then New.
    /// ja | [ファイル][新規作成] を選択します。
    /// ```
    pub static ADDED_LINK: Segment<AddedLink> = {
        id: "added-link",
        category: Links,
        severity: Warning,
        confidence: High,
        needs: [BRACKET, ANGLE, SLASH],
        mqm: "design/markup",
        its: "markup",
        since: "0.1.0",
    }
}

/// Options of `added-link`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct AddedLink {}

impl SegmentCheck for AddedLink {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        if segment.is_one_sided() || segment.target().hyperlinks().is_empty() {
            return;
        }
        for link in counterparts::of(segment, false).added {
            let destination = link.destination.of(segment.target().text());
            if is_written_out(destination, segment.source().text()) {
                continue;
            }
            let message = format!("the source has no link to `{destination}`");
            out.report(segment.target().at(link.span), message).also(segment.source().whole());
        }
    }
}

/// Whether `destination` is an address that stands in `source` as it is, linked or not.
fn is_written_out(destination: &str, source: &str) -> bool {
    let address = destination.strip_prefix("mailto:").unwrap_or(destination);
    (address.contains('@') || address.contains("://")) && source.contains(address)
}
