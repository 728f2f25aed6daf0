//! Rules for English: "X shall …", "the Government requires X to …", "to review …", and orders
//! that start with their verb.

mod subject;

use super::super::parties;
use super::super::scene::Scene;
use super::super::signs::Sign;
use super::super::zone::Zone;
use super::{Setting, Verdict, behind_opening};
use crate::bytes;
use crate::words::{first_word, has_letters, is_boundary, lower, word_starts};
use std::ops::Range;
use subject::{
    is_inside_clause, is_passive, names_thing, start_behind_opening, starts_with_name, subject_start,
};

/// The bodies that a heading hands down: "The Ministry of Finance shall:", "Federal agencies will:".
pub(super) fn heading(scene: &Scene<'_>, words: &str) -> Option<Vec<String>> {
    let low = lower(words);
    if low.starts_with("to ") || starts_with_base(scene, &low) {
        return None;
    }
    let Some((start, length, _)) = duty(scene, &low) else {
        return names_only(scene, words, &low).then(|| split(scene, words));
    };
    let subject = words.get(..start)?;
    let ends = low.get(start + length..)?.trim_matches([':', ' ', '.']);
    let short = ends.split_whitespace().count() < 8 || hands_list(scene, ends);
    (short && names_body(scene, &lower(subject))).then(|| split(scene, subject))
}

/// "Department of Finance": a heading that is a body and does nothing.
fn names_only(scene: &Scene<'_>, words: &str, low: &str) -> bool {
    let short = words.split_whitespace().count() < 22 && words.starts_with(char::is_uppercase);
    let titled = ["tasks", "responsibilities", "activities", "policies", "funds", "objectives", "management"]
        .iter()
        .any(|t| low.contains(t));
    short && !titled && !crate::structure::is_capitals(words) && ends_with_body(scene, low)
}

/// Whether the first name of a heading ends with a head, before "of" or "for": "Department of Finance",
/// "Federal agencies"; "Financial services" names a field.
fn ends_with_body(scene: &Scene<'_>, low: &str) -> bool {
    let low = low.trim_end_matches([':', ' ', '.']);
    let marks = [" of ", " for ", " in ", ",", " and ", " (", " at "];
    let end = marks.iter().filter_map(|mark| bytes::find(low, mark)).min().unwrap_or(low.len());
    let name = low.get(..end).unwrap_or(low);
    let ends = |at: usize| {
        name.get(at..).is_some_and(|rest| scene.lexicon.bodies.at_start(rest) == Some(rest.len()))
    };
    !name.ends_with("services") && word_starts(name).any(ends)
}

pub(super) fn judge(scene: &Scene<'_>, range: Range<usize>, setting: Setting) -> Verdict {
    let (text, low) = (scene.words(range.clone()), scene.low(range.clone()));
    let start = behind_opening(scene, low);
    let (words, low) = (text.get(start..).unwrap_or_default(), low.get(start..).unwrap_or_default());
    if !has_letters(words, 8) || scene.lexicon.idle.at_start(low).is_some() {
        return Verdict::Tells;
    }
    let orders = scene.shows(&range, Sign::Order);
    // "To strive for the target that services will grow": a purpose before a comma is no act.
    let acts = low.strip_prefix("to ").is_some_and(is_infinitive) && !low.contains(", ");
    let found = orders
        .then(|| ordered(scene, words, low, setting))
        .flatten()
        .or_else(|| acts.then(|| starts_with_verb(scene, low, setting)).flatten())
        .or_else(|| has_duty(scene, words, low, setting))
        .or_else(|| starts_with_verb(scene, low, setting))
        .or_else(|| presents(scene, words, low, setting));
    Verdict::or_told(found, setting).moved(start)
}

fn split(scene: &Scene<'_>, subject: &str) -> Vec<String> {
    let subject = subject.get(start_behind_opening(subject)..).unwrap_or(subject);
    // A list of bodies ends where a side clause starts.
    let low = lower(subject);
    let marks = [
        ", which ",
        ", including ",
        ", except ",
        ", if ",
        ", in consultation with",
        ", in coordination with",
        ", in collaboration with",
        ", with ",
        ", under ",
        ", through ",
        ", based on",
        ", upon ",
        ", as ",
        ", acting ",
        " and will ",
    ];
    let end = marks.iter().filter_map(|mark| bytes::find(&low, mark)).min().unwrap_or(subject.len());
    parties::split(subject.get(..end).unwrap_or(subject), scene.language(), scene.lexicon)
}

