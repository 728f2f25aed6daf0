//! Targets: the list, and one target with its forms.

use super::origin::{Chain, chain, wordings};
use crate::Web;
use crate::change::{Attempt, Frame, Now, Outcome, Removal, done, field_trouble, outcome, stale, text_of};
use crate::components::{Choice, Page, Pager, Place, SortLink, Sorting, Trouble, choices, page_asked};
use crate::fields::{Asked, Fields, Id, Posted};
use crate::history::{self, HistoryRow, shortened};
use crate::marks::Mark;
use crate::problem::{Problem, html, ok};
use crate::visit::{SignedIn, Visit};
use crate::words::{Words, read_deadline};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use haidang_domain::target::{Command, Definition, State as Target, TargetStatus};
use haidang_domain::{Act, Noun, StreamId, TargetId};
use haidang_store::{TargetFilter, TargetRow, TargetSort};

const PER_PAGE: u32 = 50;
const TITLE_CHARACTERS: usize = 90;
const SORTS: [(&str, TargetSort); 4] = [
    ("number", TargetSort::Number),
    ("indicator", TargetSort::Indicator),
    ("status", TargetSort::Status),
    ("changed", TargetSort::Changed),
];

#[derive(Template)]
#[template(path = "target/list.html")]
struct ListView {
    page: Page,
    q: String,
    status: String,
    any: bool,
    counts: Vec<StatusLink>,
    heads: Heads,
    rows: Vec<Row>,
    pager: Pager,
    sort: String,
    descending: bool,
}

struct StatusLink {
    mark: Mark,
    shown: String,
    href: String,
    current: bool,
}

struct Heads {
    number: SortLink,
    indicator: SortLink,
    status: SortLink,
}

struct Row {
    number: String,
    href: String,
    indicator: String,
    value: String,
    period: String,
    mark: Mark,
    status_on: String,
    status_source: String,
    set_by: String,
    withdrawn: bool,
}

/// The targets that an address asks for.
pub(crate) async fn list(
    State(web): State<Web>,
    SignedIn { visit, .. }: SignedIn,
    Asked(asked): Asked,
) -> Result<Response, Problem> {
    let words = visit.words;
    let (sort, order) = SORTS
        .into_iter()
        .find(|(name, _)| *name == asked.get("sort"))
        .unwrap_or(("number", TargetSort::Number));
    let filter = TargetFilter {
        words: asked.owned("q"),
        status: asked.some("status").and_then(TargetStatus::from_code),
        without_status: asked.get("status") == "none",
        instrument: asked.parse("instrument"),
        set_by: asked.owned("set_by"),
        sort: order,
        descending: asked.ticked("descending"),
        page: page_asked(&asked),
        per_page: PER_PAGE,
    };
    let found = web.app.store().targets(&filter, visit.as_at(&web)).await?;
    let counts = web.app.store().target_counts(visit.as_at(&web)).await?;
    let sorting = Sorting { path: "/targets", asked: &asked, by: sort, descending: filter.descending };
    let place = Place { page: found.page, per_page: PER_PAGE, total: found.total, counted: "target-count" };
    let view = ListView {
        page: visit.page(&web, words.t("targets-title"), "/targets"),
        q: asked.get("q").to_owned(),
        status: asked.get("status").to_owned(),
        any: ["q", "status", "instrument", "set_by"].iter().any(|name| asked.ticked(name)),
        counts: status_links(words, &asked, &counts),
        heads: Heads {
            number: sorting.link("number", words.t("target-number")),
            indicator: sorting.link("indicator", words.t("field-indicator")),
            status: sorting.link("status", words.t("field-status")),
        },
        rows: found.rows.iter().map(|target| row(words, target)).collect(),
        pager: Pager::new(words, "/targets", &asked, &place),
        sort: sort.to_owned(),
        descending: filter.descending,
    };
    ok(&view)
}

fn status_links(words: Words, asked: &Fields, counts: &[(Option<TargetStatus>, u64)]) -> Vec<StatusLink> {
    let link = |status: Option<TargetStatus>| {
        let count: u64 = counts.iter().filter(|(own, _)| *own == status).map(|(_, count)| count).sum();
        let code = status.map_or("none", TargetStatus::code);
        let current = asked.get("status") == code;
        let to = if current { "" } else { code };
        StatusLink {
            mark: Mark::status(words, status),
            shown: words.whole(count),
            href: format!("/targets{}", asked.query(&[("status", to), ("page", "")])),
            current,
        }
    };
    TargetStatus::ALL.into_iter().map(Some).chain([None]).map(link).collect()
}

