//! Pages in two columns of text, as gazettes have them: parted before tables and paragraphs are looked for, so
//! that those of one column are not taken for rows with those of the other.

use super::glyphs::{Glyph, RawPage};
use super::lines::{Line, lines};
use super::rules::{Rule, Rules};

/// Lines that each column must have.
const FEWEST_LINES: usize = 8;
/// Room between columns on either side of its middle, in sizes of the font.
const HALF_GUTTER: f64 = 0.4;
/// How much narrower one column may be than the other.
const NARROWER: f64 = 0.75;
/// Columns of text have few lines with wide gaps, tables many: one in so many lines.
const WITH_GAPS: usize = 8;

/// A page as what is read one after the other: bands across all of it, and between them columns.
pub(super) fn parts(page: RawPage) -> Vec<RawPage> {
    let lines = lines(page.glyphs.clone());
    let Some(gutter) = gutter(&lines) else { return vec![page] };
    let mut out = Vec::new();
    let mut from = f64::NEG_INFINITY;
    for band in lines.chunk_by(|a, b| crosses(a, gutter) == crosses(b, gutter)) {
        let (Some(first), Some(last)) = (band.first(), band.last()) else { continue };
        if crosses(first, gutter) || !is_in_columns(band, gutter, &page.rules) {
            continue;
        }
        // Halfway to what stands across above and below.
        let top = first.base - first.size;
        let foot = last.base + 0.5 * last.size;
        out.push(page.part(|_, y| y > from && y <= top));
        out.push(page.part(|x, y| y > top && y <= foot && x < gutter));
        out.push(page.part(|x, y| y > top && y <= foot && x >= gutter));
        from = foot;
    }
    if out.is_empty() {
        return vec![page];
    }
    out.push(page.part(|_, y| y > from));
    out.retain(|part| !part.glyphs.is_empty());
    out
}

/// The place in the middle of the page where the fewest lines have words, if there is one that half of the
/// lines leave free.
fn gutter(lines: &[Line]) -> Option<f64> {
    let left = lines.iter().map(Line::left).fold(f64::INFINITY, f64::min);
    let right = lines.iter().map(Line::right).fold(f64::NEG_INFINITY, f64::max);
    if lines.len() < FEWEST_LINES || right <= left {
        return None;
    }
    let places = (40..=60).map(|percent| left + (right - left) * f64::from(percent) / 100.0);
    let crossed = |gutter: f64| lines.iter().filter(|line| crosses(line, gutter)).count();
    let (fewest, gutter) = places.map(|place| (crossed(place), place)).min_by_key(|(crossed, _)| *crossed)?;
    (fewest * 2 < lines.len()).then_some(gutter)
}

fn crosses(line: &Line, gutter: f64) -> bool {
    let room = HALF_GUTTER * line.size;
    line.places().iter().any(|(left, right)| *left < gutter + room && *right > gutter - room)
}

/// Whether lines that leave the gutter free are two columns of text: alike in width, without gaps of their own,
/// and with no line drawn from one to the other.
fn is_in_columns(band: &[Line], gutter: f64, rules: &Rules) -> bool {
    let (Some(first), Some(last)) = (band.first(), band.last()) else { return false };
    let drawn = |rule: &Rule| {
        let across = rule.start < gutter - first.size && rule.end > gutter + first.size;
        across && rule.at > first.base - 2.0 * first.size && rule.at < last.base + first.size
    };
    let side = |is_left: bool| {
        let own = |line: &Line| {
            let spans = line.segments.iter().filter(|segment| (segment.right <= gutter) == is_left);
            spans.map(|segment| (segment.left, segment.right)).collect::<Vec<_>>()
        };
        band.iter().map(own).filter(|spans| !spans.is_empty()).collect::<Vec<_>>()
    };
    let (left, right) = (side(true), side(false));
    let is_text = |side: &[Vec<(f64, f64)>]| {
        let gaps = side.iter().filter(|spans| spans.len() > 1).count();
        side.len() >= FEWEST_LINES && gaps * WITH_GAPS <= side.len()
    };
    let width = |side: &[Vec<(f64, f64)>]| {
        let spans = side.iter().flatten();
        let (from, to) =
            spans.fold((f64::INFINITY, f64::NEG_INFINITY), |(from, to), (a, b)| (from.min(*a), to.max(*b)));
        to - from
    };
    let (narrow, wide) = (width(&left).min(width(&right)), width(&left).max(width(&right)));
    !rules.across.iter().any(drawn) && is_text(&left) && is_text(&right) && narrow > NARROWER * wide
}

impl RawPage {
    /// What stands at places that are wanted.
    fn part(&self, wanted: impl Fn(f64, f64) -> bool) -> Self {
        let place = |glyph: &Glyph| (f64::midpoint(glyph.left, glyph.right), glyph.base - 0.3 * glyph.size);
        let held = |glyph: &&Glyph| {
            let (x, y) = place(glyph);
            wanted(x, y)
        };
        let glyphs = self.glyphs.iter().filter(held).cloned().collect();
        let across = |rule: &&Rule| wanted(f64::midpoint(rule.start, rule.end), rule.at);
        let down = |rule: &&Rule| wanted(rule.at, f64::midpoint(rule.start, rule.end));
        let rules = Rules {
            across: self.rules.across.iter().filter(across).copied().collect(),
            down: self.rules.down.iter().filter(down).copied().collect(),
        };
        Self { height: self.height, glyphs, rules }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn print(words: &str, left: f64, base: f64, out: &mut Vec<Glyph>) {
        let places = std::iter::successors(Some(left), |left| Some(left + 5.0));
        out.extend(words.chars().zip(places).filter(|(c, _)| *c != ' ').map(|(c, left)| Glyph {
            words: c.to_string(),
            left,
            right: left + 5.0,
            base,
            size: 10.0,
        }));
    }

    fn page(rows: usize, left: &str, right: &str) -> RawPage {
        let mut glyphs = Vec::new();
        print("A title that stands across both of the columns", 60.0, 80.0, &mut glyphs);
        for row in 0..rows {
            let base = 100.0 + 12.0 * f64::from(u32::try_from(row).unwrap());
            print(left, 50.0, base, &mut glyphs);
            // The other column need not stand on the same lines.
            print(right, 200.0, base + 5.0, &mut glyphs);
        }
        print("A foot that stands across both of the columns", 60.0, 112.0 + 12.0 * 9.0, &mut glyphs);
        RawPage { height: 842.0, glyphs, rules: Rules::default() }
    }

    #[test]
    fn columns_are_parted_from_what_stands_across() {
        let parts = parts(page(9, "words of the left column", "and those of the right"));
        let starts: Vec<String> = parts
            .iter()
            .map(|part| lines(part.glyphs.clone())[0].words().chars().take(7).collect())
            .collect();
        assert_eq!(starts, ["A title", "words o", "and tho", "A foot "]);
    }

    #[test]
    fn short_and_unlike_columns_and_tables_are_left_alone() {
        let drawn = Rule { at: 140.0, start: 50.0, end: 320.0 };
        let mut table = page(9, "words of the left column", "and those of the right");
        table.rules.across.push(drawn);
        let pages = [
            page(4, "words of the left column", "and those of the right"),
            page(9, "words of the left column", "June"),
            page(9, "1          Review it all", "Ministry of all health"),
            table,
        ];
        for page in pages {
            assert_eq!(parts(page).len(), 1);
        }
    }
}
