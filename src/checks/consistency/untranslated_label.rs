//! `untranslated-label`

use crate::check::DocsetCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::locale::Language;
use crate::model::{DocsetView, Repeat, Side};
use crate::span::Span;
use crate::text::loose::{content_words, folded, key};
use std::collections::{HashMap, HashSet};

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
    /// The fewest other texts with a word that show whether the locale keeps it, where other languages speak.
    pub texts: usize,
    /// The largest share of them, from 0 to 1, that may keep it.
    pub kept: f64,
}

impl Default for UntranslatedLabel {
    fn default() -> Self {
        Self { at_least: 3, share: 0.75, languages: 2, texts: 8, kept: 0.15 }
    }
}

/// Above this share of texts that keep a word it is a word of the language, or a name.
const MOSTLY_KEPT: f64 = 0.5;

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

/// How many texts of a locale have a word, and how many of their translations.
struct Counts {
    words: HashMap<String, [usize; 2]>,
    /// The [shapes](shape) of the words: most words of a text have none of them, and are not looked up.
    shapes: Vec<bool>,
}

/// The counts of each locale.
type Uses = HashMap<u32, Counts>;

/// Length and first byte of a word, which tell most words apart at a glance.
fn shape(word: &str) -> usize {
    (word.len() & 0xf) << 8 | usize::from(word.bytes().next().unwrap_or_default())
}

impl Counts {
    fn new() -> Self {
        Self { words: HashMap::new(), shapes: vec![false; 1 << 12] }
    }

    fn ask_for(&mut self, word: &str) {
        self.shapes[shape(word)] = true;
        self.words.entry(word.to_owned()).or_default();
    }

    /// Counts the words that were asked for in one text and its translation.
    fn count(&mut self, source: &str, target: &str) {
        let (source, mut translation) = (folded(source), None);
        for (at, word) in source.split(' ').enumerate().filter(|(_, word)| self.shapes[shape(word)]) {
            let Some(counts) = self.words.get_mut(word) else { continue };
            if source.split(' ').take(at).any(|earlier| earlier == word) {
                continue;
            }
            let translation = translation.get_or_insert_with(|| folded(target));
            counts[0] += 1;
            counts[1] += usize::from(translation.split(' ').any(|other| other == word));
        }
    }
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
            if here || self.is_usual_elsewhere(candidate) && self.is_translated(candidate, &uses) {
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

    /// Whether the locale translates each of its content words, wherever they stand.
    fn is_translated(&self, candidate: &Candidate<'_>, uses: &Uses) -> bool {
        let content = content_words(&candidate.words.join(" "), candidate.language).count();
        let is_translated = |[all, kept]: [usize; 2]| all >= self.texts && kept as f64 <= self.kept * all as f64;
        content > 0 && candidate.words.iter().all(|word| is_translated(candidate.uses_of(word, uses)))
    }
}

impl Candidate<'_> {
    fn uses_of(&self, word: &str, uses: &Uses) -> [usize; 2] {
        uses.get(&self.left[0].locale).and_then(|counts| counts.words.get(word)).copied().unwrap_or_default()
    }

    /// Whether one of its words is mostly kept, wherever it stands.
    fn is_kept(&self, uses: &Uses) -> bool {
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

/// How the words of `candidates` are used in the texts of their locales, each text counted once.
fn uses(docset: &DocsetView<'_>, candidates: &[Candidate<'_>]) -> Uses {
    let mut uses: Uses = HashMap::new();
    for candidate in candidates {
        let counts = uses.entry(candidate.left[0].locale).or_insert_with(Counts::new);
        candidate.words.iter().for_each(|word| counts.ask_for(word));
    }
    for places in docset.repeats().by_locale() {
        if let Some(counts) = uses.get_mut(&places[0].locale) {
            let segment = docset.segment(places[0]);
            counts.count(segment.source.as_str(), segment.target.as_str());
        }
    }
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
