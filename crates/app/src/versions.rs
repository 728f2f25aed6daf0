//! Versions of one work: texts of one record, and records that a person joined to it. What is
//! proposed as a version, which sentence is which, and what the same words became already.

use crate::change::check_version;
use crate::kind::{Instrument, Kind};
use crate::reading::to_reading;
use crate::{App, AppError, Session};
use haidang_domain::instrument::{Command, Content, FindingState, InstrumentKind, State, Verdict, Version};
use haidang_domain::{
    CommandId, Commitment, FindingId, InstrumentId, Language, Refusal, StreamId, VersionId,
};
use haidang_reading::{
    Alignment, FindingAt, FindingKind, Likely, Likeness, Metadata, Reading, Span, align, join, read_text,
    same_instrument,
};
use haidang_store::{Append, AsAt, InstrumentFilter, InstrumentRow, InstrumentSort, symbol_key};
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};

/// Texts that one is compared with, the latest.
const COMPARED: u32 = 24;
/// Days between the dates of issue of two records that are still compared.
const DAYS_BETWEEN: i32 = 60;
/// From which likeness of an aligned finding on it is the same commitment.
const SAME: f64 = 0.5;
/// From which likeness on a version is proposed.
const PROPOSED: f64 = 0.5;

/// A work with everything that is a version of it.
#[derive(Debug, Clone)]
pub struct Work {
    /// The work.
    pub id: InstrumentId,
    /// The record of the work first, then those that were joined to it.
    pub members: Vec<(InstrumentId, State)>,
}

impl Work {
    /// All texts: the record that each belongs to, and the version.
    pub fn versions(&self) -> impl Iterator<Item = (InstrumentId, &State, &Version)> {
        self.members
            .iter()
            .flat_map(|(id, state)| state.versions.iter().map(move |version| (*id, state, version)))
    }

    /// One text.
    pub fn version(&self, id: VersionId) -> Option<(InstrumentId, &State, &Version)> {
        self.versions().find(|(_, _, version)| version.id == id)
    }
}

/// A proposal to a person: that one record is a version of another.
#[derive(Debug, Clone, PartialEq)]
pub struct ProposedVersion {
    /// The record that would be joined.
    pub version: InstrumentId,
    /// The one that it would be a version of.
    pub work: InstrumentId,
    /// How alike they are, and why.
    pub likeness: Likeness,
}

/// Answers that were worked out once; texts never change, so they stay right.
#[derive(Debug)]
pub(crate) struct Kept<K, V>(Mutex<HashMap<K, V>>);

impl<K, V> Default for Kept<K, V> {
    fn default() -> Self {
        Self(Mutex::new(HashMap::new()))
    }
}

impl<K: Eq + Hash, V: Clone> Kept<K, V> {
    /// Most answers that are kept; then it begins anew.
    const MOST: usize = 512;

    fn get(&self, key: &K) -> Option<V> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(key).cloned()
    }

    fn put(&self, key: K, value: V) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= Self::MOST {
            kept.clear();
        }
        kept.insert(key, value);
    }
}

/// What was worked out about pairs of texts, by their SHA-256.
#[derive(Debug, Default)]
pub(crate) struct Compared {
    alignments: Kept<(String, String), Arc<Alignment>>,
    likenesses: Kept<(String, String), Likeness>,
}

/// Findings in the form of a reading, with the way back.
pub(crate) struct Laid<'a> {
    pub(crate) reading: Reading,
    places: Vec<(FindingAt, &'a FindingState)>,
}

impl<'a> Laid<'a> {
    /// Findings of one version, in the order of its text. Citations are left out.
    pub(crate) fn out(findings: impl IntoIterator<Item = &'a FindingState>, language: Language) -> Self {
        let mut findings: Vec<&FindingState> = findings.into_iter().collect();
        findings.sort_by_key(|state| (state.finding.start, state.finding.end));
        let mut reading = empty(language);
        let places =
            findings.into_iter().filter_map(|state| Some((lay(&mut reading, state)?, state))).collect();
        Self { reading, places }
    }

    /// The finding at a place of the reading.
    pub(crate) fn at(&self, place: FindingAt) -> Option<&'a FindingState> {
        self.places.iter().find(|(at, _)| *at == place).map(|(_, state)| *state)
    }
}

