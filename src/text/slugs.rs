//! Anchors that generators make of headings, each in its dialect.
//!
//! A dialect says which characters of a heading stay in its anchor, what becomes of blanks, and how a second heading
//! of the same name is numbered. Which page has which anchors is a question for the floors above.

use super::markup::{LinkKind, Markup};
use hashbrown::{HashMap, HashSet};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A generator, by the anchors it makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Dialect {
    /// GitHub: `html-pipeline`, `toc_filter.rb`: small letters, all but `\p{Word}`, hyphen and blank taken away, a
    /// hyphen for each blank.
    #[serde(rename = "github")]
    GitHub,
    /// Docusaurus: the package `github-slugger`, which is GitHub's rule, with a number that no other heading has.
    Docusaurus,
    /// Hugo: `autoHeadingIDType = "github"` (`markup/goldmark/autoid.go`): letters, digits, `_`, hyphens for blanks;
    /// combining marks go; `heading` where nothing is left.
    Hugo,
    /// `MkDocs`: `slugify` of the extension `toc` of Python-Markdown: ASCII only, accents taken from their letters,
    /// blanks and hyphens drawn together, `_1` behind a second one.
    #[serde(rename = "mkdocs")]
    MkDocs,
    /// `MkDocs` with `pymdownx.slugs.slugify(case="lower")`: letters of any script, a hyphen for each blank.
    Pymdownx,
    /// docfx: Markdig's `UrilizeAsGfm`: UTF-16 units that are letters or decimal digits, `-` and `_`, hyphens for
    /// blanks; `section` where nothing is left.
    Docfx,
}

impl Dialect {
    /// Every dialect with its name.
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::GitHub, "github"),
        (Self::Docusaurus, "docusaurus"),
        (Self::Hugo, "hugo"),
        (Self::MkDocs, "mkdocs"),
        (Self::Pymdownx, "pymdownx"),
        (Self::Docfx, "docfx"),
    ];

    /// The name, as the configuration says it.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(dialect, _)| *dialect == self).map_or("github", |(_, name)| name)
    }

    /// The anchor of a heading whose text, without markup, is `text`; before it is numbered.
    ///
    /// ```
    /// use bilint::text::slugs::Dialect;
    /// assert_eq!(Dialect::GitHub.slug("What's new – in 2.0?"), "whats-new--in-20");
    /// assert_eq!(Dialect::MkDocs.slug("Žlutý  kůň"), "zluty-kun");
    /// ```
    pub fn slug(self, text: &str) -> String {
        let text = text.trim();
        match self {
            Self::GitHub | Self::Docusaurus => filtered(text, |c| is_word_of_ruby(c) || c == '-'),
            Self::Hugo => or(filtered(text, |c| is_letter(c) || is_decimal(c) || matches!(c, '_' | '-')), "heading"),
            Self::Docfx => or(
                filtered(text, |c| c < '\u{10000}' && (is_letter(c) || is_decimal(c)) || matches!(c, '_' | '-')),
                "section",
            ),
            Self::Pymdownx => {
                let composed: String = text.nfc().collect();
                filtered(&composed, |c| is_word_of_python(c) || c == '-')
            }
            Self::MkDocs => ascii_slug(text),
        }
    }

    /// Whether a slug that ends in a number is counted on from there, as `unique` of Python-Markdown's `toc` does: the
    /// second `step_1` is `step_2`. The others put a number behind it.
    fn counts_on(self) -> bool {
        matches!(self, Self::MkDocs | Self::Pymdownx)
    }

    /// What stands between a slug and its number.
    fn joint(self) -> char {
        if self.counts_on() { '_' } else { '-' }
    }

    /// What stands before the number that `slug` ends in, where that is counted on, and the number.
    fn counted(self, slug: &str) -> Option<(&str, u64)> {
        let (stem, digits) = slug.rsplit_once(self.joint()).filter(|_| self.counts_on())?;
        let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        Some((stem, digits.parse().ok().filter(|_| is_number)?))
    }
}

