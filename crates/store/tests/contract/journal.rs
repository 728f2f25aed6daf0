//! Appending and reading streams.

use crate::build::{append, at, batch, commit, created, day, id, minute, now, sha256_of, stream};
use haidang_domain::instrument::{Details, Event as Instrument};
use haidang_domain::task::Event as Task;
use haidang_domain::{Authority, Event, InstrumentId, Language, Noun, State, VersionId};
use haidang_store::{Store, StoreError, TaskFilter};

pub(crate) async fn check(store: &Store) {
    an_empty_journal_is_whole(store).await;
    events_come_back_as_they_went_in(store).await;
    a_conflict_leaves_nothing(store).await;
    a_command_that_comes_twice_counts_once(store).await;
    one_batch_may_append_to_a_stream_twice(store).await;
    a_stream_is_shown_as_it_was(store).await;
    two_changes_at_one_instant_leave_one_row(store).await;
    a_clock_that_goes_back_loses_nothing(store).await;
    texts_are_kept_under_their_hash(store).await;
    what_cannot_be_written_is_refused(store).await;
    many_streams_fit_into_one_batch(store).await;
    two_writers_do_not_meet(store).await;
}

fn words(words: &str) -> TaskFilter {
    TaskFilter { words: Some(words.to_owned()), ..TaskFilter::default() }
}

async fn count(store: &Store) -> usize {
    store.entries(0, u32::MAX).await.unwrap().len()
}

async fn an_empty_journal_is_whole(store: &Store) {
    let verification = store.verify().await.unwrap();
    assert!(verification.events == 0 && verification.problems.is_empty());
    assert!(store.rebuild().await.unwrap().is_clean());
    assert_eq!(store.load(stream(Noun::Task)).await.unwrap(), State::empty(Noun::Task));
    assert!(store.recent(None, None, 10).await.unwrap().is_empty());
}

async fn events_come_back_as_they_went_in(store: &Store) {
    let task = stream(Noun::Task);
    let first: Event = created("Sửa đê", vec![], None).into();
    let second: Event = Task::StatementCorrected { statement: "Sửa đê biển".to_owned() }.into();
    let mut appended = batch(minute(1), vec![append(task, 0, [first.clone(), second.clone()])]);
    appended.authority = Some(Authority("Kết luận 12-KL/TU".to_owned()));
    appended.effective_on = day("2026-11-01");
    let before = count(store).await;
    let committed = store.commit(appended.clone()).await.unwrap();
    assert_eq!(usize::try_from(committed.first_seq).unwrap(), before + 1);
    assert_eq!((committed.last_seq - committed.first_seq, committed.repeated), (1, false));

    let entries = store.history(task, None).await.unwrap();
    assert_eq!(entries.iter().map(|entry| &entry.event).collect::<Vec<_>>(), [&first, &second]);
    let recorded = &entries[1].recorded;
    assert_eq!((recorded.seq, recorded.version, recorded.stream), (committed.last_seq, 2, task));
    assert_eq!((recorded.command, recorded.actor), (appended.command, appended.actor));
    assert_eq!((recorded.recorded_at, recorded.effective_on), (minute(1), day("2026-11-01")));
    assert_eq!(recorded.authority, appended.authority);
    assert_eq!(store.entries(committed.first_seq - 1, 2).await.unwrap(), entries);
    assert_eq!(store.recent(None, None, 1).await.unwrap(), entries[1..]);
    assert!(store.recent(Some(minute(0)), None, 1).await.unwrap().is_empty());
    assert!(store.recent(None, Some(minute(2)), 1).await.unwrap().is_empty());

    let State::Task(state) = store.load(task).await.unwrap() else { panic!("no task") };
    assert_eq!((state.version, state.statement.as_str()), (2, "Sửa đê biển"));
    assert_eq!((state.created_at, state.changed_at), (Some(minute(1)), Some(minute(1))));
    assert_eq!(store.committed(appended.command).await.unwrap().unwrap().last_seq, committed.last_seq);
}

