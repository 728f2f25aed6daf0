//! The rules of instruments and findings, as examples and as properties.

use super::*;
use crate::testing::{Rules, any_classification, any_id, any_text, id, minute, owner_of, recorded, somebody};
use crate::{Classification, Commitment, Context, FindingId, Language, Refusal, Role, VersionId};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeSet;

const INSTRUMENT: Rules<State, Command, Event> = Rules { decide, evolve, version: |state| state.version };

// Happened: a resolution is on record with one text of 100 characters. The reader found two
// tasks (1, 2) and a citation (3) in it.

fn details() -> Details {
    Details {
        kind: InstrumentKind::Resolution,
        symbol: Some("45-NQ/TW".into()),
        titles: vec![(Language::Vi, "Về xây dựng và phát triển thành phố Hải Phòng".into())],
        source: "Báo điện tử".into(),
        ..Details::default()
    }
}

fn registered() -> Event {
    Event::Registered { details: details() }
}

fn added() -> Event {
    Event::VersionAdded {
        version: id(1),
        language: Language::Vi,
        source: "nq45.docx".into(),
        text_sha256: "ab12".into(),
        characters: 100,
    }
}

fn read(findings: Vec<Finding>) -> Event {
    Event::Read { version: id(1), reader: "haidang 0.1".into(), findings }
}

fn given() -> Vec<Event> {
    vec![registered(), added(), read(vec![task(1, 0, 40), task(2, 40, 80), citation(3, 80, 100)])]
}

fn given_and(more: impl IntoIterator<Item = Event>) -> Vec<Event> {
    given().into_iter().chain(more).collect()
}

fn accepted(finding: u128) -> Event {
    Event::FindingAccepted { finding: id(finding), commitment: Some(Commitment::Task(id(9))) }
}

fn rejected(finding: u128) -> Event {
    Event::FindingRejected { finding: id(finding) }
}

fn split_1() -> Event {
    Event::FindingSplit { finding: id(1), into: vec![task(4, 0, 20), task(5, 20, 40)] }
}

fn merged_1_and_2() -> Event {
    Event::FindingsMerged { findings: vec![id(1), id(2)], into: task(6, 0, 80) }
}

// Found.

fn finding(number: u128, start: usize, end: usize, content: Content) -> Finding {
    let (quote, rule) = ("…".to_owned(), "task.assigned".to_owned());
    Finding { id: id(number), start, end, quote, content, confidence: 0.75, rule }
}

fn task(number: u128, start: usize, end: usize) -> Finding {
    let content = Content::task(vec!["Sở Xây dựng".into()], Vec::new(), None);
    finding(number, start, end, content)
}

fn citation(number: u128, start: usize, end: usize) -> Finding {
    let content =
        Content::Citation { kind: "law".into(), symbol: None, date: None, issuer: None, relation: None };
    finding(number, start, end, content)
}

// Asked.

fn add_version(version: u128, characters: usize, findings: Vec<Finding>) -> Command {
    let (version, language) = (id(version), Language::Vi);
    let (source, text_sha256, reader) = ("nq45.docx".into(), "ab12".into(), "haidang 0.1".into());
    let remarks = Vec::new();
    Command::AddVersion { version, language, source, text_sha256, characters, reader, findings, remarks }
}

fn split(finding: u128, into: Vec<Finding>) -> Command {
    Command::SplitFinding { finding: id(finding), into }
}

fn merge(findings: &[u128], into: Finding) -> Command {
    Command::MergeFindings { findings: findings.iter().map(|number| id(*number)).collect(), into }
}

fn accept(finding: u128, commitment: Option<Commitment>) -> Command {
    Command::AcceptFinding { finding: id(finding), commitment }
}

fn reject(finding: u128) -> Command {
    Command::RejectFinding(id(finding))
}

fn undo(finding: u128) -> Command {
    Command::UndoFinding(id(finding))
}

fn restored(restored: &[u128], removed: &[u128]) -> Event {
    let ids = |numbers: &[u128]| numbers.iter().map(|number| id(*number)).collect();
    Event::FindingRestored { restored: ids(restored), removed: ids(removed) }
}

#[test]
fn an_instrument_is_put_on_record_once_and_says_where_it_is_from() {
    let untidy = Details { symbol: Some(" 45-NQ/TW ".into()), issuer: Some(" ".into()), ..details() };
    INSTRUMENT.check(&[], Command::Register(untidy), Ok(&[registered()]));
    INSTRUMENT.check(&[registered()], Command::Register(details()), Err(Refusal::Exists));
    let rumour = Details { source: " ".into(), ..details() };
    INSTRUMENT.check(&[], Command::Register(rumour), Err(Refusal::Empty { field: "source" }));
    INSTRUMENT.check(&[], reject(1), Err(Refusal::Unknown));
}

