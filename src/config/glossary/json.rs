//! Glossaries in JSON: an array of objects, whose keys are the columns of a table.

use super::{ConfigError, case_rule, forms};
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
    #[serde(deserialize_with = "source")]
    source: String,
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
    let term = |entry: Entry| Term {
        case: case_rule(entry.case, &entry.part_of_speech),
        source: entry.source,
        targets: entry.target.0,
        forbidden: entry.forbidden.0,
        part_of_speech: PartOfSpeech::named(&entry.part_of_speech),
        domain: entry.domain,
        note: entry.note,
        locale: entry.locale,
    };
    Ok(entries.into_iter().map(term).collect())
}

fn source<'d, D: Deserializer<'d>>(deserializer: D) -> Result<String, D::Error> {
    let source = String::deserialize(deserializer)?.trim().to_owned();
    if source.is_empty() { Err(de::Error::custom("`source` is empty")) } else { Ok(source) }
}

fn locale<'d, D: Deserializer<'d>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let tag = String::deserialize(deserializer)?;
    let is_locale = tag.is_empty() || Locale::parse(&tag).is_some();
    let tag = is_locale.then_some(tag).ok_or_else(|| de::Error::custom("`locale` is no locale"))?;
    Ok(Some(tag).filter(|tag| !tag.is_empty()))
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
                Ok(Forms(forms(text).collect()))
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
        assert!(error("[{\"source\": \"a\", \"locale\": \"no locale\"}]").contains("`locale` is no locale"));
        assert!(error("{}").contains("expected a sequence"));
        assert!(error("[{").starts_with("t.json:1: column 2"));
    }
}
