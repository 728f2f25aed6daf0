//! Accepting many at once: what it would be, category by category, before it is done.

use super::doubts::Doubt;
use crate::fields::Fields;
use crate::words::Words;
use haidang_domain::FindingId;
use haidang_domain::instrument::{Category, FindingState, Verdict};

/// The confidence that is proposed, in per cent.
const CONFIDENCE_PERCENT: f64 = 80.0;

/// A finding with what is doubtful about it.
pub(super) type Doubted<'a> = (&'a FindingState, Vec<Doubt>);

/// What accepting many at once would accept.
pub(super) struct BulkView {
    /// The confidence, in per cent.
    pub(super) confidence: String,
    /// How many findings it would be.
    pub(super) summary: String,
    /// Category by category.
    pub(super) categories: Vec<CategoryView>,
    /// How many of them are doubtful.
    pub(super) doubtful: Option<String>,
    /// Whether the part of the page is shown open.
    pub(super) open: bool,
}

/// The findings of a category that would be accepted.
pub(super) struct CategoryView {
    /// Its code.
    pub(super) code: &'static str,
    /// Its name and how many they are.
    pub(super) name: String,
}

/// The confidence that was asked for, in per cent.
pub(super) fn asked_percent(asked: &Fields, field: &str) -> Option<f64> {
    asked.parse::<f64>(field).filter(|percent| (0.0..=100.0).contains(percent))
}

/// The preview for the confidence that the address asks for.
pub(super) fn preview(words: Words, asked: &Fields, findings: &[Doubted<'_>]) -> BulkView {
    let percent = asked_percent(asked, "above").unwrap_or(CONFIDENCE_PERCENT);
    let sure: Vec<&Doubted<'_>> = findings.iter().filter(|one| is_sure(one, percent)).collect();
    let category = |category: Category| {
        let own = || sure.iter().filter(|(state, _)| state.finding.content.category() == category);
        let doubtful = own().filter(|(_, doubts)| !doubts.is_empty()).count();
        (own().count() > 0).then(|| category_view(words, category.code(), own().count(), doubtful))
    };
    let doubtful = sure.iter().filter(|(_, doubts)| !doubts.is_empty()).count();
    let confidence = words.number(percent);
    let count = |length: usize| u64::try_from(length).unwrap_or(u64::MAX);
    let shown = words.with("number-percent", &[("number", &confidence)]);
    BulkView {
        confidence: percent.to_string(),
        summary: words.with("bulk-title", &[("count", &words.size(sure.len())), ("percent", &shown)]),
        categories: Category::ALL.into_iter().filter_map(category).collect(),
        doubtful: (doubtful > 0).then(|| words.count("bulk-without-doubts", count(doubtful))),
        open: asked.some("above").is_some(),
    }
}

/// The findings that a form accepts: as sure as it says, of the categories that it ticks, and without
/// the doubtful ones where it leaves these.
pub(super) fn chosen(fields: &Fields, percent: f64, findings: &[Doubted<'_>]) -> Vec<FindingId> {
    let ticked = |state: &FindingState| {
        let code = state.finding.content.category().code();
        fields.0.iter().any(|(name, value)| name == "category" && value == code)
    };
    let leaves = fields.ticked("without_doubts");
    let fits = |one: &&Doubted<'_>| is_sure(one, percent) && ticked(one.0) && (!leaves || one.1.is_empty());
    findings.iter().filter(fits).map(|(state, _)| state.finding.id).collect()
}

fn is_sure((state, _): &Doubted<'_>, percent: f64) -> bool {
    state.verdict == Verdict::Pending && state.finding.confidence * 100.0 >= percent
}

fn category_view(words: Words, code: &'static str, count: usize, doubtful: usize) -> CategoryView {
    let name = format!("{}: {}", words.label("category", code), words.size(count));
    let of_them = [("count", words.size(doubtful))];
    let of_them = of_them.each_ref().map(|(name, number)| (*name, number.as_str()));
    let name = if doubtful > 0 { format!("{name} {}", words.with("bulk-doubtful", &of_them)) } else { name };
    CategoryView { code, name }
}
