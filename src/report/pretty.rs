//! For people at a terminal: the place in the translation, marked, above the source it was made from.

use super::concise::severity_name;
use super::{Reporter, Scene, tame};
use crate::finding::{Finding, Fix, Severity, Trust};
use crate::locale::{Direction, Locale};
use crate::model::{Place, Side};
use crate::span::Span;
use anstyle::{AnsiColor, Style};
use std::io;
use unicode_width::UnicodeWidthStr;

/// The pretty form. Lines are at most `width` cells wide; wide characters count as two.
pub struct Pretty {
    /// Whether to use colours.
    pub color: bool,
    /// Cells of a line.
    pub width: usize,
}

/// A piece of a text around a place, on one line.
#[derive(Debug)]
pub(super) struct Excerpt {
    /// The piece.
    pub(super) text: String,
    /// The place in it.
    pub(super) marked: Span,
}

/// The texts that a finding speaks of.
pub(super) struct Excerpts<'a> {
    /// The language of the text that it is found in.
    pub(super) locale: &'a Locale,
    /// That text.
    pub(super) own: Excerpt,
    /// The other half of the segment, with its locale, and whether its place explains the finding.
    pub(super) other: Option<(&'a Locale, Excerpt, bool)>,
}

impl Reporter for Pretty {
    fn write(&self, scene: &Scene<'_>, out: &mut dyn io::Write) -> io::Result<()> {
        for finding in &scene.report.findings {
            self.finding(scene, finding, out)?;
        }
        summary(scene, out)
    }
}

impl Pretty {
    fn finding(&self, scene: &Scene<'_>, finding: &Finding, out: &mut dyn io::Write) -> io::Result<()> {
        let at = scene.locate(finding.place);
        let (loud, bold, dim) = (self.style(finding.severity), self.bold(), self.dim());
        let severity = severity_name(finding.severity);
        writeln!(out, "{loud}{severity}[{}]{loud:#}{bold}: {}{bold:#}", finding.check, tame(&finding.message))?;
        let document = &scene.docset.documents[finding.place.document()];
        let [source, target] = &document.locales;
        let gutter = source.tag().len().max(target.tag().len()).max(4);
        let room = self.width.saturating_sub(gutter + 6).max(30);
        writeln!(out, "{dim}{:>gutter$}-->{dim:#} {}:{}:{}", "", tame(at.path), at.start.line, at.start.column)?;
        writeln!(out, "{dim}{:>gutter$} |{dim:#}", "")?;
        let shown = excerpts(scene, finding, room);
        self.line(shown.locale, gutter, &shown.own, Some('^'), loud, out)?;
        if let Some((locale, excerpt, is_marked)) = &shown.other {
            self.line(locale, gutter, excerpt, is_marked.then_some('-'), dim, out)?;
        }
        if let Some(help) = &finding.help {
            writeln!(out, "{dim}{:>gutter$} ={dim:#} {bold}help{bold:#}: {}", "", tame(help))?;
        }
        if let Some(fix) = &finding.fix {
            let how = match fix.trust {
                Trust::Safe => "fix",
                Trust::Unsafe => "unsafe fix",
                Trust::Shown => "perhaps",
            };
            let change = change(scene, fix);
            writeln!(out, "{dim}{:>gutter$} ={dim:#} {bold}{how}{bold:#}: {change}", "")?;
        }
        writeln!(out)
    }

    /// One text with its locale before it, and a line of marks under it.
    fn line(
        &self,
        locale: &Locale,
        gutter: usize,
        excerpt: &Excerpt,
        mark: Option<char>,
        style: Style,
        out: &mut dyn io::Write,
    ) -> io::Result<()> {
        let dim = self.dim();
        writeln!(out, "{dim}{:>gutter$} |{dim:#} {}", locale.tag(), excerpt.text)?;
        let Some(mark) = mark else { return Ok(()) };
        let marked = excerpt.marked.of(&excerpt.text);
        if locale.language().direction == Direction::RightToLeft {
            // A terminal turns such a line around, so that marks below it would point astray.
            return writeln!(out, "{dim}{:>gutter$} |{dim:#} {style}{mark} {marked}{style:#}", "");
        }
        let before = excerpt.text[..excerpt.marked.range().start].width();
        let marks = mark.to_string().repeat(marked.width().max(1));
        writeln!(out, "{dim}{:>gutter$} |{dim:#} {:before$}{style}{marks}{style:#}", "", "")
    }

    fn style(&self, severity: Severity) -> Style {
        let color = match severity {
            Severity::Info => AnsiColor::BrightCyan,
            Severity::Warning => AnsiColor::BrightYellow,
            Severity::Error => AnsiColor::BrightRed,
        };
        self.when_colored(color.on_default().bold())
    }

    fn bold(&self) -> Style {
        self.when_colored(Style::new().bold())
    }

    fn dim(&self) -> Style {
        self.when_colored(AnsiColor::BrightBlue.on_default())
    }

    fn when_colored(&self, style: Style) -> Style {
        if self.color { style } else { Style::new() }
    }
}

