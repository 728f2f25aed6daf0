//! RTF files, as Word, LibreOffice and older programs write them.

// Tests say what they expect in the shortest way.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::format_push_string)]

use haidang_reading::{Format, decode, read};

const FONTS: &str = "{\\fonttbl{\\f0\\froman\\fcharset0 Times New Roman{\\*\\falt Times};}\
                     {\\f1\\fcharset163{\\*\\panose 020206}Times New Roman (Vietnamese);}\
                     {\\f2\\fnil\\fcharset0 .VnTime;}{\\f3\\fnil .VnTimeH;}{\\f4\\fcharset0 VNI-Times;}}";

fn rtf(body: &str) -> Vec<u8> {
    format!("{{\\rtf1\\ansi\\ansicpg1252\\deff0{FONTS}{body}}}").into_bytes()
}

/// As Word writes what is beyond ASCII.
fn unicode(words: &str) -> String {
    let mut out = String::new();
    for c in words.chars() {
        if c.is_ascii() {
            out.push(c);
            continue;
        }
        for unit in c.encode_utf16(&mut [0; 2]) {
            out.push_str(&format!("\\u{}?", unit.cast_signed()));
        }
    }
    out
}

fn text(body: &str) -> String {
    let decoded = decode("a.rtf", &rtf(body)).unwrap();
    assert_eq!(decoded.format, Format::Rtf);
    decoded.text.trim_end().to_owned()
}

#[test]
fn characters_are_read_in_every_way_to_write_them() {
    let table = [
        (r"\u272?\'f4ng \u7871\'3f", "Đông ế"),
        (r"{\uc2\u272 ??ng}{\uc0\u7871 a}", "Đngếa"),
        (r"\f1 H\'f4m nay, th\'e0nh ph\'f4\'ec \'f0\'f4\'f2ng", "Hôm nay, thành phố động"),
        (r"{\f2 C\'e3 th\'d3} l\'e0m", "Có thể làm"),
        (r"{\f3 th\'ab\'ad}", "THÔƯ"),
        (r"a\~b\_c d\-e\tab f\line g \{h\}\\", "a b-c de f\ng {h}\\"),
        (r"\ldblquote x\rdblquote  \endash  \u8220\ldblquote y\u8221\rdblquote", "“x” – “y”"),
        (r"30 m{\super 2} theo 15/Q\u272?{\super 1}, \u-10179?\u-8704?", "30 m² theo 15/QĐ, 😀"),
        ("gi\r\nao \\caps s\\u7903?\\caps0  y t\\u7871?", "giao SỞ y tế"),
    ];
    for (body, expected) in table {
        assert_eq!(text(body), expected, "{body}");
    }
}

#[test]
fn what_is_no_text_of_the_document_is_left_out() {
    let body = "{\\colortbl;\\red0;}{\\stylesheet{\\s1 heading 1;}}{\\info{\\title Bìa}{\\author Ai}}\
        {\\header \\pard Running head {\\shp{\\*\\shpinst{\\shptxt box of the head}}}\\par}{\\footer 7}\
        {\\*\\generator Writer;}{\\*\\bkmkstart a}One{\\*\\bkmkend a}{\\v hidden}{\\deleted gone} two\
        {\\pict\\pngblip 89504e47}{\\*\\shppict{\\pict\\bin4 }{}{}}\\par\
        {\\field{\\*\\fldinst HYPERLINK \"x\"}{\\fldrslt three}}\
        {\\upr{four?}{\\*\\ud{ four}}}{\\*\\unknown five}\\par";
    assert_eq!(text(body), "One two\n\nthree four");
}

#[test]
fn lists_notes_and_text_boxes_are_kept() {
    let body = "\\pard{\\listtext\\pard\\plain 1.\\tab}Review the plan{\\super\\chftn}\
        {\\footnote\\pard {\\super\\chftn} See the annex.\\par} now.\\par\
        \\pard{\\pntext\\f0 2.\\tab}Report.\\par\
        {\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt In a box\\par}}{\\shprslt In a box}}After.\\par";
    assert_eq!(
        text(body),
        "1. Review the plan now.\n\n2. Report.\n\nIn a box\n\nAfter.\n\n[1] See the annex."
    );
}

#[test]
fn tables_become_rows_and_merged_cells_are_laid_out() {
    let row = |marks: [&str; 3], cells: [&str; 3]| {
        let places = [("1000", marks[0]), ("5000", marks[1]), ("9000", marks[2])];
        let places: String = places.iter().map(|(at, mark)| format!("{mark}\\cellx{at}")).collect();
        let cells: String =
            cells.iter().map(|cell| format!("\\pard\\intbl {}\\cell", unicode(cell))).collect();
        format!("\\trowd{places}{cells}\\row")
    };
    let body = [
        unicode("Phụ lục\\par"),
        row(["", "", ""], ["Nhiệm vụ", "Cơ quan chủ trì", "Thời gian"]),
        row(["", "\\clvmgf", ""], ["Lập đề án", "Sở Tài chính", "Quý I"]),
        row(["", "\\clvmrg", ""], ["Rà soát quỹ đất", "", "Quý II"]),
        "\\pard Behind.\\par".to_owned(),
    ];
    assert_eq!(
        text(&body.concat()),
        "Phụ lục\n\n| Nhiệm vụ | Cơ quan chủ trì | Thời gian |\n| Lập đề án | Sở Tài chính | Quý I |\n\
         | Rà soát quỹ đất | Sở Tài chính | Quý II |\n\nBehind."
    );
}

#[test]
fn a_cell_of_paragraphs_and_lists_stays_one_cell() {
    let cells = "\\pard\\intbl{\\listtext\\pard\\plain a)\\tab}First\\par \\pard\\intbl Second\\cell\
                 \\pard\\intbl Lead\\cell\\pard\\intbl Time\\cell";
    let body = format!("\\trowd\\cellx1\\cellx2\\cellx3{cells}\\row");
    assert_eq!(text(&body), "|\na) First\nSecond\n|\nLead\n|\nTime\n|");
}

#[test]
fn an_order_gives_its_tasks() {
    let body = unicode(
        "Chỉ thị về việc giữ sạch bến sông\\par 1. Giao Sở Xây dựng chủ trì, phối hợp với Sở Y tế rà soát \
         các bến đò trước ngày 30/6/2026.\\par 2. Ủy ban nhân dân các xã tổ chức thu gom rác hằng tuần.\\par ",
    );
    let (_, reading) = read("a.rtf", &rtf(&body), None).unwrap();
    let leads: Vec<&str> = reading.tasks.iter().flat_map(|task| &task.lead).map(String::as_str).collect();
    assert_eq!(leads, ["Sở Xây dựng", "Ủy ban nhân dân các xã"]);
}

#[test]
fn a_damaged_file_says_where() {
    let whole = rtf("Words of a letter\\par");
    let table: [(&[u8], &str, &str); 5] = [
        (whole.get(..whole.len() - 1).unwrap(), "damaged", "still open"),
        (b"no RTF at all", "damaged", "byte 0"),
        (b"{\\rtf1}", "empty", "empty"),
        (b"{\\rtf", "damaged", "byte 5"),
        (&[b"{\\rtf1".as_slice(), &[b'{'; 9_000]].concat(), "damaged", "within one another"),
    ];
    for (bytes, key, words) in table {
        let error = decode("a.rtf", bytes).unwrap_err();
        assert_eq!(error.key(), key, "{error}");
        assert!(error.to_string().contains(words), "{error}");
    }
    assert!(decode("a.rtf", &[&whole[..], b"\r\n\0\0"].concat()).is_ok());
}
