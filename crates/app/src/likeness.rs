//! Which commitments on record a finding may repeat: those of the same lead or the same document
//! whose words are much the same.
//!
//! How alike two sets of words are: `2 s / (a + b)`, where `s` is the weight of what both have, and
//! `a` and `b` that of all that each has. What counts are the folded words and each two in a row; the
//! weight of one is `ln(1 + n / f)`, `n` all texts that are compared and `f` those that have it: rare
//! words and numbers say more than common ones.

use crate::{App, AppError, Directory};
use haidang_domain::instrument::{Content, FindingState, Verdict};
use haidang_domain::{Commitment, FindingId, InstrumentId, OrganisationId};
use haidang_store::{ProjectFilter, RecommendationFilter, TargetFilter, TaskFilter, TaskRow, TaskSort, fold};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The least likeness that is worth a person's look.
const LEAST: f64 = 0.6;
/// Most commitments that are shown for one finding.
const MOST_SHOWN: usize = 2;
/// Most commitments of one lead, or of one kind, that are compared; the latest.
const MOST_COMPARED: u32 = 400;
/// Fewest words (syllables, in Vietnamese) of which it can be said that they repeat others.
const FEWEST_WORDS: usize = 6;

/// A commitment on record that a finding may repeat.
#[derive(Debug, Clone, PartialEq)]
pub struct Likely {
    /// The commitment.
    pub commitment: Commitment,
    /// Its words.
    pub words: String,
    /// The instrument that it comes from.
    pub instrument: Option<InstrumentId>,
    /// How alike the words are, 0 to 1.
    pub likeness: f64,
}

/// A commitment to compare with.
struct Candidate {
    likely: Likely,
    /// Bodies in charge, of a task.
    lead: BTreeSet<OrganisationId>,
    /// The value, of a target.
    value: Vec<f64>,
    marks: BTreeSet<String>,
}

impl App {
    /// For each pending finding of an instrument the commitments that it may repeat, the likeliest
    /// first; findings that repeat nothing are left out.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn likely(
        &self,
        instrument: InstrumentId,
        findings: &[&FindingState],
        directory: &Directory,
    ) -> Result<BTreeMap<FindingId, Vec<Likely>>, AppError> {
        let pending: Vec<&FindingState> =
            findings.iter().copied().filter(|state| state.verdict == Verdict::Pending).collect();
        let candidates = self.candidates(instrument, &pending, directory).await?;
        if candidates.is_empty() {
            return Ok(BTreeMap::new());
        }
        let asked: Vec<(&FindingState, BTreeSet<String>)> =
            pending.into_iter().map(|state| (state, marks(words_of(state)))).collect();
        let all = candidates.iter().map(|one| &one.marks).chain(asked.iter().map(|(_, marks)| marks));
        let weights = Weights::of(all);
        let mut found = BTreeMap::new();
        for (state, marks) in &asked {
            let likely = likeliest(state, marks, &candidates, instrument, directory, &weights);
            if !likely.is_empty() {
                found.insert(state.finding.id, likely);
            }
        }
        Ok(found)
    }

    /// What the findings are compared with: tasks of the same document or lead, and the targets,
    /// projects and requests on record where there are findings of their kind.
    async fn candidates(
        &self,
        instrument: InstrumentId,
        pending: &[&FindingState],
        directory: &Directory,
    ) -> Result<Vec<Candidate>, AppError> {
        let any = |fits: fn(&Content) -> bool| pending.iter().any(|state| fits(&state.finding.content));
        let now = self.as_at(None);
        let mut candidates = Vec::new();
        if any(|content| matches!(content, Content::Task { .. })) {
            candidates.extend(self.tasks_to_compare(instrument, pending, directory).await?);
        }
        if any(|content| matches!(content, Content::Target { .. })) {
            let filter = TargetFilter { per_page: MOST_COMPARED, ..TargetFilter::default() };
            let rows = self.store().targets(&filter, now).await?.rows;
            candidates.extend(rows.into_iter().map(|row| {
                let (words, value) = (row.definition.indicator, row.definition.value);
                Candidate { value, ..candidate(Commitment::Target(row.id), words, row.instrument) }
            }));
        }
        if any(|content| matches!(content, Content::Project { .. })) {
            let filter = ProjectFilter { per_page: MOST_COMPARED, ..ProjectFilter::default() };
            let rows = self.store().projects(&filter, now).await?.rows;
            let named = rows.into_iter();
            candidates.extend(
                named.map(|row| candidate(Commitment::Project(row.id), row.description.name, row.instrument)),
            );
        }
        if any(|content| matches!(content, Content::Proposal { .. })) {
            let filter = RecommendationFilter { per_page: MOST_COMPARED, ..RecommendationFilter::default() };
            let rows = self.store().recommendations(&filter, now).await?.rows;
            let asked = rows.into_iter();
            candidates.extend(
                asked.map(|row| candidate(Commitment::Recommendation(row.id), row.statement, row.instrument)),
            );
        }
        Ok(candidates)
    }

    async fn tasks_to_compare(
        &self,
        instrument: InstrumentId,
        pending: &[&FindingState],
        directory: &Directory,
    ) -> Result<Vec<Candidate>, AppError> {
        let leads: BTreeSet<OrganisationId> =
            pending.iter().flat_map(|state| leads(&state.finding.content, directory)).collect();
        let latest = TaskFilter {
            sort: TaskSort::Changed,
            descending: true,
            per_page: MOST_COMPARED,
            ..TaskFilter::default()
        };
        let own = TaskFilter { instrument: Some(instrument), ..latest.clone() };
        let of_leads = leads.into_iter().map(|lead| TaskFilter { lead: Some(lead), ..latest.clone() });
        let mut rows: BTreeMap<_, TaskRow> = BTreeMap::new();
        for filter in std::iter::once(own).chain(of_leads) {
            let page = self.store().tasks(&filter, self.as_at(None)).await?;
            rows.extend(page.rows.into_iter().map(|row| (row.id, row)));
        }
        let compared = rows.into_values().map(|row| {
            let lead = row.lead.iter().filter_map(|party| party.organisation).collect();
            Candidate { lead, ..candidate(Commitment::Task(row.id), row.statement, row.instrument) }
        });
        Ok(compared.collect())
    }
}

