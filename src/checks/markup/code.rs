//! Code spans of the source and their counterparts; shared by three checks.

use super::surplus;
use crate::model::SegmentView;
use crate::text::identifiers::{Shape, shape};
use crate::text::markup::Code;
use crate::text::similarity;

/// How the code spans of two sides go together once equal ones are set aside.
#[derive(Default)]
pub(super) struct Pairing {
    /// Code of the source and what stands for it, damaged or translated.
    pub(super) damaged: Vec<(Code, Code)>,
    /// Code of the source that occurs nowhere in the translation's code.
    pub(super) missing: Vec<Code>,
    /// Code of the translation that occurs nowhere in the source.
    pub(super) added: Vec<Code>,
}

/// Pairs the code of `segment`. `None` when both sides hold the same, which is nearly always.
pub(super) fn pair(segment: &SegmentView<'_>) -> Option<Pairing> {
    let (source, target) = (segment.source(), segment.target());
    let (ours, theirs) = (&source.markup().code, &target.markup().code);
    let same = |(one, other): (&Code, &Code)| one.inner.of(source.text()) == other.inner.of(target.text());
    if segment.is_one_sided() || ours.len() == theirs.len() && ours.iter().zip(theirs).all(same) {
        return None;
    }
    let from: Vec<String> = ours.iter().map(|code| normal(code.inner.of(source.text()))).collect();
    let to: Vec<String> = theirs.iter().map(|code| normal(code.inner.of(target.text()))).collect();
    // A code that is named twice and once kept was replaced by a pronoun: no fault.
    let mut missing: Vec<usize> = surplus(&from, &to).into_iter().filter(|&at| !to.contains(&from[at])).collect();
    let mut added: Vec<usize> = surplus(&to, &from).into_iter().filter(|&at| !from.contains(&to[at])).collect();
    let mut found = Pairing::default();
    while let Some((score, one, other)) = best(&from, &missing, &to, &added) {
        if score < 0.5 && missing.len() != added.len() {
            break;
        }
        let (one, other) = if score < 0.5 { (0, 0) } else { (one, other) };
        found.damaged.push((ours[missing.remove(one)], theirs[added.remove(other)]));
    }
    found.missing = missing.into_iter().map(|at| ours[at]).collect();
    found.added = added.into_iter().map(|at| theirs[at]).collect();
    Some(found)
}

fn best(from: &[String], missing: &[usize], to: &[String], added: &[usize]) -> Option<(f64, usize, usize)> {
    let pairs = (0..missing.len()).flat_map(|one| (0..added.len()).map(move |other| (one, other)));
    let scored = pairs.map(|(one, other)| (similarity::words(&from[missing[one]], &to[added[other]]), one, other));
    scored.max_by(|one, other| one.0.total_cmp(&other.0))
}

/// What must not differ: blanks at the edges fall away, blanks within count once, and a name to be filled in
/// (`<your-name>`, `{name}`) may be translated, unless it is the name of a parameter (`{projectId}`).
fn normal(code: &str) -> String {
    let mut text = String::with_capacity(code.len());
    let mut hole = None;
    for (at, character) in code.trim().char_indices() {
        let parameter = || {
            let name = code.trim()[at + 1..].split('}').next().unwrap_or_default();
            shape(name).is_some_and(|shape| matches!(shape, Shape::CamelCase | Shape::SnakeCase))
        };
        match (hole, character) {
            (None, '<') => hole = Some('>'),
            (None, '{') if !parameter() => hole = Some('}'),
            (Some(close), _) if close == character => hole = None,
            (Some(_), _) => continue,
            (None, c) if c.is_whitespace() && text.ends_with(' ') => continue,
            (None, c) if c.is_whitespace() => {
                text.push(' ');
                continue;
            }
            _ => {}
        }
        text.push(character);
    }
    text
}

/// Whether `code` is something a program reads, and no text of a screen that someone marked as code: it holds no
/// blank between capitalised words.
pub(super) fn is_literal(code: &str) -> bool {
    let words: Vec<&str> = code.split_whitespace().collect();
    let plain =
        |word: &&str| word.chars().all(|c| c.is_alphabetic() || matches!(c, ',' | '.' | '!' | '?' | '’' | '\''));
    !(words.len() > 1 && words.iter().all(plain) && code.starts_with(char::is_uppercase))
}