fn empty(language: Language) -> Reading {
    Reading {
        language: to_reading(language),
        reader: String::new(),
        metadata: Metadata::default(),
        citations: Vec::new(),
        tasks: Vec::new(),
        targets: Vec::new(),
        projects: Vec::new(),
        proposals: Vec::new(),
        instruments: Vec::new(),
        relations: Vec::new(),
        remarks: Vec::new(),
    }
}

fn lay(reading: &mut Reading, state: &FindingState) -> Option<FindingAt> {
    use haidang_reading::{Project, Proposal, Target, Task, Value};
    let finding = &state.finding;
    let span = Span {
        start: finding.start,
        end: finding.end,
        quote: finding.quote.clone(),
        confidence: finding.confidence,
        rule: finding.rule.clone(),
        grade: 0.0,
    };
    let printed = |deadline: &Option<haidang_domain::Deadline>| deadline.map(|deadline| deadline.to_string());
    let at = |kind, length: usize| Some(FindingAt { kind, index: length - 1 });
    match finding.content.clone() {
        Content::Citation { .. } => None,
        Content::Task { lead, coordinating, deadline, deadline_words, deadline_relative, deliverable } => {
            reading.tasks.push(Task {
                span,
                lead,
                coordinate: coordinating,
                deadline: printed(&deadline),
                deadline_words,
                deadline_relative,
                deliverable,
            });
            at(FindingKind::Task, reading.tasks.len())
        }
        Content::Target { indicator, comparator, value, unit, period, status } => {
            let value = match *value.as_slice() {
                [one] => Some(Value::One(one)),
                [low, high] => Some(Value::Range([low, high])),
                _ => None,
            };
            reading.targets.push(Target { span, indicator, comparator, value, unit, period, status });
            at(FindingKind::Target, reading.targets.len())
        }
        Content::Project { kind } => {
            reading.projects.push(Project { span, kind });
            at(FindingKind::Project, reading.projects.len())
        }
        Content::Proposal { from, to, deadline, deadline_words, deadline_relative } => {
            let deadline = printed(&deadline);
            reading.proposals.push(Proposal { span, from, to, deadline, deadline_words, deadline_relative });
            at(FindingKind::Proposal, reading.proposals.len())
        }
    }
}

/// The findings of a version that count.
pub(crate) fn standing(state: &State, version: VersionId) -> impl Iterator<Item = &FindingState> {
    let counts = |verdict| matches!(verdict, Verdict::Pending | Verdict::Accepted(_));
    state.findings.iter().filter(move |found| found.version == version && counts(found.verdict))
}

impl App {
    /// The work that an instrument is, or is a version of, with all its versions.
    ///
    /// # Errors
    /// [`AppError::Unknown`] when it did not exist then.
    pub async fn work(&self, id: InstrumentId, as_at: AsAt) -> Result<Work, AppError> {
        let own = self.instrument(id, as_at).await?;
        let root = own.work.unwrap_or(id);
        let filter = InstrumentFilter {
            version_of: Some(root),
            sort: InstrumentSort::Changed,
            per_page: 200,
            ..InstrumentFilter::default()
        };
        let joined = self.store().instruments(&filter, as_at).await?.rows;
        let mut members = vec![(root, if root == id { own } else { self.instrument(root, as_at).await? })];
        let mut ids: Vec<InstrumentId> = joined.iter().map(|row| row.id).collect();
        ids.sort();
        for id in ids {
            members.push((id, self.instrument(id, as_at).await?));
        }
        Ok(Work { id: root, members })
    }

    /// Two versions side by side.
    ///
    /// # Errors
    /// When a text is missing.
    pub async fn alignment(&self, left: &Version, right: &Version) -> Result<Arc<Alignment>, AppError> {
        let key = (left.text_sha256.clone(), right.text_sha256.clone());
        if let Some(kept) = self.compared().alignments.get(&key) {
            return Ok(kept);
        }
        let (left_text, right_text) = (self.version_text(left).await?, self.version_text(right).await?);
        let languages = (to_reading(left.language), to_reading(right.language));
        let work = move || {
            let left = haidang_reading::Version { text: &left_text, language: languages.0 };
            let right = haidang_reading::Version { text: &right_text, language: languages.1 };
            align(left, right)
        };
        let alignment = Arc::new(blocking(work).await?);
        self.compared().alignments.put(key, Arc::clone(&alignment));
        Ok(alignment)
    }

