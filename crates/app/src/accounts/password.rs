//! Passwords: Argon2id with the parameters that the crate recommends, off the async threads.

use crate::AppError;
use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};

/// A hash to compare with when the login does not exist, so that the answer takes as long.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$c29tZSBzYWx0IG9mIG91cnM$FJ1YyZgGbHfhnSW4yJYo8l3P1rXDuHHbsnxjaLo0hQk";

/// The PHC string of a password.
pub(super) async fn hash(password: String) -> Result<String, AppError> {
    let hashed = tokio::task::spawn_blocking(move || {
        let hash = Argon2::default().hash_password(password.as_bytes());
        hash.map(|hash| hash.to_string()).map_err(|error| AppError::Machine(error.to_string()))
    });
    hashed.await.map_err(|error| AppError::Machine(error.to_string()))?
}

/// Whether a password fits a PHC string; without one it never does, after the same work.
pub(super) async fn verify(password: String, hash: Option<String>) -> Result<bool, AppError> {
    let verified = tokio::task::spawn_blocking(move || {
        let known = hash.is_some();
        let text = hash.unwrap_or_else(|| NOBODY.to_owned());
        let parsed = PasswordHash::new(&text);
        let fits = parsed
            .is_ok_and(|parsed| Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok());
        known && fits
    });
    verified.await.map_err(|error| AppError::Machine(error.to_string()))
}
