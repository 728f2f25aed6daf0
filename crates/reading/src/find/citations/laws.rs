//! Vietnamese laws by their names: `Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025`, `Bộ luật Lao động`.

use super::Cited;
use crate::bytes;
use crate::language::Lexicon;
use crate::structure::Document;
use crate::words::{is_boundary, is_capital, lower};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// Words that the name of a law follows.
const KINDS: [&str; 4] = ["bộ luật", "luật", "pháp lệnh", "hiến pháp"];

/// All laws by name, in the order of the text.
pub(super) fn find(document: &Document, lexicon: &Lexicon) -> Vec<Cited> {
    let (text, low) = (document.flow.text(), document.flow.low());
    let each = ["luật ", "pháp lệnh ", "hiến pháp "].iter().flat_map(|kind| {
        bytes::places(low, kind).filter_map(|at| {
            let start = if low.get(..at)?.ends_with("bộ ") { at - "bộ ".len() } else { at };
            let printed = text.get(start..)?;
            let named = is_boundary(low, start) && printed.starts_with(is_capital);
            let name = text.get(at + kind.len()..)?;
            let amends = name.starts_with("sửa đổi") && name.get(..name.find(" của ")?)?.len() < 48;
            let capital = name.starts_with(is_capital) || (amends && !is_draft(low.get(..start)?));
            // "Luật giao thông đường thủy năm 2014", "… ngày 14/11/2008" is told by its date.
            let law = named.then(|| law_at(text, low, start, lexicon)).flatten();
            let dated = |law: &Cited| *kind == "luật " && law.date.is_some();
            law.filter(|law| capital || dated(law))
        })
    });
    each.chain(constitutions(text, low)).collect()
}

/// Where the name of a law ends that amends others: "Luật sửa đổi, bổ sung một số điều của Luật Đê điều và Luật Phà".
/// A list of several belongs to it where a number or day follows; else the first alone.
fn amending_end(window: &str, lexicon: &Lexicon) -> Option<usize> {
    static OPENER: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(
            r"^(?i:luật|pháp lệnh) (?i:sửa đổi)(?:,? bổ sung)?(?: một số điều)?(?: của)? (?:các |\d{1,2} )?",
        )
        .ok()
    });
    const JOINTS: [&str; 3] = [", ", " và ", ", và "];
    // So many side by side are no list of laws of their own.
    const MANY: usize = 4;
    let mut end = OPENER.as_ref()?.find(window)?.end();
    if let Some(length) = window.get(end..).and_then(those_about) {
        return Some(end + length);
    }
    let (mut first, mut count) = (None, 0);
    loop {
        end += law_end(window.get(end..)?, lexicon)?;
        (first, count) = (first.or(Some(end)), count + 1);
        let rest = window.get(end..)?;
        let next = JOINTS.iter().find(|joint| {
            rest.strip_prefix(**joint)
                .is_some_and(|next| ["Luật ", "Bộ luật "].iter().any(|law| next.starts_with(law)))
        });
        match next {
            Some(joint) => end += joint.len(),
            None if ["số ", "ngày "].iter().any(|told| rest.trim_start().starts_with(told)) => {
                return Some(end);
            }
            None if count >= MANY => return Some(end),
            None => return first,
        }
    }
}

/// "luật có liên quan đến quy hoạch", behind how many there are: the bytes up to the next mark, number or day.
fn those_about(behind: &str) -> Option<usize> {
    static ABOUT: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"^(?i:luật) (?:có )?liên quan đến [^,;.()\n]{2,80}").ok());
    let found = ABOUT.as_ref()?.find(behind)?.as_str();
    let ends = [" ngày ", " số ", " và "].iter().filter_map(|end| found.find(end)).min();
    Some(ends.unwrap_or(found.trim_end().len()))
}

/// Whether what follows is still to be made: "dự án Luật sửa đổi …".
fn is_draft(before: &str) -> bool {
    ["dự án ", "dự thảo ", "xây dựng ", "chính sách của ", "soạn thảo ", "hồ sơ "]
        .iter()
        .any(|draft| before.ends_with(draft))
}

