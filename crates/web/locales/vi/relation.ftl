### Quan hệ, phiên bản, sơ đồ, bao phủ

## Quan hệ

relations-out = Văn bản này
relations-in = Được nhắc đến trong
relation-in-cites = được dẫn chiếu trong
relation-in-based_on = là căn cứ của
relation-in-implements = được triển khai bởi
relation-in-continues = được tiếp tục thực hiện bởi
relation-in-reviews = được sơ kết, tổng kết trong
relation-in-amends = được sửa đổi, bổ sung bởi
relation-in-replaces = được thay thế bởi
relation-in-repeals = bị bãi bỏ bởi
relation-in-assigns_review = được giao rà soát, tổng kết trong
relation-add = Thêm quan hệ
relation-find = Tìm văn bản liên quan
relation-find-hint = Số ký hiệu hoặc trích yếu, ví dụ: 45-NQ/TW
relation-find-button = Tìm văn bản
relation-find-none = Không tìm thấy văn bản nào khác. Hãy thử số ký hiệu.
relation-other = Văn bản liên quan
relation-kind = Văn bản này … văn bản kia
relation-version_of = là một phiên bản của
relation-source = Nguồn hoặc câu chữ
relation-add-button = Ghi nhận quan hệ
relation-withdraw = Bỏ quan hệ này
relation-withdraw-button = Bỏ quan hệ
relation-unclear = Dẫn chiếu chưa rõ văn bản nào
relation-unclear-hint = Nhiều văn bản cùng số ký hiệu; hãy chọn đúng văn bản.
relation-unclear-choose = Chọn văn bản
notice-relation-recorded = Đã ghi nhận quan hệ.
notice-relation-withdrawn = Đã bỏ quan hệ.
trouble-other = Hãy chọn văn bản liên quan và loại quan hệ.

## Biết qua dẫn chiếu

instrument-stub = Chưa có toàn văn
instrument-stub-lead = Văn bản này mới được biết qua dẫn chiếu hoặc dữ liệu; chưa có toàn văn. Khi tải toàn văn lên, hệ thống tự nhận ra đúng văn bản này.
instrument-text-in-versions = Bản thân văn bản này chưa có toàn văn; nội dung được biết qua các phiên bản dưới đây.
instrument-withdrawn = Không còn được văn bản nào dẫn chiếu
filter-cited-only = Chỉ văn bản chưa có toàn văn
filter-conflicts = Chỉ văn bản có thông tin khác nhau giữa các nguồn

## Nguồn nêu khác nhau

conflict-title = Các nguồn nêu khác nhau
conflict-lead = Hệ thống giữ cả các thông tin dưới đây, không tự chọn. Hãy đối chiếu bản gốc.
conflict-date = Ngày ban hành: { $value }
conflict-issuer = Cơ quan ban hành: { $value }
conflict-by-record = thông tin đăng ký
conflict-by-version = phiên bản { $name }
conflict-by-citation = dẫn chiếu trong { $name }
conflict-tag = nguồn khác nhau

## Phiên bản

versions-title = Phiên bản
versions-none = Chưa có phiên bản nào.
versions-report = bài báo
versions-compare = Đối chiếu các phiên bản
version-tag = phiên bản
version-of = Đây là một phiên bản của
version-part = Không phải phiên bản của văn bản này
version-part-button = Tách ra
version-join-button = Đúng, nối lại
version-refuse-button = Không phải
version-proposed = Có thể là phiên bản
version-proposed-lead = Hệ thống chỉ đề xuất; bạn quyết định.
version-look = Tìm phiên bản khác trong hệ thống
version-look-none = Không thấy văn bản nào khác có thể là phiên bản.
download-label = Tải phiên bản đang xem:
download-text = Văn bản (.txt)
download-json = Kết quả đọc (JSON)
download-akn = Akoma Ntoso (XML)
download-annotations = Web Annotation (JSON-LD)
likely-version = cùng một văn bản
likely-press_report = bài báo về văn bản
likely-reasons = Vì: { $reasons } ({ $score })
reason-symbol = số ký hiệu
reason-about = nói về cùng số ký hiệu
reason-date = ngày tháng
reason-issuer = cơ quan ban hành
reason-kind = loại văn bản
reason-sentences = các câu tương ứng nhau
reason-citations = cùng dẫn chiếu
reason-differences = số liệu, ngày tháng khớp nhau
notice-version-joined = Đã nối phiên bản.
notice-version-refused = Đã ghi nhận: không phải phiên bản.
notice-version-parted = Đã tách phiên bản.

## Đối chiếu