/// Whether a text names a body: a known head, or a place or name in capitals.
fn names_body(scene: &Scene<'_>, low: &str) -> bool {
    scene.lexicon.bodies.occur_in(low)
}

/// The first word of duty of a clause: (place, length, whether it is a plain "will").
fn duty(scene: &Scene<'_>, low: &str) -> Option<(usize, usize, bool)> {
    let (at, length) = scene.lexicon.duties.find(low)?;
    Some((at, length, low.get(at..at + length) == Some("will")))
}

/// "The Government requires ministries … to …".
fn ordered(scene: &Scene<'_>, words: &str, low: &str, setting: Setting) -> Option<Verdict> {
    let (at, length) = scene.lexicon.orders.find(low)?;
    let before = low.get(..at)?;
    let by_body = names_body(scene, before)
        || before.contains("directive")
        || before.contains("resolution")
        || before.contains("order");
    let early = before.split_whitespace().count() < 45;
    if !by_body || !early || before.ends_with("as ") || before.ends_with("to be ") || before.contains(" was ")
    {
        return None;
    }
    let rest = low.get(at + length..)?;
    let to = [" to ", " should ", " with developing ", " with "]
        .iter()
        .filter_map(|to| Some((bytes::find(rest, to)?, *to)))
        .min()?;
    let object = words.get(at + length..at + length + to.0)?;
    let object = object.trim_start_matches([' ', ',']).trim_start_matches("that ");
    if !names_body(scene, &lower(object)) || object.split_whitespace().count() > 45 {
        let focus = rest.trim_start().starts_with("the focus") || rest.trim_start().starts_with("focus");
        return focus.then_some(Verdict::Obliges {
            start: 0,
            lead: None,
            confidence: 0.75,
            rule: "en.order",
        });
    }
    let lead = parties::split(object, scene.language(), scene.lexicon);
    let act = rest.get(to.0..)?;
    let hands_list =
        ["tasks and solutions", "following tasks", "the following"].iter().any(|list| act.contains(list))
            && act.split_whitespace().count() < 20;
    if setting.opener || hands_list {
        return Some(Verdict::Opens { lead });
    }
    // What the giver was doing before it gave the order belongs to the order.
    Some(Verdict::Obliges { start: 0, lead: Some(lead), confidence: 0.88, rule: "en.order" })
}

/// "X shall …", "X must …", "the report should …".
fn has_duty(scene: &Scene<'_>, words: &str, low: &str, setting: Setting) -> Option<Verdict> {
    let (at, length, plain_will) = duty(scene, low)?;
    let before = low.get(..at)?;
    let subject = words.get(..at)?;
    let count = before.split_whitespace().count();
    if count == 0 || count > 60 || is_inside_clause(before) {
        return None;
    }
    let act = low.get(at + length..)?.trim_start();
    let settles = scene.lexicon.settles.at_start(act).is_some() || is_settled(before);
    let opens = setting.opener && hands_list(scene, act);
    if settles && !opens {
        return None;
    }
    let is_to = matches!(low.get(at..at + length), Some("is to" | "are to"));
    let subject_start = subject_start(scene, subject);
    let subject_low = before.get(subject_start..)?;
    // "This memorandum … the office will use": a subject that points back names nobody.
    // "CISA acknowledges that scoring should": said of what is so.
    let tells = [" acknowledge", " recognize", " expect", " anticipate", " understand"];
    if tells.iter().any(|tell| subject_low.contains(tell)) {
        return None;
    }
    let points_back = ["this ", "these ", "those ", "that "].iter().any(|back| subject_low.starts_with(back));
    let body = !points_back
        && !names_thing(subject_low)
        && (names_body(scene, subject_low) || starts_with_name(scene, subject.get(subject_start..)?));
    let pronoun = matches!(subject_low.trim(), "it" | "we" | "they" | "he" | "she");
    if (plain_will && !(body || pronoun)) || (plain_will && !setting.item && setting.zone == Zone::Idle) {
        return None;
    }
    if is_to && !body && !subject_low.contains("task") {
        return None;
    }
    let named = body && !pronoun && subject_low.split_whitespace().count() < 40;
    let lead = match named {
        // Who does what is done to a body is not said, above it neither.
        true if is_passive(scene, act) => Some(Vec::new()),
        true => Some(split(scene, subject.get(subject_start..).unwrap_or(subject))),
        false => None,
    };
    let tail = low.get(at + length..)?.trim_matches([':', ' ']);
    if opens || (setting.opener && tail.split_whitespace().count() < 8) {
        return Some(Verdict::Opens { lead: lead.unwrap_or_default() });
    }
    let confidence = if plain_will {
        0.85
    } else if body {
        0.9
    } else {
        0.8
    };
    Some(Verdict::Obliges { start: 0, lead, confidence, rule: "en.duty" })
}

