//! Citations in invented sentences: found, and left alone.

use crate::{Language, read_text};

fn cited(body: &str, language: Language) -> Vec<(String, String, Option<String>)> {
    let citations = read_text(body, Some(language)).citations;
    citations.into_iter().map(|c| (c.span.quote.replace('\n', " "), c.kind, c.date)).collect()
}

fn list(of: &[(&str, &str, Option<&str>)]) -> Vec<(String, String, Option<String>)> {
    of.iter().map(|(q, k, d)| ((*q).to_owned(), (*k).to_owned(), d.map(str::to_owned))).collect()
}

#[test]
fn vietnamese_laws_end_where_their_names_do() {
    let text = "Rà soát Luật Phòng, chống thiên tai, Luật Đất đai năm 2024 và Bộ luật Lao động, \
        Luật Đầu tư theo phương thức đối tác công tư; báo cáo theo Luật Ban hành văn bản quy phạm pháp luật số \
        64/2025/QH15 và Luật Quản lý bến bãi số 12/2031/QH17.";
    let expected = [
        ("Luật Phòng, chống thiên tai", "law", None),
        ("Luật Đất đai năm 2024", "law", Some("2024")),
        ("Bộ luật Lao động", "law", None),
        ("Luật Đầu tư theo phương thức đối tác công tư", "law", None),
        ("Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15", "law", None),
        ("Luật Quản lý bến bãi số 12/2031/QH17", "law", None),
    ];
    assert_eq!(cited(text, Language::Vi), list(&expected));
}

#[test]
fn a_law_that_amends_others_is_one() {
    let text = "Theo Luật sửa đổi, bổ sung một số điều của Luật Bến bãi số 12/2031/QH17 ngày 04/8/2031; Luật Sửa đổi, bổ \
        sung một số điều của Luật Đê điều, Luật Hải đăng và Luật Phà số 15/2032/QH17; Luật sửa đổi, bổ sung một số điều \
        của Luật Công chứng ngày 20 tháng 11 năm 2018; xây dựng dự án Luật sửa đổi, bổ sung một số điều của Luật Phà; \
        Nghị quyết phiên họp Chính phủ thường kỳ tháng 9 năm 2031; Luật sửa đổi, bổ sung một số điều của Luật Đê điều, \
        Luật Hải quan, Luật Phà, Luật Đầu tư; Luật sửa đổi, bổ sung một số điều của 12 Luật có liên quan đến bến bãi ngày \
        20 tháng 11 năm 2031.";
    let expected = [
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Bến bãi số 12/2031/QH17 ngày 04/8/2031",
            "law",
            Some("2031-08-04"),
        ),
        (
            "Luật Sửa đổi, bổ sung một số điều của Luật Đê điều, Luật Hải đăng và Luật Phà số 15/2032/QH17",
            "law",
            None,
        ),
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Công chứng ngày 20 tháng 11 năm 2018",
            "law",
            Some("2018-11-20"),
        ),
        ("Luật Phà", "law", None),
        ("Nghị quyết phiên họp Chính phủ thường kỳ tháng 9 năm 2031", "resolution", None),
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Đê điều, Luật Hải quan, Luật Phà, Luật Đầu tư",
            "law",
            None,
        ),
        (
            "Luật sửa đổi, bổ sung một số điều của 12 Luật có liên quan đến bến bãi ngày 20 tháng 11 năm 2031",
            "law",
            Some("2031-11-20"),
        ),
    ];
    assert_eq!(cited(text, Language::Vi), list(&expected));
}

#[test]
fn standards_by_sign_number_and_year() {
    let text = "Bến phà đạt tiêu chuẩn TCVN 12345:2031, Quy chuẩn kỹ thuật quốc gia QCVN 07-4:2033/BXD và TCVN ISO/IEC \
        27001:2030; theo TCVN mới và QCVN 5 của ngành.";
    let expected = [
        ("tiêu chuẩn TCVN 12345:2031", "other", None),
        ("Quy chuẩn kỹ thuật quốc gia QCVN 07-4:2033/BXD", "other", None),
        ("TCVN ISO/IEC 27001:2030", "other", None),
    ];
    assert_eq!(cited(text, Language::Vi), list(&expected));
}

