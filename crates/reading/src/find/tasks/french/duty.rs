//! Duties: "X doit …", "il convient de …", "Y est chargé de …", and what a body says that it will do.

use super::super::super::parties;
use super::super::super::zone::Zone;
use super::super::{Setting, Verdict};
use super::Scene;
use super::{is_acronym, names_body, split, verbs};
use crate::words::{first_word, lower, word_starts};

/// A clause with a word of duty.
pub(super) fn judge(scene: &Scene<'_>, words: &str, low: &str, setting: Setting) -> Option<Verdict> {
    const LONGEST_SUBJECT: usize = 45;
    const RESULTS: [&str; 6] =
        ["permettre", "favoriser", "contribuer", "constituer", "s’inscrire", "se traduire"];
    let (at, length) = scene.lexicon.duties.find(low)?;
    let (before, duty, behind) = (low.get(..at)?, low.get(at..at + length)?, low.get(at + length..)?);
    let count = before.split_whitespace().count();
    let impersonal = ["il ", "vous ", "nous ", "instruction"].iter().any(|start| duty.starts_with(start));
    if count > LONGEST_SUBJECT || (count == 0 && !impersonal) || is_beside(before, impersonal) {
        return None;
    }
    // "La question est de savoir si l’école peut et doit …" asks.
    if before.contains("savoir si") || before.contains("savoir s’il") {
        return None;
    }
    // "il convient, selon lui, de …" is what somebody thinks.
    if [", selon lui", ", selon elle", ", à son avis"].iter().any(|opinion| behind.starts_with(opinion)) {
        return None;
    }
    let kept = duty.contains("tenu") && !verbs::is_infinitive(scene, behind.trim_start());
    let believed = scene.lexicon.beliefs.at_start(duty).is_some()
        && matches!(scene.kind.as_str(), "other" | "report" | "news");
    // "Il convient toutefois de noter que …": a way of speaking.
    let noted = duty.starts_with("il convient") || duty.starts_with("il faut");
    let said = ["noter ", "prendre note ", "rappeler ", "souligner ", "préciser ", "signaler ", "remarquer "];
    let said = noted
        && said.iter().any(|verb| behind.find(verb).is_some_and(|at| at < 24))
        && behind.contains(" que ");
    if kept
        || said
        || believed
        || settles(scene, behind)
        || (duty.starts_with("il faut")
            && !verbs::is_infinitive(scene, behind.trim_start())
            && !behind.starts_with(" que "))
    {
        return None;
    }
    let subject = without_pronoun(subject_of(scene, words.get(..at)?));
    let low_subject = lower(subject);
    let body = names_body(scene, &low_subject) && !is_act(scene, &low_subject) || is_acronym(subject);
    // "A ce titre, il veille à …": in an order it is the body that was named before.
    let said_before = is_pronoun(low_subject.trim()) && orders(scene, setting);
    let reported = before.contains(" que ") || before.contains(" qu’") || before.contains(" qu'");
    let firm = impersonal || !is_weak(duty);
    if !body && !said_before && (reported || !firm || scene.is_news() || setting.zone == Zone::Opening) {
        return None;
    }
    // "L’ensemble de ces travaux devra permettre une traversée plus sûre": what comes of a thing.
    if !body && !impersonal && RESULTS.iter().any(|result| behind.trim_start().starts_with(result)) {
        return None;
    }
    let subject = up_to_verb(scene, subject, &low_subject);
    let lead = match (impersonal, body) {
        // "vous voudrez bien": who reads is not named.
        (true, _) if duty.starts_with("vous ") => Some(Vec::new()),
        (true, _) => addressee(scene, words.get(at..at + length)?, words.get(at + length..)?),
        (false, _) => agent(scene, words.get(at + length..)?).or_else(|| body.then(|| split(scene, subject))),
    };
    let tail = behind.trim_matches([':', ' ']);
    if setting.opener && tail.split_whitespace().count() < 8 {
        return Some(Verdict::Opens { lead: lead.unwrap_or_default() });
    }
    Some(Verdict::Obliges { start: 0, lead, confidence: if body { 0.85 } else { 0.6 }, rule: "fr.duty" })
}

