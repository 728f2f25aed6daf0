//! French names and subjects of instruments: whether one is meant, and where its name ends.

use crate::find::infinitive;
use crate::language::Lexicon;
use crate::words::{first_word, word_starts};

/// How an instrument without a number is told from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// By what it is about: "loi relative à …", "décret portant …".
    Subject,
    /// By its field: "Code de la route".
    Code,
    /// There is one: the constitution, "RGPD".
    Constitution,
    /// By a name of its own: "Plan national de lecture".
    Name,
}

/// How a text speaks of a kind of instrument.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mention {
    /// "un plan", "chaque directive", "la présente politique": any, or this one.
    General,
    /// "a adopté un projet de loi": one, which what follows tells.
    Passed,
    /// "le plan".
    Definite,
    /// At the start of a title, a link or a name in quotation marks.
    Marked,
    /// At the start of a sentence.
    First,
}

/// A name as it stands behind the word of a kind.
pub(super) struct Name<'a> {
    /// The kind is in a capital.
    pub(super) capital: bool,
    pub(super) mention: Mention,
    pub(super) head: &'a str,
    pub(super) words: &'a str,
}

/// How a kind is told; none for kinds that only a number or a day tells.
pub(super) fn style(lexicon: &Lexicon, head: &str) -> Option<Style> {
    let whole = |phrases: &crate::words::Phrases| phrases.at_start(head) == Some(head.len());
    match head {
        "code" => Some(Style::Code),
        "constitution" => Some(Style::Constitution),
        _ if whole(&lexicon.naming.short) => Some(Style::Constitution),
        _ if whole(&lexicon.naming.by_subject) => Some(Style::Subject),
        _ if whole(&lexicon.naming.by_name) => Some(Style::Name),
        _ => None,
    }
}

/// What the words before a kind say of it.
pub(super) fn mention(lexicon: &Lexicon, before: &str) -> Mention {
    const PASSED: [&str; 8] =
        ["adopt", "approuv", "examin", "promulgu", "pris ", "signé", "ratifi", "entériné"];
    let trimmed = before.trim_end_matches([' ', '*', '_', '\u{a0}', '\n']);
    if trimmed.ends_with(['[', '«', '“', '"', '(', '/', '>', '|']) {
        return Mention::Marked;
    }
    let word = trimmed.trim_end_matches(['’', '\'']);
    let last = word.rsplit(|c: char| !crate::words::is_word(c) && c != '-').next().unwrap_or_default();
    if last.is_empty() || trimmed.ends_with(['.', ':', ';', ',', '!', '?', '-', '–', '•']) {
        return Mention::First;
    }
    // "le nouveau plan" is one, "un nouveau plan" is none yet.
    let behind_new = |words: &str| {
        let words = words.trim_end();
        lexicon.naming.definite.at_start(last_word(words)).is_some() && !words.ends_with("un")
    };
    if lexicon.naming.definite.at_start(last) == Some(last.len()) {
        return Mention::Definite;
    }
    let new = matches!(last, "nouveau" | "nouvelle" | "premier" | "première" | "dit" | "même");
    if new && word.strip_suffix(last).is_some_and(behind_new) {
        return Mention::Definite;
    }
    if lexicon.naming.general.at_start(last) == Some(last.len()) {
        let passed = PASSED.iter().any(|word| before.contains(word));
        return if passed && !matches!(last, "ce" | "cette" | "présent" | "présente") {
            Mention::Passed
        } else {
            Mention::General
        };
    }
    Mention::First
}

fn last_word(text: &str) -> &str {
    let text = text.trim_end_matches([' ', '’', '\'']);
    text.rsplit(|c: char| !crate::words::is_word(c)).next().unwrap_or_default()
}

