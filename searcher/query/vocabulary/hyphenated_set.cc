#include "searcher/query/vocabulary/hyphenated_set.h"

namespace dateline::query {
namespace {

constexpr std::size_t kFewest = 2;

bool is_less(char a, char b) {
  return static_cast<unsigned char>(a) < static_cast<unsigned char>(b);
}

}  // namespace

WordSet::Verdict HyphenatedSet::look(std::string_view candidate) {
  std::size_t letters = 0;  // of word_ that the candidate has up to `at`
  std::size_t hyphens = 0;
  std::size_t last_hyphen = 0;
  const auto may_break = [&](std::size_t at) {
    return letters > 0 && letters < word_.size() && candidate[at - 1] != '-';
  };
  std::size_t at = 0;
  for (; at < candidate.size(); ++at) {
    if (letters < word_.size() && candidate[at] == word_[letters]) {
      ++letters;
    } else if (candidate[at] == '-' && may_break(at)) {
      ++hyphens;
      last_hyphen = at;
    } else {
      break;
    }
  }
  if (at == candidate.size()) return {letters == word_.size() && hyphens >= kFewest, {}};
  const std::string shared(candidate.substr(0, at));
  if (may_break(at) && is_less(candidate[at], '-')) return {false, shared + '-'};
  if (letters < word_.size() && is_less(candidate[at], word_[letters])) {
    return {false, shared + word_[letters]};
  }
  // Nothing follows here: where the last hyphen stands, a letter may.
  if (hyphens == 0) return {false, beginning() + '\xFF'};
  return {false, shared.substr(0, last_hyphen) + word_[last_hyphen - (hyphens - 1)]};
}

}  // namespace dateline::query
