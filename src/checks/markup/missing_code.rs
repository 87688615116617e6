//! `missing-code`

use super::{about, code};
use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::model::SegmentView;
use crate::span::Span;

declare_check! {
    /// Inline code of the source is missing in the translation.
    ///
    /// A reader who is told to run, set or look for something has to see it, and see that it is code: words lose
    /// their meaning as code without the backticks. Code that is named twice and once translated by a pronoun is no
    /// fault.
    ///
    /// ```fails
    /// en | Set the variable `PATH` first.
    /// de | Legen Sie zuerst die Variable PATH fest.
    ///                                    ^^^^
    /// ```
    ///
    /// ```passes
    /// en | If `a` is empty, `a` is skipped.
    /// nl | Als `a` leeg is, wordt die overgeslagen.
    /// ```
    pub static MISSING_CODE: Segment<MissingCode> = {
        id: "missing-code",
        category: Markup,
        severity: Warning,
        confidence: Medium,
        fix: Unsafe,
        needs: [BACKTICK],
        mqm: "accuracy/omission",
        its: "omission",
        since: "0.1.0",
    }
}

/// Options of `missing-code`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MissingCode {}

impl SegmentCheck for MissingCode {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source(), segment.target());
        for code in code::pair(segment).unwrap_or_default().missing {
            let name = code.inner.of(source.text());
            match plain(target.text(), name) {
                Some(span) if target.is_prose(span) => {
                    out.report(target.at(span), format!("`{name}` is no longer marked as code"))
                        .fix(code.span.of(source.text()), Trust::Unsafe)
                        .also(source.at(code.span));
                }
                Some(_) => {}
                None => {
                    let place = target.at(about(source, code.span, target));
                    out.report(place, format!("the code `{name}` is missing")).also(source.at(code.span));
                }
            }
        }
    }
}

/// Where `name` stands in `text` as words of its own.
fn plain(text: &str, name: &str) -> Option<Span> {
    let borders = |at: usize| {
        let inner = |c: char| c.is_alphanumeric() && c.is_ascii();
        !text[..at].ends_with(inner) && !text[at + name.len()..].starts_with(inner)
    };
    let found = text.match_indices(name).map(|(at, _)| at).find(|&at| borders(at))?;
    (!name.is_empty()).then(|| Span::new(found, found + name.len()))
}
