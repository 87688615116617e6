//! For people at a terminal: the place in the translation, marked, above the source it was made from.

use super::{Reporter, Scene};
use crate::finding::{Finding, Severity, Trust};
use crate::locale::Direction;
use crate::model::{Place, Side};
use crate::span::Span;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet, renderer::DecorStyle};
use std::io;

/// The pretty form.
pub struct Pretty {
    /// Whether to use colours.
    pub color: bool,
    /// Columns of the terminal.
    pub width: usize,
}

/// A piece of a text around a place, on one line.
struct Excerpt {
    text: String,
    marked: Span,
}

impl Reporter for Pretty {
    fn write(&self, scene: &Scene<'_>, out: &mut dyn io::Write) -> io::Result<()> {
        let renderer = if self.color { Renderer::styled() } else { Renderer::plain() };
        let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(self.width);
        for finding in &scene.report.findings {
            writeln!(out, "{}\n", renderer.render(&[self.group(scene, finding)]))?;
        }
        summary(scene, out)
    }
}

impl Pretty {
    fn group<'a>(&self, scene: &Scene<'a>, finding: &'a Finding) -> Group<'a> {
        let level = match finding.severity {
            Severity::Info => Level::INFO,
            Severity::Warning => Level::WARNING,
            Severity::Error => Level::ERROR,
        };
        let at = scene.locate(finding.place);
        let document = &scene.docset.documents[finding.place.document()];
        let mut group = level
            .primary_title(&*finding.message)
            .id(finding.check)
            .element(Origin::path(at.path).line(at.start.line as usize).char_column(at.start.column as usize));
        let room = self.width.saturating_sub(12).clamp(40, 160);
        let (excerpt, direction) = match finding.place {
            Place::Segment { segment, side, span, .. } => {
                let text = document.parts.segments[segment as usize].side(side).as_str();
                (excerpt(text, span, room), document.locales[side as usize].language().direction)
            }
            Place::File { .. } => {
                let text = &scene.sources.file(at.file).text;
                let span = Span { start: at.span.start, end: at.span.end };
                (excerpt(text, span, room), Direction::LeftToRight)
            }
        };
        let mut mark = AnnotationKind::Primary.span(excerpt.marked.range());
        if direction == Direction::RightToLeft {
            // A terminal turns such a line around, so that marks below it point astray: the words are told as well.
            mark = mark.label(excerpt.marked.of(&excerpt.text).to_owned());
        }
        group = group.element(Snippet::source(excerpt.text).line_start(at.start.line as usize).annotation(mark));
        if let Some(index) = finding.place.segment()
            && finding.place.side() == Side::Target
        {
            let source = document.parts.segments[index].source.as_str();
            let tag = document.locales[Side::Source as usize].language().name;
            let counterpart = finding.related.iter().find_map(|place| match place {
                Place::Segment { side: Side::Source, span, segment, .. } if *segment as usize == index => Some(*span),
                _ => None,
            });
            let excerpt = self::excerpt(source, counterpart.unwrap_or_default(), room);
            let kind = if counterpart.is_some() { AnnotationKind::Context } else { AnnotationKind::Visible };
            let snippet = Snippet::source(excerpt.text).line_numbering(false);
            let label = counterpart.map(|_| tag.to_owned());
            group = group.element(snippet.annotation(kind.span(excerpt.marked.range()).label(label)));
        }
        if let Some(help) = &finding.help {
            group = group.element(Level::HELP.message(&**help));
        }
        if let Some(fix) = &finding.fix {
            let how = match fix.trust {
                Trust::Safe => "`--fix` writes",
                Trust::Unsafe => "`--unsafe-fixes` writes",
                Trust::Shown => "perhaps",
            };
            let text = if fix.text.is_empty() { "nothing there".to_owned() } else { format!("`{}`", fix.text) };
            group = group.element(Level::NOTE.message(format!("{how} {text}")));
        }
        group
    }
}

/// The part of `text` around `span` that fits into `room` characters, on one line. A long span is cut at its end.
fn excerpt(text: &str, span: Span, room: usize) -> Excerpt {
    let marked = text[span.range()].chars().count().min(room);
    let before = (room - marked) / 2;
    let start =
        text[..span.range().start].char_indices().rev().take(before).last().map_or(span.range().start, |(at, _)| at);
    // A page is one text: an excerpt of it stays on the line.
    let start = text[start..span.range().start].rfind('\n').map_or(start, |line| start + line + 1);
    let rest = &text[span.range().start..];
    let length = rest
        .char_indices()
        .nth(room - text[start..span.range().start].chars().count())
        .map_or(rest.len(), |(at, _)| at);
    let end = span.range().start + length;
    let end = text[span.range().end.min(end)..end].find('\n').map_or(end, |line| span.range().end.min(end) + line);
    let lead = if start > 0 && !text[..start].ends_with('\n') { "…" } else { "" };
    let tail = if end < text.len() && !text[end..].starts_with('\n') { "…" } else { "" };
    // Line ends within the excerpt become blanks of the same length.
    let body = text[start..end].replace(['\n', '\r', '\t'], " ");
    let from = lead.len() + span.range().start - start;
    let to = lead.len() + span.range().end.min(end) - start;
    Excerpt { text: format!("{lead}{body}{tail}"), marked: Span::new(from, to) }
}

fn summary(scene: &Scene<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let count = |severity| scene.report.findings.iter().filter(|finding| finding.severity == severity).count();
    let fixable =
        |trust| scene.report.findings.iter().filter(|f| f.fix.as_ref().is_some_and(|fix| fix.trust == trust)).count();
    let counts = &scene.report.counts;
    write!(
        out,
        "{} in {} ({})",
        plural(scene.report.findings.len(), "finding"),
        plural(counts.segments, "segment"),
        plural(counts.documents, "document")
    )?;
    let parts: Vec<String> = [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Info, "hint")]
        .into_iter()
        .filter(|(severity, _)| count(*severity) > 0)
        .map(|(severity, name)| plural(count(severity), name))
        .collect();
    if !parts.is_empty() {
        write!(out, ": {}", parts.join(", "))?;
    }
    writeln!(out)?;
    let (safe, unsafe_) = (fixable(Trust::Safe), fixable(Trust::Unsafe));
    if safe + unsafe_ > 0 {
        writeln!(out, "{safe} can be fixed with `--fix`, {unsafe_} more with `--unsafe-fixes`")?;
    }
    if counts.unpaired > 0 {
        writeln!(
            out,
            "{} without a source: only links and structure were checked there",
            plural(counts.unpaired, "document")
        )?;
    }
    Ok(())
}

fn plural(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_keeps_the_place_and_the_line() {
        let text = format!("first\n{} mark {}\nlast", "a".repeat(100), "b".repeat(100));
        let at = text.find("mark").unwrap();
        let found = excerpt(&text, Span::new(at, at + 4), 40);
        assert_eq!(found.marked.of(&found.text), "mark");
        assert!(found.text.starts_with('…') && found.text.ends_with('…') && found.text.chars().count() <= 42);
        let found = excerpt("short\nline", Span::new(6, 10), 40);
        assert_eq!((found.text.as_str(), found.marked), ("line", Span::new(0, 4)));
    }
}
