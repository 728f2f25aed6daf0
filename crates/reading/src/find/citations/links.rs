//! Links of web pages to other instruments: "[Guide de tenue des registres](https://…)", and those that name the
//! instrument behind a chapter of it: "[Rester ouvert (Code of Practice (UK))](https://…)".

use super::Cited;
use crate::Language;
use crate::bytes;
use crate::language::Lexicon;
use crate::structure::Document;
use crate::words::{Phrases, lower, word_starts};
use std::ops::Range;

/// All links of a French text whose words name an instrument, in the order of the text.
pub(super) fn find(source: &str, document: &Document, lexicon: &Lexicon) -> Vec<Cited> {
    const CLOSES: &str = "](http";
    if document.language != Language::Fr {
        return Vec::new();
    }
    let links = bytes::places(source, CLOSES).filter_map(|close| {
        let words = words_before(source, close)?;
        let (range, kind) = titled(source.get(words.clone())?, lexicon)?;
        let range = words.start + range.start..words.start + range.end;
        let flow =
            document.flow.of_source(range.start)?..document.flow.of_source(range.end.checked_sub(1)?)? + 1;
        Some(Cited {
            range: flow,
            kind,
            symbol: None,
            date: None,
            issuer: None,
            confidence: 0.75,
            rule: "citation.link",
        })
    });
    let whole = |cited: &Cited| document.flow.text().get(cited.range.clone()).is_some();
    links.filter(whole).collect()
}

/// The words of a link that ends here, on one line.
fn words_before(source: &str, close: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 320;
    let from = source.ceil_char_boundary(close.saturating_sub(LONGEST));
    let line = source.get(from..close)?.rsplit('\n').next()?;
    let open = line.rfind('[')?;
    let picture = line.get(..open)?.ends_with('!');
    let start = close - line.len() + open + 1;
    (!picture && start < close).then_some(start..close)
}

/// The part of a link's words that names an instrument, and its kind: what stands in brackets where that does, else
/// the whole.
fn titled(words: &str, lexicon: &Lexicon) -> Option<(Range<usize>, String)> {
    const FEWEST_WORDS: usize = 3;
    let words = without_remark(words);
    let inner = words.find(" (").and_then(|open| {
        let start = open + 2;
        let inner = words.get(start..start + length_in_brackets(words.get(start..)?))?;
        Some((start..start + inner.len(), kind(inner, lexicon)?))
    });
    let whole = || {
        let capital = words.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        let long = words.split_whitespace().count() >= FEWEST_WORDS;
        let kind = (capital && long).then(|| kind(words, lexicon)).flatten()?;
        Some((0..words.len(), kind))
    };
    inner.or_else(whole)
}

/// Without a bracket at the end that only says how the page is to be had: "(anglais seulement)", "(PDF)".
fn without_remark(words: &str) -> &str {
    const REMARKS: [&str; 6] = ["anglais", "internal", "interne", "pdf", "version", "disponible"];
    let open = words.rfind(" (").filter(|_| words.ends_with(')'));
    let remark = |open: &usize| {
        let inner = lower(words.get(open + 2..).unwrap_or_default());
        REMARKS.iter().any(|remark| inner.contains(remark))
    };
    open.filter(remark).and_then(|open| words.get(..open)).unwrap_or(words)
}

/// The bytes up to where an open bracket is closed; all where it is not.
fn length_in_brackets(words: &str) -> usize {
    let mut depth = 1;
    let close = words.char_indices().find(|(_, c)| {
        depth += match c {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        depth == 0
    });
    close.map_or(words.len(), |(at, _)| at)
}

/// The kind that a title says: a word of a kind in a capital, and in English at its end or before what it is about.
fn kind(title: &str, lexicon: &Lexicon) -> Option<String> {
    const ABOUT: [&str; 5] = ["on ", "for ", "regarding ", "of ", "("];
    let low = lower(title);
    let find = |words: &Phrases, said: &dyn Fn(usize, &str) -> bool| {
        word_starts(&low).find_map(|at| {
            let rest = low.get(at..)?;
            let length = words.at_start(rest)?;
            said(at, rest.get(length..)?).then(|| rest.get(..length)).flatten()
        })
    };
    let naming = &lexicon.naming;
    let english = find(&naming.linked_last, &|_, behind| {
        let behind = behind.trim_start();
        behind.is_empty() || ABOUT.iter().any(|about| behind.starts_with(about))
    });
    if let Some(word) = english {
        let known = match word {
            "act" => "law",
            "directive" => "directive",
            "action plan" | "roadmap" => "plan",
            _ => "other",
        };
        return Some(known.to_owned());
    }
    let capital = |at: usize| title.get(at..).is_some_and(|word| word.starts_with(char::is_uppercase));
    let word = find(&naming.linked, &|at, _| capital(at))?;
    Some(lexicon.kinds.of(word).unwrap_or("other").to_owned())
}

#[cfg(test)]
mod tests {
    use crate::{Language, read_text};

    /// What is cited in an item of a French page.
    fn cited(item: &str) -> Vec<String> {
        let text = format!(
            "# Guide des bacs\n\nLe fleuve est large et les bacs sont nombreux.\n\n## À lire\n\n- {item}\n"
        );
        read_text(&text, Some(Language::Fr)).citations.into_iter().map(|cited| cited.span.quote).collect()
    }

    #[test]
    fn links_name_instruments() {
        let table = [
            (
                "[Profil de contrôle des bacs : avis de la Politique sur la traversée (APT)](https://a.org/b)",
                "Profil de contrôle des bacs : avis de la Politique sur la traversée (APT)",
            ),
            (
                "[Bacs ouverts - Guide d’analyse des coûts (Mayo)](http://a.org)",
                "Bacs ouverts - Guide d’analyse des coûts (Mayo)",
            ),
            (
                "[3. Cross with care (Ferry Code of Practice (UK))](https://a.org/#3)",
                "Ferry Code of Practice (UK)",
            ),
            (
                "[9. Traverser avec soin (Normes des bacs (Kandia))](https://a.org)",
                "Normes des bacs (Kandia)",
            ),
            ("[National Ferry Policy (UK)](https://a.org)", "National Ferry Policy (UK)"),
        ];
        for (item, expected) in table {
            assert_eq!(cited(item), [expected], "{item}");
        }
    }

    #[test]
    fn other_links_are_left_alone() {
        for item in [
            "[Boîte à outils des bacs](https://a.org)",
            "[normes ouvertes](https://a.org)",
            "[Page suivante : Normes des bacs](2_Normes.md)",
            "![Guide des bacs en images](https://a.org/b.png)",
            "[Crossing policy makers at work (UK)](https://a.org)",
            "[Nous écrire](https://a.org)",
        ] {
            assert_eq!(cited(item), Vec::<String>::new(), "{item}");
        }
    }
}
