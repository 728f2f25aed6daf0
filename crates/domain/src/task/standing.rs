//! How a task stands on a day: the four states that Vietnamese offices report
//! (hoàn thành đúng hạn, hoàn thành quá hạn, đang thực hiện trong hạn, đang thực hiện quá hạn).

use crate::Deadline;
use crate::codes::codes;
use jiff::civil::Date;

codes! {
    /// How a task stands, in the order of reports.
    pub enum Standing {
        /// Done by the deadline.
        OnTime = "on_time",
        /// Done after the deadline.
        Late = "late",
        /// Not done, and the deadline has not passed (or there is none).
        InTerm = "in_term",
        /// Not done, and the deadline has passed.
        Overdue = "overdue",
    }
}

/// How a task with this deadline, completed on this day, stands on `day`. The day of the
/// deadline itself is in term. A completion after `day` has not happened yet.
pub fn standing(deadline: Option<Deadline>, completed_on: Option<Date>, day: Date) -> Standing {
    let due = deadline.and_then(Deadline::due);
    let after = |on: Date| due.is_some_and(|due| on > due);
    match completed_on.filter(|on| *on <= day) {
        Some(on) if after(on) => Standing::Late,
        Some(_) => Standing::OnTime,
        None if after(day) => Standing::Overdue,
        None => Standing::InTerm,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{any_day, any_deadline, day, deadline};
    use proptest::option;
    use proptest::prelude::*;

    #[test]
    fn a_task_stands_in_one_of_four_ways() {
        let cases = [
            // due, done on, seen on, stands
            ("2026-06-30", Some("2026-06-30"), "2026-07-15", Standing::OnTime),
            ("2026-06-30", Some("2026-07-01"), "2026-07-15", Standing::Late),
            ("2026-06-30", None, "2026-06-30", Standing::InTerm),
            ("2026-06-30", None, "2026-07-01", Standing::Overdue),
            ("2026-Q2", None, "2026-06-30", Standing::InTerm),
            ("2026/2030", None, "2030-12-31", Standing::InTerm),
            ("monthly", None, "2100-01-01", Standing::InTerm),
            ("monthly", Some("2026-07-01"), "2026-07-15", Standing::OnTime),
        ];
        for (due, done, seen, stands) in cases {
            assert_eq!(
                standing(Some(deadline(due)), done.map(day), day(seen)),
                stands,
                "{due} {done:?} {seen}"
            );
        }
    }

    #[test]
    fn what_has_no_deadline_is_never_late() {
        assert_eq!(standing(None, None, day("2100-01-01")), Standing::InTerm);
        assert_eq!(standing(None, Some(day("2099-01-01")), day("2100-01-01")), Standing::OnTime);
    }

    #[test]
    fn on_a_day_before_its_completion_a_task_was_still_open() {
        let seen = |on: &str| standing(Some(deadline("2026-06-30")), Some(day("2026-07-10")), day(on));
        assert_eq!(seen("2026-06-30"), Standing::InTerm);
        assert_eq!(seen("2026-07-09"), Standing::Overdue);
        assert_eq!(seen("2026-07-10"), Standing::Late);
    }

    /// How far a task has come on its way: open and in term, then overdue, then done.
    fn stage(standing: Standing) -> u8 {
        match standing {
            Standing::InTerm => 0,
            Standing::Overdue => 1,
            Standing::OnTime | Standing::Late => 2,
        }
    }

    proptest! {
        #[test]
        fn done_by_the_last_day_is_on_time(due in any_day(), done in any_day(), seen in any_day()) {
            prop_assume!(done <= seen);
            let expected = if done <= due { Standing::OnTime } else { Standing::Late };
            prop_assert_eq!(standing(Some(Deadline::day(due)), Some(done), seen), expected);
        }

        #[test]
        fn with_the_days_a_task_only_goes_forward(
            due in option::of(any_deadline()),
            done in option::of(any_day()),
            one in any_day(),
            other in any_day(),
        ) {
            let (earlier, later) = (one.min(other), one.max(other));
            let on = |day| standing(due, done, day);
            prop_assert!(stage(on(earlier)) <= stage(on(later)));
            if stage(on(earlier)) == 2 {
                prop_assert_eq!(on(earlier), on(later), "what was done stays as it was done");
            }
        }
    }
}
