//! Who issues a Vietnamese document, and what says so where its letterhead is missing (Decree 30/2020/NĐ-CP,
//! annex I; the letterhead of Party documents).

use super::Head;
use crate::dates;
use crate::find::citations::Cited;
use crate::find::parties;
use crate::words::{lower, word_starts};
use regex::Regex;
use std::sync::LazyLock;

/// The letterhead, or the body that sends a telegram; for the Party centre, whose letterhead is always that
/// of the Central Committee, the body that the title names.
pub(super) fn issuer(head: &Head<'_>) -> Option<String> {
    let printed = sender_of_telegram(head).or_else(|| letterhead(head));
    let central = printed.as_deref().is_none_or(|body| lower(body) == "ban chấp hành trung ương");
    let named = central.then(|| party_body_of_title(head)).flatten();
    named.or(printed).map(|body| with_place(head, body))
}

/// The lines in capitals above the number, without the motto that may stand beside them.
fn letterhead(head: &Head<'_>) -> Option<String> {
    let (parts, form) = lines_above_number(head);
    let own = lower_body(&unrepeated(&parts.join(" ")));
    own.filter(|_| form || !parts.is_empty()).filter(|o| {
        let low = lower(o);
        let known =
            head.lexicon.issuers.at_start(&low).or_else(|| head.lexicon.bodies.at_start(&low)).is_some();
        o.chars().count() < 160 && known || form
    })
}

/// The lines of the letterhead, and whether the motto stands there.
fn lines_above_number<'a>(head: &Head<'a>) -> (Vec<&'a str>, bool) {
    let mut parts: Vec<&str> = Vec::new();
    let mut form = false;
    for line in head.lines().take(24) {
        let low = lower(line);
        if is_motto(&low) {
            form = true;
            // The first word of a broken motto may stand alone on the line before.
            let first_word =
                parts.last().is_some_and(|last| matches!(lower(last).trim(), "cộng" | "đảng" | "độc"));
            if parts.len() > 1 && first_word {
                parts.pop();
            }
            continue;
        }
        let kind = head.lexicon.kinds.of(&low).is_some();
        if low.starts_with("số") || low.contains(" điện:") || kind {
            break;
        }
        let capitals = !line.chars().any(char::is_lowercase) && line.chars().any(char::is_alphabetic);
        if capitals && !low.contains("công báo") {
            parts.push(line);
        } else if form {
            break;
        }
    }
    (parts, form)
}

/// "THỦ TƯỚNG CHÍNH PHỦ điện:": who sends a telegram.
fn sender_of_telegram(head: &Head<'_>) -> Option<String> {
    head.blocks().find_map(|block| {
        let at = head.low(block).find(" điện:")?;
        let words = head.words(block).get(..at)?.trim();
        (words.chars().count() < 80).then(|| title_case_if_capitals(words))
    })
}

/// "KẾT LUẬN CỦA BỘ CHÍNH TRỊ, BAN BÍ THƯ về …": the body that the title of a Party document names.
fn party_body_of_title(head: &Head<'_>) -> Option<String> {
    const BODIES: [&str; 2] = ["bộ chính trị", "ban bí thư"];
    head.blocks().take(12).find_map(|block| {
        let low = head.low(block);
        let kind = head.lexicon.kinds.at_start(low).map_or(0, |(length, _)| length);
        let rest = low.get(kind..)?;
        let behind = rest.trim_start().strip_prefix("của ")?;
        let at = low.len() - behind.len();
        let first = BODIES.iter().find(|body| behind.starts_with(**body))?;
        let second = behind.get(first.len()..)?.strip_prefix(", ");
        let second = second.and_then(|rest| BODIES.iter().find(|body| rest.starts_with(**body)));
        let length = first.len() + second.map_or(0, |body| ", ".len() + body.len());
        head.words(block).get(at..at + length).map(str::to_owned)
    })
}

/// Gazettes print the letterhead twice.
fn unrepeated(words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    let half = words.len() / 2;
    let twice = half > 0 && words.len().is_multiple_of(2) && words.get(..half) == words.get(half..);
    if twice { words.get(..half).unwrap_or_default().join(" ") } else { words.join(" ") }
}

