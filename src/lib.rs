//! A linter for translations: reads a text beside its source and says where the translation is unfinished, broken
//! or wrong in a way that a program can know.
//!
//! Four nouns in a row: [`Sources`] own the text of files, a [`Docset`] borrows it as segments, a [`Linter`] looks at
//! them, and a [`Report`] is what it found, as data that borrows nothing. What a team does with them:
//!
//! # Check a pair of strings
//!
//! In a test of an application, or behind an editor of translations. A placeholder, a number, a link that got lost is
//! found without any file.
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
//! # Check a tree
//!
//! [`load::read`] finds the files and their originals; [`Linter::docset`] pairs them; [`Linter::run`] looks at them. A
//! configuration is text: [`Config::parse`] and [`Settings::new`] understand it, and say file, line and key of what they
//! do not.
//!
//! ```
//! use bilint::{Config, Linter, Registry, Settings, load};
//! use std::path::{Path, PathBuf};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let said = "ignore = [\"spacing\"]\n";
//! let registry = Registry::builtin();
//! let config = Config::parse(said, "bilint.toml")?;
//! let settings = Settings::new(&config, &registry, Vec::new(), "bilint.toml", said)?;
//!
//! let loaded = load::read(&[PathBuf::from("corpora/tour")], &settings, Path::new(""));
//! assert!(loaded.refused.is_empty(), "what could not be read is told, and the rest is read");
//! let linter = Linter::new(&registry, &settings)?;
//! let report = linter.run(&loaded.sources, &linter.docset(&loaded));
//! assert!(report.findings.iter().any(|finding| finding.check == "untranslated-segment"));
//! # Ok(())
//! # }
//! ```
//!
//! # Add a check, and get the whole command line
//!
//! [`declare_check!`] takes the nameplate, the docs and the examples of a check; [`examples::verify`] runs the examples
//! as a test. In a [`Registry`] it is a check like any other: configured, explained, silenced and reported by its id.
//! [`cli::run`] with that registry is the whole program of a team.
//!
//! ````
//! use bilint::check::SegmentCheck;
//! use bilint::finding::{Sink, Trust};
//! use bilint::model::SegmentView;
//! use bilint::span::Span;
//! use bilint::{Registry, declare_check};
//! use std::process::ExitCode;
//!
//! declare_check! {
//!     /// The old name of the product was used.
//!     ///
//!     /// Acme Desk has been called Acme Point since 2024; readers search for the new name.
//!     ///
//!     /// ```fails
//!     /// en | Open Acme Point.
//!     /// nl | Open Acme Desk.
//!     ///           ^^^^^^^^^
//!     /// ```
//!     ///
//!     /// ```passes
//!     /// en | Open Acme Point.
//!     /// nl | Open Acme Point.
//!     /// ```
//!     pub static OLD_NAME: Segment<OldName> = {
//!         id: "acme/old-name",
//!         category: Terminology,
//!         severity: Error,
//!         confidence: High,
//!         fix: Safe,
//!         mqm: "terminology/wrong-term",
//!         its: "terminology",
//!         since: "1.0.0",
//!     }
//! }
//!
//! /// Options of `acme/old-name`: none yet.
//! #[derive(Default, serde::Deserialize)]
//! #[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
//! pub struct OldName {}
//!
//! impl SegmentCheck for OldName {
//!     fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
//!         let target = segment.target();
//!         for (at, found) in target.text().match_indices("Acme Desk") {
//!             let place = target.at(Span::new(at, at + found.len()));
//!             out.report(place, "this is the old name").fix("Acme Point", Trust::Safe);
//!         }
//!     }
//! }
//!
//! fn main() -> ExitCode {
//!     let mut registry = Registry::builtin();
//!     registry.add(&OLD_NAME).expect("a name that no other check has");
//! #   bilint::examples::verify(&OLD_NAME);
//! #   #[cfg(feature = "cli")]
//! #   assert_eq!(bilint::cli::run(&registry, ["x", "explain", "acme/old-name"].map(Into::into)), ExitCode::SUCCESS);
//! #   return ExitCode::SUCCESS;
//! #   #[cfg(feature = "cli")]
//! #   #[allow(unreachable_code)]
//!     bilint::cli::run(&registry, std::env::args_os())
//! }
//! ````
//!
//! # Read findings as data
//!
//! A [`Finding`] holds addresses, no text. A [`Scene`](report::Scene) says where they are: file, line, column, and the
//! text itself. Other programs read the JSON, whose fields are a contract, described in [`report::json`].
//!
//! ```
//! use bilint::report::{Reporter, Scene, json::Json};
//! use bilint::{Docset, Linter, Registry, Settings, Sources};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let (registry, settings) = (Registry::builtin(), Settings::default());
//! let mut sources = Sources::new();
//! sources.add("nl.tsv", "source\ttarget\nYou owe 12 USD.\tU bent 21 USD schuldig.\n");
//! let docset = Docset::parse(&sources, &settings);
//! let report = Linter::new(&registry, &settings)?.run(&sources, &docset);
//!
//! let scene = Scene::new(&report, &docset, &sources, &registry);
//! let finding = &report.findings[0];
//! let at = scene.locate(finding.place);
//! assert_eq!((finding.check, at.path, at.start.line, scene.text(finding.place)), ("missing-number", "nl.tsv", 2, "21"));
//!
//! let mut out = Vec::new();
//! Json.write(&scene, &mut out)?;
//! let read: serde_json::Value = serde_json::from_slice(&out)?;
//! assert_eq!(read["findings"][0]["category"], "numbers");
//! # Ok(())
//! # }
//! ```
//!
//! # Floors
//!
//! Each module uses modules on lower floors only; `tests/house.rs` holds that. From the ground:
//!
//! 1. [`span`]: two kinds of places that the compiler keeps apart, and lines.
//! 2. [`locale`]: what a language expects, as data.
//! 3. [`text`]: facts; pure functions from a text to the spans of what it is made of.
//! 4. [`evidence`]: what translations teach, as counts.
//! 5. [`model`]: sources, documents, segments, and the views that find each fact once.
//! 6. [`finding`]: what a check has to say.
//! 7. [`check`]: the contract between a check and the engine.
//! 8. [`checks`]: the built-in checks, one file each; [`formats`]: bytes to segments and back; [`align`]: a page and its
//!    English to pairs.
//! 9. [`registry`]: checks by name.
//! 10. [`config`]: what was said, and what it means.
//! 11. [`load`]: files to a docset, and what changed in them; [`learning`]: a docset to evidence; [`suppress`]: directives and the baseline, which ask for
//!     silence, and what a change did not cause.
//! 12. [`engine`]: runs checks, in parallel, to a report.
//! 13. [`fix`]: applies fixes until nothing is left to fix.
//! 14. [`examples`]: the examples in a check's docs, as data; [`scoreboard`]: measured precision, as data.
//! 15. [`report`]: reports to bytes.
//! 16. [`cli`]: the command line (feature `cli`).
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

pub mod evidence;

pub mod model;

pub mod finding;

pub mod check;

pub mod align;
pub mod checks;
pub mod formats;

pub mod registry;

pub mod config;

pub mod learning;
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
