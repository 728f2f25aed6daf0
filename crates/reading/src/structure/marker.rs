//! Marks at the start of a block: `I.`, `1.`, `1.1.`, `a)`, `-`, `Điều 3.`, `(2)`.

use crate::words::{is_letter, is_word, low};
use regex::Regex;
use std::sync::LazyLock;

/// How deep a block stands. The order is that of Decree 30/2020/NĐ-CP, annex I: part, chapter,
/// article or Roman, Arabic, letter, dash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rank {
    /// A line without a mark that stands above marks: a title in capitals, `PHỤ LỤC`.
    Title,
    /// Phần, Chương, Part, Chapter.
    Chapter,
    /// Roman numerals.
    Roman,
    /// Điều, Article, Section; `#`.
    Article,
    /// Arabic numerals.
    Arabic,
    /// `1.1`, `1.1.1`.
    Decimal,
    /// `a)`.
    Letter,
    /// `-`.
    Dash,
    /// `+`.
    Plus,
    /// `(1)`.
    Bracket,
    /// No mark.
    None,
}

/// A mark and what follows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Marker {
    pub(crate) rank: Rank,
    /// Bytes of the mark with the blanks behind it.
    pub(crate) length: usize,
    /// How many numbers a decimal has, 3 for `1.1.2`: `1.1` governs it.
    pub(crate) parts: u8,
}

/// The mark at the start of a line.
pub(super) fn marker(line: &str) -> Option<Marker> {
    static PATTERNS: LazyLock<Vec<(&Mark, Regex)>> = LazyLock::new(|| {
        let compile = |mark: &'static Mark| Regex::new(mark.pattern).ok().map(|regex| (mark, regex));
        MARKS.iter().filter_map(compile).collect()
    });
    if !may_be_marked(line) {
        return None;
    }
    let start = line.get(..line.len().min(64)).or_else(|| line.get(..line.floor_char_boundary(64)))?;
    let first = start.chars().next()?;
    PATTERNS.iter().filter(|(mark, _)| (mark.starts_with)(first)).find_map(|(mark, pattern)| {
        let found = pattern.find(start)?;
        let numbers = found.as_str().split('.').filter(|part| part.starts_with(|c: char| c.is_ascii_digit()));
        let parts = if mark.rank == Rank::Decimal { numbers.count() } else { 0 };
        Some(Marker { rank: mark.rank, length: found.end(), parts: u8::try_from(parts).unwrap_or(u8::MAX) })
    })
}

/// Whether a line can start with a mark: a quick look, as most lines have none.
fn may_be_marked(line: &str) -> bool {
    let mut characters = line.chars();
    let (Some(first), second) = (characters.next(), characters.next()) else { return false };
    let parted = second.is_none_or(|c| !is_letter(c));
    if !is_letter(first) || (parted && second != Some(' ')) {
        return true;
    }
    let words: &[&str] = match low(first) {
        'i' | 'v' | 'x' => return second.is_none_or(|c| matches!(c, 'I' | 'V' | 'X' | ' ')),
        'p' => &["phần", "part"],
        'c' => &["chương", "chap"],
        't' => &["titre"],
        'đ' => &["điều"],
        'a' => &["art"],
        's' => &["sec"],
        'o' => &["o "],
        _ => return false,
    };
    words.iter().any(|word| word.chars().zip(line.chars()).all(|(a, b)| a == low(b)))
}

/// A kind of mark.
struct Mark {
    rank: Rank,
    /// The characters that it may start with: spares most patterns.
    starts_with: fn(char) -> bool,
    pattern: &'static str,
}

