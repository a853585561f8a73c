#include "searcher/query/building/unweighted_term.h"

#include <memory>
#include <utility>

namespace dateline::query {
namespace {

// Stands at each document of its segment that has the term.
class OwnList final : public Xapian::PostingSource {
 public:
  explicit OwnList(std::string term) : term_(std::move(term)) {}

  void init(const Xapian::Database& segment) override {
    documents_ = segment.get_termfreq(term_);
    at_ = segment.postlist_begin(term_);
    started_ = false;
  }

  Xapian::doccount get_termfreq_min() const override { return documents_; }
  Xapian::doccount get_termfreq_est() const override { return documents_; }
  Xapian::doccount get_termfreq_max() const override { return documents_; }

  void next(double) override {
    if (started_) ++at_;
    started_ = true;
  }
  void skip_to(Xapian::docid document, double) override {
    started_ = true;
    if (at_ != Xapian::PostingIterator()) at_.skip_to(document);
  }
  bool at_end() const override { return started_ && at_ == Xapian::PostingIterator(); }
  Xapian::docid get_docid() const override { return *at_; }

  PostingSource* clone() const override { return std::make_unique<OwnList>(term_).release(); }
  std::string get_description() const override { return term_; }

 private:
  std::string term_;
  Xapian::doccount documents_ = 0;
  Xapian::PostingIterator at_;
  bool started_ = false;
};

}  // namespace

Xapian::Query unweighted_term(const std::string& term, const Misreads& misreads) {
  if (!misreads || !misreads(term)) return Xapian::Query(term);
  if (misreads.own_list) return misreads.own_list(term);
  // The first release() gives the source up to Xapian's count of references.
  return Xapian::Query(own_list_of(term).release()->release());
}

std::unique_ptr<Xapian::PostingSource> own_list_of(const std::string& term) {
  return std::make_unique<OwnList>(term);
}

}  // namespace dateline::query
