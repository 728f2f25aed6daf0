//! What the head of a French instrument says of it: its number behind its kind, who issues it.

use crate::language::Lexicon;
use crate::structure::{Block, Document};
use crate::words::lower;

/// The blocks that a head can take.
const HEAD: usize = 30;

/// "ARRÊTÉ N° 2031-214/MT du 12 mars 2031", "Circulaire n° 6543/SG": the number behind the kind at the start of a block.
pub(super) fn symbol(document: &Document, lexicon: &Lexicon) -> Option<String> {
    const NEAR_TOP: usize = 16;
    blocks(document).take(NEAR_TOP).find_map(|block| {
        let (words, low) = (document.words(block), document.flow.low_words(block.range.clone()));
        let (length, _) = lexicon.kinds.at_start(low)?;
        let mut at = length;
        while let Some(more) =
            low.get(at..)?.strip_prefix(' ').and_then(|rest| lexicon.naming.adjectives.at_start(rest))
        {
            at += 1 + more;
        }
        let rest = low.get(at..)?.trim_start();
        let sign = ["n°", "nº", "no ", "no. "].iter().find_map(|sign| rest.strip_prefix(sign))?.trim_start();
        let start = words.len() - sign.len();
        let number =
            words.get(start..)?.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';')).next()?;
        let number = number.trim_end_matches(['.', ':', '-']);
        number.chars().any(|c| c.is_ascii_digit()).then(|| number.to_owned())
    })
}

/// "Directive concernant les registres", "Circulaire du 4 mai 2031 relative aux bacs": the kind that the title starts
/// with, where it goes on with what it is about.
pub(super) fn titled_kind(document: &Document, lexicon: &Lexicon) -> Option<String> {
    const TITLES: usize = 4;
    const KINDS: [&str; 6] = ["directive", "circular", "decree", "decision", "plan", "law"];
    const GOES_ON: [&str; 12] = [
        " relative",
        " relatif",
        " concernant ",
        " sur ",
        " portant ",
        " n°",
        " no ",
        " du ",
        " pour ",
        " fixant ",
        " d’application",
        " d'application",
    ];
    blocks(document).take(TITLES).find_map(|block| {
        let low = document.flow.low_words(block.range.clone()).trim_end();
        let capital = document.words(block).starts_with(char::is_uppercase);
        let title = capital && !low.ends_with(['.', ';', ':', ',']) && low.len() < 260;
        let (length, kind) = lexicon.kinds.at_start(low).filter(|_| title)?;
        let adjective =
            low.get(length..)?.strip_prefix(' ').and_then(|rest| lexicon.naming.adjectives.at_start(rest));
        let rest = low.get(length + adjective.map_or(0, |length| 1 + length)..)?;
        (KINDS.contains(&kind) && GOES_ON.iter().any(|on| rest.starts_with(on))).then(|| kind.to_owned())
    })
}

/// Who issues: the office on a line of its own before the recitals ("Le Premier ministre,") or before "à" in a letter, or
/// the council of a communiqué.
pub(super) fn issuer(document: &Document, lexicon: &Lexicon) -> Option<String> {
    let head: Vec<&Block> = blocks(document).collect();
    let low = |block: &Block| document.flow.low_words(block.range.clone());
    let before_recitals = || {
        let first = head.iter().position(|block| lexicon.recitals.at_start(low(block)).is_some())?;
        let near = head.get(first.saturating_sub(3)..first)?.iter().rev();
        near.filter(|block| low(block).ends_with(',')).find_map(|block| office(document, lexicon, block))
    };
    let before_addressee = || {
        let to = head.iter().position(|block| matches!(low(block).trim(), "à" | "a"))?;
        office(document, lexicon, head.get(to.checked_sub(1)?)?)
    };
    before_recitals().or_else(before_addressee).or_else(|| council(document))
}

/// "COMMUNIQUÉ DU CONSEIL DES MINISTRES", "Compte rendu du Conseil des Ministres": the council, as printed.
fn council(document: &Document) -> Option<String> {
    const COUNCIL: &str = "conseil des ministres";
    blocks(document).take(6).find_map(|block| {
        let low = document.flow.low_words(block.range.clone());
        let titled = [
            "communiqué",
            "communique",
            "compte rendu",
            "compte-rendu",
            "relevé",
            COUNCIL,
            "réunion du conseil",
        ];
        let at = low.find(COUNCIL).filter(|_| titled.iter().any(|title| low.starts_with(title)))?;
        document.words(block).get(at..at + COUNCIL.len()).map(str::to_owned)
    })
}

