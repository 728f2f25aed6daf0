//! From one time until another: "từ ngày 01/3 đến hết ngày 30/4/2031", "March to May 2031", "T1-T2 2031".
//!
//! The groups of the end are those of a plain form with a `2` behind. What the start does not say, it shares
//! with the end. The forms that use these makers open with a preposition; a cell is read with one before it.

use super::deadline::{Made, group, quarter_number, year_month};
use super::{Anchor, iso, month_of_name};
use regex::Captures;

/// From a day until another; `named` where a word says that figures without a year are days.
pub(super) fn days(found: &Captures<'_>, anchor: Anchor) -> Made {
    let year = year(found, "y2");
    let issued = || anchor.issued.filter(|_| group(found, "named").is_some());
    let (until_year, relative) = match year {
        Some(year) => (year, false),
        None => (issued()?.year(), true),
    };
    let until_month = month(found, "m2", "n2").or_else(|| month(found, "m", "n"))?;
    let from_month = month(found, "m", "n").unwrap_or(until_month);
    let from_year = from_year(found, until_year, (from_month, until_month));
    let from = iso(from_year, from_month, group(found, "d")?.parse().ok()?)?;
    let until = iso(until_year, until_month, group(found, "d2")?.parse().ok()?)?;
    span(&from, &until, relative)
}

/// From a month until another.
pub(super) fn months(found: &Captures<'_>, _: Anchor) -> Made {
    let (from, until) = (month(found, "m", "n")?, month(found, "m2", "n2")?);
    let until_year = year(found, "y2")?;
    let from_year = from_year(found, until_year, (from, until));
    span(&year_month(from_year, from)?, &year_month(until_year, until)?, false)
}

/// From a quarter until another.
pub(super) fn quarters(found: &Captures<'_>, _: Anchor) -> Made {
    let (from, until) = (quarter_number(group(found, "q")?)?, quarter_number(group(found, "q2")?)?);
    let until_year = year(found, "y2")?;
    let from_year = from_year(found, until_year, (from, until));
    span(&format!("{from_year}-Q{from}"), &format!("{until_year}-Q{until}"), false)
}

fn span(from: &str, until: &str, relative: bool) -> Made {
    (from < until).then(|| (Some(format!("{from}/{until}")), relative))
}

/// The year of the start: its own, or that of the end, or the one before where the start lies later in a year.
fn from_year(found: &Captures<'_>, until: i16, (from_part, until_part): (i8, i8)) -> i16 {
    year(found, "y").unwrap_or(if from_part > until_part { until - 1 } else { until })
}

fn year(found: &Captures<'_>, name: &str) -> Option<i16> {
    group(found, name)?.parse().ok()
}

fn month(found: &Captures<'_>, figure: &str, name: &str) -> Option<i8> {
    match group(found, figure) {
        Some(month) => month.parse().ok(),
        None => month_of_name(group(found, name)?),
    }
}
