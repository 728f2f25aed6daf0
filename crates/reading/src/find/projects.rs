//! Named works and investments, each at its first mention.

use super::scene::Scene;
use crate::Language;
use crate::reading::Project;
use crate::words::{first_word, lower, word_starts};
use std::collections::HashSet;
use std::ops::Range;

/// All projects in the order of the text.
pub(super) fn find(scene: &Scene<'_>) -> Vec<Project> {
    let found = match scene.language() {
        Language::Vi => vietnamese(scene),
        Language::En => english(scene),
        Language::Fr => french(scene),
    };
    first_mentions(scene, found)
}

struct Named {
    range: Range<usize>,
    kind: String,
    confidence: f64,
}

/// Each name once; a name inside another one of the same place is none.
fn first_mentions(scene: &Scene<'_>, mut found: Vec<Named>) -> Vec<Project> {
    found.sort_by_key(|named| (named.range.start, std::cmp::Reverse(named.range.end)));
    let mut seen: HashSet<String> = HashSet::new();
    let mut end = 0;
    let mut out = Vec::new();
    for named in found {
        let key = core(scene.low(named.range.clone()));
        if named.range.start < end || !seen.insert(key) {
            continue;
        }
        end = named.range.end;
        out.push(Project {
            span: super::span(scene, named.range, named.confidence, "project.name"),
            kind: named.kind,
        });
    }
    out
}

/// The name without the words that only say that it is a project.
fn core(low: &str) -> String {
    let mut name = low;
    for prefix in ["dự án ", "đầu tư ", "xây dựng ", "the ", "new ", "project to ", "tuyến ", "đường "]
    {
        name = name.strip_prefix(prefix).unwrap_or(name);
    }
    name.to_owned()
}

fn vietnamese(scene: &Scene<'_>) -> Vec<Named> {
    let (text, low) = (scene.document.flow.text(), scene.document.flow.low());
    let mut out = Vec::new();
    for at in word_starts(low) {
        let Some((length, kind)) = head_at(scene, low, at) else { continue };
        let Some(end) = name_end(text, low, at + length) else { continue };
        // Where all letters are capitals they do not say what is a name.
        let shouted = !text.get(at..end).unwrap_or_default().chars().any(char::is_lowercase);
        if shouted || is_body_or_plan(low, at) {
            continue;
        }
        let start = with_project_word(low, at);
        out.push(Named { range: start..end, kind: kind.to_owned(), confidence: 0.7 });
    }
    out.extend(pairs_of_places(scene));
    out
}

/// A head of the lexicon at a word.
fn head_at(scene: &Scene<'_>, low: &str, at: usize) -> Option<(usize, &'static str)> {
    scene.lexicon.projects.at_start(low.get(at..)?)
}

/// Little words inside names.
const INSIDE_NAMES: &str = "giai đoạn số kéo dài tại xã huyện phường quận tỉnh đảo và nghề cơ khí đúc sông quốc tế khu vực trung tâm thành";
/// Little words between a head and its name: "quốc tế", "du lịch".
const BEFORE_NAMES: &str = "quốc tế số sông du lịch dịch vụ vượt tổng hợp lưỡng dụng";
/// Little words that no name ends with.
const LOOSE_ENDS: &str = "và tại xã huyện phường quận tỉnh đảo số giai đoạn khu vực thành trung sông - –";

fn has_word(list: &str, word: &str) -> bool {
    list.split(' ').any(|one| one == word)
}

/// The end of a name behind its head: words in capitals, numbers, and the little words between
/// them. `None` where no name follows.
fn name_end(text: &str, low: &str, from: usize) -> Option<usize> {
    let mut end = from;
    let mut capitals = 0;
    for at in word_starts(text.get(from..)?).map(|at| from + at) {
        let gap = text.get(end..at)?;
        let word = first_word(text.get(at..)?);
        let capital = word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        let little = (has_word(INSIDE_NAMES, low.get(at..at + word.len())?) && capitals > 0)
            || (capitals == 0 && has_word(BEFORE_NAMES, word));
        let joined = gap == " "
            || gap.is_empty()
            || (matches!(gap, " - " | " – " | "-" | "–") && capitals > 0 && capital);
        if !joined || !(capital || little) || at + word.len() - from > 120 {
            break;
        }
        capitals += usize::from(capital);
        end = at + word.len();
    }
    let name = text.get(from..end)?;
    let trimmed = trim_little(name);
    (capitals > 0).then_some(from + trimmed.len())
}

fn trim_little(name: &str) -> &str {
    let mut name = name.trim_end();
    while let Some((rest, last)) = name.rsplit_once(' ') {
        if has_word(LOOSE_ENDS, last) {
            name = rest.trim_end();
        } else {
            break;
        }
    }
    name
}

