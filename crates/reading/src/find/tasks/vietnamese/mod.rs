//! Rules for Vietnamese: who orders whom ("giao …", "yêu cầu …"), who must ("… phải, có trách
//! nhiệm …"), bodies before verbs, and orders that start with their verb.

mod condition;
mod heading;
mod order;
mod subject;

use super::super::parties;
use super::super::scene::Scene;
use super::super::signs::Sign;
use super::super::zone::Zone;
use super::{Setting, Verdict};
use crate::Language;
use crate::bytes;
use crate::words::{first_word, has_letters};
use condition::{act_on_a_basis, body_behind_reason, verb_behind_condition};
pub(super) use heading::heading;
pub(super) use order::order_length;
use order::ordered;
use std::ops::Range;
use subject::{body_acts, subject, subject_acts};

pub(super) fn judge(scene: &Scene<'_>, range: Range<usize>, setting: Setting) -> Verdict {
    let (text, low) = (scene.words(range.clone()), scene.low(range.clone()));
    if !setting.sentence && scene.quotes_title(low) {
        return if setting.after_task { Verdict::Continues } else { Verdict::Tells };
    }
    // "…; (2) kiểm tra …": a mark of its own goes on with a list of tasks; lists of papers have such marks too.
    let mark = if setting.after_task { mark_length(low) } else { 0 };
    let (opening, _) = skip_opening(low.get(mark..).unwrap_or_default(), scene);
    let opening = mark + opening;
    let start = opening + subject_matter(scene, text, low, opening);
    let (words, low) = (text.get(start..).unwrap_or_default(), low.get(start..).unwrap_or_default());
    if !has_letters(words, 8) {
        return Verdict::Tells;
    }
    if words.ends_with('?') || low.starts_with("thông qua: (i)") || names_firm(low) || amends(low) {
        return Verdict::Tells;
    }
    // "…; làm căn cứ để phòng ngừa" says what the task is for.
    let serves =
        ["làm căn cứ", "làm cơ sở"].iter().any(|purpose| low.starts_with(purpose)) && !setting.sentence;
    if (is_deadline_only(low) || serves) && setting.after_task {
        return Verdict::Continues;
    }
    let orders = scene.shows(&range, Sign::Order);
    let found = orders
        .then(|| ordered(scene, words, low, setting))
        .flatten()
        .or_else(|| body_behind_reason(scene, words, low, setting))
        .or_else(|| duty_in_conclusion(scene, words, low, setting))
        .or_else(|| act_on_a_basis(scene, words, low, setting))
        .or_else(|| is_idle(scene, low, setting).then_some(Verdict::Tells))
        .or_else(|| subject_acts(scene, words, low, setting))
        .or_else(|| starts_with_verb(scene, words, low, setting))
        .or_else(|| duty_without_body(scene, words, low, setting))
        .or_else(|| verb_behind_condition(scene, words, low, setting));
    Verdict::or_told(found, setting).moved(start)
}

/// "Công ty Cổ phần Công trình Đô thị Mẫu Sơn": a firm in a list, which does nothing there.
fn names_firm(low: &str) -> bool {
    const FIRMS: [&str; 5] = ["công ty ", "hợp tác xã ", "chi nhánh ", "tổng công ty ", "tập đoàn "];
    const ACTS: [&str; 5] = [" phải ", " có trách nhiệm", " thực hiện ", " chủ động ", " cần "];
    FIRMS.iter().any(|firm| low.starts_with(firm))
        && low.split_whitespace().count() < 16
        && !ACTS.iter().any(|act| low.contains(act))
}

/// "Sửa đổi điểm a khoản 2 Điều 5 như sau", "Bãi bỏ mục 5 Phụ lục IV": what an instrument does to the words of
/// another, which is done with it.
fn amends(low: &str) -> bool {
    const ACTS: [&str; 7] =
        ["sửa đổi, bổ sung ", "sửa đổi ", "bổ sung ", "bãi bỏ ", "thay thế ", "điều chỉnh ", "thay cụm từ "];
    const WORDS: [&str; 2] = ["cụm từ ", "một số điều "];
    const PLACES: [&str; 6] = ["tiểu mục ", "điểm ", "khoản ", "điều ", "mục ", "phụ lục "];
    let Some(place) = ACTS.iter().find_map(|act| low.strip_prefix(act)) else { return false };
    let place = place.strip_prefix("tại ").unwrap_or(place);
    // "mục 3", "điểm a", "phụ lục ii"; "mục đích" and "điều lệ" are other words.
    let numbered = |behind: &str| {
        let number = first_word(behind);
        number.starts_with(|c: char| c.is_ascii_digit())
            || number.chars().count() == 1
            || (!number.is_empty() && number.chars().all(|c| matches!(c, 'i' | 'v' | 'x')))
    };
    WORDS.iter().any(|word| place.starts_with(word))
        || PLACES.iter().find_map(|one| place.strip_prefix(one)).is_some_and(numbered)
}

