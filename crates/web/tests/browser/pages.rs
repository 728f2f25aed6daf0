//! Every page: what it says, that axe finds no violation in it, and that nothing sticks out on a
//! phone.

use crate::harness::{Server, Visitor};
use haidang_app::{ReviewDecision, Upload, Uploaded};
use haidang_domain::CommandId;
use haidang_testkit::shared::project;
use serde::Deserialize;

/// Pages that are there before anything was uploaded, with the name of their snapshot.
const PAGES: [(&str, &str); 11] = [
    ("overview", "/"),
    ("instruments", "/instruments"),
    ("graph", "/instruments/graph"),
    ("upload", "/instruments/upload"),
    ("tasks", "/tasks"),
    ("targets", "/targets"),
    ("projects", "/projects"),
    ("recommendations", "/recommendations"),
    ("organisations", "/organisations"),
    ("search", "/search?q=cầu"),
    ("not-found", "/nowhere"),
];

#[derive(Debug, Deserialize)]
struct Violation {
    id: String,
    help: String,
    nodes: Vec<serde_json::Value>,
}

/// What axe has against the page.
async fn violations(visitor: &Visitor) -> Vec<String> {
    let axe = project().join("crates/web/node_modules/axe-core/axe.min.js");
    let script = std::fs::read_to_string(&axe)
        .unwrap_or_else(|error| panic!("{}: {error}; run `npm ci` in crates/web", axe.display()));
    visitor.page.evaluate(script).await.unwrap();
    let run = "axe.run(document, { resultTypes: ['violations'] }).then(result => result.violations)";
    let found: Vec<Violation> = visitor.page.evaluate(run).await.unwrap().into_value().unwrap();
    let place = |v: &Violation| {
        v.nodes.first().and_then(|n| n.get("html")).map(ToString::to_string).unwrap_or_default()
    };
    found.iter().map(|v| format!("{}: {} ({}× {})", v.id, v.help, v.nodes.len(), place(v))).collect()
}