#[test]
fn details_are_corrected_when_they_were_wrong() {
    let right = Details { symbol: Some("46-NQ/TW".into()), ..details() };
    let corrected = Event::DetailsCorrected { details: right.clone() };
    INSTRUMENT.check(&[registered()], Command::CorrectDetails(right), Ok(&[corrected]));
    INSTRUMENT.check(&[registered()], Command::CorrectDetails(details()), Err(Refusal::NoChange));
}

#[test]
fn a_version_comes_in_with_what_was_read_in_it() {
    let found = || vec![task(1, 0, 40), citation(3, 80, 100)];
    INSTRUMENT.check(&[registered()], add_version(1, 100, found()), Ok(&[added(), read(found())]));
    INSTRUMENT.check(&[registered()], add_version(1, 0, vec![]), Err(Refusal::Empty { field: "text" }));
    INSTRUMENT.check(&given(), add_version(1, 100, vec![]), Err(Refusal::Exists));
    INSTRUMENT.check(&given(), add_version(2, 100, found()), Err(Refusal::Exists));
}

#[test]
fn what_the_reader_could_not_settle_comes_in_with_the_version() {
    let remark = |end| Remark {
        about: "announced_count".into(),
        start: 10,
        end,
        quote: "11 nhiệm vụ".into(),
        said: Some("11".into()),
        found: Some("9".into()),
    };
    let add = |end| match add_version(1, 100, vec![]) {
        Command::AddVersion {
            version, language, source, text_sha256, characters, reader, findings, ..
        } => {
            let remarks = vec![remark(end)];
            Command::AddVersion {
                version,
                language,
                source,
                text_sha256,
                characters,
                reader,
                findings,
                remarks,
            }
        }
        other => other,
    };
    let remarked = Event::Remarked { version: id(1), remarks: vec![remark(21)] };
    INSTRUMENT.check(&[registered()], add(21), Ok(&[added(), read(vec![]), remarked.clone()]));
    INSTRUMENT.check(&[registered()], add(101), Err(Refusal::OutsideText));
    let mut state = State::default();
    for (version, event) in [registered(), added(), remarked].iter().enumerate() {
        evolve(&mut state, event, &recorded(event, u64::try_from(version).unwrap_or_default() + 1));
    }
    assert_eq!(state.version_of(id(1)).map(|version| version.remarks.clone()), Some(vec![remark(21)]));
}

#[test]
fn a_classified_instrument_is_on_record_without_its_text() {
    let secret = Details { classification: Classification::Secret, ..details() };
    let registered = Event::Registered { details: secret.clone() };
    INSTRUMENT.check(&[], Command::Register(secret), Ok(std::slice::from_ref(&registered)));
    INSTRUMENT.check(&[registered], add_version(1, 100, vec![]), Err(Refusal::Classified));
}

#[test]
fn findings_lie_in_the_text() {
    for outside in [task(4, 90, 101), task(4, 20, 20), task(4, 30, 20)] {
        INSTRUMENT.check(
            &[registered()],
            add_version(1, 100, vec![outside.clone()]),
            Err(Refusal::OutsideText),
        );
        let add = Command::AddFinding { version: id(1), finding: outside.clone() };
        INSTRUMENT.check(&given(), add, Err(Refusal::OutsideText));
        let edit = Command::EditFinding(Finding { id: id(1), ..outside.clone() });
        INSTRUMENT.check(&given(), edit, Err(Refusal::OutsideText));
        INSTRUMENT.check(&given(), split(1, vec![task(5, 0, 9), outside.clone()]), Err(Refusal::OutsideText));
        INSTRUMENT.check(&given(), merge(&[1, 2], outside), Err(Refusal::OutsideText));
    }
}

#[test]
fn what_is_no_number_does_not_come_in() {
    let add = |finding| Command::AddFinding { version: id(1), finding };
    let unsure = Finding { confidence: f64::NAN, ..task(4, 0, 9) };
    let refusal = Refusal::OutOfRange { field: "confidence", low: 0, high: 1 };
    INSTRUMENT.check(&given(), add(unsure), Err(refusal));
    let (indicator, value) = ("GRDP".to_owned(), vec![f64::INFINITY]);
    let endless =
        Content::Target { indicator, comparator: None, value, unit: None, period: None, status: None };
    INSTRUMENT.check(&given(), add(finding(4, 0, 9, endless)), Err(Refusal::Empty { field: "value" }));
}

