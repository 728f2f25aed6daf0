//! What a document says of itself: kind, number, issuer, date, title (Decree 30/2020/NĐ-CP,
//! annex I, on the form of documents), and what a press article is about.

mod english;
mod french;
mod news;
mod record;
#[cfg(test)]
mod tests;
mod title;
mod vietnamese;

use super::citations::{self, Cited};
use crate::Language;
use crate::dates;
use crate::language::{Lexicon, lexicon};
use crate::reading::Metadata;
use crate::structure::{Block, Document};
use crate::words::{is_boundary, lower};
use regex::Regex;
use std::sync::LazyLock;
use vietnamese::is_motto;

/// The head of a document: how many blocks its form can take.
const HEAD: usize = 40;

/// How many lines they can have.
const LINES: usize = 2 * HEAD;

pub(super) fn find(document: &Document, cited: &[Cited]) -> Metadata {
    let lexicon = lexicon(document.language);
    let head = Head::new(document, lexicon);
    let own = head.accompanied(cited).or_else(|| head.titled(cited));
    let record = record::find(&head);
    let symbol = head.symbol().or_else(|| own.and_then(|c| c.symbol.clone())).or(record.symbol);
    let kind = head.kind(symbol.as_deref(), record.kind, cited);
    let own = own.or_else(|| head.headed(&kind, symbol.as_deref(), cited));
    let symbol = symbol.or_else(|| own.and_then(|c| c.symbol.clone()));
    if kind == "news" {
        return Metadata {
            about: news::about(&head, cited),
            date: news::published(&head).or_else(|| head.date()),
            title: title::find(&head, &kind),
            kind,
            ..Metadata::default()
        };
    }
    Metadata {
        issuer: head.issuer_or(own, symbol.as_deref(), record.issuer),
        date: head
            .date()
            .or_else(|| own.and_then(|c| c.date.clone()))
            .or(record.date)
            .or_else(|| english::date_of_number(symbol.as_deref(), cited)),
        about: None,
        title: title::find(&head, &kind),
        symbol,
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
        flow.pieces().take(LINES).map(|range| flow.words(range))
    }

    /// The same with their words in lower case.
    fn lines_with_low(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let flow = &self.document.flow;
        flow.pieces().take(LINES).map(|range| (flow.words(range.clone()), flow.low_words(range)))
    }

    /// English or French.
    fn is_latin(&self) -> bool {
        self.document.language != Language::Vi
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
            Regex::new(r"^(?:(?:Số|SỐ|No\.?|N°)\s*:?|(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết|Nghị định|Lệnh|LUẬT|NGHỊ QUYẾT) số\s*:)\s*(?P<symbol>\d{1,6}(?:(?:\.\d{1,2})?\s*/\s*(?:19|20)\d\d)?\s*[/-]\s*\p{Lu}[\p{L}\d&]*(?:\s?[-/.]\s?[\p{L}\d][\p{L}\d&]*)*)").ok()
        });
        static TITLED: LazyLock<Option<Regex>> = LazyLock::new(|| {
            Regex::new(r"^(?:Decision|Resolution|Directive|Decree|Circular|Plan|Conclusion|Law|Joint Circular|Décision|Résolution|Directive|Décret|No\.?|N°)\s*(?:No\.?|n°|No)?\s*(?P<symbol>\d{1,6}(?:/(?:19|20)\d\d)?[-/]\p{Lu}[\p{L}\d&]*(?:[-/][\p{L}\d][\p{L}\d&]*)*)\s+(?:of|on|dated|du|approving|promulgating|amending)(?-u:\b)").ok()
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
        let french = self.document.language == Language::Fr;
        if let Some(number) = french.then(|| french::symbol(self.document, self.lexicon)).flatten() {
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
        let broken = |(line, next): (&str, &str)| {
            line.contains("ngày").then(|| date_of_place(&format!("{line} {next}"))).flatten()
        };
        let of_line = || {
            let next = self.lines().skip(1).chain([""]);
            self.lines()
                .zip(next)
                .find_map(|(line, next)| date_of_place(line).or_else(|| broken((line, next))))
        };
        let front = || self.document.front_matter_date.clone();
        let titled = || {
            self.blocks()
                .take(8)
                .filter(|block| self.words(block).chars().count() < 260)
                .filter(|block| self.lexicon.recitals.at_start(self.low(block)).is_none())
                // A day in an item is no day of issue.
                .filter(|block| block.marker.is_none() || self.document.language != Language::Fr)
                .find_map(|block| dates::first_date(self.words(block)).map(|(_, day)| day))
        };
        match self.document.language {
            Language::Vi => of_line()
                .or_else(|| vietnamese::passed_on(self))
                .or_else(vietnamese)
                .or_else(|| vietnamese::session_day(self))
                .or_else(front),
            _ => front()
                .or_else(|| self.english()?.day_below_number())
                .or_else(titled)
                .or_else(|| self.day_of_adoption())
                .or_else(|| self.month_of_title())
                .or_else(|| self.day_of_page()),
        }
    }

    /// "This Resolution was adopted on March 3, 2031, by …" at the end.
    fn day_of_adoption(&self) -> Option<String> {
        const LAST: usize = 12;
        self.document.blocks.iter().rev().take(LAST).find_map(|block| {
            let (words, low) = (self.words(block), self.low(block));
            let passed =
                [" was adopted on ", " was passed on "].iter().find_map(|passed| low.find(passed))?;
            let (range, day) = dates::first_date(words)?;
            (low.starts_with("this ") && passed < range.start && passed < 40).then_some(day)
        })
    }

    /// "Mis à jour le jeudi 28 mai 2031", "Last updated: May 28, 2031": the day of a web page.
    fn day_of_page(&self) -> Option<String> {
        const SAID: [&str; 8] = [
            "mis à jour le ",
            "mise à jour ",
            "publié le ",
            "date de modification",
            "last updated",
            "updated ",
            "published ",
            "date modified",
        ];
        const LONGEST: usize = 90;
        let said = |block: &&Block| {
            block.range.len() < LONGEST && SAID.iter().any(|said| self.low(block).starts_with(said))
        };
        self.document
            .blocks
            .iter()
            .filter(said)
            .find_map(|block| dates::first_date(self.words(block)).map(|(_, day)| day))
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
    fn kind(&self, symbol: Option<&str>, recorded: Option<String>, cited: &[Cited]) -> String {
        let consolidated = symbol.is_some_and(|s| s.contains("VBHN"));
        if consolidated {
            return "other".to_owned();
        }
        if self.english().is_some_and(Self::is_executive_order) {
            return "other".to_owned();
        }
        if let Some(kind) = self.titled_kind() {
            return kind;
        }
        // A letter is addressed; its sign names offices (CT may be the tax department).
        let addressed = self.blocks().any(|block| self.is_address(block));
        let subject = self.blocks().any(|block| self.low(block).contains("v/v "));
        if let Some(kind) =
            symbol.and_then(citations::kind_of_sign).filter(|kind| *kind != "law" && !addressed && !subject)
        {
            return kind.to_owned();
        }
        let letter = addressed || subject;
        // Laws and resolutions of parliament share their sign.
        let of_parliament = symbol.and_then(citations::kind_of_sign) == Some("law");
        let named = || if of_parliament { vietnamese::self_named_kind(self) } else { None };
        let said = || recorded.clone().or_else(named);
        if (symbol.is_some() && self.english().is_none()) || letter {
            return said().filter(|_| !letter).unwrap_or_else(|| "dispatch".to_owned());
        }
        if self.council().is_some() {
            return "notice".to_owned();
        }
        if let Some(kind) = recorded {
            return kind;
        }
        let french = (self.document.language == Language::Fr)
            .then(|| french::titled_kind(self.document, self.lexicon));
        if let Some(kind) = french.flatten() {
            return kind;
        }
        if news::looks_like_news(self, cited) {
            return "news".to_owned();
        }
        if self.is_latin() {
            return self.prose_kind();
        }
        // Without any form, a Vietnamese text is a document that lost its head, an annex, or what the press
        // says of one, whatever its title speaks of.
        let own = vietnamese::self_named_kind(self);
        let news = || news::is_prose(self).then(|| "news".to_owned());
        own.or_else(news).unwrap_or_else(|| self.prose_kind())
    }

    /// The line that says to whom a letter goes.
    fn is_address(&self, block: &Block) -> bool {
        self.low(block).starts_with("kính gửi")
    }

    /// A line of the head that is the name of a kind in capitals, or a block that starts with one. What
    /// stands behind the addressees or a basis is no title.
    fn titled_kind(&self) -> Option<String> {
        let alone = |line: &str| {
            let capitals = crate::structure::is_capitals(line).then(|| lower(line))?;
            self.lexicon.kinds.of(capitals.trim_end_matches([':', '.', ' '])).map(str::to_owned)
        };
        let addressed = self.blocks().find(|block| self.is_address(block));
        let end = addressed.map_or(usize::MAX, |block| block.range.start);
        let flow = &self.document.flow;
        let above = flow.pieces().take(LINES).take_while(|piece| piece.start < end);
        let lines: Vec<String> = above.filter_map(|piece| alone(flow.words(piece))).collect();
        let blocks = self.blocks().take_while(|block| block.range.start < end);
        let blocks: Vec<String> = blocks.filter_map(|block| self.kind_at_start(block)).collect();
        let plain = |kinds: &[String]| kinds.iter().find(|kind| *kind != "other").cloned();
        // A regulation or guidance that no decision issues is a kind of its own.
        let other = || lines.first().filter(|_| !self.is_latin()).cloned();
        plain(&lines).or_else(|| plain(&blocks)).or_else(other)
    }

    /// The kind whose name in capitals a block starts with.
    fn kind_at_start(&self, block: &Block) -> Option<String> {
        let (words, low) = (self.words(block), self.low(block));
        let (length, kind) = self.lexicon.kinds.at_start(low)?;
        // "Conclusion" is a heading of a paper, too.
        let alone = low.trim_end_matches(['.', ':', ' ']).len() == length && kind != "conclusion";
        let rest = low.get(length..)?.trim_start();
        let numbered = ["no", "n°", "số"].iter().any(|no| rest.starts_with(no));
        let capital = block.capitals || words.get(..length).is_some_and(crate::structure::is_capitals);
        let title = alone && block.place.is_none();
        let latin = self.is_latin() && (title || (numbered && words.chars().count() < 240));
        (capital || latin).then(|| kind.to_owned())
    }

    /// The kind of an informal title in English or French: "… National Action Plan …".
    fn prose_kind(&self) -> String {
        let front = self.document.front_matter_title.iter().map(|title| lower(title));
        // A title is no sentence; a page that says its own title has no other but its headings.
        let recites = |block: &&Block| self.lexicon.recitals.at_start(self.low(block)).is_some();
        let own = self.document.front_matter_title.is_none();
        let heads = |block: &&Block| !recites(block) && (own || block.level > 0);
        let headings = self.blocks().take(8).filter(heads).map(|block| self.words(block).trim_end());
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
                    let heads = self.english().is_none() || english::heads_title(title, end, kind);
                    (whole && heads).then_some((at, kind.as_str()))
                })
                .collect();
            hits.sort_unstable();
            hits.into_iter().find(|(_, kind)| *kind != "other").map(|(_, kind)| kind.to_owned())
        });
        of_titles.next().unwrap_or_else(|| "other".to_owned())
    }

    /// The issuer that the form names; else that of the citation or the record that tells the document's own
    /// number; else who signs, decides or speaks in it.
    fn issuer_or(
        &self,
        own: Option<&Cited>,
        symbol: Option<&str>,
        recorded: Option<String>,
    ) -> Option<String> {
        let deciding = || vietnamese::deciding_body(self).filter(|_| !self.is_latin());
        let speaking = || if self.is_latin() { None } else { vietnamese::speaking_body(self) };
        self.issuer(symbol)
            .or_else(|| own.and_then(|c| c.issuer.clone()))
            .or_else(|| own.and_then(|c| vietnamese::giver_of_title(self, c)))
            .or(recorded)
            .or_else(deciding)
            .or_else(|| vietnamese::signing_body(self))
            .or_else(|| self.noticing_office())
            .or_else(speaking)
    }

    /// The first cell of the form, left of the motto; the lower of two bodies where it names two.
    fn issuer(&self, symbol: Option<&str>) -> Option<String> {
        match self.document.language {
            Language::Vi => vietnamese::issuer(self),
            Language::En => self.english_issuer(symbol),
            Language::Fr => self.latin_issuer().or_else(|| french::issuer(self.document, self.lexicon)),
        }
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
        let found =
            self.blocks().take(4).find(|block| self.low(block).starts_with("conseil des ministres"))?;
        self.words(found).get(.."Conseil des ministres".len()).map(str::to_owned)
    }

    /// "Văn phòng … (xin, trân trọng) thông báo": the office that hands a conclusion on.
    fn noticing_office(&self) -> Option<String> {
        self.document.blocks.iter().find_map(|block| {
            let low = self.low(block);
            let at = low.starts_with("văn phòng ").then(|| low.find(" thông báo"))??;
            let words = self.words(block).get(..at)?;
            let bare =
                ["xin", "trân trọng"].iter().find_map(|polite| words.strip_suffix(polite)).unwrap_or(words);
            (bare.chars().count() < 60).then(|| bare.trim().to_owned())
        })
    }

    /// The number that stands in the title itself, as in older documents.
    fn titled(&self, cited: &'a [Cited]) -> Option<&'a Cited> {
        if self.is_latin() { None } else { vietnamese::titled_instrument(self, cited) }
    }

    /// In a document without number, a heading that names an instrument of its kind: pages that show a text
    /// print its number above or below it.
    fn headed(&self, kind: &str, symbol: Option<&str>, cited: &'a [Cited]) -> Option<&'a Cited> {
        if symbol.is_some() || self.is_latin() || kind == "other" || self.titled_kind().is_some() {
            return None;
        }
        let of_kind = cited.iter().filter(|citation| citation.symbol.is_some() && citation.kind == kind);
        of_kind.into_iter().find(|citation| news::is_heading_about(self, citation))
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
            // "(Kèm theo …" opens a bracket or a line; "ban hành kèm theo Quyết định …" in a sentence does not.
            let with = ["kèm theo", "issued together with", "attached to"];
            let bare = with.iter().find_map(|with| near.strip_suffix(with)).map(str::trim_end);
            let bare = bare.map(|bare| bare.strip_suffix("ban hành").unwrap_or(bare).trim_end_matches(' '));
            let opens = bare.is_some_and(|bare| bare.is_empty() || bare.ends_with(['(', '\n']));
            citation.symbol.is_some() && opens && !near.contains("chương trình hành động")
        })
    }
}

/// `Hà Nội, ngày 06 tháng 4 năm 2026` on a line of its own.
fn date_of_place(line: &str) -> Option<String> {
    let line = line.trim();
    let starts = |mark: &str| {
        let mut commas = line.match_indices(',').map(|(at, _)| at);
        commas.find(|at| line.get(*at..).is_some_and(|rest| rest.starts_with(mark)))
    };
    let at = starts(", ngày ").or_else(|| starts(",ngày "))?;
    let place = line.get(..at)?;
    let named = place.starts_with(char::is_uppercase)
        && place.chars().count() < 40
        && !place.contains(|c: char| c == ',' || c.is_ascii_digit());
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

/// `QH15` keeps its number, `CP1` loses the footnote's.
fn cut_note(symbol: &str) -> String {
    let bare = symbol.trim_end_matches(|c: char| c.is_ascii_digit());
    if ["CP", "TTg", "TW", "TU", "UBND"].iter().any(|sign| bare.ends_with(sign)) {
        bare.to_owned()
    } else {
        symbol.to_owned()
    }
}
