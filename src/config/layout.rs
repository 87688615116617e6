//! Which page is the translation of which: two globs, in which the same wildcards stand for the same text.

use crate::locale::Locale;

/// Where the pages of a docset lie and where their sources do. Paths are relative to the configuration's folder, with
/// `/`.
///
/// ```
/// use bilint::config::Layout;
/// use bilint::locale::Locale;
/// let layout = Layout::new("content/**/*.md", "content/**/*.{locale}.md", Locale::english(), Vec::new()).unwrap();
/// let (source, locale) = layout.source_of("content/guide/setup.pt-br.md").unwrap();
/// assert_eq!((&*source, locale.tag()), ("content/guide/setup.md", "pt-BR"));
/// assert_eq!(layout.source_of("content/guide/setup.md"), None);
/// ```
#[derive(Clone, Debug)]
pub struct Layout {
    source: Vec<Piece>,
    target: Vec<Piece>,
    source_locale: Locale,
    locales: Vec<Locale>,
}

/// A part of a glob.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    /// Text that stands for itself.
    Text(String),
    /// `{locale}`.
    Locale,
    /// `**/`, `**`, `*`, `?`.
    Wildcard(Wildcard),
}

/// A part of a glob that stands for any text of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wildcard {
    /// `**/`: folders, or none.
    Folders,
    /// `**`: anything.
    Anything,
    /// `*`: anything within a name.
    Name,
    /// `?`: one character of a name.
    Character,
}

impl Wildcard {
    /// Every wildcard as it is written; a longer one before those it begins with.
    const ALL: [(&'static str, Self); 4] =
        [("**/", Self::Folders), ("**", Self::Anything), ("*", Self::Name), ("?", Self::Character)];

    /// How it is written.
    fn written(self) -> &'static str {
        Self::ALL.iter().find(|(_, wildcard)| *wildcard == self).map_or("*", |(written, _)| written)
    }
}

/// Which of the two globs is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    /// The key `source`.
    Source,
    /// The key `target`.
    Target,
}

/// Globs that do not fit together.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{message}")]
pub struct LayoutError {
    /// The one that is to be changed.
    pub half: Half,
    /// What is wrong, in words.
    pub message: String,
}

impl Layout {
    /// A layout whose pages match the glob `target` and whose sources match the glob `source`.
    ///
    /// `{locale}` in `target` stands for the tag of a locale other than `source_locale`; for one of `locales`, unless
    /// that is empty. Without `{locale}`, the pages are in the one locale of `locales`.
    ///
    /// # Errors
    /// When the wildcards of the globs are not the same, or the locale of a page would not be known.
    pub fn new(source: &str, target: &str, source_locale: Locale, locales: Vec<Locale>) -> Result<Self, LayoutError> {
        let refuse = |half, message: String| Err(LayoutError { half, message });
        let [from, to] = [(source, Half::Source), (target, Half::Target)]
            .map(|(glob, half)| pieces(glob).map_err(|message| LayoutError { half, message }));
        let (from, to) = (from?, to?);
        if from.contains(&Piece::Locale) {
            let message = "`{locale}` stands for the locale of a translation, so it belongs in `target`; \
                           write the source's own folder, such as `en`";
            return refuse(Half::Source, message.to_owned());
        }
        let [in_source, in_target] = [wildcards(&from), wildcards(&to)];
        if in_source != in_target {
            return refuse(
                Half::Target,
                format!(
                    "the wildcards are {}, and those of `source` are {}; what one matches is put in for the other, \
                     so they must be the same",
                    listed(&in_target),
                    listed(&in_source)
                ),
            );
        }
        if !to.contains(&Piece::Locale) && locales.len() != 1 {
            let message = "nothing says which locale these pages are in; write `{locale}` where their paths name it, \
                           or the one locale in `locales`";
            return refuse(Half::Target, message.to_owned());
        }
        if from == to {
            return refuse(Half::Target, "these are the files of `source`".to_owned());
        }
        Ok(Self { source: from, target: to, source_locale, locales })
    }