/// Looks at one page on a desktop and on a phone.
pub(crate) async fn inspect(visitor: &Visitor, path: &str) {
    for (width, height, mobile) in [(1366, 768, false), (390, 844, true)] {
        visitor.screen(width, height, mobile).await;
        visitor.open(path).await;
        assert_eq!(violations(visitor).await, Vec::<String>::new(), "{path} at {width}");
        let sticks_out: bool =
            visitor.ask("document.documentElement.scrollWidth > window.innerWidth + 1").await;
        assert!(!sticks_out, "{path} is wider than {width}");
    }
    visitor.screen(1366, 768, false).await;
    visitor.open(path).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_the_locality() {
    let server = Server::start().await;
    let Some(visitor) = Visitor::new(&server).await else { return };
    for (name, path) in PAGES {
        inspect(&visitor, path).await;
        insta::assert_snapshot!(name, visitor.words().await);
    }
    for noun in ["targets", "projects", "instruments"] {
        let first = first_record(&visitor, noun).await;
        inspect(&visitor, &first).await;
        insta::assert_snapshot!(format!("one-of-{noun}"), visitor.words().await);
    }
    visitor.close().await;
}

/// The first address in a list that leads to one record.
async fn first_record(visitor: &Visitor, noun: &str) -> String {
    visitor.open(&format!("/{noun}")).await;
    let links = "[...document.querySelectorAll('main td a, main th a')].map(a => a.getAttribute('href'))";
    visitor.ask(&format!("{links}.find(h => /^\\/{noun}\\/[0-9a-f-]{{36}}$/.test(h))")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn commitments_of_a_reviewed_document() {
    let server = Server::start().await;
    let Some(visitor) = Visitor::new(&server).await else { return };
    let uploaded = upload(&server).await;
    let all = ReviewDecision::AcceptAbove { version: uploaded.version.unwrap(), confidence: 0.0 };
    let by = server.app.demo_session().await.unwrap();
    server.app.review(&by, uploaded.instrument, None, all, CommandId(server.app.new_id())).await.unwrap();
    for noun in ["tasks", "recommendations"] {
        inspect(&visitor, &format!("/{noun}")).await;
        insta::assert_snapshot!(format!("{noun}-reviewed"), visitor.words().await);
        let first = first_record(&visitor, noun).await;
        inspect(&visitor, &first).await;
        insta::assert_snapshot!(format!("one-of-{noun}"), visitor.words().await);
    }
    inspect(&visitor, "/").await;
    insta::assert_snapshot!("overview-reviewed", visitor.words().await);
    visitor.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_administrator_signs_in_and_keeps_accounts() {
    let server = Server::start_as(false).await;
    let Some(visitor) = Visitor::new(&server).await else { return };
    inspect(&visitor, "/sign-in?next=/accounts").await;
    insta::assert_snapshot!("sign-in", visitor.words().await);
    let token = server.app.setup_link().await.unwrap().unwrap();
    inspect(&visitor, &format!("/setup?token={token}")).await;
    insta::assert_snapshot!("setup", visitor.words().await);
    let person =
        "{ name: 'Nguyễn An', login: 'an', password: 'ngọn đèn trên đảo', again: 'ngọn đèn trên đảo' }";
    let fill = "document.querySelector(`main input[name=${name}]`).value = text";
    visitor
        .act(&format!(
            "for (const [name, text] of Object.entries({person})) {fill}; \
             document.querySelector('main form').requestSubmit()"
        ))
        .await;
    inspect(&visitor, "/accounts").await;
    insta::assert_snapshot!("accounts", visitor.words().await);
    visitor.act("document.querySelector('form[action=\"/sign-out\"]').requestSubmit()").await;
    visitor.open("/tasks").await;
    let path: String = visitor.ask("location.pathname").await;
    assert_eq!(path, "/sign-in", "whoever signed out sees no page");
    visitor.close().await;
}

/// The example directive, uploaded by the clerk of the demonstration.
pub(crate) async fn upload(server: &Server) -> Uploaded {
    let bytes = include_bytes!("../../../../examples/chi-thi-05.vi.txt");
    upload_as(server, "chi-thi-05.vi.txt", bytes).await
}

async fn upload_as(server: &Server, name: &str, bytes: &[u8]) -> Uploaded {
    let by = server.app.demo_session().await.unwrap();
    let (file_name, bytes, command) = (name.into(), bytes.to_vec(), CommandId(server.app.new_id()));
    server.app.upload(&by, Upload { file_name, bytes, language: None, command }).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn relations_versions_and_coverage_of_a_reviewed_document() {
    let server = Server::start().await;
    let Some(visitor) = Visitor::new(&server).await else { return };
    let by = server.app.demo_session().await.unwrap();
    let vi = upload(&server).await;
    let english = include_bytes!("../../../../examples/directive-05.en.txt");
    let en = upload_as(&server, "directive-05.en.txt", english).await;
    let plan = "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI ĐĂNG\nSố: 64/KH-UBND\nHải Đăng, ngày 20 tháng 02 năm 2026\n\nKẾ HOẠCH\n\
         Nâng cấp hạ tầng\n\nThực hiện Chỉ thị số 05/CT-UBND ngày 25/01/2026 của Ủy ban nhân dân thành phố Hải Đăng;\n\n\
         1. Sở Xây dựng chủ trì khởi công cầu Sóng Ngân trong quý II/2026.\n";
    let plan = upload_as(&server, "ke-hoach-64.txt", plan.as_bytes()).await;
    for uploaded in [vi, en, plan] {
        let all = ReviewDecision::AcceptAbove { version: uploaded.version.unwrap(), confidence: 0.0 };
        let command = CommandId(server.app.new_id());
        server.app.review(&by, uploaded.instrument, None, all, command).await.unwrap();
    }
    let instrument = format!("/instruments/{}", vi.instrument);
    for (name, path) in [
        ("instrument-related", instrument.clone()),
        ("instrument-find", format!("{instrument}?find=41/NQ")),
        ("graph-focus", format!("/instruments/graph?focus={}&depth=2", vi.instrument)),
        ("versions", format!("{instrument}/versions")),
        ("coverage", format!("{instrument}/coverage?by={}", plan.instrument)),
    ] {
        inspect(&visitor, &path).await;
        insta::assert_snapshot!(name, visitor.words().await);
    }
    let coverage = format!("{instrument}/coverage?by={}", plan.instrument);
    visitor.open(&coverage).await;
    visitor.act("document.querySelector('.cover-answer button[value=confirm]').click()").await;
    let confirmed: bool = visitor.ask("document.querySelector('.cover-answer .mark-met') !== null").await;
    assert!(confirmed, "the pair is confirmed");
    visitor.act("document.querySelector('.cover-answer button[value=undo]').click()").await;
    let open: bool = visitor.ask("document.querySelector('.cover-answer .mark-met') === null").await;
    assert!(open, "and taken back");
    visitor.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_document_under_review_in_three_languages() {
    let server = Server::start().await;
    let Some(visitor) = Visitor::new(&server).await else { return };
    let uploaded = upload(&server).await;
    let instrument = format!("/instruments/{}", uploaded.instrument);
    for path in [instrument.clone(), format!("{instrument}/review")] {
        inspect(&visitor, &path).await;
    }
    insta::assert_snapshot!("review-vi", visitor.words().await);
    for language in ["en", "fr"] {
        visitor.open(&format!("/language?to={language}&next=/")).await;
        inspect(&visitor, &format!("{instrument}/review")).await;
        insta::assert_snapshot!(format!("review-{language}"), visitor.words().await);
        visitor.open("/").await;
        insta::assert_snapshot!(format!("overview-{language}"), visitor.words().await);
    }
    visitor.close().await;
}
