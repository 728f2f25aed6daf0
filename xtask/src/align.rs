//! `cargo xtask align LEFT RIGHT`: two files side by side, one bead a paragraph.

use haidang_reading::{
    Alignment, Bead, Reading, Version, align, decode, join, read_text, recognise, same_instrument,
};
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
    relate(&left, &right, &alignment);
    let pairs = alignment.beads.iter().filter(|bead: &&Bead| bead.is_pair()).count();
    println!("{pairs} pairs in {} beads, {} differences", alignment.beads.len(), alignment.differences.len());
    Ok(())
}

/// What the readings of both say of each other.
fn relate(left: &str, right: &str, alignment: &Alignment) {
    let (a, b) = (read_text(left, None), read_text(right, None));
    println!("{:?}", same_instrument(&a, left, &b, right));
    for joined in join(alignment, &a, &b) {
        let quote =
            |reading: &Reading, at| reading.span(at).map(|span| span.quote.clone()).unwrap_or_default();
        println!("joined {:?} {:.2}", joined.left.kind, joined.similarity);
        println!("  < {}", quote(&a, joined.left));
        println!("  > {}", quote(&b, joined.right));
    }
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
