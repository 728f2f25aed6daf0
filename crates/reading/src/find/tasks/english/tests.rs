//! Tasks of invented English orders, directives and plans: found, and left alone.

use crate::{Language, Task, read_text};

fn order(body: &str) -> Vec<Task> {
    let text = format!("EXECUTIVE ORDER NO. 7\nMarch 3, 2031\n\nIt is hereby ordered:\n\n{body}\n");
    read_text(&text, Some(Language::En)).tasks
}

/// The leads of each task.
fn leads(body: &str) -> Vec<String> {
    order(body).iter().map(|task| task.lead.join("; ")).collect()
}

/// The words of each task.
fn words(body: &str) -> Vec<String> {
    let words = |quote: &str| quote.split_whitespace().collect::<Vec<_>>().join(" ");
    order(body).iter().map(|task| words(&task.span.quote)).collect()
}

#[test]
fn what_an_order_settles_is_no_task() {
    let settled = [
        "Section 1. The membership of the Council shall include one pilot.",
        "Section 2. Five members of the Council shall constitute a quorum.",
        "Section 3. The Council shall be headed by a Dean.",
        "Section 4. The Council shall have authority over piers.",
        "Section 5. Pilots shall serve without pay.",
        "Section 6. No person shall be a member of the Council for more than two terms.",
        "Section 7. The Mayor shall not appoint a pilot unless the Council agrees.",
        "Section 8. Such hearing shall be upon reasonable notice.",
        "Section 9. Small piers shall not be considered harbours.",
        "Section 10. All permits shall lapse with this Order.",
        "Section 11. It should be noted, however, that piers are old.",
        "Section 12. Pilots will need clear charts in order to reach the piers.",
        "Section 13. Regularly reviewing the charts will help the Council to keep them clear.",
    ];
    for body in settled {
        assert_eq!(words(body), Vec::<String>::new(), "{body}");
    }
}

#[test]
fn who_does_what_is_done_is_in_charge() {
    let table = [
        ("Section 1. The pilots shall be appointed by the Mayor.", "Mayor"),
        (
            "Section 1. The fares shall be fixed jointly by the Harbour Office and the Council.",
            "Harbour Office; Council",
        ),
        ("Section 1. If a pier is closed, the Mayor shall be notified at once by the Council.", "Council"),
        ("Section 1. Pilots shall, once a month, be trained by the Council.", "Council"),
        ("Section 1. Members of the Council shall be reimbursed for expenses.", ""),
        ("Section 1. The report shall be submitted by March 1 of each year.", ""),
        ("Section 1. Pilots shall be trained by the Harbour Office through courses.", "Harbour Office"),
        ("Section 1. Copies shall be made available by electronic means.", ""),
    ];
    for (body, lead) in table {
        assert_eq!(leads(body), [lead], "{body}");
    }
}

#[test]
fn a_pronoun_is_the_body_of_the_sentence_before() {
    let body = "Section 1. The Harbour Office shall survey the piers.\n\nIt shall also publish the survey.\n\n\
        Section 2. Ferries\n\nIt shall be an aim of the City that ferries run on time.";
    assert_eq!(
        leads(body).get(..2),
        Some(["Harbour Office".to_owned(), "Harbour Office".to_owned()].as_slice())
    );
}

#[test]
fn what_is_settled_behind_a_semicolon_is_no_part_of_the_task() {
    let body = "Section 1. The Mayor shall select five pilots; the membership shall include one woman.";
    assert_eq!(words(body), ["The Mayor shall select five pilots;"]);
}

#[test]
fn sections_with_a_sign_part_the_text() {
    let body = "§ 1. Surveys. The Harbour Office shall survey the piers.\n§ 2. Reports. The Council shall:\na. Report on \
        the survey;\nb. Advise the Mayor on piers.";
    assert_eq!(leads(body), ["Harbour Office", "Council", "Council"]);
    assert_eq!(words(body).first().map(String::as_str), Some("The Harbour Office shall survey the piers."));
}

