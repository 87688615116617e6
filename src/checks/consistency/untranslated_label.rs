//! `untranslated-label`

use super::elsewhere::{Which, elsewhere, known};
use crate::check::DocsetCheck;
use crate::declare_check;
use crate::evidence::Kept;
use crate::finding::{Sink, Trust};
use crate::model::{DocsetView, DocumentView, Repeat, Side};
use crate::span::Span;
use crate::text::loose::{content_words, folded, key};
use hashbrown::HashSet;

declare_check! {
    /// A name, heading or label is left as in the source, though it is translated elsewhere.
    ///
    /// A few words without grammar look alike whether somebody decided to keep them or forgot them; what was done in
    /// other places tells. Reported is a text that most other places of the locale translate (three or more), or that
    /// two or more other languages translate while the locale itself, as far as its texts or the evidence show, hardly
    /// ever keeps one of its words. Labels in small letters are mostly keys, and are let pass.
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
        evidence: true,
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
const ENOUGH: u32 = 8;

/// The most words of a label. Longer texts have grammar, which tells more.
const MOST: usize = 8;

/// What one locale makes of a text.
struct Renderings {
    /// Where it is left as it is.
    left: Vec<Repeat>,
    /// Where it is not.
    translated: Vec<Repeat>,
    /// In how many places of other pages it is left, and in how many not.
    elsewhere: [usize; 2],
}

impl DocsetCheck for UntranslatedLabel {
    fn check(&self, docset: &DocsetView<'_>, out: &mut Sink<'_>) {
        for places in docset.repeats().by_source() {
            let by_locale = || places.chunk_by(|one, other| one.locale == other.locale);
            let known = || by_locale().map(|places| known(docset, places)).sum::<usize>();
            let may_show = places.len() + known() > self.at_least.min(self.languages);
            // What stands seldom shows nothing; of the rest, most is left nowhere.
            if may_show && places.iter().any(|place| is_left(docset, *place)) {
                self.look(docset, &renderings(docset, places), out);
            }
        }
    }
}

impl UntranslatedLabel {
    /// Looks at what `locales` make of one text.
    fn look(&self, docset: &DocsetView<'_>, locales: &[Renderings], out: &mut Sink<'_>) {
        let translating = locales.iter().filter(|locale| locale.mostly_translates()).count();
        for locale in locales.iter().filter(|locale| !locale.left.is_empty()) {
            let others = translating - usize::from(locale.mostly_translates());
            let all_others = others == locales.len() - 1;
            let page = docset.document(locale.left[0].document);
            let text = folded(docset.segment(locale.left[0]).source.as_str());
            let [left, translated] = locale.counts();
            let usual = translated >= self.at_least && translated as f64 >= self.share * (left + translated) as f64;
            if usual && !is_mostly_kept(&page, &text) {
                let message =
                    format!("left as in the source; {translated} of {} places translate it", left + translated);
                report(docset, locale, &message, out);
            } else if all_others && others >= self.languages && is_hardly_kept(&page, &text) {
                let message = format!("left as in the source; {others} other languages translate it");
                report(docset, locale, &message, out);
            }
        }
    }
}

impl Renderings {
    /// In how many places it is left, and in how many not.
    fn counts(&self) -> [usize; 2] {
        [self.left.len() + self.elsewhere[0], self.translated.len() + self.elsewhere[1]]
    }

    fn mostly_translates(&self) -> bool {
        let [left, translated] = self.counts();
        translated > left
    }
}

/// What each locale makes of the text of `places`, where it is a label.
fn renderings(docset: &DocsetView<'_>, places: &[Repeat]) -> Vec<Renderings> {
    let split = |places: &[Repeat]| {
        let labels = places.iter().filter(|place| is_label(docset.segment(**place).source.as_str()));
        let (left, translated): (Vec<_>, Vec<_>) = labels.partition(|place| is_left(docset, **place));
        let others = if left.is_empty() { Vec::new() } else { elsewhere(docset, places, Which::All) };
        let count = |kept: bool| others.iter().filter(|it| (key(it.0) == places[0].key) == kept).map(|it| it.1).sum();
        Renderings { left, translated, elsewhere: [count(true), count(false)] }
    };
    let locales = places.chunk_by(|one, other| one.locale == other.locale).map(split);
    locales.filter(|locale| !locale.left.is_empty() || !locale.translated.is_empty()).collect()
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
    let begins = text.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase);
    let is_joined = |at: usize| {
        let stands =
            |at: Option<usize>| at.and_then(|at| text.as_bytes().get(at)).is_some_and(u8::is_ascii_alphanumeric);
        stands(at.checked_sub(1)) && stands(Some(at + 1))
    };
    begins && !text.contains('`') && !memchr::memchr_iter(b'_', text.as_bytes()).any(is_joined)
}

/// How often translations into the language of `page` keep the content words of a [`folded`] text, each by itself;
/// nothing where nobody knows, and where the text is too long for a label.
fn kept(page: &DocumentView<'_>, text: &str) -> Vec<Kept> {
    let words: Vec<&str> = content_words(text, page.source_locale().language()).take(MOST + 1).collect();
    let Some(evidence) = page.evidence().filter(|_| words.len() <= MOST) else { return Vec::new() };
    let kept = |word: &&str| evidence.source().get(word).map_or(Kept::default(), |word| evidence.kept(word));
    words.iter().map(kept).collect()
}

/// Whether a word of `text` is a name, or a word of the language too.
fn is_mostly_kept(page: &DocumentView<'_>, text: &str) -> bool {
    kept(page, text).iter().any(|kept| kept.share() > MOSTLY_KEPT)
}

/// Whether the language translates every word of `text`.
fn is_hardly_kept(page: &DocumentView<'_>, text: &str) -> bool {
    let kept = kept(page, text);
    !kept.is_empty() && kept.iter().all(|kept| kept.segments >= ENOUGH && kept.share() <= HARDLY_KEPT)
}

/// Reports the first place on each page where `locale` leaves the text as it is.
fn report(docset: &DocsetView<'_>, locale: &Renderings, message: &str, out: &mut Sink<'_>) {
    let mut told = HashSet::new();
    for &place in locale.left.iter().filter(|place| told.insert(place.document)) {
        let text = docset.segment(place).target.as_str();
        let start = text.len() - text.trim_start().len();
        let span = Span::new(start, start + text.trim().len());
        let found = out.report(place.at(Side::Target, span), message.to_owned());
        let more = locale.left.iter().filter(|other| other.document == place.document).count() - 1;
        if more > 0 {
            found.help(format!("{more} more on this page"));
        }
        let same = |model: &Repeat| docset.segment(*model).source.as_str() == docset.segment(place).source.as_str();
        if let Some(&model) = locale.translated.iter().min_by_key(|model| !same(model)) {
            let model_text = docset.segment(model).target.as_str();
            found.also(model.at(Side::Target, Span::new(0, model_text.len())));
            if same(&model) {
                found.fix_at(place.at(Side::Target, Span::new(0, text.len())), model_text, Trust::Shown);
            }
        }
    }
}
