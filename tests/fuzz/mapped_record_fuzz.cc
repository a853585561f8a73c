// The first line is a date's pattern, then a map up to a line "---", then a record: each is refused
// with a reason, or what comes of it is valid.
#include <cstdlib>
#include <string>
#include <string_view>

#include "common/base/utf8.h"
#include "indexer/mapping/mapped_record.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

std::string_view cut(std::string_view& from, std::string_view at) {
  const std::size_t end = std::min(from.find(at), from.size());
  const std::string_view out = from.substr(0, end);
  from.remove_prefix(std::min(end + at.size(), from.size()));
  return out;
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace dateline::indexer;
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  const std::string pattern(cut(rest, "\n"));
  const std::string_view toml = cut(rest, "\n---\n");
  if (mapping::fault_of_pattern(pattern).empty()) mapping::read_date_as(rest, {pattern, 60});
  const auto map = FieldMap::parse(toml, "map");
  if (!map) {
    require(!map.error().message.empty());
    return 0;
  }
  const auto record = mapping::read_mapped_record(rest, *map);
  if (!record) {
    require(!record.error().message.empty());
    return 0;
  }
  require(dateline::is_valid_utf8(dateline::schema::to_json(record->article)));
  return 0;
}