/// `Hiến pháp`, `Hiến pháp năm 2013`: there is one, so that the word alone says which.
fn constitutions<'a>(text: &'a str, low: &'a str) -> impl Iterator<Item = Cited> + 'a {
    const WORD: &str = "hiến pháp";
    bytes::places(low, WORD).filter_map(move |at| {
        let end = at + WORD.len();
        let state = low.get(end..)?.strip_prefix(" nước cộng hòa xã hội chủ nghĩa việt nam");
        let end = state.map_or(end, |behind| low.len() - behind.len());
        let behind = text.get(end..)?;
        let printed = text.get(at..end)?;
        let named = printed.starts_with(is_capital) && !crate::structure::is_capitals(printed);
        let whole = is_boundary(low, at) && is_boundary(low, end);
        // "Hiến pháp Cộng hòa …" is named in full, "Luật Hiến pháp …" is a law.
        let other = behind.trim_start().starts_with(is_capital) || low.get(..at)?.ends_with("luật ");
        if !named || !whole || other {
            return None;
        }
        let (date, end) = super::date_after(text, end);
        Some(law(at..end, date))
    })
}

/// The name of a law takes no more bytes than this.
const NEAR: usize = 260;

/// That of one that amends several may take so many.
const LONGEST: usize = 900;

/// `Luật Đầu tư` right before a number: where it starts, and its kind.
pub(super) fn before_number(head: &str, lexicon: &Lexicon) -> Option<(usize, String)> {
    let start = law_before_number(head, lexicon)?;
    Some((amending_before_number(head, start, lexicon).unwrap_or(start), "law".to_owned()))
}

/// Where a law starts that amends the one right before a number, and maybe more before that.
fn amending_before_number(head: &str, inner: usize, lexicon: &Lexicon) -> Option<usize> {
    let before = head.get(..inner)?;
    let listed = [" của ", " và ", ", "].iter().any(|joint| before.ends_with(joint));
    let from = before.ceil_char_boundary(before.len().saturating_sub(LONGEST));
    let tail = Some(lower(before.get(from..)?)).filter(|_| listed)?;
    let start = from + tail.rfind("luật sửa đổi")?;
    let whole = head.get(start..)?;
    (amending_end(&format!("{} số ", whole.trim_end()), lexicon)? == whole.trim_end().len()).then_some(start)
}

fn law_before_number(head: &str, lexicon: &Lexicon) -> Option<usize> {
    let from = head.ceil_char_boundary(head.len().saturating_sub(NEAR));
    let tail = head.get(from..)?;
    let low = lower(tail);
    let ends = low.trim_end().len();
    let mut starts = KINDS.iter().flat_map(|kind| bytes::places(&low, kind)).collect::<Vec<_>>();
    starts.sort_unstable();
    let reaches = |at: &usize| {
        let named = is_boundary(&low, *at) && tail.get(*at..).is_some_and(|t| t.starts_with(is_capital));
        named && law_end(tail.get(*at..).unwrap_or_default(), lexicon).is_some_and(|end| at + end == ends)
    };
    starts.into_iter().find(reaches).map(|at| from + at)
}

fn law_at(text: &str, low: &str, start: usize, lexicon: &Lexicon) -> Option<Cited> {
    let window = text.get(start..text.floor_char_boundary(start + LONGEST))?;
    // A title in capitals cites nothing, unless a law has that name.
    let kind = KINDS.iter().find(|kind| low.get(start..).is_some_and(|l| l.starts_with(**kind)))?;
    let shouted = window.get(..kind.len()).is_some_and(crate::structure::is_capitals);
    if shouted && known_length(low.get(start + kind.len()..)?, lexicon).is_none() {
        return None;
    }
    let near = window.get(..window.floor_char_boundary(NEAR))?;
    let amends = low.get(start + kind.len()..)?.starts_with(" sửa đổi");
    let end = start + if amends { amending_end(window, lexicon)? } else { law_end(near, lexicon)? };
    let (date, end) = super::date_after(text, end);
    Some(law(start..end, date))
}

