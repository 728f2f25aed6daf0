//! French works: the name stands behind its head, "le pont Mayombe", "l’autoroute Kandia - Mayo", or behind the word
//! for a project, "le projet de Mayo Tech Park".

use super::{Named, head_at};
use crate::find::scene::Scene;
use crate::words::{first_word, is_capital, lower, word_starts};

/// All named works, in the order of the text.
pub(super) fn find(scene: &Scene<'_>) -> Vec<Named> {
    let (text, low) = (scene.document.flow.text(), scene.document.flow.low());
    let mut out = Vec::new();
    let mut end = 0;
    for at in word_starts(low) {
        if at < end {
            continue;
        }
        let found = of_head(scene, text, low, at).or_else(|| of_project(scene, text, low, at));
        if let Some(named) = found {
            end = named.range.end;
            out.push(named);
        }
    }
    out
}

/// A kind of work with a proper name behind it.
fn of_head(scene: &Scene<'_>, text: &str, low: &str, at: usize) -> Option<Named> {
    let (length, kind) = head_at(scene, low, at)?;
    let works = &scene.lexicon.works;
    let before = low.get(low.floor_char_boundary(at.saturating_sub(70))..at)?;
    if works.not_behind.at_end(before.trim_end()).is_some() {
        return None;
    }
    let adjectives = adjectives_length(scene, low.get(at + length..)?);
    let head = at + length + adjectives;
    let name = name_length(scene, text.get(head..)?, low.get(head..)?);
    let words = low.get(at..at + length)?;
    let always = works.always.at_start(words) == Some(words.len());
    // The head may be the whole name: "le Train express régional (TER)".
    let alone = always && text.get(at..).is_some_and(|t| t.starts_with(is_capital)) && kind == "railway";
    let length = match name {
        Some(name) => name,
        None if alone => 0,
        None => return None,
    };
    let place = works.places.at_start(words) == Some(words.len());
    let built = works.building.occur_in(sentence_before(before)) || before.trim_end().ends_with("projet de");
    let joins = text.get(head..head + length).is_some_and(|name| name.contains('-') || name.contains('–'));
    (built || !place || joins && kind == "road").then(|| Named {
        range: at..head + length,
        kind: kind.to_owned(),
        confidence: if built { 0.8 } else { 0.7 },
    })
}

/// What stands in the same sentence before a head.
fn sentence_before(before: &str) -> &str {
    before.rsplit(['.', ';', '\n']).next().unwrap_or(before)
}

/// "autonome", "à péage", "solaire" between a head and its name.
fn adjectives_length(scene: &Scene<'_>, low: &str) -> usize {
    let mut at = 0;
    while let Some(rest) = low.get(at..).and_then(|low| low.strip_prefix(' ')) {
        let Some(length) = scene.lexicon.works.tails.at_start(rest) else { break };
        at += 1 + length;
    }
    at
}

/// "le projet de Mayo Tech Park", "le projet Simba": a name in capitals of its own.
fn of_project(scene: &Scene<'_>, text: &str, low: &str, at: usize) -> Option<Named> {
    const WORD: &str = "projet";
    let rest = low.get(at..)?;
    if !text.get(at..)?.starts_with(WORD) || first_word(rest) != WORD {
        return None;
    }
    let (behind, behind_low) = (text.get(at + WORD.len()..)?, rest.get(WORD.len()..)?);
    let of =
        [" de l’", " de la ", " du ", " de ", " d’", " "].iter().find(|of| behind_low.starts_with(**of))?;
    let (name, name_low) = (behind.get(of.len()..)?, behind_low.get(of.len()..)?);
    if !name.starts_with(is_capital)
        || scene.lexicon.kinds.at_start(name_low).is_some()
        || head_at(scene, name_low, 0).is_some()
    {
        return None;
    }
    // Behind "de" one capital word is a place or a common noun; two are a name.
    let length = capitals_length(scene, name, name_low);
    let words = name.get(..length)?.split_whitespace().filter(|word| word.starts_with(is_capital)).count();
    let proper = words > 1 || (*of == " " && words == 1);
    let start = at + WORD.len() + of.len();
    (proper && length > 3).then(|| Named {
        range: start..start + length,
        kind: kind_of_name(scene, &lower(name.get(..length).unwrap_or_default())).to_owned(),
        confidence: 0.65,
    })
}

/// The kind that the words of a name say.
fn kind_of_name(scene: &Scene<'_>, low: &str) -> &'static str {
    const DIGITAL: [&str; 7] = ["connect", "numérique", "digital", "smart", "tech", "data", "e-"];
    let head = word_starts(low).find_map(|at| head_at(scene, low, at));
    let digital = DIGITAL.iter().any(|word| low.contains(word));
    head.map_or(if digital { "digital" } else { "other" }, |(_, kind)| kind)
}

/// The bytes of a name behind a head, its preposition included: " de Kandia", " Kandia - Mayo".
fn name_length(scene: &Scene<'_>, text: &str, low: &str) -> Option<usize> {
    const OF: [&str; 10] =
        [" de la ", " de l’", " de l'", " du ", " des ", " de ", " d’", " d'", " entre ", " "];
    let of = OF.iter().find(|of| low.starts_with(**of))?;
    let (name, name_low) = (text.get(of.len()..)?, low.get(of.len()..)?);
    let length = capitals_length(scene, name, name_low);
    (length > 1).then_some(of.len() + length)
}

/// The bytes of the words in capitals at the start, small words and dashes between them included.
fn capitals_length(scene: &Scene<'_>, text: &str, low: &str) -> usize {
    let works = &scene.lexicon.works;
    let mut end = 0;
    let mut reached = 0;
    for at in word_starts(text) {
        if at < reached {
            continue;
        }
        let word = first_word(text.get(at..).unwrap_or_default());
        let gap = text.get(reached..at).unwrap_or_default();
        let joined = gap.is_empty()
            || gap == " "
            || matches!(gap, "’" | "'" | " - " | " – " | "-" | "–" | "—" | " — ");
        let rest = low.get(at..).unwrap_or_default();
        if !joined || (at == 0 && works.not_names.at_start(rest).is_some()) {
            break;
        }
        let capital = word
            .trim_start_matches("l’")
            .trim_start_matches("d’")
            .trim_start_matches("l'")
            .trim_start_matches("d'")
            .starts_with(is_capital);
        let figure = end > 0 && word.len() < 3 && word.bytes().all(|byte| byte.is_ascii_digit());
        reached = at + word.len();
        if capital || figure {
            end = reached;
        } else if works.inside.at_start(rest).is_none() {
            break;
        }
    }
    end
}
