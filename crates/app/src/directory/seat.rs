//! Where a document comes from, when that is not this locality: "Sở Tài chính" in a plan of another
//! province is that province's, and so is "UBND tỉnh". Bodies of the whole country are the same
//! everywhere; in a document of another country nothing is ours.

use super::names::{self, Places};
use haidang_store::OrganisationRow;

/// The place of an issuer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Seat {
    /// Words before the name of the place, or behind it in English: "tỉnh", "Province".
    kind: &'static str,
    /// The name of the place.
    name: String,
    form: Form,
}

/// How a place is written behind the name of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// Sở Tài chính tỉnh Đông An.
    Vietnamese,
    /// Department of Finance, Dong An Province.
    NameFirst,
    /// Department of Finance, City of Dong An.
    KindFirst,
    /// Of another country.
    Country,
}

/// Words that say what kind of place follows, folded: the words, what is written, the form.
const BEFORE: [(&str, &str, Form); 17] = [
    ("tinh uy", "tỉnh", Form::Vietnamese),
    ("thanh uy", "thành phố", Form::Vietnamese),
    ("thanh pho", "thành phố", Form::Vietnamese),
    ("tinh", "tỉnh", Form::Vietnamese),
    ("tp", "thành phố", Form::Vietnamese),
    ("province of", "Province of", Form::KindFirst),
    ("city of", "City of", Form::KindFirst),
    ("state of", "State of", Form::KindFirst),
    ("province de", "Province de", Form::KindFirst),
    ("ville de", "Ville de", Form::KindFirst),
    ("government of", "Government of", Form::Country),
    ("republic of", "Republic of", Form::Country),
    ("gouvernement du", "Gouvernement du", Form::Country),
    ("gouvernement de", "Gouvernement de", Form::Country),
    ("republique du", "République du", Form::Country),
    ("republique de", "République de", Form::Country),
    ("united states of", "United States of", Form::Country),
];
/// Words that say what kind of place stood before them.
const BEHIND: [(&str, &str); 3] = [("province", "Province"), ("provincial", "Province"), ("city", "City")];
/// Words with which the name of a place ends where a head goes on: "HĐND tỉnh Đông An khóa XV".
const BEYOND: [&str; 9] =
    ["khoa", "nhiem", "lan", "ky", "people", "party", "department", "office", "council"];
/// Words before the name of a place in English.
const OF: [&str; 4] = ["of", "the", "committee", "council"];
/// Most words of the name of a place.
const LONGEST_NAME: usize = 4;
/// First words of bodies that have a name of their own, or are more often those of a ministry.
const OF_ONE_NAME: [&str; 4] = ["ban quan ly", "cuc", "vien", "truong"];
/// Levels of bodies that every locality has of its own.
const LOCAL: [&str; 5] = ["city", "city-party", "department", "district", "commune"];

impl Seat {
    /// Where the issuer of this name sits; `None` where no place is named, or this locality's own.
    pub(super) fn of(issuer: &str, places: &Places) -> Option<Self> {
        let words: Vec<&str> = issuer.split_whitespace().collect();
        let folded: Vec<String> = words.iter().map(|word| names::bare(word)).collect();
        let seat = (0..words.len())
            .rev()
            .find_map(|at| named_after(&words, &folded, at).or_else(|| named_before(&words, &folded, at)))?;
        let key = names::key(&seat.name);
        (!places.are_named_in(&key) && !matches!(key.as_str(), "viet nam" | "vietnam")).then_some(seat)
    }

    /// Whether a body of this level would be another one there.
    pub(super) fn has_its_own(&self, row: &OrganisationRow) -> bool {
        self.form == Form::Country || LOCAL.contains(&row.level.as_str())
    }

    /// The name under which a body there can be put on record: with its place, unless it names the place
    /// itself or belongs to the whole country.
    pub(super) fn name_on_record(&self, printed: &str) -> String {
        let key = format!("{} ", names::key(printed));
        let names_it = key.contains(&format!("{} ", names::key(&self.name)));
        let is_local = LOCAL.contains(&names::level(printed))
            && !OF_ONE_NAME.iter().any(|word| key.starts_with(&format!("{word} ")));
        if names_it || !(is_local || self.form == Form::Country) {
            printed.trim().to_owned()
        } else {
            self.full_name(printed)
        }
    }

    /// The name of a body there, with its place: "UBND tỉnh" names the kind of place itself.
    pub(super) fn full_name(&self, printed: &str) -> String {
        let (printed, name, kind) = (printed.trim(), &self.name, self.kind);
        match self.form {
            Form::Vietnamese if self.ends(printed) => format!("{printed} {name}"),
            Form::Vietnamese => format!("{printed} {kind} {name}"),
            Form::NameFirst => format!("{printed}, {name} {kind}"),
            Form::KindFirst | Form::Country => format!("{printed}, {kind} {name}"),
        }
    }

    /// Whether a name ends with the kind of place alone: "UBND tỉnh".
    pub(super) fn ends(&self, printed: &str) -> bool {
        self.form == Form::Vietnamese && names::key(printed).ends_with(&format!(" {}", names::key(self.kind)))
    }
}

