//! Glossaries in CSV and TSV: a header names the columns.

use super::{ConfigError, Contradiction, SEPARATORS, Separators, case_rule, contradiction, error_at, forms};
use crate::locale::Locale;
use crate::model::{CaseRule, Term};
use crate::text::parts_of_speech::PartOfSpeech;
use crate::text::similarity::near_miss;

/// The columns that are understood.
const COLUMNS: [&str; 8] = ["source", "target", "forbidden", "case", "part-of-speech", "domain", "note", "locale"];

/// What may part the cells of a table of a spreadsheet program, the likelier first.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Rows that room is made for at once, where there are as many lines, so that they need not be moved as they become more;
/// no file of empty lines asks for more.
const AT_ONCE: usize = 100_000;

/// How the cells of a table are told apart.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// As spreadsheet programs write them: by what stands between the names of the header, which is `;` or a tab where
    /// the comma is a decimal separator; a cell in quotes may hold anything.
    Spreadsheet,
    /// By tabs; quotes are quotes.
    Tabs,
}

/// Reads a table of the `kind`.
pub(super) fn read(text: &str, path: &str, kind: Kind) -> Result<Vec<Term>, ConfigError> {
    let (delimiter, skipped) = match kind {
        Kind::Spreadsheet => delimiter(text),
        Kind::Tabs => (b'\t', 0),
    };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .quoting(kind == Kind::Spreadsheet)
        .flexible(true)
        .trim(csv::Trim::Headers)
        .from_reader(&text.as_bytes()[skipped..]);
    let error = |at: usize, message: String| ConfigError { message, ..error_at(text, path, at, "") };
    let malformed = |problem: csv::Error| {
        let at = problem.position().map_or(0, |position| position.byte() as usize);
        error(skipped + at, problem.to_string())
    };
    let columns = columns(reader.headers().map_err(malformed)?).map_err(|message| error(skipped, message))?;
    // What parts cells parts no forms.
    let separators = match delimiter {
        b';' => [b'|'; 2],
        b'|' => [b';'; 2],
        _ => SEPARATORS,
    };
    let lines = memchr::memchr_iter(b'\n', text.as_bytes()).count();
    let (mut terms, mut locale) = (Vec::with_capacity(lines.min(AT_ONCE)), String::new());
    let mut starts = Vec::with_capacity(lines.min(AT_ONCE));
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record).map_err(malformed)? {
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let start = skipped + record.position().map_or(0, |position| position.byte() as usize);
        let raw = &text[start..skipped + reader.position().byte() as usize];
        let row = refuse_spilt(&columns, &record, raw, delimiter)
            .and_then(|()| term(&columns, &record, separators, &mut locale));
        let row = row.map_err(|message| error(begin(text, start), message))?;
        let mut add = |term: Term| {
            terms.push(term);
            starts.push(start);
        };
        if memchr::memchr2(separators[0], separators[1], row.source.as_bytes()).is_none() {
            add(row);
        } else {
            forms(&row.source, separators).for_each(|source| add(Term { source, ..row.clone() }));
        }
    }
    let Some(Contradiction { allowed, forbidden, form }) = contradiction(&terms) else { return Ok(terms) };
    let line = error(begin(text, starts[allowed]), String::new()).line.unwrap_or_default();
    let source = &terms[forbidden].source;
    let message = format!("column `forbidden`: `{form}` is forbidden for `{source}`, and line {line} allows it");
    Err(error(begin(text, starts[forbidden]), message))
}

/// What parts the cells of a table of a spreadsheet program, and how long its first line is if that says it (`sep=;`).
fn delimiter(text: &str) -> (u8, usize) {
    let said = text.strip_prefix("sep=").and_then(|rest| rest.bytes().next());
    if let Some(said) = said.filter(|it| DELIMITERS.contains(it)) {
        return (said, memchr::memchr(b'\n', text.as_bytes()).map_or(text.len(), |end| end + 1));
    }
    let header = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    (DELIMITERS.into_iter().find(|it| header.as_bytes().contains(it)).unwrap_or(b','), 0)
}

/// Where the row begins that is read from byte `start` on: blank lines before it count to it.
fn begin(text: &str, start: usize) -> usize {
    start + text[start..].len() - text[start..].trim_start_matches(['\n', '\r']).len()
}

