//! Tasks from the tables of annexes: a row is a task, its columns say who, with whom and when.

use super::broken_table::only_bodies;
use super::parties;
use super::scene::Scene;
use super::tasks::{self, Duty};
use crate::structure::{Column, Table, clauses};
use crate::words::lower;
use crate::{Remark, RemarkKind};
use std::ops::Range;

/// The stretches of the flow that tables of tasks and of requests take up, in the order of the text.
pub(super) fn covered(scene: &Scene<'_>) -> Vec<Range<usize>> {
    let tables = scene.document.tables.iter();
    let tables = tables.filter(|table| table.lists_tasks() || table.lists_requests());
    let span = |table: &Table| {
        let cells = table.rows.iter().flatten().filter(|cell| !cell.is_empty());
        table.header.start..cells.map(|cell| cell.end).max().unwrap_or(table.header.end)
    };
    tables.map(span).collect()
}

/// One task for each row and each of its clauses.
pub(super) fn tasks(scene: &Scene<'_>) -> Vec<Duty> {
    let tables = scene.document.tables.iter().filter(|table| table.lists_tasks());
    tables.flat_map(|table| of_table(scene, table)).collect()
}

/// Tables of which many rows have fewer cells than columns: merged cells that cannot be told.
pub(super) fn remarks(scene: &Scene<'_>) -> Vec<Remark> {
    let tables = scene.document.tables.iter().filter(|table| table.lists_tasks());
    let broken = tables.filter(|table| table.odd_rows * 4 > table.rows.len());
    broken.map(|table| scene.remark(RemarkKind::BrokenTable, table.header.clone())).collect()
}

fn of_table(scene: &Scene<'_>, table: &Table) -> Vec<Duty> {
    let mut above = Above::default();
    table.rows.iter().flat_map(|row| of_row(scene, table, row, &mut above)).collect()
}

/// What a row may take from those above it.
#[derive(Default)]
struct Above {
    /// The body that a row of its own names for those below: "II. Sở Xây dựng".
    group: Vec<String>,
    lead: Vec<String>,
    coordinate: Vec<String>,
    due: Option<crate::dates::Due>,
}

fn of_row(scene: &Scene<'_>, table: &Table, row: &[Range<usize>], above: &mut Above) -> Vec<Duty> {
    let Some(subject) = table.cell(row, Column::Subject) else { return Vec::new() };
    let words = |kind| table.cells(row, kind).map(|cell| scene.words(cell).trim()).collect::<Vec<_>>();
    let bodies = |kind, same: &Vec<String>| bodies(scene, &words(kind), same);
    let lead = bodies(Column::Lead, &above.lead);
    let coordinate = bodies(Column::Coordinating, &above.coordinate);
    let time = words(Column::Deadline);
    let due = match time.first() {
        Some(cell) if is_ditto(cell) => above.due.clone(),
        Some(cell) => scene.due_of_cell(cell),
        None => None,
    };
    let deliverable = words(Column::Deliverable).first().map(|words| (*words).to_owned());
    // A row that only names a group of tasks has nobody and no time; it may name who does them.
    if lead.is_empty() && due.is_none() && coordinate.is_empty() {
        let name = scene.words(subject);
        let named = only_bodies(scene, name);
        above.group = if named { parties::split(name, scene.language(), scene.lexicon) } else { Vec::new() };
        return Vec::new();
    }
    (above.lead, above.coordinate, above.due) = (lead.clone(), coordinate.clone(), due.clone());
    let lead = if lead.is_empty() { above.group.clone() } else { lead };
    // Without a column for them, or with an empty cell, the words say with whom.
    let helpers = |range: Range<usize>| {
        let said =
            || tasks::with_whom(scene, range).into_iter().filter(|body| !lead.contains(body)).collect();
        if coordinate.is_empty() { said() } else { coordinate.clone() }
    };
    let duty = |range: Range<usize>| Duty {
        coordinate: helpers(range.clone()),
        range,
        lead: lead.clone(),
        due: due.clone(),
        deliverable: deliverable.clone(),
        confidence: 0.9,
        rule: "table.row",
    };
    pieces(scene, subject).into_iter().map(duty).collect()
}

