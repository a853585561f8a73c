// Example: "the war the", at positions 1 to 3. The vocabulary numbers "the" 0 and "war" 1; the
// article notes 0@1 1@2 0@3; at the end terms are put in order by their bytes and positions are
// dealt out to them by counting: the: 1 3, war: 2. Tested by
// tests/indexer/write/analysis/article_analyser_test.cc and term_order_test.cc.
#include "indexer/write/analysis/posting_table.h"

#include <algorithm>
#include <atomic>

namespace dateline::indexer {
namespace {

// What a term of the vocabulary takes, with all that is kept of it and of its word, and with what
// large pages leave unused.
constexpr std::uint64_t kTermBytes = 192;

std::uint64_t next_vocabulary() {
  static std::atomic<std::uint64_t> last = 0;
  return ++last;
}

}  // namespace

PostingTable::PostingTable(std::uint64_t vocabulary_bytes)
    : most_terms_(vocabulary_bytes / kTermBytes), vocabulary_(next_vocabulary()) {}

void PostingTable::set_term(std::string_view prefix, std::string_view text) {
  scratch_.assign(prefix).append(text);
  // Where every byte might be a zero, and count twice, the term may need cutting.
  if (scratch_.size() > schema::kMaxTermBytes / 2) scratch_ = schema::make_term(prefix, text);
}

PostingTable::Term PostingTable::term(std::string_view prefix, std::string_view text) {
  set_term(prefix, text);
  return terms_.number_of(scratch_);
}

void PostingTable::add_unique(std::string_view prefix, std::string_view text) {
  set_term(prefix, text);
  const auto same = [this](const Unique& one) { return one.term == scratch_; };
  if (std::none_of(uniques_.begin(), uniques_.end(), same)) uniques_.push_back({scratch_, 0});
}

void PostingTable::place_uniques() {
  std::sort(uniques_.begin(), uniques_.end(),
            [](const Unique& a, const Unique& b) { return a.term < b.term; });
  for (Unique& unique : uniques_) {
    const auto at = std::partition_point(
        order_.begin(), order_.end(),
        [&](const TermOrder::Item& item) { return terms_[item.term] < unique.term; });
    unique.before = static_cast<std::size_t>(at - order_.begin());
  }
}

ArticlePostings PostingTable::take() {
  order_.clear();
  std::size_t term_bytes = Vocabulary::kCopySlack;
  for (const Local& local : locals_) {
    term_bytes += terms_.size_of(local.term);
    terms_.prefetch_text(local.term);
    order_.push_back({local.term, static_cast<std::uint32_t>(order_.size())});
  }
  for (const Unique& unique : uniques_) term_bytes += unique.term.size();
  sorter_.sort(terms_, order_);
  place_uniques();
  std::vector<char> terms(term_bytes);
  std::vector<std::uint32_t> positions(occurrences_.size());
  std::vector<Posting> list;
  list.reserve(locals_.size() + uniques_.size());
  offsets_.resize(locals_.size());
  char* text = terms.data();
  std::uint32_t offset = 0;
  auto unique = uniques_.begin();
  const auto put_uniques = [&](std::size_t before) {
    for (; unique != uniques_.end() && unique->before <= before; ++unique) {
      list.push_back({{text, unique->term.size()}, 0, {}});
      text = std::copy(unique->term.begin(), unique->term.end(), text);
    }
  };
  for (std::size_t i = 0; i < order_.size(); ++i) {
    put_uniques(i);
    const Local& local = locals_[order_[i].index];
    char* const end = terms_.copy(local.term, text);
    list.push_back({{text, static_cast<std::size_t>(end - text)},
                    local.wdf,
                    {positions.data() + offset, local.positions},
                    local.term});
    text = end;
    offsets_[order_[i].index] = offset;
    offset += local.positions;
  }
  put_uniques(order_.size());
  for (const Occurrence& at : occurrences_) positions[offsets_[at.local]++] = at.position;
  const std::uint64_t vocabulary = vocabulary_;
  locals_.clear();
  occurrences_.clear();
  uniques_.clear();
  if (++article_ == 0 || terms_.size() > most_terms_) forget();
  return {std::move(list), std::move(terms), std::move(positions), vocabulary};
}

void PostingTable::forget() {
  terms_.clear();
  sorter_.clear();
  article_ = 1;
  vocabulary_ = next_vocabulary();
}

}  // namespace dateline::indexer