/// In the order in which they are tried.
static MARKS: [Mark; 11] = [
    Mark {
        rank: Rank::Chapter,
        starts_with: |c| matches!(c.to_ascii_lowercase(), 'p' | 'c' | 't'),
        pattern: r"^(?i:phần|chương|part|chapter|partie|chapitre|titre)\s+(?:thứ\s+\p{L}+|[IVXLC]+|\d+)(?-u:\b)[.:]?\s*",
    },
    Mark {
        rank: Rank::Article,
        starts_with: |c| matches!(c, 'Đ' | 'A' | 'S' | '§'),
        pattern: r"^(?:(?:Điều|Article|Section|SECTION|Sec\.|SEC\.|ARTICLE|ĐIỀU|Art\.)\s+(?:1er|1ER|\d+[a-z]?|premier|PREMIER)\s*[.:]?\s*[-–—]?\s*|§\s*\d+[a-z]?\.\s+)",
    },
    Mark {
        rank: Rank::Roman,
        starts_with: |c| matches!(c, 'I' | 'V' | 'X'),
        pattern: r"^(?:[IVX]{1,5})(?:[.)/]|\s*[-–—])(?:\s+|$)",
    },
    Mark {
        rank: Rank::Decimal,
        starts_with: char::is_numeric,
        pattern: r"^\d{1,2}(?:\.\d{1,2}){1,3}[.)]?(?:\s+|$)",
    },
    Mark {
        rank: Rank::Arabic,
        starts_with: char::is_numeric,
        pattern: r"^\d{1,3}(?:[.)/]|\s*[-–—])(?:\s+|$)",
    },
    // "1° désigner …;" below a numbered paragraph.
    Mark { rank: Rank::Letter, starts_with: char::is_numeric, pattern: r"^\d{1,2}°\s+" },
    Mark {
        rank: Rank::Letter,
        starts_with: |c| c.is_ascii_lowercase() || c == 'đ',
        pattern: r"^[a-zđ](?:\)|\.|\.?\d{1,2}\))(?:\s+|$)",
    },
    Mark { rank: Rank::Bracket, starts_with: |c| c == '(', pattern: r"^\((?:\d{1,2}|[a-zđ]|[ivx]+)\)\s*" },
    Mark { rank: Rank::Plus, starts_with: |c| c == '+', pattern: r"^\+\s*" },
    Mark {
        rank: Rank::Dash,
        starts_with: |c| c == 'o' || !is_word(c),
        pattern: r"^(?:[-–—•●▪➢❖◦·\u{f0b7}]|o\s)\s*",
    },
    Mark { rank: Rank::Arabic, starts_with: char::is_numeric, pattern: r"^\d{1,3}\.(?:\p{Lu}\p{Ll})" },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_told_apart() {
        let table = [
            ("I. MỤC TIÊU", Some(Rank::Roman)),
            ("1. Sở Tài chính", Some(Rank::Arabic)),
            ("1.2. Yêu cầu", Some(Rank::Decimal)),
            ("a) Xây dựng", Some(Rank::Letter)),
            ("đ) Chịu trách nhiệm", Some(Rank::Letter)),
            ("b4) Xây dựng", Some(Rank::Letter)),
            ("104.Sắp xếp", Some(Rank::Arabic)),
            ("- Chủ trì", Some(Rank::Dash)),
            ("-", Some(Rank::Dash)),
            ("+ Bố trí", Some(Rank::Plus)),
            ("(2) Developing", Some(Rank::Bracket)),
            ("Điều 3. Hiệu lực", Some(Rank::Article)),
            ("Article 1. To approve", Some(Rank::Article)),
            ("Article 2 : Le Comité", Some(Rank::Article)),
            ("ARTICLE PREMIER. – Il est créé", Some(Rank::Article)),
            ("1° tenir un registre;", Some(Rank::Letter)),
            ("§ 2. Functions. The Board shall", Some(Rank::Article)),
            ("Sec. 3. Reports.", Some(Rank::Article)),
            ("SECTION 4. Repealing clause.", Some(Rank::Article)),
            ("§ 3553(b) of title 44", None),
            ("Sectors and branches", None),
            ("Chương II", Some(Rank::Chapter)),
            ("2.750 km đường", None),
            ("Các bộ, ngành", None),
            ("Italy", None),
        ];
        for (line, rank) in table {
            assert_eq!(marker(line).map(|marker| marker.rank), rank, "{line}");
        }
    }
}
