#include "searcher/search/counting/sampling/slot_collector.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <optional>
#include <string>
#include <utility>

#include "searcher/query/positions/work.h"
#include "searcher/search/counting/sampling/runs.h"
#include "searcher/search/matching/sets/plain_matches.h"
#include "searcher/search/matching/unweighted.h"

namespace dateline::search {
namespace {

// A posting takes some ten nanoseconds. With more, a sample of the matches takes less.
constexpr std::uint64_t kMostPostings = 1'000'000;

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

// Values of documents that are asked for by shard, and by number.
class ValueLists {
 public:
  ValueLists(const store::IndexReader& index, const SlotCollector& collector)
      : index_(index), slots_(collector.slots()), lists_(slots_.size()) {}

  // Lives until the next call.
  std::string_view value(std::size_t shard, Xapian::docid number, std::size_t place) {
    const auto slot = static_cast<Xapian::valueno>(slots_[place]);
    List& list = lists_[place];
    const Xapian::Database& db = index_.shard(shard);
    if (list.shard != shard) list = {shard, db.valuestream_begin(slot), {}};
    const auto end = db.valuestream_end(slot);
    if (list.at != end && list.at.get_docid() < number) list.at.skip_to(number);
    if (list.at == end || list.at.get_docid() != number) return {};
    list.value = *list.at;
    return list.value;
  }

 private:
  struct List {
    std::optional<std::size_t> shard;
    Xapian::ValueIterator at;
    std::string value;
  };

  const store::IndexReader& index_;
  const std::vector<schema::Slot>& slots_;
  std::vector<List> lists_;
};

// Gives matches to a collector, shard by shard and by number.
class ValueMeeter {
 public:
  ValueMeeter(const store::IndexReader& index, SlotCollector& into)
      : shards_(index.shards()), lists_(index, into), into_(into) {}

  void meet(std::size_t shard, Xapian::docid number) {
    into_.meet(store::document_in_whole(shard, number, shards_), [&](std::size_t place) {
      const store::Column* column = into_.columns().of(shard, place);
      return column != nullptr ? column->value(number) : lists_.value(shard, number, place);
    });
  }

 private:
  std::size_t shards_;
  ValueLists lists_;
  SlotCollector& into_;
};

}  // namespace

SlotCollector::SlotCollector(std::vector<schema::Slot> slots, std::size_t most)
    : slots_(std::move(slots)), most_(most), listed_(slots_.size()), kept_(slots_.size()) {
  std::iota(listed_.begin(), listed_.end(), std::size_t{0});
}

void SlotCollector::read_from(const store::IndexReader& index,
                              std::shared_ptr<const MatchedShard> shard) {
  shard_ = std::move(shard);
  if (columns_.shards() > 0) return;
  columns_ = SlotColumns(index, slots_);
  listed_.clear();
  for (std::size_t place = 0; place < slots_.size(); ++place) {
    (columns_.has_all(place) ? columned_ : listed_).push_back(place);
  }
  kept_ = KeptValues(listed_.size());
}

bool SlotCollector::is_kept(Xapian::docid document) const {
  return mask_ == 0 || (hash_of(document) & mask_) == 0;
}

void SlotCollector::thin_out() {
  mask_ = mask_ << 1 | 1;
  kept_ = kept_.chosen([this](Xapian::docid one) { return is_kept(one); });
}

void SlotCollector::operator()(const Xapian::Document& document, double) {
  const Xapian::docid own = document.get_docid();
  const Xapian::docid number = shard_ ? shard_->in_whole(own) : own;
  std::string value;  // which the collector copies before the next one is asked for
  meet(number, [&](std::size_t place) -> std::string_view {
    const store::Column* column = shard_ ? columns_.of(shard_->current(), place) : nullptr;
    if (column != nullptr) return column->value(own);
    value = document.get_value(static_cast<Xapian::valueno>(slots_[place]));
    return value;
  });
}

bool SlotCollector::has_dictionaries(std::size_t place) const {
  for (std::size_t shard = 0; shard < columns_.shards(); ++shard) {
    if (columns_.of(shard, place)->places() == 0) return false;
  }
  return true;
}

// Where documents are few, most counts would be 0.
bool SlotCollector::is_worth_counting(std::size_t place) const {
  constexpr std::size_t kMostPlacesOfADocument = 4;
  std::size_t places = 0;
  for (std::size_t shard = 0; shard < columns_.shards(); ++shard) {
    places += columns_.of(shard, place)->places();
  }
  return places <= documents().size() * kMostPlacesOfADocument;
}

SlotCollector::Counts SlotCollector::no_counts(std::size_t place) const {
  Counts counts(columns_.shards());
  for (std::size_t shard = 0; shard < counts.size(); ++shard) {
    counts[shard].resize(std::size_t{columns_.of(shard, place)->places()} + 1);
  }
  return counts;
}

SlotCollector::Counts SlotCollector::counted(std::size_t place) const {
  Counts counts = no_counts(place);
  for (const Xapian::docid document : documents()) {
    const std::size_t shard = columns_.shard_of(document);
    const Xapian::docid number = columns_.number_of(document);
    Counted& one = counts[shard][columns_.of(shard, place)->place(number)];
    ++one.articles;
    one.number = number;
  }
  return counts;
}

bool SlotCollector::can_count_all() const {
  return listed_.empty() && std::all_of(columned_.begin(), columned_.end(),
                                        [&](std::size_t place) { return has_dictionaries(place); });
}

void SlotCollector::count_all() {
  for (const std::size_t place : columned_) by_place_.push_back(no_counts(place));
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

bool collect_plain(const store::IndexReader& index, const Xapian::Query& query, Deadline& deadline,
                   SlotCollector& into) {
  into.read_from(index, nullptr);
  const bool counts_all = into.can_count_all();
  if (!has_plain_matches(index, query, counts_all ? kMostPostings : kMostCounted)) return false;
  if (counts_all) {
    into.count_all();
    plain_matches(index, query, deadline,
                  [&](std::size_t shard, Xapian::docid number) { into.count(shard, number); });
    return true;
  }
  ValueMeeter meeter(index, into);
  plain_matches(index, query, deadline,
                [&](std::size_t shard, Xapian::docid number) { meeter.meet(shard, number); });
  return true;
}

void collect_known(const store::IndexReader& index, std::vector<Xapian::docid> documents,
                   Deadline& deadline, SlotCollector& into) {
  constexpr std::size_t kBetweenLooks = 256;
  into.read_from(index, nullptr);
  const SlotColumns& columns = into.columns();
  // As lists are read: shard by shard.
  std::sort(documents.begin(), documents.end(), [&](Xapian::docid a, Xapian::docid b) {
    return std::pair(columns.shard_of(a), a) < std::pair(columns.shard_of(b), b);
  });
  ValueMeeter meeter(index, into);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (i % kBetweenLooks == 0 && deadline.check()) return;
    meeter.meet(columns.shard_of(documents[i]), columns.number_of(documents[i]));
  }
}

}  // namespace dateline::search
