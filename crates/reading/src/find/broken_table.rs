//! Tables whose columns a PDF broke into short lines: a row starts with its number; then come,
//! line by line, what is to be done, the bodies, what is delivered, and the time.
//!
//! The header says which columns there are and in which order. Where a line belongs is told by
//! its words: lines that are bodies and nothing else fill the columns of bodies, a time fills
//! the column of time. A row that cannot be told apart gives no task.

use super::parties;
use super::scene::Scene;
use super::tasks::Duty;
use crate::structure::{Column, column};
use crate::words::{Phrases, lower};
use crate::{Remark, RemarkKind};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// What was found, and the stretches that it took up.
#[derive(Default)]
pub(super) struct Found {
    pub(super) duties: Vec<Duty>,
    pub(super) covered: Vec<Range<usize>>,
    pub(super) remarks: Vec<Remark>,
}

/// A header may take so many lines.
const HEADER_LINES: usize = 16;

/// The tasks of all broken tables. `whole` are the stretches of tables with cells of their own, in the
/// order of the text.
pub(super) fn tasks(scene: &Scene<'_>, whole: &[Range<usize>]) -> Found {
    let in_whole = |piece: &Range<usize>| {
        let next = whole.partition_point(|table| table.end <= piece.start);
        whole.get(next).is_some_and(|table| table.start < piece.end)
    };
    let pieces = scene.document.flow.pieces().filter(|range| !range.is_empty());
    let pieces: Vec<Range<usize>> = pieces.filter(|piece| !in_whole(piece)).collect();
    let mut reader = Reader { scene, found: Found::default(), table: None, row: None, last_number: 0 };
    let mut at = 0;
    while let Some(piece) = pieces.get(at) {
        if let Some((columns, length)) = header(scene, pieces.get(at..).unwrap_or_default()) {
            let end = pieces.get(at + length - 1).map_or(piece.end, |last| last.end);
            reader.open(columns, piece.start..end);
            at += length;
        } else {
            reader.take(piece);
            at += 1;
        }
    }
    reader.end();
    reader.found
}

/// The way through the pieces.
struct Reader<'a, 'b> {
    scene: &'a Scene<'b>,
    found: Found,
    table: Option<Open>,
    row: Option<Row>,
    last_number: u32,
}

/// The table that is being read.
struct Open {
    columns: Vec<Column>,
    header: Range<usize>,
    rows: usize,
    /// Rows that gave no task, or of which pieces belong to no column.
    odd: usize,
}

impl Reader<'_, '_> {
    /// A header opens a table, or goes on with the same one on the next page.
    fn open(&mut self, columns: Vec<Column>, header: Range<usize>) {
        if self.table.as_ref().is_none_or(|table| table.columns != columns) {
            let last_number = self.last_number;
            self.end();
            // The header of the next page may be broken otherwise; its rows go on.
            self.last_number = last_number;
            self.table = Some(Open { columns, header, rows: 0, odd: 0 });
        }
    }

    fn take(&mut self, piece: &Range<usize>) {
        let Some(table) = &self.table else { return };
        let words = self.scene.words(piece.clone());
        if is_footnote(words) {
            return;
        }
        let last = self.last_number;
        let follows = |number: u32| (last + 1..last + 3).contains(&number) || number == 1;
        match row_number(words).filter(|(number, _)| follows(*number)) {
            Some((number, length)) => {
                let mut next = Row::new(table.columns.clone(), piece.start);
                next.take(self.scene, piece.start + length..piece.end);
                self.close();
                self.last_number = number;
                self.row = Some(next);
            }
            None if ends_table(words) => self.end(),
            None if starts_group(words) => self.close(),
            None => {
                if let Some(row) = &mut self.row {
                    row.take(self.scene, piece.clone());
                }
            }
        }
    }

    /// A row that was put together becomes a task when it says what is to be done and by whom.
    fn close(&mut self) {
        let Some(row) = self.row.take() else { return };
        let duty = row.duty(self.scene);
        if let Some(table) = &mut self.table {
            table.rows += 1;
            table.odd += usize::from(duty.is_none() || row.stray);
        }
        if let Some(duty) = duty {
            let ends = row.cells.iter().filter_map(|cell| cell.as_ref().map(|cell| cell.end));
            self.found.covered.push(row.start..ends.max().unwrap_or(duty.range.end));
            self.found.duties.push(duty);
        }
    }

