//! Tables without ruled lines: columns are told by gaps that go through line after line.

use super::lines::Line;
use super::rules::{Rule, Rules};
use super::tables::{Gap, Table};
use crate::format::pieces::{Grid, LINE_END};

/// A stretch of a page.
#[derive(Debug)]
pub(super) enum Block {
    Lines(Vec<Line>),
    Table(Table),
}

/// Fewer columns are columns of text, unless lines are drawn between rows.
const FEWEST_COLUMNS: usize = 3;
/// Fewer lines may stand so by chance.
const FEWEST_LINES: usize = 3;
/// A gap between columns in sizes of the font: wider than the blanks that stand above one another.
const GUTTER: f64 = 0.7;
/// The same in further rows of a table that is known.
const LEAST_GUTTER: f64 = 0.3;
/// The same where no line has gaps that are wider than any blank.
const SURE_GUTTER: f64 = 0.9;
/// Lines further apart than so many sizes belong to different things.
const APART: f64 = 2.6;
/// Lines that may stand across all columns between rows: the head of a group of them.
const ACROSS: usize = 4;

/// Parts the lines of a page into text and tables.
pub(super) fn blocks(lines: &[Line], rules: &Rules) -> Vec<Block> {
    let mut out = Vec::new();
    let mut text: Vec<Line> = Vec::new();
    let mut rest = lines;
    while let Some((first, later)) = rest.split_first() {
        let Some((length, mut table)) = table(rest, rules) else {
            text.push(first.clone());
            rest = later;
            continue;
        };
        rest = rest.get(length..).unwrap_or_default();
        while let Some((across, length, more)) = below_head(&table, rest, rules) {
            table.grid.start_row();
            let words = rest.iter().take(across).map(Line::words).collect::<Vec<_>>().join(" ");
            table.grid.cell(vec![words], table.gaps.len() + 1, 1);
            table.grid.add_rows(more);
            rest = rest.get(across + length..).unwrap_or_default();
        }
        out.push(Block::Lines(std::mem::take(&mut text)));
        out.push(Block::Table(table));
    }
    out.push(Block::Lines(text));
    out
}

/// More rows of a table that come behind the head of a group, which stands across the columns: how many lines
/// that takes, how many the rows take.
fn below_head(table: &Table, lines: &[Line], rules: &Rules) -> Option<(usize, usize, Grid)> {
    (1..=ACROSS.min(lines.len())).find_map(|across| {
        let (length, grid) = more_rows(table, lines.get(across..)?, rules)?;
        Some((across, length, grid))
    })
}

/// The rows at the start of these lines that stand in the columns of a table before them, and how many lines they
/// take up.
pub(super) fn more_rows(table: &Table, lines: &[Line], rules: &Rules) -> Option<(usize, Grid)> {
    let mut gaps = table.gaps.clone();
    let mut length = 0;
    let mut before: Option<&Line> = None;
    for line in lines {
        let next = narrowed(&gaps, line, LEAST_GUTTER * line.size);
        if next.len() != gaps.len() || before.is_some_and(|before| is_apart(before, line, rules)) {
            break;
        }
        (gaps, length, before) = (next, length + 1, Some(line));
    }
    let held = lines.get(..length)?;
    let cut = cut(held, &gaps);
    let fewest = FEWEST_COLUMNS.min(gaps.len() + 1);
    cut.iter().find(|row| filled(row) >= fewest)?;
    let numbered = || std::iter::once(0).chain(numbered(&cut).into_iter().filter(|at| *at > 0)).collect();
    let rows = rows(held, &cut, rules).unwrap_or_else(numbered);
    Some((length, grid(&cut, &rows)))
}

/// The table that begins with the first line, and how many lines it takes up.
fn table(lines: &[Line], rules: &Rules) -> Option<(usize, Table)> {
    let first = lines.first()?;
    let mut gaps = gaps_of(first);
    let mut most = first.segments.len();
    let mut length = 1;
    for pair in lines.windows(2) {
        let [before, line] = pair else { break };
        let next = narrowed(&gaps, line, GUTTER * line.size.max(before.size));
        let columns = most.max(line.segments.len()).max(2);
        if is_apart(before, line, rules) || next.len() + 1 < columns {
            break;
        }
        (gaps, most, length) = (next, columns, length + 1);
    }
    let held = lines.get(..length)?;
    if most < FEWEST_COLUMNS {
        gaps.retain(|(from, to)| to - from >= SURE_GUTTER * first.size);
    }
    let cut = cut(held, &gaps);
    let full = cut.iter().filter(|row| filled(row) >= FEWEST_COLUMNS).count();
    let drawn = drawn_rows(held, rules).len();
    let is_table = full >= FEWEST_LINES || (drawn >= FEWEST_LINES && !gaps.is_empty());
    if length < FEWEST_LINES || !is_table {
        return None;
    }
    let grid = grid(&cut, &rows(held, &cut, rules)?);
    Some((length, Table { gaps, grid }))
}

