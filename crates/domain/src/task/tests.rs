//! The rules of tasks, as examples and as properties.

use super::*;
use crate::testing::{
    Rules, TODAY, any_classification, any_day, any_deadline, any_id, any_origin, any_party, any_text, day,
    deadline, id, minute, owner_of, party, somebody, unknown_party,
};
use crate::{Classification, Deadline, Origin, Party, Refusal, Role};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

const TASK: Rules<State, Command, Event> = Rules { decide, evolve, version: |state| state.version };

// Happened: a dyke to be repaired by the end of the year; organisation 1 leads, 2 helps.

fn created() -> Event {
    Event::Created {
        statement: "Sửa đê biển".into(),
        origin: None,
        lead: vec![party(1, "Sở Xây dựng")],
        coordinating: vec![party(2, "Sở Tài chính")],
        deadline: Some(deadline("2026")),
        classification: Classification::Public,
    }
}

fn completed() -> Event {
    Event::Completed { on: day("2026-11-01"), note: "Biên bản nghiệm thu".into() }
}

fn withdrawn() -> Event {
    Event::Withdrawn { reason: "Trùng".into() }
}

// Asked.

fn create(statement: &str, lead: Vec<Party>, coordinating: Vec<Party>) -> Command {
    let (statement, classification) = (statement.into(), Classification::Public);
    Command::Create { statement, origin: None, lead, coordinating, deadline: None, classification }
}

fn extend(until: &str, reason: &str) -> Command {
    Command::Extend { deadline: deadline(until), reason: reason.into() }
}

fn report(progress: Progress, percent: Option<u8>, text: &str) -> Command {
    Command::Report { progress, percent, text: text.into() }
}

fn complete(on: &str) -> Command {
    Command::Complete { on: day(on), note: String::new() }
}

fn reopen(reason: &str) -> Command {
    Command::Reopen { reason: reason.into() }
}

fn withdraw(reason: &str) -> Command {
    Command::Withdraw { reason: reason.into() }
}

#[test]
fn a_task_is_created_once_and_says_what_has_to_be_done() {
    let created_so = |statement: &str, lead: Vec<Party>| Event::Created {
        statement: statement.into(),
        origin: None,
        lead,
        coordinating: Vec::new(),
        deadline: None,
        classification: Classification::Public,
    };
    TASK.check(&[], create("  Sửa đê\n", vec![], vec![]), Ok(&[created_so("Sửa đê", vec![])]));
    TASK.check(&[], create(" \n", vec![], vec![]), Err(Refusal::Empty { field: "statement" }));
    TASK.check(&[created()], create("Sửa đê", vec![], vec![]), Err(Refusal::Exists));
}

#[test]
fn nothing_can_be_asked_of_a_task_that_does_not_exist() {
    for command in [Command::SetDeadline(None), complete("2026-11-01"), reopen("Chưa xong"), Command::Restore]
    {
        TASK.check(&[], command, Err(Refusal::Unknown));
    }
}

#[test]
fn words_of_a_classified_document_become_no_task() {
    let secret = Command::Create {
        statement: "…".into(),
        origin: None,
        lead: vec![],
        coordinating: vec![],
        deadline: None,
        classification: Classification::Secret,
    };
    TASK.check(&[], secret, Err(Refusal::Classified));
}

#[test]
fn every_body_stands_once_and_one_that_leads_does_not_help_as_well() {
    let lead = vec![party(3, " Sở Y tế "), party(3, "Sở Y tế thành phố"), unknown_party("  ")];
    let coordinating = vec![unknown_party("UBND xã"), party(3, "Sở Y tế"), unknown_party("UBND xã ")];
    let assigned = Event::Assigned {
        lead: vec![party(3, "Sở Y tế")],
        coordinating: vec![unknown_party("UBND xã")],
    };
    TASK.check(&[created()], Command::Assign { lead, coordinating }, Ok(&[assigned]));
}

#[test]
fn somebody_has_to_lead() {
    let nobody =
        Command::Assign { lead: vec![unknown_party(" ")], coordinating: vec![party(2, "Sở Tài chính")] };
    TASK.check(&[created()], nobody, Err(Refusal::Empty { field: "lead" }));
    let the_same = Command::Assign {
        lead: vec![party(1, "Sở Xây dựng")],
        coordinating: vec![party(2, "Sở Tài chính")],
    };
    TASK.check(&[created()], the_same, Err(Refusal::NoChange));
}

#[test]
fn a_deadline_is_set_or_taken_away() {
    TASK.check(&[created()], Command::SetDeadline(None), Ok(&[Event::DeadlineSet { deadline: None }]));
    TASK.check(&[created()], Command::SetDeadline(Some(deadline("2026"))), Err(Refusal::NoChange));
}

