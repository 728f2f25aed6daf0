//! Fonts and colours mended before a page is read: what `pdf-extract` does not know it gives up on, and takes
//! the page with it. Only what matters for characters and their places stays as it was.

use pdf_extract::{Dictionary, Document, Object};

/// Characters of a font whose width is said for a range of them.
const MOST_IN_A_RANGE: i64 = 65_536;

/// Objects within objects are looked at so deep.
const DEEPEST: usize = 8;

/// Mends what is known to be given up on.
pub(super) fn mend(document: &mut Document) {
    let ids: Vec<_> = document.objects.keys().copied().collect();
    for id in ids {
        // Out of its place while it is changed: the others are looked up meanwhile.
        if let Some(mut object) = document.objects.remove(&id) {
            mend_object(document, &mut object, DEEPEST);
            document.objects.insert(id, object);
        }
    }
}

fn mend_object(document: &Document, object: &mut Object, deeper: usize) {
    let dictionary = match object {
        Object::Dictionary(dictionary) => dictionary,
        Object::Stream(stream) => &mut stream.dict,
        _ => return,
    };
    encoding(document, dictionary);
    widths(document, dictionary);
    colours(document, dictionary);
    if deeper > 0 {
        for (_, inner) in dictionary.iter_mut() {
            mend_object(document, inner, deeper - 1);
        }
    }
}

/// Codes of a composite font that has a table of letters need no other table: two bytes are a code. Widths
/// may be off where codes and glyphs differ, words are not.
fn encoding(document: &Document, font: &mut Dictionary) {
    let name = |key: &[u8]| font.get(key).ok().and_then(|name| name.as_name().ok());
    let known = [&b"Identity-H"[..], b"Identity-V"];
    let is_known = name(b"Encoding").is_some_and(|name| known.contains(&name));
    if name(b"Subtype") != Some(b"Type0") || is_known || !font.has(b"ToUnicode") {
        return;
    }
    let table = font.get(b"Encoding").ok().and_then(|table| document.dereference(table).ok());
    let table = table.and_then(|(_, table)| table.as_stream().ok()?.get_plain_content().ok());
    // Codes of one byte stay with the table that says so.
    let two_bytes =
        table.is_none_or(|table| table.windows(6).any(|part| part.eq_ignore_ascii_case(b"<0000>")));
    if two_bytes {
        font.set("Encoding", Object::Name(b"Identity-H".to_vec()));
    }
}

/// `first last width` for a range of glyphs becomes one width for each.
fn widths(document: &Document, font: &mut Dictionary) {
    let given = font.get(b"W").ok().and_then(|widths| document.dereference(widths).ok());
    let Some(given) = given.and_then(|(_, widths)| widths.as_array().ok()) else { return };
    if !font.has(b"CIDSystemInfo") {
        return;
    }
    let mut out = Vec::new();
    let mut rest = given.as_slice();
    loop {
        match rest {
            [first, Object::Array(each), more @ ..] => {
                out.extend([first.clone(), Object::Array(each.clone())]);
                rest = more;
            }
            [first, listed @ Object::Reference(_), more @ ..] => {
                let Some(each) = document.dereference(listed).ok().and_then(|(_, each)| each.as_array().ok())
                else {
                    return;
                };
                out.extend([first.clone(), Object::Array(each.clone())]);
                rest = more;
            }
            [Object::Integer(first), Object::Integer(last), width, more @ ..] => {
                let count = last.saturating_sub(*first).saturating_add(1).clamp(0, MOST_IN_A_RANGE);
                let each = (0..count).map(|_| width.clone()).collect();
                out.extend([Object::Integer(*first), Object::Array(each)]);
                rest = more;
            }
            _ => break,
        }
    }
    font.set("W", Object::Array(out));
}

/// Colours do not matter: those of resources become grey, patterns stay patterns since they are named.
fn colours(document: &Document, resources: &mut Dictionary) {
    let named = resources.get(b"ColorSpace").ok().and_then(|named| document.dereference(named).ok());
    let Some(named) = named.and_then(|(_, named)| named.as_dict().ok()) else { return };
    let grey = |(name, space): (&Vec<u8>, &Object)| {
        let space = document.dereference(space).map_or(space, |(_, space)| space);
        let kind = space.as_array().ok().and_then(|array| array.first()).unwrap_or(space);
        let is_pattern = kind.as_name().ok() == Some(b"Pattern");
        let plain = if is_pattern { &b"Pattern"[..] } else { b"DeviceGray" };
        (name.clone(), Object::Array(vec![Object::Name(plain.to_vec())]))
    };
    let spaces: Dictionary = named.iter().map(grey).collect();
    resources.set("ColorSpace", Object::Dictionary(spaces));
}
