//! Citations without a number: laws by their names, resolutions by the congress that passed them.

use super::Cited;
use crate::Language;
use crate::bytes;
use crate::find::parties;
use crate::language::{Lexicon, lexicon};
use crate::structure::Document;
use crate::words::{is_boundary, is_capital, lower};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// Citations by name, in the order of the text; they may overlap those by number.
pub(super) fn find(document: &Document, lexicon: &Lexicon) -> Vec<Cited> {
    match document.language {
        Language::Vi => vietnamese(document, lexicon),
        Language::En => {
            let mut found = super::english::find(document, lexicon);
            found.extend(english(document.flow.text()));
            found
        }
        Language::Fr => super::french::find(document, lexicon),
    }
}

fn vietnamese(document: &Document, lexicon: &Lexicon) -> Vec<Cited> {
    static NAMED: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?P<kind>nghị quyết|văn kiện)\s+(?:của\s+)?(?P<body>đại hội|hội nghị|trung ương [0-9])|(?P<kind2>chương trình hành động|kế hoạch hành động|nghị quyết|chỉ thị|kết luận|thông báo kết luận)\s+(?:số\s+)?của\s+(?P<body2>\p{Ll})").ok()
    });
    let text = document.flow.text();
    let mut out = super::laws::find(document, lexicon);
    if let Some(named) = NAMED.as_ref() {
        for found in named.captures_iter(document.flow.low()) {
            let (Some(whole), Some(body)) = (found.get(0), found.name("body").or(found.name("body2"))) else {
                continue;
            };
            let congress = found.name("body").is_some();
            let named = text.get(body.start()..).is_some_and(|body| body.starts_with(is_capital));
            if !congress && !named {
                continue;
            }
            let kind = found.name("kind").or(found.name("kind2"));
            let kind = kind.and_then(|kind| text.get(kind.range())).unwrap_or_default();
            let cited = of_body(text, whole.start(), kind, body.start(), lexicon);
            out.extend(cited.and_then(|cited| identified(document, cited, kind, congress)));
        }
    }
    out.extend(of_sessions(text, document.flow.low()));
    out.extend(standards(text));
    out
}

/// "tiêu chuẩn TCVN 14423:2025", "QCVN 01:2021/BXD": national standards and technical regulations, by their sign, number
/// and year (Law on Standards and Technical Regulations 68/2006/QH11).
fn standards(text: &str) -> impl Iterator<Item = Cited> + '_ {
    const SIGNS: [&str; 2] = ["TCVN ", "QCVN "];
    const NEAR: usize = 48;
    static PATTERN: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"^[TQ]CVN (?:ISO(?:/IEC)? )?\d{1,5}(?:-\d{1,3})*:\d{4}(?:/[A-ZĐ]{2,8})?(?-u:\b)").ok()
    });
    let places = SIGNS.iter().flat_map(move |sign| bytes::places(text, sign));
    places.filter_map(move |at| {
        let end = at + PATTERN.as_ref()?.find(text.get(at..)?)?.end();
        let before = lower(text.get(text.floor_char_boundary(at.saturating_sub(NEAR))..at)?);
        let called = ["tiêu chuẩn ", "quy chuẩn ", "quy chuẩn kỹ thuật quốc gia ", "tiêu chuẩn quốc gia "]
            .iter()
            .filter(|name| before.ends_with(**name))
            .map(|name| name.len())
            .max()
            .unwrap_or(0);
        Some(Cited {
            symbol: text.get(at..end).map(str::to_owned),
            confidence: 0.9,
            rule: "citation.number",
            ..named(at - called..end, "other", None)
        })
    })
}

/// "Nghị quyết phiên họp Chính phủ thường kỳ tháng 9 năm 2031": the resolution of a monthly session.
fn of_sessions<'a>(text: &'a str, low: &'a str) -> impl Iterator<Item = Cited> + 'a {
    const SESSION: &str = "nghị quyết phiên họp";
    static PATTERN: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"^nghị quyết phiên họp (?P<issuer>chính phủ|ủy ban thường vụ quốc hội)(?: thường kỳ| chuyên đề)? tháng \d{1,2}(?: năm |/)\d{4}").ok()
    });
    bytes::places(low, SESSION).filter_map(move |at| {
        let found = PATTERN.as_ref()?.captures(low.get(at..)?)?;
        let issuer = found.name("issuer")?.range();
        let issuer = text.get(at + issuer.start..at + issuer.end)?.to_owned();
        Some(named(at..at + found.get(0)?.end(), "resolution", Some(issuer)))
    })
}

