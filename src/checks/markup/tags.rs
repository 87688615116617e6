//! HTML tags of the two sides, compared by name; shared by three checks.

use super::surplus;
use crate::model::{SegmentView, SideView};
use crate::text::markup::{Tag, TagKind, is_element, is_void_element, raises_ordinal};

/// A tag that counts: an element of HTML, opened or closed.
#[derive(Clone)]
pub(super) struct Element {
    pub(super) tag: Tag,
    pub(super) name: String,
    pub(super) closes: bool,
    /// Whether it raises the ending of an ordinal, which each language writes in its way: `1<sup>st</sup>`.
    pub(super) is_ordinal: bool,
}

impl PartialEq for Element {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.closes == other.closes
    }
}

/// The elements of `side`. What only looks like a tag (`<your-name>`) is left out, and so are addresses and comments.
pub(super) fn elements(side: &SideView<'_>) -> Vec<Element> {
    let tags = side.markup().tags.iter().filter(|tag| !matches!(tag.kind, TagKind::Comment | TagKind::Autolink));
    let named = tags.map(|tag| Element {
        tag: *tag,
        name: tag.name.of(side.text()).to_ascii_lowercase(),
        closes: tag.kind == TagKind::Close && !is_void_element(&tag.name.of(side.text()).to_ascii_lowercase()),
        is_ordinal: raises_ordinal(side.text(), *tag),
    });
    named.filter(|element| is_element(&element.name)).collect()
}

/// The opening tags of the first that the second lacks.
pub(super) fn lost(from: &[Element], to: &[Element]) -> Vec<Element> {
    let uneven = unpaired(to);
    let opening = |list: &[Element]| list.iter().filter(|it| !it.closes).cloned().collect::<Vec<_>>();
    let (from, to) = (opening(from), opening(to));
    let lost = surplus(&from, &to).into_iter().map(|index| from[index].clone());
    // An element that is opened and not closed, or the reverse, is told as such.
    lost.filter(|element| !element.is_ordinal && !uneven.iter().any(|it| it.name == element.name)).collect()
}

/// Elements that are opened and not closed, or closed and not opened.
pub(super) fn unpaired(elements: &[Element]) -> Vec<Element> {
    let mut open: Vec<&Element> = Vec::new();
    let mut lonely = Vec::new();
    for element in elements {
        if is_void_element(&element.name) || element.tag.kind == TagKind::Empty {
            continue;
        }
        if !element.closes {
            open.push(element);
        } else if let Some(at) = open.iter().rposition(|it| it.name == element.name) {
            open.remove(at);
        } else {
            lonely.push(element.clone());
        }
    }
    lonely.extend(open.into_iter().cloned());
    lonely
}

/// Whether neither side has anything to compare.
pub(super) fn is_plain(segment: &SegmentView<'_>) -> bool {
    segment.is_one_sided() || segment.source().markup().tags.is_empty() && segment.target().markup().tags.is_empty()
}
