//! `haidang read` as a person calls it: tables, JSON, many files, standard input, and bad input.

// Tests say what they expect in the shortest way.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use haidang_testkit::shared::project;
use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::Path;
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
    assert_eq!(written, ["chi-thi-05.vi.json", "directive-05.fr.json", "manifest.jsonl"]);
}

/// Text of one task each, told apart by their day.
fn order(day: usize) -> String {
    format!("1. Sở Xây dựng rà soát quy hoạch trước ngày {day:02}/3/2026.\n")
}

/// A folder with documents in it and below it, a picture, and a hidden file.
fn corpus() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let files = ["b.txt", "a.txt", "tỉnh/c.md", "tỉnh/a.txt"];
    std::fs::create_dir(folder.path().join("tỉnh")).unwrap();
    for (day, file) in files.iter().enumerate() {
        std::fs::write(folder.path().join(file), order(day + 1)).unwrap();
    }
    std::fs::write(folder.path().join("photo.png"), b"\x89PNG").unwrap();
    std::fs::write(folder.path().join(".draft.txt"), "x").unwrap();
    folder
}

/// Path and deadline of every line of JSON lines.
fn lines(output: &Output) -> Vec<(String, String)> {
    let text = out(output);
    let line = |line: &str| {
        let reading: serde_json::Value = serde_json::from_str(line).unwrap();
        let said = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
        (said(&reading["path"]), said(&reading["tasks"][0]["deadline"]))
    };
    text.lines().map(line).collect()
}

/// Everything in a folder, by path.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        if entry.path().is_dir() {
            found.extend(
                files(&entry.path()).into_iter().map(|(inner, bytes)| (format!("{name}/{inner}"), bytes)),
            );
        } else {
            found.insert(name, std::fs::read(entry.path()).unwrap());
        }
    }
    found
}

#[test]
fn a_folder_as_json_lines_in_the_order_of_names_whatever_the_number_of_jobs() {
    let folder = corpus();
    let path = folder.path().to_str().unwrap();
    let alone = haidang(&["read", "--jsonl", "--jobs", "1", path]);
    assert!(alone.status.success(), "{}", err(&alone));
    let expected = [("a.txt", "02"), ("b.txt", "01"), ("tỉnh/a.txt", "04"), ("tỉnh/c.md", "03")];
    let expected: Vec<(String, String)> =
        expected.iter().map(|(file, day)| (format!("{path}/{file}"), format!("2026-03-{day}"))).collect();
    assert_eq!(lines(&alone), expected);
    assert!(err(&alone).contains("4 read, 0 not"), "{}", err(&alone));
    for jobs in ["2", "8"] {
        assert_eq!(out(&haidang(&["read", "--jsonl", "--jobs", jobs, path])), out(&alone), "{jobs}");
    }
}

#[test]
fn a_pattern_names_files() {
    let folder = corpus();
    let pattern = format!("{}/**/a.txt", folder.path().display());
    let days: Vec<String> =
        lines(&haidang(&["read", "--jsonl", &pattern])).into_iter().map(|(_, day)| day).collect();
    assert_eq!(days, ["2026-03-02", "2026-03-04"]);
    let nothing = haidang(&["read", &format!("{}/*.rtf", folder.path().display())]);
    assert_eq!(nothing.status.code(), Some(1));
    assert!(err(&nothing).contains("no file matches"), "{}", err(&nothing));
}

#[test]
fn archives_are_read_entry_by_entry_and_damage_costs_what_is_damaged() {
    let folder = tempfile::tempdir().unwrap();
    let (zipped, tarred) = (folder.path().join("plans.zip"), folder.path().join("plans.tar.gz"));
    let entries = [
        ("quý 1/a.txt", order(1).into_bytes()),
        ("b.txt", Vec::new()),
        ("c.png", vec![1]),
        ("../d.txt", order(4).into_bytes()),
    ];
    let mut zip = zip::ZipWriter::new(std::fs::File::create(&zipped).unwrap());
    let gz =
        flate2::write::GzEncoder::new(std::fs::File::create(&tarred).unwrap(), flate2::Compression::fast());
    let mut tar = tar::Builder::new(gz);
    for (name, bytes) in &entries {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.as_old_mut().name[..name.len()].copy_from_slice(name.as_bytes());
        header.set_cksum();
        tar.append(&header, bytes.as_slice()).unwrap();
    }
    zip.finish().unwrap();
    tar.into_inner().unwrap().finish().unwrap();
    for archive in [&zipped, &tarred] {
        let path = archive.to_str().unwrap();
        let output = haidang(&["read", "--jsonl", path]);
        assert_eq!(output.status.code(), Some(1));
        assert!(err(&output).contains(&format!("{path}/b.txt: the document is empty")), "{}", err(&output));
        assert!(err(&output).contains("2 read, 1 not"), "{}", err(&output));
        let days: Vec<String> = lines(&output).into_iter().map(|(_, day)| day).collect();
        assert_eq!(days, ["2026-03-01", "2026-03-04"], "{path}");
        // Nothing is written outside the folder, whatever an entry is called.
        let readings = folder.path().join("readings");
        haidang(&["read", "--out", readings.to_str().unwrap(), path]);
        let written: Vec<String> = files(&readings).into_keys().collect();
        assert_eq!(written, ["manifest.jsonl", "plans/d.json", "plans/quý 1/a.json"]);
        std::fs::remove_dir_all(&readings).unwrap();
    }
    let half = folder.path().join("half.tar.gz");
    let bytes = std::fs::read(&tarred).unwrap();
    std::fs::write(&half, &bytes[..bytes.len() / 2]).unwrap();
    let output = haidang(&["read", "--jsonl", half.to_str().unwrap(), "examples/chi-thi-05.vi.txt"]);
    assert!(err(&output).contains("half.tar.gz"), "{}", err(&output));
    assert!(err(&output).contains("1 read") || err(&output).contains("2 read"), "{}", err(&output));
}

