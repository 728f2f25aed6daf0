//! Other instruments that a document names: by number and sign, or by kind and body.

use super::scene::Scene;
use crate::Language;
use crate::dates;
use crate::identity::symbol_key as key;
use crate::language::{Lexicon, lexicon};
use crate::reading::{Citation, Metadata};
use crate::source::Source;
use crate::structure::Document;
use crate::words::{is_boundary, lower};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// A citation in the flow.
#[derive(Debug, Clone)]
pub(super) struct Cited {
    pub(super) range: Range<usize>,
    pub(super) kind: String,
    pub(super) symbol: Option<String>,
    pub(super) date: Option<String>,
    pub(super) issuer: Option<String>,
    pub(super) confidence: f64,
    pub(super) rule: &'static str,
}

impl Cited {
    pub(super) fn publish(self, scene: &Scene<'_>) -> Citation {
        Citation {
            span: super::span(scene, self.range, self.confidence, self.rule),
            kind: self.kind,
            symbol: self.symbol,
            date: self.date,
            issuer: self.issuer,
        }
    }
}

/// Number and sign: `45-NQ/TW`, `35/2021/QH15`, `323/QĐ-TTg`, `71/NQ -CP`. A blank may stand on
/// one side of a stroke where a line was broken. Numbers of a series have a part: `66.7/2025/NQ-CP`.
pub(crate) const SYMBOL: &str = r"\d{1,6}(?:(?:\.\d{1,2})?/(?:19|20)\d\d)?(?:[-/] | [-/]|[-/])\p{Lu}[\p{L}\d&]*(?:(?:[-/] | [-/]|[-/])[\p{Lu}\d][\p{L}\d&]*|\.[IVX](?-u:\b))*";

/// All citations in the order of the text, the document's own symbol included.
pub(super) fn find(source: &Source<'_>, document: &Document) -> Vec<Cited> {
    let lexicon = lexicon(document.language);
    let mut found = by_symbol(document, lexicon);
    if document.language == Language::En {
        english::complete(document, lexicon, &mut found);
    }
    found.extend(named::find(document, lexicon));
    found.extend(links::find(source.text(), document, lexicon));
    let short = short::find(document, lexicon, &found);
    found.extend(short);
    found.sort_by_key(|cited| (cited.range.start, std::cmp::Reverse(cited.range.end)));
    let (mut end, mut last) = (0, None);
    found.retain(|cited| {
        // "M-06-02, *Access to Records* (Dec. 16, 2005)": title and number of one.
        let titles = cited.rule == "citation.name"
            && cited.date.is_some()
            && last == cited.date
            && cited.range.start <= end + ", *".len();
        let free = cited.range.start >= end && !titles;
        if free {
            end = cited.range.end;
            last.clone_from(&cited.date);
        }
        free
    });
    found
}

/// The citations of other instruments: not the document's own number, in full or without its sign.
pub(super) fn others(document: &Document, found: Vec<Cited>, metadata: &Metadata) -> Vec<Cited> {
    let own = metadata.symbol.as_deref().filter(|_| metadata.kind != "news");
    let Some(own) = own else { return found };
    let is_own = |cited: &Cited| match &cited.symbol {
        Some(symbol) => key(symbol) == key(own),
        None => {
            cited.rule == short::RULE
                && cited.kind == metadata.kind
                && short::number_of(document.flow.words(cited.range.clone())) == short::number(own)
        }
    };
    found.into_iter().filter(|cited| !is_own(cited)).collect()
}

fn by_symbol(document: &Document, lexicon: &Lexicon) -> Vec<Cited> {
    static PATTERN: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(&format!("^{SYMBOL}")).ok());
    let Some(pattern) = PATTERN.as_ref() else { return Vec::new() };
    let text = document.flow.text();
    let mut end = 0;
    let symbols = numbers(text).filter_map(|at| {
        let free = at >= end;
        let found = free.then(|| pattern.find(text.get(at..text.floor_char_boundary(at + LONGEST))?))??;
        (found.start() == 0).then_some(at..at + found.end()).inspect(|range| end = range.end)
    });
    let mut out: Vec<Cited> = Vec::new();
    for range in symbols {
        let listed = out.last().and_then(|last| kind_of_list(text, last, range.start));
        out.extend(of_symbol(document, lexicon, range, listed));
    }
    out
}

