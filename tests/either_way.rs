//! One page, two forms: side by side in one file, and as two files of one language each. What is found is the same.
//!
//! Every page of the side-by-side corpora is taken apart into the translation and its original, and both forms are
//! linted. Findings are the same when the check and the bytes of the translation are; what differs must follow from a
//! rule that is written here.

use bilint::check::{Audience, Category};
use bilint::config::{Config, Settings};
use bilint::formats::markdown::{original, pairs};
use bilint::model::{Segment, Side};
use bilint::{Docset, Finding, Linter, Registry, Sources};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// How a segment is cut: the bytes of the plain translation, and the original.
type Cut = ((usize, usize), String);

/// A finding of either form.
#[derive(Debug)]
struct Found {
    check: &'static str,
    /// The bytes of the plain translation; of the original, the text.
    at: Result<(usize, usize), String>,
    /// The segment.
    segment: Option<Cut>,
}

impl Found {
    /// Whether both are one: the check and the place.
    fn is(&self, other: &Self) -> bool {
        self.check == other.check && self.at == other.at
    }

    /// Whether both share a byte of the translation.
    fn overlaps(&self, other: &Self) -> bool {
        matches!((&self.at, &other.at), (Ok(one), Ok(other)) if one.0 < other.1 && other.0 < one.1)
    }

    fn start(&self) -> Option<usize> {
        self.at.as_ref().ok().map(|(start, _)| *start)
    }

    /// What is found, with what stands around it.
    fn shown<'t>(&'t self, plain: &'t str) -> &'t str {
        let around = |&(start, end): &(usize, usize)| {
            (plain.floor_char_boundary(start.saturating_sub(40)), end.saturating_add(25))
        };
        match &self.at {
            Ok(at) => &plain[around(at).0..plain.ceil_char_boundary(around(at).1)],
            Err(text) => text,
        }
    }
}

/// The side-by-side pages of the corpora with their paths, such as `nl-nl/page.md`.
fn pages() -> Vec<(String, String)> {
    let corpora = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpora/sxs");
    let inside = |folder: &Path| -> Vec<PathBuf> {
        let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        paths
    };
    let files = inside(&corpora).into_iter().flat_map(|folder| inside(&folder));
    let pages = files.filter(|path| path.extension().is_some_and(|extension| extension == "md"));
    pages
        .map(|path| {
            let shown = path.strip_prefix(&corpora).unwrap().to_string_lossy().replace('\\', "/");
            (shown, fs::read_to_string(&path).unwrap())
        })
        .filter(|(_, text)| {
            // Where a span is broken, nobody knows what the page of one language would be.
            let mut problems = Vec::new();
            !pairs(text, &mut problems).is_empty() && problems.is_empty()
        })
        .collect()
}

/// The translation in `page`, and for each byte of `page` where it stands there, as far as it does.
fn translation(page: &str) -> (String, Vec<Option<usize>>) {
    let (mut plain, mut places) = (String::new(), vec![None; page.len() + 1]);
    let mut take = |from: usize, to: usize| {
        for (offset, place) in places[from..=to].iter_mut().enumerate() {
            *place = Some(plain.len() + offset);
        }
        plain.push_str(&page[from..to]);
    };
    let mut from = 0;
    for pair in pairs(page, &mut Vec::new()) {
        take(from, pair.whole.range().start);
        take(pair.target.range().start, pair.target.range().end);
        from = pair.whole.range().end;
    }
    take(from, page.len());
    (plain, places)
}

/// The text of `page` behind its front matter, which is that of the translation.
fn body(page: &str) -> &str {
    let matter = page.strip_prefix("---").and_then(|text| text.find("\n---\n").map(|end| end + "---\n---\n".len()));
    &page[matter.unwrap_or(0)..]
}

/// What one form of a page gives.
struct Form {
    findings: Vec<Found>,
    segments: BTreeSet<Cut>,
}

