//! What looks like code though nothing marks it as code: identifiers, paths, GUIDs, versions, HTTP verbs.

use super::byte_set::ByteSet;
use crate::span::Span;

/// A piece of text that looks like code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Identifier {
    /// Where.
    pub span: Span,
    /// What it looks like.
    pub shape: Shape,
}

/// What an identifier looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Shape {
    /// `trialToPaidConversionDate`, `GitHub`.
    CamelCase,
    /// `customer_id`, `MAX_SIZE`.
    SnakeCase,
    /// `customer-tenant-id`.
    KebabCase,
    /// `/v1/customers/{id}`, `docs/index.md`.
    Path,
    /// `39d7d0f4-…`.
    Guid,
    /// `GET`, `DELETE`, alone or in bold, and before a path or `request`.
    HttpVerb,
    /// `--force`, `-WhatIf`.
    Option,
    /// `readme.md`, `app.config`.
    FileName,
    /// `name@host.example`.
    Email,
    /// `run.voided`, alone or beside another of its family, `System.Collections.Generic`.
    Dotted,
    /// `QS-PRM-16`, alone.
    Code,
    /// `0x80070643`.
    Hexadecimal,
    /// `X-Retry-After`, `Content-Type`.
    HttpHeader,
}

/// The identifiers of `text` within `prose` (the parts of it that are language), in order.
///
/// ```
/// # use bilint::{span::Span, text::identifiers::identifiers};
/// let text = "Set trialEndDate and max_size, then GET /v1/orders/next.";
/// let found: Vec<_> = identifiers(text, &[Span::new(0, text.len())]).iter().map(|i| i.span.of(text)).collect();
/// assert_eq!(found, ["trialEndDate", "max_size", "GET", "/v1/orders/next"]);
/// ```
pub fn identifiers(text: &str, prose: &[Span]) -> Vec<Identifier> {
    let mut found = Vec::new();
    let mut dotted: Vec<Identifier> = Vec::new();
    for run in prose {
        let mut at = run.range().start;
        while let Some(offset) = mark_of_code(&text[at..run.range().end]) {
            let token = token_around(text, at, at + offset, run.range().end);
            at = token.range().end;
            let token = token.of(text);
            if token.len() > 2 && mark_of_code(token).is_some() {
                let body = token.trim_matches(is_wrapping).trim_end_matches(['.', ':', '\'', '’']);
                let start = at - token.len() + token.find(body).unwrap_or_default();
                let span = Span::new(start, start + body.len());
                match shape(body) {
                    Some(shape) => found.push(Identifier { span, shape }),
                    None if is_dotted(body, 2) => dotted.push(Identifier { span, shape: Shape::Dotted }),
                    None => {}
                }
            }
        }
    }
    // `payment.failed` beside `payment.succeeded`.
    let family = |found: &Identifier| found.span.of(text).split_once('.').unwrap_or_default();
    let is_kin = |one: &Identifier, other: &Identifier| {
        let ((one, name), (other, another)) = (family(one), family(other));
        one == other && name != another
    };
    found.extend(dotted.iter().filter(|one| dotted.iter().any(|other| is_kin(one, other))));
    found.extend(verbs(text, prose));
    found.sort_by_key(|identifier| identifier.span.range().start);
    let whole = inner(text);
    let is_alone = prose.len() == 1 && found.is_empty() && !whole.of(text).contains(' ');
    if is_alone && let Some(shape) = shape_alone(whole.of(text)) {
        found.push(Identifier { span: whole, shape });
    }
    found
}

/// The HTTP verbs of `text` that stand before `request`, `method`, `operation` or a path.
fn verbs(text: &str, prose: &[Span]) -> Vec<Identifier> {
    static FIRST: ByteSet = ByteSet::of(b"DGP");
    let verb = |at: usize| {
        let word = HTTP_VERBS.iter().find(|verb| text[at..].starts_with(**verb))?;
        let span = Span::new(at, at + word.len());
        let begins = !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '-');
        let behind = text[span.range().end..].strip_prefix(' ')?;
        let asks = ["request", "method", "operation", "/"].iter().any(|word| behind.starts_with(word));
        let is_prose = || prose.iter().any(|run| run.contains(span));
        (begins && asks && is_prose()).then_some(Identifier { span, shape: Shape::HttpVerb })
    };
    FIRST.places(text.as_bytes()).filter_map(verb).collect()
}

