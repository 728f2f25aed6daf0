//! Findings at their words: a text cut into pieces, each with the findings that cover it.
//! Findings may overlap or lie inside each other.

use std::collections::BTreeSet;

/// The words of a finding: characters of the text, from `start` up to, not including, `end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    /// The first character.
    pub(crate) start: usize,
    /// One past the last.
    pub(crate) end: usize,
}

/// A run of characters that the same findings cover.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    /// The characters.
    pub(crate) text: String,
    /// The findings that cover it, as places in the list of spans, in the order of the list.
    pub(crate) cover: Vec<usize>,
    /// Those of them that begin here.
    pub(crate) begins: Vec<usize>,
}

impl Piece {
    /// The finding to show it as: the shortest that covers it.
    pub(crate) fn innermost(&self, spans: &[Span]) -> Option<usize> {
        let length =
            |place: &usize| spans.get(*place).map_or(usize::MAX, |span| span.end.saturating_sub(span.start));
        self.cover.iter().copied().min_by_key(length)
    }
}

/// The pieces of the characters from `start` up to, not including, `end`. Put together they are
/// these characters again. What reaches beyond the text ends with it.
pub(crate) fn pieces(text: &[char], start: usize, end: usize, spans: &[Span]) -> Vec<Piece> {
    let end = end.min(text.len());
    let near: Vec<(usize, Span)> =
        spans.iter().copied().enumerate().filter(|(_, s)| s.start < end && s.end > start).collect();
    let inside = |place: &usize| *place > start && *place < end;
    let edges = near.iter().flat_map(|(_, span)| [span.start, span.end]).filter(inside);
    let cuts: BTreeSet<usize> = edges.chain([start, end]).collect();
    let cuts: Vec<usize> = cuts.into_iter().collect();
    let piece = |from: usize, until: usize| {
        let covers = |span: &Span| span.start <= from && span.end >= until;
        let cover: Vec<usize> =
            near.iter().filter(|(_, span)| covers(span)).map(|(place, _)| *place).collect();
        let begins = near.iter().filter(|(place, span)| span.start == from && cover.contains(place));
        let begins = begins.map(|(place, _)| *place).collect();
        Piece { text: text.get(from..until).unwrap_or_default().iter().collect(), cover, begins }
    };
    cuts.windows(2).filter_map(|pair| Some(piece(*pair.first()?, *pair.last()?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(text: &str, spans: &[(usize, usize)]) -> Vec<(String, Vec<usize>, Vec<usize>)> {
        let chars: Vec<char> = text.chars().collect();
        let spans: Vec<Span> = spans.iter().map(|(start, end)| Span { start: *start, end: *end }).collect();
        let pieces = pieces(&chars, 0, chars.len(), &spans);
        pieces.into_iter().map(|piece| (piece.text, piece.cover, piece.begins)).collect()
    }

    #[test]
    fn overlapping_findings_share_a_piece() {
        let expected: [(&str, Vec<usize>, Vec<usize>); 4] = [
            ("Hải ", vec![0], vec![0]),
            ("đăng", vec![0, 1], vec![1]),
            (" sáng", vec![1], vec![]),
            ("!", vec![], vec![]),
        ];
        let expected = expected.map(|(text, cover, begins)| (text.to_owned(), cover, begins));
        assert_eq!(shown("Hải đăng sáng!", &[(0, 8), (4, 13)]), expected);
    }

    #[test]
    fn the_innermost_is_shown() {
        let spans = [Span { start: 0, end: 9 }, Span { start: 2, end: 4 }];
        let piece = Piece { text: String::new(), cover: vec![0, 1], begins: vec![] };
        assert_eq!(piece.innermost(&spans), Some(1));
    }

    #[test]
    fn a_text_without_findings_is_one_piece() {
        let whole: (String, Vec<usize>, Vec<usize>) = ("ab".to_owned(), Vec::new(), Vec::new());
        assert_eq!(shown("ab", &[]), [whole]);
        assert!(shown("", &[]).is_empty());
    }

    #[test]
    fn a_finding_begins_once_over_several_blocks() {
        let chars: Vec<char> = "abcdef".chars().collect();
        let spans = [Span { start: 1, end: 5 }];
        let begins =
            |start, end| -> usize { pieces(&chars, start, end, &spans).iter().map(|p| p.begins.len()).sum() };
        assert_eq!((begins(0, 3), begins(3, 6)), (1, 0));
    }

    proptest! {
        #[test]
        fn pieces_are_the_text_and_every_character_has_its_findings(
            text in ".{0,60}",
            spans in prop::collection::vec((0usize..70, 0usize..70), 0..8),
        ) {
            let chars: Vec<char> = text.chars().collect();
            let spans: Vec<Span> = spans.into_iter().map(|(start, end)| Span { start, end }).collect();
            let pieces = pieces(&chars, 0, chars.len(), &spans);
            let together: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
            prop_assert_eq!(&together, &text);
            let mut place = 0;
            for piece in &pieces {
                for _ in piece.text.chars() {
                    let expected: Vec<usize> = spans.iter().enumerate()
                        .filter(|(_, span)| span.start <= place && place < span.end)
                        .map(|(number, _)| number).collect();
                    prop_assert_eq!(&piece.cover, &expected);
                    place += 1;
                }
            }
        }
    }
}
