//! Configuration: what was said ([`Config`]) and what it means ([`Settings`]).
//!
//! A file is found by the command line, read here, and never runs anything. Unknown keys are errors that name the
//! near miss and the line.

mod file;
mod glossary;
mod settings;

pub use file::{Config, ConfigError, Override};
pub use glossary::read as read_glossary;
pub use settings::{Choice, Said, Settings};
