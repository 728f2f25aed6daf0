//! What a document says of itself: kind, number, issuer, date, title (Decree 30/2020/NĐ-CP,
//! annex I, on the form of documents), and what a press article is about.

use super::citations::{self, Cited};
use crate::Language;
use crate::dates;
use crate::language::{Lexicon, lexicon};
use crate::reading::Metadata;
use crate::structure::{Block, Document};
use crate::words::{is_boundary, lower};
use regex::Regex;
use std::sync::LazyLock;

mod english;

/// The head of a document: how many blocks its form can take.
const HEAD: usize = 40;

pub(super) fn find(document: &Document, cited: &[Cited]) -> Metadata {
    let lexicon = lexicon(document.language);
    let head = Head::new(document, lexicon);
    let own = head.accompanied(cited);
    let symbol = head.symbol().or_else(|| own.and_then(|c| c.symbol.clone()));
    let kind = head.kind(symbol.as_deref(), cited);
    let news = kind == "news";
    Metadata {
        issuer: (!news)
            .then(|| {
                head.issuer(symbol.as_deref())
                    .or_else(|| own.and_then(|c| c.issuer.clone()))
                    .or_else(|| head.signing_body())
                    .or_else(|| head.noticing_office())
            })
            .flatten(),
        date: head
            .date()
            .or_else(|| own.and_then(|c| c.date.clone()))
            .or_else(|| date_of_number(symbol.as_deref(), cited)),
        about: if news { about(document, cited) } else { None },
        title: head.title(&kind),
        symbol: symbol.filter(|_| !news),
        kind,
    }
}

struct Head<'a> {
    document: &'a Document,
    lexicon: &'static Lexicon,
}

impl<'a> Head<'a> {
    fn new(document: &'a Document, lexicon: &'static Lexicon) -> Self {
        Self { document, lexicon }
    }

