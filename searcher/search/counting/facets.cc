// Marks and values are counted as numbers; the names of the highest counts are read from one record
// each. Among those, names of one entity are folded together ("Qasem Soleimani" with "Qassem
// Soleimani"): an article has an entity under one name, so counts add up.
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

using schema::Slot;

// Names beyond those asked for that are looked at, as some fold into others.
constexpr std::size_t kMoreForFolding = 20;
constexpr std::size_t kYearDigits = 4;

std::optional<EntityType> entity_of(FacetKind kind) {
  switch (kind) {
    case FacetKind::kPerson:
      return EntityType::kPerson;
    case FacetKind::kOrganisation:
      return EntityType::kOrganisation;
    case FacetKind::kPlace:
      return EntityType::kPlace;
    default:
      return std::nullopt;
  }
}

Slot slot_of(FacetKind kind) {
  if (const auto type = entity_of(kind)) return schema::slot_of(*type);
  switch (kind) {
    case FacetKind::kSource:
      return Slot::kSource;
    case FacetKind::kSection:
      return Slot::kSection;
    case FacetKind::kLanguage:
      return Slot::kLanguage;
    default:
      return Slot::kDay;
  }
}

void add_value(FacetKind kind, std::string_view value, Xapian::docid document, MarkCounts& into) {
  if (entity_of(kind)) {
    schema::each_mark(value, [&](schema::EntityMark mark) { into.add(mark, document); });
    return;
  }
  if (kind == FacetKind::kYear) value = value.substr(0, kYearDigits);
  into.add(std::hash<std::string_view>()(value), document);
}

class FacetMaker {
 public:
  FacetMaker(const Xapian::Database& db, const names::Aliases* aliases, double scale)
      : db_(db), names_(db), aliases_(aliases), scale_(scale) {}

  Facet make(const FacetRequest& request, const MarkCounts& counts) {
    Facet facet{request.kind, {}};
    for (const MarkCount& row : counts.highest(request.most + kMoreForFolding)) {
      std::string value = text_of(request.kind, row);
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
  std::string text_of(FacetKind kind, const MarkCount& row);
  FacetValue* value_like(Facet& facet, const std::string& value) const;

  static void sort(Facet& facet, std::size_t most) {
    std::vector<FacetValue>& values = facet.values;
    std::stable_sort(values.begin(), values.end(),
                     [](const FacetValue& a, const FacetValue& b) { return a.count > b.count; });
    if (values.size() > most) values.resize(most);
    if (facet.kind != FacetKind::kYear) return;
    std::sort(values.begin(), values.end(),
              [](const FacetValue& a, const FacetValue& b) { return a.value < b.value; });
  }

  const Xapian::Database& db_;
  EntityNames names_;
  const names::Aliases* aliases_;
  double scale_;
};

std::string FacetMaker::text_of(FacetKind kind, const MarkCount& row) {
  if (const auto type = entity_of(kind)) {
    const Entity* entity = names_.find(row.document, *type, row.mark);
    return entity == nullptr ? std::string() : canonical_name(aliases_, *type, entity->name);
  }
  if (kind == FacetKind::kYear || kind == FacetKind::kLanguage) {
    const auto slot = static_cast<Xapian::valueno>(slot_of(kind));
    const std::string value = db_.get_document(row.document).get_value(slot);
    return kind == FacetKind::kYear ? value.substr(0, kYearDigits) : value;
  }
  const Article* article = names_.record(row.document);
  if (article == nullptr) return {};
  return kind == FacetKind::kSource ? article->source : article->section;
}

FacetValue* FacetMaker::value_like(Facet& facet, const std::string& value) const {
  const auto type = entity_of(facet.kind);
  const auto same =
      std::find_if(facet.values.begin(), facet.values.end(), [&](const FacetValue& known) {
        if (known.value == value) return true;
        return type && names::compare_names(known.value, value, name_kind_of(*type)).same;
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
  for (const FacetRequest& request : requests) slots.push_back(slot_of(request.kind));
  SlotCollector collector(slots);
  collect(index, query, deadline, collector);
  std::vector<MarkCounts> counts(requests.size());
  collector.each([&](Xapian::docid document, std::size_t place, std::string_view value) {
    add_value(requests[place].kind, value, document, counts[place]);
  });
  FacetMaker maker(index.database(), aliases, collector.each_stands_for());
  for (std::size_t i = 0; i < requests.size(); ++i) {
    out.facets.push_back(maker.make(requests[i], counts[i]));
  }
  if (collector.each_stands_for() > 1) {
    out.notices.push_back(
        {"facets-sampled", fmt::format("facets are estimates from a sample of {} of {} articles",
                                       collector.documents().size(), collector.met())});
  }
  return out;
}

}  // namespace dateline::search
