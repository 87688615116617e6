//! Recognises how a tree of pages is laid out, by the paths in it: what `bilint init` writes down.
//!
//! A layout is proposed when it holds: each candidate, made from the folders of locales that are there or from what is
//! known of a site generator, is tried on all pages, and kept when most of the pages that it calls translations have
//! the source that it names.

use crate::config::Layout;
use crate::locale::Locale;
use crate::text::slugs::Dialect;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// A program that builds a site, and where it keeps translations.
#[derive(Debug)]
struct Generator {
    name: &'static str,
    /// Files that show that it is used; what a path begins with before one of them is the root of the site.
    marks: &'static [&'static str],
    /// A folder that must lie beside the mark, where the mark alone could belong to anything.
    folder: &'static str,
    /// Globs of sources and translations below the root, without extension, beyond those that folders show.
    globs: &'static [[&'static str; 2]],
    /// How it makes anchors of headings, where that is known.
    slugs: Option<Slugs>,
}

/// How a generator makes anchors of headings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slugs {
    /// What it does unless told otherwise.
    pub dialect: Dialect,
    /// The setting in its configuration that says otherwise; empty where there is none.
    pub setting: &'static str,
}

impl Slugs {
    const fn always(dialect: Dialect) -> Self {
        Self { dialect, setting: "" }
    }

    const fn unless(dialect: Dialect, setting: &'static str) -> Self {
        Self { dialect, setting }
    }
}

/// Site generators, with the layouts that their documentation names.
const GENERATORS: &[Generator] = &[
    Generator {
        name: "Hugo",
        marks: &[
            "hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config/_default/hugo.toml", "config.toml",
            "config.yaml",
        ],
        folder: "content/",
        globs: &[],
        slugs: Some(Slugs::unless(Dialect::Hugo, "autoHeadingIDType")),
    },
    Generator {
        name: "Docusaurus",
        marks: &["docusaurus.config.js", "docusaurus.config.ts", "docusaurus.config.mjs", "docusaurus.config.cjs"],
        folder: "",
        globs: &[
            ["docs/**/*", "i18n/{locale}/docusaurus-plugin-content-docs/current/**/*"],
            ["versioned_docs/version-*/**/*", "i18n/{locale}/docusaurus-plugin-content-docs/version-*/**/*"],
            ["blog/**/*", "i18n/{locale}/docusaurus-plugin-content-blog/**/*"],
            ["src/pages/**/*", "i18n/{locale}/docusaurus-plugin-content-pages/**/*"],
        ],
        slugs: Some(Slugs::always(Dialect::Docusaurus)),
    },
    Generator {
        name: "MkDocs",
        marks: &["mkdocs.yml", "mkdocs.yaml"],
        folder: "",
        globs: &[["docs/**/*", "docs/{locale}/**/*"]],
        slugs: Some(Slugs::unless(Dialect::MkDocs, "slugify")),
    },
    Generator {
        name: "VitePress",
        marks: &[".vitepress/config.js", ".vitepress/config.ts", ".vitepress/config.mjs", ".vitepress/config.mts"],
        folder: "",
        globs: &[["**/*", "{locale}/**/*"]],
        slugs: None,
    },
    Generator {
        name: "VuePress",
        marks: &[".vuepress/config.js", ".vuepress/config.ts"],
        folder: "",
        globs: &[["**/*", "{locale}/**/*"]],
        slugs: None,
    },
    Generator {
        name: "Starlight",
        marks: &["astro.config.mjs", "astro.config.ts", "astro.config.js"],
        folder: "src/content/docs/",
        globs: &[["src/content/docs/**/*", "src/content/docs/{locale}/**/*"]],
        slugs: None,
    },
    Generator {
        name: "Microsoft Learn",
        marks: &["docfx.json", ".openpublishing.publish.config.json"],
        folder: "",
        globs: &[],
        slugs: Some(Slugs::always(Dialect::Docfx)),
    },
];

/// Extensions of pages.
const EXTENSIONS: [&str; 3] = ["md", "mdx", "markdown"];

