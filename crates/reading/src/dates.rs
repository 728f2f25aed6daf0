//! Dates and deadlines as documents write them, in the form of the reading guide.

use crate::Language;
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
    let pattern = PATTERN.as_ref()?;
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

/// What a deadline may lean on.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Anchor {
    /// The day of issue of the document.
    pub(crate) issued: Option<Date>,
}

/// The deadline that a clause gives, in the form of the reading guide. Dates that only name an
/// instrument must have been blanked before (see `citations::masked`).
pub(crate) fn deadline(low: &str, language: Language, anchor: Anchor) -> Option<String> {
    rules(language).iter().find_map(|rule| rule.apply(low, anchor))
}

/// The deadline that a cell of a column "time" gives: no cue is needed there.
pub(crate) fn deadline_of_cell(cell: &str, language: Language, anchor: Anchor) -> Option<String> {
    let low = crate::words::lower(cell);
    let spans = quarter_span(&low).or_else(|| year_span(&low));
    spans
        .or_else(|| rules(language).iter().find_map(|rule| rule.apply(&low, anchor)))
        .or_else(|| first_date(&low).map(|(_, day)| day))
        .or_else(|| month_alone(&low))
        .or_else(|| first_year(&low))
}

fn quarter_span(low: &str) -> Option<String> {
    let mut quarters = low.match_indices("quý").filter_map(|(at, _)| quarter(low.get(at..)?, None));
    let (first, second) = (quarters.next()?, quarters.next());
    Some(second.map_or(first.clone(), |second| format!("{first}/{second}")))
}

fn year_span(low: &str) -> Option<String> {
    static PATTERN: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?-u:\b)(20\d\d)\s*(?:-|–|—|đến|to|à)\s*(?:năm\s*)?(20\d\d)(?-u:\b)").ok()
    });
    let found = PATTERN.as_ref()?.captures(low)?;
    Some(format!("{}/{}", found.get(1)?.as_str(), found.get(2)?.as_str()))
}

fn month_alone(low: &str) -> Option<String> {
    static PATTERN: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"(?:tháng\s*)?(?-u:\b)(\d{1,2})\s*/\s*(20\d\d)(?-u:\b)").ok());
    let found = PATTERN.as_ref()?.captures(low)?;
    year_month(found.get(2)?.as_str(), found.get(1)?.as_str())
}

fn first_year(low: &str) -> Option<String> {
    static PATTERN: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"(?-u:\b)(20\d\d)(?-u:\b)").ok());
    Some(PATTERN.as_ref()?.captures(low)?.get(1)?.as_str().to_owned())
}

fn year_month(year: &str, month: &str) -> Option<String> {
    let month: u8 = month.parse().ok()?;
    (1..=12).contains(&month).then(|| format!("{year}-{month:02}"))
}

/// `quý IV/2026`, `quý 4 năm 2026` at the start of a text; the year may come from elsewhere.
fn quarter(low: &str, year: Option<i16>) -> Option<String> {
    static PATTERN: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"^quý\s*(iv|iii|ii|i|[1-4])(?-u:\b)\s*(?:(?:/|-|,|năm)\s*)?(?:năm\s*)?(20\d\d)?").ok()
    });
    let found = PATTERN.as_ref()?.captures(low)?;
    let number = match found.get(1)?.as_str() {
        "i" | "1" => 1,
        "ii" | "2" => 2,
        "iii" | "3" => 3,
        _ => 4,
    };
    let year = found.get(2).map(|y| y.as_str().to_owned()).or_else(|| year.map(|y| y.to_string()))?;
    Some(format!("{year}-Q{number}"))
}

/// One way of writing a deadline.
struct Rule {
    pattern: Regex,
    make: fn(&Captures<'_>, Anchor) -> Option<String>,
}

impl Rule {
    fn apply(&self, low: &str, anchor: Anchor) -> Option<String> {
        self.pattern.captures_iter(low).find_map(|found| (self.make)(&found, anchor))
    }
}

type RuleText = (&'static str, fn(&Captures<'_>, Anchor) -> Option<String>);

