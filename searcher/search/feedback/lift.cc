// Xapian has the query's articles and looks whether one of them is on our short list. Each shard has
// numbers of its own: a source is made for all, and keeps of its list what is of the shard that it
// is told to begin with. Tested by tests/searcher/search/feedback/lift_test.cc.
#include "searcher/search/feedback/lift.h"

#include <algorithm>
#include <map>
#include <memory>

#include "common/base/strings.h"

namespace dateline::search {
namespace {

class LiftSource final : public Xapian::PostingSource {
 public:
  // By the UUID of a shard: a copy that is searched beside its original has the same, and the same
  // articles under the same numbers.
  using ByShard = std::map<std::string, Extras>;

  LiftSource(std::shared_ptr<const ByShard> lists, double most, std::string what)
      : lists_(std::move(lists)), most_(most), what_(std::move(what)) {}

  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return count(); }
  Xapian::doccount get_termfreq_max() const override { return count(); }

  void init(const Xapian::Database& shard) override {
    static const Extras kNone;
    const auto found = lists_->find(shard.get_uuid());
    list_ = found == lists_->end() ? &kNone : &found->second;
    next_ = 0;
    set_maxweight(most_);
  }

  void next(double /*min_weight*/) override { ++next_; }
  void skip_to(Xapian::docid to, double /*min_weight*/) override {
    next_ = std::max(next_, std::size_t{1});
    while (!at_end() && get_docid() < to) ++next_;
  }
  bool at_end() const override { return next_ > list_->size(); }
  Xapian::docid get_docid() const override { return (*list_)[next_ - 1].first; }
  double get_weight() const override { return (*list_)[next_ - 1].second; }

  PostingSource* clone() const override {
    return std::make_unique<LiftSource>(lists_, most_, what_).release();
  }
  std::string get_description() const override { return what_; }

 private:
  Xapian::doccount count() const { return static_cast<Xapian::doccount>(list_->size()); }

  std::shared_ptr<const ByShard> lists_;
  double most_;
  std::string what_;
  const Extras* list_ = nullptr;  // of our shard, in the order of numbers
  std::size_t next_ = 0;          // in it; we stand at the one before
};

LiftSource::ByShard by_shard(const Xapian::Database& db, const Extras& extras) {
  const std::string joined = db.get_uuid();
  const std::vector<std::string_view> uuids = split(joined, ':');
  const auto shards = static_cast<Xapian::docid>(uuids.size());
  LiftSource::ByShard lists;
  for (const auto& [document, extra] : extras) {
    lists[std::string(uuids[(document - 1) % shards])].emplace_back((document - 1) / shards + 1,
                                                                    extra);
  }
  for (auto& [uuid, list] : lists) {
    std::sort(list.begin(), list.end());
    const auto same = [](const auto& a, const auto& b) { return a.first == b.first; };
    list.erase(std::unique(list.begin(), list.end(), same), list.end());
  }
  return lists;
}

}  // namespace

Xapian::Query lifting(const Xapian::Query& query, const Xapian::Database& db, const Extras& extras,
                      const std::string& what) {
  if (extras.empty()) return query;
  double most = 0;
  for (const auto& [document, extra] : extras) most = std::max(most, extra);
  auto lists = std::make_shared<const LiftSource::ByShard>(by_shard(db, extras));
  auto source = std::make_unique<LiftSource>(std::move(lists), most, what);
  // release() twice: the first hands the object to Xapian's reference count, as its manual asks.
  return {Xapian::Query::OP_AND_MAYBE, query, Xapian::Query(source.release()->release())};
}

}  // namespace dateline::search
