//! The two plain cookies: the language and the day that pages are shown for.

use axum::http::{HeaderMap, header};

/// The cookie of the chosen language.
pub(crate) const LANGUAGE: &str = "haidang_language";
/// The cookie of the day that pages are shown for.
pub(crate) const DAY: &str = "haidang_day";

const YEAR_SECONDS: u32 = 31_536_000;
const DAY_SECONDS: u32 = 86_400;

/// The value of a cookie.
pub(crate) fn read(headers: &HeaderMap, name: &str) -> Option<String> {
    let values = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = values.flat_map(|value| value.split(';')).filter_map(|pair| pair.split_once('='));
    pairs.find(|(own, _)| own.trim() == name).map(|(_, value)| value.trim().to_owned())
}

/// The header that keeps the language for a year.
pub(crate) fn keep_language(code: &str, secure: bool) -> String {
    set(LANGUAGE, code, YEAR_SECONDS, secure)
}

/// The header that keeps the day until tomorrow, or forgets it.
pub(crate) fn keep_day(day: Option<&str>, secure: bool) -> String {
    set(DAY, day.unwrap_or_default(), if day.is_some() { DAY_SECONDS } else { 0 }, secure)
}

fn set(name: &str, value: &str, seconds: u32, secure: bool) -> String {
    let secure = if secure { "; Secure" } else { "" };
    format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn a_cookie_is_found_among_others() {
        let mut headers = HeaderMap::new();
        headers.insert(
            header::COOKIE,
            HeaderValue::from_static("id=x; haidang_language=fr;haidang_day=2026-01-02"),
        );
        assert_eq!(read(&headers, LANGUAGE).as_deref(), Some("fr"));
        assert_eq!(read(&headers, DAY).as_deref(), Some("2026-01-02"));
        assert_eq!(read(&headers, "other"), None);
    }

    #[test]
    fn a_forgotten_day_expires_at_once() {
        assert!(keep_day(None, true).contains("Max-Age=0; HttpOnly; SameSite=Lax; Secure"));
        assert!(!keep_language("vi", false).contains("Secure"));
    }
}
