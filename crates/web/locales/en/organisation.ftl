### Organisations

organisations-title = Agencies
organisation-count =
    { $count ->
        [one] { $shown } agency
       *[other] { $shown } agencies
    }
organisation-aliases = Other names
organisation-level = Level
organisation-founded = Since
organisation-ended = ended on { $day }
organisation-successors = Successors
organisation-tasks = Tasks of
organisation-tasks-short = Show
event-organisation-founded = Recorded: { $name }
event-organisation-renamed = Renamed { $name } from { $on }
event-organisation-names-corrected = Name corrected: { $name }
event-organisation-merged = Merged from { $on }. Authority: { $basis }
event-organisation-split = Split into { $shown } organisations
