### Khung trang, điều hướng

brand = Hải đăng
skip = Đến nội dung chính
nav-label = Các mục
nav-overview = Toàn cảnh
nav-instruments = Văn bản
nav-tasks = Nhiệm vụ
nav-targets = Chỉ tiêu
nav-projects = Dự án
nav-recommendations = Kiến nghị
nav-organisations = Cơ quan
language-label = Ngôn ngữ
language-vi = Tiếng Việt
language-en = Tiếng Anh
language-fr = Tiếng Pháp
as-at-label = Số liệu tại ngày
as-at-button = Xem
as-at-today = Về hôm nay
past-label = Xem lại một ngày đã qua
past-banner = Trang này trình bày tình hình ngày { $day }, theo những gì đã được ghi nhận đến hết ngày đó. Muốn cập nhật, hãy trở về hôm nay.
demo-label = Bản dùng thử
demo-notice = Đây là bản dùng thử: mọi người cùng dùng một tài khoản chuyên viên, dữ liệu có thể được xóa bất cứ lúc nào. Không đưa văn bản mật hay thông tin cá nhân lên đây.
foot-data = Dữ liệu:
foot-program = Hải đăng – theo dõi thực hiện nghị quyết, chỉ thị, kế hoạch
title-error = Lỗi: { $title }
none = Không có
not-known = Chưa rõ
one-per-line = (mỗi dòng một tên)
withdrawn = Đã rút khỏi chương trình

## Tìm kiếm

search-title = Tìm kiếm
search-label = Tìm trong toàn bộ dữ liệu
search-placeholder = Số ký hiệu, nội dung, cơ quan…
search-button = Tìm
search-hint = Gõ có dấu hay không dấu đều được.
search-count =
    { $count ->
        [0] Không tìm thấy kết quả nào. Hãy thử ít từ hơn.
       *[other] { $shown } kết quả
    }

## Danh sách: bộ lọc, trang

filter-label = Bộ lọc
filter-words = Từ khóa
filter-all = Tất cả
filter-due-from = Thời hạn từ ngày
filter-due-until = Thời hạn đến ngày
filter-unassigned = Chưa giao cơ quan chủ trì
filter-never-reported = Chưa từng được báo cáo
filter-withdrawn = Kể cả nhiệm vụ đã rút
filter-pending = Chỉ văn bản chờ rà soát
filter-year = Năm ban hành
filter-button = Lọc
filter-clear = Bỏ lọc
pager-label = Các trang
pager-summary = { $total }, trang { $page }/{ $last }
pager-previous = Trang trước
pager-next = Trang sau

## Ngày và số

date-full = { $day2 }/{ $month }/{ $year }
date-first = 1
date-moment = { $time } ngày { $date }
month-1 = tháng 1
month-2 = tháng 2
month-3 = tháng 3
month-4 = tháng 4
month-5 = tháng 5
month-6 = tháng 6
month-7 = tháng 7
month-8 = tháng 8
month-9 = tháng 9
month-10 = tháng 10
month-11 = tháng 11
month-12 = tháng 12
number-percent = { $number }%
deadline-none = Không có thời hạn
deadline-month = tháng { $month }/{ $year }
deadline-quarter = quý { $quarter }/{ $year }
deadline-year = năm { $year }
deadline-years = giai đoạn { $from }–{ $until }
deadline-span = từ { $from } đến { $until }
deadline-last-day = đến hết ngày { $day }
deadline-hint = Ví dụ: 31/12/2026, 12/2026, quý IV/2026, quý IV/2025 - quý II/2026, 2026, 2026-2030, hằng tháng
recurrence-daily = hằng ngày
recurrence-weekly = hằng tuần
recurrence-monthly = hằng tháng
recurrence-quarterly = hằng quý
recurrence-yearly = hằng năm

## Tên các trường

