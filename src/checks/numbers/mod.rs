//! Numbers, versions, placeholders: what must keep its value.

use crate::check::CheckDef;

/// The checks of this room, by id.
pub const ALL: &[&CheckDef] = &[];
