#include "searcher/search/counting/sampling/slot_collector.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "searcher/query/positions/work.h"
#include "searcher/search/counting/sampling/runs.h"
#include "searcher/search/matching/unweighted.h"

namespace dateline::search {
namespace {

// One in so many of `matches` are at least `part`.
std::uint32_t step_for(std::uint64_t matches, std::uint64_t part) {
  return static_cast<std::uint32_t>(std::bit_floor(std::max<std::uint64_t>(matches / part, 1)));
}

// As its lists' lengths say, which are opened for that, as by each run.
std::uint64_t estimated_matches(const store::IndexReader& index, const Xapian::Query& query) {
  Xapian::Enquire enquire(index.database());
  weigh_nothing(enquire, index, query);
  enquire.set_query(index.live(query));
  return enquire.get_mset(0, 0).get_matches_estimated();
}

// Lists are opened once for each part of a sample: where they are many, that takes the time that a
// sample would save.
bool is_worth_sampling(const store::IndexReader& index, const Xapian::Query& query) {
  constexpr std::size_t kMostLists = 256;
  return index.can().run_our_sources && query.get_length() * index.database().size() <= kMostLists;
}

// Neighbouring numbers are neighbours in time: their hashes must not be.
std::uint32_t hash_of(Xapian::docid document) {
  std::uint32_t hash = document * 0x9E3779B1U;
  hash ^= hash >> 15;
  return hash * 0x85EBCA77U >> 8;
}

}  // namespace

SlotCollector::SlotCollector(std::vector<schema::Slot> slots, std::size_t most)
    : slots_(std::move(slots)), most_(most), kept_(slots_.size()) {}

void SlotCollector::read_from(const store::IndexReader& index,
                              std::shared_ptr<const MatchedShard> shard) {
  shard_ = std::move(shard);
  columns_ = SlotColumns(index, slots_);
}

bool SlotCollector::is_kept(Xapian::docid document) const {
  return (hash_of(document) & mask_) == 0;
}

void SlotCollector::operator()(const Xapian::Document& document, double) {
  ++met_;
  const Xapian::docid own = document.get_docid();
  const Xapian::docid number = shard_ ? shard_->in_whole(own) : own;
  if (!is_kept(number)) return;
  kept_.begin(number);
  for (std::size_t place = 0; place < slots_.size(); ++place) {
    const store::Column* column = shard_ ? columns_.of(shard_->current(), place) : nullptr;
    if (column != nullptr) {
      kept_.add(column->value(own));
    } else {
      kept_.add(document.get_value(static_cast<Xapian::valueno>(slots_[place])));
    }
  }
  if (kept_.size() <= most_) return;
  mask_ = mask_ << 1 | 1;
  kept_ = kept_.chosen([this](Xapian::docid one) { return is_kept(one); });
}

double SlotCollector::each_stands_for() const {
  const double each = mask_ == 0 || kept_.size() == 0
                          ? 1.0
                          : static_cast<double>(met_) / static_cast<double>(kept_.size());
  return each * step_;
}

void collect(const store::IndexReader& index, const Xapian::Query& query,
             const std::shared_ptr<Deadline>& deadline, SlotCollector& into) {
  Xapian::Enquire enquire(index.database());
  weigh_nothing(enquire, index, query);
  enquire.set_docid_order(Xapian::Enquire::DONT_CARE);
  enquire.add_matchspy(&into);
  const auto shard = std::make_shared<MatchedShard>(index.database());
  into.read_from(index, shard);
  enquire.set_query(bounded_by(index.live(query), deadline, shard));
  try {
    enquire.get_mset(0, 0, index.database().get_doccount());
  } catch (const query::OutOfTime&) {
    // There was no time to collect anything.
  }
}

void collect_sample(const store::IndexReader& index, const Xapian::Query& query,
                    const std::shared_ptr<Deadline>& deadline, SlotCollector& into,
                    SampleSize size) {
  // Far enough above for what is below, and all of which is met, hardly ever to seem more.
  const std::uint64_t surely_more = size.all_of + size.all_of / 4;
  const std::uint64_t estimate =
      is_worth_sampling(index, query) ? estimated_matches(index, query) : 0;
  std::uint32_t step = estimate < surely_more ? 1 : step_for(estimate, size.part);
  collect(index, step == 1 ? query : within(query, Runs{step}), deadline, into);
  // Words that shun each other have fewer articles than that. Some of the runs that were stepped over
  // are met then, or all of them.
  while (step > 1 && !deadline->passed()) {
    const std::uint64_t matches = into.met() * step;
    if (matches >= surely_more && into.met() >= size.part * 3 / 4) break;
    const std::uint32_t next =
        matches < surely_more ? 1 : std::min(step_for(matches, size.part), step / 2);
    collect(index, within(query, Runs{next, step}), deadline, into);
    step = next;
  }
  into.met_one_in(deadline->passed() ? 1 : step);
}

}  // namespace dateline::search