/// The subject alone where another verb stands behind it: "Les équipes tiennent un journal et sont responsables de …".
fn up_to_verb<'a>(scene: &Scene<'_>, subject: &'a str, low: &str) -> &'a str {
    let bare = subject.trim_end();
    let Some(bare) = bare.strip_suffix(" et") else { return bare };
    let verb = word_starts(low).skip(2).find(|at| low.get(*at..).is_some_and(|rest| acts_now(scene, rest)));
    verb.and_then(|at| bare.get(..at)).unwrap_or(bare).trim_end()
}

/// "doivent être approuvées par le comité": who does what a thing has to undergo.
fn agent(scene: &Scene<'_>, behind: &str) -> Option<Vec<String>> {
    const BY: &str = " par ";
    const ENDS: [&str; 14] = [
        ", ",
        " qui ",
        " dans ",
        " sur ",
        " selon ",
        " avant ",
        " au ",
        " en ",
        " à ",
        " pour ",
        " afin ",
        " lors ",
        " conformément ",
        " après ",
    ];
    let at =
        behind.find(BY).filter(|at| behind.get(..*at).is_some_and(|passive| passive.contains("être ")))?;
    let rest = behind.get(at + BY.len()..)?;
    let bare = rest.strip_prefix("au moins ").unwrap_or(rest);
    let end = ENDS.iter().filter_map(|end| bare.find(end)).min().unwrap_or(bare.len());
    let name = bare.get(..end)?.trim_end_matches(['.', ';', ' ']);
    let low = lower(name);
    let near = word_starts(&low)
        .take(4)
        .any(|at| low.get(at..).is_some_and(|low| scene.lexicon.bodies.at_start(low).is_some()));
    (near || is_acronym(name)).then(|| split(scene, name))
}

/// The subject without the pronoun between it and its verb: "le service s’", "il se", "l’agence en".
fn without_pronoun(subject: &str) -> &str {
    const PRONOUNS: [&str; 6] = [" s’", " s'", " se", " en", " y", " lui"];
    let subject = subject.trim_end();
    PRONOUNS.iter().find_map(|pronoun| subject.strip_suffix(pronoun)).unwrap_or(subject)
}

/// Whether a subject is an act and no body: "toute externalisation d’un service".
fn is_act(scene: &Scene<'_>, subject: &str) -> bool {
    const ARTICLES: [&str; 9] = ["toute ", "tout ", "chaque ", "l’", "l'", "la ", "le ", "les ", "une "];
    const ACTS: [&str; 8] = ["ation", "ations", "ition", "itions", "ement", "ements", "sion", "sions"];
    let bare = ARTICLES.iter().find_map(|article| subject.strip_prefix(article)).unwrap_or(subject);
    let head = first_word(bare);
    scene.lexicon.bodies.at_start(bare).is_none() && ACTS.iter().any(|end| head.ends_with(end))
}

/// Words that are a duty only of a body.
fn is_weak(duty: &str) -> bool {
    matches!(duty, "assure" | "assurent" | "veille à" | "veillent à" | "coordonnent" | "se coordonne")
}

/// Whether a duty stands in a clause by the side: "ce que nous devons", "parce que la technologie doit", "dont les
/// écrits doivent".
fn is_beside(before: &str, impersonal: bool) -> bool {
    const SIDES: [&str; 12] = [
        "dont ",
        "parce qu",
        "puisqu",
        "car ",
        "lorsqu",
        "ce que ",
        "ce qu’",
        "où ",
        "auquel ",
        "laquelle ",
        "lesquel",
        "si elle ",
    ];
    let end = before.trim_end();
    let side =
        end.ends_with("qui") || end.ends_with(" que") || end.ends_with("ce qui") || end.ends_with(" ne");
    // A condition before a comma is none: "Si le délai est dépassé, le service doit …".
    let last = before.rsplit(", ").next().unwrap_or(before);
    side && !impersonal
        || SIDES.iter().any(|side| last.starts_with(side) || last.contains(&format!(" {side}")))
}

