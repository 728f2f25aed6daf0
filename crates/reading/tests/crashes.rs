//! Files that once broke the reader, or were made to: each gives a text or an error, no more.

// Tests say what they expect in the shortest way.
#![allow(clippy::unwrap_used)]

#[test]
fn no_file_breaks_the_reader() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/crashes");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        let _ = haidang_reading::read(&path.display().to_string(), &bytes, None);
    }
}
