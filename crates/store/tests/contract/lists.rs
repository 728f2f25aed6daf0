//! Lists: what they show, in which order, page by page, now and then.

use crate::build::{
    Chance, TODAY, append, batch, commit, created, day, deadline, id, minute, now, origin, party, stream,
    unknown,
};
use haidang_domain::instrument::{Content, Details, Event as Instrument, Finding, InstrumentKind};
use haidang_domain::organisation::{Event as Organisation, Names};
use haidang_domain::project::{Description, Event as Project, ProjectKind, Stage};
use haidang_domain::recommendation::Event as Recommendation;
use haidang_domain::target::{Definition, Event as Target, TargetStatus};
use haidang_domain::task::{Event as Task, Progress, Standing, standing};
use haidang_domain::{
    Classification, Deadline, FindingId, InstrumentId, Language, Noun, OrganisationId, StreamId, TaskId,
    VersionId,
};
use haidang_store::{
    AsAt, InstrumentFilter, InstrumentSort, ProjectFilter, RecommendationFilter, RecommendationSort, Store,
    TargetFilter, TargetSort, TaskFilter, TaskSort,
};
use jiff::{ToSpan, civil::Date};

pub(crate) async fn check(store: &Store) {
    tasks_are_filtered_and_shown(store).await;
    tasks_stand_as_the_domain_says(store).await;
    tasks_come_in_order_and_in_pages(store).await;
    leads_are_counted(store).await;
    instruments_are_listed(store).await;
    targets_are_listed(store).await;
    projects_are_listed(store).await;
    recommendations_are_listed(store).await;
    organisations_come_in_the_order_of_the_alphabet(store).await;
}

fn asking(words: &str) -> TaskFilter {
    TaskFilter { words: Some(words.to_owned()), ..TaskFilter::default() }
}

async fn statements(store: &Store, filter: &TaskFilter) -> Vec<String> {
    store.tasks(filter, now()).await.unwrap().rows.into_iter().map(|row| row.statement).collect()
}

async fn tasks_are_filtered_and_shown(store: &Store) {
    let (finance, transport) = (OrganisationId(id()), OrganisationId(id()));
    let (instrument, task) = (stream(Noun::Instrument), stream(Noun::Task));
    let details = Details { symbol: Some("57-NQ/TW".to_owned()), ..Details::default() };
    commit(store, minute(100), instrument, 0, [Instrument::Registered { details }]).await;
    let all = Task::Created {
        statement: "Locnhiemvu 50% _ Đường vành đai".to_owned(),
        origin: Some(origin(InstrumentId(instrument.id))),
        lead: vec![party(finance, "Sở Tài chính")],
        coordinating: vec![party(transport, "Sở Giao thông")],
        deadline: deadline("2026-12"),
        classification: Classification::Internal,
    };
    let reported = Task::Reported { progress: Progress::Behind, percent: Some(40), text: "x".to_owned() };
    let extended = Task::Extended { deadline: "2027-Q1".parse().unwrap(), reason: "x".to_owned() };
    commit(store, minute(101), task, 0, [all, reported, extended]).await;
    commit(store, minute(101), stream(Noun::Task), 0, [created("Locnhiemvu khác", vec![], None)]).await;

    let page =
        store.tasks(&TaskFilter { lead: Some(finance), ..TaskFilter::default() }, now()).await.unwrap();
    let row = &page.rows[0];
    assert_eq!((row.id, row.version, row.extensions), (TaskId(task.id), 3, 1));
    assert_eq!((row.deadline, row.due), (deadline("2027-Q1"), Some(day("2027-03-31"))));
    assert_eq!((row.progress, row.percent), (Some(Progress::Behind), Some(40)));
    assert_eq!(row.reported_at, Some(minute(101)));
    assert_eq!(row.instrument, Some(InstrumentId(instrument.id)));
    assert_eq!(row.instrument_symbol.as_deref(), Some("57-NQ/TW"));
    assert_eq!((row.classification, row.standing), (Classification::Internal, Standing::InTerm));
    assert_eq!(
        (row.lead[0].printed.as_str(), row.coordinating[0].organisation),
        ("Sở Tài chính", Some(transport))
    );
    assert_eq!((row.created_at, row.changed_at), (minute(101), minute(101)));

    let base = || asking("locnhiemvu");
    let found: [(TaskFilter, u64); 15] = [
        (base(), 2),
        (asking("locnhiemvu DUONG vành"), 1),
        (asking("locnhiemvu sở tài chính"), 1),
        (asking("locnhiemvu 50%"), 1),
        (asking("locnhiemvu 5%"), 0),
        (asking("locnhiemvu _"), 1),
        (TaskFilter { party: Some(transport), ..base() }, 1),
        (TaskFilter { lead: Some(transport), ..base() }, 0),
        (TaskFilter { instrument: Some(InstrumentId(instrument.id)), ..base() }, 1),
        (TaskFilter { unassigned: true, ..base() }, 1),
        (TaskFilter { never_reported: true, ..base() }, 1),
        (TaskFilter { due_from: Some(day("2027-03-31")), ..base() }, 1),
        (TaskFilter { due_until: Some(day("2027-03-30")), ..base() }, 0),
        (TaskFilter { standing: Some(Standing::Overdue), ..base() }, 0),
        (TaskFilter { standing: Some(Standing::InTerm), ..base() }, 2),
    ];
    for (filter, total) in found {
        assert_eq!(store.tasks(&filter, now()).await.unwrap().total, total, "{filter:?}");
    }
    let later = AsAt { day: day("2027-04-01"), until: None };
    assert_eq!(store.task_counts(&base(), later).await.unwrap().overdue, 1);
}

