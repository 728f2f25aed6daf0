//! Lists of bodies in Vietnamese, split and named in full.

use super::body_at_start;
use super::list::is_person;
use crate::bytes;
use crate::language::Lexicon;
use crate::words::{is_boundary, lower};
use std::ops::Range;

pub(super) fn split(list: &str, lexicon: &Lexicon) -> Vec<String> {
    let low = lower(list);
    let list = list.get(..end_of_names(&low)).unwrap_or(list);
    let low = low.get(..list.len()).unwrap_or(&low).to_owned();
    if let Some((named, others)) = behind_named(list, &low) {
        return split(named, lexicon).into_iter().chain(split(others, lexicon)).collect();
    }
    let names = expand(list, &low).or_else(|| named_behind_colon(list, &low, lexicon));
    if let Some(names) = names {
        return names;
    }
    // Each part beside its words in lower case.
    let mut parts: Vec<(String, String)> = Vec::new();
    for range in top_level_pieces(list) {
        let (piece, low) = (list.get(range.clone()).unwrap_or_default(), low.get(range).unwrap_or_default());
        match parts.last_mut() {
            Some((last, last_low)) if !is_own(piece, low, last, last_low, lexicon) => {
                last.extend([", ", piece]);
                last_low.extend([", ", low]);
            }
            _ => parts.push((piece.to_owned(), low.to_owned())),
        }
    }
    let bodies = parts.iter().flat_map(|(part, low)| split_at_and(part, low, lexicon));
    let bodies = bodies.flat_map(|(part, low)| split_at_heads(part, low));
    bodies.flat_map(|(part, low)| expand(part, low).unwrap_or_else(|| vec![part.to_owned()])).collect()
}

/// Where a list ends before an instance of it: "các tỉnh miền núi, trong đó trọng tâm là các tỉnh …".
fn end_of_names(low: &str) -> usize {
    const INSTANCES: [&str; 5] =
        [", trong đó", ", nhất là ", ", đặc biệt là ", ", trước hết là ", ", trước mắt là "];
    INSTANCES.iter().filter_map(|instance| bytes::find(low, instance)).min().unwrap_or(low.len())
}

/// "Bộ trưởng các Bộ: Y tế, Công an và các bộ, ngành liên quan; Bí thư Tỉnh ủy": where the names behind the colon end,
/// and the bodies behind them.
fn behind_named<'a>(list: &'a str, low: &str) -> Option<(&'a str, &'a str)> {
    const OFFICES: [&str; 9] = [
        "bí thư",
        "chủ tịch",
        "thủ trưởng",
        "giám đốc",
        "tổng giám đốc",
        "bộ trưởng",
        "viện trưởng",
        "ủy ban",
        "ubnd",
    ];
    bytes::find(low, ": ")?;
    let named =
        PLURALS.iter().filter_map(|(plural, _)| bytes::find(low, &format!("các {plural}: "))).min()?;
    let others = |at: &usize| {
        let behind = low.get(*at..).unwrap_or_default();
        let general = behind.strip_prefix(" và ").or_else(|| behind.strip_prefix("; "));
        let office =
            behind.strip_prefix("; ").is_some_and(|next| OFFICES.iter().any(|o| next.starts_with(o)));
        office || general.is_some_and(|next| next.starts_with("các "))
    };
    let end = low.match_indices([' ', ';']).map(|(at, _)| at).filter(|at| *at > named).find(others)?;
    let rest = list.get(end..)?;
    Some((list.get(..end)?, rest.trim_start_matches([';', ' ']).trim_start_matches("và ")))
}

/// Whether a piece behind a comma is a body of its own, not more of the one before.
fn is_own(piece: &str, low: &str, last: &str, last_low: &str, lexicon: &Lexicon) -> bool {
    // "Nguyễn Văn An, Phó Chủ tịch …" is one.
    let office = is_person(last) && body_at_start(last, last_low, lexicon).is_none();
    if office || goes_on_name(last_low, low) {
        return false;
    }
    let head = body_at_start(piece, low, lexicon).is_some() || low.starts_with("các ");
    let generic = is_generic(low) && !stands_behind_committees(last_low, low);
    let behind_name = generic && !low.starts_with("các ") && !ends_generic(last_low);
    (head && !generic) || behind_name || starts_new(piece, low, last)
}

