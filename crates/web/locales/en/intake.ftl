### Documents handed in

intake-title = Files sent at { $moment }
intake-label = Files that were sent
intake-progress = { $done } of { $total } files read
intake-by = Sent by { $name }.
intake-left = Files are read one after the other; scans are recognised beside them, so that nothing waits for one. You may leave this page; the reading goes on.
intake-over = The reading is over.
intake-failed =
    { $count ->
        [one] { $shown } file could not be read
       *[other] { $shown } files could not be read
    }
intake-file = File
intake-size = Size
intake-state = State
intake-state-waiting = Waiting
intake-state-reading = Being read
intake-state-done = Read
intake-state-failed = Not read
intake-state-cancelled = Taken back
intake-scan-waiting = Scan, waiting to be recognised
intake-scan-reading = Recognising the scan
intake-pasted = Pasted text
intake-tasks =
    { $count ->
        [one] { $shown } task
       *[other] { $shown } tasks
    }
intake-targets =
    { $count ->
        [one] { $shown } target
       *[other] { $shown } targets
    }
intake-projects =
    { $count ->
        [one] { $shown } project
       *[other] { $shown } projects
    }
intake-proposals =
    { $count ->
        [one] { $shown } recommendation
       *[other] { $shown } recommendations
    }
intake-citations =
    { $count ->
        [one] { $shown } citation
       *[other] { $shown } citations
    }
intake-nothing = Nothing was found
intake-repeated = This document was here already; it was not added again.
intake-review = Review
intake-open = Open the instrument
intake-retry = Read again
intake-retry-all = Read again what could not be read
intake-cancel = Take back
intake-cancel-all = Take back the files that wait
intake-forget = Remove from the list
intake-more = Send more files
intake-latest = Sent lately
notice-intake-forgotten = No file is left on that list.
size-kilobytes = { $number } kB
size-megabytes = { $number } MB
