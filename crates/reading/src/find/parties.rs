//! Bodies: where a list of them ends, how it is split, and what each is called.

use crate::Language;
use crate::language::Lexicon;
use crate::words::{Phrases, first_word, is_boundary, lower, word_starts};

/// The length of the name of an issuing body at the start of a text.
pub(super) fn issuer(text: &str, language: Language, lexicon: &Lexicon) -> Option<usize> {
    let low = lower(text);
    let skipped = skip_ordinal(&low);
    let head = lexicon.issuers.at_start(low.get(skipped..)?)?;
    let mut end = skipped + head;
    for at in word_starts(text).skip_while(|at| *at < skipped + head) {
        let word = first_word(text.get(at..)?);
        let gap = text.get(end..at)?;
        let small = goes_on_in_small(language, word);
        let capital = word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        let comma = gap.trim() == ","
            && capital
            && is_ministry(&low)
            && lexicon.issuers.at_start(low.get(at..)?).is_none();
        let joined = (!gap.contains('\n') && gap.chars().all(char::is_whitespace)) || gap == " - " && capital;
        if !((joined && (capital || small)) || comma) || begins_another(language, low.get(at..)?) {
            break;
        }
        end = at + word.len();
    }
    Some(without_loose_end(text.get(..end)?).len())
}

/// `12e`, `13th`, `the` before the name of a body.
fn skip_ordinal(low: &str) -> usize {
    let digits = low.chars().take_while(char::is_ascii_digit).count();
    if digits == 0 {
        return 0;
    }
    low.find(' ').map_or(0, |blank| blank + 1)
}

fn is_ministry(low: &str) -> bool {
    ["bộ", "sở", "cục", "vụ", "minist", "ủy ban", "ban chỉ đạo"].iter().any(|head| low.starts_with(head))
}

/// Words in small letters that belong to the names of bodies.
fn goes_on_in_small(language: Language, word: &str) -> bool {
    match language {
        Language::Vi => matches!(
            word,
            "nhân"
                | "dân"
                | "thành"
                | "phố"
                | "tỉnh"
                | "huyện"
                | "quận"
                | "xã"
                | "phường"
                | "và"
                | "lần"
                | "thứ"
                | "khóa"
                | "khoá"
                | "Đảng"
                | "bộ"
                | "ương"
                | "toàn"
                | "quốc"
                | "đại"
                | "biểu"
                | "của"
                | "hội"
                | "nghị"
                | "tịch"
                | "trưởng"
                | "đạo"
                | "đảng"
        ),
        Language::En => matches!(word, "of" | "the" | "and" | "for" | "th"),
        Language::Fr => matches!(
            word,
            "de" | "du"
                | "des"
                | "la"
                | "le"
                | "et"
                | "d"
                | "l"
                | "populaire"
                | "nationale"
                | "central"
                | "ministres"
        ),
    }
}

/// Words at which the name of an issuer surely ends.
fn begins_another(language: Language, low: &str) -> bool {
    let ends: &[&str] = match language {
        Language::Vi => &[
            "về ",
            "ban hành ",
            "sửa đổi",
            "thực hiện ",
            "phê duyệt ",
            "trên địa bàn",
            "giai đoạn ",
            "quy định ",
            "và nghị",
            "và các",
            "và chỉ",
            "và kế",
            "và quyết",
            "và thông",
            "và chương",
            "và kết",
            "nghị quyết số",
            "quyết định số",
            "và nghị quyết",
        ],
        Language::En => &[
            "on ",
            "dated ",
            "and the ",
            "and resolution",
            "and directive",
            "and decision",
            "and decree",
            "and conclusion",
            "resolution ",
            "for 2",
            "for the city",
            "the resolution",
        ],
        Language::Fr => &[
            "sur ",
            "relatif",
            "relative",
            "portant",
            "et la ",
            "et le ",
            "et les ",
            "du 1",
            "du 2",
            "du 3",
            "la résolution",
        ],
    };
    ends.iter().any(|end| low.starts_with(end))
}

