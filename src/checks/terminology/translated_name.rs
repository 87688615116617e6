//! `translated-name`

use super::{capital_runs, stand_in, stands_among_names};
use crate::check::SegmentCheck;
use crate::declare_check;
use crate::evidence::{Evidence, Kept, WordId};
use crate::finding::Sink;
use crate::model::{SegmentView, Side, SideView};
use crate::text::names::may_begin;
use std::ops::Range;

declare_check! {
    /// A name that translations keep is translated.
    ///
    /// A reader looks for the name that the product shows; a translated one is another thing, or nothing. Which words are
    /// names is learned: one to three words in a row, with capitals, that nearly all translations keep. What stands for
    /// the name here is told by what the word is called where it is none. A name that is left out is let pass, and so
    /// are its forms and compounds (`Azures`, `Azure'un`), and a capital that only begins the sentence.
    ///
    /// ```fails
    /// learned 60 | Open Contoso Teams and run test #. | Öppna Contoso Teams och kör test #.
    /// learned 60 | The teams run test #. | Grupperna kör test #.
    /// learned 60 | Run the print test on page #. | Kör utskriften på sida #.
    /// en | Sign in to Contoso Teams now.
    /// sv | Logga in på Contoso grupperna nu.
    ///                          ^^^^^^^^^
    /// ```
    ///
    /// ```passes
    /// learned 60 | Open Contoso Teams and run test #. | Öppna Contoso Teams och kör test #.
    /// learned 60 | The teams run test #. | Grupperna kör test #.
    /// learned 60 | Run the print test on page #. | Kör utskriften på sida #.
    /// en | Sign in to Contoso Teams, and tell your teams.
    /// sv | Logga in på Contoso Teams, och säg till grupperna.
    /// en | Teams work together.
    /// sv | Grupperna arbetar tillsammans.
    /// ```
    pub static TRANSLATED_NAME: Segment<TranslatedName> = {
        id: "translated-name",
        category: Terminology,
        severity: Warning,
        confidence: Medium,
        needs: [CAPITAL],
        evidence: true,
        mqm: "terminology/wrong-term",
        its: "terminology",
        yields_to: ["mismatched-name", "missing-acronym", "broken-compound"],
        since: "0.1.0",
    }
}

/// Options of `translated-name`.
#[derive(Debug, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct TranslatedName {
    /// The share of translations, from 0 to 1, that must keep a name.
    pub kept: f64,
    /// The same at the lower end of what may lie behind what was seen: what was seen rarely is no name.
    pub surely_kept: f64,
}

impl Default for TranslatedName {
    fn default() -> Self {
        Self { kept: 0.98, surely_kept: 0.9 }
    }
}

/// Words that a name may have.
const LONGEST: usize = 3;

/// The share of translations that keep a single word whatever its case, from which on it is mostly a name.
const MOSTLY: f64 = 0.9;

impl SegmentCheck for TranslatedName {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let Some(evidence) = segment.evidence() else { return };
        let source = segment.source();
        let mut told: Vec<Range<usize>> = Vec::new();
        let is_kept = |at: usize| {
            let same = source.known()[at].word.and_then(|word| evidence.same(word));
            same.is_some_and(|same| segment.target().known().iter().any(|known| known.word == Some(same)))
        };
        // Most names are kept.
        for run in capital_runs(source).into_iter().filter(|run| !run.clone().all(is_kept)) {
            for length in (1..=LONGEST.min(run.len())).rev() {
                for start in run.start..=run.end - length {
                    let name = start..start + length;
                    let apart = told.iter().all(|it| it.end <= name.start || name.end <= it.start);
                    if apart && self.look(segment, evidence, &name, &run, out) {
                        told.push(name);
                    }
                }
            }
        }
    }
}

impl TranslatedName {
    /// Looks at the words `name` of the source, part of the `run`; whether they are reported.
    fn look(
        &self,
        segment: &SegmentView<'_>,
        evidence: &Evidence,
        name: &Range<usize>,
        run: &Range<usize>,
        out: &mut Sink<'_>,
    ) -> bool {
        let (source, target) = (segment.source(), segment.target());
        let ids: Option<Vec<WordId>> = source.known()[name.clone()].iter().map(|known| known.word).collect();
        let Some(ids) = ids else { return false };
        let is_name = |kept: Kept| kept.share() >= self.kept && kept.interval().0 >= self.surely_kept;
        let all = kept(segment, evidence, name, &ids);
        // The page itself is no witness; it is asked last, since it must be counted.
        let own = || if let [word] = ids[..] { segment.page().own(Side::Source, word) } else { Kept::default() };
        if all.share() < self.kept / 2.0 {
            return false;
        }
        let is_missing = |at: &usize| !holds(target, source.known()[*at].span.of(source.text()));
        let missing: Vec<usize> = name.clone().filter(is_missing).collect();
        if missing.is_empty() || !stands_among_names(segment, evidence, name, run) {
            return false;
        }
        let kept = all.without(own());
        if !is_name(kept) {
            return false;
        }
        let Some(span) = stand_in(segment, &missing) else { return false };
        let meant = source.known()[name.start].span.to(source.known()[name.end - 1].span);
        let (written, text) = (span.of(target.text()), meant.of(source.text()));
        out.report(target.at(span), format!("`{written}` stands for the name `{text}`"))
            .help(format!("{} of {} translations keep `{text}`", kept.kept, kept.segments))
            .also(source.at(meant));
        true
    }
}

/// How often translations keep the words `ids`, which stand at `name` of the source, as a name.
fn kept(segment: &SegmentView<'_>, evidence: &Evidence, name: &Range<usize>, ids: &[WordId]) -> Kept {
    let source = segment.source();
    let [word] = ids else { return evidence.kept_term(ids) };
    let span = source.known()[name.start].span;
    let begins = || may_begin(source.text(), span.range().start);
    let is_acronym = || source.acronyms().iter().any(|it| it.overlaps(span));
    // What is a name in one place and a word in another may be a label here; a word that begins a sentence has its
    // capital from there; an acronym is for another check.
    if evidence.kept(*word).share() < MOSTLY || begins() || is_acronym() {
        return Kept::default();
    }
    evidence.kept_capital(*word)
}

/// Whether `side` has `word`, in any case and form.
fn holds(side: &SideView<'_>, word: &str) -> bool {
    let fold = |text: &str| text.to_lowercase().replace("i\u{307}", "i").replace('ı', "i");
    side.text().contains(word) || fold(side.text()).contains(&fold(word))
}
