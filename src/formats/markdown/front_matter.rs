//! The front matter: top-level keys with plain values, and where they stand.

use crate::model::{DocumentParts, Field, Problem, ProblemKind};
use crate::span::FileSpan;

/// Reads the front matter of `text` into `parts`. Values that run over several lines (lists, blocks) are left out:
/// what is asked of front matter here are single values.
pub(super) fn read<'t>(text: &'t str, parts: &mut DocumentParts<'t>) {
    let Some(first) = text.lines().next().filter(|line| line.trim_end() == "---") else { return };
    let mut at = text[first.len()..].find('\n').map_or(text.len(), |end| first.len() + end + 1);
    let mut fields = Vec::new();
    for line in text[at..].split_inclusive('\n') {
        let body = line.trim_end();
        if body == "---" || body == "..." {
            parts.metadata = fields;
            return;
        }
        fields.extend(field(body, at));
        at += line.len();
    }
    // A rule at the top of a page that has no front matter at all is no problem.
    if !fields.is_empty() && text[first.len()..].trim_start().starts_with(fields[0].key) {
        parts.problems.push(Problem {
            kind: ProblemKind::FrontMatter,
            message: "the front matter never ends: no line `---` follows".into(),
            span: FileSpan::new(0, first.trim_end().len()),
        });
    }
}

fn field(line: &str, at: usize) -> Option<Field<'_>> {
    if line.starts_with([' ', '\t', '#', '-']) {
        return None;
    }
    let (key, rest) = line.split_once(':')?;
    let value = rest.trim();
    let start = at + line.len() - rest.trim_start().len();
    let quoted = value.len() >= 2
        && (value.starts_with('"') && value.ends_with('"') || value.starts_with('\'') && value.ends_with('\''));
    let edge = usize::from(quoted);
    Some(Field {
        key: key.trim(),
        value: &value[edge..value.len() - edge],
        span: FileSpan::new(start + edge, start + value.len() - edge),
    })
}
