//! Rules for English: "X shall …", "the Government requires X to …", "to review …", and orders
//! that start with their verb.

mod subject;
#[cfg(test)]
mod tests;
mod verbs;

use super::super::parties;
use super::super::scene::Scene;
use super::super::signs::Sign;
use super::super::zone::Zone;
use super::{Setting, Verdict, behind_opening};
use crate::bytes;
use crate::words::{first_word, has_letters, lower, word_starts};
use std::ops::Range;
pub(super) use subject::points_back;
use subject::{Subject, agent, is_inside_clause, is_passive, start_behind_opening, starts_with_name};
pub(super) use verbs::starts_with_base as acts;
use verbs::{is_infinitive, starts_with_base, starts_with_ing, starts_with_verb};

/// The bodies that a heading hands down: "The Ministry of Finance shall:", "Federal agencies will:".
pub(super) fn heading(scene: &Scene<'_>, words: &str) -> Option<Vec<String>> {
    let low = lower(words);
    if low.starts_with("to ") || starts_with_base(scene, &low) {
        return None;
    }
    if let Some(named) = relative(scene, words, &low) {
        return Some(named);
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

/// "CISA Actions", "Harbour Board Actions": the body that a heading gives what stands below it.
pub(super) fn actions_of(scene: &Scene<'_>, words: &str) -> Option<String> {
    let name =
        words.trim().strip_suffix(" Actions").or_else(|| words.trim().strip_suffix(" Responsibilities"))?;
    let short = name.len() > 2 && name.bytes().all(|byte| byte.is_ascii_uppercase());
    let body = || !name.contains(' ') || ends_with_body(scene, &lower(name));
    (short || (name.contains(' ') && body())).then(|| name.to_owned())
}

/// Whether an opening paragraph leaves its verb to the items below: "The Office shall:", "Agencies are required to:",
/// "… shall perform the following functions:".
pub(super) fn governs(low: &str) -> bool {
    const ACTS: [&str; 6] = ["functions", "actions", "duties", "tasks", "steps", "activities"];
    let low = low.trim_end_matches([':', ' ']);
    let last = low.rsplit(' ').next().unwrap_or_default();
    if low.ends_with("limited to") {
        return false;
    }
    matches!(last, "shall" | "will" | "must" | "should" | "to")
        || (ACTS.contains(&last) && low.contains(" following "))
}

pub(super) fn judge(scene: &Scene<'_>, range: Range<usize>, setting: Setting) -> Verdict {
    let (text, low) = (scene.words(range.clone()), scene.low(range.clone()));
    let start = mark_length(low);
    let start = start + behind_opening(scene, low.get(start..).unwrap_or_default());
    let (words, low) = (text.get(start..).unwrap_or_default(), low.get(start..).unwrap_or_default());
    let asks = words.trim_end().ends_with('?');
    if asks
        || !has_letters(words, 8)
        || scene.lexicon.idle.at_start(low).is_some()
        || issues_annex(scene, low)
    {
        return Verdict::Tells;
    }
    let (orders, owes) = (scene.shows(&range, Sign::Order), scene.shows(&range, Sign::Duty));
    // "To strive for the target that services will grow": a purpose before a comma is no act.
    let acts = low.strip_prefix("to ").is_some_and(|act| is_infinitive(scene, act)) && !low.contains(", ");
    let found = orders
        .then(|| ordered(scene, words, low, setting))
        .flatten()
        .or_else(|| acts.then(|| starts_with_verb(scene, low, setting)).flatten())
        .or_else(|| owes.then(|| has_duty(scene, words, low, setting)).flatten())
        .or_else(|| starts_with_verb(scene, low, setting))
        .or_else(|| pleads(scene, low))
        .or_else(|| intends(scene, words, low, setting))
        .or_else(|| presents(scene, words, low, setting));
    Verdict::or_told(found, setting).moved(start)
}

/// Whether an act only issues what stands behind the instrument: "To approve the plan enclosed with this Decision".
fn issues_annex(scene: &Scene<'_>, low: &str) -> bool {
    let grammar = &scene.lexicon.grammar;
    grammar.issuing.at_start(low).is_some() && grammar.enclosed.occur_in(low)
}

/// The bytes of a mark inside a paragraph, "(ii) ", and of marks of emphasis and quotation.
fn mark_length(low: &str) -> usize {
    const LONGEST: usize = 6;
    let bare = low.trim_start_matches(['_', '“', '"', '>', ' ']);
    let near = bare.get(..bare.floor_char_boundary(LONGEST)).unwrap_or_default();
    let closed = near.starts_with(['(', '{']).then(|| near.find([')', '}'])).flatten();
    let bracket = closed.filter(|close| bare.get(close + 1..).is_some_and(|rest| rest.starts_with(' ')));
    low.len() - bare.len() + bracket.map_or(0, |close| close + 2)
}

/// The bodies of a subject. The list ends where a side clause starts; what is a sentence is no body.
fn split(scene: &Scene<'_>, subject: &str) -> Vec<String> {
    let subject = subject.get(start_behind_opening(scene, subject)..).unwrap_or(subject);
    let subject = ["While ", "Although ", "Though "]
        .iter()
        .find_map(|word| subject.strip_prefix(word))
        .unwrap_or(subject);
    let (low, grammar) = (lower(subject), &scene.lexicon.grammar);
    let side = |at: &usize| {
        low.get(at + ", ".len()..).is_some_and(|rest| grammar.side_clauses.at_start(rest).is_some())
    };
    let commas = low.match_indices(", ").map(|(at, _)| at);
    let end = commas.filter(side).chain(bytes::find(&low, " and will ")).min().unwrap_or(subject.len());
    let bodies = subject.get(..end).unwrap_or(subject);
    let mut bodies = parties::split(bodies, scene.language(), scene.lexicon);
    bodies.retain(|body| !is_sentence(scene, &lower(body)));
    let known = |body: &String| names_body(scene, &lower(body));
    if bodies.iter().any(known) {
        bodies.retain(|body| known(body) || body.contains(char::is_uppercase));
    }
    bodies
}

/// Whether a verb of its own shows that a text is no name: "Cloud services are new". A clause behind "that" only
/// says which body.
fn is_sentence(scene: &Scene<'_>, low: &str) -> bool {
    let clauses = [" that ", " which ", " who ", " whose "];
    let end = clauses.iter().filter_map(|clause| bytes::find(low, clause)).min().unwrap_or(low.len());
    low.get(..end).is_some_and(|name| scene.lexicon.grammar.sentences.occur_in(name))
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
    // "1. Urges Member States to …": the organ that resolves stands above.
    let resolves = before.is_empty() && setting.item && setting.first;
    let pronoun = scene.lexicon.grammar.pronouns.at_start(before) == Some(before.trim_end().len());
    let acronym = words.get(..at).is_some_and(|name| {
        let name = name.trim();
        (2..=8).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_uppercase())
    });
    let by_body = resolves
        || acronym
        || (pronoun && !before.is_empty())
        || names_body(scene, before)
        || before.contains("directive")
        || before.contains("resolution")
        || before.contains("order");
    let early = before.split_whitespace().count() < 45;
    // "The Ministry shall study …, directing the press to …": the duty governs.
    let governed = scene.lexicon.duties.find(before).is_some();
    // "Moving to new services requires …": an act is no body.
    if !by_body
        || !early
        || governed
        || starts_with_ing(scene, before)
        || before.ends_with("as ")
        || before.ends_with("to be ")
        || before.contains(" was ")
    {
        return None;
    }
    if told(scene, before, low.get(at..at + length)?) {
        return Some(Verdict::Tells);
    }
    let rest = low.get(at + length..)?;
    if let Some(lead) = required(scene, words.get(at + length..)?, rest) {
        return Some(Verdict::Obliges { start: 0, lead: Some(lead), confidence: 0.88, rule: "en.order" });
    }
    let to = [" to ", " should ", " with developing ", " with "]
        .iter()
        .filter_map(|to| Some((bytes::find(rest, to)?, *to)))
        .min()?;
    let object = words.get(at + length..at + length + to.0)?;
    let object = object.trim_start_matches([' ', ',']).trim_start_matches("that ");
    // "tasks the Office, in consultation with the Board, with …": the Board helps.
    let object = object.split(", in ").next().unwrap_or(object);
    let low_object = lower(object);
    // "budget requests for the office, the head shall": a noun, and no order.
    let noun = low_object.starts_with("for ") || scene.lexicon.duties.occur_in(&low_object);
    if noun || !names_body(scene, &low_object) || object.split_whitespace().count() > 45 {
        let rest = rest.trim_start();
        let focus = rest.starts_with("the focus") || rest.starts_with("focus");
        return (focus && !noun).then_some(Verdict::Obliges {
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

/// "In 2031, the board required …": an instrument of long ago ordered that, and this one tells of it.
fn told(scene: &Scene<'_>, before: &str, order: &str) -> bool {
    let reports = scene.is_news() || matches!(scene.kind.as_str(), "notice" | "report");
    let year = |when: &str| {
        before.split(when).nth(1).is_some_and(|year| year.starts_with("19") || year.starts_with("20"))
    };
    let dated = before.starts_with("in ")
        && [
            "in ",
            "january ",
            "february ",
            "march ",
            "april ",
            "may ",
            "june ",
            "july ",
            "august ",
            "september ",
            "october ",
            "november ",
            "december ",
        ]
        .iter()
        .any(|when| year(when));
    !reports && order.ends_with("ed") && dated
}

/// The bodies behind an order that goes on with "that": "requires that agencies at once apply …".
fn required(scene: &Scene<'_>, rest: &str, low: &str) -> Option<Vec<String>> {
    const THAT: &str = " that ";
    let (names, low) = (rest.get(THAT.len()..)?, low.strip_prefix(THAT)?);
    let lexicon = scene.lexicon;
    let ends = [&lexicon.verbs, &lexicon.adverbs, &lexicon.duties, &lexicon.helper_ends];
    let length = parties::list_length(names, low, lexicon, &ends)?;
    let acts = low.get(length..)?.trim_start_matches([',', ' ']);
    let acts = starts_with_base(scene, acts);
    acts.then(|| parties::split(names.get(..length).unwrap_or_default(), scene.language(), lexicon))
}

/// "X shall …", "X must …", "the report should …".
fn has_duty(scene: &Scene<'_>, words: &str, low: &str, setting: Setting) -> Option<Verdict> {
    let (at, length, plain_will) = duty(scene, low)?;
    let before = low.get(..at)?;
    let count = before.split_whitespace().count();
    if count == 0 || count > 60 || is_inside_clause(before) {
        return None;
    }
    let word = low.get(at..at + length)?;
    let act = behind_aside(low.get(at + length..)?.trim_start());
    // "The office will no longer require reports": nobody has to do anything; "Agencies must" alone is a heading.
    if act.starts_with("no longer ") || (act.trim_matches([':', '.']).is_empty() && !setting.opener) {
        return Some(Verdict::Tells);
    }
    // "The state should have issued rules": it did not.
    if word == "should" && is_perfect(scene, act) {
        return None;
    }
    // "Small piers may not be known": that is so, and nobody must act.
    if word == "may not" && scene.lexicon.grammar.states.at_start(act).is_some() {
        return Some(Verdict::Tells);
    }
    let settles = scene.lexicon.settles.at_start(act).is_some() || is_settled(scene, before);
    let opens = setting.opener && hands_list(scene, act);
    if settles && !opens {
        // What is settled behind a semicolon is no part of the task before it.
        return (!setting.sentence && !starts_with_base(scene, low)).then_some(Verdict::Tells);
    }
    let subject = Subject::of(scene, words.get(..at)?, before)?;
    // "CISA acknowledges that scoring should": said of what is so.
    let tells = &scene.lexicon.grammar.tells;
    if tells.find(subject.low).is_some_and(|(tells_at, _)| tells_at > 0)
        || rules_out(scene, subject.low, low.get(at..)?)
    {
        return None;
    }
    let tail = low.get(at + length..)?.trim_matches([':', ' ']);
    let leaves_list = setting.opener && tail.is_empty();
    let behind = at + length..words.len();
    let agent = is_passive(scene, act).then(|| agent(scene, words, low, behind).unwrap_or_default());
    let done_by = agent.as_ref().is_some_and(|bodies| !bodies.is_empty());
    let acts = subject.body || subject.pronoun || leaves_list || done_by;
    let is_to = matches!(word, "is to" | "are to" | "is expected to" | "are expected to");
    if (plain_will && (!acts || setting.zone == Zone::Answers || foretells(act)))
        || (is_to && !subject.body && !subject.low.contains("task"))
    {
        return None;
    }
    let lead = subject.lead(scene, agent);
    // "Parishes will:": whoever stands before it has to do what stands below.
    let whoever = leaves_list && count <= 12 && subject.may_act(scene);
    let lead = lead.or_else(|| whoever.then(|| split(scene, subject.words)));
    let lead = lead.or_else(|| leaves_list.then(|| subject.pointed_at(scene)).flatten());
    if opens || (setting.opener && tail.split_whitespace().count() < 8) {
        let lead = relative(scene, words, low).or(lead);
        return Some(Verdict::Opens { lead: lead.unwrap_or_default() });
    }
    let confidence = match (plain_will, subject.body) {
        (true, _) => 0.85,
        (false, true) => 0.9,
        (false, false) => 0.8,
    };
    Some(Verdict::Obliges { start: 0, lead, confidence, rule: "en.duty" })
}

/// "Pilots will need clear charts", "You will not always have a pier": what will be so, which nobody has to do.
fn foretells(act: &str) -> bool {
    let needs = act.starts_with("need ") && !act.starts_with("need to ");
    needs
        || ["not always ", "always be ", "likely ", "not have ", "no doubt "]
            .iter()
            .any(|word| act.starts_with(word))
}

/// "The government plans to take the following actions:", "The city intends to do so by:": whose the list below is.
fn intends(scene: &Scene<'_>, words: &str, low: &str, setting: Setting) -> Option<Verdict> {
    const INTENTIONS: [&str; 6] =
        [" plans to ", " plan to ", " intends to ", " intend to ", " proposes to ", " undertakes to "];
    if !setting.opener {
        return None;
    }
    let at = INTENTIONS.iter().filter_map(|intention| low.find(intention)).min()?;
    let sentence =
        [". ", ".” ", ".\" "].iter().filter_map(|end| Some(low.get(..at)?.rfind(end)? + end.len())).max();
    let subject = words.get(sentence.unwrap_or(0)..at)?;
    let act = low.get(at..)?.trim_end_matches([':', ' ']);
    let announces = act.contains(" the following ") || act.contains(" as follows") || act.ends_with(" by");
    let subject = subject.get(start_behind_opening(scene, subject)..)?;
    (announces && names_body(scene, &lower(subject))).then(|| Verdict::Opens { lead: split(scene, subject) })
}

/// "… shall designate a Harbour Officer, who shall:": who has to do what stands below.
fn relative(scene: &Scene<'_>, words: &str, low: &str) -> Option<Vec<String>> {
    let low = low.trim_end_matches([':', ' ']);
    let before = [", who shall", ", who will", ", which shall", ", which will"]
        .iter()
        .find_map(|relative| low.strip_suffix(relative))?;
    let start = [" a ", " an ", " the "]
        .iter()
        .filter_map(|article| before.rfind(article).map(|at| at + article.len()))
        .max()?;
    let name = words.get(start..before.len())?;
    (name.starts_with(char::is_uppercase) && name.split_whitespace().count() < 14)
        .then(|| parties::split(name, scene.language(), scene.lexicon))
}

/// "To name a pilot, please submit the form": the reader is asked to act.
fn pleads(scene: &Scene<'_>, low: &str) -> Option<Verdict> {
    const PLEASE: &str = "please ";
    let at = bytes::find(low, PLEASE)
        .filter(|at| low.get(..*at).is_some_and(|before| before.is_empty() || before.ends_with(", ")))?;
    let acts = starts_with_base(scene, low.get(at + PLEASE.len()..)?);
    acts.then_some(Verdict::Obliges { start: 0, lead: None, confidence: 0.75, rule: "en.verb" })
}

/// An act without what stands between commas before it: "shall, once a month, be trained".
fn behind_aside(act: &str) -> &str {
    let aside = act.strip_prefix(", ").and_then(|rest| rest.split_once(", "));
    aside.map_or(act, |(_, behind)| behind)
}

/// "have issued": what should have been.
fn is_perfect(scene: &Scene<'_>, act: &str) -> bool {
    act.strip_prefix("have ").is_some_and(|done| is_passive(scene, &format!("be {done}")))
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
fn is_settled(scene: &Scene<'_>, subject: &str) -> bool {
    let subject = subject.trim_start_matches("the ").trim_start_matches("a ");
    let behind = scene.lexicon.grammar.settled.at_start(subject).and_then(|head| subject.get(head..));
    behind.is_some_and(|behind| behind.trim().is_empty() || behind.starts_with(" of "))
}

/// Whether a sentence only rules out what is not so, and has nobody act: "No person shall …", "The Mayor shall not
/// appoint a judge unless …".
fn rules_out(scene: &Scene<'_>, subject: &str, duty: &str) -> bool {
    let not = duty.find(" not ").is_some_and(|not| not < "shall not".len());
    let unless = not && duty.contains(" unless ");
    unless || scene.lexicon.grammar.nobody.at_start(subject).is_some()
}

/// "Hai Phong organizes …" in news of an action programme: a body with a verb in the present.
fn presents(scene: &Scene<'_>, words: &str, low: &str, setting: Setting) -> Option<Verdict> {
    if !(scene.is_news() && setting.handed_down) {
        return None;
    }
    let verb = word_starts(low).skip(1).take(14).find(|at| is_present_verb(scene, words, low, *at))?;
    let subject = words.get(..verb)?;
    let body = names_body(scene, low.get(..verb)?) || starts_with_name(subject);
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
