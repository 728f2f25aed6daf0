//! Styles, fonts and scripts, built by `npm run build` into `dist/` and embedded in the program.
//! Their addresses carry a hash of their content, so that they can be kept for ever.

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use rust_embed::{EmbeddedFile, RustEmbed};

#[derive(RustEmbed)]
#[folder = "dist/"]
struct Dist;

const FOR_EVER: &str = "public, max-age=31536000, immutable";
const ASK_AGAIN: &str = "no-cache";

/// The address of a file, with its hash.
pub(crate) fn url(path: &str) -> String {
    let hash = Dist::get(path).map_or_else(|| "none".to_owned(), |file| hash(&file));
    format!("/assets/{hash}/{path}")
}

/// Sends a file. A file under `fonts/` has its hash in its own name.
pub(crate) async fn serve(Path((asked, path)): Path<(String, String)>) -> Response {
    let Some(file) = Dist::get(&path) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let lasting = path.starts_with("fonts/") || asked == hash(&file);
    let caching = if lasting { FOR_EVER } else { ASK_AGAIN };
    let headers = [(header::CONTENT_TYPE, content_type(&path)), (header::CACHE_CONTROL, caching)];
    (headers, file.data.into_owned()).into_response()
}

fn hash(file: &EmbeddedFile) -> String {
    file.metadata.sha256_hash().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_by_what_they_are() {
        assert_eq!(content_type("app.css"), "text/css; charset=utf-8");
        assert_eq!(content_type("fonts/a.b.woff2"), "font/woff2");
        assert_eq!(content_type("LICENSE"), "application/octet-stream");
    }

    #[test]
    fn an_address_ends_in_the_path() {
        assert!(url("app.css").starts_with("/assets/") && url("app.css").ends_with("/app.css"));
    }
}
