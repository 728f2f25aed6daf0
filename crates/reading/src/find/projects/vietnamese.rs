//! Vietnamese works: the name stands behind its head, "cầu Bình Minh", "Khu đô thị tại xã Đông Sơn".

use super::{Named, head_at, pairs};
use crate::find::scene::Scene;
use crate::find::signs::Sign;
use crate::structure::Block;
use crate::words::{first_word, is_capital, is_small, word_starts};

/// A name takes no more bytes than this.
const LONGEST: usize = 170;

pub(super) fn find(scene: &Scene<'_>) -> Vec<Named> {
    let mut out = Vec::new();
    for (_, block) in scene.blocks() {
        in_block(scene, block, &mut out);
    }
    out.extend(pairs::find(scene));
    out
}

fn in_block(scene: &Scene<'_>, block: &Block, out: &mut Vec<Named>) {
    // Where all letters are capitals they do not say what is a name.
    if block.capitals {
        return;
    }
    let (text, low) = (scene.document.flow.text(), scene.document.flow.low());
    let mut after = block.range.start;
    let mut last_kind = "other";
    for at in scene.signs(block.range.clone(), Sign::Project) {
        if at < after {
            continue;
        }
        let Some((length, kind)) = head_at(scene, low, at) else { continue };
        let until = block.range.end;
        let system = scene.lexicon.works.systems.at_start(low.get(at..).unwrap_or_default()) == Some(length);
        let end = if system {
            system_end(scene, at + length, until)
        } else {
            name_end(scene, at, length, until).or_else(|| component_end(scene, at..until))
        };
        let Some(end) = end else { continue };
        let end = if kind == "part" { with_whole(scene, end, until) } else { end };
        let shouted = !text.get(at..end).unwrap_or_default().chars().any(is_small);
        let before = low.get(block.range.start..at).unwrap_or_default();
        let listed = after > block.range.start && is_joint(low.get(after..at).unwrap_or_default());
        let head = low.get(at..at + length).unwrap_or_default();
        let built = listed || is_built(scene, block, before, head, kind);
        let name = text.get(at + length..end).unwrap_or_default();
        let numbered = is_numbered(scene, head) || name.starts_with(" số ");
        let named = system || numbered || name.replace("Việt Nam", "").contains(is_capital);
        if shouted || is_body_or_plan(scene, before) || !built || !named {
            continue;
        }
        let kind = if kind == "part" {
            kind_of_part(scene, low.get(at..end).unwrap_or_default()).unwrap_or(last_kind)
        } else {
            kind
        };
        let start = block.range.start + with_project_words(scene, before);
        (after, last_kind) = (end, kind);
        out.push(Named { range: start..end, kind: kind.to_owned(), confidence: 0.7 });
    }
}

/// Between the items of a list.
fn is_joint(between: &str) -> bool {
    matches!(between.trim(), "," | ";" | "và" | ", và")
}

/// The end of a name behind its head: words in capitals, numbers, and the words that may stand before and
/// between them. `None` where no name follows.
fn name_end(scene: &Scene<'_>, at: usize, length: usize, end_of_block: usize) -> Option<usize> {
    let (text, low) = (scene.document.flow.text(), scene.document.flow.low());
    let works = &scene.lexicon.works;
    let from = at + length;
    let head = low.get(at..from)?;
    let until = end_of_block.min(text.floor_char_boundary(from + LONGEST));
    let (mut end, mut named) = (from, None);
    for at in word_starts(text.get(from..until)?).map(|at| from + at) {
        if at < end {
            continue;
        }
        let gap = text.get(end..at)?;
        let word = first_word(text.get(at..until)?);
        let inside = works.inside.at_start(low.get(at..until)?);
        // "Cửa khẩu", "Sân bay" lead to a name in capitals too; "Thủ đô" is one.
        let leads = inside.is_some_and(|length| {
            length > word.len() && !low.get(at..until).is_some_and(|l| l.starts_with("thủ đô"))
        });
        let digits = word.starts_with(|c: char| c.is_ascii_digit());
        let counted = digits && takes_number(scene, head, low.get(at - gap.len()..at)?, low.get(from..end)?);
        let proper = !leads && (word.starts_with(is_capital) || counted);
        let figure = gap == "," && digits && text.get(..end)?.ends_with(|c: char| c.is_ascii_digit());
        let dashed = matches!(gap, " - " | " – " | "-" | "–" | " -– ");
        let acronym = dashed && word.len() > 2 && word.chars().all(is_capital);
        let joined = matches!(gap, " " | "" | "/" | ".")
            || figure
            || (dashed && !acronym && (named.is_some() || proper || leads))
            || (gap == ", " && named.is_none() && inside.is_some() && head.starts_with("khu"));
        let ends = !joined
            || !(proper || figure || inside.is_some())
            || works.not_names.at_start(low.get(at..)?).is_some_and(|_| word.starts_with(is_capital))
            || (named.is_some() && works.locations.at_start(low.get(at..)?).is_some());
        if ends {
            break;
        }
        if proper || figure {
            end = at + word.len().max(inside.unwrap_or(0));
            named = Some(end);
        } else {
            end = at + inside?;
        }
    }
    Some(with_tail(scene, head, named?, end_of_block))
}

