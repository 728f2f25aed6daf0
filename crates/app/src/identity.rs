//! Which instrument on record a document or a citation means. Instruments are told apart by kind,
//! number and sign, issuer and year, so that two `45-NQ/TW` of different years stay two, and so do
//! the `05/CT-UBND` of two provinces. What nobody said tells nothing apart.

use crate::directory::Directory;
use crate::{App, AppError};
use haidang_domain::instrument::{Content, Details, InstrumentKind};
use haidang_domain::{InstrumentId, Language};
use haidang_reading::Metadata;
use haidang_store::{InstrumentRow, fold, symbol_key};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What a document says of itself, or a citation of another instrument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Meant {
    pub(crate) kind: InstrumentKind,
    pub(crate) symbol: Option<String>,
    pub(crate) issuer: Option<String>,
    pub(crate) issued_on: Option<Date>,
    year: Option<i16>,
    /// The name, where it has no symbol.
    pub(crate) title: Option<String>,
}

impl Meant {
    /// What a document says of itself.
    pub(crate) fn by_document(metadata: &Metadata) -> Self {
        let symbol = metadata.symbol.clone();
        Self {
            kind: InstrumentKind::from_code(&metadata.kind).unwrap_or_default(),
            issuer: metadata.issuer.clone(),
            issued_on: day(metadata.date.as_deref()),
            year: year(metadata.date.as_deref(), symbol.as_deref()),
            title: None,
            symbol,
        }
    }

    /// What a citation says; `None` for what is no citation. `words` are those of the citation.
    pub(crate) fn by_citation(content: &Content, words: &str) -> Option<Self> {
        let Content::Citation { kind, symbol, date, issuer, relation: _ } = content else { return None };
        Some(Self {
            kind: InstrumentKind::from_code(kind).unwrap_or_default(),
            symbol: symbol.clone(),
            issuer: issuer.clone(),
            issued_on: day(date.as_deref()),
            year: year(date.as_deref(), symbol.as_deref()),
            title: symbol.is_none().then(|| words.to_owned()),
        })
    }

    /// What is known of an instrument that nothing but this says anything of.
    pub(crate) fn details(&self, language: Language, source: String) -> Details {
        Details {
            kind: self.kind,
            symbol: self.symbol.clone(),
            issuer: self.issuer.clone(),
            issued_on: self.issued_on,
            titles: self.title.iter().map(|title| (language, title.clone())).collect(),
            source,
            ..Details::default()
        }
    }

    /// The details with what they did not say yet; `None` where this adds nothing. What they say
    /// already stays.
    pub(crate) fn filled(&self, details: &Details) -> Option<Details> {
        let kind = Some(details.kind).filter(|kind| *kind != InstrumentKind::Other).unwrap_or(self.kind);
        let filled = Details {
            kind,
            symbol: details.symbol.clone().or_else(|| self.symbol.clone()),
            issuer: details.issuer.clone().or_else(|| self.issuer.clone()),
            issued_on: details.issued_on.or(self.issued_on),
            ..details.clone()
        };
        (filled != *details).then_some(filled)
    }
}

fn day(date: Option<&str>) -> Option<Date> {
    date.and_then(|date| date.parse().ok())
}

/// The year of a date or of a part of one, or else the year in the symbol (`35/2021/QH15`).
fn year(date: Option<&str>, symbol: Option<&str>) -> Option<i16> {
    let said = date.and_then(|date| date.get(..4)).and_then(|year| year.parse().ok());
    said.or_else(|| symbol.and_then(year_of_symbol))
}

fn year_of_symbol(symbol: &str) -> Option<i16> {
    let year = |part: &str| part.parse::<i16>().ok().filter(|year| (1945..=2100).contains(year));
    symbol.split('/').skip(1).find_map(|part| year(part.trim()))
}

/// An instrument on record, as far as it is needed to tell it from others.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    pub(crate) id: InstrumentId,
    kind: InstrumentKind,
    symbol_key: Option<String>,
    issuer: Option<String>,
    issued_on: Option<Date>,
    year: Option<i16>,
    titles: Vec<String>,
}

impl Known {
    /// An instrument with these details.
    pub(crate) fn new(id: InstrumentId, details: &Details) -> Self {
        Self::of(
            id,
            details.kind,
            details.symbol.as_deref(),
            (details.issuer.clone(), details.issued_on),
            &details.titles,
        )
    }

    fn of(
        id: InstrumentId,
        kind: InstrumentKind,
        symbol: Option<&str>,
        (issuer, issued_on): (Option<String>, Option<Date>),
        titles: &[(Language, String)],
    ) -> Self {
        Self {
            id,
            kind,
            symbol_key: symbol.map(symbol_key),
            issuer,
            issued_on,
            year: issued_on.map(Date::year).or_else(|| symbol.and_then(year_of_symbol)),
            titles: titles.iter().map(|(_, title)| fold(title)).collect(),
        }
    }

