//! A text and its reading as files: what the page gives is what `haidang read` writes for the same text.

use crate::harness::{Server, Visitor};
use crate::pages::upload;
use haidang_report::Source;

#[tokio::test(flavor = "multi_thread")]
async fn a_version_in_every_form() {
    let server = Server::start().await;
    let Some(clerk) = Visitor::new(&server).await else { return };
    let uploaded = upload(&server).await;
    let state = server.app.instrument(uploaded.instrument, server.app.as_at(None)).await.unwrap();
    let text = server.app.version_text(&state.versions[0]).await.unwrap();
    let reading = haidang_reading::read_text(&text, Some(haidang_reading::Language::Vi));
    let source = Source { text: &text, reading: &reading, address: None, country: None };
    let json = |value: &serde_json::Value| serde_json::to_string_pretty(value).unwrap() + "\n";
    let expected = [
        ("akn", ".xml", haidang_report::akoma_ntoso(&source)),
        ("annotations", ".annotations.json", json(&haidang_report::annotations(&source))),
        ("json", ".json", serde_json::to_string_pretty(&reading).unwrap() + "\n"),
        ("text", ".txt", text.clone()),
    ];
    clerk.open(&format!("/instruments/{}", uploaded.instrument)).await;
    let links: Vec<String> =
        clerk.ask("[...document.querySelectorAll('.downloads a')].map(a => a.getAttribute('href'))").await;
    assert_eq!(links.len(), expected.len());
    for (link, (form, ending, written)) in links.iter().zip(expected) {
        assert!(link.ends_with(&format!("form={form}")), "{link}");
        let fetched: (String, String) = clerk
            .ask(&format!(
                "fetch('{link}').then(async a => [a.headers.get('content-disposition'), await a.text()])"
            ))
            .await;
        assert!(fetched.0.ends_with(&format!("{ending}\"")), "{}", fetched.0);
        assert!(fetched.1 == written, "{form} differs from what the program writes");
    }
    let refused: u16 = clerk
        .ask(&format!("fetch('{}').then(answer => answer.status)", links[0].replace("akn", "exe")))
        .await;
    assert_eq!(refused, 400);
    clerk.close().await;
}