#[test]
fn a_person_adds_what_the_reader_missed() {
    let add = |version, number| Command::AddFinding { version: id(version), finding: task(number, 0, 9) };
    let event = Event::FindingAdded { version: id(1), finding: task(4, 0, 9) };
    INSTRUMENT.check(&given(), add(1, 4), Ok(&[event]));
    INSTRUMENT.check(&given(), add(1, 3), Err(Refusal::Exists));
    INSTRUMENT.check(&given(), add(2, 4), Err(Refusal::Unknown));
}

#[test]
fn a_finding_may_be_edited_into_another_kind() {
    let edited = Event::FindingEdited { finding: citation(1, 0, 12) };
    INSTRUMENT.check(&given(), Command::EditFinding(citation(1, 0, 12)), Ok(&[edited]));
    INSTRUMENT.check(&given(), Command::EditFinding(task(1, 0, 40)), Err(Refusal::NoChange));
}

#[test]
fn a_split_makes_at_least_two_of_the_same_kind() {
    INSTRUMENT.check(&given(), split(1, vec![task(4, 0, 20), task(5, 20, 40)]), Ok(&[split_1()]));
    let too_few = Refusal::OutOfRange { field: "into", low: 2, high: 100 };
    INSTRUMENT.check(&given(), split(1, vec![task(4, 0, 20)]), Err(too_few));
    let other_kind = vec![task(4, 0, 20), citation(5, 20, 40)];
    INSTRUMENT.check(&given(), split(1, other_kind), Err(Refusal::DifferentKinds));
    let twice_the_same_id = vec![task(4, 0, 20), task(4, 20, 40)];
    INSTRUMENT.check(&given(), split(1, twice_the_same_id), Err(Refusal::Exists));
}

#[test]
fn a_merge_joins_at_least_two_of_one_kind_and_version() {
    INSTRUMENT.check(&given(), merge(&[1, 2, 1], task(6, 0, 80)), Ok(&[merged_1_and_2()]));
    let too_few = Refusal::OutOfRange { field: "findings", low: 2, high: 100 };
    INSTRUMENT.check(&given(), merge(&[1, 1], task(6, 0, 80)), Err(too_few));
    INSTRUMENT.check(&given(), merge(&[1, 3], task(6, 0, 80)), Err(Refusal::DifferentKinds));
    INSTRUMENT.check(&given(), merge(&[1, 2], citation(6, 0, 80)), Err(Refusal::DifferentKinds));
    let mut two_versions = given();
    two_versions.push(Event::VersionAdded {
        version: id(2),
        language: Language::En,
        source: "paste".into(),
        text_sha256: "cd34".into(),
        characters: 100,
    });
    two_versions.push(Event::FindingAdded { version: id(2), finding: task(4, 0, 40) });
    INSTRUMENT.check(&two_versions, merge(&[1, 4], task(6, 0, 80)), Err(Refusal::DifferentKinds));
}

#[test]
fn a_finding_becomes_what_it_says_and_a_citation_becomes_nothing() {
    let cited = Event::FindingAccepted { finding: id(3), commitment: None };
    INSTRUMENT.check(&given(), accept(1, Some(Commitment::Task(id(9)))), Ok(&[accepted(1)]));
    INSTRUMENT.check(&given(), accept(3, None), Ok(&[cited]));
    for (number, commitment) in
        [(1, None), (1, Some(Commitment::Target(id(9)))), (3, Some(Commitment::Task(id(9))))]
    {
        INSTRUMENT.check(&given(), accept(number, commitment), Err(Refusal::DifferentKinds));
    }
}

#[test]
fn what_is_decided_is_decided_until_it_is_undone() {
    for decided in [accepted(1), rejected(1), split_1(), merged_1_and_2()] {
        let commands = [
            accept(1, Some(Commitment::Task(id(9)))),
            reject(1),
            Command::EditFinding(task(1, 0, 12)),
            split(1, vec![task(7, 0, 20), task(8, 20, 40)]),
            merge(&[1, 2], task(7, 0, 80)),
        ];
        for command in commands {
            INSTRUMENT.check(&given_and([decided.clone()]), command, Err(Refusal::FindingDecided));
        }
    }
}

#[test]
fn every_decision_can_be_undone() {
    let cases = [
        (accepted(1), undo(1), restored(&[1], &[])),
        (rejected(1), undo(1), restored(&[1], &[])),
        (split_1(), undo(1), restored(&[1], &[4, 5])),
        (split_1(), undo(5), restored(&[1], &[4, 5])),
        (merged_1_and_2(), undo(2), restored(&[1, 2], &[6])),
        (merged_1_and_2(), undo(6), restored(&[1, 2], &[6])),
    ];
    for (decided, when, then) in cases {
        INSTRUMENT.check(&given_and([decided]), when, Ok(&[then]));
    }
}

