//! Headings, links and anchors of a page of one language, gathered while its blocks are read.
//!
//! What Markdown hides from readers is none of them: code, comments, what is escaped. Blocks of HTML are read by their
//! tags; a line in one that would be a heading is taken for one, because some generators read Markdown within HTML.

use super::blocks::part_of;
use crate::model::{Heading, Label, Name, PageLink, Structure};
use crate::span::FileSpan;
use crate::text::attributes::{attribute_list, attributes, listed_id};
use crate::text::markup;
use memchr::memmem;
use std::cell::OnceCell;
use std::ops::Range;

/// What was gathered so far.
pub(super) struct Outline<'t> {
    page: &'t str,
    structure: Structure<'t>,
    /// Names and ids, and where they stand.
    names: Vec<(usize, &'t str)>,
    /// Code, in order.
    code: Vec<FileSpan>,
    /// Whether what is set in may be text to the generator; most pages set nothing in.
    indents_text: OnceCell<bool>,
}

/// Markers of the containers of `MkDocs`, whose content is set in by four blanks, as code is in Markdown
/// (Python-Markdown's `admonition`, `pymdownx.details`, `pymdownx.tabbed`).
const CONTAINERS: [&str; 5] = ["\n!!! ", "\n??? ", "\n???+ ", "\n=== \"", "\n===! \""];

impl<'t> Outline<'t> {
    /// Nothing yet of `page`.
    pub(super) fn of(page: &'t str) -> Self {
        let (structure, indents_text) = (Structure::default(), OnceCell::new());
        Self { page, structure, names: Vec::new(), code: Vec::new(), indents_text }
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

    /// Takes the definition at `range` of the reference `label`, which leads to `destination`.
    pub(super) fn definition(&mut self, label: &str, destination: &str, range: Range<usize>) {
        let link = part_of(self.page, destination).map(|span| PageLink { destination: span.of(self.page), span });
        self.structure.labels.push(Label { label: folded(label), link, span: range.into() });
    }

    /// Takes the link at `range` to the reference `label`, which the page does not define.
    pub(super) fn undefined(&mut self, label: &str, range: Range<usize>) {
        self.structure.labels.push(Label { label: folded(label), link: None, span: range.into() });
    }

    /// Takes code within a text.
    pub(super) fn code(&mut self, range: Range<usize>) {
        self.code.push(range.into());
    }

    /// Takes a block of code.
    pub(super) fn code_block(&mut self, range: Range<usize>, indented: bool) {
        let has = |mark: &&str| memmem::find(self.page.as_bytes(), mark.as_bytes()).is_some();
        if indented && *self.indents_text.get_or_init(|| CONTAINERS.iter().any(has)) {
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
                "name" | "id" => self.names.push((span.range().start, value)),
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
            self.names.extend(list.and_then(listed_id).map(|id| (at, id)));
        }
        self.structure.headings.sort_by_key(|heading| heading.span);
        self.structure.names = names(self.page, &self.structure.headings, self.names);
        self.structure.labels.sort_by_key(|label| label.span);
        // Of a reference, every use says where it leads.
        self.structure.links.sort_by_key(|link| link.span);
        self.structure.links.dedup_by_key(|link| link.span);
        self.structure
    }
}

/// A label as it compares: case and the kind of its blanks do not matter.
fn folded(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The names `found` in `page`, whose `headings` are in order, each with the heading that it belongs to.
pub(super) fn names<'t>(page: &'t str, headings: &[Heading<'t>], found: Vec<(usize, &'t str)>) -> Vec<Name<'t>> {
    let number = |at: usize| {
        let next = headings.partition_point(|heading| (heading.span.end as usize) <= at);
        let stands_before = headings.get(next).is_some_and(|it| is_bare(page, at, it.span.range().start));
        let stands_behind = || next > 0 && is_bare(page, headings[next - 1].span.range().end, at);
        if stands_before { Some(next) } else { stands_behind().then(|| next - 1) }
    };
    found.into_iter().map(|(at, name)| Name { name, heading: number(at).map(|number| number as u32) }).collect()
}

/// Bytes between a name and its heading: tags, blanks and marks take no more.
const NEAR: usize = 300;

