//! The front matter: where it stands in a page, and which of its readers takes it apart.
//!
//! YAML stands between lines `---`, TOML between lines `+++`, and JSON is an object at the top (Hugo, front matter). What
//! cannot be read becomes a problem; the rest of the page is read as ever, and of a broken YAML the plain lines are.

mod lines;
mod toml;
mod yaml;

use crate::model::{DocumentParts, Field, Problem, ProblemKind};
use crate::span::FileSpan;
use serde::de::IgnoredAny;
use std::borrow::Cow;

/// Why a front matter could not be read.
pub(super) struct Fault {
    /// In words.
    message: String,
    /// The byte of the file at which reading stopped.
    at: usize,
}

/// Reads the front matter of `text` into `parts`.
pub(super) fn read<'t>(text: &'t str, parts: &mut DocumentParts<'t>) {
    match object(text) {
        // All JSON is YAML (YAML 1.2, section 1.3).
        Some(Ok(end)) => {
            parts.metadata = yaml::read(Body { text: &text[..end], start: 0 }).unwrap_or_default();
            return;
        }
        Some(Err(fault)) => {
            let line = line_at(Body { text, start: 0 }, fault.at);
            parts.problems.push(problem(format!("the front matter is not JSON: {}", fault.message), line));
            return;
        }
        None => {}
    }
    let first = text.lines().next().unwrap_or_default();
    let (name, closing): (_, &[&str]) = match first.trim_end() {
        "---" => ("YAML", &["---", "..."]),
        "+++" => ("TOML", &["+++"]),
        _ => return,
    };
    let start = text[first.len()..].find('\n').map_or(text.len(), |end| first.len() + end + 1);
    let Some(end) = end(text, start, closing) else {
        // A rule at the top of a page that has no front matter at all is no problem.
        if lines::begins_with_a_key(&text[start..]) {
            let message = format!("the front matter never ends: no line `{}` follows", closing[0]);
            parts.problems.push(problem(message, FileSpan::new(0, first.trim_end().len())));
        }
        return;
    };
    let body = Body { text: &text[..end], start };
    let fault = match name {
        "TOML" => toml::read(body, &mut parts.metadata),
        _ => read_yaml(body, &mut parts.metadata),
    };
    // What holds placeholders of a template is not what will be read.
    if let Some(fault) = fault.filter(|_| !body.is_template()) {
        let line = line_at(body, fault.at);
        // The parser says what it saw, not what the writer did.
        let why = if name == "YAML" && line.of(text).matches(": ").count() > 1 && fault.message.starts_with("mapping") {
            "a value that holds `: ` stands without quotes"
        } else {
            &fault.message
        };
        parts.problems.push(problem(format!("the front matter is not {name}: {why}"), line));
    }
}

/// Where the object of JSON ends that `text` begins with. A page that begins with a value of MDX, `{name}`, has none.
pub(super) fn object(text: &str) -> Option<Result<usize, Fault>> {
    let body = text.strip_prefix('{')?.trim_start();
    if !body.starts_with(['"', '}']) {
        return None;
    }
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<IgnoredAny>();
    match values.next()? {
        Ok(_) => {
            let end = values.byte_offset();
            text[end..].lines().next().is_none_or(|rest| rest.trim().is_empty()).then_some(Ok(end))
        }
        // Prose may begin with a brace, but not with a brace on a line of its own and a key.
        Err(error) => {
            let key = body.strip_prefix('"').and_then(|body| body.split_once('"'));
            let is_meant =
                text[1..].starts_with(['\n', '\r']) && key.is_some_and(|(_, rest)| rest.trim_start().starts_with(':'));
            let lines = text.split_inclusive('\n').take(error.line().saturating_sub(1));
            let at = lines.map(str::len).sum::<usize>() + error.column().saturating_sub(1);
            let message = error.to_string();
            let message = message.split(" at line ").next().unwrap_or_default().to_owned();
            is_meant.then_some(Err(Fault { message, at }))
        }
    }
}

/// Between the two lines that enclose it: bytes `start..` of `text`, which ends with it. The bytes of `text` are
/// those of the file.
#[derive(Clone, Copy)]
struct Body<'t> {
    text: &'t str,
    start: usize,
}

impl<'t> Body<'t> {
    fn as_str(self) -> &'t str {
        &self.text[self.start..]
    }

    fn is_template(self) -> bool {
        self.as_str().contains("{{") || self.as_str().contains("{%")
    }
}

