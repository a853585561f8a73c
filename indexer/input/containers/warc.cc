// A record is looked at as a whole, with what follows it, before it is believed: a wrong length would
// otherwise swallow its neighbours. Tested by tests/indexer/input/containers/warc_test.cc.
#include "indexer/input/containers/warc.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <string>
#include <unordered_set>
#include <utility>

#include "common/base/calendar.h"
#include "common/base/strings.h"
#include "indexer/input/bytes/members.h"
#include "indexer/input/warc/crawl_index.h"
#include "indexer/input/warc/http_response.h"
#include "indexer/input/warc/record_header.h"

namespace dateline::indexer {
namespace {

using warc::MediaType;
using warc::RecordHeader;

constexpr std::size_t kSeenAtOnce = std::size_t{1} << 16;
// What a response's head may have beside its page.
constexpr std::size_t kMostHttpHead = std::size_t{1} << 20;
constexpr std::size_t kWindowBytes = std::size_t{128} << 20;
// Where the head of a record that may be left out has to end, and that of the answer in it.
constexpr std::size_t kSeenOfHead = std::size_t{8} << 10;
constexpr std::string_view kEndOfRecord = "\r\n\r\n";
constexpr std::string_view kNoPages = "files that are no pages";
constexpr std::string_view kLargeFiles = "large files";
// Of what a record begins with: "WARC/1.1" and the end of the line.
constexpr std::size_t kMostFirstLine = 10;
// Keys of pages, three each at most; beyond that, revisits count as those of other files.
constexpr std::size_t kMostRemembered = std::size_t{4} << 20;

bool is_page_type(const MediaType& type) {
  return type.name == "text/html" || type.name == "application/xhtml+xml";
}

bool is_http(const RecordHeader& header) {
  return warc::media_type(header.content_type).name.starts_with("application/http");
}

// What an answer is counted as that has no page; nothing for one that may have one.
std::optional<std::string_view> no_page(const warc::HttpResponse& response) {
  if (response.status != 200) return "answers other than 200";
  if (!response.type.name.empty() && !is_page_type(response.type)) return kNoPages;
  return std::nullopt;
}

// A record ends with two ends of lines, and then comes another or nothing. Where some are missing, what
// comes has to be a record.
bool follows_well(std::string_view after) {
  if (after.starts_with(kEndOfRecord)) return true;
  const std::size_t begin = after.find_first_not_of("\r\n");
  if (begin == std::string_view::npos) return true;
  const std::string_view next = after.substr(begin);
  return warc::kRecordBegins.starts_with(next.substr(0, warc::kRecordBegins.size()));
}

// Where a record's first line begins in `bytes`; npos where none does, or not all of it is seen.
std::size_t find_record(std::string_view bytes) {
  for (std::size_t at = bytes.find(warc::kRecordBegins); at != std::string_view::npos;
       at = bytes.find(warc::kRecordBegins, at + 1)) {
    const std::string_view version = bytes.substr(at + warc::kRecordBegins.size(), 4);
    const bool is_one = version.size() == 4 && is_ascii_digit(version[0]) && version[1] == '.' &&
                        is_ascii_digit(version[2]) && (version[3] == '\r' || version[3] == '\n');
    if (is_one) return at;
  }
  return std::string_view::npos;
}

// The pages of a file, to know those that are only said to be the same again.
class KnownPages {
 public:
  void add(const RecordHeader& header) {
    for (const std::string* key : {&header.id, &header.target_uri, &header.payload_digest}) {
      if (!key->empty() && known_.size() < kMostRemembered) known_.insert(hash(*key));
    }
  }

  bool has_original(const RecordHeader& revisit) const {
    return has(revisit.refers_to) || has(revisit.payload_digest) ||
           has(revisit.refers_to_target_uri);
  }

 private:
  static std::size_t hash(std::string_view key) { return std::hash<std::string_view>()(key); }
  bool has(std::string_view key) const { return !key.empty() && known_.contains(hash(key)); }

  std::unordered_set<std::size_t> known_;
};

class Warc final : public Container {
 public:
  using Found = std::optional<tl::expected<Entry, EntryRefusal>>;

  Warc(std::unique_ptr<BufferedSource> source, const ContainerOptions& options)
      : members_(std::move(source), warc::kRecordBegins, kWindowBytes), options_(options) {
    if (!options.file.empty() && !members_.is_plain()) {
      index_ = warc::CrawlIndex::beside(options.file);
    }
  }