/// The methods of HTTP (RFC 9110, RFC 5789) that services are asked with.
const HTTP_VERBS: [&str; 5] = ["GET", "PUT", "POST", "PATCH", "DELETE"];

/// The first byte of what makes a word look like code: most texts have none. A hyphen does only where a second one
/// follows it, as before an option or in a GUID, or a capital, as in the name of a header.
fn mark_of_code(text: &str) -> Option<usize> {
    static MARKS: ByteSet = ByteSet::of(b"_/@-.x").with(b'A', b'Z');
    let bytes = text.as_bytes();
    let next = |at: usize| bytes.get(at + 1).copied().unwrap_or_default();
    MARKS.places(bytes).find_map(|at| match bytes[at] {
        b'_' | b'/' | b'@' => Some(at),
        b'-' => {
            let joins = next(at).is_ascii_uppercase() && bytes[..at].last().is_some_and(u8::is_ascii_alphabetic);
            (joins || next(at) == b'-' || bytes.get(at + 5) == Some(&b'-')).then_some(at)
        }
        b'.' => next(at).is_ascii_alphanumeric().then_some(at),
        b'x' => (next(at).is_ascii_hexdigit() && bytes[..at].ends_with(b"0")).then_some(at),
        // A capital behind a small letter.
        _ => at.checked_sub(1).filter(|&before| bytes[before].is_ascii_lowercase()),
    })
}

/// The token of `text[from..to]` that holds the byte `at`.
fn token_around(text: &str, from: usize, at: usize, to: usize) -> Span {
    let (before, behind) = (&text[from..at], &text[at..to]);
    let edge = before.char_indices().rfind(|&(_, character)| parts_tokens(character));
    let start = edge.map_or(from, |(edge, character)| from + edge + character.len_utf8());
    Span::new(start, behind.find(parts_tokens).map_or(to, |length| at + length))
}

/// The part of `text` without the spaces and emphasis markers at its edges.
pub fn inner(text: &str) -> Span {
    let marks = |c: char| c.is_whitespace() || matches!(c, '*' | '`');
    let start = text.len() - text.trim_start_matches(marks).len();
    Span::new(start, text.trim_end_matches(marks).len().max(start))
}

/// What `whole`, a text of its own, looks like: shapes that only mean code where no other words stand around them.
fn shape_alone(whole: &str) -> Option<Shape> {
    match whole {
        "GET" | "PUT" | "POST" | "PATCH" | "DELETE" | "HEAD" | "OPTIONS" | "TRACE" => Some(Shape::HttpVerb),
        _ if is_kebab(whole) => Some(Shape::KebabCase),
        _ if is_dotted(whole, 2) => Some(Shape::Dotted),
        _ => is_code(whole).then_some(Shape::Code),
    }
}

/// Whether a token ends before `character`.
fn parts_tokens(character: char) -> bool {
    if character.is_ascii() { PARTS[character as usize] } else { character.is_whitespace() || is_boundary(character) }
}

/// [`parts_tokens`] for ASCII.
const PARTS: [bool; 128] = {
    let mut table = [false; 128];
    let parts = b" \t\n\r\x0b\x0c()[]\"|*,;!?=";
    let mut at = 0;
    while at < parts.len() {
        table[parts[at] as usize] = true;
        at += 1;
    }
    table
};

/// Whether `character` is punctuation that no identifier holds, or of a script that sets no spaces around one.
pub(super) fn is_boundary(character: char) -> bool {
    match character {
        '('
        | ')'
        | '['
        | ']'
        | '"'
        | '|'
        | '*'
        | ','
        | ';'
        | '!'
        | '?'
        | '='
        | '“'
        | '”'
        | '„'
        | '«'
        | '»'
        | '‘'
        | '…'
        | '–'
        | '—'
        | '\u{3000}'..='\u{303f}'
        | '\u{ff00}'..='\u{ff65}' => true,
        _ => crate::text::characters::is_unspaced(character),
    }
}

