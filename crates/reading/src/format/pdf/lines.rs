//! From characters to lines, and from lines to columns that stand side by side.

use super::glyphs::Glyph;
use crate::format::pieces::push_raised;

/// Words without a wide gap between them.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Segment {
    pub(super) words: String,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) blanks: Vec<Blank>,
}

/// A blank in a segment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Blank {
    /// Which byte of the words it is.
    at: usize,
    left: f64,
    right: f64,
}

/// A line of print.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    pub(super) segments: Vec<Segment>,
    pub(super) base: f64,
    pub(super) size: f64,
}

/// A gap of this many sizes of the font is wider than any blank of a justified line.
const WIDE: f64 = 1.6;
/// A gap of this many sizes is a blank.
const BLANK: f64 = 0.17;

impl Line {
    pub(super) fn left(&self) -> f64 {
        self.segments.first().map_or(0.0, |segment| segment.left)
    }

    pub(super) fn right(&self) -> f64 {
        self.segments.last().map_or(0.0, |segment| segment.right)
    }

    /// From where to where each word stands.
    pub(super) fn places(&self) -> Vec<(f64, f64)> {
        let of_segment = |segment: &Segment| {
            let lefts = std::iter::once(segment.left).chain(segment.blanks.iter().map(|blank| blank.right));
            let rights = segment.blanks.iter().map(|blank| blank.left).chain(std::iter::once(segment.right));
            lefts.zip(rights).collect::<Vec<_>>()
        };
        self.segments.iter().flat_map(of_segment).collect()
    }

    /// The words between places that go down the page, from left to right.
    pub(super) fn cut(&self, gutters: &[f64]) -> Vec<String> {
        let mut out = vec![String::new(); gutters.len() + 1];
        for segment in &self.segments {
            let ends =
                segment.blanks.iter().map(|blank| blank.at).chain(std::iter::once(segment.words.len()));
            let lefts = std::iter::once(segment.left).chain(segment.blanks.iter().map(|blank| blank.right));
            let mut start = 0;
            for (end, left) in ends.zip(lefts) {
                let word = segment.words.get(start..end).unwrap_or_default().trim();
                if let Some(column) = out.get_mut(gutters.partition_point(|gutter| *gutter < left)) {
                    column.push_str(if column.is_empty() { "" } else { " " });
                    column.push_str(word);
                }
                start = end;
            }
        }
        out
    }

    /// The words; gaps are three blanks, as the parts of a broken table are told.
    pub(super) fn words(&self) -> String {
        self.segments.iter().map(|segment| segment.words.as_str()).collect::<Vec<_>>().join("   ")
    }
}

/// Puts characters together to lines, from top to bottom.
pub(super) fn lines(mut glyphs: Vec<Glyph>) -> Vec<Line> {
    glyphs.sort_by(|a, b| a.base.total_cmp(&b.base));
    let mut rows: Vec<Vec<Glyph>> = Vec::new();
    for glyph in glyphs {
        let near = rows
            .last()
            .and_then(|row| row.last())
            .is_some_and(|last| glyph.base - last.base < 0.45 * last.size.min(glyph.size));
        match rows.last_mut().filter(|_| near) {
            Some(row) => row.push(glyph),
            None => rows.push(vec![glyph]),
        }
    }
    with_raised(rows).into_iter().filter_map(line).collect()
}

/// Small characters that stand high come before the line that they belong to.
fn with_raised(rows: Vec<Vec<Glyph>>) -> Vec<Vec<Glyph>> {
    let mut out: Vec<Vec<Glyph>> = Vec::with_capacity(rows.len());
    for mut row in rows {
        let (size, base) = row.first().map_or((0.0, 0.0), |glyph| (glyph.size, glyph.base));
        let raised = |glyph: &Glyph| glyph.size < 0.8 * size && base - glyph.base < 0.6 * size;
        if let Some(high) = out.pop_if(|high| high.iter().all(raised)) {
            row.extend(high);
        }
        out.push(row);
    }
    out
}

fn line(mut row: Vec<Glyph>) -> Option<Line> {
    row.sort_by(|a, b| a.left.total_cmp(&b.left));
    // The same character twice at one place makes it bold.
    row.dedup_by(|b, a| a.words == b.words && (a.left - b.left).abs() < 0.12 * a.size);
    let mut sizes: Vec<f64> = row.iter().map(|glyph| glyph.size).collect();
    sizes.sort_by(f64::total_cmp);
    let size = *sizes.get(sizes.len() / 2)?;
    let mut bases: Vec<f64> = row.iter().filter(|g| g.size > 0.8 * size).map(|g| g.base).collect();
    bases.sort_by(f64::total_cmp);
    let base = *bases.get(bases.len() / 2)?;
    let raised = |glyph: &Glyph| glyph.size < 0.8 * size && glyph.base < base - 0.15 * size;
    let mut segments: Vec<Segment> = Vec::new();
    let mut high = String::new();
    for glyph in row {
        let gap = segments.last().map_or(f64::INFINITY, |last| glyph.left - last.right);
        if raised(&glyph) && gap < WIDE * size {
            high.push_str(&glyph.words);
            if let Some(last) = segments.last_mut() {
                last.right = glyph.right;
            }
            continue;
        }
        settle(&mut segments, &mut high);
        match segments.last_mut().filter(|_| gap < WIDE * size) {
            Some(last) => {
                if gap > BLANK * size {
                    last.blanks.push(Blank { at: last.words.len(), left: last.right, right: glyph.left });
                    last.words.push(' ');
                }
                last.words.push_str(&glyph.words);
                last.right = last.right.max(glyph.right);
            }
            None => segments.push(Segment {
                words: glyph.words,
                left: glyph.left,
                right: glyph.right,
                ..Segment::default()
            }),
        }
    }
    settle(&mut segments, &mut high);
    Some(Line { segments, base, size })
}

