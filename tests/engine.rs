//! Speed must not show: threads, gates and company change no finding.

use bilint::check::Audience;
use bilint::config::{Config, Settings};
use bilint::{Docset, Linter, Registry, Report, Sources};
use std::path::{Path, PathBuf};

/// Every page of the corpora.
fn sources() -> Sources {
    let corpora = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpora");
    let loaded = bilint::load::read(std::slice::from_ref(&corpora), &Settings::default(), &corpora);
    assert!(loaded.refused.is_empty());
    loaded.sources
}

fn settings() -> Settings {
    let config = Config { audience: Some(Audience::Auditor), ..Config::default() };
    Settings::new(&config, &Registry::builtin(), Vec::new(), "", "").unwrap()
}

fn run(linter: &Linter, sources: &Sources) -> Report {
    linter.run(sources, &Docset::parse(sources, linter.settings()))
}

#[test]
#[cfg(feature = "parallel")]
fn threads_do_not_show() {
    let (sources, linter) = (sources(), Linter::new(&Registry::builtin(), &settings()).unwrap());
    let with = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| run(&linter, &sources).findings)
    };
    let one = with(1);
    assert!(one.len() > 100, "the corpora give {} findings", one.len());
    assert_eq!(one, with(7));
}

#[test]
fn gates_do_not_show() {
    let sources = sources();
    let linter = Linter::new(&Registry::builtin(), &settings()).unwrap();
    let ungated = Linter::new(&Registry::builtin(), &settings()).unwrap().ungated();
    assert_eq!(run(&linter, &sources).findings, run(&ungated, &sources).findings);
}

#[test]
fn a_check_finds_alone_what_it_finds_in_company_or_yields_it() {
    let (sources, registry) = (sources(), Registry::builtin());
    let together = run(&Linter::new(&registry, &settings()).unwrap(), &sources).findings;
    // Nobody can say of a decision that it is of no use where not all is looked at.
    let judges_decisions = |id: &str| ["stale-directive", "stale-ignore", "stale-baseline-entry"].contains(&id);
    for check in registry.iter().filter(|check| !judges_decisions(check.id)) {
        let alone = run(&Linter::new(&registry, &Settings::only(&registry, check)).unwrap(), &sources).findings;
        let company: Vec<_> = together.iter().filter(|finding| finding.check == check.id).collect();
        assert!(company.iter().all(|finding| alone.contains(finding)), "{} finds more in company", check.id);
        assert!(
            check.yields_to.is_empty() && company.len() == alone.len() || !check.yields_to.is_empty(),
            "{}",
            check.id
        );
    }
}

#[test]
fn the_order_of_files_on_disk_does_not_show() {
    let paths = |order: &[&str]| {
        let corpora = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpora");
        let named: Vec<PathBuf> = order.iter().map(|locale| corpora.join("sxs").join(locale)).collect();
        let loaded = bilint::load::read(&named, &Settings::default(), &corpora);
        run(&Linter::new(&Registry::builtin(), &settings()).unwrap(), &loaded.sources).findings
    };
    assert_eq!(paths(&["nl-nl", "de-de"]), paths(&["de-de", "nl-nl", "de-de"]));
}

/// Pieces of which nothing sensible can be made: whatever they make, no check may stop at it.
fn rubble() -> impl proptest::strategy::Strategy<Value = String> {
    use proptest::prelude::*;
    let piece = prop_oneof![
        Just("**"),
        Just("*"),
        Just("_"),
        Just("`"),
        Just("["),
        Just("]"),
        Just("("),
        Just(")"),
        Just("]("),
        Just("!["),
        Just("<b>"),
        Just("</b>"),
        Just("<"),
        Just(">"),
        Just("&nbsp;"),
        Just("&"),
        Just("{"),
        Just("}"),
        Just("{x}"),
        Just("%s"),
        Just("%"),
        Just("%5"),
        Just("„"),
        Just("\n# "),
        Just("\n- "),
        Just("$"),
        Just("@"),
        Just("|"),
        Just("\\"),
        Just("/"),
        Just("-"),
        Just("--"),
        Just(":"),
        Just("'"),
        Just("’"),
        Just("\""),
        Just("."),
        Just(","),
        Just(" "),
        Just("  "),
        Just("\n"),
        Just("\u{a0}"),
        Just("。"),
        Just("（"),
        Just("」"),
        Just("é"),
        Just("ß"),
        Just("İ"),
        Just("ı"),
        Just("日本"),
        Just("ไทย"),
        Just("\u{200b}"),
        Just("\u{fffd}"),
        Just("Ã©"),
        Just("а"),
        Just("1"),
        Just("1.5"),
        Just("12,000"),
        Just("2021-03-04"),
        Just("the"),
        Just("API"),
        Just("ISVs"),
        Just("api"),
        Just("camelCase"),
        Just("a/b/c.md"),
        Just("https://x.y/z"),
        Just("Save"),
        Just("und"),
        Just("de"),
        Just("[!NOTE]"),
        Just("e\u{301}"),
        Just("👩‍💻"),
    ];
    prop::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(400))]
    #[test]
    fn no_text_stops_a_check(pairs in proptest::collection::vec((rubble(), rubble()), 1..12), locale in proptest::sample::select(
        vec!["nl", "de", "tr", "ja", "th", "ar", "fr", "pl", "ru", "xx"],
    )) {
        let text: String = pairs
            .iter()
            .map(|(source, target)| serde_json::json!({"source": source, "target": target, "target_locale": locale}).to_string() + "\n")
            .collect();
        let mut sources = Sources::new();
        sources.add("rubble.jsonl", text);
        let linter = Linter::new(&Registry::builtin(), &settings()).unwrap();
        let ungated = Linter::new(&Registry::builtin(), &settings()).unwrap().ungated();
        let findings = run(&linter, &sources).findings;
        proptest::prop_assert_eq!(&findings, &run(&ungated, &sources).findings);
        // Every place can be told, and lies on characters.
        let docset = Docset::parse(&sources, linter.settings());
        for finding in &findings {
            let (file, span) = docset.locate(finding.place);
            proptest::prop_assert!(sources.file(file).text.get(span.range()).is_some(), "{:?}", finding);
        }
    }
}