/// Whether an opener lists what a body may do, or what something is made of: "… được quyết định các nội dung sau đây:",
/// "Nội dung quy hoạch phân khu bao gồm:".
pub(super) fn permits(low: &str) -> bool {
    const LISTS: [&str; 6] =
        ["các nội dung sau đây", "các nội dung sau", "những nội dung sau", "sau đây", "như sau", "sau"];
    const POWERS: [&str; 5] = ["được quyết định", "được phép", "có quyền", "có thẩm quyền", "quyền hạn"];
    const CONTENTS: [&str; 7] =
        ["trình tự ", "trình tự, ", "quy trình ", "thủ tục ", "hồ sơ ", "thành phần hồ sơ", "nội dung "];
    let low = low.trim_end_matches([':', ' ']);
    let bare = LISTS.iter().find_map(|list| low.strip_suffix(list)).unwrap_or(low).trim_end();
    let made = low.ends_with("bao gồm") || low.ends_with(" gồm");
    let acts = ["nội dung thực hiện", "nội dung công việc", "nội dung nhiệm vụ"];
    let contents =
        CONTENTS.iter().any(|head| low.starts_with(head)) && !acts.iter().any(|act| low.starts_with(act));
    let near = low.get(low.ceil_char_boundary(low.len().saturating_sub(160))..).unwrap_or(low);
    let works = made && [" dự án ", " công trình "].iter().any(|work| near.contains(work));
    works
        || POWERS.iter().any(|power| bare.ends_with(power))
        || (contents && (made || !low.starts_with("nội dung ")))
}

/// The length of a mark inside a paragraph, "(2) ", "(iii) ", at the start of a clause.
fn mark_length(low: &str) -> usize {
    const LONGEST: usize = 6;
    let inner = low.strip_prefix('(').and_then(|rest| rest.get(..rest.floor_char_boundary(LONGEST)));
    inner.and_then(|inner| inner.find(") ")).map_or(0, |close| close + "() ".len())
}

/// In a notice of conclusions a body that must do something may stand above the first numbered part.
fn duty_in_conclusion(scene: &Scene<'_>, words: &str, low: &str, setting: Setting) -> Option<Verdict> {
    let concludes = matches!(scene.kind.as_str(), "notice" | "conclusion");
    if setting.zone != Zone::Opening || setting.opener || !concludes {
        return None;
    }
    let (length, verb) = subject(scene, words, low)?;
    let must = ["cần ", "phải ", "có trách nhiệm "]
        .iter()
        .any(|must| low.get(verb..).is_some_and(|act| act.starts_with(must)));
    let lead = parties::split(words.get(..length)?, scene.language(), scene.lexicon);
    must.then_some(Verdict::Obliges { start: 0, lead: Some(lead), confidence: 0.7, rule: "vi.subject" })
}

/// "Về kinh phí: các địa phương …", "Báo cáo tháng: Sở Tài chính tổng hợp …": the length of a name of the matter
/// before a clause that says who acts or what is done. The clause starts at `from`.
fn subject_matter(scene: &Scene<'_>, words: &str, low: &str, from: usize) -> usize {
    const LONGEST: usize = 90;
    let matter = low.get(from..).unwrap_or_default();
    let matter = matter.get(..matter.floor_char_boundary(LONGEST)).unwrap_or_default();
    let Some(colon) = matter.find(':') else { return 0 };
    let (matter, behind) = (matter.get(..colon).unwrap_or_default(), from + colon + 1);
    let rest = low.get(behind..).unwrap_or_default();
    let start = behind + (rest.len() - rest.trim_start().len());
    let rest = rest.trim_start();
    let lexicon = scene.lexicon;
    let acts = if matter.starts_with("về ") {
        starts_with_act(scene, rest) || lexicon.bodies.at_start(rest).is_some()
    } else {
        let named = words.get(start..).is_some_and(|words| words.starts_with(char::is_uppercase));
        let body = words.get(from..).and_then(|words| parties::body_at_start(words, matter, lexicon));
        let orders = body.is_some() || lexicon.orders.occur_in(matter);
        named && !orders && body_acts(scene, words, low, start)
    };
    if acts { start - from } else { 0 }
}

