#include "common/store/audience.h"

#include <algorithm>
#include <iterator>
#include <string_view>
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

void put_part(std::string& key, std::string_view part) {
  key += std::to_string(part.size()) + ":";
  key += part;
}

// The terms of others than the audience that name who may see a document.
std::vector<std::string> terms_of_others(const Audience& audience, const Xapian::Database& db) {
  std::vector<std::string> others;
  if (audience.prefix.empty()) return others;
  const auto end = db.allterms_end(audience.prefix);
  for (auto term = db.allterms_begin(audience.prefix); term != end; ++term) {
    if (!names(audience, *term)) others.push_back(*term);
  }
  return others;
}

template <typename Take>
void each_barring(const Bar& bar, const Xapian::Database& db, const Take& take) {
  const auto end = db.allterms_end(bar.prefix);
  auto term = db.allterms_begin(bar.prefix);
  for (term.skip_to(bar.from); term != end; ++term) take(*term);
}

Tombstones hidden_by_groups(const Audience& audience, const Xapian::Database& shard) {
  Tombstones restricted;
  for (const std::string& term : terms_of_others(audience, shard)) {
    add_documents(shard, term, restricted);
  }
  if (restricted.empty()) return restricted;
  Tombstones seen;
  for (const std::string& term : audience.terms) add_documents(shard, term, seen);
  sort(restricted);
  sort(seen);
  Tombstones hidden;
  std::set_difference(restricted.begin(), restricted.end(), seen.begin(), seen.end(),
                      std::back_inserter(hidden));
  return hidden;
}

Xapian::Query any_of(const std::vector<std::string>& terms) {
  return {Xapian::Query::OP_OR, terms.begin(), terms.end()};
}

Xapian::Query hidden_by_groups_query(const Audience& audience, const Xapian::Database& db) {
  const std::vector<std::string> others = terms_of_others(audience, db);
  if (others.empty()) return {};
  if (audience.terms.empty()) return any_of(others);
  return {Xapian::Query::OP_AND_NOT, any_of(others), any_of(audience.terms)};
}

// Whether the document has a term of the bar.
bool has_term_from(const Xapian::Database& db, Xapian::docid document, const Bar& bar) {
  const auto end = db.termlist_end(document);
  auto term = db.termlist_begin(document);
  term.skip_to(bar.from);
  return term != end && (*term).starts_with(bar.prefix);
}

bool groups_may_see(const Audience& audience, const Xapian::Database& db, Xapian::docid document) {
  if (audience.prefix.empty()) return true;
  const auto end = db.termlist_end(document);
  auto term = db.termlist_begin(document);
  bool restricted = false;
  for (term.skip_to(audience.prefix); term != end; ++term) {
    const std::string text = *term;
    if (!text.starts_with(audience.prefix)) break;
    if (names(audience, text)) return true;
    restricted = true;
  }
  return !restricted;
}

}  // namespace

Tombstones hidden_from(const Audience& audience, const Xapian::Database& shard) {
  Tombstones hidden = hidden_by_groups(audience, shard);
  for (const Bar& bar : audience.bars) {
    each_barring(bar, shard, [&](const std::string& term) { add_documents(shard, term, hidden); });
  }
  sort(hidden);
  return hidden;
}

Xapian::Query hidden_query(const Audience& audience, const Xapian::Database& db) {
  std::vector<std::string> barring;
  for (const Bar& bar : audience.bars) {
    each_barring(bar, db, [&](std::string term) { barring.push_back(std::move(term)); });
  }
  Xapian::Query hidden = hidden_by_groups_query(audience, db);
  if (barring.empty()) return hidden;
  return hidden.empty() ? any_of(barring) : hidden | any_of(barring);
}

bool may_see(const Audience& audience, const Xapian::Database& db, Xapian::docid document) {
  return groups_may_see(audience, db, document) &&
         std::none_of(audience.bars.begin(), audience.bars.end(),
                      [&](const Bar& bar) { return has_term_from(db, document, bar); });
}

std::string first_barring(const Bar& bar, const Xapian::Database& db) {
  auto term = db.allterms_begin(bar.prefix);
  term.skip_to(bar.from);
  return term == db.allterms_end(bar.prefix) ? std::string() : *term;
}

std::string UnseenDocuments::first_barring_of(const Bar& bar, const std::string& uuid,
                                              const Xapian::Database& segment) {
  std::string key;
  put_part(key, uuid);
  put_part(key, bar.prefix);
  const auto found = barring_.find(key);
  if (found != barring_.end()) {
    const Barring& known = found->second;
    if (known.from <= bar.from && (known.first.empty() || bar.from <= known.first)) {
      return known.first;
    }
  }
  make_room(0);
  std::string first = first_barring(bar, segment);
  barring_[key] = {bar.from, first};
  return first;
}

// No two audiences have one key, whatever their terms are made of. A bar counts by the first term
// that it finds: as time goes on, that stays the same until one more may be seen.
std::string UnseenDocuments::key_of(const Audience& audience, const std::string& uuid,
                                    const Xapian::Database& segment) {
  std::vector<std::string> terms = audience.terms;
  std::sort(terms.begin(), terms.end());
  std::string key;
  put_part(key, uuid);
  put_part(key, std::to_string(audience.bars.size()));
  for (const Bar& bar : audience.bars) {
    put_part(key, bar.prefix);
    put_part(key, first_barring_of(bar, uuid, segment));
  }
  put_part(key, audience.prefix);
  for (const std::string& term : terms) put_part(key, term);
  return key;
}

// What is given over to a newer state of a segment counts on until all is forgotten.
void UnseenDocuments::make_room(std::size_t documents) {
  constexpr std::size_t kOfAnEntry = 100;  // a segment without hidden documents costs something too
  if (documents_ + kOfAnEntry + documents > kMostDocuments) {
    known_.clear();
    barring_.clear();
    documents_ = 0;
  }
  documents_ += kOfAnEntry + documents;
}

SharedTombstones UnseenDocuments::of(const Audience& audience, const std::string& uuid,
                                     const Xapian::Database& segment,
                                     const SharedTombstones& gone) {
  const std::string key = key_of(audience, uuid, segment);
  const auto found = known_.find(key);
  if (found != known_.end() && found->second.gone == gone) return found->second.unseen;
  Tombstones hidden = hidden_from(audience, segment);
  SharedTombstones unseen = gone;
  if (!hidden.empty()) {
    if (gone) hidden = united(std::move(hidden), *gone);
    unseen = std::make_shared<const Tombstones>(std::move(hidden));
  }
  make_room(unseen == gone ? 0 : unseen->size());
  known_[key] = {gone, unseen};
  return unseen;
}

}  // namespace dateline::store