/// A pair of globs that holds in a tree, and the translations that it covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The glob of the sources.
    pub source: String,
    /// The glob of the translations.
    pub target: String,
    /// For each locale, the translations whose source is there, and those whose source is not.
    pub pages: BTreeMap<String, [usize; 2]>,
}

/// What was recognised in a tree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Survey {
    /// Site generators by name, with the file that shows each.
    pub generators: Vec<(&'static str, String)>,
    /// How each of them makes anchors of headings.
    pub slugs: Vec<Option<Slugs>>,
    /// Layouts that hold.
    pub proposals: Vec<Proposal>,
    /// For each locale, pages in a folder of its name that no layout covers.
    pub alone: BTreeMap<String, usize>,
}

/// Recognises the layouts of a tree whose files are `paths`, relative to its root and with `/`.
pub fn survey(paths: &[String], source_locale: &Locale) -> Survey {
    let generators = generators(paths);
    let pages: Vec<&str> = paths.iter().map(String::as_str).filter(|path| extension(path).is_some()).collect();
    let known: HashSet<&str> = pages.iter().copied().collect();
    let mut candidates = beside(&pages, source_locale);
    for (generator, root, _) in &generators {
        for [source, target] in generator.globs {
            candidates.extend(EXTENSIONS.map(|end| [format!("{root}{source}.{end}"), format!("{root}{target}.{end}")]));
        }
    }
    let proposals: Vec<Proposal> =
        candidates.iter().filter_map(|globs| propose(globs, &pages, &known, source_locale)).collect();
    let layouts: Vec<Layout> = proposals.iter().filter_map(|proposal| layout(proposal, source_locale)).collect();
    let mut alone = BTreeMap::new();
    for page in pages.iter().filter(|page| layouts.iter().all(|layout| layout.source_of(page).is_none())) {
        let inner = page.rsplit('/').skip(1).find_map(Locale::parse_strict);
        if let Some(locale) = inner.filter(|locale| locale.differs_from(source_locale)) {
            *alone.entry(locale.tag().to_owned()).or_default() += 1;
        }
    }
    let slugs = generators.iter().map(|(generator, ..)| generator.slugs).collect();
    let generators = generators.into_iter().map(|(generator, _, mark)| (generator.name, mark)).collect();
    Survey { generators, slugs, proposals, alone }
}

