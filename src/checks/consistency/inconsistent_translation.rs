//! `inconsistent-translation`

use super::quoted;
use crate::check::DocsetCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::model::{DocsetView, Repeat, Segment, Side};
use crate::span::Span;
use crate::text::loose::{content_words, differ, folded, key};
use crate::text::similarity::difference;
use hashbrown::{HashMap, HashSet};
use std::collections::BTreeMap;

declare_check! {
    /// A text is worded otherwise than its other translations.
    ///
    /// A step, a heading, a note that stands on many pages is recognised by its words; in other words it looks like
    /// something else. Compared are segments of one kind and one locale whose source is the same but for case,
    /// markup, punctuation and the values of numbers. Reported is what has other words, not other forms of them or
    /// another order, where at least three places, and three in four, agree. A source of one word may be two words in
    /// another language, and is let pass. What is left in English is told by other checks.
    ///
    /// ```fails
    /// en | Select the plan.
    /// nl | Selecteer het abonnement.
    /// en | Select the plan.
    /// nl | Selecteer het abonnement.
    /// en | **Select the plan**
    /// nl | **Selecteer het abonnement**
    /// en | Select the plan.
    /// nl | Kies het abonnement.
    ///      ^^^^
    /// ```
    ///
    /// ```passes
    /// en | The new file, 3 copies
    /// it | Il nuovo file, 3 copie
    /// en | The new file, 4 copies
    /// it | Il nuovo file, 4 copie
    /// en | The new file, 4 copies
    /// it | Il nuovo file, 4 copie
    /// en | The new file, 1 copies
    /// it | Del file nuovo 1 copia
    /// ```
    ///
    /// ```passes
    /// en | Order
    /// de | Reihenfolge
    /// en | Order
    /// de | Reihenfolge
    /// en | Order
    /// de | Reihenfolge
    /// en | Order
    /// de | Bestellung
    /// ```
    pub static INCONSISTENT_TRANSLATION: Docset<InconsistentTranslation> = {
        id: "inconsistent-translation",
        category: Consistency,
        severity: Info,
        confidence: Medium,
        fix: Shown,
        mqm: "terminology/inconsistent-use-of-terminology",
        its: "inconsistency",
        yields_to: ["untranslated-segment", "untranslated-sentence", "untranslated-fragment"],
        since: "0.1.0",
    }
}

/// Options of `inconsistent-translation`.
#[derive(Debug, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct InconsistentTranslation {
    /// The fewest places that tell what is usual.
    pub at_least: usize,
    /// The share of places, from 0 to 1, that must agree.
    pub share: f64,
}

impl Default for InconsistentTranslation {
    fn default() -> Self {
        Self { at_least: 3, share: 0.75 }
    }
}

impl DocsetCheck for InconsistentTranslation {
    fn check(&self, docset: &DocsetView<'_>, out: &mut Sink<'_>) {
        for repeats in docset.repeats().by_locale().filter(|repeats| repeats.len() > self.at_least) {
            for comparable in comparable(docset, repeats) {
                self.compare(docset, &comparable, out);
            }
        }
    }
}

/// Those of `repeats` that the same words fit: of one kind, with or without code. None for a lone word.
fn comparable(docset: &DocsetView<'_>, repeats: &[Repeat]) -> Vec<Vec<Repeat>> {
    let page = docset.document(repeats[0].document);
    let source = folded(docset.segment(repeats[0]).source.as_str());
    if content_words(&source, page.source_locale().language()).nth(1).is_none() {
        return Vec::new();
    }
    let mut groups: BTreeMap<(&str, bool), Vec<Repeat>> = BTreeMap::new();
    for &repeat in repeats {
        let segment = docset.segment(repeat);
        let code = segment.source.as_str().contains('`');
        groups.entry((segment.kind.name(), code)).or_default().push(repeat);
    }
    groups.into_values().collect()
}

/// The places of one wording.
struct Wording {
    key: u64,
    places: Vec<Repeat>,
}

impl InconsistentTranslation {
    /// Tells which of `repeats` have other words than most.
    fn compare(&self, docset: &DocsetView<'_>, repeats: &[Repeat], out: &mut Sink<'_>) {
        let wordings = wordings(docset, repeats);
        let most = wordings.iter().map(|wording| wording.places.len()).max().unwrap_or_default();
        let usual = wordings.iter().find(|wording| wording.places.len() == most);
        let Some(usual) = usual.filter(|it| wordings.len() > 1 && most >= self.at_least && it.key != repeats[0].key)
        else {
            return;
        };
        let language = docset.document(repeats[0].document).target_locale().language();
        let text = folded(docset.segment(usual.places[0]).target.as_str());
        let is_odd = |wording: &&Wording| {
            let other = || folded(docset.segment(wording.places[0]).target.as_str());
            ![usual.key, repeats[0].key].contains(&wording.key) && differ(&text, &other(), language)
        };
        let odd: Vec<Repeat> = wordings.iter().filter(is_odd).flat_map(|wording| wording.places.clone()).collect();
        let agreeing = repeats.len() - odd.len();
        if agreeing as f64 >= self.share * repeats.len() as f64 {
            report(docset, usual, &odd, [agreeing, repeats.len()], out);
        }
    }
}

/// How `repeats` are worded, by loose keys, in order of their first places.
fn wordings(docset: &DocsetView<'_>, repeats: &[Repeat]) -> Vec<Wording> {
    let mut wordings: Vec<Wording> = Vec::new();
    let mut known: HashMap<u64, usize> = HashMap::new();
    for &repeat in repeats {
        let key = key(docset.segment(repeat).target.as_str());
        let index = *known.entry(key).or_insert(wordings.len());
        match wordings.get_mut(index) {
            Some(wording) => wording.places.push(repeat),
            None => wordings.push(Wording { key, places: vec![repeat] }),
        }
    }
    wordings
}

/// Reports the first of `odd` on each page.
fn report(docset: &DocsetView<'_>, usual: &Wording, odd: &[Repeat], [most, all]: [usize; 2], out: &mut Sink<'_>) {
    let mut told = HashSet::new();
    for &repeat in odd.iter().filter(|repeat| told.insert(repeat.document)) {
        let segment = docset.segment(repeat);
        let model = model(docset, segment, usual, repeat.document);
        let given = docset.segment(model).target.as_str();
        let whole = |segment: &Segment<'_>| Span::new(0, segment.target.as_str().len());
        let [span, _] = difference(segment.target.as_str(), given);
        let words = quoted(given).map_or("in other words".to_owned(), |words| format!("as {words}"));
        let found = out
            .report(repeat.at(Side::Target, span), format!("translated {words} in {most} of {all} places"))
            .also(model.at(Side::Target, whole(docset.segment(model))));
        let more = odd.iter().filter(|other| other.document == repeat.document).count() - 1;
        if more > 0 {
            found.help(format!("{more} more on this page"));
        }
        if docset.segment(model).source.as_str() == segment.source.as_str() {
            found.fix_at(repeat.at(Side::Target, whole(segment)), given, Trust::Shown);
        }
    }
}

/// The place of `usual` to hold `segment` of document `page` against: best one with the very same source, then one of
/// its page.
fn model(docset: &DocsetView<'_>, segment: &Segment<'_>, usual: &Wording, page: u32) -> Repeat {
    let unlike = |place: &&Repeat| {
        let same = docset.segment(**place).source.as_str() == segment.source.as_str();
        (!same, place.document != page)
    };
    *usual.places.iter().min_by_key(unlike).expect("a wording has a place")
}
