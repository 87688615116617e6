//! Which word of a segment's translation is there because of which word of its source.
//!
//! No decision which: all that go together elsewhere are tied, each pair with its strength.

use super::{Evidence, Known, WordId};
use crate::text::casing;

/// A word of the source and a word of the target that go together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tie {
    /// The word of the source: its index among the [`Known`] words of that side.
    pub source: usize,
    /// The word of the target.
    pub target: usize,
    /// How much, from 0 to 1: the share of the segments with either word in which the one accounts for the other,
    /// whichever is greater.
    pub strength: f32,
}

/// The words of both sides of one segment with all that ties them: every pair that goes together elsewhere, not the
/// likeliest only. A word that stands twice is tied twice.
#[derive(Clone, Debug, Default)]
pub struct Ties(
    /// By target, then by source.
    Vec<Tie>,
);

/// The strength of words that are equal on both sides, if nothing greater is known: names and numbers that are seen for
/// the first time.
const EQUAL: f32 = 0.5;
/// What a form that was never seen has of the ties of the forms that it resembles.
const RESEMBLANCE: f32 = 0.5;
/// Letters that two forms of one word share at least, and letters in which either may differ at the end.
const STEM: (usize, usize) = (5, 3);

/// One side: its text and its words.
pub(crate) type Words<'k> = (&'k str, &'k [Known]);

impl Ties {
    /// Ties the words of `source` and `target`, as `evidence` knows them.
    pub(crate) fn of(evidence: &Evidence, source: Words<'_>, target: Words<'_>) -> Self {
        let sources = Sources::new(evidence, source);
        let mut by_target = Vec::with_capacity(target.1.len() * 2);
        for (index, known) in target.1.iter().enumerate() {
            let first = by_target.len();
            let mut tie = |source, strength| by_target.push(Tie { source, target: index, strength });
            match known.word {
                Some(word) if evidence.origins(word).len() > 0 => sources.seen(word, &mut tie),
                _ => sources.resembling(&casing::lower(known.span.of(target.0)), &mut tie),
            }
            for source in sources.equal(known.word, known.span.of(target.0)) {
                match by_target[first..].iter_mut().find(|tie| tie.source == source) {
                    Some(tie) => tie.strength = tie.strength.max(EQUAL),
                    None => by_target.push(Tie { source, target: index, strength: EQUAL }),
                }
            }
            by_target[first..].sort_unstable_by_key(|tie| tie.source);
        }
        Self(by_target)
    }

    /// What accounts for the word `target` of the target, by source.
    pub fn origins(&self, target: usize) -> &[Tie] {
        let first = self.0.partition_point(|tie| tie.target < target);
        let last = first + self.0[first..].iter().take_while(|tie| tie.target == target).count();
        &self.0[first..last]
    }

    /// What the word `source` of the source accounts for, by target.
    pub fn translations(&self, source: usize) -> impl Iterator<Item = &Tie> {
        self.0.iter().filter(move |tie| tie.source == source)
    }
}

/// The words of a source.
struct Sources<'k> {
    evidence: &'k Evidence,
    source: Words<'k>,
    /// In the order of the vocabulary, each with its index in the text.
    sorted: Vec<(WordId, usize)>,
    /// The words of the target with the same texts, in order, each with the index of its word.
    same: Vec<(WordId, usize)>,
    /// One of 128 bits for each word: most words of a vocabulary are not here, and need not be sought.
    bits: u128,
}

fn bit(word: WordId) -> u128 {
    1 << (word.0 % u128::BITS)
}

impl<'k> Sources<'k> {
    fn new(evidence: &'k Evidence, source: Words<'k>) -> Self {
        let words = source.1.iter().enumerate().filter_map(|(index, known)| Some((known.word?, index)));
        let mut sorted: Vec<_> = words.collect();
        sorted.sort_unstable();
        let same = |known: &Known| match known.word {
            Some(word) => evidence.same(word),
            None => evidence.target().get(&casing::lower(known.span.of(source.0))),
        };
        let same = source.1.iter().enumerate().filter_map(|(index, known)| Some((same(known)?, index)));
        let mut same: Vec<_> = same.collect();
        same.sort_unstable();
        Self { evidence, source, same, bits: sorted.iter().fold(0, |bits, (word, _)| bits | bit(*word)), sorted }
    }

    /// Ties a word of the target that was seen.
    fn seen(&self, target: WordId, tie: &mut impl FnMut(usize, f32)) {
        let seen = self.evidence.target().counts(target).segments.max(1) as f32;
        for (origin, weight) in self.evidence.origins(target).filter(|(origin, _)| self.bits & bit(*origin) != 0) {
            let at = self.sorted.partition_point(|(word, _)| *word < origin);
            let mut same = self.sorted[at..].iter().take_while(|(word, _)| *word == origin).peekable();
            if same.peek().is_some() {
                let strength = (weight / seen).max(self.evidence.translates(origin, target) as f32);
                same.for_each(|(_, index)| tie(*index, strength));
            }
        }
    }

