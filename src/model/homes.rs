//! Which folder of a path says the locale of what lies in it: one rule for pages, links and redirects.

use crate::locale::Locale;
use hashbrown::{HashMap, HashSet};

/// The folders in which those of several locales lie side by side, the source's among them: `docs/` for `docs/en/` and
/// `docs/de/`, with its slash and in small letters.
///
/// Below such a folder, the next one names the locale, and `cs` and `it` further in are names as any other. Elsewhere the
/// innermost folder that reads like a locale does.
#[derive(Clone, Debug, Default)]
pub struct Homes(HashSet<String>);

impl Homes {
    /// Finds those of the files at `paths`.
    pub fn of<'p>(paths: impl Iterator<Item = &'p str>, source_locale: &Locale) -> Self {
        let mut seen: HashMap<&str, [bool; 2]> = HashMap::new();
        for path in paths {
            for (before, name, _) in folders(path) {
                if let Some(locale) = Locale::parse_strict(name) {
                    seen.entry(before).or_default()[usize::from(locale.differs_from(source_locale))] = true;
                }
            }
        }
        let homes = seen.into_iter().filter(|(_, sides)| *sides == [true, true]);
        Self(homes.map(|(before, _)| before.to_ascii_lowercase()).collect())
    }

    /// The locale in whose folder, beside that of the source, the page at `path` lies.
    pub fn locale(&self, path: &str) -> Option<Locale> {
        self.outermost(path).and_then(|(start, end)| Locale::parse_strict(&path[start..end]))
    }

    /// Where the folder that names the locale of `path` begins, and where what is behind its slash does; zeros without.
    pub(super) fn folder(&self, path: &str) -> (usize, usize) {
        let named = self.outermost(path).or_else(|| innermost(path));
        named.map_or((0, 0), |(start, end)| (start, end + 1))
    }

    /// `path` with a star for the folder that names its locale: what the same page is called in every locale.
    pub fn starred(&self, path: &str) -> String {
        match self.folder(path) {
            (_, 0) => path.to_owned(),
            (start, end) => format!("{}*/{}", &path[..start], &path[end..]),
        }
    }

    /// The outermost folder of `path` that lies in a home and names a locale.
    fn outermost(&self, path: &str) -> Option<(usize, usize)> {
        if self.0.is_empty() {
            return None;
        }
        let lower = path.to_ascii_lowercase();
        let is_named =
            |(before, name, _): &(&str, &str, &str)| self.0.contains(*before) && Locale::parse_strict(name).is_some();
        let (before, name, _) = folders(&lower).into_iter().find(is_named)?;
        Some((before.len(), before.len() + name.len()))
    }
}

/// The innermost folder of `path` that reads like a locale.
fn innermost(path: &str) -> Option<(usize, usize)> {
    let mut end = path.rfind('/')?;
    loop {
        let start = path[..end].rfind('/').map_or(0, |at| at + 1);
        if Locale::parse_strict(&path[start..end]).is_some() {
            return Some((start, end));
        }
        end = start.checked_sub(1)?;
    }
}

/// The folders of `path`, the outermost first: what stands before each, its name, what stands behind its slash.
pub(crate) fn folders(path: &str) -> Vec<(&str, &str, &str)> {
    let mut start = 0;
    let slashes = path.match_indices('/');
    slashes
        .map(|(at, _)| {
            let folder = (&path[..start], &path[start..at], &path[at + 1..]);
            start = at + 1;
            folder
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn below_the_folders_of_locales_no_folder_names_one() {
        let english = Locale::english();
        let paths = ["docs/en/api/cs/x.md", "docs/de/api/cs/x.md", "a/it/en/x.md", "a/it/de/x.md", "a/hr/x.md"];
        let homes = Homes::of(paths.into_iter(), &english);
        let tag = |path: &str| homes.locale(path).map(|locale| locale.tag().to_owned());
        assert_eq!(paths.map(tag).map(Option::unwrap_or_default), ["en", "de", "en", "de", ""]);
        assert_eq!(tag("docs/fr/api/cs/y.md").as_deref(), Some("fr"));
        assert_eq!(tag("b/de/y.md"), None);
        let starred = paths.map(|path| homes.starred(path));
        assert_eq!(starred, ["docs/*/api/cs/x.md", "docs/*/api/cs/x.md", "a/it/*/x.md", "a/it/*/x.md", "a/*/x.md"]);
        assert_eq!(homes.starred("Docs/DE/api/cs/x.md"), "Docs/*/api/cs/x.md");
    }

    #[test]
    fn elsewhere_the_innermost_folder_speaks() {
        let homes = Homes::default();
        assert_eq!(homes.starred("site/de-de/a/b.md"), "site/*/a/b.md");
        assert_eq!(homes.starred("de/it/b.md"), "de/*/b.md");
        assert_eq!(homes.starred("guide/b.md"), "guide/b.md");
        assert_eq!((homes.starred("/b.md"), homes.starred("b.md")), ("/b.md".to_owned(), "b.md".to_owned()));
    }
}
