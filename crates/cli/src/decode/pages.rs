//! The pages of a PDF as pictures: by poppler's `pdftoppm`, or as the file holds them.

use super::tesseract::Advice;
use std::io::{BufRead, BufReader, Read as _, Write as _};
use std::process::{Child, Command, Stdio};
use std::thread;

/// Pages for which one process is started: its time on the processor is limited.
const AT_ONCE: usize = 10;
/// The most pixels of one page: A2 at 300 dots an inch.
const MOST_PIXELS: usize = 35_000_000;

/// What is to be done where no picture can be made.
const MISSING: &str =
    "install pdftoppm, which makes pictures of its pages (poppler-utils), and read it again";

/// Gives the picture of each page of a PDF to `take`, one after the other.
///
/// # Errors
/// What `take` says, or what to do where no picture can be made.
pub(super) fn each(
    bytes: &[u8],
    pages: usize,
    take: &mut impl FnMut(&[u8]) -> Result<(), Advice>,
) -> Result<(), Advice> {
    if Command::new("pdftoppm").arg("-v").stderr(Stdio::null()).output().is_err() {
        let pictures = haidang_reading::page_pictures(bytes);
        return pictures.into_iter().try_for_each(|picture| take(&picture.ok_or(MISSING)?));
    }
    for first in (1..=pages).step_by(AT_ONCE) {
        let last = pages.min(first + AT_ONCE - 1);
        let mut child = start(first, last)?;
        let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
        let taken = thread::scope(|scope| {
            // A program that ends early closes its end: the pictures that came are what counts.
            scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(bytes)));
            let mut stdout = stdout.map(BufReader::new);
            let taken = (first..=last).try_for_each(|page| {
                let picture = stdout.as_mut().and_then(picture);
                take(&picture.ok_or_else(|| format!("pdftoppm makes no picture of page {page}"))?)
            });
            // Whatever it still does, nobody listens.
            let _ = child.kill();
            let _ = child.wait();
            taken
        });
        taken?;
    }
    Ok(())
}

fn start(first: usize, last: usize) -> Result<Child, Advice> {
    let mut command = Command::new("pdftoppm");
    command.args(["-r", "300", "-gray", "-f", &first.to_string(), "-l", &last.to_string(), "-"]);
    let started = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    started.map_err(|_| MISSING.into())
}

/// The next picture of a stream: `P5`, width, height, greatest value, one byte for each pixel (Netpbm's
/// PGM).
fn picture(stream: &mut impl BufRead) -> Option<Vec<u8>> {
    let mut whole = Vec::new();
    let mut field = || {
        let mut word = String::new();
        while word.len() < 12 {
            let mut byte = [0];
            stream.read_exact(&mut byte).ok()?;
            let [byte] = byte;
            whole.push(byte);
            if byte.is_ascii_whitespace() {
                return Some(word);
            }
            word.push(char::from(byte));
        }
        None
    };
    let (kind, width, height, most) = (field()?, field()?, field()?, field()?);
    let pixels = width.parse::<usize>().ok()?.checked_mul(height.parse().ok()?)?;
    if kind != "P5" || most != "255" || pixels > MOST_PIXELS {
        return None;
    }
    let length = u64::try_from(pixels).ok()?;
    let read = stream.by_ref().take(length).read_to_end(&mut whole).ok()?;
    (read == pixels).then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_come_one_by_one_and_cut_ones_do_not() {
        let mut stream = &b"P5\n2 3\n255\nabcdefP5\n1 1\n255\nxP5\n9 9\n255\nabc"[..];
        assert_eq!(picture(&mut stream).unwrap(), b"P5\n2 3\n255\nabcdef");
        assert_eq!(picture(&mut stream).unwrap(), b"P5\n1 1\n255\nx");
        assert_eq!(picture(&mut stream), None);
        assert_eq!(picture(&mut &b"P5\n900000 900000\n255\n"[..]), None);
        assert_eq!(picture(&mut &b"P6\n1 1\n255\nxyz"[..]), None);
    }
}
