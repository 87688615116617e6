//! What a term is usually called, and what it is called here.

use crate::evidence::{Evidence, WordId};
use crate::finding::Sink;
use crate::locale::Language;
use crate::model::{SegmentView, SideView};
use crate::span::Span;
use crate::text::caseless::Caseless;
use crate::text::forms::{Closeness, Forms};
use std::ops::Range;

/// From when on something is usual, or unusual.
#[derive(Clone, Copy)]
pub(super) struct Limits {
    /// The fewest segments with a term that tell what is usual.
    pub at_least: u32,
    /// The share of translations that must agree on one.
    pub usual: f64,
    /// The greatest share of translations that may have another.
    pub unusual: f64,
}

/// What translations call a term.
pub(super) struct Called<'e> {
    /// The commonest form of what it is usually called.
    pub usual: &'e str,
    /// Segments that call it so, in any form.
    segments: u32,
    /// Segments that have the term.
    all: u32,
    /// What else it is called, hardly ever, and how many segments call it so; the commonest first.
    others: Vec<(&'e str, u32)>,
}

/// What else a term is called in a segment.
pub(super) struct Other<'e> {
    /// How it is written.
    pub text: &'e str,
    /// Segments that write it so.
    pub segments: u32,
    /// Where it stands.
    pub span: Span,
}

impl<'e> Called<'e> {
    /// What the known words `term` of the source are called in other translations; nothing where no one thing is usual,
    /// or nothing else may stand in the target of `segment`.
    pub(super) fn of(
        evidence: &'e Evidence,
        segment: &SegmentView<'_>,
        term: Range<usize>,
        limits: Limits,
    ) -> Option<Self> {
        let term: Vec<WordId> = segment.source().known()[term].iter().map(|known| known.word).collect::<Option<_>>()?;
        let renderings = evidence.renderings(&term);
        let (usual, _) = renderings.first()?;
        let all = evidence.kept_term(&term).segments;
        if all < limits.at_least || segment.target().text().contains(usual) {
            return None;
        }
        let unusual = |count: u32| f64::from(count) <= limits.unusual * f64::from(all);
        let is_here = |text: &str| Caseless::new(text).is_in(segment.target().text());
        if !renderings.iter().any(|(text, count)| unusual(*count) && is_here(text)) {
            return None;
        }
        let language = segment.target().locale().language();
        let (same, others): (Vec<_>, Vec<_>) = renderings.iter().partition(|(text, _)| is_form(text, usual, language));
        let segments = same.iter().map(|(_, count)| count).sum();
        let others = others.into_iter().filter(|(_, count)| unusual(*count)).map(|(text, count)| (&**text, *count));
        let dominant = f64::from(segments) >= limits.usual * f64::from(all);
        dominant.then(|| Self { usual, segments, all, others: others.collect() })
    }

    /// What else the term is called in `target`, and where; nothing where the words that it is usually called stand
    /// there too, in any form and order.
    pub(super) fn other_in(&self, target: &SideView<'_>) -> Option<Other<'e>> {
        let forms = target.forms();
        let small = |word: &&str| target.locale().language().is_function_word(&word.to_lowercase());
        if self.usual.split(' ').filter(|word| !small(word)).all(|word| forms.find(word).is_some()) {
            return None;
        }
        self.others.iter().find_map(|&(text, segments)| {
            let span = forms.find_all(text, Closeness::Same).first()?.span;
            Some(Other { text, segments, span })
        })
    }

    /// Whether `other`, which `term` is called in `segment`, is to be told there: everywhere on a page that calls the
    /// term what is usual as well, else at the first place, since the page is at one with itself.
    fn is_told(&self, segment: &SegmentView<'_>, term: &str, other: &Other<'_>) -> bool {
        let (term, usual, text) = (term.to_lowercase(), self.usual.to_lowercase(), other.text.to_lowercase());
        let mut first = None;
        for (_, target) in segment.page().pairs().filter(|(source, _)| source.to_lowercase().contains(&term)) {
            let lower = target.to_lowercase();
            if lower.contains(&usual) {
                return true;
            }
            if first.is_none() && lower.contains(&text) {
                first = Some(target);
            }
        }
        first.is_none_or(|target| std::ptr::eq(target, segment.target().text()))
    }

    /// Tells what else the known words `term` of the source are called in `segment`, if anything, and if nothing was
    /// `told` at that place before.
    pub(super) fn report(
        &self,
        segment: &SegmentView<'_>,
        term: &Range<usize>,
        told: &mut Vec<Span>,
        out: &mut Sink<'_>,
    ) {
        let (source, target) = (segment.source(), segment.target());
        let meant = source.known()[term.start].span.to(source.known()[term.end - 1].span);
        let text = meant.of(source.text());
        let other = self.other_in(target).filter(|other| !told.contains(&other.span));
        if let Some(Other { text: name, segments: times, span }) = other.filter(|it| self.is_told(segment, text, it)) {
            told.push(span);
            let Self { usual, segments, all, .. } = self;
            out.report(target.at(span), format!("`{}` is usually called `{usual}`", span.of(target.text())))
                .help(format!("`{text}` is `{usual}` in {segments} of {all} segments, and `{name}` in {times}"))
                .also(source.at(meant));
        }
    }
}

/// Whether `text` may be `usual` in another form or order, or holds it.
fn is_form(text: &str, usual: &str, language: &'static Language) -> bool {
    let forms = Forms::new(text, &[Span::new(0, text.len())], language);
    let counts = |word: &&str| !language.is_function_word(&word.to_lowercase());
    text == usual || usual.split(' ').filter(counts).all(|word| forms.find(word).is_some())
}
