//! Names of bodies as keys: folded, written out, without the locality, and abbreviated the way
//! administrations do it.

use haidang_domain::organisation;
use haidang_store::fold;

/// Short forms of common words, folded, and what they stand for.
const WRITTEN_OUT: [(&str, &str); 9] = [
    ("ubnd", "uy ban nhan dan"),
    ("hdnd", "hoi dong nhan dan"),
    ("mttq", "mat tran to quoc"),
    ("tp", "thanh pho"),
    ("tw", "trung uong"),
    ("btv", "ban thuong vu"),
    ("bch", "ban chap hanh"),
    ("vp", "van phong"),
    ("bql", "ban quan ly"),
];
/// Articles, which nobody misses in a name.
const ARTICLES: [&str; 5] = ["the", "le", "la", "les", "l"];
/// Words that join a name to its place.
const JOINTS: [&str; 5] = ["of", "de", "du", "d", "cua"];
/// Offices whose holder acts for the body.
const OFFICES: [&str; 6] =
    ["Giám đốc", "Bộ trưởng", "Thủ trưởng", "Cục trưởng", "Director of", "Directeur de"];
/// Words that speak of bodies of a kind, not of one of them.
const COLLECTIVE: [&str; 22] = [
    "cac",
    "nhung",
    "moi",
    "tat ca",
    "toan bo",
    "all",
    "each",
    "relevant",
    "concerned",
    "departments",
    "agencies",
    "ministries",
    "localities",
    "sectors",
    "units",
    "services",
    "ministeres",
    "collectivites",
    "organismes",
    "concernes",
    "lien quan",
    "cap",
];
/// Words with which the name of a kind begins, even in capitals.
const KINDS: [&str; 12] = [
    "doanh nghiep",
    "co quan",
    "don vi",
    "dia phuong",
    "nha dau tu",
    "chu dau tu",
    "to chuc",
    "ca nhan",
    "thu truong",
    "nguoi dung dau",
    "so nganh",
    "ban nganh",
];
/// Kinds of places. A committee of these alone is none of one place.
const KINDS_OF_PLACES: [&str; 16] = [
    "tinh", "thanh", "pho", "quan", "huyen", "thi", "xa", "tran", "phuong", "dac", "khu", "truc", "thuoc",
    "trung", "uong", "va",
];
/// The longest abbreviation of a name, in letters.
const LONGEST_ABBREVIATION: usize = 9;

/// One word, folded, without the marks around it.
pub(super) fn bare(word: &str) -> String {
    words(word).concat()
}

/// Folded, with short forms written out, without articles.
pub(super) fn key(name: &str) -> String {
    let folded = words(name);
    let words = folded.iter().map(String::as_str).filter(|word| !ARTICLES.contains(word));
    let written = |word: &str| {
        let known = WRITTEN_OUT.iter().find(|(short, _)| *short == word);
        known.map_or_else(|| word.to_owned(), |(_, whole)| (*whole).to_owned())
    };
    words.map(written).collect::<Vec<_>>().join(" ")
}

