//! French verbs by their endings: infinitives, the future, the imperative, the present.

use super::Scene;
use crate::find::infinitive;
use crate::words::first_word;

/// Whether an infinitive starts here, maybe behind pronouns and adverbs: "me faire parvenir", "bien vouloir me signaler".
pub(super) fn is_infinitive(scene: &Scene<'_>, low: &str) -> bool {
    const OBJECTS: [&str; 4] = ["le ", "la ", "l’", "l'"];
    let lexicon = scene.lexicon;
    // "le mettre à jour": of a verb of the list only, as articles stand before nouns.
    let object = OBJECTS.iter().find_map(|object| low.strip_prefix(object)).map(first_word);
    let object = object.filter(|word| {
        infinitive::is_known(lexicon, word) && lexicon.not_verbs.at_start(word) != Some(word.len())
    });
    let low = behind_pronoun(behind_adverb(scene, behind_pronoun(low)));
    object.is_some() || lexicon.verbs.at_start(low).is_some() || infinitive::starts(lexicon, low)
}

fn behind_pronoun(low: &str) -> &str {
    const PRONOUNS: [&str; 13] =
        ["s’", "s'", "se ", "y ", "en ", "ne pas ", "les ", "lui ", "leur ", "me ", "m’", "nous ", "vous "];
    PRONOUNS.iter().find_map(|pronoun| low.strip_prefix(pronoun)).unwrap_or(low)
}

fn behind_adverb<'a>(scene: &Scene<'_>, low: &'a str) -> &'a str {
    let adverb = scene.lexicon.adverbs.at_start(low);
    adverb.map_or(low, |length| low.get(length..).unwrap_or_default().trim_start())
}

/// Whether the whole word is an infinitive of the lists.
fn is_known(scene: &Scene<'_>, infinitive: &str) -> bool {
    infinitive::is_known(scene.lexicon, infinitive)
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
        stem.replace('è', "e"),
        stem.replace('è', "é"),
        stem.strip_suffix("ier").map_or_else(String::new, |s| format!("{s}yer")),
        stem.strip_suffix("err").map_or_else(String::new, |s| format!("{s}oyer")),
        if stem == "fer" { "faire".to_owned() } else { String::new() },
    ];
    infinitives.iter().any(|infinitive| !infinitive.is_empty() && is_known(scene, infinitive))
}

/// "déclinera", "saisiront": what ends like a future, of whatever verb. Only behind a body that acts.
pub(super) fn looks_future(scene: &Scene<'_>, word: &str) -> bool {
    const ENDS: [&str; 10] = ["era", "ira", "dra", "tra", "vra", "eront", "iront", "dront", "tront", "vront"];
    acts(scene, word, &ENDS)
}

/// "vous organiserez", "vous saisirez": what a letter has its reader do, of whatever verb.
pub(super) fn tells_reader(scene: &Scene<'_>, low: &str) -> bool {
    const PRONOUNS: [&str; 9] = ["vous ", "me ", "m’", "m'", "les ", "le ", "la ", "y ", "en "];
    const ENDS: [&str; 5] = ["erez", "irez", "drez", "trez", "vrez"];
    low.strip_prefix("vous ").is_some_and(|rest| {
        let verb = PRONOUNS.iter().find_map(|pronoun| rest.strip_prefix(pronoun)).unwrap_or(rest);
        acts(scene, first_word(verb), &ENDS)
    })
}

/// Whether a word has one of the endings and says no state.
fn acts(scene: &Scene<'_>, word: &str, ends: &[&str]) -> bool {
    word.chars().count() > 5
        && ends.iter().any(|end| word.ends_with(end))
        && scene.lexicon.states.at_start(word).is_none()
}

/// "va mettre en place": what is to be done soon.
pub(super) fn is_near_future(scene: &Scene<'_>, rest: &str) -> bool {
    let act = rest.strip_prefix("va ").or_else(|| rest.strip_prefix("vont "));
    act.is_some_and(|act| is_infinitive(scene, act))
}

/// "utilisez", "assurez-vous", "veuillez": an order to the one who reads.
pub(super) fn is_imperative(scene: &Scene<'_>, low: &str) -> bool {
    const IRREGULAR: [&str; 9] =
        ["faites", "prenez", "mettez", "tenez", "veuillez", "établissez", "définissez", "suivez", "dotez"];
    let word = first_word(low);
    let word = word.strip_suffix("-vous").unwrap_or(word);
    IRREGULAR.contains(&word)
        || word.strip_suffix("ez").is_some_and(|stem| {
            word.chars().count() > 5
                && (is_known(scene, &format!("{stem}er")) || is_known(scene, &format!("{stem}re")))
        })
}

/// "présente", "appuient", "procède": the present of a known verb in -er.
pub(super) fn is_present(scene: &Scene<'_>, rest: &str) -> bool {
    let word = first_word(rest);
    let Some(stem) = word.strip_suffix("ent").or_else(|| word.strip_suffix('e')) else { return false };
    let infinitive = format!("{stem}er");
    is_known(scene, &infinitive)
        || stem.strip_suffix('i').is_some_and(|stem| is_known(scene, &format!("{stem}yer")))
        || stem.contains('è') && ["é", "e"].iter().any(|e| is_known(scene, &infinitive.replace('è', e)))
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
