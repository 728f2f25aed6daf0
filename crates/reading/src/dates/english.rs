//! How offices that write English write deadlines.

use super::Anchor;
use super::deadline::{
    Form, Made, after_event, after_issue, daily, day, half, in_year, month, monthly, nine_months, quarter,
    quarterly, this_period, weekly, yearly, years,
};
use super::span;
use regex::Captures;

/// Words without which a clause without a year or a day in figures gives no time.
pub(super) const HINTS: &[&str] = &[
    "days",
    "day",
    "weeks",
    "month",
    "years",
    "year",
    "hours",
    "q1",
    "q2",
    "q3",
    "q4",
    "deadline",
    "due",
    "quarter",
    "half",
    "months",
    "december",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "daily",
    "weekly",
    "monthly",
    "quarterly",
    "annually",
    "annual",
    "every",
    "each day",
    "each week",
    "each month",
    "each quarter",
    "each year",
    "end of",
    "within",
    "year-end",
    "fiscal year",
];

/// What only the whole of a cell or of a label's value may be.
pub(super) const CELLS: &[Form] = &[
    (
        r"^ *(?:the )?(?P<q>first|second|third|fourth|last|1st|2nd|3rd|4th) quarter,?(?: of)? YEAR[ .]*$",
        quarter,
    ),
    (r"^ *(?P<q>q[1-4])[ /,-]*(?:of |fy ?)?YEAR[ .]*$", quarter),
    (r"^ *(?:the )?(?P<half>first|second) half,?(?: of)? YEAR[ .]*$", half),
    (r"^ *(?:early |late |mid[ -]|end of |the end of )?MONTH,? YEAR[ .]*$", month),
];

