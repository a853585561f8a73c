// Example, an article of ten: "Cocoa buffer stock rules agreed" gives cocoa, buffer and stock in the
// order of their weight. Its query, with two terms in the core:
//
//   ((22 * Zcocoa OR 17 * Zbuffer) AND_MAYBE (9 * Zstock OR … OR Closeness)) AND_NOT its story
//
// Terms cost what their lists are long, and weigh the less for it: behind AND_MAYBE, a list is only
// looked into at articles that have one of the core.
//
// Weights add up to kWhole before saturation, so that scores of different articles are about on one
// scale. Tested by tests/searcher/search/similar/likeness_test.cc, measured by
// bench/quality/similar.py.
#include "searcher/search/similar/likeness.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "common/base/strings.h"
#include "common/schema/fields.h"
#include "common/schema/stored_record.h"
#include "common/schema/story.h"
#include "searcher/query/building/unweighted_term.h"
#include "searcher/search/matching/ranking.h"
#include "searcher/search/similar/article_terms.h"
#include "searcher/search/similar/closeness.h"
#include "searcher/search/similar/significant_terms.h"
#include "searcher/search/similar/word_runs.h"
#include "searcher/search/stories/story_copies.h"

namespace dateline::search {
namespace {

using Xapian::Query;
using Terms = std::vector<SignificantTerm>;

constexpr double kWhole = 100;
// Told to people as the words that were looked for.
constexpr std::size_t kToldWords = 12;
constexpr auto kLikenessStorySlot = static_cast<Xapian::valueno>(schema::Slot::kStory);

// An article of the first pass.
struct Likely {
  Xapian::docid document;
  double score;
  Article article;
};

Query weighted(const SignificantTerm& one) {
  return {Query::OP_SCALE_WEIGHT, Query(one.term), one.weight / one.rarity};
}

Query any_of(const std::vector<Query>& parts) { return {Query::OP_OR, parts.begin(), parts.end()}; }

bool is_stop_word(const SignificantTerm& one) { return one.kind == ArticleTerm::Kind::kStopWord; }

class Likening {
 public:
  Likening(const AskedArticle& asked, const Call& call, const SimilarParameters& parameters,
           Stemmers& stemmers)
      : asked_(asked),
        call_(call),
        parameters_(parameters),
        stemmers_(stemmers),
        is_local_(call.index.can().run_our_sources),
        weigher_(call.index.database(), parameters, asked.document == 0 ? 1 : 2, *call.deadline) {}

  query::CompiledQuery run() {
    Terms terms = weigher_.significant(terms_in(asked_.article), parameters_.terms);
    scale_weights(terms, kWhole);
    if (std::all_of(terms.begin(), terms.end(), is_stop_word)) return nothing();
    weigh_time();
    leave_out_story_of(asked_.document);
    if (is_local_ || asked_.is_draft) {
      std::vector<Likely> likely = first_pass(terms);
      if (asked_.is_draft) leave_out_copies(likely);
      if (is_local_) terms = with_feedback(std::move(terms), likely);
    }
    return compiled(terms);
  }

 private:
  std::vector<ArticleTerm> terms_in(const Article& article) const {
    return terms_of(article, call_.options.languages.front(), parameters_, stemmers_);
  }

  void notice(std::string code, std::string text) {
    notices_.push_back({std::move(code), std::move(text)});
  }

  query::CompiledQuery nothing() {
    if (!call_.deadline->passed()) {
      notice("no-terms", "no word of this article is in another one");
    }
    query::CompiledQuery out;
    out.notices = std::move(notices_);
    return out;
  }

  std::optional<std::int64_t> instant() const {
    if (asked_.article.published) return asked_.article.published->instant();
    if (!asked_.is_draft) return std::nullopt;
    return call_.options.clock->now().time_since_epoch().count();  // it is being written
  }

  void weigh_time() {
    const auto when = instant();
    if (asked_.background && !when) {
      notice("undated", "the article has no date: nothing is known to be from before it");
    }
    if (!is_local_) {
      notice("similar-remote",
             "a remote index is asked for the article's own words alone: not for what the likest "
             "articles have in common, nor for what is close in time");
    } else if (when && asked_.background) {
      time_ = weight_of_earlier(*when, parameters_.earlier * kWhole);
    } else if (when && parameters_.time > 0) {
      time_ = weight_of_closeness(*when, parameters_.time * kWhole, parameters_.half_life_days);
    }
  }

  void leave_out(const Query& articles) { own_ = Query(Query::OP_OR, own_, articles); }

  void leave_out_story_of(Xapian::docid document) {
    if (document == 0) return;
    const Xapian::Document found = call_.index.database().get_document(document);
    const auto story = story_of_value(call_.index, found.get_value(kLikenessStorySlot));
    if (story) leave_out(articles_of(call_.index, *story));
    // An article from before there were stories has none.
    auto head = schema::decode_head(found.get_data());
    if (!head) return;
    const schema::Field& id = schema::field(schema::FieldId::kId);
    leave_out(query::unweighted_term(schema::make_term(id.value_prefix, head->id),
                                     call_.options.misreads));
  }

