//! Lists of bodies in English and French, split.

use crate::language::Lexicon;
use crate::words::{lower, word_starts};

pub(super) fn split(list: &str, joints: &[&str], lexicon: &Lexicon) -> Vec<String> {
    let low = lower(list);
    if low.starts_with("all ") || low.contains(" which ") || low.contains(" that ") {
        return vec![list.to_owned()];
    }
    let mut parts = vec![String::new()];
    let mut rest = list;
    let mut after_comma = false;
    'outer: while !rest.is_empty() {
        for joint in joints {
            if let Some(after) = rest.strip_prefix(joint) {
                let pair = joint.starts_with(" and ") || joint.starts_with(" et ");
                let one =
                    pair && !after_comma && is_general_pair(parts.last().map_or("", String::as_str), after);
                let field = *joint == " and "
                    && goes_on_in_english(parts.last().map_or("", String::as_str), after, lexicon);
                if !one && !field && stands_alone(parts.last().map_or("", String::as_str), after, lexicon) {
                    parts.push(String::new());
                } else if let Some(last) = parts.last_mut() {
                    last.push_str(joint);
                }
                after_comma = after_comma || joint.contains(',');
                rest = after;
                continue 'outer;
            }
        }
        // No joint starts before the next comma or blank.
        let first = rest.chars().next().map_or(0, char::len_utf8);
        let joint = rest.get(first..).and_then(|behind| behind.find([',', ' ']));
        let (run, behind) = rest.split_at(joint.map_or(rest.len(), |at| first + at));
        if let Some(last) = parts.last_mut() {
            last.push_str(run);
        }
        rest = behind;
    }
    let bare = |part: String| part.trim().trim_end_matches(" and").trim_end_matches(',').to_owned();
    with_attributes(list, parts.into_iter().map(bare).collect(), lexicon)
}

/// "State, local and tribal governments", "Dynamic and creative localities": single words before a body that only
/// say which are no bodies.
fn with_attributes(list: &str, parts: Vec<String>, lexicon: &Lexicon) -> Vec<String> {
    let attribute = |part: &&String| {
        let part = part.trim_start_matches("and ");
        let small = part.chars().skip(1).all(char::is_lowercase);
        small && !part.is_empty() && lexicon.bodies.at_start(&lower(part)).is_none()
    };
    let run = parts.iter().take_while(attribute).count();
    let small = |body: &&String| {
        let body = body.trim_start_matches("and ");
        body.starts_with(char::is_lowercase) && !body.starts_with("the ")
    };
    let whole = parts.get(run).filter(|_| run > 0).filter(small);
    let end = whole.and_then(|body| Some(list.find(body.as_str())? + body.len()));
    let first = parts.first().and_then(|first| list.find(first.as_str()));
    match first.zip(end).and_then(|(start, end)| list.get(start..end)) {
        Some(joined) => {
            std::iter::once(joined.to_owned()).chain(parts.iter().skip(run + 1).cloned()).collect()
        }
        None => parts,
    }
}

/// "concerned ministries and branches", "ministères et agences concernés": two general names that an
/// adjective holds together are one addressee.
fn is_general_pair(before: &str, after: &str) -> bool {
    const HOLDS: [&str; 9] = [
        "concerned",
        "relevant",
        "related",
        "central",
        "managing",
        "competent",
        "concerné",
        "compétent",
        "respective",
    ];
    let next = after.split([',', ';']).next().unwrap_or(after);
    let next = next.split(" and ").next().unwrap_or(next);
    let general = |words: &str| {
        let words = ["the ", "les ", "Les ", "des ", "aux "]
            .iter()
            .find_map(|article| words.strip_prefix(article))
            .unwrap_or(words);
        !words.split_whitespace().skip(1).any(|word| word.starts_with(char::is_uppercase))
            && (words.starts_with(char::is_lowercase) || words.contains(' '))
    };
    let (low_before, low_next) = (lower(before), lower(next));
    let held = HOLDS.iter().any(|word| low_before.contains(word) || low_next.contains(word))
        || share_article(before, next);
    let article = ["the ", "les ", "des ", "l’", "l'"].iter().any(|article| next.starts_with(article));
    // Of three bodies joined by "and" none is the other's.
    let pair = !before.contains(" and ");
    pair && held
        && !article
        && general(before)
        && general(next)
        && next.trim().starts_with(char::is_lowercase)
}

