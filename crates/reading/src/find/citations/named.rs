//! Citations without a number: laws by their names, resolutions by the congress that passed them.

use super::Cited;
use crate::Language;
use crate::dates;
use crate::find::parties;
use crate::language::Lexicon;
use crate::structure::Document;
use crate::words::lower;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// Citations by name, in the order of the text; they may overlap those by number.
pub(super) fn find(document: &Document, lexicon: &Lexicon) -> Vec<Cited> {
    match document.language {
        Language::Vi => vietnamese(document, lexicon),
        Language::En => by_patterns(document, &EN),
        Language::Fr => by_patterns(document, &FR),
    }
}

/// `Luật Đầu tư` right before a number: where it starts, and its kind.
pub(super) fn law_before(head: &str, from: usize, lexicon: &Lexicon) -> Option<(usize, String)> {
    static LAW: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?:Bộ luật|Bộ Luật|Luật|Pháp lệnh|Law on|Code)\s+\p{Lu}[^.;:()]{2,70}$").ok()
    });
    let _ = lexicon;
    let tail = head.get(from..)?;
    let last = LAW.as_ref()?.find_iter(tail).last()?;
    let words = last.as_str();
    let name_ends = vietnamese_law_end(words)?;
    (name_ends == words.trim_end().len()).then(|| (from + last.start(), "law".to_owned()))
}

fn vietnamese(document: &Document, lexicon: &Lexicon) -> Vec<Cited> {
    static LAW: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"(?:Bộ luật|Bộ Luật|Luật|LUẬT|Pháp lệnh|Hiến pháp)\s+\p{Lu}").ok());
    static NAMED: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?i)(?P<kind>nghị quyết|văn kiện)\s+(?:của\s+)?(?P<body>đại hội|hội nghị)|(?P<kind2>chương trình hành động|kế hoạch hành động|nghị quyết|chỉ thị|kết luận|thông báo kết luận)\s+(?:số\s+)?của\s+(?P<body2>\p{Lu})").ok()
    });
    let text = document.flow.text();
    let mut out = Vec::new();
    if let Some(law) = LAW.as_ref() {
        out.extend(law.find_iter(text).filter_map(|found| law_at(text, found.start())));
    }
    if let Some(named) = NAMED.as_ref() {
        for found in named.captures_iter(text) {
            let (Some(whole), Some(body)) = (found.get(0), found.name("body").or(found.name("body2"))) else {
                continue;
            };
            let kind = found.name("kind").or(found.name("kind2")).map_or("", |k| k.as_str());
            let plural = document.flow.low().get(..whole.start()).is_some_and(|low| low.ends_with("các "));
            if let Some(cited) = of_body(text, whole.start(), kind, body.start(), lexicon).filter(|_| !plural)
            {
                out.push(cited);
            }
        }
    }
    out
}

/// A law by its name: `Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025`.
fn law_at(text: &str, start: usize) -> Option<Cited> {
    let window = text.get(start..text.floor_char_boundary(start + 200))?;
    let end = start + vietnamese_law_end(window)?;
    let (date, end) = super::date_after(text, end);
    Some(Cited {
        range: start..end,
        kind: "law".into(),
        symbol: None,
        date,
        issuer: None,
        confidence: 0.9,
        rule: "citation.law",
    })
}

/// Words at which the name of a law ends.
const LAW_ENDS: &str = "trình|số|ngày|năm|về|theo|quy|được|đã|để|cho|trong|có|thì|là|tại|như|hiện|sửa|khi|trước|\
    này|và các|đến|hướng|nhằm|phải|do|ban hành|trên|cũng|không|vào|hoặc|từ|gồm|sau|đối|liên quan|còn|mới|chưa|sẽ|nêu|thuộc|của|quản lý nhà nước";