#[test]
fn a_fix_never_joins_the_lines_of_a_quote() {
    let registry = Registry::builtin();
    let linter = Linter::new(&registry, &Settings::defaults(&registry)).unwrap();
    let mut sources = Sources::new();
    sources.add("en/x.md", "> Run `Get-Module Az.Resources -ListAvailable` to see which version you have.\n");
    let page = "> Führen Sie `Get-Modul\n> Az.Resources -ListAvailable` aus, um die  Version zu sehen.\n";
    sources.add("de/x.md", page);
    let fixed = bilint::fix::fix(&linter, &sources.into(), bilint::finding::Trust::Unsafe);
    assert_eq!(fixed.len(), 1);
    let expected = "> Führen Sie `Get-Modul\n> Az.Resources -ListAvailable` aus, um die Version zu sehen.\n";
    assert_eq!(fixed[0].after, expected);
}

#[test]
fn what_a_page_lost_that_is_not_utf_8_is_told_once() {
    let mut sources = Sources::new();
    let page = b"# T\xfcr\n\nDie T\xfcr ist ge\xf6ffnet.\n".to_vec();
    sources.push(Sources::decode(page, "de/page.md".to_owned()).unwrap());
    let report = run(&Linter::new(&Registry::builtin(), &Settings::default()).unwrap(), &sources);
    let told = report.findings.iter().filter(|finding| finding.check != "missing-original");
    let told: Vec<_> = told.map(|finding| (finding.check, &*finding.message)).collect();
    assert_eq!(told, [("invalid-encoding", "the file is not UTF-8; 3 characters in 2 lines could not be read")]);
}

/// Pages come from strangers, and a text may be made to keep a run waiting: whoever runs this test would wait with it.
#[test]
fn no_text_keeps_a_run_waiting() {
    let many = |count: usize, piece: &dyn Fn(usize) -> String| (0..count).map(piece).collect::<String>();
    let same = |count: usize, piece: &str| piece.repeat(count);
    let texts = [
        (same(4000, "[a]("), same(4000, "[a](")),
        (same(5000, "]("), same(5000, "](")),
        (same(2000, "Contoso "), same(2000, "contoso ")),
        (many(2500, &|at| format!("C{at:x} ").to_uppercase()), many(2500, &|at| format!("c{at:x} "))),
        (many(2500, &|at| format!("{at} ")), many(2500, &|at| format!("{} ", at * 7 + 3))),
        (many(1500, &|at| format!("{at}.1.2 ")), many(1500, &|at| format!("{at}.1.3 "))),
        (many(1500, &|at| format!("ab_c{at} ")), many(1500, &|at| format!("ab_d{at} "))),
        (many(1500, &|at| format!("`a{at}` ")), many(1500, &|at| format!("`b{at}` "))),
        (many(1500, &|at| format!("{{a{at}}} ")), many(1500, &|at| format!("{{b{at}}} "))),
        (same(5000, "the "), "De ".to_owned() + &same(5000, "the ")),
        (same(1500, "(Save the) "), "De ".to_owned() + &same(1500, "(Save the) ")),
        (same(1500, "your "), same(1500, "jouw your ")),
        (same(5000, "1-"), same(5000, "1-")),
        (same(1500, "&nbsp ; "), "a ".to_owned() + &same(1500, "&nbsp ; ")),
    ];
    let linter = Linter::new(&Registry::builtin(), &settings()).unwrap();
    for (source, target) in texts {
        let found = linter.check_pair(&source, &target, "nl");
        let most = found.iter().map(|one| found.iter().filter(|other| one.check == other.check).count()).max();
        assert!(most <= Some(256), "{most:?}: {}", &target[..20]);
    }
}

#[test]
fn spans_without_their_other_half_keep_no_run_waiting() {
    let mut sources = Sources::new();
    sources.add("nl/spans.md", "<span data-ttu-id=\"a-1\">a ".repeat(10_000));
    let linter = Linter::new(&Registry::builtin(), &settings()).unwrap();
    let found = run(&linter, &sources).findings;
    assert_eq!(found.iter().filter(|finding| finding.check == "invalid-span").count(), 10_000);
}

#[test]
fn a_text_that_is_too_long_is_told_and_the_rest_is_checked() {
    let mut sources = Sources::new();
    let long = "Take the the bus. ".repeat(3000);
    sources.add("nl.tsv", format!("source\ttarget\ttarget_locale\n{long}\t{long}\tnl\nGo.\tGa de de weg.\tnl\n"));
    let found = run(&Linter::new(&Registry::builtin(), &settings()).unwrap(), &sources).findings;
    let told: Vec<_> = found.iter().map(|finding| finding.check).collect();
    assert_eq!(told, ["excessive-text", "doubled-word"]);
}