fn words(text: &str) -> Vec<String> {
    let folded = fold(&text.replace('’', "'"));
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether bodies of a kind are meant. The name of one body begins with a capital letter.
pub(super) fn is_collective(name: &str) -> bool {
    let folded = words(name);
    let articles = folded.iter().take_while(|word| ARTICLES.contains(&word.as_str())).count();
    let first = name.split_whitespace().nth(articles).and_then(|word| word.chars().next());
    let key = format!(" {} ", key(name));
    let places = key.strip_prefix(" uy ban nhan dan ").or_else(|| key.strip_prefix(" hoi dong nhan dan "));
    first.is_none_or(char::is_lowercase)
        || COLLECTIVE.iter().any(|word| key.contains(&format!(" {word} ")))
        || KINDS.iter().any(|word| key.starts_with(&format!(" {word} ")))
        || places.is_some_and(|rest| rest.split_whitespace().all(|word| KINDS_OF_PLACES.contains(&word)))
}

/// The body whose head is named: "Giám đốc Sở Tài chính".
pub(super) fn without_office(name: &str) -> Option<&str> {
    let name = name.trim();
    OFFICES.iter().find_map(|office| name.strip_prefix(office)).map(str::trim).filter(|rest| !rest.is_empty())
}

/// The words that name the locality in names of its bodies.
pub(super) struct Places {
    /// Keys, the longest first: "thanh pho hai phong", "hai phong", "thanh pho".
    words: Vec<String>,
    /// The names alone, as one word: "haiphong".
    names: Vec<String>,
}

impl Places {
    /// The words of a locality with these names.
    pub(super) fn of(locality: &crate::Names) -> Self {
        let kinds =
            ["thanh pho", "tinh", "city", "province", "ville de", "province de", "ville", "municipality"];
        let (mut words, mut names) = (Vec::new(), Vec::new());
        for name in [&locality.vi, &locality.en, &locality.fr] {
            let whole = key(name);
            for kind in kinds {
                let bare = whole.strip_prefix(kind).or_else(|| whole.strip_suffix(kind)).map(str::trim);
                if let Some(bare) = bare.filter(|bare| !bare.is_empty()) {
                    names.push(bare.replace(' ', ""));
                    let kind = kind.strip_suffix(" de").unwrap_or(kind);
                    words.extend([bare.to_owned(), kind.to_owned()]);
                }
            }
            words.push(whole);
        }
        words.retain(|word| word.contains(' ') || word.len() > 3);
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        words.dedup();
        Self { words, names }
    }

    /// Whether a key names the locality itself, not only its kind.
    pub(super) fn are_named_in(&self, key: &str) -> bool {
        let whole = key.replace(' ', "");
        self.names.iter().any(|name| whole.contains(name.as_str()))
    }

    /// A key without the locality at its end or beginning; as it is when nothing else would be left.
    pub(super) fn without(&self, key: &str) -> String {
        let mut rest = key.trim();
        while let Some(shorter) = self.words.iter().find_map(|place| cut(rest, place)) {
            rest = shorter;
        }
        rest.to_owned()
    }
}

/// A key without this place at its end, with the word that joins it, or at its beginning.
fn cut<'a>(key: &'a str, place: &str) -> Option<&'a str> {
    if let Some(before) = key.strip_suffix(place).and_then(|before| before.strip_suffix(' ')) {
        let joined = JOINTS.iter().find_map(|joint| before.strip_suffix(joint)?.strip_suffix(' '));
        return Some(joined.unwrap_or(before)).filter(|rest| !rest.is_empty());
    }
    key.strip_prefix(place)?.strip_prefix(' ').filter(|rest| !rest.is_empty())
}

/// The key of a name that is printed as an abbreviation: "so khdt" of "Sở KH&ĐT", "mpi" of "MPI".
pub(super) fn abbreviated(printed: &str) -> Option<String> {
    let printed = printed.trim();
    let (head, letters) = match printed.split_once(char::is_whitespace) {
        Some((head, rest)) => (Some(head), rest.trim()),
        None => (None, printed),
    };
    let letters: String =
        letters.chars().filter(|c| !matches!(c, '&' | '-' | '–' | ',' | '.' | ' ')).collect();
    let count = letters.chars().count();
    let capitals = letters.chars().filter(|c| c.is_uppercase()).count();
    let whole = letters.chars().all(char::is_alphabetic) && (2..=LONGEST_ABBREVIATION).contains(&count);
    // One small letter may stand between: MdF.
    let looks_so = whole && letters.starts_with(char::is_uppercase) && capitals >= 2 && capitals + 1 >= count;
    let head = head.map(|head| format!("{} ", fold(head))).unwrap_or_default();
    looks_so.then(|| format!("{head}{}", fold(&letters)))
}

/// The abbreviations of a body, as keys: in Vietnamese after its first word and whole, without "và";
/// in English with and without "of"; in French with and without "de".
pub(super) fn abbreviations(names: &organisation::Names) -> Vec<String> {
    let mut all = Vec::new();
    let vietnamese = words(&names.vi);
    if let Some((head, rest)) = vietnamese.split_first() {
        all.push(format!("{head} {}", initials(rest, &["va"])));
        all.push(initials(&vietnamese, &["va"]));
    }
    let english = words(names.en.as_deref().unwrap_or_default());
    let french = words(names.fr.as_deref().unwrap_or_default());
    all.push(initials(&english, &["and", "the", "of"]));
    all.push(initials(&english, &["and", "the"]));
    all.push(initials(&french, &["et", "la", "le", "les", "l", "de", "des", "du", "d"]));
    all.push(initials(&french, &["et", "la", "le", "les", "l"]));
    all.retain(|short| short.rsplit(' ').next().is_some_and(|letters| letters.chars().count() >= 2));
    all
}

