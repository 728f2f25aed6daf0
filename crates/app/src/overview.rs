//! The one screen for people under pressure: counts, what needs a decision, what changed.

use crate::{App, AppError, HistoryEntry};
use haidang_domain::target::TargetStatus;
use haidang_domain::task::Standing;
use haidang_store::{
    AsAt, InstrumentFilter, InstrumentRow, LeadCount, ProjectFilter, RecommendationFilter, StandingCounts,
    TaskFilter, TaskRow, TaskSort,
};
use jiff::civil::Date;

/// How many rows "needs your decision" shows at most.
const DECISIONS: u32 = 7;
/// How many changes are shown at most.
const CHANGES: u32 = 200;

/// What the overview shows.
#[derive(Debug, Clone)]
pub struct Overview {
    /// Tasks by how they stand.
    pub tasks: StandingCounts,
    /// The same on the day of comparison.
    pub tasks_before: Option<StandingCounts>,
    /// Targets by status; `None` is "not known".
    pub targets: Vec<(Option<TargetStatus>, u64)>,
    /// Who reports.
    pub reporting: Reporting,
    /// How many projects are followed.
    pub projects: u64,
    /// Requests without an answer.
    pub recommendations_open: u64,
    /// Overdue tasks, the longest overdue first.
    pub needs_decision: Vec<TaskRow>,
    /// What changed, the newest first.
    pub changed: Vec<HistoryEntry>,
    /// Whether more changed than is given here.
    pub changed_more: bool,
    /// Instruments with findings that nobody has decided on.
    pub pending_reviews: Vec<InstrumentRow>,
    /// Lead agencies with their counts.
    pub leads: Vec<LeadCount>,
}

/// Reporting discipline over the tasks that are not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reporting {
    /// Tasks that are not done.
    pub open: u64,
    /// Of these, with a report.
    pub reported: u64,
    /// Of these, never reported on.
    pub never: u64,
}

impl App {
    /// The overview as of a day, compared with another.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn overview(&self, as_at: AsAt, compare: Option<Date>) -> Result<Overview, AppError> {
        let store = self.store();
        let all = TaskFilter::default();
        let leads = store.lead_counts(as_at).await?;
        let tasks = store.task_counts(&all, as_at).await?;
        let tasks_before = match compare {
            Some(day) => Some(store.task_counts(&all, self.as_at(Some(day))).await?),
            None => None,
        };
        let since = compare.and_then(|day| self.start_of(day));
        let changed = store.recent(as_at.until, since, CHANGES).await?;
        let open =
            RecommendationFilter { answered: Some(false), per_page: 1, ..RecommendationFilter::default() };
        Ok(Overview {
            reporting: self.reporting(tasks, as_at).await?,
            tasks,
            tasks_before,
            targets: store.target_counts(as_at).await?,
            projects: store
                .projects(&ProjectFilter { per_page: 1, ..ProjectFilter::default() }, as_at)
                .await?
                .total,
            recommendations_open: store.recommendations(&open, as_at).await?.total,
            needs_decision: self.overdue(as_at).await?,
            changed_more: changed.len() >= CHANGES as usize,
            changed: self.named(changed).await?,
            pending_reviews: self.pending_reviews(as_at).await?,
            leads,
        })
    }

    async fn reporting(&self, tasks: StandingCounts, as_at: AsAt) -> Result<Reporting, AppError> {
        let filter = TaskFilter { never_reported: true, ..TaskFilter::default() };
        let silent = self.store().task_counts(&filter, as_at).await?;
        let (open, never) = (tasks.in_term + tasks.overdue, silent.in_term + silent.overdue);
        // A report may come in between the two counts.
        Ok(Reporting { open, reported: open.saturating_sub(never), never })
    }

    async fn overdue(&self, as_at: AsAt) -> Result<Vec<TaskRow>, AppError> {
        let filter = TaskFilter {
            standing: Some(Standing::Overdue),
            sort: TaskSort::Due,
            per_page: DECISIONS,
            ..TaskFilter::default()
        };
        Ok(self.store().tasks(&filter, as_at).await?.rows)
    }

    async fn pending_reviews(&self, as_at: AsAt) -> Result<Vec<InstrumentRow>, AppError> {
        let filter =
            InstrumentFilter { pending_only: true, per_page: DECISIONS, ..InstrumentFilter::default() };
        Ok(self.store().instruments(&filter, as_at).await?.rows)
    }
}
