//! Word documents: Office Open XML, ISO/IEC 29500-1, part WordprocessingML.

mod body;
mod numbering;
mod styles;

use super::package::Package;
use super::pieces::{self, Piece};
use crate::ReadError;
use body::Body;
use numbering::Numbering;
use styles::Styles;

/// Reads the document of an open package.
pub(super) fn decode(package: &mut Package<'_>) -> Result<String, ReadError> {
    package.format = "DOCX";
    let main = main_part(package)?;
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    let beside = |name: &str| if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
    let missing = package.damaged(&main, "the part is missing");
    let document = package.xml(&main)?.ok_or(missing)?;
    let styles = package.xml(&beside("styles.xml"))?.map(|part| Styles::of(&part)).unwrap_or_default();
    let numbering = package.xml(&beside("numbering.xml"))?.map(|part| Numbering::of(&part));
    let mut body = Body::new(&styles, numbering.unwrap_or_default());
    let root = document.child("body").unwrap_or(&document);
    let mut found = body.pieces(root);
    let wanted = std::mem::take(&mut body.notes);
    for (part, element) in [("footnotes.xml", "footnote"), ("endnotes.xml", "endnote")] {
        if !wanted.iter().any(|(kind, _)| *kind == element) {
            continue;
        }
        let Some(notes) = package.xml(&beside(part))? else { continue };
        for (number, (_, id)) in wanted.iter().enumerate().filter(|(_, (kind, _))| *kind == element) {
            let note = notes.elements().find(|note| note.attribute("id") == Some(id.as_str()));
            let words = note.map(|note| pieces::flat(body.pieces(note)).join(" ")).unwrap_or_default();
            if !words.is_empty() {
                found.push(Piece::Paragraph(format!("[{}] {words}", number + 1)));
            }
        }
    }
    Ok(pieces::write(&found))
}

/// The name of the main part, as the relations of the package say it.
fn main_part(package: &mut Package<'_>) -> Result<String, ReadError> {
    let relations = package.xml("_rels/.rels")?;
    let named = relations.as_ref().and_then(|relations| {
        let is_main = |kind: &str| kind.ends_with("/officeDocument");
        let main = relations.elements().find(|one| one.attribute("Type").is_some_and(is_main))?;
        main.attribute("Target").map(|target| target.trim_start_matches('/').to_owned())
    });
    Ok(named.unwrap_or_else(|| "word/document.xml".to_owned()))
}
