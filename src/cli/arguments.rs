//! The flags, as they are said.

use crate::check::Audience;
use crate::finding::Severity;
use crate::text::dates::Day;
use crate::text::similarity;
use clap::builder::PossibleValue;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;
use std::str::FromStr;

/// Says where a translation is unfinished, broken or wrong.
#[derive(Parser)]
#[command(name = "bilint", version, max_term_width = 100)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
    /// When to use colours
    #[arg(long, global = true, value_enum, default_value = "auto", value_name = "WHEN")]
    pub(super) color: Color,
}

#[derive(Subcommand)]
pub(super) enum Command {
    /// Lint files and folders
    Check(Box<Check>),
    /// Accept all findings, so that only new ones are reported
    Baseline(Box<Baseline>),
    /// Print the segments, source beside target
    Pairs(Pairs),
    /// List the checks
    Checks(Checks),
    /// Explain a check: what it finds, why it matters, examples
    Explain(Explain),
    /// Learn from translations what is usual, for `check --evidence`
    Learn(Learn),
    /// Write a commented bilint.toml for the tree that is there
    Init(Init),
}

/// Where to read from; shared by all commands that read.
#[derive(Args)]
pub(super) struct Reading {
    /// Files and folders (default: `paths` or docsets of bilint.toml, else the current folder)
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// Folder of the source pages, which have the same paths there as the translations; of one page, its source
    #[arg(long, value_name = "DIR")]
    pub(super) source: Vec<PathBuf>,
    /// Configuration file (default: bilint.toml here or in a folder above)
    #[arg(long, value_name = "FILE", conflicts_with = "isolated")]
    pub(super) config: Option<PathBuf>,
    /// Use no configuration file
    #[arg(long)]
    pub(super) isolated: bool,
    /// Leave out what `exclude` of bilint.toml names, although it is named here (for hooks, which name every file)
    #[arg(long)]
    pub(super) force_exclude: bool,
    /// Locale of the source (default: en)
    #[arg(long, value_name = "LOCALE")]
    pub(super) source_locale: Option<String>,
    /// Locale of the translations, whatever they say themselves
    #[arg(long, value_name = "LOCALE")]
    pub(super) target_locale: Option<String>,
    /// Threads to use (default: all cores)
    #[arg(long, value_name = "N")]
    pub(super) threads: Option<usize>,
    /// Show no progress
    #[arg(long)]
    pub(super) no_progress: bool,
}

/// What to look for; shared by all commands that lint.
#[derive(Args)]
pub(super) struct Choosing {
    /// Run only these checks or categories
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    pub(super) select: Vec<String>,
    /// Do not run these checks or categories
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    pub(super) ignore: Vec<String>,
    /// Lowest severity to report
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub(super) severity: Option<Level>,
    /// Who reads the report: each hears what those before hear, and more
    #[arg(long, value_enum, value_name = "WHO")]
    pub(super) audience: Option<Reader>,
    /// Glossary: TBX, JSON, or CSV or TSV with columns such as source, target, forbidden; may be said several times
    ///
    /// The first line of a table names its columns: `source` and one of `target` and `forbidden` are needed, `case` (any or
    /// exact), `part-of-speech` (noun, verb, proper noun), `domain`, `note` and `locale` may be there. Forms in one cell are
    /// parted by `;` or `|`, the preferred one first; `;` may part cells instead. JSON is a list of objects with the same
    /// keys.
    #[arg(long, value_name = "FILE")]
    pub(super) glossary: Vec<PathBuf>,
    /// What `bilint learn` wrote: a file, or a folder of such files (default: `evidence` of bilint.toml)
    #[arg(long, value_name = "PATH")]
    pub(super) evidence: Vec<PathBuf>,
}

