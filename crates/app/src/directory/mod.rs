//! Which organisation a printed name means: names, abbreviations and aliases, accents and case
//! aside, on the day of the document. A name that could mean two bodies means none.
//!
//! It is looked for in this order, and the first place that knows the name decides: the names and
//! aliases on record; the same without the name of the locality ("UBND thành phố" in a document of
//! the city); systematic abbreviations ("Sở KH&ĐT", MPI, MdF), which nobody has to put on record.

mod found;
mod names;
mod seat;

use crate::{App, AppError};
use haidang_domain::instrument::Details;
use haidang_domain::{OrganisationId, Origin, Party, task};
use haidang_store::OrganisationRow;
use jiff::civil::Date;
use names::Places;
use seat::Seat;
use std::collections::HashMap;

/// Names and what they mean on one day.
pub struct Directory {
    rows: Vec<OrganisationRow>,
    places: Places,
    standing: Meanings,
    ended: Meanings,
    /// Where the document comes from, when that is not this locality.
    seat: Option<Seat>,
}

/// What a printed name means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning<'a> {
    /// This organisation.
    One(&'a OrganisationRow),
    /// One that was no more on that day, or not yet there.
    AnotherTime(&'a OrganisationRow),
    /// Bodies of a kind ("các sở, ngành"), not one of them.
    Several,
    /// Nobody on record.
    Unknown,
}

/// The keys of some organisations, place by place.
#[derive(Default)]
struct Meanings {
    exact: Keys,
    local: Keys,
    short: Keys,
}

/// A key → who has it.
#[derive(Default)]
struct Keys(HashMap<String, Holder>);

/// Who has a key: one organisation, by its place in the list, or several.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holder {
    One(usize),
    Several,
}

impl Holder {
    fn one(self) -> Option<usize> {
        match self {
            Self::One(place) => Some(place),
            Self::Several => None,
        }
    }
}

impl Keys {
    fn add(&mut self, key: String, place: usize) {
        let holder = self.0.entry(key).or_insert(Holder::One(place));
        if *holder != Holder::One(place) {
            *holder = Holder::Several;
        }
    }

    fn get(&self, key: &str) -> Option<Holder> {
        self.0.get(key).copied()
    }
}

impl Meanings {
    fn add(&mut self, row: &OrganisationRow, place: usize, places: &Places) {
        for name in all_names(row) {
            let key = names::key(name);
            // Places of the locality have names of their own: "xã An Lão" is not "xã".
            if !matches!(row.level.as_str(), "district" | "commune" | "enterprise") {
                self.local.add(places.without(&key), place);
            }
            self.exact.add(key, place);
        }
        if !matches!(row.level.as_str(), "district" | "commune") {
            for short in names::abbreviations(&row.names) {
                self.short.add(short, place);
            }
        }
    }

    fn find(&self, printed: &str, places: &Places) -> Option<usize> {
        let key = names::key(printed);
        let local = places.without(&key);
        let short = || names::abbreviated(printed).and_then(|short| self.short.get(&short));
        self.exact
            .get(&key)
            .or_else(|| self.local.get(&local))
            .or_else(|| self.exact.get(&local))
            .or_else(short)
            .and_then(Holder::one)
    }
}

impl Directory {
    /// What names mean where no organisation is on record.
    #[cfg(test)]
    pub(crate) fn of_nobody() -> Self {
        let [vi, en, fr] = [const { String::new() }; 3];
        Self::new(Vec::new(), &crate::Names { vi, en, fr }, Date::constant(2026, 1, 1))
    }

    /// The organisations `rows` on a day, in the locality of these names.
    pub(crate) fn new(rows: Vec<OrganisationRow>, locality: &crate::Names, day: Date) -> Self {
        let places = Places::of(locality);
        let (mut standing, mut ended) = (Meanings::default(), Meanings::default());
        for (place, row) in rows.iter().enumerate() {
            let meanings = if stands(row, day) { &mut standing } else { &mut ended };
            meanings.add(row, place, &places);
        }
        Self { rows, places, standing, ended, seat: None }
    }

