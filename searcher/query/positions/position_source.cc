#include "searcher/query/positions/position_source.h"

#include <algorithm>
#include <utility>

#include "searcher/query/positions/position_cursors.h"

namespace dateline::query {
namespace {

using Places = std::shared_ptr<const std::vector<NearTerms>>;

// No more documents than this can match: each operand must be met.
Xapian::doccount upper_bound(const Xapian::Database& db, const NearTerms& near) {
  std::uint64_t least = db.get_doccount();
  for (const std::vector<Sequence>& ways : near.operands) {
    std::uint64_t sum = 0;
    for (const Sequence& way : ways) {
      for (const std::string& term : way.front()) sum += db.get_termfreq(term);
    }
    least = std::min(least, sum);
  }
  return static_cast<Xapian::doccount>(least);
}

class PositionSource final : public Xapian::PostingSource {
 public:
  explicit PositionSource(Places places) : places_(std::move(places)) {}

  void init(const Xapian::Database& db) override {
    cursors_.clear();
    document_ = 0;
    std::uint64_t most = 0;
    for (const NearTerms& place : *places_) {
      const Xapian::doccount here = upper_bound(db, place);
      if (here > 0) cursors_.emplace_back(db, place);
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
    return std::make_unique<PositionSource>(places_).release();
  }
  std::string get_description() const override { return "PositionSource()"; }

 private:
  void seek(Xapian::docid from) {
    document_ = kNoDocument;
    for (NearCursor& cursor : cursors_) document_ = std::min(document_, cursor.seek(from));
  }

  Places places_;
  std::vector<NearCursor> cursors_;
  Xapian::doccount most_ = 0;
  Xapian::docid document_ = 0;
};

}  // namespace

Xapian::Query near_query(std::vector<NearTerms> places) {
  auto shared = std::make_shared<const std::vector<NearTerms>>(std::move(places));
  auto source = std::make_unique<PositionSource>(std::move(shared));
  // Xapian counts references to it from here on.
  return Xapian::Query(source.release()->release());
}

}  // namespace dateline::query
