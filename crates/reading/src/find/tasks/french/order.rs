//! One body orders another: "a demandé au Gouvernement de …", "a invité le Ministre à …", "a souligné la nécessité de …",
//! "je vous demande de …".

use super::super::{Setting, Verdict};
use super::Scene;
use super::{names_body, split, verbs};
use crate::bytes;
use crate::words::{first_word, lower, word_starts};

/// An order of a communiqué, a letter or an article.
pub(super) fn judge(scene: &Scene<'_>, words: &str, low: &str, setting: Setting) -> Option<Verdict> {
    let (at, length) = first_order(scene, low)?;
    let order = low.get(at..at + length)?;
    let behind = behind_aside(scene, low.get(at + length..)?);
    let skipped = low.len() - behind.len();
    if low.get(..at)?.ends_with("s’est ") || low.get(..at)?.ends_with("s'est ") {
        return None;
    }
    let start = start_of_order(low, at);
    if let Some(noun) = need_at_start(behind) {
        return Some(Verdict::Obliges {
            start,
            lead: in_need(scene, words.get(skipped + noun..)?)
                .or_else(|| by_the_way(scene, words, low, skipped + noun))
                .or(Some(Vec::new())),
            confidence: 0.75,
            rule: "fr.need",
        });
    }
    if order.contains("jug") || order.contains("estim") {
        return judged_needful(scene, behind).then(|| Verdict::Obliges {
            start,
            lead: Some(Vec::new()),
            confidence: 0.7,
            rule: "fr.need",
        });
    }
    if wants_act(scene, order, behind) {
        let lead = under_whom(scene, words.get(skipped..)?);
        return Some(Verdict::Obliges { start, lead: Some(lead), confidence: 0.75, rule: "fr.order" });
    }
    if behind.starts_with("que ") || behind.starts_with("qu’") || behind.starts_with("qu'") {
        return None;
    }
    to_addressee(scene, (words, low), (at, length, skipped), setting)
}

/// The first words of an order that give one. "a informé", "a relevé" often tell only: then a later order counts.
fn first_order(scene: &Scene<'_>, low: &str) -> Option<(usize, usize)> {
    let mut from = 0;
    loop {
        let (at, length) = scene.lexicon.orders.find(low.get(from..)?)?;
        let at = from + at;
        let behind = behind_aside(scene, low.get(at + length..)?);
        let telling =
            TELLING.iter().any(|word| low.get(at..at + length).is_some_and(|order| order.contains(word)));
        let governed = is_governed(scene, low.get(..at)?, low.get(at..at + length)?);
        if !governed {
            from = at + length;
            continue;
        }
        let wanted = need_at_start(behind).is_some() || judged_needful(scene, behind);
        if !telling || wanted || is_addressed(scene, behind) {
            return Some((at, length));
        }
        from = at + length;
    }
}

/// Whether somebody gives the order: a participle has its "a" before it, a present its body or "il": "le temps requis
/// pour …" and "l’initiative exige une solution" order nothing.
fn is_governed(scene: &Scene<'_>, before: &str, order: &str) -> bool {
    const PRESENTS: [&str; 14] = [
        "mandate",
        "demande",
        "demandent",
        "invite",
        "invitent",
        "recommande",
        "préconise",
        "exige",
        "souhaite",
        "exhorte",
        "prescrit",
        "instruit",
        "ordonne",
        "prie",
    ];
    let participle = order.ends_with('é')
        || matches!(order, "requis" | "mis en exergue" | "mis l’accent" | "mis l'accent");
    if participle && !order.starts_with("a ") && !order.contains(" a ") && !order.contains(' ')
        || order.starts_with("mis ")
    {
        return [" a ", " a, ", " ont "].iter().any(|has| before.contains(has)) || before.starts_with("a ");
    }
    // "CHARGE le Maire de l’exécution …": what a council decides, item by item.
    let decides = before.trim().is_empty() && scene.kind == "decision";
    if matches!(order, "charge" | "chargent") || PRESENTS.contains(&order) && decides {
        return decides;
    }
    if PRESENTS.contains(&order) {
        let pronoun = ["il ", "elle ", "nous ", "je ", "on "]
            .iter()
            .any(|who| before.ends_with(who) || before.starts_with(who));
        return pronoun || scene.is_news() || names_body(scene, before);
    }
    true
}

