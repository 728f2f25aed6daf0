//! Where boxes and lines go: one row for each level that has an instrument, wrapped where it is
//! long; in a row from the oldest to the newest. Same data, same drawing.

use super::Level;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Width of a box.
pub(crate) const BOX_WIDTH: usize = 176;
/// Height of a box.
pub(crate) const BOX_HEIGHT: usize = 52;
/// Between two boxes of a row.
const GAP: usize = 26;
/// Between two rows.
const ROW_GAP: usize = 58;
/// Left of the first box, for the name of the level.
const MARGIN: usize = 132;
/// Around the drawing.
const EDGE: usize = 14;
/// From the edge of a box to the middle of the words of a line.
const WORDS_AWAY: i64 = 14;
/// Between words one under the other.
const WORDS_HEIGHT: i64 = 13;
/// From the middle of words to the line that they stand on.
const WORDS_DROP: i64 = 4;
/// Boxes in a row before it wraps.
const IN_A_ROW: usize = 6;

/// An instrument to draw.
#[derive(Debug, Clone)]
pub(crate) struct Node<K> {
    /// What it is.
    pub(crate) key: K,
    /// Its level.
    pub(crate) level: Level,
    /// The day of issue.
    pub(crate) issued_on: Option<Date>,
}

/// A relation to draw: from the place of one node to that of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Edge {
    /// The place of the first node in the list.
    pub(crate) from: usize,
    /// The place of the second.
    pub(crate) to: usize,
}

/// A drawing. Boxes stand in the order of the nodes, lines in that of the edges.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Drawing {
    /// Its width.
    pub(crate) width: usize,
    /// Its height.
    pub(crate) height: usize,
    /// The upper left corner of each box.
    pub(crate) boxes: Vec<(usize, usize)>,
    /// The names of the levels: which, and the upper edge of its first row.
    pub(crate) levels: Vec<(Level, usize)>,
    /// The lines.
    pub(crate) lines: Vec<Line>,
}

/// A line from one box to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    /// Its path.
    pub(crate) path: String,
    /// Where its words stand: beside the end that fewer lines meet at.
    pub(crate) words: (i64, i64),
}

/// Where the words of a line stand.
#[derive(Debug, Clone, Copy)]
struct Words {
    /// Beside the end of the line, not its beginning.
    at_end: bool,
    /// How many others stand beside that box already.
    before: usize,
}

/// Draws instruments and their relations.
pub(crate) fn draw<K: Ord>(nodes: &[Node<K>], edges: &[Edge]) -> Drawing {
    let mut rows: BTreeMap<Level, Vec<usize>> = BTreeMap::new();
    for (place, node) in nodes.iter().enumerate() {
        rows.entry(node.level).or_default().push(place);
    }
    let mut boxes = vec![(0, 0); nodes.len()];
    let mut levels = Vec::new();
    let (mut top, mut width) = (EDGE, 0);
    for (level, mut places) in rows {
        // The oldest first; without a day last.
        places.sort_by_key(|place| {
            nodes.get(*place).map(|node| (node.issued_on.is_none(), node.issued_on, &node.key))
        });
        levels.push((level, top));
        for row in places.chunks(IN_A_ROW) {
            for (column, place) in row.iter().enumerate() {
                let left = MARGIN + column * (BOX_WIDTH + GAP);
                width = width.max(left + BOX_WIDTH + EDGE);
                if let Some(corner) = boxes.get_mut(*place) {
                    *corner = (left, top);
                }
            }
            top += BOX_HEIGHT + ROW_GAP;
        }
    }
    let mut met = vec![0_usize; nodes.len()];
    for end in edges.iter().flat_map(|edge| [edge.from, edge.to]) {
        if let Some(count) = met.get_mut(end) {
            *count += 1;
        }
    }
    let count = |place: usize| met.get(place).copied().unwrap_or_default();
    let mut said = vec![0_usize; nodes.len()];
    let mut lines = Vec::new();
    for (number, edge) in edges.iter().enumerate() {
        let at_end = count(edge.to) <= count(edge.from);
        // Words beside one box stand one under the other.
        let beside = said.get_mut(if at_end { edge.to } else { edge.from });
        let before = beside.map_or(0, |said| std::mem::replace(said, *said + 1));
        lines.push(line(&boxes, *edge, number, Words { at_end, before }));
    }
    Drawing { width, height: (top + EDGE).saturating_sub(ROW_GAP) + ROW_GAP / 2, boxes, levels, lines }
}

