//! Bodies: where a list of them ends, how it is split, and what each is called.

mod issuer;
mod latin;
mod list;
mod vietnamese;

pub(super) use issuer::issuer;
pub(super) use list::{body_at_start, list_length};

use crate::Language;
use crate::language::Lexicon;
use crate::words::lower;

/// Splits a list of bodies and names each in full.
pub(super) fn split(list: &str, language: Language, lexicon: &Lexicon) -> Vec<String> {
    let list = strip_courtesy(list.trim().trim_end_matches(['.', ':', ';', ',']));
    let names = match language {
        Language::Vi => vietnamese::split(list, lexicon),
        Language::En => {
            latin::split(list, &[", and ", " and ", ", as well as ", " as well as ", ", "], lexicon)
        }
        Language::Fr => latin::split(list, &[" et ", ", "], lexicon),
    };
    let mut out: Vec<String> = Vec::new();
    for name in names {
        let name = bare(&name, language);
        // Who reads or speaks is named nowhere.
        let nobody = ["You", "you", "We", "we"].contains(&name.as_str());
        if !name.is_empty() && !nobody && !out.contains(&name) {
            out.push(name);
        }
    }
    out
}

fn strip_courtesy(list: &str) -> &str {
    let mut list = list;
    for courtesy in
        ["các Đồng chí ", "Các Đồng chí ", "các đồng chí ", "Các đồng chí ", "đồng chí ", "Đồng chí "]
    {
        list = list.strip_prefix(courtesy).unwrap_or(list);
    }
    list
}

/// Words behind an English name that say how its body acts: "CISA also".
const MANNER: [&str; 15] = [
    " itself",
    " themselves",
    " himself",
    " herself",
    " directly",
    " jointly",
    " thereof",
    " only",
    " also",
    " further",
    " therefore",
    " then",
    " still",
    " always",
    " never",
];

/// Without articles before and marks behind.
fn bare(name: &str, language: Language) -> String {
    let name = name.trim().trim_matches([',', ';', '.', ':', ' ', '-', '–']);
    let name = if language == Language::En { behind_order(name) } else { name };
    let mut name = name;
    while let Some(rest) = articles(language).iter().find_map(|article| name.strip_prefix(article)) {
        name = rest;
    }
    match language {
        // "(CTO)" only says the name again.
        Language::En => {
            let name = name.split(" (").next().unwrap_or(name).trim();
            // "By March 7, 2031 all agencies": the year belongs to the time before.
            let year = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
            let name = name.split_once(' ').filter(|(word, _)| year(word)).map_or(name, |(_, rest)| rest);
            MANNER.iter().find_map(|word| name.strip_suffix(word)).unwrap_or(name).to_owned()
        }
        Language::Vi => without_manner(&name.split_whitespace().collect::<Vec<_>>().join(" ")),
        Language::Fr => name.split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

/// Little words before the name of a body.
fn articles(language: Language) -> &'static [&'static str] {
    match language {
        Language::Vi => &["đồng chí ", "và ", "cùng "],
        Language::En => &[
            "the ", "The ", "and ", "each ", "Each ", "our ", "No ", "Any ", "any ", "a ", "A ", "an ", "An ",
        ],
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
            "chaque ",
            "Chaque ",
            "tous ",
            "toutes ",
            "Tous ",
            "Toutes ",
            "tout ",
            "toute ",
            "Tout ",
            "Toute ",
            "un ",
            "une ",
            "Un ",
            "Une ",
            "Monsieur ",
            "monsieur ",
            "Madame ",
            "madame ",
        ],
    }
}

/// "Government requires ministries": who gives an order is not who has it; "According to the Law, agencies":
/// nor is what it rests on.
fn behind_order(name: &str) -> &str {
    const ORDERS: [&str; 10] = [
        " requires ",
        " required ",
        " requests ",
        " requested ",
        " directs ",
        " directed ",
        " instructs ",
        " orders ",
        " urges ",
        " asks ",
    ];
    let rest = match name.strip_prefix("According to ") {
        Some(basis) => basis.rsplit_once(", ").map_or(name, |(_, body)| body),
        None => name,
    };
    ORDERS.iter().find_map(|order| rest.split_once(order)).map_or(rest, |(_, body)| body)
}

