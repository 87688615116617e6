//! The built-in checks.
use crate::check::CheckDef;
/// All.
pub static ALL: &[&CheckDef] = &[];
