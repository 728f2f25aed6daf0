//! How the document stands to the instruments that it cites: by the words before and behind each
//! citation in its clause.

use super::citations::Cited;
use super::scene::Scene;
use crate::language::{RelationWords, relation_words};
use crate::reading::{Relation, RelationKind};
use crate::words::{Phrases, word_starts};
use std::ops::Range;

/// One relation or more for each citation, in the order of the citations.
pub(super) fn find(scene: &Scene<'_>, cited: &[Cited]) -> Vec<Relation> {
    let words = relation_words(scene.language());
    let clauses = clauses_around(scene, cited);
    let mut said: Vec<Said> = Vec::with_capacity(cited.len());
    for (at, clause) in clauses.into_iter().enumerate() {
        let here = Here { scene, words, cited, at, clause };
        let found = here.before(said.last()).or_else(|| here.behind());
        said.push(found.unwrap_or_else(|| here.only_named()));
    }
    let publish = |(citation, said): (usize, Said)| Relation {
        span: super::span(scene, said.range, said.confidence, said.rule),
        relation: said.relation,
        citation,
        by: said.by,
    };
    said.into_iter().enumerate().map(publish).collect()
}

/// What is said of one citation.
#[derive(Clone)]
struct Said {
    relation: RelationKind,
    /// The words that say it.
    range: Range<usize>,
    by: Option<usize>,
    confidence: f64,
    rule: &'static str,
}

/// The clause of each citation; citations are in the order of the text.
fn clauses_around(scene: &Scene<'_>, cited: &[Cited]) -> Vec<Range<usize>> {
    let blocks = &scene.document.blocks;
    let mut out = Vec::with_capacity(cited.len());
    for citation in cited {
        let at = blocks.partition_point(|block| block.range.end <= citation.range.start);
        let Some(block) = blocks.get(at) else {
            out.push(citation.range.clone());
            continue;
        };
        let here = block.clauses.partition_point(|clause| clause.range.end <= citation.range.start);
        let clause = block.clauses.get(here).map(|clause| clause.range.clone());
        out.push(clause.unwrap_or_else(|| citation.range.clone()));
    }
    out
}

/// One citation in its clause.
struct Here<'a> {
    scene: &'a Scene<'a>,
    words: &'static RelationWords,
    cited: &'a [Cited],
    at: usize,
    clause: Range<usize>,
}

/// How far before a citation the words may stand, in bytes: "sửa đổi, bổ sung một số điều của …".
const REACH: usize = 160;
/// How far behind it.
const REACH_BEHIND: usize = 80;