fn problem(message: String, span: FileSpan) -> Problem {
    Problem { kind: ProblemKind::FrontMatter, message: Cow::Owned(message), span }
}

/// Where the closing line begins.
fn end(text: &str, start: usize, closing: &[&str]) -> Option<usize> {
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if closing.contains(&line.trim_end()) {
            return Some(at);
        }
        at += line.len();
    }
    None
}

fn read_yaml<'t>(body: Body<'t>, fields: &mut Vec<Field<'t>>) -> Option<Fault> {
    if let Some(plain) = lines::read_plain(body) {
        *fields = plain;
        return None;
    }
    match yaml::read(body) {
        Ok(read) => {
            *fields = read;
            None
        }
        // A rule, a paragraph and another rule are a page without front matter.
        Err(_) if !lines::begins_with_a_key(body.as_str()) => None,
        Err(fault) => {
            *fields = lines::salvage(body);
            Some(fault)
        }
    }
}

/// The line that byte `at` stands in, without the blanks around it; the last one that is not blank when nothing is.
fn line_at(body: Body<'_>, at: usize) -> FileSpan {
    let text = body.text;
    let at = text.floor_char_boundary(at.min(text.trim_end().len()).max(body.start));
    let start = text[body.start..at].rfind('\n').map_or(body.start, |end| body.start + end + 1);
    let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
    let line = &text[start..end];
    let start = start + (line.len() - line.trim_start().len());
    FileSpan::new(start, (start + line.trim().len()).max(start))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::FieldForm;
    use proptest::prelude::*;

    fn parts(text: &str) -> DocumentParts<'_> {
        let mut parts = DocumentParts::default();
        read(text, &mut parts);
        parts
    }

    fn shown(text: &str) -> Vec<String> {
        let fields = parts(text).metadata;
        let form = |field: &Field<'_>| match field.form {
            FieldForm::Scalar => "",
            FieldForm::Item => "- ",
            FieldForm::Empty => "/ ",
        };
        fields
            .iter()
            .map(|field| {
                format!(
                    "{}{}={} [{}|{}]",
                    form(field),
                    field.key,
                    field.value,
                    field.key_span.of(text),
                    field.span.of(text)
                )
            })
            .collect()
    }

    #[test]
    fn yaml_is_read_with_its_places() {
        let text = "---\ntitle: 'Gestire l''account' # note\nauthor:\n  name: Zoë\n  links: [a, \"b\\tc\"]\ntext: >-\n  one\n  \
                    two\nbase: &b x\nalso: *b\nsteps:\n- name: go\n- name: stop\nnone: []\nempty:\nlong: one\n  two\n---\n";
        assert_eq!(
            shown(text),
            [
                "title=Gestire l'account [title|Gestire l''account]",
                "author.name=Zoë [name|Zoë]",
                "- author.links=a [links|a]",
                "- author.links=b\tc [links|b\\tc]",
                "text=one two [text|one\n  two]",
                "base=x [base|x]",
                "also=x [also|*b]",
                "- steps.name=go [name|go]",
                "- steps.name=stop [name|stop]",
                "/ none= [none|[]]",
                "empty= [empty|]",
                "long=one two [long|one\n  two]",
            ]
        );
    }

    #[test]
    fn toml_is_read_with_its_places() {
        let text = "+++\nweight = 10\ntitle = \"Één\\ttwee\"\ndate = 2021-03-04\ntags = ['a', '''b''']\nnone = []\n\
                    [author]\nname = 'Zoë'\n+++\n# Title\n";
        assert_eq!(
            shown(text),
            [
                "weight=10 [weight|10]",
                "title=Één\ttwee [title|Één\\ttwee]",
                "date=2021-03-04 [date|2021-03-04]",
                "- tags=a [tags|a]",
                "- tags=b [tags|b]",
                "/ none= [none|[]]",
                "author.name=Zoë [name|Zoë]",
            ]
        );
    }

    #[test]
    fn json_is_read_with_its_places() {
        let text = "{\n\t\"title\": \"L\\u00e0 : dove\",\n  \"weight\": 10,\n  \"tags\": [\"a\", \"b\"],\n\n    \"author\": {\"name\": \"Zoë\"}, \"url\": \"\\/x\"\n}\n\n# Title\n";
        assert_eq!(
            shown(text),
            [
                "title=Là : dove [title|L\\u00e0 : dove]",
                "weight=10 [weight|10]",
                "- tags=a [tags|a]",
                "- tags=b [tags|b]",
                "author.name=Zoë [name|Zoë]",
                "url=/x [url|\\/x]",
            ]
        );
        for text in ["{title}\n", "{/* comment */}\n", "{{< note >}}\n", "{\"a\": 1} is an object.\n", "{\"a\"\n"] {
            assert!(parts(text).metadata.is_empty(), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_told_and_the_plain_lines_are_kept() {
        let text = "---\ntitle: Azure: een begin\nlang: nl\n---\n";
        let parts = parts(text);
        assert_eq!(parts.problems[0].span.of(text), "title: Azure: een begin");
        assert_eq!(parts.metadata.iter().map(|field| &*field.key).collect::<Vec<_>>(), ["title", "lang"]);
        let text = "+++\nweight = 10\ntitle = Een begin\nlang = \"nl\"\n+++\n";
        let parts = self::parts(text);
        assert_eq!(parts.problems[0].span.of(text), "title = Een begin");
        assert!(parts.metadata.iter().any(|field| field.key == "lang"));
        let text = "{\n  \"title\": \"Een begin\"\n  \"lang\": \"nl\"\n}\n\n# Titel\n";
        assert_eq!(self::parts(text).problems[0].span.of(text), "\"lang\": \"nl\"");
    }

    #[test]
    fn a_page_without_front_matter_has_no_problem() {
        for text in ["---\nA paragraph.\n\n---\n", "---\n", "", "+++\n", "---\n- a\n- b\n---\n", "---\nA rule.\n"] {
            let parts = parts(text);
            assert!(parts.problems.is_empty() && parts.metadata.is_empty(), "{text:?}: {parts:?}");
        }
        assert!(parts("---\ntitle: {{ title }}: {% x %}\n---\n").problems.is_empty());
        assert_eq!(parts("---\ntitle: x\n# Title\n").problems.len(), 1);
    }

    #[test]
    fn depth_is_no_danger() {
        for (mark, before) in [("---", "a: "), ("+++", "a = ")] {
            for open in ["[", "{a: ", "{a = ", "\na:\n "] {
                let text = format!("{mark}\n{before}{}\n{mark}\n", open.repeat(50_000));
                assert!(parts(&text).problems.len() <= 1);
            }
        }
    }

    /// Lines that are front matter more often than not.
    fn line() -> impl Strategy<Value = String> {
        let key = prop_oneof!["[a-z]{1,3}(\\.[a-z_-]{1,2})?", "[a-z\"'?&*:. -]{0,3}"];
        let value = prop_oneof![
            "[a-zé0-9 :#'\",.-]{0,8}",
            "\"[a-zé\\\\:#' -]{0,5}\"",
            "'[a-zé\\\\:#\" -]{0,5}'",
            "[-~\\[\\]{}|>!%@&*?/#世\u{a0}\u{85}\u{feff}\u{2028}\ta ]{0,5}",
        ];
        (key, ": {0,2}", value, "[ \r]{0,2}").prop_map(|(key, colon, value, end)| key + &colon + &value + &end)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn the_reader_of_plain_lines_agrees_with_yaml(lines in prop::collection::vec(line(), 0..5), end in "\n?") {
            let text = lines.join("\n") + &end;
            let body = Body { text: &text, start: 0 };
            if let Some(plain) = lines::read_plain(body) {
                let full = yaml::read(body).map_err(|fault| fault.message);
                prop_assert_eq!(Ok(plain), full);
            }
        }

        #[test]
        fn any_text_is_read(body in "[a-z:\\-\\n \"'|>&*\\[\\]{}#?!%=.é\u{feff}\t\r+]{0,60}", mark in "---|\\+\\+\\+") {
            let text = format!("{mark}\n{body}\n{mark}\n");
            let parts = parts(&text);
            for span in parts.metadata.iter().flat_map(|field| [field.span, field.key_span]) {
                prop_assert!(text.get(span.range()).is_some());
            }
            for field in &parts.metadata {
                let content = field.content(&text);
                for (at, c) in content.as_str().char_indices() {
                    let place = content.locate(crate::span::Span::new(at, at + c.len_utf8()));
                    prop_assert!(field.span.contains(place) && text.get(place.range()).is_some(), "{:?} {:?}", field, place);
                }
            }
            for problem in &parts.problems {
                prop_assert!(text.get(problem.span.range()).is_some());
            }
        }
    }
}
