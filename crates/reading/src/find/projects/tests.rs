//! Works in invented documents: found, and left alone.

use crate::{Language, read_text};

fn found(body: &str, language: Language) -> Vec<(String, String)> {
    let projects = read_text(body, Some(language)).projects;
    projects.into_iter().map(|p| (p.span.quote.replace('\n', " "), p.kind)).collect()
}

fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(name, kind)| ((*name).to_owned(), (*kind).to_owned())).collect()
}

#[test]
fn vietnamese_works_are_found_with_their_names() {
    let text = "I. NHIỆM VỤ\n\n\
        1. Sở Xây dựng đẩy nhanh tiến độ các dự án: cầu Mây Hồng, đường Sơn Hạ kéo dài, nút giao Bình Lâm; \
        dự án mở rộng cao tốc Thành phố Mây Hồng - Sơn Hạ - Bình Lâm.\n\n\
        2. Khởi công KCN Sơn Hạ 2 (GĐ1), Khu đô thị, du lịch nghỉ dưỡng tại xã Bình Lâm và Nhà ga hành khách số 3.\n\n\
        3. Hoàn thành dự án thành phần 2 (bến cảng), tuyến đường nối Quốc lộ 99 với Cảng cạn Sơn Hạ.\n";
    let expected = [
        ("cầu Mây Hồng", "bridge"),
        ("đường Sơn Hạ kéo dài", "road"),
        ("nút giao Bình Lâm", "road"),
        ("dự án mở rộng cao tốc Thành phố Mây Hồng - Sơn Hạ - Bình Lâm", "road"),
        ("KCN Sơn Hạ 2 (GĐ1)", "industrial_park"),
        ("Khu đô thị, du lịch nghỉ dưỡng tại xã Bình Lâm", "urban"),
        ("Nhà ga hành khách số 3", "airport"),
        ("dự án thành phần 2 (bến cảng)", "port"),
        ("tuyến đường nối Quốc lộ 99 với Cảng cạn Sơn Hạ", "road"),
    ];
    assert_eq!(found(text, Language::Vi), pairs(&expected));
}

#[test]
fn each_work_is_listed_once() {
    let text = "I. NHIỆM VỤ\n\n1. Đầu tư Khu công nghiệp Sơn Hạ 1 và cảng biển Mây Hồng giai đoạn 2.\n\n\
        2. Hoàn thành hạ tầng KCN Sơn Hạ 1, cảng biển Mây Hồng.\n";
    let expected =
        [("Khu công nghiệp Sơn Hạ 1", "industrial_park"), ("cảng biển Mây Hồng giai đoạn 2", "port")];
    assert_eq!(found(text, Language::Vi), pairs(&expected));
}

#[test]
fn systems_to_be_built_are_named_in_small_letters() {
    let text = "I. NHIỆM VỤ\n\n1. Xây dựng Cơ sở dữ liệu quốc gia về bến cảng để phục vụ người dân; hoàn thiện CSDL Hiện \
        vật bảo tàng.\n\n2. Khai thác CSDL dân cư; kết nối Cơ sở dữ liệu quốc gia; tra cứu CSDL Hộ tịch trên mạng.\n";
    let expected = [("Cơ sở dữ liệu quốc gia về bến cảng", "digital"), ("CSDL Hiện vật bảo tàng", "digital")];
    assert_eq!(found(text, Language::Vi), pairs(&expected));
}

#[test]
fn places_bodies_plans_and_plurals_are_no_works() {
    let text = "I. NHIỆM VỤ\n\n\
        1. Ban Quản lý Khu kinh tế Sơn Hạ triển khai Luật Đường sắt 2025; yêu cầu Mây Hồng báo cáo.\n\n\
        2. Rà soát các khu công nghiệp giai đoạn 2026 - 2030, các tuyến đường sắt từ 01/01/2027.\n\n\
        3. Bệnh viện Mây Hồng, phường Cầu Mới và Công ty cổ phần Cảng Sơn Hạ tuyên truyền cho người lao động.\n\n\
        4. Lập quy hoạch phân khu Khu đô thị Bình Lâm.\n";
    assert_eq!(found(text, Language::Vi), pairs(&[]));
}

#[test]
fn english_and_french_works() {
    let text = "The city will build the Long Son 2 Industrial Park, May Hong bridge and Son Ha Ring Road.\n\
        Industrial parks and bridges must be inspected.\n";
    let expected = [
        ("Long Son 2 Industrial Park", "industrial_park"),
        ("May Hong bridge", "bridge"),
        ("Son Ha Ring Road", "road"),
    ];
    assert_eq!(found(text, Language::En), pairs(&expected));
    let text = "Le Gouvernement achève le pont Mayombe et le port de Kandia.\nLes ponts et les routes sont entretenus.\n";
    assert_eq!(found(text, Language::Fr), pairs(&[("pont Mayombe", "bridge"), ("port de Kandia", "port")]));
}

#[test]
fn french_works_with_their_names_and_projects_called_by_one() {
    let text = "Le Gouvernement suit le projet de Mayo Connect Park et le projet Simba. Il veille à la construction du \
        port minéralier de Kandia, de l’autoroute à péage Kandia – Mayo et de la centrale solaire de Bélé.\n\n\
        Le Train express régional (TER) sera prolongé et les travaux de l’hôpital de Mayo sont lancés.\n";
    let expected = [
        ("Mayo Connect Park", "digital"),
        ("Simba", "other"),
        ("port minéralier de Kandia", "port"),
        ("autoroute à péage Kandia – Mayo", "road"),
        ("centrale solaire de Bélé", "energy"),
        ("Train express régional", "railway"),
        ("hôpital de Mayo", "health"),
    ];
    assert_eq!(found(text, Language::Fr), pairs(&expected));
}

#[test]
fn french_places_bodies_and_drafts_are_no_works() {
    for text in [
        "Il suit la feuille de route du Gouvernement et le Code de la route.",
        "Monsieur Mayo est nommé Directeur général du Port autonome de Kandia.",
        "Le Chef de l’Etat a quitté l’Aéroport international de Kandia pour Mayo.",
        "Le Conseil a adopté le projet de Loi relatif aux bacs et le projet de Décret des ports.",
        "Le projet pour une Nation juste et prospère a été présenté.",
        "Il a visité l’hôpital de Mayo et l’Université de Kandia.",
        "Les ports, les routes et les hôpitaux sont entretenus.",
    ] {
        assert_eq!(found(text, Language::Fr), pairs(&[]), "{text}");
    }
}

#[test]
fn french_plants_stations_and_houses_where_they_are_built() {
    let text = "Il a insisté sur les projets de dessalement de Kandia et la construction du lycée de Mayo.\n\n\
        L’état d’avancement du Musée de Simba a été présenté.\n";
    let expected =
        [("dessalement de Kandia", "water"), ("lycée de Mayo", "education"), ("Musée de Simba", "other")];
    assert_eq!(found(text, Language::Fr), pairs(&expected));
    for text in ["Il a salué le lycée de Mayo et la gare de Kandia.", "Les usines de Mayo sont fermées."] {
        assert_eq!(found(text, Language::Fr), pairs(&[]), "{text}");
    }
}
