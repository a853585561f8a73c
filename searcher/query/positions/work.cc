#include "searcher/query/positions/work.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

namespace dateline::query {
namespace {

// Xapian fetches at least one list of positions, and mostly two, for each document that has all
// words: some microseconds.
constexpr std::size_t kStepsOfATest = 512;
// An index with an article of more words than this has some whose lists are long: each test may
// then take as long as there is between two looks.
constexpr Xapian::termcount kLongArticle = 1 << 16;

// Stands at every document number. In a conjunction with all words of a phrase it is asked about
// each document whose positions are read next.
class WorkSource final : public Xapian::PostingSource {
 public:
  explicit WorkSource(std::shared_ptr<Work> work) : work_(std::move(work)) {}

  void init(const Xapian::Database& segment) override {
    documents_ = segment.get_doccount();
    last_ = segment.get_lastdocid();
    at_ = 0;
    const bool is_long = segment.get_doclength_upper_bound() > kLongArticle;
    steps_ = is_long ? Work::kStepsBetweenLooks : kStepsOfATest;
  }

  Xapian::doccount get_termfreq_min() const override { return documents_; }
  Xapian::doccount get_termfreq_est() const override { return documents_; }
  Xapian::doccount get_termfreq_max() const override { return documents_; }
  Xapian::docid get_docid() const override { return at_; }
  bool at_end() const override { return at_ > last_ || work_->is_over(); }

  void next(double) override { move_to(at_ + 1); }
  void skip_to(Xapian::docid document, double) override { move_to(std::max(at_, document)); }

  PostingSource* clone() const override { return std::make_unique<WorkSource>(work_).release(); }
  std::string get_description() const override { return "in time"; }

 private:
  void move_to(Xapian::docid document) {
    at_ = document;
    work_->spend(steps_);
  }

  std::shared_ptr<Work> work_;
  Xapian::doccount documents_ = 0;
  Xapian::docid last_ = 0;
  Xapian::docid at_ = 0;
  std::size_t steps_ = kStepsOfATest;
};

// Matches nothing. Xapian prepares each source in its turn, before the lists of the parts behind
// it.
class OpeningSource final : public Xapian::PostingSource {
 public:
  explicit OpeningSource(std::shared_ptr<Work> work) : work_(std::move(work)) {}

  void init(const Xapian::Database&) override {
    if (work_->look()) throw OutOfTime();
  }
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return 0; }
  Xapian::doccount get_termfreq_max() const override { return 0; }
  Xapian::docid get_docid() const override { return 0; }
  bool at_end() const override { return true; }
  void next(double) override {}
  PostingSource* clone() const override { return std::make_unique<OpeningSource>(work_).release(); }
  std::string get_description() const override { return "opened in time"; }

 private:
  std::shared_ptr<Work> work_;
};

// Xapian counts references to the source from here on.
Xapian::Query query_of(std::unique_ptr<Xapian::PostingSource> source) {
  return Xapian::Query(source.release()->release());
}

}  // namespace

Xapian::Query bounded(const Xapian::Query& positional, std::shared_ptr<Work> work) {
  return {Xapian::Query::OP_FILTER, positional,
          query_of(std::make_unique<WorkSource>(std::move(work)))};
}

Xapian::Query opened_in_time(const Xapian::Query& part, std::shared_ptr<Work> work) {
  return {Xapian::Query::OP_OR, query_of(std::make_unique<OpeningSource>(std::move(work))), part};
}

}  // namespace dateline::query
