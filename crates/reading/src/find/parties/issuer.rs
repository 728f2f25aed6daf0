//! The name of a body that issues instruments: where it ends.

use crate::Language;
use crate::language::Lexicon;
use crate::words::{first_word, lower, word_starts};

/// The length of the name of an issuing body at the start of a text.
pub(in crate::find) fn issuer(text: &str, language: Language, lexicon: &Lexicon) -> Option<usize> {
    let low = lower(text);
    let skipped = skip_ordinal(&low);
    let head = lexicon.issuers.at_start(low.get(skipped..)?)?;
    let mut end = skipped + head;
    for at in word_starts(text).skip_while(|at| *at < skipped + head) {
        if at < end {
            continue;
        }
        let word = first_word(text.get(at..)?);
        let gap = text.get(end..at)?;
        let small = goes_on_in_small(language, word)
            || (language == Language::Vi
                && is_office(&low)
                && is_second(text.get(..end)?, low.get(at..)?, lexicon));
        let capital = word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        let comma = gap.trim() == ","
            && capital
            && (joins_party_bodies(low.get(..end)?, low.get(at..)?)
                || is_ministry(&low) && lexicon.issuers.at_start(low.get(at..)?).is_none());
        let joined = (!gap.contains('\n') && gap.chars().all(char::is_whitespace)) || gap == " - " && capital;
        let rest = low.get(at..)?;
        // "của Chính phủ và Công văn …", "của Bộ Chính trị, Kế hoạch số …": another instrument.
        let numbered = |rest: &str| {
            let behind = lexicon.kinds.at_start(rest).and_then(|(length, _)| rest.get(length..));
            behind.is_some_and(|behind| [" số ", " so "].iter().any(|number| behind.starts_with(number)))
        };
        let instrument = language == Language::Vi
            && (rest.strip_prefix("và ").is_some_and(|rest| lexicon.kinds.at_start(rest).is_some())
                || (gap.trim() == "," && numbered(rest)));
        if !((joined && (capital || small)) || comma) || instrument || begins_another(language, rest) {
            break;
        }
        // "của Bộ Công an và Bộ Y tế": the second is known whole.
        let known = lexicon.issuers.at_start(rest).filter(|_| capital && !comma);
        // "Sở Xây dựng", "Giáo dục và Đào tạo": a field that is a verb too.
        let field = lexicon.verbs.at_start(rest).filter(|_| capital && is_office(&low));
        end = at + known.or(field).unwrap_or(word.len()).max(word.len());
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

/// Offices that are named by their field: "Sở Xây dựng", "Chi cục Thủy sản", "Ban quản lý Khu kinh tế …".
fn is_office(low: &str) -> bool {
    is_ministry(low)
        || ["chi cục", "tổng cục", "thanh tra", "công an", "ban ", "đảng ủy"]
            .iter()
            .any(|head| low.starts_with(head))
}

/// Whether a word in small letters is the second syllable of one whose first is in a capital ("Xây dựng"): what
/// starts an act or says when and where is none.
fn is_second(before: &str, rest: &str, lexicon: &Lexicon) -> bool {
    const LINKS: [&str; 18] = [
        "về", "tại", "trong", "để", "là", "đã", "có", "cho", "theo", "ngày", "số", "do", "với", "gửi", "đến",
        "từ", "khi", "được",
    ];
    let first = before.rsplit(' ').next().unwrap_or_default();
    let short = first.chars().nth(1).is_none();
    let opens = first.starts_with(char::is_uppercase) && (short || first.chars().any(char::is_lowercase));
    let word = first_word(rest);
    let acts = lexicon.verbs.at_start(rest).is_some() || lexicon.adverbs.at_start(rest).is_some();
    opens && word.starts_with(char::is_lowercase) && !LINKS.contains(&word) && !acts
}

/// "Bộ Chính trị, Ban Bí thư": the two issue together.
fn joins_party_bodies(before: &str, next: &str) -> bool {
    before.ends_with("bộ chính trị") && next.starts_with("ban bí thư")
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
                | "thư"
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
            "và các",
            "nghị quyết số",
            "quyết định số",
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
