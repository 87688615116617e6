//! Whole runs, stages and checks over clean, typical and dirty text. Every bench states the number of findings or
//! facts that it must give, so that a faster run that finds less is red.
//!
//! `cargo bench` for all; `cargo bench -- whole` for some.

use bilint::align::{self, Page};
use bilint::check::Audience;
use bilint::config::{Config, Settings};
use bilint::evidence::{Draft, Evidence, Learner};
use bilint::formats::markdown;
use bilint::locale::Locale;
use bilint::model::TRUSTED_SCORE;
use bilint::text::{markup::Markup, numbers, sentences, words};
use bilint::{CheckDef, Docset, Linter, Registry, Report, Sources, checks};
use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use std::fmt::Write as _;
use std::path::Path;
use std::sync::LazyLock;

fn main() {
    divan::main();
}

/// How often something is wrong.
#[derive(Clone, Copy, Debug)]
enum Text {
    /// Nothing is wrong.
    Clean,
    /// One segment in twenty is faulty.
    Typical,
    /// Every second segment is faulty.
    Dirty,
}

/// Pairs that are right, in a few languages' worth of shapes.
const RIGHT: [(&str, &str); 8] = [
    ("Choose a plan", "Kies een abonnement"),
    ("Select **Settings** and then **Members**.", "Selecteer **Instellingen** en vervolgens **Leden**."),
    ("The import takes 15 minutes for 1,200 records.", "De import duurt 15 minuten voor 1.200 records."),
    ("For details, see the [guide](guide.md#limits).", "Zie de [handleiding](guide.md#limits) voor meer informatie."),
    ("Every member of the team can read the log.", "Elk lid van het team kan het logboek lezen."),
    ("Run `lumen sync --all` to start again.", "Voer `lumen sync --all` uit om opnieuw te beginnen."),
    (
        "The API returns one page at a time. Ask for the next page with the cursor.",
        "De API geeft één pagina tegelijk terug. Vraag de volgende pagina op met de cursor.",
    ),
    (
        "Backups older than 30 days are deleted, unless they are locked.",
        "Back-ups die ouder zijn dan 30 dagen worden verwijderd, tenzij ze zijn vergrendeld.",
    ),
];

/// Pairs with one defect each.
const FAULTY: [(&str, &str); 4] = [
    ("See the [guide](guide.md), which is short.", "Zie de [handleiding](guide.md)die kort is."),
    ("The API returns an error.", "De api geeft een fout terug."),
    ("Open the [dashboard](board.md).", "Open het [dashboard.](board.md)"),
    (
        "The export runs at night. The log should be checked in the morning by the owner of the team.",
        "De export draait 's nachts. The log should be checked in the morning by the owner of the team.",
    ),
];

fn page(text: Text, segments: usize) -> String {
    let mut page = String::from("---\ntitle: Bench\nms.contentlocale: nl-NL\n---\n");
    for number in 0..segments {
        let faulty = match text {
            Text::Clean => false,
            Text::Typical => number % 20 == 7,
            Text::Dirty => number % 2 == 1,
        };
        let (source, target) = if faulty { FAULTY[number / 2 % FAULTY.len()] } else { RIGHT[number % RIGHT.len()] };
        let _ = write!(
            page,
            "<span data-ttu-id=\"4e683-{number}\">{target}</span><span class=\"sxs-lookup\"><span data-stu-id=\"4e683-{number}\">{source}</span></span>\n\n"
        );
    }
    page
}

fn sources(text: Text) -> Sources {
    let mut sources = Sources::new();
    for number in 0..16 {
        sources.add(format!("nl-nl/page{number}.md"), page(text, 500));
    }
    sources
}

static CORPORA: LazyLock<Sources> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpora");
    bilint::load::read(std::slice::from_ref(&folder), &Settings::default(), &folder).sources
});

fn linter() -> Linter {
    Linter::new(&Registry::builtin(), &Settings::default()).unwrap()
}

fn run(linter: &Linter, sources: &Sources) -> Report {
    linter.run(sources, &Docset::parse(sources, linter.settings()))
}

