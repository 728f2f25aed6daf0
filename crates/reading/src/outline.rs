//! A document as its parts, blocks and cells, for those who write it out in another form.

use crate::Language;
use crate::find::{ends_body, hands_over, starts_annex, starts_attached};
use crate::language::{Lexicon, lexicon};
use crate::source::Source;
use crate::structure::{Block, Document, Place, Rank};
use std::collections::BTreeSet;
use std::ops::Range;

/// A document taken apart: its words in order, cut into blocks that know their mark, what
/// governs them, the cell that they stand in, and the part of the document.
pub struct Outline<'a> {
    source: Source<'a>,
    document: Document,
    blocks: Vec<OutlineBlock>,
}

/// A stretch that stands on its own lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlineBlock {
    mark: Range<usize>,
    words: Range<usize>,
    /// How deep it stands.
    pub rank: Rank,
    /// The block that governs it: its place in the list, always an earlier one.
    pub parent: Option<usize>,
    /// The cell that it stands in, where it stands in a table of at least two columns.
    pub cell: Option<Cell>,
    /// The part of the document.
    pub part: Part,
}

/// A cell of a table. Tables and rows are counted through the document, with gaps; columns of one row
/// grow from left to right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    /// The table.
    pub table: usize,
    /// The row.
    pub row: usize,
    /// The column.
    pub column: usize,
}

/// The parts of an instrument in the order of Decree 30/2020/NĐ-CP, annex I.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Issuer, number, place and day, kind and title.
    Preface,
    /// What it is based on, up to the words that hand over to what it orders.
    Preamble,
    /// What it says.
    Body,
    /// Recipients and signature.
    Conclusions,
    /// What is attached, counted from 1.
    Annex(usize),
}

impl<'a> Outline<'a> {
    /// Takes a text apart.
    pub fn of(text: &'a str, language: Language) -> Self {
        let source = Source::new(text);
        let document = Document::of(&source, language);
        let cells = cells(&source, &document);
        let parts = parts(&document, &cells);
        let blocks = outline_blocks(&document, &cells, &parts);
        Self { source, document, blocks }
    }

    /// The blocks in the order of the text.
    pub fn blocks(&self) -> &[OutlineBlock] {
        &self.blocks
    }

    /// All words of the document in order, with their marks; page furniture left out. Blocks are
    /// parted by line feeds, words by single blanks.
    pub fn text(&self) -> &str {
        self.document.flow.text().trim()
    }

    /// The mark of a block as printed: `Điều 3.`, `a)`; empty where it has none.
    pub fn mark(&self, block: &OutlineBlock) -> &str {
        self.document.flow.words(block.mark.clone()).trim()
    }

    /// The words of a block, without its mark.
    pub fn words(&self, block: &OutlineBlock) -> &str {
        self.document.flow.words(block.words.clone())
    }

    /// The bytes of a block's words that stand at a stretch of the text (in Unicode scalar values, as
    /// findings have it); `None` where they share nothing.
    pub fn locate(&self, block: &OutlineBlock, characters: Range<usize>) -> Option<Range<usize>> {
        let words = self.words(block);
        let starts: Vec<usize> = words.char_indices().map(|(at, _)| at).collect();
        let before = |bound: usize| {
            let at = starts.partition_point(|at| {
                let flow = block.words.start + at;
                self.document.flow.place(&self.source, flow..flow + 1).start < bound
            });
            starts.get(at).copied().unwrap_or(words.len())
        };
        let found = before(characters.start)..before(characters.end);
        (found.start < found.end).then_some(found)
    }

    /// The stretch of the text, in Unicode scalar values, that a block's words take up.
    pub fn place(&self, block: &OutlineBlock) -> Range<usize> {
        self.document.flow.place(&self.source, block.words.clone())
    }

    /// The first full date in some words: where it lies, and the day as ISO.
    pub fn first_date(words: &str) -> Option<(Range<usize>, String)> {
        crate::dates::first_date(words)
    }
}

fn outline_blocks(document: &Document, cells: &[Option<Cell>], parts: &[Part]) -> Vec<OutlineBlock> {
    let mut end = 0;
    let mut out = Vec::with_capacity(document.blocks.len() + 1);
    for ((block, cell), part) in document.blocks.iter().zip(cells).zip(parts) {
        // A mark that stands alone belongs to no block; it is printed with the mark that follows.
        out.push(OutlineBlock {
            mark: end..block.range.start,
            words: block.range.clone(),
            rank: block.rank,
            parent: block.parent,
            cell: *cell,
            part: *part,
        });
        end = block.range.end;
    }
    let rest = document.flow.words(end..document.flow.text().len());
    if !rest.trim().is_empty() {
        let start = end + (rest.len() - rest.trim_start().len());
        let words = start..start + rest.trim().len();
        let part = parts.last().copied().unwrap_or(Part::Body);
        out.push(OutlineBlock {
            mark: start..start,
            words,
            rank: Rank::None,
            parent: None,
            cell: None,
            part,
        });
    }
    out
}

