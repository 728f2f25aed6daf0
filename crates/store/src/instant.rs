//! Instants as the database holds them: UTC with six decimals, always the same width, so that the
//! order of the texts is the order of time.

use jiff::Timestamp;

/// Until when a row counts that nothing has replaced yet.
pub(crate) const OPEN: &str = "9999-12-31T23:59:59Z";

/// The instant as the database holds it.
pub(crate) fn written(at: Timestamp) -> String {
    format!("{:.6}", whole(at))
}

/// The instant without what lies below a microsecond, which the database does not hold.
pub(crate) fn whole(at: Timestamp) -> Timestamp {
    Timestamp::from_microsecond(at.as_microsecond()).unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_instant_has_the_same_width() {
        let written = |text: &str| written(text.parse().unwrap());
        assert_eq!(written("2026-11-16T00:00:00Z"), "2026-11-16T00:00:00.000000Z");
        assert_eq!(written("2026-11-16T07:00:00.1234567+07:00"), "2026-11-16T00:00:00.123456Z");
        assert!(written("2026-11-16T00:00:00.999999999Z").as_str() < OPEN);
    }

    #[test]
    fn what_was_written_is_read_again() {
        let at: Timestamp = "2026-11-16T01:02:03.000004567Z".parse().unwrap();
        assert_eq!(written(at).parse::<Timestamp>().unwrap(), whole(at));
    }
}
