### Tiếp nhận văn bản

intake-title = Các tệp tải lên lúc { $moment }
intake-label = Các tệp đã tải lên
intake-progress = Đã đọc { $done }/{ $total } tệp
intake-by = Người tải lên: { $name }.
intake-left = Hệ thống đọc lần lượt từng tệp; bản chụp được nhận dạng chữ riêng, các tệp khác không phải chờ. Có thể rời trang này; việc đọc vẫn tiếp tục.
intake-over = Đã đọc xong.
intake-failed =
    { $count ->
       *[other] { $shown } tệp không đọc được
    }
intake-file = Tệp
intake-size = Dung lượng
intake-state = Tình trạng
intake-state-waiting = Chờ đọc
intake-state-reading = Đang đọc
intake-state-done = Đã đọc
intake-state-failed = Không đọc được
intake-state-cancelled = Đã rút lại
intake-scan-waiting = Bản chụp, chờ nhận dạng chữ
intake-scan-reading = Đang nhận dạng chữ trên bản chụp
intake-pasted = Nội dung dán vào
intake-tasks =
    { $count ->
       *[other] { $shown } nhiệm vụ
    }
intake-targets =
    { $count ->
       *[other] { $shown } chỉ tiêu
    }
intake-projects =
    { $count ->
       *[other] { $shown } dự án
    }
intake-proposals =
    { $count ->
       *[other] { $shown } kiến nghị
    }
intake-citations =
    { $count ->
       *[other] { $shown } dẫn chiếu
    }
intake-nothing = Không có kết quả nào
intake-repeated = Văn bản này đã có trong hệ thống nên không được thêm lần nữa.
intake-review = Rà soát
intake-open = Xem văn bản
intake-retry = Đọc lại
intake-retry-all = Đọc lại các tệp không đọc được
intake-cancel = Rút lại
intake-cancel-all = Rút lại các tệp đang chờ
intake-forget = Bỏ khỏi danh sách
intake-more = Tải thêm tệp
intake-latest = Các lần tải lên gần đây
notice-intake-forgotten = Danh sách không còn tệp nào.
size-kilobytes = { $number } kB
size-megabytes = { $number } MB
