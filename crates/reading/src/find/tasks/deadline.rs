//! Deadlines that a heading gives to everything below it: "Mục tiêu đến năm 2030", "Major tasks for the
//! 2026-2030 period".

use super::super::scene::Scene;
use crate::Language;
use crate::dates::Due;
use crate::structure::{Block, Rank};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// The time in a heading of targets.
pub(super) fn of_heading(scene: &Scene<'_>, range: Range<usize>) -> Option<Due> {
    static YEAR: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?:đến|hết|trong|năm|by|to|in|d['’]ici) *(?:hết *)?(?:năm *)?(20[0-9]{2}) *:?$").ok()
    });
    let low = scene.masked(range.clone());
    let year = || {
        let code = YEAR.as_ref()?.captures(low.trim())?.get(1)?.as_str().to_owned();
        Some(Due { words: code.clone(), code: Some(code), relative: false })
    };
    scene.due(range.clone()).or_else(year)
}

/// The time until which the last words of a heading or opener say that everything below is done: "Các nhiệm vụ hoàn
/// thành trước ngày 15/7/2031:", "By June 30, 2031, complete the following:".
pub(super) fn of_opener(scene: &Scene<'_>, block: &Block) -> Option<Due> {
    const DONE: [&str; 6] =
        ["hoàn thành trước", "hoàn thành trong", "hoàn thành xong", "xong trước", "chậm nhất", "trước ngày"];
    let last = block.clauses.last().map_or(block.range.clone(), |clause| clause.range.clone());
    if scene.language() == Language::En {
        // "In May 2031 the office published advice that says:" tells when something was.
        let told =
            scene.low(last.clone()).split_whitespace().any(|word| word.len() > 4 && word.ends_with("ed"));
        let until = |due: &Due| !due.words.to_lowercase().starts_with("in ");
        let here = scene.due(last.clone()).filter(|due| !told || until(due));
        let due = || here.or_else(|| scene.due(block.range.clone()).filter(until));
        return if block.opens { due() } else { None };
    }
    let done = scene.language() == Language::Vi && block.rank != Rank::Title && {
        let low = scene.low(last.clone());
        DONE.iter().any(|done| low.contains(done))
    };
    if done { scene.due(last) } else { None }
}

/// The years of a phase that a short heading names. The title of a plan names its years too, and gives
/// no deadline by that.
pub(super) fn of_phase(scene: &Scene<'_>, block: &Block) -> Option<Due> {
    static PHASE: LazyLock<Option<Regex>> = LazyLock::new(|| {
        let years = r"(20[0-9]{2}) *(?:-|–|—|đến|to|à) *(?:năm *)?(20[0-9]{2})";
        Regex::new(&format!("(?:giai đoạn|thời kỳ|période|period|phase) *(?:[0-9] *[(:]? *)?(?:of )?{years}\\)? *:?$|{years} (?:period|phase) *:?$|(?:in|during|for) (?:the )?{years} *:?$")).ok()
    });
    let words = scene.words(block.range.clone());
    let short = words.split_whitespace().count() <= 12;
    if block.rank == Rank::Title || !short || !words.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let low = scene.masked(block.range.clone());
    let found = PHASE.as_ref()?.captures(low)?;
    let year =
        |at: usize| [at, at + 2, at + 4].into_iter().find_map(|at| found.get(at)).map(|year| year.as_str());
    let code = format!("{}/{}", year(1)?, year(2)?);
    let words = words.get(found.get(0)?.range())?.trim_end_matches([':', ' ']).to_owned();
    Some(Due { code: Some(code), words, relative: false })
}
