//! Word and OpenDocument files, put together here part by part.

// Tests say what they expect in the shortest way.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use haidang_reading::{Format, ReadError, decode, read};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fn package(parts: &[(&str, &str)], method: CompressionMethod) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const TYPES: (&str, &str) = ("[Content_Types].xml", "<Types/>");

fn docx(body: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let document = format!("<w:document xmlns:w='w' xmlns:mc='m'><w:body>{body}</w:body></w:document>");
    let mut parts = vec![TYPES, ("word/document.xml", document.as_str())];
    parts.extend_from_slice(more);
    package(&parts, CompressionMethod::Stored)
}

fn text(bytes: &[u8]) -> String {
    decode("a.docx", bytes).unwrap().text
}

fn p(words: &str) -> String {
    format!("<w:p><w:r><w:t xml:space='preserve'>{words}</w:t></w:r></w:p>")
}

fn item(list: u8, level: u8, words: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr></w:pPr>\
         <w:r><w:t>{words}</w:t></w:r></w:p>"
    )
}

const NUMBERING: &str = "<w:numbering xmlns:w='w'><w:abstractNum w:abstractNumId='0'>\
    <w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='upperRoman'/><w:lvlText w:val='%1.'/></w:lvl>\
    <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%2.'/></w:lvl>\
    <w:lvl w:ilvl='2'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='%3)'/></w:lvl>\
    <w:lvl w:ilvl='3'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%2.%4'/></w:lvl>\
    </w:abstractNum><w:abstractNum w:abstractNumId='1'>\
    <w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/><w:lvlText w:val='\u{f0b7}'/></w:lvl></w:abstractNum>\
    <w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>\
    <w:num w:numId='2'><w:abstractNumId w:val='1'/></w:num>\
    <w:num w:numId='3'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='1'><w:startOverride w:val='5'/></w:lvlOverride></w:num>\
    </w:numbering>";

#[test]
fn numbers_of_lists_are_computed() {
    let body = [
        item(1, 0, "Mục tiêu"),
        item(1, 1, "Giao Sở Nội vụ"),
        item(1, 1, "Giao Sở Y tế"),
        item(1, 2, "Rà soát"),
        item(1, 2, "Báo cáo"),
        item(1, 3, "Chi tiết"),
        item(1, 0, "Tổ chức"),
        item(1, 1, "Bắt đầu lại"),
        item(2, 0, "Chấm"),
        item(3, 1, "Từ năm"),
        item(0, 0, "Không số"),
    ];
    let lines: Vec<String> = text(&docx(&body.concat(), &[("word/numbering.xml", NUMBERING)]))
        .split("\n\n")
        .map(|l| l.trim().to_owned())
        .collect();
    assert_eq!(
        lines,
        [
            "I. Mục tiêu",
            "1. Giao Sở Nội vụ",
            "2. Giao Sở Y tế",
            "a) Rà soát",
            "b) Báo cáo",
            "2.1 Chi tiết",
            "II. Tổ chức",
            "1. Bắt đầu lại",
            "• Chấm",
            "5. Từ năm",
            "Không số",
        ]
    );
}

#[test]
fn tracked_changes_are_read_as_accepted() {
    let body = "<w:p><w:r><w:t>Giao Sở </w:t></w:r><w:del><w:r><w:delText>Nội vụ</w:delText></w:r></w:del>\
        <w:ins><w:r><w:t>Tài chính</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>xa</w:t></w:r></w:moveFrom></w:p>\
        <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Một đoạn </w:t></w:r></w:p><w:p><w:r><w:t>liền nhau.</w:t></w:r></w:p>\
        <w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>bỏ</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    assert_eq!(text(&docx(body, &[])), "Giao Sở Tài chính\n\nMột đoạn liền nhau.\n");
}

#[test]
fn notes_stand_at_the_end_and_their_marks_are_gone() {
    let body = "<w:p><w:r><w:t>Nghị quyết số 12-NQ/TW</w:t></w:r><w:r><w:footnoteReference w:id='4'/></w:r>\
        <w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>2</w:t></w:r><w:r><w:t> về 10 m</w:t></w:r>\
        <w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>2</w:t></w:r><w:r><w:t> đất</w:t></w:r></w:p>";
    let notes = "<w:footnotes xmlns:w='w'><w:footnote w:id='0'><w:p/></w:footnote><w:footnote w:id='4'>\
        <w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>Ban hành ngày 5/5/2025.</w:t></w:r></w:p></w:footnote></w:footnotes>";
    assert_eq!(
        text(&docx(body, &[("word/footnotes.xml", notes)])),
        "Nghị quyết số 12-NQ/TW về 10 m² đất\n\n[1] Ban hành ngày 5/5/2025.\n"
    );
}

