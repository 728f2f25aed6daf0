//! How offices that write French write deadlines.

use super::deadline::{
    Anchor, Form, Made, after_event, after_issue, daily, day, days_after_issue, group, half, in_year, month,
    monthly, quarter, quarterly, this_period, weekly, yearly, years,
};
use super::span;
use regex::Captures;

/// Words without which a clause without a year or a day in figures gives no time.
pub(super) const HINTS: &[&str] = &[
    "jour",
    "ans",
    "an",
    "t1",
    "t2",
    "t3",
    "t4",
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
    "chaque",
    "quotidiennement",
    "hebdomadairement",
    "mensuellement",
    "trimestriellement",
    "annuellement",
    "tous les",
    "toutes les",
    "délai",
    "fin",
    "fois",
    "trimestre",
    "semestre",
    "semaine",
    "semaines",
    "mois",
    "jours",
    "huitaine",
    "quinzaine",
    "mensuel",
    "mensuelle",
    "trimestriel",
    "trimestrielle",
    "annuel",
    "annuelle",
    "hebdomadaire",
    "quotidien",
    "quotidienne",
];

/// What only the whole of a cell or of a label's value may be.
pub(super) const CELLS: &[Form] = &[
    (
        r"^ *(?:fin |le )?(?P<q>premier|1er|deuxième|second|2e|2ème|troisième|3e|3ème|quatrième|4e|4ème|dernier) trimestre(?: de)?(?: l[’']année)? YEAR *$",
        quarter,
    ),
    (
        r"^ *(?:fin |le )?(?P<half>premier|1er|second|deuxième|2e|2ème) semestre(?: de)?(?: l[’']année)? YEAR *$",
        half,
    ),
    (r"^ *(?:fin |début |mi[ -]?)?MOIS YEAR *$", month),
    (r"^ *(?:fin|courant|début) YEAR *$", in_year),
];

