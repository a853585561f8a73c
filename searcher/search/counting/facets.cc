// Marks and values are counted as numbers; the names of the highest counts are read from one record
// each, and of those that are equal to the last of them, which are in order of their names. Names of
// one entity are one row, unless they are to be counted as written: entity_facet.h.
//
// Tested by tests/searcher/search/counting/facets_test.cc.
#include "searcher/search/counting/facets.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
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

// As many as the last one are read too, up to so many: a record takes some ten microseconds.
constexpr std::size_t kMostTies = 500;
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
    counts_.add(std::hash<std::string>()(last_), document_, std::exchange(articles_of_last_, 0));
  }

  const Field& field_;
  DatePart part_;
  MarkCounts counts_;
  std::string last_;
  std::uint32_t articles_of_last_ = 0;
  Xapian::docid document_ = 0;
};

bool stands_before(const FacetValue& a, const FacetValue& b) {
  return a.count != b.count ? a.count > b.count : a.value < b.value;
}

class FacetMaker {
 public:
  FacetMaker(const Xapian::Database& db, const SlotCollector& collector, Deadline& deadline)
      : db_(db),
        collector_(collector),
        names_(db),
        scale_(collector.each_stands_for()),
        deadline_(deadline) {}

  // `place`: of the request's slot among the collector's.
  Facet make(const FacetRequest& request, std::size_t place, const MarkCounts& counts) {
    place_ = place;
    Facet facet{request.field, {}, request.part};
    if (request.field->kind == Kind::kDate) {
      facet.values = dates(request, counts);
      return facet;
    }
    facet.values = named_values(request, counts);
    facet.values.resize(std::min(facet.values.size(), request.most));
    return facet;
  }

 private:
  std::uint64_t count_of(const MarkCount& row) const {
    return static_cast<std::uint64_t>(std::llround(row.count * scale_));
  }

  // In their order.
  std::vector<FacetValue> named_values(const FacetRequest& request, const MarkCounts& counts) {
    std::vector<FacetValue> out;
    for (const MarkCount& row : counts.highest(request.most, kMostTies)) {
      if (deadline_.check()) break;
      std::string value = text_of(request, row);
      if (!value.empty()) out.push_back({std::move(value), count_of(row)});
    }
    std::sort(out.begin(), out.end(), stands_before);
    return out;
  }

  // The most frequent ones, in order of time.
  std::vector<FacetValue> dates(const FacetRequest& request, const MarkCounts& counts) {
    std::vector<FacetValue> values;
    for (const MarkCount& row : counts.highest(counts.size())) {
      if (deadline_.check()) break;
      values.push_back({text_of(request, row), count_of(row)});
    }
    std::vector<std::string> counted;
    counted.reserve(values.size());
    for (const FacetValue& value : values) counted.push_back(value.value);
    std::sort(counted.begin(), counted.end());
    std::sort(values.begin(), values.end(), stands_before);
    values.resize(std::min(values.size(), request.most));
    return with_gaps(request.part, std::move(values), counted);
  }

  std::string text_of(const FacetRequest& request, const MarkCount& row);

  std::string value_of(Xapian::docid document, Slot slot) const {
    if (const auto value = collector_.value(document, place_)) return std::string(*value);
    return db_.get_document(document).get_value(static_cast<Xapian::valueno>(slot));
  }

  const Xapian::Database& db_;
  const SlotCollector& collector_;
  std::size_t place_ = 0;  // of the facet in hand
  EntityNames names_;
  double scale_;
  Deadline& deadline_;
};

std::string FacetMaker::text_of(const FacetRequest& request, const MarkCount& row) {
  const Field& field = *request.field;
  if (field.entity) {
    const Entity* entity = names_.find(row.document, *field.entity, row.mark);
    return entity == nullptr ? std::string() : entity->name;
  }
  if (field.kind == Kind::kDate || field.kind == Kind::kKeyword) {
    const std::string value = value_of(row.document, field.slot);
    return field.kind == Kind::kDate ? date_value(request.part, digits_of(request.part, value))
                                     : value;
  }
  const Article* article = names_.record(row.document);
  if (article == nullptr) return {};
  const auto texts = schema::texts_of(field, *article);
  const auto text = std::find_if(texts.begin(), texts.end(), [&](std::string_view one) {
    return !schema::holds_list(field) || schema::value_mark(one) == row.mark;
  });
  return text == texts.end() ? std::string() : std::string(*text);
}

// Articles that were indexed before lists of values had marks; those have no mark of their id either.
std::uint64_t articles_without_marks(const store::IndexReader& index) {
  const Xapian::Database& db = index.database();
  return db.get_doccount() - db.get_value_freq(static_cast<Xapian::valueno>(Slot::kArticle));
}

void note_what_is_not_counted(const store::IndexReader& index,
                              const std::vector<FacetRequest>& requests, FacetCounts& out) {
  const bool has_lists = std::any_of(requests.begin(), requests.end(), [](const auto& request) {
    return schema::holds_list(*request.field);
  });
  const std::uint64_t without = has_lists ? articles_without_marks(index) : 0;
  if (without == 0) return;
  out.notices.push_back(
      {"facets-old", fmt::format("{} articles were indexed before authors, agencies and tags were "
                                 "counted, and are missing from these: index them again",
                                 without)});
}

}  // namespace

FacetCounts count_facets(const store::IndexReader& index, const FacetedMatches& matches,
                         const std::vector<FacetRequest>& requests, const names::Aliases* aliases,
                         const std::shared_ptr<Deadline>& deadline, Names names) {
  FacetCounts out;
  if (requests.empty()) return out;
  std::vector<Slot> slots;
  slots.reserve(requests.size());
  for (const FacetRequest& request : requests) slots.push_back(request.field->slot);
  SlotCollector collector(slots);
  if (matches.documents != nullptr) {
    collect_known(index, *matches.documents, *deadline, collector);
  } else if (!collect_plain(index, matches.query, *deadline, collector)) {
    collect_sample(index, matches.query, deadline, collector);
  }
  std::vector<ValueCounter> counters(requests.begin(), requests.end());
  collector.each_counted(
      [&](Xapian::docid document, std::size_t place, std::string_view value,
          std::uint32_t articles) { counters[place].add(value, document, articles); });
  out.partial = deadline->passed();
  deadline->extend(kTimeForNames);
  FacetMaker maker(index.database(), collector, *deadline);
  EntityFacets entities(index, aliases, *deadline);
  for (std::size_t i = 0; i < requests.size(); ++i) {
    const bool folded = requests[i].field->entity && names == Names::kFolded;
    out.facets.push_back(folded ? entities.make(requests[i], {collector, i, counters[i].counts()})
                                : maker.make(requests[i], i, counters[i].counts()));
  }
  out.notices = entities.notices();
  out.partial = out.partial || deadline->passed();
  note_what_is_not_counted(index, requests, out);
  if (const double each = collector.each_stands_for(); each > 1) {
    const auto seen = static_cast<double>(collector.documents().size());
    out.notices.push_back(
        {"facets-sampled",
         fmt::format("facets are estimates from a sample of {:.0f} of about {:.0f} articles", seen,
                     seen * each)});
  }
  return out;
}

}  // namespace dateline::search
