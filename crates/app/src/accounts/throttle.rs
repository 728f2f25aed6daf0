//! Sign-in slows down: after five wrong passwords for a login each further one doubles the wait.

use jiff::{SignedDuration, Timestamp};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// Wrong passwords that cost nothing.
const FREE: u32 = 5;
/// The longest wait.
const LONGEST_SECONDS: i64 = 15 * 60;
/// Logins remembered at most, so that made-up ones cannot fill the memory.
const MOST: usize = 10_000;

/// Failed sign-ins by login.
#[derive(Default)]
pub(crate) struct Throttle {
    failures: Mutex<HashMap<String, (u32, Timestamp)>>,
}

impl Throttle {
    /// How long this login has to wait; `None` when it may try.
    pub(crate) fn wait_seconds(&self, login: &str, now: Timestamp) -> Option<u64> {
        let failures = self.failures.lock().unwrap_or_else(PoisonError::into_inner);
        let (count, last) = failures.get(login)?;
        let left = wait_after(*count) - now.duration_since(*last);
        u64::try_from(left.as_secs()).ok().filter(|seconds| *seconds > 0)
    }

    /// One more wrong password.
    pub(crate) fn failed(&self, login: &str, now: Timestamp) {
        let mut failures = self.failures.lock().unwrap_or_else(PoisonError::into_inner);
        if failures.len() >= MOST {
            failures.retain(|_, (count, last)| now.duration_since(*last) < wait_after(*count));
        }
        let entry = failures.entry(login.to_owned()).or_insert((0, now));
        *entry = (entry.0.saturating_add(1), now);
    }

    /// A right password.
    pub(crate) fn forget(&self, login: &str) {
        self.failures.lock().unwrap_or_else(PoisonError::into_inner).remove(login);
    }
}

fn wait_after(failures: u32) -> SignedDuration {
    let beyond = failures.saturating_sub(FREE);
    let seconds = if beyond == 0 { 0 } else { (1i64 << beyond.min(20)).min(LONGEST_SECONDS) };
    SignedDuration::from_secs(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sixth_wrong_password_waits_and_each_further_one_longer() {
        let throttle = Throttle::default();
        let now = Timestamp::from_second(1_000_000).unwrap();
        for _ in 0..FREE {
            throttle.failed("an", now);
        }
        assert_eq!(throttle.wait_seconds("an", now), None);
        throttle.failed("an", now);
        assert_eq!(throttle.wait_seconds("an", now), Some(2));
        throttle.failed("an", now);
        assert_eq!(throttle.wait_seconds("an", now), Some(4));
        let later = now + SignedDuration::from_secs(5);
        assert_eq!(throttle.wait_seconds("an", later), None);
        throttle.forget("an");
        assert_eq!(throttle.wait_seconds("an", now), None);
    }
}