/// The end of the name of a system: "CSDL Hiện vật", "Cơ sở dữ liệu quốc gia về thủ tục hành chính". It goes on in
/// small letters up to a mark or a word that something new follows; without a capital or "về" first it is none.
fn system_end(scene: &Scene<'_>, from: usize, end_of_block: usize) -> Option<usize> {
    const MOST_WORDS: usize = 12;
    let (text, low) = (scene.document.flow.text(), scene.document.flow.low());
    let until = end_of_block.min(text.floor_char_boundary(from + LONGEST));
    let words = word_starts(text.get(from..until)?).map(|at| from + at).take(MOST_WORDS);
    let (mut end, mut count) = (from, 0);
    for at in words {
        let rest = text.get(at..until)?;
        let opens = count > 0 || rest.starts_with(is_capital) || rest.starts_with("về ");
        let ends = scene.lexicon.works.system_ends.at_start(low.get(at..until)?).is_some();
        if text.get(end..at)? != " " || ends || !opens {
            break;
        }
        end = at + first_word(rest).len();
        count += 1;
    }
    (count > 1).then_some(end)
}

/// Whether a number behind these words belongs to a name: "số 2", "giai đoạn 1", "Tân Phú Đông 1", "Quốc lộ
/// 5"; a date or a count does not.
fn takes_number(scene: &Scene<'_>, head: &str, gap: &str, name: &str) -> bool {
    let works = &scene.lexicon.works;
    let before = if name.is_empty() { head } else { name };
    let glued = gap.is_empty() || gap == "-";
    glued || works.numbered.at_end(before).is_some() || before_is_name(name)
}

/// Whether the last word is no small word that something new follows: a name, a number of one.
fn before_is_name(name: &str) -> bool {
    let last = name.rsplit(' ').next().unwrap_or_default();
    !name.is_empty()
        && !matches!(last, "từ" | "với" | "đến" | "tại" | "qua" | "và" | "đoạn" | "trên" | "công suất")
}

/// Heads that a number alone names: "Quốc lộ 5", "Dự án thành phần 3".
fn is_numbered(scene: &Scene<'_>, head: &str) -> bool {
    scene.lexicon.works.numbered.at_end(head) == Some(head.len())
}

/// "(giai đoạn 1)", "kéo dài", "và vùng phụ cận" behind a name.
fn with_tail(scene: &Scene<'_>, head: &str, named: usize, until: usize) -> usize {
    let low = scene.document.flow.low().get(named..until).unwrap_or_default();
    if let Some(length) = low.strip_prefix(' ').and_then(|rest| scene.lexicon.works.tails.at_start(rest)) {
        return named + 1 + length;
    }
    let bracket = low.strip_prefix(" (").and_then(|inner| {
        let close = inner.find(')').filter(|close| *close < 50)?;
        let known = scene.lexicon.works.in_brackets.at_start(inner).is_some();
        (known || head == "dự án thành phần").then_some(close)
    });
    bracket.map_or(named, |close| named + " (".len() + close + 1)
}

