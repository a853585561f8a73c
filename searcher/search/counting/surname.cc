// The nearest articles in time are taken, at most kNearest and none further away than kMonthsAround,
// and the person whom most of them name is meant if kFewest of them do, and kClearly of all, and if
// the word is that person's surname.
#include "searcher/search/counting/surname.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <utility>

#include "common/names/comparison.h"
#include "common/names/personal_name.h"
#include "common/text/values.h"

namespace dateline::search {
namespace {

// Chosen by bench/quality/surnames.py; bench/runs/2026-11-29-names.md has the measurement.
constexpr std::size_t kNearest = 10;
constexpr std::int32_t kMonthsAround = 60;
constexpr std::size_t kFewest = 3;
constexpr double kClearly = 0.7;

constexpr std::size_t kDigitsOfDay = 8;
constexpr std::int32_t kMonthsOfYear = 12;

std::optional<std::int32_t> digits_as_number(std::string_view digits) {
  std::int32_t number = 0;
  const char* const end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, number);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return number;
}

}  // namespace

Month month_of(std::string_view day) {
  if (day.size() != kDigitsOfDay) return std::nullopt;
  const auto year = digits_as_number(day.substr(0, 4));
  const auto month = digits_as_number(day.substr(4, 2));
  if (!year || !month || *month < 1 || *month > kMonthsOfYear) return std::nullopt;
  return *year * kMonthsOfYear + *month - 1;
}

std::string month_digits(std::int32_t month) {
  return fmt::format("{:04}{:02}", month / kMonthsOfYear, month % kMonthsOfYear + 1);
}

std::string surname_of(std::string_view name) {
  const names::PersonalName parts = names::split_personal_name(name);
  return parts.given.empty() ? std::string() : text::fold_value(parts.surname);
}

std::string lone_surname(std::string_view name) {
  const names::PersonalName parts = names::split_personal_name(name);
  const bool alone = parts.given.empty() && parts.suffix.empty();
  return alone ? text::fold_value(parts.surname) : std::string();
}

std::optional<std::size_t> Surname::with_mark(schema::EntityMark mark) const {
  for (std::size_t i = 0; i < bearers_.size(); ++i) {
    const auto& marks = bearers_[i].marks;
    if (std::find(marks.begin(), marks.end(), mark) != marks.end()) return i;
  }
  return std::nullopt;
}

std::optional<std::size_t> Surname::with_name(const std::set<std::string>& names) const {
  for (std::size_t i = 0; i < bearers_.size(); ++i) {
    const auto& own = bearers_[i].names;
    const bool has = std::any_of(own.begin(), own.end(),
                                 [&](const std::string& name) { return names.contains(name); });
    if (has) return i;
  }
  return std::nullopt;
}

std::size_t Surname::add_bearer(std::string name, bool as_surname) {
  bearers_.push_back({std::move(name), as_surname, {}, {}});
  return bearers_.size() - 1;
}

void Surname::add_article(Month month, std::optional<std::size_t> bearer) {
  articles_.push_back({month, bearer});
  known_.clear();
}

std::size_t Surname::bearer_like(const Bearer& bearer) {
  const auto same = std::find_if(bearers_.begin(), bearers_.end(), [&](const Bearer& one) {
    return one.name == bearer.name ||
           names::compare_names(one.name, bearer.name, EntityType::kPerson).same;
  });
  if (same == bearers_.end()) return add_bearer(bearer.name, bearer.as_surname);
  same->as_surname = same->as_surname || bearer.as_surname;
  return static_cast<std::size_t>(same - bearers_.begin());
}

void Surname::add(const Surname& other) {
  std::vector<std::size_t> numbers;
  for (const Bearer& bearer : other.bearers_) {
    numbers.push_back(bearer_like(bearer));
    Bearer& own = bearers_[numbers.back()];
    own.names.insert(own.names.end(), bearer.names.begin(), bearer.names.end());
    own.marks.insert(own.marks.end(), bearer.marks.begin(), bearer.marks.end());
  }
  for (const SurnameArticle& article : other.articles_) {
    std::optional<std::size_t> bearer;
    if (article.bearer) bearer = numbers[*article.bearer];
    add_article(article.month, bearer);
  }
}

// The furthest of them takes with it those that are as far away, so that the order in which
// articles were read makes no difference.
std::vector<SurnameArticle> Surname::around(Month month) const {
  if (!month) return articles_;
  std::vector<std::pair<std::int32_t, SurnameArticle>> near;
  for (const SurnameArticle& met : articles_) {
    if (!met.month) continue;
    const std::int32_t apart = std::abs(*met.month - *month);
    if (apart <= kMonthsAround) near.emplace_back(apart, met);
  }
  std::stable_sort(near.begin(), near.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<SurnameArticle> out;
  for (const auto& [apart, met] : near) {
    if (out.size() >= kNearest && apart != near[kNearest - 1].first) break;
    out.push_back(met);
  }
  return out;
}

std::optional<std::size_t> Surname::meant(Month month) const {
  const auto [at, is_new] = known_.try_emplace(month);
  if (is_new) at->second = clearly(around(month));
  return at->second;
}

std::optional<std::size_t> Surname::meant_mostly() const { return clearly(articles_); }

std::optional<std::size_t> Surname::clearly(const std::vector<SurnameArticle>& met) const {
  std::vector<std::size_t> articles(bearers_.size());
  for (const SurnameArticle& one : met) {
    if (one.bearer && *one.bearer < articles.size()) ++articles[*one.bearer];
  }
  const auto most = std::max_element(articles.begin(), articles.end());
  if (most == articles.end() || *most < kFewest) return std::nullopt;
  if (static_cast<double>(*most) < kClearly * static_cast<double>(met.size())) return std::nullopt;
  const auto bearer = static_cast<std::size_t>(most - articles.begin());
  return bearers_[bearer].as_surname ? std::optional(bearer) : std::nullopt;
}

std::optional<std::pair<std::int32_t, std::int32_t>> Surname::span() const {
  std::optional<std::pair<std::int32_t, std::int32_t>> out;
  for (const SurnameArticle& met : articles_) {
    if (!met.month) continue;
    if (!out) out.emplace(*met.month, *met.month);
    out->first = std::min(out->first, *met.month);
    out->second = std::max(out->second, *met.month);
  }
  if (out) out = {out->first - kMonthsAround, out->second + kMonthsAround};
  return out;
}

void merge(const SurnameTallies& other, SurnameTallies& into) {
  for (const auto& [text, surname] : other) into[text].add(surname);
}

}  // namespace dateline::search
