//! The best way through two versions: dynamic programming over beads, with gaps that cost more to
//! open than to go on (a press report leaves out whole passages) and that are nearly free at both
//! ends (what web pages leave around an article).

use super::band::Band;
use super::score::Model;
use std::ops::Range;

/// What it costs to begin a gap in the middle of both texts, and each unit in it.
const OPEN: f64 = -2.5;
const ON: f64 = -0.35;
/// What each unit before the first pair and behind the last costs.
const OUTSIDE: f64 = -0.1;

/// A bead by the places of its units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) left: Range<usize>,
    pub(super) right: Range<usize>,
}

impl Step {
    /// Whether it holds units of both texts.
    pub(super) fn is_pair(&self) -> bool {
        !self.left.is_empty() && !self.right.is_empty()
    }
}

/// How a cell was reached: the bead (units on each side), and the state before it.
#[derive(Debug, Clone, Copy, Default)]
struct Way {
    left: u8,
    right: u8,
    from: u8,
}

/// The last bead was a pair; a gap on the left; one on the right.
const PAIR: usize = 0;
const LEFT: usize = 1;
const RIGHT: usize = 2;
const STATES: u8 = 3;

const NEVER: f64 = f64::NEG_INFINITY;
const SHAPES: [(u8, u8); 5] = [(1, 1), (1, 2), (2, 1), (2, 2), (0, 0)];

/// One row of cells within the band.
#[derive(Clone, Default)]
struct Row {
    first: usize,
    best: Vec<[f64; 3]>,
}

impl Row {
    fn at(&self, column: usize) -> [f64; 3] {
        let cell = column.checked_sub(self.first).and_then(|at| self.best.get(at));
        cell.copied().unwrap_or([NEVER; 3])
    }
}

/// The best steps from the start of both texts to their ends.
pub(super) fn best(model: &Model<'_>, band: &Band) -> Vec<Step> {
    let (lefts, rights) = model.size();
    let mut ways: Vec<Vec<[Way; 3]>> = Vec::with_capacity(lefts + 1);
    let (mut before, mut last) = (Row::default(), Row::default());
    for row in 0..=lefts {
        let columns = band.columns(row);
        let mut now = Row { first: columns.start, best: Vec::with_capacity(columns.len()) };
        let mut here = Vec::with_capacity(columns.len());
        for column in columns {
            let rows = [&now, &last, &before];
            let (best, way) = cell(model, rows, row, column, (lefts, rights));
            now.best.push(best);
            here.push(way);
        }
        ways.push(here);
        before = std::mem::replace(&mut last, now);
    }
    steps(&ways, band, last.at(rights), (lefts, rights))
}

/// The best of each state in one cell.
fn cell(
    model: &Model<'_>,
    rows: [&Row; 3],
    row: usize,
    column: usize,
    (lefts, rights): (usize, usize),
) -> ([f64; 3], [Way; 3]) {
    let mut best = [NEVER; 3];
    let mut ways = [Way::default(); 3];
    if row == 0 && column == 0 {
        return ([0.0, NEVER, NEVER], ways);
    }
    let back = |up: usize, aside: usize| match (rows.get(up), column.checked_sub(aside)) {
        (Some(row), Some(column)) => row.at(column),
        _ => [NEVER; 3],
    };
    for (left, right) in SHAPES {
        let (up, aside) = (usize::from(left), usize::from(right));
        if (up, aside) == (0, 0) || up > row || aside > column {
            continue;
        }
        let from = back(up, aside);
        let (state, before) = greatest(from);
        if before == NEVER {
            continue;
        }
        let score = before + model.bead(row - up..row, column - aside..column);
        keep(&mut best, &mut ways, PAIR, score, Way { left, right, from: state });
    }
    // A gap at the edge of the other text lies outside.
    if row > 0 {
        let (open, on) = if column == 0 || column == rights { (OUTSIDE, OUTSIDE) } else { (OPEN, ON) };
        gap(&mut best, &mut ways, LEFT, back(1, 0), (open, on), (1, 0));
    }
    if column > 0 {
        let (open, on) = if row == 0 || row == lefts { (OUTSIDE, OUTSIDE) } else { (OPEN, ON) };
        gap(&mut best, &mut ways, RIGHT, back(0, 1), (open, on), (0, 1));
    }
    (best, ways)
}

fn gap(
    best: &mut [f64; 3],
    ways: &mut [Way; 3],
    state: usize,
    from: [f64; 3],
    (open, on): (f64, f64),
    (left, right): (u8, u8),
) {
    for (before, (was, code)) in from.into_iter().zip([PAIR, LEFT, RIGHT].into_iter().zip(0..STATES)) {
        let cost = if was == state { on } else { open };
        keep(best, ways, state, before + cost, Way { left, right, from: code });
    }
}

fn keep(best: &mut [f64; 3], ways: &mut [Way; 3], state: usize, score: f64, way: Way) {
    if let (Some(best), Some(kept)) = (best.get_mut(state), ways.get_mut(state))
        && score > *best
    {
        (*best, *kept) = (score, way);
    }
}

/// The best state of a cell; the first of equals.
fn greatest(cell: [f64; 3]) -> (u8, f64) {
    let mut best = (0, NEVER);
    for (score, code) in cell.into_iter().zip(0..STATES) {
        if score > best.1 {
            best = (code, score);
        }
    }
    best
}

/// Follows the ways back from the end.
fn steps(ways: &[Vec<[Way; 3]>], band: &Band, last: [f64; 3], (lefts, rights): (usize, usize)) -> Vec<Step> {
    let mut out = Vec::new();
    let (mut row, mut column, mut state) = (lefts, rights, greatest(last).0);
    while (row, column) != (0, 0) {
        let cell = column.checked_sub(band.columns(row).start).and_then(|at| ways.get(row)?.get(at));
        let way = cell.and_then(|cell| cell.get(usize::from(state))).copied().unwrap_or_default();
        let (left, right) = (usize::from(way.left).min(row), usize::from(way.right).min(column));
        if (left, right) == (0, 0) {
            // Not on any way: what is left stands alone.
            out.extend((0..row).rev().map(|at| Step { left: at..at + 1, right: column..column }));
            out.extend((0..column).rev().map(|at| Step { left: 0..0, right: at..at + 1 }));
            break;
        }
        out.push(Step { left: row - left..row, right: column - right..column });
        (row, column, state) = (row - left, column - right, way.from);
    }
    out.reverse();
    out
}
