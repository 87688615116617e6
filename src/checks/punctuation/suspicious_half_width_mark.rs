//! `suspicious-half-width-mark`

use super::first_sentence_mark;
use crate::check::DocumentCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::model::{DocumentView, SegmentView};
use crate::span::Span;
use crate::text::widths::{narrow_marks, wide_marks};

declare_check! {
    /// A comma, semicolon or full stop of half the width stands among Chinese or Japanese characters.
    ///
    /// Chinese and Japanese have marks of their own, as wide as a character (GB/T 15834, the Japanese guide of 1951 and its
    /// successor of 2022): `，`, `、`, `；`, `。`. A mark of ASCII among them was left by an engine or an editor. Beside Latin
    /// letters and digits it is right, and so is the Japanese style `，．`; a page that mostly has half the width has a style
    /// of its own.
    ///
    /// ```fails
    /// en | Select the clock, then save. Wait, please.
    /// zh | 选择时钟,然后保存。请稍候，谢谢。
    ///          ^
    /// ```
    ///
    /// ```fails
    /// en | Save the draft. Then go on, and select the page.
    /// ja | 下書きを保存してください.続行してから、ページを選択します。
    ///                  ^
    /// ```
    ///
    /// ```passes
    /// en | Open .NET, then version 1.2, and enter "A,B". Wait.
    /// zh | 打开 .NET,然后打开版本 1.2,再输入“A,B”。请稍候。
    /// ja | 文書を開き，A,Bを入力します．お待ちください．
    /// ```
    ///
    /// ```passes
    /// en | Select the clock, then save.
    /// zh | 选择时钟,然后保存.
    /// ```
    pub static SUSPICIOUS_HALF_WIDTH_MARK: Document<SuspiciousHalfWidthMark> = {
        id: "suspicious-half-width-mark",
        category: Punctuation,
        severity: Info,
        confidence: High,
        fix: Unsafe,
        languages: ["zh", "ja"],
        mqm: "linguistic-conventions/punctuation",
        its: "typographical",
        since: "0.1.0",
    }
}

/// Options of `suspicious-half-width-mark`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct SuspiciousHalfWidthMark {}

impl DocumentCheck for SuspiciousHalfWidthMark {
    fn check(&self, document: &DocumentView<'_>, out: &mut Sink<'_>) {
        let page = document.page();
        let mut wide = 0;
        let mut narrow: Vec<(SegmentView<'_>, Vec<Span>)> = Vec::new();
        for texts in page.texts() {
            wide += wide_marks(texts.target);
            let mut marks = narrow_marks(texts.target);
            if !marks.is_empty() {
                let segment = SegmentView::new(&page, texts.index);
                marks.retain(|mark| is_fault(&segment, *mark));
                narrow.push((segment, marks));
            }
        }
        if narrow.iter().map(|(_, marks)| marks.len()).sum::<usize>() > wide {
            return;
        }
        for (segment, mark) in narrow.iter().flat_map(|(segment, marks)| marks.iter().map(move |mark| (segment, mark)))
        {
            let target = segment.target();
            let given = mark.of(target.text());
            let wanted = counterpart(given, target.text(), target.locale().language().code);
            let blanks = target.text()[mark.range().end..].bytes().take_while(|byte| *byte == b' ').count();
            let place = Span::new(mark.range().start, mark.range().end + blanks);
            out.report(target.at(*mark), format!("`{given}` has half the width of the characters around it"))
                .help(format!("write `{wanted}`"))
                .fix_at(target.at(place), wanted, Trust::Unsafe);
        }
    }
}

/// Whether `mark` is one of the prose; a full stop ends a sentence in the source too.
fn is_fault(segment: &SegmentView<'_>, mark: Span) -> bool {
    let (source, target) = (segment.source(), segment.target());
    let is_stop = mark.of(target.text()) == ".";
    let ends = || segment.is_one_sided() || first_sentence_mark(source.text()).is_some();
    target.is_prose(mark) && (!is_stop || ends())
}

/// What the language writes for `mark`, in the style of `text`.
fn counterpart(mark: &str, text: &str, code: &str) -> &'static str {
    match mark {
        ";" => "；",
        "," if code == "zh" || text.contains('，') => "，",
        "," => "、",
        _ if code == "ja" && text.contains('．') => "．",
        _ => "。",
    }
}
