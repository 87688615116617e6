//! `suspicious-invisible-character`

use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::locale::{Direction, Language, Script};
use crate::model::SegmentView;
use crate::span::Span;
use crate::text::characters;

declare_check! {
    /// The translation holds a character that does not show.
    ///
    /// Zero-width spaces, byte order marks, direction marks and control characters come along when text is pasted. They
    /// break search, links and line ends, and nobody sees why. Let pass is what the source holds as well, soft hyphens and
    /// word joiners, and what a script needs: direction marks in Arabic and Hebrew, joiners in Persian, Indic scripts and
    /// emoji, zero-width spaces in Thai and its like.
    ///
    /// ```fails
    /// en | Archive the case.
    #[doc = " nl | Archiveer het dos\u{200b}sier."]
    ///                       ^
    /// ```
    ///
    /// ```passes
    /// en | Open the file.
    #[doc = " fa | پرونده را باز می\u{200c}کنید."]
    /// ```
    ///
    /// ```passes
    #[doc = " en | Family: 👨\u{200d}👩"]
    #[doc = " de | Familie: 👨\u{200d}👩"]
    /// ```
    pub static SUSPICIOUS_INVISIBLE_CHARACTER: Segment<SuspiciousInvisibleCharacter> = {
        id: "suspicious-invisible-character",
        category: Characters,
        severity: Warning,
        confidence: High,
        fix: Safe,
        needs: [UNSEEN],
        one_sided: true,
        mqm: "design/character-formatting",
        its: "characters",
        aliases: ["zero-width-space"],
        since: "0.1.0",
    }
}

/// Options of `suspicious-invisible-character`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct SuspiciousInvisibleCharacter {}

impl SegmentCheck for SuspiciousInvisibleCharacter {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source().text(), segment.target());
        for span in characters::invisible(target.text()) {
            let found = span.of(target.text());
            if source.contains(found) || is_needed(target.text(), span, target.locale().language()) {
                continue;
            }
            let code = found.chars().next().map_or(0, u32::from);
            let message = format!("an invisible character (U+{code:04X}) stands here");
            out.report(target.at(span), message).help("take it away").fix("", Trust::Safe);
        }
    }
}

/// Whether the writing of `language` or an emoji needs the character at `span`.
fn is_needed(text: &str, span: Span, language: &Language) -> bool {
    let beside =
        text[..span.range().start].chars().next_back().into_iter().chain(text[span.range().end..].chars().next());
    let mut beside = beside.filter(|c| *c > '\u{7f}');
    match span.of(text).chars().next() {
        Some('\u{ad}' | '\u{2060}') => true,
        Some('\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') => {
            language.direction == Direction::RightToLeft || language.script == Script::Other
        }
        Some('\u{200b}') => matches!(language.script, Script::SoutheastAsian | Script::Other),
        Some('\u{200c}') => matches!(language.script, Script::Arabic | Script::Indic | Script::Other),
        // A joiner joins letters of a script that has joined forms, or emoji, which are no letters.
        Some('\u{200d}') => {
            matches!(language.script, Script::Arabic | Script::Indic | Script::Other)
                || beside.any(|c| !c.is_alphabetic())
        }
        _ => false,
    }
}
