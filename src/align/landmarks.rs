//! Blocks that name each other: pairs that need no weighing.

use super::Page;
use crate::model::{Block, SegmentKind};
use crate::text::slugs;
use hashbrown::HashMap;

/// What a block is called on both pages: the slug of a heading, without case and punctuation; equal code; equal text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Name<'p> {
    Heading(&'p str),
    Code(&'p str),
    Text(SegmentKind, u8, &'p str),
}

/// Pairs of blocks of the two pages (original, translation) that have the same name, which no other block of either
/// page has; those that most agree on the order of the pages, in order. `headings` are the names of headings, by block.
pub(super) fn landmarks(pages: [Page<'_>; 2], headings: &[Vec<Option<String>>; 2]) -> Vec<(usize, usize)> {
    let look = |side: usize| -> Vec<Option<Name<'_>>> {
        let headings = headings[side].iter().map(Option::as_deref);
        pages[side].blocks.iter().zip(headings).map(|(block, heading)| name(pages[side], block, heading)).collect()
    };
    let names = [look(0), look(1)];
    // Hardly any text of a translation is as long as one of the original: few are looked at as a whole.
    let lengths = [0, 1].map(|side| {
        let mut lengths = [false; LENGTHS];
        names[side].iter().flatten().for_each(|name| lengths[name.length() % LENGTHS] = true);
        lengths
    });
    let mut seen: HashMap<Name<'_>, [Seen; 2]> = HashMap::new();
    for side in [0, 1] {
        let names = names[side].iter().enumerate().filter_map(|(index, name)| Some((index, name.as_ref()?)));
        for (index, name) in names.filter(|(_, name)| lengths[1 - side][name.length() % LENGTHS]) {
            let seen = &mut seen.entry(*name).or_default()[side];
            *seen = if *seen == Seen::Never { Seen::Once(index) } else { Seen::Often };
        }
    }
    let mut pairs: Vec<(usize, usize)> = seen
        .into_values()
        .filter_map(|seen| match seen {
            [Seen::Once(row), Seen::Once(column)] => Some((row, column)),
            _ => None,
        })
        .collect();
    pairs.sort_unstable();
    increasing(&pairs)
}

/// Lengths that are told apart.
const LENGTHS: usize = 2048;

impl Name<'_> {
    /// Bytes.
    fn length(&self) -> usize {
        let (Self::Heading(text) | Self::Code(text) | Self::Text(_, _, text)) = self;
        text.len()
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Seen {
    #[default]
    Never,
    Once(usize),
    Often,
}

fn name<'p>(page: Page<'p>, block: &Block, heading: Option<&'p str>) -> Option<Name<'p>> {
    let text = block.span.of(page.text);
    match block.kind {
        SegmentKind::Heading => heading.map(Name::Heading),
        SegmentKind::Code => Some(Name::Code(text)),
        _ if text.len() >= 4 => Some(Name::Text(block.kind, block.level, text)),
        _ => None,
    }
}

/// What all slugs of the heading `block` share: the letters and digits of its explicit name, else of its text.
pub(super) fn heading_name(page: Page<'_>, block: &Block) -> String {
    match block.anchor {
        Some(anchor) => slugs::loose(anchor.of(page.text)),
        None => slugs::loose(&slugs::plain(block.span.of(page.text))),
    }
}

/// The longest part of `pairs`, which are in order of their first halves, whose second halves are in order, too
/// (patience sorting).
fn increasing(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // For each length, the pair that ends such a part with the smallest second half, and for each pair the one before.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (index, &(_, column)) in pairs.iter().enumerate() {
        let length = ends.partition_point(|&end| pairs[end].1 < column);
        before.push(length.checked_sub(1).map(|length| ends[length]));
        if length == ends.len() {
            ends.push(index);
        } else {
            ends[length] = index;
        }
    }
    let mut found = Vec::with_capacity(ends.len());
    let mut at = ends.last().copied();
    while let Some(index) = at {
        found.push(pairs[index]);
        at = before[index];
    }
    found.reverse();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_out_of_order_is_no_landmark() {
        assert_eq!(increasing(&[(0, 1), (1, 5), (2, 2), (3, 3)]), [(0, 1), (2, 2), (3, 3)]);
        assert_eq!(increasing(&[]), []);
    }
}
