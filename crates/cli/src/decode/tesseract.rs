//! Recognising text on pictures of pages with programs that are installed beside Haidang: `tesseract` reads
//! pictures, poppler's `pdftoppm` makes pictures of the pages of a PDF. Both run within the limits of the
//! worker that starts them, from pipe to pipe: no file is written, nothing is asked of a network.

use super::pages;
use super::words;
use haidang_reading::{Decoded, Format, Language, RecognisedPage, recognised};
use std::borrow::Cow;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::thread;

/// Pages of one document that are recognised: each takes seconds.
const MOST_PAGES: usize = 500;

/// What to do so that a scan can be read, in words for the person who asked.
pub(super) type Advice = Cow<'static, str>;

/// A scan to be read.
pub(super) struct Scan<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) is_pdf: bool,
    pub(super) pages: usize,
    /// The language of the document, where it is known.
    pub(super) language: Option<Language>,
}

/// Reads a scan and calls `page_done` after each page.
///
/// # Errors
/// What to do so that it can be read, in words for the person who asked.
pub(super) fn read(scan: &Scan<'_>, mut page_done: impl FnMut()) -> Result<Decoded, Advice> {
    let installed = installed()?;
    let languages = languages(&installed, scan.language)?;
    // Pages that lie on their side are turned where the data for that is there.
    let layout = if installed.iter().any(|code| code == "osd") { "1" } else { "3" };
    if scan.pages > MOST_PAGES {
        return Err(format!("more than {MOST_PAGES} pages are not recognised at once; split it").into());
    }
    let mut read = Vec::new();
    let mut take = |picture: &[u8]| {
        let found = on_picture(picture, &languages, layout);
        read.extend(found.ok_or_else(|| format!("tesseract cannot read page {}", read.len() + 1))?);
        page_done();
        Ok(())
    };
    if scan.is_pdf {
        pages::each(scan.bytes, scan.pages, &mut take)?;
    } else {
        take(scan.bytes)?;
    }
    let format = if scan.is_pdf { Format::Pdf } else { Format::Picture };
    recognised(format, read).ok_or_else(|| {
        "no text can be recognised on it; scan it again, upright and with 300 dots an inch".into()
    })
}

/// The languages whose data is installed.
fn installed() -> Result<Vec<String>, Advice> {
    let missing =
        "install tesseract with its Vietnamese data (tesseract-ocr, tesseract-ocr-vie) and read it again";
    let listed = Command::new("tesseract").arg("--list-langs").stdin(Stdio::null()).output();
    let listed = listed.map_err(|_| missing)?;
    Ok(String::from_utf8_lossy(&listed.stdout).lines().map(|line| line.trim().to_owned()).collect())
}

/// What tesseract is told about the language: that of the document first, then the others of our programme
/// that are installed. Letters of a language whose data is missing would be misread without notice.
fn languages(installed: &[String], language: Option<Language>) -> Result<String, Advice> {
    let (needed, name) = match language {
        None | Some(Language::Vi) => ("vie", "Vietnamese"),
        Some(Language::En) => ("eng", "English"),
        Some(Language::Fr) => ("fra", "French"),
    };
    let is_installed = |code: &&str| installed.iter().any(|own| own == code);
    if !is_installed(&needed) {
        return Err(format!(
            "install the {name} data of tesseract (tesseract-ocr-{needed}) and read it again"
        )
        .into());
    }
    let others: &[&str] = match language {
        None => &["eng", "fra"],
        Some(Language::Vi | Language::Fr) => &["eng"],
        Some(Language::En) => &[],
    };
    let codes = std::iter::once(needed).chain(others.iter().copied().filter(is_installed));
    Ok(codes.collect::<Vec<_>>().join("+"))
}

/// The words on a picture; a picture file may hold several pages. Nothing when tesseract gives up.
fn on_picture(picture: &[u8], languages: &str, layout: &str) -> Option<Vec<RecognisedPage>> {
    let mut command = Command::new("tesseract");
    command.args([
        "stdin",
        "stdout",
        "-l",
        languages,
        "--psm",
        layout,
        "--dpi",
        "300",
        "-c",
        "tessedit_create_tsv=1",
    ]);
    // Several threads are slower together than one, and there may be several documents.
    command.env("OMP_THREAD_LIMIT", "1");
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().ok()?;
    let stdin = child.stdin.take();
    let output = thread::scope(|scope| {
        // A program that ends early closes its end: what it printed before is what counts.
        scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(picture)));
        child.wait_with_output().ok()
    })?;
    output.status.success().then(|| words::pages(&String::from_utf8_lossy(&output.stdout)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_of_the_document_must_be_installed() {
        let table = [
            ("eng fra osd vie", None, "vie+eng+fra"),
            ("eng vie", None, "vie+eng"),
            ("eng vie", Some(Language::Vi), "vie+eng"),
            ("eng", Some(Language::En), "eng"),
            ("eng", None, "install the Vietnamese data of tesseract (tesseract-ocr-vie) and read it again"),
            (
                "eng vie",
                Some(Language::Fr),
                "install the French data of tesseract (tesseract-ocr-fra) and read it again",
            ),
        ];
        for (installed, language, expected) in table {
            let installed: Vec<String> = installed.split(' ').map(str::to_owned).collect();
            let told = languages(&installed, language).unwrap_or_else(Cow::into_owned);
            assert_eq!(told, expected);
        }
    }
}
