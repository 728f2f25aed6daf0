//! Requests that one body puts to another: "kiến nghị Chính phủ …", "requested the General
//! Secretary to …".

use super::annex;
use super::parties;
use super::scene::Scene;
use super::signs::Sign;
use super::tasks;
use super::zone::Zone;
use crate::Language;
use crate::dates::Due;
use crate::reading::Proposal;
use crate::structure::{Block, Column};
use crate::words::{Phrases, lower};
use std::ops::Range;
use std::sync::LazyLock;

/// A request in the flow.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    pub(super) range: Range<usize>,
    from: Option<String>,
    to: Option<String>,
    due: Option<Due>,
    confidence: f64,
    /// It stands inside a task, which stays one.
    pub(super) inside: bool,
}

impl Asked {
    pub(super) fn publish(self, scene: &Scene<'_>) -> Proposal {
        Proposal {
            span: super::span(scene, self.range, self.confidence, "request"),
            from: self.from,
            to: self.to,
            deadline_relative: self.due.as_ref().is_some_and(|due| due.relative),
            deadline_words: self.due.as_ref().map(|due| due.words.clone()),
            deadline: self.due.and_then(|due| due.code),
        }
    }
}

/// All requests in the order of the text.
pub(super) fn find(scene: &Scene<'_>) -> Vec<Asked> {
    let asked = asked_by_headings(scene);
    let mut out = of_tables(scene);
    let tables = scene.document.tables.iter().filter(|table| table.lists_requests());
    let tables: Vec<Range<usize>> = tables.filter_map(crate::structure::Table::range).collect();
    for (at, block) in scene.blocks() {
        if tables.iter().any(|table| table.contains(&block.range.start)) {
            continue;
        }
        let zone = scene.zone(at);
        let below = scene.document.blocks.get(at + 1).is_some_and(|next| next.parent == Some(at));
        let heads = below && heading_asks(scene, at, block).is_some();
        if heads {
            continue;
        }
        if let Some(asked) = answered(scene, at, block) {
            out.push(asked);
        } else if zone != Zone::Idle || scene.is_news() {
            let above = block.parent.and_then(|parent| asked.get(parent)).and_then(Option::as_deref);
            let before = out.len();
            in_block(scene, block, zone, &mut out);
            if let Some(to) = above.filter(|_| out.len() == before) {
                below_heading(scene, block, to, &mut out);
            }
        }
    }
    out.extend(considered(scene));
    out.sort_by_key(|asked| asked.range.start);
    out
}

/// The rows of tables of requests: "TT | Tỉnh kiến nghị | Nội dung | Cơ quan xử lý".
fn of_tables(scene: &Scene<'_>) -> Vec<Asked> {
    let mut out = Vec::new();
    let tables = scene.document.tables.iter().filter(|table| table.lists_requests());
    for (table, row) in tables.flat_map(|table| table.rows.iter().map(move |row| (table, row))) {
        let Some(subject) = table.cell(row, Column::Request) else { continue };
        let words = |kind| table.cell(row, kind).map(|cell| scene.words(cell).replace('\n', " "));
        for range in annex::pieces(scene, subject) {
            let asked = request(scene, range.clone(), Zone::Requests).and_then(|(_, to)| to);
            let (from, to) = (words(Column::Asking), asked.or_else(|| words(Column::Answering)));
            let due = scene.due(range.clone());
            out.push(Asked { range, from, to, due, confidence: 0.8, inside: false });
        }
    }
    out
}

/// What a task has somebody consider: "Xem xét kiến nghị của Tỉnh về mở thêm bến phà". The task
/// stays one.
fn considered(scene: &Scene<'_>) -> Vec<Asked> {
    const ASKED: &str = "kiến nghị của ";
    const FAR: usize = 90;
    if scene.kind != "notice" || scene.language() != Language::Vi {
        return Vec::new();
    }
    let blocks = scene.blocks().filter(|(at, block)| {
        block.marker.is_some() && scene.zone(*at) != Zone::Idle && answered(scene, *at, block).is_none()
    });
    let found = blocks.flat_map(|(_, block)| {
        let low = scene.low(block.range.clone());
        low.match_indices(ASKED).filter_map(move |(at, _)| {
            let behind = low.get(at + ASKED.len()..)?;
            let matter = behind.find(" về ").filter(|about| *about < FAR)?;
            let from = scene.words(block.range.clone()).get(at + ASKED.len()..)?.get(..matter)?;
            let lexicon = scene.lexicon;
            parties::body_at_start(from, behind, lexicon).or_else(|| lexicon.lone_heads.at_start(behind))?;
            let ends =
                [";", ". ", ", báo cáo", ", trình", ", gửi", " và xử lý", " và báo cáo", " để ", " theo "];
            let end = ends.iter().filter_map(|end| behind.get(matter..)?.find(end)).min();
            let end = end.map_or(behind.trim_end_matches('.').len(), |end| matter + end);
            Some(Asked {
                range: block.range.start + at..block.range.start + at + ASKED.len() + end,
                from: Some(from.to_owned()),
                to: None,
                due: None,
                confidence: 0.6,
                inside: true,
            })
        })
    });
    found.collect()
}