    fn blocks(&self) -> impl Iterator<Item = &'a Block> {
        self.document.blocks.iter().take(HEAD)
    }

    /// The lines of the head, as the source breaks them: a form is lines, not paragraphs.
    fn lines(&self) -> impl Iterator<Item = &'a str> {
        let flow = &self.document.flow;
        flow.pieces().take(2 * HEAD).map(|range| flow.words(range))
    }

    fn words(&self, block: &Block) -> &'a str {
        self.document.words(block)
    }

    fn low(&self, block: &Block) -> &'a str {
        self.document.flow.low_words(block.range.clone())
    }

    /// `Số: 97/NQ-CP` at the start of a block; `Decision No. 2281/QD-TTg of …` at the start of a
    /// title.
    fn symbol(&self) -> Option<String> {
        static OWN: LazyLock<Option<Regex>> = LazyLock::new(|| {
            Regex::new(r"^(?:Số|SỐ|No\.?|N°)\s*:?\s*(?P<symbol>\d{1,6}(?:\s*/\s*(?:19|20)\d\d)?\s*[/-]\s*\p{Lu}[\p{L}\d&]*(?:\s?[-/.]\s?[\p{L}\d][\p{L}\d&]*)*)").ok()
        });
        static TITLED: LazyLock<Option<Regex>> = LazyLock::new(|| {
            Regex::new(r"^(?:Decision|Resolution|Directive|Decree|Circular|Plan|Conclusion|Law|Joint Circular|Décision|Résolution|Directive|Décret|No\.?|N°)\s*(?:No\.?|n°|No)?\s*(?P<symbol>\d{1,6}(?:/(?:19|20)\d\d)?[-/]\p{Lu}[\p{L}\d&]*(?:[-/][\p{L}\d][\p{L}\d&]*)*)\s+(?:of|dated|du)(?-u:\b)").ok()
        });
        let pick = |pattern: &Option<Regex>, words: &str| {
            let found = pattern.as_ref()?.captures(words)?;
            let symbol: String =
                found.name("symbol")?.as_str().chars().filter(|c| !c.is_whitespace()).collect();
            Some(cut_note(&symbol))
        };
        if let Some(number) = self.english().and_then(Self::english_number) {
            return Some(number);
        }
        let own = self.blocks().find_map(|block| pick(&OWN, self.words(block)));
        let own = own.or_else(|| self.lines().find_map(|line| pick(&OWN, line)));
        own.or_else(|| self.blocks().take(12).find_map(|block| pick(&TITLED, self.words(block))))
    }

    /// This head, where it is English.
    fn english(&self) -> Option<&Self> {
        (self.document.language == Language::En).then_some(self)
    }

    /// `Hà Nội, ngày 18 tháng 11 năm 2025`; else the date of a title, of a web page, or a month.
    fn date(&self) -> Option<String> {
        static PLACE: LazyLock<Option<Regex>> = LazyLock::new(|| {
            Regex::new(
                r"^.{0,220}?\p{Lu}[\p{L} .\-]{1,40},?\s*ngày\s*\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4}",
            )
            .ok()
        });
        let vietnamese = || {
            // The form stands above the first numbered part.
            let mut head = self.blocks().take_while(|block| block.marker.is_none() || block.place.is_some());
            let placed = head.find(|block| {
                self.low(block).contains("ngày")
                    && !names_instrument(self.low(block))
                    && self.words(block).chars().nth(259).is_none()
                    && PLACE.as_ref().is_some_and(|place| place.is_match(self.words(block)))
            })?;
            dates::first_date(self.words(placed)).map(|(_, day)| day)
        };
        // The line may be broken before the year, in a narrow cell.
        let broken = |(line, next): (&str, &str)| date_of_place(&format!("{line} {next}"));
        let of_line = || {
            let whole = self.lines().find_map(date_of_place);
            whole.or_else(|| self.lines().zip(self.lines().skip(1)).find_map(broken))
        };
        let front = || self.document.front_matter_date.clone();
        let titled = || {
            self.blocks()
                .take(8)
                .filter(|block| self.words(block).chars().count() < 260)
                .filter(|block| self.lexicon.recitals.at_start(self.low(block)).is_none())
                .find_map(|block| dates::first_date(self.words(block)).map(|(_, day)| day))
        };
        match self.document.language {
            Language::Vi => of_line().or_else(vietnamese).or_else(front),
            _ => front().or_else(titled).or_else(|| self.month_of_title()),
        }
    }

    /// `February 2019` on a line of its own.
    fn month_of_title(&self) -> Option<String> {
        static MONTH: LazyLock<Option<Regex>> =
            LazyLock::new(|| Regex::new(r"(?-u:\b)(?P<n>[\p{L}]{3,9})\.?\s+(?P<y>20\d\d|19\d\d)$").ok());
        self.lines().take(16).filter(|line| line.chars().count() < 200).find_map(|line| {
            let found = MONTH.as_ref()?.captures(line.trim())?;
            let month = dates::month_of_name(found.name("n")?.as_str())?;
            Some(format!("{}-{month:02}", found.name("y")?.as_str()))
        })
    }

    /// The kind that a title in capitals says; else the sign; else what the whole looks like.
    fn kind(&self, symbol: Option<&str>, cited: &[Cited]) -> String {
        let consolidated = symbol.is_some_and(|s| s.contains("VBHN"));
        if consolidated {
            return "other".to_owned();
        }
        if self.english().is_some_and(Self::is_executive_order) {
            return "other".to_owned();
        }
        let titled = self.titled_kind();
        if let Some(kind) = titled.filter(|kind| kind != "other") {
            return kind;
        }
        // A letter is addressed; its sign names offices (CT may be the tax department).
        let addressed = self.blocks().any(|block| self.low(block).starts_with("kính gửi"));
        let subject = self.blocks().any(|block| self.low(block).contains("v/v "));
        if let Some(kind) =
            symbol.and_then(citations::kind_of_sign).filter(|kind| *kind != "law" && !addressed && !subject)
        {
            return kind.to_owned();
        }
        if (symbol.is_some() && self.english().is_none()) || addressed || subject {
            return "dispatch".to_owned();
        }
        if self.council().is_some() {
            return "notice".to_owned();
        }
        if self.looks_like_news(cited) { "news".to_owned() } else { self.prose_kind() }
    }

    /// A block of the head that is, or starts with, the name of a kind in capitals.
    fn titled_kind(&self) -> Option<String> {
        let mut kinds = self.blocks().filter_map(|block| {
            let words = self.words(block);
            let low = self.low(block);
            let (length, kind) = self.lexicon.kinds.at_start(low)?;
            // "Conclusion" is a heading of a paper, too.
            let alone = low.trim_end_matches(['.', ':', ' ']).len() == length && kind != "conclusion";
            let numbered = low.get(length..).is_some_and(|rest| {
                rest.trim_start().starts_with("no")
                    || rest.trim_start().starts_with("n°")
                    || rest.trim_start().starts_with("số")
            });
            let capital = block.capitals || words.get(..length).is_some_and(crate::structure::is_capitals);
            (capital
                || (alone && self.document.language != Language::Vi)
                || (numbered && self.document.language != Language::Vi && words.chars().count() < 240))
                .then(|| kind.to_owned())
        });
        let alone = |line: &str| {
            let kind = self.lexicon.kinds.of(lower(line).trim_end_matches([':', '.']))?;
            crate::structure::is_capitals(line).then(|| kind.to_owned())
        };
        kinds.next().or_else(|| self.lines().find_map(alone))
    }

    /// Signs of a press article: a source, a by-line, the address of a paper; no form of a document.
    fn looks_like_news(&self, cited: &[Cited]) -> bool {
        let low = self.document.flow.low();
        let formal = low.contains("cộng hòa xã hội chủ nghĩa")
            || low.contains("nơi nhận")
            || low.contains("điều 1.")
            || low.contains("article 1");
        let start = low.get(..low.floor_char_boundary(1500)).unwrap_or(low);
        let reports = [
            "has just issued",
            "vừa ban hành",
            "vừa chỉ thị",
            "vừa ký",
            "vient de publier",
            "vient d'",
            "just signed",
            "worked with",
            "on the afternoon of",
            "on the morning of",
            "chiều ngày",
            "sáng ngày",
            "theo đó",
            "accordingly",
            "a tenu",
        ]
        .iter()
        .any(|cue| start.contains(cue));
        let signs = low.contains(".gov.vn)")
            || low.contains("(tg)")
            || low.contains("nguồn:")
            || low.contains("comment (")
            || low.trim_end().ends_with("gov.vn");
        // Policies in English name many laws; news of an instrument gives a number and sign.
        let names = cited.iter().any(|cited| self.english().is_none() || cited.rule == "citation.symbol");
        !formal && (reports || signs) && names
    }

    /// The kind of an informal title in English or French: "… National Action Plan …".
    fn prose_kind(&self) -> String {
        let front = self.document.front_matter_title.iter().map(|title| lower(title));
        // A title is no sentence.
        let headings = self.blocks().take(8).map(|block| self.words(block).trim_end());
        let headings = headings.filter(|words| !words.ends_with('.')).map(lower);
        let titles: Vec<String> = front.chain(headings).filter(|words| words.chars().count() < 200).collect();
        let council = titles.iter().any(|t| {
            t.contains("conseil des ministres") || t.contains("communiqué") || t.contains("communique")
        });
        if council {
            return "notice".to_owned();
        }
        if let Some(kind) = self.english().and_then(|_| english::kind_of_titles(&titles)) {
            return kind.to_owned();
        }
        let mut of_titles = titles.iter().filter_map(|title| {
            let mut hits: Vec<(usize, &str)> = self
                .lexicon
                .kinds
                .iter()
                .filter_map(|(words, kind)| {
                    let at = title.find(words.as_str())?;
                    let end = at + words.len();
                    let whole = is_boundary(title, at) && is_boundary(title, end);
                    (whole && (self.english().is_none() || english::heads_title(title, end, kind)))
                        .then_some((at, kind.as_str()))
                })
                .collect();
            hits.sort_unstable();
            hits.into_iter().find(|(_, kind)| *kind != "other").map(|(_, kind)| kind.to_owned())
        });
        of_titles.next().unwrap_or_else(|| "other".to_owned())
    }

    /// The first cell of the form, left of the motto; the lower of two bodies where it names two.
    fn issuer(&self, symbol: Option<&str>) -> Option<String> {
        match self.document.language {
            Language::Vi => self.vietnamese_issuer(),
            Language::En => self.english_issuer(symbol),
            Language::Fr => self.latin_issuer(),
        }
    }

    /// The lines in capitals above the number, without the motto that may stand beside them.
    fn vietnamese_issuer(&self) -> Option<String> {
        let mut parts: Vec<&str> = Vec::new();
        let mut form = false;
        for line in self.lines().take(24) {
            let low = lower(line);
            if is_motto(&low) {
                form = true;
                // The first word of a broken motto may stand alone on the line before.
                let first_word =
                    parts.last().is_some_and(|last| matches!(lower(last).trim(), "cộng" | "đảng" | "độc"));
                if parts.len() > 1 && first_word {
                    parts.pop();
                }
                continue;
            }
            let kind = self.lexicon.kinds.of(&low).is_some();
            if low.starts_with("số") || low.contains(" điện:") || kind {
                break;
            }
            let capitals = !line.chars().any(char::is_lowercase) && line.chars().any(char::is_alphabetic);
            if capitals && !low.contains("công báo") {
                parts.push(line);
            } else if form {
                break;
            }
        }
        let telegram = self.blocks().find_map(|block| {
            let words = self.words(block);
            let at = self.low(block).find(" điện:")?;
            words.get(..at).map(str::trim).filter(|w| w.chars().count() < 80).map(title_case_if_capitals)
        });
        // Gazettes print the form twice.
        let half = parts.len() / 2;
        if half > 0 && parts.len().is_multiple_of(2) && parts.get(..half) == parts.get(half..) {
            parts.truncate(half);
        }
        let own = lower_body(&parts.join(" "));
        let named = own.filter(|_| form || !parts.is_empty()).filter(|o| {
            o.chars().count() < 160
                && self
                    .lexicon
                    .issuers
                    .at_start(&lower(o))
                    .or_else(|| self.lexicon.bodies.at_start(&lower(o)))
                    .is_some()
                || form
        });
        telegram.or(named)
    }

    /// English and French: lines in capitals that are a body, or the council of the title.
    fn latin_issuer(&self) -> Option<String> {
        let mut parts: Vec<&str> = Vec::new();
        for line in self.lines().take(20) {
            let low = lower(line);
            let bare = low.trim_start_matches("the ");
            let capitals = !line.chars().any(char::is_lowercase)
                && line.chars().any(char::is_alphabetic)
                && !is_motto(&low);
            let body =
                self.lexicon.bodies.at_start(bare).or_else(|| self.lexicon.issuers.at_start(bare)).is_some();
            let goes_on =
                !parts.is_empty() && ["of ", "de ", "du ", "des "].iter().any(|of| low.starts_with(of));
            // "EXECUTIVE ORDER NO. 7", "HEADS OF AGENCIES" below "MEMORANDUM FOR" name no issuer.
            let body = body && !english::names_no_issuer(bare);
            if capitals && line.chars().count() < 80 && ((body && parts.is_empty()) || goes_on) {
                parts.push(line);
            } else if !parts.is_empty() && !is_motto(&low) {
                break;
            }
        }
        let joined = parts.join(" ");
        Some(joined).filter(|issuer| !issuer.is_empty()).or_else(|| self.council())
    }

    fn council(&self) -> Option<String> {
        let found = self
            .blocks()
            .take(4)
            .find(|block| lower(self.words(block)).starts_with("conseil des ministres"))?;
        self.words(found).get(.."Conseil des ministres".len()).map(str::to_owned)
    }

    /// The body that signs: `TM. CHÍNH PHỦ`, or the office of the one who signs.
    fn signing_body(&self) -> Option<String> {
        let signed = self.document.blocks.iter().rev().find_map(|block| {
            let words = self.words(block);
            let low = lower(words);
            let rest = ["tm. ", "t/m "].iter().find_map(|tm| low.strip_prefix(tm))?;
            words.get(words.len() - rest.len()..).map(str::trim)
        });
        signed.filter(|s| s.chars().count() < 80).map(|s| lower_body(s).unwrap_or_else(|| s.to_owned()))
    }

    /// "Văn phòng … (xin, trân trọng) thông báo": the office that hands a conclusion on.
    fn noticing_office(&self) -> Option<String> {
        self.document.blocks.iter().find_map(|block| {
            let low = self.low(block);
            let at = low.find(" thông báo").filter(|_| low.starts_with("văn phòng "))?;
            let words = self.words(block).get(..at)?;
            let bare =
                ["xin", "trân trọng"].iter().find_map(|polite| words.strip_suffix(polite)).unwrap_or(words);
            (bare.chars().count() < 60).then(|| bare.trim().to_owned())
        })
    }

    /// `(Kèm theo Công văn số …)` in an annex names the document itself.
    fn accompanied(&self, cited: &'a [Cited]) -> Option<&'a Cited> {
        let low = self.document.flow.low();
        cited.iter().find(|citation| {
            let before = low.get(..citation.range.start).unwrap_or_default();
            let near = before
                .get(before.ceil_char_boundary(before.len().saturating_sub(40))..)
                .unwrap_or_default()
                .trim_end();
            citation.symbol.is_some()
                && ["kèm theo", "(kèm theo", "ban hành kèm theo", "issued together with", "attached to"]
                    .iter()
                    .any(|with| near.ends_with(with))
                && !near.contains("chương trình hành động")
        })
    }

    /// The words below the kind, above the first bases.
    fn title(&self, kind: &str) -> Option<String> {
        let blocks: Vec<&Block> = self.blocks().collect();
        let at = blocks.iter().position(|block| {
            let low = lower(self.words(block));
            self.lexicon
                .kinds
                .iter()
                .any(|(words, k)| k == kind && low.trim_end_matches([':', ' ']) == *words)
        });
        let candidate = match at {
            Some(at) => blocks.get(at + 1),
            None => {
                blocks.iter().find(|block| self.words(block).chars().count() > 20 && block.marker.is_none())
            }
        };
        candidate.map(|block| self.words(block)).filter(|w| w.chars().count() < 600).map(str::to_owned)
    }
}

