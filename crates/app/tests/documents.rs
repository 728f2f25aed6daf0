//! From a document to commitments: upload, review, and back; the same document twice; classified
//! documents; the locality taken in twice.

// Tests say what they expect in the shortest way.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use haidang_app::{App, AppError, Change, Correction, ReviewDecision, Session, Upload, Uploaded};
use haidang_domain::instrument::{Category, Details, FindingState, Verdict};
use haidang_domain::{Commitment, FindingId, Language, Refusal, organisation};
use haidang_store::TaskFilter;
use haidang_testkit::app::{command, in_memory, review, upload};

const DIRECTIVE: &str = include_str!("../../../examples/chi-thi-05.vi.txt");

async fn app() -> (App, Session) {
    in_memory().await.unwrap()
}

/// The findings of a category that nobody has decided on.
async fn pending(app: &App, uploaded: Uploaded, category: Category) -> Vec<FindingId> {
    let state = app.instrument(uploaded.instrument, app.as_at(None)).await.unwrap();
    let open = state
        .findings
        .iter()
        .filter(|f| f.verdict == Verdict::Pending && f.finding.content.category() == category);
    open.map(|f| f.finding.id).collect()
}

async fn tasks(app: &App) -> u64 {
    app.store().tasks(&TaskFilter::default(), app.as_at(None)).await.unwrap().total
}

#[tokio::test]
async fn what_is_accepted_becomes_a_task_and_what_is_undone_none() {
    let (app, clerk) = app().await;
    let uploaded = upload(&app, &clerk, "chi-thi-05.vi.txt", DIRECTIVE).await.unwrap();
    let found = pending(&app, uploaded, Category::Task).await;
    review(&app, &clerk, uploaded, ReviewDecision::Accept(found[0])).await.unwrap();
    assert_eq!(tasks(&app).await, 1);
    let again = review(&app, &clerk, uploaded, ReviewDecision::Accept(found[0])).await;
    assert!(matches!(again, Err(AppError::Refused(Refusal::FindingDecided))));
    review(&app, &clerk, uploaded, ReviewDecision::Undo(found[0])).await.unwrap();
    assert_eq!(tasks(&app).await, 0);
    assert_eq!(pending(&app, uploaded, Category::Task).await, found);
}

#[tokio::test]
async fn findings_are_split_and_merged_and_put_back() {
    let (app, clerk) = app().await;
    let uploaded = upload(&app, &clerk, "chi-thi-05.vi.txt", DIRECTIVE).await.unwrap();
    let found = pending(&app, uploaded, Category::Task).await;
    let state = app.instrument(uploaded.instrument, app.as_at(None)).await.unwrap();
    let first = state.finding(found[0]).unwrap().finding.clone();
    let middle = usize::midpoint(first.start, first.end);
    review(&app, &clerk, uploaded, ReviewDecision::Split { finding: found[0], at: vec![middle] })
        .await
        .unwrap();
    let parts = pending(&app, uploaded, Category::Task).await;
    assert_eq!(parts.len(), found.len() + 1);
    let made: Vec<FindingId> = parts.iter().copied().filter(|id| !found.contains(id)).collect();
    review(&app, &clerk, uploaded, ReviewDecision::Merge(made)).await.unwrap();
    let merged = pending(&app, uploaded, Category::Task).await;
    assert_eq!(merged.len(), found.len());
    let one = merged.iter().copied().find(|id| !found.contains(id)).unwrap();
    review(&app, &clerk, uploaded, ReviewDecision::Undo(one)).await.unwrap();
    assert_eq!(pending(&app, uploaded, Category::Task).await.len(), found.len() + 1);
}