impl Here<'_> {
    fn range(&self) -> Range<usize> {
        self.cited.get(self.at).map_or(0..0, |cited| cited.range.clone())
    }

    fn low(&self, range: Range<usize>) -> &str {
        self.scene.low(range)
    }

    /// The citation before this one, where it stands in the same clause.
    fn earlier(&self) -> Option<(usize, Range<usize>)> {
        let at = self.at.checked_sub(1)?;
        let range = self.cited.get(at)?.range.clone();
        (range.start >= self.clause.start).then_some((at, range))
    }

    /// What the words before the citation say; those of a list of citations hold for all of it.
    fn before(&self, last: Option<&Said>) -> Option<Said> {
        let citation = self.range();
        let earlier = self.earlier();
        let from = earlier.as_ref().map_or(self.clause.start, |(_, range)| range.end);
        let from = from.max(citation.start.saturating_sub(REACH));
        let from = self.scene.document.flow.text().ceil_char_boundary(from).min(citation.start);
        if let Some(found) = self.nearest(from..citation.start) {
            return self.weigh(found, earlier);
        }
        let (_, range) = earlier?;
        let between = self.low(range.end..citation.start);
        last.filter(|_| self.is_join(between)).filter(|last| last.relation != RelationKind::Cites).cloned()
    }

    /// The words of relation nearest to the end of a stretch.
    fn nearest(&self, stretch: Range<usize>) -> Option<(RelationKind, Range<usize>)> {
        let low = self.low(stretch.clone());
        let mut found: Option<(RelationKind, Range<usize>)> = None;
        for (at, _) in self.words.any.places(low) {
            let rest = low.get(at..).unwrap_or_default();
            if self.words.breaks.at_start(rest).is_some() {
                found = None;
            }
            let hits =
                self.words.before.iter().filter_map(|(kind, list)| Some((*kind, list.at_start(rest)?)));
            if let Some((kind, length)) = hits.max_by_key(|(_, length)| *length) {
                let here = stretch.start + at..stretch.start + at + length;
                let inside = found.as_ref().is_some_and(|(_, before)| here.end <= before.end);
                let weaker = found.as_ref().is_some_and(|(before, _)| holds_against(*before, kind));
                if !inside && !weaker {
                    found = Some((kind, here));
                }
            }
        }
        found
    }

    /// What the words mean where they stand: an act handed to somebody else, a tale, or what
    /// another instrument is about.
    fn weigh(
        &self,
        (kind, range): (RelationKind, Range<usize>),
        earlier: Option<(usize, Range<usize>)>,
    ) -> Option<Said> {
        let said = |relation, by| {
            Some(Said { relation, range: range.clone(), by, confidence: 0.85, rule: "relation.before" })
        };
        let head = self.low(self.clause.start..range.start);
        if let Some((citation, earlier)) = earlier {
            let between = self.low(earlier.end..range.start).trim_start_matches([' ', ',', '(']);
            if self.words.about.at_start(between).is_some() {
                return said(kind, Some(citation));
            }
        }
        let relation = match kind {
            // "Căn cứ" rests on what opens the clause with it.
            RelationKind::BasedOn => RelationKind::BasedOn,
            RelationKind::Implements if self.tells(head) => return None,
            RelationKind::Amends | RelationKind::Replaces | RelationKind::Repeals
                if self.words.hands.occur_in(head) =>
            {
                RelationKind::AssignsReview
            }
            RelationKind::Reviews if self.words.hands.occur_in(head) => RelationKind::AssignsReview,
            kind => kind,
        };
        said(relation, None)
    }

    /// Whether the words before "thực hiện" make it a tale: "5 năm thực hiện", "kết quả thực hiện".
    fn tells(&self, head: &str) -> bool {
        let start = head.ceil_char_boundary(head.len().saturating_sub(24));
        ends_with(&self.words.tale, head.get(start..).unwrap_or_default())
    }

    /// Whether words between two citations only join them to a list.
    fn is_join(&self, between: &str) -> bool {
        let mut rest =
            between.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '°' | '.'));
        while !rest.is_empty() {
            let Some(length) = self.words.joins.at_start(rest) else { return false };
            rest = rest.get(length..).unwrap_or_default().trim_start_matches(|c: char| !c.is_alphanumeric());
        }
        true
    }

    /// What the words behind the citation say: "… hết hiệu lực", "… is hereby repealed".
    fn behind(&self) -> Option<Said> {
        let start = self.range().end;
        let end = self.clause.end.min(start + REACH_BEHIND).max(start);
        let next = self.cited.get(self.at + 1).map(|next| next.range.start).filter(|next| *next >= start);
        let end = next.map_or(end, |next| end.min(next));
        let end = self.scene.document.flow.text().floor_char_boundary(end);
        let low = self.low(start..end);
        let hit = |at: usize| {
            let rest = low.get(at..)?;
            let hits =
                self.words.behind.iter().filter_map(|(kind, list)| Some((*kind, list.at_start(rest)?)));
            hits.max_by_key(|(_, length)| *length)
                .map(|(kind, length)| (kind, start + at..start + at + length))
        };
        let (relation, range) = word_starts(low).find_map(hit)?;
        // "… được sửa đổi bởi Nghị định số 5": the other one changes it.
        let by = next.filter(|next| range.end + 20 >= *next).map(|_| self.at + 1);
        Some(Said { relation, range, by, confidence: 0.85, rule: "relation.behind" })
    }

    fn only_named(&self) -> Said {
        Said {
            relation: RelationKind::Cites,
            range: self.range(),
            by: None,
            confidence: 0.9,
            rule: "relation.cites",
        }
    }
}

/// Whether words that were found before hold against later ones of another relation: what is
/// reviewed, amended, repealed or based on is so with its carrying out.
fn holds_against(before: RelationKind, later: RelationKind) -> bool {
    let strong =
        matches!(before, RelationKind::Reviews | RelationKind::AssignsReview | RelationKind::BasedOn);
    strong && matches!(later, RelationKind::Implements | RelationKind::Amends)
}

