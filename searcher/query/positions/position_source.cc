#include "searcher/query/positions/position_source.h"

#include <algorithm>
#include <utility>

#include "searcher/query/positions/position_cursors.h"

namespace dateline::query {
namespace {

using Places = std::shared_ptr<const std::vector<NearTerms>>;

// Reading how many documents have a term, in steps of work.
constexpr std::size_t kStepsOfACount = 64;

// No more documents than this can match: each operand must be met.
Xapian::doccount upper_bound(const Xapian::Database& db, const NearTerms& near, Work& work) {
  std::uint64_t least = db.get_doccount();
  for (const std::vector<Sequence>& ways : near.operands) {
    std::uint64_t sum = 0;
    for (const Sequence& way : ways) {
      if (work.spend(kStepsOfACount * way.front().size())) return db.get_doccount();
      for (const std::string& term : way.front()) sum += db.get_termfreq(term);
    }
    least = std::min(least, sum);
  }
  return static_cast<Xapian::doccount>(least);
}

class PositionSource final : public Xapian::PostingSource {
 public:
  PositionSource(Places places, Bounds bounds)
      : places_(std::move(places)), bounds_(std::move(bounds)) {}

  void init(const Xapian::Database& db) override {
    cursors_.clear();
    document_ = 0;
    last_ = db.get_lastdocid();
    std::uint64_t most = 0;
    for (const NearTerms& place : *places_) {
      const Xapian::doccount here = upper_bound(db, place, *bounds_.work);
      if (here > 0) cursors_.emplace_back(db, place, *bounds_.work);
      most += here;
    }
    most_ = static_cast<Xapian::doccount>(std::min<std::uint64_t>(most, db.get_doccount()));
  }

  Xapian::doccount get_termfreq_min() const override { return 0; }
  // A guess on the low side: of the documents that have all words, few have them together.
  Xapian::doccount get_termfreq_est() const override { return most_ / 4; }
  Xapian::doccount get_termfreq_max() const override { return most_; }
  Xapian::docid get_docid() const override { return document_; }
  bool at_end() const override { return document_ == kNoDocument; }

  void next(double) override { seek(document_ + 1); }
  void skip_to(Xapian::docid document, double) override {
    if (document > document_) seek(document);
  }

  PostingSource* clone() const override {
    return std::make_unique<PositionSource>(places_, bounds_).release();
  }
  std::string get_description() const override { return "PositionSource()"; }

 private:
  void seek(Xapian::docid from) {
    document_ = kNoDocument;
    for (NearCursor& cursor : cursors_) document_ = std::min(document_, cursor.seek(from));
    if (cursors_.empty() || !bounds_.work->is_over()) return;
    document_ = bounds_.denied && from <= last_ ? from : kNoDocument;
  }

  Places places_;
  Bounds bounds_;
  std::vector<NearCursor> cursors_;
  Xapian::doccount most_ = 0;
  Xapian::docid document_ = 0;
  Xapian::docid last_ = 0;
};

}  // namespace

Xapian::Query near_query(std::vector<NearTerms> places, Bounds bounds) {
  // Xapian counts references to it from here on.
  return Xapian::Query(near_source(std::move(places), std::move(bounds)).release()->release());
}

std::unique_ptr<Xapian::PostingSource> near_source(std::vector<NearTerms> places, Bounds bounds) {
  auto shared = std::make_shared<const std::vector<NearTerms>>(std::move(places));
  return std::make_unique<PositionSource>(std::move(shared), std::move(bounds));
}

}  // namespace dateline::query
