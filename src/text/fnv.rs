//! A hash of texts that is the same on every machine and in every version, unlike the standard library's hashers.

/// FNV-1a, 64 bits.
#[derive(Clone, Copy)]
pub(crate) struct Fnv(pub(crate) u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    /// Adds the characters of a text, and a byte that no text holds, so that two texts are not one.
    pub(crate) fn add(&mut self, text: impl Iterator<Item = char>) {
        for character in text {
            self.character(character);
        }
        self.byte(0xff);
    }

    /// Adds a character.
    pub(crate) fn character(&mut self, character: char) {
        if character.is_ascii() {
            return self.byte(character as u8);
        }
        character.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| self.byte(byte));
    }

    /// Adds a byte.
    pub(crate) fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
}
