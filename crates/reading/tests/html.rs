//! Web pages: the text of the document comes out, what surrounds it does not.

// Tests say what they expect in the shortest way.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use haidang_reading::{Encoding, Format, decode, read};

fn text(page: &str) -> String {
    let decoded = decode("page.html", page.as_bytes()).unwrap();
    assert_eq!(decoded.format, Format::Html);
    decoded.text
}

#[test]
fn a_page_of_a_province_gives_its_document_only() {
    let page = include_str!("formats/province.html");
    insta::assert_snapshot!(text(page));
}

#[test]
fn a_news_page_gives_title_date_and_article() {
    let page = include_str!("formats/news.html");
    let text = text(page);
    insta::assert_snapshot!(text);
    let (_, reading) = read("news.html", page.as_bytes(), None).unwrap();
    assert_eq!(reading.metadata.date.as_deref(), Some("2026-02-03"));
}

#[test]
fn lists_keep_their_numbers() {
    let page = "<body><p>The provinces shall act as follows, each within its own means and budget:</p>\
        <ol type=I><li>Review the plans<ol type=a start=3><li>Costs<li>2. Risks, numbered by hand</ol></ol>\
        <ul><li>Publish the results on the portal<li><a href=x>Related story about another thing</a></ul>";
    assert_eq!(
        text(page),
        "The provinces shall act as follows, each within its own means and budget:\n\nI. Review the plans\n\n\
         c) Costs\n\n2. Risks, numbered by hand\n\n- Publish the results on the portal\n"
    );
}

#[test]
fn marks_of_notes_go_and_squares_stay() {
    let page = "<p>Theo Nghị quyết số 12-NQ/TW<sup><a href=#1>1</a></sup>, xây 300 m<sup>2</sup> nhà trong \
        n<sup>o</sup> 5<del>bỏ</del><ins> và giữ</ins>.";
    assert_eq!(text(page), "Theo Nghị quyết số 12-NQ/TW, xây 300 m² nhà trong no 5 và giữ.\n");
}

#[test]
fn tables_become_rows_and_layout_becomes_paragraphs() {
    let page = "<table><tr><td>UBND TỈNH<br>Số: 7/KH-UBND<td>CỘNG HÒA</table>\
        <table><thead><tr><th>TT<th>Nhiệm vụ<th>Chủ trì<th>Thời hạn</thead>\
        <tr><td>1<td>Rà soát<td rowspan=2>Sở Nội vụ<td>Quý I<tr><td>2<td>Báo cáo<td></table>";
    assert_eq!(
        text(page),
        "UBND TỈNH\nSố: 7/KH-UBND\n\nCỘNG HÒA\n\n| TT | Nhiệm vụ | Chủ trì | Thời hạn |\n\
         | 1 | Rà soát | Sở Nội vụ | Quý I |\n| 2 | Báo cáo | Sở Nội vụ |  |\n"
    );
}

#[test]
fn encodings_are_told_by_mark_declaration_and_sense() {
    let vietnamese = "<p>Ủy ban nhân dân tỉnh yêu cầu các sở rà soát quỹ đất và báo cáo.";
    let utf16: Vec<u8> =
        format!("\u{feff}<html>{vietnamese}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let latin = b"<meta charset=iso-8859-1><p>Le pr\xE9fet est charg\xE9 de l'\xE9tude.".to_vec();
    let shown = "<p>\u{a7}iÒu 1. Uû ban nh©n d©n tØnh giao Së X©y dùng chñ tr× viÖc nµy";
    for (bytes, encoding, words) in [
        (utf16, Encoding::Utf16, "Ủy ban nhân dân"),
        (latin, Encoding::Windows1252, "préfet est chargé de l'étude"),
        (
            shown.as_bytes().to_vec(),
            Encoding::Tcvn3,
            "Điều 1. Uỷ ban nhân dân tỉnh giao Sở Xây dựng chủ trì việc này",
        ),
    ] {
        let decoded = decode("a.html", &bytes).unwrap();
        assert_eq!(decoded.encoding, encoding);
        assert!(decoded.text.contains(words), "{}", decoded.text);
    }
}

#[test]
fn a_page_without_words_is_empty() {
    let page =
        "<html><head><title>x</title></head><body><script>var a = 'words';</script><nav>Home</nav></body>";
    assert_eq!(decode("a.html", page.as_bytes()).unwrap_err().key(), "empty");
}

#[test]
fn pages_that_nest_without_end_are_read() {
    let page = "<div><table><tr><td>".repeat(3_000) + "Sở Tài chính rà soát.";
    assert!(text(&page).contains("Sở Tài chính rà soát."));
}