/// Whether the next line is too far away to be of the same table: a line that is drawn between them makes more
/// room.
fn is_apart(before: &Line, line: &Line, rules: &Rules) -> bool {
    let is_drawn = |rule: &Rule| rule.at > before.base && rule.at < line.base;
    let room = if rules.across.iter().any(is_drawn) { 2.0 * APART } else { APART };
    line.base - before.base > room * line.size.max(before.size)
}

fn cut(lines: &[Line], gaps: &[Gap]) -> Vec<Vec<String>> {
    let gutters: Vec<f64> = gaps.iter().map(|(from, to)| f64::midpoint(*from, *to)).collect();
    lines.iter().map(|line| line.cut(&gutters)).collect()
}

fn filled(row: &[String]) -> usize {
    row.iter().filter(|words| !words.is_empty()).count()
}

/// The lines that begin a row; none when nothing tells.
fn rows(lines: &[Line], cut: &[Vec<String>], rules: &Rules) -> Option<Vec<usize>> {
    let drawn = drawn_rows(lines, rules);
    if drawn.len() >= FEWEST_LINES {
        return Some(drawn);
    }
    // Rows of one line each, none of them going on.
    let single = cut.iter().all(|row| filled(row) >= FEWEST_COLUMNS.max(row.len() - 1));
    starts(lines, cut).or_else(|| single.then(|| (0..lines.len()).collect()))
}

/// The lines that begin a row where lines are drawn between rows: the first ones below each, the first line of all
/// among them.
fn drawn_rows(lines: &[Line], rules: &Rules) -> Vec<usize> {
    let left = lines.iter().map(Line::left).fold(f64::INFINITY, f64::min);
    let right = lines.iter().map(Line::right).fold(f64::NEG_INFINITY, f64::max);
    let reach = |rule: &&Rule| rule.end.min(right) - rule.start.max(left) > 0.8 * (right - left);
    let mut drawn: Vec<f64> = rules.across.iter().filter(reach).map(|rule| rule.at).collect();
    drawn.sort_by(f64::total_cmp);
    let row_of = |line: &Line| drawn.partition_point(|at| *at < line.base);
    let begins = |pair: &[Line]| matches!(pair, [before, line] if row_of(before) != row_of(line));
    let later = lines.windows(2).enumerate().filter(|(_, pair)| begins(pair)).map(|(at, _)| at + 1);
    std::iter::once(0).chain(later).collect()
}

/// The gaps between the words of a line.
fn gaps_of(line: &Line) -> Vec<Gap> {
    let words = line.places();
    words
        .windows(2)
        .filter_map(|pair| match pair {
            [a, b] if b.0 - a.1 >= GUTTER * line.size => Some((a.1, b.0)),
            _ => None,
        })
        .collect()
}

/// What is left of gaps where the words of one more line stand.
fn narrowed(gaps: &[Gap], line: &Line, least: f64) -> Vec<Gap> {
    let mut out = gaps.to_vec();
    for (left, right) in line.places() {
        let parted = out.iter().flat_map(|(from, to)| {
            if right <= *from || left >= *to {
                return vec![(*from, *to)];
            }
            vec![(*from, left), (right, *to)]
        });
        out = parted.filter(|(from, to)| to - from >= least).collect();
    }
    out
}

/// The lines that begin a row: those with a running number, or those below a wider gap; none when
/// neither tells.
fn starts(lines: &[Line], cut: &[Vec<String>]) -> Option<Vec<usize>> {
    let numbered = numbered(cut);
    let below = below_gaps(lines);
    let first = std::iter::once(0);
    if numbered.len() < 2 {
        return (!below.is_empty()).then(|| first.chain(below).collect());
    }
    // Numbers in the middle of the height of their rows: a wider gap is above each row.
    let row_of = |at: &usize| below.partition_point(|start| start <= at);
    let apart = numbered.windows(2).all(|pair| matches!(pair, [a, b] if row_of(a) + 1 == row_of(b)));
    let chosen = if apart { below } else { numbered };
    Some(first.chain(chosen.into_iter().filter(|at| *at > 0)).collect())
}

/// The lines with a running number in the first column.
fn numbered(cut: &[Vec<String>]) -> Vec<usize> {
    let number = |words: &String| {
        let bare = words.trim_end_matches(['.', ')']);
        let digits =
            !bare.is_empty() && bare.split('.').all(|n| n.len() < 4 && n.bytes().all(|b| b.is_ascii_digit()));
        let marked = bare.len() < words.len() && bare.chars().count() < 6;
        digits || (marked && (bare.chars().all(|c| "IVX".contains(c)) || bare.chars().count() == 1))
    };
    (0..cut.len()).filter(|at| cut.get(*at).and_then(|row| row.first()).is_some_and(number)).collect()
}

