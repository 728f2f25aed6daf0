//! Rules for French: "a demandé au Ministre de …", "X doit …", "il a souligné la nécessité de …",
//! and orders that start with their infinitive.

use super::super::parties;
use super::super::scene::Scene;
use super::super::signs::Sign;
use super::super::zone::Zone;
use super::{Setting, Verdict};
use crate::words::{has_letters, lower, word_starts};
use std::ops::Range;

/// The bodies that a heading hands down: "Le ministère des Finances est chargé de :".
pub(super) fn heading(scene: &Scene<'_>, words: &str) -> Option<Vec<String>> {
    let low = lower(words);
    let Some((at, length)) = scene.lexicon.duties.find(&low) else {
        let few = words.split_whitespace().count() < 22 && words.starts_with(char::is_uppercase);
        let name = few
            && !crate::structure::is_capitals(words)
            && names_body(scene, &low)
            && !is_infinitive(scene, &low);
        return name.then(|| split(scene, words));
    };
    let short = low.get(at + length..)?.split_whitespace().count() < 8;
    (short && names_body(scene, low.get(..at)?)).then(|| split(scene, words.get(..at).unwrap_or_default()))
}

pub(super) fn judge(scene: &Scene<'_>, range: Range<usize>, setting: Setting) -> Verdict {
    let (text, low) = (scene.words(range.clone()), scene.low(range.clone()));
    let skipped = skip_opening(scene, low);
    let (words, low) = (text.get(skipped..).unwrap_or_default(), low.get(skipped..).unwrap_or_default());
    let idle = scene.lexicon.idle.at_start(low).is_some();
    if !has_letters(words, 8) || idle {
        return Verdict::Tells;
    }
    let orders = scene.shows(&range, Sign::Order);
    let found = orders
        .then(|| ordered(scene, words, low, setting))
        .flatten()
        .or_else(|| has_duty(scene, words, low, setting))
        .or_else(|| starts_with_verb(scene, low, setting))
        .or_else(|| presents(scene, words, low, setting));
    match found {
        // The words that open a clause belong to it where it is whole.
        Some(Verdict::Obliges { start: 0, lead, confidence, rule }) => {
            Verdict::Obliges { start: 0, lead, confidence, rule }
        }
        Some(Verdict::Obliges { start, lead, confidence, rule }) => {
            Verdict::Obliges { start: skipped + start, lead, confidence, rule }
        }
        Some(verdict) => verdict,
        None if setting.after_task && !setting.sentence => Verdict::Continues,
        None => Verdict::Tells,
    }
}

/// Skips "Dès lors,", "En particulier," and the like.
fn skip_opening(scene: &Scene<'_>, low: &str) -> usize {
    let mut at = 0;
    while let Some(length) = low.get(at..).and_then(|rest| scene.lexicon.connectives.at_start(rest)) {
        let behind = low.get(at + length..).unwrap_or_default();
        let blank = behind.len() - behind.trim_start_matches([',', ':', ' ']).len();
        if blank == 0 {
            break;
        }
        at += length + blank;
    }
    at
}

fn split(scene: &Scene<'_>, list: &str) -> Vec<String> {
    let list = list.trim();
    let plural = plural_ministers(list);
    let names = parties::split(plural.as_deref().unwrap_or(list), scene.language(), scene.lexicon);
    names.into_iter().filter(|name| name.chars().count() > 2).collect()
}

/// `les Ministres chargés de l’Agriculture et de l’Industrie` are two ministers.
fn plural_ministers(list: &str) -> Option<String> {
    let at = list.find("inistres chargés de ")?;
    let before = list.get(..at - 1)?;
    let fields = list.get(at + "inistres chargés de ".len()..)?;
    let fields: Vec<String> =
        fields.split(" et de ").map(|field| format!("Ministre chargé de {}", field.trim())).collect();
    let before = before.trim_end().trim_end_matches("les").trim_end();
    Some(format!("{before} {}", fields.join(" et ")).trim_start_matches("et ").trim().to_owned())
}