#[test]
fn an_extension_gives_a_later_day_and_a_reason() {
    let extended = Event::Extended { deadline: deadline("2027-Q2"), reason: "Mưa bão".into() };
    TASK.check(&[created()], extend("2027-Q2", "Mưa bão"), Ok(&[extended]));
    TASK.check(&[created()], extend("2027", " "), Err(Refusal::Empty { field: "reason" }));
    for not_later in ["2026-12-31", "2026-11", "monthly"] {
        let present = day("2026-12-31");
        TASK.check(&[created()], extend(not_later, "Mưa bão"), Err(Refusal::NotLater { present }));
    }
    TASK.check(&[created(), completed()], extend("2027", "Mưa bão"), Err(Refusal::Closed));
}

#[test]
fn what_has_no_last_day_cannot_be_extended() {
    for without in [None, Some(deadline("monthly"))] {
        let given = [created(), Event::DeadlineSet { deadline: without }];
        TASK.check(&given, extend("2027", "Mưa bão"), Err(Refusal::Empty { field: "deadline" }));
    }
}

#[test]
fn a_report_says_something() {
    let reported =
        |progress, percent, text: &str| Event::Reported { progress, percent, text: text.to_owned() };
    let before = [created(), reported(Progress::OnPath, Some(10), "Đã khởi công")];
    let cases = [
        report(Progress::OnPath, None, " Đổ bê tông "),
        report(Progress::OnPath, Some(100), ""),
        report(Progress::Blocked, None, ""),
    ];
    let then = [
        reported(Progress::OnPath, None, "Đổ bê tông"),
        reported(Progress::OnPath, Some(100), ""),
        reported(Progress::Blocked, None, ""),
    ];
    for (when, then) in cases.into_iter().zip(then) {
        TASK.check(&before, when, Ok(&[then]));
    }
    TASK.check(&before, report(Progress::OnPath, None, " "), Err(Refusal::Empty { field: "text" }));
    let too_much = Refusal::OutOfRange { field: "percent", low: 0, high: 100 };
    TASK.check(&before, report(Progress::OnPath, Some(101), "Vượt"), Err(too_much));
}

#[test]
fn what_is_done_takes_no_report_and_is_not_done_again() {
    let done = [created(), completed()];
    TASK.check(&done, report(Progress::OnPath, Some(50), "Nửa"), Err(Refusal::Closed));
    TASK.check(&done, complete("2026-11-02"), Err(Refusal::Closed));
}

#[test]
fn nobody_completes_a_task_tomorrow() {
    let today = Event::Completed { on: TODAY, note: String::new() };
    TASK.check(&[created()], complete("2026-11-16"), Ok(&[today]));
    TASK.check(&[created()], complete("2026-11-17"), Err(Refusal::InFuture { day: day("2026-11-17") }));
}

#[test]
fn only_what_is_done_is_reopened() {
    let reopened = Event::Reopened { reason: "Chưa xong".into() };
    TASK.check(&[created(), completed()], reopen("Chưa xong"), Ok(&[reopened]));
    TASK.check(&[created(), completed()], reopen(""), Err(Refusal::Empty { field: "reason" }));
    TASK.check(&[created()], reopen("Chưa xong"), Err(Refusal::Open));
}

#[test]
fn words_are_corrected_when_they_were_wrong() {
    let correct = |statement: &str| Command::Correct { statement: statement.into() };
    let corrected = Event::StatementCorrected { statement: "Sửa đê sông".into() };
    TASK.check(&[created()], correct("Sửa đê sông"), Ok(&[corrected]));
    TASK.check(&[created()], correct("Sửa đê biển "), Err(Refusal::NoChange));
}

#[test]
fn what_was_withdrawn_can_only_be_put_back() {
    TASK.check(&[created()], withdraw("Trùng"), Ok(&[withdrawn()]));
    TASK.check(&[created()], withdraw(" "), Err(Refusal::Empty { field: "reason" }));
    TASK.check(&[created()], Command::Restore, Err(Refusal::NothingToUndo));
    let gone = [created(), withdrawn()];
    TASK.check(&gone, Command::Restore, Ok(&[Event::Restored]));
    for command in [withdraw("Trùng"), complete("2026-11-01"), Command::SetDeadline(None)] {
        TASK.check(&gone, command, Err(Refusal::Closed));
    }
}

fn words_of(finding: u128) -> Origin {
    Origin {
        instrument: id(1),
        version: id(finding),
        finding: id(finding),
        start: 0,
        end: 9,
        quote: "Sửa đê".into(),
    }
}

