//! Web Annotations as other programs read them: places and words that agree with the text, ids that
//! are told apart, terms that the context explains, and one example as a whole.

// Tests say what they expect in the shortest way.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod documents;

use haidang_reading::{Reading, read};
use haidang_report::{Source, annotations};
use serde_json::Value;
use std::collections::BTreeSet;

fn written(text: &str, reading: &Reading) -> Value {
    annotations(&Source { text, reading, address: Some("https://example.org/a.txt"), country: None })
}

fn items(collection: &Value) -> &Vec<Value> {
    collection["first"]["items"].as_array().unwrap()
}

#[test]
fn places_and_words_agree_with_the_text() {
    for (name, text, reading) in documents::all() {
        let characters: Vec<char> = text.chars().collect();
        let collection = written(&text, &reading);
        assert_eq!(collection["total"], items(&collection).len(), "{name}");
        let mut ids = BTreeSet::new();
        for item in items(&collection) {
            assert!(ids.insert(item["id"].as_str().unwrap().to_owned()), "{name}: {item} twice");
            let (place, quote) = (&item["target"]["selector"][0], &item["target"]["selector"][1]);
            let number = |key: &str| usize::try_from(place[key].as_u64().unwrap()).unwrap();
            let (start, end) = (number("start"), number("end"));
            let said = |from: usize, to: usize| characters[from..to].iter().collect::<String>();
            assert_eq!(quote["exact"], said(start, end), "{name}");
            assert_eq!(quote["prefix"], said(start.saturating_sub(32), start), "{name}");
            assert_eq!(quote["suffix"], said(end, (end + 32).min(characters.len())), "{name}");
        }
    }
}

#[test]
fn every_field_of_a_body_is_a_term_of_the_context() {
    for (name, text, reading) in documents::all() {
        let collection = written(&text, &reading);
        let terms = collection["@context"][1].as_object().unwrap();
        for item in items(&collection) {
            let body = item["body"].as_object().unwrap();
            let known = |key: &String| terms.contains_key(key) || *key == "type";
            let unknown: Vec<&String> = body.keys().filter(|key| !known(key)).collect();
            assert!(unknown.is_empty(), "{name}: {unknown:?}");
            assert!(terms.contains_key(body["type"].as_str().unwrap()), "{name}: {body:?}");
        }
    }
}

#[test]
fn a_text_without_an_address_is_named_by_its_hash() {
    let text = "1. Sở Tài chính rà soát quy hoạch trước ngày 31/3/2026.";
    let reading = haidang_reading::read_text(text, None);
    let collection = annotations(&Source { text, reading: &reading, address: None, country: None });
    let source = items(&collection)[0]["target"]["source"].as_str().unwrap();
    assert!(source.starts_with("urn:sha256:") && source.len() == "urn:sha256:".len() + 64, "{source}");
}

#[test]
fn a_directive_as_a_whole() {
    let text = "Số: 12/CT-UBND\nngày 05 tháng 3 năm 2026\n\nCHỈ THỊ\nVề trồng cây\n\nThực hiện Kế hoạch số 7/KH-UBND ngày 01/02/2026 của Ủy ban nhân dân tỉnh, yêu cầu:\n\n1. Sở Xây dựng chủ trì, phối hợp với Sở Tài chính trồng ít nhất 500 cây trước ngày 30/6/2026.\n";
    let (text, reading) = read("chi-thi.txt", text.as_bytes(), None).unwrap();
    let mut collection = written(&text, &reading);
    collection["@context"] = "[context]".into();
    let shown = serde_json::to_string_pretty(&collection).unwrap().replace(&reading.reader, "[reader]");
    insta::assert_snapshot!(shown);
}
