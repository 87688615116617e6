//! Glossaries in TBX (ISO 30042): version 3 (`tbx`), whose notes are named by their `type` (DCA) or by their element
//! (DCT), version 2 (`martif`), which Microsoft's terminology collection is written in, and TBX-Min.
//!
//! The text comes from others, so no entity is expanded but the five of XML, no DTD is read, and nesting has an end.

use super::{ConfigError, case_rule, error_at};
use crate::locale::Locale;
use crate::model::Term;
use crate::text::parts_of_speech::PartOfSpeech;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion, escape};

/// Deeper than any dialect of TBX goes.
const DEEPEST: usize = 64;

/// What is read of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Property {
    Term,
    Status,
    PartOfSpeech,
    Domain,
    Note,
}

/// How a term is to be used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Status {
    Preferred,
    #[default]
    Admitted,
    Forbidden,
}

/// A term of one language.
#[derive(Default)]
struct Named {
    text: String,
    status: Status,
    part_of_speech: String,
    note: String,
}

/// The terms of one language.
#[derive(Default)]
struct Section {
    locale: String,
    terms: Vec<Named>,
}

/// What a concept is called, in all languages.
#[derive(Default)]
struct Entry {
    domain: String,
    note: String,
    sections: Vec<Section>,
}

/// Reads the entries that have a term in the language of `source`.
pub(super) fn read(text: &str, path: &str, source: &Locale) -> Result<Vec<Term>, ConfigError> {
    let mut reader = Reader::from_str(text);
    let mut state = State::default();
    loop {
        let at = reader.buffer_position() as usize;
        let event = reader.read_event();
        let event =
            event.map_err(|error| error_at(text, path, reader.error_position() as usize, &error.to_string()))?;
        let is_last = matches!(event, Event::Eof);
        state.take(event, source).map_err(|message| error_at(text, path, at, &message))?;
        if is_last {
            return Ok(state.found);
        }
    }
}

#[derive(Default)]
struct State {
    depth: usize,
    has_root: bool,
    entry: Entry,
    /// The text that is being read: what it is, the depth of its element, and what has been read.
    open: Option<(Property, usize, String)>,
    found: Vec<Term>,
}

impl State {
    fn take(&mut self, event: Event<'_>, source: &Locale) -> Result<(), String> {
        match event {
            Event::Start(element) => self.start(&element),
            Event::Empty(element) => {
                self.start(&element)?;
                self.end(element.local_name().as_ref(), source);
                Ok(())
            }
            Event::End(element) => {
                self.end(element.local_name().as_ref(), source);
                Ok(())
            }
            Event::Text(part) => {
                self.add(&part.xml10_content());
                Ok(())
            }
            Event::CData(part) => {
                self.add(&part.xml10_content());
                Ok(())
            }
            Event::GeneralRef(name) => {
                let character = name.resolve_char_ref().map_err(|error| error.to_string())?;
                let text = character.map(String::from);
                let known = || escape::resolve_predefined_entity(&name).map(str::to_owned);
                let text = text.or_else(known).ok_or_else(|| format!("`&{};` is not known", &*name))?;
                self.add(&text);
                Ok(())
            }
            Event::Eof if !self.has_root => Err("the file holds no XML".to_owned()),
            Event::Eof if self.depth > 0 => Err("the file ends within an element".to_owned()),
            _ => Ok(()),
        }
    }

    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), String> {
        let name = element.local_name();
        let name = name.as_ref();
        if self.depth == 0 && !matches!(name, "tbx" | "martif" | "TBX") {
            return Err(format!("`{name}` is no TBX; the root is `tbx` or `martif`"));
        }
        self.has_root = true;
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(format!("elements are nested more than {DEEPEST} deep"));
        }
        match name {
            "conceptEntry" | "termEntry" | "entry" => self.entry = Entry::default(),
            "langSec" | "langSet" | "langGroup" => {
                let locale = attribute(element, "xml:lang")?.or(attribute(element, "lang")?).unwrap_or_default();
                // Whoever has a language of his own (`x-…`) translates into no other.
                if !locale.is_empty() && !locale.starts_with("x-") {
                    Locale::parse_written(&locale).map_err(|reason| format!("`xml:lang`: {reason}"))?;
                }
                self.entry.sections.push(Section { locale, terms: Vec::new() });
            }
            "termSec" | "tig" | "ntig" | "termGroup" => {
                if let Some(section) = self.entry.sections.last_mut() {
                    section.terms.push(Named::default());
                }
            }
            _ => {
                let kind = attribute(element, "type")?;
                if let Some(property) = property(kind.as_deref().unwrap_or(name)).filter(|_| self.open.is_none()) {
                    self.open = Some((property, self.depth, String::new()));
                }
            }
        }
        Ok(())
    }

    fn add(&mut self, part: &str) {
        if let Some((_, _, text)) = &mut self.open {
            text.push_str(part);
        }
    }

    fn end(&mut self, name: &str, source: &Locale) {
        if let Some((property, _, text)) = self.open.take_if(|(_, depth, _)| *depth == self.depth) {
            self.entry.set(property, text.split_whitespace().collect::<Vec<_>>().join(" "));
        }
        self.depth -= 1;
        if matches!(name, "conceptEntry" | "termEntry" | "entry") {
            self.found.extend(std::mem::take(&mut self.entry).terms(source));
        }
    }
}