    fn end(&mut self) {
        self.close();
        let table = self.table.take().filter(|table| table.odd * 5 > table.rows);
        let remark = table.map(|table| self.scene.remark(RemarkKind::BrokenTable, table.header));
        self.found.remarks.extend(remark);
        self.last_number = 0;
    }
}

/// "II. Hoàn thiện thể chế": a row that names a group of rows.
fn starts_group(words: &str) -> bool {
    let mark = words.chars().take_while(|c| matches!(c, 'I' | 'V' | 'X')).count();
    let rest = words.get(mark..).unwrap_or_default();
    let rest = rest.strip_prefix('.').unwrap_or(rest);
    mark > 0 && (rest.is_empty() || rest.trim_start() != rest)
}

/// The columns that the pieces announce, and how many of them are the header.
fn header(scene: &Scene<'_>, pieces: &[Range<usize>]) -> Option<(Vec<Column>, usize)> {
    let first = scene.low(pieces.first()?.clone());
    if !matches!(first.trim(), "tt" | "stt" | "số tt" | "no.") {
        return None;
    }
    let mut cells = vec![String::from("tt")];
    let mut length = 1;
    for piece in pieces.iter().skip(1).take(HEADER_LINES) {
        let words = scene.words(piece.clone());
        if row_number(words).is_some() || starts_group(words) || words.chars().count() > 45 {
            break;
        }
        length += 1;
        let starts_cell =
            words.starts_with(char::is_uppercase) && cells.last().is_some_and(|cell| complete(cell));
        match cells.last_mut() {
            Some(cell) if !starts_cell => {
                cell.push(' ');
                cell.push_str(words);
            }
            _ => cells.push(words.to_owned()),
        }
    }
    let columns: Vec<Column> = cells.iter().map(|cell| column(&lower(cell))).collect();
    let has = |kind| columns.contains(&kind);
    (has(Column::Subject) && has(Column::Lead)).then_some((columns, length))
}

/// A header cell that can stand alone: "Cơ quan" waits for "chủ trì".
fn complete(cell: &str) -> bool {
    !matches!(lower(cell).trim(), "cơ quan" | "đơn vị" | "tên" | "căn cứ")
}

/// `12  Nghiên cứu …`: the number of a row and the bytes that it takes.
fn row_number(words: &str) -> Option<(u32, usize)> {
    let digits = words.chars().take_while(char::is_ascii_digit).count();
    let rest = words.get(digits..)?;
    let parted = rest.is_empty() || rest.starts_with([' ', '.']);
    let time = rest.trim_start().starts_with(['-', '–', '/']) || rest.trim_start().starts_with("và");
    let number: u32 = words.get(..digits)?.parse().ok()?;
    (parted && !time && (1..500).contains(&number))
        .then(|| (number, digits + (rest.len() - rest.trim_start_matches([' ', '.']).len())))
}

/// A note below the page: a number and a line as wide as the page, or the rest of such a note.
fn is_footnote(words: &str) -> bool {
    let wide = words.chars().count() > 95;
    wide && (row_number(words).is_some()
        || words.starts_with(char::is_lowercase)
        || words.ends_with(['.', '-']))
}

fn ends_table(words: &str) -> bool {
    let low = lower(words);
    words.chars().count() > 130 || low.starts_with("nơi nhận") || low.starts_with("phụ lục")
}

/// The cells of a row while it is put together.
struct Row {
    start: usize,
    columns: Vec<Column>,
    cells: Vec<Option<Range<usize>>>,
    /// The words of each cell, its pieces joined.
    texts: Vec<String>,
    /// The column that is being filled.
    at: usize,
    /// A piece stood behind a time that it does not go on with.
    stray: bool,
}

impl Row {
    fn new(columns: Vec<Column>, start: usize) -> Self {
        let at = columns.iter().position(|column| *column == Column::Subject).unwrap_or(0);
        let (cells, texts) = (vec![None; columns.len()], vec![String::new(); columns.len()]);
        Self { start, columns, cells, texts, at, stray: false }
    }

    /// The task that the row says; `None` where nobody is in charge of it.
    fn duty(&self, scene: &Scene<'_>) -> Option<Duty> {
        let range = self.cell(Column::Subject)?;
        let bodies = |kind| {
            let words = self.words(kind);
            words.map(|words| parties::split(&words, scene.language(), scene.lexicon)).unwrap_or_default()
        };
        let (lead, coordinate) = (bodies(Column::Lead), bodies(Column::Coordinating));
        let due = self.words(Column::Deadline).and_then(|words| scene.due_of_cell(&words));
        let deliverable = self.words(Column::Deliverable);
        (!lead.is_empty()).then_some(Duty {
            range,
            lead,
            coordinate,
            due,
            deliverable,
            confidence: 0.85,
            rule: "table.broken",
        })
    }