/// Words behind a duty that settle what is so.
fn settles(scene: &Scene<'_>, behind: &str) -> bool {
    let behind = behind.trim_start();
    let behind = scene
        .lexicon
        .adverbs
        .at_start(behind)
        .map_or(behind, |length| behind.get(length..).unwrap_or_default().trim_start());
    scene.lexicon.settles.at_start(behind).is_some()
}

/// The subject of a duty: behind "a indiqué que", and behind what opens the sentence ("En plus de …, ").
fn subject_of<'a>(scene: &Scene<'_>, before: &'a str) -> &'a str {
    let said = ["que ", "qu’", "qu'"]
        .iter()
        .filter_map(|that| Some((before.rfind(&format!(" {that}"))?, that.len())));
    let before = said.max().and_then(|(at, that)| before.get(at + 1 + that..)).unwrap_or(before);
    let low = lower(before);
    let starts_body = |at: usize| {
        let rest = (before.get(at..).unwrap_or_default(), low.get(at..).unwrap_or_default());
        opens_with_body(scene, rest.0, rest.1)
    };
    if starts_body(0) {
        return before.trim_end_matches([' ', ',']);
    }
    let starts = low.match_indices(", ").map(|(at, comma)| at + comma.len());
    let start =
        starts.clone().find(|at| starts_body(*at)).or_else(|| starts.last().filter(|_| opens_aside(&low)));
    start.and_then(|at| before.get(at..)).unwrap_or(before).trim_end_matches([' ', ','])
}

/// Words that open an aside before the subject.
fn opens_aside(low: &str) -> bool {
    const OPENS: [&str; 26] = [
        "dans",
        "en",
        "pour",
        "afin",
        "lorsque",
        "si",
        "une",
        "selon",
        "conformément",
        "sous",
        "avant",
        "après",
        "à",
        "au",
        "aux",
        "par",
        "sur",
        "outre",
        "d’ici",
        "d'ici",
        "dès",
        "pendant",
        "durant",
        "lors",
        "enfin",
        "quant",
    ];
    let word = first_word(low);
    OPENS.contains(&word) || word.ends_with("ant") || word.starts_with("d’") || word.starts_with("l’ensemble")
}

/// "il appartient aux préfets de …", "il est demandé aux services de …": whom the duty falls to.
fn addressee(scene: &Scene<'_>, duty: &str, behind: &str) -> Option<Vec<String>> {
    let falls = ["appartient", "incombe", "revient", "demandé", "recommandé", "revenir"]
        .iter()
        .any(|word| duty.contains(word));
    let low = lower(behind);
    let opens = falls
        && [" à ", " au ", " aux "].iter().any(|to| low.starts_with(to) || duty.ends_with(to.trim_end()));
    let window = low.get(..low.floor_char_boundary(200))?;
    let end = word_starts(window).find(|at| {
        let rest = window.get(*at..).unwrap_or_default();
        ["de ", "d’", "d'", "que "].iter().any(|of| {
            rest.strip_prefix(of).is_some_and(|act| of.starts_with('q') || verbs::is_infinitive(scene, act))
        })
    })?;
    let object = behind
        .get(..end)?
        .trim()
        .trim_start_matches("à ")
        .trim_start_matches("aux ")
        .trim_start_matches("au ");
    (opens && !object.is_empty() && !object.contains("vous"))
        .then(|| split(scene, object.trim_end_matches([' ', ','])))
}

