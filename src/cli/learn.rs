//! `bilint learn`: writes down what translations teach. And the reading of what was written.

use super::arguments::Learn;
use super::check::{apply, complain, notify, progress, set_threads};
use super::{Failure, Found, is_there, refuse_without_folder, replace, say};
use crate::evidence::{Evidence, Learner};
use crate::learning::{self, Proposal};
use crate::load;
use crate::model::{Docset, Sources};
use crate::registry::Registry;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The ending of a file of evidence.
const ENDING: &str = "evidence";

/// Reads translations and evidence, learns, and writes a file for each pair of languages.
pub(super) fn run(registry: &Registry, command: &Learn) -> Result<ExitCode, Failure> {
    set_threads(command.reading.threads)?;
    refuse_losses(command)?;
    let found = Found::search(command.reading.config.as_deref(), command.reading.isolated)?;
    let mut settings = found.settings(registry, &[])?;
    apply(&command.reading, &mut settings)?;
    let progress = progress(command.reading.no_progress);
    let (files, pages) = divide(&found.paths(&command.reading.paths, &settings))?;
    let earlier = files.iter().map(|path| read(path)).collect::<Result<Vec<_>, _>>()?;
    let base = std::env::current_dir()?;
    let loaded = if pages.is_empty() { Sources::new().into() } else { load::read(&pages, &settings, &base) };
    complain(&loaded.refused);
    // A folder of evidence is not empty.
    if earlier.is_empty() || loaded.sources.files().next().is_some() {
        notify(&loaded.notices);
    }
    let docset = Docset::parse(&loaded.sources, &settings);
    let mut learners = learning::learners(&docset);
    for evidence in &earlier {
        let [source, target] = evidence.locales();
        if !learners.iter().any(|learner| learner.locales() == evidence.locales()) {
            learners.push(Learner::new(source.clone(), target.clone()));
        }
        let known = learners.iter_mut().filter(|learner| learner.locales() == evidence.locales());
        for learner in known {
            let merged = learner.merge(evidence);
            merged.map_err(|error| Failure::Message(format!("evidence for {target}: {error}")))?;
        }
    }
    let learned: Vec<Evidence> = learners.into_iter().map(Learner::learn).collect();
    progress.finish_and_clear();
    if learned.is_empty() {
        let remedy = "name the translations, and the folder of their originals with `--source`";
        return Err(Failure::Message(format!("nothing was learned: no text was paired; {remedy}")));
    }
    if let Some(output) = &command.output {
        write(&learned, output)?;
    }
    if let Some(output) = &command.glossary {
        propose(&learned, output)?;
    }
    Ok(if loaded.refused.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(2) })
}

/// Refuses, before any work, to write over a file that is not made anew as easily as it was made, or to where nothing can
/// be written.
fn refuse_losses(command: &Learn) -> Result<(), Failure> {
    if let Some(path) = command.output.as_deref().filter(|path| !is_folder(path)) {
        refuse_without_folder(path, "evidence")?;
        refuse_foreign(path)?;
    }
    let Some(path) = &command.glossary else { return Ok(()) };
    refuse_without_folder(path, "a glossary")?;
    let refuse = |reason: &str| Err(Failure::Message(format!("{}: {reason}", path.display())));
    if command.output.as_ref() == Some(path) {
        return refuse("both evidence and a glossary are to be written to it");
    }
    if is_there(path) {
        return refuse(
            "there already; a proposal is written over nothing, for somebody may have edited it; name a new file",
        );
    }
    Ok(())
}

/// Whether `output` is a folder, by what is there or by its name.
fn is_folder(output: &Path) -> bool {
    output.is_dir() || output.to_string_lossy().ends_with(['/', '\\'])
}

/// Refuses to write evidence over what is there at `path`, if it is anything else.
fn refuse_foreign(path: &Path) -> Result<(), Failure> {
    let Ok(about) = path.metadata() else { return Ok(()) };
    let mut beginning = Vec::new();
    if about.is_file() {
        let read = fs::File::open(path).and_then(|file| file.take(64).read_to_end(&mut beginning));
        read.map_err(|error| Failure::Message(format!("{}: {error}", path.display())))?;
    }
    if about.is_file() && (beginning.is_empty() || Evidence::is_begun_by(&beginning)) {
        return Ok(());
    }
    let remedy = "evidence is written over nothing else; name another file";
    Err(Failure::Message(format!("{}: there already, and no evidence; {remedy}", path.display())))
}

