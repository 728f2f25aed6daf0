//! With whom: the bodies behind "phối hợp với", "in coordination with", "en coordination avec".

use super::super::parties;
use super::super::scene::Scene;
use super::super::signs::Sign;
use crate::Language;
use crate::bytes;
use crate::words::{Phrases, first_word, lower, word_starts};
use std::ops::Range;

/// The bodies that a clause names as helping, in the order of the text.
pub(super) fn find(scene: &Scene<'_>, range: Range<usize>) -> Vec<String> {
    let (text, low) = (scene.words(range.clone()), scene.low(range.clone()));
    let mut out = if scene.shows(&range, Sign::With) { behind_with(scene, text, low) } else { Vec::new() };
    if out.is_empty() {
        out = match scene.language() {
            Language::Vi => beside_bare_verb(scene, text, low),
            Language::Fr => behind_bare_with(scene, text, low),
            Language::En => out,
        };
    }
    out.dedup();
    out.retain(|body| scene.language() != Language::En || is_somebody(scene, body));
    out
}

/// "in consultation with best practices", "with one another", "with promoting …": no body helps there.
fn is_somebody(scene: &Scene<'_>, body: &str) -> bool {
    const NOBODY: [&str; 8] = [
        "one another",
        "each other",
        "best practices",
        "the best practices",
        "you",
        "us",
        "them",
        "the requirements",
    ];
    let low = lower(body);
    let acts = scene.lexicon.verbs.at_start(&low).is_some() || first_word(&low).ends_with("ing");
    !acts && !NOBODY.iter().any(|nobody| low.starts_with(nobody))
}

/// The bodies behind each "phối hợp với", "in coordination with".
fn behind_with(scene: &Scene<'_>, text: &str, low: &str) -> Vec<String> {
    let lexicon = scene.lexicon;
    let mut out = Vec::new();
    let mut from = 0;
    while let Some((at, length)) = low.get(from..).and_then(|rest| lexicon.with.find(rest)) {
        let start = from + at + length;
        from = start;
        let Some((rest, rest_low)) = text.get(start..).zip(low.get(start..)) else { break };
        let blanks = rest.len() - rest.trim_start().len();
        let (rest, rest_low) = (rest.trim_start(), rest_low.get(blanks..).unwrap_or_default());
        if let Some(length) = list_length(scene, rest, rest_low) {
            out.extend(parties::split(rest.get(..length).unwrap_or_default(), scene.language(), lexicon));
            from = start + blanks + length;
        }
    }
    out
}

/// "phối hợp các sở, ngành", without "với": only bodies that are known follow directly.
fn beside_bare_verb(scene: &Scene<'_>, text: &str, low: &str) -> Vec<String> {
    const VERB: &str = "phối hợp ";
    let lexicon = scene.lexicon;
    let ends: [&Phrases; 4] = [&lexicon.verbs, &lexicon.adverbs, &lexicon.duties, &lexicon.helper_ends];
    let bodies = bytes::places(low, VERB).filter_map(|at| {
        let (rest, rest_low) = (text.get(at + VERB.len()..)?, low.get(at + VERB.len()..)?);
        // "phối hợp thanh tra, kiểm tra" is an act.
        let named = rest.starts_with(char::is_uppercase) || rest.starts_with("các ");
        let length = parties::list_length(rest, rest_low, lexicon, &ends).filter(|_| named)?;
        Some(parties::split(rest.get(..length)?, scene.language(), lexicon))
    });
    bodies.flatten().collect()
}

