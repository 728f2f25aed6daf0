//! Acts behind a reason, a basis or a condition: "Căn cứ …, tổ chức …", "Trường hợp …, thì …".

use super::super::super::parties;
use super::super::super::scene::Scene;
use super::super::super::zone::Zone;
use super::super::{Setting, Verdict};
use super::subject::{acts_later, body_acts, subject};
use super::{announces, starts_with_act};
use crate::words::{Phrases, first_word, word_starts};

/// "Căn cứ kế hoạch này, các sở, ngành xây dựng …": a reason, and the body that acts for it. A legal
/// basis names no body that acts.
pub(super) fn body_behind_reason(
    scene: &Scene<'_>,
    words: &str,
    low: &str,
    setting: Setting,
) -> Option<Verdict> {
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
pub(super) fn act_on_a_basis(scene: &Scene<'_>, words: &str, low: &str, setting: Setting) -> Option<Verdict> {
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

/// "Trên cơ sở …, tổ chức …", "Trường hợp …, thì …", "Trong quá trình thực hiện, nếu …, kịp thời …".
pub(super) fn verb_behind_condition(
    scene: &Scene<'_>,
    words: &str,
    low: &str,
    setting: Setting,
) -> Option<Verdict> {
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

/// "nếu có khó khăn, vướng mắc các cơ quan, đơn vị kịp thời phản ánh": the bodies that act, where no comma parts them
/// from the trouble.
fn behind_trouble(scene: &Scene<'_>, words: &str, low: &str) -> Option<Vec<String>> {
    const TROUBLES: [&str; 4] = ["vướng mắc ", "phát sinh ", "cần sửa đổi, bổ sung ", "khó khăn "];
    const BODIES: [&str; 5] = ["các cơ quan", "các sở", "các bộ", "các đơn vị", "các địa phương"];
    let conditional = low.contains("nếu ") || low.contains("trường hợp ");
    TROUBLES.iter().filter(|_| conditional).find_map(|trouble| {
        let from = low.find(trouble)? + trouble.len();
        let (rest, rest_low) = (words.get(from..)?, low.get(from..)?);
        let (length, verb) = subject(scene, rest, rest_low)
            .filter(|_| BODIES.iter().any(|body| rest_low.starts_with(body)))?;
        starts_with_act(scene, rest_low.get(verb..)?)
            .then(|| parties::split(rest.get(..length).unwrap_or_default(), scene.language(), scene.lexicon))
    })
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
    const BASES: [&str; 4] = [
        "trên cơ sở đề xuất của ",
        "trên cơ sở báo cáo của ",
        "trên cơ sở đề nghị của ",
        "trên cơ sở ý kiến của ",
    ];
    const LAST: [&str; 7] = ["thành phố", "đơn vị", "địa phương", "xã", "phường", "cá nhân", "tổ chức"];
    if let Some(asked) = asked_behind(scene, words, low).or_else(|| behind_trouble(scene, words, low)) {
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
            let bodies = parties::split(words.get(from..from + length)?, scene.language(), scene.lexicon);
            // "Trên cơ sở đề xuất của các sở, UBND các xã, Sở Tài chính tổng hợp": the last of them.
            let proposed = BASES.iter().any(|basis| low.starts_with(basis)) && bodies.len() > 1;
            return Some(if proposed { bodies.into_iter().last().into_iter().collect() } else { bodies });
        }
    }
    None
}
