//! The first page: what is off, what changed, and what needs a decision.

use super::origin::short_name;
use crate::Web;
use crate::components::Page;
use crate::fields::{Asked, encode};
use crate::history::{self, shortened};
use crate::marks::Mark;
use crate::problem::{Problem, ok};
use crate::visit::{SignedIn, Visit};
use crate::words::Words;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use haidang_app::{HistoryEntry, Overview, Reporting};
use haidang_domain::target::TargetStatus;
use haidang_domain::task::Standing;
use haidang_domain::{InstrumentId, Noun, ProjectId, RecommendationId, StreamId, TargetId, TaskId};
use haidang_store::{InstrumentRow, LeadCount, StandingCounts, TaskRow};
use jiff::ToSpan;
use jiff::civil::Date;

/// Most characters of a statement in a row.
const STATEMENT_CHARACTERS: usize = 140;
/// Most characters of what a change is about.
const SUBJECT_CHARACTERS: usize = 100;
/// Most lines of what changed.
const CHANGES: usize = 8;

#[derive(Template)]
#[template(path = "overview/show.html")]
struct OverviewView {
    page: Page,
    compare: String,
    since: String,
    tasks_total: String,
    tasks: Vec<Count>,
    bars: Vec<Bar>,
    targets_total: String,
    targets: Vec<Count>,
    projects: String,
    requests: String,
    reported: String,
    reported_part: u64,
    reported_whole: u64,
    never: String,
    decisions: Vec<DecisionRow>,
    changes: Vec<ChangeRow>,
    /// Whether more changed than was counted.
    more: bool,
    reviews: Vec<ReviewRow>,
    leads: Vec<LeadRow>,
}

/// A number with its mark, its list, and how it differs from the compare date.
struct Count {
    mark: Mark,
    shown: String,
    href: String,
    change: Option<String>,
}

/// A part of the bar over the tasks, in per cent of its width.
struct Bar {
    tone: &'static str,
    start: String,
    width: String,
}

struct DecisionRow {
    mark: Mark,
    statement: String,
    href: String,
    lead: String,
    due: String,
}

/// One line of what changed: what happened, to what, and how often.
struct ChangeRow {
    noun: String,
    href: String,
    what: String,
    subject: Option<String>,
    times: u64,
    who: String,
    recorded: String,
    recorded_iso: String,
}

struct ReviewRow {
    name: String,
    href: String,
    pending: String,
}

struct LeadRow {
    name: String,
    /// Its tasks, for a body that is known; for another, the tasks that name it.
    href: String,
    known: bool,
    tasks: String,
    delivered: String,
    overdue: String,
    late: bool,
    updated: String,
}

/// The overview as of the day of the visit, compared with another day.
pub(crate) async fn show(
    State(web): State<Web>,
    SignedIn { visit, .. }: SignedIn,
    Asked(asked): Asked,
) -> Result<Response, Problem> {
    let day = visit.day_shown(&web);
    let compare = asked.date("compare").filter(|compare| *compare < day);
    let compare = compare.unwrap_or_else(|| day.saturating_sub(7.days()));
    let overview = web.app.overview(visit.as_at(&web), Some(compare)).await?;
    let words = visit.words;
    let page = visit.page(&web, words.t("overview-title"), "/");
    let changes = changes(&web, &visit, &overview.changed).await;
    ok(&view(&visit, page, &overview, changes, (day, compare)))
}

fn view(
    visit: &Visit,
    page: Page,
    overview: &Overview,
    changes: Vec<ChangeRow>,
    (day, compare): (Date, Date),
) -> OverviewView {
    let words = visit.words;
    let Reporting { open, reported, never } = &overview.reporting;
    OverviewView {
        page,
        compare: compare.to_string(),
        since: words.with("overview-since", &[("day", &words.date(compare))]),
        tasks_total: words.count("task-count", total(&overview.tasks)),
        tasks: task_counts(words, &overview.tasks, overview.tasks_before.as_ref()),
        bars: bars(&overview.tasks),
        targets_total: words.count("target-count", overview.targets.iter().map(|(_, count)| count).sum()),
        targets: target_counts(words, &overview.targets),
        projects: words.count("project-count", overview.projects),
        requests: words.count("overview-requests", overview.recommendations_open),
        reported: words.with(
            "overview-reported",
            &[("reported", &words.whole(*reported)), ("open", &words.whole(*open))],
        ),
        reported_part: *reported,
        reported_whole: (*open).max(1),
        never: words.count("overview-never", *never),
        decisions: overview.needs_decision.iter().map(|row| decision(words, row, day)).collect(),
        changes,
        more: overview.changed_more,
        reviews: overview.pending_reviews.iter().map(|row| review(words, row)).collect(),
        leads: overview.leads.iter().map(|lead| lead_row(words, lead)).collect(),
    }
}

