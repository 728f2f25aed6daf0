//! Accounts: the one-time link, sign-in that slows down, passwords, and the last administrator.

// Tests say what they expect in the shortest way.
#![allow(clippy::unwrap_used)]

use haidang_app::{App, AppError, InThisProcess, NewAccount, Session};
use haidang_domain::account::Command;
use haidang_domain::{CommandId, Refusal, Role};
use haidang_testkit::app::{IN_MEMORY, bare};
use haidang_testkit::clock::ManualClock;
use jiff::SignedDuration;

async fn app() -> (App, ManualClock) {
    bare(IN_MEMORY, InThisProcess).await.unwrap()
}

async fn administrator(app: &App) -> Session {
    let token = app.setup_link().await.unwrap().unwrap();
    app.create_administrator(&token, "Nguyễn An", "An", "mười ký tự trở lên").await.unwrap()
}

#[tokio::test]
async fn the_link_for_the_first_administrator_works_once() {
    let (app, _) = app().await;
    let token = app.setup_link().await.unwrap().unwrap();
    let wrong = app.create_administrator("guess", "B", "b", "long enough words").await;
    assert!(matches!(wrong, Err(AppError::WrongToken)));
    app.create_administrator(&token, "Nguyễn An", "an", "long enough words").await.unwrap();
    let again = app.create_administrator(&token, "C", "c", "long enough words").await;
    assert!(matches!(again, Err(AppError::WrongToken)));
    assert_eq!(app.setup_link().await.unwrap(), None);
}

#[tokio::test]
async fn wrong_passwords_slow_sign_in_down() {
    let (app, clock) = app().await;
    administrator(&app).await;
    for _ in 0..6 {
        assert!(matches!(app.sign_in("an", "wrong").await, Err(AppError::WrongPassword)));
    }
    assert!(matches!(app.sign_in("an", "mười ký tự trở lên").await, Err(AppError::Throttled { .. })));
    clock.advance(SignedDuration::from_secs(30));
    assert_eq!(app.sign_in(" AN ", "mười ký tự trở lên").await.unwrap().name, "Nguyễn An");
    assert!(matches!(app.sign_in("nobody", "wrong").await, Err(AppError::WrongPassword)));
}

#[tokio::test]
async fn a_new_password_takes_the_place_of_the_old_one() {
    let (app, _) = app().await;
    let by = administrator(&app).await;
    let id = by.actor.account;
    let short = app.set_password(&by, id, "short".to_owned()).await;
    assert!(matches!(short, Err(AppError::WeakPassword { .. })));
    app.set_password(&by, id, "another long one".to_owned()).await.unwrap();
    assert!(matches!(app.sign_in("an", "mười ký tự trở lên").await, Err(AppError::WrongPassword)));
    app.sign_in("an", "another long one").await.unwrap();
}

#[tokio::test]
async fn the_last_administrator_stays_and_others_come_and_go() {
    let (app, _) = app().await;
    let by = administrator(&app).await;
    let close = Command::Close { other_administrators: 0 };
    let refused = app.change_account(&by, by.actor.account, close, CommandId(app.new_id())).await;
    assert!(matches!(refused, Err(AppError::Refused(Refusal::LastAdministrator))));
    let new = NewAccount {
        login: "binh".into(),
        name: "Trần Bình".into(),
        password: "long enough words".into(),
        role: Role::Reader,
        organisation: None,
    };
    let reader = app.open_account(&by, new.clone()).await.unwrap();
    assert!(matches!(app.open_account(&by, new).await, Err(AppError::LoginTaken)));
    let session = app.sign_in("binh", "long enough words").await.unwrap();
    let other = app.set_password(&session, by.actor.account, "stolen password".to_owned()).await;
    assert!(matches!(other, Err(AppError::Refused(Refusal::NotPermitted))));
    app.change_account(&by, reader, close, CommandId(app.new_id())).await.unwrap();
    assert_eq!(app.session_of(reader).await.unwrap(), None);
    assert!(matches!(app.sign_in("binh", "long enough words").await, Err(AppError::WrongPassword)));
}
