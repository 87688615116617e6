//! Front matter line by line: a short way for what is plainly simple, and what is left to do with broken YAML.
//!
//! Nearly all front matter is lines `key: value`. The YAML reader takes 2 % of a run for them, this
//! one a fifth of that; that both agree is held by a property test.

use super::Body;
use crate::model::{Field, FieldForm};
use crate::span::FileSpan;
use crate::text::byte_set::ByteSet;

/// The fields of `body`, if each of its lines is blank, a comment, or a key with a value that no reader of YAML could
/// take for anything but what it looks like.
pub(super) fn read_plain(body: Body<'_>) -> Option<Vec<Field<'_>>> {
    let mut fields = Vec::with_capacity(16);
    let mut at = body.start;
    for line in body.as_str().split_inclusive('\n') {
        let content = line.strip_suffix('\n').unwrap_or(line);
        // A carriage return without a line feed is an end of line to YAML, too.
        let content = if content.len() < line.len() { content.strip_suffix('\r').unwrap_or(content) } else { content };
        if !content.is_empty() {
            let mut doubtful = DOUBTFUL.places(content.as_bytes()).map(|at| content[at..].chars().next());
            if !doubtful.all(|character| character.is_some_and(is_plain)) {
                return None;
            }
            if !content.starts_with('#') {
                fields.push(plain_field(content, at)?);
            }
        }
        at += line.len();
    }
    // What has no key is no front matter; that is for YAML to say.
    (!fields.is_empty()).then_some(fields)
}

/// Whether YAML reads a character as itself wherever it stands within a value.
fn is_plain(c: char) -> bool {
    !c.is_control() && !matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// Bytes that characters begin with that are not [plain](is_plain).
const DOUBTFUL: ByteSet = ByteSet::of(b"\x7f\xc2\xe2\xef").with(0, 0x1f);

fn plain_field(line: &str, at: usize) -> Option<Field<'_>> {
    let length = line.bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-')).count();
    let (key, rest) = line.split_at(length);
    if !key.starts_with(|c: char| c.is_ascii_alphabetic()) || length > 64 {
        return None;
    }
    let rest = rest.strip_prefix(':')?;
    if !rest.is_empty() && !rest.starts_with(' ') {
        return None;
    }
    let value = rest.trim_matches(' ');
    let start = if value.is_empty() { length + 1 } else { line.len() - rest.trim_start_matches(' ').len() };
    let edge = match value.as_bytes() {
        [] => 0,
        [b'"', inner @ .., b'"'] if !inner.iter().any(|b| matches!(b, b'"' | b'\\')) => 1,
        [b'\'', inner @ .., b'\''] if !inner.contains(&b'\'') => 1,
        [first, ..] if first.is_ascii_alphanumeric() && is_plain_scalar(value) => 0,
        _ => return None,
    };
    Some(field(key, &value[edge..value.len() - edge], at, at + start + edge))
}

/// Whether a value that begins with a letter or digit is nothing but text.
fn is_plain_scalar(value: &str) -> bool {
    let bytes = value.as_bytes();
    memchr::memchr2_iter(b':', b'#', bytes).all(|at| match bytes[at] {
        b':' => bytes.get(at + 1).is_some_and(|&next| next != b' '),
        _ => at == 0 || bytes[at - 1] != b' ',
    })
}

fn field<'t>(key: &'t str, value: &'t str, key_at: usize, value_at: usize) -> Field<'t> {
    Field {
        key: key.into(),
        value: value.into(),
        span: FileSpan::new(value_at, value_at + value.len()),
        key_span: FileSpan::new(key_at, key_at + key.len()),
        form: FieldForm::Scalar,
    }
}

/// The lines of broken YAML that look like a key and a value of the outermost map.
pub(super) fn salvage(body: Body<'_>) -> Vec<Field<'_>> {
    let mut fields = Vec::new();
    let mut at = body.start;
    for line in body.as_str().split_inclusive('\n') {
        fields.extend(loose_field(line.trim_end(), at));
        at += line.len();
    }
    fields
}

fn loose_field(line: &str, at: usize) -> Option<Field<'_>> {
    let (key, rest) = line.split_once(':')?;
    if !is_key(key) || !rest.is_empty() && !rest.starts_with([' ', '\t']) {
        return None;
    }
    let value = rest.trim();
    let start = at + line.len() - rest.trim_start().len();
    let quoted = |mark: char| value.len() >= 2 && value.starts_with(mark) && value.ends_with(mark);
    let edge = usize::from(quoted('"') || quoted('\''));
    Some(field(key, &value[edge..value.len() - edge], at, start + edge))
}

/// Whether `text` begins with a key, behind blank lines and comments: whether front matter was meant.
pub(super) fn begins_with_a_key(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    let key = lines.next().and_then(|line| line.split_once([':', '=']));
    key.is_some_and(|(key, rest)| is_key(key.trim_end()) && (rest.is_empty() || rest.starts_with([' ', '\t'])))
}

/// Whether `key` looks like one: a word or two, none of them markup.
fn is_key(key: &str) -> bool {
    let inner = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-');
    key.starts_with(|c: char| c.is_alphanumeric() || c == '_') && key.chars().all(inner)
}
