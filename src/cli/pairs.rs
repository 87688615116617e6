//! `bilint pairs`

use super::arguments::{PairForm, Pairs};
use super::check::{apply, complain, notify, set_threads};
use super::{Failure, Found};
use crate::load;
use crate::model::{Docset, Document};
use crate::registry::Registry;
use crate::report::pairs;
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
    let mut out = io::BufWriter::new(io::stdout().lock());
    match command.format {
        PairForm::Jsonl => pairs::write_json_lines(&docset, &loaded.sources, &mut out)?,
        PairForm::Tsv => pairs::write_table(&docset, &mut out)?,
    }
    out.flush()?;
    Ok(if loaded.refused.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(2) })
}