/// Parse and check, by how dirty the text is and by threads.
#[divan::bench(args = [(Text::Clean, 1), (Text::Typical, 1), (Text::Dirty, 1), (Text::Typical, 2)])]
fn whole(bencher: Bencher, (text, threads): (Text, usize)) {
    let (sources, linter) = (sources(text), linter());
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    let expected = match text {
        Text::Clean => 0,
        Text::Typical => 400,
        Text::Dirty => 4000,
    };
    bencher
        .counter(BytesCount::new(sources.bytes()))
        .counter(ItemsCount::new(8000_usize))
        .bench_local(|| assert_eq!(pool.install(|| run(&linter, &sources)).findings.len(), expected));
}

/// Ten languages, as they are labelled.
#[divan::bench]
fn corpora(bencher: Bencher) {
    let linter = linter();
    let expected = run(&linter, &CORPORA).findings.len();
    assert!(expected > 150, "{expected}");
    bencher
        .counter(BytesCount::new(CORPORA.bytes()))
        .bench_local(|| assert_eq!(run(&linter, &CORPORA).findings.len(), expected));
}

/// Finding the spans, nothing else.
#[divan::bench]
fn scanner(bencher: Bencher) {
    let page = page(Text::Typical, 8000);
    bencher.counter(BytesCount::of_str(&page)).bench_local(|| {
        let mut problems = Vec::new();
        assert_eq!(markdown::pairs(&page, &mut problems).len(), 8000);
    });
}

/// Pages to segments, links and anchors.
#[divan::bench]
fn parse(bencher: Bencher) {
    let (sources, settings) = (sources(Text::Typical), Settings::default());
    bencher.counter(BytesCount::new(sources.bytes())).bench_local(|| {
        let docset = Docset::parse(&sources, &settings);
        assert_eq!(docset.documents.iter().map(|document| document.segments().len()).sum::<usize>(), 8000);
    });
}

/// One fact over all targets.
#[divan::bench(args = ["words", "annex", "sentences", "markup", "numbers"])]
fn fact(bencher: Bencher, fact: &str) {
    let texts: Vec<&str> = RIGHT.iter().cycle().take(4000).map(|(_, target)| *target).collect();
    let (find, expected): (fn(&str) -> usize, usize) = match fact {
        "words" => (|text| words::words(text).len(), 35_500),
        "annex" => (|text| words::annex(text).len(), 35_500),
        "sentences" => (|text| sentences::sentences(text).len(), 4500),
        "markup" => (
            |text| {
                let markup = Markup::of(text);
                markup.links.len() + markup.emphasis.len() + markup.code.len()
            },
            2000,
        ),
        _ => (|text| numbers::numbers(text).len(), 1500),
    };
    bencher
        .counter(BytesCount::new(texts.iter().map(|text| text.len()).sum::<usize>()))
        .bench_local(|| assert_eq!(texts.iter().map(|text| find(text)).sum::<usize>(), expected));
}

/// Each check alone over the corpora, with the facts that it asks for.
#[divan::bench(args = checks::ALL.iter().map(|check| check.id))]
fn check(bencher: Bencher, id: &str) {
    let registry = Registry::builtin();
    let check: &'static CheckDef = registry.get(id).unwrap();
    let config = Config { select: vec![id.to_owned()], audience: Some(Audience::Auditor), ..Config::default() };
    let settings = Settings::new(&config, &registry, Vec::new(), "", "").unwrap();
    let linter = Linter::new(&registry, &settings).unwrap();
    let docset = Docset::parse(&CORPORA, &settings);
    let expected = bilint::scoreboard::score(check.id).map_or(0, |score| score.right + score.false_alarms);
    bencher.counter(BytesCount::new(CORPORA.bytes())).bench_local(|| {
        let found = linter.run(&CORPORA, &docset).findings.len();
        assert!(found >= expected, "{id}: {found} findings, the scoreboard has {expected}");
    });
}

