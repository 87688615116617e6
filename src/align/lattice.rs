//! All ways to read two lists side by side, weighed.
//!
//! A way is a walk through a lattice: a step pairs items of both lists, or leaves one alone. Each step has a
//! likelihood; that of a walk is their product. How likely a pair is, is the share of the walks that hold it: sums
//! from the beginning and from the end (forward and backward; Durbin, Eddy, Krogh and Mitchison, *Biological
//! Sequence Analysis*, 1998, chapter 4) give it for all pairs at once. Steps that are more likely than not never
//! contradict each other, so nothing has to be traced back.

use std::ops::Range;

/// How many items of each list a step takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Move {
    pub(super) rows: usize,
    pub(super) columns: usize,
}

impl Move {
    const ONE: Self = Self { rows: 1, columns: 1 };
}

/// How two lists are read side by side.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading {
    moves: &'static [Move],
    /// Likelihood of leaving an item alone, as that of pairs is measured.
    alone: f64,
}

impl Reading {
    /// Blocks are paired one with one.
    pub(super) const BLOCKS: Self = Self { moves: &[Move::ONE], alone: 0.05 };
    /// Of sentences, a translator makes two of one and one of two, far more often than none (Gale and Church 1993).
    pub(super) const SENTENCES: Self =
        Self { moves: &[Move::ONE, Move { rows: 1, columns: 2 }, Move { rows: 2, columns: 1 }], alone: 0.01 };
}

/// A pair and how likely it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    /// The first row, from 0.
    pub(super) row: usize,
    /// The first column, from 0.
    pub(super) column: usize,
    /// How many of each.
    pub(super) taken: Move,
    /// From 0 to 1.
    pub(super) likelihood: f64,
}

/// Columns on either side of the diagonal that are looked at, at first, beside those that one list has more.
const BAND: usize = 3;
/// The most pairs of a lattice that are weighed, so that neither time nor memory grows with the square of a page.
const CELLS: usize = 1 << 20;
/// The share of the walks that may run along the edge of a band that is wide enough.
const AT_EDGE: f64 = 1e-6;

/// The weighed lattice of two lists.
pub(super) struct Lattice {
    steps: Vec<Step>,
}

impl Lattice {
    /// Weighs the walks through `rows` and `columns` items; `likelihood` gives that of a pair by the move and the
    /// first items of both lists, relative to items that have nothing to do with each other.
    pub(super) fn new(
        rows: usize,
        columns: usize,
        reading: Reading,
        likelihood: impl Fn(Move, usize, usize) -> f64,
    ) -> Self {
        if rows == 0 || columns == 0 {
            return Self { steps: Vec::new() };
        }
        if (rows, columns) == (1, 1) {
            // The three walks of the smallest lattice: together, and alone in either order.
            let pair = likelihood(Move::ONE, 0, 0);
            let likelihood = pair / (pair + 2.0 * reading.alone * reading.alone);
            return Self { steps: vec![Step { row: 0, column: 0, taken: Move::ONE, likelihood }] };
        }
        // Each row of a band shares a column with the next.
        let widest = (CELLS / (2 * rows * reading.moves.len())).max(columns / rows + 1);
        let mut band = (BAND + 2 * rows.abs_diff(columns)).min(widest);
        loop {
            let walks = Walks::new(rows, columns, band, reading, &likelihood);
            let (steps, at_edge) = walks.steps();
            if at_edge < AT_EDGE || band >= widest.min(rows + columns) {
                return Self { steps };
            }
            band = (4 * band).min(widest);
        }
    }

    /// The pairs that are not out of the question, in order.
    pub(super) fn steps(&self) -> &[Step] {
        &self.steps
    }
}

/// The sums of one band.
struct Walks {
    rows: usize,
    columns: usize,
    reading: Reading,
    /// For each cell that lies before a pair and each move, the likelihood of the pair against that of leaving all of
    /// its items alone. A step that leaves an item alone thus counts 1, and however many there are, nothing is lost
    /// below the smallest number.
    pairs: Vec<f64>,
    /// For each row, the first column of the band.
    starts: Vec<usize>,
    /// The width of a row of cells.
    width: usize,
}

/// Likelihoods of one row of cells, scaled so that the largest is 1, and the logarithm of the scale.
struct Row {
    cells: Vec<f64>,
    scale: f64,
}

impl Walks {
    fn new(
        rows: usize,
        columns: usize,
        band: usize,
        reading: Reading,
        likelihood: &impl Fn(Move, usize, usize) -> f64,
    ) -> Self {
        let width = (2 * band + 1).min(columns + 1);
        let starts = (0..=rows).map(|row| (row * columns / rows).saturating_sub(band)).collect();
        let pairs = vec![0.0; (rows + 1) * width * reading.moves.len()];
        let mut walks = Self { rows, columns, reading, pairs, starts, width };
        let alone =
            reading.moves.iter().map(|taken| (0..taken.rows + taken.columns).map(|_| reading.alone).product::<f64>());
        let alone: Vec<f64> = alone.collect();
        for row in 0..rows {
            for column in walks.range(row) {
                for (kind, taken) in reading.moves.iter().enumerate() {
                    if row + taken.rows <= rows && column + taken.columns <= columns {
                        let at = walks.pair(row, column, kind);
                        walks.pairs[at] = likelihood(*taken, row, column) / alone[kind];
                    }
                }
            }
        }
        walks
    }

