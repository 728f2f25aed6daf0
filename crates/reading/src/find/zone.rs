//! What a part of a document is for: its heading says whether it obliges, lists targets, asks
//! other bodies, or only tells.

use super::scene::Scene;
use crate::structure::{Block, Rank};

/// The purpose of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Zone {
    /// Before the first heading of an official document.
    Opening,
    /// It tells: assessment, purpose, definitions, signatures.
    Idle,
    /// It lists what is to be reached.
    Targets,
    /// It obliges.
    Tasks,
    /// It asks other bodies.
    Requests,
    /// Its heading does not say.
    Neutral,
}

/// The zones of all blocks, in their order.
pub(super) fn zones(scene: &Scene<'_>) -> Vec<Zone> {
    let mut headed = scene.is_news();
    let mut signed = false;
    let mut out = Vec::with_capacity(scene.document.blocks.len());
    for (_, block) in scene.blocks() {
        let low = scene.low(block.range.clone());
        if starts_annex(low) {
            signed = false;
        } else if ends_body(low) {
            signed = true;
        }
        headed = headed || (block.marker.is_some() && block.rank <= Rank::Letter);
        let zone = if signed { Zone::Idle } else { zone(scene, block, headed) };
        out.push(zone);
    }
    out
}

/// The zone that the headings above a block give it, the nearest first.
fn zone(scene: &Scene<'_>, block: &Block, headed: bool) -> Zone {
    let own = block.capitals.then(|| of_heading(scene, block)).flatten();
    let above =
        || scene.document.ancestors(block).filter(|b| is_short(scene, b)).find_map(|b| of_heading(scene, b));
    own.or_else(above).unwrap_or(if headed { Zone::Neutral } else { Zone::Opening })
}

fn is_short(scene: &Scene<'_>, block: &Block) -> bool {
    scene.words(block.range.clone()).chars().count() < 220
}

/// What a heading announces. The words that stand first decide: "Mục tiêu, nhiệm vụ".
fn of_heading(scene: &Scene<'_>, block: &Block) -> Option<Zone> {
    let low = scene.low(block.range.clone());
    let lexicon = scene.lexicon;
    let kinds = [
        (&lexicon.request_headings, Zone::Requests),
        (&lexicon.target_headings, Zone::Targets),
        (&lexicon.task_headings, Zone::Tasks),
        (&lexicon.idle_headings, Zone::Idle),
    ];
    let found = kinds.iter().filter_map(|(phrases, zone)| Some((phrases.find(low)?.0, *zone)));
    let (at, zone) = found.min_by_key(|(at, _)| *at)?;
    // A word deep inside a long sentence announces nothing.
    let early = low.get(..at).is_some_and(|before| before.split_whitespace().count() < 5);
    (early && (block.capitals || block.rank < Rank::Letter || block.opens)).then_some(zone)
}

/// Where the body of an official document ends: the list of recipients or the signature.
fn ends_body(low: &str) -> bool {
    let starts = [
        "nơi nhận",
        "tm. ",
        "t/m ",
        "kt. ",
        "tl. ",
        "q. bộ trưởng",
        "recipients:",
        "destinataires",
        "ampliations",
    ];
    starts.iter().any(|start| low.starts_with(start)) && low.chars().count() < 1500
}

/// Where an annex starts behind the signature.
fn starts_annex(low: &str) -> bool {
    let starts = [
        "phụ lục",
        "danh mục",
        "appendix",
        "annex",
        "annexe",
        "phân công nhiệm vụ",
        "bảng phân công",
        "kế hoạch\n",
    ];
    starts.iter().any(|start| low.starts_with(start)) && low.chars().count() < 400
}