  Found next() override {
    for (;;) {
      if (!bytes_ && !open_member()) return at_end();
      skip_line_ends();
      if (bytes_->peek(1).empty()) {
        if (Found damage = close_member()) return damage;
      } else if (Found found = next_record()) {
        return found;
      }
    }
  }

 private:
  bool open_member() {
    while (!index_.is_empty() && leave_out_next()) {
    }
    auto member = members_.next();
    if (!member) return false;
    member_offset_ = member->offset;
    bytes_ = std::move(member->bytes);
    position_ = 0;
    was_refused_ = false;
    return true;
  }

  // True where the index says where the next member ends, and its own head that it is no page.
  bool leave_out_next() {
    const auto begin = members_.find_next();
    const auto packed = begin ? index_.bytes_of_no_page(*begin) : std::nullopt;
    if (!packed) return false;
    const std::string text = members_.beginning(kSeenOfHead);
    const auto header = warc::read_record_header(text);
    if (!header || header->type != "response" || !is_http(*header)) return false;
    const auto response =
        warc::read_http_response(std::string_view(text).substr(header->head_bytes));
    const auto kind = response ? no_page(*response) : std::nullopt;
    if (!kind || !members_.leave_out(
                     *packed, header->head_bytes + header->content_bytes + kEndOfRecord.size())) {
      return false;
    }
    if (!is_large(*header)) known_.add(*header);
    pass_over(is_large(*header) ? kLargeFiles : *kind);
    return true;
  }

  Found at_end() {
    if (ended_ || !members_.refusal()) return std::nullopt;
    ended_ = true;
    EntryRefusal out;
    out.refusal = *members_.refusal();
    return tl::unexpected(std::move(out));
  }

  // What its last record has said already is not said again.
  Found close_member() {
    const auto refusal = bytes_->refusal();
    bytes_.reset();
    if (!refusal || was_refused_) return std::nullopt;
    return refused({}, refusal->code, refusal->reason);
  }

  Found next_record() {
    const auto header = read_head();
    if (!header) return damaged("its head is damaged");
    if (is_large(*header)) return pass_by_large(*header);
    const std::size_t size = header->head_bytes + static_cast<std::size_t>(header->content_bytes);
    const std::string_view seen = bytes_->peek(size + 4 + warc::kRecordBegins.size());
    if (seen.size() < size) {
      return damaged(
          fmt::format("it ends before the {} bytes that it says it has", header->content_bytes));
    }
    if (!follows_well(seen.substr(size))) {
      return damaged(fmt::format("what follows the {} bytes that it says it has is no record",
                                 header->content_bytes));
    }
    Found found = entry_of(*header, seen.substr(header->head_bytes, size - header->head_bytes));
    skip(size);
    return found;
  }

  bool is_large(const RecordHeader& header) const {
    return header.content_bytes > options_.max_entry_bytes + kMostHttpHead;
  }

  std::optional<RecordHeader> read_head() {
    for (std::size_t size = kSeenAtOnce / 16;; size = std::min(size * 4, warc::kMostHeadBytes)) {
      const std::string_view seen = bytes_->peek(size);
      if (auto header = warc::read_record_header(seen)) return header;
      if (seen.size() < size || size == warc::kMostHeadBytes) return std::nullopt;
    }
  }

  // Too long to be held: what it is, its beginning says.
  Found pass_by_large(const RecordHeader& header) {
    const std::string_view seen = bytes_->peek(header.head_bytes + kSeenAtOnce);
    const auto response = warc::read_http_response(seen.substr(header.head_bytes));
    const bool is_page = header.type == "response" && response && response->status == 200 &&
                         is_page_type(response->type);
    Found found;
    if (is_page) {
      found = refused(header, reject::kTooLarge,
                      fmt::format("a page of {} bytes", header.content_bytes));
    } else {
      pass_over(kLargeFiles);
    }
    for (std::uint64_t left = header.head_bytes + header.content_bytes; left > 0;) {
      const std::size_t some = bytes_->peek(1).size();
      if (some == 0) break;
      const auto step = static_cast<std::size_t>(std::min<std::uint64_t>(left, some));
      skip(step);
      left -= step;
    }
    return found;
  }

  Found entry_of(const RecordHeader& header, std::string_view content) {
    if (header.type == "response") return response_entry(header, content);
    if (header.type == "resource" || header.type == "conversion") {
      return plain_entry(header, content);
    }
    if (header.type == "revisit") {
      pass_over(known_.has_original(header) ? "revisits of pages in the file"
                                            : "revisits of pages in other files");
    }
    return std::nullopt;
  }