fn candidate(commitment: Commitment, words: String, instrument: Option<InstrumentId>) -> Candidate {
    let marks = marks(&words);
    let likely = Likely { commitment, words, instrument, likeness: 0.0 };
    Candidate { likely, lead: BTreeSet::new(), value: Vec::new(), marks }
}

/// The words of a finding that are compared.
fn words_of(state: &FindingState) -> &str {
    match &state.finding.content {
        Content::Target { indicator, .. } if !indicator.is_empty() => indicator,
        _ => &state.finding.quote,
    }
}

fn leads(content: &Content, directory: &Directory) -> BTreeSet<OrganisationId> {
    match content {
        Content::Task { lead, .. } => lead.iter().filter_map(|name| directory.find(name)).collect(),
        _ => BTreeSet::new(),
    }
}

fn likeliest(
    state: &FindingState,
    marks: &BTreeSet<String>,
    candidates: &[Candidate],
    instrument: InstrumentId,
    directory: &Directory,
    weights: &Weights,
) -> Vec<Likely> {
    let content = &state.finding.content;
    let leads = leads(content, directory);
    let comparable = |one: &&Candidate| match (content, one.likely.commitment) {
        (Content::Task { .. }, Commitment::Task(_)) => {
            one.likely.instrument == Some(instrument) || !one.lead.is_disjoint(&leads)
        }
        // Another value is another target, or a contradiction: no repetition.
        (Content::Target { value, .. }, Commitment::Target(_)) => {
            value.is_empty() || one.value.is_empty() || same_values(value, &one.value)
        }
        (Content::Project { .. }, Commitment::Project(_))
        | (Content::Proposal { .. }, Commitment::Recommendation(_)) => true,
        _ => false,
    };
    let mut likely: Vec<Likely> = candidates
        .iter()
        .filter(comparable)
        .map(|one| Likely { likeness: weights.likeness(marks, &one.marks), ..one.likely.clone() })
        .filter(|one| one.likeness >= LEAST)
        .collect();
    likely.sort_by(|a, b| b.likeness.total_cmp(&a.likeness));
    likely.truncate(MOST_SHOWN);
    likely
}

fn same_values(one: &[f64], other: &[f64]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one.total_cmp(other).is_eq())
}

/// The folded words of a text and each two in a row; nothing of a text that is too short to say that
/// it repeats another.
fn marks(text: &str) -> BTreeSet<String> {
    let folded = fold(text);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.len() < FEWEST_WORDS {
        return BTreeSet::new();
    }
    let pairs = words.windows(2).map(|pair| pair.join(" "));
    words.iter().map(|word| (*word).to_owned()).chain(pairs).collect()
}

/// How much each word says.
struct Weights {
    texts: f64,
    with: HashMap<String, u32>,
}

impl Weights {
    fn of<'a>(texts: impl Iterator<Item = &'a BTreeSet<String>>) -> Self {
        let (mut count, mut with) = (0_u32, HashMap::new());
        for text in texts {
            count = count.saturating_add(1);
            for mark in text {
                *with.entry(mark.clone()).or_insert(0_u32) += 1;
            }
        }
        Self { texts: f64::from(count), with }
    }

    fn weight(&self, mark: &str) -> f64 {
        let with = self.with.get(mark).copied().unwrap_or(1).max(1);
        (1.0 + self.texts / f64::from(with)).ln()
    }

    fn likeness(&self, one: &BTreeSet<String>, other: &BTreeSet<String>) -> f64 {
        let total = |marks: &BTreeSet<String>| marks.iter().map(|mark| self.weight(mark)).sum::<f64>();
        let shared: f64 = one.intersection(other).map(|mark| self.weight(mark)).sum();
        let all = total(one) + total(other);
        if all > 0.0 { 2.0 * shared / all } else { 0.0 }
    }
}

#[cfg(test)]
// Tests say what they expect in the shortest way.
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::*;

    fn likeness(one: &str, other: &str) -> f64 {
        let texts = [marks(one), marks(other), marks("bố trí kinh phí duy tu các tuyến đê biển năm 2026")];
        Weights::of(texts.iter()).likeness(&texts[0], &texts[1])
    }

    #[test]
    fn the_same_words_are_alike_and_other_tasks_are_not() {
        let task = "Rà soát, đánh giá toàn bộ các bến bãi ven sông, báo cáo trước ngày 30/6/2026";
        let alike = [
            (task, "Rà soát, đánh giá toàn bộ các bến bãi ven sông; báo cáo trước ngày 30/6/2026."),
            (task, "rà soát, đánh giá các bến bãi ven sông, báo cáo trước ngày 30/6/2026"),
        ];
        for (one, other) in alike {
            assert!(likeness(one, other) >= LEAST, "{other}: {}", likeness(one, other));
        }
        let unlike = [
            (task, "Rà soát, đánh giá nhu cầu nhà ở xã hội, báo cáo trước ngày 15/9/2026"),
            (task, "Xây dựng phương án di dời các bến bãi"),
            ("Báo cáo kết quả", "Báo cáo kết quả"),
        ];
        for (one, other) in unlike {
            assert!(likeness(one, other) < LEAST, "{other}: {}", likeness(one, other));
        }
    }
}