/// The bytes of what follows the word of a kind and tells which is meant.
pub(super) fn length(lexicon: &Lexicon, style: Style, head: &str, rest: (&str, &str)) -> Option<usize> {
    let (_, low) = rest;
    match style {
        Style::Constitution => {
            let goes_on = [" d’", " d'", " de ", " des "].iter().any(|of| low.starts_with(of));
            (!goes_on).then_some(0)
        }
        Style::Code => {
            let field = lexicon.naming.codes.at_start(low.strip_prefix(' ')?)?;
            run(lexicon, style, rest, 1 + field)
        }
        Style::Subject if head.ends_with("de finances") || head.ends_with("de règlement") => {
            Some(finances(low))
        }
        Style::Subject => {
            let adjectives = low.strip_prefix(' ').and_then(|low| lexicon.naming.adjectives.at_start(low));
            let from = adjectives.map_or(0, |length| 1 + length);
            let opener = low.get(from..)?.strip_prefix(' ')?;
            let law = ["sur", "pour"].iter().find(|word| crate::words::first_word(opener) == **word);
            let law = law.filter(|word| head.ends_with("loi") || (head == "circulaire" && **word == "sur"));
            let law = law.map(|word| word.len());
            let length = lexicon.naming.subjects.at_start(opener).or(law)?;
            run(lexicon, style, rest, from + 1 + length)
        }
        Style::Name => run(lexicon, style, rest, 0),
    }
}

/// " rectificative pour l’année 2031" behind "loi de finances".
fn finances(low: &str) -> usize {
    let mut at = 0;
    let steps: [&[&str]; 4] = [
        &[" initiale", " rectificative", " de l’année", " de l'année"],
        &[" pour", " de", " au titre de", " exercice", ", exercice"],
        &[" l’année", " l'année", " l’exercice", " l'exercice", " la gestion", " l’an"],
        &[" 19", " 20"],
    ];
    for step in steps {
        let rest = low.get(at..).unwrap_or_default();
        at += step.iter().find(|words| rest.starts_with(**words)).map_or(0, |words| words.len());
    }
    let digits = low.get(at..).unwrap_or_default().bytes().take_while(u8::is_ascii_digit).count();
    if digits == 2 {
        at + digits
    } else if low.starts_with(" rectificative") {
        " rectificative".len()
    } else {
        0
    }
}

/// The bytes of a name: its words up to a mark, a verb or a word that starts something else. `from` bytes
/// belong to it in any case.
fn run(lexicon: &Lexicon, style: Style, (text, low): (&str, &str), from: usize) -> Option<usize> {
    const LONGEST: usize = 220;
    let limit = low.floor_char_boundary(LONGEST);
    let (text, low) = (text.get(..limit)?, low.get(..limit)?);
    let mut end = from;
    // "Directive sur … et les …" goes on where "Plan de … et les …" does not.
    let about = ["sur", "relative", "relatif", "relatives"].contains(&first_word(low.trim_start()));
    let within = if about && style == Style::Name { Style::Code } else { style };
    for at in word_starts(low) {
        if at < end {
            continue;
        }
        let gap = low.get(end..at)?;
        let (word, rest) = (first_word(text.get(at..)?), low.get(at..)?);
        if !goes_over(lexicon, within, gap, rest)
            || (at > from && stops(lexicon, within, word, rest, low.get(..at)?))
        {
            break;
        }
        // An article behind a noun has a verb between them: "la politique suit la loi".
        if at > from && is_article(word) {
            let before = low.get(from..at)?;
            let last = before.trim_end().rfind([' ', '’', '\'']).map_or(0, |blank| blank + 1);
            let before = before.get(last..)?.trim();
            if !(before.is_empty() || leads_to_article(before)) {
                end = from + last;
                break;
            }
        }
        end = at + word.len();
    }
    let name = trimmed(low.get(..end)?);
    (name.trim().chars().count() > 2).then_some(name.len())
}

fn is_article(word: &str) -> bool {
    matches!(word, "le" | "la" | "les" | "un" | "une") || word.starts_with("l’") || word.starts_with("l'")
}

/// Words that an article may follow inside a name.
fn leads_to_article(word: &str) -> bool {
    const LEADS: [&str; 16] = [
        "de",
        "à",
        "sur",
        "pour",
        "dans",
        "et",
        "par",
        "entre",
        "contre",
        "portant",
        "fixant",
        "modifiant",
        "autorisant",
        "instituant",
        "vers",
        "sous",
    ];
    LEADS.contains(&word) || word.ends_with("ant")
}

