//! The time of a target: what it says itself, else its headings, else the span of the title.

use super::super::scene::Scene;
use crate::structure::Block;
use crate::words::word_starts;
use std::ops::Range;

/// The day, span or year that a stretch itself gives.
pub(super) fn own(scene: &Scene<'_>, range: Range<usize>) -> Option<String> {
    let low = scene.masked(range.clone());
    let span = span_of_years(low);
    let day = scene.deadline(range).filter(|period| !is_recurrence(period));
    // "Đến năm 2030" is a year, whatever else the words may be for a task.
    span.or(day).or_else(|| year_in(scene, low))
}

fn is_recurrence(period: &str) -> bool {
    matches!(period, "yearly" | "monthly" | "quarterly" | "daily" | "weekly")
}

/// An indicator without a time before it, "by 2015 and …", "by 2020 of piers …"; empty where it is a time alone.
pub(super) fn without_leading(indicator: &str) -> &str {
    const TIMES: [&str; 12] = [
        "by the end of ",
        "by ",
        "in ",
        "before ",
        "until ",
        "đến hết năm ",
        "đến năm ",
        "vào năm ",
        "năm ",
        "d’ici à ",
        "d’ici ",
        "en ",
    ];
    const JOINTS: [&str; 9] = ["and ", "of ", ", ", "và ", "et ", "des ", "de ", "and", "và"];
    let mut rest = indicator;
    while let Some(behind) = TIMES.iter().find_map(|time| rest.strip_prefix(time)) {
        if years(behind).next().is_none_or(|(at, _)| at != 0) {
            break;
        }
        rest = behind.get(4..).unwrap_or_default().trim_start();
        rest = JOINTS.iter().find_map(|joint| rest.strip_prefix(joint)).unwrap_or(rest).trim_start();
    }
    rest
}

/// The span or year that the headings above a block give, else the span of years of the title.
pub(super) fn of_headings(scene: &Scene<'_>, block: &Block) -> Option<String> {
    let mut above = scene.document.ancestors(block).map(|(_, b)| b).filter(|b| b.range.len() < 300);
    above
        .find_map(|b| {
            let low = scene.masked(b.range.clone());
            span_of_years(low).or_else(|| year_in(scene, low)).or_else(|| only_year(low))
        })
        .or_else(|| of_title(scene))
}

/// The span or year of a heading above a block, as English plans head their parts: "Orientations through 2030".
pub(super) fn of_english_heading(scene: &Scene<'_>, block: &Block) -> Option<String> {
    let english = scene.language() == crate::Language::En;
    let mut above = scene.document.ancestors(block).filter(|(_, b)| english && b.range.len() < 160);
    above.find_map(|(_, b)| {
        let low = scene.masked(b.range.clone());
        span_of_years(low).or_else(|| year_in(scene, low))
    })
}

/// The span of years in the title of the document: above the first numbered part and no basis.
fn of_title(scene: &Scene<'_>) -> Option<String> {
    let head = scene.document.blocks.iter().take(16).take_while(|b| b.marker.is_none());
    let mut titles = head
        .filter(|b| b.range.len() < 500 && scene.lexicon.idle.at_start(scene.low(b.range.clone())).is_none());
    titles.find_map(|b| span_of_years(scene.low(b.range.clone())))
}

/// `2026 - 2030`, `2026-2030`: the first span of years.
pub(super) fn span_of_years(low: &str) -> Option<String> {
    years(low).find_map(|(at, from)| {
        let rest = low.get(at + 4..)?.trim_start();
        let joint = ["-", "–", "đến ", "to "].iter().find_map(|joint| rest.strip_prefix(joint));
        let rest = joint?.trim_start();
        let rest = rest.strip_prefix("năm ").unwrap_or(rest);
        let (next, until) = years(rest).next()?;
        (next == 0 && until > from).then(|| format!("{from}/{until}"))
    })
}

/// The first year behind a word that a year follows.
pub(super) fn year_in(scene: &Scene<'_>, low: &str) -> Option<String> {
    let leads = &scene.lexicon.quantities.years;
    let led = |at: usize| low.get(..at).is_some_and(|before| leads.at_end(before.trim_end()).is_some());
    years(low).find(|(at, _)| led(*at)).map(|(_, year)| year.to_string())
}

/// A year that stands alone in a heading or the head of a column.
pub(super) fn only_year(low: &str) -> Option<String> {
    let mut all = years(low);
    let (_, year) = all.next()?;
    (all.next().is_none() && low.chars().count() < 30).then(|| year.to_string())
}

/// Years from 1950 to 2099, each with its place.
fn years(low: &str) -> impl Iterator<Item = (usize, u16)> + '_ {
    word_starts(low).filter_map(|at| {
        let year = low.get(at..at + 4)?.parse().ok().filter(|year| (1950..2100).contains(year))?;
        let whole = low.get(at + 4..)?.chars().next().is_none_or(|c| !c.is_alphanumeric());
        whole.then_some((at, year))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_of_years_are_found() {
        assert_eq!(span_of_years("giai đoạn 2026 - 2030").as_deref(), Some("2026/2030"));
        assert_eq!(span_of_years("in the 2016–2020 period").as_deref(), Some("2016/2020"));
        assert_eq!(span_of_years("từ năm 2026 đến năm 2030").as_deref(), Some("2026/2030"));
        assert_eq!(span_of_years("from 2026 to 2030").as_deref(), Some("2026/2030"));
        assert_eq!(span_of_years("in 2026 to the north"), None);
        assert_eq!(span_of_years("năm 2026 và năm 2030"), None);
        assert_eq!(span_of_years("số 2026-20301"), None);
        assert_eq!(only_year("năm 2030").as_deref(), Some("2030"));
        assert_eq!(only_year("từ năm 2025, năm 2030"), None);
    }
}
