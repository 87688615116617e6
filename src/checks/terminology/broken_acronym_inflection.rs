//! `broken-acronym-inflection`

use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::model::SegmentView;
use crate::text::acronyms::broken_endings;

declare_check! {
    /// The ending of an acronym or name is torn from it by a space or written in capitals.
    ///
    /// Swedish and Finnish put a colon between an acronym and its ending, Turkish and Danish an apostrophe, Polish,
    /// Norwegian and others a hyphen; nothing else stands between. Programs that treat acronym and ending as two words
    /// leave a gap that no reader of the language would. Colons, dashes and quotation marks in their own right are left
    /// alone: the ending must be one of the language, and one that is also a word needs a source without the mark.
    ///
    /// ```fails
    /// en | All ISVs use the APIs.
    /// sv | Alla ISV: er använder API:erna.
    ///           ^^^^^^^
    /// ```
    ///
    /// ```fails
    /// en | Sign in to Contoso for ISVs and choose **Save**.
    /// tr | ISV 'Ler için Contoso 'da oturum açın ve **Kaydet** 'i seçin.
    ///      ^^^^^^^^      ^^^^^^^^^^^                          ^^^
    /// ```
    ///
    /// ```fails
    /// en | Use this API.
    /// pl | Użyj tego API -u.
    ///                ^^^^^^
    /// ```
    ///
    /// ```fails
    /// en | Save the SMSes with the PDF.
    /// hu | Mentse az SMS -eket a PDF -fel.
    ///                ^^^^^^^^^   ^^^^^^^^
    /// ```
    ///
    /// ```passes
    /// en | New in the API: a list, and in the SKU: one price
    /// sv | Nytt i API: en lista, och i SKU: ett pris
    /// ```
    ///
    /// ```passes
    /// en | Choose 'Try' or 'New page' on the ISV tab.
    /// tr | ISV sekmesinde 'Dene' veya 'Yeni sayfa' seçeneğini belirleyin.
    /// ```
    ///
    /// ```passes
    /// en | ISV and CSP partners use the API - and the SDK
    /// pl | Partnerzy ISV- i CSP- używają API - i zestawu SDK
    /// ```
    pub static BROKEN_ACRONYM_INFLECTION: Segment<BrokenAcronymInflection> = {
        id: "broken-acronym-inflection",
        category: Terminology,
        severity: Warning,
        confidence: High,
        fix: Safe,
        needs: [MARK, HYPHEN, NON_ASCII],
        one_sided: true,
        mqm: "linguistic-conventions/spelling",
        its: "grammar",
        since: "0.1.0",
    }
}

/// Options of `broken-acronym-inflection`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct BrokenAcronymInflection {}

impl SegmentCheck for BrokenAcronymInflection {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source(), segment.target());
        for broken in broken_endings(target.text(), target.locale().language()) {
            let written = broken.span.of(target.text());
            // What the source holds as well, such as an option `API -a`, is no ending.
            if !target.is_prose(broken.gap) || source.text().contains(written) {
                continue;
            }
            let right = format!("{}{}", &written[..written.len() - broken.gap.len()], broken.right);
            // A common noun takes its ending without the mark, which a person has to see to.
            let proper = written.starts_with(|c: char| !c.is_lowercase());
            out.report(target.at(broken.span), format!("the ending is torn from its word: `{written}`"))
                .help(format!("write `{right}`"))
                .fix_at(target.at(broken.gap), broken.right, if proper { Trust::Safe } else { Trust::Unsafe });
        }
    }
}