/// The body that a heading asks, for each block the one of the nearest heading above: "7. Đề nghị Ủy ban Mặt trận
/// Tổ quốc" with what it should do below.
fn asked_by_headings(scene: &Scene<'_>) -> Vec<Option<String>> {
    let mut asked: Vec<Option<String>> = Vec::with_capacity(scene.document.blocks.len());
    for (at, block) in scene.blocks() {
        let above = || block.parent.and_then(|parent| asked.get(parent).cloned().flatten());
        let own = heading_asks(scene, at, block);
        let next = own.or_else(above);
        asked.push(next);
    }
    asked
}

/// The bodies of a heading that is "Đề nghị" and their names; a letter orders so, politely.
fn heading_asks(scene: &Scene<'_>, at: usize, block: &Block) -> Option<String> {
    const MOST_WORDS: usize = 16;
    const ASK: &str = "đề nghị ";
    let low = scene.low(block.range.clone());
    let rest_low = low.strip_prefix(ASK)?.trim_end_matches([':', ' ']);
    let polite = scene.kind == "dispatch" && !outside_command(scene, rest_low);
    if scene.language() != Language::Vi || polite || scene.is_news() || low.len() > 400 {
        return None;
    }
    let rest = scene.words(block.range.clone()).get(ASK.len()..ASK.len() + rest_low.len())?;
    let lexicon = scene.lexicon;
    let list =
        parties::list_length(rest, rest_low, lexicon, &[&lexicon.verbs, &lexicon.adverbs, &lexicon.duties])?;
    // "6. Đề nghị các tổ chức cung cấp dịch vụ chi trả" above its items: what the bodies do belongs to their name.
    let heads = block.marker.is_some()
        && scene.document.has_children(at)
        && !rest.ends_with(['.', ';'])
        && rest.split_whitespace().take(MOST_WORDS + 1).count() <= MOST_WORDS;
    (list == rest.len() || heads).then(|| rest.to_owned())
}

/// What a block below such a heading asks for: each clause that says something.
fn below_heading(scene: &Scene<'_>, block: &Block, to: &str, out: &mut Vec<Asked>) {
    if block.opens {
        return;
    }
    for range in block.clauses.iter().map(|clause| clause.range.clone()) {
        let low = scene.low(range.clone());
        let acts =
            scene.lexicon.verbs.at_start(low).or_else(|| scene.lexicon.adverbs.at_start(low)).is_some();
        if acts && low.split_whitespace().count() > 3 {
            let due = scene.due(range.clone());
            out.push(Asked {
                range,
                from: None,
                to: Some(to.to_owned()),
                due,
                confidence: 0.7,
                inside: false,
            });
        }
    }
}

