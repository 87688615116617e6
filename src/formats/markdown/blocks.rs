//! The blocks of a page of one language, and what it holds beside them, by `pulldown-cmark`.

use super::front_matter;
use super::outline::Outline;
use crate::model::{Block, SegmentKind, Structure};
use crate::span::FileSpan;
use crate::text::attributes::{attribute_list, attributes};
use crate::text::markup;
use pulldown_cmark::{BrokenLink, CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use std::cell::OnceCell;
use std::ops::Range;

/// The blocks of `page` that hold text or code, in order. A heading leaves out the `<a name>` before its text and the
/// `{#id}` behind it, and a quote the marker of its alert.
pub fn blocks(page: &str) -> Vec<Block> {
    read(page).0
}

/// The blocks of `page`, and its headings, links and anchors: one reading of the page gives both, so that they agree.
pub(super) fn read(page: &str) -> (Vec<Block>, Structure<'_>) {
    read_within(page, 0)
}

/// The same of a `page` that is the text of so many containers.
fn read_within(page: &str, depth: u8) -> (Vec<Block>, Structure<'_>) {
    // The parser knows no front matter in JSON.
    let front_matter = if depth == 0 { front_matter::object(page).and_then(Result::ok).unwrap_or_default() } else { 0 };
    let mut reader = Reader {
        page,
        depth,
        found: Vec::new(),
        open: None,
        lists: 0,
        heading: (0, None),
        column: 0,
        state: State::Text,
        silent: front_matter,
        comments_end: comments_end(page).max(front_matter),
        components: OnceCell::new(),
        outline: Outline::of(page),
    };
    let mut undefined: Vec<(String, Range<usize>)> = Vec::new();
    let mut note = |link: BrokenLink<'_>| {
        undefined.push((link.reference.to_string(), link.span));
        None
    };
    let mut events = Parser::new_with_broken_link_callback(page, options(), Some(&mut note)).into_offset_iter();
    for (event, range) in events.by_ref() {
        reader.take(&event, range);
    }
    for (label, definition) in events.reference_definitions().iter() {
        reader.outline.definition(label, &definition.dest, definition.span.clone());
    }
    drop(events);
    for (label, range) in undefined {
        reader.outline.undefined(&label, range);
    }
    reader.close();
    (reader.found, reader.outline.close())
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
}

/// What the events are about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Text,
    Heading,
    Cell,
    Code,
    Html,
    Metadata,
}

struct Reader<'t> {
    page: &'t str,
    /// Containers around the page, whose text it is.
    depth: u8,
    found: Vec<Block>,
    /// The block whose text is being read.
    open: Option<Block>,
    /// Lists around.
    lists: u8,
    /// The level of the heading that is being read, and the id behind it.
    heading: (u8, Option<FileSpan>),
    column: u8,
    state: State,
    /// Where the front matter or the last comment of MDX ends that was seen, and where the last of the page may end.
    silent: usize,
    comments_end: usize,
    /// What components hold; found when indented text first asks for it.
    components: OnceCell<Vec<Range<usize>>>,
    outline: Outline<'t>,
}

