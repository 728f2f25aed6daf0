//! Requests that one body puts to another: "kiến nghị Chính phủ …", "requested the General
//! Secretary to …".

use super::parties;
use super::scene::Scene;
use super::zone::{Zone, zones};
use crate::Language;
use crate::dates::Due;
use crate::reading::Proposal;
use crate::structure::{Block, clauses};
use crate::words::{Phrases, lower, word_starts};
use std::ops::Range;
use std::sync::LazyLock;

/// A request in the flow.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    pub(super) range: Range<usize>,
    from: Option<String>,
    to: Option<String>,
    due: Option<Due>,
    confidence: f64,
}

impl Asked {
    pub(super) fn publish(self, scene: &Scene<'_>) -> Proposal {
        Proposal {
            span: super::span(scene, self.range, self.confidence, "request"),
            from: self.from,
            to: self.to,
            deadline_relative: self.due.as_ref().is_some_and(|due| due.relative),
            deadline_words: self.due.as_ref().map(|due| due.words.clone()),
            deadline: self.due.and_then(|due| due.code),
        }
    }
}

/// All requests in the order of the text.
pub(super) fn find(scene: &Scene<'_>) -> Vec<Asked> {
    let zones = zones(scene);
    let mut out = Vec::new();
    for (at, block) in scene.blocks() {
        let zone = zones.get(at).copied().unwrap_or(Zone::Neutral);
        if zone != Zone::Idle || scene.is_news() {
            in_block(scene, block, zone, &mut out);
        }
    }
    out
}

/// A request goes on through the clauses of its sentence, and of its block as long as each
/// starts with a request or a verb.
fn in_block(scene: &Scene<'_>, block: &Block, zone: Zone, out: &mut Vec<Asked>) {
    let words = scene.words(block.range.clone());
    let mut open: Option<(Option<String>, Option<String>)> = None;
    for clause in clauses(words) {
        let range = block.range.start + clause.range.start..block.range.start + clause.range.end;
        if clause.starts_sentence {
            open = None;
        }
        match request(scene, range.clone(), zone) {
            Some(found) => open = Some(found),
            None if open.is_none() => continue,
            None => {}
        }
        let Some((from, to)) = open.clone() else { continue };
        let due = scene.due(range.clone());
        out.push(Asked { range, from, to, due, confidence: 0.75 });
    }
}

/// Who asks whom in a clause.
fn request(scene: &Scene<'_>, range: Range<usize>, zone: Zone) -> Option<(Option<String>, Option<String>)> {
    match scene.language() {
        Language::Vi => vietnamese(scene, range, zone),
        Language::En => english(scene, range),
        Language::Fr => french(scene, range, zone),
    }
}

/// Words that ask under a heading that asks.
static ASKS: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(["đề nghị", "đề xuất"]));

/// "Kiến nghị Chính phủ …"; "Đề nghị Bộ …" under a heading that asks.
fn vietnamese(
    scene: &Scene<'_>,
    range: Range<usize>,
    zone: Zone,
) -> Option<(Option<String>, Option<String>)> {
    let (words, low) = (scene.words(range.clone()), scene.low(range));
    let lexicon = scene.lexicon;
    let (at, length) = match lexicon.requests.find(low) {
        Some(found) => found,
        None if zone == Zone::Requests => ASKS.find(low)?,
        None => return None,
    };
    let before = low.get(..at)?.trim_end();
    let noun = [
        "các",
        "những",
        "và",
        "khó khăn, vướng mắc,",
        "ý kiến,",
        "đề xuất,",
        "phản ánh,",
        "về",
        "tiếp nhận",
        "giải quyết",
        "tổng hợp",
        "theo",
        "có",
        "báo cáo,",
        "vướng mắc,",
        "tố cáo,",
    ]
    .iter()
    .any(|n| before.ends_with(n));
    if noun || before.split_whitespace().count() > 24 {
        return None;
    }
    let rest = words.get(at + length..)?.trim_start_matches([' ', ',', ':', '-']);
    let rest_low = lower(rest).trim_start_matches("với ").to_owned();
    let rest = rest.get(rest.len() - rest_low.len()..)?;
    let list =
        parties::list_length(rest, &rest_low, lexicon, &[&lexicon.verbs, &lexicon.adverbs, &lexicon.duties])?;
    let from = words
        .get(..at)
        .map(|f| f.trim().trim_end_matches(','))
        .filter(|f| parties::body_at_start(f, &lower(f), lexicon).is_some());
    Some((from.map(str::to_owned), rest.get(..list).map(str::to_owned)))
}

/// "Hai Phong city requested the General Secretary to …": a body below asks one above.
fn english(scene: &Scene<'_>, range: Range<usize>) -> Option<(Option<String>, Option<String>)> {
    let (words, low) = (scene.words(range.clone()), scene.low(range));
    let (at, length) = scene.lexicon.requests.find(low)?;
    let before = words.get(..at)?;
    let subject = before.rsplit(", ").next().unwrap_or(before).trim();
    let rest = words.get(at + length..)?.trim_start();
    let rest_low = lower(rest);
    let to = rest_low.find(" to ")?;
    let addressee = rest.get(..to)?.trim_start_matches("the ").trim_start_matches("that ");
    let subject = subject.trim_end_matches(" also").trim_start_matches("The ").trim_start_matches("the ");
    if !asks_upwards(&lower(subject), &lower(addressee)) {
        return None;
    }
    Some((Some(subject.to_owned()).filter(|s| !s.is_empty()), Some(addressee.to_owned())))
}

/// Whether the one who asks stands below the one who is asked; else it is an order.
fn asks_upwards(from: &str, to: &str) -> bool {
    let low_body = [
        "city",
        "province",
        "district",
        "commune",
        "locality",
        "localities",
        "people's committee",
        "people’s committee",
        "businesses",
        "enterprises",
        "association",
        "representatives",
        "department",
    ];
    let high_body = [
        "government",
        "prime minister",
        "national assembly",
        "general secretary",
        "politburo",
        "central",
        "minist",
        "president",
        "congress",
    ];
    let is = |list: &[&str], text: &str| list.iter().any(|word| text.contains(word));
    let given_by_high = is(&high_body, from)
        || from.contains("directive")
        || from.contains("resolution")
        || from.contains("chairman");
    is(&low_body, from) && !given_by_high && is(&high_body, to)
}

fn french(scene: &Scene<'_>, range: Range<usize>, zone: Zone) -> Option<(Option<String>, Option<String>)> {
    if zone != Zone::Requests {
        return None;
    }
    let (words, low) = (scene.words(range.clone()), scene.low(range));
    let (at, length) = scene.lexicon.requests.find(low)?;
    let from = words.get(..at)?.trim();
    let rest_start = at + length;
    let end = word_starts(low.get(rest_start..)?).find(|w| {
        low.get(rest_start + w..)
            .is_some_and(|r| r.starts_with("de ") || r.starts_with("d’") || r.starts_with("à "))
    })?;
    let to = words.get(rest_start..rest_start + end)?.trim();
    let to = bare(to, &["au ", "aux ", "à la ", "à l’", "à l'", "le ", "la ", "les "]);
    let from = bare(from, &["Le ", "La ", "Les ", "L’", "L'"]);
    Some((Some(from.to_owned()).filter(|f| !f.is_empty()), Some(to.to_owned()).filter(|t| !t.is_empty())))
}

fn bare<'a>(name: &'a str, articles: &[&str]) -> &'a str {
    articles.iter().find_map(|article| name.strip_prefix(article)).unwrap_or(name)
}
