//! Words that a person typed, found again in a text: spaces, line breaks and marks of Markdown may differ.

use haidang_reading::{HIDDEN, shown_characters};

/// The characters of a text that a page shows and that are not blank, each with its place.
fn marks(text: &[char]) -> Vec<(usize, char)> {
    let shown = shown_characters(text).into_iter().enumerate();
    shown.filter(|(_, mark)| !mark.is_whitespace() && *mark != HIDDEN).collect()
}

/// The same of words that were typed.
fn typed(words: &str) -> Vec<char> {
    marks(&words.chars().collect::<Vec<char>>()).into_iter().map(|(_, mark)| mark).collect()
}

/// Where these words stand in the text, nearest to `near`, as characters from the first up to, not
/// including, the last. `None` when they do not stand there.
pub(crate) fn locate(text: &[char], words: &str, near: usize) -> Option<(usize, usize)> {
    let words = typed(words);
    if words.is_empty() {
        return None;
    }
    let marks = marks(text);
    let same = |window: &&[(usize, char)]| window.iter().zip(&words).all(|((_, mark), word)| mark == word);
    let found = marks.windows(words.len()).filter(same);
    let found = found.filter_map(|window| Some((window.first()?.0, window.last()?.0 + 1)));
    found.min_by_key(|(start, _)| start.abs_diff(near))
}

/// Where a text is to be cut, when its lines as typed are the text from `start` on with a line break
/// at every cut. Places are counted in the whole text. `None` when the lines say something else.
pub(crate) fn cuts(text: &[char], start: usize, end: usize, lines: &str) -> Option<Vec<usize>> {
    let own: Vec<(usize, char)> = marks(text.get(start..end)?);
    let mut rest = own.iter();
    let mut cuts = Vec::new();
    for line in lines.lines().filter(|line| !line.trim().is_empty()) {
        let mut first = true;
        for mark in typed(line) {
            let (place, own) = rest.next()?;
            if *own != mark {
                return None;
            }
            if first {
                cuts.push(start + place);
                first = false;
            }
        }
    }
    let all = rest.next().is_none();
    all.then(|| cuts.into_iter().skip(1).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn words_are_found_nearest_to_where_they_were() {
        let text = chars("một hai\nba, hai  ba");
        assert_eq!(locate(&text, "hai ba", 0), Some((4, 10)));
        assert_eq!(locate(&text, "hai ba", 15), Some((12, 19)));
        assert_eq!(locate(&text, "hai ba,", 0), Some((4, 11)));
        assert_eq!(locate(&text, "bốn", 0), None);
        assert_eq!(locate(&text, "  ", 0), None);
        let emphasised = chars("*một **hai** ba*");
        assert_eq!(locate(&emphasised, "một hai", 0), Some((1, 10)));
        assert_eq!(locate(&emphasised, "*một **hai**", 0), Some((1, 10)));
    }

    #[test]
    fn a_line_break_is_a_cut() {
        let text = chars("x: giao đất; thu thuế.");
        assert_eq!(cuts(&text, 3, 22, "giao đất;\r\nthu thuế."), Some(vec![13]));
        assert_eq!(cuts(&text, 3, 22, "giao đất; thu thuế."), Some(vec![]));
        assert_eq!(cuts(&text, 3, 22, "giao đất;\nthu phí."), None);
        assert_eq!(cuts(&text, 3, 22, "giao đất;"), None);
    }
}
