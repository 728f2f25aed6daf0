//! The example documents as the reader reads them: snapshots, one for each language version.

// Tests say what they expect in the shortest way.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use haidang_reading::{Reading, read};

fn reading(name: &str, text: &str) -> Reading {
    read(name, text.as_bytes(), None).unwrap().1
}

#[test]
fn the_vietnamese_directive() {
    let reading = reading("chi-thi-05.vi.txt", include_str!("../../../examples/chi-thi-05.vi.txt"));
    insta::assert_json_snapshot!(reading, { ".reader" => "[reader]" });
}

#[test]
fn the_english_directive() {
    let reading = reading("directive-05.en.txt", include_str!("../../../examples/directive-05.en.txt"));
    insta::assert_json_snapshot!(reading, { ".reader" => "[reader]" });
}

#[test]
fn the_french_directive() {
    let reading = reading("directive-05.fr.txt", include_str!("../../../examples/directive-05.fr.txt"));
    insta::assert_json_snapshot!(reading, { ".reader" => "[reader]" });
}

#[test]
fn the_versions_of_one_directive_agree_on_symbol_and_date() {
    let texts = [
        ("vi", include_str!("../../../examples/chi-thi-05.vi.txt")),
        ("en", include_str!("../../../examples/directive-05.en.txt")),
        ("fr", include_str!("../../../examples/directive-05.fr.txt")),
    ];
    for (name, text) in texts {
        let metadata = reading(name, text).metadata;
        assert_eq!(metadata.kind, "directive", "{name}");
        assert_eq!(metadata.symbol.as_deref(), Some("05/CT-UBND"), "{name}");
        assert_eq!(metadata.date.as_deref(), Some("2026-01-15"), "{name}");
    }
}
