//! French instruments: by number ("loi n° 2031-12 du 4 mai 2031"), by day ("arrêté du 6 juin"), by what they are
//! about ("loi relative à …"), by their name ("Code de la route", "Plan national de lecture").
//!
//! What a title is made of and where it ends stands in `title`; the words in `language/fr.toml`.

use super::Cited;
use super::title;
use crate::language::Lexicon;
use crate::structure::{Block, Document};
use crate::words::{first_word, word_starts};
use std::ops::Range;

/// All citations that start with the word of a kind, in the order of the text.
pub(super) fn find(document: &Document, lexicon: &Lexicon) -> Vec<Cited> {
    let (text, low) = (document.flow.text(), document.flow.low());
    let page = Page { document, text, low, lexicon };
    let mut out: Vec<Cited> = Vec::new();
    let mut end = 0;
    for at in word_starts(low) {
        if at < end {
            continue;
        }
        for cited in page.at(at) {
            end = cited.range.end;
            if !out.last().is_some_and(|before| titles(low, before, &cited)) {
                out.push(cited);
            }
        }
    }
    let own = own_titles(document, lexicon);
    out.retain(|cited| !is_own(document, &own, cited));
    out
}

/// Whether a name only says what the instrument right before it is about: "loi n° 2031-12 du 4 mai portant Code
/// de la lecture".
fn titles(low: &str, before: &Cited, cited: &Cited) -> bool {
    const LEADS: [&str; 6] =
        [" portant", " sur le", " sur la", " approuvant le", " relative au", " relatif au"];
    let between = low.get(before.range.end..cited.range.start).unwrap_or_default();
    cited.symbol.is_none() && cited.date.is_none() && LEADS.contains(&between.trim_end())
}

/// The first blocks that are titles and start with the word of a kind: the name of the document itself.
fn own_titles<'a>(document: &'a Document, lexicon: &Lexicon) -> Vec<&'a Block> {
    const HEAD: usize = 6;
    let titled = |block: &&Block| {
        let low = document.flow.low_words(block.range.clone());
        lexicon.kinds.at_start(low).is_some()
            && !low.trim_end().ends_with(['.', ';'])
            && block.range.len() < 240
    };
    document.blocks.iter().take(HEAD).take_while(|block| block.marker.is_none()).filter(titled).collect()
}

/// Whether a citation by name is the title of the document, or says it again.
fn is_own(document: &Document, own: &[&Block], cited: &Cited) -> bool {
    let low = document.flow.low_words(cited.range.clone());
    let says = |block: &&Block| document.flow.low_words(block.range.clone()).starts_with(low);
    cited.symbol.is_none() && own.iter().any(says)
}

/// The words in front of which a search stands.
struct Page<'a> {
    document: &'a Document,
    text: &'a str,
    low: &'a str,
    lexicon: &'a Lexicon,
}

/// A kind word and where the adjectives behind it end.
struct Head<'a> {
    start: usize,
    /// Behind the kind word.
    bare: usize,
    /// Behind its adjectives.
    end: usize,
    kind: &'a str,
    words: &'a str,
}

