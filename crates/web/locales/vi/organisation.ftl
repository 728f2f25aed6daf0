### Cơ quan, tổ chức

organisations-title = Cơ quan, tổ chức
organisation-count = { $shown } cơ quan, tổ chức
organisation-aliases = Tên khác
organisation-level = Cấp
organisation-level-party-central = Đảng, trung ương
organisation-level-state-central = Nhà nước, trung ương
organisation-level-government = Chính phủ
organisation-level-ministry = Bộ, ngành trung ương
organisation-level-city-party = Đảng bộ thành phố
organisation-level-city = Thành phố
organisation-level-department = Sở, ban, ngành
organisation-level-district = Quận, huyện
organisation-level-commune = Xã, phường, đặc khu
organisation-level-enterprise = Doanh nghiệp
organisation-level-other = Khác
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
