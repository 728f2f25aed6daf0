//! Statements, values and rows as plain data, the same for both databases.

use crate::error::StoreError;
use serde::de::DeserializeOwned;
use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt::Display;
use std::str::FromStr;
use std::sync::Arc;

/// Statements with more values than this are prepared anew each time: their text is long, and
/// seldom asked for twice.
const CACHED_ARGS: usize = 60;

/// A statement with its values. Places are written `$1`, `$2`, …
#[derive(Debug, Clone)]
pub(crate) struct Statement {
    /// The text. It never holds input of users.
    pub(crate) sql: Cow<'static, str>,
    /// The values, in the order of the places.
    pub(crate) args: Vec<Value>,
}

impl Statement {
    /// A statement with these values.
    pub(crate) fn new(sql: impl Into<Cow<'static, str>>, args: Vec<Value>) -> Self {
        Self { sql: sql.into(), args }
    }

    /// Whether the connection should keep it prepared.
    pub(crate) fn is_cached(&self) -> bool {
        self.args.len() <= CACHED_ARGS
    }
}

/// The kinds of values: a missing one must still say what it would be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Text.
    Text,
    /// A whole number.
    Int,
    /// Any number.
    Real,
    /// Bytes.
    Bytes,
}

/// A value of a column.
#[derive(Debug, Clone)]
pub(crate) enum Value {
    /// Text without the character NUL, which PostgreSQL cannot hold.
    Text(String),
    /// A whole number; 0 and 1 for no and yes.
    Int(i64),
    /// Any number.
    Real(f64),
    /// Bytes.
    Bytes(Vec<u8>),
    /// Nothing.
    Null(Kind),
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Text(own), Self::Text(others)) => own == others,
            (Self::Int(own), Self::Int(others)) => own == others,
            (Self::Real(own), Self::Real(others)) => own.partial_cmp(others) == Some(Ordering::Equal),
            (Self::Bytes(own), Self::Bytes(others)) => own == others,
            (Self::Null(_), Self::Null(_)) => true,
            (_, _) => false,
        }
    }
}

/// What a column can be made from.
pub(crate) trait Typed: Into<Value> {
    /// The kind of its values.
    const KIND: Kind;
}

macro_rules! values {
    ($($type:ty => $kind:ident, |$value:ident| $make:expr;)+) => {$(
        impl From<$type> for Value {
            fn from($value: $type) -> Self { $make }
        }
        impl Typed for $type { const KIND: Kind = Kind::$kind; }
    )+};
}

values! {
    String => Text, |text| Self::Text(if text.contains('\0') { text.replace('\0', "\u{fffd}") } else { text });
    &str => Text, |text| text.to_owned().into();
    i64 => Int, |number| Self::Int(number);
    u64 => Int, |number| Self::Int(i64::try_from(number).unwrap_or(i64::MAX));
    u32 => Int, |number| Self::Int(number.into());
    u8 => Int, |number| Self::Int(number.into());
    usize => Int, |number| Self::Int(i64::try_from(number).unwrap_or(i64::MAX));
    bool => Int, |yes| Self::Int(yes.into());
    f64 => Real, |number| Self::Real(number);
    Vec<u8> => Bytes, |bytes| Self::Bytes(bytes);
}

impl<T: Typed> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null(T::KIND), Into::into)
    }
}

/// A row that was fetched.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    /// The names of the columns, shared by all rows of one answer.
    pub(crate) names: Arc<[String]>,
    /// The values, in the order of the names.
    pub(crate) values: Vec<Value>,
}

impl Row {
    fn value(&self, name: &str) -> Result<&Value, StoreError> {
        let place = self.names.iter().position(|own| own == name);
        let value = place.and_then(|place| self.values.get(place));
        value.ok_or_else(|| StoreError::corrupt(format!("a row without `{name}`")))
    }

    fn present<T>(name: &str, value: Option<T>) -> Result<T, StoreError> {
        value.ok_or_else(|| StoreError::corrupt(format!("nothing in `{name}`")))
    }

    /// Text that may be missing.
    pub(crate) fn optional_text(&self, name: &str) -> Result<Option<String>, StoreError> {
        match self.value(name)? {
            Value::Text(text) => Ok(Some(text.clone())),
            Value::Null(_) => Ok(None),
            Value::Int(_) | Value::Real(_) | Value::Bytes(_) => {
                Err(StoreError::corrupt(format!("no text in `{name}`")))
            }
        }
    }

    /// Text.
    pub(crate) fn text(&self, name: &str) -> Result<String, StoreError> {
        Self::present(name, self.optional_text(name)?)
    }

