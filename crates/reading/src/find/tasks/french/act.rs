//! Clauses that start with their verb: "Publier le registre;", "Assurez-vous que …", "Création d’un guichet".

use super::super::super::zone::Zone;
use super::super::{Setting, Verdict};
use super::Scene;
use super::{names_body, split, verbs};
use crate::bytes;
use crate::words::{first_word, word_starts};

/// An item or sentence that starts with an infinitive, an imperative or, in a list of measures, a noun of an act.
pub(super) fn judge(scene: &Scene<'_>, words: &str, low: &str, setting: Setting) -> Option<Verdict> {
    let start = scene.lexicon.connectives.at_start(low).unwrap_or_default();
    let act = low.get(start..)?.trim_start_matches([',', ' ']);
    if setting.possible {
        return None;
    }
    if let Some(lead) = for_whom(scene, words, low).filter(|_| setting.item && setting.first) {
        return Some(Verdict::Obliges { start: 0, lead: Some(lead), confidence: 0.7, rule: "fr.noun" });
    }
    let (confidence, rule) = if starts_with_infinitive(scene, act, setting) {
        (if setting.item { 0.88 } else { 0.82 }, "fr.verb")
    } else if setting.sentence && !scene.is_news() && orders_reader(scene, act) {
        (0.75, "fr.imperative")
    } else if setting.item && setting.first && setting.zone == Zone::Tasks && names_act(scene, act) {
        (0.7, "fr.noun")
    } else if setting.item && setting.first && setting.in_list && is_ordered_noun(act) {
        (0.75, "fr.noun")
    } else {
        return None;
    };
    if setting.opener && low.split_whitespace().count() < 30 {
        return Some(Verdict::Opens { lead: Vec::new() });
    }
    Some(Verdict::Obliges { start: 0, lead: None, confidence, rule })
}

fn starts_with_infinitive(scene: &Scene<'_>, act: &str, setting: Setting) -> bool {
    const FEWEST_WORDS: usize = 9;
    let listed = setting.item
        || setting.after_task
        || setting.handed_down
        || scene.is_news()
        || setting.zone == Zone::Tasks;
    // "Axe 2. Ouvrir les données": a headline is no sentence.
    let headline = !setting.item
        && act.split_whitespace().count() < FEWEST_WORDS
        && !act.trim_end().ends_with(['.', ';', ',', ':']);
    // "Il s’agira : - de poursuivre …", "Il convient de suivre …; de publier …".
    let may_follow_of = setting.item && setting.in_list || setting.after_task && !setting.sentence;
    listed
        && !(headline && setting.zone == Zone::Tasks)
        && (verbs::is_infinitive(scene, act)
            || may_follow_of && behind_of(act).is_some_and(|act| verbs::is_infinitive(scene, act))
            || behind_time(act).is_some_and(|act| verbs::is_infinitive(scene, act)))
}

/// "de poursuivre …;" in a list that "Il s’agira :" opens.
fn behind_of(act: &str) -> Option<&str> {
    ["de ", "d’", "d'"].iter().find_map(|of| act.strip_prefix(of))
}

/// What stands behind a time or a condition: "Avant d’entrer en production, élaborer …".
fn behind_time(act: &str) -> Option<&str> {
    const OPENS: [&str; 12] = [
        "chaque ",
        "avant ",
        "d’ici",
        "d'ici",
        "à partir ",
        "dans ",
        "sur demande",
        "sous réserve",
        "au besoin",
        "après ",
        "pendant ",
        "lors ",
    ];
    OPENS.iter().any(|open| act.starts_with(open)).then_some(())?;
    act.split_once(", ").map(|(_, act)| act)
}

