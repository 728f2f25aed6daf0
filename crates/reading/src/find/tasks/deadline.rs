//! Deadlines that a heading gives to everything below it: "Mục tiêu đến năm 2030".

use super::super::scene::Scene;
use crate::dates::Due;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

pub(super) fn of_heading(scene: &Scene<'_>, range: Range<usize>) -> Option<Due> {
    static YEAR: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?:đến|hết|trong|năm|by|to|in|d['’]ici)\s*(?:hết\s*)?(?:năm\s*)?(20\d\d)\s*:?$").ok()
    });
    let low = scene.masked(range.clone());
    let year = || {
        let code = YEAR.as_ref()?.captures(low.trim())?.get(1)?.as_str().to_owned();
        Some(Due { words: code.clone(), code: Some(code), relative: false })
    };
    scene.due(range.clone()).or_else(year)
}
