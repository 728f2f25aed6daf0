//! PDF files, put together here object by object.

// Tests say what they expect in the shortest way.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::format_push_string)]

use haidang_reading::{Format, decode, read};

/// A file of pages, each with its drawing.
fn pdf(pages: &[&str], more: &str) -> Vec<u8> {
    let kids: Vec<String> = (0..pages.len()).map(|at| format!("{} 0 R", 10 + 2 * at)).collect();
    let mut objects = vec![
        (1, "<</Type/Catalog/Pages 2 0 R>>".to_owned()),
        (2, format!("<</Type/Pages/Count {}/Kids[{}]>>", pages.len(), kids.join(" "))),
        (3, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned()),
    ];
    for (at, drawing) in pages.iter().enumerate() {
        let number = 10 + 2 * at;
        objects.push((number, format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {} 0 R/Resources<</Font<</F 3 0 R>>{more}>>>>",
            number + 1
        )));
        objects.push((number + 1, format!("<</Length {}>>stream\n{drawing}\nendstream", drawing.len())));
    }
    let mut out = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (number, object) in &objects {
        places.push((*number, out.len()));
        out += &format!("{number} 0 obj\n{object}\nendobj\n");
    }
    let start = out.len();
    out += "xref\n0 1\n0000000000 65535 f \n";
    for (number, at) in places {
        out += &format!("{number} 1\n{at:010} 00000 n \n");
    }
    out += &format!("trailer\n<</Size 200/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
    out.into_bytes()
}

fn at(x: u32, y: u32, words: &str) -> String {
    format!("BT /F 11 Tf {x} {y} Td ({words}) Tj ET\n")
}

fn text(bytes: &[u8]) -> String {
    let decoded = decode("a.pdf", bytes).unwrap();
    assert_eq!(decoded.format, Format::Pdf);
    decoded.text
}

#[test]
fn pages_go_on_without_their_running_lines() {
    let page = |number: u32, lines: [&str; 3]| {
        let mut drawing =
            at(60, 810, &format!("OFFICIAL GAZETTE no. {number}")) + &at(290, 30, &number.to_string());
        for (row, words) in (0u32..).zip(lines) {
            drawing += &at(60, 740 - 15 * row, words);
        }
        drawing
    };
    let first = page(
        1,
        [
            "1. The Ministry of Transport shall prepare the imple-",
            "mentation of the plan.",
            "2. The Ministry of Finance shall",
        ],
    );
    let second = page(2, ["report by June 2026.", "3. Provinces shall review", "their plans."]);
    let text = text(&pdf(&[&first, &second], ""));
    assert_eq!(
        text,
        "1. The Ministry of Transport shall prepare the implementation\nof the plan.\n2. The Ministry of Finance shall\n\
         report by June 2026.\n3. Provinces shall review\ntheir plans.\n"
    );
}

#[test]
fn columns_come_one_behind_the_other() {
    let mut drawing = String::new();
    for row in 0..4 {
        drawing += &at(60, 700 - 14 * row, &format!("left column line {row}"));
        drawing += &at(320, 700 - 14 * row, &format!("right column line {row}"));
    }
    let lines: Vec<String> =
        text(&pdf(&[&drawing], "")).lines().filter(|l| !l.is_empty()).map(str::to_owned).collect();
    assert_eq!(lines[3..5], ["left column line 3", "right column line 0"]);
}

#[test]
fn a_ruled_table_becomes_rows() {
    let mut drawing = String::new();
    for y in [700, 680, 660] {
        drawing += &format!("60 {y} m 500 {y} l S\n");
    }
    for x in [60, 100, 300, 500] {
        drawing += &format!("{x} 660 0.5 40 re f*\n");
    }
    for (x, y, words) in [
        (65, 687, "No."),
        (105, 687, "Task"),
        (305, 687, "Lead"),
        (65, 667, "1"),
        (105, 667, "Review the plan"),
        (305, 667, "Ministry of Health"),
    ] {
        drawing += &at(x, y, words);
    }
    drawing += &at(60, 630, "Behind the table.");
    assert_eq!(
        text(&pdf(&[&drawing], "")),
        "| No. | Task | Lead |\n| 1 | Review the plan | Ministry of Health |\n\nBehind the table.\n"
    );
}

