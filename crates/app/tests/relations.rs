//! Instruments and each other: citations become relations and back, two sources that disagree, what
//! is a version of what, several wordings of one commitment, and coverage.

// Tests say what they expect in the shortest way.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use haidang_app::{App, AppError, ReviewDecision, Session, Uploaded};
use haidang_domain::instrument::{Category, Command, FindingState, Relation, State, Verdict};
use haidang_domain::{Commitment, FindingId, InstrumentId, Language, Refusal};
use haidang_store::{InstrumentFilter, InstrumentRow, TaskFilter};
use haidang_testkit::app::{command, in_memory, review, upload};

const VI: &str = include_str!("../../../examples/chi-thi-05.vi.txt");
const EN: &str = include_str!("../../../examples/directive-05.en.txt");

async fn app() -> (App, Session) {
    in_memory().await.unwrap()
}

/// A plan of a city that does not exist, with these lines of citations.
fn plan(number: u32, city: &str, lines: &str) -> String {
    format!(
        "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ {city}\nSố: {number}/KH-UBND\n{city}, ngày 20 tháng 02 năm 2026\n\nKẾ HOẠCH\n\
         Nâng cấp hệ thống đê biển\n\n{lines}\n\nI. NHIỆM VỤ\n\n1. Sở Xây dựng hoàn thành kè biển trước ngày \
         30/9/2026.\n"
    )
}

async fn state(app: &App, id: InstrumentId) -> State {
    app.instrument(id, app.as_at(None)).await.unwrap()
}

async fn findings(app: &App, uploaded: Uploaded, category: Category) -> Vec<FindingState> {
    let state = state(app, uploaded.instrument).await;
    let here = |found: &&FindingState| {
        Some(found.version) == uploaded.version && found.finding.content.category() == category
    };
    state.findings.iter().filter(here).cloned().collect()
}

async fn accept_citations(app: &App, by: &Session, uploaded: Uploaded) -> Vec<FindingId> {
    let mut ids = Vec::new();
    for found in findings(app, uploaded, Category::Citation).await {
        review(app, by, uploaded, ReviewDecision::Accept(found.finding.id)).await.unwrap();
        ids.push(found.finding.id);
    }
    ids
}

async fn known(app: &App, symbol: &str) -> Vec<InstrumentRow> {
    app.store().instruments_by_symbol(&[symbol]).await.unwrap()
}

#[tokio::test]
async fn a_confirmed_citation_puts_an_instrument_on_record_and_undo_takes_it_off() {
    let (app, clerk) = app().await;
    let lines = "Căn cứ Quyết định số 999/QĐ-TTg ngày 03/02/2025 của Thủ tướng Chính phủ về đê biển;";
    let uploaded = upload(&app, &clerk, "ke-hoach.txt", &plan(31, "HẢI ĐĂNG", lines)).await.unwrap();
    assert!(known(&app, "999/QĐ-TTg").await.is_empty(), "nothing happens before a person confirms");
    let citations = accept_citations(&app, &clerk, uploaded).await;
    let stub = &known(&app, "999/QĐ-TTg").await[0];
    assert_eq!((stub.versions, stub.issued_on.map(|on| on.to_string())), (0, Some("2025-02-03".to_owned())));
    let related = state(&app, uploaded.instrument).await;
    let related = related.standing_relations().next().unwrap().clone();
    assert_eq!((related.to, related.finding), (stub.id, Some(citations[0])));
    assert_eq!(related.relation, Relation::BasedOn, "{}", related.source);
    let back = app.store().backlinks(stub.id, app.as_at(None)).await.unwrap();
    assert_eq!((back.len(), back[0].from), (1, uploaded.instrument));

    review(&app, &clerk, uploaded, ReviewDecision::Undo(citations[0])).await.unwrap();
    assert!(app.store().backlinks(stub.id, app.as_at(None)).await.unwrap().is_empty());
    assert!(known(&app, "999/QĐ-TTg").await[0].withdrawn);
    review(&app, &clerk, uploaded, ReviewDecision::Accept(citations[0])).await.unwrap();
    let again = known(&app, "999/QĐ-TTg").await;
    assert_eq!((again.len(), again[0].withdrawn), (1, false), "it is the same one again");
    assert!(app.store().rebuild().await.unwrap().is_clean());
}

