//! How Vietnamese offices write deadlines.

use super::deadline::{
    Anchor, Form, Made, after_event, after_issue, daily, day, group, half, in_year, month, monthly,
    nine_months, quarter, quarterly, this_period, weekly, yearly, years,
};
use super::span;
use regex::Captures;

/// Words without which a clause without a year or a day in figures gives no time.
pub(super) const HINTS: &[&str] = &[
    "ngày",
    "tháng",
    "tuần",
    "giờ",
    "quý này",
    "hằng",
    "hàng",
    "mỗi",
    "quý",
    "tháng này",
    "năm nay",
    "tuần này",
    "cuối năm",
    "thời hạn",
    "kể từ ngày",
    "từ ngày ký",
    "định kỳ",
    "lần",
    "cuối tháng",
];

pub(super) const FORMS: &[Form] = &[
    // Again and again: a day of every year, quarter, month or week.
    (
        r"(?:ngày *[0-9]{1,2} *(?:/|tháng) *[0-9]{1,2}|tháng *[0-9]{1,2})(?: và (?:ngày *)?[0-9]{1,2} *(?:/|tháng) *[0-9]{1,2})?,? *(?:của *)?(?:hằng|hàng|mỗi) năm",
        yearly,
    ),
    (
        r"ngày *[0-9]{1,2}[^.;]{0,30}(?:tháng (?:đầu|cuối)|hằng|hàng|mỗi) (?:của *)?(?:hằng |hàng |mỗi )?quý",
        quarterly,
    ),
    (r"ngày *[0-9]{1,2},? *(?:của *)?(?:hằng|hàng|mỗi) tháng|ngày *[0-9]{1,2} *của tháng", monthly),
    (r"định kỳ (?:hằng|hàng) năm[^.;]{0,60}[ (]trước ngày *[0-9]{1,2} *(?:/|tháng) *[0-9]{1,2}END", yearly),
    (r"(?:thứ \w+|chủ nhật|ngày \w+),? *(?:hằng|hàng|mỗi) tuần", weekly),
    (r"(?:một|0?1) lần */ *năm|(?:một|0?1) lần (?:trong |mỗi |một )năm", yearly),
    (r"[0-9]{1,2} *(?:giờ|h)[0-9]{0,2},? *(?:hằng|hàng|mỗi) ngày", daily),
    // From one time until another.
    (
        r"từ(?P<named> ngày)? *(?P<d>[0-9]{1,2})(?: *(?:/|tháng) *(?P<m>[0-9]{1,2})(?: *(?:/|,? *năm) *YEAR)?)? *(?:-|–|đến|tới)(?: hết)?(?: ngày)? *(?P<d2>[0-9]{1,2}) *(?:/|tháng) *(?P<m2>[0-9]{1,2})END(?: *(?:/|,? *năm) *YEAR2END)?",
        span::days,
    ),
    (
        r"từ tháng *(?P<m>[0-9]{1,2})(?: *(?:/|,? *năm) *YEAR)? *(?:-|–|,|và|đến|tới)(?: hết)?(?: tháng)? *(?P<m2>[0-9]{1,2}) *(?:/|,? *năm) *YEAR2END",
        span::months,
    ),
    (
        r"từ quý *(?P<q>iv|iii|ii|i|0?[1-4])END(?: *[/,-]? *(?:năm *)?YEAR)? *(?:-|–|,|và|đến)(?: hết)? *(?:quý *)?(?P<q2>iv|iii|ii|i|0?[1-4])END *[/,-]? *(?:năm *)?YEAR2END",
        span::quarters,
    ),
    // A day. Without the word "ngày" and without a year it might be a fraction.
    (
        r"(?:trước|chậm nhất|muộn nhất|xong|hạn|hết|đến|tới|vào|trong|từ nay|thời gian:|thời hạn:)(?: là| đến| vào| trước| hết| trong| ngày)*(?: [0-9]{1,2} *(?:giờ|h)[^.;]{0,12}?)?(?: thứ \w+,?)? *ngày *(?P<d>[0-9]{1,2}) *(?:/|-|\.|tháng) *(?P<m>[0-9]{1,2})END *(?:(?:/|-|\.|,? *năm) *YEAREND)?",
        day,
    ),
    (
        r"(?:trước|chậm nhất|muộn nhất|xong|hạn|hết|đến|tới|vào|trong|hoàn thành|thời gian:|thời hạn:)(?: là| đến| vào| trước| hết| trong)* *(?P<d>[0-9]{1,2}) *(?:/|-|\.) *(?P<m>[0-9]{1,2}) *(?:/|-|\.) *YEAREND",
        day,
    ),
    (
        r"(?:trước|chậm nhất|muộn nhất|hạn chót|thời hạn)(?: là| đến| vào)* *(?P<d>[0-9]{1,2})/(?P<m>[0-9]{1,2})(?:[^/0-9.,]|[.,](?:[^0-9]|$)|$)",
        day,
    ),
    // A quarter, a month, a half.
    (
        r"(?:trong|trước|hết|vào|cuối|đầu|chậm nhất|hoàn thành|xong|từ|đến)(?: là| đến| trong| vào| cuối| đầu| hết)* quý *(?P<q>iv|iii|ii|i|0?[1-4])END(?: *[/,-]? *(?:năm *)?YEAREND)?",
        quarter,
    ),
    (r"quý *(?P<q>iv|iii|ii|i|0?[1-4])END *[/,-]? *(?:năm *)?YEAREND", quarter),
    (
        r"(?:trong|trước|hết|vào|cuối|đầu|đến|tới|chậm nhất|muộn nhất|hoàn thành|xong)(?: là| đến| trong| vào| trước| hết| cuối| đầu| giữa)* tháng *(?P<m>[0-9]{1,2})END(?: *(?:/|-|,? *năm) *YEAREND)?",
        month,
    ),
    (
        r"(?:trong|trước|hết|chậm nhất|hoàn thành|xong)(?: là| trong| trước| vào)* *(?P<m>[0-9]{1,2})/YEAREND",
        month,
    ),
    (
        r"\((?:dự kiến |khoảng )?(?:trong |cuối |đầu |giữa )?tháng *(?P<m>[0-9]{1,2}) *(?:/|-|năm) *YEAR\)",
        month,
    ),
    (
        r"(?:cuối năm|đầu năm) *(?P<from>20[0-9]{2}) *(?:và|đến|-|–|,) *(?:cuối năm|đầu năm) *(?P<until>20[0-9]{2})",
        years,
    ),
    (
        r"(?:^|trong |hết |hoàn thành |xong |trước |vào )(?:trong )?0?6 tháng (?P<half>đầu|cuối) năm(?: *YEAREND)?",
        half,
    ),
    (r"(?:trong|hết|hoàn thành|xong) (?:trong )?0?9 tháng(?: đầu)? năm(?: *YEAREND)?", nine_months),
    // So long after signing, and after what has no date.
    (
        r"(?:trong|sau|chậm nhất|không quá)(?: là| sau| thời hạn| thời gian| vòng| tối đa| không quá)* *(?P<count>[0-9]{1,3}|một|hai|ba|bốn|năm|sáu|bảy|mười|ba mươi)(?: \([^)]{1,14}\))? *(?P<unit>ngày làm việc|ngày|tuần|tháng|năm|giờ)[ ,]*(?:tính |kể )?(?:từ|sau) *(?:ngày|khi|thời điểm) *(?:được )?(?:ký|ban hành|phát hành|nghị quyết này|quyết định này|chỉ thị này|kế hoạch này|công điện này|thông báo này|văn bản này|công văn này)(?: ban hành| nghị quyết| quyết định| chỉ thị| kế hoạch| công điện| thông báo| văn bản| này| có hiệu lực)*",
        after_issue,
    ),
    (
        r"(?:trong|sau|chậm nhất|không quá)(?: là| sau| thời hạn| thời gian| vòng| tối đa| không quá)* *(?:[0-9]{1,3}|một|hai|ba|bốn|năm|sáu|bảy|mười|ba mươi)(?: \([^)]{1,14}\))? *(?:ngày làm việc|ngày|tuần|tháng|năm|giờ)[ ,]*(?:tính |kể )?(?:từ|sau) *(?:ngày|khi|thời điểm)[^,.;:]{1,80}",
        after_event,
    ),
    // Spans of years and a year.
    (r"\((?:xuyên suốt |giai đoạn |từ )?(?P<from>20[0-9]{2}) *[-–] *(?P<until>20[0-9]{2})\)[.;]?$", years),
    (
        r"trong (?:giai đoạn|thời kỳ|các năm) *(?P<from>20[0-9]{2}) *(?:-|–|đến) *(?:năm *)?(?P<until>20[0-9]{2})",
        years,
    ),
    (r"từ năm *(?P<from>20[0-9]{2}) *(?:-|–|đến) *(?:hết *)?năm *(?P<until>20[0-9]{2})", years),
    (r"trong (?:những|các|[0-9]{1,2}) tháng (?:đầu|cuối|còn lại)(?: của)? năm *YEAREND", in_year),
    (
        r"(?P<named>tháng )?(?:trong|hết|cuối|trước|ngay trong|nội trong)(?: cuối| đầu)? năm *YEAREND",
        in_year_but_named,
    ),
    (r"^(?:phấn đấu )?đến năm *YEAREND", in_year),
    (r"(?:hoàn thành|xong|báo cáo|trình)[^.;]{0,40}(?P<w>(?-u:\b)năm *YEAREND)", in_year),
    // Of the time of issue.
    (
        r"(?:trong|hết|cuối|trước|ngay trong|nội trong)(?: cuối| hết| ngay)* (?P<unit>tháng|quý|tuần|năm) (?:này|nay)",
        this_period,
    ),
    (r"^(?P<w>năm YEAR), ", in_year),
    // Plain recurrence.
    (
        r"(?:^|định kỳ|báo cáo|báo cáo định kỳ|báo cáo các cấp|công bố|cập nhật|gửi) *(?:hằng|hàng|mỗi) ngày",
        daily,
    ),
    (
        r"(?:^|định kỳ|báo cáo|báo cáo định kỳ|báo cáo các cấp|công bố|cập nhật|gửi) *(?:hằng|hàng|mỗi) tuần",
        weekly,
    ),
    (
        r"(?:^|định kỳ|báo cáo|báo cáo định kỳ|báo cáo các cấp|công bố|cập nhật|gửi) *(?:hằng|hàng|mỗi|01|1) tháng",
        monthly,
    ),
    (r"(?:^|định kỳ|báo cáo|báo cáo định kỳ) *(?:hằng|hàng|mỗi|03|3) (?:quý|tháng)", quarterly),
    // "Tổng hợp, báo cáo Sở Xây dựng hằng tháng."
    (
        r"(?:báo cáo|công bố|cập nhật|rà soát|kiểm tra|đánh giá|giao ban|họp)[^.;]{0,80} (?P<w>(?:hằng|hàng) (?P<unit>ngày|tuần|tháng|quý)) *(?:[.;,]|$)",
        every_unit,
    ),
    // "Tổ chức diễn tập hằng năm.", not "… theo dự toán hằng năm."
    (
        r"^(?:tổ chức|báo cáo|diễn tập|tập huấn|rà soát|kiểm tra|đánh giá|công bố|cập nhật|tổng kết|khảo sát|kiểm kê)[^.;]{0,160}? (?P<named>(?:ngân sách|dự toán|kế hoạch|kinh phí|chương trình|nhiệm vụ|vốn|chi|thu|danh mục|chỉ tiêu|định kỳ)(?: nhà nước| công tác)? )?(?:hằng|hàng) năm *(?:[.;]|$)",
        every_year_but_named,
    ),
    (r"(?:^|(?:định kỳ|báo cáo)(?:[^.;]{0,16}(?:, |và |hoặc ))?) *(?P<w>(?:hằng|hàng|mỗi) năm)", yearly),
];

