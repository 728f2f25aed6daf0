//! The words of a block, with references around citations, and in the preface the marks of number,
//! day, body, kind and title.

use crate::Source;
use crate::naming::{self, Work};
use crate::xml::Element;
use haidang_reading::{Citation, CitedInstrument, Metadata, Outline, OutlineBlock, Part};
use std::collections::BTreeMap;
use std::ops::Range;

/// What may stand inside the words of a document.
pub(super) struct Inline<'a> {
    outline: &'a Outline<'a>,
    metadata: &'a Metadata,
    /// Where citations stand in the text, in order, with the address of what they cite.
    references: Vec<(Range<usize>, String)>,
    /// Marks of the preface that were set: each is set once.
    set: Vec<&'static str>,
}

/// A stretch of words that an element is put around.
struct Marked {
    range: Range<usize>,
    element: Element,
}

impl<'a> Inline<'a> {
    pub(super) fn new(source: &'a Source<'a>, outline: &'a Outline<'a>) -> Self {
        let country = naming::country(source);
        let reading = source.reading;
        let mut instruments: BTreeMap<usize, &CitedInstrument> = BTreeMap::new();
        for instrument in &reading.instruments {
            instruments.extend(instrument.citations.iter().map(|at| (*at, instrument)));
        }
        let reference = |(at, citation): (usize, &Citation)| {
            let name = naming::slug(&citation.span.quote);
            let otherwise = if name.is_empty() { "unknown" } else { &name };
            let work = Work::cited(citation, instruments.get(&at).copied(), country);
            (citation.span.start..citation.span.end, work.address(otherwise))
        };
        let mut references: Vec<(Range<usize>, String)> =
            reading.citations.iter().enumerate().map(reference).collect();
        references.sort_by_key(|(range, _)| range.start);
        Self { outline, metadata: &source.reading.metadata, references, set: Vec::new() }
    }

    /// An element with the words of a block, and its mark before them where `marked`.
    pub(super) fn words(&mut self, element: Element, block: &OutlineBlock, marked: bool) -> Element {
        let words = self.outline.words(block);
        let mark = if marked { self.outline.mark(block) } else { "" };
        let element = if mark.is_empty() { element } else { element.text(format!("{mark} ")) };
        let mut spans = self.references_in(block);
        if block.part == Part::Preface {
            spans.extend(self.marks_of_preface(words));
            // Title and issuer may run over several lines.
            if is_part_of(self.metadata.title.as_deref(), words) {
                return element.child(filled(Element::new("docTitle"), words, spans));
            }
            if spans.is_empty() && is_part_of(self.metadata.issuer.as_deref(), words) {
                return element.child(filled(Element::new("docProponent"), words, spans));
            }
        }
        filled(element, words, spans)
    }

    fn references_in(&self, block: &OutlineBlock) -> Vec<Marked> {
        let place = self.outline.place(block);
        let from = self.references.partition_point(|(range, _)| range.end <= place.start);
        let here = self.references.iter().skip(from).take_while(|(range, _)| range.start < place.end);
        here.filter_map(|(range, address)| {
            let range = self.outline.locate(block, range.clone())?;
            Some(Marked { range, element: Element::new("ref").with("href", address) })
        })
        .collect()
    }

    fn marks_of_preface(&mut self, words: &str) -> Vec<Marked> {
        let metadata = self.metadata;
        let date = Outline::first_date(words).filter(|(_, day)| Some(day) == metadata.date.as_ref());
        let found = [
            ("docNumber", find(words, metadata.symbol.as_deref()), None),
            ("docDate", date.as_ref().map(|(range, _)| range.clone()), metadata.date.as_deref()),
            ("docProponent", find(words, metadata.issuer.as_deref()), None),
        ];
        let mut marks = Vec::new();
        for (name, range, day) in found {
            let Some(range) = range.filter(|_| !self.set.contains(&name)) else { continue };
            self.set.push(name);
            marks.push(Marked { range, element: Element::new(name).maybe("date", day) });
        }
        marks
    }
}

/// Whether some words, long enough to tell, are part of what was read.
fn is_part_of(read: Option<&str>, words: &str) -> bool {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    words.chars().count() > 8 && read.is_some_and(|read| plain(read).contains(&plain(words)))
}

/// Where some words stand in others, whatever their case.
fn find(words: &str, wanted: Option<&str>) -> Option<Range<usize>> {
    let wanted = wanted.filter(|wanted| !wanted.is_empty())?;
    let exact = words.find(wanted).map(|at| at..at + wanted.len());
    exact.or_else(|| {
        let (low, wanted) = (words.to_lowercase(), wanted.to_lowercase());
        let at = low.find(&wanted)?;
        // Where small letters take other bytes than capitals, places do not carry over.
        let range = at..at + wanted.len();
        words.get(range.clone()).is_some_and(|found| found.to_lowercase() == wanted).then_some(range)
    })
}

/// Words cut into text and elements. What overlaps an earlier one is left out.
fn filled(mut element: Element, words: &str, mut spans: Vec<Marked>) -> Element {
    spans.sort_by_key(|span| span.range.start);
    let mut at = 0;
    for span in spans.into_iter().filter(|span| !span.range.is_empty()) {
        let (Some(before), Some(inside)) = (words.get(at..span.range.start), words.get(span.range.clone()))
        else {
            continue;
        };
        if !before.is_empty() {
            element = element.text(before);
        }
        element = element.child(span.element.text(inside));
        at = span.range.end;
    }
    match words.get(at..) {
        Some(rest) if !rest.is_empty() => element.text(rest),
        _ => element,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlapping_marks_do_not_double_words() {
        let mark = |range| Marked { range, element: Element::new("ref") };
        let p = filled(Element::new("p"), "Nghị quyết số 5", vec![mark(0..8), mark(4..12), mark(16..18)]);
        let written = p.document();
        assert!(written.ends_with("<p><ref>Nghị q</ref>uyết số 5</p>\n"), "{written}");
    }

    #[test]
    fn a_line_of_a_title_is_part_of_it() {
        let title = Some("Về việc ban hành  Kế hoạch trồng cây");
        assert!(is_part_of(title, "KẾ HOẠCH TRỒNG CÂY"));
        assert!(!is_part_of(title, "Kế hoạch trồng rừng"));
        assert!(!is_part_of(title, "Kế"));
        assert!(!is_part_of(None, "Kế hoạch trồng cây"));
    }

    #[test]
    fn words_are_found_whatever_their_case() {
        assert_eq!(find("CHÍNH PHỦ", Some("Chính phủ")), Some(0.."CHÍNH PHỦ".len()));
        assert_eq!(find("Bộ", Some("Bộ Y tế")), None);
        assert_eq!(find("Bộ", Some("")), None);
    }
}
