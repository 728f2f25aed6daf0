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
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// What was found, and the stretches that it took up.
#[derive(Default)]
pub(super) struct Found {
    pub(super) duties: Vec<Duty>,
    pub(super) covered: Vec<Range<usize>>,
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
    let mut found = Found::default();
    let mut columns: Vec<Column> = Vec::new();
    let mut row: Option<Row> = None;
    let mut last_number = 0;
    let mut at = 0;
    while let Some(piece) = pieces.get(at) {
        if let Some((header, length)) = header(scene, pieces.get(at..).unwrap_or_default()) {
            columns = header;
            at += length;
            continue;
        }
        if columns.is_empty() {
            at += 1;
            continue;
        }
        let words = scene.words(piece.clone());
        at += 1;
        if is_footnote(words) {
            continue;
        }
        match row_number(words)
            .filter(|(number, _)| (last_number + 1..last_number + 3).contains(number) || *number == 1)
        {
            Some((number, length)) => {
                close(scene, row.take(), &mut found);
                last_number = number;
                let mut next = Row::new(columns.clone(), piece.start);
                next.take(scene, piece.start + length..piece.end);
                row = Some(next);
            }
            None if ends_table(words) => {
                close(scene, row.take(), &mut found);
                columns.clear();
                last_number = 0;
            }
            None => {
                if let Some(row) = &mut row {
                    row.take(scene, piece.clone());
                }
            }
        }
    }
    close(scene, row, &mut found);
    found
}

/// A row that was put together becomes a task when it says what is to be done and by whom or when.
fn close(scene: &Scene<'_>, row: Option<Row>, found: &mut Found) {
    let Some(row) = row else { return };
    let Some(subject) = row.cell(Column::Subject) else { return };
    let bodies = |kind| {
        row.words(scene, kind)
            .map(|words| parties::split(&words, scene.language(), scene.lexicon))
            .unwrap_or_default()
    };
    let (lead, coordinate) = (bodies(Column::Lead), bodies(Column::Coordinating));
    if lead.is_empty() {
        return;
    }
    let due = row.words(scene, Column::Deadline).and_then(|words| scene.due_of_cell(&words));
    let deliverable = row.words(scene, Column::Deliverable);
    let end =
        row.cells.iter().filter_map(|cell| cell.as_ref().map(|cell| cell.end)).max().unwrap_or(subject.end);
    found.covered.push(row.start..end);
    found.duties.push(Duty {
        range: subject,
        lead,
        coordinate,
        due,
        deliverable,
        confidence: 0.85,
        rule: "table.broken",
    });
}

/// The columns that the pieces announce, and how many of them are the header.
fn header(scene: &Scene<'_>, pieces: &[Range<usize>]) -> Option<(Vec<Column>, usize)> {
    let first = lower(scene.words(pieces.first()?.clone()));
    if !matches!(first.trim(), "tt" | "stt" | "số tt" | "no.") {
        return None;
    }
    let mut cells = vec![String::from("tt")];
    let mut length = 1;
    for piece in pieces.iter().skip(1).take(HEADER_LINES) {
        let words = scene.words(piece.clone());
        if row_number(words).is_some() || words.chars().count() > 45 {
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
    let columns: Vec<Column> = cells.iter().map(|cell| column(cell)).collect();
    let has = |kind| columns.contains(&kind);
    (has(Column::Subject) && has(Column::Lead)).then_some((columns, length))
}

/// A header cell that can stand alone: "Cơ quan" waits for "chủ trì".
fn complete(cell: &str) -> bool {
    !matches!(
        lower(cell).trim(),
        "cơ quan" | "đơn vị" | "thời gian" | "tên" | "nội dung" | "căn cứ" | "sản phẩm"
    )
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
    words.chars().count() > 130 || lower(words).starts_with("nơi nhận") || lower(words).starts_with("phụ lục")
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
}

impl Row {
    fn new(columns: Vec<Column>, start: usize) -> Self {
        let at = columns.iter().position(|column| *column == Column::Subject).unwrap_or(0);
        let (cells, texts) = (vec![None; columns.len()], vec![String::new(); columns.len()]);
        Self { start, columns, cells, texts, at }
    }

    fn cell(&self, kind: Column) -> Option<Range<usize>> {
        let at = self.columns.iter().position(|column| *column == kind)?;
        self.cells.get(at).cloned().flatten()
    }

    fn words(&self, _: &Scene<'_>, kind: Column) -> Option<String> {
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
    parties::body_at_start(words, &lower(words), scene.lexicon).is_some()
}

/// "Bộ Nông nghiệp và" | "Môi trường", "Đài Truyền" | "hình": a short piece in capitals goes on a
/// name that cannot end where it does.
fn goes_on_name(filled: &str, words: &str) -> bool {
    let last = lower(filled.rsplit([',', ';']).next().unwrap_or_default());
    let alone = matches!(last.trim(), "bộ" | "sở" | "ban" | "ủy ban" | "đài" | "bộ khoa" | "bộ văn hóa");
    let few = words.split_whitespace().count() <= 3;
    alone || (few && (last.ends_with(" và") || filled.ends_with(',')))
}

/// A time and nothing else: "Tháng", "Quý IV/2026", "2026 và", "Thường".
fn is_time(words: &str) -> bool {
    static TIME: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"^(?:(?:trước|trong)\s+)?(?:tháng|quý|năm|thường|hằng năm|hàng năm|hằng quý|hàng quý|định kỳ|\d{1,2}/20\d\d|20\d\d|\d{1,2}/\d{1,2}/20\d\d)(?:\s.{0,24})?$").ok()
    });
    let low = lower(words);
    words.chars().count() < 34 && TIME.as_ref().is_some_and(|time| time.is_match(low.trim()))
}
