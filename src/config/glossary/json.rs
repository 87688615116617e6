//! Glossaries in JSON: an array of objects, whose keys are the columns of a table.

use super::{ConfigError, Contradiction, SEPARATORS, case_rule, contradiction, forms};
use crate::locale::Locale;
use crate::model::{CaseRule, Term};
use crate::text::parts_of_speech::PartOfSpeech;
use crate::text::similarity::explain_unknown_key;
use serde::de::{self, Deserialize, Deserializer, SeqAccess, Visitor};
use std::fmt;

/// An object of the array.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Entry {
    #[serde(deserialize_with = "sources")]
    source: Forms,
    #[serde(default)]
    target: Forms,
    #[serde(default)]
    forbidden: Forms,
    #[serde(default)]
    case: Option<CaseRule>,
    #[serde(default)]
    part_of_speech: String,
    #[serde(default)]
    domain: String,
    #[serde(default)]
    note: String,
    #[serde(default, deserialize_with = "locale")]
    locale: Option<String>,
}

/// Forms in one text, or a list of them.
#[derive(Default)]
struct Forms(Vec<String>);

/// Reads an array of terms.
pub(super) fn read(text: &str, path: &str) -> Result<Vec<Term>, ConfigError> {
    let entries: Vec<Entry> = serde_json::from_str(text).map_err(|error| {
        let said = error.to_string();
        let said = said.rsplit_once(" at line ").map_or(said.as_str(), |(said, _)| said);
        let message = format!("column {}: {}", error.column(), explain_unknown_key(said).0);
        ConfigError { path: path.to_owned(), line: Some(error.line()), message }
    })?;
    let (mut terms, mut numbers) = (Vec::with_capacity(entries.len()), Vec::with_capacity(entries.len()));
    for (entry, number) in entries.into_iter().zip(1_usize..) {
        let term = Term {
            source: String::new(),
            case: case_rule(entry.case, &entry.part_of_speech),
            targets: entry.target.0,
            forbidden: entry.forbidden.0,
            part_of_speech: PartOfSpeech::named(&entry.part_of_speech),
            domain: entry.domain,
            note: entry.note,
            locale: entry.locale,
        };
        for source in entry.source.0 {
            terms.push(Term { source, ..term.clone() });
            numbers.push(number);
        }
    }
    let Some(Contradiction { allowed, forbidden, form }) = contradiction(&terms) else { return Ok(terms) };
    let [one, other] = [forbidden, allowed].map(|number| numbers[number]);
    let source = &terms[forbidden].source;
    let message =
        format!("entry {one}: `forbidden`: `{form}` is forbidden for `{source}`, and entry {other} allows it");
    Err(ConfigError { path: path.to_owned(), line: None, message })
}

fn sources<'d, D: Deserializer<'d>>(deserializer: D) -> Result<Forms, D::Error> {
    let sources = Forms::deserialize(deserializer)?;
    if sources.0.is_empty() { Err(de::Error::custom("`source` is empty")) } else { Ok(sources) }
}

fn locale<'d, D: Deserializer<'d>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let tag = String::deserialize(deserializer)?;
    if tag.is_empty() {
        return Ok(None);
    }
    Locale::parse_written(&tag).map_err(|reason| de::Error::custom(format!("`locale`: {reason}")))?;
    Ok(Some(tag))
}

impl<'d> Deserialize<'d> for Forms {
    fn deserialize<D: Deserializer<'d>>(deserializer: D) -> Result<Self, D::Error> {
        struct Texts;
        impl<'d> Visitor<'d> for Texts {
            type Value = Forms;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a form or a list of forms")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Forms, E> {
                Ok(Forms(forms(text, SEPARATORS).collect()))
            }

            fn visit_seq<A: SeqAccess<'d>>(self, mut list: A) -> Result<Forms, A::Error> {
                let mut found = Vec::new();
                while let Some(form) = list.next_element::<String>()? {
                    found.extend(Some(form.trim().to_owned()).filter(|form| !form.is_empty()));
                }
                Ok(Forms(found))
            }
        }
        deserializer.deserialize_any(Texts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_name_line_and_column() {
        let error = |text: &str| read(text, "t.json").err().map(|error| error.to_string()).unwrap_or_default();
        assert_eq!(
            error("[\n {\"source\": \"a\", \"forbiden\": \"b\"}\n]"),
            "t.json:2: column 27: unknown key `forbiden`; did you mean `forbidden`?"
        );
        assert!(error("[{\"target\": \"a\"}]").starts_with("t.json:1: column 16: missing field `source`"));
        assert!(error("[{\"source\": \" \"}]").contains("`source` is empty"));
        assert!(error("[{\"source\": \"a\", \"case\": \"exat\"}]").contains("did you mean `exact`?"));
        assert!(error("[{\"source\": \"a\", \"target\": 5}]").contains("a form or a list of forms"));
        assert!(
            error("[{\"source\": \"a\", \"locale\": \"no locale\"}]").contains("`locale`: `no locale` is no locale")
        );
        assert!(error("[{\"source\": \"a\", \"locale\": \"ger\"}]").contains("did you mean `de`?"));
        assert_eq!(
            error("[{\"source\": \"a\", \"target\": \"b\"}, {\"source\": [\"c\", \"a\"], \"forbidden\": \"b\"}]"),
            "t.json: entry 2: `forbidden`: `b` is forbidden for `a`, and entry 1 allows it"
        );
        assert!(error("{}").contains("expected a sequence"));
        assert!(error("[{").starts_with("t.json:1: column 2"));
    }
}