/// Where the name of a law ends: at a mark, at a number, or at a word that starts something new.
fn vietnamese_law_end(window: &str) -> Option<usize> {
    let low = lower(window);
    let kind = ["bộ luật", "luật", "pháp lệnh", "hiến pháp"].iter().find(|kind| low.starts_with(**kind))?;
    let mut end = kind.len();
    for word in words_of(window).skip_while(|word| word.end <= kind.len()) {
        let piece = low.get(word.clone())?;
        let gap = window.get(end..word.start)?;
        let rest = low.get(word.start..)?;
        let amending = end == kind.len() && (rest.starts_with("sửa đổi") || rest.starts_with("ban hành"));
        // Names that hold such a word: "Luật Quy hoạch", "… văn bản quy phạm pháp luật".
        let inner = ["quy phạm pháp luật", "quy chuẩn kỹ thuật"].iter().any(|name| rest.starts_with(name))
            || (end == kind.len() && rest.starts_with("quy hoạch"));
        let stops = !inner
            && LAW_ENDS.split('|').any(|e| rest.starts_with(e) && crate::words::is_boundary(rest, e.len()));
        let behind_phap = low.get(..word.start)?.trim_end().ends_with("pháp");
        let another = rest.starts_with("và nghị định")
            || rest.starts_with("và luật")
            || rest.starts_with("và pháp luật")
            || (rest.starts_with("luật") && !behind_phap)
            || rest.starts_with("và pháp lệnh");
        let list =
            gap.trim() == "," && window.get(word.clone())?.starts_with(char::is_uppercase) && !is_kind(piece);
        if (stops && !amending) || another || (!gap.trim().is_empty() && !list) {
            break;
        }
        // After a comma only a name in capitals goes on: "Luật Phòng, chống ma túy".
        end = word.end;
    }
    (end > kind.len()).then(|| window.get(..end).map_or(end, |w| w.trim_end_matches(" và").len()))
}

fn is_kind(word: &str) -> bool {
    matches!(word, "luật" | "nghị" | "thông" | "quyết" | "pháp" | "bộ" | "chỉ" | "kế")
}

/// The words of a text: runs without blanks and marks.
fn words_of(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let start = at + rest.find(|c: char| c.is_alphanumeric())?;
        let rest = text.get(start..)?;
        let end = start + rest.find(|c: char| !(c.is_alphanumeric() || c == '-')).unwrap_or(rest.len());
        at = end;
        Some(start..end)
    })
}

/// An instrument by the body that passed it: `Nghị quyết Đại hội XVI Đảng bộ thành phố`.
fn of_body(text: &str, start: usize, kind: &str, body: usize, lexicon: &Lexicon) -> Option<Cited> {
    let rest = text.get(body..text.floor_char_boundary(body + 240))?;
    let length = parties::issuer(rest, Language::Vi, lexicon)?;
    let issuer = rest.get(..length)?.to_owned();
    let kind = lexicon.kinds.of(&lower(kind)).unwrap_or("other");
    let (date, end) = super::date_after(text, body + length);
    Some(Cited {
        range: start..end,
        kind: kind.to_owned(),
        symbol: None,
        date,
        issuer: Some(issuer),
        confidence: 0.65,
        rule: "citation.body",
    })
}

/// A way of naming an instrument in English or French, and its kind; group `name` is the whole,
/// group `issuer` the body.
struct Naming {
    pattern: Regex,
    kind: &'static str,
    rule: &'static str,
}