    /// What the same words of another version of the work have become.
    pub(crate) async fn counterpart(
        &self,
        instrument: InstrumentId,
        state: &State,
        found: &FindingState,
    ) -> Result<Option<Commitment>, AppError> {
        let Some(own) = state.version_of(found.version) else { return Ok(None) };
        if matches!(found.finding.content, Content::Citation { .. }) {
            return Ok(None);
        }
        let work = self.work(instrument, self.as_at(None)).await?;
        for (id, other, version) in work.versions().filter(|(_, _, version)| version.id != own.id) {
            let other = if id == instrument { state } else { other };
            let accepted = standing(other, version.id)
                .filter(|found| matches!(found.verdict, Verdict::Accepted(Some(_))))
                .collect::<Vec<_>>();
            if accepted.is_empty() {
                continue;
            }
            let alignment = self.alignment(own, version).await?;
            let lefts = Laid::out(standing(state, own.id), own.language);
            let rights = Laid::out(accepted, version.language);
            let joined = join(&alignment, &lefts.reading, &rights.reading);
            let same = |pair: &haidang_reading::Joined| {
                let left = lefts.at(pair.left)?;
                let is_it = left.finding.id == found.finding.id && pair.similarity >= SAME;
                rights.at(pair.right).filter(|_| is_it)
            };
            if let Some(Verdict::Accepted(commitment)) =
                joined.iter().find_map(same).map(|found| found.verdict)
            {
                return Ok(commitment);
            }
        }
        Ok(None)
    }

    /// What a person is asked about versions of this work: records that may be versions of it, and
    /// works that it may be a version of. Nothing is joined by itself. Unless it is asked for
    /// thoroughly, only what is known without reading texts again is told.
    ///
    /// # Errors
    /// When the database fails or a text is missing.
    pub async fn proposed_versions(
        &self,
        id: InstrumentId,
        thorough: bool,
    ) -> Result<Vec<ProposedVersion>, AppError> {
        let now = self.as_at(None);
        let work = self.work(id, now).await?;
        let Some((_, own)) = work.members.first() else { return Ok(Vec::new()) };
        let mut proposed = Vec::new();
        for row in self.comparable(&work).await? {
            let other = self.instrument(row.id, now).await?;
            let refused = own.refused_works.contains(&row.id) || other.refused_works.contains(&work.id);
            if refused || other.withdrawn {
                continue;
            }
            let Some(likeness) = self.likeness(own, &other, thorough).await? else { continue };
            if likeness.likely != Likely::Other && likeness.score >= PROPOSED {
                let (version, work) = direction((work.id, own), (row.id, &other));
                proposed.push(ProposedVersion { version, work, likeness });
            }
        }
        proposed.sort_by(|a, b| b.likeness.score.total_cmp(&a.likeness.score));
        Ok(proposed)
    }

    /// Works that are worth comparing with this one: those that name the same symbol, and the latest
    /// with a text of about the same time.
    async fn comparable(&self, work: &Work) -> Result<Vec<InstrumentRow>, AppError> {
        let now = self.as_at(None);
        let Some((_, own)) = work.members.first() else { return Ok(Vec::new()) };
        let named = [own.details.about.as_deref(), own.details.symbol.as_deref()];
        let named: Vec<&str> = named.into_iter().flatten().collect();
        let keys: Vec<String> = named.iter().map(|symbol| symbol_key(symbol)).collect();
        let mut rows = self.store().instruments_by_symbol(&named).await?;
        let latest = InstrumentFilter {
            sort: InstrumentSort::Changed,
            descending: true,
            per_page: 4 * COMPARED,
            with_text: true,
            ..InstrumentFilter::default()
        };
        let near = |row: &InstrumentRow| match row.issued_on.zip(own.details.issued_on) {
            Some((one, other)) => (one - other).get_days().abs() <= DAYS_BETWEEN,
            None => true,
        };
        let is_about =
            |row: &InstrumentRow| row.about.as_deref().is_some_and(|about| keys.contains(&symbol_key(about)));
        let texts = self.store().instruments(&latest, now).await?.rows.into_iter();
        rows.extend(
            texts
                .filter(|row| near(row) || is_about(row))
                .take(usize::try_from(COMPARED).unwrap_or_default()),
        );
        let mut seen = vec![work.id];
        rows.retain(|row| {
            let new = row.work.is_none() && !row.withdrawn && !seen.contains(&row.id);
            seen.push(row.id);
            new
        });
        Ok(rows)
    }

