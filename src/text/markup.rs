//! Inline markup of Markdown: links, images, emphasis, code, tags, entities; and the markers that failed.
//!
//! One lenient pass. It follows CommonMark 0.31 (section 6) where a text is well formed and, unlike a renderer, keeps
//! what a renderer drops: markers that open nothing, links without text, entities cut by a space. A translation is
//! compared with its source on these, and what broke is often what does not render.

use super::byte_set::ByteSet;
use super::unlocalized::{self, Unlocalized};
use crate::locale::is_ordinal_ending;
use crate::span::Span;

/// A link or an image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// From `[` or `![` to the last `)` or `]`.
    pub span: Span,
    /// Between the brackets.
    pub text: Span,
    /// The destination, without angle brackets; the label of a reference link.
    pub destination: Span,
    /// The title between its quotes, if there is one.
    pub title: Option<Span>,
    /// What kind.
    pub kind: LinkKind,
}

/// Kinds of links.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkKind {
    /// `[text](destination)`.
    Inline,
    /// `![text](destination)`.
    Image,
    /// `[text][label]`.
    Reference,
}

/// A pair of emphasis markers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Emphasis {
    /// Markers and what is between them.
    pub span: Span,
    /// What is between the markers.
    pub inner: Span,
    /// `**` rather than `*`.
    pub strong: bool,
}

/// A run of `*` or `_`, or a part of one, that neither opened nor closed anything and yet could have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stray {
    /// The markers.
    pub span: Span,
    /// Whether letters or white space around it allow it to open.
    pub opens: bool,
    /// Whether letters or white space around it allow it to close.
    pub closes: bool,
}

/// A code span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    /// With its backticks.
    pub span: Span,
    /// Between the backticks.
    pub inner: Span,
}

/// An inline HTML tag or what looks like one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tag {
    /// From `<` to `>`.
    pub span: Span,
    /// The name: `br` in `<br />`, `xref` in `<xref:System.String>`.
    pub name: Span,
    /// What kind.
    pub kind: TagKind,
}

/// Kinds of tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TagKind {
    /// `<b>`.
    Open,
    /// `</b>`.
    Close,
    /// `<br/>`.
    Empty,
    /// `<!-- … -->`.
    Comment,
    /// `<https://…>`, `<name@host>`, `<xref:…>`.
    Autolink,
}

/// All inline markup of a text, each list in reading order.
#[derive(Clone, Debug, Default)]
pub struct Markup {
    /// Links and images.
    pub links: Vec<Link>,
    /// Emphasis, inner pairs too.
    pub emphasis: Vec<Emphasis>,
    /// Code spans.
    pub code: Vec<Code>,
    /// Tags, autolinks, comments.
    pub tags: Vec<Tag>,
    /// Entities, from `&` to `;`.
    pub entities: Vec<Span>,
    /// Backslashes that escape a punctuation mark, each with the mark.
    pub escapes: Vec<Span>,
    /// Addresses that stand in the text as they are, from scheme to end.
    pub addresses: Vec<Span>,
    /// Emphasis markers that failed.
    pub strays: Vec<Stray>,
    /// Docfx extensions such as `[!NOTE]` or `[!INCLUDE [name](path)]`.
    pub alerts: Vec<Span>,
    /// What is marked as not to be translated.
    pub unlocalized: Vec<Unlocalized>,
}

impl Markup {
    /// Scans `text`. Never fails: what is not markup is text.
    ///
    /// ```
    /// # use bilint::text::markup::Markup;
    /// let text = "See **the [guide](a.md#b)** or `x`.";
    /// let markup = Markup::of(text);
    /// assert_eq!(markup.links[0].destination.of(text), "a.md#b");
    /// assert_eq!(markup.emphasis[0].inner.of(text), "the [guide](a.md#b)");
    /// assert_eq!(markup.code[0].inner.of(text), "x");
    /// ```
    pub fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let Some(first) = MARKS.next(bytes, 0) else { return Self::default() };
        let mut scan = Scan { text, bytes, found: Self::default(), delimiters: vec![], brackets: vec![] };
        scan.run(first);
        scan.finish()
    }

    /// The links that are no images.
    pub fn plain_links(&self) -> impl Iterator<Item = &Link> {
        self.links.iter().filter(|link| link.kind != LinkKind::Image)
    }

    /// The images.
    pub fn images(&self) -> impl Iterator<Item = &Link> {
        self.links.iter().filter(|link| link.kind == LinkKind::Image)
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.links.is_empty()
            && self.emphasis.is_empty()
            && self.code.is_empty()
            && self.tags.is_empty()
            && self.entities.is_empty()
            && self.strays.is_empty()
            && self.addresses.is_empty()
            && self.alerts.is_empty()
            && self.unlocalized.is_empty()
    }
}