fn total(counts: &StandingCounts) -> u64 {
    counts.on_time + counts.late + counts.in_term + counts.overdue
}

fn of(counts: &StandingCounts, standing: Standing) -> u64 {
    match standing {
        Standing::OnTime => counts.on_time,
        Standing::Late => counts.late,
        Standing::InTerm => counts.in_term,
        Standing::Overdue => counts.overdue,
    }
}

fn task_counts(words: Words, now: &StandingCounts, before: Option<&StandingCounts>) -> Vec<Count> {
    let count = |standing: Standing| Count {
        mark: Mark::standing(words, standing),
        shown: words.whole(of(now, standing)),
        href: format!("/tasks?standing={}", standing.code()),
        change: before.and_then(|before| difference(words, of(now, standing), of(before, standing))),
    };
    [Standing::Overdue, Standing::InTerm, Standing::OnTime, Standing::Late].map(count).into()
}

/// `+3` or `−2`; nothing where nothing changed.
fn difference(words: Words, now: u64, before: u64) -> Option<String> {
    let sign = match now.cmp(&before) {
        std::cmp::Ordering::Greater => "+",
        std::cmp::Ordering::Less => "−",
        std::cmp::Ordering::Equal => return None,
    };
    Some(format!("{sign}{}", words.whole(now.abs_diff(before))))
}

fn bars(counts: &StandingCounts) -> Vec<Bar> {
    let total = total(counts);
    let mut start = 0;
    let mut bars = Vec::new();
    for (standing, tone) in [
        (Standing::Overdue, "late"),
        (Standing::InTerm, "on"),
        (Standing::OnTime, "met"),
        (Standing::Late, "behind"),
    ] {
        // Thousandths of the width, so that the parts add up without rounding being seen.
        let end = (start + of(counts, standing)).min(total);
        let at = |count: u64| count.saturating_mul(1000).checked_div(total).unwrap_or_default();
        bars.push(Bar { tone, start: at(start).to_string(), width: (at(end) - at(start)).to_string() });
        start = end;
    }
    bars
}

fn target_counts(words: Words, counts: &[(Option<TargetStatus>, u64)]) -> Vec<Count> {
    let of = |status: Option<TargetStatus>| -> u64 {
        counts.iter().filter(|(own, _)| *own == status).map(|(_, count)| count).sum()
    };
    let count = |status: Option<TargetStatus>| Count {
        mark: Mark::status(words, status),
        shown: words.whole(of(status)),
        href: format!("/targets?status={}", status.map_or("none", TargetStatus::code)),
        change: None,
    };
    let known = TargetStatus::ALL.into_iter().map(Some);
    known.chain([None]).map(count).collect()
}

fn decision(words: Words, row: &TaskRow, day: Date) -> DecisionRow {
    let days = row.due.map(|due| due.duration_until(day).as_hours() / 24);
    let days = days.and_then(|days| u64::try_from(days).ok()).unwrap_or_default();
    DecisionRow {
        mark: Mark::overdue(words, row.standing, days),
        statement: shortened(&row.statement, STATEMENT_CHARACTERS),
        href: format!("/tasks/{}", row.id),
        lead: if row.lead.is_empty() { words.t("task-unassigned") } else { Words::parties(&row.lead) },
        due: words.deadline_or_none(row.deadline),
    }
}

fn review(words: Words, row: &InstrumentRow) -> ReviewRow {
    ReviewRow {
        name: short_name(words, row.kind, row.symbol.as_deref(), &row.titles),
        href: format!("/instruments/{}/review", row.id),
        pending: words.count("review-pending-count", u64::from(row.pending)),
    }
}

