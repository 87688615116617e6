//! Markdown for the page of a job (`$GITHUB_STEP_SUMMARY`) or a comment: how many, by locale and by check, and the
//! worst of them with their texts.
//!
//! Errors come first, then warnings, then what is info. What the pages say is written so that it can be nothing but
//! text: no markup, no HTML, no link, no mention of a person or an issue. Rows and texts are cut, so that the whole is
//! far below the mebibyte that GitHub takes.

use super::pretty::{self, Excerpt, Excerpts, excerpts};
use super::tally::{self, Row};
use super::{Reporter, Scene, said};
use crate::finding::Finding;
use std::cmp::Reverse;
use std::io;

/// Findings that are told one by one.
pub const FIRST: usize = 20;
/// Checks that are listed.
const CHECKS: usize = 10;
/// Locales that are listed.
const LOCALES: usize = 200;
/// Cells of an excerpt.
const ROOM: usize = 160;
/// Characters of a message or a path.
const LONGEST: usize = 300;

/// The Markdown form.
pub struct Markdown;

impl Reporter for Markdown {
    fn write(&self, scene: &Scene<'_>, out: &mut dyn io::Write) -> io::Result<()> {
        writeln!(out, "## bilint\n")?;
        let mut summary = Vec::new();
        pretty::summary(scene, &mut summary)?;
        for line in String::from_utf8_lossy(&summary).lines() {
            writeln!(out, "- {line}")?;
        }
        locales(scene, out)?;
        if scene.report.findings.is_empty() {
            return Ok(());
        }
        checks(scene, out)?;
        findings(scene, out)
    }
}

/// Writes the table of locales.
fn locales(scene: &Scene<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let rows = tally::by_locale(scene).into_iter().filter(|(_, row)| row.segments + row.findings + row.settled > 0);
    let rows: Vec<_> = rows.collect();
    writeln!(out, "\n| locale | documents | segments | errors | warnings | info | per 1,000 segments | settled |")?;
    writeln!(out, "|:--|--:|--:|--:|--:|--:|--:|--:|")?;
    for (locale, row) in rows.iter().take(LOCALES) {
        let Row { documents, segments, findings, errors, warnings, settled } = row;
        let (locale, infos, rate) = (escaped(locale), findings - errors - warnings, row.rate());
        writeln!(
            out,
            "| {locale} | {documents} | {segments} | {errors} | {warnings} | {infos} | {rate:.1} | {settled} |"
        )?;
    }
    more(rows.len().saturating_sub(LOCALES), "locales", out)
}

/// Writes the table of checks.
fn checks(scene: &Scene<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let mut rows = tally::by_check(scene);
    rows.retain(|(_, row)| row.findings > 0);
    writeln!(out, "\n| check | findings | finds |\n|:--|--:|:--|")?;
    for (id, row) in rows.iter().take(CHECKS) {
        let summary = scene.registry.get(id).map_or("", |check| check.summary());
        writeln!(out, "| {} | {} | {} |", escaped(id), row.findings, prose(summary.trim_end_matches('.')))?;
    }
    more(rows.len().saturating_sub(CHECKS), "checks", out)
}

/// Writes the findings, the worst first.
fn findings(scene: &Scene<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let mut findings: Vec<&Finding> = scene.report.findings.iter().collect();
    findings.sort_by_key(|finding| Reverse(finding.severity));
    writeln!(out, "\n### Findings\n")?;
    for (number, finding) in findings.iter().take(FIRST).enumerate() {
        write(scene, number + 1, finding, out)?;
    }
    more(findings.len().saturating_sub(FIRST), "findings", out)
}

fn more(count: usize, what: &str, out: &mut dyn io::Write) -> io::Result<()> {
    if count == 0 { Ok(()) } else { writeln!(out, "\n… and {count} more {what}.") }
}

/// Writes one finding: what and where, then the texts.
fn write(scene: &Scene<'_>, number: usize, finding: &Finding, out: &mut dyn io::Write) -> io::Result<()> {
    let at = scene.locate(finding.place);
    let severity = super::concise::severity_name(finding.severity);
    let place = format!("{}:{}:{}", cut_front(at.path), at.start.line, at.start.column);
    // What belongs to an item stands under its text.
    let indent = " ".repeat(format!("{number}. ").len());
    writeln!(out, "{number}. **{severity}** {} at {}\\", escaped(finding.check), code(&place))?;
    writeln!(out, "{indent}{}", prose(cut(&said(finding))))?;
    let Excerpts { locale, own, other } = excerpts(scene, finding, ROOM);
    if let Some((locale, excerpt, _)) = other.filter(|(_, excerpt, _)| !excerpt.text.is_empty()) {
        writeln!(out, "{indent}- {}: {}", escaped(locale.tag()), code(&excerpt.text))?;
    }
    writeln!(out, "{indent}- {}: {}", escaped(locale.tag()), marked(&own))
}

