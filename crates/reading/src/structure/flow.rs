//! The flow: the text without marks and wrapping, with a way back to every character.

use super::block::{Letters, is_title};
use super::clean::Clean;
use super::line::{Line, LineKind};
use super::marker::marker;
use super::{Block, Marker, Place};
use crate::source::Source;
use crate::words::{is_capital, is_letter, is_small, lower};
use std::ops::Range;

#[derive(Default)]
/// The text of all blocks: words parted by single blanks, blocks by line feeds.
pub(crate) struct Flow {
    text: String,
    low: String,
    /// Where runs of equal bytes start: (in the flow, in the source).
    runs: Vec<(usize, usize)>,
    /// Where the lines of the source start in the flow, and what stands behind a wide gap in one:
    /// the pieces that broken tables are put together from.
    pieces: Vec<usize>,
}

impl Flow {
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The text in lower case, with the same places.
    pub(crate) fn low(&self) -> &str {
        &self.low
    }

    pub(crate) fn words(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or_default()
    }

    pub(crate) fn low_words(&self, range: Range<usize>) -> &str {
        self.low.get(range).unwrap_or_default()
    }

    /// The pieces of lines between two places of the flow, in order.
    pub(crate) fn pieces(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        let ends = self.pieces.iter().skip(1).copied().chain([self.text.len()]);
        let whole = self.pieces.iter().copied().zip(ends).map(|(start, end)| start..end.max(start));
        whole.map(|range| {
            let words = self.words(range.clone());
            let start = range.start + (words.len() - words.trim_start().len());
            start..start + words.trim().len()
        })
    }

    /// The first line of a stretch that starts with one.
    pub(crate) fn first_line(&self, stretch: Range<usize>) -> Range<usize> {
        let next = self.pieces.partition_point(|start| *start <= stretch.start);
        let end = self.pieces.get(next).map_or(stretch.end, |end| stretch.end.min(*end));
        stretch.start..end
    }

    /// The bytes of the source that a range of the flow came from, marks between them included.
    pub(crate) fn in_source(&self, range: Range<usize>) -> Range<usize> {
        let last = self.text.get(range.clone()).and_then(|words| words.chars().next_back());
        let last = last.map_or(0, char::len_utf8);
        self.source_byte(range.start)..self.source_byte(range.end.saturating_sub(last)) + last
    }

    /// The characters of the source that a range of the flow came from.
    pub(crate) fn place(&self, source: &Source<'_>, range: Range<usize>) -> Range<usize> {
        let bytes = self.in_source(range);
        source.characters_before(bytes.start)..source.characters_before(bytes.end)
    }

    fn source_byte(&self, at: usize) -> usize {
        let run = self.runs.partition_point(|(flow, _)| *flow <= at).saturating_sub(1);
        self.runs.get(run).map_or(at, |(flow, source)| source + (at - flow))
    }

    /// The byte of the flow that came from a byte of the source; none where that was left out.
    pub(crate) fn of_source(&self, byte: usize) -> Option<usize> {
        let run = self.runs.partition_point(|(_, source)| *source <= byte).checked_sub(1)?;
        let (flow, source) = self.runs.get(run)?;
        let end = self.runs.get(run + 1).map_or(self.text.len(), |(flow, _)| *flow);
        Some(flow + (byte - source)).filter(|at| *at < end)
    }

    fn push(&mut self, c: char, source: usize) {
        self.run(source);
        self.text.push(c);
    }

    /// What is pushed next comes from this byte of the source.
    fn run(&mut self, source: usize) {
        let at = self.text.len();
        let continues = self.runs.last().is_some_and(|(flow, from)| from + (at - flow) == source);
        if !continues {
            self.runs.push((at, source));
        }
    }
}

