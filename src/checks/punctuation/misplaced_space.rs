//! `misplaced-space`

use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::locale::{Language, Script};
use crate::model::{SegmentView, SideView};
use crate::span::Span;
use crate::text::spacing::{Gap, Torn, after_hyphens, after_openers, before_marks, torn_compounds};
use crate::text::traits::Traits;

declare_check! {
    /// A space stands before a mark, inside a bracket or behind a hyphen where the language has none.
    ///
    /// Engines that set markup apart leave a space behind it, and the mark or the Korean particle that follows is torn
    /// off and may begin the next line. French sets a space before `:`, `;`, `!` and `?`: that is right. So is what
    /// the source does as well, a name that begins with a mark (`.NET`), three dots, an operator, a definition list.
    ///
    /// ```fails
    /// en | Open **Files**, then the report.
    /// nl | Open **Bestanden** , en dan het rapport.
    ///                        ^
    /// ```
    ///
    /// ```fails
    /// en | Virtual machines (VMs) are listed.
    /// it | Sono elencate le macchine virtuali ( VM).
    ///                                          ^
    /// ```
    ///
    /// ```fails
    /// en | To raise the limit, call us.
    /// ja | 上限を上げるには 、お電話ください。
    ///              ^
    /// ```
    ///
    /// ```fails
    /// en | It is on the Contoso [overview](overview.md).
    /// sv | Den finns på Contoso- [översikten](overview.md).
    ///                           ^
    /// ```
    ///
    /// ```fails
    /// en | Turn off [runner billing](b.md) on this page.
    /// ko | 이 페이지에서 [실행기 요금 청구](b.md) 를 끕니다.
    ///                               ^
    /// ```
    ///
    /// ```fails
    /// en | Open the PDF file and the SQL query.
    /// de | Öffnen Sie die PDF -Datei und die SQL- Abfrage.
    ///                        ^                   ^
    /// ```
    ///
    /// ```passes
    /// en | The PDF is a file; PDF and Word files are read by the API.
    /// de | Die PDF -eine Datei; PDF- und Word-Dateien werden von der API gelesen.
    /// ```
    ///
    /// ```passes
    /// en | Open [this page](p.md) in **Settings**, and `run` it.
    /// ko | **설정**에서 [이 페이지](p.md)를 열고 `run` 이 명령을 실행합니다.
    /// ```
    ///
    /// ```passes
    /// en | What is next? Use .NET and wait ...
    /// fr | Et ensuite ? Utilisez .NET et attendez ...
    /// ```
    ///
    /// ```passes
    /// en | Use the ? : operator.
    /// sv | Använd operatorn ? : där.
    /// ```
    ///
    /// ```passes
    /// en | Update the payment **and/or** tax details.
    /// sv | Uppdatera betalnings- **och/eller** skatteuppgifterna.
    /// ```
    pub static MISPLACED_SPACE: Segment<MisplacedSpace> = {
        id: "misplaced-space",
        category: Spacing,
        severity: Info,
        confidence: High,
        fix: Safe,
        needs: [LOOSE_MARK, HYPHEN, BRACKET, EMPHASIS, BACKTICK],
        one_sided: true,
        mqm: "linguistic-conventions/punctuation",
        its: "whitespace",
        aliases: ["space-before-punctuation"],
        since: "0.1.0",
    }
}

/// Options of `misplaced-space`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MisplacedSpace {}

impl SegmentCheck for MisplacedSpace {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let target = segment.target();
        for (space, particle) in torn_particles(target) {
            let message = format!("a space tears `{}` from the word before it", particle.of(target.text()));
            out.report(target.at(space), message).fix("", Trust::Safe);
        }
        if target.traits().has(Traits::HYPHEN | Traits::CAPITALS) {
            for torn in torn_compounds(target.text()).iter().filter(|torn| is_compound(segment, torn)) {
                let name = torn.first.of(target.text());
                let message = format!("a space tears the compound of `{name}` at its hyphen");
                out.report(target.at(torn.space), message).fix("", Trust::Safe);
            }
        }
        if !target.traits().has(Traits::LOOSE_MARK) {
            return;
        }
        let before = before_marks(target.text());
        let after = after_openers(target.text());
        let hyphens = after_hyphens(target.text());
        if before.is_empty() && after.is_empty() && hyphens.is_empty() {
            return;
        }
        let language = target.locale().language();
        let habits = after_hyphens(segment.source().text());
        for gap in hyphens.iter().filter(|gap| is_wrong_behind_hyphen(target, gap) && !is_among(&habits, gap)) {
            out.report(target.at(gap.space), "a space parts a hyphen from its second half").fix("", Trust::Safe);
        }
        let habits = before_marks(segment.source().text());
        for gap in before.iter().filter(|gap| is_wrong_before(target, gap, language) && !is_among(&habits, gap)) {
            out.report(target.at(gap.space), format!("a space stands before `{}`", gap.mark)).fix("", Trust::Safe);
        }
        let habits = after_openers(segment.source().text());
        for gap in after.iter().filter(|gap| is_wrong_behind(target, gap) && !is_among(&habits, gap)) {
            let finding = out.report(target.at(gap.space), format!("a space stands behind `{}`", gap.mark));
            // In `word( word` the space may have changed sides.
            if !target.text()[..gap.space.range().start - gap.mark.len_utf8()].ends_with(char::is_alphanumeric) {
                finding.fix("", Trust::Safe);
            }
        }
    }
}

