//! What tesseract prints: a table of pages, blocks, lines and words with their boxes in pixels.

use haidang_reading::{RecognisedPage, RecognisedWord};

/// The height of a page in points: scans are of pages of this height, whatever their pixels are.
const HEIGHT: f64 = 842.0;
/// Below this percentage tesseract believes in a mark so little that it is a speck.
const SPECK: f64 = 60.0;

/// A word in its box, in pixels from the upper left.
#[derive(Debug, Clone, Copy)]
struct Word<'a> {
    words: &'a str,
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

/// A page as it was scanned.
#[derive(Debug, Default)]
struct Scanned<'a> {
    width: f64,
    height: f64,
    lines: Vec<Vec<Word<'a>>>,
}

/// The pages of a table with their words.
pub(super) fn pages(table: &str) -> Vec<RecognisedPage> {
    let mut pages: Vec<Scanned<'_>> = Vec::new();
    for row in table.lines() {
        let cells: Vec<&str> = row.split('\t').collect();
        let [level, _, _, _, _, _, left, top, width, height, sure, words] = cells.as_slice() else {
            continue;
        };
        let numbers = [left, top, width, height, sure].map(|cell| cell.parse::<f64>());
        let [Ok(left), Ok(top), Ok(width), Ok(height), Ok(sure)] = numbers else { continue };
        let page = pages.last_mut();
        match (*level, page) {
            ("1", _) => pages.push(Scanned { width, height, lines: Vec::new() }),
            ("4", Some(page)) => page.lines.push(Vec::new()),
            ("5", Some(page)) if !is_speck(words, sure) => {
                let word = Word { words: words.trim(), left, top, right: left + width, bottom: top + height };
                if let Some(line) = page.lines.last_mut() {
                    line.push(word);
                }
            }
            _ => {}
        }
    }
    pages.into_iter().map(|page| page.upright().laid()).collect()
}

/// Dirt and ruled lines are taken for marks, with little belief.
fn is_speck(words: &str, sure: f64) -> bool {
    words.trim().is_empty() || (sure < SPECK && !words.contains(char::is_alphanumeric))
}

impl Scanned<'_> {
    /// The page as a reader turns it: tesseract reads a page that lies on its side, but leaves it there.
    fn upright(mut self) -> Self {
        let way = |line: &Vec<Word<'_>>| {
            let (first, last) = (line.first()?, line.last()?);
            Some((
                last.left + last.right - first.left - first.right,
                last.top + last.bottom - first.top - first.bottom,
            ))
        };
        let add = |sum: (f64, f64), way: (f64, f64)| (sum.0 + way.0, sum.1 + way.1);
        let (across, down) = self.lines.iter().filter_map(way).fold((0.0, 0.0), add);
        let (width, height) = (self.width, self.height);
        let turned = |word: Word<'_>| {
            let Word { words: _, left, top, right, bottom } = word;
            if across.abs() >= down.abs() {
                (width - right, height - bottom, width - left, height - top)
            } else if down > 0.0 {
                (top, width - right, bottom, width - left)
            } else {
                (height - bottom, left, height - top, right)
            }
        };
        if across >= down.abs() {
            return self;
        }
        for word in self.lines.iter_mut().flatten() {
            (word.left, word.top, word.right, word.bottom) = turned(*word);
        }
        if across.abs() < down.abs() {
            (self.width, self.height) = (height, width);
        }
        self
    }

    /// The words in points. Those of a line stand on one base, that of most of them, since a letter that goes
    /// below it or a tilted page would part them.
    fn laid(self) -> RecognisedPage {
        let scale = HEIGHT / self.height.max(1.0);
        let mut words = Vec::new();
        for line in self.lines {
            let base = median(line.iter().map(|word| word.bottom));
            let size = median(line.iter().map(|word| word.bottom - word.top));
            words.extend(line.into_iter().map(|word| RecognisedWord {
                words: word.words.to_owned(),
                left: word.left * scale,
                right: word.right * scale,
                base: base * scale,
                size: size * scale,
            }));
        }
        RecognisedPage { height: HEIGHT, words }
    }
}

fn median(numbers: impl Iterator<Item = f64>) -> f64 {
    let mut numbers: Vec<f64> = numbers.collect();
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied().unwrap_or_default()
}

#[cfg(test)]
// Tests say what they expect in the shortest way.
#[allow(clippy::indexing_slicing, clippy::float_cmp)]
mod tests {
    use super::*;

    /// A page of one line with these words at these boxes (left, top, width, height).
    fn table(page: (u32, u32), words: &[(&str, [u32; 4], u32)]) -> String {
        let mut table =
            format!("level\tpage_num\tblock_num\n1\t1\t0\t0\t0\t0\t0\t0\t{}\t{}\t-1\t\n", page.0, page.1);
        table += "4\t1\t1\t1\t1\t0\t0\t0\t9\t9\t-1\t\n";
        let row = |(words, [left, top, width, height], sure): &(&str, [u32; 4], u32)| {
            format!("5\t1\t1\t1\t1\t1\t{left}\t{top}\t{width}\t{height}\t{sure}\t{words}\n")
        };
        table + &words.iter().map(row).collect::<String>()
    }

    fn shown(table: &str) -> Vec<(String, f64, f64)> {
        let words = pages(table).into_iter().flat_map(|page| page.words);
        words.map(|word| (word.words, word.left, word.base)).collect()
    }

    #[test]
    fn words_of_a_line_stand_on_one_base_and_specks_go() {
        let table = table(
            (2480, 1684),
            &[
                ("Giao", [100, 200, 80, 40], 96),
                ("Sở", [200, 202, 60, 40], 91),
                ("Nội", [280, 204, 60, 48], 90),
                ("—", [360, 204, 60, 48], 20),
                ("3", [440, 204, 60, 38], 20),
            ],
        );
        let expected = [("Giao", 50.0), ("Sở", 100.0), ("Nội", 140.0), ("3", 220.0)];
        let expected = expected.map(|(words, left)| (words.to_owned(), left, 121.0));
        assert_eq!(shown(&table), expected);
        assert_eq!(pages(&table)[0].height, HEIGHT);
    }

    #[test]
    fn a_page_on_its_side_or_head_is_turned() {
        let upright = table((600, 842), &[("một", [100, 200, 50, 10], 90), ("hai", [200, 200, 50, 10], 90)]);
        let head = table((600, 842), &[("một", [450, 632, 50, 10], 90), ("hai", [350, 632, 50, 10], 90)]);
        let right = table((842, 600), &[("một", [632, 100, 10, 50], 90), ("hai", [632, 200, 10, 50], 90)]);
        let left = table((842, 600), &[("một", [200, 450, 10, 50], 90), ("hai", [200, 350, 10, 50], 90)]);
        for turned in [head, right, left] {
            assert_eq!(shown(&turned), shown(&upright));
        }
    }
}