pub(super) const FORMS: &[Form] = &[
    // From one time until another.
    (
        r"from (?P<d>[0-9]{1,2})(?:st|nd|rd|th)?(?: of)?(?: MONTH)?(?:,? YEAR)? (?:to|through|until|-|–) (?P<d2>[0-9]{1,2})(?:st|nd|rd|th)?(?: of)? MONTH2,? YEAR2END",
        span::days,
    ),
    (
        r"from MONTH (?P<d>[0-9]{1,2})(?:st|nd|rd|th)?(?:,? YEAR)? ?(?:to|through|until|-|–) ?(?:MONTH2 )?(?P<d2>[0-9]{1,2})(?:st|nd|rd|th)?,? YEAR2END",
        span::days,
    ),
    (r"from MONTH(?:,? YEAR)? ?(?:to|through|until|-|–) ?MONTH2,? YEAR2END", span::months),
    (
        r"from (?:the )?(?P<q>q[1-4]|first|second|third|1st|2nd|3rd)(?: quarter)?(?: of|/)? ?(?:YEAR)? ?(?:to|through|and|-|–) ?(?:the )?(?P<q2>q[1-4]|second|third|fourth|last|2nd|3rd|4th)(?: quarters?)?(?: of|/|,)? ?YEAR2END",
        span::quarters,
    ),
    // A day.
    (
        r"(?:on|by|before|no later than|not later than) MONTH [0-9]{1,2}(?:st|nd|rd|th)? of (?:each|every) ",
        yearly,
    ),
    (
        r"(?:by|before|no later than|not later than|until|on or before|prior to|on|due|due on|due by|deadline:)(?: the| close of business,?(?: on)?| cob,?(?: on)?| midnight on| end of)*(?: [0-9]{1,2}(?::[0-9]{2})? ?[ap]\.?m\.?| noon| midnight)?(?:,? (?:[ecmp][sd]?t|(?:eastern|central|mountain|pacific|local) (?:standard |daylight )?time))?(?:,? on|,)?(?: (?:mon|tues|wednes|thurs|fri|satur|sun)day,?)? MONTH (?P<d>[0-9]{1,2})(?:st|nd|rd|th)?END,?(?: YEAREND)?",
        day,
    ),
    (
        r"(?:by|before|no later than|not later than|until|on or before|prior to|on|due|due on|due by|deadline:)(?: the| close of business on| end of)* (?P<d>[0-9]{1,2})(?:st|nd|rd|th)? (?:of )?MONTHEND,?(?: YEAREND)?",
        day,
    ),
    (
        r"(?:by|before|no later than|not later than|until|on or before|due|deadline:) YEAR-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})END",
        day,
    ),
    (
        r"(?:by|before|no later than|not later than|until|on or before|due|deadline:) (?P<d>[0-9]{1,2})\.(?P<m>[0-9]{1,2})\.YEAREND",
        day,
    ),
    // A quarter, a half, a month.
    (
        r"(?:by|before|within|during|no later than|not later than|in)(?: the| end| of)* (?P<q>first|second|third|fourth|last|1st|2nd|3rd|4th) quarterEND(?: of)?(?: the year| fiscal year| fy)*(?: YEAREND)?",
        quarter,
    ),
    (
        r"(?:by|before|within|during|no later than|not later than|in)(?: the| end| of)* (?P<q>q[1-4])END(?: of| fy|/|,)* ?(?:YEAREND)?",
        quarter,
    ),
    (
        r"(?:by|before|within|during|in)(?: the| end| of)* (?P<half>first|second) (?:half|six months) of (?:the year )?(?:YEAREND)?",
        half,
    ),
    (r"(?:by|before|within|during|in)(?: the| end| of)* first nine months of (?:YEAREND)?", nine_months),
    (
        r"(?:by|before|in|during|until|no later than|not later than)(?: the| end| of| early| mid| late| beginning|-)*[ -]MONTHEND,? (?:of )?YEAREND",
        month,
    ),
    (r"(?:by|before|no later than|not later than)(?: the)? end of MONTHEND", month),
    // So long after signing, and after what has no date.
    (
        r"(?:within|no later than|not later than|in)(?: a period of)? (?P<count>[0-9]{1,4}|one hundred (?:and )?eighty|forty-five|one|two|three|four|five|six|seven|eight|ten|fifteen|twenty|thirty|sixty|ninety)(?: \([^)]{1,5}\))? (?P<unit>calendar days?|business days?|working days?|days?|weeks?|months?|years?)(?:,? (?:of|from|after|following))(?: the| its)?(?: effective)?(?: date)?(?: of| on which)?(?: the| its)?(?: issuance| signing| signature| publication| promulgation| release| date| adoption| effective date| effectivity| issue)?(?: of)?(?: th(?:is|e present) (?:executive |binding operational |emergency |presidential |administrative |action )?(?:order|memorandum|directive|decision|resolution|plan|circular|decree|proclamation|policy|notice|instruction|determination|document|guidance|strategy|communication|act|law|regulation|report))",
        after_issue,
    ),
    (
        r"(?:within|at|by) (?P<count>[0-9]{1,4}|one|two|thirty|sixty|ninety)(?: \([^)]{1,5}\))? (?P<unit>calendar days?|business days?|working days?|days?|weeks?|months?|years?) (?:of|from|after|following) (?:the )?(?:date of )?(?:(?:its |bod |directive |order |memorandum )?issuance|(?:its )?signing|(?:its )?effectivity|its date|(?:the )?date hereof|(?:the )?effectivity hereof)(?:[,.; ]|$)",
        after_issue,
    ),
    (
        r"(?:within|no later than|not later than)(?: a period of)? (?:[0-9]{1,4}|one|two|three|four|five|six|seven|eight|ten|fifteen|twenty|thirty|forty-five|sixty|ninety|one hundred (?:and )?eighty)(?: \([^)]{1,5}\))? (?:calendar days?|business days?|working days?|hours?|days?|weeks?|months?|years?)(?: (?:of|from|after|following|before|prior to|thereafter)[^,.;:]{0,80})?",
        after_event,
    ),
    // Spans of years and a year.
    (
        r"(?:in|during|for|over) the (?:period|years) (?:of |from )?(?P<from>20[0-9]{2}) ?(?:-|–|to) ?(?P<until>20[0-9]{2})",
        years,
    ),
    (
        r"(?:by|before|no later than|not later than|within|during|until)(?: the| end| of| early| mid| late| fiscal| financial| year| calendar| fy)*[ -]?(?: |fy|-)YEAR(?: *[^-–0-9 ]| [^-–]|$)",
        in_year,
    ),
    (r"(?:^|[ ,])(?P<w>in (?:fiscal year |fy ?)?YEAR) *[;.,]? *$", in_year),
    (
        r"(?:by|before|in|during|until)(?: the| end| of| early| late| mid|-)* (?:spring|summer|autumn|fall|winter)(?: of)? YEAREND",
        in_year,
    ),
    // What a plan sets beside an act: "Build the centre: 2031-2035.", "2031-2035: to build the centre".
    (r": (?P<w>(?P<from>20[0-9]{2}) ?(?:-|–) ?(?P<until>20[0-9]{2})) *[;.]? *$", years),
    (r"^(?P<w>(?P<from>20[0-9]{2}) ?(?:-|–) ?(?P<until>20[0-9]{2})): ", years),
    (r"[a-z)]: (?P<w>YEAR) *[;.]? *$", in_year),
    (r"^(?P<w>YEAR): ", in_year),
    // Of the time of issue.
    (
        r"(?:by|before|until|within)(?: the| end| of)* (?:this|current) (?P<unit>month|quarter|year|week)END",
        this_period,
    ),
    (
        r"(?:by|before|no later than|not later than)(?: the)? (?:end of (?:the )?(?P<unit>month|quarter|year|week))END",
        this_period,
    ),
    (r"(?:by|before|no later than)(?: the)? end of (?:the|this) fiscal year", after_event),
    // Again and again.
    (
        r"(?-u:\b)(?:every day|each day|every 24 hours|on a daily basis|daily reports?|report daily)END|(?:^|[ ,])daily[;,.]? *$",
        daily,
    ),
    (r"(?-u:\b)(?:every week|each week|on a weekly basis|weekly reports?|report weekly)END", weekly),
    (
        r"(?-u:\b)(?:every month|each month|on a monthly basis|report monthly|monthly reports?|monthly updates?)END|^monthlyEND",
        monthly,
    ),
    (
        r"(?-u:\b)(?:every quarter|each quarter|on a quarterly basis|at least quarterly|report quarterly|quarterly reports?|quarterly updates?|every three months)END|^quarterlyEND",
        quarterly,
    ),
    (
        r"(?:for|make|submit|prepare|provide|publish|send|issue) (?:an |their |its |the )?(?:own )?annual (?:[a-z]+ ){0,2}(?:reports?|reviews?|evaluations?|assessments?|statements?|updates?)END|annual reportingEND|^annuallyEND|(?P<count>[0-9]{1,3}(?:,[0-9]{3})+ (?:[a-z]+ ){1,4}|[0-9.]+ (?:thousand|million|billion) (?:[a-z]+ ){0,4})?(?-u:\b)(?:annually|on an annual basis|every year|each year|each fiscal year|once a year)END",
        yearly_but_counted,
    ),
];

