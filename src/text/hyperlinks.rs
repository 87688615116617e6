//! Everything that leads somewhere, however it is written, and whether two destinations are one place.

use super::attributes::attributes;
use super::markup::{LinkKind, Markup, TagKind};
use crate::locale::Locale;
use crate::span::Span;
use std::borrow::Cow;

/// A link, image or address of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hyperlink {
    /// All of it, markup included.
    pub span: Span,
    /// The text that is clicked, where it is not the address itself.
    pub text: Option<Span>,
    /// Where it leads; the label of a reference.
    pub destination: Span,
    /// How it is written.
    pub form: Form,
}

/// How a hyperlink is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `[text](destination)`.
    Inline,
    /// `[text][label]`.
    Reference,
    /// `![text](destination)`.
    Image,
    /// `<https://host>` or `https://host`.
    Address,
    /// `<a href="destination">`.
    Tag,
    /// `<img src="destination">`.
    ImageTag,
}

impl Form {
    /// Whether it shows an image.
    pub fn is_image(self) -> bool {
        matches!(self, Self::Image | Self::ImageTag)
    }
}

/// All hyperlinks of `text`, whose markup is `markup`, in reading order. An address that is the text of a link is a
/// part of that link.
///
/// ```
/// # use bilint::text::{hyperlinks::hyperlinks, markup::Markup};
/// let text = "[a](b.md), <https://c.d>, https://e.f and <a href='g.md'>g</a>";
/// let found = hyperlinks(text, &Markup::of(text));
/// let destinations: Vec<_> = found.iter().map(|link| link.destination.of(text)).collect();
/// assert_eq!(destinations, ["b.md", "https://c.d", "https://e.f", "g.md"]);
/// ```
pub fn hyperlinks(text: &str, markup: &Markup) -> Vec<Hyperlink> {
    let mut found = Vec::with_capacity(markup.links.len());
    for link in &markup.links {
        let form = match link.kind {
            LinkKind::Inline => Form::Inline,
            LinkKind::Image => Form::Image,
            LinkKind::Reference => Form::Reference,
        };
        found.push(Hyperlink { span: link.span, text: Some(link.text), destination: link.destination, form });
    }
    found.sort_unstable_by_key(|link| link.span);
    // By link, the furthest that it or one before it goes.
    let ends: Vec<[u32; 2]> = found
        .iter()
        .scan(0, |furthest: &mut u32, link| {
            *furthest = (*furthest).max(link.span.end);
            Some([link.span.start, *furthest])
        })
        .collect();
    let within = |span: Span| {
        let before = ends.partition_point(|[start, _]| *start < span.end);
        before > 0 && ends[before - 1][1] > span.start
    };
    for tag in &markup.tags {
        let named = |name: &str| tag.name.of(text).eq_ignore_ascii_case(name);
        let (form, destination) = match tag.kind {
            TagKind::Autolink if !within(tag.span) => {
                let inner = tag.span.range();
                (Form::Address, Some(Span::new(inner.start + 1, inner.end - 1)))
            }
            TagKind::Open if named("a") => (Form::Tag, attribute(text, tag.span, "href")),
            TagKind::Open | TagKind::Empty if named("img") => (Form::ImageTag, attribute(text, tag.span, "src")),
            _ => continue,
        };
        found.extend(destination.map(|destination| Hyperlink { span: tag.span, text: None, destination, form }));
    }
    for &address in markup.addresses.iter().filter(|&&address| !within(address)) {
        found.push(Hyperlink { span: address, text: None, destination: address, form: Form::Address });
    }
    found.sort_unstable_by_key(|link| link.span);
    found
}

/// The value of the attribute `name` of the tag at `tag`.
fn attribute(text: &str, tag: Span, name: &str) -> Option<Span> {
    let (_, value) = attributes(tag.of(text)).find(|(found, _)| found.eq_ignore_ascii_case(name))?;
    Some(value.shifted(tag.range().start))
}

