//! What the words of a link tell by themselves: whether they make a phrase, and whether one was left out.

use crate::locale::Language;
use crate::model::{SegmentView, SideView};
use crate::span::Span;
use crate::text::names;

pub(super) fn language_of(side: &SideView<'_>) -> &'static Language {
    side.locale().language()
}

/// The words in `span`, in small letters.
pub(super) fn words<'v>(side: &'v SideView<'_>, span: Span) -> impl DoubleEndedIterator<Item = &'v str> {
    let range = side.words_in(span);
    let pairs = side.words()[range.clone()].iter().zip(&side.folded()[range]);
    pairs.filter(move |(word, _)| span.contains(**word)).map(|(_, folded)| folded.as_ref())
}

/// Whether `span` is made of function words only; a single capital is no word but a letter.
pub(super) fn is_small(side: &SideView<'_>, span: Span) -> bool {
    let has_code = side.markup().code.iter().any(|code| span.contains(code.span));
    let has_capitals = span.of(side.text()).chars().skip(1).any(char::is_uppercase);
    let language = language_of(side);
    // Where no spaces part words, a word is what the list has.
    let all = || words(side, span).all(|word| language.is_function_word(word));
    let whole = || language.is_function_word(span.of(side.text()).trim());
    !has_code && !has_capitals && if language.has_word_spaces() { all() } else { whole() }
}

/// The last word of `span`, if it cannot end a phrase and the text goes on.
pub(super) fn dangling<'v>(side: &'v SideView<'_>, span: Span) -> Option<&'v str> {
    let (at, folded) = side.words().iter().zip(side.folded()).rfind(|(word, _)| span.contains(**word))?;
    let text = side.text();
    let ends_text = text[at.range().end..span.range().end].trim().is_empty();
    let goes_on = || side.words().iter().any(|word| word.start > span.end);
    // `Annex A` and `activez-le` end as they should.
    let is_plain = at.of(text).starts_with(char::is_lowercase) && !text[..at.range().start].ends_with('-');
    let dangles = ends_text && is_plain && language_of(side).dangling_words.contains(&folded.as_ref());
    (dangles && goes_on()).then_some(folded.as_ref())
}

/// The first word of `span`, if it joins a phrase to what stands before it.
pub(super) fn leading<'v>(side: &'v SideView<'_>, span: Span) -> Option<&'v str> {
    let (at, folded) = side.words().iter().zip(side.folded()).find(|(word, _)| span.contains(**word))?;
    let (language, text) = (language_of(side), side.text());
    let joins = |word: &str| language.dangling_words.contains(&word) && !language.articles.contains(&word);
    let goes_back = side.words().first().is_some_and(|word| word.end <= span.start);
    let is_first = at.start == span.start && at.of(text).starts_with(char::is_lowercase);
    (is_first && goes_back && joins(folded)).then_some(folded.as_ref())
}

/// Whether a function word stands right before `span`, which begins with none.
pub(super) fn is_preceded(side: &SideView<'_>, span: Span) -> bool {
    let is_small = |word: &str| language_of(side).is_function_word(word);
    let before = side.words().iter().zip(side.folded()).rfind(|(word, _)| word.end < span.start);
    let near = before.filter(|(at, _)| side.text()[at.range().end..span.range().start].trim() == "[");
    near.is_some_and(|(_, word)| is_small(word)) && words(side, span).next().is_some_and(|word| !is_small(word))
}

/// A word of the source's link text `from` that the translation keeps as it is, outside the text `to` of the link.
/// A common noun may stand outside when the link keeps the name: `portal di [Azure](…)`.
pub(super) fn left_out<'v>(segment: &'v SegmentView<'_>, from: Span, to: Span) -> Option<&'v str> {
    let (source, target) = (segment.source(), segment.target());
    let once = |side: &SideView<'_>, wanted: &str| {
        let mut found = side.words().iter().zip(side.folded()).filter(|(_, word)| *word == wanted).map(|(at, _)| *at);
        found.next().filter(|_| found.next().is_none())
    };
    let is_common = |word: &str| language_of(source).is_function_word(word) || word.chars().count() < 3;
    let keeps_name =
        || words(source, from).any(|word| !is_common(word) && words(target, to).any(|other| other == word));
    let mut linked = source.words_in(from).filter(|&index| from.contains(source.words()[index]));
    linked.find_map(|index| {
        let word = source.folded()[index].as_ref();
        // Few words stand on both sides, so that only few are asked whether they are names.
        let kept = once(target, word).filter(|at| !at.overlaps(to))?;
        once(source, word).filter(|_| !is_common(word) && word.chars().count() > 3)?;
        let is_left_out = source.names()[index] || !keeps_name();
        (is_left_out && !is_of_another(source, source.words()[index], kept.of(target.text()))).then_some(word)
    })
}

