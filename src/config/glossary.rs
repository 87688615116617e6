//! Glossaries in CSV and TSV.

use super::ConfigError;
use crate::model::Term;

/// Reads a glossary: a header names the columns `source`, `target`, and if wanted `forbidden`, `note`, `locale`;
/// further columns called `target` hold other allowed forms. Several forms in one cell are parted by `;` or `|`.
/// `path` decides between tabs (`.tsv`) and commas.
///
/// # Errors
/// When the file has no header, a row is malformed, or a row lacks its source.
pub fn read(text: &str, path: &str) -> Result<Vec<Term>, ConfigError> {
    let error = |line: Option<u64>, message: String| ConfigError {
        path: path.to_owned(),
        line: line.map(|line| line as usize),
        message,
    };
    let tabs = path.to_ascii_lowercase().ends_with(".tsv");
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(if tabs { b'\t' } else { b',' })
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let header = reader.headers().map_err(|problem| error(None, problem.to_string()))?.clone();
    let columns: Vec<String> =
        header.iter().map(|name| name.trim_start_matches('\u{feff}').to_ascii_lowercase()).collect();
    for needed in ["source", "target"] {
        if !columns.iter().any(|column| column == needed) {
            return Err(error(Some(1), format!("the glossary's header names no column `{needed}`")));
        }
    }
    if let Some(unknown) =
        columns.iter().find(|c| !["source", "target", "forbidden", "note", "locale"].contains(&c.as_str()))
    {
        return Err(error(
            Some(1),
            format!("unknown column `{unknown}`; known are source, target, forbidden, note, locale"),
        ));
    }
    let mut terms = Vec::new();
    for record in reader.records() {
        let record =
            record.map_err(|problem| error(problem.position().map(csv::Position::line), problem.to_string()))?;
        let line = record.position().map(csv::Position::line);
        let mut term = Term::default();
        for (column, cell) in columns.iter().zip(&record).filter(|(_, cell)| !cell.is_empty()) {
            let forms = cell.split([';', '|']).map(|form| form.trim().to_owned()).filter(|form| !form.is_empty());
            match column.as_str() {
                "source" => cell.clone_into(&mut term.source),
                "target" => term.targets.extend(forms),
                "forbidden" => term.forbidden.extend(forms),
                "note" => cell.clone_into(&mut term.note),
                _ => term.locale = Some(cell.to_owned()),
            }
        }
        if term.source.is_empty() {
            return Err(error(line, "the row has no source term".to_owned()));
        }
        terms.push(term);
    }
    Ok(terms)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_read_by_name() {
        let terms =
            read("source,target,forbidden,note\noffer,Angebot;Offerte,Anbot,\"as in, sales\"\n", "t.csv").unwrap();
        assert_eq!((terms[0].targets.len(), terms[0].forbidden.len(), &*terms[0].note), (2, 1, "as in, sales"));
        let error = read("term\ttarget\n", "t.tsv").unwrap_err();
        assert_eq!(error.to_string(), "t.tsv:1: the glossary's header names no column `source`");
        assert_eq!(read("source,target\n,x\n", "t.csv").unwrap_err().line, Some(2));
    }
}
