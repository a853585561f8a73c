#include "searcher/http/messages/negotiation.h"

#include <charconv>
#include <string>

#include "common/base/strings.h"

namespace dateline::http {
namespace {

struct ListEntry {
  std::string_view name;
  double quality = 1;
};

// 0 for what is no number from 0 to 1.
double quality_from(std::string_view text) {
  double value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = read.ec == std::errc() && read.ptr == text.data() + text.size();
  return whole && value >= 0 && value <= 1 ? value : 0;
}

ListEntry entry_of(std::string_view text) {
  const auto parts = split(text, ';');
  ListEntry entry{trim(parts.front())};
  for (std::size_t at = 1; at < parts.size(); ++at) {
    const std::string_view part = trim(parts[at]);
    if (starts_with_ignoring_ascii_case(part, "q=")) entry.quality = quality_from(part.substr(2));
  }
  return entry;
}

// How exactly `range` stands for `wanted`: 0 not at all, 3 itself.
int exactness(std::string_view range, std::string_view wanted) {
  if (equals_ignoring_ascii_case(range, wanted)) return 3;
  if (range == "*/*" || range == "*") return 1;
  if (!range.ends_with("/*")) return 0;
  return starts_with_ignoring_ascii_case(wanted, range.substr(0, range.size() - 1)) ? 2 : 0;
}

std::string_view opaque_part(std::string_view tag) {
  return tag.starts_with("W/") ? tag.substr(2) : tag;
}

}  // namespace

double quality_of(std::string_view list, std::string_view wanted) {
  int best = 0;
  double quality = 0;
  for (const std::string_view piece : split(list, ',')) {
    const ListEntry entry = entry_of(piece);
    const int exact = exactness(entry.name, wanted);
    if (exact > best) {
      best = exact;
      quality = entry.quality;
    }
  }
  return quality;
}

bool names(std::string_view list, std::string_view wanted) {
  for (const std::string_view piece : split(list, ',')) {
    const ListEntry entry = entry_of(piece);
    if (entry.quality > 0 && equals_ignoring_ascii_case(entry.name, wanted)) return true;
  }
  return false;
}

bool has_tag(std::string_view list, std::string_view tag) {
  for (const std::string_view piece : split(list, ',')) {
    if (opaque_part(trim(piece)) == opaque_part(tag)) return true;
  }
  return false;
}

}  // namespace dateline::http