/// Every year, unless that is how something is counted: "100,000 visitors each year".
fn yearly_but_counted(found: &Captures<'_>, anchor: Anchor) -> Made {
    if found.name("count").is_some() { None } else { yearly(found, anchor) }
}

#[cfg(test)]
mod tests {
    use super::super::{Anchor, deadline};
    use crate::Language;
    use crate::words::lower;
    use jiff::civil::Date;

    /// (a clause, the code, whether it leans on the day of issue), for a document of 17 November 2025.
    const FOUND: [(&str, Option<&str>, bool); 57] = [
        ("to be held from 28 February to 3 March 2026", Some("2026-02-28/2026-03-03"), false),
        ("open the lists from March 1 to 15, 2026", Some("2026-03-01/2026-03-15"), false),
        ("train the crews from November 2025 to May 2026", Some("2025-11/2026-05"), false),
        ("pilot it from Q3 to Q4 of 2026", Some("2026-Q3/2026-Q4"), false),
        ("By 9am Central Time on Friday, March 13, 2026, switch off", Some("2026-03-13"), false),
        ("within 3 business days (by 5:00 pm EST, December 17, 2025), submit", Some("2025-12-17"), false),
        ("report before 15 December 2025", Some("2025-12-15"), false),
        ("submit the list by March 31, 2026", Some("2026-03-31"), false),
        ("submit the list by March 31", Some("2026-03-31"), true),
        ("no later than the 5th of January 2026", Some("2026-01-05"), false),
        ("not later than December 1st, 2025", Some("2025-12-01"), false),
        ("Deadline: 30 June 2026", Some("2026-06-30"), false),
        ("due by 2026-02-28", Some("2026-02-28"), false),
        ("for approval in the first quarter of 2026;", Some("2026-Q1"), false),
        ("by the end of Q2 2026", Some("2026-Q2"), false),
        ("by the end of the third quarter", Some("2026-Q3"), true),
        ("during Q4 of 2026", Some("2026-Q4"), false),
        ("in the first half of 2026", Some("2026-06"), false),
        ("within the second half of 2026", Some("2026-12"), false),
        ("by the end of March 2026", Some("2026-03"), false),
        ("in September 2026", Some("2026-09"), false),
        ("by mid-June 2026", Some("2026-06"), false),
        ("by the end of February", Some("2026-02"), true),
        ("by 2027", Some("2027"), false),
        ("before the end of 2026", Some("2026"), false),
        ("by the end of fiscal year 2027", Some("2027"), false),
        ("open two centres in 2026.", Some("2026"), false),
        ("during the period 2026-2030", Some("2026/2030"), false),
        ("by the end of the month", Some("2025-11"), true),
        ("by the end of this year", Some("2025"), true),
        ("within 30 days of signing", Some("2025-12-17"), true),
        ("Within 90 days of the date of this order, the Office shall report", Some("2026-02-15"), true),
        ("within 60 days of the effective date of this Order", Some("2026-01-16"), true),
        (
            "within ten (10) working days from the date of issuance of this Directive",
            Some("2025-12-01"),
            true,
        ),
        ("no later than six months after the date of this memorandum", Some("2026-05-17"), true),
        ("within 30 days of receiving a complete file", None, false),
        ("within 120 days", None, false),
        ("before the end of the fiscal year", None, false),
        ("annually review and report", Some("yearly"), false),
        ("report on a quarterly basis", Some("quarterly"), false),
        ("publish monthly updates", Some("monthly"), false),
        ("meet every week", Some("weekly"), false),
        ("submit daily reports", Some("daily"), false),
        ("publish the figures each fiscal year", Some("yearly"), false),
        ("on December 31 of each year the Office shall report", Some("yearly"), false),
        ("submit their own annual performance evaluation", Some("yearly"), false),
        ("summarize the results for annual reporting to the Council", Some("yearly"), false),
        ("train the crews: 2027-2030.", Some("2027/2030"), false),
        ("2026-2027: To form a school of pilots;", Some("2026/2027"), false),
        ("print the manuals: 2026;", Some("2026"), false),
        ("open the pier by summer 2026", Some("2026"), false),
        ("by close of business, December 1, 2025", Some("2025-12-01"), false),
        ("no later than 31.03.2026", Some("2026-03-31"), false),
        ("within 30 days of the issuance of this binding operational directive", Some("2025-12-17"), true),
        ("within thirty (30) days from the effectivity of this Order", Some("2025-12-17"), true),
        ("within 5 days after publication of this document", Some("2025-11-22"), true),
        ("by the end of the 2026 financial year", Some("2026"), false),
    ];

