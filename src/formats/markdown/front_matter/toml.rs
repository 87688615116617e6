//! Front matter in TOML, as Hugo has it between lines `+++`.

use super::{Body, Fault};
use crate::model::{Field, FieldForm};
use crate::span::FileSpan;
use std::borrow::Cow;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Reads what can be read of `body` into `fields`, in its order; what cannot be is returned.
pub(super) fn read<'t>(body: Body<'t>, fields: &mut Vec<Field<'t>>) -> Option<Fault> {
    let (table, errors) = DeTable::parse_recoverable(body.as_str());
    let mut reader = Reader { body, fields };
    reader.table(table.get_ref(), None, false);
    reader.fields.sort_by_key(|field| field.span);
    errors.first().map(|error| {
        let at = error.span().map_or(0, |span| span.start);
        Fault { message: error.message().to_owned(), at: body.start + at }
    })
}

struct Reader<'f, 't> {
    body: Body<'t>,
    fields: &'f mut Vec<Field<'t>>,
}

/// The key that leads to a value, and where its last part stands.
type Key<'t> = (Cow<'t, str>, FileSpan);

impl<'t> Reader<'_, 't> {
    /// Bytes of the file; `None` where the parser mended what is broken and has no place for it.
    fn span(&self, range: Range<usize>) -> Option<FileSpan> {
        let range = self.body.start + range.start..self.body.start + range.end;
        self.body.text.get(range.clone()).map(|_| range.into())
    }

    fn table(&mut self, table: &DeTable<'t>, outer: Option<&Key<'t>>, in_list: bool) {
        for (key, value) in table {
            let name: Cow<'t, str> = match outer {
                Some((outer, _)) => Cow::Owned(format!("{outer}.{}", key.get_ref())),
                None => key.get_ref().clone(),
            };
            if let Some(span) = self.span(key.span()) {
                self.value(value, &(name, span), in_list);
            }
        }
    }

    fn value(&mut self, value: &Spanned<DeValue<'t>>, key: &Key<'t>, in_list: bool) {
        let Some(span) = self.span(value.span()) else { return };
        match value.get_ref() {
            DeValue::Table(table) if !table.is_empty() => self.table(table, Some(key), in_list),
            DeValue::Array(array) if !array.is_empty() => {
                for item in array {
                    self.value(item, key, true);
                }
            }
            DeValue::Table(_) | DeValue::Array(_) => self.push(key, Cow::Borrowed(""), span, FieldForm::Empty),
            scalar => {
                let form = if in_list { FieldForm::Item } else { FieldForm::Scalar };
                let (value, span) = self.scalar(scalar, span);
                self.push(key, value, span, form);
            }
        }
    }

    /// A scalar's text, and where it stands without its quotes.
    fn scalar(&self, value: &DeValue<'t>, span: FileSpan) -> (Cow<'t, str>, FileSpan) {
        let written = span.of(self.body.text);
        let DeValue::String(text) = value else { return (Cow::Borrowed(written), span) };
        let wide = written.len() >= 6 && (written.starts_with("\"\"\"") || written.starts_with("'''"));
        let edge = if wide { 3 } else { 1 };
        let inner = span.start + edge..span.end.saturating_sub(edge);
        let inner = self
            .body
            .text
            .get(inner.start as usize..inner.end as usize)
            .map(|_| FileSpan { start: inner.start, end: inner.end });
        (text.clone(), inner.unwrap_or(span))
    }

    fn push(&mut self, key: &Key<'t>, value: Cow<'t, str>, span: FileSpan, form: FieldForm) {
        let (key, key_span) = key.clone();
        self.fields.push(Field { key, value, span, key_span, form });
    }
}
