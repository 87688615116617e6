//! What a check is, for people and programs: the list of checks, and the page of one.

use super::concise::severity_name;
use crate::check::{Audience, CheckDef};
use crate::finding::{Confidence, Trust};
use crate::registry::Registry;
use crate::scoreboard::{self, Score};
use serde::Serialize;
use std::fmt::Write as _;
use std::io;

/// A check, as data.
#[derive(Serialize)]
struct CheckRecord<'a> {
    id: &'a str,
    summary: &'a str,
    category: &'a str,
    severity: &'a str,
    confidence: &'a str,
    audience: &'a str,
    fix: Option<&'a str>,
    languages: &'a [&'a str],
    mqm: &'a str,
    its: &'a str,
    aliases: &'a [&'a str],
    since: &'a str,
    precision: Option<f64>,
    docs: String,
}

/// Writes one check a line.
///
/// # Errors
/// When `out` cannot be written.
pub fn write_text(registry: &Registry, out: &mut dyn io::Write) -> io::Result<()> {
    for check in registry.iter() {
        writeln!(
            out,
            "{:<32} {:<8} {:<9} {}",
            check.id,
            severity_name(check.severity),
            audience_name(check.audience),
            check.summary()
        )?;
    }
    Ok(())
}

/// Writes an array of objects.
///
/// # Errors
/// When `out` cannot be written.
pub fn write_json(registry: &Registry, out: &mut dyn io::Write) -> io::Result<()> {
    let records: Vec<CheckRecord<'_>> = registry.iter().map(record).collect();
    serde_json::to_writer_pretty(&mut *out, &records)?;
    writeln!(out)
}

/// Writes a Markdown table: those for everybody, then those that have to be asked for.
///
/// # Errors
/// When `out` cannot be written.
pub fn write_table(registry: &Registry, out: &mut dyn io::Write) -> io::Result<()> {
    writeln!(out, "| check | finds | severity | fix | for |\n|---|---|---|---|---|")?;
    let mut checks: Vec<_> = registry.iter().collect();
    checks.sort_by_key(|check| (check.audience, check.category.name(), check.id));
    for check in checks {
        writeln!(
            out,
            "| `{}` | {} | {} | {} | {} |",
            check.id,
            check.summary().trim_end_matches('.').replace('|', "\\|"),
            severity_name(check.severity),
            check.fix.map_or("", trust_name),
            audience_name(check.audience),
        )?;
    }
    Ok(())
}

/// The page of one check, as Markdown: what it finds, why, examples, and how often it was right.
pub fn page(check: &CheckDef) -> String {
    let mut page = format!("# {}\n\n{}\n", check.id, check.markdown());
    let _ = write!(
        page,
        "\n{} · {} · confidence {} · for {} readers · MQM {} · ITS {} · since {}\n",
        check.category.name(),
        severity_name(check.severity),
        confidence_name(check.confidence),
        audience_name(check.audience),
        check.mqm,
        check.its,
        check.since
    );
    if let Some(trust) = check.fix {
        let _ = writeln!(page, "\nOffers fixes: {}.", trust_name(trust));
    }
    let _ = write!(page, "\n{}", measured(scoreboard::score(check.id)));
    page
}

/// Findings of which one may be wrong where 19 in 20 have to be right.
const TELLING: usize = 20;

/// How often a check was right, in words.
pub(super) fn measured(score: Option<Score>) -> String {
    match score {
        Some(score) if score.precision().is_some() => {
            let findings = score.right + score.false_alarms;
            let few = if findings < TELLING { " So few do not tell how often it is right elsewhere." } else { "" };
            format!(
                "Measured on the labelled corpora: {} findings right, {} wrong (precision {:.2}), {} of {} defects found.{few}",
                score.right,
                score.false_alarms,
                score.precision().unwrap_or_default(),
                score.labels - score.missed,
                score.labels
            )
        }
        _ => "Not yet measured: the labelled corpora hold no finding of it.".to_owned(),
    }
}

fn record(check: &'static CheckDef) -> CheckRecord<'static> {
    CheckRecord {
        id: check.id,
        summary: check.summary(),
        category: check.category.name(),
        severity: severity_name(check.severity),
        confidence: confidence_name(check.confidence),
        audience: audience_name(check.audience),
        fix: check.fix.map(trust_name),
        languages: check.languages,
        mqm: check.mqm,
        its: check.its,
        aliases: check.aliases,
        since: check.since,
        precision: scoreboard::score(check.id).and_then(Score::precision),
        docs: check.markdown(),
    }
}

fn audience_name(audience: Audience) -> &'static str {
    match audience {
        Audience::Regular => "regular",
        Audience::Pedantic => "pedantic",
        Audience::Auditor => "auditor",
    }
}

/// The name of a confidence in reports.
pub fn confidence_name(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Low => "low",
        Confidence::Medium => "medium",
        Confidence::High => "high",
    }
}

/// The name of a trust in reports.
pub fn trust_name(trust: Trust) -> &'static str {
    match trust {
        Trust::Shown => "shown",
        Trust::Unsafe => "unsafe",
        Trust::Safe => "safe",
    }
}
