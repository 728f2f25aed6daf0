//! A person corrects what is on record of an instrument: what was read stays beside it, the history says
//! what changed, and the correction is taken back. A text in another language is read again.

use crate::harness::{Server, Visitor};
use crate::pages::inspect;
use haidang_app::Upload;
use haidang_domain::{CommandId, Language};

const PLAN: &str = "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI PHÒNG\nSố: 71/KH-UBND\nHải Phòng, ngày 12 tháng 02 năm 2026\n\n\
    KẾ HOẠCH\nChuyển đổi số năm 2026\n\n1. Sở Xây dựng rà soát quy hoạch trước ngày 30/6/2026.\n";

#[tokio::test(flavor = "multi_thread")]
async fn details_are_corrected_and_put_back() {
    let server = Server::start().await;
    let Some(clerk) = Visitor::new(&server).await else { return };
    let by = server.app.demo_session().await.unwrap();
    let command = CommandId(server.app.new_id());
    let bytes = PLAN.as_bytes().to_vec();
    let upload = Upload { file_name: "kh-71.txt".into(), bytes, language: None, command };
    let id = server.app.upload(&by, upload).await.unwrap().instrument;
    let path = format!("/instruments/{id}");
    clerk.open("/language?to=en&next=/").await;
    inspect(&clerk, &path).await;

    let fill = "document.querySelector('#form-correct').open = true; \
        document.querySelector('#correct-symbol').value = '17/KH-UBND'; \
        document.querySelector('#correct-issued_on').value = '2026-02-21'; \
        document.querySelector('#correct-title-en').value = 'Digital transformation in 2026'; \
        document.querySelector('#correct-language').value = 'fr'; \
        document.querySelector('#form-correct form').requestSubmit()";
    clerk.act(fill).await;
    let facts: String = clerk.ask("document.querySelector('#details').innerText").await;
    assert!(facts.contains("17/KH-UBND") && facts.contains("21 February 2026"), "{facts}");
    assert!(facts.contains("In the text: “71/KH-UBND”"), "what was read stays: {facts}");
    let page = clerk.words().await;
    assert!(page.contains("Symbol: 71/KH-UBND → 17/KH-UBND; Date of issue: 12 February 2026 → "), "{page}");
    assert!(page.contains("Language of a version corrected: French"), "{page}");
    // The text gives another day: both are shown, and who says so.
    assert!(page.contains("Sources differ"), "{page}");
    inspect(&clerk, &path).await;

    // A day that there is not is refused, and nothing that was typed is lost.
    let wrong = "document.querySelector('#correct-issued_on').type = 'text'; \
        document.querySelector('#correct-issued_on').value = '31/2'; \
        document.querySelector('#correct-issuer').value = 'Văn phòng'; \
        document.querySelector('#form-correct form').requestSubmit()";
    clerk.act(wrong).await;
    let issuer: String = clerk.ask("document.querySelector('#correct-issuer').value").await;
    assert!(clerk.words().await.contains("Enter a day that exists.") && issuer == "Văn phòng");

    clerk.open(&path).await;
    clerk.act("[...document.querySelectorAll('#form-correct form')].pop().requestSubmit()").await;
    let facts: String = clerk.ask("document.querySelector('#details').innerText").await;
    assert!(facts.contains("71/KH-UBND") && !facts.contains("In the text"), "{facts}");
    assert_eq!(server.app.store().verify().await.unwrap().problems, Vec::<String>::new());
    assert!(server.app.store().rebuild().await.unwrap().is_clean());
    clerk.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_handed_in_in_another_language_is_read_again() {
    let server = Server::start().await;
    let Some(clerk) = Visitor::new(&server).await else { return };
    let by = server.app.demo_session().await.unwrap();
    let command = CommandId(server.app.new_id());
    let (file_name, bytes) = ("kh-71.txt".to_owned(), PLAN.as_bytes().to_vec());
    let upload = Upload { file_name, bytes, language: Some(Language::En), command };
    let id = server.app.upload(&by, upload).await.unwrap().instrument;
    let tasks = "[...document.querySelectorAll('article.card .tag-task')].length";
    clerk.open(&format!("/instruments/{id}/review")).await;
    assert_eq!(clerk.ask::<usize>(tasks).await, 0, "no English task in a Vietnamese text");

    clerk.open(&format!("/instruments/{id}")).await;
    let fill = "document.querySelector('#form-correct').open = true; \
        document.querySelector('#correct-language').value = 'vi'; \
        document.querySelector('#form-correct form').requestSubmit()";
    clerk.act(fill).await;
    let notice: String = clerk.ask("document.querySelector('.notice').innerText").await;
    assert!(notice.contains("đọc lại văn bản: có") && notice.contains("cần rà soát"), "{notice}");
    assert!(clerk.words().await.contains("Đọc lại: "), "the history says so: {}", clerk.words().await);
    clerk.open(&format!("/instruments/{id}/review")).await;
    assert_eq!(clerk.ask::<usize>(tasks).await, 1, "{}", clerk.words().await);
    assert!(server.app.store().rebuild().await.unwrap().is_clean());
    clerk.close().await;
}