#[test]
fn tables_with_merged_cells_become_rows() {
    let cell = |words: &str, how: &str| format!("<w:tc><w:tcPr>{how}</w:tcPr>{}</w:tc>", p(words));
    let row = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
    let (first, more) = ("<w:vMerge w:val='restart'/>", "<w:vMerge/>");
    let table = [
        row(&[cell("TT", ""), cell("Nhiệm vụ", ""), cell("Cơ quan chủ trì", ""), cell("Thời hạn", "")]),
        row(&[cell("I", ""), cell("Nhóm một", "<w:gridSpan w:val='3'/>")]),
        row(&[
            cell("1", ""),
            cell("Rà soát quy hoạch", ""),
            cell("Sở Xây dựng", first),
            cell("Quý I/2026", ""),
        ]),
        row(&[cell("2", ""), cell("Lập kế hoạch", ""), cell("", more), cell("", "")]),
    ];
    let bytes = docx(&format!("<w:tbl>{}</w:tbl>", table.concat()), &[]);
    assert_eq!(
        text(&bytes),
        "| TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn |\n| I | Nhóm một |  |  |\n\
         | 1 | Rà soát quy hoạch | Sở Xây dựng | Quý I/2026 |\n| 2 | Lập kế hoạch | Sở Xây dựng |  |\n"
    );
    let (_, reading) = read("a.docx", &bytes, None).unwrap();
    let leads: Vec<_> =
        reading.tasks.iter().map(|task| (task.lead.join(";"), task.deadline.clone())).collect();
    assert_eq!(
        leads,
        [("Sở Xây dựng".to_owned(), Some("2026-Q1".to_owned())), ("Sở Xây dựng".to_owned(), None),]
    );
}

#[test]
fn old_fonts_are_turned_into_unicode_run_by_run() {
    let run = |font: &str, words: &str| {
        format!(
            "<w:r><w:rPr><w:rFonts w:ascii='{font}'/></w:rPr><w:t xml:space='preserve'>{words}</w:t></w:r>"
        )
    };
    let body = format!(
        "<w:p>{}</w:p><w:p>{}{}{}</w:p><w:p><w:pPr><w:pStyle w:val='Cu'/></w:pPr><w:r><w:t>Së X©y dùng</w:t></w:r></w:p>",
        run(".VnTimeH", "quyÕt ®Þnh"),
        run(".VnTime", "Giao Së Tµi chÝnh"),
        run("VNI-Times", " vaø caùc xaõ "),
        run("Times New Roman", "báo cáo"),
    );
    let styles = "<w:styles xmlns:w='w'><w:style w:type='paragraph' w:styleId='Cu'><w:rPr><w:rFonts w:ascii='.VnArial'/></w:rPr></w:style></w:styles>";
    assert_eq!(
        text(&docx(&body, &[("word/styles.xml", styles)])),
        "QUYẾT ĐỊNH\n\nGiao Sở Tài chính và các xã báo cáo\n\nSở Xây dựng\n"
    );
}

#[test]
fn breaks_fields_hidden_words_and_text_boxes() {
    let body = "<w:p><w:r><w:t>Dòng một</w:t><w:br/><w:t>dòng</w:t><w:tab/><w:t>hai</w:t><w:softHyphen/><w:noBreakHyphen/></w:r>\
        <w:r><w:fldChar w:fldCharType='begin'/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>7</w:t></w:r>\
        <w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:rPr><w:caps/></w:rPr><w:t> hoa</w:t></w:r>\
        <w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p><w:r><w:t>Hộp</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice>\
        <mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>Hộp</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>";
    assert_eq!(text(&docx(body, &[])), "Dòng một\ndòng hai-7 HOA\n\nHộp\n");
}

#[test]
fn damaged_protected_and_other_archives_are_told_apart() {
    let zip = |parts: &[(&str, &str)]| package(parts, CompressionMethod::Stored);
    let ole = [
        &b"\xD0\xCF\x11\xE0"[..],
        &"EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>(),
    ]
    .concat();
    let encrypted = zip(&[("content.xml", "x"), ("META-INF/manifest.xml", "<m:encryption-data/>")]);
    let table: [(Vec<u8>, &str, &str); 8] = [
        (b"PK\x03\x04 cut off".to_vec(), "damaged", "list of parts"),
        (zip(&[TYPES]), "damaged", "word/document.xml: the part is missing"),
        (zip(&[TYPES, ("word/document.xml", "<a><b></a>")]), "damaged", "byte"),
        (zip(&[TYPES, ("word/document.xml", "")]), "damaged", "there is no element"),
        (zip(&[TYPES, ("xl/workbook.xml", "<a/>")]), "unsupported-format", "spreadsheet"),
        (zip(&[("other.txt", "a")]), "unsupported-format", "zip archive"),
        (ole, "protected", "password"),
        (encrypted, "protected", "password"),
    ];
    for (bytes, key, words) in table {
        let error = decode("a.docx", &bytes).unwrap_err();
        assert_eq!(error.key(), key, "{error}");
        assert!(error.to_string().contains(words), "{error}");
    }
}