fn rules(language: Language) -> &'static [Rule] {
    static VI: LazyLock<Vec<Rule>> = LazyLock::new(|| compile(VI_RULES));
    static EN: LazyLock<Vec<Rule>> = LazyLock::new(|| compile(EN_RULES));
    static FR: LazyLock<Vec<Rule>> = LazyLock::new(|| compile(FR_RULES));
    match language {
        Language::Vi => &VI,
        Language::En => &EN,
        Language::Fr => &FR,
    }
}

fn compile(rules: &[RuleText]) -> Vec<Rule> {
    let compile = |(pattern, make): &RuleText| Some(Rule { pattern: Regex::new(pattern).ok()?, make: *make });
    rules.iter().filter_map(compile).collect()
}

fn group<'a>(found: &'a Captures<'_>, name: &str) -> Option<&'a str> {
    found.name(name).map(|m| m.as_str())
}

fn year_of(found: &Captures<'_>, anchor: Anchor) -> Option<i16> {
    group(found, "y").and_then(|y| y.parse().ok()).or_else(|| anchor.issued.map(Date::year))
}

fn day(found: &Captures<'_>, anchor: Anchor) -> Option<String> {
    let month = match group(found, "m") {
        Some(month) => month.parse().ok()?,
        None => month_of_name(group(found, "n")?)?,
    };
    iso(year_of(found, anchor)?, month, group(found, "d")?.parse().ok()?)
}

fn month(found: &Captures<'_>, anchor: Anchor) -> Option<String> {
    let year = year_of(found, anchor)?.to_string();
    match group(found, "m") {
        Some(month) => year_month(&year, month),
        None => year_month(&year, &month_of_name(group(found, "n")?)?.to_string()),
    }
}

fn year(found: &Captures<'_>, _: Anchor) -> Option<String> {
    group(found, "y").map(str::to_owned)
}

fn years(found: &Captures<'_>, _: Anchor) -> Option<String> {
    let (from, until) = (group(found, "from")?, group(found, "until")?);
    (from < until).then(|| format!("{from}/{until}"))
}

fn quarter_of(found: &Captures<'_>, anchor: Anchor) -> Option<String> {
    quarter(
        found.get(0)?.as_str().get(found.name("q")?.start() - found.get(0)?.start()..)?,
        year_of(found, anchor),
    )
}

fn named_quarter(found: &Captures<'_>, anchor: Anchor) -> Option<String> {
    let word = group(found, "q")?;
    let number = ["first", "second", "third", "fourth"].iter().position(|w| *w == word);
    let number =
        number.or_else(|| ["premier", "deuxième", "troisième", "quatrième"].iter().position(|w| *w == word));
    let number = match number {
        Some(at) => at + 1,
        None => word.trim_start_matches(['q', 't']).parse().ok()?,
    };
    Some(format!("{}-Q{number}", year_of(found, anchor)?))
}

/// So many days, weeks or months after the day of issue.
fn after_issue(found: &Captures<'_>, anchor: Anchor) -> Option<String> {
    let number: i64 = group(found, "count").and_then(number_word)?;
    let span = jiff::Span::new();
    let span = match group(found, "unit")? {
        unit if unit.starts_with("ngày")
            || unit.starts_with("day")
            || unit.starts_with("jour")
            || unit.contains("calendar") =>
        {
            span.try_days(number)
        }
        unit if unit.starts_with("tuần") || unit.starts_with("week") || unit.starts_with("semaine") => {
            span.try_weeks(number)
        }
        _ => span.try_months(number),
    };
    anchor.issued?.checked_add(span.ok()?).ok().map(|day| day.to_string())
}

fn number_word(word: &str) -> Option<i64> {
    const WORDS: [&[&str]; 6] = [
        &["one", "un", "une", "một"],
        &["two", "deux", "hai"],
        &["three", "trois", "ba"],
        &["four", "quatre", "bốn"],
        &["five", "cinq", "năm"],
        &["six", "sáu"],
    ];
    let at = WORDS.iter().position(|words| words.contains(&word));
    at.and_then(|at| i64::try_from(at + 1).ok())
        .or_else(|| word.parse().ok())
        .filter(|n| (1..4000).contains(n))
}

fn end_of_half(found: &Captures<'_>, anchor: Anchor) -> Option<String> {
    let year = year_of(found, anchor)?;
    Some(if group(found, "half")? == "đầu" { format!("{year}-06") } else { format!("{year}-12") })
}

