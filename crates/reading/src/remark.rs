//! Remarks: what a reading could not settle, for a person to look at.

use serde::{Deserialize, Serialize};

/// Something about the document that a person should look at before relying on the reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// What it is about.
    pub kind: RemarkKind,
    /// First character, in Unicode scalar values of the text in NFC.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
    /// The words at that place.
    pub quote: String,
    /// What the document says, where it says something that can be checked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<String>,
    /// What was found instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found: Option<String>,
}

/// What a remark is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RemarkKind {
    /// The document announces a number of things, and another number was found.
    AnnouncedCount,
    /// A table whose rows or columns could not be told apart; what stands in it gave no tasks, or
    /// tasks without the bodies and times of their columns.
    BrokenTable,
    /// The text was recognised on pictures of its pages: any word may be misread. It has no place of its own.
    Recognised,
}

impl Remark {
    /// That the whole text was recognised on pictures.
    pub fn recognised() -> Self {
        let kind = RemarkKind::Recognised;
        Self { kind, start: 0, end: 0, quote: String::new(), said: None, found: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_written_in_snake_case() {
        let kinds = [RemarkKind::AnnouncedCount, RemarkKind::BrokenTable, RemarkKind::Recognised];
        let written = serde_json::to_string(&kinds).unwrap();
        assert_eq!(written, r#"["announced_count","broken_table","recognised"]"#);
    }
}
