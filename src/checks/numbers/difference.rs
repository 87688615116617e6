//! How the numbers of a translation differ from those of its source.

use super::otherwise::{English, is_converted, is_said_in_english, is_said_otherwise, is_the_same_otherwise};
use crate::model::{SegmentView, SideView};
use crate::span::Span;
use crate::text::dates::is_year;
use crate::text::numbers::{Shown, amount, shows, value};
use crate::text::spelled::{has_day_and_month, is_ordinal};
use hashbrown::HashSet;
use std::cell::OnceCell;

/// A number of one side that the other does not show.
pub(in crate::checks) struct Number {
    pub(in crate::checks) span: Span,
    /// The digits that are not shown, without separators.
    pub(in crate::checks) digits: String,
    /// Its value; not a number for versions and times.
    pub(in crate::checks) amount: f64,
    /// Whether nobody would have put it in words.
    pub(super) weighty: bool,
}

/// How the numbers of a segment differ.
pub(in crate::checks) struct Difference {
    /// Numbers of the source that the target does not show, without those that could stand there in other words.
    pub(super) lost: Vec<Number>,
    /// The reverse.
    pub(super) gained: Vec<Number>,
}

impl Difference {
    pub(in crate::checks) fn of(segment: &SegmentView<'_>) -> Self {
        let (source, target) = (segment.source(), segment.target());
        let mut lost = unmatched(source, target);
        let mut gained = unmatched(target, source);
        if is_converted(&lost, &gained) {
            return Self { lost: Vec::new(), gained: Vec::new() };
        }
        lost.retain(|number| {
            let otherwise = gained.iter().position(|other| is_the_same_otherwise(number, other, segment));
            otherwise.map(|at| gained.remove(at)).is_none()
        });
        let replaced = !gained.is_empty();
        lost.retain(|number| !is_said_otherwise(number, replaced, segment));
        let english = English::new(source);
        gained.retain(|number| !is_said_in_english(number, &english, segment));
        for number in gained.iter_mut().filter(|number| is_year(&number.digits)) {
            // A date of the source without its year: the translation may say which one is meant.
            number.weighty &= !has_day_and_month(source.text());
        }
        Self { lost, gained }
    }

    /// The one number that was replaced by one other: nothing else differs, or nothing else that nobody would have put
    /// in words.
    pub(super) fn replaced(&self) -> Option<(&Number, &Number)> {
        let [lost, gained] = [&self.lost, &self.gained].map(|numbers| {
            let mut weighty = numbers.iter().filter(|number| number.weighty || numbers.len() == 1);
            weighty.next().filter(|_| weighty.next().is_none())
        });
        let alone = self.lost.len() == 1 && self.gained.len() == 1;
        lost.zip(gained)
            .filter(|(lost, gained)| alone || lost.weighty && gained.weighty)
            .filter(|(lost, gained)| lost.amount > 0.0 && gained.amount > 0.0)
    }

    /// What may be as it should be, for all that a segment can tell: small and round numbers of the source, and those
    /// of the target.
    pub(in crate::checks) fn doubtful(&self) -> [impl Iterator<Item = &Number>; 2] {
        let doubtful = self.replaced().is_none_or(|(lost, gained)| lost.weighty && gained.weighty);
        [&self.lost, &self.gained].map(|numbers| numbers.iter().filter(move |number| doubtful && !number.weighty))
    }
}

/// As many numbers of a text are looked for in other words. No text has half as many that the other does not show, but a
/// hostile one, or one that is no translation.
const MOST: usize = 64;
/// So few numbers are found as fast as a table of them would be made.
const FEW: usize = 32;

/// The numbers of `one` that `other` does not show.
fn unmatched(one: &SideView<'_>, other: &SideView<'_>) -> Vec<Number> {
    let mut found = Vec::new();
    let numbers = || other.numbers().iter().map(|number| number.of(other.text()));
    let many: Option<HashSet<&str>> = (other.numbers().len() > FEW).then(|| numbers().collect());
    let is_number = |text: &str| many.as_ref().map_or_else(|| numbers().any(|it| it == text), |all| all.contains(text));
    let table = many.as_ref().map(|_| Shown::of(other.text()));
    let shows = |digits: &str| table.as_ref().map_or_else(|| shows(other.text(), digits), |table| table.has(digits));
    let amounts = OnceCell::new();
    let mut doubtful = 0;
    for &span in one.numbers() {
        let text = span.of(one.text());
        if is_number(text) || text.len() > 3 && other.text().contains(text) {
            continue;
        }
        let language = one.locale().language();
        let value = value(text, language);
        let digits = if value.matches('.').count() > 1 || text.contains(':') {
            match value.split('.').find(|part| *part != "0" && !shows(part)) {
                Some(part) => part.to_owned(),
                None => continue,
            }
        } else {
            value.replace('.', "").trim_start_matches('0').to_owned()
        };
        // `March 31,2021` is two numbers that a space failed to part, `1 800 555` three that no hyphens hold together.
        let parts = text.split([',', '.', ' ', '\u{a0}', '\u{202f}']);
        let apart = || {
            value.contains('.') && value.split('.').all(&shows)
                || parts.clone().count() > 1 && parts.clone().all(&is_number)
        };
        let scaled = || has_amount(amounts.get_or_init(|| amounts_of(other)), amount(one.text(), span, language));
        // `.5` for `0,5`.
        let bare = || value.starts_with("0.") && has_bare_fraction(other, text);
        if digits.is_empty() || shows(&digits) {
            continue;
        }
        doubtful += 1;
        if doubtful > MOST {
            break;
        }
        if !apart() && !bare() && !scaled() {
            let weighty = is_weighty(&digits, &one.text()[span.range().end..]);
            found.push(Number { span, digits, amount: value.parse().unwrap_or(f64::NAN), weighty });
        }
    }
    found
}

/// What the numbers of `side` come to, with the scale words behind them.
fn amounts_of(side: &SideView<'_>) -> Vec<f64> {
    let language = side.locale().language();
    side.numbers().iter().map(|span| amount(side.text(), *span, language)).collect()
}

/// Whether one of `amounts` is `whole`.
fn has_amount(amounts: &[f64], whole: f64) -> bool {
    amounts.iter().any(|amount| (amount / whole - 1.0).abs() < 1e-9)
}

/// Whether `side` has the fraction `number` without the zero before it.
fn has_bare_fraction(side: &SideView<'_>, number: &str) -> bool {
    let fraction = number.trim_start_matches(|c: char| c == '0' || !c.is_ascii_digit());
    let is_bare = |span: &Span| side.text()[..span.range().start].ends_with(['.', ',']);
    side.numbers().iter().any(|span| span.of(side.text()) == fraction && is_bare(span))
}

/// Numbers over twelve are written in digits, but for those that have words of their own (half, whole, hundred) and
/// ordinals.
fn is_weighty(digits: &str, rest: &str) -> bool {
    let round = matches!(digits, "24" | "25" | "50" | "100" | "360" | "365" | "1000" | "1000000");
    let percent = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']).starts_with('%')
        && !matches!(digits, "25" | "50" | "75" | "100");
    !(is_ordinal(rest) && digits.len() < 3)
        && (percent || !round && (digits.len() > 2 || digits.parse::<u32>().is_ok_and(|value| value > 12)))
}
