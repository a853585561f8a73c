#include "tests/support/costly_queries.h"

#include <algorithm>
#include <utility>

namespace dateline::testing {
namespace {

constexpr std::size_t kMostBytes = 4000;

std::string in_brackets(const std::string& text) { return "(" + text + ")"; }

}  // namespace

CostlyQueries::CostlyQueries(std::vector<std::string> words, unsigned seed)
    : words_(std::move(words)), random_(seed) {}

std::size_t CostlyQueries::pick(std::size_t least, std::size_t most) {
  return std::uniform_int_distribution<std::size_t>(least, most)(random_);
}

const std::string& CostlyQueries::word() { return words_[pick(0, words_.size() - 1)]; }

std::string CostlyQueries::pattern() {
  const std::string& from = word();
  switch (pick(0, 3)) {
    case 0:
      return from.substr(0, 1) + "*";
    case 1:
      return "*" + from.substr(from.size() - 1);
    case 2:
      return "?" + from.substr(std::min<std::size_t>(1, from.size() - 1)) + "*";
    default:
      return from.substr(0, 1) + "*" + from.substr(from.size() - 1);
  }
}

std::string CostlyQueries::leaf() {
  switch (pick(0, 6)) {
    case 0:
      return word() + "~2";
    case 1:
      return "=" + word();
    case 2:
      return pattern();
    case 3:
      return pattern() + "^2";
    case 4:
      return phrase();
    default:
      return word();
  }
}

std::string CostlyQueries::phrase() {
  std::string words;
  for (std::size_t i = pick(2, 9); i > 0; --i) {
    words += (words.empty() ? "" : " ") + (pick(0, 4) == 0 ? pattern() : word());
  }
  return "\"" + words + "\"" + (pick(0, 3) == 0 ? "~" + std::to_string(pick(1, 40)) : "");
}

std::string CostlyQueries::group(std::size_t most) {
  std::string ways;
  for (std::size_t i = pick(2, most); i > 0; --i) {
    const std::string way = pick(0, 2) == 0 ? phrase() : pick(0, 1) == 0 ? pattern() : word();
    ways += (ways.empty() ? "" : " OR ") + way;
  }
  return in_brackets(ways);
}

std::string CostlyQueries::neighbours() {
  std::string operands;
  const char* name = pick(0, 2) == 0 ? "ADJ" : "NEAR";
  const std::string joint = std::string(" ") + name + "/" + std::to_string(pick(1, 60)) + " ";
  for (std::size_t i = pick(2, 10); i > 0; --i) {
    operands += (operands.empty() ? "" : joint) + (pick(0, 1) == 0 ? group(5) : word());
  }
  return operands;
}

std::string CostlyQueries::date() {
  static constexpr const char* kDates[] = {"date:..2020", "date:0001..9999", "date:2015..",
                                           "date:2016-02-03..2021-11-29"};
  return kDates[pick(0, 3)];
}

std::string CostlyQueries::part(std::size_t depth) {
  if (depth == 0) return leaf();
  switch (pick(0, 7)) {
    case 0:
      return in_brackets(neighbours());
    case 1:
      return in_brackets(part(depth - 1) + " NOT " + part(depth - 1));
    case 2:
      return in_brackets(part(depth - 1) + " AND " + date());
    case 3:
      return "headline:" + group(12);
    case 4:
      return "entity:" + word() + (pick(0, 1) == 0 ? "~" : "");
    case 5:
      return in_brackets(part(depth - 1) + " " + part(depth - 1));
    default: {
      std::string ways = part(depth - 1);
      for (std::size_t i = pick(1, 12); i > 0; --i) ways += " OR " + part(depth - 1);
      return in_brackets(ways);
    }
  }
}

std::string CostlyQueries::next() {
  for (std::size_t depth = pick(1, 4);; --depth) {
    std::string query = part(depth);
    if (query.size() <= kMostBytes) return query;
  }
}

}  // namespace dateline::testing