/// "Le ministère présentera …", "Une mission sera créée": what a plan, a policy or a communiqué says that will be done.
pub(super) fn promises(scene: &Scene<'_>, words: &str, low: &str, setting: Setting) -> Option<Verdict> {
    const LONGEST_SUBJECT: usize = 22;
    if scene.is_news() || setting.zone == Zone::Opening {
        return None;
    }
    let letter = matches!(scene.kind.as_str(), "circular" | "dispatch" | "directive");
    if letter && verbs::tells_reader(scene, low) {
        let lead = Some(Vec::new());
        return Some(Verdict::Obliges { start: 0, lead, confidence: 0.75, rule: "fr.future" });
    }
    let first = |is: &dyn Fn(&str) -> bool| {
        let mut starts = word_starts(low).take(LONGEST_SUBJECT).filter(|at| *at > 0);
        starts.find(|at| low.get(*at..).is_some_and(is))
    };
    let known = first(&|rest| {
        verbs::is_future(scene, first_word(rest)) && scene.lexicon.states.at_start(rest).is_none()
    });
    // Of a verb that no list has, only where a body opens the clause.
    let other = || {
        // The journeys of a head of state take many verbs.
        (opens_with_body(scene, words, low) && !is_head(low)).then_some(())?;
        first(&|rest| verbs::looks_future(scene, first_word(rest)) || verbs::is_near_future(scene, rest))
    };
    // "seront équipés, et les préfets disposeront …": the first verb has the subject.
    let verb = known.or_else(other).filter(|at| passive_before(low, *at).is_none());
    let at = verb.or_else(|| first(&|rest| is_passive_future(scene, rest)))?;
    let before = low.get(..at)?;
    let last = before.rsplit(", ").next().unwrap_or(before);
    if is_beside(before, false) || last.contains(" que ") || last.contains(" qu") {
        return None;
    }
    let subject = without_pronoun(subject_of(scene, words.get(..at)?));
    let low_subject = lower(subject);
    if is_agenda(&low_subject, low.get(at..)?) {
        return None;
    }
    let body = starts_with_body(scene, subject, &low_subject);
    let pronoun = is_pronoun(low_subject.trim()) && setting.after_task;
    let reader = first_word(low_subject.trim()) == "vous";
    let planned = setting.zone == Zone::Tasks
        || matches!(scene.kind.as_str(), "plan" | "action_programme")
        || is_strategy(scene);
    let lead = match () {
        () if verb.is_some() && body => Some(split(scene, subject)),
        () if verb.is_some() && (pronoun || reader) => None,
        () if verb.is_none() && planned => agent_of_future(scene, words.get(at..)?),
        () => return None,
    };
    Some(Verdict::Obliges { start: 0, lead, confidence: if body { 0.75 } else { 0.6 }, rule: "fr.future" })
}

/// "Le Comité transmet un rapport", "Les directions vérifient …": in a text that orders, what a body does is what it has
/// to do.
pub(super) fn rules(scene: &Scene<'_>, words: &str, low: &str, setting: Setting) -> Option<Verdict> {
    const LONGEST_SUBJECT: usize = 14;
    let opens = opens_with_body(scene, words, low) || is_pronoun(first_word(low));
    if !orders(scene, setting)
        || !opens
        || matches!(setting.zone, Zone::Opening | Zone::Idle)
        || !setting.sentence
    {
        return None;
    }
    let mut starts = word_starts(low).skip(1).take(LONGEST_SUBJECT);
    let at = starts.find(|at| low.get(*at..).is_some_and(|rest| acts_now(scene, rest)))?;
    let before = low.get(..at)?;
    if is_beside(before, false)
        || scene.lexicon.states.at_start(low.get(at..)?).is_some()
        || before.contains(", ")
    {
        return None;
    }
    let subject = without_pronoun(words.get(..at)?);
    let low_subject = lower(subject);
    let body = starts_with_body(scene, subject, &low_subject);
    let pronoun = is_pronoun(low_subject.trim());
    let lead = body.then(|| split(scene, subject));
    (body || pronoun).then_some(Verdict::Obliges { start: 0, lead, confidence: 0.6, rule: "fr.rule" })
}

/// Whether what a body does in a text is what it has to do.
fn orders(scene: &Scene<'_>, setting: Setting) -> bool {
    match scene.kind.as_str() {
        "decision" | "decree" | "law" => true,
        "directive" | "circular" => setting.item,
        _ => false,
    }
}

