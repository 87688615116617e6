//! One scan over the bytes of a segment tells which checks can have anything to do.

use super::leading;
use std::ops::BitOr;

/// A set of cheap facts about a text: which kinds of byte, and of two bytes in a row, occur in it. A fact may be held
/// to be there when it is not (a letter whose last byte could end a blank), never the reverse.
///
/// ```
/// use bilint::text::traits::Traits;
/// assert!(Traits::of("costs 5 EUR").has(Traits::DIGIT));
/// assert!(!Traits::of("costs five").has(Traits::DIGIT | Traits::BRACKET));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Traits(u32);

impl Traits {
    /// Nothing; as a need: every segment will do.
    pub const NONE: Self = Self(0);
    /// Whatever is there: what looks at every segment needs that.
    pub(crate) const TEXT: Self = Self(1 << 31);
    /// An ASCII digit.
    pub const DIGIT: Self = Self(1);
    /// `[` or `]`.
    pub const BRACKET: Self = Self(1 << 1);
    /// `*` or `_`.
    pub const EMPHASIS: Self = Self(1 << 2);
    /// A backtick.
    pub const BACKTICK: Self = Self(1 << 3);
    /// `<` or `>`.
    pub const ANGLE: Self = Self(1 << 4);
    /// `&`.
    pub const AMPERSAND: Self = Self(1 << 5);
    /// `{`, `}`, `%`, `$` or `@`.
    pub const PLACEHOLDER: Self = Self(1 << 6);
    /// A byte above ASCII.
    pub const NON_ASCII: Self = Self(1 << 7);
    /// `|`.
    pub const PIPE: Self = Self(1 << 8);
    /// An ASCII capital.
    pub const CAPITAL: Self = Self(1 << 9);
    /// `/` or `\`.
    pub const SLASH: Self = Self(1 << 10);
    /// `-`.
    pub const HYPHEN: Self = Self(1 << 11);
    /// `:` or `'`.
    pub const MARK: Self = Self(1 << 12);
    /// A parenthesis.
    pub const PARENTHESIS: Self = Self(1 << 13);
    /// `.`, `,`, `;`, `:`, `!` or `?`.
    pub const PUNCTUATION: Self = Self(1 << 14);
    /// A control character.
    pub const CONTROL: Self = Self(1 << 15);

    /// `"`.
    pub const QUOTE: Self = Self(1 << 16);

    /// A blank behind a blank.
    pub const DOUBLED_BLANK: Self = Self(1 << 17);
    /// A blank before a mark or closing bracket, or behind an opening bracket or a hyphen.
    pub const LOOSE_MARK: Self = Self(1 << 18);
    /// A mark close before a letter.
    pub const TIGHT_MARK: Self = Self(1 << 19);
    /// A mark close behind a mark, in whatever width.
    pub const DOUBLED_MARK: Self = Self(1 << 20);
    /// What makes a word look like code: `_`, `/`, `@` or `-` with something behind, a dot before a letter or digit, a
    /// capital behind a small letter, a small letter behind a digit.
    pub const CODE: Self = Self(1 << 21);
    /// A capital and behind it another or a digit.
    pub const CAPITALS: Self = Self(1 << 22);
    /// Greek or Cyrillic letters.
    pub const GREEK_OR_CYRILLIC: Self = Self(1 << 23);
    /// What may be a character that does not show, or a control character.
    pub const UNSEEN: Self = Self(1 << 24);
    /// What may be a full-width or ideographic character.
    pub const WIDE: Self = Self(1 << 25);
    /// A capital behind a blank, or a letter there that ASCII does not have.
    pub const INNER_CAPITAL: Self = Self(1 << 26);

    /// What `text` holds.
    pub fn of(text: &str) -> Self {
        let (bytes, mut found, mut before, mut at) = (text.as_bytes(), 0, OTHER, 0);
        while let Some(&byte) = bytes.get(at) {
            let mut class = CLASSES[byte as usize];
            // The second half of a letter (`à`, `ш`) may look like the end of a blank.
            if class == HIGH_TAIL && matches!(bytes[at - 1], 0xc3..=0xdf) {
                class = HIGH;
            }
            found |= PAIRS[before as usize][class as usize];
            before = class;
            at += 1;
            // Most of every text: nothing to look up.
            if class == SMALL {
                at += leading::plain_run(&bytes[at..]);
            }
        }
        Self(found)
    }

    /// Whether any of `others` is in the set.
    pub const fn has(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// How many there may be.
    pub(crate) const COUNT: usize = u32::BITS as usize;

    /// The index of each, below [`COUNT`](Self::COUNT).
    pub(crate) fn indices(self) -> impl Iterator<Item = usize> {
        bits(self.0)
    }

    /// Both sets together, in constants.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The indices of the bits that are set in `set`, in order.
pub(crate) fn bits(mut set: u32) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let next = (set != 0).then(|| set.trailing_zeros() as usize);
        set &= set.wrapping_sub(1);
        next
    })
}