/// "các công văn số: 12/SXD-HT ngày 3/5/2031, 15/SXD-HT ngày 9/5/2031": the kind of the symbol before, where only a
/// joint stands between.
fn kind_of_list(text: &str, last: &Cited, at: usize) -> Option<String> {
    const JOINTS: [&str; 4] = [",", ";", "và", ", số"];
    let between = text.get(last.range.end..at)?.trim();
    JOINTS.contains(&between).then(|| last.kind.clone())
}

/// A symbol takes no more bytes than this.
const LONGEST: usize = 120;

/// Where the numbers stand that a stroke follows, as in every symbol: few of all numbers.
fn numbers(text: &str) -> impl Iterator<Item = usize> + '_ {
    let bytes = text.as_bytes();
    let mut last = None;
    memchr::memchr2_iter(b'/', b'-', bytes).filter_map(move |stroke| {
        let before = bytes.get(..stroke)?;
        let before = before.strip_suffix(b" ").unwrap_or(before);
        let digits = before.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
        let start = start_of_series(before, before.len() - digits);
        (digits > 0 && last.replace(start) != Some(start)).then_some(start)
    })
}

/// In `66.7/2025/NQ-CP` the number starts before its part.
fn start_of_series(before: &[u8], start: usize) -> usize {
    let part = before.len() - start;
    let whole = before.get(..start).and_then(|rest| rest.strip_suffix(b"."));
    let digits = whole.map_or(0, |whole| whole.iter().rev().take_while(|byte| byte.is_ascii_digit()).count());
    if (1..=2).contains(&part) && (1..=4).contains(&digits) { start - 1 - digits } else { start }
}

/// The citation around a number and sign: the kind before it, date and issuer behind it. `listed` is the kind of the
/// list that it stands in.
fn of_symbol(
    document: &Document,
    lexicon: &Lexicon,
    at: Range<usize>,
    listed: Option<String>,
) -> Option<Cited> {
    let text = document.flow.text();
    let before = text.get(..at.start)?;
    let glued =
        before.chars().next_back().is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '-' | '.'));
    // "No.51/2001/QH10"
    if glued && !before.ends_with("No.") {
        return None;
    }
    let at = without_note(text, at);
    let symbol: String = text.get(at.clone())?.chars().filter(|c| !c.is_whitespace()).collect();
    let by_sign = kind_of_sign(&symbol);
    let (start, kind) = match kind_before(before, lexicon) {
        Some((start, kind)) => (start, kind),
        // A letter behind a number is a register's, not a kind: "matricule 612 334/L".
        None if document.language != Language::Vi && is_letter(&symbol) => return None,
        None => (start_of_number(before), by_sign.map(str::to_owned).or(listed)?),
    };
    // A letter has no kind in its sign, only the office: "Văn bản số 6721/VPCP-KTTH" (Decree 30/2020/NĐ-CP).
    let letter = document.flow.low().get(start..).is_some_and(|low| low.starts_with("văn bản"));
    let by_sign = by_sign.or_else(|| letter.then_some("dispatch"));
    // "Quy định số 379-QĐ/TW" is none of the kinds, whatever its sign.
    let printed = document.flow.low().get(start..).is_some_and(|low| low.starts_with("quy định"));
    let kind = if kind == "other" && !printed { by_sign.map_or(kind, str::to_owned) } else { kind };
    let (date, end) = date_after(text, at.end);
    let (issuer, end) = issuer_after(text, end, document.language, lexicon);
    // The date may also stand behind the issuer: "of the Government dated …".
    let (date, end) = match date {
        None => date_after(text, end),
        some => (some, end),
    };
    Some(Cited {
        range: start..end,
        kind,
        symbol: Some(symbol),
        date,
        issuer,
        confidence: 0.97,
        rule: "citation.symbol",
    })
}

/// Whether the sign of a symbol is one letter.
fn is_letter(symbol: &str) -> bool {
    symbol.rsplit(['/', '-']).next().is_some_and(|sign| sign.chars().count() == 1)
}

