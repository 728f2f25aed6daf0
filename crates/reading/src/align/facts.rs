//! What two versions must agree on whatever their language: numbers, dates and symbols, each in a
//! form that does not hang on how a language writes it.

use super::DifferenceKind;
use crate::Language;
use crate::dates::{all_dates, month_of_name};
use crate::identity::symbol_key;
use crate::words::folded;
use regex::{Captures, Regex};
use std::ops::Range;
use std::sync::LazyLock;

/// A number, date or symbol in a stretch of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fact {
    pub(super) kind: DifferenceKind,
    /// In bytes of the words.
    pub(super) range: Range<usize>,
    /// What it says; a second reading where the writing leaves two (`1.500`, `03/04/2025`).
    pub(super) values: Vec<String>,
}

impl Fact {
    /// Whether both can say the same: one reading in common; a day without a year agrees with
    /// that day of a year.
    pub(super) fn agrees_with(&self, other: &Self) -> bool {
        let alike = |a: &String, b: &String| match self.kind {
            DifferenceKind::Date => a == b || completes(a, b) || completes(b, a),
            _ => a == b,
        };
        self.kind == other.kind && self.values.iter().any(|a| other.values.iter().any(|b| alike(a, b)))
    }
}

/// Whether a date without a year or a day is a part of a fuller one: `--12-15` and `2024-12` of
/// `2024-12-15`.
fn completes(part: &str, whole: &str) -> bool {
    match part.strip_prefix('-') {
        Some(part) => whole.len() > part.len() && whole.get(4..).is_some_and(|rest| rest.starts_with(part)),
        None => whole.strip_prefix(part).is_some_and(|rest| rest.starts_with('-')),
    }
}

/// The facts of a stretch of words in their order.
pub(super) fn facts(words: &str, language: Language) -> Vec<Fact> {
    let mut facts: Vec<Fact> = Vec::new();
    let mut free = words.to_owned();
    for find in [symbols, dates, parts_of_dates, numbers] {
        let found = find(&free, language);
        blank(&mut free, &found);
        facts.extend(found);
    }
    facts.sort_by_key(|fact| fact.range.start);
    facts
}

/// Blanks what was found, so that the number of a symbol is no number.
fn blank(words: &mut String, found: &[Fact]) {
    if found.is_empty() {
        return;
    }
    let mut bytes = std::mem::take(words).into_bytes();
    for fact in found {
        if let Some(stretch) = bytes.get_mut(fact.range.clone()) {
            stretch.fill(b'_');
        }
    }
    // Facts start and end on characters, so what is left is text.
    *words = String::from_utf8(bytes).unwrap_or_default();
}

fn symbols(words: &str, _: Language) -> Vec<Fact> {
    static PATTERN: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(crate::find::SYMBOL).ok());
    let found = PATTERN.iter().flat_map(|pattern| pattern.find_iter(words));
    // A sign has two capitals in a row: `2-Clause` is none.
    let is_sign = |symbol: &str| {
        symbol.split(char::is_lowercase).any(|part| {
            part.chars().zip(part.chars().skip(1)).any(|(a, b)| a.is_uppercase() && b.is_uppercase())
        })
    };
    found
        .filter(|found| is_sign(found.as_str()))
        .map(|found| Fact {
            kind: DifferenceKind::Symbol,
            range: found.range(),
            values: vec![symbol_key(found.as_str())],
        })
        .collect()
}

fn dates(words: &str, language: Language) -> Vec<Fact> {
    let fact = |(range, day): (Range<usize>, String)| {
        let printed = words.get(range.clone()).unwrap_or_default();
        let swapped = swapped(&day).filter(|_| language == Language::En && is_in_figures(printed));
        Fact { kind: DifferenceKind::Date, range, values: std::iter::once(day).chain(swapped).collect() }
    };
    all_dates(words).into_iter().map(fact).collect()
}

fn is_in_figures(printed: &str) -> bool {
    printed.contains('/') && !printed.chars().any(char::is_alphabetic)
}

/// `03/04/2025` is the third of April or the fourth of March in English.
fn swapped(day: &str) -> Option<String> {
    let (year, month, day) = (day.get(..4)?, day.get(5..7)?, day.get(8..)?);
    (month != day && day <= "12").then(|| format!("{year}-{day}-{month}"))
}

const MONTHS: &str = "january|february|march|april|may|june|july|august|september|october|november|december\
    |janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre";