impl Entry {
    fn set(&mut self, property: Property, text: String) {
        let named = self.sections.last_mut().and_then(|section| section.terms.last_mut());
        match (property, named) {
            (Property::Domain, _) => self.domain = text,
            (Property::Note, None) => self.note = text,
            (Property::Note, Some(named)) => named.note = text,
            (Property::Term, Some(named)) => named.text = text,
            (Property::Status, Some(named)) if named.status != Status::Forbidden => named.status = status(&text),
            (Property::PartOfSpeech, Some(named)) => named.part_of_speech = text,
            (Property::Status, _) | (_, None) => {}
        }
    }

    /// Its terms: each of the source language with those of each other.
    fn terms(mut self, source: &Locale) -> Vec<Term> {
        let code = |tag: &str| Locale::parse(tag).map(|locale| locale.language().code);
        let is_source = |section: &Section| code(&section.locale) == Some(source.language().code);
        for section in &mut self.sections {
            section.terms.retain(|named| !named.text.is_empty());
            section.terms.sort_by_key(|named| named.status);
        }
        let (sources, targets): (Vec<_>, Vec<_>) = self.sections.into_iter().partition(is_source);
        let mut found: Vec<Term> = Vec::new();
        for original in sources.iter().flat_map(|section| &section.terms) {
            if found.iter().any(|term| term.source == original.text) {
                continue;
            }
            for section in targets.iter().filter(|section| !section.terms.is_empty()) {
                let (forbidden, allowed): (Vec<_>, Vec<_>) =
                    section.terms.iter().partition(|named| named.status == Status::Forbidden);
                let texts = |terms: Vec<&Named>| terms.into_iter().map(|named| named.text.clone()).collect();
                let notes = allowed.iter().map(|named| &named.note).chain([&original.note, &self.note]);
                found.push(Term {
                    source: original.text.clone(),
                    note: notes.into_iter().find(|note| !note.is_empty()).cloned().unwrap_or_default(),
                    targets: texts(allowed),
                    forbidden: texts(forbidden),
                    case: case_rule(None, &original.part_of_speech),
                    part_of_speech: PartOfSpeech::named(&original.part_of_speech),
                    domain: self.domain.clone(),
                    locale: Some(section.locale.clone()).filter(|tag| !tag.is_empty()),
                });
            }
        }
        found
    }
}

/// What the element, or the note of the type, `name` holds.
fn property(name: &str) -> Option<Property> {
    Some(match name {
        "term" => Property::Term,
        "administrativeStatus" | "normativeAuthorization" | "termStatus" => Property::Status,
        "partOfSpeech" => Property::PartOfSpeech,
        "subjectField" => Property::Domain,
        "note" | "usageNote" => Property::Note,
        _ => return None,
    })
}