#[test]
fn a_task_has_the_wordings_of_all_versions_and_keeps_the_last_one() {
    let from_text = Event::Created {
        statement: "Sửa đê biển".into(),
        origin: Some(words_of(1)),
        lead: Vec::new(),
        coordinating: Vec::new(),
        deadline: None,
        classification: Classification::Public,
    };
    let added = Event::WordingAdded { origin: words_of(2) };
    let removed = |finding: u128| Event::WordingRemoved { finding: id(finding) };
    let given = std::slice::from_ref(&from_text);
    TASK.check(given, Command::AddWording(words_of(2)), Ok(std::slice::from_ref(&added)));
    TASK.check(given, Command::AddWording(words_of(1)), Err(Refusal::Exists));
    TASK.check(given, Command::RemoveWording(id(1)), Err(Refusal::LastWording));
    TASK.check(given, Command::RemoveWording(id(2)), Err(Refusal::Unknown));
    let both = [from_text.clone(), added.clone()];
    TASK.check(&both, Command::AddWording(words_of(2)), Err(Refusal::Exists));
    TASK.check(&both, Command::RemoveWording(id(1)), Ok(&[removed(1)]));
    let state = TASK.after(&[from_text, added, removed(1)]);
    assert_eq!((state.origin, state.wordings), (Some(words_of(2)), vec![]), "the next takes its place");
}

#[test]
fn an_owner_reports_and_completes_its_own_tasks_only() {
    let done = Event::Completed { on: day("2026-11-01"), note: String::new() };
    for organisation in [1, 2] {
        TASK.check_by(
            owner_of(organisation),
            &[created()],
            complete("2026-11-01"),
            Ok(std::slice::from_ref(&done)),
        );
    }
    TASK.check_by(owner_of(3), &[created()], complete("2026-11-01"), Err(Refusal::NotPermitted));
    TASK.check_by(owner_of(1), &[created()], extend("2027", "Mưa bão"), Err(Refusal::NotPermitted));
    TASK.check_by(owner_of(1), &[created()], withdraw("Trùng"), Err(Refusal::NotPermitted));
    TASK.check_by(somebody(Role::Clerk), &[created()], extend("2027", "Mưa bão"), Err(Refusal::NotPermitted));
    TASK.check_by(somebody(Role::Reader), &[], create("Sửa đê", vec![], vec![]), Err(Refusal::NotPermitted));
}

#[test]
fn events_add_up() {
    let reported =
        Event::Reported { progress: Progress::Behind, percent: Some(40), text: "Thiếu cát".into() };
    let extended = Event::Extended { deadline: deadline("2027-06-30"), reason: "Mưa bão".into() };
    let state = TASK.after(&[created(), reported, extended, completed(), withdrawn(), Event::Restored]);
    assert_eq!(state.version, 6);
    assert_eq!((state.created_at, state.changed_at), (Some(minute(1)), Some(minute(6))));
    assert_eq!((state.deadline, state.extensions), (Some(deadline("2027-06-30")), 1));
    assert_eq!(state.report.map(|report| (report.percent, report.at)), Some((Some(40), minute(2))));
    assert_eq!((state.completed_on, state.withdrawn), (Some(day("2026-11-01")), false));
}

fn any_command() -> impl Strategy<Value = Command> {
    let parties = || vec(any_party(), 0..4);
    let create =
        (any_text(), any_origin(), parties(), parties(), option::of(any_deadline()), any_classification());
    let report = (select(Progress::ALL.to_vec()), option::of(any::<u8>()), any_text());
    prop_oneof![
        create.prop_map(|(statement, origin, lead, coordinating, deadline, classification)| {
            Command::Create { statement, origin, lead, coordinating, deadline, classification }
        }),
        (parties(), parties()).prop_map(|(lead, coordinating)| Command::Assign { lead, coordinating }),
        option::of(any_deadline()).prop_map(Command::SetDeadline),
        (any_deadline(), any_text()).prop_map(|(deadline, reason)| Command::Extend { deadline, reason }),
        report.prop_map(|(progress, percent, text)| Command::Report { progress, percent, text }),
        (any_day(), any_text()).prop_map(|(on, note)| Command::Complete { on, note }),
        any_text().prop_map(|reason| Command::Reopen { reason }),
        any_text().prop_map(|statement| Command::Correct { statement }),
        any_origin().prop_map(|origin| origin.map_or(Command::Restore, Command::AddWording)),
        any_id().prop_map(Command::RemoveWording),
        any_text().prop_map(|reason| Command::Withdraw { reason }),
        Just(Command::Restore),
    ]
}

proptest! {
    #[test]
    fn whatever_is_asked_a_task_stays_whole(commands in vec(any_command(), 0..40)) {
        let state = TASK.live(commands);
        let leads_and_helps = |party: &Party| state.lead.iter().any(|lead| lead.is_same_body(party));
        prop_assert!(!state.coordinating.iter().any(leads_and_helps));
        prop_assert!(state.completed_on.is_none_or(|on| on <= TODAY));
    }

    #[test]
    fn an_extension_never_brings_the_last_day_nearer(until in any_deadline(), present in any_deadline()) {
        let given = [created(), Event::DeadlineSet { deadline: Some(present) }];
        let context = crate::Context { actor: somebody(Role::Head), today: TODAY };
        let asked = Command::Extend { deadline: until, reason: "Mưa bão".into() };
        let granted = decide(&TASK.after(&given), asked, &context).is_ok();
        let later = Deadline::due(present).zip(until.due()).is_some_and(|(present, until)| until > present);
        prop_assert_eq!(granted, later);
    }
}