/// For many tasks and several days, what the database says is what the domain says.
async fn tasks_stand_as_the_domain_says(store: &Store) {
    let mut chance = Chance(77);
    let deadlines: [Option<Deadline>; 6] = [
        None,
        deadline("monthly"),
        deadline("2026-11"),
        deadline("2026-Q4"),
        deadline("2026"),
        deadline("2025/2027"),
    ];
    let days = |chance: &mut Chance| TODAY + (i64::try_from(chance.below(120)).unwrap() - 60).days();
    let mut made: Vec<(Option<Deadline>, Option<Date>)> = Vec::new();
    let mut appends = Vec::new();
    for _ in 0..300 {
        let due = if chance.below(2) == 0 {
            Some(Deadline::day(days(&mut chance)))
        } else {
            *chance.one_of(&deadlines)
        };
        let done = (chance.below(2) == 0).then(|| days(&mut chance));
        let mut events = vec![created("Trangthai", vec![], due)];
        events.extend(done.map(|on| Task::Completed { on, note: "x".to_owned() }));
        appends.push(append(stream(Noun::Task), 0, events));
        made.push((due, done));
    }
    store.commit(batch(minute(110), appends)).await.unwrap();
    for shift in [-70, -31, -1, 0, 1, 14, 15, 45, 400] {
        for until in [None, Some(minute(110))] {
            let as_at = AsAt { day: TODAY + shift.days(), until };
            let expected = |one: Standing| {
                let stand = made.iter().filter(|(due, done)| standing(*due, *done, as_at.day) == one);
                u64::try_from(stand.count()).unwrap()
            };
            let counts = store.task_counts(&asking("trangthai"), as_at).await.unwrap();
            let counted = [counts.on_time, counts.late, counts.in_term, counts.overdue];
            assert_eq!(counted, Standing::ALL.map(expected), "on {}", as_at.day);
            for one in Standing::ALL {
                let filter = TaskFilter { standing: Some(one), per_page: 1000, ..asking("trangthai") };
                let page = store.tasks(&filter, as_at).await.unwrap();
                assert_eq!(page.total, expected(one), "{one:?} on {}", as_at.day);
                assert!(page.rows.iter().all(|row| row.standing == one));
            }
        }
    }
}