/// A footnote's number sticks to the sign (`66-NQ/TW1`): it is no part of it, but for the
/// numbers of parliaments (`QH15`).
fn without_note(text: &str, at: Range<usize>) -> Range<usize> {
    let words = text.get(at.clone()).unwrap_or_default();
    let bare = words.trim_end_matches(|c: char| c.is_ascii_digit());
    let sign = bare.rsplit(['/', '-']).next().unwrap_or_default().trim();
    let numbered = ["QH", "UBTVQH", "HĐND", "NQHĐ", "HDND", "K"].iter().any(|end| sign.ends_with(end))
        || bare.ends_with(['/', '-']);
    let known = ["TW", "CP", "TTg", "BCĐ", "BCĐTW", "TU", "UBND", "TTG"].contains(&sign);
    if !numbered && known { at.start..at.start + bare.len() } else { at }
}

/// The kind that a sign says: `NQ` is a resolution.
pub(super) fn kind_of_sign(symbol: &str) -> Option<&'static str> {
    let parts: Vec<String> =
        symbol.split(['/', '-']).map(|part| part.to_uppercase().replace('Đ', "D")).collect();
    let first = parts.iter().map(String::as_str).find(|part| !part.starts_with(|c: char| c.is_ascii_digit()));
    let table = [
        ("NQ", "resolution"),
        ("QD", "decision"),
        ("CT", "directive"),
        ("KL", "conclusion"),
        ("ND", "decree"),
        ("TT", "circular"),
        ("TTLT", "circular"),
        ("KH", "plan"),
        ("PA", "plan"),
        ("TB", "notice"),
        ("CD", "dispatch"),
        ("BC", "report"),
        ("CTR", "action_programme"),
        ("CTRHD", "action_programme"),
        ("HD", "other"),
        ("TTR", "other"),
        ("CV", "dispatch"),
        ("VBHN", "other"),
        ("PL", "law"),
        ("L", "law"),
        ("QC", "other"),
        ("DA", "other"),
        ("QYD", "other"),
        ("QDI", "other"),
    ];
    // The sign stands right behind the number and year; what follows names offices: "45/UBND-KH" is a letter.
    let by_sign = table.iter().find(|(sign, _)| first == Some(*sign)).map(|(_, kind)| *kind);
    // 35/2021/QH15 without a sign is a law or a resolution: the words before it say which.
    by_sign.or_else(|| parts.last().filter(|part| part.starts_with("QH")).map(|_| "law"))
}

/// The kind word that ends right before a number: where it starts, and the kind.
fn kind_before(before: &str, lexicon: &Lexicon) -> Option<(usize, String)> {
    static NUMBER: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"(?i)(?:\s|:)*(?:số|no\.?|n°|nº|numbered|number|nr\.?)?\s*:?\s*$").ok());
    let cut = start_of_last(NUMBER.as_ref()?, before);
    let head = before.get(..cut)?;
    let tail_start = head.len().saturating_sub(80);
    let tail_start = head.ceil_char_boundary(tail_start);
    let tail = lower(head.get(tail_start..)?);
    let hit = lexicon
        .kinds
        .iter()
        .find(|(words, _)| tail.ends_with(words.as_str()) && is_boundary(&tail, tail.len() - words.len()));
    let found = hit.map(|(words, kind)| (tail_start + tail.len() - words.len(), kind.clone()));
    match found {
        Some(found) if !tail.ends_with("pháp luật") => Some(found),
        None if short_kind(head).is_some() => short_kind(head),
        // A law keeps its name between kind and number: "Luật Đầu tư số 61/2020/QH14".
        found => laws::before_number(head, lexicon).or(found),
    }
}

/// "NQ 193/2025/QH15", "VB số 107/VPCP-CN": a kind by its letters right before a number.
fn short_kind(head: &str) -> Option<(usize, String)> {
    const KINDS: [(&str, &str); 7] = [
        ("NQ", "resolution"),
        ("NĐ", "decree"),
        ("QĐ", "decision"),
        ("VB", "dispatch"),
        ("CV", "dispatch"),
        ("KL", "conclusion"),
        ("TB", "notice"),
    ];
    let (short, kind) = KINDS.iter().find(|(short, _)| head.ends_with(short))?;
    let start = head.len() - short.len();
    is_boundary(head, start).then(|| (start, (*kind).to_owned()))
}

