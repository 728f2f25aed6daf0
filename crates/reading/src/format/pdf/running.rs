//! Running heads, running feet and page numbers: what stands on page after page at the same
//! height.

use super::lines::Line;
use std::collections::HashMap;

/// A page, or a part of one, as far as running lines are concerned.
pub(super) struct Printed {
    pub(super) height: f64,
    pub(super) lines: Vec<Line>,
}

/// How many lines from the top and from the bottom may be running ones.
const EDGE: usize = 3;
/// The share of the page at its top and at its bottom where they stand.
const MARGIN: f64 = 0.1;

/// Takes running lines and page numbers out of the parts of so many pages.
pub(super) fn remove(parts: &mut [Printed], pages: usize) {
    let mut counts: HashMap<(String, i64), usize> = HashMap::new();
    for page in parts.iter() {
        for line in edge(page) {
            *counts.entry(key(line)).or_default() += 1;
        }
    }
    let enough = (pages / 3).max(2);
    let many = pages > 1;
    for page in parts.iter_mut() {
        let running: Vec<Line> = edge(page)
            .filter(|line| {
                let repeated = counts.get(&key(line)).is_some_and(|count| *count >= enough) && many;
                repeated || is_page_number(&line.words())
            })
            .cloned()
            .collect();
        page.lines.retain(|line| !running.contains(line));
    }
}

/// The lines near the upper and lower edge of a page.
fn edge(page: &Printed) -> impl Iterator<Item = &Line> {
    let count = page.lines.len();
    page.lines
        .iter()
        .enumerate()
        .filter(move |(at, line)| {
            let upper = *at < EDGE && line.base < MARGIN * page.height;
            let lower = at + EDGE >= count && line.base > (1.0 - MARGIN) * page.height;
            upper || lower
        })
        .map(|(_, line)| line)
}

/// The words without their numbers, and the height in steps of six points.
#[allow(clippy::cast_possible_truncation)] // A height on a page.
fn key(line: &Line) -> (String, i64) {
    let words = line.words();
    let shape = words.chars().filter(|c| !c.is_whitespace() && !c.is_ascii_digit());
    (shape.collect(), (line.base / 6.0).round() as i64)
}

/// `7`, `- 7 -`, `7/12`, `Trang 7`, `Page 7 of 12`.
fn is_page_number(words: &str) -> bool {
    let low = words.to_lowercase();
    let rest = ["trang", "page", "of", "sur", "de", "/", "-", "–", "|", "."]
        .iter()
        .fold(low, |low, word| low.replace(word, " "));
    let mut numbers = rest.split_whitespace();
    let all = numbers.clone().all(|word| word.len() < 5 && word.chars().all(|c| c.is_ascii_digit()));
    all && numbers.next().is_some() && numbers.count() < 2
}

#[cfg(test)]
mod tests {
    use super::super::lines::Segment;
    use super::*;

    fn line(words: &str, base: f64) -> Line {
        Line {
            segments: vec![Segment { words: words.into(), left: 50.0, right: 200.0, ..Segment::default() }],
            base,
            size: 10.0,
        }
    }

    #[test]
    fn what_runs_from_page_to_page_goes_and_the_text_stays() {
        let page = |number: u32| Printed {
            height: 800.0,
            lines: vec![
                line(&format!("CÔNG BÁO/Số {number}"), 40.0),
                line("Giao Sở Nội vụ", 90.0),
                line(&format!("{number}. Mục tiêu"), 120.0),
                line(&format!("- {number} -"), 770.0),
            ],
        };
        let mut pages: Vec<Printed> = (1..4).map(page).collect();
        remove(&mut pages, 3);
        let words: Vec<String> = pages[1].lines.iter().map(Line::words).collect();
        assert_eq!(words, ["Giao Sở Nội vụ", "2. Mục tiêu"]);
    }

    #[test]
    fn page_numbers_are_told_from_text() {
        for words in ["7", "- 12 -", "3/15", "Trang 4", "Page 2 of 9"] {
            assert!(is_page_number(words), "{words}");
        }
        for words in ["7. Sở Y tế", "năm 2026", "-", "12345"] {
            assert!(!is_page_number(words), "{words}");
        }
    }
}
