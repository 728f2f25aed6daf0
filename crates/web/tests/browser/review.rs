//! Reviewing by keyboard: doubts first, an unknown body put on record and taken off again, what the
//! reader could not settle, and many accepted after a look at how many they are.

use crate::harness::{Server, Visitor};
use crate::pages::inspect;
use haidang_app::{ReviewDecision, Upload, Uploaded};
use haidang_domain::instrument::{Event as Instrument, Remark};
use haidang_domain::{CommandId, Event, InstrumentId, Noun, StreamId, VersionId};
use haidang_store::{Append, Batch};

const NOTICE: &str = "VĂN PHÒNG ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI PHÒNG\nSố: 31/TB-VP\n\nTHÔNG BÁO\n\
    Kết luận của Chủ tịch Ủy ban nhân dân thành phố tại cuộc họp ngày 02/3/2026\n\n\
    Giao các đơn vị thực hiện 5 nhiệm vụ sau:\n\n\
    1. Sở KH&CN rà soát hạ tầng số, báo cáo trước ngày 30/4/2026.\n\
    2. Ban Quản lý bến Sao Mai lập phương án di dời, hoàn thành trước ngày 15/5/2026.\n\
    3. Sở Tài chính bố trí kinh phí trước ngày 31/5/2026.\n";

async fn upload(server: &Server) -> Uploaded {
    let by = server.app.demo_session().await.unwrap();
    let command = CommandId(server.app.new_id());
    let bytes = NOTICE.as_bytes().to_vec();
    let upload = Upload { file_name: "tb-31.txt".into(), bytes, language: None, command };
    server.app.upload(&by, upload).await.unwrap()
}

fn verdicts(verdict: &str) -> String {
    format!("document.querySelectorAll('article[data-verdict={verdict}]').length")
}

#[tokio::test(flavor = "multi_thread")]
async fn three_tasks_by_keyboard() {
    let server = Server::start().await;
    let Some(clerk) = Visitor::new(&server).await else { return };
    let uploaded = upload(&server).await;
    let review = format!("/instruments/{}/review", uploaded.instrument);
    clerk.open(&review).await;
    assert!(clerk.words().await.contains("Sở Khoa học và Công nghệ"), "{}", clerk.words().await);

    // The doubtful one comes first, and the order is remembered.
    clerk.open(&format!("{review}?category=task&order=doubts")).await;
    clerk.open(&format!("{review}?category=task")).await;
    let first: String = clerk.ask("document.querySelector('article.card').innerText").await;
    assert!(first.contains("bến Sao Mai") && first.contains("Cơ quan ngoài danh mục"), "{first}");

    // Its body is put on record by one key, and taken off by one press.
    clerk.press("o").await;
    clerk.until("!!document.querySelector('button[name=unfound]')").await;
    let bodies = || async { server.app.organisations().await.unwrap() };
    let founded = |rows: &[haidang_store::OrganisationRow]| {
        rows.iter().find(|row| row.names.vi == "Ban Quản lý bến Sao Mai").map(|row| row.level.clone())
    };
    assert_eq!(founded(&bodies().await).as_deref(), Some("department"));
    let _ = clerk.page.evaluate("document.querySelector('button[name=unfound]').click()").await;
    clerk.until("!!document.querySelector('button[name=found]')").await;
    assert_eq!(founded(&bodies().await), None);
    clerk.press("o").await;
    clerk.until("!!document.querySelector('button[name=unfound]')").await;

    // Accepting goes on to the next that is not decided; the keys explain themselves.
    let total: usize = clerk.ask("document.querySelectorAll('article.card').length").await;
    for left in (0..total).rev() {
        clerk.press("a").await;
        clerk.until(&format!("{} === {left}", verdicts("pending"))).await;
    }
    clerk.press("u").await;
    clerk.until(&format!("{} === 1", verdicts("pending"))).await;
    clerk.press("n").await;
    clerk.until("document.querySelector('.card-current').dataset.verdict === 'pending'").await;
    clerk.press("?").await;
    clerk.until("document.querySelector('#review-keys').open").await;

    // The tasks belong to bodies by their full names.
    clerk.open("/tasks").await;
    let tasks = clerk.words().await;
    assert!(tasks.contains("Ban Quản lý bến Sao Mai"), "{tasks}");
    assert_eq!(server.app.store().verify().await.unwrap().problems, Vec::<String>::new());
    assert!(server.app.store().rebuild().await.unwrap().is_clean());
    clerk.close().await;
}

