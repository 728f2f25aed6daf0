//! Press articles and pages about an instrument: how they are told from the instrument itself, which one
//! they are about, and when they were published.

use super::Head;
use crate::dates;
use crate::find::citations::Cited;
use crate::words::{lower, word_starts};

/// Words of a report about an instrument, near its start.
const REPORTS: [&str; 21] = [
    "has just issued",
    "vừa ban hành",
    "vừa chỉ thị",
    "vừa ký",
    "vừa có",
    "vừa được ban hành",
    "đã ký ban hành",
    "đã ký quyết định",
    "mới ban hành",
    "cho biết",
    "vient de publier",
    "vient d'",
    "just signed",
    "worked with",
    "on the afternoon of",
    "on the morning of",
    "chiều ngày",
    "sáng ngày",
    "theo đó",
    "accordingly",
    "a tenu",
];

/// Signs of a press article: a source, a by-line, the address of a paper; no form of a document.
pub(super) fn looks_like_news(head: &Head<'_>, cited: &[Cited]) -> bool {
    // Policies in English name many laws; news of an instrument gives a number and sign.
    let names = |cited: &Cited| head.english().is_none() || cited.rule == "citation.symbol";
    if !cited.iter().any(names) {
        return false;
    }
    let low = head.document.flow.low();
    let formal = low.contains("cộng hòa xã hội chủ nghĩa")
        || low.contains("nơi nhận")
        || low.contains("điều 1.")
        || low.contains("article 1");
    let start = low.get(..low.floor_char_boundary(1500)).unwrap_or(low);
    let reports = REPORTS.iter().any(|cue| start.contains(cue));
    let signs = low.contains(".gov.vn)")
        || low.contains("(tg)")
        || low.contains("nguồn:")
        || low.contains("comment (")
        || low.trim_end().ends_with("gov.vn");
    !formal && (reports || signs)
}

/// Whether a text without the form of a document is prose, and no annex or table alone.
pub(super) fn is_prose(head: &Head<'_>) -> bool {
    const SENTENCE: usize = 20;
    let document = head.document;
    let annexed = document
        .blocks
        .first()
        .is_some_and(|block| crate::find::zone::starts_annex(document.flow.low_words(block.range.clone())));
    let sentences = document.blocks.iter().filter(|block| {
        block.place.is_none()
            && document.words(block).ends_with('.')
            && document.words(block).split_whitespace().count() >= SENTENCE
    });
    !annexed && sentences.take(2).count() == 2
}

/// The instrument that an article is mainly about: the one that its title names as its own, else the first
/// by number in a sentence that says it was issued.
pub(super) fn about(head: &Head<'_>, cited: &[Cited]) -> Option<String> {
    const ISSUED: [&str; 7] = ["issued", "ban hành", "publier", "publié", "signed", "ký", "promulgated"];
    let low = head.document.flow.low();
    let first = cited.iter().find(|citation| citation.symbol.is_some())?;
    let before = low.get(..first.range.start)?;
    let near = before.get(before.ceil_char_boundary(before.len().saturating_sub(160))..)?;
    let issued = ISSUED.iter().any(|cue| near.contains(cue));
    (issued || in_title(head, first)).then(|| first.symbol.clone()).flatten()
}

/// Whether a citation stands in the title.
fn in_title(head: &Head<'_>, citation: &Cited) -> bool {
    let title = head.document.blocks.iter().find(|block| head.document.words(block).chars().count() > 20);
    title.is_some_and(|block| block.range.contains(&citation.range.start)) && is_heading_about(head, citation)
}

/// Whether a citation stands in a heading or title, and not as what another instrument carries out or changes.
pub(super) fn is_heading_about(head: &Head<'_>, citation: &Cited) -> bool {
    const OF_ANOTHER: [&str; 8] =
        ["thực hiện", "triển khai", "thi hành", "theo ", "sửa đổi", "tổng kết", "hướng dẫn", "implement"];
    let blocks = &head.document.blocks;
    let at = blocks.partition_point(|block| block.range.end <= citation.range.start);
    let Some(block) = blocks.get(at).filter(|block| block.range.start <= citation.range.start) else {
        return false;
    };
    let words = head.document.words(block);
    let heading = words.chars().count() < 220
        && block.place.is_none()
        && words.starts_with(char::is_uppercase)
        && !words.ends_with(['.', ';', ':', ',', '/']);
    let before = head.document.flow.low_words(block.range.start..citation.range.start);
    heading && !OF_ANOTHER.iter().any(|word| before.contains(word))
}

/// The day of publication: a short line at the start or the end with a date and an hour, or words that say
/// that it was put online.
pub(super) fn published(head: &Head<'_>) -> Option<String> {
    const AT_START: usize = 14;
    const AT_END: usize = 8;
    let blocks = &head.document.blocks;
    let last = blocks.get(blocks.len().saturating_sub(AT_END).max(AT_START.min(blocks.len()))..);
    let blocks = blocks.iter().take(AT_START).chain(last.unwrap_or_default());
    blocks.map(|block| head.document.words(block)).find_map(|line| {
        let short = line.chars().count() < 90 && line.bytes().any(|byte| byte.is_ascii_digit());
        let (range, day) = dates::first_date(line).filter(|_| short)?;
        let rest = format!("{} {}", line.get(..range.start)?, line.get(range.end..)?);
        (says_published(&lower(&rest)) || has_hour(&rest)).then_some(day)
    })
}

fn says_published(low: &str) -> bool {
    let words = [
        "đăng",
        "cập nhật",
        "xuất bản",
        "thứ hai",
        "thứ ba",
        "thứ tư",
        "thứ năm",
        "thứ sáu",
        "thứ bảy",
        "chủ nhật",
    ];
    words.iter().any(|word| low.contains(word))
}

/// `12:40`, `12h40`.
fn has_hour(line: &str) -> bool {
    word_starts(line).any(|at| {
        let rest = line.get(at..).unwrap_or_default();
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let minutes = rest.get(digits..).and_then(|rest| rest.strip_prefix([':', 'h']));
        (1..=2).contains(&digits)
            && minutes.is_some_and(|rest| rest.bytes().take_while(u8::is_ascii_digit).count() == 2)
    })
}
