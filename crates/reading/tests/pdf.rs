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
        "1. The Ministry of Transport shall prepare the implementation\nof the plan.\n\n2. The Ministry of Finance shall\n\
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

/// A table of three columns with lines around its cells: the heights of its lines, and its words.
fn ruled(heights: &[u32], words: &[(u32, u32, &str)]) -> String {
    let across = heights.iter().map(|y| format!("60 {y} m 500 {y} l S\n"));
    let (top, foot) = (heights[0], heights[heights.len() - 1]);
    let down = [60, 100, 300, 500].map(|x| format!("{x} {foot} m {x} {top} l S\n"));
    across.chain(down).chain(words.iter().map(|(x, y, words)| at(*x, *y, words))).collect()
}

#[test]
fn a_table_goes_on_over_the_page() {
    let head = |y| [(65, y, "No."), (105, y, "Task"), (305, y, "Lead")];
    let mut first = head(787).to_vec();
    first.extend([(65, 767, "1"), (105, 767, "Review the plan of"), (305, 767, "Ministry of Health")]);
    let mut second = head(787).to_vec();
    second.extend([
        (105, 767, "the delta"),
        (65, 747, "2"),
        (105, 747, "Train the crews"),
        (305, 747, "Ministry of Labour"),
    ]);
    let pages = [ruled(&[800, 780, 760], &first), ruled(&[800, 780, 760, 740], &second)];
    let one_row = ruled(&[800, 780], &[(65, 787, "3"), (105, 787, "Report"), (305, 787, "All ministries")]);
    let pages = [pages[0].as_str(), &pages[1], &one_row, &at(60, 700, "Behind the table.")];
    assert_eq!(
        text(&pdf(&pages, "")),
        "| No. | Task | Lead |\n| 1 | Review the plan of the delta | Ministry of Health |\n\
         | 2 | Train the crews | Ministry of Labour |\n| 3 | Report | All ministries |\n\nBehind the table.\n"
    );
}

#[test]
fn a_table_without_lines_goes_on_below_the_head_of_a_group_and_over_the_page() {
    let rows = |rows: &[(u32, [&str; 4])]| {
        let mut drawing = String::new();
        for (y, cells) in rows {
            let placed = [60, 100, 260, 420].into_iter().zip(cells).filter(|(_, words)| !words.is_empty());
            drawing += &placed.map(|(x, words)| at(x, *y, words)).collect::<String>();
        }
        drawing
    };
    let first =
        rows(&[
            (740, ["No.", "Task", "Lead", "Time"]),
            (720, ["1", "Review the ferry plan", "Ministry of Transport", "June 2026"]),
            (708, ["", "of the delta", "", ""]),
            (688, ["2", "Train the crews", "Ministry of Health", "July 2026"]),
        ]) + &at(60, 668, "II. Tasks that have to be done in all of the provinces of the delta together")
            + &rows(&[
                (648, ["3", "Build a school", "Provinces", "May 2027"]),
                (628, ["4", "Open a library for all", "Provinces", "June 2027"]),
            ]);
    let second =
        rows(&[(780, ["", "of the children", "", ""]), (760, ["5", "Report", "Provinces", "yearly"])])
            + &at(60, 700, "All ministries report by the end of the year to the office of the council.");
    assert_eq!(
        text(&pdf(&[&first, &second], "")),
        "| No. | Task | Lead | Time |\n\
         | 1 | Review the ferry plan of the delta | Ministry of Transport | June 2026 |\n\
         | 2 | Train the crews | Ministry of Health | July 2026 |\n\
         | II. Tasks that have to be done in all of the provinces of the delta together |  |  |  |\n\
         | 3 | Build a school | Provinces | May 2027 |\n\
         | 4 | Open a library for all of the children | Provinces | June 2027 |\n\
         | 5 | Report | Provinces | yearly |\n\n\
         All ministries report by the end of the year to the office of the council.\n"
    );
}

#[test]
fn lines_between_rows_make_a_table_of_two_columns() {
    let rows = [
        (740, "Task", "Time"),
        (710, "Review the plan", "June 2026"),
        (680, "Train the crews", "July 2026"),
        (660, "Open a library", "May 2027"),
    ];
    let mut drawing = at(65, 698, "of the delta");
    for (y, left, right) in rows {
        drawing += &format!("60 {} m 500 {} l S\n", y + 13, y + 13);
        drawing += &(at(65, y, left) + &at(300, y, right));
    }
    assert_eq!(
        text(&pdf(&[&drawing], "")),
        "| Task | Time |\n| Review the plan of the delta | June 2026 |\n\
         | Train the crews | July 2026 |\n| Open a library | May 2027 |\n"
    );
}

#[test]
fn colours_that_are_not_known_cost_no_words() {
    let drawing = "/C cs 1 scn ".to_owned() + &at(60, 700, "The Ministry of Health shall report.");
    let space = "/ColorSpace<</C[/Separation/Red[/Indexed/DeviceRGB 0<000000>]<</FunctionType 9>>]>>";
    assert_eq!(text(&pdf(&[&drawing], space)), "The Ministry of Health shall report.\n");
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
