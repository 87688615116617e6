//! Alignment held against what side-by-side pages state: every page of the corpora in plain form, beside its English
//! as it is, and beside an English page from which blocks were deleted and to which others were added.
//!
//! `BILINT_MISSES=1` prints what was not aligned, and what was aligned with something else.

use bilint::align::{self, Alignment, Page};
use bilint::formats::markdown;
use bilint::model::{DriftKind, TRUSTED_SCORE};
use bilint::span::FileSpan;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// A page in plain form, and what its spans state.
struct Plain {
    name: String,
    target: String,
    source: String,
    /// Where each translated text stands in the target, and its original.
    pairs: Vec<(FileSpan, String)>,
}

fn pages() -> Vec<Plain> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpora/sxs");
    let entries = |folder: &Path| -> Vec<PathBuf> {
        let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        paths
    };
    let folders = entries(&root).into_iter().filter(|path| path.is_dir());
    let files = folders.flat_map(|folder| entries(&folder));
    let pages = files.filter(|path| path.extension().is_some_and(|extension| extension == "md"));
    pages.map(|path| plain(&path)).filter(|page| !page.pairs.is_empty()).collect()
}

fn plain(path: &Path) -> Plain {
    let text = fs::read_to_string(path).unwrap();
    let (mut target, mut pairs, mut from) = (String::new(), Vec::new(), 0);
    for pair in markdown::pairs(&text, &mut Vec::new()) {
        target.push_str(&text[from..pair.whole.range().start]);
        let start = target.len();
        target.push_str(pair.target.of(&text));
        pairs.push((FileSpan::new(start, target.len()), pair.source.of(&text).to_owned()));
        from = pair.whole.range().end;
    }
    target.push_str(&text[from..]);
    let name = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap().display().to_string();
    Plain { name, target, source: markdown::original(&text).0, pairs }
}

