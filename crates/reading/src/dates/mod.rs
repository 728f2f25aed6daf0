//! Dates as documents write them, and the deadlines that they make, in the form of the reading
//! guide.

mod deadline;
mod english;
mod french;
mod needs;
mod span;
mod vietnamese;

pub(crate) use deadline::{Anchor, Due, deadline, deadline_of_cell, has_year_or_day, time_words};

use crate::bytes;
use jiff::civil::Date;
use regex::{Captures, Regex};
use std::sync::LazyLock;

/// A day as ISO, when it exists.
pub(crate) fn iso(year: i16, month: i8, day: i8) -> Option<String> {
    Date::new(year, month, day).ok().filter(|_| (1900..2200).contains(&year)).map(|date| date.to_string())
}

/// A full date at some place of a text: how it is written in any of the three languages.
/// Groups: `d`, `m` or month name, `y`.
pub(crate) const DATE: &str = r"(?ix)
    (?: ngày \s* )? (?P<d1>\d{1,2}) \s* (?:/|-|\.) \s* (?P<m1>\d{1,2}) \s* (?:/|-|\.) \s* (?P<y1>\d{4})
  | (?: ngày \s* )? (?P<d2>\d{1,2}) \s* tháng \s* (?P<m2>\d{1,2}) \s*,?\s* năm \s* (?P<y2>\d{4})
  | (?P<n3>January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Sept\.|Oct\.|Nov\.|Dec\.)
      \s+ (?P<d3>\d{1,2})(?:st|nd|rd|th)? \s*,?\s+ (?P<y3>\d{4})
  | (?P<d4>\d{1,2})(?:st|nd|rd|th|er)? \s+ (?:of\s+)?
      (?P<n4>January|February|March|April|May|June|July|August|September|October|November|December
        |janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)
      \s*,?\s+ (?P<y4>\d{4})
  | (?P<y5>\d{4})-(?P<m5>\d{2})-(?P<d5>\d{2})";

/// The first full date in a text: where it lies, and the day as ISO.
pub(crate) fn first_date(text: &str) -> Option<(std::ops::Range<usize>, String)> {
    static PATTERN: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(DATE).ok());
    let pattern = PATTERN.as_ref().filter(|_| bytes::has_digits(text.as_bytes(), 4))?;
    pattern.captures_iter(text).find_map(|found| {
        let whole = found.get(0)?;
        let before = text.get(..whole.start()).and_then(|t| t.chars().next_back());
        let after = text.get(whole.end()..).and_then(|t| t.chars().next());
        let lone = |c: Option<char>| c.is_none_or(|c| !c.is_ascii_digit());
        if !lone(before) || !lone(after) {
            return None;
        }
        Some((whole.range(), of_captures(&found)?))
    })
}

/// All full dates of a text, in its order.
pub(crate) fn all_dates(text: &str) -> Vec<(std::ops::Range<usize>, String)> {
    let mut from = 0;
    std::iter::from_fn(|| {
        let (range, day) = first_date(text.get(from..)?)?;
        let range = from + range.start..from + range.end;
        from = range.end;
        Some((range, day))
    })
    .collect()
}

fn of_captures(found: &Captures<'_>) -> Option<String> {
    let text = |name: &str| found.name(name).map(|m| m.as_str());
    for form in ["1", "2", "3", "4", "5"] {
        let Some(year) = text(&format!("y{form}")).and_then(|y| y.parse().ok()) else { continue };
        let day = text(&format!("d{form}"))?.parse().ok()?;
        let month = match text(&format!("m{form}")) {
            Some(month) => month.parse().ok()?,
            None => month_of_name(text(&format!("n{form}"))?)?,
        };
        return iso(year, month, day);
    }
    None
}

/// 1 to 12 for the name of a month in English or French.
pub(crate) fn month_of_name(name: &str) -> Option<i8> {
    const NAMES: [[&str; 3]; 12] = [
        ["jan", "janvier", "january"],
        ["feb", "février", "february"],
        ["mar", "mars", "march"],
        ["apr", "avril", "april"],
        ["may", "mai", "may"],
        ["jun", "juin", "june"],
        ["jul", "juillet", "july"],
        ["aug", "août", "august"],
        ["sept", "septembre", "september"],
        ["oct", "octobre", "october"],
        ["nov", "novembre", "november"],
        ["dec", "décembre", "december"],
    ];
    let name = name.to_lowercase();
    let at = NAMES.iter().position(|names| names.contains(&name.trim_end_matches('.')))?;
    i8::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_dates_in_three_languages() {
        let table = [
            ("ngày 01/12/2023", Some("2023-12-01")),
            ("ngày 17\u{20}tháng 11 năm 2025", Some("2025-11-17")),
            ("December 1, 2023", Some("2023-12-01")),
            ("1er décembre 2024", Some("2024-12-01")),
            ("dated 13 November 2021", Some("2021-11-13")),
            ("31/02/2024", None),
            ("101/12/20234", None),
        ];
        for (text, expected) in table {
            assert_eq!(first_date(text).map(|(_, day)| day).as_deref(), expected, "{text}");
        }
    }
}
