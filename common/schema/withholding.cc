#include "common/schema/withholding.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace dateline::schema {
namespace {

// Up to the year 9999.
constexpr int kSecondDigits = 12;
constexpr std::int64_t kLastSecond = 999'999'999'999;

std::string digits_of_second(std::int64_t second) {
  return fmt::format("{:0{}}", std::clamp<std::int64_t>(second, 0, kLastSecond), kSecondDigits);
}

// The last zone in which a day begins is twelve hours behind UTC.
std::int64_t end_of(const Timestamp& embargo) {
  constexpr std::int64_t kLastZone = 12 * 3600;
  return embargo.instant() + (embargo.has_time() ? 0 : kLastZone);
}

}  // namespace

std::vector<std::string> withholding_texts(const Field& field, const Article& article) {
  if (field.id == FieldId::kStatus &&
      article.status.value_or(ArticleStatus::kUsable) != ArticleStatus::kUsable) {
    return {std::string(name_of(*article.status))};
  }
  if (field.id == FieldId::kEmbargo && article.embargo) {
    return {digits_of_second(end_of(*article.embargo))};
  }
  return {};
}

std::string first_embargo_at(std::chrono::sys_seconds now) {
  // What ends at this second is over.
  return std::string(field(FieldId::kEmbargo).value_prefix) +
         digits_of_second(now.time_since_epoch().count() + 1);
}

std::optional<std::chrono::sys_seconds> end_of_embargo(std::string_view term) {
  const std::string_view prefix = field(FieldId::kEmbargo).value_prefix;
  if (!term.starts_with(prefix) || term.size() != prefix.size() + kSecondDigits)
    return std::nullopt;
  std::int64_t second = 0;
  const char* const end = term.data() + term.size();
  const auto read = std::from_chars(term.data() + prefix.size(), end, second);
  if (read.ec != std::errc() || read.ptr != end || second < 0) return std::nullopt;
  return std::chrono::sys_seconds(std::chrono::seconds(second));
}

}  // namespace dateline::schema
