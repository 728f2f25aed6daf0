//! English works: the name stands before its head.

use super::{Named, head_at};
use crate::find::scene::Scene;
use crate::find::signs::Sign;
use crate::words::{first_word, lower, word_starts};

/// English puts the name before its head: "Ben Rung bridge", "Trang Due Industrial Park Phase 3".
pub(super) fn find(scene: &Scene<'_>) -> Vec<Named> {
    let (text, low) = (scene.document.flow.text(), scene.document.flow.low());
    let mut out = Vec::new();
    for at in scene.signs(0..low.len(), Sign::Project) {
        let Some((length, kind)) = head_at(scene, low, at) else { continue };
        let start = name_start(text, at);
        let end = at + length + behind(text.get(at + length..).unwrap_or_default());
        let of_place = behind_of(low.get(at + length..).unwrap_or_default());
        if start < at || end > at + length && kind != "port" {
            let plan = low.get(..start).is_some_and(|b| {
                b.trim_end().ends_with("planning for the construction of")
                    || b.trim_end().ends_with("management board of")
            });
            if !plan {
                out.push(Named { range: start..end, kind: kind.to_owned(), confidence: 0.85 });
            }
        } else if of_place && kind == "airport" {
            out.push(Named {
                range: at..at + length + place_length(text.get(at + length..).unwrap_or_default()),
                kind: kind.to_owned(),
                confidence: 0.75,
            });
        }
    }
    out
}

/// Where the words in capitals before a head start, dashes between them included.
fn name_start(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    let mut start = at;
    for word in before.trim_end().rsplit(' ') {
        let clean = word.trim_matches(['“', '"', '(']);
        let capital = clean.starts_with(char::is_uppercase)
            && clean.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’'));
        let joint = word == "-"
            || word == "–"
            || matches!(
                clean,
                "river" | "extended" | "single-wire" | "new" | "coastal" | "hot" | "international"
            );
        // A number inside the name: "Long Son 2 Industrial Park".
        let figure = clean.len() < 3 && clean.chars().all(|c| c.is_ascii_digit()) && !clean.is_empty();
        if !(capital || figure || joint && start <= at)
            || matches!(
                clean,
                "The" | "An" | "A" | "In" | "For" | "Project" | "New" | "Construction" | "Economic"
            )
        {
            break;
        }
        let begin = word.as_ptr() as usize - text.as_ptr() as usize;
        start = begin + word.find(clean).unwrap_or(0);
    }
    let piece = text.get(start..at).unwrap_or_default();
    let has_name = piece.split_whitespace().any(|w| w.starts_with(char::is_uppercase));
    if has_name { start + (piece.len() - piece.trim_start_matches(['-', '–', ' ']).len()) } else { at }
}

/// "Phase 3", "No. 2", "Project" behind a head.
fn behind(after: &str) -> usize {
    let low = lower(after.get(..after.floor_char_boundary(30)).unwrap_or_default());
    for form in [" phase ", " - phase ", " no. ", " number "] {
        if let Some(rest) = low.strip_prefix(form) {
            let digits = rest.chars().take_while(char::is_ascii_alphanumeric).count();
            return form.len() + digits;
        }
    }
    if low.starts_with(" project") && after.starts_with(" P") { " project".len() } else { 0 }
}

fn behind_of(low: &str) -> bool {
    [" in ", " of "].iter().any(|of| low.starts_with(of))
}

/// " of Cat Bi International Airport", " in Tien Lang district".
fn place_length(after: &str) -> usize {
    let mut end = 0;
    for at in word_starts(after) {
        let word = first_word(after.get(at..).unwrap_or_default());
        let gap = after.get(end..at).unwrap_or_default();
        let allowed = word.starts_with(char::is_uppercase)
            || matches!(word, "of" | "in" | "district" | "commune" | "city" | "province");
        if gap != " " || !allowed {
            break;
        }
        end = at + word.len();
    }
    end
}