    /// The path of the source of the page at `path`, and the locale of the page. `None` for what is no translation.
    pub fn source_of(&self, path: &str) -> Option<(String, Locale)> {
        let mut found = Found::default();
        if !self.matches(&self.target, path, &mut found) {
            return None;
        }
        let locale = found.tag.and_then(|tag| self.locale(tag)).or_else(|| self.locales.first().cloned())?;
        let mut texts = found.wildcards.into_iter();
        let source: String =
            self.source.iter().map(|piece| piece.text().or_else(|| texts.next()).unwrap_or("")).collect();
        (source != path).then_some((source, locale))
    }

    /// The glob of its sources, as it is written.
    pub fn source(&self) -> String {
        self.source.iter().map(Piece::written).collect()
    }

    /// The glob of its translations, as it is written.
    pub fn target(&self) -> String {
        self.target.iter().map(Piece::written).collect()
    }

    /// Whether `path` is that of a source.
    pub fn is_source(&self, path: &str) -> bool {
        self.matches(&self.source, path, &mut Found::default())
    }

    /// The folder below which all its translations lie; empty for the configuration's own.
    pub fn target_root(&self) -> &str {
        root(&self.target)
    }

    /// The folder below which all its sources lie; empty for the configuration's own.
    pub fn source_root(&self) -> &str {
        root(&self.source)
    }

    /// The locale of its sources.
    pub fn source_locale(&self) -> &Locale {
        &self.source_locale
    }

    /// The locale that `tag` names, if it is one of the translations'.
    fn locale(&self, tag: &str) -> Option<Locale> {
        if self.locales.is_empty() {
            return Locale::parse_strict(tag).filter(|locale| locale.differs_from(&self.source_locale));
        }
        let locale = Locale::parse(tag)?;
        // A language stands for all its regions, as in `overrides`.
        let language = locale.tag().split('-').next().unwrap_or_default();
        self.locales.iter().any(|listed| *listed == locale || listed.tag() == language).then_some(locale)
    }

    /// Whether `path` is what `pieces` stand for; each wildcard for as much as it can, so that the innermost of several
    /// locales is the page's.
    fn matches<'p>(&self, pieces: &[Piece], path: &'p str, found: &mut Found<'p>) -> bool {
        let Some((piece, rest)) = pieces.split_first() else { return path.is_empty() };
        match piece {
            Piece::Text(text) => path.strip_prefix(&**text).is_some_and(|path| self.matches(rest, path, found)),
            Piece::Locale => match found.tag {
                Some(tag) => path.strip_prefix(tag).is_some_and(|path| self.matches(rest, path, found)),
                None => tags(path).any(|end| {
                    found.tag = self.locale(&path[..end]).map(|_| &path[..end]);
                    let fits = found.tag.is_some() && self.matches(rest, &path[end..], found);
                    if !fits {
                        found.tag = None;
                    }
                    fits
                }),
            },
            Piece::Wildcard(wildcard) => wildcard.ends(path).any(|end| {
                found.wildcards.push(&path[..end]);
                let fits = self.matches(rest, &path[end..], found);
                if !fits {
                    found.wildcards.pop();
                }
                fits
            }),
        }
    }
}

/// What the pieces of a glob stand for in a path.
#[derive(Default)]
struct Found<'p> {
    wildcards: Vec<&'p str>,
    tag: Option<&'p str>,
}

impl Piece {
    /// How it is written.
    fn written(&self) -> &str {
        match self {
            Self::Text(text) => text,
            Self::Locale => "{locale}",
            Self::Wildcard(wildcard) => wildcard.written(),
        }
    }

    /// The text of a piece that stands for itself.
    fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl Wildcard {
    /// Where it may end in `path`, the furthest first.
    fn ends(self, path: &str) -> Box<dyn Iterator<Item = usize> + '_> {
        let name = path.find('/').unwrap_or(path.len());
        match self {
            Self::Folders => Box::new(path.rmatch_indices('/').map(|(slash, _)| slash + 1).chain([0])),
            Self::Anything => Box::new((0..=path.len()).rev().filter(|end| path.is_char_boundary(*end))),
            Self::Name => Box::new((0..=name).rev().filter(|end| path.is_char_boundary(*end))),
            Self::Character => Box::new(path[..name].chars().next().map(char::len_utf8).into_iter()),
        }
    }
}

