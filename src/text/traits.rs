//! One scan over the bytes of a segment tells which checks can have anything to do.

use std::ops::BitOr;

/// A set of cheap facts about a text: which kinds of byte occur in it.
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

    /// What `text` holds.
    pub fn of(text: &str) -> Self {
        Self(text.bytes().fold(0, |found, byte| found | TABLE[byte as usize]))
    }

    /// Whether any of `others` is in the set.
    pub const fn has(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// Whether a check that needs any of `needs` has work here; no needs are always met.
    pub const fn meets(self, needs: Self) -> bool {
        needs.0 == 0 || self.has(needs)
    }

    /// Both sets together, in constants.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOr for Traits {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.or(other)
    }
}

const TABLE: [u32; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let traits = match byte as u8 {
            b'0'..=b'9' => Traits::DIGIT,
            b'[' | b']' => Traits::BRACKET,
            b'*' | b'_' => Traits::EMPHASIS,
            b'`' => Traits::BACKTICK,
            b'<' | b'>' => Traits::ANGLE,
            b'&' => Traits::AMPERSAND,
            b'{' | b'}' | b'%' | b'$' | b'@' => Traits::PLACEHOLDER,
            b'|' => Traits::PIPE,
            b'A'..=b'Z' => Traits::CAPITAL,
            b'/' | b'\\' => Traits::SLASH,
            b'-' => Traits::HYPHEN,
            b'\'' => Traits::MARK,
            b'"' => Traits::QUOTE,
            b':' => Traits::MARK.or(Traits::PUNCTUATION),
            b'(' | b')' => Traits::PARENTHESIS,
            b'.' | b',' | b';' | b'!' | b'?' => Traits::PUNCTUATION,
            0..=31 | 127 => Traits::CONTROL,
            128.. => Traits::NON_ASCII,
            _ => Traits::NONE,
        };
        table[byte] = traits.0;
        byte += 1;
    }
    table
};