/// The files of evidence among `paths`, those directly in a folder too, and what pages are to be read from.
fn divide(paths: &[PathBuf]) -> Result<(Vec<PathBuf>, Vec<PathBuf>), Failure> {
    let (mut files, mut pages) = (Vec::new(), Vec::new());
    for path in paths {
        if is_evidence(path) {
            files.push(path.clone());
        } else {
            if path.is_dir() {
                files.extend(inside(path)?);
            }
            pages.push(path.clone());
        }
    }
    Ok((files, pages))
}

/// Whether `path` is, by its name, a file of evidence.
fn is_evidence(path: &Path) -> bool {
    path.is_file() && path.extension().is_some_and(|ending| ending == ENDING)
}

/// The files of evidence in `folder`, in order.
fn inside(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let refuse = |error: std::io::Error| Failure::Message(format!("{}: {error}", folder.display()));
    let entries = fs::read_dir(folder).map_err(refuse)?;
    let mut found = Vec::new();
    for entry in entries {
        found.push(entry.map_err(refuse)?.path());
    }
    found.retain(|path| is_evidence(path));
    found.sort();
    Ok(found)
}

/// The evidence in the file at `path`.
fn read(path: &Path) -> Result<Evidence, Failure> {
    let bytes = Sources::read_bytes(path)?;
    Evidence::from_bytes(&bytes).map_err(|error| Failure::Message(format!("{}: {error}", path.display())))
}

/// The evidence in the files and folders `paths`.
pub(super) fn read_all(paths: Vec<PathBuf>) -> Result<Vec<Evidence>, Failure> {
    let mut found = Vec::new();
    for path in paths {
        if !is_there(&path) {
            let reason = "no such file or folder; `bilint learn -o` writes one";
            return Err(Failure::Message(format!("{}: {reason}", path.display())));
        }
        if !path.is_dir() {
            found.push(read(&path)?);
            continue;
        }
        let files = inside(&path)?;
        if files.is_empty() {
            let remedy = format!("`bilint learn -o {}/` writes it", path.display());
            return Err(Failure::Message(format!("{}: the folder holds no evidence; {remedy}", path.display())));
        }
        for file in files {
            found.push(read(&file)?);
        }
    }
    Ok(found)
}

/// Writes what was `learned`: to `output` when that is one file, else to a file for each pair of languages in the folder
/// of that name.
fn write(learned: &[Evidence], output: &Path) -> Result<(), Failure> {
    let is_folder = is_folder(output) || learned.len() > 1;
    if is_folder {
        if output.is_file() {
            let reason = "a file; evidence for several pairs of languages needs a folder";
            return Err(Failure::Message(format!("{}: {reason}", output.display())));
        }
        let refuse = |error: std::io::Error| Failure::Message(format!("{}: {error}", output.display()));
        fs::create_dir_all(output).map_err(refuse)?;
    }
    let path = |evidence: &Evidence| {
        let [source, target] = evidence.locales();
        if is_folder { output.join(format!("{source}.{target}.{ENDING}")) } else { output.to_owned() }
    };
    learned.iter().try_for_each(|evidence| refuse_foreign(&path(evidence)))?;
    for evidence in learned {
        let path = path(evidence);
        let bytes = evidence.to_bytes();
        replace(&path, &bytes)?;
        let (segments, documents) = (evidence.segments(), evidence.documents());
        let size = bytes.len() as f64 / 1e6;
        say(&format!("{}: {segments} segments of {documents} documents, {size:.1} MB", path.display()));
    }
    Ok(())
}

/// Writes the terms that are settled in what was `learned` to `output`.
fn propose(learned: &[Evidence], output: &Path) -> Result<(), Failure> {
    let mut out = csv::Writer::from_writer(Vec::new());
    let mut rows = 0;
    let mut write = |row: [&str; 4]| out.write_record(row).map_err(|error| Failure::Message(error.to_string()));
    write(["source", "target", "locale", "note"])?;
    for evidence in learned {
        for Proposal { source, target, segments, all } in learning::propose(evidence) {
            let note = format!("called so in {segments} of {all} segments");
            write([&source, &target, evidence.locales()[1].tag(), &note])?;
            rows += 1;
        }
    }
    let bytes = out.into_inner().map_err(|error| Failure::Message(error.to_string()))?;
    replace(output, &bytes)?;
    say(&format!("{}: {rows} terms", output.display()));
    Ok(())
}