async fn tasks_come_in_order_and_in_pages(store: &Store) {
    let rows = [
        ("Thutu đất", "Sở Y tế", None),
        ("Thutu ăn", "Ban Nội chính", deadline("2026-01")),
        ("Thutu dê", "", deadline("2025")),
    ];
    for (minutes, (statement, lead, due)) in (120..).zip(rows) {
        let lead = if lead.is_empty() { vec![] } else { vec![unknown(lead)] };
        commit(store, minute(minutes), stream(Noun::Task), 0, [created(statement, lead, due)]).await;
    }
    let sorted = |sort, descending| TaskFilter { sort, descending, ..asking("thutu") };
    for (sort, descending, order) in [
        (TaskSort::Due, false, ["dê", "ăn", "đất"]),
        (TaskSort::Due, true, ["ăn", "dê", "đất"]),
        (TaskSort::Statement, false, ["ăn", "dê", "đất"]),
        (TaskSort::Statement, true, ["đất", "dê", "ăn"]),
        (TaskSort::Lead, false, ["ăn", "đất", "dê"]),
        (TaskSort::Changed, false, ["đất", "ăn", "dê"]),
        (TaskSort::Created, true, ["dê", "ăn", "đất"]),
    ] {
        let expected = order.map(|word| format!("Thutu {word}"));
        assert_eq!(statements(store, &sorted(sort, descending)).await, expected, "{sort:?} {descending}");
    }
    let page = |page| TaskFilter { page, per_page: 2, ..sorted(TaskSort::Statement, false) };
    assert_eq!(statements(store, &page(1)).await, ["Thutu ăn", "Thutu dê"]);
    assert_eq!(statements(store, &page(2)).await, ["Thutu đất"]);
    let beyond = store.tasks(&page(9), now()).await.unwrap();
    assert_eq!((beyond.rows.len(), beyond.total, beyond.page, beyond.per_page), (0, 3, 9, 2));
    assert_eq!(statements(store, &page(0)).await, statements(store, &page(1)).await);
}

async fn leads_are_counted(store: &Store) {
    let organisation = OrganisationId(id());
    let named = StreamId { noun: Noun::Organisation, id: organisation.0 };
    let names = Names { vi: "Sở Đếm".to_owned(), ..Names::default() };
    commit(store, minute(130), named, 0, [founded("so-dem", names)]).await;
    let of =
        |printed: &str, due: &str| created("Theodonvi", vec![party(organisation, printed)], deadline(due));
    let reported = Task::Reported { progress: Progress::OnPath, percent: None, text: "x".to_owned() };
    let done = Task::Completed { on: day("2026-11-01"), note: "x".to_owned() };
    let unknown_body = created("Theodonvi", vec![unknown("Ban Chưa Biết")], None);
    let appends = vec![
        append(stream(Noun::Task), 0, [of("Sở Đếm", "2026-01")]),
        append(stream(Noun::Task), 0, [of("Sở đếm cũ", "2026-02"), reported]),
        append(stream(Noun::Task), 0, [of("Sở Đếm", "2026-12"), done]),
        append(stream(Noun::Task), 0, [unknown_body.clone()]),
        append(stream(Noun::Task), 0, [unknown_body, Task::Withdrawn { reason: "x".to_owned() }]),
    ];
    store.commit(batch(minute(131), appends)).await.unwrap();
    let all = store.lead_counts(now()).await.unwrap();
    let own = all.iter().find(|lead| lead.organisation == Some(organisation)).unwrap();
    assert_eq!((own.name.as_str(), own.tasks, own.never_reported), ("Sở Đếm", 3, 1));
    assert_eq!((own.counts.on_time, own.counts.overdue), (1, 2));
    let other = all.iter().find(|lead| lead.name == "Ban Chưa Biết").unwrap();
    assert_eq!(
        (other.organisation, other.tasks, other.counts.in_term, other.never_reported),
        (None, 1, 1, 1)
    );
    let before = store.lead_counts(AsAt { day: TODAY, until: Some(minute(130)) }).await.unwrap();
    assert!(before.iter().all(|lead| lead.organisation != Some(organisation)));
}

