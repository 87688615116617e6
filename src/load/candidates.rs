//! Where the source of a page may lie, by its path alone. Nothing here looks at the disk: each function gives places
//! in the order in which they are to be tried.

use crate::config::paths::slashed;
use crate::locale::Locale;
use crate::model::folders;
use std::path::{Component, Path, PathBuf};

/// Where the source of the translation `page` may lie below `source_root`, a folder that was named as the source's;
/// the best place first. `walked_root` is the folder in which the page was found.
///
/// The page has the same path as its source: behind a folder that names a locale, or else as it was said from the
/// current folder `base`, behind `walked_root` or behind `source_root`. That path is sought in the source's folder and
/// then in folders such as `en-us` below it. The longest path comes first: `it/setup.md` is right for
/// `docs/de/it/setup.md` wherever it exists, and `setup.md` only where it does not. A file of the same name elsewhere
/// is never a candidate.
///
/// ```
/// use bilint::load::candidates::candidates;
/// use bilint::locale::Locale;
/// use std::path::Path;
/// let page = Path::new("out/docs/pt-br/guide/setup.md");
/// let roots = [Path::new("out"), Path::new("site")];
/// let found: Vec<_> = candidates(page, roots, &Locale::english(), Path::new("/here")).collect();
/// assert_eq!(found[0], Path::new("site/guide/setup.md"));
/// assert_eq!(found[1], Path::new("site/en-us/guide/setup.md"));
/// assert!(found.contains(&"site/docs/pt-br/guide/setup.md".into()));
/// ```
pub fn candidates<'p>(
    page: &'p Path,
    [walked_root, source_root]: [&'p Path; 2],
    source_locale: &'p Locale,
    base: &'p Path,
) -> impl Iterator<Item = PathBuf> + use<'p> {
    let shown = slashed(page);
    let named = folders(&shown).into_iter().filter(|(_, name, _)| is_translation(name, source_locale));
    let named: Vec<(&str, &str)> = named.map(|(_, name, behind)| (name, behind)).collect();
    // Who stands in a checkout of translations names a folder or a page of it.
    let said = Some(slashed(page.strip_prefix(".").unwrap_or(page)));
    let said = said.filter(|_| page.is_relative() && !page.starts_with(".."));
    // A page that lies in the source's folder itself has its source beside it, under another name.
    let below = [walked_root, source_root].into_iter();
    let page = absolute(base, page);
    let below = below.filter_map(|root| page.strip_prefix(absolute(base, root)).map(slashed).ok());
    let tails = named.iter().map(|(_, behind)| (*behind).to_owned()).chain(said).chain(below);
    let tails = tails.filter(|tail| !tail.is_empty()).flat_map(|tail| {
        let others = renamed(&tail, source_locale);
        std::iter::once(tail).chain(others)
    });
    let tails: Vec<String> = tails.collect();
    let like = named.last().map(|(name, _)| *name);
    let homes: Vec<String> = std::iter::once(String::new())
        .chain(source_folders(source_locale, like).into_iter().map(|folder| format!("{folder}/")))
        .collect();
    let paths = (0..tails.len() * homes.len())
        .map(move |way| source_root.join(format!("{}{}", homes[way % homes.len()], tails[way / homes.len()])));
    let mut found: Vec<PathBuf> = Vec::new();
    paths.filter(move |path| {
        let is_new = absolute(base, path) != page && !found.contains(path);
        if is_new {
            found.push(path.clone());
        }
        is_new
    })
}

