//! placeholder
pub mod check;
pub mod checks;
pub mod finding;
pub mod formats;
pub mod locale;
pub mod model;
pub mod registry;
pub mod span;
pub mod text;
