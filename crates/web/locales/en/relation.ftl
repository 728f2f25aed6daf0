### Relations, versions, graph, coverage

## Relations

relations-out = This instrument
relations-in = Named in
relation-in-cites = is cited in
relation-in-based_on = is the basis of
relation-in-implements = is carried out by
relation-in-continues = is continued by
relation-in-reviews = is reviewed in
relation-in-amends = is amended by
relation-in-replaces = is replaced by
relation-in-repeals = is repealed by
relation-in-assigns_review = is given for review in
relation-add = Add a relation
relation-find = Find the other instrument
relation-find-hint = Number and sign or title, such as 45-NQ/TW
relation-find-button = Find
relation-find-none = No other instrument was found. Try the number and sign.
relation-other = The other instrument
relation-kind = This instrument … the other
relation-version_of = is a version of
relation-source = Source or words
relation-add-button = Record the relation
relation-withdraw = Withdraw this relation
relation-withdraw-button = Withdraw
relation-unclear = Citations that could mean several instruments
relation-unclear-hint = Several instruments have this number; say which one is meant.
relation-unclear-choose = Choose
notice-relation-recorded = The relation was recorded.
notice-relation-withdrawn = The relation was withdrawn.
trouble-other = Choose the other instrument and the relation.

## Known by citation

instrument-stub = No text yet
instrument-stub-lead = This instrument is known by citation or from data only. When its text is uploaded, it is recognised as this one.
instrument-text-in-versions = This record has no text of its own; what it says is known from the versions below.
instrument-withdrawn = No longer cited by any instrument
filter-cited-only = Only those without a text
filter-conflicts = Only those on which sources differ

## Sources differ

conflict-title = Sources differ
conflict-lead = All of these are kept; none is chosen. Check the original.
conflict-date = Date of issue: { $value }
conflict-issuer = Issuer: { $value }
conflict-by-record = the record
conflict-by-version = version { $name }
conflict-by-citation = citation in { $name }
conflict-tag = sources differ

## Versions

versions-title = Versions
versions-none = There is no version yet.
versions-report = press report
versions-compare = Versions side by side
version-tag = version
version-of = This is a version of
version-part = It is no version of this instrument
version-part-button = Part them
version-join-button = Yes, join them
version-refuse-button = No
version-proposed = May be versions
version-proposed-lead = Only proposed; you decide.
version-look = Look for other versions on record
version-look-none = No other document looks like a version.
download-label = Download the version shown:
download-text = Text (.txt)
download-json = Reading (JSON)
download-akn = Akoma Ntoso (XML)
download-annotations = Web Annotation (JSON-LD)
likely-version = the same instrument
likely-press_report = press report of it
likely-reasons = Because: { $reasons } ({ $score })
reason-symbol = number and sign
reason-about = about the same symbol
reason-date = date
reason-issuer = issuer
reason-kind = kind
reason-sentences = sentences that correspond
reason-citations = the same citations
reason-differences = figures and dates agree
notice-version-joined = The version was joined.
notice-version-refused = Recorded: it is no version.
notice-version-parted = The version was parted.

## Side by side

compare-title = Versions side by side: { $name }
compare-left = Left
compare-right = Right
compare-button = Compare
compare-need-two = Two versions are needed to compare.
compare-summary = { $pairs } pairs of sentences; { $left } only on the left; { $right } only on the right
compare-differences = Numbers, dates, symbols and names that differ
compare-differences-none = No number, date, symbol or name differs in the sentences that correspond.
compare-sentences = Sentence by sentence
compare-only-left = only on the left
compare-only-right = only on the right
compare-unsure = unsure
compare-nothing = not said
compare-place = To sentence { $number }
difference-number = Number
difference-date = Date
difference-symbol = Symbol
difference-name = Name
difference-kind = Kind
wordings-title = Wordings in other versions

## Graph

graph-title = Graph of instruments
graph-link = Graph of relations
graph-lead = Each row is a level, in it by date of issue. A dashed frame: an instrument without a text.
graph-none = There are no relations yet. Confirm citations in review, or add relations on the page of an instrument.
graph-whole = The whole graph
graph-depth = Steps
graph-too-many = Only the { $shown } instruments with most relations are drawn; the table has all.
graph-legend = Legend
graph-table = Table of relations
graph-from = Instrument
graph-relation = Relation
graph-to = To
graph-focus-on = Put in focus
graph-undated = no date
relation-count =
    { $count ->
        [one] { $shown } relation
       *[other] { $shown } relations
    }
level-party = Party centre
level-assembly = National Assembly
level-government = Government, Prime Minister
level-ministry = Ministries
level-local-party = Local Party
level-council = People’s council
level-committee = People’s committee, departments
level-press = Press
level-other = Other

## Coverage matrix

coverage-title = Coverage: { $higher }
coverage-link = Coverage matrix
coverage-lead = Each row is a clause of the higher instrument; beside it are what the lower instrument may answer it with.
coverage-by = Lower instrument
coverage-choose = Choose the lower instrument.
coverage-no-lower = No other instrument has a text to compare with.
coverage-no-text = This instrument has no text yet, so there is nothing to compare.
coverage-none = No clause was found in the higher instrument.
coverage-button = Compare
coverage-clauses =
    { $count ->
        [one] { $shown } clause
       *[other] { $shown } clauses
    }
coverage-confirmed = { $shown } confirmed
coverage-proposed = { $shown } with a proposal
coverage-open =
    { $count ->
        [one] { $shown } clause without a task
       *[other] { $shown } clauses without a task
    }
coverage-open-only = Only clauses without a task
coverage-csv = Download as a table (CSV)
coverage-clause = Clause of the higher
coverage-answer = Answer of the lower
coverage-similarity = Likeness
coverage-judged = Judgement
coverage-nothing = No task answers it
coverage-confirm = It answers
coverage-refuse = It does not
coverage-undo = Take back
judged-yes = Confirmed
judged-no = Refused
judged-none = Proposed, not judged
notice-coverage-judged = The judgement was recorded.

## History

event-instrument-citation-resolved = Relation from a citation: { $relation } ({ $words })
event-instrument-relation-withdrawn = Relation withdrawn, { $relation }: { $reason }
event-instrument-version-stated = What a version says of the instrument was noted
event-instrument-joined = Joined to another instrument as its version
event-instrument-join-refused = Said to be no version of the one proposed
event-instrument-parted = Parted from the instrument that it was joined to: { $reason }
event-instrument-coverage-confirmed = A clause was confirmed to be answered
event-instrument-coverage-refused = A proposed answer was refused
event-instrument-coverage-undone = A judgement on a clause was taken back
event-instrument-withdrawn = Taken off the record: { $reason }
event-instrument-restored = Put back on record
event-wording-added = Wording of another version added: { $quote }
event-wording-removed = Wording of a version removed