fn names_body(scene: &Scene<'_>, low: &str) -> bool {
    scene.lexicon.bodies.occur_in(low)
}

/// "a demandé au Gouvernement de …", "a invité le Ministre à …", "a souligné la nécessité de …".
fn ordered(scene: &Scene<'_>, words: &str, low: &str, setting: Setting) -> Option<Verdict> {
    let (at, length) = scene.lexicon.orders.find(low)?;
    let behind = behind_aside(low.get(at + length..)?);
    let skipped = low.len() - behind.len();
    if is_told(low.get(..at)?, behind) {
        return None;
    }
    if let Some(noun) = NEEDS.iter().find(|n| behind.starts_with(**n)) {
        return Some(Verdict::Obliges {
            start: start_of_order(low, at),
            lead: in_need(scene, words.get(skipped + noun.len()..)?),
            confidence: 0.75,
            rule: "fr.need",
        });
    }
    if wants_act(scene, low.get(at..at + length)?, behind) {
        return Some(Verdict::Obliges {
            start: start_of_order(low, at),
            lead: Some(Vec::new()),
            confidence: 0.75,
            rule: "fr.order",
        });
    }
    let end = end_of_addressee(scene, behind)?;
    let object = words.get(skipped..skipped + end)?;
    let lead = if names_body(scene, &lower(object)) { addressees(scene, object) } else { Vec::new() };
    let act = behind.get(end..)?;
    let hands_list = (act.contains("tâches et solutions") || act.contains("tâches suivantes"))
        && act.split_whitespace().count() < 22;
    if (setting.opener || hands_list) && !lead.is_empty() {
        return Some(Verdict::Opens { lead });
    }
    if lead.is_empty() {
        return None;
    }
    Some(Verdict::Obliges {
        start: start_of_order(low, at),
        lead: Some(lead),
        confidence: 0.88,
        rule: "fr.order",
    })
}

/// "l’impératif pour le Gouvernement de …": the body that the need is for.
fn in_need(scene: &Scene<'_>, behind: &str) -> Option<Vec<String>> {
    let object = behind.trim_start().strip_prefix("pour ")?;
    let end = end_of_addressee(scene, &lower(object))?;
    let object = object.get(..end).filter(|object| names_body(scene, &lower(object)))?;
    Some(addressees(scene, object))
}

/// The bodies of an addressee, without what says with whom, how or when.
fn addressees(scene: &Scene<'_>, object: &str) -> Vec<String> {
    const ASIDES: [&str; 17] = [
        ", sur ",
        ", en ",
        ", chacun",
        ", sous ",
        ", dans ",
        ", avec ",
        ", dès ",
        ", au regard",
        ", avant ",
        ", après ",
        ", compte ",
        ", lors ",
        ", pour ",
        ", au-delà",
        ", par ",
        ", d’ici",
        ", d'ici",
    ];
    let low = lower(object);
    let aside = ASIDES.iter().filter_map(|aside| low.find(aside)).min();
    let helpers = scene.lexicon.with.find(&low).map(|(at, _)| at);
    let end = aside.into_iter().chain(helpers).min().unwrap_or(object.len());
    split(scene, object.get(..end).unwrap_or(object).trim_end_matches([',', ' ']))
}

/// What must be, as an order names it.
const NEEDS: [&str; 9] = [
    "la nécessité",
    "l’obligation",
    "l'obligation",
    "l’importance",
    "l'importance",
    "l’urgence",
    "l'urgence",
    "l’impératif",
    "l'impératif",
];

/// What stands behind an order, without an aside between commas ("a souligné, dans ce cadre, l’impératif …")
/// and the little word that leads on ("insisté sur la nécessité").
fn behind_aside(rest: &str) -> &str {
    const LONGEST_ASIDE: usize = 60;
    let aside = rest.strip_prefix(", ").and_then(|aside| Some((aside.find(", ")?, aside)));
    let rest = match aside {
        Some((end, aside)) if end < LONGEST_ASIDE => aside.get(end + 2..).unwrap_or_default(),
        _ => rest.trim_start_matches([' ', ',']),
    };
    let need = rest.strip_prefix("sur ").filter(|rest| NEEDS.iter().any(|need| rest.starts_with(need)));
    need.unwrap_or(rest)
}