    fn of_row(row: &InstrumentRow) -> Self {
        let said = (row.issuer.clone(), row.issued_on);
        Self::of(row.id, row.kind, row.symbol.as_deref(), said, &row.titles)
    }

    /// How well it fits, from 0; `None` when it is another instrument.
    fn fit(&self, meant: &Meant, directory: &Directory) -> Option<u8> {
        let (own, other) = (self.kind, meant.kind);
        let open = |kind| kind == InstrumentKind::Other;
        let is_article = |kind| kind == InstrumentKind::News;
        if is_article(own) != is_article(other) || !(own == other || open(own) || open(other)) {
            return None;
        }
        let same_day = self.issued_on.is_some() && self.issued_on == meant.issued_on;
        let same_year = self.year.zip(meant.year).map(|(own, other)| own == other);
        let issuers = self.issuer.as_deref().zip(meant.issuer.as_deref());
        let same_issuer = issuers.and_then(|(own, other)| same_body(own, other, directory));
        // One number of one day: a committee, its conference and its standing committee are one issuer
        // then, unless they sit elsewhere.
        let elsewhere = || issuers.and_then(|(own, other)| same_place(own, other)) == Some(false);
        let by_the_same = || same_issuer != Some(false) || (same_day && !elsewhere());
        let named = match (&self.symbol_key, meant.symbol.as_deref().map(symbol_key)) {
            (Some(own), Some(other)) => *own == other && (is_central(own) || by_the_same()),
            (None, None) => {
                let title = meant.title.as_deref().map(fold);
                let titled = title.is_some_and(|title| self.titles.iter().any(|own| same_title(own, &title)));
                titled || (same_day && same_issuer == Some(true))
            }
            (_, _) => false,
        };
        let told_apart = same_year == Some(false);
        (named && !told_apart).then(|| u8::from(same_year.is_some()) + u8::from(same_issuer == Some(true)))
    }
}

/// Words that a title must have at least to be known by its beginning.
const WORDS_OF_A_BEGINNING: usize = 5;

/// Whether two folded titles are one: a citation often leaves the end away ("…, nhiệm kỳ …").
fn same_title(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let goes_on =
        long.strip_prefix(short).is_some_and(|rest| rest.starts_with(|c: char| !c.is_alphanumeric()));
    one == other || (goes_on && short.split(' ').count() >= WORDS_OF_A_BEGINNING)
}

/// Whether the sign names the body itself, so that the number stands once a year in the whole
/// country: the Party's centre, the National Assembly, the President, the Government, ministries.
/// Signs of local bodies (UBND, HĐND, TU, their departments) stand in every province.
fn is_central(symbol_key: &str) -> bool {
    let sign = symbol_key.rsplit(['/', '-']).next().unwrap_or_default();
    let is_assembly = sign.strip_prefix("QH").is_some_and(|term| term.bytes().all(|b| b.is_ascii_digit()));
    let is_ministry = sign.starts_with('B') && !matches!(sign, "BQL" | "BCD" | "BCH") && sign.len() > 1;
    is_assembly
        || is_ministry
        || matches!(sign, "TW" | "CP" | "TTG" | "CTN" | "UBTVQH" | "VPCP" | "NHNN" | "TTCP")
}

/// Phrases of the names of bodies that say nothing of where a body sits.
const KINDS_OF_BODIES: [&str; 60] = [
    "uy ban nhan dan",
    "hoi dong nhan dan",
    "ubnd",
    "hdnd",
    "ban chap hanh",
    "ban thuong vu",
    "dang bo",
    "thanh uy",
    "tinh uy",
    "huyen uy",
    "hoi nghi",
    "dai hoi",
    "dai bieu",
    "lan thu",
    "nhiem ky",
    "khoa",
    "thanh pho",
    "thi xa",
    "tinh",
    "huyen",
    "quan",
    "phuong",
    "xa",
    "so",
    "chu tich",
    "van phong",
    "cua",
    "people s committee",
    "people s council",
    "party committee",
    "executive committee",
    "standing committee",
    "party",
    "committee",
    "council",
    "conference",
    "congress",
    "session",
    "term",
    "city",
    "province",
    "provincial",
    "municipal",
    "department",
    "chairman",
    "office",
    "the",
    "of",
    "comite populaire",
    "conseil populaire",
    "comite",
    "conference",
    "congres",
    "mandat",
    "ville",
    "de",
    "la",
    "du",
    "le",
    "president",
];