/// Words that tell as often as they order.
const TELLING: [&str; 18] = [
    "exergue",
    "soulev",
    "évoqu",
    "affirm",
    "martel",
    "jug",
    "estim",
    "inform",
    "indiqu",
    "relev",
    "rappel",
    "signal",
    "soulign",
    "fait valoir",
    "réitér",
    "réaffirm",
    "accent",
    "insist",
];

/// "au Gouvernement la nécessité de …", "aux Ministres l’attention à accorder …": what is told to a body and wants
/// something of it.
fn is_addressed(scene: &Scene<'_>, behind: &str) -> bool {
    let addressed = ["au ", "aux ", "à la ", "à l’", "à l'", "à tous ", "à toutes "]
        .iter()
        .any(|to| behind.starts_with(to));
    addressed
        && end_of_addressee(scene, behind).is_some_and(|end| {
            behind.get(..end).is_some_and(|object| {
                names_body(scene, object) && !object.contains(" que ") && !object.contains(" qu")
            })
        })
}

/// "au Gouvernement de …", "le Ministre à …": the bodies, and the act behind them.
fn to_addressee(
    scene: &Scene<'_>,
    (words, low): (&str, &str),
    (at, length, skipped): (usize, usize, usize),
    setting: Setting,
) -> Option<Verdict> {
    let behind = low.get(skipped..)?;
    let end = end_of_addressee(scene, behind)?;
    let object = words.get(skipped..skipped + end)?;
    let reader = low.get(..at + length)?.contains("vous ");
    let lead = if names_body(scene, &lower(object)) { addressees(scene, object) } else { Vec::new() };
    let act = behind.get(end..)?;
    let hands_list = (act.contains("tâches et solutions") || act.contains("tâches suivantes"))
        && act.split_whitespace().count() < 22;
    if (setting.opener || hands_list) && !lead.is_empty() {
        return Some(Verdict::Opens { lead });
    }
    if lead.is_empty() && !reader {
        return None;
    }
    Some(Verdict::Obliges {
        start: start_of_order(low, at),
        lead: Some(lead),
        confidence: 0.88,
        rule: "fr.order",
    })
}

/// What must be, as an order names it; adjectives may stand between.
const NEEDS: [&str; 13] = [
    "nécessité",
    "obligation",
    "importance",
    "urgence",
    "impératif",
    "exigence",
    "intérêt",
    "opportunité",
    "devoir",
    "besoin",
    "attention",
    "priorité",
    "responsabilité",
];

/// The bytes of "l’impérieuse nécessité", "la nécessité absolue" at the start.
fn need_at_start(behind: &str) -> Option<usize> {
    let rest = ["la ", "l’", "l'", "le "].iter().find_map(|article| behind.strip_prefix(article))?;
    let mut at = behind.len() - rest.len();
    for _ in 0..3 {
        let word = first_word(behind.get(at..)?);
        if NEEDS.contains(&word) {
            let end = at + word.len();
            // "l’attention" and "la priorité" want something only where it is said: "à accorder".
            let weak =
                matches!(word, "attention" | "priorité" | "intérêt" | "responsabilité" | "besoin" | "devoir");
            let near = behind.get(end..behind.floor_char_boundary(end + 60))?;
            // "l’importance qu’il porte à la pêche" is told.
            if near.starts_with(" qu") {
                return None;
            }
            let wants = near.contains(" à accorder")
                || near.contains(" pour ")
                || near.starts_with(" de ")
                || near.starts_with(" d’")
                || near.starts_with(" d'");
            // "l’importance d’un État fort" values a thing, "l’importance d’un suivi" wants an act.
            let thing =
                [" d’un ", " d’une ", " d'un ", " d'une "].iter().find_map(|of| near.strip_prefix(of));
            let values = word == "importance" && thing.is_some_and(|noun| !verbs::is_act_noun(noun));
            return (!values && (!weak || wants && !near.starts_with(" de la "))).then_some(end);
        }
        let adjective = ["ieuse", "ante", "ente", "ale", "olue", "aute", "rême", "nde"]
            .iter()
            .any(|end| word.ends_with(end));
        if !adjective {
            return None;
        }
        at += word.len() + 1;
    }
    None
}