/// Whether a text ends in one of the phrases.
fn ends_with(phrases: &Phrases, text: &str) -> bool {
    let text = text.trim_end();
    word_starts(text).any(|at| {
        let rest = text.get(at..).unwrap_or_default();
        phrases.at_start(rest) == Some(rest.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, read_text};

    /// Relation, its words, the symbol, and the symbol of the instrument that stands so.
    fn say(text: &str, language: Language) -> Vec<String> {
        let reading = read_text(text, Some(language));
        let symbol = |at: usize| reading.citations[at].symbol.clone().unwrap_or_default();
        let line = |relation: &Relation| {
            let code = serde_json::to_value(relation.relation).unwrap();
            let by = relation.by.map(|by| format!(" by {}", symbol(by))).unwrap_or_default();
            format!("{} {}{by}", code.as_str().unwrap(), symbol(relation.citation))
        };
        reading.relations.iter().map(line).collect()
    }

    #[test]
    fn the_words_around_a_citation_say_the_relation() {
        let table: [(&str, Language, &[&str]); 20] = [
            (
                "Căn cứ Nghị định số 61/2020/NĐ-CP ngày 01/6/2020 của Chính phủ;",
                Language::Vi,
                &["based_on 61/2020/NĐ-CP"],
            ),
            (
                "Kế hoạch triển khai thực hiện Nghị quyết số 88-NQ/TW và Kết luận số 12-KL/TW của Bộ Chính trị.",
                Language::Vi,
                &["implements 88-NQ/TW", "implements 12-KL/TW"],
            ),
            ("Các sở tiếp tục thực hiện Chỉ thị số 15/CT-TTg.", Language::Vi, &["continues 15/CT-TTg"]),
            (
                "Thực hiện Kết luận số 12-KL/TW của Bộ Chính trị về tiếp tục thực hiện Nghị quyết số 88-NQ/TW.",
                Language::Vi,
                &["implements 12-KL/TW", "continues 88-NQ/TW by 12-KL/TW"],
            ),
            (
                "Nghị định sửa đổi, bổ sung một số điều của Nghị định số 61/2020/NĐ-CP.",
                Language::Vi,
                &["amends 61/2020/NĐ-CP"],
            ),
            (
                "Giao Bộ Tài chính nghiên cứu sửa đổi, bổ sung Nghị định số 61/2020/NĐ-CP.",
                Language::Vi,
                &["assigns_review 61/2020/NĐ-CP"],
            ),
            ("Bãi bỏ Quyết định số 20/QĐ-UBND.", Language::Vi, &["repeals 20/QĐ-UBND"]),
            (
                "Quyết định số 20/QĐ-UBND hết hiệu lực kể từ ngày Quyết định này có hiệu lực.",
                Language::Vi,
                &["repeals 20/QĐ-UBND"],
            ),
            ("Quyết định này thay thế Quyết định số 20/QĐ-UBND.", Language::Vi, &["replaces 20/QĐ-UBND"]),
            ("Sơ kết 5 năm thực hiện Nghị quyết số 88-NQ/TW.", Language::Vi, &["reviews 88-NQ/TW"]),
            (
                "Sau 5 năm thực hiện Nghị quyết số 88-NQ/TW, kinh tế phát triển.",
                Language::Vi,
                &["cites 88-NQ/TW"],
            ),
            ("Thực hiện nhiệm vụ theo Nghị quyết số 88-NQ/TW.", Language::Vi, &["cites 88-NQ/TW"]),
            ("Pursuant to Resolution No. 88-NQ/TW of the Politburo;", Language::En, &["based_on 88-NQ/TW"]),
            (
                "The plan to implement Conclusion No. 12-KL/TW of the Politburo on continuing to implement Resolution No. 88-NQ/TW.",
                Language::En,
                &["implements 12-KL/TW", "continues 88-NQ/TW by 12-KL/TW"],
            ),
            ("Decision No. 20/QD-UBND is hereby repealed.", Language::En, &["repeals 20/QD-UBND"]),
            ("This Decree amends Decree No. 61/2020/ND-CP.", Language::En, &["amends 61/2020/ND-CP"]),
            ("The Resolution No. 88-NQ/TW was widely read.", Language::En, &["cites 88-NQ/TW"]),
            ("Vu la résolution n° 88-NQ/TW ;", Language::Fr, &["based_on 88-NQ/TW"]),
            ("La décision n° 20/QD-UBND est abrogée.", Language::Fr, &["repeals 20/QD-UBND"]),
            (
                "Le plan de mise en œuvre de la résolution n° 88-NQ/TW est publié.",
                Language::Fr,
                &["implements 88-NQ/TW"],
            ),
        ];
        for (text, language, expected) in table {
            assert_eq!(say(text, language), expected, "{text}");
        }
    }
}
