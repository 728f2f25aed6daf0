//! The words of one language, as its file lists them.

use super::Language;
use super::grammar::{self, Grammar};
use super::instruments::{self, Instruments};
use super::naming::{self, Naming};
use super::quantities::{self, Quantities};
use super::tails::Tails;
use super::works::{self, Works};
use crate::words::Phrases;
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

/// What the rules ask of a language. The files explain each list.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    /// Verbs that an order starts with.
    pub(crate) verbs: Phrases,
    /// Words that look like verbs and are none: "avenir".
    pub(crate) not_verbs: Phrases,
    /// Verbs in the present that say what a body does, beyond those that follow from `verbs`.
    pub(crate) presents: Phrases,
    /// Verbs that only say how things are or will be.
    pub(crate) states: Phrases,
    /// What a line ends with that opens a list of what may be: "permet de".
    pub(crate) possible: Tails,
    /// Acts that ask for things: an opener that has one of them says itself what is to be done.
    pub(crate) asked_for: Phrases,
    /// Words near the end of an opener whose acts stand below it.
    pub(crate) acts_below: Phrases,
    /// Words that may stand before the verb of an order.
    pub(crate) adverbs: Phrases,
    /// Words that open a clause and say nothing of their own.
    pub(crate) connectives: Phrases,
    /// Words of duty.
    pub(crate) duties: Phrases,
    /// Words of duty that are opinions but in texts that order.
    pub(crate) beliefs: Phrases,
    /// Words with which one body orders another.
    pub(crate) orders: Phrases,
    /// Words with which one body asks another.
    pub(crate) requests: Phrases,
    /// Bodies that a government office can ask but not order.
    pub(crate) outside_command: Phrases,
    /// First words of names of bodies.
    pub(crate) bodies: Phrases,
    /// Heads that are a body only before a name in capitals.
    pub(crate) heads_before_names: Phrases,
    /// Heads that are a body also without a name, where they stand in capitals before what they do.
    pub(crate) lone_heads: Phrases,
    /// Verbs that no name of a body has.
    pub(crate) never_in_names: Phrases,
    /// Compounds whose second part looks like a verb.
    pub(crate) compounds: Phrases,
    /// Nouns that start like a verb.
    pub(crate) nouns: Phrases,
    /// Ends of openers that list things, not acts.
    pub(crate) enumerations: Tails,
    /// Words behind a subject that do not yet say what it does.
    pub(crate) subject_ends: Phrases,
    /// Words that say with whom something is done.
    pub(crate) with: Phrases,
    /// Words at which the list of helpers ends.
    pub(crate) helper_ends: Phrases,
    /// Words that tell of what has been.
    pub(crate) past: Phrases,
    /// Starts of clauses that oblige nobody.
    pub(crate) idle: Phrases,
    /// Starts of the paragraphs of a preamble: what an instrument is based on.
    pub(crate) recitals: Phrases,
    /// Headings of parts that oblige nobody.
    pub(crate) idle_headings: Phrases,
    /// Headings of parts that answer questions.
    pub(crate) answer_headings: Phrases,
    /// Headings of parts that list targets.
    pub(crate) target_headings: Phrases,
    /// Headings of parts that oblige.
    pub(crate) task_headings: Phrases,
    /// Headings of parts that ask other bodies.
    pub(crate) request_headings: Phrases,
    /// What announced counts count: "07 nhiệm vụ", "five commitments".
    pub(crate) counted: Phrases,
    /// Words behind a duty that settle what is so and have nobody do anything.
    pub(crate) settles: Phrases,
    /// Labels of lines that belong to the task above them.
    pub(crate) labels: Labels,
    /// Labels of the record that a page puts beside a document.
    pub(crate) record: RecordLabels,
    /// Kinds of instrument: words → kind.
    pub(crate) kinds: Kinds,
    /// Bodies that issue instruments, for citations that name them.
    pub(crate) issuers: Phrases,
    /// Names of laws, without the word "law".
    pub(crate) laws: Phrases,
    /// Kinds of project: words → kind.
    pub(crate) projects: Kinds,
    /// The words around numbers.
    pub(crate) quantities: Quantities,
    /// The words around the names of works.
    pub(crate) works: Works,
    /// The words around the names of instruments.
    pub(crate) naming: Naming,
    /// The words in names of instruments.
    pub(crate) instruments: Instruments,
    /// How sentences are built.
    pub(crate) grammar: Grammar,
}

