//! Where a list of bodies starts and ends.

use crate::language::Lexicon;
use crate::words::{Phrases, first_word, lower, word_starts};

/// The length of a list of bodies at the start of a text, `None` where none starts there. It ends
/// where a verb, a duty or a mark begins something else.
pub(in crate::find) fn list_length(
    text: &str,
    low: &str,
    lexicon: &Lexicon,
    ends: &[&Phrases],
) -> Option<usize> {
    let start = body_at_start(text, low, lexicon)?;
    let mut end = start;
    let mut after_join = false;
    let mut skip_until = 0;
    let mut names = false;
    for at in word_starts(text) {
        if at < end.max(skip_until) {
            continue;
        }
        let gap = text.get(end..at)?;
        if let Some(close) = bracket(text, end, gap) {
            end = close;
            skip_until = close;
            continue;
        }
        names = names || opens_names(text, end, gap);
        if gap.contains([';', '.', ':', '“', '"', '(', '–', '…']) && !opens_names(text, end, gap) {
            let named = names && text.get(at..)?.starts_with(char::is_uppercase);
            let next_is_body = gap.trim() == ";"
                && (named || body_at_start(text.get(at..)?, low.get(at..)?, lexicon).is_some());
            if !next_is_body {
                break;
            }
        }
        after_join = gap.contains(',') || gap.contains(';') || after_join;
        let rest = low.get(at..)?;
        let word = first_word(text.get(at..)?);
        if after_join || is_join(word) {
            after_join = is_join(word);
            if let Some(length) = body_at_start(text.get(at..)?, rest, lexicon) {
                end = at + length;
                after_join = false;
                continue;
            }
        }
        if let Some(length) = lexicon.compounds.at_start(rest) {
            end = at + length;
            after_join = false;
            continue;
        }
        let small = word.starts_with(char::is_lowercase);
        if !small && !after_join && starts_act(low.get(..end)?, rest, lexicon) {
            break;
        }
        // "Đào tạo" in a name is no verb.
        if let Some(length) = (!small).then(|| lexicon.verbs.at_start(rest)).flatten() {
            end = at + length;
            after_join = false;
            continue;
        }
        if small && !after_join && ends.iter().any(|phrases| phrases.at_start(rest).is_some()) {
            break;
        }
        if small
            && after_join
            && ends.iter().any(|phrases| phrases.at_start(rest).is_some())
            && !is_generic_body(word)
        {
            break;
        }
        end = at + word.len();
    }
    let words = text.get(..end)?;
    Some(words.trim_end_matches([',', ' ', ';', ':']).len())
}

/// Whether a capital behind a body starts an act on a line of its own and no name: "Sở Xây dựng / Tập trung theo dõi …".
fn starts_act(before: &str, rest: &str, lexicon: &Lexicon) -> bool {
    let manner = lexicon.adverbs.at_start(rest).and_then(|length| rest.get(..length));
    let manner = manner.is_some_and(|words| words.contains(' ') && words != "chỉ đạo");
    // "Trưởng ban Chỉ đạo" has it in its name.
    let board = before.ends_with("ban");
    manner || (!board && lexicon.never_in_names.at_start(rest).is_some())
}

/// A bracket right behind the words so far: where it closes.
fn bracket(text: &str, end: usize, gap: &str) -> Option<usize> {
    let open = gap.find('(')?;
    if !gap.get(..open)?.trim().is_empty() {
        return None;
    }
    let close = text.get(end + open..)?.find(')')?;
    (close < 160).then_some(end + open + close + 1)
}

/// A colon behind a plural head lists names: `Các Bộ: Công an, Xây dựng`.
fn opens_names(text: &str, end: usize, gap: &str) -> bool {
    if gap.trim() != ":" {
        return false;
    }
    let head = lower(text.get(..end).unwrap_or_default());
    let plural = [
        "các bộ",
        "các tỉnh",
        "các tỉnh, thành phố",
        "các sở",
        "các cục",
        "các vụ",
        "các thành phố",
        "các ban",
        "tỉnh, thành phố",
        "các địa phương",
        "các tỉnh, thành phố trực thuộc trung ương",
        "các đảng ủy",
        "tổng công ty",
        "các tập đoàn",
        "các cơ quan",
        "ministries of",
    ];
    plural.iter().any(|p| head.ends_with(p))
}

fn is_join(word: &str) -> bool {
    matches!(word, "và" | "and" | "et" | "với" | "cùng")
}

fn is_generic_body(word: &str) -> bool {
    matches!(
        word,
        "ngành"
            | "ban"
            | "cơ"
            | "đơn"
            | "địa"
            | "tổ"
            | "cá"
            | "đoàn"
            | "các"
            | "xã"
            | "phường"
            | "thành"
            | "chủ"
            | "nhà"
            | "cấp"
            | "doanh"
            | "người"
            | "chính"
            | "phòng"
    )
}

/// The length of the first words of a body: a little word, a courtesy, and a head. `low` is
/// `text` in lower case.
pub(in crate::find) fn body_at_start(text: &str, low: &str, lexicon: &Lexicon) -> Option<usize> {
    let courtesies = [
        "các đồng chí ",
        "đồng chí ",
        "ông ",
        "bà ",
        "toàn thể ",
        "tất cả các ",
        "the ",
        "all ",
        "relevant ",
        "concerned ",
        "les ",
        "le ",
        "la ",
        "l’",
        "l'",
        "tous les ",
        "toutes les ",
        "each ",
        "chaque ",
    ];
    let courtesy = courtesies.iter().find(|c| low.starts_with(**c)).map_or(0, |c| c.len());
    let rest = low.get(courtesy..)?;
    let office = || behind_person(text.get(courtesy..)?, rest, lexicon).filter(|_| courtesy > 0);
    let length = courtesy + lexicon.bodies.at_start(rest).or_else(office)?;
    let before_name = lexicon.heads_before_names.at_start(rest).is_some_and(|head| courtesy + head == length);
    let named = text.get(length..)?.trim_start().starts_with(|c: char| c.is_uppercase());
    (!before_name || named).then_some(length)
}

/// "đồng chí Nguyễn Văn An, Phó Chủ tịch …": the length of a name and of the head of the office behind it.
fn behind_person(text: &str, low: &str, lexicon: &Lexicon) -> Option<usize> {
    let comma = text.find(", ").filter(|at| is_person(text.get(..*at).unwrap_or_default()))?;
    let office = comma + ", ".len();
    Some(office + lexicon.bodies.at_start(low.get(office..)?)?)
}

/// A name of two to five words in capitals.
pub(super) fn is_person(name: &str) -> bool {
    const LONGEST: usize = 5;
    // Most names are no person's, and some texts are long.
    let words = name.split(' ').take(LONGEST + 1);
    (2..=LONGEST).contains(&words.clone().count())
        && words
            .clone()
            .all(|word| word.starts_with(char::is_uppercase) && word.chars().skip(1).all(char::is_lowercase))
}
