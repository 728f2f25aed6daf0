//! Orders that start with their verb: "Review the plans;", "To review the plans;", "reviewing the plans;".

use super::super::super::scene::Scene;
use super::super::super::zone::Zone;
use super::super::{Setting, Verdict};
use crate::bytes;
use crate::words::{first_word, is_boundary};

/// "Review the plans;", "To review the plans;", "reviewing the plans;" behind a task.
pub(super) fn starts_with_verb(scene: &Scene<'_>, low: &str, setting: Setting) -> Option<Verdict> {
    // "Agencies may:" leaves it to them.
    if setting.possible {
        return None;
    }
    let topic = topic(scene, low);
    let low = low.get(topic..)?;
    let act = behind_manner(scene, low).strip_prefix("to ");
    let infinitive = act.is_some();
    let act = act.unwrap_or(low);
    let noun_act = low.starts_with("activities to ");
    let base = starts_with_base(scene, act)
        || acts_behind_opening(scene, act)
        || (infinitive && is_infinitive(scene, act))
        || (setting.governed && setting.first && is_plain_verb(scene, low));
    let form_ing = starts_with_ing(scene, low) && !is_statement(scene, low);
    let listed = (setting.item && setting.zone != Zone::Opening) || setting.zone == Zone::Tasks;
    let allowed = if infinitive || noun_act {
        // An objective says what is to be reached, not what is to be done.
        let sentence = setting.sentence && setting.zone == Zone::Neutral && !scene.is_news();
        setting.zone != Zone::Targets && (listed || setting.after_task || sentence)
    } else if form_ing {
        setting.after_task || listed || (scene.is_news() && setting.sentence)
    } else {
        listed || setting.after_task || scene.is_news()
    };
    if !((base || noun_act || form_ing) && allowed) || (infinitive && is_purpose(scene, act)) {
        return None;
    }
    if setting.opener && (low.split_whitespace().count() < 30) {
        return Some(Verdict::Opens { lead: Vec::new() });
    }
    Some(Verdict::Obliges {
        start: topic,
        lead: None,
        confidence: if listed { 0.92 } else { 0.8 },
        rule: "en.verb",
    })
}

/// What follows an adverb before an infinitive: "Annually, to review".
fn behind_manner<'a>(scene: &Scene<'_>, low: &'a str) -> &'a str {
    let behind = scene.lexicon.adverbs.at_start(low).and_then(|length| low.get(length..));
    behind
        .map(|rest| rest.trim_start_matches([',', ' ']))
        .filter(|rest| rest.starts_with("to "))
        .unwrap_or(low)
}

/// Whether "to" opens an infinitive, whatever the verb: "to tap …", not "to the …", "to date".
pub(super) fn is_infinitive(scene: &Scene<'_>, behind_to: &str) -> bool {
    let word = first_word(behind_to);
    word.len() > 1
        && word.chars().all(|c| c.is_ascii_lowercase())
        && scene.lexicon.grammar.no_infinitives.at_start(behind_to).is_none()
}

/// Whether a purpose stands before what somebody did or does: "To guide pilots, the Port launched a map."
fn is_purpose(scene: &Scene<'_>, act: &str) -> bool {
    const FAR: usize = 4;
    let behind = [", the ", ", this ", ", we ", ", it "].iter().filter_map(|comma| act.find(comma)).min();
    behind.and_then(|at| act.get(at + 2..)).is_some_and(|told| {
        told.split_whitespace().take(FAR).any(|word| {
            word.ends_with("ed") || scene.lexicon.grammar.sentences.at_start(word) == Some(word.len())
        })
    })
}

/// Below "The Office shall:" every item starts with its verb, known or not: an article or preposition is none.
fn is_plain_verb(scene: &Scene<'_>, low: &str) -> bool {
    let word = first_word(low);
    let other = ["ing", "ed", "ly", "tion", "ment"].iter().any(|end| word.ends_with(end));
    is_infinitive(scene, low) && !other && scene.lexicon.grammar.openings.at_start(low).is_none()
}

/// The bytes of a topic before an act: "Banking services: to develop …", "Better monitoring: Develop …".
fn topic(scene: &Scene<'_>, low: &str) -> usize {
    const FARTHEST: usize = 60;
    let near = low.get(..low.floor_char_boundary(FARTHEST + 1)).unwrap_or(low);
    let colon = near.find(": ");
    let act = colon.and_then(|colon| low.get(colon + 2..));
    let acts = act.is_some_and(|act| act.starts_with("to ") || starts_with_base(scene, act));
    colon.filter(|_| acts && !starts_with_base(scene, low)).map_or(0, |colon| colon + 2)
}

/// Whether a text starts with the verb of an order, maybe behind an adverb.
pub(in crate::find::tasks) fn starts_with_base(scene: &Scene<'_>, low: &str) -> bool {
    let lexicon = scene.lexicon;
    let mut at = 0;
    for _ in 0..3 {
        let rest = low.get(at..).unwrap_or_default();
        if let Some(length) = lexicon.verbs.at_start(rest) {
            let behind = rest.get(length..).unwrap_or_default().trim_start();
            let phrase = rest.get(..length).is_some_and(|verb| verb.contains(' '));
            return phrase || lexicon.grammar.behind_nouns.at_start(behind).is_none();
        }
        let Some(length) = lexicon.adverbs.at_start(rest) else { return false };
        let behind = rest.get(length..).unwrap_or_default();
        at += length + (behind.len() - behind.trim_start_matches([' ', ',']).len());
    }
    false
}

/// "Every quarter, publish …", "By 5 pm, Friday, July 14, 2031, stop …".
fn acts_behind_opening(scene: &Scene<'_>, low: &str) -> bool {
    const MOST_COMMAS: usize = 6;
    scene.lexicon.grammar.openings.at_start(low).is_some()
        && low
            .match_indices(", ")
            .take(MOST_COMMAS)
            .filter_map(|(comma, _)| low.get(comma + 2..))
            .any(|act| starts_with_base(scene, act.strip_prefix("then ").unwrap_or(act)))
}

/// Whether an act is the subject of a sentence that tells of it: "Moving to new services requires …". What is to be
/// ensured may be a sentence: "Ensuring roles are clear".
fn is_statement(scene: &Scene<'_>, low: &str) -> bool {
    let grammar = &scene.lexicon.grammar;
    let clauses = [", ", " that ", " which ", " who ", " how ", " whether "];
    let end = clauses.iter().filter_map(|clause| bytes::find(low, clause)).min().unwrap_or(low.len());
    grammar.ensuring.at_start(low).is_none()
        && low
            .get(..end)
            .is_some_and(|act| grammar.sentences.occur_in(act) || grammar.statements.occur_in(act))
}

pub(super) fn starts_with_ing(scene: &Scene<'_>, low: &str) -> bool {
    let word = first_word(low);
    let Some(stem) = word.strip_suffix("ing").filter(|stem| stem.len() > 2) else { return false };
    // "Training contents: …" names a thing.
    let label = low.find(": ").is_some_and(|colon| colon < 60);
    if label || scene.lexicon.grammar.descriptions.at_start(low).is_some() {
        return false;
    }
    let doubled = stem.get(..stem.len() - 1).unwrap_or(stem);
    let candidates = [stem.to_owned(), format!("{stem}e"), doubled.to_owned()];
    candidates
        .iter()
        .any(|base| scene.lexicon.verbs.at_start(base).is_some_and(|length| length == base.len()))
        && is_boundary(low, word.len())
}