#[test]
fn names_end_where_something_else_starts() {
    let table = [
        ("Section 1. The agency itself shall report.", "agency"),
        ("Section 1. Each agency, within its powers, shall report on piers.", "agency"),
        (
            "Section 1. Prior to sending budget requests for the Harbour Office, the Commissioner shall consult with the \
             Mayor.",
            "Commissioner",
        ),
        ("Section 1. By 5 p.m., Friday, March 7, 2031, agencies shall close the piers.", "agencies"),
        (
            "Section 1. Harbour News Agency, Voice of Ferries and other agencies shall report.",
            "Harbour News Agency; Voice of Ferries; other agencies",
        ),
        (
            "Section 1. Annually, based on their plans, ministries and cities shall report.",
            "ministries; cities",
        ),
        ("Section 1. By March 7, 2031 all agencies shall report.", "all agencies"),
        ("Section 1. (ii) The Commissioner shall report.", "Commissioner"),
        ("Section 1. If an agency has no pilot, it shall hire one.", "agency"),
        ("Section 1. Piers are old, and the Harbour Office shall repair them.", "Harbour Office"),
    ];
    for (body, lead) in table {
        assert_eq!(leads(body), [lead], "{body}");
    }
}

#[test]
fn lists_that_a_duty_opens_start_with_any_verb() {
    let text = "PLAN OF THE ISLES\n\n1. Actions\n\nparishes will:\n\n- list their piers by 2034\n- hail a warden\n\n\
        Pier Service will:\n\n- help parishes\n\n### Harbour Board Actions\n\n1. Maintain the list of piers.\n\n\
        ### Wells\n\n● Publish the Well Register. The Water Board will post the register online.\n";
    let tasks = read_text(text, Some(Language::En)).tasks;
    let found: Vec<(&str, String)> =
        tasks.iter().map(|task| (task.span.quote.as_str(), task.lead.join("; "))).collect();
    let expected = [
        ("list their piers by 2034", "parishes"),
        ("hail a warden", "parishes"),
        ("help parishes", "Pier Service"),
        ("Maintain the list of piers.", "Harbour Board"),
        ("The Water Board will post the register online.", "Water Board"),
    ];
    assert_eq!(found, expected.map(|(words, lead)| (words, lead.to_owned())));
}

#[test]
fn who_acts_is_told_from_what_is_told() {
    let table: [(&str, &[&str]); 7] = [
        ("Section 1. The timetable will be issued by the Ferry Office by May 2034.", &["Ferry Office"]),
        ("Section 1. Ferry tickets shall be printed on paper approved by the Customs Office.", &[""]),
        (
            "Section 1. In addition to obeying the Pier Rules and the Act, wardens should log boats.",
            &["wardens"],
        ),
        ("Section 1. While agencies should strive for more, they may rest.", &["agencies"]),
        ("Section 1. Small piers may not be known to one office.", &[]),
        ("Section 1. The budget may not be changed without consent of the Council.", &[""]),
        ("1. To guide pilots, the Port launched a map.", &[]),
    ];
    for (body, lead) in table {
        assert_eq!(leads(body), lead, "{body}");
    }
}

#[test]
fn headings_of_markdown_end_what_is_handed_down() {
    let text = "DIRECTIVE\n\n### Required Actions\nTo ensure safe piers\nfound in the survey, port\nagencies shall complete \
        the following actions:\n\n1. Repair the piers.\n\n### Tracking\nThe Council also will track the repairs.\n\n\
        ### Frequently Asked Questions\n\n#### Who asks for a pilot?\n\nThe Council will answer.\nTo ask for a pilot, please \
        submit the form.\n\nIf a pier is open, then it must be listed.\n";
    let tasks = read_text(text, Some(Language::En)).tasks;
    let found: Vec<(&str, String)> =
        tasks.iter().map(|task| (task.span.quote.as_str(), task.lead.join("; "))).collect();
    let expected = [
        ("Repair the piers.", "port agencies"),
        ("The Council also will track the repairs.", "Council"),
        ("To ask for a pilot, please submit the form.", ""),
        ("If a pier is open, then it must be listed.", ""),
    ];
    assert_eq!(found, expected.map(|(words, lead)| (words, lead.to_owned())));
}