#[test]
fn edits_are_undone_one_by_one() {
    let edited = |end| Event::FindingEdited { finding: task(1, 0, end) };
    let twice = given_and([edited(30), edited(20)]);
    INSTRUMENT.check(&twice, undo(1), Ok(&[edited(30)]));
    let once = [twice, vec![edited(30)]].concat();
    INSTRUMENT.check(&once, undo(1), Ok(&[edited(40)]));
    let none = [once, vec![edited(40)]].concat();
    INSTRUMENT.check(&none, undo(1), Err(Refusal::NothingToUndo));
    let decided = given_and([edited(30), accepted(1)]);
    INSTRUMENT.check(&decided, undo(1), Ok(&[restored(&[1], &[])]));
    INSTRUMENT.check(&[decided, vec![restored(&[1], &[])]].concat(), undo(1), Ok(&[edited(40)]));
}

#[test]
fn a_split_is_undone_only_while_nobody_decided_on_its_parts() {
    let history = given_and([split_1(), accepted(4)]);
    INSTRUMENT.check(&history, undo(1), Err(Refusal::FindingDecided));
    INSTRUMENT.check(&history, undo(5), Err(Refusal::FindingDecided));
    INSTRUMENT.check(&history, undo(4), Ok(&[restored(&[4], &[])]));
}

#[test]
fn a_finding_that_was_split_again_after_an_undo_gives_back_the_second_parts() {
    let again = Event::FindingSplit { finding: id(1), into: vec![task(7, 0, 10), task(8, 10, 40)] };
    let history = given_and([split_1(), restored(&[1], &[4, 5]), again]);
    INSTRUMENT.check(&history, undo(1), Ok(&[restored(&[1], &[7, 8])]));
    INSTRUMENT.check(&history, undo(4), Err(Refusal::NothingToUndo));
}

#[test]
fn where_nothing_was_decided_nothing_is_undone() {
    INSTRUMENT.check(&given(), undo(1), Err(Refusal::NothingToUndo));
    INSTRUMENT.check(&given(), undo(7), Err(Refusal::Unknown));
}

#[test]
fn a_relation_is_recorded_once() {
    let relate = |source: &str| {
        let (relation, to) = (Relation::Implements, id(7));
        Command::Relate { relation, to, source: source.into() }
    };
    let related = Event::Related { relation: Relation::Implements, to: id(7), source: "Điều 1".into() };
    INSTRUMENT.check(&given(), relate(" Điều 1"), Ok(std::slice::from_ref(&related)));
    INSTRUMENT.check(&given(), relate(" "), Err(Refusal::Empty { field: "source" }));
    INSTRUMENT.check(&given_and([related]), relate("Điều 2"), Err(Refusal::NoChange));
}

fn cited() -> Event {
    Event::FindingAccepted { finding: id(3), commitment: None }
}

fn resolve(finding: u128, words: &str) -> Command {
    let (relation, to) = (Relation::BasedOn, id(7));
    Command::ResolveCitation { finding: id(finding), relation, to, words: words.into() }
}

fn resolved() -> Event {
    let (relation, to) = (Relation::BasedOn, id(7));
    Event::CitationResolved { finding: id(3), relation, to, words: "Căn cứ Luật Đê điều".into() }
}

#[test]
fn a_confirmed_citation_means_one_instrument() {
    INSTRUMENT.check(&given_and([cited()]), resolve(3, "Căn cứ Luật Đê điều "), Ok(&[resolved()]));
    INSTRUMENT.check(&given_and([cited()]), resolve(3, " "), Err(Refusal::Empty { field: "words" }));
    INSTRUMENT.check(&given(), resolve(3, "Căn cứ"), Err(Refusal::Open));
    INSTRUMENT.check(&given_and([accepted(1)]), resolve(1, "Căn cứ"), Err(Refusal::DifferentKinds));
    INSTRUMENT.check(&given_and([cited(), resolved()]), resolve(3, "Căn cứ"), Err(Refusal::Exists));
    INSTRUMENT.check(&given(), resolve(9, "Căn cứ"), Err(Refusal::Unknown));
}

#[test]
fn a_relation_ends_with_its_citation_and_can_be_withdrawn() {
    let standing = |history: &[Event]| {
        let state = INSTRUMENT.after(history);
        state.standing_relations().map(|related| related.source.clone()).collect::<Vec<_>>()
    };
    let history = given_and([cited(), resolved()]);
    assert_eq!(standing(&history), ["Căn cứ Luật Đê điều"]);
    let undone: Vec<Event> = history.iter().cloned().chain([restored(&[3], &[])]).collect();
    assert_eq!(standing(&undone), [""; 0]);
    assert_eq!(INSTRUMENT.after(&undone).relations[0].until, Some(minute(6)), "what was is kept");

    let withdraw = |reason: &str| {
        let (relation, to) = (Relation::BasedOn, id(7));
        Command::WithdrawRelation { relation, to, reason: reason.into() }
    };
    let withdrawn =
        Event::RelationWithdrawn { relation: Relation::BasedOn, to: id(7), reason: "Nhầm số".into() };
    INSTRUMENT.check(&history, withdraw("Nhầm số"), Ok(std::slice::from_ref(&withdrawn)));
    INSTRUMENT.check(&history, withdraw(""), Err(Refusal::Empty { field: "reason" }));
    INSTRUMENT.check(&given(), withdraw("Nhầm số"), Err(Refusal::NoChange));
    assert_eq!(standing(&[history, vec![withdrawn]].concat()), [""; 0]);
}

