//! What a text begins with, told eight bytes at a time: where a run ends is hard to foretell, so that a step for each
//! byte would cost more than telling eight at once.

/// The highest bit of each byte.
const HIGH: u64 = 0x8080_8080_8080_8080;
/// The lowest bit of each byte.
const ONES: u64 = HIGH >> 7;

/// How many ASCII letters `bytes` begins with, at most eight.
#[inline]
fn letters(bytes: &[u8]) -> usize {
    let Some(eight) = bytes.first_chunk::<8>() else {
        return bytes.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    };
    let eight = u64::from_le_bytes(*eight);
    small_run(eight, eight | (0x20 * ONES))
}

/// How many ASCII letters `bytes` begins with.
#[inline]
pub(crate) fn letters_run(bytes: &[u8]) -> usize {
    run(bytes, letters, 8)
}

/// How many bytes `step` finds at the beginning of `bytes`, step by step, up to one that finds less than `least`.
#[inline]
fn run(bytes: &[u8], step: impl Fn(&[u8]) -> usize, least: usize) -> usize {
    let mut at = 0;
    loop {
        let found = step(&bytes[at..]);
        at += found;
        if found < least {
            return at;
        }
    }
}

/// How many small ASCII letters `bytes` begins with, at most eight; none where fewer than eight bytes are left.
#[inline]
pub(crate) fn small_letters(bytes: &[u8]) -> usize {
    let Some(eight) = bytes.first_chunk::<8>() else { return 0 };
    let eight = u64::from_le_bytes(*eight);
    small_run(eight, eight)
}

/// How many bytes of `eight` are ASCII and, as `folded` has them, small letters, from the first on.
#[inline]
fn small_run(eight: u64, folded: u64) -> usize {
    others(eight, folded).trailing_zeros() as usize / 8
}

/// The highest bit of each byte of `eight` that is not ASCII or, as `folded` has it, no small letter.
#[inline]
fn others(eight: u64, folded: u64) -> u64 {
    let seven = folded & !HIGH;
    // A sum reaches the eighth bit from `a` on, or from behind `z` on.
    let from_a = seven + (0x80 - u64::from(b'a')) * ONES;
    let behind_z = seven + (0x7f - u64::from(b'z')) * ONES;
    (!from_a | behind_z | eight) & HIGH
}

/// How many bytes of `bytes`, which stand behind a letter, are small ASCII letters and single blanks between such, at most
/// eight: most of every text. None where fewer than eight bytes are left.
#[inline]
fn plain(bytes: &[u8]) -> usize {
    let Some(eight) = bytes.first_chunk::<8>() else { return 0 };
    let eight = u64::from_le_bytes(*eight);
    let blanks = blanks(eight);
    let others = others(eight, eight) & !(blanks & !(blanks << 8));
    let found = others.trailing_zeros() as usize / 8;
    // A blank at the end may stand before anything.
    found - usize::from(found > 0 && bytes[found - 1] == b' ')
}

/// How many bytes of `bytes` are [plain], at most a few less than all.
#[inline]
pub(crate) fn plain_run(bytes: &[u8]) -> usize {
    // A blank at the end of eight bytes goes on with what is behind it.
    run(bytes, plain, 7)
}

/// The highest bit of each byte of `eight` that is a blank.
#[inline]
fn blanks(eight: u64) -> u64 {
    // A sum of seven bits reaches the eighth unless all of them are none.
    let differing = (eight & !HIGH) ^ (u64::from(b' ') * ONES);
    !((differing + !HIGH) | eight) & HIGH
}

/// Writes the ASCII letters that `bytes` begins with, at most eight, behind `lowered` in small letters; how many there are.
#[inline]
pub(crate) fn lower_letters(bytes: &[u8], lowered: &mut Vec<u8>) -> usize {
    let found = letters(bytes);
    match bytes.first_chunk::<8>() {
        // Eight are written at once, and what is too many is taken away.
        Some(eight) if found > 0 => {
            let length = lowered.len() + found;
            lowered.extend_from_slice(&(u64::from_le_bytes(*eight) | (0x20 * ONES)).to_le_bytes());
            lowered.truncate(length);
        }
        _ => lowered.extend(bytes[..found].iter().map(|byte| byte | 0x20)),
    }
    found
}

/// How many bytes of ASCII `bytes` begins with.
#[inline]
pub(crate) fn ascii(bytes: &[u8]) -> usize {
    let mut at = 0;
    while let Some(eight) = bytes[at..].first_chunk::<8>() {
        let others = u64::from_le_bytes(*eight) & HIGH;
        if others != 0 {
            return at + others.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    at + bytes[at..].iter().take_while(|byte| byte.is_ascii()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_end_where_they_end() {
        assert_eq!([letters(b""), letters(b"ab1"), letters(b"abcdefghijk"), letters(b"abcdefg[")], [0, 2, 8, 7]);
        assert_eq!(letters("abcé    ".as_bytes()), 3);
        for byte in 0..=u8::MAX {
            let eight = [b'a', b'Z', b'z', byte, b'a', b'a', b'a', b'a'];
            assert_eq!(letters(&eight), if byte.is_ascii_alphabetic() { 8 } else { 3 }, "{byte}");
            let eight = [b'a', b'y', b'z', byte, b'a', b'a', b'a', b'a'];
            assert_eq!(small_letters(&eight), if byte.is_ascii_lowercase() { 8 } else { 3 }, "{byte}");
        }
        let plains =
            ["abcdefgh", "ab cd ef", "a  bcdef", " abcdefg", "abcdefg ", "abc Defg", "abc-defg", "ab cdé  ", "abc"];
        assert_eq!(plains.map(|text| plain(text.as_bytes())), [8, 8, 1, 8, 7, 3, 3, 5, 0]);
        for byte in 0..=u8::MAX {
            let found = plain(&[b'a', b'b', byte, b'c', b'a', b'a', b'a', b'a']);
            assert_eq!(found, if byte.is_ascii_lowercase() || byte == b' ' { 8 } else { 2 }, "{byte}");
        }
        assert_eq!(plain_run(b"ab cd ef gh ij, kl mn op"), 14);
        let mut lowered = b"x".to_vec();
        assert_eq!([lower_letters(b"Abc 45678", &mut lowered), lower_letters(b"DE", &mut lowered)], [3, 2]);
        assert_eq!(lowered, b"xabcde");
        for length in 0..20 {
            let text = format!("{}é{}", "a".repeat(length), "b".repeat(10));
            assert_eq!([ascii(text.as_bytes()), ascii(&text.as_bytes()[..length])], [length; 2]);
        }
    }
}
