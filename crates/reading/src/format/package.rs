//! Zip archives of parts, as DOCX and ODT are: opened and unpacked within limits.

use crate::ReadError;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// The most bytes that one part may unpack to: four times the longest document, since a part
/// holds words and their make-up.
const LARGEST_PART: usize = 200 * 1024 * 1024;

/// An open archive.
pub(super) struct Package<'a> {
    /// The name of the file, for errors.
    name: &'a str,
    /// The format, for errors.
    pub(super) format: &'static str,
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// What may still be unpacked.
    left: usize,
}

impl<'a> Package<'a> {
    pub(super) fn open(name: &'a str, bytes: &'a [u8]) -> Result<Self, ReadError> {
        let format = "zip archive";
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| ReadError::Damaged {
            name: name.to_owned(),
            format: format.into(),
            place: "list of parts".to_owned(),
            what: error.to_string(),
        })?;
        Ok(Self { name, format, archive, left: LARGEST_PART })
    }

    pub(super) fn has(&self, part: &str) -> bool {
        self.archive.index_for_name(part).is_some()
    }

    /// The text of a part; `None` when there is none of this name.
    pub(super) fn part(&mut self, part: &str) -> Result<Option<String>, ReadError> {
        let (name, format) = (self.name, self.format);
        let broken = |what: String| damaged(name, format, part, what);
        let file = match self.archive.by_name(part) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                return Err(ReadError::Protected { name: name.to_owned(), format: format.into() });
            }
            Err(error) => return Err(broken(error.to_string())),
        };
        let most = u64::try_from(self.left).unwrap_or(u64::MAX).saturating_add(1);
        let mut bytes = Vec::new();
        file.take(most).read_to_end(&mut bytes).map_err(|error| broken(error.to_string()))?;
        if bytes.len() > self.left {
            let (name, part) = (self.name.to_owned(), part.to_owned());
            return Err(ReadError::UnpacksTooLarge { name, part, most: LARGEST_PART });
        }
        self.left -= bytes.len();
        if let Some(text) = super::text::utf_16(&bytes) {
            return Ok(Some(text));
        }
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Some(text)),
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                Err(self.damaged(part, &format!("no UTF-8 at byte {at}")))
            }
        }
    }

    /// A part as XML.
    pub(super) fn xml(&mut self, part: &str) -> Result<Option<super::xml::Element>, ReadError> {
        let Some(text) = self.part(part)? else { return Ok(None) };
        let parsed = super::xml::parse(&text);
        parsed.map(Some).map_err(|what| self.damaged(part, &what))
    }

    pub(super) fn damaged(&self, part: &str, what: &str) -> ReadError {
        damaged(self.name, self.format, part, what.to_owned())
    }

    pub(super) fn protected(&self) -> ReadError {
        ReadError::Protected { name: self.name.to_owned(), format: self.format.into() }
    }
}

fn damaged(name: &str, format: &'static str, place: &str, what: String) -> ReadError {
    ReadError::Damaged { name: name.to_owned(), format: format.into(), place: place.to_owned(), what }
}