/// The bodies that the cells of a row name; `same` are those of the row above.
fn bodies(scene: &Scene<'_>, cells: &[&str], same: &[String]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for cell in cells {
        let named = if is_ditto(cell) {
            same.to_vec()
        } else {
            parties::split(&bodies_of_cell(cell), scene.language(), scene.lexicon)
        };
        for body in named {
            if !out.contains(&body) {
                out.push(body);
            }
        }
    }
    out
}

/// "nt", "-nt-", "như trên", `"`: the same as above.
fn is_ditto(cell: &str) -> bool {
    let low = lower(cell);
    let bare = low.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '"' | '”' | '″'));
    matches!(bare, "nt" | "như trên" | "\"" | "”" | "″" | "ditto" | "idem" | "as above" | "see above" | "id")
}

/// A cell that lists several things to do is cut; one with a colon and a count stays whole, and what does nothing
/// ("cơ chế đặt hàng; cơ chế hợp tác") goes on with the piece before it.
pub(super) fn pieces(scene: &Scene<'_>, subject: Range<usize>) -> Vec<Range<usize>> {
    let words = scene.words(subject.clone());
    let cut = clauses(words);
    if words.contains(':') || cut.len() < 2 {
        return vec![subject];
    }
    let mut out: Vec<Range<usize>> = Vec::new();
    for clause in cut {
        let range = subject.start + clause.range.start..subject.start + clause.range.end;
        let goes_on = !clause.starts_sentence && !tasks::may_act(scene, range.clone());
        match out.last_mut().filter(|_| goes_on) {
            Some(last) => last.end = range.end,
            None => out.push(range),
        }
    }
    out
}

/// Line feeds and full stops between bodies of a cell part them.
pub(super) fn bodies_of_cell(words: &str) -> String {
    words.replace(['\n'], "; ").replace(". ", "; ").replace("- ", "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ditto_marks_are_told_from_names() {
        for cell in ["nt", "-nt-", "- nt -", "Như trên", "(See Above)", "\"", "”"] {
            assert!(is_ditto(cell), "{cell}");
        }
        for cell in ["", "-", "Sở Nội vụ", "Quý I/2026", "ntx"] {
            assert!(!is_ditto(cell), "{cell}");
        }
    }

    #[test]
    fn rows_take_from_above_what_they_say_they_do() {
        let text = "Số: 12/KH-UBND\n\nKẾ HOẠCH\n\n\
            | TT | Nhiệm vụ | Chủ trì | Thời gian | Sản phẩm |\n|---|---|---|---|---|\n\
            | 1 | Lập danh mục cầu yếu | Sở Xây dựng | Quý I/2027 | Danh mục |\n\
            | 2 | Rà soát biển báo trên các tuyến | nt | nt | Báo cáo |\n\
            | II | Sở Y tế | | | |\n\
            | 3 | Kiểm tra các trạm cấp cứu; cơ chế đặt hàng; báo cáo kết quả | | 2027 | |\n";
        let tasks = crate::read_text(text, None).tasks;
        let short: Vec<_> = tasks
            .iter()
            .map(|t| (t.lead.join("; "), t.deadline.clone().unwrap_or_default(), t.deliverable.clone()))
            .collect();
        let expected = [
            ("Sở Xây dựng", "2027-Q1", Some("Danh mục")),
            ("Sở Xây dựng", "2027-Q1", Some("Báo cáo")),
            ("Sở Y tế", "2027", None),
            ("Sở Y tế", "2027", None),
        ];
        let expected: Vec<_> = expected
            .iter()
            .map(|(a, b, c)| ((*a).to_owned(), (*b).to_owned(), c.map(str::to_owned)))
            .collect();
        assert_eq!(short, expected);
    }
}