impl Reader<'_> {
    fn take(&mut self, event: &Event<'_>, range: Range<usize>) {
        match event {
            Event::Code(_) => self.outline.code(range.clone()),
            Event::InlineHtml(_) => self.outline.tag(range.clone()),
            _ => {}
        }
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(*tag),
            Event::Html(_) | Event::Rule => {}
            Event::Text(_) if matches!(self.state, State::Code | State::Metadata | State::Html) => {}
            Event::TaskListMarker(_) => self.close(),
            _ => self.extend(range),
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
                self.outline.link(dest_url, range.clone());
                self.extend(range);
                return;
            }
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough => {
                self.extend(range);
                return;
            }
            _ => self.close(),
        }
        match tag {
            Tag::List(_) => self.lists = self.lists.saturating_add(1),
            Tag::Heading { level, id, .. } => {
                self.state = State::Heading;
                self.heading = (*level as u8, id.as_deref().and_then(|id| part_of(self.page, id)));
            }
            Tag::TableRow | Tag::TableHead => self.column = 0,
            Tag::TableCell => self.state = State::Cell,
            Tag::MetadataBlock(_) => self.state = State::Metadata,
            Tag::CodeBlock(kind) => {
                self.state = State::Code;
                let is_indented = matches!(kind, CodeBlockKind::Indented);
                self.outline.code_block(range.clone(), is_indented);
                match is_indented.then(|| self.container_width(range.start)).flatten() {
                    Some(width) => self.found.extend(contained(self.page, range, width, self.depth + 1)),
                    None => self.push(SegmentKind::Code, 0, range),
                }
            }
            Tag::HtmlBlock => {
                self.state = State::Html;
                self.outline.html(range.clone());
                self.html(range);
            }
            _ => {}
        }
    }

    /// The indent of the text at `at` where it is held by an admonition, a tab or a component, and is no code: of four
    /// blanks, or in a component of any.
    fn container_width(&self, at: usize) -> Option<usize> {
        if self.depth >= DEEPEST {
            return None;
        }
        let line = self.page[..at].rfind('\n').map_or(0, |end| end + 1);
        if is_contained(&self.page[..at]) {
            return Some(at - line);
        }
        let components = self.components.get_or_init(|| components(self.page));
        let next = components.partition_point(|component| component.end <= at);
        let is_held = components.get(next).is_some_and(|component| component.start < at);
        is_held.then(|| self.page[line..].bytes().take_while(|byte| *byte == b' ').count())
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image => return,
            _ => self.close(),
        }
        match tag {
            TagEnd::List(_) => self.lists = self.lists.saturating_sub(1),
            TagEnd::TableCell => {
                self.column = self.column.saturating_add(1);
                self.state = State::Text;
            }
            TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::MetadataBlock(_) => {
                self.state = State::Text;
            }
            _ => {}
        }
    }

    /// Takes the inline text `range` into the open block.
    fn extend(&mut self, range: Range<usize>) {
        if let Some(block) = &mut self.open {
            let end = block.span.range().end;
            if range.start > end && self.page[end..range.start].trim_matches([' ', '\t', '>']).is_empty() {
                block.gaps.push(FileSpan::new(end, range.start));
            }
            block.span.end = block.span.end.max(range.end as u32);
            return;
        }
        let (kind, level) = match self.state {
            State::Heading => (SegmentKind::Heading, self.heading.0),
            State::Cell => (SegmentKind::TableCell, self.column),
            _ if self.lists > 0 => (SegmentKind::ListItem, self.lists),
            _ => (SegmentKind::Paragraph, 0),
        };
        // A character that is escaped begins with its backslash.
        let start = range.start - usize::from(self.page[..range.start].ends_with('\\'));
        self.open =
            Some(Block { kind, level, span: (start..range.end).into(), gaps: Vec::new(), anchor: None, marker: None });
    }

    fn close(&mut self) {
        let Some(mut block) = self.open.take() else { return };
        self.strip_comments(&mut block);
        if block.kind == SegmentKind::Paragraph && is_module(block.span.of(self.page)) {
            return;
        }
        strip_marker(self.page, &mut block);
        if block.kind == SegmentKind::Heading {
            keep_braces(self.page, &mut block);
            strip_names(self.page, &mut block);
        }
        trim(self.page, &mut block.span);
        if block.kind == SegmentKind::Heading {
            self.outline.heading(block.span, block.level, self.heading.1);
        }
        block.gaps.retain(|gap| block.span.contains(*gap));
        if !block.span.is_empty() {
            self.found.push(block);
        }
    }

    /// Takes the comments of MDX out of `block`: `{/* to the authors */}`. One that begins in it may end far behind it.
    fn strip_comments(&mut self, block: &mut Block) {
        if block.span.range().start >= self.comments_end {
            return;
        }
        block.span.start = block.span.start.max(self.silent as u32).min(block.span.end);
        let mut from = block.span.range().start;
        while let Some(at) = self.page[from..block.span.range().end].find("{/*") {
            let open = from + at;
            if self.page[..open].ends_with('`') || open >= self.comments_end {
                from = open + 1;
                continue;
            }
            let length = self.page[open..].find("*/}").unwrap_or_default();
            self.silent = open + length + "*/}".len();
            if self.silent >= block.span.range().end {
                block.span.end = open as u32;
                break;
            }
            block.gaps.push(FileSpan::new(open, self.silent));
            from = self.silent;
        }
        block.gaps.sort_unstable();
        trim(self.page, &mut block.span);
        while let Some(gap) = block.gaps.first().filter(|gap| gap.start <= block.span.start) {
            block.span.start = block.span.start.max(gap.end);
            block.gaps.remove(0);
            trim(self.page, &mut block.span);
        }
    }

    fn push(&mut self, kind: SegmentKind, level: u8, range: Range<usize>) {
        let mut span = FileSpan::new(range.start.max(self.silent.min(range.end)), range.end);
        trim(self.page, &mut span);
        if kind == SegmentKind::Heading {
            self.outline.heading(span, level, None);
        }
        if !span.is_empty() {
            self.found.push(Block { kind, level, span, gaps: Vec::new(), anchor: None, marker: None });
        }
    }

    /// The texts between the tags of a block of HTML.
    fn html(&mut self, range: Range<usize>) {
        let (mut kind, mut level) = (SegmentKind::Paragraph, 0);
        let (mut start, mut at) = (range.start, range.start);
        while let Some(offset) = memchr::memchr(b'<', &self.page.as_bytes()[at..range.end]) {
            let open = at + offset;
            let rest = &self.page[open..range.end];
            let Some(length) = tag_length(rest) else { break };
            at = open + length;
            self.outline.tag(open..at);
            let name = rest[1..].trim_start_matches('/');
            let name = &name[..name.bytes().take_while(u8::is_ascii_alphanumeric).count()];
            if INLINE.iter().any(|inline| inline.eq_ignore_ascii_case(name)) {
                continue;
            }
            self.push(kind, level, start..open);
            if !rest.starts_with("</") {
                (kind, level) = element_kind(name);
            }
            if HIDDEN.iter().any(|hidden| hidden.eq_ignore_ascii_case(name)) && !rest.starts_with("</") {
                let close = self.page[at..range.end].find("</").map_or(range.end, |offset| at + offset);
                at = close;
            }
            start = at;
        }
        self.push(kind, level, start..range.end);
    }
}