/// A capitalised word that touches the link `whole` of the translation from outside and belongs to its title: in the source
/// the title `from` has the only capitals, in the translation the linked words `to` have none.
pub(super) fn split_title<'v>(segment: &'v SegmentView<'_>, from: Span, to: Span, whole: Span) -> Option<&'v str> {
    let (source, target) = (segment.source(), segment.target());
    let language = language_of(target);
    if !language.has_case() || language.capital_nouns {
        return None;
    }
    let is_capital = |side: &SideView<'_>, word: Span| word.of(side.text()).starts_with(char::is_uppercase);
    let stands = |side: &SideView<'_>, word: Span| !names::may_begin(side.text(), word.range().start);
    let opener = from.range().start.checked_sub(1)?;
    let is_title =
        source.words().iter().find(|word| from.contains(**word)).is_some_and(|word| is_capital(source, *word))
            && !names::may_begin(source.text(), opener);
    let is_split = || {
        let mut outside = source.words().iter().filter(|word| !from.contains(**word));
        let mut inside = target.words().iter().filter(|word| to.contains(**word));
        !outside.any(|word| is_capital(source, *word) && stands(source, *word))
            && !inside.any(|word| is_capital(target, *word))
    };
    let touches = |word: Span| {
        let gap = if word.end <= whole.start { (word.end, whole.start) } else { (whole.end, word.start) };
        gap.0 <= gap.1 && matches!(Span { start: gap.0, end: gap.1 }.of(target.text()), " " | "\u{a0}")
    };
    let is_part = |word: &Span| {
        let form = word.of(target.text());
        let polite = language.polite_words.contains(&language.lower(form).as_str());
        let plain = form.chars().nth(1).is_some() && form.chars().skip(1).all(char::is_lowercase);
        touches(*word) && is_capital(target, *word) && stands(target, *word) && plain && !polite
    };
    let found = target.words().iter().filter(|_| is_title).find(|word| is_part(word))?;
    let lower = found.of(target.text()).to_lowercase();
    let is_kept =
        source.words().iter().zip(source.folded()).any(|(at, word)| !from.contains(*at) && *word == lower.as_str());
    (!is_kept && is_split()).then(|| found.of(target.text()))
}

/// Whether the word `kept` of the translation may be that of another word of the source than `linked`, in another form:
/// `partner` that of `partners` beside `[Partner Guide](…)`. A capital tells the word of a name from that of the prose.
fn is_of_another(source: &SideView<'_>, linked: Span, kept: &str) -> bool {
    const LONGEST_ENDING: usize = 3;
    let form = linked.of(source.text());
    let is_capital = |word: &str| word.starts_with(char::is_uppercase);
    let folded = kept.to_lowercase();
    source.words().iter().zip(source.folded()).filter(|(at, _)| **at != linked).any(|(at, other)| {
        let (short, long) = if folded.len() < other.len() { (&*folded, &**other) } else { (&**other, &*folded) };
        let is_form = short.len() > 3 && long.strip_prefix(short).is_some_and(|end| end.len() <= LONGEST_ENDING);
        is_form && (kept != form || is_capital(at.of(source.text())) == is_capital(form))
    })
}