/// The cell of each block. Text between two tables has a place too, in the column that was open; only
/// a row of two columns or more is one.
fn cells(source: &Source<'_>, document: &Document) -> Vec<Option<Cell>> {
    let rows = rows(source, document);
    let mut out = vec![None; document.blocks.len()];
    let (mut table, mut last): (usize, Option<(usize, usize)>) = (0, None);
    for (number, row) in rows.into_iter().enumerate() {
        let columns: BTreeSet<usize> = row.blocks.iter().map(|(_, column)| *column).collect();
        let (Some(first), Some((end, _))) = (columns.first(), row.blocks.last()) else { continue };
        if columns.len() < 2 {
            continue;
        }
        let opening: Vec<usize> =
            row.blocks.iter().filter(|(_, column)| column == first).map(|(at, _)| *at).collect();
        let continues = last.is_some_and(|(number, _)| row.number == number + 1) && opening.len() <= 3;
        // Paragraphs before a table stand in the place of its first cell.
        let kept = if continues || row.written { opening.first() } else { opening.last() };
        let adjoins = last.is_some_and(|(_, at)| kept.is_some_and(|kept| *kept == at + 1));
        if last.is_some() && !adjoins {
            table += 1;
        }
        for (at, column) in &row.blocks {
            if let Some(cell) = out.get_mut(*at).filter(|_| kept.is_none_or(|kept| at >= kept)) {
                *cell = Some(Cell { table, row: number, column: *column });
            }
        }
        last = Some((row.number, *end));
    }
    out
}

/// Blocks that may be a row.
struct Row {
    number: usize,
    /// Written as one line, as in Markdown.
    written: bool,
    /// Places in the list, with the column.
    blocks: Vec<(usize, usize)>,
}

fn rows(source: &Source<'_>, document: &Document) -> Vec<Row> {
    let mut lines = Lines::new(source.text());
    let mut out: Vec<Row> = Vec::new();
    let mut key = None;
    for (at, block) in document.blocks.iter().enumerate() {
        // Before the first break there is no place yet: that is the first cell.
        let place = block.place.unwrap_or(Place { row: 0, column: 0 });
        let line = lines.row_at(document.flow.in_source(block.range.clone()).start);
        if key != Some((place.row, line)) {
            key = Some((place.row, line));
            out.push(Row { number: place.row, written: line.is_some(), blocks: Vec::new() });
        }
        if let Some(row) = out.last_mut() {
            row.blocks.push((at, place.column));
        }
    }
    out
}

/// The lines of a text, walked through once.
struct Lines<'a> {
    text: &'a str,
    line: Range<usize>,
    is_row: bool,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str) -> Self {
        Self { text, line: 0..0, is_row: false }
    }

    /// Where the line at a byte starts, when it is a row of a Markdown table. Bytes must not fall.
    fn row_at(&mut self, byte: usize) -> Option<usize> {
        while self.line.end <= byte {
            let rest = self.text.get(self.line.end..).unwrap_or_default();
            let Some(line) = rest.split_inclusive('\n').next() else { break };
            self.line = self.line.end..self.line.end + line.len();
            self.is_row = line.trim_start().starts_with('|') && line.matches('|').count() > 1;
        }
        self.is_row.then_some(self.line.start)
    }
}

/// The part of each block. A table is never cut.
fn parts(document: &Document, cells: &[Option<Cell>]) -> Vec<Part> {
    let mut walk = Walk { lexicon: lexicon(document.language), part: Part::Preface, annexes: 0 };
    let mut out: Vec<Part> = Vec::with_capacity(document.blocks.len());
    let mut table = None;
    for (block, cell) in document.blocks.iter().zip(cells) {
        let inside = cell.is_some() && cell.map(|cell| cell.table) == table;
        table = cell.map(|cell| cell.table);
        let part =
            if inside { walk.part } else { walk.step(block, document.flow.low_words(block.range.clone())) };
        out.push(part);
    }
    if !out.contains(&Part::Body) {
        out.iter_mut().filter(|part| **part <= Part::Preamble).for_each(|part| *part = Part::Body);
    }
    out
}

struct Walk {
    lexicon: &'static Lexicon,
    part: Part,
    annexes: usize,
}

impl Walk {
    /// The part of the next block; what it hands over to starts behind it.
    fn step(&mut self, block: &Block, low: &str) -> Part {
        let now = self.part_of(block, low);
        let opens_body = now <= Part::Preamble && hands_over(low);
        self.part = if opens_body { Part::Body } else { now };
        if opens_body { Part::Preamble } else { now }
    }

