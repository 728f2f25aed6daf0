//! The documents that exports are tried on: our examples, and the shared ones where they are there.

use haidang_reading::{Reading, read};
use haidang_testkit::shared::{project, shared};
use std::path::{Path, PathBuf};

/// Name, text and reading of every document.
pub(crate) fn all() -> Vec<(String, String, Reading)> {
    let mut paths = texts(&project().join("examples"));
    paths.extend(shared("documents").iter().flat_map(|folder| texts(folder)));
    let read = |path: &PathBuf| {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let (text, reading) = read(&name, &std::fs::read(path).unwrap(), None).ok()?;
        Some((name, text, reading))
    };
    paths.iter().filter_map(read).collect()
}

/// The texts below a folder, in the order of their names.
fn texts(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            found.extend(texts(&path));
        } else if path.extension().is_some_and(|ending| ending == "txt") {
            found.push(path);
        }
    }
    found.sort();
    found
}
