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
pub struct Ties {
    /// By target, then by source.
    by_target: Vec<Tie>,
    /// By source, then by target.
    by_source: Vec<Tie>,
}

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
        let mut sources: Vec<_> = source.1.iter().enumerate().map(|(index, known)| (known.word, index)).collect();
        sources.sort_unstable();
        let mut by_target = Vec::new();
        for (index, known) in target.1.iter().enumerate() {
            let first = by_target.len();
            let mut tie = |word: WordId, strength: f32| {
                let at = sources.partition_point(|(id, _)| *id < Some(word));
                let same = sources[at..].iter().take_while(|(id, _)| *id == Some(word));
                by_target.extend(same.map(|(_, source)| Tie { source: *source, target: index, strength }));
            };
            match known.word {
                Some(word) if evidence.origins(word).next().is_some() => tie_seen(evidence, word, &mut tie),
                _ => tie_resembling(evidence, &casing::lower(known.span.of(target.0)), &mut tie),
            }
            tie_equal(&mut by_target, first, index, source.1, |at| {
                is_equal(evidence, (source.0, source.1[at]), (target.0, *known))
            });
            by_target[first..].sort_unstable_by_key(|tie| tie.source);
        }
        let mut by_source = by_target.clone();
        by_source.sort_by_key(|tie| tie.source);
        Self { by_target, by_source }
    }

    /// What accounts for the word `target` of the target, by source.
    pub fn origins(&self, target: usize) -> &[Tie] {
        let first = self.by_target.partition_point(|tie| tie.target < target);
        let last = self.by_target.partition_point(|tie| tie.target <= target);
        &self.by_target[first..last]
    }

    /// What the word `source` of the source accounts for, by target.
    pub fn translations(&self, source: usize) -> &[Tie] {
        let first = self.by_source.partition_point(|tie| tie.source < source);
        let last = self.by_source.partition_point(|tie| tie.source <= source);
        &self.by_source[first..last]
    }
}

/// Ties a word of the target that was seen.
fn tie_seen(evidence: &Evidence, target: WordId, tie: &mut impl FnMut(WordId, f32)) {
    for (source, _) in evidence.origins(target) {
        let strength = evidence.explains(source, target).max(evidence.translates(source, target));
        tie(source, strength as f32);
    }
}

/// Ties a form that was never seen like the forms that it resembles.
fn tie_resembling(evidence: &Evidence, form: &str, tie: &mut impl FnMut(WordId, f32)) {
    let (shared, differing) = STEM;
    let letters = form.chars().count();
    let stem: String = form.chars().take(letters.saturating_sub(differing).max(shared)).collect();
    if letters < shared || form.bytes().any(|byte| byte.is_ascii_digit()) {
        return;
    }
    let mut found: Vec<(WordId, f32)> = Vec::new();
    let is_form = |word: &WordId| evidence.target().text(*word).chars().count() <= stem.chars().count() + differing;
    for word in evidence.target().starting_with(&stem).filter(is_form) {
        tie_seen(evidence, word, &mut |source, strength| found.push((source, strength)));
    }
    found.sort_unstable_by(|one, other| one.0.cmp(&other.0).then(other.1.total_cmp(&one.1)));
    found.dedup_by_key(|(source, _)| *source);
    found.into_iter().for_each(|(source, strength)| tie(source, strength * RESEMBLANCE));
}

/// Whether two words, each with its text, are equal but for their case.
fn is_equal(evidence: &Evidence, source: (&str, Known), target: (&str, Known)) -> bool {
    match (source.1.word, target.1.word) {
        (Some(one), Some(other)) => evidence.same(one) == Some(other),
        _ => casing::lower(source.1.span.of(source.0)) == casing::lower(target.1.span.of(target.0)),
    }
}

/// Ties the word `target` with those of `source` that are `equal`; its ties so far begin at `first`.
fn tie_equal(ties: &mut Vec<Tie>, first: usize, target: usize, source: &[Known], equal: impl Fn(usize) -> bool) {
    for at in (0..source.len()).filter(|&at| equal(at)) {
        match ties[first..].iter_mut().find(|tie| tie.source == at) {
            Some(tie) => tie.strength = tie.strength.max(EQUAL),
            None => ties.push(Tie { source: at, target, strength: EQUAL }),
        }
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
            assert!(ties.translations(index).iter().all(|tie| tie.source == index), "{}", word.span.of(source));
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
