//! Plain text: from bytes in Unicode or an encoding from before it.

use super::{Encoding, legacy};
use crate::{ReadError, bytes};
use encoding_rs::{UTF_16BE, UTF_16LE};
use simdutf8::compat::from_utf8;

/// Decodes the bytes of a plain text and says how.
pub(super) fn decode(name: &str, bytes: &[u8]) -> Result<(String, Encoding), ReadError> {
    let own = || name.to_owned();
    if let Some(text) = utf_16(bytes) {
        return Ok((text, Encoding::Utf16));
    }
    if let Some((at, byte)) = control_byte(bytes) {
        let cleared = without_stray_controls(bytes);
        let refused = || ReadError::Binary { name: own(), byte, at, line: line_of(bytes, at) };
        return decode(name, &cleared.ok_or_else(refused)?);
    }
    match from_utf8(bytes) {
        Ok(text) => Ok(unicode(text)),
        Err(error) => {
            let line = line_of(bytes, error.valid_up_to());
            legacy::of_bytes(bytes).ok_or_else(|| ReadError::UnknownEncoding { name: own(), line })
        }
    }
}

/// A text that is in Unicode at least by its bytes.
pub(super) fn unicode(text: &str) -> (String, Encoding) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    legacy::mend(text).unwrap_or_else(|| (text.to_owned(), Encoding::Utf8))
}

/// The text, when a byte order mark or zeros in every other byte say UTF-16.
pub(super) fn utf_16(bytes: &[u8]) -> Option<String> {
    let start = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    let zeros = |odd: usize| start.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let many = start.len() / 8;
    let encoding = match (bytes.starts_with(&[0xFF, 0xFE]), bytes.starts_with(&[0xFE, 0xFF])) {
        (true, _) => UTF_16LE,
        (_, true) => UTF_16BE,
        // Latin letters, digits and blanks leave zeros in one half of the bytes only.
        _ if start.len() < 8 || bytes.len() % 2 == 1 => return None,
        _ if zeros(1) > many && zeros(0) == 0 => UTF_16LE,
        _ if zeros(0) > many && zeros(1) == 0 => UTF_16BE,
        _ => return None,
    };
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    // Two control characters in what came out: these were other bytes.
    let control = |c: &char| c.is_control() && !c.is_whitespace();
    (text.chars().filter(control).take(2).count() < 2).then(|| text.into_owned())
}

/// The first byte that no text holds.
fn control_byte(bytes: &[u8]) -> Option<(usize, u8)> {
    let places = bytes::places_where(bytes, |[byte]| (byte < 0x20) & (byte != b'\n'));
    let mut controls = places.filter_map(|at| Some((at, *bytes.get(at)?)));
    controls.find(|(_, byte)| is_control(*byte))
}

fn is_control(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\n' | b'\r' | b'\t' | 0x0B | 0x0C | 0x1E | 0x1F | 0x02)
}

/// A long text may hold a control byte by a slip, and no zeros: it is read with blanks in their places.
fn without_stray_controls(bytes: &[u8]) -> Option<Vec<u8>> {
    const RARE: usize = 500;
    let count = bytes.iter().filter(|byte| is_control(**byte)).count();
    let stray = count * RARE < bytes.len() && !bytes.contains(&0);
    stray.then(|| bytes.iter().map(|byte| if is_control(*byte) { b' ' } else { *byte }).collect())
}

/// The line of a byte, from 1.
fn line_of(bytes: &[u8], at: usize) -> usize {
    1 + bytes.iter().take(at).filter(|byte| **byte == b'\n').count()
}
