//! Tables with ruled lines: which characters stand in which cell.

use super::glyphs::Glyph;
use super::lines::{Line, lines};
use super::rules::{Rule, Rules};
use crate::format::pieces::{Cell, Grid, LINE_END};

/// Lines nearer than this are one.
const NEAR: f64 = 3.5;
/// Tables with more rows or columns on one page are drawings.
const MOST: usize = 200;

/// Columns that are no further apart than this stand at the same place.
const SAME: f64 = 6.0;

/// A place without words from line to line, from the left to the right.
pub(super) type Gap = (f64, f64);

/// A table.
#[derive(Debug)]
pub(super) struct Table {
    /// What parts its columns.
    pub(super) gaps: Vec<Gap>,
    pub(super) grid: Grid,
}

impl Table {
    /// Whether the columns of another stand where those of this one do.
    pub(super) fn has_columns_of(&self, other: &Self) -> bool {
        let overlap = |(own, other): (&Gap, &Gap)| own.0.max(other.0) < own.1.min(other.1) + SAME;
        self.gaps.len() == other.gaps.len() && self.gaps.iter().zip(&other.gaps).all(overlap)
    }
}

/// A table and where it lies.
pub(super) struct Ruled {
    pub(super) top: f64,
    pub(super) table: Table,
}

/// Takes the tables out of a page: the characters that stand in none are left.
pub(super) fn take(glyphs: Vec<Glyph>, rules: &Rules) -> (Vec<Ruled>, Vec<Glyph>) {
    let frames = frames(rules);
    let mut inside: Vec<Vec<Glyph>> = frames.iter().map(|_| Vec::new()).collect();
    let mut outside = Vec::new();
    for glyph in glyphs {
        let frame = frames.iter().position(|frame| frame.holds(&glyph));
        match frame.and_then(|at| inside.get_mut(at)) {
            Some(held) => held.push(glyph),
            None => outside.push(glyph),
        }
    }
    let tables = frames.iter().zip(inside).filter(|(_, held)| !held.is_empty());
    let tables = tables.map(|(frame, held)| Ruled { top: frame.top(), table: frame.table(held) });
    (tables.collect(), outside)
}

/// The lines of one table.
struct Frame {
    /// Where its rows are parted, from top to bottom.
    ys: Vec<f64>,
    /// Where its columns are parted, from left to right.
    xs: Vec<f64>,
    across: Vec<Rule>,
    down: Vec<Rule>,
}

/// Lines that touch belong to one table; it needs two columns and two rows at least, or three columns of
/// one row. What stands at its edge may have no line of its own there: lines that reach further tell.
fn frames(rules: &Rules) -> Vec<Frame> {
    let mut groups: Vec<(Vec<Rule>, Vec<Rule>)> = Vec::new();
    for down in &rules.down {
        let touched: Vec<Rule> = rules.across.iter().filter(|across| touch(across, down)).copied().collect();
        let joins = |group: &(Vec<Rule>, Vec<Rule>)| group.0.iter().any(|across| touched.contains(across));
        let (same, others): (Vec<_>, Vec<_>) = groups.into_iter().partition(joins);
        let mut group = same.into_iter().fold((touched, vec![*down]), |mut all, one| {
            all.0.extend(one.0);
            all.1.extend(one.1);
            all
        });
        group.0.dedup();
        groups = others;
        groups.push(group);
    }
    let frames = groups.into_iter().map(|(across, down)| Frame {
        ys: merged(across.iter().map(|rule| rule.at).chain(ends(&down))),
        xs: merged(down.iter().map(|rule| rule.at).chain(ends(&across))),
        across,
        down,
    });
    let sound = |frame: &Frame| {
        let (rows, columns) = (frame.ys.len(), frame.xs.len());
        (2..=MOST).contains(&rows) && (3..=MOST).contains(&columns) && rows + columns >= 6
    };
    let mut frames: Vec<Frame> = frames.filter(sound).collect();
    frames.sort_by(|a, b| a.top().total_cmp(&b.top()));
    frames
}

fn touch(across: &Rule, down: &Rule) -> bool {
    let within = |at: f64, rule: &Rule| at > rule.start - NEAR && at < rule.end + NEAR;
    within(down.at, across) && within(across.at, down)
}

/// From where to where lines reach together.
fn ends(rules: &[Rule]) -> impl Iterator<Item = f64> {
    let start = rules.iter().map(|rule| rule.start).reduce(f64::min);
    start.into_iter().chain(rules.iter().map(|rule| rule.end).reduce(f64::max))
}

/// Places in order, those that are near to one another once.
fn merged(places: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut places: Vec<f64> = places.collect();
    places.sort_by(f64::total_cmp);
    places.dedup_by(|b, a| *b - *a < NEAR);
    places
}

impl Frame {
    fn top(&self) -> f64 {
        self.ys.first().copied().unwrap_or(0.0)
    }

    fn holds(&self, glyph: &Glyph) -> bool {
        let (x, y) = middle(glyph);
        slot(&self.xs, x).is_some() && slot(&self.ys, y).is_some()
    }

    fn table(&self, glyphs: Vec<Glyph>) -> Table {
        Table { gaps: self.xs.iter().map(|x| (*x, *x)).collect(), grid: self.grid(glyphs) }
    }

