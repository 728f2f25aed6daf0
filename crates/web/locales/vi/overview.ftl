### Toàn cảnh

overview-title = Toàn cảnh
overview-compare = So với ngày
overview-compare-button = So sánh
overview-since = Thay đổi từ ngày { $day }
overview-disbursement = Giải ngân
overview-no-data = Chưa có dữ liệu
overview-disbursement-note = Kế hoạch vốn và giải ngân chưa được ghi nhận ở đây.
overview-reporting = Kỷ luật báo cáo
overview-reported = { $reported }/{ $open } nhiệm vụ đang mở đã có báo cáo
overview-never = { $shown } nhiệm vụ chưa từng được báo cáo
overview-requests =
    { $count ->
        [0] Không có kiến nghị nào chờ trả lời
       *[other] { $shown } kiến nghị chờ trả lời
    }
overview-decisions = Cần quyết định
overview-decisions-none = Không có việc nào cần quyết định.
overview-changes-none = Không có thay đổi nào.
overview-agencies = Các cơ quan chủ trì
overview-agencies-none = Chưa giao nhiệm vụ cho cơ quan nào.
overview-agencies-note = Hoàn thành và cập nhật là hai con số riêng: một cơ quan có thể làm tốt mà chưa báo cáo, và ngược lại.
overview-delivery = Hoàn thành
overview-overdue = Quá hạn
overview-updating = Có cập nhật
overview-no-tasks = –
overview-reviews = Chờ rà soát
overview-reviews-none = Không có văn bản nào chờ rà soát.