#[test]
fn parts_that_unpack_without_end_and_entities_that_explode_are_refused() {
    let bomb =
        package(&[TYPES, ("word/document.xml", &" ".repeat(201 * 1024 * 1024))], CompressionMethod::Deflated);
    assert!(matches!(decode("a.docx", &bomb), Err(ReadError::UnpacksTooLarge { .. })));
    let deep = docx(&"<w:sdt>".repeat(100_000), &[]);
    assert_eq!(decode("a.docx", &deep).unwrap_err().key(), "damaged");
    let entities = "<!DOCTYPE d [<!ENTITY a 'xxxxxxxx'><!ENTITY b '&a;&a;&a;'>]><w:document xmlns:w='w'><w:body>\
        <w:p><w:r><w:t>Một &b; hai</w:t></w:r></w:p></w:body></w:document>";
    let bytes = package(&[TYPES, ("word/document.xml", entities)], CompressionMethod::Stored);
    assert_eq!(text(&bytes), "Một hai\n");
}

#[test]
fn an_opendocument_text_gives_lists_tables_and_notes() {
    let content = "<o:document-content xmlns:o='o' xmlns:t='t' xmlns:s='s' xmlns:b='b' xmlns:d='d'><o:automatic-styles>\
        <t:list-style s:name='L1'><t:list-level-style-number t:level='1' s:num-format='1' s:num-suffix='.'/>\
        <t:list-level-style-number t:level='2' s:num-format='a' s:num-suffix=')'/></t:list-style>\
        <t:list-style s:name='L2'><t:list-level-style-bullet t:level='1' t:bullet-char='-'/></t:list-style></o:automatic-styles>\
        <o:body><o:text><t:tracked-changes><t:deletion><t:p>đã xóa</t:p></t:deletion></t:tracked-changes>\
        <t:h>KẾ HOẠCH</t:h><t:list t:style-name='L1'><t:list-item><t:p>Giao Sở<t:s/>Nội vụ</t:p><t:list><t:list-item><t:p>Rà soát</t:p></t:list-item></t:list></t:list-item>\
        <t:list-item><t:p>Báo cáo<t:note><t:note-citation>1</t:note-citation><t:note-body><t:p>Theo mẫu.</t:p></t:note-body></t:note></t:p></t:list-item></t:list>\
        <t:list t:style-name='L2'><t:list-item><t:p>Gạch</t:p></t:list-item></t:list>\
        <t:list t:style-name='L1' t:continue-numbering='true'><t:list-item><t:p>Tiếp</t:p></t:list-item></t:list>\
        <b:table><b:table-header-rows><b:table-row><b:table-cell><t:p>TT</t:p></b:table-cell><b:table-cell><t:p>Việc</t:p></b:table-cell><b:table-cell><t:p>Ai</t:p></b:table-cell></b:table-row></b:table-header-rows>\
        <b:table-row><b:table-cell b:number-columns-spanned='2'><t:p>Chung</t:p></b:table-cell><b:covered-table-cell/><b:table-cell><t:p>Sở</t:p></b:table-cell></b:table-row></b:table>\
        <t:p>Cuối<t:line-break/>dòng<d:frame><d:text-box><t:p>Hộp</t:p></d:text-box></d:frame></t:p></o:text></o:body></o:document-content>";
    let bytes = package(
        &[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content)],
        CompressionMethod::Deflated,
    );
    let decoded = decode("a.odt", &bytes).unwrap();
    assert_eq!(decoded.format, Format::Odt);
    assert_eq!(
        decoded.text,
        "KẾ HOẠCH\n\n1. Giao Sở Nội vụ\n\na) Rà soát\n\n2. Báo cáo\n\n- Gạch\n\n3. Tiếp\n\n| TT | Việc | Ai |\n| Chung |  | Sở |\n\n\
         Cuối\ndòng\n\nHộp\n\n[1] Theo mẫu.\n"
    );
}