/// Adds raised characters to the words before them.
fn settle(segments: &mut [Segment], high: &mut String) {
    if let Some(last) = segments.last_mut().filter(|_| !high.is_empty()) {
        push_raised(&mut last.words, high);
    }
    high.clear();
}

/// Stretches of lines in the order in which they are read: columns that stand side by side come one behind
/// the other, as in a gazette, the head of an official document, the signature beside the recipients.
pub(super) fn stretches(lines: &[Line]) -> Vec<Vec<Line>> {
    let mut out: Vec<Vec<Line>> = Vec::new();
    let mut single: Vec<Line> = Vec::new();
    let mut rest = lines;
    while let Some((first, later)) = rest.split_first() {
        let length = side_by_side(rest);
        let (block, behind) = rest.split_at(length);
        if block.is_empty() {
            single.push(first.clone());
            rest = later;
            continue;
        }
        out.push(std::mem::take(&mut single));
        let gutter = gutter_of(block);
        out.extend([true, false].map(|is_left| {
            let side = |line: &Line| {
                let on_side = |s: &&Segment| (s.right <= gutter) == is_left;
                let segments: Vec<Segment> = line.segments.iter().filter(on_side).cloned().collect();
                (!segments.is_empty()).then_some(Line { segments, base: line.base, size: line.size })
            };
            block.iter().filter_map(side).collect()
        }));
        rest = behind;
    }
    out.push(single);
    out.retain(|stretch| !stretch.is_empty());
    out
}

/// How many lines from the first on are two columns: a gap goes through all of them, and two at
/// least have words on both sides.
fn side_by_side(lines: &[Line]) -> usize {
    let mut gap: Option<(f64, f64)> = None;
    let (mut both, mut length) = (0usize, 0usize);
    let mut before: Option<&Line> = None;
    for (at, line) in lines.iter().enumerate() {
        if before.is_some_and(|before| line.base - before.base > 2.6 * line.size.max(before.size)) {
            break;
        }
        let next = match (line.segments.as_slice(), gap) {
            ([left, right], None) => Some((left.right, right.left)),
            ([left, right], Some((from, to))) => Some((left.right.max(from), right.left.min(to))),
            ([one], Some((from, to))) if one.right < to => Some((from.max(one.right), to)),
            ([one], Some((from, to))) if one.left > from => Some((from, to.min(one.left))),
            _ => None,
        };
        let Some((from, to)) = next.filter(|(from, to)| to - from > 0.9 * line.size) else { break };
        gap = Some((from, to));
        if line.segments.len() == 2 {
            both += 1;
            length = at + 1;
        } else if both > 1 {
            length = at + 1;
        }
        before = Some(line);
    }
    if both >= 2 { length } else { 0 }
}

/// A place in the gap that goes through a block.
fn gutter_of(block: &[Line]) -> f64 {
    let pairs = block.iter().filter_map(|line| match line.segments.as_slice() {
        [left, right] => Some((left.right, right.left)),
        _ => None,
    });
    let (from, to) = pairs.fold((f64::MIN, f64::MAX), |(from, to), (a, b)| (from.max(a), to.min(b)));
    f64::midpoint(from, to)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn print(words: &str, left: f64, base: f64) -> Vec<Glyph> {
        let each = words.chars().enumerate().filter(|(_, c)| *c != ' ');
        each.map(|(at, c)| {
            let left = left + 5.0 * f64::from(u32::try_from(at).unwrap());
            Glyph { words: c.to_string(), left, right: left + 5.0, base, size: 10.0 }
        })
        .collect()
    }

    fn words(lines: &[Line]) -> Vec<String> {
        lines.iter().map(Line::words).collect()
    }

    #[test]
    fn characters_become_lines_in_any_order() {
        let mut glyphs = print("thứ hai", 50.0, 120.0);
        glyphs.extend(print("Dòng một", 50.0, 100.2));
        glyphs.extend(print("xa", 200.0, 100.0));
        assert_eq!(words(&lines(glyphs)), ["Dòng một   xa", "thứ hai"]);
    }

    #[test]
    fn raised_marks_go_and_squares_stay() {
        let mut glyphs = print("45-NQ/TW và 30 m", 50.0, 100.0);
        glyphs.push(Glyph { words: "1".into(), left: 90.0, right: 93.0, base: 96.0, size: 6.0 });
        glyphs.push(Glyph { words: "2".into(), left: 130.0, right: 133.0, base: 96.0, size: 6.0 });
        assert_eq!(words(&lines(glyphs)), ["45-NQ/TW và 30 m²"]);
    }

    #[test]
    fn columns_are_read_one_behind_the_other() {
        let rows = [("ỦY BAN NHÂN DÂN", Some("CỘNG HÒA XÃ HỘI")), ("TỈNH ĐẤT VÀNG", Some("Độc lập - Tự do"))];
        let mut glyphs = Vec::new();
        let mut base = 100.0;
        for (left, right) in rows {
            glyphs.extend(print(left, 50.0, base));
            glyphs.extend(right.map(|right| print(right, 250.0, base)).unwrap_or_default());
            base += 15.0;
        }
        glyphs.extend(print("KẾ HOẠCH triển khai một việc dài hơn", 100.0, base));
        assert_eq!(
            words(&stretches(&lines(glyphs)).concat()),
            [
                "ỦY BAN NHÂN DÂN",
                "TỈNH ĐẤT VÀNG",
                "CỘNG HÒA XÃ HỘI",
                "Độc lập - Tự do",
                "KẾ HOẠCH triển khai một việc dài hơn",
            ]
        );
    }
}
