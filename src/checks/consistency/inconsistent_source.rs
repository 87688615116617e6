//! `inconsistent-source`

use crate::check::DocumentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::locale::Language;
use crate::model::{DocumentView, SegmentKind, SegmentView};
use crate::text::loose::{content_words, differ, folded, key};
use std::collections::{HashMap, HashSet};

declare_check! {
    /// Two texts of a page that differ have one translation.
    ///
    /// Two rows, options or headings that the source tells apart cannot be told apart any more. Compared are short
    /// texts of one kind, each two once. Two forms of a word are one text, and so is what differs in case, markup, numbers or function
    /// words. Synonyms that the source uses by chance are found as well, so a person has to judge.
    ///
    /// ```fails
    /// en | Fees for resellers
    /// it | Tariffe per rivenditori
    /// en | Fees for publishers
    /// it | Tariffe per rivenditori
    ///      ^^^^^^^^^^^^^^^^^^^^^^^
    /// ```
    ///
    /// ```passes
    /// en | Partner account
    /// it | Account partner
    /// en | **Partner accounts**
    /// it | **Account partner**
    /// en | User 1
    /// it | Utente 1
    /// en | User 2
    /// it | Utente 2
    /// ```
    pub static INCONSISTENT_SOURCE: Document<InconsistentSource> = {
        id: "inconsistent-source",
        category: Consistency,
        severity: Info,
        confidence: Low,
        audience: Pedantic,
        mqm: "accuracy/mistranslation",
        its: "inconsistency",
        since: "0.1.0",
    }
}

/// Options of `inconsistent-source`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct InconsistentSource {}

/// The most content words of a source that names something rather than saying something of it, and its most bytes.
const MOST: (usize, usize) = (6, 100);

impl DocumentCheck for InconsistentSource {
    fn check(&self, document: &DocumentView<'_>, out: &mut Sink<'_>) {
        let language = document.source_locale().language();
        // By kind and translation, the first segment.
        let mut first: HashMap<(SegmentKind, u64), SegmentView<'_>> = HashMap::new();
        let mut told = HashSet::new();
        let short = |segment: &SegmentView<'_>| segment.source().text().len() <= MOST.1 && !segment.is_one_sided();
        for segment in document.segments().filter(|segment| short(segment) && segment.kind() != SegmentKind::Code) {
            let (source, target) = (segment.source().text(), segment.target().text());
            let translation = (segment.kind(), key(target));
            let Some(other) = first.get(&translation) else {
                first.insert(translation, segment);
                continue;
            };
            let original = other.source().text();
            if original == source || told.contains(&(translation, source)) {
                continue;
            }
            if is_another_name(&folded(original), &folded(source), &folded(target), language) {
                told.insert((translation, source));
                let message = format!("`{}` and `{}` have one translation", original.trim(), source.trim());
                out.report(segment.target().whole(), message)
                    .also(other.target().whole())
                    .also(segment.source().whole());
            }
        }
    }
}

/// Whether two sources that have one translation are short and have words that set them apart.
fn is_another_name(one: &str, other: &str, target: &str, language: &Language) -> bool {
    let is_short = |source| content_words(source, language).nth(MOST.0).is_none();
    // What is kept as it is has no translation.
    let kept = [one, other].contains(&target);
    !kept && is_short(one) && is_short(other) && differ(one, other, language)
}
