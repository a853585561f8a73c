#include "indexer/write/posting_table.h"

#include <algorithm>
#include <atomic>
#include <cstring>

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

// Compares as the first eight bytes do; shorter terms as though zero bytes followed.
std::uint64_t key_of(std::string_view term) {
  std::uint64_t key = 0;
  std::memcpy(&key, term.data(), std::min<std::size_t>(term.size(), sizeof key));
  return __builtin_bswap64(key);
}

}  // namespace

PostingTable::PostingTable() : vocabulary_(next_vocabulary()) {}

PostingTable::Term PostingTable::term(std::string_view prefix, std::string_view text) {
  scratch_.assign(prefix).append(text);
  // Where every byte might be a zero, and count twice, the term may need cutting.
  if (scratch_.size() > schema::kMaxTermBytes / 2) scratch_ = schema::make_term(prefix, text);
  const Term term = terms_.number_of(scratch_);
  if (term == keys_.size()) {
    keys_.push_back(key_of(scratch_));
    places_.emplace_back();
  }
  return term;
}

void PostingTable::sort_locals() {
  order_.clear();
  for (std::uint32_t i = 0; i < locals_.size(); ++i) order_.push_back({keys_[locals_[i].term], i});
  std::sort(order_.begin(), order_.end(), [this](const Sortable& a, const Sortable& b) {
    if (a.key != b.key) return a.key < b.key;
    return terms_[locals_[a.local].term] < terms_[locals_[b.local].term];
  });
}

ArticlePostings PostingTable::take() {
  sort_locals();
  std::size_t term_bytes = 0;
  for (const Local& local : locals_) term_bytes += terms_[local.term].size();
  std::vector<char> terms(term_bytes);
  std::vector<std::uint32_t> positions(occurrences_.size());
  std::vector<Posting> list;
  list.reserve(locals_.size());
  offsets_.resize(locals_.size());
  char* text = terms.data();
  std::uint32_t offset = 0;
  for (const Sortable& next : order_) {
    const Local& local = locals_[next.local];
    const std::string_view term = terms_[local.term];
    std::memcpy(text, term.data(), term.size());
    list.push_back(
        {{text, term.size()}, local.wdf, {positions.data() + offset, local.positions}, local.term});
    text += term.size();
    offsets_[next.local] = offset;
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
  keys_ = {};
  places_ = {};
  article_ = 1;
  vocabulary_ = next_vocabulary();
}

}  // namespace dateline::indexer
