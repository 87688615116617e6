//! What a term is usually called, and what it is called here.

use crate::evidence::{Evidence, WordId};
use crate::model::{SegmentView, SideView};
use crate::span::Span;
use crate::text::casing;
use crate::text::forms::may_be_one_word;
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
    /// What else it is called, hardly ever; the commonest first.
    others: Vec<Other<'e>>,
}

/// What a term is called, in all its forms.
pub(super) struct Other<'e> {
    /// How it is written most.
    pub text: &'e str,
    /// Segments that have it, in any form.
    pub segments: u32,
    /// Its words in small letters, but for function words.
    content: Vec<String>,
    /// Its words in small letters, form by form.
    forms: Vec<Vec<String>>,
}

impl<'e> Called<'e> {
    /// What the known words `term` of the source are called in other translations; nothing where no one thing is usual.
    pub(super) fn of(
        evidence: &'e Evidence,
        segment: &SegmentView<'_>,
        term: Range<usize>,
        limits: Limits,
    ) -> Option<Self> {
        let term: Vec<WordId> = segment.source().known()[term].iter().map(|known| known.word).collect::<Option<_>>()?;
        let renderings = evidence.renderings(&term);
        let all = if renderings.is_empty() { 0 } else { evidence.kept_term(&term).segments };
        if all < limits.at_least {
            return None;
        }
        let mut groups: Vec<Other<'e>> = Vec::new();
        for (text, count) in renderings {
            let words = small(text.split(' '));
            let content = content(segment.target(), &words);
            match groups.iter_mut().find(|group| are_forms(&group.content, &content)) {
                Some(group) => {
                    group.segments += count;
                    group.forms.push(words);
                }
                None => groups.push(Other { text, segments: *count, content, forms: vec![words] }),
            }
        }
        groups.sort_by_key(|group| std::cmp::Reverse(group.segments));
        let usual = groups.remove(0);
        groups.retain(|other| f64::from(other.segments) <= limits.unusual * f64::from(all));
        let dominant = f64::from(usual.segments) >= limits.usual * f64::from(all);
        dominant.then_some(Self { usual: usual.text, segments: usual.segments, all, others: groups })
    }

    /// What else the term is called in the translation of `segment`, and where; nothing where what it is usually called
    /// stands there too, in any form, order, or compound.
    pub(super) fn other_in(&self, segment: &SegmentView<'_>) -> Option<(&Other<'e>, Span)> {
        let target = segment.target();
        let words = small(target.known().iter().map(|known| known.span.of(target.text())));
        let usual = content(target, &small(self.usual.split(' ')));
        let stands = |word: &String| words.iter().any(|it| may_be_one_word(it, word) || it.contains(word.as_str()));
        if usual.iter().all(stands) {
            return None;
        }
        self.others.iter().find_map(|other| {
            let found = other.forms.iter().find_map(|form| {
                let at = words.windows(form.len()).position(|it| it == form.as_slice())?;
                Some(target.known()[at].span.to(target.known()[at + form.len() - 1].span))
            });
            found.map(|span| (other, span))
        })
    }

    /// How often `term` is called what it usually is, and how often `other`.
    pub(super) fn figures(&self, term: &str, other: &Other<'_>) -> String {
        let Self { usual, segments, all, .. } = self;
        format!("`{term}` is `{usual}` in {segments} of {all} segments, and `{}` in {}", other.text, other.segments)
    }
}

fn small<'w>(words: impl Iterator<Item = &'w str>) -> Vec<String> {
    words.map(|word| casing::lower(word).into_owned()).collect()
}

/// `words` without the function words of the language of `target`; all of them where nothing would be left.
fn content(target: &SideView<'_>, words: &[String]) -> Vec<String> {
    let language = target.locale().language();
    let content: Vec<_> = words.iter().filter(|word| !language.is_function_word(word)).cloned().collect();
    if content.is_empty() { words.to_vec() } else { content }
}

/// Whether `one` and `other` are the same words in any form and order.
fn are_forms(one: &[String], other: &[String]) -> bool {
    one.len() == other.len() && one.iter().all(|word| other.iter().any(|it| may_be_one_word(word, it)))
}