/// In a notice of conclusions the requests of a locality are headings that the answer follows: "VỀ MỘT SỐ
/// KIẾN NGHỊ CỦA TỈNH: 1. Về việc bổ sung vốn …".
fn answered(scene: &Scene<'_>, at: usize, block: &Block) -> Option<Asked> {
    let low = scene.low(block.range.clone());
    let subject = low.strip_prefix("về ").or_else(|| low.strip_prefix("đối với "))?;
    let prefix = low.len() - subject.len();
    block.marker?;
    let named = ["kiến nghị", "đề nghị", "đề xuất"].iter().any(|ask| subject.starts_with(ask));
    let heading = scene.document.ancestors(block).map(|(_, b)| b).find_map(|b| {
        let low = scene.low(b.range.clone());
        let asks =
            low.len() < 200 && scene.lexicon.request_headings.occur_in(low) && low.contains("kiến nghị");
        asks.then(|| b.range.clone())
    });
    // "1. Về hạ tầng năng lượng:" above an item that says itself what was asked.
    let said_below = || {
        let below = scene.document.blocks.get(at + 1..).unwrap_or_default().iter();
        let mut below = below.take_while(|other| other.parent.is_some_and(|parent| parent >= at));
        below.any(|other| scene.low(other.range.clone()).contains("kiến nghị của "))
    };
    if !(named || heading.is_some()) || !(named || subject.starts_with("việc ")) && said_below() {
        return None;
    }
    let skipped = prefix + if subject.starts_with("việc ") { "việc ".len() } else { 0 };
    let words = scene.words(block.range.clone());
    // "Đối với kiến nghị …, giao Bộ Tài chính …": the answer is no part of the request.
    let answers = [":", ", giao ", ", đề nghị ", ", yêu cầu "];
    let end = answers.iter().filter_map(|answer| low.find(answer)).min().unwrap_or(words.len());
    let end = words.get(..end)?.trim_end_matches(['.', ';', ' ']).len();
    let from = heading.and_then(|range| {
        let at = scene.low(range.clone()).find("kiến nghị của ")? + "kiến nghị của ".len();
        scene.words(range).get(at..).map(|body| body.trim_end_matches([':', '.']).to_owned())
    });
    (end > skipped).then(|| Asked {
        range: block.range.start + skipped..block.range.start + end,
        from,
        to: None,
        due: None,
        confidence: 0.7,
        inside: false,
    })
}

/// A request goes on through the clauses of its sentence, and of its block as long as each
/// starts with a request or a verb.
fn in_block(scene: &Scene<'_>, block: &Block, zone: Zone, out: &mut Vec<Asked>) {
    if !scene.shows(&block.range, Sign::Request) {
        return;
    }
    let mut open: Option<(Option<String>, Option<String>)> = None;
    for clause in &block.clauses {
        let range = clause.range.clone();
        if clause.starts_sentence {
            open = None;
        }
        match request(scene, range.clone(), zone) {
            Some(found) => open = Some(found),
            None if open.is_none() => continue,
            // "…; cơ chế tài chính" only says more of what was asked; "…; trường hợp vượt thẩm quyền, Sở …" asks nobody.
            None if !tasks::may_act(scene, range.clone()) => {
                match out.last_mut().filter(|_| is_fragment(scene.low(range.clone()))) {
                    Some(last) => last.range.end = range.end,
                    None => open = None,
                }
                continue;
            }
            None => {}
        }
        let Some((from, to)) = open.clone() else { continue };
        let due = scene.due(range.clone());
        out.push(Asked { range, from, to, due, confidence: 0.75, inside: false });
    }
}

/// Whether a clause without a verb at its start is a noun alone: short, no condition and no duty.
fn is_fragment(low: &str) -> bool {
    const MOST_WORDS: usize = 24;
    let conditional = ["trường hợp", "nếu ", "khi ", "trong "].iter().any(|word| low.starts_with(word));
    !conditional && !low.contains(" phải ") && low.split_whitespace().count() <= MOST_WORDS
}

/// Who asks whom in a clause.
fn request(scene: &Scene<'_>, range: Range<usize>, zone: Zone) -> Option<(Option<String>, Option<String>)> {
    match scene.language() {
        Language::Vi => vietnamese(scene, range, zone),
        Language::En => english(scene, range),
        Language::Fr => french(scene, range, zone),
    }
}

/// Words that ask under a heading that asks.
static ASKS: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(ASKING.iter().copied()));

/// The same words, for a quick look.
pub(super) const ASKING: &[&str] = &["đề nghị", "đề xuất"];