/// A line of the national motto or of the name of the state, whole or broken.
pub(super) fn is_motto(low: &str) -> bool {
    const MOTTOS: [&str; 7] = [
        "cộng hòa xã hội chủ nghĩa việt nam",
        "độc lập - tự do - hạnh phúc",
        "đảng cộng sản việt nam",
        "socialist republic of viet nam",
        "independence - freedom - happiness",
        "république socialiste du viet nam",
        "indépendance - liberté - bonheur",
    ];
    let plain = low.replace(['–', '—'], "-");
    let words = plain.trim_matches(['-', ' ', '*', '_', '.']);
    words.chars().count() > 5 && MOTTOS.iter().any(|motto| motto.contains(words) || words.contains(motto))
}

/// Of two bodies in one letterhead ("BỘ TÀI CHÍNH CỤC THUẾ") the one that issues stands below; a department
/// of a locality takes the name of the locality with it ("UBND TỈNH … SỞ Y TẾ").
pub(super) fn lower_body(words: &str) -> Option<String> {
    static LOWER: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"^(?P<above>(?:BỘ|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|TỔNG CỤC|CỤC|BẢO HIỂM|NGÂN HÀNG|TỔNG LIÊN ĐOÀN|THÀNH ỦY|TỈNH ỦY|CHÍNH PHỦ|VIỆN|BAN CHẤP HÀNH TRUNG ƯƠNG)(?:\s.{0,60}?)?)\s(?P<own>(?:ĐẢNG ĐOÀN|ĐẢNG ỦY|BAN CÁN SỰ ĐẢNG|ỦY BAN KIỂM TRA|CỤC|TỔNG CỤC|SỞ|VỤ|CHI CỤC|THUẾ TỈNH|THUẾ THÀNH PHỐ|BẢO HIỂM XÃ HỘI|KHO BẠC|VĂN PHÒNG|BAN QUẢN LÝ|BAN CHỈ ĐẠO|TRUNG TÂM|TỔ CÔNG TÁC|THANH TRA|TRƯỜNG ĐẠI HỌC|TRƯỜNG CAO ĐẲNG|TRƯỜNG CHÍNH TRỊ)\s.+)$").ok()
    });
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.is_empty() {
        return None;
    }
    let own = LOWER.as_ref().and_then(|l| l.captures(&words)).and_then(|found| {
        let own = found.name("own")?.as_str();
        let place = found.name("above").and_then(|above| place_of(above.as_str()));
        let named = ["TỈNH", "THÀNH PHỐ"].iter().any(|unit| own.contains(unit));
        Some(place.filter(|_| !named).map_or_else(|| own.to_owned(), |place| format!("{own} {place}")))
    });
    Some(own.or_else(|| office_of(&words)).unwrap_or(words))
}

/// "UBND TỈNH MẪU SƠN" → "TỈNH MẪU SƠN".
fn place_of(above: &str) -> Option<&str> {
    let committee = ["ỦY BAN NHÂN DÂN ", "UỶ BAN NHÂN DÂN ", "UBND "];
    let place = committee.iter().find_map(|head| above.strip_prefix(head))?;
    (place.starts_with("TỈNH ") || place.starts_with("THÀNH PHỐ ")).then_some(place)
}

/// Party offices and boards print the committee first: "BAN CHẤP HÀNH TRUNG ƯƠNG / VĂN PHÒNG".
fn office_of(words: &str) -> Option<String> {
    const BOARDS: [&str; 10] = [
        "BAN TỔ CHỨC",
        "BAN TUYÊN GIÁO VÀ DÂN VẬN",
        "BAN TUYÊN GIÁO",
        "BAN DÂN VẬN",
        "BAN NỘI CHÍNH",
        "BAN KINH TẾ",
        "BAN ĐỐI NGOẠI",
        "BAN CHÍNH SÁCH, CHIẾN LƯỢC",
        "ỦY BAN KIỂM TRA",
        "UỶ BAN KIỂM TRA",
    ];
    if let Some(committee) = words.strip_suffix(" VĂN PHÒNG") {
        return Some(format!("VĂN PHÒNG {committee}"));
    }
    BOARDS.iter().find_map(|board| {
        let committee = words.strip_suffix(board)?.trim_end();
        let committee = committee.strip_prefix("BAN CHẤP HÀNH ").unwrap_or(committee);
        (!committee.is_empty()).then(|| format!("{board} {committee}"))
    })
}

