//! JUnit: XML that test viewers read (Jenkins, GitLab, Azure, CircleCI).
//!
//! A suite is a document; a test case is a check that found something in it, so that its history in a viewer does not
//! depend on lines. A case fails when one of its findings fails the run ([`Junit::fail_on`]), whatever its severity is
//! called; the type of the failure is the highest severity among them. What does not fail the run stands in the output of
//! a case that passes. What somebody settled is a case that was skipped, with the reason and the day on which it wakes.
//! A document that was looked at and has no findings is one case that passes. The class is `locale.path`: viewers that split it at the last dot, and sum up, sum up by
//! locale.

use super::concise::{line, severity_name};
use super::{Reporter, Scene, said, xml};
use crate::finding::{Finding, Severity};
use crate::model::{Document, Side};
use crate::suppress::Settled;
use quick_xml::Writer;
use quick_xml::events::BytesText;
use std::collections::BTreeMap;
use std::io;

/// The JUnit form.
pub struct Junit {
    /// The lowest severity that fails a case.
    pub fail_on: Severity,
}

/// A test case.
struct Case {
    name: String,
    outcome: Outcome,
    /// The findings, a line each.
    text: String,
}

enum Outcome {
    Passed,
    Failed { message: String, severity: &'static str },
    Skipped { message: String },
}

/// The cases of one document.
struct Suite {
    name: String,
    class: String,
    file: String,
    cases: Vec<Case>,
}

impl Reporter for Junit {
    fn write(&self, scene: &Scene<'_>, out: &mut dyn io::Write) -> io::Result<()> {
        let suites = self.suites(scene);
        let all = |counts: fn(&Suite) -> usize| suites.iter().map(counts).sum::<usize>().to_string();
        let (tests, failures) = (all(|suite| suite.cases.len()), all(Suite::failures));
        let mut writer = xml::writer(out)?;
        let root = writer.create_element("testsuites").with_attributes([
            ("name", "bilint"),
            ("tests", tests.as_str()),
            ("failures", failures.as_str()),
            ("errors", "0"),
        ]);
        root.write_inner_content(|writer| suites.iter().try_for_each(|suite| suite.write(writer)))?;
        writeln!(writer.into_inner())
    }
}

impl Junit {
    /// A suite for each translation that was looked at, in the order of the docset.
    fn suites(&self, scene: &Scene<'_>) -> Vec<Suite> {
        let mut open: BTreeMap<(usize, &str), Vec<&Finding>> = BTreeMap::new();
        for finding in &scene.report.findings {
            open.entry((finding.place.document(), finding.check)).or_default().push(finding);
        }
        let mut settled: BTreeMap<(usize, &str), Vec<&Settled>> = BTreeMap::new();
        for it in &scene.report.settled {
            settled.entry((it.finding.place.document(), it.finding.check)).or_default().push(it);
        }
        let mut suites: BTreeMap<usize, Suite> = BTreeMap::new();
        for (number, document) in scene.docset.documents.iter().enumerate() {
            if document.is_linted() {
                suites.insert(number, Suite::new(scene, document));
            }
        }
        let mut add = |number: usize, case| {
            let new = || Suite::new(scene, &scene.docset.documents[number]);
            suites.entry(number).or_insert_with(new).cases.push(case);
        };
        for ((number, check), findings) in &open {
            add(*number, self.open(scene, check, findings));
        }
        for ((number, check), settled) in &settled {
            add(*number, skipped(scene, check, settled));
        }
        let clean = || Case { name: "no findings".to_owned(), outcome: Outcome::Passed, text: String::new() };
        let mut suites: Vec<Suite> = suites.into_values().collect();
        for suite in suites.iter_mut().filter(|suite| suite.cases.is_empty()) {
            suite.cases.push(clean());
        }
        suites
    }

