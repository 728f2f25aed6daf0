//! The forms of English-speaking administrations: executive orders, directives with their number in the title,
//! memoranda, resolutions of councils, plans of a state.

use super::Head;
use crate::dates;
use crate::find::citations::Cited;
use crate::structure::is_capitals;
use crate::words::{is_boundary, is_capital, lower};
use regex::Regex;
use std::sync::LazyLock;

/// Kinds whose line in the head gives the number: "EXECUTIVE ORDER NO. 14".
const NUMBERED: &str = r"(?i:executive order|administrative order|binding operational directive|emergency directive|national security memorandum|presidential policy directive|proclamation|local law|management directive|policy directive|treasury board circular|memorandum circular|department order|omb memorandum|omb circular|circular|memorandum|directive|ordinance|resolution|decision|order|regulation)";

impl Head<'_> {
    /// The number in a line of the head or in the title of the page.
    pub(super) fn english_number(&self) -> Option<String> {
        static LINE: LazyLock<Option<Regex>> = LazyLock::new(|| {
            Regex::new(&format!(
                r"^{NUMBERED}(?: \([A-Z]+\))?,? ?(?:(?:No|NO|no|Nos)\b\.?|[Nn]umber|#)?:? ?(?P<symbol>[MA]-\d{{1,3}}(?:-\d\d)?|\d{{1,4}}[-/]\d{{1,4}}|\d{{1,4}} \(\d{{4}}\)|[\dlIO](?: ?[\dlIO]){{0,4}})\.?(?:$|[,:]? (?:of|dated|on|[–—-])\b|[:–—]|,? \p{{Lu}}\p{{L}}+ \d{{1,2}}, \d{{4}}| \(\d{{4}}\))"
            ))
            .ok()
        });
        static SIGN: LazyLock<Option<Regex>> = LazyLock::new(|| {
            Regex::new(r"^(?P<symbol>M-\d\d-\d\d|[ASE]/RES/\d+(?:/\d+)?(?: \(\d{4}\))?|[ASE]/\d{2,4}(?:/\d+)*|COM\(\d{4}\) \d+(?: final)?)(?:$| ?[–—:-] | \p{Lu})")
                .ok()
        });
        let front = self.document.front_matter_title.as_deref();
        let lines = || front.into_iter().chain(self.lines().take(14)).map(str::trim);
        let of_line = |line: &str| {
            let pattern = if line.starts_with(['M', 'A', 'S', 'E', 'C']) {
                SIGN.as_ref()?.captures(line)
            } else {
                None
            };
            let found = pattern.or_else(|| LINE.as_ref()?.captures(line))?;
            Some(whole_number(found.name("symbol")?.as_str()))
        };
        lines().find_map(of_line).or_else(|| self.number_below())
    }

    /// "EXECUTIVE ORDER NO." with the number on the next line.
    fn number_below(&self) -> Option<String> {
        let lines: Vec<&str> = self.lines().take(14).collect();
        lines.windows(2).find_map(|pair| {
            let [above, below] = pair else { return None };
            let above = lower(above.trim());
            let ends = above.ends_with("no.") || above.ends_with("number") || above.ends_with(" order");
            let number = below.trim();
            let digits = !number.is_empty() && number.len() < 6 && number.chars().all(|c| c.is_ascii_digit());
            (ends && above.contains("order") && above.len() < 40 && digits).then(|| number.to_owned())
        })
    }

    /// "January I, 2026" on a line of its own in the head of an order, with the letters that a scan made of a 1.
    pub(super) fn day_below_number(&self) -> Option<String> {
        let lines = self.lines().take(14).filter(|_| self.is_executive_order());
        lines.map(|line| line.trim().replace(" I, ", " 1, ").replace(" l, ", " 1, ")).find_map(|line| {
            let (range, day) = dates::first_date(&line)?;
            (range == (0..line.len())).then_some(day)
        })
    }

    /// Whether the head is that of an executive order.
    pub(super) fn is_executive_order(&self) -> bool {
        let front = self.document.front_matter_title.iter().map(|title| lower(title));
        let lines = self.lines().take(14).map(|line| lower(line.trim()));
        front.chain(lines).any(|line| line.starts_with("executive order") && line.len() < 120)
    }

    /// The body that issues an English document.
    pub(super) fn english_issuer(&self, symbol: Option<&str>) -> Option<String> {
        self.vested()
            .or_else(|| self.declares())
            .or_else(|| self.signing_office())
            .or_else(|| self.of_its_own_kind(symbol))
            .or_else(|| self.of_memorandum(symbol))
            .or_else(|| self.latin_issuer())
            .or_else(|| self.council_line())
            .or_else(|| self.government_of_plan())
    }

    /// `By the power vested in me as Mayor of the City …`: the office of the one who orders.
    fn vested(&self) -> Option<String> {
        const WORDS: [&str; 3] = ["vested in me as ", "vested in me, as ", "vested in the office of "];
        self.blocks().find_map(|block| {
            let low = Some(self.low(block)).filter(|low| low.contains("vested in "))?;
            let at = WORDS.iter().find_map(|words| Some(low.find(words)? + words.len()))?;
            let rest = self.words(block).get(at..)?;
            let end = [",", ";", ".", ":", " by ", " under ", " and by ", " pursuant "];
            let end = end.iter().filter_map(|mark| rest.find(mark)).min()?;
            let office = rest.get(..end)?.trim_start_matches("the ");
            Some(office.to_owned()).filter(|office| office.chars().count() < 80)
        })
    }

    /// `I, JANE ROE, Governor of the State of …, by virtue of the authority`.
    fn declares(&self) -> Option<String> {
        let block = self.blocks().find(|block| {
            let (words, low) = (self.words(block), self.low(block));
            let opens = words.starts_with("I, ") || low.contains("therefore, i, ");
            opens && ["authority", "power", "virtue"].iter().any(|word| low.contains(word))
        })?;
        let (words, low) = (self.words(block), self.low(block));
        let ordered = low.find("therefore, i, ").map(|at| at + "therefore, ".len());
        let at = ordered.or_else(|| words.starts_with("I, ").then_some(0))?;
        let parts: Vec<&str> = words.get(at + "I, ".len()..)?.split(", ").collect();
        let heads = [
            "governor",
            "mayor",
            "president",
            "lieutenant governor",
            "county executive",
            "minister",
            "premier",
        ];
        let office = parts.iter().skip(1).take(3).find(|part| {
            let low = lower(part);
            let low = low.trim_start_matches("the ").trim_start_matches("as ");
            heads.iter().any(|head| low.starts_with(head))
        })?;
        let office = office.trim_start_matches("the ").trim_start_matches("as ");
        let end = [" do ", " by ", " under "].iter().filter_map(|mark| office.find(mark)).min();
        let office = office.get(..end.unwrap_or(office.len()))?.trim();
        (office.chars().count() < 80).then(|| office.to_owned())
    }

    /// "the Harbour Agency's Emergency Directive 31-02": whose the document's own number is.
    fn of_its_own_kind(&self, symbol: Option<&str>) -> Option<String> {
        let symbol =
            symbol.filter(|symbol| symbol.contains('-') && !symbol.contains('/') && symbol.len() > 4)?;
        self.blocks().take(20).find_map(|block| {
            let words = self.words(block);
            let at = words.find(symbol)?;
            let before = words.get(..at)?;
            let possessive = before.rfind("’s ").or_else(|| before.rfind("'s "))?;
            let kind = before.get(possessive..)?.split_whitespace().count();
            let body = before.get(..possessive)?;
            let start = body.rfind(" the ").map(|the| the + " the ".len())?;
            let name = body.get(start..)?;
            let named = name.starts_with(is_capital) && !name.contains(['.', ';', ':']);
            (kind < 7 && named && name.chars().count() < 90).then(|| name.to_owned())
        })
    }

    /// `M-yy-nn` numbers memoranda of the Office of Management and Budget of the United States. Other memoranda say
    /// from whom they are.
    fn of_memorandum(&self, symbol: Option<&str>) -> Option<String> {
        const OFFICE: &str = "Office of Management and Budget";
        let text = self.document.flow.text();
        if symbol.is_some_and(|symbol| symbol.starts_with("M-") && symbol.len() == 7) {
            return text.contains(OFFICE).then(|| OFFICE.to_owned());
        }
        let from = self.lines().take(16).find_map(|line| {
            let low = lower(line.trim());
            low.strip_prefix("from:").map(|rest| line.trim().get(line.trim().len() - rest.len()..))
        })??;
        let from = from.trim();
        // "FROM: Jane Roe, Secretary of Transport": the office stands behind the name.
        let office = from.split_once(", ").map_or(from, |(_, office)| office);
        let known = self.lexicon.bodies.at_start(&lower(office)).is_some()
            || self.lexicon.issuers.at_start(&lower(office)).is_some();
        known.then(|| office.to_owned())
    }

    /// "The Security Council," alone on a line: the body that resolves.
    fn council_line(&self) -> Option<String> {
        self.lines().take(24).find_map(|line| {
            let line = line.trim();
            let body = line.strip_suffix(',')?;
            let body = body.strip_prefix("The ").or_else(|| body.strip_prefix("THE "))?;
            let known = self.lexicon.issuers.at_start(&lower(body)).is_some()
                || [
                    "security council",
                    "general assembly",
                    "human rights council",
                    "european ",
                    "economic and social",
                ]
                .iter()
                .any(|head| lower(body).starts_with(head));
            (known && body.chars().count() < 90 && body.starts_with(is_capital)).then(|| body.to_owned())
        })
    }

    /// The office that signs: "JANE ROE, Mayor" or "JANE ROE" above "MAYOR"; in the head "OFFICE OF THE MAYOR".
    fn signing_office(&self) -> Option<String> {
        if !self.is_executive_order() {
            return None;
        }
        let offices = ["mayor", "governor", "president", "county executive"];
        let is_office = |words: &str| {
            let low = lower(words.trim_matches([' ', '.', ',']));
            offices.iter().any(|office| low == *office || low.starts_with(&format!("{office} of ")))
        };
        let head = self.lines().take(8).find(|line| lower(line).contains("office of the mayor"));
        let blocks = self.document.blocks.iter().rev().take(6);
        let signed =
            blocks.flat_map(|block| self.words(block).split([',', '\n']).rev()).find(|part| is_office(part));
        signed
            .map(|words| words.trim_matches([' ', '.', ',']).to_owned())
            .or_else(|| head.map(|line| line.trim().to_owned()))
    }

    /// A plan of a state ("NATIONAL ACTION PLAN FOR …") is its government's, as the text names it.
    fn government_of_plan(&self) -> Option<String> {
        let title: Vec<&str> = self.lines().take(8).map(str::trim).collect();
        let title = title.join(" ");
        let low = lower(&title);
        let at = low.find(" plan for the ").map(|at| at + " plan for the ".len())?;
        let national = low.get(..at)?.contains("national") && is_capitals(title.get(..at)?);
        let state = low.get(at..).filter(|_| national)?;
        let state = state.split(" of ").next()?.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
        let text = self.document.flow.low();
        let names = [
            format!("{state} government"),
            format!("government of the {state}"),
            format!("government of {state}"),
        ];
        let (at, length) = names.iter().find_map(|name| Some((text.find(name.as_str())?, name.len())))?;
        self.document.flow.text().get(at..at + length).map(str::to_owned)
    }
}

