//! `cargo xtask score`: reads the annotated documents and the labelled metadata, runs the
//! scorers beside them, and prints the figures with gains and losses against those committed in
//! `docs/reference/reading.json`. `--errors` lists what was missed, `--save` keeps the figures,
//! `--check` fails below the bars, `--calibrate` writes the table of confidence anew.

mod calibration;
mod gold;

use gold::Annotation;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

const COMMITTED: &str = "docs/reference/reading.json";

/// What the reader must reach on all annotated documents together, and on the labelled metadata.
const BARS: [(&str, f64); 20] = [
    ("/annotated/all/citations/f1", 0.97),
    ("/annotated/all/tasks/f1", 0.93),
    ("/annotated/all/tasks/lead", 0.92),
    ("/annotated/all/tasks/coordinate", 0.90),
    ("/annotated/all/tasks/deadline", 0.96),
    ("/annotated/all/targets/f1", 0.88),
    ("/annotated/all/targets/value", 0.92),
    ("/annotated/all/targets/unit", 0.92),
    ("/annotated/all/targets/comparator", 0.92),
    ("/annotated/all/targets/period", 0.92),
    ("/annotated/all/projects/f1", 0.88),
    ("/annotated/all/proposals/f1", 0.85),
    ("/annotated/vi/tasks/f1", 0.85),
    ("/annotated/en/tasks/f1", 0.85),
    ("/annotated/fr/tasks/f1", 0.85),
    ("/own/all/tasks/f1", 0.85),
    ("/metadata/symbol", 0.99),
    ("/metadata/date", 0.99),
    ("/metadata/kind", 0.99),
    ("/metadata/issuer", 0.96),
];

pub(crate) fn run(options: &[&str]) -> Result<(), String> {
    let check = options.contains(&"--check");
    let shared = match shared() {
        // Elsewhere than in CI the bars are checked where the documents are.
        Err(message) if check && std::env::var_os("CI").is_none() => {
            println!("skipped: {message}");
            return Ok(());
        }
        found => found?,
    };
    let errors = options.contains(&"--errors");
    let given = gold::read(&shared.join("reading/gold"), &shared)?;
    let own = gold::read(Path::new(gold::OWN), &shared)?;
    let held_out: Vec<Annotation> = own.iter().filter(|one| one.is_held_out()).cloned().collect();
    let all: Vec<Annotation> = given.iter().chain(&own).cloned().collect();
    let mut figures = json!({
        "annotated": scored(&given, &shared, errors)?,
        "own": scored(&own, &shared, errors)?,
        "held_out": scored(&held_out, &shared, false)?,
        "metadata": metadata(&shared, errors)?,
        "genres": by_genre(&all, &shared)?,
    });
    if options.contains(&"--calibrate") {
        calibration::save(&all)?;
    }
    let committed = std::fs::read_to_string(COMMITTED).ok().and_then(|text| serde_json::from_str(&text).ok());
    print(&figures, committed.as_ref().unwrap_or(&Value::Null));
    println!("{}\n{}", genres(&figures), calibration::reliability(&all)?);
    if check {
        below_bars(&figures)?;
    }
    if options.contains(&"--save") {
        figures.sort_all_objects();
        let text = serde_json::to_string_pretty(&figures).map_err(|error| error.to_string())?;
        std::fs::write(COMMITTED, text + "\n").map_err(|error| format!("{COMMITTED}: {error}"))?;
    }
    Ok(())
}

fn below_bars(figures: &Value) -> Result<(), String> {
    let reached = |path: &str| figures.pointer(path).and_then(Value::as_f64).unwrap_or_default();
    let below = BARS.iter().filter(|(path, bar)| reached(path) < *bar);
    let lines: Vec<String> =
        below.map(|(path, bar)| format!("{path} is {:.4}, below {bar}", reached(path))).collect();
    if lines.is_empty() { Ok(()) } else { Err(lines.join("\n")) }
}

/// The folder of shared documents: `HAIDANG_SHARED`, or `shared` beside the project.
pub(crate) fn shared() -> Result<PathBuf, String> {
    let path = std::env::var_os("HAIDANG_SHARED").map_or_else(|| PathBuf::from("../shared"), PathBuf::from);
    if path.join("reading/score.py").is_file() {
        return Ok(path);
    }
    Err(format!("{}: the annotated documents are not here; set HAIDANG_SHARED", path.display()))
}

/// The figures of the scorer for some annotated documents.
fn scored(annotations: &[Annotation], shared: &Path, errors: bool) -> Result<Value, String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let (golds, readings) = (folder.path().join("gold"), folder.path().join("readings"));
    for folder in [&golds, &readings] {
        std::fs::create_dir(folder).map_err(|error| error.to_string())?;
    }
    for annotation in annotations {
        write_reading(annotation.document(), &annotation.bytes, &readings.join(&annotation.name))?;
        let to = golds.join(&annotation.name);
        std::fs::write(&to, annotation.gold.to_string())
            .map_err(|error| format!("{}: {error}", to.display()))?;
    }
    let script = shared.join("reading/score.py");
    let arguments = [script.as_path(), &golds, &readings, Path::new("--root"), shared];
    let output = python(&arguments, &["--json"], errors)?;
    Ok(output.get("figures").cloned().unwrap_or_default())
}