/// The lines that stand further below the line before than lines of a cell do.
fn below_gaps(lines: &[Line]) -> Vec<usize> {
    let steps: Vec<f64> = lines
        .windows(2)
        .filter_map(|pair| match pair {
            [a, b] => Some(b.base - a.base),
            _ => None,
        })
        .collect();
    let least = steps.iter().copied().fold(f64::INFINITY, f64::min);
    steps.iter().enumerate().filter(|(_, step)| **step > 1.2 * least).map(|(at, _)| at + 1).collect()
}

fn grid(cut: &[Vec<String>], starts: &[usize]) -> Grid {
    let mut grid = Grid::default();
    let ends = starts.iter().skip(1).copied().chain(std::iter::once(cut.len()));
    for (start, end) in starts.iter().zip(ends) {
        let lines = cut.get(*start..end).unwrap_or_default();
        grid.start_row();
        for column in 0..lines.first().map_or(0, Vec::len) {
            let words = lines.iter().filter_map(|line| line.get(column)).filter(|words| !words.is_empty());
            let words: Vec<&str> = words.map(String::as_str).collect();
            grid.cell(vec![words.join(&LINE_END.to_string())], 1, 1);
        }
    }
    grid
}

#[cfg(test)]
mod tests {
    use super::super::glyphs::Glyph;
    use super::super::lines::lines;
    use super::*;
    use crate::format::pieces::{Piece, write};

    /// Where a line stands, and its stretches.
    type Row<'a> = (f64, &'a [(f64, &'a str)]);

    /// Words at their places: base, and for each stretch its left edge; a letter is 5 points wide.
    fn print(rows: &[Row<'_>]) -> Vec<Line> {
        let mut glyphs = Vec::new();
        for (base, stretches) in rows {
            for (left, words) in *stretches {
                let places = std::iter::successors(Some(*left), |left| Some(left + 5.0));
                let letters = words.chars().zip(places).filter(|(c, _)| *c != ' ');
                glyphs.extend(letters.map(|(c, left)| Glyph {
                    words: c.to_string(),
                    left,
                    right: left + 5.0,
                    base: *base,
                    size: 10.0,
                }));
            }
        }
        lines(glyphs)
    }

    fn text(lines: &[Line]) -> String {
        let pieces = blocks(lines, &Rules::default()).into_iter().flat_map(|block| match block {
            Block::Table(table) => vec![Piece::Table(table.grid)],
            Block::Lines(lines) => lines.iter().map(|line| Piece::Paragraph(line.words())).collect(),
        });
        write(&pieces.collect::<Vec<_>>()).replace(LINE_END, " ")
    }

    #[test]
    fn columns_without_lines_become_rows() {
        let lines = print(&[
            (80.0, &[(50.0, "Phụ lục các việc phải làm trong năm")]),
            (100.0, &[(50.0, "TT"), (80.0, "Nhiệm vụ"), (200.0, "Cơ quan chủ trì"), (290.0, "Thời gian")]),
            (
                118.0,
                &[(50.0, "1"), (80.0, "Rà soát quỹ đất công"), (200.0, "Sở Tài chính"), (290.0, "Quý I")],
            ),
            (130.0, &[(80.0, "dọc bờ sông")]),
            (
                148.0,
                &[(50.0, "2"), (80.0, "Lập đề án bến thủy nội"), (200.0, "Sở Xây dựng"), (290.0, "Quý II")],
            ),
            (160.0, &[(80.0, "địa")]),
            (178.0, &[(50.0, "Các cơ quan báo cáo kết quả trước ngày 20 tháng 12 năm 2026 nhé")]),
        ]);
        assert_eq!(
            text(&lines),
            "Phụ lục các việc phải làm trong năm\n\n| TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian |\n\
             | 1 | Rà soát quỹ đất công dọc bờ sông | Sở Tài chính | Quý I |\n\
             | 2 | Lập đề án bến thủy nội địa | Sở Xây dựng | Quý II |\n\n\
             Các cơ quan báo cáo kết quả trước ngày 20 tháng 12 năm 2026 nhé\n"
        );
    }

    #[test]
    fn text_in_columns_and_wide_blanks_are_no_table() {
        let table: [&[Row<'_>]; 3] = [
            // Two columns of text.
            &[
                (100.0, &[(50.0, "left one"), (200.0, "right one")]),
                (112.0, &[(50.0, "left two"), (200.0, "right two")]),
                (124.0, &[(50.0, "left three"), (200.0, "right three")]),
            ],
            // Two lines only.
            &[
                (100.0, &[(50.0, "a"), (150.0, "b"), (250.0, "c")]),
                (118.0, &[(50.0, "d"), (150.0, "e"), (250.0, "f")]),
            ],
            // Gaps that do not stand above one another.
            &[
                (100.0, &[(50.0, "one word"), (120.0, "two words"), (200.0, "three")]),
                (112.0, &[(50.0, "a much longer one"), (160.0, "two"), (230.0, "three")]),
                (130.0, &[(50.0, "again"), (100.0, "a different place"), (215.0, "end")]),
            ],
        ];
        for rows in table {
            assert!(!text(&print(rows)).contains('|'), "{}", text(&print(rows)));
        }
    }
}
