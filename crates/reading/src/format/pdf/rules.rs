//! The ruled lines of a page, which bound the cells of a table.

use pdf_extract::content::Content;
use pdf_extract::{Document, Object, ObjectId};

/// A line that is drawn straight: `at` across, from `start` to `end` along, in points from the
/// upper left.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rule {
    pub(super) at: f64,
    pub(super) start: f64,
    pub(super) end: f64,
}

/// The ruled lines of a page.
#[derive(Debug, Clone, Default)]
pub(super) struct Rules {
    pub(super) across: Vec<Rule>,
    pub(super) down: Vec<Rule>,
}

/// Wider ones are bars or shaded areas.
const THICKEST: f64 = 3.0;
const SHORTEST: f64 = 4.0;
const MOST: usize = 20_000;

type Point = (f64, f64);

/// How places of the drawing become places of the page (ISO 32000-1, 8.3.3).
#[derive(Clone, Copy, Default)]
struct Matrix {
    xx: f64,
    xy: f64,
    yx: f64,
    yy: f64,
    dx: f64,
    dy: f64,
}

impl Matrix {
    /// This one first, then the other.
    fn then(self, next: Self) -> Self {
        Self {
            xx: self.xx * next.xx + self.xy * next.yx,
            xy: self.xx * next.xy + self.xy * next.yy,
            yx: self.yx * next.xx + self.yy * next.yx,
            yy: self.yx * next.xy + self.yy * next.yy,
            dx: self.dx * next.xx + self.dy * next.yx + next.dx,
            dy: self.dx * next.xy + self.dy * next.yy + next.dy,
        }
    }
}

/// Reads the lines from the drawing of a page; `upper` is the upper edge of the page.
pub(super) fn of_page(document: &Document, id: ObjectId, upper: f64) -> Rules {
    let content = document.get_page_content(id).ok().and_then(|bytes| Content::decode(&bytes).ok());
    let mut pen = Pen { upper, matrix: Matrix { xx: 1.0, yy: 1.0, ..Matrix::default() }, ..Pen::default() };
    for operation in content.map(|content| content.operations).unwrap_or_default() {
        let numbers: Vec<f64> = operation.operands.iter().filter_map(number).collect();
        pen.draw(&operation.operator, &numbers);
    }
    pen.rules
}

fn number(object: &Object) -> Option<f64> {
    object.as_float().ok().map(f64::from).filter(|number| number.is_finite())
}

#[derive(Default)]
struct Pen {
    upper: f64,
    matrix: Matrix,
    saved: Vec<Matrix>,
    at: Point,
    /// Straight strokes and boxes of the path that is open.
    path: Vec<(Point, Point, bool)>,
    rules: Rules,
}

impl Pen {
    fn draw(&mut self, operator: &str, numbers: &[f64]) {
        match (operator, numbers) {
            ("q", _) if self.saved.len() < 256 => self.saved.push(self.matrix),
            ("Q", _) => self.matrix = self.saved.pop().unwrap_or(self.matrix),
            ("cm", &[xx, xy, yx, yy, dx, dy]) => {
                self.matrix = Matrix { xx, xy, yx, yy, dx, dy }.then(self.matrix);
            }
            ("m", &[x, y]) => self.at = (x, y),
            ("l", &[x, y]) => {
                self.path.push((self.at, (x, y), false));
                self.at = (x, y);
            }
            ("re", &[x, y, width, height]) => self.path.push(((x, y), (x + width, y + height), true)),
            ("S" | "s" | "f" | "F" | "f*" | "B" | "B*" | "b" | "b*", _) => {
                let stroked = !operator.starts_with(['f', 'F']);
                for (from, to, is_box) in std::mem::take(&mut self.path) {
                    self.keep(from, to, is_box, stroked);
                }
            }
            ("n", _) => self.path.clear(),
            _ => {}
        }
    }

    fn keep(&mut self, from: Point, to: Point, is_box: bool, stroked: bool) {
        let (x1, y1) = self.place(from);
        let (x2, y2) = self.place(to);
        let (left, right) = (x1.min(x2), x1.max(x2));
        let (top, bottom) = (y1.min(y2), y1.max(y2));
        let thin = |length: f64| length <= THICKEST;
        if self.rules.across.len() + self.rules.down.len() > MOST {
            return;
        }
        if thin(bottom - top) && right - left >= SHORTEST {
            self.rules.across.push(Rule { at: f64::midpoint(top, bottom), start: left, end: right });
        } else if thin(right - left) && bottom - top >= SHORTEST {
            self.rules.down.push(Rule { at: f64::midpoint(left, right), start: top, end: bottom });
        } else if is_box && stroked {
            let across = [top, bottom].map(|at| Rule { at, start: left, end: right });
            let down = [left, right].map(|at| Rule { at, start: top, end: bottom });
            self.rules.across.extend(across);
            self.rules.down.extend(down);
        }
    }

    fn place(&self, (x, y): Point) -> Point {
        let by = self.matrix;
        (by.xx * x + by.yx * y + by.dx, self.upper - (by.xy * x + by.yy * y + by.dy))
    }
}