/// "Kiến nghị Chính phủ …"; "Đề nghị Bộ …" under a heading that asks.
fn vietnamese(
    scene: &Scene<'_>,
    range: Range<usize>,
    zone: Zone,
) -> Option<(Option<String>, Option<String>)> {
    let (words, low) = (scene.words(range.clone()), scene.low(range));
    let lexicon = scene.lexicon;
    let (at, length) = match lexicon.requests.find(low) {
        Some(found) => found,
        None if zone == Zone::Requests => ASKS.find(low)?,
        None => asked_of_others(scene, low)?,
    };
    let before = low.get(..at)?.trim_end();
    let noun = [
        "các",
        "những",
        "và",
        "khó khăn, vướng mắc,",
        "ý kiến,",
        "đề xuất,",
        "phản ánh,",
        "về",
        "tiếp nhận",
        "giải quyết",
        "tổng hợp",
        "theo",
        "có",
        "báo cáo,",
        "vướng mắc,",
        "tố cáo,",
    ]
    .iter()
    .any(|n| before.ends_with(n));
    if noun || before.split_whitespace().count() > 24 {
        return None;
    }
    let rest = words.get(at + length..)?.trim_start_matches([' ', ',', ':', '-']);
    let rest_low = lower(rest).trim_start_matches("với ").to_owned();
    let rest = rest.get(rest.len() - rest_low.len()..)?;
    let list =
        parties::list_length(rest, &rest_low, lexicon, &[&lexicon.verbs, &lexicon.adverbs, &lexicon.duties])?;
    let from = words
        .get(..at)
        .map(|f| f.trim().trim_end_matches(','))
        .filter(|f| parties::body_at_start(f, &lower(f), lexicon).is_some());
    Some((from.map(str::to_owned), rest.get(..list).map(str::to_owned)))
}

/// "Đề nghị" that opens a clause asks a body outside the issuer's command, but in letters, where it is the
/// polite form of an order; behind "nếu có khó khăn, vướng mắc" it always asks.
fn asked_of_others(scene: &Scene<'_>, low: &str) -> Option<(usize, usize)> {
    let (at, length) = ASKS.find(low).filter(|(at, length)| low.get(*at..at + length) == Some("đề nghị"))?;
    let before = low.get(..at)?;
    let polite = scene.kind == "dispatch" && !outside_command(scene, low.get(at + length..)?);
    let opens = before.trim().is_empty() && !polite && !scene.is_news();
    // "Khi gặp vướng mắc, đề nghị các xã …".
    let in_trouble = ["nếu ", "trường hợp "].iter().any(|given| before.contains(given))
        && ["khó khăn", "vướng mắc"].iter().any(|trouble| before.contains(trouble));
    (opens || in_trouble).then_some((at, length))
}

/// Whether the bodies that are asked stand outside the command of a government office: the Party, the Front and
/// its unions, assemblies, courts.
fn outside_command(scene: &Scene<'_>, low: &str) -> bool {
    scene.lexicon.outside_command.at_start(low.trim_start()).is_some()
}

/// "Hai Phong city requested the General Secretary to …": a body below asks one above.
fn english(scene: &Scene<'_>, range: Range<usize>) -> Option<(Option<String>, Option<String>)> {
    let (words, low) = (scene.words(range.clone()), scene.low(range));
    if let Some(to) = recommended_to(scene, words, low) {
        return Some((None, Some(to)));
    }
    let (at, length) = scene.lexicon.requests.find(low)?;
    let before = words.get(..at)?;
    let subject = before.rsplit(", ").next().unwrap_or(before).trim();
    let rest = words.get(at + length..)?.trim_start();
    let rest_low = lower(rest);
    if let Some(found) = recommended(scene, subject, rest, &rest_low) {
        return Some(found);
    }
    let to = rest_low.find(" to ")?;
    let addressee = rest.get(..to)?.trim_start_matches("the ").trim_start_matches("that ");
    let subject = subject.trim_end_matches(" also").trim_start_matches("The ").trim_start_matches("the ");
    if !asks_upwards(&lower(subject), &lower(addressee)) {
        return None;
    }
    Some((Some(subject.to_owned()).filter(|s| !s.is_empty()), Some(addressee.to_owned())))
}

/// "It is recommended that the Mayor direct …": whom a report asks.
fn recommended_to(scene: &Scene<'_>, words: &str, low: &str) -> Option<String> {
    const ASKS: &str = "it is recommended that ";
    let lexicon = scene.lexicon;
    let asked = low.strip_prefix(ASKS)?;
    let words = words.get(ASKS.len()..)?;
    let ends = [&lexicon.verbs, &lexicon.adverbs, &lexicon.duties];
    let length = parties::list_length(words, asked, lexicon, &ends)?;
    let acts = lexicon.verbs.at_start(asked.get(length..)?.trim_start()).is_some();
    acts.then(|| words.get(..length).map(|name| name.trim_start_matches("the ").to_owned())).flatten()
}

