### Văn bản

instruments-title = Văn bản
instruments-none = Không có văn bản nào phù hợp với bộ lọc.
instrument-count = { $shown } văn bản
instrument-name = { $kind } { $symbol }
instrument-name-unknown = { $kind } (chưa có số, ký hiệu)
instrument-name-title = { $name }: { $title }
instrument-versions = Phiên bản
instrument-text = Toàn văn
instrument-no-text = Chưa có toàn văn của văn bản này.
instrument-findings = Kết quả đọc
instrument-findings-none = Chưa đọc được kết quả nào trong phiên bản này.
jumps-label = Các phần của trang
instrument-accepted = Đã xác nhận
instrument-relations = Quan hệ với văn bản khác
instrument-relations-none = Chưa ghi nhận quan hệ nào.
finding-count = { $shown } kết quả đọc
finding-label = { $category }: { $verdict }

## Thêm văn bản

upload-title = Thêm văn bản
upload-lead = Chọn một hoặc nhiều tệp, hoặc dán nội dung. Hệ thống đọc ra nhiệm vụ, chỉ tiêu, dự án, kiến nghị và dẫn chiếu; sau đó bạn rà soát từng kết quả.
upload-language = Ngôn ngữ của văn bản
upload-language-auto = Tự nhận biết
upload-file = Các tệp văn bản
upload-file-hint = PDF, Word (.docx), OpenDocument (.odt), RTF (.rtf), trang web (.html), văn bản thuần (.txt, .md), bản chụp (.pdf, .png, .jpg, .tif), hoặc tệp nén .zip chứa các văn bản đó. Mỗi lần tối đa 200 tệp, 500 MB; mỗi văn bản tối đa 50 MB. Có thể kéo tệp thả vào khung.
upload-paste = Hoặc dán nội dung văn bản
upload-classified = Không đưa văn bản mật vào hệ thống này.
upload-button = Tải lên và đọc
upload-sending = Đang gửi tệp
notice-upload-read =
    { $count ->
        [0] Đã thêm văn bản; chưa đọc được kết quả nào.
       *[other] Đã thêm văn bản và đọc được { $shown } kết quả. Hãy rà soát.
    }