pub(super) const FORMS: &[Form] = &[
    // From one time until another.
    (
        r"(?-u:\b)d[ue] (?P<d>[0-9]{1,2})(?:er)?(?: MOIS)?(?: YEAR)? ?(?:au|-|–) ?(?P<d2>[0-9]{1,2})(?:er)? MOIS2 YEAR2END",
        span::days,
    ),
    (r"(?-u:\b)d(?:e |[’'])MOIS(?: YEAR)? ?(?:à|-|–) ?MOIS2 YEAR2END", span::months),
    (r"(?-u:\b)d[ue] (?P<q>t[1-4])(?: YEAR)? ?(?:au|à|et|-|–) ?(?P<q2>t[1-4])[ /]*YEAR2END", span::quarters),
    // A day.
    (
        r"(?:avant|d[’']ici|au plus tard|jusqu[’']au|pour|le|échéance :|délai :)(?: le| au| à)* (?P<d>[0-9]{1,2})(?:er)? MOIS(?: YEAREND)?(?: au plus tard)?",
        day_with_cue,
    ),
    // A quarter, a half, a month.
    (
        r"(?:au|avant|d[’']ici|courant|durant|pendant)(?: le| au| du| cours| fin| la| de| à)* (?P<q>premier|1er|deuxième|second|2e|2ème|troisième|3e|3ème|quatrième|4e|4ème|dernier) trimestre(?: de l[’']année| de l[’']an| de)?(?: YEAREND)?",
        quarter,
    ),
    (r"(?:au|avant|d[’']ici|fin)(?: le| au| fin)* (?P<q>t[1-4])END[ /]*(?:YEAREND)?", quarter),
    (r"(?:^|[ (])(?P<q>t[1-4])[ /-]*YEAREND", quarter),
    (
        r"(?:au|avant|d[’']ici|courant|durant)(?: le| au| du| cours| fin| la| de| à)* (?P<half>premier|1er|second|deuxième|2e) semestre(?: de l[’']année| de)?(?: YEAREND)?",
        half,
    ),
    (
        r"(?:avant|d[’']ici|au plus tard|courant|dans le courant|au cours|au)(?: la| le| à| en| fin| de| du| d[’']| mois| fin du mois)* (?:d[’'])?MOIS YEAREND",
        month,
    ),
    (r"(?:avant|d[’']ici|au plus tard)(?: la| à| en| fin| de| du| mois| mi)+[ -](?:d[’'])?MOISEND", month),
    // So long after signing, and after what has no date.
    (
        r"(?:dans|sous)(?: un| le| les)?(?: délai)?(?: maximum| maximal)?(?: de| d[’'])? ?(?P<count>[0-9]{1,3}|un|une|deux|trois|quatre|cinq|six|sept|huit|dix|quinze|vingt|trente|quarante-cinq|soixante|quatre-vingt-dix)(?: \([^)]{1,5}\))? (?P<unit>jours ouvr\w+|jours?|semaines?|mois|ans?)(?: ouvr\w+| francs| calendaires)*,? (?:à compter|à partir|après|suivant|qui suivent)(?: de| du)?(?: la| le)?(?: date)?(?: de| d[’'])?(?: ?la| ?sa| l[’'])? ?(?:signature|publication|notification|promulgation|adoption|entrée en vigueur)?(?: du présent| de la présente| du présente)? ?(?:arrêté|décret|circulaire|directive|décision|instruction|communiqué|plan|signature|publication|présente)?",
        after_issue_if_own,
    ),
    (
        r"(?:dans|sous|au cours)(?: un| le| des| les)?(?: délai)?(?: maximum| maximal)?(?: de| d[’'])? ?(?P<count>[0-9]{1,3}|un|une|deux|trois|quatre|cinq|six|sept|huit|dix|quinze|vingt|trente|soixante)(?: \([^)]{1,5}\))? (?:prochaine?s )?(?P<unit>jours|semaines?|mois)END(?: (?:à compter|à partir|après|suivant|qui suivent|de la réception|du dépôt|de la demande|de la notification)[^,.;:]{0,80})?",
        after_issue_unless_event,
    ),
    (r"sous (?P<count>huitaine|quinzaine)", in_days),
    // Spans of years and a year.
    (
        r"(?:au cours de|pendant|durant|pour) la période (?:de )?(?P<from>20[0-9]{2}) ?(?:-|–|à) ?(?P<until>20[0-9]{2})",
        years,
    ),
    (
        r"(?:avant|d[’']ici|au plus tard|au cours|courant|dans le courant|à l[’']horizon|à la fin)(?: à| la| fin| en| de| l[’']année| l[’']an|l[’']année|l[’']an| fin de l[’']année)* YEAREND",
        in_year,
    ),
    (r"(?:^|[ ,])(?P<w>en YEAR) *[;.,]? *$", in_year),
    // Of the time of issue.
    (
        r"(?:avant|d[’']ici)(?: à)? (?:la )?fin (?:du |de la |de l[’']|de cette |de ce )(?P<unit>mois|trimestre|semaine|année)END",
        this_period,
    ),
    (
        r"(?:au cours de|avant la fin de) (?:ce|cette|la présente) (?P<unit>mois|trimestre|semaine|année)END",
        this_period,
    ),
    // Again and again.
    (
        r"(?-u:\b)(?:chaque jour|quotidiennement|tous les jours|une fois par jour|(?:rapport|point|bilan|compte rendu|situation|communication|suivi) quotidien(?:ne)?)END",
        daily,
    ),
    (
        r"(?-u:\b)(?:chaque semaine|hebdomadairement|toutes les semaines|une fois par semaine|(?:rapport|point|bilan|compte rendu|communication|réunion|situation|état)s? hebdomadaires?)END",
        weekly,
    ),
    (
        r"(?-u:\b)(?:chaque mois|mensuellement|tous les mois|une fois par mois|(?:rapport|point|bilan|état|communication|réunion|situation|compte rendu)s? mensuel(?:le)?s?)END",
        monthly,
    ),
    (
        r"(?-u:\b)(?:chaque trimestre|trimestriellement|tous les trimestres|une fois par trimestre|tous les trois mois|(?:rapport|point|bilan|état|communication|réunion|situation|compte rendu)s? trimestriel(?:le)?s?)END",
        quarterly,
    ),
    (
        r"(?-u:\b)(?:chaque année|annuellement|tous les ans|une fois par an|(?:rapport|bilan|point|compte rendu|évaluation|communication)s? annuel(?:le)?s?)END",
        yearly,
    ),
];

/// "le 4 mars" alone tells of a day; with "avant", "au plus tard" or "d’ici" it is a deadline.
fn day_with_cue(found: &Captures<'_>, anchor: Anchor) -> Made {
    let words = found.get(0)?.as_str();
    let bare = words.starts_with("le ") && !words.ends_with("au plus tard");
    if bare { None } else { day(found, anchor) }
}

/// The period runs from this document when it says so, or from its signing or publication.
fn after_issue_if_own(found: &Captures<'_>, anchor: Anchor) -> Made {
    let words = found.get(0)?.as_str();
    let own =
        words.contains("présent") || ["signature", "publication"].iter().any(|own| words.ends_with(own));
    if own { after_issue(found, anchor) } else { None }
}

fn after_issue_unless_event(found: &Captures<'_>, anchor: Anchor) -> Made {
    const EVENTS: [&str; 9] = [
        "à compter",
        "à partir",
        "après",
        "suivant",
        "qui suivent",
        "de la réception",
        "du dépôt",
        "de la demande",
        "de la notification",
    ];
    let words = found.get(0)?.as_str();
    let event = EVENTS.iter().any(|event| words.contains(event));
    if event { after_event(found, anchor) } else { after_issue(found, anchor) }
}

/// "sous huitaine", "sous quinzaine".
fn in_days(found: &Captures<'_>, anchor: Anchor) -> Made {
    let days = if group(found, "count")? == "huitaine" { 8 } else { 15 };
    Some(days_after_issue(days, anchor))
}

#[cfg(test)]
mod tests {
    use super::super::{Anchor, deadline};
    use crate::Language;
    use crate::words::lower;
    use jiff::civil::Date;