/// The bytes that may begin or end markup.
static MARKS: ByteSet = ByteSet::of(b"[]*_`<&\\:!");

/// A run of emphasis markers that still waits for its partner.
struct Delimiter {
    mark: u8,
    start: usize,
    count: usize,
    original: usize,
    opens: bool,
    closes: bool,
}

/// How many delimiters back an opening one is looked for: no text holds as many between a pair, but a hostile one.
const MOST_OPEN: usize = 256;

/// An opening bracket that still waits for its partner.
struct Bracket {
    start: usize,
    image: bool,
    /// Delimiters before it cannot pair with those within.
    floor: usize,
    /// A link was found within: links do not nest, so that this one is text.
    dead: bool,
}

struct Scan<'t> {
    text: &'t str,
    bytes: &'t [u8],
    found: Markup,
    delimiters: Vec<Delimiter>,
    brackets: Vec<Bracket>,
}

impl Scan<'_> {
    /// Scans from the mark at `first` on.
    fn run(&mut self, first: usize) {
        let mut next = Some(first);
        while let Some(at) = next {
            let end = match self.bytes[at] {
                b'\\' => self.escape(at),
                b'`' => self.code(at),
                b'<' => self.tag(at),
                b'&' => self.entity(at),
                b'*' | b'_' => self.delimiter(at),
                b'!' if self.bytes.get(at + 1) == Some(&b'[') => self.open_bracket(at, true),
                b'[' if self.bytes.get(at + 1) == Some(&b'!') => self.alert(at),
                b'[' => self.open_bracket(at, false),
                b']' => self.close_bracket(at),
                b':' => self.colon(at),
                _ => at + 1,
            };
            next = MARKS.next(self.bytes, end);
        }
        self.pair_emphasis(0);
    }

    fn finish(mut self) -> Markup {
        let text = self.text;
        for delimiter in &self.delimiters {
            if delimiter.count > 0 && (delimiter.opens || delimiter.closes || delimiter.mark == b'*') {
                let span = Span::new(delimiter.start, delimiter.start + delimiter.count);
                // A lone underscore within a word is a part of the word.
                if delimiter.mark == b'*' || span.len() > 1 && (delimiter.opens || delimiter.closes) {
                    self.found.strays.push(Stray { span, opens: delimiter.opens, closes: delimiter.closes });
                }
            }
        }
        let found = &mut self.found;
        found.unlocalized.extend(unlocalized::elements(text, &found.tags));
        found.unlocalized.sort_by_key(|mark| mark.span);
        found.links.sort_by_key(|link| link.span);
        found.emphasis.sort_by_key(|emphasis| (emphasis.span.start, std::cmp::Reverse(emphasis.span.end)));
        found.strays.sort_by_key(|stray| stray.span);
        // An address that is a link's destination is counted there.
        found.addresses.retain(|address| !found.links.iter().any(|link| link.destination.touches(*address)));
        debug_assert!(found.links.iter().all(|link| text.is_char_boundary(link.span.start as usize)));
        self.found
    }

    fn escape(&mut self, at: usize) -> usize {
        if self.bytes.get(at + 1).is_some_and(u8::is_ascii_punctuation) {
            self.found.escapes.push(Span::new(at, at + 2));
            return at + 2;
        }
        at + 1
    }

    fn code(&mut self, at: usize) -> usize {
        let ticks = run_of(self.bytes, at, b'`');
        let mut from = at + ticks;
        while let Some(offset) = memchr::memchr(b'`', &self.bytes[from..]) {
            let close = from + offset;
            let length = run_of(self.bytes, close, b'`');
            if length == ticks {
                let (span, inner) = (Span::new(at, close + ticks), Span::new(at + ticks, close));
                self.found.code.push(Code { span, inner });
                return close + ticks;
            }
            from = close + length;
        }
        at + ticks
    }

    fn tag(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        if rest.starts_with("<!--") {
            let end = rest.find("-->").map_or(self.bytes.len(), |close| at + close + 3);
            self.found.tags.push(Tag { span: Span::new(at, end), name: Span::empty(at + 1), kind: TagKind::Comment });
            return end;
        }
        let close = rest.starts_with("</");
        let name_start = at + 1 + usize::from(close);
        let name = self.text[name_start..].bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'-').count();
        if name == 0 || !self.bytes[name_start].is_ascii_alphabetic() {
            return at + 1;
        }
        let Some(end) = tag_end(self.bytes, name_start + name) else { return at + 1 };
        let body = &self.text[name_start..end - 1];
        let after = self.bytes[name_start + name];
        let kind = match after {
            b':' | b'@' | b'.' if !close && !body.contains(char::is_whitespace) => TagKind::Autolink,
            _ if close => TagKind::Close,
            b'>' | b'/' | b' ' | b'\t' | b'\n' | b'\r' if body.ends_with('/') => TagKind::Empty,
            b'>' | b' ' | b'\t' | b'\n' | b'\r' => TagKind::Open,
            _ => return at + 1,
        };
        let name = Span::new(name_start, name_start + name);
        self.found.tags.push(Tag { span: Span::new(at, end), name, kind });
        end
    }

    fn entity(&mut self, at: usize) -> usize {
        let rest = &self.bytes[at + 1..];
        let digits = rest.first() == Some(&b'#');
        let body = rest.iter().skip(usize::from(digits)).take_while(|b| b.is_ascii_alphanumeric()).count();
        let end = at + 1 + usize::from(digits) + body;
        if body > 0 && body < 32 && self.bytes.get(end) == Some(&b';') {
            self.found.entities.push(Span::new(at, end + 1));
            return end + 1;
        }
        at + 1
    }

    fn delimiter(&mut self, at: usize) -> usize {
        let mark = self.bytes[at];
        let count = run_of(self.bytes, at, mark);
        let before = self.text[..at].chars().next_back().unwrap_or(' ');
        let after = self.text[at + count..].chars().next().unwrap_or(' ');
        let left =
            !after.is_whitespace() && (!is_punctuation(after) || before.is_whitespace() || is_punctuation(before));
        let right =
            !before.is_whitespace() && (!is_punctuation(before) || after.is_whitespace() || is_punctuation(after));
        let (opens, closes) = if mark == b'*' {
            (left, right)
        } else {
            (left && (!right || is_punctuation(before)), right && (!left || is_punctuation(after)))
        };
        self.delimiters.push(Delimiter { mark, start: at, count, original: count, opens, closes });
        at + count
    }

    fn open_bracket(&mut self, at: usize, image: bool) -> usize {
        self.brackets.push(Bracket { start: at, image, floor: self.delimiters.len(), dead: false });
        at + 1 + usize::from(image)
    }

    fn close_bracket(&mut self, at: usize) -> usize {
        let Some(bracket) = self.brackets.pop() else { return at + 1 };
        if bracket.dead {
            return at + 1;
        }
        let Some((end, destination, title, reference)) = link_tail(self.text, at + 1) else { return at + 1 };
        let text = Span::new(bracket.start + 1 + usize::from(bracket.image), at);
        let kind = match (bracket.image, reference) {
            (true, _) => LinkKind::Image,
            (false, true) => LinkKind::Reference,
            (false, false) => LinkKind::Inline,
        };
        if !bracket.image {
            // Below one that is dead, all are.
            let alive = self.brackets.iter_mut().rev().take_while(|outer| !outer.dead).filter(|outer| !outer.image);
            alive.for_each(|outer| outer.dead = true);
        }
        self.pair_emphasis(bracket.floor);
        for index in bracket.floor..self.delimiters.len() {
            self.retire(index);
        }
        self.found.links.push(Link { span: Span::new(bracket.start, end), text, destination, title, kind });
        end
    }

    /// `[!NOTE]`, `[!INCLUDE [name](path)]`, `[!div class="x"]`: one span up to the bracket that closes it.
    fn alert(&mut self, at: usize) -> usize {
        let name = self.bytes[at + 2..].iter().take_while(|b| b.is_ascii_alphanumeric() || **b == b'-').count();
        let mut depth = 0;
        if name > 0 {
            for (offset, byte) in self.bytes[at..].iter().take(LONGEST).enumerate() {
                depth += match byte {
                    b'[' => 1,
                    b']' => -1,
                    b'\n' => break,
                    _ => 0,
                };
                if depth == 0 {
                    let mut end = at + offset + 1;
                    if let Some((tail, ..)) = link_tail(self.text, end) {
                        end = tail;
                    }
                    self.found.alerts.push(Span::new(at, end));
                    return end;
                }
            }
        }
        self.open_bracket(at, false)
    }

    /// A mark that docfx puts around what is not to be translated, or the colon of an address.
    fn colon(&mut self, at: usize) -> usize {
        let Some(mark) = unlocalized::directive(self.text, at) else { return self.address(at) };
        self.found.unlocalized.push(mark);
        mark.span.range().end
    }

    /// `https://host/path` in running text: found at its colon.
    fn address(&mut self, at: usize) -> usize {
        let scheme = self.bytes[..at].iter().rev().take_while(|b| b.is_ascii_alphanumeric()).count();
        if !self.text[at..].starts_with("://") || !(2..=8).contains(&scheme) {
            return at + 1;
        }
        let start = at - scheme;
        let ends = |c: char| {
            c.is_whitespace() || matches!(c, '<' | '>' | '"' | ')' | '[' | ']' | '`' | '*' | '|') || !c.is_ascii()
        };
        let length = self.text[at..].find(ends).unwrap_or(self.text.len() - at);
        let body = self.text[start..at + length].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'']);
        self.found.addresses.push(Span::new(start, start + body.len()));
        (start + body.len()).max(at + 1)
    }

    /// Pairs the delimiters from `floor` on, by the rules of CommonMark ("process emphasis").
    fn pair_emphasis(&mut self, floor: usize) {
        let mut closer = floor;
        while closer < self.delimiters.len() {
            if !self.delimiters[closer].closes || self.delimiters[closer].count == 0 {
                closer += 1;
                continue;
            }
            let opener = (floor..closer).rev().take(MOST_OPEN).find(|&index| self.is_pair(index, closer));
            let Some(opener) = opener else {
                closer += 1;
                continue;
            };
            self.join(opener, closer);
            for between in opener + 1..closer {
                self.retire(between);
            }
        }
    }

    fn is_pair(&self, opener: usize, closer: usize) -> bool {
        let (one, two) = (&self.delimiters[opener], &self.delimiters[closer]);
        let both_ways = one.closes || two.opens;
        let odd = both_ways
            && (one.original + two.original).is_multiple_of(3)
            && !(one.original.is_multiple_of(3) && two.original.is_multiple_of(3));
        one.opens && one.count > 0 && one.mark == two.mark && !odd
    }

    fn join(&mut self, opener: usize, closer: usize) {
        let strong = self.delimiters[opener].count >= 2 && self.delimiters[closer].count >= 2;
        let width = if strong { 2 } else { 1 };
        let one = &mut self.delimiters[opener];
        one.count -= width;
        let start = one.start + one.count;
        let two = &mut self.delimiters[closer];
        two.count -= width;
        let end = two.start + width;
        two.start = end;
        self.found.emphasis.push(Emphasis {
            span: Span::new(start, end),
            inner: Span::new(start + width, end - width),
            strong,
        });
    }

    /// A marker between two that paired, or within a link that closed, can pair no more; it stays as a stray.
    fn retire(&mut self, index: usize) {
        let delimiter = &self.delimiters[index];
        if delimiter.count > 0 && delimiter.mark == b'*' {
            let span = Span::new(delimiter.start, delimiter.start + delimiter.count);
            self.found.strays.push(Stray { span, opens: delimiter.opens, closes: delimiter.closes });
        }
        self.delimiters[index].count = 0;
    }
}

