//! `added-code`

use super::code;
use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::SegmentView;

declare_check! {
    /// The translation marks as code what the source does not have.
    ///
    /// Code that the source does not know was invented, or a passage was marked that is language. Code marks around
    /// words that stand plain in the source (a file name, a command) are a service to the reader and pass.
    ///
    /// ```fails
    /// en | Restart the agent.
    /// nl | Start de `agent-dienst` opnieuw.
    ///               ^^^^^^^^^^^^^^
    /// ```
    ///
    /// ```passes
    /// en | Open config.json in an editor.
    /// fr | Ouvrez `config.json` dans un éditeur.
    /// ```
    pub static ADDED_CODE: Segment<AddedCode> = {
        id: "added-code",
        category: Markup,
        severity: Warning,
        confidence: Medium,
        needs: [BACKTICK],
        mqm: "accuracy/addition",
        its: "addition",
        since: "0.1.0",
    }
}

/// Options of `added-code`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct AddedCode {}

impl SegmentCheck for AddedCode {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source(), segment.target());
        for code in code::pair(segment).unwrap_or_default().added {
            let name = code.inner.of(target.text());
            if !source.text().contains(name.trim()) {
                out.report(target.at(code.span), format!("the source has no code `{name}`"));
            }
        }
    }
}