/// Numbers the anchors of one page, heading after heading.
#[derive(Debug)]
pub struct Slugger {
    dialect: Dialect,
    taken: HashSet<String>,
    /// For each text before a number, from which number on one is free, by the number that was asked for: a page may hold
    /// thousands of headings of one name.
    free: HashMap<String, HashMap<u64, u64>>,
}

impl Slugger {
    /// For a page that has the explicit anchors `taken`.
    pub fn new<'t>(dialect: Dialect, taken: impl IntoIterator<Item = &'t str>) -> Self {
        // GitHub and github-slugger number headings among themselves.
        let counts_ids = !matches!(dialect, Dialect::GitHub | Dialect::Docusaurus);
        let taken = taken.into_iter().filter(|_| counts_ids).map(str::to_owned).collect();
        Self { dialect, taken, free: HashMap::new() }
    }

    /// The anchor of the next heading, whose Markdown is `heading`.
    ///
    /// ```
    /// use bilint::text::slugs::{Dialect, Slugger};
    /// let mut slugger = Slugger::new(Dialect::GitHub, []);
    /// assert_eq!(["Setup", "Setup", "Setup"].map(|it| slugger.next(it)), ["setup", "setup-1", "setup-2"]);
    /// let mut slugger = Slugger::new(Dialect::MkDocs, []);
    /// assert_eq!(["Setup", "Setup"].map(|it| slugger.next(it)), ["setup", "setup_1"]);
    /// ```
    pub fn next(&mut self, heading: &str) -> String {
        self.next_plain(&plain(heading))
    }

    /// The anchor of the next heading, whose text without markup is `text`.
    pub fn next_plain(&mut self, text: &str) -> String {
        let mut slug = self.dialect.slug(text);
        if slug.is_empty() || self.taken.contains(&slug) {
            slug = self.numbered(&slug);
        }
        self.taken.insert(slug.clone());
        slug
    }

    /// `slug`, which is taken, with the next number that is not.
    fn numbered(&mut self, slug: &str) -> String {
        let (stem, number) = self.dialect.counted(slug).unwrap_or((slug, 0));
        let free = self.free.entry_ref(stem).or_default();
        let mut asked = vec![number];
        loop {
            let last = asked[asked.len() - 1];
            let next = free.get(&last).copied().unwrap_or_else(|| last.saturating_add(1));
            let slug = format!("{stem}{}{next}", self.dialect.joint());
            if !self.taken.contains(&slug) {
                free.extend(asked.into_iter().map(|number| (number, next)));
                return slug;
            }
            asked.push(next);
        }
    }
}

/// The text of a heading without its markup: links leave their text, code its content; images and tags leave nothing.
///
/// ```
/// use bilint::text::slugs::plain;
/// assert_eq!(plain("<a name=\"x\"></a>What **is** [new](new.md) in `API`"), "What is new in API");
/// ```
pub fn plain(heading: &str) -> String {
    let heading = heading.trim();
    if !heading.contains(['[', '*', '_', '`', '<', '\\', '&']) {
        return heading.to_owned();
    }
    let markup = Markup::of(heading);
    let mut gone: Vec<std::ops::Range<usize>> = Vec::new();
    for link in &markup.links {
        let (whole, text) = (link.span.range(), link.text.range());
        if link.kind == LinkKind::Image {
            gone.push(whole);
        } else {
            gone.extend([whole.start..text.start, text.end..whole.end]);
        }
    }
    for emphasis in &markup.emphasis {
        let (whole, inner) = (emphasis.span.range(), emphasis.inner.range());
        gone.extend([whole.start..inner.start, inner.end..whole.end]);
    }
    for code in &markup.code {
        let (whole, inner) = (code.span.range(), code.inner.range());
        gone.extend([whole.start..inner.start, inner.end..whole.end]);
    }
    gone.extend(markup.tags.iter().map(|tag| tag.span.range()));
    gone.extend(markup.entities.iter().map(|entity| entity.range()));
    gone.sort_unstable_by_key(|range| range.start);
    let mut text = String::with_capacity(heading.len());
    let mut at = 0;
    for range in gone {
        text.push_str(heading.get(at..range.start).unwrap_or_default());
        at = at.max(range.end);
    }
    text.push_str(heading.get(at..).unwrap_or_default());
    text.trim().to_owned()
}

