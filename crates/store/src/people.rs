//! What is not in the journal, because it belongs to persons and must be erasable, or because it
//! is forgotten soon: names and passwords, sessions, settings.

use crate::error::StoreError;
use crate::instant;
use crate::store::Store;
use crate::tables::AccountRow;
use crate::text::fold;
use crate::value::{Row, Statement, Value};
use haidang_domain::AccountId;
use jiff::Timestamp;

/// The private half of an account.
#[derive(Clone, PartialEq, Eq)]
pub struct Person {
    /// The account.
    pub account: AccountId,
    /// What is typed to sign in; cases and tones do not count.
    pub login: String,
    /// The name of the person.
    pub name: String,
    /// The hash of the password; `None` for those who cannot sign in with one.
    pub password_hash: Option<String>,
}

impl std::fmt::Debug for Person {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Person").field("account", &self.account).finish_non_exhaustive()
    }
}

impl Person {
    fn read(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            account: row.parsed("account")?,
            login: row.text("login")?,
            name: row.text("name")?,
            password_hash: row.optional_text("password_hash")?,
        })
    }
}

impl Store {
    /// Keeps the private half of an account, in place of the one before.
    ///
    /// # Errors
    ///
    /// When another account has this login.
    pub async fn put_person(&self, person: &Person) -> Result<(), StoreError> {
        let sql = "INSERT INTO person (account, login, login_key, name, password_hash) VALUES ($1, $2, $3, $4, $5) \
             ON CONFLICT (account) DO UPDATE SET login = excluded.login, login_key = excluded.login_key, \
             name = excluded.name, password_hash = excluded.password_hash";
        let args: Vec<Value> = vec![
            person.account.to_string().into(),
            person.login.as_str().into(),
            fold(&person.login).into(),
            person.name.as_str().into(),
            person.password_hash.clone().into(),
        ];
        self.write(sql, args).await.map(|_| ())
    }

    /// The private half of an account.
    pub async fn person(&self, account: AccountId) -> Result<Option<Person>, StoreError> {
        let row = self.read("SELECT * FROM person WHERE account = $1", account.to_string()).await?;
        row.as_ref().map(Person::read).transpose()
    }

    /// The private half of the account with this login, in any case and with or without tones.
    pub async fn person_by_login(&self, login: &str) -> Result<Option<Person>, StoreError> {
        let row = self.read("SELECT * FROM person WHERE login_key = $1", fold(login)).await?;
        row.as_ref().map(Person::read).transpose()
    }

    /// All accounts in the order in which they were opened, closed ones as well, with the login and
    /// name of their person where these were not erased.
    pub async fn accounts(&self) -> Result<Vec<AccountRow>, StoreError> {
        let sql = "SELECT a.id, a.role, a.organisation, a.closed, p.login, p.name \
             FROM account a LEFT JOIN person p ON p.account = a.id ORDER BY a.created_at, a.id";
        let rows = self.backend.fetch(Statement::new(sql, Vec::new())).await?;
        rows.iter().map(AccountRow::read).collect()
    }

    /// Keeps a session until it expires, in place of what it held before.
    pub async fn put_session(&self, id: &str, data: &str, expires_at: Timestamp) -> Result<(), StoreError> {
        let sql = "INSERT INTO session (id, data, expires_at) VALUES ($1, $2, $3) \
             ON CONFLICT (id) DO UPDATE SET data = excluded.data, expires_at = excluded.expires_at";
        let args = vec![id.into(), data.into(), instant::written(expires_at).into()];
        self.write(sql, args).await.map(|_| ())
    }

    /// What a session holds; nothing when it has expired by `now`.
    pub async fn session(&self, id: &str, now: Timestamp) -> Result<Option<String>, StoreError> {
        let sql = "SELECT data FROM session WHERE id = $1 AND expires_at > $2";
        let args = vec![id.into(), instant::written(now).into()];
        let row = self.backend.fetch_one(Statement::new(sql, args)).await?;
        row.map(|row| row.text("data")).transpose()
    }

    /// Forgets a session.
    pub async fn delete_session(&self, id: &str) -> Result<(), StoreError> {
        self.write("DELETE FROM session WHERE id = $1", vec![id.into()]).await.map(|_| ())
    }

    /// Forgets the sessions that have expired by `now`; how many they were.
    pub async fn delete_expired_sessions(&self, now: Timestamp) -> Result<u64, StoreError> {
        self.write("DELETE FROM session WHERE expires_at <= $1", vec![instant::written(now).into()]).await
    }

    /// A setting by its key.
    pub async fn setting(&self, key: &str) -> Result<Option<String>, StoreError> {
        let row = self.read("SELECT value FROM setting WHERE key = $1", key.to_owned()).await?;
        row.map(|row| row.text("value")).transpose()
    }

    /// Keeps a setting, in place of the one before.
    pub async fn put_setting(&self, key: &str, value: &str) -> Result<(), StoreError> {
        let sql = "INSERT INTO setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value";
        self.write(sql, vec![key.into(), value.into()]).await.map(|_| ())
    }

    async fn read(&self, sql: &'static str, key: String) -> Result<Option<Row>, StoreError> {
        self.backend.fetch_one(Statement::new(sql, vec![key.into()])).await
    }

    async fn write(&self, sql: &'static str, args: Vec<Value>) -> Result<u64, StoreError> {
        self.backend.execute(Statement::new(sql, args)).await
    }
}
