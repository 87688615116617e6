//! Which link of the translation is which link of the source.

use crate::model::SegmentView;
use crate::span::Span;
use crate::text::hyperlinks::{Form, Hyperlink, same_place};
use crate::text::similarity;

/// The links (or the images) of both sides, matched by destination.
#[derive(Default)]
pub(in crate::checks) struct Counterparts<'v> {
    /// Source and target lead to the same place.
    pub kept: Vec<[&'v Hyperlink; 2]>,
    /// One link, two destinations.
    pub changed: Vec<[&'v Hyperlink; 2]>,
    /// The source alone leads there.
    pub missing: Vec<&'v Hyperlink>,
    /// The target alone leads there.
    pub added: Vec<&'v Hyperlink>,
}

/// Links of a text that somebody translates; they are compared each with each.
const MOST_LINKS: usize = 256;

/// Matches the links of `segment`, or its images. Order is free. A link that was split in two, or two that were made
/// one, are no loss: the place is still led to.
pub(in crate::checks) fn of<'v>(segment: &'v SegmentView<'_>, images: bool) -> Counterparts<'v> {
    let of_kind = |link: &&Hyperlink| link.form.is_image() == images;
    let mut sources: Vec<_> = segment.source().hyperlinks().iter().filter(of_kind).collect();
    let mut targets: Vec<_> = segment.target().hyperlinks().iter().filter(of_kind).collect();
    let mut found = Counterparts::default();
    if sources.is_empty() && targets.is_empty() {
        return found;
    }
    if sources.len().max(targets.len()) > MOST_LINKS {
        return found;
    }
    let (from, to) = (segment.source().text(), segment.target().text());
    let source = |link: &Hyperlink| link.destination.of(from);
    let target = |link: &Hyperlink| link.destination.of(to);
    let equal = |one: &Hyperlink, other: &Hyperlink| source(one) == target(other);
    let same = |one: &Hyperlink, other: &Hyperlink| {
        same_place(source(one), target(other), segment.target().locale())
            || one.form == Form::Address && is_inflected(source(one), target(other))
    };
    take_pairs(&mut sources, &mut targets, &mut found.kept, equal);
    take_pairs(&mut sources, &mut targets, &mut found.kept, same);
    sources.retain(|one| !found.kept.iter().any(|[_, kept]| same(one, kept)));
    targets.retain(|one| !found.kept.iter().any(|[kept, _]| same(kept, one)));
    // `[Datei][Neu]` in a text that refers to nothing is a label after a label.
    let refers = segment.source().hyperlinks().iter().any(|link| link.form == Form::Reference);
    targets.retain(|link| link.form != Form::Reference || refers);
    let all = sources.len() == targets.len();
    take_pairs(&mut sources, &mut targets, &mut found.changed, |one, other| {
        similarity::words(source(one), target(other)) > 0.5
    });
    if all {
        found.changed.extend(sources.drain(..).zip(targets.drain(..)).map(|(one, other)| [one, other]));
    }
    // What a tag says is missing where the tag is.
    sources.retain(|link| !matches!(link.form, Form::Tag | Form::ImageTag));
    (found.missing, found.added) = (sources, targets);
    found
}

/// Moves the pairs that `matches` accepts, first come first served.
fn take_pairs<'v>(
    sources: &mut Vec<&'v Hyperlink>,
    targets: &mut Vec<&'v Hyperlink>,
    pairs: &mut Vec<[&'v Hyperlink; 2]>,
    matches: impl Fn(&Hyperlink, &Hyperlink) -> bool,
) {
    sources.retain(|one| {
        let partner = targets.iter().position(|other| matches(one, other));
        if let Some(partner) = partner {
            pairs.push([one, targets.remove(partner)]);
        }
        partner.is_none()
    });
}

/// Whether `target` is the address `source` with an ending behind a hyphen or colon: `https://a.com-ban`.
fn is_inflected(source: &str, target: &str) -> bool {
    let ending = target.strip_prefix(source).and_then(|rest| rest.strip_prefix(['-', ':']));
    ending.is_some_and(|ending| ending.len() <= 8 && ending.bytes().all(|byte| byte.is_ascii_lowercase()))
}

/// Where on the target side the counterpart of `link`, which is missing, should stand: at its text or address if they
/// are there as they were, else at the words that stand as far into the text as it did.
pub(super) fn place_of_missing(segment: &SegmentView<'_>, link: &Hyperlink) -> Span {
    let (source, target) = (segment.source(), segment.target());
    let verbatim = [link.text.unwrap_or(link.destination), link.destination].into_iter().find_map(|part| {
        let part = part.of(source.text()).trim();
        let at = target.text().find(part).filter(|_| part.len() > 2)?;
        Some(Span::new(at, at + part.len()))
    });
    verbatim.unwrap_or_else(|| {
        let words = target.words();
        let part = link.text.unwrap_or(link.span);
        let before = source.words().iter().filter(|word| word.end <= part.start).count();
        let within = source.words().iter().filter(|word| word.overlaps(part)).count().max(1);
        let scaled = |count: usize| count * words.len() / source.words().len().max(1);
        match words {
            [] => Span::empty(target.text().len()),
            [.., last] => {
                let first = words.get(scaled(before)).unwrap_or(last);
                let end = words.get(scaled(before + within).saturating_sub(1)).unwrap_or(last);
                first.to(*end)
            }
        }
    })
}
