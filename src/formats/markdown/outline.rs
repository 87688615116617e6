//! Headings, links and anchors of a page of one language, gathered while its blocks are read.
//!
//! What Markdown hides from readers is none of them: code, comments, what is escaped. Blocks of HTML are read by their
//! tags; a line in one that would be a heading is taken for one, because some generators read Markdown within HTML.

use super::blocks::part_of;
use crate::model::{Heading, PageLink, Structure};
use crate::span::FileSpan;
use crate::text::attributes::{attribute_list, attributes, listed_id};
use crate::text::markup;
use memchr::memmem;
use std::ops::Range;

/// What was gathered so far.
pub(super) struct Outline<'t> {
    page: &'t str,
    structure: Structure<'t>,
    /// Code, in order.
    code: Vec<FileSpan>,
    /// Whether what is set in may be text to the generator.
    indents_text: bool,
}

/// Markers of the containers of `MkDocs`, whose content is set in by four blanks, as code is in Markdown
/// (Python-Markdown's `admonition`, `pymdownx.details`, `pymdownx.tabbed`).
const CONTAINERS: [&str; 5] = ["\n!!! ", "\n??? ", "\n???+ ", "\n=== \"", "\n===! \""];

impl<'t> Outline<'t> {
    /// Nothing yet of `page`.
    pub(super) fn of(page: &'t str) -> Self {
        let indents_text = CONTAINERS.iter().any(|mark| memmem::find(page.as_bytes(), mark.as_bytes()).is_some());
        Self { page, structure: Structure::default(), code: Vec::new(), indents_text }
    }

    /// Takes the heading whose text stands at `span`, with the `id` behind it.
    pub(super) fn heading(&mut self, span: FileSpan, level: u8, id: Option<FileSpan>) {
        if span.is_empty() {
            return;
        }
        let text = span.of(self.page);
        // Over a line of `=`, a heading may run over several.
        let text = if text.contains('\n') { text.replace('\n', " ").into() } else { text.into() };
        let id = id.map(|id| id.of(self.page));
        self.structure.headings.push(Heading { text, source: None, level, span, id });
    }

    /// Takes the link or image at `range`, which leads to `destination`; that of a reference stands elsewhere.
    pub(super) fn link(&mut self, destination: &str, range: Range<usize>) {
        let written = || {
            let at = self.page[range.clone()].rfind("](")?;
            let (_, destination) = markup::link_destination(self.page, range.start + at + 1)?;
            Some(FileSpan::from(destination.range()))
        };
        // With an escape in it, it is a copy.
        if let Some(span) = part_of(self.page, destination).or_else(written) {
            self.structure.links.push(PageLink { destination: span.of(self.page), span });
        }
    }

    /// Takes code within a text.
    pub(super) fn code(&mut self, range: Range<usize>) {
        self.code.push(range.into());
    }

    /// Takes a block of code.
    pub(super) fn code_block(&mut self, range: Range<usize>, indented: bool) {
        if indented && self.indents_text {
            self.lines(range);
        } else {
            self.code.push(range.into());
        }
    }

    /// Takes the tag at `range`.
    pub(super) fn tag(&mut self, range: Range<usize>) {
        let tag = &self.page[range.clone()];
        if tag.starts_with("<!") || tag.starts_with("</") {
            return;
        }
        let name = tag[1..].split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        let is = |wanted: &str| name.eq_ignore_ascii_case(wanted);
        for (attribute, value) in attributes(tag) {
            let span = FileSpan::from(value.shifted(range.start).range());
            let value = span.of(self.page);
            match attribute {
                "name" | "id" => self.structure.anchors.push(value),
                "href" if is("a") => self.structure.links.push(PageLink { destination: value, span }),
                "src" if is("img") => self.structure.links.push(PageLink { destination: value, span }),
                _ => {}
            }
        }
    }

    /// Takes a block of HTML.
    pub(super) fn html(&mut self, range: Range<usize>) {
        let block = &self.page[range.clone()];
        if ["<!--", "<pre", "<script", "<style"].iter().any(|start| block.starts_with(start)) {
            self.code.push(range.into());
            return;
        }
        self.lines(range);
    }

    /// Takes the lines at `range` that look like headings.
    fn lines(&mut self, range: Range<usize>) {
        let page = self.page;
        let mut at = range.start;
        for line in page[range].split_inclusive('\n') {
            let body = line.trim_start();
            let text = body.trim_start_matches('#');
            let level = body.len() - text.len();
            if (1..=6).contains(&level) && text.starts_with([' ', '\t']) {
                let start = at + line.len() - text.len();
                self.marked(FileSpan::new(start, start + text.len()), level as u8);
            }
            at += line.len();
        }
    }

    /// Takes a heading that nobody has read but for its marks: what stands behind them is at `span`.
    fn marked(&mut self, span: FileSpan, level: u8) {
        let (text, id) = without_marks(span.of(self.page));
        let start = part_of(self.page, text).unwrap_or(span);
        self.heading(start, level, id.and_then(|id| part_of(self.page, id)));
    }

    /// Everything that was gathered.
    pub(super) fn close(mut self) -> Structure<'t> {
        let mut code = self.code.iter().peekable();
        for at in memchr::memchr_iter(b'{', self.page.as_bytes()) {
            while code.next_if(|span| (span.end as usize) <= at).is_some() {}
            let is_code = code.peek().is_some_and(|span| (span.start as usize) <= at);
            let list = attribute_list(&self.page[at..]).filter(|_| !is_code);
            self.structure.anchors.extend(list.and_then(listed_id));
        }
        // Of a reference, every use says where it leads.
        self.structure.links.sort_by_key(|link| link.span);
        self.structure.links.dedup_by_key(|link| link.span);
        self.structure
    }
}

/// The text of a heading whose line goes on with `line` behind its marks, without blanks, closing marks (`# Title #`) and
/// attributes; and the id that these give.
pub(super) fn without_marks(line: &str) -> (&str, Option<&str>) {
    let line = line.trim();
    let bare = line.trim_end_matches('#');
    let text = if bare.len() < line.len() && bare.ends_with([' ', '\t']) { bare.trim_end() } else { line };
    let list = text.rfind('{').filter(|_| text.ends_with('}'));
    match list.and_then(|at| Some((at, attribute_list(&text[at..])?))) {
        Some((at, list)) => (text[..at].trim_end(), listed_id(list)),
        None => (text, None),
    }
}