fn initials(words: &[String], left_out: &[&str]) -> String {
    words
        .iter()
        .filter(|word| !left_out.contains(&word.as_str()))
        .filter_map(|word| word.chars().next())
        .collect()
}

/// Words that names begin with, folded, and the level of the bodies that they name; the longer first.
const LEVELS: [(&str, &str); 46] = [
    ("uy ban nhan dan xa", "commune"),
    ("uy ban nhan dan phuong", "commune"),
    ("uy ban nhan dan dac khu", "commune"),
    ("uy ban nhan dan thi tran", "commune"),
    ("uy ban nhan dan quan", "district"),
    ("uy ban nhan dan huyen", "district"),
    ("uy ban nhan dan thi xa", "district"),
    ("uy ban nhan dan", "city"),
    ("hoi dong nhan dan", "city"),
    ("xa", "commune"),
    ("phuong", "commune"),
    ("dac khu", "commune"),
    ("quan", "district"),
    ("huyen", "district"),
    ("ban thuong vu", "city-party"),
    ("ban to chuc", "city-party"),
    ("ban tuyen giao", "city-party"),
    ("ban noi chinh", "city-party"),
    ("thanh uy", "city-party"),
    ("tinh uy", "city-party"),
    ("dang uy", "city-party"),
    ("bo", "ministry"),
    ("so", "department"),
    ("ban quan ly", "department"),
    ("ban", "department"),
    ("cuc", "department"),
    ("chi cuc", "department"),
    ("thanh tra", "department"),
    ("van phong", "department"),
    ("cong an", "department"),
    ("kho bac", "department"),
    ("bao hiem xa hoi", "department"),
    ("vien", "department"),
    ("truong", "department"),
    ("cong ty", "enterprise"),
    ("tong cong ty", "enterprise"),
    ("tap doan", "enterprise"),
    ("ngan hang", "enterprise"),
    ("ministry", "ministry"),
    ("ministere", "ministry"),
    ("department", "department"),
    ("direction", "department"),
    ("service", "department"),
    ("corporation", "enterprise"),
    ("company", "enterprise"),
    ("societe", "enterprise"),
];

/// The level that the first words of a name speak for.
pub(super) fn level(name: &str) -> &'static str {
    let key = format!("{} ", key(name));
    let fits = |(words, _): &&(&str, &str)| key.starts_with(&format!("{words} "));
    let fitting = LEVELS.iter().filter(fits).max_by_key(|(words, _)| words.len());
    fitting.map_or("other", |(_, level)| level)
}

/// A readable key for a new body: the words of its name, folded, joined by dashes.
pub(super) fn slug(name: &str) -> String {
    words(name).join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_level_is_guessed_from_the_first_words() {
        let table = [
            ("Sở Y tế", "department"),
            ("UBND phường Đông Hải", "commune"),
            ("Phường Đông Hải", "commune"),
            ("UBND tỉnh Nam Lĩnh", "city"),
            ("Bộ Y tế", "ministry"),
            ("Ban Thường vụ Tỉnh ủy", "city-party"),
            ("Ban Quản lý các khu công nghiệp", "department"),
            ("Tổng công ty Điện lực", "enterprise"),
            ("Ministry of Health", "ministry"),
            ("Hiệp hội Vận tải", "other"),
            ("Bộ", "ministry"),
            ("Boa Vista", "other"),
        ];
        for (name, expected) in table {
            assert_eq!(level(name), expected, "{name}");
        }
        assert_eq!(slug("Sở Y tế (mới)"), "so-y-te-moi");
    }

    #[test]
    fn abbreviations_are_told_from_words() {
        let table = [
            ("Sở KH&ĐT", Some("so khdt")),
            ("Sở VH, TT&DL", Some("so vhttdl")),
            ("MPI", Some("mpi")),
            ("MdF", Some("mdf")),
            ("Sở Tài chính", None),
            ("Huế", None),
            ("A", None),
            ("12/CT", None),
            ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA", None),
        ];
        for (printed, expected) in table {
            assert_eq!(abbreviated(printed).as_deref(), expected, "{printed}");
        }
    }
}
