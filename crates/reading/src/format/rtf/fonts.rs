//! The fonts of an RTF file: in which encoding their bytes are, and whether they are from before
//! Unicode.

use crate::format::pieces;
use encoding_rs::Encoding;
use std::collections::HashMap;

/// A font of the font table.
#[derive(Debug, Clone, Default)]
pub(super) struct Font {
    /// As the table spells it.
    pub(super) name: String,
    /// `\fcharset`, which tells the code page.
    pub(super) charset: Option<i32>,
}

impl Font {
    fn is_old(&self) -> bool {
        let name = self.name.trim().to_ascii_lowercase();
        name.starts_with(".vn") || name.starts_with("vni-")
    }
}

/// The font table.
#[derive(Debug, Default)]
pub(super) struct Fonts {
    by_number: HashMap<i32, Font>,
    /// The code page of the document, for fonts that name none.
    pub(super) page: Option<&'static Encoding>,
    /// The font of text that names none.
    pub(super) usual: i32,
}

impl Fonts {
    pub(super) fn entry(&mut self, number: i32) -> &mut Font {
        self.by_number.entry(number).or_default()
    }

    /// The words that bytes in a font stand for.
    pub(super) fn decode(&self, bytes: &[u8], number: i32) -> String {
        let font = self.by_number.get(&number);
        let own = font.and_then(|font| font.charset).and_then(of_charset);
        // Fonts from before Unicode put their letters in the places of the Latin ones.
        let named = if font.is_some_and(Font::is_old) { None } else { own.or(self.page) };
        let encoding = named.unwrap_or(encoding_rs::WINDOWS_1252);
        encoding.decode_without_bom_handling(bytes).0.into_owned()
    }

    /// The words as a font from before Unicode draws them.
    pub(super) fn drawn(&self, words: &str, number: i32) -> String {
        let name = self.by_number.get(&number).map_or("", |font| font.name.trim());
        pieces::in_font(words, name)
    }
}

/// The encoding of a code page: `\ansicpg1258`.
pub(super) fn of_page(page: i32) -> Option<&'static Encoding> {
    let label = match page {
        65001 => "utf-8".to_owned(),
        874 => "windows-874".to_owned(),
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        10000 => "macintosh".to_owned(),
        other => format!("windows-{other}"),
    };
    Encoding::for_label(label.as_bytes())
}

/// The encoding of a character set of Windows (RTF 1.9.1, "Font Table"); 0 and 1 are that of the
/// document.
fn of_charset(charset: i32) -> Option<&'static Encoding> {
    of_page(match charset {
        77 => 10000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    })
}
