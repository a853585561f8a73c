#include "searcher/cluster/front/cluster_engine.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "common/base/file.h"
#include "common/document/shard_number.h"
#include "common/schema/stored_record.h"
#include "common/store/guard.h"
#include "searcher/cluster/front/answering.h"
#include "searcher/cluster/front/asked_terms.h"
#include "searcher/cluster/front/counted.h"
#include "searcher/cluster/front/links.h"
#include "searcher/cluster/front/replicas.h"
#include "searcher/cluster/front/round_trips.h"
#include "searcher/cluster/sources/named_source.h"
#include "searcher/search/counting/surnames_alone.h"
#include "searcher/search/engine/engine.h"
#include "searcher/search/engine/session.h"
#include "searcher/search/matching/index_languages.h"
#include "searcher/search/matching/lookup.h"
#include "searcher/search/matching/matching.h"
#include "searcher/search/matching/ranking_parameters.h"
#include "searcher/search/matching/word_weights.h"
#include "searcher/search/never_throwing.h"
#include "searcher/search/snippet/hits.h"

namespace dateline::cluster {
namespace {

using search::Answer;
using search::CallOptions;
using search::Request;

// A shard that says nothing for half of the deadline is taken for dead, and after so long at any rate
// where the deadline is no later than four times that; where it is later, after a quarter of it.
constexpr std::chrono::milliseconds kMostPatience{800};
// Less is no time to tell a dead machine from a busy one: rather is an answer a little late.
constexpr std::chrono::milliseconds kLeastPatience{150};
// After a shard was lost the call is tried again so often, with the others.
constexpr int kMostTries = 8;
constexpr std::size_t kMostAskers = 16;

Error not_answered(std::string_view what) {
  return {ErrorCode::kUsage, fmt::format("a cluster cannot be asked for {}", what),
          "ask one of its shards on the machine where that is a directory"};
}

std::string key_of(const CallOptions& asked) {
  std::string key = asked.all_statuses ? "all" : "usable";
  if (!asked.groups) return key;
  for (const std::string& group : *asked.groups) key.append(1, '\0').append(group);
  return key + '\0';
}

class ClusterEngine final : public search::Engine {
 public:
  ClusterEngine(std::shared_ptr<Replicas> replicas, const Clock& clock)
      : replicas_(std::move(replicas)), clock_(clock), links_(replicas_) {}

  Status connect() {
    const auto connected = links_.connect(kMostPatience);
    return connected ? Status{} : failure(connected.error());
  }

  bool is_whole() const { return links_.missing().empty(); }

  Result<std::unique_ptr<Engine>> another() const override {
    auto other = std::make_unique<ClusterEngine>(replicas_, clock_);
    other->tables_ = tables_;
    return other;
  }
  Status use_synonyms(const std::string& path) override { return tables_.use_synonyms(path); }
  Status use_aliases(const std::string& path) override { return tables_.use_aliases(path); }

  Result<Answer> search(const Request& request) override;
  Result<Answer> stream(const Request& request, const search::TakeHit& take) override;
  Result<search::Trend> trend(const std::vector<std::string>& queries,
                              const Request& request) override {
    return run("counting over time", request, [&](ClusterCall& call) {
      auto trend = trend_of(queries, request, call);
      if (trend) note_missing(trend->partial, trend->notices);
      return trend;
    });
  }
  Result<search::EntityProfile> entity(const std::string&, const CallOptions&) override {
    return failure(not_answered("a profile"));
  }
  Result<Article> article(std::string_view id_or_url, const CallOptions& options) override;
  Result<search::Story> story(std::string_view, const CallOptions&) override {
    return failure(not_answered("a story"));
  }
  Result<Answer> similar(std::string_view, const Request&) override {
    return failure(not_answered("like articles"));
  }
  Result<Answer> similar_to_draft(std::string_view, const Request&) override {
    return failure(not_answered("like articles"));
  }
  Result<std::vector<search::Completion>> suggest(std::string_view typed, std::size_t limit,
                                                  const CallOptions& options) override;
  Result<search::Explanation> explain(const Request& request, std::string_view id) override;

  // A shard that cannot read its newest state goes on with the one before, as any reader.
  const std::optional<Error>& stale_because() const override {
    static const std::optional<Error> kNothing;
    return kNothing;
  }
  std::optional<std::chrono::sys_seconds> changes_at() const override { return std::nullopt; }

