//! Findings of every kind, for reporters to show: with and without a fix, with places in another file, on the side of
//! the source, about a whole file, settled, in scripts of all directions, and in texts that try to be markup.

use bilint::check::SegmentCheck;
use bilint::config::Config;
use bilint::finding::{Sink, Trust};
use bilint::model::{BYTE_ORDER_MARK, SegmentView};
use bilint::report::{Reporter, Scene};
use bilint::span::Span;
use bilint::{Docset, Linter, Registry, Report, Settings, Sources, declare_check};

declare_check! {
    /// An animal stands in the text.
    ///
    /// It is there to be seen.
    ///
    /// ```fails
    /// en | A walk
    /// nl | Een 🦎 wandeling
    ///          ^
    /// ```
    ///
    /// ```passes
    /// en | A walk
    /// nl | Een wandeling
    /// ```
    pub(crate) static SPECIMEN: Segment<Specimen> = {
        id: "menagerie/specimen",
        category: Characters,
        severity: Error,
        confidence: Medium,
        fix: Unsafe,
        mqm: "linguistic-conventions/character-encoding",
        its: "characters",
        aliases: ["menagerie/animal"],
        since: "1.0.0",
    }
}

/// Reports animals.
#[derive(Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Specimen {}

impl SegmentCheck for Specimen {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source(), segment.target());
        for (at, animal) in target.text().match_indices(['🦎', '🐫', '🦉']) {
            let place = target.at(Span::new(at, at + animal.len()));
            match animal {
                // What it says could be read as markup or as a command by whoever shows it.
                "🦎" => {
                    let message = format!("\"it\" says `{}`, 100%|::error::<img src=x>\nand: more", target.text());
                    out.report(place, message)
                        .help("let it out, [here](https://a.example)")
                        .fix("hagedis", Trust::Unsafe);
                }
                "🐫" => drop(out.report(place, "a fix that is only shown").fix("kameel", Trust::Shown)),
                _ => drop(out.report(source.whole(), "it is the source that has it").also(place)),
            }
        }
    }
}

/// The checks that look: few, so that reports do not change with every new check.
const SELECT: [&str; 7] = [
    "doubled-space", "doubled-word", "invalid-encoding", "mismatched-acronym-case", "missing-link", "stale-directive",
    "menagerie/specimen",
];

const SIDE_BY_SIDE: &str = r#"# Één

<span data-ttu-id="a1-101">Open  het bestand 🦎 nu.</span><span class="sxs-lookup"><span data-stu-id="a1-101">Open the file now.</span></span>

<!-- bilint: ignore[doubled-word] Baden Baden | is a "town" -->
<span data-ttu-id="a1-102">Ga naar Baden Baden.</span><span class="sxs-lookup"><span data-stu-id="a1-102">Go to Baden.</span></span>

<!-- bilint: ignore[spacing] -->
<span data-ttu-id="a1-103">Ga  weg.</span><span class="sxs-lookup"><span data-stu-id="a1-103">Go away.</span></span>

<span data-ttu-id="a1-104">Neem de de bus.</span><span class="sxs-lookup"><span data-stu-id="a1-104">Take the bus.</span></span> <span data-ttu-id="a1-105">Neem de de bus.</span><span class="sxs-lookup"><span data-stu-id="a1-105">Take the bus.</span></span>

<!-- bilint: ignore[missing-link] of no use -->
<span data-ttu-id="a1-106">Kijk naar de uil 🦉 en de kameel 🐫.</span><span class="sxs-lookup"><span data-stu-id="a1-106">See the owl 🦉 and the camel 🐫.</span></span>
"#;

const ENGLISH: &str = "# Guide\n\nRead the [terms of use](terms.md) before you begin your work.\n";
const GERMAN: &str = "# Leitfaden\n\nLesen Sie die Nutzungsbedingungen, bevor  Sie mit der Arbeit\r\n  beginnen.\n";
const ARABIC: &str = "source\ttarget\nOpen the file.\tافتح الملف  🦎 الآن.\n";
const JAPANESE: &str = r#"{"id":"api","source":"Save and open the API.","target":"保存して api を開きます。🐫","target_locale":"ja"}
"#;
const NOISE: &str = "source\ttarget\nA walk.\t\u{8}\u{1b}[31m<script>x</script> **x** [y](javascript:z) ``` @you #12 https://k.example \u{202e}🦎\u{fffe}\n";
const CLEAN: &str = "source\ttarget\nOpen it.\tÖppna den.\n";

/// What a run over the menagerie sees.
pub(crate) struct Menagerie {
    pub(crate) registry: Registry,
    pub(crate) settings: Settings,
    pub(crate) sources: Sources,
}

/// All cages.
pub(crate) fn menagerie() -> Menagerie {
    let mut sources = Sources::new();
    let side_by_side = [BYTE_ORDER_MARK, SIDE_BY_SIDE.as_bytes()].concat();
    sources.push(Sources::decode(side_by_side, "site/nl-nl/één pagina, 100%.md".to_owned()).unwrap());
    sources.add("docs/en/guide.md", ENGLISH);
    sources.add("docs/de/guide.md", GERMAN);
    let damaged = b"# Gr\xfc\xdfe\n\nHallo.\n".to_vec();
    sources.push(Sources::decode(damaged, "docs/de/old.md".to_owned()).unwrap());
    sources.add("strings/ar.tsv", ARABIC);
    sources.add("strings/ja.jsonl", JAPANESE);
    sources.add("strings/noise.nl.tsv", NOISE);
    sources.add("strings/sv.tsv", CLEAN);
    sources.add("../beside/nl.tsv", "source\ttarget\nGo.\tGa  weg.\n");
    of(sources)
}

/// A menagerie of other files.
pub(crate) fn of(sources: Sources) -> Menagerie {
    let mut registry = Registry::builtin();
    registry.add(&SPECIMEN).unwrap();
    let config = Config { select: SELECT.map(str::to_owned).to_vec(), ..Config::default() };
    let settings = Settings::new(&config, &registry, Vec::new(), "", "").unwrap();
    Menagerie { registry, settings, sources }
}

impl Menagerie {
    /// Shows the run to `look`.
    pub(crate) fn visit<T>(&self, look: impl FnOnce(&Scene<'_>) -> T) -> T {
        let docset = Docset::parse(&self.sources, &self.settings);
        let report = Linter::new(&self.registry, &self.settings).unwrap().run(&self.sources, &docset);
        look(&Scene::new(&report, &docset, &self.sources, &self.registry).within("/builds/site"))
    }

    /// The run in the form of `reporter`.
    pub(crate) fn report(&self, reporter: &dyn Reporter) -> String {
        self.visit(|scene| written(scene, reporter))
    }

    /// What was found.
    pub(crate) fn findings(&self) -> Report {
        self.visit(|scene| scene.report.clone())
    }
}

/// `scene` in the form of `reporter`.
pub(crate) fn written(scene: &Scene<'_>, reporter: &dyn Reporter) -> String {
    let mut out = Vec::new();
    reporter.write(scene, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}
