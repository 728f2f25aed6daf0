//! Where paragraphs end: a wider gap, an indent, or a line that was left although the next word had room
//! on it.

use super::lines::Line;
use crate::structure::starts_with_mark;

/// Lines that a stretch must have to be a column of running text.
pub(super) const COLUMN: usize = 5;
/// A gap of so many usual steps parts paragraphs: Decree 30/2020/NĐ-CP asks for 6 points or more between them,
/// where lines are at most one and a half high.
const APART: f64 = 1.15;
/// What is wider than a blank, in sizes: a first line is indented by more.
const INDENT: f64 = 1.2;
/// How much room must be left behind the next word so that the line was broken on purpose, in sizes: what
/// must not be parted (`Điều 5`) takes more room than its first word.
const ROOM: f64 = 3.0;

/// The paragraphs of a stretch; `pitch` is the usual step from line to line.
pub(super) fn of(lines: &[Line], pitch: f64) -> Vec<&[Line]> {
    let mut out = Vec::new();
    for group in lines.chunk_by(|before, line| line.base - before.base <= APART * pitch) {
        let frame = Frame::of(group);
        let mut rest = group;
        while !rest.is_empty() {
            let more = rest.windows(2).take_while(|pair| match pair {
                [before, line] => !frame.parts(before, line),
                _ => false,
            });
            let (lines, behind) = rest.split_at(rest.len().min(1 + more.count()));
            out.push(lines);
            rest = behind;
        }
    }
    out
}

/// Whether the last line of a stretch goes up to the margin, so that its sentence may go on elsewhere.
pub(super) fn is_full(lines: &[Line]) -> bool {
    let frame = Frame::of(lines);
    lines.last().is_some_and(|last| last.right() > frame.right - ROOM * last.size)
}

/// Between which margins lines stand.
struct Frame {
    left: f64,
    right: f64,
    lines: usize,
}

impl Frame {
    fn of(lines: &[Line]) -> Self {
        let left = lines.iter().map(Line::left).fold(f64::INFINITY, f64::min);
        // One line alone may reach into the margin.
        let mut rights: Vec<f64> = lines.iter().map(Line::right).collect();
        rights.sort_by(|a, b| b.total_cmp(a));
        let right = rights.get(usize::from(lines.len() > 8)).copied().unwrap_or_default();
        Self { left, right, lines: lines.len() }
    }

    /// Whether a line begins a paragraph after the one before it.
    fn parts(&self, before: &Line, line: &Line) -> bool {
        let room = self.right - before.right() - ROOM * line.size;
        let word = line.places().first().map_or(0.0, |(from, to)| to - from);
        if self.lines > 2 && room > word && !(self.is_centred(before) && self.is_centred(line)) {
            return true;
        }
        let indented =
            line.left() > before.left() + INDENT * line.size && before.left() < self.left + line.size;
        // The later lines of an item may stand further in than its mark.
        let hangs = before.right() > self.right - ROOM * line.size && starts_with_mark(&before.words());
        indented && !hangs
    }

    fn is_centred(&self, line: &Line) -> bool {
        let (left, right) = (line.left() - self.left, self.right - line.right());
        left > 2.0 * line.size && (left - right).abs() < 2.0 * line.size
    }
}

#[cfg(test)]
mod tests {
    use super::super::glyphs::Glyph;
    use super::super::lines::lines;
    use super::*;

    /// Lines of ten points at these left edges; a letter is five wide, so that a column of forty letters goes
    /// from 50 to 250.
    fn shown(rows: &[(f64, &str)]) -> Vec<String> {
        let mut glyphs = Vec::new();
        let bases = std::iter::successors(Some(100.0), |base| Some(base + 14.0));
        for ((left, words), base) in rows.iter().zip(bases) {
            let places = std::iter::successors(Some(*left), |left| Some(left + 5.0));
            let letters = words.chars().zip(places).filter(|(c, _)| *c != ' ');
            glyphs.extend(letters.map(|(c, left)| Glyph {
                words: c.to_string(),
                left,
                right: left + 5.0,
                base,
                size: 10.0,
            }));
        }
        let words = |lines: &[Line]| lines.iter().map(Line::words).collect::<Vec<_>>().join(" ");
        of(&lines(glyphs), 14.0).into_iter().map(words).collect()
    }

    #[test]
    fn a_line_that_was_left_early_ends_a_paragraph() {
        let lines = [
            (50.0, "a line that goes on to the right margin."),
            (50.0, "its end"),
            (50.0, "another one that goes as far as it may,"),
            (50.0, "and on, up to the very edge of the page,"),
            (50.0, "whose end is here"),
        ];
        let parted = shown(&lines);
        assert_eq!(parted.len(), 2, "{parted:?}");
        assert!(parted[0].ends_with("its end"));
    }

    #[test]
    fn indents_part_and_hanging_lines_do_not() {
        let indented = [
            (70.0, "the first line of something longer,"),
            (50.0, "its second line, which goes up to there."),
            (70.0, "the first line of another, which goes"),
            (50.0, "on with a second line up to the margin,"),
        ];
        assert_eq!(shown(&indented).len(), 2);
        let hanging = [
            (50.0, "1. the first line of an item that is so"),
            (70.0, "long that it has a second line there"),
            (70.0, "and a third"),
            (50.0, "2. the first line of another item which"),
            (70.0, "goes on"),
        ];
        assert_eq!(shown(&hanging).len(), 2);
    }

    #[test]
    fn centred_lines_stay_together() {
        let title = [
            (100.0, "ON THE PROTECTION OF"),
            (110.0, "RIVERS AND DAMS"),
            (50.0, "a line that goes on to the right margin,"),
            (50.0, "and on, up to the very edge of the page"),
        ];
        let parted = shown(&title);
        assert_eq!(parted[0], "ON THE PROTECTION OF RIVERS AND DAMS");
        assert_eq!(parted.len(), 2);
    }
}
