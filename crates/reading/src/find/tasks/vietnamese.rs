//! Rules for Vietnamese: who orders whom ("giao …", "yêu cầu …"), who must ("… phải, có trách
//! nhiệm …"), bodies before verbs, and orders that start with their verb.

use super::super::parties;
use super::super::scene::Scene;
use super::super::signs::Sign;
use super::super::zone::Zone;
use super::{Setting, Verdict};
use crate::bytes;
use crate::words::{Phrases, first_word, has_letters, lower, word_starts};
use std::ops::Range;

/// A heading of so many characters is a name and no sentence.
const SHORT_HEADING: usize = 100;

/// The bodies that a heading hands to what stands below it.
pub(super) fn heading(scene: &Scene<'_>, words: &str) -> Option<Vec<String>> {
    let words = words.trim_end_matches([':', ' ']);
    let low = lower(words);
    let inner = bracketed_bodies(scene, words);
    if inner.is_some() {
        return inner;
    }
    let (start, _) = skip_opening(&low, scene);
    let (words, low) = (words.get(start..)?, low.get(start..)?);
    let opening = ["trách nhiệm của ", "nhiệm vụ của ", "đối với ", "giao "]
        .iter()
        .find(|o| low.starts_with(**o))
        .map_or(0, |o| o.len());
    let towards = opening == "đối với ".len() && low.starts_with("đối với ");
    let (words, low) = (words.get(opening..)?, low.get(opening..)?);
    parties::body_at_start(words, low, scene.lexicon)?;
    // "Đối với các cơ sở sản xuất có lượng khí thải lớn:": what a general name says more of belongs to it.
    if towards
        && GENERAL.iter().any(|noun| low.trim_start_matches("các ").starts_with(noun))
        && !announces(low)
    {
        let name = words.split(" (").next().unwrap_or(words);
        return Some(vec![name.split_whitespace().collect::<Vec<_>>().join(" ")]);
    }
    // "Sở Tài chính có trách nhiệm": the bodies end where the duty starts.
    let ends = [
        "có trách nhiệm",
        "chịu trách nhiệm",
        "chủ trì, phối hợp",
        "có nhiệm vụ",
        "bao gồm",
        "căn cứ",
        "là các đơn vị",
        "là đơn vị",
    ];
    // "Giám đốc Sở Y tế chủ trì", but "Cơ quan chủ trì" is a role.
    let leads = low.strip_suffix(" chủ trì").filter(|name| !matches!(*name, "cơ quan" | "đơn vị"));
    let end = ends
        .iter()
        .filter_map(|end| bytes::find(low, end))
        .chain(leads.map(str::len))
        .chain(directs(words, low))
        .filter(|end| *end > 0)
        .min()
        .unwrap_or(words.len());
    // "Chủ tịch UBND các tỉnh tập trung chỉ đạo …:": the bodies end where it says what they do.
    let lexicon = scene.lexicon;
    let stops: [&Phrases; 4] = [&lexicon.verbs, &lexicon.adverbs, &lexicon.duties, &lexicon.subject_ends];
    let sentence = words.chars().count() > SHORT_HEADING || announces(low);
    let list = parties::list_length(words, low, lexicon, &stops).filter(|_| sentence).unwrap_or(end);
    Some(parties::split(words.get(..end.min(list))?, scene.language(), lexicon))
}

/// "Chủ tịch UBND tỉnh chỉ đạo các cơ quan": where what a body does starts; "Ban Chỉ đạo" is a name.
fn directs(words: &str, low: &str) -> Option<usize> {
    const DIRECTS: &str = " chỉ đạo ";
    bytes::places(low, DIRECTS).find(|at| {
        let named = low.get(..*at).is_some_and(|before| before.ends_with("ban"));
        !named && words.get(at + 1..).is_some_and(|rest| rest.starts_with(char::is_lowercase))
    })
}

