//! Confidence: how often findings of a rule were right, and whether "0.9 sure" means it.
//!
//! A rule gives each finding a grade. The table in `crates/reading/src/find/confidence.toml` says how
//! often findings of that rule and grade were right on the annotated documents, drawn towards the
//! share of all findings where a rule found few. What the table promises for documents that it has
//! not seen is measured by leaving out one genre after the other.

use super::gold::{Annotation, CATEGORIES};
use haidang_reading::Reading;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// Where the table lies.
const TABLE: &str = "crates/reading/src/find/confidence.toml";

/// How many findings of the average kind each rule is given to begin with.
const PRIOR: f64 = 4.0;

/// A finding of the reader, judged.
struct Judged {
    genre: String,
    rule: String,
    grade: f64,
    right: bool,
}

/// How many were right of how many.
#[derive(Default, Clone, Copy)]
struct Tally {
    right: f64,
    all: f64,
}

impl Tally {
    fn add(&mut self, right: bool) {
        self.right += f64::from(u8::from(right));
        self.all += 1.0;
    }

    fn share(self, prior: f64) -> f64 {
        (self.right + PRIOR * prior) / (self.all + PRIOR)
    }
}

/// What a table of confidence says.
struct Table {
    overall: f64,
    by_rule: BTreeMap<String, Tally>,
    by_grade: BTreeMap<(String, String), Tally>,
}

impl Table {
    fn of<'a>(judged: impl Iterator<Item = &'a Judged>) -> Self {
        let mut all = Tally::default();
        let mut by_rule: BTreeMap<String, Tally> = BTreeMap::new();
        let mut by_grade: BTreeMap<(String, String), Tally> = BTreeMap::new();
        for one in judged {
            all.add(one.right);
            by_rule.entry(one.rule.clone()).or_default().add(one.right);
            by_grade.entry((one.rule.clone(), key(one.grade))).or_default().add(one.right);
        }
        Self { overall: if all.all > 0.0 { all.right / all.all } else { 0.8 }, by_rule, by_grade }
    }

    /// A grade is drawn towards its rule, and a rule towards all.
    fn confidence(&self, rule: &str, grade: f64) -> f64 {
        let of_rule = self.by_rule.get(rule).copied().unwrap_or_default().share(self.overall);
        let of_grade = self.by_grade.get(&(rule.to_owned(), key(grade))).copied().unwrap_or_default();
        of_grade.share(of_rule).clamp(0.05, 0.99)
    }
}

fn key(grade: f64) -> String {
    format!("{grade:.2}")
}

/// Writes the table from all annotated documents.
pub(super) fn save(annotations: &[Annotation]) -> Result<(), String> {
    let judged = judge(annotations)?;
    let table = Table::of(judged.iter());
    let mut text = String::from(
        "# How often findings of a rule and grade were right on the annotated documents.\n\
         # Written by `cargo xtask score --calibrate`; not by hand.\n",
    );
    let rules: BTreeSet<&String> = table.by_rule.keys().collect();
    for rule in rules {
        let grades = table.by_grade.keys().filter(|(of, _)| of == rule);
        let grades: Vec<String> = grades
            .map(|(_, grade)| {
                let confidence = table.confidence(rule, grade.parse().unwrap_or_default());
                format!("\"{grade}\" = {confidence:.2}")
            })
            .collect();
        let _ = writeln!(text, "\"{rule}\" = {{ {} }}", grades.join(", "));
    }
    std::fs::write(TABLE, text).map_err(|error| format!("{TABLE}: {error}"))
}

/// Said and right, by tenths of confidence, each genre judged by the table of the others.
pub(super) fn reliability(annotations: &[Annotation]) -> Result<String, String> {
    let judged = judge(annotations)?;
    let genres: BTreeSet<&str> = judged.iter().map(|one| one.genre.as_str()).collect();
    let mut bins: BTreeMap<u32, (f64, Tally)> = BTreeMap::new();
    for genre in genres {
        let others = Table::of(judged.iter().filter(|one| one.genre != genre));
        for one in judged.iter().filter(|one| one.genre == genre) {
            let said = others.confidence(&one.rule, one.grade);
            let bin = bins.entry(bin_of(said)).or_default();
            bin.0 += said;
            bin.1.add(one.right);
        }
    }
    let mut out = String::from("| said | findings | said on average | right |\n|---|---|---|---|\n");
    let (mut off, mut all) = (0.0, 0.0);
    for (bin, (said, tally)) in bins {
        let (said, right) = (said / tally.all, tally.right / tally.all);
        off += (said - right).abs() * tally.all;
        all += tally.all;
        let from = f64::from(bin) / 20.0;
        let _ = writeln!(out, "| {from:.2}–{:.2} | {} | {said:.2} | {right:.2} |", from + 0.05, tally.all);
    }
    let _ = writeln!(out, "\nMean distance of said and right: {:.3}", off / f64::max(all, 1.0));
    Ok(out)
}

