//! Configuration: what was said ([`Config`]) and what it means ([`Settings`]).
//!
//! A file is found by the command line, read here, and never runs anything. Unknown keys are errors that name the
//! near miss and the line.

mod exceptions;
mod file;
mod glossary;
mod layout;
mod marks;
pub mod paths;
mod settings;

pub use exceptions::{Exception, Ignored};
pub use file::{Config, ConfigError, DocsetRule, Files, MarkKeys, Override};
pub use glossary::read as read_glossary;
pub use layout::{Half, Layout, LayoutError};
pub use marks::Marks;
pub use settings::{Choice, LEAST_SEGMENTS, Said, Settings};
