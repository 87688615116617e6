//! `untranslated-label`

use super::kept_words::KeptWords;
use crate::check::DocsetCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::locale::Language;
use crate::model::{DocsetView, Repeat, Side};
use crate::span::Span;
use crate::text::loose::{content_words, folded, key};
use std::collections::HashSet;

declare_check! {
    /// A name, heading or label is left as in the source, though it is translated elsewhere.
    ///
    /// A few words without grammar look alike whether somebody decided to keep them or forgot them; what was done in
    /// other places tells. Reported is a text that most other places of the locale translate (three or more), or that
    /// two or more other languages translate while the locale itself, in other texts, hardly ever keeps one of its
    /// words. Labels in small letters are mostly keys, and are let pass.
    ///
    /// ```fails
    /// en | Unit price
    /// it | Prezzo unitario
    /// en | **Unit price**
    /// it | **Prezzo unitario**
    /// en | Unit price:
    /// it | Prezzo unitario:
    /// en | Unit price
    /// it | Unit price
    ///      ^^^^^^^^^^
    /// ```
    ///
    /// ```passes
    /// en | Status
    /// nl | Toestand
    /// en | Status
    /// nl | Status
    /// ```
    pub static UNTRANSLATED_LABEL: Docset<UntranslatedLabel> = {
        id: "untranslated-label",
        category: Completeness,
        severity: Warning,
        confidence: Medium,
        fix: Shown,
        mqm: "accuracy/untranslated",
        its: "untranslated",
        yields_to: ["untranslated-segment", "untranslated-sentence", "untranslated-fragment", "untranslated-word"],
        since: "0.1.0",
    }
}

/// Options of `untranslated-label`.
#[derive(Debug, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct UntranslatedLabel {
    /// The fewest other places of the locale that show that a text is translated.
    pub at_least: usize,
    /// The share of places, from 0 to 1, that must translate it.
    pub share: f64,
    /// The fewest other languages that show it.
    pub languages: usize,
}

impl Default for UntranslatedLabel {
    fn default() -> Self {
        Self { at_least: 3, share: 0.75, languages: 2 }
    }
}

/// Above this share of texts that keep a word it is a word of the language, or a name.
const MOSTLY_KEPT: f64 = 0.5;

/// At most this share of texts keep a word that the locale translates.
const HARDLY_KEPT: f64 = 0.15;

/// The fewest texts with a word that show it.
const ENOUGH: usize = 8;

/// The most words of a label. Longer texts have grammar, which tells more.
const MOST: usize = 8;

/// A text that one locale leaves as it is in some places.
struct Candidate<'d> {
    /// Where it does.
    left: Vec<Repeat>,
    /// Where it does not.
    translated: Vec<Repeat>,
    /// Other locales that have the text, and how many of them mostly translate it.
    others: [usize; 2],
    /// The words of the text, folded.
    words: Vec<String>,
    language: &'d Language,
}

impl DocsetCheck for UntranslatedLabel {
    fn check(&self, docset: &DocsetView<'_>, out: &mut Sink<'_>) {
        let mut candidates = Vec::new();
        for places in docset.repeats().by_source().filter(|places| places.len() > 1) {
            candidates.extend(candidates_of(docset, places));
        }
        candidates.retain(|candidate| self.is_usual(candidate) || self.is_usual_elsewhere(candidate));
        let uses = uses(docset, &candidates);
        for candidate in &candidates {
            let here = self.is_usual(candidate) && !candidate.is_kept(&uses);
            if here || self.is_usual_elsewhere(candidate) && candidate.is_translated(&uses) {
                report(docset, candidate, here, out);
            }
        }
    }
}

impl UntranslatedLabel {
    /// Whether most places of the locale translate it.
    fn is_usual(&self, candidate: &Candidate<'_>) -> bool {
        let (left, translated) = (candidate.left.len(), candidate.translated.len());
        translated >= self.at_least && translated as f64 >= self.share * (left + translated) as f64
    }

    /// Whether all other locales that have it translate it.
    fn is_usual_elsewhere(&self, candidate: &Candidate<'_>) -> bool {
        let [all, translate] = candidate.others;
        translate >= self.languages && translate == all
    }
}

impl Candidate<'_> {
    /// Whether the locale translates each of its content words, wherever they stand.
    fn is_translated(&self, uses: &KeptWords) -> bool {
        let content = content_words(&self.words.join(" "), self.language).count();
        let is_translated = |[all, kept]: [usize; 2]| all >= ENOUGH && kept as f64 <= HARDLY_KEPT * all as f64;
        content > 0 && self.words.iter().all(|word| is_translated(self.uses_of(word, uses)))
    }

    fn uses_of(&self, word: &str, uses: &KeptWords) -> [usize; 2] {
        uses.of(self.left[0].locale, word)
    }

    /// Whether one of its words is mostly kept, wherever it stands.
    fn is_kept(&self, uses: &KeptWords) -> bool {
        let kept = |word: &String| {
            let [all, kept] = self.uses_of(word, uses);
            kept as f64 > MOSTLY_KEPT * all as f64
        };
        self.words.iter().any(kept)
    }
}