/// "D’où la nécessité de concevoir un plan", "est revenu sur … et sur la nécessité d’actualiser le registre": a need that
/// a communiqué states without a word of order.
pub(super) fn needs(scene: &Scene<'_>, low: &str) -> Option<Verdict> {
    const NEED: &str = "la nécessité d";
    let act = low.get((scene.kind == "notice").then(|| bytes::find(low, NEED))?? + NEED.len()..)?;
    let act = ["e ", "’", "'"].iter().find_map(|of| act.strip_prefix(of))?;
    let lead = Some(Vec::new());
    verbs::is_infinitive(scene, act).then_some(Verdict::Obliges {
        start: 0,
        lead,
        confidence: 0.65,
        rule: "fr.need",
    })
}

/// "…, en engageant le Ministre à …" behind a need: the bodies of the order by the way.
fn by_the_way(scene: &Scene<'_>, words: &str, low: &str, from: usize) -> Option<Vec<String>> {
    let (at, length) = scene.lexicon.orders.find(low.get(from..)?)?;
    let at = from + at;
    let behind = low.get(at + length..)?.trim_start();
    let start = low.len() - behind.len();
    let end = low.get(at..)?.starts_with("en ").then(|| end_of_addressee(scene, behind)).flatten()?;
    let object = words.get(start..start + end)?;
    names_body(scene, &lower(object)).then(|| addressees(scene, object))
}

/// "a jugé indispensable de veiller à …".
fn judged_needful(scene: &Scene<'_>, behind: &str) -> bool {
    const NEEDFUL: [&str; 6] =
        ["indispensable", "nécessaire", "urgent", "opportun", "important", "impératif"];
    let act = NEEDFUL.iter().find_map(|word| behind.strip_prefix(word)).map(str::trim_start);
    let act = act.and_then(|act| ["de ", "d’", "d'"].iter().find_map(|of| act.strip_prefix(of)));
    act.is_some_and(|act| verbs::is_infinitive(scene, act))
}

/// "l’impératif, pour le Gouvernement, de …": the body that the need is for.
fn in_need(scene: &Scene<'_>, behind: &str) -> Option<Vec<String>> {
    let object = behind.trim_start_matches([' ', ',']).strip_prefix("pour ")?;
    let end = end_of_addressee(scene, &lower(object))?;
    let state = |low: &str| ["l’etat", "l’état", "l'etat", "l'état"].contains(&low.trim());
    let object =
        object.get(..end).filter(|object| names_body(scene, &lower(object)) || state(&lower(object)))?;
    Some(addressees(scene, object))
}

/// "sous l’égide du Ministre des Finances": who sees to an act of which nobody else is said to do it.
fn under_whom(scene: &Scene<'_>, words: &str) -> Vec<String> {
    const UNDER: [&str; 8] = [
        "sous l’égide ",
        "sous l'égide ",
        "sous la supervision ",
        "sous la coordination ",
        "sous la conduite ",
        "sous l’autorité ",
        "sous l'autorité ",
        "sous la responsabilité ",
    ];
    let low = lower(words);
    let body = UNDER.iter().find_map(|under| Some(low.find(under)? + under.len()));
    let body = body.and_then(|at| words.get(at..)).and_then(|body| body.split([',', ';', '.']).next());
    let body = body.filter(|body| names_body(scene, &lower(body)) && body.split_whitespace().count() < 14);
    body.map(|body| split(scene, body)).unwrap_or_default()
}

/// The bodies of an addressee, without what says with whom, how or when.
fn addressees(scene: &Scene<'_>, object: &str) -> Vec<String> {
    const ASIDES: [&str; 18] = [
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
        " l’attention",
    ];
    let low = lower(object);
    let aside = ASIDES.iter().filter_map(|aside| bytes::find(&low, aside)).min();
    let helpers = scene.lexicon.with.find(&low).map(|(at, _)| at);
    let end = aside.into_iter().chain(helpers).min().unwrap_or(object.len());
    split(scene, object.get(..end).unwrap_or(object).trim_end_matches([',', ' ']))
}

