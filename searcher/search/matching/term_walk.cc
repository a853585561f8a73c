#include "searcher/search/matching/term_walk.h"

#include <algorithm>
#include <numeric>

#include "common/schema/fields.h"
#include "searcher/query/vocabulary/pattern.h"
#include "searcher/query/vocabulary/vocabulary.h"

namespace dateline::search {
namespace {

// Whoever mistypes mistypes a word that is known, and the known ones stand in these.
constexpr std::size_t kShardsForErrors = 2;

}  // namespace

std::vector<std::size_t> looking_order(const store::IndexReader& index) {
  std::vector<std::size_t> order(index.shards());
  std::iota(order.begin(), order.end(), std::size_t{0});
  if (order.size() < 3) return order;
  const auto size = [&](std::size_t shard) { return index.shard(shard).get_doccount(); };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return size(a) > size(b); });
  const auto newest = std::find(order.begin() + 1, order.end(), order.size() - 1);
  if (newest != order.end()) std::rotate(order.begin() + 1, newest, newest + 1);
  return order;
}

WalkedTerms terms_from(const store::IndexReader& index, std::string_view prefix,
                       const std::string& beginning, std::size_t edits, Looks looks) {
  WalkedTerms out;
  const std::vector<std::size_t> order = looking_order(index);
  for (std::size_t i = 0; i < order.size(); ++i) {
    const bool enough = edits > 0 && i >= kShardsForErrors && !out.articles.empty();
    if (enough || looks.all == 0) {
      out.complete = false;
      break;
    }
    const std::size_t share = i == 0 ? looks.all : (looks.all - 1) / (order.size() - i) + 1;
    const std::size_t here = std::min(looks.each, share);
    query::Vocabulary vocabulary(index.shard(order[i]), here);
    const auto set = query::beginning_set(beginning, edits);
    const bool all =
        vocabulary.walk({prefix}, *set, [&](std::string_view term, std::uint64_t articles) {
          const auto known = out.articles.find(term);
          if (known != out.articles.end()) {
            known->second += articles;
          } else {
            out.articles.emplace(term, articles);
          }
        });
    out.complete = out.complete && all;
    looks.all -= here - vocabulary.budget();
  }
  return out;
}

std::vector<std::pair<std::string, std::uint64_t>> most_frequent(const TermCounts& counts,
                                                                 std::size_t most) {
  std::vector<const TermCounts::value_type*> all;
  all.reserve(counts.size());
  for (const auto& one : counts) all.push_back(&one);
  const std::size_t size = std::min(most, all.size());
  std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(size), all.end(),
                    [](const auto* a, const auto* b) {
                      return a->second != b->second ? a->second > b->second : a->first < b->first;
                    });
  std::vector<std::pair<std::string, std::uint64_t>> out;
  for (std::size_t i = 0; i < size; ++i) out.emplace_back(*all[i]);
  return out;
}

void count_all(const store::IndexReader& index, std::string_view prefix, TermCounts& terms) {
  // Shard by shard: terms that follow each other share pages.
  std::vector<std::uint64_t> sums(terms.size(), 0);
  for (std::size_t i = 0; i < index.shards(); ++i) {
    auto sum = sums.begin();
    for (const auto& [term, articles] : terms) {
      *sum++ += index.shard(i).get_termfreq(schema::make_term(prefix, term));
    }
  }
  auto sum = sums.begin();
  for (auto& [term, articles] : terms) articles = std::max(articles, *sum++);
}

}  // namespace dateline::search
