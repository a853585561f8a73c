// Matches come from a Listing, some ten thousand at a time, and hits are made of a few hundred of them
// at a time; so what is held does not grow with the list. Each run of the query has the request's
// deadline to itself: making hits of millions of matches takes what it takes.
//
// Tested by tests/searcher/search/paging/paging_test.cc; how much memory it takes, by
// tests/cli/paging_test.py.
#include "searcher/search/streaming.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <utility>
#include <vector>

#include "searcher/search/answering.h"
#include "searcher/search/compilation.h"
#include "searcher/search/paging/paging.h"
#include "searcher/search/snippet/hits.h"
#include "searcher/search/snippet/snippet.h"
#include "searcher/search/stories/hit_stories.h"

namespace dateline::search {
namespace {

constexpr std::size_t kWindow = 50'000;  // matches; some 100 bytes each, twice
constexpr std::size_t kBatch = 256;      // hits; a few kilobytes each
constexpr std::chrono::hours kTimeToShow{24};

// Lists of a remote index are asked for by their numbers.
constexpr std::size_t kRemotePage = 1'000;

class HitStream {
 public:
  HitStream(const Request& request, std::uint64_t question, const Call& call,
            const query::CompiledQuery& asked, SnippetMaker snippets, StreamProgress& progress)
      : request_(request),
        call_(call),
        asked_(asked),
        showing_{call.index, call.options,
                 std::make_shared<Deadline>(kTimeToShow, std::chrono::milliseconds(0),
                                            request.cancellation)},
        snippets_(std::move(snippets)),
        question_(question),
        progress_(progress),
        listing_(call.index, asked, request.sort, request.collapse, start(), kWindow) {}

  Status run(const TakeHit& take, Answer& answer) {
    while (wanted_ && left() > 0) {
      call_.deadline->extend(request_.deadline);
      const std::vector<PageMatch> list = next_list();
      const bool in_time = !call_.deadline->passed();
      if (auto handed = hand_over(list, take, answer); !handed) return handed;
      if (list.empty() || !in_time) break;
    }
    return {};
  }

  // There was no time for all of it.
  bool is_partial() const { return call_.deadline->passed() || showing_.deadline->check(); }
  // Somebody who wants more can have it.
  bool goes_on() const { return goes_on_; }

 private:
  ListStart start() {
    if (!progress_.last && !request_.after.empty()) {
      if (auto cursor = read_cursor(request_.after)) progress_.last = std::move(*cursor);
    }
    if (!progress_.last || !call_.index.can().run_our_sources) return {};
    return start_behind(*progress_.last, request_.sort, asked_, call_);
  }

  std::size_t left() const { return request_.limit - progress_.handed_over; }

  std::vector<PageMatch> next_list() {
    if (call_.index.can().run_our_sources) return listing_.next(call_.deadline);
    Request page = request_;
    page.offset = progress_.last ? static_cast<std::size_t>(progress_.last->rank) : request_.offset;
    page.limit = std::min(kRemotePage, kMaxReach - std::min(page.offset, kMaxReach));
    return match(call_.index, asked_, page, call_.deadline).page.list;
  }

  Status hand_over(const std::vector<PageMatch>& list, const TakeHit& take, Answer& answer) {
    const std::size_t passed_over =
        progress_.last || list.empty() || list.front().rank > request_.offset
            ? 0
            : request_.offset + 1 - list.front().rank;
    auto at = list.begin() + static_cast<std::ptrdiff_t>(std::min(passed_over, list.size()));
    while (at != list.end() && wanted_ && left() > 0) {
      const auto rest = static_cast<std::size_t>(list.end() - at);
      const auto end = at + static_cast<std::ptrdiff_t>(std::min({kBatch, rest, left()}));
      if (auto shown = show({at, end}, take, answer); !shown) return shown;
      at = end;
    }
    goes_on_ = at != list.end() || (left() == 0 && !listing_.ended());
    return {};
  }

  Status show(const std::vector<PageMatch>& batch, const TakeHit& take, Answer& answer) {
    auto hits = hits_of(call_.index.database(), batch, snippets_, *showing_.deadline);
    if (!hits) return failure(hits.error());
    Answer part;
    part.hits = std::move(*hits);
    if (auto added = add_stories(request_.collapse, showing_, batch, part); !added) return added;
    if (progress_.handed_over == 0) {
      std::move(part.notices.begin(), part.notices.end(), std::back_inserter(answer.notices));
    }
    wanted_ = part.hits.size() == batch.size();
    for (Hit& hit : part.hits) {
      progress_.last = cursor_at(question_, hit);
      ++progress_.handed_over;
      // Whoever takes them may be slow, and what stops the call need not wait for a batch of them.
      if (take(std::move(hit)) && !request_.cancellation.stop_requested()) continue;
      wanted_ = false;
      break;
    }
    return {};
  }

  const Request& request_;
  const Call& call_;
  const query::CompiledQuery& asked_;
  Call showing_;  // the same with another deadline
  SnippetMaker snippets_;
  std::uint64_t question_;
  StreamProgress& progress_;
  Listing listing_;
  bool wanted_ = true;  // whoever takes hits wants more
  bool goes_on_ = false;
};

}  // namespace

Result<Answer> stream_of(const Request& request, const Call& call, Stemmers& stemmers,
                         const TakeHit& take, StreamProgress& progress) {
  auto compiled = compile(request, call);
  if (!compiled) return failure(compiled.error());
  Answer answer = beginning_of(request, *compiled);
  const Request ordered = in_order(request, *compiled);
  Request totals = ordered;
  totals.limit = totals.offset = 0;
  totals.sort = Sort::kRelevance;  // which counts without sorting all
  const Matches matches = match(call.index, *compiled, totals, call.deadline);
  bool complete =
      add_counts(request, call, *compiled, matches, stemmers, answer) && !matches.partial;
  if (complete && !request.count_only) {
    HitStream stream(ordered, question_of(request), call, *compiled,
                     snippets_for(request, call, matches, compiled->marks, stemmers), progress);
    if (auto ended = stream.run(take, answer); !ended) return failure(ended.error());
    complete = !stream.is_partial();
    if (complete && stream.goes_on()) answer.next = write_cursor(*progress.last);
  }
  if (!complete) mark_partial(request, answer);
  answer.streamed = progress.handed_over;
  answer.took = call.deadline->elapsed();
  return answer;
}

}  // namespace dateline::search