  // The parts are taken apart again by Xapian, whose own names of theirs stand at the top.
  Query query_of(const Terms& terms) const {
    std::vector<Query> core;
    std::vector<Query> others;
    for (const SignificantTerm& one : terms) {
      const bool decides = core.size() < parameters_.core && !is_stop_word(one);
      (decides ? core : others).push_back(weighted(one));
    }
    if (core.empty()) core.swap(others);
    Query out = any_of(core);
    if (!others.empty()) out = Query(Query::OP_AND_MAYBE, out, any_of(others));
    if (!time_.empty()) out = Query(Query::OP_AND_MAYBE, out, time_);
    return own_.empty() ? out : Query(Query::OP_AND_NOT, out, own_);
  }

  std::vector<Likely> first_pass(const Terms& terms) const {
    std::vector<Likely> out;
    if (call_.deadline->check()) return out;
    Xapian::Enquire enquire(call_.index.database());
    enquire.set_query(bounded_by(call_.index.live(query_of(terms)), call_.deadline));
    apply_weighting(enquire, ranking_of(parameters_));
    enquire.set_collapse_key(kLikenessStorySlot);
    const auto most = static_cast<Xapian::doccount>(parameters_.feedback_articles);
    const Xapian::MSet found = enquire.get_mset(0, most);
    out.reserve(found.size());
    for (auto at = found.begin(); at != found.end() && !call_.deadline->check(); ++at) {
      auto article = schema::decode_record(at.get_document().get_data());
      if (article) out.push_back({*at, at.get_weight(), std::move(*article)});
    }
    return out;
  }

  void leave_out_copies(std::vector<Likely>& likely) {
    const std::vector<std::uint64_t> runs = word_runs(asked_.article);
    const auto is_copy = [&](const Likely& one) {
      return common_part(runs, word_runs(one.article)) >= parameters_.copy;
    };
    const auto copies = std::stable_partition(likely.begin(), likely.end(), std::not_fn(is_copy));
    for (auto one = copies; one != likely.end(); ++one) leave_out_story_of(one->document);
    likely.erase(copies, likely.end());
  }

  Terms with_feedback(Terms own, const std::vector<Likely>& likely) {
    double scores = 0;
    for (const Likely& one : likely) scores += one.score;
    const double share = parameters_.feedback_share;
    if (scores <= 0 || share <= 0) return own;
    scale_weights(own, kWhole * (1 - share));
    std::map<std::string, SignificantTerm> joined;
    for (SignificantTerm& one : own) joined.try_emplace(one.term, one);
    for (const Likely& one : likely) {
      Terms theirs = weigher_.significant(terms_in(one.article), parameters_.terms);
      scale_weights(theirs, kWhole * share * one.score / scores);
      for (SignificantTerm& term : theirs) {
        const auto [place, is_new] = joined.try_emplace(term.term, term);
        if (!is_new) place->second.weight += term.weight;
      }
    }
    Terms out;
    out.reserve(joined.size());
    for (auto& [name, term] : joined) out.push_back(std::move(term));
    keep_weightiest(out, parameters_.terms);
    scale_weights(out, kWhole);
    return out;
  }

  query::CompiledQuery compiled(const Terms& terms) {
    query::CompiledQuery out;
    out.query = query_of(terms);
    out.lists = terms.size();
    out.notices = std::move(notices_);
    std::vector<std::string> told;
    for (std::size_t i = 0; i < terms.size(); ++i) {
      const SignificantTerm& one = terms[i];
      out.terms.push_back(one.term);
      if (one.kind != ArticleTerm::Kind::kWord || i >= parameters_.core) continue;
      query::Mark& mark = out.marks.emplace_back();
      mark.kind = query::Mark::Kind::kStems;
      mark.texts.push_back(one.term.substr(schema::kStemPrefix.size()));
      if (told.size() < kToldWords) told.push_back(one.form);
    }
    out.parsed = join(told, " OR ");
    return out;
  }

  const AskedArticle& asked_;
  const Call& call_;
  const SimilarParameters& parameters_;
  Stemmers& stemmers_;
  bool is_local_;
  TermWeigher weigher_;
  Query time_;  // empty: no weight for it
  Query own_;   // what is left out; empty: nothing
  std::vector<query::Notice> notices_;
};

}  // namespace

RankingParameters ranking_of(const SimilarParameters& parameters) {
  RankingParameters ranking;
  ranking.saturation = parameters.saturation;
  ranking.length_influence = parameters.length_influence;
  ranking.least_length = parameters.least_length;
  return ranking;
}

query::CompiledQuery likeness_of(const AskedArticle& asked, const Call& call,
                                 const SimilarParameters& parameters, Stemmers& stemmers) {
  return Likening(asked, call, parameters, stemmers).run();
}

}  // namespace dateline::search
