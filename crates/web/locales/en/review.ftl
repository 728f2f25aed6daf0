### Review

review-word = Review
review-title = Review: { $name }
review-progress = { $decided } of { $total } decided · { $left } left
review-pending-count =
    { $count ->
        [one] { $shown } to review
       *[other] { $shown } to review
    }
review-place = { $place } of { $total }
review-none = No finding matches.
review-keys = Keys
review-accept = Accept
review-reject = Reject
review-undo = Undo
review-merge = Merge with the next
review-edit = Edit
review-save = Save
review-save-accept = Save and accept
review-split = Split
review-split-hint = Break the line where it is to be split
review-split-button = Split
review-add = Add what was missed
review-add-hint = Copy the words exactly from the text.
review-add-button = Add
review-completeness = What it says
review-confidence = Confidence
review-rule = Rule
review-value-hint = (two numbers of a range with a semicolon between them)
review-open-commitment = Open its page
category-citation = Citation
category-task = Task
category-target = Target
category-project = Project
category-proposal = Recommendation
verdict-pending = To review
verdict-accepted = Accepted
verdict-rejected = Rejected
verdict-superseded = Superseded
verdict-removed = Removed
question-actor = Who
question-act = Does what
question-object = To what
question-measure = How much
question-deadline = By when
question-cycle = Reports how often
question-answered = said
question-open = not said
notice-accepted-above =
    { $count ->
        [0] Nothing reaches this confidence.
        [one] { $shown } finding was accepted.
       *[other] { $shown } findings were accepted.
    }
review-pace = (about # min)
review-remarks = Look at this first
remark-announced-count = The text announces { $said }; { $found } were found.
remark-broken-table = Rows and columns of this table could not be told apart; compare it with the original.
remark-recognised = The text was read by optical recognition (OCR): check the words against the original.
remark-other = The reading is not sure here.
review-order = Order
review-order-text = As in the text
review-order-doubts = Doubts first
review-doubtful = With doubts
review-doubts = Doubts
doubt-unsure = Not sure
doubt-no-body = No body named
doubt-unknown-body = Body not on record
doubt-no-day = Time without a day
doubt-reckoned = Day reckoned from the date of issue
doubt-no-value = No value
doubt-remarked = In a table that is hard to read
body-unknown = not on record
body-found = Put on record
body-link = Link to this body
body-unfound = Take off record
body-ended = ended on { $day }
body-succeeded = ended on { $day }; succeeded by { $successors }
body-later = exists since { $day }
bulk-title = Accept many at once: { $count } findings from { $percent }
bulk-above = Confidence of at least
bulk-preview = Preview
bulk-categories = Kinds of finding
bulk-doubtful = ({ $count } with doubts)
bulk-without-doubts =
    { $count ->
        [one] Leave { $shown } finding with doubts
       *[other] Leave { $shown } findings with doubts
    }
bulk-button = Accept these
key-step = next finding, previous finding
key-next-undecided = next undecided finding
key-accept = accept and go on
key-edit = edit, with the cursor at the first doubt
key-reject = reject
key-undo = undo the last decision
key-split = split
key-merge = merge with the next
key-organisation = put the unknown body on record
key-escape = leave a field, back to the finding
key-help = show or hide this list
notice-organisation-founded = The body is on record now. You can take it off again on this finding.
notice-organisation-there = This body is on record already.
notice-organisation-unfounded = The body was taken off the record.
organisation-unfound-reason = added by mistake during review
review-repeats = May repeat
review-same = The same: add the wording
doubt-repeats = May repeat another
key-same = the same as the commitment on record: add the wording only
key-relation = change the relation of a citation
key-take-off = take a body off (one not on record first, else the last)
body-drop = Take this body off
key-save = save and accept while editing
doubt-conflict = Another date elsewhere
review-other-days = Date given elsewhere
review-parts = Findings and text
