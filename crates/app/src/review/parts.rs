//! Findings cut and joined, and the words that lie at their places.

use super::Sitting;
use crate::AppError;
use haidang_domain::instrument::{Command, Content, Finding, FindingState};
use haidang_domain::{FindingId, Refusal, VersionId};

impl Sitting<'_> {
    pub(super) async fn split(&mut self, finding: FindingId, at: &[usize]) -> Result<(), AppError> {
        let FindingState { version, finding: whole, .. } = self.found(finding)?;
        let mut cuts: Vec<usize> =
            at.iter().copied().filter(|at| *at > whole.start && *at < whole.end).collect();
        cuts.sort_unstable();
        cuts.dedup();
        let starts = std::iter::once(whole.start).chain(cuts.iter().copied());
        let ends = cuts.iter().copied().chain([whole.end]);
        let text = self.text(version).await?;
        let parts = starts.zip(ends).filter_map(|(start, end)| trimmed(&text, start, end));
        let into = parts.map(|(start, end, quote)| Finding {
            id: FindingId(self.app.new_id()),
            start,
            end,
            quote,
            ..whole.clone()
        });
        let into: Vec<Finding> = into.collect();
        self.decide(Command::SplitFinding { finding, into })
    }

    pub(super) async fn merge(&mut self, findings: Vec<FindingId>) -> Result<(), AppError> {
        let found = findings.iter().map(|finding| self.found(*finding)).collect::<Result<Vec<_>, _>>()?;
        let first = found.first().ok_or(AppError::Refused(Refusal::Empty { field: "findings" }))?;
        let start = found.iter().map(|f| f.finding.start).min().unwrap_or(first.finding.start);
        let end = found.iter().map(|f| f.finding.end).max().unwrap_or(first.finding.end);
        let quote = self.quote(first.version, start, end).await?;
        let content = found
            .iter()
            .skip(1)
            .fold(first.finding.content.clone(), |content, f| joined(content, &f.finding.content));
        let confidence = found.iter().map(|f| f.finding.confidence).fold(1.0, f64::min);
        let rule = first.finding.rule.clone();
        let into = Finding { id: FindingId(self.app.new_id()), start, end, quote, content, confidence, rule };
        self.decide(Command::MergeFindings { findings, into })
    }

    /// An edited finding with the words that lie at its place now.
    pub(super) async fn with_quote(&self, id: FindingId, finding: Finding) -> Result<Finding, AppError> {
        let version = self.found(id)?.version;
        let quote = self.quote(version, finding.start, finding.end).await?;
        Ok(Finding { quote, ..finding })
    }

    pub(super) async fn quote(
        &self,
        version: VersionId,
        start: usize,
        end: usize,
    ) -> Result<String, AppError> {
        if start >= end {
            return Err(Refusal::OutsideText.into());
        }
        Ok(self.text(version).await?.chars().skip(start).take(end - start).collect())
    }

    pub(super) async fn text(&self, version: VersionId) -> Result<String, AppError> {
        let version = self.state.version_of(version).ok_or(AppError::Refused(Refusal::Unknown))?;
        self.app.version_text(version).await
    }
}

/// A stretch of a text without blanks at its ends, with its words.
fn trimmed(text: &str, start: usize, end: usize) -> Option<(usize, usize, String)> {
    let piece: String = text.chars().skip(start).take(end.saturating_sub(start)).collect();
    let before = piece.chars().take_while(|c| c.is_whitespace()).count();
    let words = piece.trim().to_owned();
    let length = words.chars().count();
    (length > 0).then_some((start + before, start + before + length, words))
}

/// Two tasks made one: the bodies of both, and the first of what each says once.
fn joined(mut one: Content, other: &Content) -> Content {
    if let (
        Content::Task { lead, coordinating, deadline, deadline_words, deadline_relative, deliverable },
        Content::Task {
            lead: leads,
            coordinating: helpers,
            deadline: until,
            deadline_words: words,
            deadline_relative: relative,
            deliverable: result,
        },
    ) = (&mut one, other)
    {
        add_new(lead, leads);
        add_new(coordinating, helpers);
        if deadline.is_none() && deadline_words.is_none() {
            (*deadline, *deadline_relative) = (*until, *relative);
            deadline_words.clone_from(words);
        }
        *deliverable = deliverable.take().or_else(|| result.clone());
    }
    one
}

fn add_new(names: &mut Vec<String>, others: &[String]) {
    for name in others {
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_is_trimmed_by_characters_not_bytes() {
        assert_eq!(trimmed("ừ  Rà soát;  ", 1, 13), Some((3, 11, "Rà soát;".to_owned())));
        assert_eq!(trimmed("a   b", 1, 4), None);
    }
}