impl BitOr for Traits {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.or(other)
    }
}

// Classes of bytes: as fine as the traits need.
const OTHER: u8 = 0;
const SMALL: u8 = 1;
const CAPITAL: u8 = 2;
const DIGIT: u8 = 3;
const BLANK: u8 = 4;
const MARK: u8 = 5;
const STOP: u8 = 6;
const COLON: u8 = 7;
const OPENING_PARENTHESIS: u8 = 8;
const CLOSING_PARENTHESIS: u8 = 9;
const OPENING_BRACKET: u8 = 10;
const CLOSING_BRACKET: u8 = 11;
const STAR: u8 = 12;
const UNDERSCORE: u8 = 13;
const BACKTICK: u8 = 14;
const ANGLE: u8 = 15;
const AMPERSAND: u8 = 16;
const HOLE: u8 = 17;
const AT: u8 = 18;
const PIPE: u8 = 19;
const SLASH: u8 = 20;
const BACKSLASH: u8 = 21;
const HYPHEN: u8 = 22;
const APOSTROPHE: u8 = 23;
const QUOTE: u8 = 24;
const CONTROL: u8 = 25;
/// A byte above ASCII that none of the following is.
const HIGH: u8 = 26;
/// The last byte of a blank or of a full-width parenthesis: U+00A0, U+2009, U+202F, U+3000, U+FF08.
const HIGH_TAIL: u8 = 27;
/// The first byte of U+0080 to U+00BF and of U+2000 to U+2FFF.
const LEAD_PUNCTUATION: u8 = 28;
/// The first byte of Greek and Cyrillic.
const LEAD_GREEK: u8 = 29;
/// The first byte of Arabic and Indic marks.
const LEAD_EASTERN: u8 = 30;
/// The first byte of ideographic and full-width marks.
const LEAD_WIDE: u8 = 31;

const CLASSES: [u8; 256] = {
    let mut table = [OTHER; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'a'..=b'z' => SMALL,
            b'A'..=b'Z' => CAPITAL,
            b'0'..=b'9' => DIGIT,
            b' ' => BLANK,
            b',' | b';' | b'!' | b'?' => MARK,
            b'.' => STOP,
            b':' => COLON,
            b'(' => OPENING_PARENTHESIS,
            b')' => CLOSING_PARENTHESIS,
            b'[' => OPENING_BRACKET,
            b']' => CLOSING_BRACKET,
            b'*' => STAR,
            b'_' => UNDERSCORE,
            b'`' => BACKTICK,
            b'<' | b'>' => ANGLE,
            b'&' => AMPERSAND,
            b'{' | b'}' | b'%' | b'$' => HOLE,
            b'@' => AT,
            b'|' => PIPE,
            b'/' => SLASH,
            b'\\' => BACKSLASH,
            b'-' => HYPHEN,
            b'\'' => APOSTROPHE,
            b'"' => QUOTE,
            0..=31 | 127 => CONTROL,
            0x80 | 0x88 | 0x89 | 0xa0 | 0xaf => HIGH_TAIL,
            0xc2 | 0xe2 => LEAD_PUNCTUATION,
            0xcd..=0xd4 | 0xe1 => LEAD_GREEK,
            0xd8 | 0xe0 => LEAD_EASTERN,
            0xe3 | 0xef => LEAD_WIDE,
            128.. => HIGH,
            _ => OTHER,
        };
        byte += 1;
    }
    table
};

/// What a byte of the second class tells behind one of the first.
const PAIRS: [[u32; 32]; 32] = {
    let mut table = [[0; 32]; 32];
    let mut first = 0;
    while first < 32 {
        let mut second = 0;
        while second < 32 {
            table[first][second] = alone(second as u8).or(together(first as u8, second as u8)).0;
            second += 1;
        }
        first += 1;
    }
    table
};

/// Small letters, and single blanks between them, tell nothing.
const _: () = assert!(
    PAIRS[SMALL as usize][SMALL as usize]
        | PAIRS[SMALL as usize][BLANK as usize]
        | PAIRS[BLANK as usize][SMALL as usize]
        == 0
);