/// `text` as it compares whatever the dialect: letters and digits in small letters, without accents.
///
/// ```
/// use bilint::text::slugs::loose;
/// assert_eq!(loose("Žlutý-kůň_2"), loose("zluty kun 2"));
/// ```
pub fn loose(text: &str) -> String {
    if text.is_ascii() {
        let mut name = String::with_capacity(text.len());
        name.extend(text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()));
        return name;
    }
    text.nfkd().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The kept characters of `text` in small letters, with a hyphen for each blank.
fn filtered(text: &str, keep: impl Fn(char) -> bool) -> String {
    let mut slug = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            ' ' => slug.push('-'),
            'a'..='z' | '0'..='9' => slug.push(character),
            _ if !keep(character) => {}
            _ if character.is_ascii() => slug.push(character.to_ascii_lowercase()),
            _ => slug.extend(character.to_lowercase()),
        }
    }
    slug
}

/// Python-Markdown: ASCII letters, digits and underscores, with one hyphen for each run of blanks and hyphens.
fn ascii_slug(text: &str) -> String {
    let plain: String = text.nfkd().filter(char::is_ascii).collect();
    let kept = |c: &char| c.is_ascii_alphanumeric() || *c == '_' || *c == '-' || c.is_ascii_whitespace();
    let mut slug = String::with_capacity(plain.len());
    for character in plain.chars().filter(kept).collect::<String>().trim().chars() {
        if character == '-' || character.is_ascii_whitespace() {
            if !slug.ends_with('-') {
                slug.push('-');
            }
        } else {
            slug.push(character.to_ascii_lowercase());
        }
    }
    slug
}

fn or(slug: String, other: &str) -> String {
    if slug.is_empty() { other.to_owned() } else { slug }
}

/// `\p{Word}` of Onigmo: letters, marks, decimal digits, connectors.
fn is_word_of_ruby(c: char) -> bool {
    is_letter(c)
        || is_combining_mark(c)
        || is_decimal(c)
        || matches!(c, '_' | '\u{203f}' | '\u{2040}' | '\u{fe33}' | '\u{fe34}' | '\u{fe4d}'..='\u{fe4f}' | '\u{ff3f}')
}

/// `\w` of Python: what `str.isalnum` accepts, and `_`.
fn is_word_of_python(c: char) -> bool {
    is_letter(c) || c.is_numeric() || c == '_'
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() && !is_combining_mark(c) && !c.is_numeric() && !matches!(c, '\u{24b6}'..='\u{24e9}')
}