/// Lints the page that `sources` holds first; `place` leads from its bytes to those of `plain`.
fn lint(linter: &Linter, sources: &Sources, plain: &str, place: impl Fn(usize) -> usize) -> Form {
    let docset = Docset::parse(sources, linter.settings());
    let (page, file) = sources.files().next().unwrap();
    let body = file.text.len() - body(&file.text).len();
    let document = docset.documents.iter().find(|document| document.files[1] == page).unwrap();
    let cut = |segment: &Segment<'_>| {
        let span = segment.target.file_span().range();
        let (start, end) = (place(span.start), place(span.end));
        let text = &plain[start..end];
        let source = segment.source.as_str().trim().to_owned();
        ((end - text.trim_start().len(), start + text.trim_end().len()), source)
    };
    let found = |finding: &Finding| {
        let (own, span) = docset.locate(finding.place);
        let range = span.range();
        if is_about_files(finding) || own == page && range.start < body {
            return None;
        }
        let at = match finding.place.side() {
            Side::Source => Err(sources.file(own).text[range].to_owned()),
            Side::Target => Ok((place(range.start), place(range.end))),
        };
        let segment = finding.place.segment().map(|index| cut(&document.segments()[index]));
        Some(Found { check: finding.check, at, segment })
    };
    let findings = linter.run(sources, &docset).findings.iter().filter_map(found).collect();
    Form { findings, segments: document.segments().iter().map(cut).collect() }
}

/// Whether a finding is about the file that the page stands in rather than about its text: its form, its front matter
/// (which a side-by-side page has in one language only), the version of its original, or the pages that it links to, of
/// which there are more where the originals are files.
fn is_about_files(finding: &Finding) -> bool {
    let registry = Registry::builtin();
    let check = registry.get(finding.check).unwrap();
    check.category == Category::Format
        || ["stale-page", "broken-link", "broken-anchor"].contains(&check.id)
        || check.file.contains("/front_matter/")
}

/// Whether `found`, which `other` lacks, follows from how the two forms differ.
fn is_explained(found: &Found, other: &Form) -> bool {
    // What is left in English is called by its share of the segment, and a segment may be a part of another.
    let untranslated = |it: &Found| it.check.starts_with("untranslated-");
    // What a pair states to be empty is missing on a page of one language, and its other half added.
    let empty = |it: &Found| it.check == "missing-target";
    let sourceless = |it: &Found| it.check == "missing-source";
    let missing = |it: &Found| matches!(it.check, "missing-block" | "missing-sentence");
    let cut_alike = found.segment.as_ref().is_none_or(|segment| other.segments.contains(segment));
    match () {
        () if untranslated(found) => other.findings.iter().any(|it| untranslated(it) && it.overlaps(found)),
        () if empty(found) || sourceless(found) => true,
        () if found.check == "added-block" => other.findings.iter().any(sourceless),
        () if missing(found) => other.findings.iter().any(|it| empty(it) && it.start() >= found.start()),
        () => !cut_alike,
    }
}

#[test]
fn both_forms_of_a_page_have_the_same_findings() {
    let registry = Registry::builtin();
    let config = Config { audience: Some(Audience::Regular), ..Config::default() };
    let linter = Linter::new(&registry, &Settings::new(&config, &registry, Vec::new(), "", "").unwrap()).unwrap();
    let (mut same, mut explained, mut different) = (0, 0, Vec::new());
    let (mut segments, mut cut_alike) = (0, 0);
    for (path, text) in pages() {
        let (plain, places) = translation(&text);
        let (mut bilingual, mut two) = (Sources::new(), Sources::new());
        bilingual.add(path.clone(), text.clone());
        two.add(path.clone(), plain.clone());
        let name = path.split_once('/').unwrap().1;
        two.add(format!("en-us/{name}"), body(&original(&text).0).to_owned());
        let one = lint(&linter, &bilingual, &plain, |at| places[at].unwrap_or_default());
        let other = lint(&linter, &two, &plain, |at| at);
        segments += one.segments.len();
        cut_alike += one.segments.intersection(&other.segments).count();
        for (form, own, beside) in [("pairs", &one, &other), ("two files", &other, &one)] {
            for found in &own.findings {
                if beside.findings.iter().any(|it| it.is(found)) {
                    same += 1;
                } else if is_explained(found, beside) {
                    explained += 1;
                } else {
                    different.push(format!("{path}: {} in {form} alone: {:?}", found.check, found.shown(&plain)));
                }
            }
        }
    }
    same /= 2;
    println!("{same} the same, {explained} explained; {cut_alike} of {segments} segments are cut alike");
    assert!(different.is_empty(), "{} findings are not the same:\n{}", different.len(), different.join("\n"));
    assert!(explained * 8 < same, "{explained} of {same} findings have to be explained");
    assert!(cut_alike * 100 > segments * 94, "{cut_alike} of {segments} segments are cut alike");
}
