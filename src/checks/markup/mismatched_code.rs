//! `mismatched-code`

use super::code;
use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::model::SegmentView;

declare_check! {
    /// Inline code is not what the source has: damaged or translated.
    ///
    /// Readers copy code and programs compare it letter by letter. A name to be filled in, such as `<your-name>` or
    /// `{name}`, may be translated, and so may a text of the screen that is set as code; a name that a program knows
    /// (`{{ secrets }}`, `<secretName>`, `/orders/{id}`) may not.
    ///
    /// ```fails
    /// en | Set `employeeGroup` to `true`.
    /// nl | Stel `werknemersgroep` in op `true`.
    ///           ^^^^^^^^^^^^^^^^^
    /// ```
    ///
    /// ```fails
    /// en | Write `${{ secrets.NAME }}` and call `/orders/{id}`.
    /// de | Schreiben Sie `${{ geheimnisse.NAME }}`, und rufen Sie `/orders/{ID}` auf.
    ///                    ^^^^^^^^^^^^^^^^^^^^^^^^^                ^^^^^^^^^^^^^^
    /// ```
    ///
    /// ```passes
    /// en | Run `git clone <your-repository>`, then `make --name={name}` and `open <path to file>`.
    /// de | Führen Sie `git clone <ihrRepository>` und dann `make --name={Name}` und `open <Dateipfad>` aus.
    /// ```
    ///
    /// ```passes
    /// en | `Access denied` is shown.
    /// es | Aparece `Acceso denegado`.
    /// ```
    pub static MISMATCHED_CODE: Segment<MismatchedCode> = {
        id: "mismatched-code",
        category: Markup,
        severity: Error,
        confidence: High,
        fix: Unsafe,
        needs: [BACKTICK],
        mqm: "accuracy/mistranslation",
        its: "mistranslation",
        aliases: ["translated-code"],
        since: "0.1.0",
    }
}

/// Options of `mismatched-code`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MismatchedCode {}

impl SegmentCheck for MismatchedCode {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source(), segment.target());
        for (theirs, ours) in code::pair(segment).unwrap_or_default().damaged {
            let (wanted, given) = (theirs.inner.of(source.text()), ours.inner.of(target.text()));
            if !code::is_literal(wanted) {
                continue;
            }
            out.report(target.at(ours.span), format!("the code `{wanted}` has become `{given}`"))
                .fix_at(target.at(ours.inner), wanted, Trust::Unsafe)
                .also(source.at(theirs.span));
        }
    }
}