/// Whether a name goes on over what stands between two words of it.
fn goes_over(lexicon: &Lexicon, style: Style, gap: &str, rest: &str) -> bool {
    if gap.trim().is_empty() || matches!(gap.trim(), "’" | "'" | "-" | "–" | "&") {
        return !gap.contains('\n');
    }
    if gap.trim() == "°" {
        return style == Style::Subject;
    }
    // A list inside the name: "création, organisation et fonctionnement de …".
    let lists = gap == ", " && style != Style::Constitution;
    let near = rest.get(..rest.floor_char_boundary(90)).unwrap_or_default();
    let near = near.split(['.', ';', ':', '(']).next().unwrap_or_default();
    let word = first_word(rest);
    let other = ["le", "la", "les", "il", "elle", "un", "une", "ce", "cette"].contains(&word)
        || word.starts_with("l’")
        || word.starts_with("l'");
    lists && near.contains(" et ") && !other && !ends_at(lexicon, rest) && !infinitive::starts(lexicon, word)
}

/// Whether a word starts something that is no part of a name.
fn stops(lexicon: &Lexicon, style: Style, word: &str, rest: &str, so_far: &str) -> bool {
    if ends_at(lexicon, rest) {
        return true;
    }
    let next = |lead: &str| rest.strip_prefix(lead).map(str::trim_start);
    let to_act = |lead: &str| next(lead).is_some_and(|after| infinitive::starts(lexicon, after));
    if ["à ", "de ", "pour ", "d’", "d'"].iter().any(|lead| to_act(lead)) {
        return true;
    }
    if let Some(after) = next("et ") {
        return stops_behind_and(lexicon, style, after, so_far);
    }
    match word {
        // "Lignes directrices de l’office sur les formats pour le dépôt": behind "sur" all belongs to the subject.
        "pour" => style == Style::Name && !is_short(so_far) && !so_far.contains(" sur "),
        "dans" | "par" | "chez" | "vers" => style == Style::Name,
        "à" | "au" | "aux" => style == Style::Name && !is_short(so_far),
        "en" => next("en ").is_some_and(|after| after.starts_with(|c: char| c.is_ascii_digit())),
        "du" => next("du ").is_some_and(starts_day),
        _ => is_verb(word),
    }
}

/// Whether something else stands behind "et": another instrument, an act, a further object.
fn stops_behind_and(lexicon: &Lexicon, style: Style, after: &str, so_far: &str) -> bool {
    let bare = [
        "le ", "la ", "les ", "l’", "l'", "du ", "de la ", "des ", "de l’", "de l'", "au ", "aux ", "à la ",
        "d’un ", "d’une ", "un ", "une ",
    ];
    let article = bare.iter().find(|article| after.starts_with(**article));
    let noun = article.map_or(after, |article| after.get(article.len()..).unwrap_or_default());
    let kind = lexicon.kinds.at_start(noun).is_some();
    // "la gestion des projets et des programmes" goes on with its list.
    let goes_on = after.starts_with("des ") && so_far.contains(" des ");
    let plural = !goes_on
        && first_word(noun).strip_suffix('s').is_some_and(|single| lexicon.kinds.of(single).is_some());
    let direct = article
        .is_some_and(|article| matches!(*article, "le " | "la " | "les " | "l’" | "l'" | "un " | "une "));
    // "Programme de bourses et du registre": the second is no part of the first.
    let articled = ["du ", "des ", "de la ", "de l’", "de l'"];
    let other =
        articled.iter().any(|of| after.starts_with(of)) && !articled.iter().any(|of| so_far.contains(of));
    let own =
        ["son ", "sa ", "ses ", "leur ", "leurs ", "ce ", "cette ", "ces ", "en ", "sur ", "pour ", "dans "]
            .iter()
            .any(|word| after.starts_with(word));
    kind || plural
        || own
        || (other && (style == Style::Name || so_far.starts_with(" sur ") || so_far.starts_with(" pour ")))
        || infinitive::starts(lexicon, after)
        || (direct && style == Style::Name)
        || ends_at(lexicon, after)
        || lexicon.duties.at_start(after).is_some()
        || (after.starts_with("à ") && style != Style::Subject)
        || ["de ", "d’", "d'"]
            .iter()
            .any(|of| after.strip_prefix(of).is_some_and(|act| infinitive::starts(lexicon, act)))
}

/// "4 mai", "jeudi 4 mai".
fn starts_day(low: &str) -> bool {
    const DAYS: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
    low.starts_with(|c: char| c.is_ascii_digit()) || DAYS.contains(&first_word(low))
}

fn ends_at(lexicon: &Lexicon, rest: &str) -> bool {
    lexicon.naming.ends.at_start(rest).is_some()
}

/// Names of one or two words so far.
fn is_short(so_far: &str) -> bool {
    so_far.split_whitespace().count() < 2
}