/// Elements that stand within a text (HTML, phrasing content).
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "mark",
    "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
];

/// Elements whose text is not shown or no language.
const HIDDEN: &[&str] = &["style", "script", "pre", "svg", "math", "template"];

fn element_kind(name: &str) -> (SegmentKind, u8) {
    match name.to_ascii_lowercase().as_bytes() {
        b"td" | b"th" => (SegmentKind::TableCell, 0),
        b"li" => (SegmentKind::ListItem, 1),
        [b'h', level @ b'1'..=b'6'] => (SegmentKind::Heading, level - b'0'),
        _ => (SegmentKind::Paragraph, 0),
    }
}

/// The length of the tag or comment that `text` begins with.
fn tag_length(text: &str) -> Option<usize> {
    let close = if text.starts_with("<!--") { "-->" } else { ">" };
    text.find(close).map(|at| at + close.len())
}

/// Where the last comment of MDX on `page` may end; 0 where there is none.
fn comments_end(page: &str) -> usize {
    let is_there = memchr::memmem::find(page.as_bytes(), b"{/*").is_some();
    is_there.then(|| page.rfind("*/}")).flatten().unwrap_or_default()
}

/// Containers within containers beyond which indented text is code, so that no page asks for more than a stack holds.
const DEEPEST: u8 = 8;

/// Whether the paragraph `text` is statements of a module, as MDX has them up to the next blank line:
/// `import Tabs from '@theme/Tabs';`, `export const size = 3;`.
fn is_module(text: &str) -> bool {
    let is_quoted = |end: &str| end.trim_end().trim_end_matches(';').ends_with(['\'', '"']);
    let exports =
        |rest: &str| EXPORTED.iter().any(|kind| rest.starts_with(kind)) && text.contains(['=', '(', '{', ';']);
    text.starts_with("import ") && (is_quoted(text) || text.lines().next().is_some_and(is_quoted))
        || text.strip_prefix("export ").is_some_and(exports)
}

/// What a module exports (ECMAScript, export declarations).
const EXPORTED: [&str; 7] = ["const ", "let ", "var ", "function ", "class ", "default ", "async "];

/// Whether what follows `before`, indented, is what an admonition or a tab of Python-Markdown holds: `!!! note`,
/// `??? tip "More"`, `=== "Linux"`.
fn is_contained(before: &str) -> bool {
    let line = before.lines().rev().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    ["!!! ", "??? ", "???+ ", "=== \"", "===! \""].iter().any(|mark| line.starts_with(mark))
}

/// So many components may stand within one that closes, most of them never closed: no page has as many.
const MOST_OPEN: usize = 64;

