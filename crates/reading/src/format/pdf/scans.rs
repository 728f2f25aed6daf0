//! The pictures of scanned pages, as files of their own.

use super::MOST_PAGES;
use pdf_extract::xobject::PdfImage;
use pdf_extract::{Document, Object};

/// The greatest picture of each page, as a JPEG or TIFF file; nothing where a page has none, or has it in a form
/// that only a program for PDF can make a picture of. Only pictures are taken, not how they are placed.
///
/// Like the decoding of a PDF it may take long, or break, on a damaged file: to be called apart.
pub fn page_pictures(bytes: &[u8]) -> Vec<Option<Vec<u8>>> {
    let Ok(document) = Document::load_mem(bytes) else { return Vec::new() };
    let of_page = |id| {
        let pictures = document.get_page_images(id).ok()?;
        let greatest =
            pictures.into_iter().max_by_key(|picture| picture.width.saturating_mul(picture.height))?;
        file(&greatest)
    };
    document.get_pages().into_values().take(MOST_PAGES).map(of_page).collect()
}

fn file(picture: &PdfImage<'_>) -> Option<Vec<u8>> {
    match picture.filters.as_deref()? {
        [filter] if filter == "DCTDecode" => Some(picture.content.to_vec()),
        [filter] if filter == "CCITTFaxDecode" => fax(picture),
        _ => None,
    }
}

/// A TIFF file (TIFF 6.0, section 11) around a picture that is coded as faxes are.
fn fax(picture: &PdfImage<'_>) -> Option<Vec<u8>> {
    let told = picture.origin_dict.get(b"DecodeParms").ok();
    let told = told.map(|told| told.as_array().ok().and_then(|array| array.first()).unwrap_or(told));
    let told = told.and_then(|told| told.as_dict().ok());
    let tell = |key: &[u8]| told.and_then(|told| told.get(key).ok());
    let scheme = tell(b"K").and_then(|k| k.as_i64().ok()).unwrap_or(0);
    let inverted = matches!(tell(b"BlackIs1"), Some(Object::Boolean(true)));
    let (compression, options) = match scheme {
        ..0 => (4, 0),
        0 => (3, 0),
        1.. => (3, 1),
    };
    let length = u32::try_from(picture.content.len()).ok()?;
    let entries: [(u16, u32); 10] = [
        (256, u32::try_from(picture.width).ok()?),
        (257, u32::try_from(picture.height).ok()?),
        (258, 1),
        (259, compression),
        (262, u32::from(inverted)),
        (273, HEAD),
        (277, 1),
        (278, u32::try_from(picture.height).ok()?),
        (279, length),
        (if compression == 4 { 293 } else { 292 }, options),
    ];
    let mut file = b"II*\0\x08\0\0\0".to_vec();
    file.extend(10_u16.to_le_bytes());
    for (tag, value) in entries {
        file.extend(tag.to_le_bytes());
        // One number of 32 bits.
        file.extend([4, 0, 1, 0, 0, 0]);
        file.extend(value.to_le_bytes());
    }
    file.extend([0; 4]);
    file.extend(picture.content);
    Some(file)
}

/// Bytes before the picture: the head of the file, ten entries of twelve bytes with their count, and the end of
/// their list.
const HEAD: u32 = 8 + 2 + 10 * 12 + 4;
