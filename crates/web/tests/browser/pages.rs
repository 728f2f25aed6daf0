//! Every page: what it says, that axe finds no violation in it, and that nothing sticks out on a
//! phone.

use crate::harness::{Server, Visitor};
use haidang_app::Upload;
use haidang_domain::CommandId;
use haidang_testkit::shared::project;
use serde::Deserialize;

/// Pages that are there before anything was uploaded, with the name of their snapshot.
const PAGES: [(&str, &str); 10] = [
    ("overview", "/"),
    ("instruments", "/instruments"),
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
async fn inspect(visitor: &Visitor, path: &str) {
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
        visitor.open(&format!("/{noun}")).await;
        let first: String = visitor.ask(&format!("[...document.querySelectorAll('main td a')].map(a => a.getAttribute('href')).find(h => /^\\/{noun}\\/[0-9a-f-]{{36}}$/.test(h))")).await;
        inspect(&visitor, &first).await;
        insta::assert_snapshot!(format!("one-of-{noun}"), visitor.words().await);
    }
    visitor.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_document_under_review_in_three_languages() {
    let server = Server::start().await;
    let Some(visitor) = Visitor::new(&server).await else { return };
    let by = server.app.demo_session().await.unwrap();
    let bytes = include_bytes!("../../../../examples/chi-thi-05.vi.txt").to_vec();
    let command = CommandId(server.app.new_id());
    let upload = Upload { file_name: "chi-thi-05.vi.txt".into(), bytes, language: None, command };
    let uploaded = server.app.upload(&by, upload).await.unwrap();
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