#[test]
fn what_a_version_says_stands_beside_what_the_record_says() {
    let state_version = |issuer: Option<&str>, issued_on| Command::StateVersion {
        version: id(1),
        stated: Stated { issuer: issuer.map(str::to_owned), issued_on, ..Stated::default() },
    };
    let on = Some(crate::testing::day("2026-01-15"));
    let says = Stated { issued_on: on, ..Stated::default() };
    let stated = Event::VersionStated { version: id(1), stated: says.clone() };
    INSTRUMENT.check(&given(), state_version(Some(" "), on), Ok(std::slice::from_ref(&stated)));
    INSTRUMENT.check(&given(), state_version(None, None), Err(Refusal::NoChange));
    INSTRUMENT.check(&[registered()], state_version(None, on), Err(Refusal::Unknown));
    let state = INSTRUMENT.after(&given_and([stated, Event::DetailsCorrected { details: details() }]));
    let said: Vec<_> = state.standing_statements().map(|said| (said.version, said.issued_on)).collect();
    assert_eq!(said, [(Some(id(1)), on), (None, None)]);
    assert_eq!(state.statements.len(), 3, "what the record said before is kept");
    assert_eq!(state.version_of(id(1)).map(|version| &version.stated), Some(&says), "and what was read");
}

#[test]
fn details_are_corrected_by_hand() {
    let renumbered = Details { symbol: Some("54-NQ/TW".into()), ..details() };
    let blank = Details {
        symbol: Some(" 54-NQ/TW ".into()),
        about: Some(" ".into()),
        titles: [details().titles, vec![(Language::En, " ".into())]].concat(),
        ..details()
    };
    let corrected = Event::DetailsCorrected { details: renumbered };
    INSTRUMENT.check(&given(), Command::CorrectDetails(blank), Ok(std::slice::from_ref(&corrected)));
    INSTRUMENT.check(&given(), Command::CorrectDetails(details()), Err(Refusal::NoChange));
    let unsourced = Details { source: " ".into(), ..details() };
    INSTRUMENT.check(&given(), Command::CorrectDetails(unsourced), Err(Refusal::Empty { field: "source" }));
    assert_eq!(INSTRUMENT.after(&given_and([corrected])).details.symbol.as_deref(), Some("54-NQ/TW"));
}

#[test]
fn the_language_of_a_text_is_corrected_by_hand() {
    let correct = |version, language| Command::CorrectLanguage { version: id(version), language };
    let corrected = Event::LanguageCorrected { version: id(1), language: Language::Fr };
    INSTRUMENT.check(&given(), correct(1, Language::Fr), Ok(std::slice::from_ref(&corrected)));
    INSTRUMENT.check(&given(), correct(1, Language::Vi), Err(Refusal::NoChange));
    INSTRUMENT.check(&given(), correct(2, Language::Fr), Err(Refusal::Unknown));
    let state = INSTRUMENT.after(&given_and([corrected]));
    assert_eq!(state.version_of(id(1)).map(|version| version.language), Some(Language::Fr));
}

fn read_again(version: u128, findings: Vec<Finding>) -> Command {
    let (version, reader, remarks) = (id(version), "haidang 0.2".into(), Vec::new());
    Command::ReadAgain { version, reader, findings, remarks }
}

fn found_again(replaced: &[u128], findings: Vec<Finding>) -> Event {
    let replaced = replaced.iter().map(|number| id(*number)).collect();
    Event::ReadAgain { version: id(1), reader: "haidang 0.2".into(), replaced, findings, remarks: vec![] }
}