fn squashed(text: &str) -> String {
    // A line break within a span parts two pairs, and is in neither.
    text.replace("<br>", " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How the stated pairs were found.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    /// In a pair that holds the original and little else.
    sentence: usize,
    /// In a pair that holds more.
    block: usize,
    /// In a pair with another source.
    wrong: usize,
    /// In none.
    missed: usize,
}

impl Tally {
    fn all(self) -> usize {
        self.sentence + self.block + self.wrong + self.missed
    }

    fn share(self, part: usize) -> f64 {
        part as f64 / self.all() as f64
    }
}

fn found(source: &str, target: &str) -> Alignment {
    let [originals, blocks] = [source, target].map(markdown::blocks);
    align::align(Page { text: source, blocks: &originals }, Page { text: target, blocks: &blocks })
}

/// The text of the link that `text` is, if it is one and nothing else.
fn sole_link(text: &str) -> Option<&str> {
    let (label, destination) = text.strip_prefix('[')?.strip_suffix(')')?.split_once("](")?;
    (!label.contains(']') && !destination.contains(')')).then_some(label)
}

/// Counts how `alignment` has the pairs of `page`. What `source` no longer holds is to be in no pair that is trusted.
fn count(page: &Plain, source: &str, alignment: &Alignment, tally: &mut Tally) {
    let left = squashed(source);
    let text = |parts: &[FileSpan]| squashed(&parts.iter().map(|part| part.of(source)).collect::<Vec<_>>().join(" "));
    // What lost its other half has nothing to be aligned with.
    for (target, original) in page.pairs.iter().filter(|(target, original)| !target.is_empty() && !original.is_empty())
    {
        // Of a span that is a link, the text is aligned.
        let label = |text: &str| sole_link(text).map(str::to_owned);
        let (target, original) = match (label(target.of(&page.target)), label(original)) {
            (Some(own), Some(its)) => {
                (FileSpan { start: target.start + 1, end: target.start + 1 + own.len() as u32 }, its)
            }
            _ => (*target, original.clone()),
        };
        let original = squashed(&original);
        let shared = |pair: &align::Pair| -> usize {
            let shared =
                |part: &FileSpan| part.end.min(target.end).saturating_sub(part.start.max(target.start)) as usize;
            pair.target.iter().map(shared).sum()
        };
        // Two sentences of one span may be two pairs.
        let trusted = alignment.pairs.iter().filter(|pair| pair.score >= TRUSTED_SCORE && shared(pair) > 0);
        let covering: Vec<_> = trusted.collect();
        let covered: usize = covering.iter().map(|pair| shared(pair)).sum();
        let length: usize = covering.iter().flat_map(|pair| &pair.target).map(|part| part.len()).sum();
        let has = covering.iter().map(|pair| text(&pair.source)).collect::<Vec<_>>().join(" ");
        let what = if covered * 10 < target.len() * 8 {
            if left.contains(&original) { "missed" } else { "gone" }
        } else if !has.contains(&original) {
            "wrong"
        } else if length <= target.len() * 3 / 2 + 4 {
            "sentence"
        } else {
            "block"
        };
        match what {
            "missed" => tally.missed += 1,
            "wrong" => tally.wrong += 1,
            "sentence" => tally.sentence += 1,
            "block" => tally.block += 1,
            _ => {}
        }
        if std::env::var_os("BILINT_MISSES").is_some() && matches!(what, "missed" | "wrong") {
            println!("{what} {}: {:?} is {original:?}, found {has:?}", page.name, target.of(&page.target));
        }
    }
}

#[test]
fn plain_pages_are_aligned_as_their_spans_state() {
    let mut tally = Tally::default();
    // Thai parts sentences as it parts phrases, by blanks: those of a block stay together.
    let (unmarked, marked): (Vec<_>, Vec<_>) = pages().into_iter().partition(|page| page.name.contains("/th-"));
    for page in &marked {
        count(page, &page.source, &found(&page.source, &page.target), &mut tally);
    }
    println!("{tally:?}");
    assert!(tally.all() > 1200, "{tally:?}");
    assert!(tally.share(tally.sentence + tally.block) >= 0.998, "{tally:?}");
    assert!(tally.share(tally.sentence) >= 0.97, "{tally:?}");
    assert!(tally.share(tally.wrong) <= 0.001, "{tally:?}");
    for page in &unmarked {
        let mut tally = Tally::default();
        count(page, &page.source, &found(&page.source, &page.target), &mut tally);
        assert_eq!((tally.wrong, tally.missed), (0, 0), "{}: {tally:?}", page.name);
    }
}

/// The blocks of an English page as they stand in it, parted by blank lines.
fn paragraphs(source: &str) -> (&str, Vec<&str>) {
    let body = source.strip_prefix("---").and_then(|rest| rest.find("\n---\n")).map_or(0, |end| end + 3 + 5);
    (&source[..body], source[body..].split("\n\n").filter(|block| !block.trim().is_empty()).collect())
}

/// `page`'s English without every tenth block and with as many of `others`, spread evenly; and how many were deleted.
fn drifted(page: &Plain, others: &[String], turn: usize) -> (String, usize) {
    let (front, blocks) = paragraphs(&page.source);
    let kept: Vec<&str> =
        blocks.iter().enumerate().filter(|(at, _)| (at + turn) % 10 != 9).map(|(_, it)| *it).collect();
    let deleted = blocks.len() - kept.len();
    let mut now = front.to_owned();
    let mut added = 0;
    for (at, block) in kept.iter().enumerate() {
        while added * kept.len() < at * deleted {
            now.push_str(&others[(turn * 7 + added * 13) % others.len()]);
            now.push_str("\n\n");
            added += 1;
        }
        now.push_str(block);
        now.push_str("\n\n");
    }
    (now, deleted)
}

#[test]
fn a_page_that_drifted_is_aligned_where_it_can_be_and_the_drift_is_told() {
    let pages = pages();
    let (mut tally, mut deleted, mut told) = (Tally::default(), 0, [0; 2]);
    for (turn, page) in pages.iter().enumerate() {
        let folder = |name: &str| name.rsplit_once('/').map(|(_, file)| file.to_owned());
        let foreign = pages.iter().filter(|other| folder(&other.name) != folder(&page.name));
        let others: Vec<String> = foreign
            .flat_map(|other| paragraphs(&other.source).1)
            .filter(|block| block.len() > 40 && block.lines().count() == 1 && !page.source.contains(block))
            .map(str::to_owned)
            .collect();
        let (source, gone) = drifted(page, &others, turn);
        deleted += gone;
        let alignment = found(&source, &page.target);
        count(page, &source, &alignment, &mut tally);
        for drift in &alignment.drift {
            match drift.kind {
                DriftKind::MissingBlock => told[0] += drift.count as usize,
                DriftKind::AddedBlock => told[1] += drift.count as usize,
                DriftKind::MissingSentence => {}
            }
        }
    }
    println!("{tally:?}, {deleted} deleted and added, told {told:?}");
    assert!(tally.share(tally.sentence + tally.block) >= 0.97, "{tally:?}");
    assert!(tally.share(tally.wrong) <= 0.005, "{tally:?}");
    // What was added to the English is missing in the translation; what was deleted there is added here.
    assert!(told[0] * 10 >= deleted * 9, "{told:?} of {deleted} added");
    assert!(told[1] * 10 >= deleted * 8, "{told:?} of {deleted} deleted");
}

/// What `part` says of each number below `count`.
fn written(count: usize, part: impl Fn(usize) -> String) -> String {
    (0..count).map(part).collect()
}

/// The pairs of two pages, as text.
fn paired<'p>(source: &'p str, target: &'p str) -> Vec<(String, &'p str)> {
    let blocks = [markdown::blocks(source), markdown::blocks(target)];
    let pages = [Page { text: source, blocks: &blocks[0] }, Page { text: target, blocks: &blocks[1] }];
    let text = |page: &str, parts: &[FileSpan]| parts.iter().map(|part| part.of(page)).collect::<String>();
    let pairs = align::align(pages[0], pages[1]).pairs.into_iter();
    pairs.map(|pair| (text(source, &pair.source), pair.target[0].of(target))).collect()
}

