//! Subjects of English sentences: where they start, and whether they are bodies that act.

use crate::bytes;
use crate::find::parties;
use crate::find::scene::Scene;
use crate::find::tasks::helpers;
use crate::language::Lexicon;
use crate::words::lower;
use std::ops::Range;

/// The subject of a duty.
pub(super) struct Subject<'a> {
    /// Its words, without what opens the sentence.
    pub(super) words: &'a str,
    /// The same in lower case.
    pub(super) low: &'a str,
    /// What opens the sentence before it.
    opening: &'a str,
    /// Whether it is a body or a name.
    pub(super) body: bool,
    pub(super) pronoun: bool,
    /// "This memorandum", "these offices": it points back and names nobody.
    points_back: bool,
}

impl<'a> Subject<'a> {
    /// The subject of a sentence, of which these words stand before the duty.
    pub(super) fn of(scene: &Scene<'_>, words: &'a str, low: &'a str) -> Option<Self> {
        let start = subject_start(scene, words);
        let (opening, words, low) = (words.get(..start)?, words.get(start..)?, low.get(start..)?);
        // "Regularly reviewing the plan will help": an act is no body.
        let act = scene
            .lexicon
            .adverbs
            .at_start(low)
            .and_then(|length| low.get(length..))
            .map_or(low, str::trim_start);
        let points_back = ["this ", "these ", "those ", "that "].iter().any(|back| low.starts_with(back));
        let body = !points_back
            && !super::starts_with_ing(scene, act)
            && !names_thing(scene, low)
            && (super::names_body(scene, low) || starts_with_name(words));
        let pronoun = matches!(low.trim(), "it" | "we" | "they" | "he" | "she");
        Some(Self { words, low, opening, body, pronoun, points_back })
    }

    /// Who has to act; `agent` is who does what is done to the subject, where that is what the duty says. None where
    /// those above have to.
    pub(super) fn lead(&self, scene: &Scene<'_>, agent: Option<Vec<String>>) -> Option<Vec<String>> {
        let named = self.body && !self.pronoun && self.low.split_whitespace().count() < 40;
        match (named, agent) {
            (true, None) => Some(super::split(scene, self.words)),
            // Who does what is done to a body is not said above it.
            (true, Some(agent)) => Some(agent),
            (false, Some(agent)) => Some(agent).filter(|agent| !agent.is_empty()),
            (false, None) if is_agentive(self.low) && !self.points_back => {
                Some(super::split(scene, self.words))
            }
            (false, None) if self.pronoun => antecedent(scene, self.opening),
            (false, None) => None,
        }
    }

    /// "These Service Managers will:": those that it points at, where they are people by their name.
    pub(super) fn pointed_at(&self, scene: &Scene<'_>) -> Option<Vec<String>> {
        let name = self.low.strip_prefix("these ").or_else(|| self.low.strip_prefix("those "))?.trim_end();
        let words = self.words.get(self.words.len().checked_sub(self.low.len())? + "these ".len()..)?;
        let people = is_agentive(name) || scene.lexicon.bodies.occur_in(name);
        people.then(|| super::split(scene, words))
    }

    /// Whether it may be somebody, known or not: no pronoun, no thing and nothing that was named before.
    pub(super) fn may_act(&self, scene: &Scene<'_>) -> bool {
        !self.pronoun && !self.points_back && !names_thing(scene, self.low)
    }
}

/// Whether a subject in the plural names people by what they do: "wardens", "school leaders", "trainees".
fn is_agentive(subject: &str) -> bool {
    const PEOPLE: [&str; 12] = [
        "ers",
        "ors",
        "ists",
        "ants",
        "ees",
        "officials",
        "staff",
        "personnel",
        "wardens",
        "persons",
        "people",
        "individuals",
    ];
    const THINGS: [&str; 14] = [
        "numbers",
        "members of the order",
        "matters",
        "orders",
        "papers",
        "letters",
        "centers",
        "registers",
        "errors",
        "factors",
        "indicators",
        "servers",
        "computers",
        "routers",
    ];
    let end =
        [" of ", " in ", " who ", " with ", " for ", ","].iter().filter_map(|mark| subject.find(mark)).min();
    let name = subject.get(..end.unwrap_or(subject.len())).unwrap_or(subject).trim();
    let last = name.rsplit(' ').next().unwrap_or_default();
    name.split(' ').count() <= 4
        && !THINGS.contains(&last)
        && PEOPLE.iter().any(|people| last.ends_with(people))
}