#[test]
fn what_is_read_again_takes_the_place_of_what_nobody_decided_on() {
    let found = || vec![task(11, 0, 30), task(12, 45, 80), citation(13, 80, 100)];
    let all = found_again(&[1, 2, 3], found());
    INSTRUMENT.check(&given(), read_again(1, found()), Ok(std::slice::from_ref(&all)));
    let state = INSTRUMENT.after(&given_and([all]));
    let verdicts: Vec<&str> = state.findings.iter().map(|known| known.verdict.code()).collect();
    assert_eq!(verdicts, ["superseded", "superseded", "superseded", "pending", "pending", "pending"]);
    assert_eq!(state.version_of(id(1)).and_then(|read| read.reader.as_deref()), Some("haidang 0.2"));
    INSTRUMENT.check(&given_and([found_again(&[1], vec![])]), undo(1), Err(Refusal::NothingToUndo));

    INSTRUMENT.check(&given(), read_again(2, found()), Err(Refusal::Unknown));
    INSTRUMENT.check(&given(), read_again(1, vec![task(1, 0, 30)]), Err(Refusal::Exists));
    INSTRUMENT.check(&given(), read_again(1, vec![task(11, 0, 101)]), Err(Refusal::OutsideText));
}

#[test]
fn what_a_person_had_a_hand_in_is_kept_and_not_found_again() {
    let edited = Event::FindingEdited { finding: task(1, 0, 35) };
    let judged = Event::CoverageJudged { clause: id(1), by: id(7), answer: id(11), answers: Some(true) };
    let own = Finding { rule: Finding::BY_A_PERSON.into(), ..task(1, 0, 40) };
    let table = [
        (given_and([accepted(1)]), &[2, 3][..]),
        (given_and([edited]), &[2, 3]),
        (given_and([judged]), &[2, 3]),
        (given_and([split_1()]), &[2, 3]),
        (given_and([merged_1_and_2()]), &[3]),
        (vec![registered(), added(), Event::FindingAdded { version: id(1), finding: own }], &[]),
    ];
    for (given, replaced) in table {
        // Words that meet those of the first task: found already. A citation is another kind.
        let (same, other) = (task(11, 10, 38), citation(12, 10, 38));
        let found = found_again(replaced, vec![other.clone()]);
        INSTRUMENT.check(&given, read_again(1, vec![same, other]), Ok(&[found]));
    }
    // What was said to be none does not come back; other words may.
    let found = found_again(&[2, 3], vec![task(12, 0, 39)]);
    INSTRUMENT.check(
        &given_and([rejected(1)]),
        read_again(1, vec![task(11, 0, 40), task(12, 0, 39)]),
        Ok(&[found]),
    );
}

#[test]
fn an_instrument_is_joined_to_another_by_a_person_and_parted_again() {
    let joined = Event::Joined { work: id(7) };
    let refused = Event::JoinRefused { work: id(8) };
    let part = || Command::Part { reason: "Hai văn bản".into() };
    INSTRUMENT.check(&given(), Command::Join(id(7)), Ok(std::slice::from_ref(&joined)));
    INSTRUMENT.check(&given_and([joined.clone()]), Command::Join(id(7)), Err(Refusal::NoChange));
    INSTRUMENT.check(&given_and([joined.clone()]), Command::RefuseJoin(id(7)), Err(Refusal::NoChange));
    INSTRUMENT.check(&given(), Command::RefuseJoin(id(8)), Ok(std::slice::from_ref(&refused)));
    INSTRUMENT.check(&given_and([refused]), Command::RefuseJoin(id(8)), Err(Refusal::NoChange));
    INSTRUMENT.check(&given(), part(), Err(Refusal::NoChange));
    let parted = Event::Parted { reason: "Hai văn bản".into() };
    INSTRUMENT.check(&given_and([joined.clone()]), part(), Ok(std::slice::from_ref(&parted)));
    assert_eq!(INSTRUMENT.after(&given_and([joined, parted])).work, None);
}

#[test]
fn coverage_is_judged_and_the_judgement_taken_back() {
    let judge = |clause: u128, answers| Command::JudgeCoverage {
        clause: id(clause),
        by: id(7),
        answer: id(11),
        answers,
    };
    let judged = |answers| Event::CoverageJudged { clause: id(1), by: id(7), answer: id(11), answers };
    INSTRUMENT.check(&given(), judge(1, Some(true)), Ok(&[judged(Some(true))]));
    INSTRUMENT.check(&given(), judge(1, None), Err(Refusal::NoChange));
    INSTRUMENT.check(&given(), judge(9, Some(true)), Err(Refusal::Unknown));
    let yes = given_and([judged(Some(true))]);
    INSTRUMENT.check(&yes, judge(1, Some(true)), Err(Refusal::NoChange));
    INSTRUMENT.check(&yes, judge(1, Some(false)), Ok(&[judged(Some(false))]));
    INSTRUMENT.check(&yes, judge(1, None), Ok(&[judged(None)]));
    assert_eq!(INSTRUMENT.after(&yes).judgement(id(1), id(7), id(11)), Some(true));
    assert_eq!(INSTRUMENT.after(&given_and([judged(Some(true)), judged(None)])).coverage, []);
}