/// "réviser, avec les passeurs du fleuve, le registre": a bare "avec" right behind the act, before its object.
fn behind_bare_with(scene: &Scene<'_>, text: &str, low: &str) -> Vec<String> {
    const WITH: &str = "avec ";
    const ARTICLES: [&str; 7] = ["les ", "le ", "la ", "l’", "l'", "tous les ", "toutes les "];
    let lexicon = scene.lexicon;
    let bodies = bytes::places(low, WITH).filter_map(|at| {
        let before = low.get(..at)?.strip_suffix(' ')?;
        let verb = before.trim_end_matches(',').rsplit([' ', '’', '\'']).next()?;
        // Between commas it is an aside too: "d’engager, sans délai, avec les associations, l’évaluation".
        let aside = before.ends_with(',') && low.get(at..)?.contains(", ");
        let acts = aside || lexicon.verbs.at_start(verb) == Some(verb.len());
        let (rest, rest_low) = (text.get(at + WITH.len()..)?, low.get(at + WITH.len()..)?);
        let named = ARTICLES.iter().any(|article| rest_low.starts_with(article))
            && opens_body(rest, rest_low, 0, &lexicon.bodies);
        let named = named || rest_low.starts_with("l’ensemble des ") || is_short_name(rest);
        let length = list_length(scene, rest, rest_low).filter(|_| acts && named)?;
        Some(parties::split(rest.get(..length)?, scene.language(), lexicon))
    });
    bodies.flatten().collect()
}

/// "avec le CNOSS": a short name in capitals behind an article.
fn is_short_name(rest: &str) -> bool {
    let name =
        ["le ", "la ", "l’", "l'"].iter().find_map(|article| rest.strip_prefix(article)).map(first_word);
    name.is_some_and(|name| name.chars().count() > 2 && name.chars().all(char::is_uppercase))
}

fn list_length(scene: &Scene<'_>, rest: &str, low: &str) -> Option<usize> {
    let lexicon = scene.lexicon;
    let ends: [&Phrases; 4] = [&lexicon.verbs, &lexicon.adverbs, &lexicon.duties, &lexicon.helper_ends];
    match scene.language() {
        Language::Vi => parties::list_length(rest, low, lexicon, &ends).or_else(|| {
            let acts = lexicon.verbs.at_start(low).is_some() || lexicon.adverbs.at_start(low).is_some();
            names(rest, low, &ends, None).filter(|_| !acts)
        }),
        Language::En | Language::Fr => {
            names(rest, low, &[&lexicon.helper_ends, &lexicon.duties], Some(&lexicon.bodies))
        }
    }
}

/// Whether one of the next words is the head of a body, or a name in capitals comes first.
fn opens_body(rest: &str, low: &str, at: usize, bodies: &Phrases) -> bool {
    let behind = rest.get(at..).unwrap_or_default();
    let behind = behind.strip_prefix("the ").unwrap_or(behind);
    let at = rest.len() - behind.len();
    let near = word_starts(behind).take(4);
    let part = behind.split([',', ';', '.']).next().unwrap_or_default().len();
    let known = near
        .filter(|word| *word < part)
        .any(|word| low.get(at + word..).is_some_and(|low| bodies.at_start(low).is_some()));
    known || behind.starts_with(char::is_uppercase)
}

/// The length of a list whose first word is no known head: it ends at a mark or a word that starts something, and
/// behind a comma where no body follows.
pub(super) fn names(rest: &str, low: &str, ends: &[&Phrases], bodies: Option<&Phrases>) -> Option<usize> {
    let mut end = 0;
    for at in word_starts(rest) {
        // "l’Industrie" is one word.
        if at < end {
            continue;
        }
        let gap = rest.get(end..at)?;
        let word = first_word(rest.get(at..)?);
        let small = word.starts_with(char::is_lowercase);
        let whole = rest.get(..end).is_some_and(|before| before.ends_with("ensemble"));
        // "le Ministre en charge des Bacs" is a name.
        let office = low.get(at..).is_some_and(|rest| rest.starts_with("en charge "));
        let stops = at > 0
            && small
            && !whole
            && !office
            && ends.iter().any(|phrases| low.get(at..).is_some_and(|l| phrases.at_start(l).is_some()));
        // ", la totalité du plan": the sentence goes on with what the helpers help to do.
        let goes_on = gap.contains(',') && bodies.is_some_and(|bodies| !opens_body(rest, low, at, bodies));
        if stops || goes_on || gap.contains([';', '.', ':', '(', '“']) {
            break;
        }
        end = at + word.len();
    }
    let words = rest.get(..end)?.trim_end_matches([',', ' ']);
    let (length, count) = (words.len(), words.split_whitespace().count());
    (count > 0 && count < 40).then_some(length)
}