/// The day that the text gives with the document's own number: "(Decision No. 40/QD-TTg of January 7, 2031)".
fn date_of_number(symbol: Option<&str>, cited: &[Cited]) -> Option<String> {
    let own = |citation: &&Cited| citation.symbol.as_deref() == symbol && citation.date.is_some();
    cited.iter().find(own).filter(|_| symbol.is_some()).and_then(|citation| citation.date.clone())
}

/// `Hà Nội, ngày 06 tháng 4 năm 2026` on a line of its own.
fn date_of_place(line: &str) -> Option<String> {
    let line = line.trim();
    let at = line.find(", ngày ").or_else(|| line.find(",ngày "))?;
    let place = line.get(..at)?;
    let named = place.starts_with(char::is_uppercase) && place.chars().count() < 40 && !place.contains(',');
    let (range, day) = dates::first_date(line.get(at + 1..)?)?;
    (named && range.start < 8 && line.chars().count() < 90).then_some(day)
}

/// A block that names another instrument before its date says nothing of the day of this one.
fn names_instrument(low: &str) -> bool {
    let before = low.find("ngày").and_then(|at| low.get(..at)).unwrap_or_default();
    if before.starts_with("(kèm theo") || before.starts_with("(ban hành kèm theo") {
        return false;
    }
    [
        "quyết định số",
        "nghị quyết số",
        "kết luận số",
        "thông báo số",
        "công văn số",
        "chỉ thị số",
        "kế hoạch số",
        "luật ",
        "căn cứ",
    ]
    .iter()
    .any(|kind| before.contains(kind))
}

