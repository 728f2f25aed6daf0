//! Instruments with a number, in the ways that English-speaking administrations write them.

use super::super::Cited;
use crate::dates;
use crate::words::Phrases;
use regex::Regex;
use std::sync::LazyLock;

/// A way of writing a number; group `symbol` is the number, `name` the whole where more is looked at.
struct Form {
    /// How the words start, in lower case.
    opens: &'static [&'static str],
    pattern: Regex,
    kind: &'static str,
}

/// Each form: how it starts, its pattern, the kind of instrument.
const FORMS: [(&[&str], &str, &str); 23] = [
    // "Executive Order (EO) No. 13800", "E.O. 7".
    (
        &["executive order", "e.o.", "eo "],
        r"^(?:(?i:executive orders?)|E\.O\.|EO)(?: \(E\.?O\.?s?\))?,? ?(?:(?:Nos?\.?|NO\.?|[Nn]umber|#) ?)?(?P<symbol>\d{1,5})(?-u:\b)",
        "other",
    ),
    // "Executive Order of May 9, 2013".
    (
        &[
            "executive order of ",
            "executive order dated ",
            "presidential memorandum of ",
            "presidential memorandum dated ",
        ],
        r"^(?i:executive order|presidential memorandum) (?:of|dated) (?P<day>\p{Lu}\p{L}+ \d{1,2}, \d{4})",
        "other",
    ),
    // "Public Law 113-283", "Pub. L. No. 107-347".
    (
        &["public law", "pub. l.", "pub.l.", "p.l."],
        r"^(?:Public Law|Pub\. ?L\.|P\.L\.)(?: No\.| Number)? ?(?P<symbol>\d+[-–]+\d+)",
        "law",
    ),
    // "Section 3553(h) of title 44, United States Code".
    (
        &["section", "chapter", "subchapter", "part "],
        r"^(?i:sections?|chapter|subchapter|part) \w[\w(),. –-]{0,40}? of [Tt]itle \d+,?(?: of the)? (?:U\.S\. Code|United States Code|Code of Federal Regulations|U\.S\.C\.)",
        "law",
    ),
    (
        &["title "],
        r"^[Tt]itle \d+,?(?: of the)? (?:U\.S\. Code|United States Code|Code of Federal Regulations|U\.S\.C\.)",
        "law",
    ),
    // "Chapter 12 of the Laws of 2031".
    (&["chapter "], r"^[Cc]hapter \d+ of the [Ll]aws of (?P<date>\d{4})", "law"),
    (
        &["local law"],
        r"^Local Laws?(?: No\.| Number)? ?(?P<symbol>\d{1,3}) (?:of|for the year) (?P<date>\d{4})",
        "law",
    ),
    // "Regulation (EU) 2016/679", "Regulation (EC) No 1907/2006".
    (
        &[
            "regulation ",
            "council regulation",
            "commission regulation",
            "commission delegated",
            "commission implementing",
        ],
        r"^(?:(?:Council|Commission|Delegated|Implementing) )*Regulation \((?:EU|EC|EEC|Euratom|EU, Euratom)\) ?(?:No\.? ?)?(?P<symbol>\d{1,4}/\d{2,4})(?-u:\b)",
        "other",
    ),
    (
        &[
            "directive ",
            "council directive",
            "commission directive",
            "commission delegated",
            "commission implementing",
        ],
        r"^(?:(?:Council|Commission|Delegated|Implementing) )*Directive (?:\((?:EU|EC|EEC)\) ?)?(?P<symbol>\d{2,4}/\d{1,4}(?:/(?:EU|EC|EEC))?)(?-u:\b)",
        "directive",
    ),
    // "Binding Operational Directive 19-02", "ED 20-02".
    (
        &["binding operational", "emergency directive", "bod ", "ed "],
        r"^(?:Binding Operational Directive|Emergency Directive|BOD|ED)(?: \((?:BOD|ED)\))?(?: No\.)? ?(?P<symbol>\d\d[-–]\d\d)(?-u:\b)",
        "directive",
    ),
    (&["directive "], r"^Directive (?:No\. ?)?(?P<symbol>\d\d-\d\d)(?-u:\b)", "directive"),
    // "Presidential Policy Directive 21", "HSPD-12".
    (
        &["presidential ", "homeland security presidential", "national security presidential"],
        r"^(?:Homeland Security |National Security )?Presidential (?:Policy |Decision )?Directive(?: \((?:PPD|HSPD|NSPD|PDD)\))?[- ](?:No\. )?(?P<symbol>\d{1,3})(?-u:\b)",
        "directive",
    ),
    (&["ppd-", "hspd-", "nspd-", "pdd-"], r"^(?P<symbol>(?:PPD|HSPD|NSPD|PDD)-\d{1,3})(?-u:\b)", "directive"),
    // "OMB Memorandum M-13-13", "Circular A-130", "M-17-25".
    (
        &[
            "omb ",
            "memorand",
            "circular ",
            "office of management and budget",
            "federal management circular",
            "m-",
        ],
        r"^(?:(?:OMB|Office of Management and Budget(?: \(OMB\))?),? )?(?:(?:Memorandum|Memoranda|Memo|Circular)s? )?(?:Nos?\. ?)?(?P<symbol>M-\d\d-\d\d)(?-u:\b)",
        "other",
    ),
    (
        &["omb ", "circular ", "office of management and budget"],
        r"^(?:(?:OMB|Office of Management and Budget(?: \(OMB\))?)(?:[’']s)? )?(?:Circulars? )?(?:Nos?\. ?)?(?P<symbol>A-\d{1,3})(?-u:\b)",
        "circular",
    ),
    // "Security Council resolution 2118 (2013)", "resolution 70/1", "decision 1/CP.21".
    (
        &[
            "security council resolution",
            "general assembly resolution",
            "human rights council resolution",
            "economic and social council resolution",
            "council resolution",
            "assembly resolution",
            "resolution ",
        ],
        r"^(?:(?:Security Council|General Assembly|Human Rights Council|Economic and Social Council|Council|Assembly) )?[Rr]esolution (?P<symbol>\d{1,4}(?:/\d{1,3}| \((?:[IVXL]+|(?:19|20)\d\d)\)|(?: [A-Z])? \([IVXL]+\)))",
        "resolution",
    ),
    (
        &["a/res/", "s/res/", "e/res/", "a/hrc/res/"],
        r"^(?:A|S|E|A/HRC)/RES/(?P<whole>\d+(?:/\d+)?(?: \(\d{4}\))?)",
        "resolution",
    ),
    // "Bill C-27", "H.R. 1770", "Senate Bill 35".
    (
        &["bill ", "house bill", "senate bill", "assembly bill", "h.r.", "council bill"],
        r"^(?:(?:House |Senate |Assembly |Council )?Bill(?: No\.)? ?(?P<symbol>[CS]-\d{1,3}|\d{1,4})|H\.R\. ?(?P<number>\d{1,4}))(?-u:\b)",
        "law",
    ),
    // "SI 2018/506", "SOR/2001-227".
    (
        &["si ", "s.i. ", "statutory instrument", "sor/"],
        r"^(?:(?:SI|S\.I\.|Statutory Instruments?)(?: No\.)? (?P<symbol>\d{4}/\d{1,4})|SOR/(?P<number>\d{2,4}-\d{1,4}))(?-u:\b)",
        "other",
    ),
    // "National Security Memorandum 22", "NIST Special Publication 800-53".
    (
        &["national security memorandum", "nsm-", "fips "],
        r"^(?:National Security Memorandum(?: \(NSM\))?|NSM|FIPS(?: Publication| PUB)?)[- ](?P<symbol>\d{1,3}(?:-\d)?)(?-u:\b)",
        "other",
    ),
    (
        &["nist special", "nist sp", "special publication"],
        r"^(?:(?:NIST )?Special Publication(?: \(SP\))?|NIST SP)[- ](?P<symbol>\d{3,4}-\d{1,3}[A-Za-z]?)(?-u:\b)",
        "other",
    ),
    // "Republic Act No. 10173", "Act No. 12 of 1996", "Presidential Decree No. 9".
    (
        &["act no", "republic act", "commonwealth act", "law no", "ordinance no"],
        r"^(?:Republic Act|Commonwealth Act|Act|Law|Ordinance) (?:No\.?|Number) ?(?P<symbol>\d{1,5}(?:/\d{2,4})?)(?-u:\b)",
        "law",
    ),
    (
        &[
            "presidential decree",
            "administrative order",
            "proclamation no",
            "department order",
            "order no",
            "notification no",
            "cabinet directive",
            "mayoral executive order",
            "memorandum circular",
            "memorandum order",
            "general order",
        ],
        r"^(?:Presidential Decree|(?:Administrative |Department |General |Memorandum |Mayoral Executive )?Order|Proclamation|Notification|Cabinet Directive|Memorandum Circular)s? (?:No\.?|Number) ?(?P<symbol>\d{1,5}(?:[-/]\d{1,4})?)(?-u:\b)",
        "other",
    ),
];

