//! Whether a text is the very one that a translation names as its source.
//!
//! A translated page may carry the hash of the file it was made from: `ms.openlocfilehash` is the SHA-1 (40 digits) or
//! SHA-256 (64 digits) of the file's bytes. A checkout may have other line ends than the machine that hashed, and a
//! byte order mark may have come or gone, so each of these forms is tried.

use crate::model::{BYTE_ORDER_MARK, Origin};
use sha1::Digest as _;
use std::borrow::Cow;

/// What a mark says about a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Identity {
    /// The mark is the hash of this text.
    Same,
    /// The mark is the hash of another text.
    Other,
    /// The mark is no hash that is known here, or the bytes of the file are not known.
    Unknown,
}

/// Whether `mark` is the hash of the file that `text` was read from. `origin` says how the text stood in it.
///
/// ```
/// use bilint::load::identity::proves;
/// use bilint::model::Origin;
/// // printf 'Restart the server.\r\n' | sha1sum
/// let mark = "07dd905b30830640bf4b7fadc32252c0fa7e12df";
/// assert!(proves(mark, "Restart the server.\n", Origin::Plain));
/// assert!(!proves(mark, "Restart the servers.\n", Origin::Plain));
/// ```
pub fn proves(mark: &str, text: &str, origin: Origin) -> bool {
    identify(mark, text, origin) == Identity::Same
}

/// What `mark` says about the file that `text` was read from. `origin` says how the text stood in it.
pub fn identify(mark: &str, text: &str, origin: Origin) -> Identity {
    match hash(mark) {
        Some(hash) if !origin.is_decoded() => {
            let forms = forms(text);
            let mut marks = [&b""[..], BYTE_ORDER_MARK];
            // As stored comes first: it is nearly always the one.
            if origin == Origin::Marked {
                marks.reverse();
            }
            let tried = marks.iter().flat_map(|lead| forms.iter().map(move |form| (*lead, form.as_bytes())));
            if tried.into_iter().any(|(lead, form)| hash.fits(lead, form)) { Identity::Same } else { Identity::Other }
        }
        _ => Identity::Unknown,
    }
}

/// Whether `mark` reads like a hash of a file: 40 or 64 hexadecimal digits.
pub fn is_hash(mark: &str) -> bool {
    hash(mark).is_some()
}

/// The text with its own line ends, with `\n`, with `\r\n`; each form once.
fn forms(text: &str) -> Vec<Cow<'_, str>> {
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).count();
    let wide = memchr::memmem::find_iter(text.as_bytes(), b"\r\n").count();
    let narrow: Cow<'_, str> = if wide == 0 { Cow::Borrowed(text) } else { text.replace("\r\n", "\n").into() };
    let widened = |narrow: &str| {
        let mut widened = String::with_capacity(narrow.len() + ends);
        let mut from = 0;
        for end in memchr::memchr_iter(b'\n', narrow.as_bytes()) {
            widened.extend([&narrow[from..end], "\r\n"]);
            from = end + 1;
        }
        Cow::Owned(widened + &narrow[from..])
    };
    match (ends, wide) {
        (0, _) => vec![narrow],
        (_, 0) => vec![Cow::Borrowed(text), widened(text)],
        _ if ends == wide => vec![Cow::Borrowed(text), narrow],
        _ => vec![Cow::Borrowed(text), widened(&narrow), narrow],
    }
}

/// A hash of a file.
enum Hash {
    Sha1([u8; 20]),
    Sha256([u8; 32]),
}

impl Hash {
    /// Whether it is the hash of `lead` and `rest`, one behind the other.
    fn fits(&self, lead: &[u8], rest: &[u8]) -> bool {
        match self {
            Self::Sha1(hash) => sha1::Sha1::new().chain_update(lead).chain_update(rest).finalize() == *hash,
            Self::Sha256(hash) => sha2::Sha256::new().chain_update(lead).chain_update(rest).finalize() == *hash,
        }
    }
}

/// Reads `mark` as a hash.
fn hash(mark: &str) -> Option<Hash> {
    match mark.len() {
        40 => digits(mark).map(Hash::Sha1),
        64 => digits(mark).map(Hash::Sha256),
        _ => None,
    }
}

/// The bytes that `text` gives in hexadecimal digits, two for each.
fn digits<const LENGTH: usize>(text: &str) -> Option<[u8; LENGTH]> {
    let mut bytes = [0; LENGTH];
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
        let digit = |digit: u8| char::from(digit).to_digit(16);
        *byte = (digit(*pair.first()?)? * 16 + digit(*pair.get(1)?)?) as u8;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# Restore a server\n\nStop the server first.\n";

    fn hex(bytes: &[u8]) -> String {
        bytes.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
    }

    #[test]
    fn every_form_of_the_file_is_proven() {
        let wide = TEXT.replace('\n', "\r\n");
        let mixed = TEXT.replacen('\n', "\r\n", 1);
        for lead in ["", "\u{feff}"] {
            for stored in [TEXT, &wide] {
                let bytes = format!("{lead}{stored}");
                for mark in [hex(&sha1::Sha1::digest(&bytes)), hex(&sha2::Sha256::digest(&bytes))] {
                    for text in [TEXT, &wide, &mixed] {
                        assert!(proves(&mark, text, Origin::Plain), "{bytes:?} from {text:?}");
                        assert!(proves(&mark.to_uppercase(), text, Origin::Marked));
                        assert_eq!(identify(&mark, &text[1..], Origin::Plain), Identity::Other);
                    }
                }
            }
        }
        let mark = hex(&sha1::Sha1::digest(&mixed));
        assert!(proves(&mark, &mixed, Origin::Plain) && !proves(&mark, TEXT, Origin::Plain));
    }

    #[test]
    fn what_is_no_hash_proves_nothing() {
        for mark in ["", "1", "0123456789abcdef0123456789abcdef", &"g".repeat(40), &"é".repeat(20), &"0".repeat(41)] {
            assert_eq!(identify(mark, TEXT, Origin::Plain), Identity::Unknown, "{mark}");
        }
        let mark = hex(&sha1::Sha1::digest(TEXT));
        assert_eq!(identify(&mark, TEXT, Origin::Utf16), Identity::Unknown);
        assert_eq!(identify(&mark, TEXT, Origin::Damaged), Identity::Unknown);
    }
}
