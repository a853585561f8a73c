// Tested by tests/searcher/search/matching/sets/plain_matches_test.cc, which asks Xapian's matcher.
#include "searcher/search/matching/sets/plain_matches.h"

#include <algorithm>
#include <bit>
#include <optional>
#include <string>

namespace dateline::search {
namespace {

using Query = Xapian::Query;

// Lists, over all shards; asking how long each is takes a look into a B-tree.
constexpr std::size_t kMostListsOfPlain = 256;
constexpr int kDeepestPlain = 16;
// The clock is read once for so many postings.
constexpr unsigned kPostingsBetweenLooks = 4096;

class DocumentSet {
 public:
  explicit DocumentSet(Xapian::docid last) : words_(last / kBits + 1) {}

  void add(Xapian::docid document) {
    words_[document / kBits] |= std::uint64_t{1} << (document % kBits);
  }
  void remove(Xapian::docid document) {
    if (document / kBits >= words_.size()) return;
    words_[document / kBits] &= ~(std::uint64_t{1} << (document % kBits));
  }
  void unite(const DocumentSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
  }
  void intersect(const DocumentSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
  }
  void take_away(const DocumentSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
  }

  template <typename Visit>
  void each(const Visit& visit) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (std::uint64_t word = words_[i]; word != 0; word &= word - 1) {
        visit(static_cast<Xapian::docid>(i * kBits +
                                         static_cast<std::size_t>(std::countr_zero(word))));
      }
    }
  }

 private:
  static constexpr std::size_t kBits = 64;
  std::vector<std::uint64_t> words_;
};

bool is_plain(const Query& query, int depth = 0) {
  if (depth > kDeepestPlain) return false;
  switch (query.get_type()) {
    case Query::LEAF_TERM:
      return true;
    case Query::OP_AND:
    case Query::OP_OR:
    case Query::OP_AND_NOT:
    case Query::OP_AND_MAYBE:
    case Query::OP_FILTER:
    case Query::OP_SCALE_WEIGHT:
    case Query::OP_SYNONYM:
    case Query::OP_MAX:
      break;
    default:
      return false;
  }
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    if (!is_plain(query.get_subquery(i), depth + 1)) return false;
  }
  return query.get_num_subqueries() > 0;
}

// Of one shard. Once the deadline has passed, sets are of no use.
class PlainWalk {
 public:
  PlainWalk(const Xapian::Database& shard, Deadline& deadline)
      : shard_(shard), last_(shard.get_lastdocid()), deadline_(deadline) {}

  DocumentSet matches_of(const Query& query) {
    if (query.get_type() == Query::LEAF_TERM) {
      DocumentSet set(last_);
      add_documents_of(*query.get_terms_begin(), set);
      return set;
    }
    DocumentSet set = matches_of(query.get_subquery(0));
    const bool is_first_alone = query.get_type() == Query::OP_AND_MAYBE;
    for (std::size_t i = 1; !is_first_alone && i < query.get_num_subqueries(); ++i) {
      join(query.get_type(), query.get_subquery(i), set);
    }
    return set;
  }

 private:
  void join(Query::op how, const Query& part, DocumentSet& into) {
    if (how == Query::OP_AND || how == Query::OP_FILTER) {
      into.intersect(matches_of(part));
    } else if (how == Query::OP_AND_NOT) {
      into.take_away(matches_of(part));
    } else if (part.get_type() == Query::LEAF_TERM) {
      add_documents_of(*part.get_terms_begin(), into);
    } else {
      into.unite(matches_of(part));
    }
  }

  void add_documents_of(const std::string& term, DocumentSet& set) {
    Xapian::docid before = 0;
    const auto end = shard_.postlist_end(term);
    for (auto at = shard_.postlist_begin(term); at != end; ++at) {
      if (looks_++ % kPostingsBetweenLooks == 0 && deadline_.check()) return;
      const Xapian::docid document = *at;
      // Of a damaged list alone, which could lead back for ever, or beyond the set.
      if (document <= before || document > last_) {
        throw Xapian::DatabaseCorruptError("a list is out of order");
      }
      before = document;
      set.add(document);
    }
  }

  const Xapian::Database& shard_;
  Xapian::docid last_;
  Deadline& deadline_;
  unsigned looks_ = 0;
};

}  // namespace

bool has_plain_matches(const store::IndexReader& index, const Query& query,
                       std::uint64_t most_postings) {
  if (!index.can().run_our_sources || query.empty() || !is_plain(query)) return false;
  if (query.get_length() * index.shards() > kMostListsOfPlain) return false;
  std::uint64_t postings = 0;
  for (auto term = query.get_terms_begin(); term != query.get_terms_end(); ++term) {
    postings += index.database().get_termfreq(*term);
  }
  return postings <= most_postings;
}

void plain_matches(const store::IndexReader& index, const Query& query, Deadline& deadline,
                   const std::function<void(std::size_t, Xapian::docid)>& visit) {
  for (std::size_t shard = 0; shard < index.shards(); ++shard) {
    PlainWalk walk(index.shard(shard), deadline);
    DocumentSet matches = walk.matches_of(query);
    if (deadline.check()) return;
    if (const auto gone = index.gone(shard)) {
      for (const std::uint32_t number : *gone) matches.remove(number);
    }
    matches.each([&](Xapian::docid number) { visit(shard, number); });
  }
}

}  // namespace dateline::search
