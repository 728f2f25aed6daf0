//! Deadlines: what a clause or a cell of a table says about until when.
//!
//! The forms stand in `vietnamese`, `english` and `french`, the firmest first. What they share is
//! here: how a day, a month, a quarter is made of what was found, and what a relative one leans on.

use super::needs::{Needs, Sieve};
use super::{english, first_date, french, iso, month_of_name, vietnamese};
use crate::Language;
use crate::words::{Phrases, lower};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use regex::{Captures, Regex};
use std::sync::LazyLock;

/// What a deadline may lean on.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Anchor {
    /// The day of issue of the document.
    pub(crate) issued: Option<Date>,
}

/// A deadline, and the words that gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Due {
    /// In the form of the reading guide; `None` where the words hang on an event without a date.
    pub(crate) code: Option<String>,
    /// The words, as printed.
    pub(crate) words: String,
    /// The day of issue of the document was needed.
    pub(crate) relative: bool,
}

/// The deadline that a clause gives. `words` is the clause as printed, `low` the same in lower case
/// with the instruments that it cites blanked: their dates are no deadlines.
pub(crate) fn deadline(words: &str, low: &str, language: Language, anchor: Anchor) -> Option<Due> {
    forms(language).first(words, low, anchor)
}

/// The deadline that a cell of a column "time" gives: no cue is needed there. Words that are no
/// time ("Thường xuyên") are kept, and such as say only when it starts.
pub(crate) fn deadline_of_cell(cell: &str, language: Language, anchor: Anchor) -> Option<Due> {
    let (words, from) = (cell.trim(), from(language));
    let low = lower(words);
    let read = |low: &str| forms(language).first(low, low, anchor).filter(|due| due.code.is_some());
    let span = || read(&format!("{from} {low}")).filter(|due| due.code.as_deref().is_some_and(is_span));
    let starts = || low.strip_prefix(from).is_some_and(|rest| rest.starts_with(' '));
    let bare = || first_date(&low).map(|(_, day)| day).or_else(|| month_alone(&low)).or_else(|| year(&low));
    let due = |code| Due { code, words: words.to_owned(), relative: false };
    let whole = || forms(language).of_cell(&low, anchor);
    let found = span().or_else(|| year_span(&low).map(Some).map(due)).or_else(whole).or_else(|| read(&low));
    let found = found.map(|found| Due { words: words.to_owned(), ..found });
    let found = found.or_else(|| bare().filter(|_| !starts()).map(Some).map(due));
    found.or_else(|| words.chars().any(char::is_alphanumeric).then(|| due(None)))
}

/// The word before a start: it lets a cell be read as the spans of sentences are.
fn from(language: Language) -> &'static str {
    match language {
        Language::Vi => "từ",
        Language::En => "from",
        Language::Fr => "de",
    }
}

fn is_span(code: &str) -> bool {
    code.contains('/')
}

fn year_span(low: &str) -> Option<String> {
    static PATTERN: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?-u:\b)(20[0-9]{2}) *(?:-|–|—|đến|to|à) *(?:năm *)?(20[0-9]{2})(?-u:\b)").ok()
    });
    let found = PATTERN.as_ref()?.captures(low)?;
    Some(format!("{}/{}", found.get(1)?.as_str(), found.get(2)?.as_str()))
}

fn month_alone(low: &str) -> Option<String> {
    static PATTERN: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"(?-u:\b)([0-9]{1,2}) *(?:/|-|năm|, năm) *(20[0-9]{2})(?-u:\b)").ok());
    let found = PATTERN.as_ref()?.captures(low)?;
    year_month(found.get(2)?.as_str().parse().ok()?, found.get(1)?.as_str().parse().ok()?)
}

fn year(low: &str) -> Option<String> {
    static PATTERN: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"(?-u:\b)(20[0-9]{2})(?-u:\b)").ok());
    Some(PATTERN.as_ref()?.captures(low)?.get(1)?.as_str().to_owned())
}

/// What a form makes of the words that it found: the code (`None` for an event without a date), and
/// whether the day of issue was needed.
pub(super) type Made = Option<(Option<String>, bool)>;

