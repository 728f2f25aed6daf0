//! Deadlines as documents give them: a day, a month, a quarter, a year, a span of years, or
//! again and again. Written as the reading guide writes them (`2024-12-31`, `2024-12`,
//! `2025-Q1`, `2025`, `2026/2030`, `monthly`).

use crate::codes::codes;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// When something is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Deadline {
    /// By this day.
    Day(Date),
    /// By the end of this month.
    Month {
        /// The year.
        year: i16,
        /// 1 to 12.
        month: i8,
    },
    /// By the end of this quarter.
    Quarter {
        /// The year.
        year: i16,
        /// 1 to 4.
        quarter: i8,
    },
    /// By the end of this year.
    Year(i16),
    /// Within these years; due at the end of the last.
    Years {
        /// The first year.
        from: i16,
        /// The last year.
        until: i16,
    },
    /// Again and again; never over.
    Recurring(Recurrence),
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
#[error("`{0}` is no deadline: write 2026-12-31, 2026-12, 2026-Q4, 2026, 2026/2030 or daily … yearly")]
pub struct DeadlineError(pub String);

impl Deadline {
    /// The last day on which it is kept; `None` for what recurs.
    pub fn due(self) -> Option<Date> {
        match self {
            Self::Day(day) => Some(day),
            Self::Month { year, month } => last_of_month(year, month),
            Self::Quarter { year, quarter } => last_of_month(year, quarter.checked_mul(3)?),
            Self::Year(year) | Self::Years { until: year, .. } => Date::new(year, 12, 31).ok(),
            Self::Recurring(_) => None,
        }
    }
}

fn last_of_month(year: i16, month: i8) -> Option<Date> {
    Date::new(year, month, 1).ok().map(Date::last_of_month)
}

impl fmt::Display for Deadline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::Month { year, month } => write!(f, "{year:04}-{month:02}"),
            Self::Quarter { year, quarter } => write!(f, "{year:04}-Q{quarter}"),
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Years { from, until } => write!(f, "{from:04}/{until:04}"),
            Self::Recurring(recurrence) => f.write_str(recurrence.code()),
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
    if let Some((from, until)) = text.split_once('/') {
        let (from, until) = (year(from)?, year(until)?);
        return (from <= until).then_some(Deadline::Years { from, until });
    }
    let mut parts = text.split('-');
    let year = year(parts.next()?)?;
    let deadline = match (parts.next(), parts.next()) {
        (None, _) => Deadline::Year(year),
        (Some(part), None) => match part.strip_prefix('Q') {
            Some(quarter) => Deadline::Quarter { year, quarter: quarter.parse().ok()? },
            None => Deadline::Month { year, month: part.parse().ok()? },
        },
        (Some(month), Some(day)) => {
            Deadline::Day(Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()?)
        }
    };
    let known = parts.next().is_none() && deadline.due().is_some();
    known.then_some(deadline)
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

    #[test]
    fn every_form_is_written_as_it_is_read() {
        for text in ["2024-12-31", "2024-12", "2025-Q1", "2025", "2026/2030", "monthly", "yearly"] {
            assert_eq!(text.parse::<Deadline>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn a_span_is_due_on_its_last_day() {
        let due = |text: &str| text.parse::<Deadline>().unwrap().due().map(|day| day.to_string());
        assert_eq!(due("2024-02").as_deref(), Some("2024-02-29"));
        assert_eq!(due("2025-Q3").as_deref(), Some("2025-09-30"));
        assert_eq!(due("2026/2030").as_deref(), Some("2030-12-31"));
        assert_eq!(due("daily"), None);
    }

    #[test]
    fn what_is_no_deadline_is_refused() {
        for text in ["", "soon", "2024-13", "2024-02-30", "2025-Q5", "2030/2026", "24-01-01", "2024-1-1-1"] {
            assert!(text.parse::<Deadline>().is_err(), "{text}");
        }
    }
}
