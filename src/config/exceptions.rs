//! Checks that are ignored: everywhere, or for some paths and locales.

use crate::locale::Locale;
use crate::span::FileSpan;
use globset::GlobSet;
use std::collections::BTreeSet;

/// A name of a check or a category that is ignored, as the configuration says it.
#[derive(Clone, Debug)]
pub struct Ignored {
    /// The name.
    pub name: String,
    /// The checks that it means, by id.
    pub checks: BTreeSet<&'static str>,
    /// Where it stands in the configuration file.
    pub span: FileSpan,
}

/// Paths and locales where some checks do not run.
#[derive(Clone, Debug)]
pub struct Exception {
    pub(super) paths: Option<GlobSet>,
    pub(super) locales: Vec<String>,
    pub(super) ignored: Vec<Ignored>,
}

impl Exception {
    /// Whether it holds for the translation into `locale` at `path`, which is relative to the folder of the
    /// configuration file; `None` for a page that lies outside of it.
    pub fn holds(&self, path: Option<&str>, locale: &Locale) -> bool {
        let names =
            |tag: &String| tag.eq_ignore_ascii_case(locale.tag()) || tag.eq_ignore_ascii_case(locale.language().code);
        let here = |paths: &GlobSet| path.is_some_and(|path| paths.is_match(path));
        self.paths.as_ref().is_none_or(here) && (self.locales.is_empty() || self.locales.iter().any(names))
    }

    /// What does not run there.
    pub fn ignored(&self) -> &[Ignored] {
        &self.ignored
    }
}
