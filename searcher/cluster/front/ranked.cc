#include "searcher/cluster/front/ranked.h"

#include <algorithm>
#include <memory>
#include <tuple>
#include <utility>

#include "searcher/cluster/protocol/plan_message.h"
#include "searcher/cluster/sources/question_spy.h"
#include "searcher/search/compilation.h"
#include "searcher/search/matching/match_page.h"
#include "searcher/search/matching/ranking.h"
#include "searcher/search/paging/cursor.h"

namespace dateline::cluster {
namespace {

using search::Matches;
using search::PageMatch;
using search::Request;
using search::Total;
using search::TotalRelation;

struct Entry {
  double first;
  std::uint64_t second;
  PageMatch match;
};

bool comes_before(const Entry& a, const Entry& b) {
  return std::tie(a.first, a.second, a.match.document) <
         std::tie(b.first, b.second, b.match.document);
}

TotalRelation relation_of(std::uint32_t number) {
  return number <= static_cast<std::uint32_t>(TotalRelation::kEstimate)
             ? static_cast<TotalRelation>(number)
             : TotalRelation::kEstimate;
}

// Where stories are collapsed, Xapian has each shard send all matches that are counted: 22 bytes each
// were measured, and a shard is to send no more than 64 KB.
constexpr Xapian::doccount kCountedInAShard = 2'500;

// A sum is as sure as the least sure of its parts.
void add(const wire::Total& part, Total& sum) {
  sum.value += part.value();
  sum.relation = std::max(sum.relation, relation_of(part.relation()));
}

Result<wire::Question> listing_question(const Request& request, std::size_t reach,
                                        const query::CompiledQuery& asked,
                                        const ClusterCall& call) {
  const auto range = search::range_of(request, *call.options.clock);
  if (!range) return failure(range.error());
  wire::Question question;
  *question.mutable_call() = call.message();
  wire::ListQuestion& list = *question.mutable_list();
  *list.mutable_matching() = message_of(Matching{asked.plan, *range});
  list.set_sort(static_cast<std::uint32_t>(request.sort));
  list.set_collapse(request.collapse == search::Collapse::kStory);
  list.set_limit(static_cast<std::uint32_t>(reach));
  list.set_count_only(request.count_only);
  if (request.after.empty()) return question;
  const auto cursor = search::read_cursor(request.after);
  if (!cursor) return failure(cursor.error());
  wire::PlaceOfArticle& after = *list.mutable_after();
  if (cursor->instant) after.set_instant(*cursor->instant);
  after.set_mark(cursor->mark);
  after.set_id_term(cursor->id_term);
  return question;
}

// The articles that the shards met in a match, by the spy that went with it.
class MetArticles {
 public:
  // Each shard counts at least so many.
  MetArticles(Links& links, Xapian::doccount counted) : links_(links), counted_(counted) {
    wire::Question question;
    question.mutable_match();
    spy_ = std::make_unique<QuestionSpy>(question.SerializeAsString());
  }

  Xapian::MatchSpy* spy() { return spy_.get(); }

  // Those of the runs since it was called last, of the one that met most.
  std::uint64_t take() {
    std::uint64_t most = 0;
    const auto links = static_cast<std::ptrdiff_t>(links_.links().size());
    const std::vector<std::string> all = std::exchange(spy_->answers(), {});
    for (auto at = all.begin(); all.end() - at >= links; at += links) {
      const auto answers = links_.read({at, at + links});
      if (!answers) {
        read_ = failure(answers.error());
        return 0;
      }
      std::uint64_t sum = 0;
      all_ = true;
      for (const wire::Answer& answer : *answers) {
        sum += answer.met().articles();
        all_ = all_ && answer.met().articles() < counted_;
        partial_ = partial_ || answer.partial();
      }
      most = std::max(most, sum);
    }
    return most;
  }

  const Status& read() const { return read_; }
  bool partial() const { return partial_; }
  bool all() const { return all_; }  // in the last run each shard met all that it has