/// Where the source of `page` may lie beside it, when nothing is configured: in the folder of the source's locale in
/// the place of its own (`docs/en/guide/x.md` for `docs/de/guide/x.md`), or under the name that the source would have
/// (`x.en.md`, `x.md` for `x.de.md`); the best place first. Empty for what does not name a locale, and for the
/// source's own pages.
///
/// ```
/// use bilint::load::candidates::siblings;
/// use bilint::locale::Locale;
/// assert_eq!(siblings("docs/de/x.md", &Locale::english())[0], "docs/en/x.md");
/// assert_eq!(siblings("docs/pt-BR/x.md", &Locale::english())[0], "docs/en-US/x.md");
/// assert_eq!(siblings("docs/x.de.md", &Locale::english())[0], "docs/x.en.md");
/// assert!(siblings("docs/guide/x.md", &Locale::english()).is_empty());
/// ```
pub fn siblings(page: &str, source_locale: &Locale) -> Vec<String> {
    let mut found = renamed(page, source_locale);
    // The innermost folder speaks for the page, as it does in `locale_of_path`.
    for (before, name, behind) in folders(page).into_iter().rev() {
        if is_translation(name, source_locale) {
            let homes = source_folders(source_locale, Some(name));
            found.extend(homes.into_iter().map(|home| format!("{before}{home}/{behind}")));
        }
    }
    found.retain(|path| path != page);
    found
}

/// `path` as it is seen from the folder `base`, without `.`, so that paths compare however they were said.
pub(super) fn absolute(base: &Path, path: &Path) -> PathBuf {
    base.join(path).components().filter(|part| *part != Component::CurDir).collect()
}

/// Whether `name` is the locale of a translation out of `source_locale`: another language, or another region of the
/// same one.
fn is_translation(name: &str, source_locale: &Locale) -> bool {
    Locale::parse_strict(name).is_some_and(|locale| locale.differs_from(source_locale))
}