    /// The same in a document of this issuer: bodies named without a place belong to the issuer's own.
    fn in_document_of(mut self, issuer: Option<&str>) -> Self {
        let elsewhere = issuer.filter(|issuer| self.find(issuer).is_none());
        self.seat = elsewhere.and_then(|issuer| Seat::of(issuer, &self.places));
        self
    }

    /// What a printed name means in the document.
    pub fn meaning(&self, printed: &str) -> Meaning<'_> {
        let meaning = self.meaning_here(printed);
        let Some(seat) = &self.seat else { return meaning };
        let of_the_seat = match meaning {
            Meaning::One(row) | Meaning::AnotherTime(row) => {
                seat.has_its_own(row) && !self.places.are_named_in(&names::key(printed))
            }
            Meaning::Several => seat.ends(printed) && !names::is_collective(&seat.full_name(printed)),
            Meaning::Unknown => true,
        };
        match self.meaning_here(&seat.full_name(printed)) {
            _ if !of_the_seat => meaning,
            Meaning::One(row) => Meaning::One(row),
            Meaning::AnotherTime(row) => Meaning::AnotherTime(row),
            Meaning::Several | Meaning::Unknown => Meaning::Unknown,
        }
    }

    /// The name under which a body that is not on record can be put there: with the place of the
    /// document where that is not this locality.
    pub fn name_on_record(&self, printed: &str) -> String {
        self.seat.as_ref().map_or_else(|| printed.to_owned(), |seat| seat.name_on_record(printed))
    }

    /// What a printed name means in this locality.
    fn meaning_here(&self, printed: &str) -> Meaning<'_> {
        let row = |place: usize| self.rows.get(place);
        let named = |meanings: &Meanings| meanings.find(printed, &self.places).and_then(row);
        let head = names::without_office(printed);
        let led = || head.and_then(|body| self.standing.find(body, &self.places)).and_then(row);
        if let Some(row) = named(&self.standing).or_else(led) {
            return Meaning::One(row);
        }
        if names::is_collective(printed) {
            return Meaning::Several;
        }
        named(&self.ended).map_or(Meaning::Unknown, Meaning::AnotherTime)
    }

    /// The organisation that a printed name means.
    pub fn find(&self, printed: &str) -> Option<OrganisationId> {
        match self.meaning(printed) {
            Meaning::One(row) => Some(row.id),
            Meaning::AnotherTime(_) | Meaning::Several | Meaning::Unknown => None,
        }
    }

    /// An organisation by its id.
    pub fn row(&self, id: OrganisationId) -> Option<&OrganisationRow> {
        self.rows.iter().find(|row| row.id == id)
    }

    pub(crate) fn party(&self, printed: &str) -> Party {
        Party { organisation: self.find(printed), printed: printed.trim().to_owned() }
    }

    /// The same of a name that a person types on this day: bodies that came since count as well.
    fn party_typed(&self, printed: &str, on: Date) -> Party {
        let since = match self.meaning(printed) {
            Meaning::AnotherTime(row) if stands(row, on) => Some(row.id),
            _ => None,
        };
        let party = self.party(printed);
        Party { organisation: party.organisation.or(since), ..party }
    }
}

fn stands(row: &OrganisationRow, day: Date) -> bool {
    row.founded_on.is_none_or(|from| from <= day) && row.ended_on.is_none_or(|end| day < end)
}

fn all_names(row: &OrganisationRow) -> impl Iterator<Item = &str> {
    let own = [
        Some(row.slug.as_str()),
        Some(row.names.vi.as_str()),
        row.names.en.as_deref(),
        row.names.fr.as_deref(),
    ];
    own.into_iter().flatten().chain(row.names.aliases.iter().map(String::as_str))
}