/// Words that say a kind, found whole and the longest first.
#[derive(Debug, Default)]
pub(crate) struct Kinds {
    /// (words, kind), the longest words first.
    pairs: Vec<(String, String)>,
    by_words: HashMap<String, String>,
    words: Phrases,
}

impl Kinds {
    pub(super) fn new(map: &BTreeMap<String, Vec<String>>) -> Self {
        let pairs =
            map.iter().flat_map(|(kind, words)| words.iter().map(move |w| (w.to_lowercase(), kind.clone())));
        let mut pairs: Vec<_> = pairs.collect();
        pairs.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        let words = Phrases::before_hyphens(pairs.iter().map(|(words, _)| words.as_str()));
        // Of words that are listed twice the first counts.
        let by_words = pairs.iter().rev().cloned().collect();
        Self { pairs, by_words, words }
    }

    /// (words, kind), the longest words first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &(String, String)> {
        self.pairs.iter()
    }

    /// The length of the longest words at the start of `low`, and their kind.
    pub(crate) fn at_start(&self, low: &str) -> Option<(usize, &str)> {
        let length = self.words.at_start(low)?;
        Some((length, self.of(low.get(..length)?)?))
    }

    /// The kind that these words say.
    pub(crate) fn of(&self, words: &str) -> Option<&str> {
        self.by_words.get(words).map(String::as_str)
    }
}

/// Labels that end in a colon, by what stands behind them.
#[derive(Debug, Default)]
pub(crate) struct Labels {
    /// The task itself.
    pub(crate) task: Phrases,
    /// The bodies in charge.
    pub(crate) lead: Phrases,
    /// The bodies that help.
    pub(crate) coordinate: Phrases,
    /// Until when.
    pub(crate) deadline: Phrases,
    /// What shows that it is done.
    pub(crate) deliverable: Phrases,
}