/// Whether the page is about a plan: its title starts with the word of one.
fn is_strategy(scene: &Scene<'_>) -> bool {
    const PLANS: [&str; 6] =
        ["stratégie", "plan ", "programme ", "feuille de route", "politique ", "mesures "];
    let title = scene.document.front_matter_title.as_deref().map(lower);
    title.is_some_and(|title| PLANS.iter().any(|plan| title.starts_with(plan)))
}

/// "sera évaluée par un organisme indépendant": who does it.
fn agent_of_future(scene: &Scene<'_>, rest: &str) -> Option<Vec<String>> {
    agent(scene, &rest.replacen("sera ", "être ", 1).replacen("seront ", "être ", 1))
}

/// Where a passive stands before a verb.
fn passive_before(low: &str, verb: usize) -> Option<usize> {
    let before = low.get(..verb)?;
    [" sera ", " seront "].iter().find_map(|be| before.find(be))
}

fn is_pronoun(word: &str) -> bool {
    matches!(word, "il" | "elle" | "ils" | "elles")
}

/// A verb in the present, in -er or one of the usual others.
fn acts_now(scene: &Scene<'_>, rest: &str) -> bool {
    verbs::is_present(scene, rest) || scene.lexicon.presents.at_start(rest).is_some()
}

/// Whether a body stands first, maybe behind a word for all of its kind: "chaque commune".
fn opens_with_body(scene: &Scene<'_>, words: &str, low: &str) -> bool {
    let all =
        ["tout ", "toute ", "tous les ", "toutes les ", "chaque "].iter().find(|all| low.starts_with(**all));
    let skipped = all.map_or(0, |all| all.len());
    let rest = words.get(skipped..).zip(low.get(skipped..));
    rest.is_some_and(|(words, low)| parties::body_at_start(words, low, scene.lexicon).is_some())
}

/// The subject is a body from its first words on, not a thing of a body ("la mission du ministère").
fn starts_with_body(scene: &Scene<'_>, subject: &str, low: &str) -> bool {
    is_acronym(subject) || opens_with_body(scene, subject, low)
}

/// "sera mis en place", "seront organisées": of a known verb.
fn is_passive_future(scene: &Scene<'_>, rest: &str) -> bool {
    let Some(participle) = ["sera ", "seront "].iter().find_map(|be| rest.strip_prefix(be)) else {
        return false;
    };
    let participle = scene
        .lexicon
        .adverbs
        .at_start(participle)
        .map_or(participle, |length| participle.get(length..).unwrap_or_default().trim_start());
    let word = first_word(participle).trim_end_matches('s');
    let word = word.strip_suffix("ée").map_or_else(|| word.to_owned(), |stem| format!("{stem}é"));
    let stem = word.strip_suffix('é').map(|stem| format!("{stem}er"));
    let set = matches!(
        word.as_str(),
        "mi" | "mise"
            | "établi"
            | "établie"
            | "défini"
            | "définie"
            | "conduit"
            | "conduite"
            | "produit"
            | "ouvert"
            | "ouverte"
            | "remi"
            | "remise"
    );
    set || stem.is_some_and(|infinitive| scene.lexicon.verbs.at_start(&infinitive) == Some(infinitive.len()))
}

/// The journeys and audiences of a head of state are an agenda, no task.
fn is_agenda(subject: &str, verb: &str) -> bool {
    (is_head(subject) || subject.contains("il"))
        && ["participera", "effectuera", "présidera", "recevra", "se rendra", "prendra part"]
            .iter()
            .any(|act| verb.starts_with(act))
}

/// Whether the first words name who heads a state or its government.
fn is_head(low: &str) -> bool {
    const HEADS: [&str; 4] = ["chef de l", "président de la république", "premier ministre", "sa majesté"];
    let start = low.get(..low.floor_char_boundary(60)).unwrap_or(low);
    HEADS.iter().any(|head| start.contains(head))
}
