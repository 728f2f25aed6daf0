//! The cards of a review: one for each finding, with its forms.

use super::bulk::Doubted;
use super::doubts::{Beside, Doubt};
use super::edit::{self, EditView};
use super::show::Refused;
use crate::completeness;
use crate::components::Link;
use crate::fields::{Fields, new_command};
use crate::history::{commitment_href, shortened};
use crate::marks::Mark;
use crate::pages::bodies::{Bodies, Body};
use crate::words::Words;
use haidang_app::Likely;
use haidang_domain::instrument::{Content, FindingState, Verdict};
use haidang_domain::{Commitment, FindingId};
use haidang_reading::shown_words;

/// Most characters of the words of a commitment that a finding may repeat.
const REPEAT_CHARACTERS: usize = 160;

/// One finding with its forms.
#[allow(clippy::struct_excessive_bools, reason = "each answers a question of its template")]
pub(super) struct Card {
    pub(super) id: String,
    pub(super) category: String,
    pub(super) category_code: &'static str,
    pub(super) place: String,
    pub(super) mark: Mark,
    pub(super) verdict: &'static str,
    /// What the card shows besides its verdict that may change without it.
    pub(super) state: String,
    pub(super) pending: bool,
    pub(super) undo: bool,
    pub(super) merge: bool,
    pub(super) quote: String,
    pub(super) confidence: String,
    pub(super) rule: String,
    pub(super) questions: Vec<Question>,
    pub(super) doubts: Vec<String>,
    /// The field of the form where the first doubt is settled; `words` where there is none.
    pub(super) first_field: &'static str,
    pub(super) facts: Vec<Fact>,
    pub(super) repeats: Vec<Repeat>,
    pub(super) commitment: Option<Link>,
    pub(super) current: bool,
    pub(super) error: Option<String>,
    pub(super) editing: bool,
    pub(super) splitting: bool,
    pub(super) edit: EditView,
    pub(super) split_text: String,
    pub(super) fingerprint: String,
    pub(super) commands: [String; 4],
}

/// One of the six questions and whether the finding answers it.
pub(super) struct Question {
    pub(super) name: String,
    pub(super) filled: bool,
    pub(super) words: String,
}

pub(super) struct Fact {
    /// The field of the finding; empty for words that belong to another one.
    pub(super) field: String,
    pub(super) name: String,
    pub(super) text: String,
    pub(super) bodies: Vec<Body>,
}

/// A commitment on record that a finding may repeat.
pub(super) struct Repeat {
    /// What the button sends.
    pub(super) value: String,
    pub(super) href: String,
    pub(super) words: String,
    pub(super) likeness: String,
}

/// What a card needs to know besides its finding.
pub(super) struct Scene<'a> {
    /// The words of the visitor's language.
    pub(super) words: Words,
    /// What was asked of the page.
    pub(super) asked: &'a Fields,
    /// How names of bodies are understood.
    pub(super) bodies: Bodies<'a>,
    /// What is known beside the findings.
    pub(super) beside: &'a Beside,
    /// The form that was refused.
    pub(super) refused: Option<&'a Refused<'a>>,
}

/// The cards that the address asks for. `findings` are in the order of the page, `in_text` in that of
/// the text.
pub(super) fn cards(scene: &Scene<'_>, findings: &[Doubted<'_>], in_text: &[&FindingState]) -> Vec<Card> {
    let asked = scene.asked;
    let wanted = |(state, doubts): &&Doubted<'_>| {
        asked.some("category").is_none_or(|code| code == category(state))
            && asked.some("verdict").is_none_or(|code| code == state.verdict.code())
            && (!asked.ticked("doubtful") || !doubts.is_empty())
    };
    let current: Option<FindingId> = asked.parse("finding");
    let total = scene.words.size(in_text.len());
    let card = |(state, doubts): &Doubted<'_>| {
        let id = state.finding.id;
        let mut card = card(scene, state, doubts);
        let place = in_text.iter().position(|other| other.finding.id == id).unwrap_or_default();
        let place = scene.words.size(place + 1);
        card.place = scene.words.with("review-place", &[("place", &place), ("total", &total)]);
        card.merge = card.pending && next_of_its_kind(in_text, state).is_some();
        card.current = current == Some(id);
        card
    };
    findings.iter().filter(wanted).map(card).collect()
}