/// Where a tag at the start of `path` may end, the furthest first.
fn tags(path: &str) -> impl Iterator<Item = usize> {
    let end = path.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_')).unwrap_or(path.len());
    (2..=end).rev()
}

/// Takes a glob apart.
fn pieces(glob: &str) -> Result<Vec<Piece>, String> {
    let mut rest = glob.strip_prefix("./").unwrap_or(glob);
    if rest.is_empty() {
        return Err("the glob is empty".to_owned());
    }
    if rest.contains('\\') {
        return Err("folders are separated by `/`".to_owned());
    }
    let mut found = Vec::new();
    while !rest.is_empty() {
        let wildcard = Wildcard::ALL.iter().find_map(|(written, it)| Some((*it, rest.strip_prefix(written)?)));
        if let Some((wildcard, behind)) = wildcard {
            found.push(Piece::Wildcard(wildcard));
            rest = behind;
        } else if let Some(behind) = rest.strip_prefix("{locale}") {
            found.push(Piece::Locale);
            rest = behind;
        } else if rest.starts_with(['{', '}']) {
            let end = rest.find('}').map_or(rest.len(), |end| end + 1);
            return Err(format!("`{}` is not known here; `{{locale}}` is", &rest[..end]));
        } else {
            let end = rest.find(['*', '?', '{', '}']).unwrap_or(rest.len());
            found.push(Piece::Text(rest[..end].to_owned()));
            rest = &rest[end..];
        }
    }
    Ok(found)
}

/// The wildcards of a glob, in order.
fn wildcards(pieces: &[Piece]) -> Vec<Wildcard> {
    let wildcard = |piece: &Piece| if let Piece::Wildcard(wildcard) = piece { Some(*wildcard) } else { None };
    pieces.iter().filter_map(wildcard).collect()
}

fn listed(wildcards: &[Wildcard]) -> String {
    let written: Vec<_> = wildcards.iter().map(|wildcard| format!("`{}`", wildcard.written())).collect();
    if written.is_empty() { "none".to_owned() } else { written.join(" ") }
}

