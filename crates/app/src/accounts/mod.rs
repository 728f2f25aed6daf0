//! Accounts: sign-in, the first administrator, the demo clerk, and who keeps them.

mod password;
mod throttle;

pub(crate) use throttle::Throttle;

use crate::kind::Account;
use crate::{App, AppError, Change};
use haidang_domain::account::{Command, State};
use haidang_domain::{AccountId, Act, Actor, CommandId, OrganisationId, Refusal, Role, permitted};
use haidang_store::Person;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// Who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// What the rules ask of the person.
    pub actor: Actor,
    /// The person's name.
    pub name: String,
}

/// An account to open.
#[derive(Debug, Clone)]
pub struct NewAccount {
    /// What the person types to sign in.
    pub login: String,
    /// The person's name.
    pub name: String,
    /// The first password.
    pub password: String,
    /// What the account may do.
    pub role: Role,
    /// The organisation that it acts for.
    pub organisation: Option<OrganisationId>,
}

/// The least length of a password (NIST SP 800-63B asks for eight; longer is better than rules).
const LEAST_PASSWORD: usize = 10;
const SETUP_TOKEN: &str = "setup-token-sha256";
const DEMO_LOGIN: &str = "demo";

impl App {
    /// Signs a person in.
    ///
    /// # Errors
    /// [`AppError::WrongPassword`], the same whether the login exists or not;
    /// [`AppError::Throttled`] after several wrong ones.
    pub async fn sign_in(&self, login: &str, password: &str) -> Result<Session, AppError> {
        let login = login.trim().to_lowercase();
        if let Some(wait_seconds) = self.throttle().wait_seconds(&login, self.now()) {
            return Err(AppError::Throttled { wait_seconds });
        }
        let person = self.store().person_by_login(&login).await?;
        let hash = person.as_ref().and_then(|person| person.password_hash.clone());
        let right = password::verify(password.to_owned(), hash).await?;
        let session = match person.filter(|_| right) {
            Some(person) => self.session_of(person.account).await?,
            None => None,
        };
        if let Some(session) = session {
            self.throttle().forget(&login);
            Ok(session)
        } else {
            self.throttle().failed(&login, self.now());
            Err(AppError::WrongPassword)
        }
    }

