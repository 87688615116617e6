//! `mismatched-dotted-i`

use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::model::{SegmentView, SideView};
use crate::span::Span;
use crate::text::dotted::{dotless_inside, needs_dot, undotted};
use crate::text::names::may_begin;

declare_check! {
    /// A Turkish or Azerbaijani word has the wrong one of the two letters i.
    ///
    /// The languages have `İ i` and `I ı`; programs that change case by English rules confuse them: `Iş` for `İş`, `VSıX`
    /// for `VSIX`. The reader sees a misspelling, and a search finds nothing. A capital `I` is reported where the word
    /// needs a dot: by vowel harmony (`Için`), by its stem (`Iş`), or because the text has the word with a small `i`; so
    /// is a small `ı` that begins such a word (`ıletim`);
    /// words that begin with a dotless I (`Işık`, `Irak`) are right, and so are names that the source has as well.
    ///
    /// ```fails
    /// en | For Partner Center
    /// tr | Iş Ortağı Merkezi Için
    ///      ^^                ^^^^
    /// ```
    ///
    /// ```fails
    /// en | Install the VSIX and Intune.
    /// tr | VSıX ve ıntune yükleyin. AYARLANDıĞıNDA başlar.
    ///      ^^^^    ^^^^^^           ^^^^^^^^^^^^^^
    /// ```
    ///
    /// ```fails
    /// en | The delivery report is sent for each order.
    /// tr | ıletim raporu her sipariş ıçin gönderilir.
    ///      ^^^^^^                    ^^^^
    /// ```
    ///
    /// ```passes
    /// en | Light, heat and a spinach farm in Iraq; Insights and IoT
    /// tr | Işık, ısı ve Irak'ta bir Ispanak çiftliği; Insights ve IoT
    /// ```
    pub static MISMATCHED_DOTTED_I: Segment<MismatchedDottedI> = {
        id: "mismatched-dotted-i",
        category: Terminology,
        severity: Warning,
        confidence: High,
        fix: Safe,
        needs: [CAPITAL, NON_ASCII],
        one_sided: true,
        languages: ["tr", "az"],
        mqm: "linguistic-conventions/spelling",
        its: "misspelling",
        since: "0.1.0",
    }
}

/// Options of `mismatched-dotted-i`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MismatchedDottedI {}

impl SegmentCheck for MismatchedDottedI {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source(), segment.target());
        for &whole in target.words() {
            let word = whole.of(target.text());
            if !word.contains(['I', 'ı']) {
                continue;
            }
            let word = word.split(['\'', '’']).next().unwrap_or_default();
            let span = Span::new(whole.range().start, whole.range().start + word.len());
            let Some((right, trust)) = mended(source, target, span) else { continue };
            // An English name among others (`Time Series Insights`) is known by the source alone.
            if segment.is_one_sided() && is_among_capitals(target, whole) {
                continue;
            }
            if target.identifiers().iter().any(|it| it.span.contains(span) && it.span.len() > whole.len()) {
                continue;
            }
            out.report(target.at(span), format!("`{word}` is spelt with the wrong i"))
                .help(format!("write `{right}`"))
                .fix(right, trust);
        }
    }
}

/// Whether a capitalised word stands close before or behind `word`.
fn is_among_capitals(target: &SideView<'_>, word: Span) -> bool {
    let text = target.text();
    let before = text[..word.range().start].trim_end_matches(' ').rsplit(|c: char| !c.is_alphanumeric()).next();
    let behind = text[word.range().end..].trim_start_matches(' ').chars().next();
    before.and_then(|before| before.chars().next()).is_some_and(char::is_uppercase)
        || behind.is_some_and(char::is_uppercase)
}

/// What the word at `span` of the target should be, and how certain that is; `None` when nothing is wrong with it.
fn mended(source: &SideView<'_>, target: &SideView<'_>, span: Span) -> Option<(String, Trust)> {
    let word = span.of(target.text());
    let stands_in_source = |word: &str| source.words().iter().any(|it| it.of(source.text()).eq_ignore_ascii_case(word));
    if dotless_inside(word) {
        return Some((word.replace('ı', "I"), Trust::Safe));
    }
    if let Some(plain) = undotted(word) {
        // A name of the source, changed by the letter only.
        let names = source.words().iter().map(|it| it.of(source.text())).filter(|name| name.len() > 3);
        let name = names.into_iter().find(|name| name.eq_ignore_ascii_case(&plain));
        if let Some(name) = name {
            return Some((name.to_owned(), Trust::Unsafe));
        }
    }
    if let Some(rest) = word.strip_prefix('ı') {
        let letter = if may_begin(target.text(), span.range().start) { 'İ' } else { 'i' };
        let is_small = !rest.chars().any(char::is_uppercase);
        return (is_small && needs_dot(rest)).then(|| (format!("{letter}{rest}"), Trust::Safe));
    }
    let rest = word.strip_prefix('I')?;
    if stands_in_source(word) || rest.is_empty() || rest.chars().any(char::is_uppercase) {
        return None;
    }
    let small = || {
        let small = format!("i{rest}");
        target.words().iter().any(|it| it.of(target.text()) == small)
    };
    (needs_dot(rest) || small()).then(|| (format!("İ{rest}"), Trust::Safe))
}