/// Every day, week, month or quarter.
fn every_unit(found: &Captures<'_>, anchor: Anchor) -> Made {
    let every = match group(found, "unit")? {
        "ngày" => daily,
        "tuần" => weekly,
        "tháng" => monthly,
        _ => quarterly,
    };
    every(found, anchor)
}

/// Every year, unless it tells of a budget or plan: "theo dự toán hằng năm".
fn every_year_but_named(found: &Captures<'_>, anchor: Anchor) -> Made {
    if found.name("named").is_some() { None } else { yearly(found, anchor) }
}

/// A year, unless it names a theme: "nhiệm vụ trọng tâm những tháng cuối năm 2031".
fn in_year_but_named(found: &Captures<'_>, anchor: Anchor) -> Made {
    if found.name("named").is_some() { None } else { in_year(found, anchor) }
}

#[cfg(test)]
mod tests {
    use super::super::{Anchor, deadline};
    use crate::Language;
    use crate::words::lower;
    use jiff::civil::Date;

    /// (a clause, the code, whether it leans on the day of issue), for a document of 17/11/2025.
    const FOUND: [(&str, Option<&str>, bool); 62] = [
        ("định kỳ hằng năm (trước ngày 25 tháng 10) gửi bảng kê", Some("yearly"), false),
        ("báo cáo trước 15 giờ ngày Chủ nhật hàng tuần", Some("weekly"), false),
        ("diễn tập cứu hộ trên bến ít nhất một lần/năm", Some("yearly"), false),
        ("Tổ chức diễn tập cứu hộ trên sông hàng năm.", Some("yearly"), false),
        ("Tổ chức thực hiện dự toán hàng năm trước ngày 10/12/2025.", Some("2025-12-10"), false),
        ("định kỳ hằng năm báo cáo kết quả trước ngày 10 tháng 11", Some("yearly"), false),
        ("Tổng hợp, báo cáo Sở Xây dựng hằng tháng.", Some("monthly"), false),
        ("công bố giá vé trên cổng thông tin hàng quý;", Some("quarterly"), false),
        ("Năm 2027, cắt giảm thời gian chờ phà", Some("2027"), false),
        ("giải ngân trong những tháng cuối năm 2026", Some("2026"), false),
        ("tổ chức từ ngày 01/3/2026 đến hết ngày 30/4/2026", Some("2026-03-01/2026-04-30"), false),
        ("ra quân từ ngày 25/11 đến ngày 05/12", Some("2025-11-25/2025-12-05"), true),
        ("kiểm kê từ tháng 10 năm 2026 đến tháng 3 năm 2027", Some("2026-10/2027-03"), false),
        ("hoàn thành trong tháng 11 năm 2025", Some("2025-11"), false),
        ("báo cáo trước ngày 15 tháng 12 năm 2025", Some("2025-12-15"), false),
        ("gửi về Sở Nội vụ trước 30/6/2026 để tổng hợp", Some("2026-06-30"), false),
        ("gửi về Sở Nội vụ trước 30/6 để tổng hợp", Some("2026-06-30"), true),
        ("chậm nhất ngày 30/11", Some("2025-11-30"), true),
        ("chậm nhất là ngày 15/01", Some("2026-01-15"), true),
        ("hoàn thành trước 17 giờ 00 ngày 20/11/2025", Some("2025-11-20"), false),
        ("trình Ủy ban nhân dân tỉnh vào ngày 05 tháng 01 năm 2026", Some("2026-01-05"), false),
        ("xong trong Quý IV/2026", Some("2026-Q4"), false),
        ("trong Quý II năm 2026", Some("2026-Q2"), false),
        ("hoàn thành quý 3/2026", Some("2026-Q3"), false),
        ("trình trong quý I", Some("2026-Q1"), true),
        ("hết quý IV năm 2025 phải xong", Some("2025-Q4"), false),
        ("trong 6 tháng đầu năm 2026 rà soát xong", Some("2026-06"), false),
        ("hoàn thành trong 06 tháng cuối năm 2026", Some("2026-12"), false),
        ("trong 9 tháng năm 2026", Some("2026-09"), false),
        ("hoàn thành cuối tháng 12/2025", Some("2025-12"), false),
        ("trong tháng 12 phải xong", Some("2025-12"), true),
        ("hoàn thành trước 03/2026", Some("2026-03"), false),
        ("trình tại kỳ họp thứ hai (tháng 5/2026)", Some("2026-05"), false),
        ("hoàn thành trong năm 2025", Some("2025"), false),
        ("đến hết năm 2027 xóa nhà tạm", Some("2027"), false),
        ("trước năm 2028", Some("2028"), false),
        ("đến năm 2030, hoàn thành số hóa hồ sơ", Some("2030"), false),
        ("trong giai đoạn 2026 - 2030", Some("2026/2030"), false),
        ("ngay trong tháng này", Some("2025-11"), true),
        ("hoàn thành trong quý này", Some("2025-Q4"), true),
        ("hết năm nay", Some("2025"), true),
        ("trong thời hạn 30 ngày kể từ ngày ký", Some("2025-12-17"), true),
        ("trong vòng 10 ngày làm việc kể từ ngày ban hành Kế hoạch này", Some("2025-12-01"), true),
        ("sau 02 tháng kể từ ngày Quyết định này có hiệu lực", Some("2026-01-17"), true),
        ("trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ", None, false),
        ("chậm nhất 15 ngày kể từ khi dự án được phê duyệt", None, false),
        ("định kỳ trước ngày 30 tháng 11 hàng năm báo cáo", Some("yearly"), false),
        ("gửi báo cáo trước ngày 25 hằng tháng", Some("monthly"), false),
        ("báo cáo các cấp hàng ngày về mực nước", Some("daily"), false),
        ("công bố hàng tháng danh mục bến phà", Some("monthly"), false),
        ("Nối hệ thống bến phà với cổng dữ liệu (2031 - 2033).", Some("2031/2033"), false),
        ("báo cáo trước ngày 20 của tháng cuối quý", Some("quarterly"), false),
        ("báo cáo trước ngày 05 của tháng đầu quý sau", Some("quarterly"), false),
        ("báo cáo trước ngày 15/6 và 15/12 hằng năm", Some("yearly"), false),
        ("bố trí vốn từ năm 2026 đến năm 2030", Some("2026/2030"), false),
        ("báo cáo trước Thứ Tư ngày 03/12/2025", Some("2025-12-03"), false),
        ("báo cáo vào thứ sáu hằng tuần", Some("weekly"), false),
        ("báo cáo nhanh trước 16 giờ hằng ngày", Some("daily"), false),
        ("định kỳ hằng quý báo cáo", Some("quarterly"), false),
        ("hằng năm rà soát danh mục", Some("yearly"), false),
        ("định kỳ 6 tháng, hằng năm báo cáo kết quả", Some("yearly"), false),
        ("định kỳ 03 tháng báo cáo một lần", Some("quarterly"), false),
    ];