#[test]
fn papers_of_assemblies_and_letters_beside_other_instruments() {
    let text = "Theo Nghị định số 12/2031/NĐ-CP ngày 04/8/2031 của Chính phủ và Văn bản số 72/VPCP-CN ngày 05/8/2031; \
        Báo cáo thẩm tra số 16/BC-BĐT ngày 24/8/2031; Văn bản giải trình số 62/UBND-ĐT ngày 25/8/2031.";
    let expected = [
        ("Nghị định số 12/2031/NĐ-CP ngày 04/8/2031 của Chính phủ", "decree", Some("2031-08-04")),
        ("Văn bản số 72/VPCP-CN ngày 05/8/2031", "dispatch", Some("2031-08-05")),
        ("Báo cáo thẩm tra số 16/BC-BĐT ngày 24/8/2031", "report", Some("2031-08-24")),
        ("Văn bản giải trình số 62/UBND-ĐT ngày 25/8/2031", "dispatch", Some("2031-08-25")),
    ];
    assert_eq!(cited(text, Language::Vi), list(&expected));
}

#[test]
fn a_body_alone_identifies_nothing() {
    let text = "Thực hiện Chỉ thị của Thủ tướng Chính phủ và các nghị quyết của Quốc hội, kế hoạch hành động của \
        Chính phủ; triển khai Nghị quyết của Quốc hội về phát triển cảng cạn giai đoạn 2031 - 2035.";
    let expected =
        [("Nghị quyết của Quốc hội về phát triển cảng cạn giai đoạn 2031 - 2035", "resolution", None)];
    assert_eq!(cited(text, Language::Vi), list(&expected));
}

#[test]
fn a_year_behind_a_symbol_is_its_date() {
    let text = "Theo Quyết định 812/QĐ-UBND năm 2031 và Nghị định số 14/2032/NĐ- CP2 của Chính phủ.";
    let expected = [
        ("Quyết định 812/QĐ-UBND năm 2031", "decision", Some("2031")),
        ("Nghị định số 14/2032/NĐ- CP2 của Chính phủ", "decree", None),
    ];
    let found = cited(text, Language::Vi);
    assert_eq!(found.first(), list(&expected).first());
    assert_eq!(found.len(), 2);
}

#[test]
fn english_instruments() {
    let text = "Agencies follow Executive Order No. 7, dated March 3, 2031, 44 U.S.C. § 3516, Local Law 31 of 2032 \
        and Regulation (EU) 2031/412. The orders and regulations of the city remain in force.";
    let expected = [
        ("Executive Order No. 7, dated March 3, 2031", "other", Some("2031-03-03")),
        ("44 U.S.C. § 3516", "law", None),
        ("Local Law 31 of 2032", "law", Some("2032")),
        ("Regulation (EU) 2031/412", "other", None),
    ];
    assert_eq!(cited(text, Language::En), list(&expected));
}

/// What a French sentence cites: words, kind, symbol, date.
fn french(sentence: &str) -> Vec<(String, String, Option<String>, Option<String>)> {
    let text = format!("Le service applique ce qui suit.\n\n{sentence}\n");
    let citations = read_text(&text, Some(Language::Fr)).citations;
    citations.into_iter().map(|c| (c.span.quote.replace('\n', " "), c.kind, c.symbol, c.date)).collect()
}

type Expected<'a> = (&'a str, &'a str, Option<&'a str>, Option<&'a str>);

