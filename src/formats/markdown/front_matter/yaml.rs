//! Front matter in YAML: from the events of a parser to fields.

use super::{Body, Fault};
use crate::model::{Field, FieldForm};
use crate::span::FileSpan;
use granit_parser::{Event, Parser, ScalarStyle};
use hashbrown::HashMap;
use std::borrow::Cow;

/// The fields of `body`, in its order; none when it holds anything but a map.
pub(super) fn read(body: Body<'_>) -> Result<Vec<Field<'_>>, Fault> {
    let mut reader = Reader { body, fields: Vec::new(), levels: Vec::new(), anchors: HashMap::new() };
    for event in Parser::new_from_str(body.as_str()) {
        let (event, span) = event.map_err(|error| {
            let at = body.start + error.marker().byte_offset().unwrap_or_default();
            Fault { message: error.info().clone(), at }
        })?;
        let range = span.byte_range().unwrap_or_default();
        let span = FileSpan::new(body.start + range.start, body.start + range.end.max(range.start));
        match event {
            Event::Scalar(value, style, anchor, _) => reader.scalar(value, style, anchor, span),
            Event::Alias(anchor) => reader.alias(anchor, span),
            Event::MappingStart(..) => reader.open(span, false),
            Event::SequenceStart(..) => reader.open(span, true),
            Event::MappingEnd | Event::SequenceEnd => reader.close(span),
            Event::DocumentEnd => break,
            _ => {}
        }
    }
    Ok(reader.fields)
}

/// A map or list that is open.
struct Level<'t> {
    is_list: bool,
    /// Of a map: the key whose value comes next.
    key: Option<(Cow<'t, str>, FileSpan)>,
    /// Where it begins.
    start: u32,
    /// Fields before it.
    before: usize,
    /// Whether it is a key itself (`? [a, b]`); what stands in it is no field.
    is_key: bool,
}

struct Reader<'t> {
    body: Body<'t>,
    fields: Vec<Field<'t>>,
    levels: Vec<Level<'t>>,
    /// Values that a name was given to.
    anchors: HashMap<usize, Cow<'t, str>>,
}

impl<'t> Reader<'t> {
    fn scalar(&mut self, value: Cow<'t, str>, style: ScalarStyle, anchor: usize, span: FileSpan) {
        let written = span.of(self.body.text);
        let (value, span) = match style {
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted if span.len() >= 2 => {
                (value, FileSpan { start: span.start + 1, end: span.end - 1 })
            }
            // The line end that a block keeps belongs to no value that anybody would compare.
            ScalarStyle::Literal | ScalarStyle::Folded => {
                (without_line_ends(value), FileSpan { end: span.start + written.trim_end().len() as u32, ..span })
            }
            // The parser says `~` for nothing at all, somewhere behind the key.
            _ if written.is_empty() => (Cow::Borrowed(""), self.behind_key().unwrap_or(span)),
            _ if value == "~" => (Cow::Borrowed(""), span),
            _ => (value, span),
        };
        if anchor != 0 {
            self.anchors.insert(anchor, value.clone());
        }
        self.node(value, span);
    }

    /// What stands for a value named elsewhere; of a map or list it is the reference as it is written.
    fn alias(&mut self, anchor: usize, span: FileSpan) {
        let written = Cow::Borrowed(span.of(self.body.text));
        let value = self.anchors.get(&anchor).cloned().unwrap_or(written);
        self.node(value, span);
    }

    /// A scalar where a key or a value is due.
    fn node(&mut self, value: Cow<'t, str>, span: FileSpan) {
        let Some(level) = self.levels.last_mut() else { return };
        if level.is_key {
            return;
        }
        if !level.is_list && level.key.is_none() {
            level.key = Some((value, span));
            return;
        }
        self.push(value, span, FieldForm::Scalar);
        self.value_is_read();
    }

    fn open(&mut self, span: FileSpan, is_list: bool) {
        let due = |level: &Level<'_>| level.is_key || !level.is_list && level.key.is_none();
        let is_key = self.levels.last().is_some_and(due);
        // A list at the top is no front matter.
        let is_key = is_key || self.levels.is_empty() && is_list;
        self.levels.push(Level { is_list, key: None, start: span.start, before: self.fields.len(), is_key });
    }

    fn close(&mut self, span: FileSpan) {
        let Some(closed) = self.levels.pop() else { return };
        if self.levels.is_empty() {
            return;
        }
        let whole = FileSpan { start: closed.start, end: span.end.max(closed.start) };
        if closed.is_key {
            if let Some(parent) = self.levels.last_mut().filter(|parent| !parent.is_key) {
                parent.key = Some((Cow::Borrowed(whole.of(self.body.text)), whole));
            }
            return;
        }
        if closed.before == self.fields.len() {
            self.push(Cow::Borrowed(""), whole, FieldForm::Empty);
        }
        self.value_is_read();
    }

    fn value_is_read(&mut self) {
        if let Some(level) = self.levels.last_mut() {
            level.key = None;
        }
    }

    /// Where the value of the innermost key would begin.
    fn behind_key(&self) -> Option<FileSpan> {
        let (_, key) = self.levels.last()?.key.as_ref()?;
        let text = self.body.text;
        let rest = text[key.range().end..].trim_start_matches(['"', '\'', ' ']);
        rest.strip_prefix(':').map(|rest| FileSpan::empty(text.len() - rest.len()))
    }

    fn push(&mut self, value: Cow<'t, str>, span: FileSpan, form: FieldForm) {
        let mut keys = self.levels.iter().filter_map(|level| level.key.as_ref());
        let Some((first, mut key_span)) = keys.next().cloned() else { return };
        let mut key = first;
        for (inner, span) in keys {
            key = Cow::Owned(format!("{key}.{inner}"));
            key_span = *span;
        }
        let in_list = self.levels.iter().any(|level| level.is_list);
        let form = if in_list && form == FieldForm::Scalar { FieldForm::Item } else { form };
        self.fields.push(Field { key, value, span, key_span, form });
    }
}

fn without_line_ends(value: Cow<'_, str>) -> Cow<'_, str> {
    match value {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim_end_matches('\n')),
        Cow::Owned(mut text) => {
            text.truncate(text.trim_end_matches('\n').len());
            Cow::Owned(text)
        }
    }
}
