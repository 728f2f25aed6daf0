//! `haidang read` as a person calls it: tables, JSON, many files, standard input, and bad input.

// Tests say what they expect in the shortest way.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use haidang_testkit::shared::project;
use std::io::Write as _;
use std::process::{Command, Output, Stdio};

fn haidang(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_haidang")).args(arguments).current_dir(project()).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_directive_as_a_table() {
    let output = haidang(&["read", "examples/chi-thi-05.vi.txt"]);
    assert!(output.status.success(), "{}", err(&output));
    let shown = out(&output);
    assert!(shown.contains("directive 05/CT-UBND") && shown.contains("2026-01-15"), "{shown}");
    assert!(shown.contains("Sở Tài chính") && shown.contains("2026-03-31"), "{shown}");
}

#[test]
fn a_directive_as_json_in_the_form_of_the_guide() {
    let output = haidang(&["read", "--json", "examples/directive-05.en.txt"]);
    let reading: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(reading["metadata"]["symbol"], "05/CT-UBND");
    let task = &reading["tasks"][0];
    for field in ["quote", "start", "end", "lead", "coordinate", "deadline", "confidence", "rule"] {
        assert!(task.get(field).is_some(), "{field} is missing in {task}");
    }
}

#[test]
fn many_documents_into_a_folder_and_one_line_for_each_that_fails() {
    let folder = tempfile::tempdir().unwrap();
    let bad = folder.path().join("empty.txt");
    std::fs::write(&bad, "").unwrap();
    let readings = folder.path().join("readings");
    let arguments = [
        "read",
        "--out",
        readings.to_str().unwrap(),
        "examples/chi-thi-05.vi.txt",
        "examples/directive-05.fr.txt",
        bad.to_str().unwrap(),
    ];
    let output = haidang(&arguments);
    assert!(!output.status.success());
    assert!(err(&output).contains("2 read, 1 not"), "{}", err(&output));
    let mut written: Vec<String> = std::fs::read_dir(&readings)
        .unwrap()
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .collect();
    written.sort();
    assert_eq!(written, ["chi-thi-05.vi.json", "directive-05.fr.json"]);
}

#[test]
fn standard_input_and_a_language_by_hand() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_haidang"))
        .args(["read", "--json", "--language", "en", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(b"1. The Ministry of Finance shall:\na) Publish the budget before 31 March 2026.")
        .unwrap();
    let output = child.wait_with_output().unwrap();
    let reading: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(reading["language"], "en");
    assert_eq!(reading["tasks"][0]["lead"][0], "Ministry of Finance");
    assert_eq!(reading["tasks"][0]["deadline"], "2026-03-31");
}

#[test]
fn bad_input_is_told_with_what_and_where() {
    let folder = tempfile::tempdir().unwrap();
    let table: [(&str, &[u8], &str); 5] = [
        ("a.pdf", b"%PDF-1.7", "PDF is not read yet; supported are plain text and Markdown"),
        ("b.txt", b"", "the document is empty"),
        ("c.txt", b"one\ntwo\x00three", "byte 7, line 2"),
        ("d.txt", b"\xff\xfeK\x00", "UTF-16"),
        ("e.txt", b"K\xEA\xEC ho\xE1ch s\xF4\xEC 5", "encoding from before Unicode"),
    ];
    for (name, bytes, expected) in table {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        let output = haidang(&["read", path.to_str().unwrap()]);
        assert!(!output.status.success(), "{name}");
        assert!(err(&output).contains(expected), "{name}: {}", err(&output));
    }
    let output = haidang(&["read", "no-such-file.txt"]);
    assert!(err(&output).contains("no-such-file.txt"), "{}", err(&output));
}