/// Whether `target` leads to the place that `source` leads to, or to its like for readers of `locale`: a locale in
/// the path or the host may be added, removed or replaced, and so may queries that say a language or a campaign; the
/// case of the host, a trailing slash, `http` or `https` and the way up to the root do not matter. On another site, a
/// page in the readers' language may have a name of its own.
///
/// ```
/// # use bilint::{locale::Locale, text::hyperlinks::same_place};
/// let it = Locale::parse("it-IT").unwrap();
/// assert!(same_place("https://a.com/en-us/b/?view=x#c", "https://A.com/it-it/b#c", &it));
/// assert!(same_place("https://en.wikipedia.org/wiki/Rain", "https://it.wikipedia.org/wiki/Pioggia", &it));
/// assert!(!same_place("guide.md#first", "guide.md#second", &it));
/// ```
pub fn same_place(source: &str, target: &str, locale: &Locale) -> bool {
    if source == target {
        return true;
    }
    let (one, other) = (Canonical::of(source, locale), Canonical::of(target, locale));
    if one.host != other.host {
        return false;
    }
    if other.localized && !one.localized {
        return !one.host.is_empty() || unmarked(one.path) == unmarked(other.path);
    }
    one.path == other.path && one.query == other.query && one.fragment == other.fragment
}

/// Where a link leads, as it can be compared between languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whither {
    /// The destination without what [`same_place`] does not look at.
    pub place: String,
    /// Whether host or path names the language of the readers.
    pub localized: bool,
}

impl Whither {
    /// Where `destination` leads readers of `locale`.
    ///
    /// ```
    /// # use bilint::{locale::Locale, text::hyperlinks::Whither};
    /// let [it, pl] = ["it-IT", "pl-PL"].map(|tag| Locale::parse(tag).unwrap());
    /// let one = Whither::of("https://a.com/it-it/b/?view=x#c", &it);
    /// assert_eq!(one, Whither::of("http://www.a.com/pl-pl/b#c", &pl));
    /// assert_ne!(one.place, Whither::of("https://a.com/it-it/b#d", &it).place);
    /// ```
    pub fn of(destination: &str, locale: &Locale) -> Self {
        let Canonical { host, path, query, fragment, localized } = Canonical::of(destination, locale);
        let place = format!("{host}/{}?{}#{}", path.join("/"), query.join("&"), fragment.unwrap_or_default());
        Self { place, localized }
    }
}

/// Whether two destinations differ in nothing but the anchor, which both have. The name of a tab of docfx, `#tab/name`,
/// is none: no heading made it.
pub fn differ_in_fragment(source: &str, target: &str, locale: &Locale) -> bool {
    let (one, other) = (Canonical::of(source, locale), Canonical::of(target, locale));
    let (Some(first), Some(second)) = (&one.fragment, &other.fragment) else { return false };
    let is_tab = first.starts_with("tab/");
    one.host == other.host && one.path == other.path && one.query == other.query && first != second && !is_tab
}

/// The first segment of the path of `destination` that names a locale with its region, such as `en-us`.
///
/// ```
/// # use bilint::text::hyperlinks::locale_segment;
/// let destination = "https://docs.example.com/en-us/guide";
/// assert_eq!(locale_segment(destination).unwrap().of(destination), "en-us");
/// assert_eq!(locale_segment("a/in-app/b"), None);
/// ```
pub fn locale_segment(destination: &str) -> Option<Span> {
    let path = destination.split(['?', '#']).next().unwrap_or_default();
    let mut at = 0;
    for piece in path.split('/') {
        if is_full_tag(piece) {
            return Some(Span::new(at, at + piece.len()));
        }
        at += piece.len() + 1;
    }
    None
}

