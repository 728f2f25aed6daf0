//! French works: the name stands behind its head.

use super::{Named, head_at};
use crate::find::scene::Scene;
use crate::words::{first_word, word_starts};

/// French puts the name behind: "le pont Ben Rung", "Centre d'innovation du delta du fleuve Rouge".
pub(super) fn find(scene: &Scene<'_>) -> Vec<Named> {
    let (text, low) = (scene.document.flow.text(), scene.document.flow.low());
    let mut out = Vec::new();
    for at in word_starts(low) {
        let Some((length, kind)) = head_at(scene, low, at) else { continue };
        let after = text.get(at + length..).unwrap_or_default();
        let mut end = 0;
        let mut capitals = 0;
        for word_at in word_starts(after) {
            let word = first_word(after.get(word_at..).unwrap_or_default());
            let gap = after.get(end..word_at).unwrap_or_default();
            let capital = word.starts_with(char::is_uppercase);
            let little = matches!(
                word,
                "de" | "du"
                    | "des"
                    | "la"
                    | "le"
                    | "d"
                    | "delta"
                    | "fleuve"
                    | "international"
                    | "internationale"
            );
            if !(gap == " " || matches!(gap, "’" | "'" | " - ") || gap.is_empty()) || !(capital || little) {
                break;
            }
            capitals += usize::from(capital);
            if capital || little {
                end = word_at + word.len();
            }
        }
        let named_head = text.get(at..).is_some_and(|t| t.starts_with(char::is_uppercase));
        if capitals > 0 && (named_head || kind != "other") {
            let name = after.get(..end).unwrap_or_default();
            let name = name
                .trim_end_matches(" de")
                .trim_end_matches(" du")
                .trim_end_matches(" la")
                .trim_end_matches(" des");
            out.push(Named { range: at..at + length + name.len(), kind: kind.to_owned(), confidence: 0.75 });
        }
    }
    out
}
