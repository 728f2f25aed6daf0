//! Questions to many bytes at once: loops without an early end, which the compiler turns into instructions
//! over whole vectors. They ask what is rarely so, and spare the walk from character to character. What is
//! asked is put together with `|` and `&` from comparisons: a `match` of many arms would be a branch.

/// A count of so many bytes fits into a byte.
const PIECE: usize = 255;

/// Places are asked in blocks of so many: as many as the bits of a mask.
const BLOCK: usize = 32;

/// Questions reach so far beyond a place.
const REACH: usize = 8;

/// Whether any byte passes.
pub(crate) fn any(bytes: &[u8], passes: impl Fn(u8) -> bool) -> bool {
    bytes.iter().fold(false, |any, byte| any | passes(*byte))
}

/// Whether a byte is one of a few.
pub(crate) fn is_one_of(byte: u8, few: &[u8]) -> bool {
    few.iter().fold(false, |any, one| any | (*one == byte))
}

/// Whether a byte lies in a range.
pub(crate) fn lies_in(byte: u8, range: std::ops::RangeInclusive<u8>) -> bool {
    (*range.start() <= byte) & (byte <= *range.end())
}

/// How many bytes pass.
pub(crate) fn count(bytes: &[u8], passes: impl Fn(u8) -> bool) -> usize {
    let in_piece = |piece: &[u8]| piece.iter().fold(0u8, |sum, byte| sum + u8::from(passes(*byte)));
    bytes.chunks(PIECE).map(|piece| usize::from(in_piece(piece))).sum()
}

/// The places where the `N` bytes from there on pass, in order. Behind the last byte stand zeros.
pub(crate) fn places_where<'a, const N: usize>(
    bytes: &'a [u8],
    passes: impl Fn([u8; N]) -> bool + 'a,
) -> impl Iterator<Item = usize> + 'a {
    const { assert!(N > 0 && N <= REACH) };
    let (mut start, mut end, mut mask) = (0, 0, 0u32);
    std::iter::from_fn(move || {
        while mask == 0 {
            if end >= bytes.len() {
                return None;
            }
            (start, end) = (end, end + BLOCK);
            mask = passing(&window(bytes, start), &passes);
        }
        let at = start + mask.trailing_zeros() as usize;
        mask &= mask - 1;
        (at < bytes.len()).then_some(at)
    })
}

/// The bytes of a block and those that questions reach behind it, filled up with zeros.
fn window(bytes: &[u8], start: usize) -> [u8; BLOCK + REACH] {
    let rest = bytes.get(start..).unwrap_or_default();
    rest.first_chunk().copied().unwrap_or_else(|| {
        let mut window = [0; BLOCK + REACH];
        window.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
        window
    })
}

/// A bit for each place of a block: whether the bytes from there on pass.
fn passing<const N: usize>(window: &[u8; BLOCK + REACH], passes: impl Fn([u8; N]) -> bool) -> u32 {
    let mut flags = [0u8; BLOCK];
    for (flag, near) in flags.iter_mut().zip(window.windows(N)) {
        let near = std::array::from_fn(|at| near.get(at).copied().unwrap_or_default());
        *flag = u8::from(passes(near));
    }
    if flags == [0; BLOCK] { 0 } else { mask(&flags) }
}

/// A bit for each flag. Apart from the loop above, which would not be made of vectors with it.
#[inline(never)]
fn mask(flags: &[u8; BLOCK]) -> u32 {
    let (eights, _) = flags.as_chunks::<8>();
    // Multiplied so, the lowest bits of eight bytes come to stand side by side in the highest byte.
    let bits = |eight: &[u8; 8]| u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56;
    eights.iter().rev().fold(0, |mask, eight| mask << 8 | u32::try_from(bits(eight)).unwrap_or_default())
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
            let behind = |at: usize| bytes.get(at).copied().unwrap_or_default();
            let each = (0..bytes.len()).filter(|at| behind(*at) > behind(at + 1) && behind(at + 2) < 100);
            let found = places_where(&bytes, |[a, b, c]: [u8; 3]| (a > b) & (c < 100));
            prop_assert_eq!(found.collect::<Vec<_>>(), each.collect::<Vec<_>>());
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
    fn counts_beyond_a_byte_are_whole_and_places_beyond_a_block() {
        assert_eq!(count(&[7; 1000], |b| b == 7), 1000);
        assert_eq!(places_where(&[7; 100], |[b]| b == 7).collect::<Vec<_>>(), (0..100).collect::<Vec<_>>());
        assert_eq!(places_where(&[7; 100], |[b]| b == 0).next(), None);
    }
}