fn row(words: Words, target: &TargetRow) -> Row {
    let definition = &target.definition;
    Row {
        number: definition.number.map(|number| number.to_string()).unwrap_or_default(),
        href: format!("/targets/{}", target.id),
        indicator: words.choose_by_code(&definition.names, &definition.indicator),
        value: value(words, definition),
        period: definition.period.as_deref().map(|period| period_in_words(words, period)).unwrap_or_default(),
        mark: Mark::status(words, target.status),
        status_on: target.status_on.map(|day| words.date(day)).unwrap_or_default(),
        status_source: target.status_source.clone().unwrap_or_default(),
        set_by: definition.set_by.clone().unwrap_or_default(),
        withdrawn: target.withdrawn,
    }
}

/// What has to be reached, in words: at least 13.5%, 42 to 45 million tonnes.
fn value(words: Words, definition: &Definition) -> String {
    let numbers: Vec<String> = definition.value.iter().map(|number| words.number(*number)).collect();
    let bare = match (definition.comparator.as_deref(), numbers.as_slice()) {
        (_, []) => return words.t("target-no-value"),
        (_, [from, until]) => words.with("target-range", &[("from", from), ("until", until)]),
        (Some(">="), [number, ..]) => words.with("target-at-least", &[("number", number)]),
        (Some("<="), [number, ..]) => words.with("target-at-most", &[("number", number)]),
        (_, [number, ..]) => number.clone(),
    };
    match definition.unit.as_deref() {
        Some("%") => words.with("number-percent", &[("number", &bare)]),
        Some(unit) => words.with("target-with-unit", &[("value", &bare), ("unit", unit)]),
        None => bare,
    }
}

/// A period in words, where it is written as deadlines are; else as it stands.
fn period_in_words(words: Words, period: &str) -> String {
    match read_deadline(period) {
        Some(deadline) => words.deadline(deadline),
        None if period.is_empty() => words.t("not-known"),
        None => period.to_owned(),
    }
}

#[derive(Template)]
#[template(path = "target/show.html")]
struct ShowView {
    page: Page,
    action: String,
    trouble: Option<Trouble>,
    indicator: String,
    mark: Mark,
    value: String,
    period: String,
    set_by: String,
    source: Option<String>,
    classification: String,
    withdrawn: bool,
    statuses: Vec<StatusRow>,
    chain: Option<Chain>,
    wordings: Vec<Chain>,
    record: Option<RecordForm>,
    removal: Removal,
    history: Vec<HistoryRow>,
}

struct StatusRow {
    mark: Mark,
    on: String,
    source: String,
}

struct RecordForm {
    frame: Frame,
    status: Vec<Choice>,
    on: String,
    source: String,
}

/// One target as of the day of the visit.
pub(crate) async fn show(
    State(web): State<Web>,
    SignedIn { visit, .. }: SignedIn,
    Id(id): Id<TargetId>,
) -> Result<Response, Problem> {
    page(&web, &visit, id, None).await
}

async fn page(
    web: &Web,
    visit: &Visit,
    id: TargetId,
    attempt: Option<&Attempt>,
) -> Result<Response, Problem> {
    let (words, as_at) = (visit.words, visit.as_at(web));
    let target = web.app.target(id, as_at).await?;
    let entries = web.app.history(StreamId { noun: Noun::Target, id: id.0 }, as_at).await?;
    let indicator = words.choose_by_code(&target.definition.names, &target.definition.indicator);
    let title = words.with("target-title", &[("indicator", &shortened(&indicator, TITLE_CHARACTERS))]);
    let page = visit.page(web, title, "/targets");
    let open = !target.withdrawn;
    let view = ShowView {
        action: format!("/targets/{id}"),
        trouble: attempt.map(|attempt| attempt.trouble.clone()),
        mark: Mark::status(words, target.statuses.last().map(|record| record.status)),
        value: value(words, &target.definition),
        period: period_in_words(words, target.definition.period.as_deref().unwrap_or_default()),
        set_by: target.definition.set_by.clone().unwrap_or_else(|| words.t("not-known")),
        source: target.source.clone(),
        classification: words.label("classification", target.classification.code()),
        withdrawn: target.withdrawn,
        statuses: statuses(words, &target),
        chain: chain(web, visit, target.origin.as_ref()).await,
        wordings: wordings(web, visit, &target.wordings).await,
        record: (open && visit.may(Act::RecordStatus)).then(|| record_form(web, &page, &target, attempt)),
        removal: Removal::new(visit, &page, (target.version, target.withdrawn), attempt),
        history: history::rows(visit, &entries),
        indicator,
        page,
    };
    html(if attempt.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &view)
}

