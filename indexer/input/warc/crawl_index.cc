#include "indexer/input/warc/crawl_index.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include <nlohmann/json.hpp>

#include "common/base/strings.h"
#include "common/document/json_bounds.h"
#include "indexer/input/bytes/decompress.h"
#include "indexer/input/bytes/line_reader.h"
#include "indexer/input/warc/http_response.h"

namespace dateline::indexer::warc {
namespace {

using nlohmann::json;

constexpr std::size_t kMostLine = std::size_t{64} << 10;
// Of all lines together: what is packed may be much more than it looks.
constexpr std::uint64_t kMostText = std::uint64_t{1} << 30;
constexpr std::size_t kIndexWindow = std::size_t{8} << 20;
// What is shorter is unpacked about as fast as its head is looked at.
constexpr std::uint64_t kLeastBytes = std::uint64_t{16} << 10;
constexpr std::uint64_t kMostBytes = std::uint64_t{1} << 62;

std::string_view text_at(const json& facts, const char* key) {
  const auto found = facts.find(key);
  if (found == facts.end() || !found->is_string()) return {};
  return found->get_ref<const std::string&>();
}

// Numbers are written as texts by some programs and as numbers by others.
std::optional<std::uint64_t> number_at(const json& facts, const char* key) {
  const auto found = facts.find(key);
  if (found == facts.end()) return std::nullopt;
  if (found->is_number_unsigned()) return found->get<std::uint64_t>();
  const std::string_view text = text_at(facts, key);
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string_view last_component(std::string_view path) { return path.substr(path.rfind('/') + 1); }

// Types that crawlers' indexes have for what they do not know, or for revisits, have no slash or
// begin so.
bool may_be_page(std::string_view mime) {
  const std::string type = media_type(mime).name;
  return type.find('/') == std::string::npos || type.starts_with("warc/") || type == "text/html" ||
         type == "application/xhtml+xml";
}

std::string without(std::string name, std::string_view ending) {
  if (name.ends_with(ending)) name.resize(name.size() - ending.size());
  return name;
}

}  // namespace

std::optional<CrawlIndex::Record> CrawlIndex::record_of(std::string_view line,
                                                        std::string_view name) {
  const std::size_t begin = line.find('{');
  if (line.starts_with('!') || begin == std::string_view::npos) return std::nullopt;
  const std::string_view text = line.substr(begin);
  if (!JsonBounds().excess(text).empty()) return std::nullopt;
  const json facts = json::parse(text, nullptr, false);
  if (!facts.is_object()) return std::nullopt;
  const std::string_view file = last_component(text_at(facts, "filename"));
  if (!file.empty() && file != name) return std::nullopt;
  const auto offset = number_at(facts, "offset");
  const auto bytes = number_at(facts, "length");
  if (!offset || !bytes || *offset > kMostBytes || *bytes > kMostBytes) return std::nullopt;
  return Record{*offset, *bytes, may_be_page(text_at(facts, "mime"))};
}

CrawlIndex::CrawlIndex(std::unique_ptr<BufferedSource> lines, std::string_view name) {
  LineReader reader(std::move(lines), kMostLine);
  while (records_.size() < kMostRecords) {
    const auto line = reader.next();
    if (!line || ((*line) ? (*line)->offset : line->error().offset) > kMostText) break;
    if (!*line) continue;
    if (const auto record = record_of((*line)->bytes, name)) records_.push_back(*record);
  }
  std::stable_sort(records_.begin(), records_.end(),
                   [](const Record& a, const Record& b) { return a.offset < b.offset; });
}

CrawlIndex CrawlIndex::beside(const std::string& warc) {
  const auto file = open_file_at(warc, 0);
  if (!file) return {};
  const std::string base = without(warc, ".gz");
  for (const std::string& stem : {warc, base, without(base, ".warc")}) {
    for (const char* ending : {".cdxj", ".cdxj.gz"}) {
      auto found = open_file_at(stem + ending, 0);
      if (!found || (*found)->size() > (*file)->size()) continue;
      return {decompressed(std::make_unique<BufferedSource>(std::move(*found)), kIndexWindow),
              last_component(warc)};
    }
  }
  return {};
}

std::optional<std::uint64_t> CrawlIndex::bytes_of_no_page(std::uint64_t offset) const {
  const auto [first, last] =
      std::equal_range(records_.begin(), records_.end(), Record{offset, 0, false},
                       [](const Record& a, const Record& b) { return a.offset < b.offset; });
  if (first == last || first->bytes < kLeastBytes) return std::nullopt;
  const std::uint64_t bytes = first->bytes;
  const bool agree = std::all_of(first, last, [bytes](const Record& record) {
    return !record.may_be_page && record.bytes == bytes;
  });
  const bool holds_another = last != records_.end() && last->offset - offset < bytes;
  return agree && !holds_another ? std::optional(bytes) : std::nullopt;
}

}  // namespace dateline::indexer::warc