/// "UBND các xã, phường, đơn vị liên quan": places go on with the committees, other bodies do not.
fn stands_behind_committees(last: &str, low: &str) -> bool {
    const COMMITTEES: [&str; 4] =
        ["ubnd ", "ủy ban nhân dân ", "chủ tịch ubnd ", "chủ tịch ủy ban nhân dân "];
    const PLACES: [&str; 9] =
        ["xã", "phường", "đặc khu", "thị trấn", "tỉnh", "thành phố", "quận", "huyện", "cấp"];
    COMMITTEES.iter().any(|committee| last.starts_with(committee))
        && !PLACES.iter().any(|place| low.trim_start_matches("các ").starts_with(place))
}

/// Names and titles that have a comma of their own: "Mặt trận Tổ quốc, các đoàn thể Trung ương",
/// "Bí thư, Chủ tịch UBND tỉnh", "Thủ trưởng cơ quan ngang Bộ, cơ quan thuộc Chính phủ".
fn goes_on_name(last: &str, low: &str) -> bool {
    const OFFICES: [&str; 4] = ["bí thư", "phó bí thư", "chủ tịch", "phó chủ tịch"];
    let organisation =
        last.starts_with("đảng") && last.ends_with("mặt trận tổ quốc") && low.starts_with("các đoàn thể");
    let heads = last.starts_with("thủ trưởng")
        && last.ends_with("cơ quan ngang bộ")
        && low.starts_with("cơ quan thuộc");
    let offices = OFFICES.contains(&last.trim_start_matches("các "))
        && OFFICES.iter().any(|office| low.starts_with(office));
    // "Ủy viên Bộ Chính trị, Ban Bí thư": of both.
    let of_both = last.ends_with(" bộ chính trị") && low.starts_with("ban bí thư");
    // "cấp ủy, chính quyền các cấp": one general addressee.
    let governs = ["cấp ủy", "tổ chức đảng", "cấp ủy đảng"].iter().any(|noun| last.ends_with(noun));
    // "các văn phòng tỉnh ủy, thành ủy": of both.
    let cities =
        low == "thành ủy" || low.starts_with("thành ủy và ") || low.starts_with("thành ủy trực thuộc");
    let committees = last.ends_with("tỉnh ủy") && cities;
    organisation || heads || offices || of_both || committees || (governs && low.starts_with("chính quyền"))
}

/// "Văn phòng X; các Đảng ủy: A; B và các cấp ủy": names behind a colon in the middle of a list.
fn named_behind_colon(list: &str, low: &str, lexicon: &Lexicon) -> Option<Vec<String>> {
    let at = low.match_indices("các ").map(|(at, _)| at).find(|at| {
        let behind = low.get(at + "các ".len()..).unwrap_or_default();
        *at > 0
            && PLURALS
                .iter()
                .any(|(plural, _)| behind.strip_prefix(plural).is_some_and(|r| r.starts_with(':')))
    })?;
    let (before, named) = (list.get(..at)?, list.get(at..)?);
    let (named, after) = match named.get("các ".len()..)?.find(" và các ") {
        Some(and) => named.split_at("các ".len() + and),
        None => (named, ""),
    };
    let named = named.trim_end();
    let names = expand(named, low.get(at..at + named.len())?)?;
    let before = split(before.trim_end_matches([',', ';', ' ']).trim_end_matches(" và"), lexicon);
    let after = if after.is_empty() { Vec::new() } else { split(after.trim_start_matches(" và "), lexicon) };
    Some(before.into_iter().chain(names).chain(after).collect())
}

/// Whether the words so far end with a general noun, so that "địa phương", "cá nhân" go on with them:
/// "các bộ, ngành", "UBND các xã", not "Doanh nghiệp viễn thông".
fn ends_generic(low: &str) -> bool {
    let low = low.rsplit([',', ';']).next().unwrap_or(low).trim();
    GENERIC.iter().any(|noun| low.ends_with(noun) && is_boundary(low, low.len() - noun.len()))
        || ENDS_GENERAL.iter().any(|noun| low.ends_with(noun) && is_boundary(low, low.len() - noun.len()))
}

/// Further nouns at the end of a general name.
const ENDS_GENERAL: [&str; 12] = [
    "bộ",
    "sở",
    "tập đoàn",
    "tổ chức",
    "doanh nghiệp",
    "hội",
    "ubnd",
    "hđnd",
    "cấp ủy",
    "cấp ủy đảng",
    "tổ chức đảng",
    "chính quyền",
];

/// Pieces between commas and semicolons outside brackets.
fn top_level_pieces(list: &str) -> impl Iterator<Item = Range<usize>> {
    let mut depth = 0usize;
    let pieces = list.split(move |c: char| {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && matches!(c, ',' | ';')
    });
    let mut end = 0;
    let ranges = pieces.map(move |piece| {
        let start = end + (piece.len() - piece.trim_start().len());
        // The mark behind it takes one byte.
        end += piece.len() + 1;
        start..start + piece.trim().len()
    });
    ranges.filter(|range| !range.is_empty())
}