#[test]
fn only_an_instrument_without_a_text_leaves_the_record() {
    let withdraw = || Command::Withdraw { reason: "Không còn được dẫn chiếu".into() };
    let withdrawn = Event::Withdrawn { reason: "Không còn được dẫn chiếu".into() };
    INSTRUMENT.check(&[registered()], withdraw(), Ok(std::slice::from_ref(&withdrawn)));
    INSTRUMENT.check(&given(), withdraw(), Err(Refusal::HasText));
    let gone = [registered(), withdrawn];
    INSTRUMENT.check(&gone, Command::Restore, Ok(&[Event::Restored]));
    INSTRUMENT.check(&gone, withdraw(), Err(Refusal::Closed));
    INSTRUMENT.check(&[registered()], Command::Restore, Err(Refusal::NothingToUndo));
}

#[test]
fn only_those_who_keep_instruments_and_review_do_so() {
    for actor in [somebody(Role::Reader), owner_of(1), somebody(Role::Verifier)] {
        INSTRUMENT.check_by(actor, &[], Command::Register(details()), Err(Refusal::NotPermitted));
        INSTRUMENT.check_by(actor, &given(), reject(1), Err(Refusal::NotPermitted));
    }
    INSTRUMENT.check_by(somebody(Role::Clerk), &given(), reject(1), Ok(&[rejected(1)]));
}

#[test]
fn events_add_up() {
    let edited = Event::FindingEdited { finding: task(2, 41, 80) };
    let state = INSTRUMENT.after(&given_and([split_1(), accepted(4), edited, rejected(3)]));
    let verdicts: Vec<&str> = state.findings.iter().map(|known| known.verdict.code()).collect();
    assert_eq!(verdicts, ["superseded", "pending", "rejected", "accepted", "pending"]);
    assert_eq!(state.finding(id(2)).map(|known| known.finding.start), Some(41));
    assert_eq!(state.finding(id(4)).map(|known| known.made_from.clone()), Some(vec![id(1)]));
    let version = state.version_of(id(1)).expect("the version came in");
    assert_eq!((version.reader.as_deref(), version.added_at), (Some("haidang 0.1"), minute(2)));
    assert_eq!((state.version, state.created_at, state.changed_at), (7, Some(minute(1)), Some(minute(7))));
    assert_eq!(state.title(Language::Fr), Some("Về xây dựng và phát triển thành phố Hải Phòng"));
}

// Properties. Ids of findings are small numbers that often meet; a text has at most 60 characters.

fn any_finding(ids: std::ops::Range<u128>) -> impl Strategy<Value = Finding> {
    let number = (-999..999_i32).prop_map(|hundredths| f64::from(hundredths) / 100.0);
    let content = prop_oneof![
        3 => Just(task(0, 0, 0).content),
        1 => Just(citation(0, 0, 0).content),
        1 => (any_text(), vec(number, 0..3)).prop_map(|(indicator, value)| {
            Content::Target { indicator, comparator: None, value, unit: None, period: None, status: None }
        }),
    ];
    let numbers: Vec<u128> = ids.collect();
    (select(numbers), 0..30_usize, 1..30_usize, content)
        .prop_map(|(number, start, length, content)| finding(number, start, start + length, content))
}

fn any_decision(new_ids: std::ops::Range<u128>) -> impl Strategy<Value = Command> {
    let known = || (1..12_u8).prop_map(|number| id::<FindingId>(number.into()));
    let commitment =
        prop_oneof![1 => Just(None), 3 => any_id().prop_map(|task| Some(Commitment::Task(task)))];
    prop_oneof![
        (known(), vec(any_finding(new_ids.clone()), 2..4))
            .prop_map(|(finding, into)| Command::SplitFinding { finding, into }),
        (vec(known(), 2..4), any_finding(new_ids))
            .prop_map(|(findings, into)| Command::MergeFindings { findings, into }),
        (known(), commitment)
            .prop_map(|(finding, commitment)| Command::AcceptFinding { finding, commitment }),
        known().prop_map(Command::RejectFinding),
    ]
}

