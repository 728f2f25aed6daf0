//! `cargo xtask tidy`: sizes of files and functions, the direction of dependencies, the words of
//! the three languages, and the glossary. Prints every offence with its place.

mod dependencies;
mod locales;
mod sizes;

use std::path::{Path, PathBuf};

/// One offence against the order of the house.
pub(crate) struct Offence {
    /// Where.
    pub(crate) place: String,
    /// What.
    pub(crate) problem: String,
}

impl Offence {
    pub(crate) fn new(place: impl Into<String>, problem: impl Into<String>) -> Self {
        Self { place: place.into(), problem: problem.into() }
    }
}

pub(crate) fn run() -> Result<(), String> {
    let root = Path::new(".");
    let mut offences = sizes::check(root)?;
    offences.extend(dependencies::check(root)?);
    offences.extend(locales::check(root)?);
    if offences.is_empty() {
        println!("tidy");
        return Ok(());
    }
    let lines: Vec<String> = offences.iter().map(|o| format!("{}: {}", o.place, o.problem)).collect();
    Err(format!("{}\n{} offences", lines.join("\n"), offences.len()))
}

/// Files below a folder with an ending, in order; build output left out.
pub(crate) fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let hidden = |name: &str| matches!(name, "target" | "node_modules" | "dist" | ".git");
    let walk = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter();
    let kept = walk.filter_entry(|entry| !hidden(&entry.file_name().to_string_lossy()));
    let found = kept.filter_map(Result::ok).map(walkdir::DirEntry::into_path);
    found.filter(|path| path.extension().is_some_and(|e| e == ending)).collect()
}
