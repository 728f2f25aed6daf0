### Tasks

tasks-title = Tasks
task-title = Task: { $statement }
tasks-none = No task matches the filter.
tasks-csv = Download as a table (CSV)
tasks-by-standing = Filter by standing
task-count =
    { $count ->
        [one] { $shown } task
       *[other] { $shown } tasks
    }
task-unassigned = Not assigned
task-with = with
task-extensions =
    { $count ->
        [one] extended once
       *[other] extended { $shown } times
    }
task-overdue-days =
    { $count ->
        [one] overdue by { $shown } day
       *[other] overdue by { $shown } days
    }
task-last-report = Last report
task-no-report = Nobody has reported yet.
task-report = Report progress
task-report-hint = What was done, and what stands in the way.
task-report-button = Send the report
task-complete = Mark as done
task-complete-hint = The document or result that shows it.
task-complete-button = Mark as done
task-assign = Assign
task-assign-hint = One body to a field. Empty fields are left out.
task-assign-button = Assign
task-deadline = Set the deadline
task-deadline-button = Set the deadline
task-extend = Extend
task-new-deadline = New deadline
task-extend-button = Extend
task-correct = Correct the words
task-correct-hint = Only where we had it wrong; the sentence of the document stays as it is.
task-correct-button = Save the correction
task-reopen = Reopen
task-reopen-button = Reopen
standing-on_time = Done on time
standing-late = Done late
standing-in_term = In term
standing-overdue = Overdue
progress-not_started = Not started
progress-on_path = On path
progress-behind = Behind
progress-blocked = Blocked
progress-never = Never reported
notice-task-reported = The report was recorded.
notice-task-completed = The task is recorded as done.
notice-task-assigned = The task was assigned.
notice-task-deadline = The deadline was set.
notice-task-extended = The extension was recorded.
notice-task-corrected = The words were corrected.
notice-task-reopened = The task was reopened.
event-task-created = Taken into the programme
event-task-assigned = Assigned to { $lead }
event-task-assigned-with = Assigned to { $lead }, with { $coordinating }
event-task-deadline-set = Deadline set: { $deadline }
event-task-extended = Extended: { $deadline }. Reason: { $reason }
event-task-reported = Reported: { $progress }. { $text }
event-task-completed = Done on { $on }. { $note }
event-task-reopened = Reopened: { $reason }
event-task-statement-corrected = Words corrected: { $statement }
