//! `inconsistent-translation`

use super::elsewhere::{Which, elsewhere, known};
use super::quoted;
use super::wordings::{Wording, wordings};
use crate::check::DocsetCheck;
use crate::declare_check;
use crate::evidence::wording;
use crate::finding::{Sink, Trust};
use crate::model::{DocsetView, Repeat, Segment, Side};
use crate::span::Span;
use crate::text::loose::{content_words, differ, folded, key};
use crate::text::similarity::{difference, differing, spanned};
use hashbrown::HashSet;
use std::collections::BTreeMap;

declare_check! {
    /// A text is worded otherwise than its other translations.
    ///
    /// A step, a heading, a note that stands on many pages is recognised by its words; in other words it looks like
    /// something else. Compared are segments of one kind and one locale whose source is the same but for case,
    /// markup, punctuation and the values of numbers; with evidence from other pages, a page alone is held against
    /// those. Reported is what has other words, not other forms of them or another order, where at least three places,
    /// and three in four, agree; what several pages have is another way to say it. A source of one word may be two words in
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
    /// ```fails
    /// learned 4 | Select the plan, # copies. | Selecteer het abonnement, # exemplaren.
    /// en | Select the plan, 5 copies.
    /// nl | Kies het abonnement, 5 exemplaren.
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
        evidence: true,
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
        for repeats in docset.repeats().by_locale() {
            if repeats.len() + known(docset, repeats) > self.at_least {
                for comparable in comparable(docset, repeats) {
                    let segment = docset.segment(comparable[0]);
                    // Evidence does not know code; of what a segment is it knows whether it is a title.
                    let elsewhere = match segment.source.as_str().contains('`') {
                        true => Vec::new(),
                        false if segment.is_title() => elsewhere(docset, repeats, Which::Titles),
                        false => elsewhere(docset, repeats, Which::Others),
                    };
                    self.compare(docset, &comparable, &elsewhere, out);
                }
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

impl InconsistentTranslation {
    /// Tells which of `repeats` have other words than most, of those `elsewhere` too.
    fn compare(&self, docset: &DocsetView<'_>, repeats: &[Repeat], elsewhere: &[(&str, usize)], out: &mut Sink<'_>) {
        let wordings = wordings(docset, repeats, elsewhere);
        let most = wordings.iter().map(Wording::count).max().unwrap_or_default();
        let usual = wordings.iter().find(|wording| wording.count() == most);
        let Some(usual) = usual.filter(|it| wordings.len() > 1 && most >= self.at_least && it.key != repeats[0].key)
        else {
            return;
        };
        let language = docset.document(repeats[0].document).target_locale().language();
        let text = folded(&usual.text);
        let is_odd = |wording: &&Wording<'_>| {
            ![usual.key, repeats[0].key].contains(&wording.key) && differ(&text, &folded(&wording.text), language)
        };
        let odd: Vec<&Wording<'_>> = wordings.iter().filter(is_odd).collect();
        let all: usize = wordings.iter().map(Wording::count).sum();
        let agreeing = all - odd.iter().map(|wording| wording.count()).sum::<usize>();
        if agreeing as f64 >= self.share * all as f64 {
            let lone = odd.iter().filter(|wording| wording.is_lone());
            let places: Vec<Repeat> = lone.flat_map(|wording| wording.places.iter().copied()).collect();
            report(docset, usual, &places, [agreeing, all], out);
        }
    }
}

/// Reports the first of `odd` on each page.
fn report(docset: &DocsetView<'_>, usual: &Wording<'_>, odd: &[Repeat], [most, all]: [usize; 2], out: &mut Sink<'_>) {
    let mut told = HashSet::new();
    for &repeat in odd.iter().filter(|repeat| told.insert(repeat.document)) {
        let segment = docset.segment(repeat);
        let model = usual.model(docset, segment, repeat.document);
        let given = model.map_or(&*usual.text, |model| docset.segment(model).target.as_str());
        let span = match model {
            Some(_) => difference(segment.target.as_str(), given)[0],
            None => other_words(segment.target.as_str(), given),
        };
        let words = quoted(given).map_or("in other words".to_owned(), |words| format!("as {words}"));
        let message = format!("translated {words} in {most} of {all} places");
        let found = out.report(repeat.at(Side::Target, span), message);
        let more = odd.iter().filter(|other| other.document == repeat.document).count() - 1;
        if more > 0 {
            found.help(format!("{more} more on this page"));
        }
        let whole = |segment: &Segment<'_>| Span::new(0, segment.target.as_str().len());
        let Some(model) = model else { continue };
        found.also(model.at(Side::Target, whole(docset.segment(model))));
        if docset.segment(model).source.as_str() == segment.source.as_str() {
            found.fix_at(repeat.at(Side::Target, whole(segment)), given, Trust::Shown);
        }
    }
}

/// Where `text` has other words than `given`, which has a space between its own.
fn other_words(text: &str, given: &str) -> Span {
    let spans = wording(text);
    let mine: Vec<u64> = spans.iter().map(|word| key(word.of(text))).collect();
    let [range, _] = differing(&mine, &given.split([' ', '\'']).map(key).collect::<Vec<_>>());
    spanned(text, &spans, range)
}
