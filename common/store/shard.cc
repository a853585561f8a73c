#include "common/store/shard.h"

#include <algorithm>
#include <utility>

namespace dateline::store {
namespace {

std::size_t size_of(const SharedTombstones& gone) { return gone ? gone->size() : 0; }

Xapian::Query every_document() { return Xapian::Query(std::string()); }

// The first `most` matches of a remote shard; their number, where all are asked for.
Xapian::MSet ask(const Xapian::Database& db, const Xapian::Query& query, Xapian::doccount most) {
  Xapian::Enquire enquire(db);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(query);
  return most > 0 ? enquire.get_mset(0, most) : enquire.get_mset(0, 0, db.get_doccount());
}

std::uint64_t matches(const Xapian::Database& db, const Xapian::Query& query) {
  return ask(db, query, 0).get_matches_lower_bound();
}

// Documents that have gone and are in the posting list: whichever of the two has fewer is read.
std::uint64_t count_gone(const Shard& shard, const std::string& term, std::uint64_t postings) {
  std::uint64_t sum = 0;
  auto at = shard.db.postlist_begin(term);
  const auto end = shard.db.postlist_end(term);
  if (postings < shard.gone->size()) {
    for (; at != end; ++at) sum += contains(*shard.gone, *at) ? 1 : 0;
    return sum;
  }
  for (const std::uint32_t document : *shard.gone) {
    at.skip_to(document);
    if (at == end) break;
    if (*at == document) ++sum;
  }
  return sum;
}

}  // namespace

Xapian::Query without(const Xapian::Query& query, const Xapian::Query& hidden) {
  if (hidden.empty()) return query;
  return {Xapian::Query::OP_AND_NOT, query, hidden};
}

void hide(Shard& shard, SharedTombstones unseen) {
  shard.articles -= size_of(unseen) - size_of(shard.gone);
  shard.gone = std::move(unseen);
}

void hide(Shard& shard, Xapian::Query hidden) {
  shard.hidden = std::move(hidden);
  shard.articles = matches(shard.db, without(every_document(), shard.hidden));
}

std::uint64_t count_live(const Shard& shard, const std::string& term) {
  if (!shard.hidden.empty()) return matches(shard.db, without(Xapian::Query(term), shard.hidden));
  const std::uint64_t all = shard.db.get_termfreq(term);
  return shard.gone && all > 0 ? all - count_gone(shard, term, all) : all;
}

std::uint64_t estimate_live(const Shard& shard, const std::string& term) {
  constexpr std::uint64_t kFew = 256;
  if (!shard.gone) return count_live(shard, term);
  const std::uint64_t all = shard.db.get_termfreq(term);
  if (all <= kFew) return count_live(shard, term);
  const std::uint64_t documents = shard.db.get_doccount();
  return std::max<std::uint64_t>(1, all * (documents - shard.gone->size()) / documents);
}

Xapian::docid first_live(const Shard& shard, const std::string& term) {
  if (!shard.hidden.empty()) {
    const Xapian::MSet found = ask(shard.db, without(Xapian::Query(term), shard.hidden), 1);
    return found.empty() ? 0 : *found.begin();
  }
  auto at = shard.db.postlist_begin(term);
  const auto end = shard.db.postlist_end(term);
  while (at != end && shard.gone) {
    const Xapian::docid live = not_gone(*shard.gone, *at);
    if (live == *at) break;
    at.skip_to(live);
  }
  return at == end ? 0 : *at;
}

}  // namespace dateline::store
