### Rà soát

review-word = Rà soát
review-title = Rà soát: { $name }
review-progress = Đã quyết định { $decided }/{ $total }
review-pending-count = { $shown } chờ rà soát
review-place = { $place }/{ $total }
review-none = Không có kết quả nào phù hợp.
review-accept-above = Xác nhận mọi kết quả có độ tin cậy từ
review-accept-above-button = Xác nhận hàng loạt
review-keys = Phím tắt: j/k kết quả sau, trước; a xác nhận; e sửa; x loại bỏ; u hoàn tác; s tách; m gộp với kết quả sau.
review-accept = Xác nhận
review-reject = Loại bỏ
review-undo = Hoàn tác
review-merge = Gộp với kết quả sau
review-edit = Sửa
review-save = Lưu
review-save-accept = Lưu và xác nhận
review-split = Tách
review-split-hint = Xuống dòng ở chỗ cần tách
review-split-button = Tách
review-add = Bổ sung kết quả còn sót
review-add-hint = Chép nguyên văn câu chữ từ bản văn.
review-add-button = Bổ sung
review-completeness = Mức đầy đủ
review-confidence = Độ tin cậy
review-rule = Quy tắc
review-value-hint = (hai số của một khoảng cách nhau bằng dấu chấm phẩy)
review-open-commitment = Xem trang theo dõi
category-citation = Dẫn chiếu
category-task = Nhiệm vụ
category-target = Chỉ tiêu
category-project = Dự án
category-proposal = Kiến nghị
verdict-pending = Chờ rà soát
verdict-accepted = Đã xác nhận
verdict-rejected = Đã loại bỏ
verdict-superseded = Đã được thay
verdict-removed = Đã gỡ
question-actor = Ai
question-act = Làm gì
question-object = Đối tượng
question-measure = Đo lường
question-deadline = Thời hạn
question-cycle = Kỳ báo cáo
question-answered = có nêu
question-open = chưa nêu
notice-accepted-above =
    { $count ->
        [0] Không có kết quả nào đạt mức này.
       *[other] Đã xác nhận { $shown } kết quả.
    }