fn check(table: &[(&str, &[Expected<'_>])]) {
    for (sentence, expected) in table {
        let own = |word: Option<&str>| word.map(str::to_owned);
        let expected: Vec<_> = expected
            .iter()
            .map(|(q, k, s, d)| ((*q).to_owned(), (*k).to_owned(), own(*s), own(*d)))
            .collect();
        assert_eq!(french(sentence), expected, "{sentence}");
    }
}

#[test]
fn french_instruments_by_number_and_by_day() {
    check(&[
        (
            "Vu la loi n° 2031-12 du 4 mai 2031 relative aux bacs, l’arrêté du 6 juin 2032 et le règlement (UE) 2031/412,",
            &[
                ("loi n° 2031-12 du 4 mai 2031", "law", Some("2031-12"), Some("2031-05-04")),
                ("arrêté du 6 juin 2032", "decision", None, Some("2032-06-06")),
                ("règlement (UE) 2031/412", "other", Some("2031/412"), None),
            ],
        ),
        (
            "Les ordonnances n° 2031-09 du 10 janvier 2031 et n° 2031-99 du 30 mai 2031 sont visées.",
            &[
                ("ordonnances n° 2031-09 du 10 janvier 2031", "law", Some("2031-09"), Some("2031-01-10")),
                ("n° 2031-99 du 30 mai 2031", "law", Some("2031-99"), Some("2031-05-30")),
            ],
        ),
        (
            "Le projet de décret portant application de certaines dispositions de la loi n° 2031-15 du 2 août 2031 est lu.",
            &[
                ("projet de décret portant application de certaines dispositions", "decree", None, None),
                ("loi n° 2031-15 du 2 août 2031", "law", Some("2031-15"), Some("2031-08-02")),
            ],
        ),
        (
            "L’application de la loi de 2031-12 du 4 mai 2031 et de la loi de 2032 sur les bacs est suivie.",
            &[("loi de 2031-12 du 4 mai 2031", "law", Some("2031-12"), Some("2031-05-04"))],
        ),
        (
            "Le décret n°2031-027/P-RM du 31 décembre 2031 portant Code des bacs est cité.",
            &[(
                "décret n°2031-027/P-RM du 31 décembre 2031",
                "decree",
                Some("2031-027/P-RM"),
                Some("2031-12-31"),
            )],
        ),
        (
            "La circulaire du Premier ministre du 27 avril 2031 et la résolution 3118 (2031) demeurent.",
            &[
                ("circulaire du Premier ministre du 27 avril 2031", "circular", None, Some("2031-04-27")),
                ("résolution 3118 (2031)", "resolution", Some("3118"), None),
            ],
        ),
        (
            "La directive 2031/98/CE du Parlement européen et du Conseil du 3 mai 2031 est transposée.",
            &[(
                "directive 2031/98/CE du Parlement européen et du Conseil du 3 mai 2031",
                "directive",
                Some("2031/98/CE"),
                Some("2031-05-03"),
            )],
        ),
    ]);
}

#[test]
fn french_instruments_by_name_and_subject() {
    check(&[
        (
            "Il applique le Code de la pêche et veille à la loi d’orientation portuaire.",
            &[("Code de la pêche", "law", None, None), ("loi d’orientation portuaire", "law", None, None)],
        ),
        (
            "Le Conseil a adopté un projet de loi relatif à la création, aux missions et à l’organisation des ports.",
            &[(
                "projet de loi relatif à la création, aux missions et à l’organisation des ports",
                "law",
                None,
                None,
            )],
        ),
        (
            "Conformément au code des marchés publics, le projet de loi de finances pour l’année 2032 est déposé.",
            &[
                ("code des marchés publics", "law", None, None),
                ("projet de loi de finances pour l’année 2032", "law", None, None),
            ],
        ),
        (
            "La Directive sur les services et le numérique et la Politique sur la gestion des bacs doivent être lues.",
            &[
                ("Directive sur les services et le numérique", "directive", None, None),
                ("Politique sur la gestion des bacs", "other", None, None),
            ],
        ),
        (
            "La stratégie nationale de lecture en cohérence avec le Plan Mayombe émergent et la Constitution sera revue.",
            &[
                ("stratégie nationale de lecture", "other", None, None),
                ("Plan Mayombe émergent", "plan", None, None),
                ("Constitution", "law", None, None),
            ],
        ),
        (
            "Il suit la mise en œuvre du Plan d’action quinquennal 2031-2035 et de l’Agenda national de Transformation.",
            &[
                ("Plan d’action quinquennal 2031-2035", "plan", None, None),
                ("Agenda national de Transformation", "other", None, None),
            ],
        ),
    ]);
}

#[test]
fn french_general_mentions_are_left_alone() {
    for sentence in [
        "Les lois et décrets en vigueur sont appliqués.",
        "Le ministre prépare un projet de loi d’orientation sur la lecture et une stratégie nationale de lecture.",
        "Le code source est publié et la politique de contribution est revue.",
        "Le plan de travail de chaque service et la stratégie de communication sont revus.",
        "La présente directive s’applique, cette loi aussi.",
        "La constitution de stocks et l’accord de principe sont notés.",
        "Monsieur Mayombe, matricule de solde n° 612 334/L, est nommé Coordonnateur du Programme des Bacs.",
        "Il faut un plan d’aménagement des ports et tout règlement intérieur utile.",
        "Dans le cadre de la politique du logement, les programmes de construction avancent.",
        "Chaque norme est suivie, selon le programme des prochaines rencontres.",
    ] {
        assert_eq!(french(sentence), [], "{sentence}");
    }
}

#[test]
fn the_title_of_a_french_document_cites_nothing() {
    let text =
        "Politique sur les bacs du fleuve\n\nLa Politique sur les bacs du fleuve suit la loi n° 2031-12.\n";
    let citations = read_text(text, Some(Language::Fr)).citations;
    let quotes: Vec<_> = citations.into_iter().map(|c| c.span.quote).collect();
    assert_eq!(quotes, ["loi n° 2031-12"]);
}

#[test]
fn english_numbers_of_codes_memoranda_and_resolutions() {
    let text = "Section 3412(c) of title 44, United States Code, and 6 U.S.C. § 455(3) apply, as do Public Law 131-83, \
        Executive Order (EO) 15900 of 2031, OMB Memorandum M-31-13, OMB Circular A-230 and Emergency Directive 31-02. \
        Recalling Security Council resolution 2918 (2031), Bill C-127 and Chapter 49 of the Laws of 1982.";
    let expected = [
        ("Section 3412(c) of title 44, United States Code", "law", None),
        ("6 U.S.C. § 455(3)", "law", None),
        ("Public Law 131-83", "law", None),
        ("Executive Order (EO) 15900 of 2031", "other", Some("2031")),
        ("OMB Memorandum M-31-13", "other", None),
        ("OMB Circular A-230", "circular", None),
        ("Emergency Directive 31-02", "directive", None),
        ("Security Council resolution 2918 (2031)", "resolution", Some("2031")),
        ("Bill C-127", "law", None),
        ("Chapter 49 of the Laws of 1982", "law", Some("1982")),
    ];
    assert_eq!(cited(text, Language::En), list(&expected));
}

#[test]
fn the_section_of_a_code_and_the_subject_of_a_law_belong_to_them() {
    let text = "REPORT\n\nAgencies follow 44 U.S.C. § 3516(b)(2) and Law No. 12/2031/QH21 on Ferries and Piers of the City. \
        The law on ferries was amended by Resolution No.14/2031/QH21, and Law No. 13/2031/QH21 on the day it passed.";
    let reading = crate::read_text(text, Some(Language::En));
    let found: Vec<(&str, &str)> = reading
        .citations
        .iter()
        .map(|cited| (cited.span.quote.as_str(), cited.symbol.as_deref().unwrap_or_default()))
        .collect();
    let expected = [
        ("44 U.S.C. § 3516(b)(2)", "44 U.S.C. § 3516"),
        ("Law No. 12/2031/QH21 on Ferries and Piers of the City", "12/2031/QH21"),
        ("Resolution No.14/2031/QH21", "14/2031/QH21"),
        ("Law No. 13/2031/QH21", "13/2031/QH21"),
    ];
    assert_eq!(found, expected);
}

#[test]
fn days_stand_behind_the_subject_or_before_the_kind() {
    let text = "Under Law No. 12/2031/QH21 on Ferries of March 4, 2031, the May 3, 2032 Decree No. 5/2032/ND-CP,\nby the rules \
        of the\nport, and Executive Order No.\n7, dated June 1, 2033, and the\n2031-2040 pier repair master program, \
        the Pier Repair Act of 2031, Pub. L. No. 131-76, and March 3, 2032, Executive Order 14.";
    let expected = [
        ("Law No. 12/2031/QH21 on Ferries of March 4, 2031", "law", Some("2031-03-04")),
        ("May 3, 2032 Decree No. 5/2032/ND-CP", "decree", Some("2032-05-03")),
        ("Executive Order No. 7, dated June 1, 2033", "other", Some("2033-06-01")),
        ("2031-2040 pier repair master program", "action_programme", None),
        ("Pier Repair Act of 2031, Pub. L. No. 131-76", "law", Some("2031")),
        ("March 3, 2032, Executive Order 14", "other", Some("2032-03-03")),
    ];
    assert_eq!(cited(text, Language::En), list(&expected));
}

#[test]
fn english_names_of_instruments() {
    let text = "Consistent with the Harbour Records Act of 2014, the March 3, 2031 Law on Ports, Piers and Buoys, the \
        Long Son City Charter, the 2031 National Tide Strategy, the Policy on Ferries and Digital and the Convention on \
        the Rights of Sailors, ferries are safe. The Lighthouse Information Protection Act (LIPA) comes first: under \
        LIPA, data are kept, and LIPA applies to all.";
    let expected = [
        ("Harbour Records Act of 2014", "law", Some("2014")),
        ("March 3, 2031 Law on Ports, Piers and Buoys", "law", Some("2031-03-03")),
        ("Long Son City Charter", "law", None),
        ("2031 National Tide Strategy", "other", Some("2031")),
        ("Policy on Ferries and Digital", "other", None),
        ("Convention on the Rights of Sailors", "other", None),
        ("Lighthouse Information Protection Act", "law", None),
        ("LIPA", "law", None),
        ("LIPA", "law", None),
    ];
    assert_eq!(cited(text, Language::En), list(&expected));
}

#[test]
fn english_words_that_name_no_instrument() {
    let text = "The Act and the Strategy are read together. Agencies act on their Strategic Plan and under common law; the \
        Ministry of Planning and the Office of Tide Policy publish source code. See Section 7 of this Order, paragraph \
        44 and LIPA systems. A Memorandum of Understanding, a Service Level Agreement, the Remote Buoy Protocol and 12 \
        orders exist. In March 2031, ED 4 rooms opened, and resolution 12 followed.";
    assert_eq!(cited(text, Language::En), list(&[]));
}

#[test]
fn an_english_plan_does_not_cite_itself() {
    let text = "NATIONAL TIDE STRATEGY\n\nThis National Tide Strategy has three parts.\n\nIt follows the National Port \
        Policy and the Government’s program of action for the 2031-2035 term.\n";
    let expected = [
        ("National Port Policy", "other", None),
        ("Government’s program of action for the 2031-2035 term", "action_programme", None),
    ];
    assert_eq!(cited(text, Language::En), list(&expected));
}

#[test]
fn later_citations_leave_the_sign_out() {
    let text = "Thực hiện Nghị quyết số 91-NQ/TW ngày 13/4/2031 của Ban Chấp hành Trung ương và Chỉ thị số 07/CT-TTg, \
        các bộ rà soát. Ban Chỉ đạo tổng kết Nghị quyết 91 báo cáo theo Chỉ thị 07 của Thủ tướng Chính phủ.";
    let reading = read_text(text, Some(Language::Vi));
    let short: Vec<_> =
        reading.citations.iter().filter(|c| c.symbol.is_none()).map(|c| &c.span.quote).collect();
    assert_eq!(short, ["Nghị quyết 91", "Chỉ thị 07 của Thủ tướng Chính phủ"]);
    let whole = reading.instruments.iter().find(|one| one.symbol.as_deref() == Some("91-NQ/TW")).unwrap();
    assert_eq!((whole.citations.len(), reading.instruments.len()), (2, 2));
}

#[test]
fn numbers_that_cite_nothing_known_are_left_alone() {
    let text = "Thực hiện Nghị quyết số 91-NQ/TW, các bộ rà soát. Nghị quyết 19 và nghị quyết 91 điều, Nghị quyết 91% vốn, \
        Nghị quyết 91 nhóm nhiệm vụ, Chỉ thị 18, Quyết định 5 năm, Nghị quyết 91,5 tỷ.";
    assert_eq!(cited(text, Language::Vi).len(), 1);
    let series = "Thực hiện Nghị quyết số 18.7/2031/NQ-CP, các bộ rà soát.";
    assert_eq!(cited(series, Language::Vi), list(&[("Nghị quyết số 18.7/2031/NQ-CP", "resolution", None)]));
    let own = "CHÍNH PHỦ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nSố: 91/NQ-CP\n\nNGHỊ QUYẾT\n\nVề cảng cá\n\n\
        1. Bộ Thủy sản báo cáo việc thực hiện Nghị quyết 91.\n";
    assert_eq!(cited(own, Language::Vi).len(), 0);
}

#[test]
fn french_instruments_of_other_countries_and_drafts() {
    check(&[
        (
            "Vu l’art. 56 de la loi fédérale du 3 octobre 2025 et la délibération du 12 mars 2030,",
            &[
                ("loi fédérale du 3 octobre 2025", "law", None, Some("2025-10-03")),
                ("délibération du 12 mars 2030", "decision", None, Some("2030-03-12")),
            ],
        ),
        (
            "La note de service n° 012/DB du 4 mars 2029 et le dahir n° 1-31-58 sont abrogés.",
            &[
                ("note de service n° 012/DB du 4 mars 2029", "circular", Some("012/DB"), Some("2029-03-04")),
                ("dahir n° 1-31-58", "decree", Some("1-31-58"), None),
            ],
        ),
        (
            "Le service fait la revue du projet de loi sur la sécurité fluviale et de la doctrine du quai.",
            &[("projet de loi sur la sécurité fluviale", "law", None, None)],
        ),
        (
            "Les services respectent le RGPD et la Charte canadienne des droits des pilotes.",
            &[
                ("RGPD", "other", None, None),
                ("Charte canadienne des droits des pilotes", "other", None, None),
            ],
        ),
        (
            "Le décret encadrant le prix des gilets et la circulaire sur les quais sont publiés.",
            &[
                ("décret encadrant le prix des gilets", "decree", None, None),
                ("circulaire sur les quais", "circular", None, None),
            ],
        ),
        (
            "Les services suivent le code des relations entre le public et l’administration.",
            &[("code des relations entre le public et l’administration", "law", None, None)],
        ),
        (
            "Le Gouvernement finalise le plan d’action du Gouvernement et un plan quinquennal 2031-2035.",
            &[
                ("plan d’action du Gouvernement", "plan", None, None),
                ("plan quinquennal 2031-2035", "plan", None, None),
            ],
        ),
        (
            "La directive relative à l’accueil des passagers et la stratégie d’achat de bacs du gouvernement du Canada sont à jour.",
            &[
                ("directive relative à l’accueil des passagers", "directive", None, None),
                ("stratégie d’achat de bacs du gouvernement du Canada", "other", None, None),
            ],
        ),
        (
            "Ils respectent la loi d’orientation fluviale n° 2010 - 15 du 6 juillet 2010 et le Code unique des bacs.",
            &[
                (
                    "loi d’orientation fluviale n° 2010 - 15 du 6 juillet 2010",
                    "law",
                    Some("2010-15"),
                    Some("2010-07-06"),
                ),
                ("Code unique des bacs", "law", None, None),
            ],
        ),
    ]);
}

#[test]
fn what_only_sounds_like_a_french_instrument() {
    for sentence in [
        "Un plan quinquennal sera préparé.",
        "Il lit une lettre et un manuel de pilotage.",
        "Chaque délibération est affichée.",
        "Le règlement des pilotes (RGPD) est affiché, comme les codes de conduite.",
        "Le profil des pilotes et l’orientation des bacs changent.",
        "Une directive relative à l’accueil des passagers est attendue.",
        "La commission suit les projets de loi et les normes de navigation.",
    ] {
        assert_eq!(french(sentence), [], "{sentence}");
    }
}

#[test]
fn titles_behind_numbers_give_their_day_and_kinds_behind_commas_are_others() {
    let english = "Agencies shall follow OMB Memorandum M-31-02, *Access to Harbour Records* (Dec. 16, 2030), NIST SP 800-63b and \
        OMB Memorandum M-31-19, *Harbour Initiative Memorandum* (August 1, 2031).";
    let expected = [
        ("OMB Memorandum M-31-02", "other", Some("2030-12-16")),
        ("NIST SP 800-63b", "other", None),
        ("OMB Memorandum M-31-19", "other", Some("2031-08-01")),
    ];
    assert_eq!(cited(english, Language::En), list(&expected));
    let vietnamese = "Thực hiện Chỉ thị số 47-CT/TW ngày 21/11/2030 của Bộ Chính trị, Kế hoạch số 327-KH/TU ngày 12/5/2031 \
        của Tỉnh ủy, NQ 193/2031/QH17, Quy định số 79-QĐ/TW; Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013; \
        Luật bảo vệ đê ngày 14 tháng 11 năm 2028.";
    let expected = [
        ("Chỉ thị số 47-CT/TW ngày 21/11/2030 của Bộ Chính trị", "directive", Some("2030-11-21")),
        ("Kế hoạch số 327-KH/TU ngày 12/5/2031 của Tỉnh ủy", "plan", Some("2031-05-12")),
        ("NQ 193/2031/QH17", "resolution", None),
        ("Quy định số 79-QĐ/TW", "other", None),
        ("Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013", "law", Some("2013")),
        ("Luật bảo vệ đê ngày 14 tháng 11 năm 2028", "law", Some("2028-11-14")),
    ];
    assert_eq!(cited(vietnamese, Language::Vi), list(&expected));
}