/// "Ban quản lý khu công nghiệp …" is a body, "quy hoạch chung xây dựng Khu kinh tế …" a plan.
fn is_body_or_plan(low: &str, at: usize) -> bool {
    let before = low.get(..at).unwrap_or_default();
    let before = before
        .get(before.ceil_char_boundary(before.len().saturating_sub(60))..)
        .unwrap_or_default()
        .trim_end();
    let last = [
        "ban quản lý",
        "ban quản lý các",
        "quy hoạch",
        "quy hoạch xây dựng",
        "quy hoạch chung xây dựng",
        "quy hoạch chung",
        "cục",
        "tổng công ty",
        "công ty",
        "hội",
        "hiệp hội",
        "yêu",
        "nhu",
        "bộ",
        "sở",
        "quản lý",
        "giám đốc",
        "tổng cục",
        "cục trưởng",
        "viện",
        "công ty cổ phần",
        "di sản",
        "nghị quyết",
        "vịnh",
        "điều chỉnh quy hoạch chung xây dựng",
    ];
    last.iter().any(|l| before.ends_with(l))
}

/// "Dự án đầu tư xây dựng …" before the head belongs to the name only as "Dự án".
fn with_project_word(low: &str, at: usize) -> usize {
    let before = low.get(..at).unwrap_or_default();
    ["dự án ", "dự án mở rộng ", "dự án nâng cấp "]
        .iter()
        .filter(|p| before.ends_with(**p))
        .map(|p| at - p.len())
        .min()
        .unwrap_or(at)
}

/// In a passage about roads, "Biên Hòa - Vũng Tàu" names one: two places joined by a dash.
fn pairs_of_places(scene: &Scene<'_>) -> Vec<Named> {
    let mut out = Vec::new();
    for (_, block) in scene.blocks() {
        let low = scene.low(block.range.clone());
        let kind = if low.contains("cao tốc") || low.contains("đường bộ") || low.contains("vành đai")
        {
            "road"
        } else if low.contains("đường sắt") {
            "railway"
        } else {
            continue;
        };
        let text = scene.words(block.range.clone());
        for pair in place_pairs(text) {
            out.push(Named {
                range: block.range.start + pair.start..block.range.start + pair.end,
                kind: kind.to_owned(),
                confidence: 0.8,
            });
        }
    }
    out
}

/// `A B - C D`, where all words start in capitals: from the first to the last of them.
fn place_pairs(text: &str) -> Vec<Range<usize>> {
    let words: Vec<Range<usize>> = words_of(text).collect();
    let word = |at: usize| words.get(at).and_then(|range| text.get(range.clone())).unwrap_or_default();
    let mut out = Vec::new();
    for dash in (0..words.len()).filter(|at| matches!(word(*at), "-" | "–")) {
        let first = (0..dash)
            .rev()
            .take(7)
            .take_while(|at| !ends_piece(word(*at)) && names_place(word(*at), true))
            .last();
        let last = (dash + 1..words.len())
            .take(7)
            .take_while(|at| *at == dash + 1 || !ends_piece(word(*at - 1)))
            .take_while(|at| names_place(word(*at), *at > dash + 1))
            .last();
        let (Some(first), Some(last)) = (first, last) else { continue };
        let (Some(start), Some(end)) = (words.get(first), words.get(last)) else { continue };
        let capital =
            word(first).starts_with(char::is_uppercase) && word(last).starts_with(char::is_uppercase);
        let name =
            text.get(start.start..end.end).unwrap_or_default().trim_end_matches([',', ';', '.', ')', ':']);
        if capital && name.len() > 8 {
            out.push(start.start..start.start + name.len());
        }
    }
    out
}

fn words_of(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut from = 0;
    text.split(' ').map(move |word| {
        let range = from..from + word.len();
        from = range.end + 1;
        range
    })
}

fn ends_piece(word: &str) -> bool {
    word.ends_with([',', ';', '.', ')', ':'])
}

/// A word of a place's name: in capitals, or the second of "Thành phố".
fn names_place(word: &str, inner: bool) -> bool {
    let clean = word.trim_end_matches([',', ';', '.', ')', ':']);
    let capital = clean.starts_with(char::is_uppercase) && clean.chars().all(char::is_alphanumeric);
    let whole = inner || clean == word || capital;
    whole
        && (capital && !matches!(clean, "Dự" | "Tuyến" | "Các" | "Đoạn" | "Đường" | "Cao")
            || (inner && matches!(clean, "phố" | "khẩu")))
}