    fn cell(&self, kind: Column) -> Option<Range<usize>> {
        let at = self.columns.iter().position(|column| *column == kind)?;
        self.cells.get(at).cloned().flatten()
    }

    fn words(&self, kind: Column) -> Option<String> {
        let at = self.columns.iter().position(|column| *column == kind)?;
        self.texts.get(at).filter(|text| !text.trim().is_empty()).map(|text| text.trim().to_owned())
    }

    /// Puts a piece into the column where it belongs.
    fn take(&mut self, scene: &Scene<'_>, piece: Range<usize>) {
        let words = scene.words(piece.clone()).trim();
        if words.is_empty() {
            return;
        }
        self.at = self.column_of(scene, words);
        // A page that breaks in a row brings the rest of earlier cells behind the time.
        let timed = self.columns.get(self.at) == Some(&Column::Deadline)
            && self.texts.get(self.at).is_some_and(|text| !text.is_empty() && !waits_for_time(text));
        if timed && !is_time(words) {
            self.stray = true;
            return;
        }
        if let (Some(cell), Some(text)) = (self.cells.get_mut(self.at), self.texts.get_mut(self.at)) {
            let start = cell.as_ref().map_or(piece.start, |cell| cell.start);
            *cell = Some(start..piece.end);
            text.push(' ');
            text.push_str(words);
        }
    }

    fn column_of(&self, scene: &Scene<'_>, words: &str) -> usize {
        let filled = self.texts.get(self.at).map_or("", |text| text.trim());
        let next = (self.at + 1).min(self.columns.len().saturating_sub(1));
        if filled.is_empty() {
            return self.at;
        }
        let time = self.columns.iter().position(|column| *column == Column::Deadline);
        if let Some(time) = time.filter(|time| *time > self.at && is_time(words)) {
            return time;
        }
        let goes_on =
            !words.starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '-')) || waits(filled);
        if goes_on {
            return self.at;
        }
        match self.columns.get(self.at) {
            Some(Column::Subject) if only_bodies(scene, words) => next,
            Some(Column::Lead | Column::Coordinating) if starts_body(scene, words) => {
                if self.columns.get(next) == Some(&Column::Coordinating) { next } else { self.at }
            }
            Some(Column::Lead | Column::Coordinating) if !goes_on_name(filled, words) => {
                self.first_behind_bodies()
            }
            Some(Column::Deadline) => next,
            _ => self.at,
        }
    }

    fn first_behind_bodies(&self) -> usize {
        let body = |column: &Column| matches!(column, Column::Lead | Column::Coordinating);
        let last = self.columns.iter().rposition(body).unwrap_or(self.at);
        (last + 1).min(self.columns.len().saturating_sub(1))
    }
}

/// A cell that ends in a comma or a joint waits for more.
fn waits(filled: &str) -> bool {
    let low = lower(filled);
    filled.ends_with([',', '(', '-', '/'])
        || [" và", " của", " với", " các", " trình", " cho", " từ", " về", " do", " tại"]
            .iter()
            .any(|joint| low.ends_with(joint))
}

/// Bodies and nothing else.
pub(super) fn only_bodies(scene: &Scene<'_>, words: &str) -> bool {
    let lexicon = scene.lexicon;
    let low = lower(words);
    let ends: [&Phrases; 3] = [&lexicon.verbs, &lexicon.adverbs, &lexicon.duties];
    let length = parties::list_length(words, &low, lexicon, &ends);
    length.is_some_and(|length| {
        words.get(length..).is_some_and(|rest| rest.trim_matches([',', ';', ' ', '.']).is_empty())
    })
}

fn starts_body(scene: &Scene<'_>, words: &str) -> bool {
    // A narrow column breaks a name behind its first word.
    if matches!(words.trim(), "Các" | "Ủy" | "Uỷ" | "Công" | "Cơ" | "Đơn") {
        return true;
    }
    parties::body_at_start(words, &lower(words), scene.lexicon).is_some()
}