/// Dates without a day or without a year, and quarters.
fn parts_of_dates(words: &str, _: Language) -> Vec<Fact> {
    static PATTERN: LazyLock<Option<Regex>> = LazyLock::new(|| {
        let pattern = format!(
            r"(?xi)
              \b quý \s* (?P<q1>iv|iii|ii|i|[1-4])\b \s* (?:/|-|,|năm)? \s* (?:năm\s*)? (?P<yq1>20\d\d)
            | \b (?P<q2>first|second|third|fourth|premier|deuxième|troisième|quatrième) \s+
                (?:quarter|trimestre) \s+ (?:of\s+|de\s+)? (?P<yq2>20\d\d)
            | \b [qt](?P<q3>[1-4]) [\s/-]* (?P<yq3>20\d\d)
            | (?:\bngày\s*) (?P<d1>\d{{1,2}}) \s* (?:/|-|tháng) \s* (?P<m1>\d{{1,2}}) \b
            | \btháng \s* (?P<m2>\d{{1,2}}) \s* (?:/|-|,?\s*năm) \s* (?P<y2>(?:19|20)\d\d)
            | \b (?P<m3>\d{{1,2}}) / (?P<y3>(?:19|20)\d\d) \b
            | \b (?P<d4>\d{{1,2}})(?:st|nd|rd|th|er)? \s+ (?:of\s+)? (?P<n4>{MONTHS}) \b (?:\s*,?\s*(?P<y4>(?:19|20)\d\d))?
            | \b (?P<n5>{MONTHS}) \s*,?\s* (?P<y5>(?:19|20)\d\d) \b
            | \b (?P<n6>{MONTHS}) \s+ (?P<d6>\d{{1,2}})(?:st|nd|rd|th)? \b
            | \btháng \s* (?P<m7>\d{{1,2}}) \b
            | \b (?:in|by|of|since|until|before|from|en|de|fin|début|d['’]ici)
                \s+ (?P<n7>{MONTHS}) \b (?:\s*,?\s*(?P<y7>(?:19|20)\d\d))?
            | \b (?P<y8>(?:19|20)\d\d) \s+ (?P<n8>{MONTHS}) \b"
        );
        Regex::new(&pattern).ok()
    });
    let found = PATTERN.iter().flat_map(|pattern| pattern.captures_iter(words));
    let fact = |found: Captures<'_>| {
        let range = found.get(0)?.range();
        Some(Fact { kind: DifferenceKind::Date, range, values: vec![part_of_date(&found)?] })
    };
    found.filter_map(fact).collect()
}

fn part_of_date(found: &Captures<'_>) -> Option<String> {
    let group = |names: &[&str]| names.iter().find_map(|name| found.name(name)).map(|m| m.as_str());
    if let Some(quarter) = group(&["q1", "q2", "q3"]) {
        let number = match quarter.to_lowercase().as_str() {
            "i" | "1" | "first" | "premier" => 1,
            "ii" | "2" | "second" | "deuxième" => 2,
            "iii" | "3" | "third" | "troisième" => 3,
            _ => 4,
        };
        return Some(format!("{}-Q{number}", group(&["yq1", "yq2", "yq3"])?));
    }
    let month: i8 = match group(&["m1", "m2", "m3", "m7"]) {
        Some(month) => month.parse().ok()?,
        None => month_of_name(group(&["n4", "n5", "n6", "n7", "n8"])?)?,
    };
    let day: Option<i8> = group(&["d1", "d4", "d6"]).and_then(|day| day.parse().ok());
    let year = group(&["y2", "y3", "y4", "y5", "y7", "y8"]).unwrap_or("-");
    (1..=12).contains(&month).then(|| match day {
        Some(day) => format!("{year}-{month:02}-{day:02}"),
        None => format!("{year}-{month:02}"),
    })
}

/// A number with its separators, and the word of a thousand, million or billion behind it.
const NUMBER: &str = r"(?xi)
    (?P<figures> \d{1,3}(?:\ \d{3})+ (?:[.,]\d+)? | \d+(?:[.,]\d+)* )
    (?P<behind> (?:st|nd|rd|th|er|ers|ère|ème|es|e)\b )?
    (?: \s* (?P<scale> nghìn\s+t[ỷỉ] | nghìn | ngàn | triệu | t[ỷỉ] | thousand | million s? | billion s?
        | trillion s? | mille | milliard s? ) \b )?";

fn numbers(words: &str, language: Language) -> Vec<Fact> {
    static PATTERN: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(NUMBER).ok());
    let found = PATTERN.iter().flat_map(|pattern| pattern.captures_iter(words));
    let mut facts: Vec<Fact> = found.filter_map(|found| number(words, &found, language)).collect();
    facts.extend(romans(words));
    facts
}

