//! Keeping the journal in order: verify, rebuild, export, backup, restore, seed.

use crate::arguments::{Export, Exported, Place};
use crate::error::Failure;
use crate::open;
use haidang_app::InThisProcess;
use haidang_store::{Entry, Store};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

/// Events read at once.
const CHUNK: u32 = 1_000;

pub(crate) async fn verify(place: &Place) -> Result<ExitCode, Failure> {
    let verification = open::store(place).await?.verify().await?;
    let mut out = std::io::stdout().lock();
    writeln!(out, "{} events, head {}", verification.events, verification.head)?;
    for problem in &verification.problems {
        writeln!(out, "  {problem}")?;
    }
    if verification.problems.is_empty() {
        writeln!(out, "the chain is whole")?;
        return Ok(ExitCode::SUCCESS);
    }
    writeln!(
        out,
        "{} problems: restore a backup, and keep this file for those who look into it",
        verification.problems.len()
    )?;
    Ok(ExitCode::FAILURE)
}

pub(crate) async fn rebuild(place: &Place) -> Result<ExitCode, Failure> {
    let rebuilt = open::store(place).await?.rebuild().await?;
    let mut out = std::io::stdout().lock();
    for table in &rebuilt.tables {
        writeln!(out, "{:<24} {:>9} rows, {} differences", table.name, table.rows, table.differences)?;
        for key in &table.examples {
            writeln!(out, "    {key}")?;
        }
    }
    let differences: u64 = rebuilt.tables.iter().map(|table| table.differences).sum();
    writeln!(
        out,
        "{}",
        if differences == 0 {
            "the tables were as the journal says"
        } else {
            "the tables are now as the journal says"
        }
    )?;
    Ok(if differences == 0 { ExitCode::SUCCESS } else { ExitCode::from(2) })
}

pub(crate) async fn export(place: &Place, export: Export) -> Result<ExitCode, Failure> {
    let store = open::store(place).await?;
    match export.what {
        Exported::Events => write_events(&store, &mut std::io::stdout().lock()).await?,
    }
    Ok(ExitCode::SUCCESS)
}

async fn write_events(store: &Store, out: &mut impl Write) -> Result<(), Failure> {
    let mut after = 0;
    loop {
        let entries = store.entries(after, CHUNK).await?;
        let Some(last) = entries.last() else { return Ok(()) };
        after = last.recorded.seq;
        for entry in &entries {
            writeln!(out, "{}", line(entry)?)?;
        }
    }
}

/// One event as a JSON line: where it stands, both clocks, who, on what authority, and what.
fn line(entry: &Entry) -> Result<String, serde_json::Error> {
    serde_json::to_string(&json!({ "recorded": entry.recorded, "event": entry.event, "hash": entry.hash }))
}

pub(crate) async fn backup(place: &Place, file: &Path) -> Result<ExitCode, Failure> {
    open::store(place).await?.backup(file).await?;
    eprintln!("{}: written; check it with `haidang --database sqlite:{0} verify`", file.display());
    Ok(ExitCode::SUCCESS)
}

pub(crate) async fn restore(place: &Place, file: &Path) -> Result<ExitCode, Failure> {
    let restored = open::store(place).await?.restore(file).await?;
    eprintln!("{}: {restored} events put back", file.display());
    Ok(ExitCode::SUCCESS)
}

pub(crate) async fn seed(place: &Place, tasks: usize) -> Result<ExitCode, Failure> {
    let app = open::app(place, InThisProcess).await?;
    app.load_locality().await?;
    let bar = progress_bar(tasks);
    app.seed_tasks(tasks, |done| bar.set_position(u64::try_from(done).unwrap_or_default())).await?;
    bar.finish_and_clear();
    eprintln!("{tasks} made-up tasks added");
    Ok(ExitCode::SUCCESS)
}

/// A bar on standard error, with what is left.
pub(crate) fn progress_bar(length: usize) -> ProgressBar {
    let bar = ProgressBar::new(u64::try_from(length).unwrap_or_default());
    let style = ProgressStyle::with_template("{bar:32} {pos}/{len}  {elapsed} ({eta} left)  {msg}");
    bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
