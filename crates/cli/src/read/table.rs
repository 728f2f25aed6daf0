//! A reading as tables to look at.

use comfy_table::presets::UTF8_HORIZONTAL_ONLY;
use comfy_table::{Attribute, Cell, ContentArrangement, Table};
use haidang_reading::{Reading, Remark, RemarkKind, Span, Value};
use std::fmt::Write as _;

/// The width of a table where no terminal says one.
const WIDTH: u16 = 160;

/// What a document says of itself and every finding, with the name of the document above.
pub(super) fn tables_of(name: &str, reading: &Reading) -> String {
    let metadata = &reading.metadata;
    let known = |text: &Option<String>| text.clone().unwrap_or_else(|| "–".to_owned());
    let mut out = format!(
        "{name}\n  {} {} · {} · {} · {:?}\n",
        metadata.kind,
        known(&metadata.symbol),
        known(&metadata.issuer),
        known(&metadata.date),
        reading.language
    );
    // Writing into a string cannot fail.
    if let Some(about) = &metadata.about {
        let _ = writeln!(out, "  about {about}");
    }
    for remark in &reading.remarks {
        let _ = writeln!(out, "  ! {}", remarked(remark));
    }
    for (title, table) in tables(reading) {
        let _ = writeln!(out, "\n{title}\n{table}");
    }
    out
}

/// What a person should look at before relying on the reading.
fn remarked(remark: &Remark) -> String {
    let words = remark.quote.split_whitespace().collect::<Vec<_>>().join(" ");
    match (remark.kind, &remark.said, &remark.found) {
        (RemarkKind::Recognised, ..) => {
            "read by optical recognition: check the words against the pages".to_owned()
        }
        (RemarkKind::BrokenTable, ..) => format!("rows and columns could not be told apart: {words}"),
        (RemarkKind::AnnouncedCount, Some(said), Some(found)) => {
            format!("the text announces {said}, {found} were found: {words}")
        }
        (RemarkKind::AnnouncedCount, ..) => format!("another number was found than announced: {words}"),
    }
}

fn tables(reading: &Reading) -> Vec<(String, Table)> {
    let plain = |text: &Option<String>| text.clone().unwrap_or_default();
    let tasks = reading
        .tasks
        .iter()
        .map(|t| row(&t.span, [t.lead.join("; "), t.coordinate.join("; "), plain(&t.deadline)]));
    let targets = reading.targets.iter().map(|t| {
        let value = t.value.map(shown).unwrap_or_default();
        let value = format!("{} {value} {}", plain(&t.comparator), plain(&t.unit)).trim().to_owned();
        row(&t.span, [value, plain(&t.period), plain(&t.status)])
    });
    let projects = reading.projects.iter().map(|p| row(&p.span, [p.kind.clone()]));
    let proposals =
        reading.proposals.iter().map(|p| row(&p.span, [plain(&p.from), plain(&p.to), plain(&p.deadline)]));
    let citations =
        reading.citations.iter().map(|c| row(&c.span, [c.kind.clone(), plain(&c.symbol), plain(&c.date)]));
    let all = [
        ("tasks", table(&["lead", "coordinating", "deadline"], tasks.collect())),
        ("targets", table(&["value", "period", "status"], targets.collect())),
        ("projects", table(&["kind"], projects.collect())),
        ("proposals", table(&["from", "to", "deadline"], proposals.collect())),
        ("citations", table(&["kind", "symbol", "date"], citations.collect())),
    ];
    let counted = all.into_iter().map(|(name, table)| (format!("{} {name}", table.row_count()), table));
    counted.filter(|(_, table)| table.row_count() > 0).collect()
}

fn row<const N: usize>(span: &Span, fields: [String; N]) -> Vec<Cell> {
    let words = span.quote.split_whitespace().collect::<Vec<_>>().join(" ");
    let sure = Cell::new(format!("{:.2}", span.confidence));
    std::iter::once(Cell::new(words)).chain(fields.into_iter().map(Cell::new)).chain([sure]).collect()
}

fn table(fields: &[&str], rows: Vec<Vec<Cell>>) -> Table {
    let mut table = Table::new();
    table.load_style(UTF8_HORIZONTAL_ONLY).set_content_arrangement(ContentArrangement::Dynamic);
    if !table.is_tty() {
        table.set_width(WIDTH);
    }
    let header = std::iter::once("words").chain(fields.iter().copied()).chain(["sure"]);
    table.set_header(header.map(|name| Cell::new(name).add_attribute(Attribute::Bold)));
    table.add_rows(rows);
    table
}

fn shown(value: Value) -> String {
    match value {
        Value::One(value) => value.to_string(),
        Value::Range([low, high]) => format!("{low}–{high}"),
    }
}
