//! What a part of a document is for: its heading says whether it obliges, lists targets, asks
//! other bodies, or only tells.

use super::scene::Scene;
use crate::Language;
use crate::language::Lexicon;
use crate::structure::{Block, Rank};
use crate::words::{Phrases, word_starts};

/// The purpose of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Zone {
    /// Before the first heading of an official document.
    Opening,
    /// It tells: assessment, purpose, definitions, signatures.
    Idle,
    /// It answers questions: what will happen there is told, and only firm words oblige.
    Answers,
    /// It lists what is to be reached.
    Targets,
    /// It obliges.
    Tasks,
    /// It asks other bodies.
    Requests,
    /// Its heading does not say.
    Neutral,
}

/// The zones of all blocks, in their order.
pub(super) fn zones(scene: &Scene<'_>) -> Vec<Zone> {
    let announced: Vec<Option<Zone>> = scene.blocks().map(|(_, block)| of_heading(scene, block)).collect();
    let mut headed = scene.is_news() || opens_at_once(scene);
    let mut signed = false;
    let mut headlines: Vec<(usize, Option<Zone>)> = Vec::new();
    let mut last_headline = 0;
    let mut out = Vec::with_capacity(scene.document.blocks.len());
    for (at, block) in scene.blocks() {
        let low = scene.low(block.range.clone());
        if starts_annex(low) || (signed && starts_attached(scene.lexicon, block, low)) {
            signed = false;
        } else if ends_body(low) {
            signed = true;
        }
        headed = headed
            || (block.marker.is_some() && block.rank <= Rank::Letter)
            || (block.opens && hands_to_body(low));
        if is_headline(scene, block) {
            put_headline(&mut headlines, block.level, announces(scene, low));
            last_headline = at;
        }
        // In English a short line of its own is often none.
        let said = headlines.last().filter(|_| scene.language() == Language::Fr);
        let said = said.and_then(|(_, zone)| *zone).map(|zone| (last_headline, zone));
        let of_capitals = || announced.get(at).copied().flatten();
        let of_label = || labelled(scene, block).or_else(|| on_first_line(scene, block));
        let own = if block.capitals { of_capitals() } else { of_label() };
        let zone = match own.unwrap_or_else(|| zone(scene, block, headed, &announced, said)) {
            _ if signed => Zone::Idle,
            Zone::Neutral => of_headlines(&headlines),
            zone => zone,
        };
        out.push(zone);
        headed = headed || hands_over(low);
    }
    out
}

/// Whether a line without a mark is a headline: web pages and guides in English and French set their headings in
/// small letters and without numbers.
fn is_headline(scene: &Scene<'_>, block: &Block) -> bool {
    const MOST_WORDS: usize = 9;
    let words = scene.words(block.range.clone());
    let line = || {
        words.split_whitespace().take(MOST_WORDS + 1).count() <= MOST_WORDS
            && words.starts_with(char::is_uppercase)
            && !words.ends_with(['.', ';', ',', ':', '!', '?'])
            // "Objet : tenue des registres" is a label.
            && !words.contains(" : ")
    };
    scene.language() != Language::Vi
        && block.marker.is_none()
        && block.place.is_none()
        && (block.level > 0 || line())
}

/// A headline ends those of its level and below; a plain line ends all.
fn put_headline(headlines: &mut Vec<(usize, Option<Zone>)>, level: usize, zone: Option<Zone>) {
    while headlines.last().is_some_and(|(above, _)| level == 0 || *above == 0 || *above >= level) {
        headlines.pop();
    }
    headlines.push((level, zone));
}

/// What the last headline announces, else those above it that oblige or list targets.
fn of_headlines(headlines: &[(usize, Option<Zone>)]) -> Zone {
    let own = headlines.last().and_then(|(_, zone)| *zone);
    let reaches_down = |zone: &Zone| matches!(zone, Zone::Tasks | Zone::Targets | Zone::Answers);
    let above = || headlines.iter().rev().find_map(|(_, zone)| *zone).filter(reaches_down);
    own.or_else(above).unwrap_or(Zone::Neutral)
}

/// Whether a document in English or French has no preamble: guides, policies and communiqués come to the point
/// without recitals, and their headings often have no number.
fn opens_at_once(scene: &Scene<'_>) -> bool {
    const HEAD: usize = 40;
    let recites = |block: &Block| scene.lexicon.recitals.at_start(scene.low(block.range.clone())).is_some();
    scene.language() != Language::Vi && !scene.document.blocks.iter().take(HEAD).any(recites)
}

/// The zone that the headings above a block give it, the nearest first; a headline that stands between is nearer.
fn zone(
    scene: &Scene<'_>,
    block: &Block,
    headed: bool,
    announced: &[Option<Zone>],
    headline: Option<(usize, Zone)>,
) -> Zone {
    let of = |at: usize| announced.get(at).copied().flatten();
    let mut above = scene.document.ancestors(block).filter(|(_, b)| is_heading(scene, b));
    let above = above.find_map(|(at, _)| Some((at, of(at)?)));
    match (above, headline) {
        (Some((at, _)), Some((line, zone))) if line > at => zone,
        (Some((_, zone)), _) => zone,
        (None, _) if headed => Zone::Neutral,
        (None, _) => Zone::Opening,
    }
}

