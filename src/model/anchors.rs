//! The anchors of a page: names and ids that stand in it, and those that a generator makes of its headings.

use super::Document;
use crate::text::slugs::{Dialect, Slugger, loose, plain};
use hashbrown::{HashMap, HashSet};
use std::sync::OnceLock;

/// The anchors of one page.
#[derive(Debug)]
pub struct Anchors {
    dialect: Option<Dialect>,
    explicit: HashSet<String>,
    /// By heading.
    slugs: Vec<String>,
    /// The first heading of each.
    headings: HashMap<String, usize>,
    /// By heading, where the file holds the original as well.
    source_slugs: Vec<Option<String>>,
    /// The headings as texts without markup.
    texts: Vec<String>,
    /// Names and headings without what dialects differ in; found when a link first leads to none that is spelled out.
    loose: OnceLock<HashSet<String>>,
    whole: bool,
}

impl Anchors {
    /// The anchors of `document`, as `dialect` makes them of headings; unless said, as GitHub does.
    pub fn of(document: &Document<'_>, dialect: Option<Dialect>) -> Self {
        let structure = &document.parts.structure;
        let ids = structure.headings.iter().filter_map(|heading| heading.id);
        let explicit: HashSet<String> = structure.anchors.iter().copied().chain(ids).map(str::to_owned).collect();
        let made = dialect.unwrap_or(Dialect::GitHub);
        let mut slugger = Slugger::new(made, explicit.iter().map(String::as_str));
        let texts: Vec<String> = structure.headings.iter().map(|heading| plain(&heading.text)).collect();
        let own = structure.headings.iter().zip(&texts);
        let own = own.map(|(heading, text)| heading.id.map_or_else(|| slugger.next_plain(text), str::to_owned));
        let slugs: Vec<String> = own.collect();
        let headings = slugs.iter().cloned().enumerate().rev().map(|(number, slug)| (slug, number)).collect();
        let mut slugger = Slugger::new(made, []);
        let source_slugs = structure.headings.iter().map(|it| it.source.as_deref().map(|text| slugger.next(text)));
        // A file that is put into the page brings anchors that nobody has seen; so does a component.
        let whole = !structure.links.iter().any(|link| link.destination.contains("includes/"));
        let (source_slugs, loose) = (source_slugs.collect(), OnceLock::new());
        Self { dialect, explicit, slugs, headings, source_slugs, texts, loose, whole }
    }

    fn loose(&self) -> &HashSet<String> {
        self.loose.get_or_init(|| self.texts.iter().chain(&self.explicit).map(|it| loose(it)).collect())
    }

    /// Whether the page has the anchor `fragment`, or may have it from elsewhere. Where no dialect was named, an
    /// anchor is there when any would make it.
    pub fn has(&self, fragment: &str) -> bool {
        if self.has_exactly(fragment) || matches!(fragment, "top" | "_top") || fragment.contains([':', '=']) {
            return true;
        }
        if !self.whole {
            return true;
        }
        if self.dialect.is_some() {
            return false;
        }
        // The second heading of one name is numbered; so is one without a letter that the generator knows: `_1`.
        let unnumbered = fragment.trim_end_matches(|c: char| c.is_ascii_digit());
        let number_alone = unnumbered == "_" && fragment.len() > 1;
        let again = loose(unnumbered);
        self.loose().contains(&loose(fragment)) || number_alone || !again.is_empty() && self.loose().contains(&again)
    }

    /// Whether the page has an anchor that is spelled `fragment`.
    pub fn has_exactly(&self, fragment: &str) -> bool {
        self.explicit.contains(fragment) || self.headings.contains_key(fragment)
    }

    /// The heading, by its number, of whose original `fragment` is the anchor.
    pub fn source_heading(&self, fragment: &str) -> Option<usize> {
        self.source_slugs.iter().position(|slug| slug.as_deref() == Some(fragment))
    }

    /// The heading, by its number, of which `fragment` is the anchor.
    pub fn heading(&self, fragment: &str) -> Option<usize> {
        self.headings.get(fragment).copied()
    }

    /// The anchors of the headings, in order.
    pub fn slugs(&self) -> &[String] {
        &self.slugs
    }

    /// Whether the headings of the original stand in the file as well.
    pub fn knows_source(&self) -> bool {
        self.source_slugs.iter().any(Option::is_some)
    }

    /// Every anchor that can be spelled out, in order.
    pub fn all(&self) -> Vec<&str> {
        let mut all: Vec<&str> = self.explicit.iter().chain(&self.slugs).map(String::as_str).collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}