    const LEFT_ALONE: [&str; 14] = [
        "the 2024 theme of the city",
        "the annual budget estimate",
        "improve the daily life of residents",
        "the monthly income of workers",
        "the plan for 2021-2030 with a vision to 2050",
        "implement the decision of 24 January 2019",
        "as required by May 2020 amendments",
        "within the powers of the Ministry",
        "repair 12 schools and 3 clinics",
        "by law and by custom",
        "services handling over 100,000 passengers each year",
        "piers that carry 2 million people annually",
        "the annual report of the Office",
        "ratio of pilots to crew: 2:1",
    ];

    /// What is read instead.
    fn differs((clause, code, relative): (&str, Option<&str>, bool)) -> Option<String> {
        let Some(due) = deadline(clause, &lower(clause), Language::En, anchor()) else {
            return Some(format!("{clause}: nothing"));
        };
        let right = (due.code.as_deref(), due.relative) == (code, relative) && clause.contains(&due.words);
        (!right).then(|| format!("{clause}: {due:?}"))
    }

    fn anchor() -> Anchor {
        Anchor { issued: Date::new(2025, 11, 17).ok() }
    }

    #[test]
    fn deadlines_as_offices_write_them() {
        let wrong: Vec<String> = FOUND.iter().filter_map(|case| differs(*case)).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn what_only_looks_like_a_deadline_is_left_alone() {
        let found = |clause: &&str| deadline(clause, &lower(clause), Language::En, anchor());
        let found: Vec<_> = LEFT_ALONE.iter().filter_map(found).collect();
        assert_eq!(found, []);
    }
}
