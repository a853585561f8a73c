// Marks and values are counted as numbers; the names of the highest counts are read from one record
// each. Among those, names of one entity are folded together ("Qasem Soleimani" with "Qassem
// Soleimani"): an article has an entity under one name, so counts add up.
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

#include "searcher/search/counting/entity_names.h"
#include "searcher/search/counting/mark_counts.h"
#include "searcher/search/counting/slot_collector.h"

namespace dateline::search {
namespace {

using schema::Field;
using schema::Kind;
using schema::Slot;

// Names beyond those asked for that are looked at, as some fold into others.
constexpr std::size_t kMoreForFolding = 20;
constexpr std::size_t kYearDigits = 4;
// Beyond what was kept back for showing an answer: names are looked up to tell how they are written.
constexpr std::chrono::milliseconds kTimeForNames{5};

void add_value(const Field& field, std::string_view value, Xapian::docid document,
               MarkCounts& into) {
  if (field.entity) {
    schema::each_mark(value, [&](schema::EntityMark mark) { into.add(mark, document); });
    return;
  }
  if (field.kind == Kind::kDate) value = value.substr(0, kYearDigits);
  into.add(std::hash<std::string_view>()(value), document);
}

class FacetMaker {
 public:
  FacetMaker(const Xapian::Database& db, const names::Aliases* aliases, double scale,
             Deadline& deadline)
      : db_(db), names_(db), aliases_(aliases), scale_(scale), deadline_(deadline) {}

  Facet make(const FacetRequest& request, const MarkCounts& counts) {
    Facet facet{request.field, {}};
    for (const MarkCount& row : counts.highest(request.most + kMoreForFolding)) {
      if (deadline_.check()) break;
      std::string value = text_of(*request.field, row);
      if (value.empty()) continue;
      const auto count = static_cast<std::uint64_t>(std::llround(row.count * scale_));
      FacetValue* same = value_like(facet, value);
      if (same == nullptr) {
        facet.values.push_back({std::move(value), count});
      } else {
        same->count += count;
      }
    }
    sort(facet, request.most);
    return facet;
  }

 private:
  std::string text_of(const Field& field, const MarkCount& row);
  FacetValue* value_like(Facet& facet, const std::string& value) const;

  static void sort(Facet& facet, std::size_t most) {
    std::vector<FacetValue>& values = facet.values;
    std::stable_sort(values.begin(), values.end(),
                     [](const FacetValue& a, const FacetValue& b) { return a.count > b.count; });
    if (values.size() > most) values.resize(most);
    if (facet.field->kind != Kind::kDate) return;
    std::sort(values.begin(), values.end(),
              [](const FacetValue& a, const FacetValue& b) { return a.value < b.value; });
  }

  const Xapian::Database& db_;
  EntityNames names_;
  const names::Aliases* aliases_;
  double scale_;
  Deadline& deadline_;
};

std::string FacetMaker::text_of(const Field& field, const MarkCount& row) {
  if (field.entity) {
    const Entity* entity = names_.find(row.document, *field.entity, row.mark);
    return entity == nullptr ? std::string()
                             : canonical_name(aliases_, *field.entity, entity->name);
  }
  if (field.kind == Kind::kDate || field.kind == Kind::kKeyword) {
    const auto slot = static_cast<Xapian::valueno>(field.slot);
    const std::string value = db_.get_document(row.document).get_value(slot);
    return field.kind == Kind::kDate ? value.substr(0, kYearDigits) : value;
  }
  const Article* article = names_.record(row.document);
  if (article == nullptr) return {};
  const auto texts = schema::texts_of(field, *article);
  return texts.empty() ? std::string() : std::string(texts.front());
}

FacetValue* FacetMaker::value_like(Facet& facet, const std::string& value) const {
  const std::optional<EntityType> type = facet.field->entity;
  const auto same =
      std::find_if(facet.values.begin(), facet.values.end(), [&](const FacetValue& known) {
        if (known.value == value) return true;
        return type && names::compare_names(known.value, value, *type).same;
      });
  return same == facet.values.end() ? nullptr : &*same;
}

}  // namespace

FacetCounts count_facets(const store::IndexReader& index, const Xapian::Query& query,
                         const std::vector<FacetRequest>& requests, const names::Aliases* aliases,
                         const std::shared_ptr<Deadline>& deadline) {
  FacetCounts out;
  if (requests.empty()) return out;
  std::vector<Slot> slots;
  slots.reserve(requests.size());
  for (const FacetRequest& request : requests) slots.push_back(request.field->slot);
  SlotCollector collector(slots);
  collect(index, query, deadline, collector);
  std::vector<MarkCounts> counts(requests.size());
  collector.each([&](Xapian::docid document, std::size_t place, std::string_view value) {
    add_value(*requests[place].field, value, document, counts[place]);
  });
  out.partial = deadline->passed();
  deadline->extend(kTimeForNames);
  FacetMaker maker(index.database(), aliases, collector.each_stands_for(), *deadline);
  for (std::size_t i = 0; i < requests.size(); ++i) {
    out.facets.push_back(maker.make(requests[i], counts[i]));
  }
  out.partial = out.partial || deadline->passed();
  if (collector.each_stands_for() > 1) {
    out.notices.push_back(
        {"facets-sampled", fmt::format("facets are estimates from a sample of {} of {} articles",
                                       collector.documents().size(), collector.met())});
  }
  return out;
}

}  // namespace dateline::search
