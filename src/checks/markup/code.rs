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
    let wanted: Vec<_> = ours.iter().map(|code| holes(code.inner.of(source.text()))).collect();
    let from: Vec<String> = wanted.iter().map(normal).collect();
    let likeness = |code: &Code| {
        let given = holes(code.inner.of(target.text()));
        let like = wanted.iter().position(|wanted| is_same(wanted, &given));
        like.map_or_else(|| normal(&given), |original| from[original].clone())
    };
    let to: Vec<String> = theirs.iter().map(likeness).collect();
    // A code that is named twice and once kept was replaced by a pronoun: no fault.
    let mut missing: Vec<usize> = surplus(&from, &to).into_iter().filter(|&at| !to.contains(&from[at])).collect();
    let mut added: Vec<usize> = surplus(&to, &from).into_iter().filter(|&at| !from.contains(&to[at])).collect();
    let mut found = Pairing::default();
    for [one, other] in alike(&from, &missing, &to, &added) {
        found.damaged.push((ours[one], theirs[other]));
        missing.retain(|at| *at != one);
        added.retain(|at| *at != other);
    }
    if missing.len() == added.len() {
        let rest = missing.drain(..).zip(added.drain(..));
        found.damaged.extend(rest.map(|(one, other)| (ours[one], theirs[other])));
    }
    found.missing = missing.into_iter().map(|at| ours[at]).collect();
    found.added = added.into_iter().map(|at| theirs[at]).collect();
    Some(found)
}

/// As many codes that one side lacks are compared with as many of the other; no text has as many, but a hostile one.
const MOST: usize = 128;

/// Which of `missing` became which of `added` by their letters, the most alike first; of equals the last.
fn alike(from: &[String], missing: &[usize], to: &[String], added: &[usize]) -> Vec<[usize; 2]> {
    let pairs = missing.iter().take(MOST).flat_map(|&one| added.iter().take(MOST).map(move |&other| [one, other]));
    let scored = pairs.map(|[one, other]| (similarity::words(&from[one], &to[other]), [one, other]));
    let mut scored: Vec<_> = scored.filter(|(score, _)| *score >= 0.5).collect();
    scored.sort_by(|one, other| other.0.total_cmp(&one.0).then(other.1.cmp(&one.1)));
    let mut found: Vec<[usize; 2]> = Vec::new();
    for (_, pair) in scored {
        if found.iter().all(|taken| taken[0] != pair[0] && taken[1] != pair[1]) {
            found.push(pair);
        }
    }
    found
}

/// A name in angle brackets or braces: one to be filled in, or one that a program fills in.
struct Hole<'c> {
    name: &'c str,
    /// Whether a program knows it by that name.
    is_literal: bool,
}

/// What must not differ: blanks at the edges fall away, blanks within count once, and a name to be filled in
/// (`<your-name>`, `{name}`) may be translated, unless a program knows it (`{projectId}`).
fn normal((frame, holes): &(String, Vec<Hole<'_>>)) -> String {
    let mut pieces = frame.split(HOLE);
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for (hole, piece) in holes.iter().zip(pieces) {
        text.push_str(if hole.is_literal { hole.name } else { "" });
        text.push_str(piece);
    }
    text
}

/// Whether `given` says what `wanted` of the source says: what the source leaves to be filled in may have any name.
fn is_same((frame, holes): &(String, Vec<Hole<'_>>), (other, names): &(String, Vec<Hole<'_>>)) -> bool {
    frame == other && holes.iter().zip(names).all(|(hole, given)| !hole.is_literal || hole.name == given.name)
}

/// Where a name was taken out of a code: a character that no code has.
const HOLE: char = '\u{fffc}';

/// `code` with a [`HOLE`] for each name in angle brackets or braces, its blanks put in order, and the names.
fn holes(code: &str) -> (String, Vec<Hole<'_>>) {
    let code = code.trim();
    let (mut frame, mut found) = (String::with_capacity(code.len()), Vec::new());
    let mut from = 0;
    while let Some(at) = code[from..].find(['<', '{']).map(|offset| from + offset) {
        let opener = if code[at..].starts_with("{{") { "{{" } else { &code[at..=at] };
        let closer = if opener == "<" { '>' } else { '}' };
        let start = at + opener.len();
        push(&mut frame, &code[from..start]);
        from = start;
        if let Some(length) = code[start..].find(closer) {
            let name = code[start..start + length].trim();
            found.push(Hole { name, is_literal: is_known(name, &code[..at], opener) });
            frame.push(HOLE);
            from = start + length;
        }
    }
    push(&mut frame, &code[from..]);
    (frame, found)
}

/// Puts `piece` behind `text`, blanks as one.
fn push(text: &mut String, piece: &str) {
    for character in piece.chars() {
        match character.is_whitespace() {
            true if text.ends_with(' ') => {}
            true => text.push(' '),
            false => text.push(character),
        }
    }
}

/// Whether a program knows what `opener` opens behind `before` as `name`: a variable of a template, the parameter of a path,
/// and what is spelt as programs spell names; but not what is yours.
fn is_known(name: &str, before: &str, opener: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    if name.contains(char::is_whitespace) || lower.starts_with("your") || lower.starts_with("my") {
        return false;
    }
    let template = opener == "{{" || opener == "{" && before.ends_with('$');
    let parameter = opener == "{" && before.ends_with('/') && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let spelt = match shape(name) {
        Some(Shape::CamelCase) => opener != "<" || name.starts_with(char::is_lowercase),
        Some(Shape::SnakeCase | Shape::Dotted) => true,
        _ => false,
    };
    template || parameter || spelt
}

/// Whether `code` is something a program reads, and no text of a screen that someone marked as code: it holds no
/// blank between capitalised words.
pub(super) fn is_literal(code: &str) -> bool {
    let words: Vec<&str> = code.split_whitespace().collect();
    let plain =
        |word: &&str| word.chars().all(|c| c.is_alphabetic() || matches!(c, ',' | '.' | '!' | '?' | '’' | '\''));
    !(words.len() > 1 && words.iter().all(plain) && code.starts_with(char::is_uppercase))
}