fn statuses(words: Words, target: &Target) -> Vec<StatusRow> {
    let row = |record: &haidang_domain::target::StatusRecord| StatusRow {
        mark: Mark::status(words, Some(record.status)),
        on: words.date(record.on),
        source: record.source.clone(),
    };
    target.statuses.iter().rev().map(row).collect()
}

fn record_form(web: &Web, page: &Page, target: &Target, attempt: Option<&Attempt>) -> RecordForm {
    let typed = Attempt::of(attempt, "status");
    let last = target.statuses.last().map_or("", |record| record.status.code());
    RecordForm {
        frame: Frame::new(page, "status", target.version, attempt),
        status: choices(
            page.words,
            "status",
            &TargetStatus::ALL.map(TargetStatus::code),
            &text_of(typed, "status", last),
        ),
        on: text_of(typed, "on", &web.app.today().to_string()),
        source: text_of(typed, "source", ""),
    }
}

/// Changes a target as a form asks, and goes back to its page.
pub(crate) async fn change(
    State(web): State<Web>,
    SignedIn { visit, by }: SignedIn,
    Id(id): Id<TargetId>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let what = fields.get("what").to_owned();
    let action = format!("/targets/{id}");
    let made = match command(visit.words, &what, &fields)? {
        Ok(command) => {
            let answer = web.app.change_target(&by, id, crate::change::change(&fields, command)).await;
            outcome(visit.words, &what, answer)?
        }
        Err(trouble) => Outcome::Trouble(trouble),
    };
    match made {
        Outcome::Done => done(&visit, notice(&what), &action).await,
        Outcome::Trouble(trouble) => page(&web, &visit, id, Some(&Attempt::new(&fields, trouble))).await,
        Outcome::Stale => {
            let target = web.app.target(id, web.app.as_at(None)).await?;
            let fields_now = is_now(visit.words, &what, &target);
            stale(&web, &visit, &fields, Now { action: &action, version: target.version, fields: fields_now })
        }
    }
}

/// The key of what to say when the form was obeyed.
fn notice(what: &str) -> &'static str {
    match what {
        "status" => "notice-target-status",
        "withdraw" => "notice-withdrawn",
        _ => "notice-restored",
    }
}

fn command(words: Words, what: &str, fields: &Fields) -> Result<Result<Command, Trouble>, Problem> {
    let reason = fields.get("reason").to_owned();
    match what {
        "status" => Ok(record(words, fields)),
        "withdraw" => Ok(Ok(Command::Withdraw { reason })),
        "restore" => Ok(Ok(Command::Restore)),
        _ => Err(Problem::Malformed),
    }
}

fn record(words: Words, fields: &Fields) -> Result<Command, Trouble> {
    let Some(status) = TargetStatus::from_code(fields.get("status")) else {
        return Err(field_trouble(words, "status", "status", "trouble-status"));
    };
    let Some(on) = fields.date("on") else {
        return Err(field_trouble(words, "status", "on", "trouble-day"));
    };
    Ok(Command::RecordStatus { status, on, source: fields.get("source").to_owned() })
}

fn is_now(words: Words, what: &str, target: &Target) -> Vec<(&'static str, String)> {
    let last = target.statuses.last();
    match what {
        "status" => vec![
            ("status", last.map(|record| words.label("status", record.status.code())).unwrap_or_default()),
            ("on", last.map(|record| words.date(record.on)).unwrap_or_default()),
            ("source", last.map(|record| record.source.clone()).unwrap_or_default()),
        ],
        "withdraw" => vec![("reason", String::new())],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use haidang_domain::Language;

    #[test]
    fn values_are_put_into_words() {
        let words = Words::new(Language::Vi);
        for (comparator, numbers, unit, shown) in [
            (Some(">="), vec![13.5], Some("%"), "tối thiểu 13,5%"),
            (Some("<="), vec![0.8], None, "tối đa 0,8"),
            (Some("range"), vec![42.0, 45.0], Some("triệu tấn"), "từ 42 đến 45 triệu tấn"),
            (Some("="), vec![100.0], None, "100"),
            (None, vec![], Some("%"), "chưa có giá trị"),
        ] {
            let definition = Definition {
                comparator: comparator.map(str::to_owned),
                value: numbers,
                unit: unit.map(str::to_owned),
                ..Definition::default()
            };
            assert_eq!(value(words, &definition), shown);
        }
    }
}
