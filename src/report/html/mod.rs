//! The HTML report: one file that opens from disk, for reviewers who write no code.
//!
//! The page is `report.html` with `report.css`, the scripts of `script/` and the findings as JSON put into it. Whatever comes from
//! the files that were read stands in that JSON alone, escaped so that nothing in it ends its element; the script
//! makes text nodes of it and never markup. A content security policy that names the hashes of the one style sheet
//! and the one script forbids everything else, the network included. The same report gives the same bytes.
//!
//! # Quality
//!
//! The page shows penalty points per 1,000 words, after the scoring model of MQM: each open finding counts by its
//! severity with MQM's default multipliers, 1 for `info` (minor), 5 for `warning` (major), 25 for `error` (critical).
//! What was settled does not count. Words are those of the source's prose, by Unicode annex 29; those of the
//! translation where no source is known. Where a script sets no spaces between words, each character that the annex
//! sets apart counts as one.

mod guide;
mod records;

use super::{Reporter, Scene};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter};
use sha2::{Digest, Sha256};
use std::io;

/// The HTML form.
pub struct Html;

const PAGE: &str = include_str!("report.html");
const STYLE: &str = include_str!("report.css");
/// One script, in this order.
const SCRIPTS: [&str; 6] = [
    include_str!("script/data.js"),
    include_str!("script/view.js"),
    include_str!("script/overview.js"),
    include_str!("script/list.js"),
    include_str!("script/texts.js"),
    include_str!("script/page.js"),
];

impl Reporter for Html {
    fn write(&self, scene: &Scene<'_>, out: &mut dyn io::Write) -> io::Result<()> {
        // A checkout may have other line ends than the reader of the page, who hashes what it has read.
        let script = format!("'use strict';\n{{\n{}}}\n", SCRIPTS.join("\n"));
        let [page, style, script] = [PAGE, STYLE, &script].map(|text| text.replace("\r\n", "\n"));
        let mut rest = page.as_str();
        while let Some((before, after)) = rest.split_once("{{") {
            let (slot, after) = after.split_once("}}").unwrap_or((after, ""));
            out.write_all(before.as_bytes())?;
            match slot {
                "policy" => out.write_all(policy(&style, &script).as_bytes())?,
                "style" => out.write_all(style.as_bytes())?,
                "script" => out.write_all(script.as_bytes())?,
                "data" => write_data(scene, out)?,
                other => unreachable!("report.html has no slot `{other}`"),
            }
            rest = after;
        }
        out.write_all(rest.as_bytes())
    }
}

/// What the page may do: apply this style sheet, run this script, and nothing else.
fn policy(style: &str, script: &str) -> String {
    let hash = |text: &str| STANDARD.encode(Sha256::digest(text));
    format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'",
        hash(style),
        hash(script)
    )
}

fn write_data(scene: &Scene<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let mut serializer = serde_json::Serializer::with_formatter(out, Inert);
    Ok(records::Data::of(scene).serialize(&mut serializer)?)
}

/// JSON that can stand in an element of a page: no character that HTML or an old reader of scripts would take for its
/// own stands in it as it is.
struct Inert;

impl Formatter for Inert {
    fn write_string_fragment<W: io::Write + ?Sized>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
        while let Some(at) = rest.find(['<', '>', '&', '\u{2028}', '\u{2029}']) {
            let (before, from) = rest.split_at(at);
            let loud = from.chars().next().unwrap_or_default();
            CompactFormatter.write_string_fragment(out, before)?;
            write!(out, "\\u{:04x}", loud as u32)?;
            rest = &from[loud.len_utf8()..];
        }
        CompactFormatter.write_string_fragment(out, rest)
    }
}
