### Recommendations

recommendations-title = Recommendations
recommendation-title = Recommendation: { $statement }
recommendations-none = No recommendation matches the filter.
recommendation-count =
    { $count ->
        [one] { $shown } recommendation
       *[other] { $shown } recommendations
    }
recommendation-statement = What is asked
recommendation-answer = Answer
recommendation-no-answer = There is no answer yet.
recommendation-answered = Answered
recommendation-waiting = Waiting for an answer
recommendation-overdue = Answer overdue
recommendation-filter-answered = Answered
recommendation-filter-waiting = Not answered
recommendation-forwarded-to = Forwarded to
recommendation-not-forwarded = Not forwarded yet.
recommendation-forward = Forward
recommendation-forward-button = Record the forwarding
recommendation-give-answer = Enter the answer
recommendation-answer-text = What it says
recommendation-answer-button = Record the answer
notice-recommendation-forwarded = The forwarding was recorded.
notice-recommendation-answered = The answer was recorded.
event-recommendation-made = Entered in the ledger
event-recommendation-forwarded = Forwarded to { $to } on { $on }
event-recommendation-answered = Answered on { $on }: { $text }