/// "Dự án thành phần 3 (nhà ga hành khách)", "Khu tái định cư (tại xã Đông Sơn)": a head and what it is in
/// brackets.
fn component_end(scene: &Scene<'_>, room: std::ops::Range<usize>) -> Option<usize> {
    let text = scene.document.flow.text().get(room.clone())?;
    let open = text.find(" (")?;
    let close = open + text.get(open..)?.find(')')? + 1;
    let (head, inner) = (text.get(..open)?, text.get(open + 2..close)?);
    let low = scene.document.flow.low().get(room.start..room.start + open)?;
    let alone = scene.lexicon.projects.at_start(low).is_some_and(|(length, _)| length == low.len());
    let named =
        alone && inner.starts_with("tại ") && inner.chars().any(is_capital) && head.starts_with(is_capital);
    (named && close < 90).then_some(room.start + close)
}

/// "Dự án thành phần 2 thuộc Dự án cao tốc Mẫu Sơn - Bến Đục": the end of the whole that a part belongs to.
fn with_whole(scene: &Scene<'_>, end: usize, until: usize) -> usize {
    const OF: &str = " thuộc ";
    let low = scene.document.flow.low();
    let whole = low.get(end..until).and_then(|rest| rest.strip_prefix(OF)).map(|_| end + OF.len());
    let named = whole.and_then(|from| {
        let skipped = low.get(from..)?.strip_prefix("dự án ").map_or(0, |_| "dự án ".len());
        let (length, _) = head_at(scene, low, from + skipped)?;
        name_end(scene, from + skipped, length, until)
    });
    named.unwrap_or(end)
}

/// What a part of a project is: the first work that its bracket names.
fn kind_of_part(scene: &Scene<'_>, low: &str) -> Option<&'static str> {
    let inner = low.find('(').or_else(|| low.find(" thuộc "));
    let bracket = inner.map_or(low, |open| low.get(open..).unwrap_or_default());
    let first = word_starts(bracket).find_map(|at| head_at(scene, bracket, at));
    first.map(|(_, kind)| kind).filter(|kind| *kind != "part")
}

/// "Ban quản lý khu công nghiệp …" is a body, "quy hoạch chung xây dựng Khu kinh tế …" a plan.
fn is_body_or_plan(scene: &Scene<'_>, before: &str) -> bool {
    let near = before.get(before.ceil_char_boundary(before.len().saturating_sub(60))..).unwrap_or_default();
    let piece = near.rsplit([',', ';', '.', ':']).next().unwrap_or_default();
    scene.lexicon.works.not_behind.at_end(before.trim_end()).is_some() || piece.contains("ban quản lý")
}

/// Whether a name stands where works are spoken of: behind a word of building in its block, or in an item
/// under a heading with one. Streets, ports, hospitals and schools are also places and bodies: they need
/// the word close by.
fn is_built(scene: &Scene<'_>, block: &Block, before: &str, head: &str, kind: &str) -> bool {
    let works = &scene.lexicon.works;
    if works.always.at_start(head) == Some(head.len()) {
        return true;
    }
    let near = before.get(before.ceil_char_boundary(before.len().saturating_sub(70))..).unwrap_or_default();
    if matches!(kind, "health" | "education") {
        return works.founding.occur_in(near);
    }
    if works.systems.at_start(head) == Some(head.len()) {
        return works.building.occur_in(near);
    }
    if works.places.at_start(head) == Some(head.len()) {
        return works.building.occur_in(near);
    }
    let above = || {
        let mut headings = scene.document.ancestors(block).map(|(_, b)| b).filter(|b| b.range.len() < 400);
        headings.any(|b| works.building.occur_in(scene.low(b.range.clone())))
    };
    works.building.occur_in(before) || above()
}

/// Where a name starts: "dự án", "dự án mở rộng", "tuyến" before the head belong to it; "đầu tư xây dựng"
/// is what is done with it.
fn with_project_words(scene: &Scene<'_>, before: &str) -> usize {
    let mut start = before.len();
    for _ in 0..2 {
        let Some(rest) = before.get(..start).and_then(|b| b.strip_suffix(' ')) else { break };
        let Some(length) = scene.lexicon.works.openings.at_end(rest) else { break };
        start = rest.len() - length;
    }
    start
}
