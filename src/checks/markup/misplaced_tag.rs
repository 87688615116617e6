//! `misplaced-tag`

use super::{surplus, tags};
use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::{SegmentView, SideView};
use crate::text::html;
use crate::text::markup::{TagKind, is_element};

declare_check! {
    /// An HTML tag of the source stands elsewhere in the tree of the translation.
    ///
    /// All tags are there, and yet a browser shows something else: an element has lost its text, stands beside the one
    /// it should stand in, or two overlap. Elements in another order are right: word order differs. So are anchors
    /// without a destination, and raised ordinals (`4<sup>th</sup>`), wherever they stand.
    ///
    /// ```fails
    /// en | Press <kbd>Enter</kbd> to send.
    /// de | Drücken Sie zum Senden <kbd></kbd>die Eingabetaste.
    ///                             ^^^^^
    /// ```
    ///
    /// ```fails
    /// en | <b>Never <i>ever</i></b> restart.
    /// it | <b>Mai</b> e <i>poi mai</i> riavviare.
    ///                   ^^^
    /// ```
    ///
    /// ```passes
    /// en | Press <kbd>Enter</kbd> or <b>Send</b>.
    /// nl | Klik op <b>Verzenden</b> of druk op <kbd>Enter</kbd>.
    /// ```
    pub static MISPLACED_TAG: Segment<MisplacedTag> = {
        id: "misplaced-tag",
        category: Markup,
        severity: Error,
        confidence: High,
        needs: [ANGLE],
        mqm: "design/markup",
        its: "markup",
        since: "0.1.0",
    }
}

/// Options of `misplaced-tag`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MisplacedTag {}

impl SegmentCheck for MisplacedTag {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        if tags::is_plain(segment) {
            return;
        }
        let (source, target) = (segment.source(), segment.target());
        let (theirs, ours) = (tags::elements(source), tags::elements(target));
        // Missing, added and unbalanced tags are faults of their own.
        let same = theirs.len() == ours.len() && surplus(&theirs, &ours).is_empty();
        if ours.is_empty() || !same || !tags::unpaired(&theirs).is_empty() {
            return;
        }
        let (wanted, found) = (html::outline(&elements_only(source)), html::outline(&elements_only(target)));
        let Some(&index) = surplus(&found, &wanted).first() else { return };
        let wanted = found[index].rsplit('>').next().unwrap_or_default().trim_end_matches('!');
        let before = found[..index].iter().filter(|path| path.trim_end_matches('!').rsplit('>').next() == Some(wanted));
        let mut opening = ours.iter().filter(|element| element.tag.kind != TagKind::Close && element.name == wanted);
        let Some(element) = opening.nth(before.count()).or_else(|| ours.first()) else { return };
        let name = element.tag.span.of(target.text());
        let what = if found[index].ends_with('!') {
            "has lost its text"
        } else {
            "is nested in another way than in the source"
        };
        out.report(target.at(element.tag.span), format!("`{name}` {what}"));
    }
}

/// The text of `side` with a blank for each byte of its code and of what only looks like a tag (`<your-name>`).
fn elements_only(side: &SideView<'_>) -> String {
    let mut bytes = side.text().as_bytes().to_vec();
    let markup = side.markup();
    let code = markup.code.iter().map(|code| code.span);
    let others = markup.tags.iter().filter(|tag| !is_element(&tag.name.of(side.text()).to_ascii_lowercase()));
    for span in code.chain(others.map(|tag| tag.span)) {
        bytes[span.range()].fill(b' ');
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
