#include "searcher/search/counting/sampling/runs.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

namespace dateline::search {
namespace {

class RunSource final : public Xapian::PostingSource {
 public:
  // `before`: documents of the segments that have been begun, for all clones.
  RunSource(Runs runs, std::shared_ptr<std::uint64_t> before)
      : runs_(runs), before_(std::move(before)) {}

  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return articles_ / runs_.step; }
  Xapian::doccount get_termfreq_max() const override { return articles_; }

  void next(double /*min_weight*/) override { advance(at_ + 1); }
  void skip_to(Xapian::docid to, double /*min_weight*/) override {
    advance(std::max<std::uint64_t>(to, at_));
  }
  bool at_end() const override { return at_ > last_; }
  Xapian::docid get_docid() const override { return static_cast<Xapian::docid>(at_); }

  PostingSource* clone() const override {
    return std::make_unique<RunSource>(runs_, before_).release();
  }

  void init(const Xapian::Database& segment) override {
    articles_ = segment.get_doccount();
    last_ = segment.get_lastdocid();
    at_ = 0;
    begin_ = *before_;
    *before_ += last_;
  }

  std::string get_description() const override { return "Runs"; }

  // As of the deadline's source (deadline.cc).
  std::string name() const override { return Xapian::FixedWeightPostingSource(0).name(); }
  std::string serialise() const override { return Xapian::FixedWeightPostingSource(0).serialise(); }

 private:
  // Documents count from 1 in a segment.
  void advance(std::uint64_t to) { at_ = runs_.first(begin_ + to - 1) - begin_ + 1; }

  Runs runs_;
  std::shared_ptr<std::uint64_t> before_;
  std::uint64_t begin_ = 0;  // of our segment, in the whole
  Xapian::doccount articles_ = 0;
  std::uint64_t last_ = 0;
  std::uint64_t at_ = 0;
};

}  // namespace

std::uint64_t Runs::first(std::uint64_t from) const {
  const std::uint64_t run = from / kLength;
  std::uint64_t taken = (run + step - 1) / step * step;
  if (without != 0 && taken % without == 0) taken += step;
  return taken == run ? from : taken * kLength;
}

Xapian::Query within(const Xapian::Query& query, Runs runs) {
  auto source = std::make_unique<RunSource>(runs, std::make_shared<std::uint64_t>(0));
  // release() twice, as in deadline.cc.
  return Xapian::Query(Xapian::Query::OP_FILTER, query, Xapian::Query(source.release()->release()));
}

}  // namespace dateline::search