async fn instruments_are_listed(store: &Store) {
    let instrument = stream(Noun::Instrument);
    let details = Details {
        kind: InstrumentKind::Resolution,
        symbol: Some("07/NQ-HĐND".to_owned()),
        issuer: Some("Hội đồng nhân dân thành phố".to_owned()),
        issued_on: Some(day("2024-05-10")),
        titles: vec![
            (Language::Vi, "Về chuyenmuc cảng biển".to_owned()),
            (Language::En, "On ports".to_owned()),
        ],
        ..Details::default()
    };
    let finding = |quote: &str| Finding {
        id: FindingId(id()),
        start: 0,
        end: 5,
        quote: quote.to_owned(),
        content: Content::task(vec![], vec![], None),
        confidence: 0.1 + 0.2,
        rule: "test".to_owned(),
    };
    let findings = vec![finding("một"), finding("hai"), finding("ba"), finding("bốn")];
    let [first, second, third] = [0, 1, 2].map(|place| findings[place].id);
    let version = VersionId(id());
    let events = [
        Instrument::Registered { details },
        Instrument::Read { version, reader: "test 1".to_owned(), findings },
        Instrument::FindingAccepted { finding: first, commitment: None },
        Instrument::FindingRejected { finding: second },
        Instrument::FindingSplit { finding: third, into: vec![finding("b"), finding("a")] },
    ];
    commit(store, minute(140), instrument, 0, events).await;
    let dated = |on: &str| Details {
        issued_on: Some(day(on)),
        symbol: Some("x chuyenmuc".to_owned()),
        ..Details::default()
    };
    commit(
        store,
        minute(141),
        stream(Noun::Instrument),
        0,
        [Instrument::Registered { details: dated("2025-01-01") }],
    )
    .await;

    let rows = store.instruments_by_symbol(&["7/nq-hdnd"]).await.unwrap();
    let row = &rows[0];
    assert_eq!((rows.len(), row.id, row.version), (1, InstrumentId(instrument.id), 5));
    assert_eq!((row.findings, row.pending, row.accepted, row.versions), (5, 3, 1, 0));
    assert_eq!(
        (row.kind, row.issued_on, row.titles.len()),
        (InstrumentKind::Resolution, Some(day("2024-05-10")), 2)
    );
    let base = || InstrumentFilter { words: Some("chuyenmuc".to_owned()), ..InstrumentFilter::default() };
    for (filter, total) in [
        (base(), 2),
        (InstrumentFilter { year: Some(2024), ..base() }, 1),
        (InstrumentFilter { year: Some(2023), ..base() }, 0),
        (InstrumentFilter { kind: Some(InstrumentKind::Other), ..base() }, 1),
        (InstrumentFilter { pending_only: true, ..base() }, 1),
    ] {
        assert_eq!(store.instruments(&filter, now()).await.unwrap().total, total, "{filter:?}");
    }
    for sort in [InstrumentSort::Issued, InstrumentSort::Changed, InstrumentSort::Symbol] {
        let page = store.instruments(&InstrumentFilter { sort, ..base() }, now()).await.unwrap();
        assert_eq!(page.rows[0].id, InstrumentId(instrument.id), "{sort:?}");
    }
}

