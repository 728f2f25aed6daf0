### Overview

overview-title = Overview
overview-compare = Compared with
overview-compare-button = Compare
overview-since = Changed since { $day }
overview-disbursement = Disbursement
overview-no-data = No data yet
overview-disbursement-note = Capital plans and payments are not recorded here yet.
overview-reporting = Reporting discipline
overview-reported = { $reported } of { $open } open tasks reported on
overview-never =
    { $count ->
        [one] { $shown } task never reported on
       *[other] { $shown } tasks never reported on
    }
overview-requests =
    { $count ->
        [0] No recommendation awaits an answer
        [one] { $shown } recommendation awaits an answer
       *[other] { $shown } recommendations await an answer
    }
overview-decisions = Needs your decision
overview-decisions-none = Nothing needs a decision.
overview-changes-none = Nothing has changed.
overview-agencies = Lead agencies
overview-agencies-none = No task is assigned yet.
overview-agencies-note = Delivery and updating are two numbers: an agency may do well and not report, or the other way round.
overview-delivery = Delivered
overview-overdue = Overdue
overview-updating = Updated
overview-no-tasks = –
overview-reviews = Awaiting review
overview-reviews-none = No document awaits review.
