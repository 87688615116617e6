//! `missing-identifier`

use super::expected_place;
use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::locale::Script;
use crate::model::{SegmentKind, SegmentView};
use crate::text::counterparts::{Likeness, begins_sentence, changed_part, counterpart};
use crate::text::identifiers::{Identifier, Shape, fixed_parts, inner};

declare_check! {
    /// What looks like code in the source is missing or changed in the translation.
    ///
    /// Code is often written without code marks: names of properties in tables, paths, GUIDs, file names. It must stand
    /// as it is, or the reader searches for what does not exist. Words of two humps (`payDate`, `GitHub`), with `_`,
    /// paths, GUIDs, file names, addresses, options, codes such as `0x80070643` and names of HTTP headers count
    /// everywhere; `GET`, `customer-id`, `run.voided` and `QS-PRM-16` only where they stand alone, or else before
    /// `request` (`GET`) and beside another of their family (`run.started`). Endings (`PowerShellu`) are fine, a
    /// capital at the beginning of a sentence too, and mixed acronyms (`SaaS`) are no code. What stands between the
    /// braces of a path is for `missing-placeholder`.
    ///
    /// ```fails
    /// en | The payDate value must be a workday.
    /// nl | De waarde payDatum moet een werkdag zijn.
    ///                ^^^^^^^^
    /// ```
    ///
    /// ```fails
    /// en | customerTier
    /// tr | müşteriKatmanı
    ///      ^^^^^^^^^^^^^^
    /// ```
    ///
    /// ```fails
    /// en | Send it to /companies/{companyId}/timesheets and store it on GitHub.
    /// pl | Wyślij to do /firmy/{companyId}/timesheets i zapisz w serwisie Github.
    ///                    ^^^^^                                            ^^^^^^
    /// ```
    ///
    /// ```fails
    /// en | After 0x80070643, wait as long as X-Retry-After says, then choose job.started or job.failed.
    /// es | Tras 0x80070634, espere lo que indique X-Repetir-Tras y elija job.started o tarea.failed.
    ///           ^^^^^^^^^^                        ^^^^^^^^^^^^^^                       ^^^^^^^^^^^^
    /// ```
    ///
    /// ```passes
    /// en | Get the post. The GET request ended with 0x800F081F; see the e-mail in your In-Box.
    /// de | Holen Sie die Post. Die GET-Anforderung endete mit 0x800f081f; siehe die E-Mail in Ihrem Posteingang.
    /// ```
    ///
    /// ```passes
    /// en | trialEndDate is set in PowerShell; see /v1/orders/{orderId} on SharePoint.
    /// pl | TrialEndDate ustawia się w PowerShellu; zobacz /v1/orders/{orderId} w witrynie SharePoint'a.
    /// ```
    ///
    /// ```passes
    /// en | His and/or her 3/4 of the SaaS add-on, on 3/4/2021
    /// de | Seine und/oder ihre 3/4 des SaaS-Zusatzes, am 04.03.2021
    /// ```
    pub static MISSING_IDENTIFIER: Segment<MissingIdentifier> = {
        id: "missing-identifier",
        category: Terminology,
        severity: Error,
        confidence: High,
        fix: Safe,
        needs: [CODE, CAPITALS],
        mqm: "accuracy/do-not-translate",
        its: "mistranslation",
        aliases: ["mismatched-identifier"],
        since: "0.1.0",
    }
}

/// Options of `missing-identifier`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MissingIdentifier {
    /// Words of two humps that are translated, besides those that English spells in either way (`PivotTable`).
    pub translated: Vec<String>,
}

/// Words that are written like code and translated like words, and names with a name of their own in China.
const TRANSLATED: &[&str] = &[
    "addin", "addon", "alipay", "backend", "checkbox", "dropdown", "ebook", "ecommerce", "email", "frontend",
    "helpdesk", "homepage", "lifecycle", "linkedin", "pivotchart", "pivottable", "plugin", "popup", "quickstart",
    "readme", "setup", "textbox", "toolbox", "webpage", "website", "wechat", "whitepaper", "wifi", "workflow",
    "workspace",
];

/// As many are told of one text: each is compared with every word of the translation.
const MOST: usize = 32;