async fn a_conflict_leaves_nothing(store: &Store) {
    let (old, new) = (stream(Noun::Task), stream(Noun::Task));
    commit(store, minute(2), old, 0, [created("Cũ", vec![], None)]).await;
    let before = count(store).await;
    let late = append(old, 0, [Task::Withdrawn { reason: "x".to_owned() }]);
    let mut refused = batch(minute(3), vec![append(new, 0, [created("Mới", vec![], None)]), late]);
    refused.texts = vec!["a text that must not stay".to_owned()];
    match store.commit(refused.clone()).await.unwrap_err() {
        StoreError::Conflict { stream, expected, found } => {
            assert_eq!((stream, expected, found), (old, 0, 1));
        }
        other => panic!("{other}"),
    }
    assert_eq!(count(store).await, before);
    assert_eq!(store.load(new).await.unwrap(), State::empty(Noun::Task));
    assert_eq!(store.text(&sha256_of(&refused.texts[0])).await.unwrap(), None);
    assert_eq!(store.committed(refused.command).await.unwrap(), None);
    assert!(store.verify().await.unwrap().problems.is_empty());
}

async fn a_command_that_comes_twice_counts_once(store: &Store) {
    let task = stream(Noun::Task);
    let pressed = batch(minute(4), vec![append(task, 0, [created("Một lần", vec![], None)])]);
    let first = store.commit(pressed.clone()).await.unwrap();
    let again = store.commit(pressed).await.unwrap();
    assert!(!first.repeated && again.repeated);
    assert_eq!((again.first_seq, again.last_seq), (first.first_seq, first.last_seq));
    assert_eq!(store.history(task, None).await.unwrap().len(), 1);
}

async fn one_batch_may_append_to_a_stream_twice(store: &Store) {
    let task = stream(Noun::Task);
    let once = append(task, 0, [created("Hai bước", vec![], None)]);
    let twice = append(task, 1, [Task::Completed { on: day("2026-11-10"), note: "n".to_owned() }]);
    store.commit(batch(minute(5), vec![once, twice])).await.unwrap();
    let State::Task(state) = store.load(task).await.unwrap() else { panic!("no task") };
    assert_eq!((state.version, state.completed_on), (2, Some(day("2026-11-10"))));
}

async fn a_stream_is_shown_as_it_was(store: &Store) {
    let task = stream(Noun::Task);
    commit(store, minute(10), task, 0, [created("Ngaytruoc một", vec![], None)]).await;
    let corrected = Task::StatementCorrected { statement: "Ngaytruoc hai".to_owned() };
    commit(store, minute(20), task, 1, [corrected]).await;

    for (until, statement) in
        [(9, None), (10, Some("Ngaytruoc một")), (19, Some("Ngaytruoc một")), (20, Some("Ngaytruoc hai"))]
    {
        let State::Task(state) = store.load_until(task, Some(minute(until))).await.unwrap() else {
            panic!("no task")
        };
        assert_eq!(state.statement, statement.unwrap_or_default(), "loaded at {until}");
        let page = store.tasks(&words("ngaytruoc"), at(minute(until))).await.unwrap();
        let shown: Vec<&str> = page.rows.iter().map(|row| row.statement.as_str()).collect();
        assert_eq!(shown, statement.into_iter().collect::<Vec<_>>(), "listed at {until}");
        assert_eq!(page.total, u64::from(statement.is_some()));
    }
    assert_eq!(store.history(task, Some(minute(15))).await.unwrap().len(), 1);
    assert_eq!(store.tasks(&words("ngaytruoc"), now()).await.unwrap().rows[0].version, 2);
}

async fn two_changes_at_one_instant_leave_one_row(store: &Store) {
    let task = stream(Noun::Task);
    commit(store, minute(30), task, 0, [created("Cungluc một", vec![], None)]).await;
    for (version, statement) in [(1, "Cungluc hai"), (2, "Cungluc ba")] {
        let corrected = Task::StatementCorrected { statement: statement.to_owned() };
        commit(store, minute(31), task, version, [corrected]).await;
    }
    for (until, version) in [(30, 1), (31, 3), (99, 3)] {
        let rows = store.tasks(&words("cungluc"), at(minute(until))).await.unwrap().rows;
        assert_eq!(rows.iter().map(|row| row.version).collect::<Vec<_>>(), [version], "at {until}");
    }
    assert!(store.rebuild().await.unwrap().is_clean());
}

async fn a_clock_that_goes_back_loses_nothing(store: &Store) {
    let task = stream(Noun::Task);
    commit(store, minute(50), task, 0, [created("Dongho một", vec![], None)]).await;
    commit(store, minute(40), task, 1, [Task::StatementCorrected { statement: "Dongho hai".to_owned() }])
        .await;
    for (until, versions) in [(45, vec![]), (50, vec![2])] {
        let rows = store.tasks(&words("dongho"), at(minute(until))).await.unwrap().rows;
        assert_eq!(rows.iter().map(|row| row.version).collect::<Vec<_>>(), versions, "at {until}");
    }
    assert!(store.rebuild().await.unwrap().is_clean());
}

