//! Bodies before what they do: "Sở Xây dựng rà soát …", "các cơ quan có trách nhiệm …".

use super::super::super::parties;
use super::super::super::scene::Scene;
use super::super::{Setting, Verdict};
use super::{announces, mark_length, starts_with_act};
use crate::words::{Phrases, word_starts};

/// The body that a clause starts with and the place of what it does: (length of the subject,
/// place of its verb or duty).
pub(super) fn subject(scene: &Scene<'_>, words: &str, low: &str) -> Option<(usize, usize)> {
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
pub(super) const GENERAL: [&str; 10] = [
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

pub(super) fn subject_acts(scene: &Scene<'_>, words: &str, low: &str, setting: Setting) -> Option<Verdict> {
    const APPRAISES: [&str; 9] = [
        "ghi nhận",
        "biểu dương",
        "đánh giá cao",
        "hoan nghênh",
        "chúc mừng",
        "cơ bản thống nhất",
        "cơ bản đồng ý",
        "thống nhất với",
        "đồng ý với",
    ];
    let prefix = ["đối với ", "riêng "].iter().find(|p| low.starts_with(**p)).map_or(0, |p| p.len());
    let (words, low) = (words.get(prefix..)?, low.get(prefix..)?);
    let (length, verb) = subject(scene, words, low)?;
    let (length, verb) = without_instance(scene, low, length, verb)?;
    let act = low.get(verb..)?;
    let lexicon = scene.lexicon;
    let duty = lexicon.duties.at_start(act).is_some();
    let told =
        ["được", "là ", "chưa ", "chủ trì cuộc họp", "chủ trì hội nghị", "chủ trì phiên họp", "chủ trì buổi"];
    if lexicon.past.at_start(act).is_some() || told.iter().chain(&APPRAISES).any(|told| act.starts_with(told))
    {
        return Some(Verdict::Tells);
    }
    if !duty && !starts_with_act(scene, act) && !acts_later(scene, act) && !decides(scene, act) {
        return None;
    }
    let lead = parties::split(words.get(..length)?, scene.language(), lexicon);
    // "Ủy ban nhân dân tỉnh ban hành Kế hoạch … như sau:": who issues is not who does.
    let issues =
        ["ban hành ", "xây dựng kế hoạch", "xây dựng chương trình"].iter().any(|a| act.starts_with(a));
    if setting.opener && issues && announces(act) {
        return Some(Verdict::Opens { lead: Vec::new() });
    }
    if let Some(directed) = directed(scene, words.get(verb..)?, act).filter(|_| setting.opener) {
        return Some(Verdict::Opens { lead: directed });
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

/// "chỉ đạo Chi cục Thủy sản thực hiện các nội dung sau:": the bodies that another directs to do what stands below.
fn directed(scene: &Scene<'_>, words: &str, act: &str) -> Option<Vec<String>> {
    let rest = act.strip_prefix("chỉ đạo ").filter(|rest| announces(rest))?;
    let words = words.get(act.len() - rest.len()..)?;
    let lexicon = scene.lexicon;
    let ends: [&Phrases; 3] = [&lexicon.verbs, &lexicon.adverbs, &lexicon.duties];
    let length = parties::list_length(words, rest, lexicon, &ends)?;
    let name = words.get(..length).filter(|name| name.starts_with(char::is_uppercase))?;
    let acts = starts_with_act(scene, rest.get(length..)?.trim_start());
    acts.then(|| parties::split(name, scene.language(), lexicon))
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

/// "quyết định mức phí", "thi đua hoàn thành …": verbs of a body that are nouns where they start a clause.
fn decides(scene: &Scene<'_>, act: &str) -> bool {
    const NOUNS: [&str; 5] = ["số ", "này", "của ", "về ", "cá biệt"];
    let decided =
        act.strip_prefix("quyết định ").is_some_and(|of| !NOUNS.iter().any(|noun| of.starts_with(noun)));
    let competes = ["thi đua ", "gương mẫu "].iter().find_map(|word| act.strip_prefix(word));
    decided || competes.is_some_and(|act| starts_with_act(scene, act))
}

/// "… theo nhiệm vụ được phân công kiểm tra …": what is done stands behind how.
pub(super) fn acts_later(scene: &Scene<'_>, low: &str) -> bool {
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
pub(super) fn only_says_with_whom(scene: &Scene<'_>, words: &str, low: &str) -> bool {
    const WITH: &str = "phối hợp với ";
    const STARTS: [&str; 5] =
        ["chủ trì", "có nhiệm vụ chủ trì", "có trách nhiệm chủ trì", "phối hợp với", "chủ động phối hợp với"];
    let leads = STARTS.iter().any(|start| low.starts_with(start));
    let behind = low.find(WITH).filter(|_| leads).map(|at| at + WITH.len());
    let whole = behind.and_then(|at| {
        let (names, low) = (words.get(at..)?, low.get(at..)?);
        let length = parties::list_length(names, low, scene.lexicon, &[&scene.lexicon.verbs])?;
        Some(names.get(length..)?.trim_matches([':', ' ']).is_empty())
    });
    whole.unwrap_or(false)
}

fn announces_or_ends(act: &str) -> bool {
    let act = act.trim_end_matches([':', ' ']);
    announces(act) || act.ends_with("có trách nhiệm") || act.split_whitespace().count() < 5
}

pub(super) fn body_acts(scene: &Scene<'_>, words: &str, low: &str, at: usize) -> bool {
    let rest = low.get(at..).unwrap_or_default();
    let blank = rest.len() - rest.trim_start().len();
    let (Some(words), Some(low)) = (words.get(at + blank..), low.get(at + blank..)) else { return false };
    subject(scene, words, low)
        .is_some_and(|(_, verb)| low.get(verb..).is_some_and(|act| starts_with_act(scene, act)))
}
