//! Orders from one body to another: "Thủ tướng Chính phủ yêu cầu các Bộ …", "Giao Sở Tài chính chủ trì …".

use super::super::super::parties;
use super::super::super::scene::Scene;
use super::super::{Setting, Verdict};
use super::subject::acts_later;
use super::{announces, mark_length, starts_with_act};
use crate::words::Phrases;
use std::ops::Range;

/// One body orders another: "Thủ tướng Chính phủ yêu cầu các Bộ …", "Giao Sở Tài chính chủ trì …".
pub(super) fn ordered(scene: &Scene<'_>, words: &str, low: &str, setting: Setting) -> Option<Verdict> {
    let lexicon = scene.lexicon;
    let (at, length) = order_word(scene, words, low)?;
    // "Kiểm tra các công trường, yêu cầu các chủ đầu tư che chắn": those above act, and have others do so.
    if low.get(..at)?.trim_end().ends_with(',') && starts_with_act(scene, low) {
        return None;
    }
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
pub(in crate::find::tasks) fn order_length(scene: &Scene<'_>, range: &Range<usize>) -> usize {
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
