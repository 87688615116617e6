//! Counts of a run: by check and by locale, and the time spent.

use super::Scene;
use super::tally::{self, Row};
use crate::model::{Pairing, Role};
use std::io;
use std::time::Duration;

/// Writes what was read and found, by locale and by check.
///
/// # Errors
/// When `out` cannot be written.
pub fn write(scene: &Scene<'_>, elapsed: Duration, out: &mut dyn io::Write) -> io::Result<()> {
    let counts = &scene.report.counts;
    let seconds = elapsed.as_secs_f64();
    let megabytes = counts.bytes as f64 / 1e6;
    writeln!(
        out,
        "{} documents ({} without a source), {} segments, {megabytes:.1} MB in {seconds:.2} s ({:.0} MB/s)",
        counts.documents,
        counts.unpaired,
        counts.segments,
        megabytes / seconds.max(1e-9)
    )?;
    writeln!(
        out,
        "\n{:<12} {:>10} {:>10} {:>10} {:>10} {:>18}",
        "locale", "documents", "segments", "findings", "settled", "per 1,000 segments"
    )?;
    for (locale, row) in tally::by_locale(scene) {
        let (Row { documents, segments, findings, settled, .. }, rate) = (row, row.rate());
        writeln!(out, "{locale:<12} {documents:>10} {segments:>10} {findings:>10} {settled:>10} {rate:>18.1}")?;
    }
    write_pairings(scene, out)?;
    writeln!(out, "\n{:<34} {:>10} {:>10} {:>18}", "check", "findings", "settled", "per 1,000 segments")?;
    for (id, Row { findings, settled, .. }) in tally::by_check(scene) {
        let rate = tally::rate(findings, counts.segments);
        writeln!(out, "{id:<34} {findings:>10} {settled:>10} {rate:>18.2}")?;
    }
    Ok(())
}

/// Writes how the originals of the translations were found, where not every file holds both languages.
fn write_pairings(scene: &Scene<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let translations = || scene.docset.documents.iter().filter(|document| document.role == Role::Translation);
    if translations().all(|document| document.pairing == Pairing::Bilingual) {
        return Ok(());
    }
    writeln!(out, "\n{:<12} {:>10}", "original", "documents")?;
    for (pairing, name) in Pairing::ALL {
        let count = translations().filter(|document| document.pairing == pairing).count();
        if count > 0 {
            writeln!(out, "{name:<12} {count:>10}")?;
        }
    }
    Ok(())
}

/// Writes the time spent in each check, over all threads, longest first.
///
/// # Errors
/// When `out` cannot be written.
pub fn write_timings(scene: &Scene<'_>, stages: &[(&str, Duration)], out: &mut dyn io::Write) -> io::Result<()> {
    writeln!(out, "{:<34} {:>12}", "stage", "ms")?;
    for (stage, time) in stages {
        writeln!(out, "{stage:<34} {:>12.1}", time.as_secs_f64() * 1e3)?;
    }
    writeln!(out, "\n{:<34} {:>12}", "check", "ms, all threads")?;
    for (check, time) in &scene.report.timings {
        writeln!(out, "{check:<34} {:>12.1}", time.as_secs_f64() * 1e3)?;
    }
    Ok(())
}