/// The texts that `finding` speaks of, each in `room` cells.
pub(super) fn excerpts<'a>(scene: &Scene<'a>, finding: &Finding, room: usize) -> Excerpts<'a> {
    let document = &scene.docset.documents[finding.place.document()];
    match finding.place {
        Place::Segment { segment, side, span, .. } => {
            let segment = &document.parts.segments[segment as usize];
            let own = segment.side(side).as_str();
            let other = if side == Side::Target { Side::Source } else { Side::Target };
            let text = segment.side(other).as_str();
            // Marks under all of a text tell nothing.
            let counterpart = counterpart(finding, other).filter(|span| span.len() < text.len());
            let near = counterpart.unwrap_or_else(|| Span::empty(opposite(text, own, span)));
            let beside = (&document.locales[other as usize], excerpt(text, near, room), counterpart.is_some());
            Excerpts { locale: &document.locales[side as usize], own: excerpt(own, span, room), other: Some(beside) }
        }
        Place::File { side, .. } => {
            let at = scene.locate(finding.place);
            let text = &scene.sources.file(at.file).text;
            let own = excerpt(text, Span { start: at.span.start, end: at.span.end }, room);
            Excerpts { locale: &document.locales[side as usize], own, other: None }
        }
    }
}

/// What `fix` changes, in words.
pub(super) fn change(scene: &Scene<'_>, fix: &Fix) -> String {
    let replacement = scene.replacement(fix);
    let (old, new) = (tame(scene.text(fix.place)), tame(&replacement));
    match (&*old, &*new) {
        ("", new) => format!("insert `{new}`"),
        (old, "") => format!("remove `{old}`"),
        (old, new) => format!("`{old}` → `{new}`"),
    }
}

/// The place on the other side that explains the finding, if it names one.
fn counterpart(finding: &Finding, side: Side) -> Option<Span> {
    finding.related.iter().find_map(|place| match place {
        Place::Segment { side: other, span, segment, .. }
            if *other == side && Some(*segment as usize) == finding.place.segment() =>
        {
            Some(*span)
        }
        _ => None,
    })
}

/// The byte of `text` that lies as far on in it as `span` lies in `other`: where to look when nothing better is known.
fn opposite(text: &str, other: &str, span: Span) -> usize {
    text.floor_char_boundary(span.range().start * text.len() / other.len().max(1))
}

/// The part of `text` around `span` that fits into `room` cells, on one line. A long span is cut at its end.
fn excerpt(text: &str, span: Span, room: usize) -> Excerpt {
    let std::ops::Range { start, end } = span.range();
    let line_start = text[..start].rfind('\n').map_or(0, |line| line + 1);
    let line_end = text[start..].find('\n').map_or(text.len(), |line| start + line);
    let marked = text[start..end.min(line_end)].width().min(room);
    let before = fitting_end(&text[line_start..start], (room - marked) / 2);
    let from = start - before;
    let after = fitting_start(&text[from..line_end], room);
    let to = from + after;
    let lead = if from > line_start { "…" } else { "" };
    let tail = if to < line_end { "…" } else { "" };
    let body = tame(&text[from..to]);
    let marked = Span::new(lead.len() + start - from, lead.len() + end.min(to) - from);
    Excerpt { text: format!("{lead}{body}{tail}"), marked }
}

/// The bytes at the end of `text` that fit into `room` cells.
fn fitting_end(text: &str, room: usize) -> usize {
    let fits = |&(at, _): &(usize, char)| text[at..].width() <= room;
    text.char_indices().rev().take(room).take_while(fits).last().map_or(0, |(at, _)| text.len() - at)
}

/// The bytes at the beginning of `text` that fit into `room` cells.
fn fitting_start(text: &str, room: usize) -> usize {
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(room);
    ends.take_while(|&end| text[..end].width() <= room).last().unwrap_or_default()
}

/// Writes what was found in how much, what can be fixed, and what has no source: a line each.
pub(super) fn summary(scene: &Scene<'_>, out: &mut dyn io::Write) -> io::Result<()> {
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
    let parts: Vec<String> = [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Info, "info")]
        .into_iter()
        .filter(|(severity, _)| count(*severity) > 0)
        .map(|(severity, name)| match name {
            "info" => format!("{} info", count(severity)),
            _ => plural(count(severity), name),
        })
        .collect();
    if !parts.is_empty() {
        write!(out, ": {}", parts.join(", "))?;
    }
    writeln!(out)?;
    if let Some(change) = counts.change {
        let touched = plural(change.segments, "segment");
        let verb = if change.others == 1 { "is" } else { "are" };
        let others = plural(change.others, "finding");
        writeln!(out, "the change touched {touched}; {others} that it did not cause {verb} not shown")?;
    }
    if let Some(settled) = scene.settled() {
        writeln!(out, "{settled}")?;
    }
    let (safe, unsafe_) = (fixable(Trust::Safe), fixable(Trust::Unsafe));
    if safe + unsafe_ > 0 {
        writeln!(out, "{safe} can be fixed with `--fix`, {unsafe_} more with `--unsafe-fixes`")?;
    }
    if counts.unpaired > 0 {
        writeln!(
            out,
            "{} without a source: only what needs no source was checked there",
            plural(counts.unpaired, "document")
        )?;
    }
    Ok(())
}

/// `count` of what `noun` names, which makes its plural with an s.
pub(crate) fn plural(count: usize, noun: &str) -> String {
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