/// Whether two printed names mean one body; `None` where nothing tells. The organisations of the
/// locality decide where they know both; otherwise one name goes on where the other ends, or both
/// name a place, and it is the same or another one.
pub(crate) fn same_body(one: &str, other: &str, directory: &Directory) -> Option<bool> {
    if let (Some(one), Some(other)) = (directory.find(one), directory.find(other)) {
        return Some(one == other);
    }
    let (folded, other_folded) = (fold(one), fold(other));
    if folded.contains(&other_folded) || other_folded.contains(&folded) {
        return Some(true);
    }
    same_place(one, other)
}

/// Whether two printed names name one place; `None` where one of them names none.
fn same_place(one: &str, other: &str) -> Option<bool> {
    let (one, other) = (places(&fold(one)), places(&fold(other)));
    // `Hải Phòng` is `Haiphong`.
    let same = || one.concat() == other.concat() || one.iter().any(|word| other.contains(word));
    (!one.is_empty() && !other.is_empty()).then(same)
}

/// The words of a folded name that say where the body sits, or what it is for. Numbers of terms and
/// conferences are none.
fn places(name: &str) -> Vec<String> {
    let words: Vec<&str> =
        name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut rest = format!(" {} ", words.join(" "));
    for kind in KINDS_OF_BODIES {
        rest = rest.replace(&format!(" {kind} "), " ");
    }
    let is_number = |word: &&str| {
        word.starts_with(|c: char| c.is_ascii_digit())
            || word.bytes().all(|b| matches!(b, b'i' | b'v' | b'x'))
    };
    rest.split_whitespace().filter(|word| !is_number(word)).map(str::to_owned).collect()
}

impl App {
    /// The one instrument that is meant, among those on record and `more`; `None` where there is
    /// none, or where several fit equally well.
    pub(crate) async fn identified(
        &self,
        meant: &Meant,
        directory: &Directory,
        more: &[Known],
    ) -> Result<Identified, AppError> {
        let rows = match &meant.symbol {
            Some(symbol) => self.store().instruments_by_symbol(&[symbol]).await?,
            None => self.store().instruments_without_symbol(meant.kind).await?,
        };
        // What was changed in this sitting counts as it is now.
        let rows = rows.iter().filter(|row| !more.iter().any(|known| known.id == row.id)).map(Known::of_row);
        let known: Vec<Known> = rows.chain(more.iter().cloned()).collect();
        Ok(best(&known, meant, directory))
    }

    /// The instruments on record that citations with symbols mean, one for each citation, asked for at once.
    pub(crate) async fn identified_by_symbol(
        &self,
        cited: &[&Meant],
        directory: &Directory,
    ) -> Result<Vec<Identified>, AppError> {
        let symbols: Vec<&str> = cited.iter().filter_map(|meant| meant.symbol.as_deref()).collect();
        let rows = self.store().instruments_by_symbol(&symbols).await?;
        let mut known: BTreeMap<String, Vec<Known>> = BTreeMap::new();
        for row in &rows {
            let symbol = row.symbol.as_deref().map(symbol_key).unwrap_or_default();
            known.entry(symbol).or_default().push(Known::of_row(row));
        }
        let one = |meant: &&Meant| {
            let symbol = meant.symbol.as_deref().map(symbol_key).unwrap_or_default();
            best(known.get(&symbol).map(Vec::as_slice).unwrap_or_default(), meant, directory)
        };
        Ok(cited.iter().map(one).collect())
    }
}

/// What was found under what is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Identified {
    /// This one.
    One(InstrumentId),
    /// None.
    Nothing,
    /// Several, and nothing tells them apart.
    Several,
}

