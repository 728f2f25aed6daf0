//! `cargo xtask align LEFT RIGHT`: two files side by side, one bead a paragraph, with what the
//! readings of both say of each other. `cargo xtask align --coverage HIGHER LOWER`: which
//! commitments of the one the other carries out. `cargo xtask align --score`: how many of the pairs
//! that were checked by hand are found.

mod score;

use haidang_reading::{
    Alignment, Bead, FindingAt, Reading, Version, align, coverage, decode, join, read_text, recognise,
    same_instrument,
};
use std::ops::Range;
use std::path::Path;

pub(crate) fn run(arguments: &[&str]) -> Result<(), String> {
    match arguments {
        ["--score"] => score::run(),
        ["--coverage", higher, lower] => show_coverage(Path::new(higher), Path::new(lower)),
        [left, right] => show(Path::new(left), Path::new(right)),
        _ => Err("usage: cargo xtask align --score | [--coverage] LEFT RIGHT".to_owned()),
    }
}

fn show(left: &Path, right: &Path) -> Result<(), String> {
    let (left, right) = (text(left)?, text(right)?);
    let alignment = aligned(&left, &right);
    let (lefts, rights) = (characters(&left), characters(&right));
    for (at, bead) in alignment.beads.iter().enumerate() {
        println!("{at} {}-{} {:.2}", bead.left.len(), bead.right.len(), bead.score);
        side("<", &lefts, &bead.left);
        side(">", &rights, &bead.right);
    }
    for difference in &alignment.differences {
        println!("{difference:?}");
    }
    relate(&left, &right, &alignment);
    let pairs = alignment.beads.iter().filter(|bead: &&Bead| bead.is_pair()).count();
    println!("{pairs} pairs in {} beads, {} differences", alignment.beads.len(), alignment.differences.len());
    Ok(())
}

fn show_coverage(higher: &Path, lower: &Path) -> Result<(), String> {
    let (higher, lower) = (read_text(&text(higher)?, None), read_text(&text(lower)?, None));
    let rows = coverage(&higher, &lower);
    for row in &rows {
        println!("= {}", quote(&higher, row.higher));
        for found in &row.matches {
            println!("  {:.2} {}", found.similarity, quote(&lower, found.lower));
        }
    }
    let covered = rows.iter().filter(|row| !row.matches.is_empty()).count();
    println!("{covered} of {} commitments have a match", rows.len());
    Ok(())
}

fn quote(reading: &Reading, at: FindingAt) -> String {
    reading.span(at).map(|span| span.quote.replace('\n', " ")).unwrap_or_default()
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

fn characters(text: &str) -> Vec<char> {
    text.chars().collect()
}

fn side(sign: &str, text: &[char], places: &[Range<usize>]) {
    for place in places {
        let words: String = text.get(place.clone()).unwrap_or_default().iter().collect();
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