/// Reads what follows the `]` of a link at byte `at`, if it is a destination in parentheses: where it ends, and the
/// destination.
pub fn link_destination(text: &str, at: usize) -> Option<(usize, Span)> {
    let (end, destination, _, reference) = link_tail(text, at)?;
    (!reference).then_some((end, destination))
}

/// Reads what may follow the `]` of a link: `(destination "title")` or `[label]`. Returns where it ends, the
/// destination, the title and whether it is a reference.
fn link_tail(text: &str, at: usize) -> Option<(usize, Span, Option<Span>, bool)> {
    let bytes = text.as_bytes();
    match bytes.get(at)? {
        b'(' => {
            let close = closing_parenthesis(bytes, at)?;
            let (destination, title) = destination(text, at + 1, close);
            Some((close + 1, destination, title, false))
        }
        b'[' => {
            let close = at + memchr::memchr(b']', &bytes[at..])?;
            let label = Span::new(at + 1, close);
            (!label.of(text).contains(['[', '\n'])).then_some((close + 1, label, None, true))
        }
        _ => None,
    }
}

/// Bytes that a destination with its title may take: what goes on longer is no link but a bracket that was never closed,
/// of which a hostile page may hold thousands.
pub(super) const LONGEST: usize = 4096;

/// How deep parentheses nest in a destination; the same as in cmark, the reference of CommonMark.
pub(super) const DEEPEST: u32 = 32;