// Flags are what a command line is made of; `Settings` is what they mean.
#[allow(clippy::struct_excessive_bools)]
#[derive(Args)]
pub(super) struct Check {
    #[command(flatten)]
    pub(super) reading: Reading,
    /// Form of the report (default: pretty on a terminal, else concise)
    #[arg(long, value_enum, value_name = "FORM")]
    pub(super) format: Option<Form>,
    /// Write the report to a file
    #[arg(long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// Write a report of another form to a file as well; may be said several times
    #[arg(long, value_name = "FORM=FILE")]
    pub(super) report: Vec<Further>,
    #[command(flatten)]
    pub(super) choosing: Choosing,
    /// Lowest severity that makes the exit code 1 (default: warning)
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub(super) fail_on: Option<Level>,
    /// Exit with 0 whatever is found
    #[arg(long)]
    pub(super) exit_zero: bool,
    /// Report only what changed since the checkout left the branch of REV, as a pull request shows it: findings in
    /// segments that were touched or whose original was, and what the change broke elsewhere. Uncommitted changes and
    /// new files count. Says which segments went stale
    #[arg(long, value_name = "REV", conflicts_with = "staged")]
    pub(super) changed_since: Option<String>,
    /// Look at what is staged in git, as it would be committed, and report only what that changes. Fixes go to the work
    /// tree; the exit code is 1 until they are staged
    #[arg(long)]
    pub(super) staged: bool,
    /// Settle the findings recorded in this file (default: `baseline` of bilint.toml)
    #[arg(long, value_name = "FILE")]
    pub(super) baseline: Option<PathBuf>,
    /// Exit with 1 at any finding that the baseline does not accept, and when it accepts more than there is
    #[arg(long)]
    pub(super) fail_on_new: bool,
    /// Apply the fixes that are certain
    #[arg(long)]
    pub(super) fix: bool,
    /// Apply the fixes that are likely right as well
    #[arg(long)]
    pub(super) unsafe_fixes: bool,
    /// Show what the fixes would change instead of a report, and change nothing; exit code 1 if there is something
    #[arg(long, conflicts_with_all = ["output", "format", "report", "statistics", "timings"])]
    pub(super) diff: bool,
    /// Count by locale and check instead of reporting each finding
    #[arg(long)]
    pub(super) statistics: bool,
    /// Say how long each stage and check took (standard error)
    #[arg(long)]
    pub(super) timings: bool,
}

#[derive(Args)]
pub(super) struct Baseline {
    #[command(flatten)]
    pub(super) reading: Reading,
    #[command(flatten)]
    pub(super) choosing: Choosing,
    /// File to write (default: `baseline` of bilint.toml, else bilint-baseline.jsonl)
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// Why the new findings are accepted
    #[arg(long, value_name = "TEXT")]
    pub(super) reason: Option<String>,
    /// The day from which on they are reported again; renews entries that have expired
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(super) expires: Option<Day>,
    /// Accept nothing new: only take away what is not there any more
    #[arg(long, conflicts_with_all = ["reason", "expires"])]
    pub(super) prune: bool,
}

#[derive(Args)]
pub(super) struct Pairs {
    #[command(flatten)]
    pub(super) reading: Reading,
    /// Form of the output
    #[arg(long, value_enum, default_value = "jsonl", value_name = "FORM")]
    pub(super) format: PairForm,
}

#[derive(Args)]
pub(super) struct Learn {
    /// Translations to learn from, and evidence that was learned before: what is there twice counts once
    #[command(flatten)]
    pub(super) reading: Reading,
    /// File to write; for several pairs of languages, or with a `/` at its end, a folder with a file for each. Evidence is
    /// written over, and nothing else
    #[arg(short, long, value_name = "FILE", required_unless_present = "glossary")]
    pub(super) output: Option<PathBuf>,
    /// Write the terms that are always called the same to a glossary (CSV), the surest first, for you to edit: to a new
    /// file only
    #[arg(long, value_name = "FILE")]
    pub(super) glossary: Option<PathBuf>,
}

#[derive(Args)]
pub(super) struct Checks {
    /// Form of the list
    #[arg(long, value_enum, default_value = "text", value_name = "FORM")]
    pub(super) format: ListForm,
}

