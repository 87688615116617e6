//! What is known beside a link that leads nowhere: whether its source leads there as well, and how far the folders that
//! were read can be trusted to be a whole site.

use crate::model::{DocsetView, DocumentView, PageLink, Pairing};
use hashbrown::{HashMap, HashSet};

/// Where the original of a page leads at the place of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// There as well: what is wrong with it is wrong in the source.
    Same,
    /// Not there: the translation alone does.
    Other,
    /// The original is not known.
    Unknown,
}

/// What the original of `page` has at the place of `link`.
pub(super) fn source_of(docset: &DocsetView<'_>, page: &DocumentView<'_>, link: &PageLink<'_>) -> Source {
    let in_original = docset.map().original_of(page.number()).map(|number| {
        let original = docset.document(number);
        original.structure().links.iter().any(|other| is_same(other.destination, link.destination))
    });
    let own = page.source_at(link.span);
    match (in_original, own) {
        (Some(true), _) => Source::Same,
        (_, Some(text)) if text.contains(link.destination) => Source::Same,
        (_, Some(_)) | (Some(false), None) => Source::Other,
        // What stands outside of all segments stands there for both languages.
        (None, None) if knows_source(page) => Source::Same,
        (None, None) => Source::Unknown,
    }
}

/// Whether the source of `page` is known as a text, rather than by the names of its headings alone.
fn knows_source(page: &DocumentView<'_>) -> bool {
    !matches!(page.pairing(), Pairing::Names | Pairing::Unknown) && page.page().segments() > 0
}

fn is_same(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other) || one.trim_start_matches("./").eq_ignore_ascii_case(other.trim_start_matches("./"))
}

/// For each locale, how many things that are linked there exist, and of how many.
#[derive(Default)]
pub(super) struct Evidence(HashMap<String, Tally>);

#[derive(Default)]
struct Tally {
    pages: usize,
    seen: HashSet<String>,
    there: usize,
}

impl Evidence {
    /// Counts a page.
    pub(super) fn page(&mut self, locale: &str) {
        self.0.entry(locale.to_owned()).or_default().pages += 1;
    }

    /// Counts something that is linked, once for each of its names.
    pub(super) fn link(&mut self, locale: &str, name: String, there: bool) {
        let tally = self.0.entry(locale.to_owned()).or_default();
        if tally.seen.insert(name) {
            tally.there += usize::from(there);
        }
    }

    /// Whether the pages of `locale` are a whole site, so that what is not there is missing: at least `pages` pages,
    /// and at least `share` of what they link exists.
    pub(super) fn is_whole(&self, locale: &str, pages: usize, share: f64) -> bool {
        self.0
            .get(locale)
            .is_some_and(|tally| tally.pages >= pages && tally.there as f64 >= share * tally.seen.len() as f64)
    }
}
