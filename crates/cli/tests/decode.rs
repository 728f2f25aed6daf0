//! Files that break, outgrow or never end a library are refused one by one, with what to do, and the files
//! beside them are read all the same.

// Tests say what they expect in the shortest way.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::format_push_string)]

use haidang_testkit::shared::project;
use std::path::Path;
use std::process::{Command, Output};

/// A PDF of these objects, the first being number 1 and the catalogue.
fn pdf(objects: &[String]) -> Vec<u8> {
    let mut out = "%PDF-1.4\n".to_owned();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (at, object) in objects.iter().enumerate() {
        table += &format!("{:010} 00000 n \n", out.len());
        out += &format!("{} 0 obj\n{object}\nendobj\n", at + 1);
    }
    let start = out.len();
    let size = objects.len() + 1;
    out += &format!("{table}trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
    out.into_bytes()
}

fn stream(own: &str, content: &str) -> String {
    format!("<<{own}/Length {}>>stream\n{content}\nendstream", content.len())
}

/// A page with this drawing, these resources (their objects have numbers from 5), and one font F.
fn page(drawing: &str, resources: &str, font: &str, more: &[String]) -> Vec<u8> {
    let font = format!("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding{font}>>");
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Count 1/Kids[3 0 R]>>".to_owned(),
        format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F {font}>>{resources}>>>>"
        ),
        stream("", drawing),
    ];
    objects.extend_from_slice(more);
    pdf(&objects)
}

const ORDER: &str = "BT /F 11 Tf 60 700 Td (1. The Ministry of Finance shall report by June 2026.) Tj ET";

/// A font whose table of letters says that four thousand million codes are letters.
fn endless_letters() -> Vec<u8> {
    let letters = "1 begincodespacerange <00> <FF> endcodespacerange\n\
        1 beginbfrange <00000000> <FFFFFFFE> <00000041> endbfrange";
    page(ORDER, "", "/ToUnicode 5 0 R", &[stream("", letters)])
}

/// A form that draws itself by a name that it has from its page.
fn form_in_itself() -> Vec<u8> {
    let form = stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]", "/X Do");
    page(&format!("{ORDER} /X Do"), "/XObject<</X 5 0 R>>", "", &[form])
}

fn haidang(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_haidang")).args(arguments).current_dir(project()).output().unwrap()
}

fn said(output: &Output) -> (String, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&output.stdout), text(&output.stderr))
}

/// Reads a folder with this file and a sound one.
fn beside_a_sound_one(file: &[u8], limits: &[&str]) -> (String, String) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.pdf"), file).unwrap();
    std::fs::write(folder.path().join("b.pdf"), page(ORDER, "", "", &[])).unwrap();
    let mut arguments = vec!["read", "--jsonl", folder.path().to_str().unwrap()];
    arguments.extend_from_slice(limits);
    let output = haidang(&arguments);
    assert_eq!(output.status.code(), Some(1), "{:?}", said(&output));
    said(&output)
}

#[test]
fn what_cannot_be_decoded_is_refused_and_the_next_file_is_read() {
    let table = [
        (endless_letters(), &["--decode-memory=400"][..], "takes more than 400 MiB of memory"),
        (endless_letters(), &["--decode-memory=1000000", "--decode-seconds=1"], "stopped after 1 seconds"),
        (form_in_itself(), &[], "broke off (its parts are nested too deep)"),
    ];
    for (file, limits, expected) in table {
        let (out, err) = beside_a_sound_one(&file, limits);
        let problem = err.lines().find(|line| line.contains("a.pdf")).unwrap();
        assert!(problem.contains(expected) && problem.contains("save it anew"), "{err}");
        assert!(out.lines().count() == 1 && out.contains("b.pdf") && out.contains("\"2026-06\""), "{out}");
    }
}

#[test]
fn a_sound_file_reads_the_same_in_a_process_apart() {
    let formats = Path::new(env!("CARGO_MANIFEST_DIR")).join("../reading/tests/formats");
    let files = [formats.join("plan.pdf"), formats.join("province.html")];
    for file in files {
        let bytes = std::fs::read(&file).unwrap();
        let name = file.to_str().unwrap();
        let (_, here) = haidang_reading::read(name, &bytes, None).unwrap();
        let (out, err) = said(&haidang(&["read", "--json", name]));
        assert_eq!(out, serde_json::to_string_pretty(&here).unwrap() + "\n", "{err}");
    }
}
