//! Words that another program recognised on pictures of pages. They have places as the characters of a PDF
//! have, and become text in the same way: columns, tables, running heads, hyphens.

use super::pdf::{self, Glyph};
use super::{Decoded, Encoding, Format, settled};

/// A page of a picture, measured in points from its upper left.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RecognisedPage {
    /// How high the page is.
    pub height: f64,
    /// What stands on it, in any order.
    pub words: Vec<RecognisedWord>,
}

/// A word without blanks.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RecognisedWord {
    /// Its letters and marks.
    pub words: String,
    /// Where it begins.
    pub left: f64,
    /// Where it ends.
    pub right: f64,
    /// The line that it stands on.
    pub base: f64,
    /// The size of its letters.
    pub size: f64,
}

/// The text of recognised pages; nothing where no word stands on any of them.
pub fn recognised(format: Format, pages: Vec<RecognisedPage>) -> Option<Decoded> {
    let glyph = |word: RecognisedWord| {
        let RecognisedWord { words, left, right, base, size } = word;
        let sound = [left, right, base, size].iter().all(|number| number.is_finite()) && size > 0.0;
        (sound && !words.trim().is_empty()).then_some(Glyph { words, left, right, base, size })
    };
    let pages = pages.into_iter().map(|page| {
        pdf::RawPage::without_rules(page.height, page.words.into_iter().filter_map(glyph).collect())
    });
    let text = pdf::text(pages.collect());
    let read = !text.trim().is_empty();
    read.then(|| Decoded { text: settled(text), format, encoding: Encoding::Recognised })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(words: &str, left: f64, base: f64) -> Vec<RecognisedWord> {
        let mut left = left;
        let place = |word: &str| {
            let right = left + 5.0 * f64::from(u32::try_from(word.chars().count()).unwrap());
            let placed = RecognisedWord { words: word.to_owned(), left, right, base, size: 10.0 };
            left = right + 4.0;
            placed
        };
        words.split(' ').map(place).collect()
    }

    #[test]
    fn words_become_lines_and_sentences_go_on_over_the_page() {
        let page = |number: &str, lines: [&str; 2]| {
            let mut words = line(number, 290.0, 30.0);
            words.extend(line(lines[0], 60.0, 100.0));
            words.extend(line(lines[1], 60.0, 114.0));
            RecognisedPage { height: 842.0, words }
        };
        let pages = vec![
            page("1", ["1. Giao Sở Xây dựng chủ trì lập", "kế hoạch sửa đường; báo cáo"]),
            page("2", ["Ủy ban nhân dân tỉnh trước ngày", "15/10/2026."]),
        ];
        let decoded = recognised(Format::Pdf, pages).unwrap();
        assert_eq!(
            decoded.text,
            "1. Giao Sở Xây dựng chủ trì lập\nkế hoạch sửa đường; báo cáo\nỦy ban nhân dân tỉnh trước ngày\n15/10/2026.\n"
        );
        assert_eq!(decoded.encoding, Encoding::Recognised);
    }

    #[test]
    fn nothing_on_any_page_is_no_document() {
        let odd = RecognisedWord { words: "x".to_owned(), left: f64::NAN, ..RecognisedWord::default() };
        for words in [vec![], line(" ", 1.0, 1.0), vec![odd]] {
            assert_eq!(recognised(Format::Picture, vec![RecognisedPage { height: 842.0, words }]), None);
        }
    }
}