#[test]
fn a_table_without_lines_becomes_rows() {
    let rows = [
        (700, ["No.", "Task", "Lead", "Time"]),
        (680, ["1", "Review the ferry plan", "Ministry of Transport", "June 2026"]),
        (668, ["", "of the delta", "", ""]),
        (648, ["2", "Train the crews", "Ministry of Health", "July 2026"]),
    ];
    let mut drawing = at(60, 740, "Annex");
    for (y, cells) in rows {
        for (x, words) in [60, 100, 260, 420].into_iter().zip(cells) {
            drawing += &at(x, y, words);
        }
    }
    drawing += &at(60, 610, "All ministries report by the end of the year to the office of the council.");
    assert_eq!(
        text(&pdf(&[&drawing], "")),
        "Annex\n\n| No. | Task | Lead | Time |\n\
         | 1 | Review the ferry plan of the delta | Ministry of Transport | June 2026 |\n\
         | 2 | Train the crews | Ministry of Health | July 2026 |\n\n\
         All ministries report by the end of the year to the office of the council.\n"
    );
}

/// An invented plan of three pages, printed in a Vietnamese font: a head in two columns, running
/// lines, wrapped orders, a table with ruled lines and one without.
#[test]
fn a_whole_plan_gives_its_metadata_and_tasks() {
    let (text, reading) = read("plan.pdf", include_bytes!("formats/plan.pdf"), None).unwrap();
    assert!(!text.contains("Văn bản lưu") && !text.contains("- 2 -"), "{text}");
    assert_eq!(reading.metadata.symbol.as_deref(), Some("42/KH-UBND"));
    assert_eq!(reading.metadata.date.as_deref(), Some("2026-03-14"));
    let leads: Vec<&str> = reading.tasks.iter().flat_map(|task| &task.lead).map(String::as_str).collect();
    let expected = [
        "Sở Y tế",
        "Sở Giáo dục và Đào tạo",
        "Ủy ban nhân dân các xã",
        "Sở Xây dựng",
        "Sở Tài chính",
        "Công an tỉnh",
        "Sở Nông nghiệp và Môi trường",
        "Ủy ban nhân dân các xã",
        "Sở Nông nghiệp và Môi trường",
        "Ủy ban nhân dân các xã",
        "Sở Xây dựng",
    ];
    assert_eq!(leads, expected);
    assert!(reading.tasks.iter().filter(|task| task.deadline.is_some()).count() >= 10);
}

#[test]
fn a_password_is_said() {
    let whole = String::from_utf8(pdf(&[&at(60, 700, "Words")], "")).unwrap();
    let (owner, user) = ("41".repeat(32), "42".repeat(32));
    let locked =
        format!("/Root 1 0 R/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{owner}>/U<{user}>>>/ID[<41><41>]");
    let error = decode("a.pdf", whole.replace("/Root 1 0 R", &locked).as_bytes()).unwrap_err();
    assert_eq!(error.key(), "protected", "{error}");
}

#[test]
fn what_is_no_text_is_said() {
    let key = |bytes: &[u8]| decode("a.pdf", bytes).unwrap_err().key();
    let whole = pdf(&[&at(60, 700, "Words of a page")], "");
    assert_eq!(key(&pdf(&["", ""], "")), "scanned");
    let garbage: Vec<u8> = (0u8..=255).cycle().take(4_000).collect();
    assert_eq!(key(&[b"%PDF-1.4\n".as_slice(), &garbage].concat()), "damaged");
    assert_eq!(key(b"%PDF-1.7 and nothing more"), "damaged");
    assert_eq!(key(&whole[..whole.len() / 2]), "damaged");
    assert!(decode("a.pdf", &whole).is_ok());
}

#[test]
fn a_form_that_draws_itself_is_refused() {
    let drawing = at(60, 700, "Words") + "/X Do\n";
    let error = decode("a.pdf", &pdf(&[&drawing], "/XObject<</X 10 0 R>>")).unwrap_err();
    assert_eq!(error.key(), "damaged");
    assert!(error.to_string().contains("page 1"), "{error}");
}
