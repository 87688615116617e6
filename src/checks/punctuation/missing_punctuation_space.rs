//! `missing-punctuation-space`

use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::model::{SegmentView, SideView};
use crate::span::Span;
use crate::text::spacing::{Tight, tight_marks};

declare_check! {
    /// No space stands between a mark and the word behind it.
    ///
    /// Two words run together, and a reader sees one that does not exist. A comma or semicolon between two words is
    /// always reported; a full stop, colon, question or exclamation mark only before a word that begins a sentence,
    /// because names (`Node.js`, `ASP.NET`), addresses, abbreviations (`z.B.`) and endings (`API:er`) are written
    /// without a space. So is what the source writes without one.
    ///
    /// ```fails
    /// en | Open an example, then close it.
    /// nl | Open een voorbeeld,dan kunt u het sluiten.
    ///                        ^
    /// ```
    ///
    /// ```fails
    /// en | Choose the end. Then save.
    /// it | Scegliere la fine.Poi salvare.
    ///                       ^
    /// ```
    ///
    /// ```passes
    /// en | With Node.js, ASP.NET and APIs, e.g. at 10:30 or 2.5 MB.
    /// sv | Med Node.js, ASP.NET och API:er, t.ex. kl. 10:30 eller 2,5 MB.
    /// ```
    ///
    /// ```passes
    /// en | Columns: Name,Serial,Model
    /// pl | Kolumny: Nazwa,Numer,Model
    /// ```
    pub static MISSING_PUNCTUATION_SPACE: Segment<MissingPunctuationSpace> = {
        id: "missing-punctuation-space",
        category: Spacing,
        severity: Warning,
        confidence: High,
        fix: Safe,
        needs: [TIGHT_MARK],
        one_sided: true,
        mqm: "linguistic-conventions/punctuation",
        its: "whitespace",
        since: "0.1.0",
    }
}

/// Options of `missing-punctuation-space`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MissingPunctuationSpace {}

impl SegmentCheck for MissingPunctuationSpace {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source(), segment.target());
        let found = tight_marks(target.text());
        if found.is_empty() {
            return;
        }
        // Values parted by commas are data, as the source would show.
        if segment.is_one_sided() && found.len() > 1 {
            return;
        }
        let habits = tight_marks(source.text());
        for tight in found {
            let mark = tight.mark.of(target.text());
            let habit = habits.iter().any(|habit| habit.mark.of(source.text()) == mark);
            if !habit && is_glued(target, &tight) {
                let place = Span::empty(tight.mark.range().end);
                let message = format!("no space stands between `{mark}` and `{}`", tight.after.of(target.text()));
                out.report(target.at(tight.mark), message).fix_at(target.at(place), " ", Trust::Safe);
            }
        }
    }
}

/// Whether two words of the language run together.
fn is_glued(target: &SideView<'_>, tight: &Tight) -> bool {
    let text = target.text();
    let whole = tight.before.to(tight.after);
    let (before, after) = (tight.before.of(text), tight.after.of(text));
    let long = |word: &str, least| word.chars().count() >= least;
    let sentence = || {
        let mut letters = after.chars();
        let begins = letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase);
        long(before, 3) && before.chars().all(char::is_lowercase) && begins && !is_dotted(text, whole)
    };
    let shape = match tight.mark.of(text) {
        "," | ";" => long(before, 2) && long(after, 2),
        _ => long(after, 2) && sentence(),
    };
    shape && target.is_prose(whole) && !target.identifiers().iter().any(|identifier| identifier.span.overlaps(whole))
}

/// Whether a name goes on beyond `whole`: `my.Company.Name`, `user@host.Name`, `a/b.Name`, `call.Name()`.
fn is_dotted(text: &str, whole: Span) -> bool {
    let joins = |c: char| matches!(c, '.' | '@' | '/' | '\\' | '_' | '-' | ':');
    let behind = &text[whole.range().end..];
    let mut next = behind.chars();
    text[..whole.range().start].ends_with(joins)
        || behind.starts_with('(')
        || next.next().is_some_and(joins) && next.next().is_some_and(char::is_alphanumeric)
}
