//! Deadlines in words, and deadlines as people type them.

use super::Words;
use haidang_domain::{Deadline, Period, Recurrence};

const QUARTERS: [&str; 4] = ["I", "II", "III", "IV"];

/// What people type for what recurs, in the three languages, folded to lower case.
const RECURRING: [(Recurrence, &[&str]); 5] = [
    (Recurrence::Daily, &["hằng ngày", "hàng ngày", "daily", "chaque jour", "quotidien"]),
    (Recurrence::Weekly, &["hằng tuần", "hàng tuần", "weekly", "chaque semaine", "hebdomadaire"]),
    (Recurrence::Monthly, &["hằng tháng", "hàng tháng", "monthly", "chaque mois", "mensuel"]),
    (Recurrence::Quarterly, &["hằng quý", "hàng quý", "quarterly", "chaque trimestre", "trimestriel"]),
    (Recurrence::Yearly, &["hằng năm", "hàng năm", "yearly", "chaque année", "annuel"]),
];

impl Words {
    /// A deadline in words: quý IV/2026, tháng 12/2026, hằng tháng, 31/12/2026, quý IV/2025 – quý II/2026.
    pub(crate) fn deadline(self, deadline: Deadline) -> String {
        match deadline {
            Deadline::By(period) => self.period(period),
            Deadline::Within { from: Period::Year(from), until: Period::Year(until) } => {
                self.with("deadline-years", &[("from", &from.to_string()), ("until", &until.to_string())])
            }
            Deadline::Within { from, until } => {
                let (from, until) = (self.period(from), self.period(until));
                self.with("deadline-span", &[("from", &from), ("until", &until)])
            }
            Deadline::Recurring(recurrence) => self.t(&format!("recurrence-{}", recurrence.code())),
        }
    }

    fn period(self, period: Period) -> String {
        match period {
            Period::Day(day) => self.date(day),
            Period::Month { year, month } => {
                let name = self.t(&format!("month-{month}"));
                let (year, month) = (year.to_string(), month.to_string());
                self.with("deadline-month", &[("month", &month), ("monthName", &name), ("year", &year)])
            }
            Period::Quarter { year, quarter } => {
                let roman = usize::try_from(quarter - 1).ok().and_then(|place| QUARTERS.get(place).copied());
                let (year, number) = (year.to_string(), quarter.to_string());
                let roman = roman.unwrap_or_default();
                self.with("deadline-quarter", &[("quarter", roman), ("number", &number), ("year", &year)])
            }
            Period::Year(year) => self.with("deadline-year", &[("year", &year.to_string())]),
        }
    }

    /// A deadline in words, or the words for "no deadline".
    pub(crate) fn deadline_or_none(self, deadline: Option<Deadline>) -> String {
        deadline.map_or_else(|| self.t("deadline-none"), |deadline| self.deadline(deadline))
    }
}

/// What people type between the beginning and the end of a time.
const UNTIL: [&str; 6] = [" - ", " – ", "–", " đến ", " to ", " à "];

/// A deadline as a person types it: as data writes it, or 31/12/2026, 12/2026, quý IV/2026,
/// 2026-2030, quý IV/2025 - quý II/2026, hằng tháng. `None` for a text that is no deadline.
pub(crate) fn read_deadline(typed: &str) -> Option<Deadline> {
    let typed = typed.trim().to_lowercase();
    let recurring = RECURRING.iter().find(|(_, words)| words.contains(&typed.as_str()));
    if let Some((recurrence, _)) = recurring {
        return Some(Deadline::Recurring(*recurrence));
    }
    let as_data = typed.replace('q', "Q");
    if let Ok(deadline) = as_data.parse() {
        return Some(deadline);
    }
    let as_typed = |typed: &str| read_quarter(typed).or_else(|| read_slashes(typed));
    let span = || {
        let (from, until) = UNTIL.iter().find_map(|joint| typed.split_once(joint))?;
        Some(format!("{}/{}", as_typed(from)?, as_typed(until)?))
    };
    span().or_else(|| as_typed(&typed)).and_then(|data| data.parse().ok())
}

fn read_quarter(typed: &str) -> Option<String> {
    let rest =
        ["quý", "quy", "quarter", "trimestre", "t", "q"].iter().find_map(|word| typed.strip_prefix(word))?;
    let mut parts = rest.trim().split(['/', ' ', '-']).filter(|part| !part.is_empty() && *part != "năm");
    let (quarter, year) = (parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let number = match quarter {
        "i" | "1" => 1,
        "ii" | "2" => 2,
        "iii" | "3" => 3,
        "iv" | "4" => 4,
        _ => return None,
    };
    Some(format!("{year}-Q{number}"))
}

fn read_slashes(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let typed = typed.strip_prefix("tháng").unwrap_or(typed).trim();
    let parts: Vec<&str> = typed.split(['/', '-', '–']).map(str::trim).collect();
    match parts.as_slice() {
        [year] if year.len() == 4 => Some((*year).to_owned()),
        [from, until] if from.len() == 4 && until.len() == 4 => Some(format!("{from}/{until}")),
        [month, year] if year.len() == 4 => Some(format!("{year}-{month:0>2}")),
        [day, month, year] if year.len() == 4 => Some(format!("{year}-{month:0>2}-{day:0>2}")),
        _ => None,
    }
}
