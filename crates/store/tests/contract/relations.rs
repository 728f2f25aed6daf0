//! Relations between instruments, what is said of them, and versions, as they are and as they were.

use crate::build::{append, at, batch, commit, day, id, minute, now, stream};
use haidang_domain::instrument::{Content, Details, Event as Instrument, Finding, Relation};
use haidang_domain::{FindingId, InstrumentId, Language, Noun, VersionId};
use haidang_store::{InstrumentFilter, Store};

pub(crate) async fn check(store: &Store) {
    relations_begin_and_end(store).await;
    what_differs_is_told(store).await;
    versions_are_found(store).await;
}

fn registered(symbol: &str, on: &str) -> Instrument {
    let (symbol, issued_on) = (Some(symbol.to_owned()), Some(day(on)));
    let titles = vec![(Language::Vi, "Quanhe".to_owned())];
    Instrument::Registered { details: Details { symbol, issued_on, titles, ..Details::default() } }
}

fn citation(finding: FindingId, on: &str) -> Finding {
    let content = Content::Citation {
        kind: "decision".to_owned(),
        symbol: Some("90/QĐ-TTg".to_owned()),
        date: Some(on.to_owned()),
        issuer: None,
        relation: None,
    };
    let (quote, rule) = ("Quyết định số 90/QĐ-TTg".to_owned(), "vi.citation".to_owned());
    Finding { id: finding, start: 0, end: 9, quote, content, confidence: 1.0, rule }
}

fn cited(finding: FindingId, to: InstrumentId, on: &str) -> [Instrument; 3] {
    let words = "Căn cứ Quyết định số 90/QĐ-TTg".to_owned();
    [
        Instrument::FindingAdded { version: VersionId(id()), finding: citation(finding, on) },
        Instrument::FindingAccepted { finding, commitment: None },
        Instrument::CitationResolved { finding, relation: Relation::BasedOn, to, words },
    ]
}

async fn relations_begin_and_end(store: &Store) {
    let (one, other) = (stream(Noun::Instrument), stream(Noun::Instrument));
    let to = InstrumentId(other.id);
    let finding = FindingId(id());
    let first = [
        append(other, 0, [registered("90/QĐ-TTg", "2026-02-01")]),
        append(one, 0, [registered("91/KH-UBND", "2026-03-01")]),
    ];
    store.commit(batch(minute(700), first.to_vec())).await.unwrap();
    commit(store, minute(701), one, 1, cited(finding, to, "2026-02-01")).await;
    let back = store.backlinks(to, now()).await.unwrap();
    assert_eq!((back.len(), back[0].from, back[0].finding), (1, InstrumentId(one.id), Some(finding)));
    assert_eq!(
        (back[0].relation, back[0].words.as_str()),
        (Relation::BasedOn, "Căn cứ Quyết định số 90/QĐ-TTg")
    );
    assert!(store.relations(now()).await.unwrap().contains(&back[0]));
    assert_eq!(store.relations_at(&[to], now()).await.unwrap(), back);
    assert!(store.backlinks(to, at(minute(700))).await.unwrap().is_empty(), "not yet then");

    let undone = Instrument::FindingRestored { restored: vec![finding], removed: Vec::new() };
    commit(store, minute(702), one, 4, [undone]).await;
    assert!(store.backlinks(to, now()).await.unwrap().is_empty());
    assert_eq!(store.backlinks(to, at(minute(701))).await.unwrap(), back, "still then");
}

async fn what_differs_is_told(store: &Store) {
    let (one, other) = (stream(Noun::Instrument), stream(Noun::Instrument));
    let about = InstrumentId(other.id);
    let first = [
        append(other, 0, [registered("92/QĐ-TTg", "2026-02-01")]),
        append(one, 0, [registered("93/KH-UBND", "2026-03-01")]),
    ];
    store.commit(batch(minute(710), first.to_vec())).await.unwrap();
    let differing = || async {
        let rows = store.differing_statements(now()).await.unwrap();
        rows.into_iter().filter(|row| row.about == about).collect::<Vec<_>>()
    };
    assert!(differing().await.is_empty());
    commit(store, minute(711), one, 1, cited(FindingId(id()), about, "2026-02-11")).await;
    let rows = differing().await;
    let mut days: Vec<String> =
        rows.iter().filter_map(|row| row.issued_on).map(|on| on.to_string()).collect();
    days.sort();
    assert_eq!(days, ["2026-02-01", "2026-02-11"]);
    let said =
        |about: Vec<InstrumentId>, as_at| async move { store.statements(&about, as_at).await.unwrap() };
    assert_eq!(said(vec![about], now()).await.len(), 2);
    assert_eq!(said(vec![about], at(minute(710))).await.len(), 1);
    let both = said(vec![about, InstrumentId(one.id)], now()).await;
    let of_one = both.iter().filter(|row| row.about == InstrumentId(one.id)).count();
    assert_eq!((both.len(), of_one), (3, 1));
    assert!(said(Vec::new(), now()).await.is_empty());
    let right =
        Details { issued_on: Some(day("2026-02-11")), source: "Công báo".to_owned(), ..Details::default() };
    commit(store, minute(712), other, 1, [Instrument::DetailsCorrected { details: right }]).await;
    assert!(differing().await.is_empty(), "what was corrected is said no more");
}

async fn versions_are_found(store: &Store) {
    let (one, other) = (stream(Noun::Instrument), stream(Noun::Instrument));
    let work = InstrumentId(other.id);
    let joined = Instrument::Joined { work };
    let first = [
        append(other, 0, [registered("94/QĐ-TTg", "2026-02-01")]),
        append(one, 0, [registered("95/KH-UBND", "2026-03-01"), joined]),
    ];
    store.commit(batch(minute(720), first.to_vec())).await.unwrap();
    let filter = InstrumentFilter { version_of: Some(work), ..InstrumentFilter::default() };
    let rows = store.instruments(&filter, now()).await.unwrap().rows;
    assert_eq!(rows.iter().map(|row| row.id).collect::<Vec<_>>(), [InstrumentId(one.id)]);
    assert_eq!(rows[0].work, Some(work));
    let both = store.instruments_of(&[InstrumentId(one.id), work], now()).await.unwrap();
    assert_eq!(both.len(), 2);
    let only = InstrumentFilter { only: Some(Vec::new()), ..InstrumentFilter::default() };
    assert_eq!(store.instruments(&only, now()).await.unwrap().total, 0);
    let withdrawn = Instrument::Withdrawn { reason: "Không còn được dẫn chiếu".to_owned() };
    commit(store, minute(721), other, 1, [withdrawn]).await;
    let listed = InstrumentFilter { words: Some("94/QĐ-TTg".to_owned()), ..InstrumentFilter::default() };
    assert_eq!(store.instruments(&listed, now()).await.unwrap().total, 0);
    assert_eq!(store.instruments(&listed, at(minute(720))).await.unwrap().total, 1);
}