    /// Ties a form that was never seen like the forms that it resembles.
    fn resembling(&self, form: &str, tie: &mut impl FnMut(usize, f32)) {
        let (shared, differing) = STEM;
        let letters = form.chars().count();
        let stem: String = form.chars().take(letters.saturating_sub(differing).max(shared)).collect();
        if letters < shared || form.bytes().any(|byte| byte.is_ascii_digit()) {
            return;
        }
        let vocabulary = self.evidence.target();
        let is_form = |word: &WordId| vocabulary.text(*word).chars().count() <= stem.chars().count() + differing;
        let mut found: Vec<(usize, f32)> = Vec::new();
        for word in vocabulary.starting_with(&stem).filter(is_form) {
            self.seen(word, &mut |source, strength| found.push((source, strength)));
        }
        found.sort_unstable_by(|one, other| one.0.cmp(&other.0).then(other.1.total_cmp(&one.1)));
        found.dedup_by_key(|(source, _)| *source);
        for (source, strength) in found {
            tie(source, strength * RESEMBLANCE);
        }
    }

    /// The words that are equal to a word of the target, but for their case.
    fn equal(&self, target: Option<WordId>, text: &str) -> Vec<usize> {
        if let Some(target) = target {
            let at = self.same.partition_point(|(word, _)| *word < target);
            return self.same[at..].iter().take_while(|(word, _)| *word == target).map(|(_, index)| *index).collect();
        }
        let is_equal = |index: &usize| {
            let other = self.source.1[*index].span.of(self.source.0);
            other.len() == text.len() && casing::lower(other) == casing::lower(text)
        };
        (0..self.source.1.len()).filter(is_equal).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::{Draft, Learner};
    use crate::locale::Locale;
    use crate::text::words::words;

    /// Subjects, verbs and objects in all ways: English, Swedish.
    fn learned() -> Evidence {
        let subjects = [("The customer", "Kunden"), ("The supplier", "Leverantören"), ("The seller", "Säljaren")];
        let verbs = [("sees", "ser"), ("opens", "öppnar"), ("closes", "stänger"), ("deletes", "raderar")];
        let objects = [("the order", "ordern"), ("the invoice", "fakturan"), ("the page", "sidan")];
        let texts = subjects.into_iter().flat_map(|(subject, vem)| {
            let pairs = verbs.into_iter().flat_map(move |verb| objects.into_iter().map(move |object| (verb, object)));
            pairs.map(move |((verb, gör), (object, vad))| {
                (format!("{subject} {verb} {object}."), format!("{vem} {gör} {vad}."))
            })
        });
        let texts: Vec<_> = texts.collect();
        let mut learner = Learner::new(Locale::english(), Locale::parse("sv").unwrap());
        for (source, target) in &texts {
            let mut draft = Draft::default();
            draft.add(source, target);
            learner.add(draft);
        }
        learner.learn()
    }

    /// The words of `target`, each with the word of `source` that accounts for it most.
    fn best<'t>(source: &'t str, target: &'t str) -> Vec<(&'t str, Option<&'t str>)> {
        let evidence = learned();
        let read = |side: usize, text: &'t str| evidence.read(side, text, &words(text));
        let (ours, theirs) = (read(1, target), read(0, source));
        let ties = Ties::of(&evidence, (source, &theirs), (target, &ours));
        let origin = |index: usize| {
            let best = ties.origins(index).iter().max_by(|one, other| one.strength.total_cmp(&other.strength));
            best.map(|tie| theirs[tie.source].span.of(source))
        };
        for (index, word) in theirs.iter().enumerate() {
            assert!(ties.translations(index).all(|tie| tie.source == index), "{}", word.span.of(source));
        }
        ours.iter().enumerate().map(|(index, word)| (word.span.of(target), origin(index))).collect()
    }

    #[test]
    fn words_are_tied_to_what_they_are_there_for() {
        let found = best("The seller opens the page.", "Sidan öppnar säljaren.");
        assert_eq!(found, [("Sidan", Some("page")), ("öppnar", Some("opens")), ("säljaren", Some("seller"))]);
    }

    #[test]
    fn equal_words_and_unseen_forms_are_tied_too() {
        let found = best("Contoso deletes 12 invoices, the invoice.", "Contoso raderar 12 fakturor.");
        assert_eq!(found[0], ("Contoso", Some("Contoso")));
        assert_eq!(found[2], ("12", Some("12")));
        assert_eq!(found[3], ("fakturor", Some("invoice")));
        assert_eq!(
            best("The customer waits.", "Något helt annat."),
            [("Något", None), ("helt", None), ("annat", None)]
        );
    }
}
