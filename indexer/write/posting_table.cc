#include "indexer/write/posting_table.h"

#include <atomic>

namespace dateline::indexer {
namespace {

// Terms of a vocabulary, which is about 130 bytes each with all that is kept of them and of their
// words. News reaches this after some ten thousand articles, half of it ids, addresses and other
// terms of one article alone; beginning anew then costs some 20 ms.
constexpr std::size_t kMostTerms = std::size_t{1} << 17;

std::uint64_t next_vocabulary() {
  static std::atomic<std::uint64_t> last = 0;
  return ++last;
}

}  // namespace

PostingTable::PostingTable() : vocabulary_(next_vocabulary()) {}

PostingTable::Term PostingTable::term(std::string_view prefix, std::string_view text) {
  scratch_.assign(prefix).append(text);
  // Where every byte might be a zero, and count twice, the term may need cutting.
  if (scratch_.size() > schema::kMaxTermBytes / 2) scratch_ = schema::make_term(prefix, text);
  const Term term = terms_.number_of(scratch_);
  if (term == places_.size()) places_.emplace_back();
  return term;
}

ArticlePostings PostingTable::take() {
  order_.clear();
  std::size_t term_bytes = StringTable::kCopySlack;
  for (const Local& local : locals_) {
    term_bytes += terms_.size_of(local.term);
    order_.push_back({local.term, static_cast<std::uint32_t>(order_.size())});
  }
  sorter_.sort(terms_, order_);
  std::vector<char> terms(term_bytes);
  std::vector<std::uint32_t> positions(occurrences_.size());
  std::vector<Posting> list;
  list.reserve(locals_.size());
  offsets_.resize(locals_.size());
  char* text = terms.data();
  std::uint32_t offset = 0;
  for (const TermOrder::Item& next : order_) {
    const Local& local = locals_[next.index];
    char* const end = terms_.copy(local.term, text);
    list.push_back({{text, static_cast<std::size_t>(end - text)},
                    local.wdf,
                    {positions.data() + offset, local.positions},
                    local.term});
    text = end;
    offsets_[next.index] = offset;
    offset += local.positions;
  }
  for (const Occurrence& at : occurrences_) positions[offsets_[at.local]++] = at.position;
  const std::uint64_t vocabulary = vocabulary_;
  locals_.clear();
  occurrences_.clear();
  if (++article_ == 0 || terms_.size() > kMostTerms) forget();
  return {std::move(list), std::move(terms), std::move(positions), vocabulary};
}

void PostingTable::forget() {
  terms_.clear();
  sorter_.clear();
  places_ = {};
  article_ = 1;
  vocabulary_ = next_vocabulary();
}

}  // namespace dateline::indexer