#[test]
fn orders_behind_an_opening_phrase() {
    let text = "DIRECTIVE\n\n### Required Actions\n\nAll agencies must complete the following actions:\n\n\
        1. By 11:59 pm EDT, Wednesday, July 14, 2032, stop the Ferry service on all servers.\n\n\
        2. Complete option 1 or 2:\n\n> Disable the Ferry service on each host of the agency and its offices\n\n> > a) Set the Pier policy\n\n\
        ### Frequently Asked Questions\n\n#### Will ferries run?\n\nThe agencies will run them.\n";
    let tasks = read_text(text, Some(Language::En)).tasks;
    let short: Vec<(&str, &str)> = tasks
        .iter()
        .map(|task| {
            (task.span.quote.get(..12).unwrap_or_default(), task.lead.first().map_or("", String::as_str))
        })
        .collect();
    let all = "All agencies";
    assert_eq!(short, [("By 11:59 pm ", all), ("Disable the ", all), ("Set the Pier", all)]);
    assert_eq!(tasks.first().and_then(|task| task.deadline.as_deref()), Some("2032-07-14"));
}

#[test]
fn organs_that_resolve_order_without_a_subject() {
    let text = "RESOLUTION\n\nThe Assembly,\n\nRecalling the survey of piers,\n\n\
        1. Urges Member States to repair their piers;\n\n\
        2. Requests the Secretary-General to report on piers by 2033;\n\n3. Welcomes the report of the Council.\n";
    let tasks = read_text(text, Some(Language::En)).tasks;
    let leads: Vec<String> = tasks.iter().map(|task| task.lead.join("; ")).collect();
    assert_eq!(leads, ["Member States", "Secretary-General"]);
}

#[test]
fn an_opener_hands_its_time_down() {
    let body = "Section 1. By June 30, 2031, the Harbour Office shall:\na. Survey the piers;\nb. Repair the piers by 2033.";
    let due: Vec<Option<String>> = order(body).into_iter().map(|task| task.deadline).collect();
    assert_eq!(due, [Some("2031-06-30".to_owned()), Some("2033".to_owned())]);
}

#[test]
fn a_day_before_an_act_is_its_deadline() {
    let body = "Section 1. The Harbour Office shall report as below:\n\n- May 3, 2031: Submit the register of piers.\n\n\
        - June 5, 2031: Submit the charts.";
    let due: Vec<Option<String>> = order(body).into_iter().map(|task| task.deadline).collect();
    assert_eq!(due, [Some("2031-05-03".to_owned()), Some("2031-06-05".to_owned())]);
}

#[test]
fn phases_give_their_years_to_their_own_items() {
    let text = "DECISION\n\nII. TASKS\n\nMajor tasks for the 2031-2035 period:\n\n- To survey the piers;\n\n\
        Major tasks for the 2036-2040 period:\n\n- To repair the piers;\n\n- 2036-2037: To train the crews.\n";
    let tasks = read_text(text, Some(Language::En)).tasks;
    let due: Vec<&str> = tasks.iter().map(|task| task.deadline.as_deref().unwrap_or_default()).collect();
    assert_eq!(due, ["2031/2035", "2036/2040", "2036/2037"]);
}

#[test]
fn what_only_looks_like_an_act_is_left_alone() {
    let left = [
        "Section 1. Criteria\n\n+ Being a resident of the City;\n\n+ Having sailed for two years;",
        "Section 1. To approve the plan on piers enclosed with this Order.",
        "Section 1. Moving to new piers requires time.",
        "Section 1. Operating old ferries may still carry some risk.",
        "Section 1. Training contents: the law of the sea;",
        "Section 1. The Council lacks rules that the City should have issued.",
        "Section 1. The City should have issued rules.",
        "Section 1. The City expects that ferries should run on time.",
        "Section 1. Background. The City has said that it shall build piers.",
    ];
    for body in left {
        assert_eq!(words(body), Vec::<String>::new(), "{body}");
    }
}

