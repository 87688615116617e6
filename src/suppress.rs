//! Silence: directives in files.
//!
//! `bilint: ignore[missing-number, links] reason` silences the named checks and categories where it stands. There is
//! no blanket ignore. A directive that silenced nothing is reported, as `stale-directive`.

use crate::checks::format::stale_directive::STALE_DIRECTIVE;
use crate::config::Settings;
use crate::finding::{Finding, Sink};
use crate::model::{Docset, Place, Side};
use crate::registry::Registry;

/// Splits `findings` into those that are reported and those that a directive silenced. Appends to the reported ones
/// the directives that silenced nothing, where that check is chosen.
pub fn apply(
    docset: &Docset<'_>,
    registry: &Registry,
    settings: &Settings,
    findings: Vec<Finding>,
) -> (Vec<Finding>, Vec<Finding>) {
    let mut used: Vec<Vec<bool>> =
        docset.documents.iter().map(|document| vec![false; document.parts.directives.len()]).collect();
    let mut loud = Vec::with_capacity(findings.len());
    let mut silenced = Vec::new();
    for finding in findings {
        match directive_over(docset, registry, &finding) {
            Some((document, directive)) => {
                used[document][directive] = true;
                silenced.push(finding);
            }
            None => loud.push(finding),
        }
    }
    let stale = settings.choices.iter().find(|choice| choice.check.id == STALE_DIRECTIVE.id);
    if let Some(choice) = stale {
        let mut out = Sink::new(choice.check.id, choice.severity, choice.check.confidence, &mut loud);
        for (number, document) in docset.documents.iter().enumerate() {
            for (directive, _) in document.parts.directives.iter().zip(&used[number]).filter(|(_, used)| !**used) {
                let place = Place::File { document: number as u32, side: Side::Target, span: directive.span };
                let message = match ids(directive.text) {
                    None => "the directive is not understood".to_owned(),
                    Some(ids) => {
                        let unknown = ids.iter().find_map(|id| registry.select(id).err());
                        unknown.map_or_else(|| "the directive silences nothing".to_owned(), |error| error.to_string())
                    }
                };
                out.report(place, message).help("write `<!-- bilint: ignore[check-id] reason -->`, or take it away");
            }
        }
    }
    (loud, silenced)
}

/// The directive that silences `finding`: its document and its index there.
fn directive_over(docset: &Docset<'_>, registry: &Registry, finding: &Finding) -> Option<(usize, usize)> {
    let number = finding.place.document();
    let document = &docset.documents[number];
    let index = document.parts.segments.get(finding.place.segment()?)?.directive? as usize;
    let category = registry.get(finding.check).map(|check| check.category.name());
    let named = ids(document.parts.directives[index].text)?;
    named.iter().any(|id| *id == finding.check || Some(*id) == category).then_some((number, index))
}

/// The names between the brackets of `ignore[…]`.
fn ids(text: &str) -> Option<Vec<&str>> {
    let (list, _reason) = text.strip_prefix("ignore[")?.split_once(']')?;
    let names: Vec<&str> = list.split(',').map(str::trim).filter(|name| !name.is_empty()).collect();
    (!names.is_empty()).then_some(names)
}