/// A place whose kind ends before the word at `at`: "tỉnh | Đông An".
fn named_after(words: &[&str], folded: &[String], at: usize) -> Option<Seat> {
    let before = folded.get(..at)?;
    let ends = |words: &str| {
        let count = words.split(' ').count();
        let tail = before.len().checked_sub(count).and_then(|from| before.get(from..));
        tail.is_some_and(|tail| tail.iter().map(String::as_str).eq(words.split(' ')))
    };
    let (_, kind, form) = BEFORE.into_iter().find(|(words, _, _)| ends(words))?;
    let rest = words.get(at..)?.iter().zip(folded.get(at..)?);
    let goes_on = |(word, key): &(&&str, &String)| {
        !key.is_empty() && word.starts_with(char::is_uppercase) && !BEYOND.contains(&key.as_str())
    };
    let mut name = Vec::new();
    for (word, key) in rest.take(LONGEST_NAME) {
        if !goes_on(&(word, key)) {
            break;
        }
        name.push(*word);
        if word.ends_with([',', ';', '.', ':']) {
            break;
        }
    }
    named(kind, &name, form)
}

/// A place whose kind is the word at `at`: "Dong An | Province".
fn named_before(words: &[&str], folded: &[String], at: usize) -> Option<Seat> {
    let (_, kind) = BEHIND.into_iter().find(|(word, _)| folded.get(at).is_some_and(|own| own == word))?;
    let before = words.get(..at)?.iter().zip(folded.get(..at)?).rev();
    let name = before.take_while(|(word, key)| {
        word.starts_with(char::is_uppercase) && !OF.contains(&key.as_str()) && !word.ends_with([',', ';'])
    });
    let mut name: Vec<&str> = name.take(LONGEST_NAME).map(|(word, _)| *word).collect();
    name.reverse();
    named(kind, &name, Form::NameFirst)
}

fn named(kind: &'static str, name: &[&str], form: Form) -> Option<Seat> {
    let name: Vec<String> = name.iter().map(|word| capitalised(word)).collect();
    (!name.is_empty()).then(|| Seat { kind, name: name.join(" "), form })
}

/// A word of a head in capitals as a name is written: "QUẢNG" as "Quảng".
fn capitalised(word: &str) -> String {
    let word = word.trim_matches([',', ';', '.', ':']);
    let mut letters = word.chars();
    match letters.next() {
        Some(first) if word.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase) => {
            first.to_string() + &letters.as_str().to_lowercase()
        }
        _ => word.to_owned(),
    }
}

#[cfg(test)]
// Tests say what they expect in the shortest way.
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn places() -> Places {
        let [vi, en, fr] = ["Thành phố Hải Phòng", "Hai Phong City", "Ville de Hai Phong"].map(str::to_owned);
        Places::of(&crate::Names { vi, en, fr })
    }

    #[test]
    fn a_body_goes_on_record_with_its_place() {
        let seat = Seat::of("UBND tỉnh Đông An", &places()).unwrap();
        for (printed, name) in [
            ("Sở Y tế", "Sở Y tế tỉnh Đông An"),
            ("UBND huyện Bến Mới", "UBND huyện Bến Mới tỉnh Đông An"),
            ("Thanh tra tỉnh", "Thanh tra tỉnh Đông An"),
            ("Sở Y tế Đông An", "Sở Y tế Đông An"),
            ("Ban Quản lý Khu kinh tế Cửa Sông", "Ban Quản lý Khu kinh tế Cửa Sông"),
            ("Bộ Thể thao", "Bộ Thể thao"),
            ("Cục Hải đăng", "Cục Hải đăng"),
            ("Tập đoàn Sao Biển", "Tập đoàn Sao Biển"),
        ] {
            assert_eq!(seat.name_on_record(printed), name);
        }
    }

    #[test]
    fn the_place_of_an_issuer_is_told() {
        let places = places();
        for (issuer, body, full) in [
            ("ỦY BAN NHÂN DÂN TỈNH ĐÔNG AN", "Sở Y tế", "Sở Y tế tỉnh Đông An"),
            ("Hội đồng nhân dân tỉnh Đông An khóa XV", "UBND tỉnh", "UBND tỉnh Đông An"),
            ("Tỉnh ủy Đông An", "Sở Y tế", "Sở Y tế tỉnh Đông An"),
            ("UBND TP. Tây An", "UBND thành phố", "UBND thành phố Tây An"),
            ("UBND thành phố Bến Mới, tỉnh Đông An", "Sở Y tế", "Sở Y tế tỉnh Đông An"),
            (
                "People’s Committee of Dong An Province",
                "Department of Health",
                "Department of Health, Dong An Province",
            ),
            ("Dong An Provincial People’s Committee", "Office", "Office, Dong An Province"),
            ("Tay An City People’s Committee", "Office", "Office, Tay An City"),
            ("City of Newtown", "Department of Health", "Department of Health, City of Newtown"),
            (
                "Gouvernement du Sénégal",
                "Ministère de la Santé",
                "Ministère de la Santé, Gouvernement du Sénégal",
            ),
        ] {
            let seat = Seat::of(issuer, &places).map(|seat| seat.full_name(body));
            assert_eq!(seat.as_deref(), Some(full), "{issuer}");
        }
        // Left alone: this locality, the whole country, and what names no place.
        for issuer in [
            "ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG",
            "Thành ủy Hải Phòng",
            "UBND thành phố",
            "UBND tỉnh",
            "People’s Committee of Hai Phong City",
            "City People’s Committee",
            "Comité populaire de la ville de Hai Phong",
            "Chính phủ",
            "Bộ Tài chính",
            "Văn phòng Chính phủ",
            "Government of Viet Nam",
            "the Government",
            "Ban Chấp hành Trung ương",
            "",
        ] {
            assert_eq!(Seat::of(issuer, &places), None, "{issuer}");
        }
    }
}