/// Refuses a row of cells with `delimiter` between them, `raw` in the file, some of whose cells hold what belongs to others: the text behind a comma that no
/// quotes guard, the next lines behind a quote that is not closed.
fn refuse_spilt(columns: &[&'static str], record: &csv::StringRecord, raw: &str, delimiter: u8) -> Result<(), String> {
    let cells = record.len();
    if cells > columns.len() && record.iter().skip(columns.len()).any(|cell| !cell.trim().is_empty()) {
        let named = columns.len();
        let remedy = match delimiter {
            b'\t' => String::new(),
            _ => format!("; a cell with `{}` in it needs quotes", char::from(delimiter)),
        };
        return Err(format!("the row has {cells} cells, and the header names {named}{remedy}"));
    }
    let broken = record.iter().position(|cell| cell.contains(['\n', '\r']));
    let Some(column) = broken.and_then(|at| columns.get(at)) else { return Ok(()) };
    // A remark may have several lines.
    if *column == "note" && raw.bytes().filter(|it| *it == b'"').count() % 2 == 0 {
        return Ok(());
    }
    Err(format!("column `{column}`: the cell goes on in the next line; is the quote that opens here closed?"))
}

/// The columns of `header`, by their names.
fn columns(header: &csv::StringRecord) -> Result<Vec<&'static str>, String> {
    // Spreadsheet programs write the empty columns on the right, too.
    let count = (1..).zip(header).filter(|(_, name)| !name.is_empty()).last().map_or(0, |(last, _)| last);
    let named = header.iter().take(count).zip(1..).map(|(name, number)| {
        let plain = name.to_ascii_lowercase().replace([' ', '_'], "-");
        COLUMNS.into_iter().find(|known| *known == plain).ok_or_else(|| match near_miss(&plain, COLUMNS) {
            _ if name.is_empty() => format!("column {number} of the header has no name"),
            Some(near) => format!("unknown column `{name}`; did you mean `{near}`?"),
            None => format!("unknown column `{name}`; known are {}", COLUMNS.join(", ")),
        })
    });
    let named: Result<Vec<_>, _> = named.collect();
    // A file without a header has other faults than an odd column.
    let has = |needed: &str| header.iter().any(|name| name.eq_ignore_ascii_case(needed));
    let says = has("target") || has("forbidden");
    match [("source", has("source")), ("target", says)].into_iter().find(|(_, there)| !there) {
        Some((needed, _)) if named.is_ok() || !has("source") && !says => {
            Err(format!("the glossary's header names no column `{needed}`"))
        }
        _ => named,
    }
}