/// "The committee recommends that the Government consider …", "The Auditor General urges the ministry to …": who
/// advises or audits asks, whomever it asks.
fn recommended(
    scene: &Scene<'_>,
    subject: &str,
    rest: &str,
    rest_low: &str,
) -> Option<(Option<String>, Option<String>)> {
    let lexicon = scene.lexicon;
    let subject = subject.rsplit(": ").next().unwrap_or(subject);
    let low = lower(subject);
    let advises = lexicon.grammar.advisers.occur_in(&low) && !lexicon.grammar.governing.occur_in(&low);
    if !advises || subject.split_whitespace().count() > 12 {
        return None;
    }
    let that = if rest_low.starts_with("that ") { "that ".len() } else { 0 };
    let (asked, asked_low) = (rest.get(that..)?, rest_low.get(that..)?);
    let ends = [&lexicon.verbs, &lexicon.adverbs, &lexicon.duties, &lexicon.helper_ends];
    let length = parties::list_length(asked, asked_low, lexicon, &ends)?;
    let behind = asked_low.get(length..)?.trim_start_matches([',', ' ']);
    let asks = that > 0 || behind.starts_with("to ");
    let article = |name: &str| name.trim().trim_start_matches("The ").trim_start_matches("the ").to_owned();
    asks.then(|| (Some(article(subject)), asked.get(..length).map(article)))
}

/// Whether the one who asks stands below the one who is asked; else it is an order.
fn asks_upwards(from: &str, to: &str) -> bool {
    let low_body = [
        "city",
        "province",
        "district",
        "commune",
        "locality",
        "localities",
        "people's committee",
        "people’s committee",
        "businesses",
        "enterprises",
        "association",
        "representatives",
        "department",
    ];
    let high_body = [
        "government",
        "prime minister",
        "national assembly",
        "general secretary",
        "politburo",
        "central",
        "minist",
        "president",
        "congress",
    ];
    let is = |list: &[&str], text: &str| list.iter().any(|word| text.contains(word));
    let given_by_high = is(&high_body, from)
        || from.contains("directive")
        || from.contains("resolution")
        || from.contains("chairman");
    is(&low_body, from) && !given_by_high && is(&high_body, to)
}

/// "La mission recommande au Gouvernement de …" under a heading that asks and in reports; "SOLLICITE auprès de l’État
/// une aide" in what a council decides.
fn french(scene: &Scene<'_>, range: Range<usize>, zone: Zone) -> Option<(Option<String>, Option<String>)> {
    let (words, low) = (scene.words(range.clone()), scene.low(range));
    let (at, length) = scene.lexicon.requests.find(low)?;
    let decides = at == 0 && scene.kind == "decision";
    let rest_start = at + length;
    if decides {
        let rest = low.get(rest_start..)?;
        let upwards = [" auprès de ", " auprès du ", " à l’", " à l'", " à la ", " au "];
        let asked = matches!(low.get(at..rest_start)?, "sollicite" | "demande");
        let to = upwards.iter().find(|to| asked && rest.starts_with(**to))?;
        return Some((
            None,
            addressee(words.get(rest_start..)?.get(to.len()..)?, &[" une ", " un ", " le ", " la ", " l’"]),
        ));
    }
    if zone != Zone::Requests && scene.kind != "report" {
        return None;
    }
    let from = words.get(..at)?.rsplit(" : ").next().unwrap_or_default().trim();
    let to = addressee(words.get(rest_start..)?, &[" de ", " d’", " d'", " à ", " que ", " qu’"]);
    let from = bare(from, &["Le ", "La ", "Les ", "L’", "L'", "le ", "la ", "les ", "l’", "l'"]);
    Some((Some(from.to_owned()).filter(|f| !f.is_empty()), to))
}

/// Who is asked: the words up to one of those that start the act.
fn addressee(rest: &str, ends: &[&str]) -> Option<String> {
    const ARTICLES: [&str; 10] = ["au ", "aux ", "à la ", "à l’", "à l'", "le ", "la ", "les ", "l’", "l'"];
    let rest = bare(rest.trim_start(), &ARTICLES);
    let end = ends.iter().filter_map(|end| rest.find(end)).min()?;
    let name = bare(rest.get(..end)?.trim(), &ARTICLES);
    Some(name.to_owned()).filter(|name| !name.is_empty() && name.split_whitespace().count() < 12)
}

fn bare<'a>(name: &'a str, articles: &[&str]) -> &'a str {
    articles.iter().find_map(|article| name.strip_prefix(article)).unwrap_or(name)
}

#[cfg(test)]
mod tests;