/// The generators in use, with the root of each site and the file that shows it.
fn generators(paths: &[String]) -> Vec<(&'static Generator, String, String)> {
    let mut found: Vec<(&'static Generator, String, String)> = Vec::new();
    for path in paths {
        for generator in GENERATORS {
            let root = generator.marks.iter().find_map(|mark| path.strip_suffix(mark));
            let Some(root) = root.filter(|root| root.is_empty() || root.ends_with('/')) else { continue };
            let folder = format!("{root}{}", generator.folder);
            let beside = generator.folder.is_empty() || paths.iter().any(|path| path.starts_with(&folder));
            let twice = found.iter().any(|(other, other_root, _)| other.name == generator.name && other_root == root);
            if beside && !twice && is_literal(root) {
                found.push((generator, root.to_owned(), path.clone()));
            }
        }
    }
    found
}

/// Pairs of globs that folders and names of files suggest: `docs/de` beside `docs/en`, `translations/de` for `docs/en`,
/// `x.de.md` beside `x.md` or `x.en.md`.
fn beside(pages: &[&str], source_locale: &Locale) -> BTreeSet<[String; 2]> {
    let mut homes: BTreeSet<(&str, &str, &str)> = BTreeSet::new();
    let mut abroad: BTreeSet<&str> = BTreeSet::new();
    let mut found = BTreeSet::new();
    for page in pages.iter().filter(|page| is_literal(page)) {
        let Some((stem, end)) = extension(page) else { continue };
        for (slash, _) in page.match_indices('/') {
            let start = page[..slash].rfind('/').map_or(0, |before| before + 1);
            match Locale::parse_strict(&page[start..slash]) {
                Some(locale) if locale.differs_from(source_locale) => {
                    abroad.insert(&page[..start]);
                }
                Some(_) => {
                    homes.insert((&page[..start], &page[start..slash], end));
                }
                None => {}
            }
        }
        if let Some(tag) = stem.rsplit_once('.').and_then(|(_, tag)| Locale::parse_strict(tag)) {
            let root = page.split_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/**/"));
            let own = stem.rsplit('.').next().unwrap_or_default();
            let source = if tag.differs_from(source_locale) { String::new() } else { format!(".{own}") };
            found.insert([format!("{root}*{source}.{end}"), format!("{root}*.{{locale}}.{end}")]);
        }
    }
    let together: BTreeSet<&str> =
        homes.iter().map(|(before, _, _)| *before).filter(|before| abroad.contains(before)).collect();
    // Where every chapter has its own folders of locales, one pair of globs speaks for all.
    let many = (together.len() > MOST_FOLDERS).then(|| format!("{}**/", shared_folder(&together)));
    for (before, name, end) in &homes {
        let apart = if homes.len().max(abroad.len()) > MOST_FOLDERS { &BTreeSet::new() } else { &abroad };
        let beside = together.get(before);
        for there in beside.into_iter().chain(apart) {
            let [here, there] = [before, there].map(|folder| many.as_deref().unwrap_or(folder));
            found.insert([format!("{here}{name}/**/*.{end}"), format!("{there}{{locale}}/**/*.{end}")]);
        }
    }
    found
}

/// How many folders with folders of locales are listed one by one.
const MOST_FOLDERS: usize = 4;

/// The folder, with its slash, in which all `folders` lie.
fn shared_folder<'p>(folders: &BTreeSet<&'p str>) -> &'p str {
    let (Some(first), Some(last)) = (folders.first(), folders.last()) else { return "" };
    // In sorted order, what the first and the last share is shared by all.
    let shared = first.bytes().zip(last.bytes()).take_while(|(one, other)| one == other).count();
    let shared = &first.as_bytes()[..shared];
    &first[..shared.iter().rposition(|byte| *byte == b'/').map_or(0, |slash| slash + 1)]
}

/// The proposal to use `globs`, if they hold for most of the pages that they call translations.
fn propose(
    [source, target]: &[String; 2],
    pages: &[&str],
    known: &HashSet<&str>,
    source_locale: &Locale,
) -> Option<Proposal> {
    let mut proposal = Proposal { source: source.clone(), target: target.clone(), pages: BTreeMap::new() };
    let layout = layout(&proposal, source_locale)?;
    for page in pages {
        if let Some((source, locale)) = layout.source_of(page) {
            let counts = proposal.pages.entry(locale.tag().to_owned()).or_default();
            counts[usize::from(!known.contains(&*source))] += 1;
        }
    }
    let [paired, single] = proposal.pages.values().fold([0, 0], |sum, counts| [sum[0] + counts[0], sum[1] + counts[1]]);
    (paired > 0 && paired >= single).then_some(proposal)
}

fn layout(proposal: &Proposal, source_locale: &Locale) -> Option<Layout> {
    Layout::new(&proposal.source, &proposal.target, source_locale.clone(), Vec::new()).ok()
}

/// The path of a page without its extension, and the extension.
fn extension(path: &str) -> Option<(&str, &str)> {
    path.rsplit_once('.').filter(|(_, end)| EXTENSIONS.contains(end))
}