#[tokio::test]
async fn a_fuller_citation_fills_and_two_dates_are_both_shown() {
    let (app, clerk) = app().await;
    let short = "Thực hiện Quyết định số 998/QĐ-TTg.";
    let full = "Căn cứ Quyết định số 998/QĐ-TTg ngày 03/02/2025 của Thủ tướng Chính phủ;";
    let other = "Căn cứ Quyết định số 998/QĐ-TTg ngày 13/02/2025 của Thủ tướng Chính phủ;";
    for (number, line) in [(41, short), (42, full)] {
        let uploaded = upload(&app, &clerk, "a.txt", &plan(number, "HẢI ĐĂNG", line)).await.unwrap();
        accept_citations(&app, &clerk, uploaded).await;
    }
    let stub = known(&app, "998/QĐ-TTg").await;
    assert_eq!((stub.len(), stub[0].issued_on.map(|on| on.to_string())), (1, Some("2025-02-03".to_owned())));
    assert!(app.conflicts(app.as_at(None)).await.unwrap().is_empty());
    let third = upload(&app, &clerk, "b.txt", &plan(43, "HẢI ĐĂNG", other)).await.unwrap();
    let cited = findings(&app, third, Category::Citation).await;
    let directory = app.directory(None).await.unwrap();
    let otherwise = app.cited_otherwise(&cited.iter().collect::<Vec<_>>(), &directory).await.unwrap();
    let days: Vec<String> = otherwise.values().flatten().map(ToString::to_string).collect();
    assert_eq!(days, ["2025-02-03"], "on record otherwise, before anything is confirmed");
    let citations = accept_citations(&app, &clerk, third).await;
    let stub = known(&app, "998/QĐ-TTg").await;
    assert_eq!((stub.len(), stub[0].issued_on.map(|on| on.to_string())), (1, Some("2025-02-03".to_owned())));
    assert_eq!(app.conflicts(app.as_at(None)).await.unwrap(), [stub[0].id]);
    let conflict = app.conflict(stub[0].id, app.as_at(None)).await.unwrap();
    let dates: Vec<String> = conflict.dates.iter().map(|(on, _)| on.to_string()).collect();
    assert_eq!(dates, ["2025-02-03", "2025-02-13"]);
    review(&app, &clerk, third, ReviewDecision::Undo(citations[0])).await.unwrap();
    assert!(app.conflicts(app.as_at(None)).await.unwrap().is_empty());
}

#[tokio::test]
async fn one_number_of_two_cities_or_two_years_stays_two() {
    let (app, clerk) = app().await;
    let one = upload(&app, &clerk, "a.txt", &plan(77, "HẢI ĐĂNG", "")).await.unwrap();
    let two = upload(&app, &clerk, "b.txt", &plan(77, "MŨI ÉN", "")).await.unwrap();
    let later = plan(77, "HẢI ĐĂNG", "").replace("năm 2026", "năm 2027");
    let three = upload(&app, &clerk, "c.txt", &later).await.unwrap();
    let again = plan(77, "HẢI ĐĂNG", "").replace("trước ngày", "chậm nhất ngày");
    let four = upload(&app, &clerk, "d.txt", &again).await.unwrap();
    assert_ne!(one.instrument, two.instrument);
    assert_ne!(one.instrument, three.instrument);
    assert_eq!(one.instrument, four.instrument);
}

#[tokio::test]
async fn the_first_text_of_a_cited_instrument_comes_to_it() {
    let (app, clerk) = app().await;
    let line = "Thực hiện Kế hoạch số 55/KH-UBND ngày 20/02/2026 của Ủy ban nhân dân thành phố Hải Đăng;";
    let uploaded = upload(&app, &clerk, "a.txt", &plan(31, "HẢI ĐĂNG", line)).await.unwrap();
    accept_citations(&app, &clerk, uploaded).await;
    let stub = known(&app, "55/KH-UBND").await[0].id;
    let text = upload(&app, &clerk, "b.txt", &plan(55, "HẢI ĐĂNG", "")).await.unwrap();
    assert_eq!(text.instrument, stub);
    let state = state(&app, stub).await;
    assert_eq!((state.versions.len(), state.details.titles.len()), (1, 1), "the text says what it is about");
}

#[tokio::test]
async fn the_same_words_of_two_versions_become_one_commitment() {
    let (app, clerk) = app().await;
    let vi = upload(&app, &clerk, "chi-thi.txt", VI).await.unwrap();
    let en = upload(&app, &clerk, "directive.txt", EN).await.unwrap();
    assert_eq!(vi.instrument, en.instrument, "one instrument in two languages");
    let tasks = || async { app.store().tasks(&TaskFilter::default(), app.as_at(None)).await.unwrap().total };
    let first = findings(&app, vi, Category::Task).await[0].finding.id;
    review(&app, &clerk, vi, ReviewDecision::Accept(first)).await.unwrap();
    assert_eq!(tasks().await, 1);
    let same = findings(&app, en, Category::Task).await[0].finding.id;
    review(&app, &clerk, en, ReviewDecision::Accept(same)).await.unwrap();
    assert_eq!(tasks().await, 1, "one task with two wordings");
    let accepted = state(&app, en.instrument).await.finding(same).unwrap().verdict;
    let Verdict::Accepted(Some(Commitment::Task(id))) = accepted else { panic!("{accepted:?}") };
    let task = app.task(id, app.as_at(None)).await.unwrap();
    assert_eq!(task.origin.map(|origin| origin.finding), Some(first));
    assert_eq!(task.wordings.iter().map(|origin| origin.finding).collect::<Vec<_>>(), [same]);

    review(&app, &clerk, vi, ReviewDecision::Undo(first)).await.unwrap();
    let task = app.task(id, app.as_at(None)).await.unwrap();
    assert_eq!((task.origin.map(|origin| origin.finding), task.withdrawn), (Some(same), false));
    review(&app, &clerk, en, ReviewDecision::Undo(same)).await.unwrap();
    assert_eq!(tasks().await, 0);
    assert!(app.store().rebuild().await.unwrap().is_clean());
}