/// What changed, in few lines: what reads the same stands once, and accounts are left out.
async fn changes(web: &Web, visit: &Visit, entries: &[HistoryEntry]) -> Vec<ChangeRow> {
    let mut rows: Vec<ChangeRow> = Vec::new();
    let told = |entry: &&HistoryEntry| entry.entry.recorded.stream.noun != Noun::Account;
    for entry in entries.iter().filter(told) {
        let (stream, row) = (entry.entry.recorded.stream, history::row(visit, entry));
        let same =
            |other: &ChangeRow| other.noun == row.noun && other.what == row.what && other.who == row.who;
        let place = rows.iter().position(same);
        if let Some(other) = place.and_then(|place| rows.get_mut(place)) {
            other.times += 1;
            if other.href != row.href {
                list_of(stream.noun).clone_into(&mut other.href);
                other.subject = None;
            }
        } else if rows.len() < CHANGES {
            let subject = subject(web, visit, stream).await;
            rows.push(ChangeRow {
                noun: row.noun,
                href: row.href,
                what: row.what,
                subject,
                times: 1,
                who: row.who,
                recorded: row.recorded,
                recorded_iso: row.recorded_iso,
            });
        }
    }
    rows
}

/// Where all records of a noun are listed.
fn list_of(noun: Noun) -> &'static str {
    match noun {
        Noun::Account => "/accounts",
        Noun::Instrument => "/instruments",
        Noun::Organisation => "/organisations",
        Noun::Project => "/projects",
        Noun::Recommendation => "/recommendations",
        Noun::Target => "/targets",
        Noun::Task => "/tasks",
    }
}

/// What a change is about, in a few words; `None` where its sentence says so itself.
async fn subject(web: &Web, visit: &Visit, stream: StreamId) -> Option<String> {
    let (words, as_at, id) = (visit.words, visit.as_at(web), stream.id);
    let name = match stream.noun {
        Noun::Task => web.app.task(TaskId(id), as_at).await.ok()?.statement,
        Noun::Recommendation => web.app.recommendation(RecommendationId(id), as_at).await.ok()?.statement,
        Noun::Target => {
            let definition = web.app.target(TargetId(id), as_at).await.ok()?.definition;
            words.choose_by_code(&definition.names, &definition.indicator)
        }
        Noun::Project => {
            let description = web.app.project(ProjectId(id), as_at).await.ok()?.description;
            words.choose_by_code(&description.names, &description.name)
        }
        Noun::Instrument => {
            let details = web.app.instrument(InstrumentId(id), as_at).await.ok()?.details;
            short_name(words, details.kind, details.symbol.as_deref(), &details.titles)
        }
        Noun::Organisation | Noun::Account => return None,
    };
    Some(shortened(&name, SUBJECT_CHARACTERS))
}

fn lead_row(words: Words, lead: &LeadCount) -> LeadRow {
    let counts = &lead.counts;
    let open = counts.in_term + counts.overdue;
    let none = words.t("overview-no-tasks");
    let naming = || {
        let mut href = String::from("/tasks?q=");
        encode(&lead.name, &mut href);
        href
    };
    LeadRow {
        name: lead.name.clone(),
        href: lead.organisation.map_or_else(naming, |id| format!("/tasks?lead={id}")),
        known: lead.organisation.is_some(),
        tasks: words.whole(lead.tasks),
        delivered: words.share(counts.on_time + counts.late, lead.tasks).unwrap_or_else(|| none.clone()),
        overdue: words.whole(counts.overdue),
        late: counts.overdue > 0,
        updated: words.share(open.saturating_sub(lead.never_reported), open).unwrap_or(none),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use haidang_domain::Language;

    #[test]
    fn the_parts_of_the_bar_fill_it() {
        let counts = StandingCounts { on_time: 1, late: 1, in_term: 1, overdue: 0 };
        let widths: u64 = bars(&counts).iter().map(|bar| bar.width.parse::<u64>().unwrap()).sum();
        assert_eq!(widths, 1000);
        let nothing = StandingCounts { on_time: 0, late: 0, in_term: 0, overdue: 0 };
        assert!(bars(&nothing).iter().all(|bar| bar.width == "0"));
    }

    #[test]
    fn a_difference_has_its_sign() {
        let words = Words::new(Language::Vi);
        assert_eq!(difference(words, 5, 2).as_deref(), Some("+3"));
        assert_eq!(difference(words, 2, 5).as_deref(), Some("−3"));
        assert_eq!(difference(words, 2, 2), None);
    }
}
