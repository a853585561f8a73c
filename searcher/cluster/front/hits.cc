#include "searcher/cluster/front/hits.h"

#include <algorithm>
#include <utility>

#include "common/schema/stored_record.h"
#include "common/schema/story.h"
#include "searcher/cluster/protocol/plan_message.h"
#include "searcher/search/snippet/hits.h"
#include "searcher/search/snippet/rarity.h"

namespace dateline::cluster {
namespace {

std::uint32_t number_in_link(const search::PageMatch& match, std::size_t links) {
  return static_cast<std::uint32_t>((match.document - 1) / links + 1);
}

}  // namespace

void ask_for_hits(const std::vector<search::PageMatch>& page, const query::CompiledQuery& asked,
                  std::size_t snippet_chars, ClusterCall& call, wire::Question& question) {
  const std::vector<Link>& links = call.links.links();
  wire::HitsQuestion& wanted = *question.mutable_hits();
  *wanted.mutable_plan() = message_of(asked.plan);
  wanted.set_snippet_chars(static_cast<std::uint32_t>(snippet_chars));
  const auto articles_with = [&](const std::string& term) {
    return std::uint64_t{call.terms.articles_with(term)};
  };
  for (const std::uint32_t rarity :
       search::rarity_of(asked.marks, call.links.all().get_doccount(), articles_with)) {
    wanted.add_rarity(rarity);
  }
  std::vector<wire::HitsQuestion::Documents*> documents(links.size(), nullptr);
  for (const search::PageMatch& match : page) {
    const std::size_t link = (match.document - 1) % links.size();
    if (documents[link] == nullptr) {
      documents[link] = wanted.add_documents();
      documents[link]->set_token(links[link].facts.token());
    }
    documents[link]->add_documents(number_in_link(match, links.size()));
  }
}

Result<std::vector<search::Hit>> hits_from(const std::vector<wire::Answer>& answers,
                                           const std::vector<search::PageMatch>& page,
                                           const ClusterCall& call) {
  std::vector<search::Hit> hits;
  std::vector<int> taken(answers.size(), 0);
  for (const search::PageMatch& match : page) {
    const std::size_t link = (match.document - 1) % answers.size();
    const wire::Hits& told = answers[link].hits();
    if (taken[link] == told.hits_size()) break;
    const wire::Hit& one = told.hits(taken[link]++);
    auto article = schema::decode_head(one.head());
    if (!article) return failure(article.error());
    search::drop_addresses_that_run(*article);
    search::Hit& hit = hits.emplace_back();
    hit.rank = match.rank;
    hit.score = match.score;
    hit.snippet = one.snippet();
    hit.article = std::move(*article);
    if (one.has_story()) {
      hit.story.id = schema::story_text(call.links.merges().story_of(one.story()));
    }
  }
  return hits;
}

}  // namespace dateline::cluster
