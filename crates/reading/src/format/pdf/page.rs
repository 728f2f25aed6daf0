//! The pages of a document put together to its text.

use super::columns;
use super::gaps::{self, Block};
use super::glyphs::RawPage;
use super::lines::{self, Line};
use super::paragraphs;
use super::rules::Rules;
use super::running::{self, Printed};
use super::tables::{self, Ruled, Table};
use crate::format::pieces::{self, LINE_END, Piece};
use std::collections::HashSet;

/// The text of all pages.
pub(in crate::format) fn text(pages: Vec<RawPage>) -> String {
    let count = pages.len();
    let (mut printed, mut ruled) = (Vec::new(), Vec::new());
    for RawPage { height, glyphs, rules } in pages.into_iter().flat_map(columns::parts) {
        let (tables, rest) = tables::take(glyphs, &rules);
        printed.push(Printed { height, lines: lines::lines(rest) });
        ruled.push((tables, rules));
    }
    running::remove(&mut printed, count);
    let mut text = Text::default();
    for (part, (tables, rules)) in printed.into_iter().zip(ruled) {
        let mut rest = part.lines;
        for Ruled { top, table } in tables {
            let below = rest.partition_point(|line| line.base < top);
            let after = rest.split_off(below);
            text.blocks(&rest, &rules);
            text.table(table);
            rest = after;
        }
        text.blocks(&rest, &rules);
    }
    joined(&pieces::write(&text.end()))
}

/// The pieces of a document as they are put together.
#[derive(Default)]
struct Text {
    pieces: Vec<Piece>,
    /// Whether the first words that come may go on with the last ones.
    goes_on: bool,
    /// A table that may go on.
    open: Option<Table>,
}

impl Text {
    fn blocks(&mut self, lines: &[Line], rules: &Rules) {
        let mut lines = lines;
        if let Some(open) = &mut self.open
            && let Some((length, more)) = gaps::more_rows(open, lines, rules)
        {
            open.grid.go_on(more);
            lines = lines.get(length..).unwrap_or_default();
        }
        for block in gaps::blocks(lines, rules) {
            match block {
                Block::Lines(lines) => self.lines(&lines),
                Block::Table(table) => self.table(table),
            }
        }
    }

    /// Adds a table. One of the same columns right behind another, on the next page, goes on with it.
    fn table(&mut self, table: Table) {
        match &mut self.open {
            Some(open) if open.has_columns_of(&table) => open.grid.go_on(table.grid),
            _ => {
                self.close();
                self.open = Some(table);
            }
        }
    }

    fn close(&mut self) {
        self.pieces.extend(self.open.take().map(|table| Piece::Table(table.grid)));
        self.goes_on = false;
    }

    fn end(mut self) -> Vec<Piece> {
        self.close();
        self.pieces
    }

    /// Adds lines as paragraphs.
    fn lines(&mut self, lines: &[Line]) {
        let stretches = lines::stretches(lines);
        if stretches.is_empty() {
            return;
        }
        if self.open.is_some() {
            self.close();
        }
        let pitch = pitch(lines);
        for stretch in stretches {
            for paragraph in paragraphs::of(&stretch, pitch) {
                self.paragraph(paragraph);
                self.goes_on = false;
            }
            self.goes_on = stretch.len() >= paragraphs::COLUMN && paragraphs::is_full(&stretch);
        }
        // On the next page a sentence goes on whatever the length of its last line is.
        self.goes_on |= !lines.last().is_some_and(|last| last.words().ends_with(['.', ';', ':']));
    }

    fn paragraph(&mut self, lines: &[Line]) {
        let words = lines.iter().map(Line::words).collect::<Vec<_>>().join("\n");
        match self.pieces.last_mut() {
            // The first lines of a page or column may go on with the last of the one before.
            Some(Piece::Paragraph(last)) if self.goes_on => {
                last.push('\n');
                last.push_str(&words);
            }
            _ => self.pieces.push(Piece::Paragraph(words)),
        }
    }
}

/// The usual distance from line to line.
fn pitch(lines: &[Line]) -> f64 {
    let steps = lines.windows(2).filter_map(|pair| match pair {
        [a, b] if b.base - a.base > 0.5 * a.size && b.base - a.base < 4.0 * a.size => Some(b.base - a.base),
        _ => None,
    });
    let mut steps: Vec<f64> = steps.collect();
    steps.sort_by(f64::total_cmp);
    // Gaps between paragraphs are wider: the lower third is within them.
    steps.get(steps.len() / 3).copied().unwrap_or(20.0)
}