/// One way of writing a deadline: a pattern over words in lower case with single blanks, and what is
/// made of it. Groups: `d` day, `m` month, `n` name of a month, `y` year, `q` quarter, `count` and
/// `unit` of a period, `w` the words to show where they are fewer than all.
pub(super) type Form = (&'static str, Make);

/// Makes a deadline of what a pattern found.
type Make = fn(&Captures<'_>, Anchor) -> Made;

/// The forms of a language.
struct Forms {
    /// Words of time, without which only figures can give a deadline: a quick look before the forms are tried.
    hints: Phrases,
    each: Ordered,
    /// What only the whole of a cell may be.
    cells: Ordered,
}

/// Forms, the firmest first.
struct Ordered {
    sieve: Sieve,
    /// What each form needs, its pattern, and what is made of it.
    forms: Vec<(Needs, Regex, Make)>,
}

/// The words of time of a language: without one only figures can give a deadline.
pub(crate) fn time_words(language: Language) -> &'static [&'static str] {
    match language {
        Language::Vi => vietnamese::HINTS,
        Language::En => english::HINTS,
        Language::Fr => french::HINTS,
    }
}

fn forms(language: Language) -> &'static Forms {
    static VI: LazyLock<Forms> = LazyLock::new(|| Forms::new(vietnamese::HINTS, vietnamese::FORMS, &[]));
    static EN: LazyLock<Forms> = LazyLock::new(|| Forms::new(english::HINTS, english::FORMS, english::CELLS));
    static FR: LazyLock<Forms> = LazyLock::new(|| Forms::new(french::HINTS, french::FORMS, french::CELLS));
    match language {
        Language::Vi => &VI,
        Language::En => &EN,
        Language::Fr => &FR,
    }
}

impl Forms {
    fn new(hints: &[&'static str], forms: &[Form], cells: &[Form]) -> Self {
        Self {
            hints: Phrases::new(hints.iter().copied()),
            each: Ordered::new(forms),
            cells: Ordered::new(cells),
        }
    }

    fn first(&self, words: &str, low: &str, anchor: Anchor) -> Option<Due> {
        if !has_year_or_day(low) && !self.hints.occur_in(low) {
            return None;
        }
        self.each.first(words, low, anchor)
    }

    fn of_cell(&self, low: &str, anchor: Anchor) -> Option<Due> {
        self.cells.first(low, low, anchor)
    }
}

impl Ordered {
    fn new(forms: &[Form]) -> Self {
        let patterns: Vec<String> = forms.iter().map(|(pattern, _)| expanded(pattern)).collect();
        let (sieve, needs) = Sieve::of(&patterns);
        let compile = |((pattern, needs), (_, make)): ((&String, Needs), &Form)| {
            Some((needs, Regex::new(pattern).ok()?, *make))
        };
        Self { sieve, forms: patterns.iter().zip(needs).zip(forms).filter_map(compile).collect() }
    }