/// What each locale that leaves some of `places`, all of one source, as they are makes of them.
fn candidates_of<'d>(docset: &DocsetView<'d>, places: &[Repeat]) -> Vec<Candidate<'d>> {
    let is_left = |repeat: &Repeat| is_left(docset, *repeat);
    let label = |repeat: &Repeat| is_label(docset.segment(*repeat).source.as_str());
    let locales = places.chunk_by(|one, other| one.locale == other.locale);
    let locales: Vec<[Vec<Repeat>; 2]> = locales
        .map(|places| {
            let (left, translated) = places.iter().filter(|place| label(place)).partition(|place| is_left(place));
            [left, translated]
        })
        .collect();
    let speaks = locales.iter().filter(|[left, translated]| !left.is_empty() || !translated.is_empty());
    let translate = locales.iter().filter(|[left, translated]| translated.len() > left.len()).count();
    let all = speaks.count();
    let leaving = locales.into_iter().filter(|[left, _]| !left.is_empty());
    let candidates = leaving.map(|[left, translated]| {
        let folded = folded(docset.segment(left[0]).source.as_str());
        let own = usize::from(translated.len() > left.len());
        let language = docset.document(left[0].document).source_locale().language();
        Candidate {
            words: telling_words(&folded, language),
            language,
            others: [all - 1, translate - own],
            left,
            translated,
        }
    });
    candidates.filter(|candidate| (1..=MOST).contains(&candidate.words.len())).collect()
}

/// Whether the translation at `place` is its source but for what the loose key leaves out.
fn is_left(docset: &DocsetView<'_>, place: Repeat) -> bool {
    /// How much longer markup and punctuation may make one of two texts that are the same.
    const LOOSE: usize = 16;
    let segment = docset.segment(place);
    let (source, target) = (segment.source.as_str(), segment.target.as_str());
    let first = |text: &str| text.bytes().find(u8::is_ascii_alphabetic).map(|byte| byte.to_ascii_lowercase());
    source.len().abs_diff(target.len()) <= LOOSE && first(source) == first(target) && key(target) == place.key
}

/// Whether `text` begins with a capital and is no code: `Offer_Name` is the name of a field.
fn is_label(text: &str) -> bool {
    let begins = || text.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase);
    let joined = || {
        text.as_bytes()
            .windows(3)
            .any(|it| it[1] == b'_' && it[0].is_ascii_alphanumeric() && it[2].is_ascii_alphanumeric())
    };
    begins() && !text.contains('`') && !joined()
}

/// The words of a [`folded`] text that tell whether it was forgotten: the content words, or all of one that has none.
fn telling_words(folded: &str, language: &Language) -> Vec<String> {
    let content: Vec<String> = content_words(folded, language).map(str::to_owned).collect();
    if content.is_empty() {
        folded.split(' ').filter(|word| !word.contains('0')).map(str::to_owned).collect()
    } else {
        content
    }
}

/// How the words of `candidates` are used in their locales.
fn uses(docset: &DocsetView<'_>, candidates: &[Candidate<'_>]) -> KeptWords {
    let mut uses = KeptWords::default();
    for candidate in candidates {
        candidate.words.iter().for_each(|word| uses.ask_for(candidate.left[0].locale, word));
    }
    uses.count(docset);
    uses
}

/// Reports the first place of `candidate` on each page; `here` when the locale itself shows that it is translated.
fn report(docset: &DocsetView<'_>, candidate: &Candidate<'_>, here: bool, out: &mut Sink<'_>) {
    let mut told = HashSet::new();
    for &place in candidate.left.iter().filter(|place| told.insert(place.document)) {
        let text = docset.segment(place).target.as_str();
        let start = text.len() - text.trim_start().len();
        let span = Span::new(start, start + text.trim().len());
        let (translated, all) = (candidate.translated.len(), candidate.translated.len() + candidate.left.len());
        let message = if here {
            format!("left as in the source; {translated} of {all} places translate it")
        } else {
            format!("left as in the source; {} other languages translate it", candidate.others[1])
        };
        let found = out.report(place.at(Side::Target, span), message);
        let more = candidate.left.iter().filter(|other| other.document == place.document).count() - 1;
        if more > 0 {
            found.help(format!("{more} more on this page"));
        }
        let same = |model: &Repeat| docset.segment(*model).source.as_str() == docset.segment(place).source.as_str();
        if let Some(&model) = candidate.translated.iter().min_by_key(|model| !same(model)) {
            let model_text = docset.segment(model).target.as_str();
            found.also(model.at(Side::Target, Span::new(0, model_text.len())));
            if same(&model) {
                found.fix_at(place.at(Side::Target, Span::new(0, text.len())), model_text, Trust::Shown);
            }
        }
    }
}