/// What the label or title of an English item says of it: "The project’s objectives: To reduce …", "Scope. This
/// order …".
fn labelled(scene: &Scene<'_>, block: &Block) -> Option<Zone> {
    const LONGEST_LABEL: usize = 48;
    if scene.language() != Language::En || block.marker.is_none() || block.opens {
        return None;
    }
    let low = scene.low(block.range.clone());
    let label = low.get(..low.floor_char_boundary(LONGEST_LABEL))?;
    let label =
        [": ", ". "].iter().filter_map(|mark| label.find(mark)).min().and_then(|end| label.get(..end))?;
    let ends =
        |phrases: &Phrases| phrases.last_in(label).is_some_and(|(at, length)| at + length == label.len());
    let counted = label.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ' '));
    if counted.len() < label.len()
        && scene.lexicon.grammar.target_labels.at_start(counted) == Some(counted.len())
    {
        return Some(Zone::Targets);
    }
    let lexicon = scene.lexicon;
    let kinds = [(&lexicon.target_headings, Zone::Targets), (&lexicon.idle_headings, Zone::Idle)];
    kinds.iter().find(|(phrases, _)| ends(phrases)).map(|(_, zone)| *zone)
}

/// A heading takes no more bytes or characters.
const LONGEST_HEADING: usize = 220;

/// Whether a block is short enough for a heading, or has one on its first line, to which the paragraph below was
/// joined because its line is long.
fn is_heading(scene: &Scene<'_>, block: &Block) -> bool {
    block.range.len() < LONGEST_HEADING
        || scene.words(block.range.clone()).chars().count() < LONGEST_HEADING
        || on_first_line(scene, block).is_some()
}

/// The zone that the first line of a long block with a mark announces as a heading.
fn on_first_line(scene: &Scene<'_>, block: &Block) -> Option<Zone> {
    block.marker.filter(|_| block.range.len() >= LONGEST_HEADING)?;
    let line = scene.document.flow.first_line(block.range.clone());
    let ended = scene.words(line.clone()).trim_end().ends_with([',', ';', '.', ':']);
    let next = scene.words(line.end..block.range.end).trim_start();
    let heads = !ended && next.starts_with(char::is_uppercase);
    // "1. Hạn chế …" may be an act whose line ends before a name.
    heads.then(|| announces(scene, scene.low(line))).flatten().filter(|zone| *zone != Zone::Idle)
}

/// What a heading announces. The words that stand first decide: "Mục tiêu, nhiệm vụ". A word deep inside
/// a long sentence announces nothing.
fn of_heading(scene: &Scene<'_>, block: &Block) -> Option<Zone> {
    let low = scene.low(block.range.clone());
    // "OBJET : PERMANENCES" of a letter governs nothing.
    let subject = low.strip_prefix("objet").is_some_and(|rest| rest.trim_start().starts_with(':'));
    if !(block.capitals || block.rank < Rank::Letter || block.opens) || subject {
        return None;
    }
    if block.opens && enumerates(scene.lexicon, low) {
        return Some(Zone::Idle);
    }
    // "Trước tình hình đó, Bộ Xây dựng yêu cầu:" orders, whatever it starts with.
    let orders = block.opens && hands_over(low);
    let reasons = gives_reason(block, low);
    announces(scene, low).filter(|zone| !((orders || reasons) && *zone == Zone::Idle))
}

/// "2. Căn cứ phương án được duyệt, Ban Thường vụ …" is a reason and an act; "Căn cứ pháp lý", and what a law is quoted
/// with, head what tells.
fn gives_reason(block: &Block, low: &str) -> bool {
    const MOST_WORDS_OF_BASES: usize = 8;
    let quotes = || [" luật ", "quy định tại", "quy định như sau"].iter().any(|law| low.contains(law));
    low.starts_with("căn cứ ")
        && low.split_whitespace().nth(MOST_WORDS_OF_BASES).is_some()
        && !(block.opens && quotes())
}

/// Whether an opener lists things and not acts: "… trong các trường hợp sau đây:".
fn enumerates(lexicon: &Lexicon, low: &str) -> bool {
    let low = low.trim_end_matches([':', ' ']);
    let low = ["sau đây", "như sau", "sau"].iter().find_map(|end| low.strip_suffix(end)).unwrap_or(low);
    let acts = [&lexicon.task_headings, &lexicon.target_headings, &lexicon.request_headings];
    lexicon.enumerations.at_end(low.trim_end()).is_some() && !acts.iter().any(|words| words.occur_in(low))
}