impl App {
    /// The organisations that typed or printed names mean today; unknown ones stay as printed.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn resolve_parties(&self, typed: &[String]) -> Result<Vec<Party>, AppError> {
        let directory = self.directory(None).await?;
        Ok(typed.iter().filter(|name| !name.trim().is_empty()).map(|name| directory.party(name)).collect())
    }

    /// The organisations that names typed for a task mean. Bodies that it knows stay what they are; other
    /// names are understood as in the document that it rests on.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn resolve_parties_of(
        &self,
        task: &task::State,
        typed: &[String],
    ) -> Result<Vec<Party>, AppError> {
        let (directory, today) = (self.directory_behind(task.origin.as_ref()).await?, self.today());
        let party = |name: &String| {
            let known = task.lead.iter().chain(&task.coordinating);
            let same =
                known.filter(|known| known.organisation.is_some()).find(|known| known.printed == name.trim());
            same.cloned().unwrap_or_else(|| directory.party_typed(name, today))
        };
        Ok(typed.iter().filter(|name| !name.trim().is_empty()).map(party).collect())
    }

    /// All organisations, by name.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn organisations(&self) -> Result<Vec<OrganisationRow>, AppError> {
        Ok(self.store().organisations(self.as_at(None)).await?)
    }

    /// What names mean on a day: that of a document, or today.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn directory(&self, day: Option<Date>) -> Result<Directory, AppError> {
        let day = day.unwrap_or_else(|| self.today());
        Ok(Directory::new(self.organisations().await?, &self.locality().names, day))
    }

    /// What names mean in a document: on its day, in the place that it comes from.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn directory_of(&self, document: &Details) -> Result<Directory, AppError> {
        let directory = self.directory(document.issued_on).await?;
        Ok(directory.in_document_of(document.issuer.as_deref()))
    }

    /// What names mean in the document that a commitment rests on; today and here where it rests on none.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn directory_behind(&self, origin: Option<&Origin>) -> Result<Directory, AppError> {
        match origin {
            Some(origin) => {
                let instrument = self.instrument(origin.instrument, self.as_at(None)).await?;
                self.directory_of(&instrument.details).await
            }
            None => self.directory(None).await,
        }
    }
}