#[tokio::test]
async fn many_are_accepted_at_once_and_a_double_click_does_nothing_again() {
    let (app, clerk) = app().await;
    let uploaded = upload(&app, &clerk, "chi-thi-05.vi.txt", DIRECTIVE).await.unwrap();
    let decision = ReviewDecision::AcceptAbove { version: uploaded.version.unwrap(), confidence: 0.0 };
    let press = command(&app);
    for _ in 0..2 {
        app.review(&clerk, uploaded.instrument, None, decision.clone(), press).await.unwrap();
    }
    assert!(tasks(&app).await > 10);
    let rebuilt = app.store().rebuild().await.unwrap();
    assert!(rebuilt.is_clean(), "{rebuilt:?}");
}

#[tokio::test]
async fn the_same_document_is_recognised_and_a_version_finds_its_instrument() {
    let (app, clerk) = app().await;
    let first = upload(&app, &clerk, "chi-thi-05.vi.txt", DIRECTIVE).await.unwrap();
    let again = upload(&app, &clerk, "copy.txt", DIRECTIVE).await.unwrap();
    assert!(again.repeated && again.instrument == first.instrument);
    let english = include_str!("../../../examples/directive-05.en.txt");
    let version = upload(&app, &clerk, "directive-05.en.txt", english).await.unwrap();
    assert!(!version.repeated);
    assert_eq!(version.instrument, first.instrument);
    assert_eq!(app.instrument(first.instrument, app.as_at(None)).await.unwrap().versions.len(), 2);
}

#[tokio::test]
async fn what_must_not_come_in_leaves_no_trace() {
    let (app, clerk) = app().await;
    let before = app.store().verify().await.unwrap().head;
    let secret =
        upload(&app, &clerk, "a.txt", "BỘ CÔNG AN\nTỐI MẬT\nSố: 12/KH-BCA\nGiao Sở Tài chính rà soát.").await;
    assert!(matches!(secret, Err(AppError::Refused(Refusal::Classified))));
    assert!(matches!(upload(&app, &clerk, "a.txt", "").await, Err(AppError::Reading(_))));
    assert_eq!(app.store().verify().await.unwrap().head, before);
}

#[tokio::test]
async fn a_locality_taken_in_twice_changes_nothing() {
    let (app, _) = app().await;
    let head = app.store().verify().await.unwrap().head;
    assert!(app.load_locality().await.unwrap().unchanged);
    // Even when the fingerprint was forgotten.
    app.store().put_setting("locality-fingerprint", "").await.unwrap();
    assert_eq!(app.load_locality().await.unwrap().changed, 0);
    assert_eq!(app.store().verify().await.unwrap().head, head);
}

#[tokio::test]
async fn names_are_understood_on_the_day_of_the_document() {
    let (app, clerk) = app().await;
    let text = |day: &str| {
        format!(
            "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI PHÒNG\nSố: 7/KH-UBND\nHải Phòng, ngày {day}\n\nKẾ HOẠCH\n\
             Kiểm tra bến bãi\n\n1. Giao Sở KH&ĐT rà soát các bến bãi, báo cáo Ủy ban nhân dân thành phố.\n"
        )
    };
    for (day, known) in [("05 tháng 3 năm 2021", true), ("05 tháng 2 năm 2026", false)] {
        let uploaded = upload(&app, &clerk, "kh-7.txt", &text(day)).await.unwrap();
        let found = pending(&app, uploaded, Category::Task).await;
        review(&app, &clerk, uploaded, ReviewDecision::Accept(found[0])).await.unwrap();
        let filter = TaskFilter { instrument: Some(uploaded.instrument), ..TaskFilter::default() };
        let rows = app.store().tasks(&filter, app.as_at(None)).await.unwrap().rows;
        assert_eq!(rows[0].lead[0].organisation.is_some(), known, "{day}: {:?}", rows[0].lead);
    }
}