    /// How alike two records are by their first texts; by what an article says that it is about,
    /// where one has no text. `None` where that says nothing.
    async fn likeness(
        &self,
        own: &State,
        other: &State,
        thorough: bool,
    ) -> Result<Option<Likeness>, AppError> {
        let (Some(left), Some(right)) = (own.versions.first(), other.versions.first()) else {
            return Ok(about(own, other));
        };
        let key = (left.text_sha256.clone(), right.text_sha256.clone());
        if let Some(kept) = self.compared().likenesses.get(&key) {
            return Ok(Some(kept));
        }
        if !thorough {
            return Ok(about(own, other));
        }
        let (left_text, right_text) = (self.version_text(left).await?, self.version_text(right).await?);
        let languages = (to_reading(left.language), to_reading(right.language));
        let work = move || {
            let left = read_text(&left_text, Some(languages.0));
            let right = read_text(&right_text, Some(languages.1));
            same_instrument(&left, &left_text, &right, &right_text)
        };
        let likeness = blocking(work).await?;
        self.compared().likenesses.put(key, likeness.clone());
        Ok(Some(likeness))
    }

    /// Joins a record to a work as its version; records that were joined to it come along.
    ///
    /// # Errors
    /// When a rule refuses it, or somebody else changed the record first.
    pub async fn join_version(
        &self,
        by: &Session,
        id: InstrumentId,
        work: InstrumentId,
        expected_version: Option<u64>,
        command: CommandId,
    ) -> Result<(), AppError> {
        if self.store().committed(command).await?.is_some() {
            return Ok(());
        }
        let now = self.as_at(None);
        let root = self.instrument(work, now).await?.work.unwrap_or(work);
        let own = self.work(id, now).await?;
        if root == id || own.members.iter().any(|(member, _)| *member == root) {
            return Err(Refusal::Itself.into());
        }
        let mut appends = Vec::new();
        // Its own versions come along; a version that changes its work leaves the others where they are.
        let moved = own.members.iter().filter(|(member, _)| *member == id || own.id == id);
        for (member, state) in moved {
            let stream = StreamId { noun: Instrument::NOUN, id: member.0 };
            if *member == id {
                check_version(stream, expected_version, state.version)?;
            }
            let events = Instrument::decide(state, Command::Join(root), &self.context(by.actor))?;
            appends.push(Append { stream, expected_version: state.version, events });
        }
        self.commit(self.batch(by, command, appends)).await
    }
}

/// Works something out beside the threads that answer requests.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, AppError> {
    tokio::task::spawn_blocking(work).await.map_err(|error| AppError::Machine(error.to_string()))
}

/// Which of two is the version: the article, or else the one that came later.
fn direction(one: (InstrumentId, &State), other: (InstrumentId, &State)) -> (InstrumentId, InstrumentId) {
    let is_article = |state: &State| state.details.kind == InstrumentKind::News;
    let later = match (is_article(one.1), is_article(other.1)) {
        (true, false) => true,
        (false, true) => false,
        (_, _) => one.1.created_at > other.1.created_at,
    };
    if later { (one.0, other.0) } else { (other.0, one.0) }
}

/// An article is about the instrument whose symbol it gives.
fn about(one: &State, other: &State) -> Option<Likeness> {
    let key = |text: &Option<String>| text.as_deref().map(symbol_key);
    let gives = |article: &State, of: &State| {
        key(&article.details.about).is_some() && key(&article.details.about) == key(&of.details.symbol)
    };
    let reason = haidang_reading::Reason { what: haidang_reading::ReasonKind::About, weight: 3.0 };
    (gives(one, other) || gives(other, one)).then(|| Likeness {
        likely: Likely::PressReport,
        score: 0.9,
        reasons: vec![reason],
    })
}

/// The version of a work that a finding lies in.
pub(crate) fn holder(work: &Work, finding: FindingId) -> Option<(InstrumentId, &FindingState)> {
    work.members.iter().find_map(|(id, state)| state.finding(finding).map(|found| (*id, found)))
}
