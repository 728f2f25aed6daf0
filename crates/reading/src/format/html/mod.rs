//! Web pages: the main text, without what surrounds it.

mod charset;
mod chrome;
mod content;
mod walk;

use super::{Encoding, pieces, text};
use scraper::{Html, Node};

/// Reads a web page.
pub(super) fn decode(bytes: &[u8]) -> (String, Encoding) {
    let (page, encoding) = charset::decode(bytes);
    let page = Html::parse_document(&page);
    let content = content::find(&page.tree);
    let mut pieces = walk::pieces(&page.tree, content.root);
    if let Some(title) = content.title.map(|title| walk::words(&page.tree, title)) {
        pieces.insert(0, pieces::Piece::Paragraph(title));
    }
    let words = front_matter(&page) + &pieces::write(&pieces);
    match text::unicode(&words) {
        (mended, Encoding::Utf8) => (mended, encoding),
        mended => mended,
    }
}

/// Date and title that the page gives of itself, as a Markdown front matter.
fn front_matter(page: &Html) -> String {
    let Some(date) = published(page) else { return String::new() };
    let meta = |names: &[&str]| meta(page, names);
    let title = meta(&["og:title", "twitter:title", "dc.title"]).unwrap_or_default();
    let title = title.replace(['"', '\n', '\r'], " ");
    let title = if title.is_empty() { title } else { format!("title: \"{}\"\n", title.trim()) };
    format!("---\n{title}date: {date}\n---\n\n")
}

/// The day on which the page says that it was published.
fn published(page: &Html) -> Option<jiff::civil::Date> {
    let names = [
        "article:published_time",
        "datepublished",
        "dc.date",
        "dc.date.issued",
        "dcterms.created",
        "dcterms.date",
        "pubdate",
        "publishdate",
        "date",
    ];
    meta(page, &names)?.get(..10)?.parse().ok()
}

/// The content of the first `meta` with one of these names.
fn meta(page: &Html, names: &[&str]) -> Option<String> {
    let elements = page.tree.nodes().filter_map(|node| match node.value() {
        Node::Element(element) if element.name() == "meta" => Some(element),
        _ => None,
    });
    let mut named = elements.filter_map(|element| {
        let attributes = ["property", "name", "itemprop"];
        let name = attributes.iter().find_map(|attribute| element.attr(attribute))?.to_ascii_lowercase();
        names.contains(&name.as_str()).then(|| element.attr("content")).flatten()
    });
    named.next().map(str::to_owned)
}
