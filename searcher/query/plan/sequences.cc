// A phrase's ways are all ways of its first operand, each followed by all ways of the next one;
// alternatives put their ways into one list, those of one word into one set. Tested against
// listing every text by tests/searcher/query/plan/sequences_test.cc.
#include "searcher/query/plan/sequences.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace dateline::query {
namespace {

using Ways = std::vector<Sequence>;

// Every way of `left` followed by every way of `right`.
std::optional<Ways> followed_by(Ways left, const Ways& right, std::size_t most) {
  if (left.size() * right.size() > most) return std::nullopt;
  if (right.size() == 1) {  // as nearly all words are: so a long phrase is not copied for each
    for (Sequence& first : left) {
      first.insert(first.end(), right.front().begin(), right.front().end());
    }
    return left;
  }
  Ways out;
  for (const Sequence& first : left) {
    for (const Sequence& second : right) {
      out.push_back(first);
      out.back().insert(out.back().end(), second.begin(), second.end());
    }
  }
  return out;
}

std::optional<Ways> ways_of_phrase(const Plan& phrase, std::size_t most) {
  std::optional<Ways> out = Ways{{}};
  for (const Plan& child : phrase.children) {
    const auto ways = sequences_of(child, most);
    if (!ways) return std::nullopt;
    out = followed_by(std::move(*out), *ways, most);
    if (!out) return std::nullopt;
  }
  return out;
}

std::optional<Ways> ways_of_alternatives(const Plan& alternatives, std::size_t most) {
  Ways out;
  FormSet words;
  for (const Plan& child : alternatives.children) {
    auto ways = sequences_of(child, most);
    if (!ways) return std::nullopt;
    for (Sequence& way : *ways) {
      if (way.size() == 1) {
        words.insert(words.end(), way[0].begin(), way[0].end());
      } else {
        out.push_back(std::move(way));
      }
    }
  }
  if (!words.empty()) out.insert(out.begin(), Sequence{std::move(words)});
  if (out.size() > most) return std::nullopt;
  return out;
}

}  // namespace

std::optional<Ways> sequences_of(const Plan& plan, std::size_t most) {
  switch (plan.kind) {
    case Plan::Kind::kForms:
      return Ways{{plan.texts}};
    case Plan::Kind::kPhrase:
      return ways_of_phrase(plan, most);
    case Plan::Kind::kOr:
      return ways_of_alternatives(plan, most);
    default:
      return Ways{};  // kNothing: a wildcard that no word matches
  }
}

std::optional<std::vector<Choice>> choices_of(const std::vector<Plan>& operands, std::size_t most) {
  std::vector<Choice> out{{}};
  for (const Plan& operand : operands) {
    const auto ways = sequences_of(operand, most);
    if (!ways || out.size() * ways->size() > most) return std::nullopt;
    if (ways->size() == 1) {
      for (Choice& choice : out) choice.push_back(ways->front());
      continue;
    }
    std::vector<Choice> longer;
    for (const Choice& choice : out) {
      for (const Sequence& way : *ways) {
        longer.push_back(choice);
        longer.back().push_back(way);
      }
    }
    out = std::move(longer);
  }
  return out;
}

std::size_t words_of(const std::vector<Sequence>& ways) {
  std::size_t count = 0;
  for (const Sequence& way : ways) {
    for (const FormSet& forms : way) count += forms.size();
  }
  return count;
}

bool are_distinct_words(const Choice& choice) {
  std::unordered_set<std::string_view> seen;
  for (const Sequence& way : choice) {
    if (way.size() != 1) return false;
    std::unordered_set<std::string_view> own;
    for (const std::string& form : way[0]) {
      if (own.insert(form).second && !seen.insert(form).second) return false;
    }
  }
  return true;
}

}  // namespace dateline::query
