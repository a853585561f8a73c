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

// None where one of them was counted, for it was cut: a 0 beside it would be read as the next one.
std::vector<FacetValue> missing_between(DatePart part, int begin, int end,
                                        const std::vector<std::string>& counted) {
  std::vector<FacetValue> out;
  if (end - begin > static_cast<int>(kMostMissing)) return out;
  for (int at = begin; at < end; ++at) {
    out.push_back({value_at(part, at), 0});
    if (std::binary_search(counted.begin(), counted.end(), out.back().value)) return {};
  }
  return out;
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
    const int begin = out.empty() ? end : index_of(part, out.back().value) + 1;
    for (FacetValue& missing : missing_between(part, begin, end, counted)) {
      out.push_back(std::move(missing));
    }
    out.push_back(std::move(value));
  }
  return out;
}

}  // namespace dateline::search
