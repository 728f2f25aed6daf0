//! Figures, the table that shows them, and the page of the reference.

use comfy_table::presets::ASCII_MARKDOWN;
use comfy_table::{CellAlignment, Table};

/// One measured figure, maybe beside another of the same run.
pub(super) struct Figure {
    name: String,
    value: f64,
    unit: &'static str,
    beside: Option<(&'static str, f64)>,
}

impl Figure {
    pub(super) fn new(name: &str, value: f64, unit: &'static str) -> Self {
        Self { name: name.to_owned(), value, unit, beside: None }
    }

    pub(super) fn compared(mut self, with: &'static str, value: f64) -> Self {
        self.beside = Some((with, value));
        self
    }
}

pub(super) fn table(figures: &[Figure]) -> Table {
    let mut table = Table::new();
    table.load_style(ASCII_MARKDOWN).set_header(["what", "figure", "unit", "beside, in the same run"]);
    for figure in figures {
        let beside =
            figure.beside.map(|(name, value)| format!("{name}: {}", shown(value))).unwrap_or_default();
        table.add_row([figure.name.clone(), shown(figure.value), figure.unit.to_owned(), beside]);
    }
    if let Some(column) = table.column_mut(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table
}

/// Three digits that count.
fn shown(value: f64) -> String {
    match value {
        v if v >= 100.0 => format!("{v:.0}"),
        v if v >= 10.0 => format!("{v:.1}"),
        v => format!("{v:.2}"),
    }
}

pub(super) fn page(table: &Table) -> String {
    format!(
        "# Figures\n\nWritten by `haidang bench` (`make bench`). Machines differ and are noisy: look at the \
         ratios beside the figures, and at the change from one commit to the next on one machine.\n\n{table}\n"
    )
}

/// The sections behind the table of a page, with the blank line before them.
pub(super) fn sections(page: &str) -> &str {
    page.find("\n## ").and_then(|at| page.get(at..)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_behind_the_table_are_kept() {
        let first = page(&table(&[Figure::new("a", 1.0, "s")]));
        assert_eq!(sections(&first), "");
        let whole = format!("{first}\n## Beside others\n\nb\n");
        assert_eq!(sections(&whole), "\n## Beside others\n\nb\n");
    }
}