impl SegmentCheck for MissingIdentifier {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source(), segment.target());
        if source.text() == target.text() || segment.is_one_sided() {
            return;
        }
        let identifiers = source.identifiers();
        let is_lost = |(index, identifier): &(usize, &Identifier)| {
            let word = identifier.span.of(source.text());
            let again = identifiers[..*index].iter().any(|other| other.span.of(source.text()) == word);
            !again && !self.is_kept(word, **identifier, segment)
        };
        for (_, identifier) in identifiers.iter().enumerate().filter(is_lost).take(MOST) {
            report(identifier.span.of(source.text()), *identifier, segment, out);
        }
    }
}

impl MissingIdentifier {
    /// Whether `word` stands in the target, whole or as far as it must, or may be translated.
    fn is_kept(&self, word: &str, identifier: Identifier, segment: &SegmentView<'_>) -> bool {
        let target = segment.target().text();
        if target.contains(word) {
            return true;
        }
        let singular = word.strip_suffix('s').unwrap_or(word);
        match identifier.shape {
            Shape::Path => fixed_parts(word).all(|part| target.contains(part)),
            Shape::Email => word.split_once('@').is_some_and(|(_, host)| target.contains(host)),
            Shape::CamelCase => {
                let lower = singular.to_lowercase();
                let listed = self.translated.iter().any(|other| other.eq_ignore_ascii_case(word));
                singular.len() > 4 && target.contains(singular) || listed || TRANSLATED.contains(&lower.as_str())
            }
            // Alone outside tables these are labels of buttons.
            Shape::HttpVerb => {
                segment.kind() != SegmentKind::TableCell
                    && inner(segment.source().text()) == identifier.span
                    && matches!(word, "DELETE" | "OPTIONS" | "HEAD" | "TRACE" | "POST")
            }
            // Outside tables, long compounds (`first-party-data`) may be plain English.
            Shape::KebabCase => {
                segment.kind() != SegmentKind::TableCell && word.matches('-').count() > 1 && !word.ends_with("-id")
            }
            Shape::Hexadecimal => target.to_ascii_lowercase().contains(&word.to_ascii_lowercase()),
            _ => false,
        }
    }
}

fn report(word: &str, identifier: Identifier, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
    let (source, target) = (segment.source(), segment.target());
    let original = source.at(identifier.span);
    let alone = inner(source.text()) == identifier.span;
    // A word that stands in the source, or begins with another of its identifiers, is no stranger.
    let others =
        || source.identifiers().iter().map(|other| other.span.of(source.text())).filter(|other| *other != word);
    let begins =
        |token: &str, other: &str| token.get(..other.len()).is_some_and(|head| head.eq_ignore_ascii_case(other));
    let known = |token: &str| {
        token.starts_with(char::is_alphanumeric) && source.text().contains(token)
            || others().any(|other| begins(token, other))
    };
    match counterpart(word, identifier.shape, target.text(), known) {
        Some((span, Likeness::Case)) => {
            let found = span.of(target.text());
            if !begins_sentence(target.text(), span, word) && target.text().contains(char::is_lowercase) {
                let message = format!("`{word}` is written `{found}`");
                out.report(target.at(span), message).also(original).fix(word, Trust::Safe);
            }
        }
        _ if alone => {
            let span = inner(target.text());
            let message = format!("`{word}` became `{}`", span.of(target.text()));
            out.report(target.at(span), message).also(original).fix(word, Trust::Safe);
        }
        Some((span, Likeness::Near)) => {
            let (from, to) = changed_part(word, identifier.shape, target.text(), span);
            let message = format!("`{word}` became `{}`", span.of(target.text()));
            out.report(target.at(from), message).also(original).fix(to, Trust::Unsafe);
        }
        None if is_surely_code(word, identifier.shape, segment) => {
            let message = format!("`{word}` is missing");
            out.report(target.at(expected_place(segment, identifier.span)), message).also(original);
        }
        None => {}
    }
}

/// Whether a word without any counterpart is code, and not a name that has another form in the target's language:
/// names of two humps in small letters' languages are kept, in other scripts they may be written as they sound.
fn is_surely_code(word: &str, shape: Shape, segment: &SegmentView<'_>) -> bool {
    shape != Shape::CamelCase
        || word.starts_with(|c: char| c.is_ascii_lowercase())
        || segment.target().locale().language().script == Script::Latin
}