/// English puts the name before its head: "Ben Rung bridge", "Trang Due Industrial Park Phase 3".
fn english(scene: &Scene<'_>) -> Vec<Named> {
    let (text, low) = (scene.document.flow.text(), scene.document.flow.low());
    let mut out = Vec::new();
    for at in word_starts(low) {
        let Some((length, kind)) = head_at(scene, low, at) else { continue };
        let start = name_start(text, at);
        let end = at + length + behind(text.get(at + length..).unwrap_or_default());
        let of_place = behind_of(low.get(at + length..).unwrap_or_default());
        if start < at || end > at + length && kind != "port" {
            let plan = low.get(..start).is_some_and(|b| {
                b.trim_end().ends_with("planning for the construction of")
                    || b.trim_end().ends_with("management board of")
            });
            if !plan {
                out.push(Named { range: start..end, kind: kind.to_owned(), confidence: 0.85 });
            }
        } else if of_place && kind == "airport" {
            out.push(Named {
                range: at..at + length + place_length(text.get(at + length..).unwrap_or_default()),
                kind: kind.to_owned(),
                confidence: 0.75,
            });
        }
    }
    out
}

/// Where the words in capitals before a head start, dashes between them included.
fn name_start(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    let mut start = at;
    for word in before.trim_end().rsplit(' ') {
        let clean = word.trim_matches(['“', '"', '(']);
        let capital = clean.starts_with(char::is_uppercase)
            && clean.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’'));
        let joint = word == "-"
            || word == "–"
            || matches!(
                clean,
                "river" | "extended" | "single-wire" | "new" | "coastal" | "hot" | "international"
            );
        if !(capital || joint && start <= at)
            || matches!(
                clean,
                "The" | "An" | "A" | "In" | "For" | "Project" | "New" | "Construction" | "Economic"
            )
        {
            break;
        }
        let begin = word.as_ptr() as usize - text.as_ptr() as usize;
        start = begin + word.find(clean).unwrap_or(0);
    }
    let piece = text.get(start..at).unwrap_or_default();
    let has_name = piece.split_whitespace().any(|w| w.starts_with(char::is_uppercase));
    if has_name { start + (piece.len() - piece.trim_start_matches(['-', '–', ' ']).len()) } else { at }
}

/// "Phase 3", "No. 2", "Project" behind a head.
fn behind(after: &str) -> usize {
    let low = lower(after.get(..after.floor_char_boundary(30)).unwrap_or_default());
    for form in [" phase ", " - phase ", " no. ", " number "] {
        if let Some(rest) = low.strip_prefix(form) {
            let digits = rest.chars().take_while(char::is_ascii_alphanumeric).count();
            return form.len() + digits;
        }
    }
    if low.starts_with(" project") && after.starts_with(" P") { " project".len() } else { 0 }
}

fn behind_of(low: &str) -> bool {
    [" in ", " of "].iter().any(|of| low.starts_with(of))
}

/// " of Cat Bi International Airport", " in Tien Lang district".
fn place_length(after: &str) -> usize {
    let mut end = 0;
    for at in word_starts(after) {
        let word = first_word(after.get(at..).unwrap_or_default());
        let gap = after.get(end..at).unwrap_or_default();
        let allowed = word.starts_with(char::is_uppercase)
            || matches!(word, "of" | "in" | "district" | "commune" | "city" | "province");
        if gap != " " || !allowed {
            break;
        }
        end = at + word.len();
    }
    end
}

/// French puts the name behind: "le pont Ben Rung", "Centre d'innovation du delta du fleuve Rouge".
fn french(scene: &Scene<'_>) -> Vec<Named> {
    let (text, low) = (scene.document.flow.text(), scene.document.flow.low());
    let mut out = Vec::new();
    for at in word_starts(low) {
        let Some((length, kind)) = head_at(scene, low, at) else { continue };
        let after = text.get(at + length..).unwrap_or_default();
        let mut end = 0;
        let mut capitals = 0;
        for word_at in word_starts(after) {
            let word = first_word(after.get(word_at..).unwrap_or_default());
            let gap = after.get(end..word_at).unwrap_or_default();
            let capital = word.starts_with(char::is_uppercase);
            let little = matches!(
                word,
                "de" | "du"
                    | "des"
                    | "la"
                    | "le"
                    | "d"
                    | "delta"
                    | "fleuve"
                    | "international"
                    | "internationale"
            );
            if !(gap == " " || matches!(gap, "’" | "'" | " - ") || gap.is_empty()) || !(capital || little) {
                break;
            }
            capitals += usize::from(capital);
            if capital || little {
                end = word_at + word.len();
            }
        }
        let named_head = text.get(at..).is_some_and(|t| t.starts_with(char::is_uppercase));
        if capitals > 0 && (named_head || kind != "other") {
            let name = after.get(..end).unwrap_or_default();
            let name = name
                .trim_end_matches(" de")
                .trim_end_matches(" du")
                .trim_end_matches(" la")
                .trim_end_matches(" des");
            out.push(Named { range: at..at + length + name.len(), kind: kind.to_owned(), confidence: 0.75 });
        }
    }
    out
}