/// The office that a short block names, without its article.
fn office(document: &Document, lexicon: &Lexicon, block: &Block) -> Option<String> {
    const LONGEST: usize = 110;
    let words = document.words(block).trim().trim_end_matches([',', ':']).trim_end();
    let low = lower(words);
    let bare = ["le ", "la ", "l’", "l'", "les "]
        .iter()
        .find_map(|article| low.strip_prefix(article))
        .unwrap_or(&low);
    let named = lexicon.bodies.at_start(bare).is_some() || lexicon.issuers.at_start(bare).is_some();
    (named && words.chars().count() < LONGEST)
        .then(|| words.get(words.len() - bare.len()..).map(str::to_owned))
        .flatten()
}

fn blocks(document: &Document) -> impl Iterator<Item = &Block> {
    document.blocks.iter().take(HEAD)
}

#[cfg(test)]
mod tests {
    use crate::{Language, Metadata, read_text};

    fn metadata(text: &str) -> Metadata {
        read_text(text, Some(Language::Fr)).metadata
    }

    #[test]
    fn numbers_and_issuers_of_french_instruments() {
        let order = "MINISTÈRE DES BACS\n\nARRÊTÉ N° 2031-214/MB/CAB du 12 mars 2031\nportant création d’un comité\n\n\
            LE MINISTRE DES BACS,\n\nVu la Constitution ;\n\nARRÊTE :\n\nArticle premier : Il est créé un comité.\n";
        let decree = "Décret n° 2031-77 du 3 mai 2031 relatif aux bacs\n\nLe Premier ministre,\n\nSur le rapport du ministre,\n\n\
            Vu la loi n° 2029-15 du 4 juin 2029,\n\nDécrète :\n\nArticle 1er\nLe registre est tenu.\n";
        let circular = "Mayo, le 14 mars 2031\n\nLe Premier ministre\n\nà\n\nMesdames et Messieurs les ministres\n\n\
            Circulaire n° 6543/SG\n\nObjet : ouverture des données\n\nJe vous demande de publier le registre.\n";
        let minutes =
            "Compte rendu du Conseil des Ministres\n\nLe Conseil des Ministres s’est réuni le 7 mai 2031.\n";
        let table = [
            (order, Some("2031-214/MB/CAB"), Some("MINISTÈRE DES BACS"), Some("2031-03-12"), "decision"),
            (decree, Some("2031-77"), Some("Premier ministre"), Some("2031-05-03"), "decree"),
            (circular, Some("6543/SG"), Some("Premier ministre"), Some("2031-03-14"), "circular"),
            (minutes, None, Some("Conseil des Ministres"), Some("2031-05-07"), "notice"),
        ];
        for (text, symbol, issuer, date, kind) in table {
            let found = metadata(text);
            assert_eq!(
                (
                    found.symbol.as_deref(),
                    found.issuer.as_deref(),
                    found.date.as_deref(),
                    found.kind.as_str()
                ),
                (symbol, issuer, date, kind),
                "{text}"
            );
        }
    }

    #[test]
    fn numbers_of_others_and_bodies_in_sentences_are_not_taken() {
        let text = "Guide des bacs\n\nIl suit la loi n° 2029-15 du 4 juin 2029.\n\nLe Premier ministre l’a signée.\n";
        let found = metadata(text);
        assert_eq!((found.symbol, found.issuer), (None, None));
    }

    #[test]
    fn titles_say_the_kind_where_they_go_on() {
        let kind = |title: &str| {
            metadata(&format!("{title}\n\n1. Le service tient le registre.\n\nIl est tenu.\n")).kind
        };
        let table = [
            ("Directive concernant la tenue des registres", "directive"),
            ("Circulaire ministérielle du 17 avril 2031 relative aux embarcadères", "circular"),
            ("NOTE DE SERVICE N° 045/MB du 3 février 2031", "circular"),
            ("DÉLIBÉRATION N° 2031-07", "decision"),
            ("Les circulaires et leurs lecteurs", "other"),
            ("Une histoire de la ville", "other"),
        ];
        for (title, expected) in table {
            assert_eq!(kind(title), expected, "{title}");
        }
    }
}
