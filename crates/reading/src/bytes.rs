//! Questions to many bytes at once: loops without an early end, which the compiler turns into instructions
//! over whole vectors. They ask what is rarely so, and spare the walk from character to character.

/// A count of so many bytes fits into a byte.
const PIECE: usize = 255;

/// Whether any byte passes.
pub(crate) fn any(bytes: &[u8], passes: impl Fn(u8) -> bool) -> bool {
    bytes.iter().fold(false, |any, byte| any | passes(*byte))
}

/// Whether any two neighbours pass.
pub(crate) fn any_pair(bytes: &[u8], passes: impl Fn(u8, u8) -> bool) -> bool {
    let second = bytes.get(1..).unwrap_or_default();
    bytes.iter().zip(second).fold(false, |any, (a, b)| any | passes(*a, *b))
}

/// Whether any three neighbours pass.
pub(crate) fn any_three(bytes: &[u8], passes: impl Fn(u8, u8, u8) -> bool) -> bool {
    let (second, third) = (bytes.get(1..).unwrap_or_default(), bytes.get(2..).unwrap_or_default());
    bytes.iter().zip(second).zip(third).fold(false, |any, ((a, b), c)| any | passes(*a, *b, *c))
}

/// How many bytes pass.
pub(crate) fn count(bytes: &[u8], passes: impl Fn(u8) -> bool) -> usize {
    let in_piece = |piece: &[u8]| piece.iter().fold(0u8, |sum, byte| sum + u8::from(passes(*byte)));
    bytes.chunks(PIECE).map(|piece| usize::from(in_piece(piece))).sum()
}

/// Where some words stand first in a text. Faster than the search of the standard library, which prepares
/// itself anew for each text.
pub(crate) fn find(text: &str, words: &str) -> Option<usize> {
    memchr::memmem::find(text.as_bytes(), words.as_bytes())
}

/// Where some words stand in a text; none of the places overlap.
pub(crate) fn places<'a>(text: &'a str, words: &'a str) -> impl Iterator<Item = usize> + 'a {
    memchr::memmem::find_iter(text.as_bytes(), words.as_bytes())
}

/// Whether so many digits stand in a row.
pub(crate) fn has_digits(bytes: &[u8], count: usize) -> bool {
    bytes.chunk_by(|a, b| a.is_ascii_digit() && b.is_ascii_digit()).any(|run| run.len() >= count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::{prop_assert_eq, proptest};

    proptest! {
        #[test]
        fn what_is_asked_of_all_is_what_is_so_of_each(bytes: Vec<u8>) {
            prop_assert_eq!(any(&bytes, |b| b > 250), bytes.iter().any(|b| *b > 250));
            prop_assert_eq!(count(&bytes, |b| b > 100), bytes.iter().filter(|b| **b > 100).count());
            prop_assert_eq!(any_pair(&bytes, |a, b| a > b), bytes.windows(2).any(|w| w[0] > w[1]));
            let three = bytes.windows(3).any(|w| w[0] > w[1] && w[1] > w[2]);
            prop_assert_eq!(any_three(&bytes, |a, b, c| (a > b) & (b > c)), three);
        }
    }

    #[test]
    fn digits_in_a_row_are_counted() {
        let table = [("năm 2027", true), ("202 7", false), ("số 12345", true), ("abcd", false), ("", false)];
        for (text, expected) in table {
            assert_eq!(has_digits(text.as_bytes(), 4), expected, "{text}");
        }
    }

    #[test]
    fn counts_beyond_a_byte_are_whole() {
        assert_eq!(count(&[7; 1000], |b| b == 7), 1000);
    }
}