    /// The session of an account; `None` when it is closed or never was.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn session_of(&self, account: AccountId) -> Result<Option<Session>, AppError> {
        let state = self.state::<Account>(account.0, self.as_at(None)).await?;
        let Some(role) = state.role.filter(|_| !state.closed) else { return Ok(None) };
        let name = self.store().person(account).await?.map(|person| person.name).unwrap_or_default();
        Ok(Some(Session { actor: Actor { account, role, organisation: state.organisation }, name }))
    }

    /// A new one-time token for the first administrator; `None` when there is one already.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn setup_link(&self) -> Result<Option<String>, AppError> {
        if self.administrators(None).await? > 0 {
            return Ok(None);
        }
        let token = random_token()?;
        self.store().put_setting(SETUP_TOKEN, &token_hash(&token)).await?;
        Ok(Some(token))
    }

    /// Opens the first administrator's account with the one-time token.
    ///
    /// # Errors
    /// [`AppError::WrongToken`] when the token is wrong or was used.
    pub async fn create_administrator(
        &self,
        token: &str,
        name: &str,
        login: &str,
        password: &str,
    ) -> Result<Session, AppError> {
        let expected = self.store().setting(SETUP_TOKEN).await?.unwrap_or_default();
        if expected.is_empty() || expected != token_hash(token) || self.administrators(None).await? > 0 {
            return Err(AppError::WrongToken);
        }
        let new = NewAccount {
            login: login.to_owned(),
            name: name.to_owned(),
            password: password.to_owned(),
            role: Role::Administrator,
            organisation: None,
        };
        let account = self.open_account(&Self::system(), new).await?;
        self.store().put_setting(SETUP_TOKEN, "").await?;
        self.session_of(account).await?.ok_or(AppError::Unknown { what: "account" })
    }

    /// The session of the demo clerk; the account is opened when it is not there.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn demo_session(&self) -> Result<Session, AppError> {
        let account = match self.store().person_by_login(DEMO_LOGIN).await? {
            Some(person) => person.account,
            None => self.open_demo_account().await?,
        };
        self.session_of(account).await?.ok_or(AppError::Unknown { what: "account" })
    }

    /// Opens an account.
    ///
    /// # Errors
    /// When the login is taken, the password is too short, or a rule refuses it.
    pub async fn open_account(&self, by: &Session, new: NewAccount) -> Result<AccountId, AppError> {
        let login = new.login.trim().to_lowercase();
        for (field, text) in [("login", login.as_str()), ("name", new.name.trim())] {
            if text.is_empty() {
                return Err(Refusal::Empty { field }.into());
            }
        }
        strong_enough(&new.password)?;
        if self.store().person_by_login(&login).await?.is_some() {
            return Err(AppError::LoginTaken);
        }
        let hash = password::hash(new.password).await?;
        let account = AccountId(self.new_id());
        let open = Command::Open { role: new.role, organisation: new.organisation };
        self.change_account(by, account, open, CommandId(self.new_id())).await?;
        let person = Person { account, login, name: new.name.trim().to_owned(), password_hash: Some(hash) };
        self.store().put_person(&person).await?;
        Ok(account)
    }

    /// Gives an account another password: its own person may, and who keeps accounts.
    ///
    /// # Errors
    /// When the actor may not, the password is too short, or there is no such account.
    pub async fn set_password(&self, by: &Session, id: AccountId, password: String) -> Result<(), AppError> {
        if by.actor.account != id && !permitted(&by.actor, Act::KeepAccounts, &[]) {
            return Err(Refusal::NotPermitted.into());
        }
        strong_enough(&password)?;
        let person = self.store().person(id).await?.ok_or(AppError::Unknown { what: "account" })?;
        let password_hash = Some(password::hash(password).await?);
        Ok(self.store().put_person(&Person { password_hash, ..person }).await?)
    }

    /// Changes an account. The count of other administrators in the command is made here.
    ///
    /// # Errors
    /// When a rule refuses it.
    pub async fn change_account(
        &self,
        by: &Session,
        id: AccountId,
        command: Command,
        command_id: CommandId,
    ) -> Result<(), AppError> {
        let others = self.administrators(Some(id)).await?;
        let what = match command {
            Command::ChangeRole { role, organisation, .. } => {
                Command::ChangeRole { role, organisation, other_administrators: others }
            }
            Command::Close { .. } => Command::Close { other_administrators: others },
            other => other,
        };
        let change =
            Change { command: command_id, expected_version: None, authority: None, effective_on: None, what };
        let _: State = self.change::<Account>(by, id.0, change).await?;
        Ok(())
    }

    /// The session of the machine itself: for data of the locality and the first account.
    pub(crate) fn system() -> Session {
        let account = AccountId(Uuid::nil());
        Session {
            actor: Actor { account, role: Role::Administrator, organisation: None },
            name: "Haidang".to_owned(),
        }
    }

    async fn open_demo_account(&self) -> Result<AccountId, AppError> {
        let account = AccountId(self.new_id());
        let open = Command::Open { role: Role::Clerk, organisation: None };
        self.change_account(&Self::system(), account, open, CommandId(self.new_id())).await?;
        // Without a password nobody signs in to it; only the demo does.
        let person = Person { account, login: DEMO_LOGIN.into(), name: "Demo".into(), password_hash: None };
        self.store().put_person(&person).await?;
        Ok(account)
    }

    /// How many open administrators there are besides one.
    async fn administrators(&self, besides: Option<AccountId>) -> Result<usize, AppError> {
        let accounts = self.store().accounts().await?;
        let counts = |row: &&haidang_store::AccountRow| {
            row.role == Role::Administrator && !row.closed && Some(row.id) != besides
        };
        Ok(accounts.iter().filter(counts).count())
    }
}

fn strong_enough(password: &str) -> Result<(), AppError> {
    if password.chars().count() < LEAST_PASSWORD {
        return Err(AppError::WeakPassword { least: LEAST_PASSWORD });
    }
    Ok(())
}

fn random_token() -> Result<String, AppError> {
    let mut bytes = [0u8; 32];
    getrandom::fill(&mut bytes).map_err(|error| AppError::Machine(error.to_string()))?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

fn token_hash(token: &str) -> String {
    Sha256::digest(token.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}
