//! `missing-link-text`

use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::SegmentView;
use crate::span::Span;
use crate::text::markup::{Link, LinkKind};

declare_check! {
    /// A link of the translation has no words to click.
    ///
    /// An empty link cannot be seen; one on a full stop cannot be hit. The words mostly stand beside it, where a
    /// machine left them. Links without words in the source (an arrow, a star) are let pass.
    ///
    /// ```fails
    /// en | Follow the [setup guide](setup.md) step by step.
    /// it | Seguire la guida alla configurazione [](setup.md) passo per passo.
    ///                                           ^^
    /// ```
    ///
    /// ```fails
    /// en | Follow the [setup guide](setup.md).
    /// pl | Postępuj zgodnie z przewodnikiem konfiguracji[.](setup.md)
    ///                                                   ^^^
    /// ```
    ///
    /// ```passes
    /// en | Back [↑](#top)
    /// it | Torna su [↑](#top)
    /// ```
    ///
    /// ```passes
    /// en | [![Build](build.svg)](ci.md)
    /// de | [![Build](build.svg)](ci.md)
    /// ```
    pub static MISSING_LINK_TEXT: Segment<MissingLinkText> = {
        id: "missing-link-text",
        category: Links,
        severity: Error,
        confidence: High,
        needs: [BRACKET],
        one_sided: true,
        mqm: "design/markup",
        its: "markup",
        since: "0.1.0",
    }
}

/// Options of `missing-link-text`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MissingLinkText {}

impl SegmentCheck for MissingLinkText {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source(), segment.target());
        for link in target.markup().plain_links().filter(|link| is_wordless(link, target.text())) {
            let destination = link.destination.of(target.text());
            let originals = || source.markup().plain_links();
            if originals().any(|original| is_wordless(original, source.text())) {
                continue;
            }
            let brackets = Span { start: link.span.start, end: link.text.end + 1 };
            let found = out.report(target.at(brackets), format!("the link to `{destination}` has no text"));
            found.help("put the brackets around the words that name the page");
            let original = originals().find(|original| original.destination.of(source.text()) == destination);
            if let Some(original) = original {
                found.also(source.at(original.span));
            }
        }
    }
}

fn is_wordless(link: &Link, text: &str) -> bool {
    link.kind == LinkKind::Inline && !link.text.of(text).contains(|c: char| c.is_alphanumeric() || c == '!')
}
