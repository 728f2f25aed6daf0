//! `haidang read`: what documents say, as a table or as JSON.

use crate::arguments::{Read, ReadLanguage};
use crate::error::Failure;
use crate::keep::progress_bar;
use comfy_table::presets::UTF8_HORIZONTAL_ONLY;
use comfy_table::{Attribute, Cell, ContentArrangement, Table};
use haidang_reading::{Language, Reading, Span, Value};
use std::io::{Read as _, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

pub(crate) fn run(read: &Read) -> Result<ExitCode, Failure> {
    let language = read.language.map(|language| match language {
        ReadLanguage::Vi => Language::Vi,
        ReadLanguage::En => Language::En,
        ReadLanguage::Fr => Language::Fr,
    });
    if let Some(folder) = &read.out {
        std::fs::create_dir_all(folder)?;
    }
    let many = read.files.len() > 1 && read.out.is_some();
    let bar = many.then(|| progress_bar(read.files.len()));
    let mut failed = 0usize;
    for file in &read.files {
        if let Err(message) = one(read, file, language) {
            failed += 1;
            match &bar {
                Some(bar) => bar.println(message),
                None => eprintln!("haidang: {message}"),
            }
        }
        if let Some(bar) = &bar {
            bar.inc(1);
        }
    }
    if let Some(bar) = bar {
        bar.finish_and_clear();
        eprintln!("{} read, {failed} not", read.files.len() - failed);
    }
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn one(read: &Read, file: &Path, language: Option<Language>) -> Result<(), String> {
    let name = file.display().to_string();
    let bytes = bytes(file).map_err(|error| format!("{name}: {error}"))?;
    let (_, reading) = haidang_reading::read(&name, &bytes, language).map_err(|error| error.to_string())?;
    let written = match &read.out {
        Some(folder) => write_file(folder, file, &reading),
        None if read.json => print_json(&reading),
        None => print_tables(&name, &reading),
    };
    written.map_err(|failure| format!("{name}: {failure}"))
}

fn bytes(file: &Path) -> std::io::Result<Vec<u8>> {
    if file == Path::new("-") {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes)?;
        return Ok(bytes);
    }
    std::fs::read(file)
}

/// Writes beside and renames, so that a file is whole or not there.
fn write_file(folder: &Path, file: &Path, reading: &Reading) -> Result<(), Failure> {
    let stem = if file == Path::new("-") { PathBuf::from("stdin") } else { file.to_owned() };
    let name = stem.file_stem().map_or_else(|| "document".into(), |stem| stem.to_string_lossy().into_owned());
    let (whole, part) = (folder.join(format!("{name}.json")), folder.join(format!(".{name}.json.part")));
    std::fs::write(&part, serde_json::to_string_pretty(reading)? + "\n")?;
    Ok(std::fs::rename(part, whole)?)
}

fn print_json(reading: &Reading) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(reading)?;
    Ok(writeln!(std::io::stdout().lock(), "{text}")?)
}

fn print_tables(name: &str, reading: &Reading) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    let metadata = &reading.metadata;
    let known = |text: &Option<String>| text.clone().unwrap_or_else(|| "–".to_owned());
    writeln!(out, "{name}")?;
    writeln!(
        out,
        "  {} {} · {} · {} · {:?}",
        metadata.kind,
        known(&metadata.symbol),
        known(&metadata.issuer),
        known(&metadata.date),
        reading.language
    )?;
    if let Some(about) = &metadata.about {
        writeln!(out, "  about {about}")?;
    }
    for (title, table) in tables(reading) {
        writeln!(out, "\n{title}\n{table}")?;
    }
    Ok(())
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
