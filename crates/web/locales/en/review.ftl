### Review

review-word = Review
review-title = Review: { $name }
review-progress = { $decided } of { $total } decided
review-pending-count =
    { $count ->
        [one] { $shown } to review
       *[other] { $shown } to review
    }
review-place = { $place } of { $total }
review-none = No finding matches.
review-accept-above = Accept everything with a confidence of at least
review-accept-above-button = Accept them
review-keys = Keys: j/k next, previous; a accept; e edit; x reject; u undo; s split; m merge with the next.
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
