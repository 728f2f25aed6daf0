//! Paragraphs and tables on their way to text: what the formats with a structure of their own
//! have in common. The conventions are those that `structure/` reads: a blank line between
//! blocks, `| a | b |` for a row of cells.

use super::legacy;

/// A stretch of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// Words on their own lines; `\n` inside is a break that the document asks for.
    Paragraph(String),
    /// A table.
    Table(Grid),
}

/// The words of a cell, one string for each paragraph.
pub(super) type Cell = Vec<String>;

/// Rows of cells, where cells that reach over several rows or columns have been laid out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Grid {
    rows: Vec<Vec<Cell>>,
    /// Cells that reach into rows below: column, rows still to come, the cell.
    hanging: Vec<(usize, usize, Cell)>,
}

/// Where a line of print ends inside a cell: a hyphen before it may have to go.
pub(super) const LINE_END: char = '\u{2028}';
/// No table of a document is wider.
const MOST_COLUMNS: usize = 200;
/// Words of a cell over several rows that are short enough to be said again in each: a body, a
/// time; longer ones are said once.
const REPEATED: usize = 100;

impl Grid {
    pub(super) fn start_row(&mut self) {
        self.rows.push(Vec::new());
        self.lay_hanging();
    }

    /// Adds a cell to the last row.
    pub(super) fn cell(&mut self, cell: Cell, columns: usize, rows: usize) {
        let cell = said(cell);
        let Some(row) = self.rows.last_mut() else { return };
        let at = row.len();
        let columns = columns.clamp(1, MOST_COLUMNS);
        if at + columns > MOST_COLUMNS {
            return;
        }
        let length: usize = cell.iter().map(String::len).sum();
        let below = if length > 2 * REPEATED { Vec::new() } else { cell.clone() };
        row.push(cell);
        row.extend(std::iter::repeat_n(Vec::new(), columns - 1));
        if rows > 1 {
            self.hanging.push((at, rows - 1, below));
            self.hanging.extend((1..columns).map(|more| (at + more, rows - 1, Vec::new())));
        }
        self.lay_hanging();
    }

    /// The cell above the next one of the last row, for formats that mark a merged cell so.
    pub(super) fn above(&self) -> Cell {
        let at = self.rows.last().map_or(0, Vec::len);
        let above = self.rows.len().checked_sub(2).and_then(|row| self.rows.get(row));
        let cell = above.and_then(|row| row.get(at)).cloned().unwrap_or_default();
        if cell.iter().map(String::len).sum::<usize>() > 2 * REPEATED { Vec::new() } else { cell }
    }

    /// Adds the rows of another.
    pub(super) fn add_rows(&mut self, next: Self) {
        self.rows.extend(next.rows);
    }

    /// Adds the rows of a table that goes on with this one on the next page: a header that is said again is
    /// left out, and a row that the end of the page has parted is made whole.
    pub(super) fn go_on(&mut self, next: Self) {
        let repeated = self.rows.iter().zip(&next.rows).take_while(|(own, again)| own == again).count();
        let mut rows = next.rows.into_iter().skip(repeated).peekable();
        if let Some(rest) = rows.next_if(|first| self.is_parted_by(first)) {
            for (cell, rest) in self.rows.last_mut().into_iter().flatten().zip(rest) {
                let mut rest = rest.into_iter();
                if let Some(last) = cell.last_mut()
                    && let Some(first) = rest.next()
                {
                    last.push(LINE_END);
                    last.push_str(&first);
                }
                cell.extend(rest);
            }
        }
        self.rows.extend(rows);
    }

    /// Whether a row is the rest of the last one: it has no number where rows have one, or its words go on in
    /// the middle of a sentence.
    fn is_parted_by(&self, rest: &[Cell]) -> bool {
        let Some(last) = self.rows.last() else { return false };
        let is_empty = |row: &[Cell]| row.first().is_none_or(Vec::is_empty);
        let numbered = self.rows.iter().filter(|row| !is_empty(row)).count() * 4 > self.rows.len() * 3;
        let goes_on = last.iter().zip(rest).any(|(cell, rest)| {
            let ended = cell.last().is_none_or(|words| words.ends_with(['.', ';', ':']));
            !ended && rest.first().is_some_and(|words| words.starts_with(char::is_lowercase))
        });
        is_empty(rest) && !is_empty(last) && (numbered || goes_on)
    }

