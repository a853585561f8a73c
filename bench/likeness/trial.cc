#include "bench/likeness/trial.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include "common/schema/fields.h"
#include "common/schema/stored_record.h"
#include "searcher/search/matching/lookup.h"
#include "searcher/search/matching/matching.h"
#include "searcher/search/similar/likeness.h"
#include "searcher/search/stories/story_copies.h"

namespace dateline::bench {
namespace {

using Xapian::Query;

constexpr std::chrono::milliseconds kLongEnough{3'600'000};

// A stem of an unfielded word: "Z" and no capital of a field.
bool is_stem(const std::string& term) {
  return term.size() > 1 && term[0] == 'Z' && (term[1] < 'A' || term[1] > 'Z');
}

// As a system would do it that has only the index's own counts: no stop words are known, a headline
// counts as often as the index has it.
Query plain_query(const store::IndexReader& reader, Xapian::docid document, std::size_t most) {
  const Xapian::Database& db = reader.database();
  std::vector<std::pair<double, std::string>> terms;
  for (auto at = db.termlist_begin(document); at != db.termlist_end(document); ++at) {
    const double articles = db.get_termfreq(*at);
    if (!is_stem(*at) || articles < 2) continue;
    terms.emplace_back(-(at.get_wdf() * std::log(db.get_doccount() / articles)), *at);
  }
  std::sort(terms.begin(), terms.end());
  if (terms.size() > most) terms.resize(most);
  std::vector<Query> parts;
  parts.reserve(terms.size());
  for (const auto& [weight, term] : terms) parts.emplace_back(term);
  const std::string value =
      db.get_document(document).get_value(static_cast<Xapian::valueno>(schema::Slot::kStory));
  const auto story = search::story_of_value(reader, value);
  const Query any(Query::OP_OR, parts.begin(), parts.end());
  return story ? Query(Query::OP_AND_NOT, any, search::articles_of(reader, *story)) : any;
}

search::Call call_on(const store::IndexReader& reader) {
  auto deadline = std::make_shared<search::Deadline>(kLongEnough);
  query::QueryOptions options;
  options.languages = {"en"};
  options.clock = &system_clock();
  return {reader, std::move(options), std::move(deadline)};
}

}  // namespace

Result<std::vector<std::string>> Trial::likest(const std::string& id, const Setting& setting,
                                               std::size_t most) {
  const search::Call call = call_on(reader_);
  search::AskedArticle asked;
  asked.document = search::find_article(reader_, id);
  if (asked.document == 0) return failure(search::no_article(id));
  query::CompiledQuery compiled;
  search::RankingParameters ranking = setting.plain_ranking;
  if (setting.is_plain) {
    compiled.query = plain_query(reader_, asked.document, setting.plain_terms);
    compiled.lists = compiled.query.get_length();
  } else {
    auto article =
        schema::decode_record(reader_.database().get_document(asked.document).get_data());
    if (!article) return failure(article.error());
    asked.article = std::move(*article);
    compiled = search::likeness_of(asked, call, setting.parameters, stemmers_);
    ranking = search::ranking_of(setting.parameters);
  }
  search::Request request;
  request.limit = most;
  request.deadline = kLongEnough;
  const search::Matches found = search::match(reader_, compiled, request, call.deadline, ranking);
  std::vector<std::string> ids;
  ids.reserve(found.page.list.size());
  for (const search::PageMatch& match : found.page.list) {
    auto head = schema::decode_head(reader_.database().get_document(match.document).get_data());
    if (!head) return failure(head.error());
    ids.push_back(std::move(head->id));
  }
  return ids;
}

}  // namespace dateline::bench
