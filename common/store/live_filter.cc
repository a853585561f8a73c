#include "common/store/live_filter.h"

#include <algorithm>

namespace dateline::store {
namespace {

// Stands at each document of its shard that has gone.
class GoneSource final : public Xapian::PostingSource {
 public:
  explicit GoneSource(TombstonesByUuid gone) : gone_(std::move(gone)) { set_maxweight(0); }

  PostingSource* clone() const override { return new GoneSource(gone_); }

  void init(const Xapian::Database& shard) override {
    const auto found = gone_.find(shard.get_uuid());
    list_ = found == gone_.end() ? nullptr : found->second;
    begin_ = at_ = list_ ? list_->data() : nullptr;
    end_ = list_ ? begin_ + list_->size() : nullptr;
    started_ = false;
  }

  Xapian::doccount get_termfreq_min() const override { return size(); }
  Xapian::doccount get_termfreq_est() const override { return size(); }
  Xapian::doccount get_termfreq_max() const override { return size(); }

  void next(double) override {
    if (started_ && at_ != end_) ++at_;
    started_ = true;
  }
  void skip_to(Xapian::docid document, double) override {
    started_ = true;
    at_ = std::lower_bound(at_, end_, document);
  }
  bool check(Xapian::docid document, double) override {
    skip_to(document, 0);
    return true;
  }
  bool at_end() const override { return started_ && at_ == end_; }
  Xapian::docid get_docid() const override { return *at_; }
  std::string get_description() const override { return "Gone"; }

  // A remote server knows this source by the name of one of Xapian's own that stands at no document
  // there: it walks over a slot that nothing has a value in.
  std::string name() const override { return empty_source().name(); }
  std::string serialise() const override { return empty_source().serialise(); }

 private:
  static Xapian::ValueWeightPostingSource empty_source() {
    constexpr Xapian::valueno kNobodysSlot = 0xFFFFFFFE;
    return Xapian::ValueWeightPostingSource(kNobodysSlot);
  }

  Xapian::doccount size() const { return static_cast<Xapian::doccount>(end_ - begin_); }

  TombstonesByUuid gone_;
  SharedTombstones list_;
  const std::uint32_t* begin_ = nullptr;
  const std::uint32_t* at_ = nullptr;
  const std::uint32_t* end_ = nullptr;
  bool started_ = false;
};

}  // namespace

Xapian::Query without_gone(const Xapian::Query& query, const TombstonesByUuid& gone) {
  if (gone.empty()) return query;
  auto source = gone_source(gone);
  return {Xapian::Query::OP_AND_NOT, query, Xapian::Query(source.release()->release())};
}

std::unique_ptr<Xapian::PostingSource> gone_source(const TombstonesByUuid& gone) {
  return std::make_unique<GoneSource>(gone);
}

}  // namespace dateline::store
