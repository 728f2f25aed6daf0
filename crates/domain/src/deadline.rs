//! Deadlines as documents give them: a day, a month, a quarter or a year, the time from one of them
//! to another, or again and again. Written as the reading guide writes them (`2024-12-31`,
//! `2024-12`, `2025-Q1`, `2025`, `2026/2030`, `2025-Q4/2026-Q2`, `monthly`).

use crate::codes::codes;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// When something is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Deadline {
    /// By the end of this.
    By(Period),
    /// From one until another; due at the end of the last.
    Within {
        /// The first.
        from: Period,
        /// The last, which does not end before the first.
        until: Period,
    },
    /// Again and again; never over.
    Recurring(Recurrence),
}

/// A stretch of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Period {
    /// One day.
    Day(Date),
    /// One month.
    Month {
        /// The year.
        year: i16,
        /// 1 to 12.
        month: i8,
    },
    /// One quarter.
    Quarter {
        /// The year.
        year: i16,
        /// 1 to 4.
        quarter: i8,
    },
    /// One year.
    Year(i16),
}

codes! {
    /// How often.
    pub enum Recurrence {
        /// Every day.
        Daily = "daily",
        /// Every week.
        Weekly = "weekly",
        /// Every month.
        Monthly = "monthly",
        /// Every quarter.
        Quarterly = "quarterly",
        /// Every year.
        Yearly = "yearly",
    }
}

/// A text that is no deadline.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is no deadline: write 2026-12-31, 2026-12, 2026-Q4 or 2026, two of them with / between, \
     or daily … yearly"
)]
pub struct DeadlineError(pub String);

impl Deadline {
    /// The last day on which it is kept; `None` for what recurs.
    pub fn due(self) -> Option<Date> {
        match self {
            Self::By(period) | Self::Within { until: period, .. } => period.last(),
            Self::Recurring(_) => None,
        }
    }

    /// A deadline on one day.
    pub fn day(day: Date) -> Self {
        Self::By(Period::Day(day))
    }
}

impl Period {
    /// Its last day; `None` for what is in no calendar.
    pub fn last(self) -> Option<Date> {
        match self {
            Self::Day(day) => Some(day),
            Self::Month { year, month } => last_of_month(year, month),
            Self::Quarter { year, quarter } => last_of_month(year, quarter.checked_mul(3)?),
            Self::Year(year) => last_of_month(year, 12),
        }
    }
}

fn last_of_month(year: i16, month: i8) -> Option<Date> {
    Date::new(year, month, 1).ok().map(Date::last_of_month)
}

impl fmt::Display for Deadline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::By(period) => period.fmt(f),
            Self::Within { from, until } => write!(f, "{from}/{until}"),
            Self::Recurring(recurrence) => f.write_str(recurrence.code()),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::Month { year, month } => write!(f, "{year:04}-{month:02}"),
            Self::Quarter { year, quarter } => write!(f, "{year:04}-Q{quarter}"),
            Self::Year(year) => write!(f, "{year:04}"),
        }
    }
}

impl FromStr for Deadline {
    type Err = DeadlineError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        parse(text.trim()).ok_or_else(|| DeadlineError(text.to_owned()))
    }
}

fn parse(text: &str) -> Option<Deadline> {
    if let Some(recurrence) = Recurrence::from_code(text) {
        return Some(Deadline::Recurring(recurrence));
    }
    let Some((from, until)) = text.split_once('/') else { return period(text).map(Deadline::By) };
    let (from, until) = (period(from)?, period(until)?);
    (from.last()? <= until.last()?).then_some(Deadline::Within { from, until })
}

fn period(text: &str) -> Option<Period> {
    let mut parts = text.split('-');
    let year = year(parts.next()?)?;
    let period = match (parts.next(), parts.next()) {
        (None, _) => Period::Year(year),
        (Some(part), None) => match part.strip_prefix('Q') {
            Some(quarter) => Period::Quarter { year, quarter: quarter.parse().ok()? },
            None => Period::Month { year, month: part.parse().ok()? },
        },
        (Some(month), Some(day)) => {
            Period::Day(Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()?)
        }
    };
    let known = parts.next().is_none() && period.last().is_some();
    known.then_some(period)
}

fn year(text: &str) -> Option<i16> {
    (text.len() == 4).then(|| text.parse().ok()).flatten()
}

impl TryFrom<String> for Deadline {
    type Error = DeadlineError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Deadline> for String {
    fn from(deadline: Deadline) -> Self {
        deadline.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every form that the reader writes, with the last day on which it is kept.
    const FORMS: [(&str, Option<&str>); 14] = [
        ("2024-12-31", Some("2024-12-31")),
        ("2024-02", Some("2024-02-29")),
        ("2025-Q3", Some("2025-09-30")),
        ("2025", Some("2025-12-31")),
        ("2026/2030", Some("2030-12-31")),
        ("2025-Q4/2026-Q2", Some("2026-06-30")),
        ("2026-Q1/2026-Q1", Some("2026-03-31")),
        ("2026-03/2026-04", Some("2026-04-30")),
        ("2026-03-01/2026-03-15", Some("2026-03-15")),
        ("daily", None),
        ("weekly", None),
        ("monthly", None),
        ("quarterly", None),
        ("yearly", None),
    ];

    #[test]
    fn every_form_is_written_as_it_is_read_and_due_on_its_last_day() {
        for (text, due) in FORMS {
            let deadline: Deadline = text.parse().unwrap();
            assert_eq!(deadline.to_string(), text);
            assert_eq!(deadline.due().map(|day| day.to_string()).as_deref(), due, "{text}");
        }
    }

    #[test]
    fn what_is_no_deadline_is_refused() {
        for text in [
            "",
            "soon",
            "2024-13",
            "2024-02-30",
            "2025-Q5",
            "2025-Q0",
            "2030/2026",
            "2026-Q2/2025-Q4",
            "2026/",
            "/2026",
            "2026/2027/2028",
            "24-01-01",
            "2024-1-1-1",
            "2026/monthly",
        ] {
            assert!(text.parse::<Deadline>().is_err(), "{text}");
        }
    }
}
