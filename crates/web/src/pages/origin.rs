//! The chain from a commitment back to its words: instrument, heading, sentence, place.

use crate::Web;
use crate::components::Link;
use crate::history::shortened;
use crate::visit::Visit;
use crate::words::Words;
use haidang_app::Work;
use haidang_domain::instrument::{InstrumentKind, State};
use haidang_domain::{Language, Origin};
use haidang_reading::{DisplayKind, blocks};

/// Most characters of a heading that are shown.
const HEADING_CHARACTERS: usize = 120;

/// Where a commitment comes from.
pub(crate) struct Chain {
    /// The instrument.
    pub(crate) instrument: Link,
    /// The headings that the sentence stands under, the highest first.
    pub(crate) headings: Vec<String>,
    /// The exact words.
    pub(crate) quote: String,
    /// The place of the words in the text.
    pub(crate) place: String,
    /// The language of the version, as a code.
    pub(crate) language: &'static str,
}

/// The chain of an origin; `None` when the instrument was not there on the day of the page.
pub(crate) async fn chain(web: &Web, visit: &Visit, origin: Option<&Origin>) -> Option<Chain> {
    let origin = origin?;
    let instrument = web.app.instrument(origin.instrument, visit.as_at(web)).await.ok()?;
    let version = instrument.version_of(origin.version)?;
    let text = web.app.version_text(version).await.unwrap_or_default();
    let path = format!("/instruments/{}", origin.instrument);
    Some(Chain {
        instrument: Link { href: path.clone(), name: instrument_title(visit.words, &instrument) },
        headings: headings(&text, origin.start),
        quote: origin.quote.clone(),
        place: format!("{path}?version={}#words-{}", origin.version, origin.finding),
        language: version.language.code(),
    })
}

/// The same commitment in the words of other versions.
pub(crate) async fn wordings(web: &Web, visit: &Visit, origins: &[Origin]) -> Vec<Chain> {
    let mut chains = Vec::new();
    for origin in origins {
        chains.extend(chain(web, visit, Some(origin)).await);
    }
    chains
}

/// The headings above a place in a text, the highest first.
fn headings(text: &str, place: usize) -> Vec<String> {
    let characters: Vec<char> = text.chars().collect();
    let mut above: Vec<(u8, String)> = Vec::new();
    for block in blocks(text).into_iter().take_while(|block| block.start <= place) {
        if let DisplayKind::Heading(level) = block.kind
            && level > 1
        {
            above.retain(|(higher, _)| *higher < level);
            let words: String = characters.get(block.start..block.end).unwrap_or_default().iter().collect();
            above.push((level, shortened(&words, HEADING_CHARACTERS)));
        }
    }
    above.into_iter().map(|(_, words)| words).collect()
}

/// The name of an instrument with its title.
pub(crate) fn instrument_title(words: Words, instrument: &State) -> String {
    let details = &instrument.details;
    full_name(words, details.kind, details.symbol.as_deref(), &details.titles)
}

/// The name of a work with its title; empty where it was not there on the day of the page.
pub(crate) fn work_title(words: Words, work: &Work) -> String {
    work.members.first().map(|(_, state)| instrument_title(words, state)).unwrap_or_default()
}

/// The short name of an instrument: its kind and symbol, or its title where it has no symbol.
pub(crate) fn short_name(
    words: Words,
    kind: InstrumentKind,
    symbol: Option<&str>,
    titles: &[(Language, String)],
) -> String {
    let kind = words.label("kind", kind.code());
    match (symbol, words.choose(titles)) {
        (Some(symbol), _) => words.with("instrument-name", &[("kind", &kind), ("symbol", symbol)]),
        (None, Some(title)) => title,
        (None, None) => words.with("instrument-name-unknown", &[("kind", &kind)]),
    }
}

/// The name of an instrument: kind, symbol and title.
pub(crate) fn full_name(
    words: Words,
    kind: InstrumentKind,
    symbol: Option<&str>,
    titles: &[(Language, String)],
) -> String {
    let short = short_name(words, kind, symbol, titles);
    match words.choose(titles) {
        Some(title) if symbol.is_some() => {
            words.with("instrument-name-title", &[("name", &short), ("title", &title)])
        }
        _ => short,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instrument_is_named_by_what_is_known() {
        let words = Words::new(Language::Vi);
        let titles = [(Language::Vi, "Về nhiệm vụ năm 2026".to_owned())];
        let kind = InstrumentKind::Directive;
        assert_eq!(short_name(words, kind, Some("05/CT-UBND"), &titles), "Chỉ thị 05/CT-UBND");
        assert_eq!(
            full_name(words, kind, Some("05/CT-UBND"), &titles),
            "Chỉ thị 05/CT-UBND: Về nhiệm vụ năm 2026"
        );
        assert_eq!(short_name(words, kind, None, &titles), "Về nhiệm vụ năm 2026");
        assert_eq!(full_name(words, kind, None, &[]), "Chỉ thị (chưa có số, ký hiệu)");
    }
}
