//! Targets of invented documents: found, and left alone.

use crate::{Language, Target, Value, read_text};

fn short(target: &Target) -> String {
    let value = match target.value {
        Some(Value::One(value)) => value.to_string(),
        Some(Value::Range([low, high])) => format!("{low}..{high}"),
        None => "–".to_owned(),
    };
    let words = |field: &Option<String>| field.clone().unwrap_or_else(|| "–".to_owned());
    format!("{} {value} {} {}", words(&target.comparator), words(&target.unit), words(&target.period))
}

fn vietnamese(body: &str) -> Vec<String> {
    let text = format!(
        "ỦY BAN NHÂN DÂN\nTỈNH MẪU SƠN\n\nSố: 12/KH-UBND\n\nKẾ HOẠCH\nPhát triển hạ tầng\n\n{body}\n"
    );
    read_text(&text, Some(Language::Vi)).targets.iter().map(short).collect()
}

#[test]
fn items_under_a_heading_of_targets() {
    let found = vietnamese(
        "I. MỤC TIÊU\n\n1. Mục tiêu đến năm 2030\n\n\
         - 100% bến xe có ít nhất 02 cổng soát vé tự động; trên 70% xã, phường có điểm sạc xe điện.\n\n\
         - Tỷ lệ đường xã được cứng hóa đạt từ 85 đến 90%, trong đó vùng núi đạt tối thiểu 60%.\n\n\
         - Giảm tỷ lệ hộ nghèo còn dưới 1,5% vào năm 2028 và 1% vào năm 2030.",
    );
    assert_eq!(
        found,
        [
            "= 100 % 2030",
            ">= 70 % 2030",
            "range 85..90 % 2030",
            ">= 60 % 2030",
            "<= 1.5 % 2028",
            "= 1 % 2030"
        ]
    );
}

#[test]
fn goals_inside_orders() {
    let found = vietnamese(
        "I. NHIỆM VỤ\n\n\
         1. Sở Xây dựng rà soát các dự án, phấn đấu giải ngân đạt tối thiểu 96% kế hoạch vốn năm 2027.\n\n\
         2. Sở Tài chính tham mưu giải pháp thu ngân sách, góp phần hoàn thành mục tiêu tăng trưởng (8,2%) năm 2027.",
    );
    assert_eq!(found, [">= 96 % 2027", "= 8.2 % 2027"]);
}

