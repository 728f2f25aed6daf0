//! The characters of a page, each with its place.

use super::rules::{self, Rules};
use pdf_extract::{Document, MediaBox, ObjectId, OutputDev, OutputError, Transform};

/// A character, measured in points from the upper left.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::format) struct Glyph {
    pub(in crate::format) words: String,
    pub(in crate::format) left: f64,
    pub(in crate::format) right: f64,
    /// The line that it stands on.
    pub(in crate::format) base: f64,
    /// The size of its font.
    pub(in crate::format) size: f64,
}

/// A page before it is laid out.
#[derive(Debug, Clone, Default)]
pub(in crate::format) struct RawPage {
    pub(super) height: f64,
    /// Without blanks.
    pub(super) glyphs: Vec<Glyph>,
    pub(super) rules: Rules,
}

impl RawPage {
    /// A page of words that are known by their places alone.
    pub(in crate::format) fn without_rules(height: f64, glyphs: Vec<Glyph>) -> Self {
        Self { height, glyphs, rules: Rules::default() }
    }
}

/// Characters that one page may have; more is no page to be read.
const MOST_GLYPHS: usize = 400_000;

/// Reads the characters and rules of a page.
pub(super) fn of_page(document: &Document, number: u32, id: ObjectId) -> Result<RawPage, String> {
    let mut device = Device::default();
    pdf_extract::output_doc_page(document, &mut device, number).map_err(|error| error.to_string())?;
    let turned = device.most_turned();
    let place = |glyph: &Placed| glyph.seen_from(turned);
    let mut glyphs: Vec<Glyph> =
        device.placed.iter().filter(|glyph| glyph.turn == turned).map(place).collect();
    let top = glyphs.iter().map(|glyph| glyph.base).fold(f64::INFINITY, f64::min);
    let upright = turned == 0;
    let height = if upright { device.height } else { device.width };
    let shift = if upright { device.upper } else { height.min(60.0) - top };
    for glyph in &mut glyphs {
        glyph.base += shift;
    }
    let rules = if upright { rules::of_page(document, id, device.upper) } else { Rules::default() };
    Ok(RawPage { height, glyphs, rules })
}

/// A character as the file places it: `y` upwards, in the direction that it is written.
struct Placed {
    words: String,
    x: f64,
    y: f64,
    length: f64,
    size: f64,
    /// Quarter turns against the clock.
    turn: u8,
}

impl Placed {
    /// The character as a reader sees who has turned the page.
    fn seen_from(&self, turn: u8) -> Glyph {
        let (left, base) = match turn {
            0 => (self.x, -self.y),
            1 => (self.y, self.x),
            2 => (-self.x, self.y),
            _ => (-self.y, -self.x),
        };
        Glyph { words: self.words.clone(), left, right: left + self.length, base, size: self.size }
    }
}

#[derive(Default)]
struct Device {
    placed: Vec<Placed>,
    upper: f64,
    height: f64,
    width: f64,
}

impl Device {
    /// The direction of most characters; the others are stamps and marks across the page.
    fn most_turned(&self) -> u8 {
        let count = |turn: u8| self.placed.iter().filter(|glyph| glyph.turn == turn).count();
        (0..4).rev().max_by_key(|turn| count(*turn)).unwrap_or(0)
    }
}

impl OutputDev for Device {
    fn begin_page(
        &mut self,
        _: u32,
        media: &MediaBox,
        _: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        self.upper = media.ury;
        self.height = media.ury - media.lly;
        self.width = media.urx - media.llx;
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(
        &mut self,
        matrix: &Transform,
        width: f64,
        _: f64,
        font_size: f64,
        words: &str,
    ) -> Result<(), OutputError> {
        let words: String = words.chars().filter(|c| !c.is_control() && *c != '\u{fffd}').collect();
        let (along, across) = (matrix.m11, matrix.m12);
        let turn = match () {
            () if along.abs() >= across.abs() => {
                if along >= 0.0 {
                    0
                } else {
                    2
                }
            }
            () => {
                if across >= 0.0 {
                    1
                } else {
                    3
                }
            }
        };
        let wide = along.hypot(across) * font_size.abs();
        let size = matrix.m21.hypot(matrix.m22) * font_size.abs();
        let sound = [matrix.m31, matrix.m32, wide, size, width].iter().all(|number| number.is_finite());
        if words.trim().is_empty() || !sound {
            return Ok(());
        }
        if self.placed.len() >= MOST_GLYPHS {
            return Err(OutputError::IoError(std::io::Error::other("too many characters")));
        }
        let (x, y, length) = (matrix.m31, matrix.m32, width.abs() * wide);
        self.placed.push(Placed { words, x, y, length, size, turn });
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}