    /// A whole number that may be missing, in any width.
    pub(crate) fn optional_number<T: TryFrom<i64>>(&self, name: &str) -> Result<Option<T>, StoreError> {
        let wrong = || StoreError::corrupt(format!("no fitting number in `{name}`"));
        match self.value(name)? {
            Value::Int(number) => T::try_from(*number).map(Some).map_err(|_| wrong()),
            Value::Null(_) => Ok(None),
            Value::Text(_) | Value::Real(_) | Value::Bytes(_) => Err(wrong()),
        }
    }

    /// Bytes.
    pub(crate) fn bytes(&self, name: &str) -> Result<&[u8], StoreError> {
        match self.value(name)? {
            Value::Bytes(bytes) => Ok(bytes),
            Value::Text(_) | Value::Int(_) | Value::Real(_) | Value::Null(_) => {
                Err(StoreError::corrupt(format!("no bytes in `{name}`")))
            }
        }
    }

    /// A whole number, in any width.
    pub(crate) fn number<T: TryFrom<i64>>(&self, name: &str) -> Result<T, StoreError> {
        Self::present(name, self.optional_number(name)?)
    }

    /// A yes or a no.
    pub(crate) fn flag(&self, name: &str) -> Result<bool, StoreError> {
        Ok(self.number::<i64>(name)? != 0)
    }

    /// Something that is written as text and may be missing: an id, a day, an instant.
    pub(crate) fn optional_parsed<T: FromStr<Err: Display>>(
        &self,
        name: &str,
    ) -> Result<Option<T>, StoreError> {
        let text = self.optional_text(name)?;
        let parsed = text.as_deref().map(str::parse::<T>).transpose();
        parsed.map_err(|error| StoreError::corrupt(format!("`{name}`: {error}")))
    }

    /// Something that is written as text: an id, a day, an instant.
    pub(crate) fn parsed<T: FromStr<Err: Display>>(&self, name: &str) -> Result<T, StoreError> {
        Self::present(name, self.optional_parsed(name)?)
    }

    /// Something that is written as JSON and may be missing.
    pub(crate) fn optional_json<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, StoreError> {
        let text = self.optional_text(name)?;
        let read = text.as_deref().map(serde_json::from_str::<T>).transpose();
        read.map_err(|error| StoreError::corrupt(format!("`{name}`: {error}")))
    }

    /// Something that is written as JSON.
    pub(crate) fn json<T: DeserializeOwned>(&self, name: &str) -> Result<T, StoreError> {
        Self::present(name, self.optional_json(name)?)
    }

    /// A word of a closed list that may be missing.
    pub(crate) fn optional_code<T>(
        &self,
        name: &str,
        known: fn(&str) -> Option<T>,
    ) -> Result<Option<T>, StoreError> {
        let read =
            |code: String| known(&code).ok_or_else(|| StoreError::corrupt(format!("`{name}`: {code}")));
        self.optional_text(name)?.map(read).transpose()
    }

    /// A word of a closed list.
    pub(crate) fn code<T>(&self, name: &str, known: fn(&str) -> Option<T>) -> Result<T, StoreError> {
        Self::present(name, self.optional_code(name, known)?)
    }
}

/// `$2, $3, $4`: `count` places, of which the first has this number.
pub(crate) fn places(first: usize, count: usize) -> String {
    let places: Vec<String> = (first..first.saturating_add(count)).map(|place| format!("${place}")).collect();
    places.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_value_still_has_a_kind() {
        assert!(matches!(Value::from(None::<u32>), Value::Null(Kind::Int)));
        assert!(matches!(Value::from(None::<String>), Value::Null(Kind::Text)));
        assert_eq!(Value::from(None::<f64>), Value::Null(Kind::Text), "nothing is nothing");
    }

    #[test]
    fn a_text_never_holds_what_postgresql_cannot() {
        assert_eq!(Value::from("a\0b"), Value::Text("a\u{fffd}b".to_owned()));
    }

    #[test]
    fn a_row_says_what_is_wrong_with_it() {
        let names: Arc<[String]> = ["number", "text", "nothing"].map(str::to_owned).into();
        let row = Row { names, values: vec![Value::Int(300), "x".into(), Value::Null(Kind::Text)] };
        assert_eq!(row.number::<u32>("number").unwrap(), 300);
        assert!(row.number::<u8>("number").is_err(), "300 does not fit");
        assert!(row.text("nothing").is_err());
        assert!(row.text("other").is_err());
        assert_eq!(row.optional_text("nothing").unwrap(), None);
    }

    #[test]
    fn places_are_numbered() {
        assert_eq!(places(2, 3), "$2, $3, $4");
        assert_eq!(places(1, 0), "");
    }
}