fn law(range: Range<usize>, date: Option<String>) -> Cited {
    Cited {
        range,
        kind: "law".into(),
        symbol: None,
        date,
        issuer: None,
        confidence: 0.9,
        rule: "citation.law",
    }
}

/// The length of the name of a law that is known, the blank before it included.
fn known_length(rest: &str, lexicon: &Lexicon) -> Option<usize> {
    let name = rest.strip_prefix(' ')?;
    lexicon.laws.at_start(name).map(|length| length + 1)
}

/// Words at which the name of a law ends.
const LAW_ENDS: &str = "trình|số|ngày|năm|về|theo|quy|được|đã|để|cho|trong|có|thì|là|tại|như|hiện|sửa|khi|trước|\
    này|và các|đến|hướng|nhằm|phải|do|ban hành|trên|cũng|không|vào|hoặc|từ|gồm|sau|đối|liên quan|còn|mới|chưa|sẽ|nêu|thuộc|của|quản lý nhà nước";

/// Where the name of a law ends: at a mark, at a number, or at a word that starts something new.
fn law_end(window: &str, lexicon: &Lexicon) -> Option<usize> {
    let low = lower(window);
    let kind = KINDS.iter().find(|kind| low.starts_with(**kind))?;
    if let Some(known) = known_length(low.get(kind.len()..)?, lexicon) {
        return Some(kind.len() + known);
    }
    let mut end = kind.len();
    for word in words_of(window).skip_while(|word| word.end <= kind.len()) {
        let piece = low.get(word.clone())?;
        let gap = window.get(end..word.start)?;
        let rest = low.get(word.start..)?;
        let amending = end == kind.len() && (rest.starts_with("sửa đổi") || rest.starts_with("ban hành"));
        // "Luật sửa đổi, bổ sung một số điều của Luật Đê điều" is one.
        let amended = low.get(kind.len()..word.start).is_some_and(|name| name.starts_with(" sửa đổi"))
            && (rest.starts_with("của luật")
                || rest.starts_with("của bộ luật")
                || low.get(..word.start)?.ends_with("của "));
        // Names that hold such a word: "Luật Quy hoạch", "… văn bản quy phạm pháp luật".
        let inner = ["quy phạm pháp luật", "quy chuẩn kỹ thuật"].iter().any(|name| rest.starts_with(name))
            || (end == kind.len() && rest.starts_with("quy hoạch"));
        let stops = !inner
            && LAW_ENDS.split('|').any(|e| rest.starts_with(e) && crate::words::is_boundary(rest, e.len()));
        let behind_phap = low.get(..word.start)?.trim_end().ends_with("pháp");
        let another = rest.starts_with("và nghị định")
            || rest.starts_with("và luật")
            || rest.starts_with("và pháp luật")
            || (rest.starts_with("luật") && !behind_phap)
            || rest.starts_with("và pháp lệnh");
        let list =
            gap.trim() == "," && window.get(word.clone())?.starts_with(char::is_uppercase) && !is_kind(piece);
        if (stops && !amending && !amended) || (another && !amended) || (!gap.trim().is_empty() && !list) {
            break;
        }
        // After a comma only a name in capitals goes on: "Luật Phòng, chống ma túy".
        end = word.end;
    }
    (end > kind.len()).then(|| window.get(..end).map_or(end, |w| w.trim_end_matches(" và").len()))
}

fn is_kind(word: &str) -> bool {
    matches!(word, "luật" | "nghị" | "thông" | "quyết" | "pháp" | "bộ" | "chỉ" | "kế")
}

/// The words of a text: runs without blanks and marks.
fn words_of(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let start = at + rest.find(|c: char| c.is_alphanumeric())?;
        let rest = text.get(start..)?;
        let end = start + rest.find(|c: char| !(c.is_alphanumeric() || c == '-')).unwrap_or(rest.len());
        at = end;
        Some(start..end)
    })
}