/// A line from one box to another: between rows from edge to edge, within a row as a bow below it.
fn line(boxes: &[(usize, usize)], edge: Edge, number: usize, said: Words) -> Line {
    let corner = |place: usize| {
        let (left, top) = boxes.get(place).copied().unwrap_or_default();
        (whole(left), whole(top))
    };
    let ((from_left, from_top), (to_left, to_top)) = (corner(edge.from), corner(edge.to));
    let (width, height) = (whole(BOX_WIDTH), whole(BOX_HEIGHT));
    // Lines that leave one box do not all leave at one point.
    let shift = (whole(number) * 29) % (width / 2) - width / 4;
    let (from_x, to_x) = (from_left + width / 2 + shift, to_left + width / 2 + shift);
    let (from_y, to_y, bend) = match from_top.cmp(&to_top) {
        std::cmp::Ordering::Greater => (from_top, to_top + height, -1),
        std::cmp::Ordering::Less => (from_top + height, to_top, 1),
        std::cmp::Ordering::Equal => (from_top + height, to_top + height, 0),
    };
    let reach =
        if bend == 0 { whole(ROW_GAP) / 2 + (whole(number) * 7) % 18 } else { bend * whole(ROW_GAP) * 3 / 4 };
    let to_reach = if bend == 0 { reach } else { -reach };
    let path =
        format!("M{from_x} {from_y}C{from_x} {} {to_x} {} {to_x} {to_y}", from_y + reach, to_y + to_reach);
    let away = WORDS_AWAY + WORDS_HEIGHT * (whole(said.before) % 3);
    let beside = |x: i64, y: i64, reach: i64| (x, y + reach.signum() * away + WORDS_DROP);
    let words = if said.at_end { beside(to_x, to_y, to_reach) } else { beside(from_x, from_y, reach) };
    Line { path, words }
}

fn whole(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn node(key: u32, level: Level, on: &str) -> Node<u32> {
        Node { key, level, issued_on: on.parse().ok() }
    }

    #[test]
    fn rows_are_levels_and_the_oldest_stands_first() {
        let nodes = [
            node(1, Level::Government, "2025-01-10"),
            node(2, Level::Party, "2024-09-30"),
            node(3, Level::Government, ""),
            node(4, Level::Government, "2019-11-16"),
        ];
        let drawing = draw(&nodes, &[Edge { from: 0, to: 1 }]);
        let row = |place: usize| drawing.boxes[place].1;
        assert!(row(1) < row(0), "the Party stands above the Government");
        assert_eq!((row(0), row(3)), (row(2), row(0)));
        let left = |place: usize| drawing.boxes[place].0;
        assert!(left(3) < left(0) && left(0) < left(2), "by date, and what has none last");
        assert_eq!(
            drawing.levels.iter().map(|(level, _)| *level).collect::<Vec<_>>(),
            [Level::Party, Level::Government]
        );
        assert_eq!(drawing.lines.len(), 1);
    }

    proptest! {
        #[test]
        fn no_two_boxes_lie_on_each_other(levels in proptest::collection::vec(0..9_usize, 0..60)) {
            let nodes: Vec<Node<u32>> =
                levels.iter().zip(0..).map(|(level, key)| node(key, Level::ALL[*level], "")).collect();
            let drawing = draw(&nodes, &[]);
            for (place, (left, top)) in drawing.boxes.iter().enumerate() {
                prop_assert!(left + BOX_WIDTH <= drawing.width && top + BOX_HEIGHT <= drawing.height);
                for (other_left, other_top) in &drawing.boxes[place + 1..] {
                    let apart = left.abs_diff(*other_left) >= BOX_WIDTH || top.abs_diff(*other_top) >= BOX_HEIGHT;
                    prop_assert!(apart);
                }
            }
        }
    }
}