static COMPILED: LazyLock<Vec<Form>> = LazyLock::new(|| {
    let compile = |(opens, pattern, kind): &(&'static [&'static str], &str, &'static str)| {
        Some(Form { opens, pattern: Regex::new(pattern).ok()?, kind })
    };
    FORMS.iter().filter_map(compile).collect()
});

/// The words in lower case that a number follows.
pub(super) fn opens() -> impl Iterator<Item = &'static str> {
    FORMS.iter().flat_map(|(opens, ..)| *opens).copied()
}

/// Whether words that a number follows stand at the start of a text in lower case.
pub(super) fn may_open(low: &str) -> bool {
    static OPENS: LazyLock<Phrases> = LazyLock::new(|| Phrases::parts(opens()));
    OPENS.at_start(low).is_some()
}

/// The length of a number with what stands before it.
const REACH: usize = 160;

/// A numbered instrument at the start of `rest`, which stands at byte `at` of the text.
pub(super) fn at(rest: &str, low: &str, at: usize) -> Option<Cited> {
    if low.starts_with(|c: char| c.is_ascii_digit()) {
        return of_code(rest, at);
    }
    let window = rest.get(..rest.floor_char_boundary(REACH))?;
    COMPILED.iter().filter(|form| form.opens.iter().any(|opens| low.starts_with(opens))).find_map(|form| {
        let found = form.pattern.captures(window)?;
        let symbol = found.name("symbol").or_else(|| found.name("number"));
        let symbol = symbol.or_else(|| found.name("whole").and(found.get(0)));
        let day = found.name("day").and_then(|day| dates::first_date(day.as_str())).map(|(_, day)| day);
        let printed = found.name("date").map(|date| date.as_str().to_owned()).or(day);
        let end = found.get(0)?.end();
        let whole_year = symbol.is_some_and(|symbol| symbol.as_str().ends_with(')'));
        let (date, end) = match printed {
            Some(date) => (Some(date), end),
            None if whole_year => (year_in_brackets(symbol?.as_str()), end),
            None => match super::date_behind(rest, end) {
                (None, end) => (day_behind_title(rest, end), end),
                dated => dated,
            },
        };
        Some(Cited {
            range: at..at + end,
            kind: form.kind.to_owned(),
            symbol: symbol.map(|symbol| symbol.as_str().to_owned()),
            date,
            issuer: None,
            confidence: 0.9,
            rule: "citation.number",
        })
    })
}