/// A body alone does not say which of its instruments is meant: a congress passes one, an action programme
/// is one, and for the rest a subject ("về …") or a day must tell. Plurals and words in small letters are
/// general mentions.
fn identified(document: &Document, cited: Cited, kind: &str, congress: bool) -> Option<Cited> {
    let (text, low) = (document.flow.text(), document.flow.low());
    let before = low.get(..cited.range.start)?;
    // What is still to be passed does not exist yet.
    let draft = before.ends_with("dự thảo ");
    let general = before.ends_with("các ")
        || before.ends_with("những ")
        || draft
        || kind.starts_with(char::is_lowercase);
    if general && !congress {
        return None;
    }
    let programme = lower(kind) == "chương trình hành động";
    let plan_of_party = lower(kind) == "kế hoạch hành động"
        && cited.issuer.as_deref().is_some_and(|issuer| !issuer.starts_with("Chính phủ"));
    let plan = lower(kind) == "kế hoạch hành động";
    let shouted = crate::structure::is_capitals(text.get(cited.range.clone())?);
    if congress || programme || (plan_of_party && !shouted) || cited.date.is_some() {
        return Some(cited);
    }
    let subject = subject_length(low.get(cited.range.end..)?, lexicon(document.language));
    let subject = subject.filter(|_| !(shouted || plan))?;
    Some(Cited { range: cited.range.start..cited.range.end + subject, ..cited })
}

/// The length of " về …" behind a body: to the mark or bracket that ends it, or to another instrument.
fn subject_length(rest: &str, lexicon: &Lexicon) -> Option<usize> {
    let rest = rest.get(..rest.floor_char_boundary(260)).filter(|rest| rest.starts_with(" về "))?;
    let end = rest.find(['.', ';', '(', '\n', ':', '”', '"']).unwrap_or(rest.len());
    let another = rest
        .match_indices(" và ")
        .map(|(at, and)| (at, at + and.len()))
        .find(|(_, after)| rest.get(*after..).is_some_and(|next| lexicon.kinds.at_start(next).is_some()));
    let end = another.map_or(end, |(at, _)| end.min(at));
    let tells = [" có hiệu lực", " được thông qua", " được ban hành", " thì "];
    let end = tells.iter().filter_map(|told| rest.find(told)).min().map_or(end, |at| end.min(at));
    let end = rest
        .match_indices(", ")
        .map(|(at, _)| at)
        .find(|at| goes_on(rest, *at, lexicon))
        .map_or(end, |at| end.min(at));
    rest.get(..end).map(|subject| subject.trim_end_matches([' ', ',']).len())
}

/// Whether something else than the subject stands behind a comma: another instrument, or what is done under this one:
/// "…, trình Ủy ban nhân dân tỉnh", "…, báo cáo kết quả hằng quý".
fn goes_on(rest: &str, comma: usize, lexicon: &Lexicon) -> bool {
    const ACTS: [&str; 8] =
        ["trình ", "báo cáo ", "bảo đảm ", "đảm bảo ", "phù hợp ", "theo ", "trước ngày ", "có ý kiến "];
    let behind = rest.get(comma + ", ".len()..).unwrap_or_default();
    ACTS.iter().any(|act| behind.starts_with(act)) || lexicon.kinds.at_start(behind).is_some()
}

/// An instrument by the body that passed it: `Nghị quyết Đại hội XVI Đảng bộ thành phố`.
fn of_body(text: &str, start: usize, kind: &str, body: usize, lexicon: &Lexicon) -> Option<Cited> {
    let rest = text.get(body..text.floor_char_boundary(body + 240))?;
    let length = parties::issuer(rest, Language::Vi, lexicon)?;
    let issuer = rest.get(..length)?.to_owned();
    let kind = lexicon.kinds.of(&lower(kind)).unwrap_or("other");
    let (date, end) = super::date_after(text, body + length);
    Some(Cited {
        range: start..end,
        kind: kind.to_owned(),
        symbol: None,
        date,
        issuer: Some(issuer),
        confidence: 0.65,
        rule: "citation.body",
    })
}

/// English names that no list of `english` has: the resolution of a congress, and the law of a state's budget.
fn english(text: &str) -> impl Iterator<Item = Cited> + '_ {
    const BUDGET: &str = "state budget law";
    let resolutions = bytes::places(text, "Resolution").filter_map(|at| of_congress(text, at));
    let budgets = bytes::places(text, BUDGET).map(|at| at..at + BUDGET.len());
    let budgets = budgets.filter(|range| is_boundary(text, range.end)).map(|range| named(range, "law", None));
    resolutions.chain(budgets)
}

/// "Resolution of the 13th National Congress of the Party for the 2031-2036 term".
fn of_congress(text: &str, at: usize) -> Option<Cited> {
    const LONGEST: usize = 300;
    static PATTERN: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"^Resolutions? of the (?P<issuer>(?:\d+(?:st|nd|rd|th) )?(?:[\p{Lu}][\p{L}’']+ )*(?:Congress|Plenum|Conference)(?: of the (?:[\p{Lu}][\p{L}’']+ ?)+)?(?: for the \d{4}-\d{4} term)?)").ok()
    });
    let found = PATTERN.as_ref()?.captures(text.get(at..text.floor_char_boundary(at + LONGEST))?)?;
    let issuer = found.name("issuer")?.as_str().trim_end().to_owned();
    let length = found.get(0)?.as_str().trim_end().len();
    Some(named(at..at + length, "resolution", Some(issuer)))
}

fn named(range: Range<usize>, kind: &str, issuer: Option<String>) -> Cited {
    let (symbol, date) = (None, None);
    Cited { range, kind: kind.to_owned(), symbol, date, issuer, confidence: 0.8, rule: "citation.name" }
}
