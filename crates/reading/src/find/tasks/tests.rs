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
fn an_opener_that_no_item_completes_is_the_task_itself() {
    let found = of_plan(
        "1. Ủy ban nhân dân các xã có trách nhiệm báo cáo Sở Xây dựng trước ngày 15/4/2031 các số liệu sau đây:\n\n\
         a) Số bến đò ngang;\n\nb) Số cầu phao.\n\n\
         2. Sở Xây dựng thực hiện các nhiệm vụ sau đây:\n\na) Bến đò ngang;\n\nb) Cầu phao.",
    );
    assert_eq!(found, ["Ủy ban nhân dân các xã |  | 2031-04-15"]);
    let found = of_plan(
        "1. Chủ tịch Ủy ban nhân dân các xã ven sông tiếp tục chỉ đạo rà soát các hộ dân sống trong vùng có nguy cơ sạt lở \
         bờ sông, trong đó tập trung các nhiệm vụ sau:\n\na) Di dời các hộ dân.",
    );
    assert_eq!(found.len(), 2, "{found:?}");
}

#[test]
fn the_bodies_of_a_numbered_sentence_have_what_is_numbered_below_it() {
    let found = of_plan(
        "2. Yêu cầu các sở, ngành rà soát các bến đò.\n\n2.1. Kiểm tra phao cứu sinh.\n\n3. Kiểm tra cầu phao.",
    );
    let who = found.iter().filter_map(|task| task.split(" | ").next()).collect::<Vec<_>>();
    assert_eq!(who, ["các sở, ngành", "các sở, ngành", ""]);
}

#[test]
fn powers_contents_and_what_is_amended_are_no_orders() {
    let found = of_plan(
        "1. Ủy ban nhân dân thành phố được quyết định các nội dung sau đây:\n\na) Bố trí vốn cho bến phà.\n\n\
         2. Nội dung quy hoạch bến bãi bao gồm:\n\na) Xác định vị trí bến.\n\n\
         3. Điều chỉnh điểm a khoản 2 Điều 5 về bến phà.\n\n4. Trình tự, thủ tục mở bến được thực hiện theo luật.\n\n\
         5. Sửa đổi quy chế bến phà.\n\n6. Điều chỉnh mục đích sử dụng bến phà.",
    );
    assert_eq!(found, [" |  | ", " |  | "]);
}

#[test]
fn a_reason_is_no_heading_of_bases() {
    let found = of_plan(
        "1. Căn cứ phương án bến bãi đã được cấp có thẩm quyền phê duyệt, Ban Quản lý bến cảng thông báo lịch phà.\n\n\
         2. Căn cứ pháp lý:\n\n- Kiểm tra bến phà.",
    );
    assert_eq!(found, ["Ban Quản lý bến cảng |  | "]);
}

#[test]
fn who_has_others_act_acts() {
    let found = of_plan(
        "1. Ủy ban nhân dân các xã:\n\na) Kiểm tra các bến đò, yêu cầu các chủ bến bố trí phao cứu sinh. Xử lý vi phạm.\n\n\
         2. Định kỳ, Ban Quản lý bến cảng chủ trì kiểm tra phao.",
    );
    let who = found.iter().filter_map(|task| task.split(" | ").next()).collect::<Vec<_>>();
    assert_eq!(who, ["Ủy ban nhân dân các xã", "Ủy ban nhân dân các xã", "Ban Quản lý bến cảng"]);
}

#[test]
fn an_opening_paragraph_without_a_number_hands_its_list_to_its_body() {
    let found = tasks(
        "Sau đợt lũ, nhiều cầu phao bị trôi. Trong đó, Bộ Xây dựng có nhiệm vụ chủ trì, phối hợp với các bộ và \
         các địa phương:\n\n- Rà soát các cầu phao.\n\n- Tổng hợp nhu cầu về vật tư.\n",
    );
    assert_eq!(found, ["Bộ Xây dựng | Rà soát các cầu phao. | -", "Bộ Xây dựng | Tổng hợp nhu cầu về | -"]);
    let issued =
        "Ủy ban nhân dân tỉnh Mẫu Sơn ban hành kế hoạch sửa cầu phao như sau:\n\n- Cầu phao Bến Đục.\n";
    assert_eq!(tasks(issued), Vec::<String>::new());
}