/// Words for pages of any size, in two languages.
const WORDS: [(&str, &str); 12] = [
    ("server", "Server"),
    ("backup", "Sicherung"),
    ("folder", "Ordner"),
    ("report", "Bericht"),
    ("customer", "Kunde"),
    ("invoice", "Rechnung"),
    ("token", "Token"),
    ("region", "Region"),
    ("policy", "Richtlinie"),
    ("schedule", "Zeitplan"),
    ("device", "Gerät"),
    ("network", "Netzwerk"),
];

/// A page of `blocks` paragraphs in either language. Where it `drifts`, the English lacks every tenth of them and has
/// as many others.
fn long_page(blocks: usize, drifts: bool) -> [String; 2] {
    let mut pages = [String::new(), String::new()];
    for block in 0..blocks {
        let seed = block.wrapping_mul(0x9e37_79b9) % 1_000_003;
        let lost = drifts && block % 10 == 3;
        for (side, page) in pages.iter_mut().enumerate().filter(|(side, _)| *side == 1 || !lost) {
            let mut state = seed;
            for _ in 0..4 + block % 9 {
                state = (state * 48_271 + 11) % 1_000_003;
                let (english, german) = WORDS[state % WORDS.len()];
                let _ = write!(page, "{} ", [english, german][side]);
            }
            let _ = write!(page, "{}.\n\n", block % 97);
        }
        if drifts && block % 10 == 8 {
            let _ = write!(pages[0], "A paragraph that only the original has, about {seed} things.\n\n");
        }
    }
    pages
}

/// The alignment of a long page without headings, as it is and drifted; with the pairs that it must find at least.
#[divan::bench(args = [(false, 20_000), (true, 17_000)], sample_count = 3)]
fn alignment(bencher: Bencher, (drifts, expected): (bool, usize)) {
    let [source, target] = long_page(20_000, drifts);
    bencher.counter(BytesCount::new(source.len() + target.len())).bench(|| {
        let [originals, blocks] = [&source, &target].map(|page| markdown::blocks(page));
        let found = align::align(Page { text: &source, blocks: &originals }, Page { text: &target, blocks: &blocks });
        let paired = found.pairs.iter().filter(|pair| pair.score >= TRUSTED_SCORE).count();
        assert!(paired >= expected, "{paired} pairs");
    });
}

/// What translations teach: the tables of one language, and how many different segments they hold.
const LEARNED: [(&str, u32); 2] = [("it", 894), ("sv", 1119)];

/// The tables of `language` in the corpora, as texts.
fn tables(language: &str) -> Vec<String> {
    let learned = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpora/learned");
    let folders = std::fs::read_dir(learned).unwrap().map(|entry| entry.unwrap().path());
    let folder = folders.into_iter().find(|path| path.file_name().unwrap().to_string_lossy().starts_with(language));
    let mut paths: Vec<_> = std::fs::read_dir(folder.unwrap()).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

fn learned(language: &str, texts: &[String]) -> Evidence {
    let mut learner = Learner::new(Locale::english(), Locale::parse(language).unwrap());
    for text in texts {
        let mut draft = Draft::default();
        text.lines().filter_map(|line| line.split_once('\t')).for_each(|(source, target)| draft.add(source, target));
        learner.add(draft);
    }
    learner.learn()
}

#[divan::bench(args = LEARNED)]
fn learn(bencher: Bencher<'_, '_>, (language, segments): (&str, u32)) {
    let texts = tables(language);
    let bytes: usize = texts.iter().map(String::len).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        let evidence = learned(language, &texts);
        assert_eq!(evidence.segments(), segments);
        evidence
    });
}

#[divan::bench(args = LEARNED)]
fn read_evidence(bencher: Bencher<'_, '_>, (language, segments): (&str, u32)) {
    let bytes = learned(language, &tables(language)).to_bytes();
    bencher.counter(BytesCount::new(bytes.len())).bench(|| {
        let evidence = Evidence::from_bytes(&bytes).unwrap();
        assert_eq!(evidence.segments(), segments);
        evidence
    });
}
