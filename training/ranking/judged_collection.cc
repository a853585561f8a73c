#include "training/ranking/judged_collection.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <memory>
#include <utility>

#include "common/base/strings.h"
#include "common/schema/fields.h"
#include "searcher/query/query.h"
#include "searcher/search/matching/index_languages.h"
#include "searcher/search/matching/ranking.h"
#include "searcher/search/matching/word_weights.h"

namespace dateline::training {
namespace {

constexpr std::size_t kDepth = 10;

double discounted(const std::vector<double>& gains) {
  double sum = 0;
  for (std::size_t i = 0; i < std::min(gains.size(), kDepth); ++i) {
    sum += gains[i] / std::log2(static_cast<double>(i) + 2);
  }
  return sum;
}

Result<std::vector<JudgedQuery>> read_queries(const std::string& path) {
  std::ifstream file(path);
  if (!file) return failure(ErrorCode::kNotFound, fmt::format("{} cannot be read", path));
  std::vector<JudgedQuery> queries;
  for (std::string line; std::getline(file, line);) {
    auto query = judged_query_from(line);
    if (!query) return failure(query.error());
    queries.push_back(std::move(*query));
  }
  return queries;
}

// Looked up once: to read the record of each hit would take longer than to find it.
std::vector<std::string> ids_of(const Xapian::Database& db) {
  const std::string prefix(schema::field(schema::FieldId::kId).value_prefix);
  std::vector<std::string> ids(db.get_lastdocid() + std::size_t{1});
  for (auto term = db.allterms_begin(prefix); term != db.allterms_end(prefix); ++term) {
    const std::string name = *term;
    // A term that begins with a letter or a digit like its prefix has a colon between.
    const std::size_t begin = prefix.size() + (name.substr(prefix.size(), 1) == ":" ? 1 : 0);
    for (auto at = db.postlist_begin(name); at != db.postlist_end(name); ++at) {
      ids[*at] = name.substr(begin);
    }
  }
  return ids;
}

}  // namespace

Result<JudgedQuery> judged_query_from(std::string_view line) {
  const auto parts = split(line, '\t');
  if (parts.size() != 3) {
    return failure(ErrorCode::kInvalidInput, fmt::format("no judged query: “{}”", line));
  }
  JudgedQuery query;
  query.text = parts[1];
  for (const std::string_view judged : split(parts[2], ' ')) {
    const std::size_t colon = judged.rfind(':');
    const double gain = colon == std::string_view::npos
                            ? 0
                            : std::strtod(std::string(judged.substr(colon + 1)).c_str(), nullptr);
    if (!(gain > 0)) {
      return failure(ErrorCode::kInvalidInput, fmt::format("no judgement: “{}”", judged));
    }
    query.gains[std::string(judged.substr(0, colon))] = gain;
  }
  return query;
}

double ndcg(const std::vector<std::string>& ranked, const std::map<std::string, double>& gains) {
  std::vector<double> best;
  best.reserve(gains.size());
  for (const auto& [article, gain] : gains) best.push_back(gain);
  std::sort(best.begin(), best.end(), std::greater<>());
  std::vector<double> had;
  had.reserve(ranked.size());
  for (const std::string& article : ranked) {
    const auto found = gains.find(article);
    had.push_back(found == gains.end() ? 0 : found->second);
  }
  return best.empty() ? 0 : discounted(had) / discounted(best);
}

Result<JudgedCollection> JudgedCollection::open(std::string name, const std::string& folder) {
  auto queries = read_queries(folder + "/queries.tsv");
  if (!queries) return failure(queries.error());
  auto index = store::IndexReader::open({folder + "/index"});
  if (!index) return failure(index.error());
  return JudgedCollection(std::move(name), std::move(*index), std::move(*queries));
}

JudgedCollection::JudgedCollection(std::string name, store::IndexReader index,
                                   std::vector<JudgedQuery> queries)
    : name_(std::move(name)),
      index_(std::move(index)),
      queries_(std::move(queries)),
      languages_(search::languages_of(index_.database())),
      ids_(ids_of(index_.database())) {}

tl::expected<query::CompiledQuery, query::QueryError> JudgedCollection::compiled(
    const std::string& text, const search::RankingParameters& parameters) const {
  query::QueryOptions options;
  options.match = query::Match::kAny;
  options.languages = languages_;
  options.stop_word_weight = parameters.stop_word_weight;
  options.weight_of_word = [&](const std::vector<std::string>& terms) {
    return search::telling_weight(index_.database(), terms, parameters);
  };
  return query::compile(text, options, index_.database());
}

std::vector<std::string> JudgedCollection::best_ten(
    const std::string& text, const search::RankingParameters& parameters) const {
  const auto asked = compiled(text, parameters);
  if (!asked) return {};
  Xapian::Enquire enquire(index_.database());
  search::apply_weighting(enquire, parameters);
  enquire.set_query(asked->query);
  const Xapian::MSet found = enquire.get_mset(0, kDepth);
  std::vector<std::string> ranked;
  ranked.reserve(kDepth);
  for (auto at = found.begin(); at != found.end(); ++at) ranked.push_back(ids_[*at]);
  return ranked;
}

std::vector<double> JudgedCollection::measure(const search::RankingParameters& parameters) const {
  std::vector<double> figures;
  figures.reserve(queries_.size());
  for (const JudgedQuery& query : queries_) {
    figures.push_back(ndcg(best_ten(query.text, parameters), query.gains));
  }
  return figures;
}

void JudgedCollection::compare_best() {
  best_.clear();
  likenesses_.clear();
  for (const JudgedQuery& query : queries_) {
    search::BestArticles& best = best_.emplace_back();
    const auto asked = compiled(query.text, search::kRanking);
    if (!asked) continue;
    const auto enough = std::make_shared<search::Deadline>(std::chrono::hours(1));
    best = search::best_articles(index_, *asked, enough);
    // Those without words in common are like none.
    if (!search::is_long_question(*asked)) best.words.assign(best.documents.size(), {});
  }
  for (const search::BestArticles& best : best_) {
    likenesses_.push_back(search::likenesses_of(best.words));
  }
}

std::vector<std::string> JudgedCollection::best_ten(
    const search::BestArticles& best, const search::Likenesses& likenesses,
    const search::RankingParameters& parameters) const {
  std::map<Xapian::docid, double> extras;
  for (const auto& [document, extra] : search::extras_of(best, likenesses, parameters)) {
    extras[document] = extra;
  }
  std::vector<std::pair<double, Xapian::docid>> order;
  for (std::size_t i = 0; i < best.documents.size(); ++i) {
    const Xapian::docid document = best.documents[i];
    order.emplace_back(-best.scores[i] - extras[document], document);
  }
  std::sort(order.begin(), order.end());
  std::vector<std::string> ranked;
  ranked.reserve(kDepth);
  for (std::size_t i = 0; i < std::min(order.size(), kDepth); ++i) {
    ranked.push_back(ids_[order[i].second]);
  }
  return ranked;
}

std::vector<double> JudgedCollection::measure_expanded(
    const search::RankingParameters& parameters) const {
  std::vector<double> figures;
  figures.reserve(queries_.size());
  for (std::size_t i = 0; i < best_.size(); ++i) {
    figures.push_back(ndcg(best_ten(best_[i], likenesses_[i], parameters), queries_[i].gains));
  }
  return figures;
}

}  // namespace dateline::training
