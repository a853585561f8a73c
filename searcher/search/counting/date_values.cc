#include "searcher/search/counting/date_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace dateline::search {
namespace {

constexpr std::size_t kYearDigits = 4;
constexpr std::size_t kMonthDigits = 6;
constexpr int kMonths = 12;

int number_in(std::string_view text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

// Counts years, or months, without a gap.
int index_of(DatePart part, std::string_view value) {
  const int year = number_in(value.substr(0, kYearDigits));
  if (part == DatePart::kYear) return year;
  return year * kMonths + number_in(value.substr(kYearDigits + 1)) - 1;
}

std::string value_at(DatePart part, int index) {
  if (part == DatePart::kYear) return fmt::format("{:04}", index);
  return fmt::format("{:04}-{:02}", index / kMonths, index % kMonths + 1);
}

}  // namespace

std::string_view digits_of(DatePart part, std::string_view day) {
  const std::size_t digits = part == DatePart::kYear ? kYearDigits : kMonthDigits;
  return day.size() < digits ? std::string_view() : day.substr(0, digits);
}

std::string date_value(DatePart part, std::string_view digits) {
  std::string value(digits);
  if (part == DatePart::kMonth) value.insert(kYearDigits, "-");
  return value;
}

std::vector<FacetValue> with_gaps(DatePart part, std::vector<FacetValue> values,
                                  const std::vector<std::string>& counted) {
  std::sort(values.begin(), values.end(),
            [](const FacetValue& a, const FacetValue& b) { return a.value < b.value; });
  std::vector<FacetValue> out;
  out.reserve(values.size());
  for (FacetValue& value : values) {
    const int end = index_of(part, value.value);
    int at = out.empty() ? end : index_of(part, out.back().value) + 1;
    if (end - at > static_cast<int>(kMostMissing)) at = end;
    for (; at < end; ++at) {
      std::string missing = value_at(part, at);
      if (std::binary_search(counted.begin(), counted.end(), missing)) continue;
      out.push_back({std::move(missing), 0});
    }
    out.push_back(std::move(value));
  }
  return out;
}

}  // namespace dateline::search
