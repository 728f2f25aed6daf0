### The frame of the pages

brand = Haidang
skip = Skip to main content
nav-label = Sections
nav-overview = Overview
nav-instruments = Instruments
nav-tasks = Tasks
nav-targets = Targets
nav-projects = Projects
nav-recommendations = Recommendations
nav-organisations = Agencies
language-label = Language
language-vi = Vietnamese
language-en = English
language-fr = French
as-at-label = As at
as-at-button = Show
as-at-today = Back to today
past-label = A past day is shown
past-banner = This page shows { $day }, as recorded by the end of that day. To make changes, go back to today.
demo-label = Demonstration
demo-notice = This is a demonstration: everybody shares one clerk’s account and the data may be cleared at any time. Do not put classified documents or personal data here.
foot-data = Data:
foot-program = Haidang – follows resolutions, directives and plans to the end
title-error = Error: { $title }
none = None
not-known = Not known
one-per-line = (one to a line)
withdrawn = Withdrawn

## Search

search-title = Search
search-label = Search everything
search-placeholder = Symbol, words, agency …
search-button = Search
search-hint = Tones and accents may be left out.
search-count =
    { $count ->
        [0] Nothing found. Try fewer words.
        [one] { $shown } result
       *[other] { $shown } results
    }

## Lists: filters, pages

filter-label = Filter
filter-words = Keywords
filter-all = All
filter-due-from = Due from
filter-due-until = Due until
filter-unassigned = Without a lead agency
filter-never-reported = Never reported on
filter-withdrawn = Withdrawn as well
filter-pending = Only those awaiting review
filter-year = Year of issue
filter-button = Filter
filter-clear = Clear the filter
pager-label = Pages
pager-summary = { $total }, page { $page } of { $last }
pager-previous = Previous page
pager-next = Next page

## Days and numbers

date-full = { $day } { $monthName } { $year }
date-first = 1
date-moment = { $date } at { $time }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
number-percent = { $number }%
deadline-none = No deadline
deadline-month = { $monthName } { $year }
deadline-quarter = Q{ $number } { $year }
deadline-year = { $year }
deadline-years = { $from }–{ $until }
deadline-span = { $from } – { $until }
deadline-last-day = until { $day }
deadline-hint = For example: 31/12/2026, 12/2026, Q4 2026, Q4 2025 - Q2 2026, 2026, 2026-2030, monthly
recurrence-daily = every day
recurrence-weekly = every week
recurrence-monthly = every month
recurrence-quarterly = every quarter
recurrence-yearly = every year

## Names of fields

field-about = About the instrument
field-again = Password once more
field-authority = Authority
field-capital = Capital
field-category = Category
field-changed = Changed
field-classification = Classification
field-comparator = Comparison
field-completed_on = Done on
field-coordinating = Coordinating agencies
field-date = Date of issue
field-deadline = Deadline
field-deadline_words = Time as printed
field-deliverable = Deliverable
field-due = Last day
field-effective_on = Counts from
field-extensions = Extensions
field-from = From
field-id = Id
field-indicator = Indicator
field-instrument = Instrument
field-issued_on = Date of issue
field-issuer = Issued by
field-kind = Kind
field-lead = Lead agency
field-location = Place
field-login = User name
field-name = Name
field-note = Evidence, note
field-on = Day
field-organisation = Organisation
field-owner = Owner
field-password = Password
field-percent = Per cent done
field-period = Period
field-person = Full name
field-progress = Progress
field-reason = Reason
field-role = Role
field-source = Source
field-stage = Stage
field-standing = Standing
field-statement = Task
field-status = Status
field-findings = Findings
field-into = Successor
field-language = Language
field-relation = Relation
field-relation_words = Words of the relation
field-symbol = Symbol
field-text = Report
field-title = Title
field-title-en = Title (English)
field-title-fr = Title (French)
field-title-in = Title ({ $language })
field-title-vi = Title (Vietnamese)
field-to = To
field-token = Setup code
field-unit = Unit
field-value = Value
field-words = Words of the text
classification-public = Public
classification-internal = Internal
classification-confidential = Confidential
classification-secret = Secret
classification-top_secret = Top secret
noun-account = Account
noun-instrument = Instrument
noun-organisation = Agency
noun-project = Project
noun-recommendation = Recommendation
noun-target = Target
noun-task = Task

## Changing a record

acts-title = Actions
change-basis = Authority and effective day (optional)
change-authority-hint = The instrument, minute or order that this rests on.
change-effective-hint = Leave empty for today.
source-hint = The document, report or data that says so.
withdraw-title = Withdraw from the programme
withdraw-button = Withdraw
restore-title = Put back into the programme
restore-button = Put back
notice-withdrawn = Withdrawn from the programme.
notice-restored = Put back into the programme.
event-withdrawn = Withdrawn: { $reason }
event-restored = Put back
history-title = History
history-none = No change has been recorded.
history-effective = effective from
history-authority = on the authority of
chain-title = Where it comes from
chain-place = See it in its place in the text
chain-none = It does not rest on the words of a document here.

## A form that came too late

stale-title = Somebody changed this in the meantime
stale-advice = What you entered has not been saved, and nothing of it is lost. Compare it with what is now so, then decide.
stale-caption = What you entered and what is now so
stale-field = Field
stale-typed = You entered
stale-now = Now
stale-difference = Comparison
stale-same = The same
stale-differs = Different
stale-apply = Apply what I entered all the same
stale-leave = Leave it as it is now