    /// The columns of the cells of `row` that lie in the band.
    fn range(&self, row: usize) -> Range<usize> {
        let start = self.starts[row];
        start..(start + self.width).min(self.columns + 1)
    }

    fn pair(&self, row: usize, column: usize, kind: usize) -> usize {
        (row * self.width + column - self.starts[row]) * self.reading.moves.len() + kind
    }

    /// The value of a cell, or nothing outside of the band.
    fn cell(&self, rows: &[Row], row: usize, column: usize) -> f64 {
        let range = self.range(row);
        if range.contains(&column) { rows[row].cells[column - range.start] } else { 0.0 }
    }

    /// Sums from the beginning: how likely the walks to each cell are.
    fn forward(&self) -> Vec<Row> {
        let mut found: Vec<Row> = Vec::with_capacity(self.rows + 1);
        for row in 0..=self.rows {
            let range = self.range(row);
            let mut cells = vec![0.0; range.len()];
            let older = row.checked_sub(2).map_or(0.0, |older| (found[older].scale - found[row - 1].scale).exp());
            let factors = [0.0, 1.0, older];
            for column in range.clone() {
                let mut sum = f64::from(u8::from(row == 0 && column == 0));
                for (kind, taken) in self.reading.moves.iter().enumerate() {
                    if row >= taken.rows && column >= taken.columns {
                        let (from, start) = (row - taken.rows, column - taken.columns);
                        let before = self.cell(&found, from, start);
                        if before > 0.0 {
                            sum += before * factors[taken.rows] * self.pairs[self.pair(from, start, kind)];
                        }
                    }
                }
                if row > 0 {
                    sum += self.cell(&found, row - 1, column) * factors[1];
                }
                if column > range.start {
                    sum += cells[column - 1 - range.start];
                }
                cells[column - range.start] = sum;
            }
            let before = row.checked_sub(1).map_or(0.0, |row| found[row].scale);
            found.push(scaled(cells, before));
        }
        found
    }

    /// Sums from the end: how likely the walks from each cell on are.
    fn backward(&self) -> Vec<Row> {
        let mut found: Vec<Row> = (0..=self.rows).map(|_| Row { cells: Vec::new(), scale: 0.0 }).collect();
        for row in (0..=self.rows).rev() {
            let range = self.range(row);
            let mut cells = vec![0.0; range.len()];
            let later = found.get(row + 2).map_or(0.0, |later| (later.scale - found[row + 1].scale).exp());
            let factors = [0.0, 1.0, later];
            for column in range.clone().rev() {
                let mut sum = f64::from(u8::from(row == self.rows && column == self.columns));
                for (kind, taken) in self.reading.moves.iter().enumerate() {
                    if row + taken.rows <= self.rows && column + taken.columns <= self.columns {
                        let behind = self.cell(&found, row + taken.rows, column + taken.columns);
                        sum += behind * factors[taken.rows] * self.pairs[self.pair(row, column, kind)];
                    }
                }
                if row < self.rows {
                    sum += self.cell(&found, row + 1, column) * factors[1];
                }
                if column + 1 < range.end {
                    sum += cells[column + 1 - range.start];
                }
                cells[column - range.start] = sum;
            }
            let before = found.get(row + 1).map_or(0.0, |row| row.scale);
            found[row] = scaled(cells, before);
        }
        found
    }

    /// The pairs with their likelihoods, and the share of the walks at the edges of the band.
    fn steps(&self) -> (Vec<Step>, f64) {
        let (forward, backward) = (self.forward(), self.backward());
        let all = backward[0].scale + self.cell(&backward, 0, 0).ln();
        let (mut found, mut at_edge) = (Vec::new(), 0.0_f64);
        for row in 0..self.rows {
            let range = self.range(row);
            let scale = |taken: usize| {
                backward.get(row + taken).map_or(0.0, |behind| (forward[row].scale + behind.scale - all).exp())
            };
            let scales = [0.0, scale(1), scale(2)];
            for column in range.clone() {
                let before = self.cell(&forward, row, column);
                if before == 0.0 {
                    continue;
                }
                for (kind, &taken) in self.reading.moves.iter().enumerate() {
                    if row + taken.rows > self.rows || column + taken.columns > self.columns {
                        continue;
                    }
                    let behind = self.cell(&backward, row + taken.rows, column + taken.columns);
                    let likelihood = before * self.pairs[self.pair(row, column, kind)] * behind * scales[taken.rows];
                    let inner = range.start == 0 || column > range.start;
                    if !(inner && (column + 1 < range.end || range.end > self.columns)) {
                        at_edge = at_edge.max(likelihood);
                    }
                    if likelihood > 1e-3 {
                        found.push(Step { row, column, taken, likelihood });
                    }
                }
            }
        }
        (found, at_edge)
    }
}

/// `cells`, measured in units of `before`, as a row.
fn scaled(mut cells: Vec<f64>, before: f64) -> Row {
    let largest = cells.iter().copied().fold(0.0, f64::max);
    if largest > 0.0 {
        for cell in &mut cells {
            *cell /= largest;
        }
        Row { cells, scale: before + largest.ln() }
    } else {
        Row { cells, scale: before }
    }
}
