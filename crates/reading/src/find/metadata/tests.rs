//! Heads of documents, records and articles, as they come.

use super::date_of_place;
use crate::reading::Metadata;
use crate::{Language, read_text};

fn metadata(text: &str) -> Metadata {
    read_text(text, Some(Language::Vi)).metadata
}

#[test]
fn heads_of_every_form_say_who_and_what() {
    let table = [
        // (head, kind, symbol, issuer, date)
        (
            "UBND TỈNH MẪU SƠN\nSỞ Y TẾ\n-------\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập – Tự do – Hạnh phúc\n\n\
             Số: 45/SYT-KH\nV/v rà soát trạm y tế\n\nMẫu Sơn, ngày 07 tháng 3 năm 2031\n\nKính gửi: Các đơn vị.\n",
            ["dispatch", "45/SYT-KH", "SỞ Y TẾ TỈNH MẪU SƠN", "2031-03-07"],
        ),
        (
            "BỘ TÀI CHÍNH\nCỤC KHO HÀNG\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n\
             Số: 17/TB-CKH-CT\n\nHà Nội, ngày 07 tháng 3 năm 2031\n\nTHÔNG BÁO\n\nVề việc mở kho\n",
            ["notice", "17/TB-CKH-CT", "CỤC KHO HÀNG", "2031-03-07"],
        ),
        (
            "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nSố 31-KL/TW\n\nHà Nội, ngày 07 tháng 3 năm 2031\n\n\
             KẾT LUẬN\nCỦA BỘ CHÍNH TRỊ, BAN BÍ THƯ\nVỀ CẢNG CÁ\n\nTại phiên họp, Bộ Chính trị kết luận.\n",
            ["conclusion", "31-KL/TW", "BỘ CHÍNH TRỊ, BAN BÍ THƯ", "2031-03-07"],
        ),
        (
            "BAN CHẤP HÀNH TRUNG ƯƠNG\nBAN NỘI CHÍNH\n*\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nSố 12-HD/BNCTW\n\n\
             Hà Nội, ngày 07 tháng 3 năm 2031\n\nHƯỚNG DẪN\n\nVề mẫu báo cáo\n",
            ["other", "12-HD/BNCTW", "BAN NỘI CHÍNH TRUNG ƯƠNG", "2031-03-07"],
        ),
        (
            "CHỈ THỊ\nCỦA THỦ TƯỚNG CHÍNH PHỦ SỐ 91/1997/CT-TTG NGÀY 11 THÁNG 10 NĂM 1997 VỀ VIỆC SỬA ĐÊ\n\n\
             Thời gian qua đê điều xuống cấp.\n\n1. Bộ Xây dựng kiểm tra các tuyến đê.\n",
            ["directive", "91/1997/CT-TTG", "THỦ TƯỚNG CHÍNH PHỦ", "1997-10-11"],
        ),
        (
            "NGHỊ QUYẾT\n\nVề cơ chế cho cảng cá\n\nQUỐC HỘI\n\nCăn cứ Hiến pháp;\n\nQUYẾT NGHỊ:\n\nĐiều 1. Cảng cá.\n\n\
             Nghị quyết này được Quốc hội khóa XX thông qua ngày 17 tháng 5 năm 2031.\n",
            ["resolution", "", "QUỐC HỘI", "2031-05-17"],
        ),
        (
            "Kính gửi: Thủ trưởng các cơ quan thuộc Bộ\n\nThực hiện chỉ đạo của Thủ tướng Chính phủ, Bộ Thủy sản yêu cầu:\n\n\
             1. Vụ Pháp chế rà soát văn bản.\n\nQUYẾT ĐỊNH\n",
            ["dispatch", "", "Bộ Thủy sản", ""],
        ),
        (
            "| Cơ quan ban hành | Bộ Thủy sản |\n|---|---|\n| Ngày ban hành | 19/3/2031 |\n| Loại văn bản | Công điện |\n\
             | Số hiệu | 907/CĐ-BTS |\n\nCác bộ rà soát phương án.\n",
            ["dispatch", "907/CĐ-BTS", "Bộ Thủy sản", "2031-03-19"],
        ),
        (
            "| Số hiệu | 31/2031/QH17 |\n|---|---|\n| Loại văn bản | Nghị quyết |\n| Cơ quan ban hành | Quốc hội |\n\n\
             Quốc hội thông qua chín luật.\n",
            ["resolution", "31/2031/QH17", "Quốc hội", ""],
        ),
    ];
    for (text, expected) in table {
        let found = metadata(text);
        let found = [
            found.kind,
            found.symbol.unwrap_or_default(),
            found.issuer.unwrap_or_default(),
            found.date.unwrap_or_default(),
        ];
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn pages_about_an_instrument_are_news() {
    let page = "Kế hoạch đầu tư cảng cá Mây Hồng (Quyết định 16/2031/QĐ-UBND)\n\n\
        Ngày 26/11/2031, UBND tỉnh Mẫu Sơn ban hành Quyết định 16/2031/QĐ-UBND về cảng cá trên địa bàn toàn tỉnh, kèm danh mục.\n\n\
        Theo đó, cảng cá Mây Hồng được mở rộng từ quý I năm sau với số vốn lấy từ ngân sách tỉnh và các nguồn khác.\n\n\
        Cập nhật: 12:40 27/11/2031\n";
    let found = metadata(page);
    assert_eq!(found.kind, "news");
    assert_eq!(found.about.as_deref(), Some("16/2031/QĐ-UBND"));
    assert_eq!(found.date.as_deref(), Some("2031-11-27"));
    assert_eq!((found.symbol, found.issuer), (None, None));
}

#[test]
fn a_text_that_lost_its_head_is_no_news_where_it_calls_itself() {
    let text = "Tại phiên họp ngày 28/2/2031, sau khi nghe báo cáo về cảng cá và ý kiến của các cơ quan, Bộ Chính trị, \
        Ban Bí thư có ý kiến như sau:\n\n1. Thống nhất với báo cáo của các cơ quan về cảng cá trong thời gian tới và các \
        phương án kèm theo.\n\n2. Các cấp ủy thực hiện nghiêm Kết luận này, bảo đảm tiến độ đề ra trong từng giai đoạn và \
        báo cáo kết quả.\n";
    let found = metadata(text);
    assert_eq!(found.kind, "conclusion");
    assert_eq!(found.issuer.as_deref(), Some("Bộ Chính trị, Ban Bí thư"));
    assert_eq!(found.date.as_deref(), Some("2031-02-28"));
}

#[test]
fn what_stands_inside_a_document_is_not_its_own() {
    let text = "QUYẾT ĐỊNH\n\nV/v: Đính chính Quyết định số 29/2031/QĐ-BXD ngày 31/12/2031\n\nBỘ TRƯỞNG BỘ XÂY DỰNG\n\n\
        Căn cứ Luật Xây dựng;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Đính chính phụ lục ban hành kèm theo Quyết định số 29/2031/QĐ-BXD.\n";
    let found = metadata(text);
    assert_eq!((found.kind.as_str(), found.symbol), ("decision", None));
    let text = "BỘ THỦY SẢN\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nSố: 12/BTS-KH\n\n\
        Kính gửi: Các sở\n\nĐề nghị các sở rà soát.\n";
    assert_eq!(metadata(text).kind, "dispatch");
    let text = "CHÍNH PHỦ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nSố: 12/NQ-CP\n\nNGHỊ QUYẾT\n\nVề cảng cá\n\n\
        Căn cứ Nghị quyết số 31-NQ/TW, ngày 05/6/2030 của Bộ Chính trị;\n\nHà Nội, ngày 07\ntháng 3 năm 2031\n";
    assert_eq!(metadata(text).date.as_deref(), Some("2031-03-07"));
}

#[test]
fn titles_are_what_the_document_is_about() {
    let head = "THỦ TƯỚNG CHÍNH PHỦ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố: 12/QĐ-TTg\n\n";
    let table = [
        (
            format!("{head}QUYẾT ĐỊNH\nVỀ VIỆC MỞ CẢNG CÁ\nTHỦ TƯỚNG CHÍNH PHỦ\n\nCăn cứ Luật Thủy sản;\n"),
            Some("VỀ VIỆC MỞ CẢNG CÁ"),
        ),
        (format!("{head}V/v mở cảng cá\n\nKính gửi: Bộ Thủy sản.\n"), Some("mở cảng cá")),
        (
            format!(
                "{head}Kính gửi: Bộ Thủy sản.\n\nXét báo cáo về việc mở cảng cá tại các tỉnh ven biển miền Trung\n"
            ),
            None,
        ),
        (
            "mau-son.vn - Cổng thông tin tỉnh Mẫu Sơn\n\nTỉnh mở cảng cá Mây Hồng từ quý I\n\nCảng mở cửa.\n"
                .to_owned(),
            Some("Tỉnh mở cảng cá Mây Hồng từ quý I"),
        ),
    ];
    for (text, expected) in table {
        assert_eq!(metadata(&text).title.as_deref(), expected, "{text}");
    }
}

#[test]
fn pages_memoranda_and_orders_are_titled_by_what_they_are_about() {
    let table = [
        (
            "EXECUTIVE ORDER No. 31\nMarch I, 2031\n\nCARE OF THE FERRIES AND\nTHEIR CREWS\n\nWHEREAS, ferries sail;\n\n\
             By the power vested in me as Mayor of Long Son, it is ordered:\n\nSection 1. Ferries shall run.\n",
            Some("CARE OF THE FERRIES AND THEIR CREWS"),
            Some("2031-03-01"),
        ),
        (
            "EXECUTIVE ORDER NO. 32\nMarch 7, 2031\n(May 3, 2030)\n\nFERRIES AND BUOYS\n\nSection 1. Order No. 12, dated \
             July 26, 2028, is hereby repealed.\n",
            Some("FERRIES AND BUOYS"),
            Some("2031-03-07"),
        ),
        (
            "M-31-19\n\nMarch 7, 2031\n\nMEMORANDUM FOR HEADS OF AGENCIES\n\nSUBJECT: The buoys of the harbours\n\n\
             Agencies shall count their buoys.\n",
            Some("The buoys of the harbours"),
            Some("2031-03-07"),
        ),
        (
            "[<- Previous Page : Buoys](1_Buoys.md) | [Contents](../README.md#contents) | [Next Page: Piers ->](3.md)\n\n\
             ## Boats of the harbour administration\n\n- TOC\n{:toc}\n\nBoats should be painted every year.\n",
            Some("Boats of the harbour administration"),
            None,
        ),
        (
            "---\ntitle: \"2. Paint the boats\"\n---\n\n**Guidelines:**\n\n- TOC\n{:toc}\n\nBoats should be painted.\n",
            Some("2. Paint the boats"),
            None,
        ),
    ];
    for (text, title, day) in table {
        let metadata = read_text(text, Some(Language::En)).metadata;
        assert_eq!((metadata.title.as_deref(), metadata.date.as_deref()), (title, day), "{text}");
    }
}

#[test]
fn a_day_behind_a_place_on_a_line_of_its_own_is_the_day_of_issue() {
    let day = date_of_place("Mẫu Sơn, ngày 07 tháng 3 năm 2031");
    assert_eq!(day.as_deref(), Some("2031-03-07"));
    for line in [
        "theo Nghị quyết số 12-NQ/TW, ngày 07 tháng 3 năm 2031",
        "Trước ngày 07 tháng 3 năm 2031, các sở, ngành báo cáo",
        "Mẫu Sơn, ngày mai",
    ] {
        assert_eq!(date_of_place(line), None, "{line}");
    }
}

#[test]
fn executive_orders_say_their_number_and_who_orders() {
    let text = "CITY OF LONG SON\nEXECUTIVE ORDER NO. 31\nMarch 7, 2031\n\n\
        By the power vested in me as Mayor of Long Son, it is hereby ordered:\n\n\
        Section 1. The Office of Harbours shall publish the map.\n";
    let metadata = read_text(text, Some(Language::En)).metadata;
    assert_eq!(metadata.symbol.as_deref(), Some("31"));
    assert_eq!(metadata.issuer.as_deref(), Some("Mayor of Long Son"));
    assert_eq!(metadata.kind, "other");
}
