### What can go wrong

trouble-title = There is a problem
trouble-day = Enter a day that exists.
trouble-deadline = This deadline is not understood. Write it like 31/12/2026, 12/2026, Q4 2026, 2026 or monthly.
trouble-percent = The percentage is a whole number from 0 to 100.
trouble-progress = Choose how it goes.
trouble-status = Choose a status.
trouble-stage = Choose a stage.
trouble-to = Enter the body that it is sent to.
trouble-value = The value is a number, or two with a semicolon between them.
trouble-confidence = The confidence is a number from 0 to 100.
trouble-split = Break the line where it is to be split, and leave the words as they are.
trouble-kind = Choose the kind of document.
trouble-nothing-to-merge = There is no pending finding of the same category after it to merge with.
trouble-nothing-sent = Choose a file or paste the text.
trouble-wrong-password = The user name or the password is wrong.
trouble-weak-password = The password needs at least { $shown } characters. Use a long phrase that nobody would guess.
trouble-login-taken = This user name is taken.
trouble-wrong-token = The setup code is wrong or was used already. Get a new one from the program.
trouble-passwords-differ = The two passwords are not the same.
problem-home = Go to the overview
problem-sign-in = Sign in first
problem-sign-in-advice = This page is for people who are signed in.
problem-not-found = Not found
problem-not-found-advice = There is no such page or record, or there was none yet on the day that is shown. Check the address, or go back to today.
problem-forbidden = You may not do this
problem-forbidden-advice = Your role does not allow this. Ask a clerk or the administrator.
problem-forged = The form has expired
problem-forged-advice = Your session ended, or the form was not opened from this site. Nothing was changed. Go back, reload the page and send it again.
problem-method = This cannot be done this way
problem-method-advice = This address does not take such a request. Use the buttons of the page.
problem-stale = Somebody changed this in the meantime
problem-stale-advice = Nothing was saved. Go back, reload the page and try again.
problem-too-large = Too large
problem-too-large-advice = The file or form is larger than allowed (50 MB for a document). Split it and send it again.
problem-malformed = The request is not understood
problem-malformed-advice = The request came incomplete. Go back, reload the page and try again.
problem-refused = This was refused
problem-throttled = Too many attempts
problem-throttled-advice =
    { $count ->
        [one] Wait { $shown } second, then try again.
       *[other] Wait { $shown } seconds, then try again.
    }
problem-internal = Something broke on our side
problem-internal-advice = It has been logged. What was saved before is safe. Try again in a few minutes; if it happens again, tell the administrator.

## Refusals

refusal-not-permitted = Your role does not allow this; ask a clerk or the administrator.
refusal-exists = It exists already.
refusal-unknown = There is no such record.
refusal-empty = Fill in “{ $field }”.
refusal-out-of-range = “{ $field }” must lie between { $low } and { $high }.
refusal-classified = A classified document must not be stored here; register it without its text elsewhere, as the rules say.
refusal-closed = The task is closed; reopen it first.
refusal-open = The task is open.
refusal-not-later = An extension must lie after the present deadline ({ $present }).
refusal-in-future = { $day } has not come yet.
refusal-too-early = { $day } lies before { $first }.
refusal-finding-decided = This finding was decided already; undo that first.
refusal-nothing-to-undo = There is nothing to undo here.
refusal-outside-text = These words do not stand in this text. Copy them exactly.
refusal-different-kinds = Only findings of one kind can be merged.
refusal-dissolved = The organisation was dissolved on { $on }.
refusal-itself = It cannot be merged into itself.
refusal-last-administrator = At least one administrator must stay.
refusal-no-change = Nothing would change.
refusal-has-text = An instrument with a text stays on record.
refusal-last-wording = These are the only words that it rests on; withdraw it instead.
