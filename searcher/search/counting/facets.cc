// Marks and values are counted as numbers; the names of the highest counts are read from one record
// each, and of those that are equal to the last of them, which are in order of their names. What is
// shown of that is facet_tallies.h's. Names of one entity are one row, unless they are to be counted as
// written: entity_facet.h.
//
// Tested by tests/searcher/search/counting/facets_test.cc.
#include "searcher/search/counting/facets.h"

#include <algorithm>
#include <string>
#include <utility>

#include "common/schema/entity_marks.h"
#include "searcher/search/counting/date_values.h"
#include "searcher/search/counting/entity_facet.h"
#include "searcher/search/counting/entity_names.h"
#include "searcher/search/counting/mark_counts.h"
#include "searcher/search/counting/sampling/slot_collector.h"

namespace dateline::search {
namespace {

using schema::Field;
using schema::Kind;
using schema::Slot;

// Beyond what was kept back for showing an answer: names are looked up to tell how they are written.
constexpr std::chrono::milliseconds kTimeForNames{5};

bool has_marks(const Field& field) { return field.entity || schema::holds_list(field); }

// Of one facet.
class ValueCounter {
 public:
  explicit ValueCounter(const FacetRequest& request)
      : field_(*request.field), part_(request.part) {}

  void add(std::string_view value, Xapian::docid document, std::uint32_t articles) {
    if (has_marks(field_)) {
      schema::each_mark(value,
                        [&](schema::EntityMark mark) { counts_.add(mark, document, articles); });
      return;
    }
    if (field_.kind == Kind::kDate) value = digits_of(part_, value);
    if (value.empty()) return;
    if (value != last_) count_last();
    last_ = value;
    articles_of_last_ += articles;
    document_ = document;
  }

  // All of what was added.
  const MarkCounts& counts() {
    count_last();
    return counts_;
  }

 private:
  // Where values come in order, all days of a year come one after the other.
  void count_last() {
    if (articles_of_last_ == 0) return;
    counts_.add(mark_of_text(last_), document_, std::exchange(articles_of_last_, 0));
  }

  const Field& field_;
  DatePart part_;
  MarkCounts counts_;
  std::string last_;
  std::uint32_t articles_of_last_ = 0;
  Xapian::docid document_ = 0;
};

// Reads how the values of one collector's matches are written.
class ValueNames {
 public:
  ValueNames(const Xapian::Database& db, const SlotCollector& collector)
      : db_(db), collector_(collector), names_(db) {}

  // `place`: of the request's slot among the collector's.
  std::string text_of(const FacetRequest& request, std::size_t place, const MarkCount& row);

 private:
  std::string value_of(Xapian::docid document, std::size_t place, Slot slot) const {
    if (const auto value = collector_.value(document, place)) return std::string(*value);
    return db_.get_document(document).get_value(static_cast<Xapian::valueno>(slot));
  }

  const Xapian::Database& db_;
  const SlotCollector& collector_;
  EntityNames names_;
};

std::string ValueNames::text_of(const FacetRequest& request, std::size_t place,
                                const MarkCount& row) {
  const Field& field = *request.field;
  if (field.entity) {
    const Entity* entity = names_.find(row.document, *field.entity, row.mark);
    return entity == nullptr ? std::string() : entity->name;
  }
  if (field.kind == Kind::kDate || field.kind == Kind::kKeyword) {
    const std::string value = value_of(row.document, place, field.slot);
    return field.kind == Kind::kDate ? std::string(digits_of(request.part, value)) : value;
  }
  const Article* article = names_.record(row.document);
  if (article == nullptr) return {};
  const auto texts = schema::texts_of(field, *article);
  const auto text = std::find_if(texts.begin(), texts.end(), [&](std::string_view one) {
    return !schema::holds_list(field) || schema::value_mark(one) == row.mark;
  });
  return text == texts.end() ? std::string() : std::string(*text);
}

// What is told of one facet's counts: of the whole what may be shown, of a part all within bounds.
struct ToTell {
  std::vector<MarkCount> rows;
  std::size_t named = 0;  // of the first so many, how they are written
  bool cut = false;
};

ToTell to_tell(const FacetRequest& request, const MarkCounts& counts, Extent extent) {
  const bool is_date = request.field->kind == Kind::kDate;
  if (extent == Extent::kWhole) {
    ToTell out{is_date ? counts.highest(counts.size())
                       : counts.highest(request.most, kMostTiedValues)};
    out.named = out.rows.size();
    return out;
  }
  ToTell out{counts.highest(kMostTallies)};
  out.cut = counts.size() > out.rows.size();
  const bool is_cheap = is_date || request.field->kind == Kind::kKeyword;
  out.named = is_cheap ? out.rows.size() : std::min(out.rows.size(), kMostReadNames);
  return out;
}

// Of the facet at `place` of the collector.
ValueTallies tallies_of(const FacetRequest& request, std::size_t place, const ToTell& told,
                        ValueNames& names, Deadline& deadline) {
  ValueTallies out;
  out.cut = told.cut;
  out.list.reserve(told.rows.size());
  for (std::size_t i = 0; i < told.rows.size(); ++i) {
    if (deadline.check()) break;
    const MarkCount& row = told.rows[i];
    out.list.push_back(
        {row.mark, row.count, i < told.named ? names.text_of(request, place, row) : std::string()});
  }
  out.names_cut = told.named < told.rows.size();
  std::sort(out.list.begin(), out.list.end(),
            [](const ValueTally& a, const ValueTally& b) { return a.mark < b.mark; });
  return out;
}

// Articles that were indexed before lists of values had marks; those have no mark of their id either.
std::uint64_t articles_without_marks(const store::IndexReader& index) {
  const Xapian::Database& db = index.database();
  return db.get_doccount() - db.get_value_freq(static_cast<Xapian::valueno>(Slot::kArticle));
}

bool has_lists(const std::vector<FacetRequest>& requests) {
  return std::any_of(requests.begin(), requests.end(), [](const FacetRequest& request) {
    return schema::holds_list(*request.field);
  });
}

void collect_all(const store::IndexReader& index, const FacetedMatches& matches,
                 const std::shared_ptr<Deadline>& deadline, SlotCollector& into) {
  if (matches.documents != nullptr) {
    collect_known(index, *matches.documents, *deadline, into);
  } else if (!collect_plain(index, matches.query, *deadline, into)) {
    collect_sample(index, matches.query, deadline, into);
  }
}

// The matches of one query, with what is counted of them.
class MatchCounting {
 public:
  MatchCounting(const store::IndexReader& index, const FacetedMatches& matches,
                const std::vector<FacetRequest>& requests,
                const std::shared_ptr<Deadline>& deadline)
      : index_(index),
        requests_(requests),
        deadline_(*deadline),
        collector_(slots_of(requests)),
        counters_(requests.begin(), requests.end()) {
    collect_all(index, matches, deadline, collector_);
    collector_.each_counted(
        [&](Xapian::docid document, std::size_t place, std::string_view value,
            std::uint32_t articles) { counters_[place].add(value, document, articles); });
    partial_ = deadline->passed();
    deadline->extend(kTimeForNames);
  }

