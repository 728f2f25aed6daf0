//! The clerk's path: a document comes in, is reviewed by keyboard, becomes tasks; one is assigned,
//! reported on and completed; and yesterday's page still says what was so yesterday.

use crate::harness::{Server, Visitor};
use haidang_testkit::shared::shared;
use jiff::SignedDuration;

#[tokio::test(flavor = "multi_thread")]
async fn from_a_document_to_a_completed_task_and_back_to_yesterday() {
    let Some(document) = shared("documents/vi/221-cd-ttg.txt") else { return };
    let server = Server::start().await;
    let Some(clerk) = Visitor::new(&server).await else { return };

    // The document comes in.
    clerk.open("/instruments/upload").await;
    clerk.choose("input[type=file]", &[&document]).await;
    clerk.act("document.querySelector('main form').submit()").await;
    if !clerk.ask::<String>("location.pathname").await.ends_with("/review") {
        let review: String = clerk.ask("[...document.querySelectorAll('main a')].map(a => a.getAttribute('href')).find(h => h.endsWith('/review'))").await;
        clerk.open(&review).await;
    }
    let found: usize = clerk.ask("document.querySelectorAll('article.card').length").await;
    assert!(found >= 25, "only {found} findings");

    // Two findings by keyboard: one accepted, one rejected and taken back.
    let review: String = clerk.ask("location.pathname").await;
    let pending = |count: usize| {
        format!("document.querySelectorAll('article[data-verdict=pending]').length === {count}")
    };
    clerk.press("j").await;
    clerk.press("a").await;
    clerk.until(&pending(found - 1)).await;
    clerk.press("x").await;
    clerk.until(&pending(found - 2)).await;
    clerk.press("u").await;
    clerk.until("document.querySelectorAll('article[data-verdict=rejected]').length === 0").await;

    // The rest in bulk, without scripts' help.
    accept_above(&clerk, &review, 70).await;
    let accepted: usize =
        clerk.ask("document.querySelectorAll('article[data-verdict=accepted]').length").await;
    assert!(accepted > 20, "only {accepted} accepted");

    // A task is assigned, given a deadline and reported on.
    clerk.open("/tasks").await;
    let task: String = clerk.ask("[...document.querySelectorAll('main a')].map(a => a.getAttribute('href')).find(h => /^\\/tasks\\/[0-9a-f-]{36}$/.test(h))").await;
    clerk.open(&task).await;
    clerk.act("document.querySelector('#assign-lead').value = 'Sở Tài chính'; document.querySelector('#form-assign form').requestSubmit()").await;
    assert!(clerk.words().await.contains("Sở Tài chính"));
    clerk.act("document.querySelector('#deadline-deadline').value = '2026-03-31'; document.querySelector('#form-deadline form').requestSubmit()").await;
    assert!(clerk.words().await.contains("31/03/2026"), "{}", clerk.words().await);
    clerk.act("document.querySelector('#form-report input[value=on_path]').checked = true; document.querySelector('#report-percent').value = '40'; document.querySelector('#report-text').value = 'Đã lập danh mục'; document.querySelector('#form-report form').requestSubmit()").await;
    assert!(clerk.words().await.contains("Đã lập danh mục"));

    // The next day it is done.
    server.clock.advance(SignedDuration::from_hours(24));
    clerk.open(&task).await;
    clerk.act("document.querySelector('#complete-note').value = 'Báo cáo số 12'; document.querySelector('#form-complete form').requestSubmit()").await;
    assert!(clerk.words().await.contains("Hoàn thành đúng hạn"), "{}", clerk.words().await);

    // Yesterday it was not.
    clerk.act("document.querySelector('#as-at-day').value = '2026-03-02'; document.querySelector('form.as-at').requestSubmit()").await;
    let yesterday = clerk.words().await;
    assert!(yesterday.contains("trong hạn") && !yesterday.contains("Báo cáo số 12"), "{yesterday}");
    let banner: String = clerk.ask("document.querySelector('.banner-past').innerText").await;
    assert!(banner.contains("02/03/2026"), "{banner}");

    // The journal is whole, and the tables are what it says.
    assert_eq!(server.app.store().verify().await.unwrap().problems, Vec::<String>::new());
    assert!(server.app.store().rebuild().await.unwrap().is_clean());
    clerk.close().await;
}

/// Looks at what would be accepted from so many per cent, and accepts it with what is doubtful.
async fn accept_above(clerk: &Visitor, review: &str, percent: u8) {
    clerk.open(&format!("{review}?above={percent}")).await;
    let all = "(document.querySelector('#review-bulk input[name=without_doubts]') ?? {}).checked = false";
    clerk.act(&format!("{all}; document.querySelector('button[value=accept_above]').click()")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stale_form_shows_both_versions_and_loses_nothing() {
    let server = Server::start().await;
    let Some(clerk) = Visitor::new(&server).await else { return };
    clerk.open("/instruments/upload").await;
    let directive = include_str!("../../../../examples/chi-thi-05.vi.txt");
    let paste = format!(
        "document.querySelector('#text').value = {}; document.querySelector('main form').submit()",
        serde_json::to_string(directive).unwrap()
    );
    clerk.act(&paste).await;
    if !clerk.ask::<String>("location.pathname").await.ends_with("/review") {
        let review: String = clerk.ask("[...document.querySelectorAll('main a')].map(a => a.getAttribute('href')).find(h => h.endsWith('/review'))").await;
        clerk.open(&review).await;
    }
    let review: String = clerk.ask("location.pathname").await;
    accept_above(&clerk, &review, 50).await;
    clerk.open("/tasks").await;
    let task: String = clerk.ask("[...document.querySelectorAll('main a')].map(a => a.getAttribute('href')).find(h => /^\\/tasks\\/[0-9a-f-]{36}$/.test(h))").await;
    clerk.open(&task).await;

    // Somebody else reports while the form is open.
    let other = Visitor::new(&server).await.unwrap();
    other.open(&task).await;
    other.act("document.querySelector('#form-report input[value=on_path]').checked = true; document.querySelector('#report-text').value = 'Báo cáo của người khác'; document.querySelector('#form-report form').requestSubmit()").await;
    clerk.act("document.querySelector('#form-report input[value=on_path]').checked = true; document.querySelector('#report-text').value = 'Báo cáo của tôi'; document.querySelector('#form-report form').requestSubmit()").await;
    let shown: String = clerk.ask("document.documentElement.outerHTML").await;
    assert!(
        shown.contains("Báo cáo của người khác") && shown.contains("Báo cáo của tôi"),
        "{}",
        clerk.words().await
    );

    // What was typed can still be sent, on top of the new version.
    clerk.act("[...document.querySelectorAll('main form')].pop().requestSubmit()").await;
    clerk.open(&task).await;
    assert!(clerk.words().await.contains("Báo cáo của tôi"), "{}", clerk.words().await);
    other.close().await;
    clerk.close().await;
}