/// Another instrument with the same text, of which the reader could not settle everything.
async fn remarked(server: &Server, uploaded: Uploaded) -> InstrumentId {
    let state = server.app.instrument(uploaded.instrument, server.app.as_at(None)).await.unwrap();
    let known = state.versions.first().unwrap();
    let (id, version) = (InstrumentId(server.app.new_id()), VersionId(server.app.new_id()));
    let start = NOTICE.chars().count() - NOTICE.split_once("5 nhiệm vụ").unwrap().1.chars().count();
    let remark = |about: &str, said: Option<&str>, found: Option<&str>| Remark {
        about: about.to_owned(),
        start: start - 10,
        end: start,
        quote: "5 nhiệm vụ".to_owned(),
        said: said.map(str::to_owned),
        found: found.map(str::to_owned),
    };
    let remarks = vec![remark("announced_count", Some("5"), Some("3")), remark("broken_table", None, None)];
    let events = [
        Instrument::Registered { details: state.details.clone() },
        Instrument::VersionAdded {
            version,
            language: known.language,
            source: known.source.clone(),
            text_sha256: known.text_sha256.clone(),
            characters: known.characters,
        },
        Instrument::Read { version, reader: "test".to_owned(), findings: Vec::new() },
        Instrument::Remarked { version, remarks },
    ];
    let stream = StreamId { noun: Noun::Instrument, id: id.0 };
    let events = events.into_iter().map(Event::Instrument).collect();
    let batch = Batch {
        command: CommandId(server.app.new_id()),
        actor: server.app.demo_session().await.unwrap().actor.account,
        recorded_at: server.app.now(),
        effective_on: server.app.today(),
        authority: None,
        appends: vec![Append { stream, expected_version: 0, events }],
        texts: Vec::new(),
    };
    server.app.store().commit(batch).await.unwrap();
    id
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_reader_could_not_settle_is_said_first() {
    let server = Server::start().await;
    let Some(clerk) = Visitor::new(&server).await else { return };
    let uploaded = upload(&server).await;
    let instrument = remarked(&server, uploaded).await;
    inspect(&clerk, &format!("/instruments/{instrument}/review")).await;
    let said: String = clerk.ask("document.querySelector('.remarks').innerText").await;
    assert!(said.contains("Văn bản nêu 5; đọc được 3."), "{said}");
    let leads: bool = clerk
        .ask("!!document.querySelector(document.querySelector('.remarks a').getAttribute('href').replace('#', '#review-text [id=\"') + '\"]')")
        .await;
    assert!(leads, "the link leads to the words");
    clerk.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn many_are_accepted_after_a_look_at_how_many_they_are() {
    let server = Server::start().await;
    let Some(clerk) = Visitor::new(&server).await else { return };
    let review = format!("/instruments/{}/review", upload(&server).await.instrument);
    inspect(&clerk, &format!("{review}?above=50")).await;
    let preview: String = clerk.ask("document.querySelector('#review-bulk').innerText").await;
    assert!(preview.contains("Nhiệm vụ: 3 (1 có điểm cần xem)"), "{preview}");
    clerk.act("document.querySelector('button[value=accept_above]').click()").await;
    let left = "[...document.querySelectorAll('article[data-verdict=pending]')].map(card => card.innerText)";
    let left: String = clerk.ask(&format!("{left}.join()")).await;
    assert!(left.contains("bến Sao Mai"), "the doubtful one is left: {left}");
    clerk.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_body_is_put_on_record_from_its_task() {
    let server = Server::start().await;
    let Some(clerk) = Visitor::new(&server).await else { return };
    let uploaded = upload(&server).await;
    let by = server.app.demo_session().await.unwrap();
    let all = ReviewDecision::AcceptAbove { version: uploaded.version.unwrap(), confidence: 0.0 };
    server.app.review(&by, uploaded.instrument, None, all, CommandId(server.app.new_id())).await.unwrap();
    clerk.open("/tasks?q=bến+Sao+Mai").await;
    let task: String =
        clerk.ask("document.querySelector('main td a[href^=\"/tasks/\"]').getAttribute('href')").await;
    inspect(&clerk, &task).await;
    clerk.act("document.querySelector('button[value=found]').click()").await;
    let linked: bool = clerk.ask("!!document.querySelector('.facts a[href^=\"/organisations#\"]')").await;
    assert!(linked, "{}", clerk.words().await);
    let id = task.rsplit('/').next().unwrap().parse().unwrap();
    let lead = server.app.task(id, server.app.as_at(None)).await.unwrap().lead;
    assert!(lead.iter().all(|party| party.organisation.is_some()), "{lead:?}");
    clerk.close().await;
}

const DECISION: &str = "ỦY BAN NHÂN DÂN\nTỈNH ĐÔNG AN\nSố: 118/KH-UBND\nĐông An, ngày 12 tháng 02 năm 2026\n\n\
    KẾ HOẠCH\nPhòng, chống thiên tai năm 2026\n\n\
    Căn cứ Nghị quyết số 88/NQ-CP ngày 10/01/2026 của Chính phủ về phòng, chống thiên tai;\n\n\
    1. Sở Tài chính chủ trì, phối hợp với Sở Xây dựng bố trí kinh phí tu bổ đê điều, hoàn thành trong quý II/2026.\n";

#[tokio::test(flavor = "multi_thread")]
async fn a_relation_and_the_bodies_of_another_province_by_keyboard() {
    let server = Server::start().await;
    let Some(clerk) = Visitor::new(&server).await else { return };
    let by = server.app.demo_session().await.unwrap();
    let command = CommandId(server.app.new_id());
    let bytes = DECISION.as_bytes().to_vec();
    let upload = Upload { file_name: "kh-118.txt".into(), bytes, language: None, command };
    let id = server.app.upload(&by, upload).await.unwrap().instrument;
    clerk.open("/language?to=en&next=/").await;
    let review = format!("/instruments/{id}/review?category=citation");
    inspect(&clerk, &review).await;
    let card = "document.querySelector('article.card').innerText";
    let read: String = clerk.ask(card).await;
    assert!(read.contains("is based on") && read.contains("“Căn cứ"), "{read}");

    // The relation is changed and accepted by keys alone.
    clerk.press("r").await;
    clerk.until("document.activeElement.name === 'relation'").await;
    let _ = clerk.page.evaluate("document.activeElement.value = 'implements'").await;
    clerk.find(":focus").await.press_key("Enter").await.unwrap();
    clerk.until("document.querySelectorAll('article[data-verdict=accepted]').length === 1").await;
    clerk.open(&format!("/instruments/{id}")).await;
    let relations: String = clerk.ask("document.querySelector('#relations').innerText").await;
    assert!(relations.contains("implements") && relations.contains("88/NQ-CP"), "{relations}");

    // Taken back twice: the acceptance, then the edit.
    clerk.open(&review).await;
    clerk.press("j").await;
    clerk.press("u").await;
    clerk.until("document.querySelectorAll('article[data-verdict=pending]').length === 1").await;
    clerk.press("u").await;
    clerk.until(&format!("{card}.includes('is based on')")).await;

    // The departments are those of that province: not ours, and put on record as such.
    clerk.open(&format!("/instruments/{id}/review?category=task")).await;
    let task: String = clerk.ask(card).await;
    assert!(task.contains("Sở Tài chính tỉnh Đông An") && task.contains("not on record"), "{task}");
    clerk.press("o").await;
    clerk.until("!!document.querySelector('button[name=unfound]')").await;
    let bodies = server.app.organisations().await.unwrap();
    assert!(bodies.iter().any(|row| row.names.vi == "Sở Tài chính tỉnh Đông An"));

    // A body is taken off by one key and put back by another.
    clerk.press("t").await;
    clerk.until(&format!("!{card}.includes('Sở Xây dựng tỉnh')")).await;
    clerk.press("u").await;
    clerk.until(&format!("{card}.includes('Sở Xây dựng tỉnh')")).await;
    clerk.press("t").await;
    clerk.until(&format!("!{card}.includes('Sở Xây dựng tỉnh')")).await;
    clerk.press("a").await;
    clerk.until("document.querySelectorAll('article[data-verdict=accepted]').length === 1").await;
    assert_eq!(server.app.store().verify().await.unwrap().problems, Vec::<String>::new());
    assert!(server.app.store().rebuild().await.unwrap().is_clean());
    clerk.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_of_another_province_is_put_on_record_from_its_task() {
    let server = Server::start().await;
    let Some(clerk) = Visitor::new(&server).await else { return };
    let by = server.app.demo_session().await.unwrap();
    let command = CommandId(server.app.new_id());
    let bytes = DECISION.as_bytes().to_vec();
    let upload = Upload { file_name: "kh-118.txt".into(), bytes, language: None, command };
    let uploaded = server.app.upload(&by, upload).await.unwrap();
    let all = ReviewDecision::AcceptAbove { version: uploaded.version.unwrap(), confidence: 0.0 };
    server.app.review(&by, uploaded.instrument, None, all, CommandId(server.app.new_id())).await.unwrap();
    clerk.open("/tasks?q=tu+bổ+đê+điều").await;
    let task: String =
        clerk.ask("document.querySelector('main td a[href^=\"/tasks/\"]').getAttribute('href')").await;
    inspect(&clerk, &task).await;
    let facts = "document.querySelector('.facts').innerText";
    let read: String = clerk.ask(facts).await;
    assert!(read.contains("Sở Tài chính tỉnh Đông An") && read.contains("chưa có trong danh mục"), "{read}");
    clerk.act("document.querySelector('button[value=found]').click()").await;
    let bodies = server.app.organisations().await.unwrap();
    let founded = bodies.iter().find(|row| row.names.vi == "Sở Tài chính tỉnh Đông An").unwrap().id;
    let id = task.rsplit('/').next().unwrap().parse().unwrap();
    let after = server.app.task(id, server.app.as_at(None)).await.unwrap();
    assert_eq!(after.lead[0].organisation, Some(founded));
    assert_eq!(after.lead[0].printed, "Sở Tài chính");

    // Assigned anew with the same names, the bodies stay those of that province.
    clerk
        .act(
            "document.querySelector('#form-assign').open = true; \
        document.querySelector('#form-assign input[name=coordinating]').value = 'Sở Y tế'; \
        document.querySelector('#form-assign form').requestSubmit()",
        )
        .await;
    let after = server.app.task(id, server.app.as_at(None)).await.unwrap();
    assert_eq!(after.lead[0].organisation, Some(founded));
    assert_eq!(
        (after.coordinating[0].printed.as_str(), after.coordinating[0].organisation),
        ("Sở Y tế", None)
    );
    assert!(server.app.store().rebuild().await.unwrap().is_clean());
    clerk.close().await;
}

/// Whether an element is to be seen.
fn is_shown(selector: &str) -> String {
    format!("document.querySelector('{selector}').getClientRects().length > 0")
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_phone_the_findings_come_first_and_links_lead_into_the_text_and_back() {
    let server = Server::start().await;
    let Some(clerk) = Visitor::new(&server).await else { return };
    let review = format!("/instruments/{}/review", upload(&server).await.instrument);
    clerk.screen(390, 844, true).await;
    clerk.open(&review).await;
    clerk.until(&format!("!({}) && {}", is_shown("#review-text"), is_shown("article.card"))).await;

    // A link of a card leads to its words in the text, and those lead back to the card.
    let _ = clerk.page.evaluate("document.querySelector('.card-quote a').click()").await;
    clerk.until(&format!("{} && !({})", is_shown("#review-text"), is_shown("article.card"))).await;
    let at_words = "(top => top >= 0 && top < innerHeight)(document.querySelector(':target').getBoundingClientRect().top)";
    clerk.until(at_words).await;
    let _ = clerk.page.evaluate("document.querySelector(':target + mark a').click()").await;
    clerk.until(&format!("{} && !({})", is_shown("article.card:target"), is_shown("#review-text"))).await;

    // The parts can be chosen, and going back goes back.
    let _ = clerk.page.evaluate("document.querySelector('.split-part:last-child').click()").await;
    clerk.until(&is_shown("#review-text")).await;
    let _ = clerk.page.evaluate("history.back()").await;
    clerk.until(&format!("!({})", is_shown("#review-text"))).await;
    let accept = "document.querySelector('article.card:target button[value=accept]').click()";
    let _ = clerk.page.evaluate(accept).await;
    clerk.until(&format!("{} === 1", verdicts("accepted"))).await;

    // On a desk both stand side by side.
    clerk.screen(1366, 768, false).await;
    clerk.open(&review).await;
    clerk.until(&format!("{} && {}", is_shown("#review-text"), is_shown("article.card"))).await;
    clerk.until(&format!("!({})", is_shown(".split-part"))).await;
    clerk.close().await;
}

const REPORT: &str = "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI PHÒNG\nSố: 41/BC-UBND\n\
    Hải Phòng, ngày 03 tháng 02 năm 2026\n\nBÁO CÁO\nKết quả thực hiện năm 2025\n\n\
    1. Sở Tư pháp công bố thủ tục trước ngày 30/4/2026.\n\
    2. Kết quả thực hiện Quyết định số 902/QĐ-UBND ngày 11/3/2025 của Ủy ban nhân dân thành phố.\n\
    3. Việc tổng kết Quyết định số 902/QĐ-UBND ngày 21/3/2025 của Ủy ban nhân dân thành phố.\n";

#[tokio::test(flavor = "multi_thread")]
async fn two_days_of_one_decision_come_first_and_both_are_shown() {
    let server = Server::start().await;
    let Some(clerk) = Visitor::new(&server).await else { return };
    let by = server.app.demo_session().await.unwrap();
    let command = CommandId(server.app.new_id());
    let bytes = REPORT.as_bytes().to_vec();
    let upload = Upload { file_name: "bc-41.txt".into(), bytes, language: None, command };
    let id = server.app.upload(&by, upload).await.unwrap().instrument;
    clerk.open("/language?to=en&next=/").await;
    let review = format!("/instruments/{id}/review");
    inspect(&clerk, &review).await;
    let cards: Vec<String> =
        clerk.ask("[...document.querySelectorAll('article.card')].map(card => card.innerText)").await;
    for (card, other) in cards.iter().zip(["21 March 2025", "11 March 2025"]) {
        assert!(card.contains("Another date elsewhere") && card.contains(other), "{card}");
    }
    assert!(!cards[2].contains("Another date elsewhere"), "{}", cards[2]);

    // Both are kept: the decision is one instrument, and its page says who gives which day.
    for left in (0..cards.len()).rev() {
        clerk.press("a").await;
        clerk.until(&format!("{} === {left}", verdicts("pending"))).await;
    }
    clerk.open(&format!("/instruments/{id}")).await;
    clerk.act("[...document.querySelectorAll('#relations a')].find(a => a.innerText.includes('902/QĐ-UBND')).click()").await;
    let conflict: String = clerk.ask("document.querySelector('#conflict').innerText").await;
    assert!(conflict.contains("11 March 2025") && conflict.contains("21 March 2025"), "{conflict}");
    clerk.close().await;
}