/// What a folder of the source may be called; the spelling of the translation's own folder, `like`, comes first:
/// `en-us` beside `de-de`, `en` beside `de`.
pub(super) fn source_folders(source_locale: &Locale, like: Option<&str>) -> Vec<String> {
    let tag = source_locale.tag();
    let language = tag.split('-').next().unwrap_or(tag);
    let full = if tag == "en" { "en-US" } else { tag };
    let mut names: Vec<String> = Vec::new();
    for name in [language.to_owned(), full.to_ascii_lowercase(), full.to_owned(), full.replace('-', "_")] {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let style =
        |name: &str| (name.contains('-'), name.contains('_'), name.bytes().any(|byte| byte.is_ascii_uppercase()));
    if let Some(wanted) = like.map(style) {
        names.sort_by_key(|name| style(name) != wanted);
    }
    names
}

/// The names of the source for a page whose own name ends in its locale: `x.en.md` and `x.md` for `x.de.md`.
fn renamed(page: &str, source_locale: &Locale) -> Vec<String> {
    let start = page.rfind('/').map_or(0, |slash| slash + 1);
    let (folder, name) = page.split_at(start);
    let Some((stem, extension)) = name.rsplit_once('.') else { return Vec::new() };
    let Some((stem, tag)) = stem.rsplit_once('.') else { return Vec::new() };
    if stem.is_empty() || !is_translation(tag, source_locale) {
        return Vec::new();
    }
    let tags =
        source_folders(source_locale, Some(tag)).into_iter().map(|tag| format!("{folder}{stem}.{tag}.{extension}"));
    tags.chain([format!("{folder}{stem}.{extension}")]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(page: &str, walked: &str, source: &str, locale: &str) -> Vec<String> {
        let locale = Locale::parse(locale).unwrap();
        let roots = [Path::new(walked), Path::new(source)];
        let base = std::env::current_dir().unwrap();
        let paths = candidates(Path::new(page), roots, &locale, &base);
        paths.map(|path| slashed(&path)).collect()
    }

    #[test]
    fn the_path_behind_the_locale_comes_before_the_path_behind_the_folder_that_was_walked() {
        let expected = ["en/a/x.md", "en/en/a/x.md", "en/en-us/a/x.md", "en/en-US/a/x.md", "en/en_US/a/x.md"];
        let paths = found("out/de/a/x.md", "out", "en", "en");
        assert_eq!(paths[..5], expected);
        assert_eq!(paths[10], "en/de/a/x.md");
        assert_eq!(found("site/a/x.md", "site", "en", "en")[5..], expected);
        assert_eq!(found("./a/x.md", ".", "en", "en")[0], "en/a/x.md");
        assert_eq!(found("a/x.md", ".", "en", "de-AT")[1..3], ["en/de/a/x.md", "en/de-at/a/x.md"]);
    }

    #[test]
    fn the_path_as_it_was_said_comes_before_the_path_behind_the_folder_that_was_walked() {
        let paths = found("articles/index.md", "articles", "../english", "en");
        let place = |path: &str| paths.iter().position(|found| found == path).unwrap();
        assert!(place("../english/articles/index.md") < place("../english/index.md"));
        assert!(found("../german/a.md", "../german", "en", "en").iter().all(|path| !path.contains("german")));
    }

    #[test]
    fn the_longest_path_comes_first_and_a_bare_name_is_never_sought_elsewhere() {
        let paths = found("docs/de/it/setup.md", "docs/de", "src", "en");
        let place = |path: &str| paths.iter().position(|found| found == path);
        assert!(place("src/it/setup.md") < place("src/setup.md"));
        assert!(found("docs/a/x.md", "docs", "src", "en").iter().all(|path| path.ends_with("/a/x.md")));
    }

    #[test]
    fn a_page_is_not_its_own_source() {
        assert!(!found("docs/de/x.md", "docs", "docs", "en").contains(&"docs/de/x.md".to_owned()));
        assert_eq!(found("./docs/de/x.md", ".", "docs", "en")[..2], ["docs/x.md", "docs/en/x.md"]);
        assert!(!found("./x.md", ".", ".", "en").contains(&"x.md".to_owned()));
    }

    #[test]
    fn a_name_that_ends_in_a_locale_is_sought_without_it() {
        let paths = found("docs/x.pt-br.md", "docs", "docs", "en");
        assert!(paths.contains(&"docs/x.md".to_owned()) && paths.contains(&"docs/en/x.md".to_owned()), "{paths:?}");
        let paths = found("docs/a/x.de.md", "docs/a/x.de.md", "docs", "en");
        assert!(paths.contains(&"docs/a/x.md".to_owned()), "{paths:?}");
        let here = std::env::current_dir().unwrap();
        let paths = found("docs/a/x.de.md", ".", &here.join("docs").to_string_lossy(), "en");
        assert!(paths.contains(&slashed(&here.join("docs/a/x.md"))), "{paths:?}");
    }

    #[test]
    fn siblings_are_those_of_translations_only() {
        let english = Locale::english();
        let first = |page: &str| siblings(page, &english).into_iter().next();
        assert_eq!(first("i18n/zh-hans/a/b.md").as_deref(), Some("i18n/en-us/a/b.md"));
        assert_eq!(first("i18n/pt_BR/a/b.md").as_deref(), Some("i18n/en_US/a/b.md"));
        assert_eq!(siblings("x.de.md", &english).last().map(String::as_str), Some("x.md"));
        assert_eq!(first("docs/de/it/x.md").as_deref(), Some("docs/de/en/x.md"));
        assert!(siblings("docs/de/it/x.md", &english).contains(&"docs/en/it/x.md".to_owned()));
        for page in ["docs/en/x.md", "docs/en-us/x.md", "docs/x.en.md", "x.md", "docs/guide/x.md", ".de.md", "de"] {
            assert_eq!(siblings(page, &english), [""; 0], "{page}");
        }
        let german = Locale::parse("de-DE").unwrap();
        assert_eq!(siblings("en/x.md", &german)[0], "de/x.md");
        assert_eq!(siblings("en-us/x.md", &german)[0], "de-de/x.md");
        assert_eq!(siblings("de/x.md", &german), [""; 0]);
        assert!(siblings("de-AT/x.md", &german).contains(&"de-DE/x.md".to_owned()));
    }
}
