#include "searcher/cluster/shard/answers.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "common/schema/fields.h"
#include "common/schema/stored_record.h"
#include "searcher/cluster/messages/completion_tallies.h"
#include "searcher/cluster/messages/surname_tallies.h"
#include "searcher/cluster/protocol/plan_message.h"
#include "searcher/cluster/protocol/protocol.h"
#include "searcher/cluster/protocol/refusal.h"
#include "searcher/cluster/shard/matching.h"
#include "searcher/query/marks.h"
#include "searcher/query/query.h"
#include "searcher/query/vocabulary/vocabulary.h"
#include "searcher/query/vocabulary/word_sets.h"
#include "searcher/search/completion/completions.h"
#include "searcher/search/counting/surnames_alone.h"
#include "searcher/search/matching/index_languages.h"
#include "searcher/search/matching/lookup.h"
#include "searcher/search/matching/matching.h"
#include "searcher/search/matching/place.h"
#include "searcher/search/paging/listing.h"
#include "searcher/search/snippet/snippet.h"
#include "searcher/search/stories/story_copies.h"

namespace dateline::cluster {
namespace {

constexpr std::size_t kMostYears = 10'000;
constexpr std::size_t kMostMerges = 65'536;

using Word = std::pair<std::uint64_t, std::string>;

bool more_frequent(const Word& a, const Word& b) {
  return a.first != b.first ? a.first > b.first : a.second < b.second;
}

wire::Words words_of(const wire::Walk& walk, query::Vocabulary& vocabulary) {
  wire::Words told;
  const auto set = query::word_set(spec_of(walk.set()));
  if (!set) return told;
  const std::vector<std::string_view> prefixes(walk.prefixes().begin(), walk.prefixes().end());
  std::vector<Word> words;
  const bool whole = vocabulary.walk_all(
      prefixes, *set,
      [&](std::string_view word, std::uint64_t articles) { words.emplace_back(articles, word); });
  told.set_incomplete(!whole || words.size() > kMostWordsOfAWalk);
  if (words.size() > kMostWordsOfAWalk) {
    const auto end = words.begin() + static_cast<std::ptrdiff_t>(kMostWordsOfAWalk);
    std::nth_element(words.begin(), end, words.end(), more_frequent);
    words.erase(end, words.end());
    std::sort(words.begin(), words.end(),
              [](const Word& a, const Word& b) { return a.second < b.second; });
  }
  for (auto& [articles, word] : words) {
    told.add_words(std::move(word));
    told.add_articles(articles);
  }
  return told;
}

void add_total(const search::Total& total, wire::Total& message) {
  message.set_value(total.value);
  message.set_relation(static_cast<std::uint32_t>(total.relation));
}

std::string_view head_of(std::string_view record) {
  return record.substr(0, std::min(record.find('\n'), record.size()));
}

void add_entry(const search::PageMatch& match, search::Sort sort, const search::Call& call,
               wire::List& list) {
  wire::List::Entry& entry = *list.add_entries();
  entry.set_document(match.document);
  const search::Place place = search::place_of(
      sort, call.index.database().get_document(match.document), match.score, match.document);
  entry.set_first(place.first);
  entry.set_second(place.second);
  if (match.story) entry.set_story(*match.story);
  entry.set_copies(match.copies);
  entry.set_copies_unknown(!match.copies_known);
}

search::Place place_behind(const wire::PlaceOfArticle& after, search::Sort sort,
                           const search::Call& call) {
  const auto instant =
      after.has_instant() ? std::optional(static_cast<double>(after.instant())) : std::nullopt;
  return search::place_by_date(sort, instant, after.mark(), call.index.first(after.id_term()));
}

}  // namespace

Status tell_facts(store::IndexReader& whole, const search::Call& call, wire::Facts& facts) {
  const Xapian::Database& db = whole.database();
  query::DatabaseTerms index(db);
  facts.set_hides(call.index.articles() < whole.articles());
  facts.set_segments(static_cast<std::uint32_t>(whole.shards()));
  facts.set_longest_article(db.get_doclength_upper_bound());
  const auto [least, greatest] = index.values_in(static_cast<Xapian::valueno>(schema::Slot::kDay));
  facts.set_least_day(least);
  facts.set_greatest_day(greatest);
  for (const std::string& year :
       index.terms_between(schema::kYearPrefix, std::string(schema::kYearPrefix),
                           std::string(schema::kYearPrefix) + "\xFF", kMostYears)) {
    facts.add_years(year);
  }
  for (const auto& [language, articles] : search::count_languages(db)) {
    wire::LanguageCount& count = *facts.add_languages();
    count.set_language(language);
    count.set_articles(articles);
  }
  if (whole.stories().list().size() > kMostMerges) return {};
  for (const store::StoryMerge& merge : whole.stories().list()) {
    wire::StoryMerge& message = *facts.add_merges();
    message.set_from(merge.value);
    message.set_to(merge.story);
  }
  return {};
}

Status tell_terms(const wire::TermsQuestion& asked, const search::Call& call, wire::Terms& terms) {
  if (static_cast<std::size_t>(asked.terms_size()) > kMostTermsAsked ||
      static_cast<std::size_t>(asked.walks_size()) > kMostWalksAsked ||
      static_cast<std::size_t>(asked.surnames_size()) > kMostSurnamesAsked) {
    return failure(senseless("more words than may be asked for at once"));
  }
  const Xapian::Database& db = call.index.database();
  for (const std::string& name : asked.terms()) {
    wire::Term& term = *terms.add_terms();
    if (call.deadline->check()) continue;
    term.set_articles(db.get_termfreq(name));
    if (term.articles() == 0) continue;
    term.set_occurrences(db.get_collection_freq(name));
    term.set_misread(call.index.misreads(name));
    term.set_shown(asked.shows() && call.index.first(name) != 0);
  }
  query::Vocabulary vocabulary(db, query::Vocabulary::kBudget, call.options.expired);
  for (const wire::Walk& walk : asked.walks()) *terms.add_walks() = words_of(walk, vocabulary);
  if (asked.surnames_size() > 0) {
    terms.set_surnames(to_message(
        search::collect_surnames(call.index, {asked.surnames().begin(), asked.surnames().end()},
                                 call.options.aliases, *call.deadline)));
  }
  return {};
}

Status tell_hits(const wire::HitsQuestion& asked, std::uint64_t token, const search::Call& call,
                 search::Stemmers& stemmers, wire::Hits& hits) {
  const auto plan = plan_of(asked.plan());
  if (!plan) return failure(plan.error());
  const std::vector<query::Mark> marks = query::marks_of(*plan);
  std::vector<std::uint32_t> rarity(asked.rarity().begin(), asked.rarity().end());
  rarity.resize(marks.size(), 1);
  search::SnippetMaker snippets(marks, rarity, asked.snippet_chars(), stemmers);
  const Xapian::Database& db = call.index.database();
  call.deadline->extend(std::chrono::milliseconds(10));
  for (const wire::HitsQuestion::Documents& mine : asked.documents()) {
    if (mine.token() != token) continue;
    for (const std::uint32_t document : mine.documents()) {
      if (call.deadline->check()) return {};
      if (document == 0 || document > db.get_lastdocid()) {
        return failure(senseless("a document that the shard has not"));
      }
      const Xapian::Document there = db.get_document(document);
      const std::string record = there.get_data();
      auto article = schema::decode_head(record);
      if (!article) return failure(article.error());
      wire::Hit& hit = *hits.add_hits();
      hit.set_snippet(snippets.make(*article, schema::stored_body(record)));
      hit.set_head(std::string(head_of(record)));
      const auto story = search::story_of_value(
          call.index, there.get_value(static_cast<Xapian::valueno>(schema::Slot::kStory)));
      if (story) hit.set_story(*story);
    }
  }
  return {};
}

Status tell_list(const wire::ListQuestion& asked, const search::Call& call, wire::List& list) {
  auto compiled = compiled_of(asked.matching(), call);
  if (!compiled) return failure(compiled.error());
  if (asked.sort() > static_cast<std::uint32_t>(search::Sort::kOldest) ||
      asked.limit() > search::kMaxReach) {
    return failure(senseless("an order or a number of hits that there is not"));
  }
  search::Request request;
  request.deadline = std::chrono::duration_cast<std::chrono::milliseconds>(call.deadline->left());
  request.sort = static_cast<search::Sort>(asked.sort());
  request.collapse = asked.collapse() ? search::Collapse::kStory : search::Collapse::kNone;
  request.limit = asked.limit();
  request.count_only = asked.count_only();
  search::Request totals = request;
  if (asked.has_after()) {
    totals.limit = 0;
    totals.sort = search::Sort::kRelevance;  // which counts without sorting all
  }
  const search::Matches matches = search::match(call.index, *compiled, totals, call.deadline);
  add_total(matches.total, *list.mutable_total());
  if (matches.stories) add_total(*matches.stories, *list.mutable_stories());
  if (!asked.has_after()) {
    for (const search::PageMatch& match : matches.page.list) {
      add_entry(match, request.sort, call, list);
    }
    list.set_goes_on(matches.page.goes_on);
    return {};
  }
  search::Listing listing(call.index, *compiled, request.sort, request.collapse,
                          {place_behind(asked.after(), request.sort, call), 0},
                          request.limit + 1'000);
  std::size_t told = 0;
  while (told <= request.limit) {
    const auto more = listing.next(call.deadline);
    if (more.empty()) break;
    for (const search::PageMatch& match : more) {
      if (told++ < request.limit) add_entry(match, request.sort, call, list);
    }
  }
  list.set_goes_on(told > request.limit);
  return {};
}

Status tell_article(const wire::ArticleQuestion& asked, const search::Call& call,
                    wire::Article& article) {
  const Xapian::docid document = search::find_article(call.index, asked.id_or_url());
  if (document == 0) return {};
  article.set_record(call.index.database().get_document(document).get_data());
  article.set_document(document);
  return {};
}

Status tell_completions(const wire::SuggestQuestion& asked, const search::Call& call,
                        wire::Answer& answer) {
  const std::size_t limit = asked.limit();
  if (auto ok = search::check_beginning(asked.typed(), limit); !ok) return ok;
  answer.set_completions(to_message(search::collect_completions(call, asked.typed(), limit)));
  return {};
}

}  // namespace dateline::cluster
