//! Requests that one body puts to another: "kiến nghị Chính phủ …", "requested the General
//! Secretary to …".

use super::parties;
use super::scene::Scene;
use super::signs::Sign;
use super::zone::Zone;
use crate::Language;
use crate::dates::Due;
use crate::reading::Proposal;
use crate::structure::Block;
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
    let mut out = Vec::new();
    for (at, block) in scene.blocks() {
        let zone = scene.zone(at);
        let below = scene.document.blocks.get(at + 1).is_some_and(|next| next.parent == Some(at));
        let heads = below && heading_asks(scene, block).is_some();
        if heads {
            continue;
        }
        if let Some(asked) = answered(scene, block) {
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
    out
}

/// The body that a heading asks, for each block the one of the nearest heading above: "7. Đề nghị Ủy ban Mặt trận
/// Tổ quốc" with what it should do below.
fn asked_by_headings(scene: &Scene<'_>) -> Vec<Option<String>> {
    let mut asked: Vec<Option<String>> = Vec::with_capacity(scene.document.blocks.len());
    for (_, block) in scene.blocks() {
        let above = || block.parent.and_then(|parent| asked.get(parent).cloned().flatten());
        let own = heading_asks(scene, block);
        let next = own.or_else(above);
        asked.push(next);
    }
    asked
}

/// The bodies of a heading that is "Đề nghị" and their names; a letter orders so, politely.
fn heading_asks(scene: &Scene<'_>, block: &Block) -> Option<String> {
    const ASK: &str = "đề nghị ";
    let low = scene.low(block.range.clone());
    let rest_low = low.strip_prefix(ASK)?.trim_end_matches([':', ' ']);
    if scene.language() != Language::Vi || scene.kind == "dispatch" || scene.is_news() || low.len() > 400 {
        return None;
    }
    let rest = scene.words(block.range.clone()).get(ASK.len()..ASK.len() + rest_low.len())?;
    let lexicon = scene.lexicon;
    let list =
        parties::list_length(rest, rest_low, lexicon, &[&lexicon.verbs, &lexicon.adverbs, &lexicon.duties])?;
    (list == rest.len()).then(|| rest.to_owned())
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
            out.push(Asked { range, from: None, to: Some(to.to_owned()), due, confidence: 0.7 });
        }
    }
}

/// In a notice of conclusions the requests of a locality are headings that the answer follows: "VỀ MỘT SỐ
/// KIẾN NGHỊ CỦA TỈNH: 1. Về việc bổ sung vốn …".
fn answered(scene: &Scene<'_>, block: &Block) -> Option<Asked> {
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
    if !(named || heading.is_some()) {
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
            None => {}
        }
        let Some((from, to)) = open.clone() else { continue };
        let due = scene.due(range.clone());
        out.push(Asked { range, from, to, due, confidence: 0.75 });
    }
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
    let opens = before.trim().is_empty() && scene.kind != "dispatch" && !scene.is_news();
    let in_trouble = before.contains("nếu có khó khăn") || before.contains("nếu có vướng mắc");
    (opens || in_trouble).then_some((at, length))
}

