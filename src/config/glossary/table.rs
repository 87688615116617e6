//! Glossaries in CSV and TSV: a header names the columns.

use super::{ConfigError, case_rule, error_at, forms};
use crate::locale::Locale;
use crate::model::{CaseRule, Term};
use crate::text::parts_of_speech::PartOfSpeech;
use crate::text::similarity::near_miss;

/// The columns that are understood.
const COLUMNS: [&str; 8] = ["source", "target", "forbidden", "case", "part-of-speech", "domain", "note", "locale"];

/// Rows that room is made for at once, where there are as many lines, so that they need not be moved as they become more;
/// no file of empty lines asks for more.
const AT_ONCE: usize = 100_000;

/// Reads a table whose cells are parted by `delimiter`.
pub(super) fn read(text: &str, path: &str, delimiter: u8) -> Result<Vec<Term>, ConfigError> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .trim(csv::Trim::Headers)
        .from_reader(text.as_bytes());
    let malformed = |problem: &csv::Error| {
        let line = problem.position().map(|position| position.line() as usize);
        ConfigError { path: path.to_owned(), line, message: problem.to_string() }
    };
    let columns = columns(reader.headers().map_err(|problem| malformed(&problem))?, path)?;
    let lines = memchr::memchr_iter(b'\n', text.as_bytes()).count();
    let (mut terms, mut locale) = (Vec::with_capacity(lines.min(AT_ONCE)), String::new());
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record).map_err(|problem| malformed(&problem))? {
        let row = term(&columns, &record, &mut locale);
        terms.push(row.map_err(|message| {
            let start = record.position().map_or(0, |position| position.byte() as usize);
            // Blank lines before a row count to it.
            let blank = text[start..].len() - text[start..].trim_start_matches(['\n', '\r']).len();
            let error = error_at(text, path, start + blank, "");
            ConfigError { message, ..error }
        })?);
    }
    Ok(terms)
}

/// The columns of `header`, by their names.
fn columns(header: &csv::StringRecord, path: &str) -> Result<Vec<&'static str>, ConfigError> {
    let error = |message: String| ConfigError { path: path.to_owned(), line: Some(1), message };
    let named = header.iter().map(|name| {
        let plain = name.to_ascii_lowercase().replace([' ', '_'], "-");
        COLUMNS.into_iter().find(|known| *known == plain).ok_or_else(|| {
            error(match near_miss(&plain, COLUMNS) {
                Some(near) => format!("unknown column `{name}`; did you mean `{near}`?"),
                None => format!("unknown column `{name}`; known are {}", COLUMNS.join(", ")),
            })
        })
    });
    let named: Result<Vec<_>, _> = named.collect();
    // A file without a header has other faults than an odd column.
    let has = |needed: &str| header.iter().any(|name| name.eq_ignore_ascii_case(needed));
    match ["source", "target"].into_iter().find(|needed| !has(needed)) {
        Some(needed) if named.is_ok() || !has("source") && !has("target") => {
            Err(error(format!("the glossary's header names no column `{needed}`")))
        }
        _ => named,
    }
}

/// The term of one row; `locale` is that of the row before, which most rows share.
fn term(columns: &[&'static str], record: &csv::StringRecord, locale: &mut String) -> Result<Term, String> {
    let (mut term, mut case, mut part) = (Term::default(), None, "");
    let cells = record.iter().map(str::trim);
    for (&column, cell) in columns.iter().zip(cells).filter(|(_, cell)| !cell.is_empty()) {
        match column {
            "source" => cell.clone_into(&mut term.source),
            "target" => add(cell, &mut term.targets),
            "forbidden" => add(cell, &mut term.forbidden),
            "case" => case = Some(self::case(cell)?),
            "part-of-speech" => part = cell,
            "domain" => cell.clone_into(&mut term.domain),
            "note" => cell.clone_into(&mut term.note),
            _ if cell != locale && Locale::parse(cell).is_none() => {
                return Err(format!("column `locale`: `{cell}` is no locale"));
            }
            _ => {
                cell.clone_into(locale);
                term.locale = Some(cell.to_owned());
            }
        }
    }
    term.case = case_rule(case, part);
    term.part_of_speech = PartOfSpeech::named(part);
    if term.source.is_empty() { Err("column `source`: the row has no source term".to_owned()) } else { Ok(term) }
}

/// Adds the forms of `cell`: nearly always one, of as many thousand terms as there are.
fn add(cell: &str, known: &mut Vec<String>) {
    known.reserve_exact(1);
    known.extend(forms(cell));
}

fn case(cell: &str) -> Result<CaseRule, String> {
    match cell.to_ascii_lowercase().as_str() {
        "any" => Ok(CaseRule::Any),
        "exact" => Ok(CaseRule::Exact),
        _ => Err(format!("column `case`: `{cell}` is neither `any` nor `exact`")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(text: &str, delimiter: u8) -> String {
        read(text, "t.csv", delimiter).unwrap_err().to_string()
    }

    #[test]
    fn columns_are_read_by_name() {
        let text = "source,target,target,Part of speech,forbidden,note\n\
                    offer,Angebot,Offert,proper noun,Offerte|Anbot,\"as in, sales\"\n";
        let terms = read(text, "t.csv", b',').unwrap();
        assert_eq!((terms[0].targets.len(), terms[0].forbidden.len(), &*terms[0].note), (2, 2, "as in, sales"));
        assert_eq!(terms[0].case, CaseRule::Exact);
    }

    #[test]
    fn errors_name_line_and_column() {
        assert_eq!(
            error("term\ttarget\n", b'\t'),
            "t.csv:1: unknown column `term`; known are source, target, \
            forbidden, case, part-of-speech, domain, note, locale"
        );
        assert_eq!(error("offer,Angebot\n", b','), "t.csv:1: the glossary's header names no column `source`");
        assert_eq!(error("source,note\n", b','), "t.csv:1: the glossary's header names no column `target`");
        assert_eq!(
            error("source,target,forbiden\n", b','),
            "t.csv:1: unknown column `forbiden`; did you mean `forbidden`?"
        );
        assert_eq!(error("source,target\na,b\n\n,x\n", b','), "t.csv:4: column `source`: the row has no source term");
        assert_eq!(
            error("source,target,case\n\"a\nb\",b,any\na,b,exat\n", b','),
            "t.csv:4: column `case`: `exat` is neither \
            `any` nor `exact`"
        );
        assert_eq!(
            error("source,target,locale\na,b,german language\n", b','),
            "t.csv:2: column `locale`: \
            `german language` is no locale"
        );
    }
}