/// A line in capitals that starts like the name of a body: a kind of instrument, those addressed, a blank of a form.
pub(super) fn names_no_issuer(low: &str) -> bool {
    let starts = [
        "executive order",
        "executive summary",
        "heads of",
        "agencies",
        "departments",
        "agency name",
        "ministers and",
    ];
    starts.iter().any(|start| low.starts_with(start))
}

/// The kind that the first titles say together: a report on a plan is a report.
pub(super) fn kind_of_titles(titles: &[String]) -> Option<&'static str> {
    let reports = |title: &String| {
        title.match_indices("report").any(|(at, word)| {
            is_boundary(title, at)
                && heads_title(title, at + word.len(), "report")
                && !title.starts_with("report ")
        })
    };
    titles.iter().take(3).any(reports).then_some("report")
}

/// Whether the words of a title that end here are its head: "Action Plan for …", not "Decision System" nor "Open
/// Source Code".
pub(super) fn heads_title(title: &str, end: usize, kind: &str) -> bool {
    let rest = title.get(end..).unwrap_or_default();
    let next = rest.trim_start();
    let links = ["for ", "on ", "of ", "to ", "no", "and ", "in ", "by ", "from ", "under ", "through "];
    let head = next.is_empty()
        || !next.starts_with(char::is_alphabetic)
        || links.iter().any(|link| next.starts_with(link));
    // "Conclusion" is a heading of a paper.
    if kind == "conclusion" {
        return false;
    }
    let code = kind == "law" && title.get(..end).is_some_and(|title| title.ends_with("code"));
    head && !code && !rest.starts_with('-')
}