/// Whether what was torn is a compound: the language has such, the source has the acronym before a word of its own, and
/// neither a dash is meant nor an ending nor a hyphen that stands for a part to come.
fn is_compound(segment: &SegmentView<'_>, torn: &Torn) -> bool {
    let (source, target) = (segment.source(), segment.target());
    let [original, language] = [source, target].map(|side| side.locale().language());
    let last = language.lower(torn.last.of(target.text()));
    let joins = language.compounding().is_some() || matches!(language.code, "ru" | "uk");
    let is_word = last.chars().nth(2).is_some()
        && !language.is_function_word(&last)
        && !language.suspended_joiners.contains(&last.as_str())
        && !language.inflection.is_some_and(|inflection| inflection.takes(&last));
    let leads = |pair: &[Span]| {
        let gap = Span { start: pair[0].end, end: pair[1].start.max(pair[0].end) };
        pair[0].of(source.text()) == torn.first.of(target.text())
            && matches!(gap.of(source.text()), " " | "-")
            && !original.is_function_word(&pair[1].of(source.text()).to_lowercase())
    };
    let has_dash = [" -", "- ", "–", "—"].iter().any(|dash| source.text().contains(dash));
    joins && is_word && target.is_prose(torn.space) && !has_dash && source.words().windows(2).any(leads)
}

/// The space behind markup, and the particle behind it that belongs to the word before.
fn torn_particles<'v>(target: &'v SideView<'_>) -> impl Iterator<Item = (Span, Span)> + 'v {
    let particles = target.locale().language().particles;
    let words = target.words().iter().filter(move |_| !particles.is_empty());
    words.filter(|word| particles.contains(&word.of(target.text()))).filter_map(|&word| {
        let before = &target.text()[..word.range().start];
        let start = before.trim_end_matches(' ').len();
        let space = Span::new(start, before.len());
        let markup = target.markup();
        let ends = |span: Span| span.range().end == start;
        let marked = markup.plain_links().any(|it| ends(it.span))
            || markup.emphasis.iter().any(|it| ends(it.span) && closes_anywhere(it.inner.of(target.text())))
            || markup.code.iter().any(|it| ends(it.span));
        let alone = target.text()[word.range().end..].chars().next().is_none_or(|c| c.is_whitespace() || is_mark(c));
        (marked && alone && !space.is_empty()).then_some((space, word))
    })
}

/// Whether an emphasis around `inner` may close before a letter: behind punctuation it would not (CommonMark 0.31, section
/// 6.2), and a space is what writers set to have it bold.
fn closes_anywhere(inner: &str) -> bool {
    inner.ends_with(char::is_alphanumeric)
}

/// Whether `character` is a mark behind a word.
fn is_mark(character: char) -> bool {
    matches!(character, ',' | '.')
}

/// Whether the opening bracket is one of prose: that of a link's destination (`](`) is not.
fn is_wrong_behind(target: &SideView<'_>, gap: &Gap) -> bool {
    let bracket = gap.space.range().start - gap.mark.len_utf8();
    target.is_prose(gap.space) && !target.text()[..bracket].ends_with(']')
}

/// Whether the hyphen joins: it is not suspended before a conjunction (`in- **och** utdata`).
fn is_wrong_behind_hyphen(target: &SideView<'_>, gap: &Gap) -> bool {
    let language = target.locale().language();
    let next = target.words().iter().find(|word| word.start >= gap.space.end);
    let next = next.map(|word| language.lower(word.of(target.text()))).unwrap_or_default();
    let suspended = language.suspended_joiners.contains(&next.as_str()) || language.is_function_word(&next);
    target.is_prose(gap.space) && !suspended
}

fn is_among(habits: &[Gap], gap: &Gap) -> bool {
    habits.iter().any(|habit| habit.mark == gap.mark)
}

/// Whether the language has no space before the mark, and the mark is one.
fn is_wrong_before(target: &SideView<'_>, gap: &Gap, language: &Language) -> bool {
    let text = target.text();
    let (start, end) = (gap.space.range().start, gap.space.range().end);
    // Thai and its neighbours set a space around marks as they like.
    let spaced = language.spaced_punctuation.contains(gap.mark)
        || language.script == Script::SoutheastAsian
        || language.script == Script::Other && matches!(gap.mark, ':' | ';' | '!' | '?');
    let number = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let ratio = gap.mark == ':'
        && number(text[..start].chars().next_back())
        && number(text[end + 1..].trim_start().chars().next());
    // `&nbsp ;` is an entity that broke, not a sentence.
    let entity = gap.mark == ';'
        && text[..start].rsplit_once('&').is_some_and(|(_, name)| name.bytes().all(|b| b.is_ascii_alphanumeric()));
    // A blank table cell or an empty bracket before the mark: `( )`, `[ ]`.
    let opens = text[..start].ends_with(['(', '[', '|']);
    !spaced && !ratio && !entity && !opens && target.is_prose(Span::new(start, end + gap.mark.len_utf8()))
}