/// The figures of all languages together, genre by genre.
fn by_genre(annotations: &[Annotation], shared: &Path) -> Result<Value, String> {
    let mut groups: BTreeMap<&str, Vec<Annotation>> = BTreeMap::new();
    for annotation in annotations {
        groups.entry(annotation.genre.as_str()).or_default().push(annotation.clone());
    }
    let mut out = Map::new();
    for (genre, group) in groups {
        let figures = scored(&group, shared, false)?;
        let mut all = figures.get("all").and_then(Value::as_object).cloned().unwrap_or_default();
        all.insert("documents".to_owned(), group.len().into());
        out.insert(genre.to_owned(), all.into());
    }
    Ok(Value::Object(out))
}

fn metadata(shared: &Path, errors: bool) -> Result<Value, String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let out = folder.path();
    let bulk = shared.join("documents/bulk/metadata-vi.jsonl");
    let text = std::fs::read_to_string(&bulk).map_err(|error| format!("{}: {error}", bulk.display()))?;
    for line in text.lines() {
        let record: Value = serde_json::from_str(line).map_err(|error| error.to_string())?;
        let field = |name: &str| record.get(name).and_then(Value::as_str).unwrap_or_default();
        write_reading("document.txt", field("text").as_bytes(), &out.join(format!("{}.json", field("id"))))?;
    }
    let script = shared.join("reading/score_metadata.py");
    python(&[script.as_path(), bulk.as_path(), out], &[], errors)
}

fn write_reading(name: &str, bytes: &[u8], to: &Path) -> Result<(), String> {
    let (_, reading) = haidang_reading::read(name, bytes, None).map_err(|error| error.to_string())?;
    let json = serde_json::to_string(&reading).map_err(|error| error.to_string())?;
    std::fs::write(to, json).map_err(|error| format!("{}: {error}", to.display()))
}

/// Runs a scorer; its figures are JSON on standard output, its list of errors goes to ours.
fn python(paths: &[&Path], options: &[&str], errors: bool) -> Result<Value, String> {
    let mut command = Command::new("python3");
    command.args(paths).args(options);
    if errors {
        command.arg("--errors");
    }
    let output = command.output().map_err(|error| format!("python3: {error}"))?;
    let listed = String::from_utf8_lossy(&output.stderr);
    if errors || !output.status.success() {
        eprintln!("{listed}");
    }
    serde_json::from_slice(&output.stdout).map_err(|error| format!("the scorer's answer is no JSON: {error}"))
}

fn print(figures: &Value, before: &Value) {
    let mut out = String::new();
    let languages = || vec!["vi", "en", "fr", "all"];
    for (part, languages) in
        [("annotated", languages()), ("own", languages()), ("held_out", languages()), ("metadata", vec![""])]
    {
        for language in languages {
            let pick = |root: &Value| {
                let part = root.get(part).cloned().unwrap_or_default();
                if language.is_empty() { part } else { part.get(language).cloned().unwrap_or_default() }
            };
            let _ = writeln!(out, "\n{part} {language}");
            table(&mut out, &pick(figures), &pick(before));
        }
    }
    println!("{out}");
}

/// One line for each category, with the change against the committed figure behind each figure.
fn table(out: &mut String, now: &Value, before: &Value) {
    let empty = Map::new();
    let plain = now.as_object().unwrap_or(&empty).iter().filter(|(_, value)| value.is_number());
    let line: Vec<String> = plain.map(|(name, value)| figure(name, value, before.get(name))).collect();
    let _ = writeln!(out, "  {}", line.join("  "));
    for (category, fields) in now.as_object().unwrap_or(&empty) {
        let Some(fields) = fields.as_object() else { continue };
        let earlier = before.get(category);
        let line: Vec<String> = fields
            .iter()
            .filter(|(_, value)| value.is_number())
            .map(|(name, value)| figure(name, value, earlier.and_then(|e| e.get(name))))
            .collect();
        let _ = writeln!(out, "  {category:<10} {}", line.join("  "));
    }
}

/// F1 of every category, genre by genre, as a table; a dash where nothing was annotated and nothing read.
fn genres(figures: &Value) -> String {
    let mut out = format!("| genre | documents | {} |\n", gold::CATEGORIES.join(" | "));
    out.push_str("|---|---|---|---|---|---|---|\n");
    for (genre, figures) in figures.get("genres").and_then(Value::as_object).into_iter().flatten() {
        let number = |path: &str| figures.pointer(path).and_then(Value::as_f64).unwrap_or_default();
        let _ = write!(out, "| {genre} | {} |", number("/documents"));
        for category in gold::CATEGORIES {
            let of = |field: &str| number(&format!("/{category}/{field}"));
            let _ = if of("gold") + of("read") == 0.0 {
                write!(out, " – |")
            } else {
                write!(out, " {:.2} ({}) |", of("f1"), of("gold"))
            };
        }
        out.push('\n');
    }
    out
}

/// `cargo xtask gold FILE …`.
pub(crate) fn keep_gold(files: &[&str]) -> Result<(), String> {
    gold::keep(files, &shared()?)
}

fn figure(name: &str, now: &Value, before: Option<&Value>) -> String {
    let value = now.as_f64().unwrap_or_default();
    let change = value - before.and_then(Value::as_f64).unwrap_or(value);
    let shown =
        if value.fract() == 0.0 && value > 1.0 { format!("{value:.0}") } else { format!("{value:.3}") };
    if change.abs() < 0.0005 { format!("{name} {shown}") } else { format!("{name} {shown} ({change:+.3})") }
}
