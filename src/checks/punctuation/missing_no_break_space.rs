//! `missing-no-break-space`

use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::model::SegmentView;
use crate::span::Span;

declare_check! {
    /// The no-break space that French sets before a mark is missing.
    ///
    /// The rules of the Imprimerie nationale ask for one before `:`, `;`, `!`, `?` and inside « »: where none stands, or a
    /// blank that may part them, the mark may begin the next line. Pedantic: many sites do without it, and Canadian
    /// French does so by rule before all but the colon. Times, addresses, ratios, drives, smileys and code are exempt.
    ///
    /// ```fails
    /// en | What happens if no agent is available?
    /// fr | Que se passe-t-il si aucun agent n'est disponible?
    ///                                                       ^
    /// ```
    ///
    /// ```fails
    /// en | Select "All hives"; the list opens.
    /// fr | Sélectionnez « Toutes les ruches » ; la liste s’ouvre.
    ///                    ^                 ^ ^
    /// ```
    ///
    /// ```passes
    /// en | At 10:30: open https://example.com?a=b!
    /// fr | À 10:30 : ouvrez https://example.com?a=b !
    /// ```
    ///
    /// ```passes
    /// en | The scale is 1 : 20; copy it to drive C: and smile :)
    /// fr | L’échelle est 1 : 20 ; copiez-la sur le lecteur C: et souriez :)
    /// ```
    ///
    /// ```passes
    /// en | Do you want that? Yes; "now"!
    /// fr-CA | Le voulez-vous? Oui; « maintenant »!
    /// ```
    pub static MISSING_NO_BREAK_SPACE: Segment<MissingNoBreakSpace> = {
        id: "missing-no-break-space",
        category: Spacing,
        severity: Info,
        confidence: Medium,
        audience: Pedantic,
        fix: Safe,
        needs: [PUNCTUATION, NON_ASCII],
        one_sided: true,
        languages: ["fr"],
        mqm: "linguistic-conventions/punctuation",
        its: "whitespace",
        since: "0.1.0",
    }
}

/// Options of `missing-no-break-space`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MissingNoBreakSpace {}

impl SegmentCheck for MissingNoBreakSpace {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let target = segment.target();
        let text = target.text();
        let canadian = target.locale().region() == Some("CA");
        for (at, mark) in text.match_indices([':', ';', '!', '?', '»', '«']) {
            let asked = !canadian || matches!(mark, ":" | "«" | "»");
            let span = Span::new(at, at + mark.len());
            if !asked || !target.is_prose(span) {
                continue;
            }
            let opens = mark == "«";
            let Some(gap) = (if opens { behind(text, span) } else { before(text, span) }) else { continue };
            let side = if opens { "behind" } else { "before" };
            let (place, message) = if gap.is_empty() {
                (span, format!("no space stands {side} `{mark}`"))
            } else {
                (gap, format!("a line may break {side} `{mark}`"))
            };
            out.report(target.at(place), message).fix_at(target.at(gap), "\u{a0}", Trust::Safe);
        }
    }
}

/// Characters that an entity or the name of a smiley has at most.
const LONGEST_NAME: usize = 40;

/// The gap before the closing `mark`, where a no-break space is missing: nothing, or a plain blank.
fn before(text: &str, mark: Span) -> Option<Span> {
    let (head, behind) = (&text[..mark.range().start], &text[mark.range().end..]);
    let body = head.strip_suffix(' ').unwrap_or(head);
    let plain = body.trim_end_matches(['*', '_', ')']);
    let colon = mark.of(text) == ":";
    let word = if body.len() < head.len() {
        // A ratio or a time has figures on both sides.
        let is_ratio = colon && plain.ends_with(char::is_numeric) && behind.trim_start().starts_with(char::is_numeric);
        body.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '*' | '_' | ')' | '`' | '»')) && !is_ratio
    } else {
        plain.ends_with(char::is_alphabetic)
    };
    let mut token = body.chars().rev().take_while(|c| !c.is_whitespace()).take(LONGEST_NAME);
    let is_drive = || {
        let mut letters = body.chars().rev();
        colon
            && letters.next().is_some_and(|c| c.is_ascii_uppercase())
            && letters.next().is_none_or(char::is_whitespace)
    };
    // The letter of a drive, an entity (`&amp;`), a smiley by its name (`:smile:`).
    let is_named = body.len() == head.len() && (is_drive() || token.any(|c| matches!(c, '&' | ':')));
    let is_closed = || head.rfind(['(', ')']).is_some_and(|at| head[at..].starts_with('('));
    let ends = behind.chars().next().is_none_or(|next| match next {
        ')' => is_closed(),
        '.' | ',' | ']' | '!' | '?' | ';' | ':' => mark.of(text) == "»",
        _ => next.is_whitespace() || matches!(next, '*' | '_' | '»'),
    });
    (word && ends && !is_named).then(|| Span::new(body.len(), head.len()))
}

/// The gap behind the opening `mark`, where a no-break space is missing.
fn behind(text: &str, mark: Span) -> Option<Span> {
    let rest = &text[mark.range().end..];
    let body = rest.strip_prefix(' ').unwrap_or(rest);
    let begins = body.trim_start_matches(['*', '_', '[', '`']).starts_with(char::is_alphanumeric);
    begins.then(|| Span::new(mark.range().end, text.len() - body.len()))
}
