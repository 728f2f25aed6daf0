//! The record that a page or a database puts beside a document: "Số hiệu | 907/CĐ-BTS",
//! "Cơ quan ban hành: …". It fills what the document itself does not say.

use super::Head;
use crate::dates;
use crate::words::lower;

/// What a record says.
#[derive(Debug, Default)]
pub(super) struct Record {
    pub(super) symbol: Option<String>,
    pub(super) kind: Option<String>,
    pub(super) issuer: Option<String>,
    pub(super) date: Option<String>,
}

/// A record has so many of its fields at least.
const FIELDS: usize = 2;

pub(super) fn find(head: &Head<'_>) -> Record {
    let lines: Vec<(&str, &str)> = head.lines_with_low().filter(|(line, _)| !line.is_empty()).collect();
    let words = &head.lexicon.record;
    let value = |labels: &crate::words::Phrases| {
        lines.iter().enumerate().find_map(|(at, (line, low))| {
            let length = labels.at_start(low)?;
            let rest = line.get(length..)?.trim_start_matches([' ', '*']);
            match rest.strip_prefix(':').map_or(rest, str::trim) {
                "" => lines.get(at + 1).map(|(next, _)| *next),
                inline if rest.starts_with(':') => Some(inline),
                _ => None,
            }
        })
    };
    let (symbol, kind) = (value(&words.symbol), value(&words.kind));
    let (issuer, date) = (value(&words.issuer), value(&words.date));
    if [symbol, kind, issuer, date].iter().flatten().count() < FIELDS {
        return Record::default();
    }
    let kind = kind.and_then(|kind| head.lexicon.kinds.of(&lower(kind))).map(str::to_owned);
    let is_body = |body: &&str| {
        let low = lower(body);
        head.lexicon.issuers.at_start(&low).or_else(|| head.lexicon.bodies.at_start(&low)).is_some()
    };
    Record {
        symbol: symbol.filter(|symbol| is_symbol(symbol)).map(str::to_owned),
        kind,
        issuer: issuer.filter(is_body).map(str::to_owned),
        date: date.and_then(dates::first_date).map(|(_, day)| day),
    }
}

/// A number and a sign without blanks: `907/CĐ-BTS`.
fn is_symbol(words: &str) -> bool {
    let number = words.starts_with(|c: char| c.is_ascii_digit());
    number && words.contains(['/', '-']) && words.chars().count() < 40 && !words.contains(' ')
}