/// The zone that the first words of a heading announce.
fn announces(scene: &Scene<'_>, low: &str) -> Option<Zone> {
    let lexicon = scene.lexicon;
    let kinds = [
        (&lexicon.request_headings, Zone::Requests),
        (&lexicon.target_headings, Zone::Targets),
        (&lexicon.answer_headings, Zone::Answers),
        (&lexicon.task_headings, Zone::Tasks),
        (&lexicon.idle_headings, Zone::Idle),
    ];
    let early = |at: usize| low.get(..at).is_some_and(|before| before.split_whitespace().count() < 5);
    let (at, zone) = word_starts(low).take_while(|at| early(*at)).find_map(|at| {
        let rest = low.get(at..)?;
        kinds.iter().find(|(phrases, _)| phrases.at_start(rest).is_some()).map(|(_, zone)| (at, *zone))
    })?;
    if zone == Zone::Idle && scene.language() == Language::En && !heads_idle(lexicon, low, at) {
        return None;
    }
    // "Về một số kiến nghị của tỉnh" answers requests: what follows are orders.
    Some(if zone == Zone::Requests && low.contains("kiến nghị của") { Zone::Tasks } else { zone })
}

/// Whether an English heading is about what obliges nobody: "Background", "General assessment"; "Conduct an
/// assessment of risks" is an order.
fn heads_idle(lexicon: &Lexicon, low: &str, at: usize) -> bool {
    const MOST_WORDS: usize = 7;
    let first = low.get(..at).is_none_or(|before| before.trim_end_matches("the ").is_empty());
    let short = low.split_whitespace().take(MOST_WORDS + 1).count() <= MOST_WORDS;
    first || (short && !low.starts_with("to ") && lexicon.verbs.at_start(low).is_none())
}

/// Where the body of an official document ends: the list of recipients or the signature.
pub(crate) fn ends_body(low: &str) -> bool {
    let starts = [
        "nơi nhận",
        "tm. ",
        "t/m ",
        "kt. ",
        "tl. ",
        "q. bộ trưởng",
        "k/t ",
        "recipients:",
        "destinataires",
        "ampliations",
    ];
    starts.iter().any(|start| low.starts_with(start)) && low.chars().count() < 1500
}

/// The words with which the opening of a document hands over to what it orders. "Kết luận như sau"
/// is none: assessments follow it.
pub(crate) fn hands_over(low: &str) -> bool {
    const ENDS: [&str; 20] = [
        "ý kiến như sau:",
        "ý kiến chỉ đạo như sau:",
        "chỉ đạo như sau:",
        "yêu cầu:",
        "yêu cầu như sau:",
        "nội dung sau:",
        "nhiệm vụ sau:",
        "giải pháp sau:",
        "nội dung cụ thể sau:",
        "quyết định:",
        "quyết nghị:",
        "chỉ thị:",
        "hereby ordered:",
        "hereby ordered as follows:",
        "decides:",
        "resolves:",
        "directs:",
        "décide :",
        "arrête :",
        "décrète :",
    ];
    let low = low.trim_end();
    ENDS.iter().any(|end| low.ends_with(end)) || orders_list(low)
}

/// "…, Thủ tướng yêu cầu các bộ thực hiện một số nhiệm vụ cấp bách sau:": an order and, in its last words, a list.
fn orders_list(low: &str) -> bool {
    const NEAR: usize = 100;
    const LISTS: [&str; 4] = [" nhiệm vụ ", " giải pháp ", " nội dung ", " công việc "];
    let near = low.get(low.ceil_char_boundary(low.len().saturating_sub(NEAR))..).unwrap_or(low);
    [" sau:", " sau đây:"].iter().any(|end| low.ends_with(end))
        && LISTS.iter().any(|list| near.contains(list))
        && low.contains(" yêu cầu ")
}

/// Whether an opening paragraph gives a body the list below it: "…, Bộ Xây dựng có nhiệm vụ chủ trì, phối hợp với …:".
fn hands_to_body(low: &str) -> bool {
    const NEAR: usize = 240;
    const DUTIES: [&str; 4] =
        [" có nhiệm vụ", " có trách nhiệm", " chủ trì, phối hợp với", " phải thực hiện"];
    let near = low.get(low.ceil_char_boundary(low.len().saturating_sub(NEAR))..).unwrap_or(low);
    DUTIES.iter().any(|duty| near.contains(duty))
}

/// Where the plan or regulation starts that a decision issues: its kind as a title behind the
/// signature, or the words that say with what it is issued (Decree 30/2020/NĐ-CP, annex I).
pub(crate) fn starts_attached(lexicon: &Lexicon, block: &Block, low: &str) -> bool {
    const WITH: [&str; 8] = [
        "(ban hành kèm theo",
        "ban hành kèm theo",
        "(kèm theo",
        "(attached to",
        "(issued together with",
        "(promulgated together with",
        "(to the ",
        "(annexé",
    ];
    let said = WITH.iter().any(|with| low.starts_with(with));
    // A title may go on in small letters on its next line.
    let brackets = || WITH.iter().any(|with| with.starts_with('(') && low.contains(with));
    let titled = lexicon.kinds.at_start(low).is_some() && (block.capitals || brackets());
    (said || titled) && low.chars().count() < 400
}

/// Where an annex starts behind the signature.
pub(crate) fn starts_annex(low: &str) -> bool {
    let starts =
        ["phụ lục", "danh mục", "appendix", "annex", "annexe", "phân công nhiệm vụ", "bảng phân công"];
    starts.iter().any(|start| low.starts_with(start)) && low.chars().count() < 400
}
