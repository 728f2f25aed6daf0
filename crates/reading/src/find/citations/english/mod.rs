//! English instruments: by number (`numbered`), by name (`names`), and by the short name that the text gives
//! them (`short`).

mod names;
mod numbered;
mod short;

use super::Cited;
use crate::language::Lexicon;
use crate::structure::Document;
use crate::words::{Openings, is_capital, is_word_start};
use std::sync::LazyLock;

/// All citations but those by number and sign, in the order of the text. They do not overlap.
pub(super) fn find(document: &Document, lexicon: &Lexicon) -> Vec<Cited> {
    let (text, low) = (document.flow.text(), document.flow.low());
    let names = names::Names::new(document, lexicon);
    let mut out: Vec<Cited> = Vec::new();
    let mut end = 0;
    for (at, opens) in openings(text, low) {
        let Some(rest) = text.get(at..).filter(|_| at >= end) else { continue };
        let named = || {
            if rest.starts_with(is_capital) {
                names.ending_at(at, end).or_else(|| names.of_body(at))
            } else {
                names.period(at)
            }
        };
        let figure = rest.starts_with(|c: char| c.is_ascii_digit());
        let numbered =
            (opens || figure).then(|| numbered::at(rest, low.get(at..).unwrap_or_default(), at)).flatten();
        let found = numbered.or_else(named);
        let Some(mut cited) = found else { continue };
        if cited.date.is_none() {
            (cited.date, cited.range.start) = names.day_before(cited.range.start, end);
        }
        end = cited.range.end;
        match out.last_mut().filter(|act| is_number_of(text, act, &cited)) {
            Some(act) => {
                act.range.end = end;
                act.symbol = cited.symbol;
            }
            None => out.push(cited),
        }
    }
    let mut shorts = short::find(text, low, &out, lexicon);
    out.append(&mut shorts);
    out
}

/// "Chief Officers Act of 1990, Pub. L. No. 101-576": the number that the act before it has as a public law.
fn is_number_of(text: &str, act: &Cited, number: &Cited) -> bool {
    let between = text.get(act.range.end..number.range.start).unwrap_or_default();
    let low = text.get(number.range.start..).unwrap_or_default();
    let public = ["Pub. L.", "Public Law", "P.L."].iter().any(|law| low.starts_with(law));
    // "(NDAA) for Fiscal Year 2031" may stand between.
    let near = between.ends_with(", ") && between.len() < 40 && !between.contains(['.', ';', '\n']);
    public && near && act.kind == "law" && act.symbol.is_none() && number.symbol.is_some()
}

/// Completes what is cited by number and sign: a law by its subject, "Law No. 5/2031/QH21 on Ferries", and by the day
/// that stands behind it or before: "the May 3, 2031 Decree No. 5/2031/ND-CP".
pub(super) fn complete(document: &Document, lexicon: &Lexicon, cited: &mut [Cited]) {
    let names = names::Names::new(document, lexicon);
    let text = document.flow.text();
    let behind = |end: usize| document.flow.low().get(end..).is_some_and(|low| low.starts_with(" on "));
    let mut from = 0;
    for cited in cited.iter_mut() {
        if cited.kind == "law" && behind(cited.range.end) {
            cited.range.end = names.end_of_name(cited.range.end).0;
            if cited.date.is_none() {
                (cited.date, cited.range.end) = date_behind(text, cited.range.end);
            }
        }
        if cited.date.is_none() {
            (cited.date, cited.range.start) = names.day_before(cited.range.start, from);
        }
        from = cited.range.end;
    }
}

/// The words with which a citation may start: names and figures, and small words that numbers follow. With each,
/// whether a number may follow it.
fn openings<'a>(text: &'a str, low: &'a str) -> impl Iterator<Item = (usize, bool)> + 'a {
    static OPENINGS: LazyLock<Openings> = LazyLock::new(|| {
        let named = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte >= 0xC3;
        Openings::new(numbered::opens()).and_bytes(named)
    });
    let words = OPENINGS.places(text).filter(|at| is_word_start(text, *at));
    let opens = words.map(|at| (at, low.get(at..).is_some_and(numbered::may_open)));
    opens.filter(|(at, opens)| *opens || !text.as_bytes().get(*at).is_some_and(u8::is_ascii_lowercase))
}

/// A year behind a name or number: "of 2014", "2018", ", 1986", "(2013)"; else a day: "of May 3, 2031",
/// "(March 7, 2031)".
fn date_behind(text: &str, end: usize) -> (Option<String>, usize) {
    let behind = text.get(end..text.floor_char_boundary(end + 40)).unwrap_or_default();
    for lead in [" of ", ", of ", " for the year ", ", ", " (", " "] {
        let Some(rest) = behind.strip_prefix(lead) else { continue };
        let Some(year) = rest.get(..4).filter(|year| is_year(year)) else { continue };
        let next = rest.get(4..).and_then(|after| after.chars().next());
        let closes = lead == " (" && next == Some(')');
        let free = next.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '/' | '-' | '–'));
        if (lead == " (" && !closes) || !free {
            continue;
        }
        return (Some(year.to_owned()), end + lead.len() + 4 + usize::from(closes));
    }
    let bracket = behind.starts_with(" (");
    if bracket || [",", " of ", " dated "].iter().any(|lead| behind.starts_with(lead)) {
        let (date, day_end) = super::date_after(text, end + 2 * usize::from(bracket));
        let closed = text.get(day_end..).is_some_and(|rest| rest.starts_with(')'));
        if date.is_some() && (closed || !bracket) {
            return (date, day_end + usize::from(bracket));
        }
    }
    (None, end)
}

/// Whether four characters are a year of the last or this century.
fn is_year(word: &str) -> bool {
    word.len() == 4
        && word.bytes().all(|byte| byte.is_ascii_digit())
        && ["18", "19", "20"].iter().any(|century| word.starts_with(century))
}
