//! What is known beside a link that leads nowhere: whether its source leads there as well, and how far the folders that
//! were read can be trusted to be a whole site.

use crate::model::{DocsetView, DocumentView, PageLink, Pairing};
use crate::span::FileSpan;
use crate::text::hyperlinks::hyperlinks;
use crate::text::markup::Markup;
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

/// What matters of a destination.
pub(super) type Part = fn(&str) -> &str;

/// All of it.
pub(super) fn whole(destination: &str) -> &str {
    destination
}

/// The path: an anchor may be translated where a file is not there on either side.
pub(super) fn path(destination: &str) -> &str {
    destination.split(['#', '?']).next().unwrap_or_default()
}

/// Where the original of one page leads, made once for all links of the page.
pub(super) struct Originals<'d> {
    part: Part,
    /// The destinations of the original page, where it is another file.
    page: Option<HashSet<String>>,
    /// The originals of segments, by where the translations stand.
    segments: Vec<(FileSpan, &'d str)>,
    /// The destinations of those that were asked for.
    asked: HashMap<usize, HashSet<String>>,
    knows_source: bool,
}

impl<'d> Originals<'d> {
    /// The original of `page`, of whose destinations `part` matters.
    pub(super) fn of(docset: &DocsetView<'d>, page: &DocumentView<'d>, part: Part) -> Self {
        let original = docset.map().original_of(page.number()).map(|number| docset.document(number));
        let links = |original: DocumentView<'d>| {
            original.structure().links.iter().map(|link| folded(part(link.destination))).collect()
        };
        let mut segments: Vec<_> = page.originals().collect();
        segments.sort_unstable_by_key(|(span, _)| *span);
        // Of a source that is known by the names of its headings alone, no link is known.
        let is_known = !matches!(page.pairing(), Pairing::Names | Pairing::Unknown);
        let knows_source = is_known && page.page().segments() > 0;
        Self { part, page: original.map(links), segments, asked: HashMap::new(), knows_source }
    }

    /// What the original has at the place of `link`.
    pub(super) fn source(&mut self, link: &PageLink<'_>) -> Source {
        let wanted = folded((self.part)(link.destination));
        if self.page.as_ref().is_some_and(|links| links.contains(&wanted)) {
            return Source::Same;
        }
        let before = self.segments.partition_point(|(span, _)| span.start <= link.span.start);
        let segment = before.checked_sub(1).filter(|&last| self.segments[last].0.contains(link.span));
        match segment {
            Some(segment) if self.destinations(segment).contains(&wanted) => Source::Same,
            Some(_) => Source::Other,
            None if self.page.is_some() => Source::Other,
            // What stands outside of all segments stands there for both languages.
            None if self.knows_source => Source::Same,
            None => Source::Unknown,
        }
    }

    /// Where the links of the original of `segment` lead.
    fn destinations(&mut self, segment: usize) -> &HashSet<String> {
        let (part, text) = (self.part, self.segments[segment].1);
        self.asked.entry(segment).or_insert_with(|| {
            let links = hyperlinks(text, &Markup::of(text));
            links.iter().map(|link| folded(part(link.destination.of(text)))).collect()
        })
    }
}

fn folded(destination: &str) -> String {
    destination.trim_start_matches("./").to_ascii_lowercase()
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
