//! The anchors of a page: names and ids that stand in it, and those that a generator makes of its headings.

use super::Document;
use crate::text::slugs::{Dialect, Slugger, loose, plain};
use hashbrown::HashMap;
use std::sync::OnceLock;

/// The anchors of one page.
#[derive(Debug)]
pub struct Anchors {
    dialect: Option<Dialect>,
    /// Names and ids, with the heading that each stands on.
    explicit: HashMap<String, Option<usize>>,
    /// By heading.
    slugs: Vec<String>,
    /// The first heading of each.
    headings: HashMap<String, usize>,
    /// By heading, where the file holds the original as well.
    source_slugs: HashMap<String, usize>,
    /// The headings as texts without markup.
    texts: Vec<String>,
    /// Names and headings without what dialects differ in, with the number of headings of each; found when a link first
    /// leads to none that is spelled out.
    loose: OnceLock<HashMap<String, usize>>,
    /// Every anchor that can be spelled out, in order.
    all: OnceLock<Vec<String>>,
    whole: bool,
}

impl Anchors {
    /// The anchors of `document`, as `dialect` makes them of headings; unless said, as GitHub does.
    pub fn of(document: &Document<'_>, dialect: Option<Dialect>) -> Self {
        let structure = &document.parts.structure;
        let ids = structure.headings.iter().enumerate().filter_map(|(number, it)| Some((it.id?, Some(number))));
        let names = structure.names.iter().map(|it| (it.name, it.heading.map(|heading| heading as usize)));
        let mut explicit: HashMap<String, Option<usize>> = HashMap::new();
        for (name, heading) in names.chain(ids) {
            let known = explicit.entry_ref(name).or_default();
            *known = known.or(heading);
        }
        let made = dialect.unwrap_or(Dialect::GitHub);
        let mut slugger = Slugger::new(made, explicit.keys().map(String::as_str));
        let texts: Vec<String> = structure.headings.iter().map(|heading| plain(&heading.text)).collect();
        let own = structure.headings.iter().zip(&texts);
        let own = own.map(|(heading, text)| heading.id.map_or_else(|| slugger.next_plain(text), str::to_owned));
        let slugs: Vec<String> = own.collect();
        let headings = slugs.iter().cloned().enumerate().rev().map(|(number, slug)| (slug, number)).collect();
        let mut slugger = Slugger::new(made, []);
        let mut source_slugs = HashMap::new();
        for (number, heading) in structure.headings.iter().enumerate() {
            if let Some(source) = &heading.source {
                source_slugs.entry(slugger.next(source)).or_insert(number);
            }
        }
        // A file that is put into the page brings anchors that nobody has seen; so does a component.
        let whole = !structure.links.iter().any(|link| link.destination.contains("includes/"));
        let (loose, all) = (OnceLock::new(), OnceLock::new());
        Self { dialect, explicit, slugs, headings, source_slugs, texts, loose, all, whole }
    }

    fn loose(&self) -> &HashMap<String, usize> {
        self.loose.get_or_init(|| {
            let mut found: HashMap<String, usize> = self.explicit.keys().map(|name| (loose(name), 0)).collect();
            for text in &self.texts {
                *found.entry(loose(text)).or_default() += 1;
            }
            found
        })
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
        let number = fragment[unnumbered.len()..].parse().unwrap_or(usize::MAX);
        let headings = || self.loose().get(&loose(unnumbered)).copied().unwrap_or_default();
        self.loose().contains_key(&loose(fragment)) || number_alone || headings() > 1 && number <= headings()
    }

    /// Whether the page has an anchor that is spelled `fragment`.
    pub fn has_exactly(&self, fragment: &str) -> bool {
        self.explicit.contains_key(fragment) || self.headings.contains_key(fragment)
    }

    /// The heading, by its number, of whose original `fragment` is the anchor.
    pub fn source_heading(&self, fragment: &str) -> Option<usize> {
        self.source_slugs.get(fragment).copied()
    }

    /// The heading, by its number, of which `fragment` is the anchor: made from it, or a name on it.
    pub fn heading(&self, fragment: &str) -> Option<usize> {
        let named = || self.explicit.get(fragment).copied().flatten();
        self.headings.get(fragment).copied().or_else(named)
    }

    /// The anchors of the headings, in order.
    pub fn slugs(&self) -> &[String] {
        &self.slugs
    }

    /// Whether the headings of the original stand in the file as well.
    pub fn knows_source(&self) -> bool {
        !self.source_slugs.is_empty()
    }

    /// Every anchor that can be spelled out, in order.
    pub fn all(&self) -> &[String] {
        self.all.get_or_init(|| {
            let mut all: Vec<String> = self.explicit.keys().chain(&self.slugs).cloned().collect();
            all.sort_unstable();
            all.dedup();
            all
        })
    }
}