// Bins of 0.05 between 0 and 1: the cast cannot lose anything.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn bin_of(said: f64) -> u32 {
    (said * 20.0).floor().clamp(0.0, 19.0) as u32
}

fn judge(annotations: &[Annotation]) -> Result<Vec<Judged>, String> {
    let mut out = Vec::new();
    for annotation in annotations {
        let (text, reading) = haidang_reading::read(annotation.document(), &annotation.bytes, None)
            .map_err(|error| error.to_string())?;
        for category in CATEGORIES {
            let found = found(&reading, category);
            let right = matched(&wanted(&annotation.gold, category, &text), &found);
            out.extend(found.into_iter().zip(right).map(|(one, right)| Judged {
                genre: annotation.genre.clone(),
                rule: one.rule,
                grade: one.grade,
                right,
            }));
        }
    }
    Ok(out)
}

/// A finding as far as it is judged.
struct Found {
    start: usize,
    end: usize,
    symbol: Option<String>,
    rule: String,
    grade: f64,
}

fn found(reading: &Reading, category: &str) -> Vec<Found> {
    let of = |span: &haidang_reading::Span, symbol: Option<String>| Found {
        start: span.start,
        end: span.end,
        symbol,
        rule: span.rule.clone(),
        grade: span.grade,
    };
    match category {
        "citations" => reading.citations.iter().map(|c| of(&c.span, c.symbol.as_deref().map(fold))).collect(),
        "tasks" => reading.tasks.iter().map(|t| of(&t.span, None)).collect(),
        "targets" => reading.targets.iter().map(|t| of(&t.span, None)).collect(),
        "projects" => reading.projects.iter().map(|p| of(&p.span, None)).collect(),
        _ => reading.proposals.iter().map(|p| of(&p.span, None)).collect(),
    }
}

/// `07/NQ-CP` is `7/NQ-CP`, and Đ is D.
fn fold(symbol: &str) -> String {
    let upper = symbol.to_uppercase().replace('Đ', "D").replace(' ', "");
    upper.trim_start_matches('0').to_owned()
}

/// The places of annotated findings; those of the shared annotations are looked up by their words.
fn wanted(gold: &Value, category: &str, text: &str) -> Vec<(usize, usize, Option<String>)> {
    let mut taken = Vec::new();
    let list = gold.get(category).and_then(Value::as_array).into_iter().flatten();
    let mut out = Vec::new();
    for finding in list {
        let mut finding = finding.as_object().cloned().unwrap_or_default();
        let symbol = finding.get("symbol").and_then(Value::as_str).map(fold);
        if !finding.contains_key("start") && super::gold::place(&mut finding, text, &mut taken).is_err() {
            continue;
        }
        let at =
            |name: &str| finding.get(name).and_then(Value::as_u64).and_then(|at| usize::try_from(at).ok());
        out.extend(at("start").zip(at("end")).map(|(start, end)| (start, end, symbol)));
    }
    out
}

/// Which of the found are right: half of what both cover together is shared, one to one, the best first.
fn matched(wanted: &[(usize, usize, Option<String>)], found: &[Found]) -> Vec<bool> {
    let mut pairs = Vec::new();
    for (w, (start, end, symbol)) in wanted.iter().enumerate() {
        for (f, one) in found.iter().enumerate() {
            let shared = one.end.min(*end).saturating_sub(one.start.max(*start));
            let both = one.end.max(*end) - one.start.min(*start);
            if 2 * shared >= both && *symbol == one.symbol {
                pairs.push((shared * 10_000 / both.max(1), w, f));
            }
        }
    }
    pairs.sort_unstable_by(|a, b| b.cmp(a));
    let mut used = BTreeSet::new();
    let mut right = vec![false; found.len()];
    for (_, w, f) in pairs {
        if let Some(slot) = right.get_mut(f).filter(|slot| !**slot) {
            *slot = used.insert(w);
        }
    }
    right
}
