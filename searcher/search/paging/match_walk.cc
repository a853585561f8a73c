#include "searcher/search/paging/match_walk.h"

#include "searcher/query/positions/work.h"
#include "searcher/search/matching/matching.h"
#include "searcher/search/matching/ranking.h"

namespace dateline::search {
namespace {

class Visitor final : public Xapian::MatchSpy {
 public:
  Visitor(const MatchedShard& shard, const VisitMatch& visit) : shard_(shard), visit_(visit) {}

  void operator()(const Xapian::Document& match, double score) override {
    visit_(match, shard_.in_whole(match.get_docid()), score);
  }

 private:
  const MatchedShard& shard_;
  const VisitMatch& visit_;
};

}  // namespace

void walk_matches(const store::IndexReader& index, const query::CompiledQuery& asked,
                  const std::shared_ptr<Deadline>& deadline, const VisitMatch& visit) {
  const auto shard = std::make_shared<MatchedShard>(index.database());
  Visitor visitor(*shard, visit);
  Xapian::Enquire enquire(index.database());
  apply_weighting(enquire);
  enquire.add_matchspy(&visitor);
  enquire.set_query(ended_query(index, asked, deadline, shard));
  try {
    // No match is asked for, so that none is kept; to count all of them, Xapian has to meet each.
    enquire.get_mset(0, 0, index.database().get_doccount());
  } catch (const query::OutOfTime&) {
    // `deadline` has passed, which the caller looks at.
  }
}

}  // namespace dateline::search