/// "Hai Phong city requested the General Secretary to …": a body below asks one above.
fn english(scene: &Scene<'_>, range: Range<usize>) -> Option<(Option<String>, Option<String>)> {
    let (words, low) = (scene.words(range.clone()), scene.low(range));
    let (at, length) = scene.lexicon.requests.find(low)?;
    let before = words.get(..at)?;
    let subject = before.rsplit(", ").next().unwrap_or(before).trim();
    let rest = words.get(at + length..)?.trim_start();
    let rest_low = lower(rest);
    let to = rest_low.find(" to ")?;
    let addressee = rest.get(..to)?.trim_start_matches("the ").trim_start_matches("that ");
    let subject = subject.trim_end_matches(" also").trim_start_matches("The ").trim_start_matches("the ");
    if !asks_upwards(&lower(subject), &lower(addressee)) {
        return None;
    }
    Some((Some(subject.to_owned()).filter(|s| !s.is_empty()), Some(addressee.to_owned())))
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
mod tests {
    use crate::{Language, read_text};

    fn asked(kind: &str, body: &str) -> Vec<(String, Option<String>)> {
        let text = format!("ỦY BAN NHÂN DÂN\nTỈNH MẪU SƠN\n\nSố: 12/{kind}\n\n{body}\n");
        let proposals = read_text(&text, Some(Language::Vi)).proposals;
        proposals.into_iter().map(|p| (p.span.quote.replace('\n', " "), p.to)).collect()
    }

    #[test]
    fn other_bodies_are_asked() {
        let found = asked(
            "KH-UBND",
            "KẾ HOẠCH\n\nI. TỔ CHỨC THỰC HIỆN\n\n\
             1. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh phối hợp tuyên truyền về bến xe mới.\n\n\
             2. Quá trình thực hiện, nếu có khó khăn, vướng mắc đề nghị các sở, ban, ngành báo cáo Sở Xây dựng.",
        );
        let to: Vec<_> = found.iter().map(|(_, to)| to.as_deref()).collect();
        assert_eq!(to, [Some("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"), Some("các sở, ban, ngành")]);
    }

    #[test]
    fn a_heading_that_asks_hands_its_body_down() {
        let found = asked(
            "KH-UBND",
            "KẾ HOẠCH\n\nI. TỔ CHỨC THỰC HIỆN\n\n1. Sở Xây dựng\n\na) Lập danh mục bến xe.\n\n\
             2. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh\n\na) Vận động hội viên tham gia; giám sát việc mở bến xe.\n\n\
             b) Các bến xe đã mở cửa.\n\n3. Đề nghị khen thưởng\n\na) Lập hồ sơ khen thưởng theo quy định.",
        );
        let to: Vec<_> = found.iter().map(|(_, to)| to.as_deref()).collect();
        let front = Some("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh");
        assert_eq!(to, [front, front]);
    }

    #[test]
    fn requests_that_a_notice_answers() {
        let found = asked(
            "TB-VPCP",
            "THÔNG BÁO\n\nIII. VỀ MỘT SỐ KIẾN NGHỊ CỦA TỈNH\n\n1. Về việc bổ sung vốn cho kè Mây Hồng:\n\n\
             Giao Bộ Tài chính xem xét.\n\n2. Về kiến nghị mở bến cảng Sơn Hạ\n\nGiao Bộ Xây dựng nghiên cứu.\n\n\
             3. Đối với kiến nghị nâng cấp đê Hạ Vân, giao Bộ Thủy sản rà soát.",
        );
        let words: Vec<_> = found.iter().map(|(words, _)| words.as_str()).collect();
        assert_eq!(
            words,
            ["bổ sung vốn cho kè Mây Hồng", "kiến nghị mở bến cảng Sơn Hạ", "kiến nghị nâng cấp đê Hạ Vân"]
        );
    }

    #[test]
    fn orders_of_letters_and_words_about_requests_are_left_alone() {
        let letter =
            asked("UBND-KT", "Kính gửi: Các sở, ban, ngành\n\nĐề nghị Sở Xây dựng lập danh mục bến xe.");
        assert_eq!(letter, []);
        let plan = asked(
            "KH-UBND",
            "KẾ HOẠCH\n\nI. NHIỆM VỤ\n\n1. Sở Xây dựng xử lý kiến nghị của người dân theo đề nghị của các xã.",
        );
        assert_eq!(plan, []);
    }

    fn asked_in_french(text: &str) -> Vec<(Option<String>, Option<String>)> {
        read_text(text, Some(Language::Fr)).proposals.into_iter().map(|p| (p.from, p.to)).collect()
    }

    #[test]
    fn reports_recommend_and_councils_ask_in_french() {
        let some = |word: &str| Some(word.to_owned());
        let report = "RAPPORT\n\nLa mission a entendu les pilotes.\n\nRecommandations\n\n\
            Recommandation n° 2 : la mission recommande au Gouvernement de déposer un texte.\n\n\
            La mission propose au Parlement d'instituer une taxe.\n";
        assert_eq!(
            asked_in_french(report),
            [(some("mission"), some("Gouvernement")), (some("mission"), some("Parlement"))]
        );
        let council = "VILLE DE MAYO\n\nDÉLIBÉRATION N° 2031-07\n\nLe Conseil municipal :\n\n\
            - SOLLICITE auprès de l’État une subvention ;\n\n- DEMANDE à la Région une aide ;\n\n- APPROUVE le plan.\n";
        assert_eq!(asked_in_french(council), [(None, some("État")), (None, some("Région"))]);
    }

    #[test]
    fn orders_and_plain_words_are_no_french_requests() {
        let text = "Communiqué du Conseil des ministres\n\nIl a demandé au Ministre des Bacs de publier le registre.\n\n\
            Le guide propose une carte. Le registre invite à la prudence.\n";
        assert_eq!(asked_in_french(text), []);
    }
}