/// What decides where a destination ends.
const CLOSING: ByteSet = ByteSet::of(b"()\"\n");

/// The parenthesis that closes the one at `at`: balanced, on the same line or the next, not within a title.
fn closing_parenthesis(bytes: &[u8], at: usize) -> Option<usize> {
    let mut depth = 0_u32;
    let mut quoted = false;
    let mut lines = 0;
    let near = &bytes[at..bytes.len().min(at + LONGEST)];
    for offset in CLOSING.places(near) {
        match near[offset] {
            b'"' => quoted = !quoted,
            b'(' if !quoted && depth == DEEPEST => break,
            b'(' if !quoted => depth += 1,
            b')' if !quoted => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + offset);
                }
            }
            b'\n' => {
                lines += 1;
                if lines > 1 {
                    break;
                }
            }
            _ => {}
        }
    }
    // A quote that never closes is a character like any other.
    let end = memchr::memchr(b')', near)?;
    (quoted && memchr::memchr(b'\n', &near[..end]).is_none()).then_some(at + end)
}

fn destination(text: &str, start: usize, end: usize) -> (Span, Option<Span>) {
    let body = &text[start..end];
    let lead = body.len() - body.trim_start().len();
    let body = body.trim();
    let start = start + lead;
    if let Some(angled) = body.strip_prefix('<')
        && let Some(close) = angled.find('>')
    {
        return (Span::new(start + 1, start + 1 + close), None);
    }
    let gap = if body.ends_with(['"', '\'']) { body.find(char::is_whitespace) } else { None };
    let title_at = gap.filter(|&gap| {
        let rest = body[gap..].trim_start();
        rest.len() > 1
            && (rest.starts_with('"') && rest.ends_with('"') || rest.starts_with('\'') && rest.ends_with('\''))
    });
    match title_at {
        Some(gap) => {
            let rest = body[gap..].trim_start();
            let title = start + body.len() - rest.len();
            (Span::new(start, start + gap), Some(Span::new(title + 1, start + body.len() - 1)))
        }
        None => (Span::new(start, start + body.len()), None),
    }
}

