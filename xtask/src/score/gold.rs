//! Annotations: those beside the shared documents, which carry their words, and our own in
//! `crates/reading/gold`, which carry offsets and fields only, because the documents are not ours to
//! copy. The words are put in from the document while scoring.

use serde_json::{Map, Value};
use std::path::{Path, PathBuf};

/// Where our own annotations lie.
pub(super) const OWN: &str = "crates/reading/gold";

/// The lists of an annotation.
pub(super) const CATEGORIES: [&str; 5] = ["citations", "tasks", "targets", "projects", "proposals"];

/// Fields of a finding that are words of the document and no fact of their own.
const WORDS: [&str; 2] = ["quote", "indicator"];

/// One annotated document.
#[derive(Clone)]
pub(super) struct Annotation {
    /// The name of its file.
    pub(super) name: String,
    /// What was annotated; every finding has its `quote`.
    pub(super) gold: Value,
    /// The genre that it belongs to.
    pub(super) genre: String,
    /// The bytes of the document.
    pub(super) bytes: Vec<u8>,
}

impl Annotation {
    /// Whether nobody looked at the document while rules were written.
    pub(super) fn is_held_out(&self) -> bool {
        self.gold.get("held_out").and_then(Value::as_bool).unwrap_or_default()
    }

    /// The path of the document below the shared folder.
    pub(super) fn document(&self) -> &str {
        self.gold.get("document").and_then(Value::as_str).unwrap_or_default()
    }
}

/// The annotations of a folder, by name, with the words put in.
pub(super) fn read(folder: &Path, shared: &Path) -> Result<Vec<Annotation>, String> {
    json_files(folder)?.iter().map(|path| one(path, shared)).collect()
}

fn json_files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let paths = entries.filter_map(Result::ok).map(|entry| entry.path());
    let mut paths: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|ending| ending == "json")).collect();
    paths.sort();
    Ok(paths)
}

fn one(path: &Path, shared: &Path) -> Result<Annotation, String> {
    let said = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let text = std::fs::read_to_string(path).map_err(|error| said(&error))?;
    let mut gold: Value = serde_json::from_str(&text).map_err(|error| said(&error))?;
    let (bytes, document) = document(&gold, shared).map_err(|error| said(&error))?;
    let characters: Vec<char> = document.chars().collect();
    for finding in findings(&mut gold) {
        put_words_in(finding, &characters).map_err(|error| said(&error))?;
    }
    let field = |name: &str| gold.pointer(name).and_then(Value::as_str).map(str::to_owned);
    let genre = field("/genre").or_else(|| field("/metadata/kind")).unwrap_or_else(|| "other".to_owned());
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(Annotation { name, gold, genre, bytes })
}

/// The bytes of the document of an annotation, and its text.
fn document(gold: &Value, shared: &Path) -> Result<(Vec<u8>, String), String> {
    let path = gold.get("document").and_then(Value::as_str).ok_or("no document")?;
    let bytes = std::fs::read(shared.join(path)).map_err(|error| format!("{path}: {error}"))?;
    let decoded = haidang_reading::decode(path, &bytes).map_err(|error| error.to_string())?;
    Ok((bytes, decoded.text))
}

/// All findings of an annotation.
fn findings(gold: &mut Value) -> impl Iterator<Item = &mut Map<String, Value>> {
    let lists = gold.as_object_mut().into_iter().flatten();
    let lists = lists.filter(|(name, _)| CATEGORIES.contains(&name.as_str()));
    lists.flat_map(|(_, list)| list.as_array_mut().into_iter().flatten()).filter_map(Value::as_object_mut)
}

fn put_words_in(finding: &mut Map<String, Value>, characters: &[char]) -> Result<(), String> {
    if finding.contains_key("quote") {
        return Ok(());
    }
    let place =
        |name: &str| finding.get(name).and_then(Value::as_u64).and_then(|at| usize::try_from(at).ok());
    let (start, end) = place("start").zip(place("end")).ok_or("a finding without a place")?;
    let words =
        characters.get(start..end).ok_or_else(|| format!("{start}..{end} is outside the document"))?;
    finding.insert("quote".to_owned(), words.iter().collect::<String>().into());
    Ok(())
}

/// `cargo xtask gold FILE …`: takes annotations with words, checks them, and keeps them as places and
/// fields in `crates/reading/gold`.
pub(crate) fn keep(files: &[&str], shared: &Path) -> Result<(), String> {
    for file in files {
        let path = Path::new(file);
        let text = std::fs::read_to_string(path).map_err(|error| format!("{file}: {error}"))?;
        let mut gold: Value = serde_json::from_str(&text).map_err(|error| format!("{file}: {error}"))?;
        let (_, document) = document(&gold, shared).map_err(|error| format!("{file}: {error}"))?;
        for category in CATEGORIES {
            let list = gold.get_mut(category).and_then(Value::as_array_mut);
            let mut taken = Vec::new();
            for finding in list.into_iter().flatten().filter_map(Value::as_object_mut) {
                place(finding, &document, &mut taken)
                    .map_err(|error| format!("{file}: {category}: {error}"))?;
            }
        }
        gold.sort_all_objects();
        let name = path.file_name().ok_or_else(|| format!("{file}: no file"))?;
        let to = Path::new(OWN).join(name);
        let text = serde_json::to_string_pretty(&gold).map_err(|error| error.to_string())?;
        std::fs::write(&to, text + "\n").map_err(|error| format!("{}: {error}", to.display()))?;
    }
    Ok(())
}

/// Puts the place of a finding in the stead of its words: the first place that no finding before it has.
pub(super) fn place(
    finding: &mut Map<String, Value>,
    document: &str,
    taken: &mut Vec<(usize, usize)>,
) -> Result<(), String> {
    let quote = finding.get("quote").and_then(Value::as_str).ok_or("a finding without a quote")?.to_owned();
    let words: Vec<String> = quote.split_whitespace().map(regex::escape).collect();
    let pattern = regex::Regex::new(&words.join(r"\s+")).map_err(|error| error.to_string())?;
    let places = pattern.find_iter(document).map(|found| (found.start(), found.end()));
    let free = places.into_iter().find(|place| !taken.contains(place));
    let (start, end) = free.ok_or_else(|| format!("not in the document, or not so often: {quote}"))?;
    taken.push((start, end));
    let characters = |byte: usize| document.get(..byte).map_or(0, |before| before.chars().count());
    finding.insert("start".to_owned(), characters(start).into());
    finding.insert("end".to_owned(), characters(end).into());
    finding.retain(|name, _| !WORDS.contains(&name.as_str()));
    Ok(())
}