impl Page<'_> {
    /// The citations whose kind word stands here; several where numbers are listed.
    fn at(&self, at: usize) -> Vec<Cited> {
        let rest = self.low.get(at..).unwrap_or_default();
        if let Some((length, kind)) = self.lexicon.kinds.at_start(rest) {
            let bare = at + length;
            let end = bare + self.adjectives(bare);
            let words = self.low.get(at..bare).unwrap_or_default();
            let head = Head { start: at, bare, end, kind, words };
            let numbered = self.numbered(&head);
            if !numbered.is_empty() {
                return numbered;
            }
            return self.dated(&head).or_else(|| self.named(&head)).into_iter().collect();
        }
        self.plural(at, rest)
    }

    /// "les lois n° 2031-12 et n° 2031-13", "les décrets des 3 et 5 mai": only with numbers.
    fn plural(&self, at: usize, rest: &str) -> Vec<Cited> {
        // A number must stand behind, so that few words are looked up.
        let numbered = |behind: &str| {
            let behind = behind.trim_start();
            number_sign(behind).is_some() || behind.starts_with("(u")
        };
        let blank = rest.bytes().position(|byte| matches!(byte, b' ' | b'\n' | b'('));
        if !blank.and_then(|blank| rest.get(blank..)).is_some_and(numbered) {
            return Vec::new();
        }
        let word = first_word(rest);
        if !rest.get(word.len()..).is_some_and(numbered) {
            return Vec::new();
        }
        let Some(single) = word.strip_suffix('s').filter(|_| word.len() > 4) else { return Vec::new() };
        let Some(kind) = self.lexicon.kinds.of(single) else { return Vec::new() };
        let bare = at + word.len();
        let head = Head { start: at, bare, end: bare + self.adjectives(bare), kind, words: single };
        self.numbered(&head)
    }

    /// The bytes of the adjectives behind a kind word: "arrêté interministériel".
    fn adjectives(&self, from: usize) -> usize {
        let mut at = from;
        while let Some(rest) = self.low.get(at..).and_then(|low| low.strip_prefix(' ')) {
            let Some(length) = self.lexicon.naming.adjectives.at_start(rest) else { break };
            at += 1 + length;
        }
        at - from
    }

    /// By number, and the numbers that go on the list: "n° 2031-12 du 4 mai et n° 2031-13 du 5 mai".
    fn numbered(&self, head: &Head<'_>) -> Vec<Cited> {
        let mut out = Vec::new();
        let mut from = head.start;
        let mut at = head.end;
        while let Some(cited) = self.number_at(head, from, at) {
            at = cited.range.end;
            out.push(cited);
            let rest = self.low.get(at..).unwrap_or_default();
            let joint = [", ", " et ", " ou "].iter().find(|joint| rest.starts_with(**joint));
            let Some(joint) = joint else { break };
            from = at + joint.len();
            at = from;
            if self.low.get(from..).is_none_or(|low| number_sign(low).is_none()) {
                break;
            }
        }
        out
    }

    fn number_at(&self, head: &Head<'_>, start: usize, at: usize) -> Option<Cited> {
        let rest = self.low.get(at..)?;
        let blank = rest.len() - rest.trim_start_matches([' ', ',']).len();
        let rest = rest.get(blank..)?;
        let union = union_sign(rest);
        let sign = rest.get(union..).and_then(number_sign).or_else(|| bare_law_number(head.words, rest));
        let counted =
            matches!(head.words, "résolution" | "règlement" | "directive" | "circulaire" | "norme iso");
        if sign.is_none() && union == 0 && !(counted && rest.starts_with(|c: char| c.is_ascii_digit())) {
            return None;
        }
        let from = at + blank + union + sign.unwrap_or_default();
        let token = symbol_length(self.text.get(from..)?)?;
        let symbol: String = self.text.get(from..from + token)?.split_whitespace().collect();
        // "directive 3 de la liste" counts, it does not name.
        if sign.is_none() && union == 0 && !(symbol.contains(['/', '-']) || symbol.len() > 2) {
            return None;
        }
        Some(self.behind_number(head, start, from + token, symbol))
    }

    /// What follows a number and identifies: who issued it and its day.
    fn behind_number(&self, head: &Head<'_>, start: usize, end: usize, symbol: String) -> Cited {
        let end = end + year_in_brackets(self.low.get(end..).unwrap_or_default());
        let (date, end) = super::date_after(self.text, end);
        let (issuer, end) = self.issuer_at(end);
        let (date, end) = match date {
            None => super::date_after(self.text, end),
            some => (some, end),
        };
        Cited {
            range: start..end,
            kind: head.kind.to_owned(),
            symbol: Some(symbol),
            date,
            issuer,
            confidence: 0.9,
            rule: "citation.number",
        }
    }

    fn issuer_at(&self, end: usize) -> (Option<String>, usize) {
        const UNION: &str = " du Parlement européen et du Conseil";
        let rest = self.text.get(end..).unwrap_or_default();
        if rest.starts_with(UNION) {
            return (Some("Parlement européen et Conseil".to_owned()), end + UNION.len());
        }
        super::issuer_after(self.text, end, crate::Language::Fr, self.lexicon)
    }

    /// By its day, maybe behind who issued it: "circulaire du Premier ministre du 3 mai 2031".
    fn dated(&self, head: &Head<'_>) -> Option<Cited> {
        let rest = self.low.get(head.end..)?;
        let cited = |date: Option<String>, issuer: Option<String>, end: usize| Cited {
            range: head.start..end,
            kind: head.kind.to_owned(),
            symbol: None,
            date,
            issuer,
            confidence: 0.85,
            rule: "citation.date",
        };
        if self.lexicon.naming.dated.at_start(head.words) != Some(head.words.len()) {
            return None;
        }
        let of_day = [" du ", " en date du ", " daté du ", " datée du ", ", en date du "];
        let (date, end) = super::date_after(self.text, head.end);
        if date.is_some() && of_day.iter().any(|of| rest.starts_with(of)) {
            return Some(cited(date, None, end));
        }
        let (issuer, end) = self.issuer_at(head.end);
        issuer.as_ref()?;
        match super::date_after(self.text, end) {
            (Some(date), end) => Some(cited(Some(date), issuer, end)),
            _ => None,
        }
    }

    /// The bytes of a name up to the address of a link, which the flow leaves out: what follows is no part of it.
    fn up_to_link(&self, from: usize, length: usize) -> usize {
        const LONGEST_GAP: usize = 16;
        let name = self.text.get(from..from + length).unwrap_or_default();
        let cut = name.match_indices(' ').map(|(at, _)| at).find(|at| {
            self.document.flow.in_source(from + at..from + at + 1).len() > LONGEST_GAP
                || self.document.flow.in_source(from + at.saturating_sub(1)..from + at + 1).len()
                    > LONGEST_GAP
        });
        cut.unwrap_or(length)
    }

    /// "loi d’orientation fluviale n° 2031-15": a number behind the name that ends at `end`. Behind another kind it is
    /// that one's: "décret modifiant le décret n° …".
    fn number_behind_name(&self, head: &Head<'_>, end: usize) -> Option<Cited> {
        let name = self.low.get(head.bare..end)?;
        let at = name.find(" n°").filter(|at| *at > 0)?;
        let before = name.get(..at)?;
        let another =
            self.lexicon.naming.by_subject.occur_in(before) || self.lexicon.naming.dated.occur_in(before);
        if another { None } else { self.number_at(head, head.start, head.bare + at) }
    }

    /// By what it is called or about.
    /// Where a name ends before an instrument with a number that it speaks of, without the article between.
    fn before_numbered(&self, name: Range<usize>) -> Option<usize> {
        const ARTICLES: [&str; 6] = [" de la", " de l’", " du", " le", " la", " l’"];
        let low = self.low.get(name.clone())?;
        let inner = word_starts(low).skip(1).map(|at| name.start + at).find(|at| {
            let rest = self.low.get(*at..).unwrap_or_default();
            let kind = self.lexicon.kinds.at_start(rest);
            kind.and_then(|(length, _)| rest.get(length..))
                .is_some_and(|behind| number_sign(behind.trim_start()).is_some())
        })?;
        let words = self.low.get(name.start..inner)?.trim_end();
        let words = ARTICLES.iter().find_map(|article| words.strip_suffix(article)).unwrap_or(words);
        (!words.trim().is_empty()).then_some(name.start + words.trim_end().len())
    }

    fn named(&self, head: &Head<'_>) -> Option<Cited> {
        let before = self.low.get(..head.start)?;
        let near = before.get(before.floor_char_boundary(before.len().saturating_sub(60))..)?;
        // "est nommé Coordonnateur du Programme …" names a house.
        if near.contains("nommé") {
            return None;
        }
        let style = title::style(self.lexicon, head.words)?;
        let capital = self.text.get(head.start..)?.starts_with(char::is_uppercase);
        let mention = title::mention(self.lexicon, near);
        let rest = (self.text.get(head.bare..)?, self.low.get(head.bare..)?);
        let length = title::length(self.lexicon, style, head.words, rest)?;
        let length = self.up_to_link(head.bare, length);
        if let Some(numbered) = self.number_behind_name(head, head.bare + length) {
            return Some(numbered);
        }
        let name = title::Name {
            capital,
            mention,
            words: self.text.get(head.bare..head.bare + length)?,
            head: head.words,
        };
        if !title::identifies(self.lexicon, style, &name) {
            return None;
        }
        // "décret portant application de la loi n° 2031-15 du 2 août": the number and the day are those of the law.
        let (date, end) = match self.before_numbered(head.bare..head.bare + length) {
            Some(end) => (None, end),
            None => super::date_after(self.text, head.bare + length),
        };
        Some(Cited {
            range: head.start..end,
            kind: head.kind.to_owned(),
            symbol: None,
            date,
            issuer: None,
            confidence: if capital { 0.8 } else { 0.7 },
            rule: "citation.name",
        })
    }
}