#[test]
fn what_is_told_is_no_target() {
    let found = vietnamese(
        "I. TÌNH HÌNH\n\nThu ngân sách 9 tháng đã đạt 75% dự toán, tăng 12% so với cùng kỳ.\n\n\
         II. NHIỆM VỤ\n\n\
         1. Sở Xây dựng lập danh mục các dự án trên 1.500 tỷ đồng trước ngày 15/3/2027.\n\n\
         2. Hiện nay 40% số trạm bơm hư hỏng; Sở Nông nghiệp và Môi trường báo cáo phương án sửa chữa.\n\n\
         3. Điều 12 của Quy chế được áp dụng cho 05 phòng chuyên môn.\n\n\
         4. Đến năm 2030, mật độ bến bãi được phép điều chỉnh tăng tối thiểu 20% so với quy chuẩn.",
    );
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn english_and_french_lists() {
    let text = "DECISION\nNo. 14/QD-UBND\n\nI. OBJECTIVES\n\n\
        - At least 60% of wards have a library by 2026 and 80% by 2030.\n\n\
        - Train between 1,200 and 1,500 harbour pilots by 2030.\n\n\
        - Target 4: To lower deaths at sea to 2.5/100,000 passengers by 2028.\n\n\
        - The number of ferries will reach 40 by 2027 and 55 by 2030.\n\n\
        II. TASKS\n\nThe Department of Finance shall report on projects over 30 million dollars.\n\n\
        By the end of 2029, the Harbour Office shall close at least 25% of the old piers.\n\n\
        III. RESULTS\n\nBy 2020 the City had closed at least 12% of the piers.\n";
    let english: Vec<String> = read_text(text, Some(Language::En)).targets.iter().map(short).collect();
    let expected = [
        ">= 60 % 2026",
        "= 80 % 2030",
        "range 1200..1500 harbour pilots 2030",
        "= 2.5 /100,000 passengers 2028",
        "= 40 ferries 2027",
        "= 55 ferries 2030",
        ">= 25 % 2029",
    ];
    assert_eq!(english, expected);
    let text = "PLAN\n\nI. OBJECTIFS\n\n\
        - Porter le taux d’accès à l’eau à plus de 95 % d’ici 2030.\n\n\
        - Réduire la mortalité routière de 5 à 7 % par an.\n\n\
        II. MESURES\n\nLe ministre présente le bilan des 12 articles du décret.\n";
    let french: Vec<String> = read_text(text, Some(Language::Fr)).targets.iter().map(short).collect();
    assert_eq!(french, [">= 95 % 2030", "range 5..7 % par an –"]);
}

#[test]
fn rows_of_tables_with_years_and_sections() {
    let found = vietnamese(
        "| TT | Chỉ tiêu | ĐVT | Năm 2026 | Năm 2030 |\n|---|---|---|---|---|\n\
         | 1 | Tỷ lệ xã có bến xe | % | 40 | ≥ 65 |\n\
         | 2 | Số cầu treo được thay | Cầu | 12 | 30 - 35 |\n",
    );
    assert_eq!(found, ["= 40 % 2026", ">= 65 % 2030", "= 12 Cầu 2026", "range 30..35 Cầu 2030"]);
    let found = vietnamese(
        "| TT | Chỉ tiêu | Đơn vị | Kết quả | Cơ quan theo dõi |\n|---|---|---|---|---|\n\
         | I | Đến năm 2028 | | | |\n\
         | 1 | Hạng về an toàn giao thông | Thứ bậc | ≤ 5 cả nước; ≤ 2 trong vùng | Công an tỉnh |\n\
         | II | Đến năm 2035 | | | |\n\
         | 2 | Tỷ lệ xe buýt điện | % | 100% | Sở Xây dựng |\n",
    );
    assert_eq!(found, ["<= 5 Thứ bậc 2028", "<= 2 Thứ bậc 2028", "= 100 % 2035"]);
}

#[test]
fn tables_of_tasks_and_of_people_hold_no_targets() {
    let found = vietnamese(
        "| TT | Nhiệm vụ | Chủ trì | Thời gian |\n|---|---|---|---|\n\
         | 1 | Lập danh mục 12 cầu yếu | Sở Xây dựng | Quý I/2027 |\n\n\
         | TT | Họ và tên | Số con |\n|---|---|---|\n| 1 | A | 2 |\n",
    );
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn lists_joined_and_coming_back() {
    let found = vietnamese(
        "I. MỤC TIÊU ĐẾN NĂM 2030\n\n\
         1. Phấn đấu 100% bến xe, trạm dừng nghỉ, bãi đỗ và 80% cầu treo có biển báo điện tử.\n\n\
         2. Hằng năm, số vụ tai nạn giảm trên 5%.\n\n\
         3. Quy mô đội tàu đạt 40% cả vùng.\n\n\
         4. Quy mô 200 ha đất bến bãi.",
    );
    assert_eq!(found, ["= 100 % 2030", "= 80 % 2030", ">= 5 % yearly", "= 40 % 2030"]);
}

#[test]
fn assessments_of_a_notice_that_judge_by_the_plan() {
    let text = "VĂN PHÒNG CHÍNH PHỦ\n\nSố: 12/TB-VPCP\n\nTHÔNG BÁO\n\nKết luận tại tỉnh Mẫu Sơn\n\nI. ĐÁNH GIÁ CHUNG\n\n\
        1. Tổng thu ngân sách năm 2031 đạt 104,2% dự toán; sản lượng cá đạt 61% kế hoạch, tăng 4% so với cùng kỳ.\n\n\
        2. Còn hạn chế như: số tàu đóng mới chưa đạt kế hoạch năm; có 02 chỉ tiêu chưa đạt mục tiêu.\n";
    let targets = read_text(text, Some(Language::Vi)).targets;
    let said: Vec<_> =
        targets.iter().map(|t| (t.indicator.as_str(), t.status.as_deref().unwrap_or("-"))).collect();
    assert_eq!(said, [("Tổng thu ngân sách năm 2031", "met"), ("số tàu đóng mới", "challenged")]);
}

#[test]
fn assessments_of_a_notice_that_name_a_target_or_fall_behind() {
    let text = "VĂN PHÒNG CHÍNH PHỦ\n\nSố: 12/TB-VPCP\n\nHà Nội, ngày 07 tháng 9 năm 2031\n\nTHÔNG BÁO\n\nKết luận tại \
        tỉnh Mẫu Sơn\n\nI. ĐÁNH GIÁ CHUNG\n\n1. Tăng trưởng 06 tháng còn xa mục tiêu cả năm (9,7%); giải ngân vốn \
        đầu tư công 08 tháng mới đạt 34,9% kế hoạch.\n\n2. Số tàu đạt 61% kế hoạch; mục tiêu của tỉnh (xã, phường) là mở cảng.\n";
    let targets = read_text(text, Some(Language::Vi)).targets;
    let said: Vec<_> = targets.iter().map(|t| (short(t), t.status.as_deref().unwrap_or("-"))).collect();
    assert_eq!(said, [("= 9.7 % 2031".to_owned(), "-"), ("= 34.9 % 2031".to_owned(), "challenged")]);
}

#[test]
fn a_french_headline_of_targets_ends_the_list_above_it() {
    let text = "Plan des bacs\n\nActions :\n\n1. Renforcer les quais du fleuve et de ses rives\n\nCibles\n\n\
        - 80 % des bacs équipés d’une radio\n\n- 1 500 passeurs formés\n\nHistoire\n\n- 12 bacs anciens\n";
    let found = read_text(text, Some(Language::Fr)).targets;
    let values: Vec<_> = found.iter().map(|target| target.value).collect();
    assert_eq!(values, [Some(Value::One(80.0)), Some(Value::One(1500.0))]);
}

#[test]
fn values_of_one_clause_share_what_they_measure() {
    let text = "PLAN\n\nI. OBJECTIVES\n\n1. Target 1: The rate of villages with wells will reach 60% by 2035 and 80% by 2040.\n\n\
        2. Target 2: To reduce the rate of drowned swimmers to 7 per 10,000 swimmers by 2036.\n\n\
        3. 70% by 2035 and 90% by 2040 of piers will be lit.\n";
    let targets = read_text(text, Some(Language::En)).targets;
    let found: Vec<String> = targets.iter().map(|t| format!("{} | {}", t.indicator, short(t))).collect();
    let expected = [
        "The rate of villages with wells | = 60 % 2035",
        "The rate of villages with wells | = 80 % 2040",
        "To reduce the rate of drowned swimmers | = 7 per 10,000 swimmers 2036",
        "piers will be lit | = 70 % 2035",
        "piers will be lit | = 90 % 2040",
    ];
    assert_eq!(found, expected);
}

#[test]
fn times_and_parts_are_values_without_a_unit() {
    let text = "STRATÉGIE DES BACS\n\nI. OBJECTIFS\n\n- réduire de moitié le temps d’attente d’ici 2032 ;\n\n\
        - tripler le nombre de bacs électriques d’ici 2034 ;\n\n- porter la part des bacs à 30 % en 2033.\n";
    let targets = read_text(text, Some(Language::Fr)).targets;
    assert_eq!(targets.iter().map(short).collect::<Vec<_>>(), ["= 0.5 – 2032", "= 3 – 2034", "= 30 % 2033"]);
}
