//! Characters that nobody typed on purpose.

pub mod broken_encoding;
pub mod suspicious_invisible_character;
pub mod suspicious_mixed_script;

use crate::check::CheckDef;

/// The checks of this room, by id.
pub const ALL: &[&CheckDef] = &[
    &broken_encoding::BROKEN_ENCODING,
    &suspicious_invisible_character::SUSPICIOUS_INVISIBLE_CHARACTER,
    &suspicious_mixed_script::SUSPICIOUS_MIXED_SCRIPT,
];