    /// Cells from the rows above that stand at the end of the last row so far.
    fn lay_hanging(&mut self) {
        let Some(row) = self.rows.last_mut() else { return };
        while let Some(found) = self.hanging.iter().position(|(column, ..)| *column == row.len()) {
            let (column, more, cell) = self.hanging.swap_remove(found);
            row.push(cell.clone());
            if more > 1 {
                // Not to be laid in this row again: its column is behind the end now.
                self.hanging.push((column, more - 1, cell));
            }
        }
    }

    /// Whether it only places things on the page, like the head of an official document with the
    /// issuer on the left and the motto of the country on the right.
    fn is_layout(&self) -> bool {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let long = |cell: &Cell| cell.iter().map(String::len).sum::<usize>() > 6000;
        columns < 2 || (columns == 2 && self.rows.len() <= 3) || self.rows.iter().flatten().any(long)
    }

    fn write(&self, out: &mut String) {
        for row in self.rows.iter().filter(|row| row.iter().any(|cell| !cell.is_empty())) {
            if row.iter().all(|cell| cell.len() <= 1 && cell.iter().all(|words| !words.contains('\n'))) {
                write_line(row, out);
            } else {
                write_broken(row, out);
            }
        }
        out.push('\n');
    }
}

/// `| a | b |`
fn write_line(row: &[Cell], out: &mut String) {
    out.push('|');
    for cell in row {
        out.push(' ');
        out.push_str(&cell.first().map_or_else(String::new, |words| words.replace('|', "¦")));
        out.push_str(" |");
    }
    out.push('\n');
}

/// Every paragraph on its own line, `|` on a line between cells, an empty line in an empty one.
fn write_broken(row: &[Cell], out: &mut String) {
    out.push_str("|\n");
    for cell in row {
        for words in cell {
            out.push_str(&words.replace('|', "¦"));
            out.push('\n');
        }
        if cell.is_empty() {
            out.push('\n');
        }
        out.push_str("|\n");
    }
}

/// A cell without blank paragraphs.
fn said(cell: Cell) -> Cell {
    cell.into_iter().map(|words| words.trim().to_owned()).filter(|words| !words.is_empty()).collect()
}

