//! Archives of files: one entry after the other is unpacked, never more of it than is taken, so
//! that a small archive cannot fill the memory.

use std::borrow::Cow;
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

/// An archive, and how far it was unpacked.
pub(super) struct Archive {
    zip: ZipArchive<Cursor<Vec<u8>>>,
    next: usize,
}

/// A file in an archive.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Entry {
    /// It could be unpacked.
    File { name: String, bytes: Vec<u8> },
    /// It is longer than is taken.
    TooLarge { name: String, bytes: usize },
    /// It cannot be unpacked without a password.
    Locked { name: String },
    /// It cannot be unpacked.
    Damaged { name: String },
}

/// Whether a file is an archive of files. A DOCX or ODT document is a zip archive as well, but none
/// of files: the name tells.
pub(super) fn is_archive(name: &str, bytes: &[u8]) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    ending.as_deref() == Some("zip") && bytes.starts_with(b"PK")
}

impl Archive {
    /// Opens an archive; nothing when it is damaged.
    pub(super) fn open(bytes: Vec<u8>) -> Option<Self> {
        let zip = ZipArchive::new(Cursor::new(bytes)).ok()?;
        Some(Self { zip, next: 0 })
    }

    /// The next file in it, of which at most so many bytes are unpacked; nothing at the end.
    pub(super) fn next(mut self, most: usize) -> (Self, Option<Entry>) {
        while self.next < self.zip.len() {
            let entry = self.entry(self.next, most);
            self.next += 1;
            if entry.is_some() {
                return (self, entry);
            }
        }
        (self, None)
    }

    /// The entry at this place; nothing when it is no file that a person put there.
    fn entry(&mut self, place: usize, most: usize) -> Option<Entry> {
        let raw = self.zip.by_index_raw(place).ok()?;
        let lossy = || String::from_utf8_lossy(raw.name_raw()).into_owned();
        let name = raw.name().map_or_else(|_| lossy(), Cow::into_owned);
        let locked = raw.encrypted();
        if raw.is_dir() || is_furniture(&name) {
            return None;
        }
        drop(raw);
        if locked {
            return Some(Entry::Locked { name });
        }
        let Ok(file) = self.zip.by_index(place) else { return Some(Entry::Damaged { name }) };
        let size = usize::try_from(file.size()).unwrap_or(usize::MAX);
        let limit = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
        let mut bytes = Vec::new();
        Some(match file.take(limit).read_to_end(&mut bytes) {
            Ok(_) if bytes.len() > most => Entry::TooLarge { name, bytes: size.max(bytes.len()) },
            Ok(_) => Entry::File { name, bytes },
            Err(_) => Entry::Damaged { name },
        })
    }
}

/// What systems put beside the files of people.
fn is_furniture(path: &str) -> bool {
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
    let furniture = ["thumbs.db", "desktop.ini"];
    path.starts_with("__MACOSX/")
        || name.starts_with('.')
        || furniture.contains(&name.to_ascii_lowercase().as_str())
}

#[cfg(test)]
// Tests say what they expect in the shortest way.
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use std::io::Write as _;
    use zip::write::{SimpleFileOptions, ZipWriter};

    fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    fn unpacked(bytes: Vec<u8>, most: usize) -> Vec<Entry> {
        let mut archive = Archive::open(bytes).unwrap();
        let mut entries = Vec::new();
        loop {
            let entry;
            (archive, entry) = archive.next(most);
            match entry {
                Some(entry) => entries.push(entry),
                None => return entries,
            }
        }
    }

    #[test]
    fn files_come_out_one_by_one_and_furniture_stays_inside() {
        let long = vec![b'a'; 100];
        let bytes = archive(&[
            ("công văn/một.txt", b"one"),
            ("__MACOSX/._một.txt", b"x"),
            ("công văn/.DS_Store", b"x"),
            ("Thumbs.db", b"x"),
            ("long.txt", &long),
            ("two.md", b"two"),
        ]);
        let file = |name: &str, bytes: &[u8]| Entry::File { name: name.to_owned(), bytes: bytes.to_vec() };
        let expected = [
            file("công văn/một.txt", b"one"),
            Entry::TooLarge { name: "long.txt".to_owned(), bytes: 100 },
            file("two.md", b"two"),
        ];
        assert_eq!(unpacked(bytes, 50), expected);
    }

    #[test]
    fn what_is_damaged_is_said_and_the_rest_comes_out() {
        let mut bytes = archive(&[("one.txt", b"the first of two files"), ("two.txt", b"two")]);
        let at = bytes.windows(7).position(|window| window == b"one.txt").unwrap() + 12;
        bytes[at] ^= 0xFF;
        let entries = unpacked(bytes, 50);
        assert!(matches!(&entries[0], Entry::Damaged { name } if name == "one.txt"), "{entries:?}");
        assert!(matches!(&entries[1], Entry::File { name, .. } if name == "two.txt"), "{entries:?}");
        assert!(Archive::open(b"PK\x03\x04 cut off".to_vec()).is_none());
    }

    #[test]
    fn the_name_tells_an_archive_from_a_document() {
        assert!(is_archive("hồ sơ.ZIP", b"PK\x03\x04"));
        assert!(!is_archive("kế hoạch.docx", b"PK\x03\x04"));
        assert!(!is_archive("a.zip", b"no archive"));
    }
}