/// Lays the lines of a source out as a flow of blocks.
pub(super) fn lay(source: &str, lines: &[Line]) -> (Flow, Vec<Block>) {
    let mut layer = Layer { source, width: wrap_width(source, lines), ..Layer::default() };
    layer.flow.text.reserve(source.len());
    for line in lines {
        match line.kind {
            LineKind::Blank => layer.blank(),
            LineKind::CellBreak => layer.cell_break(),
            LineKind::TableEnd => layer.table_end(),
            LineKind::Text => layer.text(line.range.clone()),
        }
    }
    layer.close();
    let mut flow = layer.flow;
    flow.low = lower(&flow.text);
    (flow, layer.blocks)
}

#[derive(Default)]
struct Layer<'a> {
    source: &'a str,
    /// The width at which lines are wrapped; `None` where every line is a paragraph.
    width: Option<usize>,
    flow: Flow,
    blocks: Vec<Block>,
    open: Option<Open>,
    row: usize,
    column: usize,
    /// The last line was a cell break, so that another one ends the row.
    after_break: bool,
    /// Whether a cell break stood before, so that what is laid stands in a cell.
    any_break: bool,
}

/// The block that is being laid.
#[derive(Default)]
struct Open {
    /// Where its words start in the flow.
    start: usize,
    marker: Option<Marker>,
    /// Length in characters of its last line, where lines are wrapped.
    last_line: usize,
    /// The letters of its words as far as they were looked at, and how far in bytes.
    letters: Letters,
    looked_at: usize,
    /// Whether it starts in bold, as a heading does.
    bold: bool,
    /// Whether its last line ends where bold ends.
    bold_ended: bool,
    /// The level of a Markdown heading; 0 where it is none.
    level: usize,
}

impl Open {
    /// Whether its words, laid so far, are in capitals. What was looked at is not looked at again.
    fn is_in_capitals(&mut self, laid: &str) -> bool {
        self.letters.see(laid.get(self.looked_at..).unwrap_or_default());
        self.looked_at = laid.len();
        self.letters.are_capitals()
    }
}