    fn part_of(&mut self, block: &Block, low: &str) -> Part {
        match self.part {
            Part::Preface | Part::Preamble if self.lexicon.recitals.at_start(low).is_some() => Part::Preamble,
            Part::Preface | Part::Preamble if block.marker.is_some() && block.rank <= Rank::Letter => {
                Part::Body
            }
            // A title is short; a sentence of this length says something.
            Part::Preface if !block.capitals && low.chars().count() > 240 && !hands_over(low) => Part::Body,
            Part::Body if ends_body(low) => Part::Conclusions,
            Part::Body | Part::Annex(_) if block.capitals && starts_annex(low) => self.annex(),
            Part::Conclusions if starts_annex(low) || starts_attached(self.lexicon, block, low) => {
                self.annex()
            }
            part => part,
        }
    }

    fn annex(&mut self) -> Part {
        self.annexes += 1;
        Part::Annex(self.annexes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DECISION: &str = "ỦY BAN NHÂN DÂN\n|\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n|\n|\nSố: 12/QĐ-UBND\n|\nngày 05 tháng 3 năm 2026\n|\n|\nQUYẾT ĐỊNH\nVề việc ban hành Kế hoạch trồng cây\n\nCăn cứ Luật Tổ chức chính quyền địa phương;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Ban hành Kế hoạch trồng cây.\n\n1. Sở Xây dựng chủ trì.\n\na) Trồng cây ven sông.\n\nNơi nhận:\n- Như Điều 1;\n\nPHỤ LỤC\nDANH SÁCH CÂY\n\n| TT | Loài | Số cây |\n|---|---|---|\n| 1 | Phượng | 200 |\n| 2 | Bàng | 300 |\n\nSau bảng còn một câu.\n";

    fn outline() -> Outline<'static> {
        Outline::of(DECISION, Language::Vi)
    }

    #[test]
    fn the_parts_of_a_decision() {
        let outline = outline();
        let part = |words: &str| {
            let found = outline.blocks().iter().find(|block| outline.words(block).contains(words));
            found.map(|block| block.part)
        };
        let table = [
            ("Số: 12/QĐ-UBND", Part::Preface),
            ("Về việc ban hành", Part::Preface),
            ("Căn cứ Luật", Part::Preamble),
            ("QUYẾT ĐỊNH:", Part::Preamble),
            ("Ban hành Kế hoạch trồng cây.", Part::Body),
            ("Nơi nhận", Part::Conclusions),
            ("Như Điều 1", Part::Conclusions),
            ("Phượng", Part::Annex(1)),
            ("Sau bảng", Part::Annex(1)),
        ];
        for (words, expected) in table {
            assert_eq!(part(words), Some(expected), "{words}");
        }
    }

    #[test]
    fn cells_are_told_from_the_text_around_them() {
        let outline = outline();
        let cell = |words: &str| {
            let found = outline.blocks().iter().find(|block| outline.words(block) == words).unwrap();
            found.cell.map(|cell| (cell.table, cell.column))
        };
        assert_eq!(cell("ỦY BAN NHÂN DÂN"), Some((0, 0)));
        assert_eq!(cell("ngày 05 tháng 3 năm 2026"), Some((0, 1)));
        assert_eq!(cell("Về việc ban hành Kế hoạch trồng cây"), None);
        let (species, elm, beech) = (cell("Loài").unwrap(), cell("Phượng").unwrap(), cell("Bàng").unwrap());
        assert_eq!((species.0, elm.0), (elm.0, beech.0));
        assert_eq!(cell("Sau bảng còn một câu."), None);
        let rows: BTreeSet<usize> =
            outline.blocks().iter().filter_map(|b| b.cell).map(|cell| cell.row).collect();
        assert_eq!(rows.len(), 5, "two of the letterhead, a header, two of trees");
    }

    #[test]
    fn marks_and_words_are_the_whole_text() {
        let outline = outline();
        let said = |block| [outline.mark(block), outline.words(block)].concat();
        let all: String = outline.blocks().iter().map(said).collect();
        let plain = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(plain(&all), plain(outline.text()));
    }

    #[test]
    fn a_stretch_of_the_text_is_found_in_the_words_of_its_block() {
        let text = "1. **Sở Xây dựng** chủ trì\nthực hiện Kế hoạch số 7/KH-UBND.";
        let outline = Outline::of(text, Language::Vi);
        let at = text.chars().count() - "7/KH-UBND.".chars().count();
        let found = outline.blocks().iter().find_map(|block| {
            let range = outline.locate(block, at..at + 9)?;
            outline.words(block).get(range)
        });
        assert_eq!(found, Some("7/KH-UBND"));
        assert_eq!(outline.locate(&outline.blocks()[0], 0..2), None);
    }
}
