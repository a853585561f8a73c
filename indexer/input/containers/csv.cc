// A row is parsed where it lies in the buffer; one that does not end there is parsed again when more
// has been read.
//
//   title,text\n"One, two","He said ""no"""\n     {"title":"One, two","text":"He said \"no\""}
//
// A quote that nobody closes would take all that follows for one value. Such a row is refused, and the
// line behind its first is looked at anew: damage costs its row and no other. Tested by
// tests/indexer/input/containers/csv_test.cc.
#include "indexer/input/containers/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "common/base/strings.h"
#include "common/base/utf8.h"

namespace dateline::indexer {
namespace {

using std::string_view_literals::operator""sv;  // NOLINT(misc-unused-using-decls): it is used

constexpr std::string_view kSeparators = "\t,;|";
constexpr std::string_view kMark = "\xEF\xBB\xBF";
constexpr std::size_t kMostColumns = 1000;
constexpr std::size_t kMostBytesOfName = 256;
// How often lines behind a quote that stayed open are looked at anew: each time may read as much as
// an article may have.
constexpr unsigned kMostRetries = 64;

struct Row {
  enum class End { kWhole, kUnfinished, kBroken } end = End::kUnfinished;
  std::vector<std::string> cells;
  std::size_t size = 0;  // in bytes, with its line's end
};

// Reads one row from the beginning of `bytes`.
class RowReader {
 public:
  RowReader(std::string_view bytes, char separator, bool is_last)
      : bytes_(bytes), separator_(separator), is_last_(is_last) {}

  Row read() {
    while (row_.end == Row::End::kUnfinished && cell()) {
    }
    row_.size = at_;
    return std::move(row_);
  }

 private:
  // True if another follows.
  bool cell() {
    std::string value;
    const bool quoted = at_ < bytes_.size() && bytes_[at_] == '"';
    if (quoted ? !take_quoted(value) : !take_plain(value)) return false;
    if (row_.cells.size() == kMostColumns) return broken();
    row_.cells.push_back(std::move(value));
    return behind_cell();
  }

  bool take_plain(std::string& value) {
    const std::array ends{separator_, '\n', '\r'};
    const std::size_t end = std::min(
        bytes_.find_first_of(std::string_view(ends.data(), ends.size()), at_), bytes_.size());
    value = bytes_.substr(at_, end - at_);
    at_ = end;
    return true;
  }

  bool take_quoted(std::string& value) {
    for (++at_;;) {
      const std::size_t quote = bytes_.find('"', at_);
      if (quote == std::string_view::npos) return false;
      value += bytes_.substr(at_, quote - at_);
      at_ = quote + 1;
      if (at_ >= bytes_.size() || bytes_[at_] != '"') return true;
      value += '"';
      ++at_;
    }
  }

  bool behind_cell() {
    if (at_ == bytes_.size()) return is_last_ && whole(0);
    if (bytes_[at_] == separator_) {
      ++at_;
      return true;
    }
    if (bytes_[at_] == '\n') return whole(1);
    if (bytes_[at_] != '\r') return broken();
    if (at_ + 1 == bytes_.size() && !is_last_) return false;
    return whole(bytes_.substr(at_).starts_with("\r\n") ? 2 : 1);
  }

  // Neither has another cell.
  bool whole(std::size_t line_end) {
    at_ += line_end;
    row_.end = Row::End::kWhole;
    return false;
  }

  bool broken() {
    row_.end = Row::End::kBroken;
    return false;
  }

  std::string_view bytes_;
  char separator_;
  bool is_last_;  // nothing follows `bytes_`
  std::size_t at_ = 0;
  Row row_;
};

// The sign that parts most columns of the first line.
char separator_of(std::string_view text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  return *std::max_element(kSeparators.begin(), kSeparators.end(), [line](char a, char b) {
    return std::count(line.begin(), line.end(), a) < std::count(line.begin(), line.end(), b);
  });
}

bool is_blank(const Row& row) { return row.cells.size() == 1 && trim(row.cells[0]).empty(); }

bool is_name(std::string_view cell) {
  return !trim(cell).empty() && cell.size() <= kMostBytesOfName &&
         cell.find_first_of("\r\n") == std::string_view::npos && is_valid_utf8(cell);
}

// Empty where these are no names of columns.
std::vector<std::string> names_in(const Row& row) {
  std::vector<std::string> names;
  for (const std::string& cell : row.cells) {
    if (!is_name(cell)) return {};
    names.emplace_back(trim(cell));
  }
  auto sorted = names;
  std::sort(sorted.begin(), sorted.end());
  if (std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end()) return {};
  return names;
}

bool is_text_column(const std::string& name) {
  constexpr std::array kNames{"title"sv,   "headline"sv, "text"sv,     "body"sv,
                              "article"sv, "content"sv,  "maintext"sv, "full_text"sv};
  return std::find(kNames.begin(), kNames.end(), to_ascii_lower(name)) != kNames.end();
}

class Csv final : public Container {
 public:
  Csv(std::unique_ptr<BufferedSource> source, std::size_t max_row_bytes)
      : source_(std::move(source)), max_row_bytes_(max_row_bytes) {}

