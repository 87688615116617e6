//! What a change did not cause: findings outside of the texts that it touched that were there before.

use super::fingerprint::{Fingerprint, fingerprint};
use crate::finding::Finding;
use crate::model::{Docset, Past, Side, Sources, collapsed};
use std::collections::HashMap;

/// The findings before a change, and the pages that they were on.
#[derive(Clone, Debug)]
pub struct Before {
    past: Past,
    known: HashMap<Known, usize>,
}

/// What a finding is recognised by on its page: nothing of it says where on the page it stands.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Known {
    /// The path of the page before the change.
    path: String,
    locale: String,
    fingerprint: Fingerprint,
    /// The texts that explain it: what is missing has no text of its own.
    related: Vec<String>,
}

impl Before {
    /// What was found on the pages of `past`: `findings`, in `docset` as it was.
    pub fn new(past: Past, sources: &Sources, docset: &Docset<'_>, findings: &[Finding]) -> Self {
        let mut known = HashMap::new();
        for finding in findings.iter().filter(|finding| docset.documents[finding.place.document()].is_concerned()) {
            *known.entry(Known::of(sources, docset, finding, |path| path)).or_default() += 1;
        }
        Self { past, known }
    }

    /// The pages as they were.
    pub fn past(&self) -> &Past {
        &self.past
    }

    /// Whether the change caused each of `findings`, which were made in `docset` as it is now. It caused what stands in
    /// a segment that it touched, and what is on a page that it concerns and was not there before.
    pub fn caused(&self, sources: &Sources, docset: &Docset<'_>, findings: &[Finding]) -> Vec<bool> {
        let mut known = self.known.clone();
        let mut is_known = |finding: &Finding| {
            let count = known.get_mut(&Known::of(sources, docset, finding, |path| self.past.before(path)));
            let count = count.filter(|count| **count > 0);
            count.map(|count| *count -= 1).is_some()
        };
        let caused = |finding: &Finding| {
            let document = &docset.documents[finding.place.document()];
            let segment = finding.place.segment().map(|segment| segment as u32);
            let touched =
                || document.change.as_ref().zip(segment).is_some_and(|(it, at)| it.touched.binary_search(&at).is_ok());
            document.is_concerned() && (touched() || !is_known(finding))
        };
        findings.iter().map(caused).collect()
    }
}

impl Known {
    fn of<'p>(
        sources: &'p Sources,
        docset: &'p Docset<'_>,
        finding: &Finding,
        before: impl FnOnce(&'p str) -> &'p str,
    ) -> Self {
        let document = &docset.documents[finding.place.document()];
        let related = finding.related.iter().map(|&place| {
            let (file, span) = docset.locate(place);
            collapsed(span.of(&sources.file(file).text))
        });
        Self {
            path: before(&sources.file(document.files[Side::Target as usize]).path).to_owned(),
            locale: document.locales[Side::Target as usize].tag().to_owned(),
            fingerprint: fingerprint(sources, docset, finding),
            related: related.collect(),
        }
    }
}
