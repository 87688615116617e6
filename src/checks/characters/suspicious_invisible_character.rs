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
    /// emoji, zero-width spaces in Thai and its like. So are controls that are half of a character which a wrong encoding
    /// broke.
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
            if source.contains(found)
                || is_broken(target.text(), span)
                || is_needed(target.text(), span, target.locale().language())
            {
                continue;
            }
            let code = found.chars().next().map_or(0, u32::from);
            let message = format!("an invisible character (U+{code:04X}) stands here");
            out.report(target.at(span), message).help("take it away").fix("", Trust::Safe);
        }
    }
}

/// Whether the character at `span` is a control that is half of a character which a wrong encoding broke: `Ã` and U+009F
/// for `ß`. Without it, nobody could mend that.
fn is_broken(text: &str, span: Span) -> bool {
    let is_control = matches!(span.of(text).chars().next(), Some('\u{80}'..='\u{9f}'));
    is_control && characters::broken(text).iter().any(|broken| broken.contains(span))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_a_broken_character_is_no_character_of_its_own() {
        let text = "Drücken Sie die groÃ\u{9f}e Taste\u{9f}.";
        let broken: Vec<bool> = characters::invisible(text).into_iter().map(|span| is_broken(text, span)).collect();
        assert_eq!(broken, [true, false]);
    }
}