/// The bytes of "n°", "no", "numéro" with its blank.
fn number_sign(low: &str) -> Option<usize> {
    const SIGNS: [&str; 6] = ["n°", "nº", "n °", "no ", "no. ", "numéro "];
    let sign = SIGNS.iter().find(|sign| low.starts_with(**sign))?;
    let rest = low.get(sign.len()..)?;
    let blank = rest.len() - rest.trim_start().len();
    rest.trim_start().starts_with(|c: char| c.is_alphanumeric()).then_some(sign.len() + blank)
}

/// "loi de 2031-12 du 4 mai": the year and the number of a law behind "de".
fn bare_law_number(kind: &str, rest: &str) -> Option<usize> {
    const OF: &str = "de ";
    let number = rest.strip_prefix(OF).filter(|_| kind == "loi")?.as_bytes();
    let year = number.iter().take(4).all(u8::is_ascii_digit) && number.get(4) == Some(&b'-');
    (year && number.get(5).is_some_and(u8::is_ascii_digit)).then_some(OF.len())
}

/// The bytes of "(UE) ", "(CE) ", "(UE, Euratom) ".
fn union_sign(low: &str) -> usize {
    let union = ["(ue", "(ce"].iter().any(|union| low.starts_with(union));
    let close = || low.get(..low.floor_char_boundary(16))?.find(')');
    union.then(close).flatten().map_or(0, |close| {
        let rest = low.get(close + 1..).unwrap_or_default();
        close + 1 + (rest.len() - rest.trim_start().len())
    })
}

