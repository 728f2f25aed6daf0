//! Announced counts: "07 nhiệm vụ sau:", "five commitments:" are checked against the items that follow.

use super::scene::Scene;
use crate::structure::{Block, Rank};
use crate::words::word_starts;
use crate::{Language, Remark, RemarkKind};
use std::ops::Range;

/// A remark for every count that announces a list and is not the number of its items.
pub(super) fn find(scene: &Scene<'_>) -> Vec<Remark> {
    let checked = scene.blocks().filter_map(|(at, block)| checked(scene, at, block));
    let told = scene.blocks().flat_map(|(_, block)| told(scene, block));
    checked.chain(told).collect()
}

/// A count in a sentence that ends in a colon, or in a heading: "III. 07 nhiệm vụ trọng tâm".
fn checked(scene: &Scene<'_>, at: usize, block: &Block) -> Option<Remark> {
    let low = scene.masked(block.range.clone());
    let heads = !block.opens && is_heading(block, low);
    if !(block.opens || heads) {
        return None;
    }
    // The count must stand in the sentence that ends in the colon, close to it, or open a heading.
    let sentence = if heads { 0 } else { low.rfind(['.', ';']).map_or(0, |dot| dot + 1) };
    let words = word_starts(low.get(sentence..)?).take(if heads { HEADING_WORDS } else { usize::MAX });
    let (start, end, said) =
        words.into_iter().find_map(|start| announced_at(scene, low, sentence + start))?;
    let items = items_below(scene, at)?;
    (items != said).then(|| remark(scene, block.range.start + start..block.range.start + end, said, items))
}

/// A count in a heading stands among its first words.
const HEADING_WORDS: usize = 6;

fn is_heading(block: &Block, low: &str) -> bool {
    let short = low.len() < 220 && !low.ends_with(['.', ';']);
    short && (block.capitals || block.rank <= Rank::Letter && block.marker.is_some())
}

/// "14/20 chỉ tiêu đạt: (1) …; (2) …": the pieces told in the paragraph against the count.
fn told(scene: &Scene<'_>, block: &Block) -> Vec<Remark> {
    let low = scene.masked(block.range.clone());
    if !(low.contains('/') && low.contains("(2)")) {
        return Vec::new();
    }
    let shares: Vec<(Range<usize>, usize)> =
        word_starts(low).filter_map(|at| share_at(scene, low, at)).collect();
    let ends = shares.iter().skip(1).map(|(place, _)| place.start).chain([low.len()]);
    let judged = shares.iter().zip(ends).filter_map(|((place, said), end)| {
        let pieces = pieces_in(low.get(place.end..end)?)?;
        let range = block.range.start + place.start..block.range.start + place.end;
        (pieces != *said).then(|| remark(scene, range, *said, pieces))
    });
    judged.collect()
}

/// `14/20 chỉ tiêu` at a word: its place and the first number.
fn share_at(scene: &Scene<'_>, low: &str, at: usize) -> Option<(Range<usize>, usize)> {
    let rest = low.get(at..).filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))?;
    let (part, behind) = rest.split_once('/')?;
    let whole = behind.bytes().take_while(u8::is_ascii_digit).count();
    let noun = behind.get(whole..)?.strip_prefix(' ')?;
    let counted = scene.lexicon.counted.at_start(noun)?;
    let part: usize = part.trim().parse().ok()?;
    let length = rest.len() - noun.len() + counted;
    (whole > 0 && part > 1).then_some((at..at + length, part))
}

/// How many pieces "(1) … (2) …" stand behind a count, from the first on; `None` where fewer than two.
fn pieces_in(low: &str) -> Option<usize> {
    let count = (1..60_usize).take_while(|number| low.contains(&format!("({number})"))).count();
    (count > 1).then_some(count)
}

fn remark(scene: &Scene<'_>, range: Range<usize>, said: usize, found: usize) -> Remark {
    let mut remark = scene.remark(RemarkKind::AnnouncedCount, range);
    remark.said = Some(said.to_string());
    remark.found = Some(found.to_string());
    remark
}

/// `07 nhiệm vụ`, `seven tasks` at a word: where it stands and the number.
fn announced_at(scene: &Scene<'_>, low: &str, at: usize) -> Option<(usize, usize, usize)> {
    let rest = low.get(at..)?;
    let free = low.get(..at)?.chars().next_back().is_none_or(|c| matches!(c, ' ' | '(' | '“'));
    let digits = rest.chars().take_while(char::is_ascii_digit).count();
    let (length, number) = if digits > 0 {
        (digits, rest.get(..digits)?.parse().ok()?)
    } else {
        let word = rest.split(' ').next()?;
        let value = scene.lexicon.quantities.numbers.value(word)?;
        (word.len(), whole(value)?)
    };
    let noun = rest.get(length..)?.strip_prefix(' ')?;
    let counted = scene.lexicon.counted.at_start(noun)?;
    let general = scene.language() == Language::Vi && low.get(..at)?.trim_end().ends_with("mỗi");
    (free && !general && (2..60).contains(&number)).then_some((at, at + length + 1 + counted, number))
}

