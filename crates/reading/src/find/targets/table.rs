//! Rows of tables of targets: what is measured, its unit, and its value in one column or in one
//! for each year. A row that only names a time or a group gives it to those below.

use super::quantity::{comparator, parse, quantities};
use super::{Goal, period};
use crate::find::scene::Scene;
use crate::reading::Value;
use crate::structure::{Column, Table};
use crate::words::lower;
use std::ops::Range;

pub(super) fn find(scene: &Scene<'_>) -> Vec<Goal> {
    let tables = scene.document.tables.iter().filter(|table| table.lists_targets());
    tables.flat_map(|table| of_table(scene, table)).collect()
}

fn of_table(scene: &Scene<'_>, table: &Table) -> Vec<Goal> {
    let above = table.rows.first().and_then(|row| row.iter().find(|cell| !cell.is_empty()));
    let title = above.and_then(|cell| of_title(scene, cell.start));
    let values = value_columns(table);
    let mut section: Option<String> = None;
    let mut out = Vec::new();
    for row in &table.rows {
        let Some(name) = table.cell(row, Column::Subject) else { continue };
        let cells: Vec<(usize, Range<usize>)> = values
            .iter()
            .filter_map(|at| Some((*at, row.get(*at).filter(|cell| !cell.is_empty())?.clone())))
            .collect();
        if cells.is_empty() {
            let low = scene.low(name);
            section = period::span_of_years(low).or_else(|| period::year_in(scene, low)).or(section);
            continue;
        }
        for (at, cell) in cells {
            let head = table.heads.get(at).map(|head| scene.low(head.clone())).unwrap_or_default();
            let year = period::span_of_years(head)
                .or_else(|| period::only_year(head))
                .or_else(|| period::year_in(scene, head));
            let row = Row {
                name: name.clone(),
                unit: table.cell(row, Column::Unit),
                period: year.or_else(|| section.clone()).or_else(|| title.clone()),
            };
            out.extend(of_cell(scene, &row, cell, values.len() > 1));
        }
    }
    out
}

/// The columns that hold values: those named so or by years, else the one of results.
fn value_columns(table: &Table) -> Vec<usize> {
    let all = |kind: Column| -> Vec<usize> {
        let each = table.columns.iter().enumerate().filter(|(_, column)| **column == kind);
        each.map(|(at, _)| at).collect()
    };
    let values = all(Column::Value);
    if values.is_empty() { all(Column::Deliverable) } else { values }
}

/// The span or year of the last heading above a table.
fn of_title(scene: &Scene<'_>, at: usize) -> Option<String> {
    let before = scene.document.blocks.partition_point(|block| block.range.start < at);
    let near = scene.document.blocks.get(before.saturating_sub(14)..before).unwrap_or_default();
    near.iter().rev().filter(|block| block.place.is_none() || block.capitals).find_map(|block| {
        let low = scene.masked(block.range.clone());
        period::span_of_years(low).or_else(|| period::year_in(scene, low).filter(|_| low.len() < 160))
    })
}

struct Row {
    name: Range<usize>,
    unit: Option<Range<usize>>,
    period: Option<String>,
}

/// The targets of one cell: pieces parted by semicolons are values for different things. The first
/// takes the words of its row, further ones (and those of further years) their own.
fn of_cell(scene: &Scene<'_>, row: &Row, cell: Range<usize>, many_years: bool) -> Vec<Goal> {
    let words = scene.words(cell.clone());
    let mut from = cell.start;
    let mut out = Vec::new();
    for piece in words.split(';') {
        let range = from..from + piece.len();
        from = range.end + 1;
        if piece.trim().is_empty() || is_blank(piece) {
            continue;
        }
        let whole = if out.is_empty() && !many_years { row.name.start..range.end } else { range.clone() };
        out.push(of_piece(scene, row, range, whole));
    }
    out
}

fn is_blank(piece: &str) -> bool {
    matches!(lower(piece.trim()).as_str(), "-" | "–" | "x" | "…" | "..." | "/")
}

fn of_piece(scene: &Scene<'_>, row: &Row, range: Range<usize>, whole: Range<usize>) -> Goal {
    let low = scene.low(range.clone());
    let (bound, value) = value_of(scene, low, scene.words(range));
    let unit = row.unit.clone().map(|unit| scene.words(unit).to_owned());
    let unit = unit.or_else(|| {
        let all = quantities(low, low, scene.language(), scene.lexicon);
        all.into_iter().find_map(|quantity| quantity.unit)
    });
    Goal {
        indicator: scene.words(row.name.clone()).to_owned(),
        range: super::super::trimmed(scene.document.flow.text(), whole),
        comparator: Some(bound.to_owned()),
        value,
        unit,
        period: row.period.clone(),
        status: None,
        confidence: 0.85,
        rule: "target.table",
    }
}

/// Comparator and value of a cell: `≥ 80`, `40 - 50`, `> 0,7`, or words without a number.
fn value_of(scene: &Scene<'_>, low: &str, words: &str) -> (&'static str, Option<Value>) {
    let all = quantities(low, words, scene.language(), scene.lexicon);
    if let Some(first) = all.into_iter().find(|quantity| quantity.number < 24) {
        return (first.comparator, Some(first.value));
    }
    let Some(at) = low.find(|c: char| c.is_ascii_digit()) else {
        return (words_compare(scene, low), None);
    };
    let (before, rest) = low.split_at(at);
    let (first, behind) = digits(rest);
    let Some(first) = parse(first, scene.language()) else { return ("=", None) };
    let joint = behind.trim_start().trim_start_matches('%').trim_start();
    let second = joint.strip_prefix(['-', '–']).map(str::trim_start).map(|rest| digits(rest).0);
    match second.and_then(|second| parse(second, scene.language())).filter(|second| *second > first) {
        Some(second) => ("range", Some(Value::Range([first, second]))),
        None => (comparator(before, behind, scene.lexicon), Some(Value::One(first))),
    }
}

/// "Đạt mức trên trung bình": words that compare without a number.
fn words_compare(scene: &Scene<'_>, low: &str) -> &'static str {
    let words = &scene.lexicon.quantities;
    if words.at_least.last_in(low).is_some() {
        ">="
    } else if words.at_most.last_in(low).is_some() {
        "<="
    } else {
        "="
    }
}

/// Digits at the start, and what follows them.
fn digits(rest: &str) -> (&str, &str) {
    let end = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ','))).unwrap_or(rest.len());
    let (number, behind) = rest.split_at(end);
    (number.trim_end_matches(['.', ',']), behind)
}
