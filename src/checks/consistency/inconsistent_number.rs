//! `inconsistent-number`

use super::otherwise::{has_example, may_be_added, may_be_said};
use super::{Counterparts, is_enough};
use crate::check::DocsetCheck;
use crate::checks::numbers::{Difference, expected_place};
use crate::declare_check;
use crate::finding::Sink;
use crate::model::{DocsetView, SegmentView};
use crate::text::numbers::shows;

declare_check! {
    /// A number is missing or added in one language alone.
    ///
    /// Small and round numbers may be put in words, so one page cannot tell that one was lost; where at least two other
    /// languages of the page, and three in four, have it in digits and this one has it neither in digits nor in words,
    /// it was. The same holds for a number that no other language has. Ordinals, halves and names of spans of time
    /// (`7 days`, `a week`) count as words; the year of a date may be added. What a page tells by itself is told by
    /// `missing-number` and `added-number`.
    ///
    /// ```fails page
    /// -- it/a.jsonl
    /// {"source": "Wait 5 minutes.", "target": "Attendere 5 minuti.", "target_locale": "it"}
    /// -- pl/a.jsonl
    /// {"source": "Wait 5 minutes.", "target": "Poczekaj 5 minut.", "target_locale": "pl"}
    /// -- sv/a.jsonl
    /// {"source": "Wait 5 minutes.", "target": "Vänta några minuter.", "target_locale": "sv"}
    ///                                                ^^^^^
    /// ```
    ///
    /// ```passes page
    /// -- it/a.jsonl
    /// {"source": "Wait 5 minutes.", "target": "Attendere 5 minuti.", "target_locale": "it"}
    /// -- pl/a.jsonl
    /// {"source": "Wait 5 minutes.", "target": "Poczekaj 5 minut.", "target_locale": "pl"}
    /// -- sv/a.jsonl
    /// {"source": "Wait 5 minutes.", "target": "Vänta fem minuter.", "target_locale": "sv"}
    /// ```
    ///
    /// ```fails page
    /// -- it/a.jsonl
    /// {"source": "a six-month trial", "target": "una prova di 6 mesi", "target_locale": "it"}
    /// -- pl/a.jsonl
    /// {"source": "a six-month trial", "target": "sześciomiesięczny okres próbny", "target_locale": "pl"}
    /// -- sv/a.jsonl
    /// {"source": "a six-month trial", "target": "en provperiod på 3 månader", "target_locale": "sv"}
    ///                                                             ^
    /// ```
    pub static INCONSISTENT_NUMBER: Docset<InconsistentNumber> = {
        id: "inconsistent-number",
        category: Consistency,
        severity: Warning,
        confidence: Medium,
        mqm: "accuracy/mistranslation",
        its: "numbers",
        yields_to: ["added-number", "mismatched-date", "mismatched-version", "missing-identifier", "missing-number"],
        since: "0.1.0",
    }
}

/// Options of `inconsistent-number`.
#[derive(Debug, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct InconsistentNumber {
    /// The fewest other languages that tell what is right.
    pub languages: usize,
    /// The share of the other languages, from 0 to 1, that must agree.
    pub share: f64,
}

impl Default for InconsistentNumber {
    fn default() -> Self {
        Self { languages: 2, share: 0.75 }
    }
}

impl DocsetCheck for InconsistentNumber {
    fn check(&self, docset: &DocsetView<'_>, out: &mut Sink<'_>) {
        // What has no space is a setting, not a text.
        let concerns = |source: &str, target: &str| !figures(source).eq(figures(target)) && source.contains(' ');
        for group in Counterparts::of(docset, self.languages, concerns) {
            let views: Vec<Compared<'_>> = group.segments.iter().map(|&it| Compared::of(docset.view(it))).collect();
            for own in &views {
                self.look(own, &views, group.languages - 1, out);
            }
        }
    }
}

/// The digits of `text`, in order: enough to pass over most texts.
fn figures(text: &str) -> impl Iterator<Item = u8> {
    text.bytes().filter(u8::is_ascii_digit)
}

/// A segment, and how its numbers differ from those of its source.
struct Compared<'d> {
    view: SegmentView<'d>,
    difference: Difference,
}

impl<'d> Compared<'d> {
    fn of(view: SegmentView<'d>) -> Self {
        Self { difference: Difference::of(&view), view }
    }
}

impl InconsistentNumber {
    /// Tells the first number of `own` that differs from most of `views` in the `others` other languages: what the
    /// target lacks before what it has too much.
    fn look(&self, own: &Compared<'_>, views: &[Compared<'_>], others: usize, out: &mut Sink<'_>) {
        let (source, target) = (own.view.source(), own.view.target());
        let elsewhere = |shown: bool, digits: &str| {
            let mut others: Vec<_> = views.iter().map(|it| it.view.target()).collect();
            others.retain(|it| it.locale() != target.locale() && shows(it.text(), digits) == shown);
            others.dedup_by_key(|it| it.locale());
            others.len()
        };
        let enough = |agreeing: &usize| is_enough(*agreeing, others, self.languages, self.share);
        let [lost, gained] = own.difference.doubtful();
        let mut gained = gained.peekable();
        if gained.peek().is_some() && has_example(source.text()) {
            return;
        }
        let lost = lost.filter(|number| !may_be_said(number, &own.view));
        for (number, having) in lost.map(|number| (number, elsewhere(true, &number.digits))) {
            if enough(&having) {
                let message = format!("{having} other languages have the number `{}`", number.span.of(source.text()));
                out.report(target.at(expected_place(&own.view, number.span)), message).also(source.at(number.span));
                return;
            }
        }
        let mut gained = gained.filter(|number| !may_be_added(number, &own.view));
        let found =
            gained.find_map(|number| Some((number, elsewhere(false, &number.digits))).filter(|it| enough(&it.1)));
        if let Some((number, lacking)) = found {
            let message = format!("{lacking} other languages have no number `{}`", number.span.of(target.text()));
            out.report(target.at(number.span), message);
        }
    }
}