/// Without what says how, when or in which role, not who: "Sở Y tế (theo chức năng)", not "Sở (nay là …)".
fn without_manner(name: &str) -> String {
    const MANNERS: [&str; 11] = [
        "cơ quan chủ trì",
        "đơn vị chủ trì",
        "chủ trì",
        "cơ quan thường trực",
        "theo ",
        "nếu có",
        "khi ",
        "để ",
        "trong ",
        "qua ",
        "sau đây",
    ];
    const ROLES: [&str; 5] =
        ["cơ quan thường trực", "thường trực", "cơ quan đầu mối", "đơn vị thường trực", "đơn vị đầu mối"];
    let bracket = if name.ends_with(')') { name.rfind(" (") } else { None };
    let is_manner = |inner: &str| MANNERS.iter().any(|manner| inner.starts_with(manner));
    if let Some(at) = bracket.filter(|at| name.get(at + 2..).is_some_and(is_manner)) {
        return name.get(..at).unwrap_or(name).to_owned();
    }
    // "các tỉnh Trung Bộ, nhất là …", "Cán bộ có …": words that belong to what follows.
    let tails = [", nhất", " có", " và", " phải", " gồm", " về việc"];
    let name = tails.iter().find_map(|tail| name.strip_suffix(tail)).unwrap_or(name);
    // "Bộ Nội vụ được giao xây dựng …"; "các cơ quan được giao" says which.
    let given = [" được giao", " được phân công"].iter().find_map(|given| name.strip_suffix(given));
    let general = ["Các ", "các ", "Cơ quan", "Đơn vị", "Tổ chức", "Thủ trưởng"];
    let name = given.filter(|_| !general.iter().any(|word| name.starts_with(word))).unwrap_or(name);
    // "Sở Y tế - Cơ quan thường trực Ban Chỉ đạo".
    let is_role = |role: &str| ROLES.iter().any(|known| lower(role).starts_with(known));
    let body = name.split_once(" - ").filter(|(_, role)| is_role(role)).map(|(body, _)| body);
    body.unwrap_or(name).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::lexicon;

    /// A list, and the names of its bodies.
    const LISTS: [(Language, &str, &[&str]); 39] = [
        (
            Language::En,
            "the Deputy Mayor for Health and Human Services and the Council",
            &["Deputy Mayor for Health and Human Services", "Council"],
        ),
        (
            Language::En,
            "National Archives and Records Administration, and the Office of Safety and the Mayor",
            &["National Archives and Records Administration", "Office of Safety", "Mayor"],
        ),
        (Language::Vi, "Các Sở, ban, ngành, UBND xã, phường", &["Các Sở, ban, ngành", "UBND xã, phường"]),
        (
            Language::Vi,
            "các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ",
            &["các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ"],
        ),
        (
            Language::Vi,
            "Doanh nghiệp vận tải, tổ chức, cá nhân có liên quan",
            &["Doanh nghiệp vận tải", "tổ chức, cá nhân có liên quan"],
        ),
        (
            Language::Vi,
            "Các Bộ: Công an, Văn hóa, Thể thao và Du lịch",
            &["Bộ Công an", "Bộ Văn hóa, Thể thao và Du lịch"],
        ),
        (
            Language::Vi,
            "Các Cục: Xuất bản, In và Phát hành; Báo chí",
            &["Cục Xuất bản, In và Phát hành", "Cục Báo chí"],
        ),
        (
            Language::Vi,
            "UBND các tỉnh Sơn La, Điện Biên và Lai Châu",
            &["UBND tỉnh Sơn La", "UBND tỉnh Điện Biên", "UBND tỉnh Lai Châu"],
        ),
        (
            Language::Vi,
            "Chủ tịch UBND các tỉnh, thành phố: Huế, Cà Mau",
            &["Chủ tịch UBND thành phố Huế", "Chủ tịch UBND tỉnh Cà Mau"],
        ),
        (
            Language::Vi,
            "Thành phố Cần Thơ và các tỉnh Cà Mau, An Giang",
            &["Thành phố Cần Thơ", "tỉnh Cà Mau", "tỉnh An Giang"],
        ),
        (Language::Vi, "Sở Y tế Sở Tư pháp, Công an tỉnh", &["Sở Y tế", "Sở Tư pháp", "Công an tỉnh"]),
        (Language::Vi, "Bộ Tài chính (theo chức năng, nhiệm vụ)", &["Bộ Tài chính"]),
        (Language::Vi, "Bộ trưởng Bộ Y tế", &["Bộ trưởng Bộ Y tế"]),
        (Language::Vi, "Sở Y tế - Cơ quan thường trực Ban Chỉ đạo", &["Sở Y tế"]),
        (Language::Vi, "Sở Giáo dục và Đào tạo", &["Sở Giáo dục và Đào tạo"]),
        (Language::Vi, "từng cán bộ, công chức, người lao động", &["từng cán bộ, công chức, người lao động"]),
        (
            Language::En,
            "the Ministry of Finance and concerned ministries and branches",
            &["Ministry of Finance", "concerned ministries and branches"],
        ),
        (Language::En, "central agencies and localities", &["central agencies and localities"]),
        (Language::En, "Dynamic and creative localities", &["Dynamic and creative localities"]),
        (
            Language::En,
            "State, local and tribal governments, and the Harbour Office",
            &["State, local and tribal governments", "Harbour Office"],
        ),
        (
            Language::En,
            "Ministry of Labor, War Invalids and Social Affairs",
            &["Ministry of Labor, War Invalids and Social Affairs"],
        ),
        (Language::En, "ministers and heads of agencies", &["ministers", "heads of agencies"]),
        (Language::En, "GSA, OMB, NSC, and USDS", &["GSA", "OMB", "NSC", "USDS"]),
        (
            Language::En,
            "Harbour Office, Pilot Service and the agency itself",
            &["Harbour Office", "Pilot Service", "agency"],
        ),
        (Language::En, "our partners", &["partners"]),
        (Language::En, "Concerned ministries and branches", &["Concerned ministries and branches"]),
        (
            Language::En,
            "the Ministry of Justice and the Harbour Pilots Federation",
            &["Ministry of Justice", "Harbour Pilots Federation"],
        ),
        (
            Language::En,
            "concerned ministries and branches and provincial councils",
            &["concerned ministries and branches", "provincial councils"],
        ),
        (Language::En, "Office of Safety, Health and Piers", &["Office of Safety, Health and Piers"]),
        (
            Language::En,
            "chairpersons of People’s Committees of provinces and centrally run cities, and CISA also",
            &["chairpersons of People’s Committees of provinces and centrally run cities", "CISA"],
        ),
        (
            Language::En,
            "Justices for the First and Second Departments, People’s Committees of the urban and rural districts",
            &[
                "Justices for the First and Second Departments",
                "People’s Committees of the urban and rural districts",
            ],
        ),
        (
            Language::Fr,
            "Premier Ministre, au Ministre des Bacs et à l’ensemble du Gouvernement",
            &["Premier Ministre", "Ministre des Bacs", "ensemble du Gouvernement"],
        ),
        (Language::Fr, "les ministères et agences concernés", &["ministères et agences concernés"]),
        (Language::Fr, "les ministres et les gouverneurs", &["ministres", "gouverneurs"]),
        (Language::Fr, "tous les ministères et organismes", &["ministères et organismes"]),
        (Language::Fr, "chaque commune", &["commune"]),
        (
            Language::Fr,
            "le Ministre de la Justice, Garde des Sceaux, et le Ministre des Bacs",
            &["Ministre de la Justice, Garde des Sceaux", "Ministre des Bacs"],
        ),
        (
            Language::Fr,
            "le ministre d’État, ministre de l’Intérieur, et le préfet",
            &["ministre d’État, ministre de l’Intérieur", "préfet"],
        ),
        (Language::Fr, "le maire et le préfet", &["maire", "préfet"]),
    ];

    #[test]
    fn lists_are_split_and_named_in_full() {
        for (language, list, expected) in LISTS {
            assert_eq!(split(list, language, lexicon(language)), expected, "{list}");
        }
    }

    #[test]
    fn vietnamese_names_and_offices_keep_their_own_commas() {
        let table: [(&str, &[&str]); 10] = [
            (
                "Văn phòng Trung ương Đảng; các Đảng ủy: Chính phủ; Bộ Y tế và các cấp ủy, tổ chức đảng",
                &[
                    "Văn phòng Trung ương Đảng",
                    "Đảng ủy Chính phủ",
                    "Đảng ủy Bộ Y tế",
                    "các cấp ủy, tổ chức đảng",
                ],
            ),
            (
                "Đảng ủy Mặt trận Tổ quốc, các đoàn thể Trung ương, Đảng ủy Quốc hội",
                &["Đảng ủy Mặt trận Tổ quốc, các đoàn thể Trung ương", "Đảng ủy Quốc hội"],
            ),
            (
                "cấp uỷ, tổ chức đảng, chính quyền, đoàn thể các cấp",
                &["cấp uỷ, tổ chức đảng, chính quyền, đoàn thể các cấp"],
            ),
            (
                "Bộ trưởng các Bộ, Thủ trưởng cơ quan ngang Bộ, cơ quan thuộc Chính phủ",
                &["Bộ trưởng các Bộ", "Thủ trưởng cơ quan ngang Bộ, cơ quan thuộc Chính phủ"],
            ),
            ("Bộ trưởng các Bộ: Quốc phòng, Công an", &["Bộ trưởng Bộ Quốc phòng", "Bộ trưởng Bộ Công an"]),
            (
                "Bộ trưởng các Bộ: Y tế, Văn hóa, Thể thao và Du lịch và các bộ, ngành liên quan; Bí thư Tỉnh ủy Mẫu Sơn",
                &[
                    "Bộ trưởng Bộ Y tế",
                    "Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch",
                    "các bộ, ngành liên quan",
                    "Bí thư Tỉnh ủy Mẫu Sơn",
                ],
            ),
            (
                "Chủ tịch UBND các tỉnh miền núi, trong đó trọng tâm là các tỉnh: Mẫu Sơn, Tản Viên",
                &["Chủ tịch UBND các tỉnh miền núi"],
            ),
            ("các đồng chí Bí thư, Chủ tịch UBND các xã, phường", &["Bí thư, Chủ tịch UBND các xã, phường"]),
            ("Chủ tịch UBND tỉnh, Bí thư Tỉnh đoàn", &["Chủ tịch UBND tỉnh", "Bí thư Tỉnh đoàn"]),
            ("Bộ Chính trị, Ban Bí thư", &["Bộ Chính trị", "Ban Bí thư"]),
        ];
        for (list, expected) in table {
            assert_eq!(split(list, Language::Vi, lexicon(Language::Vi)), expected, "{list}");
        }
    }
}
