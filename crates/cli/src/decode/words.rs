//! What tesseract prints: a table of pages, blocks, lines and words with their boxes in pixels.

use haidang_reading::{RecognisedPage, RecognisedWord};

/// The height of a page in points: scans are of pages of this height, whatever their pixels are.
const HEIGHT: f64 = 842.0;
/// Below this percentage tesseract believes in a mark so little that it is a speck.
const SPECK: f64 = 60.0;

/// A row of the table, in pixels.
struct Row<'a> {
    /// 1 is a page, 4 a line, 5 a word.
    level: u8,
    left: f64,
    top: f64,
    width: f64,
    height: f64,
    /// How sure it is, in percent.
    sure: f64,
    words: &'a str,
}

/// The pages of a table with their words.
pub(super) fn pages(table: &str) -> Vec<RecognisedPage> {
    let mut pages: Vec<RecognisedPage> = Vec::new();
    let mut line: Vec<Row<'_>> = Vec::new();
    let mut scale = 1.0;
    for row in table.lines().filter_map(row) {
        if row.level < 5 {
            lay(&mut line, scale, &mut pages);
        }
        match row.level {
            1 => {
                scale = HEIGHT / row.height.max(1.0);
                pages.push(RecognisedPage { height: HEIGHT, words: Vec::new() });
            }
            5 if !is_speck(&row) => line.push(row),
            _ => {}
        }
    }
    lay(&mut line, scale, &mut pages);
    pages
}

/// A row; nothing for the head of the table.
fn row(line: &str) -> Option<Row<'_>> {
    let cells: Vec<&str> = line.split('\t').collect();
    let [level, _, _, _, _, _, left, top, width, height, sure, words] = cells.as_slice() else { return None };
    let number = |cell: &str| cell.parse::<f64>().ok();
    Some(Row {
        level: level.parse().ok()?,
        left: number(left)?,
        top: number(top)?,
        width: number(width)?,
        height: number(height)?,
        sure: number(sure)?,
        words,
    })
}

/// Dirt and ruled lines are taken for marks, with little belief.
fn is_speck(row: &Row<'_>) -> bool {
    row.words.trim().is_empty() || (row.sure < SPECK && !row.words.contains(char::is_alphanumeric))
}

/// Puts the words of a line on its page: on one base, that of most of them, since a letter that goes below
/// it or a tilted page would part them.
fn lay(line: &mut Vec<Row<'_>>, scale: f64, pages: &mut [RecognisedPage]) {
    let words = std::mem::take(line);
    let base = median(words.iter().map(|row| row.top + row.height));
    let size = median(words.iter().map(|row| row.height));
    let Some(page) = pages.last_mut() else { return };
    page.words.extend(words.into_iter().map(|row| RecognisedWord {
        words: row.words.trim().to_owned(),
        left: row.left * scale,
        right: (row.left + row.width) * scale,
        base: base * scale,
        size: size * scale,
    }));
}

fn median(numbers: impl Iterator<Item = f64>) -> f64 {
    let mut numbers: Vec<f64> = numbers.collect();
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_line_stand_on_one_base() {
        let table = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n\
            1\t1\t0\t0\t0\t0\t0\t0\t2480\t1684\t-1\t\n\
            4\t1\t1\t1\t1\t0\t100\t200\t400\t50\t-1\t\n\
            5\t1\t1\t1\t1\t1\t100\t200\t80\t40\t96.5\tGiao\n\
            5\t1\t1\t1\t1\t2\t200\t202\t60\t40\t91.0\tSở\n\
            5\t1\t1\t1\t1\t3\t280\t204\t60\t48\t90.1\tNội\n\
            5\t1\t1\t1\t1\t4\t360\t204\t60\t48\t20.0\t—\n\
            5\t1\t1\t1\t1\t5\t440\t204\t60\t48\t20.0\t3\n\
            1\t2\t0\t0\t0\t0\t0\t0\t2480\t1684\t-1\t\n";
        let read = pages(table);
        assert_eq!(read.len(), 2);
        let shown: Vec<(&str, f64, f64)> =
            read[0].words.iter().map(|word| (word.words.as_str(), word.left, word.base)).collect();
        assert_eq!(
            shown,
            [("Giao", 50.0, 126.0), ("Sở", 100.0, 126.0), ("Nội", 140.0, 126.0), ("3", 220.0, 126.0)]
        );
    }
}
