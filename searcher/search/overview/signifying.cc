#include "searcher/search/overview/signifying.h"

#include <fmt/format.h>

#include <utility>

#include "searcher/search/compilation.h"
#include "searcher/search/counting/significance.h"
#include "searcher/search/matching/matching.h"

namespace dateline::search {
namespace {

std::vector<Xapian::docid> best_of(Request request, const Call& call,
                                   const query::CompiledQuery& asked) {
  request.sort = Sort::kRelevance;
  request = in_order(std::move(request), asked);
  request.limit = kSampledForWords;
  request.offset = 0;
  std::vector<Xapian::docid> out;
  for (const PageMatch& one : match(call.index, asked, request, call.deadline).page.list) {
    out.push_back(one.document);
  }
  return out;
}

}  // namespace

bool add_significant(const Request& request, const Call& call, const query::CompiledQuery& asked,
                     Stemmers& stemmers, Answer& answer) {
  if (request.significant == 0) return true;
  if (!call.index.can().run_our_sources) {
    answer.notices.push_back(
        {"significant-local", "a remote index cannot be asked what an answer is about"});
    return true;
  }
  const SignificanceAsked what{best_of(request, call, asked), request.significant, asked.marks,
                               call.options.languages, call.options.aliases};
  answer.significant = significant_in(call.index, what, stemmers, *call.deadline);
  if (what.sample.size() == kSampledForWords) {
    answer.notices.push_back(
        {"significant-sampled",
         fmt::format("significant words and names are those of the best {}", kSampledForWords)});
  }
  return !call.deadline->passed();
}

}  // namespace dateline::search
