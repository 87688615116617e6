//! Directives: comments in files that ask for silence.
//!
//! `bilint: ignore[missing-number, links] reason` silences the named checks and categories where it stands. There is
//! no blanket ignore. A directive that silenced nothing is reported, as `stale-directive`, when a check that it names
//! was run.

use super::{Decision, Run, Settled};
use crate::checks::format::stale_directive::STALE_DIRECTIVE;
use crate::config::Settings;
use crate::finding::Finding;
use crate::model::{Docset, Document, Place, Side};
use crate::registry::Registry;

/// Splits `findings` into those that are open and those that a directive settles. Appends to the open ones the
/// directives that silenced nothing or give no reason, where those checks are chosen.
pub(super) fn apply(run: Run<'_>, findings: Vec<Finding>) -> (Vec<Finding>, Vec<Settled>) {
    let Run { docset, registry, .. } = run;
    let mut used: Vec<Vec<bool>> =
        docset.documents.iter().map(|document| vec![false; document.parts.directives.len()]).collect();
    let (mut open, mut settled) = (Vec::with_capacity(findings.len()), Vec::new());
    for finding in findings {
        let directives = directives_over(docset, registry, &finding);
        for &directive in &directives {
            used[finding.place.document()][directive] = true;
        }
        let Some(&first) = directives.first() else {
            open.push(finding);
            continue;
        };
        let directive = &docset.documents[finding.place.document()].parts.directives[first];
        let reason = parse(directive.text).map_or("", |(_, reason)| reason).to_owned();
        settled.push(Settled { finding, decision: Decision::Directive { reason } });
    }
    report(run, &used, &mut open);
    (open, settled)
}

/// How a directive is written.
const FORM: &str = "write `<!-- bilint: ignore[check-id] reason -->`, or take it away";

/// Reports the directives that silenced nothing, `used` being those that did, by document; and those without a reason.
fn report(run: Run<'_>, used: &[Vec<bool>], open: &mut Vec<Finding>) {
    for (number, document) in run.docset.documents.iter().enumerate() {
        for (directive, &used) in document.parts.directives.iter().zip(&used[number]) {
            let place = Place::File { document: number as u32, side: Side::Target, span: directive.span };
            let fault = || fault(directive.text, run.registry, run.settings, document);
            if let Some(message) = (!used).then(fault).flatten() {
                if let Some(mut out) = run.sink(&STALE_DIRECTIVE, open) {
                    out.report(place, message).help(FORM);
                }
            } else if parse(directive.text).is_some_and(|(_, reason)| reason.is_empty())
                && let Some(mut out) = run.sink_of_reasons(open)
            {
                out.report(place, "the directive does not say why").help(FORM);
            }
        }
    }
}

/// What is wrong with a directive that silenced nothing; `None` when none of its checks was run, so that nobody knows.
fn fault(text: &str, registry: &Registry, settings: &Settings, document: &Document<'_>) -> Option<String> {
    let Some(names) = names(text) else { return Some("the directive is not understood".to_owned()) };
    if let Some(error) = names.iter().find_map(|name| registry.select(name).err()) {
        return Some(error.to_string());
    }
    let chosen = |id: &str| settings.choices.iter().any(|choice| choice.check.id == id);
    let language = document.locales[Side::Target as usize].language().code;
    let ran = names.iter().flat_map(|name| registry.select(name).unwrap_or_default());
    ran.filter(|check| check.speaks(language))
        .any(|check| chosen(check.id))
        .then(|| "the directive silences nothing".to_owned())
}

/// The directives that silence `finding`, by index in its document.
fn directives_over(docset: &Docset<'_>, registry: &Registry, finding: &Finding) -> Vec<usize> {
    let directives = &docset.documents[finding.place.document()].parts.directives;
    if directives.is_empty() {
        return Vec::new();
    }
    let (_, span) = docset.locate(finding.place);
    let category = registry.get(finding.check).map(|check| check.category.name());
    let means =
        |name: &str| registry.get(name).is_some_and(|check| check.id == finding.check) || Some(name) == category;
    let silences = |text| names(text).is_some_and(|names| names.into_iter().any(means));
    let covering = directives.iter().enumerate();
    let covering =
        covering.filter(|(_, it)| it.covers.start <= span.start && span.start < it.covers.end && silences(it.text));
    covering.map(|(index, _)| index).collect()
}

/// The names between the brackets of `ignore[…]`.
fn names(text: &str) -> Option<Vec<&str>> {
    parse(text).map(|(names, _)| names)
}

/// The names between the brackets of `ignore[…]`, and the reason behind them.
fn parse(text: &str) -> Option<(Vec<&str>, &str)> {
    let (list, reason) = text.strip_prefix("ignore[")?.split_once(']')?;
    let names: Vec<&str> = list.split(',').map(str::trim).filter(|name| !name.is_empty()).collect();
    (!names.is_empty()).then_some((names, reason.trim()))
}
