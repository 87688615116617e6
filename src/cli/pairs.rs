//! `bilint pairs`

use super::arguments::{PairForm, Pairs};
use super::check::{apply, complain, notify, set_threads};
use super::{Failure, Found};
use crate::load;
use crate::model::{Docset, Document, ProblemKind, Sources};
use crate::registry::Registry;
use crate::report::pairs;
use crate::span::LineIndex;
use std::io::{self, Write};
use std::process::ExitCode;

/// Prints the segments.
pub(super) fn run(registry: &Registry, command: &Pairs) -> Result<ExitCode, Failure> {
    set_threads(command.reading.threads)?;
    let found = Found::search(command.reading.config.as_deref(), command.reading.isolated)?;
    let mut settings = found.settings(registry, &[])?;
    apply(&command.reading, &mut settings)?;
    let loaded = load::read(&found.paths(&command.reading.paths, &settings), &settings, &std::env::current_dir()?);
    complain(&loaded.refused);
    notify(&loaded.notices);
    let docset = Docset::parse(&loaded.sources, &settings);
    let mut segments = docset.documents.iter().flat_map(Document::segments);
    if loaded.sources.files().next().is_some() && !segments.any(|segment| segment.score > 0.0) {
        notify(&["no text was paired; name the folder of the English pages with `--source`".to_owned()]);
    }
    tell_of_excess(&docset, &loaded.sources, settings.longest_text);
    let mut out = io::BufWriter::new(io::stdout().lock());
    match command.format {
        PairForm::Jsonl => pairs::write_json_lines(&docset, &loaded.sources, &mut out)?,
        PairForm::Tsv => pairs::write_table(&docset, &mut out)?,
    }
    out.flush()?;
    Ok(if loaded.refused.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(2) })
}

/// Says which texts are not printed, for they are longer than `longest` bytes.
fn tell_of_excess(docset: &Docset<'_>, sources: &Sources, longest: usize) {
    let excessive = docset.documents.iter().flat_map(|document| {
        let problems = document.parts.problems.iter().filter(|problem| problem.kind == ProblemKind::Length);
        problems.map(|problem| (sources.file(document.files[1]), problem.span))
    });
    let mut excessive = excessive.peekable();
    if let Some(&(file, span)) = excessive.peek() {
        let line = LineIndex::new(&file.text).line_column(&file.text, span.range().start).line;
        let texts = match excessive.count() {
            1 => "1 text is".to_owned(),
            count => format!("{count} texts are"),
        };
        let first = format!("the first is at {}:{line}", file.path);
        notify(&[format!("{texts} left out, for `longest-text` is {longest} bytes; {first}")]);
    }
}