/// "les ministères et organismes": two words behind one article.
fn share_article(before: &str, next: &str) -> bool {
    let behind = ["les ", "Les ", "aux ", "des ", "Des "].iter().find_map(|article| {
        let all =
            before.trim_start_matches("tous ").trim_start_matches("toutes ").trim_start_matches("Tous ");
        all.strip_prefix(article)
    });
    let one = |words: &str| words.split_whitespace().count() == 1 && words.starts_with(char::is_lowercase);
    behind.is_some_and(one) && one(next.trim_end())
}

/// Whether a title follows that one person has beside the first: "Ministre de la Justice, Garde des Sceaux".
fn is_second_title(before: &str, low: &str) -> bool {
    let before = lower(before);
    let state =
        ["ministre d’état", "ministre d'état", "ministre d’etat", "garde des sceaux", "ministre délégué"];
    low.starts_with("garde des sceaux") && before.contains("justice")
        || low.starts_with("ministre") && state.iter().any(|title| before.ends_with(title))
}

/// "Ministre en charge des Ports et du Numérique", "Secrétaire d’Etat à l’Eau et au Logement": a second field, where
/// no body and no short name follows.
fn goes_on_in_french(before: &str, next: &str, lexicon: &Lexicon) -> bool {
    let next = next.trim_start_matches("et ");
    let field = |of: &str| next.strip_prefix(of).filter(|name| !name.chars().take(3).all(char::is_uppercase));
    let no_body = |name: &str| lexicon.bodies.at_start(&lower(name)).is_none();
    let of = [" du ", " des ", " de "].iter().any(|of| before.contains(of));
    let to = [" à l’", " à l'", " à la ", " aux ", " au "].iter().any(|to| before.trim_start().contains(to));
    let second = (field("du ").filter(|_| of)).or_else(|| field("au ").filter(|_| to));
    second.is_some_and(no_body)
}

/// "Deputy Mayor for Health and Human Services", "Institute of Standards and Technology": a second field of an office;
/// "Archives and Records Administration": a name whose head stands at its end. No article, no head starts the second.
fn goes_on_in_english(before: &str, after: &str, lexicon: &Lexicon) -> bool {
    const OFFICES: [&str; 16] = [
        "mayor",
        "director",
        "commissioner",
        "counsel",
        "secretary",
        "administrator",
        "institute",
        "bureau",
        "division",
        "center",
        "centre",
        "agency",
        "office",
        "service",
        "council",
        "coordinator",
    ];
    let next = after.split([',', ';', ':']).next().unwrap_or(after);
    let next = next.split(" and ").next().unwrap_or(next);
    let low_next = lower(next);
    let plain = next.starts_with(char::is_uppercase)
        && !is_short_name(next)
        && lexicon.bodies.at_start(&low_next).is_none()
        && ![" of ", " for ", " to "].iter().any(|of| low_next.contains(of));
    let low = lower(before.trim());
    let of = [" for ", " of ", " to the "].iter().filter_map(|of| low.find(of)).min();
    let office = of
        .and_then(|at| low.get(..at))
        .is_some_and(|head| OFFICES.iter().any(|office| head.ends_with(office)));
    let headless = !lexicon.bodies.occur_in(&low)
        && before
            .trim()
            .trim_start_matches("the ")
            .trim_start_matches("The ")
            .starts_with(char::is_uppercase)
        && !is_short_name(before)
        && next.split_whitespace().count() > 1;
    plain && (office || headless)
}

