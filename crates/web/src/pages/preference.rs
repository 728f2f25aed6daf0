//! What a visitor chooses for all pages: the language, and the day that pages are shown for.

use crate::fields::Asked;
use crate::{Web, cookies};
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use haidang_domain::Language;

/// Chooses a language and goes back to the page.
pub(crate) async fn language(State(web): State<Web>, Asked(asked): Asked) -> Response {
    let back = Redirect::to(local(asked.get("next")));
    match Language::from_code(asked.get("to")) {
        Some(language) => {
            let cookie = cookies::keep_language(language.code(), web.config.secure_cookies);
            ([(header::SET_COOKIE, cookie)], back).into_response()
        }
        None => back.into_response(),
    }
}

/// Chooses the day that pages are shown for and goes back to the page. Today, a day to come and
/// what is no day all mean now.
pub(crate) async fn as_at(State(web): State<Web>, Asked(asked): Asked) -> Response {
    let day = asked.date("day").filter(|day| *day < web.app.today() && !asked.ticked("today"));
    let cookie = cookies::keep_day(day.map(|day| day.to_string()).as_deref(), web.config.secure_cookies);
    ([(header::SET_COOKIE, cookie)], Redirect::to(local(asked.get("next")))).into_response()
}

/// The address if it is a path of our own, or else the first page: nobody is sent elsewhere.
pub(crate) fn local(next: &str) -> &str {
    let plain = next.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    if next.starts_with('/') && !next.starts_with("//") && plain { next } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_paths_are_gone_to() {
        for own in ["/", "/tasks?page=2", "/instruments/x/review?q=%C4%91#finding-1"] {
            assert_eq!(local(own), own);
        }
        for other in [
            "",
            "tasks",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/a\r\nSet-Cookie: x",
            "/a b",
            "/đ",
        ] {
            assert_eq!(local(other), "/", "{other}");
        }
    }
}
