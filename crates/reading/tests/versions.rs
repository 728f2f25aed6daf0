//! What holds for any two texts: beads hold every unit of both sides once and in order, places lie
//! in the texts, and relations, instruments, joins and rows point at what there is.

// Tests say what they expect in the shortest way.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use haidang_reading::{
    Alignment, Bead, Language, Reading, Version, align, coverage, join, read_text, same_instrument,
};
use proptest::prelude::*;
use std::ops::Range;

const LANGUAGES: [Language; 3] = [Language::Vi, Language::En, Language::Fr];

/// Sentences in the style of documents, to be put together in any order.
const SENTENCES: [&str; 16] = [
    "1. Sở Tài chính chủ trì, bố trí 1.500 triệu đồng trước ngày 15/12/2024.\n",
    "The Department of Finance allocates 1,500 million VND before December 15, 2024. ",
    "Le département des finances affecte 1 500 millions ; il en rend compte. ",
    "Căn cứ Nghị quyết số 88-NQ/TW ngày 01/02/2020 của Bộ Chính trị;\n",
    "- Thực hiện Kết luận số 12-KL/TW về tiếp tục thực hiện Nghị quyết số 88-NQ/TW.\n",
    "Pursuant to Resolution No. 88-NQ/TW of the Politburo;\n",
    "Quyết định số 20/QĐ-UBND hết hiệu lực; bãi bỏ Quyết định số 21/QĐ-UBND.\n",
    "Phấn đấu tăng trưởng đạt ít nhất 12,5%.\n",
    "The growth target is at least 12.5 percent by 2030.\n",
    "## KẾ HOẠCH\n",
    "Ảnh minh họa: cảng\n",
    "Comment (0)\n",
    "a) Hải Phòng, Quảng Ninh; b) Haiphong and Quang Ninh.\n",
    "| 1 | rà soát | Sở Xây dựng |\n",
    "\n\n",
    "Đ\u{300} &#160; 03/2026 XIV ",
];

fn texts() -> impl Strategy<Value = String> {
    prop::collection::vec(
        prop_oneof![
            4 => prop::sample::select(SENTENCES.to_vec()).prop_map(str::to_owned),
            1 => "\\PC{0,24}",
        ],
        0..24,
    )
    .prop_map(|pieces| pieces.concat())
}

fn check_side(alignment: &Alignment, text: &str, side: fn(&Bead) -> &Vec<Range<usize>>) {
    let length = unicode_normalization::UnicodeNormalization::nfc(text).count();
    let units: Vec<Range<usize>> = alignment.beads.iter().flat_map(side).cloned().collect();
    assert!(units.iter().all(|unit| unit.start < unit.end && unit.end <= length));
    assert!(units.windows(2).all(|pair| pair[0].start <= pair[1].start), "{units:?}");
}

fn check_alone(alignment: &Alignment, text: &str, language: Language) {
    // The units of a text do not hang on the other text.
    let version = Version { text, language };
    let alone = align(version, Version { text: "", language });
    assert_eq!(
        alone.beads.iter().flat_map(|bead| bead.left.clone()).collect::<Vec<_>>(),
        alignment.beads.iter().flat_map(|bead| bead.left.clone()).collect::<Vec<_>>()
    );
}

fn check_reading(reading: &Reading) {
    let count = reading.citations.len();
    assert_eq!(reading.relations.len(), count);
    for (at, relation) in reading.relations.iter().enumerate() {
        assert_eq!(relation.citation, at);
        assert!(relation.by.is_none_or(|by| by < count && by != at));
    }
    let mut places: Vec<usize> =
        reading.instruments.iter().flat_map(|instrument| instrument.citations.clone()).collect();
    places.sort_unstable();
    assert_eq!(places, (0..count).collect::<Vec<_>>());
    let said = reading.instruments.iter().flat_map(|known| known.dates.iter().chain(&known.issuers));
    assert!(said.flat_map(|said| &said.citations).all(|at| *at < count));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn beads_hold_both_texts_in_order_and_everything_points_at_something(
        left in texts(), right in texts(), of_left in 0..3usize, of_right in 0..3usize,
    ) {
        let (of_left, of_right) = (LANGUAGES[of_left], LANGUAGES[of_right]);
        let alignment = align(
            Version { text: &left, language: of_left },
            Version { text: &right, language: of_right },
        );
        check_side(&alignment, &left, |bead| &bead.left);
        check_side(&alignment, &right, |bead| &bead.right);
        check_alone(&alignment, &left, of_left);
        prop_assert!(alignment.beads.iter().all(|bead| (0.0..=1.0).contains(&bead.score)));
        prop_assert!(alignment.differences.iter().all(|found| alignment.beads[found.bead].is_pair()));
        let (a, b) = (read_text(&left, Some(of_left)), read_text(&right, Some(of_right)));
        check_reading(&a);
        check_reading(&b);
        for joined in join(&alignment, &a, &b) {
            prop_assert!(a.span(joined.left).is_some() && b.span(joined.right).is_some());
            prop_assert!((0.0..=1.0).contains(&joined.similarity));
        }
        for row in coverage(&a, &b) {
            prop_assert!(a.span(row.higher).is_some());
            prop_assert!(row.matches.iter().all(|found| b.span(found.lower).is_some()
                && (0.0..=1.0).contains(&found.similarity)));
        }
        prop_assert!((0.0..=1.0).contains(&same_instrument(&a, &left, &b, &right).score));
    }
}

/// A text too long to be compared whole goes through the band, and finds the same pairs.
#[test]
fn long_versions_are_aligned_in_a_band() {
    let vietnamese: String =
        (0..1500).map(|n| format!("Bố trí {n}.500 triệu đồng cho dự án số {n} tại Hải Phòng.\n")).collect();
    let english: String = (0..1500)
        .filter(|n| n % 100 != 7)
        .map(|n| format!("Allocate {n},500 million VND for project number {n} in Haiphong.\n"))
        .collect();
    let alignment = align(
        Version { text: &vietnamese, language: Language::Vi },
        Version { text: &english, language: Language::En },
    );
    assert_eq!(alignment.beads.iter().filter(|bead| bead.is_pair()).count(), 1485);
    assert_eq!(alignment.beads.iter().filter(|bead| bead.right.is_empty()).count(), 15);
    assert_eq!(alignment.differences, []);
}
