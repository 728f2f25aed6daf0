//! Rich Text Format 1.9.1: paragraphs, tables, notes and text boxes, in whichever code page their
//! fonts are.

mod fonts;
mod reader;
mod token;

use super::pieces;
use crate::ReadError;
use reader::Reader;
use token::{Token, Tokens};

/// Groups within groups; deeper ones are no document.
const DEEPEST: usize = 2_000;

/// Reads an RTF file.
pub(super) fn decode(name: &str, bytes: &[u8]) -> Result<String, ReadError> {
    let damaged = |at: usize, what: &str| ReadError::Damaged {
        name: name.to_owned(),
        format: "RTF".into(),
        place: format!("byte {at}"),
        what: what.to_owned(),
    };
    if !bytes.starts_with(b"{\\rtf") {
        return Err(damaged(0, "it does not begin with {\\rtf"));
    }
    let mut tokens = Tokens::of(bytes);
    let mut reader = Reader::default();
    let mut depth = 0usize;
    while let Some(token) = tokens.next() {
        match token {
            Token::Open => depth += 1,
            Token::Close => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            return Err(damaged(tokens.at(), "too many groups are within one another"));
        }
        reader.take(token);
        // What stands behind the outermost group is no part of the document.
        if depth == 0 {
            return Ok(pieces::write(&reader.pieces()));
        }
    }
    Err(damaged(bytes.len(), "it ends in the middle, groups are still open"))
}
