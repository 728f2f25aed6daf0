//! Persons, sessions and settings.

use crate::build::{commit, id, minute, stream};
use haidang_domain::account::Event as Account;
use haidang_domain::{AccountId, Noun, Role, StreamId};
use haidang_store::{Person, Store};

pub(crate) async fn check(store: &Store) {
    persons_are_kept_beside_their_accounts(store).await;
    sessions_expire(store).await;
    settings_are_replaced(store).await;
}

async fn persons_are_kept_beside_their_accounts(store: &Store) {
    let (own, other): (StreamId, StreamId) = (stream(Noun::Account), stream(Noun::Account));
    let opened = |role| Account::Opened { role, organisation: None };
    commit(store, minute(300), own, 0, [opened(Role::Clerk)]).await;
    commit(store, minute(301), other, 0, [opened(Role::Reader), Account::Closed]).await;
    let mut person = Person {
        account: AccountId(own.id),
        login: "Nguyễn.An".to_owned(),
        name: "Nguyễn Văn An".to_owned(),
        password_hash: Some("$argon2".to_owned()),
    };
    store.put_person(&person).await.unwrap();
    "Nguyễn An".clone_into(&mut person.name);
    store.put_person(&person).await.unwrap();
    assert_eq!(store.person(person.account).await.unwrap(), Some(person.clone()));
    assert_eq!(store.person_by_login("nguyen.an").await.unwrap(), Some(person.clone()));
    assert_eq!(store.person_by_login("nguyen").await.unwrap(), None);
    assert_eq!(store.person(AccountId(id())).await.unwrap(), None);
    let same_login = Person { account: AccountId(other.id), login: "NGUYEN.AN".to_owned(), ..person.clone() };
    assert!(store.put_person(&same_login).await.is_err());
    assert!(!format!("{person:?}").contains("argon2"));

    let accounts = store.accounts().await.unwrap();
    let [first, second] = [own, other].map(|of| accounts.iter().find(|row| row.id.0 == of.id).unwrap());
    assert_eq!((first.role, first.closed, first.name.as_deref()), (Role::Clerk, false, Some("Nguyễn An")));
    assert_eq!((second.role, second.closed, second.login.as_deref()), (Role::Reader, true, None));
}

async fn sessions_expire(store: &Store) {
    store.put_session("a", "one", minute(10)).await.unwrap();
    store.put_session("a", "two", minute(20)).await.unwrap();
    store.put_session("b", "three", minute(10)).await.unwrap();
    assert_eq!(store.session("a", minute(19)).await.unwrap().as_deref(), Some("two"));
    assert_eq!(store.session("a", minute(20)).await.unwrap(), None);
    assert_eq!(store.session("c", minute(0)).await.unwrap(), None);
    assert_eq!(store.delete_expired_sessions(minute(10)).await.unwrap(), 1);
    assert_eq!(store.session("b", minute(0)).await.unwrap(), None);
    store.delete_session("a").await.unwrap();
    store.delete_session("a").await.unwrap();
    assert_eq!(store.session("a", minute(0)).await.unwrap(), None);
}

async fn settings_are_replaced(store: &Store) {
    assert_eq!(store.setting("k").await.unwrap(), None);
    store.put_setting("k", "one").await.unwrap();
    store.put_setting("k", "hai").await.unwrap();
    assert_eq!(store.setting("k").await.unwrap().as_deref(), Some("hai"));
}
