//! A folder of readings that can be gone on with: a list of what was read, by the hash of the document
//! and the version of the reader. Files are written beside and renamed, and listed after that, so a run
//! that is killed leaves neither half a file nor a file that is taken for whole.

use super::form::Form;
use crate::error::Failure;
use haidang_reading::READER;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// The list in the folder: JSON lines, the last one of a document counts.
const LIST: &str = "manifest.jsonl";

/// A folder that readings are written into.
pub(super) struct Folder {
    path: PathBuf,
    ending: &'static str,
    settings: String,
    /// What earlier runs wrote, by document.
    earlier: BTreeMap<String, Kept>,
    list: Mutex<File>,
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Kept {
    /// The path of the document, as it was found.
    path: String,
    /// SHA-256 of its bytes.
    sha256: String,
    /// The reader with its version.
    reader: String,
    /// Format, and language and country where they were given.
    settings: String,
    /// The file in the folder.
    #[serde(default)]
    file: String,
}

impl Folder {
    /// Makes the folder where it is missing, and looks what is in it.
    pub(super) fn open(path: &Path, form: &Form) -> Result<Self, Failure> {
        let told = |error: std::io::Error| Failure::Said(format!("{}: {error}", path.display()));
        std::fs::create_dir_all(path).map_err(told)?;
        let mut list =
            OpenOptions::new().create(true).read(true).append(true).open(path.join(LIST)).map_err(told)?;
        let earlier = earlier(&mut list).map_err(told)?;
        let settings = form.settings();
        Ok(Self { path: path.to_owned(), ending: form.ending(), settings, earlier, list: Mutex::new(list) })
    }

    /// What the list would say of a document.
    pub(super) fn entry(&self, path: &str, bytes: &[u8]) -> Kept {
        let sha256 = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        let (reader, settings) = (READER.to_owned(), self.settings.clone());
        Kept { path: path.to_owned(), sha256, reader, settings, file: String::new() }
    }

    /// Whether an earlier run read the same bytes with the same reader, and the file is still there.
    pub(super) fn has(&self, entry: &Kept) -> bool {
        self.earlier.get(&entry.path).is_some_and(|kept| {
            let same = Kept { file: kept.file.clone(), ..entry.clone() };
            same == *kept && self.path.join(&kept.file).is_file()
        })
    }

    /// Writes a reading; `stem` is the path of the file in the folder, without its ending.
    pub(super) fn write(&self, entry: Kept, stem: &Path, text: &str) -> std::io::Result<Kept> {
        let name = stem.file_name().unwrap_or_default().to_string_lossy();
        let file = stem.with_file_name(format!("{name}.{}", self.ending));
        let whole = self.path.join(&file);
        let part = self.path.join(stem.with_file_name(format!(".{name}.{}.part", self.ending)));
        if let Some(folder) = whole.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(&part, text)?;
        std::fs::rename(part, whole)?;
        Ok(Kept { file: file.to_string_lossy().into_owned(), ..entry })
    }

    /// Adds a line to the list.
    pub(super) fn remember(&self, kept: &Kept) -> Result<(), Failure> {
        let line = serde_json::to_string(kept)? + "\n";
        Ok(self.list.lock().unwrap_or_else(PoisonError::into_inner).write_all(line.as_bytes())?)
    }
}

/// The lines of a list. Half a line at the end, of a run that was killed, is ended and passed over.
fn earlier(list: &mut File) -> std::io::Result<BTreeMap<String, Kept>> {
    let mut text = String::new();
    list.seek(SeekFrom::Start(0))?;
    list.read_to_string(&mut text)?;
    if !text.is_empty() && !text.ends_with('\n') {
        list.write_all(b"\n")?;
    }
    let lines = text.lines().filter_map(|line| serde_json::from_str::<Kept>(line).ok());
    Ok(lines.map(|kept| (kept.path.clone(), kept)).collect())
}
