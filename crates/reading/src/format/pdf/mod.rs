//! PDF with a text layer (ISO 32000): characters with their places from the file, and from the
//! places lines, columns and tables.
//!
//! The file is taken apart by `pdf-extract`, which panics on some damaged files: each page is
//! read behind a guard, and cycles that would never end are looked for before.

mod columns;
mod fonts;
mod gaps;
mod glyphs;
mod lines;
mod page;
mod paragraphs;
mod rules;
mod running;
mod scans;
mod tables;

pub(super) use glyphs::{Glyph, RawPage};
pub(super) use page::text;
pub use scans::page_pictures;

use crate::ReadError;
use pdf_extract::{Document, Object, ObjectId};
use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Pages that are read of one document.
const MOST_PAGES: usize = 5_000;
/// Letters that are read of one document: more take too much memory at once.
const MOST_LETTERS: usize = 5_000_000;
/// Forms within forms, and folders of pages within folders.
const DEEPEST: usize = 24;
/// Letters that a page with a picture must have on average so that it is no scan with a stamp.
const LETTERS_OF_A_PAGE: usize = 100;

/// Reads a PDF.
pub(super) fn decode(name: &str, bytes: &[u8]) -> Result<String, ReadError> {
    let damaged = |place: &str, what: &str| ReadError::Damaged {
        name: name.to_owned(),
        format: "PDF".into(),
        place: place.to_owned(),
        what: what.to_owned(),
    };
    let loaded = catch_unwind(|| Document::load_mem(bytes));
    let loaded = loaded.map_err(|_| damaged("list of objects", "it cannot be followed"))?;
    let mut document = loaded.map_err(|error| {
        let words = error.to_string();
        let locked = words.to_lowercase().contains("password");
        if locked { protected(name) } else { damaged("list of objects", &words) }
    })?;
    if document.is_encrypted() && document.decrypt("").is_err() {
        return Err(protected(name));
    }
    // What was opened is gone from the trailer; a lock that is written there itself is not opened.
    if document.trailer.has(b"Encrypt") {
        return Err(protected(name));
    }
    let pages = document.get_pages();
    if pages.is_empty() || pages.len() > MOST_PAGES {
        return Err(damaged("list of pages", &format!("{} pages", pages.len())));
    }
    fonts::mend(&mut document);
    let (mut read, mut letters) = (Vec::new(), 0usize);
    for (number, id) in &pages {
        let place = format!("page {number}");
        if !is_bounded(&document, *id) {
            return Err(damaged(&place, "its parts contain one another"));
        }
        let page = catch_unwind(AssertUnwindSafe(|| glyphs::of_page(&document, *number, *id)));
        let page = page.map_err(|_| damaged(&place, "a font or a drawing on it cannot be read"))?;
        let page = page.map_err(|what| damaged(&place, &what))?;
        letters += page.glyphs.len();
        if letters > MOST_LETTERS {
            let part = format!("the text up to {place}");
            return Err(ReadError::UnpacksTooLarge { name: name.to_owned(), part, most: MOST_LETTERS });
        }
        read.push(page);
    }
    let pictures = document.objects.values().filter(|object| is_picture(object)).count();
    if letters == 0 || (letters < LETTERS_OF_A_PAGE * read.len() && pictures >= read.len()) {
        return Err(ReadError::scanned(name, "PDF", read.len()));
    }
    Ok(text(read))
}

fn protected(name: &str) -> ReadError {
    ReadError::Protected { name: name.to_owned(), format: "PDF".into() }
}

fn is_picture(object: &Object) -> bool {
    let kind = object.as_stream().ok().and_then(|stream| stream.dict.get(b"Subtype").ok());
    kind.and_then(|kind| kind.as_name().ok()) == Some(b"Image")
}

/// Whether the folders above a page and the forms on it come to an end.
fn is_bounded(document: &Document, page: ObjectId) -> bool {
    let dictionary = |id: ObjectId| document.get_dictionary(id).ok();
    let parent = |id: &ObjectId| dictionary(*id)?.get(b"Parent").ok()?.as_reference().ok();
    let folders = std::iter::successors(Some(page), parent).take(DEEPEST + 1).count();
    folders <= DEEPEST && forms_end(document, page, &mut Vec::new(), &mut HashSet::new())
}

/// Follows the forms that an object draws; false when one draws itself or they nest too deep.
fn forms_end(
    document: &Document,
    id: ObjectId,
    open: &mut Vec<ObjectId>,
    done: &mut HashSet<ObjectId>,
) -> bool {
    if open.contains(&id) || open.len() > DEEPEST {
        return false;
    }
    if !done.insert(id) {
        return true;
    }
    open.push(id);
    let drawn = drawn_by(document, id);
    let all = drawn.into_iter().all(|form| forms_end(document, form, open, done));
    open.pop();
    all
}

/// The forms among the resources of a page or form.
fn drawn_by(document: &Document, id: ObjectId) -> Vec<ObjectId> {
    let follow = |object| document.dereference(object).ok().map(|(_, object)| object);
    let Ok(object) = document.get_object(id) else { return Vec::new() };
    let own = object.as_dict().ok().or_else(|| object.as_stream().ok().map(|stream| &stream.dict));
    let resources = own.and_then(|own| own.get(b"Resources").ok()).and_then(follow);
    let named =
        resources.and_then(|resources| resources.as_dict().ok()?.get(b"XObject").ok()).and_then(follow);
    let Some(named) = named.and_then(|named| named.as_dict().ok()) else { return Vec::new() };
    named.iter().filter_map(|(_, form)| form.as_reference().ok()).collect()
}