    fn first(&self, words: &str, low: &str, anchor: Anchor) -> Option<Due> {
        let met = self.sieve.met_by(low);
        self.forms.iter().filter(|(needs, ..)| met.include(*needs)).find_map(|(_, pattern, make)| {
            pattern.captures_iter(low).find_map(|found| due(words, &found, make(&found, anchor)?, anchor))
        })
    }
}

/// Whether a text has the start of a year (`20`) or two numbers joined as in a day (`30/6`). Deadlines
/// without them have a word of time.
pub(crate) fn has_year_or_day(low: &str) -> bool {
    let digits = |pair: &[u8]| matches!(pair, [b'2', b'0'] | [b'0'..=b'9', b'/']);
    low.as_bytes().windows(2).any(digits)
}

/// Short names in the patterns: `MONTH` in English, `MOIS` in French, `YEAR`, with a `2` those where a span ends,
/// `END` of a word.
fn expanded(pattern: &str) -> String {
    const NAMES: [(&str, &str); 7] = [
        (
            "MONTH2",
            "(?P<n2>january|february|march|april|may|june|july|august|september|october|november|december)",
        ),
        (
            "MONTH",
            "(?P<n>january|february|march|april|may|june|july|august|september|october|november|december)",
        ),
        (
            "MOIS2",
            "(?P<n2>janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)",
        ),
        (
            "MOIS",
            "(?P<n>janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)",
        ),
        ("YEAR2", "(?P<y2>20[0-9]{2})"),
        ("YEAR", "(?P<y>20[0-9]{2})"),
        ("END", r"(?-u:\b)"),
    ];
    NAMES.iter().fold(pattern.to_owned(), |text, (name, words)| text.replace(name, words))
}

fn due(words: &str, found: &Captures<'_>, made: (Option<String>, bool), anchor: Anchor) -> Option<Due> {
    let (code, relative) = made;
    if code.as_deref().is_some_and(|code| is_past(code, anchor)) {
        return None;
    }
    let place = found.name("w").or_else(|| found.get(0))?.range();
    let words = words.get(place)?.trim().trim_matches([',', ';', ':', '(', ')']).trim();
    Some(Due { code, words: words.to_owned(), relative })
}

/// Whether a day, month or year, or the end of a span, lies before the document was issued: such a date tells of
/// something. What a meeting set may fall due while its notice is being signed.
fn is_past(code: &str, anchor: Anchor) -> bool {
    const SIGNING: i64 = 14;
    let until = code.rsplit('/').next().unwrap_or(code);
    let dated = until.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let day = until.parse::<Date>().ok();
    let span = code.contains('/');
    let issued = anchor.issued.and_then(|issued| match day {
        // "từ ngày 16 đến ngày 22": what was over when the document was signed.
        Some(_) if !span => issued.checked_sub(SIGNING.days()).ok(),
        _ => Some(issued),
    });
    let Some(issued) = issued.map(|day| day.to_string()) else { return false };
    dated && issued.get(..until.len()).is_some_and(|same| until < same)
}

pub(super) fn group<'a>(found: &'a Captures<'_>, name: &str) -> Option<&'a str> {
    found.name(name).map(|m| m.as_str())
}

fn dated(code: String) -> (Option<String>, bool) {
    (Some(code), false)
}

/// The printed year, or the year of issue; a printed day behind the issue lies in it, one before it
/// in the next.
fn year_for(found: &Captures<'_>, month: i8, day: i8, anchor: Anchor) -> Option<(i16, bool)> {
    if let Some(year) = group(found, "y") {
        return Some((year.parse().ok()?, false));
    }
    let issued = anchor.issued?;
    let before = (month, day) < (issued.month(), issued.day());
    Some((if before { issued.year() + 1 } else { issued.year() }, true))
}

fn month_number(found: &Captures<'_>) -> Option<i8> {
    match group(found, "m") {
        Some(month) => month.parse().ok(),
        None => month_of_name(group(found, "n")?),
    }
}

pub(super) fn day(found: &Captures<'_>, anchor: Anchor) -> Made {
    let (month, day) = (month_number(found)?, group(found, "d")?.parse().ok()?);
    let (year, relative) = year_for(found, month, day, anchor)?;
    Some((Some(iso(year, month, day)?), relative))
}

pub(super) fn month(found: &Captures<'_>, anchor: Anchor) -> Made {
    let month = month_number(found)?;
    let (year, relative) = year_for(found, month, 31, anchor)?;
    Some((Some(year_month(year, month)?), relative))
}

pub(super) fn year_month(year: i16, month: i8) -> Option<String> {
    (1..=12).contains(&month).then(|| format!("{year}-{month:02}"))
}

pub(super) fn in_year(found: &Captures<'_>, _: Anchor) -> Made {
    Some(dated(group(found, "y")?.to_owned()))
}

pub(super) fn years(found: &Captures<'_>, _: Anchor) -> Made {
    let (from, until) = (group(found, "from")?, group(found, "until")?);
    (from < until).then(|| dated(format!("{from}/{until}")))
}

pub(super) fn quarter(found: &Captures<'_>, anchor: Anchor) -> Made {
    let number = quarter_number(group(found, "q")?)?;
    let (year, relative) = year_for(found, number * 3, 31, anchor)?;
    Some((Some(format!("{year}-Q{number}")), relative))
}

/// 1 to 4 for a quarter in figures, Roman figures or words.
pub(super) fn quarter_number(word: &str) -> Option<i8> {
    const WORDS: [&[&str]; 4] = [
        &["i", "first", "premier", "1er", "1st"],
        &["ii", "second", "deuxième", "2e", "2nd", "2ème"],
        &["iii", "third", "troisième", "3e", "3rd", "3ème"],
        &["iv", "fourth", "last", "quatrième", "dernier", "4e", "4th", "4ème"],
    ];
    let at = WORDS.iter().position(|words| words.contains(&word));
    let figure = || word.trim_start_matches(['q', 't', '0']).parse().ok();
    let number = at.and_then(|at| i8::try_from(at + 1).ok()).or_else(figure);
    number.filter(|number| (1..=4).contains(number))
}

/// The first or second half of a year, by its last month.
pub(super) fn half(found: &Captures<'_>, anchor: Anchor) -> Made {
    let month = match group(found, "half")? {
        "đầu" | "first" | "premier" | "1er" => 6,
        _ => 12,
    };
    let (year, relative) = year_for(found, month, 31, anchor)?;
    Some((Some(year_month(year, month)?), relative))
}

/// The first nine months of a year.
pub(super) fn nine_months(found: &Captures<'_>, anchor: Anchor) -> Made {
    let (year, relative) = year_for(found, 9, 31, anchor)?;
    Some((Some(year_month(year, 9)?), relative))
}

/// "This month", "the end of the year": the month, quarter or year of issue.
pub(super) fn this_period(found: &Captures<'_>, anchor: Anchor) -> Made {
    let issued = anchor.issued?;
    let code = match group(found, "unit")? {
        "tháng" | "month" | "mois" => year_month(issued.year(), issued.month())?,
        "quý" | "quarter" | "trimestre" => format!("{}-Q{}", issued.year(), (issued.month() + 2) / 3),
        "tuần" | "week" | "semaine" => end_of_week(issued)?.to_string(),
        _ => issued.year().to_string(),
    };
    Some((Some(code), true))
}

fn end_of_week(day: Date) -> Option<Date> {
    let left = i64::from(7 - day.weekday().to_monday_one_offset());
    day.checked_add(left.days()).ok()
}

/// So many days, weeks, months or years after the day of issue.
pub(super) fn after_issue(found: &Captures<'_>, anchor: Anchor) -> Made {
    let number = number(group(found, "count")?)?;
    let unit = group(found, "unit")?;
    let starts = |words: &[&str]| words.iter().any(|word| unit.starts_with(word));
    let Some(issued) = anchor.issued else { return Some((None, true)) };
    let until = if starts(&["giờ", "hour", "heure"]) {
        issued.checked_add((number / 24).days())
    } else if starts(&["ngày làm việc", "business", "working", "jours ouvr"]) {
        return Some((Some(after_working_days(issued, number)?.to_string()), true));
    } else if starts(&["ngày", "day", "jour", "calendar"]) {
        issued.checked_add(number.days())
    } else if starts(&["tuần", "week", "semaine"]) {
        issued.checked_add(number.weeks())
    } else if starts(&["năm", "year", "an"]) {
        issued.checked_add(number.years())
    } else {
        issued.checked_add(number.months())
    };
    Some((Some(until.ok()?.to_string()), true))
}

/// So many days after the day of issue.
pub(super) fn days_after_issue(days: i64, anchor: Anchor) -> (Option<String>, bool) {
    let until = anchor.issued.and_then(|issued| issued.checked_add(days.days()).ok());
    (until.map(|day| day.to_string()), true)
}

/// Saturdays and Sundays do not count; public holidays are not known here.
fn after_working_days(issued: Date, count: i64) -> Option<Date> {
    let works = |day: &Date| !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    let day_after = |day: &Date| day.tomorrow().ok();
    let count = usize::try_from(count).ok().filter(|count| (1..2000).contains(count))?;
    std::iter::successors(day_after(&issued), day_after).filter(works).nth(count - 1)
}

// It is one of the makers, which may fail.
#[allow(clippy::unnecessary_wraps)]
/// A period that runs from an event without a date: the words alone.
pub(super) fn after_event(_: &Captures<'_>, _: Anchor) -> Made {
    Some((None, false))
}

/// A number in figures or words, as far as periods are counted.
fn number(word: &str) -> Option<i64> {
    const WORDS: [(i64, &[&str]); 16] = [
        (1, &["one", "un", "une", "một"]),
        (2, &["two", "deux", "hai"]),
        (3, &["three", "trois", "ba"]),
        (4, &["four", "quatre", "bốn"]),
        (5, &["five", "cinq", "năm"]),
        (6, &["six", "sáu"]),
        (7, &["seven", "sept", "bảy"]),
        (8, &["eight", "huit", "tám", "huitaine"]),
        (10, &["ten", "dix", "mười"]),
        (15, &["fifteen", "quinze", "quinzaine"]),
        (20, &["twenty", "vingt"]),
        (30, &["thirty", "trente", "ba mươi"]),
        (45, &["forty-five", "quarante-cinq"]),
        (60, &["sixty", "soixante"]),
        (90, &["ninety", "quatre-vingt-dix"]),
        (180, &["one hundred eighty", "one hundred and eighty"]),
    ];
    let named = WORDS.iter().find(|(_, words)| words.contains(&word)).map(|(number, _)| *number);
    named.or_else(|| word.parse().ok()).filter(|number| (1..4000).contains(number))
}

macro_rules! always {
    ($name:ident, $code:literal) => {
        #[allow(clippy::unnecessary_wraps)]
        #[doc = concat!("Again and again: `", $code, "`.")]
        pub(super) fn $name(_: &Captures<'_>, _: Anchor) -> Made {
            Some(dated($code.to_owned()))
        }
    };
}
always!(daily, "daily");
always!(weekly, "weekly");
always!(monthly, "monthly");
always!(quarterly, "quarterly");
always!(yearly, "yearly");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_is_right() {
        let all = [
            ("vi", vietnamese::FORMS),
            ("en", english::FORMS),
            ("en", english::CELLS),
            ("fr", french::FORMS),
            ("fr", french::CELLS),
        ];
        for (language, forms) in all {
            for (pattern, _) in forms {
                assert!(Regex::new(&expanded(pattern)).is_ok(), "{language}: {pattern}");
            }
        }
    }