/// Without conjunctions and little words left at the end.
fn without_loose_end(name: &str) -> &str {
    let mut name = name.trim_end();
    while let Some(cut) = [
        " và", " của", " of", " the", " and", " for", " de", " du", " et", " la", " le", " des", " khóa",
        " lần", " thứ",
    ]
    .iter()
    .find_map(|end| name.strip_suffix(end))
    {
        name = cut.trim_end();
    }
    name
}

/// The length of a list of bodies at the start of a text, `None` where none starts there. It ends
/// where a verb, a duty or a mark begins something else.
pub(super) fn list_length(text: &str, low: &str, lexicon: &Lexicon, ends: &[&Phrases]) -> Option<usize> {
    let start = body_at_start(text, low, lexicon)?;
    let mut end = start;
    let mut after_join = false;
    let mut skip_until = 0;
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
        if gap.contains([';', '.', ':', '“', '"', '(', '–', '…']) && !opens_names(text, end, gap) {
            let next_is_body =
                gap.trim() == ";" && body_at_start(text.get(at..)?, low.get(at..)?, lexicon).is_some();
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
        "tổng công ty",
        "các tập đoàn",
        "các cơ quan",
        "ministries of",
    ];
    gap.trim() == ":" && plural.iter().any(|p| head.ends_with(p))
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
pub(super) fn body_at_start(text: &str, low: &str, lexicon: &Lexicon) -> Option<usize> {
    let courtesies = [
        "các đồng chí ",
        "đồng chí ",
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
    let length = courtesy + lexicon.bodies.at_start(rest)?;
    let before_name = lexicon.heads_before_names.at_start(rest).is_some_and(|head| courtesy + head == length);
    let named = text.get(length..)?.trim_start().starts_with(|c: char| c.is_uppercase());
    (!before_name || named).then_some(length)
}

/// Splits a list of bodies and names each in full.
pub(super) fn split(list: &str, language: Language, lexicon: &Lexicon) -> Vec<String> {
    let list = strip_courtesy(list.trim().trim_end_matches(['.', ':', ';', ',']));
    let names = match language {
        Language::Vi => split_vietnamese(list, lexicon),
        Language::En => split_latin(list, &[", and ", " and ", ", "], lexicon),
        Language::Fr => split_latin(list, &[" et ", ", "], lexicon),
    };
    let mut out: Vec<String> = Vec::new();
    for name in names {
        let name = bare(&name, language);
        if !name.is_empty() && !out.contains(&name) {
            out.push(name);
        }
    }
    out
}

fn strip_courtesy(list: &str) -> &str {
    let mut list = list;
    for courtesy in ["các đồng chí ", "Các đồng chí ", "đồng chí ", "Đồng chí "] {
        list = list.strip_prefix(courtesy).unwrap_or(list);
    }
    list
}

/// Without articles before and marks behind.
fn bare(name: &str, language: Language) -> String {
    let name = name.trim().trim_matches([',', ';', '.', ':', ' ', '-', '–']);
    let articles: &[&str] = match language {
        Language::Vi => &["đồng chí ", "và ", "cùng "],
        Language::En => &["the ", "The ", "and ", "each ", "Each "],
        Language::Fr => &[
            "les ",
            "le ",
            "la ",
            "l’",
            "l'",
            "Les ",
            "Le ",
            "La ",
            "L’",
            "L'",
            "aux ",
            "au ",
            "à la ",
            "à l’",
            "à l'",
            "des ",
            "du ",
            "et ",
            "notamment ",
        ],
    };
    let mut name = name;
    while let Some(rest) = articles.iter().find_map(|article| name.strip_prefix(article)) {
        name = rest;
    }
    match language {
        // "(CTO)" only says the name again.
        Language::En => name.split(" (").next().unwrap_or(name).trim().to_owned(),
        _ => name.split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

fn split_vietnamese(list: &str, lexicon: &Lexicon) -> Vec<String> {
    if let Some(names) = expand_head(list) {
        return names;
    }
    let mut parts: Vec<String> = Vec::new();
    for piece in top_level_pieces(list) {
        let low = lower(&piece);
        let own_head = body_at_start(&piece, &low, lexicon).is_some()
            || piece.starts_with("các ")
            || piece.starts_with("Các ");
        let generic = is_generic(&low);
        let continues = !own_head || generic;
        match parts.last_mut() {
            Some(last) if continues && !starts_new(&piece, &low, last) => {
                last.push_str(", ");
                last.push_str(&piece);
            }
            _ => parts.push(piece),
        }
    }
    let parts = parts.into_iter().flat_map(|part| split_at_and(&part, lexicon)).collect::<Vec<_>>();
    parts.into_iter().flat_map(|part| expand_head(&part).unwrap_or_else(|| vec![part])).collect()
}

/// Pieces between commas and semicolons outside brackets.
fn top_level_pieces(list: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut depth = 0usize;
    for c in list.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 && (c == ',' || c == ';') {
            pieces.push(String::new());
        } else if let Some(last) = pieces.last_mut() {
            last.push(c);
        }
    }
    pieces.into_iter().map(|piece| piece.trim().to_owned()).filter(|piece| !piece.is_empty()).collect()
}

/// A piece that only goes on with a general name: `ngành`, `cơ quan thuộc Chính phủ`.
fn is_generic(low: &str) -> bool {
    const GENERIC: [&str; 24] = [
        "ban",
        "ngành",
        "cơ quan",
        "đơn vị",
        "địa phương",
        "đoàn thể",
        "phường",
        "xã",
        "cá nhân",
        "cơ quan ngang bộ",
        "cơ quan thuộc chính phủ",
        "ban, ngành",
        "tổng công ty",
        "đặc khu",
        "thành phố",
        "cơ quan liên quan",
        "đơn vị liên quan",
        "địa phương liên quan",
        "cấp",
        "các ngành",
        "tỉnh",
        "thành phố trực thuộc trung ương",
        "tổ chức, cá nhân",
        "thị trấn",
    ];
    let low = low.trim_start_matches("và ");
    GENERIC.iter().any(|g| {
        low.starts_with(g)
            && is_boundary(low, g.len())
            && !low.starts_with("cơ quan chủ")
            && !low.starts_with("ban quản")
            && !low.starts_with("ban chỉ")
            && !low.starts_with("ban tổ")
    }) && !low.starts_with("các cơ")
        && low.chars().count() < 60
}

/// A piece in capitals after a general list is a body of its own.
fn starts_new(piece: &str, low: &str, last: &str) -> bool {
    let named = [
        "thủ trưởng",
        "chủ tịch",
        "giám đốc",
        "ubnd",
        "ủy ban nhân dân",
        "uỷ ban nhân dân",
        "bộ trưởng",
        "sở ",
        "bộ ",
        "cục ",
        "vụ ",
        "công an",
        "ban quản",
        "hđnd",
    ];
    let capital = piece.starts_with(char::is_uppercase);
    let before_is_named = last.chars().next().is_some_and(char::is_uppercase)
        && !last.starts_with("Các")
        && !last.starts_with("UBND");
    (named.iter().any(|n| low.starts_with(n)) && capital) || (before_is_named && low.starts_with("các "))
}

/// `A và B` where both are bodies.
fn split_at_and(part: &str, lexicon: &Lexicon) -> Vec<String> {
    for (at, _) in part.match_indices(" và ") {
        let (before, after) =
            (part.get(..at).unwrap_or_default(), part.get(at + " và ".len()..).unwrap_or_default());
        let low = lower(after);
        let head = body_at_start(after, &low, lexicon).is_some();
        let generic_tail = is_generic(&low) && !low.starts_with("các ");
        let own = after.starts_with(char::is_uppercase)
            || low.starts_with("các ")
            || low.starts_with("cơ quan")
            || low.starts_with("đơn vị");
        let balanced = before.matches('(').count() == before.matches(')').count();
        if head
            && own
            && balanced
            && !(generic_tail && before.starts_with("Các") || low.starts_with("thành phố"))
        {
            let mut out = vec![before.to_owned()];
            out.extend(split_at_and(after, lexicon));
            return out;
        }
    }
    vec![part.to_owned()]
}

/// `Các Bộ: Công an, Xây dựng` names each ministry in full; `các tỉnh A, B` each province.
fn expand_head(list: &str) -> Option<Vec<String>> {
    const HEADS: [(&str, &str); 12] = [
        ("các bộ:", "Bộ"),
        ("các sở:", "Sở"),
        ("các cục:", "Cục"),
        ("các vụ:", "Vụ"),
        ("các tỉnh:", "tỉnh"),
        ("các ban:", "Ban"),
        ("các tỉnh, thành phố:", ""),
        ("ủy ban nhân dân các tỉnh, thành phố:", "Ủy ban nhân dân"),
        ("ủy ban nhân dân các tỉnh:", "Ủy ban nhân dân tỉnh"),
        ("các tỉnh ", "tỉnh"),
        ("các bộ ", "Bộ"),
        ("ubnd các tỉnh, thành phố:", "UBND"),
    ];
    let low = lower(list);
    let (head, name) = HEADS.iter().find(|(head, _)| low.starts_with(head))?;
    let rest = list.get(head.len()..)?.trim();
    if !rest.starts_with(char::is_uppercase) {
        return None;
    }
    let mut names: Vec<String> = Vec::new();
    for piece in top_level_pieces(rest) {
        let joins_ministry = *name == "Bộ" || *name == "Sở";
        let continues = names.last().is_some_and(|last| joins_ministry && goes_on_ministry(last, &piece));
        match names.last_mut() {
            Some(last) if continues => {
                last.push_str(", ");
                last.push_str(&piece);
            }
            _ => names.push(format!("{name} {piece}").trim().to_owned()),
        }
    }
    Some(names)
}

/// `Văn hóa, Thể thao và Du lịch` is one ministry.
fn goes_on_ministry(last: &str, piece: &str) -> bool {
    (last.ends_with("Văn hóa") || last.ends_with("Văn hoá")) && piece.starts_with("Thể thao")
}

fn split_latin(list: &str, joints: &[&str], lexicon: &Lexicon) -> Vec<String> {
    let low = lower(list);
    if low.starts_with("all ") || low.contains(" which ") || low.contains(" that ") {
        return vec![list.to_owned()];
    }
    let mut parts = vec![String::new()];
    let mut rest = list;
    'outer: while !rest.is_empty() {
        for joint in joints {
            if let Some(after) = rest.strip_prefix(joint) {
                if stands_alone(parts.last().map_or("", String::as_str), after, lexicon) {
                    parts.push(String::new());
                } else if let Some(last) = parts.last_mut() {
                    last.push_str(joint);
                }
                rest = after;
                continue 'outer;
            }
        }
        let Some(c) = rest.chars().next() else { break };
        if let Some(last) = parts.last_mut() {
            last.push(c);
        }
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
    }
    parts
        .into_iter()
        .map(|part| part.trim().trim_end_matches(" and").trim_end_matches(',').to_owned())
        .collect()
}

/// Whether what follows a comma or `and` is a body of its own, not a part of the name before:
/// `Ministry of Labor, War Invalids and Social Affairs` is one.
fn stands_alone(before: &str, after: &str, lexicon: &Lexicon) -> bool {
    let next = after.split([',', ';']).next().unwrap_or(after);
    let next = next.split(" and ").next().unwrap_or(next).split(" et ").next().unwrap_or(next);
    let low = lower(next);
    let low = low
        .trim_start_matches("and ")
        .trim_start_matches("the ")
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
    let chained = low.contains(" of ") && has_body;
    if in_name {
        lexicon.bodies.at_start(low).is_some() || chained
    } else {
        has_body || !next.trim_start().starts_with(char::is_uppercase)
    }
}
