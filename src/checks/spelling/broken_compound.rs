//! `broken-compound`

use super::joints::{Joints, Why};
use crate::check::{OptionsError, SegmentCheck, Setup};
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::model::{Dictionaries, SegmentView, SideView};
use crate::span::Span;
use crate::text::{casing, names};

declare_check! {
    /// A compound is written in several words.
    ///
    /// Swedish, Dutch, German and their neighbours write a compound as one word, where English writes two: `kund avtal`
    /// reads as two things. Evidence decides: the joined word is known, or the first stands nowhere but in compounds, and
    /// the words apart are rare; a dictionary can decide, too. Names, and words that the source has just so, are exempt.
    ///
    /// ```fails
    /// learned 6 | Open the price list #. | Öppna prislistan #.
    /// learned 6 | Where is the price list #? | Var finns prislistan #?
    /// learned 6 | Open the order #. | Öppna ordern #.
    /// learned 6 | Where is the list #? | Var finns listan #?
    /// en | Read the price list.
    /// sv | Läs pris listan.
    ///          ^^^^^^^^^^^
    /// ```
    ///
    /// ```passes
    /// learned 6 | Open the price list #. | Öppna prislistan #.
    /// learned 6 | Where is the price list #? | Var finns prislistan #?
    /// learned 6 | Open the order #. | Öppna ordern #.
    /// learned 6 | Where is the list #? | Var finns listan #?
    /// en | Read the price list in Pris Listan.
    /// sv | Läs prislistan i Pris Listan.
    /// ```
    pub static BROKEN_COMPOUND: Segment<BrokenCompound> = {
        id: "broken-compound",
        category: Spelling,
        severity: Warning,
        confidence: High,
        fix: Unsafe,
        one_sided: true,
        evidence: true,
        languages: ["sv", "da", "nb", "nn", "nl", "de", "lb", "fi", "et", "hu", "is"],
        mqm: "linguistic-conventions/spelling",
        its: "misspelling",
        aliases: ["split-compound"],
        since: "0.1.0",
    }
}

/// Options of `broken-compound`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct BrokenCompound {
    #[serde(skip)]
    dictionaries: Dictionaries,
}

impl SegmentCheck for BrokenCompound {
    fn prepare(&mut self, setup: &Setup<'_>) -> Result<(), OptionsError> {
        self.dictionaries = setup.dictionaries.clone();
        Ok(())
    }

    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let target = segment.target();
        let Some(joints) = Joints::new(segment, self.dictionaries.get(target.locale())) else { return };
        let words = target.words();
        let mut at = 0;
        while at + 1 < words.len() {
            let mut chain: Vec<Why> = Vec::new();
            while let Some(why) = joint(&joints, segment, at, at + chain.len()) {
                chain.push(why);
            }
            let last = at + chain.len();
            if !chain.is_empty() {
                report(segment, words[at].to(words[last]), &chain, out);
            }
            at = last + 1;
        }
    }
}

/// Why the word behind number `last` goes on with those from `first` on.
fn joint(joints: &Joints<'_, '_>, segment: &SegmentView<'_>, first: usize, last: usize) -> Option<Why> {
    let target = segment.target();
    let next = last + 1;
    if next >= target.words().len() || !may_be_one(target, last, next, first == last) {
        return None;
    }
    let folded = target.folded();
    let before = |index: usize| index.checked_sub(1).map(|before| &*folded[before]);
    let why = joints.why(before(last), &folded[last], &folded[next]);
    let all = || joints.why(before(first), &folded[first..next].concat(), &folded[next]);
    let why = why.or_else(|| if first < last { all() } else { None });
    why.filter(|_| !is_in_source(segment, last, next))
}

/// Whether two words, by how they are written, may be one: a space between them, both of letters, and no capital where
/// none need be.
fn may_be_one(target: &SideView<'_>, one: usize, other: usize, begins: bool) -> bool {
    let (text, words) = (target.text(), target.words());
    let gap = &text[words[one].range().end..words[other].range().start];
    let [first, second] = [one, other].map(|index| words[index].of(text));
    let letters = |word: &str| word.chars().all(char::is_alphabetic);
    let small = |word: &str| word.chars().all(char::is_lowercase);
    let capital = |word: &str| word.chars().skip(1).all(char::is_lowercase);
    let nouns = target.locale().language().capital_nouns;
    let cased = if nouns {
        capital(first) && capital(second)
    } else {
        small(second) && (small(first) || begins && capital(first) && names::may_begin(text, words[one].range().start))
    };
    let edge = |c: char| matches!(c, '-' | '\'' | '’' | '/' | '_' | '.' | ':' | '@');
    let before = text[..words[one].range().start].ends_with(edge);
    let behind = text[words[other].range().end..].starts_with(|c| edge(c) && c != '.' && c != ':' && c != '-');
    matches!(gap, " " | "\u{a0}") && cased && letters(first) && letters(second) && !before && !behind
}

/// Whether the source has the two words in a row, in any case.
fn is_in_source(segment: &SegmentView<'_>, one: usize, other: usize) -> bool {
    let theirs = segment.source().folded();
    let ours = segment.target().folded();
    theirs.windows(2).any(|two| two[0] == ours[one] && two[1] == ours[other])
}

/// `joined`, or the name of the source that it is in another case.
fn as_named(source: &SideView<'_>, joined: String) -> String {
    let words = source.words().iter().zip(source.names()).filter(|(_, named)| **named);
    let mut names = words.map(|(word, _)| word.of(source.text()));
    let small = casing::lowered(&joined);
    names.find(|name| casing::lower(name) == small).map(str::to_owned).unwrap_or(joined)
}

fn report(segment: &SegmentView<'_>, span: Span, chain: &[Why], out: &mut Sink<'_>) {
    let target = segment.target();
    let text = span.of(target.text());
    let mut joined: String = text.split([' ', '\u{a0}']).collect();
    let why = match &chain[0] {
        Why::Written(form, 1) => format!("`{form}` stands in one segment of another page, and the words apart in none"),
        Why::Written(form, segments) => format!("`{form}` stands in {segments} segments of other pages"),
        Why::Bound(compounds) => {
            let first = text.split([' ', '\u{a0}']).next().unwrap_or_default().to_lowercase();
            format!("`{first}` stands in {compounds} compounds and hardly ever alone")
        }
        Why::Listed => "the dictionary has it in one word only".to_owned(),
    };
    if target.locale().language().capital_nouns {
        let first = joined.chars().next().map_or(0, char::len_utf8);
        joined = joined[..first].to_owned() + &joined[first..].to_lowercase();
    }
    let joined = as_named(segment.source(), joined);
    let is_sure = chain.iter().all(|why| matches!(why, Why::Written(..) | Why::Listed));
    let trust = if is_sure { Trust::Unsafe } else { Trust::Shown };
    out.report(target.at(span), format!("`{text}` is one word: {why}"))
        .help(format!("write `{joined}`"))
        .fix(joined, trust);
}