 private:
  Links& links_;
  Xapian::doccount counted_;
  std::unique_ptr<QuestionSpy> spy_;
  Status read_;
  bool partial_ = false;
  bool all_ = false;
};

PageMatch match_of(const wire::List::Entry& entry, std::size_t link, const Links& links) {
  PageMatch match;
  match.document = document_of(link, entry.document(), links);
  if (entry.has_story()) match.story = links.merges().story_of(entry.story());
  match.copies = entry.copies();
  match.copies_known = !entry.copies_unknown();
  return match;
}

}  // namespace

Result<Matches> match_ranked(const Request& asked_for, const query::CompiledQuery& asked,
                             ClusterCall& call) {
  Request request = asked_for;
  if (!request.after.empty()) {
    const auto cursor = search::read_cursor(request.after);
    if (!cursor) return failure(cursor.error());
    if (cursor->rank + request.limit > search::kMaxReach) {
      return failure(ErrorCode::kUsage, "a cluster is paged no further than a million hits",
                     "ask for a narrower range, or order by date");
    }
    request.offset = static_cast<std::size_t>(cursor->rank);
  }
  const bool collapses = request.collapse == search::Collapse::kStory;
  const Xapian::doccount counted = collapses ? kCountedInAShard : search::kCountedExactly;
  MetArticles met(call.links, counted);
  Xapian::Enquire enquire(call.links.all());
  search::apply_ranking(enquire, search::Sort::kRelevance, search::kRanking);
  enquire.set_query(served(asked.query, call));
  enquire.add_matchspy(met.spy());
  Matches matches;
  matches.page = search::find_page(
      enquire, request, call.links.merges(), [&] { return met.take(); }, counted);
  met.take();
  if (!met.read()) return failure(met.read().error());
  matches.partial = met.partial();
  search::add_totals(request, matches);
  if (collapses && met.all() && !matches.partial) {
    matches.total = {matches.page.articles.value_or(0), TotalRelation::kExact};
  }
  return matches;
}

Result<Matches> match_listed(const Request& request, const query::CompiledQuery& asked,
                             ClusterCall& call) {
  // One more tells that the list goes on; where stories are collapsed, some may be left out.
  const std::size_t spare = request.collapse == search::Collapse::kStory ? 20 : 1;
  const std::size_t reach = std::min(request.offset + request.limit + spare, search::kMaxReach);
  const auto question = listing_question(request, reach, asked, call);
  if (!question) return failure(question.error());
  auto answers = call.links.ask(*question);
  if (!answers) return failure(answers.error());
  Matches matches;
  std::vector<Entry> entries;
  bool goes_on = false;
  for (std::size_t link = 0; link < answers->size(); ++link) {
    const wire::Answer& answer = (*answers)[link];
    matches.partial = matches.partial || answer.partial();
    add(answer.list().total(), matches.total);
    if (answer.list().has_stories()) {
      if (!matches.stories) matches.stories.emplace();
      add(answer.list().stories(), *matches.stories);
    }
    goes_on = goes_on || answer.list().goes_on();
    for (const wire::List::Entry& entry : answer.list().entries()) {
      entries.push_back({entry.first(), entry.second(), match_of(entry, link, call.links)});
    }
  }
  std::sort(entries.begin(), entries.end(), comes_before);
  std::vector<PageMatch> list;
  list.reserve(entries.size());
  for (const Entry& entry : entries) list.push_back(entry.match);
  const std::size_t before = list.size();
  list = search::best_of_each(list);
  // Copies that lie in several shards were counted in each: what all shards told is exact.
  if (matches.stories && !goes_on && request.after.empty()) {
    *matches.stories = {list.size(), matches.total.relation};
  } else if (matches.stories && list.size() < before) {
    matches.stories->relation = TotalRelation::kEstimate;
  }
  if (!request.after.empty()) {
    const auto cursor = search::read_cursor(request.after);
    for (PageMatch& match : list) match.rank += static_cast<std::size_t>(cursor->rank);
  }
  matches.page.list = std::move(list);
  search::cut_page(matches.page, request.offset, request.limit);
  matches.page.goes_on = matches.page.goes_on || (goes_on && request.limit > 0);
  return matches;
}

}  // namespace dateline::cluster
