//! Requests as they are written, and passages beside them that ask nothing.

use crate::{Language, read_text};

#[test]
fn who_advises_asks_in_english() {
    let asked = |sentence: &str| -> Vec<(String, String)> {
        let text = format!("REPORT ON FERRIES\n\n1. Findings on piers\n\n2. {sentence}\n");
        let proposals = read_text(&text, Some(Language::En)).proposals;
        proposals.into_iter().map(|p| (p.from.unwrap_or_default(), p.to.unwrap_or_default())).collect()
    };
    let pair = |from: &str, to: &str| vec![(from.to_owned(), to.to_owned())];
    assert_eq!(
        asked("The committee recommends that the Ministry of Transport inspect every pier."),
        pair("committee", "Ministry of Transport")
    );
    assert_eq!(
        asked("The Auditor General recommends that the agencies should publish their fares."),
        pair("Auditor General", "agencies")
    );
    assert_eq!(asked("The committee notes that the Ministry of Transport inspects every pier."), []);
    assert_eq!(asked("The People’s Committee requests that the agencies should publish their fares."), []);
    assert_eq!(asked("The Mayor recommends that ferries be painted blue."), []);
    assert_eq!(asked("The committee recommends the plan of the ministry."), []);
}

fn asked(kind: &str, body: &str) -> Vec<(String, Option<String>)> {
    let text = format!("ỦY BAN NHÂN DÂN\nTỈNH MẪU SƠN\n\nSố: 12/{kind}\n\n{body}\n");
    let proposals = read_text(&text, Some(Language::Vi)).proposals;
    proposals.into_iter().map(|p| (p.span.quote.replace('\n', " "), p.to)).collect()
}

#[test]
fn other_bodies_are_asked() {
    let found = asked(
        "KH-UBND",
        "KẾ HOẠCH\n\nI. TỔ CHỨC THỰC HIỆN\n\n\
         1. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh phối hợp tuyên truyền về bến xe mới.\n\n\
         2. Quá trình thực hiện, nếu có khó khăn, vướng mắc đề nghị các sở, ban, ngành báo cáo Sở Xây dựng.",
    );
    let to: Vec<_> = found.iter().map(|(_, to)| to.as_deref()).collect();
    assert_eq!(to, [Some("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"), Some("các sở, ban, ngành")]);
}

#[test]
fn rows_of_a_table_of_requests() {
    let letter = "Số: 12/CV-BCĐ\n\nKính gửi: Các bộ\n\n1. Bộ Xây dựng rà soát bến xe.\n\nPHỤ LỤC\n\n\
        | TT | Tỉnh kiến nghị | Nội dung kiến nghị | Bộ xử lý |\n|---|---|---|---|\n\
        | 1 | Mẫu Sơn | Đề nghị Chính phủ bố trí vốn cho bến xe. | Bộ Tài chính |\n\
        | 2 | Sơn Hạ | Sớm ban hành mẫu vé; hướng dẫn cách in vé. | Bộ Xây dựng |\n";
    let reading = read_text(letter, Some(Language::Vi));
    let asked: Vec<_> = reading.proposals.iter().map(|p| (p.from.as_deref(), p.to.as_deref())).collect();
    assert_eq!(
        asked,
        [
            (Some("Mẫu Sơn"), Some("Chính phủ")),
            (Some("Sơn Hạ"), Some("Bộ Xây dựng")),
            (Some("Sơn Hạ"), Some("Bộ Xây dựng")),
        ]
    );
    assert_eq!(reading.tasks.len(), 1);
}

#[test]
fn a_heading_that_asks_hands_its_body_down() {
    let found = asked(
        "KH-UBND",
        "KẾ HOẠCH\n\nI. TỔ CHỨC THỰC HIỆN\n\n1. Sở Xây dựng\n\na) Lập danh mục bến xe.\n\n\
         2. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh\n\na) Vận động hội viên tham gia; giám sát việc mở bến xe.\n\n\
         b) Các bến xe đã mở cửa.\n\n3. Đề nghị khen thưởng\n\na) Lập hồ sơ khen thưởng theo quy định.\n\n\
         4. Đề nghị các tổ chức cung cấp vé xe\n\na) Bố trí quầy bán vé tại bến xe.",
    );
    let to: Vec<_> = found.iter().map(|(_, to)| to.as_deref()).collect();
    let front = Some("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh");
    assert_eq!(to, [front, front, Some("các tổ chức cung cấp vé xe")]);
}