#[test]
fn openers_hand_their_lists_to_whoever_stands_before_them() {
    let table: [(&str, &[&str]); 7] = [
        // A scan reads the letter l as I, and an item may open a list of numbers.
        (
            "§ 2. The Harbour Office shall:\nk. Report to the Mayor;\nI. Advise the boards;\nm. Mend the piers.\n",
            &["Harbour Office", "Harbour Office", "Harbour Office"],
        ),
        (
            "§ 3. Piers.\nc. The Harbour Office shall perform the following functions:\n1. Mend the piers;\n2. Review the \
             fees.\nd. The Council shall:\n1. Count the boats.\n",
            &["Harbour Office", "Harbour Office", "Council"],
        ),
        (
            "§ 4. The Mayor shall designate a Chief Pilot Officer, who shall:\n1. Train the pilots;\n2. Review the fees.\n",
            &["Chief Pilot Officer", "Chief Pilot Officer"],
        ),
        (
            "- Departments will appoint a pilot\n\nHarbour Office will:\n\n- train the pilots\n\nThe plans will be published.\n",
            &["Departments", "Harbour Office"],
        ),
        (
            "These Service Managers will:\n\n- run the service\n- report on its users\n",
            &["Service Managers"; 2],
        ),
        (
            "The city government plans to take the following actions:\n\n- Mend the piers\n",
            &["city government"],
        ),
        (
            "HMB tasks the Harbour Office, in consultation with the Pilot Service, with the following actions:\n\n\
             1. Mend the buoys.\n",
            &["Harbour Office"],
        ),
    ];
    for (body, expected) in table {
        let mut found = leads(body);
        found.truncate(expected.len());
        assert_eq!(found, expected, "{body}");
    }
}

#[test]
fn links_titles_and_what_was_ordered_before_are_no_tasks() {
    let page = "# Harbours\n\n## Agencies must\n\n## Required Actions\n\n- [Use agile methods (Design Manual)](https://ports.example/agile)\n\
        - Repair the piers, as the [Manual](https://ports.example) says\n\n\
        ### Action 2: Publish the Register of Wells\n\nThe Harbour Office will publish the register by 2032.\n\n\
        In 2029, the Harbour Board required agencies to count their buoys. The Board will no longer require reports.\n\n\
        At 60 calendar days after BOD issuance, agencies shall submit a report.\n";
    let found = read_text(page, Some(Language::En)).tasks;
    let quotes: Vec<&str> = found.iter().map(|task| task.span.quote.as_str()).collect();
    let expected = [
        "Repair the piers, as the [Manual](https://ports.example) says",
        "The Harbour Office will publish the register by 2032.",
        "At 60 calendar days after BOD issuance, agencies shall submit a report.",
    ];
    assert_eq!(quotes, expected);
}

#[test]
fn the_title_of_an_item_stands_apart_from_the_text_below_it() {
    let plan = "ACTION PLAN\n\nThe city will act on what follows, as every agency of the harbour\nwas told, and on what the\n\
        board has said.\n\n1. Improve Management of Harbour Records\nThe backbone of a good harbour is its records.\n\
        The Harbour Office will publish them, with the\nregister of wells.\n\n2. Train the Pilots. The Director of Port\n\
        Safety will train pilots.\n";
    let found = read_text(plan, Some(Language::En)).tasks;
    let leads: Vec<String> = found.iter().map(|task| task.lead.join("; ")).collect();
    assert_eq!(leads, ["city", "Harbour Office", "Director of Port Safety"]);
}

#[test]
fn background_obliges_only_bodies_and_in_firm_words() {
    let page = "# Harbour Directive\n\n## Background\n\nIn 2029 ports lost ships. Agencies must keep a register of wrecks. Wrecks \
        should be rare. Agencies will be glad of it.\n\n## Required Actions\n\n1. Report every wreck.\n";
    let found = read_text(page, Some(Language::En)).tasks;
    let quotes: Vec<&str> = found.iter().map(|task| task.span.quote.as_str()).collect();
    assert_eq!(quotes, ["Agencies must keep a register of wrecks.", "Report every wreck."]);
}

#[test]
fn lists_of_what_may_be_are_no_tasks() {
    let lists = [
        "Agencies may:\n\n- publish the register\n- review their boats\n",
        "Using open ferries means you can:\n\n- share the crews\n",
        "A port can choose among the following activities:\n\n- promote the ferries\n",
        "The benefits are the following:\n\n- increase the catch\n",
    ];
    for list in lists {
        let page = format!("# Ferries\n\n{list}");
        assert!(read_text(&page, Some(Language::En)).tasks.is_empty(), "{list}");
    }
}
