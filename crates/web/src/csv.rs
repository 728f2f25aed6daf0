//! Lists as files for spreadsheets: one line after another, in UTF-8 with a mark at the start.

/// What a file begins with, so that spreadsheets take it for UTF-8.
pub(crate) const START: char = '\u{feff}';

/// One line of the file.
pub(crate) fn line(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|text| cell(text)).collect();
    format!("{}\r\n", cells.join(","))
}

/// One cell. A text that a spreadsheet would take for a formula gets an apostrophe before it.
fn cell(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = if formula { format!("'{text}") } else { text.to_owned() };
    if text.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        for (text, written) in [
            ("Sở Tài chính", "Sở Tài chính"),
            ("a,b", "\"a,b\""),
            ("nói \"có\"", "\"nói \"\"có\"\"\""),
            ("một\nhai", "\"một\nhai\""),
            ("=1+1", "'=1+1"),
            ("- gạch, đầu dòng", "\"'- gạch, đầu dòng\""),
            ("", ""),
        ] {
            assert_eq!(cell(text), written);
        }
    }

    #[test]
    fn a_line_ends_as_spreadsheets_like_it() {
        assert_eq!(line(&["a".into(), "b".into()]), "a,b\r\n");
    }
}
