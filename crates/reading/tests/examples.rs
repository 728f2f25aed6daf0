//! The example documents as the reader reads them: snapshots, one for each language version.

// Tests say what they expect in the shortest way.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use haidang_reading::{Reading, read};

fn reading(name: &str, text: &str) -> Reading {
    read(name, text.as_bytes(), None).unwrap().1
}

#[test]
fn the_vietnamese_directive() {
    let reading = reading("chi-thi-05.vi.txt", include_str!("../../../examples/chi-thi-05.vi.txt"));
    insta::assert_json_snapshot!(reading, { ".reader" => "[reader]" });
}

#[test]
fn the_english_directive() {
    let reading = reading("directive-05.en.txt", include_str!("../../../examples/directive-05.en.txt"));
    insta::assert_json_snapshot!(reading, { ".reader" => "[reader]" });
}

#[test]
fn the_french_directive() {
    let reading = reading("directive-05.fr.txt", include_str!("../../../examples/directive-05.fr.txt"));
    insta::assert_json_snapshot!(reading, { ".reader" => "[reader]" });
}

#[test]
fn a_day_between_a_body_and_what_it_does_is_no_part_of_its_name() {
    let orders = [
        ("Giao Sở Xây dựng trước ngày 15/4/2026 trực tiếp kiểm tra các công trình.", "2026-04-15"),
        ("Giao Sở Xây dựng trong quý II năm 2026 chủ trì rà soát các dự án chậm tiến độ.", "2026-Q2"),
        ("Sở Xây dựng chậm nhất ngày 30/6/2026 trình phương án sắp xếp các trạm.", "2026-06-30"),
    ];
    for (order, deadline) in orders {
        let text =
            format!("Số: 12/CT-UBND\nngày 05 tháng 3 năm 2026\n\nCHỈ THỊ\nVề kiểm tra\n\n1. {order}\n");
        let tasks = reading("chi-thi.txt", &text).tasks;
        assert_eq!(tasks.len(), 1, "{order}");
        assert_eq!(tasks[0].lead, ["Sở Xây dựng"], "{order}");
        assert_eq!(tasks[0].deadline.as_deref(), Some(deadline), "{order}");
    }
}

#[test]
fn a_title_in_capitals_names_no_project() {
    let text =
        "KẾ HOẠCH\nPHÁT TRIỂN CÁC CỤM CÔNG NGHIỆP TRÊN ĐỊA BÀN THÀNH PHỐ\n\n1. Xây dựng cầu Sóng Ngân.\n";
    let names: Vec<String> =
        reading("ke-hoach.txt", text).projects.into_iter().map(|p| p.span.quote).collect();
    assert_eq!(names.len(), 1, "{names:?}");
    assert!(names[0].contains("cầu Sóng Ngân"), "{names:?}");
}

#[test]
fn the_versions_of_one_directive_agree_on_symbol_and_date() {
    let texts = [
        ("vi", include_str!("../../../examples/chi-thi-05.vi.txt")),
        ("en", include_str!("../../../examples/directive-05.en.txt")),
        ("fr", include_str!("../../../examples/directive-05.fr.txt")),
    ];
    for (name, text) in texts {
        let metadata = reading(name, text).metadata;
        assert_eq!(metadata.kind, "directive", "{name}");
        assert_eq!(metadata.symbol.as_deref(), Some("05/CT-UBND"), "{name}");
        assert_eq!(metadata.date.as_deref(), Some("2026-01-15"), "{name}");
    }
}