/// Whether the last step of `destination` is a file to keep rather than a page to read, by its ending.
///
/// ```
/// # use bilint::text::hyperlinks::is_download;
/// assert!(is_download("https://www.example.com/en-us/guide.pdf?v=2"));
/// assert!(!is_download("https://www.example.com/en-us/guide.html#print"));
/// assert!(!is_download("https://www.example.com/en-us/release-1.2"));
/// ```
pub fn is_download(destination: &str) -> bool {
    let path = destination.split(['#', '?']).next().unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default();
    let is_page = |ending: &str| matches!(ending, "md" | "html" | "htm" | "aspx" | "asp" | "php" | "jsp");
    let is_ending = |ending: &str| ending.starts_with(|c: char| c.is_ascii_alphabetic());
    name.rsplit_once('.').is_some_and(|(_, ending)| is_ending(ending) && !is_page(&ending.to_ascii_lowercase()))
}

/// `destination` with its percent escapes decoded.
pub fn percent_decoded(destination: &str) -> Cow<'_, str> {
    if !destination.contains('%') {
        return destination.into();
    }
    let bytes = destination.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let digits = destination.get(at + 1..at + 3).filter(|_| bytes[at] == b'%');
        let escaped = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        decoded.push(escaped.unwrap_or(bytes[at]));
        at += if escaped.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&decoded).into_owned().into()
}

/// What matters of a destination.
struct Canonical {
    host: String,
    path: Vec<String>,
    query: Vec<String>,
    fragment: Option<String>,
    /// Whether host or path names the language of the readers.
    localized: bool,
}

impl Canonical {
    fn of(destination: &str, locale: &Locale) -> Self {
        let decoded = percent_decoded(destination.trim());
        let (rest, fragment) = decoded.split_once('#').map_or((&*decoded, None), |(rest, it)| (rest, Some(it)));
        let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (scheme, rest) = rest.split_once("://").unwrap_or(("", rest));
        let (host, path) = if scheme.is_empty() { ("", rest) } else { rest.split_once('/').unwrap_or((rest, "")) };
        let mut localized = false;
        let mut note = |tag: &str| localized |= speaks(tag, locale);
        let host = canonical_host(host, locale, &mut note);
        let path = canonical_path(path, &mut note);
        let mut query: Vec<_> = query.split('&').filter(|pair| !is_idle(pair)).map(str::to_ascii_lowercase).collect();
        query.sort_unstable();
        let fragment = fragment.map(str::to_owned).filter(|fragment| !fragment.is_empty());
        Self { host, path, query, fragment, localized }
    }
}

/// Whether `tag` is of the language of `locale`.
fn speaks(tag: &str, locale: &Locale) -> bool {
    Locale::parse(tag).is_some_and(|named| named.language().code == locale.language().code)
        || locale.region().is_some_and(|region| region.eq_ignore_ascii_case(tag))
}

/// The host in small letters without `www`, a locale before it, and a country behind it that is the readers'.
fn canonical_host(host: &str, locale: &Locale, note: &mut impl FnMut(&str)) -> String {
    let host = host.to_ascii_lowercase();
    let mut labels: Vec<&str> = host.split('.').filter(|label| *label != "www").collect();
    if labels.len() > 2 && (is_full_tag(labels[0]) || Locale::parse_strict(labels[0]).is_some()) {
        note(labels.remove(0));
    }
    let last = labels.last().copied().unwrap_or_default();
    if labels.len() > 1 && last.len() == 2 && speaks(last, locale) {
        note(last);
        labels.pop();
        labels.retain(|label| !matches!(*label, "com" | "co"));
    } else if last == "com" {
        labels.pop();
    }
    labels.join(".")
}

/// The segments of a path without steps that lead nowhere and without its locale.
fn canonical_path(path: &str, note: &mut impl FnMut(&str)) -> Vec<String> {
    let mut segments: Vec<String> =
        path.split('/').filter(|segment| !matches!(*segment, "" | "." | "..")).map(str::to_owned).collect();
    let named = segments.iter().enumerate().position(|(index, segment)| {
        is_full_tag(segment) || index < 2 && index + 1 < segments.len() && Locale::parse_strict(segment).is_some()
    });
    if let Some(index) = named {
        note(&segments.remove(index));
    }
    if let Some(last) = segments.last_mut() {
        let stem = last.split('.').next().unwrap_or_default();
        if let Some((_, tag)) = stem.rsplit_once(['-', '_']) {
            // `gear-de.png`: noted, and left where it is, for it may be a word.
            note(tag);
        }
        let parts: Vec<&str> = last.split('.').collect();
        if let [name, tag, extension] = parts[..]
            && (is_full_tag(tag) || Locale::parse_strict(tag).is_some())
        {
            note(tag);
            *last = format!("{name}.{extension}");
        }
    }
    segments
}

