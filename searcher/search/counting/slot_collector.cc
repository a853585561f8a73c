#include "searcher/search/counting/slot_collector.h"

#include <algorithm>
#include <utility>

#include "searcher/query/positions/work.h"
#include "searcher/search/matching/unweighted.h"

namespace dateline::search {
namespace {

// Neighbouring numbers are neighbours in time: their hashes must not be.
std::uint32_t hash_of(Xapian::docid document) {
  std::uint32_t hash = document * 0x9E3779B1U;
  hash ^= hash >> 15;
  return hash * 0x85EBCA77U >> 8;
}

}  // namespace

SlotCollector::SlotCollector(std::vector<schema::Slot> slots, std::size_t most)
    : slots_(std::move(slots)), most_(most) {}

bool SlotCollector::is_kept(Xapian::docid document) const {
  return (hash_of(document) & mask_) == 0;
}

void SlotCollector::operator()(const Xapian::Document& document, double) {
  ++met_;
  const Xapian::docid own = document.get_docid();
  const Xapian::docid number = shard_ ? shard_->in_whole(own) : own;
  if (!is_kept(number)) return;
  keep(number, document);
  if (kept_.size() > most_) thin_out();
}

void SlotCollector::keep(Xapian::docid document, const Xapian::Document& values) {
  kept_.push_back({document, sizes_.size(), values_.size()});
  for (const schema::Slot slot : slots_) {
    const std::string value = values.get_value(static_cast<Xapian::valueno>(slot));
    sizes_.push_back(static_cast<std::uint32_t>(value.size()));
    values_ += value;
  }
}

void SlotCollector::thin_out() {
  mask_ = mask_ << 1 | 1;
  std::vector<Kept> kept;
  std::vector<std::uint32_t> sizes;
  std::string values;
  for (const Kept& one : kept_) {
    if (!is_kept(one.document)) continue;
    kept.push_back({one.document, sizes.size(), values.size()});
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < slots_.size(); ++i) {
      sizes.push_back(sizes_[one.sizes + i]);
      bytes += sizes.back();
    }
    values.append(values_, one.offset, bytes);
  }
  kept_ = std::move(kept);
  sizes_ = std::move(sizes);
  values_ = std::move(values);
}

double SlotCollector::each_stands_for() const {
  return mask_ == 0 || kept_.empty()
             ? 1.0
             : static_cast<double>(met_) / static_cast<double>(kept_.size());
}

std::vector<Xapian::docid> SlotCollector::documents() const {
  std::vector<Xapian::docid> out;
  out.reserve(kept_.size());
  for (const Kept& one : kept_) out.push_back(one.document);
  return out;
}

void collect(const store::IndexReader& index, const Xapian::Query& query,
             const std::shared_ptr<Deadline>& deadline, SlotCollector& into) {
  Xapian::Enquire enquire(index.database());
  weigh_nothing(enquire, index, query);
  enquire.set_docid_order(Xapian::Enquire::DONT_CARE);
  enquire.add_matchspy(&into);
  const auto shard = std::make_shared<MatchedShard>(index.database());
  into.number_by(shard);
  enquire.set_query(bounded_by(index.live(query), deadline, shard));
  try {
    enquire.get_mset(0, 0, index.database().get_doccount());
  } catch (const query::OutOfTime&) {
    // There was no time to collect anything.
  }
}

}  // namespace dateline::search
