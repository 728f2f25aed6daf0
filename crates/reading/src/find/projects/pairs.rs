//! Roads and railways by what they join: "Bình Minh - Cửa khẩu Sơn Hạ", in passages about roads and in
//! lists of projects.

use super::Named;
use crate::find::scene::Scene;
use crate::words::is_capital;
use std::ops::Range;

/// Words behind which a pair of places is a project.
const LISTS: &str = "dự án ";

pub(super) fn find(scene: &Scene<'_>) -> Vec<Named> {
    let mut out = Vec::new();
    for (_, block) in scene.blocks() {
        let text = scene.words(block.range.clone());
        if block.capitals || !(text.contains(" - ") || text.contains(" – ")) {
            continue;
        }
        let low = scene.low(block.range.clone());
        let of_block = kind_of_passage(low);
        if of_block.is_none() && !low.contains(LISTS) {
            continue;
        }
        // Where the last pair of a list of projects ends.
        let mut last: Option<usize> = None;
        for pair in pairs(text) {
            let before = low.get(..pair.start).unwrap_or_default();
            let goes_on =
                |end| text.get(end..pair.start).is_some_and(|between| !between.contains(['.', ';']));
            let listed = last.is_some_and(goes_on) || before.ends_with(LISTS);
            let Some(kind) = of_block.or(listed.then_some("road")) else { continue };
            last = Some(pair.end);
            out.push(Named {
                range: block.range.start + pair.start..block.range.start + pair.end,
                kind: kind.to_owned(),
                confidence: 0.8,
            });
        }
    }
    out
}

fn kind_of_passage(low: &str) -> Option<&'static str> {
    if ["cao tốc", "đường bộ", "vành đai"].iter().any(|road| low.contains(road)) {
        Some("road")
    } else if low.contains("đường sắt") {
        Some("railway")
    } else {
        None
    }
}

/// `A B - C D`, where all words start in capitals: from the first to the last of them.
fn pairs(text: &str) -> Vec<Range<usize>> {
    let words: Vec<Range<usize>> = words_of(text).collect();
    let word = |at: usize| words.get(at).and_then(|range| text.get(range.clone())).unwrap_or_default();
    let mut out: Vec<Range<usize>> = Vec::new();
    for dash in (0..words.len()).filter(|at| matches!(word(*at), "-" | "–")) {
        let back = (0..dash).rev().take(7);
        let first = back.take_while(|at| !ends_piece(word(*at)) && is_of_name(word(*at))).last();
        let forth = dash + 1..(dash + 8).min(words.len());
        let last = forth
            .take_while(|at| *at == dash + 1 || !ends_piece(word(*at - 1)))
            .take_while(|at| is_of_name(word(*at)))
            .last();
        let (Some(first), Some(last)) = (first, last) else { continue };
        // "tỉnh" and "phố" lead to a name and end none.
        let first = (first..dash).find(|at| starts_name(word(*at)));
        let last = (dash + 1..=last).rev().find(|at| word(*at).starts_with(is_capital));
        let (Some(first), Some(last)) = (first, last) else { continue };
        let (Some(start), Some(end)) = (words.get(first), words.get(last)) else { continue };
        let name = text.get(start.start..end.end).unwrap_or_default();
        let end = start.start + name.trim_end_matches([',', ';', '.', ')', ':']).len();
        match out.last_mut() {
            // A third place: "A - B - C".
            Some(before) if before.end > start.start => before.end = end,
            // "Bắc - Nam" is a direction, "Việt Nam - Lào" two countries.
            _ if end - start.start > 14 && !name.contains("Việt Nam") => out.push(start.start..end),
            _ => {}
        }
    }
    out
}

fn words_of(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut from = 0;
    text.split(' ').map(move |word| {
        let bracket = word.len() - word.trim_start_matches(['(', '“', '"']).len();
        let range = from + bracket..from + word.len();
        from = range.end + 1;
        range
    })
}

fn ends_piece(word: &str) -> bool {
    word.ends_with([',', ';', '.', ')', ':'])
}

fn bare(word: &str) -> &str {
    word.trim_end_matches([',', ';', '.', ')', ':'])
}

/// A word of a place's name: in capitals, or the second of "Thành phố".
fn is_of_name(word: &str) -> bool {
    let clean = bare(word);
    let capital = clean.starts_with(is_capital) && clean.chars().all(char::is_alphanumeric);
    let heads =
        matches!(clean, "Dự" | "Tuyến" | "Các" | "Đoạn" | "Đường" | "Phó" | "Ủy" | "Thứ" | "Trưởng" | "Bộ");
    (capital && !heads) || matches!(clean, "phố" | "khẩu" | "thành" | "cửa" | "thị" | "xã")
}

fn starts_name(word: &str) -> bool {
    word.starts_with(is_capital)
}
