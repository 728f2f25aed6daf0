//! The full text.

use crate::build::{append, batch, commit, created, id, minute, party, sha256_of, stream};
use haidang_domain::instrument::{Details, Event as Instrument};
use haidang_domain::organisation::{Event as Organisation, Names};
use haidang_domain::task::Event as Task;
use haidang_domain::{Language, Noun, OrganisationId, StreamId, VersionId};
use haidang_store::Store;

pub(crate) async fn check(store: &Store) {
    tones_do_not_count(store).await;
    all_words_must_occur_and_the_last_may_go_on(store).await;
    what_changed_is_found_under_its_new_words(store).await;
    the_text_of_a_version_is_found(store).await;
    nothing_typed_is_syntax(store).await;
}

async fn found(store: &Store, words: &str) -> Vec<StreamId> {
    store.search(words, 20).await.unwrap().into_iter().map(|hit| hit.stream).collect()
}

async fn tones_do_not_count(store: &Store) {
    let (city, task) = (stream(Noun::Organisation), stream(Noun::Task));
    let names = Names { vi: "Ủy ban thành phố Hải Phòng".to_owned(), ..Names::default() };
    let founded = Organisation::Founded {
        slug: "ubnd".to_owned(),
        level: "city".to_owned(),
        names,
        on: None,
        from: vec![],
        source: "thử".to_owned(),
    };
    commit(store, minute(200), city, 0, [founded]).await;
    commit(store, minute(200), task, 0, [created("Nạo vét sông Đà xuphap", vec![], None)]).await;
    for words in ["hai phong", "Hải Phòng", "HAI PHÒNG", "phong hai uy ban"] {
        assert!(found(store, words).await.contains(&city), "{words}");
    }
    for words in ["song da", "sông Đà", "da xuphap"] {
        assert!(found(store, words).await.contains(&task), "{words}");
    }
    let hit = store.search("xuphap", 1).await.unwrap().remove(0);
    assert_eq!((hit.stream, hit.title.as_str()), (task, "Nạo vét sông Đà xuphap"));
}

async fn all_words_must_occur_and_the_last_may_go_on(store: &Store) {
    let task = stream(Noun::Task);
    let lead = party(OrganisationId(id()), "Sở Xebuyt");
    commit(store, minute(201), task, 0, [created("Phattrien giaothong", vec![lead], None)]).await;
    assert_eq!(found(store, "phattrien giao").await, [task]);
    assert_eq!(found(store, "giaothong phattrien").await, [task]);
    assert!(found(store, "phat giaothong").await.is_empty(), "only the last word may go on");
    assert!(found(store, "phattrien nongnghiep").await.is_empty());
    assert_eq!(found(store, "xebuyt").await, [task], "who leads it");
    let named = stream(Noun::Task);
    commit(store, minute(202), named, 0, [created("Xebuyt điện", vec![], None)]).await;
    commit(
        store,
        minute(203),
        stream(Noun::Task),
        0,
        [created("Khác", vec![party(OrganisationId(id()), "Xebuyt")], None)],
    )
    .await;
    assert_eq!(found(store, "xebuyt").await[0], named, "a name comes before what is said besides");
    assert_eq!(store.search("xebuyt", 2).await.unwrap().len(), 2);
}

async fn what_changed_is_found_under_its_new_words(store: &Store) {
    let task = stream(Noun::Task);
    commit(store, minute(204), task, 0, [created("Tencu motmot", vec![], None)]).await;
    commit(store, minute(205), task, 1, [Task::StatementCorrected { statement: "Tenmoi".to_owned() }]).await;
    assert_eq!(found(store, "tenmoi").await, [task]);
    assert!(found(store, "motmot").await.is_empty());
}

async fn the_text_of_a_version_is_found(store: &Store) {
    let instrument = stream(Noun::Instrument);
    let text = "Điều 1. Luồng hàng hải Lachhuyen được nạo vét.".to_owned();
    let details = Details {
        symbol: Some("99/QĐ-TTg".to_owned()),
        titles: vec![(Language::Vi, "Về cảng biển".to_owned())],
        ..Details::default()
    };
    let added = Instrument::VersionAdded {
        version: VersionId(id()),
        language: Language::Vi,
        source: "paste".to_owned(),
        text_sha256: sha256_of(&text),
        characters: text.chars().count(),
    };
    let mut taken =
        batch(minute(206), vec![append(instrument, 0, [Instrument::Registered { details }, added])]);
    taken.texts = vec![text];
    store.commit(taken).await.unwrap();
    for words in ["lachhuyen", "99/qd-ttg", "99", "luong hang hai lach"] {
        assert!(found(store, words).await.contains(&instrument), "{words}");
    }
    let hit = store.search("lachhuyen", 1).await.unwrap().remove(0);
    assert_eq!(hit.title, "99/QĐ-TTg – Về cảng biển");
}

async fn nothing_typed_is_syntax(store: &Store) {
    for words in [
        "",
        "  ",
        "\"",
        "'",
        "xuphap' | 'x",
        "NEAR(",
        "folded:",
        "*",
        "a AND",
        "%",
        "\\",
        "-x",
        "^x",
        "((",
        "!&|",
    ] {
        assert!(store.search(words, 5).await.is_ok(), "{words}");
    }
    assert!(store.search("\" ' % *", 5).await.unwrap().is_empty());
}