/// Where the subject starts behind an opening phrase: "In response to …, Hai Phong must".
pub(super) fn subject_start(scene: &Scene<'_>, subject: &str) -> usize {
    // "The General Secretary suggested that the city should": the city.
    let told = subject.rfind(" that ").filter(|that| *that > 0).map_or(0, |that| that + " that ".len());
    let told = if subject.get(..told).is_some_and(|before| reports(scene, before)) { told } else { 0 };
    told + start_behind_opening(scene, subject.get(told..).unwrap_or(subject))
}

/// Whether somebody says something before "that".
fn reports(scene: &Scene<'_>, before: &str) -> bool {
    let low = lower(before);
    let words =
        ["said", "stated", "noted", "affirmed", "emphasized", "stressed", "believes", "proposed", "says"];
    low.split_whitespace().any(|word| words.contains(&word)) || scene.lexicon.orders.occur_in(&low)
}

pub(super) fn start_behind_opening(scene: &Scene<'_>, subject: &str) -> usize {
    // A label ends with a colon: "Implementing agency: The Ministry … shall".
    let label = subject.rfind(": ").filter(|colon| *colon < 60).map_or(0, |colon| colon + 2);
    let subject = subject.get(label..).unwrap_or_default();
    let low = lower(subject);
    if scene.lexicon.grammar.openings.at_start(&low).is_none() {
        return label;
    }
    let behind = behind_opening(scene, subject, &low);
    // "Once …, then the agency must".
    let then =
        if low.get(behind..).is_some_and(|rest| rest.starts_with("then ")) { "then ".len() } else { 0 };
    label + behind + then
}

/// Where the subject starts behind opening phrases: the part behind the first comma that opens
/// nothing itself, so that a list of bodies stays whole.
fn behind_opening(scene: &Scene<'_>, subject: &str, low: &str) -> usize {
    let mut places = subject.match_indices(", ").map(|(comma, _)| comma + 2);
    let subject_at = |at: &usize| {
        let rest = subject.get(*at..).unwrap_or_default();
        let low = low.get(*at..).unwrap_or_default();
        let named = rest.starts_with("the ")
            || rest.starts_with("each ")
            || rest.starts_with(char::is_uppercase)
            || scene.lexicon.bodies.at_start(low).is_some();
        let opens = scene.lexicon.grammar.openings.at_start(low).is_some();
        named && !opens
    };
    let last = subject.rfind(", ").map_or(0, |comma| comma + 2);
    places.find(subject_at).unwrap_or(last)
}

/// Whether a clause speaks of the body of the sentence before: "It shall …", "To that end, they must …".
pub(in crate::find::tasks) fn points_back(scene: &Scene<'_>, low: &str) -> bool {
    let low = low.get(super::behind_opening(scene, low)..).unwrap_or(low);
    let before = super::duty(scene, low).and_then(|(at, ..)| low.get(..at)).unwrap_or_default();
    let subject = before.get(subject_start(scene, before)..).unwrap_or_default().trim();
    !subject.is_empty() && scene.lexicon.grammar.pronouns.at_start(subject) == Some(subject.len())
}

