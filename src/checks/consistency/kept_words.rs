//! How often the translations into a locale keep a word of their sources as it is.

use crate::model::{DocsetView, Repeat};
use crate::text::loose::folded;
use std::collections::HashMap;

/// For words that were asked for, by locale, how many texts have one and how many translations keep it.
#[derive(Default)]
pub(super) struct KeptWords(HashMap<u32, Counts>);

impl KeptWords {
    /// Asks for `word`, which is folded, in the locale of number `locale`.
    pub(super) fn ask_for(&mut self, locale: u32, word: &str) {
        self.0.entry(locale).or_insert_with(Counts::new).ask_for(word);
    }

    /// Counts the texts of `docset`, each source once, until there are enough.
    pub(super) fn count(&mut self, docset: &DocsetView<'_>) {
        if self.0.is_empty() {
            return;
        }
        for place in docset.repeats().by_locale().map(|places: &[Repeat]| places[0]) {
            if let Some(counts) = self.0.get_mut(&place.locale) {
                let segment = docset.segment(place);
                counts.count(segment.source.as_str(), segment.target.as_str());
            }
        }
    }

    /// How many texts have `word`, and how many of their translations.
    pub(super) fn of(&self, locale: u32, word: &str) -> [usize; 2] {
        self.0.get(&locale).and_then(|counts| counts.words.get(word)).copied().unwrap_or_default()
    }
}

/// Texts that tell how a word is used. They come in the order of their keys, which are hashes, so the first are any.
const SAMPLE: usize = 200;

/// How many texts of a locale have a word, and how many of their translations.
struct Counts {
    words: HashMap<String, [usize; 2]>,
    /// The [shapes](shape) of the words: most words of a text have none of them, and are not looked up.
    shapes: Vec<bool>,
}

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
            let Some(counts) = self.words.get_mut(word).filter(|counts| counts[0] < SAMPLE) else { continue };
            if source.split(' ').take(at).any(|earlier| earlier == word) {
                continue;
            }
            let translation = translation.get_or_insert_with(|| folded(target));
            counts[0] += 1;
            counts[1] += usize::from(translation.split(' ').any(|other| other == word));
        }
    }
}
