//! `missing-punctuation-space`

use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::locale::Script;
use crate::model::{SegmentView, SideView};
use crate::span::Span;
use crate::text::spacing::{Tight, parentheses, tight_marks, tight_parentheses};
use crate::text::traits::Traits;

declare_check! {
    /// No space stands between a mark and the word behind it.
    ///
    /// Two words run together, and a reader sees one that does not exist. A comma or semicolon between two words is
    /// always reported; a full stop, colon, question or exclamation mark only before a word that begins a sentence,
    /// because names (`Node.js`, `ASP.NET`), addresses, abbreviations (`z.B.`) and endings (`API:er`) are written
    /// without a space. So is what the source writes without one. A parenthesis is told where that of the source stands
    /// apart from the words around it.
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
    /// ```fails
    /// en | Open the file. Open the page. Then it is there.
    /// de | Öffnen Sie die Datei.Rufen Sie die Seite auf.Dann ist sie da.
    ///                          ^                       ^
    /// ```
    ///
    /// ```fails
    /// en | The file (a copy) is opened.
    /// de | Die Datei(eine Kopie)wird geöffnet.
    ///               ^          ^
    /// ```
    ///
    /// ```passes
    /// en | Use System.Text. The files (and the print(x) call) are in Data.Store.
    /// de | Verwenden Sie System.Text. Die Datei(en) (und der Aufruf von print(x)) sind in Data.Store.
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
        needs: [TIGHT_MARK, PARENTHESIS],
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
        if target.traits().has(Traits::PARENTHESIS) {
            parentheses_of(segment, out);
        }
        let found = if target.traits().has(Traits::TIGHT_MARK) { tight_marks(target.text()) } else { Vec::new() };
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
            if !habit && is_glued(segment, &tight) {
                let place = Span::empty(tight.mark.range().end);
                let message = format!("no space stands between `{mark}` and `{}`", tight.after.of(target.text()));
                out.report(target.at(tight.mark), message).fix_at(target.at(place), " ", Trust::Safe);
            }
        }
    }
}

/// Reports parentheses that a word touches from outside, where those of the source stand apart from the words around
/// them. A plural (`Datei(en)`) has no counterpart in the source.
fn parentheses_of(segment: &SegmentView<'_>, out: &mut Sink<'_>) {
    let (source, target) = (segment.source(), segment.target());
    let language = target.locale().language();
    let found = tight_parentheses(target.text());
    let attaches = !language.has_word_spaces() || language.has_glued_prefixes() || language.script == Script::Hangul;
    let is_like =
        || parentheses(source.text()) == parentheses(target.text()) && tight_parentheses(source.text()).is_empty();
    if found.is_empty() || attaches || !is_like() {
        return;
    }
    for (mark, word) in found {
        let opens = word.end == mark.start;
        let inner = || target.text()[mark.range().end..].split(')').next().unwrap_or_default();
        let is_text = !opens || inner().contains(' ') || inner().chars().count() > 4 || is_capital(inner());
        // An ending may stand behind a bracket (`(VM)ler`).
        let is_word = word.of(target.text()).chars().count() > 2 && (opens || !language.is_agglutinative());
        if is_word && is_text && target.is_prose(mark) && !is_code(target, word.to(mark)) {
            let place = Span::empty(if opens { mark.range().start } else { mark.range().end });
            let message = format!("no space stands between `{}` and the bracket", word.of(target.text()));
            out.report(target.at(mark), message).fix_at(target.at(place), " ", Trust::Safe);
        }
    }
}

/// Whether `text` begins with a capital.
fn is_capital(text: &str) -> bool {
    text.starts_with(char::is_uppercase)
}

fn is_code(target: &SideView<'_>, place: Span) -> bool {
    target.identifiers().iter().any(|identifier| identifier.span.overlaps(place))
}

/// Whether two words of the language run together.
fn is_glued(segment: &SegmentView<'_>, tight: &Tight) -> bool {
    let target = segment.target();
    let text = target.text();
    let whole = tight.before.to(tight.after);
    let (before, after) = (tight.before.of(text), tight.after.of(text));
    let long = |word: &str, least| word.chars().count() >= least;
    let is_title = |word: &str| is_capital(word) && word.chars().skip(1).all(char::is_lowercase);
    let sentence = || {
        let plain = long(before, 3) && before.chars().all(char::is_lowercase) && !is_dotted(text, whole, false);
        plain || may_end_sentence(segment, tight) && !is_dotted(text, whole, true)
    };
    let shape = match tight.mark.of(text) {
        "," | ";" => long(before, 2) && long(after, 2),
        _ => long(after, 2) && is_title(after) && sentence(),
    };
    shape && target.is_prose(whole) && !is_code(target, whole)
}

/// Whether a sentence ends between the two words, which no name would be made of: the translation has fewer sentences than
/// the source without it, the source has neither word, and the first is a word, a German noun, or short but no
/// abbreviation.
fn may_end_sentence(segment: &SegmentView<'_>, tight: &Tight) -> bool {
    let (source, target) = (segment.source(), segment.target());
    let language = target.locale().language();
    let [before, after] = [tight.before, tight.after].map(|word| language.lower(word.of(target.text())));
    let given = tight.before.of(target.text());
    let is_noun = language.capital_nouns && is_capital(given) && given.chars().count() > 3;
    let holds = |word: &String| source.folded().iter().any(|known| *known == word.as_str());
    let is_lower = given.chars().skip(usize::from(is_noun)).all(char::is_lowercase);
    source.sentences().len() > target.sentences().len()
        && is_lower
        && given.chars().nth(1).is_some()
        && !language.is_abbreviation(&before)
        && !holds(&before)
        && !holds(&after)
}

/// Whether a name goes on beyond `whole`: `my.Company.Name`, `user@host.Name`, `a/b.Name`, `call.Name()`. Where it
/// `may_hyphenate`, a hyphen before it is that of a word (`ouvrez-vous.Puis`).
fn is_dotted(text: &str, whole: Span, may_hyphenate: bool) -> bool {
    let joins = |c: char| matches!(c, '.' | '@' | '/' | '\\' | '_' | ':') || c == '-' && !may_hyphenate;
    let behind = &text[whole.range().end..];
    let mut next = behind.chars();
    text[..whole.range().start].ends_with(joins)
        || behind.starts_with('(')
        || next.next().is_some_and(joins) && next.next().is_some_and(char::is_alphanumeric)
}
