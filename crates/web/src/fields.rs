//! What a form or an address carries: names and texts, in order, exactly as they were sent, so
//! that a page can give back everything that a person typed.

use crate::csrf;
use crate::problem::Problem;
use crate::visit::Visit;
use axum::Form;
use axum::extract::{FromRequest, FromRequestParts, Path, Query, Request};
use axum::http::request::Parts;
use haidang_domain::CommandId;
use jiff::civil::Date;
use std::convert::Infallible;
use std::fmt::Write;
use std::str::FromStr;
use uuid::Uuid;

/// Names and texts as they were sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Fields(pub(crate) Vec<(String, String)>);

impl Fields {
    /// The text of a field without the blanks around it; empty when it was not sent.
    pub(crate) fn get(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(own, _)| own == name);
        found.map_or("", |(_, text)| text.trim())
    }

    /// The text of a field that is not empty.
    pub(crate) fn some(&self, name: &str) -> Option<&str> {
        Some(self.get(name)).filter(|text| !text.is_empty())
    }

    /// The text of a field that is not empty, as its own.
    pub(crate) fn owned(&self, name: &str) -> Option<String> {
        self.some(name).map(str::to_owned)
    }

    /// What a field says, when it says something of this kind.
    pub(crate) fn parse<T: FromStr>(&self, name: &str) -> Option<T> {
        self.some(name)?.parse().ok()
    }

    /// A day from a field.
    pub(crate) fn date(&self, name: &str) -> Option<Date> {
        self.parse(name)
    }

    /// Whether a box was ticked.
    pub(crate) fn ticked(&self, name: &str) -> bool {
        self.some(name).is_some()
    }

    /// Names that were typed in all fields of this name, one to a line or with semicolons between
    /// them. Commas do not part them: "Sở Văn hóa, Thể thao và Du lịch" is one body.
    pub(crate) fn names(&self, name: &str) -> Vec<String> {
        let texts = self.0.iter().filter(|(own, _)| own == name);
        texts.flat_map(|(_, text)| split_names(text)).collect()
    }

    /// The press of the button that the form stands for; a new one when it came without.
    pub(crate) fn command(&self) -> CommandId {
        self.parse("command").unwrap_or_else(new_command)
    }

    /// The version of the record that the form was made from.
    pub(crate) fn expected_version(&self) -> Option<u64> {
        self.parse("expected_version")
    }

    /// The address part after `?` with some fields changed (an empty text leaves a field out) and the
    /// rest as it is, with the `?`; empty when nothing is left.
    pub(crate) fn query(&self, changes: &[(&str, &str)]) -> String {
        let kept = self.0.iter().map(|(name, text)| (name.as_str(), text.as_str()));
        let kept = kept.filter(|(name, _)| changes.iter().all(|(changed, _)| changed != name));
        let mut query = String::new();
        for (name, text) in kept.chain(changes.iter().copied()).filter(|(_, text)| !text.is_empty()) {
            query.push(if query.is_empty() { '?' } else { '&' });
            encode(name, &mut query);
            query.push('=');
            encode(text, &mut query);
        }
        query
    }
}

/// A new press of a button.
pub(crate) fn new_command() -> CommandId {
    CommandId(Uuid::now_v7())
}

/// Names that stand one to a line, or with semicolons between them.
fn split_names(text: &str) -> Vec<String> {
    let names = text.split(['\n', ';']).map(str::trim).filter(|name| !name.is_empty());
    names.map(str::to_owned).collect()
}

/// Adds a text to an address, with everything but letters, digits and `-_.~` written as `%XX`.
pub(crate) fn encode(text: &str, address: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            address.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(address, "%{byte:02X}");
        }
    }
}

/// The fields of an address.
pub(crate) struct Asked(pub(crate) Fields);

impl<S: Send + Sync> FromRequestParts<S> for Asked {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let pairs = Query::<Vec<(String, String)>>::try_from_uri(&parts.uri);
        Ok(Self(Fields(pairs.map(|Query(pairs)| pairs).unwrap_or_default())))
    }
}

/// The fields of a form that was posted from one of our own pages.
pub(crate) struct Posted(pub(crate) Fields);

impl<S: Send + Sync> FromRequest<S> for Posted {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let token = request.extensions().get::<Visit>().map(|visit| visit.csrf.clone()).unwrap_or_default();
        let form = Form::<Vec<(String, String)>>::from_request(request, state).await;
        let Form(pairs) = form.map_err(|rejection| Problem::of_status(rejection.status()))?;
        let fields = Fields(pairs);
        if csrf::same(fields.get("csrf"), &token) { Ok(Self(fields)) } else { Err(Problem::Forged) }
    }
}

/// The id in an address such as `/tasks/{id}`.
pub(crate) struct Id<T>(pub(crate) T);

impl<S: Send + Sync, T: FromStr + Send> FromRequestParts<S> for Id<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let Path(text) =
            Path::<String>::from_request_parts(parts, state).await.map_err(|_| Problem::NotFound)?;
        text.parse().map(Self).map_err(|_| Problem::NotFound)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        Fields(pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect())
    }

    #[test]
    fn an_address_keeps_what_was_asked() {
        let asked = fields(&[("q", "nhà ở"), ("page", "3"), ("empty", "")]);
        assert_eq!(asked.query(&[("page", "4")]), "?q=nh%C3%A0%20%E1%BB%9F&page=4");
        assert_eq!(asked.query(&[("page", ""), ("q", "")]), "");
        assert_eq!(fields(&[]).query(&[("a&b", "c=d")]), "?a%26b=c%3Dd");
    }

    #[test]
    fn names_stand_on_lines_between_semicolons_or_in_fields_of_their_own() {
        let typed = fields(&[
            ("lead", "Sở Tài chính; Sở Xây dựng\r\n"),
            ("x", "y"),
            ("lead", " Sở Văn hóa, Thể thao "),
        ]);
        assert_eq!(typed.names("lead"), ["Sở Tài chính", "Sở Xây dựng", "Sở Văn hóa, Thể thao"]);
    }

    #[test]
    fn what_is_not_a_day_is_none() {
        let typed = fields(&[("on", "2026-02-30"), ("off", " 2026-02-28 ")]);
        assert_eq!(typed.date("on"), None);
        assert_eq!(typed.date("off"), Some(jiff::civil::date(2026, 2, 28)));
    }
}