macro_rules! always {
    ($name:ident, $code:literal) => {
        fn $name(_: &Captures<'_>, _: Anchor) -> Option<String> {
            Some($code.to_owned())
        }
    };
}
always!(daily, "daily");
always!(weekly, "weekly");
always!(monthly, "monthly");
always!(quarterly, "quarterly");
always!(yearly, "yearly");

/// The rules of Vietnamese, the firmest first.
const VI_RULES: &[RuleText] = &[
    // Again and again: a day of every year or month, then plain words.
    (r"(?:ngày\s*\d{1,2}\s*(?:/|tháng)\s*\d{1,2}|tháng\s*\d{1,2})\s*(?:hằng|hàng|mỗi)\s*năm", yearly),
    (r"ngày\s*\d{1,2}[^.;]{0,30}(?:tháng\s*cuối|hằng|hàng)\s*quý", quarterly),
    (r"ngày\s*\d{1,2}\s*(?:hằng|hàng)\s*tháng|ngày\s*\d{1,2}\s*của\s*tháng", monthly),
    // A day.
    (
        r"(?:trước|chậm nhất|muộn nhất|xong|hạn|hết|đến|vào|trong|từ nay)\s*(?:là|đến|vào|trước)?\s*(?:\d{1,2}\s*giờ[^.;]{0,12}?)?(?:ngày\s*)?(?P<d>\d{1,2})\s*(?:/|-|\.|\s*tháng\s*)\s*(?P<m>\d{1,2})\s*(?:(?:/|-|\.|,?\s*năm)\s*(?P<y>20\d\d))?",
        day,
    ),
    // A quarter, a month.
    (
        r"(?:trong|trước|hết|vào|cuối|đầu|chậm nhất|hoàn thành)\s*(?:là\s*)?(?P<q>quý\s*(?:iv|iii|ii|i|[1-4])(?-u:\b)\s*(?:(?:/|-|,|năm)\s*)?(?:năm\s*)?(?P<y>20\d\d)?)",
        quarter_of,
    ),
    (r"(?P<q>quý\s*(?:iv|iii|ii|i|[1-4])(?-u:\b)\s*(?:/|-|,|năm)\s*(?:năm\s*)?(?P<y>20\d\d))", quarter_of),
    (
        r"(?:trong|trước|hết|vào|cuối|đầu|đến|chậm nhất|hoàn thành|xong)\s*(?:là\s*|đến\s*|trong\s*)?(?:cuối\s*|đầu\s*|giữa\s*)?tháng\s*(?P<m>\d{1,2})(?-u:\b)\s*(?:(?:/|-|,?\s*năm)\s*(?P<y>20\d\d))?",
        month,
    ),
    (
        r"(?:cuối năm|đầu năm)\s*(?P<from>20\d\d)\s*(?:và|đến|-|,)\s*(?:cuối năm|đầu năm)\s*(?P<until>20\d\d)",
        years,
    ),
    (r"6 tháng (?P<half>đầu|cuối) năm\s*(?P<y>20\d\d)?", end_of_half),
    // So long after signing.
    (
        r"(?:trong|sau)\s*(?:thời hạn|vòng|thời gian)?\s*(?P<count>\d{1,3})\s*(?P<unit>ngày|tuần|tháng)\s*(?:làm việc\s*)?,?\s*(?:kể\s*)?từ\s*(?:ngày|khi)\s*(?:ký|ban hành|nghị quyết|quyết định|chỉ thị|kế hoạch|công điện)",
        after_issue,
    ),
    // Spans of years and a year.
    (
        r"trong\s*(?:giai đoạn|thời kỳ|các năm)\s*(?P<from>20\d\d)\s*(?:-|–|đến)\s*(?:năm\s*)?(?P<until>20\d\d)",
        years,
    ),
    (r"(?:trong|hết|cuối|trước|ngay trong|nội trong)\s*(?:cuối\s*)?năm\s*(?P<y>20\d\d)", year),
    (r"(?:hoàn thành|xong|báo cáo|trình)[^.;]{0,40}(?-u:\b)năm\s*(?P<y>20\d\d)", year),
    // Plain recurrence.
    (r"(?:^|định kỳ|báo cáo|báo cáo định kỳ)\s*(?:hằng|hàng|mỗi)\s*ngày", daily),
    (r"(?:^|định kỳ|báo cáo|báo cáo định kỳ)\s*(?:hằng|hàng|mỗi)\s*tuần", weekly),
    (r"(?:^|định kỳ|báo cáo|báo cáo định kỳ)\s*(?:hằng|hàng|mỗi)\s*tháng", monthly),
    (r"(?:^|định kỳ|báo cáo|báo cáo định kỳ)\s*(?:hằng|hàng|mỗi)\s*quý", quarterly),
    (r"(?:^|định kỳ|báo cáo|báo cáo định kỳ)\s*(?:hằng|hàng|mỗi)\s*năm", yearly),
];