/// Joins words and signs that the end of a line parts; in cells the other ends of lines become blanks.
fn joined(text: &str) -> String {
    let known: HashSet<&str> = text.split(|c: char| !c.is_alphabetic() && c != '-').collect();
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(end) = rest.find(['\n', LINE_END]) {
        let (line, after) = rest.split_at(end);
        let in_cell = after.starts_with(LINE_END);
        let after = after.get(if in_cell { LINE_END.len_utf8() } else { 1 }..).unwrap_or_default();
        rest = after;
        let end = if in_cell { ' ' } else { '\n' };
        if parts_a_sign(line, after) {
            out.push_str(line);
            continue;
        }
        match hyphenated(line, after, &known) {
            Some((whole, tail)) => {
                out.push_str(&whole);
                rest = after.get(tail..).unwrap_or_default();
                // A line that was the end of the word only is used up.
                rest = rest.strip_prefix([' ', '\n', LINE_END]).unwrap_or(rest);
            }
            None => out.push_str(line),
        }
        out.push(end);
    }
    out + rest
}

/// Whether the end of a line parts a sign, which has its strokes and hyphens at its end then: `80/2020/` and
/// `NĐ-CP`, `12/QĐ-` and `TTg`.
fn parts_a_sign(line: &str, next: &str) -> bool {
    let last = line.rsplit([' ', '\u{a0}', '|', '\n']).next().unwrap_or_default();
    let before = last.chars().rev().nth(1).is_some_and(char::is_alphanumeric);
    let stroke = last.ends_with('/') && next.starts_with(char::is_alphanumeric);
    // A number and a sign, or letters that stand for words.
    let short = |c: char| c.is_ascii_digit() || c.is_uppercase() || "&/-".contains(c);
    let sign = last.contains(|c: char| c.is_ascii_digit()) || last.chars().all(short);
    let hyphen = last.ends_with('-') && sign && next.starts_with(char::is_uppercase);
    before && (stroke || hyphen) && !last.contains("//")
}

/// The line with the word at its end made whole, and how much of the next line that took.
fn hyphenated(line: &str, next: &str, known: &HashSet<&str>) -> Option<(String, usize)> {
    let start = line.strip_suffix(['-', '\u{2010}', '\u{ad}'])?;
    let head_at = start.rfind(|c: char| !c.is_alphabetic()).map_or(0, |at| start.ceil_char_boundary(at + 1));
    let head = start.get(head_at..)?;
    let tail_end = next.find(|c: char| !c.is_alphabetic()).unwrap_or(next.len());
    let tail = next.get(..tail_end)?;
    if head.chars().count() < 2 || !tail.starts_with(char::is_lowercase) {
        return None;
    }
    let with_hyphen = format!("{head}-{tail}");
    let keeps = known.contains(with_hyphen.as_str()) && !known.contains(format!("{head}{tail}").as_str());
    // Marks behind the word belong to it.
    let marks = next.get(tail_end..)?.chars().take_while(|c| ",.;:!?)”»’".contains(*c));
    let end = tail_end + marks.map(char::len_utf8).sum::<usize>();
    let hyphen = if keeps { "-" } else { "" };
    Some((format!("{start}{hyphen}{}", next.get(..end)?), end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_parted_at_the_end_of_a_line_are_joined() {
        let table = [
            ("the imple-\nmentation, of it", "the implementation,\nof it\n"),
            ("a socio-\neconomic plan; socio-economic", "a socio-economic\nplan; socio-economic\n"),
            ("Quyết định 15-\nNQ/TW", "Quyết định 15-NQ/TW\n"),
            ("Nghị định 80/2020/\nNĐ-CP", "Nghị định 80/2020/NĐ-CP\n"),
            (
                "| số 12/QĐ-\u{2028}TTg và\u{2028}các imple-\u{2028}mented |",
                "| số 12/QĐ-TTg và các implemented |\n",
            ),
            ("giai đoạn 2021 -\n2025, 5/\n6", "giai đoạn 2021 -\n2025, 5/6\n"),
            ("Bộ LĐ-\nTB&XH", "Bộ LĐ-TB&XH\n"),
            ("https://\nwww", "https://\nwww\n"),
            ("kinh tế -\nxã hội", "kinh tế -\nxã hội\n"),
            ("Franco-\nAllemand", "Franco-\nAllemand\n"),
        ];
        for (text, expected) in table {
            assert_eq!(joined(&format!("{text}\n")), expected);
        }
    }
}