/// "M-06-02, *Access to Records* (Dec. 16, 2005)": the day behind the title of what a number names.
fn day_behind_title(rest: &str, end: usize) -> Option<String> {
    const LONGEST: usize = 260;
    static TITLE: LazyLock<Option<Regex>> = LazyLock::new(|| {
        let word = r"(?:\p{Lu}[\p{L}\d’':&/-]*,?|of|and|for|the|to|in|on|a|as|an|with|by|from|at|through)";
        Regex::new(&format!(r"^,? [*_“\x22]{{0,2}}\p{{Lu}}[\p{{L}}\d’'-]*(?: {word}){{1,24}}[*_”\x22,]{{0,3}} \((?P<day>[^()]{{6,24}})\)")).ok()
    });
    let window = rest.get(end..rest.floor_char_boundary(end + LONGEST))?;
    let found = TITLE.as_ref()?.captures(window)?;
    dates::first_date(found.name("day")?.as_str()).map(|(_, day)| day)
}

/// The year of "2118 (2013)".
fn year_in_brackets(symbol: &str) -> Option<String> {
    let year = symbol.rsplit('(').next()?.trim_end_matches(')');
    super::is_year(year).then(|| year.to_owned())
}

/// "44 U.S.C. § 3553(b)(2)", "45 CFR part 46": title, code and section together say which law is meant.
fn of_code(rest: &str, at: usize) -> Option<Cited> {
    static CODE: LazyLock<Option<Regex>> = LazyLock::new(|| {
        let section = r"\d+[A-Za-z]*(?:[-–.]\d+)*[a-z]*(?: ?\([a-zA-Z0-9]{1,4}\))*";
        Regex::new(&format!(
            r"^\d{{1,2}} (?:U\. ?S\. ?C(?:ode|\.)|USC|C\. ?F\. ?R\.|CFR),? ?(?:§+|[Ss]ections?|[Ss]ec\.|[Pp]arts?|[Cc]h(?:apter|\.))? ?{section}(?:[-–]{section}|[-–](?:\([a-z0-9]{{1,4}}\))+|, {section}|,? and {section}|, \([a-z]\)(?:\([a-zA-Z0-9]{{1,4}}\))*)*"
        ))
        .ok()
    });
    let near = rest.get(1..rest.floor_char_boundary(8))?;
    if !near.contains(['U', 'C']) {
        return None;
    }
    let window = rest.get(..rest.floor_char_boundary(REACH))?;
    let found = CODE.as_ref()?.find(window)?;
    // "42 U.S.C. § 8256, 10 U.S.C. § 2866": the last number is the title of another.
    let another = window
        .get(found.end()..)
        .is_some_and(|rest| [" U.S.C", " USC", " C.F.R", " CFR"].iter().any(|code| rest.starts_with(code)));
    let whole = found.as_str();
    let cut = if another { whole.rfind([',', ' ']).unwrap_or(whole.len()) } else { whole.len() };
    let words = whole.get(..cut)?.trim_end_matches(" and").trim_end_matches(',');
    // The section tells the law; which part of it is meant is said by the words.
    let section = words.split('(').next().unwrap_or(words).trim_end();
    Some(Cited {
        range: at..at + words.len(),
        kind: "law".to_owned(),
        symbol: Some(section.to_owned()),
        date: None,
        issuer: None,
        confidence: 0.9,
        rule: "citation.number",
    })
}