fn naming(list: &[(&str, &'static str)]) -> Vec<Naming> {
    let compile = |(pattern, kind): &(&str, &'static str)| {
        Some(Naming { pattern: Regex::new(pattern).ok()?, kind, rule: "citation.name" })
    };
    list.iter().filter_map(compile).collect()
}

static EN: LazyLock<Vec<Naming>> = LazyLock::new(|| {
    naming(&[
        (
            r"(?P<name>Resolutions? of the (?P<issuer>(?:\d+(?:st|nd|rd|th) )?(?:[\p{Lu}][\p{L}’']+ )*(?:Congress|Plenum|Conference)(?: of the (?:[\p{Lu}][\p{L}’']+ ?)+)?(?: for the \d{4}-\d{4} term)?))",
            "resolution",
        ),
        (
            r"(?P<name>(?P<date>(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}) (?:Law (?:on|Amending)|Labor Code|[\p{Lu}]\p{L}+ Code|Ordinance on)(?: (?:on|and|of|a|the|in|for|Number|Articles|Supplementing|[\p{Lu}][\p{L}-]+))*)",
            "law",
        ),
        (
            r"(?P<name>(?:(?:[\p{Lu}][\p{L}’'-]+|of|and|the|on) ){0,6}(?:Act|Constitution)(?: of \d{4})?)(?-u:\b)",
            "law",
        ),
        (
            r"(?P<name>(?:(?:State|Civil|Penal|Labor|Public|Investment|Enterprise|Land|Construction|Housing) )(?:Budget |Investment |Property )?(?:Law|Code))(?-u:\b)",
            "law",
        ),
        (r"(?P<name>state budget law)(?-u:\b)", "law"),
        (
            r"(?P<name>Law on (?:the )?[\p{Lu}]\p{L}+(?:(?: (?:and|of|for|in|the|on))? [\p{Lu}][\p{L}-]+)*)",
            "law",
        ),
        (r"(?P<name>(?:Public Law|P\.L\.|Pub\. L\.)(?: No\.)? \d+[-–]\d+)", "law"),
        (r"(?P<name>(?:Executive Order|E\.O\.)(?: No\.| \(E\.?O\.?\))? ?(?P<symbol>\d{2,5}))", "directive"),
        (
            r"(?P<name>(?:Binding Operational Directive|Emergency Directive|BOD|ED)(?: \((?:BOD|ED)\))? (?P<symbol>\d\d-\d\d))",
            "directive",
        ),
        (
            r"(?P<name>(?:OMB )?(?:Memorandum|Memo|Circular)(?: No\.)? (?P<symbol>[AM]-\d{2,3}(?:-\d{2})?))",
            "other",
        ),
        (
            r"(?P<name>(?:\d{4} )?National (?:Intelligence|Security|Cyber|Defense|Data)? ?Strategy(?: of the [\p{Lu}]\p{L}+(?: (?:of|[\p{Lu}]\p{L}+))*)?)",
            "other",
        ),
        (r"(?P<name>(?P<issuer>President)[’']s Management Agenda)", "other"),
    ])
});

static FR: LazyLock<Vec<Naming>> = LazyLock::new(|| {
    naming(&[
        (
            r"(?P<name>(?i:projet de loi de finances)(?: (?:initiale|rectificative))?(?: pour (?:l[’']année )?\d{4})?)",
            "law",
        ),
        (
            r"(?P<name>(?i:projet de loi|loi organique|loi)(?: n° ?(?P<symbol>[\d-]+))(?: du (?P<date>\d{1,2}(?:er)? \p{L}+ \d{4}))?)",
            "law",
        ),
        (
            r"(?P<name>(?i:projet de loi) (?:portant|relatif|relative|modifiant|autorisant|d[’']orientation)[^.;\n]{5,160})",
            "law",
        ),
        (r"(?P<name>(?i:projet de décret) (?:portant|relatif|modifiant|fixant)[^.;\n]{5,180})", "decree"),
        (
            r"(?P<name>(?i:décret|arrêté)(?: n° ?(?P<symbol>[\d-]+))(?: du (?P<date>\d{1,2}(?:er)? \p{L}+ \d{4}))?)",
            "decree",
        ),
        (r"(?P<name>(?:Loi|Code) (?:sur|de|du|des|relative|général|électoral)[^.;,\n]{3,70})", "law"),
        (
            r"(?P<name>(?:Nouveau )?(?:Référentiel|Agenda national de [Tt]ransformation) (?:[\p{Lu}]\p{L}+ )?\d{4})",
            "other",
        ),
        (
            r"(?P<name>(?i:plan d[’']actions?)(?: (?:quinquennal|national|prioritaires?|gouvernemental|des (?P<issuer>départements ministériels)))+(?: sur la période [\p{L}]+-[\p{L}]+ \d{4}| \d{4}-\d{4})?)",
            "plan",
        ),
        (
            r"(?P<name>(?:Directive|Politique|Norme|Charte|Stratégie) (?:sur|du|de la|des|nationale)[^.;,\n]{3,80})",
            "other",
        ),
    ])
});

fn by_patterns(document: &Document, namings: &[Naming]) -> Vec<Cited> {
    let text = document.flow.text();
    let each = namings.iter().flat_map(|naming| {
        naming.pattern.captures_iter(text).filter_map(|found| {
            let name = found.name("name")?;
            let words = |group: &str| found.name(group).map(|m| m.as_str().to_owned());
            let date = words("date").and_then(|date| dates::first_date(&date)).map(|(_, day)| day);
            let end = name.start() + name.as_str().trim_end().len();
            (end > name.start() + 4).then(|| Cited {
                range: name.start()..end,
                kind: naming.kind.to_owned(),
                symbol: words("symbol"),
                date,
                issuer: words("issuer").map(|i| i.trim_end().to_owned()),
                confidence: 0.8,
                rule: naming.rule,
            })
        })
    });
    each.collect()
}