/// A number in words that counts things.
fn whole(value: f64) -> Option<usize> {
    (2_u32..=10)
        .find(|count| (f64::from(*count) - value).abs() < 1e-9)
        .and_then(|count| usize::try_from(count).ok())
}

/// How many items stand directly under a block: marked blocks of one rank, numbered from the first. `None`
/// where the list cannot be told.
fn items_below(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let below = scene.document.blocks.get(at + 1..)?;
    let first = below.first().filter(|block| block.parent == Some(at))?;
    let numbered =
        matches!(first.rank, Rank::Arabic | Rank::Letter | Rank::Dash | Rank::Bracket | Rank::Roman);
    let items = below.iter().take_while(|block| is_under(scene, block, at));
    let items = items.filter(|block| block.parent == Some(at) && block.rank == first.rank).count();
    (first.marker.is_some() && numbered && items > 1).then_some(items)
}

fn is_under(scene: &Scene<'_>, block: &Block, at: usize) -> bool {
    block.parent == Some(at) || scene.document.ancestors(block).any(|(above, _)| above == at)
}

#[cfg(test)]
mod tests {
    use crate::{Language, RemarkKind, read_text};

    fn remarks(body: &str, language: Language) -> Vec<(String, Option<String>, Option<String>)> {
        let remarks = read_text(body, Some(language)).remarks;
        let counts = remarks.into_iter().filter(|remark| remark.kind == RemarkKind::AnnouncedCount);
        counts.map(|remark| (remark.quote, remark.said, remark.found)).collect()
    }

    #[test]
    fn a_count_that_the_list_does_not_keep_is_remarked() {
        let text = "I. NHIỆM VỤ\n\nỦy ban nhân dân tỉnh giao Sở Xây dựng thực hiện 04 nhiệm vụ sau:\n\n\
            - Lập danh mục bến xe.\n\n- Rà soát biển báo.\n\n- Kiểm tra cầu treo.\n";
        let expected = ("04 nhiệm vụ".to_owned(), Some("4".to_owned()), Some("3".to_owned()));
        assert_eq!(remarks(text, Language::Vi), [expected]);
        let text = "The plan has three commitments:\n\n- Publish the map.\n\n- Open the archive.\n";
        let expected = ("three commitments".to_owned(), Some("3".to_owned()), Some("2".to_owned()));
        assert_eq!(remarks(text, Language::En), [expected]);
    }

    #[test]
    fn headings_and_shares_are_checked() {
        let text =
            "III. 03 NHIỆM VỤ TRỌNG TÂM\n\n1. Lập danh mục bến xe.\n\n2. Rà soát biển báo.\n\nIV. KINH PHÍ\n";
        let expected = ("03 NHIỆM VỤ TRỌNG TÂM".to_owned(), Some("3".to_owned()), Some("2".to_owned()));
        assert_eq!(remarks(text, Language::Vi), [expected]);
        let text = "Có 3/5 chỉ tiêu đạt kế hoạch: (1) Số bến xe; (2) Số cầu treo. Có 2/5 chỉ tiêu khó đạt: (1) Số trạm; (2) Số kè.\n";
        let expected = ("3/5 chỉ tiêu".to_owned(), Some("3".to_owned()), Some("2".to_owned()));
        assert_eq!(remarks(text, Language::Vi), [expected]);
    }

    #[test]
    fn counts_that_hold_or_announce_nothing_are_left_alone() {
        let texts = [
            "I. NHIỆM VỤ\n\nGiao Sở Xây dựng 02 nhiệm vụ sau:\n\n- Lập danh mục.\n\n- Rà soát biển báo.\n",
            "I. NHIỆM VỤ\n\nĐã hoàn thành 12 nhiệm vụ trong năm.\n\n- Lập danh mục.\n\n- Rà soát biển báo.\n",
            "III. 02 NHIỆM VỤ\n\n1. Lập danh mục bến xe.\n\n2. Rà soát biển báo.\n\nIV. KINH PHÍ\n",
            "III. KINH PHÍ CỦA CÁC ĐƠN VỊ TRONG 03 NHIỆM VỤ\n\n1. Lập danh mục bến xe.\n\n2. Rà soát biển báo.\n",
            "Có 2/5 chỉ tiêu đạt: (1) Số bến xe; (2) Số cầu treo. Nghị quyết 3/5 nêu (1) và (2).\n",
            "I. NHIỆM VỤ\n\nTrong 15 ngày, các sở thực hiện:\n\n- Lập danh mục.\n\n- Rà soát biển báo.\n",
        ];
        for text in texts {
            assert_eq!(remarks(text, Language::Vi), [], "{text}");
        }
    }
}
