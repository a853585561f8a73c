// Only brackets and strings are followed: whether an entry is sound JSON, its parser says, of that
// entry alone. Tested by tests/indexer/input/containers/json_array_test.cc.
#include "indexer/input/containers/json_array.h"

#include <string>
#include <utility>

#include "common/base/strings.h"

namespace dateline::indexer {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

class JsonArray final : public Container {
 public:
  JsonArray(std::unique_ptr<BufferedSource> source, std::size_t max_entry_bytes)
      : source_(std::move(source)), max_entry_bytes_(max_entry_bytes) {}

  std::optional<tl::expected<Entry, EntryRefusal>> next() override {
    if (ended_) return std::nullopt;
    if (!std::exchange(begun_, true)) begin();
    const char first = after(first_entry_ ? "" : ",");
    first_entry_ = false;
    if (first == ']' || ended_) return end(first);
    const std::uint64_t place = offset_;
    std::string bytes;
    if (!take_value(bytes)) return refused(place, reject::kBadJson, "the array ends in the middle");
    if (too_large_) return refused(place, reject::kTooLarge, "the record is over the limit");
    if (first != '{') return refused(place, reject::kBadRecord, "no object, but another value");
    return Entry{{{}, place}, {}, std::make_unique<BufferedSource>(std::move(bytes))};
  }

 private:
  void begin() {
    if (source_->peek(kByteOrderMark.size()).starts_with(kByteOrderMark)) skip(3);
    if (after("") == '[') skip(1);
  }

  // What comes after white space and the signs in `passed`; not taken. '\0' at the end.
  char after(std::string_view passed) {
    for (;;) {
      const std::string_view seen = source_->peek(1);
      if (seen.empty()) {
        ended_ = true;
        return '\0';
      }
      if (!is_ascii_space(seen[0]) && passed.find(seen[0]) == std::string_view::npos)
        return seen[0];
      skip(1);
    }
  }

  std::optional<tl::expected<Entry, EntryRefusal>> end(char sign) {
    ended_ = true;
    if (sign == ']') return std::nullopt;
    const auto& refusal = source_->refusal();
    if (refusal) return refused(offset_, refusal->code, refusal->reason);
    return refused(offset_, reject::kBadJson, "the array ends in the middle");
  }

  tl::unexpected<EntryRefusal> refused(std::uint64_t place, std::string_view code,
                                       std::string reason) {
    return tl::unexpected(EntryRefusal{{{}, place}, {code, std::move(reason)}});
  }

  // Up to the comma or bracket that ends the value, which is not taken; false if the source ends
  // before. Beyond the limit nothing is kept.
  bool take_value(std::string& bytes) {
    std::size_t depth = 0;
    bool in_string = false;
    bool escaped = false;
    too_large_ = false;
    for (std::string_view seen = source_->peek(1); !seen.empty(); seen = source_->peek(1)) {
      std::size_t size = 0;
      bool done = false;
      for (; size < seen.size() && !done; ++size) {
        const char c = seen[size];
        if (in_string) {
          in_string = c != '"' || escaped;
          escaped = c == '\\' && !escaped;
        } else if (c == '"') {
          in_string = true;
        } else if (c == '{' || c == '[') {
          ++depth;
        } else if (depth == 0 && (c == ',' || c == ']')) {
          break;
        } else if (c == '}' || c == ']') {
          depth -= depth > 0 ? 1 : 0;
          done = depth == 0;
        }
      }
      const bool ends = done || size < seen.size();
      keep(bytes, seen.substr(0, size));
      skip(size);
      if (ends) return true;
    }
    ended_ = true;
    return false;
  }

  void keep(std::string& bytes, std::string_view more) {
    too_large_ = too_large_ || bytes.size() + more.size() > max_entry_bytes_;
    if (too_large_) {
      bytes.clear();
    } else {
      bytes += more;
    }
  }

  void skip(std::size_t bytes) {
    source_->skip(bytes);
    offset_ += bytes;
  }

  std::unique_ptr<BufferedSource> source_;
  std::size_t max_entry_bytes_;
  std::uint64_t offset_ = 0;
  bool begun_ = false;
  bool first_entry_ = true;
  bool too_large_ = false;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<Container> open_json_array(std::unique_ptr<BufferedSource> source,
                                           const ContainerOptions& options) {
  return std::make_unique<JsonArray>(std::move(source), options.max_entry_bytes);
}

}  // namespace dateline::indexer
