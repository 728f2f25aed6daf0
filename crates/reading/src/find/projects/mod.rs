//! Named works and investments, each at its first mention.

mod english;
mod french;
mod pairs;
#[cfg(test)]
mod tests;
mod vietnamese;

use super::scene::Scene;
use crate::Language;
use crate::reading::Project;
use std::collections::BTreeSet;
use std::ops::Range;

/// All projects in the order of the text.
pub(super) fn find(scene: &Scene<'_>) -> Vec<Project> {
    let found = match scene.language() {
        Language::Vi => vietnamese::find(scene),
        Language::En => english::find(scene),
        Language::Fr => french::find(scene),
    };
    first_mentions(scene, found)
}

struct Named {
    range: Range<usize>,
    kind: String,
    confidence: f64,
}

/// Each name once; a name inside another one of the same place is none.
fn first_mentions(scene: &Scene<'_>, mut found: Vec<Named>) -> Vec<Project> {
    found.sort_by_key(|named| (named.range.start, std::cmp::Reverse(named.range.end)));
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut end = 0;
    let mut out = Vec::new();
    for named in found {
        let key = core(scene, scene.low(named.range.clone()));
        let phase = format!("{key} giai đoạn ");
        let of_phase = seen.range(phase.clone()..).next().is_some_and(|next| next.starts_with(&phase));
        if named.range.start < end || of_phase || !seen.insert(key) {
            continue;
        }
        end = named.range.end;
        out.push(Project {
            span: super::span(scene, named.range, named.confidence, "project.name"),
            kind: named.kind,
        });
    }
    out
}

/// The name without the words that only say that it is a project and of what kind: "Dự án đường cao tốc
/// A - B" and "cao tốc A - B" are one.
fn core(scene: &Scene<'_>, low: &str) -> String {
    let mut name = low;
    for prefix in ["dự án ", "đầu tư ", "xây dựng ", "mở rộng ", "the ", "new ", "project to ", "tuyến "]
    {
        name = name.strip_prefix(prefix).unwrap_or(name);
    }
    // Roads are named with all kinds of heads; what parts them is what they join.
    if name.contains(" - ") || name.contains(" – ") {
        while let Some((length, kind)) = scene.lexicon.projects.at_start(name) {
            if !matches!(kind, "road" | "railway") {
                break;
            }
            name = name.get(length..).unwrap_or_default().trim_start();
        }
    }
    let short = [("kcn ", "khu công nghiệp "), ("ccn ", "cụm công nghiệp "), ("kđt ", "khu đô thị ")];
    let whole = short.iter().find_map(|(short, whole)| Some(format!("{whole}{}", name.strip_prefix(short)?)));
    whole.unwrap_or_else(|| name.to_owned()).replace('–', "-").replace("số 0", "số ")
}

/// A head of the lexicon at a word.
fn head_at(scene: &Scene<'_>, low: &str, at: usize) -> Option<(usize, &'static str)> {
    scene.lexicon.projects.at_start(low.get(at..)?)
}