    #[test]
    fn cells_need_no_cue_and_keep_words_that_are_no_time() {
        let table = [
            ("Tháng 12/2025", Some("2025-12")),
            ("Quý IV/2025- Quý II/2026", Some("2025-Q4/2026-Q2")),
            ("Quý I, II năm 2026", Some("2026-Q1/2026-Q2")),
            ("Quý 3/2026", Some("2026-Q3")),
            ("2027 - 2030", Some("2027/2030")),
            ("01/01/2026", Some("2026-01-01")),
            ("Tháng 6 năm 2026", Some("2026-06")),
            ("Hàng năm", Some("yearly")),
            ("Hằng quý", Some("quarterly")),
            ("2026", Some("2026")),
            ("Thường xuyên", None),
            ("Theo tiến độ được duyệt", None),
            ("Tháng 11 - 12/2025", Some("2025-11/2025-12")),
            ("Tháng 10, 11 năm 2025", Some("2025-10/2025-11")),
            ("Từ tháng 11/2025 đến hết tháng 02/2026", Some("2025-11/2026-02")),
            ("01/3/2026 - 30/4/2026", Some("2026-03-01/2026-04-30")),
            ("Từ ngày 15/12 đến ngày 05/01/2026", Some("2025-12-15/2026-01-05")),
            ("Từ ngày 16 - 22/11/2026", Some("2026-11-16/2026-11-22")),
            ("Từ tháng 11/2025 đến khi cầu thông xe", None),
            ("Từ năm 2026", None),
        ];
        for (cell, code) in table {
            let due = deadline_of_cell(cell, Language::Vi, Anchor::default()).unwrap();
            assert_eq!(due.code.as_deref(), code, "{cell}");
            assert_eq!(due.words, cell);
        }
        assert_eq!(deadline_of_cell(" - ", Language::Vi, Anchor::default()), None);
        let english = [
            ("First quarter of 2026.", "2026-Q1"),
            ("Q2/2026", "2026-Q2"),
            ("End of March 2026", "2026-03"),
            ("Second half of 2026", "2026-12"),
        ];
        for (cell, code) in english {
            let due = deadline_of_cell(cell, Language::En, Anchor::default()).unwrap();
            assert_eq!(due.code.as_deref(), Some(code), "{cell}");
        }
        for (cell, code) in
            [("juin 2026", "2026-06"), ("2ème semestre 2026", "2026-12"), ("fin 2027", "2027")]
        {
            let due = deadline_of_cell(cell, Language::Fr, Anchor::default()).unwrap();
            assert_eq!(due.code.as_deref(), Some(code), "{cell}");
        }
    }
}
