### Cơ quan, tổ chức

organisations-title = Cơ quan, tổ chức
organisation-count = { $shown } cơ quan, tổ chức
organisation-aliases = Tên khác
organisation-level = Cấp
organisation-founded = Từ ngày
organisation-ended = kết thúc ngày { $day }
organisation-successors = Kế thừa
organisation-tasks = Nhiệm vụ của
organisation-tasks-short = Xem
event-organisation-founded = Ghi nhận: { $name }
event-organisation-renamed = Đổi tên thành { $name } từ ngày { $on }
event-organisation-names-corrected = Sửa tên: { $name }
event-organisation-merged = Sáp nhập từ ngày { $on }. Căn cứ: { $basis }
event-organisation-split = Tách thành { $shown } cơ quan
