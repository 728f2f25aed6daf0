//! `haidang bench`: how fast the reader reads, how fast a list of many tasks is shown, how fast
//! decisions are committed, how soon the program is up, and how much memory it takes. Every figure
//! stands beside one of the same run to compare with, because machines differ.

mod figures;
mod pages;

use crate::arguments::{Bench, Place};
use crate::error::Failure;
use figures::Figure;
use haidang_app::{App, InThisProcess, Locality, SystemClock};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Tasks that are committed one by one.
const COMMITS: usize = 300;
/// Rounds over all documents, of which the fastest counts: what slows another is not the reader.
const ROUNDS: usize = 5;

pub(crate) async fn run(place: &Place, bench: &Bench) -> Result<ExitCode, Failure> {
    let folder = std::env::temp_dir().join(format!("haidang-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let measured = measure(place, bench, &folder).await;
    std::fs::remove_dir_all(&folder)?;
    let table = figures::table(&measured?);
    eprintln!("{table}");
    // What was measured beside others by hand stands behind the table and stays.
    let before = std::fs::read_to_string(&bench.out).unwrap_or_default();
    std::fs::write(&bench.out, figures::page(&table) + figures::sections(&before))?;
    eprintln!("written to {}", bench.out.display());
    Ok(ExitCode::SUCCESS)
}

async fn measure(place: &Place, bench: &Bench, folder: &Path) -> Result<Vec<Figure>, Failure> {
    let mut figures = reading(bench);
    let locality = Locality::read(&place.locality)?;
    let url = format!("sqlite:{}", folder.join("bench.db").display());
    let (app, first) = timed(open(&url, locality.clone())).await;
    let app = app?;
    figures.push(Figure::new("first start, locality taken in", first.as_secs_f64() * 1e3, "ms"));
    figures.extend(commits(&app).await?);
    eprintln!("adding {} tasks …", bench.tasks);
    let (seeded, time) = timed(app.seed_tasks(bench.tasks, |_| {})).await;
    seeded?;
    figures.push(Figure::new("tasks added in batches", count(bench.tasks) / time.as_secs_f64(), "tasks/s"));
    drop(app);
    let (app, again) = timed(open(&url, locality)).await;
    let app = app?;
    figures.push(
        Figure::new(&format!("start with {} tasks", bench.tasks), again.as_secs_f64() * 1e3, "ms")
            .compared("first start", first.as_secs_f64() * 1e3),
    );
    figures.extend(pages::measure(app, bench.tasks).await?);
    figures.extend(memory());
    Ok(figures)
}

async fn open(url: &str, locality: Locality) -> Result<App, Failure> {
    let app = App::open(url, locality, Arc::new(SystemClock), Arc::new(InThisProcess)).await?;
    app.load_locality().await?;
    Ok(app)
}

async fn timed<T>(work: impl Future<Output = T>) -> (T, Duration) {
    let start = Instant::now();
    let done = work.await;
    (done, start.elapsed())
}

/// All documents of a folder, the fastest of several rounds behind a first time that loads the words and rules; compared
/// with merely taking their structure apart.
fn reading(bench: &Bench) -> Vec<Figure> {
    let texts = texts(&bench.documents);
    if texts.is_empty() {
        eprintln!("{}: no documents there; reading is not measured", bench.documents.display());
        return Vec::new();
    }
    let bytes: usize = texts.iter().map(String::len).sum();
    let megabytes = count(bytes) / 1e6;
    let read = |text: &str| drop(std::hint::black_box(haidang_reading::read_text(text, None)));
    let split = |text: &str| drop(std::hint::black_box(haidang_reading::blocks(text)));
    texts.iter().map(String::as_str).for_each(read);
    let (whole, structure) = (megabytes / fastest(&texts, read), megabytes / fastest(&texts, split));
    let name = format!("whole reading, {} documents of {:.1} MB", texts.len(), count(bytes) / 1e6);
    vec![Figure::new(&name, whole, "MB/s").compared("structure alone", structure)]
}

/// The seconds of the fastest round over all texts.
fn fastest(texts: &[String], read: impl Fn(&str)) -> f64 {
    let round = |_| {
        let start = Instant::now();
        for text in texts {
            read(text);
        }
        start.elapsed().as_secs_f64()
    };
    (0..ROUNDS).map(round).fold(f64::INFINITY, f64::min)
}

/// The texts of a folder and those below it, in the order of their names.
fn texts(folder: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<_> = entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
    paths.sort();
    let each = paths.into_iter().flat_map(|path| {
        if path.is_dir() {
            return texts(&path);
        }
        let text = path.extension().is_some_and(|ending| ending == "txt");
        let bytes = text.then(|| std::fs::read(&path).ok()).flatten();
        let decoded =
            bytes.and_then(|bytes| haidang_reading::decode(&path.display().to_string(), &bytes).ok());
        decoded.map(|decoded| decoded.text).into_iter().collect()
    });
    each.collect()
}

/// One decision, one transaction on the disk; compared with a thousand in one transaction.
async fn commits(app: &App) -> Result<Vec<Figure>, Failure> {
    let start = Instant::now();
    for _ in 0..COMMITS {
        app.seed_tasks(1, |_| {}).await?;
    }
    let single = count(COMMITS) / start.elapsed().as_secs_f64();
    let start = Instant::now();
    app.seed_tasks(1_000, |_| {}).await?;
    let batched = 1_000.0 / start.elapsed().as_secs_f64();
    Ok(vec![
        Figure::new("decisions, each in its own transaction", single, "commits/s")
            .compared("batched", batched),
    ])
}

/// The greatest memory that this process has taken, where the system tells.
fn memory() -> Option<Figure> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: f64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(Figure::new("greatest memory of the whole run", kilobytes / 1e3, "MB"))
}

/// A count as a number to divide.
#[allow(clippy::cast_precision_loss)] // Counts here are far below 2^52.
fn count(count: usize) -> f64 {
    count as f64
}