impl Layer<'_> {
    fn blank(&mut self) {
        self.close();
        self.after_break = false;
    }

    /// A break right behind another one ends the row; else it ends a cell.
    fn cell_break(&mut self) {
        self.close();
        self.any_break = true;
        if self.after_break {
            self.row += 1;
            self.column = 0;
        } else {
            self.column += 1;
        }
        self.after_break = true;
    }

    /// What follows stands in no cell, and in no row of the same table.
    fn table_end(&mut self) {
        // More than a table has columns, so that its rows do not go on.
        const APART: usize = 64;
        self.close();
        (self.row, self.column) = (self.row + APART, 0);
        (self.any_break, self.after_break) = (false, false);
    }

    fn text(&mut self, range: Range<usize>) {
        self.after_break = false;
        let words = self.source.get(range.clone()).unwrap_or_default();
        let clean = Clean::of(words, range.start);
        let line = clean.text();
        let trimmed = line.trim();
        if trimmed.is_empty() {
            return;
        }
        let marker = marker(line.trim_start());
        let numbers = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '.' | ')' | '-' | '+');
        let bold = words.trim_start_matches(numbers).starts_with("**");
        let level = heading_level(words);
        let headed =
            self.open.as_ref().is_some_and(|open| open.level > 0 || (open.bold && open.bold_ended && !bold));
        let below_heading = headed && line.trim_start().starts_with(is_capital);
        let joins = level == 0 && !below_heading && self.joins(line, marker);
        if joins {
            // A line may end with a blank of its own.
            if !self.flow.text.ends_with(' ') {
                self.flow.push(' ', range.start.saturating_sub(1));
            }
            self.append(&clean, 0..line.len());
        } else {
            self.close();
            self.start(&clean, range.start, marker);
        }
        if let Some(open) = &mut self.open {
            open.bold |= bold && !joins;
            open.level = open.level.max(level);
            open.bold_ended = words.trim_end().ends_with("**") && !words.trim_end().ends_with(":**");
            open.last_line = self.width.map_or(0, |_| trimmed.chars().count());
        }
    }

    /// Whether a line goes on with the open block.
    fn joins(&mut self, line: &str, marker: Option<Marker>) -> bool {
        let Some(open) = &mut self.open else { return false };
        let laid = self.flow.text.get(open.start..).unwrap_or_default();
        if laid.trim().is_empty() {
            return true;
        }
        let Some(width) = self.width else { return false };
        if marker.is_some_and(|m| is_mark_of_a_new_block(laid, m)) || is_ordinal(line) {
            return false;
        }
        let first = line.trim_start().chars().next();
        let starts_low = first.is_some_and(is_small);
        let ended =
            laid.trim_end().ends_with(['.', ';', ':', '!', '?', '…', '/']) && !awaits_number(laid, first);
        let short = open.last_line * 10 < width * 6;
        let label = laid.trim_end().ends_with(':') && laid.trim().chars().nth(7).is_none();
        if label || (ended && short) || (laid.trim_end().ends_with(':') && !starts_low) {
            return label;
        }
        // "1. Publish the Register of Wells" above "The register is …": the title of an item, and its text.
        let titled = open.marker.is_some() && is_whole_title(laid) && starts_sentence(line);
        let capitals_end = titled || !starts_low && !all_upper(line) && open.is_in_capitals(laid);
        !capitals_end
    }

    fn start(&mut self, clean: &Clean<'_>, source: usize, marker: Option<Marker>) {
        if !self.flow.text.is_empty() {
            self.flow.push('\n', source.saturating_sub(1));
        }
        let line = clean.text();
        let blanks = line.len() - line.trim_start().len();
        let mark = marker.map_or(0, |marker| mark_length(line.trim_start(), marker));
        let words = (blanks + mark).min(line.len());
        self.append(clean, 0..words);
        let start = self.flow.text.len();
        self.open = Some(Open { start, marker, ..Open::default() });
        self.append(clean, words..line.len());
    }

    /// Adds a stretch of a clean line.
    fn append(&mut self, clean: &Clean<'_>, range: Range<usize>) {
        if range.is_empty() {
            return;
        }
        self.flow.pieces.push(self.flow.text.len());
        for (piece, source, behind_gap) in clean.pieces(range) {
            if behind_gap {
                self.flow.pieces.push(self.flow.text.len());
            }
            let doubled = piece.starts_with(' ') && self.flow.text.ends_with([' ', '\n']);
            let skipped = usize::from(doubled);
            let piece = piece.get(skipped..).unwrap_or_default();
            if piece.is_empty() {
                continue;
            }
            self.flow.run(source + skipped);
            self.flow.text.push_str(piece);
        }
    }

    fn close(&mut self) {
        let Some(open) = self.open.take() else { return };
        let laid = self.flow.text.get(open.start..).unwrap_or_default();
        let words = laid.trim();
        if words.is_empty() {
            return;
        }
        let start = open.start + (laid.len() - laid.trim_start().len());
        let range = start..start + words.len();
        let place = self.any_break.then_some(Place { row: self.row, column: self.column });
        self.blocks.push(Block { level: open.level, ..Block::new(range, words, open.marker, place) });
    }
}

/// The signs before a heading of Markdown, `## Tasks`, which has its line for itself; 0 before any other line.
fn heading_level(line: &str) -> usize {
    let marks = line.trim_start();
    let title = marks.trim_start_matches('#');
    if title.starts_with(' ') { marks.len() - title.len() } else { 0 }
}

/// Whether words are a title that can end here: "The Department of" is the start of a name.
fn is_whole_title(laid: &str) -> bool {
    let last = laid.trim_end().rsplit(' ').next().unwrap_or_default();
    last.starts_with(is_capital) && !laid.starts_with("The ") && is_title(laid) && !laid.contains(". ")
}

/// Whether a line reads like the start of a sentence, not like more of a title: a capital, and soon a small word of some
/// length.
fn starts_sentence(line: &str) -> bool {
    let mut words = line.split_whitespace();
    words.next().is_some_and(|first| first.starts_with(is_capital))
        && words.take(4).any(|word| word.starts_with(is_small) && word.len() > 4)
}

