//! How the sentences of a language are built, as far as rules ask for it.

use crate::words::Phrases;
use serde::Deserialize;

/// What the rules on sentences ask of a language; empty where its rules need no such words.
#[derive(Debug, Default)]
pub(crate) struct Grammar {
    /// Words with which a phrase starts that stands before the subject.
    pub(crate) openings: Phrases,
    /// Words behind a list of bodies with which a side clause starts.
    pub(crate) side_clauses: Phrases,
    /// Last words of subjects that are things of bodies and no bodies.
    pub(crate) things: Phrases,
    /// First words of subjects that an instrument settles.
    pub(crate) settled: Phrases,
    /// What is said or thought of somebody and orders nothing.
    pub(crate) tells: Phrases,
    /// Irregular participles.
    pub(crate) participles: Phrases,
    /// Participles with which a body acts all the same.
    pub(crate) acting: Phrases,
    /// Words behind "to" that make it no infinitive.
    pub(crate) no_infinitives: Phrases,
    /// Words behind a verb's word that make it a noun.
    pub(crate) behind_nouns: Phrases,
    /// Forms of verbs that open a description and no act.
    pub(crate) descriptions: Phrases,
    /// What behind "may not" tells how something is: "be known".
    pub(crate) states: Phrases,
    /// Pronouns that stand for the body of the sentence before.
    pub(crate) pronouns: Phrases,
    /// Subjects of which nobody acts.
    pub(crate) nobody: Phrases,
    /// Words that show a sentence in what was taken for a name.
    pub(crate) sentences: Phrases,
    /// Words with a number before a target.
    pub(crate) target_labels: Phrases,
    /// Acts that may only issue what stands behind the instrument.
    pub(crate) issuing: Phrases,
    /// Words that say that it stands there.
    pub(crate) enclosed: Phrases,
    /// Bodies that advise or audit, and ask whomever they report on.
    pub(crate) advisers: Phrases,
    /// Names like theirs of bodies that govern, and order.
    pub(crate) governing: Phrases,
    /// Verbs of sentences that tell of an act.
    pub(crate) statements: Phrases,
    /// Acts that are about whole sentences.
    pub(crate) ensuring: Phrases,
    /// Words before the numbers of points of an instrument.
    pub(crate) points: Phrases,
    /// Words with which a body takes charge, whomever it works with.
    pub(crate) taking_charge: Phrases,
    /// Words with which points are handed to bodies.
    pub(crate) implementing: Phrases,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct File {
    openings: Vec<String>,
    side_clauses: Vec<String>,
    things: Vec<String>,
    settled: Vec<String>,
    tells: Vec<String>,
    participles: Vec<String>,
    acting: Vec<String>,
    no_infinitives: Vec<String>,
    behind_nouns: Vec<String>,
    descriptions: Vec<String>,
    states: Vec<String>,
    pronouns: Vec<String>,
    nobody: Vec<String>,
    sentences: Vec<String>,
    target_labels: Vec<String>,
    issuing: Vec<String>,
    enclosed: Vec<String>,
    advisers: Vec<String>,
    governing: Vec<String>,
    statements: Vec<String>,
    ensuring: Vec<String>,
    points: Vec<String>,
    taking_charge: Vec<String>,
    implementing: Vec<String>,
}

impl File {
    pub(super) fn read(&self) -> Grammar {
        let phrases = |list: &[String]| Phrases::new(list.iter().map(String::as_str));
        Grammar {
            openings: phrases(&self.openings),
            side_clauses: phrases(&self.side_clauses),
            things: phrases(&self.things),
            settled: phrases(&self.settled),
            tells: phrases(&self.tells),
            participles: phrases(&self.participles),
            acting: phrases(&self.acting),
            no_infinitives: phrases(&self.no_infinitives),
            behind_nouns: phrases(&self.behind_nouns),
            descriptions: phrases(&self.descriptions),
            states: phrases(&self.states),
            pronouns: phrases(&self.pronouns),
            nobody: phrases(&self.nobody),
            sentences: phrases(&self.sentences),
            target_labels: phrases(&self.target_labels),
            issuing: phrases(&self.issuing),
            enclosed: phrases(&self.enclosed),
            advisers: phrases(&self.advisers),
            governing: phrases(&self.governing),
            statements: phrases(&self.statements),
            ensuring: phrases(&self.ensuring),
            points: phrases(&self.points),
            taking_charge: phrases(&self.taking_charge),
            implementing: phrases(&self.implementing),
        }
    }
}
