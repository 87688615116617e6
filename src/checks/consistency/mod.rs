//! One thing said in two ways, between segments, pages and languages.

mod elsewhere;
pub mod inconsistent_source;
pub mod inconsistent_translation;
pub mod untranslated_label;

use crate::check::CheckDef;

/// The checks of this room, by id.
pub const ALL: &[&CheckDef] = &[
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