pub(super) fn is_wrapping(character: char) -> bool {
    matches!(character, '\'' | '’' | '‘' | '.' | ':' | '<' | '>')
}

/// What `token` looks like, if it looks like code at all.
pub fn shape(token: &str) -> Option<Shape> {
    let bytes = token.as_bytes();
    if is_guid(token) {
        return Some(Shape::Guid);
    }
    if bytes.contains(&b'/') {
        return is_path(token).then_some(Shape::Path);
    }
    if is_hexadecimal(token) {
        return Some(Shape::Hexadecimal);
    }
    if !token.is_ascii() || bytes.iter().filter(|b| b.is_ascii_alphabetic()).count() < 2 {
        return None;
    }
    if bytes.contains(&b'@') {
        return is_email(token).then_some(Shape::Email);
    }
    if let Some(option) = token.strip_prefix("--") {
        let plain = option.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        return (plain && option.len() > 1 && !option.starts_with('-')).then_some(Shape::Option);
    }
    if !bytes.iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.' | b'-')) {
        return None;
    }
    if is_file_name(token) {
        return Some(Shape::FileName);
    }
    if bytes.contains(&b'-') {
        return is_header(token).then_some(Shape::HttpHeader);
    }
    let inner = token.trim_matches('_');
    if inner.contains('_') && inner.len() > 3 {
        return Some(Shape::SnakeCase);
    }
    if is_camel(token) {
        return Some(Shape::CamelCase);
    }
    is_dotted(token, 3).then_some(Shape::Dotted)
}

/// `payDate`, `GitHub`, `Store.PartnerCenter`: a small letter before a capital, with two letters or more on either
/// side. Mixed acronyms (`SaaS`, `IoT`, `DDoS`) and surnames (`McDonald`) are none.
fn is_camel(token: &str) -> bool {
    let bytes = token.as_bytes();
    let humps: Vec<usize> =
        (1..bytes.len()).filter(|&at| bytes[at - 1].is_ascii_lowercase() && bytes[at].is_ascii_uppercase()).collect();
    let (Some(&first), Some(&last)) = (humps.first(), humps.last()) else { return false };
    let surname = token.starts_with("Mc") && first == 2 || token.starts_with("Mac") && first == 3;
    let length = if bytes[0].is_ascii_lowercase() { 5 } else { 6 };
    first >= 2 && bytes.len() - last >= 2 && bytes.len() >= length && !surname
}

/// `run.voided`, `System.Collections.Generic`: `least` parts or more of three letters or more, alike in their first
/// letters.
fn is_dotted(token: &str, least: usize) -> bool {
    let small = token.starts_with(|c: char| c.is_ascii_lowercase());
    let part = |part: &str| {
        part.len() >= 3
            && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
            && part.as_bytes()[0].is_ascii_lowercase() == small
            && part.as_bytes()[0].is_ascii_alphabetic()
    };
    token.split('.').count() >= least && token.split('.').all(part)
}

/// `QS-PRM-16`, `MB-300`: short groups of capitals and groups of digits between hyphens, two hyphens or three digits at
/// least, without months and years (`JAN-2021`).
fn is_code(token: &str) -> bool {
    const MONTHS: [&str; 12] = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    let bytes = token.as_bytes();
    let digits = bytes.iter().filter(|b| b.is_ascii_digit()).count();
    let parts = token.split('-').count();
    let is_year = |part: &str| part.len() == 4 && (part.starts_with("19") || part.starts_with("20"));
    bytes.first().is_some_and(u8::is_ascii_uppercase)
        && (parts >= 3 && digits > 0 || parts == 2 && digits >= 3)
        && token.split('-').all(|part| {
            let letters = part.bytes().filter(u8::is_ascii_uppercase).count();
            !part.is_empty()
                && letters <= 3
                && part.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
                && !is_year(part)
                && !MONTHS.contains(&part)
        })
}

/// `0x80070643`: four digits or more, as codes of errors and addresses have.
fn is_hexadecimal(token: &str) -> bool {
    let digits = token.strip_prefix("0x").unwrap_or_default();
    digits.len() >= 4 && digits.bytes().all(|b| b.is_ascii_hexdigit())
}

