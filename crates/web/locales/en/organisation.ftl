### Organisations

organisations-title = Agencies
organisation-count =
    { $count ->
        [one] { $shown } agency
       *[other] { $shown } agencies
    }
organisation-aliases = Other names
organisation-level = Level
organisation-level-party-central = Party, national
organisation-level-state-central = State, national
organisation-level-government = Government
organisation-level-ministry = Ministry
organisation-level-city-party = Party, city
organisation-level-city = City
organisation-level-department = City department
organisation-level-district = District
organisation-level-commune = Commune or ward
organisation-level-enterprise = Enterprise
organisation-level-other = Other
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
event-organisation-withdrawn = Taken off the record: { $reason }
event-organisation-restored = Put back on record