 private:
  // Runs `body` for one call. Where a shard is lost meanwhile, it is run again with the others.
  template <typename Body>
  std::invoke_result_t<Body, ClusterCall&> run(std::string_view what, const CallOptions& asked,
                                               const Body& body) {
    return search::never_throwing(what, [&]() -> std::invoke_result_t<Body, ClusterCall&> {
      const auto deadline = search::deadline_of(asked);
      const search::CallClock clock(clock_, asked.zone_offset);
      for (int tries = 0;; ++tries) {
        try {
          if (auto ready = prepare(*deadline); !ready) return failure(ready.error());
          // What was committed while nobody asked is told with the first answer.
          const bool knew_the_state = links_.was_asked_lately();
          AskedTerms terms(known_for(asked), links_, asks_shown(asked));
          ClusterCall call{links_, terms,       options(terms, asked, deadline, clock),
                           asked,  clock.now(), deadline};
          auto result = body(call);
          const bool overtaken = !knew_the_state && links_.are_stale() && tries < kMostTries;
          if (!overtaken || deadline->check()) return result;
        } catch (const Xapian::NetworkError& error) {
          links_.drop(error);
          if (tries == kMostTries) return failure(store::error_from(what, error));
        } catch (const Xapian::Error& error) {
          // What other shards have answered meanwhile was not read.
          links_.drop();
          return failure(store::error_from(what, error));
        }
      }
    });
  }

  Status prepare(const search::Deadline& deadline) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline.left());
    const auto patience =
        std::max(kLeastPatience, std::min(left / 2, std::max(kMostPatience, left / 4)));
    if (auto connected = links_.connect(patience); !connected) return failure(connected.error());
    if (known_generations_ != generations()) {
      known_.clear();
      known_generations_ = generations();
      learn_languages();
    }
    return {};
  }

  std::vector<std::pair<std::size_t, std::uint64_t>> generations() const {
    std::vector<std::pair<std::size_t, std::uint64_t>> list;
    for (const Link& link : links_.links()) {
      list.emplace_back(link.shard, link.facts.generation());
    }
    return list;
  }

  void learn_languages() {
    search::LanguageCounts counts;
    for (const Link& link : links_.links()) {
      for (const wire::LanguageCount& one : link.facts.languages()) {
        counts[one.language()] += one.articles();
      }
    }
    languages_ = search::languages_of(counts);
    tables_.stem_in(languages_.front());
  }

  KnownTerms& known_for(const CallOptions& asked) {
    if (known_.size() > kMostAskers) known_.clear();
    KnownTerms& known = known_[key_of(asked)];
    if (asks_shown(asked)) known.forget_hidden();
    return known;
  }

  bool asks_shown(const CallOptions& asked) const {
    const auto hides = [](const Link& link) { return link.facts.hides(); };
    return asked.groups || (!asked.all_statuses &&
                            std::any_of(links_.links().begin(), links_.links().end(), hides));
  }

  query::QueryOptions options(AskedTerms& terms, const CallOptions& asked,
                              const std::shared_ptr<search::Deadline>& deadline,
                              const Clock& clock) {
    query::QueryOptions options;
    options.languages = languages_;
    options.clock = &clock;
    options.aliases = tables_.aliases.get();
    options.synonyms = tables_.synonyms.get();
    options.expired = [deadline] { return deadline->check(); };
    options.most_lists = std::min(options.most_lists, search::lists_within(deadline->left() / 4));
    options.stop_word_weight = search::kRanking.stop_word_weight;
    options.weight_of_word = [&terms](const std::vector<std::string>& words) {
      return search::telling_weight(terms, words);
    };
    options.misreads = [&terms](const std::string& term) { return terms.is_misread(term); };
    options.misreads.own_list = [](const std::string& term) {
      return named_query(kOwnListName, term);
    };
    options.near = [](const std::vector<query::NearTerms>& places, bool denied) {
      return named_query(kNearName, message_of(places, denied).SerializeAsString());
    };
    if (asked.names == search::Names::kFolded) {
      options.surnames_alone = [&terms, aliases = options.aliases](const std::string& name) {
        const std::string surname = search::surname_of(name);
        const search::Surname* const known = surname.empty() ? nullptr : terms.surname(surname);
        return known == nullptr ? std::nullopt : search::surname_alone(name, *known, aliases);
      };
    }
    if (asks_shown(asked)) {
      options.shows = [&terms](const std::string& term) { return terms.is_shown(term); };
    }
    return options;
  }

  void note_missing(bool& partial, std::vector<query::Notice>& notices) const {
    for (const MissingShard& missing : links_.missing()) {
      partial = true;
      notices.push_back(
          {"shard", fmt::format("shard {} is left out: {}", missing.shard, missing.because)});
    }
  }

  std::shared_ptr<Replicas> replicas_;
  const Clock& clock_;
  Links links_;
  search::UserTables tables_;
  std::vector<std::string> languages_;
  // By who asks.
  std::map<std::string, KnownTerms> known_;
  std::vector<std::pair<std::size_t, std::uint64_t>> known_generations_;
};

