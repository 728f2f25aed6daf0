//! TCVN 5712:1993 part 3, the encoding of the `.Vn…` fonts (ABC): one byte for each letter.

/// The bytes of the table as Latin-1 letters, and what they stand for.
const FROM: &str = "¡¢£¤¥¦§¨©ª«¬\u{ad}®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ";
const TO: &str = "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ";

/// Turns text in TCVN3, its bytes shown as Latin-1 (or Windows-1252), into Unicode.
///
/// Capitals with a tone do not exist in the table: in a `.VnTimeH` font small letters are drawn
/// as capitals, and where the font is not known they stay small.
pub(crate) fn decode(shown: &str) -> String {
    shown.chars().map(letter).collect()
}

fn letter(c: char) -> char {
    if c.is_ascii() {
        return c;
    }
    FROM.chars().zip(TO.chars()).find(|(from, _)| *from == c).map_or(c, |(_, to)| to)
}

/// Gives headings their capitals back: in the `.Vn…H` fonts capitals are typed as small letters,
/// so that a heading comes as a line of small letters alone, which no sentence goes on with. Only
/// lines that `may` be in such a font, by their number, are looked at.
pub(crate) fn raise_headings(lines: &mut [String], may: impl Fn(usize) -> bool) {
    let mut after_end = true;
    for (at, line) in lines.iter_mut().enumerate() {
        let words = line.trim();
        let small = words.chars().any(char::is_alphabetic) && !words.chars().any(char::is_uppercase);
        let starts = words.starts_with(char::is_alphabetic);
        let short = words.chars().count() < 120 && words.split_whitespace().count() > 1;
        if may(at) && after_end && small && starts && short && !words.ends_with(['.', ';', ',', ':']) {
            *line = line.to_uppercase();
        } else if !words.is_empty() {
            after_end = words.ends_with(['.', ';', ':', '!', '?', '/']) || is_heading(words);
        }
    }
}

fn is_heading(words: &str) -> bool {
    !words.chars().any(char::is_lowercase)
}

/// The bytes of a text; capitals with a tone become small letters.
#[cfg(test)]
pub(super) fn encode(text: &str) -> Vec<u8> {
    let find = |c: char| TO.chars().zip(FROM.chars()).find(|(to, _)| *to == c).map(|(_, from)| from);
    let small = |c: char| c.to_lowercase().next().unwrap_or(c);
    text.chars().map(|c| find(c).or_else(|| find(small(c))).unwrap_or(c)).map(|c| c as u8).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_has_its_byte() {
        assert_eq!(FROM.chars().count(), TO.chars().count());
        let latin: String = encode(TO).into_iter().map(char::from).collect();
        assert_eq!(decode(&latin), TO);
    }

    #[test]
    fn headings_get_their_capitals_back_and_sentences_stay() {
        let text = "cộng hòa xã hội chủ nghĩa việt nam\nquyết định\n1. Giao Sở Tài chính\nrà soát quỹ đất.\nđối tượng áp dụng\nviệc này phải xong trong tháng.";
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        raise_headings(&mut lines, |_| true);
        assert_eq!(
            lines,
            [
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "QUYẾT ĐỊNH",
                "1. Giao Sở Tài chính",
                "rà soát quỹ đất.",
                "ĐỐI TƯỢNG ÁP DỤNG",
                "việc này phải xong trong tháng.",
            ]
        );
    }

    #[test]
    fn the_words_of_a_heading() {
        assert_eq!(
            decode("C¨n cø LuËt §Êt ®ai; thùc hiÖn tr\u{ad}íc ngµy 1/7"),
            "Căn cứ Luật Đất đai; thực hiện trước ngày 1/7"
        );
    }
}