  Found response_entry(const RecordHeader& header, std::string_view content) {
    // Names of hosts are kept as responses, too.
    if (!is_http(header)) return plain_entry(header, content);
    const auto response = warc::read_http_response(content);
    if (!response) return refused(header, reject::kBadEntry, "the server's answer is damaged");
    known_.add(header);
    if (const auto kind = no_page(*response)) return pass_over(*kind);
    if (!header.truncated.empty()) return cut(header);
    auto page = warc::page_of(*response, options_.max_entry_bytes);
    if (!page) return refused(header, page.error().code, page.error().reason);
    return entry(header, response->type.name.empty() ? "" : "html", response->type.charset,
                 std::move(*page));
  }

  Found plain_entry(const RecordHeader& header, std::string_view content) {
    const MediaType type = warc::media_type(header.content_type);
    const bool is_text = header.type == "conversion" && type.name == "text/plain";
    if (!is_page_type(type) && !is_text) return pass_over(kNoPages);
    if (!header.truncated.empty()) return cut(header);
    known_.add(header);
    return entry(header, is_text ? "text" : "html", type.charset, std::string(content));
  }

  Found entry(const RecordHeader& header, std::string_view format, std::string charset,
              std::string page) {
    Entry out;
    out.place = place();
    out.facts.format = format;
    if (starts_with_ignoring_ascii_case(header.target_uri, "http"))
      out.facts.url = header.target_uri;
    out.facts.charset = std::move(charset);
    if (const auto fetched = Timestamp::parse(header.date)) out.facts.fetched = fetched->instant();
    out.source = std::make_unique<BufferedSource>(std::move(page));
    return out;
  }

  Found pass_over(std::string_view kind) {
    if (options_.passed_over != nullptr) options_.passed_over->count(kind);
    return std::nullopt;
  }

  Found cut(const RecordHeader& header) {
    return refused(header, reject::kBadEntry,
                   fmt::format("the crawler has cut this page ({})", header.truncated));
  }

  Found refused(const RecordHeader& header, std::string_view code, std::string reason) {
    was_refused_ = true;
    if (!header.target_uri.empty()) reason += ": " + header.target_uri;
    EntryRefusal out;
    out.place = place();
    out.refusal = {code, std::move(reason)};
    return tl::unexpected(std::move(out));
  }

  // Goes on at the next record of the member, which may begin within what this one says it has.
  Found damaged(std::string reason) {
    Found found = refused({}, reject::kBadEntry, "a damaged record: " + std::move(reason));
    for (skip(1);;) {
      const std::string_view seen = bytes_->peek(kSeenAtOnce);
      const std::size_t at = find_record(seen);
      if (at != std::string_view::npos) {
        skip(at);
        break;
      }
      if (seen.size() < kSeenAtOnce) {
        skip(seen.size());
        break;
      }
      skip(seen.size() - kMostFirstLine);
    }
    return found;
  }

  void skip_line_ends() {
    for (std::string_view seen = bytes_->peek(1); !seen.empty(); seen = bytes_->peek(1)) {
      const std::size_t ends = std::min(seen.find_first_not_of("\r\n"), seen.size());
      skip(ends);
      if (ends < seen.size()) return;
    }
  }

  void skip(std::size_t bytes) {
    bytes_->skip(bytes);
    position_ += bytes;
  }

  EntryPlace place() const { return {{}, members_.is_plain() ? position_ : member_offset_}; }

  Members members_;
  ContainerOptions options_;
  warc::CrawlIndex index_;
  KnownPages known_;
  std::unique_ptr<BufferedSource> bytes_;  // of the member that is being read
  std::uint64_t member_offset_ = 0;
  std::uint64_t position_ = 0;  // in the member
  bool was_refused_ = false;    // a record of the member
  bool ended_ = false;
};

}  // namespace

bool is_warc(const Head& head) { return head.bytes().starts_with(warc::kRecordBegins); }

bool is_packed_warc(std::string_view raw) { return Members::tells(raw, warc::kRecordBegins); }

std::unique_ptr<Container> open_warc(std::unique_ptr<BufferedSource> source,
                                     const ContainerOptions& options) {
  return std::make_unique<Warc>(std::move(source), options);
}

}  // namespace dateline::indexer