Result<Answer> ClusterEngine::search(const Request& request) {
  return run("searching", request, [&](ClusterCall& call) {
    auto answer = answer_of(request, call);
    if (answer) {
      note_missing(answer->partial, answer->notices);
      if (answer->partial) answer->next.clear();
    }
    return answer;
  });
}

// A page after another, each found by the place where the last one ended.
Result<Answer> ClusterEngine::stream(const Request& request, const search::TakeHit& take) {
  constexpr std::size_t kPage = 1'000;
  Request page = request;
  page.streams = false;
  std::size_t left = request.limit;
  std::optional<Answer> first;
  std::size_t streamed = 0;
  for (bool more = true; more;) {
    page.limit = std::min(left, kPage);
    auto answer = search(page);
    if (!answer) return answer;
    std::vector<search::Hit> hits = std::exchange(answer->hits, {});
    const std::string next = answer->next;
    const bool partial = answer->partial;
    if (!first) first = std::move(*answer);
    first->partial = first->partial || partial;
    for (search::Hit& hit : hits) {
      more = more && take(std::move(hit));
      if (!more) break;
      ++streamed;
      --left;
    }
    more = more && !next.empty() && left > 0;
    page.after = next;
    page.offset = 0;
    page.facets.clear();
    first->next = next;
  }
  first->streamed = streamed;
  return std::move(*first);
}

Result<Article> ClusterEngine::article(std::string_view id_or_url, const CallOptions& options) {
  return run("reading an article", options, [&](ClusterCall& call) -> Result<Article> {
    wire::Question question;
    *question.mutable_call() = call.message();
    question.mutable_article()->set_id_or_url(std::string(id_or_url));
    const auto answers = links_.ask(question);
    if (!answers) return failure(answers.error());
    for (const wire::Answer& answer : *answers) {
      if (answer.article().record().empty()) continue;
      auto article = schema::decode_record(answer.article().record());
      if (article) search::drop_addresses_that_run(*article);
      return article;
    }
    if (links_.missing().empty()) return failure(search::no_article(id_or_url));
    const MissingShard& missing = links_.missing().front();
    return failure(ErrorCode::kIo,
                   fmt::format("no shard that answers has the article {}, and shard {} does not "
                               "answer: {}",
                               id_or_url, missing.shard, missing.because),
                   "ask again when it does");
  });
}

Result<std::vector<search::Completion>> ClusterEngine::suggest(std::string_view typed,
                                                               std::size_t limit,
                                                               const CallOptions& options) {
  return run("suggesting", options,
             [&](ClusterCall& call) { return completions_of(typed, limit, call); });
}

Result<search::Explanation> ClusterEngine::explain(const Request& request, std::string_view id) {
  return run("explaining", request,
             [&](ClusterCall& call) { return explanation_of(request, id, call); });
}

}  // namespace

Result<search::Searcher> open_cluster(const std::string& path, const Clock& clock) {
  return search::never_throwing("opening the cluster", [&]() -> Result<search::Searcher> {
    const auto text = real_files().read(path, kMostClusterFileBytes);
    if (!text) return failure(text.error());
    auto shards = parse_cluster(*text, path);
    if (!shards) return failure(shards.error());
    auto engine =
        std::make_unique<ClusterEngine>(std::make_shared<Replicas>(std::move(*shards)), clock);
    if (auto connected = engine->connect(); !connected) return failure(connected.error());
    return search::Searcher(std::move(engine));
  });
}

namespace {

// Each place as a shard; none where one is a directory.
std::vector<ShardAddress> addresses_of(const std::vector<std::string>& places) {
  std::vector<ShardAddress> shards;
  for (const std::string& place : places) {
    auto address = store::remote_place(place);
    if (!address) return {};
    shards.push_back({{std::move(*address)}});
  }
  return shards;
}

}  // namespace

Result<search::Searcher> open_places(const std::vector<std::string>& places, const Clock& clock) {
  return search::never_throwing("opening the index", [&]() -> Result<search::Searcher> {
    auto shards = addresses_of(places);
    if (shards.empty() || shards.size() > kMostShards) return search::Searcher::open(places, clock);
    auto engine =
        std::make_unique<ClusterEngine>(std::make_shared<Replicas>(std::move(shards)), clock);
    try {
      if (engine->connect() && engine->is_whole()) return search::Searcher(std::move(engine));
    } catch (const Xapian::Error&) {
      // A stock server does not know our questions.
    }
    return search::Searcher::open(places, clock);
  });
}

}  // namespace dateline::cluster
