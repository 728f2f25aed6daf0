### Rà soát

review-word = Rà soát
review-title = Rà soát: { $name }
review-progress = Đã quyết định { $decided }/{ $total } · còn { $left }
review-pending-count = { $shown } chờ rà soát
review-place = { $place }/{ $total }
review-none = Không có kết quả nào phù hợp.
review-keys = Phím tắt
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
review-pace = (khoảng # phút)
review-remarks = Cần xem trước khi rà soát
remark-announced-count = Văn bản nêu { $said }; đọc được { $found }.
remark-broken-table = Bảng này không tách được hàng, cột; hãy đối chiếu với bản gốc.
remark-other = Chỗ này máy chưa đọc chắc chắn.
review-order = Thứ tự
review-order-text = Theo văn bản
review-order-doubts = Cần xem trước
review-doubtful = Có điểm cần xem
review-doubts = Điểm cần xem
doubt-unsure = Chưa chắc chắn
doubt-no-body = Chưa rõ cơ quan
doubt-unknown-body = Cơ quan ngoài danh mục
doubt-no-day = Thời hạn chưa rõ ngày
doubt-reckoned = Thời hạn tính từ ngày ban hành
doubt-no-value = Chưa có giá trị
doubt-remarked = Nằm trong bảng khó đọc
body-unknown = chưa có trong danh mục
body-found = Thêm vào danh mục
body-unfound = Gỡ khỏi danh mục
body-ended = không còn từ ngày { $day }
body-succeeded = không còn từ ngày { $day }; kế thừa: { $successors }
body-later = có từ ngày { $day }
bulk-title = Xác nhận hàng loạt: { $count } kết quả từ { $percent }
bulk-above = Độ tin cậy từ
bulk-preview = Xem trước
bulk-categories = Loại kết quả
bulk-doubtful = ({ $count } có điểm cần xem)
bulk-without-doubts =
    { $count ->
       *[other] Để lại { $shown } kết quả còn điểm cần xem
    }
bulk-button = Xác nhận các kết quả này
key-step = kết quả sau, kết quả trước
key-next-undecided = kết quả chưa quyết định tiếp theo
key-accept = xác nhận và sang kết quả sau
key-edit = sửa, con trỏ ở chỗ cần xem
key-reject = loại bỏ
key-undo = hoàn tác quyết định gần nhất
key-split = tách
key-merge = gộp với kết quả sau
key-organisation = thêm cơ quan chưa có vào danh mục
key-escape = rời ô nhập, về kết quả
key-help = mở hoặc đóng bảng này
notice-organisation-founded = Đã thêm cơ quan vào danh mục. Có thể gỡ lại ngay trên kết quả này.
notice-organisation-there = Cơ quan này đã có trong danh mục.
notice-organisation-unfounded = Đã gỡ cơ quan khỏi danh mục.
organisation-unfound-reason = thêm nhầm khi rà soát