/// The day that the text gives with the document's own number: "(Decision No. 907/QD-TTg of March 7, 2031)".
pub(super) fn date_of_number(symbol: Option<&str>, cited: &[Cited]) -> Option<String> {
    let own = |citation: &&Cited| citation.symbol.as_deref() == symbol && citation.date.is_some();
    cited.iter().find(own).filter(|_| symbol.is_some()).and_then(|citation| citation.date.clone())
}

/// A number without the blanks and letters that a scan made of its digits.
fn whole_number(printed: &str) -> String {
    let bare = printed.trim_end_matches('.');
    if bare.chars().all(|c| c.is_ascii_digit() || matches!(c, 'l' | 'I' | 'O' | ' ')) {
        let digit = |c| match c {
            'l' | 'I' => '1',
            'O' => '0',
            digit => digit,
        };
        return bare.chars().filter(|c| *c != ' ').map(digit).collect();
    }
    bare.to_owned()
}

#[cfg(test)]
mod tests {
    use crate::{Language, Metadata, read_text};

    fn of(text: &str) -> Metadata {
        read_text(text, Some(Language::En)).metadata
    }

    #[test]
    fn numbers_and_issuers_of_english_forms() {
        let table = [
            (
                "OFFICE OF THE MAYOR\nEXECUTIVE ORDER No. l 5\nMarch 7, 2031\n\nBy the power vested in me as Mayor of the \
                 City of Long Son, it is hereby ordered:\n\nSection 1. Ferries shall run.\n",
                "other",
                Some("15"),
                Some("Mayor of the City of Long Son"),
            ),
            (
                "EXECUTIVE ORDER NO.\n66\nMarch 7, 2031\n\nFERRIES\n\nNow, therefore, it is ordered:\n\nSection 1. The \
                 board shall meet.\n\nJANE ROE, Mayor\n",
                "other",
                Some("66"),
                Some("Mayor"),
            ),
            (
                "STATE OF LONG SON\nEXECUTIVE ORDER NO. 12-31\n\nI, JANE ROE, Governor of the State of Long Son, by virtue \
                 of the authority vested in me, do hereby order:\n\n1. Ferries shall run.\n",
                "other",
                Some("12-31"),
                Some("Governor of the State of Long Son"),
            ),
            (
                "---\ntitle: Emergency Directive 31-02\n---\nMarch 7, 2031\n\nThis page has the Harbour Safety Agency's \
                 Emergency Directive 31-02, on buoys.\n\n### Required Actions\n\n1. Mend the buoys.\n",
                "directive",
                Some("31-02"),
                Some("Harbour Safety Agency"),
            ),
            (
                "M-31-19\n\nMarch 7, 2031\n\nMEMORANDUM FOR HEADS OF AGENCIES\n\nSUBJECT: Buoys\n\nThe Office of Management \
                 and Budget asks agencies to count their buoys.\n",
                "other",
                Some("M-31-19"),
                Some("Office of Management and Budget"),
            ),
            (
                "Resolution 2918 (2031)\n\nThe Security Council,\n\nRecalling its resolution 2917 (2031),\n\n1. Decides to \
                 extend the mandate;\n",
                "resolution",
                Some("2918 (2031)"),
                Some("Security Council"),
            ),
        ];
        for (text, kind, symbol, issuer) in table {
            let metadata = of(text);
            let found = (metadata.kind.as_str(), metadata.symbol.as_deref(), metadata.issuer.as_deref());
            assert_eq!(found, (kind, symbol, issuer), "{text}");
        }
    }

    #[test]
    fn other_papers_have_no_number_and_no_issuer() {
        let table = [
            (
                "Ferry policy\n\nAgencies should count their boats in order 5 of size.\n\n## Conclusion\n\nBoats matter.\n",
                "other",
            ),
            (
                "How do I use the Decision Support System?\n\nIt is easy. Directive 4 rooms are open.\n",
                "other",
            ),
            ("2031 Action Plan\n\nWe will paint the boats.\n\n## Conclusion\n\nBoats matter.\n", "plan"),
            ("Order of the day\n\n1. Boats\n\nThe agencies met in the office.\n", "other"),
        ];
        for (text, kind) in table {
            let metadata = of(text);
            assert_eq!(
                (metadata.kind.as_str(), metadata.symbol, metadata.issuer),
                (kind, None, None),
                "{text}"
            );
        }
    }
}
