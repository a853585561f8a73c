// The highest counts of single names tell which entities are likely to be shown; their names are
// joined to rows, each row gets the marks of all names that mean it (entities/entity_rows.h), and then
// the articles are gone through once more, each counted once for a row.
//
// Tested by tests/searcher/search/counting/entity_facet_test.cc.
#include "searcher/search/counting/entity_facet.h"

#include <optional>
#include <string>

#include "common/base/probe_table.h"
#include "common/schema/entity_marks.h"
#include "common/schema/fields.h"

namespace dateline::search {
namespace {

using schema::EntityMark;

// What a mark counts for, in a ProbeTable: half a million marks may be looked up.
struct Target {
  EntityMark mark = 0;
  std::size_t number = 0;  // of a row, or of a surname alone
  bool is_row = false;
  bool is_surname = false;

  bool is_free() const { return !is_row && !is_surname; }
};

ProbeTable<Target> targets(const EntityRows& rows) {
  ProbeTable<Target> out(rows.marks.size() + rows.surnames.size());
  const auto put = [&out](const Target& target) {
    const std::uint64_t hash = spread(target.mark);
    Target& place = out.find(hash, [&](const Target& one) { return one.mark == target.mark; });
    if (!place.is_free()) return;
    out.take(place, hash, target, [](const Target& one) { return spread(one.mark); });
  };
  for (std::size_t i = 0; i < rows.surnames.size(); ++i) {
    put({rows.surnames[i].mark, i, false, true});
  }
  for (const auto& [mark, row] : rows.marks) put({mark, row, true, false});
  return out;
}

class RowCounter {
 public:
  RowCounter(const store::IndexReader& index, const EntityRows& rows)
      : index_(index), rows_(rows), targets_(targets(rows)), last_(rows.names.size()) {
    out_.rows.resize(rows.names.size());
    out_.surnames.resize(rows.surnames.size());
  }

  void add(Xapian::docid document, std::string_view value) {
    ++article_;
    schema::each_mark(value, [&](EntityMark mark) {
      const Target& target =
          targets_.find(spread(mark), [mark](const Target& one) { return one.mark == mark; });
      if (target.is_row) count_once(target.number);
      if (!target.is_surname) return;
      const auto row = row_meant(target.number, document);
      if (row) count_once(*row);
    });
  }

  RowTallies take() { return std::move(out_); }

 private:
  std::optional<std::uint32_t> row_meant(std::size_t number, Xapian::docid document) {
    const SurnameRows& alone = rows_.surnames[number];
    const auto slot = static_cast<Xapian::valueno>(schema::Slot::kDay);
    const std::string day = index_.database().get_document(document).get_value(slot);
    const auto meant = alone.surname.meant(month_of(day));
    if (!meant) return alone.own;
    ++out_.surnames[number][alone.rows[*meant]];
    return alone.rows[*meant];
  }

  void count_once(std::size_t row) {
    if (last_[row] == article_) return;
    last_[row] = article_;
    ++out_.rows[row];
  }

  const store::IndexReader& index_;
  const EntityRows& rows_;
  ProbeTable<Target> targets_;
  std::vector<std::size_t> last_;  // the article that was counted last for a row, from 1
  std::size_t article_ = 0;
  RowTallies out_;
};

}  // namespace

RowTallies count_rows(const store::IndexReader& index, const EntityRows& rows,
                      const SlotCollector& collector, std::size_t place) {
  RowCounter counter(index, rows);
  collector.each([&](Xapian::docid document, std::size_t at, std::string_view value) {
    if (at == place) counter.add(document, value);
  });
  RowTallies out = counter.take();
  out.each = collector.each_stands_for();
  return out;
}

std::vector<ValueTally> EntityFacets::likely_names(const FacetRequest& request,
                                                   const MarkCounts& counts) {
  std::vector<ValueTally> out;
  for (const MarkCount& one : counts.highest(request.most + kMoreNames, kMostTiedValues)) {
    if (deadline_.check()) break;
    const Entity* entity = names_.find(one.document, *request.field->entity, one.mark);
    if (entity != nullptr) out.push_back({one.mark, one.count, entity->name});
  }
  return out;
}

Facet EntityFacets::make(const FacetRequest& request, const CountedEntities& counted) {
  EntityRows rows = rows_of(request, likely_names(request, counted.counts), aliases_);
  const auto articles = [&](EntityMark mark) -> std::uint64_t {
    return counted.counts.count(mark);
  };
  for (const std::string& surname : surnames_to_ask(rows, articles)) {
    if (deadline_.check()) break;
    add_surname(surname, surnames_.of(surname), rows);
  }
  const RowTallies tallies = count_rows(index_, rows, counted.collector, counted.place);
  return facet_of(request, rows, tallies, notices_);
}

}  // namespace dateline::search
