//! What a document is about in its own words: the lines below its kind, the subject of a letter, or the
//! heading of a page.

use super::Head;
use super::vietnamese::is_motto;
use crate::structure::{Block, is_capitals};
use crate::words::lower;

/// A title has no more characters.
const LONGEST: usize = 600;

/// The title of a document of this kind.
pub(super) fn find(head: &Head<'_>, kind: &str) -> Option<String> {
    let letter = || if kind == "dispatch" { subject_of_letter(head) } else { None };
    let front = || head.document.front_matter_title.clone();
    // A page that is a kind of its own ("Guidelines:") is called what the page says.
    let page = || front().filter(|_| head.is_latin() && kind == "other");
    let addressed = || head.blocks().any(|block| head.is_address(block));
    // What stands behind the addressees of a letter is no title.
    let top = || if addressed() { None } else { front().or_else(|| heading(head, kind)) };
    let title = subject_line(head)
        .or_else(|| head.english().and_then(below_number))
        .or_else(page)
        .or_else(|| below_kind(head, kind))
        .or_else(letter)
        .or_else(top);
    title.map(|title| title.trim().to_owned()).filter(|title| title.chars().count() < LONGEST)
}

/// "SUBJECT: Buoys", "Objet : les bouées": what a memorandum or a circular says that it is about.
fn subject_line(head: &Head<'_>) -> Option<String> {
    const LABELS: [&str; 4] = ["subject:", "objet :", "objet\u{a0}:", "objet:"];
    head.blocks().filter(|_| head.is_latin()).find_map(|block| {
        let length = LABELS.iter().find(|label| head.low(block).starts_with(**label))?.len();
        head.words(block).get(length..).map(|rest| rest.trim().to_owned()).filter(|rest| !rest.is_empty())
    })
}

/// The lines in capitals below "EXECUTIVE ORDER NO. 14", the first behind its number and its day.
fn below_number(head: &Head<'_>) -> Option<String> {
    const SHORTEST: usize = 12;
    const NEAR: usize = 10;
    if !head.is_executive_order() {
        return None;
    }
    let below =
        head.lines().skip_while(|line| !lower(line).starts_with("executive order")).skip(1).take(NEAR);
    let title = |line: &&str| is_capitals(line) && !lower(line).starts_with("no.");
    let titles = below.skip_while(|line| !title(line) || line.len() < SHORTEST);
    let lines: Vec<&str> = titles.take_while(title).collect();
    (!lines.is_empty()).then(|| lines.join(" "))
}

/// The words behind the first line that is the kind, or the first block that starts with it, in that block
/// or in the next.
fn below_kind(head: &Head<'_>, kind: &str) -> Option<String> {
    let blocks: Vec<&Block> = head.blocks().collect();
    let behind = [line_of_kind(head, kind), block_of_kind(head, kind)].into_iter().flatten().min()?;
    let at = blocks.iter().position(|block| (block.range.start..=block.range.end).contains(&behind))?;
    let block = blocks.get(at)?;
    let rest = without_body(head, behind..block.range.end, blocks.get(at + 1));
    if !rest.is_empty() {
        return Some(rest.to_owned());
    }
    let next = blocks.get(at + 1).filter(|block| !is_form(head, block))?;
    let words = without_body(head, next.range.clone(), blocks.get(at + 2));
    // "CỦA BAN BÍ THƯ" and "về …" are one title on two lines.
    let more = blocks.get(at + 2).map(|block| head.words(block));
    let more = more.filter(|more| {
        words.chars().count() < 60 && lower(words).starts_with("của ") && lower(more).starts_with("về ")
    });
    let title = Some(words.to_owned()).filter(|title| !title.is_empty())?;
    Some(more.map_or(title, |more| format!("{words} {more}")))
}

/// Where a line ends that is the kind alone: "THÔNG BÁO", with "KẾT LUẬN CỦA …" on the next.
fn line_of_kind(head: &Head<'_>, kind: &str) -> Option<usize> {
    let flow = &head.document.flow;
    let mut lines = flow.pieces().take(super::LINES);
    let line = lines.find(|piece| {
        let words = flow.words(piece.clone());
        let low = flow.low_words(piece.clone());
        let of = head.lexicon.kinds.of(low.trim_end_matches([':', ' ', '.']));
        of == Some(kind) && (is_capitals(words) || head.is_latin())
    })?;
    Some(line.end)
}