/// A line of the national motto or of the name of the state, whole or broken.
fn is_motto(low: &str) -> bool {
    const MOTTOS: [&str; 8] = [
        "cộng hòa xã hội chủ nghĩa việt nam",
        "cộng hoà xã hội chủ nghĩa việt nam",
        "độc lập - tự do - hạnh phúc",
        "đảng cộng sản việt nam",
        "socialist republic of viet nam",
        "independence - freedom - happiness",
        "république socialiste du viet nam",
        "indépendance - liberté - bonheur",
    ];
    let words = low.trim_matches(['-', ' ', '*', '_', '.']);
    words.chars().count() > 5 && MOTTOS.iter().any(|motto| motto.contains(words) || words.contains(motto))
}

/// `QH15` keeps its number, `CP1` loses the footnote's.
fn cut_note(symbol: &str) -> String {
    let bare = symbol.trim_end_matches(|c: char| c.is_ascii_digit());
    if ["CP", "TTg", "TW", "TU", "UBND"].iter().any(|sign| bare.ends_with(sign)) {
        bare.to_owned()
    } else {
        symbol.to_owned()
    }
}

/// Of two bodies in one cell ("BỘ TÀI CHÍNH CỤC THUẾ") the one that issues stands below.
fn lower_body(words: &str) -> Option<String> {
    static LOWER: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"^(?:BỘ|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|TỔNG CỤC|CỤC|BẢO HIỂM|NGÂN HÀNG|TỔNG LIÊN ĐOÀN|THÀNH ỦY|TỈNH ỦY|CHÍNH PHỦ|VIỆN|BAN CHẤP HÀNH TRUNG ƯƠNG)(?-u:\b).{0,60}?\s(?P<own>(?:ĐẢNG ĐOÀN|ĐẢNG ỦY|BAN CÁN SỰ ĐẢNG|ỦY BAN KIỂM TRA|CỤC|TỔNG CỤC|SỞ|VỤ|CHI CỤC|THUẾ TỈNH|THUẾ THÀNH PHỐ|BẢO HIỂM XÃ HỘI|KHO BẠC|VĂN PHÒNG|BAN QUẢN LÝ|BAN CHỈ ĐẠO|TRUNG TÂM|TỔ CÔNG TÁC|THANH TRA|TRƯỜNG)\s.+)$").ok()
    });
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.is_empty() {
        return None;
    }
    let own = LOWER
        .as_ref()
        .and_then(|l| l.captures(&words))
        .and_then(|found| found.name("own").map(|own| own.as_str().to_owned()));
    // Party offices print the committee first: "BAN CHẤP HÀNH TRUNG ƯƠNG / VĂN PHÒNG".
    let office = words.strip_suffix(" VĂN PHÒNG").map(|committee| format!("VĂN PHÒNG {committee}"));
    Some(own.or(office).unwrap_or(words))
}

