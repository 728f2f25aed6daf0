//! Archives, entry by entry: one entry is in memory at a time, whatever the size of the archive.

use super::{Content, Document, is_document, is_hidden, stem};
use flate2::read::MultiGzDecoder;
use haidang_reading::LARGEST_BYTES;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{SyncSender, sync_channel};

/// The kinds of archive that are opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Zip,
    Tar,
    TarGz,
}

/// Whether a file is an archive, by its name.
pub(super) fn is_archive(path: &Path) -> bool {
    kind(path).is_some()
}

fn kind(path: &Path) -> Option<Kind> {
    ending(path).map(|(_, kind)| kind)
}

fn ending(path: &Path) -> Option<(&'static str, Kind)> {
    let name = path.file_name()?.to_string_lossy().to_lowercase();
    let endings = [(".zip", Kind::Zip), (".tar", Kind::Tar), (".tar.gz", Kind::TarGz), (".tgz", Kind::TarGz)];
    endings.into_iter().find(|(ending, _)| name.ends_with(ending))
}

/// The folder for the readings of an archive: its path without the whole ending.
fn folder(path: &Path) -> PathBuf {
    let file = stem(path);
    let double = ending(path).is_some_and(|(ending, _)| ending == ".tar.gz");
    if double { file.with_extension("") } else { file }
}

/// The documents in an archive, in its order. What is wrong with the archive or an entry is a document
/// without content.
pub(super) fn documents(path: PathBuf, inside: PathBuf) -> Box<dyn Iterator<Item = Document> + Send> {
    // The libraries lend an entry and take it back before the next one: a thread of its own turns that
    // into a stream. It waits while nobody asks, and ends when nobody listens.
    let (to, from) = sync_channel(1);
    std::thread::spawn(move || {
        let out = Out { to, name: path.display().to_string(), inside: folder(&inside) };
        let opened = File::open(&path).map_err(|error| error.to_string());
        let sent = opened.and_then(|file| match kind(&path) {
            Some(Kind::Zip) => zip(file, &out),
            Some(Kind::TarGz) => tar(MultiGzDecoder::new(BufReader::new(file)), &out),
            Some(Kind::Tar) | None => tar(BufReader::new(file), &out),
        });
        if let Err(problem) = sent {
            out.send(None, Content::Missing(problem));
        }
    });
    Box::new(from.into_iter())
}

/// Where entries go.
struct Out {
    to: SyncSender<Document>,
    name: String,
    inside: PathBuf,
}

impl Out {
    /// Sends an entry, or the archive itself; whether anybody still listens.
    fn send(&self, entry: Option<&str>, content: Content) -> bool {
        let name = entry.map_or_else(|| self.name.clone(), |entry| format!("{}/{entry}", self.name));
        let file = entry.map_or_else(PathBuf::new, |entry| self.inside.join(stem(Path::new(entry))));
        self.to.send(Document { name, file, content }).is_ok()
    }
}

fn wanted(entry: &str) -> bool {
    is_document(Path::new(entry)) && !is_hidden(Path::new(entry))
}

fn zip(file: File, out: &Out) -> Result<(), String> {
    let told = |error: zip::result::ZipError| format!("the archive cannot be read: {error}");
    let mut archive = zip::ZipArchive::new(BufReader::new(file)).map_err(told)?;
    for number in 0..archive.len() {
        let name = match archive.name_for_index(number) {
            Some(Ok(name)) => name.into_owned(),
            // A name that cannot be said still gets its line.
            Some(Err(_)) | None => format!("entry {}.txt", number + 1),
        };
        if !wanted(&name) {
            continue;
        }
        let content = match archive.by_index(number) {
            Ok(entry) => content(entry),
            Err(error) => Content::Missing(error.to_string()),
        };
        if !out.send(Some(&name), content) {
            return Ok(());
        }
    }
    Ok(())
}

fn tar(file: impl Read, out: &Out) -> Result<(), String> {
    let told = |error: std::io::Error| format!("the archive cannot be read: {error}");
    let mut archive = tar::Archive::new(file);
    for entry in archive.entries().map_err(told)? {
        let entry = entry.map_err(told)?;
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        let name = name.trim_start_matches("./").to_owned();
        if entry.header().entry_type().is_file() && wanted(&name) && !out.send(Some(&name), content(entry)) {
            return Ok(());
        }
    }
    Ok(())
}

/// The bytes of an entry; of one that is too large no more than shows that.
fn content(entry: impl Read) -> Content {
    let most = u64::try_from(LARGEST_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    match entry.take(most).read_to_end(&mut bytes) {
        Ok(_) => Content::Bytes(bytes),
        Err(error) => Content::Missing(error.to_string()),
    }
}