fn number(words: &str, found: &Captures<'_>, language: Language) -> Option<Fact> {
    let (whole, figures) = (found.get(0)?, found.name("figures")?);
    let before = words.get(..whole.start())?.chars().next_back();
    let behind = found.name("behind").map_or(figures.end(), |m| m.end());
    let after = words.get(behind..)?.chars().next();
    // `G20`, `m2` and `5G` are names, `&#160;` is a mark.
    let sticks = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    if sticks(before) || before == Some('#') || sticks(after) && found.name("scale").is_none() {
        return None;
    }
    let scale = found.name("scale").map_or(1.0, |scale| scale_of(scale.as_str(), language));
    let values = values(figures.as_str(), language, scale);
    let end = found.name("scale").map_or(behind, |scale| scale.end());
    Some(Fact { kind: DifferenceKind::Number, range: whole.start()..end, values })
}

fn scale_of(word: &str, language: Language) -> f64 {
    let word = folded(word);
    match word.trim_end_matches('s') {
        "nghin" | "ngan" | "thousand" | "mille" => 1e3,
        "trieu" | "million" => 1e6,
        "billion" if language == Language::Fr => 1e12,
        "ty" | "ti" | "billion" | "milliard" => 1e9,
        _ => 1e12,
    }
}

/// The readings of figures with separators: the usual one of the language first.
fn values(figures: &str, language: Language, scale: f64) -> Vec<String> {
    let plain = figures.replace(' ', "");
    let parts: Vec<&str> = plain.split(['.', ',']).collect();
    let marks: Vec<char> = plain.chars().filter(|c| matches!(c, '.' | ',')).collect();
    let grouped = parts.first().is_some_and(|first| (1..=3).contains(&first.len()))
        && parts.iter().skip(1).all(|part| part.len() == 3);
    let joined = parts.concat();
    let as_decimal = || {
        let last = parts.last().map_or(0, |last| last.len());
        let (whole, fraction) = joined.split_at_checked(joined.len().saturating_sub(last))?;
        Some(format!("{whole}.{fraction}"))
    };
    let decimal_mark = if language == Language::En { '.' } else { ',' };
    let readings = match marks.as_slice() {
        [] => vec![Some(joined)],
        [mark] if grouped && *mark == decimal_mark => vec![as_decimal(), Some(joined.clone())],
        [_] if grouped => vec![Some(joined.clone()), as_decimal()],
        [_] => vec![as_decimal()],
        [first, rest @ ..] if grouped && rest.iter().all(|mark| mark == first) => vec![Some(joined)],
        [.., last] if marks.iter().filter(|mark| *mark == last).count() == 1 => vec![as_decimal()],
        // `4.2.1` is the number of a section.
        _ => return vec![plain],
    };
    readings.into_iter().flatten().filter_map(|reading| canonical(&reading, scale)).collect()
}

fn canonical(reading: &str, scale: f64) -> Option<String> {
    let value: f64 = reading.parse().ok()?;
    // Rounded, so that 1.1 million is 1100000.
    let value = (value * scale * 1e6).round() / 1e6;
    Some(value.to_string())
}

/// Roman numbers of two letters and more: `khóa XVI`, `XVIe`.
fn romans(words: &str) -> Vec<Fact> {
    static PATTERN: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"\b([XVI]{2,7})(?:e|ème)?\b").ok());
    let found = PATTERN.iter().flat_map(|pattern| pattern.captures_iter(words));
    let fact = |found: Captures<'_>| {
        let value = roman(found.get(1)?.as_str())?.to_string();
        Some(Fact { kind: DifferenceKind::Number, range: found.get(0)?.range(), values: vec![value] })
    };
    found.filter_map(fact).collect()
}

fn roman(letters: &str) -> Option<u32> {
    let value = |c| match c {
        'I' => 1,
        'V' => 5,
        'X' => 10,
        _ => 0,
    };
    let values: Vec<u32> = letters.chars().map(value).collect();
    let next = values.iter().skip(1).copied().chain([0]);
    let signed = values.iter().copied().zip(next);
    let total = signed.fold(
        0i64,
        |sum, (now, next)| {
            if now < next { sum - i64::from(now) } else { sum + i64::from(now) }
        },
    );
    u32::try_from(total).ok()
}

