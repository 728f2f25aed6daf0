//! Alignment against pairs that were checked by hand: `crates/reading/gold/alignment/*.json` hold
//! offsets into the shared documents and no text.

use super::{aligned, text};
use haidang_reading::Bead;
use serde::Deserialize;
use std::ops::Range;
use std::path::{Path, PathBuf};

const GOLD: &str = "crates/reading/gold/alignment";
/// What all pairs together must reach.
const BAR: f64 = 0.95;
/// A side is the same where what both have is at least this share of what both cover together, so
/// that a mark more or less at its end does not count.
const SAME: f64 = 0.8;

/// Stretches of two documents whose right pairs are known.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Gold {
    left: String,
    right: String,
    pairs: Vec<Pair>,
    /// Units of the left document that have no counterpart.
    left_alone: Vec<Stretch>,
    right_alone: Vec<Stretch>,
}

/// Start and end.
type Stretch = [usize; 2];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pair {
    left: Vec<Stretch>,
    right: Vec<Stretch>,
}

/// Pairs in the gold, pairs found in its stretches, and those of them that are right.
#[derive(Default)]
struct Count {
    known: usize,
    found: usize,
    right: usize,
}

impl Count {
    #[allow(clippy::cast_precision_loss)] // hundreds of pairs
    fn f1(&self) -> f64 {
        2.0 * self.right as f64 / (self.known + self.found).max(1) as f64
    }
}

pub(super) fn run() -> Result<(), String> {
    let shared = crate::score::shared()?;
    let mut files: Vec<PathBuf> = std::fs::read_dir(GOLD)
        .map_err(|error| format!("{GOLD}: {error}"))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .collect();
    files.sort();
    let mut all = Count::default();
    for file in files {
        let count = count(&file, &shared)?;
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        println!(
            "{:.3}  {} of {} right, {} found  {name}",
            count.f1(),
            count.right,
            count.known,
            count.found
        );
        all.known += count.known;
        all.found += count.found;
        all.right += count.right;
    }
    println!("{:.3}  {} of {} right, {} found  all", all.f1(), all.right, all.known, all.found);
    if all.f1() < BAR { Err(format!("F1 is {:.3}, below {BAR}", all.f1())) } else { Ok(()) }
}

fn count(file: &Path, shared: &Path) -> Result<Count, String> {
    let words = std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let gold: Gold = serde_json::from_str(&words).map_err(|error| format!("{}: {error}", file.display()))?;
    let (left, right) = (text(&shared.join(&gold.left))?, text(&shared.join(&gold.right))?);
    let alignment = aligned(&left, &right);
    let known = |side: fn(&Pair) -> &Vec<Stretch>, alone: &[Stretch]| -> Vec<Stretch> {
        gold.pairs.iter().flat_map(side).chain(alone).copied().collect()
    };
    let lefts = known(|pair| &pair.left, &gold.left_alone);
    let rights = known(|pair| &pair.right, &gold.right_alone);
    let judged =
        |bead: &&Bead| bead.is_pair() && (touches(&bead.left, &lefts) || touches(&bead.right, &rights));
    let found: Vec<&Bead> = alignment.beads.iter().filter(judged).collect();
    let is_right = |pair: &&Pair| {
        found.iter().any(|bead| same(&bead.left, &pair.left) && same(&bead.right, &pair.right))
    };
    Ok(Count {
        known: gold.pairs.len(),
        found: found.len(),
        right: gold.pairs.iter().filter(is_right).count(),
    })
}

/// Whether units lie for more than half in stretches that are known.
fn touches(units: &[Range<usize>], known: &[Stretch]) -> bool {
    let all: usize = units.iter().map(ExactSizeIterator::len).sum();
    let inside: usize = units
        .iter()
        .flat_map(|unit| {
            known.iter().map(|[start, end]| unit.end.min(*end).saturating_sub(unit.start.max(*start)))
        })
        .sum();
    inside * 2 > all
}

#[allow(clippy::cast_precision_loss)] // lengths of sentences
fn same(units: &[Range<usize>], known: &[Stretch]) -> bool {
    let whole = (units.first().map_or(0, |unit| unit.start), units.last().map_or(0, |unit| unit.end));
    let known = (known.first().map_or(0, |unit| unit[0]), known.last().map_or(0, |unit| unit[1]));
    let shared = whole.1.min(known.1).saturating_sub(whole.0.max(known.0));
    let both = whole.1.max(known.1) - whole.0.min(known.0);
    shared as f64 >= SAME * both as f64
}