#[derive(Args)]
pub(super) struct Explain {
    /// The check
    #[arg(value_name = "ID")]
    pub(super) id: String,
}

#[derive(Args)]
pub(super) struct Init {
    /// Folder to look at and to write to
    #[arg(value_name = "DIR", default_value = ".")]
    pub(super) folder: PathBuf,
    /// Write over a file that is there
    #[arg(long)]
    pub(super) force: bool,
    /// Print instead of writing
    #[arg(long, conflicts_with = "force")]
    pub(super) stdout: bool,
    /// Print the JSON schema of bilint.toml, for editors
    #[arg(long, conflicts_with_all = ["force", "stdout"])]
    pub(super) schema: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Form {
    /// Source beside target, the place marked
    Pretty,
    /// One finding a line
    Concise,
    /// One object
    Json,
    /// One object a line
    Jsonl,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Workflow commands, which GitHub shows as annotations
    #[value(name = "github")]
    GitHub,
    /// Code quality, which GitLab shows in merge requests
    #[value(name = "gitlab")]
    GitLab,
    /// XML for viewers of tests
    Junit,
    /// XML for viewers of code
    Checkstyle,
    /// A summary for the page of a job
    Markdown,
    /// A page for a browser, in one file
    Html,
}

/// A report beside the main one.
#[derive(Clone)]
pub(super) struct Further {
    /// Its form.
    pub(super) form: Form,
    /// Its file.
    pub(super) path: PathBuf,
}

impl FromStr for Further {
    type Err = String;

    fn from_str(said: &str) -> Result<Self, String> {
        let (name, path) = said
            .split_once('=')
            .filter(|(_, path)| !path.is_empty())
            .ok_or("say a form and a file, such as `sarif=report.sarif`")?;
        let form = Form::from_str(name, false).map_err(|_| {
            let names: Vec<_> = Form::value_variants().iter().filter_map(Form::to_possible_value).collect();
            let near = similarity::near_miss(name, names.iter().map(PossibleValue::get_name));
            let all = || names.iter().map(PossibleValue::get_name).collect::<Vec<_>>().join(", ");
            let hint =
                near.map_or_else(|| format!("; forms are {}", all()), |near| format!("; did you mean `{near}`?"));
            format!("`{name}` is no form{hint}")
        })?;
        Ok(Self { form, path: path.into() })
    }
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum PairForm {
    /// One object a line
    Jsonl,
    /// Tab-separated, with a header
    Tsv,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ListForm {
    /// A line each
    Text,
    /// Objects
    Json,
    /// A table
    Markdown,
}

#[derive(Clone, Copy, ValueEnum)]
pub(super) enum Level {
    /// A reader might stumble
    Info,
    /// A reader is misled or annoyed
    Warning,
    /// The page is broken or not translated
    Error,
}

#[derive(Clone, Copy, ValueEnum)]
pub(super) enum Reader {
    /// What is right at least 19 times in 20
    Regular,
    /// Also what is more likely right than not
    Pedantic,
    /// Also pointers for who reads every line anyway
    Auditor,
}

#[derive(Clone, Copy, ValueEnum)]
pub(super) enum Color {
    /// On a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

impl Color {
    /// Makes the choice hold for all output.
    pub(super) fn write_global(self) {
        match self {
            Self::Auto => anstream::ColorChoice::Auto,
            Self::Always => anstream::ColorChoice::AlwaysAnsi,
            Self::Never => anstream::ColorChoice::Never,
        }
        .write_global();
    }
}

impl From<Level> for Severity {
    fn from(level: Level) -> Self {
        match level {
            Level::Info => Self::Info,
            Level::Warning => Self::Warning,
            Level::Error => Self::Error,
        }
    }
}

impl From<Reader> for Audience {
    fn from(reader: Reader) -> Self {
        match reader {
            Reader::Regular => Self::Regular,
            Reader::Pedantic => Self::Pedantic,
            Reader::Auditor => Self::Auditor,
        }
    }
}