/// What a byte tells whatever stands before it.
const fn alone(class: u8) -> Traits {
    match class {
        CAPITAL => Traits::CAPITAL,
        DIGIT => Traits::DIGIT,
        MARK | STOP => Traits::PUNCTUATION,
        COLON => Traits::MARK.or(Traits::PUNCTUATION),
        OPENING_PARENTHESIS | CLOSING_PARENTHESIS => Traits::PARENTHESIS,
        OPENING_BRACKET | CLOSING_BRACKET => Traits::BRACKET,
        STAR | UNDERSCORE => Traits::EMPHASIS,
        BACKTICK => Traits::BACKTICK,
        ANGLE => Traits::ANGLE,
        AMPERSAND => Traits::AMPERSAND,
        HOLE | AT => Traits::PLACEHOLDER,
        PIPE => Traits::PIPE,
        SLASH | BACKSLASH => Traits::SLASH,
        HYPHEN => Traits::HYPHEN,
        APOSTROPHE => Traits::MARK,
        QUOTE => Traits::QUOTE,
        CONTROL => Traits::CONTROL.or(Traits::UNSEEN),
        LEAD_PUNCTUATION => Traits::NON_ASCII.or(Traits::UNSEEN),
        LEAD_GREEK => Traits::NON_ASCII.or(Traits::UNSEEN).or(Traits::GREEK_OR_CYRILLIC),
        LEAD_EASTERN => Traits::NON_ASCII.or(Traits::UNSEEN).or(Traits::DOUBLED_MARK),
        LEAD_WIDE => Traits::NON_ASCII.or(Traits::UNSEEN).or(Traits::DOUBLED_MARK).or(Traits::WIDE),
        HIGH | HIGH_TAIL => Traits::NON_ASCII,
        _ => Traits::NONE,
    }
}

/// What two bytes in a row tell.
const fn together(first: u8, second: u8) -> Traits {
    let high = matches!(first, HIGH | HIGH_TAIL);
    // A tab is a control character here, and a blank to those who ask.
    let blank = matches!(first, BLANK | CONTROL | HIGH_TAIL);
    let blank_next = matches!(second, BLANK | CONTROL | LEAD_PUNCTUATION | LEAD_WIDE);
    let mark = matches!(first, MARK | STOP | COLON);
    let closing =
        matches!(second, MARK | STOP | COLON | CLOSING_PARENTHESIS | CLOSING_BRACKET | LEAD_EASTERN | LEAD_WIDE);
    let opening = matches!(first, OPENING_PARENTHESIS | OPENING_BRACKET | HIGH_TAIL);
    let mut found = Traits::NONE;
    if blank && blank_next {
        found = found.or(Traits::DOUBLED_BLANK);
    }
    if blank && closing || (opening || first == HYPHEN) && blank_next {
        found = found.or(Traits::LOOSE_MARK);
    }
    if mark && (matches!(second, SMALL | CAPITAL) || second >= HIGH) {
        found = found.or(Traits::TIGHT_MARK);
    }
    if (mark || high) && matches!(second, MARK | STOP | COLON) {
        found = found.or(Traits::DOUBLED_MARK);
    }
    let joins = matches!(first, UNDERSCORE | SLASH | AT | HYPHEN);
    let dotted = first == STOP && matches!(second, SMALL | CAPITAL | DIGIT);
    // `0x80070643`.
    let prefixed = first == DIGIT && second == SMALL;
    if joins || dotted || prefixed || first == SMALL && second == CAPITAL {
        found = found.or(Traits::CODE);
    }
    if blank && (second == CAPITAL || second >= HIGH) {
        found = found.or(Traits::INNER_CAPITAL);
    }
    if first == CAPITAL && matches!(second, CAPITAL | DIGIT) {
        found = found.or(Traits::CAPITALS);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_bytes_in_a_row_are_told() {
        let has = |text: &str, traits: Traits| Traits::of(text).has(traits);
        assert!(has("a  b", Traits::DOUBLED_BLANK) && has("a \u{a0}b", Traits::DOUBLED_BLANK));
        assert!(has("a\u{3000}\u{3000}b", Traits::DOUBLED_BLANK) && !has("a b c", Traits::DOUBLED_BLANK));
        assert!(has("a , b", Traits::LOOSE_MARK) && has("a\u{202f}! b", Traits::LOOSE_MARK));
        assert!(
            has("（ a", Traits::LOOSE_MARK) && has("( a", Traits::LOOSE_MARK) && !has("(a), b.", Traits::LOOSE_MARK)
        );
        assert!(has("a- b", Traits::LOOSE_MARK) && !has("a-b -c", Traits::LOOSE_MARK));
        assert!(has("a,b", Traits::TIGHT_MARK) && has("a.É", Traits::TIGHT_MARK) && !has("a, b", Traits::TIGHT_MARK));
        assert!(
            has("a..", Traits::DOUBLED_MARK) && has("。。", Traits::DOUBLED_MARK) && !has("a. b", Traits::DOUBLED_MARK)
        );
        assert!(has("aB", Traits::CODE) && has("a.b", Traits::CODE) && !has("A. B", Traits::CODE));
        assert!(has("API", Traits::CAPITALS) && has("B2B", Traits::CAPITALS) && !has("Api", Traits::CAPITALS));
        assert!(has("Москва", Traits::GREEK_OR_CYRILLIC) && !has("Łódź", Traits::GREEK_OR_CYRILLIC | Traits::UNSEEN));
    }
}
