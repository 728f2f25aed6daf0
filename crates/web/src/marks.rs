//! Status marks: a shape and a word, so that colour is never the only sign.
//! ◆ met or on time, ● on path or in term, ▲ behind or late, ■ overdue or blocked, ○ not known.

use crate::words::Words;
use askama::Template;
use haidang_domain::instrument::Verdict;
use haidang_domain::project::Stage;
use haidang_domain::target::TargetStatus;
use haidang_domain::task::{Progress, Standing};
use haidang_store::{IntakeState, Lane};

/// A shape with its words.
#[derive(Template)]
#[template(path = "components/mark.html")]
pub(crate) struct Mark {
    shape: Shape,
    name: String,
}

/// The five shapes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// ◆ met, on time.
    Diamond,
    /// ● on path, in term.
    Disc,
    /// ▲ behind, late.
    Triangle,
    /// ■ overdue, blocked.
    Square,
    /// ○ not known.
    Ring,
}

impl Shape {
    /// The name in the styles.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Diamond => "met",
            Self::Disc => "on",
            Self::Triangle => "behind",
            Self::Square => "late",
            Self::Ring => "unknown",
        }
    }

    /// Its outline in a square of 12 by 12.
    pub(crate) fn outline(self) -> &'static str {
        match self {
            Self::Diamond => "M6 .5 11.5 6 6 11.5 .5 6Z",
            Self::Disc => "M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1Z",
            Self::Triangle => "M6 1 11.5 11H.5Z",
            Self::Square => "M1.25 1.25h9.5v9.5h-9.5Z",
            Self::Ring => {
                "M6 .75a5.25 5.25 0 1 1 0 10.5A5.25 5.25 0 0 1 6 .75Zm0 1.75a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z"
            }
        }
    }
}

/// The key of what a person said of whether one clause answers another.
pub(crate) fn judged_key(judged: Option<bool>) -> &'static str {
    match judged {
        Some(true) => "judged-yes",
        Some(false) => "judged-no",
        None => "judged-none",
    }
}

impl Mark {
    /// How a task stands.
    pub(crate) fn standing(words: Words, standing: Standing) -> Self {
        let shape = match standing {
            Standing::OnTime => Shape::Diamond,
            Standing::Late => Shape::Triangle,
            Standing::InTerm => Shape::Disc,
            Standing::Overdue => Shape::Square,
        };
        Self { shape, name: words.label("standing", standing.code()) }
    }

    /// An open task, by how many days it is overdue; how it stands when it is not.
    pub(crate) fn overdue(words: Words, standing: Standing, days: u64) -> Self {
        if standing == Standing::Overdue && days > 0 {
            Self { shape: Shape::Square, name: words.count("task-overdue-days", days) }
        } else {
            Self::standing(words, standing)
        }
    }

    /// Whether a person said that one clause answers another; `None` when nobody has said.
    pub(crate) fn judged(words: Words, judged: Option<bool>) -> Self {
        let shape = match judged {
            Some(true) => Shape::Diamond,
            Some(false) => Shape::Square,
            None => Shape::Ring,
        };
        Self { shape, name: words.t(judged_key(judged)) }
    }

    /// How an owner says that a task goes; `None` when nobody has said.
    pub(crate) fn progress(words: Words, progress: Option<Progress>) -> Self {
        let Some(progress) = progress else {
            return Self { shape: Shape::Ring, name: words.t("progress-never") };
        };
        let shape = match progress {
            Progress::NotStarted => Shape::Ring,
            Progress::OnPath => Shape::Disc,
            Progress::Behind => Shape::Triangle,
            Progress::Blocked => Shape::Square,
        };
        Self { shape, name: words.label("progress", progress.code()) }
    }

    /// How a target stands; `None` when nobody has said.
    pub(crate) fn status(words: Words, status: Option<TargetStatus>) -> Self {
        let Some(status) = status else {
            return Self { shape: Shape::Ring, name: words.t("status-none") };
        };
        let shape = match status {
            TargetStatus::Met => Shape::Diamond,
            TargetStatus::OnPath => Shape::Disc,
            TargetStatus::Challenged => Shape::Triangle,
            TargetStatus::Missed => Shape::Square,
        };
        Self { shape, name: words.label("status", status.code()) }
    }

    /// How far a project is.
    pub(crate) fn stage(words: Words, stage: Stage) -> Self {
        let shape = match stage {
            Stage::Completed => Shape::Diamond,
            Stage::Idea | Stage::Preparation | Stage::Approved | Stage::UnderConstruction => Shape::Disc,
            Stage::Unknown => Shape::Ring,
        };
        Self { shape, name: words.label("stage", stage.code()) }
    }

    /// What became of a finding.
    pub(crate) fn verdict(words: Words, verdict: Verdict) -> Self {
        let shape = match verdict {
            Verdict::Accepted(_) => Shape::Diamond,
            Verdict::Pending | Verdict::Rejected | Verdict::Superseded | Verdict::Removed => Shape::Ring,
        };
        Self { shape, name: words.label("verdict", verdict.code()) }
    }

    /// Where a file is on its way.
    pub(crate) fn intake(words: Words, state: IntakeState, lane: Lane) -> Self {
        let shape = match state {
            IntakeState::Done => Shape::Diamond,
            IntakeState::Reading => Shape::Disc,
            IntakeState::Waiting | IntakeState::Cancelled => Shape::Ring,
            IntakeState::Failed => Shape::Square,
        };
        let name = match (lane, state) {
            (Lane::Scans, IntakeState::Waiting) => words.t("intake-scan-waiting"),
            (Lane::Scans, IntakeState::Reading) => words.t("intake-scan-reading"),
            (_, state) => words.label("intake-state", state.code()),
        };
        Self { shape, name }
    }

    /// Whether a request was answered.
    pub(crate) fn answered(words: Words, answered: bool, overdue: bool) -> Self {
        let (shape, key) = match (answered, overdue) {
            (true, _) => (Shape::Diamond, "recommendation-answered"),
            (false, true) => (Shape::Square, "recommendation-overdue"),
            (false, false) => (Shape::Disc, "recommendation-waiting"),
        };
        Self { shape, name: words.t(key) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use haidang_domain::Language;

    #[test]
    fn every_standing_has_its_own_shape() {
        let words = Words::new(Language::Vi);
        let shapes = Standing::ALL.map(|standing| Mark::standing(words, standing).shape);
        assert_eq!(shapes, [Shape::Diamond, Shape::Triangle, Shape::Disc, Shape::Square]);
    }

    #[test]
    fn what_nobody_said_is_a_ring() {
        let words = Words::new(Language::Vi);
        assert_eq!(Mark::progress(words, None).shape, Shape::Ring);
        assert_eq!(Mark::status(words, None).shape, Shape::Ring);
        assert_eq!(Mark::stage(words, Stage::Unknown).shape, Shape::Ring);
    }

    #[test]
    fn a_mark_is_a_shape_and_a_word() {
        let html = Mark::standing(Words::new(Language::En), Standing::Overdue).render().unwrap();
        assert!(
            html.contains("mark-late") && html.contains("aria-hidden") && html.contains("Overdue"),
            "{html}"
        );
    }
}