  // Of those facets of which skips(request) is false.
  template <typename Skips>
  FacetTallies tallies(Extent extent, const Skips& skips) {
    FacetTallies out;
    ValueNames names(index_.database(), collector_);
    for (std::size_t i = 0; i < requests_.size(); ++i) {
      out.facets.emplace_back();
      if (skips(requests_[i])) continue;
      const ToTell told = to_tell(requests_[i], counters_[i].counts(), extent);
      out.facets.back() = tallies_of(requests_[i], i, told, names, deadline_);
    }
    out.each = collector_.each_stands_for();
    // Where each was counted as it was met, none is kept to be looked at again.
    out.seen = out.each > 1 ? collector_.documents().size() : collector_.met();
    out.matches = static_cast<double>(out.seen) * out.each;
    if (has_lists(requests_)) out.without_marks = articles_without_marks(index_);
    out.partial = partial_ || deadline_.passed();
    return out;
  }

  CountedEntities entities(std::size_t place) {
    return {collector_, place, counters_[place].counts()};
  }

 private:
  static std::vector<Slot> slots_of(const std::vector<FacetRequest>& requests) {
    std::vector<Slot> slots;
    slots.reserve(requests.size());
    for (const FacetRequest& request : requests) slots.push_back(request.field->slot);
    return slots;
  }

  const store::IndexReader& index_;
  const std::vector<FacetRequest>& requests_;
  Deadline& deadline_;
  SlotCollector collector_;
  std::vector<ValueCounter> counters_;
  bool partial_ = false;
};

}  // namespace

FacetTallies collect_facets(const store::IndexReader& index, const FacetedMatches& matches,
                            const std::vector<FacetRequest>& requests,
                            const std::shared_ptr<Deadline>& deadline) {
  if (requests.empty()) return {};
  MatchCounting counted(index, matches, requests, deadline);
  return counted.tallies(Extent::kPart, [](const FacetRequest&) { return false; });
}

std::vector<RowTallies> collect_rows(const store::IndexReader& index, const FacetedMatches& matches,
                                     const std::vector<EntityRows>& rows,
                                     const std::shared_ptr<Deadline>& deadline) {
  if (rows.empty()) return {};
  std::vector<Slot> slots;
  slots.reserve(rows.size());
  for (const EntityRows& one : rows) slots.push_back(schema::field_of(one.type).slot);
  SlotCollector collector(slots);
  collect_all(index, matches, deadline, collector);
  std::vector<RowTallies> out;
  for (std::size_t place = 0; place < rows.size(); ++place) {
    out.push_back(count_rows(index, rows[place], collector, place));
    out.back().partial = deadline->passed();
  }
  return out;
}

FacetCounts count_facets(const store::IndexReader& index, const FacetedMatches& matches,
                         const std::vector<FacetRequest>& requests, const names::Aliases* aliases,
                         const std::shared_ptr<Deadline>& deadline, Names names) {
  if (requests.empty()) return {};
  const auto is_folded = [&](const FacetRequest& request) {
    return request.field->entity && names == Names::kFolded;
  };
  MatchCounting counted(index, matches, requests, deadline);
  FacetCounts out = facets_from(counted.tallies(Extent::kWhole, is_folded), requests);
  EntityFacets entities(index, aliases, *deadline);
  for (std::size_t i = 0; i < requests.size(); ++i) {
    if (is_folded(requests[i])) {
      out.facets[i] = entities.make(requests[i], counted.entities(i));
    }
  }
  const auto& told = entities.notices();
  out.notices.insert(out.notices.begin(), told.begin(), told.end());
  out.partial = out.partial || deadline->passed();
  return out;
}

}  // namespace dateline::search