/// `X-Retry-After`, `Content-Type`: a name of the old private kind (RFC 6648), or one of the IANA registry of HTTP
/// field names that is no phrase of English beside.
fn is_header(token: &str) -> bool {
    const NAMES: [&str; 14] = [
        "Accept-Encoding", "Accept-Language", "Cache-Control", "Content-Disposition", "Content-Encoding",
        "Content-Length", "Content-Security-Policy", "Content-Type", "If-Match", "If-Modified-Since", "If-None-Match",
        "Retry-After", "Set-Cookie", "Strict-Transport-Security",
    ];
    let capitalised =
        |part: &str| part.len() > 1 && part.bytes().next().is_some_and(|b| b.is_ascii_uppercase()) && part.is_ascii();
    let private = token.strip_prefix("X-").filter(|name| name.contains('-'));
    private.is_some_and(|name| name.split('-').all(capitalised)) || NAMES.contains(&token)
}

/// `customer-tenant-id`: three or more parts of small letters and digits, none of them a small English word; or two,
/// of which the second is what code is full of (`customer-id`).
fn is_kebab(token: &str) -> bool {
    const JOINERS: [&str; 22] = [
        "to", "of", "the", "by", "and", "in", "on", "up", "a", "out", "off", "or", "per", "end", "as", "at", "for",
        "with", "be", "no", "not", "you",
    ];
    const NOUNS: [&str; 6] = ["id", "key", "url", "uri", "guid", "uuid"];
    let parts: Vec<&str> = token.split('-').collect();
    let plain = |part: &&str| {
        !part.is_empty()
            && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
            && !JOINERS.contains(part)
    };
    (parts.len() >= 3 || parts.len() == 2 && NOUNS.contains(&parts[1])) && parts.iter().all(plain)
}

fn is_guid(token: &str) -> bool {
    let token = token.trim_matches(['{', '}']);
    let lengths = token.split('-').map(|part| part.bytes().all(|b| b.is_ascii_hexdigit()).then_some(part.len()));
    lengths.eq([Some(8), Some(4), Some(4), Some(4), Some(12)])
}

fn is_email(token: &str) -> bool {
    token.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty()
            && host.contains('.')
            && host.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'))
    })
}

/// A path begins with a slash and has two parts, or has three parts, or ends in a file name.
fn is_path(token: &str) -> bool {
    let body = token.trim_end_matches('/');
    if body.bytes().filter(u8::is_ascii_alphabetic).count() < 2 {
        return false;
    }
    let legal = |b: u8| b.is_ascii_alphanumeric() || b"/-_.{}~?&=$%#+<>@".contains(&b);
    if !body.bytes().all(legal) || body.contains("//") {
        return false;
    }
    let parts: Vec<&str> = body.split('/').filter(|part| !part.is_empty()).collect();
    let last = parts.last().copied().unwrap_or_default();
    body.starts_with('/') && parts.len() >= 2
        || parts.len() >= 2 && is_file_name(last)
        || body.contains('{') && parts.len() >= 2
}

/// The parts of a path that must stay as they are: what stands between the placeholders, with two letters or more.
///
/// ```
/// # use bilint::text::identifiers::fixed_parts;
/// assert_eq!(fixed_parts("/firms/{firmId}/hours").collect::<Vec<_>>(), ["/firms/", "/hours"]);
/// ```
pub fn fixed_parts(path: &str) -> impl Iterator<Item = &str> {
    path.split('{')
        .enumerate()
        .map(|(index, part)| if index == 0 { part } else { part.split_once('}').map_or("", |(_, rest)| rest) })
        .filter(|part| part.bytes().filter(u8::is_ascii_alphabetic).count() >= 2)
}