#[tokio::test]
async fn a_body_is_put_on_record_once_and_taken_off_again() {
    let (app, clerk) = app().await;
    let press = command(&app);
    let found = |name: &'static str, command| {
        let (app, clerk) = (app.clone(), clerk.clone());
        async move { app.found_organisation(&clerk, name, Language::Vi, "Thông báo 31/TB-VP", command).await }
    };
    let id = found("Ban Quản lý bến Sao Mai", press).await.unwrap();
    assert_eq!(found("Ban Quản lý bến Sao Mai", press).await.unwrap(), id, "pressed twice");
    let again = found("Ban Quản lý  bến Sao Mai", command(&app)).await;
    assert!(matches!(again, Err(AppError::Refused(Refusal::Exists))));
    assert!(matches!(found(" ", command(&app)).await, Err(AppError::Refused(Refusal::Empty { .. }))));
    assert_eq!(app.directory(None).await.unwrap().find("BQL bến Sao Mai"), Some(id));
    let withdraw = Change {
        command: command(&app),
        expected_version: None,
        authority: None,
        effective_on: None,
        what: organisation::Command::Withdraw { reason: "nhầm".to_owned() },
    };
    app.change_organisation(&clerk, id, withdraw).await.unwrap();
    assert_eq!(app.directory(None).await.unwrap().find("Ban Quản lý bến Sao Mai"), None);
    assert!(app.store().rebuild().await.unwrap().is_clean());
}

#[tokio::test]
async fn some_are_accepted_and_those_decided_meanwhile_stay() {
    let (app, clerk) = app().await;
    let uploaded = upload(&app, &clerk, "chi-thi-05.vi.txt", DIRECTIVE).await.unwrap();
    let found = pending(&app, uploaded, Category::Task).await;
    review(&app, &clerk, uploaded, ReviewDecision::Reject(found[1])).await.unwrap();
    let some = found[..3].to_vec();
    review(&app, &clerk, uploaded, ReviewDecision::AcceptAll(some.clone())).await.unwrap();
    assert_eq!(tasks(&app).await, 2);
    let again = review(&app, &clerk, uploaded, ReviewDecision::AcceptAll(some)).await;
    assert!(matches!(again, Err(AppError::Refused(Refusal::NoChange))));
}

/// A document that gives one task to a body of the locality.
fn plan(number: u8, task: &str) -> String {
    format!(
        "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI PHÒNG\nSố: {number}/KH-UBND\nHải Phòng, ngày 05 tháng 01 năm 2026\n\n\
         KẾ HOẠCH\nKiểm tra bến bãi lần {number}\n\n1. Giao Sở Xây dựng {task}\n"
    )
}

#[tokio::test]
async fn a_task_that_is_said_again_is_one_task_with_two_wordings() {
    let (app, clerk) = app().await;
    let first = plan(7, "rà soát toàn bộ các bến bãi ven sông, báo cáo trước ngày 30/6/2026.");
    let first = upload(&app, &clerk, "kh-7.txt", &first).await.unwrap();
    let found = pending(&app, first, Category::Task).await;
    review(&app, &clerk, first, ReviewDecision::Accept(found[0])).await.unwrap();

    let again = plan(9, "tiếp tục rà soát toàn bộ các bến bãi ven sông, báo cáo trước ngày 30/6/2026.");
    let again = upload(&app, &clerk, "kh-9.txt", &again).await.unwrap();
    assert_ne!(again.instrument, first.instrument);
    let state = app.instrument(again.instrument, app.as_at(None)).await.unwrap();
    let directory = app.directory(None).await.unwrap();
    let findings: Vec<_> = state.findings.iter().collect();
    let likely = app.likely(again.instrument, &findings, &directory).await.unwrap();
    let repeated = pending(&app, again, Category::Task).await[0];
    let known = &likely[&repeated][0];
    assert!(known.likeness > 0.6 && known.instrument == Some(first.instrument), "{known:?}");

    review(&app, &clerk, again, ReviewDecision::SameAs(repeated, known.commitment)).await.unwrap();
    assert_eq!(tasks(&app).await, 1);
    let Commitment::Task(task) = known.commitment else { panic!("{known:?}") };
    let wordings = |state: haidang_domain::task::State| state.wordings.len();
    assert_eq!(wordings(app.task(task, app.as_at(None)).await.unwrap()), 1);
    assert!(app.store().rebuild().await.unwrap().is_clean());

    review(&app, &clerk, again, ReviewDecision::Undo(repeated)).await.unwrap();
    assert_eq!(wordings(app.task(task, app.as_at(None)).await.unwrap()), 0);
    assert_eq!(tasks(&app).await, 1, "the first wording still makes it");

    // What is no task cannot be the same as one, and what was withdrawn takes no words.
    let citation = pending(&app, again, Category::Citation).await;
    for finding in citation {
        let refused = review(&app, &clerk, again, ReviewDecision::SameAs(finding, known.commitment)).await;
        assert!(matches!(refused, Err(AppError::Refused(Refusal::DifferentKinds))));
    }
    review(&app, &clerk, first, ReviewDecision::Undo(found[0])).await.unwrap();
    let refused = review(&app, &clerk, again, ReviewDecision::SameAs(repeated, known.commitment)).await;
    assert!(matches!(refused, Err(AppError::Refused(Refusal::Closed))), "{refused:?}");
}