/// "Bộ Nông nghiệp và" | "Môi trường", "Đài Truyền" | "hình": a short piece in capitals goes on a
/// name that cannot end where it does.
fn goes_on_name(filled: &str, words: &str) -> bool {
    let last = lower(filled.rsplit([',', ';']).next().unwrap_or_default());
    let alone = matches!(
        last.trim(),
        "các"
            | "cơ"
            | "đơn"
            | "công"
            | "ủy"
            | "uỷ"
            | "bộ"
            | "sở"
            | "ban"
            | "ủy ban"
            | "đài"
            | "bộ khoa"
            | "bộ văn hóa"
    );
    let few = words.split_whitespace().count() <= 3;
    let country = last.ends_with(" việt") && words.starts_with("Nam");
    alone || country || (few && (last.ends_with(" và") || filled.ends_with(',')))
}

/// "Tháng", "Quý", "Năm 2026 và": a time that goes on in the next line.
fn waits_for_time(text: &str) -> bool {
    let low = lower(text);
    let low = low.trim_end();
    [
        "tháng",
        "quý",
        "năm",
        "và",
        "-",
        "–",
        "/",
        "đến",
        "thường",
        "hằng",
        "hàng",
        "trước",
        "trong",
        "ngày",
        "từ",
    ]
    .iter()
    .any(|word| low.ends_with(word))
}

/// A time and nothing else: "Tháng", "Quý IV/2026", "2026 và", "Thường".
fn is_time(words: &str) -> bool {
    static TIME: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"^(?:(?:trước|trong)\s+)?(?:tháng|quý|năm|thường|hằng năm|hàng năm|hằng quý|hàng quý|định kỳ|xuyên|\d{1,2}/20\d\d|20\d\d|\d{1,2}/\d{1,2}/20\d\d)(?:\s.{0,24})?$").ok()
    });
    let low = lower(words);
    words.chars().count() < 34 && TIME.as_ref().is_some_and(|time| time.is_match(low.trim()))
}

#[cfg(test)]
mod tests {
    use crate::{RemarkKind, read_text};

    const HEAD: &str = "Số: 9/QĐ-UBND\nngày 5 tháng 1 năm 2026\n\nKẾ HOẠCH\n\nPHỤ LỤC\n\nTT\nNhiệm vụ\nCơ quan\nchủ trì\n\
        Cơ quan\nphối hợp\nSản phẩm\nThời gian\n";

    /// What each row says: lead, helpers, result, time.
    fn rows(lines: &str) -> Vec<[String; 4]> {
        let reading = read_text(&format!("{HEAD}{lines}"), None);
        let tasks = reading.tasks.into_iter().filter(|task| task.span.rule == "table.broken");
        let row = |task: crate::Task| {
            let result = task.deliverable.unwrap_or_default();
            [task.lead.join("; "), task.coordinate.join("; "), result, task.deadline.unwrap_or_default()]
        };
        tasks.map(row).collect()
    }

    #[test]
    fn lines_go_to_their_columns() {
        let lines = "1\nLập danh mục các cầu yếu trên\nđịa bàn tỉnh\nSở Xây dựng\nCác\nsở, ngành\nDanh mục\nQuý II/2026\n\
            II. Nhóm nhiệm vụ về y tế\n2\nKiểm tra các trạm cấp cứu\nSở Y tế\nUBND các xã\nBáo cáo\nTháng\n9/2026\n";
        let expected = [
            ["Sở Xây dựng", "Các sở, ngành", "Danh mục", "2026-Q2"],
            ["Sở Y tế", "UBND các xã", "Báo cáo", "2026-09"],
        ];
        assert_eq!(rows(lines), expected.map(|row| row.map(str::to_owned)));
    }

    #[test]
    fn a_table_whose_rows_cannot_be_told_is_said_to_be_broken() {
        let lines = "1\nlập danh mục\nngười phụ trách\n2\nkiểm tra\nngười phụ trách\n";
        let remarks = read_text(&format!("{HEAD}{lines}"), None).remarks;
        assert_eq!(remarks.iter().map(|r| r.kind).collect::<Vec<_>>(), [RemarkKind::BrokenTable]);
        assert!(remarks[0].quote.starts_with("TT"), "{}", remarks[0].quote);
    }

    #[test]
    fn a_numbered_list_without_a_header_is_left_alone() {
        let text = "Số: 9/QĐ-UBND\n\nKẾ HOẠCH\n\n1\nSở Y tế\n2\nSở Xây dựng\n";
        let reading = read_text(text, None);
        assert!(reading.tasks.iter().all(|task| task.span.rule != "table.broken"));
        assert!(reading.remarks.is_empty());
    }
}