#[test]
fn bases_reasons_and_marks_lead_to_what_is_done() {
    let found = of_plan(
        "1. Trên cơ sở Kế hoạch này, các sở, UBND cấp xã theo nhiệm vụ được giao xây dựng kế hoạch sửa bến.\n\n\
         2. Giao Giám đốc Sở Y tế: (i) Ký báo cáo về giếng; (ii) Gửi hồ sơ cho Hội đồng.\n\n\
         3. Sở Xây dựng\n\nCăn cứ chức năng, nhiệm vụ được giao tổ chức kiểm tra bến.\n\n\
         4. Chủ tịch UBND tỉnh chỉ đạo các cơ quan, đơn vị của tỉnh:\n\na) Kiểm tra phà.",
    );
    assert_eq!(
        found,
        [
            "các sở; UBND cấp xã |  | ",
            "Giám đốc Sở Y tế |  | ",
            "Giám đốc Sở Y tế |  | ",
            "Sở Xây dựng |  | ",
            "Chủ tịch UBND tỉnh |  | ",
        ]
    );
}

#[test]
fn what_is_no_order_is_left_alone() {
    for told in [
        "Bến phà thành phố Cần Thơ được đánh giá là đông khách.",
        "Việc này không cần thiết cho các bến nhỏ.",
        "Đây không phải là bến khách.",
        "Công ty Cổ phần Công trình Đô thị Mẫu Sơn",
        "Thông qua: (i) Dự thảo về bến phà; (ii) Dự thảo tờ trình.",
    ] {
        assert_eq!(of_plan(&format!("1. Nhiệm vụ\n\na) {told}")), Vec::<String>::new(), "{told}");
    }
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

/// What is found below "I. NHIỆM VỤ" of a plan: who; with whom; until when.
fn of_plan(body: &str) -> Vec<String> {
    let text = format!(
        "ỦY BAN NHÂN DÂN\nTỈNH MẪU SƠN\n\nSố: 12/KH-UBND\n\nMẫu Sơn, ngày 07 tháng 3 năm 2031\n\nKẾ HOẠCH\n\n\
         Về bến xe\n\nI. NHIỆM VỤ\n\n{body}\n"
    );
    let said = |task: &crate::Task| {
        let due = task.deadline.clone().unwrap_or_default();
        format!("{} | {} | {due}", task.lead.join("; "), task.coordinate.join("; "))
    };
    read_text(&text, Some(Language::Vi)).tasks.iter().map(said).collect()
}

#[test]
fn headings_hand_down_who_helps_and_until_when() {
    let found = of_plan(
        "1. Sở Xây dựng chủ trì, phối hợp với Công an tỉnh và các địa phương:\n\na) Rà soát các bến xe.\n\n\
         b) Phối hợp với Sở Y tế kiểm tra trạm cấp cứu.\n\n2. Các nhiệm vụ hoàn thành trước ngày 15/7/2031:\n\n\
         a) Sở Tài chính bố trí kinh phí.\n\n3. Sở Y tế\n\na) Lập danh mục trạm y tế.\n\n\
         4. Các việc đã hoàn thành của năm 2030\n\na) Sở Y tế rà soát thuốc.",
    );
    assert_eq!(
        found,
        [
            "Sở Xây dựng | Công an tỉnh; các địa phương | ",
            "Sở Xây dựng | Sở Y tế | ",
            "Sở Tài chính |  | 2031-07-15",
            "Sở Y tế |  | ",
            "Sở Y tế |  | ",
        ]
    );
}

#[test]
fn a_body_with_a_short_name_hands_a_letter_down() {
    let letter = |giver: &str| {
        format!(
            "Số: 12/CV-BCĐ\n\nMẫu Sơn, ngày 07 tháng 3 năm 2031\n\nThực hiện Kế hoạch số 9/KH-UBND, Ban chỉ đạo của tỉnh về \
             phát triển các bến xe và bến phà trên toàn địa bàn tỉnh cho đến hết nhiệm kỳ {giver} yêu cầu Chủ tịch Ủy ban \
             nhân dân các xã tập trung chỉ đạo, giải quyết dứt điểm vướng mắc về bến xe, một số nội dung sau:\n\n\
             1. Về tổ chức\n\n- Rà soát các bến xe.\n\n- Sở Y tế kiểm tra trạm cấp cứu.\n"
        )
    };
    let leads = |giver: &str| -> Vec<String> {
        let tasks = read_text(&letter(giver), Some(Language::Vi)).tasks;
        tasks.iter().map(|task| task.lead.join("; ")).collect()
    };
    let chairs = "Chủ tịch Ủy ban nhân dân các xã";
    assert_eq!(leads("(sau đây viết tắt là Ban Chỉ đạo)"), [chairs, "Sở Y tế"]);
    assert_eq!(leads("(nhiệm kỳ 2030-2035)"), ["", "Sở Y tế"]);
}

#[test]
fn a_body_that_needs_to_act_behind_a_purpose_hands_its_list_down() {
    let found = of_plan(
        "Để tháo gỡ vướng mắc về bến xe, giải ngân vốn và ổn định vận tải, tỉnh Mẫu Sơn cần tiếp tục thực hiện \
         các nghị quyết, trong đó lưu ý tập trung một số nội dung sau:\n\n1. Rà soát các bến xe.\n\n\
         2. Sở Y tế kiểm tra trạm cấp cứu.",
    );
    assert_eq!(found, ["tỉnh Mẫu Sơn |  | ", "Sở Y tế |  | "]);
}

#[test]
fn bodies_without_a_name_by_role_and_with_what_they_do() {
    let table = [
        ("Tỉnh cần ưu tiên vốn cho bến xe.", "Tỉnh |  | "),
        (
            "Cơ quan, tổ chức khai thác bến xe có trách nhiệm lập sổ.",
            "Cơ quan, tổ chức khai thác bến xe |  | ",
        ),
        ("Các đơn vị vận hành bến xe niêm yết giá vé.", "Các đơn vị vận hành bến xe |  | "),
        (
            "Giao đồng chí Nguyễn Văn An, Phó Chủ tịch UBND tỉnh chỉ đạo việc mở bến.",
            "Nguyễn Văn An, Phó Chủ tịch UBND tỉnh |  | ",
        ),
        (
            "Các văn phòng tỉnh ủy, thành ủy tiếp tục nâng cao chất lượng tham mưu.",
            "Các văn phòng tỉnh ủy, thành ủy |  | ",
        ),
        ("Báo cáo tháng: Sở Xây dựng tổng hợp số liệu về bến xe.", "Sở Xây dựng |  | "),
        (
            "Chủ tịch UBND các xã, phường và các thành viên nêu ở Điều 2 chịu trách nhiệm thi hành Quyết định này.",
            "Chủ tịch UBND các xã, phường; các thành viên nêu ở Điều 2 |  | ",
        ),
        (
            "UBND các xã, phường, Tổng công ty, đơn vị liên quan kiểm tra bến xe.",
            "UBND các xã, phường; Tổng công ty, đơn vị liên quan |  | ",
        ),
        ("Các Sở Xây dựng nêu trên kiểm tra bến xe.", "Các Sở Xây dựng nêu trên |  | "),
    ];
    for (sentence, expected) in table {
        assert_eq!(of_plan(&format!("1. {sentence}")), [expected], "{sentence}");
    }
}

#[test]
fn nouns_that_start_like_verbs_order_nothing() {
    let left_alone = [
        "Giao dịch đã được công chứng tại bến xe.",
        "Thông tin về tài sản của bến xe, nơi đỗ.",
        "Tổ chức, cá nhân khai thác bến xe trái phép.",
        "Báo cáo tài chính của bến xe ba năm gần nhất.",
        "Bộ chỉ số bến xe văn minh của vùng.",
    ];
    for sentence in left_alone {
        assert_eq!(of_plan(&format!("1. {sentence}")), Vec::<String>::new(), "{sentence}");
    }
}

#[test]
fn lists_of_things_are_no_lists_of_acts() {
    let found = of_plan(
        "1. Bến xe bị đóng cửa trong các trường hợp sau đây:\n\na) Xây dựng không phép.\n\n\
         b) Sử dụng sai mục đích.\n\n2. Hồ sơ bao gồm:\n\na) Giới thiệu về bến xe.\n\n\
         3. Nhiệm vụ của Sở Xây dựng bao gồm:\n\na) Kiểm tra bến xe.",
    );
    assert_eq!(found, ["Sở Xây dựng |  | "]);
}

#[test]
fn marks_inside_a_paragraph_start_tasks_of_their_own() {
    let found = of_plan(
        "1. Sở Xây dựng: (1) rà soát bến xe, xong trong tháng 5 năm 2031; (2) chủ trì, phối hợp với Công an tỉnh kiểm tra \
         bến tàu; (3) các xã, phường lập danh mục cầu yếu.",
    );
    assert_eq!(found, ["Sở Xây dựng |  | 2031-05", "Sở Xây dựng | Công an tỉnh | ", "các xã, phường |  | "]);
}

#[test]
fn a_heading_that_the_paragraph_below_was_joined_to_still_announces() {
    let text = "CHÍNH PHỦ\n\nSố: 12/NQ-CP\n\nNGHỊ QUYẾT\nPhiên họp tháng 4\n\n\
        II. Về tình hình kinh tế - xã hội tháng 4; phương hướng, nhiệm vụ \ntháng 5 và thời gian tới \n\
        1. Phương hướng, nhiệm vụ, giải pháp trọng tâm tháng 5 và thời gian tới \n\
        Thời gian tới, dự báo tình hình thế giới tiếp tục biến động phức tạp, khó \nlường. Để đạt mục tiêu của năm, \
        Chính phủ yêu cầu các Bộ trưởng, \nChủ tịch Ủy ban nhân dân các tỉnh tập trung chỉ đạo, điều hành, trong \nđó \
        chú trọng những nội dung sau: \na) Chủ động rà soát các cầu yếu trên \ncác tuyến đường.\n";
    assert_eq!(tasks(text), ["các Bộ trưởng; Chủ tịch Ủy ban nhân dân các tỉnh | Chủ động rà soát các | -"]);
}

#[test]
fn a_sentence_goes_over_to_the_next_page() {
    let text = "CHÍNH PHỦ\n\nSố: 12/NQ-CP\n\nNGHỊ QUYẾT\nVề bến xe\n\nI. NHIỆM VỤ\n\n\
        1. Sở Xây dựng rà soát các bến xe trên các tuyến \nđường; lập danh mục bến xe của các xã, phường, đặc khu \n\n\
        CÔNG BÁO/Số 12/Ngày 21-05-2031 \n80\n\n trên địa bàn tỉnh. \n\nCÔNG BÁO/Số 12/Ngày 21-05-2031 \n81\n\n\
        a) Sở Y tế kiểm tra các trạm cấp cứu trên \ncác tuyến.\n";
    let quotes: Vec<_> =
        read_text(text, Some(Language::Vi)).tasks.into_iter().map(|t| t.span.quote).collect();
    assert_eq!(quotes.len(), 3);
    assert!(quotes.iter().any(|quote| quote.ends_with("trên địa bàn tỉnh.")), "{quotes:#?}");
}

#[test]
fn a_list_that_starts_anew_stands_under_its_own_opening_paragraph() {
    let found = of_plan(
        "Cụ thể, về quan điểm chỉ đạo:\n\n1. Bảo đảm bến xe là của dân.\n\n2. Bến xe phải sạch.\n\n\
         Về nhiệm vụ, có hai việc lớn sau:\n\n1. Sở Y tế kiểm tra bến xe.\n\n2. Sở Xây dựng sửa chữa bến xe.",
    );
    assert_eq!(found, ["Sở Y tế |  | ", "Sở Xây dựng |  | "]);
}

#[test]
fn headings_of_letters_and_directives_name_who_acts() {
    let found = of_notice(
        "I. NHIỆM VỤ\n\n(1) Bộ Xây dựng:\n\n- Rà soát các cầu cảng.\n\n- Chỉ đạo Cục Hàng hải Mẫu Sơn:\n\n\
         + Kiểm tra phao tiêu.\n\n(2) Bộ Y tế:\n\n- Kiểm tra trạm cấp cứu.\n\nII. TỔ CHỨC THỰC HIỆN\n\n\
         Điều 5. Trách nhiệm, quyền hạn của Sở Nội vụ\n\n1. Tổ chức tập huấn cho các bến.\n\n\
         2. Trách nhiệm của Trưởng các bến phà\n\na) Cập nhật sổ theo dõi phà.",
    );
    let leads: Vec<_> = found.iter().filter_map(|task| task.split(" | ").next()).collect();
    assert_eq!(leads, ["Bộ Xây dựng", "Cục Hàng hải Mẫu Sơn", "Bộ Y tế", "Sở Nội vụ", "Trưởng các bến phà"]);
}

#[test]
fn a_letter_may_open_with_the_situation() {
    let found = tasks(
        "Kính gửi: Các cục, vụ.\n\nTrước tình hình đó, Bộ Thủy sản yêu cầu:\n\n1. Vụ Pháp chế\n\n\
         - Khẩn trương hoàn thiện danh mục bến. Bảo đảm hoàn thành trong quý I/2032.\n",
    );
    assert_eq!(found, ["Vụ Pháp chế | Khẩn trương hoàn thiện danh | 2032-Q1"]);
}

#[test]
fn who_decides_competes_or_meets_trouble_acts_and_who_praises_does_not() {
    let found = of_notice(
        "I. NHIỆM VỤ\n\n1. Hội đồng nhân dân tỉnh quyết định mức phí qua phà.\n\n2. Cán bộ, công chức thi đua hoàn thành \
         kế hoạch mở bến.\n\n3. Trong quá trình thực hiện, nếu có vướng mắc các cơ quan, đơn vị kịp thời báo cáo.\n\n\
         4. Trên cơ sở đề xuất của các sở, UBND các xã, Sở Tài chính tổng hợp nhu cầu vốn.\n\n5. Bộ Xây dựng ghi nhận \
         và biểu dương các bến phà.",
    );
    let leads: Vec<_> = found.iter().filter_map(|task| task.split(" | ").next()).collect();
    let expected = ["Hội đồng nhân dân tỉnh", "Cán bộ, công chức", "các cơ quan, đơn vị", "Sở Tài chính"];
    assert_eq!(leads, expected);
}

#[test]
fn a_title_with_a_semicolon_is_quoted_and_orders_nothing() {
    let found = tasks(
        "Số: 9/KH-UBND\n\nKẾ HOẠCH\n\nVỀ MỞ BẾN PHÀ MỚI; TĂNG TỐC HOÀN THÀNH CÁC TUYẾN PHÀ CỦA TỈNH\n\nI. NHIỆM VỤ\n\n\
         1. Sở Y tế kiểm tra các trạm.\n\nTrên đây là Kế hoạch về mở bến phà mới; tăng tốc hoàn thành các tuyến phà của \
         tỉnh.\n",
    );
    assert_eq!(found, ["Sở Y tế | Sở Y tế kiểm tra | -"]);
}
