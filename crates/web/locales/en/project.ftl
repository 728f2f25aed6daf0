### Projects

projects-title = Projects
project-title = Project: { $name }
projects-none = No project matches the filter.
project-count =
    { $count ->
        [one] { $shown } project
       *[other] { $shown } projects
    }
project-location = { $latitude }° N, { $longitude }° E
project-location-about = about { $latitude }° N, { $longitude }° E (centre of the commune, not the exact place)
project-stages = Stages reached
project-stages-none = No stage is recorded.
project-record = Record a stage
project-record-button = Record
stage-idea = Idea
stage-preparation = In preparation
stage-approved = Approved
stage-under_construction = Under construction
stage-completed = Completed
stage-unknown = Not known
project-kind-industrial_park = Industrial park
project-kind-industrial_cluster = Industrial cluster
project-kind-road = Road
project-kind-bridge = Bridge
project-kind-railway = Railway
project-kind-airport = Airport
project-kind-port = Port
project-kind-tourism = Tourism
project-kind-energy = Energy
project-kind-water = Water
project-kind-housing = Housing
project-kind-urban = Urban development
project-kind-economic_zone = Economic zone
project-kind-land_reclamation = Land reclamation
project-kind-health = Health
project-kind-education = Education
project-kind-digital = Digital
project-kind-other = Other
notice-project-stage = The stage was recorded.
event-project-listed = Listed
event-project-corrected = Description corrected
event-project-stage = { $on }: { $stage }. Source: { $source }