#[tokio::test]
async fn a_text_whose_language_is_corrected_is_read_again_in_it() {
    let (app, clerk) = app().await;
    // Handed in as English by mistake.
    let bytes = DIRECTIVE.as_bytes().to_vec();
    let press = command(&app);
    let language = Some(Language::En);
    let upload = Upload { file_name: "chi-thi-05.vi.txt".into(), bytes, language, command: press };
    let uploaded = app.upload(&clerk, upload).await.unwrap();
    let (instrument, version) = (uploaded.instrument, uploaded.version.unwrap());
    let state = app.instrument(instrument, app.as_at(None)).await.unwrap();
    let first = state.findings[0].finding.clone();
    review(&app, &clerk, uploaded, ReviewDecision::Accept(first.id)).await.unwrap();
    assert!(pending(&app, uploaded, Category::Task).await.is_empty(), "no English task in a Vietnamese text");

    let correct = |details: &Details, language, command| {
        let (app, clerk, details) = (app.clone(), clerk.clone(), details.clone());
        let what = Correction { details, language: Some((version, language)) };
        let change = Change { command, expected_version: None, authority: None, effective_on: None, what };
        async move { app.correct_instrument(&clerk, instrument, change).await }
    };
    let press = command(&app);
    let corrected = correct(&state.details, Language::Vi, press).await.unwrap();
    let read = corrected.state.version_of(version).unwrap();
    assert_eq!(read.language, Language::Vi);
    assert_eq!(read.stated.symbol.as_deref(), Some("05/CT-UBND"));
    let filed_under: Vec<Language> = corrected.state.details.titles.iter().map(|(of, _)| *of).collect();
    assert_eq!(filed_under, [Language::Vi], "the title goes over with its text");
    assert!(pending(&app, uploaded, Category::Task).await.len() > 10);
    let kept = corrected.state.finding(first.id).unwrap();
    assert!(matches!(kept.verdict, Verdict::Accepted(_)));
    let again = |found: &&FindingState| found.verdict.counts() && found.finding.start == first.start;
    assert_eq!(
        corrected.state.findings.iter().filter(again).count(),
        1,
        "what was accepted is not found again"
    );
    let counting = corrected.state.findings.iter().filter(|found| found.verdict.counts()).count();
    assert_eq!(corrected.found_again, Some(counting - 1));

    // Pressed twice, it is done once; said again, nothing changes.
    let details = &corrected.state.details;
    assert_eq!(correct(details, Language::Vi, press).await.unwrap().found_again, None);
    let same = correct(details, Language::Vi, command(&app)).await;
    assert!(matches!(same, Err(AppError::Refused(Refusal::NoChange))));
    assert!(app.store().rebuild().await.unwrap().is_clean());
}