#[tokio::test]
async fn all_findings_of_a_second_version_at_once_make_few_new_commitments() {
    let (app, clerk) = app().await;
    let vi = upload(&app, &clerk, "chi-thi.txt", VI).await.unwrap();
    let en = upload(&app, &clerk, "directive.txt", EN).await.unwrap();
    let all = |uploaded: Uploaded| ReviewDecision::AcceptAbove {
        version: uploaded.version.unwrap(),
        confidence: 0.0,
    };
    review(&app, &clerk, vi, all(vi)).await.unwrap();
    let tasks = || async { app.store().tasks(&TaskFilter::default(), app.as_at(None)).await.unwrap().total };
    let before = tasks().await;
    review(&app, &clerk, en, all(en)).await.unwrap();
    assert!(tasks().await <= before + 2, "{before} tasks became {}", tasks().await);
}

#[tokio::test]
async fn a_record_is_joined_by_a_person_refused_and_parted() {
    let (app, clerk) = app().await;
    let one = upload(&app, &clerk, "a.txt", &plan(61, "HẢI ĐĂNG", "")).await.unwrap().instrument;
    let two = upload(&app, &clerk, "b.txt", &plan(62, "HẢI ĐĂNG", "")).await.unwrap().instrument;
    let three = upload(&app, &clerk, "c.txt", &plan(63, "HẢI ĐĂNG", "")).await.unwrap().instrument;
    app.join_version(&clerk, two, one, None, command(&app)).await.unwrap();
    let work = app.work(two, app.as_at(None)).await.unwrap();
    assert_eq!((work.id, work.versions().count()), (one, 2));
    let circle = app.join_version(&clerk, one, two, None, command(&app)).await;
    assert!(matches!(circle, Err(AppError::Refused(Refusal::Itself))));
    app.join_version(&clerk, one, three, None, command(&app)).await.unwrap();
    let work = app.work(two, app.as_at(None)).await.unwrap();
    assert_eq!((work.id, work.versions().count()), (three, 3), "versions come along");
    let part = Command::Part { reason: "Hai kế hoạch khác nhau".into() };
    let change = haidang_app::Change {
        command: command(&app),
        expected_version: None,
        authority: None,
        effective_on: None,
        what: part,
    };
    app.change_instrument(&clerk, two, change).await.unwrap();
    assert_eq!(app.work(two, app.as_at(None)).await.unwrap().id, two);
    let filter = InstrumentFilter { version_of: Some(three), ..InstrumentFilter::default() };
    assert_eq!(app.store().instruments(&filter, app.as_at(None)).await.unwrap().total, 1);
    assert!(app.store().rebuild().await.unwrap().is_clean());
}

#[tokio::test]
async fn coverage_is_proposed_and_judged() {
    let (app, clerk) = app().await;
    let higher = upload(&app, &clerk, "chi-thi.txt", VI).await.unwrap().instrument;
    let lower = "1. Sở Xây dựng chủ trì khởi công cầu Sóng Ngân trong quý II/2026.\n\
                 2. Sở Tài chính giao hết kế hoạch vốn đầu tư công năm 2026 trước ngày 31/3/2026.\n";
    let lower = upload(
        &app,
        &clerk,
        "ke-hoach.txt",
        &plan(64, "HẢI ĐĂNG", "").replace("1. Sở Xây dựng hoàn thành kè biển trước ngày 30/9/2026.\n", lower),
    )
    .await
    .unwrap()
    .instrument;
    let matrix = || async { app.coverage(higher, lower, Language::Vi, app.as_at(None)).await.unwrap() };
    let found = matrix().await;
    let covered = found.rows.iter().find(|row| !row.answers.is_empty()).unwrap();
    assert!(found.rows.iter().any(haidang_app::CoverageRow::is_open), "not everything is answered");
    let pair = (covered.clause.finding.id, covered.answers[0].found.finding.id);
    let judge = |answers| app.judge_coverage(&clerk, (higher, lower), pair, answers, command(&app));
    judge(Some(true)).await.unwrap();
    let judged = |found: &haidang_app::Coverage| {
        found
            .rows
            .iter()
            .find(|row| row.clause.finding.id == pair.0)
            .unwrap()
            .answers
            .iter()
            .find(|a| a.found.finding.id == pair.1)
            .unwrap()
            .judged
    };
    assert_eq!(judged(&matrix().await), Some(true));
    judge(Some(false)).await.unwrap();
    assert_eq!(judged(&matrix().await), Some(false));
    judge(None).await.unwrap();
    assert_eq!(judged(&matrix().await), None);
    assert!(matches!(judge(None).await, Err(AppError::Refused(Refusal::NoChange))));
}
