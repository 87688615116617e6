//! Emphasis, code, tags, lists: what Markdown and HTML make of a text.

use crate::check::CheckDef;

/// The checks of this room, by id.
pub const ALL: &[&CheckDef] = &[];
