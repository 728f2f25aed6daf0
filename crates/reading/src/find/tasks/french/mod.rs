//! Rules for French: "a demandé au Ministre de …" (`order`), "X doit …", "Y présentera …" (`duty`), and orders that
//! start with their verb (`act`).

mod act;
mod duty;
mod order;
#[cfg(test)]
mod tests;
mod verbs;

use super::super::parties;
use super::super::scene::Scene;
use super::super::signs::Sign;
use super::{Setting, Verdict, behind_opening};
use crate::words::{first_word, has_letters, lower};
use std::ops::Range;

pub(super) use act::is_task_of_its_own;

/// The bodies that a heading hands down: "Le ministère des Finances est chargé de :".
pub(super) fn heading(scene: &Scene<'_>, words: &str) -> Option<Vec<String>> {
    let low = lower(words);
    let Some((at, length)) = scene.lexicon.duties.find(&low) else {
        let few = words.split_whitespace().count() < 22 && words.starts_with(char::is_uppercase);
        let name = few
            && !crate::structure::is_capitals(words)
            && parties::body_at_start(words, &low, scene.lexicon).is_some()
            && !verbs::is_infinitive(scene, &low);
        return name.then(|| split(scene, words));
    };
    let short = low.get(at + length..)?.split_whitespace().count() < 8;
    (short && names_body(scene, low.get(..at)?)).then(|| split(scene, words.get(..at).unwrap_or_default()))
}

/// Whether a clause speaks of the body of the sentence before: "2 Il fait contrôler le bac."; "il convient de" means
/// nobody.
pub(super) fn points_back(scene: &Scene<'_>, low: &str) -> bool {
    let low = low.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let pronoun = matches!(first_word(low), "il" | "elle" | "ils" | "elles");
    pronoun && scene.lexicon.duties.at_start(low).is_none()
}

pub(super) fn judge(scene: &Scene<'_>, range: Range<usize>, setting: Setting) -> Verdict {
    let number = behind_number(scene.words(range.clone()));
    judge_words(scene, range.start + number..range.end, setting).moved(number)
}

fn judge_words(scene: &Scene<'_>, range: Range<usize>, setting: Setting) -> Verdict {
    let (text, low) = (scene.words(range.clone()), scene.low(range.clone()));
    let skipped = behind_opening(scene, low);
    let (words, low) = (text.get(skipped..).unwrap_or_default(), low.get(skipped..).unwrap_or_default());
    let idle = scene.lexicon.idle.at_start(low).is_some();
    if !has_letters(words, 8) || idle {
        return Verdict::Tells;
    }
    let ordered = scene.shows(&range, Sign::Order).then(|| order::judge(scene, words, low, setting));
    let found = ordered
        .flatten()
        .or_else(|| act::judge(scene, words, low, setting))
        .or_else(|| duty::judge(scene, words, low, setting))
        .or_else(|| duty::promises(scene, words, low, setting))
        .or_else(|| act::presents(scene, words, low, setting))
        .or_else(|| duty::rules(scene, words, low, setting))
        .or_else(|| order::needs(scene, low));
    match Verdict::or_told(found, setting) {
        // The words that open a clause belong to it where it is whole.
        whole @ Verdict::Obliges { start: 0, .. } => whole,
        part => part.moved(skipped),
    }
}

/// The bytes of the bare number of a paragraph, as Swiss acts print it: "2 Il fait contrôler le bac."
fn behind_number(text: &str) -> usize {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let capital = || text.get(digits..)?.strip_prefix(' ')?.chars().next().filter(|c| c.is_uppercase());
    if (1..=2).contains(&digits) && capital().is_some() { digits + 1 } else { 0 }
}

/// The bodies of a list, each in full: "les Ministres chargés de l’Agriculture et de l’Industrie" are two, and
/// "notamment" parts as a comma does.
fn split(scene: &Scene<'_>, list: &str) -> Vec<String> {
    // "le ministère, en lien avec les régions": who helps is none of them.
    let helpers = scene.lexicon.with.find(&lower(list)).map(|(at, _)| at).filter(|at| *at > 0);
    let list = helpers.and_then(|at| list.get(..at)).unwrap_or(list).trim_end_matches([',', ' ']);
    let list = list
        .trim()
        .replace(" et notamment ", ", ")
        .replace(", notamment ", ", ")
        .replace(" notamment ", ", ");
    let plural = plural_ministers(&list);
    let names = parties::split(plural.as_deref().unwrap_or(&list), scene.language(), scene.lexicon);
    names.into_iter().filter(|name| name.chars().count() > 2).collect()
}

/// "Ministres en charge de l’Eau, de la Pêche et des Ports, et au Secrétaire …": one for each field.
fn plural_ministers(list: &str) -> Option<String> {
    const FIELDS: [&str; 7] = ["de l’", "de l'", "de la ", "des ", "du ", "d’", "de "];
    let (charge, at) = ["chargés ", "en charge "]
        .iter()
        .find_map(|charge| Some((*charge, list.find(&format!("inistres {charge}"))?)))?;
    let before = list.get(..at - 1)?.trim_end().trim_end_matches("aux").trim_end_matches("les").trim_end();
    let single = charge.replace("chargés", "chargé");
    let mut open = true;
    let parts = list.get(at + "inistres ".len() + charge.len()..)?.split(", ");
    let parts = parts.flat_map(|part| part.split(" et "));
    let parts = parts.map(|part| part.trim().trim_start_matches("et ").trim_end_matches(','));
    let parts: Vec<String> = parts
        .map(|part| {
            open = open && FIELDS.iter().any(|field| part.starts_with(field));
            if open { format!("Ministre {single}{part}") } else { part.to_owned() }
        })
        .collect();
    Some(format!("{before} {}", parts.join(" et ")).trim_start_matches("et ").trim().to_owned())
}

/// Whether one of the words is the head of a body, or a short name in capitals as bodies have.
fn names_body(scene: &Scene<'_>, low: &str) -> bool {
    scene.lexicon.bodies.occur_in(low)
}

/// "EDSC", "la DINUM": a short name in capitals is a body where it is the subject of a duty.
fn is_acronym(subject: &str) -> bool {
    let bare = subject.trim();
    let bare = ["la ", "le ", "La ", "Le ", "L’", "L'", "l’", "l'"]
        .iter()
        .find_map(|a| bare.strip_prefix(a))
        .unwrap_or(bare);
    let name = bare.split(" (").next().unwrap_or(bare);
    let long = (3..=12).contains(&name.chars().count());
    long && name.chars().all(|c| c.is_uppercase() || matches!(c, '-' | '.' | '&'))
}