#[test]
fn a_paragraph_that_was_divided_or_joined_is_no_drift() {
    let one = "The server listens on port `8443`. Set `bind` to another address if the computer has two network cards.";
    let [first, second] =
        ["Der Server lauscht am Port `8443`.", "Ändern Sie `bind`, wenn der Computer zwei Karten hat."];
    let kinds = |source: &str, target: &str| -> Vec<DriftKind> {
        found(source, target).drift.into_iter().map(|drift| drift.kind).collect()
    };
    let [joined, divided] = [" ", "\n\n"].map(|between| format!("# Titel\n\n{first}{between}{second}\n"));
    let source = format!("# Titel\n\n{one}\n");
    assert_eq!(kinds(&source, &divided), []);
    assert_eq!(kinds(&divided, &joined), []);
    // One more sentence is one more.
    let more = format!("{divided}\nWer eine Firewall hat, öffnet den Port auch dort für alle Rechner der Abteilung.\n");
    assert_eq!(kinds(&source, &more), [DriftKind::AddedBlock]);
}

#[test]
fn paragraphs_without_a_mark_between_them_may_become_one_sentence() {
    let source = "# Port\n\nThe server listens on port `8443`\n\nSet another address if the computer has two cards.\n";
    let kinds =
        |target: &str| -> Vec<DriftKind> { found(source, target).drift.into_iter().map(|drift| drift.kind).collect() };
    let [first, second] = ["Der Server lauscht am Port `8443`", "eine andere Adresse, wenn er zwei Netzwerkkarten hat"];
    for between in [" und braucht ", ": er braucht ", ". Er braucht "] {
        assert_eq!(kinds(&format!("# Port\n\n{first}{between}{second}.\n")), [], "{between}");
    }
    assert_eq!(kinds(&format!("# Port\n\n{first}\n")), [DriftKind::MissingBlock]);
}

#[test]
fn a_tag_that_the_next_one_closes_parts_once() {
    let pairs = paired("One line <br <br> and the next.", "Eine Zeile <br <br> und die nächste.");
    let expected = [("One line", "Eine Zeile"), ("and the next.", "und die nächste.")];
    assert_eq!(pairs, expected.map(|(source, target)| (source.to_owned(), target)));
}

#[test]
fn a_blank_cell_does_not_part_the_rest_of_its_row() {
    let source = "| Key | Use | Since |\n|---|---|---|\n| Home | | Version 3.1 |\n";
    let target = "| Taste | Zweck | Seit |\n|---|---|---|\n| Pos1 | Zum Anfang | Version 3.1 |\n";
    let pairs = paired(source, target);
    assert!(pairs.contains(&("Version 3.1".to_owned(), "Version 3.1")), "{pairs:?}");
    assert!(pairs.contains(&(String::new(), "Zum Anfang")), "{pairs:?}");
}

#[test]
fn a_page_that_grew_by_hundreds_of_blocks_keeps_its_pairs() {
    let added = written(600, |at| format!("Neuer Absatz {at} ohne Vorlage im Original.\n\n"));
    let source = "Press F12 in Firefox 115 to open the inspector.";
    let target = format!("{added}Drücken Sie F12 in Firefox 115, um den Inspektor zu öffnen.");
    let pairs = paired(source, &target);
    let last = pairs.last().unwrap();
    assert_eq!((last.0.as_str(), &last.1[..12]), (source, &target[added.len()..][..12]));
}

#[test]
fn time_does_not_grow_with_the_square_of_a_page() {
    let list = |word: &str, count: usize| written(count, |at| format!("- {word} {}\n", at % 7));
    let words = |word: &str| written(9000, |at| format!("{word}{at} "));
    let sentences = |word: &str, count: usize| format!("{word} goes on. ").repeat(count);
    let pages = [
        (list("item", 9000), list("Punkt", 6000)),
        (words("word") + "\n\nEnd.", "Anfang.\n\n".to_owned() + &words("word") + "\n\nEnde."),
        (sentences("It", 6000), sentences("Es", 4000)),
        ("<br ".repeat(20_000), "<br ".repeat(20_000)),
    ];
    for (source, target) in pages {
        let start = Instant::now();
        paired(&source, &target);
        assert!(start.elapsed() < Duration::from_secs(10), "{:?}: {}", start.elapsed(), &source[..20]);
    }
}