/// `Các cơ quan đăng ký đầu tư (Sở Tài chính, Ban quản lý …)`: the bracket names them.
fn bracketed_bodies(scene: &Scene<'_>, words: &str) -> Option<Vec<String>> {
    let open = words.find('(')?;
    let close = words.rfind(')')?;
    let low = lower(words);
    let general = low.starts_with("các ") && parties::body_at_start(words, &low, scene.lexicon).is_some();
    let inner = words.get(open + 1..close)?;
    let starts_named = inner.starts_with(char::is_uppercase)
        && parties::body_at_start(inner, &lower(inner), scene.lexicon).is_some();
    (general && starts_named && inner.contains(','))
        .then(|| parties::split(inner, scene.language(), scene.lexicon))
}

pub(super) fn judge(scene: &Scene<'_>, range: Range<usize>, setting: Setting) -> Verdict {
    let (text, low) = (scene.words(range.clone()), scene.low(range.clone()));
    // "…; (2) kiểm tra …": a mark of its own goes on with a list of tasks; lists of papers have such marks too.
    let mark = if setting.after_task { mark_length(low) } else { 0 };
    let (opening, _) = skip_opening(low.get(mark..).unwrap_or_default(), scene);
    let opening = mark + opening;
    let start = opening + subject_matter(scene, text, low, opening);
    let (words, low) = (text.get(start..).unwrap_or_default(), low.get(start..).unwrap_or_default());
    if !has_letters(words, 8) {
        return Verdict::Tells;
    }
    if words.ends_with('?') || low.starts_with("thông qua: (i)") || names_firm(low) {
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

/// The length of a mark inside a paragraph, "(2) ", "(iii) ", at the start of a clause.
fn mark_length(low: &str) -> usize {
    const LONGEST: usize = 6;
    let inner = low.strip_prefix('(').and_then(|rest| rest.get(..rest.floor_char_boundary(LONGEST)));
    inner.and_then(|inner| inner.find(") ")).map_or(0, |close| close + "() ".len())
}

/// "Căn cứ kế hoạch này, các sở, ngành xây dựng …": a reason, and the body that acts for it. A legal
/// basis names no body that acts.
fn body_behind_reason(scene: &Scene<'_>, words: &str, low: &str, setting: Setting) -> Option<Verdict> {
    const REASONS: [&str; 8] =
        ["căn cứ ", "để ", "nhằm ", "sau khi ", "trên cơ sở ", "đối với ", "thực hiện ", "trong quá trình "];
    let reason = REASONS.iter().find_map(|reason| low.strip_prefix(reason));
    // "Thực hiện sắp xếp …" is an act, "Thực hiện Kế hoạch …" a reason.
    let acts = low.starts_with("thực hiện ") && reason.is_some_and(|rest| starts_with_act(scene, rest));
    if reason.is_none() || acts || scene.is_news() {
        return None;
    }
    if setting.opener {
        // "Để …, tỉnh cần tập trung một số nhiệm vụ sau:"; "…, tỉnh ban hành kế hoạch như sau:" hands nothing down.
        let must = [" cần ", " phải "].iter().any(|must| low.contains(must));
        let lead = lead_behind(scene, words, low).or_else(|| lead_with_duty(scene, words, low));
        return Some(Verdict::Opens { lead: lead.filter(|_| must && announces(low))? });
    }
    if setting.zone == Zone::Opening {
        return None;
    }
    let lead = lead_behind(scene, words, low)?;
    Some(Verdict::Obliges { start: 0, lead: Some(lead), confidence: 0.75, rule: "vi.reason" })
}

/// "Căn cứ chức năng, nhiệm vụ được giao, tổ chức kiểm tra …": what a body above is to do on its own basis; a legal
/// basis names an instrument.
fn act_on_a_basis(scene: &Scene<'_>, words: &str, low: &str, setting: Setting) -> Option<Verdict> {
    const BASES: [&str; 9] = [
        "chức năng",
        "nhiệm vụ",
        "tình hình",
        "khả năng",
        "tiêu chuẩn",
        "kết quả",
        "điều kiện",
        "nhu cầu",
        "thực tế",
    ];
    let basis = low.strip_prefix("căn cứ ")?;
    let basis = ["theo ", "vào "].iter().find_map(|word| basis.strip_prefix(word)).unwrap_or(basis);
    let own = BASES.iter().any(|own| basis.starts_with(own));
    if !own || setting.zone == Zone::Opening || setting.opener {
        return None;
    }
    let start = low.len() - basis.len();
    let acts =
        word_starts(basis).skip(3).any(|at| basis.get(at..).is_some_and(|rest| starts_with_act(scene, rest)));
    let lead = lead_behind(scene, words.get(start..)?, basis);
    acts.then_some(Verdict::Obliges { start: 0, lead, confidence: 0.78, rule: "vi.condition" })
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
    ];
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

/// One body orders another: "Thủ tướng Chính phủ yêu cầu các Bộ …", "Giao Sở Tài chính chủ trì …".
fn ordered(scene: &Scene<'_>, words: &str, low: &str, setting: Setting) -> Option<Verdict> {
    let lexicon = scene.lexicon;
    let (at, length) = order_word(scene, words, low)?;
    let behind = at + length;
    let rest = words.get(behind..)?;
    let blanks = rest.len() - rest.trim_start_matches([' ', ':', ',']).len();
    let colon = rest.trim_start().starts_with(':');
    let rest = rest.get(blanks..)?;
    let rest_low = low.get(behind + blanks..)?;
    if setting.opener && (rest.is_empty() || colon) {
        return Some(Verdict::Opens { lead: Vec::new() });
    }
    let ends: [&Phrases; 4] = [&lexicon.verbs, &lexicon.adverbs, &lexicon.duties, &lexicon.subject_ends];
    let list = parties::list_length(rest, rest_low, lexicon, &ends);
    let Some(list) = list else {
        // "Chỉ thị yêu cầu tập trung …": an order without an addressee.
        let verb = starts_with_act(scene, rest_low) && scene.is_news();
        return verb.then_some(Verdict::Obliges { start: 0, lead: None, confidence: 0.75, rule: "vi.order" });
    };
    let lead = parties::split(rest.get(..list)?, scene.language(), lexicon);
    let behind_list = rest_low.get(list..)?.trim_start_matches([',', ' ', '–', '-', ':']);
    // "Giao Bộ trưởng Bộ Tài chính: (i) …".
    let marked = mark_length(behind_list);
    let behind_list = behind_list.get(marked..)?;
    if setting.opener && (behind_list.trim_matches([':', ' ']).is_empty() || announces(behind_list)) {
        return Some(Verdict::Opens { lead });
    }
    if !(marked > 0 || starts_with_act(scene, behind_list) || acts_later(scene, behind_list)) {
        return None;
    }
    let past = lexicon.past.find(low.get(..at)?).is_some_and(|(p, _)| at - p < 24);
    if past && !scene.is_news() {
        return None;
    }
    let start = start_of_order(scene, words, low, at);
    Some(Verdict::Obliges { start, lead: Some(lead), confidence: 0.92, rule: "vi.order" })
}

/// An order word at the start of the clause, or behind the body that gives the order.
fn order_word(scene: &Scene<'_>, words: &str, low: &str) -> Option<(usize, usize)> {
    let lexicon = scene.lexicon;
    lexicon.orders.places(low).find(|(at, length)| {
        let before = low.get(..*at).unwrap_or_default().trim_end();
        let rest = low.get(at + length..).unwrap_or_default().trim_start_matches([' ', ':', ',']);
        let noun = before.ends_with("các")
            || before.ends_with("được")
            || before.ends_with("theo")
            || before.ends_with("những")
            || before.ends_with("đáp ứng")
            || before.ends_with("sự")
            || before.ends_with("ý kiến")
            || before.ends_with("bàn");
        let addressed =
            parties::body_at_start(words.get(words.len() - rest.len()..).unwrap_or_default(), rest, lexicon)
                .is_some()
                || (scene.is_news() && *at < 60)
                || rest.is_empty();
        let head = before.is_empty()
            || before.ends_with(',')
            || before.ends_with(';')
            || ends_with_body(scene, before)
            || ends_with_short_name(before)
            || before.ends_with("xã")
            || before.ends_with("sau")
            || before.ends_with("vậy");
        !noun && addressed && head
    })
}

/// Whether a text ends with the short name that it gives to a body: "(sau đây viết tắt là Ban Chỉ đạo)".
fn ends_with_short_name(before: &str) -> bool {
    let inner = before.strip_suffix(')').and_then(|before| before.rsplit('(').next());
    inner.is_some_and(|inner| inner.starts_with("sau đây"))
}

/// The bytes of an order word that a clause starts with: "Yêu cầu ", "Giao ".
pub(super) fn order_length(scene: &Scene<'_>, range: &Range<usize>) -> usize {
    let low = scene.low(range.clone());
    let length = scene.lexicon.orders.at_start(low).unwrap_or(0);
    let behind = low.get(length..).unwrap_or_default();
    length + (behind.len() - behind.trim_start().len())
}

/// Whether a text ends with a body that can order: it holds a head within its last words.
fn ends_with_body(scene: &Scene<'_>, before: &str) -> bool {
    let from = before.rfind([',', ';', ':']).map_or(0, |at| at + 1);
    let last = before.get(from..).unwrap_or(before).trim_start();
    let words = last.split_whitespace().count();
    // The comma may belong to a name: "Bộ Văn hóa, Thể thao và Du lịch".
    let whole = before.trim_start();
    let one =
        whole.split_whitespace().take(12).count() < 12 && (scene.lexicon.bodies.at_start(whole).is_some());
    one || words < 16 && scene.lexicon.bodies.occur_in(last) || (scene.is_news() && words < 6)
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

/// Where the words of an order start: at the body that gives it, when it stands close.
fn start_of_order(scene: &Scene<'_>, words: &str, low: &str, at: usize) -> usize {
    let before = low.get(..at).unwrap_or_default();
    let from = before.rfind([',', ';', ':']).map_or(0, |comma| comma + 1);
    let giver = before.get(from..).unwrap_or_default();
    let from = from + (giver.len() - giver.trim_start().len());
    let short = words.get(..from).map_or(0, |w| w.chars().count());
    let own = scene.lexicon.bodies.at_start(before.get(from..).unwrap_or_default()).is_some();
    if short < 60 {
        0
    } else if own {
        from
    } else {
        at
    }
}

/// The body that a clause starts with and the place of what it does: (length of the subject,
/// place of its verb or duty).
fn subject(scene: &Scene<'_>, words: &str, low: &str) -> Option<(usize, usize)> {
    let lexicon = scene.lexicon;
    let ends: [&Phrases; 4] = [&lexicon.verbs, &lexicon.adverbs, &lexicon.duties, &lexicon.subject_ends];
    let length = match parties::list_length(words, low, lexicon, &ends) {
        Some(length) => with_what_it_does(scene, low, length).unwrap_or(length),
        None => lone_head(scene, words, low)?,
    };
    let rest = low.get(length..)?;
    let gap = rest.len() - rest.trim_start_matches([' ', ',', ':']).len();
    // "Bộ Y tế: (1) rà soát …".
    let gap = gap + rest.get(gap..).filter(|_| gap > 0).map_or(0, mark_length);
    (gap > 0 && length + gap < low.len()).then_some((length, length + gap))
}

/// "Tỉnh cần …", "Sở tiếp tục …": a head without its name, right before what it does.
fn lone_head(scene: &Scene<'_>, words: &str, low: &str) -> Option<usize> {
    let lexicon = scene.lexicon;
    let length = lexicon.lone_heads.at_start(low).filter(|_| words.starts_with(char::is_uppercase))?;
    let act = low.get(length..)?.strip_prefix(' ')?;
    let acts = [&lexicon.verbs, &lexicon.adverbs, &lexicon.duties];
    acts.iter().any(|words| words.at_start(act).is_some()).then_some(length)
}

/// Names of bodies that are told from others by what they do.
const GENERAL: [&str; 10] = [
    "cơ quan",
    "tổ chức",
    "đơn vị",
    "doanh nghiệp",
    "cá nhân",
    "người",
    "chủ quản",
    "chủ sở hữu",
    "cơ sở",
    "chủ đầu tư",
];

/// "Cơ quan, tổ chức thuê bến cảng có trách nhiệm …": what a general body does belongs to its name where its
/// duty stands behind.
fn with_what_it_does(scene: &Scene<'_>, low: &str, length: usize) -> Option<usize> {
    const FAR: usize = 200;
    let list = low.get(..length)?;
    let list = list.strip_prefix("các ").unwrap_or(list);
    let behind = low.get(length..)?;
    // "các thành viên nêu ở Điều 2 chịu trách nhiệm …".
    let named =
        [" quy định tại ", " nêu tại ", " được quy định "].iter().any(|named| behind.starts_with(named));
    if !named && !GENERAL.iter().any(|noun| list.starts_with(noun)) {
        return None;
    }
    let near = behind.get(..behind.floor_char_boundary(FAR))?;
    let duty = near.find(" có trách nhiệm ").or_else(|| near.find(" chịu trách nhiệm "))?;
    let between = near.get(..duty)?;
    // "Người đứng đầu trực tiếp chỉ đạo và chịu trách nhiệm" acts twice.
    let acts = scene.lexicon.adverbs.at_start(between.trim_start()).is_some() || between.ends_with(" và");
    (duty > 0 && !acts && !between.contains([';', ':', '.', '('])).then_some(length + duty)
}

fn subject_acts(scene: &Scene<'_>, words: &str, low: &str, setting: Setting) -> Option<Verdict> {
    let prefix = ["đối với ", "riêng "].iter().find(|p| low.starts_with(**p)).map_or(0, |p| p.len());
    let (words, low) = (words.get(prefix..)?, low.get(prefix..)?);
    let (length, verb) = subject(scene, words, low)?;
    let (length, verb) = without_instance(scene, low, length, verb)?;
    let act = low.get(verb..)?;
    let lexicon = scene.lexicon;
    let duty = lexicon.duties.at_start(act).is_some();
    let told =
        ["được", "là ", "chưa ", "chủ trì cuộc họp", "chủ trì hội nghị", "chủ trì phiên họp", "chủ trì buổi"];
    if lexicon.past.at_start(act).is_some() || told.iter().any(|told| act.starts_with(told)) {
        return Some(Verdict::Tells);
    }
    if !duty && !starts_with_act(scene, act) && !acts_later(scene, act) {
        return None;
    }
    let lead = parties::split(words.get(..length)?, scene.language(), lexicon);
    // "Ủy ban nhân dân tỉnh ban hành Kế hoạch … như sau:": who issues is not who does.
    let issues =
        ["ban hành ", "xây dựng kế hoạch", "xây dựng chương trình"].iter().any(|a| act.starts_with(a));
    if setting.opener && issues && announces(act) {
        return Some(Verdict::Opens { lead: Vec::new() });
    }
    if setting.opener && (announces_or_ends(act) || only_says_with_whom(scene, words.get(verb..)?, act)) {
        return Some(Verdict::Opens { lead });
    }
    let colon = words.get(length..verb).is_some_and(|gap| gap.contains(':'));
    let start = if colon { prefix + verb } else { 0 };
    Some(Verdict::Obliges {
        start,
        lead: Some(lead),
        confidence: if duty { 0.88 } else { 0.78 },
        rule: "vi.subject",
    })
}

/// "Các cấp, nhất là các đô thị lớn phải …": behind the instance that is named stands the duty. `None` where
/// none does.
fn without_instance(scene: &Scene<'_>, low: &str, length: usize, verb: usize) -> Option<(usize, usize)> {
    const FAR: usize = 200;
    let list = low.get(..length)?;
    let Some(body) =
        list.strip_suffix("nhất").filter(|_| low.get(verb..).is_some_and(|act| act.starts_with("là ")))
    else {
        return Some((length, verb));
    };
    let behind = low.get(verb..)?;
    let near = behind.get(..behind.floor_char_boundary(FAR))?;
    let duty = word_starts(near)
        .find(|at| near.get(*at..).is_some_and(|rest| scene.lexicon.duties.at_start(rest).is_some()))?;
    Some((body.trim_end_matches([',', ' ']).len(), verb + duty))
}

/// "… theo nhiệm vụ được phân công kiểm tra …": what is done stands behind how.
fn acts_later(scene: &Scene<'_>, low: &str) -> bool {
    let how = [
        "theo",
        "căn cứ",
        "trên cơ sở",
        "với vai trò",
        "với tinh thần",
        "trên tinh thần",
        "trong",
        "trước",
        "chậm nhất",
        "tại",
        "khi",
        "định kỳ",
        "sau",
    ];
    let opens = how.iter().any(|h| low.starts_with(h));
    opens && word_starts(low).skip(2).any(|at| low.get(at..).is_some_and(|rest| starts_with_act(scene, rest)))
}

/// "chủ trì, phối hợp với các sở, ngành:": what is to be done stands below.
fn only_says_with_whom(scene: &Scene<'_>, words: &str, low: &str) -> bool {
    const WITH: &str = "phối hợp với ";
    let leads =
        ["chủ trì", "có nhiệm vụ chủ trì", "có trách nhiệm chủ trì"].iter().any(|l| low.starts_with(l));
    let behind = low.find(WITH).filter(|_| leads).map(|at| at + WITH.len());
    let whole = behind.and_then(|at| {
        let (names, low) = (words.get(at..)?, low.get(at..)?);
        let length = parties::list_length(names, low, scene.lexicon, &[&scene.lexicon.verbs])?;
        Some(names.get(length..)?.trim_matches([':', ' ']).is_empty())
    });
    whole.unwrap_or(false)
}

fn announces_or_ends(act: &str) -> bool {
    announces(act) || act.trim_end_matches([':', ' ']).split_whitespace().count() < 5
}

fn starts_with_verb(scene: &Scene<'_>, words: &str, low: &str, setting: Setting) -> Option<Verdict> {
    if !starts_with_act(scene, low) || names_plan(low) {
        return None;
    }
    if setting.opener && words.chars().count() < 200 && (announces(low) || setting.item) {
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

/// "Trên cơ sở …, tổ chức …", "Trường hợp …, thì …", "Trong quá trình thực hiện, nếu …, kịp thời …".
fn verb_behind_condition(scene: &Scene<'_>, words: &str, low: &str, setting: Setting) -> Option<Verdict> {
    const STARTS: [&str; 16] = [
        "trên cơ sở",
        "trường hợp",
        "trong quá trình",
        "khi ",
        "nếu ",
        "căn cứ",
        "theo ",
        "đối với",
        "qua ",
        "với ",
        "hằng năm",
        "hàng năm",
        "trong ",
        "trước ngày",
        "từ ",
        "chậm nhất",
    ];
    let conditional = STARTS.iter().any(|start| low.starts_with(start));
    if !conditional || setting.opener {
        return None;
    }
    let act = low.match_indices([',', ':']).any(|(at, _)| {
        let rest = low.get(at + 1..).unwrap_or_default().trim_start();
        let rest = rest.strip_prefix("thì ").unwrap_or(rest);
        let word = first_word(rest);
        !word.is_empty() && (starts_with_act(scene, rest) || body_acts(scene, words, low, at + 1))
    });
    let past = scene.lexicon.past.occur_in(low);
    (act && !past).then_some(Verdict::Obliges {
        start: 0,
        lead: lead_behind(scene, words, low),
        confidence: 0.8,
        rule: "vi.condition",
    })
}

fn body_acts(scene: &Scene<'_>, words: &str, low: &str, at: usize) -> bool {
    let rest = low.get(at..).unwrap_or_default();
    let blank = rest.len() - rest.trim_start().len();
    let (Some(words), Some(low)) = (words.get(at + blank..), low.get(at + blank..)) else { return false };
    subject(scene, words, low)
        .is_some_and(|(_, verb)| low.get(verb..).is_some_and(|act| starts_with_act(scene, act)))
}

/// "…, nếu có vướng mắc đề nghị các cơ quan, đơn vị phản ánh": the bodies that are asked to act.
fn asked_behind(scene: &Scene<'_>, words: &str, low: &str) -> Option<Vec<String>> {
    let lexicon = scene.lexicon;
    let (at, length) = order_word_inside(scene, low)?;
    let behind = low.get(at + length..)?;
    let from = at + length + (behind.len() - behind.trim_start().len());
    let ends: [&Phrases; 4] = [&lexicon.verbs, &lexicon.adverbs, &lexicon.duties, &lexicon.subject_ends];
    let (rest, rest_low) = (words.get(from..)?, low.get(from..)?);
    let list = parties::list_length(rest, rest_low, lexicon, &ends)?;
    let acts = starts_with_act(scene, rest_low.get(list..)?.trim_start_matches([',', ' ']));
    acts.then(|| parties::split(rest.get(..list).unwrap_or_default(), scene.language(), lexicon))
}

/// An order word inside a clause: "đề nghị", "yêu cầu", "giao".
fn order_word_inside(scene: &Scene<'_>, low: &str) -> Option<(usize, usize)> {
    let (at, length) = scene.lexicon.orders.find(low)?;
    let noun = ["các ", "theo ", "được ", "những ", "đáp ứng ", "ý kiến "];
    let before = low.get(..at)?;
    (at > 0 && !noun.iter().any(|noun| before.ends_with(noun))).then_some((at, length))
}

/// The body behind a comma that needs to do something, whatever the purpose before it lists: "Để khôi phục sản xuất,
/// ổn định đời sống, tỉnh Mẫu Sơn cần …".
fn lead_with_duty(scene: &Scene<'_>, words: &str, low: &str) -> Option<Vec<String>> {
    let needs = |act: &str| ["cần ", "phải "].iter().any(|must| act.starts_with(must));
    low.match_indices(", ").find_map(|(at, comma)| {
        let from = at + comma.len();
        let (length, verb) = subject(scene, words.get(from..)?, low.get(from..)?)?;
        let body = words.get(from..from + length).filter(|_| low.get(from + verb..).is_some_and(needs))?;
        Some(parties::split(body, scene.language(), scene.lexicon))
    })
}

/// The body that acts behind a condition; `None` where the act comes first.
fn lead_behind(scene: &Scene<'_>, words: &str, low: &str) -> Option<Vec<String>> {
    const LAST: [&str; 7] = ["thành phố", "đơn vị", "địa phương", "xã", "phường", "cá nhân", "tổ chức"];
    if let Some(asked) = asked_behind(scene, words, low) {
        return Some(asked);
    }
    for (at, _) in low.match_indices([',', ':']) {
        let rest = low.get(at + 1..)?;
        let from = at + 1 + (rest.len() - rest.trim_start().len());
        let from = if low.get(from..)?.starts_with("do ") { from + "do ".len() } else { from };
        if starts_with_act(scene, low.get(from..)?) {
            return None;
        }
        // "tỉnh, thành phố trước sáp nhập": the last name of a list acts for nobody.
        if LAST.iter().any(|last| low.get(from..).is_some_and(|rest| rest.starts_with(last))) {
            continue;
        }
        let acts = |act: &str| starts_with_act(scene, act) || acts_later(scene, act);
        let acting = subject(scene, words.get(from..)?, low.get(from..)?)
            .filter(|(_, verb)| low.get(from + verb..).is_some_and(acts));
        if let Some((length, _)) = acting {
            return Some(parties::split(words.get(from..from + length)?, scene.language(), scene.lexicon));
        }
    }
    None
}
