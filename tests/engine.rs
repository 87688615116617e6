//! Speed must not show: threads, gates and company change no finding.

use bilint::check::Audience;
use bilint::config::{Config, Settings};
use bilint::{Docset, Linter, Registry, Report, Sources};
use std::path::{Path, PathBuf};

/// Every page of the corpora.
fn sources() -> Sources {
    let corpora = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpora");
    let loaded = bilint::load::read(&[corpora.clone()], &Settings::default(), &corpora);
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
    for check in registry.iter() {
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
