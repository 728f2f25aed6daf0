//! Where documents come from: files, folders, archives, patterns, standard input.

mod archive;

use haidang_reading::LARGEST_BYTES;
use std::collections::BTreeSet;
use std::io::Read as _;
use std::path::{Component, Path, PathBuf};

/// Endings of files that are documents; in a folder or an archive other files are left aside.
const DOCUMENTS: [&str; 14] = [
    "txt", "md", "markdown", "html", "htm", "xhtml", "pdf", "docx", "docm", "doc", "odt", "rtf", "xlsx",
    "xls",
];

/// A document to read.
pub(super) struct Document {
    /// Its path, through folders and archives.
    pub(super) name: String,
    /// Where its reading goes in a folder: a path without ending.
    pub(super) file: PathBuf,
    pub(super) content: Content,
}

/// Where its bytes are.
pub(super) enum Content {
    Standard,
    File(PathBuf),
    Bytes(Vec<u8>),
    /// Nowhere, and why.
    Missing(String),
}

impl Content {
    /// The bytes, or why there are none. Of a file that is too large no more is taken than shows that.
    pub(super) fn bytes(self) -> Result<Vec<u8>, String> {
        let most = u64::try_from(LARGEST_BYTES).unwrap_or(u64::MAX).saturating_add(1);
        let mut bytes = Vec::new();
        let taken = match self {
            Self::Bytes(bytes) => return Ok(bytes),
            Self::Missing(problem) => return Err(problem),
            Self::Standard => std::io::stdin().lock().take(most).read_to_end(&mut bytes),
            Self::File(path) => {
                std::fs::File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes))
            }
        };
        taken.map(|_| bytes).map_err(|error| error.to_string())
    }
}

/// What was named on the command line, with folders and patterns looked up.
pub(super) struct Inputs {
    found: Vec<Found>,
}

enum Found {
    Standard,
    /// A file, and its path in the folder that it was found in.
    File {
        path: PathBuf,
        inside: PathBuf,
    },
    Missing {
        name: String,
        problem: String,
    },
}

impl Inputs {
    /// Looks the names up. Folders are walked in the order of names; hidden files are left aside.
    pub(super) fn list(names: &[PathBuf]) -> Self {
        Self { found: names.iter().flat_map(|name| look_up(name)).collect() }
    }

    /// How many there are, an archive counting as one.
    pub(super) fn len(&self) -> usize {
        self.found.len()
    }

    /// Whether there may be more than one document.
    pub(super) fn may_be_several(&self) -> bool {
        let archive = |found: &Found| matches!(found, Found::File { path, .. } if archive::is_archive(path));
        self.found.len() > 1 || self.found.iter().any(archive)
    }

    /// The documents in their order, archives opened one by one as they are reached.
    pub(super) fn documents(self) -> impl Iterator<Item = Document> + Send {
        let mut taken = BTreeSet::new();
        let all = self.found.into_iter().flat_map(documents_of);
        all.map(move |document| Document { file: free(&mut taken, document.file), ..document })
    }
}

fn look_up(name: &Path) -> Vec<Found> {
    if name == Path::new("-") {
        return vec![Found::Standard];
    }
    if name.is_dir() {
        return walk(name);
    }
    let pattern = name.to_string_lossy();
    if name.exists() || !pattern.contains(['*', '?', '[']) {
        return vec![file(name)];
    }
    let missing = |problem: String| vec![Found::Missing { name: pattern.clone().into_owned(), problem }];
    match glob::glob(&pattern) {
        Err(error) => missing(format!("this is no pattern: {error}")),
        Ok(paths) => {
            let found: Vec<Found> = paths.map(matched).filter(is_no_folder).collect();
            if found.is_empty() { missing("no file matches".to_owned()) } else { found }
        }
    }
}

fn matched(path: glob::GlobResult) -> Found {
    match path {
        Ok(path) => file(&path),
        Err(error) => {
            Found::Missing { name: error.path().display().to_string(), problem: error.error().to_string() }
        }
    }
}

