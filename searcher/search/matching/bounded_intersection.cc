#include "searcher/search/matching/bounded_intersection.h"

namespace dateline::search {

using query::FormCursor;
using query::kNoDocument;

BoundedIntersection::BoundedIntersection(const Xapian::Database& db, const query::Sequence& terms,
                                         std::size_t& steps)
    : steps_(steps) {
  for (const query::FormSet& forms : terms) words_.emplace_back(db, forms, work_);
}

Xapian::docid BoundedIntersection::seek(Xapian::docid from) {
  for (std::size_t agreed = 0; agreed < words_.size();) {
    if (steps_ == 0) return kNoDocument;
    --steps_;
    FormCursor& word = words_[next_];
    next_ = (next_ + 1) % words_.size();
    const Xapian::docid at = word.seek(from);
    if (at == kNoDocument) return kNoDocument;
    agreed = at == from ? agreed + 1 : 1;
    from = at;
  }
  return from;
}

std::vector<std::uint32_t> BoundedIntersection::phrases() {
  std::vector<std::uint32_t> out;
  query::PhraseStream starts(words_);
  while (const auto start = starts.next()) out.push_back(*start);
  return out;
}

}  // namespace dateline::search
