//! Glossaries, as files: tables ([CSV and TSV](table)), [TBX](tbx), [JSON](json).

mod json;
mod table;
mod tbx;

use super::ConfigError;
use crate::locale::Locale;
use crate::model::{CaseRule, Term};
use crate::span::LineIndex;
use crate::text::casing;
use hashbrown::HashMap;
use table::Kind;

/// Reads a glossary of terms in the language of `source`. The name of the file tells the format: `.csv`, `.tsv`, `.tbx`
/// or `.xml`, `.json`; of any other, the first character does.
///
/// A table has a header that names its columns, an object of a JSON array has keys of the same names:
///
/// | column | means |
/// |---|---|
/// | `source` | the term in the source language; needed; each form is a term of its own |
/// | `target` | what it may be called, the preferred form first; may stand several times |
/// | `forbidden` | what it must not be called; this or `target` is needed |
/// | `case` | `any` (unless said) or `exact`: capitals count, in the source and in the translation |
/// | `part-of-speech` | `noun`, `verb`, `adj.`, …: what a single word of English that may be several is looked for as; a `proper noun` is a name, whose capitals count unless `case` says otherwise |
/// | `domain` | the field that the term belongs to |
/// | `note` | a remark for the reader of a finding |
/// | `locale` | the language or locale that the row is for; all unless said |
///
/// Several forms in one cell are parted by `;` or `|`; in JSON they may be a list. The cells of a table in CSV may be
/// parted by `;` or a tab as well, or by what a first line such as `sep=;` says; forms, then, by what is left. In TSV
/// quotes are quotes.
///
/// # Errors
/// When the file is malformed, a column or key is unknown, a term lacks its source, a row has more cells than there are
/// columns, or a form is both allowed and forbidden; the error names file, line and column.
pub fn read(text: &str, path: &str, source: &Locale) -> Result<Vec<Term>, ConfigError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let extension = path.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    match (extension.as_deref(), text.trim_start().as_bytes().first()) {
        (Some("csv"), _) => table::read(text, path, Kind::Spreadsheet),
        (Some("tsv" | "tab"), _) => table::read(text, path, Kind::Tabs),
        (Some("json"), _) => json::read(text, path),
        (Some("tbx" | "xml"), _) | (_, Some(b'<')) => tbx::read(text, path, source),
        (_, Some(b'[' | b'{')) => json::read(text, path),
        _ => table::read(text, path, Kind::Spreadsheet),
    }
}

/// An error at byte `at` of `text`, the file `path`.
fn error_at(text: &str, path: &str, at: usize, message: &str) -> ConfigError {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let place = LineIndex::new(text).line_column(text, at);
    let message = format!("column {}: {message}", place.column);
    ConfigError { path: path.to_owned(), line: Some(place.line as usize), message }
}

/// What parts forms: two bytes of ASCII, or twice the same.
type Separators = [u8; 2];

/// What parts forms where it parts nothing else.
const SEPARATORS: Separators = [b';', b'|'];

/// The forms in one cell.
fn forms(cell: &str, separators: Separators) -> impl Iterator<Item = String> {
    let mut rest = Some(cell);
    std::iter::from_fn(move || {
        let cell = rest.take()?;
        // Most cells hold one.
        let (form, others) = match memchr::memchr2(separators[0], separators[1], cell.as_bytes()) {
            Some(at) => (&cell[..at], Some(&cell[at + 1..])),
            None => (cell, None),
        };
        rest = others;
        Some(form.trim())
    })
    .filter(|form| !form.is_empty())
    .map(str::to_owned)
}

/// A form that one term allows and the same term forbids in another place: the numbers of both.
struct Contradiction<'t> {
    allowed: usize,
    forbidden: usize,
    form: &'t str,
}

/// The first contradiction in `terms`. Rows for other locales, kinds of words and fields are about something else.
fn contradiction(terms: &[Term]) -> Option<Contradiction<'_>> {
    let key = |term: &'_ Term| casing::lower(&term.source).into_owned();
    let mut known: HashMap<(String, &str), Vec<usize>> = HashMap::new();
    for (number, term) in terms.iter().enumerate() {
        for form in &term.forbidden {
            known.entry((key(term), form)).or_default().push(number);
        }
    }
    if known.is_empty() {
        return None;
    }
    let about = |term: &'_ Term| (term.locale.clone(), term.part_of_speech, term.domain.clone());
    terms.iter().enumerate().find_map(|(allowed, term)| {
        let source = key(term);
        term.targets.iter().find_map(|form| {
            let mut numbers = known.get(&(source.clone(), form.as_str()))?.iter();
            let forbidden = *numbers.find(|&&it| about(&terms[it]) == about(term))?;
            Some(Contradiction { allowed, forbidden, form })
        })
    })
}

/// Whether capitals count for a term: as it is said, else whether the part of speech is that of a name.
fn case_rule(said: Option<CaseRule>, part_of_speech: &str) -> CaseRule {
    if let Some(said) = said {
        return said;
    }
    let kind: String = part_of_speech.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    let is_name = matches!(kind.as_str(), "propernoun" | "propn" | "name");
    if is_name { CaseRule::Exact } else { CaseRule::Any }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_formats_say_the_same() {
        let table = "source,target,forbidden,case,part-of-speech,domain,note,locale\n\
                     offer,Angebot; Offert,Offerte,any,noun,sales,as in shops,de\n";
        let tabs = table.replace(',', "\t").replace(';', "|");
        let json = r#"[{"source": "offer", "target": ["Angebot", "Offert"], "forbidden": "Offerte", "case": "any",
                        "part-of-speech": "noun", "domain": "sales", "note": "as in shops", "locale": "de"}]"#;
        let tbx = r#"<tbx><text><body><conceptEntry id="1"><descrip type="subjectField">sales</descrip>
            <note>as in shops</note>
            <langSec xml:lang="en"><termSec><term>offer</term><termNote type="partOfSpeech">noun</termNote></termSec></langSec>
            <langSec xml:lang="de">
            <termSec><term>Offerte</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec>
            <termSec><term>Offert</term></termSec>
            <termSec><term>Angebot</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec>
            </langSec></conceptEntry></body></text></tbx>"#;
        let english = Locale::english();
        let read = |text: &str, path: &str| read(text, path, &english).unwrap();
        let terms = read(table, "t.csv");
        assert_eq!(terms[0].targets, ["Angebot", "Offert"]);
        for (text, path) in [(&*tabs, "t.TSV"), (json, "t.json"), (json, "terms"), (tbx, "t.tbx"), (tbx, "terms")] {
            assert_eq!(read(text, path), terms, "{path}");
        }
    }

    #[test]
    fn names_keep_their_case() {
        let rule = |said, kind| case_rule(said, kind);
        assert_eq!(rule(None, "Proper noun"), CaseRule::Exact);
        assert_eq!(rule(None, "noun"), CaseRule::Any);
        assert_eq!(rule(Some(CaseRule::Any), "properNoun"), CaseRule::Any);
    }
}