/// A decimal digit. The other numbers of Unicode (fractions, superscripts, Roman and circled ones) stand in few
/// blocks, which are listed here: Latin-1, 2070 to 218F, 2460 to 24FF, 2776 to 2793, 3021 to 32BF.
fn is_decimal(c: char) -> bool {
    c.is_ascii_digit()
        || c.is_numeric()
            && !matches!(c, '\u{b2}'..='\u{be}' | '\u{2070}'..='\u{218f}' | '\u{2460}'..='\u{24ff}' | '\u{2776}'..='\u{2793}' | '\u{3007}'..='\u{32bf}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn anchors(dialect: Dialect, headings: &[&str]) -> Vec<String> {
        let mut slugger = Slugger::new(dialect, []);
        headings.iter().map(|heading| slugger.next(heading)).collect()
    }

    /// As in the tests of `github-slugger` (`test/fixtures.json`).
    #[test]
    fn github_and_docusaurus() {
        for dialect in [Dialect::GitHub, Dialect::Docusaurus] {
            assert_eq!(dialect.slug("Hello, World!"), "hello-world");
            assert_eq!(dialect.slug("heading with a - dash"), "heading-with-a---dash");
            assert_eq!(dialect.slug("heading with an _ underscore"), "heading-with-an-_-underscore");
            assert_eq!(dialect.slug("heading with a period.txt"), "heading-with-a-periodtxt");
            assert_eq!(dialect.slug("I ♥ unicode"), "i--unicode");
            assert_eq!(dialect.slug("Привет"), "привет");
            assert_eq!(dialect.slug("Профили пользователей"), "профили-пользователей");
            assert_eq!(dialect.slug("😄 unicode emoji"), "-unicode-emoji");
            assert_eq!(dialect.slug("表示・非表示"), "表示非表示");
            assert_eq!(anchors(dialect, &["foo", "foo", "foo 1", "foo"]), ["foo", "foo-1", "foo-1-1", "foo-2"]);
        }
    }

    /// As in `markup/goldmark/autoid_test.go` and the docs of `autoHeadingIDType`.
    #[test]
    fn hugo() {
        let slug = |text| Dialect::Hugo.slug(text);
        assert_eq!(slug("God is good: 神真美好"), "god-is-good-神真美好");
        assert_eq!(slug("a_b c-d"), "a_b-c-d");
        assert_eq!(slug("Let's try this, shall we?"), "lets-try-this-shall-we");
        assert_eq!(slug("ถ้า"), "ถา");
        assert_eq!(anchors(Dialect::Hugo, &["!!!", "A", "A"]), ["heading", "a", "a-1"]);
    }

    /// As in `tests/test_syntax/extensions/test_toc.py` of Python-Markdown.
    #[test]
    fn python_markdown() {
        let slug = |text| Dialect::MkDocs.slug(text);
        assert_eq!(slug("Header *1*"), "header-1");
        assert_eq!(slug("Unicode ヘッダー"), "unicode");
        assert_eq!(slug("Überblick & Größe"), "uberblick-groe");
        assert_eq!(slug("Some - dash -- es"), "some-dash-es");
        assert_eq!(anchors(Dialect::MkDocs, &["ヘッダー", "ヘッダー", "A", "A"]), ["_1", "_2", "a", "a_1"]);
        // `IDCOUNT_RE`: what ends in a number is counted on.
        assert_eq!(
            anchors(Dialect::MkDocs, &["Step_1", "Step_1", "Step", "Step"]),
            ["step_1", "step_2", "step", "step_3"]
        );
    }

    /// As in the docs of `pymdownx.slugs`.
    #[test]
    fn pymdown_extensions() {
        let slug = |text| Dialect::Pymdownx.slug(text);
        assert_eq!(slug("Größe und Übersicht"), "größe-und-übersicht");
        assert_eq!(slug("Testing  two – blanks"), "testing--two--blanks");
        assert_eq!(slug("½ und ②"), "½-und-②");
    }

    /// As Markdig's `TestLinkHelper` (`UrilizeGfm`) has it.
    #[test]
    fn docfx() {
        let slug = |text| Dialect::Docfx.slug(text);
        assert_eq!(slug("this is a +test"), "this-is-a-test");
        assert_eq!(slug("bær"), "bær");
        assert_eq!(slug("1. C#: what's new"), "1-c-whats-new");
        assert_eq!(slug("..."), "section");
    }

    #[test]
    fn many_headings_of_one_name_are_numbered_at_once() {
        let names: Vec<String> = (0..20_000).map(|number| format!("a_{}", number % 100)).collect();
        for (dialect, _) in Dialect::ALL {
            let mut slugger = Slugger::new(dialect, []);
            let slugs: HashSet<String> = names.iter().map(|name| slugger.next_plain(name)).collect();
            assert_eq!(slugs.len(), names.len());
            let steps: usize = slugger.free.values().map(HashMap::len).sum();
            assert!(steps <= 2 * names.len(), "{steps}");
        }
    }

    #[test]
    fn markup_leaves_its_text() {
        assert_eq!(plain("**Bold** and _soft_, `snake_case`"), "Bold and soft, snake_case");
        assert_eq!(plain("![gear](gear.png) Set-up"), "Set-up");
        assert_eq!(Dialect::GitHub.slug(&plain("The `a_b` key")), "the-a_b-key");
    }
}