/// Skips "Thứ nhất,", "Đồng thời," and the like: the length, and whether anything was skipped.
fn skip_opening(low: &str, scene: &Scene<'_>) -> (usize, bool) {
    const NOW_AND_THEN: &str = "định kỳ, ";
    let mut at = 0;
    while let Some(length) = low.get(at..).and_then(|rest| scene.lexicon.connectives.at_start(rest)) {
        // "cụ thể hóa" is a verb, "cụ thể" opens a clause.
        let act = low.get(at..).and_then(|rest| scene.lexicon.verbs.at_start(rest));
        if act.is_some_and(|act| act > length) {
            break;
        }
        let behind = low.get(at + length..).unwrap_or_default();
        let blank = behind.len() - behind.trim_start_matches([',', ':', ' ', '“']).len();
        if blank == 0 {
            break;
        }
        at += length + blank;
    }
    // "Định kỳ, Thường trực Hội đồng chủ trì …": now and then, and the body that acts.
    if low.get(at..).is_some_and(|rest| rest.starts_with(NOW_AND_THEN)) {
        at += NOW_AND_THEN.len();
    }
    (at, at > 0)
}

/// "Hoàn thành trước ngày …": a clause that only says until when.
pub(super) fn is_deadline_only(low: &str) -> bool {
    let starts = [
        "hoàn thành trong",
        "hoàn thành trước",
        "hoàn thành xong trước",
        "xong trước",
        "thời hạn",
        "thời gian hoàn thành",
        "thời gian thực hiện",
        "thời gian báo cáo",
        "hoàn thành chậm nhất",
        "chậm nhất",
        "báo cáo kết quả trước ngày",
        "hoàn thành thực thi trong",
        "hoàn thành thực thi trước",
        "hoàn thành nhiệm vụ trong",
        "hoàn thành nhiệm vụ trước",
    ];
    let low = ["bảo đảm ", "đảm bảo "].iter().find_map(|ensures| low.strip_prefix(ensures)).unwrap_or(low);
    low.chars().count() < 70 && starts.iter().any(|s| low.starts_with(s))
}

/// Clauses that tell: legal bases, assessments, purposes.
fn is_idle(scene: &Scene<'_>, low: &str, setting: Setting) -> bool {
    let idle = setting.first && setting.sentence && scene.lexicon.idle.at_start(low).is_some();
    let told = setting.zone == Zone::Opening;
    // "Văn phòng Tỉnh ủy xin thông báo để các đơn vị biết".
    let closing = setting.sentence
        && low.starts_with("văn phòng ")
        && ["trân trọng thông báo", "xin thông báo", " thông báo để "]
            .iter()
            .any(|words| low.contains(words));
    idle || told || closing
}

/// "… thực hiện các nội dung sau:" announces a list.
fn announces(low: &str) -> bool {
    let low = low.trim_end_matches([':', ' ', '.']);
    let ends = ["sau", "sau đây", "như sau", "dưới đây", "trọng tâm", "cụ thể", "nội dung", "nhiệm vụ"];
    // "… tập trung một số nhiệm vụ khẩn cấp, cần làm ngay".
    let lists =
        ["một số nhiệm vụ", "một số nội dung", "một số giải pháp", "một số công việc", "những nhiệm vụ"];
    let near = low.get(low.ceil_char_boundary(low.len().saturating_sub(80))..).unwrap_or(low);
    ends.iter().any(|end| low.ends_with(end)) || lists.iter().any(|list| near.contains(list))
}