/// From where to where the components of `page` reach, the outermost alone: `<TabItem>` of JSX, whose names begin with a
/// capital, where both tags begin a line. MDX has no indented code.
fn components(page: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open: Vec<(&str, usize)> = Vec::new();
    // Attributes may hold functions: `onClick={() => go()}`.
    let ends = page.match_indices('>').map(|(end, _)| end).filter(|end| !page[..*end].ends_with('='));
    let mut ends = ends.peekable();
    let mut at = 0;
    for line in page.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let Some(tag) = line.trim_start_matches([' ', '\t']).strip_prefix('<') else { continue };
        let (closes, rest) = tag.strip_prefix('/').map_or((false, tag), |rest| (true, rest));
        let name = &rest[..rest.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'.').count()];
        if !name.starts_with(|c: char| c.is_ascii_uppercase()) {
            continue;
        }
        if !closes {
            while ends.next_if(|end| *end < start).is_some() {}
            let is_whole = ends.peek().is_some_and(|end| page[..*end].ends_with('/'));
            if !is_whole && !line.contains("</") {
                open.push((name, start));
            }
        } else if let Some(index) = open.iter().rev().take(MOST_OPEN).position(|(other, _)| *other == name) {
            let index = open.len() - 1 - index;
            found.extend((index == 0).then(|| open[0].1..start));
            open.truncate(index);
        }
    }
    found
}

/// The blocks of the lines `range` of `page`, which are indented by `width` blanks. The indents are gaps of theirs. They
/// lie in `depth` containers.
fn contained(page: &str, range: Range<usize>, width: usize, depth: u8) -> Vec<Block> {
    let start = page[..range.start].rfind('\n').map_or(0, |end| end + 1);
    let (mut text, mut lines) = (String::with_capacity(range.len()), Vec::new());
    let mut at = start;
    for line in page[start..range.end].split_inclusive('\n') {
        let indent = line.bytes().take(width).take_while(|byte| *byte == b' ').count();
        lines.push((text.len(), at + indent));
        text.push_str(&line[indent..]);
        at += line.len();
    }
    let line = |byte: usize| lines[lines.partition_point(|(start, _)| *start <= byte) - 1];
    let place = |byte: usize| line(byte).1 + byte - line(byte).0;
    // The end of a line is not the beginning of the next.
    let span = |span: FileSpan| match span.range() {
        range if range.is_empty() => FileSpan::empty(place(range.start)),
        range => FileSpan::new(place(range.start), place(range.end - 1) + 1),
    };
    let (mut found, _) = read_within(&text, depth);
    for block in &mut found {
        let within =
            lines.iter().filter(|(start, _)| block.span.range().start < *start && *start < block.span.range().end);
        let indents = within.map(|&(start, line)| FileSpan::new(place(start - 1) + 1, line));
        let gaps = block.gaps.iter().map(|gap| span(*gap)).chain(indents.filter(|indent| !indent.is_empty()));
        block.gaps = gaps.collect();
        block.gaps.sort_unstable();
        block.gaps.dedup_by(|next, last| {
            let touch = next.start <= last.end;
            if touch {
                *last = last.to(*next);
            }
            touch
        });
        block.span = span(block.span);
        (block.anchor, block.marker) = (block.anchor.map(span), block.marker.map(span));
    }
    found
}

/// Takes the marker of an alert or an extension, such as `[!NOTE]` or `[!div class="x"]`, off the start of `block`,
/// with its line.
fn strip_marker(page: &str, block: &mut Block) {
    let text = block.span.of(page);
    if !text.starts_with("[!") {
        return;
    }
    let line = text.find('\n').unwrap_or(text.len());
    let marker = text.find(']').map_or(line, |close| close + 1);
    if text.get(marker..line).is_some_and(|rest| rest.trim().is_empty()) {
        let start = block.span.range().start;
        block.marker = Some(FileSpan::new(start, start + marker));
        block.span.start += line as u32;
        while let Some(gap) = block.gaps.first().filter(|gap| gap.start <= block.span.start + 1) {
            block.span.start = block.span.start.max(gap.end);
            block.gaps.remove(0);
        }
    } else if text[..marker].to_ascii_uppercase().starts_with("[!INCLUDE") {
        // An include is a link to a file, and holds no text of this page.
        let end = markup::link_destination(text, marker).map_or(marker, |(end, _)| end);
        block.span.start += (end + usize::from(text[end..].starts_with(']'))) as u32;
    }
}

/// Takes the anchors before a heading off its text, and keeps their name.
fn strip_names(page: &str, block: &mut Block) {
    while block.span.of(page).starts_with("<a ") {
        let rest = block.span.of(page);
        let Some(open) = rest.find('>') else { break };
        let Some(tail) = rest[open + 1..].strip_prefix("</a>") else { break };
        let mut names = attributes(&rest[..=open]).filter(|(name, _)| matches!(*name, "name" | "id"));
        if let Some((_, value)) = names.next() {
            block.anchor = Some(value.shifted(block.span.range().start).range().into());
        }
        block.span.start = block.span.end - tail.len() as u32;
    }
}

