//! Reports, as they are read by people and programs. The JSON form is a contract: a change here is a change for users.

use bilint::report::{Reporter, Scene, concise::Concise, json::Json, json::JsonLines};
use bilint::{Docset, Linter, Registry, Settings, Sources};

/// Pairs in many scripts, each with a defect or two.
const PAIRS: &str = r#"{"id":"greet","source":"Hello **{name}**, see the [guide](a.md).","target":"Hallo **{naam}**, zie de [gids](a.md)nu.","target_locale":"nl"}
{"id":"wide","source":"Open the API.","target":"保存して api を開きます。","kind":"heading","target_locale":"ja"}
{"id":"tab","source":"Line\tone\nThe team of your site","target":"Regel\téén\nHet  team"}
"#;

fn report(text: &str, reporter: &dyn Reporter) -> String {
    let (registry, settings) = (Registry::builtin(), Settings::default());
    let mut sources = Sources::new();
    sources.add("site/nl/pairs.jsonl", text);
    let docset = Docset::parse(&sources, &settings);
    let report = Linter::new(&registry, &settings).unwrap().run(&sources, &docset);
    let mut out = Vec::new();
    reporter.write(&Scene::new(&report, &docset, &sources, &registry), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn json_is_the_contract() {
    insta::assert_snapshot!("json", report(PAIRS, &JsonLines));
    let whole: serde_json::Value = serde_json::from_str(&report(PAIRS, &Json)).unwrap();
    assert_eq!(whole["version"], 1);
    assert_eq!(whole["findings"].as_array().unwrap().len(), report(PAIRS, &JsonLines).lines().count());
    assert_eq!(whole["counts"]["segments"], 3);
}

#[test]
fn places_are_those_of_the_file() {
    let text = PAIRS;
    let lines: Vec<&str> = text.lines().collect();
    for line in report(text, &JsonLines).lines() {
        let finding: serde_json::Value = serde_json::from_str(line).unwrap();
        for point in ["start", "end"] {
            let number = |key: &str| usize::try_from(finding[point][key].as_u64().unwrap()).unwrap();
            let before: usize = lines[..number("line") - 1].iter().map(|line| line.len() + 1).sum();
            let column: usize = lines[number("line") - 1].chars().take(number("column") - 1).map(char::len_utf8).sum();
            assert_eq!(number("offset"), before + column, "{line}");
        }
    }
}

#[test]
fn concise_is_one_line_a_finding() {
    insta::assert_snapshot!("concise", report(PAIRS, &Concise));
}

#[test]
#[cfg(feature = "cli")]
fn pretty_marks_wide_and_right_to_left_text() {
    use bilint::report::pretty::Pretty;
    insta::assert_snapshot!("pretty", report(PAIRS, &Pretty { color: false, width: 80 }));
    let arabic =
        r#"{"source":"Open **the  file** `a.md`.","target":"افتح **الملف** `b.md`  الآن.","target_locale":"ar"}"#;
    insta::assert_snapshot!("pretty_right_to_left", report(arabic, &Pretty { color: false, width: 80 }));
}

#[test]
fn offsets_count_a_byte_order_mark() {
    let bytes = [bilint::model::BYTE_ORDER_MARK, "source\ttarget\nOpen it.\tOpen  het.\n".as_bytes()].concat();
    let (registry, settings) = (Registry::builtin(), Settings::default());
    let mut sources = Sources::new();
    sources.push(Sources::decode(bytes.clone(), "nl.tsv".to_owned()).unwrap());
    let docset = Docset::parse(&sources, &settings);
    let report = Linter::new(&registry, &settings).unwrap().run(&sources, &docset);
    let (mut findings, mut pairs) = (Vec::new(), Vec::new());
    JsonLines.write(&Scene::new(&report, &docset, &sources, &registry), &mut findings).unwrap();
    bilint::report::pairs::write_json_lines(&docset, &sources, &mut pairs).unwrap();
    let at = |json: &[u8]| {
        let record: serde_json::Value = serde_json::from_slice(json).unwrap();
        ["start", "end"].map(|point| usize::try_from(record[point]["offset"].as_u64().unwrap()).unwrap())
    };
    let [start, end] = at(&findings);
    assert_eq!(&bytes[start..end], b"  ");
    let [start, end] = at(&pairs);
    assert_eq!(&bytes[start..end], b"Open  het.");
}