/// Whether no letter of a line is small.
fn all_upper(line: &str) -> bool {
    line.chars().any(is_letter) && !line.chars().any(is_small)
}

/// The bytes of a mark at the start of a line. The pattern `1.Xây` swallows two letters that belong to the
/// words.
fn mark_length(line: &str, marker: Marker) -> usize {
    let mark = line.get(..marker.length).unwrap_or_default();
    let swallows =
        mark.ends_with(is_small) && mark.contains('.') && mark.starts_with(|c: char| c.is_ascii_digit());
    let letters = if swallows { 2 } else { 0 };
    let swallowed: usize = mark.chars().rev().take(letters).map(char::len_utf8).sum();
    mark.len() - swallowed
}

/// A mark in a wrapped line starts a block, unless the words before it clearly go on: a number
/// behind `ngày`, `số`, `Điều`, or a dash inside a name.
fn is_mark_of_a_new_block(laid: &str, marker: Marker) -> bool {
    let before = lower(last_words(laid.trim_end()));
    let goes_on = [
        "ngày", "tháng", "năm", "số", "điều", "khoản", "mục", "quý", "no.", "và", "hoặc", "từ", "đến", "(",
        ",",
    ];
    match marker.rank {
        super::Rank::Arabic | super::Rank::Decimal | super::Rank::Letter | super::Rank::Bracket => {
            !goes_on.iter().any(|word| before.ends_with(word))
        }
        super::Rank::Article | super::Rank::Chapter => {
            before.ends_with(['.', ';', ':', '/']) || laid.trim_end().chars().nth(59).is_none()
        }
        _ => true,
    }
}

/// "Executive Order No." at the end of a line, before its number.
fn awaits_number(laid: &str, next: Option<char>) -> bool {
    let word = laid.trim_end().rsplit([' ', '\n']).next().unwrap_or_default();
    matches!(word, "No." | "Nos." | "no." | "nos.") && next.is_some_and(|c| c.is_ascii_digit())
}

/// The last bytes of a text that may be long.
fn last_words(text: &str) -> &str {
    text.get(text.ceil_char_boundary(text.len().saturating_sub(24))..).unwrap_or_default()
}

/// `Thứ nhất,` `Một là,`: counted paragraphs of notices.
fn is_ordinal(line: &str) -> bool {
    if !line.trim_start().starts_with(is_capital) {
        return false;
    }
    let low = lower(line.trim_start());
    (low.starts_with("thứ ")
        || low.split_whitespace().nth(1).is_some_and(|word| word.trim_end_matches(',') == "là"))
        && low.split_whitespace().take(3).any(|word| word.ends_with([',', ':']))
}

/// The width at which the lines of a text are wrapped, when they are: many lines go on in small
/// letters on the next.
fn wrap_width(source: &str, lines: &[Line]) -> Option<usize> {
    let mut pairs = 0usize;
    let mut goes_on = 0usize;
    let mut widths = Vec::new();
    for pair in lines.windows(2) {
        let [a, b] = pair else { continue };
        if a.kind != LineKind::Text || b.kind != LineKind::Text {
            continue;
        }
        let (first, second) = (
            source.get(a.range.clone()).unwrap_or_default(),
            source.get(b.range.clone()).unwrap_or_default(),
        );
        pairs += 1;
        let ended = first.trim_end().ends_with(['.', ';', ':', '!', '?']);
        let low = second.trim_start_matches(['*', ' ', '_']).chars().next().is_some_and(is_small);
        if low && !ended && marker(second.trim_start()).is_none() {
            goes_on += 1;
            widths.push(first.trim().chars().count());
        }
    }
    if goes_on < 2 || goes_on * 8 < pairs {
        return None;
    }
    widths.sort_unstable();
    widths.get(widths.len() * 8 / 10).copied().map(|width| width.clamp(20, 200))
}