  std::optional<tl::expected<Entry, EntryRefusal>> next() override {
    if (!begun_) {
      begun_ = true;
      if (auto refused = begin()) return tl::unexpected(std::move(*refused));
    }
    while (!ended_) {
      const std::uint64_t place = offset_;
      Row row = next_row();
      if (row.end != Row::End::kWhole) {
        auto refused = unread(place, row);
        if (refused) return tl::unexpected(std::move(*refused));
        continue;
      }
      if (row.size > max_row_bytes_) return tl::unexpected(too_large(place));
      if (!is_blank(row)) return entry(place, row);
    }
    return std::nullopt;
  }

 private:
  std::optional<EntryRefusal> begin() {
    if (source_->peek(kMark.size()).starts_with(kMark)) skip(kMark.size());
    separator_ = separator_of(source_->peek(kHeadBytes));
    Row row = next_row();
    while (row.end == Row::End::kWhole && is_blank(row) && !ended_) row = next_row();
    if (row.end == Row::End::kWhole) names_ = names_in(row);
    if (!names_.empty()) return std::nullopt;
    ended_ = true;
    if (source_->refusal()) return EntryRefusal{{{}, offset_}, *source_->refusal()};
    return EntryRefusal{
        {{}, 0},
        {reject::kBadRecord, "its first row does not name its columns, each once and in UTF-8"}};
  }

  // The next row, taken if it is whole.
  Row next_row() {
    std::string_view bytes = source_->peek(1);
    for (;;) {
      const std::size_t had = bytes.size();
      // Looked for one byte more: nothing more is there, or all of it is.
      const bool full = had > max_row_bytes_;
      Row row = RowReader(bytes, separator_, last_ && !source_->refusal()).read();
      if (row.end == Row::End::kWhole) {
        skip(row.size);
        ended_ = last_ && !source_->refusal() && source_->peek(1).empty();
        return row;
      }
      if (row.end == Row::End::kBroken || last_ || full) return row;
      bytes = source_->peek(2 * had + 1);
      last_ = bytes.size() < 2 * had + 1;
    }
  }

  // What is no row is refused, and reading goes on behind its first line. Nothing is said of the end.
  std::optional<EntryRefusal> unread(std::uint64_t place, const Row& row) {
    const std::string_view rest = source_->peek(1);
    if (rest.empty()) {
      ended_ = true;
      if (!source_->refusal()) return std::nullopt;
      return EntryRefusal{{{}, place}, *source_->refusal()};
    }
    const std::size_t line_end = rest.find('\n');
    const bool open = row.end == Row::End::kUnfinished;
    ended_ = line_end == std::string_view::npos || (open && ++retries_ > kMostRetries) ||
             (open && last_ && source_->refusal());
    const bool is_large = open && rest.size() > max_row_bytes_ && !last_;
    skip(ended_ ? rest.size() : line_end + 1);
    if (ended_ && source_->refusal()) return EntryRefusal{{{}, place}, *source_->refusal()};
    if (is_large) return too_large(place);
    return EntryRefusal{{{}, place},
                        {reject::kBadRecord, open ? "a quote that is not closed"
                                                  : "something else than the end of a value behind "
                                                    "its closing quote, or too many columns"}};
  }

  EntryRefusal too_large(std::uint64_t place) const {
    return {{{}, place},
            {reject::kTooLarge,
             fmt::format("a row of more than the limit of {} bytes, or a quote that is not closed",
                         max_row_bytes_)}};
  }

  tl::expected<Entry, EntryRefusal> entry(std::uint64_t place, const Row& row) const {
    const auto refused = [place](std::string reason) {
      return tl::unexpected(EntryRefusal{{{}, place}, {reject::kBadRecord, std::move(reason)}});
    };
    if (row.cells.size() != names_.size()) {
      return refused(
          fmt::format("a row of {} columns; the first has {}", row.cells.size(), names_.size()));
    }
    nlohmann::ordered_json object = nlohmann::ordered_json::object();
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const std::string_view cell = trim(row.cells[i]);
      if (!is_valid_utf8(cell)) {
        return refused(fmt::format("“{}” is not valid UTF-8: convert the file first", names_[i]));
      }
      if (!cell.empty()) object.push_back({names_[i], cell});
    }
    return Entry{{{}, place}, {}, std::make_unique<BufferedSource>(object.dump())};
  }

  void skip(std::size_t bytes) {
    source_->skip(bytes);
    offset_ += bytes;
  }

  std::unique_ptr<BufferedSource> source_;
  std::size_t max_row_bytes_;
  char separator_ = ',';
  std::vector<std::string> names_;
  std::uint64_t offset_ = 0;
  unsigned retries_ = 0;
  bool begun_ = false;
  bool last_ = false;  // all that is left is in the buffer
  bool ended_ = false;
};

}  // namespace

bool is_csv(const Head& head) {
  std::string_view text = head.text();
  if (head.is_binary() || text.starts_with('<') || text.starts_with('{') || text.starts_with('['))
    return false;
  const char separator = separator_of(text);
  const Row header = RowReader(text, separator, false).read();
  if (header.end != Row::End::kWhole || header.cells.size() < 2) return false;
  const auto names = names_in(header);
  if (std::none_of(names.begin(), names.end(), is_text_column)) return false;
  text.remove_prefix(header.size);
  const Row first = RowReader(text, separator, true).read();
  // A long one ends behind what is seen of it.
  return first.end == Row::End::kWhole ? first.cells.size() == names.size()
                                       : first.cells.size() < names.size();
}

std::unique_ptr<Container> open_csv(std::unique_ptr<BufferedSource> source,
                                    const ContainerOptions& options) {
  return std::make_unique<Csv>(std::move(source), options.max_entry_bytes);
}

}  // namespace dateline::indexer