/// "Sở Y tế Sở Tư pháp", "Các bộ, cơ quan ngang bộ Bộ Tư pháp": bodies of one rank whose mark between
/// them was lost, as between the lines of a cell.
fn split_at_heads<'a>(part: &'a str, low: &'a str) -> Vec<(&'a str, &'a str)> {
    const RANKS: [&[&str]; 2] = [&["sở ", "các sở"], &["bộ ", "các bộ"]];
    let of_rank = |heads: &&&[&str]| heads.iter().any(|head| low.starts_with(head));
    let title =
        ["bộ trưởng", "bộ tư lệnh", "bộ chỉ huy", "các bộ trưởng"].iter().any(|title| low.starts_with(title));
    let head = RANKS.iter().find(of_rank).and_then(|heads| heads.first()).filter(|_| !title);
    let Some(head) = head else { return vec![(part, low)] };
    let starts_name = |at: usize| {
        let words = part.get(at..).unwrap_or_default();
        let name = words.get(head.len()..).unwrap_or_default();
        words.starts_with(char::is_uppercase) && name.starts_with(char::is_uppercase)
    };
    let places = low.match_indices(head).map(|(at, _)| at).filter(|at| {
        let before = low.get(..*at).unwrap_or_default();
        *at > 0 && before.ends_with(' ') && before != "các " && starts_name(*at)
    });
    let mut from = 0;
    let mut out = Vec::new();
    for at in places.chain([part.len()]) {
        out.extend(part.get(from..at).map(str::trim).zip(low.get(from..at).map(str::trim)));
        from = at;
    }
    out
}

/// General nouns that go on with a name before them.
const GENERIC: [&str; 29] = [
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
    "cấp",
    "các ngành",
    "tỉnh",
    "thành phố trực thuộc trung ương",
    "tổ chức",
    "thị trấn",
    "cán bộ",
    "công chức",
    "viên chức",
    "người lao động",
    "công nhân",
    "đảng viên",
    "hội viên",
    "doanh nghiệp",
];

/// A piece that only goes on with a general name: `ngành`, `cơ quan thuộc Chính phủ`.
fn is_generic(low: &str) -> bool {
    const BODIES: [&str; 9] = [
        "xã hội",
        "cơ quan chủ",
        "ban quản",
        "ban chỉ",
        "ban tổ",
        "các cơ",
        "tổ chức đảng",
        "ban thường",
        "ban cán",
    ];
    let low = low.trim_start_matches("và ");
    let starts = |noun: &str| low.starts_with(noun) && is_boundary(low, noun.len());
    GENERIC.iter().any(|noun| starts(noun))
        && !BODIES.iter().any(|body| low.starts_with(body))
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
fn split_at_and<'a>(part: &'a str, part_low: &'a str, lexicon: &Lexicon) -> Vec<(&'a str, &'a str)> {
    const JOINTS: [&str; 3] = [" và ", " cùng với ", " cùng "];
    let joint =
        |at: usize| JOINTS.iter().find(|joint| part.get(at..).is_some_and(|rest| rest.starts_with(**joint)));
    for (at, joint) in bytes::places(part, " ").filter_map(|at| Some((at, joint(at)?))) {
        let behind = at + joint.len();
        let (before, after) = (part.get(..at).unwrap_or_default(), part.get(behind..).unwrap_or_default());
        let low = part_low.get(behind..).unwrap_or_default();
        let head = body_at_start(after, low, lexicon).is_some();
        let generic_tail = is_generic(low) && !low.starts_with("các ");
        let own = after.starts_with(char::is_uppercase)
            || low.starts_with("các ")
            || low.starts_with("hệ thống ")
            || low.starts_with("cơ quan")
            || low.starts_with("đơn vị");
        let balanced = before.matches('(').count() == before.matches(')').count();
        if head
            && own
            && balanced
            && !(generic_tail && before.starts_with("Các") || low.starts_with("thành phố"))
        {
            let mut out = vec![(before, part_low.get(..at).unwrap_or_default())];
            out.extend(split_at_and(after, low, lexicon));
            return out;
        }
    }
    vec![(part, part_low)]
}