/// Damaged entities of `text` and what they should be: a blank within (`&nbsp ;`, `& nbsp;`), letters in the wrong case
/// (`&NBSP;`), a semicolon lost (`&nbsp` before anything but a letter, `&amp` before a blank or at the end), an entity that was
/// escaped once more (`&amp;nbsp;`). Only common entities are known; an ampersand before any other word is an ampersand.
///
/// ```
/// # use bilint::text::markup::broken_entities;
/// let text = "a&nbsp ;b &amp; R & D; &NBSP; ?a&amp=1 &copy all, R &amp D";
/// let found: Vec<_> = broken_entities(text).into_iter().map(|(span, whole)| (span.of(text), whole)).collect();
/// assert_eq!(found, [("&nbsp ;", "&nbsp;".into()), ("&NBSP;", "&nbsp;".into()), ("&amp", "&amp;".into())]);
/// ```
pub fn broken_entities(text: &str) -> Vec<(Span, String)> {
    const KNOWN: [&str; 14] = [
        "amp", "bull", "copy", "gt", "hellip", "laquo", "lt", "mdash", "nbsp", "ndash", "quot", "raquo", "reg", "trade",
    ];
    /// HTML knows these in capitals as well.
    const CAPITALS: [&str; 6] = ["AMP", "COPY", "GT", "LT", "QUOT", "REG"];
    let mut found = Vec::new();
    for at in memchr::memchr_iter(b'&', text.as_bytes()) {
        let rest = &text[at + 1..];
        let gap = rest.len() - rest.trim_start_matches(' ').len();
        let length = rest[gap..].bytes().take_while(u8::is_ascii_alphabetic).count();
        let name = &rest[gap..gap + length];
        let lower = name.to_ascii_lowercase();
        if !KNOWN.contains(&lower.as_str()) {
            continue;
        }
        let tail = &rest[gap + length..];
        let blanks = tail.len() - tail.trim_start_matches(' ').len();
        let closed = tail[blanks..].starts_with(';');
        let right = name == lower || CAPITALS.contains(&name);
        let end = at + 1 + gap + length;
        match (gap, closed, blanks) {
            (0, true, 0) if right => {
                // `&amp;amp;` shows `&amp;`.
                let again = tail[1..].bytes().take_while(u8::is_ascii_alphabetic).count();
                let second = &tail[1..=again];
                if name == "amp" && KNOWN.contains(&second) && tail[1 + again..].starts_with(';') {
                    found.push((Span::new(at, end + again + 2), format!("&{second};")));
                }
            }
            (_, true, _) => found.push((Span::new(at, end + blanks + 1), format!("&{lower};"))),
            // Words such as `reg` and `copy` follow a true ampersand; these hardly ever.
            (0, false, _)
                if matches!(name, "amp" | "lt" | "gt") && tail.chars().next().is_none_or(char::is_whitespace) =>
            {
                found.push((Span::new(at, end), format!("&{lower};")));
            }
            (0, false, _) if matches!(name, "nbsp" | "quot") && !tail.starts_with(['=', '_']) => {
                found.push((Span::new(at, end), format!("&{lower};")));
            }
            _ => {}
        }
    }
    found
}

