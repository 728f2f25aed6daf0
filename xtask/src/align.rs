//! `cargo xtask align LEFT RIGHT`: two files side by side, one bead a paragraph.

use haidang_reading::{Alignment, Bead, Version, align, decode, recognise};
use std::ops::Range;
use std::path::Path;

pub(crate) fn run(arguments: &[&str]) -> Result<(), String> {
    match arguments {
        [left, right] => show(Path::new(left), Path::new(right)),
        _ => Err("usage: cargo xtask align LEFT RIGHT".to_owned()),
    }
}

fn show(left: &Path, right: &Path) -> Result<(), String> {
    let (left, right) = (text(left)?, text(right)?);
    let alignment = aligned(&left, &right);
    for (at, bead) in alignment.beads.iter().enumerate() {
        println!("{at} {}-{} {:.2}", bead.left.len(), bead.right.len(), bead.score);
        side("<", &left, &bead.left);
        side(">", &right, &bead.right);
    }
    for difference in &alignment.differences {
        println!("{difference:?}");
    }
    let pairs = alignment.beads.iter().filter(|bead: &&Bead| bead.is_pair()).count();
    println!("{pairs} pairs in {} beads, {} differences", alignment.beads.len(), alignment.differences.len());
    Ok(())
}

fn side(sign: &str, text: &str, places: &[Range<usize>]) {
    for place in places {
        let words: String = text.chars().skip(place.start).take(place.len()).collect();
        println!("  {sign} {}..{} {}", place.start, place.end, words.replace('\n', " "));
    }
}

fn text(path: &Path) -> Result<String, String> {
    let name = path.display().to_string();
    let bytes = std::fs::read(path).map_err(|error| format!("{name}: {error}"))?;
    decode(&name, &bytes).map(|decoded| decoded.text).map_err(|error| error.to_string())
}

fn aligned(left: &str, right: &str) -> Alignment {
    align(
        Version { text: left, language: recognise(left) },
        Version { text: right, language: recognise(right) },
    )
}