fn best(known: &[Known], meant: &Meant, directory: &Directory) -> Identified {
    let fits: Vec<(u8, InstrumentId)> =
        known.iter().filter_map(|known| known.fit(meant, directory).map(|fit| (fit, known.id))).collect();
    let most = fits.iter().map(|(fit, _)| *fit).max().unwrap_or_default();
    let mut fitting = fits.iter().filter(|(fit, _)| *fit == most).map(|(_, id)| *id);
    match (fitting.next(), fitting.next()) {
        (Some(id), None) => Identified::One(id),
        (None, _) => Identified::Nothing,
        (Some(_), Some(_)) => Identified::Several,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn nobody() -> Directory {
        Directory::of_nobody()
    }

    fn known(number: u128, kind: InstrumentKind, symbol: &str, issuer: &str, on: &str) -> Known {
        let text = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let details = Details {
            kind,
            symbol: text(symbol),
            issuer: text(issuer),
            issued_on: on.parse().ok(),
            titles: vec![(Language::Vi, "Luật Đê điều".to_owned())],
            ..Details::default()
        };
        Known::new(InstrumentId(Uuid::from_u128(number)), &details)
    }

    fn cited(kind: &str, symbol: &str, issuer: &str, date: &str) -> Meant {
        let text = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let (symbol, date, issuer) = (text(symbol), text(date), text(issuer));
        let content = Content::Citation { kind: kind.to_owned(), symbol, date, issuer, relation: None };
        Meant::by_citation(&content, "Luật Đê điều").unwrap()
    }

    #[test]
    fn instruments_are_told_apart_by_kind_symbol_issuer_and_year() {
        use InstrumentKind::{Directive, Law, News, Resolution};
        let on_record = [
            known(1, Resolution, "77-NQ/TW", "Bộ Chính trị", "2019-01-24"),
            known(2, Resolution, "77-NQ/TW", "", "2023-11-24"),
            known(3, Directive, "05/CT-UBND", "Ủy ban nhân dân tỉnh Thái Bình", "2026-01-05"),
            known(4, Directive, "05/CT-UBND", "Ủy ban nhân dân thành phố Cần Thơ", "2026-02-05"),
            known(5, Resolution, "35/2021/QH15", "Quốc hội", ""),
            known(6, Law, "", "Quốc hội", "2006-11-29"),
            known(7, News, "", "Báo", "2026-01-05"),
        ];
        let one = |number: u128| Identified::One(InstrumentId(Uuid::from_u128(number)));
        for (meant, expected) in [
            (cited("resolution", "77-NQ/TW", "", "2019-01-24"), one(1)),
            (cited("resolution", "77 - NQ/TW", "", "2023"), one(2)),
            (cited("resolution", "77-NQ/TW", "", ""), Identified::Several),
            (cited("resolution", "77-NQ/TW", "", "2031"), Identified::Nothing),
            (cited("conclusion", "77-NQ/TW", "", "2019"), Identified::Nothing),
            (cited("directive", "5/CT-UBND", "UBND tỉnh Thái Bình", ""), one(3)),
            (cited("directive", "5/CT-UBND", "Can Tho City People’s Committee", ""), one(4)),
            (cited("directive", "5/CT-UBND", "UBND tỉnh Nghệ An", ""), Identified::Nothing),
            (cited("directive", "5/CT-UBND", "", "2026"), Identified::Several),
            (cited("directive", "5/CT-UBND", "UBND tỉnh Nghệ An", "2026-01-05"), Identified::Nothing),
            (cited("resolution", "35/2021/QH15", "National Assembly", ""), one(5)),
            (cited("other", "35/2021/QH15", "", "2021-11-13"), one(5)),
            (cited("law", "", "", ""), one(6)),
            (cited("law", "", "", "2024"), Identified::Nothing),
            (cited("directive", "5/CT-UBND", "14th Conference", "2026-02-05"), Identified::Several),
        ] {
            assert_eq!(best(&on_record, &meant, &nobody()), expected, "{meant:?}");
        }
    }

    #[test]
    fn the_place_of_a_body_is_what_its_kind_leaves() {
        for (name, rest) in [
            ("Ủy ban nhân dân thành phố Hải Đăng", "hai dang"),
            ("PEOPLE’S COMMITTEE OF HAIDANG CITY", "haidang"),
            ("Hội nghị lần thứ 14 Ban Chấp hành Đảng bộ thành phố khóa XVI", ""),
            ("14th Conference of the 16th City Party Committee", ""),
            ("Comité populaire de la ville de Hai Phong", "hai phong"),
        ] {
            assert_eq!(places(&fold(name)).join(" "), rest, "{name}");
        }
    }

    #[test]
    fn a_long_title_is_known_by_its_beginning() {
        for (one, other, same) in [
            (
                "nghi quyet dai hoi ix dang bo thanh pho",
                "nghi quyet dai hoi ix dang bo thanh pho, nhiem ky 2020",
                true,
            ),
            ("nghi quyet dai hoi ix dang bo thanh pho", "nghi quyet dai hoi ix dang bo thanh phong", false),
            ("luat dat dai", "luat dat dai nam 2013", false),
            ("luat dat dai", "luat dat dai", true),
        ] {
            assert_eq!(same_title(one, other), same, "{one} / {other}");
            assert_eq!(same_title(other, one), same, "{other} / {one}");
        }
    }

    #[test]
    fn a_fuller_citation_fills_and_never_overwrites() {
        let details = Details { issued_on: "2019-01-24".parse().ok(), ..Details::default() };
        let filled = cited("resolution", "77-NQ/TW", "Bộ Chính trị", "2019-01-25").filled(&details).unwrap();
        assert_eq!((filled.kind, filled.issued_on), (InstrumentKind::Resolution, details.issued_on));
        assert_eq!(filled.issuer.as_deref(), Some("Bộ Chính trị"));
        assert_eq!(cited("resolution", "77-NQ/TW", "", "").filled(&filled), None);
    }
}