compare-title = Đối chiếu phiên bản: { $name }
compare-left = Bên trái
compare-right = Bên phải
compare-button = Đối chiếu
compare-need-two = Cần ít nhất hai phiên bản để đối chiếu.
compare-summary = { $pairs } cặp câu tương ứng; { $left } câu chỉ có bên trái; { $right } câu chỉ có bên phải
compare-differences = Số, ngày, số ký hiệu, tên gọi khác nhau
compare-differences-none = Không thấy số, ngày, số ký hiệu hay tên gọi nào khác nhau trong các câu tương ứng.
compare-sentences = Từng câu
compare-only-left = chỉ có bên trái
compare-only-right = chỉ có bên phải
compare-unsure = chưa chắc
compare-nothing = không nêu
compare-place = Đến câu { $number }
difference-number = Số
difference-date = Ngày
difference-symbol = Số ký hiệu
difference-name = Tên gọi
difference-kind = Loại
wordings-title = Câu chữ trong các phiên bản khác

## Sơ đồ

graph-title = Sơ đồ quan hệ văn bản
graph-link = Sơ đồ quan hệ
graph-lead = Mỗi hàng là một cấp, trong hàng xếp theo ngày ban hành. Khung nét đứt: văn bản chưa có toàn văn.
graph-none = Chưa có quan hệ nào giữa các văn bản. Hãy xác nhận dẫn chiếu khi rà soát, hoặc thêm quan hệ ở trang của văn bản.
graph-whole = Toàn bộ sơ đồ
graph-depth = Số bước
graph-too-many = Chỉ vẽ { $shown } văn bản có nhiều quan hệ nhất; bảng bên dưới có đủ.
graph-legend = Chú giải
graph-table = Bảng quan hệ
graph-from = Văn bản
graph-relation = Quan hệ
graph-to = Với văn bản
graph-focus-on = Đặt vào giữa
graph-undated = chưa rõ ngày
relation-count = { $shown } quan hệ
level-party = Đảng ở Trung ương
level-assembly = Quốc hội
level-government = Chính phủ, Thủ tướng
level-ministry = Bộ, ngành
level-local-party = Đảng bộ địa phương
level-council = Hội đồng nhân dân
level-committee = Ủy ban nhân dân, sở
level-press = Báo chí
level-other = Khác

## Ma trận bao phủ

coverage-title = Bao phủ: { $higher }
coverage-link = Ma trận bao phủ
coverage-lead = Mỗi hàng là một nội dung của văn bản cấp trên; bên cạnh là nhiệm vụ, chỉ tiêu của văn bản cấp dưới có thể đáp ứng.
coverage-by = Văn bản cấp dưới
coverage-choose = Chọn văn bản cấp dưới để đối chiếu.
coverage-no-lower = Chưa có văn bản nào khác có toàn văn để đối chiếu.
coverage-no-text = Văn bản này chưa có toàn văn nên chưa đối chiếu được.
coverage-none = Chưa đọc được nội dung nào trong văn bản cấp trên.
coverage-button = Đối chiếu
coverage-clauses = { $shown } nội dung
coverage-confirmed = { $shown } đã xác nhận
coverage-proposed = { $shown } có đề xuất
coverage-open = { $shown } nội dung chưa có nhiệm vụ
coverage-open-only = Chỉ nội dung chưa có nhiệm vụ
coverage-csv = Tải về bảng tính (CSV)
coverage-clause = Nội dung cấp trên
coverage-answer = Đáp ứng ở cấp dưới
coverage-similarity = Độ giống nhau
coverage-judged = Ý kiến
coverage-nothing = Chưa có nhiệm vụ nào đáp ứng
coverage-confirm = Đáp ứng
coverage-refuse = Không đáp ứng
coverage-undo = Bỏ ý kiến
judged-yes = Đã xác nhận đáp ứng
judged-no = Đã xác nhận không đáp ứng
judged-none = Đề xuất, chưa có ý kiến
notice-coverage-judged = Đã ghi nhận ý kiến.

## Lịch sử

event-instrument-citation-resolved = Ghi nhận quan hệ từ dẫn chiếu: { $relation } ({ $words })
event-instrument-relation-withdrawn = Bỏ quan hệ { $relation }: { $reason }
event-instrument-version-stated = Ghi nhận thông tin mà phiên bản nêu về văn bản
event-instrument-joined = Nối làm phiên bản của văn bản khác
event-instrument-join-refused = Xác nhận không phải phiên bản của văn bản được đề xuất
event-instrument-parted = Tách khỏi văn bản đã nối: { $reason }
event-instrument-coverage-confirmed = Xác nhận một nội dung đã có nhiệm vụ đáp ứng
event-instrument-coverage-refused = Xác nhận một đề xuất không đáp ứng nội dung
event-instrument-coverage-undone = Bỏ ý kiến về một nội dung
event-instrument-withdrawn = Rút khỏi danh mục: { $reason }
event-instrument-restored = Đưa trở lại danh mục
event-wording-added = Thêm câu chữ của phiên bản khác: { $quote }
event-wording-removed = Bỏ câu chữ của một phiên bản
