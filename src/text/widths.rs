//! Full-width and half-width punctuation among Han characters and kana.

use crate::span::Span;

/// Commas, semicolons and full stops of ASCII in `text` that stand between characters as wide as they should be: a comma or
/// semicolon with Han or kana on both sides, a full stop behind them where a sentence may end. Beside Latin letters and
/// digits, half a width is right.
///
/// ```
/// # use bilint::text::widths::narrow_marks;
/// let text = "选择时钟,然后保存. 打开 .NET,第 1.2 版，图.5";
/// assert_eq!(narrow_marks(text).iter().map(|mark| mark.of(text)).collect::<Vec<_>>(), [",", "."]);
/// ```
pub fn narrow_marks(text: &str) -> Vec<Span> {
    let marks = memchr::memchr3_iter(b',', b';', b'.', text.as_bytes());
    let is_narrow = |at: &usize| {
        let (before, behind) = (&text[..*at], &text[at + 1..]);
        let next = || behind.trim_start_matches(is_opening).starts_with(is_wide);
        let follows = match text.as_bytes()[*at] {
            b'.' => behind.trim_end_matches(is_closing).is_empty() || behind.starts_with(' ') || next(),
            _ => next(),
        };
        follows && before.trim_end_matches(is_closing).ends_with(is_wide)
    };
    marks.filter(is_narrow).map(|at| Span::new(at, at + 1)).collect()
}

/// How many marks of `text` have the width of the characters around them.
pub fn wide_marks(text: &str) -> usize {
    text.chars().filter(|c| matches!(c, '，' | '、' | '；' | '。' | '．')).count()
}

/// Han characters and kana.
fn is_wide(character: char) -> bool {
    matches!(character as u32, 0x3005..=0x3007 | 0x3041..=0x3096 | 0x30a1..=0x30fa | 0x30fc | 0x3400..=0x4dbf
        | 0x4e00..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x3ffff)
}

/// What may open before a word: a blank, markup, a quotation.
fn is_opening(character: char) -> bool {
    matches!(character, ' ' | '*' | '[' | '「' | '『' | '“' | '《' | '【')
}

/// What may close behind a word.
fn is_closing(character: char) -> bool {
    matches!(character, '*' | ']' | '」' | '』' | '”' | '》' | '】')
}
