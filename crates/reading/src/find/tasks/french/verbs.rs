//! French verbs by their endings: infinitives, the future, the imperative, the present.

use super::Scene;
use crate::words::first_word;

/// Whether an infinitive starts here, maybe behind pronouns and adverbs.
pub(super) fn is_infinitive(scene: &Scene<'_>, low: &str) -> bool {
    const NOUNS: [&str; 14] = [
        "avenir",
        "loisir",
        "pouvoir",
        "devoir",
        "premier",
        "dernier",
        "chantier",
        "quartier",
        "financier",
        "budgétaire",
        "métier",
        "courrier",
        "dossier",
        "foncier",
    ];
    let low = ["s’", "s'", "se ", "y ", "en ", "ne pas ", "les ", "lui "]
        .iter()
        .find_map(|p| low.strip_prefix(p))
        .unwrap_or(low);
    let low = scene
        .lexicon
        .adverbs
        .at_start(low)
        .map_or(low, |length| low.get(length..).unwrap_or_default().trim_start());
    let word = first_word(low);
    scene.lexicon.verbs.at_start(low).is_some()
        || (word.len() > 4
            && ["er", "ir", "oir"].iter().any(|end| word.ends_with(end))
            && !NOUNS.contains(&word))
}

/// Whether the whole word is an infinitive of the lists.
fn is_known(scene: &Scene<'_>, infinitive: &str) -> bool {
    scene.lexicon.verbs.at_start(infinitive) == Some(infinitive.len())
}

/// "présentera", "mettront": the future of a known verb.
pub(super) fn is_future(scene: &Scene<'_>, word: &str) -> bool {
    let stem =
        word.strip_suffix('a').or_else(|| word.strip_suffix("ont")).or_else(|| word.strip_suffix("ez"));
    let Some(stem) = stem.filter(|stem| stem.ends_with('r') && word.chars().count() > 4) else {
        return false;
    };
    let infinitives = [
        stem.to_owned(),
        format!("{stem}e"),
        stem.replace("iendr", "enir"),
        stem.strip_suffix("err").map_or_else(String::new, |s| format!("{s}oyer")),
        if stem == "fer" { "faire".to_owned() } else { String::new() },
    ];
    infinitives.iter().any(|infinitive| !infinitive.is_empty() && is_known(scene, infinitive))
}

/// "utilisez", "assurez-vous", "veuillez": an order to the one who reads.
pub(super) fn is_imperative(scene: &Scene<'_>, low: &str) -> bool {
    const IRREGULAR: [&str; 8] =
        ["faites", "prenez", "mettez", "tenez", "veuillez", "établissez", "définissez", "suivez"];
    let word = first_word(low);
    let word = word.strip_suffix("-vous").unwrap_or(word);
    IRREGULAR.contains(&word)
        || word.strip_suffix("ez").is_some_and(|stem| {
            word.chars().count() > 5
                && (is_known(scene, &format!("{stem}er")) || is_known(scene, &format!("{stem}re")))
        })
}

/// "présente", "appuient": the present of a known verb in -er.
pub(super) fn is_present(scene: &Scene<'_>, rest: &str) -> bool {
    let word = first_word(rest);
    let stem = word.strip_suffix("ent").or_else(|| word.strip_suffix('e'));
    stem.is_some_and(|stem| {
        let infinitive = format!("{stem}er");
        is_known(scene, &infinitive)
            || stem.strip_suffix('i').is_some_and(|stem| is_known(scene, &format!("{stem}yer")))
    })
}

/// "création", "renforcement", "mise en place": a noun that names an act.
pub(super) fn is_act_noun(low: &str) -> bool {
    const ENDS: [&str; 7] = ["tion", "sion", "ment", "age", "mise", "tenue", "prise"];
    const ACTS: [&str; 12] = [
        "audit",
        "bilan",
        "contrôle",
        "examen",
        "inventaire",
        "report",
        "suivi",
        "étude",
        "revue",
        "lancement",
        "ouverture",
        "recensement",
    ];
    const BODIES: [&str; 6] =
        ["gouvernement", "parlement", "département", "organisation", "commission", "délégation"];
    let word = first_word(low);
    (ENDS.iter().any(|end| word.ends_with(end)) || ACTS.contains(&word)) && !BODIES.contains(&word)
}