#[test]
fn what_was_read_is_not_read_again_until_it_changes() {
    let folder = corpus();
    let readings = tempfile::tempdir().unwrap();
    let arguments = ["read", "--out", readings.path().to_str().unwrap(), folder.path().to_str().unwrap()];
    let summary = |output: Output| err(&output).lines().last().unwrap().split(';').next().unwrap().to_owned();
    assert_eq!(summary(haidang(&arguments)), "4 read, 0 not");
    let first = files(readings.path());
    assert_eq!(first.len(), 5, "{:?}", first.keys());
    assert_eq!(summary(haidang(&arguments)), "0 read, 0 not, 4 read before");
    assert_eq!(files(readings.path()), first);
    std::fs::write(folder.path().join("a.txt"), order(9)).unwrap();
    std::fs::remove_file(readings.path().join("tỉnh/c.json")).unwrap();
    assert_eq!(summary(haidang(&arguments)), "2 read, 0 not, 2 read before");
    let other = [&arguments[..], &["--format", "akn"]].concat();
    assert_eq!(summary(haidang(&other)), "4 read, 0 not");
}

#[test]
fn a_run_that_was_killed_is_gone_on_with() {
    let folder = corpus();
    let readings = tempfile::tempdir().unwrap();
    let arguments = ["read", "--out", readings.path().to_str().unwrap(), folder.path().to_str().unwrap()];
    haidang(&arguments);
    let whole = files(readings.path());
    // As a kill leaves it: half a line in the list, half a file beside the one that it will be.
    let list = readings.path().join("manifest.jsonl");
    let lines = std::fs::read(&list).unwrap();
    std::fs::write(&list, &lines[..lines.len() - 30]).unwrap();
    let last = readings.path().join("tỉnh/c.json");
    std::fs::rename(&last, readings.path().join("tỉnh/.c.json.part")).unwrap();
    let output = haidang(&arguments);
    assert!(err(&output).contains("1 read, 0 not, 3 read before"), "{}", err(&output));
    let mut now = files(readings.path());
    let (list_now, list_then) = (now.remove("manifest.jsonl").unwrap(), whole["manifest.jsonl"].clone());
    assert!(list_now.len() > list_then.len());
    assert!(now.iter().all(|(name, bytes)| whole[name] == *bytes), "{:?}", now.keys());
    assert!(!now.keys().any(|name| name.contains(".part")));
    let again = haidang(&arguments);
    assert!(err(&again).contains("0 read, 0 not, 4 read before"), "{}", err(&again));
}

#[test]
fn other_forms() {
    let directive = "examples/chi-thi-05.vi.txt";
    let akn = out(&haidang(&["read", "--format", "akn", directive]));
    assert!(akn.starts_with("<?xml") && akn.contains("<statement name=\"directive\""), "{akn}");
    let elsewhere =
        out(&haidang(&["read", "--format", "akn", "--country", "FR", "examples/directive-05.fr.txt"]));
    assert!(elsewhere.contains("<FRBRcountry value=\"fr\"/>"), "{elsewhere}");
    let annotations: serde_json::Value =
        serde_json::from_str(&out(&haidang(&["read", "--format", "annotations", directive]))).unwrap();
    assert_eq!(annotations["type"], "AnnotationCollection");
}

#[test]
fn a_wrong_call_is_told_from_a_failure() {
    let empty = tempfile::tempdir().unwrap();
    let empty = empty.path().to_str().unwrap();
    let table: [(&[&str], &str); 6] = [
        (&["read"], "FILE"),
        (&["read", "--json", "--jsonl", "examples"], "--jsonl"),
        (&["read", "--jobs", "0", "examples"], "0"),
        (&["read", "--country", "viet", "examples"], "two letters"),
        (&["read", "--format", "akn", "examples"], "--out DIR"),
        (&["read", empty], "no documents there"),
    ];
    for (arguments, expected) in table {
        let output = haidang(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", err(&output));
        assert!(err(&output).contains(expected), "{arguments:?}: {}", err(&output));
    }
}

#[test]
fn a_table_that_goes_into_a_file_stays_narrow() {
    let long =
        format!("1. Sở Xây dựng rà soát {} trước ngày 31/3/2026.\n", "quy hoạch và kế hoạch, ".repeat(200));
    let file = tempfile::Builder::new().suffix(".txt").tempfile().unwrap();
    std::fs::write(file.path(), long).unwrap();
    let shown = out(&haidang(&["read", file.path().to_str().unwrap()]));
    let widest = shown.lines().map(|line| line.chars().count()).max().unwrap();
    assert!(shown.contains("2026-03-31") && widest <= 200, "{widest}");
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
    let table: [(&str, &[u8], &str); 3] = [
        ("a.png", b"\x89PNG\r\n", "this picture is a scan without text"),
        ("b.txt", b"", "the document is empty"),
        ("c.txt", b"one\ntwo\x00three", "byte 7, line 2"),
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
