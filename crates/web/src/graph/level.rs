//! The level at which an instrument was issued, from its sign and its kind.

use haidang_domain::instrument::InstrumentKind;
use haidang_store::symbol_key;

/// Levels, the highest first: each is a row of the drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Level {
    /// The Party's centre.
    Party,
    /// The National Assembly and its standing committee.
    Assembly,
    /// The Government, the Prime Minister, the President.
    Government,
    /// Ministries and bodies of their rank.
    Ministry,
    /// The Party in a province, a city or below.
    LocalParty,
    /// People's councils.
    Council,
    /// People's committees and their departments.
    Committee,
    /// The press.
    Press,
    /// What cannot be told.
    Other,
}

impl Level {
    /// All levels, the highest first.
    #[cfg(test)]
    pub(crate) const ALL: [Self; 9] = [
        Self::Party,
        Self::Assembly,
        Self::Government,
        Self::Ministry,
        Self::LocalParty,
        Self::Council,
        Self::Committee,
        Self::Press,
        Self::Other,
    ];

    /// The name in the words of the pages.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Party => "party",
            Self::Assembly => "assembly",
            Self::Government => "government",
            Self::Ministry => "ministry",
            Self::LocalParty => "local-party",
            Self::Council => "council",
            Self::Committee => "committee",
            Self::Press => "press",
            Self::Other => "other",
        }
    }

    /// The level of an instrument. The sign of the body stands last in the symbol (Decree
    /// 30/2020/NĐ-CP, annex III; Instruction 36-HD/VPTW); without a symbol the issuer tells.
    pub(crate) fn of(kind: InstrumentKind, symbol: Option<&str>, issuer: Option<&str>) -> Self {
        match (kind, symbol) {
            (InstrumentKind::News, _) => Self::Press,
            (_, Some(symbol)) => Self::of_sign(&symbol_key(symbol)),
            (InstrumentKind::Law, None) => Self::Assembly,
            (_, None) => issuer.map_or(Self::Other, Self::of_issuer),
        }
    }

    /// The body stands last (`45-NQ/TW`); where a unit of it stands behind, before that (`12/VPCP-KTTH`).
    fn of_sign(key: &str) -> Self {
        let signs = key.rsplit(['/', '-']).map(Self::of_body);
        signs.into_iter().find(|level| *level != Self::Other).unwrap_or(Self::Other)
    }

    fn of_body(sign: &str) -> Self {
        let is_term = |term: &str| !term.is_empty() && term.bytes().all(|byte| byte.is_ascii_digit());
        let of_term = |body: &str| sign.strip_prefix(body).is_some_and(is_term);
        // Kinds of documents and bodies of several departments, not ministries.
        let is_no_ministry = matches!(sign, "BC" | "BB" | "BCD" | "BQL" | "BCH");
        match sign {
            "TW" | "DH" | "VPTW" => Self::Party,
            "UBTVQH" => Self::Assembly,
            "CP" | "TTG" | "CTN" | "VPCP" => Self::Government,
            "TU" | "HU" | "QU" | "DU" => Self::LocalParty,
            "HDND" => Self::Council,
            "UBND" => Self::Committee,
            "NHNN" | "TTCP" | "UBDT" => Self::Ministry,
            _ if of_term("QH") || of_term("UBTVQH") => Self::Assembly,
            _ if sign.starts_with('B') && sign.len() > 1 && !is_no_ministry => Self::Ministry,
            _ if sign.starts_with('S') && sign.len() > 2 => Self::Committee,
            _ => Self::Other,
        }
    }

    fn of_issuer(issuer: &str) -> Self {
        let name = haidang_store::fold(issuer);
        let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
        if has(&["dang bo", "thanh uy", "tinh uy", "huyen uy"]) {
            Self::LocalParty
        } else if has(&[
            "bo chinh tri",
            "trung uong",
            "toan quoc",
            "ban bi thu",
            "politburo",
            "central committee",
        ]) {
            Self::Party
        } else if has(&["hoi dong nhan dan", "hdnd", "people's council"]) {
            Self::Council
        } else if has(&["uy ban nhan dan", "ubnd", "people's committee", "comite populaire"]) {
            Self::Committee
        } else if has(&["quoc hoi", "national assembly", "assemblee nationale"]) {
            Self::Assembly
        } else if has(&[
            "chinh phu",
            "thu tuong",
            "government",
            "prime minister",
            "gouvernement",
            "premier ministre",
        ]) {
            Self::Government
        } else if name.starts_with("bo ") || has(&["ministry", "ministere"]) {
            Self::Ministry
        } else {
            Self::Other
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sign_of_the_body_tells_the_level() {
        let kind = InstrumentKind::Resolution;
        for (symbol, level) in [
            ("45-NQ/TW", Level::Party),
            ("35/2021/QH15", Level::Assembly),
            ("1025/2022/UBTVQH15", Level::Assembly),
            ("108/NQ-CP", Level::Government),
            ("323/QĐ-TTg", Level::Government),
            ("12/2024/TT-BKHĐT", Level::Ministry),
            ("10-NQ/TU", Level::LocalParty),
            ("36/NQ-HĐND", Level::Council),
            ("05/CT-UBND", Level::Committee),
            ("77/KH-SXD", Level::Committee),
            ("11298/VPCP-KTTH", Level::Government),
            ("10988/BNV-CQĐP", Level::Ministry),
            ("84/BC-UBND", Level::Committee),
            ("13/CT-TTg", Level::Government),
            ("171/CV-BCĐ", Level::Other),
            ("12/XYZ", Level::Other),
        ] {
            assert_eq!(Level::of(kind, Some(symbol), None), level, "{symbol}");
        }
    }

    #[test]
    fn without_a_symbol_the_issuer_tells() {
        let of = |issuer: &str| Level::of(InstrumentKind::Other, None, Some(issuer));
        assert_eq!(of("Ủy ban nhân dân tỉnh Thái Bình"), Level::Committee);
        assert_eq!(of("Đại hội Đảng bộ thành phố"), Level::LocalParty);
        assert_eq!(of("Bộ Chính trị"), Level::Party);
        assert_eq!(of("Bộ Xây dựng"), Level::Ministry);
        assert_eq!(of("Hội Luật gia"), Level::Other);
        assert_eq!(Level::of(InstrumentKind::Law, None, None), Level::Assembly);
        assert_eq!(Level::of(InstrumentKind::News, Some("45-NQ/TW"), None), Level::Press);
    }
}
