//! Where a local link leads, as far as its words tell: a path from where paths are shown, and an anchor.

use super::hyperlinks::percent_decoded;

/// The path and the anchor that a link on some page leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalLink {
    /// The path from where paths are shown, without what stands behind it.
    pub path: String,
    /// What stands behind `#`, decoded.
    pub fragment: Option<String>,
}

impl LocalLink {
    /// Reads `destination` as it stands on the page at `page`; `None` when it leaves the tree or is no path.
    ///
    /// ```
    /// use bilint::text::local_links::LocalLink;
    /// let link = LocalLink::of("de/a/page.md", "../start.md?view=x#top").unwrap();
    /// assert_eq!((&*link.path, link.fragment.as_deref()), ("de/start.md", Some("top")));
    /// assert_eq!(LocalLink::of("de/page.md", "https://example.com/start.md"), None);
    /// ```
    pub fn of(page: &str, destination: &str) -> Option<Self> {
        // Windows writes `..\page.md`, and generators read it.
        let slashed = destination.contains('\\').then(|| destination.replace('\\', "/"));
        let destination = slashed.as_deref().unwrap_or(destination);
        let (rest, fragment) = destination.split_once('#').map_or((destination, None), |(rest, it)| (rest, Some(it)));
        let path = rest.split('?').next().unwrap_or_default();
        let fragment = fragment.filter(|it| !it.is_empty()).map(|it| percent_decoded(it).into_owned());
        let is_tab = fragment.as_ref().is_some_and(|it| it.starts_with("tab/"));
        let foreign = path.contains([':', '{', '}', '$', '<', '>', '*', '@', ' ']) || path.starts_with(['~', '/']);
        if is_tab || foreign || path.is_empty() && fragment.is_none() {
            return None;
        }
        if path.is_empty() {
            return Some(Self { path: page.to_owned(), fragment });
        }
        let mut steps: Vec<&str> = page.split('/').collect();
        steps.pop();
        let path = percent_decoded(path);
        for step in path.split('/') {
            match step {
                "" | "." => {}
                ".." => {
                    steps.pop()?;
                }
                _ => steps.push(step),
            }
        }
        Some(Self { path: steps.join("/"), fragment })
    }
}

/// Whether a link is to a page rather than to a file.
pub fn is_page_link(destination: &str) -> bool {
    let path = destination.split(['#', '?']).next().unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default();
    name.rsplit_once('.').is_none_or(|(_, ending)| ending.eq_ignore_ascii_case("md"))
}

/// `path` as links may call it: small letters, without the ending of a page and without the name of the page that
/// speaks for its folder.
///
/// ```
/// use bilint::text::local_links::bare_path;
/// assert_eq!(bare_path("Guide/Index.md"), "guide");
/// assert_eq!(bare_path("/guide/setup/"), "guide/setup");
/// assert_eq!(bare_path("a/b.html"), "a/b");
/// ```
pub fn bare_path(path: &str) -> String {
    let lower = path.trim_matches('/').to_lowercase();
    let endings = [".md", ".markdown", ".mdx", ".html", ".htm", ".yml"];
    let stem = endings.iter().find_map(|ending| lower.strip_suffix(ending)).unwrap_or(&lower);
    let (folder, name) = stem.rsplit_once('/').unwrap_or(("", stem));
    if matches!(name, "index" | "_index" | "readme") { folder.to_owned() } else { stem.to_owned() }
}
