### Targets

targets-title = Targets
target-title = Target: { $indicator }
targets-none = No target matches the filter.
targets-by-status = Filter by status
target-count =
    { $count ->
        [one] { $shown } target
       *[other] { $shown } targets
    }
target-number = No.
target-set-by = Set by
target-no-value = no value known
target-range = { $from } to { $until }
target-at-least = at least { $number }
target-at-most = at most { $number }
target-with-unit = { $value } { $unit }
target-statuses = How it stood
target-statuses-none = Nobody has said yet how it stands.
target-record = Record how it stands
target-record-button = Record
status-met = Met
status-on_path = On path
status-challenged = Facing challenges
status-missed = Missed
status-none = Not known
comparator-at-least = at least
comparator-at-most = at most
comparator-equal = equal to
comparator-range = between
notice-target-status = The status was recorded.
event-target-set = Target set
event-target-corrected = Definition corrected
event-target-status = { $on }: { $status }. Source: { $source }
