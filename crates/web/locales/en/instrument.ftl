### Instruments

instruments-title = Instruments
instruments-none = No instrument matches the filter.
instrument-count =
    { $count ->
        [one] { $shown } instrument
       *[other] { $shown } instruments
    }
instrument-name = { $kind } { $symbol }
instrument-name-unknown = { $kind } (without a symbol)
instrument-name-title = { $name }: { $title }
instrument-versions = Versions
instrument-text = Text
instrument-no-text = There is no text of this instrument yet.
instrument-findings = Findings
instrument-findings-none = Nothing was found in this version.
jumps-label = Parts of this page
instrument-accepted = Accepted
instrument-relations = Relations to other instruments
instrument-relations-none = No relation is recorded.
finding-count =
    { $count ->
        [one] { $shown } finding
       *[other] { $shown } findings
    }
finding-label = { $category }: { $verdict }

## A new document

upload-title = Add a document
upload-lead = Choose one file or several, or paste the text. Tasks, targets, projects, recommendations and citations are read from them; then you review each of them.
upload-language = Language of the document
upload-language-auto = Detect automatically
upload-file = Files
upload-file-hint = PDF, Word (.docx), OpenDocument (.odt), RTF (.rtf), web page (.html), plain text (.txt, .md), scan (.pdf, .png, .jpg, .tif), or a .zip archive of such files. Up to 200 files and 500 MB at once, 50 MB for each document. You can drop files in the box.
upload-paste = Or paste the text
upload-classified = Do not put classified documents into this system.
upload-button = Add and read
upload-sending = Sending the files
notice-upload-read =
    { $count ->
        [0] The document was added; nothing was found in it.
        [one] The document was added, with { $shown } finding. Please review it.
       *[other] The document was added, with { $shown } findings. Please review them.
    }
notice-upload-repeated = This document was here already; it was not added again.
read-error-empty = The document is empty. Choose another one.
read-error-binary = This is not a text. Choose a PDF, DOCX, ODT, RTF, HTML or plain text file.
read-error-too-large = The document is too long to be read. Split it.
read-error-unsupported-format = This format is not read. Save it as DOCX, PDF or plain text, or paste the text into the form for new documents.
read-error-unknown-encoding = The letters of this file cannot be told. Save it in Unicode (UTF-8) and try again.
read-error-damaged = The file is damaged. Open it in its program, save it anew and try again.
read-error-protected = The file is protected by a password. Save it without one and try again.
read-error-scanned = This file holds only pictures of its pages, and their text could not be recognised here. Ask the administrator to install tesseract with its Vietnamese data and pdftoppm, or recognise the text first (OCR), or paste it into the form for new documents.
read-error-took-too-long = Reading this file took too long and was stopped. Open it in its program, save it anew or split it, and try again.
read-error-took-too-much = Reading this file takes more memory than is given to it. Open it in its program, save it anew or split it, and try again.
read-error-broke-off = Reading this file broke off; nothing else was harmed. Open it in its program and save it anew, or paste its text into the form for new documents.
read-error-classified = Classified documents are not kept here; its content was deleted. Register it without its text elsewhere, as the rules demand.
read-error-not-permitted = The account that sent this file may not add documents any more. Send it with another account.
read-error-broken = Something went wrong with this file. Read it again; if it fails again, tell the administrator.
read-error-batch-full = This sending had 200 files or 500 MB already, so this file was not taken. Send it next time.
read-error-archive-damaged = The archive is damaged. Make it again, or send the files one by one.
read-error-archive-locked = The archive has a password. Unpack it and send the files one by one.
read-error-archive-empty = There is no document in the archive.
kind-law = Law
kind-decree = Decree
kind-resolution = Resolution
kind-conclusion = Conclusion
kind-directive = Directive
kind-decision = Decision
kind-plan = Plan
kind-action_programme = Action programme
kind-circular = Circular
kind-notice = Notice
kind-dispatch = Dispatch
kind-report = Report
kind-news = Press article
kind-other = Other document
relation-cites = cites
relation-based_on = is based on
relation-implements = implements
relation-continues = continues
relation-reviews = reviews
relation-amends = amends
relation-replaces = replaces
relation-repeals = repeals
relation-assigns_review = assigns the review of
event-instrument-registered = Registered
event-instrument-details-corrected = Details corrected
event-instrument-language-corrected = Language of a version corrected: { $language }
event-instrument-read-again = Read again: { $found }; replaced before review: { $replaced }
event-instrument-details-changed = Details corrected – { $changes }
event-instrument-version-added = Version added: { $language } ({ $source })
event-instrument-read =
    { $count ->
        [one] Read: { $shown } finding
       *[other] Read: { $shown } findings
    }
event-instrument-remarked =
    { $count ->
        [one] { $shown } point of the reading to look at
       *[other] { $shown } points of the reading to look at
    }
event-instrument-finding-added = Finding added: { $quote }
event-instrument-finding-edited = Finding edited: { $quote }
event-instrument-finding-split =
    { $count ->
        [one] One finding split into { $shown }
       *[other] One finding split into { $shown }
    }
event-instrument-findings-merged =
    { $count ->
        [one] { $shown } finding merged
       *[other] { $shown } findings merged into one
    }
event-instrument-finding-accepted = A finding was accepted
event-instrument-finding-rejected = A finding was rejected
event-instrument-finding-restored = A review decision was undone
event-instrument-related = Relation recorded: { $relation }

## Correcting the details

details-correct = Correct these details
details-correct-hint = What was read in the text is kept and shown beside them; every correction stands in the history.
details-read = In the text:
details-about-hint = For a press article: number and sign of the instrument that it is about, such as 45-NQ/TW.
details-language = Language of the version shown
details-language-hint = In another language the text is read again: findings that nobody has reviewed are replaced, those that were reviewed stay.
details-correct-button = Save the details
details-undo-button = Undo the last correction
notice-details-corrected = The details were corrected.
notice-details-undone = The last correction was undone.
notice-read-again =
    { $count ->
        [0] The language was corrected and the text read again; nothing new was found. What was reviewed stays.
        [one] The language was corrected and the text read again, with { $shown } new finding to review. What was reviewed stays.
       *[other] The language was corrected and the text read again, with { $shown } new findings to review. What was reviewed stays.
    }
