### Kiến nghị

recommendations-title = Kiến nghị
recommendation-title = Kiến nghị: { $statement }
recommendations-none = Không có kiến nghị nào phù hợp với bộ lọc.
recommendation-count = { $shown } kiến nghị
recommendation-statement = Nội dung kiến nghị
recommendation-answer = Trả lời
recommendation-no-answer = Chưa có trả lời.
recommendation-answered = Đã trả lời
recommendation-waiting = Chờ trả lời
recommendation-overdue = Quá hạn trả lời
recommendation-filter-answered = Đã trả lời
recommendation-filter-waiting = Chưa trả lời
recommendation-forwarded-to = Đã chuyển đến
recommendation-not-forwarded = Chưa chuyển.
recommendation-forward = Chuyển kiến nghị
recommendation-forward-button = Ghi nhận việc chuyển
recommendation-give-answer = Nhập nội dung trả lời
recommendation-answer-text = Nội dung trả lời
recommendation-answer-button = Ghi nhận trả lời
notice-recommendation-forwarded = Đã ghi nhận việc chuyển kiến nghị.
notice-recommendation-answered = Đã ghi nhận trả lời.
event-recommendation-made = Ghi vào sổ kiến nghị
event-recommendation-forwarded = Chuyển đến { $to } ngày { $on }
event-recommendation-answered = Trả lời ngày { $on }: { $text }