/// "a sollicité la révision du cadre", "a appelé à la révision du code", "a demandé de veiller à …": an order
/// that names what is to be done, not who does it.
fn wants_act(scene: &Scene<'_>, order: &str, behind: &str) -> bool {
    const ORDERS: [&str; 10] = [
        "sollicit",
        "préconis",
        "demand",
        "ordonn",
        "prescri",
        "recommand",
        "exig",
        "appel",
        "requ",
        "invit",
    ];
    const ENDS: [&str; 7] = ["tion", "sion", "ment", "age", "mise", "tenue", "prise"];
    const ACTS: [&str; 9] =
        ["audit", "bilan", "contrôle", "examen", "inventaire", "report", "suivi", "étude", "revue"];
    if !ORDERS.iter().any(|word| order.contains(word)) {
        return false;
    }
    let acts = ["de ", "d’", "d'"].iter().find_map(|of| behind.strip_prefix(of));
    let object = behind.strip_prefix("à ").unwrap_or(behind);
    let article = ["la ", "le ", "l’", "l'", "une ", "un "].iter().find_map(|a| object.strip_prefix(a));
    let noun = article.map(crate::words::first_word).unwrap_or_default();
    let names = ENDS.iter().any(|end| noun.ends_with(end)) && !matches!(noun, "gouvernement" | "parlement");
    names || ACTS.contains(&noun) || acts.is_some_and(|act| is_infinitive(scene, act))
}

/// Praise, reports and reminders of what is so.
fn is_told(before: &str, behind: &str) -> bool {
    before.ends_with("s’est ")
        || behind.starts_with("que ")
        || behind.starts_with("au gouvernement son attachement")
        || behind.starts_with("la disponibilité")
}

/// An order given by the way starts at its own word: "…, en exhortant les Ministres à …".
fn start_of_order(low: &str, at: usize) -> usize {
    if low.get(at..).is_some_and(|rest| rest.starts_with("en exhortant")) { at } else { 0 }
}

/// Where the addressee ends: at "de", "d’", "à" before an infinitive, or at "la nécessité".
fn end_of_addressee(scene: &Scene<'_>, behind: &str) -> Option<usize> {
    let limit = behind.floor_char_boundary(320);
    let window = behind.get(..limit)?;
    word_starts(window).find(|at| {
        let rest = window.get(*at..).unwrap_or_default();
        let act = [
            "de ",
            "d’",
            "d'",
            "à ",
            "l’importance",
            "l'importance",
            "la nécessité",
            "l’urgence",
            "l'urgence",
            "l’impératif",
            "l’obligation",
            "afin ",
        ]
        .iter()
        .find_map(|lead| rest.strip_prefix(lead).map(|act| (lead, act)));
        act.is_some_and(|(lead, act)| lead.len() > 5 || is_infinitive(scene, act))
    })
}

/// Whether an infinitive starts here, maybe behind pronouns and adverbs.
fn is_infinitive(scene: &Scene<'_>, low: &str) -> bool {
    let low = ["s’", "s'", "se ", "y ", "en ", "ne pas ", "les ", "lui "]
        .iter()
        .find_map(|p| low.strip_prefix(p))
        .unwrap_or(low);
    let low = scene
        .lexicon
        .adverbs
        .at_start(low)
        .map_or(low, |length| low.get(length..).unwrap_or_default().trim_start());
    let word = crate::words::first_word(low);
    scene.lexicon.verbs.at_start(low).is_some()
        || (word.len() > 4
            && (word.ends_with("er") || word.ends_with("ir") || word.ends_with("oir"))
            && !matches!(
                word,
                "avenir"
                    | "loisir"
                    | "pouvoir"
                    | "devoir"
                    | "premier"
                    | "dernier"
                    | "chantier"
                    | "quartier"
                    | "financier"
                    | "budgétaire"
                    | "métier"
            ))
}