    /// (a clause, the code, whether it leans on the day of issue), for a document of 17 November 2025.
    const FOUND: [(&str, Option<&str>, bool); 44] = [
        ("tenir les états généraux du 28 février au 2 mars 2026", Some("2026-02-28/2026-03-02"), false),
        ("former les pilotes de décembre 2025 à mai 2026", Some("2025-12/2026-05"), false),
        ("ouvrir les registres de T1 à T3 2026", Some("2026-Q1/2026-Q3"), false),
        ("avant la fin de l’année 2026", Some("2026"), false),
        ("au plus tard le 31 mars 2026", Some("2026-03-31"), false),
        ("le 31 mars 2026 au plus tard", Some("2026-03-31"), false),
        ("d’ici au 15 décembre", Some("2025-12-15"), true),
        ("avant le 1er février 2026", Some("2026-02-01"), false),
        ("avant fin juin", Some("2026-06"), true),
        ("d'ici fin juin 2026", Some("2026-06"), false),
        ("avant la fin du mois de décembre 2025", Some("2025-12"), false),
        ("au mois de mai 2026", Some("2026-05"), false),
        ("d’ici à fin 2026", Some("2026"), false),
        ("d’ici 2030", Some("2030"), false),
        ("au premier trimestre 2026", Some("2026-Q1"), false),
        ("au cours du deuxième trimestre de l’année 2026", Some("2026-Q2"), false),
        ("au premier trimestre", Some("2026-Q1"), true),
        ("au second semestre 2026", Some("2026-12"), false),
        ("d’ici la fin du mois", Some("2025-11"), true),
        ("avant la fin de l’année", Some("2025"), true),
        ("avant la fin du trimestre", Some("2025-Q4"), true),
        (
            "dans un délai de trente jours à compter de la publication du présent arrêté",
            Some("2025-12-17"),
            true,
        ),
        ("dans un délai de trente jours", Some("2025-12-17"), true),
        ("au cours des deux prochaines semaines", Some("2025-12-01"), true),
        ("sous quinzaine", Some("2025-12-02"), true),
        ("dans un délai de deux mois à compter de la réception du dossier", None, false),
        ("durant la période 2026-2030", Some("2026/2030"), false),
        ("ouvrir trois centres en 2026.", Some("2026"), false),
        ("présenter chaque mois un état", Some("monthly"), false),
        ("transmettre un rapport trimestriel", Some("quarterly"), false),
        ("se réunir chaque semaine", Some("weekly"), false),
        ("publier un bilan annuel", Some("yearly"), false),
        ("rendre compte quotidiennement", Some("daily"), false),
        ("rendre compte tous les trimestres", Some("quarterly"), false),
        ("faire une communication hebdomadaire sur les crues", Some("weekly"), false),
        ("faire une communication mensuelle sur les bacs", Some("monthly"), false),
        ("lui faire la situation quotidienne", Some("daily"), false),
        ("T3 2026", Some("2026-Q3"), false),
        ("porter le parc à douze bacs à l’horizon 2030", Some("2030"), false),
        ("à la fin de l’année 2026", Some("2026"), false),
        ("se réunir au moins une fois par trimestre", Some("quarterly"), false),
        ("contrôler le bac une fois par an", Some("yearly"), false),
        ("dans les trois mois de la réception de la circulaire", None, false),
        ("dans les trente jours qui suivent la publication du présent arrêté", Some("2025-12-17"), true),
    ];

    const LEFT_ALONE: [&str; 12] = [
        "le budget annuel de l’État",
        "la loi de finances 2026",
        "le 4 décembre 2025, le Conseil a examiné",
        "dans les meilleurs délais",
        "la vie quotidienne des habitants",
        "avant toute décision",
        "réhabiliter douze écoles",
        "le plan 2021-2030",
        "une fois par le fleuve",
        "l’horizon 2030 reste ouvert",
        "à la fin du fleuve",
        "le rapport de juin 2024 sur les bacs",
    ];

    /// What is read instead.
    fn differs((clause, code, relative): (&str, Option<&str>, bool)) -> Option<String> {
        let Some(due) = deadline(clause, &lower(clause), Language::Fr, anchor()) else {
            return Some(format!("{clause}: nothing"));
        };
        let right = (due.code.as_deref(), due.relative) == (code, relative) && clause.contains(&due.words);
        (!right).then(|| format!("{clause}: {due:?}"))
    }

    fn anchor() -> Anchor {
        Anchor { issued: Date::new(2025, 11, 17).ok() }
    }

    #[test]
    fn deadlines_as_french_offices_write_them() {
        let wrong: Vec<String> = FOUND.iter().filter_map(|case| differs(*case)).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn what_only_looks_like_a_deadline_is_left_alone() {
        let found = |clause: &&str| deadline(clause, &lower(clause), Language::Fr, anchor());
        let found: Vec<_> = LEFT_ALONE.iter().filter_map(found).collect();
        assert_eq!(found, []);
    }
}
