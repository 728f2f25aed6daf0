//! Tables of annexes: rows of cells under a header that says who, what and when.

use super::{Block, Flow};
use crate::words::lower;
use std::collections::BTreeMap;
use std::ops::Range;

/// A table whose header was understood.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    /// What each column holds.
    pub(crate) columns: Vec<Column>,
    /// The cells of the header.
    pub(crate) header: Vec<Range<usize>>,
    /// The cells of each row below the header: places in the flow, empty where a cell is.
    pub(crate) rows: Vec<Vec<Range<usize>>>,
}

/// What a column holds, as its header says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Column {
    /// Running number.
    Number,
    /// What is to be done, or the name of the thing.
    Subject,
    /// Body in charge.
    Lead,
    /// Bodies that help.
    Coordinating,
    /// Until when.
    Deadline,
    /// What shows that it is done.
    Deliverable,
    /// Unit of a target.
    Unit,
    /// Value of a target.
    Value,
    /// Anything else.
    Other,
}

impl Table {
    /// The cell of a row in the first column of this kind.
    pub(crate) fn cell(&self, row: &[Range<usize>], kind: Column) -> Option<Range<usize>> {
        let at = self.columns.iter().position(|column| *column == kind)?;
        row.get(at).cloned().filter(|range| !range.is_empty())
    }

    /// Whether its rows are targets: something measured, with a unit or values, and nothing to be done
    /// by a time.
    pub(crate) fn lists_targets(&self) -> bool {
        let has = |kind| self.columns.contains(&kind);
        has(Column::Subject)
            && (has(Column::Value) || (has(Column::Unit) && has(Column::Deliverable)))
            && !has(Column::Deadline)
    }

    /// The stretch of the flow that its rows take up.
    pub(crate) fn range(&self) -> Option<Range<usize>> {
        let cells = || self.rows.iter().flatten().filter(|cell| !cell.is_empty());
        Some(cells().map(|cell| cell.start).min()?..cells().map(|cell| cell.end).max()?)
    }
}

/// The tables of a document that a header was found for.
pub(super) fn tables(flow: &Flow, blocks: &[Block]) -> Vec<Table> {
    let rows = rows(blocks);
    let mut out: Vec<Table> = Vec::new();
    let mut last_row = None;
    for (number, cells) in rows {
        let words: Vec<&str> = cells.iter().map(|range| flow.words(range.clone())).collect();
        if let Some(columns) = header(&words) {
            out.push(Table { columns, header: cells, rows: Vec::new() });
            last_row = Some(number);
        } else if let (Some(table), Some(last)) = (out.last_mut(), last_row) {
            // Rows follow without a gap; a long stretch of text between two tables is none.
            let fits = number == last + 1
                && cells.len() + 1 >= table.columns.len()
                && cells.len() <= table.columns.len() + 1;
            if fits {
                table.rows.push(cells);
                last_row = Some(number);
            } else {
                last_row = None;
            }
        }
    }
    out.retain(|table| !table.rows.is_empty());
    out
}

/// The cells of each row: the stretch of the flow that the blocks of a cell cover.
fn rows(blocks: &[Block]) -> BTreeMap<usize, Vec<Range<usize>>> {
    let mut rows: BTreeMap<usize, BTreeMap<usize, Range<usize>>> = BTreeMap::new();
    for block in blocks {
        let Some(place) = block.place else { continue };
        let start = block.range.start - block.marker.map_or(0, |m| m.length.min(block.range.start));
        let cell = rows.entry(place.row).or_default().entry(place.column).or_insert(start..block.range.end);
        cell.end = block.range.end;
    }
    rows.into_iter().map(|(row, cells)| (row, dense(&cells))).collect()
}

/// Cells by column, with empty ranges where a column has none.
fn dense(cells: &BTreeMap<usize, Range<usize>>) -> Vec<Range<usize>> {
    let first = cells.keys().next().copied().unwrap_or(0);
    let last = cells.keys().next_back().copied().unwrap_or(0);
    (first..=last).map(|column| cells.get(&column).cloned().unwrap_or(0..0)).collect()
}

/// The columns that a row announces, when it is a header.
fn header(cells: &[&str]) -> Option<Vec<Column>> {
    if cells.len() < 3 || cells.iter().any(|cell| cell.chars().count() > 120) {
        return None;
    }
    let columns: Vec<Column> = cells.iter().map(|cell| column(cell)).collect();
    let has = |kind| columns.contains(&kind);
    let tasks = has(Column::Subject) && (has(Column::Lead) || has(Column::Deadline));
    let targets = has(Column::Subject) && (has(Column::Unit) || has(Column::Value));
    (tasks || targets).then_some(columns)
}

/// What one header cell announces.
pub(crate) fn column(cell: &str) -> Column {
    let low = lower(cell);
    let low = low.trim();
    let any = |cues: &[&str]| cues.iter().any(|cue| low.contains(cue));
    if matches!(low, "tt" | "stt" | "số tt" | "no." | "no" | "#" | "n°") || any(&["số thứ tự"]) {
        Column::Number
    } else if any(&["phối hợp", "coordinat", "tham gia", "associé"]) {
        Column::Coordinating
    } else if any(&["chủ trì", "lead", "thực hiện chính", "chef de file", "responsib", "responsable"])
        || (any(&["cơ quan", "đơn vị"]) && any(&["thực hiện", "chịu trách nhiệm"]))
    {
        if any(&["người chủ trì", "lãnh đạo", "trách nhiệm"]) && !any(&["cơ quan", "đơn vị"])
        {
            Column::Other
        } else {
            Column::Lead
        }
    } else if any(&[
        "thời gian",
        "thời hạn",
        "tiến độ",
        "hoàn thành",
        "deadline",
        "timeline",
        "due",
        "échéance",
        "délai",
    ]) {
        Column::Deadline
    } else if any(&["sản phẩm", "kết quả", "deliverable", "output", "livrable"]) {
        Column::Deliverable
    } else if any(&["đơn vị tính", "đơn vị đo", "đvt", "unit", "unité"]) || matches!(low, "đơn vị" | "đv")
    {
        Column::Unit
    } else if any(&[
        "nhiệm vụ",
        "nội dung",
        "công việc",
        "chỉ tiêu",
        "hoạt động",
        "giải pháp",
        "đề án",
        "task",
        "action",
        "activit",
        "commitment",
        "indicator",
        "indicateur",
        "mesure",
        "tâche",
    ]) {
        Column::Subject
    } else if any(&["kế hoạch", "mục tiêu", "giá trị", "target", "value", "valeur", "cible", "năm 20"])
        || is_year(low)
    {
        Column::Value
    } else {
        Column::Other
    }
}

/// `2030`, `2026 - 2030`: a column of values for a year or a span.
fn is_year(low: &str) -> bool {
    let digits = low.chars().filter(char::is_ascii_digit).count();
    let other = low.chars().any(|c| !(c.is_ascii_digit() || matches!(c, ' ' | '-' | '–')));
    !other && matches!(digits, 4 | 8) && low.starts_with("20")
}