/// The term of one row; `locale` is that of the row before, which most rows share.
fn term(
    columns: &[&'static str],
    record: &csv::StringRecord,
    separators: Separators,
    locale: &mut String,
) -> Result<Term, String> {
    let (mut term, mut case, mut part) = (Term::default(), None, "");
    let cells = record.iter().map(str::trim);
    for (&column, cell) in columns.iter().zip(cells).filter(|(_, cell)| !cell.is_empty()) {
        match column {
            "source" => cell.clone_into(&mut term.source),
            "target" => add(cell, separators, &mut term.targets),
            "forbidden" => add(cell, separators, &mut term.forbidden),
            "case" => case = Some(self::case(cell)?),
            "part-of-speech" => part = cell,
            "domain" => cell.clone_into(&mut term.domain),
            "note" => cell.clone_into(&mut term.note),
            _ => {
                if cell != locale {
                    Locale::parse_written(cell).map_err(|reason| format!("column `locale`: {reason}"))?;
                    cell.clone_into(locale);
                }
                term.locale = Some(cell.to_owned());
            }
        }
    }
    term.case = case_rule(case, part);
    term.part_of_speech = PartOfSpeech::named(part);
    if forms(&term.source, separators).next().is_none() {
        return Err("column `source`: the row has no source term".to_owned());
    }
    Ok(term)
}

/// Adds the forms of `cell`: nearly always one, of as many thousand terms as there are.
fn add(cell: &str, separators: Separators, known: &mut Vec<String>) {
    known.reserve_exact(1);
    known.extend(forms(cell, separators));
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

    fn error(text: &str, kind: Kind) -> String {
        read(text, "t.csv", kind).unwrap_err().to_string()
    }

    fn rows(text: &str, kind: Kind) -> Vec<(String, Vec<String>)> {
        read(text, "t.csv", kind).unwrap().into_iter().map(|term| (term.source, term.targets)).collect()
    }

    #[test]
    fn columns_are_read_by_name() {
        let text = "source,target,target,Part of speech,forbidden,note\n\
                    offer,Angebot,Offert,proper noun,Offerte|Anbot,\"as in, sales\"\n";
        let terms = read(text, "t.csv", Kind::Spreadsheet).unwrap();
        assert_eq!((terms[0].targets.len(), terms[0].forbidden.len(), &*terms[0].note), (2, 2, "as in, sales"));
        assert_eq!(terms[0].case, CaseRule::Exact);
        assert_eq!(read("source,forbidden\na,b\n", "t.csv", Kind::Spreadsheet).unwrap()[0].forbidden, ["b"]);
    }

    #[test]
    fn tables_of_spreadsheet_programs_are_read() {
        let wanted = rows("source,target\noffer,Angebot|Offert\n\"a, b\",c\n", Kind::Spreadsheet);
        assert_eq!(wanted[0].1, ["Angebot", "Offert"]);
        for text in [
            "source;target\noffer;Angebot|Offert\na, b;c\n",
            "sep=;\r\nsource;target;;\r\noffer;Angebot|Offert;;\r\n;;;\r\na, b;c;;\r\n",
            "sep=,\nsource,target\noffer,Angebot; Offert\n\"a, b\",c\n",
            "\nsource\ttarget\noffer\tAngebot;Offert\na, b\tc\n",
            "source|target\noffer|Angebot;Offert\na, b|c",
        ] {
            assert_eq!(rows(text, Kind::Spreadsheet), wanted, "{text}");
        }
        assert_eq!(rows("source\ttarget\n5\" disk\t\"x\n", Kind::Tabs)[0].1, ["\"x"]);
        assert!(rows("source,target\n", Kind::Spreadsheet).is_empty());
    }

    #[test]
    fn each_form_of_a_source_is_a_term() {
        let found = rows("source,target\noffer; bid,Angebot\n", Kind::Spreadsheet);
        let sources: Vec<_> = found.iter().map(|(source, _)| source.as_str()).collect();
        assert_eq!((sources, &found[1].1[..]), (vec!["offer", "bid"], &["Angebot".to_owned()][..]));
    }

    #[test]
    fn errors_name_line_and_column() {
        assert_eq!(
            error("term\ttarget\n", Kind::Tabs),
            "t.csv:1: unknown column `term`; known are source, target, \
            forbidden, case, part-of-speech, domain, note, locale"
        );
        let error = |text: &str| error(text, Kind::Spreadsheet);
        assert_eq!(error("offer,Angebot\n"), "t.csv:1: the glossary's header names no column `source`");
        assert_eq!(error("source,note\n"), "t.csv:1: the glossary's header names no column `target`");
        assert_eq!(error("sep=;\nsource;;target\n"), "t.csv:2: column 2 of the header has no name");
        assert_eq!(error("source,target,forbiden\n"), "t.csv:1: unknown column `forbiden`; did you mean `forbidden`?");
        assert_eq!(error("source,target\na,b\n\n,x\n"), "t.csv:4: column `source`: the row has no source term");
        assert_eq!(
            error("source,note,target,case\na,\"a\nb\",b,any\na,,b,exat\n"),
            "t.csv:4: column `case`: `exat` is neither `any` nor `exact`"
        );
        assert_eq!(
            error("source,target,locale\na,b,german language\n"),
            "t.csv:2: column `locale`: `german language` is no locale"
        );
        assert_eq!(
            error("source,target,locale\na,b,de\na,b,deu\n"),
            "t.csv:3: column `locale`: `deu` is no locale; did you mean `de`?"
        );
    }

    #[test]
    fn cells_that_hold_others_are_refused() {
        let error = |text: &str| error(text, Kind::Spreadsheet);
        assert_eq!(
            error("source,target,note\noffer,Angebot, Offerte,see x, y\n"),
            "t.csv:2: the row has 5 cells, and the header names 3; a cell with `,` in it needs quotes"
        );
        let open = "the cell goes on in the next line; is the quote that opens here closed?";
        assert_eq!(error("source,target\na,b\nx,\"offer\nbid,Gebot\n"), format!("t.csv:3: column `target`: {open}"));
        assert_eq!(
            error("source,target,note\na,b,\"two\nlines\"\na,b,\"see\nbid,Gebot,\n"),
            format!("t.csv:4: column `note`: {open}")
        );
    }

    #[test]
    fn what_is_allowed_is_not_forbidden() {
        assert_eq!(
            error("source,target,forbidden\noffer,Angebot,\n\nOffer,Offerte,Angebot\n", Kind::Spreadsheet),
            "t.csv:4: column `forbidden`: `Angebot` is forbidden for `Offer`, and line 2 allows it"
        );
        let apart =
            "source,target,forbidden,locale,case\noffer,Angebot,,de,\noffer,,Angebot,de-CH,\na,Web,web,,exact\n";
        assert_eq!(rows(apart, Kind::Spreadsheet).len(), 3);
    }
}