/// The next pending finding of the same category, to merge with.
pub(super) fn next_of_its_kind(findings: &[&FindingState], state: &FindingState) -> Option<FindingId> {
    let after = findings.iter().skip_while(|other| other.finding.id != state.finding.id).skip(1);
    let mut fits =
        after.filter(|other| other.verdict == Verdict::Pending && category(other) == category(state));
    fits.next().map(|other| other.finding.id)
}

fn card(scene: &Scene<'_>, state: &FindingState, doubts: &[Doubt]) -> Card {
    let (words, finding) = (scene.words, &state.finding);
    let id = finding.id.to_string();
    let refused = scene.refused.filter(|refused| refused.typed.get("finding") == id);
    let decision = refused.map_or("", |refused| refused.typed.get("decision"));
    let editing = matches!(decision, "edit" | "edit_accept");
    let typed = refused.filter(|_| editing).map(|refused| refused.typed);
    let whole = shown_words(&finding.quote).split_whitespace().collect::<Vec<_>>().join(" ");
    let split_text =
        refused.filter(|_| decision == "split").map(|refused| refused.typed.get("split_text").to_owned());
    let pending = state.verdict == Verdict::Pending;
    let commitment = match state.verdict {
        Verdict::Accepted(commitment) => commitment,
        _ => None,
    };
    let (facts, repeats) = (facts(scene, state), repeats(scene, state));
    Card {
        id,
        category: words.label("category", category(state)),
        category_code: category(state),
        place: String::new(),
        mark: Mark::verdict(words, state.verdict),
        verdict: state.verdict.code(),
        state: format!("{}{}", shown_state(&facts), repeats.len()),
        pending,
        undo: !pending || !state.made_from.is_empty() || !state.earlier.is_empty(),
        merge: false,
        // Marks of emphasis say nothing here; the text beside shows them as what they are.
        quote: shown_words(&finding.quote),
        confidence: words
            .with("number-percent", &[("number", &format!("{:.0}", finding.confidence * 100.0))]),
        rule: finding.rule.clone(),
        questions: questions(words, state),
        doubts: doubts.iter().filter(|_| pending).map(|one| words.label("doubt", one.code())).collect(),
        first_field: doubts.first().map_or("words", |doubt| doubt.field(&finding.content)),
        facts,
        repeats,
        commitment: commitment
            .map(|made| Link { href: commitment_href(made), name: words.t("review-open-commitment") }),
        current: false,
        error: refused.map(|refused| refused.trouble.words.clone()),
        editing,
        splitting: split_text.is_some(),
        edit: edit::view(words, finding, typed),
        split_text: split_text.unwrap_or(whole),
        fingerprint: edit::fingerprint(finding),
        commands: [(); 4].map(|()| new_command().to_string()),
    }
}

/// A comparison in words.
fn comparator(words: Words, code: &str) -> String {
    match code {
        ">=" => words.t("comparator-at-least"),
        "<=" => words.t("comparator-at-most"),
        "=" => words.t("comparator-equal"),
        "range" => words.t("comparator-range"),
        _ => code.to_owned(),
    }
}

/// What a pending finding may repeat.
fn repeats(scene: &Scene<'_>, state: &FindingState) -> Vec<Repeat> {
    let words = scene.words;
    let repeat = |likely: &Likely| Repeat {
        value: commitment_href(likely.commitment),
        href: commitment_href(likely.commitment),
        words: shortened(&likely.words, REPEAT_CHARACTERS),
        likeness: words.with("number-percent", &[("number", &format!("{:.0}", likely.likeness * 100.0))]),
    };
    scene.beside.repeats.get(&state.finding.id).into_iter().flatten().map(repeat).collect()
}

