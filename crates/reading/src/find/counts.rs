//! Announced counts: "07 nhiệm vụ sau:", "five commitments:" are checked against the items that follow.

use super::scene::Scene;
use crate::structure::{Block, Rank};
use crate::words::{Phrases, word_starts};
use crate::{Language, Remark, RemarkKind};
use std::sync::LazyLock;

/// What is counted, in the three languages.
static COUNTED: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new([
        "nhiệm vụ",
        "nhóm nhiệm vụ",
        "nhóm giải pháp",
        "nhiệm vụ, giải pháp",
        "nhóm nhiệm vụ, giải pháp",
        "nhiệm vụ trọng tâm",
        "nhiệm vụ chủ yếu",
        "giải pháp",
        "nội dung",
        "nhóm nội dung",
        "mục tiêu",
        "chỉ tiêu",
        "dự án",
        "đề án",
        "vấn đề",
        "yêu cầu",
        "tasks",
        "main tasks",
        "key tasks",
        "groups of tasks",
        "task groups",
        "commitments",
        "objectives",
        "goals",
        "targets",
        "projects",
        "priorities",
        "measures",
        "actions",
        "pillars",
        "recommendations",
        "principles",
        "axes",
        "axes stratégiques",
        "objectifs",
        "mesures",
        "projets",
        "tâches",
        "engagements",
        "priorités",
        "recommandations",
    ])
});

/// A remark for every count that announces a list and is not the number of its items.
pub(super) fn find(scene: &Scene<'_>) -> Vec<Remark> {
    scene.blocks().filter_map(|(at, block)| checked(scene, at, block)).collect()
}

fn checked(scene: &Scene<'_>, at: usize, block: &Block) -> Option<Remark> {
    let low = scene.masked(block.range.clone());
    // The count must stand in the sentence that ends in the colon, close to it.
    if !block.opens {
        return None;
    }
    let sentence = low.rfind(['.', ';']).map_or(0, |dot| dot + 1);
    let announced =
        word_starts(low.get(sentence..)?).find_map(|start| announced_at(scene, low, sentence + start))?;
    let (start, end, said) = announced;
    let items = items_below(scene, at)?;
    (items != said).then(|| {
        let range = block.range.start + start..block.range.start + end;
        let mut remark = scene.remark(RemarkKind::AnnouncedCount, range);
        remark.said = Some(said.to_string());
        remark.found = Some(items.to_string());
        remark
    })
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
    let counted = COUNTED.at_start(noun)?;
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
    fn counts_that_hold_or_announce_nothing_are_left_alone() {
        let texts = [
            "I. NHIỆM VỤ\n\nGiao Sở Xây dựng 02 nhiệm vụ sau:\n\n- Lập danh mục.\n\n- Rà soát biển báo.\n",
            "I. NHIỆM VỤ\n\nĐã hoàn thành 12 nhiệm vụ trong năm.\n\n- Lập danh mục.\n\n- Rà soát biển báo.\n",
            "I. NHIỆM VỤ\n\nTrong 15 ngày, các sở thực hiện:\n\n- Lập danh mục.\n\n- Rà soát biển báo.\n",
        ];
        for text in texts {
            assert_eq!(remarks(text, Language::Vi), [], "{text}");
        }
    }
}
