//! A linter for translations: reads a text beside its source and says where the translation is unfinished, broken
//! or wrong in a way that a program can know.
//!
//! ```
//! use bilint::{Linter, Registry, Settings};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let linter = Linter::new(&Registry::builtin(), &Settings::default())?;
//! let source = "See the [guide](guide.md) for details.";
//! let target = "Zie de [handleiding](guide.md)voor details.";
//! for finding in linter.check_pair(source, target, "nl") {
//!     println!("{}: {}", finding.check, finding.message);
//! }
//! # assert_eq!(linter.check_pair(source, target, "nl")[0].check, "missing-space");
//! # Ok(())
//! # }
//! ```
//!
//! Four nouns in a row: [`Sources`] own the text of files, a [`Docset`] borrows it as segments, a [`Linter`] looks at
//! them, and a [`Report`] is what it found, as data that borrows nothing. [`cli::run`] shows how a program with checks
//! of its own gets the whole command line; [`declare_check!`] shows how a check is written.
//!
//! # Floors
//!
//! Each module uses modules on lower floors only; `tests/house.rs` holds that. From the ground:
//!
//! 1. [`span`]: two kinds of places that the compiler keeps apart, and lines.
//! 2. [`locale`]: what a language expects, as data.
//! 3. [`text`]: facts; pure functions from a text to the spans of what it is made of.
//! 4. [`model`]: sources, documents, segments, and the views that find each fact once.
//! 5. [`finding`]: what a check has to say.
//! 6. [`check`]: the contract between a check and the engine.
//! 7. [`checks`]: the built-in checks, one file each; [`formats`]: bytes to segments and back; [`align`]: a page and its
//!    English to pairs.
//! 8. [`registry`]: checks by name.
//! 9. [`config`]: what was said, and what it means.
//! 10. [`load`]: files to a docset, and what changed in them; [`suppress`]: directives and the baseline, which ask for
//!     silence, and what a change did not cause.
//! 11. [`engine`]: runs checks, in parallel, to a report.
//! 12. [`fix`]: applies fixes until nothing is left to fix.
//! 13. [`examples`]: the examples in a check's docs, as data; [`scoreboard`]: measured precision, as data.
//! 14. [`report`]: reports to bytes.
//! 15. [`cli`]: the command line (feature `cli`).
//!
//! # Invariants
//!
//! - Parsing never fails and never panics; what cannot be read becomes a finding.
//! - A check does no input or output and returns no `Result`; it reports places, never copies of text.
//! - A span of decoded text and a span of a file are different types, and only
//!   [`Content::locate`](model::Content::locate) leads from one to the other.
//! - A report depends on the files and the settings, not on threads, order on disk, or the terminal.
//! - The engine knows no check by name.
//! - No network, no code from configuration, no `unsafe`.

// The examples of the README are run with those of the crate.
#![cfg_attr(doctest, doc = include_str!("../README.md"))]
#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod span;

pub mod locale;

pub mod text;

pub mod model;

pub mod finding;

pub mod check;

pub mod align;
pub mod checks;
pub mod formats;

pub mod registry;

pub mod config;

pub mod load;
pub mod suppress;

pub mod engine;

pub mod fix;

pub mod examples;
pub mod scoreboard;

pub mod report;

#[cfg(feature = "cli")]
#[cfg_attr(docsrs, doc(cfg(feature = "cli")))]
pub mod cli;

pub use check::CheckDef;
pub use config::{Config, Settings};
pub use engine::{Linter, Report};
pub use finding::Finding;
pub use model::{Docset, Sources};
pub use registry::Registry;