/// The folders that a glob begins with.
fn root(pieces: &[Piece]) -> &str {
    let text = pieces.first().and_then(Piece::text).unwrap_or_default();
    text.rsplit_once('/').map_or("", |(folders, _)| folders)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layout(source: &str, target: &str, locales: &[&str]) -> Result<Layout, LayoutError> {
        let locales = locales.iter().map(|tag| Locale::parse(tag).unwrap()).collect();
        Layout::new(source, target, Locale::english(), locales)
    }

    /// The source and locale of `path` in the layout.
    fn source(globs: [&str; 2], path: &str) -> Option<(String, String)> {
        let found = layout(globs[0], globs[1], &[]).unwrap().source_of(path);
        found.map(|(source, locale)| (source, locale.tag().to_owned()))
    }

    #[track_caller]
    fn holds(globs: [&str; 2], path: &str, expected: &str, locale: &str) {
        assert_eq!(source(globs, path), Some((expected.to_owned(), locale.to_owned())), "{globs:?} {path}");
    }

    #[test]
    fn the_usual_layouts_are_said_in_two_globs() {
        let folders = ["docs/en/**/*.md", "docs/{locale}/**/*.md"];
        holds(folders, "docs/de/x.md", "docs/en/x.md", "de");
        holds(folders, "docs/zh-hans/a/b/x.md", "docs/en/a/b/x.md", "zh-Hans");
        holds(["docs/en/**", "docs/{locale}/**"], "docs/pt_BR/a/x.md", "docs/en/a/x.md", "pt-BR");
        let suffixes = ["content/**/*.md", "content/**/*.{locale}.md"];
        holds(suffixes, "content/a/x.y.de.md", "content/a/x.y.md", "de");
        holds(suffixes, "content/_index.ja.md", "content/_index.md", "ja");
        let plugin = ["docs/**/*.md", "i18n/{locale}/docusaurus-plugin-content-docs/current/**/*.md"];
        holds(plugin, "i18n/fr/docusaurus-plugin-content-docs/current/a/x.md", "docs/a/x.md", "fr");
        holds(
            ["../site/articles/**/*.md", "articles/{locale}/**/*.md"],
            "articles/de/x.md",
            "../site/articles/x.md",
            "de",
        );
        holds(["en.md", "{locale}/{locale}.md"], "de/de.md", "en.md", "de");
        holds(["v?/*.md", "{locale}/v?/*.md"], "nl/v2/x.md", "v2/x.md", "nl");
        holds(["docs/**/en/*.md", "docs/**/{locale}/*.md"], "docs/it/a/de/x.md", "docs/it/a/en/x.md", "de");
    }

    #[test]
    fn what_is_no_translation_has_no_source() {
        let folders = ["docs/en/**/*.md", "docs/{locale}/**/*.md"];
        for path in ["docs/en/x.md", "docs/en-us/x.md", "docs/guide/x.md", "docs/de/x.png", "de/x.md", "docs/de", ""] {
            assert_eq!(source(folders, path), None, "{path}");
        }
        holds(folders, "docs/en-gb/x.md", "docs/en/x.md", "en-GB");
        // An English folder with another region than was said is the source all the same.
        assert_eq!(source(["docs/en-GB/**", "docs/{locale}/**"], "docs/en-GB/x.md"), None);
        let suffixes = ["content/**/*.md", "content/**/*.{locale}.md"];
        for path in ["content/a/x.md", "content/a/x.en.md", "content/a/x.guide.md", "content/a/.md"] {
            assert_eq!(source(suffixes, path), None, "{path}");
        }
        assert_eq!(source(["en.md", "{locale}/{locale}.md"], "de/fr.md"), None);
    }

    #[test]
    fn listed_locales_are_the_only_ones() {
        let listed = layout("en/*.md", "{locale}/*.md", &["de", "pt-BR", "tlh"]).unwrap();
        let tag = |path: &str| listed.source_of(path).map(|(_, locale)| locale.tag().to_owned());
        assert_eq!(tag("de-AT/x.md").as_deref(), Some("de-AT"));
        assert_eq!(tag("pt-br/x.md").as_deref(), Some("pt-BR"));
        assert_eq!(tag("tlh/x.md").as_deref(), Some("tlh"));
        assert_eq!(tag("pt/x.md").or(tag("fr/x.md")), None);
        let single = layout("../en/**/*.md", "articles/**/*.md", &["nl-NL"]).unwrap();
        let (source, locale) = single.source_of("articles/a/x.md").unwrap();
        assert_eq!((&*source, locale.tag()), ("../en/a/x.md", "nl-NL"));
        assert_eq!((single.target_root(), single.source_root()), ("articles", "../en"));
    }

    #[test]
    fn globs_that_do_not_fit_are_refused() {
        for (source, target, locales, half, message) in [
            ("docs/{locale}/*.md", "docs/{locale}/*.md", &[][..], Half::Source, "belongs in `target`"),
            ("en/*.md", "{locale}/**/*.md", &[], Half::Target, "are `**/` `*`, and those of `source` are `*`;"),
            ("en.md", "{locale}/**", &[], Half::Target, "and those of `source` are none;"),
            ("en/*.md", "de/*.md", &[], Half::Target, "nothing says which locale"),
            ("en/*.md", "x/*.md", &["de", "fr"], Half::Target, "nothing says which locale"),
            ("en/*.md", "en/*.md", &["de"], Half::Target, "the files of `source`"),
            ("en/*.{md,mdx}", "de/*.md", &[], Half::Source, "`{md,mdx}` is not known here"),
            ("en/*.md", "{local}/*.md", &[], Half::Target, "`{local}` is not known here"),
            ("en\\*.md", "{locale}/*.md", &[], Half::Source, "separated by `/`"),
            ("", "{locale}/*.md", &[], Half::Source, "empty"),
        ] {
            let error = layout(source, target, locales).unwrap_err();
            assert!(error.half == half && error.message.contains(message), "{source} {target}: {error}");
        }
    }
}
