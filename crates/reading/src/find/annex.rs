//! Tasks from the tables of annexes: a row is a task, its columns say who, with whom and when.

use super::parties;
use super::scene::Scene;
use super::tasks::Duty;
use crate::structure::{Column, Table, clauses};
use std::ops::Range;

/// The stretches of the flow that tables of tasks take up.
pub(super) fn covered(scene: &Scene<'_>) -> Vec<Range<usize>> {
    let tables = scene.document.tables.iter().filter(|table| lists_tasks(table));
    let span = |table: &Table| {
        let cells = || table.rows.iter().flatten().filter(|cell| !cell.is_empty());
        Some(cells().map(|cell| cell.start).min()?..cells().map(|cell| cell.end).max()?)
    };
    tables.filter_map(span).collect()
}

fn lists_tasks(table: &Table) -> bool {
    table.columns.contains(&Column::Lead) || table.columns.contains(&Column::Deadline)
}

/// One task for each row and each of its clauses.
pub(super) fn tasks(scene: &Scene<'_>) -> Vec<Duty> {
    let tables = scene.document.tables.iter().filter(|table| lists_tasks(table));
    tables.flat_map(|table| table.rows.iter().flat_map(|row| of_row(scene, table, row))).collect()
}

fn of_row(scene: &Scene<'_>, table: &Table, row: &[Range<usize>]) -> Vec<Duty> {
    let Some(subject) = table.cell(row, Column::Subject) else { return Vec::new() };
    let bodies = |column| {
        let cell = table.cell(row, column);
        cell.map(|cell| parties::split(&bodies_of_cell(scene.words(cell)), scene.language(), scene.lexicon))
            .unwrap_or_default()
    };
    let (lead, coordinate) = (bodies(Column::Lead), bodies(Column::Coordinating));
    let due = table.cell(row, Column::Deadline).and_then(|cell| scene.due_of_cell(scene.words(cell)));
    let deliverable = table.cell(row, Column::Deliverable).map(|cell| scene.words(cell).trim().to_owned());
    // A row that only names a group of tasks has nobody and no time.
    if lead.is_empty() && due.is_none() && coordinate.is_empty() {
        return Vec::new();
    }
    let duty = |range: Range<usize>| Duty {
        range,
        lead: lead.clone(),
        coordinate: coordinate.clone(),
        due: due.clone(),
        deliverable: deliverable.clone(),
        confidence: 0.9,
        rule: "table.row",
    };
    pieces(scene, subject).into_iter().map(duty).collect()
}

/// A cell that lists several things to do is cut; one with a colon and a count stays whole.
fn pieces(scene: &Scene<'_>, subject: Range<usize>) -> Vec<Range<usize>> {
    let words = scene.words(subject.clone());
    let cut = clauses(words);
    if words.contains(':') || cut.len() < 2 {
        return vec![subject];
    }
    cut.into_iter().map(|c| subject.start + c.range.start..subject.start + c.range.end).collect()
}

/// Line feeds and full stops between bodies of a cell part them.
pub(super) fn bodies_of_cell(words: &str) -> String {
    words.replace(['\n'], "; ").replace(". ", "; ").replace("- ", "")
}
