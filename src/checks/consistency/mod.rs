//! One thing said in two ways, between segments, pages and languages.

mod elsewhere;
pub mod inconsistent_destination;
pub mod inconsistent_number;
pub mod inconsistent_source;
pub mod inconsistent_translation;
mod otherwise;
pub mod untranslated_label;
mod wordings;

use crate::check::CheckDef;
use crate::model::{DocsetView, Repeat};
use std::collections::BTreeMap;

/// The checks of this room, by id.
pub const ALL: &[&CheckDef] = &[
    &inconsistent_destination::INCONSISTENT_DESTINATION,
    &inconsistent_number::INCONSISTENT_NUMBER,
    &inconsistent_source::INCONSISTENT_SOURCE,
    &inconsistent_translation::INCONSISTENT_TRANSLATION,
    &untranslated_label::UNTRANSLATED_LABEL,
];

/// `text` in quotes, where it is short enough to be read within a sentence.
fn quoted(text: &str) -> Option<String> {
    const LONGEST: usize = 60;
    let text = text.trim();
    let short = !text.contains(['\n', '`']) && text.chars().count() <= LONGEST;
    short.then(|| format!("`{text}`"))
}

/// The segments of one page that have one source, in several languages.
struct Counterparts {
    /// In the order of locale, document and segment.
    segments: Vec<Repeat>,
    /// How many locales there are.
    languages: usize,
}

impl Counterparts {
    /// Those of `docset` in more than `others` locales where `concerns` holds for a source and its translation.
    fn of(docset: &DocsetView<'_>, others: usize, concerns: impl Fn(&str, &str) -> bool) -> Vec<Self> {
        let is_concerned = |repeat: &Repeat| {
            let segment = docset.segment(*repeat);
            concerns(segment.source.as_str(), segment.target.as_str())
        };
        let mut found = Vec::new();
        for repeats in docset.repeats().by_source() {
            if languages(repeats) <= others || !repeats.iter().any(is_concerned) {
                continue;
            }
            let mut pages: BTreeMap<(String, &str), Vec<Repeat>> = BTreeMap::new();
            for &repeat in repeats {
                let name = docset.map().name_anywhere(repeat.document);
                pages.entry((name, docset.segment(repeat).source.as_str())).or_default().push(repeat);
            }
            let groups = pages.into_values().map(|segments| Self { languages: languages(&segments), segments });
            found.extend(groups.filter(|group| group.languages > others));
        }
        found
    }
}

/// In how many locales `repeats`, which are in the order of locales, stand.
fn languages(repeats: &[Repeat]) -> usize {
    repeats.chunk_by(|one, other| one.locale == other.locale).count()
}

/// Whether `agreeing` of `others` other languages tell what is right: at least `least`, and the share `share`.
fn is_enough(agreeing: usize, others: usize, least: usize, share: f64) -> bool {
    agreeing >= least && agreeing as f64 >= share * others as f64
}
