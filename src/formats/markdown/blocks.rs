//! The blocks of a page of one language, and what it holds beside them, by `pulldown-cmark`.

use super::outline::Outline;
use crate::model::{Block, SegmentKind, Structure};
use crate::span::FileSpan;
use crate::text::attributes::{attribute_list, attributes};
use crate::text::markup;
use pulldown_cmark::{BrokenLink, CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// The blocks of `page` that hold text or code, in order. A heading leaves out the `<a name>` before its text and the
/// `{#id}` behind it, and a quote the marker of its alert.
pub fn blocks(page: &str) -> Vec<Block> {
    read(page).0
}

/// The blocks of `page`, and its headings, links and anchors: one reading of the page gives both, so that they agree.
pub(super) fn read(page: &str) -> (Vec<Block>, Structure<'_>) {
    let mut reader = Reader {
        page,
        found: Vec::new(),
        open: None,
        lists: 0,
        heading: (0, None),
        column: 0,
        state: State::Text,
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
    found: Vec<Block>,
    /// The block whose text is being read.
    open: Option<Block>,
    /// Lists around.
    lists: u8,
    /// The level of the heading that is being read, and the id behind it.
    heading: (u8, Option<FileSpan>),
    column: u8,
    state: State,
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
                self.outline.code_block(range.clone(), matches!(kind, CodeBlockKind::Indented));
                self.push(SegmentKind::Code, 0, range);
            }
            Tag::HtmlBlock => {
                self.state = State::Html;
                self.outline.html(range.clone());
                self.html(range);
            }
            _ => {}
        }
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

    fn push(&mut self, kind: SegmentKind, level: u8, range: Range<usize>) {
        let mut span = FileSpan::from(range);
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
