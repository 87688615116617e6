//! How long translations are.

pub mod suspicious_length;

use crate::check::CheckDef;

/// The checks of this room, by id.
pub const ALL: &[&CheckDef] = &[&suspicious_length::SUSPICIOUS_LENGTH];
