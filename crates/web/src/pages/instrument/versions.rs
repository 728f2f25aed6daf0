//! The versions of a work, as a part of its page: its texts, what it is a version of, and what a
//! person is asked about.

use super::download::Form;
use super::names::Names;
use crate::Web;
use crate::components::{AskReason, Link, Page};
use crate::fields::new_command;
use crate::problem::Problem;
use crate::visit::Visit;
use crate::words::Words;
use askama::Template;
use haidang_app::{ProposedVersion, Work};
use haidang_domain::instrument::{InstrumentKind, Version};
use haidang_domain::{Act, InstrumentId, VersionId};
use haidang_reading::{Likely, ReasonKind};

/// The versions of a work.
#[derive(Template)]
#[template(path = "instrument/versions.html")]
pub(super) struct VersionsView {
    words: Words,
    csrf: String,
    compare: Option<String>,
    of: Option<JoinedTo>,
    rows: Vec<Row>,
    downloads: Vec<Link>,
    proposed: Vec<Proposed>,
    more: Option<String>,
}

/// The work that this record was joined to.
struct JoinedTo {
    work: Link,
    part: Option<AskReason>,
}

struct Row {
    href: String,
    name: String,
    is_report: bool,
    added: String,
    current: bool,
    part: Option<AskReason>,
}

/// One question: whether one record is a version of another.
pub(super) struct Proposed {
    pub(super) version: Link,
    pub(super) work: Link,
    pub(super) likely: String,
    pub(super) reasons: String,
    pub(super) action: String,
    pub(super) work_id: String,
    pub(super) command: String,
}

impl VersionsView {
    /// The versions of the work of `id`; `shown` is the text on the page.
    pub(super) async fn of(
        web: &Web,
        visit: &Visit,
        page: &Page,
        (id, work): (InstrumentId, &Work),
        shown: Option<VersionId>,
    ) -> Result<Self, Problem> {
        let words = visit.words;
        let may = visit.may(Act::KeepInstruments);
        let names = Names::of(web, visit, vec![work.id]).await?;
        let part = |id: InstrumentId, version: u64, about: String| {
            let hidden = vec![("expected_version", version.to_string())];
            let keys = ("version-part", "version-part-button");
            let act = || AskReason::new(page, (format!("/instruments/{id}"), "part"), hidden, keys, about);
            (may && id != work.id).then(act)
        };
        let own = work.members.iter().find(|(member, _)| *member == id).map(|(_, state)| state.version);
        let of = (id != work.id).then(|| JoinedTo {
            work: names.link(work.id),
            part: own.and_then(|version| part(id, version, String::new())),
        });
        let rows: Vec<Row> = work
            .versions()
            .map(|(member, state, version)| Row {
                href: format!("/instruments/{member}?version={}", version.id),
                name: version_name(words, version),
                is_report: state.details.kind == InstrumentKind::News,
                added: words.moment(version.added_at, &visit.zone),
                current: shown == Some(version.id),
                part: part(member, state.version, version_name(words, version)).filter(|_| member != id),
            })
            .collect();
        let known = if may { web.app.proposed_versions(id, false).await? } else { Vec::new() };
        Ok(Self {
            words,
            csrf: page.csrf.clone(),
            compare: (rows.len() > 1).then(|| format!("/instruments/{}/versions", work.id)),
            of,
            rows,
            downloads: shown.map(|version| downloads(words, id, version)).unwrap_or_default(),
            proposed: proposed(web, visit, &known).await?,
            more: may.then(|| format!("/instruments/{}/versions#proposed", work.id)),
        })
    }
}

/// The forms in which the text that is shown can be had.
fn downloads(words: Words, id: InstrumentId, version: VersionId) -> Vec<Link> {
    let link = |form: Form| Link {
        href: format!("/instruments/{id}/download?version={version}&form={}", form.code()),
        name: words.label("download", form.code()),
    };
    Form::ALL.into_iter().map(link).collect()
}

/// The language and the source of a version.
pub(super) fn version_name(words: Words, version: &Version) -> String {
    format!("{} · {}", words.label("language", version.language.code()), version.source)
}

/// Proposals in words.
pub(super) async fn proposed(
    web: &Web,
    visit: &Visit,
    known: &[ProposedVersion],
) -> Result<Vec<Proposed>, Problem> {
    let names = Names::of(web, visit, known.iter().flat_map(|one| [one.version, one.work]).collect()).await?;
    Ok(known.iter().map(|one| question(visit.words, &names, one)).collect())
}

fn question(words: Words, names: &Names, one: &ProposedVersion) -> Proposed {
    let likeness = &one.likeness;
    let reasons: Vec<String> = likeness
        .reasons
        .iter()
        .filter(|reason| reason.weight > 0.0)
        .map(|reason| words.label("reason", reason_code(reason.what)))
        .collect();
    let score = words.percent(likeness.score);
    Proposed {
        version: names.short_link(one.version),
        work: names.short_link(one.work),
        likely: words.label("likely", likely_code(likeness.likely)),
        reasons: words.with("likely-reasons", &[("reasons", &reasons.join(", ")), ("score", &score)]),
        action: format!("/instruments/{}", one.version),
        work_id: one.work.to_string(),
        command: new_command().to_string(),
    }
}

fn likely_code(likely: Likely) -> &'static str {
    match likely {
        Likely::Version | Likely::Other => "version",
        Likely::PressReport => "press_report",
    }
}

fn reason_code(reason: ReasonKind) -> &'static str {
    match reason {
        ReasonKind::Symbol => "symbol",
        ReasonKind::About => "about",
        ReasonKind::Date => "date",
        ReasonKind::Issuer => "issuer",
        ReasonKind::Kind => "kind",
        ReasonKind::Sentences => "sentences",
        ReasonKind::Citations => "citations",
        ReasonKind::Differences => "differences",
    }
}