/// How it stands to others.
fn any_standing() -> impl Strategy<Value = Command> {
    let relation = || (select(Relation::ALL.to_vec()), any_id(), any_text());
    prop_oneof![
        (any_id(), relation()).prop_map(|(finding, (relation, to, words))| {
            Command::ResolveCitation { finding, relation, to, words }
        }),
        relation().prop_map(|(relation, to, reason)| Command::WithdrawRelation { relation, to, reason }),
        (any_id(), crate::testing::any_day(), any_text()).prop_map(|(version, day, issuer)| {
            let stated = Stated { issuer: Some(issuer), issued_on: Some(day), ..Stated::default() };
            Command::StateVersion { version, stated }
        }),
        (any_id(), select(Language::ALL.to_vec()))
            .prop_map(|(version, language)| Command::CorrectLanguage { version, language }),
        (any_id(), vec(any_finding(1..30), 0..4)).prop_map(|(version, findings): (VersionId, _)| {
            let (reader, remarks) = (String::new(), Vec::new());
            Command::ReadAgain { version, reader, findings, remarks }
        }),
        any_id().prop_map(Command::Join),
        any_id().prop_map(Command::RefuseJoin),
        any_text().prop_map(|reason| Command::Part { reason }),
        (any_id(), any_id(), any_id(), proptest::option::of(any::<bool>()))
            .prop_map(|(clause, by, answer, answers)| Command::JudgeCoverage { clause, by, answer, answers }),
        any_text().prop_map(|reason| Command::Withdraw { reason }),
        Just(Command::Restore),
    ]
}

fn any_command() -> impl Strategy<Value = Command> {
    let any_details = || {
        (any_text(), any_classification()).prop_map(|(source, classification)| Details {
            classification,
            source,
            ..details()
        })
    };
    let relation = (select(Relation::ALL.to_vec()), any_id(), any_text());
    prop_oneof![
        1 => any_details().prop_map(Command::Register),
        1 => any_details().prop_map(Command::CorrectDetails),
        2 => (1..4_u8, 0..60_usize, vec(any_finding(1..12), 0..4))
            .prop_map(|(version, characters, findings)| add_version(version.into(), characters, findings)),
        2 => (any_id(), any_finding(1..12))
            .prop_map(|(version, finding)| Command::AddFinding { version, finding }),
        1 => any_finding(1..12).prop_map(Command::EditFinding),
        4 => any_decision(1..12),
        2 => (1..12_u8).prop_map(|number| undo(number.into())),
        1 => relation.prop_map(|(relation, to, source)| Command::Relate { relation, to, source }),
        2 => any_standing(),
    ]
}

/// Three tasks to be reviewed, and whatever else is asked then.
fn any_review() -> impl Strategy<Value = Vec<Command>> {
    vec(any_command(), 0..12).prop_map(|commands| {
        let findings = vec![task(1, 0, 10), task(2, 10, 20), task(3, 20, 30)];
        [Command::Register(details()), add_version(1, 60, findings)]
            .into_iter()
            .chain(commands)
            .collect::<Vec<_>>()
    })
}

fn pending(state: &State) -> BTreeSet<FindingId> {
    let pending = state.findings.iter().filter(|known| known.verdict == Verdict::Pending);
    pending.map(|known| known.finding.id).collect()
}

/// The findings of which a decision can be undone: what it was made on, and what it made.
fn touched(decision: &Command) -> Vec<FindingId> {
    let made = |findings: &[Finding]| findings.iter().map(|finding| finding.id).collect::<Vec<_>>();
    match decision {
        Command::SplitFinding { finding, into } => [vec![*finding], made(into)].concat(),
        Command::MergeFindings { findings, into } => [findings.clone(), vec![into.id]].concat(),
        Command::AcceptFinding { finding, .. } | Command::RejectFinding(finding) => vec![*finding],
        _ => Vec::new(),
    }
}

fn ask(state: &State, command: Command) -> Result<State, Refusal> {
    let context = Context { actor: somebody(Role::Clerk), today: crate::testing::TODAY };
    let mut state = state.clone();
    for event in decide(&state, command, &context)? {
        let version = state.version + 1;
        evolve(&mut state, &event, &recorded(&event, version));
    }
    Ok(state)
}

proptest! {
    #[test]
    fn whatever_is_asked_an_instrument_stays_whole(commands in vec(any_command(), 0..40)) {
        let state = INSTRUMENT.live(commands);
        let ids: BTreeSet<FindingId> = state.findings.iter().map(|known| known.finding.id).collect();
        prop_assert_eq!(ids.len(), state.findings.len(), "every finding has its own id");
        for known in &state.findings {
            let version: VersionId = known.version;
            let characters = state.version_of(version).map_or(0, |version| version.characters);
            prop_assert!(known.finding.end <= characters);
        }
    }

    #[test]
    fn undo_gives_back_what_was_pending(review in any_review(), decision in any_decision(100..110)) {
        let before = INSTRUMENT.live(review);
        if let Ok(decided) = ask(&before, decision.clone()) {
            prop_assert_ne!(pending(&decided), pending(&before));
            for finding in touched(&decision) {
                let undone = ask(&decided, Command::UndoFinding(finding));
                prop_assert_eq!(undone.as_ref().map(pending), Ok(pending(&before)));
            }
        }
    }
}