/// Whether `name` (lower case) is an element of HTML that stands in running text. What else stands in angle brackets,
/// such as `<your-name>`, is meant to be filled in.
pub fn is_element(name: &str) -> bool {
    const NAMES: &[&str] = &[
        "a", "abbr", "b", "big", "blockquote", "br", "button", "center", "cite", "code", "del", "details", "dfn",
        "div", "em", "figure", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "iframe", "img", "input", "ins",
        "kbd", "label", "li", "mark", "ol", "p", "pre", "q", "rp", "rt", "ruby", "s", "samp", "section", "small",
        "source", "span", "strike", "strong", "sub", "summary", "sup", "table", "tbody", "td", "th", "thead", "tr",
        "tt", "u", "ul", "var", "video", "wbr",
    ];
    NAMES.binary_search(&name).is_ok()
}

/// Whether the element `name` (lower case) has no end tag.
pub fn is_void_element(name: &str) -> bool {
    matches!(name, "br" | "hr" | "img" | "input" | "source" | "wbr")
}

/// Whether `tag` of `text` raises the ending of an ordinal in digits or Roman numerals. A power has other letters:
/// `2<sup>n</sup>`.
///
/// ```
/// # use bilint::text::markup::{Markup, raises_ordinal};
/// let is_ordinal = |text: &str| raises_ordinal(text, Markup::of(text).tags[0]);
/// assert!(is_ordinal("le XX<sup>e</sup> siècle") && is_ordinal("the 4<sup>th</sup> day"));
/// assert!(!is_ordinal("2<sup>n</sup>") && !is_ordinal("M<sup>me</sup>") && !is_ordinal("4<sub>th</sub>"));
/// ```
pub fn raises_ordinal(text: &str, tag: Tag) -> bool {
    let (before, behind) = (&text[..tag.span.range().start], &text[tag.span.range().end..]);
    let ending = behind.split('<').next().unwrap_or_default();
    let is_number = before.ends_with(|c: char| c.is_ascii_digit() || matches!(c, 'I' | 'V' | 'X'));
    is_number && is_ordinal_ending(ending) && tag.name.of(text).eq_ignore_ascii_case("sup")
}

fn run_of(bytes: &[u8], at: usize, mark: u8) -> usize {
    bytes[at..].iter().take_while(|&&byte| byte == mark).count()
}

/// The byte behind the `>` that ends a tag, past quoted attributes; `None` when none comes.
fn tag_end(bytes: &[u8], from: usize) -> Option<usize> {
    let mut quote = None;
    for (offset, &byte) in bytes[from..].iter().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(from + offset + 1),
            (None, b'<') => return None,
            (None, b'"' | b'\'') if offset > 0 && bytes[from + offset - 1] == b'=' => quote = Some(byte),
            (Some(open), _) if byte == open => quote = None,
            _ => {}
        }
    }
    None
}