#[cfg(test)]
// Tests say what they expect in the shortest way.
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use haidang_domain::organisation::Names;
    use jiff::civil::date;
    use uuid::Uuid;

    fn body(number: u128, level: &str, names: [&str; 3], aliases: &[&str]) -> OrganisationRow {
        let [vi, en, fr] = names.map(str::to_owned);
        let aliases = aliases.iter().map(|alias| (*alias).to_owned()).collect();
        OrganisationRow {
            id: OrganisationId(Uuid::from_u128(number)),
            version: 1,
            slug: format!("body-{number}"),
            level: level.to_owned(),
            names: Names { vi, en: Some(en), fr: Some(fr), aliases },
            founded_on: None,
            ended_on: None,
            successors: Vec::new(),
            source: "test".to_owned(),
        }
    }

    fn directory(day: Date) -> Directory {
        let planning = ["Sở Kế hoạch và Đầu tư", "Department of Planning and Investment", "Service du Plan"];
        let mut planning = body(4, "department", planning, &[]);
        planning.ended_on = Some(date(2025, 3, 1));
        let rows = vec![
            body(
                1,
                "city",
                [
                    "Ủy ban nhân dân thành phố Hải Phòng",
                    "Hai Phong City People’s Committee",
                    "Comité populaire de la ville de Hai Phong",
                ],
                &[],
            ),
            body(
                2,
                "ministry",
                [
                    "Bộ Kế hoạch và Đầu tư",
                    "Ministry of Planning and Investment",
                    "Ministère du Plan et de l’Investissement",
                ],
                &[],
            ),
            body(3, "ministry", ["Bộ Tài chính", "Ministry of Finance", "Ministère des Finances"], &[]),
            planning,
            body(
                5,
                "department",
                [
                    "Sở Nông nghiệp và Môi trường",
                    "Department of Agriculture and Environment",
                    "Service de l’Agriculture",
                ],
                &[],
            ),
            body(
                6,
                "district",
                [
                    "Ủy ban nhân dân huyện An Lão",
                    "People’s Committee of An Lao Rural District",
                    "Comité d’An Lao",
                ],
                &[],
            ),
            body(
                7,
                "city",
                [
                    "Chủ tịch Ủy ban nhân dân thành phố Hải Phòng",
                    "Chairman of the Hai Phong City People’s Committee",
                    "Président",
                ],
                &[],
            ),
            body(
                8,
                "department",
                ["Sở Tài chính", "Department of Finance", "Service des Finances"],
                &["STC"],
            ),
            body(9, "department", ["Sở Thể chế", "Department of Rules", "Service des règles"], &[]),
        ];
        let [vi, en, fr] = ["Thành phố Hải Phòng", "Hai Phong City", "Ville de Hai Phong"].map(str::to_owned);
        let locality = crate::Names { vi, en, fr };
        Directory::new(rows, &locality, day)
    }

    #[test]
    fn names_are_found_however_they_are_written() {
        let directory = directory(date(2025, 1, 1));
        let table = [
            ("UBND thành phố", Some(1)),
            ("UBND TP. Hải Phòng", Some(1)),
            ("Uỷ ban nhân dân Thành phố", Some(1)),
            ("City People's Committee", Some(1)),
            ("the People’s Committee of Hai Phong City", Some(1)),
            ("Comité populaire de la ville", Some(1)),
            ("Chủ tịch UBND thành phố", Some(7)),
            ("Sở KH&ĐT", Some(4)),
            ("Sở KHĐT", Some(4)),
            ("SKHĐT", Some(4)),
            ("Sở Kế hoạch và Đầu tư thành phố Hải Phòng", Some(4)),
            ("Giám đốc Sở Tài chính", Some(8)),
            ("MPI", Some(2)),
            ("Bộ KH&ĐT", Some(2)),
            ("MdF", Some(3)),
            ("Sở NN&MT", Some(5)),
            ("STC", Some(8)),
            ("UBND huyện An Lão", Some(6)),
            // Left alone: another place, another body, a kind of bodies, an ordinary word.
            ("UBND huyện", None),
            ("UBND tỉnh Nam Lĩnh", None),
            ("Sở Y tế", None),
            ("Sở", None),
            ("các sở, ngành thành phố", None),
            ("SỞ", None),
            ("", None),
        ];
        for (printed, expected) in table {
            let found = directory.find(printed).map(|id| id.0.as_u128());
            assert_eq!(found, expected, "{printed}");
        }
    }

    #[test]
    fn bodies_named_without_a_place_belong_to_that_of_the_document() {
        let elsewhere = |issuer: &str| directory(date(2025, 1, 1)).in_document_of(Some(issuer));
        let found = |directory: &Directory, name: &str| directory.find(name).map(|id| id.0.as_u128());
        let other = elsewhere("ỦY BAN NHÂN DÂN TỈNH NAM LĨNH");
        for (printed, expected) in [
            ("Sở Tài chính", None),
            ("STC", None),
            ("Giám đốc Sở Tài chính", None),
            ("UBND thành phố", None),
            ("UBND huyện An Lão", None),
            ("Sở Tài chính thành phố Hải Phòng", Some(8)),
            ("UBND TP. Hải Phòng", Some(1)),
            ("Bộ Tài chính", Some(3)),
            ("MPI", Some(2)),
        ] {
            assert_eq!(found(&other, printed), expected, "{printed}");
        }
        assert_eq!(other.meaning("Sở Tài chính"), Meaning::Unknown);
        assert_eq!(other.meaning("UBND tỉnh"), Meaning::Unknown);
        assert_eq!(other.meaning("các sở, ngành tỉnh"), Meaning::Several);
        assert_eq!(other.name_on_record("Sở Tài chính"), "Sở Tài chính tỉnh Nam Lĩnh");
        for own in ["Ủy ban nhân dân thành phố Hải Phòng", "Sở Tài chính", "Chính phủ", "UBND thành phố"]
        {
            assert_eq!(found(&elsewhere(own), "Sở Tài chính"), Some(8), "{own}");
        }
        assert_eq!(found(&elsewhere("Government of Novia"), "Ministry of Finance"), None);
    }

    #[test]
    fn a_body_put_on_record_with_its_place_is_found_without_it() {
        let mut rows = directory(date(2025, 1, 1)).rows;
        rows.push(body(20, "department", ["Sở Tài chính tỉnh Nam Lĩnh", "x", "y"], &[]));
        let [vi, en, fr] = ["Thành phố Hải Phòng", "Hai Phong City", "Ville de Hai Phong"].map(str::to_owned);
        let own = Directory::new(rows, &crate::Names { vi, en, fr }, date(2025, 1, 1));
        assert_eq!(own.find("Sở Tài chính").map(|id| id.0.as_u128()), Some(8));
        let there = own.in_document_of(Some("UBND tỉnh Nam Lĩnh"));
        assert_eq!(there.find("Sở Tài chính").map(|id| id.0.as_u128()), Some(20));
    }

    #[test]
    fn a_body_is_known_on_its_own_days_only() {
        let (before, after) = (directory(date(2025, 2, 28)), directory(date(2025, 3, 1)));
        assert!(matches!(before.meaning("Sở KH&ĐT"), Meaning::One(row) if row.id.0.as_u128() == 4));
        assert!(matches!(after.meaning("Sở KH&ĐT"), Meaning::AnotherTime(row) if row.id.0.as_u128() == 4));
        assert_eq!(after.find("Sở KH&ĐT"), None);
    }

    #[test]
    fn who_types_a_name_today_may_mean_a_body_that_came_since() {
        let mut rows = directory(date(2025, 1, 1)).rows;
        let mut since = body(21, "department", ["Sở Biển và Hải đảo", "Department of the Sea", "x"], &[]);
        since.founded_on = Some(date(2025, 6, 1));
        rows.push(since);
        let [vi, en, fr] = ["Thành phố Hải Phòng", "Hai Phong City", "Ville de Hai Phong"].map(str::to_owned);
        let directory = Directory::new(rows, &crate::Names { vi, en, fr }, date(2025, 2, 1));
        let typed = |name: &str, on| directory.party_typed(name, on).organisation.map(|id| id.0.as_u128());
        assert_eq!(typed("Sở Biển và Hải đảo", date(2026, 1, 1)), Some(21));
        assert_eq!(typed("Sở Biển và Hải đảo", date(2025, 5, 1)), None);
        assert_eq!(typed("Sở KH&ĐT", date(2026, 1, 1)), Some(4), "as the document meant it");
        assert_eq!(typed("Sở Y tế", date(2026, 1, 1)), None);
    }

    #[test]
    fn kinds_of_bodies_are_no_new_body() {
        let directory = directory(date(2025, 1, 1));
        for several in [
            "các sở, ban, ngành",
            "UBND các xã, phường",
            "all departments",
            "les services concernés",
            "Các đơn vị liên quan",
            "doanh nghiệp xuất khẩu",
            "UBND cấp xã",
            "UBND phường, xã",
            "Thủ trưởng cơ quan ngang bộ",
            "the agencies concerned",
        ] {
            assert_eq!(directory.meaning(several), Meaning::Several, "{several}");
        }
        for unknown in ["Sở Y tế", "UBND xã Đồng Lau", "Ban Quản lý dự án Cát Bà", "the Department of Health"]
        {
            assert_eq!(directory.meaning(unknown), Meaning::Unknown, "{unknown}");
        }
    }
}