    fn grid(&self, glyphs: Vec<Glyph>) -> Grid {
        let (rows, columns) = (self.ys.len() - 1, self.xs.len() - 1);
        let mut cells: Vec<Vec<Vec<Glyph>>> = vec![vec![Vec::new(); columns]; rows];
        let mut seen = vec![vec![false; columns]; rows];
        for glyph in glyphs {
            let (x, y) = middle(&glyph);
            let at = slot(&self.ys, y).zip(slot(&self.xs, x));
            let cell = at.and_then(|(row, column)| cells.get_mut(row)?.get_mut(column));
            if let Some(cell) = cell {
                cell.push(glyph);
            }
        }
        let mut grid = Grid::default();
        for row in 0..rows {
            grid.start_row();
            for column in 0..columns {
                if seen.get(row).and_then(|row| row.get(column)).copied().unwrap_or(true) {
                    continue;
                }
                let wide = 1 + (column + 1..columns).take_while(|c| !self.parted_before(*c, row)).count();
                let tall = 1 + (row + 1..rows).take_while(|r| !self.parted_above(*r, column)).count();
                let mut held = Vec::new();
                for r in row..row + tall {
                    for c in column..column + wide {
                        if let Some(seen) = seen.get_mut(r).and_then(|row| row.get_mut(c)) {
                            *seen = true;
                        }
                        held.extend(
                            cells
                                .get_mut(r)
                                .and_then(|row| row.get_mut(c))
                                .map(std::mem::take)
                                .unwrap_or_default(),
                        );
                    }
                }
                grid.cell(paragraphs(&lines(held)), wide, tall);
            }
        }
        grid
    }

    /// Whether a line parts a column from the one before it, in this row.
    fn parted_before(&self, column: usize, row: usize) -> bool {
        let middle = self.ys.get(row).zip(self.ys.get(row + 1)).map_or(0.0, |(a, b)| f64::midpoint(*a, *b));
        let at = self.xs.get(column).copied().unwrap_or(0.0);
        self.down.iter().any(|rule| covers(rule, at, middle))
    }

    /// Whether a line parts a row from the one above it, in this column.
    fn parted_above(&self, row: usize, column: usize) -> bool {
        let middle =
            self.xs.get(column).zip(self.xs.get(column + 1)).map_or(0.0, |(a, b)| f64::midpoint(*a, *b));
        let at = self.ys.get(row).copied().unwrap_or(0.0);
        self.across.iter().any(|rule| covers(rule, at, middle))
    }
}

fn covers(rule: &Rule, at: f64, middle: f64) -> bool {
    (rule.at - at).abs() < NEAR && rule.start < middle && rule.end > middle
}

fn middle(glyph: &Glyph) -> (f64, f64) {
    (f64::midpoint(glyph.left, glyph.right), glyph.base - 0.3 * glyph.size)
}

/// Between which two places a value lies.
fn slot(places: &[f64], value: f64) -> Option<usize> {
    places.windows(2).position(|pair| matches!(pair, [from, to] if value >= *from && value < *to))
}

/// The words of a cell: its lines go on with one another unless a mark begins a new item.
fn paragraphs(lines: &[Line]) -> Cell {
    let mut cell: Cell = Vec::new();
    for line in lines {
        let words = line.words();
        let ended = cell.last().is_none_or(|last| last.ends_with(['.', ';', ':']));
        match cell.last_mut().filter(|_| !(ended && crate::structure::starts_with_mark(&words))) {
            Some(last) => {
                last.push(LINE_END);
                last.push_str(&words);
            }
            None => cell.push(words),
        }
    }
    cell
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::pieces::{Piece, write};

    fn word(words: &str, left: f64, base: f64) -> Glyph {
        Glyph { words: words.to_owned(), left, right: left + 20.0, base, size: 10.0 }
    }

    #[test]
    fn ruled_lines_bound_the_cells() {
        let across = |at| Rule { at, start: 50.0, end: 350.0 };
        let down = |at, end| Rule { at, start: 100.0, end };
        let rules = Rules {
            across: vec![
                across(100.0),
                across(120.0),
                Rule { at: 140.0, start: 50.0, end: 250.0 },
                across(160.0),
            ],
            down: vec![down(50.0, 160.0), down(150.0, 160.0), down(250.0, 160.0), down(350.0, 160.0)],
        };
        let glyphs = vec![
            word("TT", 60.0, 115.0),
            word("Việc", 160.0, 115.0),
            word("Ai", 260.0, 115.0),
            word("1", 60.0, 135.0),
            word("Rà", 160.0, 131.0),
            word("soát", 160.0, 139.0),
            word("Sở", 260.0, 145.0),
            word("2", 60.0, 155.0),
            word("Đo", 160.0, 155.0),
            word("Ngoài", 60.0, 200.0),
        ];
        let (tables, left) = take(glyphs, &rules);
        assert_eq!(left.len(), 1);
        let text = write(&tables.into_iter().map(|table| Piece::Table(table.table.grid)).collect::<Vec<_>>());
        assert_eq!(text, "| TT | Việc | Ai |\n| 1 | Rà\u{2028}soát | Sở |\n| 2 | Đo | Sở |\n");
    }
}