#[test]
fn requests_that_a_notice_answers() {
    let found = asked(
        "TB-VPCP",
        "THÔNG BÁO\n\nIII. VỀ MỘT SỐ KIẾN NGHỊ CỦA TỈNH\n\n1. Về việc bổ sung vốn cho kè Mây Hồng:\n\n\
         Giao Bộ Tài chính xem xét.\n\n2. Về kiến nghị mở bến cảng Sơn Hạ\n\nGiao Bộ Xây dựng nghiên cứu.\n\n\
         3. Đối với kiến nghị nâng cấp đê Hạ Vân, giao Bộ Thủy sản rà soát.",
    );
    let words: Vec<_> = found.iter().map(|(words, _)| words.as_str()).collect();
    assert_eq!(
        words,
        ["bổ sung vốn cho kè Mây Hồng", "kiến nghị mở bến cảng Sơn Hạ", "kiến nghị nâng cấp đê Hạ Vân"]
    );
}

#[test]
fn what_a_task_has_somebody_consider_is_asked_and_the_task_stays() {
    let notice = "Số: 12/TB-VPCP\n\nTHÔNG BÁO\n\nII. VỀ CÁC KIẾN NGHỊ CỦA TỈNH\n\n1. Về hạ tầng bến cảng:\n\n\
        - Giao Bộ Xây dựng nghiên cứu kiến nghị của Tỉnh về nâng cấp bến Mây Hồng và xử lý theo thẩm quyền.\n\n\
        - Giao Bộ Tài chính xem xét kiến nghị của tỉnh, báo cáo Thủ tướng Chính phủ.\n";
    let reading = read_text(notice, Some(Language::Vi));
    let asked: Vec<_> =
        reading.proposals.iter().map(|p| (p.span.quote.as_str(), p.from.as_deref())).collect();
    assert_eq!(asked, [("kiến nghị của Tỉnh về nâng cấp bến Mây Hồng", Some("Tỉnh"))]);
    assert_eq!(reading.tasks.len(), 2);
}

#[test]
fn a_letter_asks_those_whom_its_issuer_cannot_order() {
    let letter = asked(
        "UBND-KT",
        "Kính gửi: Các sở, ban, ngành\n\n1. Sở Xây dựng lập danh mục bến xe.\n\n\
         2. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh vận động hội viên đi xe buýt.\n\n\
         3. Đề nghị Sở Y tế kiểm tra trạm cấp cứu.",
    );
    let to: Vec<_> = letter.iter().map(|(_, to)| to.as_deref()).collect();
    assert_eq!(to, [Some("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh")]);
}

#[test]
fn orders_of_letters_and_words_about_requests_are_left_alone() {
    let letter = asked("UBND-KT", "Kính gửi: Các sở, ban, ngành\n\nĐề nghị Sở Xây dựng lập danh mục bến xe.");
    assert_eq!(letter, []);
    let plan = asked(
        "KH-UBND",
        "KẾ HOẠCH\n\nI. NHIỆM VỤ\n\n1. Sở Xây dựng xử lý kiến nghị của người dân theo đề nghị của các xã.",
    );
    assert_eq!(plan, []);
}

fn asked_in_french(text: &str) -> Vec<(Option<String>, Option<String>)> {
    read_text(text, Some(Language::Fr)).proposals.into_iter().map(|p| (p.from, p.to)).collect()
}

#[test]
fn reports_recommend_and_councils_ask_in_french() {
    let some = |word: &str| Some(word.to_owned());
    let report = "RAPPORT\n\nLa mission a entendu les pilotes.\n\nRecommandations\n\n\
        Recommandation n° 2 : la mission recommande au Gouvernement de déposer un texte.\n\n\
        La mission propose au Parlement d'instituer une taxe.\n";
    assert_eq!(
        asked_in_french(report),
        [(some("mission"), some("Gouvernement")), (some("mission"), some("Parlement"))]
    );
    let council = "VILLE DE MAYO\n\nDÉLIBÉRATION N° 2031-07\n\nLe Conseil municipal :\n\n\
        - SOLLICITE auprès de l’État une subvention ;\n\n- DEMANDE à la Région une aide ;\n\n- APPROUVE le plan.\n";
    assert_eq!(asked_in_french(council), [(None, some("État")), (None, some("Région"))]);
}

#[test]
fn orders_and_plain_words_are_no_french_requests() {
    let text = "Communiqué du Conseil des ministres\n\nIl a demandé au Ministre des Bacs de publier le registre.\n\n\
        Le guide propose une carte. Le registre invite à la prudence.\n";
    assert_eq!(asked_in_french(text), []);
}