/// Whether what follows a comma or `and` is a body of its own, not a part of the name before:
/// `Ministry of Labor, War Invalids and Social Affairs` is one.
fn stands_alone(before: &str, after: &str, lexicon: &Lexicon) -> bool {
    const FIELDS: [&str; 9] = ["de l’", "de l'", "de la ", "d’", "d'", "de ", "à l’", "à l'", "à la "];
    let next = after.split([',', ';']).next().unwrap_or(after);
    let next = next.split(" and ").next().unwrap_or(next).split(" et ").next().unwrap_or(next);
    let low = lower(next);
    let low = low
        .trim_start_matches("and ")
        .trim_start_matches("et ")
        .trim_start_matches("aux autres ")
        .trim_start_matches("the ")
        .trim_start_matches("concerned ")
        .trim_start_matches("relevant ")
        .trim_start_matches("aux ")
        .trim_start_matches("au ")
        .trim_start_matches("les ")
        .trim_start_matches("la ")
        .trim_start_matches("le ");
    let has_body =
        word_starts(low).any(|at| low.get(at..).is_some_and(|rest| lexicon.bodies.at_start(rest).is_some()));
    let in_name = [
        "inistry of",
        "inister of",
        "inistre de",
        "inistère de",
        "inistre du",
        "inistre des",
        "ommittee on",
        "epartment of",
    ]
    .iter()
    .any(|of| before.contains(of));
    // "et de l’Environnement" goes on with the name of a field.
    let field = FIELDS.iter().find_map(|of| low.strip_prefix(of));
    // "et à l’ensemble du Gouvernement".
    if field.is_some_and(|field| field.starts_with("ensemble d")) {
        return true;
    }
    if field.is_some_and(|field| lexicon.bodies.at_start(field).is_none()) {
        return false;
    }
    if goes_on_in_french(before, next, lexicon) || shares_head(before, low) {
        return false;
    }
    let chained = low.contains(" of ") && has_body;
    if is_second_title(before, &lower(next)) {
        return false;
    }
    // "le Ministre, Secrétaire général du Gouvernement" is one person.
    if before.trim().trim_start_matches("le ").trim_start_matches("au ") == "Ministre" {
        return false;
    }
    if is_short_name(next) {
        true
    } else if in_name {
        // Inside the name of a ministry no field has an article.
        let article = next.trim_start_matches("and ").starts_with("the ") && has_body;
        article || lexicon.bodies.at_start(low).is_some() || chained
    } else if is_whole_name(before, next, lexicon) {
        true
    } else {
        has_body || !next.trim_start().starts_with(char::is_uppercase)
    }
}

/// "People’s Committees of provinces and centrally run cities", "the Justices for the First and Second Departments":
/// what has its head before or behind it.
fn shares_head(before: &str, next: &str) -> bool {
    const PLACES: [&str; 9] = [
        "provinces",
        "cities",
        "districts",
        "towns",
        "communes",
        "wards",
        "counties",
        "municipalities",
        "regions",
    ];
    // What waits for its noun: "the First and Second Departments", "urban and rural districts".
    const WAITING: [&str; 14] = [
        "First",
        "Second",
        "Third",
        "Fourth",
        "Fifth",
        "Sixth",
        "urban",
        "rural",
        "local",
        "regional",
        "provincial",
        "municipal",
        "national",
        "central",
    ];
    let last = |words: &str| words.trim().rsplit(' ').next().unwrap_or_default().to_owned();
    let places = before.contains(" of ") && PLACES.contains(&last(before).as_str());
    (places && PLACES.contains(&last(next).as_str())) || WAITING.contains(&last(before).as_str())
}

/// "Vietnam News Agency, Voice of Vietnam": a name that ends with its head is over, and two words in capitals
/// start another.
fn is_whole_name(before: &str, next: &str, lexicon: &Lexicon) -> bool {
    let name = lower(before.trim());
    let open = [" of ", " for ", " on ", " and "].iter().any(|word| name.contains(word));
    let head = name.rsplit(' ').next().unwrap_or_default();
    let ends = name.contains(' ') && lexicon.bodies.at_start(head) == Some(head.len());
    let capitals = next.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count();
    !open && ends && before.trim().starts_with(char::is_uppercase) && capitals > 1
}

/// "OMB, NSC and USDS": letters that stand for a body.
fn is_short_name(next: &str) -> bool {
    let name = next.trim().trim_start_matches("and ").trim_start_matches("the ");
    (2..=8).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_uppercase())
}
