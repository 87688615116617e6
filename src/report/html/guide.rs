//! What a check is, for the page: its docs taken apart, so that the script needs to read no Markdown.

use super::records::utf16;
use crate::check::CheckDef;
use crate::examples::{self, Example, Mark};
use crate::locale::{Direction, Locale};
use crate::report::reference;
use crate::scoreboard;
use crate::span::Span;
use serde::Serialize;
use std::fmt::Write as _;

/// A check that found something.
#[derive(Serialize)]
pub(super) struct CheckRecord {
    id: &'static str,
    category: &'static str,
    mqm: &'static str,
    its: &'static str,
    summary: &'static str,
    /// Paragraphs, without the summary; words between backticks are code.
    about: Vec<String>,
    measured: String,
    examples: Vec<ExampleRecord>,
}

#[derive(Serialize)]
struct ExampleRecord {
    fails: bool,
    #[serde(skip_serializing_if = "String::is_empty")]
    configuration: String,
    texts: Vec<TextRecord>,
}

/// One text of an example, with what is reported in it.
#[derive(Serialize)]
struct TextRecord {
    /// Its path or language.
    label: String,
    /// The language of one of a pair.
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<String>,
    rtl: bool,
    text: String,
    marks: Vec<[usize; 2]>,
}

impl CheckRecord {
    /// The record of `check`, which may be unknown to the registry: then it is an id and nothing else.
    pub(super) fn of(id: &'static str, check: Option<&'static CheckDef>) -> Self {
        let Some(check) = check else {
            let (measured, about, examples) = Default::default();
            return Self { id, category: "", mqm: "", its: "", summary: "", about, measured, examples };
        };
        Self {
            id,
            category: check.category.name(),
            mqm: check.mqm,
            its: check.its,
            summary: check.summary(),
            about: paragraphs(&check.markdown()),
            measured: reference::measured(scoreboard::score(id)),
            examples: examples::parse(check).into_iter().map(example).collect(),
        }
    }
}

/// The paragraphs of `markdown` outside fences, behind the first.
fn paragraphs(markdown: &str) -> Vec<String> {
    let mut fenced = false;
    let mut kept = Vec::new();
    for line in markdown.lines() {
        let fence = line.starts_with("```");
        fenced ^= fence;
        kept.push(if fenced || fence { "" } else { line });
    }
    let text = kept.join("\n");
    let paragraphs = text.split("\n\n").map(|paragraph| paragraph.trim().replace('\n', " "));
    paragraphs.filter(|paragraph| !paragraph.is_empty()).skip(1).collect()
}

fn example(example: Example) -> ExampleRecord {
    let Example { fails, mut configuration, files, before, pairs, language, marks, learned } = example;
    for (segments, source, target) in learned {
        let _ = write!(configuration, "\nlearned {segments} | {source} | {target}");
    }
    let configuration = configuration.trim_start().to_owned();
    let texts = if pairs.is_empty() {
        let file = |(path, text): (String, String)| {
            let marks = marks_in(&text, marks.iter().filter(|mark| mark.place == path));
            TextRecord { label: path, lang: None, rtl: false, text, marks }
        };
        // What a file held before a change stands behind all that is held now, and nothing is marked there.
        let before = before.into_iter().map(|(path, text)| (format!("{path} before"), text));
        files.into_iter().chain(before).map(file).collect()
    } else {
        let sides = pairs.into_iter().flat_map(|(source, target)| [("en", source), (language.as_str(), target)]);
        let side = |(index, (tag, text)): (usize, (&str, String))| {
            let number = (index + 1).to_string();
            let locale = Locale::parse(tag).unwrap_or_else(Locale::unknown);
            TextRecord {
                label: tag.to_owned(),
                lang: Some(locale.tag().to_owned()),
                rtl: locale.language().direction == Direction::RightToLeft,
                marks: marks_in(&text, marks.iter().filter(|mark| mark.place == number)),
                text,
            }
        };
        sides.enumerate().map(side).collect()
    };
    ExampleRecord { fails, configuration, texts }
}

/// `marks`, which count lines and characters, as the script counts.
fn marks_in<'m>(text: &str, marks: impl Iterator<Item = &'m Mark>) -> Vec<[usize; 2]> {
    let place = |mark: &Mark| {
        let lead: usize = text.split_inclusive('\n').take(mark.line - 1).map(str::len).sum();
        let line = text[lead..].lines().next().unwrap_or_default();
        let at = |column| lead + line.char_indices().nth(column).map_or(line.len(), |(at, _)| at);
        utf16(text, Span::new(at(mark.start), at(mark.end)))
    };
    marks.map(place).collect()
}
