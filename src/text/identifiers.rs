//! What looks like code though nothing marks it as code: identifiers, paths, GUIDs, versions, HTTP verbs.

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
    /// `trialToPaidConversionDate`, `System.String`.
    CamelCase,
    /// `customer_id`, `MAX_SIZE`.
    SnakeCase,
    /// `customer-tenant-id`.
    KebabCase,
    /// `/v1/customers/{id}`, `docs/index.md`.
    Path,
    /// `39d7d0f4-…`.
    Guid,
    /// `GET`, `DELETE`, alone or in bold.
    HttpVerb,
    /// `--force`, `-WhatIf`.
    Option,
    /// `readme.md`, `app.config`.
    FileName,
    /// `name@host.example`.
    Email,
}

/// The identifiers of `text` within `prose` (the parts of it that are language), in order.
///
/// ```
/// # use bilint::{span::Span, text::identifiers::identifiers};
/// let text = "Set trialEndDate and max_size, then GET /v1/orders/next.";
/// let found: Vec<_> = identifiers(text, &[Span::new(0, text.len())]).iter().map(|i| i.span.of(text)).collect();
/// assert_eq!(found, ["trialEndDate", "max_size", "/v1/orders/next"]);
/// ```
pub fn identifiers(text: &str, prose: &[Span]) -> Vec<Identifier> {
    let mut found = Vec::new();
    for run in prose {
        let mut at = run.range().start;
        for token in run.of(text).split(|c: char| c.is_whitespace() || is_boundary(c)) {
            let body = token.trim_matches(is_wrapping).trim_end_matches(['.', ':', '\'', '’']);
            if body.len() > 2 {
                let lead = token.find(body).unwrap_or_default();
                if let Some(shape) = shape(body) {
                    found.push(Identifier { span: Span::new(at + lead, at + lead + body.len()), shape });
                }
            }
            at += token.len() + text[at + token.len()..].chars().next().map_or(0, char::len_utf8);
        }
    }
    let whole = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '`'));
    if matches!(whole, "GET" | "PUT" | "POST" | "PATCH" | "DELETE" | "HEAD" | "OPTIONS" | "TRACE") {
        let start = text.find(whole).unwrap_or_default();
        found.push(Identifier { span: Span::new(start, start + whole.len()), shape: Shape::HttpVerb });
    } else if is_kebab(whole) && prose.len() == 1 {
        let start = text.find(whole).unwrap_or_default();
        found.push(Identifier { span: Span::new(start, start + whole.len()), shape: Shape::KebabCase });
    }
    found
}

fn is_boundary(character: char) -> bool {
    matches!(
        character,
        '(' | ')'
            | '['
            | ']'
            | '"'
            | '“'
            | '”'
            | '„'
            | '«'
            | '»'
            | '‘'
            | '|'
            | '*'
            | ','
            | ';'
            | '!'
            | '?'
            | '…'
            | '–'
            | '—'
            | '='
    ) || crate::text::characters::is_unspaced(character)
        || matches!(character, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ff65}')
}

fn is_wrapping(character: char) -> bool {
    matches!(character, '\'' | '’' | '‘' | '.' | ':' | '<' | '>')
}

/// What `token` looks like, if it looks like code at all.
pub fn shape(token: &str) -> Option<Shape> {
    if !token.is_ascii() {
        return None;
    }
    if is_guid(token) {
        return Some(Shape::Guid);
    }
    let bytes = token.as_bytes();
    let alphabetic = bytes.iter().filter(|b| b.is_ascii_alphabetic()).count();
    if alphabetic < 2 {
        return None;
    }
    if bytes.contains(&b'@') {
        return is_email(token).then_some(Shape::Email);
    }
    if bytes.contains(&b'/') {
        return is_path(token).then_some(Shape::Path);
    }
    if token.starts_with("--") && bytes[2..].iter().all(|b| b.is_ascii_alphanumeric() || *b == b'-') {
        return Some(Shape::Option);
    }
    if !bytes.iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.' | b'-')) {
        return None;
    }
    if is_file_name(token) {
        return Some(Shape::FileName);
    }
    if bytes.contains(&b'-') {
        return None;
    }
    let inner = token.trim_matches('_');
    if inner.contains('_') && inner.len() > 3 {
        return Some(Shape::SnakeCase);
    }
    let camel = bytes.windows(2).any(|two| two[0].is_ascii_lowercase() && two[1].is_ascii_uppercase());
    camel.then_some(Shape::CamelCase)
}

/// `customer-tenant-id`: three or more parts of small letters and digits, none of them a small English word.
fn is_kebab(token: &str) -> bool {
    const JOINERS: [&str; 14] =
        ["to", "of", "the", "by", "and", "in", "on", "up", "a", "out", "off", "or", "per", "end"];
    let parts: Vec<&str> = token.split('-').collect();
    let plain = |part: &&str| {
        !part.is_empty()
            && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
            && !JOINERS.contains(part)
    };
    parts.len() >= 3 && parts.iter().all(plain)
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
    let legal = |b: u8| {
        b.is_ascii_alphanumeric()
            || matches!(
                b,
                b'/' | b'-'
                    | b'_'
                    | b'.'
                    | b'{'
                    | b'}'
                    | b'~'
                    | b'?'
                    | b'&'
                    | b'='
                    | b'$'
                    | b'%'
                    | b'#'
                    | b'+'
                    | b'<'
                    | b'>'
                    | b'@'
            )
    };
    if !body.bytes().all(legal) || body.contains("//") {
        return false;
    }
    let parts: Vec<&str> = body.split('/').filter(|part| !part.is_empty()).collect();
    let last = parts.last().copied().unwrap_or_default();
    body.starts_with('/') && parts.len() >= 2
        || parts.len() >= 2 && is_file_name(last)
        || body.contains('{') && parts.len() >= 2
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
    token.rsplit_once('.').is_some_and(|(name, extension)| {
        !name.is_empty() && EXTENSIONS.contains(&extension.to_ascii_lowercase().as_str())
    })
}