/// An excerpt with its place in bold: a place between two characters as a caret, blanks as open boxes.
fn marked(excerpt: &Excerpt) -> String {
    let place = excerpt.marked.range();
    let (before, behind) = (&excerpt.text[..place.start], &excerpt.text[place.end..]);
    let marked = &excerpt.text[place];
    let shown = match marked.trim() {
        "" if marked.is_empty() => "‸".to_owned(),
        // A browser shows blanks as one, if at all.
        "" => "␣".repeat(marked.chars().count()),
        _ => escaped(marked),
    };
    format!("<code>{}<b>{shown}</b>{}</code>", escaped(before), escaped(behind))
}

/// `text` as code. Tags and not backticks: a text may hold any number of those, and cells of tables part code.
fn code(text: &str) -> String {
    format!("<code>{}</code>", escaped(text))
}

/// A sentence of this program, in which backticks stand around what it cites.
fn prose(text: &str) -> String {
    if text.matches('`').count() % 2 == 1 {
        return escaped(text);
    }
    let cited = |(index, part): (usize, &str)| if index % 2 == 1 { code(part) } else { escaped(part) };
    text.split('`').enumerate().map(cited).collect()
}

/// `text` as text alone: punctuation that could be markup is escaped, controls and line ends are blanks, and an empty
/// comment keeps `@`, `#` and the `-` of `GH-12` apart from what would make a mention of them.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() * 2);
    let mut before = ' ';
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            // `GH-12` is a mention of an issue.
            '-' if matches!(before, 'h' | 'H') && characters.peek().is_some_and(char::is_ascii_digit) => {
                escaped.push_str("-<!-- -->");
            }
            // Within a word it begins no item, and no address but behind `www`.
            '-' | '.' if before.is_alphabetic() && !matches!(before, 'w' | 'W') => escaped.push(character),
            // The beginning of an address, for who looks for one in the text as it is written.
            '/' if before == ':' => escaped.push_str("\\/"),
            '@' | '#' => escaped.extend(['\\', character].into_iter().chain("<!-- -->".chars())),
            ',' | '\'' | ';' | '?' | '/' | '%' | '(' => escaped.push(character),
            character if character.is_ascii_punctuation() => escaped.extend(['\\', character]),
            character if character.is_control() => escaped.push(' '),
            character => escaped.push(character),
        }
        before = character;
    }
    escaped
}

/// The beginning of `text` that is not too long.
fn cut(text: &str) -> &str {
    text.char_indices().nth(LONGEST).map_or(text, |(end, _)| &text[..end])
}

/// The end of `path` that is not too long.
fn cut_front(path: &str) -> &str {
    path.char_indices().rev().nth(LONGEST - 1).map_or(path, |(start, _)| &path[start..])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag};

    /// What a reader of Markdown makes of `markdown`, which must be text and the tags of this form.
    fn read(markdown: &str) -> String {
        let parser = Parser::new_ext(markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION);
        let mut text = String::new();
        for event in parser {
            match event {
                Event::Text(part) => text.push_str(&part),
                Event::InlineHtml(tag) => assert!(matches!(&*tag, "<code>" | "</code>" | "<b>" | "</b>" | "<!-- -->")),
                Event::Start(Tag::Paragraph) | Event::End(_) => {}
                other => panic!("{markdown:?} is markup: {other:?}"),
            }
        }
        text
    }

    #[test]
    fn what_a_page_says_is_text_alone() {
        let text = "- a [b](c) ![d](e) <img src=x> &amp; `f` **g** __h__ ~~i~~ | $j$ @you #12 https://k.example \\ {l}";
        assert_eq!(read(&escaped(text)), text);
        assert_eq!(read(&format!("x {}", escaped("one\r\ntwo\u{1b}[0m"))), "x one  two [0m");
        assert_eq!(read(&format!("x {}", prose("say `a|b` and `<c>`"))), "x say a|b and <c>");
        assert_eq!(read(&format!("x {}", prose("`a` and `b"))), "x `a` and `b");
        assert!(!escaped("https://k.example").contains("://"));
        assert_eq!((&*escaped("GH-12"), &*escaped("re-use")), ("GH-<!-- -->12", "re-use"));
        assert!(!escaped("@you").contains("@y") && !escaped("#12").contains("#1") && !escaped("www.a").contains("w.a"));
    }

    proptest! {
        #[test]
        fn no_text_is_markup(text in "[ -~]{0,40}|[*_`~|<>&#:!\\[\\]()\\\\ \n\ta-c1-3é保.+=-]{0,40}") {
            let blank = text.replace(char::is_control, " ");
            // Blanks at the ends of lines belong to nobody.
            prop_assert_eq!(read(&escaped(text.trim())), blank.trim());
            prop_assert_eq!(read(&format!("x {}", escaped(&text))), format!("x {}", blank.trim_end()).trim().to_owned());
            let linked = escaped(&text).to_lowercase();
            prop_assert!(!linked.contains("://") && !linked.contains("www."));
        }
    }

    #[test]
    fn long_texts_are_cut_between_characters() {
        let long = "é".repeat(1000);
        assert_eq!(cut(&long).chars().count(), LONGEST);
        assert_eq!(cut_front(&long).chars().count(), LONGEST);
        assert_eq!((cut("é"), cut_front("é")), ("é", "é"));
    }
}