/// What stands behind an order, without an aside ("a souligné, dans ce cadre, l’impératif …") and the little word that
/// leads on ("insisté sur la nécessité").
fn behind_aside<'a>(scene: &Scene<'_>, rest: &'a str) -> &'a str {
    const LONGEST_ASIDE: usize = 140;
    // "a invité, le Ministre des Bacs à …": whom, and no aside.
    const WHOM: [&str; 8] = ["le ", "la ", "les ", "l’", "l'", "au ", "aux ", "à l’"];
    let aside = rest.strip_prefix(", ").filter(|aside| !WHOM.iter().any(|whom| aside.starts_with(whom)));
    let aside = aside.and_then(|aside| Some((aside.find(", ")?, aside)));
    let rest = match aside {
        Some((end, aside)) if end < LONGEST_ASIDE => aside.get(end + 2..).unwrap_or_default(),
        _ => rest.trim_start_matches([' ', ',']),
    };
    let said = scene.lexicon.connectives.at_start(rest).and_then(|length| rest.get(length..));
    let rest = said.map_or(rest, |rest| rest.trim_start_matches([' ', ',']));
    let need = rest.strip_prefix("sur ").filter(|rest| need_at_start(rest).is_some());
    need.unwrap_or(rest)
}

/// "a sollicité la révision du cadre", "a appelé à la révision du code", "a demandé de veiller à …", "a recommandé que
/// …": an order that names what is to be done, not who does it.
fn wants_act(scene: &Scene<'_>, order: &str, behind: &str) -> bool {
    const ORDERS: [&str; 14] = [
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
        "instruction",
        "souhait",
        "orientation",
        "décid",
    ];
    if !ORDERS.iter().any(|word| order.contains(word)) {
        return false;
    }
    let acts = ["de ", "d’", "d'", "pour ", "afin de ", "en vue de ", "à l’effet de ", "aux fins de "]
        .iter()
        .find_map(|of| behind.strip_prefix(of));
    let object =
        behind.strip_prefix("à ").or_else(|| behind.strip_prefix("de ").filter(|_| order.contains("décid")));
    let object = object.unwrap_or(behind);
    let article = ["la ", "le ", "l’", "l'", "une ", "un "].iter().find_map(|a| object.strip_prefix(a));
    // "appelé à la relance", "ordonné l’audit": what stands behind these words is always to be done.
    let firm = ["appel", "ordonn", "exig", "prescri"].iter().any(|word| order.contains(word));
    let wish = ["que ", "qu’", "qu'"].iter().any(|that| behind.starts_with(that)) && !order.contains("appel");
    // "demande à la Direction des Bacs" says whom.
    let addressed = |noun: &&str| behind.starts_with("à ") && scene.lexicon.bodies.at_start(noun).is_some();
    let article = article.filter(|noun| !addressed(noun));
    wish || article.is_some_and(|noun| firm || verbs::is_act_noun(noun))
        || acts.is_some_and(|act| verbs::is_infinitive(scene, act))
}

/// An order given by the way starts at its own word: "…, en exhortant les Ministres à …".
fn start_of_order(low: &str, at: usize) -> usize {
    if low.get(at..).is_some_and(|rest| rest.starts_with("en ")) { at } else { 0 }
}

/// Where the addressee ends: at "de", "d’", "à" before an infinitive, or at "la nécessité".
fn end_of_addressee(scene: &Scene<'_>, behind: &str) -> Option<usize> {
    const LEADS: [&str; 16] = [
        "aux fins de ",
        "aux fins d’",
        "aux fins d'",
        "à l’effet de ",
        "à l'effet de ",
        "à l’effet d’",
        "à l'effet d'",
        "en vue de ",
        "en vue d’",
        "des orientations",
        "afin ",
        "pour ",
        "de ",
        "d’",
        "d'",
        "à ",
    ];
    const CHARGES: [&str; 8] = [
        "de l’exécution",
        "de l'exécution",
        "de l’application",
        "de l'application",
        "de la mise en œuvre",
        "de la notification",
        "de la coordination",
        "du suivi",
    ];
    let limit = behind.floor_char_boundary(320);
    let window = behind.get(..limit)?;
    word_starts(window).find(|at| {
        let rest = window.get(*at..).unwrap_or_default();
        let act = LEADS.iter().find_map(|lead| rest.strip_prefix(lead).map(|act| (lead, act)));
        let acts = act.is_some_and(|(lead, act)| lead.len() > 5 || verbs::is_infinitive(scene, act));
        // "au Gouvernement, dans l’immédiat, de …" goes on behind the aside.
        // "les Ministres en charge de l’exécution" is a name.
        let named = window
            .get(..*at)
            .is_some_and(|before| before.ends_with("en charge ") || before.ends_with("chargés "));
        let charged = *at > 0 && !named && CHARGES.iter().any(|charge| rest.starts_with(charge));
        acts || charged || need_at_start(rest).is_some()
    })
}