fn starts_with_verb(scene: &Scene<'_>, words: &str, low: &str, setting: Setting) -> Option<Verdict> {
    if setting.possible || !starts_with_act(scene, low) || names_plan(low) {
        return None;
    }
    let hands_down = || announces(low) || setting.item || subject::only_says_with_whom(scene, words, low);
    if setting.opener && words.chars().count() < 200 && hands_down() {
        return Some(Verdict::Opens { lead: Vec::new() });
    }
    let loose = !setting.item && !setting.after_task && !scene.is_news();
    let confidence = match setting.zone {
        Zone::Tasks => 0.93,
        _ if loose => 0.8,
        _ => 0.88,
    };
    Some(Verdict::Obliges { start: 0, lead: None, confidence, rule: "vi.verb" })
}

/// "Quy hoạch chi tiết … đã được phê duyệt": the noun, not the verb.
fn names_plan(low: &str) -> bool {
    if ["trình tự", "trình độ"].iter().any(|noun| low.starts_with(noun)) {
        return true;
    }
    let noun = ["quy hoạch chi tiết", "quy hoạch chung", "quy hoạch phân khu", "điều chỉnh quy hoạch"];
    noun.iter().any(|noun| low.starts_with(noun))
        && (low.contains(" đã được ") || low.contains(" được ủy ban "))
}

/// Whether an act starts here: a verb, maybe behind adverbs.
fn starts_with_act(scene: &Scene<'_>, low: &str) -> bool {
    let lexicon = scene.lexicon;
    let mut at = 0;
    for _ in 0..4 {
        let rest = low.get(at..).unwrap_or_default();
        if lexicon.verbs.at_start(rest).is_some() {
            return lexicon.nouns.at_start(rest).is_none();
        }
        let Some(length) = lexicon.adverbs.at_start(rest).or_else(|| lexicon.duties.at_start(rest)) else {
            return false;
        };
        let behind = rest.get(length..).unwrap_or_default();
        at += length + (behind.len() - behind.trim_start_matches([' ', ',']).len());
    }
    false
}

/// Whether a part of a cell starts with its verb, or with a body that acts.
pub(super) fn may_act(scene: &Scene<'_>, range: Range<usize>) -> bool {
    let (words, low) = (scene.words(range.clone()), scene.low(range));
    let mark = mark_length(low);
    let start = mark + skip_opening(low.get(mark..).unwrap_or_default(), scene).0;
    let (words, low) = (words.get(start..).unwrap_or_default(), low.get(start..).unwrap_or_default());
    starts_with_act(scene, low) || subject(scene, words, low).is_some()
}

/// Whether words start with the verb of an order.
pub(super) fn acts(scene: &Scene<'_>, range: Range<usize>) -> bool {
    scene.language() == Language::Vi && starts_with_act(scene, scene.low(range))
}

/// "Chủ trì, phối hợp với các sở, ngành:": whether a heading only says with whom what stands below is done.
pub(super) fn only_says_with_whom(scene: &Scene<'_>, range: Range<usize>) -> bool {
    subject::only_says_with_whom(scene, scene.words(range.clone()), scene.low(range))
}

/// Words of duty in the middle of a clause.
const MUST: [&str; 6] =
    [" phải ", " cần ", " có trách nhiệm ", " chịu trách nhiệm ", " không được ", " được ưu tiên "];

/// "Cần Thơ" is a city, "cần thiết" an adjective, and "không phải" says what is not.
fn obliges(low: &str, at: usize) -> bool {
    let word = low.get(at..).unwrap_or_default();
    let other = [" cần thơ", " cần thiết"].iter().any(|other| word.starts_with(other));
    !other && !low.get(..at).is_some_and(|before| before.ends_with("không"))
}

/// "Văn bản thẩm định phải thể hiện …": a duty whose subject is no body.
fn duty_without_body(scene: &Scene<'_>, _: &str, low: &str, setting: Setting) -> Option<Verdict> {
    if setting.opener || scene.is_news() {
        return None;
    }
    if low.starts_with("không chịu trách nhiệm") {
        return Some(Verdict::Tells);
    }
    let found = MUST.iter().filter_map(|must| bytes::places(low, must).find(|at| obliges(low, *at))).min()?;
    let early = low.get(..found)?.split_whitespace().count() < 32;
    let past = scene.lexicon.past.occur_in(low.get(..found)?);
    (early && !past).then_some(Verdict::Obliges { start: 0, lead: None, confidence: 0.75, rule: "vi.duty" })
}
