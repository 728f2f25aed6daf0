//! The pages of a document put together to its text.

use super::gaps::{self, Block};
use super::glyphs::RawPage;
use super::lines::{self, Line};
use super::running::{self, Printed};
use super::tables;
use crate::format::pieces::{self, Piece};
use std::collections::HashSet;

/// The text of all pages.
pub(in crate::format) fn text(pages: &[RawPage]) -> String {
    let mut printed = Vec::new();
    let mut ruled = Vec::new();
    for page in pages {
        let (found, rest) = tables::take(page.glyphs.clone(), &page.rules);
        printed.push(Printed { height: page.height, lines: lines::lines(rest) });
        ruled.push(found);
    }
    running::remove(&mut printed);
    let mut out: Vec<Piece> = Vec::new();
    for (page, tables) in printed.into_iter().zip(ruled) {
        let mut rest = page.lines;
        for table in tables {
            let below = rest.partition_point(|line| line.base < table.top);
            let after = rest.split_off(below);
            lay_blocks(&rest, &mut out);
            out.push(Piece::Table(table.grid));
            rest = after;
        }
        lay_blocks(&rest, &mut out);
    }
    joined(&pieces::write(&out))
}

fn lay_blocks(lines: &[Line], out: &mut Vec<Piece>) {
    for block in gaps::blocks(lines) {
        match block {
            Block::Lines(lines) => lay(&lines, out),
            Block::Table(grid) => out.push(Piece::Table(grid)),
        }
    }
}

/// Lays lines out as stretches that a gap or the indent of a first line parts.
fn lay(lines: &[Line], out: &mut Vec<Piece>) {
    let pitch = pitch(lines);
    let margin = lines.iter().map(Line::left).fold(f64::INFINITY, f64::min);
    let lines = lines::unfold(lines);
    let mut before: Option<Line> = None;
    for line in lines {
        let apart = before.as_ref().is_none_or(|before| {
            let gap = line.base - before.base;
            let indented =
                line.left() > before.left() + 1.2 * line.size && before.left() < margin + line.size;
            gap > 1.3 * pitch || gap < 0.0 || indented
        });
        let words = line.words();
        // The first lines of a page may go on with the last of the page before.
        let goes_on = before.is_none() && matches!(out.last(), Some(Piece::Paragraph(_)));
        match out.last_mut() {
            Some(Piece::Paragraph(last)) if !apart || goes_on => {
                last.push('\n');
                last.push_str(&words);
            }
            _ => out.push(Piece::Paragraph(words)),
        }
        before = Some(line);
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

/// Joins words that a hyphen parts at the end of a line.
fn joined(text: &str) -> String {
    let known: HashSet<&str> = text.split(|c: char| !c.is_alphabetic() && c != '-').collect();
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((line, after)) = rest.split_once('\n') {
        rest = after;
        match hyphenated(line, after, &known) {
            Some((whole, tail)) => {
                out.push_str(&whole);
                rest = after.get(tail..).unwrap_or_default();
                rest = rest.strip_prefix([' ', '\n']).unwrap_or(rest);
                // A line that was the end of the word only is used up.
            }
            None => out.push_str(line),
        }
        out.push('\n');
    }
    out + rest
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
            ("Quyết định 15-\nNQ/TW", "Quyết định 15-\nNQ/TW\n"),
            ("kinh tế -\nxã hội", "kinh tế -\nxã hội\n"),
            ("Franco-\nAllemand", "Franco-\nAllemand\n"),
        ];
        for (text, expected) in table {
            assert_eq!(joined(&format!("{text}\n")), expected);
        }
    }
}
