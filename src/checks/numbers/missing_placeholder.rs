//! `missing-placeholder`

use super::{expected_place, lonely_placeholders};
use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::model::SegmentView;

declare_check! {
    /// A placeholder of the source is missing or was translated.
    ///
    /// A program looks for `{name}` and finds nothing to replace, or the reader copies a path that does not work.
    /// Order is free, and so are spaces within the braces. Braces around several words (`{your company name}`) speak
    /// to the reader and are translated.
    ///
    /// ```fails
    /// en | Hello {name}, your invoice is here.
    /// es | Hola, {nombre}: aquí está su factura.
    ///            ^^^^^^^^
    /// ```
    ///
    /// ```fails
    /// en | %d files in the folder %s
    /// de | Dateien im Ordner %s
    ///      ^^^^^^^
    /// ```
    ///
    /// ```passes
    /// en | Copy {count} files to {{ folder }}, {your company name}.
    /// tr | {{folder}} klasörüne {count} dosya kopyalayın, {şirketinizin adı}.
    /// ```
    ///
    /// ```passes
    /// en | 50% done
    /// sv | 50 % är klart
    /// ```
    pub static MISSING_PLACEHOLDER: Segment<MissingPlaceholder> = {
        id: "missing-placeholder",
        category: Placeholders,
        severity: Error,
        confidence: High,
        fix: Safe,
        needs: [PLACEHOLDER],
        mqm: "accuracy/omission",
        its: "markup",
        aliases: ["mismatched-placeholder"],
        since: "0.1.0",
    }
}

/// Options of `missing-placeholder`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MissingPlaceholder {}

impl SegmentCheck for MissingPlaceholder {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source(), segment.target());
        if segment.is_one_sided() || source.placeholders().is_empty() {
            return;
        }
        // As many strangers as there are placeholders missing are these, translated; of one alone it is certain.
        let (missing, strangers) = lonely_placeholders(segment);
        let paired = strangers.len() == missing.len();
        let trust = if missing.len() == 1 { Trust::Safe } else { Trust::Unsafe };
        for (index, &span) in missing.iter().enumerate() {
            let original = span.of(source.text());
            if paired {
                let message = format!("the placeholder `{original}` became `{}`", strangers[index].of(target.text()));
                out.report(target.at(strangers[index]), message).also(source.at(span)).fix(original, trust);
            } else {
                let message = format!("the placeholder `{original}` is missing");
                out.report(target.at(expected_place(segment, span)), message).also(source.at(span));
            }
        }
    }
}
