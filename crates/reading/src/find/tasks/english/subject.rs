//! Subjects of English sentences: where they start, and whether they are bodies that act.

use crate::bytes;
use crate::find::scene::Scene;
use crate::words::lower;

/// Where the subject starts behind an opening phrase: "In response to …, Hai Phong must".
pub(super) fn subject_start(scene: &Scene<'_>, subject: &str) -> usize {
    // "The General Secretary suggested that the city should": the city.
    let told = subject.rfind(" that ").filter(|that| *that > 0).map_or(0, |that| that + " that ".len());
    let told = if subject.get(..told).is_some_and(|before| reports(scene, before)) { told } else { 0 };
    told + start_behind_opening(subject.get(told..).unwrap_or(subject))
}

/// Whether somebody says something before "that".
fn reports(scene: &Scene<'_>, before: &str) -> bool {
    let low = lower(before);
    let words =
        ["said", "stated", "noted", "affirmed", "emphasized", "stressed", "believes", "proposed", "says"];
    low.split_whitespace().any(|word| words.contains(&word)) || scene.lexicon.orders.occur_in(&low)
}

pub(super) fn start_behind_opening(subject: &str) -> usize {
    // A label ends with a colon: "Implementing agency: The Ministry … shall".
    let label = subject.rfind(": ").filter(|colon| *colon < 60).map_or(0, |colon| colon + 2);
    let subject = subject.get(label..).unwrap_or_default();
    let low = lower(subject);
    if !OPENINGS.split('|').any(|opening| low.starts_with(opening)) {
        return label;
    }
    let behind = behind_opening(subject);
    // "Once …, then the agency must".
    let then =
        if low.get(behind..).is_some_and(|rest| rest.starts_with("then ")) { "then ".len() } else { 0 };
    label + behind + then
}

/// Where the subject starts behind opening phrases: the part behind the first comma that opens
/// nothing itself, so that a list of bodies stays whole.
fn behind_opening(subject: &str) -> usize {
    let mut places = subject.match_indices(", ").map(|(comma, _)| comma + 2);
    let subject_at = |at: &usize| {
        let rest = subject.get(*at..).unwrap_or_default();
        let low = lower(rest);
        let named = rest.starts_with("the ") || rest.starts_with(char::is_uppercase);
        let opens = OPENINGS.split('|').any(|opening| low.starts_with(opening));
        named && !opens
    };
    let last = subject.rfind(", ").map_or(0, |comma| comma + 2);
    places.find(subject_at).unwrap_or(last)
}

/// Words with which an opening phrase starts that stands before the subject.
const OPENINGS: &str = "in |at |on |to |based on|annually|regarding|immediately after|as |from |during|by |for |after|\
    before|when|if |within|with |under|beginning |starting |effective |while |once |upon |consistent with|pursuant to|\
    following |using |until |unless |where |because |since |although |though |subject to|through |prior to|\
    no later than|not later than|given |per |due to |except |notwithstanding ";

/// A duty behind "which", "who", "if", "that" rules a side clause.
pub(super) fn is_inside_clause(before: &str) -> bool {
    let last = before.split_whitespace().next_back().unwrap_or_default();
    matches!(
        last,
        "which"
            | "who"
            | "that"
            | "what"
            | "where"
            | "when"
            | "how"
            | "it’s"
            | "there"
            | "this"
            | "these"
            | "those"
    )
}

/// "be reimbursed", "also be selected": what is done to the subject, not by it.
pub(super) fn is_passive(scene: &Scene<'_>, act: &str) -> bool {
    let act = scene
        .lexicon
        .adverbs
        .at_start(act)
        .map_or(act, |length| act.get(length..).unwrap_or_default().trim_start());
    let Some(state) = act.strip_prefix("be ") else { return false };
    let word = state.split_whitespace().find(|word| !word.ends_with("ly")).unwrap_or_default();
    let participle = word.ends_with("ed")
        || matches!(
            word,
            "made" | "held" | "given" | "kept" | "paid" | "sent" | "set" | "taken" | "done" | "chosen"
        );
    participle && !matches!(word, "required" | "obliged" | "prepared" | "committed" | "tasked" | "engaged")
}

/// Whether a subject is a thing of bodies, not a body: "agency policies", "Committee communications".
pub(super) fn names_thing(subject: &str) -> bool {
    const THINGS: [&str; 30] = [
        "policies",
        "policy",
        "plans",
        "plan",
        "programs",
        "program",
        "programme",
        "programmes",
        "efforts",
        "reports",
        "report",
        "systems",
        "system",
        "communications",
        "communication",
        "requirements",
        "measures",
        "activities",
        "data",
        "services",
        "budget",
        "budgets",
        "records",
        "websites",
        "website",
        "information",
        "facilities",
        "processes",
        "procedures",
        "decisions",
    ];
    let marks = [" of ", " for ", " in ", ",", " that ", " which ", " ("];
    let end = marks.iter().filter_map(|mark| bytes::find(subject, mark)).min().unwrap_or(subject.len());
    let last = subject.get(..end).unwrap_or_default().split_whitespace().next_back().unwrap_or_default();
    THINGS.contains(&last)
}

/// Whether a subject is a proper name: each of its first words in capitals.
pub(super) fn starts_with_name(scene: &Scene<'_>, subject: &str) -> bool {
    let words: Vec<&str> =
        subject.split_whitespace().filter(|word| !matches!(*word, "The" | "the")).collect();
    let capitals = words.iter().filter(|word| word.starts_with(char::is_uppercase)).count();
    let _ = scene;
    !words.is_empty()
        && words.len() < 9
        && capitals * 3 >= words.len() * 2
        && !matches!(words.first(), Some(&"It" | &"This" | &"These" | &"There"))
}
