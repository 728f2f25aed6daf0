//! Later citations that leave the sign out: "Nghị quyết 18" in a document that cites "Nghị quyết số 18-NQ/TW"
//! in full.

use super::Cited;
use crate::Language;
use crate::bytes;
use crate::find::parties;
use crate::language::Lexicon;
use crate::structure::Document;
use crate::words::{is_capital, is_word};
use std::collections::HashSet;

/// The rule of such citations.
pub(in crate::find) const RULE: &str = "citation.short";

/// Kinds that are cited by their number alone.
const KINDS: [(&str, &str); 6] = [
    ("nghị quyết", "resolution"),
    ("kết luận", "conclusion"),
    ("chỉ thị", "directive"),
    ("nghị định", "decree"),
    ("quyết định", "decision"),
    ("thông tư", "circular"),
];

/// Kind and number without a sign, where one of the full citations has both.
pub(super) fn find(document: &Document, lexicon: &Lexicon, full: &[Cited]) -> Vec<Cited> {
    if document.language != Language::Vi {
        return Vec::new();
    }
    let known: HashSet<(&str, &str)> = full
        .iter()
        .filter_map(|cited| Some((cited.kind.as_str(), number(cited.symbol.as_deref()?))))
        .collect();
    let low = document.flow.low();
    let mut out = Vec::new();
    for (words, kind) in KINDS.iter().filter(|(_, kind)| known.iter().any(|(known, _)| known == kind)) {
        let places = bytes::places(low, words).map(|at| (at, at + words.len()));
        out.extend(places.filter_map(|(at, end)| {
            let (end, number) = bare_number(low, end)?;
            let capital = document.flow.text().get(at..)?.starts_with(is_capital);
            let cited = capital && known.contains(&(*kind, number));
            cited.then(|| with_issuer(document, lexicon, at..end, kind))
        }));
    }
    out
}

/// The number of a short citation: its first digits.
pub(in crate::find) fn number_of(words: &str) -> &str {
    let start = words.find(|c: char| c.is_ascii_digit()).unwrap_or(words.len());
    number(words.get(start..).unwrap_or_default())
}

/// The digits of a number without zeros before them.
pub(in crate::find) fn number(symbol: &str) -> &str {
    let end = symbol.find(|c: char| !c.is_ascii_digit()).unwrap_or(symbol.len());
    symbol.get(..end).unwrap_or_default().trim_start_matches('0')
}

/// A number of up to four digits behind a kind, with nothing of a sign, a date or a share behind it.
fn bare_number(low: &str, end: usize) -> Option<(usize, &str)> {
    let rest = low.get(end..)?.strip_prefix(' ')?;
    let rest = rest.strip_prefix("số ").unwrap_or(rest);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let behind = rest.get(digits..)?;
    let free = !behind.starts_with(|c: char| is_word(c) || matches!(c, '/' | '-' | '–' | '%'));
    let spaced = behind.trim_start();
    let fraction =
        behind.strip_prefix(['.', ',']).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let signed = behind.len() > spaced.len() && spaced.starts_with(['/', '-']);
    let counts = ["điều", "nội dung", "nhóm", "khoản"].iter().any(|noun| spaced.starts_with(noun));
    ((1..=4).contains(&digits) && free && !fraction && !signed && !counts)
        .then(|| (low.len() - behind.len(), number(rest.get(..digits).unwrap_or_default())))
}

fn with_issuer(document: &Document, lexicon: &Lexicon, range: std::ops::Range<usize>, kind: &str) -> Cited {
    let text = document.flow.text();
    let behind = text.get(range.end..text.floor_char_boundary(range.end + 160)).unwrap_or_default();
    let body = behind.strip_prefix(" của ").and_then(|rest| {
        let length = parties::issuer(rest, Language::Vi, lexicon)?;
        rest.get(..length).filter(|body| body.starts_with(is_capital))
    });
    let end = range.end + body.map_or(0, |body| " của ".len() + body.len());
    Cited {
        range: range.start..end,
        kind: kind.to_owned(),
        symbol: None,
        date: None,
        issuer: body.map(str::to_owned),
        confidence: 0.75,
        rule: RULE,
    }
}