/// "Utilisez …", "Au besoin, consultez …", "Merci de transmettre …", "Si vous publiez un code, ajoutez …".
fn orders_reader(scene: &Scene<'_>, act: &str) -> bool {
    let thanks = ["merci de ", "prière de ", "ne "].iter().find_map(|lead| act.strip_prefix(lead));
    let conditional = ["si ", "lorsque ", "lorsqu", "quand ", "pour ", "avant ", "après ", "dans "]
        .iter()
        .any(|c| act.starts_with(c));
    let behind = bytes::find(act, ", ").filter(|_| conditional).and_then(|comma| act.get(comma + 2..));
    verbs::is_imperative(scene, act)
        || thanks.is_some_and(|act| {
            verbs::is_imperative(scene, act) || verbs::is_infinitive(scene, act) && !act.starts_with("ne ")
        })
        || behind.is_some_and(|act| verbs::is_imperative(scene, act))
}

/// "Mise en place d’un guichet", "Encourage les contributions": in a list of measures only.
fn names_act(scene: &Scene<'_>, act: &str) -> bool {
    let behind = |word: &str| act.get(word.len()..).unwrap_or_default().to_owned();
    let word = first_word(act);
    let of = [" de ", " du ", " des ", " d’", " d'", " de la ", " de l", " en "]
        .iter()
        .any(|of| behind(word).starts_with(of));
    let object = [" le ", " la ", " les ", " l’", " l'", " un ", " une ", " et "]
        .iter()
        .any(|o| behind(word).starts_with(o));
    (verbs::is_act_noun(act) && of) || (verbs::is_present(scene, act) && object)
}

/// "Pour les pilotes : tenue d’un journal", "Pour les communes, publier …": the bodies of an item, where an act follows.
fn for_whom(scene: &Scene<'_>, words: &str, low: &str) -> Option<Vec<String>> {
    const LONGEST: usize = 80;
    let whom = ["pour les ", "pour la ", "pour le ", "pour l’", "pour l'"]
        .iter()
        .find(|whom| low.starts_with(**whom))?;
    let end =
        [" : ", ", ", ": "].iter().filter_map(|end| low.find(end)).min().filter(|end| *end < LONGEST)?;
    let body = low.get(whom.len()..end).filter(|body| scene.lexicon.bodies.at_start(body).is_some())?;
    let act = low.get(end..)?.trim_start_matches([',', ':', ' ']);
    let acts = verbs::is_infinitive(scene, act) || names_act(scene, act);
    acts.then(|| split(scene, words.get(whom.len()..whom.len() + body.len()).unwrap_or_default()))
}

/// "la mise en œuvre du plan", "le renforcement des capacités": what bodies were ordered to see to in a list.
fn is_ordered_noun(act: &str) -> bool {
    let noun = ["la ", "le ", "l’", "l'", "les "].iter().find_map(|article| act.strip_prefix(article));
    noun.is_some_and(verbs::is_act_noun)
}

/// Whether an item that governs others is a task itself: it starts with an infinitive and says more than that a list
/// follows.
pub(in crate::find::tasks) fn is_task_of_its_own(scene: &Scene<'_>, low: &str) -> bool {
    const FEWEST_WORDS: usize = 8;
    low.split_whitespace().count() >= FEWEST_WORDS
        && !low.trim_end().ends_with(':')
        && verbs::is_infinitive(scene, low)
}

/// "Les ministères … se coordonnent avec …" in news of an action programme.
pub(super) fn presents(scene: &Scene<'_>, words: &str, low: &str, setting: Setting) -> Option<Verdict> {
    if !(scene.is_news() && setting.handed_down) {
        return None;
    }
    let verb = word_starts(low)
        .skip(1)
        .take(16)
        .find(|at| low.get(*at..).is_some_and(|rest| verbs::is_present(scene, rest)))?;
    let body = names_body(scene, low.get(..verb)?);
    body.then(|| Verdict::Obliges {
        start: 0,
        lead: Some(split(scene, words.get(..verb).unwrap_or_default())),
        confidence: 0.75,
        rule: "fr.present",
    })
}