/// The bytes of a number with its signs; none where it has no figure.
fn symbol_length(text: &str) -> Option<usize> {
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '-' | '/' | '.' | '_' | '‑');
    let mut end = text.find(|c: char| !inside(c)).unwrap_or(text.len());
    // "2009- 13" was broken over two lines, "2010 - 15" set with blanks.
    let broken = text.get(..end)?.ends_with(['-', '/']) && text.get(end..)?.starts_with(' ');
    let parted = text.get(end..)?.starts_with(" - ").then_some(" - ".len());
    let gap = parted.unwrap_or(1);
    let figures = text.get(end + gap..).unwrap_or_default().bytes().take_while(u8::is_ascii_digit).count();
    if (broken || parted.is_some()) && figures > 0 {
        end += gap + figures;
    }
    let symbol = text.get(..end)?.trim_end_matches(['.', '-', '/']);
    (symbol.chars().any(|c| c.is_ascii_digit()) && symbol.len() < 40).then_some(symbol.len())
}

/// " (2013)" behind the number of a resolution of the Security Council.
fn year_in_brackets(low: &str) -> usize {
    let year = low.strip_prefix(" (").and_then(|rest| rest.get(..5));
    let whole =
        year.is_some_and(|year| year.ends_with(')') && year.bytes().take(4).all(|b| b.is_ascii_digit()));
    if whole { " (2013)".len() } else { 0 }
}
