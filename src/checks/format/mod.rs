//! What could not be read.

pub mod stale_directive;

use crate::check::CheckDef;

/// The checks of this room, by id.
pub const ALL: &[&CheckDef] = &[&stale_directive::STALE_DIRECTIVE];