/// Labels of the fields of a record, by what stands behind them.
#[derive(Debug, Default)]
pub(crate) struct RecordLabels {
    /// Number and sign.
    pub(crate) symbol: Phrases,
    /// The kind of document.
    pub(crate) kind: Phrases,
    /// Who issued it.
    pub(crate) issuer: Phrases,
    /// The day of issue.
    pub(crate) date: Phrases,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    verbs: Vec<String>,
    #[serde(default)]
    not_verbs: Vec<String>,
    #[serde(default)]
    presents: Vec<String>,
    #[serde(default)]
    states: Vec<String>,
    #[serde(default)]
    possible: Vec<String>,
    asked_for: Vec<String>,
    acts_below: Vec<String>,
    adverbs: Vec<String>,
    connectives: Vec<String>,
    duties: Vec<String>,
    #[serde(default)]
    beliefs: Vec<String>,
    orders: Vec<String>,
    requests: Vec<String>,
    #[serde(default)]
    outside_command: Vec<String>,
    bodies: Vec<String>,
    heads_before_names: Vec<String>,
    #[serde(default)]
    lone_heads: Vec<String>,
    #[serde(default)]
    never_in_names: Vec<String>,
    compounds: Vec<String>,
    #[serde(default)]
    nouns: Vec<String>,
    #[serde(default)]
    enumerations: Vec<String>,
    subject_ends: Vec<String>,
    with: Vec<String>,
    helper_ends: Vec<String>,
    past: Vec<String>,
    idle: Vec<String>,
    recitals: Vec<String>,
    counted: Vec<String>,
    headings: Headings,
    labels: LabelWords,
    #[serde(default)]
    record: RecordWords,
    #[serde(default)]
    settles: Vec<String>,
    issuers: Vec<String>,
    #[serde(default)]
    laws: Vec<String>,
    kinds: BTreeMap<String, Vec<String>>,
    projects: BTreeMap<String, Vec<String>>,
    quantities: quantities::File,
    #[serde(default)]
    works: works::File,
    #[serde(default)]
    naming: naming::File,
    #[serde(default)]
    instruments: instruments::File,
    #[serde(default)]
    grammar: grammar::File,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Headings {
    idle: Vec<String>,
    answers: Vec<String>,
    targets: Vec<String>,
    tasks: Vec<String>,
    requests: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LabelWords {
    task: Vec<String>,
    lead: Vec<String>,
    coordinate: Vec<String>,
    deadline: Vec<String>,
    deliverable: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct RecordWords {
    symbol: Vec<String>,
    kind: Vec<String>,
    issuer: Vec<String>,
    date: Vec<String>,
}

/// The lexicon of a language.
pub(crate) fn lexicon(language: Language) -> &'static Lexicon {
    static VI: LazyLock<Lexicon> = LazyLock::new(|| parse(include_str!("vi.toml")).unwrap_or_default());
    static EN: LazyLock<Lexicon> = LazyLock::new(|| parse(include_str!("en.toml")).unwrap_or_default());
    static FR: LazyLock<Lexicon> = LazyLock::new(|| parse(include_str!("fr.toml")).unwrap_or_default());
    match language {
        Language::Vi => &VI,
        Language::En => &EN,
        Language::Fr => &FR,
    }
}

fn parse(text: &str) -> Result<Lexicon, toml::de::Error> {
    let file: File = toml::from_str(text)?;
    let phrases = |list: &[String]| Phrases::new(list.iter().map(String::as_str));
    Ok(Lexicon {
        verbs: phrases(&file.verbs),
        not_verbs: phrases(&file.not_verbs),
        presents: phrases(&file.presents),
        states: phrases(&file.states),
        possible: Tails::new(&file.possible),
        asked_for: phrases(&file.asked_for),
        acts_below: phrases(&file.acts_below),
        adverbs: phrases(&file.adverbs),
        connectives: phrases(&file.connectives),
        duties: phrases(&file.duties),
        beliefs: phrases(&file.beliefs),
        orders: phrases(&file.orders),
        requests: phrases(&file.requests),
        outside_command: phrases(&file.outside_command),
        bodies: phrases(&file.bodies),
        heads_before_names: phrases(&file.heads_before_names),
        lone_heads: phrases(&file.lone_heads),
        never_in_names: phrases(&file.never_in_names),
        compounds: phrases(&file.compounds),
        nouns: phrases(&file.nouns),
        enumerations: Tails::new(&file.enumerations),
        subject_ends: phrases(&file.subject_ends),
        with: phrases(&file.with),
        helper_ends: phrases(&file.helper_ends),
        past: phrases(&file.past),
        idle: phrases(&file.idle),
        recitals: phrases(&file.recitals),
        idle_headings: phrases(&file.headings.idle),
        answer_headings: phrases(&file.headings.answers),
        target_headings: phrases(&file.headings.targets),
        task_headings: phrases(&file.headings.tasks),
        request_headings: phrases(&file.headings.requests),
        counted: phrases(&file.counted),
        settles: phrases(&file.settles),
        labels: Labels {
            task: phrases(&file.labels.task),
            lead: phrases(&file.labels.lead),
            coordinate: phrases(&file.labels.coordinate),
            deadline: phrases(&file.labels.deadline),
            deliverable: phrases(&file.labels.deliverable),
        },
        record: RecordLabels {
            symbol: phrases(&file.record.symbol),
            kind: phrases(&file.record.kind),
            issuer: phrases(&file.record.issuer),
            date: phrases(&file.record.date),
        },
        issuers: phrases(&file.issuers),
        laws: phrases(&file.laws),
        kinds: Kinds::new(&file.kinds),
        projects: Kinds::new(&file.projects),
        quantities: file.quantities.read(),
        works: file.works.read(),
        naming: file.naming.read(),
        instruments: file.instruments.read(),
        grammar: file.grammar.read(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_understood() {
        for text in [include_str!("vi.toml"), include_str!("en.toml"), include_str!("fr.toml")] {
            parse(text).unwrap();
        }
    }
}
