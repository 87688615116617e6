//! A run with `--fix` that is killed leaves each file as it was or as it is to be, never half of one: the real program,
//! killed two hundred times, most of them while it writes.

#![cfg(all(unix, feature = "cli"))]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::{sleep, yield_now};
use std::time::{Duration, Instant};

const KILLS: usize = 200;
const FILES: usize = 24;
/// Rows of a file: enough that it is written in several pages of memory.
const ROWS: usize = 500;

/// Where in a run it was killed, by what it had done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    BeforeTheFirstFile,
    AmongTheFiles,
    BehindTheLastFile,
}

/// Numbers that look random and are the same in every run (splitmix64).
struct Random(u64);

impl Random {
    /// A number from 0 up to 1.
    fn share(&mut self) -> f64 {
        f64::from((self.next() >> 40) as u32) / f64::from(1_u32 << 24)
    }

    /// An index below `end`.
    fn index(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb)
    }
}

/// The files of a folder, each with its text before and after fixing.
struct Pages {
    folder: tempfile::TempDir,
    texts: BTreeMap<PathBuf, [String; 2]>,
}

impl Pages {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut texts = BTreeMap::new();
        for number in 0..FILES {
            let path = folder.path().join(format!("{number:02}.de.tsv"));
            let [mut before, mut after] = ["source\ttarget\n"; 2].map(str::to_owned);
            for row in 0..ROWS {
                let pair =
                    format!("Open the folder {row} of shelf {number}.\tÖffnen Sie den Ordner {row} in Regal {number}.");
                // A double space in every tenth row: the fixed text is shorter, so that half of it would show.
                before += &if row % 10 == 0 { pair.replace("den Ordner", "den  Ordner") } else { pair.clone() };
                after += &pair;
                before.push('\n');
                after.push('\n');
            }
            texts.insert(path, [before, after]);
        }
        let pages = Self { folder, texts };
        pages.restore();
        pages
    }

    /// Makes the folder again what it was: only the files, with their text before.
    fn restore(&self) {
        for path in entries(self.folder.path()) {
            if !self.texts.contains_key(&path) {
                fs::remove_file(&path).unwrap();
            }
        }
        for (path, [before, _]) in &self.texts {
            if fs::read(path).ok().is_none_or(|now| now != before.as_bytes()) {
                fs::write(path, before).unwrap();
            }
        }
    }

    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_bilint"));
        // Learning takes longer than all the rest here, and nothing is written meanwhile.
        let config = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/kill.toml");
        command.args(["check", "--fix", "--config", config, "--select", "doubled-space", "--threads", "1"]);
        command.arg(self.folder.path()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    /// Looks at every file; says how many are fixed, and which others there are.
    ///
    /// # Panics
    /// When one is neither what it was nor what it is to be.
    fn look(&self) -> (usize, Vec<PathBuf>) {
        let mut fixed = 0;
        for (path, [before, after]) in &self.texts {
            let now = fs::read(path).unwrap();
            let is_after = now == after.as_bytes();
            assert!(is_after || now == before.as_bytes(), "{} is a half of {} bytes", path.display(), now.len());
            fixed += usize::from(is_after);
        }
        (fixed, entries(self.folder.path()).into_iter().filter(|path| !self.texts.contains_key(path)).collect())
    }

    /// Waits until the file `number` has the length of what it is to be, or until `child` has ended.
    fn await_file(&self, number: usize, child: &mut Child) {
        let (path, [_, after]) = self.texts.iter().nth(number).unwrap();
        while fs::metadata(path).unwrap().len() != after.len() as u64 && child.try_wait().unwrap().is_none() {
            yield_now();
        }
    }
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn no_file_is_half_written_whenever_it_is_killed() {
    let pages = Pages::new();
    let start = Instant::now();
    let mut child = pages.command().spawn().unwrap();
    pages.await_file(0, &mut child);
    let reading = start.elapsed();
    assert!(child.wait().unwrap().success());
    let writing = start.elapsed().saturating_sub(reading);
    assert_eq!(pages.look(), (FILES, Vec::new()), "a run that nobody stops fixes all, and leaves nothing else");

    let mut random = Random(42);
    let mut stages: BTreeMap<Stage, usize> = BTreeMap::new();
    let mut strays = 0;
    for kill in 0..KILLS {
        pages.restore();
        let mut child = pages.command().spawn().unwrap();
        // One in four is killed at any time of the run, the others soon behind any of the files: how long a disk takes to
        // write is not to be foretold.
        if kill % 4 == 0 {
            sleep((reading + writing).mul_f64(random.share()));
        } else {
            pages.await_file(random.index(FILES - 1), &mut child);
            sleep(Duration::from_millis(1).mul_f64(random.share()));
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let (fixed, others) = pages.look();
        let stage = match fixed {
            0 => Stage::BeforeTheFirstFile,
            FILES => Stage::BehindTheLastFile,
            _ => Stage::AmongTheFiles,
        };
        *stages.entry(stage).or_default() += 1;
        assert!(others.len() <= 1, "one file is written at a time: {others:?}");
        for other in others {
            strays += 1;
            let name = other.file_name().unwrap().to_string_lossy();
            assert!(name.starts_with(".bilint-") && name.ends_with(".tmp"), "{name}");
        }
    }
    println!(
        "{KILLS} kills ({reading:?} of reading, {writing:?} of writing): {stages:?}; {strays} left a temporary file"
    );
    assert!(stages.get(&Stage::AmongTheFiles).is_some_and(|&among| among >= KILLS / 4), "{stages:?}");
}

#[test]
fn a_run_behind_a_killed_one_goes_on_and_does_not_read_what_that_left() {
    let pages = Pages::new();
    let stray = pages.folder.path().join(".bilint-a1b2c3.tmp");
    fs::write(&stray, "source\ttarget\nOpen it.\tÖffnen  Sie es.\n").unwrap();
    let half = pages.texts.iter().take(FILES / 2);
    half.for_each(|(path, [_, after])| fs::write(path, after).unwrap());
    let output = pages.command().stderr(Stdio::piped()).output().unwrap();
    assert_eq!(pages.look(), (FILES, vec![stray]));
    let said = String::from_utf8(output.stderr).unwrap();
    let fixes = FILES / 2 * ROWS / 10;
    assert_eq!(said, format!("bilint: fixed {fixes} findings in 12 files (doubled-space {fixes}); 0 remain\n"));
}