notice-upload-repeated = Văn bản này đã có trong hệ thống nên không được thêm lần nữa.
read-error-empty = Tệp không có nội dung. Hãy chọn tệp khác.
read-error-binary = Tệp này không phải là văn bản. Hãy chọn tệp PDF, DOCX, ODT, RTF, HTML hoặc văn bản thuần.
read-error-too-large = Văn bản quá dài. Hãy tách thành nhiều phần.
read-error-unsupported-format = Không đọc được định dạng này. Hãy lưu thành DOCX, PDF hoặc văn bản thuần, hoặc dán nội dung vào trang thêm văn bản.
read-error-unknown-encoding = Không nhận ra bảng mã của tệp. Hãy lưu lại bằng mã Unicode (UTF-8).
read-error-damaged = Tệp bị hỏng. Hãy mở tệp bằng chương trình đã tạo ra nó, lưu lại rồi thử lại.
read-error-protected = Tệp có mật khẩu. Hãy lưu lại không đặt mật khẩu rồi thử lại.
read-error-scanned = Tệp này chỉ có ảnh chụp các trang và ở đây không nhận dạng được chữ. Hãy đề nghị quản trị viên cài tesseract cùng dữ liệu tiếng Việt và pdftoppm, hoặc nhận dạng chữ (OCR) trước, hoặc dán nội dung vào trang thêm văn bản.
read-error-took-too-long = Đọc tệp này quá lâu nên đã dừng lại. Hãy mở tệp bằng chương trình đã tạo ra nó, lưu lại hoặc tách nhỏ, rồi thử lại.
read-error-took-too-much = Đọc tệp này cần nhiều bộ nhớ hơn mức cho phép. Hãy mở tệp bằng chương trình đã tạo ra nó, lưu lại hoặc tách nhỏ, rồi thử lại.
read-error-broke-off = Đang đọc tệp này thì bị gián đoạn; các văn bản khác không bị ảnh hưởng. Hãy mở tệp bằng chương trình đã tạo ra nó và lưu lại, hoặc dán nội dung vào trang thêm văn bản.
read-error-classified = Văn bản mật không được lưu ở đây; nội dung đã được xóa. Hãy đăng ký văn bản mà không kèm nội dung tại nơi khác theo quy định.
read-error-not-permitted = Tài khoản tải tệp này lên không còn quyền thêm văn bản. Hãy tải lên bằng tài khoản khác.
read-error-broken = Hệ thống gặp lỗi khi đọc tệp này. Hãy đọc lại; nếu vẫn lỗi, báo cho quản trị viên.
read-error-batch-full = Lần tải này đã đủ 200 tệp hoặc 500 MB nên tệp này chưa được nhận. Hãy tải lên lần sau.
read-error-archive-damaged = Tệp nén bị hỏng. Hãy nén lại rồi tải lên, hoặc tải từng tệp.
read-error-archive-locked = Tệp nén có mật khẩu. Hãy giải nén rồi tải từng tệp lên.
read-error-archive-empty = Tệp nén không chứa văn bản nào.
kind-law = Luật
kind-decree = Nghị định
kind-resolution = Nghị quyết
kind-conclusion = Kết luận
kind-directive = Chỉ thị
kind-decision = Quyết định
kind-plan = Kế hoạch
kind-action_programme = Chương trình hành động
kind-circular = Thông tư
kind-notice = Thông báo
kind-dispatch = Công điện, công văn
kind-report = Báo cáo
kind-news = Bài báo
kind-other = Văn bản khác
relation-cites = dẫn chiếu
relation-based_on = căn cứ
relation-implements = triển khai thực hiện
relation-continues = tiếp tục thực hiện
relation-reviews = sơ kết, tổng kết
relation-amends = sửa đổi, bổ sung
relation-replaces = thay thế
relation-repeals = bãi bỏ
relation-assigns_review = giao rà soát, tổng kết
event-instrument-registered = Đăng ký văn bản
event-instrument-details-corrected = Sửa thông tin văn bản
event-instrument-language-corrected = Sửa ngôn ngữ của một phiên bản: { $language }
event-instrument-read-again = Đọc lại: { $found }; thay cho { $replaced } chưa rà soát
event-instrument-details-changed = Sửa thông tin văn bản – { $changes }
event-instrument-version-added = Thêm phiên bản: { $language } ({ $source })
event-instrument-read = Đọc được { $shown } kết quả
event-instrument-remarked =
    { $count ->
       *[other] { $shown } điểm cần xem lại khi đọc
    }
event-instrument-finding-added = Bổ sung kết quả: { $quote }
event-instrument-finding-edited = Sửa kết quả: { $quote }
event-instrument-finding-split = Tách một kết quả thành { $shown }
event-instrument-findings-merged = Gộp { $shown } kết quả thành một
event-instrument-finding-accepted = Xác nhận một kết quả
event-instrument-finding-rejected = Loại bỏ một kết quả
event-instrument-finding-restored = Hoàn tác một quyết định rà soát
event-instrument-related = Ghi nhận quan hệ: { $relation }

## Sửa thông tin văn bản

details-correct = Sửa thông tin văn bản
details-correct-hint = Giá trị đọc được trong văn bản vẫn được giữ và hiển thị bên cạnh; mọi lần sửa đều ghi trong lịch sử.
details-read = Trong văn bản:
details-about-hint = Với bài báo: số, ký hiệu của văn bản được nói đến, ví dụ 45-NQ/TW.
details-language = Ngôn ngữ của phiên bản đang xem
details-language-hint = Chọn ngôn ngữ khác thì văn bản được đọc lại bằng ngôn ngữ đó: kết quả chưa rà soát được thay mới, kết quả đã rà soát được giữ nguyên.
details-correct-button = Lưu thông tin
details-undo-button = Hoàn tác lần sửa gần nhất
notice-details-corrected = Đã sửa thông tin văn bản.
notice-details-undone = Đã hoàn tác lần sửa gần nhất.
notice-read-again =
    { $count ->
        [0] Đã sửa ngôn ngữ và đọc lại văn bản; không có kết quả mới. Kết quả đã rà soát được giữ nguyên.
       *[other] Đã sửa ngôn ngữ và đọc lại văn bản: có { $shown } kết quả mới cần rà soát. Kết quả đã rà soát được giữ nguyên.
    }
