//! Which parts of a text are language: what remains without code, tags, destinations and placeholders.

use super::markup::Markup;
use crate::span::Span;

/// The parts of a text that are no language, in order and without overlaps: code, tags, entities, destinations and
/// titles of links, addresses, alerts, placeholders, and what is marked as not to be translated.
pub fn masked(markup: &Markup, placeholders: &[Span]) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    spans.extend(markup.code.iter().map(|code| code.span));
    spans.extend(markup.tags.iter().map(|tag| tag.span));
    spans.extend(&markup.entities);
    spans.extend(&markup.addresses);
    spans.extend(&markup.alerts);
    spans.extend(markup.unlocalized.iter().map(|mark| mark.span));
    spans.extend(markup.links.iter().map(|link| Span { start: link.text.end, end: link.span.end }));
    spans.extend(placeholders);
    if spans.len() > 1 {
        spans.sort_unstable();
        merge(&mut spans);
    }
    spans
}

/// The parts of `0..length` outside `masked`, empty ones left out.
///
/// ```
/// # use bilint::span::Span;
/// # use bilint::text::prose::outside;
/// assert_eq!(outside(&[Span::new(2, 4)], 6), [Span::new(0, 2), Span::new(4, 6)]);
/// ```
pub fn outside(masked: &[Span], length: usize) -> Vec<Span> {
    let mut found = Vec::with_capacity(masked.len() + 1);
    let mut at = 0;
    for mask in masked {
        if mask.range().start > at {
            found.push(Span::new(at, mask.range().start));
        }
        at = at.max(mask.range().end);
    }
    if at < length {
        found.push(Span::new(at, length));
    }
    found
}

/// Whether `span` shares a byte with one of `sorted`, which are in order and do not overlap.
pub fn hits(sorted: &[Span], span: Span) -> bool {
    let next = sorted.partition_point(|mask| mask.end <= span.start);
    sorted.get(next).is_some_and(|mask| mask.start < span.end)
}

fn merge(spans: &mut Vec<Span>) {
    let mut kept = 0;
    for index in 1..spans.len() {
        if spans[index].start <= spans[kept].end {
            spans[kept].end = spans[kept].end.max(spans[index].end);
        } else {
            kept += 1;
            spans[kept] = spans[index];
        }
    }
    spans.truncate(kept + 1);
}