/// The body that signs: `TM. CHÍNH PHỦ`, without the offices of the one who signs for it.
pub(super) fn signing_body(head: &Head<'_>) -> Option<String> {
    let signed = head.document.blocks.iter().rev().find_map(|block| {
        let low = head.low(block);
        let rest = ["tm. ", "t/m ", "tm "].iter().find_map(|tm| low.strip_prefix(tm))?;
        let end = [" kt.", " tl.", " tuq.", " q.", " chủ tịch", " thủ tướng", " chủ nhiệm", " trưởng ban"];
        let end = end.iter().filter_map(|office| rest.find(office)).min().unwrap_or(rest.len());
        let words = head.words(block);
        let start = words.len() - rest.len();
        words.get(start..start + end).map(str::trim)
    });
    let signed = signed.filter(|body| !body.is_empty() && body.chars().count() < 80)?;
    Some(with_place(head, lower_body(signed).unwrap_or_else(|| signed.to_owned())))
}

/// A committee without a place takes the one that the text names it with first.
fn with_place(head: &Head<'_>, body: String) -> String {
    const COMMITTEES: [&str; 2] = ["ủy ban nhân dân", "hội đồng nhân dân"];
    let low = lower(&body);
    let Some(committee) = COMMITTEES.iter().find(|committee| low.trim() == **committee) else { return body };
    let text = head.document.flow.low();
    let named = ["tỉnh ", "thành phố "].iter().filter_map(|unit| {
        let at = text.find(&format!("{committee} {unit}"))?;
        let name = head.document.flow.words(at..text.len().min(text.ceil_char_boundary(at + 120)));
        let unit = committee.len() + 1 + unit.len();
        let capital = name.get(unit..)?.starts_with(char::is_uppercase);
        let length = parties::issuer(name, head.document.language, head.lexicon).filter(|_| capital)?;
        Some((at, name.get(..length)?.to_owned()))
    });
    named.min().map_or(body, |(_, name)| name)
}

/// "QUỐC HỘI", "BỘ TRƯỞNG BỘ XÂY DỰNG" on a line of its own above what the document is based on.
pub(super) fn deciding_body(head: &Head<'_>) -> Option<String> {
    let mut blocks = head.blocks().zip(head.blocks().skip(1));
    let (body, _) = blocks.find(|(block, next)| {
        let low = head.low(block);
        let known =
            head.lexicon.issuers.at_start(low).or_else(|| head.lexicon.bodies.at_start(low)).is_some();
        block.capitals
            && known
            && head.words(block).chars().count() < 100
            && head.lexicon.recitals.at_start(head.low(next)).is_some()
    })?;
    Some(head.words(body).to_owned())
}

/// "…, Bộ Xây dựng yêu cầu …", "Bộ Chính trị, Ban Bí thư kết luận như sau:": the body that speaks in a
/// document without letterhead.
pub(super) fn speaking_body(head: &Head<'_>) -> Option<String> {
    const SPEAKS: [&str; 9] = [
        " yêu cầu",
        " đề nghị",
        " có ý kiến như sau",
        " có ý kiến chỉ đạo như sau",
        " kết luận như sau",
        " thông báo như sau",
        " hướng dẫn như sau",
        " trả lời như sau",
        " giao:",
    ];
    let last = head.document.blocks.iter().rev().take(10);
    head.blocks().take(16).chain(last).find_map(|block| {
        let (words, low) = (head.words(block), head.low(block));
        let mut places: Vec<usize> =
            SPEAKS.iter().flat_map(|cue| low.match_indices(cue).map(|(at, _)| at)).collect();
        places.sort_unstable();
        places.into_iter().find_map(|at| body_before(head, words.get(..at)?))
    })
}

/// The named body that a text ends with.
fn body_before(head: &Head<'_>, before: &str) -> Option<String> {
    const OFFICES: [&str; 4] = ["bộ trưởng", "thủ trưởng", "tổng giám đốc", "chánh văn phòng"];
    /// The name of a body takes no more bytes than this.
    const LONGEST: usize = 240;
    let before = before.get(before.ceil_char_boundary(before.len().saturating_sub(LONGEST))..)?;
    let (language, lexicon) = (head.document.language, head.lexicon);
    let ends_at = |end: usize| {
        let mut starts = word_starts(before.get(..end)?);
        starts.find(|at| {
            let name = before.get(*at..end).unwrap_or_default();
            name.starts_with(char::is_uppercase)
                && name.split_whitespace().count() > 1
                && !OFFICES.contains(&lower(name).as_str())
                && parties::issuer(name, language, lexicon) == Some(name.len())
        })
    };
    let start = ends_at(before.len())?;
    // "Bộ Chính trị, Ban Bí thư" speak together.
    let joined = before.get(..start).and_then(|rest| rest.strip_suffix("Bộ Chính trị, "));
    before.get(joined.map_or(start, str::len)..).map(str::to_owned)
}