/// Nouns behind "các" that are said before each name of a list, and how.
const PLURALS: [(&str, &str); 17] = [
    ("tỉnh, thành phố trực thuộc trung ương", ""),
    ("tỉnh, thành phố", ""),
    ("tỉnh", "tỉnh"),
    ("thành phố", "thành phố"),
    ("đảng ủy", "Đảng ủy"),
    ("tỉnh ủy", "Tỉnh ủy"),
    ("thành ủy", "Thành ủy"),
    ("bộ", "Bộ"),
    ("sở", "Sở"),
    ("cục", "Cục"),
    ("vụ", "Vụ"),
    ("ban", "Ban"),
    ("xã", "xã"),
    ("phường", "phường"),
    ("huyện", "huyện"),
    ("quận", "quận"),
    ("trường", "Trường"),
];

/// Cities directly under the central government; the other names of such a list are provinces.
const CENTRAL_CITIES: [&str; 7] =
    ["Hà Nội", "Hồ Chí Minh", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Huế", "Thủ đô Hà Nội"];

/// `Các Bộ: Công an, Xây dựng` names each ministry in full; `UBND các tỉnh A, B` each province's.
fn expand(list: &str, low: &str) -> Option<Vec<String>> {
    let at = bytes::find(low, "các ").filter(|at| is_boundary(low, *at))?;
    let (before, before_low) = (list.get(..at)?.trim(), low.get(..at)?.trim());
    let behind = low.get(at + "các ".len()..)?;
    let (plural, each) = PLURALS
        .iter()
        .find(|(plural, _)| behind.strip_prefix(plural).is_some_and(|rest| rest.starts_with([':', ' '])))?;
    let rest = list.get(at + "các ".len() + plural.len()..)?.trim_start();
    let rest = rest.strip_prefix(':').unwrap_or(rest).trim();
    if !rest.starts_with(char::is_uppercase) || before.contains([',', ';']) || before.ends_with(" và") {
        return None;
    }
    let titled = ["bộ chỉ huy", "bộ trưởng", "bộ tư lệnh"].iter().any(|title| before_low.starts_with(title));
    let of_places = !before_low.starts_with("bộ ") || titled;
    let party = *each == "Đảng ủy";
    let ministries = party || matches!(*each, "Bộ" | "Sở" | "Cục" | "Vụ" | "Ban");
    // "các Sở Xây dựng nêu trên" are many of one name.
    let colon = list.get(at + "các ".len() + plural.len()..)?.starts_with(':');
    let pieces = names_of(rest, ministries);
    if ministries && !colon && pieces.len() == 1 && !rest.contains(" và ") {
        return None;
    }
    let mut names: Vec<String> = Vec::new();
    for piece in pieces {
        match names.last_mut() {
            Some(last)
                if ministries
                    && (goes_on_ministry(last, &piece) || goes_on_name(&lower(last), &lower(&piece))) =>
            {
                last.push_str(", ");
                last.push_str(&piece);
            }
            // "các Đảng ủy: Bộ Tư pháp": the ministry is named whole.
            _ if party => names.push(format!("{each} {piece}")),
            _ => names.push(named(if of_places { before } else { "" }, each, &piece)),
        }
    }
    // "Bộ Quốc phòng các tỉnh A, B", where a comma was lost: the ministry, and the provinces.
    let lost = (!of_places && !before.is_empty()).then(|| before.to_owned());
    Some(lost.into_iter().chain(names).collect())
}

/// The names of a list; `và` parts the last two of places, but belongs to the names of ministries.
fn names_of(rest: &str, ministries: bool) -> Vec<String> {
    // Where semicolons part the names, commas belong to them.
    if rest.contains(';') {
        return rest
            .split(';')
            .map(|piece| piece.trim().to_owned())
            .filter(|piece| !piece.is_empty())
            .collect();
    }
    let pieces = top_level_pieces(rest).filter_map(|range| rest.get(range));
    if ministries {
        return pieces.map(str::to_owned).collect();
    }
    pieces.flat_map(|piece| piece.split(" và ")).map(str::to_owned).collect()
}

fn named(before: &str, each: &str, name: &str) -> String {
    let own = lower(name);
    let has_own = PLURALS.iter().any(|(noun, _)| own.starts_with(noun) && is_boundary(&own, noun.len()));
    let each = match each {
        _ if has_own => "",
        "" if CENTRAL_CITIES.contains(&name) => "thành phố",
        "" => "tỉnh",
        each => each,
    };
    [before, each, name].iter().filter(|word| !word.is_empty()).copied().collect::<Vec<_>>().join(" ")
}

/// `Văn hóa, Thể thao và Du lịch` is one ministry.
fn goes_on_ministry(last: &str, piece: &str) -> bool {
    (last.ends_with("Văn hóa") || last.ends_with("Văn hoá")) && piece.starts_with("Thể thao")
}