/// The commitment that a button names by its address.
pub(super) fn commitment(address: &str) -> Option<Commitment> {
    let (noun, id) = address.strip_prefix('/')?.split_once('/')?;
    match noun {
        "tasks" => id.parse().ok().map(Commitment::Task),
        "targets" => id.parse().ok().map(Commitment::Target),
        "projects" => id.parse().ok().map(Commitment::Project),
        "recommendations" => id.parse().ok().map(Commitment::Recommendation),
        _ => None,
    }
}

/// How the bodies of a card are understood: that changes when one is put on record from another card.
fn shown_state(facts: &[Fact]) -> String {
    let bodies = facts.iter().flat_map(|fact| &fact.bodies);
    bodies.map(|body| if body.href.is_empty() { '?' } else { '!' }).collect()
}

fn questions(words: Words, state: &FindingState) -> Vec<Question> {
    if !completeness::applies(&state.finding.content) {
        return Vec::new();
    }
    let answers = completeness::answers(&state.finding);
    let question = |(code, filled): (&str, bool)| Question {
        name: words.label("question", code),
        filled,
        words: words.t(if filled { "question-answered" } else { "question-open" }),
    };
    completeness::QUESTIONS.into_iter().zip(answers).map(question).collect()
}

/// What a finding says, field by field, in words; what it leaves open is left out.
fn facts(scene: &Scene<'_>, state: &FindingState) -> Vec<Fact> {
    let words = scene.words;
    let content = &state.finding.content;
    let fact = |(name, text): &(String, String)| Fact {
        field: name.clone(),
        name: words.field(name),
        text: edit_words(words, state, name, text),
        bodies: scene.bodies.of(words, content, name),
    };
    let fields = edit::as_fields(&state.finding);
    let mut facts: Vec<Fact> =
        fields.0.iter().filter(|(name, text)| name != "words" && !text.is_empty()).map(fact).collect();
    // The words of the time, where they say more than the day that was read.
    if let Content::Task { deadline, deadline_words: Some(printed), deadline_relative, .. }
    | Content::Proposal { deadline, deadline_words: Some(printed), deadline_relative, .. } = content
        && (deadline.is_none() || *deadline_relative)
    {
        let (name, text) = (words.field("deadline_words"), format!("“{printed}”"));
        facts.push(Fact { field: String::new(), name, text, bodies: Vec::new() });
    }
    if let Some(days) = scene.beside.conflicts.get(&state.finding.id) {
        let days: Vec<String> = days.iter().map(|day| words.date(*day)).collect();
        let (name, text) = (words.t("review-other-days"), days.join("; "));
        facts.push(Fact { field: String::new(), name, text, bodies: Vec::new() });
    }
    if let Content::Citation { relation: Some(said), .. } = content {
        let (name, text) = (words.field("relation_words"), format!("“{}”", said.words));
        facts.push(Fact { field: String::new(), name, text, bodies: Vec::new() });
    }
    facts
}

fn edit_words(words: Words, state: &FindingState, name: &str, text: &str) -> String {
    let kinds = if category(state) == "project" { "project-kind" } else { "kind" };
    match name {
        "comparator" => comparator(words, text),
        "kind" => words.label_or_code(kinds, text),
        "status" => words.label_or_code("status", text),
        "relation" => words.label_or_code("relation", text),
        "date" => text.parse().map_or_else(|_| text.to_owned(), |day| words.date(day)),
        "deadline" | "period" => {
            crate::words::read_deadline(text).map_or_else(|| text.to_owned(), |until| words.deadline(until))
        }
        _ => text.replace('\n', "; "),
    }
}

fn category(state: &FindingState) -> &'static str {
    state.finding.content.category().code()
}