/// Gives a heading the braces behind it back where they hold no attributes: `## GET /users/{id}`.
fn keep_braces(page: &str, block: &mut Block) {
    let rest = page[block.span.range().end..].lines().next().unwrap_or_default();
    let body = rest.trim_start_matches([' ', '\t']);
    if body.starts_with('{') && attribute_list(body).is_none() {
        let text = body.trim_end().trim_end_matches('#').trim_end();
        block.span.end += (rest.len() - body.len() + text.len()) as u32;
    }
}

/// Where `part` stands in `page`, if it is a piece of it and no copy.
pub(super) fn part_of(page: &str, part: &str) -> Option<FileSpan> {
    let start = (part.as_ptr() as usize).checked_sub(page.as_ptr() as usize)?;
    (start + part.len() <= page.len()).then(|| FileSpan::new(start, start + part.len()))
}

fn trim(page: &str, span: &mut FileSpan) {
    let text = span.of(page);
    // Most are trim, and end in ASCII.
    if let (Some(first), Some(last)) = (text.bytes().next(), text.bytes().next_back())
        && first.is_ascii_graphic()
        && last.is_ascii_graphic()
    {
        return;
    }
    let lead = text.len() - text.trim_start().len();
    *span = FileSpan::new(span.range().start + lead, span.range().start + lead + text.trim().len());
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The texts of the blocks of `page`.
    fn texts(page: &str) -> Vec<String> {
        blocks(page).iter().map(|block| block.text(page).into_owned()).collect()
    }

    #[test]
    fn comments_of_mdx_are_no_text() {
        assert_eq!(texts("{/* To the authors. */}\n\nText.\n"), ["Text."]);
        let page = "One.\n\n{/* First,\n\n- second\n\nthird. */} Two {/* here */}three.\n\nFour {/* to the end */}\n";
        assert_eq!(texts(page), ["One.", "Two three.", "Four"]);
        let page = "A `{/* comment */}` and {/* no end.\n\nNext.\n";
        assert_eq!(texts(page), ["A `{/* comment */}` and {/* no end.", "Next."]);
        assert_eq!(texts("```js\n{/* code */}\n```\n"), ["```js {/* code */} ```"]);
    }

    #[test]
    fn front_matter_in_json_is_no_text() {
        let page = "{\n  \"title\": \"One\",\n\n    \"text\": \"Two\"\n}\n\n# Title\n\nText.\n";
        assert_eq!(texts(page), ["Title", "Text."]);
        assert_eq!(texts("{ \"title\": \"One\" }\nText.\n"), ["Text."]);
    }

    #[test]
    fn what_an_admonition_or_a_tab_holds_is_text() {
        let page = "!!! note\n\n    One\n    line.\n\n    - Two\n      lines.\n\n    === \"Linux\"\n\n        Three.\n\n    ```sh\n    \
                    run\n    ```\n\nEnd.\n";
        let expected = ["!!! note", "One line.", "Two lines.", "=== \"Linux\"", "Three.", "```sh run ```", "End."];
        assert_eq!(texts(page), expected);
        let item = "1. Do it:\n\n    !!! note\n\n        In an\n        item.\n";
        assert_eq!(texts(item), ["Do it:", "!!! note", "In an item."]);
        assert_eq!(texts("See:\n\n    code\n")[1], "code");
    }

    #[test]
    fn what_a_component_holds_is_text() {
        let page = "<Tabs>\n  <TabItem value=\"a\" default>\n\n    One\n    line.\n\n    ```sh\n    run\n    ```\n\n  \
                    </TabItem>\n</Tabs>\n\n    code\n\n<Note/>\n\n    code\n";
        assert_eq!(texts(page), ["One line.", "```sh run ```", "code", "code"]);
        let page = "<Tabs>\n    <TabItem\n        value=\"a\"\n    >\n\n        One.\n\n        - Two.\n\n    </TabItem>\n</Tabs>\n";
        assert_eq!(texts(page), ["One.", "Two."]);
        assert_eq!(texts("A `List<Item>` and\n<Item> is\n\n    code\n").last().map(String::as_str), Some("code"));
        let page = "<Tabs>\n\n    <TabItem>\n\n        One.\n\n    </TabItem>\n\n</Tabs>\n";
        assert_eq!(texts(page), ["One."]);
    }

    #[test]
    fn statements_of_a_module_are_no_text() {
        let page = "import Tabs from '@theme/Tabs';\nimport {\n  A,\n} from \"b\"\n\nexport const size = (x) => {\n  x;\n}\n\n# Title\n";
        assert_eq!(texts(page), ["Title"]);
        for prose in ["import the data of 'Acme' first.", "export default settings to a file", "Import \"this\""] {
            assert_eq!(texts(prose), [prose]);
        }
    }
}