/// "Nghị quyết này", "Kết luận này": the kind by which a document without a title calls itself most often.
pub(super) fn self_named_kind(head: &Head<'_>) -> Option<String> {
    const LAST: usize = 6_000;
    let low = head.document.flow.low();
    let low = low.get(low.ceil_char_boundary(low.len().saturating_sub(LAST))..)?;
    let mut counts: Vec<(usize, &str)> = Vec::new();
    for (at, _) in low.match_indices(" này") {
        let before = low.get(..at)?;
        let named = head.lexicon.kinds.iter().find(|(words, _)| before.ends_with(words.as_str()));
        let Some((_, kind)) = named else { continue };
        match counts.iter_mut().find(|(_, known)| known == kind) {
            Some((count, _)) => *count += 1,
            None => counts.push((1, kind)),
        }
    }
    counts.into_iter().max_by_key(|(count, _)| *count).map(|(_, kind)| kind.to_owned())
}

/// The instrument that the title of an older document gives: "CHỈ THỊ của Thủ tướng Chính phủ số 12/1997/CT-TTg
/// ngày … về …", "QUYẾT ĐỊNH số 31-CT ngày …".
pub(super) fn titled_instrument<'a>(head: &Head<'_>, cited: &'a [Cited]) -> Option<&'a Cited> {
    cited.iter().filter(|citation| citation.symbol.is_some()).find(|citation| {
        words_before_number(head, citation).is_some_and(|words| {
            let low = lower(words);
            let known = head.lexicon.issuers.at_start(&low);
            words.is_empty() || known.is_some_and(|length| low.len() <= length + 24)
        })
    })
}

/// The body that the title of an older document names before its number.
pub(super) fn giver_of_title(head: &Head<'_>, citation: &Cited) -> Option<String> {
    words_before_number(head, citation).filter(|words| !words.is_empty()).map(str::to_owned)
}

/// What stands between the kind and the number in a title in capitals: nothing, or who gives it.
fn words_before_number<'a>(head: &Head<'a>, citation: &Cited) -> Option<&'a str> {
    let mut titles = head.blocks().take(10);
    let block =
        titles.find(|block| block.range.contains(&citation.range.start)).filter(|block| block.capitals)?;
    let before = block.range.start..citation.range.start;
    let (words, low) = (head.document.flow.words(before.clone()), head.document.flow.low_words(before));
    let kind = head.lexicon.kinds.at_start(low).map_or(0, |(length, _)| length);
    let rest = low.get(kind..)?.trim_start();
    let rest = rest.strip_prefix("của ").unwrap_or(rest);
    let rest = rest.trim_end();
    let giver = rest.strip_suffix("số").unwrap_or(rest).trim_end();
    let start = low.trim_end().len() - rest.len();
    words.get(start..start + giver.len())
}

/// "Nghị quyết này được Quốc hội … thông qua ngày 17 tháng 5 năm 2031": the day on which an assembly or council
/// passed it.
pub(super) fn passed_on(head: &Head<'_>) -> Option<String> {
    let mut last = head.document.blocks.iter().rev().take(60);
    last.find_map(|block| {
        let low = head.low(block);
        let at = low.find("thông qua ngày").or_else(|| low.find("thông qua, ngày"))?;
        let own = low.get(..at)?.contains(" này ") && low.get(..at)?.contains("được ");
        let (_, day) = dates::first_date(head.words(block).get(at..)?).filter(|_| own)?;
        Some(day)
    })
}

/// "Tại phiên họp ngày 28/2/2031, … Bộ Chính trị kết luận": a conclusion of a Party body bears the day of the
/// session that made it.
pub(super) fn session_day(head: &Head<'_>) -> Option<String> {
    head.blocks().take(6).find_map(|block| {
        let rest = head.low(block).strip_prefix("tại phiên họp ")?;
        let rest = head.words(block).get(head.low(block).len() - rest.len()..)?;
        dates::first_date(rest).filter(|(range, _)| range.start < 8).map(|(_, day)| day)
    })
}

/// `THỦ TƯỚNG CHÍNH PHỦ` in the line of a telegram, as a name.
fn title_case_if_capitals(words: &str) -> String {
    if !crate::structure::is_capitals(words) {
        return words.to_owned();
    }
    if words.to_lowercase() == "thủ tướng chính phủ" {
        "Thủ tướng Chính phủ".to_owned()
    } else {
        words.to_owned()
    }
}
