//! Scans: read by optical recognition where `tesseract` with Vietnamese is installed, and otherwise refused
//! with what to install.

// Tests say what they expect in the shortest way.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::print_stderr)]

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn scan(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scans").join(name)
}

/// Whether the programs are there; says so where they are not.
fn is_installed(programs: &[&str]) -> bool {
    let runs = |program: &&str| Command::new(program).arg("--version").output().is_ok();
    let languages = Command::new("tesseract").arg("--list-langs").output();
    let vietnamese = languages.is_ok_and(|said| String::from_utf8_lossy(&said.stdout).contains("vie"));
    let installed = programs.iter().all(runs) && vietnamese;
    if !installed {
        eprintln!("skipped: {} with Vietnamese data are needed", programs.join(" and "));
    }
    installed
}

fn read(arguments: &[&str], file: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_haidang")).arg("read").args(arguments).arg(file).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// What the scanned directive asks for: who, until when.
fn tasks(reading: &Value) -> Vec<(String, String)> {
    let said = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let task = |task: &Value| (said(&task["lead"][0]), said(&task["deadline"]));
    reading["tasks"].as_array().unwrap().iter().map(task).collect()
}

#[test]
fn a_scan_is_read_and_the_reading_says_that_it_was_recognised() {
    if !is_installed(&["tesseract", "pdftoppm"]) {
        return;
    }
    for name in ["chi-thi.pdf", "chi-thi.png"] {
        let output = read(&["--json"], &scan(name));
        let reading: Value =
            serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", text(&output.stderr)));
        assert_eq!(reading["remarks"][0]["kind"], "recognised", "{name}");
        assert_eq!(reading["metadata"]["symbol"], "27/CT-UBND", "{name}");
        assert_eq!(reading["metadata"]["date"], "2026-03-12", "{name}");
        let tasks = tasks(&reading);
        let agriculture = ("Sở Nông nghiệp và Môi trường".to_owned(), "2026-04-15".to_owned());
        let finance = ("Sở Tài chính".to_owned(), "2026-04-30".to_owned());
        assert!(tasks.contains(&agriculture) && tasks.contains(&finance), "{name} {tasks:?}");
    }
    let shown = text(&read(&[], &scan("chi-thi.png")).stdout);
    assert!(shown.contains("optical recognition: check the words"), "{shown}");
}

#[test]
fn without_the_programs_it_is_said_what_to_install() {
    let nothing = tempfile::tempdir().unwrap();
    for name in ["chi-thi.pdf", "chi-thi.png"] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_haidang"));
        let output = command.arg("read").arg(scan(name)).env("PATH", nothing.path()).output().unwrap();
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(1));
        assert!(said.contains("is a scan without text"), "{said}");
        assert!(said.contains("install tesseract with its Vietnamese data"), "{said}");
    }
}

#[cfg(unix)]
#[test]
fn without_pdftoppm_the_pictures_in_the_file_are_read() {
    if !is_installed(&["tesseract"]) {
        return;
    }
    let path = std::env::var_os("PATH").unwrap();
    let found =
        std::env::split_paths(&path).map(|folder| folder.join("tesseract")).find(|file| file.exists());
    let alone = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(found.unwrap(), alone.path().join("tesseract")).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_haidang"));
    command.args(["read", "--json"]).arg(scan("chi-thi.pdf")).env("PATH", alone.path());
    let output = command.output().unwrap();
    let reading: Value =
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", text(&output.stderr)));
    assert_eq!(reading["metadata"]["symbol"], "27/CT-UBND");
    assert!(tasks(&reading).len() > 5);
}

#[test]
fn a_language_without_data_and_a_picture_without_text_are_refused() {
    if !is_installed(&["tesseract"]) {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let blank = folder.path().join("blank.png");
    // One white pixel.
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0:~\x9bU\0\0\0\nIDATx\xdac\xf8\x0f\0\x01\x01\x01\0\x1b\xb6\xeeV\0\0\0\0IEND\xaeB`\x82";
    std::fs::write(&blank, png).unwrap();
    let said = text(&read(&[], &blank).stderr);
    assert!(said.contains("blank.png") && said.contains("is a scan without text (1 page(s))"), "{said}");
}