field-about = Nói về văn bản
field-again = Nhập lại mật khẩu
field-authority = Căn cứ
field-capital = Vốn
field-category = Loại
field-changed = Cập nhật
field-classification = Độ mật
field-comparator = Mức so sánh
field-completed_on = Ngày hoàn thành
field-coordinating = Cơ quan phối hợp
field-date = Ngày ban hành
field-deadline = Thời hạn
field-deadline_words = Thời hạn trong văn bản
field-deliverable = Sản phẩm
field-due = Ngày cuối
field-effective_on = Có hiệu lực từ ngày
field-extensions = Số lần gia hạn
field-from = Cơ quan kiến nghị
field-id = Mã
field-indicator = Chỉ tiêu
field-instrument = Văn bản
field-issued_on = Ngày ban hành
field-issuer = Cơ quan ban hành
field-kind = Loại
field-lead = Cơ quan chủ trì
field-location = Vị trí
field-login = Tên đăng nhập
field-name = Tên gọi
field-note = Minh chứng, ghi chú
field-on = Ngày
field-organisation = Cơ quan, tổ chức
field-owner = Chủ đầu tư
field-password = Mật khẩu
field-percent = Tỷ lệ hoàn thành (%)
field-period = Thời kỳ
field-person = Họ và tên
field-progress = Tiến độ
field-reason = Lý do
field-role = Vai trò
field-source = Nguồn
field-stage = Giai đoạn
field-standing = Tình trạng
field-statement = Nội dung nhiệm vụ
field-status = Kết quả thực hiện
field-findings = Kết quả đọc
field-into = Cơ quan tiếp nhận
field-language = Ngôn ngữ
field-relation = Quan hệ
field-relation_words = Câu chữ về quan hệ
field-symbol = Số, ký hiệu
field-text = Nội dung báo cáo
field-title = Trích yếu
field-title-en = Trích yếu (tiếng Anh)
field-title-fr = Trích yếu (tiếng Pháp)
field-title-in = Trích yếu ({ $language })
field-title-vi = Trích yếu (tiếng Việt)
field-to = Cơ quan tiếp nhận
field-token = Mã thiết lập
field-unit = Đơn vị tính
field-value = Giá trị
field-words = Câu chữ trong văn bản
classification-public = Công khai
classification-internal = Nội bộ
classification-confidential = Mật
classification-secret = Tối mật
classification-top_secret = Tuyệt mật
noun-account = Tài khoản
noun-instrument = Văn bản
noun-organisation = Cơ quan
noun-project = Dự án
noun-recommendation = Kiến nghị
noun-target = Chỉ tiêu
noun-task = Nhiệm vụ

## Thay đổi một bản ghi

acts-title = Thao tác
change-basis = Căn cứ và ngày hiệu lực (không bắt buộc)
change-authority-hint = Văn bản, biên bản hoặc ý kiến chỉ đạo làm căn cứ.
change-effective-hint = Để trống nếu tính từ hôm nay.
source-hint = Văn bản, báo cáo hoặc số liệu nêu điều này.
withdraw-title = Rút khỏi chương trình
withdraw-button = Rút
restore-title = Đưa trở lại chương trình
restore-button = Đưa trở lại
notice-withdrawn = Đã rút khỏi chương trình.
notice-restored = Đã đưa trở lại chương trình.
event-withdrawn = Rút khỏi chương trình: { $reason }
event-restored = Đưa trở lại chương trình
history-title = Lịch sử
history-none = Chưa có thay đổi nào được ghi nhận.
history-effective = có hiệu lực từ
history-authority = căn cứ:
chain-title = Nguồn gốc
chain-place = Xem tại vị trí trong văn bản
chain-none = Không gắn với câu chữ của văn bản nào.

## Biểu mẫu gửi muộn

stale-title = Bản ghi đã được người khác thay đổi
stale-advice = Nội dung bạn nhập chưa được lưu và vẫn còn nguyên dưới đây. Hãy so sánh với tình trạng hiện tại rồi quyết định.
stale-caption = Nội dung đã nhập và tình trạng hiện tại
stale-field = Trường
stale-typed = Bạn đã nhập
stale-now = Hiện tại
stale-difference = So sánh
stale-same = Giống nhau
stale-differs = Khác nhau
stale-apply = Vẫn áp dụng nội dung tôi đã nhập
stale-leave = Giữ nguyên hiện tại