    const LEFT_ALONE: [&str; 17] = [
        "chi trợ cấp cho thuyền viên theo mức hằng tháng.",
        "thực hiện nhiệm vụ trọng tâm những tháng cuối năm 2026",
        "bố trí từ 10 đến 12/15 cán bộ",
        "thực hiện chủ đề năm 2024",
        "kế hoạch hàng năm của thành phố",
        "thực hiện quy hoạch thời kỳ 2021 - 2030, tầm nhìn đến năm 2050",
        "thực hiện thường xuyên",
        "vận động ít nhất 2/3 số hộ tham gia",
        "trong 1/3 số xã của tỉnh",
        "đã hoàn thành trước ngày 30/9/2025",
        "xử lý các sai phạm trong năm 2023",
        "đời sống hằng ngày của người dân",
        "thu nhập hằng tháng của người lao động",
        "đạt 6 tháng lương tối thiểu",
        "nâng cấp quốc lộ 10, đường tỉnh 5/7",
        "bố trí 15 biên chế",
        "báo cáo kịp thời khi có yêu cầu",
    ];

    /// What is read instead.
    fn differs((clause, code, relative): (&str, Option<&str>, bool)) -> Option<String> {
        let Some(due) = deadline(clause, &lower(clause), Language::Vi, anchor()) else {
            return Some(format!("{clause}: nothing"));
        };
        let right = (due.code.as_deref(), due.relative) == (code, relative) && clause.contains(&due.words);
        (!right).then(|| format!("{clause}: {due:?}"))
    }

    fn anchor() -> Anchor {
        Anchor { issued: Date::new(2025, 11, 17).ok() }
    }

    #[test]
    fn deadlines_as_vietnamese_offices_write_them() {
        let wrong: Vec<String> = FOUND.iter().filter_map(|case| differs(*case)).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn what_only_looks_like_a_deadline_is_left_alone() {
        let found = |clause: &&str| deadline(clause, &lower(clause), Language::Vi, anchor());
        let found: Vec<_> = LEFT_ALONE.iter().filter_map(found).collect();
        assert_eq!(found, []);
    }

    #[test]
    fn without_a_day_of_issue_a_relative_deadline_keeps_its_words() {
        let clause = "trong thời hạn 30 ngày kể từ ngày ký";
        let due = deadline(clause, clause, Language::Vi, Anchor::default()).unwrap();
        assert_eq!((due.code, due.words.as_str(), due.relative), (None, clause, true));
    }
}
