//! Lines that surround a text and are no part of it: running heads of gazettes, signature
//! stamps, captions, share buttons.

use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// Whether a trimmed line is no part of the document.
pub(super) fn is_chrome(line: &str) -> bool {
    static CHROME: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(PATTERN).ok());
    line.len() < 240 && CHROME.as_ref().is_some_and(|chrome| chrome.is_match(line))
}

/// The foot of a page has no more lines: another document may follow in the same file.
pub(super) const LONGEST_FOOT: usize = 120;

/// Whether a trimmed line stands behind all of a text on the page of a law library.
pub(super) fn ends_text(line: &str) -> bool {
    const ENDS: [&str; 3] = [
        "Văn bản này chưa cập nhật nội dung Tiếng Anh",
        "NỘI DUNG SỬA ĐỔI, HƯỚNG DẪN",
        "FILE ĐƯỢC ĐÍNH KÈM THEO VĂN BẢN",
    ];
    ENDS.contains(&line.trim_matches(['*', '#', ' ']))
}

/// The lines that are captions of pictures, without the blanks around them.
pub(crate) fn captions(text: &str) -> Vec<Range<usize>> {
    static CAPTION: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(CAPTIONS).ok());
    CAPTION.iter().flat_map(|caption| caption.find_iter(text)).map(|found| found.range()).collect()
}

/// Captions among the lines of [`PATTERN`].
const CAPTIONS: &str = r"(?mi)^(?:Ảnh minh họa|Ảnh:|Illustration:|Photo:)\S*[^\n]{0,200}\S";

const PATTERN: &str = r"(?xi)
    ^ (?:
        CÔNG\ BÁO\s*/\s*Số .*                       # running head of the gazette
      | (?:trang|page)\s+\d+(?:\s*/\s*\d+)?
      | (?:Ký\ bởi|Người\ ký|Cơ\ quan|Ngày\ ký|Thời\ gian\ ký|Email)\ ?:\ .* \d{2}:\d{2} .*
      | Ký\ bởi:\ .*
      | Cơ\ quan:\ .*
      | (?:Ngày|Thời\ gian)\ ký:\ .*
      | Tài\ liệu\ đính\ kèm | Ảnh\ minh\ họa .* | Ảnh:\ .* | Illustration:\ .* | Photo:\ .*
      | Comments?\s*\(\d+\) | Bình\ luận .* | Chia\ sẻ .{0,20} | Share .{0,12}
      | (?:Nguồn|Source)\s*:\s*\S+ | https?://\S+ | [\w.-]+\.(?:gov|com|org|net|vn)(?:\.vn)?
      | !\[ .* \]\( .* \)
      | (?:[-*+]\ +)?\[?(?:Partager|Partagez|Share|Tweet|Imprimer|Print)\ [^\]]* \]\( .*
      | \{[%:{] .* [%}]\}? | <!-- .* --> | \{include\ .* \}
      | (?:[-*+]|\d+\.)\ +\**\[ [^\]]+ \]\( \#[^)]* \)\**      # a table of contents
      | [-*+]\ +(?:TOC | Table\ of\ contents | Table\ des\ matières)
      | (?:\[ [^\]]+ \]\( [^)]* \)\ *\|\ *)+ \[ [^\]]+ \]\( [^)]* \)     # the pages before and behind
      | \**\\?\[TODO: .* \]\**
    ) $";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_foot_of_a_page_ends_its_text() {
        assert!(ends_text("**FILE ĐƯỢC ĐÍNH KÈM THEO VĂN BẢN**"));
        assert!(ends_text("## NỘI DUNG SỬA ĐỔI, HƯỚNG DẪN"));
        assert!(!ends_text("Nội dung sửa đổi, hướng dẫn thực hiện quy chế"));
    }
}