/// The rules of English.
const EN_RULES: &[RuleText] = &[
    (
        r"(?:by|before|no later than|not later than|until|on or before|prior to|on)\s+(?:the\s+)?(?:end of\s+)?(?P<n>january|february|march|april|may|june|july|august|september|october|november|december)\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s*(?P<y>20\d\d)?(?-u:\b)",
        day,
    ),
    (
        r"(?:by|before|no later than|not later than|until|on or before|prior to|on)\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?\s+(?P<n>january|february|march|april|may|june|july|august|september|october|november|december),?\s*(?P<y>20\d\d)?(?-u:\b)",
        day,
    ),
    (
        r"(?:by|before|within|no later than|in)\s+(?:the\s+)?(?:end of\s+)?(?:the\s+)?(?P<q>first|second|third|fourth|q[1-4])\s*(?:quarter)?\s*(?:of\s+)?(?P<y>20\d\d)",
        named_quarter,
    ),
    (
        r"(?:by|before|in|until|no later than)\s+(?:the\s+)?(?:end of\s+)?(?P<n>january|february|march|april|may|june|july|august|september|october|november|december)\s*,?\s*(?P<y>20\d\d)",
        month,
    ),
    (
        r"within\s+(?P<count>\d{1,4}|one|two|three|four|five|six)\s+(?:\(\d+\)\s+)?(?P<unit>calendar days?|business days?|working days?|days?|weeks?|months?)\s+(?:of|from|after|following)\s+(?:the\s+)?(?:date of\s+)?(?:issuance|signing|publication|the date|release|this|its)",
        after_issue,
    ),
    (
        r"(?:in|during|for)\s+the\s+period\s+(?:of\s+|from\s+)?(?P<from>20\d\d)\s*(?:-|–|to)\s*(?P<until>20\d\d)",
        years,
    ),
    (r"(?:by|before)\s+(?:the\s+)?(?:end of\s+)?(?P<y>20\d\d)(?-u:\b)", year),
    (r"(?:^|[ ,])in\s+(?P<y>20\d\d)\s*[;.,]?\s*$", year),
    (r"(?-u:\b)(?:daily|every day)(?-u:\b)", daily),
    (r"(?-u:\b)(?:every week|on a weekly basis|weekly report)(?-u:\b)", weekly),
    (r"(?-u:\b)(?:every month|on a monthly basis|report monthly|each month|^monthly)(?-u:\b)", monthly),
    (
        r"(?-u:\b)(?:every quarter|on a quarterly basis|^quarterly|report quarterly|each quarter)(?-u:\b)",
        quarterly,
    ),
    (
        r"^(?:annually|every year|each year)(?-u:\b)|(?-u:\b)annually(?-u:\b)|(?-u:\b)(?:on an annual basis|every year|each year|at least annually)(?-u:\b)",
        yearly,
    ),
];

