//! Parsing never fails: any bytes in, a reading or a clear error out, and every span lies in the
//! text with the words that it says. Ten thousand inputs, random and mutated, from fixed seeds.

// Tests say what they expect in the shortest way.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use haidang_reading::{Language, Reading, Span, read, read_text};

/// A small generator of pseudo-random numbers (SplitMix64), so that every run is the same.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn byte(&mut self) -> u8 {
        self.next().to_le_bytes()[0]
    }

    fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(bound.max(1)).unwrap()).unwrap()
    }
}

const EXAMPLES: [&str; 3] = [
    include_str!("../../../examples/chi-thi-05.vi.txt"),
    include_str!("../../../examples/directive-05.en.txt"),
    include_str!("../../../examples/directive-05.fr.txt"),
];

/// Pieces that rules look for, to be put together in any order.
const PIECES: [&str; 40] = [
    "|",
    "\n|\n|\n",
    "**",
    "*",
    "# ",
    "1. ",
    "a) ",
    "- ",
    "I. ",
    "Điều 3. ",
    "Số: 05/CT-UBND",
    "ngày 31/02/2026",
    "trước ngày 15 tháng 13",
    "Quý IV/2026",
    "100%",
    "từ 15.000 đến 15.500",
    "Bộ ",
    "Các Bộ: ",
    "(",
    ")",
    "“",
    "”",
    ";",
    ": ",
    "\u{300}",
    "ừ",
    "Đ",
    "đ",
    "…",
    "\u{a0}",
    "giao Sở Tài chính chủ trì, phối hợp với ",
    "Nghị quyết số 45-NQ/TW1",
    "Luật ",
    "Nơi nhận:",
    "PHỤ LỤC",
    "TT\nNội dung\nCơ quan chủ trì\n1 ",
    "14/20 targets have met: (1) ",
    "shall",
    "a demandé au ",
    "![x](y)",
];

fn spans(reading: &Reading) -> Vec<&Span> {
    let citations = reading.citations.iter().map(|c| &c.span);
    let tasks = reading.tasks.iter().map(|t| &t.span);
    let targets = reading.targets.iter().map(|t| &t.span);
    let projects = reading.projects.iter().map(|p| &p.span);
    let proposals = reading.proposals.iter().map(|p| &p.span);
    citations.chain(tasks).chain(targets).chain(projects).chain(proposals).collect()
}

fn check(text: &str, reading: &Reading) {
    let characters: Vec<char> = text.chars().collect();
    for span in spans(reading) {
        assert!(span.start < span.end && span.end <= characters.len(), "{span:?} of {}", characters.len());
        let words: String = characters[span.start..span.end].iter().collect();
        assert_eq!(words, span.quote);
        assert!((0.0..=1.0).contains(&span.confidence), "{span:?}");
        assert!(!span.rule.is_empty());
    }
}

fn check_bytes(bytes: &[u8]) {
    for language in [None, Some(Language::Vi), Some(Language::En), Some(Language::Fr)] {
        if let Ok((text, reading)) = read("fuzz.txt", bytes, language) {
            check(&text, &reading);
        }
    }
}

#[test]
fn random_bytes_never_break_the_reader() {
    let mut random = Random(1);
    for _ in 0..2_000 {
        let length = random.below(300);
        let bytes: Vec<u8> = (0..length).map(|_| random.byte()).collect();
        check_bytes(&bytes);
    }
}

#[test]
fn pieces_in_any_order_never_break_the_reader() {
    let mut random = Random(2);
    for _ in 0..3_000 {
        let count = random.below(40);
        let text: String = (0..count).map(|_| PIECES[random.below(PIECES.len())]).collect();
        check_bytes(text.as_bytes());
    }
}

#[test]
fn mutated_documents_never_break_the_reader() {
    let mut random = Random(3);
    for round in 0..5_000 {
        let source: Vec<char> = EXAMPLES[round % EXAMPLES.len()].chars().collect();
        let from = random.below(source.len());
        let mut text: Vec<char> = source[from..(from + random.below(700)).min(source.len())].to_vec();
        for _ in 0..random.below(12) {
            let at = random.below(text.len() + 1);
            match random.below(3) {
                0 if at < text.len() => {
                    text.remove(at);
                }
                1 => text.insert(
                    at.min(text.len()),
                    char::from_u32(u32::try_from(random.below(0x3000)).unwrap()).unwrap_or(' '),
                ),
                _ => {
                    let piece: Vec<char> = PIECES[random.below(PIECES.len())].chars().collect();
                    text.splice(at.min(text.len())..at.min(text.len()), piece);
                }
            }
        }
        let text: String = text.into_iter().collect();
        check_bytes(text.as_bytes());
    }
}

#[test]
fn a_text_that_is_not_composed_is_read_in_composed_characters() {
    let text = "Giao Sở Tài chính chủ trì rà soát quy hoạch trước ngày 31/3/2026.";
    let decomposed: String = unicode_normalization::UnicodeNormalization::nfd(text).collect();
    let (composed, reading) = read("a.txt", decomposed.as_bytes(), None).unwrap();
    check(&composed, &reading);
    assert_eq!(reading, read_text(text, None));
}