/// The values of TBX begin with what is meant (`deprecatedTerm-admn-sts`); the others are those of Weblate.
fn status(value: &str) -> Status {
    let begins = |beginnings: &[&str]| beginnings.iter().any(|beginning| value.starts_with(beginning));
    if begins(&["deprecated", "superseded", "forbidden", "obsolete", "notRecommended", "rejected"]) {
        Status::Forbidden
    } else if begins(&["preferred"]) {
        Status::Preferred
    } else {
        Status::Admitted
    }
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, String> {
    let found = element.try_get_attribute(name).map_err(|error| error.to_string())?;
    let value = found.map(|it| it.normalized_value(XmlVersion::Implicit1_0).map(std::borrow::Cow::into_owned));
    value.transpose().map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(text: &str) -> Vec<Term> {
        read(text, "t.tbx", &Locale::english()).unwrap()
    }

    fn error(text: &str) -> String {
        read(text, "t.tbx", &Locale::english()).unwrap_err().to_string()
    }

    #[test]
    fn the_export_of_the_second_version_is_read() {
        let text = r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX" xml:lang="en-US"><martifHeader><fileDesc><titleStmt><title>x</title></titleStmt></fileDesc></martifHeader>
<text><body><termEntry id="1_2"><langSet xml:lang="en-US"><descripGrp><descrip type="definition">A thing.</descrip></descripGrp>
<ntig><termGrp><term id="1_2_3">seat map</term><termNote type="partOfSpeech">Noun</termNote></termGrp></ntig></langSet>
<langSet xml:lang="nl-NL"><ntig><termGrp><term id="1_2_4">plattegrond &amp; <hi>stoelen</hi></term></termGrp></ntig></langSet></termEntry>
<termEntry><langSet xml:lang="nl"><tig><term>wees</term></tig></langSet></termEntry></body></text></martif>"#;
        let [term] = &terms(text)[..] else { panic!("one entry has a source") };
        assert_eq!((&*term.source, term.part_of_speech), ("seat map", Some(PartOfSpeech::Noun)));
        assert_eq!(
            (&term.targets[..], term.locale.as_deref()),
            (&["plattegrond & stoelen".to_owned()][..], Some("nl-NL"))
        );
    }

    #[test]
    fn notes_may_be_elements() {
        let text = r#"<tbx style="dct" xml:lang="en" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
<text><body><conceptEntry><min:subjectField>ports</min:subjectField>
<langSec xml:lang="en"><termSec><term>berth</term></termSec><termSec><term>mooring</term></termSec></langSec>
<langSec xml:lang="de"><termSec><term>Ankerplatz</term><min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec>
<termSec><term>Liegeplatz</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec></langSec>
<langSec xml:lang="fr"><termSec><term>poste</term></termSec></langSec></conceptEntry></body></text></tbx>"#;
        let found = terms(text);
        let shown: Vec<_> =
            found.iter().map(|it| (&*it.source, it.locale.as_deref().unwrap(), it.targets.len())).collect();
        assert_eq!(shown, [("berth", "de", 1), ("berth", "fr", 1), ("mooring", "de", 1), ("mooring", "fr", 1)]);
        assert_eq!((&found[0].forbidden[0][..], &*found[0].domain), ("Ankerplatz", "ports"));
    }

    #[test]
    fn what_is_malformed_is_told_with_its_place() {
        assert_eq!(error("<html></html>"), "t.tbx:1: column 1: `html` is no TBX; the root is `tbx` or `martif`");
        assert!(error("").contains("the file holds no XML"));
        assert!(
            error("<tbx>\n <text>\n").starts_with("t.tbx:3: column 1: the file ends"),
            "{}",
            error("<tbx>\n <text>\n")
        );
        assert!(error("<tbx>\n</martif>").starts_with("t.tbx:2: "));
        assert!(error("<tbx><term>&x;</term></tbx>").contains("`&x;` is not known"));
        assert!(error(&"<tbx>".repeat(100)).contains("nested more than 64 deep"));
        let bomb = "<!DOCTYPE tbx [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><tbx><term>&b;</term></tbx>";
        assert!(error(bomb).contains("`&b;` is not known"));
        assert!(
            error("<tbx>\n<langSec xml:lang=\"German\">")
                .ends_with(":2: column 1: `xml:lang`: `German` is no locale; did you mean `de`?")
        );
        assert!(terms("<tbx/>").is_empty());
    }
}