/// `path` without the locale that its file name may end in: `gear-de.png`.
fn unmarked(mut path: Vec<String>) -> Vec<String> {
    if let Some(last) = path.last_mut() {
        let (stem, ending) = last.split_at(last.find('.').unwrap_or(last.len()));
        if let Some((name, tag)) = stem.rsplit_once(['-', '_'])
            && (tag.len() == 2 || Locale::parse_strict(tag).is_some())
        {
            *last = format!("{name}{ending}");
        }
    }
    path
}

/// A known language with a region: `en-us`, `zh_Hans_CN`; nothing that could be a word of two parts.
fn is_full_tag(segment: &str) -> bool {
    let parted = segment.len() >= 5 && segment.as_bytes().get(2).is_some_and(|byte| matches!(byte, b'-' | b'_'));
    parted
        && Locale::parse_strict(segment)
            .is_some_and(|locale| locale.region().is_some() || matches!(locale.language().code, "zh" | "sr" | "az"))
}

/// Whether a piece of a query says nothing of the place: a language, a market, a moniker, a campaign.
fn is_idle(pair: &str) -> bool {
    const KEYS: [&str; 19] = [
        "view", "locale", "lang", "language", "hl", "gl", "culture", "mkt", "market", "clcid", "lcid", "ui", "rs",
        "ad", "setlang", "ocid", "toc", "wt.mc_id", "correlationid",
    ];
    let key = pair.split('=').next().unwrap_or_default().to_ascii_lowercase();
    key.is_empty() || key.starts_with("utm_") || KEYS.contains(&key.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn same(source: &str, target: &str) -> bool {
        same_place(source, target, &Locale::parse("de-DE").unwrap())
    }

    #[test]
    fn one_place_in_many_spellings() {
        assert!(same("https://x.com/a", "http://www.X.com/a/"));
        assert!(same("https://x.com/a", "https://x.com/de-de/a"));
        assert!(same("https://x.com/en-us/a", "https://x.com/a"));
        assert!(same("https://x.com/p?LinkID=5&clcid=0x409", "https://x.com/p?clcid=0x407&linkid=5"));
        assert!(same("https://shop.com/dp/1", "https://shop.de/dp/1"));
        assert!(same("guide.md", "guide.de.md"));
        assert!(same("../img/a.png", "../../img/a.png"));
        assert!(same("a.png", "a-de.png"));
        assert!(same("a%20b.md", "a b.md"));
    }

    #[test]
    fn other_places() {
        assert!(!same("a.md", "b.md"));
        assert!(same("/docs/pods/", "/de/docs/pods/") && same("/docs/pods/#size", "/de/docs/pods/#größe"));
        assert!(!same("/docs/pods/", "/de/docs/nodes/"));
        assert!(!same("b.md#network", "/de/docs/pods/"));
        assert!(!same("a.md#b", "a.md"));
        assert!(!same("https://x.com/a", "https://y.com/a"));
        assert!(!same("https://x.com/auth/callback", "https://x.com/anmeldung/rueckruf"));
        assert!(differ_in_fragment("a.md#b", "./a.md#c", &Locale::unknown()));
    }

    #[test]
    fn attributes_are_read_whatever_stands_around_them() {
        let text = r#"<img alt="src" src = "a.png"/>"#;
        let found = hyperlinks(text, &Markup::of(text));
        assert_eq!(found[0].destination.of(text), "a.png");
    }
}
