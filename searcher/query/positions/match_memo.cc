#include "searcher/query/positions/match_memo.h"

namespace dateline::query {
namespace {

constexpr std::size_t kMostSearches = 512;
constexpr std::size_t kMostDocuments = std::size_t{4} << 20;

}  // namespace

bool MatchMemo::is_full() const {
  std::size_t documents = 0;
  for (const auto& [search, matches] : known_) documents += matches->documents.size();
  return known_.size() >= kMostSearches || documents > kMostDocuments;
}

std::shared_ptr<MatchMemo::Matches> MatchMemo::of(const std::string& segment,
                                                  const std::string& search) {
  // No term holds a NUL.
  const std::string key = segment + '\0' + search;
  const auto found = known_.find(key);
  if (found != known_.end()) return found->second;
  // Whatever is asked for often is soon known again.
  if (is_full()) known_.clear();
  return known_.emplace(key, std::make_shared<Matches>()).first->second;
}

}  // namespace dateline::query