async fn texts_are_kept_under_their_hash(store: &Store) {
    let instrument = stream(Noun::Instrument);
    let text = "Điều 1. Phát triển cảng biển.\n";
    let known = sha256_of(text);
    assert_eq!(store.text(&known).await.unwrap(), None);
    let registered = Instrument::Registered { details: Details::default() };
    let mut taken = batch(minute(60), vec![append(instrument, 0, [registered])]);
    taken.texts = vec![text.to_owned(), text.to_owned()];
    store.commit(taken).await.unwrap();
    assert_eq!(store.text(&known).await.unwrap().as_deref(), Some(text));
    assert_eq!(store.version_with_text(&known).await.unwrap(), None);
    let added = Instrument::VersionAdded {
        version: VersionId(id()),
        language: Language::Vi,
        source: "paste".to_owned(),
        text_sha256: known.clone(),
        characters: text.chars().count(),
    };
    commit(store, minute(61), instrument, 1, [added]).await;
    assert_eq!(store.version_with_text(&known).await.unwrap(), Some(InstrumentId(instrument.id)));
    assert_eq!(store.version_with_text("%").await.unwrap(), None);
}

async fn what_cannot_be_written_is_refused(store: &Store) {
    let before = count(store).await;
    let misplaced = append(stream(Noun::Target), 0, [created("x", vec![], None)]);
    assert!(store.commit(batch(minute(62), vec![misplaced])).await.is_err());
    let mut binary = batch(minute(62), vec![]);
    binary.texts = vec!["a\0b".to_owned()];
    assert!(store.commit(binary).await.is_err());
    assert_eq!(count(store).await, before);
    // In an event such a character is kept, and only the row shows another one for it.
    let task = stream(Noun::Task);
    commit(store, minute(63), task, 0, [created("Kytu\0 lạ", vec![], None)]).await;
    let State::Task(state) = store.load(task).await.unwrap() else { panic!("no task") };
    assert_eq!(state.statement, "Kytu\0 lạ");
    assert_eq!(store.tasks(&words("kytu"), now()).await.unwrap().rows[0].statement, "Kytu\u{fffd} lạ");
}

async fn many_streams_fit_into_one_batch(store: &Store) {
    let made =
        |number: usize| append(stream(Noun::Task), 0, [created(&format!("Hangloat {number}"), vec![], None)]);
    let appends: Vec<_> = (0..1300).map(made).collect();
    let streams: Vec<_> = appends.iter().map(|append| append.stream).collect();
    store.commit(batch(minute(70), appends)).await.unwrap();
    assert_eq!(store.tasks(&words("hangloat"), now()).await.unwrap().total, 1300);
    let withdrawn = |stream| append(stream, 1, [Task::Withdrawn { reason: "thử".to_owned() }]);
    store.commit(batch(minute(71), streams.into_iter().map(withdrawn).collect())).await.unwrap();
    assert_eq!(store.tasks(&words("hangloat"), now()).await.unwrap().total, 0);
    assert_eq!(store.tasks(&words("hangloat"), at(minute(70))).await.unwrap().total, 1300);
    let all = TaskFilter { withdrawn: true, ..words("hangloat") };
    assert_eq!(store.tasks(&all, now()).await.unwrap().total, 1300);
}

/// Writers at the same time: every number is given once, and of two that decided on the same
/// version one wins.
async fn two_writers_do_not_meet(store: &Store) {
    let task = stream(Noun::Task);
    commit(store, minute(80), task, 0, [created("Songsong", vec![], None)]).await;
    let writers: Vec<_> = (0..8)
        .map(|number| {
            let store = store.clone();
            let corrected = Task::StatementCorrected { statement: format!("Songsong {number}") };
            let pressed = batch(minute(81), vec![append(task, 1, [corrected])]);
            tokio::spawn(async move { store.commit(pressed).await })
        })
        .collect();
    let mut won = 0;
    for writer in writers {
        match writer.await.unwrap() {
            Ok(_) => won += 1,
            Err(StoreError::Conflict { expected: 1, found: 2, .. }) => {}
            Err(other) => panic!("{other}"),
        }
    }
    assert_eq!(won, 1);
    assert!(store.verify().await.unwrap().problems.is_empty());
}