/// `THỦ TƯỚNG CHÍNH PHỦ` in the line of a telegram, as a name.
fn title_case_if_capitals(words: &str) -> String {
    if !crate::structure::is_capitals(words) {
        return words.to_owned();
    }
    let low = words.to_lowercase();
    if low == "thủ tướng chính phủ" {
        "Thủ tướng Chính phủ".to_owned()
    } else {
        words.to_owned()
    }
}

/// The instrument that a press article is mainly about: the first that it names by number in a
/// sentence that says it was issued.
fn about(document: &Document, cited: &[Cited]) -> Option<String> {
    let low = document.flow.low();
    let first = cited.iter().find(|citation| citation.symbol.is_some())?;
    let before = low.get(..first.range.start)?;
    let near = before.get(before.ceil_char_boundary(before.len().saturating_sub(160))..)?;
    let issued = ["issued", "ban hành", "publier", "publié", "signed", "ký", "promulgated"]
        .iter()
        .any(|cue| near.contains(cue));
    issued.then(|| first.symbol.clone()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_behind_a_place_on_a_line_of_its_own_is_the_day_of_issue() {
        let day = date_of_place("Mẫu Sơn, ngày 07 tháng 3 năm 2031");
        assert_eq!(day.as_deref(), Some("2031-03-07"));
        for line in [
            "theo Nghị quyết số 12-NQ/TW, ngày 07 tháng 3 năm 2031",
            "Trước ngày 07 tháng 3 năm 2031, các sở, ngành báo cáo",
            "Mẫu Sơn, ngày mai",
        ] {
            assert_eq!(date_of_place(line), None, "{line}");
        }
    }
}
