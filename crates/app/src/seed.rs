//! Made-up tasks in number, for measuring and for trying the pages at the size of a city.

use crate::kind::{Kind, Task};
use crate::{App, AppError};
use haidang_domain::task::{Command, Progress};
use haidang_domain::{Classification, CommandId, Deadline, Event, StreamId, task};
use haidang_store::Append;
use jiff::ToSpan as _;

/// Tasks in one transaction.
const CHUNK: usize = 1_000;

impl App {
    /// Adds so many made-up tasks over the organisations on record: some done on time, some late,
    /// some overdue, some reported. `progress` is told how many are there.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn seed_tasks(&self, count: usize, mut progress: impl FnMut(usize)) -> Result<(), AppError> {
        let by = Self::system();
        let names: Vec<String> = self.organisations().await?.into_iter().map(|row| row.names.vi).collect();
        let parties = self.resolve_parties(&names).await?;
        let mut done = 0;
        while done < count {
            let until = (done + CHUNK).min(count);
            let mut appends = Vec::with_capacity(until - done);
            for number in done..until {
                let lead = parties.get(number % parties.len().max(1)).cloned();
                appends.push(self.made_up(number, lead)?);
            }
            self.commit(self.batch(&by, CommandId(self.new_id()), appends)).await?;
            done = until;
            progress(done);
        }
        Ok(())
    }

    fn made_up(&self, number: usize, lead: Option<haidang_domain::Party>) -> Result<Append, AppError> {
        let context = self.context(Self::system().actor);
        let id = self.new_id();
        let days = i64::try_from(number % 720).unwrap_or_default() - 360;
        let due = context.today.checked_add(days.days()).unwrap_or(context.today);
        let create = Command::Create {
            statement: format!(
                "Nhiệm vụ mẫu số {}: rà soát, tổng hợp và báo cáo kết quả thực hiện",
                number + 1
            ),
            origin: None,
            lead: lead.into_iter().collect(),
            coordinating: Vec::new(),
            deadline: Some(Deadline::day(due)),
            classification: Classification::Internal,
        };
        let mut state = task::State::default();
        let mut events: Vec<Event> = Vec::new();
        for command in std::iter::once(create).chain(later(number, due, context.today)) {
            let more = Task::decide(&state, command, &context)?;
            self.preview::<Task>(&Self::system(), id, &mut state, &more);
            events.extend(more);
        }
        Ok(Append { stream: StreamId { noun: Task::NOUN, id }, expected_version: 0, events })
    }
}

/// What happened to a made-up task: of five, two are done, one is reported on.
fn later(number: usize, due: jiff::civil::Date, today: jiff::civil::Date) -> Option<Command> {
    let on = if number.is_multiple_of(10) { due.checked_add(3.days()).unwrap_or(due) } else { due };
    match number % 5 {
        0 | 1 => Some(Command::Complete { on: on.min(today), note: "Đã hoàn thành".to_owned() }),
        2 => Some(Command::Report {
            progress: Progress::OnPath,
            percent: Some(40),
            text: "Đang thực hiện".to_owned(),
        }),
        _ => None,
    }
}
