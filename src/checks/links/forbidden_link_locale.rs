//! `forbidden-link-locale`

use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::SegmentView;
use crate::span::Span;
use crate::text::hyperlinks::{is_download, locale_segment};

declare_check! {
    /// A link of the translation is nailed to the source's locale.
    ///
    /// `/en-us/` in an address shows the English page to a reader whose own may exist; without it most sites choose
    /// by the reader. Often the source is at fault, too, and some pages exist in English only: hence for those who
    /// ask. A download or an image is let pass.
    ///
    /// ```fails
    /// en | See [the terms](https://www.example.com/terms).
    /// es | Consulte [las condiciones](https://www.example.com/en-us/terms).
    ///                                                         ^^^^^
    /// ```
    ///
    /// ```passes
    /// en | See [the terms](https://www.example.com/en-us/terms).
    /// es | Consulte [las condiciones](https://www.example.com/es-es/terms).
    /// ```
    ///
    /// ```passes
    /// en | Download the [data sheet](https://www.example.com/files/en-us/gate.pdf).
    /// es | Descargue la [ficha técnica](https://www.example.com/files/en-us/gate.pdf).
    /// ```
    pub static FORBIDDEN_LINK_LOCALE: Segment<ForbiddenLinkLocale> = {
        id: "forbidden-link-locale",
        category: Links,
        severity: Info,
        confidence: Medium,
        audience: Pedantic,
        needs: [SLASH],
        one_sided: true,
        mqm: "locale-conventions/other",
        its: "locale-violation",
        since: "0.1.0",
    }
}

/// Options of `forbidden-link-locale`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct ForbiddenLinkLocale {}

impl SegmentCheck for ForbiddenLinkLocale {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source(), segment.target());
        let code = source.locale().language().code;
        if target.locale().language().code == code {
            return;
        }
        for link in target.hyperlinks().iter().filter(|link| !link.form.is_image()) {
            let destination = link.destination.of(target.text());
            let Some(named) = locale_segment(destination) else { continue };
            let tag = named.of(destination);
            let is_source = tag.get(..2).is_some_and(|language| language.eq_ignore_ascii_case(code));
            if is_source && destination.contains("://") && !is_download(destination) {
                let span: Span = named.shifted(link.destination.range().start);
                out.report(target.at(span), format!("the link asks for the `{tag}` page"))
                    .help(format!("leave `{tag}/` out, or name the reader's locale"));
            }
        }
    }
}
