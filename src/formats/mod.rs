//! Formats: from the text of a file to segments, and from a fix back to bytes. Knows nothing of checks.
//!
//! Reading never fails and never panics: what cannot be read becomes a
//! [`Problem`](crate::model::Problem), which a check of the category `format` reports.

pub mod json_lines;
pub mod markdown;
pub mod table;

use crate::model::DocumentParts;

/// A file format.
pub struct Format {
    /// Its name.
    pub name: &'static str,
    /// The endings of its files, in lower case, without the dot.
    pub extensions: &'static [&'static str],
    /// Whether a file of such an ending that was found in a folder, not named by the user, is one of ours.
    pub recognises: fn(&str) -> bool,
    /// Takes a text apart.
    pub read: for<'t> fn(&'t str) -> DocumentParts<'t>,
    /// How the replacement text of a fix is written in the file.
    pub encode: fn(&str) -> String,
}

/// Every format.
pub static FORMATS: &[&Format] = &[&markdown::MARKDOWN, &table::TSV, &json_lines::JSON_LINES];

/// The format of the file at `path`, by its ending.
pub fn by_path(path: &str) -> Option<&'static Format> {
    let (_, extension) = path.rsplit_once('.')?;
    let extension = extension.to_ascii_lowercase();
    FORMATS.iter().copied().find(|format| format.extensions.contains(&extension.as_str()))
}

/// `text` as it is written in a file of the format called `name`.
pub fn encode(name: &str, text: &str) -> String {
    by_name(name).map_or_else(|| text.to_owned(), |format| (format.encode)(text))
}

/// The format called `name`.
pub fn by_name(name: &str) -> Option<&'static Format> {
    FORMATS.iter().copied().find(|format| format.name == name)
}