/// Whether nothing that shows stands in `page` from a place within a tag, or behind a heading, to `to`.
fn is_bare(page: &str, from: usize, to: usize) -> bool {
    let Some(mut rest) = page.get(from..to.max(from)).filter(|between| between.len() < NEAR) else { return false };
    if let Some(close) = rest.find('>').filter(|&close| !rest[..close].contains(['<', '\n'])) {
        rest = &rest[close + 1..];
    }
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '#' | '>' | '-' | '*'));
        match rest.find('>').filter(|_| rest.starts_with('<')) {
            Some(close) => rest = &rest[close + 1..],
            None => return rest.is_empty(),
        }
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

#[cfg(test)]
mod tests {
    use super::super::blocks::read;

    #[track_caller]
    fn headings(page: &str) -> Vec<(u8, String, Option<&str>)> {
        let found = read(page).1.headings.into_iter();
        found.map(|heading| (heading.level, heading.text.into_owned(), heading.id)).collect()
    }

    #[test]
    fn headings_are_what_markdown_takes_for_one() {
        let texts = |page| headings(page).into_iter().map(|(_, text, _)| text).collect::<Vec<_>>();
        assert_eq!(headings("One\n---\n\nTwo\n===\n").iter().map(|it| it.0).collect::<Vec<_>>(), [2, 1]);
        assert_eq!(texts("  ## a\n\n> ## b\n\n- ## c\n\n## d ##\n"), ["a", "b", "c", "d"]);
        assert_eq!(texts("1. ```sh\n   ls\n   ```\n\n## a\n"), ["a"]);
        assert_eq!(texts("```ls``` lists.\n\n## a\n\n```\n```js\n## b\n```\n\n## c\n"), ["a", "c"]);
        assert_eq!(texts("<!--\n## a\n```\n-->\n## b\n\n    ## c\n"), ["b"]);
        // To some generators; nobody is hurt by an anchor too many.
        assert_eq!(texts("<div>\n## a\n</div>\n\n<h2>b</h2>\n"), ["a", "b"]);
        assert_eq!(texts("=== \"Linux\"\n\n    ## a\n\n=== \"Mac\"\n\n    ## b {#c}\n"), ["a", "b"]);
    }

    #[test]
    fn ids_stand_behind_headings_in_many_ways() {
        for list in ["{#a}", "{ #a }", "{: #a }", "{#a .x}", "{.x #a}", "{/* #a */}"] {
            assert_eq!(headings(&format!("## Two words {list}\n")), [(2, "Two words".to_owned(), Some("a"))], "{list}");
        }
        assert_eq!(headings("## GET /users/{id}\n"), [(2, "GET /users/{id}".to_owned(), None)]);
    }

    #[test]
    fn names_belong_to_the_heading_beside_them() {
        let names = |page| read(page).1.names.into_iter().map(|it| (it.name, it.heading)).collect::<Vec<_>>();
        assert_eq!(names("# t\n\n## <a name=\"x\"></a>a\n"), [("x", Some(1))]);
        assert_eq!(names("# t\n\n<a\n  id=x></a>\n\n## a {#y}\n"), [("x", Some(1)), ("y", Some(1))]);
        assert_eq!(names("# t\n\n<a id='x'></a> text\n\n## a\n"), [("x", None)]);
        assert_eq!(names("Text.\n{: #x }\n\n`{#y}`\n"), [("x", None)]);
    }

    #[test]
    fn links_are_what_readers_can_follow() {
        let links = |page| read(page).1.links.into_iter().map(|link| link.destination).collect::<Vec<_>>();
        assert_eq!(
            links("[a](b.md \"t\") ![c](<d e.png>) <a href=\"f.md\">f</a> <img src=g.png>"),
            ["b.md", "d e.png", "f.md", "g.png"]
        );
        assert_eq!(links(r"\[a\](b) `[a](b)` [a](b\_c.md) <!-- [a](b) -->"), [r"b\_c.md"]);
        assert_eq!(links("    [a](b)\n\n<pre>\n[a](b)\n</pre>\n"), [""; 0]);
        assert_eq!(links("[a][x] and [b][x]\n\n[x]: c.md\n"), ["c.md"]);
        let labels = read("[a][x] [b][Y  z]\n\n[x]: c.md\n").1.labels;
        let labels: Vec<_> = labels.iter().map(|it| (&*it.label, it.link.map(|link| link.destination))).collect();
        assert_eq!(labels, [("y z", None), ("x", Some("c.md"))]);
    }
}
