#include "common/store/audience.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace dateline::store {
namespace {

bool names(const Audience& audience, const std::string& term) {
  return std::find(audience.terms.begin(), audience.terms.end(), term) != audience.terms.end();
}

void add_documents(const Xapian::Database& shard, const std::string& term, Tombstones& into) {
  std::copy(shard.postlist_begin(term), shard.postlist_end(term), std::back_inserter(into));
}

void sort(Tombstones& documents) {
  std::sort(documents.begin(), documents.end());
  documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
}

// No two audiences have one key, whatever their terms are made of.
std::string key_of(const Audience& audience, const std::string& uuid) {
  std::vector<std::string> parts = audience.terms;
  std::sort(parts.begin(), parts.end());
  parts.insert(parts.begin(), {uuid, audience.prefix});
  std::string key;
  for (const std::string& part : parts) key += std::to_string(part.size()) + ":" + part;
  return key;
}

}  // namespace

Tombstones hidden_from(const Audience& audience, const Xapian::Database& shard) {
  Tombstones restricted;
  Tombstones seen;
  const auto end = shard.allterms_end(audience.prefix);
  for (auto term = shard.allterms_begin(audience.prefix); term != end; ++term) {
    add_documents(shard, *term, names(audience, *term) ? seen : restricted);
  }
  sort(restricted);
  sort(seen);
  Tombstones hidden;
  std::set_difference(restricted.begin(), restricted.end(), seen.begin(), seen.end(),
                      std::back_inserter(hidden));
  return hidden;
}

Xapian::Query hidden_query(const Audience& audience, const Xapian::Database& db) {
  std::vector<std::string> others;
  const auto end = db.allterms_end(audience.prefix);
  for (auto term = db.allterms_begin(audience.prefix); term != end; ++term) {
    if (!names(audience, *term)) others.push_back(*term);
  }
  if (others.empty()) return {};
  const auto any = [](const std::vector<std::string>& terms) {
    return Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end());
  };
  if (audience.terms.empty()) return any(others);
  return {Xapian::Query::OP_AND_NOT, any(others), any(audience.terms)};
}

bool may_see(const Audience& audience, Xapian::TermIterator term, const Xapian::TermIterator& end) {
  bool restricted = false;
  for (term.skip_to(audience.prefix); term != end; ++term) {
    const std::string text = *term;
    if (text.compare(0, audience.prefix.size(), audience.prefix) != 0) break;
    if (names(audience, text)) return true;
    restricted = true;
  }
  return !restricted;
}

SharedTombstones UnseenDocuments::of(const Audience& audience, const std::string& uuid,
                                     const Xapian::Database& segment,
                                     const SharedTombstones& gone) {
  const std::string key = key_of(audience, uuid);
  const auto found = known_.find(key);
  if (found != known_.end() && found->second.gone == gone) return found->second.unseen;
  Tombstones hidden = hidden_from(audience, segment);
  SharedTombstones unseen = gone;
  if (!hidden.empty()) {
    if (gone) hidden = united(std::move(hidden), *gone);
    unseen = std::make_shared<const Tombstones>(std::move(hidden));
  }
  // What is given over to a newer state of a segment counts on until all is forgotten.
  constexpr std::size_t kOfAnEntry = 100;  // a segment without hidden documents costs something too
  const std::size_t more = kOfAnEntry + (unseen == gone ? 0 : unseen->size());
  if (documents_ + more > kMostDocuments) {
    known_.clear();
    documents_ = 0;
  }
  documents_ += more;
  known_[key] = {gone, unseen};
  return unseen;
}

}  // namespace dateline::store
