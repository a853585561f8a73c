// "miners str": headlines are looked for that have miners and a word that begins with str, in each
// shard from its end backwards, in pieces that grow: what was added last is what readers look for,
// and the first pieces are short. The words in a row rank before the words anywhere. Steps are
// counted (BoundedIntersection), so that rare words cost no more than frequent ones. Tested by
// tests/searcher/search/suggest_test.cc.
#include "searcher/search/completion/headline_completions.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "common/schema/fields.h"
#include "common/schema/stored_record.h"
#include "common/text/values.h"
#include "searcher/search/matching/bounded_intersection.h"

namespace dateline::search {
namespace {

constexpr std::size_t kMostSteps = 1'000;
constexpr std::size_t kMostCandidates = 48;

query::Sequence terms_of(const std::vector<std::vector<std::string>>& words) {
  const auto& field = schema::field(schema::FieldId::kHeadline);
  query::Sequence terms;
  for (const std::vector<std::string>& forms : words) {
    query::FormSet& at = terms.emplace_back();
    for (const std::string& form : forms) at.push_back(schema::make_term(field.word_prefix, form));
  }
  return terms;
}

std::uint32_t fit_of(const std::vector<std::uint32_t>& phrases) {
  if (phrases.empty()) return 2;
  return phrases.front() == 1 ? 0 : 1;
}

// Articles of one shard whose headline has all words, the last one first, while steps are left.
class ShardCandidates {
 public:
  ShardCandidates(const store::IndexReader& index, std::size_t shard, const query::Sequence& terms,
                  std::size_t& steps)
      : index_(index), shard_(shard), terms_(terms), steps_(steps) {}

  // In pieces from the end backwards that grow fast: each opens all lists anew. Where the rarest
  // word is in few headlines, the lists are as short as a piece.
  void add_to(std::vector<HeadlineMatch>& found) {
    constexpr std::uint64_t kFirstPiece = 8192;
    constexpr std::uint64_t kGrowth = 32;
    constexpr std::uint64_t kFew = 200;
    const std::uint64_t rarest = articles_of_rarest();
    if (rarest == 0) return;
    Xapian::docid end = index_.shard(shard_).get_lastdocid() + 1;
    std::uint64_t piece = rarest <= kFew ? end : kFirstPiece;
    for (; end > 1 && steps_ > 0 && found.size() < kMostCandidates; piece *= kGrowth) {
      const Xapian::docid begin = end > piece ? static_cast<Xapian::docid>(end - piece) : 1;
      const std::vector<HeadlineMatch> here = between(begin, end);
      found.insert(found.end(), here.rbegin(), here.rend());
      end = begin;
    }
  }

 private:
  std::uint64_t articles_of_rarest() const {
    std::uint64_t fewest = ~std::uint64_t{0};
    for (const query::FormSet& forms : terms_) {
      std::uint64_t articles = 0;
      for (const std::string& term : forms) articles += index_.shard(shard_).get_termfreq(term);
      fewest = std::min(fewest, articles);
    }
    return fewest;
  }

  std::vector<HeadlineMatch> between(Xapian::docid begin, Xapian::docid end) {
    std::vector<HeadlineMatch> found;
    BoundedIntersection articles(index_.shard(shard_), terms_, steps_);
    for (Xapian::docid at = articles.seek(begin); at < end && found.size() < kMostCandidates;
         at = articles.seek(at + 1)) {
      const Xapian::docid article = index_.document(shard_, at);
      if (index_.is_live(article)) found.push_back({article, fit_of(articles.phrases())});
    }
    return found;
  }

  const store::IndexReader& index_;
  std::size_t shard_;
  const query::Sequence& terms_;
  std::size_t& steps_;
};

}  // namespace

// From the newest shard to the oldest.
std::vector<HeadlineMatch> headline_matches(const store::IndexReader& index,
                                            const std::vector<std::vector<std::string>>& words) {
  const query::Sequence terms = terms_of(words);
  std::vector<HeadlineMatch> found;
  std::size_t steps = kMostSteps;
  for (std::size_t shard = index.shards(); shard-- > 0;) {
    if (steps == 0 || found.size() >= kMostCandidates) break;
    ShardCandidates(index, shard, terms, steps).add_to(found);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const HeadlineMatch& a, const HeadlineMatch& b) { return a.fit < b.fit; });
  return found;
}

std::string headline_of(const Xapian::Database& db, Xapian::docid article) {
  const auto record = schema::decode_head(db.get_document(article).get_data());
  return record ? record->headline : std::string();
}

const std::vector<Completion>& HeadlineCompletions::read(std::size_t most) {
  const std::size_t end = std::min(size_, kReadForAHeadline * most);
  for (; found_.size() < most && next_ < end; ++next_) {
    std::string headline = headline_of_(next_);
    if (headline.empty()) continue;
    std::string key = text::fold_value(headline);
    const auto known = std::find(folded_.begin(), folded_.end(), key);
    if (known != folded_.end()) {
      ++found_[static_cast<std::size_t>(known - folded_.begin())].count;
      continue;
    }
    folded_.push_back(std::move(key));
    found_.push_back({std::move(headline), Completion::Kind::kHeadline, 1});
  }
  return found_;
}

}  // namespace dateline::search