/// Whether an act before a colon only hands a list on: "have the powers of the office and shall:", "have
/// authority to perform the following functions:".
fn hands_list(scene: &Scene<'_>, act: &str) -> bool {
    let act = act.trim_end_matches([':', ' ']);
    let last = act.rsplit(' ').next().unwrap_or_default();
    let follows = [" the following ", " as follows"].iter().any(|list| act.contains(list));
    let settles = scene.lexicon.settles.at_start(act).is_some();
    matches!(last, "shall" | "must" | "will" | "to") || (settles && follows)
}

/// Whether a subject is what an instrument settles of a body, no body: "the membership of the Board".
fn is_settled(subject: &str) -> bool {
    const SETTLED: [&str; 7] = ["membership", "purpose", "purposes", "quorum", "term", "terms", "majority"];
    let subject = subject.trim_start_matches("the ").trim_start_matches("a ");
    let mut words = subject.split(' ');
    let head = words.next().unwrap_or_default();
    SETTLED.contains(&head) && words.next().is_none_or(|next| next.is_empty() || next == "of")
}

/// "Review the plans;", "To review the plans;", "reviewing the plans;" behind a task.
fn starts_with_verb(scene: &Scene<'_>, low: &str, setting: Setting) -> Option<Verdict> {
    let topic = topic(low);
    let low = low.get(topic..)?;
    let act = low.strip_prefix("to ").unwrap_or(low);
    let infinitive = act.len() < low.len();
    let noun_act = low.starts_with("activities to ");
    let base =
        starts_with_base(scene, act) || acts_behind_opening(scene, act) || (infinitive && is_infinitive(act));
    let form_ing = starts_with_ing(scene, low);
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
    if !((base || noun_act || form_ing) && allowed) {
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

/// Whether "to" opens an infinitive, whatever the verb: "to tap …", not "to the …", "to date".
fn is_infinitive(behind_to: &str) -> bool {
    const NO_VERBS: [&str; 22] = [
        "the", "a", "an", "this", "these", "that", "those", "which", "whom", "date", "its", "their", "our",
        "his", "her", "all", "each", "any", "some", "what", "where", "other",
    ];
    let word = first_word(behind_to);
    word.len() > 1 && word.chars().all(|c| c.is_ascii_lowercase()) && !NO_VERBS.contains(&word)
}

/// The bytes of a topic before an infinitive: "Banking services: to develop …".
fn topic(low: &str) -> usize {
    let colon = bytes::find(low, ": to ").filter(|colon| *colon < 60);
    colon.map_or(0, |colon| colon + 2)
}

fn starts_with_base(scene: &Scene<'_>, low: &str) -> bool {
    let lexicon = scene.lexicon;
    let mut at = 0;
    for _ in 0..3 {
        let rest = low.get(at..).unwrap_or_default();
        if lexicon.verbs.at_start(rest).is_some() {
            return !follows_noun(rest);
        }
        let Some(length) = lexicon.adverbs.at_start(rest) else { return false };
        let behind = rest.get(length..).unwrap_or_default();
        at += length + (behind.len() - behind.trim_start_matches([' ', ',']).len());
    }
    false
}

/// "Every quarter, publish …", "By 2026, complete …".
fn acts_behind_opening(scene: &Scene<'_>, low: &str) -> bool {
    let opens = [
        "every ",
        "each ",
        "by ",
        "before ",
        "within ",
        "from ",
        "where ",
        "based on",
        "on the basis of",
        "in the ",
        "annually",
    ]
    .iter()
    .any(|o| low.starts_with(o));
    let mut behind = low.match_indices(", ").take(3).filter_map(|(comma, _)| low.get(comma + 2..));
    opens && behind.any(|act| starts_with_base(scene, act))
}

/// "Project managing agencies", "Plan of …", "Form I-9": a verb's word used as a noun.
fn follows_noun(rest: &str) -> bool {
    let second = rest.split_whitespace().nth(1).unwrap_or_default();
    matches!(
        second,
        "of" | "is"
            | "are"
            | "was"
            | "were"
            | "shall"
            | "must"
            | "will"
            | "has"
            | "have"
            | "no."
            | "should"
            | "from"
            | "can"
            | "may"
    )
}

fn starts_with_ing(scene: &Scene<'_>, low: &str) -> bool {
    let word = first_word(low);
    let Some(stem) = word.strip_suffix("ing").filter(|stem| stem.len() > 2) else { return false };
    let doubled = stem.get(..stem.len() - 1).unwrap_or(stem);
    let candidates = [stem.to_owned(), format!("{stem}e"), doubled.to_owned()];
    candidates
        .iter()
        .any(|base| scene.lexicon.verbs.at_start(base).is_some_and(|length| length == base.len()))
        && is_boundary(low, word.len())
}

/// "Hai Phong organizes …" in news of an action programme: a body with a verb in the present.
fn presents(scene: &Scene<'_>, words: &str, low: &str, setting: Setting) -> Option<Verdict> {
    if !(scene.is_news() && setting.handed_down) {
        return None;
    }
    let verb = word_starts(low).skip(1).take(14).find(|at| is_present_verb(scene, words, low, *at))?;
    let subject = words.get(..verb)?;
    let body = names_body(scene, low.get(..verb)?) || starts_with_name(scene, subject);
    let clean = !subject.contains([':', '(', '“']) && !scene.lexicon.past.occur_in(low.get(..verb)?);
    (body && clean).then(|| Verdict::Obliges {
        start: 0,
        lead: Some(split(scene, subject)),
        confidence: 0.8,
        rule: "en.present",
    })
}

fn is_present_verb(scene: &Scene<'_>, words: &str, low: &str, at: usize) -> bool {
    let word = first_word(low.get(at..).unwrap_or_default());
    let small = words.get(at..).is_some_and(|w| w.starts_with(char::is_lowercase));
    let base = |text: &str| scene.lexicon.verbs.at_start(text).is_some_and(|length| length == text.len());
    let third = word.strip_suffix("es").is_some_and(base) || word.strip_suffix('s').is_some_and(base);
    let plural = base(word) && low.get(..at).is_some_and(|before| before.trim_end().ends_with(['s', 'y']));
    small && (third || plural)
}

#[cfg(test)]
mod tests {
    use crate::{Language, read_text};

    /// The words and leads of the tasks of an invented order.
    fn tasks(body: &str) -> Vec<(String, String)> {
        let text = format!("EXECUTIVE ORDER NO. 7\nMarch 3, 2031\n\nIt is hereby ordered:\n\n{body}");
        let tasks = read_text(&text, Some(Language::En)).tasks;
        let words = |quote: &str| quote.split_whitespace().collect::<Vec<_>>().join(" ");
        tasks.iter().map(|task| (words(&task.span.quote), task.lead.join("; "))).collect()
    }

    #[test]
    fn what_an_order_settles_is_no_task() {
        let body = "Section 1. The membership of the Council shall include one pilot.\n\nSection 2. Five members of the Council \
            shall constitute a quorum.\n\nSection 3. The Council shall be headed by a Dean.\n\nSection 4. The Council shall \
            have authority over piers.\n\nSection 5. Pilots shall serve without pay.\n";
        assert_eq!(tasks(body), []);
    }
}
