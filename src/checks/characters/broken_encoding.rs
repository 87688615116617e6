//! `broken-encoding`

use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::model::SegmentView;
use crate::text::characters;

declare_check! {
    /// A character was broken on the way: `Ã©` for `é`, or `�`.
    ///
    /// The text was read in the wrong encoding and saved. Readers see rubbish, and search does not find the word. What the
    /// source holds as well is let pass, and so are capitals before a closing mark (`PÄÄ…`), which only look like it. What
    /// a file lost that is not UTF-8 is told once, by `invalid-encoding`.
    ///
    /// ```fails
    /// en | Open the published page.
    /// fr | Ouvrez la page publiÃ©e.
    ///                          ^^
    /// ```
    ///
    /// ```fails
    /// en | The report is ready.
    /// zh | 报�已准备就绪。
    ///       ^
    /// ```
    ///
    /// ```passes
    /// en | Shows `�` for unknown bytes.
    /// de | Zeigt `�` für unbekannte Bytes.
    /// ```
    ///
    /// ```passes
    /// en | Press "Å…" for more.
    /// sv | Tryck på ”Å…” för mer.
    /// ```
    pub static BROKEN_ENCODING: Segment<BrokenEncoding> = {
        id: "broken-encoding",
        category: Characters,
        severity: Error,
        confidence: High,
        fix: Unsafe,
        needs: [NON_ASCII],
        one_sided: true,
        mqm: "design/character-formatting",
        its: "characters",
        aliases: ["mojibake"],
        since: "0.1.0",
    }
}

/// Options of `broken-encoding`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct BrokenEncoding {}

impl SegmentCheck for BrokenEncoding {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source().text(), segment.target());
        for span in characters::broken(target.text()) {
            let found = span.of(target.text());
            if source.contains(found) {
                continue;
            }
            match characters::repaired(found) {
                Some(meant) => {
                    let message = format!("`{found}` stands for `{meant}`, broken by a wrong encoding");
                    out.report(target.at(span), message).fix(meant, Trust::Unsafe);
                }
                None if segment.page().is_damaged() => {}
                None => {
                    out.report(target.at(span), "a character was lost here").help("restore it from the original text");
                }
            }
        }
    }
}
