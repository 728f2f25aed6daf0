//! Vietnamese orders as they are written, and passages beside them that order nothing.

use crate::{Language, read_text};

/// The tasks of a text: who; what; until when.
fn tasks(text: &str) -> Vec<String> {
    let tasks = read_text(text, Some(Language::Vi)).tasks;
    let said = |task: &crate::reading::Task| {
        let words = task.span.quote.split_whitespace().take(5).collect::<Vec<_>>().join(" ");
        format!("{} | {words} | {}", task.lead.join("; "), task.deadline.as_deref().unwrap_or("-"))
    };
    tasks.iter().map(said).collect()
}

fn of_notice(body: &str) -> Vec<String> {
    let head = "VĂN PHÒNG CHÍNH PHỦ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nSố: 12/TB-VPCP\n\n\
        Hà Nội, ngày 07 tháng 3 năm 2031\n\nTHÔNG BÁO\n\nKết luận về cảng cá\n\n";
    tasks(&format!("{head}{body}\n"))
}

#[test]
fn a_closing_deadline_holds_for_all_clauses_of_its_sentence() {
    let found = of_notice(
        "I. NHIỆM VỤ\n\n1. Bộ Xây dựng rà soát các cầu cảng; lập danh mục kè yếu; hoàn thành trước ngày 15/4/2031. \
         Công bố danh mục trên cổng thông tin.",
    );
    let due: Vec<_> = found.iter().filter_map(|task| task.rsplit(" | ").next()).collect();
    assert_eq!(due, ["2031-04-15", "2031-04-15", "-"]);
}

#[test]
fn openers_hand_their_bodies_down() {
    let found = of_notice(
        "I. NHIỆM VỤ\n\nĐể mở cảng đúng hẹn, tỉnh Mẫu Sơn cần tập trung thực hiện một số nội dung trọng tâm sau:\n\n\
         1. Rà soát các cầu cảng.\n\n2. Về kinh phí: Bộ Tài chính bố trí vốn cho kè.",
    );
    assert_eq!(found, ["tỉnh Mẫu Sơn | Rà soát các cầu cảng. | -", "Bộ Tài chính | Bộ Tài chính bố trí | -"]);
    let found = of_notice(
        "Thủ tướng Chính phủ yêu cầu các bộ, ngành, địa phương tập trung một số nhiệm vụ khẩn cấp, cần làm ngay:\n\n\
         1. Rà soát các cầu cảng.",
    );
    assert_eq!(found, ["các bộ, ngành, địa phương | Rà soát các cầu cảng. | -"]);
}

#[test]
fn a_named_instance_does_not_hide_the_duty() {
    let found = of_notice(
        "I. NHIỆM VỤ\n\n1. Cấp uỷ, chính quyền địa phương các cấp, nhất là các xã ven sông phải gia cố đê.\n\n\
         2. Văn phòng Ban Chỉ đạo nạo vét luồng lạch rà soát phương án.",
    );
    let lead: Vec<_> = found.iter().filter_map(|task| task.split(" | ").next()).collect();
    assert_eq!(lead, ["Cấp uỷ, chính quyền địa phương các cấp", "Văn phòng Ban Chỉ đạo nạo vét luồng lạch"]);
}

#[test]
fn conclusions_above_the_first_number_oblige_where_they_say_so() {
    let text = "Sau khi nghe báo cáo, Phó Thủ tướng Chính phủ kết luận như sau:\n\n\
        Bộ Thủy sản, các cơ quan liên quan cần khảo sát lại các cửa biển.\n\n\
        Cảng cá là động lực của vùng. Tỉnh Mẫu Sơn đã hoàn thành kè.\n\n1. Bộ Xây dựng rà soát cầu cảng.";
    let found = of_notice(text);
    assert_eq!(
        found,
        [
            "Bộ Thủy sản; các cơ quan liên quan | Bộ Thủy sản, các cơ | -",
            "Bộ Xây dựng | Bộ Xây dựng rà soát | -"
        ]
    );
}

#[test]
fn questions_assessments_and_names_of_plans_order_nothing() {
    let found = of_notice(
        "I. TÌNH HÌNH CHUNG CỦA VÙNG\n\n1. Các bộ, ngành chưa thực sự quan tâm đến cảng cá.\n\n\
         2. Yêu cầu đối với cảng cá mới ra sao?\n\n\
         3. Quy hoạch chi tiết cảng Mây Hồng đã được Ủy ban nhân dân tỉnh phê duyệt.\n\n\
         4. Thứ trưởng Bộ Thủy sản chủ trì cuộc họp với các tỉnh ven biển.",
    );
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn text_under_a_bold_heading_is_a_block_of_its_own() {
    let text = "Số: 12/UBND-KT\n\n**Kính gửi:** Các sở\n\n**3. Về kho bãi và cầu tàu của các\ncảng cá**\n\
        Tiếp tục rà soát, đánh số các phao neo\ncũ; cải tạo kho hàng cho cảng cá theo bản vẽ.\n";
    let found = tasks(text);
    assert_eq!(found, [" | Tiếp tục rà soát, đánh | -", " | cải tạo kho hàng cho | -"]);
}

#[test]
fn rows_go_on_behind_empty_cells_where_each_cell_has_a_line() {
    let text = "Số: 12/KH-UBND\n\nKẾ HOẠCH\n\n|\n**TT**\n|\n**Nhiệm vụ**\n|\n**Chủ trì**\n|\n**Phối hợp**\n|\n**Thời hạn**\n|\n|\n\
        1\n|\nLập danh mục cầu yếu\n|\nSở Xây dựng\n|\n|\nQuý I/2032\n|\n|\nI\n|\nNhóm khác\n|\n|\n|\n|\n|\n\
        2\n|\nRà soát biển báo\n|\nSở Y tế\n|\nSở Xây dựng\n|\n2033\n|\n|\n";
    assert_eq!(
        tasks(text),
        ["Sở Xây dựng | Lập danh mục cầu yếu | 2032-Q1", "Sở Y tế | Rà soát biển báo | 2033"]
    );
}
