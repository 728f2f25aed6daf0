//! A text of an instrument and what was read in it, as files for other programs: the same bytes that
//! `haidang read` writes for that text.

use super::chosen_version;
use crate::Web;
use crate::fields::{Asked, Id};
use crate::problem::Problem;
use crate::visit::SignedIn;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use haidang_domain::{InstrumentId, Refusal};
use haidang_reading::Reading;
use haidang_report::Source;

/// A form in which a text can be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// The text as it was read.
    Text,
    /// What was read in it.
    Json,
    /// The document with its structure.
    AkomaNtoso,
    /// What was found, each with its place.
    Annotations,
}

impl Form {
    /// All of them, in the order of the page.
    pub(super) const ALL: [Self; 4] = [Self::AkomaNtoso, Self::Annotations, Self::Json, Self::Text];

    /// The name in addresses and in the words of the pages.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
            Self::AkomaNtoso => "akn",
            Self::Annotations => "annotations",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.code() == code)
    }

    fn ending(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Json => "json",
            Self::AkomaNtoso => "xml",
            Self::Annotations => "annotations.json",
        }
    }

    fn media_type(self) -> &'static str {
        match self {
            Self::Text => "text/plain; charset=utf-8",
            Self::Json => "application/json",
            Self::AkomaNtoso => "application/akn+xml",
            Self::Annotations => "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"",
        }
    }

    /// A text with its reading in this form.
    fn of(self, text: &str, reading: &Reading) -> Result<String, serde_json::Error> {
        let source = Source { text, reading, address: None, country: None };
        let line = |json: String| json + "\n";
        match self {
            Self::Text => Ok(text.to_owned()),
            Self::AkomaNtoso => Ok(haidang_report::akoma_ntoso(&source)),
            Self::Annotations => {
                serde_json::to_string_pretty(&haidang_report::annotations(&source)).map(line)
            }
            Self::Json => serde_json::to_string_pretty(reading).map(line),
        }
    }
}

/// A version in the form that the address asks for. The text of a classified instrument is not given
/// out: should one have come in before it was classified, it is refused here as it is on its way in.
pub(crate) async fn download(
    State(web): State<Web>,
    SignedIn { visit, .. }: SignedIn,
    Id(id): Id<InstrumentId>,
    Asked(asked): Asked,
) -> Result<Response, Problem> {
    let form = Form::from_code(asked.get("form")).ok_or(Problem::Malformed)?;
    let instrument = web.app.instrument(id, visit.as_at(&web)).await?;
    if !instrument.details.classification.may_be_stored() {
        return Err(Problem::Refused(Refusal::Classified));
    }
    let version =
        chosen_version(visit.words, &instrument, asked.parse("version")).ok_or(Problem::NotFound)?;
    let (text, reading) = web.app.read_again(version).await?;
    let written = tokio::task::spawn_blocking(move || form.of(&text, &reading)).await;
    let written = written.map_err(|_| Problem::Internal)?.map_err(|_| Problem::Internal)?;
    let name = file_name(instrument.details.symbol.as_deref(), &version.source);
    let disposition = format!("attachment; filename=\"{name}.{}\"", form.ending());
    let headers =
        [(header::CONTENT_TYPE, form.media_type().to_owned()), (header::CONTENT_DISPOSITION, disposition)];
    Ok((headers, written).into_response())
}

/// A name that every system takes: the symbol, or else the name of the file, in plain letters.
fn file_name(symbol: Option<&str>, source: &str) -> String {
    let stem = source.rsplit_once('.').map_or(source, |(stem, _)| stem);
    let folded = haidang_store::fold(symbol.unwrap_or(stem));
    let plain: String = folded.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let name: Vec<&str> = plain.split('-').filter(|part| !part.is_empty()).collect();
    if name.is_empty() { "haidang".to_owned() } else { name.join("-") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_have_plain_names() {
        for (symbol, source, name) in [
            (Some("71/KH-UBND"), "a.docx", "71-kh-ubnd"),
            (Some("12/QĐ-TTg"), "a.docx", "12-qd-ttg"),
            (None, "Kế hoạch số 5.docx", "ke-hoach-so-5"),
            (None, "…", "haidang"),
        ] {
            assert_eq!(file_name(symbol, source), name);
        }
    }
}