/// Punctuation in the sense of CommonMark 0.31: general categories P and S. Above ASCII: everything that is neither
/// letter, digit, white space, mark nor control.
pub fn is_punctuation(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_punctuation();
    }
    !(character.is_alphanumeric() || character.is_whitespace() || character.is_control() || is_mark(character))
}

/// Combining marks, variation selectors and joiners: part of the character before them.
fn is_mark(character: char) -> bool {
    matches!(character as u32, 0x300..=0x36f | 0x483..=0x489 | 0x591..=0x5c7 | 0x610..=0x61a | 0x64b..=0x65f
        | 0x900..=0x903 | 0x93a..=0x94f | 0xe31 | 0xe34..=0xe3a | 0xe47..=0xe4e | 0x200b..=0x200f | 0x202a..=0x202e
        | 0x2060..=0x2069 | 0x20d0..=0x20ff | 0x3099..=0x309a | 0xfe00..=0xfe0f | 0xfeff | 0xe000..=0xf8ff)
}

#[cfg(test)]
mod tests {
    use super::*;
    use TagKind::{Autolink, Close, Empty, Open};

    #[track_caller]
    fn strays(text: &str) -> Vec<&str> {
        Markup::of(text).strays.iter().map(|stray| stray.span.of(text)).collect()
    }

    #[track_caller]
    fn bold(text: &str) -> Vec<&str> {
        Markup::of(text).emphasis.iter().map(|emphasis| emphasis.inner.of(text)).collect()
    }

    #[test]
    fn emphasis_pairs_as_commonmark_pairs_it() {
        assert_eq!(bold("**a** b *c* __d__ _e_"), ["a", "c", "d", "e"]);
        assert_eq!(bold("***both***"), ["**both**", "both"]);
        assert_eq!(bold("snake_case_name and 2 * 3 * 4"), [""; 0]);
        assert_eq!(bold(r"\*not\*"), [""; 0]);
    }

    #[test]
    fn failed_markers_are_kept() {
        assert_eq!(strays("****"), ["****"]);
        assert_eq!(strays("** Save**"), ["**", "**"]);
        assert_eq!(strays("**「保存」**を選択"), ["**", "**"]);
        assert_eq!(strays("**ok**"), [""; 0]);
        assert_eq!(strays("[**a](x)**"), ["**", "**"]);
    }

    #[test]
    fn elements_are_told_from_what_is_to_be_filled_in() {
        assert!(["a", "br", "h1", "kbd", "span", "wbr"].into_iter().all(is_element));
        assert!(!["your-name", "xref", "name"].into_iter().any(is_element));
        assert!(is_void_element("br") && !is_void_element("kbd"));
    }

    #[test]
    fn links_do_not_nest() {
        let text = "[a [b](x) c](y) ![d [e](z)](w)";
        let found: Vec<_> = Markup::of(text).links.iter().map(|link| link.text.of(text)).collect();
        assert_eq!(found, ["b", "d [e](z)", "e"]);
    }

    #[test]
    fn links_carry_their_parts() {
        let text = r#"![alt](a(b).png "Title") [t][label] [x](<a b>)"#;
        let markup = Markup::of(text);
        let parts: Vec<_> = markup.links.iter().map(|l| (l.kind, l.text.of(text), l.destination.of(text))).collect();
        assert_eq!(
            parts,
            [(LinkKind::Image, "alt", "a(b).png"), (LinkKind::Reference, "t", "label"), (LinkKind::Inline, "x", "a b")]
        );
        assert_eq!(markup.links[0].title.unwrap().of(text), "Title");
    }

    #[test]
    fn tags_alerts_entities_and_addresses_are_told_apart() {
        let text = "<br/> <b>x</b> <https://a.b> <xref:System.A> 1 < 2 &nbsp; [!NOTE] see https://x.y/z.";
        let markup = Markup::of(text);
        let kinds: Vec<_> = markup.tags.iter().map(|tag| tag.kind).collect();
        assert_eq!(kinds, [Empty, Open, Close, Autolink, Autolink]);
        assert_eq!(markup.entities.len(), 1);
        assert_eq!(markup.alerts[0].of(text), "[!NOTE]");
        assert_eq!(markup.addresses[0].of(text), "https://x.y/z");
    }
}