/// Whether `path` can stand in a glob for itself.
fn is_literal(path: &str) -> bool {
    !path.contains(['*', '?', '{', '}', '\\'])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The proposals for a tree, as `source -> target: locale paired/single`, and the generators.
    fn proposed(paths: &[&str]) -> (Vec<String>, Vec<&'static str>) {
        let paths: Vec<String> = paths.iter().map(|path| (*path).to_owned()).collect();
        let survey = survey(&paths, &Locale::english());
        let lines = survey.proposals.iter().map(|proposal| {
            let pages: Vec<_> = proposal.pages.iter().map(|(tag, [one, two])| format!("{tag} {one}/{two}")).collect();
            format!("{} -> {}: {}", proposal.source, proposal.target, pages.join(", "))
        });
        (lines.collect(), survey.generators.iter().map(|(name, _)| *name).collect())
    }

    #[test]
    fn folders_of_locales_beside_that_of_the_source() {
        let (lines, names) = proposed(&[
            "hugo.toml", "content/en/docs/a.md", "content/en/docs/b.md", "content/de/docs/a.md",
            "content/de/docs/z.md", "content/zh-cn/docs/b.md", "content/de/it/x.md", "content/en/it/x.md",
        ]);
        assert_eq!(lines, ["content/en/**/*.md -> content/{locale}/**/*.md: de 2/1, zh-CN 1/0"]);
        assert_eq!(names, ["Hugo"]);
        let (lines, _) = proposed(&["files/en-us/web/a/index.md", "files/fr/web/a/index.md"]);
        assert_eq!(lines, ["files/en-us/**/*.md -> files/{locale}/**/*.md: fr 1/0"]);
        let (lines, _) = proposed(&["docs/en/a/x.md", "translations/fr/a/x.md", "translations/it/a/x.md"]);
        assert_eq!(lines, ["docs/en/**/*.md -> translations/{locale}/**/*.md: fr 1/0, it 1/0"]);
    }

    #[test]
    fn names_that_end_in_a_locale() {
        let (lines, names) = proposed(&["mkdocs.yml", "docs/a/x.md", "docs/a/x.de.md", "README.md", "README.ja.md"]);
        let expected = ["*.md -> *.{locale}.md: ja 1/0", "docs/**/*.md -> docs/**/*.{locale}.md: de 1/0"];
        assert_eq!((lines, names), (expected.map(str::to_owned).to_vec(), vec!["MkDocs"]));
        let (lines, _) = proposed(&["docs/x.en.md", "docs/x.de.md"]);
        assert_eq!(lines, ["docs/**/*.en.md -> docs/**/*.{locale}.md: de 1/0"]);
    }

    #[test]
    fn generators_that_keep_translations_elsewhere() {
        let (lines, names) = proposed(&[
            "site/docusaurus.config.ts",
            "site/docs/a.mdx",
            "site/blog/n.md",
            "site/i18n/de/docusaurus-plugin-content-docs/current/a.mdx",
            "site/i18n/de/docusaurus-plugin-content-blog/n.md",
        ]);
        assert_eq!(names, ["Docusaurus"]);
        assert_eq!(lines.len(), 2, "{lines:?}");
        assert!(
            lines.contains(
                &"site/docs/**/*.mdx -> site/i18n/{locale}/docusaurus-plugin-content-docs/current/**/*.mdx: de 1/0"
                    .to_owned()
            )
        );
        let (lines, names) =
            proposed(&["docs/.vitepress/config.mts", "docs/a/x.md", "docs/fr/a/x.md", "docs/index.md"]);
        assert_eq!(
            (lines, names),
            (vec!["docs/**/*.md -> docs/{locale}/**/*.md: fr 1/0".to_owned()], vec!["VitePress"])
        );
    }

    #[test]
    fn folders_that_only_look_like_locales_make_no_layout() {
        for paths in [
            &["docs/it/setup.md", "docs/hr/leave.md", "docs/index.md"][..],
            &["config.toml", "docs/no/x.md"],
            &["docs/en/x.md", "docs/it/printers.md"],
        ] {
            assert_eq!(proposed(paths), (Vec::new(), Vec::new()), "{paths:?}");
        }
        let paths = ["articles/de-de/a.md".to_owned(), "articles/de-de/b.md".to_owned()];
        let survey = survey(&paths, &Locale::english());
        assert_eq!(survey.alone.get("de-DE"), Some(&2));
    }

    #[test]
    fn many_folders_are_covered_by_one_pair_of_globs() {
        let chapters =
            ["a", "b", "c", "d", "e"].map(|name| [format!("course/{name}/en/x.md"), format!("course/{name}/nl/x.md")]);
        let paths: Vec<&str> = chapters.iter().flatten().map(String::as_str).collect();
        let (lines, _) = proposed(&paths);
        assert_eq!(lines, ["course/**/en/**/*.md -> course/**/{locale}/**/*.md: nl 5/0"]);
    }
}
