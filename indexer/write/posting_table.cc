#include "indexer/write/posting_table.h"

#include <algorithm>
#include <iterator>

namespace dateline::indexer {

Posting& PostingTable::posting_of(std::string_view prefix, std::string_view text) {
  term_.assign(prefix).append(text);
  // Where every byte might be a zero, and count twice, the term may need cutting.
  if (term_.size() > schema::kMaxTermBytes / 2) term_ = schema::make_term(prefix, text);
  if (const auto found = by_term_.find(term_); found != by_term_.end()) return *found->second;
  Posting& posting = postings_.emplace_back();
  posting.term = term_;
  by_term_.emplace(posting.term, &posting);
  return posting;
}

void PostingTable::add(std::string_view prefix, std::string_view text, std::uint32_t wdf) {
  posting_of(prefix, text).wdf += wdf;
}

void PostingTable::add_at(std::string_view prefix, std::string_view text, std::uint32_t position,
                          std::uint32_t wdf) {
  Posting& posting = posting_of(prefix, text);
  if (!posting.positions.empty() && posting.positions.back() == position) return;
  posting.positions.push_back(position);
  posting.wdf += wdf;
}

std::vector<Posting> PostingTable::take() {
  by_term_.clear();
  std::vector<Posting> out(std::make_move_iterator(postings_.begin()),
                           std::make_move_iterator(postings_.end()));
  postings_.clear();
  std::sort(out.begin(), out.end(),
            [](const Posting& a, const Posting& b) { return a.term < b.term; });
  return out;
}

}  // namespace dateline::indexer