fn is_no_folder(found: &Found) -> bool {
    !matches!(found, Found::File { path, .. } if path.is_dir())
}

fn file(path: &Path) -> Found {
    Found::File { path: path.to_owned(), inside: path.file_name().map_or_else(PathBuf::new, PathBuf::from) }
}

fn walk(folder: &Path) -> Vec<Found> {
    let shown = |entry: &walkdir::DirEntry| entry.depth() == 0 || !is_hidden(Path::new(entry.file_name()));
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(shown);
    let found = entries.filter_map(|entry| match entry {
        Ok(entry) => {
            let path = entry.path();
            let wanted = entry.file_type().is_file() && (is_document(path) || archive::is_archive(path));
            let inside = path.strip_prefix(folder).unwrap_or(path).to_owned();
            wanted.then(|| Found::File { path: path.to_owned(), inside })
        }
        Err(error) => {
            let name = error.path().unwrap_or(folder).display().to_string();
            Some(Found::Missing { name, problem: error.to_string() })
        }
    });
    found.collect()
}

/// Whether the ending of a name is that of a document.
fn is_document(name: &Path) -> bool {
    let ending = name.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| DOCUMENTS.contains(&ending.as_str()))
}

fn is_hidden(name: &Path) -> bool {
    let mut parts = name.components().filter(|part| matches!(part, Component::Normal(_)));
    parts.any(|part| {
        let part = part.as_os_str().to_string_lossy();
        part.starts_with('.') || part == "__MACOSX"
    })
}

fn documents_of(found: Found) -> Box<dyn Iterator<Item = Document> + Send> {
    let one = |document| Box::new(std::iter::once(document));
    match found {
        Found::Standard => {
            one(Document { name: "-".to_owned(), file: PathBuf::from("stdin"), content: Content::Standard })
        }
        Found::Missing { name, problem } => {
            one(Document { name, file: PathBuf::new(), content: Content::Missing(problem) })
        }
        Found::File { path, inside } if archive::is_archive(&path) => archive::documents(path, inside),
        Found::File { path, inside } => one(Document {
            name: path.display().to_string(),
            file: stem(&inside),
            content: Content::File(path),
        }),
    }
}

/// A path inside a folder without the ending, and without anything that leads out of the folder.
fn stem(path: &Path) -> PathBuf {
    let inside = path.components().filter(|part| matches!(part, Component::Normal(_)));
    inside.collect::<PathBuf>().with_extension("")
}

/// A path that no document before took: the second gets `-2`.
fn free(taken: &mut BTreeSet<PathBuf>, file: PathBuf) -> PathBuf {
    if file.as_os_str().is_empty() || taken.insert(file.clone()) {
        return file;
    }
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let numbered = (2..).map(|number| file.with_file_name(format!("{name}-{number}")));
    numbered.into_iter().find(|file| taken.insert(file.clone())).unwrap_or(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leads_out_of_the_folder() {
        let table = [
            ("plans/a.vi.txt", "plans/a.vi"),
            ("../../etc/passwd.txt", "etc/passwd"),
            ("/etc/a.txt", "etc/a"),
            ("./a", "a"),
        ];
        for (path, expected) in table {
            assert_eq!(stem(Path::new(path)), Path::new(expected), "{path}");
        }
    }

    #[test]
    fn two_documents_of_one_name_stay_two() {
        let mut taken = BTreeSet::new();
        let given: Vec<PathBuf> =
            ["a", "a", "b", "a"].map(|name| free(&mut taken, PathBuf::from(name))).into();
        assert_eq!(given, ["a", "a-2", "b", "a-3"].map(PathBuf::from));
    }

    #[test]
    fn documents_and_other_files() {
        for (name, expected) in [("a.TXT", true), ("a.docx", true), ("a.png", false), ("a", false)] {
            assert_eq!(is_document(Path::new(name)), expected, "{name}");
        }
        for (name, expected) in [(".git/a.txt", true), ("__MACOSX/a.txt", true), ("../b/a.txt", false)] {
            assert_eq!(is_hidden(Path::new(name)), expected, "{name}");
        }
    }
}
