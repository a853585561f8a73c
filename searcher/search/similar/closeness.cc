#include "searcher/search/similar/closeness.h"

#include <cmath>
#include <memory>
#include <string>

#include "common/schema/fields.h"

namespace dateline::search {
namespace {

constexpr double kSecondsOfADay = 86'400;

// Stands at every article that has a date.
class InstantSource : public Xapian::ValuePostingSource {
 public:
  InstantSource(std::int64_t instant, double most)
      : Xapian::ValuePostingSource(static_cast<Xapian::valueno>(schema::Slot::kInstant)),
        instant_(instant),
        most_(most) {}

  void init(const Xapian::Database& shard) override {
    Xapian::ValuePostingSource::init(shard);
    set_maxweight(most_);
  }

 protected:
  // Of the article at hand after the asked instant; negative before it.
  double seconds_after() const {
    return Xapian::sortable_unserialise(get_value()) - static_cast<double>(instant_);
  }
  std::int64_t instant() const { return instant_; }
  double most() const { return most_; }

 private:
  std::int64_t instant_;
  double most_;
};

class Closeness final : public InstantSource {
 public:
  Closeness(std::int64_t instant, double most, double half_life_days)
      : InstantSource(instant, most), half_life_days_(half_life_days) {}

  double get_weight() const override {
    const double days = std::abs(seconds_after()) / kSecondsOfADay;
    return most() * std::exp2(-days / half_life_days_);
  }
  PostingSource* clone() const override {
    return std::make_unique<Closeness>(instant(), most(), half_life_days_).release();
  }
  std::string get_description() const override { return "Closeness"; }

 private:
  double half_life_days_;
};

class Earlier final : public InstantSource {
 public:
  using InstantSource::InstantSource;

  double get_weight() const override { return seconds_after() < 0 ? most() : 0; }
  PostingSource* clone() const override {
    return std::make_unique<Earlier>(instant(), most()).release();
  }
  std::string get_description() const override { return "Earlier"; }
};

template <typename Source, typename... Arguments>
Xapian::Query query_of(Arguments... arguments) {
  auto source = std::make_unique<Source>(arguments...);
  // release() twice: the first hands the object to Xapian's reference count, as its manual asks.
  return Xapian::Query(source.release()->release());
}

}  // namespace

Xapian::Query weight_of_closeness(std::int64_t instant, double most, double half_life_days) {
  return query_of<Closeness>(instant, most, half_life_days);
}

Xapian::Query weight_of_earlier(std::int64_t instant, double weight) {
  return query_of<Earlier>(instant, weight);
}

}  // namespace dateline::search
