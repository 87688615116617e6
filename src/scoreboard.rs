//! Measured precision, as data: the committed table that `tests/corpora.rs` keeps true.

/// How often a check was right on the labelled corpora of this project.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Findings that a label confirms.
    pub right: usize,
    /// Planted defects that the check is meant to find.
    pub labels: usize,
    /// Planted defects that no finding of the check meets.
    pub missed: usize,
    /// Findings that no label confirms.
    pub false_alarms: usize,
}

impl Score {
    /// The share of findings that are right, from 0 to 1; `None` without findings.
    pub fn precision(self) -> Option<f64> {
        let findings = self.right + self.false_alarms;
        (findings > 0).then(|| self.right as f64 / findings as f64)
    }
}

const TABLE: &str = include_str!("../corpora/scoreboard.md");

/// The score of the check `id` over all languages, if the corpora hold cases of it.
pub fn score(id: &str) -> Option<Score> {
    TABLE.lines().find_map(|line| {
        let mut cells = line.strip_prefix('|')?.split('|').map(str::trim);
        (cells.next()?.trim_matches('`') == id).then_some(())?;
        let mut number = || cells.next()?.parse().ok();
        Some(Score { right: number()?, false_alarms: number()?, labels: number()?, missed: number()? })
    })
}