/// The words of a small number in a language, without accents.
pub(super) fn number_words(value: &str, language: Language) -> &'static [&'static str] {
    let Some(at) = value.parse::<usize>().ok().filter(|n| (1..=12).contains(n)) else { return &[] };
    let table: &[&[&str]] = match language {
        Language::Vi => &[
            &["mot", "nhat", "dau"],
            &["hai", "nhi", "doi"],
            &["ba"],
            &["bon", "tu"],
            &["nam"],
            &["sau"],
            &["bay"],
            &["tam"],
            &["chin"],
            &["muoi"],
            &["muoi"],
            &["muoi", "ta"],
        ],
        Language::En => &[
            &["one", "first", "single", "once", "a"],
            &["two", "second", "twice", "both", "ii"],
            &["three", "third", "iii"],
            &["four", "fourth"],
            &["five", "fifth"],
            &["six", "sixth"],
            &["seven", "seventh"],
            &["eight", "eighth"],
            &["nine", "ninth"],
            &["ten", "tenth"],
            &["eleven", "eleventh"],
            &["twelve", "twelfth", "dozen"],
        ],
        Language::Fr => &[
            &["un", "une", "premier", "premiere"],
            &["deux", "deuxieme", "second", "seconde"],
            &["trois", "troisieme", "tiers", "tierce"],
            &["quatre", "quatrieme"],
            &["cinq", "cinquieme"],
            &["six", "sixieme"],
            &["sept", "septieme"],
            &["huit", "huitieme"],
            &["neuf", "neuvieme"],
            &["dix", "dixieme"],
            &["onze", "onzieme"],
            &["douze", "douzieme", "douzaine"],
        ],
    };
    table.get(at - 1).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn say(words: &str, language: Language) -> Vec<String> {
        facts(words, language).into_iter().map(|fact| fact.values.join("|")).collect()
    }

    #[test]
    fn numbers_dates_and_symbols_say_the_same_in_every_language() {
        let table = [
            ("đạt 1.500 tỷ đồng", Language::Vi, vec!["1500000000000|1500000000"]),
            ("reach 1,500 billion", Language::En, vec!["1500000000000|1500000000"]),
            ("atteint 1 500 milliards", Language::Fr, vec!["1500000000000"]),
            ("tăng 10,5%", Language::Vi, vec!["10.5"]),
            ("by 10.5 percent", Language::En, vec!["10.5"]),
            ("03 trụ cột", Language::Vi, vec!["3"]),
            ("ngày 15/12/2024", Language::Vi, vec!["2024-12-15"]),
            ("on December 15, 2024", Language::En, vec!["2024-12-15"]),
            ("le 15 décembre 2024", Language::Fr, vec!["2024-12-15"]),
            ("tháng 12 năm 2024", Language::Vi, vec!["2024-12"]),
            ("in December 2024", Language::En, vec!["2024-12"]),
            ("le rapport de décembre 2024", Language::Fr, vec!["2024-12"]),
            ("trong tháng 6", Language::Vi, vec!["--06"]),
            ("in June", Language::En, vec!["--06"]),
            ("a 2-Clause licence&#160;:", Language::En, vec!["2"]),
            ("trước ngày 15 tháng 12", Language::Vi, vec!["--12-15"]),
            ("by 15 December", Language::En, vec!["--12-15"]),
            ("quý IV/2026", Language::Vi, vec!["2026-Q4"]),
            ("the fourth quarter of 2026", Language::En, vec!["2026-Q4"]),
            ("Nghị quyết số 07/NQ-HĐND", Language::Vi, vec!["7/NQ-HDND"]),
            ("Resolution 7/NQ-HDND", Language::En, vec!["7/NQ-HDND"]),
            ("lần thứ XIII, khóa XVI", Language::Vi, vec!["13", "16"]),
            ("the 13th, the 16th", Language::En, vec!["13", "16"]),
            ("mạng 5G, G20, 30 m2", Language::Vi, vec!["30"]),
        ];
        for (words, language, expected) in table {
            assert_eq!(say(words, language), expected, "{words}");
        }
    }

    #[test]
    fn a_part_of_a_date_agrees_with_the_whole() {
        let date =
            |value: &str| Fact { kind: DifferenceKind::Date, range: 0..0, values: vec![value.to_owned()] };
        let table = [
            ("--12-15", "2024-12-15", true),
            ("2024-12", "2024-12-15", true),
            ("--12", "2024-12-15", true),
            ("--11-15", "2024-12-15", false),
            ("2023-12", "2024-12-15", false),
            ("2024-12-05", "2024-12-15", false),
        ];
        for (a, b, agree) in table {
            assert_eq!(date(a).agrees_with(&date(b)), agree, "{a} {b}");
            assert_eq!(date(b).agrees_with(&date(a)), agree, "{b} {a}");
        }
    }
}