/// Where `số` or `No.` starts that stands right before a number.
fn start_of_number(before: &str) -> usize {
    static NUMBER: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"(?i)(?:(?-u:\b)số|(?-u:\b)no\.?|n°)\s*:?\s*$").ok());
    NUMBER.as_ref().map_or(before.len(), |number| start_of_last(number, before))
}

/// Where a pattern starts with which a text ends; only the last bytes are looked at, as the text
/// may be long.
fn start_of_last(pattern: &Regex, text: &str) -> usize {
    let from = text.ceil_char_boundary(text.len().saturating_sub(80));
    let last = text.get(from..).unwrap_or_default();
    pattern.find(last).map_or(text.len(), |found| from + found.start())
}

/// A date right behind a place, and where the citation ends with it.
fn date_after(text: &str, at: usize) -> (Option<String>, usize) {
    static LEAD: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"(?i)^\s*,?\s*(?:ngày|dated|of|du|le|on|en date du)?\s*").ok());
    let window = text.get(at..text.floor_char_boundary(at + 60)).unwrap_or_default();
    // A day in the next cell is another's, unless it says that it is one.
    let window = match window.find('\n') {
        Some(end) if !window.get(end + 1..).is_some_and(|next| next.starts_with("ngày ")) => {
            window.get(..end)
        }
        _ => Some(window),
    };
    let window = window.unwrap_or_default();
    if let Some((year, length)) = year_at(window) {
        return (Some(year), at + length);
    }
    let lead = LEAD.as_ref().and_then(|l| l.find(window)).map_or(0, |m| m.end());
    match window.get(lead..).and_then(dates::first_date) {
        Some((range, day)) if range.start <= 1 => (Some(day), at + lead + range.end),
        _ => match dates::first_date(window) {
            Some((range, day)) if range.start <= lead => (Some(day), at + range.end),
            _ => (None, at),
        },
    }
}

/// `năm 2014`, `2025` right behind a symbol or a name: the year, and where it ends.
fn year_at(window: &str) -> Option<(String, usize)> {
    let rest = window.strip_prefix(' ')?;
    let year = rest.strip_prefix("năm ").unwrap_or(rest);
    let digits = year.get(..4).filter(|year| year.starts_with("19") || year.starts_with("20"))?;
    let ends = year.get(4..)?.chars().next().is_none_or(|c| !(c.is_alphanumeric() || matches!(c, '/' | '-')));
    let whole = digits.chars().all(|c| c.is_ascii_digit()) && ends;
    whole.then(|| (digits.to_owned(), window.len() - year.len() + 4))
}

/// The issuer behind `của`, `of`, `du`, and where the citation ends with it.
fn issuer_after(text: &str, at: usize, language: Language, lexicon: &Lexicon) -> (Option<String>, usize) {
    static VI: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"^\s*,?\s*(?i:của)\s+(?:cố\s+)?").ok());
    static EN: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"^\s*,?\s*(?:of|by|issued by)\s+(?:the\s+)?").ok());
    static FR: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"^\s*,?\s*(?:du|de la|de l['’]|des|de)\s*").ok());
    let lead = match language {
        Language::Vi => &VI,
        Language::En => &EN,
        Language::Fr => &FR,
    };
    let window = text.get(at..text.floor_char_boundary(at + 240)).unwrap_or_default();
    let Some(lead) = lead.as_ref().and_then(|l| l.find(window)) else { return (None, at) };
    let rest = window.get(lead.end()..).unwrap_or_default();
    match super::parties::issuer(rest, language, lexicon) {
        Some(length) => (rest.get(..length).map(str::to_owned), at + lead.end() + length),
        None => (None, at),
    }
}

mod english;
mod french;
mod laws;
mod links;
mod named;
pub(in crate::find) mod short;
mod title;

#[cfg(test)]
mod tests;