/// The body that a pronoun behind an opening phrase stands for: "If an agency has no pilot, it shall …".
pub(super) fn antecedent(scene: &Scene<'_>, opening: &str) -> Option<Vec<String>> {
    let low = lower(opening);
    let behind = scene.lexicon.grammar.openings.at_start(&low)?;
    let gap = low.get(behind..)?;
    let article = [" an ", " a ", " "].iter().find(|article| gap.starts_with(**article))?;
    let start = behind + article.len();
    let (name, low_name) = (opening.get(start..)?, low.get(start..)?);
    let length = parties::body_at_start(name, low_name, scene.lexicon)?;
    let mut bodies = parties::split(name.get(..length)?, scene.language(), scene.lexicon);
    bodies.retain(|body| body != "we");
    (!bodies.is_empty()).then_some(bodies)
}

/// The bodies that do what is done to the subject: "shall be appointed by the Mayor", within a few words of the
/// duty that ends at the start of `behind`.
pub(super) fn agent(scene: &Scene<'_>, words: &str, low: &str, behind: Range<usize>) -> Option<Vec<String>> {
    const BY: &str = " by ";
    const REACH: usize = 160;
    let lexicon = scene.lexicon;
    let near = low.get(behind.start..low.floor_char_boundary(behind.end.min(behind.start + REACH)))?;
    // "printed on paper approved by the Office": that is done to the paper.
    let done = near.find(BY).map_or(0, |by| participles(lexicon, near.get(..by).unwrap_or_default()));
    if done > 1 {
        return None;
    }
    near.match_indices(BY).find_map(|(at, _)| {
        let start = behind.start + at + BY.len();
        let start =
            start + if low.get(start..)?.starts_with("and through ") { "and through ".len() } else { 0 };
        let (rest, rest_low) = (words.get(start..)?, low.get(start..)?);
        let grammar = &lexicon.grammar;
        let ends = [&lexicon.helper_ends, &lexicon.duties, &grammar.sentences, &grammar.openings];
        let length = helpers::names(rest, rest_low, &ends, Some(&lexicon.bodies))?;
        let mut bodies = parties::split(rest.get(..length)?, scene.language(), lexicon);
        bodies.retain(|body| lexicon.bodies.occur_in(&lower(body)));
        (!bodies.is_empty()).then_some(bodies)
    })
}

/// How many participles stand in a stretch, but for those that two verbs share: "appointed and trained".
fn participles(lexicon: &Lexicon, low: &str) -> usize {
    let known = |word: &str| lexicon.grammar.participles.at_start(word) == Some(word.len());
    let done = |word: &&str| word.ends_with("ed") || known(word);
    let shared = low.matches(" and ").count() + low.matches(" or ").count();
    low.split_whitespace().map(|word| word.trim_matches(',')).filter(done).count().saturating_sub(shared)
}

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
    let word = word.trim_end_matches(['.', ',', ';', ':']);
    let grammar = &scene.lexicon.grammar;
    let participle = word.ends_with("ed") || grammar.participles.at_start(word) == Some(word.len());
    participle && grammar.acting.at_start(word) != Some(word.len())
}

/// Whether a subject is a thing of bodies, not a body: "agency policies", "Committee communications".
pub(super) fn names_thing(scene: &Scene<'_>, subject: &str) -> bool {
    let marks = [" of ", " for ", " in ", ",", " that ", " which ", " ("];
    let end = marks.iter().filter_map(|mark| bytes::find(subject, mark)).min().unwrap_or(subject.len());
    let last = subject.get(..end).unwrap_or_default().split_whitespace().next_back().unwrap_or_default();
    scene.lexicon.grammar.things.at_start(last) == Some(last.len()) && !last.is_empty()
}

/// Whether a subject is a proper name: each of its first words in capitals.
pub(super) fn starts_with_name(subject: &str) -> bool {
    let words: Vec<&str> =
        subject.split_whitespace().filter(|word| !matches!(*word, "The" | "the")).collect();
    let capitals = words.iter().filter(|word| word.starts_with(char::is_uppercase)).count();
    !words.is_empty()
        && words.len() < 9
        && capitals * 3 >= words.len() * 2
        && !matches!(words.first(), Some(&"It" | &"This" | &"These" | &"There"))
}