fn has_duty(scene: &Scene<'_>, words: &str, low: &str, setting: Setting) -> Option<Verdict> {
    let (at, length) = scene.lexicon.duties.find(low)?;
    let before = low.get(..at)?;
    let count = before.split_whitespace().count();
    let impersonal = low.get(at..)?.starts_with("il ");
    let side =
        before.trim_end().ends_with("qui") || before.trim_end().ends_with("que") || before.contains("dont ");
    if count > 45 || side || (count == 0 && !impersonal) {
        return None;
    }
    let subject = words.get(..at)?;
    let body = names_body(scene, before);
    let firm = impersonal
        || !matches!(
            low.get(at..at + length),
            Some("assure" | "assurent" | "veille à" | "veillent à" | "coordonnent" | "se coordonne")
        );
    if !body && (!firm || scene.is_news() || setting.zone == Zone::Opening) {
        return None;
    }
    let lead = body.then(|| {
        split(
            scene,
            subject.rsplit(", ").next().filter(|_| lower(subject).starts_with("dans ")).unwrap_or(subject),
        )
    });
    let tail = low.get(at + length..)?.trim_matches([':', ' ']);
    if setting.opener && tail.split_whitespace().count() < 8 {
        return Some(Verdict::Opens { lead: lead.unwrap_or_default() });
    }
    Some(Verdict::Obliges { start: 0, lead, confidence: if body { 0.85 } else { 0.6 }, rule: "fr.duty" })
}

fn starts_with_verb(scene: &Scene<'_>, low: &str, setting: Setting) -> Option<Verdict> {
    let start = scene.lexicon.connectives.at_start(low).map_or(0, |length| length);
    let act = low.get(start..)?.trim_start_matches([',', ' ']);
    let listed = setting.item
        || setting.after_task
        || setting.handed_down
        || scene.is_news()
        || setting.zone == Zone::Tasks;
    let behind = act.find(", ").filter(|_| {
        ["chaque ", "avant ", "d’ici", "d'ici", "à partir ", "dans "].iter().any(|o| act.starts_with(o))
    });
    let acts = is_infinitive(scene, act)
        || behind.and_then(|comma| act.get(comma + 2..)).is_some_and(|act| is_infinitive(scene, act));
    if !(acts && listed) {
        return None;
    }
    if setting.opener && low.split_whitespace().count() < 30 {
        return Some(Verdict::Opens { lead: Vec::new() });
    }
    Some(Verdict::Obliges {
        start: 0,
        lead: None,
        confidence: if setting.item { 0.88 } else { 0.82 },
        rule: "fr.verb",
    })
}

/// "Les ministères … se coordonnent avec …" in news of an action programme.
fn presents(scene: &Scene<'_>, words: &str, low: &str, setting: Setting) -> Option<Verdict> {
    if !(scene.is_news() && setting.handed_down) {
        return None;
    }
    let verb = word_starts(low)
        .skip(1)
        .take(16)
        .find(|at| low.get(*at..).is_some_and(|rest| is_present(scene, rest)))?;
    let body = names_body(scene, low.get(..verb)?);
    body.then(|| Verdict::Obliges {
        start: 0,
        lead: Some(split(scene, words.get(..verb).unwrap_or_default())),
        confidence: 0.75,
        rule: "fr.present",
    })
}

fn is_present(scene: &Scene<'_>, rest: &str) -> bool {
    let word = crate::words::first_word(rest);
    let stem = word.strip_suffix("ent").or_else(|| word.strip_suffix('e'));
    stem.is_some_and(|stem| {
        let infinitive = format!("{stem}er");
        scene.lexicon.verbs.at_start(&infinitive).is_some_and(|length| length == infinitive.len())
    })
}