/// The text of a document.
pub(super) fn write(pieces: &[Piece]) -> String {
    let mut out = String::new();
    for piece in pieces {
        match piece {
            Piece::Paragraph(words) => write_paragraph(words, &mut out),
            Piece::Table(grid) if grid.is_layout() => {
                for words in grid.rows.iter().flatten().flatten() {
                    write_paragraph(words, &mut out);
                }
            }
            Piece::Table(grid) => grid.write(&mut out),
        }
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn write_paragraph(words: &str, out: &mut String) {
    let words = words.trim_matches('\n').trim_end();
    if !words.trim().is_empty() {
        out.push_str(words);
        out.push_str("\n\n");
    }
}

/// All the paragraphs of pieces, tables cell by cell: for a table inside a cell.
pub(super) fn flat(pieces: Vec<Piece>) -> Cell {
    let words = pieces.into_iter().flat_map(|piece| match piece {
        Piece::Paragraph(words) => vec![words],
        Piece::Table(grid) => grid.rows.into_iter().flatten().flatten().collect(),
    });
    said(words.collect())
}

/// The words of a run as its font draws them.
pub(super) fn in_font(words: &str, font: &str) -> String {
    let name = font.to_ascii_lowercase();
    if name.starts_with(".vn") {
        let words = legacy::tcvn3(words);
        return if name.ends_with('h') { words.to_uppercase() } else { words };
    }
    if name.starts_with("vni-") { legacy::vni(words) } else { words.replace('\u{ad}', "") }
}

/// Adds raised words: squares and cubes stay; marks of notes go, lest they stick to a number or a
/// sign (`66-NQ/TW1`).
pub(super) fn push_raised(line: &mut String, words: &str) {
    let inner = words.trim().trim_matches(['[', ']', '(', ')', ' ']);
    let is_mark = inner.len() < 4 && inner.chars().all(|c| c.is_ascii_digit() || "*†‡".contains(c));
    match words.trim() {
        "2" if line.ends_with('m') => line.push('²'),
        "3" if line.ends_with('m') => line.push('³'),
        _ if is_mark => {}
        _ => line.push_str(words),
    }
}

/// Blanks of any kind made single; breaks kept.
pub(super) fn single_blanks(words: &str) -> String {
    let lines = words.split('\n').map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.collect::<Vec<_>>().join("\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(words: &str) -> Cell {
        words.split(';').map(str::to_owned).collect()
    }

    #[test]
    fn rows_are_lines_and_merged_cells_are_laid_out() {
        let mut grid = Grid::default();
        for row in [
            vec![("TT", 1, 2), ("Nhiệm vụ", 1, 2), ("Cơ quan", 2, 1), ("Thời hạn", 1, 2)],
            vec![("Chủ trì", 1, 1), ("Phối hợp", 1, 1)],
            vec![("1", 1, 1), ("Rà soát", 1, 1), ("Sở Tài chính", 1, 2), ("", 1, 1), ("Quý I", 1, 1)],
            vec![("2", 1, 1), ("Báo cáo;Kết quả", 1, 1), ("Các xã", 1, 1), ("Quý II", 1, 1)],
        ] {
            grid.start_row();
            for (words, columns, rows) in row {
                grid.cell(cell(words), columns, rows);
            }
        }
        let text = write(&[Piece::Paragraph("Phụ lục".to_owned()), Piece::Table(grid)]);
        let expected = [
            "Phụ lục",
            "",
            "| TT | Nhiệm vụ | Cơ quan |  | Thời hạn |",
            "| TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời hạn |",
            "| 1 | Rà soát | Sở Tài chính |  | Quý I |",
            "|",
            "2",
            "|",
            "Báo cáo",
            "Kết quả",
            "|",
            "Sở Tài chính",
            "|",
            "Các xã",
            "|",
            "Quý II",
            "|",
            "",
        ];
        assert_eq!(text, expected.join("\n"));
    }

    fn grid(rows: &[&[&str]]) -> Grid {
        let mut grid = Grid::default();
        for row in rows {
            grid.start_row();
            for words in *row {
                grid.cell(cell(words), 1, 1);
            }
        }
        grid
    }

    #[test]
    fn a_table_goes_on_with_the_rest_of_a_row_and_without_its_header() {
        let head: &[&str] = &["TT", "Nhiệm vụ", "Chủ trì"];
        let first = [head, &["1", "Rà soát quy", ""], &["2", "Lập", ""]];
        let cases: [(&[&[&str]], &[&[&str]]); 4] = [
            // The rest of a row, also in cells that had no words yet.
            (
                &[head, &["", "đề án", "Sở Nội vụ"]],
                &[head, first[1], &["2", "Lập\u{2028}đề án", "Sở Nội vụ"]],
            ),
            (&[&["3", "Đo", "Sở Y tế"]], &[head, first[1], first[2], &["3", "Đo", "Sở Y tế"]]),
            (&[head], &first),
            (&[], &first),
        ];
        for (next, expected) in cases {
            let mut table = grid(&first);
            table.go_on(grid(next));
            assert_eq!(table, grid(expected));
        }
        let mut plain = grid(&[&["", "Đo đạc."], &["Xã", "Báo cáo."], &["", "Họp."]]);
        plain.go_on(grid(&[&["", "Một việc khác."]]));
        assert_eq!(plain.rows.len(), 4);
    }

    #[test]
    fn a_table_that_places_things_becomes_paragraphs() {
        let mut grid = Grid::default();
        grid.start_row();
        grid.cell(cell("UBND TỈNH;Số: 5/KH-UBND"), 1, 1);
        grid.cell(cell("CỘNG HÒA"), 1, 1);
        assert_eq!(write(&[Piece::Table(grid)]), "UBND TỈNH\n\nSố: 5/KH-UBND\n\nCỘNG HÒA\n");
    }
}