/// Whether a word in small letters looks like a verb of the future or of a report.
fn is_verb(word: &str) -> bool {
    word.chars().count() > 5 && (word.ends_with("eront") || word.ends_with("era") && word != "caméra")
}

/// Without small words left at the end.
fn trimmed(name: &str) -> &str {
    const LOOSE: [&str; 22] = [
        " relatifs",
        " relatives",
        " de",
        " du",
        " des",
        " la",
        " le",
        " les",
        " l",
        " d",
        " et",
        " à",
        " au",
        " aux",
        " en",
        " pour",
        " sur",
        " dans",
        " par",
        " de l",
        " de la",
        " n",
    ];
    let mut name = name.trim_end_matches([' ', '’', '\'', ',', '-', '–']);
    while let Some(cut) = LOOSE.iter().find_map(|end| name.strip_suffix(end)) {
        name = cut.trim_end_matches([' ', '’', '\'', ',']);
    }
    name
}

/// Whether a name tells one instrument from others of its kind.
pub(super) fn identifies(lexicon: &Lexicon, style: Style, name: &Name<'_>) -> bool {
    let told = !matches!(name.mention, Mention::General);
    match style {
        // In brackets a short name only says the name before it again.
        Style::Constitution => {
            name.capital
                && (name.mention == Mention::Definite
                    || name.head == "constitution" && name.mention == Mention::Marked)
        }
        Style::Code => {
            matches!(name.mention, Mention::Definite | Mention::Marked | Mention::Passed)
                || name.capital && told
        }
        Style::Subject if name.words.trim().is_empty() => {
            name.head.starts_with("projet") && name.mention == Mention::Definite
        }
        Style::Subject => told || name.words.bytes().any(|byte| byte.is_ascii_digit()),
        Style::Name => named(lexicon, name),
    }
}

/// Names of plans, strategies, norms: in a capital where the word is no first word, or with a year, an extent
/// ("national") or a name of its own.
fn named(lexicon: &Lexicon, name: &Name<'_>) -> bool {
    let low = crate::words::lower(name.words);
    let words = low.split([' ', '’', '\'']).filter(|word| !word.is_empty()).count();
    let bare = low.trim_start();
    let year = has_year(&low);
    let small = lexicon.naming.by_small_name.at_start(name.head) == Some(name.head.len());
    // "un plan quinquennal 2031-2035" is told by its years.
    if small && has_years(&low) && (words > 1 || name.head.contains(' ')) {
        return true;
    }
    if matches!(name.mention, Mention::General | Mention::Passed) || words == 0 {
        return false;
    }
    let extent = lexicon.naming.extents.at_start(bare).is_some() && words > 2;
    let about = ["sur ", "relative ", "relatif ", "relatives "].iter().any(|word| bare.starts_with(word));
    let proper = name.words.trim_start().starts_with(char::is_uppercase)
        && lexicon.naming.common.at_start(bare).is_none()
        && name.words.trim().chars().count() > 3;
    let definite = name.mention == Mention::Definite;
    if name.capital {
        let inside = matches!(name.mention, Mention::Definite | Mention::Marked);
        let of =
            ["de ", "du ", "des ", "d’", "d'", "pour "].iter().any(|of| bare.starts_with(of)) && words > 2;
        return year || extent || proper || about || inside && of;
    }
    let of_government =
        small && (low.contains(" du gouvernement du ") || low.contains(" du gouvernement de "));
    let government = small && name.head.starts_with("plan d") && low.ends_with("du gouvernement");
    let binding =
        matches!(name.head, "directive" | "règlement" | "accord" | "convention" | "protocole" | "traité");
    definite
        && (small && (year || extent || government || of_government || proper && name.head != "programme")
            || binding && about && words > 2)
}

fn has_year(low: &str) -> bool {
    low.as_bytes().windows(4).any(|four| {
        (four.starts_with(b"20") || four.starts_with(b"19")) && four.iter().all(u8::is_ascii_digit)
    })
}

/// "2031-2035".
fn has_years(low: &str) -> bool {
    let span = low.as_bytes().windows(9).find(|nine| nine.get(4) == Some(&b'-') && nine.starts_with(b"20"));
    span.is_some_and(|nine| nine.iter().filter(|byte| byte.is_ascii_digit()).count() == 8)
}
