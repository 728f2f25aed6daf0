//! Forty tasks by keyboard: how many presses a review takes, one finding after the other.

use crate::harness::{Server, Visitor};
use haidang_app::Upload;
use haidang_domain::CommandId;
use std::fmt::Write as _;

const HEAD: &str = "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI PHÒNG\nSố: 205/KH-UBND\n\
    Hải Phòng, ngày 20 tháng 02 năm 2026\n\nKẾ HOẠCH\nPhát triển dịch vụ cảng năm 2026\n\n\
    Thực hiện Nghị quyết số 45-NQ/TW ngày 24/01/2019 của Bộ Chính trị;\n\nI. NHIỆM VỤ CỦA CÁC ĐƠN VỊ\n\n";

/// Ten departments of the city and one body that is not on record.
const BODIES: [&str; 11] = [
    "Sở Tài chính",
    "Sở Xây dựng",
    "Sở Nội vụ",
    "Sở Y tế",
    "Sở Công Thương",
    "Sở Tư pháp",
    "Sở Khoa học và Công nghệ",
    "Sở Giáo dục và Đào tạo",
    "Sở Nông nghiệp và Môi trường",
    "Thanh tra thành phố",
    "Ban Quản lý bến Sao Mai",
];

const WORK: [&str; 4] = [
    "rà soát quy trình cấp phép tàu vào cảng",
    "công khai bảng giá dịch vụ kho bãi",
    "xây dựng phương án phân luồng xe tải",
    "báo cáo kết quả thu phí hạ tầng",
];

/// A plan with forty-four tasks.
fn plan() -> String {
    let mut text = HEAD.to_owned();
    for (round, work) in WORK.into_iter().enumerate() {
        for (at, body) in BODIES.into_iter().enumerate() {
            let number = round * BODIES.len() + at + 1;
            writeln!(
                text,
                "{number}. {body} {work} khu {number}, hoàn thành trước ngày {}/{}/2026.",
                10 + at,
                4 + round
            )
            .unwrap();
        }
    }
    text
}

#[tokio::test(flavor = "multi_thread")]
async fn forty_tasks_by_keyboard() {
    let server = Server::start().await;
    let Some(clerk) = Visitor::new(&server).await else { return };
    let by = server.app.demo_session().await.unwrap();
    let command = CommandId(server.app.new_id());
    let upload =
        Upload { file_name: "kh-205.txt".into(), bytes: plan().into_bytes(), language: None, command };
    let id = server.app.upload(&by, upload).await.unwrap().instrument;
    clerk.open(&format!("/instruments/{id}/review?category=task&order=doubts")).await;
    let tasks: usize = clerk.ask("document.querySelectorAll('article.card').length").await;
    assert!(tasks >= 40, "{tasks} tasks");

    let (mut presses, mut doubtful) = (0, 0);
    for left in (0..tasks).rev() {
        let unknown: bool = clerk.ask("!!document.querySelector('.card-current button[name=found]')").await;
        if unknown {
            // The first press puts the body on record; its other tasks are clear from then on.
            clerk.press("o").await;
            clerk.until("!document.querySelector('.card-current button[name=found]')").await;
            (presses, doubtful) = (presses + 1, doubtful + 1);
        }
        clerk.press("a").await;
        presses += 1;
        let pending = "document.querySelectorAll('article[data-verdict=pending]').length";
        clerk.until(&format!("{pending} === {left}")).await;
    }
    eprintln!("{tasks} tasks by keyboard: {presses} presses, {doubtful} of the tasks doubtful");
    assert_eq!(presses, tasks + doubtful, "a clear task takes one press");
    assert_eq!(doubtful, 1, "a body is put on record once");

    // One that is changed: taken back, its body typed, saved and accepted without leaving the keys.
    clerk.press("u").await;
    clerk.until("document.querySelectorAll('article[data-verdict=pending]').length === 1").await;
    clerk.press("e").await;
    clerk.until("document.activeElement.matches('.act-edit textarea')").await;
    clerk.press_control_enter().await;
    clerk.until("document.querySelectorAll('article[data-verdict=pending]').length === 0").await;
    clerk.close().await;
}
