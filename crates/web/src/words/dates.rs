//! Days and moments as each language writes them.

use super::Words;
use jiff::tz::TimeZone;
use jiff::{Timestamp, civil::Date};

impl Words {
    /// A day in full: 24/11/2026, 24 November 2026, 24 novembre 2026.
    pub(crate) fn date(self, day: Date) -> String {
        let first = day.day() == 1;
        let parts = [
            ("day", if first { self.t("date-first") } else { day.day().to_string() }),
            ("day2", format!("{:02}", day.day())),
            ("month", format!("{:02}", day.month())),
            ("monthName", self.t(&format!("month-{}", day.month()))),
            ("year", day.year().to_string()),
        ];
        let parts: Vec<(&str, &str)> = parts.iter().map(|(name, text)| (*name, text.as_str())).collect();
        self.with("date-full", &parts)
    }

    /// A day, or the words for "not known".
    pub(crate) fn date_or_unknown(self, day: Option<Date>) -> String {
        day.map_or_else(|| self.t("not-known"), |day| self.date(day))
    }

    /// A moment on the clocks of the locality: the day and the time of day.
    pub(crate) fn moment(self, moment: Timestamp, zone: &TimeZone) -> String {
        let local = zone.to_datetime(moment);
        let time = format!("{:02}:{:02}", local.hour(), local.minute());
        self.with("date-moment", &[("date", &self.date(local.date())), ("time", &time)])
    }
}