/// Where the kind ends that a block starts with in capitals.
fn block_of_kind(head: &Head<'_>, kind: &str) -> Option<usize> {
    let block = head.blocks().find(|block| head.kind_at_start(block).as_deref() == Some(kind))?;
    let (length, _) = head.lexicon.kinds.at_start(head.low(block))?;
    Some(block.range.start + length)
}

/// The words of a stretch without its last line where that names the body that decides, above the bases.
fn without_body<'a>(head: &Head<'a>, range: std::ops::Range<usize>, next: Option<&&Block>) -> &'a str {
    let flow = &head.document.flow;
    let above_bases = next.is_some_and(|next| head.lexicon.recitals.at_start(head.low(next)).is_some());
    let last = flow.pieces().take(2 * super::LINES).take_while(|piece| piece.start < range.end).last();
    let last = last.filter(|piece| piece.start > range.start && names_body(head, flow.words(piece.clone())));
    let end = last.filter(|_| above_bases).map_or(range.end, |piece| piece.start);
    flow.words(range.start..end.max(range.start)).trim_matches([':', ' ', '.', '\n'])
}

/// A line in capitals that is a body or an office that issues.
fn names_body(head: &Head<'_>, line: &str) -> bool {
    const OFFICES: [&str; 7] =
        ["chủ tịch", "bộ trưởng", "cục trưởng", "tổng cục trưởng", "giám đốc", "tổng giám đốc", "trưởng ban"];
    let low = lower(line);
    let known =
        head.lexicon.issuers.at_start(&low).is_some() || OFFICES.iter().any(|office| low.starts_with(office));
    known && is_capitals(line) && line.chars().count() < 100
}

/// "V/v …" in the head of a letter.
fn subject_of_letter(head: &Head<'_>) -> Option<String> {
    head.blocks().find_map(|block| {
        let at = ["v/v:", "v/v "].iter().find_map(|v| Some(head.low(block).find(v)? + v.len()))?;
        head.words(block).get(at..).map(|rest| rest.trim().to_owned()).filter(|rest| !rest.is_empty())
    })
}

/// The first line of some length, or heading of Markdown, that is no part of the form; of an article also its first
/// sentence.
fn heading(head: &Head<'_>, kind: &str) -> Option<String> {
    const FIRST: usize = 8;
    let long = |block: &&Block| {
        let shortest = if block.level > 0 && kind != "news" { 3 } else { 20 };
        (shortest..300).contains(&head.words(block).chars().count())
    };
    let plain = |block: &&Block| block.marker.is_none() && block.place.is_none() && !is_form(head, block);
    let ends = |block: &&Block| kind == "news" || !head.words(block).ends_with(['.', ';', ':', '/', ',']);
    let mut found = head.blocks().take(FIRST).filter(long).filter(plain).filter(ends);
    found.next().map(|block| head.words(block).to_owned())
}

/// A motto, the name of the body that decides, number and date, an address, a basis, or the name of a site.
fn is_form(head: &Head<'_>, block: &Block) -> bool {
    let (words, low) = (head.words(block), head.low(block));
    let starts = ["kính gửi", "số:", "số ", "nơi nhận", "---"].iter().any(|start| low.starts_with(start));
    let basis = head.lexicon.recitals.at_start(low).is_some();
    let dated = super::date_of_place(words).is_some();
    is_motto(low) || names_body(head, words) || starts || basis || is_site(low) || dated
}

/// "mau-son.vn - Cổng thông tin": the name of a site stands before what it shows.
fn is_site(low: &str) -> bool {
    let first = low.split_whitespace().next().unwrap_or_default();
    let address = [".vn", ".com", ".gov", ".org"].iter().any(|end| first.contains(end));
    let portal = ["cổng thông tin điện tử", "trang thông tin điện tử", "báo điện tử"]
        .iter()
        .any(|portal| low.starts_with(portal));
    (address || portal) && low.chars().count() < 120 && !low.ends_with('.')
}