    /// The case of the findings of one check in one document, of which there is at least one.
    fn open(&self, scene: &Scene<'_>, check: &str, findings: &[&Finding]) -> Case {
        let failing: Vec<_> = findings.iter().filter(|finding| finding.severity >= self.fail_on).collect();
        let outcome = match failing.as_slice() {
            [] => Outcome::Passed,
            [first, rest @ ..] => {
                let more = if rest.is_empty() { String::new() } else { format!(" (and {} more)", rest.len()) };
                let highest = failing.iter().map(|finding| finding.severity).max().unwrap_or(first.severity);
                Outcome::Failed { message: said(first).into_owned() + &more, severity: severity_name(highest) }
            }
        };
        let lines: Vec<_> = findings.iter().map(|finding| line(scene, finding)).collect();
        Case { name: check.to_owned(), outcome, text: lines.join("\n") }
    }
}

/// The case of what somebody settled of one check in one document, of which there is at least one finding.
fn skipped(scene: &Scene<'_>, check: &str, settled: &[&Settled]) -> Case {
    let why = |settled: &Settled| match settled.decision.terms() {
        Some(terms) => format!("{}: {terms}", settled.decision.name()),
        None => settled.decision.name().to_owned(),
    };
    let lines = settled.iter().map(|it| format!("{} ({})", line(scene, &it.finding), why(it)));
    let text = lines.collect::<Vec<_>>().join("\n");
    Case { name: format!("{check} (settled)"), outcome: Outcome::Skipped { message: why(settled[0]) }, text }
}

impl Suite {
    fn new(scene: &Scene<'_>, document: &Document<'_>) -> Self {
        let path = &scene.sources.file(document.files[Side::Target as usize]).path;
        let locale = document.locales[Side::Target as usize].tag();
        let class = format!("{locale}.{}", path.replace('.', "_"));
        Self { name: format!("{path} ({locale})"), class, file: path.clone(), cases: Vec::new() }
    }

    fn failures(&self) -> usize {
        self.cases.iter().filter(|case| matches!(case.outcome, Outcome::Failed { .. })).count()
    }

    fn skipped(&self) -> usize {
        self.cases.iter().filter(|case| matches!(case.outcome, Outcome::Skipped { .. })).count()
    }

    fn write(&self, writer: &mut Writer<&mut dyn io::Write>) -> io::Result<()> {
        let [tests, failures, skipped] =
            [self.cases.len(), self.failures(), self.skipped()].map(|count| count.to_string());
        let element = writer.create_element("testsuite").with_attributes([
            ("name", &*xml::allowed(&self.name)),
            ("tests", tests.as_str()),
            ("failures", failures.as_str()),
            ("errors", "0"),
            ("skipped", skipped.as_str()),
            ("file", &*xml::allowed(&self.file)),
        ]);
        element.write_inner_content(|writer| self.cases.iter().try_for_each(|case| case.write(&self.class, writer)))?;
        Ok(())
    }
}

impl Case {
    fn write(&self, class: &str, writer: &mut Writer<&mut dyn io::Write>) -> io::Result<()> {
        let element = writer
            .create_element("testcase")
            .with_attributes([("name", self.name.as_str()), ("classname", &*xml::allowed(class))]);
        let text = xml::allowed(&self.text);
        let text = || BytesText::new(&text);
        match &self.outcome {
            Outcome::Passed if self.text.is_empty() => element.write_empty()?,
            Outcome::Passed => element.write_inner_content(|writer| {
                writer.create_element("system-out").write_text_content(text())?;
                Ok(())
            })?,
            Outcome::Failed { message, severity } => element.write_inner_content(|writer| {
                let attributes = [("message", &*xml::allowed(message)), ("type", severity)];
                writer.create_element("failure").with_attributes(attributes).write_text_content(text())?;
                Ok(())
            })?,
            Outcome::Skipped { message } => element.write_inner_content(|writer| {
                let attribute = ("message", &*xml::allowed(message));
                writer.create_element("skipped").with_attribute(attribute).write_text_content(text())?;
                Ok(())
            })?,
        };
        Ok(())
    }
}