/// A name with an extension that a file has.
fn is_file_name(token: &str) -> bool {
    const EXTENSIONS: &[&str] = &[
        "asp", "aspx", "bat", "bin", "cer", "cmd", "conf", "config", "cs", "csproj", "css", "csv", "dll", "doc",
        "docx", "exe", "gif", "go", "gz", "htm", "html", "ini", "java", "jar", "jpeg", "jpg", "js", "json", "jsonl",
        "jsx", "log", "md", "mdx", "msi", "nupkg", "pdf", "pem", "pfx", "php", "png", "po", "ppt", "pptx", "props",
        "ps1", "psd1", "psm1", "py", "rb", "resx", "rs", "sh", "sln", "sql", "svg", "tar", "targets", "toml", "ts",
        "tsx", "txt", "vb", "vsix", "wasm", "xls", "xlsx", "xml", "yaml", "yml", "zip",
    ];
    // A capital behind a stop begins a sentence (`done.Go`), unless all is in capitals.
    token.rsplit_once('.').is_some_and(|(name, extension)| {
        let cased =
            extension.bytes().all(|b| !b.is_ascii_uppercase()) || !token.bytes().any(|b| b.is_ascii_lowercase());
        !name.is_empty() && cased && EXTENSIONS.contains(&extension.to_ascii_lowercase().as_str())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shapes(text: &str) -> Vec<Shape> {
        identifiers(text, &[Span::new(0, text.len())]).iter().map(|found| found.shape).collect()
    }

    #[test]
    fn words_of_two_humps_are_camel_case() {
        assert_eq!(shapes("payDate ReportID hookId Microsoft.Store.PartnerCenter"), [Shape::CamelCase; 4]);
        assert_eq!(shapes("SaaS IoT DDoS iOS eBook McDonald MacArthur SKUs ISVs PhD PoCs B2B"), []);
    }

    #[test]
    fn dates_fractions_and_alternatives_are_no_paths() {
        assert_eq!(shapes("6/11/2019 and/or his/her 24/7/365 TCP/IP w/o N/A 1/2 read/write/execute"), []);
        assert_eq!(shapes("/v1/orders docs/index.md /firms/{firmId}/hours a/{b}"), [Shape::Path; 4]);
    }

    #[test]
    fn sentences_that_run_together_are_no_file_names() {
        assert_eq!(shapes("It is done.Go on. Use etc.and so on"), []);
        assert_eq!(shapes("readme.md README.MD app.settings.json"), [Shape::FileName; 3]);
    }

    #[test]
    fn some_shapes_count_only_alone() {
        assert_eq!(shapes("**DELETE**"), [Shape::HttpVerb]);
        assert_eq!(shapes("customer-tenant-id"), [Shape::KebabCase]);
        assert_eq!(shapes("customer-id"), [Shape::KebabCase]);
        assert_eq!(shapes("run.voided"), [Shape::Dotted]);
        assert_eq!(shapes("QS-PRM-16"), [Shape::Code]);
        assert_eq!(shapes("state-of-the-art"), []);
        assert_eq!(shapes("opt-out"), []);
        assert_eq!(shapes("JAN-2021"), []);
        assert_eq!(shapes("Use DELETE or run.voided"), []);
    }

    #[test]
    fn others_count_in_company() {
        assert_eq!(shapes("Choose payment.succeeded or payment.failed."), [Shape::Dotted; 2]);
        assert_eq!(shapes("Send a GET request, then PUT /orders."), [Shape::HttpVerb; 2]);
        assert_eq!(shapes("GET THE POST, and DELETE it, one.two three.four"), []);
    }

    #[test]
    fn codes_of_errors_and_headers() {
        assert_eq!(
            shapes("0x80070643 X-Retry-After Content-Type"),
            [Shape::Hexadecimal, Shape::HttpHeader, Shape::HttpHeader]
        );
        assert_eq!(shapes("0x1F 1024x768 0xyz X-Ray Pay-As-You-Go Wi-Fi A-Z Read-Only X-y-z"), []);
    }

    #[test]
    fn options_guids_and_addresses() {
        assert_eq!(
            shapes("--dry-run '39d7d0f4-eb8f-4ebc-b618-692e1cc59c8f' ann@host.example MAX_SIZE"),
            [Shape::Option, Shape::Guid, Shape::Email, Shape::SnakeCase]
        );
        assert_eq!(shapes("this -- that --But"), []);
    }
}