/// The rules of French.
const FR_RULES: &[RuleText] = &[
    (
        r"(?:avant|d’ici|d'ici|au plus tard|jusqu'au|jusqu’au|pour)\s+(?:le\s+|au\s+)?(?P<d>\d{1,2})(?:er)?\s+(?P<n>janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\s*(?P<y>20\d\d)?",
        day,
    ),
    (
        r"(?:avant|d’ici|d'ici|au plus tard)\s+(?:à\s+|en\s+|fin\s+|la fin (?:du mois )?(?:de |d’|d'))*(?P<n>janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\s+(?P<y>20\d\d)",
        month,
    ),
    (
        r"(?:au|avant le|d'ici le|d’ici le|courant du|durant le)\s+(?P<q>premier|deuxième|troisième|quatrième)\s+trimestre\s+(?:de\s+(?:l['’]année\s+)?)?(?P<y>20\d\d)",
        named_quarter,
    ),
    (
        r"(?:avant|d’ici|d'ici)\s+(?:à\s+)?(?:la\s+)?(?:fin\s+)?(?:de\s+|en\s+)?(?:l['’]année\s+|l['’]an\s+)?(?P<y>20\d\d)",
        year,
    ),
    (
        r"(?:au cours de|pendant|durant|pour) la période\s+(?:de\s+)?(?P<from>20\d\d)\s*(?:-|–|à)\s*(?P<until>20\d\d)",
        years,
    ),
    (
        r"(?:dans|sous|au cours)\s+(?:un délai de\s+|des\s+|les\s+)?(?P<count>\d{1,3}|un|une|deux|trois|quatre|cinq|six)\s+(?:prochaine?s\s+)?(?P<unit>jours|semaines?|mois)",
        after_issue,
    ),
    (r"(?-u:\b)(?:chaque jour|quotidiennement)(?-u:\b)", daily),
    (r"(?-u:\b)(?:chaque semaine|hebdomadairement)(?-u:\b)", weekly),
    (r"(?-u:\b)(?:chaque mois|mensuellement|tous les mois)(?-u:\b)", monthly),
    (r"(?-u:\b)(?:chaque trimestre|trimestriellement|tous les trimestres)(?-u:\b)", quarterly),
    (r"(?-u:\b)(?:chaque année|annuellement|tous les ans)(?-u:\b)", yearly),
];

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

    #[test]
    fn deadlines_as_offices_write_them() {
        let issued = Anchor { issued: Date::new(2025, 11, 17).ok() };
        let table = [
            (Language::Vi, "hoàn thành trong tháng 11 năm 2025", Some("2025-11")),
            (Language::Vi, "báo cáo trước ngày 15 tháng 12 năm 2025", Some("2025-12-15")),
            (Language::Vi, "chậm nhất ngày 30/11", Some("2025-11-30")),
            (Language::Vi, "xong trong quý iv/2026", Some("2026-Q4")),
            (Language::Vi, "trong quý ii năm 2026", Some("2026-Q2")),
            (Language::Vi, "định kỳ trước ngày 30 tháng 11 hàng năm báo cáo", Some("yearly")),
            (Language::Vi, "định kỳ hằng quý báo cáo", Some("quarterly")),
            (Language::Vi, "hoàn thành trong năm 2025", Some("2025")),
            (Language::Vi, "thực hiện chủ đề năm 2024", None),
            (Language::Vi, "trong thời hạn 30 ngày kể từ ngày ký", Some("2025-12-17")),
            (Language::Vi, "kế hoạch hàng năm của thành phố", None),
            (Language::En, "report before 15 december 2024", Some("2024-12-15")),
            (Language::En, "for approval in the first quarter of 2025;", Some("2025-Q1")),
            (Language::En, "within 30 days of issuance of this directive", Some("2025-12-17")),
            (Language::En, "annually review and report", Some("yearly")),
            (Language::En, "the 2024 theme of the city", None),
            (Language::Fr, "avant la fin de l’année 2024", Some("2024")),
            (Language::Fr, "au plus tard le 31 mars 2026", Some("2026-03-31")),
            (Language::Fr, "au cours des deux prochaines semaines", Some("2025-12-01")),
        ];
        for (language, text, expected) in table {
            assert_eq!(deadline(text, language, issued).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn cells_need_no_cue() {
        let table = [
            ("Tháng 12/2025", Some("2025-12")),
            ("Quý IV/2025- Quý II/2026", Some("2025-Q4/2026-Q2")),
            ("2027 - 2030", Some("2027/2030")),
            ("01/01/2026", Some("2026-01-01")),
            ("Hàng năm", Some("yearly")),
            ("Thường xuyên", None),
            ("2026", Some("2026")),
        ];
        for (cell, expected) in table {
            assert_eq!(
                deadline_of_cell(cell, Language::Vi, Anchor::default()).as_deref(),
                expected,
                "{cell}"
            );
        }
    }
}