async fn targets_are_listed(store: &Store) {
    let target = stream(Noun::Target);
    let definition = |number, indicator: &str| Definition {
        number: Some(number),
        indicator: indicator.to_owned(),
        names: vec![("en".to_owned(), "Growth".to_owned())],
        value: vec![13.5],
        set_by: Some("45-NQ/TW".to_owned()),
        ..Definition::default()
    };
    let set = |definition| Target::Set {
        definition,
        origin: None,
        source: None,
        classification: Classification::Public,
    };
    let said =
        |status, on: &str| Target::StatusRecorded { status, on: day(on), source: "Báo cáo".to_owned() };
    let one = set(definition(2, "Chitieu tăng trưởng"));
    let events =
        [one, said(TargetStatus::Challenged, "2026-10-01"), said(TargetStatus::OnPath, "2026-11-01")];
    let before = store.target_counts(now()).await.unwrap();
    commit(store, minute(150), target, 0, events).await;
    commit(store, minute(151), stream(Noun::Target), 0, [set(definition(1, "Chitieu rừng"))]).await;
    let gone = [set(definition(0, "Chitieu bỏ")), Target::Withdrawn { reason: "x".to_owned() }];
    commit(store, minute(152), stream(Noun::Target), 0, gone).await;

    let base = || TargetFilter { words: Some("chitieu".to_owned()), ..TargetFilter::default() };
    let numbers = async |filter: TargetFilter| {
        let rows = store.targets(&filter, now()).await.unwrap().rows;
        rows.into_iter().map(|row| row.definition.number.unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(numbers(base()).await, [1, 2, 0], "what was withdrawn comes last");
    assert_eq!(numbers(TargetFilter { sort: TargetSort::Status, ..base() }).await, [2, 1, 0]);
    assert_eq!(numbers(TargetFilter { status: Some(TargetStatus::OnPath), ..base() }).await, [2]);
    assert_eq!(numbers(TargetFilter { without_status: true, ..base() }).await, [1, 0]);
    assert_eq!(numbers(TargetFilter { set_by: Some("45-nq/tw".to_owned()), ..base() }).await.len(), 3);
    assert_eq!(numbers(TargetFilter { words: Some("growth chitieu".to_owned()), ..base() }).await.len(), 3);
    let row = &store
        .targets(&TargetFilter { status: Some(TargetStatus::OnPath), ..base() }, now())
        .await
        .unwrap()
        .rows[0];
    assert_eq!((row.status_on, row.status_source.as_deref()), (Some(day("2026-11-01")), Some("Báo cáo")));
    assert_eq!(row.definition.value, [13.5]);

    let after = store.target_counts(now()).await.unwrap();
    let of = |counts: &[(Option<TargetStatus>, u64)], status| {
        counts.iter().find(|(own, _)| *own == status).map_or(0, |(_, count)| *count)
    };
    assert_eq!(of(&after, Some(TargetStatus::OnPath)), of(&before, Some(TargetStatus::OnPath)) + 1);
    assert_eq!(of(&after, None), of(&before, None) + 1, "what was withdrawn is not counted");
    assert_eq!(after.last().unwrap().0, None);
}

async fn projects_are_listed(store: &Store) {
    let project = stream(Noun::Project);
    let description = Description {
        name: "Duanthu cầu Tân Vũ 2".to_owned(),
        kind: ProjectKind::Bridge,
        owner: Some("Ban Quản lý".to_owned()),
        location: Some((20.83, 106.77)),
        ..Description::default()
    };
    let listed = Project::Listed {
        description: description.clone(),
        origin: None,
        source: None,
        classification: Classification::Public,
    };
    let reached = Project::StageRecorded {
        stage: Stage::Approved,
        on: day("2026-03-01"),
        source: "Quyết định".to_owned(),
    };
    commit(store, minute(160), project, 0, [listed, reached]).await;
    let base = || ProjectFilter { words: Some("duanthu cau".to_owned()), ..ProjectFilter::default() };
    let row = store.projects(&base(), now()).await.unwrap().rows.remove(0);
    assert_eq!(
        (row.description, row.stage, row.stage_on),
        (description, Stage::Approved, Some(day("2026-03-01")))
    );
    for (filter, total) in [
        (ProjectFilter { kind: Some(ProjectKind::Bridge), stage: Some(Stage::Approved), ..base() }, 1),
        (ProjectFilter { kind: Some(ProjectKind::Road), ..base() }, 0),
        (ProjectFilter { stage: Some(Stage::Unknown), ..base() }, 0),
    ] {
        assert_eq!(store.projects(&filter, now()).await.unwrap().total, total, "{filter:?}");
    }
    commit(store, minute(161), project, 2, [Project::Withdrawn { reason: "x".to_owned() }]).await;
    assert_eq!(store.projects(&base(), now()).await.unwrap().total, 0);
    assert_eq!(store.projects(&ProjectFilter { withdrawn: true, ..base() }, now()).await.unwrap().total, 1);
}

async fn recommendations_are_listed(store: &Store) {
    let made = |statement: &str, due: &str| Recommendation::Made {
        statement: statement.to_owned(),
        from: Some(unknown("Ủy ban nhân dân thành phố")),
        to: Some(unknown("Bộ Tài chính")),
        deadline: deadline(due),
        origin: None,
        classification: Classification::Public,
    };
    let forwarded = Recommendation::Forwarded { to: unknown("Chính phủ"), on: day("2026-10-01") };
    let answered = Recommendation::Answered { on: day("2026-11-01"), text: "Đồng ý".to_owned() };
    let first = stream(Noun::Recommendation);
    commit(store, minute(170), first, 0, [made("Kiennghi một", "2027"), forwarded, answered]).await;
    commit(store, minute(171), stream(Noun::Recommendation), 0, [made("Kiennghi hai", "2026")]).await;
    let base = || RecommendationFilter {
        words: Some("kiennghi bo tai chinh".to_owned()),
        ..RecommendationFilter::default()
    };
    let rows = store.recommendations(&base(), now()).await.unwrap().rows;
    assert_eq!(
        rows.iter().map(|row| row.statement.as_str()).collect::<Vec<_>>(),
        ["Kiennghi hai", "Kiennghi một"]
    );
    let row = &rows[1];
    assert_eq!((row.forwarded_to.as_deref(), row.answered_on), (Some("Chính phủ"), Some(day("2026-11-01"))));
    assert_eq!(
        (row.due, row.to.as_ref().unwrap().printed.as_str()),
        (Some(day("2027-12-31")), "Bộ Tài chính")
    );
    for (filter, total) in [
        (RecommendationFilter { answered: Some(true), ..base() }, 1),
        (RecommendationFilter { answered: Some(false), ..base() }, 1),
        (RecommendationFilter { sort: RecommendationSort::Changed, descending: true, ..base() }, 2),
    ] {
        assert_eq!(store.recommendations(&filter, now()).await.unwrap().total, total, "{filter:?}");
    }
}

fn founded(slug: &str, names: Names) -> Organisation {
    let (slug, level) = (slug.to_owned(), "city".to_owned());
    Organisation::Founded {
        slug,
        level,
        names,
        on: Some(day("2020-01-01")),
        from: vec![],
        source: "thử".to_owned(),
    }
}

async fn organisations_come_in_the_order_of_the_alphabet(store: &Store) {
    let names = ["Zthu Sở Y tế", "Zthu Đảng ủy", "Zthu Ban Dân tộc", "Zthu Ủy ban", "Zthu Ăn"];
    let streams = names.map(|_| stream(Noun::Organisation));
    for (stream, name) in streams.into_iter().zip(names) {
        let names = Names { vi: name.to_owned(), aliases: vec!["tắt".to_owned()], ..Names::default() };
        commit(store, minute(180), stream, 0, [founded("zthu", names)]).await;
    }
    let into = OrganisationId(streams[1].id);
    let merged = Organisation::Merged { into, on: day("2026-07-01"), basis: "Nghị quyết".to_owned() };
    commit(store, minute(181), streams[0], 1, [merged]).await;
    let all = store.organisations(now()).await.unwrap();
    let own: Vec<_> = all.iter().filter(|row| row.slug == "zthu").collect();
    let shown: Vec<&str> = own.iter().map(|row| row.names.vi.as_str()).collect();
    assert_eq!(shown, ["Zthu Ăn", "Zthu Ban Dân tộc", "Zthu Đảng ủy", "Zthu Sở Y tế", "Zthu Ủy ban"]);
    assert_eq!((own[3].ended_on, own[3].successors.as_slice()), (Some(day("2026-07-01")), [into].as_slice()));
    let before = store.organisations(AsAt { day: TODAY, until: Some(minute(180)) }).await.unwrap();
    assert!(before.iter().all(|row| row.slug != "zthu" || row.ended_on.is_none()));
}
